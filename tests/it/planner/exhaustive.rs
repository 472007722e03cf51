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

/// One act between two states.
struct Edge {
    from: usize,
    by: PersonId,
    /// Where it takes Ben out.
    out_of: Option<PlatformId>,
    /// Of which platform it assigns a license.
    takes: Option<PlatformId>,
}

/// All states, and for each the acts that lead to it.
struct Graph {
    states: Vec<World>,
    before: Vec<Vec<Edge>>,
}

fn taken_out(command: &Command) -> Option<PlatformId> {
    match command {
        Command::Do { on, act: Act::RemoveMember { .. } | Act::RemoveAccess { .. }, .. } => Some(*on),
        _ => None,
    }
}

fn taken_from(events: &[Event]) -> Option<PlatformId> {
    events.iter().find_map(|event| match event {
        Event::LicenseAssigned { platform, .. } => Some(*platform),
        _ => None,
    })
}

fn explore(first: World, acts: &[Command]) -> Graph {
    let mut known = HashMap::from([(print_of(&first), 0)]);
    let (mut states, mut before) = (vec![first], vec![Vec::new()]);
    let mut next = 0;
    while next < states.len() {
        let here = states[next].clone();
        for act in acts {
            let Ok((after, events)) = decide::act(&here, act) else { continue };
            let index = *known.entry(print_of(&after)).or_insert_with(|| {
                states.push(after);
                before.push(Vec::new());
                states.len() - 1
            });
            let by = act.actor().expect("an act of a person");
            before[index].push(Edge { from: next, by, out_of: taken_out(act), takes: taken_from(&events) });
        }
        next += 1;
    }
    Graph { states, before }
}

/// What is asked for: a goal, under these rules, and the platforms that Ben is not taken out of on the way to it.
#[derive(Clone)]
struct Case {
    goal: Goal,
    rules: Constraints,
    stays: Vec<PlatformId>,
    /// What must stay so rules the goal out, where it is not reached already.
    is_contrary: bool,
}

fn case(goal: Goal, stays: &[&str]) -> Case {
    let stays = stays.iter().map(|platform| (*platform).into()).collect();
    Case { goal, rules: Constraints::default(), stays, is_contrary: false }
}

impl Case {
    fn under(mut self, rules: Constraints) -> Self {
        self.rules = rules;
        self
    }

    fn ruled_out(self) -> Self {
        Self { is_contrary: true, ..self }
    }

    fn keeps(self, fact: &Goal) -> Self {
        self.under(Constraints { keep: vec![fact.clone()], ..Constraints::default() })
    }

    fn allows(&self, edge: &Edge, after: &World, start: &World) -> bool {
        let may_act = match self.rules.only {
            Some(Only::Person(person)) => edge.by == person,
            Some(Only::Platform(_)) => panic!("not asked here"),
            None => true,
        };
        let takes_none = edge.takes.is_none_or(|platform| !self.rules.no_license_of.contains(&platform));
        may_act && takes_none && self.rules.keep.iter().all(|fact| fact.is_met(after, start))
    }
}

/// How far each state is from the goal when Ben is not taken out of these platforms; none where no act leads there.
fn distances(graph: &Graph, case: &Case, start: &World, stays: &[PlatformId]) -> Vec<Option<usize>> {
    let mut far = vec![None; graph.states.len()];
    let mut open = VecDeque::new();
    for (index, world) in graph.states.iter().enumerate() {
        if case.goal.is_met(world, start) {
            far[index] = Some(0);
            open.push_back((index, 0));
        }
    }
    while let Some((index, acts)) = open.pop_front() {
        for edge in &graph.before[index] {
            if edge.out_of.is_some_and(|platform| stays.contains(&platform))
                || !case.allows(edge, &graph.states[index], start)
            {
                continue;
            }
            if far[edge.from].is_none() {
                far[edge.from] = Some(acts + 1);
                open.push_back((edge.from, acts + 1));
            }
        }
    }
    far
}

/// Every state, or one of so many where what cannot be is proven by trying everything.
fn check_all(name: &str, first: &World, acts: &[Command], cases: &[Case], one_of: usize) {
    let graph = explore(first.clone(), acts);
    println!("{name}: {} states, {} goals", graph.states.len(), cases.len());
    for case in cases {
        let (goal, keep) = (&case.goal, &case.rules.keep);
        let all = distances(&graph, case, first, &[]);
        let staying = distances(&graph, case, first, &case.stays);
        let (mut ways, mut none) = (0, 0);
        for ((world, far), staying) in graph.states.iter().zip(all).zip(staying).step_by(one_of) {
            let goals = std::slice::from_ref(goal);
            for (take_out, far) in [(true, far), (false, staying.or(far))] {
                let (rules, limits) = (Constraints { take_out, ..case.rules.clone() }, Limits::default());
                let found = match plan(world, first, goals, &rules, limits) {
                    Outcome::Plan(plan) => Some(plan.steps.len()),
                    Outcome::Impossible(_) => None,
                    Outcome::GaveUp(_) => panic!("the small world is small"),
                };
                assert_eq!(found, far, "{goal:?} (take out {take_out}, keep {keep:?}) in {world:#?}");
                let least = at_least(world, first, goals, &rules);
                assert!(
                    least.is_none() == far.is_none() || far.is_none(),
                    "{goal:?} is called out of reach in {world:#?}"
                );
                assert!(least.unwrap_or(0) <= far.unwrap_or(usize::MAX), "{goal:?}: {least:?} > {far:?} in {world:#?}");
                *(if far.is_some() { &mut ways } else { &mut none }) += 1;
            }
        }
        println!("  {goal:?}, keep {keep:?}: {ways} ways, {none} without");
        assert!(ways > 0 || case.is_contrary, "{goal:?} is never reached, keep {keep:?}");
        assert!(none > 0 || !case.is_contrary, "{goal:?} can be reached after all, keep {keep:?}");
    }
}

