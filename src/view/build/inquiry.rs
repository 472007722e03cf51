//! Fills the inquiry: its tabs, and the one that is open.

use super::{who_can, why, why_not};
use crate::access::{Question, explain};
use crate::view::{Inquiry, InquiryBody, InquiryData, Lens};

/// The panel for a question, with the tab that is open.
#[must_use]
pub fn inquiry(lens: &Lens<'_>, question: Question) -> InquiryData {
    let open = lens.selection.inquiry;
    let holds = explain(lens.world, question).holds();
    InquiryData {
        open,
        tabs: Inquiry::ALL.map(|inquiry| (inquiry, tab(inquiry, holds))).into(),
        body: match open {
            Inquiry::Why => InquiryBody::Why(why(lens, question)),
            Inquiry::WhyNot => InquiryBody::WhyNot(why_not(lens, question)),
            Inquiry::WhoCan => InquiryBody::WhoCan(who_can(lens, question)),
        },
    }
}

/// What is written on a tab.
fn tab(inquiry: Inquiry, holds: bool) -> String {
    match inquiry {
        Inquiry::WhyNot if holds => "What keeps it",
        inquiry => inquiry.name(),
    }
    .to_owned()
}
