//! What can be said of a rehearsal before anything is set up: how much there is of it, how ids and names are written, and
//! that nothing is there twice.

use super::error::{Misfit, Noun, Problem};
use super::start::{PlatformStart, Start};
use super::{List, Ordinal, Rehearsal};
use crate::domain::lettering::{LONGEST_NAME, is_same_name, shown, unseen};
use crate::domain::{Command, RoleId, StageAct};
use std::collections::{BTreeMap, BTreeSet};

/// The most roles that a rehearsal may describe.
pub const MAX_ROLES: usize = 500;
/// The most people at the start.
pub const MAX_PEOPLE: usize = 10_000;
/// The most platforms at the start.
pub const MAX_PLATFORMS: usize = 8;
/// The most licenses of one role on one platform.
pub const MAX_PURCHASED: u32 = 1_000_000;
/// The longest id, in characters.
pub const LONGEST_ID: usize = 64;
/// The longest sentence on what several acts come to, in characters.
pub const LONGEST_SUMMARY: usize = 1_000;

/// Checks amounts, ids, names and doubles.
///
/// Fails with the first that does not fit.
pub fn check(rehearsal: &Rehearsal) -> Result<(), Misfit> {
    let start = &rehearsal.start;
    amount(&rehearsal.roles, "roles", MAX_ROLES)?;
    amount(&start.people, "people", MAX_PEOPLE)?;
    amount(&start.platforms, "platforms", MAX_PLATFORMS)?;
    for role in &rehearsal.roles {
        id(role.ordinal(), role.id.as_str())?;
        let what = format!("the name of the role `{}`", role.id);
        [&role.name, &role.short].into_iter().try_for_each(|shown| name(role.ordinal(), &what, shown))?;
        let what = format!("an app of the role `{}`", role.id);
        role.apps.iter().try_for_each(|app| name(role.ordinal(), &what, app))?;
    }
    people(start)?;
    let mut seen = Seen::new(Noun::Platform);
    for platform in &start.platforms {
        seen.named(platform.ordinal(), platform.id.as_str(), Some(&platform.name))?;
    }
    for (place, second) in start.platforms.iter().enumerate() {
        let others = start.platforms.iter().take(place);
        if let Some(first) = others.into_iter().find(|first| is_same_name(&first.name, &second.name)) {
            let problem = Problem::SameName { name: second.name.clone(), first: first.id, second: second.id };
            return Err(Misfit::new(second.ordinal(), problem));
        }
    }
    start.platforms.iter().try_for_each(|found| platform(found.ordinal(), found))
}

fn amount<T>(list: &List<T>, what: &'static str, limit: usize) -> Result<(), Misfit> {
    match list.get(limit) {
        None => Ok(()),
        Some(surplus) => Err(Misfit::new(surplus.ordinal(), Problem::TooMany { what, found: list.len(), limit })),
    }
}

fn people(start: &Start) -> Result<(), Misfit> {
    let mut seen = Seen::new(Noun::Person);
    let mut addresses = BTreeMap::new();
    for person in &start.people {
        let ordinal = person.ordinal();
        seen.named(ordinal, person.id.as_str(), person.name.as_deref())?;
        letters(ordinal, &format!("the address of the person `{}`", person.id), person.email.as_str())?;
        if let Some(first) = addresses.insert(person.email, person.id) {
            let problem = Problem::SameAddress { email: person.email, first, second: person.id };
            return Err(Misfit::new(ordinal, problem));
        }
    }
    Ok(())
}

fn platform(ordinal: Ordinal, platform: &PlatformStart) -> Result<(), Misfit> {
    let mut organizations = Seen::new(Noun::Organization);
    organizations.named(ordinal, platform.company.id.as_str(), Some(&platform.company.name))?;
    for organization in &platform.organizations {
        organizations.named(organization.ordinal(), organization.id.as_str(), Some(&organization.name))?;
    }
    let what = format!("a location of `{}`", platform.id);
    platform.locations.iter().try_for_each(|location| name(ordinal, &what, location.as_str()))?;
    let mut pools = BTreeSet::new();
    for pool in &platform.pools {
        if !pools.insert(pool.role) {
            let problem = Problem::RoleTwice { role: pool.role, what: format!("pools of `{}`", platform.id) };
            return Err(Misfit::new(pool.ordinal(), problem));
        }
        licenses(pool.ordinal(), pool.role, pool.purchased)?;
    }
    let what = || format!("default roles of `{}`", platform.id);
    once(platform.default_roles.iter().map(|role| (role.ordinal(), role.role)), what)?;
    let mut members = Seen::new(Noun::Person);
    for member in &platform.members {
        members.once(member.ordinal(), member.person.as_str())?;
        let roles = member.roles.iter().map(|held| (held.ordinal(), held.role));
        once(roles, || format!("roles of `{}` on `{}`", member.person, platform.id))?;
    }
    let mut groups = Seen::new(Noun::Group);
    for group in &platform.groups {
        groups.named(group.ordinal(), group.id.as_str(), Some(&group.name))?;
    }
    let (mut spaces, mut items) = (Seen::new(Noun::Space), Seen::new(Noun::Item));
    for space in &platform.spaces {
        spaces.named(space.ordinal(), space.id.as_str(), space.name.as_deref())?;
        for item in &space.items {
            items.named(item.ordinal(), item.id.as_str(), Some(&item.name))?;
        }
    }
    Ok(())
}

