//! "How this differs from the real platform": switchable readings, simplifications, inferred rules, open points. Made from
//! the rulebook and `assets/differences.ron`.

use crate::domain::{Reading, World, rulebook, rulebook::Confidence};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What the file holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    readings: Vec<ReadingChoice>,
    simplifications: Vec<Point>,
    /// Beside the rules that the rulebook marks: what had to be decided to do an act at all.
    inferred: Vec<Point>,
    open: Vec<Point>,
}

/// A choice between two readings of the guides (rules 2.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingChoice {
    /// Which.
    #[serde(skip_serializing)]
    pub reading: Reading,
    /// What is asked.
    pub question: String,
    /// The answer by default.
    pub default: String,
    /// The other answer.
    pub alternative: String,
    /// The rules it concerns.
    pub rules: Vec<String>,
}

/// A statement with its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// A plain sentence or two.
    pub text: String,
    /// The rules it concerns.
    pub rules: Vec<String>,
}

/// One part of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its heading.
    pub heading: &'static str,
    /// What it is about, as a sentence.
    pub about: &'static str,
    /// Its points.
    pub points: Vec<Point>,
}

static WRITTEN: LazyLock<Written> =
    LazyLock::new(|| ron::from_str(include_str!("../../assets/differences.ron")).unwrap_or_default());

/// The closed list of readings, in the order of the rules.
#[must_use]
pub fn readings() -> &'static [ReadingChoice] {
    &WRITTEN.readings
}

/// The whole page. With a world, each reading says which answer holds there.
#[must_use]
pub fn page(world: Option<&World>) -> Vec<Part> {
    let reading = |choice: &ReadingChoice| {
        let ReadingChoice { reading, question, default, alternative, rules } = choice;
        let holds = match world.map(|world| world.reads(*reading)) {
            None => String::new(),
            Some(false) => " The default holds here.".to_owned(),
            Some(true) => " The other reading holds here.".to_owned(),
        };
        let text = format!("{question} By default: {default} The other reading: {alternative}{holds}");
        Point { text, rules: rules.clone() }
    };
    let of_rule = |rule: &rulebook::Rule| Point { text: rule.says.clone(), rules: vec![rule.id.clone()] };
    let inferred = rulebook::rules().iter().filter(|rule| rule.confidence == Confidence::Inferred);
    let without = rulebook::rules().iter().filter_map(|rule| {
        let why = rule.effect.why_none()?;
        Some(Point { text: format!("{} No effect, because {why}.", rule.says), rules: vec![rule.id.clone()] })
    });
    vec![
        Part {
            heading: "Where the guides can be read in two ways",
            about: "Each can be switched, and every explanation that depends on one says so.",
            points: WRITTEN.readings.iter().map(reading).collect(),
        },
        Part {
            heading: "What is simpler here",
            about: "These things are left out or simpler than on the real platform.",
            points: WRITTEN.simplifications.clone(),
        },
        Part {
            heading: "What is inferred",
            about: "No guide says it in so many words; it follows from what they say.",
            points: inferred.map(of_rule).chain(WRITTEN.inferred.iter().cloned()).collect(),
        },
        Part {
            heading: "What nobody could confirm yet",
            about: "Somebody with a live platform could.",
            points: WRITTEN.open.clone(),
        },
        Part {
            heading: "What has no effect here",
            about: "These sentences of the guides change nothing that could be shown.",
            points: without.collect(),
        },
    ]
}

/// The page as plain text.
#[must_use]
pub fn text(parts: &[Part]) -> String {
    let mut lines = vec!["How this differs from the real platform".to_owned()];
    for part in parts {
        lines.extend([String::new(), part.heading.to_owned(), part.about.to_owned()]);
        lines.extend(part.points.iter().map(|point| format!("  - {} ({})", point.text, point.rules.join(", "))));
    }
    lines.join("\n")
}
