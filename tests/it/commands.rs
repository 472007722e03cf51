//! The table of commands, the palette that finds them, the page of keys, and the presentation.

use crate::screen::*;
use crossinvite::ui::commands::{Group, TABLE};
use egui::{Key, Modifiers};

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const PALETTE: &str = "Palette";
const FIELD: &str = "Find a command, a person, a place…";

#[test]
fn every_command_has_a_name_a_help_and_keys_of_its_own() {
    let mut names = std::collections::BTreeSet::new();
    let mut keys = std::collections::BTreeSet::new();
    for row in &TABLE {
        assert!(names.insert(row.name), "{} stands twice", row.name);
        assert!(row.help.len() > 10 && !row.help.ends_with('.'), "{}: {}", row.name, row.help);
        assert!(Group::ALL.contains(&row.group));
        for key in row.keys {
            assert!(keys.insert(key.text()), "{} is the key of two commands", key.text());
        }
    }
}

#[test]
fn the_palette_opens_and_closes_by_its_key_and_gives_the_keyboard_back() {
    let mut screen = Screen::open("own-license");
    screen.press_tab_to("File");
    screen.shortcut(Key::K);
    assert_eq!(screen.focused().as_deref(), Some(FIELD));
    screen.shortcut(Key::K);
    assert!(!screen.has_region(PALETTE));
    assert_eq!(screen.focused().as_deref(), Some("File"));
    screen.shortcut(Key::K);
    screen.key(Key::Escape);
    assert!(!screen.has_region(PALETTE));
    assert_eq!(screen.focused().as_deref(), Some("File"));
}

#[test]
fn the_palette_does_what_enter_chooses() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.type_text("do it");
    screen.key(Key::Enter);
    assert!(!screen.has_region(PALETTE));
    screen.see(GUIDE, "1 of 8 done");
    screen.shortcut(Key::K);
    screen.type_text("undo");
    screen.key(Key::Enter);
    screen.see(GUIDE, "0 of 8 done");
}

#[test]
fn the_palette_finds_the_zoom_by_its_word() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.type_text("zoom");
    for name in ["Reset zoom", "Larger", "Smaller"] {
        screen.see(PALETTE, name);
    }
}

#[test]
fn the_palette_shows_the_key_and_the_reason_why_not() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.type_text("undo");
    screen.see(PALETTE, "Undo. This is the start; there is nothing to undo.");
    screen.key(Key::Enter);
    assert!(screen.has_region(PALETTE), "what cannot be done is not done, and the palette stays");
    screen.see(GUIDE, "0 of 8 done");
}

#[test]
fn the_palette_finds_people_platforms_tabs_and_rehearsals() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.type_text("gus person");
    screen.key(Key::Enter);
    screen.see(BOARD, "Person in focus: Gus Lindqvist");
    screen.shortcut(Key::K);
    screen.type_text("spaces brightwell");
    screen.key(Key::Enter);
    assert!(screen.is_chosen(BRIGHTWELL, "Spaces"));
    assert_eq!(screen.focused_region().as_deref(), Some(BRIGHTWELL));
    screen.shortcut(Key::K);
    screen.type_text("two suppliers");
    screen.key(Key::Enter);
    screen.see(TOP, "Rehearsal: Two suppliers on one hull");
}

#[test]
fn the_arrows_walk_through_the_palette() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.see(PALETTE, "1 of ");
    screen.key(Key::ArrowDown);
    screen.key(Key::ArrowDown);
    screen.see(PALETTE, "3 of ");
    screen.key(Key::ArrowUp);
    screen.see(PALETTE, "2 of ");
    assert_eq!(screen.focused().as_deref(), Some(FIELD));
}

#[test]
fn keys_do_nothing_below_a_sheet_that_must_be_answered() {
    let mut screen = Screen::open("own-license");
    let label = screen.label_from(GUIDE, "Do it as ");
    screen.click(GUIDE, &label);
    screen.pick(TOP, "Rehearsal: ", "Empty stage");
    assert!(screen.has_region("Unsaved work"));
    screen.shortcut(Key::Z);
    screen.key(Key::OpenBracket);
    screen.shortcut(Key::K);
    assert!(!screen.has_region(PALETTE));
    screen.click("Unsaved work", "Stay");
    screen.see(GUIDE, "1 of 8 done");
    assert!(!screen.has_region("Unsaved work"));
}

