//! *From the message*: what a user reports, and which of its causes fit this state.

use super::{Control, ShowMe, Status};
use crate::access::Question;
use crate::diagnosis::Symptom;
use crate::domain::{PersonId, PlatformId};
use serde::Serialize;

/// What *From the message* shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FromMessageData {
    /// What is reported, once it is chosen.
    pub symptom: Option<Symptom>,
    /// Whom it is about.
    pub person: PersonId,
    /// The name.
    pub person_name: String,
    /// Everybody it can be about.
    pub people: Vec<(PersonId, String)>,
    /// Where.
    pub platform: PlatformId,
    /// The name.
    pub platform_name: String,
    /// Every platform.
    pub platforms: Vec<(PlatformId, String)>,
    /// What can be reported, in two parts with their titles.
    pub symptoms: Vec<(String, Vec<SymptomRow>)>,
    /// How many causes fit.
    pub verdict: Status,
    /// The causes that fit this state.
    pub fitting: Vec<FindingRow>,
    /// Those that do not.
    pub excluded: Vec<FindingRow>,
}

/// Something that can be reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SymptomRow {
    /// Which.
    pub symptom: Symptom,
    /// In the words of who reports it.
    pub words: String,
}

/// A possible cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingRow {
    /// "Ben’s license is kept at Brightwell".
    pub headline: String,
    /// What is so, and what to do; for those that do not fit, why they are excluded.
    pub sentence: String,
    /// "Gus, Brightwell", with the platform's colour index.
    pub whose_turn: Option<(String, usize)>,
    /// Goes to the control.
    pub show: Option<ShowMe>,
    /// Cures it, or does the first of several acts.
    pub do_it: Option<Control>,
    /// All the checks behind it.
    pub ask: Option<(String, Question)>,
}
