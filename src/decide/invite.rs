//! Inviting (R15–R24, R46–R51, R72–R77, E5).

use super::{Scene, grants::Wanted};
use crate::domain::{
    Code, Email, Event, InvitedRole, LocationId, MemberOption, Membership, Message, MessageKind, OrganizationId,
    Person, PersonId, Platform, PlatformId, Refusal, RoleId, UserRight, World,
};
use std::collections::BTreeSet;

/// What is asked for in the wizard.
pub(super) struct Order<'a> {
    pub(super) emails: &'a [Email],
    pub(super) right: UserRight,
    pub(super) location: Option<LocationId>,
    pub(super) organization: Option<OrganizationId>,
    pub(super) roles: &'a [InvitedRole],
}

/// An administrator of the host invites, guests and staff in the same way (R15, R25, R46, R72, R87).
pub(super) fn invite(scene: &Scene<'_>, order: &Order<'_>) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    send(scene, order)
}

/// The id of somebody who is only an address.
pub(super) fn identity(email: Email) -> PersonId {
    PersonId::new(email.as_str())
}

/// What is wrong with the addresses of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressProblem {
    /// There is none, or an empty one (R73).
    Missing,
    /// This one has not the form of an address (R17).
    Odd(Email),
    /// There are more than [`MOST_ADDRESSES`] (F10).
    TooMany,
}

/// The most addresses of one invitation (F10).
pub const MOST_ADDRESSES: usize = 10;

/// What is wrong with these addresses (R73); none when an invitation may go to them.
#[must_use]
pub fn address_problem(emails: &[Email]) -> Option<AddressProblem> {
    if emails.is_empty() || emails.iter().any(|email| email.is_empty()) {
        return Some(AddressProblem::Missing);
    }
    if emails.len() > MOST_ADDRESSES {
        return Some(AddressProblem::TooMany);
    }
    emails.iter().find(|email| !email.is_address()).map(|email| AddressProblem::Odd(*email))
}

/// How many of these addresses would be new here: doubles count once, whoever is a member already does not count (R76).
#[must_use]
pub fn newcomers(world: &World, platform: &Platform, emails: &[Email]) -> u32 {
    let emails: BTreeSet<Email> = emails.iter().copied().collect();
    let is_new = |email: &Email| {
        let known = world.person_by_email(*email);
        known.is_none_or(|person| platform.member(person.id).is_none())
    };
    u32::try_from(emails.into_iter().filter(is_new).count()).unwrap_or(u32::MAX)
}

/// Invites, whoever may do so: all at once, and nothing before (R21).
pub(super) fn send(scene: &Scene<'_>, order: &Order<'_>) -> Result<Vec<Event>, Refusal> {
    if address_problem(order.emails).is_some() {
        return Err(scene.refuse(Code::EmailMissing));
    }
    let emails: BTreeSet<Email> = order.emails.iter().copied().collect();
    let mut back = Vec::new();
    let mut fresh = Vec::new();
    for email in emails {
        let known = scene.world.person_by_email(email);
        let member = known.and_then(|person| scene.platform.member(person.id).map(|member| (person.id, member)));
        match member {
            Some((person, member)) if member.membership == Membership::NoAccess => back.push(person),
            Some((person, _)) => return Err(scene.refuse(Code::AlreadyMember).about(person)),
            None => fresh.push((email, known)),
        }
    }
    if !fresh.is_empty() {
        check_order(scene, order, newcomers(scene.world, scene.platform, order.emails))?;
    }
    let platform = scene.platform.id;
    let mut events: Vec<Event> = back
        .into_iter()
        .map(|person| Event::MembershipChanged { platform, person, membership: Membership::Active })
        .collect();
    for (email, known) in fresh {
        events.extend(invite_one(scene, order, email, known));
    }
    Ok(events)
}

/// What is asked of an invitation besides its addresses; a location, only where locations are managed (R107).
fn check_order(scene: &Scene<'_>, order: &Order<'_>, persons: u32) -> Result<(), Refusal> {
    let platform = scene.platform;
    if platform.has_option(MemberOption::PlatformLocations)
        && order.location.is_some_and(|location| !platform.locations.contains(&location))
    {
        return Err(scene.refuse(Code::NoMatch));
    }
    if order.roles.iter().any(|invited| scene.world.roles().get(invited.role).is_none()) {
        return Err(scene.refuse(Code::NoMatch));
    }
    if order.organization.is_some_and(|organization| !platform.organizations.contains_key(&organization)) {
        return Err(scene.refuse(Code::UnknownOrganization));
    }
    if !order.roles.iter().any(|invited| invited.role == RoleId::ifw()) {
        return Err(scene.refuse(Code::BaseRoleRequired).of_role(RoleId::ifw()));
    }
    let wanted: Vec<Wanted> =
        order.roles.iter().map(|invited| Wanted { role: invited.role, terms: invited.terms(), persons }).collect();
    let grants = scene.check_grants(&wanted);
    let hides_location = order.location.is_some() && !platform.has_option(MemberOption::PlatformLocations);
    match grants {
        Err(refusal) if refusal.code.rank() <= Code::SwitchHidden.rank() || !hides_location => Err(refusal),
        Err(_) => Err(scene.refuse(Code::SwitchHidden)),
        Ok(()) if hides_location => Err(scene.refuse(Code::SwitchHidden)),
        Ok(()) => Ok(()),
    }
}

/// A pending member of this platform alone (R51, R55), with the right and the roles that the inviter chose (R47, R48).
fn invite_one(scene: &Scene<'_>, order: &Order<'_>, email: Email, known: Option<&Person>) -> Vec<Event> {
    let platform = scene.platform.id;
    let person = known.map_or_else(|| identity(email), |person| person.id);
    let mut events = Vec::new();
    if known.is_none() {
        events.push(Event::PersonAdded { person, name: None, email });
    }
    events.push(Event::MemberAdded {
        platform,
        person,
        membership: Membership::Pending,
        right: order.right,
        location: order.location,
        organizations: order.organization.into_iter().collect(),
    });
    for (role, terms) in Scene::terms_by_role(order.roles) {
        events.extend(scene.grant_events(person, role, terms));
    }
    events.extend(scene.common_space_events(person, order.right, order.organization));
    events.extend(messages(scene.world, platform, scene.by, person));
    events
}

/// An e-mail and, for somebody who is on a platform already, a notification there (R83, E5).
pub(super) fn messages(world: &World, platform: PlatformId, from: PersonId, person: PersonId) -> Vec<Event> {
    let is_on_a_platform = world.platforms().any(|other| {
        other.id != platform && other.member(person).is_some_and(|member| member.membership == Membership::Active)
    });
    let send = |kind| Event::MessageSent { person, message: Message { kind, platform, from } };
    let mut events = vec![send(MessageKind::InvitationEmail)];
    if is_on_a_platform {
        events.push(send(MessageKind::InvitationNotification));
    }
    events
}

pub(super) fn resend(scene: &Scene<'_>, person: PersonId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if scene.present_member(person)?.membership != Membership::Pending {
        return Err(scene.refuse(Code::NoMatch).about(person));
    }
    Ok(messages(scene.world, scene.platform.id, scene.by, person))
}
