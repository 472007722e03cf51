//! The window as somebody arranges it: sizes of its parts, keys of one letter, and what is there again at the next start.

use crate::screen::*;
use egui::{Key, Modifiers};

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";

#[test]
fn an_edge_is_dragged_from_twelve_points_beside_it_and_a_double_click_gives_the_usual_size_back() {
    let mut screen = Screen::open("own-license");
    let usual = screen.size_of(GUIDE).x;
    screen.drag_edge("Edge of the guide", 4.0, 60.0);
    let wide = screen.size_of(GUIDE).x;
    assert!((40.0..=70.0).contains(&(wide - usual)), "{usual} {wide}");
    screen.double_click_edge("Edge of the guide");
    assert!((screen.size_of(GUIDE).x - usual).abs() < 1.0, "{usual} {}", screen.size_of(GUIDE).x);
    let usual = screen.size_of(ALDERMOOR).x;
    screen.drag_edge(&format!("Edge of {ALDERMOOR}"), -4.0, 50.0);
    assert!(screen.size_of(ALDERMOOR).x > usual + 30.0);
    screen.double_click_edge(&format!("Edge of {ALDERMOOR}"));
    assert!((screen.size_of(ALDERMOOR).x - usual).abs() < 1.0);
}

/// Picks a line of the sizes, which are a list of their own in *View*.
fn resize(screen: &mut Screen, line: &str) {
    screen.drop_down(TOP, "View");
    screen.take("Sizes");
    screen.take(line);
    assert!(screen.lines().is_empty(), "the lists are closed: {:?}", screen.lines());
}

/// The menu stands whole in a low window, has a heading over every few lines, and loses nothing: each line is in the palette.
#[test]
fn the_view_menu_is_short_and_whole() {
    let low = egui::vec2(960.0, 540.0);
    let mut screen = Screen::open_at("own-license", low);
    screen.drop_down(TOP, "View");
    screen.picture("view-menu-low");
    let ends = |(role, _, rect, _): &(egui::Role, String, egui::Rect, bool)| {
        (*role == egui::Role::MenuItem).then_some(rect.max.y)
    };
    let lowest = screen.nodes().iter().filter_map(ends).fold(0.0, f32::max);
    assert!(lowest < low.y, "the last line ends at {lowest}");
    let mut screen = Screen::open_at("two-suppliers", SMALL);
    screen.drop_down(TOP, "View");
    screen.picture("view-menu");
    let all = screen.nodes();
    let lines: Vec<_> = all.iter().filter(|(role, ..)| *role == egui::Role::MenuItem).collect();
    assert!((10..=14).contains(&lines.len()), "{}", lines.len());
    for (_, name, rect, _) in &lines {
        assert!(rect.max.y <= SMALL.y, "{name} ends at {}", rect.max.y);
    }
    for heading in ["Show", "Zoom", "Appearance", "Keyboard and words"] {
        assert!(all.iter().any(|(role, name, ..)| *role == egui::Role::Label && name == heading), "{heading}");
    }
    screen.take("Sizes");
    screen.picture("view-menu-sizes");
    let mut names: Vec<String> = screen.lines();
    assert!(names.iter().any(|name| name == "Usual sizes") && names.len() > lines.len() + 10, "{names:?}");
    let all = screen.nodes();
    for (_, name, rect, _) in all.iter().filter(|(role, ..)| *role == egui::Role::MenuItem) {
        assert!(rect.max.y <= SMALL.y && rect.max.x <= SMALL.x, "{name}: {rect:?}");
    }
    screen.key(Key::Escape);
    screen.key(Key::Escape);
    assert!(screen.lines().is_empty());
    names.retain(|name| name != "Sizes");
    for name in names {
        screen.shortcut(Key::K);
        screen.type_text(&name);
        screen.see("Palette", &name);
        screen.key(Key::Escape);
    }
}

