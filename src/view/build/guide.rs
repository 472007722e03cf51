//! Fills the guide panel from the steps of a lesson.

use super::why::show_me;
use crate::domain::Command;
use crate::view::{DrillGuide, GuideData, Lens, Spot, Status, StepData};

/// One step of a lesson, as the guide panel needs it.
#[derive(Debug, Clone)]
pub struct LessonStep<'a> {
    /// What is to be done.
    pub title: &'a str,
    /// Has it become true?
    pub is_done: bool,
    /// The guide's own words.
    pub quote: Option<&'a str>,
    /// Where they stand.
    pub source: Option<&'a str>,
    /// What to look out for.
    pub note: Option<&'a str>,
    /// Does the guide ask for it, though it changes no access?
    pub has_no_effect: bool,
    /// Where it is done.
    pub spot: Option<Spot>,
    /// The acts that get it done.
    pub solution: Vec<Command>,
}

/// The guide panel.
#[must_use]
#[expect(clippy::too_many_arguments, reason = "one part of the panel each")]
pub fn guide(
    lens: &Lens<'_>,
    title: &str,
    brief: &str,
    notes: &[String],
    steps: &[LessonStep<'_>],
    watches: Vec<Status>,
    next: Option<(String, String)>,
    drill: Option<DrillGuide>,
) -> GuideData {
    let done = steps.iter().filter(|step| step.is_done).count();
    let current = steps.iter().position(|step| !step.is_done);
    GuideData {
        title: title.to_owned(),
        brief: brief.to_owned(),
        progress: if steps.is_empty() {
            "Nothing to reach here: build what you like".into()
        } else {
            format!("{done} of {} done", steps.len())
        },
        is_finished: !steps.is_empty() && current.is_none(),
        next,
        steps: steps
            .iter()
            .enumerate()
            .map(|(index, step)| StepData {
                number: index + 1,
                title: step.title.to_owned(),
                is_done: step.is_done,
                is_current: current == Some(index),
                quote: step.quote.map(str::to_owned),
                source: step.source.map(str::to_owned),
                note: step.note.map(str::to_owned),
                has_no_effect: step.has_no_effect,
                show: step.spot.map(|spot| show_me(lens, spot)),
                do_it: next_act(lens, step),
            })
            .collect(),
        drill,
        notes: notes.to_vec(),
        watches,
    }
}

/// The first act of the solution that would still change something here.
fn next_act(lens: &Lens<'_>, step: &LessonStep<'_>) -> Option<crate::view::Control> {
    if step.is_done {
        return None;
    }
    let would_change =
        |command: &&Command| crate::decide::decide(lens.world, command).is_ok_and(|events| !events.is_empty());
    let command = step.solution.iter().find(would_change).or_else(|| step.solution.first())?;
    let label = command.actor().map_or_else(|| "Do it".to_owned(), |person| format!("Do it as {}", lens.first(person)));
    Some(lens.control(label, command.clone(), None))
}
