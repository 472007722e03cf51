//! What the worked cases expect on screen: warnings, messages, hidden switches, ticks. Under their own names.

use crate::support::*;
use crossinvite::decide;
use crossinvite::domain::{AccessRole::Author, Code::*, *};
use crossinvite::view::{
    AddMemberData, AddMemberDraft, InviteData, InviteDraft, Lens, MemberDetails, Selection, SheetDraft, SwitchCell,
    TabData, TriedData, WizardRole, build, draft, text,
};

const INNOVATOR: &str = "Collaborative Industry Innovator";
const STANDARD: &str = "3DEXPERIENCE SOLIDWORKS Standard";
const DIFFERENT_SWITCHES: &str =
    "3DSwymer and Collaborative Industry Innovator should have the same two switches; here they differ.";

/// What is shown of a world through the eyes of somebody who works on a platform.
fn look<T>(world: &World, viewer: Actor, shown: impl Fn(&Lens<'_>) -> T) -> T {
    look_at(world, viewer, Selection::default(), shown)
}

fn look_at<T>(world: &World, viewer: Actor, selection: Selection, shown: impl Fn(&Lens<'_>) -> T) -> T {
    let is_there = world.person(viewer.who).unwrap().connected == Some(viewer.on);
    let connected = [connect(viewer.who.as_str(), viewer.on.as_str())];
    let world = &played(world, if is_there { &[] } else { &connected });
    let selection = Selection { viewers: [(viewer.on, viewer.who)].into(), ..selection };
    shown(&Lens { world, before: None, changes: &[], selection: &selection })
}

/// A member's details as an administrator sees them.
fn details(world: &World, viewer: Actor, person: &str) -> MemberDetails {
    let selection = Selection { open_members: [(viewer.on, person.into())].into(), ..Selection::default() };
    let panel = look_at(world, viewer, selection, |lens| build::panel(lens, lens.world.platform(viewer.on).unwrap()));
    let TabData::Members(members) = panel.content else { panic!("{:?}", panel.content) };
    members.members.rows.into_iter().find_map(|card| card.details).unwrap()
}

fn restrict_cell(details: &MemberDetails, role: &str) -> SwitchCell {
    details.roles.iter().find(|row| row.role == role.into()).unwrap().restrict.clone()
}

/// A refused act as it is shown where it was tried.
fn tried(world: &World, command: &Command) -> TriedData {
    let refusal = decide::decide(world, command).expect_err("refused");
    let selection = Selection::default();
    text::tried(&Lens { world, before: None, changes: &[], selection: &selection }, &refusal, command)
}

/// The wizard of H with these roles ticked by hand, one after the other.
fn ticked(world: &World, roles: &[&str]) -> InviteDraft {
    let mut draft = draft::new_draft(world, "H".into());
    draft.emails = BEN_MAIL.into();
    for role in roles {
        draft::tick(world, "H".into(), &mut draft, RoleId::new(role));
    }
    draft
}

fn wizard(world: &World, draft: &InviteDraft) -> InviteData {
    look(world, ana(), |lens| build::invite(lens, "H".into(), draft, None, None)).unwrap()
}

fn wizard_row<'a>(data: &'a InviteData, role: &str) -> &'a WizardRole {
    data.with_licenses.iter().find(|row| row.role == role.into()).unwrap()
}

/// *Add member(s)* on Hull-7 with this typed.
fn add_member(world: &World, typed: &str) -> AddMemberData {
    let draft = AddMemberDraft {
        platform: "H".into(),
        space: "Hull-7".into(),
        search: typed.into(),
        role: Author,
        restricted: false,
    };
    look(world, ana(), |lens| build::add_member(lens, &draft)).unwrap()
}

