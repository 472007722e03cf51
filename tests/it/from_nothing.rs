//! The own-license situation from nothing: platforms, people, licenses and spaces set up in the window, then the guide
//! done on the real switches. By label, as everywhere.

use crate::screen::*;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const STAGE: &str = "Set the stage";
const SWYMER: &str = "3DSwymer (Collaborative Business Innovator)";
const INNOVATOR: &str = "Collaborative Industry Innovator";
const SOLIDWORKS: &str = "3DEXPERIENCE SOLIDWORKS Standard";

/// Fills the form and sets it.
fn set(screen: &mut Screen, kind: &str, picked: &[(&str, &str)], typed: &[(&str, &str)], ticked: &[&str]) {
    screen.click(STAGE, kind);
    for (field, line) in picked {
        screen.pick(STAGE, &format!("{field}: "), line);
    }
    for (field, words) in typed {
        screen.type_over(STAGE, field, words);
    }
    for line in ticked {
        screen.toggle(STAGE, line);
    }
    screen.click(STAGE, "Set");
}

fn sets_up_two_companies(screen: &mut Screen) {
    screen.click("Stage", "Set the stage…");
    assert_eq!(screen.reason(STAGE, "Set").as_deref(), Some("“Name” is empty."));
    for (platform, company) in [(ALDERMOOR, "Aldermoor"), (BRIGHTWELL, "Brightwell")] {
        set(screen, "Platform", &[], &[("Name", platform), ("Host company", company)], &[]);
        for role in [SWYMER, INNOVATOR, SOLIDWORKS] {
            set(screen, "Licenses", &[("On platform", platform), ("Role", role)], &[("Purchased", "3")], &[]);
        }
    }
    let cast = [
        ("Ana Moreau", "ana@aldermoor.example", ALDERMOOR, "Administrator", &[SWYMER, INNOVATOR][..]),
        ("Gus Lindqvist", "gus@brightwell.example", BRIGHTWELL, "Administrator", &[SWYMER, INNOVATOR][..]),
        ("Ben Okafor", "ben@brightwell.example", BRIGHTWELL, "Member", &[SWYMER, INNOVATOR, SOLIDWORKS][..]),
    ];
    for (name, email, platform, right, roles) in cast {
        set(screen, "Person", &[], &[("Name", name), ("User email", email)], &[]);
        let picked = [("On platform", platform), ("Who", name), ("User right", right)];
        set(screen, "Member", &picked, &[], roles);
        set(screen, "Signed in", &[], &[], &[]);
    }
    set(screen, "Collaborative space", &[("On platform", ALDERMOOR)], &[("Name", "Hull-7")], &[]);
    let picked = [("Space", "Hull-7"), ("Member", "Ana Moreau"), ("Access role", "Leader & Owner")];
    set(screen, "Member of a space", &picked, &[], &[]);
    set(screen, "Item", &[("Owner", "Aldermoor")], &[("Name", "Rudder bracket")], &[]);
    screen.click(STAGE, "Close");
}

// E1, then the whole own-license guide
#[test]
fn the_own_license_situation_is_built_from_nothing_and_played_to_its_end() {
    let mut screen = Screen::open("bare-stage");
    screen.see("Stage", "Nothing is on the stage yet");
    screen.picture("bare-stage");
    sets_up_two_companies(&mut screen);
    screen.see(ALDERMOOR, "Members | 1");
    screen.see(BRIGHTWELL, "Members | 2");
    screen.pick(BOARD, "Person in focus", "Ben Okafor");
    assert_eq!(screen.board("3DEXPERIENCE SOLIDWORKS Standard", "Brightwell"), "own license");
    screen.picture("from-nothing");

    screen.toggle(ALDERMOOR, OPTION);
    screen.toggle(BRIGHTWELL, OPTION);
    screen.click(BRIGHTWELL, "Ben Okafor");
    for role in ["3DSwymer", "Industry Innovator"] {
        screen.toggle(BRIGHTWELL, &format!("Restrict Usage to this Platform, {role}"));
    }
    screen.invite_to_roles(ALDERMOOR, "ben@brightwell.example");
    for role in [SWYMER, INNOVATOR, SOLIDWORKS] {
        if !screen.is_on(WIZARD, role) {
            screen.click(WIZARD, role);
        }
        let assign = format!("Assign License, {role}");
        if screen.is_on(WIZARD, &assign) {
            screen.toggle(WIZARD, &assign);
        }
    }
    screen.click(WIZARD, "Next");
    screen.click(WIZARD, "Invite");
    screen.click(ALDERMOOR, "Spaces");
    screen.click(ALDERMOOR, "Hull-7");
    screen.click(ALDERMOOR, "Add member(s)…");
    let dialog = "Add member(s): Hull-7";
    screen.type_into(dialog, "Enter a name or a login", "ben@brightwell.example");
    screen.click(dialog, "Add ben@brightwell.example");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.click(BRIGHTWELL, "Mail");
    screen.click(BRIGHTWELL, "Accept invitation (Notification)");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
    assert_eq!(screen.board("Hull-7", "Aldermoor"), "Author");
    screen.click(ALDERMOOR, "Members");
    assert_eq!(screen.counters(ALDERMOOR).len(), 3);
    screen.picture("from-nothing-played");
}

/// Two platforms of one name, and names that look like one another, could not be told apart.
#[test]
fn names_that_cannot_be_told_apart_are_refused_with_a_reason() {
    let mut screen = Screen::open("own-license");
    screen.pick(TOP, "File", "Set the stage…");
    screen.click(STAGE, "Platform");
    screen.type_over(STAGE, "Host company", "Corvane");
    for (name, reason) in [
        ("aldermoor  MARINE", "This name is already used. Choose another."),
        (
            "Cor\u{200b}vane",
            "“Cor[U+200B]vane” has a character that cannot be seen, U+200B at place 4. Take it out, or type the name again.",
        ),
        (
            "\u{202e}Corvane",
            "“[U+202E]Corvane” has a character that cannot be seen, U+202E at place 1. Take it out, or type the name again.",
        ),
    ] {
        screen.type_over(STAGE, "Name", name);
        let said = screen.reason(STAGE, "Set").expect("a reason");
        assert!(said.starts_with(reason), "{name:?}: {said}");
    }
    screen.type_over(STAGE, "Name", &"x".repeat(201));
    let long = "This name has 201 characters; up to 200 are allowed. Type a shorter one.";
    assert!(screen.reason(STAGE, "Set").is_some_and(|said| said.starts_with(long)));
    screen.type_over(STAGE, "Name", "Corvane Studio");
    assert!(screen.is_enabled(STAGE, "Set"));
    screen.click(STAGE, "Person");
    screen.type_over(STAGE, "Name", "Lo Castellan");
    screen.type_over(STAGE, "User email", "l\u{200b}o@corvane.example");
    let reason = screen.reason(STAGE, "Set").expect("a reason");
    assert!(reason.starts_with("“l[U+200B]o@corvane.example” has a character that cannot be seen."), "{reason}");
    screen.click(STAGE, "Close");
    screen.click(ALDERMOOR, "Spaces");
    screen.type_into(ALDERMOOR, "Name of the new space", "Hull-7\u{200b}");
    let reason = screen.reason(ALDERMOOR, "Create space").expect("a reason");
    assert!(reason.starts_with("“Hull-7[U+200B]” has a character that cannot be seen, U+200B at place 7."), "{reason}");
}
