//! Single facts in words: what must change, and what holds something up.

use crate::access::Atom;
use crate::domain::{GroupId, Membership, PlatformId, RoleId};
use crate::view::Lens;

/// What must be so that is not: "Restrict Usage must be off for Ben’s 3DSwymer at Brightwell"; where no act makes it so
/// because nobody can act there, that.
#[must_use]
pub fn must_be(lens: &Lens<'_>, atom: Atom, can_be_made: bool) -> String {
    let words = wanted(lens, atom);
    let at = atom.platform();
    if can_be_made || super::checks::is_administered(lens.world, at) {
        return words;
    }
    format!("{words}, but no administrator of {} can act", lens.short(at))
}

fn wanted(lens: &Lens<'_>, atom: Atom) -> String {
    let at = lens.short(atom.platform());
    let role = |role: RoleId| lens.role_short(role);
    match atom {
        Atom::Option { .. } => format!("{at} must allow roles without license"),
        Atom::Member { person, platform } | Atom::Active { person, platform } => {
            let first = lens.first(person);
            match lens.world.member(person, platform).map(|member| member.membership) {
                None if matches!(atom, Atom::Member { .. }) => format!("{at} must invite {first}"),
                None => format!("{at} must invite {first}, and {first} must accept"),
                Some(Membership::NoAccess) => format!("{at} must give {first} access back"),
                Some(Membership::Pending | Membership::Active) => format!("{first} must accept the invitation"),
            }
        }
        Atom::Grant { person, role: of, .. } => format!("{at} must grant {} {}", lens.first(person), role(of)),
        Atom::InGroup { person, group, .. } => {
            format!("{} must be in the group {}", lens.first(person), group_name(lens, atom.platform(), group))
        }
        Atom::GroupGrant { group, role: of, .. } => {
            format!("The group {} must have {}", group_name(lens, atom.platform(), group), role(of))
        }
        Atom::License { person, role: of, platform } => {
            let found = lens.world.platform(platform);
            let none_left = match found {
                Some(found) if !found.owns(of) => ", but never bought any",
                Some(found) if found.remaining(of) == 0 => ", but none is left",
                Some(_) | None => "",
            };
            format!("{at} must assign {} a license of {}{none_left}", lens.first(person), role(of))
        }
        Atom::Unrestricted { person, role: of, .. } => {
            format!("Restrict Usage must be off for {} {} license at {at}", lens.possessive(person), role(of))
        }
        Atom::Valid { role: of, .. } => format!("{at} must renew its licenses of {}", role(of)),
        Atom::Entry { person, platform, space } => {
            format!("{} must be added to {}", lens.first(person), lens.space(platform, space))
        }
        Atom::GroupAccess { platform, group, space } => {
            format!("The group {} must be added to {}", group_name(lens, platform, group), lens.space(platform, space))
        }
    }
}

/// What is so: "Restrict Usage is off for Ben’s 3DSwymer at Brightwell".
#[must_use]
pub fn is_so(lens: &Lens<'_>, atom: Atom) -> String {
    let at = lens.short(atom.platform());
    let role = |role: RoleId| lens.role_short(role);
    match atom {
        Atom::Option { .. } => format!("{at} allows roles without license"),
        Atom::Member { person, .. } => format!("{} has access to {at}", lens.first(person)),
        Atom::Active { person, .. } => format!("{} is an active member of {at}", lens.first(person)),
        Atom::Grant { person, role: of, .. } => format!("{at} has granted {} {}", lens.first(person), role(of)),
        Atom::InGroup { person, group, .. } => {
            format!("{} is in the group {}", lens.first(person), group_name(lens, atom.platform(), group))
        }
        Atom::GroupGrant { group, role: of, .. } => {
            format!("The group {} has {}", group_name(lens, atom.platform(), group), role(of))
        }
        Atom::License { person, role: of, .. } => {
            format!("{} holds a license of {} of {at}", lens.first(person), role(of))
        }
        Atom::Unrestricted { person, role: of, .. } => {
            format!("Restrict Usage is off for {} {} license at {at}", lens.possessive(person), role(of))
        }
        Atom::Valid { role: of, platform } => {
            let last = lens.world.platform(platform).and_then(|found| found.pools.get(&of)).map(|pool| pool.expires.0);
            match last.filter(|day| *day < u32::MAX) {
                Some(day) => format!("The {} licenses of {at} are valid up to day {day}", role(of)),
                None => format!("The {} licenses of {at} are valid", role(of)),
            }
        }
        Atom::Entry { person, platform, space } => {
            format!("{} is in {}", lens.first(person), lens.space(platform, space))
        }
        Atom::GroupAccess { platform, group, space } => {
            format!("The group {} is in {}", group_name(lens, platform, group), lens.space(platform, space))
        }
    }
}

/// The name of a group.
#[must_use]
pub fn group_name(lens: &Lens<'_>, platform: PlatformId, group: GroupId) -> String {
    let found = lens.world.platform(platform).and_then(|found| found.groups.get(&group));
    found.map_or_else(|| group.to_string(), |group| group.name.to_string())
}

/// "3DSwymer and CSV", or how many when there are more than three.
#[must_use]
pub fn role_names(lens: &Lens<'_>, roles: &[RoleId]) -> String {
    let names: Vec<String> = roles.iter().take(3).map(|role| lens.role_short(*role)).collect();
    if roles.len() > names.len() {
        format!("{} and {} more", names.join(", "), roles.len() - names.len())
    } else {
        crate::view::lens::list(&names)
    }
}