/// R97: without the option the switch is not there, so the licenses stay where they are, and the way in stays shut.
#[test]
fn w2_the_switch_is_not_shown_and_the_licenses_stay_restricted() {
    let mut world = played(&b0(), &[ana().allows_roles_without_license()]);
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()));
    let shown = details(&world, gus(), "Ben");
    for linked in [IFW, CSV] {
        assert!(world.platform("G".into()).unwrap().seat("Ben".into(), linked.into()).unwrap().restricted, "{linked}");
        let cell = restrict_cell(&shown, linked);
        assert!(matches!(cell, SwitchCell::Hidden { .. }), "{linked}: {cell:?}");
    }
    play(&mut world, &gus().allows_roles_without_license());
    let shown = details(&world, gus(), "Ben");
    for linked in [IFW, CSV] {
        let cell = restrict_cell(&shown, linked);
        assert!(matches!(cell, SwitchCell::Shown { on: true, .. }), "{linked}: {cell:?}");
    }
    // A license that is not linked has no such switch at all (F34).
    let cell = restrict_cell(&shown, XWA);
    assert!(matches!(cell, SwitchCell::Hidden { .. }), "{cell:?}");
}

/// F37: the message of the platform, and whose turn it is.
#[test]
fn w3_the_message_of_the_platform_is_shown() {
    let set_up = [ana().allows_roles_without_license(), gus().allows_roles_without_license(), gus().frees("Ben", CSV)];
    let mut world = played(&b0(), &set_up);
    play(&mut world, &ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()));
    let shown = tried(&world, &ben().accepts());
    assert_eq!(shown.headline, "You have not been granted a 3DEXPERIENCE License");
    assert_eq!(shown.cure, "Gus at G switches Restrict Usage to this Platform off for 3DSwymer.");
    // The other message is for another reason (F38).
    let uninvited = tried(&su(), &ben().accepts());
    assert_eq!(uninvited.headline, "Sorry, Access Denied. Ben has not been invited to H under this address");
}

/// F33: a state of the details, there as long as the two switches differ.
#[test]
fn w5_the_details_warn_while_the_two_switches_differ() {
    let options = [ana().allows_roles_without_license(), gus().allows_roles_without_license()];
    let both_restricted = played(&b0(), &options);
    let differ = played(&both_restricted, &[gus().frees("Ben", IFW)]);
    let both_free = played(&differ, &[gus().frees("Ben", CSV)]);
    assert_eq!(details(&differ, gus(), "Ben").warnings, [DIFFERENT_SWITCHES]);
    for same in [&both_restricted, &both_free] {
        assert_eq!(details(same, gus(), "Ben").warnings, Vec::<String>::new());
    }
    // Assign License is the other one of the two.
    let one_assigned = played(&both_free, &[gus().takes_back("Ben", CSV)]);
    assert_eq!(details(&one_assigned, gus(), "Ben").warnings, [DIFFERENT_SWITCHES]);
}

/// F40, F43: ticking a role ticks what it needs; 3DSwymer cannot be unticked.
#[test]
fn w18_a_ticking_brings_the_prerequisites_along() {
    let world = su();
    let fresh = ticked(&world, &[]);
    assert_eq!(fresh.roles.keys().copied().collect::<Vec<_>>(), [RoleId::ifw()]);
    let data = wizard(&world, &fresh);
    assert!(wizard_row(&data, IFW).is_ticked && wizard_row(&data, IFW).locked.is_some());
    assert!(!wizard_row(&data, CSV).is_ticked && wizard_row(&data, CSV).locked.is_none());

    let mut draft = ticked(&world, &[XWA]);
    let data = wizard(&world, &draft);
    for needed in [IFW, CSV, XWA] {
        assert!(wizard_row(&data, needed).is_ticked, "{needed}");
    }
    let along: Vec<&str> = [IFW, CSV, XWA].into_iter().filter(|role| wizard_row(&data, role).is_ticked_along).collect();
    assert_eq!(along, [CSV], "IFW was ticked before, XWA by hand");
    assert_eq!(data.warnings.len(), 1, "only the one about Assign License: {:?}", data.warnings);
    let Some(Command::Do { act: Act::Invite { roles, .. }, .. }) = &data.command else { panic!("{:?}", data.command) };
    assert_eq!(roles.iter().map(|invited| invited.role.as_str()).collect::<Vec<_>>(), [IFW, CSV, XWA]);

    draft::untick(&mut draft, RoleId::ifw());
    assert!(wizard_row(&wizard(&world, &draft), IFW).is_ticked, "it is locked");
    draft::untick(&mut draft, XWA.into());
    assert!(wizard_row(&wizard(&world, &draft), CSV).is_ticked, "what was ticked along stays");
}

