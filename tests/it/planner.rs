//! The planner: shortest ways, how far it is, what no way can do, and what a plan must not do.

mod alternatives;
mod command_line;
mod exhaustive;
mod files;
mod people;
mod small;
mod way_back;

use crate::support::*;
use crossinvite::app::files::open_built_in;
use crossinvite::content::Goal;
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::planner::*;
use crossinvite::session::Session;
use std::ops::ControlFlow;
use std::sync::Mutex;

pub fn shortest(world: &World, goals: &[Goal], rules: &Constraints) -> Outcome {
    plan(world, world, goals, rules, Limits::default())
}

/// Plays the plan; each act must be possible, the goals must hold in the end and the distance fall by one each time.
fn check_plan(world: &World, start: &World, goals: &[Goal], rules: &Constraints) -> usize {
    let outcome = plan(world, start, goals, rules, Limits::default());
    let Outcome::Plan(found) = &outcome else { panic!("{outcome:?}") };
    let mut world = world.clone();
    let mut left = found.steps.len();
    for step in &found.steps {
        let (after, events) = decide::act(&world, &step.command).expect("a plan's act is possible");
        assert!(!events.is_empty(), "{:?} changes nothing", step.command);
        world = after;
        left -= 1;
        let distance = distance(&world, start, goals, rules, Limits::default()).expect("the rest of the way");
        assert_eq!(distance.acts, left, "after {:?}", step.command);
        assert_eq!(distance.by_side.iter().map(|(_, acts)| acts).sum::<usize>(), left);
    }
    for goal in goals {
        assert!(goal.is_met(&world, start), "{goal:?}");
    }
    found.steps.len()
}

fn ben_connects() -> Goal {
    Goal::Connects { person: "Ben".into(), platform: "H".into() }
}

fn ben_uses(role: &str) -> Goal {
    Goal::RoleUsable { person: "Ben".into(), platform: "H".into(), role: role.into(), from: None }
}

#[test]
fn every_step_of_the_first_lesson_is_one_act_away_or_done() {
    let opened = open_built_in("own-license").unwrap();
    let mut session = Session::new(opened.session.start().clone());
    for step in opened.rehearsal.steps.iter() {
        let (world, start) = (session.world().clone(), session.start().clone());
        let goals: Vec<Goal> = step.goals.iter().map(|goal| Goal::clone(goal)).collect();
        let distance = distance(&world, &start, &goals, &Constraints::default(), Limits::default()).expect("a way");
        assert_eq!(distance.acts, step.solution.len(), "{:?}", step.goals);
        for command in &step.solution {
            session.submit(Command::clone(command)).unwrap();
        }
    }
}

// Ben could be taken out of his own company and invited there again with all his roles free: one act less, and nobody's way
#[test]
fn nobody_is_taken_out_to_save_acts_unless_that_is_asked_for() {
    let opened = open_built_in("own-license").unwrap();
    let start = opened.session.start();
    let goals: Vec<Goal> = opened.rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
    let removes = |plan: &Plan| {
        plan.commands().any(|command| matches!(command, Command::Do { act: Act::RemoveMember { .. }, .. }))
    };
    let acts = |rules: &Constraints| -> (usize, bool) {
        let outcome = plan(start, start, &goals, rules, Limits::default());
        (outcome.plan().unwrap().steps.len(), removes(outcome.plan().unwrap()))
    };
    assert_eq!(acts(&Constraints::default()), (8, false));
    let rules = Constraints { take_out: true, ..Constraints::default() };
    assert_eq!(acts(&rules), (7, true));
    assert_eq!(check_plan(start, start, &goals, &rules), 7);
}

// A location is chosen in an invitation only (R107, R108), so a member who is to have one goes and comes back
#[test]
fn whoever_must_be_taken_out_is_taken_out_unasked() {
    let opened = open_built_in("own-license").unwrap();
    let start = opened.session.start();
    let (person, platform): (PersonId, PlatformId) = ("ben".into(), "brightwell".into());
    let location = Goal::HasLocation { person, platform, location: "Europe".into() };
    let goals = [Goal::Connects { person, platform }, location];
    assert_eq!(check_plan(start, start, &goals, &Constraints::default()), 5);
}

