//! Plans against breadth-first search over everything, in two worlds small enough for all their states.
//!
//! - `abroad`: Ben of G on H, where the only license of 3DSwymer is Ana's, so that his own must serve;
//! - `at_home`: Ben on one platform with two roles and the Common Space.
//!
//! Every state that any act of a person can lead to is looked at, with every act there is about Ben and both options
//! (what administrators hold themselves is left alone). One backward search for each goal gives all distances at once;
//! each must be the length of the plan, and its bound. So it is where Ben may be taken out to be invited again, and where
//! he is not, as long as there is a way.

use crate::reference::small::print_of;
use crate::support::*;
use crossinvite::content::{Goal, SeatState};
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::planner::*;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

fn catalog_of_two() -> Arc<RoleCatalog> {
    let roles = role_list().into_iter().filter(|role| [IFW, CSV].contains(&role.id.as_str())).collect();
    Arc::new(RoleCatalog::new(roles).unwrap())
}

fn abroad() -> World {
    let (active, administrator) = (Membership::Active, UserRight::Administrator);
    let commands = [
        add_platform("H", "Aldermoor"),
        add_platform("G", "Brightwell"),
        add_person("Ana", "ana@aldermoor.example"),
        add_person("Gus", "gus@brightwell.example"),
        add_person("Ben", BEN_MAIL),
        pool("H", IFW, 1, 40),
        pool("G", IFW, 2, 40),
        add_member("H", "Ana", active, administrator, &["Aldermoor"], &[licensed(IFW)]),
        add_member("G", "Gus", active, administrator, &["Brightwell"], &[licensed(IFW)]),
        add_member("G", "Ben", active, UserRight::Member, &["Brightwell"], &[licensed(IFW)]),
        connect("Ana", "H"),
        connect("Gus", "G"),
    ];
    played(&World::new(catalog_of_two()), &commands)
}

fn at_home() -> World {
    let (active, administrator) = (Membership::Active, UserRight::Administrator);
    let commands = [
        add_platform("H", "Aldermoor"),
        add_person("Ana", "ana@aldermoor.example"),
        add_person("Ben", BEN_MAIL),
        pool("H", IFW, 2, 40),
        pool("H", CSV, 1, 40),
        add_member("H", "Ana", active, administrator, &["Aldermoor"], &[licensed(IFW)]),
        connect("Ana", "H"),
    ];
    played(&World::new(catalog_of_two()), &commands)
}

/// Everything that can be done about Ben there.
fn acts(by: Actor, at: &str, roles: &[&str], rights: &[UserRight]) -> Vec<Command> {
    let mut acts = vec![ben().at(at).accepts(), ben().at(at).switches()];
    acts.extend([false, true].map(|on| by.sets(MemberOption::GrantWithoutLicense, on)));
    acts.extend([by.removes_access("Ben"), by.gives_back("Ben"), by.removes("Ben")]);
    for mix in 0..4_usize.pow(u32::try_from(roles.len()).unwrap()) {
        let mut invited = Vec::new();
        for (place, role) in roles.iter().enumerate() {
            match mix / 4_usize.pow(u32::try_from(place).unwrap()) % 4 {
                0 => invited.push(own(role)),
                1 => invited.push(taken(role)),
                2 => invited.push(InvitedRole { restrict_usage: Some(false), ..taken(role) }),
                _ => {}
            }
        }
        acts.extend(rights.iter().map(|right| by.invites(BEN_MAIL, *right, &invited)));
    }
    for role in roles {
        acts.extend([by.assigns("Ben", role), by.takes_back("Ben", role)]);
        acts.extend([by.restricts("Ben", role), by.frees("Ben", role), by.ungrants("Ben", role)]);
        acts.push(by.grants("Ben", role, GrantTerms::with_license()));
        acts.push(by.grants("Ben", role, GrantTerms::without_license()));
        let along = GrantTerms { assign_license: true, restrict_usage: Some(false) };
        acts.push(by.grants("Ben", role, along));
    }
    if roles.contains(&CSV) {
        acts.push(by.adds(COMMON, person("Ben"), whole(AccessRole::Author)));
        acts.push(by.takes_out(COMMON, person("Ben")));
    }
    acts
}

/// All states, and from which states each is one act away; with the platform, where the act takes Ben out.
struct Graph {
    states: Vec<World>,
    before: Vec<Vec<(usize, Option<PlatformId>)>>,
}

fn taken_out(command: &Command) -> Option<PlatformId> {
    match command {
        Command::Do { on, act: Act::RemoveMember { .. } | Act::RemoveAccess { .. }, .. } => Some(*on),
        _ => None,
    }
}

fn explore(first: World, acts: &[Command]) -> Graph {
    let mut known = HashMap::from([(print_of(&first), 0)]);
    let (mut states, mut before) = (vec![first], vec![Vec::new()]);
    let mut next = 0;
    while next < states.len() {
        let here = states[next].clone();
        for act in acts {
            let Ok((after, _)) = decide::act(&here, act) else { continue };
            let index = *known.entry(print_of(&after)).or_insert_with(|| {
                states.push(after);
                before.push(Vec::new());
                states.len() - 1
            });
            before[index].push((next, taken_out(act)));
        }
        next += 1;
    }
    Graph { states, before }
}

