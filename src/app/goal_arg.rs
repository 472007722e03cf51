//! Goals as they are typed: `connect:ben@aldermoor`, `role:ben@aldermoor:XWA`, `space:ben@aldermoor:hull-7`.

use crate::content::Goal;
use crate::domain::{ItemId, PersonId, Platform, PlatformId, RoleId, SpaceId, World};
use anyhow::bail;

/// What can be typed, for messages.
const FORMS: &str = "connect:PERSON@PLATFORM, works:PERSON@PLATFORM, role:PERSON@PLATFORM:ROLE, \
                     space:PERSON@PLATFORM:SPACE or read:PERSON@PLATFORM:ITEM, with `not-` before it for the contrary";

/// Reads goals, separated by commas. Fails with what is wrong and what is allowed there.
pub(super) fn goals(world: &World, texts: &[String]) -> anyhow::Result<Vec<Goal>> {
    texts.iter().flat_map(|text| text.split(',')).map(|text| goal(world, text.trim())).collect()
}

fn goal(world: &World, text: &str) -> anyhow::Result<Goal> {
    let (mut positive, mut is_meant) = (text, true);
    while let Some(rest) = positive.strip_prefix("not-") {
        (positive, is_meant) = (rest, !is_meant);
    }
    let goal = positive_goal(world, positive)?;
    Ok(if is_meant { goal } else { Goal::Not(Box::new(goal)) })
}

fn positive_goal(world: &World, text: &str) -> anyhow::Result<Goal> {
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
            let role = self::role(world, role)?;
            Ok(Goal::RoleUsable { person, platform, role, from: None })
        }
        ("space", Some(space)) => {
            let space = self::space(found, space)?;
            Ok(Goal::SpaceAccess { person, platform, space, label: None })
        }
        ("read", Some(item)) => {
            let item = ItemId::new(item);
            let known: Vec<ItemId> = found.spaces.values().flat_map(|space| space.items.keys().copied()).collect();
            if !known.contains(&item) {
                let known = listed("items", known.iter().map(|item| item.as_str()));
                bail!("no item of {} is called `{item}`; {known}", found.name);
            }
            Ok(Goal::CanRead { person, platform, item })
        }
        _ => bail!("`{text}` is no goal; write {FORMS}"),
    }
}

/// The person with this id. Fails naming those there are.
pub(super) fn person(world: &World, id: &str) -> anyhow::Result<PersonId> {
    match world.person(PersonId::new(id)) {
        Some(found) => Ok(found.id),
        None => bail!("nobody is called `{id}`; {}", listed("people", world.people().map(|found| found.id.as_str()))),
    }
}

/// The platform with this id. Fails naming those there are.
pub(super) fn platform<'a>(world: &'a World, id: &str) -> anyhow::Result<&'a Platform> {
    let Some(found) = world.platform(PlatformId::new(id)) else {
        let known = listed("platforms", world.platforms().map(|found| found.id.as_str()));
        bail!("no platform is called `{id}`; {known}");
    };
    Ok(found)
}

/// The role with this id. Fails naming those there are.
pub(super) fn role(world: &World, id: &str) -> anyhow::Result<RoleId> {
    match world.roles().get(RoleId::new(id)) {
        Some(found) => Ok(found.id),
        None => {
            let known = listed("roles", world.roles().iter().map(|role| role.id.as_str()));
            bail!("no role is called `{id}`; {known}")
        }
    }
}

/// The space of a platform with this id. Fails naming those there are.
pub(super) fn space(platform: &Platform, id: &str) -> anyhow::Result<SpaceId> {
    match platform.space(SpaceId::new(id)) {
        Some(found) => Ok(found.id),
        None => {
            let known = listed("spaces", platform.spaces.keys().map(|space| space.as_str()));
            bail!("no space of {} is called `{id}`; {known}", platform.name)
        }
    }
}

/// How many ids one sentence names.
const MOST_NAMED: usize = 30;

/// What there is, or what to do where there is nothing.
fn listed<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.collect();
    let named = ids.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
    match ids.len() {
        0 => format!("there are no {what} at this step; choose another step or another rehearsal"),
        count if count > MOST_NAMED => format!("there are {named} and {} more", count - MOST_NAMED),
        _ => format!("there are {named}"),
    }
}
