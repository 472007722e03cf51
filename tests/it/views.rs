//! What the panels are told, where no click is needed to see it.

use crate::support::*;
use crossinvite::access::{Question, causes, cure, explain};
use crossinvite::app::Desk;
use crossinvite::app::files;
use crossinvite::app::headless::desk_at;
use crossinvite::domain::MemberOption::GrantWithoutLicense;
use crossinvite::domain::*;
use crossinvite::ui::UiCommand;
use crossinvite::view::{Flow, Lens, PanelTab, Selection, TabData, build, text};
use std::collections::{BTreeMap, BTreeSet};

/// F13, R84, E4: somebody whose access was removed while at work is put out, and finds a way back in.
#[test]
fn whoever_was_put_out_can_sign_in_again() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let (ana, ben, host) = (PersonId::new("ana"), PersonId::new("ben"), PlatformId::new("aldermoor"));
    for act in [Act::RemoveAccess { person: ben }, Act::GiveAccessBack { person: ben }] {
        desk.run(UiCommand::Submit(Command::new(ana, host, act)));
    }
    let panel = build::panel(&desk.lens(), desk.lens().world.platform(host).unwrap());
    assert!(panel.viewers.iter().all(|viewer| viewer.person != ben));
    let [back] = panel.sign_in.rows.as_slice() else { panic!("{:?}", panel.sign_in) };
    assert_eq!((back.label.as_str(), &back.refusal), ("Ben Okafor", &None));
    desk.run(UiCommand::Submit(back.command.clone()));
    assert_eq!(desk.lens().viewer(host), Some(ben));
}

/// A sign-in that is refused is told on the platform, from wherever it was tried, also where the list of those who can
/// sign in was never dropped down.
#[test]
fn a_refused_sign_in_is_told_without_its_list() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let (ana, ben, host) = (PersonId::new("ana"), PersonId::new("ben"), PlatformId::new("aldermoor"));
    let acts = [(ana, Act::RemoveAccess { person: ben }), (ana, Act::GiveAccessBack { person: ben })];
    let acts = acts.map(|(by, act)| Command::new(by, host, act));
    let enter = Command::new(ben, host, Act::SwitchPlatform);
    for command in acts.into_iter().chain([clock(400), enter]) {
        desk.run(UiCommand::Submit(command));
    }
    let panel = build::panel(&desk.lens(), desk.lens().world.platform(host).unwrap());
    let told = panel.refused_sign_in.and_then(|control| control.tried);
    assert_eq!(told.map(|_| desk.selection().refused.is_some()), Some(true));
    desk.run(UiCommand::Undo);
    let panel = build::panel(&desk.lens(), desk.lens().world.platform(host).unwrap());
    assert!(panel.refused_sign_in.is_none());
}

/// C30: a shared item is seen apart from the spaces.
#[test]
fn what_was_shared_with_somebody_is_seen_apart_from_the_spaces() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let (ana, ben, host) = (PersonId::new("ana"), PersonId::new("ben"), PlatformId::new("aldermoor"));
    let world = desk.lens().world.clone();
    let space = world.platform(host).unwrap().space("hull-7".into()).unwrap();
    let (item, content) = space.items.iter().next().unwrap();
    let email = world.person(ben).unwrap().email;
    desk.run(UiCommand::Submit(Command::new(ana, host, Act::ShareItem { item: *item, email })));
    desk.run(UiCommand::SetViewer { platform: host, person: ben });
    desk.run(UiCommand::SetTab { platform: host, tab: PanelTab::View });
    let panel = build::panel(&desk.lens(), desk.lens().world.platform(host).unwrap());
    let TabData::View(seen) = panel.content else { panic!("{:?}", panel.content) };
    let shared = seen.spaces.iter().find(|space| space.name == "Shared with you").unwrap();
    let names: Vec<&str> = shared.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, [&*content.name]);
}

/// Each platform has one colour, everywhere the same: in every built-in rehearsal, and beside a company that joins.
#[test]
fn a_company_has_the_same_colour_in_every_rehearsal() {
    let mut colors: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for built_in in crossinvite::content::BUILT_IN {
        let mut desk = desk_at(files::open_built_in(built_in.id).unwrap(), Some(0)).unwrap();
        let before = seen_colors(&desk.lens());
        desk.run(UiCommand::AddPlatform);
        let all = seen_colors(&desk.lens());
        assert_eq!(all[..before.len()], before, "{}: nobody changes colour when a company joins", built_in.id);
        let distinct: BTreeSet<usize> = all.iter().map(|(_, color)| *color).collect();
        assert_eq!(distinct.len(), all.len(), "{}: {all:?}", built_in.id);
        for (platform, color) in all {
            colors.entry(platform.to_string()).or_default().insert(color);
        }
    }
    assert!(colors.len() > 3, "{colors:?}");
    assert!(colors.values().all(|colors| colors.len() == 1), "{colors:?}");
    assert_eq!((&colors["aldermoor"], &colors["brightwell"]), (&BTreeSet::from([0]), &BTreeSet::from([1])));
}

