//! Saving, opening, leaving: what was done is never lost without a question, and a bad file changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::screen::*;
use crossinvite::app::files;
use crossinvite::content;
use egui::Key;
use tempfile::TempDir;

const ALDERMOOR: &str = "Aldermoor Marine";
const SAVE: &str = "Save this session";
const OPEN: &str = "Open a rehearsal";
const NOTICE: &str = "Notice";
const LEAVE: &str = "Unsaved work";

fn acted() -> Screen {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    screen.see(TOP, "not saved");
    screen
}

/// The history as it would be written.
fn history(screen: &Screen) -> String {
    let desk = screen.app().desk();
    content::save(desk.rehearsal(), desk.session())
}

fn save_as(screen: &mut Screen, path: &Path) {
    screen.pick(TOP, "File", "Save as…");
    screen.type_over(SAVE, "Path", &path.display().to_string());
    screen.click(SAVE, "Save");
}

fn open_path(screen: &mut Screen, path: &Path) {
    screen.pick(TOP, "File", "Open…");
    assert!(!screen.is_enabled(OPEN, "Open"), "a path is missing");
    screen.type_into(OPEN, "Path", &path.display().to_string());
    screen.click(OPEN, "Open");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_session_is_saved_and_opened_again_with_the_same_history() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("acceptance");
    let mut screen = acted();
    screen.toggle("Brightwell Tooling", OPTION);
    screen.shortcut(Key::Z);
    save_as(&mut screen, &path);
    screen.see(NOTICE, "Saved to ");
    screen.does_not_see(TOP, "not saved");
    screen.see(TOP, "Rehearsal: acceptance.ron");
    assert_eq!(names(folder.path()), ["acceptance.ron"], "the ending is added, nothing else is left behind");
    let saved = fs::read_to_string(path.with_extension("ron")).unwrap();
    assert_eq!(saved, history(&screen));
    screen.click(NOTICE, "Dismiss");
    assert!(!screen.has_region(NOTICE));

    let opened = files::open(&path.with_extension("ron")).unwrap();
    assert_eq!(content::save(&opened.rehearsal, &opened.session), saved);
    let mut other = Screen::open("empty-stage");
    open_path(&mut other, &path.with_extension("ron"));
    assert_eq!(history(&other), saved);
    other.see(TIMELINE, "now: Ana allows roles without license at Aldermoor");
    other.see(TIMELINE, "undone: Gus allows roles without license at Brightwell");
    other.does_not_see(TOP, "not saved");
}

#[test]
fn saving_again_asks_nothing_and_replaces_the_file_whole() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("work.ron");
    let mut screen = acted();
    save_as(&mut screen, &path);
    let first = fs::read_to_string(&path).unwrap();
    screen.toggle("Brightwell Tooling", OPTION);
    screen.see(TOP, "not saved");
    screen.shortcut(Key::S);
    assert!(!screen.has_region(SAVE));
    screen.does_not_see(TOP, "not saved");
    let second = fs::read_to_string(&path).unwrap();
    assert_ne!(first, second);
    assert_eq!(second, history(&screen));
    assert_eq!(names(folder.path()), ["work.ron"]);
}

#[test]
fn a_rehearsal_that_was_opened_is_not_written_over() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("lesson.ron");
    let lesson = content::BuiltIn::find("own-license").unwrap().text;
    fs::write(&path, lesson).unwrap();
    let mut screen = Screen::open("empty-stage");
    open_path(&mut screen, &path);
    screen.see(GUIDE, "0 of 8 done");
    screen.toggle(ALDERMOOR, OPTION);
    screen.shortcut(Key::S);
    assert!(screen.has_region(SAVE), "it asks for another place");
    screen.click(SAVE, "Cancel");
    assert_eq!(fs::read_to_string(&path).unwrap(), lesson);
}

