//! *How to*, the distance to the goal, one-way doors and messages: what the planner finds, as people see it.

use crate::screen::*;
use crossinvite::access::{Question, standing};
use crossinvite::app::searcher::{Job, Searcher};
use crossinvite::app::{Desk, files, headless::desk_at, model::DeskFacts};

use crossinvite::domain::{Act, Command, MemberOption, PersonId};
use crossinvite::planner::{Limits, Outcome};
use crossinvite::ui::UiCommand;
use crossinvite::view::{HowToData, HowToDraft, Inquiry, InquiryBody, Look, SheetDraft, Together, Way, Wish};
use egui::Key;
use egui_kittest::kittest::Queryable;
use std::time::{Duration, Instant};

const ALDERMOOR: &str = "Aldermoor Marine";
const HOW_TO: &str = "How to";
const IFW: &str = "3DSwymer (Collaborative Business Innovator)";

pub const LIMITS: Limits = Limits { worlds: 2_000 };

pub fn desk(id: &str, step: usize) -> Desk {
    desk_at(files::open_built_in(id).unwrap(), Some(step)).unwrap()
}

/// The tab as it stands, with everything found.
pub fn how_to(desk: &mut Desk, draft: HowToDraft) -> HowToData {
    desk.run(UiCommand::Inquire(Inquiry::HowTo));
    desk.run(UiCommand::SetHowTo(draft));
    // A drill keeps its cure closed until somebody looks.
    if let Some(question) = desk.question() {
        desk.run(UiCommand::Look(Look::Cure(question)));
    }
    desk.think(LIMITS);
    let model = desk.model(&DeskFacts::default());
    let Some(InquiryBody::HowTo(data)) = model.inquiry.map(|inquiry| inquiry.body) else { panic!("the tab is open") };
    data
}

pub fn to_goal() -> HowToDraft {
    HowToDraft { to_goal: true, ..HowToDraft::default() }
}

// ---- The distance

fn distance_of(desk: &mut Desk) -> (String, Option<String>) {
    desk.think(LIMITS);
    let model = desk.model(&DeskFacts::default());
    let far = format!("{} · {}", model.top_bar.headline, model.top_bar.detail);
    (far, model.timeline.distance.map(|change| change.text))
}

#[test]
fn along_the_solution_the_distance_falls_by_one_each_time() {
    let acts: Vec<Command> = desk("own-license", 0).rehearsal().solution().cloned().collect();
    let mut desk = desk("own-license", 0);
    assert_eq!(distance_of(&mut desk).0, "8 actions to the goal · Aldermoor 3, Brightwell 3, Ben 2");
    for (done, act) in acts.iter().enumerate() {
        desk.run(UiCommand::Submit(act.clone()));
        let left = acts.len() - done - 1;
        let (far, change) = distance_of(&mut desk);
        let one = if left == 1 { "1 action".to_owned() } else { format!("{left} actions") };
        if left == 0 {
            assert_eq!(change.as_deref(), Some("the goal is reached (−1)"));
            assert!(far.starts_with("The goal is reached"), "{far}");
        } else {
            assert!(far.starts_with(&format!("{one} to the goal · ")), "{far}");
            assert_eq!(change, Some(format!("{one} to the goal (−1)")));
        }
    }
}

#[test]
fn a_step_the_wrong_way_turns_the_distance_up_at_once() {
    let mut desk = desk("own-license", 1);
    let (ana, host) = (PersonId::new("ana"), "aldermoor".into());
    let off = Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false };
    desk.run(UiCommand::Submit(Command::new(ana, host, off)));
    assert_eq!(distance_of(&mut desk).1.as_deref(), Some("8 actions to the goal (+1)"));
}

#[test]
fn after_an_act_of_the_way_the_rest_is_known_without_a_search() {
    let mut desk = desk("own-license", 0);
    desk.think(LIMITS);
    let act = desk.rehearsal().solution().next().cloned().unwrap();
    let goals = desk.goals();
    let known = |desk: &Desk| desk.wishes().iter().all(|wish| wish.goals != goals);
    assert!(known(&desk));
    let data = how_to(&mut desk, to_goal());
    let Way::Acts { all, .. } = data.way else { panic!("{:?}", data.way) };
    desk.run(UiCommand::Submit(all[0].clone()));
    assert!(known(&desk), "the rest of a shortest way is a shortest way; {act:?}");
}

