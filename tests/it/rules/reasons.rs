//! The reasons of a no: each denial with the state that brings it, its place and its order.

use crate::support::Answer::{Level, No, Usable, Yes};
use crate::support::*;
use crossinvite::access::{Question, RoleStanding, can_read, changes, explain};
use crossinvite::decide;
use crossinvite::domain::{AccessRole::Author, Code::*, *};
use std::collections::BTreeSet;

/// R17, R40, R78, R113: three separate facts, each with its own answer (C28).
#[test]
fn three_facts_are_separate() {
    let accepted = played(&invited(), &[ben().accepts()]);
    check_access(&accepted, can_connect("Ben", "H"), Yes);
    check_access(&accepted, role("Ben", "H", XWA), Usable("G"));
    for closed in [COMMON, "Hull-7", "Dock"] {
        check_access(&accepted, space("Ben", "H", closed), No(&[NoMembership]));
    }
    let restricted = played(&w1(), &[gus().restricts("Ben", CSV)]);
    check_access(&restricted, can_connect("Ben", "H"), Yes);
    check_access(&restricted, role("Ben", "H", XWA), No(&[PrerequisiteBlocked(RoleId::csv())]));
    check_access(&restricted, space("Ben", "H", "Hull-7"), No(&[CsvNotUsable]));
}

/// R17, F38: nobody invited under this identity; the other conditions are judged as well, none hides another (E12).
#[test]
fn not_invited_hides_nothing() {
    let basics = [RoleId::ifw(), RoleId::csv()].map(PrerequisiteNotGranted);
    let xwa = [&[NotInvited, RoleNotGranted, HomeOptionOff], &basics[..]].concat();
    check_access(&b0(), role("Ben", "H", XWA), No(&[&[NotInvited, RoleNotGranted, HostOptionOff], &xwa[2..]].concat()));
    let open = played(&b0(), &[ana().allows_roles_without_license()]);
    check_access(&open, role("Ben", "H", XWA), No(&xwa));
    check_access(&su(), can_connect("Ben", "H"), No(&[NotInvited, RoleNotGranted]));
    check_access(&su(), space("Ben", "H", "Hull-7"), No(&[NotInvited, CsvNotUsable, NoMembership]));
    check_access(&su(), space("Cleo", "G", COMMON), No(&[NotInvited, CsvNotUsable, NoMembership]));
}

/// R8, R45, R9, R13: without any set-up, everything that is missing is said at once, host first.
#[test]
fn all_obstacles_of_the_source_are_collected_host_first() {
    // The host's option can be off only while every grant has its license; an expired one leaves the guest's own.
    let world = played(&b0(), &[ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW), taken(CSV)])]);
    let world = played(&world, &[pool("H", IFW, 4, 9), clock(10)]);
    let obstacles = [HostOptionOff, HomeOptionOff, HomeLicenseRestricted, Expired];
    check_access(&world, can_connect("Ben", "H"), No(&obstacles));
    for (code, platform) in obstacles.into_iter().zip(["H", "G", "G", "H"]) {
        check_reason_at(&world, can_connect("Ben", "H"), code, platform);
    }
    let home_expired = played(&world, &[pool("G", IFW, 2, 9)]);
    check_access(
        &home_expired,
        can_connect("Ben", "H"),
        No(&[HostOptionOff, HomeOptionOff, HomeLicenseRestricted, HomeLicenseExpired, Expired]),
    );
}

/// R9, R97: for a license that is not linked, the home option is the only point on which the readings differ (C1).
#[test]
fn the_home_option_is_asked_unless_read_otherwise() {
    let world = played(
        &b0(),
        &[
            ana().allows_roles_without_license(),
            ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW), taken(CSV), own(XWA)]),
            ben().accepts(),
        ],
    );
    check_access(&world, role("Ben", "H", XWA), No(&[HomeOptionOff]));
    let s3 = played(&world, &[reading(Reading::HomeOptionNotAsked)]);
    check_access(&s3, role("Ben", "H", XWA), Usable("G"));
    let failing = explain(&world, role("Ben", "H", XWA));
    assert_eq!(failing.headline().unwrap().reading, Some(Reading::HomeOptionNotAsked));
}

