//! By keyboard alone: every rehearsal is finished so, and what has the keyboard is never lost.

use crate::screen::*;
use crossinvite::content::BUILT_IN;
use crossinvite::domain::{Act, Command, SpaceSubject};
use egui::{Key, Modifiers};

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";

/// The roles of the own-license guide.
const ROLES: [&str; 3] = [
    "3DSwymer (Collaborative Business Innovator)",
    "Collaborative Industry Innovator",
    "3DEXPERIENCE SOLIDWORKS Standard",
];

/// Walks by Tab to a control whose name begins so, in this region, and uses it.
fn use_control(screen: &mut Screen, region: &str, start: &str) {
    walk_to(screen, region, start);
    screen.key(Key::Enter);
}

/// F6 to the region, then Tab within it.
fn walk_to(screen: &mut Screen, region: &str, start: &str) {
    for _ in 0..16 {
        if screen.focused_region().as_deref() == Some(region) {
            break;
        }
        screen.key(Key::F6);
    }
    let is_exact = screen.interactive_labels(region).iter().any(|label| label == start);
    let mut seen = Vec::new();
    for _ in 0..320 {
        let focused = screen.focused().unwrap_or_default();
        let is_it = if is_exact { focused == start } else { focused.starts_with(start) };
        if is_it && screen.focused_region().as_deref() == Some(region) {
            return;
        }
        seen.push(focused);
        screen.key(Key::Tab);
    }
    panic!("Tab never comes to “{start}” in “{region}”: {seen:#?}");
}

/// Opens a list by key and walks down to a line.
fn pick(screen: &mut Screen, region: &str, button: &str, line: &str) {
    use_control(screen, region, button);
    for _ in 0..30 {
        if screen.focused().as_deref() == Some(line) {
            screen.key(Key::Enter);
            return;
        }
        screen.key(Key::ArrowDown);
    }
    panic!("the arrows never come to “{line}”: {:?}, {:?}", screen.focused(), screen.lines());
}

fn finish_by_the_guide(id: &str) {
    let mut screen = Screen::open(id);
    let mut acts = 0;
    while screen.sees(GUIDE, "Do it") {
        use_control(&mut screen, GUIDE, "Do it");
        acts += 1;
        assert!(acts < 60, "{id} does not come to an end");
        assert!(screen.focused().is_some(), "{id}: the keyboard is lost after act {acts}");
    }
    assert!(acts > 0);
    screen.see(GUIDE, "Everything this rehearsal asks for is done.");
}

#[test]
fn own_license_is_finished_by_the_guide_and_keys() {
    finish_by_the_guide("own-license");
}

#[test]
fn consultant_is_finished_by_the_guide_and_keys() {
    finish_by_the_guide("consultant");
}

#[test]
fn cross_collaboration_is_finished_by_the_guide_and_keys() {
    finish_by_the_guide("cross-collaboration");
}

#[test]
fn member_options_is_finished_by_the_guide_and_keys() {
    finish_by_the_guide("member-options");
}

#[test]
fn space_members_is_finished_by_the_guide_and_keys() {
    finish_by_the_guide("space-members");
}

#[test]
fn two_suppliers_is_finished_by_the_guide_and_keys() {
    finish_by_the_guide("two-suppliers");
}

#[test]
fn the_empty_stage_is_filled_by_keys() {
    let mut screen = Screen::open("empty-stage");
    let before = screen.app().desk().session().world().platforms().count();
    use_control(&mut screen, TOP, "Add platform");
    assert_eq!(screen.app().desk().session().world().platforms().count(), before + 1);
}

/// Types into a field that is walked to, instead of what stands there.
fn fill(screen: &mut Screen, region: &str, field: &str, words: &str) {
    walk_to(screen, region, field);
    screen.keys(Modifiers::COMMAND, Key::A);
    screen.type_text(words);
}

