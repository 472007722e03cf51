//! What is offered as a cure is one: it can be done now, or says which earlier obstacle stands in its way (7.1).

use crossinvite::access::{Check, cure, diff::questions, explain};
use crossinvite::content::{BuiltIn, Loaded};
use crossinvite::decide;
use crossinvite::domain::{Code, Command, Refusal, RoleId, World};

/// Does the refusal name what this check is about, or a reason behind it?
fn names(world: &World, refusal: &Refusal, check: &Check) -> bool {
    let is_here = refusal.platform == Some(check.at);
    let is_same = match (refusal.code, check.code) {
        (Code::AccessRemoved, Code::HomeAccessRemoved) => true,
        // Not in the state the act needs (7.1): nobody can be picked before accepting, or without the role (E13).
        (Code::NoMatch, Code::Pending) => refusal.role.is_none(),
        (Code::NoMatch, Code::CsvNotUsable) => refusal.role == Some(RoleId::csv()),
        (refused, failing) => refused == failing,
    };
    let behind = || explain(world, check.follow?).failing().any(|check| names(world, refusal, check)).then_some(());
    is_same && is_here || behind().is_some()
}

/// The cures of one world that are neither possible nor refused for an earlier reason, in words.
fn misleading(world: &World, label: &str) -> Vec<String> {
    let mut found = Vec::new();
    let everybody = world.people().flat_map(|person| world.platforms().map(|platform| (person.id, platform.id)));
    for question in everybody.flat_map(|(person, platform)| questions(world, person, platform)) {
        let explanation = explain(world, question);
        let failing: Vec<&Check> = explanation.failing().collect();
        for (place, check) in failing.iter().enumerate() {
            let Some(command) = cure(world, question, check) else { continue };
            // To accept is the last act, though what it lacks stands after it in the order of the reasons (E12).
            let others = if check.code == Code::Pending { &failing[..] } else { &failing[..place] };
            match decide::decide(world, &command) {
                Ok(events) if !events.is_empty() => {}
                Err(refusal) if others.iter().any(|check| names(world, &refusal, check)) => {}
                outcome => {
                    found.push(format!("{label}: {question:?}: {:?} by {command:?}: {outcome:?}", check.code));
                }
            }
        }
    }
    found
}

#[test]
fn a_cure_that_is_offered_can_be_done_or_names_an_earlier_obstacle() {
    let mut found = Vec::new();
    for entry in BuiltIn::all() {
        let Ok(Loaded::Rehearsal { rehearsal, start }) = entry.load() else { panic!("{}", entry.id) };
        let solution: Vec<Command> = rehearsal.solution().cloned().collect();
        let mut world = *start;
        found.extend(misleading(&world, &format!("{} at the start", entry.id)));
        for (index, command) in solution.iter().enumerate() {
            (world, _) = decide::act(&world, command).expect("a step of the solution");
            found.extend(misleading(&world, &format!("{} after {}", entry.id, index + 1)));
        }
    }
    assert_eq!(found.len(), 0, "{:#?}", found.iter().take(40).collect::<Vec<_>>());
}
