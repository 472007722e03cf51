//! Every act has a control: each platform is administered, and the stage set, by labels alone, and the acts that came of
//! it are compared with those the source knows.

use crate::screen::*;
use std::collections::BTreeSet;

const ACTS: &str = include_str!("../../src/domain/command.rs");
const STAGE_ACTS: &str = include_str!("../../src/domain/stage_act.rs");
const STAGE: &str = "Set the stage";
const SWYMER: &str = "3DSwymer (Collaborative Business Innovator)";

/// The variants of an enum, read off its source, so that a new one is missed here at once.
pub fn variants(source: &str, name: &str) -> BTreeSet<String> {
    let (_, body) = source.split_once(&format!("pub enum {name} {{\n")).expect("the enum");
    let (body, _) = body.split_once("\n}\n").expect("its end");
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let names = lines.filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()));
    names.filter_map(|line| line.split([' ', '{', '(', ',']).next()).map(str::to_owned).collect()
}

/// The name of a variant as it is printed.
pub fn variant(act: &impl std::fmt::Debug) -> String {
    let words = format!("{act:?}");
    words.split([' ', '{', '(']).next().unwrap_or_default().to_owned()
}

/// The acts submitted in a window: of people, and of the trainer.
fn submitted(screen: &Screen) -> [BTreeSet<String>; 2] {
    use crossinvite::domain::Command;
    let mut found = [BTreeSet::new(), BTreeSet::new()];
    for (_, step) in screen.app().desk().session().steps() {
        match &step.command {
            Command::Do { act, .. } => found[0].insert(variant(act)),
            Command::Stage(act) => found[1].insert(variant(act)),
        };
    }
    found
}

#[test]
fn the_source_is_read_as_it_is_meant() {
    let acts = variants(ACTS, "Act");
    assert!(acts.contains("SwitchPlatform") && acts.contains("RemoveCredential"), "{acts:?}");
    assert!(acts.len() > 30 && variants(STAGE_ACTS, "StageAct").len() > 20);
}

/// Who is who on a platform, and what the play does there.
struct Scene {
    at: &'static str,
    /// The administrator's choice in the panel's list.
    admin: &'static str,
    /// A member without administrator rights.
    member: &'static str,
    /// A role the platform owns and that member does not hold.
    spare: &'static str,
    /// Its short name.
    spare_short: &'static str,
}

/// Everything an administrator can do with options, invitations, members and licenses.
fn administers_members(screen: &mut Screen, scene: &Scene) {
    let at = scene.at;
    screen.toggle(at, OPTION);
    screen.toggle(at, "Allow administrators to manage member's platform locations");
    screen.click(at, "(select location)");
    screen.toggle("Select location", "Asia");
    screen.click("Select location", "Apply");
    screen.click(at, "(select default roles to assign)");
    screen.toggle("Default roles to assign", "Collaborative Industry Innovator");
    screen.click("Default roles to assign", "Apply");

    invite(screen, at, "new@elsewhere.example");
    screen.click(at, "Resend Invitation");
    screen.click(at, "Take invitation back");

    screen.click(at, "Import Members…");
    screen.type_into("Import Members", "Lines to import", "x@elsewhere.example;user;contractor;IFW");
    screen.click("Import Members", "Import 1 line");
    screen.click("Import Members", "Close");

    screen.click(at, scene.member);
    screen.pick(at, "Grant role", &format!("{}…", scene.spare));
    screen.click(&format!("Grant role: {}", scene.spare_short), "Grant");
    let assign = format!("Assign License, {}", scene.spare_short);
    screen.click(at, &assign);
    screen.toggle(at, "Restrict Usage to this Platform, Industry Innovator");
    screen.click(at, &format!("Ungrant {}", scene.spare_short));
    screen.pick(at, "User right: Member", "External");
    screen.click(at, "Remove Access");
    screen.click(at, "Give access back");
}

fn invite(screen: &mut Screen, at: &str, email: &str) {
    screen.click(at, "Invite members…");
    screen.type_into(WIZARD, "User email", email);
    for step in ["Next", "Next", "Invite"] {
        screen.click(WIZARD, step);
    }
}

