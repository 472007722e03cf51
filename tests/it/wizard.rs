//! The two lists of roles: what the wizard and the default roles offer is what the act accepts.

use crate::screen::{OPTION, Screen, WIZARD};
use crate::support::*;
use crossinvite::app::Desk;
use crossinvite::app::files;
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::ui::{InviteEdit, UiCommand};
use crossinvite::view::{SheetBody, SheetDraft, WizardRole, WizardSwitch, build};

const ALDERMOOR: &str = "Aldermoor Marine";

/// The host as it may invite freely.
fn host() -> Desk {
    let opened = files::open_built_in("own-license").unwrap();
    let mut desk = Desk::new(opened.rehearsal, opened.session);
    let allow = Act::SetOption { option: MemberOption::GrantWithoutLicense, on: true };
    desk.run(UiCommand::Submit(Command::new("ana".into(), "aldermoor".into(), allow)));
    desk
}

fn assign<'a>(roles: &'a [WizardRole], id: &str) -> &'a WizardSwitch {
    &roles.iter().find(|role| role.role == RoleId::new(id)).unwrap().assign
}

fn invite(desk: &Desk) -> crossinvite::view::InviteData {
    desk.model(&crossinvite::app::model::DeskFacts::default()).invite.expect("the wizard is open")
}

/// R98, R99, F5: Restrict Usage goes with Assign License, and takes its position along.
#[test]
fn a_restriction_that_went_with_its_license_does_not_stop_the_invitation() {
    let mut screen = Screen::open("own-license");
    screen.toggle(ALDERMOOR, OPTION);
    screen.invite_to_roles(ALDERMOOR, "new@brightwell.example");
    let of = |switch: &str| format!("{switch}, 3DSwymer (Collaborative Business Innovator)");
    let (license, usage) = (of("Assign License"), of("Restrict Usage to this Platform"));
    assert!(screen.is_on(WIZARD, &license) && screen.is_on(WIZARD, &usage));
    screen.toggle(WIZARD, &usage);
    screen.toggle(WIZARD, &license);
    assert!(!screen.is_on(WIZARD, &license));
    screen.click(WIZARD, "Next");
    assert_eq!(screen.reason(WIZARD, "Invite"), None);
    screen.click(WIZARD, "Invite");
    assert!(!screen.has_region(WIZARD), "the invitation went out");
}

/// R49: the host cannot see what the guest holds; what the guest told stands beside the address, and at the host only.
#[test]
fn what_the_guest_told_stands_in_the_invitation() {
    let note = "Theo: “My address is theo@larkfield.example. Please give me 3DSwymer, Collaborative Industry Innovator";
    let mut screen = Screen::open("consultant");
    screen.click(ALDERMOOR, "Invite members…");
    screen.see(WIZARD, note);
    screen.see(WIZARD, "I bring the licenses.”");
    let mut desk = Desk::new(
        files::open_built_in("consultant").unwrap().rehearsal,
        files::open_built_in("consultant").unwrap().session,
    );
    for (platform, is_told) in [("aldermoor", true), ("larkfield", false)] {
        desk.run(UiCommand::OpenInvite(platform.into()));
        let shown = serde_json::to_string(&invite(&desk)).unwrap();
        assert_eq!(shown.contains(note), is_told, "{platform}");
    }
}

/// R98, F6, F10, E5: the lists count the people who would take a license: nobody twice, and nobody who comes back.
#[test]
fn licenses_are_counted_for_newcomers_only() {
    let mut desk = host();
    let (ana, at) = (PersonId::new("ana"), PlatformId::new("aldermoor"));
    desk.run(UiCommand::Submit(Command::Stage(StageAct::SetPool {
        platform: at,
        role: CREATOR.into(),
        purchased: 2,
        expires: Day(400),
    })));
    desk.run(UiCommand::Submit(Command::new(ana, at, Act::RemoveAccess { person: "cleo".into() })));
    desk.run(UiCommand::OpenInvite(at));
    let cleo = desk.lens().world.person("cleo".into()).unwrap().email;
    let mut check = |emails: &str, is_open: bool| {
        desk.run(UiCommand::EditInvite(InviteEdit::Emails(emails.to_owned())));
        let shown = invite(&desk);
        let switch = assign(&shown.with_licenses, CREATOR);
        let WizardSwitch::Shown { disabled, .. } = switch else { panic!("{switch:?}") };
        let mut roles = vec![own(IFW), own(CSV)];
        roles.push(taken(CREATOR));
        let emails = crossinvite::view::draft::addresses(emails);
        let act = Act::Invite { emails, right: UserRight::External, location: None, organization: None, roles };
        let refusal = decide::decide(desk.lens().world, &Command::new(ana, at, act)).err();
        let is_short = refusal.is_some_and(|refusal| refusal.code == Code::NotEnoughLicenses);
        assert_eq!((disabled.is_none(), !is_short), (is_open, is_open), "{disabled:?}");
    };
    check("one@brightwell.example", true);
    check("one@brightwell.example; one@brightwell.example", true);
    check(&format!("{cleo}; one@brightwell.example"), true);
    check("one@brightwell.example; two@brightwell.example", false);
}

