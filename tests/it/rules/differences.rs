//! The page "How this differs from the real platform": nothing is missing from it.

use crossinvite::content::differences::{page, readings, text};
use crossinvite::domain::rulebook::{self, Confidence};
use crossinvite::domain::{Command, Reading, StageAct};

#[test]
fn every_reading_is_told_with_both_answers() {
    assert_eq!(readings().iter().map(|choice| choice.reading).collect::<Vec<_>>(), Reading::ALL);
    for choice in readings() {
        assert!(choice.question.ends_with('?') && choice.default != choice.alternative, "{choice:?}");
    }
}

#[test]
fn every_inferred_rule_and_every_rule_without_effect_is_on_the_page() {
    let parts = page(None);
    let has = |heading: &str, rule: &str| {
        let part = parts.iter().find(|part| part.heading == heading).unwrap();
        part.points.iter().any(|point| point.rules == [rule])
    };
    for rule in rulebook::rules() {
        assert_eq!(has("What is inferred", &rule.id), rule.confidence == Confidence::Inferred, "{}", rule.id);
        assert_eq!(has("What has no effect here", &rule.id), rule.effect.why_none().is_some(), "{}", rule.id);
    }
    let simpler = parts.iter().find(|part| part.heading == "What is simpler here").unwrap();
    assert!(simpler.points.len() >= 6);
}

#[test]
fn the_page_is_plain_text_and_says_which_reading_holds() {
    let plain = text(&page(None));
    assert!(plain.starts_with("How this differs from the real platform\n"));
    assert!(plain.lines().all(|line| !line.contains("OPT-") && !line.contains("CS-")));
    let world = crate::support::b0();
    let holds =
        |world: &crossinvite::domain::World| text(&page(Some(world))).matches("The other reading holds here.").count();
    assert_eq!(holds(&world), 0);
    let lock = Command::Stage(StageAct::SetReading { reading: Reading::LicenseLock, alternative: true });
    assert_eq!(holds(&crate::support::played(&world, &[lock])), 1);
}