/// C10: the invitation may be sent, the person be added while pending; both with a warning.
#[test]
fn w18_b_the_warnings_of_an_invitation_without_industry_innovator() {
    let mut draft = ticked(&su(), &[XWA]);
    draft::untick(&mut draft, RoleId::csv());
    draft.roles.values_mut().for_each(|invited| invited.assign_license = false);
    let data = wizard(&su(), &draft);
    let warning = format!("{STANDARD} needs {INNOVATOR} too; without it the role stays blocked.");
    assert_eq!(data.warnings, [warning]);
    assert_eq!(data.refusal, None, "a warning stops nothing");

    let mut world = played(&su(), &[data.command.unwrap()]);
    let shown = add_member(&world, BEN_MAIL);
    let [row] = shown.matches.rows.as_slice() else { panic!("{:?}", shown.matches) };
    assert_eq!(row.warning, Some(format!("{INNOVATOR} is not granted; the space will not open without it.")));
    assert_eq!(
        details(&world, ana(), "Ben").warnings,
        [format!("{STANDARD} needs {INNOVATOR}, which is not granted here.")]
    );

    play(&mut world, &ben().accepts());
    let shown = add_member(&world, "ben");
    assert_eq!(shown.matches.rows, []);
    assert_eq!(shown.hint, format!("Ben is a member but needs {INNOVATOR} first."));
    let with_csv = played(&world, &[ana().grants("Ben", CSV, GrantTerms::without_license())]);
    let shown = add_member(&with_csv, "ben");
    assert_eq!(shown.matches.iter().map(|row| row.warning.clone()).collect::<Vec<_>>(), [None]);
}

/// C10, the other reading: granted is not enough, and the search says so.
#[test]
fn w18_b_under_the_reading_usable_license_needed() {
    let world = played(&w1(), &[gus().restricts("Ben", CSV)]);
    assert_eq!(add_member(&world, "ben").matches.rows.len(), 1, "the grant is enough");
    let strict = played(&world, &[reading(Reading::UsableCsvWhenAdding)]);
    let shown = add_member(&strict, "ben");
    assert_eq!(shown.matches.rows, []);
    let begin = format!("Ben is a member but cannot use {INNOVATOR} here.");
    assert!(shown.hint.starts_with(&begin), "{}", shown.hint);
    let without = played(&strict, &[ana().ungrants("Ben", CSV)]);
    assert_eq!(add_member(&without, "ben").hint, format!("Ben is a member but needs {INNOVATOR} first."));
}

/// C16: strictly the role is refused, leniently it is granted with a warning.
#[test]
fn w18_c_the_warning_of_a_prerequisite_never_purchased() {
    let kim = actor("Kim", "K");
    let world = super::w18_c_start();
    let (person, role, terms) = ("Ben".into(), XWA.into(), GrantTerms::without_license());
    let draft = SheetDraft::Grant { platform: "K".into(), person, role, terms };
    let warning = format!("{STANDARD} needs {INNOVATOR}, which is not granted here.");
    let sheet = |world: &World| look(world, kim, |lens| build::sheet(lens, &draft)).unwrap();
    let refusal = sheet(&world).commit.unwrap().refusal.unwrap();
    assert!(refusal.contains(&format!("K owns {STANDARD} but never bought {INNOVATOR}")), "{refusal}");

    let lenient = played(&world, &[reading(Reading::LenientPurchase)]);
    let shown = sheet(&lenient);
    assert_eq!(shown.commit.unwrap().refusal, None, "a warning stops nothing");
    assert!(shown.notes.iter().any(|note| note.text == warning), "{:?}", shown.notes);
    let granted = played(&lenient, &[kim.grants("Ben", XWA, terms)]);
    assert_eq!(details(&granted, kim, "Ben").warnings, [warning]);
    check_access(&granted, self::role("Ben", "K", XWA), Answer::No(&[Pending, PrerequisiteNotGranted(RoleId::csv())]));
}
