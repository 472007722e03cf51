//! *Why not*, *Who can*, *From the message*, what a guest will see, and *What if* without a pointer: in the window.

use crate::screen::*;
use crossinvite::access::Question;
use crossinvite::app::Desk;
use crossinvite::app::files;
use crossinvite::app::headless::desk_at;
use crossinvite::app::model::DeskFacts;
use crossinvite::content::DRILLS;
use crossinvite::diagnosis::Symptom;
use crossinvite::domain::{InvitedRole, PersonId, PlatformId, UserRight};
use crossinvite::ui::{InviteEdit, UiCommand};
use crossinvite::view::{
    DraftChange, ForecastData, FromMessageData, Inquiry, InquiryBody, Look, SheetBody, SheetDraft, WhyNotData,
    WizardStep,
};
use egui::Key;
use std::collections::BTreeSet;

const BRIGHTWELL: &str = "Brightwell Tooling";
const WHY_NOT: &str = "Why not";
const WHO_CAN: &str = "Who can";
const FROM: &str = "From the message";

fn desk(id: &str, step: usize) -> Desk {
    desk_at(files::open_built_in(id).unwrap(), Some(step)).unwrap()
}

// ---- Why not

fn why_not(desk: &mut Desk) -> Option<WhyNotData> {
    desk.run(UiCommand::Inquire(Inquiry::WhyNot));
    // A drill keeps its cure closed until somebody looks.
    desk.run(UiCommand::Look(Look::Cure(desk.question()?)));
    match desk.model(&DeskFacts::default()).inquiry?.body {
        InquiryBody::WhyNot(data) => Some(data),
        other => panic!("{other:?}"),
    }
}

#[test]
fn from_every_broken_state_why_not_names_what_must_change_and_whose_turn_it_is() {
    for drill in DRILLS {
        let mut desk = desk(drill.id, 0);
        let data = why_not(&mut desk).expect("a question");
        assert!(!data.sets.is_empty(), "{}", drill.id);
        let mut told = BTreeSet::new();
        for fact in data.sets.iter().flat_map(|set| &set.facts) {
            if !told.insert(&fact.status.text) {
                continue;
            }
            assert!(fact.status.text.contains(' ') && !fact.source.is_empty(), "{}: {fact:?}", drill.id);
            let can_be_done = fact.whose_turn.is_some() || fact.do_it.is_some() || fact.show.is_some();
            // What time took nobody gives back, and what was never bought nobody assigns.
            let is_out_of_hand = fact.status.text.contains("valid") || fact.status.text.ends_with("never bought any");
            assert!(can_be_done || is_out_of_hand, "{}: {fact:?}", drill.id);
        }
    }
}

#[test]
fn the_one_switch_that_is_enough_stands_first_and_can_be_turned_from_there() {
    let mut screen = Screen::open("d02");
    let cell = screen.label_from(BOARD, "Can connect at Aldermoor");
    screen.click(BOARD, &cell);
    screen.shortcut(Key::Num2);
    screen.click(WHY_NOT, "Show what cures it");
    screen.see(WHY_NOT, "One change is enough; 2 ways");
    screen.see(WHY_NOT, "This must change");
    screen.see(WHY_NOT, "Restrict Usage must be off for Ben’s 3DSwymer license at Brightwell");
    screen.see(WHY_NOT, "Or instead");
    screen.see(WHY_NOT, "Aldermoor must assign Ben a license of 3DSwymer");
    screen.picture("why-not-d02");
    screen.click(WHY_NOT, "Do it as Gus: Restrict Usage must be off for Ben’s 3DSwymer license at Brightwell");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "accept");
}

#[test]
fn what_holds_says_what_it_rests_on() {
    let mut screen = at_the_end();
    screen.shortcut(Key::Num2);
    screen.see(WHY_NOT, "Take away any one of these and it breaks");
    screen.see(WHY_NOT, "Restrict Usage is off for Ben’s 3DSwymer license at Brightwell");
    screen.picture("what-keeps-it");
}

// ---- Who can

