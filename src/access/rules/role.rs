//! Role use: grant, source, prerequisites, judged one by one; none hides another (E3, E12).

use super::{Judge, Seen, check, role_check};
use crate::access::{Check, Question};
use crate::domain::{Code, Crowd, MemberOption, Membership, Platform, PlatformId, Reading, RoleId, World};

/// Judges everything about a role besides the membership. Returns whose license makes it usable, when there is one.
pub fn judge(seen: &Seen<'_>, role: RoleId, judge: &mut Judge<'_>) -> Option<PlatformId> {
    let Seen { world, person, platform, .. } = *seen;
    let host = seen.host?;
    let is_granted_here = is_granted(seen, host, role);
    let reading = kept_by(seen, host, role, is_granted_here);
    judge(Check { reading, ..role_check(Code::RoleNotGranted, is_granted_here, platform, role) });
    let source = judge_source(seen, host, role, judge);
    for prerequisite in world.roles().prerequisites(role) {
        let code = if is_granted(seen, host, *prerequisite) {
            Code::PrerequisiteBlocked(*prerequisite)
        } else {
            Code::PrerequisiteNotGranted(*prerequisite)
        };
        let (holds, reading) = standing(seen, *prerequisite);
        let follow = Question::RoleUsable { person, platform, role: *prerequisite };
        judge(Check { follow: Some(follow), reading, ..role_check(code, holds, platform, *prerequisite) });
    }
    source
}

/// Has the role no code besides membership?
#[must_use]
pub fn is_unblocked(seen: &Seen<'_>, role: RoleId) -> bool {
    standing(seen, role).0
}

/// The same, with the reading that alone makes it so (C1).
#[must_use]
pub fn standing(seen: &Seen<'_>, role: RoleId) -> (bool, Option<Reading>) {
    let reading = Reading::HomeOptionNotAsked;
    let (mut holds, mut otherwise) = (true, true);
    judge(seen, role, &mut |check: Check| {
        // By default it can only be an obstacle, read otherwise only none.
        let is_decided = check.reading == Some(reading) && check.holds == seen.world.reads(reading);
        holds &= check.holds;
        otherwise &= check.holds != is_decided;
    });
    (holds, (holds != otherwise).then_some(reading))
}

/// The reading on which it hangs whether a role is still granted whose licenses elsewhere have all expired (C18): the
/// expiry option of this platform looks at them or not.
fn kept_by(seen: &Seen<'_>, host: &Platform, role: RoleId, is_granted: bool) -> Option<Reading> {
    let reading = Reading::UngrantForeignExpired;
    let is_decided = host.has_option(MemberOption::UngrantExpiredRoles)
        && is_granted != seen.world.reads(reading)
        && !seen.member.is_some_and(|member| member.seats.contains_key(&role))
        && has_lapsed_elsewhere(seen, role);
    is_decided.then_some(reading)
}

/// Does the person hold licenses of the role on other platforms, all of them expired?
#[must_use]
pub fn has_lapsed_elsewhere(seen: &Seen<'_>, role: RoleId) -> bool {
    let mut homes = homes(seen, role).peekable();
    homes.peek().is_some() && homes.all(|(home, _)| home.is_expired(role, seen.world.today()))
}

fn is_granted(seen: &Seen<'_>, host: &Platform, role: RoleId) -> bool {
    seen.member.is_some_and(|member| host.grants_to(member, role))
}

/// A license of this platform comes first, then those of other platforms in the order of the world file. Only when
/// none serves are the obstacles of all of them collected. A license never moves: it stays where it is held, and only
/// the places where it may be used become more (R1, R2, R95).
fn judge_source(seen: &Seen<'_>, host: &Platform, role: RoleId, judge: &mut Judge<'_>) -> Option<PlatformId> {
    let world = seen.world;
    let seat_here = seen.member.is_some_and(|member| member.seats.contains_key(&role));
    let expired_here = host.is_expired(role, world.today());
    if seat_here && !expired_here {
        judge(role_check(Code::Expired, true, host.id, role));
        return Some(host.id);
    }
    let host_allows = host.grants_without_license();
    let serving = homes(seen, role).find(|(home, license)| {
        let mut holds = host_allows;
        judge_home(world, home, *license, role, &mut |check: Check| holds &= check.holds);
        holds
    });
    if let Some((home, license)) = serving {
        judge(check(Code::HostOptionOff, host_allows, host.id));
        judge_home(world, home, license, role, judge);
        return Some(home.id);
    }
    if seat_here {
        judge(role_check(Code::Expired, false, host.id, role));
    }
    let mut is_first = true;
    for (home, license) in homes(seen, role) {
        if is_first {
            judge(check(Code::HostOptionOff, host_allows, host.id));
        }
        is_first = false;
        judge_home(world, home, license, role, judge);
    }
    if is_first && !seat_here {
        judge(match seen.elsewhere().first() {
            Some((home, _)) => role_check(Code::HomeNoLicense, false, home.id, role),
            None => role_check(Code::NoLicenseAnywhere, false, host.id, role),
        });
    }
    None
}

/// What bears on a home license besides its platform: the switch, and whether its holder has access there.
#[derive(Debug, Clone, Copy)]
struct License {
    restricted: bool,
    no_access: bool,
}

/// The other platforms where the person holds a license of this very role; another edition of it does not serve (R19,
/// R20, R77).
fn homes<'a>(seen: &'a Seen<'_>, role: RoleId) -> impl Iterator<Item = (&'a Platform, License)> {
    seen.elsewhere().iter().filter_map(move |(home, member)| {
        let seat = member.seats.get(&role)?;
        let no_access = member.membership == Membership::NoAccess;
        Some((*home, License { restricted: seat.restricted, no_access }))
    })
}

/// How many licenses of this home may serve on another platform, as far as the home goes (E3 *foreign*). They are of
/// two sorts, so two are judged for all.
#[must_use]
pub fn travelling(world: &World, home: &Platform, role: RoleId) -> u32 {
    let assigned = home.pools.get(&role).map_or(0, |pool| pool.assigned);
    let bound = world.roll(home.id).bound.get(&role).map_or(0, Crowd::len);
    let bound = u32::try_from(bound).unwrap_or(u32::MAX);
    let of = |restricted: bool, count: u32| {
        let mut holds = true;
        let license = License { restricted, no_access: restricted };
        judge_home(world, home, license, role, &mut |check: Check| holds &= check.holds);
        if holds { count } else { 0 }
    };
    of(false, assigned.saturating_sub(bound)) + of(true, bound)
}

/// Judges one home license (E3 *foreign*): the home has its part in it, by its option (R9, R66) and by *Restrict Usage*,
/// license by license (R13, R14, R99).
fn judge_home(world: &World, home: &Platform, license: License, role: RoleId, judge: &mut Judge<'_>) {
    let is_linked = world.kind(role).is_linked();
    if is_linked && license.no_access {
        judge(role_check(Code::HomeAccessRemoved, false, home.id, role));
    }
    let reading = Reading::HomeOptionNotAsked;
    let (is_on, is_asked) = (home.grants_without_license(), !world.reads(reading));
    if is_asked {
        judge(Check { reading: Some(reading), ..check(Code::HomeOptionOff, is_on, home.id) });
    }
    if is_linked {
        judge(role_check(Code::HomeLicenseRestricted, !license.restricted, home.id, role));
    }
    let is_valid = !home.is_expired(role, world.today());
    // Where the option is not asked for, a license serves by that reading while it is off.
    let reading = (is_valid && !is_asked && !is_on).then_some(reading);
    judge(Check { reading, ..role_check(Code::HomeLicenseExpired, is_valid, home.id, role) });
}
