//! What is offered as a cure is one: it can be done now, or says which earlier obstacle stands in its way (7.1).

use crate::support::*;
use crossinvite::access::{Check, Question, cure, diff::questions, explain};
use crossinvite::content::{BuiltIn, Loaded};
use crossinvite::decide;
use crossinvite::domain::{AccessRole, Code, Command, GrantTerms, InvitedRole, Refusal, RoleId, UserRight, World};

/// Does the refusal name what this check is about, or a reason behind it?
fn names(world: &World, refusal: &Refusal, check: &Check) -> bool {
    let is_here = refusal.platform == Some(check.at);
    let is_same = match (refusal.code, check.code) {
        (Code::AccessRemoved, Code::HomeAccessRemoved) => true,
        // Not in the state the act needs (7.1): nobody can be picked before accepting, or without the role (E13).
        (Code::NoMatch, Code::Pending) => refusal.role.is_none(),
        (Code::NoMatch, Code::CsvNotUsable) => refusal.role == Some(RoleId::csv()),
        (refused, failing) => refused == failing,
    };
    let behind = || explain(world, check.follow?).failing().any(|check| names(world, refusal, check)).then_some(());
    is_same && is_here || behind().is_some()
}

/// The cures of one world that are neither possible nor refused for an earlier reason, in words.
fn misleading(world: &World, label: &str) -> Vec<String> {
    let mut found = Vec::new();
    let everybody = world.people().flat_map(|person| world.platforms().map(|platform| (person.id, platform.id)));
    for question in everybody.flat_map(|(person, platform)| questions(world, person, platform)) {
        let explanation = explain(world, question);
        let failing: Vec<&Check> = explanation.failing().collect();
        for (place, check) in failing.iter().enumerate() {
            let Some(command) = cure(world, question, check) else { continue };
            // To accept is the last act, though what it lacks stands after it in the order of the reasons (E12).
            let others = if check.code == Code::Pending { &failing[..] } else { &failing[..place] };
            match decide::decide(world, &command) {
                Ok(events) if !events.is_empty() => {}
                Err(refusal) if others.iter().any(|check| names(world, &refusal, check)) => {}
                outcome => {
                    found.push(format!("{label}: {question:?}: {:?} by {command:?}: {outcome:?}", check.code));
                }
            }
        }
    }
    found
}

#[test]
fn a_cure_that_is_offered_can_be_done_or_names_an_earlier_obstacle() {
    let mut found = Vec::new();
    for entry in BuiltIn::all() {
        let Ok(Loaded::Rehearsal { rehearsal, start }) = entry.load() else { panic!("{}", entry.id) };
        let solution: Vec<Command> = rehearsal.solution().cloned().collect();
        let mut world = *start;
        found.extend(misleading(&world, &format!("{} at the start", entry.id)));
        for (index, command) in solution.iter().enumerate() {
            (world, _) = decide::act(&world, command).expect("a step of the solution");
            found.extend(misleading(&world, &format!("{} after {}", entry.id, index + 1)));
        }
    }
    assert_eq!(found.len(), 0, "{:#?}", found.iter().take(40).collect::<Vec<_>>());
}

/// What is offered for this obstacle of the question, which must be among its reasons.
#[track_caller]
fn check_cure(world: &World, question: Question, code: Code, expected: impl Into<Option<Command>>) {
    let expected = expected.into();
    let explanation = explain(world, question);
    let check = explanation.failing().find(|check| check.code == code);
    let check = check.unwrap_or_else(|| panic!("{code:?} is no reason\n{:#?}", explanation.checks));
    assert_eq!(cure(world, question, check), expected, "{question:?}: {code:?}");
}

fn invites_ben(roles: &[InvitedRole]) -> Option<Command> {
    Some(ana().invites(BEN_MAIL, UserRight::External, roles))
}

// R15, R50, R98, F43: without license where the guest may bring one, with one while that is not allowed
#[test]
fn who_is_not_invited_is_invited_with_what_the_role_needs() {
    let asked = role("Ben", "H", XWA);
    check_cure(&su(), asked, Code::NotInvited, invites_ben(&[own(CSV), own(IFW), own(XWA)]));
    check_cure(&b0(), asked, Code::NotInvited, invites_ben(&[taken(CSV), taken(IFW), taken(XWA)]));
    check_cure(&su(), space("Ben", "H", "Hull-7"), Code::NotInvited, invites_ben(&[own(CSV), own(IFW)]));
    // What only a member can get takes an invitation first; what the platform allows does not
    check_cure(&su(), asked, Code::RoleNotGranted, invites_ben(&[own(CSV), own(IFW), own(XWA)]));
    check_cure(&su(), space("Ben", "H", "Hull-7"), Code::NoMembership, invites_ben(&[own(CSV), own(IFW)]));
    check_cure(&b0(), asked, Code::HostOptionOff, Some(ana().allows_roles_without_license()));
}

