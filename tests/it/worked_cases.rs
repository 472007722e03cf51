//! The worked cases of the rules, step by step, under their own names. Lettered parts start anew each.

mod shown;

use crate::support::Answer::{Level, No, Usable, Yes};
use crate::support::*;
use crossinvite::access::{Scope, explain};
use crossinvite::decide::{RoleList, may_be_picked, role_list};
use crossinvite::domain::{
    AccessRole::{Author, Contributor, LeaderAndOwner, Owner},
    Code::*,
    *,
};

fn home_option_first() -> [Code; 2] {
    [HomeOptionOff, HomeLicenseRestricted]
}

fn blocked_basics(first: &[Code]) -> Vec<Code> {
    [first, &[PrerequisiteBlocked(RoleId::ifw()), PrerequisiteBlocked(RoleId::csv())]].concat()
}

fn pick(world: &World, platform: &str, person: &str) -> Result<(), Code> {
    may_be_picked(world, world.platform(platform.into()).unwrap(), person.into()).map_err(|refusal| refusal.code)
}

/// Puts a person with these roles, all with licenses of H, on H.
fn on_h(world: &World, name: &str, right: UserRight, organizations: &[&str], roles: &[&str]) -> World {
    let roles: Vec<MemberRole> = roles.iter().copied().map(licensed).collect();
    let add = add_member("H", name, Membership::Active, right, organizations, &roles);
    played(world, &[add_person(name, &format!("{name}@example.org")), add])
}

#[test]
fn b0_is_the_base_state_of_the_rules() {
    let world = b0();
    check_pools(&world, "H", &[(IFW, "2/4"), (CSV, "2/4"), (XWA, "1/2"), (CREATOR, "1/1"), (SCULPTOR, "1/1")]);
    check_pools(&world, "G", &[(IFW, "2/2"), (CSV, "2/2"), (XWA, "1/1"), (CREATOR, "1/1"), (SCULPTOR, "1/1")]);
    let own = |organization: &str| Some(vec![organization.to_owned()]);
    assert_eq!(credentials(&world, "H", COMMON, "Ana"), own("Aldermoor-Leader & Owner"));
    assert_eq!(credentials(&world, "H", COMMON, "Cleo"), own("Hulls-Author"));
    assert_eq!(credentials(&world, "H", "Hull-7", "Ana"), own("Aldermoor-Leader & Owner"));
    assert_eq!(credentials(&world, "H", "Dock", "Ana"), own("Aldermoor-Leader & Owner"));
    assert_eq!(credentials(&world, "G", COMMON, "Gus"), own("Brightwell-Leader & Owner"));
    assert_eq!(credentials(&world, "G", COMMON, "Ben"), own("Brightwell-Author"));
    for platform in world.platforms() {
        assert!(platform.options.is_empty());
        let on = [
            SpaceSetting::CommonSpaceForNewUsers,
            SpaceSetting::AssociateLeaderAndOwner,
            SpaceSetting::PendingExternals,
        ];
        assert_eq!(platform.space_settings, on.into_iter().collect());
        assert_eq!(platform.default_roles.len(), 2);
        assert!(platform.default_roles.values().all(|terms| terms.assign_license));
        for member in platform.members.values() {
            for (role, seat) in &member.seats {
                assert_eq!(seat.restricted, role.as_str() != XWA, "{role}");
            }
        }
        assert!(platform.pools.values().all(|pool| pool.expires == Day(365)));
    }
    assert_eq!(world.today(), Day(0));
}

