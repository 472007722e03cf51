//! A saved session: the rehearsal itself, every step that was taken, and where we stood. Loading replays each step.

use super::error::{Misfit, Problem};
use super::format::Version;
use super::{List, Located, Rehearsal, build, validate::validate};
use crate::domain::Command;
use crate::session::{Session, StepId, Submitted};
use serde::{Deserialize, Serialize};

/// A session as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Session", deny_unknown_fields)]
pub struct SavedSession {
    /// The version of the format.
    pub version: Version,
    /// The rehearsal, whole, so that the file stands alone.
    pub rehearsal: Rehearsal,
    /// Every step in the order in which it was taken; the first is number 1.
    pub steps: List<SavedStep>,
    /// Where we stood; 0 is the start.
    pub cursor: StepId,
    /// The last step of the line we were on, which redo leads to.
    pub last: StepId,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedStep {
    /// The step it was taken from; 0 is the start.
    pub parent: StepId,
    /// What was done.
    pub command: Command,
}

impl SavedSession {
    /// What is to be written of a session.
    #[must_use]
    pub fn of(rehearsal: &Rehearsal, session: &Session) -> Self {
        let saved = |(_, step): (StepId, &crate::session::Step)| {
            Located::new(SavedStep { parent: step.parent, command: step.command.clone() })
        };
        Self {
            version: Version::default(),
            rehearsal: rehearsal.clone(),
            steps: session.steps().map(saved).collect(),
            cursor: session.cursor(),
            last: session.line().last().copied().unwrap_or(0),
        }
    }

    /// Plays every step again from the start.
    ///
    /// Fails with the first step that is refused now, changes nothing or does not follow one before it.
    pub fn replay(&self) -> Result<Session, Misfit> {
        let start = build(&self.rehearsal)?;
        validate(&self.rehearsal, &start)?;
        let mut session = Session::new(start);
        for (index, saved) in self.steps.iter().enumerate() {
            let step = index + 1;
            let wrong = |problem| Misfit::new(saved.ordinal(), problem);
            if saved.parent >= step || !session.seek(saved.parent) {
                return Err(wrong(Problem::ReplayOrder { step, parent: saved.parent }));
            }
            match session.submit(saved.command.clone()) {
                Ok(Submitted::Done(id)) if id == step => {}
                Ok(Submitted::Done(_) | Submitted::AlreadySo) => return Err(wrong(Problem::ReplayIdle { step })),
                Err(refusal) => return Err(wrong(Problem::ReplayRefused { step, code: refusal.code })),
            }
        }
        for cursor in [self.last, self.cursor] {
            if !session.seek(cursor) {
                return Err(Misfit::new(0, Problem::NoCursor { cursor, steps: self.steps.len() }));
            }
        }
        Ok(session)
    }
}

/// A session as text that can be read again.
#[must_use]
pub fn save(rehearsal: &Rehearsal, session: &Session) -> String {
    super::file::written("Session", &SavedSession::of(rehearsal, session))
}
