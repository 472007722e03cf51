//! How an act can be undone: by its opposite, by a way that has to be searched for, or not at all.
//!
//! [`way_back`] is the way in. Whatever it says was found by trying: opposites are played through the engine, and count
//! only when everything is as it was before; a license is locked when the engine refuses to take it back. What remains
//! is a search to the facts that held before ([`facts_before`]).
//!
//! Never a one-way door are: sending an invitation again, which brings messages and nothing else; and accepting one,
//! which is what it was sent for: nobody wants the person pending again, and whoever does not want them there takes them
//! out as before. What a login does beside (expired roles are ungranted, licenses are locked from first use) counts. The
//! trainer's acts set the stage and are nobody's on a platform.

use super::{Goal, facts_before};
use crate::access::cure::acting_administrator;
use crate::decide;
use crate::domain::{
    Act, Code, Command, Day, Door, GrantTerms, GrantedAccess, GroupId, InvitedRole, ItemId, Membership, OrganizationId,
    PersonId, Platform, PlatformId, RoleId, SpaceId, SpaceSubject, World,
};
use serde::Serialize;

/// How what some acts changed comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayBack {
    /// They changed nothing that anybody would want back.
    Nothing,
    /// For each there is one act that turns it back.
    Opposites(Vec<Command>),
    /// It has to be searched for: what must hold again.
    Search(Vec<Goal>),
    /// No act of a person brings it back, because of these.
    Never(Vec<Stays>),
}

/// What no act takes away again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Stays {
    /// A space cannot be deleted.
    Space(PlatformId, SpaceId),
    /// A user group cannot be deleted.
    Group(PlatformId, GroupId),
    /// Nobody can stop sharing an item; only whoever it is shared with can be taken out.
    Shared(PlatformId, ItemId, PersonId),
    /// The license was used for the first time, and cannot be taken back until its lock ends (F46).
    Locked(PlatformId, PersonId, RoleId, Day),
}

/// How these acts, done one after the other, can be undone. Acts that are refused change nothing.
#[must_use]
pub fn way_back(before: &World, commands: &[Command]) -> WayBack {
    let mut after = before.clone();
    let mut back: Option<Vec<Command>> = Some(Vec::new());
    for command in commands {
        let Ok((next, _)) = decide::act(&after, command) else { return WayBack::Nothing };
        back = back.zip(opposite(&after, command)).map(|(mut back, act)| {
            back.insert(0, act);
            back
        });
        after = next;
    }
    if is_as_before(before, &after) {
        return WayBack::Nothing;
    }
    let stays = what_stays(before, &after);
    if !stays.is_empty() {
        return WayBack::Never(stays);
    }
    if let Some(back) = back.filter(|back| leads_back(before, &after, back)) {
        return WayBack::Opposites(back);
    }
    let facts = facts_before(before, &after);
    if facts.is_empty() { WayBack::Nothing } else { WayBack::Search(facts) }
}

/// Is everything as it was, but for messages?
fn is_as_before(before: &World, after: &World) -> bool {
    let connected = |world: &World| -> Vec<_> { world.people().map(|person| (person.id, person.connected)).collect() };
    let was = connected(before);
    // Whoever became known meanwhile works nowhere yet.
    before.platforms().eq(after.platforms()) && connected(after).iter().all(|now| now.1.is_none() || was.contains(now))
}

fn leads_back(before: &World, after: &World, back: &[Command]) -> bool {
    let played = back.iter().try_fold(after.clone(), |world, act| decide::act(&world, act).ok().map(|(next, _)| next));
    played.is_some_and(|end| is_as_before(before, &end))
}

