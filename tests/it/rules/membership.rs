//! Memberships: at work, put out, removed, given back, changed; organizations joined and left.

use crate::support::Answer::{Level, No, Usable, Yes};
use crate::support::*;
use crossinvite::access::can_read;
use crossinvite::app::headless::desk_at;
use crossinvite::domain::{AccessRole::Author, Code::*, *};
use crossinvite::ui::UiCommand;
use crossinvite::view::PanelTab;

/// R84: a person works on one platform at a time and goes where they are Active.
#[test]
fn a_person_works_on_one_platform_at_a_time() {
    let world = w1();
    assert_eq!(works_on(&world, "Ben"), Some("H".into()));
    already_so(&world, ben().switches());
    let home = played(&world, &[ben().at("G").switches()]);
    assert_eq!(works_on(&home, "Ben"), Some("G".into()));
    check(&invited(), ben().switches(), Err((Pending, "H")));
    check(&su(), ben().switches(), Err((NotInvited, "H")));
    let removed = played(&world, &[ana().removes_access("Ben")]);
    check(&removed, ben().switches(), Err((AccessRemoved, "H")));
    check(&removed, ben().accepts(), Err((AccessRemoved, "H")));
}

/// R4: an act asks for somebody who could sign in; it is no login itself and moves nobody.
#[test]
fn an_act_is_not_a_login() {
    let world = played(&b0(), &[ana().sets(MemberOption::MemberInvitations, true)]);
    assert_eq!(works_on(&world, "Ana"), None);
    let refusal = crossinvite::decide::decide(&b0(), &actor("Ben", "K").switches()).unwrap_err();
    assert_eq!((refusal.code, refusal.platform), (NoMatch, None), "there is no platform K");
}

/// R61, R99, R110, D32: whoever can no longer connect is put out at once, and nothing else changes (E4).
#[test]
fn whoever_can_no_longer_connect_is_put_out() {
    let at_work = w1();
    let put_out = [
        gus().restricts("Ben", IFW),
        gus().ungrants("Ben", IFW),
        gus().takes_back("Ben", IFW),
        gus().removes_access("Ben"),
        gus().removes("Ben"),
        ana().removes_access("Ben"),
        ana().removes("Ben"),
        ana().ungrants("Ben", IFW),
        pool("G", IFW, 2, 0),
    ];
    let at_work = played(&at_work, &[clock(1)]);
    for cause in put_out {
        let mut world = at_work.clone();
        let events = play(&mut world, &cause);
        assert_eq!(events.last(), Some(&Event::Disconnected { person: "Ben".into() }), "{cause:?}");
        assert_eq!(works_on(&world, "Ben"), None);
    }
    let restricted = played(&at_work, &[gus().restricts("Ben", IFW)]);
    assert_eq!(state(&restricted, "Ben", "H"), Some(Membership::Active));
    // CSV is no way in: without it the work goes on, without data.
    let no_data = played(&at_work, &[gus().restricts("Ben", CSV)]);
    assert_eq!(works_on(&no_data, "Ben"), Some("H".into()));
    check_access(&no_data, space("Ben", "H", "Hull-7"), No(&[CsvNotUsable]));
    // Somebody who works elsewhere is not touched.
    let elsewhere = played(&at_work, &[ben().at("G").switches(), ana().removes_access("Ben")]);
    assert_eq!(works_on(&elsewhere, "Ben"), Some("G".into()));
}

/// R58, F13: removed access keeps profile, roles, licenses and places; given back, everything is as before.
#[test]
fn removed_access_keeps_everything() {
    let before = played(&w1(), &[ana().assigns("Ben", XWA), ben().at("G").switches()]);
    let removed = played(&before, &[ana().removes_access("Ben")]);
    assert_eq!(state(&removed, "Ben", "H"), Some(Membership::NoAccess));
    check_pools_unchanged(&before, &removed);
    check_access(&removed, can_connect("Ben", "H"), No(&[AccessRemoved]));
    check_access(&removed, role("Ben", "H", XWA), No(&[AccessRemoved]));
    check_access(&removed, space("Ben", "H", "Hull-7"), No(&[AccessRemoved]));
    let back = played(&removed, &[ana().gives_back("Ben")]);
    assert_eq!(back.platform("H".into()), before.platform("H".into()));
    check_access(&back, space("Ben", "H", "Hull-7"), Level("Author"));
}

/// F13: inviting the address again gives access back; right and roles chosen there are not applied (E5).
#[test]
fn a_new_invitation_gives_access_back_and_nothing_else() {
    let removed = played(&w1(), &[ana().removes_access("Ben")]);
    let back = Event::MembershipChanged { platform: "H".into(), person: "Ben".into(), membership: Membership::Active };
    check(&removed, ana().invites(BEN_MAIL, UserRight::Administrator, &[taken(IFW), taken(CREATOR)]), Ok(vec![back]));
}