/// Platforms in the order of the world file, each with its colour.
fn seen_colors(lens: &Lens<'_>) -> Vec<(PlatformId, usize)> {
    lens.world.platforms().map(|platform| (platform.id, lens.color(platform.id))).collect()
}

/// Companies that no rehearsal knows take the colours in the order of their file.
#[test]
fn other_companies_take_the_colours_in_order() {
    let acts = ["one", "aldermoor", "two"].map(|id| add_platform(id, id));
    let world = played(&World::new(catalog()), &acts);
    let selection = Selection::default();
    let lens = Lens { world: &world, before: None, changes: &[], selection: &selection };
    let colors: Vec<usize> = seen_colors(&lens).into_iter().map(|(_, color)| color).collect();
    assert_eq!(colors, [0, 1, 2], "the first company's colour is not taken from it");
}

/// Carries out acts of the trainer.
fn stage(desk: &mut Desk, acts: impl IntoIterator<Item = Command>) {
    for act in acts {
        desk.run(UiCommand::Submit(act));
    }
}

/// R13, R19, E3: with two homes the flow starts where the license is that serves, and is cut where it is cut.
#[test]
fn a_flow_starts_at_the_home_whose_license_serves() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let corvane = PlatformId::new("corvane");
    let all = [licensed("IFW"), licensed("CSV")];
    stage(&mut desk, [add_platform("corvane", "corvane"), stage_option("corvane", GrantWithoutLicense, true)]);
    stage(&mut desk, ["IFW", "CSV"].map(|role| pool("corvane", role, 4, 400)));
    stage(&mut desk, [add_member("corvane", "ben", Membership::Active, UserRight::Administrator, &["corvane"], &all)]);
    let by_ben = |on: &str, act| UiCommand::Submit(Command::new("ben".into(), on.into(), act));
    desk.run(by_ben("corvane", Act::SwitchPlatform));
    let restrict = |on| Act::SetRestrictUsage { person: "ben".into(), role: "CSV".into(), on };
    desk.run(by_ben("corvane", restrict(false)));
    let lane = |desk: &Desk| {
        let drawn = build::bridge(&desk.lens());
        let question = Question::RoleUsable { person: "ben".into(), platform: "aldermoor".into(), role: "CSV".into() };
        drawn.lanes.into_iter().find(|lane| lane.question == question).unwrap()
    };
    let gus = |on| Command::new("gus".into(), "brightwell".into(), restrict(on));
    desk.run(UiCommand::Submit(gus(false)));
    let serving = explain(desk.lens().world, lane(&desk).question).source.unwrap();
    assert_eq!(lane(&desk).from, serving);
    desk.run(UiCommand::Submit(gus(true)));
    assert_eq!((lane(&desk).from, &lane(&desk).flow), (corvane, &Flow::Open), "{:?}", lane(&desk));
}

/// R13, R24, E3: whose license serves is told in every place in its own words, also one of a third platform.
#[test]
fn the_board_says_whose_license_serves() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let said = |desk: &Desk, platform: &str| {
        let board = build::board(&desk.lens(), None).unwrap();
        let row = board.rows.into_iter().find(|row| row.label == "Industry Innovator").unwrap();
        let column = board.columns.iter().position(|(id, ..)| *id == PlatformId::new(platform)).unwrap();
        let words = row.cells.into_iter().nth(column).unwrap().words;
        [words.status.text, words.brief, words.briefest]
    };
    assert_eq!(said(&desk, "aldermoor"), ["own license", "own", "own"]);
    stage(&mut desk, [add_platform("corvane", "corvane"), stage_option("corvane", GrantWithoutLicense, true)]);
    stage(&mut desk, ["IFW", "CSV"].map(|role| pool("corvane", role, 4, 400)));
    let free = |role: &str| MemberRole { restrict_usage: Some(false), ..licensed(role) };
    let all = ["IFW", "CSV"].map(free);
    stage(&mut desk, [add_member("corvane", "ben", Membership::Active, UserRight::External, &["corvane"], &all)]);
    let restrict = Act::SetRestrictUsage { person: "ben".into(), role: "CSV".into(), on: true };
    desk.run(UiCommand::Submit(Command::new("gus".into(), "brightwell".into(), restrict)));
    assert_eq!(said(&desk, "corvane"), ["license given", "given", "given"]);
    assert_eq!(said(&desk, "aldermoor"), ["license of corvane", "corvane’s", "corvane’s"]);
    let bridge = build::bridge(&desk.lens());
    let told: Vec<&str> = bridge.lanes.iter().map(|lane| lane.words.text.as_str()).collect();
    assert!(told.iter().any(|words| words.starts_with("the license of corvane ")), "{told:?}");
}

