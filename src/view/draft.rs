//! What the wizard's fields mean, and how ticking works.

use super::{InviteDraft, text};
use crate::decide::{Hidden, RoleList, address_problem, assign_switch, restrict_switch, role_list};
use crate::domain::{Email, InvitedRole, Platform, PlatformId, RoleId, UserRight, World};

/// The addresses of the field, several separated by ";".
#[must_use]
pub fn addresses(field: &str) -> Vec<Email> {
    field.split([';', ',', '\n']).map(Email::new).filter(|email| !email.is_empty()).collect()
}

/// What is wrong with the field, as a sentence.
#[must_use]
pub fn email_problem(field: &str) -> Option<String> {
    address_problem(&addresses(field)).map(text::address_problem)
}

/// The chosen right; until somebody chooses, External (R75, C27).
#[must_use]
pub fn chosen_right(draft: &InviteDraft) -> UserRight {
    draft.right.unwrap_or(UserRight::External)
}

/// A fresh wizard: IFW is ticked and stays so (F40).
#[must_use]
pub fn new_draft(world: &World, platform: PlatformId) -> InviteDraft {
    let mut draft = InviteDraft::default();
    tick(world, platform, &mut draft, RoleId::ifw());
    draft
}

/// Ticks a role and everything it needs (F43). New ticks start with Assign License on where a license can be taken
/// (R74), off for roles the platform does not own.
pub fn tick(world: &World, platform: PlatformId, draft: &mut InviteDraft, role: RoleId) {
    draft.ticked_along.remove(&role);
    add(world, platform, draft, role);
    for needed in world.roles().all_prerequisites(role) {
        if !draft.roles.contains_key(&needed) && is_listed(world, platform, needed) {
            add(world, platform, draft, needed);
            draft.ticked_along.insert(needed);
        }
    }
}

/// Unticks a role. Its prerequisites stay ticked; IFW always does.
pub fn untick(draft: &mut InviteDraft, role: RoleId) {
    if role != RoleId::ifw() {
        draft.roles.remove(&role);
        draft.ticked_along.remove(&role);
    }
}

fn is_listed(world: &World, platform: PlatformId, role: RoleId) -> bool {
    world.platform(platform).is_some_and(|found| role_list(world, found, role) != RoleList::Neither)
}

/// What is asked for a ticked role: only switches that are offered count, as they stand; where *Assign License* is not
/// offered, a license is taken wherever one can be (R97, R98, C21).
#[must_use]
pub fn terms(world: &World, platform: &Platform, invited: &InvitedRole) -> InvitedRole {
    let assign_license = match assign_switch(world, platform, invited.role, invited.assign_license) {
        Ok(()) => invited.assign_license,
        Err(Hidden::NoneOwned) => false,
        Err(_) => true,
    };
    let is_offered = restrict_switch(world, platform, invited.role, assign_license).is_ok();
    InvitedRole { assign_license, restrict_usage: invited.restrict_usage.filter(|_| is_offered), ..*invited }
}

fn add(world: &World, platform: PlatformId, draft: &mut InviteDraft, role: RoleId) {
    let assign_license = world
        .platform(platform)
        .is_some_and(|found| found.owns(role) && (found.remaining(role) > 0 || !found.grants_without_license()));
    draft.roles.entry(role).or_insert(InvitedRole { role, assign_license, restrict_usage: None });
}
