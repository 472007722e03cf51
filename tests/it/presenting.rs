//! Before an audience: nothing private is shown, nothing is lost when the type is large, the pointer is seen, and the
//! presenter's keys work wherever the keyboard is.

use crate::screen::*;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::desk_at;
use crossinvite::app::model::DeskFacts;
use egui::{Key, Modifiers};
use std::path::PathBuf;

const SAVE: &str = "Save this session";

/// A folder of this test alone.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("crossinvite-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A saved session of one act, opened from its file, so that it is among the recent ones too.
fn saved(folder: &std::path::Path) -> (Screen, PathBuf) {
    let path = folder.join("private-name.ron");
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::Enter);
    screen.shortcut(Key::S);
    screen.type_over(SAVE, "Path", &path.display().to_string());
    screen.click(SAVE, "Save");
    let mut screen = Screen::open("own-license");
    screen.drop_file(&path);
    assert_eq!(screen.app().desk().session().steps().count(), 1, "it is open");
    (screen, path)
}

fn shows_no_path(screen: &Screen, when: &str) {
    let texts = screen.all_texts();
    assert!(texts.len() > 20, "{texts:?}");
    let private =
        |text: &&String| text.contains("private-name") || text.contains(".ron") || text.contains("crossinvite-");
    let found: Vec<&String> = texts.iter().filter(private).collect();
    assert!(found.is_empty(), "{when}: {found:#?}");
}

#[test]
fn no_path_and_no_recent_file_is_shown_to_an_audience() {
    let folder = folder("audience");
    let (mut screen, path) = saved(&folder);
    let written = std::fs::read_to_string(&path).expect("it is there");
    screen.key(Key::F5);
    shows_no_path(&screen, "presented");
    screen.shortcut(Key::O);
    shows_no_path(&screen, "after Ctrl+O");
    screen.see("Notice", "Open…: Not while presenting: everybody would see your files.");
    screen.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    shows_no_path(&screen, "after Ctrl+Shift+S");
    screen.see("Notice", "Save as…: Not while presenting");
    screen.key(Key::ArrowRight);
    screen.shortcut(Key::S);
    shows_no_path(&screen, "after Ctrl+S");
    screen.see("Notice", "Saved.");
    let now = std::fs::read_to_string(&path).expect("it is there");
    assert!(now.len() > written.len() && !screen.app().is_unsaved(), "it is saved");
    std::fs::write(&path, &written).expect("somebody else writes it");
    screen.key(Key::ArrowRight);
    screen.shortcut(Key::S);
    shows_no_path(&screen, "after somebody else wrote the file");
    screen.see("Notice", "The file was changed by somebody else.");
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), written, "it is left alone");
    screen.shortcut(Key::K);
    shows_no_path(&screen, "in the palette");
    std::fs::remove_dir_all(folder).expect("it was written");
}

#[test]
fn what_is_in_no_file_is_not_saved_before_an_audience() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F5);
    screen.key(Key::ArrowRight);
    screen.shortcut(Key::S);
    screen.see("Notice", "Save: Not while presenting");
    assert!(!screen.has_region(SAVE));
    screen.key(Key::Escape);
    screen.key(Key::Escape);
    screen.shortcut(Key::S);
    assert!(screen.has_region(SAVE), "afterwards it asks where");
}

/// R83, R84: a step of two acts, told act by act: each where it is done, the guide's words with the first.
#[test]
fn each_act_of_a_step_is_told_where_it_is_done() {
    let mut screen = Screen::open("two-suppliers");
    screen.key(Key::F5);
    let quote = "The invite will come through as an email";
    let mut accepted = 0;
    for _ in 0..30 {
        screen.key(Key::ArrowRight);
        if screen.sees("Story", " accepts ") {
            accepted += 1;
            screen.see("Story", "mail");
            screen.see("Story", quote);
            screen.key(Key::ArrowRight);
            screen.see("Story", "switches to");
            screen.see("Story", "the platform list of");
            screen.does_not_see("Story", quote);
            screen.does_not_see("Story", "’s mail");
        }
    }
    assert_eq!(accepted, 2, "Ben and Kim");
}

