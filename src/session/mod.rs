//! What happened: a tree of steps over a start. Undo, redo and the timeline move a cursor in it; nothing is lost.

#![warn(clippy::wildcard_enum_match_arm)]

use crate::decide;
use crate::domain::{Command, Event, Refusal, World};
use std::num::NonZeroUsize;

/// A step of the history: index into the tree. Step 0 is the start.
pub type StepId = usize;

/// One accepted act.
#[derive(Debug, Clone)]
pub struct Step {
    /// The step it was taken from.
    pub parent: StepId,
    /// What was tried.
    pub command: Command,
    /// What happened.
    pub events: Vec<Event>,
    /// Everything after it.
    pub world: World,
    next: Option<NonZeroUsize>,
}

/// What became of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Submitted {
    /// It happened; the cursor stands on the new step.
    Done(StepId),
    /// Everything was so already; nothing was recorded.
    AlreadySo,
}

/// A start, every act since, and where we stand.
#[derive(Debug, Clone)]
pub struct Session {
    start: World,
    steps: Vec<Step>,
    first: Option<NonZeroUsize>,
    cursor: StepId,
}

impl Session {
    /// A session that stands at its start.
    #[must_use]
    pub fn new(start: World) -> Self {
        Self { start, steps: Vec::new(), first: None, cursor: 0 }
    }

    /// The world at the cursor.
    #[must_use]
    pub fn world(&self) -> &World {
        self.world_at(self.cursor)
    }

    /// The world of a step; an unknown step gives the start.
    #[must_use]
    pub fn world_at(&self, step: StepId) -> &World {
        self.step(step).map_or(&self.start, |step| &step.world)
    }

    /// The world before the last act, when there was one.
    #[must_use]
    pub fn world_before(&self) -> Option<&World> {
        self.step(self.cursor).map(|step| self.world_at(step.parent))
    }

    /// The start.
    #[must_use]
    pub fn start(&self) -> &World {
        &self.start
    }

    /// Where we stand.
    #[must_use]
    pub fn cursor(&self) -> StepId {
        self.cursor
    }

    /// The step with this index; none for the start.
    #[must_use]
    pub fn step(&self, step: StepId) -> Option<&Step> {
        step.checked_sub(1).and_then(|index| self.steps.get(index))
    }

    /// Every step in the order in which it was taken, with its index.
    pub fn steps(&self) -> impl Iterator<Item = (StepId, &Step)> {
        self.steps.iter().enumerate().map(|(index, step)| (index + 1, step))
    }

    /// Tries a command here; what is done is recorded (R65). A refused one changes nothing. Doing again what was undone
    /// follows the old future; anything else begins a new one beside it.
    ///
    /// Fails with the refusal of [`decide::decide`].
    pub fn submit(&mut self, command: Command) -> Result<Submitted, Refusal> {
        let (world, events) = decide::act(self.world(), &command)?;
        if events.is_empty() {
            return Ok(Submitted::AlreadySo);
        }
        let known = self.children(self.cursor).find(|(_, step)| step.command == command).map(|(id, _)| id);
        let id = known.unwrap_or_else(|| {
            self.steps.push(Step { parent: self.cursor, command, events, world, next: None });
            self.steps.len()
        });
        self.set_next(self.cursor, id);
        self.cursor = id;
        Ok(Submitted::Done(id))
    }

    /// The steps taken from this one.
    pub fn children(&self, parent: StepId) -> impl Iterator<Item = (StepId, &Step)> {
        self.steps().filter(move |(_, step)| step.parent == parent)
    }

    /// The step that redo leads to.
    #[must_use]
    pub fn next(&self, step: StepId) -> Option<StepId> {
        match self.step(step) {
            Some(step) => step.next,
            None => self.first,
        }
        .map(NonZeroUsize::get)
    }

    /// Goes one step back. False at the start.
    pub fn undo(&mut self) -> bool {
        let Some(parent) = self.step(self.cursor).map(|step| step.parent) else { return false };
        self.cursor = parent;
        true
    }

    /// Goes one step on again. False at the end.
    pub fn redo(&mut self) -> bool {
        let Some(next) = self.next(self.cursor) else { return false };
        self.cursor = next;
        true
    }

    /// Jumps to any step; its line becomes the present future. False when there is no such step.
    pub fn seek(&mut self, step: StepId) -> bool {
        if step > self.steps.len() {
            return false;
        }
        let mut child = step;
        while let Some(parent) = self.step(child).map(|found| found.parent) {
            self.set_next(parent, child);
            child = parent;
        }
        self.cursor = step;
        true
    }

    /// The line we are on: from the first step past the cursor to the end of its future.
    #[must_use]
    pub fn line(&self) -> Vec<StepId> {
        let mut line = self.past(self.cursor);
        let mut last = self.cursor;
        while let Some(next) = self.next(last) {
            line.push(next);
            last = next;
        }
        line
    }

    /// How many acts there are from this step on, itself included, along the future it led to.
    #[must_use]
    pub fn length_from(&self, step: StepId) -> usize {
        std::iter::successors(Some(step), |last| self.next(*last)).count()
    }

    /// The steps that lead to this one, the first first, itself included.
    #[must_use]
    pub fn past(&self, step: StepId) -> Vec<StepId> {
        let mut past = Vec::new();
        let mut current = step;
        while let Some(found) = self.step(current) {
            past.push(current);
            current = found.parent;
        }
        past.reverse();
        past
    }

    /// How many acts lie behind the cursor.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.past(self.cursor).len()
    }

    fn set_next(&mut self, parent: StepId, child: StepId) {
        let next = NonZeroUsize::new(child);
        match parent.checked_sub(1) {
            None => self.first = next,
            Some(index) => {
                if let Some(step) = self.steps.get_mut(index) {
                    step.next = next;
                }
            }
        }
    }
}
