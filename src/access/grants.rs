//! What a platform may grant, and on which terms (R23, R96–R99, R109, E2): acts are refused by it, cures look for terms
//! that fit.

use super::switches::{assign_switch, restrict_switch};
use crate::domain::{Code, GrantTerms, Platform, Reading, Refusal, RoleId, World};

/// Which list of the roles page a role is in (R22, R23, R109).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleList {
    /// *Available roles with licenses*: the platform owns it.
    WithLicenses,
    /// *Available roles without any license*: not owned, not linked, and the option is on.
    WithoutAnyLicense,
    /// Neither.
    Neither,
}

/// Which list the role is in on this platform (R22, R23, R109).
#[must_use]
pub fn role_list(world: &World, platform: &Platform, role: RoleId) -> RoleList {
    if platform.owns(role) {
        RoleList::WithLicenses
    } else if world.roles().get(role).is_some() && !world.kind(role).is_linked() && platform.grants_without_license() {
        RoleList::WithoutAnyLicense
    } else {
        RoleList::Neither
    }
}

/// Everything that stands in the way of granting a role on these terms to so many persons; where it is purchased, also
/// a prerequisite that is not (R96).
#[must_use]
pub fn grant_obstacles(
    world: &World,
    platform: &Platform,
    role: RoleId,
    terms: GrantTerms,
    persons: u32,
) -> Vec<Refusal> {
    let refuse = |code| Refusal::new(code, platform.id).of_role(role);
    if role_list(world, platform, role) == RoleList::Neither {
        return vec![refuse(Code::RoleNotListed)];
    }
    let mut found = Vec::new();
    if !offers_terms(world, platform, role, terms) {
        found.push(refuse(Code::SwitchHidden));
    }
    if platform.owns(role) && (terms.assign_license || !world.reads(Reading::LenientPurchase)) {
        for needed in world.roles().all_prerequisites(role) {
            if !platform.owns(needed) {
                let is_strict = !terms.assign_license;
                let readings = is_strict.then_some(Reading::LenientPurchase).into_iter().collect();
                found.push(Refusal { readings, ..refuse(Code::PrerequisiteNotPurchased(needed)) });
            }
        }
    }
    if terms.assign_license && platform.remaining(role) < persons {
        found.push(refuse(Code::NotEnoughLicenses));
    }
    found
}

/// Are the two switches offered in this position (R97–R99, F5, F34, F35)? With the option off every grant takes a
/// license (R45).
fn offers_terms(world: &World, platform: &Platform, role: RoleId, terms: GrantTerms) -> bool {
    let is_linked = world.kind(role).is_linked();
    let may_leave_license = assign_switch(world, platform, role, true).is_ok();
    let may_choose_usage = restrict_switch(world, platform, role, terms.assign_license).is_ok();
    let usage_fits = match terms.restrict_usage {
        None => true,
        Some(false) => !is_linked || may_choose_usage,
        Some(true) => is_linked && terms.assign_license || may_choose_usage,
    };
    (terms.assign_license || may_leave_license) && usage_fits
}
