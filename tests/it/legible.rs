//! What a newcomer reads in the window: names that begin alike are told apart, one fact has one name, a count says what
//! it counts, and an open list is found through by its letters.

use crate::long::{Window, ask, open_at};
use crate::looks::{Words, words_in};
use crate::screen::*;
use crossinvite::app::desk::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::{Presents, Shot, desk_at, drawn};
use crossinvite::domain::{Command, Email, Membership, PersonId, PlatformId, StageAct, UserRight};
use crossinvite::ui::UiCommand;
use crossinvite::view::{Comparison, Inquiry, PanelTab, Spot};
use egui::{Key, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const LAPTOP: Vec2 = vec2(1280.0, 800.0);

/// Two names of sixty characters that differ in their last word alone.
const LONG: [&str; 2] = [
    "Wolfeschlegelsteinhausenbergerdorff of the Northern Yards One",
    "Wolfeschlegelsteinhausenbergerdorff of the Northern Yards Two",
];

/// The texts that are drawn where a part of the window is.
fn painted(screen: &Screen, region: &str) -> Vec<Words> {
    let place = screen.rect_of(region);
    words_in(screen.output()).into_iter().filter(|words| place.contains(words.rect.center())).collect()
}

/// The same in a window of one's own.
fn painted_in(harness: &Harness<'static, Window>, region: &str) -> Vec<Words> {
    let place = harness.get_by_role_and_label(Role::Region, region).rect();
    words_in(harness.output()).into_iter().filter(|words| place.contains(words.rect.center())).collect()
}

/// Does this stand there as a whole?
fn is_whole(all: &[Words], text: &str) -> bool {
    all.iter().any(|words| words.text == text && !words.is_elided)
}

/// One more member of this platform, employed by its company.
fn hire(desk: &mut Desk, platform: &str, person: &str, name: &str) {
    let email = Email::new(&format!("{person}@{platform}.example"));
    let (company, platform, person) = (platform, PlatformId::new(platform), PersonId::new(person));
    let join = StageAct::AddMember {
        platform,
        person,
        membership: Membership::Active,
        right: UserRight::Member,
        location: None,
        organizations: vec![company.into()],
        roles: Vec::new(),
    };
    for act in [StageAct::AddPerson { person, name: Some(name.into()), email }, join] {
        desk.run(UiCommand::Submit(Command::Stage(act)));
    }
}

/// The first rehearsal with two more spaces and two more people, under long names; one of these is in focus.
fn with_long_names() -> Desk {
    let mut desk = desk_at(open_built_in("own-license").unwrap(), None).unwrap();
    let platform = PlatformId::new("aldermoor");
    for (place, name) in LONG.into_iter().enumerate() {
        let (person, space) = (format!("long-{place}"), if place == 0 { "one" } else { "two" });
        hire(&mut desk, "aldermoor", &person, name);
        let act = StageAct::AddSpace { platform, space: space.into(), name: name.into() };
        desk.run(UiCommand::Submit(Command::Stage(act)));
        desk.run(UiCommand::Focus(PersonId::new(&person)));
    }
    desk
}

/// Each of the two long names is known by its end.
fn assert_told_apart(all: &[Words], when: &str) {
    for end in ["One", "Two"] {
        let found = all.iter().any(|words| words.text.starts_with("Wolfe") && words.text.ends_with(end));
        assert!(found, "{when}: no name ends in {end}: {all:#?}");
    }
}

#[test]
fn roles_that_begin_alike_are_told_apart_on_the_board() {
    for more in [0, 1, 2, 4] {
        let mut screen = Screen::open_at("member-options", LAPTOP);
        for _ in 0..more {
            screen.click(TOP, "Add platform");
        }
        screen.pick(BOARD, "Person in focus", "Ben Okafor");
        let board = painted(&screen, BOARD);
        for role in ["SOLIDWORKS Standard", "SOLIDWORKS Professional", "Industry Innovator"] {
            assert!(is_whole(&board, role), "{role} beside {more} more platforms: {board:#?}");
        }
        screen.picture(&format!("board-{more}"));
    }
}

#[test]
fn a_flow_says_its_role_whole_and_where_it_is_drawn_anyway_only_why_it_is_cut() {
    // A laptop of 1366 by 768 at 120 %.
    let mut screen = Screen::open_at("own-license", vec2(1138.0, 640.0));
    let bridge = painted(&screen, BRIDGE);
    for role in ["3DSwymer", "Industry Innovator", "SOLIDWORKS Standard"] {
        assert!(is_whole(&bridge, role), "{role}: {bridge:#?}");
    }
    assert!(bridge.iter().any(|words| words.text.ends_with("option off")), "{bridge:#?}");
    assert!(!bridge.iter().any(|words| words.text.contains("cut at")), "{bridge:#?}");
    screen.picture("flows-in-little-room");
}

#[test]
fn the_columns_of_many_platforms_are_wide_enough_for_their_names() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    for count in 3..=6 {
        screen.click(TOP, "Add platform");
        let board = painted(&screen, BOARD);
        for name in ["Aldermoor", "Brightwell"] {
            assert!(is_whole(&board, name), "{name} of {count}: {board:#?}");
        }
    }
}