/// F13: what each act needs.
#[test]
fn removing_and_giving_back_need_the_right_state() {
    check(&invited(), ana().removes_access("Ben"), Err((NoMatch, "H")));
    check(&su(), ana().removes_access("Ben"), Err((NotInvited, "H")));
    check(&w1(), ana().gives_back("Ben"), Err((NoMatch, "H")));
    check(&su(), ana().gives_back("Ben"), Err((NotInvited, "H")));
    let removed = played(&w1(), &[ana().removes_access("Ben")]);
    check(&removed, ana().removes_access("Ben"), Err((AccessRemoved, "H")));
    check(&removed, ana().makes("Ben", UserRight::Member), Err((AccessRemoved, "H")));
    check(&su(), ana().removes("Ben"), Err((NotInvited, "H")));
    for act in [cleo().removes_access("Ana"), cleo().gives_back("Ana"), cleo().removes("Ana")] {
        check(&su(), act, Err((NotAdministrator, "H")));
    }
}

/// R58: removed completely, nothing of a member stays: licenses, spaces, groups.
#[test]
fn a_removed_member_leaves_nothing_behind() {
    let before = played(&su(), &[add_group("H", "Crew", &[])]);
    let hosted = played(&su(), &[ana().invites(BEN_MAIL, UserRight::Member, &[taken(IFW), taken(CSV), own(XWA)])]);
    let hosted = played(&hosted, &[ben().accepts(), add_group("H", "Crew", &["Ben"])]);
    let hosted = played(&hosted, &[ana().adds("Hull-7", person("Ben"), whole(Author))]);
    let removed = played(&hosted, &[ana().removes("Ben")]);
    assert_eq!(removed.platform("H".into()), before.platform("H".into()));
    check_access(&removed, can_connect("Ben", "H"), No(&[NotInvited, RoleNotGranted]));
    // Without access, too, and pending: it takes the invitation back.
    played(&hosted, &[ana().removes_access("Ben"), ana().removes("Ben")]);
    let taken_back = played(&invited(), &[ana().removes("Ben")]);
    assert_eq!(state(&taken_back, "Ben", "H"), None);
}

/// F14: the last Active Administrator can be neither removed nor demoted.
#[test]
fn the_last_administrator_stays() {
    let acts = [
        ana().removes("Ana"),
        ana().removes_access("Ana"),
        ana().makes("Ana", UserRight::Member),
        ana().makes("Ana", UserRight::External),
    ];
    for act in &acts {
        let refusal = refused(&b0(), act.clone(), LastAdministrator, "H");
        assert_eq!(refusal.person, Some("Ana".into()));
    }
    already_so(&b0(), ana().makes("Ana", UserRight::Administrator));
    // An invited administrator who has not come yet does not count; one without access neither.
    let guest = played(&su(), &[ana().invites(BEN_MAIL, UserRight::Administrator, &own_license_roles())]);
    for act in &acts {
        check(&guest, act.clone(), Err((LastAdministrator, "H")));
    }
    let came = played(&guest, &[ben().accepts()]);
    for act in &acts {
        played(&came, std::slice::from_ref(act));
    }
    let gone = played(&came, &[ana().removes_access("Ben")]);
    check(&gone, acts[0].clone(), Err((LastAdministrator, "H")));
}

/// R58: a right changed later counts at once.
#[test]
fn a_changed_right_counts_at_once() {
    let act = || cleo().sets(MemberOption::MemberInvitations, true);
    check(&b0(), act(), Err((NotAdministrator, "H")));
    let promoted = played(&b0(), &[ana().makes("Cleo", UserRight::Administrator), act()]);
    check(&played(&promoted, &[ana().makes("Cleo", UserRight::Member)]), act(), Err((NotAdministrator, "H")));
    check(&b0(), cleo().makes("Cleo", UserRight::Administrator), Err((NotAdministrator, "H")));
    check(&b0(), ana().makes("Ben", UserRight::Member), Err((NotInvited, "H")));
}

/// R115, R118: organizations are declared here, and one leaves only where one is.
#[test]
fn organizations_are_joined_and_left() {
    check(&b0(), ana().puts_into("Cleo", "Brightwell"), Err((UnknownOrganization, "H")));
    check(&b0(), ana().takes_out_of("Cleo", "Engines"), Err((UnknownOrganization, "H")));
    check(&b0(), ana().puts_into("Ben", "Hulls"), Err((NotInvited, "H")));
    check(&b0(), cleo().puts_into("Cleo", "Engines"), Err((NotAdministrator, "H")));
    already_so(&b0(), ana().puts_into("Cleo", "Hulls"));
    played(&b0(), &[ana().puts_into("Cleo", "Engines"), ana().takes_out_of("Cleo", "Hulls")]);
}

