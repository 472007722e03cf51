//! Where the guides can be read in two ways, whatever hangs on it says so, on both sides of the switch (rules 2.1).

use crate::support::*;
use crossinvite::access::{Check, Question, explain};
use crossinvite::decide;
use crossinvite::domain::{Code::*, MemberOption::UngrantExpiredRoles, *};
use crossinvite::session::Session;
use crossinvite::view::{Lens, Selection, build, text};

/// What is asked at the end.
#[derive(Debug)]
enum Asked {
    /// A fact: *Why*, or *Why not*.
    Fact(Question),
    /// An act: *What if*, or the refusal where it was tried; of a login the timeline, too.
    Act(Command),
}

use Asked::{Act, Fact};

/// A world, what is done in it once the reading is chosen, and what is asked then.
type Case = (Reading, World, Vec<Command>, Asked);

/// One or more of each reading: what is asked has two answers, by the switch alone.
fn cases() -> Vec<Case> {
    use Reading::*;
    let kim = actor("Kim", "K");
    let guest = [taken(IFW), taken(CSV), own(XWA)];
    let invites = || ana().invites(BEN_MAIL, UserRight::External, &guest);
    let at_home_off = played(&b0(), &[ana().allows_roles_without_license(), invites(), ben().accepts()]);
    let expiring = [ana().sets(UngrantExpiredRoles, true), ben().at("G").switches(), pool("G", XWA, 1, 9), clock(10)];
    let expired = played(&w1(), &expiring);
    let no_gate = played(&invited(), &[gus().restricts("Ben", IFW)]);
    let never_bought = [
        pool("K", XWA, 2, 365),
        kim.allows_roles_without_license(),
        kim.invites(BEN_MAIL, UserRight::External, &[own(IFW)]),
    ];
    let never_bought = played(&with_k(&su()), &never_bought);
    let used = played(&b0(), &[ana().allows_roles_without_license(), cleo().switches()]);
    vec![
        (HomeOptionNotAsked, at_home_off, vec![], Fact(role("Ben", "H", XWA))),
        (
            UsableCsvWhenAdding,
            played(&w1(), &[gus().restricts("Ben", CSV)]),
            vec![],
            Act(ana().adds("Dock", person("Ben"), whole(AccessRole::Author))),
        ),
        (
            CommonSpaceForExternals,
            su(),
            vec![],
            Act(ana().invites(BEN_MAIL, UserRight::External, &own_license_roles())),
        ),
        (
            CommonSpaceForExternals,
            su(),
            vec![ana().invites(BEN_MAIL, UserRight::External, &own_license_roles()), ben().accepts()],
            Fact(space("Ben", "H", COMMON)),
        ),
        (LenientPurchase, never_bought, vec![], Act(kim.grants("Ben", XWA, GrantTerms::without_license()))),
        (UngrantForeignExpired, expired.clone(), vec![], Act(ben().switches())),
        (UngrantForeignExpired, expired, vec![ben().switches()], Fact(role("Ben", "H", XWA))),
        (AcceptFirst, no_gate.clone(), vec![], Act(ben().accepts())),
        (AcceptFirst, no_gate.clone(), vec![ben().accepts()], Fact(role("Ben", "H", XWA))),
        (AcceptFirst, no_gate.clone(), vec![ben().accepts()], Fact(space("Ben", "H", "Hull-7"))),
        (AcceptFirst, no_gate, vec![ben().accepts()], Act(ben().switches())),
        (LicenseLock, used.clone(), vec![], Act(ana().takes_back("Cleo", CSV))),
        (LicenseLock, used, vec![], Act(ana().removes("Cleo"))),
    ]
}

/// The world on one side of the switch. What is refused there changes nothing.
fn side(start: &World, by: Reading, alternative: bool, then: &[Command]) -> World {
    let switched = Command::Stage(StageAct::SetReading { reading: by, alternative });
    let world = start.clone();
    [switched].iter().chain(then).fold(world, |world, command| match decide::act(&world, command) {
        Ok((after, _)) => after,
        Err(_) => world,
    })
}

/// The answer itself, without the words for it.
fn answer(world: &World, asked: &Asked) -> String {
    match asked {
        Fact(question) => format!("{:?}", explain(world, *question).codes()),
        Act(command) => format!("{:?}", decide::decide(world, command).map_err(|refusal| refusal.code)),
    }
}