/// R1, R2, R8, R9, R13, R17, R19, R21, R24, R27, R50, R57, R74, R75, R76, R77, R82, R83, R84, R112, R155, R156.
#[test]
fn w1_own_license_complete_path() {
    let before = su();
    let mut world = before.clone();
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()));
    play(&mut world, &ana().adds("Hull-7", person("Ben"), whole(Author)));
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Pending));
    check_access(&world, space("Ben", "H", "Hull-7"), No(&[Pending]));
    check_access(&world, role("Ben", "H", XWA), No(&[Pending]));
    check_access(&world, can_connect("Ben", "H"), Yes);

    play(&mut world, &ben().accepts());
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Active));
    assert_eq!(works_on(&world, "Ben"), Some("H".into()));
    check_access(&world, can_connect("Ben", "H"), Yes);
    for brought in [IFW, CSV, XWA] {
        check_access(&world, role("Ben", "H", brought), Usable("G"));
    }
    check_access(&world, space("Ben", "H", "Hull-7"), Level("Author"));
    check_access(&world, space("Ben", "H", COMMON), No(&[NoMembership]));
    check_access(&world, space("Ben", "H", "Dock"), No(&[NoMembership]));
    check_pools_unchanged(&before, &world);
    let space_link = MessageKind::SpaceNotification("Hull-7".into());
    assert_eq!(
        messages(&world, "Ben"),
        [MessageKind::InvitationEmail, MessageKind::InvitationNotification, space_link]
    );
}

/// The same path for somebody at work at home: the host joins the list of platforms, the switch goes there (R84).
#[test]
fn w1_from_the_desk_at_home() {
    let mut world = played(&invited(), &[connect("Ben", "G"), ben().accepts()]);
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Active));
    assert_eq!(works_on(&world, "Ben"), Some("G".into()));
    play(&mut world, &ben().switches());
    assert_eq!(works_on(&world, "Ben"), Some("H".into()));
}

#[test]
fn w2_home_option_never_switched_on() {
    let mut world = played(&b0(), &[ana().allows_roles_without_license()]);
    for linked in [IFW, CSV] {
        check(&world, gus().frees("Ben", linked), Err((SwitchHidden, "G")));
    }
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()));
    play(&mut world, &ana().adds("Hull-7", person("Ben"), whole(Author)));

    let refusal = refused(&world, ben().accepts(), HomeOptionOff, "G");
    assert_eq!(refusal.further, [HomeLicenseRestricted]);
    assert_eq!(refusal.readings, [Reading::HomeOptionNotAsked, Reading::AcceptFirst]);
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Pending));
    check_access(&world, can_connect("Ben", "H"), No(&home_option_first()));
    check_access(&world, role("Ben", "H", XWA), No(&blocked_basics(&[Pending, HomeOptionOff])));
    check_reason_at(&world, role("Ben", "H", XWA), HomeOptionOff, "G");

    let s3 = played(&world, &[reading(Reading::HomeOptionNotAsked)]);
    check_access(&s3, can_connect("Ben", "H"), No(&[HomeLicenseRestricted]));
    let xwa = role("Ben", "H", XWA);
    check_access(&s3, xwa, No(&blocked_basics(&[Pending])));
    assert_eq!(explain(&s3, xwa).source, Some("G".into()));
    check(&s3, ben().accepts(), Err((HomeLicenseRestricted, "G")));

    play(&mut world, &gus().allows_roles_without_license());
    check_access(&world, can_connect("Ben", "H"), No(&[HomeLicenseRestricted]));
    let refusal = refused(&world, ben().accepts(), HomeLicenseRestricted, "G");
    assert_eq!(refusal.further, []);
}

#[test]
fn w3_restriction_left_on_for_the_base_role_only() {
    let set_up = [ana().allows_roles_without_license(), gus().allows_roles_without_license(), gus().frees("Ben", CSV)];
    let mut world = played(&b0(), &set_up);
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()));
    play(&mut world, &ana().adds("Hull-7", person("Ben"), whole(Author)));
    let refusal = refused(&world, ben().accepts(), HomeLicenseRestricted, "G");
    assert_eq!(refusal.role, Some(RoleId::ifw()));
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Pending));

    play(&mut world, &gus().frees("Ben", IFW));
    play(&mut world, &ben().accepts());
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Active));
    check_access(&world, space("Ben", "H", "Hull-7"), Level("Author"));
}

#[test]
fn w5_base_role_free_industry_innovator_restricted() {
    let set_up = [ana().allows_roles_without_license(), gus().allows_roles_without_license(), gus().frees("Ben", IFW)];
    let mut world = played(&b0(), &set_up);
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()));
    play(&mut world, &ana().adds("Hull-7", person("Ben"), whole(Author)));
    play(&mut world, &ben().accepts());
    check_access(&world, can_connect("Ben", "H"), Yes);
    check_access(&world, role("Ben", "H", IFW), Usable("G"));
    check_access(&world, role("Ben", "H", CSV), No(&[HomeLicenseRestricted]));
    check_access(&world, role("Ben", "H", XWA), No(&[PrerequisiteBlocked(RoleId::csv())]));
    check_access(&world, space("Ben", "H", "Hull-7"), No(&[CsvNotUsable]));
    assert_eq!(credentials(&world, "H", "Hull-7", "Ben"), Some(vec!["Aldermoor-Author".into()]));
}

