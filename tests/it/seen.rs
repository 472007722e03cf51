//! Each rule with an effect can be seen in the window: a picture for each group of rules, and what must stand in it.
//!
//! `GALLERY_DIR=folder cargo test --test it seen::` writes the pictures, each in the dark and in the light theme.
//!
//! | picture | rules | what is seen |
//! | --- | --- | --- |
//! | `seen-one-side` | R3, R8, R9, R14, R66 | with the option on here and there, the license is still kept at home |
//! | `seen-home-switch` | R11, R12, R71 | Restrict Usage, license by license, by an administrator of the home |
//! | `seen-no-administrator` | R4, R15, R28, R29 | whoever is no administrator is told whom to ask |
//! | `seen-address` | R17, R21, R46, R47, R49, R72, R73, R75 | the address, the right, and what the guest told |
//! | `seen-assign-off` | R22, R23, R48, R50, R74, R76 | two lists of roles; Assign License starts on and goes off role by role |
//! | `seen-other-role` | R19, R20, R77 | Professional granted here, Standard at home: it does not arrive |
//! | `seen-at-work` | R1, R2, R13, R24, R54, R57, R62, R95 | the guest at work on licenses from home; no count moved |
//! | `seen-mail` | R51, R83, R84 | an invitation by email and as a notification; then the host is in the list |
//! | `seen-option-off` | R44, R45 | without the option there is no switch, and a license is taken |
//! | `seen-common-space` | R25, R27, R34, R36 | invited as Member: in Common Space by itself; no license taken |
//! | `seen-taken-out` | R35, R37, R38, R39 | one person taken out of Common Space, the others stay |
//! | `seen-no-data` | R33, R40, R41, R78 | signed in with all roles, no space, no data |
//! | `seen-one-item` | R26, R32, R42, R43, R64 | a blank space with one item, and nothing else |
//! | `seen-not-limited` | R30 | with nothing limited, the usual access |
//! | `seen-three-options` | R68, R69, R70 | three options on; two of them open nothing |
//! | `seen-one-after-the-other` | R79, R80, R82, R153, R154 | members added one by one, one before he accepts |
//! | `seen-same-access` | R59, R60, R81 | a guest and a member with the same access role |
//! | `seen-both-ways` | R55 | invitations in both directions; neither touches the other |
//! | `seen-taken-away` | R58, R61, R65 | access removed: put out at once, and recorded |
//! | `seen-options` | R86–R89, R93, R97, R99, R110 | four independent options; Restrict Usage appears with the second one |
//! | `seen-roles-step` | R85, R94, R98, R109 | both lists of roles, a role without a license, the filter |
//! | `seen-expired` | R90, R91, R92, E9 | roles ungranted at a login; a prerequisite is kept, and what for |
//! | `seen-prerequisite-not-purchased` | R96 | a role with a prerequisite that was never bought is refused |
//! | `seen-option-in-use` | R100, R101, E8 | the option cannot go off; everybody in the way, in two groups |
//! | `seen-sharing` | R102, R103, R104, R105, R106 | sharing with an outsider sends the invitation, with the default roles |
//! | `seen-locations` | R107, R108 | the chosen locations, and the field in the invitation |
//! | `seen-pending-in-space` | R111–R113, R128, R142, R155, R156 | a pending guest by address in a space; the notification |
//! | `seen-credentials` | R114–R116, R118–R123 | one credential for each unit; what leaving takes; none follows |
//! | `seen-owner-restricted` | R124, R125, R126, R136, R137, R152 | what an Owner (Restricted) may not do |
//! | `seen-groups` | R117, R127, R129, R130, R157 | a group in a space opens for those with Industry Innovator |
//! | `seen-advanced` | R132–R135 | three doors; single credentials by organization |
//! | `seen-owned-content` | R138 | restricted: only content that the own organization owns |
//! | `seen-search` | R139–R147, E13 | a pending external is found by the whole address only |
//! | `seen-access-roles` | R148–R152 | the rows that the settings offer |
//! | `seen-two-paths` | R158, R159, E7 | two ways in; the highest level holds |
//! | `seen-accepting-refused` | E5, E12 | accepting is refused; every reason, the first as headline |
//! | `seen-gate` | E6 | a space stays closed without a usable Industry Innovator |
//! | `seen-counters` | E10 | assigned, purchased and remaining |
//!
//! R112 and R131 need no picture of their own: outsiders are in no list, and batch tools are no part of a cloud platform.

mod across;
mod consultant;
mod guest;