/// How far each state is from the goal when Ben is not taken out of these platforms; none where no act leads there.
fn distances(graph: &Graph, goal: &Goal, start: &World, stays: &[PlatformId]) -> Vec<Option<usize>> {
    let mut far = vec![None; graph.states.len()];
    let mut open = VecDeque::new();
    for (index, world) in graph.states.iter().enumerate() {
        if goal.is_met(world, start) {
            far[index] = Some(0);
            open.push_back((index, 0));
        }
    }
    while let Some((index, acts)) = open.pop_front() {
        for (from, out_of) in &graph.before[index] {
            if out_of.is_some_and(|platform| stays.contains(&platform)) {
                continue;
            }
            if far[*from].is_none() {
                far[*from] = Some(acts + 1);
                open.push_back((*from, acts + 1));
            }
        }
    }
    far
}

/// Each goal with the platforms that Ben is not taken out of on the way to it.
fn check_all(name: &str, first: &World, acts: &[Command], goals: &[(Goal, &[&str])]) {
    let graph = explore(first.clone(), acts);
    println!("{name}: {} states, {} goals", graph.states.len(), goals.len());
    for (goal, stays) in goals {
        let stays: Vec<PlatformId> = stays.iter().map(|platform| (*platform).into()).collect();
        let all = distances(&graph, goal, first, &[]);
        let staying = distances(&graph, goal, first, &stays);
        for ((world, far), staying) in graph.states.iter().zip(all).zip(staying) {
            let goals = std::slice::from_ref(goal);
            for (take_out, far) in [(true, far), (false, staying.or(far))] {
                let (rules, limits) = (Constraints { take_out, ..Constraints::default() }, Limits::default());
                let found = match plan(world, first, goals, &rules, limits) {
                    Outcome::Plan(plan) => Some(plan.steps.len()),
                    Outcome::Impossible(_) => None,
                    Outcome::GaveUp(_) => panic!("the small world is small"),
                };
                assert_eq!(found, far, "{goal:?} in {world:#?}");
                let least = at_least(world, first, goals, &rules);
                assert!(
                    least.is_none() == far.is_none() || far.is_none(),
                    "{goal:?} is called out of reach in {world:#?}"
                );
                assert!(least.unwrap_or(0) <= far.unwrap_or(usize::MAX), "{goal:?}: {least:?} > {far:?} in {world:#?}");
            }
        }
    }
}

fn with_contrary<'a>(goals: Vec<(Goal, &'a [&'a str])>) -> Vec<(Goal, &'a [&'a str])> {
    let contrary: Vec<_> = goals.iter().map(|(goal, _)| (Goal::Not(Box::new(goal.clone())), [].as_slice())).collect();
    goals.into_iter().chain(contrary).collect()
}

// E3, E4: a license that must serve from elsewhere
#[test]
fn every_plan_is_as_short_as_breadth_first_search_says_for_a_guest_with_an_own_license() {
    let (person, host, home): (PersonId, PlatformId, PlatformId) = ("Ben".into(), "H".into(), "G".into());
    let not = |goal: Goal| Goal::Not(Box::new(goal));
    let uses = |platform| Goal::RoleUsable { person, platform, role: IFW.into(), from: None };
    let assigned = Goal::Seat { person, platform: host, role: IFW.into(), is: SeatState::Assigned };
    let free = Goal::Seat { person, platform: home, role: IFW.into(), is: SeatState::Unrestricted };
    let (connects, works) = (Goal::Connects { person, platform: host }, Goal::IsConnectedTo { person, platform: host });
    let several: Vec<(Goal, &[&str])> = vec![
        (Goal::All(vec![not(uses(host)), uses(home)]), &["G"]),
        (Goal::All(vec![uses(home), connects, not(assigned)]), &["H", "G"]),
        (Goal::All(vec![works, free, uses(home)]), &["H", "G"]),
    ];
    let goals = with_contrary(vec![
        (Goal::Connects { person, platform: host }, &["H", "G"]),
        (Goal::RoleUsable { person, platform: home, role: IFW.into(), from: None }, &["G"]),
        (Goal::IsConnectedTo { person, platform: host }, &["H", "G"]),
        (Goal::Seat { person, platform: home, role: IFW.into(), is: SeatState::Unrestricted }, &["G"]),
    ]);
    let guest = &[UserRight::External];
    let acts: Vec<Command> = [acts(ana(), "H", &[IFW], guest), acts(gus(), "G", &[IFW], guest)].concat();
    check_all("abroad", &abroad(), &acts, &[goals, several].concat());
}

// E4, E6, E7: roles and spaces at home
#[test]
fn every_plan_is_as_short_as_breadth_first_search_says_for_roles_and_spaces_at_home() {
    let (person, platform): (PersonId, PlatformId) = ("Ben".into(), "H".into());
    let granted = Goal::Granted { person, platform, role: CSV.into() };
    let opens = Goal::SpaceAccess { person, platform, space: COMMON.into(), label: None };
    let goals = with_contrary(vec![
        (Goal::SpaceAccess { person, platform, space: COMMON.into(), label: None }, &["H"]),
        (Goal::Granted { person, platform, role: CSV.into() }, &["H"]),
        (Goal::InSpaceList { person, platform, space: COMMON.into(), role: None }, &["H"]),
    ]);
    let goals = [goals, vec![(Goal::All(vec![granted, Goal::Not(Box::new(opens))]), ["H"].as_slice())]].concat();
    check_all("at home", &at_home(), &acts(ana(), "H", &[IFW, CSV], &[UserRight::External, UserRight::Member]), &goals);
}
