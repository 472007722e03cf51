//! Sharing an item, which invites outsiders by itself while members may invite (R102–R106, C3, C21, C22, C30, E5).

use super::{Scene, invite};
use crate::access::can_read;
use crate::domain::{Code, Email, Event, InvitedRole, ItemId, MemberOption, Membership, Refusal, RoleId, UserRight};

/// Any member shares what they can read. With an outsider, from another platform or from none, the invitation goes out by
/// itself while members may invite (R86, R102, R103, R105).
pub(super) fn share(scene: &Scene<'_>, item: ItemId, email: Email) -> Result<Vec<Event>, Refusal> {
    scene.needs_signed_in()?;
    let platform = scene.platform.id;
    let known = scene.world.person_by_email(email);
    let member = known.and_then(|person| scene.platform.member(person.id));
    let is_outsider = member.is_none();
    if is_outsider && !scene.platform.has_option(MemberOption::MemberInvitations) {
        return Err(scene.refuse(Code::MemberInvitesOff));
    }
    if invite::address_problem(&[email]).is_some() {
        return Err(scene.refuse(Code::EmailMissing));
    }
    if let (Some(person), Some(member)) = (known, member)
        && member.membership == Membership::NoAccess
    {
        return Err(scene.refuse(Code::AccessRemoved).about(person.id));
    }
    if !can_read(scene.world, scene.by, platform, item) {
        return Err(scene.refuse(Code::NoMatch));
    }
    let mut events = Vec::new();
    if is_outsider {
        let roles = default_roles(scene);
        let emails = [email];
        let order = invite::Order {
            emails: &emails,
            right: UserRight::External,
            location: None,
            organization: None,
            roles: &roles,
        };
        events = invite::send(scene, &order)?;
    }
    let person = known.map_or_else(|| invite::identity(email), |person| person.id);
    if scene.platform.shares.contains(&(item, person)) {
        return Ok(events);
    }
    events.push(Event::ItemShared { platform, item, person });
    Ok(events)
}

/// Exactly the platform's default roles, IFW always among them (R106, F8). While every grant takes a license, so do
/// these (C21).
fn default_roles(scene: &Scene<'_>) -> Vec<InvitedRole> {
    let always = !scene.platform.grants_without_license();
    let mut roles: Vec<InvitedRole> = scene
        .platform
        .default_roles
        .iter()
        .map(|(role, terms)| InvitedRole {
            role: *role,
            assign_license: terms.assign_license || always,
            restrict_usage: terms.restrict_usage.filter(|_| !always),
        })
        .collect();
    if !roles.iter().any(|invited| invited.role == RoleId::ifw()) {
        let assign_license = always || scene.platform.owns(RoleId::ifw());
        roles.push(InvitedRole { role: RoleId::ifw(), assign_license, restrict_usage: None });
    }
    roles
}