#[test]
fn the_page_of_keys_is_written_from_the_table() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F1);
    for row in TABLE.iter().filter(|row| !row.keys.is_empty()) {
        screen.see("Keys", row.name);
        for key in row.keys {
            screen.see("Keys", &key.text());
        }
    }
    screen.key(Key::Escape);
    assert!(!screen.has_region("Keys"));
    screen.key(Key::Questionmark);
    assert!(screen.has_region("Keys"));
    screen.key(Key::F1);
    assert!(!screen.has_region("Keys"));
}

#[test]
fn menus_show_the_keys_and_grey_what_cannot_be_done() {
    let mut screen = Screen::open("own-license");
    screen.drop_down(TOP, "View");
    assert!(screen.lines().contains(&"Keys".to_owned()), "{:?}", screen.lines());
    screen.key(Key::Escape);
    screen.pick(TOP, "View", "Keys");
    assert!(screen.has_region("Keys"));
}

#[test]
fn the_zoom_has_bounds_and_comes_back() {
    let mut screen = Screen::open("own-license");
    for _ in 0..15 {
        screen.shortcut(Key::Plus);
    }
    assert!((screen.zoom() - 2.0).abs() < 0.01, "{}", screen.zoom());
    screen.shortcut(Key::Minus);
    assert!((screen.zoom() - 1.9).abs() < 0.01);
    screen.shortcut(Key::Num0);
    assert!((screen.zoom() - 1.0).abs() < 0.01);
    screen.shortcut(Key::Minus);
    assert!((screen.zoom() - 1.0).abs() < 0.01);
}

/// A notice that says why something cannot be done stays no longer than that is so.
#[test]
fn a_notice_about_a_limit_goes_with_the_limit() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::Minus);
    screen.see("Notice", "Smaller: This is the smallest.");
    screen.picture("notice-smallest");
    screen.shortcut(Key::Plus);
    assert!(!screen.has_region("Notice"), "it is no longer the smallest");
    screen.key(Key::ArrowLeft);
    screen.see("Notice", "One step back: This is the start");
    screen.shortcut(Key::Enter);
    assert!(!screen.has_region("Notice"), "something was done, which can be undone");
    screen.key(Key::F5);
    screen.shortcut(Key::O);
    screen.see("Notice", "Not while presenting");
    screen.key(Key::F5);
    assert!(!screen.has_region("Notice"), "nobody presents any more");
}

#[test]
fn the_presentation_tells_the_script_act_by_act() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F5);
    assert!(!screen.has_region(TOP) && !screen.has_region(GUIDE) && screen.has_region(BRIDGE));
    screen.see("Story", "The start · 8 steps");
    screen.see("Story", "Ben works at Aldermoor with his own license");
    screen.key(Key::ArrowRight);
    screen.see("Story", "Step 1 of 8 · at Aldermoor");
    screen.see("Story", "Ana allows roles without license at Aldermoor");
    for _ in 0..3 {
        screen.key(Key::ArrowRight);
    }
    screen.see("Story", "Step 4 of 8 · at Brightwell");
    screen.see("Story", "Gus lets Ben take the 3DSwymer license along");
    screen.see("Story", "Restrict Usage to this Platform");
    screen.key(Key::ArrowLeft);
    screen.see("Story", "Step 3 of 8");
    screen.key(Key::ArrowRight);
    screen.see("Story", "Step 4 of 8");
    assert_eq!(screen.app().desk().session().steps().count(), 4, "going forth again makes no second branch");
    screen.key(Key::Escape);
    assert!(screen.has_region(TOP));
    screen.see(GUIDE, "4 of 8 done");
}

