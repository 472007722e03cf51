//! Fills the inquiry: its tabs, and the one that is open.

use super::why::closed_cure;
use super::{Sought, how_to, how_to_wish, messages, who_can, why, why_not};
use crate::access::{Question, explain};
use crate::planner::Outcome;
use crate::session::Session;
use crate::view::{Inquiry, InquiryBody, InquiryData, Lens, Look, OpenSheet, Wish};

/// The panel for a question, with the tab that is open.
#[must_use]
pub fn inquiry(lens: &Lens<'_>, question: Question, sought: Sought<'_>, session: &Session) -> InquiryData {
    let open = lens.selection.inquiry;
    let holds = explain(lens.world, question).holds();
    InquiryData {
        open,
        question,
        tabs: Inquiry::ALL.map(|inquiry| (inquiry, tab(inquiry, holds))).into(),
        body: match open {
            // While a drill keeps it closed, the tab says what opening it costs.
            Inquiry::WhyNot if !holds && !lens.is_open(Look::Cure(question)) => {
                InquiryBody::Why(closed_cure(lens, question))
            }
            Inquiry::HowTo if !lens.is_open(Look::Cure(question)) => InquiryBody::Why(closed_cure(lens, question)),
            Inquiry::Why => InquiryBody::Why(why(lens, question)),
            Inquiry::WhyNot => InquiryBody::WhyNot(why_not(lens, question)),
            Inquiry::HowTo => InquiryBody::HowTo(how_to(lens, question, sought)),
            Inquiry::WhoCan => InquiryBody::WhoCan(who_can(lens, question, session)),
        },
        messages: to_others(lens, question, sought),
    }
}

/// The search whose way is told in the open tab: to the fact, in *How to* under the conditions chosen there.
#[must_use]
pub fn way_wish(lens: &Lens<'_>, question: Question, sought: Sought<'_>) -> Option<Wish> {
    match lens.selection.inquiry {
        Inquiry::Why => Some(Wish::free(sought.at, vec![question.into()])),
        Inquiry::HowTo => Some(how_to_wish(lens, question, sought)),
        Inquiry::WhyNot | Inquiry::WhoCan => None,
    }
}

/// The messages to those whose turn it is on that way, once it is known.
fn to_others(lens: &Lens<'_>, question: Question, sought: Sought<'_>) -> Vec<OpenSheet> {
    if !lens.is_open(Look::Cure(question)) {
        return Vec::new();
    }
    let Some(wish) = way_wish(lens, question, sought) else { return Vec::new() };
    let Some(plan) = sought.answers.get(&wish).and_then(Outcome::plan) else { return Vec::new() };
    let open = wish.goals.iter().filter(|goal| !goal.is_met(lens.world, sought.start));
    let purpose: Vec<String> = open.map(|goal| goal.describe(lens.world)).collect();
    messages(lens, plan, &purpose)
}

/// What is written on a tab.
fn tab(inquiry: Inquiry, holds: bool) -> String {
    match inquiry {
        Inquiry::WhyNot if holds => "What keeps it",
        inquiry => inquiry.name(),
    }
    .to_owned()
}
