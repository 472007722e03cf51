//! *Other ways* in *How to*, *What if* of *Do all*, and what the pictures of them rest on.

use crate::screen::*;
use crossinvite::access::changes;
use crossinvite::app::headless::{Presents, Shot, desk_at, picture};
use crossinvite::app::model::DeskFacts;
use crossinvite::app::searcher::Searcher;
use crossinvite::app::{Desk, files};
use crossinvite::content::lesson;
use crossinvite::decide;
use crossinvite::domain::{Act, Command, Email, PersonId};
use crossinvite::planner::{Limits, Measure};
use crossinvite::ui::UiCommand;
use crossinvite::view::{HowToData, HowToDraft, Inquiry, InquiryBody, Look, Way, WaySearch, WaysData, build};
use egui::Key;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

const HOW_TO: &str = "How to";
const LIMITS: Limits = Limits { worlds: 2_000 };

/// The first rehearsal with *How to* open for its goal or for a fact.
fn desk(id: &str, step: usize, to_goal: bool) -> Desk {
    let mut desk = desk_at(files::open_built_in(id).unwrap(), Some(step)).unwrap();
    desk.run(UiCommand::Inquire(Inquiry::HowTo));
    desk.run(UiCommand::SetHowTo(HowToDraft { to_goal, ..HowToDraft::default() }));
    if let Some(question) = desk.question() {
        desk.run(UiCommand::Look(Look::Cure(question)));
    }
    desk
}

fn how_to(desk: &mut Desk) -> HowToData {
    desk.think(LIMITS);
    desk.think_of_ways(LIMITS);
    let model = desk.model(&DeskFacts::default());
    let Some(InquiryBody::HowTo(data)) = model.inquiry.map(|inquiry| inquiry.body) else { panic!("the tab is open") };
    data
}

fn ways(desk: &mut Desk) -> WaysData {
    how_to(desk).ways.expect("there is a way")
}

fn acts_of(data: &HowToData) -> Vec<Command> {
    let Way::Acts { lines, all } = &data.way else { panic!("{:?}", data.way) };
    assert_eq!(lines.len(), all.len());
    all.clone()
}

#[test]
fn under_the_shortest_way_stand_others_with_their_costs_in_words() {
    let mut desk = desk("own-license", 0, false);
    let data = ways(&mut desk);
    assert!(data.ways.len() > 1, "{data:#?}");
    assert_eq!(data.search, WaySearch::Through);
    assert_eq!(data.ways[0].title, "The shortest way");
    assert!(data.ways[0].is_chosen && data.ways[0].commands.is_none());
    for way in &data.ways {
        assert!(way.acts.ends_with(" acts") || way.acts == "1 act", "{}", way.acts);
        assert!(way.people.ends_with(" act") || way.people.ends_with(" acts"), "{}", way.people);
        assert!(way.licenses.starts_with("takes "), "{}", way.licenses);
        assert!(way.opens == "opens nothing more" || way.opens.starts_with("also: "), "{}", way.opens);
    }
    let told: BTreeSet<&str> = data.ways.iter().map(|way| way.licenses.as_str()).collect();
    assert!(told.contains("takes no license") && told.len() > 1, "with and without a license of the host: {told:?}");
    assert!(data.ways.iter().skip(1).all(|way| way.differs.is_some()), "each says what it does instead");
}

#[test]
fn the_ways_are_sorted_by_the_measure_that_is_chosen() {
    let mut desk = desk("own-license", 0, false);
    let number = |words: &str| words.split(' ').find_map(|word| word.parse::<usize>().ok()).unwrap_or(0);
    let named = |words: &str| words.matches(',').count() + words.matches(" and ").count();
    for measure in Measure::ALL {
        desk.run(UiCommand::SetHowTo(HowToDraft { measure, ..HowToDraft::default() }));
        let data = ways(&mut desk);
        let costs: Vec<usize> = data
            .ways
            .iter()
            .map(|way| match measure {
                Measure::Acts => number(&way.acts),
                Measure::People => named(&way.people),
                Measure::Licenses => number(&way.licenses),
                Measure::Opens => usize::from(way.opens.starts_with("also")),
            })
            .collect();
        assert!(costs.is_sorted(), "{measure:?}: {costs:?}");
        assert_eq!(data.orders.iter().filter(|order| order.is_on).count(), 1);
    }
    let fewest_licenses = {
        desk.run(UiCommand::SetHowTo(HowToDraft { measure: Measure::Licenses, ..HowToDraft::default() }));
        ways(&mut desk)
    };
    assert_ne!(fewest_licenses.ways[0].title, "The shortest way", "the shortest takes a license of the host");
}