fn not(goal: &Goal) -> Goal {
    Goal::Not(Box::new(goal.clone()))
}

fn with_contrary(cases: Vec<Case>) -> Vec<Case> {
    let contrary: Vec<Case> = cases.iter().map(|it| case(not(&it.goal), &[])).collect();
    [cases, contrary].concat()
}

/// Ben at home with a license, and what is asked of it and of him abroad.
struct Abroad {
    acts: Vec<Command>,
    connects: Goal,
    works: Goal,
    at_home: Goal,
    abroad: Goal,
    free: Goal,
    assigned: Goal,
    option: Goal,
}

impl Abroad {
    fn new() -> Self {
        let (person, host, home): (PersonId, PlatformId, PlatformId) = ("Ben".into(), "H".into(), "G".into());
        let uses = |platform| Goal::RoleUsable { person, platform, role: IFW.into(), from: None };
        let seat = |platform, is| Goal::Seat { person, platform, role: IFW.into(), is };
        let guest = &[UserRight::External];
        Self {
            acts: [acts(ana(), "H", &[IFW], guest), acts(gus(), "G", &[IFW], guest)].concat(),
            connects: Goal::Connects { person, platform: host },
            works: Goal::IsConnectedTo { person, platform: host },
            at_home: uses(home),
            abroad: uses(host),
            free: seat(home, SeatState::Unrestricted),
            assigned: seat(host, SeatState::Assigned),
            option: Goal::OptionIs { platform: home, option: MemberOption::GrantWithoutLicense, on: true },
        }
    }
}

// E3, E4: a license that must serve from elsewhere
#[test]
fn every_plan_is_as_short_as_breadth_first_search_says_for_a_guest_with_an_own_license() {
    let it = Abroad::new();
    let all = |goals: &[&Goal]| Goal::All(goals.iter().copied().cloned().collect());
    let several = vec![
        case(all(&[&not(&it.abroad), &it.at_home]), &["G"]),
        case(all(&[&it.at_home, &it.connects, &not(&it.assigned)]), &["H", "G"]),
        case(all(&[&it.works, &it.free, &it.at_home]), &["H", "G"]),
    ];
    let single = with_contrary(vec![
        case(it.connects.clone(), &["H", "G"]),
        case(it.at_home.clone(), &["G"]),
        case(it.works.clone(), &["H", "G"]),
        case(it.free.clone(), &["G"]),
    ]);
    check_all("abroad", &abroad(), &it.acts, &[single, several].concat(), 1);
}

// The conditions of *How to*: what stays so, whose license is left alone, who may act
#[test]
fn so_it_is_under_every_condition_of_how_to() {
    let it = Abroad::new();
    let only = |who: &str| Constraints { only: Some(Only::Person(who.into())), ..Constraints::default() };
    let no_license = Constraints { no_license_of: ["H".into()].into(), ..Constraints::default() };
    let both = ["H", "G"].as_slice();
    let cases = [
        case(it.connects.clone(), both).keeps(&it.at_home),
        case(it.connects.clone(), both).keeps(&not(&it.assigned)),
        case(it.free.clone(), &["G"]).keeps(&not(&it.option)),
        case(not(&it.connects), &[]).keeps(&it.at_home),
        case(not(&it.at_home), &[]).keeps(&it.connects),
        case(it.free.clone(), &["G"]).keeps(&not(&it.works)),
        case(it.free.clone(), &["G"]).keeps(&not(&it.connects)),
        case(it.works.clone(), both).keeps(&not(&it.connects)).ruled_out(),
        case(it.abroad.clone(), both).keeps(&not(&it.abroad)).ruled_out(),
        case(it.connects.clone(), both).under(no_license),
        case(it.free.clone(), &["G"]).under(only("Gus")),
        case(it.connects.clone(), both).under(only("Ana")),
    ];
    check_all("conditions", &abroad(), &it.acts, &cases, 5);
}

// E4, E6, E7: roles and spaces at home
#[test]
fn every_plan_is_as_short_as_breadth_first_search_says_for_roles_and_spaces_at_home() {
    let (person, platform): (PersonId, PlatformId) = ("Ben".into(), "H".into());
    let granted = Goal::Granted { person, platform, role: CSV.into() };
    let opens = Goal::SpaceAccess { person, platform, space: COMMON.into(), label: None };
    let listed = Goal::InSpaceList { person, platform, space: COMMON.into(), role: None };
    let single = with_contrary([&opens, &granted, &listed].map(|goal| case(goal.clone(), &["H"])).into());
    let several = vec![
        case(Goal::All(vec![granted.clone(), not(&opens)]), &["H"]),
        case(granted.clone(), &["H"]).keeps(&not(&listed)),
        case(not(&opens), &[]).keeps(&granted),
    ];
    let acts = acts(ana(), "H", &[IFW, CSV], &[UserRight::External, UserRight::Member]);
    check_all("at home", &at_home(), &acts, &[single, several].concat(), 1);
}