// ---- Conditions, and what cannot be

#[test]
fn only_one_administrator_may_be_too_few_and_says_who_would_have_to_act() {
    let mut desk = desk("own-license", 0);
    let only = HowToDraft { only: Some(PersonId::new("ana")), ..to_goal() };
    let data = how_to(&mut desk, only);
    let Way::Impossible(reasons) = &data.way else { panic!("{:?}", data.way) };
    assert!(reasons.iter().any(|reason| reason.contains("would have to act")), "{reasons:?}");
    assert_eq!(data.detail, "Without the conditions chosen here there may be a way.");
}

#[test]
fn without_a_license_of_the_host_no_act_takes_one() {
    let mut desk = desk("own-license", 0);
    let ben = PersonId::new("ben");
    desk.run(UiCommand::Ask(Question::CanConnect { person: ben, platform: "aldermoor".into() }));
    let usual = how_to(&mut desk, HowToDraft::default());
    let rules = HowToDraft { no_license_of_host: true, ..HowToDraft::default() };
    let data = how_to(&mut desk, rules);
    let Way::Acts { lines, .. } = &data.way else { panic!("{:?}", data.way) };
    let takes = |lines: &[crossinvite::view::ActLine]| -> Vec<String> {
        lines.iter().flat_map(|line| line.takes.iter().map(|take| take.text.clone())).collect()
    };
    assert!(takes(lines).iter().all(|take| !take.contains("Aldermoor")), "{:?}", takes(lines));
    let Way::Acts { lines, .. } = &usual.way else { panic!("{:?}", usual.way) };
    assert!(takes(lines).iter().any(|take| take.starts_with("takes 1 ") && take.ends_with("Aldermoor")));
}

#[test]
fn nobody_loses_what_they_have_when_that_is_asked_for() {
    let losses = |data: &HowToData| -> usize {
        let Way::Acts { lines, .. } = &data.way else { return 0 };
        lines.iter().flat_map(|line| &line.effects).filter(|effect| effect.text.starts_with('−')).count()
    };
    let mut seen = 0;
    for drill in ["d13", "d14", "d19", "d21"] {
        let mut desk = desk(drill, 0);
        seen += losses(&how_to(&mut desk, to_goal()));
        let kept = how_to(&mut desk, HowToDraft { nobody_loses: true, ..to_goal() });
        assert_eq!(losses(&kept), 0, "{drill}: {:?}", kept.way);
    }
    assert!(seen > 0, "without the condition something is lost in one of them");
}

// ---- One-way doors

#[test]
fn an_act_that_is_not_simply_undone_says_so_before_it_is_done() {
    let mut desk = desk("own-license", 8);
    let (ana, ben, host) = (PersonId::new("ana"), PersonId::new("ben"), "aldermoor".into());
    let door = |desk: &mut Desk, act: Act| {
        desk.run(UiCommand::Preview(vec![Command::new(ana, host, act)]));
        desk.think(LIMITS);
        desk.model(&DeskFacts::default()).preview.and_then(|preview| preview.door).map(|door| door.text)
    };
    let removed = door(&mut desk, Act::RemoveMember { person: ben }).expect("a door");
    assert!(removed.starts_with("Cannot simply be undone: ") && removed.contains("shortest way back: "), "{removed}");
    let option = Act::SetOption { option: MemberOption::MemberInvitations, on: true };
    assert_eq!(door(&mut desk, option), None, "a switch that is turned back by one act is no door");
}

// ---- Messages

