//! How far a lesson is: steps tick by what became true, whatever was clicked.

use super::{Mention, Rehearsal};
use crate::domain::{PersonId, PlatformId, World};
use std::collections::BTreeMap;

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

/// The platform that a rehearsal is about for each person it speaks of: the first one beside the person in its watches,
/// then in its goals.
#[must_use]
pub fn scenes(rehearsal: &Rehearsal) -> BTreeMap<PersonId, PlatformId> {
    let watches = rehearsal.watches.iter().map(|watch| &watch.goal);
    let goals = rehearsal.goals.iter().map(|goal| &goal.value);
    let mut scenes = BTreeMap::new();
    for goal in watches.chain(goals) {
        let mentions = goal.mentions();
        let person = mentions.iter().find_map(|mention| match mention {
            Mention::Person(person) => Some(*person),
            _ => None,
        });
        let platform = mentions.iter().find_map(|mention| match mention {
            Mention::Platform(platform) => Some(*platform),
            _ => None,
        });
        if let (Some(person), Some(platform)) = (person, platform) {
            scenes.entry(person).or_insert(platform);
        }
    }
    scenes
}