/// The act that reaches the goal says so, and the one before it does not.
#[test]
fn the_act_that_reaches_the_goal_says_so() {
    let told = |step: usize| {
        let desk = desk_at(open_built_in("own-license").unwrap(), Some(step)).unwrap();
        desk.model(&DeskFacts::default()).window(desk.selection()).script.effect.clone().unwrap().text
    };
    assert_eq!(told(8), "The goal is reached");
    assert!(!told(7).contains("goal"), "{}", told(7));
}

#[test]
fn the_keys_of_a_presenters_remote_work_wherever_the_keyboard_is() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F5);
    screen.press_tab_to("Leave the presentation");
    screen.key(Key::PageDown);
    screen.see("Story", "Step 1 of 8");
    screen.key(Key::PageDown);
    screen.see("Story", "Step 2 of 8");
    screen.key(Key::PageUp);
    screen.see("Story", "Step 1 of 8");
    assert_eq!(screen.focused().as_deref(), Some("Leave the presentation"));
}

#[test]
fn nothing_is_lost_in_the_largest_type() {
    let mut screen = Screen::open_at("own-license", SMALL);
    screen.key(Key::F5);
    for _ in 0..4 {
        screen.key(Key::ArrowRight);
    }
    let usual = screen.texts("Story");
    assert!(usual.len() >= 4, "{usual:#?}");
    for _ in 0..20 {
        screen.shortcut(Key::Plus);
    }
    assert!((screen.zoom() - 3.0).abs() < 0.01, "{}", screen.zoom());
    assert_eq!(screen.texts("Story"), usual);
    screen.picture("present-300");
    screen.click("Presenting", "One step back");
    screen.see("Story", "Step 3 of 8");
    assert!(screen.has_region(BRIDGE));
}

/// How many pixels around a point differ in two pictures.
fn differing(one: &image::RgbaImage, other: &image::RgbaImage, at: egui::Pos2, reach: f32) -> usize {
    let near = |x: u32, y: u32| egui::pos2(x as f32, y as f32).distance(at) < reach;
    one.enumerate_pixels().filter(|(x, y, pixel)| near(*x, *y) && other.get_pixel(*x, *y) != *pixel).count()
}

#[test]
fn the_pointer_has_a_ring_while_it_moves() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F5);
    let reach = 20.0 * screen.zoom();
    let at = screen.point_at("Story");
    let moving = screen.shot();
    screen.wait(20);
    let resting = screen.shot();
    let ring = differing(&moving, &resting, at, reach);
    assert!(ring > 2_000, "{ring} pixels around the pointer tell where it is");
    screen.wait(20);
    assert_eq!(differing(&resting, &screen.shot(), at, reach), 0, "it goes when the pointer rests");
    screen.point_at("Presenting");
    screen.point_at("Story");
    assert_eq!(differing(&moving, &screen.shot(), at, reach), 0, "it comes back");
}

/// A notice has a strip of its own: nothing of the story is under it, in the usual type and in the largest.
#[test]
fn a_notice_covers_nothing_of_the_story() {
    for (size, larger) in [(USUAL, 0), (SMALL, 0), (egui::vec2(960.0, 600.0), 20)] {
        let mut screen = Screen::open_at("own-license", size);
        screen.key(Key::F5);
        for _ in 0..4 {
            screen.key(Key::ArrowRight);
        }
        for _ in 0..larger {
            screen.shortcut(Key::Plus);
        }
        screen.shortcut(Key::O);
        screen.see("Notice", "Not while presenting");
        screen.picture(&format!("present-notice-{}-{larger}", size.x));
        let rect = |screen: &Screen, name: &str| {
            let all = screen.nodes();
            let found = all.iter().find(|(role, label, ..)| *role == egui::Role::Region && label == name);
            found.unwrap_or_else(|| panic!("no {name}")).2
        };
        let notice = rect(&screen, "Notice");
        for part in ["Bridge", "Story", "Presenting"] {
            let part = rect(&screen, part);
            assert!(!notice.intersects(part), "{size:?}: {part:?} is under {notice:?}");
        }
        let places = |screen: &Screen| ["Bridge", "Story", "Presenting"].map(|name| rect(screen, name));
        let before = places(&screen);
        screen.click("Notice", "Dismiss");
        assert!(!screen.has_region("Notice"));
        assert_eq!(places(&screen), before, "{size:?}: nothing moves when it goes");
        screen.shortcut(Key::O);
        assert_eq!(places(&screen), before, "{size:?}: nothing moves when it comes");
    }
}