#[test]
fn a_save_that_cannot_be_written_says_so_and_keeps_the_work() {
    let folder = TempDir::new().unwrap();
    let mut screen = acted();
    let before = history(&screen);
    save_as(&mut screen, &folder.path().join("no such folder").join("work.ron"));
    screen.see(SAVE, "cannot write");
    screen.see(TOP, "not saved");
    assert_eq!(history(&screen), before);
    assert!(names(folder.path()).is_empty());
    let path = folder.path().join("work.ron");
    screen.type_over(SAVE, "Path", &path.display().to_string());
    screen.does_not_see(SAVE, "cannot write");
    screen.click(SAVE, "Save");
    assert!(!screen.has_region(SAVE), "the field stays only until a path can be written");
    assert_eq!(names(folder.path()), ["work.ron"]);
}

#[test]
fn the_path_is_confirmed_by_enter_and_given_up_by_escape() {
    let folder = TempDir::new().unwrap();
    let mut screen = acted();
    screen.shortcut(Key::S);
    assert_eq!(screen.field(SAVE, "Path"), "own-license.ron");
    screen.key(Key::Escape);
    assert!(!screen.has_region(SAVE));
    screen.see(TOP, "not saved");
    screen.shortcut(Key::S);
    let path = folder.path().join("entered.ron");
    screen.type_over(SAVE, "Path", &path.display().to_string());
    screen.key(Key::Enter);
    assert!(!screen.has_region(SAVE));
    assert_eq!(names(folder.path()), ["entered.ron"]);
}

#[test]
fn leaving_unsaved_work_asks_first() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("kept.ron");
    let mut screen = acted();
    screen.pick(TOP, "Rehearsal: ", "Empty stage");
    screen.see(LEAVE, "Save what you did?");
    screen.click(LEAVE, "Stay");
    assert!(!screen.has_region(LEAVE));
    screen.see(GUIDE, "1 of 8 done");

    screen.pick(TOP, "Rehearsal: ", "Empty stage");
    screen.key(Key::Escape);
    assert!(!screen.has_region(LEAVE), "Escape stays");
    screen.see(GUIDE, "1 of 8 done");

    screen.pick(TOP, "Rehearsal: ", "Empty stage");
    screen.click(LEAVE, "Save…");
    screen.type_over(SAVE, "Path", &path.display().to_string());
    screen.click(SAVE, "Save");
    screen.see(TOP, "Rehearsal: Empty stage");
    assert!(files::open(&path).is_ok_and(|opened| opened.session.depth() == 1));

    screen.toggle(ALDERMOOR, OPTION);
    screen.pick(TOP, "Rehearsal: ", "Two suppliers on one hull");
    screen.click(LEAVE, "Leave without saving");
    screen.see(TOP, "Rehearsal: Two suppliers on one hull");
    screen.does_not_see(TOP, "not saved");
}

/// Nothing that stands in a file is replaced unasked: neither a file of that name, nor what somebody else wrote.
#[test]
fn a_file_that_would_be_lost_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.ron");
    fs::write(&path, "by hand").unwrap();
    let mut screen = acted();
    save_as(&mut screen, &path);
    screen.see(SAVE, "is there already; press Save again to replace it, or type another name");
    assert_eq!(fs::read_to_string(&path).unwrap(), "by hand");
    screen.click(SAVE, "Save");
    assert!(!screen.has_region(SAVE));
    assert!(files::open(&path).is_ok_and(|opened| opened.session.depth() == 1));

    screen.toggle(ALDERMOOR, OPTION);
    fs::write(&path, "by somebody else, meanwhile").unwrap();
    screen.shortcut(Key::S);
    screen.see(SAVE, "has changed since it was opened; press Save again");
    assert_eq!(fs::read_to_string(&path).unwrap(), "by somebody else, meanwhile");
    let other = folder.path().join("other.ron");
    screen.type_over(SAVE, "Path", &other.display().to_string());
    screen.click(SAVE, "Save");
    assert!(files::open(&other).is_ok_and(|opened| opened.session.depth() == 2));
    screen.toggle(ALDERMOOR, OPTION);
    screen.shortcut(Key::S);
    assert!(!screen.has_region(SAVE), "it is ours, and as we left it");
}

