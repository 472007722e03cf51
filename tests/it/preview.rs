//! *What if*: what an act would change, shown before it is done, and found by the same function as the act.

use crate::each_drill::{acting, all_acts};
use crate::screen::*;
use crossinvite::access::{AccessChange, Question, changes, explain, standing};
use crossinvite::app::headless::desk_at;
use crossinvite::app::{files, model::DeskFacts};
use crossinvite::content::DRILLS;
use crossinvite::decide;
use crossinvite::domain::{Act, Command, MemberOption, PersonId, PlatformId};
use crossinvite::ui::UiCommand;
use crossinvite::view::build;
use egui::Key;
use std::collections::BTreeSet;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";

#[test]
fn hovering_the_decisive_switch_says_what_it_would_open_and_changes_nothing() {
    let mut screen = Screen::open("own-license");
    for _ in 0..7 {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen.hover(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.see("What if", "If Gus keeps Ben’s 3DSwymer license at Brightwell");
    screen.see("What if", "− Ben can connect to Aldermoor");
    screen.see("What if", "− Ben can open Hull-7");
    screen.see(GUIDE, "7 of 8 done");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
    screen.hover(BRIGHTWELL, "Members");
    assert!(!screen.has_region("What if"));
}

// C3, F15: who may invite from then on; C20, C21: what each sharing takes from then on
#[test]
fn what_an_option_brings_later_is_cautioned_against_before_it_is_switched() {
    const MEMBERS: &str = "Allow platform members to invite external users (for instance when sharing content).";
    const ELSEWHERE: &str = "Allow administrators to manage member's platform locations";
    const DEFAULTS: &str = "Default roles to assign";
    let caution =
        "Every member may invite outsiders then. Unless all of them should, leave inviting to administrators.";
    let takes = "Each sharing that invites somebody takes a license of Aldermoor then: the default roles give 3DSwymer";
    let mut screen = Screen::open("own-license");
    screen.hover(ALDERMOOR, MEMBERS);
    screen.see("What if", caution);
    screen.picture("caution-members-invite");
    screen.toggle(ALDERMOOR, MEMBERS);
    screen.hover(ALDERMOOR, ELSEWHERE);
    screen.hover(ALDERMOOR, MEMBERS);
    screen.does_not_see("What if", "leave inviting");

    screen.toggle(ALDERMOOR, OPTION);
    screen.hover(ALDERMOOR, ELSEWHERE);
    screen.hover(ALDERMOOR, OPTION);
    screen.does_not_see("What if", "Each sharing");
    screen.click(ALDERMOOR, "(select default roles to assign)");
    let assign = "Assign License, 3DSwymer (Collaborative Business Innovator)";
    assert!(screen.is_on(DEFAULTS, assign));
    screen.toggle(DEFAULTS, assign);
    screen.click(DEFAULTS, "Apply");
    screen.hover(ALDERMOOR, OPTION);
    screen.see("What if", takes);
    screen.picture("caution-sharing-takes-licenses");
    screen.toggle(ALDERMOOR, OPTION);
    screen.hover(ALDERMOOR, ELSEWHERE);
    screen.hover(ALDERMOOR, OPTION);
    screen.does_not_see("What if", "Each sharing");
}

#[test]
fn along_every_solution_the_preview_counts_what_the_act_then_changes() {
    for id in ["own-license", "consultant", "cross-collaboration", "two-suppliers"] {
        let opened = files::open_built_in(id).unwrap();
        for (step, command) in opened.rehearsal.solution().enumerate() {
            let desk = desk_at(opened.clone(), Some(step)).unwrap();
            let lens = desk.lens();
            let (after, _) = decide::act(lens.world, command).unwrap();
            let found = changes(lens.world, &after);
            let gained = found.iter().filter(|change| change.is_gain()).count();
            let shown = build::preview(&lens, std::slice::from_ref(command)).unwrap();
            let plus = shown.lines.iter().filter(|line| line.text.starts_with('+')).count();
            assert_eq!(plus, gained.min(6), "{id} step {step}: {:?}", shown.lines);
        }
    }
}

// Whose license would serve is no difference where nobody invited the person (found by chance in `properties`)
#[test]
fn an_option_at_home_changes_nothing_where_nobody_invited_the_guest() {
    let opened = files::open_built_in("own-license").unwrap();
    let solution: Vec<Command> = opened.rehearsal.solution().cloned().collect();
    let start = opened.session.start().clone();
    let free = solution.iter().take(2).fold(start, |world, command| decide::act(&world, command).unwrap().0);
    let (person, platform): (PersonId, PlatformId) = ("ben".into(), "aldermoor".into());
    let question = Question::RoleUsable { person, platform, role: "XWA".into() };
    assert_eq!(explain(&free, question).source, Some("brightwell".into()));
    let off = Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false };
    let (after, _) = decide::act(&free, &Command::new("gus".into(), "brightwell".into(), off)).unwrap();
    assert_eq!(standing(&free, question), standing(&after, question));
    assert_eq!(changes(&free, &after), []);
}

/// For every control that acts, in every drill: what is told before is what the act then changes, no more and no less.
#[test]
fn in_every_drill_what_if_says_of_every_control_what_the_act_then_changes() {
    let (mut seen, mut marked) = (0, 0);
    for drill in DRILLS {
        let opened = files::open_built_in(drill.id).unwrap();
        let mut desk = desk_at(opened, Some(0)).unwrap();
        let model = desk.model(&DeskFacts::default());
        let mut found = all_acts(&mut desk);
        acting(&serde_json::to_value(&model.inquiry).unwrap(), &mut found);
        for command in found {
            let lens = desk.lens();
            let Some(shown) = build::preview(&lens, std::slice::from_ref(&command)) else {
                let (_, events) = decide::act(lens.world, &command).unwrap();
                assert!(events.is_empty(), "{}: nothing is told of {command:?}", drill.id);
                continue;
            };
            let before = lens.world.clone();
            let mut after = desk.clone();
            after.run(UiCommand::Submit(command.clone()));
            let is_marked = |change: &AccessChange| change.is_gain() || change.is_loss();
            let became: Vec<(Question, bool)> = changes(&before, after.session().world())
                .into_iter()
                .filter(is_marked)
                .map(|change| (change.question, change.is_gain()))
                .collect();
            assert_eq!(shown.marks, became, "{}: {command:?}", drill.id);
            (seen, marked) = (seen + 1, marked + usize::from(!became.is_empty()));
        }
    }
    assert!(seen > 300 && marked > 50, "{seen} controls, {marked} change what somebody has");
}

/// Six acts of the first lesson are done, and this tab is open on both sides, with what Ben has.
fn screen_at(tab: &str) -> Screen {
    let mut screen = Screen::open("own-license");
    for _ in 0..6 {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    for platform in [ALDERMOOR, BRIGHTWELL] {
        screen.click(platform, tab);
    }
    // Whom an act was about may stand open already.
    let labels = screen.interactive_labels(BRIGHTWELL);
    if tab == "Members" && !labels.iter().any(|label| label.starts_with("Restrict Usage")) {
        let card = labels.iter().find(|label| label.starts_with("Ben "));
        screen.click(BRIGHTWELL, card.unwrap_or_else(|| panic!("no card of Ben’s: {labels:#?}")));
    }
    screen
}

/// Is it known to open, fold, ask or turn to something, and do nothing else?
fn only_shows(label: &str) -> bool {
    let starts = ["Fold ", "Why? ", "Details of ", "Show me", "Signed in", "Notifications", "(select ", "Grant role"];
    let menus = ["User right", "Access role", "Owner of ", "Move ", "Share "];
    label.ends_with('…')
        || label.ends_with(", works here now")
        || label.ends_with(", invited")
        || starts.iter().chain(&menus).any(|start| label.starts_with(start))
}

/// Nothing that acts at a click does so without having said before what it would do.
#[test]
fn no_control_of_the_window_acts_without_what_if() {
    let mut acted = BTreeSet::new();
    for (tab, region) in [("Members", WHY), ("Members", BRIGHTWELL), ("Spaces", ALDERMOOR), ("Spaces", GUIDE)] {
        let mut screen = screen_at(tab);
        let labels = screen.interactive_labels(region);
        let opens = [screen.tabs(region), screen.expandable(region)].concat();
        for label in labels.iter().filter(|label| !opens.contains(label) && !only_shows(label)) {
            if !screen.has_region(region) || screen.interactive_labels(region) != labels {
                screen = screen_at(tab);
            }
            if acts_as_told(&mut screen, region, label) {
                acted.insert(format!("{region}: {label}"));
            }
        }
    }
    assert!(acted.len() >= 15, "{} controls acted: {acted:#?}", acted.len());
    for one in ["Restrict Usage to this Platform, 3DSwymer", "Restricted roles"] {
        assert!(acted.iter().any(|acted| acted.ends_with(one)), "{one}: {acted:#?}");
    }
}

/// Rests on a control, clicks it, and takes back what it did. Did it act?
fn acts_as_told(screen: &mut Screen, region: &str, label: &str) -> bool {
    let is_once = screen.interactive_labels(region).iter().filter(|known| *known == label).count() == 1;
    if !is_once || !screen.is_enabled(region, label) {
        return false;
    }
    screen.hover(region, label);
    let is_told = screen.has_region("What if");
    let before = screen.app().desk().session().depth();
    screen.click(region, label);
    let is_act = screen.app().desk().session().depth() > before;
    assert!(is_told || !is_act, "“{label}” of “{region}” acts, and says nothing before");
    if is_act {
        screen.shortcut(Key::Z);
        assert_eq!(screen.app().desk().session().depth(), before, "“{label}” is undone");
    } else {
        screen.key(Key::Escape);
    }
    is_act
}
