//! Roles and licenses: two facts, one pool, two switches, and where a license counts.

use crate::support::Answer::{Level, No, Usable, Yes};
use crate::support::*;
use crossinvite::access::explain;
use crossinvite::domain::{Code::*, *};
use std::sync::Arc;

/// R2, R57: accepting moves, copies and removes nothing at home.
#[test]
fn acceptance_touches_no_home_license() {
    let before = invited();
    let after = played(&before, &[ben().accepts()]);
    assert_eq!(before.platform("G".into()), after.platform("G".into()));
    check_access(&after, role("Ben", "G", XWA), Usable("G"));
}

/// R12, R13, R71: the restriction is lifted license by license, and starts on.
#[test]
fn the_restriction_is_lifted_license_by_license() {
    let world = played(&b0(), &[gus().allows_roles_without_license(), gus().frees("Ben", CREATOR)]);
    let free: Vec<&str> = world
        .member("Ben".into(), "G".into())
        .unwrap()
        .seats
        .iter()
        .filter(|(_, seat)| !seat.restricted)
        .map(|(role, _)| role.as_str())
        .collect();
    assert_eq!(free, [CREATOR, XWA]);
    let expected =
        Event::UsageRestricted { platform: "G".into(), person: "Ben".into(), role: IFW.into(), restricted: false };
    check(&world, gus().frees("Ben", IFW), Ok(vec![expected]));
    // It starts on, whoever grants and however: alone, with an invitation, or by assigning later.
    let restricted = |world: &World, who: &str, role: &str| {
        world.platform("H".into()).unwrap().seat(who.into(), role.into()).map(|seat| seat.restricted)
    };
    let fresh = played(
        &su(),
        &[
            ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW), own(CSV)]),
            ana().assigns("Ben", CSV),
            ana().grants("Ben", SCULPTOR, GrantTerms::without_license()),
        ],
    );
    assert_eq!(restricted(&fresh, "Ben", IFW), Some(true));
    assert_eq!(restricted(&fresh, "Ben", CSV), Some(true));
    assert_eq!(restricted(&fresh, "Ben", SCULPTOR), None);
}

/// R14, R99, R110: a restricted license counts at home only, at once and in both directions.
#[test]
fn a_license_restricted_at_home_blocks_the_role_on_the_host() {
    let creator = [own(IFW), own(CSV), own(CREATOR)];
    let mut world = played(&su(), &[ana().invites(BEN_MAIL, UserRight::External, &creator), ben().accepts()]);
    check_access(&world, role("Ben", "H", CREATOR), No(&[HomeLicenseRestricted]));
    check_access(&world, role("Ben", "G", CREATOR), Usable("G"));
    play(&mut world, &gus().frees("Ben", CREATOR));
    check_access(&world, role("Ben", "H", CREATOR), Usable("G"));
    play(&mut world, &gus().restricts("Ben", CREATOR));
    check_access(&world, role("Ben", "H", CREATOR), No(&[HomeLicenseRestricted]));
    check_access(&world, role("Ben", "G", CREATOR), Usable("G"));
}

/// R19, R20: only the same role counts; Standard does not cover Professional (C15).
#[test]
fn another_role_covers_nothing() {
    let world = played(&w1(), &[ana().grants("Ben", "XWB", GrantTerms::without_license())]);
    check_access(&world, role("Ben", "H", XWA), Usable("G"));
    check_access(&world, role("Ben", "H", "XWB"), No(&[HomeNoLicense]));
    // Nor the other way round: who holds Professional at home uses no Standard here.
    let other = played(&world, &[pool("G", "XWB", 1, 365), gus().ungrants("Ben", XWA)]);
    let other = played(&other, &[gus().grants("Ben", "XWB", GrantTerms::with_license())]);
    check_access(&other, role("Ben", "H", "XWB"), Usable("G"));
    check_access(&other, role("Ben", "H", XWA), No(&[HomeNoLicense]));
}

/// R50, R74, R76, R98: the switch decides whether a license is taken, also when free ones exist.
#[test]
fn assign_license_decides_whether_a_license_is_taken() {
    let world = w1();
    check_pools(&world, "H", &[(XWA, "1/2")]);
    let world = played(&world, &[ana().assigns("Ben", XWA)]);
    check_pools(&world, "H", &[(XWA, "2/2")]);
    check_access(&world, role("Ben", "H", XWA), Usable("H"));
    already_so(&world, ana().assigns("Ben", XWA));
    let world = played(&world, &[ana().takes_back("Ben", XWA)]);
    check_pools(&world, "H", &[(XWA, "1/2")]);
    check_access(&world, role("Ben", "H", XWA), Usable("G"));
    already_so(&world, ana().takes_back("Ben", XWA));
}

