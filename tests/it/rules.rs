//! The rules one by one: what is accepted, what is refused and why. Every test names its rules.

mod cures;
mod differences;
mod groups;
mod inviting;
mod licenses;
mod membership;
mod options;
mod readings;
mod reasons;
mod search;
mod sharing;
mod spaces;

use crossinvite::domain::rulebook::{self, Effect};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The files with this ending below a folder of the package, with their text.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// The comments directly above the test functions of a source text, each with the name of its function. What a module
/// says of itself, and what stands anywhere else, is no claim of a test.
pub(crate) fn comments_of_tests(source: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut comment, mut is_test) = (String::new(), false);
    for line in source.lines().map(str::trim) {
        if line == "#[test]" {
            is_test = true;
        } else if line.starts_with("//") && !line.starts_with("//!") {
            comment = comment + line + "\n";
        } else if !line.starts_with("#[") {
            if let Some(rest) = line.strip_prefix("fn ").filter(|_| is_test) {
                let name: String =
                    rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                found.push((name, comment));
            }
            (comment, is_test) = (String::new(), false);
        }
    }
    found
}

/// The comments of the function, struct or enum with this name: those directly above it, and those inside it.
fn comments_of_item(source: &str, name: &str) -> Option<String> {
    let mut comments = String::new();
    let mut end: Option<String> = None;
    for line in source.lines() {
        let text = line.trim_start();
        let indent = line.strip_suffix(text).unwrap_or_default();
        if let Some(end) = &end {
            if line == end {
                return Some(comments);
            }
        } else {
            let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
            let begins = |kind: &str| words.windows(2).any(|pair| pair == [kind, name]);
            if !text.starts_with("//") && ["fn", "struct", "enum"].into_iter().any(begins) {
                end = Some(format!("{indent}}}"));
            } else if !text.starts_with("///") && !text.starts_with("#[") {
                comments.clear();
            }
        }
        if let Some((_, comment)) = line.split_once("//").filter(|(_, comment)| !comment.starts_with('!')) {
            comments = comments + comment + "\n";
        }
    }
    None
}

/// What tests claim to be about: the comments of test functions, and the `rules` of cases and drills, which are tests too;
/// each with where it stands.
fn claims() -> Vec<(String, String)> {
    let mut claims = Vec::new();
    for (path, text) in files("tests", "rs") {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        claims.extend(comments_of_tests(&text).into_iter().map(|(name, said)| (format!("{file}::{name}"), said)));
    }
    for folder in ["assets/rehearsals/cases", "assets/rehearsals/drills"] {
        for (path, text) in files(folder, "ron") {
            let (_, rest) = text.split_once("rules: [").unwrap_or_else(|| panic!("{} names no rules", path.display()));
            let (rules, _) = rest.split_once(']').unwrap();
            claims.push((path.display().to_string(), rules.to_owned()));
        }
    }
    claims
}

/// The numbers of rules that a text names, ranges such as `R142–R147` with all between.
pub(crate) fn named(text: &str) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric() && letter != '–') {
        let ends: Vec<u32> = word.split('–').filter_map(|end| end.strip_prefix('R')?.parse().ok()).collect();
        if let (Some(first), Some(last)) = (ends.first(), ends.last()) {
            assert!(ends.len() == 1 || first < last, "{word}: from the lower to the higher");
            found.extend(*first..=*last);
        }
    }
    found
}

/// The numbers of the rules that have an effect.
pub(crate) fn with_effect() -> BTreeSet<u32> {
    let rules = rulebook::rules().iter().filter(|rule| rule.effect.why_none().is_none());
    rules.map(|rule| rule.id.strip_prefix('R').unwrap().parse().unwrap()).collect()
}