#[test]
fn a_message_says_in_order_what_is_to_be_done_on_that_side_and_nothing_else() {
    let mut desk = desk("own-license", 0);
    let mut told = how_to(&mut desk, to_goal());
    let model = desk.model(&DeskFacts::default());
    let messages = model.inquiry.expect("a question").messages;
    let labels: Vec<&str> = messages.iter().map(|message| message.label.as_str()).collect();
    assert!(labels.contains(&"Message to Gus…") && labels.contains(&"Message to Ana…"), "{labels:?}");
    let to_gus = messages.into_iter().find(|message| message.label == "Message to Gus…").unwrap();
    let SheetDraft::Message(draft) = to_gus.draft else { panic!("a message") };
    let text = draft.text;
    let Way::Acts { lines, .. } = &mut told.way else { panic!("{:?}", told.way) };
    let own = lines.iter().filter(|line| line.act.starts_with("Gus ")).count();
    for number in 1..=own {
        assert!(text.contains(&format!("\n{number}. Turn o")), "{text}");
    }
    assert!(!text.contains(&format!("\n{}. ", own + 1)), "{text}");
    assert!(text.contains("“Restrict Usage to this Platform”"), "{text}");
    assert!(text.contains("Members › Invite & Grant Roles › Ben"), "{text}");
    assert!(text.starts_with("Hello Gus,\n") && text.contains("Thank you"), "{text}");
    assert!(!text.contains("Please wait"), "nothing of this depends on what others do: {text}");
    let numbers = text.split_whitespace().filter(|word| {
        let digits = word.trim_start_matches(['R', 'C', 'F']).trim_end_matches([',', '.', ')']);
        digits.len() < word.len()
            && !digits.is_empty()
            && digits.chars().all(|digit| digit.is_ascii_digit())
            && word.starts_with(['R', 'C', 'F'])
    });
    assert_eq!(numbers.count(), 0, "{text}");
}

// ---- On the screen

#[test]
fn the_tabs_of_the_inquiry_are_opened_by_click_and_by_key() {
    let mut screen = Screen::open_thinking("own-license");
    screen.see(TOP, "8 actions to the goal");
    screen.click(WHY, HOW_TO);
    assert!(screen.is_chosen(HOW_TO, HOW_TO));
    screen.click(HOW_TO, "To the goal of this rehearsal");
    screen.see(HOW_TO, "8 acts, proven shortest");
    screen.picture("how-to");
    screen.shortcut(Key::Num2);
    assert!(screen.has_region("Why not"));
    screen.picture("why-not");
    screen.shortcut(Key::Num4);
    assert!(screen.has_region("Who can"));
    screen.picture("who-can");
    screen.shortcut(Key::Num1);
    assert!(screen.has_region(WHY));
}

#[test]
fn do_it_does_the_next_act_show_me_marks_it_and_do_all_reaches_the_goal() {
    let mut screen = Screen::open_thinking("own-license");
    screen.shortcut(Key::Num3);
    screen.click(HOW_TO, "To the goal of this rehearsal");
    let show = screen.label_from(HOW_TO, "Show me ");
    screen.click(HOW_TO, &show);
    assert!(screen.announced().iter().any(|line| line.contains("Shown: Members › ")), "{:?}", screen.announced());
    let label = screen.label_from(HOW_TO, "Do it as ");
    screen.click(HOW_TO, &label);
    screen.see(TOP, "7 actions to the goal");
    screen.see(TIMELINE, "7 actions to the goal (−1)");
    screen.click(HOW_TO, "Do all 7");
    screen.see(TOP, "The goal is reached");
    screen.see(HOW_TO, "It is so already");
    assert_eq!(screen.app().desk().session().depth(), 8);
    screen.shortcut(Key::Z);
    screen.see(TOP, "1 action to the goal");
    screen.see(HOW_TO, "1 act, proven shortest");
}

#[test]
fn a_message_is_copied_and_saved() {
    let mut screen = Screen::open_thinking("own-license");
    screen.shortcut(Key::Num3);
    screen.click(HOW_TO, "To the goal of this rehearsal");
    screen.click(HOW_TO, "Message to Gus…");
    screen.picture("message");
    let open = screen.app().desk().selection().sheet.clone();
    let Some(SheetDraft::Message(draft)) = open else { panic!("{open:?}") };
    assert!(draft.text.starts_with("Hello Gus,"), "{}", draft.text);
    assert!(screen.root().query_by_label("Words of the message").is_some());
    screen.click("Message to Gus", "Copy");
    assert!(screen.app().notice().is_some_and(|notice| notice.text.contains("Copied")));
    screen.click("Message to Gus", "Save…");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("message.md");
    screen.type_over("Save this message", "Path", &path.display().to_string());
    screen.click("Save this message", "Save");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Hello Gus,"));
    assert!(screen.app().desk().session().steps().next().is_none(), "a message is no act");
}

