//! A control that acts: what it would do, and whether that is possible now.

use super::Spot;
use crate::domain::Command;
use serde::Serialize;

/// A control that submits one command. `decide` answered for it, so it can never disagree with the act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Control {
    /// What is written on it, or its accessible name.
    pub label: String,
    /// What it does.
    pub command: Command,
    /// Why it cannot be done now: a sentence with the cure.
    pub refusal: Option<String>,
    /// The guide and the rules behind that refusal.
    pub source: Option<String>,
    /// The refusal that came back when it was tried just now, to be shown beside it.
    pub tried: Option<TriedData>,
    /// Where it stands, so that *Show me* can mark it.
    pub spot: Option<Spot>,
    /// Is it marked now?
    pub is_marked: bool,
}

impl Control {
    /// Why it cannot be done now, with its source on a line of its own: for tooltips and screen readers.
    #[must_use]
    pub fn reason(&self) -> Option<String> {
        let refusal = self.refusal.as_ref()?;
        Some(self.source.as_ref().map_or_else(|| refusal.clone(), |source| format!("{refusal}\n{source}")))
    }

    /// Greyed for a reason of the window's own, such as an empty field.
    #[must_use]
    pub fn greyed(mut self, why: impl Into<String>) -> Self {
        self.refusal = Some(why.into());
        self.source = None;
        self
    }
}

/// A refusal shown where it was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TriedData {
    /// What is in the way.
    pub headline: String,
    /// What to do about it.
    pub cure: String,
    /// Rule numbers and guide.
    pub source: String,
    /// Everything in the way, in titled groups (the two groups of C20).
    pub blockers: Vec<(String, Vec<String>)>,
}

/// A switch, or the words that stand where it is not offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum SwitchCell {
    /// The switch is there.
    Shown {
        /// Is it on?
        on: bool,
        /// Flips it.
        control: Box<Control>,
    },
    /// It is not offered; these words say why, briefly.
    Hidden {
        /// The words in its place.
        words: String,
        /// The whole reason, for the tooltip.
        reason: String,
    },
}

/// A statement with its tone: an icon, a colour and these words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// How it is meant.
    pub tone: super::Tone,
    /// The words.
    pub text: String,
}

impl Status {
    /// A statement.
    #[must_use]
    pub fn new(tone: super::Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into() }
    }
}
