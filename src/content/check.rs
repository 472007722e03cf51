//! Does a rehearsal hold what it promises? Its solution is played step by step, and so is every other route.

use super::words::obstacle;
use super::{
    Alternative, ExpectedRefusal, Goal, Kind, Misfit, Rehearsal, Symptom, build, is_finished, progress, validate,
};
use crate::decide;
use crate::domain::{Command, World};
use crate::session::Session;
use serde::Serialize;

/// What was found out about a rehearsal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// What was looked at, in order.
    pub lines: Vec<ReportLine>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportLine {
    /// Is it as it should be?
    pub ok: bool,
    /// What was looked at, as a plain sentence.
    pub sentence: String,
}

impl Report {
    /// Is everything as it should be?
    #[must_use]
    pub fn passed(&self) -> bool {
        self.lines.iter().all(|line| line.ok)
    }

    fn add(&mut self, ok: bool, sentence: impl Into<String>) {
        self.lines.push(ReportLine { ok, sentence: sentence.into() });
    }
}

/// One line each, `ok` or `FAIL` first.
impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.lines
            .iter()
            .try_for_each(|line| writeln!(f, "{:<4} {}", if line.ok { "ok" } else { "FAIL" }, line.sentence))
    }
}

/// Plays a rehearsal and reports on every promise.
#[must_use]
pub fn check(rehearsal: &Rehearsal) -> Report {
    let mut report = Report { title: rehearsal.title.clone(), lines: Vec::new() };
    let start = match build(rehearsal).and_then(|start| {
        validate::validate(rehearsal, &start)?;
        Ok::<World, Misfit>(start)
    }) {
        Ok(start) => start,
        Err(misfit) => {
            report.add(false, format!("the start can be set up: {misfit}"));
            return report;
        }
    };
    report.add(true, "the start can be set up");
    if let Some(open) = progress(rehearsal, &start, &start).first() {
        report.add(!open, "the first step is not done at the start");
    }
    if !rehearsal.goals.is_empty() {
        report.add(!is_finished(rehearsal, &start, &start), "the goals are not met at the start");
    }
    if let Kind::Drill { symptom, .. } = &rehearsal.kind {
        for goal in &symptom.goals {
            goal_line(&mut report, "the symptom", goal, &start, &start);
        }
        refusal_line(&mut report, "the symptom", symptom.refused.as_ref(), &start);
    }
    let mut world = start.clone();
    expectations(&mut report, rehearsal, 0, &world, &start);
    for (index, step) in rehearsal.steps.iter().enumerate() {
        let number = index + 1;
        for command in &step.solution {
            world = play(&mut report, &format!("step {number}"), world, command);
        }
        for goal in &step.goals {
            goal_line(&mut report, &format!("after step {number}"), goal, &world, &start);
        }
        expectations(&mut report, rehearsal, number, &world, &start);
    }
    for goal in &rehearsal.goals {
        goal_line(&mut report, "in the end", goal, &world, &start);
    }
    if let Kind::Drill { symptom, .. } = &rehearsal.kind {
        cured(&mut report, symptom, &world, &start);
    }
    for alternative in &rehearsal.alternatives {
        play_alternative(&mut report, rehearsal, alternative, &start);
    }
    report
}

/// Looks at a saved session: the rehearsal itself, and where its acts have led. Opening it has played every act again,
/// so each was accepted.
#[must_use]
pub fn check_session(rehearsal: &Rehearsal, session: &Session) -> Report {
    let mut report = check(rehearsal);
    let count = session.steps().count();
    report.add(true, format!("the session: all {count} of its acts are accepted again"));
    let steps = progress(rehearsal, session.world(), session.start());
    let done = steps.iter().filter(|done| **done).count();
    if !steps.is_empty() {
        report
            .add(true, format!("the session: {done} of {} steps are done after act {}", steps.len(), session.depth()));
    }
    report
}

fn play_alternative(report: &mut Report, rehearsal: &Rehearsal, alternative: &Alternative, start: &World) {
    let route = format!("route “{}”", alternative.title);
    let mut world = start.clone();
    for command in &alternative.solution {
        world = play(report, &route, world, command);
    }
    let mut all: Vec<&Goal> = Vec::new();
    match &alternative.goals {
        Some(goals) => all.extend(goals.iter().map(|goal| &goal.value)),
        None => {
            let of_steps = rehearsal.steps.iter().flat_map(|step| step.goals.iter());
            all.extend(of_steps.chain(rehearsal.goals.iter()).map(|goal| &goal.value));
        }
    }
    for goal in all {
        goal_line(report, &route, goal, &world, start);
    }
    refusal_line(report, &route, alternative.refused.as_ref(), &world);
}

/// The symptom is over in the end: what was so is not so, what was refused is not refused for that reason.
fn cured(report: &mut Report, symptom: &Symptom, world: &World, start: &World) {
    for goal in &symptom.goals {
        report.add(!goal.is_met(world, start), format!("cured: it is no longer so that {}", goal.describe(world)));
    }
    if let Some(ExpectedRefusal { command, code }) = &symptom.refused {
        let is_over = decide::decide(world, command).err().is_none_or(|refusal| refusal.code != *code);
        report.add(is_over, format!("cured: {} is no longer refused because {}", named(command), obstacle(*code)));
    }
}

/// Plays one command; a refused one leaves the world as it was.
fn play(report: &mut Report, label: &str, world: World, command: &Command) -> World {
    match decide::act(&world, command) {
        Ok((after, events)) => {
            let ok = !events.is_empty();
            let what = if ok { "is accepted" } else { "changes something" };
            report.add(ok, format!("{label}: {} {what}", named(command)));
            after
        }
        Err(refusal) => {
            let why = obstacle(refusal.code);
            report.add(false, format!("{label}: {} is accepted (refused: {why})", named(command)));
            world
        }
    }
}

fn goal_line(report: &mut Report, label: &str, goal: &Goal, world: &World, start: &World) {
    report.add(goal.is_met(world, start), format!("{label}: {}", goal.describe(world)));
}

fn expectations(report: &mut Report, rehearsal: &Rehearsal, after: usize, world: &World, start: &World) {
    for expectation in rehearsal.expectations.iter().filter(|expectation| expectation.after == after) {
        let label = if after == 0 { "at the start".to_owned() } else { format!("expected after step {after}") };
        for goal in &expectation.goals {
            goal_line(report, &label, goal, world, start);
        }
        refusal_line(report, &label, expectation.refused.as_ref(), world);
    }
}

fn refusal_line(report: &mut Report, label: &str, expected: Option<&ExpectedRefusal>, world: &World) {
    let Some(expected) = expected else { return };
    let (why, what) = (obstacle(expected.code), named(&expected.command));
    match decide::decide(world, &expected.command) {
        Err(refusal) if refusal.code == expected.code => {
            report.add(true, format!("{label}: {what} is refused because {why}"));
        }
        Err(refusal) => {
            let found = obstacle(refusal.code);
            report.add(false, format!("{label}: {what} is refused because {why} (refused because {found})"));
        }
        Ok(_) => report.add(false, format!("{label}: {what} is refused because {why} (it is accepted)")),
    }
}

/// The command in a few words: who, which act, where.
fn named(command: &Command) -> String {
    match command {
        Command::Do { by, on, act } => format!("`{}` by `{by}` on `{on}`", head(act)),
        Command::Stage(act) => format!("`{}` by the trainer", head(act)),
    }
}

/// The word an act begins with in a file.
fn head<T: Serialize>(act: &T) -> String {
    let text = super::read::options().to_string(act).unwrap_or_default();
    text.split('(').next().unwrap_or_default().to_owned()
}