/// What is there now, was not before, and goes by no act.
fn what_stays(before: &World, after: &World) -> Vec<Stays> {
    let mut stays = Vec::new();
    for is in after.platforms() {
        let Some(was) = before.platform(is.id) else { continue };
        let at = is.id;
        stays.extend(is.spaces.keys().filter(|space| was.space(**space).is_none()).map(|it| Stays::Space(at, *it)));
        let new_groups = is.groups.keys().filter(|group| !was.groups.contains_key(*group));
        stays.extend(new_groups.map(|group| Stays::Group(at, *group)));
        // With somebody who was no member, what was shared goes when they are taken out.
        let shared = is.shares.iter().filter(|share| !was.shares.contains(*share) && was.member(share.1).is_some());
        stays.extend(shared.map(|(item, person)| Stays::Shared(at, *item, *person)));
        for (person, member) in &is.members {
            let used = member.seats.iter().filter(|(role, seat)| {
                let before = was.seat(*person, **role).and_then(|seat| seat.first_use);
                seat.first_use.is_some() && before.is_none()
            });
            let locked = used.filter(|(role, _)| is_locked(after, at, *person, **role));
            stays.extend(locked.filter_map(|(role, seat)| {
                Some(Stays::Locked(at, *person, *role, decide::locked_until(after, *role, seat)?))
            }));
        }
    }
    stays
}

/// Does the engine refuse to take this license back because it is locked?
fn is_locked(world: &World, on: PlatformId, person: PersonId, role: RoleId) -> bool {
    let Some(by) = acting_administrator(world, on) else { return false };
    [Act::SetAssignLicense { person, role, on: false }, Act::UngrantRole { person, role }]
        .into_iter()
        .any(|act| decide::decide(world, &Command::new(by, on, act)).is_err_and(|no| no.code == Code::SeatLocked))
}

/// The act that would turn this one back, where a single one could. Whether it is possible then, and whether everything
/// is as it was, the engine says.
fn opposite(before: &World, command: &Command) -> Option<Command> {
    let Command::Do { by, on, act } = command else { return None };
    let platform = before.platform(*on)?;
    let back = match act {
        Act::SwitchPlatform => {
            let from = before.person(*by)?.connected?;
            return Some(Command::new(*by, from, Act::SwitchPlatform));
        }
        Act::Invite { emails, .. } => {
            let [email] = emails.as_slice() else { return None };
            let known = before.person_by_email(*email).map(|person| person.id);
            let person = known.unwrap_or_else(|| PersonId::new(email.as_str()));
            match platform.member(person).map(|member| member.membership) {
                Some(Membership::NoAccess) => Act::RemoveAccess { person },
                Some(Membership::Pending | Membership::Active) | None => Act::CancelInvitation { person },
            }
        }
        Act::ShareItem { email, .. } => {
            let known = before.person_by_email(*email).map(|person| person.id);
            Act::CancelInvitation { person: known.unwrap_or_else(|| PersonId::new(email.as_str())) }
        }
        Act::SetOption { option, on } => Act::SetOption { option: *option, on: !on },
        Act::SetSpaceSetting { setting, on } => Act::SetSpaceSetting { setting: *setting, on: !on },
        Act::SetLocations { .. } => Act::SetLocations { locations: platform.locations.clone() },
        Act::SetDefaultRoles { .. } => Act::SetDefaultRoles { roles: default_roles(platform) },
        Act::GrantRole { .. }
        | Act::UngrantRole { .. }
        | Act::SetAssignLicense { .. }
        | Act::SetRestrictUsage { .. }
        | Act::GrantGroupRole { .. }
        | Act::UngrantGroupRole { .. } => of_roles(before, platform, act)?,
        Act::RemoveAccess { person } => Act::GiveAccessBack { person: *person },
        Act::GiveAccessBack { person } => Act::RemoveAccess { person: *person },
        Act::ChangeRight { person, .. } => Act::ChangeRight { person: *person, right: platform.member(*person)?.right },
        Act::JoinOrganization { person, organization } => {
            Act::LeaveOrganization { person: *person, organization: *organization }
        }
        Act::LeaveOrganization { person, organization } => {
            Act::JoinOrganization { person: *person, organization: *organization }
        }
        Act::JoinGroup { group, person } => Act::LeaveGroup { group: *group, person: *person },
        Act::LeaveGroup { group, person } => Act::JoinGroup { group: *group, person: *person },
        Act::AddSpaceMember { .. }
        | Act::ChangeSpaceMember { .. }
        | Act::RemoveSpaceMember { .. }
        | Act::RemoveCredential { .. } => of_lines(platform, act)?,
        Act::EditSpaceProperties { space, door, .. } => {
            let name = platform.space(*space)?.name.to_string();
            Act::EditSpaceProperties { space: *space, name, door: *door }
        }
        Act::MoveItem { item, .. } => {
            let from = platform.spaces.values().find(|space| space.items.contains_key(item))?;
            Act::MoveItem { item: *item, to: from.id }
        }
        // What goes with a member, several steps at once, or what no act takes away.
        Act::CancelInvitation { .. }
        | Act::RemoveMember { .. }
        | Act::ResendInvitation { .. }
        | Act::AcceptInvitation { .. }
        | Act::CreateSpace { .. }
        | Act::CreateGroup { .. }
        | Act::Several { .. } => return None,
    };
    Some(Command::new(*by, *on, back))
}