#[test]
fn w6_assign_license_forgotten() {
    let mut world = played(&b0(), &[ana().allows_roles_without_license()]);
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW), taken(CSV), taken(XWA)]));
    check_pools(&world, "H", &[(IFW, "3/4"), (CSV, "3/4"), (XWA, "2/2")]);
    play(&mut world, &ben().accepts());
    let whatever_is_set_at_g = [
        world.clone(),
        played(&world, &[gus().allows_roles_without_license()]),
        played(&world, &[gus().allows_roles_without_license(), gus().frees("Ben", IFW), gus().frees("Ben", CSV)]),
    ];
    for world in &whatever_is_set_at_g {
        for role_taken in [IFW, CSV, XWA] {
            check_access(world, role("Ben", "H", role_taken), Usable("H"));
        }
    }

    let second = |roles: &[InvitedRole]| ana().invites("zoe@elsewhere.example", UserRight::External, roles);
    let refusal = refused(&world, second(&[taken(IFW), taken(CSV), taken(XWA)]), NotEnoughLicenses, "H");
    assert_eq!(refusal.role, Some(XWA.into()));
    played(&world, &[second(&[taken(IFW), taken(CSV), own(XWA)])]);

    play(&mut world, &ana().takes_back("Ben", XWA));
    check_pools(&world, "H", &[(IFW, "3/4"), (CSV, "3/4"), (XWA, "1/2")]);
    check_access(&world, role("Ben", "H", XWA), No(&[HomeOptionOff]));
    let s3 = played(&world, &[reading(Reading::HomeOptionNotAsked)]);
    check_access(&s3, role("Ben", "H", XWA), Usable("G"));
}

#[test]
fn w8_license_expired_at_home() {
    let ungrant = MemberOption::UngrantExpiredRoles;
    let start = played(&w1(), &[ana().sets(ungrant, true), gus().sets(ungrant, true), ben().at("G").switches()]);
    let mut world = played(&start, &[pool("G", XWA, 1, 10), clock(11)]);
    check_access(&world, role("Ben", "H", XWA), No(&[HomeLicenseExpired]));
    check_access(&world, space("Ben", "H", "Hull-7"), Level("Author"));
    check_access(&world, can_connect("Ben", "H"), Yes);

    play(&mut world, &ben().switches());
    assert!(world.platform("H".into()).unwrap().is_granted("Ben".into(), XWA.into()));
    check_access(&world, role("Ben", "H", XWA), No(&[HomeLicenseExpired]));

    play(&mut world, &ben().at("G").switches());
    assert!(!world.platform("G".into()).unwrap().is_granted("Ben".into(), XWA.into()));
    check_pools(&world, "G", &[(XWA, "0/1"), (IFW, "2/2"), (CSV, "2/2")]);
    check_access(&world, role("Ben", "H", XWA), No(&[HomeNoLicense]));

    let csv_expired = played(&start, &[pool("G", CSV, 2, 10), clock(11)]);
    check_access(&csv_expired, space("Ben", "H", "Hull-7"), No(&[CsvNotUsable]));
    check_access(&csv_expired, can_connect("Ben", "H"), Yes);
    let ifw_expired = played(&start, &[pool("G", IFW, 2, 10), clock(11)]);
    check_access(&ifw_expired, can_connect("Ben", "H"), No(&[HomeLicenseExpired]));
}

/// H with the group Partners = {Cleo}; Cleo and the group are in Hull-7 with these levels.
fn w10_start(individual: AccessRole, through_group: AccessRole) -> World {
    let commands = [
        add_group("H", "Partners", &["Cleo"]),
        ana().adds("Hull-7", person("Cleo"), whole(individual)),
        ana().adds("Hull-7", group("Partners"), whole(through_group)),
    ];
    played(&b0(), &commands)
}

