//! A small world with all its switches: two platforms, one guest, three roles of which each needs those before it, one
//! space each. Every state that acts can reach is one question sheet for engine and rules.
//!
//! With few acts, *all* states are visited, to the last: 6,072 of them in an ordinary run. With all acts, the walk goes on
//! from a state picked by chance, always the same chance, and stops after a number of states. More:
//! `CROSSINVITE_STATES=334000 cargo test --release --test it reference::small -- --nocapture` looks at so many for each of
//! three roles, a million in all, 0 meaning all there are; and then the few acts go on over a day on which licenses have
//! expired, again to the last state, 26,456 of them, each compared. `CROSSINVITE_STATES=1` and the filter
//! `in_all_states` look at these alone: a minute of an optimized build.

use super::compare::agree;
use crate::agreement::assert_forked;
use crate::support::*;
use crossinvite::decide;
use crossinvite::domain::*;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// States visited in an ordinary run, per third role.
const STATES: usize = 800;

/// So many states wait at a time to be looked at, which keeps the memory of long walks to a few hundred MB.
const MOST_WAITING: usize = 20_000;

/// How many states are wanted, when more are wanted than usual.
fn wanted() -> Option<usize> {
    std::env::var("CROSSINVITE_STATES").ok().and_then(|states| states.parse().ok())
}

fn states() -> usize {
    match wanted().unwrap_or(STATES) {
        0 => usize::MAX,
        states => states,
    }
}

/// Ben is at home on G; licenses run out on different days.
pub fn start(third: &str) -> World {
    let roles = role_list().into_iter().filter(|role| [IFW, CSV, third].contains(&role.id.as_str())).collect();
    let everything = [IFW, CSV, third].map(licensed);
    let basics = [IFW, CSV].map(licensed);
    let (active, administrator) = (Membership::Active, UserRight::Administrator);
    let commands = [
        add_platform("H", "Aldermoor"),
        add_platform("G", "Brightwell"),
        add_person("Ana", "ana@aldermoor.example"),
        add_person("Gus", "gus@brightwell.example"),
        add_person("Ben", BEN_MAIL),
        pool("H", IFW, 2, 40),
        pool("H", CSV, 2, 20),
        pool("H", third, 1, 10),
        pool("G", IFW, 2, 30),
        pool("G", CSV, 2, 10),
        pool("G", third, 1, 20),
        add_member("H", "Ana", active, administrator, &["Aldermoor"], &basics),
        add_member("G", "Gus", active, administrator, &["Brightwell"], &basics),
        add_member("G", "Ben", active, UserRight::Member, &["Brightwell"], &everything),
        connect("Ana", "H"),
        connect("Gus", "G"),
    ];
    played(&World::new(Arc::new(RoleCatalog::new(roles).unwrap())), &commands)
}

/// Whatever can be tried: each switch in both positions, each role given and taken, each membership moved on.
pub fn all_acts(third: &str) -> Vec<Command> {
    let mut acts = vec![ben().accepts(), ben().at("G").accepts(), ben().switches(), ben().at("G").switches()];
    acts.extend([0, 15, 25, 35].map(clock));
    acts.extend(
        [false, true].map(|alternative| {
            Command::Stage(StageAct::SetReading { reading: Reading::HomeOptionNotAsked, alternative })
        }),
    );
    for by in [ana(), gus()] {
        acts.extend([false, true].map(|on| by.sets(MemberOption::GrantWithoutLicense, on)));
        let roles = [IFW, CSV, third];
        acts.push(by.invites(BEN_MAIL, UserRight::External, &roles.map(own)));
        acts.push(by.invites(BEN_MAIL, UserRight::Member, &roles.map(taken)));
        for role in roles {
            acts.extend([by.assigns("Ben", role), by.takes_back("Ben", role)]);
            acts.extend([by.restricts("Ben", role), by.frees("Ben", role)]);
            acts.push(by.grants("Ben", role, GrantTerms::with_license()));
            acts.push(by.grants("Ben", role, GrantTerms::without_license()));
            acts.push(by.ungrants("Ben", role));
        }
        acts.extend([by.removes_access("Ben"), by.gives_back("Ben"), by.removes("Ben")]);
        acts.push(by.adds(COMMON, person("Ben"), whole(AccessRole::Author)));
        acts.push(by.takes_out(COMMON, person("Ben")));
    }
    acts
}

/// Always the same chance.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: usize) -> usize {
        // Knuth's multiplier; the upper half is well mixed.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// What tells states apart: everything but the messages.
pub fn print_of(world: &World) -> u64 {
    let mut hasher = DefaultHasher::new();
    (world.today(), world.readings()).hash(&mut hasher);
    world.people().for_each(|person| (person.id, person.connected).hash(&mut hasher));
    world.platforms().for_each(|platform| platform.hash(&mut hasher));
    hasher.finish()
}

