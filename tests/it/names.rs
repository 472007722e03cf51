//! Everything that reacts to a person has a name, and what cannot be used says why: in every rehearsal, from start to
//! end, on every tab, with every dialog open.

use crate::screen::*;
use crossinvite::content::BUILT_IN;
use crossinvite::view::StageKind;
use egui::Role;

/// What a thing that reacts may be; anything else tells a screen reader nothing.
const ROLES: [Role; 16] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Dialog,
    Role::Image,
    Role::Label,
    Role::Link,
    Role::ListBoxOption,
    Role::MenuItem,
    Role::MultilineTextInput,
    Role::RadioButton,
    Role::Splitter,
    Role::Switch,
    Role::Tab,
    Role::TextInput,
    Role::TitleBar,
];

/// What is wrong with the names, the roles and the states of the window as it stands.
pub fn nameless(screen: &Screen, when: &str, found: &mut Vec<String>) {
    let all = screen.interactive();
    assert!(all.len() > 3, "hardly anything reacts {when}: {}", all.len());
    for node in all {
        if !ROLES.contains(&node.role) {
            found.push(format!("{when}: “{}” is a {:?}", node.name, node.role));
        }
        let state = match node.role {
            Role::Switch | Role::CheckBox => node.is_toggled,
            Role::Tab | Role::ListBoxOption => node.is_selected,
            Role::RadioButton => node.is_selected || node.is_toggled,
            _ => true,
        };
        if !state {
            found.push(format!("{when}: {:?} “{}” does not say how it stands", node.role, node.name));
        }
        if node.name.is_empty() {
            found.push(format!("{when}: something has no name: {node:?}"));
        }
        if node.is_disabled && node.description.is_empty() {
            found.push(format!("{when}: {:?} “{}” does not say why it cannot be used", node.role, node.name));
        }
    }
}

fn platforms(screen: &Screen) -> Vec<String> {
    screen.app().desk().session().world().platforms().map(|platform| platform.name.to_string()).collect()
}

fn tour(screen: &mut Screen, when: &str, found: &mut Vec<String>) {
    nameless(screen, when, found);
    for platform in platforms(screen) {
        let view = screen.tabs(&platform);
        for tab in view {
            screen.click(&platform, &tab);
            nameless(screen, &format!("{when}, {tab} of {platform}"), found);
        }
        screen.drop_down(&platform, "Signed in: ");
        nameless(screen, &format!("{when}, the list of {platform}"), found);
        screen.key(egui::Key::Escape);
        screen.click(&platform, &format!("Fold {platform}"));
        nameless(screen, &format!("{when}, {platform} folded"), found);
        screen.click(&platform, &format!("Unfold {platform}"));
    }
}

