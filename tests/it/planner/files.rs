//! Plans for what the built-in files want: from the start of each, act by act to the goal.

use super::check_plan;
use crossinvite::app::files::open_built_in;
use crossinvite::content::{BuiltIn, Goal};
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::planner::*;

/// The world a file begins with, and what it wants in the end.
fn beginning(id: &str) -> (World, Vec<Goal>) {
    let opened = open_built_in(id).unwrap();
    let goals = opened.rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
    (opened.session.start().clone(), goals)
}

/// What only time brings about, and what nobody can bring about.
fn takes_time(id: &str) -> bool {
    let opened = open_built_in(id).unwrap();
    opened.rehearsal.solution().any(|command| matches!(command, Command::Stage(_)))
}

#[test]
fn along_the_plan_of_every_file_the_distance_falls_by_one_with_each_act() {
    let mut planned = 0;
    for file in BuiltIn::all() {
        let (start, goals) = beginning(file.id);
        if goals.is_empty() {
            continue;
        }
        if takes_time(file.id) {
            let outcome = plan(&start, &start, &goals, &Constraints::default(), Limits::default());
            assert!(!matches!(outcome, Outcome::GaveUp(_)), "{}: {outcome:?}", file.id);
            continue;
        }
        check_plan(&start, &start, &goals, &Constraints::default());
        planned += 1;
    }
    assert!(planned >= 30, "{planned} files were planned");
}

/// From every state of every solution there is a way no longer than the rest of it, and its first act brings the goal
/// one act nearer.
#[test]
fn from_every_state_of_every_solution_the_way_is_no_longer_and_falls_by_one() {
    let (rules, limits) = (Constraints::default(), Limits::default());
    let mut states = 0;
    for file in BuiltIn::all().filter(|file| !takes_time(file.id)) {
        let (start, goals) = beginning(file.id);
        let solution: Vec<Command> = open_built_in(file.id).unwrap().rehearsal.solution().cloned().collect();
        let mut world = start.clone();
        for done in 0..=solution.len() {
            let outcome = plan(&world, &start, &goals, &rules, limits);
            let Outcome::Plan(found) = &outcome else { panic!("{} after {done}: {outcome:?}", file.id) };
            let acts = found.steps.len();
            assert!(acts <= solution.len() - done, "{} after {done}: {acts}", file.id);
            if let Some(first) = found.steps.first() {
                let (after, _) = decide::act(&world, &first.command).unwrap();
                let left = distance(&after, &start, &goals, &rules, limits).expect("the rest of the way");
                assert_eq!(left.acts, acts - 1, "{} after {done}", file.id);
            }
            states += 1;
            if let Some(command) = solution.get(done) {
                world = decide::act(&world, command).unwrap().0;
            }
        }
    }
    assert!(states >= 150, "{states} states");
}

// D13, R100, R101: the guest goes, the license is restricted again, then the option can go off
#[test]
fn the_option_goes_off_after_whoever_uses_it() {
    let (start, goals) = beginning("d13");
    let aldermoor: PlatformId = "aldermoor".into();
    let using = |world: &World| -> Vec<PersonId> {
        decide::blockers(world, world.platform(aldermoor).unwrap()).map(|blocker| blocker.person).collect()
    };
    let at_first = using(&start);
    assert!(at_first.contains(&"ben".into()) && at_first.contains(&"cleo".into()), "{at_first:?}");
    assert_eq!(check_plan(&start, &start, &goals, &Constraints::default()), 3);
    let outcome = plan(&start, &start, &goals, &Constraints::default(), Limits::default());
    let commands: Vec<Command> = outcome.plan().unwrap().commands().cloned().collect();
    let (last, before) = commands.split_last().unwrap();
    let off = Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false };
    assert_eq!(*last, Command::new("ana".into(), aldermoor, off));
    let freed = before.iter().fold(start, |world, command| decide::act(&world, command).unwrap().0);
    assert!(using(&freed).is_empty());
}