#[test]
fn w10_group_gives_more_than_the_individual_role() {
    let cleo_in_hull_7 = space("Cleo", "H", "Hull-7");
    let start = w10_start(Contributor, Author);
    check_access(&start, cleo_in_hull_7, Level("Author"));
    let without_own = played(&start, &[ana().takes_out("Hull-7", person("Cleo"))]);
    check_access(&without_own, cleo_in_hull_7, Level("Author"));

    let mut without_group = played(&start, &[ana().takes_out("Hull-7", group("Partners"))]);
    check_access(&without_group, cleo_in_hull_7, Level("Contributor"));
    play(&mut without_group, &ana().takes_out("Hull-7", person("Cleo")));
    check_access(&without_group, cleo_in_hull_7, No(&[NoMembership]));

    check_access(&w10_start(Author, Contributor), cleo_in_hull_7, Level("Author"));

    let both = w10_start(Author, Author);
    check(&both, ana().takes_out("Hull-7", person("Cleo")), Err((GrantedThroughGroup, "H")));
}

#[test]
fn w11_group_and_missing_industry_innovator() {
    let with_dan = on_h(&b0(), "Dan", UserRight::Member, &[], &[IFW]);
    let mut world = played(
        &with_dan,
        &[add_group("H", "Partners", &["Cleo", "Dan"]), ana().adds("Hull-7", group("Partners"), whole(Author))],
    );
    check_access(&world, space("Cleo", "H", "Hull-7"), Level("Author"));
    check_access(&world, space("Dan", "H", "Hull-7"), No(&[CsvNotUsable]));

    // The organization of a group's credential is the host company (R117, C24).
    let narrow = ana().adds("Dock", group("Partners"), restricted(Author));
    let dock = played(&world, &[ana().sets_space(SpaceSetting::RestrictedRoles, true), narrow]);
    let access = explain(&dock, space("Cleo", "H", "Dock")).access.unwrap();
    assert_eq!(access.reading(), Some(&Scope::Own([OrganizationId::new("Aldermoor")].into())));

    play(&mut world, &ana().grants("Dan", CSV, GrantTerms::with_license()));
    check_pools(&world, "H", &[(CSV, "3/4")]);
    check_access(&world, space("Dan", "H", "Hull-7"), Level("Author"));
    play(&mut world, &ana().takes_out_of("Cleo", "Hulls"));
    check_access(&world, space("Cleo", "H", "Hull-7"), Level("Author"));
}

#[test]
fn w12_credential_lost_with_the_organization() {
    let written = |credential: &str| Some(vec![credential.to_owned()]);
    let adding =
        [ana().adds("Hull-7", person("Cleo"), whole(Author)), ana().adds("Dock", person("Cleo"), whole(Contributor))];
    let mut world = played(&b0(), &adding);
    assert_eq!(credentials(&world, "H", "Hull-7", "Cleo"), written("Hulls-Author"));
    assert_eq!(credentials(&world, "H", "Dock", "Cleo"), written("Hulls-Contributor"));
    assert_eq!(credentials(&world, "H", COMMON, "Cleo"), written("Hulls-Author"));

    play(&mut world, &ana().takes_out_of("Cleo", "Hulls"));
    play(&mut world, &ana().puts_into("Cleo", "Engines"));
    for lost in ["Hull-7", "Dock", COMMON] {
        assert_eq!(credentials(&world, "H", lost, "Cleo"), Some(Vec::new()));
        check_access(&world, space("Cleo", "H", lost), No(&[NoValidCredential]));
    }
    play(&mut world, &ana().adds("Hull-7", person("Cleo"), whole(Author)));
    assert_eq!(credentials(&world, "H", "Hull-7", "Cleo"), written("Engines-Author"));
    check_access(&world, space("Cleo", "H", "Hull-7"), Level("Author"));

    let mut both = played(&b0(), &[ana().puts_into("Cleo", "Engines")]);
    for command in &adding {
        play(&mut both, command);
    }
    assert_eq!(
        credentials(&both, "H", "Hull-7", "Cleo"),
        Some(vec!["Engines-Author".to_owned(), "Hulls-Author".to_owned()])
    );
    play(&mut both, &ana().takes_out_of("Cleo", "Hulls"));
    check_access(&both, space("Cleo", "H", "Hull-7"), Level("Author"));
    check_access(&both, space("Cleo", "H", "Dock"), Level("Contributor"));

    let no_unit = on_h(&b0(), "Dan", UserRight::Member, &[], &[IFW, CSV]);
    let no_unit = played(&no_unit, &[ana().adds("Hull-7", person("Dan"), whole(Author))]);
    assert_eq!(credentials(&no_unit, "H", "Hull-7", "Dan"), written("Aldermoor-Author"));
}

