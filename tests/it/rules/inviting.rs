//! Inviting: who, whom, with which roles, and what follows at once.

use crate::support::Answer::{Level, No, Usable, Yes};
use crate::support::*;
use crossinvite::decide;
use crossinvite::domain::{Code::*, *};

const EXTERNAL: UserRight = UserRight::External;

/// R15, R21, R46, R51, R72, R113: sending makes the person Pending, with everything that belongs to it, in one act.
#[test]
fn sending_makes_a_pending_member_with_roles_and_messages() {
    let (platform, person) = ("H".into(), "Ben".into());
    let message = |kind| Event::MessageSent { person, message: Message { kind, platform, from: "Ana".into() } };
    let events = vec![
        Event::MemberAdded {
            platform,
            person,
            membership: Membership::Pending,
            right: EXTERNAL,
            location: None,
            organizations: [].into(),
        },
        Event::RoleGranted { platform, person, role: CSV.into() },
        Event::RoleGranted { platform, person, role: IFW.into() },
        message(MessageKind::InvitationEmail),
        message(MessageKind::InvitationNotification),
    ];
    check(&su(), ana().invites(BEN_MAIL, EXTERNAL, &[own(IFW), own(CSV)]), Ok(events));
}

/// R1, R24, R25, R54, R66, R86: the whole of it, both sides set up, opens the platform to somebody from another one.
#[test]
fn with_both_sides_set_up_the_guest_gets_in() {
    let one_side_only = played(&b0(), &[ana().allows_roles_without_license()]);
    let invite = ana().invites(BEN_MAIL, EXTERNAL, &own_license_roles());
    let one_side_only = played(&one_side_only, std::slice::from_ref(&invite));
    check(&one_side_only, ben().accepts(), Err((HomeOptionOff, "G")));
    let other_side_only = played(&b0(), &[gus().allows_roles_without_license(), gus().frees("Ben", IFW)]);
    check(&other_side_only, invite.clone(), Err((SwitchHidden, "H")));
    let both = played(&su(), &[invite, ben().accepts()]);
    check_access(&both, can_connect("Ben", "H"), Yes);
    for brought in [IFW, CSV, XWA] {
        check_access(&both, role("Ben", "H", brought), Usable("G"));
    }
    check_pools_unchanged(&su(), &both);
}

/// R28, R29: a member and a guest cannot invite.
#[test]
fn only_administrators_invite() {
    let invite = |who: Actor| who.invites("zoe@elsewhere.example", EXTERNAL, &own_license_roles());
    for who in [cleo(), ben(), gus().at("H")] {
        check(&w1(), invite(who), Err((NotAdministrator, "H")));
    }
}

/// R11: the restriction is an administrator's switch at home; the guest needs that right there (C9).
#[test]
fn the_invitee_lifts_the_restriction_only_as_an_administrator_at_home() {
    let start = played(&b0(), &[gus().allows_roles_without_license()]);
    let lift = || ben().at("G").frees("Ben", IFW);
    check(&start, lift(), Err((NotAdministrator, "G")));
    // An administrator of the host is none at home.
    check(&start, ana().at("G").frees("Ben", IFW), Err((NotAdministrator, "G")));
    played(&start, &[gus().makes("Ben", UserRight::Administrator), lift()]);
}

/// R17: the address is the identity; case and blanks do not count, anything else does.
#[test]
fn the_address_is_the_identity() {
    let world = played(&su(), &[ana().invites(" Ben@Brightwell.example ", EXTERNAL, &own_license_roles())]);
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Pending));
    let other = played(&su(), &[ana().invites("ben.b@brightwell.example", EXTERNAL, &own_license_roles())]);
    assert_eq!(state(&other, "Ben", "H"), None);
    check_access(&other, can_connect("ben.b@brightwell.example", "H"), No(&[NoLicenseAnywhere]));
}

/// R73: without an address nothing goes on.
#[test]
fn an_empty_address_is_refused() {
    check(&su(), ana().invites("  ", EXTERNAL, &own_license_roles()), Err((EmailMissing, "H")));
    check(&su(), ana().invites_all(&[], EXTERNAL, &own_license_roles()), Err((EmailMissing, "H")));
    check(&su(), ana().invites_all(&[BEN_MAIL, ""], EXTERNAL, &own_license_roles()), Err((EmailMissing, "H")));
}