/// Where one word is not enough to tell platforms apart, the heads of their columns say the whole names.
#[test]
fn platforms_whose_names_begin_alike_are_told_apart_on_the_board() {
    let mut desk = desk_at(open_built_in("own-license").unwrap(), None).unwrap();
    for (id, name) in [("yards", "Northern Yards"), ("docks", "Northern Docks")] {
        let (company, company_name) = (id.into(), name.into());
        let act = StageAct::AddPlatform { platform: id.into(), name: name.into(), company, company_name };
        desk.run(UiCommand::Submit(Command::Stage(act)));
    }
    let board = painted_in(&open_at(desk, vec2(1920.0, 1080.0)), BOARD);
    for name in ["Northern Yards", "Northern Docks", "Aldermoor"] {
        assert!(is_whole(&board, name), "{name}: {board:#?}");
    }
}

#[test]
fn a_word_at_the_head_of_a_column_is_not_broken() {
    let mut screen = Screen::open("own-license");
    for _ in 3..=6 {
        screen.click(TOP, "Add platform");
    }
    let board = painted(&screen, BOARD);
    let heads: Vec<&Words> = board.iter().filter(|words| words.text == "Aldermoor").collect();
    assert!(heads.len() == 1 && heads[0].rect.height() < 16.0, "{heads:?}");
}

/// What is compared with is told apart at its end, too.
#[test]
fn a_long_name_that_is_compared_with_keeps_its_end() {
    let mut harness = open_at(with_long_names(), LAPTOP);
    ask(&mut harness, UiCommand::Inquire(Inquiry::WhoCan));
    for (place, end) in ["One", "Two"].into_iter().enumerate() {
        ask(&mut harness, UiCommand::Focus(PersonId::new("ben")));
        ask(&mut harness, UiCommand::Compare(Comparison::Person(PersonId::new(&format!("long-{place}")))));
        let tab = painted_in(&harness, "Who can");
        let is_told = |words: &Words| words.text.starts_with("Wolfe") && words.text.ends_with(end) && !words.is_cut;
        // On one line: the spaces of the same names have two.
        assert!(tab.iter().any(|words| is_told(words) && words.rect.height() < 20.0), "none ends in {end}: {tab:#?}");
    }
}

#[test]
fn what_opens_a_space_is_said_whole_on_the_board() {
    let mut screen = Screen::open_at("cross-collaboration", LAPTOP);
    while screen.sees(GUIDE, "Do it as ") {
        let next = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &next);
    }
    screen.pick(BOARD, "Person in focus", "Cleo Brandt");
    let board = painted(&screen, BOARD);
    assert!(is_whole(&board, "Contributor"), "{board:#?}");
    screen.pick(BOARD, "Person in focus", "Gus Lindqvist");
    let board = painted(&screen, BOARD);
    assert!(is_whole(&board, "Leader & Owner"), "{board:#?}");
    screen.picture("board-owner");
}

#[test]
fn the_heading_of_the_options_is_whole_beside_three_more_panels() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    for _ in 0..2 {
        screen.click(TOP, "Add platform");
    }
    let drawn = words_in(screen.output());
    let heads = drawn.iter().filter(|words| words.text == "Configure Members Options" && !words.is_elided);
    assert_eq!(heads.count(), 4);
}

