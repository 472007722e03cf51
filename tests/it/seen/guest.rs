//! The guide of the guest with licenses of their own (R1–R24).

use super::{ALDERMOOR, BEN, BRIGHTWELL, follow, until};
use crate::screen::*;

const SWYMER: &str = "3DSwymer (Collaborative Business Innovator)";
const STANDARD: &str = "3DEXPERIENCE SOLIDWORKS Standard";

/// The guide played to its end.
fn at_work(screen: &mut Screen) {
    while screen.sees(GUIDE, "Do it as") {
        follow(screen);
    }
}

// R3, R8, R9, R14, R66
#[test]
fn with_one_side_set_up_the_licenses_stay_at_home() {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    assert!(screen.lane("3DSwymer").contains("cut at Brightwell"), "{}", screen.lane("3DSwymer"));
    screen.toggle(BRIGHTWELL, OPTION);
    assert!(screen.lane("3DSwymer").contains("Restrict Usage is on"), "{}", screen.lane("3DSwymer"));
    screen.picture("seen-one-side");
}

// R11, R12, R71
#[test]
fn the_restriction_is_lifted_person_by_person_by_an_administrator_of_the_home() {
    let mut screen = Screen::open("own-license");
    screen.toggle(BRIGHTWELL, OPTION);
    let switch = "Restrict Usage to this Platform, 3DSwymer";
    assert!(screen.is_on(BRIGHTWELL, switch) && screen.is_enabled(BRIGHTWELL, switch), "on at first");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.click(BRIGHTWELL, "Members");
    screen.see(BRIGHTWELL, "Ben is not an administrator here. Ask Gus.");
    screen.does_not_see(BRIGHTWELL, "Restrict Usage");
    screen.pick(BRIGHTWELL, "Signed in: ", "Gus Lindqvist · Administrator");
    screen.click(BRIGHTWELL, "Members");
    screen.toggle(BRIGHTWELL, switch);
    screen.see(TIMELINE, "Gus lets Ben take the 3DSwymer license along");
    assert!(screen.is_on(BRIGHTWELL, "Restrict Usage to this Platform, Industry Innovator"), "license by license");
    screen.picture("seen-home-switch");
}

// R4, R15, R28, R29
#[test]
fn whoever_is_no_administrator_is_told_whom_to_ask() {
    let mut screen = Screen::open("own-license");
    assert!(screen.is_enabled(ALDERMOOR, "Invite members…") && screen.is_enabled(ALDERMOOR, OPTION));
    screen.pick(ALDERMOOR, "Signed in: ", "Cleo Brandt · Member");
    screen.click(ALDERMOOR, "Members");
    screen.see(ALDERMOOR, "Signed in: Cleo");
    screen.see(ALDERMOOR, "Cleo is not an administrator here. Ask Ana.");
    for hidden in ["Invite members…", "Configure Members Options"] {
        screen.does_not_see(ALDERMOOR, hidden);
    }
    screen.picture("seen-no-administrator");
}

// R17, R21, R46, R47, R49, R72, R73, R75
#[test]
fn the_address_the_right_and_what_the_guest_told() {
    let mut screen = Screen::open("consultant");
    screen.click(ALDERMOOR, "Invite members…");
    assert!(!screen.is_enabled(WIZARD, "Next"), "an address is missing");
    assert_eq!(screen.reason(WIZARD, "Next").as_deref(), Some("Type the address the person signs in with at home."));
    screen.see(WIZARD, "Theo: “My address is theo@larkfield.example.");
    screen.type_into(WIZARD, "User email", "theo@larkfield.example");
    screen.see(WIZARD, "theo@larkfield.example: new here");
    assert!(screen.is_chosen(WIZARD, "External"), "what a guest is, unless somebody chooses otherwise");
    for right in ["Member", "Administrator"] {
        assert!(screen.is_enabled(WIZARD, right) && !screen.is_chosen(WIZARD, right), "{right}");
    }
    screen.picture("seen-address");
    screen.type_over(WIZARD, "User email", "theo@larkfeld.example");
    screen.see(WIZARD, "nobody in this rehearsal signs in with this address");
    screen.type_over(WIZARD, "User email", "cleo@aldermoor.example");
    screen.see(WIZARD, "already a member here");
    screen.click(WIZARD, "Cancel");
    screen.see(ALDERMOOR, "Members | 2");
    screen.see(TIMELINE, "now: Start");
}

