//! Searches beside the window: what the view wishes to know, and what was found so far.

use crate::decide;
use crate::domain::{Command, World};
use crate::planner::{Alternative, Constraints, Goal, Outcome, Plan};
use crate::session::{Session, StepId};

/// How many answers are kept; the oldest are forgotten first.
const MOST: usize = 96;

/// One shortest way to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// From the world of this step.
    pub at: StepId,
    /// After these acts on top of it, for what acts would come to.
    pub after: Vec<Command>,
    /// To these goals.
    pub goals: Vec<Goal>,
    /// Under these conditions.
    pub rules: Constraints,
}

impl Wish {
    /// From a step to these goals, whoever acts and whatever it takes.
    #[must_use]
    pub fn free(at: StepId, goals: Vec<Goal>) -> Self {
        Self { at, after: Vec::new(), goals, rules: Constraints::default() }
    }

    /// The world that the way begins in; none when one of the acts is not possible there.
    #[must_use]
    pub fn world(&self, session: &Session) -> Option<World> {
        let at = session.world_at(self.at).clone();
        self.after.iter().try_fold(at, |world, command| decide::act(&world, command).ok().map(|(after, _)| after))
    }
}

/// A wish that is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was asked.
    pub wish: Wish,
    /// What the search came to.
    pub outcome: Outcome,
}

/// Other ways to what is wished for, the shortest of all first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundWays {
    /// What was asked.
    pub wish: Wish,
    /// What was found.
    pub ways: Vec<Alternative>,
    /// Was the search not stopped before its end?
    pub is_whole: bool,
}

/// What was found so far, and how far the running search is.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    found: Vec<Found>,
    ways: Vec<FoundWays>,
    /// How many situations the running search has looked at.
    pub looked_at: usize,
}

impl Answers {
    /// What the search for this came to, once it is known.
    #[must_use]
    pub fn get(&self, wish: &Wish) -> Option<&Outcome> {
        self.found.iter().rev().find(|found| found.wish == *wish).map(|found| &found.outcome)
    }

    /// Keeps an answer.
    pub fn note(&mut self, found: Found) {
        self.found.retain(|old| old.wish != found.wish);
        self.found.push(found);
        let over = self.found.len().saturating_sub(MOST);
        self.found.drain(..over);
        self.looked_at = 0;
    }

    /// The ways that were found to this, once they are known.
    #[must_use]
    pub fn ways(&self, wish: &Wish) -> Option<&FoundWays> {
        self.ways.iter().rev().find(|found| found.wish == *wish)
    }

    /// Keeps the ways to a wish.
    pub fn note_ways(&mut self, found: FoundWays) {
        self.ways.retain(|old| old.wish != found.wish);
        self.ways.push(found);
        let over = self.ways.len().saturating_sub(MOST);
        self.ways.drain(..over);
        self.looked_at = 0;
    }

    /// An act of a plan was done: what is left of the plan is the shortest way from there. Not so where nobody may lose
    /// what they have: from there on that is more.
    pub fn done(&mut self, from: StepId, to: StepId, command: &Command) {
        let rest: Vec<Found> = self
            .found
            .iter()
            .filter(|found| found.wish.at == from && found.wish.after.is_empty() && !found.wish.rules.keep_access)
            .filter_map(|found| {
                let (first, rest) = found.outcome.plan()?.steps.split_first()?;
                let wish = Wish { at: to, ..found.wish.clone() };
                let plan = Plan { steps: rest.to_vec() };
                (first.command == *command).then_some(Found { wish, outcome: Outcome::Plan(plan) })
            })
            .collect();
        for found in rest {
            if self.get(&found.wish).is_none() {
                self.note(found);
            }
        }
    }

    /// Searches that were stopped or gave up are made again.
    pub fn forget_given_up(&mut self) {
        self.found.retain(|found| !matches!(found.outcome, Outcome::GaveUp(_)));
        self.ways.retain(|found| found.is_whole);
    }
}