#[test]
fn long_names_of_people_and_spaces_are_told_apart_wherever_they_stand() {
    let mut window = open_at(with_long_names(), LAPTOP);
    assert_told_apart(&painted_in(&window, BOARD), "the spaces on the board");
    let (platform, person) = (PlatformId::new("aldermoor"), PersonId::new("long-1"));
    ask(&mut window, UiCommand::Show(Spot::Member(platform, person)));
    assert_told_apart(&painted_in(&window, ALDERMOOR), "the members");
    ask(&mut window, UiCommand::SetTab { platform, tab: PanelTab::Spaces });
    assert_told_apart(&painted_in(&window, ALDERMOOR), "the spaces");
    let focus = format!("Person in focus: {}", LONG[1]);
    window.get_by_role_and_label(Role::Button, &focus).click();
    window.run();
    let drawn = words_in(window.output());
    for name in LONG {
        assert!(is_whole(&drawn, name), "the list has room for {name}: {drawn:#?}");
    }
}

#[test]
fn a_list_that_drops_down_is_as_wide_as_its_longest_line() {
    let mut screen = Screen::open_at("member-options", LAPTOP);
    screen.click(ALDERMOOR, "Ana Moreau");
    for times in ["at first", "again"] {
        screen.drop_down(ALDERMOOR, "Grant role");
        let (lines, drawn) = (screen.lines(), words_in(screen.output()));
        assert!(lines.len() > 1, "{lines:?}");
        for line in &lines {
            assert!(is_whole(&drawn, line), "{line}, opened {times}");
        }
        screen.picture("grant-role");
        screen.key(Key::Escape);
    }
}

#[test]
fn the_palette_says_every_name_to_its_end() {
    let mut screen = Screen::open_at("member-options", LAPTOP);
    screen.pick(BOARD, "Person in focus", "Ben Okafor");
    screen.shortcut(Key::K);
    screen.type_text("solidworks");
    let found = words_in(screen.output());
    let is_name = |words: &&Words| ["Why?", "Restrict", "Assign"].iter().any(|start| words.text.starts_with(start));
    let names: Vec<&Words> = found.iter().filter(is_name).filter(|words| words.text.contains("SOLIDWORKS")).collect();
    assert!(names.len() > 3, "{found:#?}");
    for name in names {
        assert!(!name.is_elided, "{name:?}");
    }
    screen.picture("palette-solidworks");
}

#[test]
fn the_presented_panels_show_something_however_many_there_are() {
    let option = "Automatically ungrant expired roles from members or groups";
    let mut screen = Screen::open_at("own-license", LAPTOP);
    for count in 3..=6 {
        screen.click(TOP, "Add platform");
        screen.key(Key::F5);
        screen.key(Key::P);
        let drawn = words_in(screen.output());
        let whole = drawn.iter().filter(|words| words.text == option && !words.is_cut).count();
        screen.picture(&format!("presented-{count}"));
        assert!(whole >= 3, "{count} platforms: {whole} panels say {option}");
        assert_eq!(screen.has_region(BRIDGE), count < 4, "the bridge beside {count} platforms");
        screen.key(Key::P);
        assert!(screen.has_region(BRIDGE), "the story has the bridge again");
        screen.key(Key::Escape);
    }
}

#[test]
fn the_bridge_between_two_stays_also_where_the_story_has_much_to_say() {
    for (width, height) in [(1366.0, 768.0), (1280.0, 800.0), (960.0, 600.0)] {
        let mut screen = Screen::open_at("own-license", vec2(width, height));
        screen.key(Key::F5);
        screen.key(Key::P);
        assert!(screen.has_region(BRIDGE), "{width} x {height}");
        screen.picture(&format!("presented-start-{width}"));
    }
}

#[test]
fn the_presented_panel_of_the_last_act_is_in_view() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    for _ in 0..4 {
        screen.click(TOP, "Add platform");
    }
    screen.toggle("Fenwick Yards", OPTION);
    screen.key(Key::F5);
    screen.key(Key::P);
    screen.wait(20);
    assert!(screen.is_on_screen("Fenwick Yards", "Members"), "where the last act was done");
    assert!(!screen.is_on_screen(ALDERMOOR, "Members"));
    screen.picture("presented-last-act");
}