/// R157–R159: among many spaces the board lists those that somebody reaches through a group, too.
#[test]
fn the_board_lists_spaces_reached_through_a_group() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let rows = |desk: &Desk| -> Vec<String> {
        build::board(&desk.lens(), None).unwrap().rows.into_iter().map(|row| row.label).collect()
    };
    stage(&mut desk, (0..20).map(|number| add_space("aldermoor", &format!("dock-{number}"))));
    assert!(!rows(&desk).contains(&"dock-7".to_owned()));
    let reader = whole(AccessRole::Reader);
    stage(
        &mut desk,
        [add_group("aldermoor", "team", &["ben"]), put_into_space("aldermoor", "dock-7", group("team"), reader)],
    );
    assert_eq!(desk.lens().selection.focus, Some("ben".into()));
    assert!(rows(&desk).contains(&"dock-7".to_owned()), "{:?}", rows(&desk));
    assert!(!rows(&desk).contains(&"dock-8".to_owned()));
}

/// Every code there is, as far as it does not carry a role.
fn codes() -> Vec<Code> {
    use Code::*;
    let csv = RoleId::csv();
    vec![
        NotInvited,
        Pending,
        AccessRemoved,
        RoleNotGranted,
        HostOptionOff,
        NoLicenseAnywhere,
        HomeNoLicense,
        HomeAccessRemoved,
        HomeOptionOff,
        HomeLicenseRestricted,
        HomeLicenseExpired,
        Expired,
        PrerequisiteNotGranted(csv),
        PrerequisiteBlocked(csv),
        CsvNotUsable,
        NoMembership,
        NoValidCredential,
        NotAdministrator,
        NotSignedIn,
        NotOwner,
        RestrictedRolesOnly,
        OtherOrganization,
        MemberInvitesOff,
        EmailMissing,
        AlreadyMember,
        NoMatch,
        UnknownOrganization,
        AccessRoleNotOffered,
        BaseRoleRequired,
        RoleNotListed,
        SwitchHidden,
        PrerequisiteNotPurchased(csv),
        NotEnoughLicenses,
        OptionInUse,
        LastAdministrator,
        GrantedThroughGroup,
        SeatLocked,
    ]
}

/// 7.1: whatever is refused, the sentence says what to do; and nobody is told to ask themselves.
#[test]
fn every_refusal_says_what_to_do_and_sends_nobody_to_themselves() {
    let desk = desk_at(files::open_built_in("own-license").unwrap(), Some(0)).unwrap();
    let lens = desk.lens();
    assert_eq!(codes().iter().map(|code| code.rank()).collect::<Vec<_>>(), (0..37).collect::<Vec<_>>());
    for code in codes() {
        for (who, on) in [("ana", "aldermoor"), ("gus", "brightwell"), ("ben", "aldermoor")] {
            let act = Act::GrantRole { person: "ben".into(), role: "CSV".into(), terms: GrantTerms::with_license() };
            let command = Command::new(who.into(), on.into(), act);
            for role in [None, Some("CSV"), Some("XWA"), Some("3D-Creator")] {
                let refusal = Refusal::new(code, on.into()).about("ben".into());
                let refusal = Refusal { role: role.map(RoleId::new), ..refusal };
                let words = text::refusal_cure(&lens, &refusal, &command);
                assert!(words.ends_with('.') && words.len() > 6, "{code:?}: “{words}”");
                let own_request = format!("Ask {}", lens.first(who.into()));
                let is_asked_by_rule = matches!(code, Code::NotAdministrator | Code::NotOwner);
                assert!(is_asked_by_rule || !words.contains(&own_request), "{code:?} by {who}: {words}");
            }
        }
    }
}