/// R85: a role can be there without its license.
#[test]
fn role_and_license_are_two_facts() {
    let world = played(&b0(), &[ana().allows_roles_without_license(), ana().takes_back("Cleo", CSV)]);
    let h = world.platform("H".into()).unwrap();
    assert!(h.is_granted("Cleo".into(), CSV.into()));
    assert_eq!(h.seat("Cleo".into(), CSV.into()), None);
    check_access(&world, role("Cleo", "H", CSV), No(&[NoLicenseAnywhere]));
    check_access(&world, space("Cleo", "H", COMMON), No(&[CsvNotUsable]));
    check_access(&world, can_connect("Cleo", "H"), Yes);
}

/// R98: a license is taken only where one remains.
#[test]
fn an_empty_pool_refuses() {
    let open = played(&b0(), &[ana().allows_roles_without_license()]);
    let refusal = refused(&open, ana().grants("Cleo", CREATOR, GrantTerms::with_license()), NotEnoughLicenses, "H");
    assert_eq!(refusal.role, Some(CREATOR.into()));
    // D8: the text concerns assigning only.
    let granted = played(&open, &[ana().grants("Cleo", CREATOR, GrantTerms::without_license())]);
    check(&granted, ana().assigns("Cleo", CREATOR), Err((NotEnoughLicenses, "H")));
    played(&granted, &[pool("H", CREATOR, 2, 365), ana().assigns("Cleo", CREATOR)]);
    check(&open, pool("H", CREATOR, 0, 365), Err((NotEnoughLicenses, "H")));
}

/// R96: an owned role is granted only where all its prerequisites are owned, the indirect ones too (C16).
#[test]
fn prerequisites_of_an_owned_role_must_be_owned() {
    let kim = actor("Kim", "K");
    let world = played(&with_k(&b0()), &[pool("K", "MYH", 1, 365), pool("K", CSV, 1, 365)]);
    let missing = PrerequisiteNotPurchased("SSY".into());
    let refusal = refused(&world, kim.grants("Kim", "MYH", GrantTerms::with_license()), missing, "K");
    assert_eq!((refusal.role, refusal.readings), (Some("MYH".into()), vec![]));
    // Owned is owned, expired or not.
    played(&world, &[pool("K", "SSY", 1, 0), clock(5), kim.grants("Kim", "MYH", GrantTerms::with_license())]);
    // A role that is not owned itself is not checked: it comes from the lower list.
    let unowned = played(&with_k(&b0()), &[kim.allows_roles_without_license()]);
    played(&unowned, &[kim.grants("Kim", "MYH", GrantTerms::without_license())]);
}

/// R96: the rule holds for assigning, for inviting and for default roles, too.
#[test]
fn the_purchase_rule_holds_wherever_a_role_is_given() {
    let kim = actor("Kim", "K");
    let csv_missing = PrerequisiteNotPurchased(RoleId::csv());
    let lenient = played(
        &with_k(&b0()),
        &[
            pool("K", XWA, 1, 365),
            kim.allows_roles_without_license(),
            reading(Reading::LenientPurchase),
            kim.grants("Kim", XWA, GrantTerms::without_license()),
        ],
    );
    check(&lenient, kim.assigns("Kim", XWA), Err((csv_missing, "K")));
    let strict = played(&with_k(&b0()), &[pool("K", XWA, 1, 365), kim.allows_roles_without_license()]);
    let invite = kim.invites(BEN_MAIL, UserRight::External, &[own(IFW), own(XWA)]);
    check(&strict, invite, Err((csv_missing, "K")));
    let defaults = kim.does(Act::SetDefaultRoles { roles: vec![own(IFW), own(XWA)] });
    check(&strict, defaults, Err((csv_missing, "K")));
}

/// R109, R23: which roles can be granted at all.
#[test]
fn a_role_in_neither_list_cannot_be_granted() {
    let grant = |role| ana().grants("Cleo", role, GrantTerms::without_license());
    check(&su(), grant("XEN"), Err((RoleNotListed, "H")));
    played(&su(), &[grant("XWB")]);
    check(&b0(), ana().grants("Cleo", "XWB", GrantTerms::with_license()), Err((RoleNotListed, "H")));
    check(&su(), grant("???"), Err((NoMatch, "H")));
    // A license of a role that nobody bought cannot be assigned.
    check(&su(), ana().grants("Cleo", "XWB", GrantTerms::with_license()), Err((NotEnoughLicenses, "H")));
}

