//! Space access: the gate of CSV, then the paths into the space (E6, E7, R127, R155–R159).

use super::{Judge, check, membership, role};
use crate::access::{Check, EffectiveAccess, Question};
use crate::domain::{Code, CollabSpace, PersonId, Platform, PlatformId, RoleId, SpaceId, World};

/// Judges membership, gate and paths. Returns what the paths give, whatever the gate says.
pub fn judge(
    world: &World,
    person: PersonId,
    platform: PlatformId,
    space: SpaceId,
    judge: &mut Judge<'_>,
) -> Option<EffectiveAccess> {
    membership::judge(world, person, platform, judge);
    let ifw = role::is_unblocked(world, person, platform, RoleId::ifw());
    let csv = role::is_unblocked(world, person, platform, RoleId::csv());
    let behind = if ifw { RoleId::csv() } else { RoleId::ifw() };
    let follow = Question::RoleUsable { person, platform, role: behind };
    judge(Check { follow: Some(follow), ..check(Code::CsvNotUsable, ifw && csv, platform) });
    let host = world.platform(platform)?;
    let access = host.space(space).and_then(|space| paths(host, space, person));
    let in_list = host.space(space).is_some_and(|space| space.entries.contains_key(&person));
    let code = if access.is_none() && in_list { Code::NoValidCredential } else { Code::NoMembership };
    judge(check(code, access.is_some(), platform));
    access
}

/// The union of all paths: own credentials and those of the person's groups; none when there is no path (R158, R159).
#[must_use]
pub fn paths(platform: &Platform, space: &CollabSpace, person: PersonId) -> Option<EffectiveAccess> {
    let mut access = EffectiveAccess::default();
    if let Some(entry) = space.entries.get(&person) {
        for (organization, granted) in entry {
            access.add(*granted, *organization);
        }
    }
    for (group, granted) in &space.groups {
        if platform.groups.get(group).is_some_and(|group| group.members.contains(&person)) {
            access.add(*granted, platform.host_company);
        }
    }
    (!access.is_empty()).then_some(access)
}