fn once(mut roles: impl Iterator<Item = (Ordinal, RoleId)>, what: impl Fn() -> String) -> Result<(), Misfit> {
    let mut seen = BTreeSet::new();
    match roles.find(|(_, role)| !seen.insert(*role)) {
        None => Ok(()),
        Some((ordinal, role)) => Err(Misfit::new(ordinal, Problem::RoleTwice { role, what: what() })),
    }
}

fn licenses(ordinal: Ordinal, role: RoleId, purchased: u32) -> Result<(), Misfit> {
    if purchased <= MAX_PURCHASED {
        return Ok(());
    }
    Err(Misfit::new(ordinal, Problem::TooManyLicenses { role, purchased }))
}

/// Checks the names, the texts and the amounts in a command.
///
/// Fails when one cannot be read or is too long, or when it asks for too many licenses.
pub fn command(ordinal: Ordinal, command: &Command) -> Result<(), Misfit> {
    command.names().into_iter().try_for_each(|shown| name(ordinal, "a name in this act", shown))?;
    let what = "what these acts come to";
    command.summaries().into_iter().try_for_each(|text| line(ordinal, what, text, LONGEST_SUMMARY))?;
    let Command::Stage(act) = command else { return Ok(()) };
    let mut open = vec![act];
    while let Some(act) = open.pop() {
        if let StageAct::SetPool { role, purchased, .. } = act {
            licenses(ordinal, *role, *purchased)?;
        }
        if let StageAct::Several { acts, .. } = act {
            open.extend(acts);
        }
    }
    Ok(())
}

/// Checks an id.
///
/// Fails when it is empty, too long or has other characters than those of ids.
pub fn id(ordinal: Ordinal, id: &str) -> Result<(), Misfit> {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@' | '+');
    if (1..=LONGEST_ID).contains(&id.chars().count()) && id.chars().all(allowed) && unseen(id).is_none() {
        return Ok(());
    }
    Err(Misfit::new(ordinal, Problem::WrongId { id: id.to_owned() }))
}

/// What is said of a wrong id, which may be long or unreadable.
pub(super) fn wrong_id(id: &str) -> String {
    let readable: String = id.chars().take(LONGEST_ID).flat_map(char::escape_debug).collect();
    let shown = shown(&readable);
    match id.chars().count() {
        _ if id.trim().is_empty() => "the id is empty".to_owned(),
        length if length > LONGEST_ID => format!("the id `{shown}…` has {length} characters"),
        _ => format!("`{shown}` is no id"),
    }
}

fn name(ordinal: Ordinal, what: &str, name: &str) -> Result<(), Misfit> {
    line(ordinal, what, name, LONGEST_NAME)
}

/// Checks a text of one line.
///
/// Fails when it shows nothing, is too long, or has a character that does not belong there.
fn line(ordinal: Ordinal, what: &str, text: &str, limit: usize) -> Result<(), Misfit> {
    letters(ordinal, what, text)?;
    let (length, what) = (text.chars().count(), what.to_owned());
    let problem = if text.trim().is_empty() {
        Problem::NoName { what }
    } else if length > limit {
        Problem::LongName { what, length, limit }
    } else {
        return Ok(());
    };
    Err(Misfit::new(ordinal, problem))
}

/// Checks the characters of a text of one line.
///
/// Fails when one of them ends a line or cannot be seen.
fn letters(ordinal: Ordinal, what: &str, text: &str) -> Result<(), Misfit> {
    if text.chars().any(char::is_control) {
        return Err(Misfit::new(ordinal, Problem::ControlCharacter { what: what.to_owned() }));
    }
    match unseen(text) {
        None => Ok(()),
        Some(found) => Err(Misfit::new(ordinal, Problem::Unseen { what: what.to_owned(), found })),
    }
}

/// The ids of one kind that were met so far.
struct Seen<'a> {
    noun: Noun,
    ids: BTreeSet<&'a str>,
}

impl<'a> Seen<'a> {
    fn new(noun: Noun) -> Self {
        Self { noun, ids: BTreeSet::new() }
    }

    fn once(&mut self, ordinal: Ordinal, id: &'a str) -> Result<(), Misfit> {
        if self.ids.insert(id) {
            return Ok(());
        }
        Err(Misfit::new(ordinal, Problem::Twice { noun: self.noun, id: id.to_owned() }))
    }

    fn named(&mut self, ordinal: Ordinal, id: &'a str, shown: Option<&str>) -> Result<(), Misfit> {
        self::id(ordinal, id)?;
        self.once(ordinal, id)?;
        let what = format!("the name of the {} `{id}`", self.noun);
        shown.map_or(Ok(()), |shown| name(ordinal, &what, shown))
    }
}
