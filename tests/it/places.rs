//! Every place of the platform that is more than members, spaces and mail: by label, as people use it.

use crate::screen::*;
use egui::Key;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const LOCATIONS: &str = "Allow administrators to manage member's platform locations";
const LOCATION_LINK: &str = "(select location)";
const DEFAULT_LINK: &str = "(select default roles to assign)";
const DEFAULTS: &str = "Default roles to assign";
const SWYMER: &str = "3DSwymer (Collaborative Business Innovator)";

// R107, R108, F11, C2
#[test]
fn the_locations_offered_in_an_invitation_are_chosen_by_the_link_beside_the_option() {
    let mut screen = Screen::open("own-license");
    assert!(!screen.is_enabled(ALDERMOOR, LOCATION_LINK), "the option is off");
    assert!(screen.reason(ALDERMOOR, LOCATION_LINK).is_some());
    screen.toggle(ALDERMOOR, LOCATIONS);
    screen.click(ALDERMOOR, LOCATION_LINK);
    screen.see("Select location", "It has no effect on access.");
    screen.toggle("Select location", "Europe");
    screen.type_into("Select location", "Another location", "Oceania");
    screen.click("Select location", "Add location");
    assert!(screen.is_on("Select location", "Oceania"));
    screen.picture("locations");
    screen.click("Select location", "Apply");
    assert!(!screen.has_region("Select location"), "it closes");
    screen.see(ALDERMOOR, "Locations: Europe, Oceania");
    screen.see(TIMELINE, "Ana chooses the locations offered at Aldermoor");

    screen.click(ALDERMOOR, "Invite members…");
    screen.type_into(WIZARD, "User email", "new@brightwell.example");
    screen.choose(WIZARD, "User location", "Oceania");
    for step in ["Next", "Next", "Invite"] {
        screen.click(WIZARD, step);
    }
    screen.see(ALDERMOOR, "Location: Oceania");
}

// R106, F8, C21
#[test]
fn default_roles_are_ticked_with_their_switches_and_the_base_role_stays() {
    let mut screen = Screen::open("own-license");
    screen.click(ALDERMOOR, DEFAULT_LINK);
    screen.see(DEFAULTS, "New members will be granted the following roles:");
    screen.see(DEFAULTS, "Every grant takes a license here");
    assert!(!screen.is_enabled(DEFAULTS, SWYMER), "the base role is locked");
    assert!(!screen.sees(DEFAULTS, "Available roles without any license"));
    screen.click(DEFAULTS, "Cancel");
    assert!(!screen.has_region(DEFAULTS));

    screen.toggle(ALDERMOOR, OPTION);
    screen.click(ALDERMOOR, DEFAULT_LINK);
    for role in [SWYMER, "Collaborative Industry Innovator"] {
        if !screen.is_on(DEFAULTS, role) {
            screen.click(DEFAULTS, role);
        }
        let assign = format!("Assign License, {role}");
        if screen.is_on(DEFAULTS, &assign) {
            screen.toggle(DEFAULTS, &assign);
        }
    }
    screen.see(DEFAULTS, "No license is given.");
    screen.picture("default-roles");
    screen.click(DEFAULTS, "View selected roles only");
    assert!(screen.is_on(DEFAULTS, SWYMER));
    screen.does_not_see(DEFAULTS, "3DEXPERIENCE SOLIDWORKS Standard");
    screen.click(DEFAULTS, "View all");
    screen.type_into(DEFAULTS, "Search Roles", "solid");
    screen.see(DEFAULTS, "3DEXPERIENCE SOLIDWORKS Standard");
    screen.does_not_see(DEFAULTS, "Collaborative Industry Innovator");
    screen.click(DEFAULTS, "Apply");
    screen.see(TIMELINE, "Ana chooses the default roles at Aldermoor");
    screen.click(ALDERMOOR, DEFAULT_LINK);
    assert!(screen.is_on(DEFAULTS, "Collaborative Industry Innovator"), "they are remembered");
    assert!(!screen.is_on(DEFAULTS, "Assign License, Collaborative Industry Innovator"));
}