#[test]
fn add_platform_says_where_it_goes_on_when_it_ends() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    for _ in 0..4 {
        screen.click(TOP, "Add platform");
    }
    let reason = screen.reason(TOP, "Add platform").expect("it ends");
    assert!(reason.contains("File › Set the stage… › Platform"), "{reason}");
    // The way is there, by these labels.
    screen.pick(TOP, "File", "Set the stage…");
    screen.click("Set the stage", "Platform");
    screen.type_over("Set the stage", "Name", "Gadwall Rigging");
    screen.type_over("Set the stage", "Host company", "Gadwall");
    screen.click("Set the stage", "Set");
    screen.click("Set the stage", "Close");
    assert!(screen.has_region("Gadwall Rigging"));
}

#[test]
fn whose_license_serves_is_said_in_one_way_everywhere() {
    let mut screen = Screen::open("own-license");
    while screen.sees(GUIDE, "Do it as ") {
        let next = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &next);
    }
    for role in ["3DSwymer (Collaborative Business Innovator)", "3DEXPERIENCE SOLIDWORKS Standard"] {
        for platform in ["Aldermoor", "Brightwell"] {
            assert_eq!(screen.board(role, platform), "own license", "{role} at {platform}");
        }
    }
    assert_eq!(screen.lane("3DSwymer"), "Ben’s own license reaches Aldermoor");
    screen.see(ALDERMOOR, "Why? 3DEXPERIENCE SOLIDWORKS Standard: own license");
    screen.see(BRIGHTWELL, "Why? SOLIDWORKS Standard: own license");
    let texts = screen.all_texts();
    let other = texts.iter().find(|text| text.contains("lent") && !text.contains("talent") && !text.contains("silent"));
    assert_eq!(other, None);
    assert!(!texts.iter().any(|text| text == "from Brightwell"));
    // On the board the row says already that it is about a license.
    assert!(is_whole(&painted(&screen, BOARD), "own"));
}

#[test]
fn the_count_at_the_mail_says_what_it_counts() {
    let mut screen = Screen::open("own-license");
    let invite = |screen: &Screen| screen.sees(BRIGHTWELL, "Notifications: no invitation to accept");
    assert!(invite(&screen));
    while !screen.step("Ben accepts").contains("next") {
        let next = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &next);
    }
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.see(BRIGHTWELL, "Notifications: 1 invitation to accept");
    assert_eq!(screen.reason(BRIGHTWELL, "Mail").as_deref(), Some("1 invitation to accept"));
    screen.click(BRIGHTWELL, "Mail");
    screen.see(BRIGHTWELL, "1 invitation to accept");
    let messages = screen.texts(BRIGHTWELL).iter().filter(|text| text.contains("Ana Moreau, Aldermoor")).count();
    assert!(messages > 1, "more has arrived than is to be accepted");
    screen.picture("mail");
}

#[test]
fn the_company_under_a_name_in_a_space_is_that_of_the_credential() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    while !screen.step("Ben accepts").contains("next") {
        let next = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &next);
    }
    screen.click(ALDERMOOR, "Spaces");
    if !screen.sees(ALDERMOOR, "Remove ben@brightwell.example (pending)") {
        screen.click(ALDERMOOR, "Hull-7");
    }
    let drawn = painted(&screen, ALDERMOOR);
    assert!(drawn.iter().any(|words| words.text == "Credential: Aldermoor"), "{drawn:#?}");
    assert!(!is_whole(&drawn, "Aldermoor"), "nobody takes it for the company of Ben");
    screen.picture("credential");
}

#[test]
fn a_letter_goes_to_the_next_line_of_an_open_list_that_begins_with_it() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    screen.drop_down(BOARD, "Person in focus");
    for (letter, name) in [("g", "Gus Lindqvist"), ("a", "Ana Moreau"), ("c", "Cleo Brandt"), ("b", "Ben Okafor")] {
        screen.type_text(letter);
        assert_eq!(screen.focused().as_deref(), Some(name), "after {letter}");
        screen.wait(70);
    }
    screen.type_text("x");
    assert_eq!(screen.focused().as_deref(), Some("Ben Okafor"), "nobody begins so");
    screen.wait(70);
    screen.type_text("g");
    screen.key(Key::Enter);
    screen.see(BOARD, "Person in focus: Gus Lindqvist");
}