// R22, R23, R48, R50, R74, R76
#[test]
fn assign_license_starts_on_and_is_switched_off_role_by_role() {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    screen.invite_to_roles(ALDERMOOR, BEN);
    screen.see(WIZARD, "Available roles with licenses");
    screen.see(WIZARD, "Available roles without any license");
    screen.click(WIZARD, STANDARD);
    screen.see(WIZARD, "3DEXPERIENCE SOLIDWORKS Professional");
    screen.see(WIZARD, "no license here");
    for role in [SWYMER, "Collaborative Industry Innovator", STANDARD] {
        let assign = format!("Assign License, {role}");
        assert!(screen.is_on(WIZARD, &assign), "on at first: {role}");
        screen.toggle(WIZARD, &assign);
    }
    screen.picture("seen-assign-off");
    screen.click(WIZARD, "Next");
    screen.see(WIZARD, "3 roles granted");
    screen.see(WIZARD, "no license of Aldermoor is taken");
}

// R19, R20, R77
#[test]
fn another_role_covers_nothing() {
    let mut screen = Screen::open("d12");
    let about = screen.texts(BOARD).into_iter().find(|text| text.contains("Professional at Aldermoor: ")).unwrap();
    screen.click(BOARD, &about);
    screen.click(WHY, "Look at the checks");
    screen.see(WHY, "Ben holds no SOLIDWORKS Professional license at home");
    assert_eq!(screen.lane("SOLIDWORKS Professional"), "does not arrive");
    assert_eq!(screen.board("3DEXPERIENCE SOLIDWORKS Professional", "Aldermoor"), "cut");
    assert_eq!(screen.board(STANDARD, "Brightwell"), "own license", "the license he has is another one");
    screen.picture("seen-other-role");
}

// R1, R2, R13, R24, R54, R57, R62, R95
#[test]
fn the_guest_is_at_work_on_licenses_from_home() {
    let mut screen = Screen::open("own-license");
    let pools = [screen.counters(ALDERMOOR), screen.counters(BRIGHTWELL)];
    at_work(&mut screen);
    screen.see(BRIDGE, "Ben Okafor, works here now");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
    for role in [SWYMER, STANDARD] {
        assert_eq!(screen.board(role, "Aldermoor"), "own license", "{role}");
    }
    screen.see(ALDERMOOR, "Hull-7 lines plan");
    screen.does_not_see(BRIGHTWELL, "Hull-7 lines plan");
    screen.see(ALDERMOOR, "Why? 3DEXPERIENCE SOLIDWORKS Standard: own license");
    screen.picture("seen-at-work");
    screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    screen.click(ALDERMOOR, "Members");
    screen.click(BRIGHTWELL, "Members");
    assert_eq!([screen.counters(ALDERMOOR), screen.counters(BRIGHTWELL)], pools, "no license moved");
}

// R51, R83, R84
#[test]
fn an_invitation_comes_by_mail_and_as_a_notification_and_leads_to_the_list_of_platforms() {
    let mut screen = Screen::open("own-license");
    until(&mut screen, "Ben accepts");
    screen.see(ALDERMOOR, "External (Pending)");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    let platforms = |screen: &mut Screen| {
        screen.drop_down(BRIGHTWELL, "Signed in: ");
        let lines = screen.lines();
        screen.key(egui::Key::Escape);
        lines.contains(&ALDERMOOR.to_owned())
    };
    assert!(!platforms(&mut screen), "not before he accepts");
    screen.click(BRIGHTWELL, "Mail");
    screen.see(BRIGHTWELL, "Accept invitation (Notification)");
    screen.see(BRIGHTWELL, "Accept invitation (Email)");
    screen.picture("seen-mail");
    screen.click(BRIGHTWELL, "Accept invitation (Notification)");
    assert!(platforms(&mut screen), "the host is in the list");
    screen.pick(BRIGHTWELL, "Signed in: ", ALDERMOOR);
    screen.see(ALDERMOOR, "Signed in: Ben");
    screen.see(BRIDGE, "Ben Okafor, not here now");
}