// R8, R9, R13, R45: both options and the license set free, from both sides
#[test]
fn without_a_license_of_the_host_the_way_goes_through_the_home() {
    let world = small::start(XWA);
    let free = check_plan(&world, &world, &[ben_connects()], &Constraints::default());
    assert_eq!(free, 2, "an invitation with a license of the host, accepted");
    let rules = Constraints { no_license_of: ["H".into()].into(), ..Constraints::default() };
    let own = check_plan(&world, &world, &[ben_connects()], &rules);
    assert_eq!(own, 5, "two options, one license set free, an invitation, accepted");
    let found = shortest(&world, &[ben_connects()], &rules);
    let steps = &found.plan().unwrap().steps;
    assert!(steps.iter().all(|step| step.takes.iter().all(|take| take.platform != "H".into())));
    let distance = Distance::from(found.plan().unwrap());
    let of = |id: &str| distance.by_side.iter().find(|(side, _)| *side == id.into()).map(|(_, acts)| *acts);
    assert_eq!((of("H"), of("G")), (Some(2), Some(3)), "an invitee acts from where they belong");
}

// R98: what an act takes is told by the pools
#[test]
fn a_plan_says_which_licenses_it_takes() {
    let world = small::start(XWA);
    let found = shortest(&world, &[ben_uses(XWA)], &Constraints::default());
    let takes: Vec<(&str, i64)> = found
        .plan()
        .unwrap()
        .steps
        .iter()
        .flat_map(|step| step.takes.iter().map(|take| (take.platform.as_str(), take.count)))
        .collect();
    assert_eq!(takes, [("H", 1), ("H", 1), ("H", 1)]);
}

#[test]
fn only_those_who_may_act_do() {
    let world = small::start(XWA);
    let only = |only| Constraints { only: Some(only), ..Constraints::default() };
    let found = shortest(&world, &[ben_connects()], &only(Only::Person("Ana".into())));
    let Outcome::Impossible(obstacles) = found else { panic!("{found:?}") };
    assert!(
        obstacles.iter().any(|it| it.reason == Reason::NobodyMayAct && it.person == Some("Ben".into())),
        "{obstacles:?}"
    );
    let option = Goal::OptionIs { platform: "G".into(), option: MemberOption::GrantWithoutLicense, on: true };
    assert_eq!(check_plan(&world, &world, std::slice::from_ref(&option), &only(Only::Platform("G".into()))), 1);
    let found = shortest(&world, &[option], &only(Only::Platform("H".into())));
    assert!(matches!(found, Outcome::Impossible(_)), "{found:?}");
}

#[test]
fn what_must_stay_stays() {
    let world = small::start(XWA);
    let keep = Goal::OptionIs { platform: "G".into(), option: MemberOption::GrantWithoutLicense, on: false };
    let rules = Constraints { keep: vec![keep], no_license_of: ["H".into()].into(), ..Constraints::default() };
    assert!(matches!(shortest(&world, &[ben_connects()], &rules), Outcome::Impossible(_)));
    let rules = Constraints { no_license_of: Default::default(), ..rules };
    assert_eq!(check_plan(&world, &world, &[ben_connects()], &rules), 2);
}

#[test]
fn what_plainly_cannot_be_together_is_said_without_a_search() {
    let opened = open_built_in("own-license").unwrap();
    let start = opened.session.start().clone();
    let world = opened.rehearsal.solution().fold(start, |world, act| decide::act(&world, act).unwrap().0);
    let (person, platform): (PersonId, PlatformId) = ("ben".into(), "aldermoor".into());
    let opens = Goal::SpaceAccess { person, platform, space: "hull-7".into(), label: None };
    let connects = Goal::Connects { person, platform };
    let uses = Goal::RoleUsable { person, platform, role: "XWA".into(), from: None };
    let not = |goal: &Goal| Goal::Not(Box::new(goal.clone()));
    let keeps = |fact: &Goal| Constraints { keep: vec![fact.clone()], ..Constraints::default() };
    let all = Constraints { keep_access: true, ..Constraints::default() };
    for (goals, rules) in [
        (vec![not(&opens)], keeps(&opens)),
        (vec![not(&connects)], keeps(&uses)),
        (vec![not(&connects)], all.clone()),
        (vec![not(&opens)], all),
        (vec![connects.clone(), not(&connects)], Constraints::default()),
        (vec![not(&uses)], keeps(&uses)),
    ] {
        // No situation but the first may be looked at.
        let found = plan(&world, &world, &goals, &rules, Limits { worlds: 1 });
        let Outcome::Impossible(obstacles) = &found else { panic!("{goals:?} {rules:?}: {found:?}") };
        assert!(obstacles.iter().all(|obstacle| obstacle.reason == Reason::GoalsExclude), "{obstacles:?}");
        assert_eq!(obstacles[0].person, Some(person));
    }
}

// R91, R95, C18: licenses that ran out, here or at home, no act of a person brings back
#[test]
fn what_nothing_can_change_is_named() {
    let world = played(&small::start(XWA), &[clock(50)]);
    let found = shortest(&world, &[ben_uses(XWA)], &Constraints::default());
    let Outcome::Impossible(obstacles) = found else { panic!("{found:?}") };
    let has = |reason, at: &str| obstacles.iter().any(|it| it.reason == reason && it.at == at.into());
    assert!(has(Reason::Rule(Code::HomeLicenseExpired), "G"), "{obstacles:?}");
    assert!(has(Reason::Rule(Code::Expired), "H") || has(Reason::Rule(Code::NotAdministrator), "H"), "{obstacles:?}");
}