/// Everything about organizations, spaces and groups.
fn administers_content(screen: &mut Screen, scene: &Scene) {
    let at = scene.at;
    screen.click(at, "Declare organization…");
    screen.type_into(STAGE, "Name", "Yard");
    screen.click(STAGE, "Set");
    screen.click(STAGE, "Close");
    screen.pick(at, "Join organization", "Yard (business unit)");

    screen.click(at, "Spaces");
    screen.toggle(at, "Restricted roles");
    screen.type_into(at, "Name of the new space", "Study");
    screen.click(at, "Create space");
    screen.click(at, "Add member(s)…");
    let dialog = "Add member(s): Study";
    screen.type_into(dialog, "Enter a name or a login", scene.member);
    screen.click(dialog, &format!("Add {}", scene.member));
    screen.pick(at, &format!("Access role of {}", scene.member), "Contributor");
    screen.click(at, "Advanced…");
    let dialog = "Advanced: Study";
    screen.pick(dialog, &format!("{} for Yard", scene.member), "No credential");
    screen.click(dialog, "Close");
    screen.click(at, "Edit properties…");
    screen.type_over("Properties: Study", "Title", "Study of the hull");
    screen.click("Properties: Study", "Save");
    screen.click(at, "New item…");
    screen.type_into(STAGE, "Name", "Rib");
    screen.pick(STAGE, "Owner: ", "Yard");
    screen.click(STAGE, "Set");
    screen.click(STAGE, "Close");
    let owner = screen.label_from(at, "Owner of Rib: ");
    assert_eq!(owner, "Owner of Rib: Yard");
    screen.click(at, "Share Rib");
    screen.type_into("Share: Rib", "Enter a name or an address", scene.member);
    screen.click("Share: Rib", &format!("Share with {}", scene.member));
    screen.pick(at, "Move Rib", "Common Space");
    screen.click(at, &format!("Remove {}", scene.admin));
    screen.click(at, "Members");
    screen.click(at, "Leave Yard");

    screen.click(at, "Groups");
    screen.type_into(at, "Name of the new group", "Crew");
    screen.click(at, "Create group");
    screen.pick(at, "Add to group", scene.member);
    screen.pick(at, "Grant role to group", scene.spare);
    screen.click(at, &format!("Take {} from Crew", scene.spare_short));
    screen.click(at, &format!("Take {} out of Crew", scene.member));
    screen.click(at, "Members");
    screen.click(at, "Remove member");
}

const ALDERMOOR: Scene = Scene {
    at: "Aldermoor Marine",
    admin: "Ana Moreau",
    member: "Cleo Brandt",
    spare: "3DEXPERIENCE SOLIDWORKS Standard",
    spare_short: "SOLIDWORKS Standard",
};

/// A platform that joined: as good as the first.
const CORVANE: Scene = Scene {
    at: "Corvane Studio",
    admin: "Lo Castellan",
    member: "Kim Adeyemi",
    spare: "3D Creator",
    spare_short: "3D Creator",
};

fn missing(all: &BTreeSet<String>, found: &BTreeSet<String>) -> Vec<String> {
    all.difference(found).cloned().collect()
}

/// R28, R79, R135: what an administrator can do, on the first platform and on one that joined later.
#[test]
fn every_act_of_a_person_has_a_control_on_the_first_and_on_the_third_platform() {
    let mut first = Screen::open("own-license");
    administers_members(&mut first, &ALDERMOOR);
    administers_content(&mut first, &ALDERMOOR);
    let [mut found, _] = submitted(&first);
    let administration = found.clone();

    // Ben is invited, accepts from his mail and switches.
    let mut guest = Screen::open("own-license");
    while guest.sees(GUIDE, "Do it as Gus") || guest.sees(GUIDE, "Do it as Ana") {
        let label = guest.label_from(GUIDE, "Do it as ");
        guest.click(GUIDE, &label);
    }
    guest.pick("Brightwell Tooling", "Signed in: ", "Ben Okafor · Member");
    guest.click("Brightwell Tooling", "Mail");
    guest.click("Brightwell Tooling", "Accept invitation (Notification)");
    guest.pick("Brightwell Tooling", "Signed in: ", "Aldermoor Marine");
    found.extend(submitted(&guest)[0].clone());
    assert_eq!(missing(&variants(ACTS, "Act"), &found), Vec::<String>::new(), "no control submits these");

    let mut third = Screen::open("own-license");
    third.click(TOP, "Add platform");
    third.pick(TOP, "File", "Set the stage…");
    third.click(STAGE, "Licenses");
    third.pick(STAGE, "On platform: ", CORVANE.at);
    third.pick(STAGE, "Role: ", CORVANE.spare);
    third.click(STAGE, "Set");
    third.click(STAGE, "Close");
    administers_members(&mut third, &CORVANE);
    administers_content(&mut third, &CORVANE);
    assert_eq!(missing(&administration, &submitted(&third)[0]), Vec::<String>::new(), "not so on a third platform");
}

