//! Every dialog, page and list of the window: what reacts there has a name, a role, a state and, greyed, a reason, and
//! can be hit. The first platform in a large window, the second in a small one; and every drill.

use crate::names::nameless;
use crate::reach::{variant, variants};
use crate::screen::*;
use crate::targets::too_small;
use egui::{Key, Modifiers, Vec2};
use std::collections::BTreeSet;

const SHEETS: &str = include_str!("../../src/view/sheet.rs");
const STAGE: &str = "Set the stage";

/// What was looked at, and what is wrong there.
#[derive(Default)]
struct Tour {
    views: usize,
    sheets: BTreeSet<String>,
    found: Vec<String>,
}

impl Tour {
    fn look(&mut self, screen: &Screen, when: &str) {
        nameless(screen, when, &mut self.found);
        too_small(screen, when, &mut self.found);
        self.sheets.extend(screen.app().desk().selection().sheet.as_ref().map(variant));
        self.views += 1;
    }

    /// Opens something from a control that begins so, looks, and closes it by Esc.
    fn through(&mut self, screen: &mut Screen, region: &str, button: &str) {
        let label = screen.label_from(region, button);
        screen.click(region, &label);
        assert!(screen.app().desk().selection().dialog().is_some(), "“{label}” opens nothing");
        self.look(screen, &label);
        screen.key(Key::Escape);
        assert!(screen.app().desk().selection().dialog().is_none(), "Esc does not close what “{label}” opened");
    }

    /// Opens something by key, looks, and closes it by Esc.
    fn by_key(&mut self, screen: &mut Screen, modifiers: Modifiers, key: Key, when: &str) {
        screen.keys(modifiers, key);
        self.look(screen, when);
        screen.key(Key::Escape);
    }

    fn end(self, least: usize) {
        let found: BTreeSet<String> = self.found.into_iter().collect();
        let found: Vec<String> = found.into_iter().collect();
        assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
        assert!(self.views >= least, "only {} views were looked at", self.views);
    }
}

/// Members: the options with their links, the wizard, lines to import, a role to grant, the licenses.
fn members(tour: &mut Tour, screen: &mut Screen, at: &str, member: &str) {
    screen.toggle(at, "Allow administrators to manage member's platform locations");
    tour.through(screen, at, "(select location)");
    tour.through(screen, at, "(select default roles to assign)");
    screen.click(at, "Import Members…");
    screen.type_into("Import Members", "Lines to import", "x@elsewhere.example;user;contractor;IFW");
    tour.look(screen, "lines to import");
    screen.key(Key::Escape);
    tour.through(screen, at, "Licenses of ");
    screen.click(at, "Invite members…");
    tour.look(screen, "the wizard");
    screen.type_into(WIZARD, "User email", "x@elsewhere.example");
    for step in ["roles", "summary"] {
        screen.click(WIZARD, "Next");
        tour.look(screen, &format!("the wizard, {step}"));
    }
    screen.click(WIZARD, "Close");
    // What is far out of view is not drawn; a card that is opened comes into view.
    for _ in 0..2 {
        if !screen.interactive_labels(at).iter().any(|label| label.starts_with("Grant role")) {
            screen.click(at, member);
        }
    }
    screen.toggle(at, OPTION);
    screen.drop_down(at, "Grant role");
    tour.look(screen, "roles to grant");
    let line = screen.lines().into_iter().find(|line| line.ends_with('…')).expect("a role to grant");
    screen.take(&line);
    tour.look(screen, "a role with its terms");
    screen.key(Key::Escape);
}

/// Groups, then a space with its members, its groups, its table and its content.
fn content(tour: &mut Tour, screen: &mut Screen, at: &str) {
    screen.click(at, "Groups");
    screen.type_into(at, "Name of the new group", "Crew");
    screen.click(at, "Create group");
    tour.look(screen, "a group");
    screen.click(at, "Spaces");
    screen.type_into(at, "Name of the new space", "Study");
    screen.click(at, "Create space");
    tour.look(screen, "a space");
    for button in ["Add member(s)…", "Add group(s)…", "Advanced…", "Edit properties…"] {
        tour.through(screen, at, button);
    }
    screen.click(at, "New item…");
    screen.type_into(STAGE, "Name", "Rib");
    screen.click(STAGE, "Set");
    screen.click(STAGE, "Close");
    tour.through(screen, at, "Share Rib");
    for button in ["Owner of Rib: ", "Move Rib"] {
        screen.drop_down(at, button);
        tour.look(screen, button);
        screen.key(Key::Escape);
    }
}

