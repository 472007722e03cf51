//! The inquiry: one fact, and the ways of asking about it. One struct per tab, each filled by the file of its name.

use super::{Control, HowToData, OpenSheet, ShowMe, Status, WhyData};
use crate::access::Question;
use crate::domain::{PersonId, PlatformId};
use crate::session::StepId;
use serde::Serialize;

/// A way of asking about the fact in focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, serde::Deserialize)]
pub enum Inquiry {
    /// Its checks.
    #[default]
    Why,
    /// What keeps it from holding; while it holds: what keeps it.
    WhyNot,
    /// The shortest way to it.
    HowTo,
    /// Who reaches the same.
    WhoCan,
}

impl Inquiry {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Why, Self::WhyNot, Self::HowTo, Self::WhoCan];

    /// The name of the product, which the tab bears while the fact does not hold; also the name of the region.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Why => "Why",
            Self::WhyNot => "Why not",
            Self::HowTo => "How to",
            Self::WhoCan => "Who can",
        }
    }
}

/// The panel below the access board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InquiryData {
    /// Which tab is open.
    pub open: Inquiry,
    /// The fact in question.
    pub question: Question,
    /// The tabs and what is written on them, which can follow the verdict.
    pub tabs: Vec<(Inquiry, String)>,
    /// What the open tab shows.
    pub body: InquiryBody,
    /// "Message to Gus…": for everybody whose turn it is on the way to the fact.
    pub messages: Vec<OpenSheet>,
}

/// What the open tab shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum InquiryBody {
    /// *Why*.
    Why(WhyData),
    /// *Why not*.
    WhyNot(WhyNotData),
    /// *How to*.
    HowTo(HowToData),
    /// *Who can*.
    WhoCan(WhoCanData),
}

/// The tab *Why not*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhyNotData {
    /// "What keeps Ben from using 3DSwymer at Aldermoor?"
    pub title: String,
    /// "1 change is enough", "It rests on 6 facts".
    pub verdict: Status,
    /// The sets of facts: any one of them decides.
    pub sets: Vec<CauseSet>,
    /// "and 5 more ways".
    pub more: Option<String>,
}

/// Facts that decide together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CauseSet {
    /// "This must change", "Or instead, both together".
    pub title: String,
    /// One line for each fact.
    pub facts: Vec<CauseFact>,
}

/// One fact; one that stood in a set before has its words only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CauseFact {
    /// "Restrict Usage must be off for Ben’s 3DSwymer license at Brightwell".
    pub status: Status,
    /// "Gus, Brightwell", with the platform's colour index.
    pub whose_turn: Option<(String, usize)>,
    /// Goes to its control.
    pub show: Option<ShowMe>,
    /// Turns it, when one act does.
    pub do_it: Option<Control>,
    /// The guide it comes from, and how sure that is.
    pub source: String,
}

/// The tab *Who can*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhoCanData {
    /// "Who can use 3DSwymer at Aldermoor?"
    pub title: String,
    /// "2 of 4 people".
    pub verdict: Status,
    /// Those who can first.
    pub people: Vec<WhoRow>,
    /// "and 12 more".
    pub more: Option<String>,
    /// "What Ben can".
    pub reach_title: String,
    /// What the person is compared with, as chosen.
    pub compared: String,
    /// With what the person can be compared.
    pub choices: Vec<CompareChoice>,
    /// The two sides of a comparison: "Ben" and "Cleo".
    pub sides: Option<(String, String)>,
    /// Everything the person reaches, or what the two sides differ in.
    pub reach: Vec<ReachRow>,
}

/// What the person in question is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Comparison {
    /// With nothing: everything is listed.
    #[default]
    None,
    /// With another person.
    Person(PersonId),
    /// The platform of the question with another platform.
    Platform(PlatformId),
    /// This moment with that step of the timeline.
    Moment(StepId),
}

/// One choice of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CompareChoice {
    /// "Cleo", "Brightwell", "the start".
    pub label: String,
    /// What is chosen then.
    #[serde(skip)]
    pub comparison: Comparison,
}

/// One thing somebody reaches, or two sides differ in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReachRow {
    /// "3DSwymer at Aldermoor".
    pub what: String,
    /// How it stands.
    pub here: Status,
    /// How it stands on the other side of a comparison.
    pub there: Option<Status>,
    /// What to ask when the row is clicked.
    pub question: Question,
}

/// One person and the fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhoRow {
    /// The name.
    pub name: String,
    /// "with a license of Brightwell", or the first obstacle.
    pub status: Status,
    /// What to ask when the row is clicked: the same question about this person.
    pub question: Question,
}
