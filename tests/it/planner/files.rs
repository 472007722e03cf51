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

/// Files whose goals are not reached yet within so many situations. May only shrink.
const HARD: [&str; 1] = ["two-suppliers"];

#[test]
fn along_the_plan_of_every_file_the_distance_falls_by_one_with_each_act() {
    let (mut planned, mut given_up) = (0, Vec::new());
    for file in BuiltIn::all() {
        let (start, goals) = beginning(file.id);
        if goals.is_empty() || HARD.contains(&file.id) {
            continue;
        }
        if takes_time(file.id) {
            let outcome = plan(&start, &start, &goals, &Constraints::default(), Limits::default());
            assert!(!matches!(outcome, Outcome::GaveUp(_)), "{}: {outcome:?}", file.id);
            continue;
        }
        let solution = open_built_in(file.id).unwrap().rehearsal.solution().count();
        let outcome = plan(&start, &start, &goals, &Constraints::default(), Limits::default());
        if matches!(outcome, Outcome::GaveUp(_)) {
            given_up.push(file.id);
            continue;
        }
        let acts = check_plan(&start, &start, &goals, &Constraints::default());
        assert!(acts <= solution, "{}: {acts} acts, its solution has {solution}", file.id);
        planned += 1;
    }
    assert!(given_up.is_empty(), "{given_up:?}");
    assert!(planned >= 30, "{planned} files were planned");
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