/// Defines a group at Aldermoor and puts Cleo into it.
fn with_group(screen: &mut Screen) {
    screen.click(ALDERMOOR, "Groups");
    screen.see(ALDERMOOR, "No group is defined here yet.");
    assert_eq!(screen.reason(ALDERMOOR, "Create group").as_deref(), Some("Type a name first."));
    screen.type_into(ALDERMOOR, "Name of the new group", "Reviewers");
    screen.click(ALDERMOOR, "Create group");
    screen.see(ALDERMOOR, "0 members, 0 roles");
    screen.pick(ALDERMOOR, "Add to group", "Cleo Brandt");
    screen.see(ALDERMOOR, "1 member, 0 roles");
}

// R129, R130, F28, F29
#[test]
fn a_group_is_made_filled_and_grants_its_role_to_everybody_in_it() {
    let mut screen = Screen::open("own-license");
    with_group(&mut screen);
    screen.see(TIMELINE, "Ana puts Cleo into the group Reviewers");
    screen.pick(ALDERMOOR, "Grant role to group", "3DEXPERIENCE SOLIDWORKS Standard");
    screen.see(ALDERMOOR, "1 member, 1 role");
    screen.see(ALDERMOOR, "of 1 member with a license here");
    screen.picture("groups");
    screen.click(ALDERMOOR, "Members");
    screen.click(ALDERMOOR, "Cleo Brandt");
    let reason = screen.reason(ALDERMOOR, "Ungrant SOLIDWORKS Standard");
    assert!(reason.is_some_and(|why| why.contains("group")), "it came through the group");
    screen.click(ALDERMOOR, "Groups");
    screen.click(ALDERMOOR, "Take SOLIDWORKS Standard from Reviewers");
    screen.click(ALDERMOOR, "Take Cleo Brandt out of Reviewers");
    screen.see(ALDERMOOR, "0 members, 0 roles");
}

// F28, R28
#[test]
fn pending_people_and_ordinary_members_meet_the_reason_in_the_groups() {
    let mut screen = Screen::open("own-license");
    screen.click(ALDERMOOR, "Invite members…");
    screen.type_into(WIZARD, "User email", "ben@brightwell.example");
    for step in ["Next", "Next", "Invite"] {
        screen.click(WIZARD, step);
    }
    with_group(&mut screen);
    screen.drop_down(ALDERMOOR, "Add to group");
    screen.see_line("ben@brightwell.example", "Only people who have connected can be in a group.");
    screen.key(Key::Escape);
    screen.pick(ALDERMOOR, "Signed in: ", "Cleo Brandt · Member");
    screen.see(ALDERMOOR, "changed by an administrator: Ana");
    assert!(!screen.is_enabled(ALDERMOOR, "Take Cleo Brandt out of Reviewers"));
    screen.click(BRIGHTWELL, "Groups");
    screen.see(BRIGHTWELL, "No group is defined here yet.");
}

/// Opens the member list of a space at Aldermoor.
fn open_space(screen: &mut Screen, space: &str) {
    screen.click(ALDERMOOR, "Spaces");
    if !screen.is_on(ALDERMOOR, space) && !screen.is_chosen(ALDERMOOR, space) {
        screen.click(ALDERMOOR, space);
    }
    screen.see(ALDERMOOR, "Manage Members");
}

// R112, R117, R157, F20
#[test]
fn a_group_is_added_to_a_space_through_its_own_door_and_is_listed_there() {
    let mut screen = Screen::open("own-license");
    open_space(&mut screen, "Hull-7");
    assert!(screen.reason(ALDERMOOR, "Add group(s)…").is_some_and(|why| why.contains("No group is defined")));
    with_group(&mut screen);
    open_space(&mut screen, "Hull-7");
    screen.click(ALDERMOOR, "Add member(s)…");
    screen.click("Add member(s): Hull-7", "Add group(s)");
    let dialog = "Add group(s): Hull-7";
    assert!(!screen.has_region("Add member(s): Hull-7"));
    screen.see(dialog, "1 member · Aldermoor");
    screen.click(dialog, "Contributor");
    screen.picture("add-groups");
    screen.click(dialog, "Add Reviewers");
    assert!(!screen.has_region(dialog), "it closes");
    screen.see(TIMELINE, "Ana adds the group Reviewers to Hull-7 as Contributor");
    screen.see(ALDERMOOR, "Reviewers: Contributor · Aldermoor");
    screen.see(ALDERMOOR, "Contributor, opens for 1 of 1 member");
    screen.picture("group-in-space");
    screen.pick(ALDERMOOR, "Access role of Reviewers", "Author");
    screen.see(ALDERMOOR, "Reviewers: Author · Aldermoor");
    screen.click(ALDERMOOR, "Remove Reviewers");
    screen.does_not_see(ALDERMOOR, "Reviewers: ");
}