#[test]
fn every_way_that_is_chosen_shows_its_steps_and_do_all_reaches_the_fact() {
    let mut desk = desk("own-license", 0, false);
    let question = desk.question().unwrap();
    for way in ways(&mut desk).ways {
        let Some(commands) = way.commands.clone() else { continue };
        let mut desk = desk.clone();
        desk.run(UiCommand::ChooseWay(Some(commands.clone())));
        let data = how_to(&mut desk);
        assert_eq!(acts_of(&data), commands);
        assert!(data.verdict.text.contains("another way"), "{}", data.verdict.text);
        let Way::Acts { lines, .. } = &data.way else { panic!() };
        assert!(lines[0].do_it.as_ref().is_some_and(|it| it.refusal.is_none()));
        desk.run(UiCommand::SubmitAll(commands.clone()));
        assert_eq!(desk.session().depth(), commands.len());
        assert!(crossinvite::access::explain(desk.session().world(), question).holds());
        assert_eq!(how_to(&mut desk).way, Way::Holds);
    }
}

#[test]
fn a_chosen_way_is_followed_act_by_act_until_something_else_is_done() {
    let mut desk = desk("own-license", 0, false);
    let all = ways(&mut desk);
    let way = all.ways.iter().filter_map(|way| way.commands.clone()).max_by_key(Vec::len).unwrap();
    desk.run(UiCommand::ChooseWay(Some(way.clone())));
    desk.run(UiCommand::Submit(way[0].clone()));
    let data = how_to(&mut desk);
    assert_eq!(acts_of(&data), way[1..], "the rest of the way that was chosen");
    let ways = data.ways.unwrap();
    assert_eq!(ways.ways.iter().filter(|way| way.is_chosen).count(), 1, "it stands in the list");
    desk.run(UiCommand::Undo);
    let data = how_to(&mut desk);
    assert!(data.verdict.text.ends_with("proven shortest"), "after going back: {}", data.verdict.text);
}

#[test]
fn in_a_drill_no_way_is_searched_for_before_somebody_looked() {
    let mut desk = desk_at(files::open_built_in("d02").unwrap(), Some(0)).unwrap();
    desk.run(UiCommand::Inquire(Inquiry::HowTo));
    desk.think(LIMITS);
    assert!(desk.other_wish().is_none());
    let question = desk.question().unwrap();
    desk.run(UiCommand::Look(Look::Cure(question)));
    assert!(desk.other_wish().is_some());
}

#[test]
fn what_if_of_do_all_is_what_doing_all_changes() {
    for id in ["own-license", "consultant", "cross-collaboration"] {
        let mut desk = desk(id, 0, true);
        let all = acts_of(&how_to(&mut desk));
        let before = desk.session().world().clone();
        desk.run(UiCommand::Preview(all.clone()));
        let shown = desk.model(&DeskFacts::default()).preview.expect("a preview");
        let after = all.iter().fold(before.clone(), |world, act| decide::act(&world, act).unwrap().0);
        let found = changes(&before, &after);
        let gained = found.iter().filter(|change| change.is_gain()).count();
        assert_eq!(shown.marks.iter().filter(|mark| mark.1).count(), gained, "{id}");
        assert_eq!(shown.title, format!("If all {} acts are done", all.len()));
    }
}

#[test]
fn before_a_space_is_created_or_an_item_shared_it_is_told_that_nothing_undoes_it() {
    let mut desk = desk("own-license", 8, false);
    let (ana, host) = (PersonId::new("ana"), "aldermoor".into());
    let mut door = |act: Act| {
        desk.run(UiCommand::Preview(vec![Command::new(ana, host, act)]));
        desk.think(LIMITS);
        desk.model(&DeskFacts::default()).preview.and_then(|preview| preview.door).map(|door| door.text)
    };
    let space = Act::CreateSpace { space: "mould-3".into(), name: "Mould-3".into() };
    assert_eq!(door(space).as_deref(), Some("Cannot be undone: nobody can delete the space Mould-3 again"));
    let share = Act::ShareItem { item: "bow-section".into(), email: Email::new("cleo@aldermoor.example") };
    let words = "Cannot be undone: Cleo keeps reading Bow section, until Cleo is removed from Aldermoor";
    assert_eq!(door(share).as_deref(), Some(words));
    assert_eq!(door(Act::MoveItem { item: "bow-section".into(), to: "dock".into() }), None, "it can be moved back");
}

// ---- On the screen

