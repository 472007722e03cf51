//! Fills *Why not*: what keeps a fact from holding; while it holds, what keeps it.

use crate::access::{Question, explain};
use crate::view::lens::count;
use crate::view::text::capitalize;
use crate::view::{Lens, Status, Tone, WhyNotData, text};

/// The tab for a question: every failing check on a line, or every check that holds.
#[must_use]
pub fn why_not(lens: &Lens<'_>, question: Question) -> WhyNotData {
    let explanation = explain(lens.world, question);
    let obstacles: Vec<Status> = explanation
        .failing()
        .map(|check| Status::new(Tone::Bad, capitalize(&text::headline(lens, question, check))))
        .collect();
    if !obstacles.is_empty() {
        let number = count(obstacles.len(), "thing is", "things are");
        return WhyNotData {
            title: text::why_not(lens, question, false),
            verdict: Status::new(Tone::Bad, format!("{number} in the way")),
            lines: obstacles,
        };
    }
    let lines: Vec<Status> = explanation
        .passing()
        .map(|check| Status::new(Tone::Good, capitalize(&text::passing(lens, question, check))))
        .collect();
    WhyNotData {
        title: text::why_not(lens, question, true),
        verdict: Status::new(Tone::Good, format!("It rests on {}", count(lines.len(), "condition", "conditions"))),
        lines,
    }
}
