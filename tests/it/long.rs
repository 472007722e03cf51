//! Lists of thousands: only what is in view is drawn, and nothing of it is out of reach.

use crossinvite::app::desk::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::model::DeskFacts;
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::session::Session;
use crossinvite::ui::layout::{LayoutState, window_ui};
use crossinvite::ui::{CommandQueue, UiCommand, theme};
use crossinvite::view::{PanelTab, Spot};
use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

const STAFF: usize = 1_500;
const BRIGHTWELL: &str = "Brightwell Tooling";

/// A desk in its window.
pub struct Window {
    desk: Desk,
    layout: LayoutState,
}

fn person(number: usize) -> PersonId {
    PersonId::new(&format!("staff-{number}"))
}

fn home() -> PlatformId {
    PlatformId::new("brightwell")
}

fn name(number: usize) -> String {
    format!("Staff {number:04}")
}

/// The first rehearsal with a crowd at Brightwell: all in one space and in one group.
fn crowded() -> Desk {
    let opened = open_built_in("own-license").expect("a built-in rehearsal");
    let mut world = opened.session.world().clone();
    let mut play = |act: StageAct| world = decide::act(&world, &Command::Stage(act)).expect("the stage can be set").0;
    for number in 0..STAFF {
        let email = Email::new(&format!("staff-{number}@brightwell.example"));
        play(StageAct::AddPerson { person: person(number), name: Some(name(number)), email });
        play(StageAct::AddMember {
            platform: home(),
            person: person(number),
            membership: Membership::Active,
            right: UserRight::Member,
            location: None,
            organizations: Vec::new(),
            roles: Vec::new(),
        });
    }
    let members = (0..STAFF).map(person).collect();
    play(StageAct::AddGroup { platform: home(), group: "all".into(), name: "All staff".into(), members });
    play(StageAct::AddSpace { platform: home(), space: "dock".into(), name: "Dock".into() });
    for number in 0..STAFF {
        play(StageAct::AddSpaceMember {
            platform: home(),
            space: "dock".into(),
            who: SpaceSubject::Person(person(number)),
            role: AccessRole::Author,
            restricted: false,
            organization: None,
        });
    }
    Desk::new(opened.rehearsal, Session::new(world))
}

fn open(desk: Desk) -> Harness<'static, Window> {
    open_at(desk, vec2(1600.0, 1000.0))
}

/// The same in a window of this size.
pub fn open_at(desk: Desk, size: egui::Vec2) -> Harness<'static, Window> {
    let window = Window { desk, layout: LayoutState::default() };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(60)
        .with_context_setup(|context| {
            theme::install(context);
            theme::freeze(context);
        })
        .build_ui_state(show, window);
    harness.run();
    harness
}

/// Draws the window and carries out what it asks for, as the application does.
fn show(ui: &mut egui::Ui, window: &mut Window) {
    let mut queue = CommandQueue::default();
    let mut full = crate::kit::whole(ui);
    let model = window.desk.model(&DeskFacts::default());
    window_ui(&mut full, &model.window(window.desk.selection()), &mut window.layout, &mut queue);
    for command in queue.drain() {
        window.desk.run(command);
        ui.ctx().request_repaint();
    }
}

/// Has the desk do this.
pub fn ask(harness: &mut Harness<'static, Window>, command: UiCommand) {
    harness.state_mut().desk.run(command);
    harness.run();
}

/// The cards of the crowd that are drawn, by number.
fn drawn(harness: &Harness<'static, Window>) -> Vec<usize> {
    let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL);
    let cards = panel.query_all_by_role(Role::Button);
    let number = |node: Node<'_>| node.accesskit_node().label()?.strip_prefix("Staff ")?.parse().ok();
    cards.filter_map(number).collect()
}

fn is_seen(harness: &Harness<'static, Window>, label: &str) -> bool {
    let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL);
    let rect = panel.get_by_role_and_label(Role::Button, label).rect();
    rect.min.y > 300.0 && rect.max.y < 960.0
}