/// Who has typed a name presses Enter: the one found is added, the first where there are several, and the row says so.
#[test]
fn enter_adds_the_first_one_found() {
    let mut screen = Screen::open("consultant");
    let (field, dialog) = ("Enter a name or a login", "Add member(s): Common Space");
    let is_marked = |screen: &Screen| screen.texts(dialog).iter().any(|text| text == "Enter");
    let open = |screen: &mut Screen| {
        open_space(screen, "Common Space");
        screen.click(ALDERMOOR, "Add member(s)…");
    };
    open(&mut screen);
    let steps = |screen: &Screen| screen.app().desk().session().steps().count();
    screen.see(dialog, "the Enter key adds the first one found");
    screen.key(Key::Enter);
    assert!(screen.has_region(dialog) && !is_marked(&screen), "nothing is typed, nothing is added");
    assert_eq!(screen.focused().as_deref(), Some(field), "the keyboard stays in the field");
    screen.type_text("nobody");
    screen.key(Key::Enter);
    assert_eq!(steps(&screen), 0, "nobody is found");
    screen.type_over(dialog, field, "a");
    let found = screen.texts(dialog).iter().filter(|text| text.starts_with("Add ") && *text != dialog).count();
    assert!(found > 1 && is_marked(&screen), "several are found, and the first is marked: {:?}", screen.texts(dialog));
    screen.picture("enter-adds");
    let first = screen.label_from(dialog, "Add ");
    screen.key(Key::Enter);
    assert!(!screen.has_region(dialog), "{first}: it is added, and the dialog closes");
    assert_eq!(steps(&screen), 1);
    let name = first.trim_start_matches("Add ");
    screen.see(TIMELINE, &format!("adds {}", name.split(' ').next().expect("a name")));
}

#[test]
fn enter_adds_a_group_and_shares_with_a_member() {
    let mut screen = Screen::open("own-license");
    with_group(&mut screen);
    open_space(&mut screen, "Hull-7");
    screen.click(ALDERMOOR, "Add group(s)…");
    let dialog = "Add group(s): Hull-7";
    screen.type_into(dialog, "Enter the name of a group", "rev");
    assert!(screen.texts(dialog).iter().any(|text| text == "Enter"));
    screen.picture("enter-adds-group");
    screen.key(Key::Enter);
    assert!(!screen.has_region(dialog), "it closes");
    screen.see(TIMELINE, "Ana adds the group Reviewers to Hull-7");
    screen.click(ALDERMOOR, "Share Rudder bracket");
    screen.type_into("Share: Rudder bracket", "Enter a name or an address", "cleo");
    screen.key(Key::Enter);
    assert!(!screen.has_region("Share: Rudder bracket"), "it closes");
    screen.see(ALDERMOOR, "shared with Cleo Brandt");
}