/// F8, C21: default roles take no license yet, so an empty pool greys nothing; the note says what it leads to.
#[test]
fn default_roles_may_ask_for_licenses_that_are_not_left() {
    let mut desk = host();
    let at = PlatformId::new("aldermoor");
    let all = desk.lens().world.platform(at).unwrap().pools.get(&RoleId::ifw()).unwrap().assigned;
    desk.run(UiCommand::Submit(Command::Stage(StageAct::SetPool {
        platform: at,
        role: IFW.into(),
        purchased: all,
        expires: Day(400),
    })));
    let mut roles = crossinvite::view::draft::new_draft(desk.lens().world, at);
    let mut show = |assign_license: bool| {
        roles.roles.insert(RoleId::ifw(), InvitedRole { role: IFW.into(), assign_license, restrict_usage: None });
        let draft = SheetDraft::DefaultRoles { platform: at, roles: Box::new(roles.clone()), only_selected: false };
        build::sheet(&desk.lens(), &draft).expect("the dialog is open")
    };
    let caution = "Without a license left, an invitation by sharing is refused.";
    let sheet = show(false);
    let SheetBody::Roles(choices) = &sheet.body else { panic!("{sheet:?}") };
    assert!(matches!(assign(&choices.with_licenses, IFW), WizardSwitch::Shown { disabled: None, .. }));
    assert!(sheet.notes.iter().all(|note| note.text != caution));
    let sheet = show(true);
    assert!(sheet.notes.iter().any(|note| note.text == caution), "{:?}", sheet.notes);
    assert_eq!(sheet.commit.unwrap().refusal, None);
}

/// Whatever a tick brings about, the chips and the switches of what it needs, the box stays under the pointer.
#[test]
fn a_ticked_role_stays_under_the_pointer() {
    for (size, more) in [(crate::screen::SMALL, 0), (crate::screen::USUAL, 0), (crate::screen::USUAL, 1)] {
        let mut screen = Screen::open_at("own-license", size);
        screen.toggle(ALDERMOOR, OPTION);
        screen.invite_to_roles(ALDERMOOR, "new@brightwell.example");
        let boxes = |screen: &Screen| -> Vec<(String, egui::Rect)> {
            let all = screen.nodes().into_iter().filter(|(role, ..)| *role == egui::Role::CheckBox);
            all.map(|(_, name, rect, _)| (name, rect)).collect()
        };
        let names: Vec<String> = boxes(&screen).into_iter().map(|(name, _)| name).collect();
        assert!(names.len() > 5, "{names:?}");
        let top_of = |screen: &Screen, name: &str| {
            boxes(screen).into_iter().find(|(other, _)| other == name).expect("it is there").1.min.y
        };
        let mut moved = 0;
        for name in names.iter().skip(2 + more) {
            if !screen.is_enabled(WIZARD, name) || screen.is_on(WIZARD, name) {
                continue;
            }
            screen.bring(WIZARD, name);
            let before = top_of(&screen, name);
            screen.press_where_it_is(WIZARD, name);
            assert!(screen.is_on(WIZARD, name), "{size:?}: {name} is ticked");
            let after = top_of(&screen, name);
            assert!((before - after).abs() < 1.0, "{size:?}: {name} moved from {before} to {after}");
            moved += 1;
            if moved == 1 {
                screen.picture(&format!("wizard-ticked-{}-{more}", size.x));
            }
            screen.press_where_it_is(WIZARD, name);
            assert!(!screen.is_on(WIZARD, name), "{size:?}: the second click takes {name} back");
            let again = top_of(&screen, name);
            assert!((before - again).abs() < 1.0, "{size:?}: {name} moved from {before} to {again}");
            screen.press_where_it_is(WIZARD, name);
        }
        assert!(moved > 2, "{size:?}: {moved}");
        screen.picture(&format!("wizard-all-{}-{more}", size.x));
        let selected = names.iter().filter(|name| screen.is_on(WIZARD, name)).count();
        screen.see(WIZARD, &format!("Selected | {selected}"));
        screen.see(WIZARD, " more");
    }
}