#[test]
fn w13_pending_member_in_a_space() {
    let mut world = invited();
    assert_eq!(pick(&world, "H", "Ben"), Ok(()));
    let closed = played(&world, &[ana().sets_space(SpaceSetting::PendingExternals, false)]);
    assert_eq!(pick(&closed, "H", "Ben"), Err(NoMatch));
    check(&closed, ana().adds("Hull-7", person("Ben"), whole(Author)), Err((NoMatch, "H")));
    let internal = ana().invites(BEN_MAIL, UserRight::Member, &own_license_roles());
    let internal = played(&su(), &[ana().sets_space(SpaceSetting::PendingExternals, false), internal]);
    assert_eq!(pick(&internal, "H", "Ben"), Ok(()));

    play(&mut world, &ana().adds("Hull-7", person("Ben"), whole(Author)));
    assert_eq!(credentials(&world, "H", "Hull-7", "Ben"), Some(vec!["Aldermoor-Author".into()]));
    check_access(&world, space("Ben", "H", "Hull-7"), No(&[Pending]));
    play(&mut world, &ben().accepts());
    check_access(&world, space("Ben", "H", "Hull-7"), Level("Author"));
}

#[test]
fn w13_wrong_address() {
    let wrong = "ben@brightwel.example";
    let mut world = played(&su(), &[ana().invites(wrong, UserRight::External, &own_license_roles())]);
    assert_eq!(state(&world, wrong, "H"), Some(Membership::Pending));
    assert_eq!(state(&world, "Ben", "H"), None);
    check(&world, ben().accepts(), Err((NotInvited, "H")));
    check_access(&world, can_connect("Ben", "H"), No(&[NotInvited, RoleNotGranted]));
    // The other identity holds none of the home licenses (R17).
    check_access(&world, can_connect(wrong, "H"), No(&[NoLicenseAnywhere]));

    play(&mut world, &ana().cancels(wrong));
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()));
    play(&mut world, &ben().accepts());
    assert_eq!(state(&world, wrong, "H"), None);
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Active));
}

/// The stage of W14: Dora is Owner (Restricted) of Hull-7, Ben is Active, both with the supplier Brightwell.
fn w14_start() -> World {
    let mut world = su();
    play(&mut world, &ana().sets_space(SpaceSetting::RestrictedRoles, true));
    play(&mut world, &ana().sets_space(SpaceSetting::AssociateLeaderAndOwner, false));
    play(&mut world, &add_organization("H", "Brightwell", OrganizationKind::Supplier));
    let mut world = on_h(&world, "Dora", UserRight::External, &["Brightwell"], &[IFW, CSV]);
    play(&mut world, &ana().adds("Hull-7", person("Dora"), restricted(Owner)));
    play(&mut world, &ana().invites_into(BEN_MAIL, "Brightwell", &own_license_roles()));
    play(&mut world, &ben().accepts());
    play(&mut world, &add_group("H", "Partners", &["Cleo"]));
    world
}