fn default_roles(platform: &Platform) -> Vec<InvitedRole> {
    let roles = platform.default_roles.iter();
    let invited = |(role, terms): (&RoleId, &GrantTerms)| InvitedRole {
        role: *role,
        assign_license: terms.assign_license,
        restrict_usage: terms.restrict_usage,
    };
    roles.map(invited).collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "acts on roles only")]
fn of_roles(before: &World, platform: &Platform, act: &Act) -> Option<Act> {
    Some(match act {
        Act::GrantRole { person, role, .. } => Act::UngrantRole { person: *person, role: *role },
        Act::UngrantRole { person, role } => {
            let seat = platform.seat(*person, *role);
            let is_free = seat.is_some_and(|seat| before.kind(*role).is_linked() && !seat.restricted);
            let terms = GrantTerms { assign_license: seat.is_some(), restrict_usage: is_free.then_some(false) };
            Act::GrantRole { person: *person, role: *role, terms }
        }
        Act::SetAssignLicense { person, role, on } => Act::SetAssignLicense { person: *person, role: *role, on: !on },
        Act::SetRestrictUsage { person, role, on } => Act::SetRestrictUsage { person: *person, role: *role, on: !on },
        Act::GrantGroupRole { group, role } => Act::UngrantGroupRole { group: *group, role: *role },
        Act::UngrantGroupRole { group, role } => Act::GrantGroupRole { group: *group, role: *role },
        _ => return None,
    })
}

/// For somebody with several credentials in a space there is no single act, but where one of them goes.
#[expect(clippy::wildcard_enum_match_arm, reason = "acts on the lines of a space only")]
fn of_lines(platform: &Platform, act: &Act) -> Option<Act> {
    let was = |space: SpaceId, who: SpaceSubject| -> Option<GrantedAccess> {
        let space = platform.space(space)?;
        match who {
            SpaceSubject::Group(group) => space.groups.get(&group).copied(),
            SpaceSubject::Person(person) => space.entries.get(&person)?.values().next().copied(),
        }
    };
    let add = |space, who, access: GrantedAccess, organization: Option<OrganizationId>, door: Door| {
        let GrantedAccess { role, restricted } = access;
        Act::AddSpaceMember { space, who, role, restricted, organization, door }
    };
    Some(match *act {
        Act::AddSpaceMember { space, who, door, .. } | Act::ChangeSpaceMember { space, who, door, .. } => {
            match was(space, who) {
                None => Act::RemoveSpaceMember { space, who, door },
                Some(GrantedAccess { role, restricted }) => {
                    Act::ChangeSpaceMember { space, who, role, restricted, door }
                }
            }
        }
        Act::RemoveSpaceMember { space, who, door } => add(space, who, was(space, who)?, None, door),
        Act::RemoveCredential { space, person, organization, door } => {
            let access = *platform.space(space)?.entries.get(&person)?.get(&organization)?;
            add(space, SpaceSubject::Person(person), access, Some(organization), door)
        }
        _ => return None,
    })
}