/// R103, R19, R77: nothing anywhere is another thing than nothing at home (C22, C14).
#[test]
fn no_license_at_home_is_not_no_home() {
    let zoe = "zoe@elsewhere.example";
    let invite = |email| ana().invites(email, UserRight::External, &[own(IFW), own(CSV), own("XWB")]);
    let world = played(&su(), &[invite(zoe), invite(BEN_MAIL)]);
    check_access(&world, can_connect(zoe, "H"), No(&[NoLicenseAnywhere]));
    check_access(&world, role("Ben", "H", "XWB"), No(&[Pending, HomeNoLicense]));
    // A membership that is pending, or without access, is a home, too.
    let elsewhere = played(&world, &[gus().invites(zoe, UserRight::External, &[own(IFW)])]);
    check_access(&elsewhere, can_connect(zoe, "H"), No(&[HomeNoLicense]));
    check_reason_at(&elsewhere, can_connect(zoe, "H"), HomeNoLicense, "G");
    // A home role without its license is no source (C14).
    let granted_only = played(&w1(), &[gus().takes_back("Ben", XWA)]);
    check_access(&granted_only, role("Ben", "H", XWA), No(&[HomeNoLicense]));
}

/// R77, E3: a home membership that is pending counts as a source.
#[test]
fn a_pending_home_counts_as_a_source() {
    let kim = actor("Kim", "K");
    let world = played(
        &with_k(&su()),
        &[
            kim.allows_roles_without_license(),
            kim.invites("zoe@elsewhere.example", UserRight::Member, &[taken(IFW)]),
            kim.frees("zoe@elsewhere.example", IFW),
            ana().invites("zoe@elsewhere.example", UserRight::External, &[own(IFW)]),
        ],
    );
    check_access(&world, can_connect("zoe@elsewhere.example", "H"), Yes);
    let accepted = played(&world, &[actor("zoe@elsewhere.example", "H").accepts()]);
    check_access(&accepted, role("zoe@elsewhere.example", "H", IFW), Usable("K"));
}

/// R91, R95: a license of the own platform that expired is replaced by one from elsewhere, where that is allowed.
#[test]
fn an_expired_license_does_not_hide_another_source() {
    let world = played(&w1(), &[ana().assigns("Ben", XWA), pool("H", XWA, 2, 9), clock(10)]);
    check_access(&world, role("Ben", "H", XWA), Usable("G"));
    let home_expired = played(&world, &[pool("G", XWA, 1, 9)]);
    check_access(&home_expired, role("Ben", "H", XWA), No(&[HomeLicenseExpired, Expired]));
    let no_home = played(&world, &[gus().takes_back("Ben", XWA)]);
    check_access(&no_home, role("Ben", "H", XWA), No(&[Expired]));
}

/// F43, E3: a prerequisite that is not granted and one that is blocked are two reasons; only direct ones are asked.
#[test]
fn prerequisites_are_asked_directly_only() {
    let world = played(&w1(), &[ana().grants("Ben", "MYH", GrantTerms::without_license())]);
    check_access(&world, role("Ben", "H", "MYH"), No(&[HomeNoLicense, PrerequisiteNotGranted("SSY".into())]));
    let world = played(&world, &[ana().grants("Ben", "SSY", GrantTerms::without_license())]);
    check_access(&world, role("Ben", "H", "MYH"), No(&[HomeNoLicense, PrerequisiteBlocked("SSY".into())]));
    let ifw_restricted = played(&world, &[gus().restricts("Ben", IFW)]);
    check_access(&ifw_restricted, role("Ben", "H", CSV), No(&[PrerequisiteBlocked(RoleId::ifw())]));
    check_access(
        &ifw_restricted,
        role("Ben", "H", XWA),
        No(&[PrerequisiteBlocked(RoleId::ifw()), PrerequisiteBlocked(RoleId::csv())]),
    );
    check_access(&ifw_restricted, space("Ben", "H", "Hull-7"), No(&[CsvNotUsable]));
}

