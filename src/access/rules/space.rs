//! Space access: the gate of CSV, then the paths into the space (E6, E7, R127, R155–R159).

use super::{Judge, Seen, check, membership};
use crate::access::{Check, EffectiveAccess, Question};
use crate::domain::{Code, CollabSpace, Member, PersonId, Platform, Reading, RoleId, SpaceId, SpaceSetting, UserRight};

/// Judges membership, gate and paths. Returns what the paths give, whatever the gate says. A space is opened by being in
/// it, not by roles, licenses or the membership of the platform (R26, R33, R78, R123); at once (R155); and to those of a
/// group who can use CSV (R157).
pub fn judge(seen: &Seen<'_>, space: SpaceId, judge: &mut Judge<'_>) -> Option<EffectiveAccess> {
    let Seen { person, platform, .. } = *seen;
    membership::judge(seen, judge);
    let (ifw, csv) = seen.gate();
    let behind = if ifw { RoleId::csv() } else { RoleId::ifw() };
    let follow = Question::RoleUsable { person, platform, role: behind };
    judge(Check { follow: Some(follow), ..check(Code::CsvNotUsable, ifw && csv, platform) });
    let host = seen.host?;
    let space = host.space(space);
    let access = space.and_then(|space| paths_of(host, space, person, seen.member));
    let in_list = || space.is_some_and(|space| space.entries.contains_key(&person));
    let code = if access.is_none() && in_list() { Code::NoValidCredential } else { Code::NoMembership };
    let reading = space.and_then(|space| given_by(seen, host, space));
    judge(Check { reading, ..check(code, access.is_some(), platform) });
    access
}

/// The reading on which it hangs whether an external is in the Common Space without being added to it (C11).
fn given_by(seen: &Seen<'_>, host: &Platform, space: &CollabSpace) -> Option<Reading> {
    let is_external = seen.member.is_some_and(|member| member.right == UserRight::External);
    if !space.is_common || !is_external {
        return None;
    }
    let entry = space.entries.get(&seen.person);
    let is_decided = if seen.world.reads(Reading::CommonSpaceForExternals) {
        entry.is_some_and(|credentials| !credentials.is_empty())
    } else {
        let has_path = paths_of(host, space, seen.person, seen.member).is_some();
        entry.is_none() && !has_path && host.has_setting(SpaceSetting::CommonSpaceForNewUsers)
    };
    is_decided.then_some(Reading::CommonSpaceForExternals)
}

/// The union of all paths: own credentials and those of the person's groups; none when there is no path (R158, R159).
#[must_use]
pub fn paths(platform: &Platform, space: &CollabSpace, person: PersonId) -> Option<EffectiveAccess> {
    paths_of(platform, space, person, platform.member(person))
}

/// Is the person in the space's list, even with no credential left, or do they come in through a group (R155–R159)?
#[must_use]
pub fn concerns(platform: &Platform, space: &CollabSpace, person: PersonId) -> bool {
    space.entries.contains_key(&person) || paths(platform, space, person).is_some()
}

/// What [`paths`] gives, of a member who was looked up already: the credentials of the person and those of the groups,
/// which carry the host company (R117). Each gives what its access role allows, to guests as to members (R59, R60), and
/// the union counts (R158, R159).
#[must_use]
pub fn paths_of(
    platform: &Platform,
    space: &CollabSpace,
    person: PersonId,
    member: Option<&Member>,
) -> Option<EffectiveAccess> {
    let mut access = EffectiveAccess::default();
    if let Some(entry) = space.entries.get(&person) {
        for (organization, granted) in entry {
            access.add(*granted, *organization);
        }
    }
    let groups = member.into_iter().flat_map(|member| &member.groups);
    for granted in groups.filter_map(|group| space.groups.get(group)) {
        access.add(*granted, platform.host_company);
    }
    (!access.is_empty()).then_some(access)
}