use crate::rules::{comments_of_tests, named, with_effect};
use crate::screen::*;
use std::collections::{BTreeMap, BTreeSet};

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const BEN: &str = "ben@brightwell.example";

/// The table above: which rules each picture shows.
fn rows() -> BTreeMap<&'static str, BTreeSet<u32>> {
    let rows = include_str!("seen.rs").lines().filter_map(|line| line.strip_prefix("//! | `"));
    rows.map(|row| {
        let (picture, rest) = row.split_once("` | ").expect("a picture, then its rules");
        (picture, named(rest.split(" | ").next().unwrap_or_default()))
    })
    .collect()
}

/// Which pictures the tests here draw, and of which rules.
fn drawn() -> BTreeMap<&'static str, BTreeSet<u32>> {
    let mut drawn = BTreeMap::new();
    let sources = ["seen.rs", "guest.rs", "consultant.rs", "across.rs"].into_iter().zip([
        include_str!("seen.rs"),
        include_str!("seen/guest.rs"),
        include_str!("seen/consultant.rs"),
        include_str!("seen/across.rs"),
    ]);
    for (file, source) in sources {
        for (test, comment) in comments_of_tests(source) {
            let (_, after) = source.split_once(&format!("fn {test}()")).expect("the test itself");
            let body = after.split("#[test]").next().unwrap_or_default();
            for picture in body.split("screen.picture(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert_eq!(drawn.insert(picture, named(&comment)), None, "{file}: {picture} is drawn twice");
            }
        }
    }
    drawn
}

#[test]
fn every_rule_with_an_effect_has_its_picture() {
    let rows = rows();
    assert_eq!(rows, drawn(), "left: the table, right: the tests; each picture, with the rules it shows");
    let shown: BTreeSet<u32> = rows.into_values().flatten().collect();
    assert_eq!(with_effect().difference(&shown).collect::<Vec<_>>(), [&0; 0], "no picture shows these rules");
}

/// Does what the guide says until this step is the next one.
fn until(screen: &mut Screen, step: &str) {
    while !screen.step(step).ends_with("next") {
        follow(screen);
    }
}

/// Does the next act of the guide.
fn follow(screen: &mut Screen) {
    let label = screen.label_from(GUIDE, "Do it");
    screen.click(GUIDE, &label);
}

fn at_spaces(screen: &mut Screen, viewer: &str, space: &str) {
    if !screen.label_from(ALDERMOOR, "Signed in: ").contains(viewer.split(' ').next().unwrap_or_default()) {
        screen.pick(ALDERMOOR, "Signed in: ", viewer);
    }
    screen.click(ALDERMOOR, "Spaces");
    if !screen.is_on(ALDERMOOR, space) && !screen.is_chosen(ALDERMOOR, space) {
        screen.click(ALDERMOOR, space);
    }
}