#[test]
fn w14_owner_restricted() {
    let dora = actor("Dora", "H");
    let mut world = w14_start();
    check_access(&world, space("Dora", "H", "Hull-7"), Level("Owner (own organization)"));
    let add = |who, access| dora.adds_as_owner("Hull-7", who, access);
    check(&world, add(person("Ben"), whole(Author)), Err((RestrictedRolesOnly, "H")));
    check(&world, add(person("Cleo"), restricted(Contributor)), Err((OtherOrganization, "H")));
    check(&world, add(group("Partners"), restricted(Contributor)), Err((OtherOrganization, "H")));
    check(&world, dora.renames(Door::ThreeDSpace, "Hull-7", "Hull-8"), Err((NotOwner, "H")));
    play(&mut world, &add(person("Ben"), restricted(Author)));
    assert_eq!(credentials(&world, "H", "Hull-7", "Ben"), Some(vec!["Brightwell-Author (Restricted)".into()]));
    check_access(&world, space("Ben", "H", "Hull-7"), Level("Author (own organization)"));

    let author = played(&world, &[ana().adds("Hull-7", person("Cleo"), whole(Author))]);
    check(&author, cleo().adds_as_owner("Hull-7", person("Ben"), whole(Contributor)), Err((NotOwner, "H")));

    let off = played(&w14_start(), &[ana().sets_space(SpaceSetting::RestrictedRoles, false)]);
    check(&off, add(person("Ben"), restricted(Author)), Err((AccessRoleNotOffered, "H")));
    check(&off, add(person("Ben"), whole(Author)), Err((RestrictedRolesOnly, "H")));
    // What was given before keeps working (E7).
    check_access(&off, space("Dora", "H", "Hull-7"), Level("Owner (own organization)"));
}

#[test]
fn w18_a_without_the_base_role_no_invitation() {
    let invite = ana().invites(BEN_MAIL, UserRight::External, &[own(CSV), own(XWA)]);
    let refusal = refused(&su(), invite, BaseRoleRequired, "H");
    assert_eq!(refusal.role, Some(RoleId::ifw()));
}

#[test]
fn w18_b_invitation_without_industry_innovator() {
    let mut world = played(&su(), &[ana().invites(BEN_MAIL, UserRight::External, &[own(IFW), own(XWA)])]);
    assert_eq!(pick(&world, "H", "Ben"), Ok(()), "a pending person can be added, with a warning (C10)");
    play(&mut world, &ben().accepts());
    check_access(&world, role("Ben", "H", XWA), No(&[PrerequisiteNotGranted(RoleId::csv())]));
    assert_eq!(pick(&world, "H", "Ben"), Err(NoMatch));
    check(&world, ana().adds("Hull-7", person("Ben"), whole(Author)), Err((NoMatch, "H")));
}

/// SU with the platform K, which allows roles without license, owns XWA but not CSV, and invited Ben with IFW.
fn w18_c_start() -> World {
    let kim = actor("Kim", "K");
    let commands = [
        pool("K", XWA, 2, 365),
        kim.allows_roles_without_license(),
        kim.invites(BEN_MAIL, UserRight::External, &[own(IFW)]),
    ];
    played(&with_k(&su()), &commands)
}

#[test]
fn w18_c_prerequisite_never_purchased() {
    let kim = actor("Kim", "K");
    let csv_missing = PrerequisiteNotPurchased(RoleId::csv());
    let mut world = w18_c_start();
    check(&world, kim.grants("Ben", XWA, GrantTerms::with_license()), Err((csv_missing, "K")));
    let refusal = refused(&world, kim.grants("Ben", XWA, GrantTerms::without_license()), csv_missing, "K");
    assert_eq!(refusal.readings, [Reading::LenientPurchase]);

    play(&mut world, &reading(Reading::LenientPurchase));
    check(&world, kim.grants("Ben", XWA, GrantTerms::with_license()), Err((csv_missing, "K")));
    play(&mut world, &kim.grants("Ben", XWA, GrantTerms::without_license()));
    play(&mut world, &ben().at("K").accepts());
    check_access(&world, role("Ben", "K", XWA), No(&[PrerequisiteNotGranted(RoleId::csv())]));
    let k = world.platform("K".into()).unwrap();
    assert_eq!(role_list(&world, k, RoleId::csv()), RoleList::Neither);
    check(&world, kim.grants("Ben", CSV, GrantTerms::without_license()), Err((RoleNotListed, "K")));
}