/// R123, R127, R40: several things may be wrong with a space at once.
#[test]
fn a_space_names_gate_and_path() {
    let world = played(&w1(), &[gus().restricts("Ben", CSV), ana().takes_out("Hull-7", person("Ben"))]);
    check_access(&world, space("Ben", "H", "Hull-7"), No(&[CsvNotUsable, NoMembership]));
    let lost = played(&b0(), &[ana().ungrants("Cleo", CSV), ana().takes_out_of("Cleo", "Hulls")]);
    check_access(&lost, space("Cleo", "H", COMMON), No(&[CsvNotUsable, NoValidCredential]));
    check_access(&b0(), space("Cleo", "H", "no such space"), No(&[NoMembership]));
}

/// R59, R60: in one space, a guest and a member at the same access role reach the same and may do the same; what that is,
/// the access role alone decides.
#[test]
fn a_guest_has_the_same_access_as_anybody() {
    let world =
        played(&w1(), &[add_item("H", "Hull-7", "Plan", "Hulls"), ana().sets_space(SpaceSetting::Reader, true)]);
    let levels = [AccessRole::Reader, AccessRole::Contributor, Author, AccessRole::LeaderAndOwner];
    let mut labels = BTreeSet::new();
    for level in levels {
        let add = |who| ana().adds("Hull-7", person(who), whole(level));
        let world = played(&world, &[add("Cleo")]);
        let world = if level == Author { world } else { played(&world, &[add("Ben")]) };
        let manages = level == AccessRole::LeaderAndOwner;
        let access = ["Ben", "Cleo"].map(|who| {
            check_access(&world, space(who, "H", "Hull-7"), Level(level.label()));
            assert!(can_read(&world, who.into(), "H".into(), "Plan".into()), "{who}");
            let rename = actor(who, "H").renames(Door::ThreeDSpace, "Hull-7", "Hull 7");
            let refusal = decide::decide(&world, &rename).err().map(|refusal| refusal.code);
            assert_eq!(refusal, (!manages).then_some(NotOwner), "{who} as {level:?}");
            explain(&world, space(who, "H", "Hull-7")).access.unwrap()
        });
        assert_eq!((access[0].reading(), access[0].ownership()), (access[1].reading(), access[1].ownership()));
        labels.insert(access[0].label());
    }
    assert_eq!(labels.len(), levels.len(), "each level is another one");
}

/// C2: no reason ever names locations; D14's cure does nothing.
#[test]
fn locations_cure_nothing() {
    let d2 = played(&invited(), &[gus().restricts("Ben", IFW)]);
    let toggled = played(
        &d2,
        &[ana().sets(MemberOption::PlatformLocations, true), gus().sets(MemberOption::PlatformLocations, true)],
    );
    for world in [&d2, &toggled] {
        check(world, ben().accepts(), Err((HomeLicenseRestricted, "G")));
    }
}

/// C1: a reading that is switched is told as a change, person by person, though no act was done.
#[test]
fn a_switched_reading_shows_in_the_differences() {
    let w2 = played(
        &b0(),
        &[ana().allows_roles_without_license(), ana().invites(BEN_MAIL, UserRight::External, &own_license_roles())],
    );
    let s3 = played(&w2, &[reading(Reading::HomeOptionNotAsked)]);
    let told: Vec<(Question, Option<Code>, Option<Code>)> = changes(&w2, &s3)
        .into_iter()
        .map(|change| (change.question, change.before.headline, change.after.headline))
        .collect();
    // For a pending person the roles say Pending first under either reading; XWA has a source now.
    let ben = [IFW, CSV].map(|id| role("Ben", "H", id));
    assert!(told.iter().all(|(question, ..)| !ben.contains(question)), "{told:?}");
    assert!(told.contains(&(can_connect("Ben", "H"), Some(HomeOptionOff), Some(HomeLicenseRestricted))), "{told:?}");
}

/// C28: a fact that turns is gained or lost; a reason or a level that changes is neither.
#[test]
fn a_change_is_a_gain_or_a_loss_or_neither() {
    let told = |before: &World, after: &World, question: Question| {
        let all = changes(before, after);
        let change = all.into_iter().find(|change| change.question == question).expect("it changed");
        (change.is_gain(), change.is_loss())
    };
    let cut = played(&w1(), &[gus().restricts("Ben", IFW)]);
    assert_eq!(told(&w1(), &cut, can_connect("Ben", "H")), (false, true));
    assert_eq!(told(&cut, &w1(), can_connect("Ben", "H")), (true, false));
    assert_eq!(told(&su(), &invited(), role("Ben", "H", XWA)), (false, false), "another reason");
    let lower = ana().changes(Door::ControlCenter, "Hull-7", person("Ben"), whole(AccessRole::Contributor));
    let read = played(&w1(), &[lower]);
    assert_eq!(told(&w1(), &read, space("Ben", "H", "Hull-7")), (false, false), "another level");
}

