//! Our planner beside another one, on the same problems: this writes them as PDDL, and plays the plans that come back.
//!
//! ```text
//! crossinvite-planners write FOLDER    for each state: NAME.domain.pddl, NAME.problem.pddl, and a line of ours.tsv
//! crossinvite-planners check FOLDER    plays every NAME.plan through the engine, act by act
//! ```
//!
//! `run.py` does both, with Fast Downward in between. See README.md.

#[path = "../../../src/access/mod.rs"]
#[allow(dead_code, unused_imports)]
mod access;
#[path = "../../../src/content/mod.rs"]
#[allow(dead_code, unused_imports)]
mod content;
#[path = "../../../src/decide/mod.rs"]
#[allow(dead_code, unused_imports)]
mod decide;
#[path = "../../../src/domain/mod.rs"]
#[allow(dead_code, unused_imports)]
mod domain;
#[path = "../../../src/planner/mod.rs"]
#[allow(dead_code, unused_imports)]
mod planner;
mod played;
mod problem;
mod rules;
#[path = "../../../src/session/mod.rs"]
#[allow(dead_code, unused_imports)]
mod session;

use content::{BuiltIn, Loaded};
use domain::World;
use planner::{Constraints, Goal, Limits, Outcome, plan};
use problem::Problem;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The rehearsals of the three guides that invite.
const REHEARSALS: [&str; 3] = ["own-license", "consultant", "cross-collaboration"];

/// How often our plan is made; the middle one is told.
const ROUNDS: usize = 31;

const LIMITS: Limits = Limits { worlds: 100_000 };

/// A state of a rehearsal, and what is wanted there.
struct Case {
    name: String,
    world: World,
    start: World,
    goals: Vec<Goal>,
}

impl Case {
    fn problem(&self) -> Problem<'_> {
        Problem { world: &self.world, start: &self.start, goals: &self.goals }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", folder] => write(Path::new(folder)),
        ["check", folder] => check(Path::new(folder)),
        _ => Err("crossinvite-planners write FOLDER | check FOLDER".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Every state along the solutions in which the goals do not hold yet.
fn cases() -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for id in REHEARSALS {
        let file = BuiltIn::all().find(|file| file.id == id).ok_or_else(|| format!("no rehearsal is called {id}"))?;
        let Ok(Loaded::Rehearsal { rehearsal, start }) = file.load() else {
            return Err(format!("{id} is no rehearsal"));
        };
        let goals: Vec<Goal> = rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
        let mut world = World::clone(&start);
        for (done, command) in rehearsal.solution().enumerate() {
            let (name, start) = (format!("{id}-{done}"), World::clone(&start));
            if !goals.iter().all(|goal| goal.is_met(&world, &start)) {
                cases.push(Case { name, world: world.clone(), start, goals: goals.clone() });
            }
            world = decide::act(&world, command).map_err(|no| format!("{id}: {no:?}"))?.0;
        }
    }
    Ok(cases)
}

fn write(folder: &Path) -> Result<(), String> {
    let put =
        |name: String, text: &str| std::fs::write(folder.join(&name), text).map_err(|error| format!("{name}: {error}"));
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let mut lines = String::new();
    for case in cases()? {
        let problem = case.problem();
        let refused = |why: String| format!("{}: {why}", case.name);
        put(format!("{}.domain.pddl", case.name), &rules::domain(&problem.named().map_err(refused)?))?;
        put(format!("{}.problem.pddl", case.name), &problem.text(&case.name).map_err(refused)?)?;
        let (acts, time) = ours(&case)?;
        lines += &format!("{}\t{acts}\t{}\n", case.name, time.as_micros());
    }
    put("ours.tsv".to_owned(), &lines)
}

/// How many acts our plan has, and how long it takes to find.
fn ours(case: &Case) -> Result<(usize, Duration), String> {
    // As in the problem that the other planner gets, where everybody may be taken out and invited again.
    let rules = Constraints { take_out: true, ..Constraints::default() };
    let mut times = Vec::new();
    let mut acts = 0;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let outcome = plan(&case.world, &case.start, &case.goals, &rules, LIMITS);
        times.push(begun.elapsed());
        let Outcome::Plan(found) = outcome else { return Err(format!("{}: {outcome:?}", case.name)) };
        acts = found.steps.len();
    }
    times.sort();
    Ok((acts, times.get(ROUNDS / 2).copied().unwrap_or_default()))
}

/// Plays every plan that is there; each act must be accepted and change something, and in the end the goals must hold.
fn check(folder: &Path) -> Result<(), String> {
    for case in cases()? {
        let Ok(text) = std::fs::read_to_string(folder.join(format!("{}.plan", case.name))) else { continue };
        let commands = played::commands(&case.world, &text).map_err(|why| format!("{}: {why}", case.name))?;
        let mut world = case.world.clone();
        for command in &commands {
            let (after, events) =
                decide::act(&world, command).map_err(|no| format!("{}: refused {command:?}: {no:?}", case.name))?;
            if events.is_empty() {
                return Err(format!("{}: nothing happens by {command:?}", case.name));
            }
            world = after;
        }
        if let Some(goal) = case.goals.iter().find(|goal| !goal.is_met(&world, &case.start)) {
            return Err(format!("{}: the plan does not meet {goal:?}", case.name));
        }
        println!("{}\t{}", case.name, commands.len());
    }
    Ok(())
}