#[test]
fn only_the_cards_in_view_are_drawn_and_the_list_says_how_many_there_are() {
    let harness = open(crowded());
    let cards = drawn(&harness);
    assert!(cards.len() > 1 && cards.len() < 40, "{} cards are drawn", cards.len());
    let consecutive: Vec<usize> = (0..cards.len()).collect();
    assert_eq!(cards, consecutive);
    let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL);
    let members = harness.state().desk.lens().world.roll(home()).members.len();
    let list = panel.query_all_by_role(Role::List).find(|list| list.accesskit_node().size_of_set() == Some(members));
    assert!(list.is_some(), "a list of {members} is told");
    let first = name(0);
    let card = panel.get_by_role_and_label(Role::Button, &first);
    let place = members - STAFF;
    assert_eq!(card.accesskit_node().position_in_set(), Some(place), "after those who were there before");
}

#[test]
fn show_me_leads_to_a_member_far_below_and_marks_it() {
    let mut harness = open(crowded());
    let far = 1_234;
    assert!(!drawn(&harness).contains(&far));
    ask(&mut harness, UiCommand::Show(Spot::Member(home(), person(far))));
    assert!(drawn(&harness).contains(&far), "{:?}", drawn(&harness));
    assert!(is_seen(&harness, &name(far)), "it stands in view");
    let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL);
    let far = name(far);
    let card = panel.get_by_role_and_label(Role::Button, &far);
    assert_eq!(card.accesskit_node().data().is_expanded(), Some(true), "its card is open");
}

#[test]
fn what_was_shown_stays_where_it_is_scrolled_to() {
    let mut harness = open(crowded());
    ask(&mut harness, UiCommand::Show(Spot::Member(home(), person(700))));
    scroll(&mut harness, -3_000.0);
    assert!(!drawn(&harness).contains(&700), "scrolled away: {:?}", drawn(&harness));
    let there = drawn(&harness);
    harness.run();
    assert_eq!(drawn(&harness), there, "nothing scrolls back by itself");
}

/// Turns the wheel over the cards of Brightwell.
fn scroll(harness: &mut Harness<'static, Window>, by: f32) {
    let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL).rect();
    harness.event(egui::Event::PointerMoved(egui::pos2(panel.center().x, panel.max.y - 120.0)));
    harness.step();
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run();
}

#[test]
fn scrolling_leaves_no_gap_and_comes_to_the_end() {
    let mut harness = open(crowded());
    for _ in 0..4 {
        scroll(&mut harness, -2_600.0);
        let cards = drawn(&harness);
        assert!(cards.len() > 4, "{cards:?}");
        let first = cards[0];
        assert_eq!(cards, (first..first + cards.len()).collect::<Vec<_>>(), "row by row");
    }
    scroll(&mut harness, -1_000_000.0);
    assert_eq!(drawn(&harness).last(), Some(&(STAFF - 1)), "{:?}", drawn(&harness));
}

#[test]
fn tab_goes_from_row_to_row_beyond_what_is_in_view() {
    let mut harness = open(crowded());
    let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL);
    let first = name(0);
    panel.get_by_role_and_label(Role::Button, &first).focus();
    harness.run();
    let mut seen = vec![0];
    for _ in 0..150 {
        harness.key_press(Key::Tab);
        harness.run();
        let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL);
        let focused = panel.query_all_by_role(Role::Button).find(Node::is_focused);
        let label = focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
        if let Some(number) = label.strip_prefix("Staff ").and_then(|number| number.parse().ok())
            && seen.last() != Some(&number)
        {
            seen.push(number);
            assert!(is_seen(&harness, &name(number)), "{} has the keyboard and is in view", name(number));
        }
    }
    assert!(seen.len() > 30, "{seen:?}");
    assert_eq!(seen, (0..seen.len()).collect::<Vec<_>>(), "no row is passed over");
}

#[test]
fn the_people_of_a_space_and_of_a_group_are_drawn_as_far_as_they_are_in_view() {
    let mut harness = open(crowded());
    for (tab, command) in [
        (PanelTab::Spaces, UiCommand::ToggleSpace { platform: home(), space: "dock".into() }),
        (PanelTab::Groups, UiCommand::ToggleGroup { platform: home(), group: "all".into() }),
    ] {
        ask(&mut harness, UiCommand::SetTab { platform: home(), tab });
        ask(&mut harness, command);
        let count = |harness: &Harness<'static, Window>| {
            let panel = harness.get_by_role_and_label(Role::Region, BRIGHTWELL);
            let found =
                panel.query_all_by_role(Role::List).find(|list| list.accesskit_node().size_of_set() == Some(STAFF));
            let rows = found.expect("a list of all").query_all_by_label_contains("Staff ").count();
            (rows, panel.query_all_by_label_contains(&name(STAFF - 1)).next().is_some())
        };
        let (rows, is_last) = count(&harness);
        assert!(rows > 4 && rows < 200 && !is_last, "{rows} of them are drawn");
        scroll(&mut harness, -10_000_000.0);
        assert!(count(&harness).1, "the last can be scrolled to");
    }
}