#[test]
fn conditions_are_switched_where_the_way_is() {
    let mut screen = Screen::open_thinking("own-license");
    screen.shortcut(Key::Num3);
    screen.click(HOW_TO, "To the goal of this rehearsal");
    screen.click(HOW_TO, "only Ana");
    screen.see(HOW_TO, "No act of a person leads there");
    screen.see(HOW_TO, "would have to act");
    assert!(screen.is_on_screen(HOW_TO, "This fact"), "the answer comes into view");
    let answers = screen.texts(HOW_TO).iter().filter(|text| *text == "No act of a person leads there").count();
    assert_eq!(answers, 2, "the answer stands beside the conditions, too");
    screen.picture("how-to-impossible");
    screen.click(HOW_TO, "only Ana");
    screen.see(HOW_TO, "8 acts, proven shortest");
}

// ---- Several facts at once

fn opens_hull() -> Question {
    Question::SpaceAccess { person: "ben".into(), platform: "aldermoor".into(), space: "hull-7".into() }
}

fn in_common_space() -> Question {
    Question::SpaceAccess { person: "ben".into(), platform: "aldermoor".into(), space: "common-space".into() }
}

/// The tab for whether Ben can connect, with these facts beside.
fn together(desk: &mut Desk, facts: &[(Question, bool)]) -> HowToData {
    let connects = Question::CanConnect { person: "ben".into(), platform: "aldermoor".into() };
    desk.run(UiCommand::Ask(connects));
    let world = desk.session().world().clone();
    desk.run(UiCommand::SetTogether(facts.iter().map(|(fact, so)| Together::of(*fact, *so, &world)).collect()));
    how_to(desk, HowToDraft::default())
}

/// Does the whole way, and says after each act whether the fact holds.
fn along(desk: &Desk, data: &HowToData, fact: Question) -> Vec<bool> {
    let Way::Acts { all, .. } = &data.way else { panic!("{:?}", data.way) };
    let mut desk = desk.clone();
    let mut held = Vec::new();
    for act in all {
        desk.run(UiCommand::Submit(act.clone()));
        held.push(standing(desk.session().world(), fact).holds);
    }
    held
}

#[test]
fn what_does_not_hold_yet_comes_too_and_what_is_not_wanted_does_not_come() {
    let mut desk = desk("own-license", 0);
    let alone = together(&mut desk, &[]);
    let both = together(&mut desk, &[(opens_hull(), true)]);
    let acts = |data: &HowToData| along(&desk, data, opens_hull()).len();
    assert!(acts(&both) > acts(&alone), "{:?} and {:?}", both.verdict, alone.verdict);
    assert_eq!(along(&desk, &both, opens_hull()).last(), Some(&true));
    assert!(both.verdict.text.ends_with("proven shortest"), "{:?}", both.verdict);
    let without = together(&mut desk, &[(in_common_space(), false), (opens_hull(), false)]);
    let [line, _] = without.together.as_slice() else { panic!("{:?}", without.together) };
    let labels: Vec<(&str, bool)> = line.choices.iter().map(|choice| (choice.label.as_str(), choice.is_on)).collect();
    assert_eq!(labels, [("comes too", false), ("does not come", true), ("Forget", false)]);
    assert!(along(&desk, &without, in_common_space()).iter().all(|held| !held));
}

#[test]
fn what_holds_stays_so_on_the_whole_way_or_ends_when_that_is_asked() {
    let mut desk = desk("own-license", 8);
    let home = Question::CanConnect { person: "ben".into(), platform: "brightwell".into() };
    let stays = together(&mut desk, &[(home, true)]);
    assert_eq!(stays.verdict.text, "It is so already");
    let ends = together(&mut desk, &[(opens_hull(), false), (home, true)]);
    let [line, _] = ends.together.as_slice() else { panic!("{:?}", ends.together) };
    assert_eq!((line.choices[0].label.as_str(), line.choices[1].label.as_str()), ("stays so", "ends"));
    assert_eq!(along(&desk, &ends, opens_hull()).last(), Some(&false));
    assert!(along(&desk, &ends, home).iter().all(|held| *held));
    let facts = line.choices[2].facts.clone();
    assert_eq!(facts, [Together { fact: home, so: true, stays: true }], "what is forgotten is not asked any more");
}