#[test]
fn w18_c_a_missing_prerequisite_that_is_not_linked_can_be_lived_with() {
    let kim = actor("Kim", "K");
    let mut world = played(&w18_c_start(), &[pool("K", CSV, 1, 365), pool("K", "MYH", 1, 365)]);
    let grant = kim.grants("Ben", "MYH", GrantTerms::without_license());
    check(&world, grant.clone(), Err((PrerequisiteNotPurchased("SSY".into()), "K")));
    play(&mut world, &reading(Reading::LenientPurchase));
    play(&mut world, &grant);
    let k = world.platform("K".into()).unwrap();
    assert_eq!(role_list(&world, k, "SSY".into()), RoleList::WithoutAnyLicense);
    play(&mut world, &kim.grants("Ben", "SSY", GrantTerms::without_license()));
}

#[test]
fn w18_d_a_linked_role_never_purchased_is_in_neither_list() {
    let world = su();
    let h = world.platform("H".into()).unwrap();
    assert_eq!(role_list(&world, h, "XEN".into()), RoleList::Neither);
    assert_eq!(role_list(&world, h, "XWB".into()), RoleList::WithoutAnyLicense);
    assert_eq!(role_list(&world, h, XWA.into()), RoleList::WithLicenses);
    check(&world, ana().invites(BEN_MAIL, UserRight::External, &[own(IFW), own("XEN")]), Err((RoleNotListed, "H")));
}

/// R30, R32, R33, R34, R37, R38, R39, R40, R41, R42, R43, R75: data is limited by choosing spaces, or not at all.
#[test]
fn w19_common_space_and_no_data() {
    let mut world = played(&su(), &[ana().invites(BEN_MAIL, UserRight::Member, &own_license_roles())]);
    assert_eq!(credentials(&world, "H", COMMON, "Ben"), Some(vec!["Aldermoor-Author".into()]));
    check_access(&world, space("Ben", "H", COMMON), No(&[Pending]));
    play(&mut world, &ben().accepts());
    check_access(&world, space("Ben", "H", COMMON), Level("Author"));
    for closed in ["Hull-7", "Dock"] {
        check_access(&world, space("Ben", "H", closed), No(&[NoMembership]));
    }

    play(&mut world, &ana().takes_out(COMMON, person("Ben")));
    check_access(&world, can_connect("Ben", "H"), Yes);
    check_access(&world, role("Ben", "H", XWA), Usable("G"));
    for closed in [COMMON, "Hull-7", "Dock"] {
        check_access(&world, space("Ben", "H", closed), No(&[NoMembership]));
    }
    play(&mut world, &ana().creates("Study"));
    play(&mut world, &ana().adds("Study", person("Ben"), whole(Author)));
    check_access(&world, space("Ben", "H", "Study"), Level("Author"));
    for closed in [COMMON, "Hull-7", "Dock"] {
        check_access(&world, space("Ben", "H", closed), No(&[NoMembership]));
    }
}

#[test]
fn w19_external_and_settings() {
    let invite = |right| ana().invites(BEN_MAIL, right, &own_license_roles());
    let external = played(&su(), &[invite(UserRight::External)]);
    assert_eq!(credentials(&external, "H", COMMON, "Ben"), None);
    let all_users = played(&su(), &[reading(Reading::CommonSpaceForExternals), invite(UserRight::External)]);
    assert_eq!(credentials(&all_users, "H", COMMON, "Ben"), Some(vec!["Aldermoor-Author".into()]));

    let off = ana().sets_space(SpaceSetting::CommonSpaceForNewUsers, false);
    let off = played(&su(), &[off, invite(UserRight::Member), ben().accepts()]);
    check_access(&off, space("Ben", "H", COMMON), No(&[NoMembership]));
    check_access(&off, space("Cleo", "H", COMMON), Level("Author"));

    let member = played(&su(), &[invite(UserRight::Member), ben().accepts()]);
    let demoted = played(&member, &[ana().makes("Ben", UserRight::External)]);
    check_access(&demoted, space("Ben", "H", COMMON), Level("Author"));

    let administrator = played(&su(), &[invite(UserRight::Administrator)]);
    assert_eq!(credentials(&administrator, "H", COMMON, "Ben"), Some(vec!["Aldermoor-Leader & Owner".into()]));
    let owner = played(&b0(), &[ana().adds("Hull-7", person("Cleo"), whole(LeaderAndOwner))]);
    check_access(&owner, space("Cleo", "H", "Hull-7"), Level("Leader & Owner"));
}
