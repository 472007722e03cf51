//! Goals as they are typed: `connect:ben@aldermoor`, `role:ben@aldermoor:XWA`, `space:ben@aldermoor:hull-7`.

use crate::content::Goal;
use crate::domain::lettering::is_same_name;
use crate::domain::{ItemId, Person, PersonId, Platform, PlatformId, Role, RoleId, SpaceId, World};
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
            let item = self::item(found, item)?;
            Ok(Goal::CanRead { person, platform, item })
        }
        _ => bail!("`{text}` is no goal; write {FORMS}"),
    }
}

/// The person with this id, name or address. Fails naming those there are.
pub(super) fn person(world: &World, word: &str) -> anyhow::Result<PersonId> {
    if let Some(found) = world.person(PersonId::new(word)) {
        return Ok(found.id);
    }
    let called = |person: &&Person| {
        is_called(word, [person.id.as_str(), person.email.as_str()])
            || person.name.as_ref().is_some_and(|name| is_called(word, [&**name]))
    };
    let found = one_of(word, world.people().filter(called).map(|person| (person.id, person.id.as_str())))?;
    found.ok_or_else(|| {
        let known = listed("people", world.people().map(|found| found.id.as_str()));
        anyhow::anyhow!("nobody is called `{word}`; {known}")
    })
}

/// The platform with this id or name. Fails naming those there are.
pub(super) fn platform<'a>(world: &'a World, word: &str) -> anyhow::Result<&'a Platform> {
    if let Some(found) = world.platform(PlatformId::new(word)) {
        return Ok(found);
    }
    let called = |platform: &&Platform| is_called(word, [platform.id.as_str(), &*platform.name]);
    let found = one_of(word, world.platforms().filter(called).map(|platform| (platform, platform.id.as_str())))?;
    found.ok_or_else(|| {
        let known = listed("platforms", world.platforms().map(|found| found.id.as_str()));
        anyhow::anyhow!("no platform is called `{word}`; {known}")
    })
}

/// The role with this code, name or short name. Fails naming those there are.
pub(super) fn role(world: &World, word: &str) -> anyhow::Result<RoleId> {
    if let Some(found) = world.roles().get(RoleId::new(word)) {
        return Ok(found.id);
    }
    let called = |role: &&Role| is_called(word, [role.id.as_str(), &*role.name, &*role.short]);
    let found = one_of(word, world.roles().iter().filter(called).map(|role| (role.id, role.id.as_str())))?;
    found.ok_or_else(|| {
        let all: Vec<String> = world.roles().iter().map(|role| format!("{} ({})", role.id, role.short)).collect();
        anyhow::anyhow!("no role is called `{word}`; {}", listed("roles", all.iter().map(String::as_str)))
    })
}

/// The space of a platform with this id or name. Fails naming those there are.
pub(super) fn space(platform: &Platform, word: &str) -> anyhow::Result<SpaceId> {
    if let Some(found) = platform.space(SpaceId::new(word)) {
        return Ok(found.id);
    }
    let called = platform.spaces.values().filter(|space| is_called(word, [space.id.as_str(), &*space.name]));
    let found = one_of(word, called.map(|space| (space.id, space.id.as_str())))?;
    found.ok_or_else(|| {
        let known = listed("spaces", platform.spaces.keys().map(|space| space.as_str()));
        anyhow::anyhow!("no space of {} is called `{word}`; {known}", platform.name)
    })
}

/// The item of a platform with this id or name. Fails naming those there are.
fn item(platform: &Platform, word: &str) -> anyhow::Result<ItemId> {
    let all = || platform.spaces.values().flat_map(|space| space.items.iter());
    if let Some((found, _)) = all().find(|(id, _)| id.as_str() == word) {
        return Ok(*found);
    }
    let called = all().filter(|(id, content)| is_called(word, [id.as_str(), &*content.name]));
    let found = one_of(word, called.map(|(id, _)| (*id, id.as_str())))?;
    found.ok_or_else(|| {
        let known = listed("items", all().map(|(id, _)| id.as_str()));
        anyhow::anyhow!("no item of {} is called `{word}`; {known}", platform.name)
    })
}

/// Is this word one of these names? Capitals and blanks make no difference.
fn is_called<const N: usize>(word: &str, names: [&str; N]) -> bool {
    names.into_iter().any(|name| is_same_name(word, name))
}

/// The one that was meant; none when there is none. Fails when there are several.
fn one_of<'a, T>(word: &str, mut found: impl Iterator<Item = (T, &'a str)>) -> anyhow::Result<Option<T>> {
    let Some((first, id)) = found.next() else { return Ok(None) };
    let others: Vec<&str> = found.map(|(_, other)| other).collect();
    if others.is_empty() {
        return Ok(Some(first));
    }
    bail!("several are called `{word}`: {id}, {}; write one of these", others.join(", "))
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