/// Of a great many administrators a few are named, and how many more there are.
#[test]
fn of_many_administrators_a_few_are_named() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(0)).unwrap();
    let refused = |desk: &Desk| {
        let refusal = Refusal::new(Code::NotAdministrator, "aldermoor".into());
        let command = Command::new("cleo".into(), "aldermoor".into(), Act::SetLocations { locations: Vec::new() });
        text::refusal_cure(&desk.lens(), &refusal, &command)
    };
    assert_eq!(refused(&desk), "Ask Ana.");
    for number in 1..=5 {
        let person = PersonId::new(&format!("admin-{number}"));
        let email = Email::new(&format!("admin{number}@aldermoor.example"));
        stage(&mut desk, [Command::Stage(StageAct::AddPerson { person, name: None, email })]);
        let member = StageAct::AddMember {
            platform: "aldermoor".into(),
            person,
            membership: Membership::Active,
            right: UserRight::Administrator,
            location: None,
            organizations: Vec::new(),
            roles: Vec::new(),
        };
        stage(&mut desk, [Command::Stage(member)]);
    }
    assert_eq!(refused(&desk), "Ask Ana, admin1, admin2, admin3 and 2 more.");
}

/// R107, R108: a location that is not offered leads to the option for locations, not to licenses.
#[test]
fn a_hidden_location_leads_to_the_option_for_locations() {
    let desk = desk_at(files::open_built_in("own-license").unwrap(), Some(0)).unwrap();
    for (who, start) in [("ana", "Turn on “Member's platform locations”"), ("ben", "Ask Ana at Aldermoor to turn on")]
    {
        let act = Act::SetLocations { locations: vec!["Europe".into()] };
        let command = Command::new(who.into(), "aldermoor".into(), act);
        let words = text::refusal_cure(&desk.lens(), &Refusal::new(Code::SwitchHidden, "aldermoor".into()), &command);
        assert!(words.starts_with(start), "{words}");
    }
}

/// F25: a role that comes through a user group says so.
#[test]
fn a_role_through_a_group_names_the_group() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    stage(&mut desk, [add_group("aldermoor", "Yard team", &["ben"])]);
    let grant = Act::GrantGroupRole { group: "Yard team".into(), role: "CSV".into() };
    desk.run(UiCommand::Submit(Command::new("ana".into(), "aldermoor".into(), grant)));
    desk.run(UiCommand::SetViewer { platform: "aldermoor".into(), person: "ana".into() });
    desk.run(UiCommand::SetTab { platform: "aldermoor".into(), tab: PanelTab::Members });
    let panel = build::panel(&desk.lens(), desk.lens().world.platform("aldermoor".into()).unwrap());
    let TabData::Members(members) = panel.content else { panic!("{:?}", panel.content) };
    let ben = members.members.rows.iter().find(|card| card.face.person == PersonId::new("ben")).unwrap();
    let details = ben.details.as_ref().expect("the card is open");
    let through: Vec<Option<&str>> = details.roles.iter().map(|role| role.through.as_deref()).collect();
    assert!(through.contains(&Some("Granted through group Yard team")) && through.contains(&None), "{through:?}");
}

/// R28, F14: where nobody is left who could act, it is not said that an administrator does something.
#[test]
fn where_nobody_can_cure_what_makes_it_impossible_is_told() {
    let own = [licensed(IFW)];
    let commands = [
        add_platform("H", "Aldermoor"),
        add_person("Ben", BEN_MAIL),
        pool("H", IFW, 2, 40),
        pool("H", CSV, 2, 40),
        add_member("H", "Ben", Membership::Active, UserRight::Member, &[], &own),
    ];
    let (world, selection) = (played(&World::new(catalog()), &commands), Selection::default());
    let lens = Lens { world: &world, before: None, changes: &[], selection: &selection };
    let question = role("Ben", "H", CSV);
    let explanation = explain(&world, question);
    let check = explanation.failing().find(|check| check.code == Code::RoleNotGranted).unwrap();
    assert!(cure(&world, question, check).is_none());
    let said = text::sentence(&lens, question, check);
    assert!(said.starts_with("Nobody can change this. ") && said.contains("no administrator is left"), "{said}");
    let atom = causes(&world, question).sets.into_iter().flatten().next().unwrap();
    let said = text::must_be(&lens, atom, false);
    assert!(said.ends_with(", but no administrator of H can act"), "{said}");
    // Where somebody can, they do.
    let cured = played(&b0(), &[ana().ungrants("Cleo", CSV)]);
    let question = role("Cleo", "H", CSV);
    let lens = Lens { world: &cured, ..lens };
    let explanation = explain(&cured, question);
    let check = explanation.failing().find(|check| check.code == Code::RoleNotGranted).unwrap();
    assert!(text::sentence(&lens, question, check).starts_with("An administrator of "));
}
