//! The options of a platform: who sets them, what they allow, when they cannot go.

use crate::support::Answer::{Level, No, Usable, Yes};
use crate::support::*;
use crossinvite::access::{Hidden, assign_switch, restrict_switch};
use crossinvite::domain::{Code::*, MemberOption::*, *};
use std::collections::BTreeSet;

/// R3, R8, R9, R44, R93, R110: the option is set as one act and holds at once.
#[test]
fn an_administrator_turns_the_option_on() {
    let event = Event::OptionSet { platform: "H".into(), option: GrantWithoutLicense, on: true };
    check(&b0(), ana().allows_roles_without_license(), Ok(vec![event]));
    let invite = ana().invites(BEN_MAIL, UserRight::External, &own_license_roles());
    check(&b0(), invite.clone(), Err((SwitchHidden, "H")));
    played(&b0(), &[ana().allows_roles_without_license(), invite]);
}

/// R4, R28, R29: every act of administration asks for an Active Administrator of that platform.
#[test]
fn only_an_active_administrator_of_the_platform_sets_options() {
    let act = |who: Actor| who.sets(MemberInvitations, true);
    for outsider in [cleo(), ben(), gus().at("H"), actor("nobody", "H")] {
        let refusal = refused(&b0(), act(outsider), NotAdministrator, "H");
        assert_eq!(refusal.person, Some(outsider.who));
    }
    let administrator = ana().invites(BEN_MAIL, UserRight::Administrator, &own_license_roles());
    let pending = played(&su(), &[administrator]);
    check(&pending, act(ben()), Err((NotAdministrator, "H")));
    let active = played(&pending, &[ben().accepts()]);
    let by_the_guest = played(&active, &[act(ben())]);
    let without_access = played(&by_the_guest, &[ana().removes_access("Ben")]);
    check(&without_access, act(ben()), Err((NotAdministrator, "H")));
}

/// R4: an administrator, too, has to be able to sign in.
#[test]
fn an_administrator_whose_base_role_expired_is_not_signed_in() {
    let expired = played(&b0(), &[clock(366)]);
    for act in [
        ana().sets(MemberInvitations, true),
        ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW)]),
        ana().sets_space(SpaceSetting::Reader, true),
        ana().adds("Hull-7", person("Cleo"), whole(AccessRole::Author)),
        ana().creates("Study"),
    ] {
        check(&expired, act, Err((NotSignedIn, "H")));
    }
    let renewed = played(&expired, &[pool("H", IFW, 4, 400)]);
    played(&renewed, &[ana().sets(MemberInvitations, true)]);
}

/// R89: any combination of the four options is a legal state.
#[test]
fn the_four_options_are_independent() {
    for combination in 0..16_u32 {
        let mut world = b0();
        for (bit, option) in MemberOption::ALL.into_iter().enumerate() {
            let on = combination & (1 << bit) != 0;
            if on {
                play(&mut world, &ana().sets(option, true));
            } else {
                already_so(&world, ana().sets(option, false));
            }
            assert_eq!(world.platform("H".into()).unwrap().has_option(option), on);
        }
    }
}

/// R97: while the option is off, both switches are hidden and every grant takes a restricted license.
#[test]
fn without_the_option_there_are_no_switches() {
    let world = played(&b0(), &[ana().ungrants("Ana", CREATOR)]);
    let unrestricted = GrantTerms { assign_license: true, restrict_usage: Some(false) };
    check(&world, ana().grants("Cleo", XWA, GrantTerms::without_license()), Err((SwitchHidden, "H")));
    check(&world, ana().grants("Cleo", CREATOR, unrestricted), Err((SwitchHidden, "H")));
    check(&world, ana().takes_back("Cleo", IFW), Err((SwitchHidden, "H")));
    check(&world, ana().assigns("Cleo", IFW), Err((SwitchHidden, "H")));
    check(&world, ana().frees("Cleo", IFW), Err((SwitchHidden, "H")));
    check(&world, ana().restricts("Cleo", IFW), Err((SwitchHidden, "H")));
    check(&world, ana().does(Act::SetDefaultRoles { roles: vec![own(IFW), taken(CSV)] }), Err((SwitchHidden, "H")));
    let granted = [
        Event::RoleGranted { platform: "H".into(), person: "Cleo".into(), role: CREATOR.into() },
        Event::LicenseAssigned { platform: "H".into(), person: "Cleo".into(), role: CREATOR.into(), restricted: true },
    ];
    check(&world, ana().grants("Cleo", CREATOR, GrantTerms::with_license()), Ok(granted.to_vec()));
}

