//! Searching in *Add member(s)*: who is found by what was typed (E13, R139–R147, C10).

use super::may_be_picked;
use crate::domain::{Member, Membership, Person, PersonId, Platform, Refusal, UserRight, World};

/// Somebody who answers to what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub person: PersonId,
    /// Why the person cannot be picked all the same.
    pub obstacle: Option<Refusal>,
}

/// Everybody who answers to the typed text, in the order in which they became known; nobody as long as nothing is typed.
/// The same people through both doors (C31).
#[must_use]
pub fn search(world: &World, platform: &Platform, typed: &str) -> Vec<Found> {
    let wanted = typed.trim().to_lowercase();
    if wanted.is_empty() {
        return Vec::new();
    }
    let known = world.roll(platform.id).members.iter();
    let members = known.filter_map(|person| world.person(person).zip(platform.member(person)));
    members
        .filter(|(person, member)| answers(person, member, &wanted))
        .map(|(person, _)| Found { person: person.id, obstacle: may_be_picked(world, platform, person.id).err() })
        .collect()
}

/// Any part of an active person's name, or the beginning of the login address (R141, R147); a pending person has no name
/// yet, and a pending external is found only by the whole address (R142–R145). Whose access was removed is never found.
fn answers(person: &Person, member: &Member, wanted: &str) -> bool {
    let email = member.email.as_str();
    match (member.membership, member.right) {
        (Membership::Active, _) => {
            let is_named = person.name.as_ref().is_some_and(|name| name.to_lowercase().contains(wanted));
            is_named || email.starts_with(wanted)
        }
        (Membership::Pending, UserRight::External) => email == wanted,
        (Membership::Pending, UserRight::Member | UserRight::Administrator) => email.starts_with(wanted),
        (Membership::NoAccess, _) => false,
    }
}