/// E11 (10): acts on the host leave the home as it was.
#[test]
fn acts_on_the_host_leave_the_home_as_it_was() {
    let before = su();
    let after = w1();
    assert_eq!(before.platform("G".into()), after.platform("G".into()));
    check_access(&after, role("Ben", "G", XWA), Usable("G"));
    check_access(&after, can_connect("Ben", "G"), Yes);
}

/// R62: what the guest sees is the host's, in its place; at home no panel shows it, whoever looks.
#[test]
fn no_panel_of_the_home_shows_what_is_at_the_host() {
    let opened = crossinvite::app::files::open_built_in("own-license").unwrap();
    let steps = opened.rehearsal.solution().count();
    let mut desk = desk_at(opened, Some(steps)).unwrap();
    let (host, home): (PlatformId, PlatformId) = ("aldermoor".into(), "brightwell".into());
    let items = |world: &World, at| -> Vec<(ItemId, String)> {
        let spaces = world.platform(at).unwrap().spaces.values();
        spaces.flat_map(|space| space.items.iter().map(|(id, item)| (*id, item.name.to_string()))).collect()
    };
    let at_host = items(desk.lens().world, host);
    let at_home = items(desk.lens().world, home);
    let read = at_host.iter().filter(|(item, _)| can_read(desk.lens().world, "ben".into(), host, *item));
    assert_eq!(read.count(), 3, "Ben is at work");
    let (mut by_host, mut by_home) = (String::new(), String::new());
    for tab in [PanelTab::Members, PanelTab::Spaces, PanelTab::Groups, PanelTab::Mail, PanelTab::View] {
        for viewer in ["ben", "gus"] {
            for at in [host, home] {
                desk.run(UiCommand::SetTab { platform: at, tab });
                desk.run(UiCommand::SetViewer { platform: at, person: viewer.into() });
            }
            let model = desk.model(&crossinvite::app::model::DeskFacts::default());
            for panel in &model.platforms {
                let shown = serde_json::to_string(panel).unwrap();
                if panel.platform == host { by_host += &shown } else { by_home += &shown }
            }
        }
    }
    for (item, name) in at_host.iter().filter(|(item, _)| at_home.iter().all(|(own, _)| own != item)) {
        let is_shown = |shown: &str| shown.contains(name) || shown.contains(&format!("\"{item}\""));
        assert!(!is_shown(&by_home), "{name} is shown at home");
        assert!(is_shown(&by_host) || !can_read(desk.lens().world, "ben".into(), host, *item), "{name} is not shown");
    }
}

/// R65: every act is recorded with its actor, its platform and its effects.
#[test]
fn every_act_is_recorded() {
    let mut session = crossinvite::session::Session::new(su());
    let invite = ana().invites(BEN_MAIL, UserRight::External, &own_license_roles());
    session.submit(invite.clone()).unwrap();
    assert!(session.submit(cleo().removes("Ana")).is_err());
    session.submit(ben().accepts()).unwrap();
    let recorded: Vec<(Option<PersonId>, Option<PlatformId>)> =
        session.steps().map(|(_, step)| (step.command.actor(), step.command.platform())).collect();
    assert_eq!(recorded, [(Some("Ana".into()), Some("H".into())), (Some("Ben".into()), Some("H".into()))]);
    let (_, first) = session.steps().next().unwrap();
    assert_eq!(first.command, invite);
    assert_eq!(Ok(first.events.clone()), crossinvite::decide::decide(&su(), &invite));
}

/// E1: the trainer's several acts at once are one step, all or nothing.
#[test]
fn several_acts_of_the_trainer_have_one_fate() {
    let several = |commands: Vec<Command>| {
        let acts = commands.into_iter().filter_map(|command| match command {
            Command::Stage(act) => Some(act),
            Command::Do { .. } => None,
        });
        Command::Stage(StageAct::Several { what: "Several".into(), acts: acts.collect() })
    };
    let fine = vec![add_space("H", "Study"), put_into_space("H", "Study", person("Cleo"), whole(Author))];
    let world = played(&b0(), &[several(fine.clone())]);
    check_access(&world, space("Cleo", "H", "Study"), Level("Author"));
    let unknown = put_into_space("H", "Nowhere", person("Cleo"), whole(Author));
    check(&b0(), several([fine, vec![unknown]].concat()), Err((NoMatch, "H")));
    // Who can no longer connect after all of it is put out.
    let at_work = played(&b0(), &[connect("Cleo", "H")]);
    let expired = played(&at_work, &[several(vec![pool("H", IFW, 4, 9), clock(10)])]);
    assert_eq!(works_on(&expired, "Cleo"), None);
}
