//! What an act changed, as goals: what would have to be true again for it to be undone.

use super::goal::written_credentials;
use super::{Goal, SeatState};
use crate::domain::{
    CollabSpace, Member, MemberOption, Membership, PersonId, Platform, PlatformId, SpaceSetting, World,
};

/// What held before and does not hold after, as goals: switches, members with their roles, licenses and organizations,
/// spaces and groups, and where somebody worked who works elsewhere now. That somebody accepted, or works nowhere any
/// more, is nothing that is undone. What lies in a space, how it is called and which locations are offered are no goals:
/// their opposites always do ([`way_back`](super::way_back())).
#[must_use]
pub fn facts_before(before: &World, after: &World) -> Vec<Goal> {
    let mut facts = Vec::new();
    for was in before.platforms() {
        let Some(is) = after.platform(was.id) else { continue };
        if was == is {
            continue;
        }
        switches(was, is, &mut facts);
        let people = was.members.keys().chain(is.members.keys().filter(|person| was.member(**person).is_none()));
        for person in people.copied() {
            match (was.member(person), is.member(person)) {
                (Some(old), Some(new)) if old == new => {}
                (Some(old), new) => member(was.id, person, old, new, &mut facts),
                (None, Some(_)) => facts.push(Goal::IsNoMember { person, platform: was.id }),
                (None, None) => {}
            }
        }
        for space in was.spaces.values() {
            if let Some(now) = is.space(space.id).filter(|now| *now != space.as_ref()) {
                entries(was, is, space, now, &mut facts);
            }
        }
        groups(was, is, &mut facts);
    }
    let moved = after.people().filter_map(|now| {
        let platform = before.person(now.id)?.connected.filter(|old| now.connected.is_some_and(|new| new != *old))?;
        Some(Goal::IsConnectedTo { person: now.id, platform })
    });
    facts.extend(moved);
    facts
}

fn switches(was: &Platform, is: &Platform, facts: &mut Vec<Goal>) {
    let platform = was.id;
    for option in MemberOption::ALL.into_iter().filter(|option| was.has_option(*option) != is.has_option(*option)) {
        facts.push(Goal::OptionIs { platform, option, on: was.has_option(option) });
    }
    for setting in SpaceSetting::ALL.into_iter().filter(|it| was.has_setting(*it) != is.has_setting(*it)) {
        facts.push(Goal::SettingIs { platform, setting, on: was.has_setting(setting) });
    }
    if was.default_roles != is.default_roles {
        let mut assigns = was.default_roles.values().map(|terms| terms.assign_license);
        let first = assigns.next();
        let assign_license = first.filter(|first| assigns.all(|other| other == *first));
        facts.push(Goal::DefaultRolesAre {
            platform,
            roles: was.default_roles.keys().copied().collect(),
            assign_license,
        });
    }
}

fn member(platform: PlatformId, person: PersonId, old: &Member, new: Option<&Member>, facts: &mut Vec<Goal>) {
    let state = old.membership;
    if new.is_none_or(|new| new.membership != state) && state != Membership::Pending {
        facts.push(Goal::IsMember { person, platform, state });
    }
    if new.is_none() && state == Membership::Pending {
        facts.push(Goal::IsMember { person, platform, state });
    }
    if new.is_none_or(|new| new.right != old.right) {
        facts.push(Goal::HasRight { person, platform, right: old.right });
    }
    for role in old.grants.iter().filter(|role| new.is_none_or(|new| !new.grants.contains(role))) {
        facts.push(Goal::Granted { person, platform, role: *role });
    }
    for (role, seat) in &old.seats {
        let now = new.and_then(|new| new.seats.get(role));
        if now.is_none_or(|now| now.restricted != seat.restricted) {
            let is = if seat.restricted { SeatState::Restricted } else { SeatState::Unrestricted };
            facts.push(Goal::Seat { person, platform, role: *role, is });
        }
    }
    let organizations = old.organizations.iter();
    for organization in organizations.filter(|it| new.is_none_or(|new| !new.organizations.contains(it))) {
        facts.push(Goal::InOrganization { person, platform, organization: *organization });
    }
    let Some(new) = new else { return };
    for organization in new.organizations.difference(&old.organizations) {
        let joined = Goal::InOrganization { person, platform, organization: *organization };
        facts.push(Goal::Not(Box::new(joined)));
    }
    for role in new.grants.difference(&old.grants) {
        facts.push(Goal::NotGranted { person, platform, role: *role });
    }
    for role in new.seats.keys().filter(|role| !old.seats.contains_key(role)) {
        facts.push(Goal::Seat { person, platform, role: *role, is: SeatState::None });
    }
}

/// Who is in a space. Somebody who has left the platform altogether, or is new there, takes the lists along.
fn entries(was: &Platform, is: &Platform, old: &CollabSpace, new: &CollabSpace, facts: &mut Vec<Goal>) {
    let (platform, space) = (was.id, old.id);
    for (person, entry) in &old.entries {
        if new.entries.get(person) != Some(entry) {
            facts.push(in_list(*person, was, old));
        }
    }
    for person in new.entries.keys().filter(|person| !old.entries.contains_key(*person)) {
        if was.member(*person).is_some() && is.member(*person).is_some() {
            facts.push(Goal::NotInSpaceList { person: *person, platform, space });
        }
    }
}

/// One plain credential is a line at a level; several, or restricted ones, are told one by one.
fn in_list(person: PersonId, was: &Platform, old: &CollabSpace) -> Goal {
    let (platform, space) = (was.id, old.id);
    let entry = old.entries.get(&person);
    let is_plain = entry.is_none_or(|entry| entry.len() < 2 && entry.values().all(|access| !access.restricted));
    match written_credentials(was, person, space).filter(|_| !is_plain) {
        Some(credentials) => Goal::HasCredentials { person, platform, space, credentials },
        None => {
            let role = entry.and_then(|entry| entry.values().map(|access| access.role).max());
            Goal::InSpaceList { person, platform, space, role }
        }
    }
}

fn groups(was: &Platform, is: &Platform, facts: &mut Vec<Goal>) {
    let platform = was.id;
    for (group, old) in &was.groups {
        let Some(new) = is.groups.get(group) else { continue };
        for person in old.members.iter().filter(|person| !new.members.contains(*person)) {
            facts.push(Goal::InGroup { person: *person, platform, group: *group });
        }
        for person in new.members.iter().filter(|person| !old.members.contains(*person)) {
            facts.push(Goal::Not(Box::new(Goal::InGroup { person: *person, platform, group: *group })));
        }
        // What a group has, its members have.
        for role in old.roles.symmetric_difference(&new.roles).copied() {
            for person in old.members.iter().filter(|person| new.members.contains(*person)).copied() {
                match (was.is_granted(person, role), is.is_granted(person, role)) {
                    (true, false) => facts.push(Goal::Granted { person, platform, role }),
                    (false, true) => facts.push(Goal::NotGranted { person, platform, role }),
                    (true, true) | (false, false) => {}
                }
            }
        }
    }
    for space in was.spaces.values() {
        let Some(now) = is.space(space.id) else { continue };
        for (group, access) in space.groups.iter().filter(|(group, access)| now.groups.get(group) != Some(*access)) {
            let role = Some(access.role);
            facts.push(Goal::GroupInSpace { group: *group, platform, space: space.id, role });
        }
        for group in now.groups.keys().filter(|group| !space.groups.contains_key(group)) {
            let listed = Goal::GroupInSpace { group: *group, platform, space: space.id, role: None };
            facts.push(Goal::Not(Box::new(listed)));
        }
    }
}