#[test]
fn what_has_come_on_the_way_may_be_lost_for_a_moment_as_before() {
    let mut desk = desk("own-license", 0);
    let data = together(&mut desk, &[(opens_hull(), true)]);
    let Way::Acts { all, .. } = &data.way else { panic!("{:?}", data.way) };
    for (done, act) in all.iter().enumerate() {
        desk.run(UiCommand::Submit(act.clone()));
        desk.think(LIMITS);
        let rest = how_to(&mut desk, HowToDraft::default());
        let left = all.len() - done - 1;
        let found = if let Way::Acts { lines, .. } = &rest.way { lines.len() } else { 0 };
        assert_eq!(found, left, "after {} acts: {:?}", done + 1, rest.verdict);
        assert_eq!(rest.together[0].choices[0].label, "comes too", "what was asked for stays asked for");
    }
}

#[test]
fn asked_about_a_fact_the_open_tab_answers_about_that_fact() {
    let mut desk = desk("own-license", 0);
    assert_eq!(how_to(&mut desk, to_goal()).title, "How is the goal of this rehearsal reached?");
    desk.run(UiCommand::Ask(opens_hull()));
    desk.think(LIMITS);
    let model = desk.model(&DeskFacts::default());
    let Some(InquiryBody::HowTo(data)) = model.inquiry.map(|inquiry| inquiry.body) else { panic!("the tab is open") };
    assert_eq!(data.title, "How does Ben get to open Hull-7 at Aldermoor?");
}

#[test]
fn where_no_goal_is_set_a_remembered_fact_does_not_stand_beside_itself() {
    let mut desk = desk("w01", 0);
    let question = desk.question().expect("a question");
    let world = desk.session().world().clone();
    desk.run(UiCommand::SetTogether(vec![Together::of(question, false, &world)]));
    assert!(how_to(&mut desk, to_goal()).together.is_empty());
}

#[test]
fn what_is_wanted_and_not_wanted_at_once_has_no_way_and_says_so() {
    let mut desk = desk("own-license", 0);
    desk.run(UiCommand::SetTogether(vec![Together { fact: opens_hull(), so: false, stays: true }]));
    let data = how_to(&mut desk, to_goal());
    let Way::Impossible(reasons) = &data.way else { panic!("{:?}", data.way) };
    let words = "Aldermoor: what is wanted for Ben and what must stay so exclude each other";
    assert_eq!(reasons.as_slice(), [words]);
    assert_eq!(data.detail, "Without the conditions chosen here there may be a way.");
}

#[test]
fn what_is_watched_stays_so_when_that_is_asked() {
    let mut desk = desk("own-license", 0);
    let pools = desk.watched()[0].clone();
    let start = desk.session().start().clone();
    let keeps = |desk: &Desk, data: &HowToData| {
        let Way::Acts { all, .. } = &data.way else { panic!("{:?}", data.way) };
        let mut desk = desk.clone();
        all.iter().all(|act| {
            desk.run(UiCommand::Submit(act.clone()));
            pools.is_met(desk.session().world(), &start)
        })
    };
    desk.run(UiCommand::Ask(opens_hull()));
    let free = how_to(&mut desk, HowToDraft::default());
    assert!(!keeps(&desk, &free), "the shortest way takes licenses of Aldermoor");
    let data = how_to(&mut desk, HowToDraft { watched_stays: true, ..HowToDraft::default() });
    assert!(keeps(&desk, &data), "{:?}", data.verdict);
    let option = data.options.iter().find(|option| option.label == "what is watched stays so").unwrap();
    assert!(option.is_on && !option.draft.watched_stays);
}

#[test]
fn a_fact_is_remembered_and_another_asked_about_by_clicks() {
    let mut screen = Screen::open_thinking("own-license");
    screen.shortcut(Key::Num3);
    screen.click(HOW_TO, "This fact");
    screen.see(HOW_TO, "Remember this fact and ask about another: both are asked for at once.");
    screen.click(HOW_TO, "Remember this fact");
    screen.does_not_see(HOW_TO, "comes too");
    screen.see(HOW_TO, "This fact is remembered. Ask about another on the access board.");
    screen.see(HOW_TO, "Forget this fact");
    let cell = screen.label_from(BOARD, "Hull-7 at Aldermoor");
    screen.click(BOARD, &cell);
    for seen in ["How to", "This fact"] {
        assert!(screen.is_on_screen(HOW_TO, seen), "the answer to another question is read from its top");
    }
    screen.see(HOW_TO, "Together with");
    screen.see(HOW_TO, "Ben can use 3DSwymer at Aldermoor");
    assert!(screen.is_chosen(HOW_TO, "comes too"));
    screen.see(HOW_TO, "3 acts, proven shortest");
    screen.see(HOW_TO, "and Ben can use 3DSwymer at Aldermoor: comes too");
    screen.picture("how-to-together");
    screen.click(HOW_TO, "opens least");
    assert!(!screen.is_on_screen(HOW_TO, "This fact"), "sorting the ways leads away from nothing");
    screen.hover(HOW_TO, "Remember this fact");
    screen.picture("how-to-together-end");
    screen.click(HOW_TO, "Forget");
    screen.does_not_see(HOW_TO, "comes too");
}