// C24, R138, E7
#[test]
fn a_restricted_group_with_an_outsider_in_it_is_cautioned_against() {
    let mut screen = Screen::open("two-suppliers");
    while screen.sees(GUIDE, "Do it as ") {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen.pick(ALDERMOOR, "Signed in: ", "Ana Moreau · Administrator");
    screen.click(ALDERMOOR, "Groups");
    screen.type_into(ALDERMOOR, "Name of the new group", "Suppliers");
    screen.click(ALDERMOOR, "Create group");
    screen.pick(ALDERMOOR, "Add to group", "Ben Okafor");
    open_space(&mut screen, "Hull-7");
    screen.see(ALDERMOOR, "Ben Okafor: Author · Brightwell");
    screen.click(ALDERMOOR, "Add group(s)…");
    let dialog = "Add group(s): Hull-7";
    screen.toggle(dialog, "Enable restricted access");
    screen.see(dialog, "too");
    screen.click(dialog, "Add Suppliers");
    screen.see(ALDERMOOR, "too");
    // R136: the scope is switched at the same level, from the row.
    screen.pick(ALDERMOOR, "Access role of Ben Okafor", "All content");
    assert_eq!(screen.board("Hull-7", "Aldermoor"), "Author");
    screen.pick(ALDERMOOR, "Access role of Ben Okafor", "Only content of the own organization");
    screen.see(TIMELINE, "Ana makes Ben Author of Hull-7");
}

// R114–R123
#[test]
fn leaving_an_organization_says_which_credentials_go_and_moving_brings_none_along() {
    let mut screen = Screen::open("own-license");
    open_space(&mut screen, "Common Space");
    screen.see(ALDERMOOR, "Cleo Brandt: Author · Hulls");
    screen.click(ALDERMOOR, "Members");
    screen.click(ALDERMOOR, "Cleo Brandt");
    screen.see(ALDERMOOR, "business unit");
    screen.see(ALDERMOOR, "Common Space-Hulls-Author");
    assert_eq!(screen.board("Common Space", "Aldermoor"), "Author");
    screen.picture("organizations");
    screen.pick(ALDERMOOR, "Move from Hulls", "Engines");
    screen.see(TIMELINE, "Ana puts Cleo into Engines");
    assert_eq!(screen.board("Common Space", "Aldermoor"), "closed");
    open_space(&mut screen, "Common Space");
    screen.see(ALDERMOOR, "Cleo Brandt: no credentials left");
    screen.click(TOP, &screen.label_from(TOP, "Undo"));
    screen.click(TOP, &screen.label_from(TOP, "Undo"));
    screen.see(ALDERMOOR, "Cleo Brandt: Author · Hulls");
    screen.click(ALDERMOOR, "Members");
    screen.pick(ALDERMOOR, "Join organization", "Engines (business unit)");
    screen.click(ALDERMOOR, "Leave Engines");
    screen.see(TIMELINE, "Ana takes Cleo out of Engines");
}

// R135, C26, F25
#[test]
fn the_advanced_table_sets_single_credentials_by_hand() {
    let mut screen = Screen::open("own-license");
    open_space(&mut screen, "Common Space");
    screen.click(ALDERMOOR, "Advanced…");
    let dialog = "Advanced: Common Space";
    screen.see(dialog, "Cleo Brandt for Hulls: belongs to it, Author");
    screen.picture("advanced");
    screen.pick(dialog, "Cleo Brandt for Engines", "Leader & Owner");
    assert!(screen.has_region(dialog), "it stays");
    screen.see(dialog, "Cleo Brandt for Engines: Leader & Owner");
    screen.click(dialog, "Close");
    screen.see(ALDERMOOR, "Leader & Owner · Engines, Author · Hulls");
    screen.click(ALDERMOOR, "Advanced…");
    screen.click(dialog, "Remove Cleo Brandt");
    screen.type_into(dialog, "Enter a name or a login", "cleo");
    screen.see(dialog, "not in");
    screen.pick(dialog, "Cleo Brandt for Aldermoor", "Contributor");
    screen.click(dialog, "Add member(s)");
    assert!(screen.has_region("Add member(s): Common Space"));
}

// R102–R106, C22, C30
#[test]
fn sharing_an_item_with_an_outsider_sends_the_invitation_by_itself() {
    let mut screen = Screen::open("own-license");
    open_space(&mut screen, "Hull-7");
    screen.click(ALDERMOOR, "Share Rudder bracket");
    let dialog = "Share: Rudder bracket";
    screen.type_into(dialog, "Enter a name or an address", "cleo");
    screen.see(dialog, "Member · Hulls");
    assert!(!screen.is_enabled(dialog, "Share"), "no whole address");
    screen.click(dialog, "Share with Cleo Brandt");
    assert!(!screen.has_region(dialog));
    screen.see(ALDERMOOR, "shared with Cleo Brandt");
    screen.see(TIMELINE, "Ana shares Rudder bracket with cleo@aldermoor.example");

    screen.click(ALDERMOOR, "Share Rudder bracket");
    screen.type_into(dialog, "Enter a name or an address", "ben@brightwell.example");
    assert!(!screen.is_enabled(dialog, "Share"), "members may not invite");
    screen.picture("share");
    screen.click(dialog, "Cancel");
    screen.click(ALDERMOOR, "Members");
    let members = "Allow platform members to invite external users (for instance when sharing content).";
    screen.toggle(ALDERMOOR, members);
    screen.pick(ALDERMOOR, "Signed in: ", "Cleo Brandt · Member");
    screen.click(ALDERMOOR, "Cleo’s view");
    screen.see(ALDERMOOR, "Shared with you");
    screen.click(ALDERMOOR, "Share Rudder bracket");
    screen.type_into(dialog, "Enter a name or an address", "ben@brightwell.example");
    screen.see(dialog, "an invitation to Aldermoor is sent by itself.");
    screen.see(dialog, "External, with the default roles: 3DSwymer and Industry Innovator.");
    screen.see(dialog, "2 licenses of Aldermoor are taken");
    screen.click(dialog, "Share");
    screen.see(ALDERMOOR, "shared with Cleo Brandt, Ben Okafor");
    screen.see(BRIDGE, "Invitation to Ben, pending");
}

// E1, R91, C16
#[test]
fn the_trainer_moves_the_clock_and_sets_licenses_and_what_has_expired_says_so() {
    let mut screen = Screen::open("own-license");
    screen.click(BRIGHTWELL, "Licenses of SOLIDWORKS Standard…");
    let dialog = "Licenses: SOLIDWORKS Standard";
    screen.see(dialog, "nobody on the platform can");
    screen.type_over(dialog, "Last valid day", "soon");
    assert!(!screen.is_enabled(dialog, "Set"));
    screen.type_over(dialog, "Last valid day", "20");
    screen.type_over(dialog, "Purchased", "0");
    assert!(screen.reason(dialog, "Set").is_some_and(|why| why.contains("assigned")));
    screen.type_over(dialog, "Purchased", "9");
    screen.picture("pool");
    screen.click(dialog, "Set");
    assert!(!screen.has_region(dialog));
    screen.see(TIMELINE, "Brightwell has 9 SOLIDWORKS Standard licenses until day 20");

    screen.click(TIMELINE, "Clock: day 0");
    screen.click("Clock", "+1 day");
    screen.click("Clock", "+10 days");
    screen.see("Clock", "It is day 11.");
    screen.type_into("Clock", "Day", "15");
    screen.click("Clock", "Go to this day");
    screen.picture("clock");
    screen.see("Clock", "To day 21: the first day without SOLIDWORKS Standard of Brightwell.");
    screen.click("Clock", "To day 21");
    screen.click("Clock", "Close");
    screen.see(TIMELINE, "It is day 21");
    screen.see(BRIGHTWELL, "expired on day 20");
    assert_ne!(screen.board("3DEXPERIENCE SOLIDWORKS Standard", "Brightwell"), "own license");
    screen.picture("expired");
}

// E1
#[test]
fn the_clock_ends_with_a_reason_and_its_field_has_the_keyboard() {
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::K);
    screen.type_text("clock");
    screen.key(Key::Enter);
    assert_eq!(screen.focused().as_deref(), Some("Day"), "one can type a day at once");
    screen.type_text("4294967290");
    screen.key(Key::Enter);
    screen.see("Clock", "It is day 4294967290.");
    let end = Some("The clock ends on day 4294967295.");
    assert_eq!(screen.reason("Clock", "+10 days").as_deref(), end);
    assert!(screen.is_enabled("Clock", "+1 day"));
    screen.type_over("Clock", "Day", "4294967295");
    screen.picture("last-day");
    screen.click("Clock", "Go to this day");
    screen.see("Clock", "It is day 4294967295.");
    assert_eq!(screen.reason("Clock", "+1 day").as_deref(), end);
    assert!(!screen.is_enabled("Clock", "+1 day") && !screen.is_enabled("Clock", "+10 days"));
    screen.type_over("Clock", "Day", "4294967296");
    let range = Some("Type a day as a whole number from 0 to 4294967295.");
    assert_eq!(screen.reason("Clock", "Go to this day").as_deref(), range);
}