/// E1: what the trainer can do.
#[test]
fn every_act_of_the_trainer_has_a_control() {
    let mut screen = Screen::open("empty-stage");
    let [_, mut found] = {
        let mut other = Screen::open("empty-stage");
        other.click(TOP, "Add platform");
        other.click(TIMELINE, "Clock: day 0");
        other.click("Clock", "+1 day");
        other.pick(TOP, "File", "Readings…");
        other.toggle("Readings", "Read differently: Home option at time of use");
        submitted(&other)
    };
    screen.pick(TOP, "File", "Set the stage…");
    let set = |screen: &mut Screen, kind: &str, typed: &[(&str, &str)], picked: &[(&str, &str)]| {
        screen.click(STAGE, kind);
        for (field, line) in picked {
            screen.pick(STAGE, &format!("{field}: "), line);
        }
        for (field, words) in typed {
            screen.type_over(STAGE, field, words);
        }
        screen.click(STAGE, "Set");
    };
    set(&mut screen, "Platform", &[("Name", "Corvane Studio"), ("Host company", "Corvane")], &[]);
    screen.picture("stage-platform");
    let on = ("On platform", "Corvane Studio");
    set(&mut screen, "Organization", &[("Name", "Models")], &[on]);
    set(&mut screen, "Licenses", &[("Purchased", "3")], &[on, ("Role", SWYMER)]);
    set(&mut screen, "Person", &[("Name", "Lo Castellan"), ("User email", "lo@corvane.example")], &[]);
    screen.click(STAGE, "Member");
    screen.pick(STAGE, "On platform: ", "Corvane Studio");
    screen.pick(STAGE, "Who: ", "Lo Castellan");
    screen.pick(STAGE, "User right: ", "Administrator");
    screen.toggle(STAGE, SWYMER);
    screen.picture("stage-member");
    screen.click(STAGE, "Set");
    set(&mut screen, "Signed in", &[], &[("Who", "Lo Castellan"), on]);
    set(&mut screen, "First use of a license", &[("Day", "3")], &[("Role", SWYMER)]);
    set(&mut screen, "Member option", &[], &[("Member option", "Member's platform locations")]);
    set(&mut screen, "Locations", &[("Locations", "Europe; Asia")], &[]);
    screen.click(STAGE, "Default roles");
    screen.toggle(STAGE, SWYMER);
    screen.click(STAGE, "Set");
    set(&mut screen, "Space setting", &[], &[("Space setting", "Restricted roles")]);
    set(&mut screen, "Collaborative space", &[("Name", "Hull-9")], &[]);
    set(&mut screen, "Member of a space", &[], &[("Space", "Hull-9"), ("Member", "Lo Castellan")]);
    set(&mut screen, "Item", &[("Name", "Keel")], &[("Space", "Hull-9")]);
    set(&mut screen, "Owner of an item", &[], &[("Owner", "Models")]);
    set(&mut screen, "Shared item", &[], &[]);
    screen.click(STAGE, "User group");
    screen.type_over(STAGE, "Name", "Crew");
    screen.toggle(STAGE, "Lo Castellan");
    screen.click(STAGE, "Set");
    set(&mut screen, "Role of a group", &[], &[("Role", SWYMER)]);
    found.extend(submitted(&screen)[1].clone());
    assert_eq!(missing(&variants(STAGE_ACTS, "StageAct"), &found), Vec::<String>::new(), "no control submits these");
}