#[test]
fn to_a_guest_a_license_of_the_host_is_given_and_is_not_their_own() {
    let mut screen = Screen::open_thinking("own-license");
    screen.shortcut(Key::Num3);
    let cell = screen.label_from(BOARD, "Hull-7 at Aldermoor");
    screen.click(BOARD, &cell);
    screen.click(HOW_TO, "Do all 3");
    assert_eq!(screen.board(IFW, "Aldermoor"), "license given");
    assert_eq!(screen.board(IFW, "Brightwell"), "own license");
    screen.click(BOARD, &screen.label_from(BOARD, &format!("{IFW} at Aldermoor")));
    screen.shortcut(Key::Num4);
    screen.see("Who can", "license given");
}

#[test]
fn a_one_way_door_is_told_in_what_if() {
    let mut screen = Screen::open_thinking("own-license");
    screen.click(ALDERMOOR, "Cleo Brandt");
    screen.hover(ALDERMOOR, "Remove member");
    screen.see("What if", "shortest way back");
    screen.picture("what-if-door");
}

#[test]
fn in_a_small_window_everything_of_the_tab_can_be_reached() {
    let mut screen = Screen::open_thinking_at("own-license", egui::vec2(1280.0, 800.0));
    screen.shortcut(Key::Num3);
    screen.click(HOW_TO, "To the goal of this rehearsal");
    screen.picture("how-to-small");
    for label in ["Do it as Ana", "Do all 8", "Message to Gus…", "only Gus"] {
        screen.hover(HOW_TO, label);
        assert!(screen.is_on_screen(HOW_TO, label), "{label}");
    }
    screen.picture("how-to-small-end");
    screen.click(HOW_TO, "Do all 8");
    screen.shortcut(Key::Num2);
    assert!(screen.is_chosen("Why not", "What keeps it"));
    screen.picture("why-not-small");
}

// ---- Beside the window

/// Everything that comes from the thread until nothing is searched any more.
fn all_news(searcher: &Searcher) -> Vec<UiCommand> {
    let begun = Instant::now();
    while searcher.is_busy() && begun.elapsed() < Duration::from_secs(120) {
        std::thread::sleep(Duration::from_millis(5));
    }
    searcher.news().collect()
}

fn job(id: &str, step: usize) -> Job {
    let desk = desk(id, step);
    let world = desk.session().world().clone();
    let start = desk.session().start().clone();
    Job { wish: Wish::free(step, desk.goals()), others: false, world, start }
}

#[test]
fn the_answer_of_a_search_comes_back_as_a_wish_of_the_window() {
    let searcher = Searcher::start(egui::Context::default());
    searcher.want(vec![job("own-license", 6)]);
    let news = all_news(&searcher);
    let [.., UiCommand::Found(found)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!(found.outcome.plan().map(|plan| plan.steps.len()), Some(2));
}

#[test]
fn only_the_newest_wishes_count() {
    let searcher = Searcher::start(egui::Context::default());
    searcher.want(vec![job("two-suppliers", 0), job("own-license", 0)]);
    searcher.want(vec![job("own-license", 7)]);
    let news = all_news(&searcher);
    let answered: Vec<usize> = news
        .iter()
        .filter_map(|command| match command {
            UiCommand::Found(found) => Some(found.wish.at),
            _ => None,
        })
        .collect();
    assert_eq!(answered, [7]);
}

#[test]
fn a_search_that_is_stopped_gives_up() {
    let searcher = Searcher::start(egui::Context::default());
    searcher.want(vec![job("two-suppliers", 0)]);
    std::thread::sleep(Duration::from_millis(30));
    searcher.stop();
    let news = all_news(&searcher);
    let Some(UiCommand::Found(found)) = news.last() else { panic!("{news:?}") };
    assert!(matches!(found.outcome, Outcome::GaveUp(_)), "{:?}", found.outcome);
}