/// F34, D6: a license that is not linked to a platform has nothing to restrict.
#[test]
fn a_license_that_is_not_linked_has_no_restriction() {
    check(&su(), gus().frees("Ben", XWA), Err((SwitchHidden, "G")));
    check(&su(), gus().restricts("Ben", XWA), Err((SwitchHidden, "G")));
    let terms = GrantTerms { assign_license: true, restrict_usage: Some(true) };
    check(&su(), ana().grants("Cleo", XWA, terms), Err((SwitchHidden, "H")));
}

/// F35: the fixed kind is always assigned and always restricted.
#[test]
fn a_fixed_role_is_always_assigned_and_restricted() {
    let world = played(&su(), &[pool("H", "XEN", 2, 365)]);
    let unrestricted = GrantTerms { assign_license: true, restrict_usage: Some(false) };
    check(&world, ana().grants("Cleo", "XEN", GrantTerms::without_license()), Err((SwitchHidden, "H")));
    check(&world, ana().grants("Cleo", "XEN", unrestricted), Err((SwitchHidden, "H")));
    let world = played(&world, &[ana().grants("Cleo", "XEN", GrantTerms::with_license())]);
    assert!(world.platform("H".into()).unwrap().seat("Cleo".into(), "XEN".into()).unwrap().restricted);
    check(&world, ana().frees("Cleo", "XEN"), Err((SwitchHidden, "H")));
    check(&world, ana().takes_back("Cleo", "XEN"), Err((SwitchHidden, "H")));
    check(&world, ana().assigns("Cleo", "XEN"), Err((SwitchHidden, "H")));
}

/// R85: what an act needs of the person acted on.
#[test]
fn acts_on_roles_need_a_member_and_a_grant() {
    let grant = |who| ana().grants(who, "XWB", GrantTerms::without_license());
    check(&su(), grant("Ben"), Err((NotInvited, "H")));
    check(&su(), grant("nobody"), Err((NotInvited, "H")));
    let gone = played(&w1(), &[ana().removes_access("Ben")]);
    check(&gone, grant("Ben"), Err((AccessRemoved, "H")));
    check(&gone, ana().ungrants("Ben", XWA), Err((AccessRemoved, "H")));
    check(&gone, ana().grants("Ben", XWA, GrantTerms::without_license()), Err((AlreadyMember, "H")));
    check(&su(), ana().grants("Cleo", CSV, GrantTerms::with_license()), Err((AlreadyMember, "H")));
    for act in [
        ana().ungrants("Cleo", XWA),
        ana().assigns("Cleo", XWA),
        ana().takes_back("Cleo", XWA),
        ana().frees("Cleo", XWA),
    ] {
        let refusal = refused(&su(), act, RoleNotGranted, "H");
        assert_eq!((refusal.person, refusal.role), (Some("Cleo".into()), Some(XWA.into())));
    }
    check(&su(), cleo().ungrants("Cleo", CSV), Err((NotAdministrator, "H")));
}

/// R58: a role taken away takes its license along, at once.
#[test]
fn an_ungranted_role_releases_its_license() {
    let world = played(&b0(), &[ana().ungrants("Cleo", CSV)]);
    check_pools(&world, "H", &[(CSV, "1/4")]);
    check_access(&world, role("Cleo", "H", CSV), No(&[RoleNotGranted, NoLicenseAnywhere]));
    check_access(&world, space("Cleo", "H", COMMON), No(&[CsvNotUsable]));
}

/// R95: licenses of several platforms serve one guest together (C14).
#[test]
fn licenses_of_two_homes_combine() {
    let kim = actor("Kim", "K");
    let world = played(
        &with_k(&su()),
        &[
            pool("K", CSV, 2, 365),
            kim.allows_roles_without_license(),
            kim.invites(BEN_MAIL, UserRight::Member, &[taken(IFW), taken(CSV)]),
            kim.frees("Ben", CSV),
            gus().restricts("Ben", CSV),
            ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()),
            ben().accepts(),
        ],
    );
    check_access(&world, role("Ben", "H", IFW), Usable("G"));
    check_access(&world, role("Ben", "H", CSV), Usable("K"));
    check_access(&world, role("Ben", "H", XWA), Usable("G"));
    // The first platform in the order of the world file is named when several would do (E3).
    let both = played(&world, &[gus().frees("Ben", CSV)]);
    check_access(&both, role("Ben", "H", CSV), Usable("G"));
    // With several homes in the way, the reasons of all of them are collected.
    let neither = played(&world, &[kim.restricts("Ben", CSV), pool("G", CSV, 2, 3), clock(4)]);
    check_access(&neither, role("Ben", "H", CSV), No(&[HomeLicenseRestricted, HomeLicenseExpired]));
    check_reason_at(&neither, role("Ben", "H", CSV), HomeLicenseRestricted, "G");
    check_reason_at(&neither, role("Ben", "H", CSV), HomeLicenseRestricted, "K");
}

