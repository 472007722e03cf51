//! Goals as they are typed: `connect:ben@aldermoor`, `role:ben@aldermoor:XWA`, `space:ben@aldermoor:hull-7`.

use crate::content::Goal;
use crate::domain::{ItemId, Person, PersonId, Platform, PlatformId, RoleId, SpaceId, World};
use anyhow::bail;

/// What can be typed, for messages.
const FORMS: &str = "connect:PERSON@PLATFORM, works:PERSON@PLATFORM, role:PERSON@PLATFORM:ROLE, \
                     space:PERSON@PLATFORM:SPACE or read:PERSON@PLATFORM:ITEM, with `not-` before it for the contrary";

/// Reads goals, separated by commas. Fails with what is wrong and what is allowed there.
pub(super) fn goals(world: &World, texts: &[String]) -> anyhow::Result<Vec<Goal>> {
    texts.iter().flat_map(|text| text.split(',')).map(|text| goal(world, text.trim())).collect()
}

fn goal(world: &World, text: &str) -> anyhow::Result<Goal> {
    if let Some(positive) = text.strip_prefix("not-") {
        return Ok(Goal::Not(Box::new(goal(world, positive)?)));
    }
    let mut parts = text.split(':');
    let (kind, whom, what, rest) = (parts.next(), parts.next(), parts.next(), parts.next());
    let (Some(kind), Some((person, platform)), None) = (kind, whom.and_then(|whom| whom.rsplit_once('@')), rest) else {
        bail!("`{text}` is no goal; write {FORMS}");
    };
    let person = self::person(world, person)?;
    let found = self::platform(world, platform)?;
    let platform = found.id;
    match (kind, what) {
        ("connect", None) => Ok(Goal::Connects { person, platform }),
        ("works", None) => Ok(Goal::IsConnectedTo { person, platform }),
        ("role", Some(role)) => {
            let role = RoleId::new(role);
            if world.roles().get(role).is_none() {
                bail!(
                    "no role is called `{role}`; there are {}",
                    listed(world.roles().iter().map(|role| role.id.as_str()))
                );
            }
            Ok(Goal::RoleUsable { person, platform, role, from: None })
        }
        ("space", Some(space)) => {
            let space = SpaceId::new(space);
            if found.space(space).is_none() {
                let known = listed(found.spaces.keys().map(|space| space.as_str()));
                bail!("no space of {} is called `{space}`; there are {known}", found.name);
            }
            Ok(Goal::SpaceAccess { person, platform, space, label: None })
        }
        ("read", Some(item)) => {
            let item = ItemId::new(item);
            let known: Vec<ItemId> = found.spaces.values().flat_map(|space| space.items.keys().copied()).collect();
            if !known.contains(&item) {
                let known = listed(known.iter().map(|item| item.as_str()));
                bail!("no item of {} is called `{item}`; there are {known}", found.name);
            }
            Ok(Goal::CanRead { person, platform, item })
        }
        _ => bail!("`{text}` is no goal; write {FORMS}"),
    }
}

/// The person with this id. Fails naming those there are.
pub(super) fn person(world: &World, id: &str) -> anyhow::Result<PersonId> {
    let person = PersonId::new(id);
    if world.person(person).is_none() {
        bail!(
            "nobody is called `{id}`; there are {}",
            listed(world.people().map(|person: &Person| person.id.as_str()))
        );
    }
    Ok(person)
}

/// The platform with this id. Fails naming those there are.
pub(super) fn platform<'a>(world: &'a World, id: &str) -> anyhow::Result<&'a Platform> {
    let Some(found) = world.platform(PlatformId::new(id)) else {
        bail!("no platform is called `{id}`; there are {}", listed(world.platforms().map(|found| found.id.as_str())));
    };
    Ok(found)
}

fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}
