//! Role use: grant, source, prerequisites, judged one by one; none hides another (E3, E12).

use super::{Judge, check, role_check};
use crate::access::{Check, Question};
use crate::domain::{Code, Membership, PersonId, Platform, PlatformId, Reading, RoleId, Seat, World};

/// Judges everything about a role besides the membership. Returns whose license makes it usable, when there is one.
pub fn judge(
    world: &World,
    person: PersonId,
    platform: PlatformId,
    role: RoleId,
    judge: &mut Judge<'_>,
) -> Option<PlatformId> {
    let host = world.platform(platform)?;
    judge(role_check(Code::RoleNotGranted, host.is_granted(person, role), platform, role));
    let source = judge_source(world, person, host, role, judge);
    for prerequisite in world.roles().prerequisites(role) {
        let code = if host.is_granted(person, *prerequisite) {
            Code::PrerequisiteBlocked(*prerequisite)
        } else {
            Code::PrerequisiteNotGranted(*prerequisite)
        };
        let holds = is_unblocked(world, person, platform, *prerequisite);
        let follow = Question::RoleUsable { person, platform, role: *prerequisite };
        judge(Check { follow: Some(follow), ..role_check(code, holds, platform, *prerequisite) });
    }
    source
}

/// Has the role no code besides membership?
#[must_use]
pub fn is_unblocked(world: &World, person: PersonId, platform: PlatformId, role: RoleId) -> bool {
    let mut holds = true;
    judge(world, person, platform, role, &mut |check: Check| holds &= check.holds);
    holds
}

/// A license of this platform comes first, then those of other platforms in the order of the world file. Only when
/// none serves are the obstacles of all of them collected.
fn judge_source(
    world: &World,
    person: PersonId,
    host: &Platform,
    role: RoleId,
    judge: &mut Judge<'_>,
) -> Option<PlatformId> {
    let seat_here = host.seat(person, role).is_some();
    let expired_here = host.is_expired(role, world.today());
    if seat_here && !expired_here {
        judge(role_check(Code::Expired, true, host.id, role));
        return Some(host.id);
    }
    let host_allows = host.grants_without_license();
    let serving = homes(world, person, host.id, role).find(|(home, seat)| {
        let mut holds = host_allows;
        judge_home(world, person, home, seat, role, &mut |check: Check| holds &= check.holds);
        holds
    });
    if let Some((home, seat)) = serving {
        judge(check(Code::HostOptionOff, host_allows, host.id));
        judge_home(world, person, home, seat, role, judge);
        return Some(home.id);
    }
    if seat_here {
        judge(role_check(Code::Expired, false, host.id, role));
    }
    let mut is_first = true;
    for (home, seat) in homes(world, person, host.id, role) {
        if is_first {
            judge(check(Code::HostOptionOff, host_allows, host.id));
        }
        is_first = false;
        judge_home(world, person, home, seat, role, judge);
    }
    if is_first && !seat_here {
        let other = world.platforms().find(|other| other.id != host.id && other.member(person).is_some());
        judge(match other {
            Some(home) => role_check(Code::HomeNoLicense, false, home.id, role),
            None => role_check(Code::NoLicenseAnywhere, false, host.id, role),
        });
    }
    None
}

/// The other platforms where the person holds a license of this role.
fn homes(world: &World, person: PersonId, host: PlatformId, role: RoleId) -> impl Iterator<Item = (&Platform, &Seat)> {
    world
        .platforms()
        .filter(move |home| home.id != host)
        .filter_map(move |home| home.seat(person, role).map(|seat| (home, seat)))
}

/// May the person's license of this home serve on another platform, as far as the home goes (E3 *foreign*)?
#[must_use]
pub fn may_travel(world: &World, person: PersonId, home: &Platform, role: RoleId) -> bool {
    let Some(seat) = home.seat(person, role) else { return false };
    let mut holds = true;
    judge_home(world, person, home, seat, role, &mut |check: Check| holds &= check.holds);
    holds
}

/// Judges one home license (E3 *foreign*).
fn judge_home(world: &World, person: PersonId, home: &Platform, seat: &Seat, role: RoleId, judge: &mut Judge<'_>) {
    let is_linked = world.kind(role).is_linked();
    let no_access = home.member(person).is_some_and(|member| member.membership == Membership::NoAccess);
    if is_linked && no_access {
        judge(role_check(Code::HomeAccessRemoved, false, home.id, role));
    }
    if !world.reads(Reading::HomeOptionNotAsked) {
        let asked = check(Code::HomeOptionOff, home.grants_without_license(), home.id);
        judge(Check { reading: Some(Reading::HomeOptionNotAsked), ..asked });
    }
    if is_linked {
        judge(role_check(Code::HomeLicenseRestricted, !seat.restricted, home.id, role));
    }
    judge(role_check(Code::HomeLicenseExpired, !home.is_expired(role, world.today()), home.id, role));
}
