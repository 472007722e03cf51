//! The guides played to their end as people play them: by label, on the real switches, through the right eyes.

use crate::screen::*;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const LARKFIELD: &str = "Larkfield Consulting";
const DONE: &str = "Everything this rehearsal asks for is done.";
const WITHOUT_LICENSE: [&str; 3] = [
    "3DSwymer (Collaborative Business Innovator)",
    "Collaborative Industry Innovator",
    "3DEXPERIENCE SOLIDWORKS Standard",
];

/// The same on the bridge.
const SHORT: [&str; 3] = ["3DSwymer", "Industry Innovator", "SOLIDWORKS Standard"];

/// Opens the wizard, types the address, ticks the roles and leaves Assign License off for each, up to the summary.
fn fill_wizard(screen: &mut Screen, platform: &str, email: &str, right: &str, roles: &[&str]) {
    fill_wizard_for(screen, platform, email, right, roles, None);
}

/// The same, for somebody of a declared organization.
fn fill_wizard_for(
    screen: &mut Screen,
    platform: &str,
    email: &str,
    right: &str,
    roles: &[&str],
    organization: Option<&str>,
) {
    screen.click(platform, "Invite members…");
    if let Some(organization) = organization {
        screen.choose(WIZARD, "Organization", organization);
    }
    assert!(!screen.is_enabled(WIZARD, "Next"), "an address is missing");
    screen.type_into(WIZARD, "User email", email);
    screen.see(WIZARD, &format!("{email}: new here"));
    screen.click(WIZARD, right);
    assert!(screen.is_chosen(WIZARD, right));
    screen.click(WIZARD, "Next");
    for role in roles {
        if !screen.is_on(WIZARD, role) {
            screen.click(WIZARD, role);
        }
        assert!(screen.is_on(WIZARD, role), "{role}");
        let assign = format!("Assign License, {role}");
        if screen.is_on(WIZARD, &assign) {
            screen.toggle(WIZARD, &assign);
        }
    }
    screen.see(WIZARD, &format!("Selected | {}", roles.len()));
    screen.click(WIZARD, "Next");
    screen.see(WIZARD, &format!("{email} invited as {right}"));
    screen.see(WIZARD, "is taken");
}

/// Adds somebody to a space through Spaces → Manage Members → Add member(s).
fn add_to_space(screen: &mut Screen, platform: &str, space: &str, typed: &str, role: &str) {
    screen.click(platform, "Spaces");
    if !screen.sees(platform, "Add member(s)…") || !screen.is_on(platform, space) {
        screen.click(platform, space);
    }
    screen.see(platform, "Manage Members");
    screen.click(platform, "Add member(s)…");
    let dialog = format!("Add member(s): {space}");
    screen.type_into(&dialog, "Enter a name or a login", typed);
    if !screen.is_chosen(&dialog, role) {
        screen.click(&dialog, role);
    }
    screen.click(&dialog, &format!("Add {typed}"));
    assert!(!screen.has_region(&dialog), "the dialog closes");
}

/// Looks through somebody's eyes, accepts in the mail.
fn accept(screen: &mut Screen, platform: &str, person: &str, host: &str) {
    screen.pick(platform, "Signed in: ", person);
    screen.click(platform, "Mail");
    screen.see(platform, &format!("Invitation to {host}"));
    screen.click(platform, "Accept invitation (Notification)");
    screen.see(platform, "accepted");
    assert!(!screen.sees(platform, "Accept invitation"), "nothing is left to accept");
}

fn finished(screen: &Screen) {
    screen.see(GUIDE, DONE);
    screen.see(TOP, "The goal is reached");
}

