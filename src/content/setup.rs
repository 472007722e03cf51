//! From the written start to a world: every line becomes an act of the trainer and goes through the same door as any
//! other act, so a file cannot hold a world that could not be.

use super::error::{Misfit, Noun, Problem};
use super::session_file::unknown;
use super::start::{MemberStart, PlatformStart, SpaceStart, Start};
use super::{Located, Ordinal, Rehearsal, plain, roles};
use crate::access::{Question, explain};
use crate::decide;
use crate::domain::{
    Code, Command, InvitedRole, MemberRole, Membership, OrganizationId, PersonId, PlatformId, RoleId, SpaceId,
    SpaceSetting, SpaceSubject, StageAct, World, role::CatalogError,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The id of the space that every platform starts with.
pub const COMMON_SPACE: &str = "common-space";

/// The world before the first act.
///
/// Fails with the first line that cannot be so.
pub fn build(rehearsal: &Rehearsal) -> Result<World, Misfit> {
    plain::check(rehearsal)?;
    let catalog = roles::catalog(&rehearsal.roles).map_err(|error| {
        let (CatalogError::Twice(role)
        | CatalogError::Unknown { role, .. }
        | CatalogError::Cycle(role)
        | CatalogError::Missing(role)) = &error;
        let found = rehearsal.roles.iter().rfind(|described| described.id == *role);
        Misfit::new(found.map_or(0, Located::ordinal), Problem::of_catalog(&error))
    })?;
    let mut world = World::new(Arc::new(catalog));
    check_names(&world, &rehearsal.start)?;
    for (ordinal, act) in lower(&rehearsal.start) {
        let command = Command::Stage(act);
        let (after, _) = decide::act(&world, &command).map_err(|refusal| {
            let Command::Stage(act) = &command else {
                return Misfit::new(ordinal, Problem::Impossible { code: refusal.code });
            };
            Misfit::new(ordinal, explain_refusal(&world, act, &refusal))
        })?;
        world = after;
    }
    rehearsal.start.past.iter().try_fold(world, |world, command| happened(&world, command))
}

/// The world after an act of the past.
fn happened(world: &World, command: &Located<Command>) -> Result<World, Misfit> {
    let wrong = |problem| Err(Misfit::new(command.ordinal(), problem));
    plain::command(command.ordinal(), command)?;
    match decide::act(world, command) {
        Ok((_, events)) if events.is_empty() => wrong(Problem::PastIdle),
        Ok((after, _)) => Ok(after),
        Err(refusal) => match unknown(command, world) {
            Some((noun, id, known)) => wrong(Problem::Unknown { noun, id, known }),
            None => wrong(Problem::PastRefused { code: refusal.code }),
        },
    }
}

/// The start as acts, each with the number of the line it comes from. Options come before the members who need them,
/// pending members after everybody else, connecting last.
#[must_use]
pub fn lower(start: &Start) -> Vec<(Ordinal, StageAct)> {
    let mut acts = Vec::new();
    for reading in &start.readings {
        acts.push((0, StageAct::SetReading { reading: *reading, alternative: true }));
    }
    for person in &start.people {
        let act = StageAct::AddPerson { person: person.id, name: person.name.clone(), email: person.email };
        acts.push((person.ordinal(), act));
    }
    for platform in &start.platforms {
        lower_platform(platform, &mut acts);
    }
    for is_pending in [false, true] {
        for platform in &start.platforms {
            let members = platform.members.iter();
            for member in members.filter(|member| (member.membership == Membership::Pending) == is_pending) {
                lower_member(platform, member, &mut acts);
            }
        }
    }
    for platform in &start.platforms {
        for group in &platform.groups {
            let act = StageAct::AddGroup {
                platform: platform.id,
                group: group.id,
                name: group.name.clone(),
                members: group.members.clone(),
            };
            acts.push((group.ordinal(), act));
            for role in &group.roles {
                let act = StageAct::GrantGroupRole { platform: platform.id, group: group.id, role: *role };
                acts.push((group.ordinal(), act));
            }
        }
        for space in &platform.spaces {
            lower_space(platform, space, &mut acts);
        }
    }
    acts.push((0, StageAct::SetClock { day: start.day }));
    for connected in &start.connected {
        let act = StageAct::Connect { person: connected.person, platform: connected.platform };
        acts.push((connected.ordinal(), act));
    }
    acts
}

fn lower_platform(start: &Located<PlatformStart>, acts: &mut Vec<(Ordinal, StageAct)>) {
    let platform = start.id;
    let act = StageAct::AddPlatform {
        platform,
        name: start.name.clone(),
        company: start.company.id,
        company_name: start.company.name.clone(),
    };
    acts.push((start.ordinal(), act));
    for organization in &start.organizations {
        let act = StageAct::AddOrganization {
            platform,
            organization: organization.id,
            name: organization.name.clone(),
            kind: organization.kind,
        };
        acts.push((organization.ordinal(), act));
    }
    for pool in &start.pools {
        let act = StageAct::SetPool { platform, role: pool.role, purchased: pool.purchased, expires: pool.expires };
        acts.push((pool.ordinal(), act));
    }
    for option in &start.options {
        acts.push((start.ordinal(), StageAct::SetOption { platform, option: *option, on: true }));
    }
    for setting in &start.settings {
        let act = StageAct::SetSpaceSetting { platform, setting: setting.setting, on: setting.on };
        acts.push((setting.ordinal(), act));
    }
    if !start.locations.is_empty() {
        acts.push((start.ordinal(), StageAct::SetLocations { platform, locations: start.locations.clone() }));
    }
    if !start.default_roles.is_empty() {
        let roles = start.default_roles.iter().map(|role| InvitedRole {
            role: role.role,
            assign_license: role.assign_license,
            restrict_usage: role.restrict_usage,
        });
        acts.push((start.ordinal(), StageAct::SetDefaultRoles { platform, roles: roles.collect() }));
    }
}

fn lower_member(start: &PlatformStart, member: &Located<MemberStart>, acts: &mut Vec<(Ordinal, StageAct)>) {
    let platform = start.id;
    let setting = SpaceSetting::CommonSpaceForNewUsers;
    let usual = start.settings.iter().rfind(|other| other.setting == setting).is_none_or(|other| other.on);
    let wanted = member.common_space.unwrap_or(usual);
    let switch = |on| (member.ordinal(), StageAct::SetSpaceSetting { platform, setting, on });
    acts.push(switch(wanted));
    let roles = member.roles.iter().map(|role| MemberRole {
        role: role.role,
        assign_license: role.assign_license,
        restrict_usage: role.restrict_usage,
    });
    let act = StageAct::AddMember {
        platform,
        person: member.person,
        membership: member.membership,
        right: member.right,
        location: member.location,
        organizations: member.organizations.clone(),
        roles: roles.collect(),
    };
    acts.push((member.ordinal(), act));
    acts.push(switch(usual));
    for role in &member.roles {
        if let Some(day) = role.first_use {
            acts.push((
                role.ordinal(),
                StageAct::SetFirstUse { platform, person: member.person, role: role.role, day },
            ));
        }
    }
}

fn lower_space(start: &PlatformStart, space: &Located<SpaceStart>, acts: &mut Vec<(Ordinal, StageAct)>) {
    let platform = start.id;
    if space.id != SpaceId::new(COMMON_SPACE) {
        let name = space.name.clone().unwrap_or_else(|| space.id.as_str().to_owned());
        acts.push((space.ordinal(), StageAct::AddSpace { platform, space: space.id, name }));
    }
    for member in &space.members {
        let act = StageAct::AddSpaceMember {
            platform,
            space: space.id,
            who: member.who,
            role: member.role,
            restricted: member.restricted,
            organization: member.organization,
        };
        acts.push((member.ordinal(), act));
    }
    for item in &space.items {
        let owner = item.owner.unwrap_or(start.company.id);
        let act = StageAct::AddItem { platform, space: space.id, item: item.id, name: item.name.clone(), owner };
        acts.push((item.ordinal(), act));
        for person in &item.shared_with {
            acts.push((item.ordinal(), StageAct::ShareItem { platform, item: item.id, person: *person }));
        }
    }
}

/// Every id that is used must be described; said before anything is set up, so that the sentence names what is there.
fn check_names(world: &World, start: &Start) -> Result<(), Misfit> {
    let people: Vec<PersonId> = start.people.iter().map(|person| person.id).collect();
    let platforms: Vec<PlatformId> = start.platforms.iter().map(|platform| platform.id).collect();
    let roles: Vec<RoleId> = world.roles().iter().map(|role| role.id).collect();
    // Everybody is named many times; to look through all of them each time would be felt.
    let described: BTreeSet<PersonId> = people.iter().copied().collect();
    let person = |ordinal, id: PersonId| {
        if described.contains(&id) { Ok(()) } else { known(ordinal, Noun::Person, id, &people) }
    };
    let role = |ordinal, id: RoleId| known(ordinal, Noun::Role, id, &roles);
    for platform in &start.platforms {
        let mut organizations: Vec<OrganizationId> = vec![platform.company.id];
        organizations.extend(platform.organizations.iter().map(|organization| organization.id));
        let organization = |ordinal, id: OrganizationId| known(ordinal, Noun::Organization, id, &organizations);
        let groups: Vec<_> = platform.groups.iter().map(|group| group.id).collect();
        for pool in &platform.pools {
            role(pool.ordinal(), pool.role)?;
        }
        for default in &platform.default_roles {
            role(default.ordinal(), default.role)?;
        }
        for member in &platform.members {
            person(member.ordinal(), member.person)?;
            member.roles.iter().try_for_each(|granted| role(granted.ordinal(), granted.role))?;
            member.organizations.iter().try_for_each(|id| organization(member.ordinal(), *id))?;
            let location = |id| known(member.ordinal(), Noun::Location, id, &platform.locations);
            member.location.map_or(Ok(()), location)?;
        }
        for group in &platform.groups {
            group.members.iter().try_for_each(|id| person(group.ordinal(), *id))?;
            group.roles.iter().try_for_each(|id| role(group.ordinal(), *id))?;
        }
        for space in &platform.spaces {
            for member in &space.members {
                match member.who {
                    SpaceSubject::Person(id) => person(member.ordinal(), id)?,
                    SpaceSubject::Group(id) => known(member.ordinal(), Noun::Group, id, &groups)?,
                }
                member.organization.map_or(Ok(()), |id| organization(member.ordinal(), id))?;
            }
            for item in &space.items {
                item.owner.map_or(Ok(()), |id| organization(item.ordinal(), id))?;
                item.shared_with.iter().try_for_each(|id| person(item.ordinal(), *id))?;
            }
        }
    }
    let mut at_work: BTreeSet<PersonId> = BTreeSet::new();
    for connected in &start.connected {
        person(connected.ordinal(), connected.person)?;
        known(connected.ordinal(), Noun::Platform, connected.platform, &platforms)?;
        if !at_work.insert(connected.person) {
            return Err(Misfit::new(connected.ordinal(), Problem::ConnectedTwice { person: connected.person }));
        }
    }
    Ok(())
}

/// Is the id among the known ones?
pub(super) fn known<T: Copy + PartialEq + ToString>(
    ordinal: Ordinal,
    noun: Noun,
    id: T,
    known: &[T],
) -> Result<(), Misfit> {
    if known.contains(&id) {
        return Ok(());
    }
    // What several acts bring about stands in the list once for each of them.
    let mut names: Vec<String> = Vec::new();
    for name in known.iter().map(ToString::to_string) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let known = names;
    Err(Misfit::new(ordinal, Problem::Unknown { noun, id: id.to_string(), known }))
}

fn explain_refusal(world: &World, act: &StageAct, refusal: &crate::domain::Refusal) -> Problem {
    match (act, Problem::of_refusal(act, refusal)) {
        (StageAct::Connect { person, platform }, Problem::CannotConnect { .. }) => {
            let member = world.member(*person, *platform);
            let explanation = explain(world, Question::CanConnect { person: *person, platform: *platform });
            let is_pending = member.is_some_and(|member| member.membership == Membership::Pending);
            let code = if is_pending { Some(Code::Pending) } else { explanation.headline().map(|check| check.code) };
            Problem::CannotConnect { person: *person, platform: *platform, code: code.unwrap_or(refusal.code) }
        }
        (_, Problem::NotOwned { role, platform }) => match world.platform(platform).map(|found| &found.pools) {
            Some(pools) if pools.contains_key(&role) => Problem::NothingPurchased { role, platform },
            _ => Problem::NotOwned { role, platform },
        },
        (_, problem) => problem,
    }
}