#[test]
fn other_ways_are_chosen_sorted_and_done_in_the_window() {
    let mut screen = Screen::open_thinking("own-license");
    screen.shortcut(Key::Num3);
    screen.see(HOW_TO, "How is the goal of this rehearsal reached?");
    screen.click(HOW_TO, "This fact");
    screen.see(HOW_TO, "Other ways");
    screen.picture("ways");
    let second = screen.label_from(HOW_TO, "Way 2: ");
    screen.click(HOW_TO, &second);
    screen.see(HOW_TO, "another way");
    screen.picture("ways-chosen");
    screen.click(HOW_TO, "fewest licenses");
    screen.see(HOW_TO, "another way");
    let all = screen.label_from(HOW_TO, "Do all ");
    screen.click(HOW_TO, &all);
    screen.see(HOW_TO, "It is so already");
}

#[test]
fn choosing_a_way_far_below_leads_up_to_its_steps() {
    let mut screen = Screen::open_thinking_at("own-license", egui::vec2(1280.0, 800.0));
    screen.shortcut(Key::Num3);
    screen.click(HOW_TO, "This fact");
    let first = screen.label_from(HOW_TO, "Do it as ");
    let last = screen.label_from(HOW_TO, "Way 3: ");
    screen.hover(HOW_TO, &last);
    assert!(!screen.is_on_screen(HOW_TO, &first), "the ways stand far below the steps");
    screen.click(HOW_TO, &last);
    screen.wait(12);
    let first = screen.label_from(HOW_TO, "Do it as ");
    assert!(screen.is_on_screen(HOW_TO, &first), "{first}");
    screen.picture("ways-chosen-small");
}

#[test]
fn hovering_do_all_or_holding_the_key_shows_what_all_acts_would_change() {
    let mut screen = Screen::open_thinking("own-license");
    screen.shortcut(Key::Num3);
    screen.click(HOW_TO, "To the goal of this rehearsal");
    screen.hover(HOW_TO, "Do all 8");
    screen.see("What if", "If all 8 acts are done");
    screen.see("What if", "+ Ben can connect to Aldermoor");
    screen.picture("what-if-all");
    let marked = |screen: &Screen| screen.nodes().iter().any(|node| node.1.ends_with(", would be gained"));
    assert!(marked(&screen), "the board shows it");
    screen.hover(HOW_TO, "To the goal of this rehearsal");
    assert!(!screen.has_region("What if"));
    screen.hold(HOW_TO, "Do all 8", Key::W);
    screen.see("What if", "If all 8 acts are done");
    screen.release(Key::W);
    assert_eq!(screen.app().desk().session().depth(), 0, "nothing was done");
}

// ---- Beside the window

#[test]
fn the_search_for_other_ways_gives_way_to_what_is_more_urgent() {
    let mut desk = desk("own-license", 0, false);
    desk.think(LIMITS);
    let mut fresh = self::desk("own-license", 0, false);
    // The shortest way is known, the others are not.
    for job in fresh.jobs() {
        let outcome = crossinvite::planner::plan(&job.world, &job.start, &job.wish.goals, &job.wish.rules, LIMITS);
        fresh.run(UiCommand::Found(Box::new(crossinvite::view::Found { wish: job.wish, outcome })));
    }
    let jobs = fresh.jobs();
    assert!(jobs.len() == 1 && jobs[0].others);
    let searcher = Searcher::start(egui::Context::default());
    searcher.want(jobs);
    let begun = Instant::now();
    while searcher.is_busy() && begun.elapsed() < Duration::from_secs(120) {
        std::thread::sleep(Duration::from_millis(5));
    }
    for news in searcher.news().collect::<Vec<_>>() {
        fresh.run(news);
    }
    assert_eq!(ways(&mut fresh), ways(&mut desk));
    assert!(
        lesson::is_finished(desk.rehearsal(), desk.session().world(), desk.session().start())
            || desk.session().depth() == 0
    );
}

#[test]
fn a_search_for_ways_that_is_stopped_says_so_and_can_be_made_again() {
    let mut desk = desk("own-license", 0, false);
    desk.think(LIMITS);
    let question = desk.question().unwrap();
    let (goals, watched) = (desk.goals(), desk.watched());
    let wish = build::ways_wish(&desk.lens(), question, desk.sought(&goals, &watched)).unwrap();
    let stopped = crossinvite::view::FoundWays { wish, ways: Vec::new(), is_whole: false };
    desk.run(UiCommand::FoundWays(Box::new(stopped)));
    let data = ways(&mut desk);
    assert_eq!(data.search, WaySearch::Stopped);
    desk.run(UiCommand::SearchAgain);
    assert_eq!(ways(&mut desk).search, WaySearch::Through);
}

// ---- Pictures

#[test]
fn two_pictures_of_how_to_are_the_same_to_the_last_pixel() {
    let draw = || {
        let desk = desk("own-license", 0, true);
        picture(&desk, Shot { size: [1280, 800], scale: 1.0, dark: false, presents: Presents::No })
    };
    assert!(draw() == draw());
}