#[test]
fn ben_works_at_aldermoor_with_his_own_license() {
    let mut screen = Screen::open("own-license");
    let pools = [screen.counters(ALDERMOOR), screen.counters(BRIGHTWELL)];
    screen.see(GUIDE, "0 of 8 done");
    assert_eq!(screen.step("Allow roles without license at Aldermoor"), "step 1, next");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "no");
    assert!(screen.holds("Aldermoor gives no license away"));
    assert!(!screen.holds("Ben can open Hull-7"));
    screen.does_not_see(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");

    screen.toggle(ALDERMOOR, OPTION);
    screen.see(GUIDE, "1 of 8 done");
    screen.see(TIMELINE, "Ana allows roles without license at Aldermoor");
    assert!(screen.lane("3DSwymer").contains("cut at Brightwell"));

    screen.toggle(BRIGHTWELL, OPTION);
    assert_eq!(screen.step("… and at Brightwell"), "done");
    assert_eq!(screen.step("Lift the restriction for Industry Innovator"), "step 3, next");
    assert!(screen.lane("Industry Innovator").contains("Restrict Usage is on"));

    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, Industry Innovator");
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.see(GUIDE, "4 of 8 done");
    assert!(screen.lane("3DSwymer").starts_with("free to travel"));

    fill_wizard(&mut screen, ALDERMOOR, "ben@brightwell.example", "External", &WITHOUT_LICENSE);
    screen.see(WIZARD, "no license of Aldermoor is taken");
    screen.click(WIZARD, "Invite");
    assert!(!screen.has_region(WIZARD));
    screen.see(GUIDE, "5 of 8 done");
    screen.see(ALDERMOOR, "External (Pending)");
    screen.see(ALDERMOOR, "3 roles, no license taken");
    screen.see(BRIDGE, "Invitation to Ben, pending");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "accept");
    assert_eq!(screen.board("3DSwymer (Collaborative Business Innovator)", "Aldermoor"), "ready");
    for role in SHORT {
        assert_eq!(screen.lane(role), "will reach Aldermoor once Ben accepts", "{role}");
    }
    screen.see(BRIGHTWELL, "Notifications: no invitation to accept");

    add_to_space(&mut screen, ALDERMOOR, "Hull-7", "ben@brightwell.example", "Author");
    screen.see(GUIDE, "6 of 8 done");
    screen.see(ALDERMOOR, "ben@brightwell.example (pending)");
    assert_eq!(screen.board("Hull-7", "Aldermoor"), "waits");
    assert!(!screen.holds("Ben can open Hull-7"), "not before he accepts");

    accept(&mut screen, BRIGHTWELL, "Ben Okafor · Member", ALDERMOOR);
    screen.see(GUIDE, "7 of 8 done");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
    assert_eq!(screen.board("Hull-7", "Aldermoor"), "Author");
    assert!(screen.holds("Ben can open Hull-7"));
    screen.does_not_see(BRIDGE, "Invitation to Ben");

    screen.pick(BRIGHTWELL, "Signed in: ", ALDERMOOR);
    screen.see(ALDERMOOR, "Signed in: Ben · External");
    screen.see(ALDERMOOR, "Hull-7 lines plan");
    screen.does_not_see(ALDERMOOR, "Common Space");
    screen.see(BRIDGE, "Ben Okafor, works here now");
    finished(&screen);
    screen.see(GUIDE, "8 of 8 done");
    assert_eq!(screen.board("3DEXPERIENCE SOLIDWORKS Standard", "Aldermoor"), "own license");
    for watch in ["Aldermoor gives no license away", "Ben can open Hull-7", "No guest in Common Space"] {
        assert!(screen.holds(watch), "{watch}");
    }
    screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    screen.click(ALDERMOOR, "Members");
    screen.click(BRIGHTWELL, "Members");
    assert_eq!([screen.counters(ALDERMOOR), screen.counters(BRIGHTWELL)], pools, "pools are unchanged");
    screen.see(ALDERMOOR, "External · from Brightwell");
}

/// Everything of the consultant's guide but keeping the Common Space closed.
fn consultant_up_to_the_invitation(screen: &mut Screen) {
    screen.click(ALDERMOOR, "Members");
    screen.toggle(ALDERMOOR, OPTION);
    fill_wizard(screen, ALDERMOOR, "theo@larkfield.example", "Member", &WITHOUT_LICENSE);
}