/// F5 does not tell the story behind a dialog: it says what is to be closed first, as the button and the palette do.
#[test]
fn no_dialog_stands_before_the_story() {
    type Open = fn(&mut Screen);
    let dialogs: [(&str, Open); 3] = [
        ("Lessons", |screen| screen.shortcut(Key::L)),
        ("Invite members", |screen| screen.click("Aldermoor Marine", "Invite members…")),
        ("Readings", |screen| screen.pick(TOP, "File", "Readings…")),
    ];
    for (name, open) in dialogs {
        let mut screen = Screen::open_at("own-license", SMALL);
        open(&mut screen);
        assert!(screen.has_region(name), "{name}");
        screen.key(Key::F5);
        let why = format!("Close “{name}” first: it would cover the story.");
        screen.see("Notice", &format!("Present: {why}"));
        screen.picture(&format!("f5-under-{name}"));
        assert!(screen.has_region(TOP), "{name}: it is not presented");
        assert_eq!(screen.reason(TOP, "Present").as_deref(), Some(why.as_str()));
        screen.key(Key::Escape);
        assert!(!screen.has_region(name), "{name}: the dialog goes");
        assert!(!screen.has_region("Notice"), "{name}: what was in the way is gone, and the notice with it");
        screen.key(Key::F5);
        assert!(!screen.has_region(TOP), "{name}: now it is presented");
    }
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::O);
    screen.key(Key::F5);
    screen.see("Notice", "Present: Type the path or cancel first");
    assert!(screen.has_region("Open a rehearsal") && screen.has_region(TOP));
}

/// What is on top goes first, and one press takes one thing.
#[test]
fn escape_takes_one_thing_away_for_each_press() {
    let mut screen = Screen::open_at("own-license", SMALL);
    screen.key(Key::F5);
    screen.shortcut(Key::L);
    screen.shortcut(Key::O);
    assert!(screen.has_region("Lessons") && screen.has_region("Notice"));
    screen.picture("escape-ladder");
    screen.shortcut(Key::K);
    screen.key(Key::Escape);
    assert!(!screen.has_region("Palette") && screen.has_region("Lessons"), "first the palette");
    screen.key(Key::Escape);
    assert!(!screen.has_region("Lessons") && screen.has_region("Notice"), "then the dialog");
    screen.key(Key::Escape);
    assert!(!screen.has_region("Notice") && !screen.has_region(TOP), "then the notice");
    screen.press_tab_to("One step back");
    screen.key(Key::Escape);
    assert_eq!(screen.focused(), None);
    assert!(!screen.has_region(TOP), "then the keyboard is let go");
    screen.key(Key::Escape);
    assert!(screen.has_region(TOP), "then the presentation is left");
}

#[test]
fn escape_leaves_a_wizard_with_typed_words_and_what_is_behind_it() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F5);
    screen.key(Key::P);
    screen.click("Aldermoor Marine", "Invite members…");
    screen.type_into(WIZARD, "User email", "x@brightwell.example");
    screen.key(Key::Escape);
    screen.key(Key::Escape);
    assert!(screen.has_region(WIZARD) && !screen.has_region(TOP), "nothing is lost, nothing is left behind it");
    screen.click(WIZARD, "Cancel");
    screen.key(Key::Escape);
    assert!(screen.has_region(TOP));
}

/// What a control says on hovering goes by Esc and comes back when the pointer moves (WCAG 1.4.13).
#[test]
fn escape_takes_what_is_said_on_hovering_away_first() {
    let mut screen = Screen::open("own-license");
    let said = |screen: &Screen| screen.tooltips();
    screen.shortcut(Key::L);
    screen.hover(TOP, "Find a command, a person, a place…");
    screen.wait(4);
    assert!(said(&screen) > 0);
    screen.key(Key::Escape);
    screen.wait(8);
    assert_eq!(said(&screen), 0, "it goes, and does not come back while the pointer rests");
    assert!(screen.has_region("Lessons"), "the dialog stays");
    screen.key(Key::Escape);
    assert!(!screen.has_region("Lessons"), "and goes with the next press");
    screen.hover(TOP, "Find a command, a person, a place…");
    screen.wait(4);
    assert!(said(&screen) > 0, "the pointer was moved");
}