#[test]
fn the_sizes_are_reached_by_the_keyboard_and_escape_closes_one_list_at_a_time() {
    let mut screen = Screen::open("own-license");
    screen.press_tab_to("View");
    screen.key(Key::Enter);
    for _ in 0..8 {
        screen.key(Key::ArrowDown);
    }
    assert_eq!(screen.focused().as_deref(), Some("Sizes"));
    screen.key(Key::ArrowRight);
    assert_eq!(screen.focused().as_deref(), Some("Wider: guide"));
    screen.key(Key::ArrowLeft);
    assert_eq!(screen.focused().as_deref(), Some("Sizes"));
    screen.key(Key::Enter);
    assert_eq!(screen.focused().as_deref(), Some("Wider: guide"));
    screen.key(Key::End);
    assert_eq!(screen.focused().as_deref(), Some("Usual sizes"));
    screen.key(Key::Escape);
    assert!(!screen.lines().contains(&"Usual sizes".to_owned()), "the inner list is closed: {:?}", screen.lines());
    assert_eq!(screen.focused().as_deref(), Some("Sizes"));
    screen.key(Key::Escape);
    assert!(screen.lines().is_empty(), "then the outer one");
    assert_eq!(screen.focused().as_deref(), Some("View"));
    let usual = screen.size_of(GUIDE).x;
    screen.key(Key::Enter);
    for _ in 0..8 {
        screen.key(Key::ArrowDown);
    }
    screen.key(Key::ArrowRight);
    screen.key(Key::Enter);
    assert!(screen.size_of(GUIDE).x > usual + 20.0);
    assert!(screen.lines().is_empty());
}

/// WCAG 2.5.7: whatever is dragged can be done by single clicks.
#[test]
fn every_part_gets_larger_and_smaller_from_the_menu() {
    let mut screen = Screen::open("own-license");
    let width = |screen: &Screen, part: &str| screen.size_of(part).x;
    for (part, words) in [(GUIDE, "guide"), (BOARD, "access board"), (ALDERMOOR, ALDERMOOR), (BRIGHTWELL, BRIGHTWELL)] {
        let usual = width(&screen, part);
        resize(&mut screen, &format!("Wider: {words}"));
        let wide = width(&screen, part);
        assert!(wide > usual + 20.0, "{part}: {usual} {wide}");
        resize(&mut screen, &format!("Narrower: {words}"));
        assert!((width(&screen, part) - usual).abs() < 2.0, "{part}: {usual} {}", width(&screen, part));
    }
    let usual = screen.size_of(BOARD).y;
    resize(&mut screen, "Taller: access board");
    assert!(screen.size_of(BOARD).y > usual + 20.0);
    resize(&mut screen, "Usual sizes");
    assert!((screen.size_of(BOARD).y - usual).abs() < 1.0);
}

#[test]
fn the_palette_changes_sizes_too_and_says_why_not() {
    let mut screen = Screen::open("own-license");
    let usual = screen.size_of(GUIDE).x;
    screen.shortcut(Key::K);
    screen.type_text("narrower guide");
    screen.key(Key::Enter);
    assert!(screen.size_of(GUIDE).x < usual - 20.0);
    screen.click(BRIGHTWELL, &format!("Fold {BRIGHTWELL}"));
    screen.shortcut(Key::K);
    screen.type_text("wider brightwell");
    screen.see("Palette", "It is folded.");
}

/// WCAG 2.1.4: spoken words press no keys when that is switched off.
#[test]
fn keys_of_one_letter_are_switched_off_and_stay_off() {
    let mut screen = Screen::open_remembering("own-license", &Kept::default());
    screen.shortcut(Key::Enter);
    screen.key(Key::Escape);
    screen.pick(TOP, "View", "Keys of one letter on or off");
    screen.see("Notice", "Keys of one letter are off.");
    let mut screen = Screen::open_remembering("own-license", &screen.kept());
    screen.shortcut(Key::Enter);
    screen.key(Key::Escape);
    screen.key(Key::OpenBracket);
    screen.see(GUIDE, "1 of 8 done");
    screen.key(Key::Questionmark);
    assert!(!screen.has_region("Keys"));
    screen.key(Key::F5);
    screen.key(Key::P);
    assert!(!screen.has_region(ALDERMOOR));
    // Keys with a name of their own, and those that are held together, stay.
    screen.key(Key::ArrowLeft);
    screen.see("Story", "The start");
    screen.key(Key::F5);
    screen.key(Key::F1);
    assert!(screen.has_region("Keys"));
    screen.key(Key::Escape);
    screen.pick(TOP, "View", "Keys of one letter on or off");
    screen.key(Key::Questionmark);
    assert!(screen.has_region("Keys"));
}