/// The wizard on each step, the spaces with their dialog, the menus and the sheets.
fn dialogs(screen: &mut Screen, when: &str, found: &mut Vec<String>) {
    let platform = platforms(screen).remove(0);
    screen.click(&platform, "Members");
    screen.click(&platform, "Invite members…");
    nameless(screen, &format!("{when}, wizard"), found);
    screen.type_into(WIZARD, "User email", "somebody@else.example");
    for step in ["Roles", "Additional Apps"] {
        screen.click(WIZARD, "Next");
        nameless(screen, &format!("{when}, wizard, {step}"), found);
    }
    screen.click(WIZARD, "Close");
    screen.click(&platform, "Spaces");
    screen.click(&platform, "Common Space");
    nameless(screen, &format!("{when}, Common Space"), found);
    screen.click(&platform, "Add member(s)…");
    screen.type_into("Add member(s): Common Space", "Enter a name or a login", "a");
    nameless(screen, &format!("{when}, Add member(s)"), found);
    screen.click("Add member(s): Common Space", "Close");
    screen.click(&platform, "Members");
    screen.click(&platform, "(select default roles to assign)");
    nameless(screen, &format!("{when}, default roles"), found);
    screen.click("Default roles to assign", "Close");
    screen.click(&platform, "Spaces");
    for (link, sheet) in [("Advanced…", "Advanced: Common Space"), ("Share ", "Share: ")] {
        if !screen.sees(&platform, link) {
            continue;
        }
        let label = screen.label_from(&platform, link);
        screen.click(&platform, &label);
        nameless(screen, &format!("{when}, {label}"), found);
        let sheet = label.strip_prefix("Share ").map_or_else(|| sheet.to_owned(), |item| format!("{sheet}{item}"));
        screen.click(&sheet, "Close");
    }
    let clock = screen.label_from(TIMELINE, "Clock: ");
    screen.click(TIMELINE, &clock);
    nameless(screen, &format!("{when}, the clock"), found);
    screen.click("Clock", "Close");
    screen.pick(TOP, "File", "Readings…");
    nameless(screen, &format!("{when}, the readings"), found);
    screen.click("Readings", "Close");
    stage_and_library(screen, when, found);
    for menu in ["File", "Rehearsal: "] {
        screen.drop_down(TOP, menu);
        nameless(screen, &format!("{when}, {menu}"), found);
        screen.key(egui::Key::Escape);
    }
    screen.pick(TOP, "File", "Open…");
    nameless(screen, &format!("{when}, the path"), found);
    screen.click("Open a rehearsal", "Cancel");
}

/// Every form of the stage, and the three lists of the library.
fn stage_and_library(screen: &mut Screen, when: &str, found: &mut Vec<String>) {
    screen.pick(TOP, "File", "Set the stage…");
    for (_, kinds) in StageKind::PARTS {
        for kind in kinds {
            screen.click("Set the stage", kind.label());
            nameless(screen, &format!("{when}, the stage: {}", kind.label()), found);
        }
    }
    screen.click("Set the stage", "Close");
    for (mode, list) in [("Learn", "Lessons"), ("Explore", "Situations"), ("Drill", "Drills")] {
        screen.click(TOP, &format!("{mode}: what there is"));
        nameless(screen, &format!("{when}, {list}"), found);
        screen.click(list, "Close");
    }
}

fn check(id: &str) {
    let mut found = Vec::new();
    let mut screen = Screen::open(id);
    tour(&mut screen, "at the start", &mut found);
    dialogs(&mut screen, "at the start", &mut found);
    while screen.sees(GUIDE, "Do it as ") {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    tour(&mut screen, "at the end", &mut found);
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{id}: {} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn everything_has_a_name_in_own_license() {
    check("own-license");
}

#[test]
fn everything_has_a_name_in_consultant() {
    check("consultant");
}

#[test]
fn everything_has_a_name_in_cross_collaboration() {
    check("cross-collaboration");
}

#[test]
fn everything_has_a_name_in_member_options() {
    check("member-options");
}

#[test]
fn everything_has_a_name_in_space_members() {
    check("space-members");
}

#[test]
fn everything_has_a_name_in_two_suppliers() {
    check("two-suppliers");
}

#[test]
fn everything_has_a_name_on_the_empty_stage() {
    check("empty-stage");
}

#[test]
fn everything_has_a_name_on_the_bare_stage() {
    let mut found = Vec::new();
    let mut screen = Screen::open("bare-stage");
    stage_and_library(&mut screen, "nothing is there", &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_rehearsal_is_left_out() {
    let known = [
        "own-license",
        "consultant",
        "cross-collaboration",
        "member-options",
        "space-members",
        "two-suppliers",
        "empty-stage",
        "bare-stage",
    ];
    assert_eq!(BUILT_IN.map(|built_in| built_in.id), known);
}

#[test]
fn what_gets_the_keyboard_comes_into_view() {
    let mut screen = Screen::open_at("own-license", SMALL);
    screen.press_tab_to("Ungrant 3D Sculptor");
    assert!(screen.can_be_hit("Brightwell Tooling", "Ungrant 3D Sculptor"));
}
