//! *Import Members* in the window: what each line will do, before anything is done (F1, F30).

use crate::screen::*;
use egui::Key;
use std::path::Path;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const IMPORT: &str = "Import Members";
const LINES: &str = "Lines to import";
const GOOD: &str = "lea@aldermoor.example;user;employee;IFW,CSV";
const OUTSIDER: &str = "ben@brightwell.example;user;contractor;IFW";
const WRONG: &str = "tom@aldermoor.example;user;employee;ZZZ";

fn open(screen: &mut Screen, platform: &str) {
    screen.click(platform, "Import Members…");
}

/// Types the lines of a text, one below the other.
fn type_lines(screen: &mut Screen, lines: &[&str]) {
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            screen.key(Key::Enter);
        }
        screen.type_text(line);
    }
}

fn steps(screen: &Screen) -> usize {
    screen.app().desk().session().steps().count()
}

// F30
#[test]
fn each_line_says_what_it_will_do_or_why_not_before_anything_is_done() {
    let mut screen = Screen::open("own-license");
    open(&mut screen, ALDERMOOR);
    screen.see(IMPORT, "Each line reads user;rights;agreement;roles;mail;remove;passport;force;location");
    assert_eq!(screen.reason(IMPORT, "Import").as_deref(), Some("Paste lines, or open a file, first."));
    assert_eq!(screen.focused().as_deref(), Some(LINES), "one can paste at once");
    type_lines(&mut screen, &[GOOD, OUTSIDER, WRONG, "cleo@aldermoor.example;user;employee;IFW"]);
    screen.see(IMPORT, "2 lines will be imported.");
    screen.see(IMPORT, "1 line is so already.");
    screen.see(IMPORT, "1 line is left out; it does not hold up the others.");
    screen.see(IMPORT, "Line 1, lea@aldermoor.example: invited as Member, IFW with a license, CSV with a license.");
    screen.see(IMPORT, "Line 3, column 4 (roles): there is no role `ZZZ`; allowed are IFW, CSV, XWA, ");
    screen.picture("import");
    assert_eq!(steps(&screen), 0, "nothing is done yet");
    screen.toggle(IMPORT, "Show only lines that are left out");
    screen.does_not_see(IMPORT, "lea@aldermoor.example: invited");
    screen.see(IMPORT, "Line 3, column 4");
}

// F30, F43, W18 b: the wizard’s warning, for a line
#[test]
fn a_line_whose_role_lacks_a_prerequisite_says_that_it_stays_blocked() {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    open(&mut screen, ALDERMOOR);
    let lines = ["tom@corvane.example;user;contractor;IFW,XWA", "lea@aldermoor.example;user;employee;IFW,CSV,XWA"];
    type_lines(&mut screen, &lines);
    screen.see(IMPORT, "2 lines will be imported.");
    let warning = "SOLIDWORKS Standard needs Industry Innovator too; without it the role stays blocked.";
    screen.see(IMPORT, warning);
    let warned = screen.texts(IMPORT).into_iter().filter(|text| text.contains("stays blocked")).collect::<Vec<_>>();
    assert!(warned.iter().all(|text| text.contains("tom@corvane.example")), "{warned:?}");
    screen.picture("import-lacks-prerequisite");
}

#[test]
fn one_bad_line_alone_speaks_of_no_others() {
    let mut screen = Screen::open("own-license");
    open(&mut screen, ALDERMOOR);
    screen.type_text("lea@aldermoor.example;boss;employee;IFW");
    screen.see(IMPORT, "1 line is left out.");
    screen.does_not_see(IMPORT, "hold up the others");
    screen.see(
        IMPORT,
        "Line 1, column 2 (rights): `boss` is not known here; allowed are admin, administrator, 1, member, user, 0, \
         external, or nothing.",
    );
    assert_eq!(screen.reason(IMPORT, "Import").as_deref(), Some("Nothing is left to import."));
}

