//! A drill on the desk: what it took, its guide, and what is told only when it is over.

use crate::content::{Kind, Rehearsal, lesson};
use crate::domain::Command;
use crate::session::{Session, StepId};
use crate::view::{DrillGuide, Lens, Mode, Selection, Took, build};

/// Which part of the library a rehearsal belongs to.
#[must_use]
pub fn mode(rehearsal: &Rehearsal) -> Mode {
    match rehearsal.kind {
        Kind::Drill { .. } => Mode::Drill,
        Kind::Rehearsal if !rehearsal.steps.is_empty() => Mode::Learn,
        Kind::Rehearsal | Kind::Case { .. } => Mode::Explore,
    }
}

/// What the drill took until it worked again, when one is open and over. What is done after that does not count.
#[must_use]
pub fn took(selection: &Selection, rehearsal: &Rehearsal, session: &Session) -> Option<Took> {
    let book = selection.drill.as_ref().filter(|book| book.is_over)?;
    let is_over = |step: &StepId| lesson::is_finished(rehearsal, session.world_at(*step), session.start());
    let acts = session.steps().map(|(step, _)| step).position(|step| is_over(&step)).map_or(0, |place| place + 1);
    Some(Took { looks: book.looks(), acts })
}

/// The drill in the guide, when one is open.
#[must_use]
pub fn guide(lens: &Lens<'_>, rehearsal: &Rehearsal, session: &Session) -> Option<DrillGuide> {
    let book = lens.selection.drill.as_ref()?;
    let solution: Vec<Command> = rehearsal.solution().cloned().collect();
    Some(build::drill(lens, book, &solution, took(lens.selection, rehearsal, session)))
}

/// The notes of a rehearsal; those of a drill, and what was wrong, are told only when it is cured.
#[must_use]
pub fn notes(rehearsal: &Rehearsal, session: &Session) -> Vec<String> {
    let notes = rehearsal.notes.iter().map(|note| note.text.clone());
    let Kind::Drill { fault, .. } = &rehearsal.kind else { return notes.collect() };
    if lesson::is_finished(rehearsal, session.world(), session.start()) {
        std::iter::once(format!("What was wrong: {fault}")).chain(notes).collect()
    } else {
        Vec::new()
    }
}