#[test]
fn the_same_letter_goes_round_and_letters_in_a_row_find_their_line() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    screen.drop_down(TOP, "File");
    let lines = screen.lines();
    let with_s: Vec<&String> = lines.iter().filter(|line| line.starts_with('S')).collect();
    assert!(with_s.len() > 1, "{lines:?}");
    for line in with_s.iter().chain(with_s.first()) {
        screen.type_text("s");
        assert_eq!(screen.focused().as_ref(), Some(*line));
    }
    screen.wait(70);
    screen.type_text("s");
    screen.type_text("e");
    assert_eq!(screen.focused().as_deref(), Some("Set the stage…"));
}

#[test]
fn letters_belong_to_the_list_that_has_the_keyboard_also_when_it_was_opened_by_another() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    screen.drop_down(TOP, "View");
    for letter in ["s", "i", "z"] {
        screen.type_text(letter);
    }
    assert_eq!(screen.focused().as_deref(), Some("Sizes"), "a line that opens a list is found, too");
    screen.wait(70);
    screen.key(Key::ArrowRight);
    assert_eq!(screen.focused().as_deref(), Some("Wider: guide"));
    screen.type_text("n");
    assert_eq!(screen.focused().as_deref(), Some("Narrower: guide"));
    screen.wait(70);
    screen.type_text("p");
    assert_eq!(screen.focused().as_deref(), Some("Narrower: guide"), "Palette and Present are lines of the other list");
}

#[test]
fn a_list_that_is_open_owns_the_letters() {
    let mut screen = Screen::open_at("own-license", LAPTOP);
    screen.key(Key::F5);
    screen.key(Key::P);
    assert!(screen.has_region(ALDERMOOR));
    screen.drop_down(ALDERMOOR, "Signed in: ");
    screen.key(Key::P);
    screen.key(Key::Questionmark);
    assert!(screen.has_region(ALDERMOOR), "the platforms stay");
    assert!(!screen.lines().is_empty(), "the list stays open");
    screen.key(Key::Escape);
    screen.key(Key::P);
    assert!(!screen.has_region(ALDERMOOR), "closed, it gives them back");
}

#[test]
fn a_letter_finds_a_line_in_the_lists_of_the_dialogs() {
    let mut screen = Screen::open("own-license");
    screen.click(WHY, "From the message…");
    screen.open_list("From the message", "On which platform");
    screen.type_text("a");
    assert_eq!(screen.focused().as_deref(), Some(ALDERMOOR));
    screen.type_text("b");
    assert_eq!(screen.focused().as_deref(), Some(BRIGHTWELL));
}

#[test]
fn a_sentence_quotes_the_switch_by_the_label_it_has() {
    let mut screen = Screen::open("own-license");
    let label = "Automatically ungrant expired roles from members or groups";
    screen.toggle(ALDERMOOR, label);
    screen.see(TIMELINE, &format!("Ana turns on “{label}” at Aldermoor"));
    screen.does_not_see(TIMELINE, "Licenses expiration");
}

#[test]
fn the_example_of_an_import_is_of_the_platform_itself() {
    let mut screen = Screen::open("own-license");
    for (platform, domain) in [(ALDERMOOR, "aldermoor"), (BRIGHTWELL, "brightwell")] {
        screen.click(platform, "Import Members…");
        let example = format!("lea@{domain}.example;");
        let drawn = words_in(screen.output());
        assert!(drawn.iter().any(|words| words.text.starts_with(&example)), "{platform}: {drawn:#?}");
        screen.click("Import Members", "Close");
    }
}

/// A picture that is higher than any screen has all members in it.
#[test]
fn a_picture_has_as_many_members_as_there_is_room_for() {
    let mut desk = desk_at(open_built_in("own-license").unwrap(), None).unwrap();
    for number in 0..40 {
        hire(&mut desk, "brightwell", &format!("staff-{number}"), &format!("Staff {number:02}"));
    }
    let shot = Shot { size: [1280, 4400], scale: 1.0, dark: false, presents: Presents::No };
    let picture = drawn(&desk, shot).0;
    // The last card stands over the license counters: nowhere above them is a gap as high as a card.
    let column = 700..900;
    let is_bare = |y: u32| {
        let first = *picture.get_pixel(column.start, y);
        column.clone().all(|x| *picture.get_pixel(x, y) == first)
    };
    let (mut longest, mut run) = (0, 0);
    for y in 700..3_600 {
        run = if is_bare(y) { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    assert!(longest < 60, "{longest} rows of pixels are bare");
}
