//! How far a lesson is: steps tick by what became true, whatever was clicked.

use super::Rehearsal;
use crate::domain::World;

/// For each step, whether it is done in this world. `start` is the world before the first act.
#[must_use]
pub fn progress(rehearsal: &Rehearsal, world: &World, start: &World) -> Vec<bool> {
    rehearsal.steps.iter().map(|step| step.goals.iter().all(|goal| goal.is_met(world, start))).collect()
}

/// The first step that is not done, by its place in the list.
#[must_use]
pub fn first_open(rehearsal: &Rehearsal, world: &World, start: &World) -> Option<usize> {
    progress(rehearsal, world, start).iter().position(|done| !done)
}

/// Are all goals of the rehearsal met? Without goals there is nothing to finish.
#[must_use]
pub fn is_finished(rehearsal: &Rehearsal, world: &World, start: &World) -> bool {
    !rehearsal.goals.is_empty() && rehearsal.goals.iter().all(|goal| goal.is_met(world, start))
}
