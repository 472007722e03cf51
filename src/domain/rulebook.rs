//! The rulebook: what the guides say, rule by rule, in their own words and in ours, how sure it is, and where it takes
//! effect.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// The vendor's documentation says so.
    Documentation,
    /// A published guide says so.
    Guide,
    /// It follows from what they say.
    Inferred,
}

impl Confidence {
    /// In one word.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Documentation => "documentation",
            Self::Guide => "guide",
            Self::Inferred => "inferred",
        }
    }
}

/// Where a rule takes effect.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Effect {
    /// In this item, such as `decide::invite::send`; its comments name the rule.
    In(String),
    /// Nowhere, because of this.
    NoEffect(String),
}

impl Effect {
    /// Why there is none, when there is none.
    #[must_use]
    pub fn why_none(&self) -> Option<&str> {
        match self {
            Self::In(_) => None,
            Self::NoEffect(why) => Some(why),
        }
    }
}

/// One numbered rule of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its number, such as `R13`.
    pub id: String,
    /// Which guide: 0 own license, 1 consultant, 2 cross-collaboration, 3 member options, 4 space members.
    pub guide: usize,
    /// Where in the guide, such as "step 2"; may be empty.
    pub step: String,
    /// The guide's own words.
    pub quote: String,
    /// What it comes to, in a sentence of our own.
    pub says: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// Where it takes effect, or why it has none.
    pub effect: Effect,
}

/// The guides' short names, in the order of their numbers.
pub const GUIDES: [&str; 5] =
    ["Own-license guide", "Consultant guide", "Cross-collaboration guide", "Member options page", "Space members page"];

impl Rule {
    /// "Own-license guide, step 2".
    #[must_use]
    pub fn source(&self) -> String {
        let guide = GUIDES.get(self.guide).copied().unwrap_or("Guide");
        if self.step.is_empty() { guide.to_owned() } else { format!("{guide}, {}", self.step) }
    }
}

static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| ron::from_str(include_str!("../../assets/rulebook.ron")).unwrap_or_default());

/// All rules in order.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The rule with this number.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn every_rule_of_the_five_guides_is_there_once_and_in_order() {
        let numbers: Vec<String> = rules().iter().map(|rule| rule.id.clone()).collect();
        let expected: Vec<String> = (1..=159).map(|number| format!("R{number}")).collect();
        assert_eq!(numbers, expected);
        assert!(rules().iter().all(|rule| !rule.quote.is_empty() && rule.guide < 5));
        assert!(rules().iter().all(|rule| rule.says.ends_with('.') && !rule.says.contains(" license(s)")));
    }
}
