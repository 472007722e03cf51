//! Other ways, and what must not be lost on any.

use super::{ben_connects, small};
use crate::support::*;
use crossinvite::access::{AccessChange, changes, standing};
use crossinvite::content::Goal;
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::planner::*;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

fn ways(world: &World, goals: &[Goal], rules: &Constraints, most: usize) -> Vec<Alternative> {
    alternatives(world, world, goals, rules, (Limits::default(), most), &|_| ControlFlow::Continue(()))
}

// R8, R9, R13: with licenses of the host it is shorter, with one's own no license is taken
#[test]
fn other_ways_are_different_acts_and_the_shortest_comes_first() {
    let world = small::start(XWA);
    let found = ways(&world, &[ben_connects()], &Constraints::default(), 5);
    assert!(found.len() > 1, "{found:#?}");
    let lengths: Vec<usize> = found.iter().map(|way| way.plan.steps.len()).collect();
    assert!(lengths.is_sorted(), "{lengths:?}");
    assert_eq!(lengths[0], 2, "an invitation with a license of the host, accepted");
    assert!(found.iter().any(|way| way.licenses == 0), "with his own licenses");
    let sets: BTreeSet<BTreeSet<String>> =
        found.iter().map(|way| way.plan.commands().map(|act| format!("{act:?}")).collect()).collect();
    assert_eq!(sets.len(), found.len(), "no two are the same acts");
    for way in &found {
        let after = way.plan.commands().fold(world.clone(), |world, act| decide::act(&world, act).unwrap().0);
        assert!(ben_connects().is_met(&after, &world));
        assert!(way.opens.iter().all(|fact| standing(&after, *fact).holds && !standing(&world, *fact).holds));
        assert!(way.shuts.iter().all(|fact| !standing(&after, *fact).holds && standing(&world, *fact).holds));
    }
}

#[test]
fn no_other_way_takes_people_out_where_the_shortest_does_not() {
    let mut others = 0;
    for id in ["own-license", "consultant", "cross-collaboration"] {
        let opened = crossinvite::app::files::open_built_in(id).unwrap();
        let goals: Vec<Goal> = opened.rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
        let found = ways(opened.session.start(), &goals, &Constraints::default(), 8);
        others += found.len() - 1;
        for way in &found {
            assert!(way.plan.steps.len() >= found[0].plan.steps.len(), "{id}: {way:#?}");
            let takes_out = |act: &Command| matches!(act, Command::Do { act: Act::RemoveMember { .. }, .. });
            assert!(!way.plan.commands().any(takes_out), "{id}: {way:#?}");
        }
    }
    assert!(others > 0);
}

#[test]
fn nobody_loses_what_they_have_when_that_is_asked_for() {
    let world = small::start(XWA);
    // From the home's own license: taking Ben out there and inviting him again would be one act shorter.
    let role = XWA.into();
    let goals = [Goal::RoleUsable { person: "Ben".into(), platform: "H".into(), role, from: Some("G".into()) }];
    let rules = Constraints { no_license_of: ["H".into()].into(), keep_access: true, ..Constraints::default() };
    let found = super::shortest(&world, &goals, &rules);
    let plan = found.plan().unwrap_or_else(|| panic!("{found:?}"));
    let mut before = world.clone();
    for step in &plan.steps {
        let (after, _) = decide::act(&before, &step.command).unwrap();
        let lost: Vec<_> = changes(&before, &after).into_iter().filter(AccessChange::is_loss).collect();
        assert!(!lost.iter().any(|change| standing(&world, change.question).holds), "{lost:?}");
        before = after;
    }
    let free = super::shortest(&world, &goals, &Constraints { keep_access: false, ..rules });
    assert!(free.plan().unwrap().steps.len() <= plan.steps.len());
}

#[test]
fn an_act_that_is_ruled_out_is_not_used() {
    let world = small::start(XWA);
    let best = super::shortest(&world, &[ben_connects()], &Constraints::default());
    let invitation = best.plan().unwrap().steps[0].command.clone();
    let rules = Constraints { without: vec![invitation.clone()], ..Constraints::default() };
    let other = super::shortest(&world, &[ben_connects()], &rules);
    assert!(other.plan().unwrap().commands().all(|act| *act != invitation));
}
