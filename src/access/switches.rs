//! Which of the two license switches a role has, and why one is not offered (R97–R99, F5, F34, F35). Acts, the wizard
//! and the member's details all ask here.

use crate::domain::{Platform, RoleId, World};

/// Why a switch is not offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hidden {
    /// Roles cannot be granted without license here: every grant takes one and keeps it on the platform (R97).
    OptionOff,
    /// Licenses of this kind are always assigned and always restricted (F35).
    Fixed,
    /// The platform owns no license of the role (R23).
    NoneOwned,
    /// No license of this platform is assigned, so there is nothing to restrict (F5).
    NotAssigned,
    /// Licenses of this role are not linked to a platform and serve everywhere (F34).
    NotLinked,
}

/// Is *Assign License* offered for a role whose license is assigned or not? Only while roles can be granted without
/// license at all (R8, R44, R93, R94, R97).
pub fn assign_switch(world: &World, platform: &Platform, role: RoleId, is_assigned: bool) -> Result<(), Hidden> {
    if !platform.grants_without_license() {
        Err(Hidden::OptionOff)
    } else if !world.kind(role).can_be_unassigned() {
        Err(Hidden::Fixed)
    } else if !is_assigned && !platform.owns(role) {
        Err(Hidden::NoneOwned)
    } else {
        Ok(())
    }
}

/// Is *Restrict Usage to this Platform* offered for a role whose license is assigned or not?
pub fn restrict_switch(world: &World, platform: &Platform, role: RoleId, is_assigned: bool) -> Result<(), Hidden> {
    let kind = world.kind(role);
    if !is_assigned {
        Err(Hidden::NotAssigned)
    } else if !kind.is_linked() {
        Err(Hidden::NotLinked)
    } else if !platform.grants_without_license() {
        Err(Hidden::OptionOff)
    } else if !kind.can_be_unrestricted() {
        Err(Hidden::Fixed)
    } else {
        Ok(())
    }
}
