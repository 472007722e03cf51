//! Who is found in *Add member(s)* by what was typed: predicted from the rules, and the engine beside it (E13).

use super::acts::Judge;
use super::compare::told;
use crossinvite::decide;
use crossinvite::domain::*;
use std::collections::BTreeSet;

/// Engine and rules find the same people, and the same ones among them can be picked, whatever of a name or an address is
/// typed.
#[track_caller]
pub fn agree_on_search(world: &World) {
    for platform in world.platforms() {
        let judge = Judge::new(world, PersonId::new(""), platform);
        for typed in world.people().flat_map(texts) {
            let found: BTreeSet<(PersonId, bool)> = decide::search(world, platform, &typed)
                .into_iter()
                .map(|found| (found.person, found.obstacle.is_none()))
                .collect();
            let expected: BTreeSet<(PersonId, bool)> = world
                .people()
                .filter(|person| is_found(person, platform, &typed))
                .map(|person| (person.id, judge.may_be_picked(person.id)))
                .collect();
            assert_eq!(found, expected, "left: engine, right: rules\n“{typed}” on {}\n{}", platform.id, told(world));
        }
    }
}

/// What may be typed for a person: nothing, parts of the name, the beginning, middle and whole of the address.
fn texts(person: &Person) -> Vec<String> {
    let (name, email) = (person.name.as_deref().unwrap_or_default(), person.email.as_str());
    let part = |text: &str, from: usize, to: usize| text.get(from..to.min(text.len())).unwrap_or_default().to_owned();
    vec![
        "  ".to_owned(),
        name.to_uppercase(),
        part(name, 1, 3),
        part(email, 0, 4),
        part(email, 1, 4),
        format!(" {} ", email.to_uppercase()),
    ]
}

/// Active: any part of the name, or the beginning of the login; pending internal: the beginning of the address; pending
/// external: the whole of it; no access: never.
fn is_found(person: &Person, platform: &Platform, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let Some(member) = platform.member(person.id).filter(|_| !typed.is_empty()) else { return false };
    let address = person.email.as_str();
    let name = person.name.as_deref().unwrap_or_default().to_lowercase();
    let (whole, beginning) = (address == typed, address.find(&typed) == Some(0));
    match member.membership {
        Membership::Active => name.contains(&typed) || beginning,
        Membership::Pending if member.right == UserRight::External => whole,
        Membership::Pending => beginning,
        Membership::NoAccess => false,
    }
}
