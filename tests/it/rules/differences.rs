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

/// R28, R42, R84, R113, R129, R130, R135: what the code decides where the guides say too little is told beside the rules
/// marked as inferred, each with known rules.
#[test]
fn what_the_acts_had_to_infer_is_on_the_page() {
    let parts = page(None);
    let points = &parts.iter().find(|part| part.heading == "What is inferred").unwrap().points;
    let marked = rulebook::rules().iter().filter(|rule| rule.confidence == Confidence::Inferred).count();
    let told = |words: &str, rule: &str| {
        let found = points.iter().skip(marked).find(|point| point.text.contains(words));
        let point = found.unwrap_or_else(|| panic!("{words}"));
        assert!(point.rules.iter().any(|named| named == rule), "{words}: {:?}", point.rules);
    };
    told("last single credential", "R135");
    told("administrators fill it", "R130");
    told("An external makes neither spaces nor groups", "R130");
    told("owns both spaces", "R42");
    told("stays there until they switch", "R84");
    told("put out at once", "E4");
    told("A group grants its roles without license", "F28");
    for point in points.iter().skip(marked) {
        let of_guides = point.rules.iter().filter(|rule| rule.starts_with('R'));
        assert!(of_guides.clone().all(|rule| rulebook::rule(rule).is_some()), "{point:?}");
        assert!(point.rules.len() > 1 && point.text.ends_with('.'), "{point:?}");
    }
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