/// A drill that was left is not pushed out by what is opened after it, and closing the window asks for it.
#[test]
fn a_drill_put_aside_is_never_lost_unasked() {
    let back = "Back to what was open before";
    let mut screen = Screen::open("d05");
    screen.toggle(ALDERMOOR, OPTION);
    screen.click(TOP, "Drill: what there is");
    screen.click("Drills", "Explore");
    screen.click("Situations", "Empty stage");
    assert!(!screen.has_region(LEAVE), "a drill is put aside");
    screen.pick(TOP, "Rehearsal: ", "Two suppliers on one hull");
    screen.see(TOP, "Rehearsal: Two suppliers on one hull");

    screen.shortcut(Key::Q);
    screen.see(LEAVE, "was put aside with acts that are not in a file yet.");
    screen.click(LEAVE, "Bring it back");
    assert!(screen.is_on(ALDERMOOR, OPTION), "its acts are still there");
    screen.see(TOP, "not saved");

    screen.click(TOP, "Drill: what there is");
    screen.click("Drills", "Explore");
    screen.click("Situations", "Empty stage");
    screen.toggle(ALDERMOOR, OPTION);
    screen.shortcut(Key::Q);
    screen.see(LEAVE, "The acts of this session, and those of");
    screen.click(LEAVE, "Stay");
    screen.pick(TOP, "Rehearsal: ", back);
    assert_eq!(screen.app().desk().rehearsal().id, "d05");
}

#[test]
fn a_save_given_up_while_leaving_stays() {
    let mut screen = acted();
    screen.pick(TOP, "Rehearsal: ", "Empty stage");
    screen.click(LEAVE, "Save…");
    screen.click(SAVE, "Cancel");
    screen.see(GUIDE, "1 of 8 done");
    screen.see(TOP, "not saved");
    assert!(!screen.has_region(LEAVE));
}

#[test]
fn nothing_done_is_left_without_a_question() {
    let mut screen = Screen::open("own-license");
    screen.pick(TOP, "Rehearsal: ", "Empty stage");
    screen.see(TOP, "Rehearsal: Empty stage");
    assert!(!screen.has_region(LEAVE));
}

#[test]
fn a_dropped_file_is_opened() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("dropped.ron");
    fs::write(&path, content::BuiltIn::find("consultant").unwrap().text).unwrap();
    let mut screen = Screen::open("own-license");
    screen.drop_file(&path);
    screen.see(GUIDE, "A consultant studies one part and sees nothing else");
    screen.toggle(ALDERMOOR, OPTION);
    screen.drop_file(&path);
    assert!(screen.has_region(LEAVE), "not over unsaved work");
    screen.click(LEAVE, "Stay");
    screen.see(GUIDE, "1 of 6 done");
}

/// Files that cannot be used: name, bytes, and what the notice says.
fn bad_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = content::BuiltIn::find("own-license").unwrap().text;
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1).into_bytes()
    };
    let mut huge = b"Rehearsal(\n".to_vec();
    huge.resize(content::error::MAX_BYTES + 10, b' ');
    let cycle = r#"roles: [
        (id: "A", name: "A", short: "A", kind: NotLinked, prerequisites: ["B"]),
        (id: "B", name: "B", short: "B", kind: NotLinked, prerequisites: ["A"]),
    ],
    start: ("#;
    vec![
        ("empty.ron", Vec::new(), "the file is empty"),
        ("huge.ron", huge, "the file is too large"),
        ("binary.ron", (0..=255).cycle().take(3000).collect(), "not readable text"),
        (
            "deep.ron",
            format!("Rehearsal(version: 1, goals: [{}", "Not(".repeat(5000)).into_bytes(),
            "too many brackets",
        ),
        ("version.ron", changed("version: 1", "version: 99"), "version 99 of the format is not known"),
        ("seats.ron", changed("(role: \"IFW\", purchased: 4)", "(role: \"IFW\", purchased: 1)"), "license"),
        ("cycle.ron", changed("start: (", cycle), "prerequisites"),
        ("half.ron", good.as_bytes()[..good.len() / 2].to_vec(), "`half.ron`"),
        ("other.ron", b"Recipe(flour: 3)".to_vec(), "the file begins with `Recipe`"),
    ]
}

