//! What the front page says is what the program does.

use std::path::Path;
use std::process::Command;

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
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