/// Everything that is told.
fn told(world: &World, asked: &Asked) -> String {
    let selection = Selection::default();
    let lens = Lens { world, before: None, changes: &[], selection: &selection };
    match asked {
        Fact(question) => {
            let why = build::why(&lens, *question);
            let failing = why.failing.into_iter().filter_map(|check| check.reading);
            let passing = why.passing.into_iter().filter_map(|check| check.reading);
            failing.chain(passing).collect::<Vec<_>>().join("\n")
        }
        Act(command) => match decide::decide(world, command) {
            Err(refusal) => text::tried(&lens, &refusal, command).source,
            Ok(_) => {
                let shown = build::preview(&lens, std::slice::from_ref(command)).expect("something happens");
                shown.lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
            }
        },
    }
}

/// C1, C10, C11, C16, C18, C29, F46, F47
#[test]
fn whatever_hangs_on_a_reading_says_so_on_both_sides_of_the_switch() {
    let cases = cases();
    for reading in Reading::ALL {
        assert!(cases.iter().any(|(by, ..)| *by == reading), "{reading:?}");
    }
    for (by, start, then, asked) in &cases {
        let [default, other] = [false, true].map(|alternative| side(start, *by, alternative, then));
        assert_ne!(answer(&default, asked), answer(&other, asked), "{by:?}: {asked:?} has one answer");
        for world in [&default, &other] {
            let named = text::reading(world, *by);
            let told = told(world, asked);
            assert!(told.contains(&named), "“{named}” is not said:\n{told}\nof {asked:?}");
        }
        assert_ne!(text::reading(&default, *by), text::reading(&other, *by));
    }
}

/// C1: a role names the reading on which its prerequisite alone hangs; where something else is in the way, it does not.
#[test]
fn a_role_whose_prerequisite_hangs_on_a_reading_names_it() {
    let pools = ["H", "G"].map(|platform| [pool(platform, "SSY", 1, 365), pool(platform, "MYH", 1, 365)]).concat();
    let start = played(&b0(), &pools);
    let at_home = gus().grants("Ben", "SSY", GrantTerms::with_license());
    let roles = [taken(IFW), taken(CSV), own("SSY"), taken("MYH")];
    let invite = ana().invites(BEN_MAIL, UserRight::External, &roles);
    let start = played(&start, &[at_home, ana().allows_roles_without_license(), invite, ben().accepts()]);
    let question = role("Ben", "H", "MYH");
    let needed = |world: &World| {
        let checks = explain(world, question).checks;
        let is_needed = |code| matches!(code, PrerequisiteBlocked(_) | PrerequisiteNotGranted(_));
        checks.into_iter().find(|check| is_needed(check.code) && check.role == Some("SSY".into())).unwrap()
    };
    let named = Some(Reading::HomeOptionNotAsked);
    let other = side(&start, Reading::HomeOptionNotAsked, true, &[]);
    assert_eq!((needed(&start).holds, needed(&start).reading), (false, named));
    assert_eq!((needed(&other).holds, needed(&other).reading), (true, named));
    assert!(explain(&other, question).holds());
    let more = |world: &World, command: Command| needed(&played(world, &[command]));
    let on = more(&start, gus().allows_roles_without_license());
    assert_eq!((on.holds, on.reading), (true, None), "with the option on nothing hangs on it");
    for world in [&start, &other] {
        let expired = needed(&played(world, &[pool("G", "SSY", 1, 9), clock(10)]));
        assert_eq!((expired.holds, expired.reading), (false, None), "something else is in the way");
        let ungranted = more(world, ana().ungrants("Ben", "SSY"));
        assert_eq!((ungranted.holds, ungranted.reading), (false, None), "something else is in the way");
    }
}

/// C11, F16, F17: by hand, by a group, as a member, or with the setting off, the Common Space hangs on no reading.
#[test]
fn the_common_space_names_the_reading_only_where_it_decides() {
    let question = space("Ben", "H", COMMON);
    let named = |world: &World| told(world, &Fact(question)).contains("(Common Space for externals)");
    let out = w1();
    assert!(named(&out));
    assert!(!named(&played(&out, &[ana().adds(COMMON, person("Ben"), whole(AccessRole::Author))])), "added by hand");
    assert!(!named(&played(&out, &[ana().makes("Ben", UserRight::Member)])), "no external");
    let setting = SpaceSetting::CommonSpaceForNewUsers;
    assert!(!named(&played(&out, &[ana().sets_space(setting, false)])), "nobody gets it");
    let at_hull = explain(&out, space("Ben", "H", "Dock"));
    assert!(at_hull.checks.iter().all(|check| check.reading != Some(Reading::CommonSpaceForExternals)));
}

