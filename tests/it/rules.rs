//! The rules one by one: what is accepted, what is refused and why. Every test names its rules.

mod groups;
mod inviting;
mod licenses;
mod membership;
mod options;
mod reasons;
mod sharing;
mod spaces;

use std::collections::BTreeSet;
use std::path::Path;

/// Rules without an effect of their own in the engine: places and looks of the screen, motives, restatements.
/// A rule that gets an effect leaves this list and gets a test.
const WITHOUT_EFFECT: &[u32] = &[5, 6, 7, 10, 16, 18, 31, 52, 53, 56, 63, 67, 88, 131, 132, 133, 134];

/// Rules of parts that the engine does not build: searching belongs to the window.
const NOT_BUILT: &[u32] = &[139, 141, 142, 143, 145, 146, 147];

#[test]
fn every_rule_with_an_effect_is_named_by_a_test() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let mut text = std::fs::read_to_string(here.join("worked_cases.rs")).unwrap();
    for file in std::fs::read_dir(here.join("rules")).unwrap() {
        text += &std::fs::read_to_string(file.unwrap().path()).unwrap();
    }
    let named: BTreeSet<u32> = text
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter_map(|word| word.strip_prefix('R')?.parse().ok())
        .collect();
    let excused: BTreeSet<u32> = WITHOUT_EFFECT.iter().chain(NOT_BUILT).copied().collect();
    let missing: Vec<u32> = (1..=159).filter(|rule| !named.contains(rule) && !excused.contains(rule)).collect();
    assert_eq!(missing, [0; 0], "no test names these rules");
    let tested: Vec<u32> = excused.intersection(&named).copied().collect();
    assert_eq!(tested, [0; 0], "these rules have a test by now: take them off the lists");
}