/// E1: two companies, a person of one of them, and the first act that crosses.
#[test]
fn a_bare_stage_is_set_and_played_on_by_keys() {
    const STAGE: &str = "Set the stage";
    let mut screen = Screen::open("bare-stage");
    let screen = &mut screen;
    screen.shortcut(Key::E);
    use_control(screen, STAGE, "Platform");
    for (platform, company) in [(ALDERMOOR, "Aldermoor"), (BRIGHTWELL, "Brightwell")] {
        fill(screen, STAGE, "Name", platform);
        fill(screen, STAGE, "Host company", company);
        use_control(screen, STAGE, "Set");
    }
    use_control(screen, STAGE, "Licenses");
    for platform in [ALDERMOOR, BRIGHTWELL] {
        for (field, line) in [("On platform: ", platform), ("Role: ", ROLES[0])] {
            if screen.label_from(STAGE, field) != format!("{field}{line}") {
                pick(screen, STAGE, field, line);
            }
        }
        fill(screen, STAGE, "Purchased", "2");
        use_control(screen, STAGE, "Set");
    }
    use_control(screen, STAGE, "Person");
    for (name, email) in [("Ana Moreau", "ana@aldermoor.example"), ("Ben Okafor", "ben@brightwell.example")] {
        fill(screen, STAGE, "Name", name);
        fill(screen, STAGE, "User email", email);
        use_control(screen, STAGE, "Set");
    }
    for (platform, person, right) in [(ALDERMOOR, "Ana Moreau", "Administrator"), (BRIGHTWELL, "Ben Okafor", "Member")]
    {
        for (kind, fields) in [
            ("Member", &[("On platform: ", platform), ("Who: ", person), ("User right: ", right)][..]),
            ("Signed in", &[("On platform: ", platform), ("Who: ", person)][..]),
        ] {
            use_control(screen, STAGE, kind);
            assert!(screen.is_chosen(STAGE, kind), "{kind}");
            for (field, line) in fields {
                if screen.label_from(STAGE, field) != format!("{field}{line}") {
                    pick(screen, STAGE, field, line);
                }
            }
            if kind == "Member" {
                use_control(screen, STAGE, ROLES[0]);
            }
            assert!(screen.is_enabled(STAGE, "Set"), "{kind}: {:?}", screen.reason(STAGE, "Set"));
            let before = screen.app().desk().session().steps().count();
            use_control(screen, STAGE, "Set");
            assert!(screen.app().desk().session().steps().count() > before, "{kind}: {:#?}", screen.texts(STAGE));
        }
    }
    screen.key(Key::Escape);
    assert!(!screen.has_region(STAGE));
    use_control(screen, ALDERMOOR, "Invite members…");
    fill(screen, WIZARD, "User email", "ben@brightwell.example");
    use_control(screen, WIZARD, "Next");
    use_control(screen, WIZARD, "Next");
    use_control(screen, WIZARD, "Invite");
    pick(screen, BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    use_control(screen, BRIGHTWELL, "Mail");
    use_control(screen, BRIGHTWELL, "Accept invitation (Notification)");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
}

/// Every lesson and stage of the library has its test above, by this function or by one of its own.
#[test]
fn no_rehearsal_is_left_out() {
    let source = include_str!("keyboard.rs");
    for built_in in BUILT_IN {
        let by_guide = source.contains(&format!("finish_by_the_guide(\"{}\")", built_in.id));
        let by_hand = source.contains(&format!("Screen::open(\"{}\")", built_in.id));
        assert!(by_guide || by_hand, "{} is played by no test", built_in.id);
    }
}

/// Opens a card by key, unless what it holds is there already.
fn open_card(screen: &mut Screen, region: &str, card: &str, holds: &str) {
    if !screen.interactive_labels(region).iter().any(|label| label.starts_with(holds)) {
        use_control(screen, region, card);
    }
}

/// Does an act on the platforms' own controls, by keys alone. False: it is not one of those that are walked to here.
fn do_by_keys(screen: &mut Screen, command: &Command) -> bool {
    let Command::Do { by, on, act } = command else { return false };
    let desk = screen.app().desk();
    let lens = desk.lens();
    let at = lens.platform(*on);
    match act {
        Act::SetOption { option, .. } => use_control(screen, &at, option.label()),
        Act::SetRestrictUsage { person, role, .. } => {
            let label = format!("Restrict Usage to this Platform, {}", lens.role_short(*role));
            let card = lens.name(*person);
            open_card(screen, &at, &card, &label);
            use_control(screen, &at, &label);
        }
        Act::GiveAccessBack { person } => {
            let card = lens.name(*person);
            open_card(screen, &at, &card, "Give access back");
            use_control(screen, &at, "Give access back");
        }
        Act::LeaveGroup { group, person } => {
            let found = lens.world.platform(*on).and_then(|platform| platform.groups.get(group));
            let group = found.expect("the group").name.to_string();
            let label = format!("Take {} out of {group}", lens.name(*person));
            use_control(screen, &at, "Groups");
            open_card(screen, &at, &group, &label);
            use_control(screen, &at, &label);
        }
        Act::AddSpaceMember { space, who: SpaceSubject::Person(person), restricted: false, .. } => {
            let space = lens.space(*on, *space);
            let who = lens.name(*person);
            use_control(screen, &at, "Spaces");
            open_card(screen, &at, &space, "Add member(s)…");
            use_control(screen, &at, "Add member(s)…");
            let dialog = format!("Add member(s): {space}");
            fill(screen, &dialog, "Enter a name or a login", &who);
            use_control(screen, &dialog, &format!("Add {who}"));
        }
        Act::AcceptInvitation { .. } => {
            let home = lens.platform(lens.home(*by).expect("a home"));
            let line = format!("{} · Member", lens.name(*by));
            pick(screen, &home, "Signed in: ", &line);
            use_control(screen, &home, "Mail");
            use_control(screen, &home, "Accept invitation (Notification)");
        }
        _ => return false,
    }
    true
}

/// Every drill whose cure is one or two acts on the open panels: by Tab, Enter and the arrows.
#[test]
fn drills_are_cured_by_keys() {
    let mut cured = Vec::new();
    for drill in &crossinvite::content::DRILLS {
        let opened = crossinvite::app::files::open_built_in(drill.id).expect("a built-in drill");
        let cure: Vec<Command> = opened.rehearsal.solution().cloned().collect();
        if cure.len() > 2 {
            continue;
        }
        let mut screen = Screen::open(drill.id);
        if cure.iter().all(|act| do_by_keys(&mut screen, act)) {
            screen.see(GUIDE, "It works again.");
            assert!(screen.focused().is_some(), "{}: the keyboard is lost", drill.id);
            cured.push(drill.id);
        }
    }
    assert!(cured.len() >= 8, "{cured:?}");
}

/// R13, R9, R97: the switches, the wizard, the mail and the platform list themselves, without the guide's buttons.
#[test]
fn own_license_is_finished_by_the_platforms_own_controls_and_keys() {
    let mut screen = Screen::open("own-license");
    let screen = &mut screen;
    use_control(screen, ALDERMOOR, OPTION);
    use_control(screen, BRIGHTWELL, OPTION);
    use_control(screen, BRIGHTWELL, "Restrict Usage to this Platform, Industry Innovator");
    use_control(screen, BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.see(GUIDE, "4 of 8 done");

    use_control(screen, ALDERMOOR, "Invite members…");
    assert_eq!(screen.focused_region().as_deref(), Some(WIZARD), "the wizard takes the keyboard");
    walk_to(screen, WIZARD, "User email");
    screen.type_text("ben@brightwell.example");
    use_control(screen, WIZARD, "Next");
    for role in ROLES {
        if !screen.is_on(WIZARD, role) {
            use_control(screen, WIZARD, role);
        }
        if screen.is_on(WIZARD, &format!("Assign License, {role}")) {
            use_control(screen, WIZARD, &format!("Assign License, {role}"));
        }
    }
    use_control(screen, WIZARD, "Next");
    use_control(screen, WIZARD, "Invite");
    screen.see(GUIDE, "5 of 8 done");

    use_control(screen, ALDERMOOR, "Spaces");
    if !screen.sees(ALDERMOOR, "Add member(s)…") {
        use_control(screen, ALDERMOOR, "Hull-7");
    }
    use_control(screen, ALDERMOOR, "Add member(s)…");
    let dialog = "Add member(s): Hull-7";
    walk_to(screen, dialog, "Enter a name or a login");
    screen.type_text("ben@brightwell.example");
    use_control(screen, dialog, "Add ben@brightwell.example");
    screen.see(GUIDE, "6 of 8 done");

    pick(screen, BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    use_control(screen, BRIGHTWELL, "Mail");
    use_control(screen, BRIGHTWELL, "Accept invitation (Notification)");
    screen.see(GUIDE, "7 of 8 done");
    pick(screen, BRIGHTWELL, "Signed in: ", ALDERMOOR);
    screen.see(GUIDE, "8 of 8 done");
    screen.see(GUIDE, "Everything this rehearsal asks for is done.");
}

#[test]
fn arrows_step_through_time_when_nothing_has_the_keyboard() {
    let mut screen = Screen::open("own-license");
    for _ in 0..2 {
        screen.keys(Modifiers::COMMAND, Key::Enter);
    }
    screen.see(GUIDE, "2 of 8 done");
    screen.key(Key::Escape);
    screen.key(Key::ArrowLeft);
    screen.see(GUIDE, "1 of 8 done");
    screen.key(Key::ArrowRight);
    screen.see(GUIDE, "2 of 8 done");
    screen.key(Key::OpenBracket);
    screen.see(GUIDE, "1 of 8 done");
    screen.key(Key::CloseBracket);
    screen.see(GUIDE, "2 of 8 done");
    screen.press_tab_to("File");
    screen.key(Key::ArrowLeft);
    screen.see(GUIDE, "2 of 8 done");
}

#[test]
fn space_on_a_control_uses_the_control_and_plays_nothing() {
    let mut screen = Screen::open("own-license");
    walk_to(&mut screen, ALDERMOOR, OPTION);
    screen.key(Key::Space);
    assert!(screen.is_on(ALDERMOOR, OPTION));
    screen.see(GUIDE, "1 of 8 done");
    assert!(screen.focused().is_some());
}

#[test]
fn a_list_owns_its_arrows_and_gives_the_keyboard_back() {
    let mut screen = Screen::open("own-license");
    screen.keys(Modifiers::COMMAND, Key::Enter);
    pick(&mut screen, BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.see(BRIGHTWELL, "Signed in: Ben · Member");
    screen.see(GUIDE, "1 of 8 done");
    assert!(screen.focused().is_some_and(|name| name.starts_with("Signed in: ")), "{:?}", screen.focused());
    screen.key(Key::Enter);
    screen.key(Key::ArrowDown);
    screen.key(Key::Escape);
    assert!(screen.focused().is_some_and(|name| name.starts_with("Signed in: ")), "{:?}", screen.focused());
    assert!(screen.lines().is_empty());
}

#[test]
fn a_dialog_gives_the_keyboard_back_to_what_opened_it() {
    let mut screen = Screen::open("own-license");
    use_control(&mut screen, ALDERMOOR, "Invite members…");
    screen.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Close"));
    screen.key(Key::Enter);
    assert!(!screen.has_region(WIZARD));
    assert_eq!(screen.focused().as_deref(), Some("Invite members…"));
}

#[test]
fn escape_closes_a_dialog_in_which_nothing_was_typed() {
    let mut screen = Screen::open("own-license");
    use_control(&mut screen, ALDERMOOR, "Invite members…");
    screen.key(Key::Escape);
    assert!(!screen.has_region(WIZARD));
    use_control(&mut screen, ALDERMOOR, "Invite members…");
    walk_to(&mut screen, WIZARD, "User email");
    screen.type_text("ben@brightwell.example");
    screen.key(Key::Escape);
    assert!(screen.has_region(WIZARD), "what was typed is not thrown away");
}

#[test]
fn f6_walks_through_all_parts_of_the_window_in_reading_order() {
    let mut screen = Screen::open("own-license");
    let mut parts = Vec::new();
    for _ in 0..8 {
        screen.key(Key::F6);
        parts.push(screen.focused_region().unwrap_or_default());
    }
    assert_eq!(parts, [TOP, GUIDE, BRIDGE, ALDERMOOR, BRIGHTWELL, BOARD, WHY, TIMELINE]);
    screen.keys(Modifiers::SHIFT, Key::F6);
    assert_eq!(screen.focused_region().as_deref(), Some(WHY));
}

/// What was opened by the mouse goes on by keys as if it had been opened by one.
#[test]
fn a_list_opened_by_mouse_has_the_keyboard() {
    let mut screen = Screen::open("own-license");
    screen.drop_down(BOARD, "Person in focus: ");
    let lines = screen.lines();
    assert!(lines.len() >= 4, "{lines:?}");
    screen.key(Key::End);
    assert_eq!(screen.focused().as_ref(), lines.last());
    screen.key(Key::Home);
    assert_eq!(screen.focused().as_ref(), lines.first());
    screen.key(Key::ArrowDown);
    assert_eq!(screen.focused().as_ref(), lines.get(1));
    screen.key(Key::ArrowUp);
    screen.key(Key::Enter);
    assert!(screen.lines().is_empty());
    assert_eq!(screen.focused(), Some(format!("Person in focus: {}", lines[0])), "its button has it again");
    for (region, button) in [(TOP, "File"), (BRIGHTWELL, "Signed in: ")] {
        screen.drop_down(region, button);
        screen.key(Key::ArrowDown);
        assert_eq!(screen.focused(), screen.lines().first().cloned(), "{button}");
        screen.key(Key::Escape);
        assert!(screen.lines().is_empty());
        assert!(screen.focused().is_some_and(|name| name.starts_with(button)), "{button}: {:?}", screen.focused());
    }
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    assert_eq!(screen.focused(), None, "after a choice by mouse the arrows are those of time");
}
