//! The guide of two platforms that work together (R54–R84).

use super::{ALDERMOOR, BEN, BRIGHTWELL, follow, until};
use crate::screen::*;

/// Cross-collaboration to its end: Cleo of Aldermoor works at Brightwell.
fn cleo_at_brightwell() -> Screen {
    let mut screen = Screen::open("cross-collaboration");
    while screen.sees(GUIDE, "Do it as") {
        follow(&mut screen);
    }
    screen.see(BRIDGE, "Cleo Brandt, works here now");
    screen
}

// R68, R69, R70
#[test]
fn three_options_are_turned_on_and_one_of_them_matters() {
    let mut screen = Screen::open("cross-collaboration");
    let (members, locations) = (
        "Allow platform members to invite external users (for instance when sharing content).",
        "Allow administrators to manage member's platform locations",
    );
    let stands = |screen: &Screen| (screen.lane("3DSwymer"), screen.board("Can connect", "Brightwell"));
    let before = stands(&screen);
    screen.toggle(BRIGHTWELL, members);
    screen.toggle(BRIGHTWELL, locations);
    screen.toggle(ALDERMOOR, locations);
    assert_eq!(stands(&screen), before, "the two others open nothing, on neither side");
    screen.see(BRIGHTWELL, "no effect on access");
    let told = screen.texts(BRIGHTWELL).into_iter().filter(|text| text.starts_with("Locations: ")).count();
    assert!(told <= 1, "the locations stand under their own option alone, not {told} times");
    screen.toggle(BRIGHTWELL, OPTION);
    assert_ne!(stands(&screen).0, before.0);
    screen.picture("seen-three-options");
}

// R79, R80, R82, R153, R154
#[test]
fn an_administrator_adds_one_after_the_other_to_one_space() {
    let mut screen = Screen::open("own-license");
    until(&mut screen, "Give him Hull-7 as Author");
    screen.click(ALDERMOOR, "Spaces");
    if !screen.is_on(ALDERMOOR, "Hull-7") {
        screen.click(ALDERMOOR, "Hull-7");
    }
    screen.see(ALDERMOOR, "Manage Members");
    for (typed, who) in [(BEN, BEN), ("Cleo", "Cleo Brandt")] {
        screen.click(ALDERMOOR, "Add member(s)…");
        screen.type_into("Add member(s): Hull-7", "Enter a name or a login", typed);
        screen.click("Add member(s): Hull-7", &format!("Add {who}"));
    }
    screen.see(ALDERMOOR, "ben@brightwell.example (pending)");
    screen.see(ALDERMOOR, "Cleo Brandt");
    screen.see(ALDERMOOR, "3 members, 3 items");
    screen.pick(BOARD, "Person in focus", "Ben Okafor");
    assert_eq!(screen.board("Hull-7", "Aldermoor"), "waits", "given before he accepts");
    assert_eq!(screen.board("Dock", "Aldermoor"), "closed", "each space is an act of its own");
    screen.picture("seen-one-after-the-other");
}

// R59, R60, R81
#[test]
fn in_a_space_a_guest_has_what_a_member_of_the_same_access_role_has() {
    let mut screen = cleo_at_brightwell();
    screen.pick(BRIGHTWELL, "Signed in: ", "Gus Lindqvist · Administrator");
    screen.click(BRIGHTWELL, "Spaces");
    if !screen.is_on(BRIGHTWELL, "Jig-12") {
        screen.click(BRIGHTWELL, "Jig-12");
    }
    screen.click(BRIGHTWELL, "Add member(s)…");
    let dialog = "Add member(s): Jig-12";
    screen.type_into(dialog, "Enter a name or a login", "Ben");
    if !screen.is_chosen(dialog, "Contributor") {
        screen.click(dialog, "Contributor");
    }
    screen.click(dialog, "Add Ben Okafor");
    let guest = screen.board("Jig-12", "Brightwell");
    screen.pick(BOARD, "Person in focus", "Ben Okafor");
    assert_eq!((guest.as_str(), screen.board("Jig-12", "Brightwell").as_str()), ("Contributor", "Contributor"));
    screen.picture("seen-same-access");
}

// R55
#[test]
fn an_invitation_the_other_way_touches_neither() {
    let mut screen = cleo_at_brightwell();
    let lane = "3DSwymer: Cleo’s own license reaches Brightwell";
    screen.see(BRIDGE, lane);
    screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    screen.click(ALDERMOOR, "Members");
    screen.invite_to_roles(ALDERMOOR, BEN);
    screen.toggle(WIZARD, "Assign License, 3DSwymer (Collaborative Business Innovator)");
    screen.click(WIZARD, "Next");
    screen.click(WIZARD, "Invite");
    screen.see(BRIDGE, "Invitation to Ben, pending");
    screen.see(BRIDGE, "Cleo Brandt, works here now");
    screen.see(BRIDGE, lane);
    screen.picture("seen-both-ways");
}

// R58, R61, R65
#[test]
fn the_host_takes_everything_away_at_once_and_it_is_recorded() {
    let mut screen = cleo_at_brightwell();
    screen.pick(BRIGHTWELL, "Signed in: ", "Gus Lindqvist · Administrator");
    screen.click(BRIGHTWELL, "Members");
    if !screen.sees(BRIGHTWELL, "Remove Access") {
        screen.click(BRIGHTWELL, "Cleo Brandt");
    }
    screen.click(BRIGHTWELL, "Remove Access");
    screen.see(TIMELINE, "now: Gus removes Cleo");
    assert_eq!(screen.board("Can connect", "Brightwell"), "no");
    assert_ne!(screen.board("Jig-12", "Brightwell"), "Contributor");
    screen.does_not_see(BRIDGE, "Cleo Brandt, works here now");
    screen.picture("seen-taken-away");
}