fn study_and_arrival(screen: &mut Screen, pools: &[Vec<String>; 2]) {
    screen.type_into(ALDERMOOR, "Name of the new space", "Study");
    screen.click(ALDERMOOR, "Create space");
    assert_eq!(screen.field(ALDERMOOR, "Name of the new space"), "");
    screen.see(ALDERMOOR, "1 member, 0 items");
    screen.click(ALDERMOOR, "Hull-7");
    screen.pick(ALDERMOOR, "Move Rudder bracket", "Study");
    screen.does_not_see(ALDERMOOR, "Move Rudder bracket");
    add_to_space(screen, ALDERMOOR, "Study", "theo@larkfield.example", "Contributor");
    assert_eq!(screen.step("Put the bracket into a blank space and give it to him"), "done");
    assert_eq!(screen.board("Study", "Aldermoor"), "waits");
    assert_eq!(screen.board("Common Space", "Aldermoor"), "closed");

    accept(screen, LARKFIELD, "Theo Marsh · Member", ALDERMOOR);
    assert_eq!(screen.board("Study", "Aldermoor"), "Contributor");
    screen.pick(LARKFIELD, "Signed in: ", ALDERMOOR);
    finished(screen);
    screen.see(ALDERMOOR, "Rudder bracket");
    for hidden in ["Common Space", "Brief", "Bow section"] {
        screen.does_not_see(ALDERMOOR, hidden);
    }
    for watch in
        ["Aldermoor gives no license away", "Theo is not in Common Space", "Theo reads the bracket and nothing else"]
    {
        assert!(screen.holds(watch), "{watch}");
    }
    screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    screen.click(ALDERMOOR, "Members");
    screen.click(LARKFIELD, "Members");
    assert_eq!([screen.counters(ALDERMOOR), screen.counters(LARKFIELD)], *pools);
}

#[test]
fn a_consultant_is_taken_out_of_common_space_afterwards() {
    let mut screen = Screen::open("consultant");
    let pools = [screen.counters(ALDERMOOR), screen.counters(LARKFIELD)];
    assert_eq!(screen.board("Can connect", "Aldermoor"), "no");
    consultant_up_to_the_invitation(&mut screen);
    screen.see(WIZARD, "the Common Space opens to them");
    screen.click(WIZARD, "Invite");
    screen.see(GUIDE, "2 of 6 done");
    screen.see(ALDERMOOR, "Member (Pending)");
    assert_eq!(screen.board("Common Space", "Aldermoor"), "waits");
    assert!(!screen.holds("Theo is not in Common Space"));

    screen.click(ALDERMOOR, "Spaces");
    screen.click(ALDERMOOR, "Common Space");
    screen.click(ALDERMOOR, "Remove theo@larkfield.example (pending)");
    screen.does_not_see(ALDERMOOR, "theo@larkfield.example");
    screen.see(ALDERMOOR, "Cleo Brandt");
    assert_eq!(screen.step("Keep him out of Common Space"), "done");
    assert!(screen.holds("Theo is not in Common Space"));
    study_and_arrival(&mut screen, &pools);
}

#[test]
fn a_consultant_never_gets_into_common_space() {
    let mut screen = Screen::open("consultant");
    let pools = [screen.counters(ALDERMOOR), screen.counters(LARKFIELD)];
    screen.click(ALDERMOOR, "Spaces");
    screen.toggle(ALDERMOOR, "Give access to all new users to the Common Space");
    consultant_up_to_the_invitation(&mut screen);
    screen.see(WIZARD, "no space opens yet");
    screen.click(WIZARD, "Invite");
    screen.see(GUIDE, "3 of 6 done");
    assert_eq!(screen.step("Keep him out of Common Space"), "done");
    screen.click(ALDERMOOR, "Spaces");
    study_and_arrival(&mut screen, &pools);
    screen.click(ALDERMOOR, "Spaces");
    screen.click(ALDERMOOR, "Common Space");
    screen.see(ALDERMOOR, "Cleo Brandt");
}

