//! Sharing content, which invites outsiders (W16).

use crate::support::Answer::{No, Usable, Yes};
use crate::support::*;
use crossinvite::access::can_read;
use crossinvite::domain::{Code::*, *};

const ZOE: &str = "zoe@elsewhere.example";

fn shares(item: &str, with: &str) -> Command {
    cleo().does(Act::ShareItem { item: item.into(), email: Email::new(with) })
}

fn default_roles(assign_license: bool) -> Command {
    let roles = [IFW, CSV].map(|role| InvitedRole { role: role.into(), assign_license, restrict_usage: None }).to_vec();
    ana().does(Act::SetDefaultRoles { roles })
}

fn members_may_invite(world: &World, assign_license: bool) -> World {
    let world = played(world, &[ana().sets(MemberOption::MemberInvitations, true)]);
    // The base state has default roles with licenses.
    if assign_license { world } else { played(&world, &[default_roles(false)]) }
}

fn with_brief(world: &World) -> World {
    played(world, &[add_item("H", COMMON, "Brief", "Hulls")])
}

fn reads(world: &World, person: &str) -> bool {
    can_read(world, person.into(), "H".into(), "Brief".into())
}

/// R102, R103, W16 (a).
#[test]
fn sharing_with_an_outsider_needs_the_option_for_member_invitations() {
    let world = with_brief(&b0());
    refused(&world, shares("Brief", ZOE), MemberInvitesOff, "H");
    for odd in [" ", "zoe", "zoe@"] {
        refused(&with_brief(&members_may_invite(&su(), false)), shares("Brief", odd), EmailMissing, "H");
    }
}

/// R104, R105, R106, C30, W16 (b): the invitation goes out by itself, with exactly the default roles.
#[test]
fn w16_b_sharing_invites_with_the_default_roles_and_opens_one_item() {
    let before = with_brief(&members_may_invite(&su(), false));
    let mut world = played(&before, &[shares("Brief", BEN_MAIL)]);
    check_pools_unchanged(&before, &world);
    let member = world.member("Ben".into(), "H".into()).unwrap();
    assert_eq!((member.membership, member.right), (Membership::Pending, UserRight::External));
    assert_eq!(member.grants, [IFW, CSV].map(RoleId::new).into());
    assert!(!reads(&world, "Ben"), "a pending person reads nothing");

    play(&mut world, &ben().accepts());
    check_access(&world, role("Ben", "H", IFW), Usable("G"));
    check_access(&world, role("Ben", "H", CSV), Usable("G"));
    check_access(&world, role("Ben", "H", XWA), No(&[RoleNotGranted]));
    check_access(&world, space("Ben", "H", COMMON), No(&[NoMembership]));
    assert!(reads(&world, "Ben"), "shared with");

    play(&mut world, &gus().restricts("Ben", CSV));
    assert!(reads(&world, "Ben"), "an item needs no CSV");
    play(&mut world, &gus().restricts("Ben", IFW));
    assert!(!reads(&world, "Ben"), "but connecting");
    check_access(&world, can_connect("Ben", "H"), No(&[HomeLicenseRestricted]));
}

/// R103, C22, W16 (c) and (d): somebody without any platform needs a license of the host.
#[test]
fn w16_c_and_d_an_outsider_without_a_platform_connects_only_with_a_license_of_the_host() {
    let bare = played(&with_brief(&members_may_invite(&su(), false)), &[shares("Brief", ZOE)]);
    check_access(&bare, can_connect(ZOE, "H"), No(&[NoLicenseAnywhere]));
    assert_eq!(messages(&bare, ZOE), [MessageKind::InvitationEmail], "no platform to see a notification on");

    let given = played(&with_brief(&members_may_invite(&su(), true)), &[shares("Brief", ZOE)]);
    check_pools(&given, "H", &[(IFW, "3/4"), (CSV, "3/4")]);
    let active = played(&given, &[actor(ZOE, "H").accepts()]);
    check_access(&active, can_connect(ZOE, "H"), Yes);
    assert!(reads(&active, ZOE));
}

/// R98, W16 (e): all or nothing.
#[test]
fn w16_e_full_pools_refuse_the_sharing_as_a_whole() {
    let full = played(&with_brief(&members_may_invite(&su(), true)), &[pool("H", IFW, 2, 365)]);
    refused(&full, shares("Brief", ZOE), NotEnoughLicenses, "H");
}

/// C30, F13, R28, W16 (f).
#[test]
fn w16_f_sharing_with_a_member_sends_nothing_and_needs_no_administrator() {
    let world = with_brief(&w1());
    let sent = messages(&world, "Ben").len();
    let after = played(&world, &[shares("Brief", BEN_MAIL)]);
    assert!(reads(&after, "Ben"));
    assert_eq!(messages(&after, "Ben").len(), sent);
    already_so(&after, shares("Brief", BEN_MAIL));
    refused(&played(&world, &[ana().removes_access("Ben")]), shares("Brief", BEN_MAIL), AccessRemoved, "H");
    refused(&world, cleo().invites(ZOE, UserRight::External, &[own(IFW)]), NotAdministrator, "H");
    let unseen =
        ben().at("H").does(Act::ShareItem { item: "Brief".into(), email: Email::new("cleo@aldermoor.example") });
    refused(&world, unseen, NoMatch, "H");
}

/// C21, R106: while every grant takes a license, so do default roles; IFW is always among them.
#[test]
fn default_roles_take_licenses_while_the_option_is_off_and_always_hold_3dswymer() {
    let off = played(&with_brief(&b0()), &[ana().sets(MemberOption::MemberInvitations, true)]);
    let after = played(&off, &[shares("Brief", ZOE)]);
    check_pools(&after, "H", &[(IFW, "3/4"), (CSV, "3/4")]);
    let without_base = ana().does(Act::SetDefaultRoles { roles: vec![taken(CSV)] });
    refused(&off, without_base, BaseRoleRequired, "H");
}

/// R104, F38: whoever is removed loses what was shared with them, and nobody else does.
#[test]
fn what_was_shared_goes_with_the_member_it_was_shared_with() {
    let shared = played(&with_brief(&w1()), &[shares("Brief", BEN_MAIL), shares("Brief", "ana@aldermoor.example")]);
    let with = |world: &World| -> Vec<&str> {
        world.platform("H".into()).unwrap().shares.iter().map(|(_, person)| person.as_str()).collect()
    };
    assert_eq!(with(&shared), ["Ana", "Ben"]);
    assert_eq!(with(&played(&shared, &[ana().removes_access("Ben"), ana().removes("Ben")])), ["Ana"]);
}