/// R85, R113, F13, F43: how far a role has come, in one word.
#[test]
fn a_role_stands_where_its_first_open_reason_is() {
    let (home, host): (PlatformId, PlatformId) = ("G".into(), "H".into());
    let stands = |world: &World, id: &str| RoleStanding::of(&explain(world, role("Ben", "H", id)));
    assert_eq!(stands(&w1(), XWA), RoleStanding::Open { source: home });
    assert_eq!(stands(&invited(), XWA), RoleStanding::Ready { source: home });
    assert_eq!(stands(&su(), XWA), RoleStanding::Uninvited, "the license would serve");
    assert_eq!(stands(&played(&w1(), &[ana().ungrants("Ben", XWA)]), XWA), RoleStanding::NotGranted);
    let waits = RoleStanding::WaitsFor { source: home, needed: IFW.into() };
    for world in [w1(), invited()] {
        assert_eq!(stands(&played(&world, &[gus().restricts("Ben", IFW)]), XWA), waits);
    }
    assert_eq!(stands(&played(&w1(), &[ana().removes_access("Ben")]), XWA), RoleStanding::Removed);
    let cut = |code, at, more| RoleStanding::Cut { code, at, more };
    assert_eq!(stands(&w1(), CREATOR), cut(HomeLicenseRestricted, home, 0));
    assert_eq!(stands(&b0(), CREATOR), cut(HostOptionOff, host, 2), "and both switches of the home");
}

/// R127, F42, F43: what blocks a space or a role names the question that has the reasons.
#[test]
fn a_reason_with_reasons_of_its_own_names_their_question() {
    let follows = |world: &World, question: Question| explain(world, question).headline().unwrap().follow;
    let base = played(&w1(), &[gus().restricts("Ben", IFW)]);
    assert_eq!(follows(&base, space("Ben", "H", "Hull-7")), Some(role("Ben", "H", IFW)));
    assert_eq!(follows(&base, role("Ben", "H", XWA)), Some(role("Ben", "H", IFW)));
    let second = played(&w1(), &[gus().restricts("Ben", CSV)]);
    assert_eq!(follows(&second, space("Ben", "H", "Hull-7")), Some(role("Ben", "H", CSV)));
    assert_eq!(follows(&base, role("Ben", "H", IFW)), None, "the switch of a license has none");
}

/// R19: what nobody asks about any more is told once, as lost.
#[test]
fn a_role_that_is_gone_is_lost() {
    let with = played(&b0(), &[ana().grants("Cleo", XWA, GrantTerms::with_license())]);
    let told: Vec<(Question, bool)> =
        changes(&with, &b0()).into_iter().map(|change| (change.question, change.is_loss())).collect();
    assert_eq!(told, [(role("Cleo", "H", XWA), true)]);
    let cut = played(&w1(), &[gus().restricts("Ben", IFW)]);
    let all = changes(&w1(), &cut);
    let asked: BTreeSet<Question> = all.iter().map(|change| change.question).collect();
    assert_eq!(asked.len(), all.len(), "each question once");
}

/// E12: the rules of a reason, and which reasons speak of a membership.
#[test]
fn a_reason_names_its_rules() {
    assert_eq!(HostOptionOff.rules(), ["R8", "R45"]);
    assert_eq!(HomeLicenseRestricted.rules(), ["R13", "R14", "R71", "R99"]);
    assert!(Pending.is_membership() && !HostOptionOff.is_membership());
    assert_eq!(PrerequisiteBlocked(IFW.into()).prerequisite(), Some(IFW.into()));
    assert_eq!(CsvNotUsable.prerequisite(), None);
    assert!(Expired.is_about_source() && !RoleNotGranted.is_about_source());
}