/// R95, E1: a license is valid through its last day; assigning from an expired pool is allowed and does not help.
#[test]
fn a_license_is_valid_through_its_last_day() {
    let last_day = played(&b0(), &[clock(365)]);
    check_access(&last_day, role("Cleo", "H", CSV), Usable("H"));
    let next_day = played(&b0(), &[pool("H", CSV, 4, 9), clock(10)]);
    check_access(&next_day, role("Cleo", "H", CSV), No(&[Expired]));
    let assigned =
        played(&b0(), &[pool("H", XWA, 2, 9), clock(10), ana().grants("Cleo", XWA, GrantTerms::with_license())]);
    check_access(&assigned, role("Cleo", "H", XWA), No(&[Expired]));
    check_access(&assigned, space("Cleo", "H", COMMON), Level("Author"));
}

/// F61: with the access to the home removed, linked licenses stop serving, others go on.
#[test]
fn with_the_home_access_removed_only_licenses_that_are_not_linked_serve() {
    let world = played(&w1(), &[ana().assigns("Ben", IFW), ana().assigns("Ben", CSV), gus().removes_access("Ben")]);
    check_access(&world, role("Ben", "H", XWA), Usable("G"));
    let linked = played(&w1(), &[gus().removes_access("Ben")]);
    check_access(&linked, role("Ben", "H", IFW), No(&[HomeAccessRemoved]));
    check_access(&linked, can_connect("Ben", "H"), No(&[HomeAccessRemoved]));
    let back = played(&linked, &[gus().gives_back("Ben")]);
    check_access(&back, can_connect("Ben", "H"), Yes);
}

/// F46, F47 under their reading: a license is locked for 30 days from first use, a SOLIDWORKS license for one.
#[test]
fn a_used_license_is_locked_under_its_reading() {
    let locked = played(
        &b0(),
        &[
            ana().allows_roles_without_license(),
            ana().grants("Cleo", XWA, GrantTerms::with_license()),
            cleo().switches(),
            reading(Reading::LicenseLock),
        ],
    );
    for act in [
        ana().takes_back("Cleo", CSV),
        ana().ungrants("Cleo", CSV),
        ana().removes("Cleo"),
        ana().takes_back("Cleo", XWA),
    ] {
        let refusal = refused(&locked, act, SeatLocked, "H");
        assert_eq!(refusal.readings, [Reading::LicenseLock]);
    }
    // Removing the access alone is not stopped.
    played(&locked, &[ana().removes_access("Cleo")]);
    let next_day = played(&locked, &[clock(1)]);
    played(&next_day, &[ana().takes_back("Cleo", XWA)]);
    check(&played(&locked, &[clock(29)]), ana().takes_back("Cleo", CSV), Err((SeatLocked, "H")));
    played(&locked, &[clock(30), ana().takes_back("Cleo", CSV)]);
    // A license never used is not locked, and without the reading nothing is.
    let unused =
        played(&locked, &[ana().grants("Cleo", "XWB", GrantTerms::without_license()), pool("H", "XWB", 1, 365)]);
    played(&unused, &[ana().assigns("Cleo", "XWB"), ana().takes_back("Cleo", "XWB")]);
    let default = Command::Stage(StageAct::SetReading { reading: Reading::LicenseLock, alternative: false });
    played(&locked, &[default, ana().removes("Cleo")]);
}

/// F46: the stage lets people work as a login would, so the licenses they work with count as used.
#[test]
fn whoever_starts_at_work_has_used_their_licenses() {
    let at_work =
        played(&b0(), &[ana().allows_roles_without_license(), connect("Cleo", "H"), reading(Reading::LicenseLock)]);
    check(&at_work, ana().takes_back("Cleo", CSV), Err((SeatLocked, "H")));
}