/// R97, R98, R99: with the option on, both switches are there for the roles that have them.
#[test]
fn with_the_option_the_switches_appear() {
    let world = played(&su(), &[ana().takes_back("Ana", CREATOR)]);
    let unrestricted = GrantTerms { assign_license: true, restrict_usage: Some(false) };
    let world = played(&world, &[ana().grants("Cleo", CREATOR, unrestricted)]);
    let seat = |world: &World| world.platform("H".into()).unwrap().seat("Cleo".into(), CREATOR.into()).copied();
    assert_eq!(seat(&world), Some(Seat { restricted: false, first_use: None }));
    already_so(&world, ana().frees("Cleo", CREATOR));
    let world = played(&world, &[ana().restricts("Cleo", CREATOR)]);
    assert_eq!(seat(&world).map(|seat| seat.restricted), Some(true));
    let world = played(&world, &[ana().takes_back("Cleo", CREATOR)]);
    assert_eq!(seat(&world), None);
    // Without a license there is nothing to restrict (F5).
    check(&world, ana().restricts("Cleo", CREATOR), Err((SwitchHidden, "H")));
}

/// R100, R101 on a host: guests without licenses keep the option in use, pending and without access too (C20).
#[test]
fn guests_without_license_keep_the_option_in_use() {
    let off = || ana().sets(GrantWithoutLicense, false);
    let guests = ["Ben IFW", "Ben CSV", "Ben XWA"];
    for world in [invited(), w1(), played(&w1(), &[ana().removes_access("Ben")])] {
        let refusal = refused(&world, off(), OptionInUse, "H");
        assert_eq!(blocked_by(&refusal, BlockerReason::NoLicenseAssigned), guests);
        assert_eq!(blocked_by(&refusal, BlockerReason::UsageNotRestricted), [""; 0]);
    }
    played(&invited(), &[ana().cancels("Ben"), off()]);
    played(&w1(), &[ana().removes("Ben"), off()]);
    played(&w1(), &[ana().assigns("Ben", IFW), ana().assigns("Ben", CSV), ana().assigns("Ben", XWA), off()]);
}

/// R100, R101 on a home: own staff with free usage keep the option in use; licenses that are not linked are exempt.
#[test]
fn unrestricted_licenses_keep_the_option_in_use() {
    let off = || gus().sets(GrantWithoutLicense, false);
    let refusal = refused(&su(), off(), OptionInUse, "G");
    assert_eq!(blocked_by(&refusal, BlockerReason::UsageNotRestricted), ["Ben IFW", "Ben CSV"]);
    assert_eq!(blocked_by(&refusal, BlockerReason::NoLicenseAssigned), [""; 0]);
    let one_left = played(&su(), &[gus().restricts("Ben", IFW)]);
    let refusal = refused(&one_left, off(), OptionInUse, "G");
    assert_eq!(blocked_by(&refusal, BlockerReason::UsageNotRestricted), ["Ben CSV"]);
    let restricted_again = played(&one_left, &[gus().restricts("Ben", CSV), off()]);
    assert!(!restricted_again.platform("G".into()).unwrap().grants_without_license());
}

/// R100, R101: both groups stand in one list, and the linked reusable role counts as a platform license.
#[test]
fn both_groups_of_blockers_are_listed() {
    let world = played(&su(), &[gus().takes_back("Ben", XWA), gus().frees("Ben", SCULPTOR)]);
    let refusal = refused(&world, gus().sets(GrantWithoutLicense, false), OptionInUse, "G");
    assert_eq!(blocked_by(&refusal, BlockerReason::NoLicenseAssigned), ["Ben XWA"]);
    assert_eq!(blocked_by(&refusal, BlockerReason::UsageNotRestricted), ["Ben IFW", "Ben CSV", "Ben 3D-Sculptor"]);
    let first = refusal.blockers.first().map(|first| (first.reason, first.role));
    assert_eq!(first, Some((BlockerReason::NoLicenseAssigned, XWA.into())));
}

/// R101: default roles without license are no blocker (C20).
#[test]
fn default_roles_do_not_block_the_option() {
    let roles = Act::SetDefaultRoles { roles: vec![own(IFW), own(CSV)] };
    played(&b0(), &[ana().allows_roles_without_license(), ana().does(roles), ana().sets(GrantWithoutLicense, false)]);
}

/// R107, R108: the location is a field of the invitation while its option is on, with the offered locations only.
#[test]
fn a_location_can_be_chosen_only_while_its_option_is_on() {
    let invite = |location: &str| {
        ana().does(Act::Invite {
            emails: vec![Email::new(BEN_MAIL)],
            right: UserRight::External,
            location: Some(location.into()),
            organization: None,
            roles: own_license_roles().to_vec(),
        })
    };
    let offer = ana().does(Act::SetLocations { locations: vec!["Europe".into()] });
    check(&su(), invite("Europe"), Err((SwitchHidden, "H")));
    check(&su(), offer.clone(), Err((SwitchHidden, "H")));
    let open = played(&su(), &[ana().sets(PlatformLocations, true), offer]);
    check(&open, invite("Moon"), Err((NoMatch, "H")));
    let invited = played(&open, &[invite("Europe")]);
    let location = |world: &World| world.member("Ben".into(), "H".into()).unwrap().location;
    assert_eq!(location(&invited), Some("Europe".into()));
    let unchosen = played(&open, &[ana().invites(BEN_MAIL, UserRight::External, &own_license_roles())]);
    assert_eq!(location(&unchosen), None);
}

