//! What is typed goes where it was meant to: keys in open lists, and Enter with the last letter.

use crate::looks::words_in;
use crate::screen::*;
use egui::{Key, Modifiers};

const ALDERMOOR: &str = "Aldermoor Marine";

/// *View* is open, and *Sizes* beside it because the pointer rests on that.
fn with_sizes_by_pointer() -> Screen {
    let mut screen = Screen::open("own-license");
    screen.drop_down(TOP, "View");
    screen.rest_on_line("Sizes");
    assert!(screen.lines().contains(&"Usual sizes".to_owned()), "{:?}", screen.lines());
    assert_eq!(screen.focused().as_deref(), Some("View"));
    screen
}

#[test]
fn letters_are_those_of_the_list_of_the_button_while_another_is_open_by_the_pointer() {
    let mut screen = with_sizes_by_pointer();
    for letter in ["p", "r"] {
        screen.type_text(letter);
    }
    assert_eq!(screen.focused().as_deref(), Some("Present"));
    screen.wait(70);
    screen.type_text("r");
    assert_eq!(screen.focused().as_deref(), Some("Reset zoom"));
}

/// The lists are changed so fast that the letters would belong together in one of them.
#[test]
fn a_letter_typed_in_one_list_counts_in_no_other() {
    let mut screen = Screen::open("own-license");
    screen.press_tab_to("View");
    screen.key(Key::Enter);
    assert!(screen.lines().iter().all(|line| !line.starts_with('N')), "{:?}", screen.lines());
    for _ in 0..8 {
        screen.key(Key::ArrowDown);
    }
    assert_eq!(screen.focused().as_deref(), Some("Sizes"));
    screen.frame("n", None);
    screen.frame("", Some(Key::ArrowRight));
    screen.frame("", None);
    screen.frame("a", None);
    screen.wait(2);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Wider: guide"),
        "*Narrower* begins with both, but nothing with the a"
    );
}

#[test]
fn home_and_end_go_to_the_ends_of_the_list_that_has_the_keyboard() {
    let mut screen = Screen::open("own-license");
    screen.press_tab_to("View");
    screen.key(Key::Enter);
    let lines = screen.lines();
    for (key, end) in [(Key::Home, lines.first()), (Key::End, lines.last())] {
        for _ in 0..20 {
            if screen.focused().as_deref() == Some("Sizes") {
                break;
            }
            screen.key(Key::ArrowDown);
        }
        assert!(screen.lines().contains(&"Usual sizes".to_owned()), "*Sizes* is open: {:?}", screen.lines());
        screen.key(key);
        assert_eq!(screen.focused().as_ref(), end, "{key:?}");
        assert_eq!(screen.lines(), lines, "{key:?}: the list that was left is closed");
    }
    let mut screen = with_sizes_by_pointer();
    screen.key(Key::Home);
    assert_eq!(screen.focused().as_ref(), lines.first(), "after a click the button has the keyboard");
}

/// A quick hand, or a frame that took long: the last letters and Enter come together.
#[test]
fn enter_together_with_the_last_letters_adds_whom_they_name() {
    let (field, dialog) = ("Enter a name or a login", "Add member(s): Common Space");
    let mut screen = Screen::open("consultant");
    screen.click(ALDERMOOR, "Spaces");
    if !screen.sees(ALDERMOOR, "Add member(s)…") {
        screen.click(ALDERMOOR, "Common Space");
    }
    screen.click(ALDERMOOR, "Add member(s)…");
    screen.type_over(dialog, field, "a");
    let found = screen.interactive_labels(dialog);
    let found: Vec<&str> =
        found.iter().filter_map(|label| label.strip_prefix("Add ")).filter(|name| !name.contains("(s)")).collect();
    let [first, second, ..] = found.as_slice() else { panic!("too few are found: {found:?}") };
    screen.keys(Modifiers::COMMAND, Key::A);
    screen.frame(second, Some(Key::Enter));
    screen.wait(4);
    assert!(!screen.has_region(dialog), "{second} is added, and the dialog closes");
    let called = |name: &str| format!("adds {}", name.split(' ').next().unwrap_or_default());
    screen.see(TIMELINE, &called(second));
    screen.does_not_see(TIMELINE, &called(first));
}

/// The same where Enter presses the button beside the field.
#[test]
fn enter_together_with_the_last_letters_makes_a_space_of_the_whole_name() {
    let mut screen = Screen::open("consultant");
    screen.click(ALDERMOOR, "Spaces");
    screen.type_into(ALDERMOOR, "Name of the new space", "Dry d");
    screen.frame("ock", Some(Key::Enter));
    screen.wait(4);
    screen.see(ALDERMOOR, "Dry dock");
    let steps = screen.app().desk().session().steps().count();
    assert_eq!(steps, 1, "once");
}

#[test]
fn presses_that_come_in_one_frame_are_counted_in_the_palette() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.keys_at_once(Key::ArrowDown, 3);
    screen.wait(2);
    screen.see("Palette", "4 of ");
}

#[test]
fn the_palette_opens_at_its_top_wherever_it_was_left() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    let sees_first = |screen: &Screen| {
        words_in(screen.output()).iter().any(|words| words.text.starts_with("Do it as Ana: Allow") && !words.is_cut)
    };
    assert!(sees_first(&screen));
    for _ in 0..3 {
        screen.key(Key::PageDown);
    }
    assert!(!sees_first(&screen), "it is scrolled away");
    screen.key(Key::Escape);
    screen.shortcut(Key::K);
    screen.see("Palette", "1 of ");
    assert!(sees_first(&screen), "what Enter would do is seen");
}