// R23, R109: what the platform does not own comes only while roles without license are allowed
#[test]
fn an_invitation_has_what_the_platform_can_grant() {
    check_cure(&b0(), role("Ben", "H", "XWB"), Code::NotInvited, Some(ana().allows_roles_without_license()));
    let invites = actor("Kim", "K").invites(BEN_MAIL, UserRight::External, &[taken(IFW)]);
    check_cure(&with_k(&b0()), can_connect("Ben", "K"), Code::NotInvited, Some(invites));
}

// R19, R98: whoever has a license elsewhere gets the role without one, whoever has none gets one
#[test]
fn a_role_is_granted_on_the_terms_that_fit_the_person() {
    let world = played(&w1(), &[ana().ungrants("Ben", XWA)]);
    let without = Some(ana().grants("Ben", XWA, GrantTerms::without_license()));
    check_cure(&world, role("Ben", "H", XWA), Code::RoleNotGranted, without);
    let with = Some(ana().grants("Cleo", XWA, GrantTerms::with_license()));
    check_cure(&world, role("Cleo", "H", XWA), Code::RoleNotGranted, with);
}

// R9, R13, R14, F35: the home allows roles without license before the use of one is free
#[test]
fn the_switch_of_a_license_is_turned_where_the_option_is_on() {
    let invites = ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW), taken(CSV)]);
    let world = played(&b0(), &[invites, ana().allows_roles_without_license(), ana().takes_back("Ben", IFW)]);
    let allows = Some(gus().allows_roles_without_license());
    check_cure(&world, can_connect("Ben", "H"), Code::HomeOptionOff, allows.clone());
    check_cure(&world, can_connect("Ben", "H"), Code::HomeLicenseRestricted, allows);
    let world = played(&w1(), &[gus().restricts("Ben", IFW)]);
    check_cure(&world, can_connect("Ben", "H"), Code::HomeLicenseRestricted, Some(gus().frees("Ben", IFW)));
    check_cure(&world, space("Ben", "H", "Hull-7"), Code::CsvNotUsable, None);
    let fixed = [pool("G", "XEN", 2, 365), gus().grants("Ben", "XEN", GrantTerms::with_license())];
    check_cure(&played(&w1(), &fixed), role("Ben", "H", "XEN"), Code::HomeLicenseRestricted, None);
}

// R85, R98, F13: access comes back first, then the role is granted, then a license is assigned
#[test]
fn a_license_is_assigned_where_the_person_is_a_member_with_the_role() {
    let asked = role("Ben", "H", XWA);
    let bare = played(&w1(), &[gus().takes_back("Ben", XWA)]);
    check_cure(&bare, asked, Code::HomeNoLicense, Some(gus().assigns("Ben", XWA)));
    let ungranted = played(&bare, &[gus().ungrants("Ben", XWA)]);
    let grants = gus().grants("Ben", XWA, GrantTerms::with_license());
    check_cure(&ungranted, asked, Code::HomeNoLicense, Some(grants));
    let removed = played(&bare, &[gus().removes_access("Ben")]);
    check_cure(&removed, asked, Code::HomeNoLicense, Some(gus().gives_back("Ben")));
}

// R83, F13, F61, R91, R95, R40: the other obstacles, each with its one act
#[test]
fn each_obstacle_has_its_act() {
    check_cure(&invited(), role("Ben", "H", XWA), Code::Pending, Some(ben().accepts()));
    let removed = played(&w1(), &[ana().removes_access("Ben"), gus().removes_access("Ben")]);
    check_cure(&removed, role("Ben", "H", IFW), Code::AccessRemoved, Some(ana().gives_back("Ben")));
    check_cure(&removed, role("Ben", "H", IFW), Code::HomeAccessRemoved, Some(gus().gives_back("Ben")));
    let late = played(&w1(), &[clock(366)]);
    check_cure(&late, role("Ben", "H", IFW), Code::HomeLicenseExpired, Some(pool("G", IFW, 2, 366 + 365)));
    let adds = Some(ana().adds("Dock", person("Ben"), whole(AccessRole::Author)));
    check_cure(&w1(), space("Ben", "H", "Dock"), Code::NoMembership, adds);
}
