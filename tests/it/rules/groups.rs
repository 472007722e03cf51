//! User groups: made, joined, left, and the roles they grant (E5, F28, F29, C19).

use crate::support::Answer::{No, Usable};
use crate::support::*;
use crossinvite::domain::{Code::*, *};

fn group_act(act: fn(GroupId, PersonId) -> Act, person: &str) -> Command {
    ana().does(act("Partners".into(), person.into()))
}

fn joins(person: &str) -> Command {
    group_act(|group, person| Act::JoinGroup { group, person }, person)
}

fn leaves(person: &str) -> Command {
    group_act(|group, person| Act::LeaveGroup { group, person }, person)
}

fn grants_group(role: &str) -> Command {
    ana().does(Act::GrantGroupRole { group: "Partners".into(), role: role.into() })
}

fn partners(world: &World) -> World {
    let create = cleo().does(Act::CreateGroup { group: "Partners".into(), name: "Partners".into() });
    played(world, &[create, joins("Cleo")])
}

/// R129, R130: any member makes a group; an external does not; the name is used once.
#[test]
fn members_make_groups_and_only_connected_people_are_in_them() {
    let world = partners(&b0());
    let again = cleo().does(Act::CreateGroup { group: "Partners".into(), name: "Partners".into() });
    refused(&world, again, AlreadyMember, "H");
    let by_guest = ben().at("H").does(Act::CreateGroup { group: "Guests".into(), name: "Guests".into() });
    refused(&w1(), by_guest, NotAdministrator, "H");
    refused(&partners(&invited()), joins("Ben"), NoMatch, "H");
    refused(&world, joins("Cleo"), AlreadyMember, "H");
    refused(&world, leaves("Ana"), NoMatch, "H");
    refused(&world, leaves("Ben"), NotInvited, "H");
}

/// F46, E5: a locked license that stays with a group does not hold the direct grant.
#[test]
fn a_locked_license_that_stays_with_a_group_stops_nobody() {
    let alone = played(&partners(&b0()), &[reading(Reading::LicenseLock), connect("Cleo", "H")]);
    refused(&alone, ana().ungrants("Cleo", CSV), SeatLocked, "H");
    let world = played(&alone, &[grants_group(CSV), ana().ungrants("Cleo", CSV)]);
    check_access(&world, role("Cleo", "H", CSV), Usable("H"));
}

/// E5, E2: with the option off a group's role takes a license each, or the whole act is refused.
#[test]
fn a_groups_role_takes_a_license_for_each_while_the_option_is_off() {
    let world = played(&partners(&b0()), &[grants_group(XWA)]);
    check_pools(&world, "H", &[(XWA, "2/2")]);
    check_access(&world, role("Cleo", "H", XWA), Usable("H"));
    refused(&world, grants_group(XWA), AlreadyMember, "H");

    let full = played(&partners(&b0()), &[pool("H", XWA, 1, 365)]);
    refused(&full, grants_group(XWA), NotEnoughLicenses, "H");
    // Ana holds one already, so her joining takes none.
    let joined = played(&world, &[joins("Ana")]);
    check_pools(&joined, "H", &[(XWA, "2/2")]);
}

/// E5, R85: with the option on a group grants without license.
#[test]
fn a_groups_role_comes_without_license_while_the_option_is_on() {
    let world = played(&partners(&su()), &[grants_group(XWA)]);
    check_pools(&world, "H", &[(XWA, "1/2")]);
    check_access(&world, role("Cleo", "H", XWA), No(&[NoLicenseAnywhere]));
    let assigned = played(&world, &[ana().assigns("Cleo", XWA)]);
    check_access(&assigned, role("Cleo", "H", XWA), Usable("H"));
}

/// F29, F28: a group's role cannot be taken from one person; it goes with the group, and the license with it.
#[test]
fn a_role_through_a_group_goes_only_with_the_group() {
    let world = played(&partners(&b0()), &[grants_group(XWA)]);
    refused(&world, ana().ungrants("Cleo", XWA), GrantedThroughGroup, "H");
    let left = played(&world, &[leaves("Cleo")]);
    check_pools(&left, "H", &[(XWA, "1/2")]);
    check_access(&left, role("Cleo", "H", XWA), No(&[RoleNotGranted, NoLicenseAnywhere]));
    let ungrant = ana().does(Act::UngrantGroupRole { group: "Partners".into(), role: XWA.into() });
    check_pools(&played(&world, &[ungrant]), "H", &[(XWA, "1/2")]);
}

/// R90, R91, C19: an expired role reached through a group goes from the group itself, hence from everybody in it.
#[test]
fn the_expiry_option_takes_an_expired_role_from_the_group() {
    let granted = played(&partners(&b0()), &[pool("H", "SSY", 2, 365), joins("Ana"), grants_group("SSY")]);
    check_pools(&granted, "H", &[("SSY", "2/2")]);
    let expired =
        played(&granted, &[ana().sets(MemberOption::UngrantExpiredRoles, true), pool("H", "SSY", 2, 5), clock(6)]);
    let after = played(&expired, &[cleo().switches()]);
    assert!(after.platform("H".into()).unwrap().groups[&GroupId::new("Partners")].roles.is_empty());
    check_pools(&after, "H", &[("SSY", "0/2")]);
}

/// R92, C19: the group's grant is kept while any member is protected by a valid main role.
#[test]
fn a_group_keeps_an_expired_prerequisite_while_one_member_is_protected() {
    let granted = played(&partners(&b0()), &[pool("H", "SSY", 2, 365), grants_group("SSY"), joins("Ana")]);
    let main = [pool("H", "MYH", 1, 365), ana().grants("Ana", "MYH", GrantTerms::with_license())];
    let expired = played(
        &played(&granted, &main),
        &[ana().sets(MemberOption::UngrantExpiredRoles, true), pool("H", "SSY", 2, 5), clock(6)],
    );
    let after = played(&expired, &[cleo().switches()]);
    assert!(!after.platform("H".into()).unwrap().groups[&GroupId::new("Partners")].roles.is_empty());
}

/// E9, E4: a login that fails still ungrants, and says that it failed.
#[test]
fn a_refused_login_with_effects_is_recorded() {
    let expired = played(
        &b0(),
        &[ana().sets(MemberOption::UngrantExpiredRoles, true), pool("H", IFW, 4, 5), pool("H", CSV, 4, 5), clock(6)],
    );
    let events = crossinvite::decide::decide(&expired, &cleo().switches()).unwrap();
    let refused = Event::LoginRefused { person: "Cleo".into(), platform: "H".into() };
    assert!(events.contains(&refused), "{events:?}");
    let after = played(&expired, &[cleo().switches()]);
    check_access(&after, can_connect("Cleo", "H"), No(&[RoleNotGranted, NoLicenseAnywhere]));
}
