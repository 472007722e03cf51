//! Fills *What if*: what an act would gain and lose, found by doing it on a fork of the world.

use crate::access::{AccessChange, changes};
use crate::decide;
use crate::domain::{Act, Command};
use crate::planner::{Constraints, Outcome, Plan, WayBack, way_back};
use crate::session::StepId;
use crate::view::lens::count;
use crate::view::{Answers, Lens, PreviewData, Status, Tone, Wish, text};
use std::collections::BTreeSet;

/// How many lines are shown; the rest is counted.
const MOST_LINES: usize = 6;

/// What the commands, done one after the other, would change; none when one is refused or nothing changes.
#[must_use]
pub fn preview(lens: &Lens<'_>, commands: &[Command]) -> Option<PreviewData> {
    let (mut after, mut happened) = (lens.world.clone(), 0);
    let mut readings = BTreeSet::new();
    let mut cautions = Vec::new();
    for command in commands {
        cautions.extend(text::caution(lens, command).map(|words| Status::new(Tone::Caution, words)));
        readings.extend(decide::readings_behind(&after, command));
        let (next, events) = decide::act(&after, command).ok()?;
        (after, happened) = (next, happened + events.len());
    }
    if happened == 0 {
        return None;
    }
    let next = Lens { world: &after, before: Some(lens.world), changes: &[], selection: lens.selection };
    let found = changes(lens.world, &after);
    let facts = |fits: fn(&AccessChange) -> bool, sign: &str, tone: Tone| -> Vec<Status> {
        let words = |change: &AccessChange| Status::new(tone, format!("{sign} {}", text::fact(&next, change.question)));
        found.iter().filter(|change| fits(change)).map(words).collect()
    };
    let mut lines = facts(AccessChange::is_gain, "+", Tone::Good);
    lines.extend(facts(AccessChange::is_loss, "−", Tone::Bad));
    lines.extend(license_lines(lens, &next));
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    if more > 0 {
        lines.push(Status::new(Tone::Neutral, format!("and {more} more")));
    }
    if lines.is_empty() {
        lines.push(Status::new(Tone::Neutral, "nobody’s access changes yet"));
    }
    lines.extend(cautions);
    lines.extend(readings.into_iter().map(|reading| Status::new(Tone::Neutral, text::reading(lens.world, reading))));
    let is_marked = |change: &&AccessChange| change.is_gain() || change.is_loss();
    let marks = found.iter().filter(is_marked).map(|change| (change.question, change.is_gain())).collect();
    let title = match commands {
        [command] => format!("If {}", text::act(&next, command)),
        all => format!("If all {} acts are done", all.len()),
    };
    Some(PreviewData { title, lines, marks, door: None })
}

/// The search for the way back, where one has to be searched for: to everything that the acts changed.
#[must_use]
pub fn door_wish(lens: &Lens<'_>, commands: &[Command], at: StepId) -> Option<Wish> {
    let WayBack::Search(goals) = way_back(lens.world, commands) else { return None };
    Some(Wish { at, after: commands.to_vec(), goals, rules: Constraints::default() })
}

/// What to know before acts that are not undone by as many; none while it is not known yet.
#[must_use]
pub fn door(lens: &Lens<'_>, commands: &[Command], at: StepId, answers: &Answers) -> Option<Status> {
    match way_back(lens.world, commands) {
        WayBack::Nothing | WayBack::Opposites(_) => None,
        WayBack::Never(stays) => {
            let words: Vec<String> = stays.iter().map(|one| text::stays(lens, commands, *one)).collect();
            Some(Status::new(Tone::Bad, format!("Cannot be undone: {}", first_of(&words))))
        }
        WayBack::Search(goals) => {
            let wish = Wish { at, after: commands.to_vec(), goals, rules: Constraints::default() };
            searched(lens, &wish, answers.get(&wish)?)
        }
    }
}

fn first_of(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first}, and {} more", rest.len()),
    }
}

/// How many acts it is: several that are done as one step count each.
fn acts_in(command: &Command) -> usize {
    match command {
        Command::Do { act: Act::Several { acts, .. }, .. } => acts.len(),
        Command::Do { .. } | Command::Stage(_) => 1,
    }
}

fn searched(lens: &Lens<'_>, wish: &Wish, outcome: &Outcome) -> Option<Status> {
    let facts: Vec<String> = wish.goals.iter().map(|goal| goal.describe(lens.world)).collect();
    let facts = first_of(&facts);
    match outcome {
        Outcome::Plan(plan) if plan.steps.len() > wish.after.iter().map(acts_in).sum() => {
            let acts = count(plan.steps.len(), "act", "acts");
            let first = first_act(lens, wish, plan).map(|act| format!(", the first: {act}")).unwrap_or_default();
            let words = format!("Cannot simply be undone: {facts}; shortest way back: {acts}{first}");
            Some(Status::new(Tone::Caution, words))
        }
        Outcome::Impossible(_) => {
            Some(Status::new(Tone::Bad, format!("Cannot be undone: {facts}; there is no way back")))
        }
        Outcome::GaveUp(_) => {
            Some(Status::new(Tone::Caution, format!("Perhaps cannot be undone: {facts}; no way back was found yet")))
        }
        Outcome::Plan(_) => None,
    }
}

/// The first act of the way back, in the words of the world after it.
fn first_act(lens: &Lens<'_>, wish: &Wish, plan: &Plan) -> Option<String> {
    let first = plan.commands().next()?;
    let mut world = lens.world.clone();
    for command in wish.after.iter().chain([first]) {
        world = decide::act(&world, command).ok()?.0;
    }
    Some(text::act(&Lens { world: &world, before: None, changes: &[], ..*lens }, first))
}

/// Pools that would give or get licenses.
fn license_lines(lens: &Lens<'_>, next: &Lens<'_>) -> Vec<Status> {
    let mut lines = Vec::new();
    for (was, is) in lens.world.platforms().zip(next.world.platforms()) {
        let assigned = |platform: &crate::domain::Platform| -> u64 {
            platform.pools.values().map(|pool| u64::from(pool.assigned)).sum()
        };
        let (before, after) = (assigned(was), assigned(is));
        let name = next.short(is.id);
        if after > before {
            lines.push(Status::new(Tone::Caution, format!("{name} gives {} more", licenses(after - before))));
        } else if before > after {
            lines.push(Status::new(Tone::Neutral, format!("{name} gets {} back", licenses(before - after))));
        }
    }
    lines
}

fn licenses(number: u64) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX), "license", "licenses")
}