// R92, C17, E9
#[test]
fn a_prerequisite_that_is_kept_at_a_login_says_what_it_is_kept_for() {
    let mut screen = Screen::open("own-license");
    screen.toggle(BRIGHTWELL, "Automatically ungrant expired roles from members or groups");
    for role in ["Industry Innovator", "3D Creator"] {
        screen.click(BRIGHTWELL, &format!("Licenses of {role}…"));
        screen.type_over(&format!("Licenses: {role}"), "Last valid day", "5");
        screen.click(&format!("Licenses: {role}"), "Set");
    }
    screen.click(TIMELINE, "Clock: day 0");
    screen.click("Clock", "+10 days");
    screen.click("Clock", "Close");
    screen.see(BRIGHTWELL, "Industry Innovator has expired here; kept: prerequisite of SOLIDWORKS Standard");
    screen.does_not_see(BRIGHTWELL, "3D Creator has expired here");
}

// Rules 2.1, C1
#[test]
fn every_reading_of_the_guides_can_be_switched_off_the_beaten_path() {
    let mut screen = Screen::open("own-license");
    screen.pick(TOP, "File", "Readings…");
    let readings: Vec<String> =
        screen.texts("Readings").into_iter().filter(|text| text.starts_with("Read differently: ")).collect();
    assert_eq!(readings.len(), 7, "{readings:?}");
    screen.picture("readings");
    screen.toggle("Readings", "Read differently: Home option at time of use");
    screen.see("Readings", "On (holds now): Only the host’s option is asked");
    screen.see(TIMELINE, "“Home option at time of use” is read the other way");
    screen.click("Readings", "Close");
    assert!(!screen.lane("SOLIDWORKS Standard").contains("cut at Brightwell"));
}