#[test]
fn a_key_whose_command_cannot_be_called_says_why_once() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::Z);
    let why = "Undo: This is the start; there is nothing to undo.";
    screen.see("Notice", why);
    let said = |screen: &Screen| screen.announced().iter().filter(|words| *words == why).count();
    assert_eq!(said(&screen), 1);
    screen.click("Notice", "Dismiss");
    assert_eq!(said(&screen), 0);
    screen.key(Key::P);
    screen.see("Notice", "Platforms below the bridge: Only while presenting.");
}

#[test]
fn a_notice_stays_while_somebody_is_at_it() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::Z);
    screen.hold("Notice", "Dismiss", Key::F24);
    screen.release(Key::F24);
    screen.wait(200);
    assert!(screen.has_region("Notice"), "it has the keyboard");
    screen.key(Key::Escape);
    screen.shortcut(Key::Z);
    screen.wait(60);
    assert!(screen.has_region("Notice"), "15 seconds are not enough to read it everywhere");
    screen.wait(40);
    assert!(!screen.has_region("Notice"));
}

#[test]
fn what_was_open_last_is_open_again_with_what_was_in_view() {
    let mut screen = Screen::open_remembering("own-license", &Kept::default());
    screen.pick(TOP, "Rehearsal: ", "Two suppliers on one hull");
    screen.click(ALDERMOOR, "Spaces");
    screen.shortcut(Key::Num4);
    let focus = screen.app().desk().selection().focus;
    let kept = screen.kept();
    let again = Screen::open_again(&kept);
    again.see(TOP, "Rehearsal: Two suppliers on one hull");
    assert!(again.is_chosen(ALDERMOOR, "Spaces"));
    assert!(again.has_region("Who can"));
    let (then, now) = (screen.app().desk().selection(), again.app().desk().selection());
    assert_eq!((&then.open_members, &then.open_spaces, focus), (&now.open_members, &now.open_spaces, now.focus));
    let named = Screen::open_remembering("own-license", &kept);
    named.see(TOP, "Rehearsal: Ben works at Aldermoor with his own license");
}

#[test]
fn what_is_remembered_and_makes_no_sense_costs_nothing_else() {
    let mut screen = Screen::open_remembering("consultant", &Kept::default());
    screen.shortcut(Key::Num4);
    let kept = screen.kept();
    // A size that no window has, and a way of asking that there is not.
    for (from, to) in [("guide:None", "guide:Some(NaN)"), ("board:None", "board:Some(-1e30)")] {
        Screen::open_again(&kept.spoiled(from, to)).see(TOP, "Rehearsal: A consultant studies one part");
    }
    let mut other = Screen::open_again(
        &kept.spoiled("inquiry:WhoCan", "inquiry:Whenever").spoiled("no_letter_keys:false", "no_letter_keys:true"),
    );
    other.see(TOP, "Rehearsal: Ben works at Aldermoor with his own license");
    let _ = other.kept().spoiled("no_letter_keys:true", "");
}