// F14, R28: nobody is left who could act
#[test]
fn a_platform_without_an_administrator_is_named() {
    let commands =
        [add_platform("H", "Aldermoor"), add_person("Ben", BEN_MAIL), pool("H", IFW, 2, 40), pool("H", CSV, 2, 40)];
    let world = played(&World::new(catalog()), &commands);
    let found = shortest(&world, &[ben_connects()], &Constraints::default());
    let Outcome::Impossible(obstacles) = found else { panic!("{found:?}") };
    assert!(obstacles.iter().any(|it| it.reason == Reason::Rule(Code::NotAdministrator)), "{obstacles:?}");
}

// R98, F6: the last license is held by somebody else
#[test]
fn a_license_that_somebody_holds_is_given_back_first() {
    let commands = [
        add_person("Cleo", "cleo@aldermoor.example"),
        add_member("H", "Cleo", Membership::Active, UserRight::Member, &[], &[licensed(IFW), licensed(CSV)]),
    ];
    let world = played(&small::start(XWA), &commands);
    let rules = Constraints {
        keep: vec![Goal::OptionIs { platform: "H".into(), option: MemberOption::GrantWithoutLicense, on: false }],
        ..Constraints::default()
    };
    assert_eq!(check_plan(&world, &world, &[ben_connects()], &rules), 3, "one license back, an invitation, accepted");
}

// R129, F28: joining a group brings everything it has at once
#[test]
fn one_group_may_be_shorter_than_single_grants() {
    let roles = [licensed(IFW)];
    let commands = [
        add_person("Cleo", "cleo@aldermoor.example"),
        pool("H", IFW, 9, 40),
        pool("H", CSV, 9, 40),
        pool("H", XWA, 9, 40),
        add_member("H", "Cleo", Membership::Active, UserRight::Member, &[], &roles),
        add_group("H", "crew", &["Ana"]),
        ana().does(Act::GrantGroupRole { group: "crew".into(), role: CSV.into() }),
        ana().does(Act::GrantGroupRole { group: "crew".into(), role: XWA.into() }),
    ];
    let world = played(&small::start(XWA), &commands);
    let goal = Goal::RoleUsable { person: "Cleo".into(), platform: "H".into(), role: XWA.into(), from: None };
    assert_eq!(check_plan(&world, &world, &[goal], &Constraints::default()), 1);
}

#[test]
fn a_search_says_how_far_it_is_and_can_be_stopped() {
    let world = small::start(XWA);
    let rules = Constraints { no_license_of: ["H".into()].into(), ..Constraints::default() };
    let seen = Mutex::new(Vec::new());
    let watch = |looked_at: usize| {
        let mut seen = seen.lock().unwrap();
        seen.push(looked_at);
        if looked_at < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let goals = [ben_connects()];
    // As the window does: beside the frame.
    let search = || plan_watched(&world, &world, &goals, &rules, Limits::default(), &watch);
    let found = std::thread::scope(|scope| scope.spawn(search).join().unwrap());
    assert_eq!(found, Outcome::GaveUp(3));
    assert_eq!(*seen.lock().unwrap(), [0, 1, 2, 3]);
}

/// R33, R75, C27: of several shortest ways the first keeps a guest an External; and a guest who was made a Member is
/// still somebody from outside.
#[test]
fn a_guest_stays_a_guest_on_the_way_that_is_shown() {
    let opened = open_built_in("own-license").unwrap();
    let goals: Vec<Goal> = opened.rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
    let start = opened.session.start();
    let outcome = plan(start, start, &goals, &Constraints::default(), Limits::default());
    let Outcome::Plan(found) = outcome else { panic!("{outcome:?}") };
    let nobody = Goal::NoExternalIn { platform: "aldermoor".into(), space: COMMON.into() };
    let mut world = start.clone();
    for step in &found.steps {
        world = decide::act(&world, &step.command).unwrap().0;
    }
    assert!(nobody.is_met(&world, start), "{:#?}", found.steps);

    let mut world = start.clone();
    for step in &found.steps {
        let mut command = step.command.clone();
        if let Command::Do { act: Act::Invite { right, .. }, .. } = &mut command {
            assert_eq!(*right, UserRight::External);
            *right = UserRight::Member;
        }
        world = decide::act(&world, &command).unwrap().0;
    }
    assert!(!nobody.is_met(&world, start), "a Member of another company is in the Common Space");
}