#[test]
fn what_a_comment_names_is_read_with_its_ranges_and_only_above_a_test() {
    assert_eq!(named("R1, R3–R5 and (R7); C9, XR10, R1x, W1–W3"), BTreeSet::from([1, 3, 4, 5, 7]));
    let source =
        "//! R1\n// R2\nfn helper() {}\n/// R3–R4\n#[test]\n#[cfg(unix)]\nfn one() {\n// R5\n}\n#[test]\nfn two() {}";
    let found = comments_of_tests(source);
    let found: Vec<(&str, BTreeSet<u32>)> = found.iter().map(|(name, said)| (name.as_str(), named(said))).collect();
    assert_eq!(found, [("one", BTreeSet::from([3, 4])), ("two", BTreeSet::new())]);
    let source = "//! R1\n\n/// R2\nfn one() {\n    // R3\n}\n\n/// R4\n#[must_use]\npub fn two() {\n}\n// R5\n";
    let of = |name: &str| comments_of_item(source, name).map(|comments| named(&comments));
    assert_eq!(of("one"), Some(BTreeSet::from([2, 3])));
    assert_eq!(of("two"), Some(BTreeSet::from([4])));
    assert_eq!(of("three"), None);
}

#[test]
fn every_rule_with_an_effect_is_named_by_a_test() {
    let named: BTreeSet<u32> = claims().iter().flat_map(|(_, said)| named(said)).collect();
    let missing: Vec<u32> = with_effect().difference(&named).copied().collect();
    assert_eq!(missing, [0; 0], "no test names these rules");
}

#[test]
fn no_test_names_a_rule_that_does_not_exist() {
    let mut unknown: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let comments = ["tests", "src"].into_iter().flat_map(|folder| files(folder, "rs")).map(|(path, text)| {
        let lines = text.lines().map(str::trim).filter(|line| line.starts_with("//"));
        (path.display().to_string(), lines.flat_map(|line| [line, "\n"]).collect::<String>())
    });
    for (place, said) in claims().into_iter().chain(comments) {
        let wrong = named(&said).into_iter().filter(|rule| rulebook::rule(&format!("R{rule}")).is_none());
        unknown.entry(place).or_default().extend(wrong);
    }
    assert!(unknown.len() > 500, "only {} places were read", unknown.len());
    unknown.retain(|_, wrong| !wrong.is_empty());
    assert_eq!(unknown, BTreeMap::new(), "the rulebook has no such rules");
}

#[test]
fn every_rule_says_what_it_comes_to_and_the_item_it_leads_to_names_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut said = BTreeSet::new();
    for rule in rulebook::rules() {
        assert!(said.insert(&rule.says), "{}: {} is said twice", rule.id, rule.says);
        assert_ne!(rule.says, rule.quote, "{}", rule.id);
        match &rule.effect {
            Effect::In(place) => {
                let (module, item) = place.rsplit_once("::").unwrap();
                let path = source.join(module.replace("::", "/"));
                let path = if path.is_dir() { path.join("mod.rs") } else { path.with_extension("rs") };
                let text =
                    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {place}: {error}", rule.id));
                let comments = comments_of_item(&text, item).unwrap_or_else(|| panic!("{}: no {place}", rule.id));
                let number: u32 = rule.id.strip_prefix('R').unwrap().parse().unwrap();
                assert!(named(&comments).contains(&number), "{place} does not name {}:\n{comments}", rule.id);
            }
            Effect::NoEffect(why) => assert!(!why.is_empty() && !why.ends_with('.'), "{}: {why}", rule.id),
        }
    }
}

// The rulebook is read by its numbers: a source that names guide and step, a confidence, an effect or why there is none
#[test]
fn a_rule_says_where_it_stands_and_how_sure_it_is() {
    let all = rulebook::rules();
    assert!(all.iter().all(|known| rulebook::rule(&known.id) == Some(known)));
    assert_eq!(rulebook::rule("none"), None);
    for known in all {
        let source = known.source();
        let guide = rulebook::GUIDES[known.guide];
        assert!(source.starts_with(guide) && source.ends_with(&known.step), "{source}");
        assert_eq!(source.len() > guide.len(), !known.step.is_empty(), "{source}");
        let why = known.effect.why_none();
        assert_eq!(why, if let Effect::NoEffect(why) = &known.effect { Some(why.as_str()) } else { None });
    }
    let labels: BTreeSet<&str> = all.iter().map(|known| known.confidence.label()).collect();
    let sure: BTreeSet<String> = all.iter().map(|known| format!("{:?}", known.confidence).to_lowercase()).collect();
    assert!(sure.len() > 1 && labels.iter().eq(sure.iter()), "{labels:?}");
}
