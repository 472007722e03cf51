//! Why not, and why so: sets of facts that decide a question, against trying every set there is.

mod facts;
mod lines;

use crate::reference::small::{Chance, all_acts, print_of, start};
use crate::reference::wide;
use crate::support::*;
use crossinvite::access::causes::atoms;
use crossinvite::access::diff::questions;
use crossinvite::access::{Atom, Causes, Question, causes, explain};
use crossinvite::decide;
use crossinvite::domain::*;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// States of the small world whose questions are tried with every set, in an ordinary run, per third role. More:
/// `CROSSINVITE_CAUSES=2000 cargo test --release --test it causes`.
const STATES: usize = 10;

/// With so many facts in play every set is tried; beyond, as many by chance.
const MOST_FACTS: usize = 9;

fn states() -> usize {
    std::env::var("CROSSINVITE_CAUSES").ok().and_then(|states| states.parse().ok()).unwrap_or(STATES)
}

/// Does turning exactly these turn the answer?
fn decides(world: &World, question: Question, set: &[Atom]) -> bool {
    let mut fork = world.clone();
    set.iter().for_each(|atom| atom.flip(&mut fork));
    explain(&fork, question).holds() != explain(world, question).holds()
}

/// Every set decides, none can spare a member, and turning it turned nothing else.
#[track_caller]
fn check_sets(world: &World, found: &Causes, universe: &[Atom]) {
    for set in &found.sets {
        assert!(decides(world, found.question, set), "{set:?} leaves {:?} as it is", found.question);
        for spared in set {
            let less: Vec<Atom> = set.iter().filter(|atom| *atom != spared).copied().collect();
            assert!(!decides(world, found.question, &less), "{spared:?} is not needed in {set:?}");
        }
        let mut fork = world.clone();
        set.iter().for_each(|atom| atom.flip(&mut fork));
        for atom in universe {
            let turned = atom.holds(world) != atom.holds(&fork);
            // Without a license there is none whose use could be free.
            let along = match *atom {
                Atom::Unrestricted { person, platform, role } => {
                    found.holds && set.contains(&Atom::License { person, platform, role })
                }
                _ => false,
            };
            assert_eq!(turned, set.contains(atom) || turned && along, "{atom:?} with {set:?}");
        }
    }
}

/// A set of facts decides when it contains a set that was found, and only then.
#[track_caller]
fn check_all(world: &World, question: Question, universe: &[Atom], chance: &mut Chance) {
    let found = causes(world, question);
    assert_eq!(found.holds, explain(world, question).holds());
    assert!(found.is_complete, "the small world is small");
    check_sets(world, &found, universe);
    let facts: Vec<Atom> = universe.iter().filter(|atom| atom.holds(world) == found.holds).copied().collect();
    let is_small = facts.len() <= MOST_FACTS;
    let all = 1_usize << facts.len().min(MOST_FACTS);
    for number in 0..all {
        let is_in =
            |place: usize, chance: &mut Chance| if is_small { number >> place & 1 == 1 } else { chance.below(3) > 0 };
        let mut set = Vec::new();
        for (place, atom) in facts.iter().enumerate() {
            if is_in(place, chance) {
                set.push(*atom);
            }
        }
        let told = found.sets.iter().any(|one| one.iter().all(|atom| set.contains(atom)));
        assert_eq!(decides(world, question, &set), told, "{question:?} with {set:?}, found {:?}", found.sets);
    }
}

/// Whatever might bear on Ben's access in the small world, stated without the engine.
fn everything(world: &World, third: &str, question: Question) -> Vec<Atom> {
    let person = question.person();
    let mut all = BTreeSet::new();
    for platform in ["H", "G"].map(PlatformId::new) {
        let is_asked = platform == question.platform();
        if !is_asked && world.member(person, platform).is_none() {
            continue;
        }
        all.insert(Atom::Option { platform });
        let is_connecting = matches!(question, Question::CanConnect { .. });
        all.insert(if is_asked && !is_connecting {
            Atom::Active { person, platform }
        } else {
            Atom::Member { person, platform }
        });
        all.insert(Atom::Entry { person, platform, space: COMMON.into() });
        for role in [IFW, CSV, third].map(RoleId::new) {
            all.insert(Atom::License { person, platform, role });
            all.insert(Atom::Valid { platform, role });
            all.insert(Atom::Grant { person, platform, role });
            if world.kind(role).can_be_unrestricted() {
                all.insert(Atom::Unrestricted { person, platform, role });
            }
        }
    }
    all.into_iter().collect()
}

/// The facts the question hangs on, and those of `everything` that might: the search must not have missed one.
fn in_play(world: &World, third: &str, question: Question) -> Vec<Atom> {
    let all = everything(world, third, question);
    let listed = atoms(world, question);
    assert!(listed.iter().all(|atom| all.contains(atom)), "{listed:?}");
    all
}

fn check_small(third: &str) {
    let acts = all_acts(third);
    let first = start(third);
    let mut seen = HashSet::from([print_of(&first)]);
    let mut open = vec![first];
    let mut chance = Chance(3);
    let mut tried = 0;
    for _ in 0..states() {
        let Some(world) = (!open.is_empty()).then(|| open.swap_remove(chance.below(open.len()))) else { break };
        for platform in ["H", "G"] {
            for question in questions(&world, "Ben".into(), platform.into()) {
                check_all(&world, question, &in_play(&world, third, question), &mut chance);
                tried += 1;
            }
        }
        let next = acts.iter().filter_map(|act| decide::act(&world, act).ok());
        open.extend(next.map(|(world, _)| world).filter(|world| seen.insert(print_of(world))));
    }
    println!("{third}: {tried} questions");
}

#[test]
fn causes_are_minimal_and_complete_in_a_small_world_with_a_role_that_is_not_linked() {
    check_small(XWA);
}

#[test]
fn causes_are_minimal_and_complete_in_a_small_world_with_a_linked_role() {
    check_small(CREATOR);
}

#[test]
fn causes_are_minimal_and_complete_in_a_small_world_with_a_role_that_is_always_assigned() {
    check_small("XEN");
}

proptest! {
    #![proptest_config(wide::worlds(12))]

    /// With organizations, groups, three platforms and every reading: each set decides and can spare nothing, and sets
    /// picked by chance decide only when they contain one.
    #[test]
    fn causes_are_right_in_any_world(world in wide::world(), seed in any::<u64>()) {
        let mut chance = Chance(seed);
        for person in ["Ben", "Zoe"].map(PersonId::new) {
            for platform in ["H", "K"].map(PlatformId::new) {
                for question in questions(&world, person, platform) {
                    let found = causes(&world, question);
                    let listed = atoms(&world, question);
                    check_sets(&world, &found, &listed);
                    if !found.is_complete {
                        continue;
                    }
                    for _ in 0..20 {
                        let picked = listed.iter().filter(|atom| atom.holds(&world) == found.holds && chance.below(4) > 0);
                        let set: Vec<Atom> = picked.copied().collect();
                        let told = found.sets.iter().any(|one| one.iter().all(|atom| set.contains(atom)));
                        prop_assert_eq!(decides(&world, question, &set), told, "{:?} with {:?}", question, set);
                    }
                }
            }
        }
    }
}