/// F46: use on a host does not touch the home license.
#[test]
fn use_on_a_host_locks_nothing_at_home() {
    let world = played(&w1(), &[reading(Reading::LicenseLock)]);
    played(&world, &[gus().takes_back("Ben", CSV)]);
}

/// R90, R91, R92: at login, expired roles go, but for prerequisites of a valid main role (C17).
#[test]
fn expired_roles_go_at_login_but_prerequisites_of_a_valid_role_stay() {
    let on =
        [ana().sets(MemberOption::UngrantExpiredRoles, true), ana().grants("Cleo", XWA, GrantTerms::with_license())];
    let granted =
        |world: &World, role: &str| world.platform("H".into()).unwrap().is_granted("Cleo".into(), role.into());
    let start = played(&b0(), &on);
    let xwa_expired = played(&start, &[pool("H", XWA, 2, 9), clock(10)]);
    assert!(granted(&xwa_expired, XWA), "nothing goes before the login");
    let after = played(&xwa_expired, &[cleo().switches()]);
    assert!(!granted(&after, XWA) && granted(&after, CSV));
    check_pools(&after, "H", &[(XWA, "1/2")]);

    let csv_expired = played(&start, &[pool("H", CSV, 4, 9), clock(10), cleo().switches()]);
    assert!(granted(&csv_expired, CSV), "kept: prerequisite of XWA");
    check_access(&csv_expired, role("Cleo", "H", XWA), No(&[PrerequisiteBlocked(RoleId::csv())]));
    let both_expired = played(&start, &[pool("H", CSV, 4, 9), pool("H", XWA, 2, 9), clock(10), cleo().switches()]);
    assert!(!granted(&both_expired, CSV) && !granted(&both_expired, XWA));
    check_pools(&both_expired, "H", &[(CSV, "1/4"), (XWA, "1/2")]);
}

/// R91: without the option nothing goes; the last administrator keeps IFW; a failed attempt is a login, too (E9).
#[test]
fn the_expiry_option_keeps_the_last_way_in() {
    let expired = [pool("H", IFW, 4, 9), pool("H", CSV, 4, 9), clock(10)];
    let without = played(&b0(), &expired);
    check(&without, ana().switches(), Err((Expired, "H")));
    let with = played(&b0(), &[ana().sets(MemberOption::UngrantExpiredRoles, true)]);
    let with = played(&with, &expired);
    let after = played(&with, &[cleo().switches()]);
    let grants = |world: &World, person: &str| world.member(person.into(), "H".into()).unwrap().grants.clone();
    assert_eq!(grants(&after, "Cleo"), [].into());
    assert_eq!(works_on(&after, "Cleo"), None);
    // Ana's XWA and the two linked roles are valid and protect their prerequisites; without them only IFW stays.
    let bare = [ana().ungrants("Ana", XWA), ana().ungrants("Ana", CREATOR), ana().ungrants("Ana", SCULPTOR)];
    let with = played(&b0(), &[ana().sets(MemberOption::UngrantExpiredRoles, true)]);
    let with = played(&played(&with, &bare), &expired);
    let after = played(&with, &[ana().switches()]);
    assert_eq!(grants(&after, "Ana"), [RoleId::ifw()].into());
}

/// R90 as read otherwise: a role without license goes when all licenses elsewhere have expired (C18).
#[test]
fn foreign_expiry_ungrants_only_under_its_reading() {
    let on = ana().sets(MemberOption::UngrantExpiredRoles, true);
    let start = played(&w1(), &[on, ben().at("G").switches(), pool("G", XWA, 1, 9), clock(10)]);
    let granted = |world: &World| world.platform("H".into()).unwrap().is_granted("Ben".into(), XWA.into());
    assert!(granted(&played(&start, &[ben().switches()])));
    assert!(!granted(&played(&start, &[reading(Reading::UngrantForeignExpired), ben().switches()])));
}

/// E12: among codes of one name the order is that of the catalog, whatever the order in the role's description.
#[test]
fn prerequisites_are_reported_in_catalog_order() {
    let mut roles = role_list();
    for role in &mut roles {
        role.prerequisites.reverse();
    }
    let world = World::new(Arc::new(RoleCatalog::new(roles).unwrap()));
    let world = played(&world, &b0_commands());
    let codes = explain(&world, role("Cleo", "G", XWA)).codes();
    let expected = [RoleId::ifw(), RoleId::csv()].map(PrerequisiteNotGranted);
    assert_eq!(codes, [&[NotInvited, RoleNotGranted, HomeNoLicense], &expected[..]].concat());
}
