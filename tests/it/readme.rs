//! What the front page says is what the program does.

use std::path::{Path, PathBuf};
use std::process::Command;

fn at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(at(name)).unwrap()
}

fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_crossinvite")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_transcripts_of_the_front_page_are_what_the_program_prints() {
    let readme = read("README.md");
    let blocks = readme.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next());
    let mut compared = 0;
    for block in blocks {
        let Some((line, shown)) = block.strip_prefix("$ crossinvite ").and_then(|block| block.split_once('\n')) else {
            continue;
        };
        let arguments: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(run(&arguments).trim_end(), shown.trim_end(), "crossinvite {line}");
        compared += 1;
    }
    assert!(compared > 0, "the front page shows no transcript");
}

#[test]
fn the_table_of_commands_is_the_one_of_the_program() {
    let help = run(&["--help"]);
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let mut offered: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    offered.retain(|name| *name != "help");
    let readme = read("README.md");
    let mut shown: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `crossinvite "))
        .filter_map(|line| line.split([' ', '`']).next())
        .collect();
    offered.sort_unstable();
    shown.sort_unstable();
    assert_eq!(shown, offered, "each command once, and none else");
}

#[test]
fn everything_the_front_page_links_to_is_there() {
    let readme = read("README.md");
    for target in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        if !target.contains("://") {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists(), "{target}");
        }
    }
}

#[test]
fn the_front_page_has_two_commands_to_type() {
    let readme = read("README.md");
    let commands: Vec<&str> = readme.split("```sh\n").skip(1).filter_map(|rest| rest.lines().next()).collect();
    assert_eq!(commands, ["cargo run --release", "cargo test"]);
}

/// Every criterion of WCAG 2.2, levels A and AA.
const CRITERIA: [(&str, &[u8]); 13] = [
    ("1.1", &[1]),
    ("1.2", &[1, 2, 3, 4, 5]),
    ("1.3", &[1, 2, 3, 4, 5]),
    ("1.4", &[1, 2, 3, 4, 5, 10, 11, 12, 13]),
    ("2.1", &[1, 2, 4]),
    ("2.2", &[1, 2]),
    ("2.3", &[1]),
    ("2.4", &[1, 2, 3, 4, 5, 6, 7, 11]),
    ("2.5", &[1, 2, 3, 4, 7, 8]),
    ("3.1", &[1, 2]),
    ("3.2", &[1, 2, 3, 4, 6]),
    ("3.3", &[1, 2, 3, 4, 7, 8]),
    ("4.1", &[2, 3]),
];

#[test]
fn the_page_about_accessibility_says_how_each_criterion_stands() {
    let page = read("assets/ACCESSIBILITY.md");
    let first: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()).collect();
    let mut all = 0;
    for (guideline, numbers) in CRITERIA {
        for number in numbers {
            let criterion = format!("{guideline}.{number}");
            let is_it = |words: &str| words.split([' ', ',']).any(|word| word == criterion);
            let in_range = |words: &str| guideline == "1.2" && words.starts_with("1.2.1–1.2.5");
            let found = first.iter().filter(|words| is_it(words) || in_range(words)).count();
            assert_eq!(found, 1, "{criterion}");
            all += 1;
        }
    }
    assert_eq!(all, 55);
}

#[test]
fn the_tests_that_the_page_about_accessibility_names_are_there() {
    let page = read("assets/ACCESSIBILITY.md");
    let mut named = 0;
    for name in page.split('`').skip(1).step_by(2).filter(|name| name.contains("::")) {
        let (module, test) = name.rsplit_once("::").unwrap();
        let file = match module.strip_suffix("::tests") {
            Some("ui::theme") => "src/ui/theme/tests.rs".to_owned(),
            _ if module.contains("::") => format!("src/{}.rs", module.replace("::", "/")),
            _ => format!("tests/it/{module}.rs"),
        };
        let source = read(&file);
        let tests = source.lines().filter_map(|line| line.trim().strip_prefix("fn ")?.split('(').next());
        let mut parts = test.split('*').filter(|part| !part.is_empty());
        let is_there = tests.chain(["tests"]).any(|found| parts.clone().all(|part| found.contains(part)));
        assert!(is_there && (test.contains('*') || parts.next().is_some()), "{name} is not in {file}");
        named += 1;
    }
    assert!(named > 30, "{named}");
}

/// The icons that the bundles of macOS and Windows name are there, each in the sizes it should have.
#[test]
fn the_icons_of_the_packages_are_there() {
    let manifest = read("Cargo.toml");
    let tables: Vec<&str> = manifest.lines().filter(|line| line.starts_with("icon")).collect();
    assert_eq!(tables.len(), 2, "{tables:?}");
    for table in tables {
        let files: Vec<&str> = table.split('"').skip(1).step_by(2).collect();
        let sized = |size: u32| format!("assets/icon/crossinvite-{size}.png");
        for size in [64, 256, 512] {
            assert!(files.contains(&sized(size).as_str()), "{files:?}");
            let icon = image::open(at(&sized(size))).expect("a picture");
            assert_eq!((icon.width(), icon.height()), (size, size));
        }
        assert!(files.contains(&"assets/icon/crossinvite.ico"), "{files:?}");
        assert_eq!(files.len(), 4);
    }
    // The header of an .ico: how many pictures, then 16 bytes for each, the first of which is its width (0: 256).
    let icon = std::fs::read(at("assets/icon/crossinvite.ico")).expect("it is there");
    let mut widths: Vec<u8> = icon[6..].chunks(16).take(usize::from(icon[4])).map(|entry| entry[0]).collect();
    widths.sort_unstable();
    assert_eq!(widths, [0, 16, 24, 32, 48, 64]);
}