/// Is there a place in the notice: the file, a line and a column?
fn has_place(text: &str, file: &str) -> bool {
    let Some((_, rest)) = text.split_once(&format!("{file}`:")) else { return false };
    let mut numbers = rest.splitn(2, ':');
    let line = numbers.next().is_some_and(|line| line.parse::<usize>().is_ok_and(|line| line > 0));
    let digits: String = numbers.next().unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    line && !digits.is_empty()
}

#[test]
fn a_bad_file_leaves_the_work_on_screen_and_says_where_it_is_bad() {
    let folder = TempDir::new().unwrap();
    let mut screen = acted();
    let before = history(&screen);
    for (name, bytes, words) in bad_files() {
        let path: PathBuf = folder.path().join(name);
        fs::write(&path, &bytes).unwrap();
        screen.drop_file(&path);
        screen.click(LEAVE, "Leave without saving");
        let texts = screen.texts(NOTICE).join("\n");
        let words = if words.starts_with('`') { name } else { words };
        assert!(texts.contains(words), "{name}: {texts}");
        assert!(has_place(&texts, name), "{name} has no place: {texts}");
        assert_eq!(history(&screen), before, "{name}");
        screen.see(GUIDE, "1 of 8 done");
        screen.see(TOP, "not saved");
        screen.click(NOTICE, "Dismiss");
    }
}

#[test]
fn a_path_without_a_file_and_a_folder_are_told_in_a_sentence() {
    let folder = TempDir::new().unwrap();
    let mut screen = Screen::open("own-license");
    open_path(&mut screen, &folder.path().join("missing.ron"));
    screen.see(OPEN, "missing.ron");
    assert!(!screen.has_region(NOTICE), "it is told where the path was typed");
    screen.click(OPEN, "Cancel");
    open_path(&mut screen, folder.path());
    screen.see(OPEN, "is a folder");
    screen.see(GUIDE, "0 of 8 done");
}

#[test]
fn writing_is_whole_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("file.ron");
    files::write(&path, "first").unwrap();
    // A folder in the place of the file cannot be replaced; what is there stays, and nothing is left beside it.
    let taken = folder.path().join("taken.ron");
    fs::create_dir(&taken).unwrap();
    assert!(files::write(&taken, "second").is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "first");
    assert_eq!(names(folder.path()), ["file.ron", "taken.ron"]);
}

/// A save through a link writes the file behind it, which keeps who may read it.
#[cfg(unix)]
#[test]
fn a_save_keeps_a_link_and_the_permissions_of_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("mine.ron"), folder.path().join("link.ron"));
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    files::write(&link, "new").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o644);
}

/// A slip such as `precious.roon` makes a file that is never offered for opening.
#[test]
fn a_session_is_saved_only_where_it_is_found_again() {
    let folder = TempDir::new().unwrap();
    let mut screen = acted();
    let path = folder.path().join("precious.roon");
    save_as(&mut screen, &path);
    screen.see(SAVE, "does not end in .ron, so it would not be offered for opening; write `");
    screen.see(SAVE, "precious.ron`");
    assert!(names(folder.path()).is_empty());
    screen.type_over(SAVE, "Path", &folder.path().join("precious.RON").display().to_string());
    screen.click(SAVE, "Save");
    assert_eq!(names(folder.path()), ["precious.RON"]);
    assert!(files::write(&folder.path().join("message.txt"), "Hello").is_ok(), "a message is no session");
}

#[cfg(unix)]
#[test]
fn a_new_file_has_the_usual_mode_and_a_replaced_one_keeps_its_own() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let usual = folder.path().join("usual.txt");
    fs::write(&usual, "").unwrap();
    let new = folder.path().join("new.ron");
    files::write(&new, "Session(").unwrap();
    assert_eq!(mode(&new), mode(&usual));
    fs::set_permissions(&new, fs::Permissions::from_mode(0o640)).unwrap();
    files::write(&new, "Session( )").unwrap();
    assert_eq!(mode(&new), 0o640);
}
