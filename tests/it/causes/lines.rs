//! What the sets say in known situations, line by line.

use crate::support::*;
use crossinvite::access::{Atom, Question, causes};
use crossinvite::domain::*;

fn ben(at: &str) -> (PersonId, PlatformId) {
    ("Ben".into(), at.into())
}

fn option(platform: &str) -> Atom {
    Atom::Option { platform: platform.into() }
}

fn license(at: &str, role: &str) -> Atom {
    let (person, platform) = ben(at);
    Atom::License { person, platform, role: role.into() }
}

fn free(role: &str) -> Atom {
    let (person, platform) = ben("G");
    Atom::Unrestricted { person, platform, role: role.into() }
}

#[track_caller]
fn check_causes(world: &World, question: Question, expected: &[&[Atom]]) {
    let found = causes(world, question);
    assert!(found.is_complete);
    let expected: Vec<Vec<Atom>> = expected.iter().map(|set| set.to_vec()).collect();
    assert_eq!(found.sets, expected);
}

// R8, R9, R13, R14: the own license needs both options and the switch of the license, or the host gives one of its own
#[test]
fn a_license_of_the_host_or_the_whole_chain_of_the_home() {
    let (person, platform) = ben("H");
    let world = played(&b0(), &[ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW), taken(CSV)])]);
    let world = played(&world, &[ana().allows_roles_without_license(), ana().takes_back("Ben", IFW)]);
    check_causes(&world, can_connect("Ben", "H"), &[&[option("G"), free(IFW)], &[license("H", IFW)]]);
    let active = Atom::Active { person, platform };
    check_causes(&world, role("Ben", "H", CSV), &[&[option("G"), active, free(IFW)], &[active, license("H", IFW)]]);
}

// R127: what is wrong with IFW is found behind a space, without asking again
#[test]
fn a_chain_of_reasons_is_followed_to_the_fact_at_its_end() {
    let world = played(&w1(), &[gus().restricts("Ben", IFW)]);
    check_causes(&world, space("Ben", "H", "Hull-7"), &[&[free(IFW)], &[license("H", IFW)]]);
    check_causes(&world, role("Ben", "H", XWA), &[&[free(IFW)], &[license("H", IFW)]]);
}

// Take away any one of these and it breaks
#[test]
fn what_holds_is_held_up_by_single_facts_while_there_is_one_way_only() {
    let found = causes(&w1(), can_connect("Ben", "H"));
    assert!(found.holds);
    assert!(found.sets.iter().all(|set| set.len() == 1), "{:?}", found.sets);
    assert!(found.sets.contains(&vec![free(IFW)]) && found.sets.contains(&vec![option("G")]));
    let (person, platform) = ben("G");
    assert!(found.sets.contains(&vec![Atom::Member { person, platform }]), "F61: access at home");
}

// With two sources, one of each must be taken away together
#[test]
fn with_two_licenses_both_must_go() {
    let world = played(&w1(), &[ana().assigns("Ben", IFW)]);
    let found = causes(&world, can_connect("Ben", "H"));
    assert!(found.sets.contains(&vec![license("H", IFW), free(IFW)]), "{:?}", found.sets);
    assert!(!found.sets.contains(&vec![free(IFW)]));
}

// R158, R159: with two paths into a space both must go
#[test]
fn with_a_group_and_an_entry_both_must_go() {
    let commands =
        [add_group("H", "Crew", &["Ben"]), put_into_space("H", "Hull-7", group("Crew"), whole(AccessRole::Reader))];
    let world = played(&w1(), &commands);
    let (person, platform) = ben("H");
    let (space_id, crew): (SpaceId, GroupId) = ("Hull-7".into(), "Crew".into());
    let entry = Atom::Entry { person, platform, space: space_id };
    let found = causes(&world, space("Ben", "H", "Hull-7"));
    let together =
        |other: Atom| found.sets.iter().any(|set| set.len() == 2 && set.contains(&entry) && set.contains(&other));
    assert!(together(Atom::InGroup { person, platform, group: crew }), "{:?}", found.sets);
    assert!(together(Atom::GroupAccess { platform, group: crew, space: space_id }), "{:?}", found.sets);
}

// F35: a license that never leaves its platform is no way
#[test]
fn a_license_that_is_always_restricted_is_no_way_from_home() {
    let commands =
        [pool("G", "XEN", 2, 365), gus().grants("Ben", "XEN", GrantTerms::with_license()), pool("H", "XEN", 2, 365)];
    let world = played(&w1(), &commands);
    let found = causes(&world, role("Ben", "H", "XEN"));
    assert!(!found.holds);
    assert!(found.sets.iter().all(|set| set.contains(&license("H", "XEN"))), "{:?}", found.sets);
}

#[test]
fn every_fact_names_its_rules_and_an_act_that_turns_it() {
    let world = played(&w1(), &[gus().restricts("Ben", IFW), ana().takes_out("Hull-7", person("Ben"))]);
    let question = space("Ben", "H", "Hull-7");
    for atom in causes(&world, question).sets.into_iter().flatten() {
        assert!(!atom.rules(&world, question).is_empty(), "{atom:?}");
        let act = atom.act(&world, question).expect("somebody can act");
        let mut after = world.clone();
        play(&mut after, &act);
        assert!(atom.holds(&after), "{act:?} turns {atom:?}");
    }
    let world = w1();
    for atom in causes(&world, question).sets.into_iter().flatten() {
        let act = atom.act(&world, question).expect("somebody can act");
        let Ok((after, _)) = crossinvite::decide::act(&world, &act) else { continue };
        assert!(!atom.holds(&after), "{act:?} turns {atom:?}");
    }
}

// What can be had comes before what is not there to be assigned
#[test]
fn a_license_that_is_there_comes_before_one_that_must_be_bought() {
    let world = played(&w1(), &[gus().takes_back("Ben", XWA)]);
    check_causes(&world, role("Ben", "H", XWA), &[&[license("G", XWA)], &[license("H", XWA)]]);
    let short = played(&world, &[gus().grants("Gus", XWA, GrantTerms::with_license())]);
    check_causes(&short, role("Ben", "H", XWA), &[&[license("H", XWA)], &[license("G", XWA)]]);
}

// A membership made up for one question would be a detour
#[test]
fn a_platform_on_which_the_person_is_not_is_no_way() {
    let world = with_k(&played(&w1(), &[gus().restricts("Ben", IFW)]));
    check_causes(&world, can_connect("Ben", "H"), &[&[free(IFW)], &[license("H", IFW)]]);
}