#[test]
fn a_saved_session_is_open_again_at_its_step_and_its_loss_is_told() {
    let folder = std::env::temp_dir().join(format!("crossinvite-again-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("again.ron");
    let mut screen = Screen::open_remembering("consultant", &Kept::default());
    for _ in 0..3 {
        screen.shortcut(Key::Enter);
    }
    screen.keys(Modifiers::COMMAND, Key::S);
    screen.type_over("Save this session", "Path", &path.display().to_string());
    screen.click("Save this session", "Save");
    screen.shortcut(Key::Z);
    let kept = screen.kept();
    let again = Screen::open_again(&kept);
    let session = again.app().desk().session();
    assert_eq!((session.steps().count(), session.cursor()), (3, 2));
    assert!(!again.app().is_unsaved());
    again.see(TOP, "Rehearsal: again.ron");
    std::fs::remove_dir_all(folder).expect("it was written");
    let lost = Screen::open_again(&kept);
    assert_eq!(lost.app().desk().rehearsal().id, "own-license");
    lost.see("Notice", "What was open last cannot be opened again: there is no file `");
    lost.see("Notice", "is open instead.");
}

/// With five and six platforms the names of the rows stay, and the facts of every platform are in view or scrolled to,
/// by the keyboard too.
#[test]
fn the_access_board_shows_six_platforms() {
    for size in [USUAL, egui::vec2(1280.0, 800.0)] {
        let mut screen = Screen::open_at("two-suppliers", size);
        for _ in 0..3 {
            screen.shortcut(Key::K);
            screen.type_text("add a company");
            screen.key(Key::Enter);
        }
        assert_eq!(screen.app().desk().session().world().platforms().count(), 6);
        screen.picture(&format!("board-six-{}", size.x));
        let whole = screen.nodes();
        let heads: Vec<&egui::Rect> =
            whole.iter().filter(|(role, ..)| *role == egui::Role::RowHeader).map(|(_, _, rect, _)| rect).collect();
        assert!(heads.len() > 3);
        for head in heads {
            assert!(head.width() > 80.0, "{size:?}: the name of a row has {} points", head.width());
        }
        for platform in ["Fenwick", "Brightwell"] {
            let cell = screen.label_from(BOARD, &format!("Can connect at {platform}"));
            while screen.focused_region().as_deref() != Some(BOARD) {
                screen.key(Key::F6);
            }
            screen.press_tab_to(&cell);
            assert!(screen.can_be_hit(BOARD, &cell), "{size:?}: {cell}");
            screen.key(Key::Enter);
            screen.see(WHY, platform);
        }
    }
}

/// A window without room for all of it scrolls; what opens over it is whole on the screen all the same.
#[test]
fn a_dialog_is_whole_on_the_screen_where_the_window_scrolls() {
    type Open = fn(&mut Screen);
    let dialogs: [(&str, Open); 7] = [
        ("Lessons", |screen| screen.shortcut(Key::L)),
        ("Set the stage", |screen| screen.shortcut(Key::E)),
        ("From the message", |screen| screen.shortcut(Key::Num5)),
        ("Readings", |screen| screen.pick(TOP, "File", "Readings…")),
        ("Clock", |screen| screen.drop_down(TIMELINE, "Clock: ")),
        ("Invite members", |screen| screen.click(BRIGHTWELL, "Invite members…")),
        ("Add member(s): Hull-7", |screen| {
            screen.click(ALDERMOOR, "Spaces");
            screen.click(ALDERMOOR, "Hull-7");
            screen.click(ALDERMOOR, "Add member(s)…");
        }),
    ];
    for (size, larger) in [(egui::vec2(1280.0, 800.0), 10), (egui::vec2(960.0, 540.0), 0)] {
        let mut screen = Screen::open_at("own-license", size);
        for _ in 0..larger {
            screen.shortcut(Key::Plus);
        }
        let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, size / screen.zoom());
        for (name, open) in &dialogs {
            open(&mut screen);
            screen.picture(&format!("whole-{}-{name}", size.y));
            let all = screen.nodes();
            let dialog =
                all.iter().find(|(role, ..)| *role == egui::Role::Dialog).unwrap_or_else(|| panic!("{name}")).2;
            assert!(whole.contains_rect(dialog), "{size:?}: {name} at {dialog:?} is not within {whole:?}");
            let is_field = |role: egui::Role| role == egui::Role::TextInput;
            let focused = screen.focused();
            if let Some((_, field, rect, _)) =
                all.iter().find(|(role, field, ..)| is_field(*role) && focused.as_ref() == Some(field))
            {
                assert!(dialog.contains_rect(*rect), "{size:?}: {field} of {name} at {rect:?} is cut off");
            }
            assert!(screen.can_be_hit(name, "Close"), "{size:?}: {name}");
            screen.click(name, "Close");
        }
    }
}
