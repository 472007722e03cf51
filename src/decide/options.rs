//! Options and settings of a platform (R8, R89, R97–R101, R106–R108, F16–F19).

use super::{Scene, grants::Wanted};
use crate::domain::lettering::name_problem;
use crate::domain::{
    Blocker, Code, Event, InvitedRole, LocationId, MemberOption, Platform, Refusal, RoleId, SpaceSetting, World,
};

/// Each option by itself, on any platform, host or home (R3, R68–R70, R89).
pub(super) fn set_option(scene: &Scene<'_>, option: MemberOption, on: bool) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if scene.platform.has_option(option) == on {
        return Ok(Vec::new());
    }
    if option == MemberOption::GrantWithoutLicense && !on {
        refuse_if_in_use(scene)?;
    }
    Ok(vec![Event::OptionSet { platform: scene.platform.id, option, on }])
}

/// The option can go off only when nobody uses it (R100, R101, E8).
pub(super) fn refuse_if_in_use(scene: &Scene<'_>) -> Result<(), Refusal> {
    let blockers = &scene.world.roll(scene.platform.id).blockers;
    if blockers.is_empty() {
        return Ok(());
    }
    Err(Refusal { blockers: blockers.clone(), ..scene.refuse(Code::OptionInUse) })
}

/// Every grant that keeps the grant-without-license option in use, in its two groups (C20): no license assigned, usage
/// not restricted. Pending and No Access members count.
pub fn blockers(world: &World, platform: &Platform) -> impl Iterator<Item = Blocker> {
    world.roll(platform.id).blockers.iter()
}

/// The locations an invitation can name, once the option for them is on (R108).
pub(super) fn set_locations(scene: &Scene<'_>, locations: &[LocationId]) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if locations.iter().any(|location| name_problem(location.as_str()).is_some()) {
        return Err(scene.refuse(Code::NoMatch));
    }
    if !scene.platform.has_option(MemberOption::PlatformLocations) {
        return Err(scene.refuse(Code::SwitchHidden));
    }
    if scene.platform.locations == locations {
        return Ok(Vec::new());
    }
    Ok(vec![Event::LocationsSet { platform: scene.platform.id, locations: locations.to_vec() }])
}

pub(super) fn set_default_roles(scene: &Scene<'_>, roles: &[InvitedRole]) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    check_default_roles(scene, roles)
}

/// IFW is ticked and locked (F8); the licenses are taken later, one invitee at a time.
pub(super) fn check_default_roles(scene: &Scene<'_>, roles: &[InvitedRole]) -> Result<Vec<Event>, Refusal> {
    if !roles.iter().any(|invited| invited.role == RoleId::ifw()) {
        return Err(scene.refuse(Code::BaseRoleRequired).of_role(RoleId::ifw()));
    }
    let wanted: Vec<Wanted> =
        roles.iter().map(|invited| Wanted { role: invited.role, terms: invited.terms(), persons: 0 }).collect();
    scene.check_grants(&wanted)?;
    let roles = Scene::terms_by_role(roles);
    if scene.platform.default_roles == roles {
        return Ok(Vec::new());
    }
    Ok(vec![Event::DefaultRolesSet { platform: scene.platform.id, roles }])
}

pub(super) fn set_space_setting(scene: &Scene<'_>, setting: SpaceSetting, on: bool) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if scene.platform.has_setting(setting) == on {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SpaceSettingSet { platform: scene.platform.id, setting, on }])
}