#[test]
fn a_search_finds_everybody_who_matches_among_thousands() {
    let mut desk = crowded();
    desk.run(UiCommand::OpenAddMember { platform: home(), space: "dock".into() });
    let search = |desk: &mut Desk, text: &str| {
        let role = AccessRole::Author;
        desk.run(UiCommand::EditAddMember { search: text.into(), role, restricted: false });
        desk.model(&DeskFacts::default()).add_member.expect("the dialog is open")
    };
    // Nobody of the crowd has the role that the dialog asks for (C10).
    assert_eq!(search(&mut desk, "staff").matches.total, 0);
    assert!(search(&mut desk, "gus").matches.total > 0, "Gus has it");
}

/// Also of the rows that are not drawn a letter finds the next one, and brings it into view.
#[test]
fn a_letter_finds_a_line_of_a_long_list_that_is_out_of_view() {
    let mut desk = crowded();
    let (zoe, email) = (PersonId::new("zoe"), Email::new("zoe@brightwell.example"));
    let staff = StageAct::AddMember {
        platform: home(),
        person: zoe,
        membership: Membership::Active,
        right: UserRight::Member,
        location: None,
        organizations: Vec::new(),
        roles: Vec::new(),
    };
    for act in [StageAct::AddPerson { person: zoe, name: Some("Zoe Zimmer".into()), email }, staff] {
        desk.run(UiCommand::Submit(Command::Stage(act)));
    }
    let mut harness = open(desk);
    // The second opens at its end, where Gus is.
    let lists = [("Person in focus: ", "Zoe Zimmer", "Ana Moreau"), ("Signed in: Gus", "Staff 0000", "Zoe Zimmer")];
    for (button, far, near) in lists {
        let starts = |node: &Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(button));
        let found = harness.query_all_by_role(Role::Button).find(starts);
        found.unwrap_or_else(|| panic!("there is no “{button}”")).click();
        harness.run();
        assert!(harness.query_by_role_and_label(Role::MenuItem, far).is_none(), "{button}: {far} is far away");
        for line in [far, near, far] {
            harness.event(egui::Event::Text(line.to_lowercase().chars().take(1).collect()));
            harness.run();
            let node = harness.get_by_role_and_label(Role::MenuItem, line);
            assert!(node.is_focused(), "{button}: {line} has the keyboard");
            let (top, bottom) = (node.rect().min.y, node.rect().max.y);
            assert!(top > 40.0 && bottom < 990.0, "{button}: {line} is in view: {top} to {bottom}");
            harness.run_steps(70);
        }
        harness.key_press(Key::Escape);
        harness.run();
    }
}

/// Whoever is in focus stands in view whenever the list of people opens; its ends are reached by one key each.
#[test]
fn the_list_of_people_opens_at_the_chosen_one() {
    let mut harness = open(crowded());
    for number in [900, 3, 1_400] {
        ask(&mut harness, UiCommand::Focus(person(number)));
        for time in ["first", "second"] {
            harness.get_by_role_and_label(Role::Button, &format!("Person in focus: {}", name(number))).click();
            harness.run();
            let label = name(number);
            let found = harness.query_all_by_role_and_label(Role::MenuItem, &label).next();
            let line = found.unwrap_or_else(|| panic!("{number} is not drawn at the {time} opening")).rect();
            let others: Vec<f32> =
                harness.query_all_by_role(Role::MenuItem).map(|line| line.rect().center().y).collect();
            assert!((60.0..900.0).contains(&line.center().y), "{number}: {line:?} among {others:?}");
            harness.key_press(Key::End);
            harness.run();
            assert!(harness.get_by_role_and_label(Role::MenuItem, &name(STAFF - 1)).is_focused(), "{time}");
            harness.key_press(Key::Escape);
            harness.run();
        }
    }
}