/// R17: what has not the form of an address is none, wherever it comes from.
#[test]
fn what_is_no_address_is_refused() {
    for odd in
        ["z0", "@brightwell.example", "zoe@", "zoe@elsewhere@example", "zoe @elsewhere.example", "zoe@else where"]
    {
        check(&su(), ana().invites(odd, EXTERNAL, &own_license_roles()), Err((EmailMissing, "H")));
        check(&su(), ana().invites_all(&[BEN_MAIL, odd], EXTERNAL, &own_license_roles()), Err((EmailMissing, "H")));
        let unknown = decide::decide(&su(), &add_person("Zoe", odd)).unwrap_err();
        assert_eq!((unknown.code, unknown.person), (EmailMissing, Some("Zoe".into())), "{odd}");
    }
}

/// F10: ten addresses in one invitation, and not one more.
#[test]
fn an_invitation_goes_to_ten_addresses_at_most() {
    let addresses: Vec<String> = (0..11).map(|nth| format!("new-{nth}@elsewhere.example")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let world = played(&su(), &[ana().invites_all(&addresses[..10], EXTERNAL, &own_license_roles())]);
    assert_eq!(world.platform("H".into()).unwrap().members.len(), 12);
    check(&su(), ana().invites_all(&addresses, EXTERNAL, &own_license_roles()), Err((EmailMissing, "H")));
    // Whoever may not invite at all is told that first (E12).
    check(&su(), cleo().invites_all(&addresses, EXTERNAL, &own_license_roles()), Err((NotAdministrator, "H")));
}

/// R112, R86: whoever is pending or active here is not invited again.
#[test]
fn a_member_is_not_invited_again() {
    for world in [invited(), w1()] {
        let refusal = refused(&world, ana().invites(BEN_MAIL, EXTERNAL, &[own(IFW)]), AlreadyMember, "H");
        assert_eq!(refusal.person, Some("Ben".into()));
    }
    check(&su(), ana().invites("cleo@aldermoor.example", EXTERNAL, &[own(IFW)]), Err((AlreadyMember, "H")));
}

/// R87: several addresses in one invitation have one fate.
#[test]
fn several_addresses_have_one_fate() {
    let both = [BEN_MAIL, "zoe@elsewhere.example"];
    let invite = |roles: &[InvitedRole]| ana().invites_all(&both, EXTERNAL, roles);
    let world = played(&su(), &[invite(&[taken(IFW), own(CSV)])]);
    check_pools(&world, "H", &[(IFW, "4/4"), (CSV, "2/4")]);
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Pending));
    assert_eq!(state(&world, "zoe@elsewhere.example", "H"), Some(Membership::Pending));
    // One license of XWA remains: enough for one of them, so neither is invited.
    check(&su(), invite(&[taken(IFW), own(CSV), taken(XWA)]), Err((NotEnoughLicenses, "H")));
    check(&invited(), invite(&own_license_roles()), Err((AlreadyMember, "H")));
    let twice = played(&su(), &[ana().invites_all(&[BEN_MAIL, BEN_MAIL], EXTERNAL, &[taken(IFW)])]);
    check_pools(&twice, "H", &[(IFW, "3/4")]);
}

/// R47, R75: the inviter chooses the user right (C27).
#[test]
fn the_inviter_chooses_the_right() {
    for right in UserRight::ALL {
        let world = played(&su(), &[ana().invites(BEN_MAIL, right, &own_license_roles())]);
        assert_eq!(world.member("Ben".into(), "H".into()).unwrap().right, right);
    }
}

/// R128, C34: the invitee can be put into a declared organization, and only a declared one.
#[test]
fn the_organization_of_an_invitee_must_be_declared() {
    let invite = |organization| ana().invites_into(BEN_MAIL, organization, &own_license_roles());
    check(&su(), invite("Brightwell"), Err((UnknownOrganization, "H")));
    let declared = played(&su(), &[add_organization("H", "Brightwell", OrganizationKind::Supplier)]);
    let world = played(&declared, &[invite("Brightwell")]);
    let member = world.member("Ben".into(), "H".into()).unwrap();
    assert_eq!(member.organizations, ["Brightwell".into()].into());
    // An external works in a space, under that organization.
    let world = played(&world, &[ana().adds("Dock", person("Ben"), whole(AccessRole::Author)), ben().accepts()]);
    assert_eq!(credentials(&world, "H", "Dock", "Ben"), Some(vec!["Brightwell-Author".into()]));
    check_access(&world, space("Ben", "H", "Dock"), Level("Author"));
}