#[test]
fn cleo_follows_the_jig_at_brightwell() {
    let mut screen = Screen::open("cross-collaboration");
    let pools = [screen.counters(BRIGHTWELL), screen.counters(ALDERMOOR)];
    let members = "Allow platform members to invite external users (for instance when sharing content).";
    let locations = "Allow administrators to manage member's platform locations";
    assert!(screen.holds("Only administrators invite at Brightwell"));
    for (done, (platform, option)) in [
        (BRIGHTWELL, OPTION),
        (BRIGHTWELL, members),
        (BRIGHTWELL, locations),
        (ALDERMOOR, locations),
        (ALDERMOOR, OPTION),
        (ALDERMOOR, "Restrict Usage to this Platform, 3DSwymer"),
        (ALDERMOOR, "Restrict Usage to this Platform, Industry Innovator"),
    ]
    .into_iter()
    .enumerate()
    {
        screen.see(GUIDE, &format!("{done} of 11 done"));
        screen.toggle(platform, option);
    }
    screen.see(GUIDE, "7 of 11 done");
    assert!(!screen.holds("Only administrators invite at Brightwell"));
    screen.see(BRIGHTWELL, "everybody may invite");
    assert_eq!(screen.board("Can connect", "Brightwell"), "no");

    let roles = &WITHOUT_LICENSE[..2];
    fill_wizard(&mut screen, BRIGHTWELL, "cleo@aldermoor.example", "External", roles);
    screen.click(WIZARD, "Invite");
    screen.see(BRIGHTWELL, "External (Pending)");
    assert_eq!(screen.board("Can connect", "Brightwell"), "accept");
    for role in &SHORT[..2] {
        assert_eq!(screen.lane(role), "will reach Brightwell once Cleo accepts", "{role}");
    }
    add_to_space(&mut screen, BRIGHTWELL, "Jig-12", "cleo@aldermoor.example", "Contributor");
    assert_eq!(screen.step("Give her Jig-12"), "done");
    assert_eq!(screen.step("Cleo accepts"), "step 10, next");

    accept(&mut screen, ALDERMOOR, "Cleo Brandt · Member", BRIGHTWELL);
    assert_eq!(screen.board("Jig-12", "Brightwell"), "Contributor");
    screen.pick(ALDERMOOR, "Signed in: ", BRIGHTWELL);
    finished(&screen);
    screen.see(BRIGHTWELL, "Jig frame");
    screen.does_not_see(BRIGHTWELL, "Shop rules");
    assert!(screen.holds("Cleo can open Jig-12"));
    assert!(screen.holds("Brightwell gives no license away"));
    screen.pick(BRIGHTWELL, "Signed in: ", "Gus Lindqvist · Administrator");
    screen.click(BRIGHTWELL, "Members");
    screen.click(ALDERMOOR, "Members");
    assert_eq!([screen.counters(BRIGHTWELL), screen.counters(ALDERMOOR)], pools);
}

/// The person of the guide's "Do it as …", if one is offered.
fn do_it(screen: &Screen) -> Option<String> {
    screen.texts(GUIDE).into_iter().find(|text| text.starts_with("Do it as "))
}

#[test]
fn two_suppliers_end_apart_in_one_space() {
    let mut screen = Screen::open("two-suppliers");
    let pools = screen.counters(ALDERMOOR);
    let mut acts = Vec::new();
    while let Some(label) = do_it(&screen) {
        assert!(acts.len() < 30, "it does not end: {acts:?}");
        screen.click(GUIDE, &label);
        acts.push(label);
    }
    let as_whom = |name: &str| acts.iter().filter(|act| act.ends_with(name)).count();
    assert_eq!(["Ana", "Gus", "Lo", "Ben", "Kim"].map(as_whom), [6, 3, 3, 2, 2], "{acts:?}");
    finished(&screen);
    for watch in [
        "Aldermoor gives no license away",
        "Ben cannot see the cabin",
        "Kim cannot see the mould",
        "No external owns a space",
    ] {
        assert!(screen.holds(watch), "{watch}");
    }
    assert_eq!(screen.board("Hull-7", "Aldermoor"), "Author (own organization)");
    screen.pick(ALDERMOOR, "Signed in: ", "Ben Okafor · External");
    screen.click(ALDERMOOR, "Ben’s view");
    screen.see(ALDERMOOR, "Bow mould");
    screen.does_not_see(ALDERMOOR, "Cabin study");
    screen.pick(ALDERMOOR, "Signed in: ", "Kim Adeyemi · External");
    screen.see(ALDERMOOR, "Cabin study");
    screen.does_not_see(ALDERMOOR, "Bow mould");
    screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    screen.click(ALDERMOOR, "Members");
    assert_eq!(screen.counters(ALDERMOOR), pools);
}

