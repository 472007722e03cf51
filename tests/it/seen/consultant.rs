//! The guide of the consultant (R25–R51).

use super::{ALDERMOOR, follow, until};
use crate::screen::*;

const LARKFIELD: &str = "Larkfield Consulting";
const THEO: &str = "theo@larkfield.example";

fn spaces(screen: &mut Screen, space: &str) {
    screen.click(ALDERMOOR, "Spaces");
    if !screen.is_on(ALDERMOOR, space) {
        screen.click(ALDERMOOR, space);
    }
}

// R44, R45
#[test]
fn without_the_option_every_role_takes_a_license_of_the_host() {
    let mut screen = Screen::open("consultant");
    screen.invite_to_roles(ALDERMOOR, THEO);
    screen.see(WIZARD, "There is no list of roles without license and no Assign License switch");
    screen.does_not_see(WIZARD, "Available roles without any license");
    screen.see(WIZARD, "takes a license");
    screen.picture("seen-option-off");
    screen.click(WIZARD, "Next");
    screen.see(WIZARD, "1 license of Aldermoor taken");
}

// R25, R27, R34, R36
#[test]
fn a_consultant_is_invited_like_anybody_and_gets_the_common_space() {
    let mut screen = Screen::open("consultant");
    until(&mut screen, "Keep him out of Common Space");
    screen.see(ALDERMOOR, "Member (Pending)");
    screen.see(ALDERMOOR, "3 roles, no license taken");
    assert_eq!(screen.board("Common Space", "Aldermoor"), "waits");
    spaces(&mut screen, "Common Space");
    screen.see(ALDERMOOR, "theo@larkfield.example (pending)");
    let setting = "Give access to all new users to the Common Space";
    assert!(screen.is_on(ALDERMOOR, setting));
    screen.toggle(ALDERMOOR, setting);
    screen.see(ALDERMOOR, "theo@larkfield.example (pending)");
    screen.hover(ALDERMOOR, "Access role of theo@larkfield.example (pending): Author");
    screen.picture("seen-common-space");
}

// R35, R37, R38, R39
#[test]
fn one_person_is_taken_out_of_the_common_space_and_the_others_stay() {
    let mut screen = Screen::open("consultant");
    spaces(&mut screen, "Common Space");
    screen.does_not_see(ALDERMOOR, "Remove theo@larkfield.example");
    screen.click(ALDERMOOR, "Members");
    until(&mut screen, "Keep him out of Common Space");
    spaces(&mut screen, "Common Space");
    screen.click(ALDERMOOR, "Remove theo@larkfield.example (pending)");
    screen.does_not_see(ALDERMOOR, THEO);
    screen.see(ALDERMOOR, "Cleo Brandt");
    assert_eq!(screen.board("Common Space", "Aldermoor"), "closed");
    screen.see(ALDERMOOR, "2 members, 1 item");
    screen.picture("seen-taken-out");
}

// R33, R40, R41, R78
#[test]
fn a_guest_in_no_space_sees_no_data_whatever_the_roles() {
    let mut screen = Screen::open("consultant");
    until(&mut screen, "Put the bracket into a blank space and give it to him");
    screen.pick(LARKFIELD, "Signed in: ", "Theo Marsh · Member");
    screen.click(LARKFIELD, "Mail");
    screen.click(LARKFIELD, "Accept invitation (Notification)");
    screen.pick(LARKFIELD, "Signed in: ", ALDERMOOR);
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
    assert_eq!(screen.board("3DEXPERIENCE SOLIDWORKS Standard", "Aldermoor"), "own license");
    for space in ["Common Space", "Hull-7"] {
        assert_eq!(screen.board(space, "Aldermoor"), "closed", "{space}");
    }
    for hidden in ["Brief", "Rudder bracket", "Bow section"] {
        screen.does_not_see(ALDERMOOR, hidden);
    }
    screen.see(ALDERMOOR, "Signed in, no data: Theo is in no space here, so no content opens.");
    screen.picture("seen-no-data");
}

// R26, R32, R42, R43, R64
#[test]
fn a_blank_space_shows_the_guest_one_item_and_nothing_else() {
    let mut screen = Screen::open("consultant");
    while screen.sees(GUIDE, "Do it as") {
        follow(&mut screen);
    }
    screen.see(ALDERMOOR, "Signed in: Theo");
    screen.see(ALDERMOOR, "Study");
    screen.see(ALDERMOOR, "Rudder bracket");
    for hidden in ["Common Space", "Brief", "Bow section"] {
        screen.does_not_see(ALDERMOOR, hidden);
    }
    assert_eq!(screen.board("Study", "Aldermoor"), "Contributor");
    assert!(screen.holds("Theo reads the bracket and nothing else"));
    screen.picture("seen-one-item");
}

// R30
#[test]
fn with_nothing_limited_the_usual_access_stays() {
    let mut screen = Screen::open("consultant");
    until(&mut screen, "Keep him out of Common Space");
    screen.pick(LARKFIELD, "Signed in: ", "Theo Marsh · Member");
    screen.click(LARKFIELD, "Mail");
    screen.click(LARKFIELD, "Accept invitation (Notification)");
    screen.pick(LARKFIELD, "Signed in: ", ALDERMOOR);
    assert_eq!(screen.board("Common Space", "Aldermoor"), "Author");
    screen.see(ALDERMOOR, "Brief");
    screen.picture("seen-not-limited");
}