/// R48: the inviter chooses the roles, and the invitee is granted these and no others.
#[test]
fn the_inviter_chooses_the_roles() {
    for chosen in [&[IFW][..], &[IFW, CSV], &[IFW, XWA, CREATOR]] {
        let roles: Vec<InvitedRole> = chosen.iter().map(|role| own(role)).collect();
        let world = played(&su(), &[ana().invites(BEN_MAIL, EXTERNAL, &roles)]);
        let granted = &world.member("Ben".into(), "H".into()).unwrap().grants;
        assert_eq!(*granted, chosen.iter().map(|role| RoleId::new(role)).collect());
    }
}

/// R48, F40: IFW belongs to every invitation.
#[test]
fn an_invitation_without_the_base_role_is_refused() {
    check(&su(), ana().invites(BEN_MAIL, EXTERNAL, &[]), Err((BaseRoleRequired, "H")));
    check(&su(), ana().invites(BEN_MAIL, EXTERNAL, &[own(CSV)]), Err((BaseRoleRequired, "H")));
    played(&su(), &[ana().invites(BEN_MAIL, EXTERNAL, &[own(IFW)])]);
}

/// R22, R23, R109: a role the host does not own is invited from the lower list, when it is not linked.
#[test]
fn the_lower_list_holds_roles_that_are_not_linked() {
    let invite = |role| ana().invites(BEN_MAIL, EXTERNAL, &[own(IFW), own(CSV), own(role)]);
    played(&su(), &[invite("XWB")]);
    let refusal = refused(&su(), invite("XEN"), RoleNotListed, "H");
    assert_eq!(refusal.role, Some("XEN".into()));
    // D5: with the option off there is no lower list at all.
    let licensed = ana().invites(BEN_MAIL, EXTERNAL, &[taken(IFW), taken(CSV), taken("XWB")]);
    check(&b0(), licensed, Err((RoleNotListed, "H")));
    check(&su(), invite("???"), Err((NoMatch, "H")));
}

/// R23, R97: the order of the refusals; the first in the order of the codes is the headline.
#[test]
fn the_first_obstacle_is_the_headline_and_the_others_follow() {
    let invite = ana().invites(BEN_MAIL, EXTERNAL, &[taken(IFW), own(CSV), taken("XEN")]);
    let refusal = refused(&b0(), invite, RoleNotListed, "H");
    assert_eq!(refusal.further, [SwitchHidden]);
    // Several things wrong at once: who acts comes before whom, whom before what.
    check(&b0(), cleo().invites("", EXTERNAL, &[]), Err((NotAdministrator, "H")));
    check(&b0(), ana().invites_all(&["", "cleo@aldermoor.example"], EXTERNAL, &[]), Err((EmailMissing, "H")));
    check(&b0(), ana().invites("cleo@aldermoor.example", EXTERNAL, &[]), Err((AlreadyMember, "H")));
    check(&b0(), ana().invites_into(BEN_MAIL, "Nowhere", &[]), Err((UnknownOrganization, "H")));
}

/// R45, R94: without the option an invitation takes licenses of the host; with it, it need not.
#[test]
fn without_the_option_an_invitation_takes_licenses() {
    check(&b0(), ana().invites(BEN_MAIL, EXTERNAL, &own_license_roles()), Err((SwitchHidden, "H")));
    let world = played(&b0(), &[ana().invites(BEN_MAIL, EXTERNAL, &[taken(IFW), taken(CSV)])]);
    check_pools(&world, "H", &[(IFW, "3/4"), (CSV, "3/4")]);
    let free = played(&su(), &[ana().invites(BEN_MAIL, EXTERNAL, &own_license_roles())]);
    check_pools_unchanged(&su(), &free);
}

/// R27, R57, R77: the host cannot see what the guest holds; the invitation is sent whatever it is.
#[test]
fn an_invitation_does_not_ask_what_the_guest_holds() {
    let roles = [own(IFW), own(CSV), own("XWB")];
    let world = played(&su(), &[ana().invites("zoe@elsewhere.example", EXTERNAL, &roles)]);
    check_pools_unchanged(&su(), &world);
    let ben = played(&su(), &[ana().invites(BEN_MAIL, EXTERNAL, &roles), ben().accepts()]);
    check_access(&ben, role("Ben", "H", "XWB"), No(&[HomeNoLicense]));
    check_reason_at(&ben, role("Ben", "H", "XWB"), HomeNoLicense, "G");
}