#[test]
fn the_third_and_the_fourth_platform_are_as_good_as_the_first() {
    let mut screen = Screen::open("empty-stage");
    screen.see(TOP, "Free play");
    screen.click(TOP, "Add platform");
    assert!(screen.has_region("Corvane Studio"));
    screen.see(TIMELINE, "Corvane Studio is set up");
    screen.click(TOP, "Add platform");
    assert!(screen.has_region("Dunmere Castings"));
    for (platform, administrator) in [
        (ALDERMOOR, "Ana · Administrator"),
        (BRIGHTWELL, "Gus · Administrator"),
        ("Corvane Studio", "Lo · Administrator"),
        ("Dunmere Castings", "Ida · Administrator"),
    ] {
        screen.see(platform, &format!("Signed in: {administrator}"));
        for tab in ["Spaces", "Mail", "Members"] {
            screen.click(platform, tab);
            assert!(screen.is_chosen(platform, tab), "{tab} of {platform}");
        }
        screen.toggle(platform, OPTION);
    }
    let roles = &WITHOUT_LICENSE[..2];
    let pools = ["Corvane Studio", "Dunmere Castings"].map(|platform| screen.counters(platform));
    for (host, home, email, guest, short) in [
        ("Corvane Studio", "Dunmere Castings", "raf@dunmere.example", "Raf Moreno", "Corvane"),
        ("Dunmere Castings", "Corvane Studio", "kim@corvane.example", "Kim Adeyemi", "Dunmere"),
        (ALDERMOOR, BRIGHTWELL, "ben@brightwell.example", "Ben Okafor", "Aldermoor"),
    ] {
        fill_wizard(&mut screen, host, email, "External", roles);
        screen.click(WIZARD, "Invite");
        screen.see(host, "External (Pending)");
        screen.see(BOARD, &format!("Person in focus: {guest}"));
        assert_eq!(screen.board("Can connect", short), "no", "the licenses are kept at home");
        if !screen.sees(home, "Restrict Usage to this Platform, 3DSwymer") {
            screen.click(home, guest);
        }
        screen.toggle(home, "Restrict Usage to this Platform, 3DSwymer");
        screen.toggle(home, "Restrict Usage to this Platform, Industry Innovator");
        assert_eq!(screen.board("Can connect", short), "accept");
    }
    assert_eq!(["Corvane Studio", "Dunmere Castings"].map(|platform| screen.counters(platform)), pools);
    for undone in [
        "Gus lets Ben take the Industry Innovator license along",
        "Gus lets Ben take the 3DSwymer license along",
        "Ana invites ben@brightwell.example to Aldermoor",
    ] {
        screen.click(TOP, &format!("Undo: {undone}"));
    }
    screen.does_not_see(ALDERMOOR, "Pending");
    screen.see("Corvane Studio", "External (Pending)");
}

#[test]
fn the_fifth_and_the_sixth_platform_come_too_and_then_the_button_says_that_there_are_no_more() {
    let mut screen = Screen::open_at("empty-stage", SMALL);
    for name in ["Corvane Studio", "Dunmere Castings", "Eskholm Systems", "Fenwick Yards"] {
        screen.click(TOP, "Add platform");
        assert!(screen.has_region(name));
        screen.toggle(name, OPTION);
    }
    assert!(!screen.is_enabled(TOP, "Add platform"), "nobody is left to join");
    assert!(screen.reason(TOP, "Add platform").is_some());
}