#[test]
fn who_leaves_the_script_while_presenting_is_offered_the_way_back() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F5);
    screen.key(Key::ArrowRight);
    screen.key(Key::P);
    screen.toggle(ALDERMOOR, "Automatically ungrant expired roles from members or groups");
    screen.see("Story", "Your own order since step 1");
    screen.click("Presenting", "Back to the script");
    screen.see("Story", "Step 1 of 8");
    assert_eq!(screen.app().desk().session().steps().count(), 2, "what was tried is kept");
    screen.key(Key::ArrowRight);
    screen.see("Story", "Step 2 of 8");
}

#[test]
fn the_audience_sees_the_key_that_was_pressed() {
    let mut screen = Screen::open("own-license");
    screen.key(Key::F5);
    screen.harness_step(Modifiers::NONE, Key::ArrowRight);
    screen.see("Presenting", "→");
}

#[test]
fn space_plays_the_timeline_and_pauses_it() {
    let mut screen = Screen::open("own-license");
    for _ in 0..3 {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen.key(Key::Home);
    screen.see(TIMELINE, "now: Start");
    screen.step_key(Key::Space);
    screen.wait(2);
    screen.see(GUIDE, "1 of 8 done");
    screen.wait(40);
    screen.see(GUIDE, "3 of 8 done");
    screen.wait(40);
    assert!(screen.is_enabled(TIMELINE, "One step back"));
    assert!(!screen.is_enabled(TIMELINE, "Play the timeline"), "it stopped at the end");
}

#[test]
fn the_words_of_the_guides_are_found_and_explained() {
    let mut screen = Screen::open("own-license");
    for (typed, label) in [("tenant", "Platform"), ("vault", "Collaborative space"), ("3dspace", "Spaces")] {
        screen.shortcut(Key::K);
        screen.type_text(typed);
        screen.key(Key::Enter);
        let texts = screen.texts("Words");
        let shown = texts.iter().find(|text| *text != "Words" && *text != "Close");
        assert_eq!(shown.map(String::as_str), Some(label), "{typed}: {texts:#?}");
        screen.key(Key::Escape);
    }
    for word in &crossinvite::view::text::glossary::WORDS {
        assert!(word.meaning.ends_with('.') && word.meaning.len() < 140, "{}", word.label);
    }
}

/// What is seen everywhere explains itself: to the pointer, and by Shift+F1 while it has the keyboard.
#[test]
fn every_kind_of_label_explains_itself_by_pointer_and_by_key() {
    use crossinvite::domain::MemberOption;
    use crossinvite::view::text::glossary::explained;
    assert!(MemberOption::ALL.iter().all(|option| explained(option.label()).is_some()));
    for word in ["license given", "own license", "ready", "waits", "cut", "Mail", "Ana’s view", "How to"] {
        assert!(explained(word).is_some(), "{word}");
    }
    let mut screen = Screen::open("own-license");
    for _ in 0..5 {
        screen.shortcut(Key::Enter);
    }
    let labels = [
        (BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer", "Restrict Usage to this Platform"),
        (BRIGHTWELL, OPTION, OPTION),
        (BRIGHTWELL, "Groups", "Groups"),
        (WHY, "Why not", "Why not"),
        (TIMELINE, "Clock: day 0", "Clock"),
        (BOARD, "3DEXPERIENCE SOLIDWORKS Standard at Brightwell: own license", "own license"),
    ];
    for (region, label, word) in labels {
        screen.hold(region, label, Key::F24);
        screen.release(Key::F24);
        screen.keys(Modifiers::SHIFT, Key::F1);
        let texts = screen.texts("Words");
        let shown = texts.iter().find(|text| *text != "Words" && *text != "Close");
        assert_eq!(shown.map(String::as_str), Some(word), "{texts:#?}");
        screen.key(Key::Escape);
    }
    for (region, label, word) in
        [(WHY, "Who can", "Who can"), (BRIGHTWELL, "Spaces", "Spaces"), (TIMELINE, "Clock: day 0", "Clock")]
    {
        screen.hover(region, label);
        screen.wait(4);
        let meaning = explained(word).expect("a word");
        assert!(screen.all_texts().iter().any(|text| text.contains(&meaning)), "{label} does not say: {meaning}");
    }
}

/// R12–R14: the switch on which the story turns is found by its name, with whose and where it is.
#[test]
fn the_palette_finds_the_switches_of_a_role() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.type_text("restrict usage ben industry");
    screen.key(Key::Enter);
    assert!(!screen.has_region(PALETTE));
    let spot = screen.app().desk().selection().marked.expect("it is shown");
    let (at, who, role) = ("brightwell".into(), "ben".into(), "CSV".into());
    assert_eq!(spot, crossinvite::view::Spot::RestrictUsage(at, who, role));
}

/// The palette has as many lines as there is room for, in low windows and in large type too.
#[test]
fn the_palette_uses_the_height_there_is() {
    for (size, larger) in [(egui::vec2(960.0, 540.0), 0), (SMALL, 5), (SMALL, 10), (SMALL, 0), (USUAL, 0)] {
        let mut screen = Screen::open_at("own-license", size);
        for _ in 0..larger {
            screen.shortcut(Key::Plus);
        }
        screen.shortcut(Key::K);
        screen.picture(&format!("palette-{}-{larger}", size.y));
        let points = size / screen.zoom();
        let look = |screen: &Screen, when: &str| {
            let all = screen.nodes();
            let page =
                all.iter().find(|(role, name, ..)| *role == egui::Role::Region && name == PALETTE).expect("it").2;
            let seen = |rect: &egui::Rect| rect.min.y >= page.min.y && rect.max.y <= page.max.y;
            let lines: Vec<_> = all.iter().filter(|(role, ..)| *role == egui::Role::ListBoxOption).collect();
            let line = lines.first().expect("a line").2.height();
            let seen = lines.iter().filter(|(_, _, rect, _)| seen(rect)).count();
            let free = points.y - page.max.y;
            assert!(free >= 0.0, "{size:?}, {larger}, {when}: it ends below the window");
            assert!(free < 2.0 * line || seen >= 15, "{size:?}, {larger}, {when}: {seen} lines, {free} are left free");
        };
        look(&screen, "opened");
        screen.type_text("what if");
        screen.key(Key::Escape);
        screen.shortcut(Key::K);
        look(&screen, "opened after little was found");
        screen.type_text("what if");
        for _ in 0.."what if".len() {
            screen.key(Key::Backspace);
        }
        look(&screen, "after little was found");
    }
}

/// The page of keys stands whole in the window, from its beginning, and scrolls down only.
#[test]
fn the_page_of_keys_fits_every_window() {
    for size in [egui::vec2(640.0, 480.0), egui::vec2(960.0, 540.0), SMALL, USUAL] {
        let mut screen = Screen::open_at("own-license", size);
        screen.key(Key::F1);
        screen.picture(&format!("keys-{}", size.x));
        let all = screen.nodes();
        let page =
            all.iter().find(|(role, name, ..)| *role == egui::Role::Region && name == "Keys").expect("the page").2;
        assert!(page.min.x >= 0.0 && page.max.x <= size.x, "{size:?}: {page:?}");
        assert!(page.min.y >= 0.0 && page.max.y <= size.y, "{size:?}: {page:?}");
        let close = all.iter().find(|(role, name, ..)| *role == egui::Role::Button && name == "Close").expect("it").2;
        assert!(close.max.x <= size.x, "{size:?}: {close:?}");
        let is_label = |role: egui::Role| role == egui::Role::Label;
        let inside = |rect: &egui::Rect| rect.min.x >= page.min.x - 1.0 && rect.max.x <= page.max.x + 1.0;
        for word in TABLE.iter().filter(|row| !row.keys.is_empty()).map(|row| row.name) {
            let (.., rect, _) = all
                .iter()
                .find(|(role, name, ..)| is_label(*role) && name == word)
                .unwrap_or_else(|| panic!("no {word}"));
            assert!(inside(rect), "{size:?}: {word} at {rect:?} is beside {page:?}");
        }
        let first = all.iter().find(|(role, name, ..)| is_label(*role) && name == "Undo").expect("the first line").2;
        assert!(
            first.min.y >= page.min.y && first.max.y <= page.max.y,
            "{size:?}: it begins at its beginning: {first:?} in {page:?}"
        );
    }
}
