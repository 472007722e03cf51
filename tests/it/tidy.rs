//! What must hold for the source text: layers point one way, pure layers stay pure, files stay short and say what they
//! are. Exceptions stand in a list that may only shrink.

mod sizes;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers and what each may use, lowest first. A new folder of `src` needs its line here.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("access", &["domain"]),
    ("decide", &["domain", "access"]),
    ("diagnosis", &["domain", "access", "decide"]),
    ("session", &["domain", "access", "decide"]),
    ("planner", &["domain", "access", "decide", "session"]),
    ("content", &["domain", "access", "decide", "session", "planner"]),
    ("view", &["domain", "access", "decide", "diagnosis", "session", "planner", "content"]),
    ("ui", &["domain", "access", "decide", "diagnosis", "session", "planner", "content", "view"]),
    ("raster", &["ui"]),
    ("app", &["domain", "access", "decide", "diagnosis", "session", "planner", "content", "view", "ui", "raster"]),
];

/// Layers without window, files, clock, chance and unordered maps.
const PURE: &[&str] = &["domain", "access", "decide", "diagnosis", "session", "planner", "content", "view"];

/// Crates that a pure layer does not know.
const IMPURE_CRATES: &[&str] = &["egui", "eframe", "egui_extras", "epaint", "winit", "rfd", "rand", "tempfile"];

/// Parts of the standard library that a pure layer does not use.
const IMPURE_STD: &[&str] = &["fs", "time", "env", "thread", "process", "net"];

/// Where colours are made: the loader of the theme.
const THEME_LOADER: &str = "src/ui/theme";

const LONGEST_FILE: usize = 500;

/// The same for tests, whose tables are long.
const LONGEST_TEST: usize = 1000;

/// What is excused, as it is reported. May only shrink: whatever is not needed any more must go.
const EXCEPTIONS: &[&str] = &[];

struct Source {
    /// From the package, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The layer: the folder or file under `src`.
    fn layer(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split(['/', '.']).next().unwrap()
    }

    /// The text without comment lines.
    fn code(&self) -> String {
        let lines = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

fn read(folder: &Path, extensions: &[&str], into: &mut Vec<Source>) {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.file_name().is_some_and(|name| name == "target") {
            continue;
        }
        if path.is_dir() {
            read(&path, extensions, into);
        } else if path.extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted)) {
            let name = path.strip_prefix(package).unwrap().to_string_lossy().replace('\\', "/");
            into.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

fn sources(folders: &[&str], extensions: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), extensions, &mut found);
    }
    found
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Where the word stands in the text, whole.
fn whole_words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let (before, from) = text.split_at(*at);
        let before = before.chars().next_back();
        let after = from.chars().nth(word.chars().count());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// The first names behind a path's root: `use crate::{access::x, domain}` has `access` and `domain` behind `crate`.
fn names_behind(text: &str, root: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for at in whole_words(text, root) {
        let Some(rest) = text.split_at(at + root.len()).1.strip_prefix("::") else { continue };
        let mut depth = 0;
        let mut is_first = true;
        let mut name = String::new();
        for character in rest.chars().filter(|character| !character.is_whitespace()) {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => is_first = true,
                _ if is_word(character) && is_first => {
                    name.push(character);
                    continue;
                }
                _ => {}
            }
            if !name.is_empty() {
                names.insert(std::mem::take(&mut name));
                is_first = character == ',' && depth == 1;
            }
            if depth == 0 {
                break;
            }
        }
    }
    names
}

/// Every breach of a rule, as `path: what`.
fn breaches(sources: &[Source]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in sources {
        let mut report = |what: String| found.insert(format!("{}: {what}", source.path));
        let code = source.code();
        let layer = source.layer();
        if !source.text.starts_with("//!") {
            report("does not say what it is".into());
        }
        if source.text.lines().count() > LONGEST_FILE {
            report("is too long".into());
        }
        let is_root = ["src/lib.rs", "src/main.rs"].contains(&source.path.as_str());
        match LAYERS.iter().find(|(name, _)| *name == layer) {
            _ if is_root => {}
            None => {
                report("belongs to no layer".into());
            }
            Some((_, below)) => {
                for used in names_behind(&code, "crate") {
                    if used != layer && !below.contains(&used.as_str()) {
                        report(format!("uses {used}"));
                    }
                }
                // Two steps up from a file one folder deep leads out of the layer.
                if source.path.matches('/').count() == 2 && code.contains("super::super::") {
                    report("leaves its layer".into());
                }
            }
        }
        if PURE.contains(&layer) {
            for used in IMPURE_CRATES.iter().filter(|name| whole_words(&code, name).next().is_some()) {
                report(format!("knows {used}"));
            }
            for used in names_behind(&code, "std").iter().filter(|name| IMPURE_STD.contains(&name.as_str())) {
                report(format!("knows std::{used}"));
            }
            for map in ["HashMap", "HashSet"].iter().filter(|map| code.contains(**map)) {
                report(format!("has no order in its {map}"));
            }
        }
        if layer != "app" && whole_words(&code, "anyhow").next().is_some() {
            report("fails without saying how: only the shell knows anyhow".into());
        }
        if code.contains("Color32::from_") && !source.path.starts_with(THEME_LOADER) {
            report("makes a colour of its own".into());
        }
    }
    found
}