/// C18: whether a role is still granted hangs on the reading only where the expiry option is on and nothing but lapsed
/// licenses from elsewhere stand behind it.
#[test]
fn a_grant_names_the_reading_only_where_lapsed_licenses_from_elsewhere_decide() {
    let names = |world: &World| {
        let checks = explain(world, role("Ben", "H", XWA)).checks;
        let granted = checks.iter().find(|check| check.code == RoleNotGranted).unwrap();
        granted.reading == Some(Reading::UngrantForeignExpired)
    };
    let option = || ana().sets(UngrantExpiredRoles, true);
    let lapses = || vec![pool("G", XWA, 1, 9), clock(10)];
    let lapsed = played(&w1(), &lapses());
    let decided = played(&lapsed, &[option()]);
    assert!(names(&decided));
    assert!(!names(&lapsed), "the option is off");
    assert!(!names(&played(&w1(), &[option()])), "the license at home is valid");
    assert!(!names(&played(&decided, &[ana().assigns("Ben", XWA)])), "a license of the host stands behind it");
    let elsewhere = [gus().ungrants("Ben", XWA)];
    assert!(!names(&played(&decided, &elsewhere)), "no license elsewhere has lapsed, there is none");
    let ungranted = played(&decided, &[ana().ungrants("Ben", XWA)]);
    assert!(!names(&ungranted), "an administrator took it");
}

/// C1: whether a license at home serves hangs on the reading only while the option there is off.
#[test]
fn a_license_at_home_names_the_reading_only_while_the_option_is_off() {
    let named = |world: &World| -> Vec<Code> {
        let checks = explain(world, role("Ben", "H", XWA)).checks;
        let is_named =
            |check: &&Check| check.reading == Some(Reading::HomeOptionNotAsked) && check.role != Some(CSV.into());
        checks.iter().filter(is_named).map(|check| check.code).collect()
    };
    let off = played(
        &b0(),
        &[ana().allows_roles_without_license(), ana().invites(BEN_MAIL, UserRight::External, &own_license_roles())],
    );
    let otherwise = |world: &World| side(world, Reading::HomeOptionNotAsked, true, &[]);
    assert_eq!(named(&off), [HomeOptionOff]);
    assert_eq!(named(&w1()), [HomeOptionOff], "the license itself hangs on nothing");
    assert_eq!(named(&otherwise(&off)), [HomeLicenseExpired], "it serves by that reading");
    assert_eq!(named(&otherwise(&w1())), [], "it serves by both");
    let lapsed = played(&off, &[pool("G", XWA, 1, 9), clock(10)]);
    assert_eq!(named(&otherwise(&lapsed)), [], "it serves by none");
}

/// C29: whether somebody is pending or active hangs on the reading only where the gate is closed, and only for whom it was
/// closed when they tried.
#[test]
fn acceptance_names_the_reading_only_where_the_gate_is_closed() {
    let names = |world: &World, question: Question| {
        explain(world, question).checks.iter().any(|check| check.reading == Some(Reading::AcceptFirst))
    };
    let closed = |world: &World| played(world, &[gus().restricts("Ben", IFW)]);
    let read_otherwise = side(&closed(&invited()), Reading::AcceptFirst, true, &[ben().accepts()]);
    assert_eq!(state(&read_otherwise, "Ben", "H"), Some(Membership::Active));
    for question in [can_connect("Ben", "H"), role("Ben", "H", XWA), space("Ben", "H", "Dock")] {
        assert!(names(&closed(&invited()), question), "{question:?}");
        assert!(names(&read_otherwise, question), "{question:?}");
        assert!(!names(&invited(), question), "the gate is open: {question:?}");
        assert!(!names(&w1(), question), "they are in: {question:?}");
        assert!(!names(&closed(&w1()), question), "they were in before it closed: {question:?}");
    }
}

/// C29, C18: the timeline tells of a login which reading made it end so; of an everyday act only a reading that was chosen.
#[test]
fn the_timeline_names_the_readings_that_were_chosen_and_those_of_logins() {
    let effect = |start: &World, command: &Command| {
        let mut session = Session::new(start.clone());
        session.submit(command.clone()).expect("accepted");
        let selection = Selection::default();
        let lens = Lens { world: session.world(), before: Some(start), changes: &[], selection: &selection };
        build::timeline(&lens, &session, None).effect
    };
    let (mut chosen, mut logins) = (0, 0);
    for (by, start, then, asked) in &cases() {
        let Act(command) = asked else { continue };
        for alternative in [false, true] {
            let world = side(start, *by, alternative, then);
            if decide::decide(&world, command).is_err() {
                continue;
            }
            let is_login = [ben().switches(), ben().accepts()].contains(command);
            let said = effect(&world, command);
            assert_eq!(said.contains(&text::reading_clause(&world, *by)), alternative || is_login, "{by:?}: {said}");
            chosen += usize::from(alternative);
            logins += usize::from(is_login && !alternative);
        }
    }
    assert!(chosen >= 4 && logins == 1, "{chosen} {logins}");
}