// R97–R99, R109, C35
#[test]
fn granting_a_role_asks_for_both_switches_and_roles_without_any_license_can_be_filtered() {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    screen.click(ALDERMOOR, "Cleo Brandt");
    screen.pick(ALDERMOOR, "Grant role", "3DEXPERIENCE SOLIDWORKS Standard…");
    let dialog = "Grant role: SOLIDWORKS Standard";
    screen.see(dialog, "1 of 2 remaining");
    screen.toggle(dialog, "Assign License");
    screen.see(dialog, "Restrict Usage to this Platform: ");
    screen.picture("grant");
    screen.click(dialog, "Grant");
    screen.see(TIMELINE, "Ana grants Cleo SOLIDWORKS Standard at Aldermoor, with a license");
    assert!(screen.is_on(ALDERMOOR, "Assign License, SOLIDWORKS Standard"));
    screen.pick(ALDERMOOR, "Grant role", "Mechanical Designer");
    screen.see(TIMELINE, "Ana grants Cleo Mechanical Designer at Aldermoor, without license");

    screen.invite_to_roles(ALDERMOOR, "new@brightwell.example");
    screen.toggle(WIZARD, "Roles without any license");
    screen.does_not_see(WIZARD, "3D Creator");
    screen.see(WIZARD, "Mechanical Designer");
}

#[test]
fn the_further_places_can_be_used_in_a_small_window() {
    let mut screen = Screen::open_at("own-license", SMALL);
    screen.click(ALDERMOOR, DEFAULT_LINK);
    assert!(screen.is_on_screen(DEFAULTS, "Apply"));
    screen.picture("small-default-roles");
    screen.click(DEFAULTS, "Cancel");
    with_group(&mut screen);
    screen.pick(ALDERMOOR, "Grant role to group", "Collaborative Industry Innovator");
    screen.picture("small-groups");
    open_space(&mut screen, "Common Space");
    screen.click(ALDERMOOR, "Add group(s)…");
    screen.click("Add group(s): Common Space", "Add Reviewers");
    screen.picture("small-space");
    screen.click(ALDERMOOR, "Advanced…");
    screen.picture("small-advanced");
    screen.pick("Advanced: Common Space", "Cleo Brandt for Engines", "Contributor");
    screen.click("Advanced: Common Space", "Close");
    screen.click(TIMELINE, "Clock: day 0");
    screen.click("Clock", "+10 days");
    screen.see(TIMELINE, "It is day 10");
}
