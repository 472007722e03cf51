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
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The text of every test, and of the worked cases and drills, which are tests too.
fn tests() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else if path.extension().is_some_and(|found| found == "rs" || found == "ron") {
                *text += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    for folder in ["tests", "assets/rehearsals/cases", "assets/rehearsals/drills"] {
        read(&package.join(folder), &mut text);
    }
    text
}

/// The numbers of rules that a text names, ranges such as `R142–R147` with all between.
fn named(text: &str) -> BTreeSet<u32> {
    text.split(|character: char| !character.is_ascii_alphanumeric())
        .filter_map(|word| word.strip_prefix('R')?.parse().ok())
        .collect()
}

#[test]
fn every_rule_with_an_effect_is_named_by_a_test() {
    let named = named(&tests());
    let rules = rulebook::rules().iter().filter(|rule| rule.effect.why_none().is_none());
    let missing: Vec<&str> =
        rules.filter(|rule| !named.contains(&number(&rule.id))).map(|rule| rule.id.as_str()).collect();
    assert_eq!(missing, [""; 0], "no test names these rules");
}

fn number(id: &str) -> u32 {
    id.strip_prefix('R').unwrap().parse().unwrap()
}

#[test]
fn no_test_names_a_rule_that_does_not_exist() {
    // Some files are wrong on purpose and say so; their rules stand in quotation marks.
    let text = tests();
    let spoken: String = text.lines().filter(|line| !line.contains('"')).flat_map(|line| [line, "\n"]).collect();
    let unknown: Vec<u32> =
        named(&spoken).into_iter().filter(|rule| rulebook::rule(&format!("R{rule}")).is_none()).collect();
    assert_eq!(unknown, [0; 0], "the rulebook has no such rules");
}

#[test]
fn every_rule_says_what_it_comes_to_and_where() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut said = BTreeSet::new();
    for rule in rulebook::rules() {
        assert!(said.insert(&rule.says), "{}: {} is said twice", rule.id, rule.says);
        assert_ne!(rule.says, rule.quote, "{}", rule.id);
        match &rule.effect {
            Effect::In(module) => {
                let path = source.join(module.replace("::", "/"));
                assert!(path.with_extension("rs").is_file() || path.join("mod.rs").is_file(), "{}: {module}", rule.id);
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