/// Walks from state to state, at most through so many, and looks at each and at each act that is accepted there; gives
/// back how many states there were and whether these are all.
fn walk(
    first: World,
    acts: &[Command],
    most: usize,
    look: impl Fn(&World),
    step: impl Fn(usize, &World, &Command, &World),
) -> (usize, bool) {
    let mut seen = HashSet::from([print_of(&first)]);
    let mut open = vec![first];
    let mut chance = Chance(1);
    let (mut visited, mut is_whole) = (0, true);
    while !open.is_empty() && visited < most {
        let world = open.swap_remove(chance.below(open.len()));
        look(&world);
        visited += 1;
        for act in acts {
            let Ok((next, _)) = decide::act(&world, act) else { continue };
            step(visited, &world, act, &next);
            if open.len() >= MOST_WAITING && most < usize::MAX {
                // It comes again from elsewhere, or not at all: then these are not all.
                is_whole = false;
            } else if seen.insert(print_of(&next)) {
                open.push(next);
            }
        }
    }
    (visited, is_whole && open.is_empty())
}

/// Few enough acts that all states they lead to can be visited: both options; Restrict Usage of every license at home;
/// the guest invited, removed, put out and taken back at either end, at work here and there; two roles granted without a
/// license and (but for the linked one, which has states enough) with one, and ungranted; Assign License of the third; and
/// the space. On one day.
fn few_acts(third: &str) -> Vec<Command> {
    let mut acts = vec![ben().accepts(), ben().switches(), ben().at("G").switches()];
    for by in [ana(), gus()] {
        acts.extend([false, true].map(|on| by.sets(MemberOption::GrantWithoutLicense, on)));
        acts.extend([by.removes_access("Ben"), by.gives_back("Ben")]);
    }
    let last = if third == "XEN" { taken(third) } else { own(third) };
    acts.extend([ana().invites(BEN_MAIL, UserRight::External, &[own(IFW), own(CSV), last]), ana().removes("Ben")]);
    for role in [CSV, third] {
        acts.push(ana().grants("Ben", role, GrantTerms::without_license()));
        if third != CREATOR {
            acts.push(ana().grants("Ben", role, GrantTerms::with_license()));
        }
        acts.push(ana().ungrants("Ben", role));
    }
    acts.extend([ana().assigns("Ben", third), ana().takes_back("Ben", third)]);
    acts.push(ana().adds(COMMON, person("Ben"), whole(AccessRole::Author)));
    acts.push(ana().takes_out(COMMON, person("Ben")));
    for role in [IFW, CSV, third] {
        acts.extend([gus().restricts("Ben", role), gus().frees("Ben", role)]);
    }
    acts
}

/// Every state that these acts can reach, so many in all on one day, and so many with a day on which licenses have expired;
/// each is compared, and each act is as it is previewed.
#[track_caller]
fn check_all(third: &str, mut acts: Vec<Command>, on_one_day: usize, with_expiry: usize) {
    let all = if wanted().is_some() {
        acts.extend([0, 15].map(clock));
        with_expiry
    } else {
        on_one_day
    };
    // One state in eight is enough for the previews; all of them would take longer than the comparison.
    let step = |nth: usize, world: &World, act: &Command, after: &World| {
        if nth.is_multiple_of(8) {
            assert_forked(world, act, after);
        }
    };
    let (visited, is_whole) = walk(start(third), &acts, usize::MAX, agree, step);
    println!("{third}: {visited} states, all there are");
    assert!(is_whole, "some states were not visited");
    assert_eq!(visited, all, "when a rule or an act changed, count them again");
}

#[track_caller]
fn check_walk(third: &str) {
    let most = states();
    let (visited, is_all) = walk(start(third), &all_acts(third), most, agree, |_, _, _, _| {});
    println!("{third}: {visited} states{}", if is_all { ", all there are" } else { "" });
    assert!(is_all || visited == most);
}

#[test]
fn engine_and_rules_agree_in_a_small_world_with_a_role_that_is_not_linked() {
    check_walk(XWA);
}

#[test]
fn engine_and_rules_agree_in_a_small_world_with_a_linked_role() {
    check_walk(CREATOR);
}

#[test]
fn engine_and_rules_agree_in_a_small_world_with_a_role_that_is_always_assigned() {
    check_walk("XEN");
}

#[test]
fn engine_and_rules_agree_in_all_states_with_a_role_that_is_not_linked() {
    check_all(XWA, few_acts(XWA), 2_228, 10_200);
}

#[test]
fn engine_and_rules_agree_in_all_states_with_a_linked_role() {
    check_all(CREATOR, few_acts(CREATOR), 2_198, 8_256);
}

#[test]
fn engine_and_rules_agree_in_all_states_with_a_role_that_is_always_assigned() {
    check_all("XEN", few_acts("XEN"), 1_646, 8_000);
}
