//! User groups: made, joined, left, and the roles they grant (R90, R117, R129, R130, R157, F28, F29, E5).

use super::{Scene, grants::Wanted};
use crate::domain::{Code, Event, GrantTerms, GroupId, Membership, PersonId, Refusal, RoleId, UserGroup, UserRight};

/// Members make groups themselves (R130); externals do not.
pub(super) fn create(scene: &Scene<'_>, group: GroupId, name: &str) -> Result<Vec<Event>, Refusal> {
    if scene.platform.member(scene.by).is_some_and(|member| member.right == UserRight::External) {
        return Err(scene.refuse(Code::NotAdministrator).about(scene.by));
    }
    scene.needs_signed_in()?;
    Ok(vec![scene.new_group(group, name)?])
}

impl Scene<'_> {
    /// A group of this name, without its surrounding blanks; no other group of the platform has it.
    pub(super) fn new_group(&self, group: GroupId, name: &str) -> Result<Event, Refusal> {
        let groups = &self.platform.groups;
        if groups.contains_key(&group) {
            return Err(self.refuse(Code::AlreadyMember));
        }
        let name = self.free_name(name, groups.values().map(|other| &*other.name))?;
        Ok(Event::GroupAdded { platform: self.platform.id, group, name: name.into() })
    }
}

pub(super) fn join(scene: &Scene<'_>, group: GroupId, person: PersonId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let found = scene.user_group(group)?;
    if found.members.contains(&person) {
        return Err(scene.refuse(Code::AlreadyMember).about(person));
    }
    if scene.present_member(person)?.membership != Membership::Active {
        return Err(scene.refuse(Code::NoMatch).about(person));
    }
    let platform = scene.platform.id;
    let mut events = vec![Event::GroupJoined { platform, group, person }];
    let fresh: Vec<RoleId> = found.roles.iter().copied().filter(|role| !scene.has_seat(person, *role)).collect();
    let wanted: Vec<Wanted> =
        fresh.iter().map(|role| Wanted { role: *role, terms: scene.group_terms(*role), persons: 1 }).collect();
    scene.check_grants(&wanted)?;
    for role in fresh {
        events.extend(scene.group_seat(person, role));
    }
    Ok(events)
}

pub(super) fn leave(scene: &Scene<'_>, group: GroupId, person: PersonId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let found = scene.user_group(group)?;
    if !found.members.contains(&person) {
        return Err(scene.missing(person));
    }
    let mut events = vec![Event::GroupLeft { platform: scene.platform.id, group, person }];
    // Leaving a group is not stopped by a locked license (rules 2.1).
    for role in &found.roles {
        events.extend(scene.released_without(person, *role, group));
    }
    Ok(events)
}

pub(super) fn grant(scene: &Scene<'_>, group: GroupId, role: RoleId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    grant_to(scene, group, role)
}

/// Grants, whoever may do so.
pub(super) fn grant_to(scene: &Scene<'_>, group: GroupId, role: RoleId) -> Result<Vec<Event>, Refusal> {
    let found = scene.user_group(group)?;
    if found.roles.contains(&role) {
        return Err(scene.refuse(Code::AlreadyMember).of_role(role));
    }
    if scene.world.roles().get(role).is_none() {
        return Err(scene.refuse(Code::NoMatch).of_role(role));
    }
    let fresh: Vec<PersonId> = found.members.iter().copied().filter(|person| !scene.has_seat(*person, role)).collect();
    let terms = scene.group_terms(role);
    let persons = u32::try_from(fresh.len()).unwrap_or(u32::MAX);
    scene.check_grants(&[Wanted { role, terms, persons }])?;
    let mut events = vec![Event::GroupRoleGranted { platform: scene.platform.id, group, role }];
    for person in fresh {
        events.extend(scene.group_seat(person, role));
    }
    Ok(events)
}

pub(super) fn ungrant(scene: &Scene<'_>, group: GroupId, role: RoleId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let found = scene.user_group(group)?;
    if !found.roles.contains(&role) {
        return Err(scene.refuse(Code::RoleNotGranted).of_role(role));
    }
    for person in &found.members {
        let member = scene.member(*person)?;
        if scene.released_without(*person, role, group).is_some() {
            scene.refuse_locked(member, *person, role)?;
        }
    }
    let mut events = vec![Event::GroupRoleUngranted { platform: scene.platform.id, group, role }];
    for person in &found.members {
        events.extend(scene.released_without(*person, role, group));
    }
    Ok(events)
}

impl<'a> Scene<'a> {
    pub(super) fn user_group(&self, group: GroupId) -> Result<&'a UserGroup, Refusal> {
        let found = self.platform.groups.get(&group).map(AsRef::as_ref);
        found.ok_or_else(|| self.refuse(Code::NoMatch))
    }

    fn has_seat(&self, person: PersonId, role: RoleId) -> bool {
        self.platform.seat(person, role).is_some()
    }

    /// A group grants without license while that is allowed, except kinds that always take one (E2, E5).
    fn group_terms(&self, role: RoleId) -> GrantTerms {
        if self.platform.grants_without_license() && self.world.kind(role).can_be_unassigned() {
            GrantTerms::without_license()
        } else {
            GrantTerms::with_license()
        }
    }

    fn group_seat(&self, person: PersonId, role: RoleId) -> Option<Event> {
        let terms = self.group_terms(role);
        terms.assign_license.then(|| Event::LicenseAssigned {
            platform: self.platform.id,
            person,
            role,
            restricted: self.starts_restricted(role, terms),
        })
    }

    /// The license that goes when this group no longer grants the role: when that was the last grant (E5).
    pub(super) fn released_without(&self, person: PersonId, role: RoleId, group: GroupId) -> Option<Event> {
        let member = self.platform.member(person)?;
        let is_granted_else = member.grants.contains(&role)
            || self.platform.groups_of(person).any(|other| other.id != group && other.roles.contains(&role));
        let goes = member.seats.contains_key(&role) && !is_granted_else;
        goes.then_some(Event::LicenseReleased { platform: self.platform.id, person, role })
    }
}