// F30, E10
#[test]
fn an_import_is_one_step_that_is_undone_at_once() {
    let mut screen = Screen::open("own-license");
    let before = screen.counters(ALDERMOOR);
    open(&mut screen, ALDERMOOR);
    type_lines(&mut screen, &[GOOD, OUTSIDER, WRONG]);
    screen.click(IMPORT, "Import 2 lines");
    assert_eq!(steps(&screen), 1);
    screen.see(TIMELINE, "Ana imports 2 lines at Aldermoor");
    screen.see(IMPORT, "2 lines are so already.");
    assert_eq!(screen.reason(IMPORT, "Import").as_deref(), Some("Nothing is left to import."));
    assert!(screen.field(IMPORT, LINES).contains(WRONG), "what was pasted stays");
    screen.click(IMPORT, "Close");
    screen.see(ALDERMOOR, "lea@aldermoor.example");
    screen.see(ALDERMOOR, "ben@brightwell.example");
    assert_ne!(screen.counters(ALDERMOOR), before);
    screen.click(TOP, &screen.label_from(TOP, "Undo"));
    screen.does_not_see(ALDERMOOR, "lea@aldermoor.example");
    assert_eq!(screen.counters(ALDERMOOR), before);
}

#[test]
fn what_was_pasted_is_never_lost_and_each_platform_has_its_own() {
    let mut screen = Screen::open("own-license");
    open(&mut screen, ALDERMOOR);
    screen.type_text(GOOD);
    screen.key(Key::Escape);
    if screen.has_region(IMPORT) {
        screen.key(Key::Escape);
    }
    assert!(!screen.has_region(IMPORT));
    open(&mut screen, BRIGHTWELL);
    assert_eq!(screen.field(IMPORT, LINES), "");
    screen.type_text("no table\"");
    screen.click(IMPORT, "Close");
    open(&mut screen, ALDERMOOR);
    assert_eq!(screen.field(IMPORT, LINES), GOOD);
    screen.click(IMPORT, "Close");
    // By name, from the palette.
    screen.shortcut(Key::K);
    screen.type_text("import brightwell");
    screen.key(Key::Enter);
    assert_eq!(screen.field(IMPORT, LINES), "no table\"");
    screen.see(IMPORT, "Line 1, column 1 (user): `no table\"` is no address; write an address");
}

#[test]
fn a_file_comes_below_what_stands_there_and_a_bad_one_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("members.csv");
    std::fs::write(&file, format!("\u{feff}user;rights;agreement;roles\n{OUTSIDER}\n")).expect("written");
    let binary = folder.path().join("members.xlsx");
    std::fs::write(&binary, [0xff, 0xfe, 0x00, 0x80]).expect("written");
    let mut screen = Screen::open("own-license");
    open(&mut screen, ALDERMOOR);
    screen.type_text(GOOD);
    choose(&mut screen, &file);
    screen.see(IMPORT, "2 lines will be imported.");
    assert_eq!(screen.field(IMPORT, LINES), format!("{GOOD}\nuser;rights;agreement;roles\n{OUTSIDER}\n"));
    choose(&mut screen, &binary);
    screen.see("Open lines to import", "is no text in UTF-8");
    screen.click("Open lines to import", "Cancel");
    assert!(screen.field(IMPORT, LINES).starts_with(GOOD));
    screen.drop_file(&file);
    assert_eq!(screen.field(IMPORT, LINES).matches(OUTSIDER).count(), 2, "a dropped file comes below, too");
    assert_eq!(screen.app().desk().rehearsal().id, "own-license");
}

/// Chooses a file by its path, where no native dialog answers.
fn choose(screen: &mut Screen, path: &Path) {
    screen.click(IMPORT, "Open a .csv file…");
    let prompt = "Open lines to import";
    screen.type_over(prompt, "Path", &path.display().to_string());
    screen.click(prompt, "Open");
}

// R28
#[test]
fn only_an_administrator_imports() {
    let mut screen = Screen::open("own-license");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.click(BRIGHTWELL, "Members");
    screen.see(BRIGHTWELL, "Ben is not an administrator here.");
    screen.does_not_see(BRIGHTWELL, "Import Members…");
}