/// R68, R69, R70, R107: inviting from members and locations, on either side, bear on nobody's access (C2, C3).
#[test]
fn the_other_switches_of_the_guides_change_no_access() {
    for administrator in [ana(), gus()] {
        for option in [MemberInvitations, PlatformLocations] {
            let world = played(&w1(), &[administrator.sets(option, true)]);
            check_access(&world, can_connect("Ben", "H"), Yes);
            check_access(&world, role("Ben", "H", XWA), Usable("G"));
            check_access(&world, space("Ben", "H", "Hull-7"), Level("Author"));
            // Nor do they open what is closed.
            let closed = played(&w1(), &[gus().restricts("Ben", IFW), administrator.sets(option, true)]);
            check_access(&closed, can_connect("Ben", "H"), No(&[HomeLicenseRestricted]));
            check_access(&closed, space("Ben", "H", "Dock"), No(&[CsvNotUsable, NoMembership]));
        }
    }
}

/// R34, R36, R137, R149, R150, R151: space settings belong to the administrator.
#[test]
fn space_settings_belong_to_the_administrator() {
    for setting in SpaceSetting::ALL {
        let is_on = b0().platform("H".into()).unwrap().has_setting(setting);
        check(&b0(), cleo().sets_space(setting, !is_on), Err((NotAdministrator, "H")));
        already_so(&b0(), ana().sets_space(setting, is_on));
        let world = played(&b0(), &[ana().sets_space(setting, !is_on)]);
        assert_eq!(world.platform("H".into()).unwrap().has_setting(setting), !is_on);
    }
}

/// F8, C21: the base role is ticked and locked among the default roles, too.
#[test]
fn default_roles_contain_the_base_role() {
    let set = |roles: &[InvitedRole]| ana().does(Act::SetDefaultRoles { roles: roles.to_vec() });
    check(&b0(), set(&[taken(CSV)]), Err((BaseRoleRequired, "H")));
    check(&b0(), set(&[taken(IFW), taken("XEN")]), Err((RoleNotListed, "H")));
    already_so(&b0(), set(&[taken(CSV), taken(IFW)]));
    let world = played(&b0(), &[set(&[taken(IFW)])]);
    assert_eq!(world.platform("H".into()).unwrap().default_roles.len(), 1);
}

/// F2, F16: whoever looks for a switch finds one of that name.
#[test]
fn every_switch_and_every_right_has_a_name_of_its_own() {
    let names: Vec<&str> = MemberOption::ALL
        .iter()
        .flat_map(|option| [option.heading(), option.label()])
        .chain(SpaceSetting::ALL.iter().map(|setting| setting.label()))
        .chain([UserRight::Administrator, UserRight::Member, UserRight::External].map(UserRight::label))
        .collect();
    let different: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
    assert!(!different.contains(""));
}

/// R23, R97, F5, F34, F35: the two switches of a license, and why one is not offered.
#[test]
fn a_license_switch_is_offered_where_it_can_be_turned() {
    let assign =
        |world: &World, role: &str, on| assign_switch(world, world.platform("H".into()).unwrap(), role.into(), on);
    let restrict =
        |world: &World, role: &str, on| restrict_switch(world, world.platform("H".into()).unwrap(), role.into(), on);
    assert_eq!(assign(&b0(), XWA, true), Err(Hidden::OptionOff));
    for on in [true, false] {
        assert_eq!(assign(&su(), XWA, on), Ok(()));
        assert_eq!(assign(&su(), "XEN", on), Err(Hidden::Fixed));
    }
    assert_eq!(assign(&su(), "XWB", false), Err(Hidden::NoneOwned));
    assert_eq!(assign(&su(), "XWB", true), Ok(()), "what is assigned can be taken back");
    assert_eq!(restrict(&su(), CREATOR, true), Ok(()));
    assert_eq!(restrict(&su(), CREATOR, false), Err(Hidden::NotAssigned));
    assert_eq!(restrict(&su(), XWA, true), Err(Hidden::NotLinked));
    assert_eq!(restrict(&su(), "XEN", true), Err(Hidden::Fixed));
    assert_eq!(restrict(&b0(), CREATOR, true), Err(Hidden::OptionOff));
}

/// R97, R99: a license that is restricted anyway may be said to be so, while the switch is not offered.
#[test]
fn a_restricted_license_can_be_granted_as_restricted_without_the_option() {
    let terms = |restrict| GrantTerms { assign_license: true, restrict_usage: Some(restrict) };
    let world = played(&b0(), &[pool("H", CREATOR, 2, 365)]);
    played(&world, &[ana().grants("Cleo", CREATOR, terms(true))]);
    refused(&world, ana().grants("Cleo", CREATOR, terms(false)), SwitchHidden, "H");
}