/// R83: an e-mail always, a notification where there is a platform to see it on.
#[test]
fn who_is_on_no_platform_gets_the_email_only() {
    let world = played(&su(), &[ana().invites("zoe@elsewhere.example", EXTERNAL, &own_license_roles())]);
    assert_eq!(messages(&world, "zoe@elsewhere.example"), [MessageKind::InvitationEmail]);
    // So there is no notification to accept from.
    let unseen = actor("zoe@elsewhere.example", "H").does(Act::AcceptInvitation { via: Via::Notification });
    check(&world, unseen, Err((NoMatch, "H")));
    let known = [MessageKind::InvitationEmail, MessageKind::InvitationNotification];
    assert_eq!(messages(&invited(), "Ben"), known);
    let again = played(&invited(), &[ana().resends("Ben")]);
    assert_eq!(messages(&again, "Ben"), [known, known].concat());
}

/// R113, F12: only a pending invitation can be sent again, or taken back.
#[test]
fn only_a_pending_invitation_is_resent_or_taken_back() {
    let both = |who: Actor| [who.resends("Ben"), who.cancels("Ben")];
    for (resend_or_cancel, by_a_member) in both(ana()).into_iter().zip(both(cleo())) {
        check(&invited(), by_a_member, Err((NotAdministrator, "H")));
        check(&su(), resend_or_cancel.clone(), Err((NotInvited, "H")));
        check(&w1(), resend_or_cancel.clone(), Err((NoMatch, "H")));
        let gone = played(&w1(), &[ana().removes_access("Ben")]);
        check(&gone, resend_or_cancel, Err((AccessRemoved, "H")));
    }
    let gone = played(&invited(), &[ana().cancels("Ben")]);
    assert_eq!(state(&gone, "Ben", "H"), None);
    check(&gone, ben().accepts(), Err((NotInvited, "H")));
}

/// E5: what a cancelled invitation took goes back, its places in spaces too.
#[test]
fn a_cancelled_invitation_leaves_nothing_behind() {
    let before = b0();
    let invite = ana().invites(BEN_MAIL, UserRight::Member, &[taken(IFW), taken(CSV)]);
    let add = ana().adds("Hull-7", person("Ben"), whole(AccessRole::Author));
    let world = played(&before, &[invite, add, ana().cancels("Ben")]);
    assert_eq!(world.platform("H".into()), before.platform("H".into()));
}

/// R113, R83: accepting is the first connection; afterwards there is nothing to accept.
#[test]
fn an_invitation_is_accepted_once() {
    let via_notification = ben().does(Act::AcceptInvitation { via: Via::Notification });
    let world = played(&invited(), &[via_notification]);
    assert_eq!(state(&world, "Ben", "H"), Some(Membership::Active));
    check(&world, ben().accepts(), Err((AlreadyMember, "H")));
    check(&invited(), cleo().at("G").accepts(), Err((NotInvited, "G")));
}

/// R113: a login that fails leaves the membership pending; the other reading makes it Active first (C29).
#[test]
fn acceptance_asks_the_gate_unless_read_otherwise() {
    let closed = played(&invited(), &[gus().restricts("Ben", IFW)]);
    check(&closed, ben().accepts(), Err((HomeLicenseRestricted, "G")));
    let mut first = played(&closed, &[reading(Reading::AcceptFirst)]);
    play(&mut first, &ben().accepts());
    assert_eq!(state(&first, "Ben", "H"), Some(Membership::Active));
    assert_eq!(works_on(&first, "Ben"), None);
    check(&first, ben().switches(), Err((HomeLicenseRestricted, "G")));
}

/// R55: two opposite invitations do not touch each other.
#[test]
fn platforms_are_host_and_home_at_once() {
    let before = w1();
    let opposite = [
        ana().frees("Cleo", IFW),
        ana().frees("Cleo", CSV),
        gus().invites("cleo@aldermoor.example", EXTERNAL, &[own(IFW), own(CSV)]),
        cleo().at("G").accepts(),
    ];
    let world = played(&before, &opposite);
    check_access(&world, role("Cleo", "G", CSV), Usable("H"));
    check_access(&world, role("Ben", "H", XWA), Usable("G"));
    check_pools_unchanged(&before, &world);
    for platform in ["H", "G"] {
        assert_eq!(world.member("Ben".into(), platform.into()), before.member("Ben".into(), platform.into()));
    }
}

/// R83: the end of the path; the roles are there at once, without any further act of the host (R61).
#[test]
fn after_acceptance_the_roles_are_there() {
    let world = played(&invited(), &[ben().accepts()]);
    for brought in [IFW, CSV, XWA] {
        check_access(&world, role("Ben", "H", brought), Usable("G"));
    }
}