#[test]
fn every_story_opens_in_a_small_window_and_its_wizard_can_be_used() {
    for (id, platform, email, is_refused) in [
        ("own-license", ALDERMOOR, "ben@brightwell.example", false),
        ("consultant", ALDERMOOR, "theo@larkfield.example", false),
        ("cross-collaboration", BRIGHTWELL, "cleo@aldermoor.example", true),
        ("two-suppliers", ALDERMOOR, "kim@corvane.example", false),
        ("empty-stage", ALDERMOOR, "ben@brightwell.example", false),
    ] {
        let mut screen = Screen::open_at(id, SMALL);
        screen.click(platform, "Invite members…");
        screen.type_into(WIZARD, "User email", email);
        for step in ["Next", "Next", "Invite"] {
            assert!(screen.is_on_screen(WIZARD, step), "{step} in {id}");
            screen.click(WIZARD, step);
        }
        if is_refused {
            screen.see(WIZARD, "Not enough licenses available (0 remaining)");
            screen.click(WIZARD, "Dismiss");
            screen.click(WIZARD, "Back");
            screen.click(WIZARD, "Close");
            screen.does_not_see(platform, "(Pending)");
        } else {
            screen.see(platform, "(Pending)");
        }
        assert!(!screen.has_region(WIZARD), "{id}");
    }
}

#[test]
fn the_own_license_story_can_be_played_in_a_small_window() {
    let mut screen = Screen::open_at("own-license", SMALL);
    screen.toggle(ALDERMOOR, OPTION);
    screen.toggle(BRIGHTWELL, OPTION);
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, Industry Innovator");
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    fill_wizard(&mut screen, ALDERMOOR, "ben@brightwell.example", "External", &WITHOUT_LICENSE);
    screen.click(WIZARD, "Invite");
    add_to_space(&mut screen, ALDERMOOR, "Hull-7", "ben@brightwell.example", "Author");
    accept(&mut screen, BRIGHTWELL, "Ben Okafor · Member", ALDERMOOR);
    screen.pick(BRIGHTWELL, "Signed in: ", ALDERMOOR);
    finished(&screen);
}

#[test]
fn two_suppliers_can_be_played_by_hand() {
    let mut screen = Screen::open("two-suppliers");
    let people =
        [(BRIGHTWELL, "ben@brightwell.example", "Brightwell"), ("Corvane Studio", "kim@corvane.example", "Corvane")];
    screen.toggle(ALDERMOOR, OPTION);
    screen.click(ALDERMOOR, "Spaces");
    screen.toggle(ALDERMOOR, "Restricted roles");
    for (home, email, organization) in people {
        screen.toggle(home, OPTION);
        if organization == "Corvane" {
            screen.click(home, "Kim Adeyemi");
        }
        screen.toggle(home, "Restrict Usage to this Platform, 3DSwymer");
        screen.toggle(home, "Restrict Usage to this Platform, Industry Innovator");
        screen.click(ALDERMOOR, "Members");
        fill_wizard_for(&mut screen, ALDERMOOR, email, "External", &WITHOUT_LICENSE, Some(organization));
        screen.click(WIZARD, "Invite");
        screen.click(ALDERMOOR, "Spaces");
        if !screen.is_on(ALDERMOOR, "Hull-7") {
            screen.click(ALDERMOOR, "Hull-7");
        }
        screen.click(ALDERMOOR, "Add member(s)…");
        let dialog = "Add member(s): Hull-7";
        screen.type_into(dialog, "Enter a name or a login", email);
        screen.toggle(dialog, "Enable restricted access");
        screen.click(dialog, &format!("Add {email}"));
    }
    screen.see(GUIDE, "8 of 10 done");
    accept(&mut screen, BRIGHTWELL, "Ben Okafor · Member", ALDERMOOR);
    screen.pick(BRIGHTWELL, "Signed in: ", ALDERMOOR);
    screen.see(ALDERMOOR, "Bow mould");
    screen.does_not_see(ALDERMOOR, "Cabin study");
    accept(&mut screen, "Corvane Studio", "Kim Adeyemi · Member", ALDERMOOR);
    screen.pick("Corvane Studio", "Signed in: ", ALDERMOOR);
    finished(&screen);
    assert!(screen.holds("Ben cannot see the cabin") && screen.holds("Kim cannot see the mould"));
    assert_eq!(screen.board("Hull-7", "Aldermoor"), "Author (own organization)");
}
