//! Time, refusals, questions and ways: undo and the timeline, what is refused where it was tried, *Show me*, *Do it*.

use crate::screen::*;
use crossinvite::domain::{MemberOption, PersonId, PlatformId};
use crossinvite::view::Spot;
use egui::Key;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const IFW: &str = "3DSwymer (Collaborative Business Innovator)";

/// The own-license story up to this many acts, each done by the guide.
fn own_license(acts: usize) -> Screen {
    let mut screen = Screen::open("own-license");
    for _ in 0..acts {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen.see(GUIDE, &format!("{acts} of 8 done"));
    screen
}

#[test]
fn undo_and_redo_go_back_and_forth_by_button_and_by_key() {
    let mut screen = own_license(2);
    screen.click(TOP, "Undo: Gus allows roles without license at Brightwell");
    assert!(screen.is_on(ALDERMOOR, OPTION) && !screen.is_on(BRIGHTWELL, OPTION));
    screen.see(TIMELINE, "undone: Gus allows roles without license at Brightwell");
    screen.see(GUIDE, "1 of 8 done");
    screen.shortcut(Key::Z);
    assert!(!screen.is_on(ALDERMOOR, OPTION));
    screen.see(GUIDE, "0 of 8 done");
    assert!(!screen.is_enabled(TOP, "Undo"));
    assert_eq!(screen.reason(TOP, "Undo").as_deref(), Some("This is the start; there is nothing to undo."));
    screen.click(TOP, "Redo: Ana allows roles without license at Aldermoor");
    screen.shortcut(Key::Y);
    assert!(screen.is_on(ALDERMOOR, OPTION) && screen.is_on(BRIGHTWELL, OPTION));
    assert_eq!(screen.reason(TOP, "Redo").as_deref(), Some("Nothing was undone."));
}

#[test]
fn keys_of_the_window_do_not_take_letters_away_from_a_field() {
    let mut screen = own_license(1);
    screen.click(ALDERMOOR, "Spaces");
    screen.type_into(ALDERMOOR, "Name of the new space", "Deck");
    screen.shortcut(Key::Z);
    screen.see(GUIDE, "1 of 8 done");
}

#[test]
fn the_timeline_is_jumped_in_and_stepped_through() {
    let mut screen = own_license(4);
    screen.click(TIMELINE, "Start");
    screen.see(TIMELINE, "now: Start");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "no");
    screen.does_not_see(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.click(TIMELINE, "One step forward");
    screen.see(TIMELINE, "now: Ana allows roles without license at Aldermoor");
    screen.click(TIMELINE, "undone: Gus lets Ben take the 3DSwymer license along");
    assert!(!screen.is_on(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer"));
    screen.see(GUIDE, "4 of 8 done");
    screen.click(TIMELINE, "One step back");
    screen.see(GUIDE, "3 of 8 done");
    assert!(screen.is_enabled(TIMELINE, "One step back"));
}

#[test]
fn another_act_after_going_back_leaves_both_futures() {
    let mut screen = own_license(1);
    screen.click(TOP, "Undo: Ana allows roles without license at Aldermoor");
    screen.toggle(BRIGHTWELL, OPTION);
    screen.shortcut(Key::Z);
    let other = "Ana allows roles without license at Aldermoor";
    screen.click(TIMELINE, &format!("Another future: {other}"));
    assert!(screen.is_on(ALDERMOOR, OPTION) && !screen.is_on(BRIGHTWELL, OPTION));
    screen.see(TIMELINE, &format!("now: {other}"));
    screen.click(TIMELINE, "Start");
    screen.click(TIMELINE, "Another future: Gus allows roles without license at Brightwell");
    assert!(!screen.is_on(ALDERMOOR, OPTION) && screen.is_on(BRIGHTWELL, OPTION));
}

#[test]
fn starting_again_keeps_what_was_done_in_reach() {
    let mut screen = own_license(2);
    screen.pick(TOP, "Rehearsal: ", "Start this rehearsal again");
    screen.see(GUIDE, "0 of 8 done");
    screen.click(TOP, "Redo: Ana allows roles without license at Aldermoor");
    screen.see(GUIDE, "1 of 8 done");
}

#[test]
fn an_option_in_use_stays_on_and_says_who_uses_it() {
    let mut screen = own_license(5);
    screen.click(ALDERMOOR, "Cleo Brandt");
    screen.toggle(ALDERMOOR, "Restrict Usage to this Platform, 3DSwymer");
    let reason = screen.reason(ALDERMOOR, OPTION).expect("it says beforehand that it will refuse");
    assert!(reason.contains("in use"), "{reason}");
    screen.click(ALDERMOOR, OPTION);
    assert!(screen.is_on(ALDERMOOR, OPTION));
    screen.see(ALDERMOOR, "The option is in use at Aldermoor");
    let texts = screen.texts(ALDERMOOR);
    let place =
        |text: &str| texts.iter().position(|found| found == text).unwrap_or_else(|| panic!("{text}: {texts:#?}"));
    let without = place("No license assigned");
    let free = place("Usage not restricted");
    assert!(place(OPTION) < without && without < free && free < place("Invitations from members"));
    for role in ["3DSwymer", "Industry Innovator", "SOLIDWORKS Standard"] {
        let line = place(&format!("Ben Okafor · {role}"));
        assert!(without < line && line < free, "{role}");
    }
    assert!(free < place("Cleo Brandt · 3DSwymer"));
    screen.does_not_see(BRIGHTWELL, "No license assigned");
    screen.click(ALDERMOOR, "Dismiss");
    screen.does_not_see(ALDERMOOR, "No license assigned");
    screen.see(GUIDE, "5 of 8 done");
}

#[test]
fn an_acceptance_that_is_refused_says_the_words_of_the_platform() {
    let mut screen = own_license(1);
    screen.invite_to_roles(ALDERMOOR, "ben@brightwell.example");
    screen.toggle(WIZARD, &format!("Assign License, {IFW}"));
    screen.click(WIZARD, "Next");
    screen.click(WIZARD, "Invite");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.click(BRIGHTWELL, "Mail");
    screen.click(BRIGHTWELL, "Accept invitation (Notification)");
    screen.see(BRIGHTWELL, "You have not been granted a 3DEXPERIENCE License");
    screen.see(ALDERMOOR, "External (Pending)");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "no");
    screen.click(BRIGHTWELL, "Dismiss");
    screen.does_not_see(BRIGHTWELL, "You have not been granted");
}

#[test]
fn a_switch_of_platform_that_is_refused_is_answered_in_the_panel() {
    let mut screen = own_license(8);
    screen.pick(ALDERMOOR, "Signed in: ", BRIGHTWELL);
    screen.see(BRIGHTWELL, "Signed in: Ben · Member");
    screen.pick(BRIGHTWELL, "Signed in: ", "Gus Lindqvist · Administrator");
    screen.click(BRIGHTWELL, "Members");
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.pick(BRIGHTWELL, "Signed in: ", ALDERMOOR);
    screen.see(BRIGHTWELL, "You have not been granted a 3DEXPERIENCE License");
    screen.see(BRIGHTWELL, "Signed in: Ben · Member");
    screen.click(BRIGHTWELL, "Dismiss");
    screen.does_not_see(BRIGHTWELL, "You have not been granted");
}

#[test]
fn the_last_administrator_is_kept_and_the_reason_stands_on_the_button() {
    let screen = own_license(0);
    let mut screen = screen;
    screen.click(ALDERMOOR, "Ana Moreau");
    assert!(!screen.is_enabled(ALDERMOOR, "Remove Access"));
    let reason = screen.reason(ALDERMOOR, "Remove Access").expect("a reason");
    assert!(reason.contains("only administrator"), "{reason}");
    screen.click_in_vain(ALDERMOOR, "Remove Access");
    screen.see(TIMELINE, "now: Start");
}

#[test]
fn show_me_of_the_guide_goes_to_the_control() {
    let mut screen = own_license(0);
    screen.click(ALDERMOOR, "Spaces");
    screen.click(ALDERMOOR, &format!("Fold {ALDERMOOR}"));
    assert!(screen.sees(ALDERMOOR, "folded"));
    let show = screen.label_from(GUIDE, "Show me");
    screen.click(GUIDE, &show);
    assert!(screen.is_chosen(ALDERMOOR, "Members"));
    let aldermoor = PlatformId::new("aldermoor");
    let marked = screen.app().desk().selection().marked;
    assert_eq!(marked, Some(Spot::Option(aldermoor, MemberOption::GrantWithoutLicense)));
    screen.toggle(ALDERMOOR, OPTION);
    assert_eq!(screen.app().desk().selection().marked, None, "the mark goes when time moves");
}

#[test]
fn show_me_of_a_mail_looks_through_the_eyes_of_the_guest() {
    let mut screen = own_license(6);
    let show = screen.label_from(GUIDE, "Show me");
    screen.click(GUIDE, &show);
    screen.see(BRIGHTWELL, "Signed in: Ben · Member");
    assert!(screen.is_chosen(BRIGHTWELL, "Mail"));
    screen.click(BRIGHTWELL, "Accept invitation (Email)");
    screen.see(GUIDE, "7 of 8 done");
    let show = screen.label_from(GUIDE, "Show me");
    screen.click(GUIDE, &show);
    let spot = Spot::PlatformMenu(PlatformId::new("brightwell"), PersonId::new("ben"));
    assert_eq!(screen.app().desk().selection().marked, Some(spot));
}

#[test]
fn show_me_of_why_opens_the_card_with_the_switch() {
    let mut screen = own_license(2);
    screen.click(BRIGHTWELL, "Mail");
    screen.click(BOARD, &format!("{IFW} at Aldermoor: –"));
    screen.see(WHY, "Restrict Usage to this Platform is on for 3DSwymer at Brightwell");
    let show = "Show me Members › Invite & Grant Roles › Ben › 3DSwymer › Restrict Usage to this Platform";
    screen.click(WHY, show);
    assert!(screen.is_on(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer"));
    screen.click_first(WHY, "Do it as Gus");
    assert!(!screen.is_on(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer"));
    screen.see(TIMELINE, "now: Gus lets Ben take the 3DSwymer license along");
}

#[test]
fn show_me_finds_a_platform_that_is_scrolled_away() {
    let mut screen = Screen::open_at("empty-stage", SMALL);
    for _ in 0..4 {
        screen.click(TOP, "Add platform");
    }
    screen.click("Fenwick Yards", "Nia Conti");
    assert!(screen.is_on_screen("Fenwick Yards", "Fold Fenwick Yards"));
    assert!(!screen.can_be_hit(ALDERMOOR, OPTION), "it is scrolled away");
    let show = screen.label_from(WHY, "Show me");
    screen.click_first(WHY, &show);
    let spot = screen.app().desk().selection().marked.expect("a place");
    let platform = screen.app().desk().lens().platform(spot.platform());
    assert!(screen.is_on_screen(&platform, &format!("Fold {platform}")), "{platform}");
}

#[test]
fn do_it_acts_as_the_person_whose_turn_it_is() {
    let mut screen = own_license(0);
    for (who, act) in [
        ("Ana", "Ana allows roles without license at Aldermoor"),
        ("Gus", "Gus allows roles without license at Brightwell"),
        ("Gus", "Gus lets Ben take the Industry Innovator license along"),
        ("Gus", "Gus lets Ben take the 3DSwymer license along"),
        ("Ana", "Ana invites ben@brightwell.example to Aldermoor"),
        ("Ana", "Ana adds Ben to Hull-7 as Author"),
        ("Ben", "Ben accepts the invitation to Aldermoor"),
        ("Ben", "Ben switches to Aldermoor"),
    ] {
        screen.click(GUIDE, &format!("Do it as {who}"));
        screen.see(TIMELINE, &format!("now: {act}"));
    }
    screen.see(TOP, "The goal is reached");
}

#[test]
fn a_lane_a_cell_and_a_role_each_open_their_question() {
    let mut screen = own_license(5);
    let lane = screen.label_from(BRIDGE, "Industry Innovator: ");
    screen.click(BRIDGE, &lane);
    screen.see(WHY, "use Industry Innovator at Aldermoor?");
    screen.click(BOARD, &screen.label_from(BOARD, "Can connect at Aldermoor"));
    screen.see(WHY, "connect to Aldermoor?");
    screen.see(WHY, "Accepting would succeed");
    screen.click(BOARD, &screen.label_from(BOARD, "Can connect at Brightwell"));
    screen.see(WHY, "Why can Ben connect to Brightwell?");
    screen.click(BRIGHTWELL, "Why? SOLIDWORKS Standard: own license");
    screen.see(WHY, "Why can Ben use SOLIDWORKS Standard at Brightwell?");
    screen.click(BRIGHTWELL, "Gus Lindqvist");
    screen.click(BRIGHTWELL, "Why? 3DSwymer: own license");
    screen.see(WHY, "Why can Gus use 3DSwymer at Brightwell?");
    screen.see(BOARD, "Person in focus: Gus Lindqvist");
}

#[test]
fn a_person_is_put_into_focus_by_picture_card_and_list() {
    let mut screen = own_license(0);
    screen.click(BRIDGE, "Cleo Brandt, works here now");
    screen.see(BOARD, "Person in focus: Cleo Brandt");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
    screen.click(BRIGHTWELL, "Gus Lindqvist, works here now");
    screen.see(BOARD, "Person in focus: Gus Lindqvist");
    screen.click(ALDERMOOR, "Ana Moreau");
    screen.see(BOARD, "Person in focus: Ana Moreau");
    screen.pick(BOARD, "Person in focus: ", "Ben Okafor");
    screen.see(BOARD, "Person in focus: Ben Okafor");
    assert!(screen.lane("3DSwymer").starts_with("cut at "));
}

#[test]
fn a_panel_is_folded_and_unfolded() {
    let mut screen = own_license(0);
    screen.click(ALDERMOOR, &format!("Fold {ALDERMOOR}"));
    screen.does_not_see(ALDERMOOR, "Invite members…");
    screen.click(ALDERMOOR, &format!("Unfold {ALDERMOOR}"));
    screen.see(ALDERMOOR, "Invite members…");
}

#[test]
fn an_edge_is_moved_by_the_arrow_keys() {
    let mut screen = own_license(0);
    let before = screen.width_of(&format!("Fold {ALDERMOOR}"), &format!("Fold {BRIGHTWELL}"));
    screen.press_tab_to("Edge of the access board");
    screen.key(Key::ArrowLeft);
    screen.key(Key::ArrowLeft);
    let after = screen.width_of(&format!("Fold {ALDERMOOR}"), &format!("Fold {BRIGHTWELL}"));
    assert!(after < before - 8.0, "{before} {after}");
}

/// At 1280x800 the current step is in view with its button, without an act before: at the opening, after a jump in time,
/// after going back to the start.
#[test]
fn the_current_step_is_in_view_at_once() {
    let size = egui::vec2(1280.0, 800.0);
    let see = |screen: &mut Screen, when: &str| {
        let button = screen.label_from(GUIDE, "Do it as ");
        let id = screen.app().desk().rehearsal().id.clone();
        assert!(screen.can_be_hit(GUIDE, &button), "{id}: “{button}” is out of view {when}");
    };
    for id in ["own-license", "two-suppliers", "cross-collaboration", "space-members"] {
        let mut screen = Screen::open_at(id, size);
        see(&mut screen, "at the opening");
        for _ in 0..4 {
            screen.shortcut(Key::Enter);
        }
        screen.key(Key::Escape);
        screen.key(Key::Home);
        see(&mut screen, "at the start");
        screen.key(Key::End);
        see(&mut screen, "after a jump");
    }
    let mut screen = Screen::open_at("consultant", size);
    screen.pick(TOP, "Rehearsal: ", "Two suppliers on one hull");
    see(&mut screen, "when another one is opened");
}
