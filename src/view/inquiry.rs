//! The inquiry: one fact, and the ways of asking about it. One struct per tab, each filled by the file of its name.

use super::{HowToData, OpenSheet, Status, WhyData};
use crate::access::Question;
use serde::Serialize;

/// A way of asking about the fact in focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
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
    /// How many things do.
    pub verdict: Status,
    /// One line for each.
    pub lines: Vec<Status>,
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
