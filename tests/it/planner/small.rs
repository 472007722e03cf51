//! Plans against trying everything, in the small world of the second evaluator.
//!
//! A plan is as long as it must be when two things hold: it can be played and meets the goal (so nothing is shorter than
//! the distance says is possible), and no act whatever brings the goal nearer by more than one. The second is tried with
//! every act there is, in as many states as an ordinary run has time for. More:
//! `CROSSINVITE_PLANS=1000 cargo test --release --test it planner::small`.

use super::{check_plan, shortest};
pub use crate::reference::small::start;
use crate::reference::small::{Chance, all_acts, print_of};
use crate::support::*;
use crossinvite::content::{Goal, SeatState};
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::planner::*;
use std::collections::{BTreeMap, HashSet};

/// States tried with every act in an ordinary run, per role and goal.
const STATES: usize = 4;

fn states() -> usize {
    std::env::var("CROSSINVITE_PLANS").ok().and_then(|states| states.parse().ok()).unwrap_or(STATES)
}

fn goals(third: &str) -> Vec<Goal> {
    let (person, platform, home): (PersonId, PlatformId, PlatformId) = ("Ben".into(), "H".into(), "G".into());
    let role = RoleId::new(third);
    vec![
        Goal::Connects { person, platform },
        Goal::IsConnectedTo { person, platform },
        Goal::RoleUsable { person, platform, role, from: None },
        Goal::RoleUsable { person, platform, role, from: Some(home) },
        Goal::SpaceAccess { person, platform, space: COMMON.into(), label: None },
        Goal::Seat { person, platform: home, role: CSV.into(), is: SeatState::Unrestricted },
        Goal::IsNoMember { person, platform },
        Goal::Not(Box::new(Goal::Connects { person, platform: home })),
    ]
}

/// Every act of a person: those of the reference walk, and invitations with each mix of licenses.
fn acts(third: &str) -> Vec<Command> {
    let mut acts: Vec<Command> = all_acts(third).into_iter().filter(|act| act.actor().is_some()).collect();
    for by in [ana(), gus()] {
        for mix in 0..8 {
            let pick = |bit: u8, role: &str| if mix >> bit & 1 == 1 { taken(role) } else { own(role) };
            let roles = [pick(0, IFW), pick(1, CSV), pick(2, third)];
            acts.push(by.invites(BEN_MAIL, UserRight::External, &roles));
            acts.push(by.invites(BEN_MAIL, UserRight::Member, &roles));
        }
    }
    acts
}

/// States picked by chance, always the same chance, among those that any act leads to.
fn picked(third: &str, count: usize) -> Vec<World> {
    let (acts, first) = (all_acts(third), start(third));
    let mut seen = HashSet::from([print_of(&first)]);
    let mut open = vec![first.clone()];
    let mut chance = Chance(7);
    let mut found = vec![first];
    while found.len() < count && !open.is_empty() {
        let mut world = open.swap_remove(chance.below(open.len()));
        // Some steps on, so that the states lie apart.
        for _ in 0..6 {
            let next: Vec<World> = acts.iter().filter_map(|act| decide::act(&world, act).ok()).map(|it| it.0).collect();
            open.extend(next.iter().take(3).filter(|world| seen.insert(print_of(world))).cloned());
            if next.is_empty() {
                break;
            }
            world = next[chance.below(next.len())].clone();
        }
        found.push(world);
    }
    found
}

/// How far; a goal out of reach is further than anything.
fn far(world: &World, goal: &Goal, known: &mut BTreeMap<u64, usize>) -> usize {
    *known.entry(print_of(world)).or_insert_with(|| {
        match shortest(world, std::slice::from_ref(goal), &Constraints::default()) {
            Outcome::Plan(plan) => plan.steps.len(),
            Outcome::Impossible(_) => 1000,
            Outcome::GaveUp(_) => panic!("the small world is small"),
        }
    })
}

fn check_plans(third: &str) {
    let acts = acts(third);
    let mut tried = 0;
    for goal in goals(third) {
        let mut known = BTreeMap::new();
        for world in picked(third, states()) {
            let here = far(&world, &goal, &mut known);
            if here < 1000 {
                assert_eq!(check_plan(&world, &world, std::slice::from_ref(&goal), &Constraints::default()), here);
            }
            for act in &acts {
                let Ok((after, _)) = decide::act(&world, act) else { continue };
                let there = far(&after, &goal, &mut known);
                assert!(there + 1 >= here, "{goal:?} was {here} away, after {act:?} only {there}");
                assert!(here < 1000 || there == 1000, "{goal:?} was called impossible before {act:?}");
                tried += 1;
            }
        }
    }
    println!("{third}: {tried} acts tried");
}

#[test]
fn no_act_brings_a_goal_nearer_than_the_plan_with_a_role_that_is_not_linked() {
    check_plans(XWA);
}

#[test]
fn no_act_brings_a_goal_nearer_than_the_plan_with_a_linked_role() {
    check_plans(CREATOR);
}