#[test]
fn who_can_lists_everybody_with_a_way_and_compares_two_people() {
    let mut screen = Screen::open("d22");
    let cell = screen.label_from(BOARD, "Hull-7 at Aldermoor");
    screen.click(BOARD, &cell);
    screen.shortcut(Key::Num4);
    screen.see(WHO_CAN, "Who can open Hull-7 at Aldermoor?");
    screen.see(WHO_CAN, "as Author");
    screen.see(WHO_CAN, "What Dan can");
    screen.choose(WHO_CAN, "Compare with", "Cleo Brandt");
    screen.see(WHO_CAN, "Dan, beside Cleo");
    screen.see(WHO_CAN, "Cleo: as Author");
    screen.picture("who-can-d22");
}

#[test]
fn who_can_compares_with_another_platform_and_with_the_start() {
    let mut screen = Screen::open("own-license");
    for _ in 0..8 {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen.shortcut(Key::Num4);
    screen.choose(WHO_CAN, "Compare with", BRIGHTWELL);
    screen.see(WHO_CAN, "Aldermoor, beside Brightwell");
    screen.choose(WHO_CAN, "Compare with", "the start");
    screen.see(WHO_CAN, "now, beside the start");
    screen.see(WHO_CAN, "Connecting to Aldermoor");
    screen.picture("who-can-moments");
}

// ---- From the message

fn from_message(desk: &mut Desk, symptom: Symptom, person: &str, platform: &str) -> FromMessageData {
    let (person, platform) = (Some(PersonId::new(person)), Some(PlatformId::new(platform)));
    desk.run(UiCommand::SetSheet(Some(SheetDraft::FromMessage { symptom: Some(symptom), person, platform })));
    match desk.model(&DeskFacts::default()).sheet.expect("a sheet").body {
        SheetBody::FromMessage(data) => *data,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_report_has_words_for_every_cause_in_every_state() {
    for drill in DRILLS {
        let mut desk = desk(drill.id, 0);
        for symptom in Symptom::ALL {
            for person in ["ben", "cleo"] {
                let data = from_message(&mut desk, symptom, person, "aldermoor");
                for row in data.fitting.iter().chain(&data.excluded) {
                    assert!(row.headline.len() > 3, "{} {symptom:?}: {row:?}", drill.id);
                    assert!(row.sentence.contains(' '), "{} {symptom:?}: {row:?}", drill.id);
                }
                assert_eq!(data.fitting.len() + data.excluded.len(), symptom.suspects().len());
            }
        }
    }
}

#[test]
fn from_the_message_leads_from_the_report_to_the_cure() {
    let mut screen = Screen::open("d02");
    screen.click(WHY, "From the message…");
    screen.see(FROM, "What the person says");
    screen.picture("from-the-message");
    screen.click(FROM, "“You have not been granted a 3DEXPERIENCE License”");
    screen.see(FROM, "1 cause fits this moment");
    screen.see(FROM, "Ben’s license is kept at Brightwell");
    screen.see(FROM, "Excluded at this moment");
    screen.see(FROM, "Member's platform locations");
    screen.see(FROM, "locations say where data is kept; they have no effect on licenses");
    screen.picture("from-the-message-d02");
    // It is a drill: what was told counts as a look, and the cure is closed until somebody looks at it.
    screen.see(GUIDE, "1 look so far");
    screen.does_not_see(FROM, "Do it as Gus");
    screen.click(FROM, "Why can’t Ben connect to Aldermoor? Ben’s license is kept at Brightwell");
    screen.click(WHY, "Look at the checks");
    screen.click(WHY, "Show what cures it");
    screen.click(WHY, "From the message…");
    screen.click(FROM, "“You have not been granted a 3DEXPERIENCE License”");
    screen.click(FROM, "Do it as Gus: Ben’s license is kept at Brightwell");
    screen.see(FROM, "Nothing here would make Ben report this at Aldermoor");
    screen.click(FROM, "Another message");
    screen.see(FROM, "What an administrator says");
}

#[test]
fn from_the_message_is_in_the_palette_and_has_a_key() {
    let mut screen = Screen::open("d13");
    screen.shortcut(Key::K);
    screen.type_text("from the message");
    screen.key(Key::Enter);
    screen.see(FROM, "What the person says");
    screen.click(FROM, "“The option cannot be turned off”");
    screen.see(FROM, "It is about: ");
    screen.picture("from-the-message-d13");
    screen.click(FROM, "Close");
    assert!(!screen.has_region(FROM));
    screen.shortcut(Key::Num5);
    assert!(screen.has_region(FROM));
}

// ---- Before it is sent

/// The last step of the wizard of Aldermoor for Ben, with this right.
fn forecast(desk: &mut Desk, right: UserRight, assign_license: bool) -> ForecastData {
    desk.run(UiCommand::OpenInvite("aldermoor".into()));
    desk.run(UiCommand::EditInvite(InviteEdit::Emails("ben@brightwell.example".into())));
    desk.run(UiCommand::EditInvite(InviteEdit::Right(right)));
    for role in ["IFW", "CSV"] {
        desk.run(UiCommand::EditInvite(InviteEdit::Tick(role.into(), true)));
        let invited = InvitedRole { role: role.into(), assign_license, restrict_usage: None };
        desk.run(UiCommand::EditInvite(InviteEdit::Terms(invited)));
    }
    desk.run(UiCommand::EditInvite(InviteEdit::Step(WizardStep::AdditionalApps)));
    desk.model(&DeskFacts::default()).invite.unwrap().forecast.expect("a forecast")
}

/// The lesson with both options on and Ben's licenses free to travel, before anybody is invited.
fn ready() -> Desk {
    let mut desk = desk("own-license", 0);
    let acts: Vec<_> = desk.rehearsal().solution().cloned().collect();
    for act in acts {
        let is_setting = matches!(
            &act,
            crossinvite::domain::Command::Do {
                act: crossinvite::domain::Act::SetOption { .. } | crossinvite::domain::Act::SetRestrictUsage { .. },
                ..
            }
        );
        if is_setting {
            desk.run(UiCommand::Submit(act));
        }
    }
    desk
}

#[test]
fn before_a_member_is_invited_the_common_space_is_foretold_and_external_keeps_them_out() {
    let mut desk = ready();
    let data = forecast(&mut desk, UserRight::Member, false);
    assert!(data.title.contains("Ben") && data.title.contains("Aldermoor"), "{}", data.title);
    let told = |data: &ForecastData| data.lines.iter().any(|line| line.text.contains("Common Space"));
    assert!(told(&data), "{:?}", data.lines);
    let less = data.narrower.first().expect("something narrower");
    assert_eq!((less.label.as_str(), less.words.as_str()), ("Invite as External", "keeps Ben out of Common Space"));
    assert_eq!(less.change, DraftChange::Right(UserRight::External));
    let data = forecast(&mut desk, UserRight::External, false);
    assert!(!told(&data) && data.narrower.is_empty(), "{data:?}");
    assert!(data.lines.iter().any(|line| line.text.starts_with("usable: ")), "{:?}", data.lines);
}

#[test]
fn before_a_license_is_taken_in_vain_the_wizard_says_that_it_works_without() {
    let mut desk = ready();
    let data = forecast(&mut desk, UserRight::External, true);
    let words: Vec<&str> = data.narrower.iter().map(|less| less.words.as_str()).collect();
    assert_eq!(words, ["takes no license of Aldermoor; it works all the same"; 2], "{data:?}");
}

#[test]
fn before_an_invitation_that_cannot_be_accepted_the_wizard_says_why() {
    let mut desk = desk("own-license", 0);
    let option = crossinvite::domain::MemberOption::GrantWithoutLicense;
    let act = crossinvite::domain::Act::SetOption { option, on: true };
    desk.run(UiCommand::Submit(crossinvite::domain::Command::new("ana".into(), "aldermoor".into(), act)));
    let data = forecast(&mut desk, UserRight::External, false);
    assert!(data.lines[0].text.starts_with("nothing yet, accepting would be refused: "), "{:?}", data.lines);
    assert!(data.narrower.is_empty());
}

#[test]
fn the_last_step_of_the_wizard_tells_it_and_narrows_it_by_a_click() {
    let mut screen = Screen::open("own-license");
    for _ in 0..4 {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen.click("Aldermoor Marine", "Invite members…");
    screen.type_into(WIZARD, "User email", "ben@brightwell.example");
    screen.click(WIZARD, "Member");
    screen.click(WIZARD, "Next");
    // Without it no space opens, and there would be nothing to narrow.
    if !screen.is_on(WIZARD, "Collaborative Industry Innovator") {
        screen.click(WIZARD, "Collaborative Industry Innovator");
    }
    screen.click(WIZARD, "Next");
    screen.see(WIZARD, "What Ben will see at Aldermoor on accepting");
    screen.see(WIZARD, "all content of Common Space, as Author");
    screen.see(WIZARD, "keeps Ben out of Common Space");
    screen.picture("wizard-forecast");
    screen.click(WIZARD, "Invite as External");
    screen.does_not_see(WIZARD, "all content of Common Space");
    screen.see(WIZARD, "no space and no data until somebody adds them to a space");
}

#[test]
fn everything_fits_into_a_small_window_too() {
    let mut screen = Screen::open_at("d22", egui::vec2(1280.0, 800.0));
    screen.shortcut(Key::Num2);
    screen.picture("small-why-not");
    screen.shortcut(Key::Num4);
    screen.choose(WHO_CAN, "Compare with", "Cleo Brandt");
    screen.picture("small-who-can");
    screen.shortcut(Key::Num5);
    screen.click(FROM, "“Our group is in the space; my colleague opens it, I do not”");
    screen.picture("small-from-the-message");
    assert!(screen.is_on_screen(FROM, "Another message"));
}

// ---- What if

/// The first lesson up to its last act.
fn at_the_end() -> Screen {
    let mut screen = Screen::open("own-license");
    for _ in 0..8 {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen
}

#[test]
fn what_would_be_lost_is_marked_on_the_board_on_the_bridge_and_in_the_panels() {
    let mut screen = at_the_end();
    let marked = |screen: &Screen, region: &str| {
        screen.interactive_labels(region).into_iter().filter(|name| name.ends_with(", would be lost")).count()
    };
    for region in [BOARD, BRIDGE, "Aldermoor Marine"] {
        assert_eq!(marked(&screen, region), 0, "{region}");
    }
    screen.hover(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    for region in [BOARD, BRIDGE, "Aldermoor Marine"] {
        assert!(marked(&screen, region) > 0, "{region}");
    }
    screen.picture("what-if-marks");
    screen.hover(BRIGHTWELL, "Members");
    assert_eq!(marked(&screen, BOARD), 0);
}

#[test]
fn holding_the_key_on_a_control_shows_what_hovering_shows() {
    let mut screen = at_the_end();
    screen.hold(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer", Key::W);
    screen.see("What if", "If Gus keeps Ben’s 3DSwymer license at Brightwell");
    screen.see("What if", "− Ben can connect to Aldermoor");
    assert!(screen.label_from(BOARD, "Can connect at Aldermoor").ends_with(", would be lost"));
    screen.release(Key::W);
    assert!(!screen.has_region("What if"));
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes", "nothing was done");
}

#[test]
fn the_wizard_and_the_lists_show_what_if_too() {
    let mut screen = Screen::open("d09");
    screen.click("Aldermoor Marine", "Spaces");
    let space = screen.label_from("Aldermoor Marine", "Hull-7");
    screen.click("Aldermoor Marine", &space);
    let add = screen.label_from("Aldermoor Marine", "Add member(s)");
    screen.click("Aldermoor Marine", &add);
    screen.type_text("ben");
    screen.hover("Add member(s): Hull-7", "Add Ben Okafor");
    screen.see("What if", "+ Ben can open Hull-7");
    let question = Question::SpaceAccess { person: "ben".into(), platform: "aldermoor".into(), space: "hull-7".into() };
    let marks = screen.app().desk().model(&DeskFacts::default()).preview.unwrap().marks;
    assert!(marks.contains(&(question, true)), "{marks:?}");
}

/// What a control says on hovering goes when a sheet that is opened by key covers the control.
#[test]
fn no_tooltip_stands_above_what_covers_its_control() {
    let mut screen = Screen::open("own-license");
    let label = "Fold Aldermoor Marine";
    screen.hover("Aldermoor Marine", label);
    screen.wait(60);
    let said = |screen: &Screen| screen.nodes().iter().filter(|(_, text, ..)| text == label).count();
    assert_eq!(said(&screen), 2, "the button, and what it says on hovering");
    screen.shortcut(Key::D);
    screen.wait(60);
    assert!(screen.has_region("Drills"));
    assert_eq!(said(&screen), 1, "the button alone");
    screen.key(Key::Escape);
    screen.wait(60);
    assert_eq!(said(&screen), 2, "the pointer is where it was");
}