/// The pages and lists of the window itself.
fn window(tour: &mut Tour, screen: &mut Screen) {
    tour.through(screen, TIMELINE, "Clock: ");
    for menu in ["File", "View", "Rehearsal: "] {
        screen.drop_down(TOP, menu);
        tour.look(screen, menu);
        screen.key(Key::Escape);
    }
    screen.pick(TOP, "File", "Readings…");
    tour.look(screen, "the readings");
    screen.key(Key::Escape);
    for (key, when) in [(Key::K, "the palette"), (Key::L, "the lessons"), (Key::D, "the drills"), (Key::E, "the stage")]
    {
        tour.by_key(screen, Modifiers::COMMAND, key, when);
    }
    tour.by_key(screen, Modifiers::NONE, Key::F1, "the keys");
    tour.by_key(screen, Modifiers::SHIFT, Key::F1, "the words");
    for (key, tab) in [(Key::Num2, "Why not"), (Key::Num3, "How to"), (Key::Num4, "Who can"), (Key::Num1, "Why")] {
        screen.shortcut(key);
        assert!(screen.has_region(tab), "{tab}");
        tour.look(screen, tab);
    }
    screen.shortcut(Key::Num5);
    let message = "From the message";
    tour.look(screen, message);
    let symptom = screen.interactive_labels(message).into_iter().find(|label| label != "Close").expect("a message");
    screen.click(message, &symptom);
    tour.look(screen, &symptom);
    screen.key(Key::Escape);
    screen.shortcut(Key::O);
    tour.look(screen, "the path");
    screen.key(Key::Escape);
    screen.pick(TOP, "Rehearsal: ", "Empty stage");
    assert!(screen.has_region("Unsaved work"));
    tour.look(screen, "unsaved work");
    screen.click("Unsaved work", "Stay");
}

/// A refusal where it was tried, and a notice.
fn answers(tour: &mut Tour, screen: &mut Screen) {
    screen.key(Key::Escape);
    for _ in 0..5 {
        screen.shortcut(Key::Enter);
    }
    screen.click("Aldermoor Marine", OPTION);
    assert!(screen.app().desk().selection().refused.is_some());
    tour.look(screen, "a refusal");
    let folder = std::env::temp_dir().join(format!("crossinvite-everywhere-{}", std::process::id()));
    screen.shortcut(Key::S);
    screen.type_over("Save this session", "Path", &folder.join("no/such/folder.ron").display().to_string());
    screen.click("Save this session", "Save");
    tour.look(screen, "what is wrong with a path");
    screen.key(Key::Escape);
    screen.pick(TOP, "View", "Motion on or off");
    assert!(screen.has_region("Notice"));
    tour.look(screen, "a notice");
}

fn presented(tour: &mut Tour, screen: &mut Screen) {
    screen.key(Key::F5);
    tour.look(screen, "presented");
    screen.key(Key::P);
    tour.look(screen, "presented with the platforms");
    screen.shortcut(Key::K);
    tour.look(screen, "the palette while presenting");
}

fn visit(size: Vec2, at: &str, member: &str) -> Tour {
    let mut tour = Tour::default();
    let mut screen = Screen::open_at("own-license", size);
    members(&mut tour, &mut screen, at, member);
    content(&mut tour, &mut screen, at);
    screen.click(at, "Members");
    window(&mut tour, &mut screen);
    let mut screen = Screen::open_at("own-license", size);
    answers(&mut tour, &mut screen);
    presented(&mut tour, &mut screen);
    // Messages are written for the acts of a way, which is searched for.
    let mut screen = Screen::open_thinking_at("own-license", size);
    screen.shortcut(Key::Num3);
    tour.look(&screen, "a way");
    tour.through(&mut screen, "How to", "Message to ");
    tour
}

#[test]
fn everything_is_named_and_can_be_hit_in_a_large_window() {
    let tour = visit(USUAL, "Aldermoor Marine", "Cleo Brandt");
    // A dialog that is added is missed here at once.
    assert_eq!(tour.sheets, variants(SHEETS, "SheetDraft"));
    tour.end(40);
}

#[test]
fn everything_is_named_and_can_be_hit_on_the_second_platform_in_a_small_window() {
    let tour = visit(SMALL, "Brightwell Tooling", "Gus Lindqvist");
    assert_eq!(tour.sheets, variants(SHEETS, "SheetDraft"));
    tour.end(40);
}

#[test]
fn everything_is_named_and_can_be_hit_in_every_drill() {
    let mut tour = Tour::default();
    for drill in &crossinvite::content::DRILLS {
        let screen = Screen::open_at(drill.id, SMALL);
        tour.look(&screen, drill.id);
    }
    tour.end(32);
}
