//! Memberships: removed, given back, changed; organizations joined and left (R118, F13, F14).

use super::Scene;
use crate::domain::{Code, Event, Membership, OrganizationId, PersonId, Refusal, UserRight};

pub(super) fn cancel_invitation(scene: &Scene<'_>, person: PersonId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if scene.present_member(person)?.membership != Membership::Pending {
        return Err(scene.refuse(Code::NoMatch).about(person));
    }
    removal(scene, person)
}

pub(super) fn remove(scene: &Scene<'_>, person: PersonId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    scene.member(person)?;
    if scene.is_last_administrator(person) {
        return Err(scene.refuse(Code::LastAdministrator).about(person));
    }
    removal(scene, person)
}

fn removal(scene: &Scene<'_>, person: PersonId) -> Result<Vec<Event>, Refusal> {
    let member = scene.member(person)?;
    for role in member.seats.keys() {
        scene.refuse_locked(member, person, *role)?;
    }
    let platform = scene.platform.id;
    let mut events: Vec<Event> =
        member.seats.keys().map(|role| Event::LicenseReleased { platform, person, role: *role }).collect();
    events.push(Event::MemberRemoved { platform, person });
    Ok(events)
}

/// Puts a member out at once; what is granted stays for the day of return (R58, F13).
pub(super) fn remove_access(scene: &Scene<'_>, person: PersonId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if scene.present_member(person)?.membership != Membership::Active {
        return Err(scene.refuse(Code::NoMatch).about(person));
    }
    if scene.is_last_administrator(person) {
        return Err(scene.refuse(Code::LastAdministrator).about(person));
    }
    Ok(vec![Event::MembershipChanged { platform: scene.platform.id, person, membership: Membership::NoAccess }])
}

pub(super) fn give_access_back(scene: &Scene<'_>, person: PersonId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if scene.member(person)?.membership != Membership::NoAccess {
        return Err(scene.refuse(Code::NoMatch).about(person));
    }
    Ok(vec![Event::MembershipChanged { platform: scene.platform.id, person, membership: Membership::Active }])
}

pub(super) fn change_right(scene: &Scene<'_>, person: PersonId, right: UserRight) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let member = scene.present_member(person)?;
    if member.right == right {
        return Ok(Vec::new());
    }
    if scene.is_last_administrator(person) {
        return Err(scene.refuse(Code::LastAdministrator).about(person));
    }
    Ok(vec![Event::RightChanged { platform: scene.platform.id, person, right }])
}

/// Joining an organization makes no credential; moving is leaving and joining (R120).
pub(super) fn join(scene: &Scene<'_>, person: PersonId, organization: OrganizationId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let member = scene.present_member(person)?;
    if !scene.platform.organizations.contains_key(&organization) {
        return Err(scene.refuse(Code::UnknownOrganization).about(person));
    }
    if member.organizations.contains(&organization) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::OrganizationJoined { platform: scene.platform.id, person, organization }])
}

/// Leaving an organization deletes every credential that carries it, in all spaces of the platform (R118, R121).
/// None is made for the company in their place (R122).
pub(super) fn leave(scene: &Scene<'_>, person: PersonId, organization: OrganizationId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let member = scene.present_member(person)?;
    if !member.organizations.contains(&organization) {
        return Err(scene.refuse(Code::UnknownOrganization).about(person));
    }
    let platform = scene.platform.id;
    let mut events = vec![Event::OrganizationLeft { platform, person, organization }];
    for space in scene.platform.spaces.values() {
        if space.entries.get(&person).is_some_and(|entry| entry.contains_key(&organization)) {
            events.push(Event::CredentialRemoved { platform, space: space.id, person, organization });
        }
    }
    Ok(events)
}