#[test]
fn the_source_is_tidy() {
    let found = breaches(&sources(&["src"], &["rs"]));
    let excused: BTreeSet<String> = EXCEPTIONS.iter().map(|exception| (*exception).to_owned()).collect();
    let new: Vec<&String> = found.difference(&excused).collect();
    assert_eq!(new, [""; 0], "mend these");
    let done: Vec<&String> = excused.difference(&found).collect();
    assert_eq!(done, [""; 0], "these exceptions are not needed any more: take them off the list");
}

#[test]
fn every_test_file_says_what_it_is() {
    for source in sources(&["tests", "benches"], &["rs"]) {
        assert!(source.text.starts_with("//!"), "{}", source.path);
        assert!(source.text.lines().count() <= LONGEST_TEST, "{} is too long", source.path);
    }
}

/// Rule numbers are the rulebook's; a person reads sentences, and finds the source where it is named as such.
#[test]
fn sentences_carry_no_rule_numbers() {
    for source in sources(&["src/view", "src/ui"], &["rs"]) {
        let code = source.code();
        let starts = ["(R", "(C", "(F"].into_iter();
        let is_number = |start: &&str| {
            code.split(start).skip(1).any(|rest| rest.chars().next().is_some_and(|after| after.is_ascii_digit()))
        };
        let numbered: Vec<&str> = starts.filter(is_number).collect();
        assert_eq!(numbered, [""; 0], "{}", source.path);
    }
}

#[test]
fn no_file_knows_a_machine() {
    let roots = ["home", "work", "tmp", "root", "Users", "mnt"].map(|root| format!("/{root}/"));
    let mut all = sources(&["src", "tests", "assets", "benches", "examples"], &["rs", "ron", "toml", "md", "desktop"]);
    for name in ["README.md", "CHANGELOG.md", "Cargo.toml", ".ci/run"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        all.push(Source { path: name.into(), text });
    }
    for source in all {
        for root in roots.iter().chain([&format!("C:{}", '\\')]) {
            assert!(!source.text.contains(root.as_str()), "{} names {root}", source.path);
        }
    }
}

#[test]
fn layers_use_lower_layers_only() {
    let order: Vec<&str> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    for (at, (layer, below)) in LAYERS.iter().enumerate() {
        for used in *below {
            assert!(order[..at].contains(used), "{layer} uses {used}, which stands above it");
        }
    }
}

#[test]
fn breaches_are_found() {
    let of = |path: &str, text: &str| {
        let text = text.to_owned();
        breaches(&[Source { path: path.into(), text }])
    };
    let says = |path: &str, text: &str, what: &str| {
        let found = of(path, &format!("//! Text.\n{text}\n"));
        assert_eq!(found, [format!("{path}: {what}")].into(), "{text}");
    };
    assert_eq!(of("src/domain/x.rs", "use super::y;"), ["src/domain/x.rs: does not say what it is".into()].into());
    says("src/domain/x.rs", "use crate::access::Question;", "uses access");
    says("src/access/x.rs", "use crate::{\n    decide::{self, act},\n    domain::{World, role},\n};", "uses decide");
    says("src/view/x.rs", "fn f() { crate::ui::draw(); }", "uses ui");
    says("src/nowhere/x.rs", "", "belongs to no layer");
    says("src/decide/x.rs", "use super::super::view;", "leaves its layer");
    says("src/content/x.rs", "use std::{collections::BTreeMap, fs};", "knows std::fs");
    says("src/session/x.rs", "let now = std::time::Instant::now();", "knows std::time");
    says("src/view/x.rs", "use egui::Ui;", "knows egui");
    says("src/domain/x.rs", "use std::collections::HashMap;", "has no order in its HashMap");
    says("src/ui/x.rs", "let red = Color32::from_rgb(255, 0, 0);", "makes a colour of its own");
    says("src/domain/x.rs", &"\n".repeat(LONGEST_FILE), "is too long");
    for fine in [
        ("src/domain/x.rs", "// egui, crate::ui, std::fs\nuse crate::domain::World;"),
        ("src/ui/theme.rs", "use crate::view::Tone;\nlet red = Color32::from_rgb(255, 0, 0);"),
        ("src/app/x.rs", "use std::fs;\nuse crate::{content, ui::{Command, panels}};"),
        ("src/lib.rs", "pub mod domain;"),
    ] {
        assert_eq!(of(fine.0, &format!("//! Text.\n{}\n", fine.1)), [].into());
    }
}