// R86–R89, R93, R97, R99, R110
#[test]
fn the_options_and_the_switch_that_comes_with_one() {
    let mut screen = Screen::open("own-license");
    screen.does_not_see(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.toggle(BRIGHTWELL, OPTION);
    screen.toggle(ALDERMOOR, "Automatically ungrant expired roles from members or groups");
    assert!(screen.is_on(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer"), "at once, and on at first");
    screen.picture("seen-options");
}

// R85, R94, R98, R109
#[test]
fn a_role_without_a_license_in_the_invitation() {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    screen.invite_to_roles(ALDERMOOR, BEN);
    screen.see(WIZARD, "Available roles without any license");
    screen.click(WIZARD, "Assign License, 3DSwymer (Collaborative Business Innovator)");
    assert!(!screen.is_on(WIZARD, "Assign License, 3DSwymer (Collaborative Business Innovator)"));
    screen.picture("seen-roles-step");
}

// R90, R91, R92, E9
#[test]
fn expired_roles_go_at_a_login_and_a_prerequisite_is_kept() {
    let mut screen = Screen::open("member-options");
    until(&mut screen, "Purchase what a role needs");
    screen.see(TIMELINE, "expired and ungranted: ");
    if !screen.label_from(ALDERMOOR, "Signed in: ").contains("Ana") {
        screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    }
    screen.click(ALDERMOOR, "Members");
    if !screen.sees(ALDERMOOR, "kept: prerequisite of") {
        screen.click(ALDERMOOR, "Cleo Brandt");
    }
    screen.see(ALDERMOOR, "has expired here; kept: prerequisite of Systems Architect");
    screen.picture("seen-expired");
}

// R96, C16
#[test]
fn a_role_whose_prerequisite_was_never_bought_is_refused() {
    let mut screen = Screen::open("member-options");
    until(&mut screen, "Purchase what a role needs");
    if !screen.sees(BRIGHTWELL, "Grant role") {
        screen.click(BRIGHTWELL, "Ben Okafor");
    }
    screen.drop_down(BRIGHTWELL, "Grant role");
    let all = screen.interactive();
    let line = all.iter().find(|node| node.name.starts_with("Magic Systems of Systems Architect")).expect("the role");
    assert!(line.is_disabled && line.description.contains("never bought"), "{line:?}");
    screen.picture("seen-prerequisite-not-purchased");
}

// R100, R101, E8
#[test]
fn the_option_in_use_names_everybody_in_the_way() {
    let mut screen = Screen::open("d13");
    screen.click(ALDERMOOR, OPTION);
    screen.see(ALDERMOOR, "The option is in use at Aldermoor");
    screen.see(ALDERMOOR, "No license assigned");
    screen.see(ALDERMOOR, "Usage not restricted");
    screen.picture("seen-option-in-use");
}

// R102–R106, C22
#[test]
fn sharing_sends_the_invitation() {
    let mut screen = Screen::open("member-options");
    until(&mut screen, "Cleo shares the Brief with Zoe, who is on no platform");
    follow(&mut screen);
    screen.see(TIMELINE, "Cleo shares Brief with zoe@elsewhere.example");
    screen.see(BRIDGE, "Invitation to zoe, pending");
    screen.picture("seen-sharing");
}

// R107, R108
#[test]
fn locations_stand_beside_their_option_and_in_the_invitation() {
    let mut screen = Screen::open("member-options");
    until(&mut screen, "Invite with a location");
    follow(&mut screen);
    follow(&mut screen);
    if !screen.label_from(ALDERMOOR, "Signed in: ").contains("Ana") {
        screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    }
    screen.click(ALDERMOOR, "Members");
    let told: Vec<String> =
        screen.texts(ALDERMOOR).into_iter().filter(|text| text.starts_with("Locations: ")).collect();
    assert_eq!(told, ["Locations: Europe, Asia"], "under their own option alone");
    screen.click(ALDERMOOR, "Invite members…");
    screen.see(WIZARD, "User location");
    screen.picture("seen-locations");
}

// R111–R113, R128, R142, R155, R156
#[test]
fn a_pending_guest_in_a_space() {
    let mut screen = Screen::open("own-license");
    while screen.step("Ben accepts") == "step 7"
        || screen.sees(GUIDE, "Do it as Ana")
        || screen.sees(GUIDE, "Do it as Gus")
    {
        follow(&mut screen);
        if screen.sees(GUIDE, "Do it as Ben") {
            break;
        }
    }
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Hull-7");
    screen.see(ALDERMOOR, "ben@brightwell.example (pending)");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.click(BRIGHTWELL, "Mail");
    screen.see(BRIGHTWELL, "Hull-7");
    screen.picture("seen-pending-in-space");
}

// R114–R116, R118–R123
#[test]
fn credentials_follow_the_organization_and_go_with_it() {
    let mut screen = Screen::open("space-members");
    until(&mut screen, "Add her again");
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Hull-7");
    screen.see(ALDERMOOR, "Cleo Brandt: no credentials left");
    screen.picture("seen-credentials");
}

// R124–R126, R136, R137, R152
#[test]
fn the_limits_of_an_owner_restricted() {
    let mut screen = Screen::open("w14");
    at_spaces(&mut screen, "Dora Vance · External", "Hull-7");
    assert!(screen.reason(ALDERMOOR, "Edit properties…").is_some_and(|why| why.contains("without restriction")));
    screen.click(ALDERMOOR, "Add member(s)…");
    let dialog = "Add member(s): Hull-7";
    screen.toggle(dialog, "Enable restricted access");
    screen.see(dialog, "Author (Restricted)");
    screen.type_into(dialog, "Enter a name or a login", "Cleo");
    screen.click(dialog, "Add Cleo Brandt");
    screen.see(dialog, "manages only their own organization");
    screen.picture("seen-owner-restricted");
}

// R117, R127, R129, R130, R157
#[test]
fn a_group_opens_a_space_for_those_who_can() {
    let mut screen = Screen::open("space-members");
    until(&mut screen, "Dan is in the group and opens nothing: help him");
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Dock");
    screen.see(ALDERMOOR, "Contributor, opens for 1 of 2 members");
    screen.picture("seen-groups");
}

// R132–R135
#[test]
fn single_credentials_by_organization() {
    let mut screen = Screen::open("own-license");
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Common Space");
    screen.click(ALDERMOOR, "Advanced…");
    screen.drop_down("Advanced: Common Space", "Cleo Brandt for Hulls");
    assert!(screen.lines().contains(&"No credential".to_owned()));
    screen.picture("seen-advanced");
}

// R138
#[test]
fn restricted_access_opens_what_the_own_organization_owns() {
    let mut screen = Screen::open("space-members");
    while screen.sees(GUIDE, "Do it") {
        follow(&mut screen);
    }
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Hull-7");
    screen.see(ALDERMOOR, "Owner of Bow mould: Brightwell");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.pick(BRIGHTWELL, "Signed in: ", ALDERMOOR);
    screen.see(ALDERMOOR, "Bow mould");
    screen.does_not_see(ALDERMOOR, "Rudder bracket");
    screen.picture("seen-owned-content");
}

// R139–R147, E13
#[test]
fn a_pending_external_is_found_by_the_whole_address() {
    let mut screen = Screen::open("own-license");
    while !screen.sees(GUIDE, "Do it as Ben") {
        follow(&mut screen);
    }
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Dock");
    screen.click(ALDERMOOR, "Add member(s)…");
    let dialog = "Add member(s): Dock";
    screen.type_into(dialog, "Enter a name or a login", "ben@bri");
    screen.does_not_see(dialog, "Add ben@brightwell.example");
    screen.picture("seen-search");
    screen.type_over(dialog, "Enter a name or a login", BEN);
    screen.see(dialog, "Add ben@brightwell.example");
}

// R148–R152
#[test]
fn the_settings_decide_which_access_roles_are_offered() {
    let mut screen = Screen::open("own-license");
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Hull-7");
    for setting in ["Reader", "Public Reader", "Restricted roles", "Associate Leader and Owner"] {
        screen.toggle(ALDERMOOR, setting);
    }
    screen.click(ALDERMOOR, "Add member(s)…");
    let dialog = "Add member(s): Hull-7";
    for role in ["Public Reader", "Reader", "Contributor", "Author", "Leader", "Owner"] {
        screen.see(dialog, role);
    }
    screen.picture("seen-access-roles");
}

// R158, R159, E7
#[test]
fn of_two_paths_the_higher_level_holds() {
    let mut screen = Screen::open("space-members");
    until(&mut screen, "Dan reads Hull-7");
    at_spaces(&mut screen, "Ana Moreau · Administrator", "Dock");
    screen.pick(BOARD, "Person in focus", "Cleo Brandt");
    assert_eq!(screen.board("Dock", "Aldermoor"), "Author");
    screen.picture("seen-two-paths");
}

// E5, E12
#[test]
fn a_refused_acceptance_lists_every_reason() {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    screen.invite_to_roles(ALDERMOOR, BEN);
    screen.toggle(WIZARD, "Assign License, 3DSwymer (Collaborative Business Innovator)");
    screen.click(WIZARD, "Next");
    screen.click(WIZARD, "Invite");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.click(BRIGHTWELL, "Mail");
    screen.click_in_vain(BRIGHTWELL, "Accept invitation (Notification)");
    screen.see(BRIGHTWELL, "You have not been granted a 3DEXPERIENCE License");
    screen.see(ALDERMOOR, "External (Pending)");
    let about = screen.texts(BOARD).into_iter().find(|text| text.starts_with("Can connect at Aldermoor: ")).unwrap();
    screen.click(BOARD, &about);
    let why = screen.texts(WHY);
    let place = |reason: &str| {
        why.iter().position(|text| text.starts_with(reason)).unwrap_or_else(|| panic!("“{reason}” is not in {why:#?}"))
    };
    let headline = place("Brightwell does not allow roles without license");
    assert!(headline < place("Ben’s license is kept at Brightwell"), "all reasons, in their order");
    screen.picture("seen-accepting-refused");
}

// E6
#[test]
fn a_space_stays_closed_without_industry_innovator() {
    let mut screen = Screen::open("d11");
    let about = screen.texts(BOARD).into_iter().find(|text| text.starts_with("Hull-7 at Aldermoor: ")).unwrap();
    screen.click(BOARD, &about);
    screen.click(WHY, "Look at the checks");
    screen.see(WHY, "Industry Innovator");
    screen.picture("seen-gate");
}

// E10
#[test]
fn counters_tell_what_is_assigned_and_what_remains() {
    let screen = &mut Screen::open("own-license");
    screen.see(ALDERMOOR, "3DSwymer: 2 of 4 licenses assigned");
    screen.click(ALDERMOOR, "Configure Members Options");
    screen.picture("seen-counters");
}
