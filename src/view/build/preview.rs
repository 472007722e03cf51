//! Fills *What if*: what an act would gain and lose, found by doing it on a fork of the world.

use crate::access::{AccessChange, changes};
use crate::decide;
use crate::domain::Command;
use crate::planner::{Constraints, Outcome, facts_before};
use crate::session::StepId;
use crate::view::lens::count;
use crate::view::{Lens, PreviewData, Status, Tone, Wish, text};

/// How many lines are shown; the rest is counted.
const MOST_LINES: usize = 6;

/// What the command would change; none when it is refused or changes nothing.
#[must_use]
pub fn preview(lens: &Lens<'_>, command: &Command) -> Option<PreviewData> {
    let (after, events) = decide::act(lens.world, command).ok()?;
    if events.is_empty() {
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
    let is_marked = |change: &&AccessChange| change.is_gain() || change.is_loss();
    let marks = found.iter().filter(is_marked).map(|change| (change.question, change.is_gain())).collect();
    Some(PreviewData { title: format!("If {}", text::act(&next, command)), lines, marks, door: None })
}

/// The search for the way back: after the act, to everything that it changed. None when it changes nothing that can be
/// undone.
#[must_use]
pub fn door_wish(lens: &Lens<'_>, command: &Command, at: StepId) -> Option<Wish> {
    let (after, _) = decide::act(lens.world, command).ok()?;
    let goals = facts_before(lens.world, &after);
    let rules = Constraints::default();
    (!goals.is_empty()).then(|| Wish { at, after: Some(command.clone()), goals, rules })
}

/// What to know before an act that is not undone by a single one.
#[must_use]
pub fn door(lens: &Lens<'_>, wish: &Wish, outcome: &Outcome) -> Option<Status> {
    let facts = || {
        let first = wish.goals.first().map(|goal| goal.describe(lens.world)).unwrap_or_default();
        match wish.goals.len() {
            0 | 1 => first,
            all => format!("{first}, and {} more", all - 1),
        }
    };
    match outcome {
        Outcome::Plan(plan) if plan.steps.len() > 1 => {
            let acts = count(plan.steps.len(), "act", "acts");
            let words = format!("Cannot simply be undone: {}; shortest way back: {acts}", facts());
            Some(Status::new(Tone::Caution, words))
        }
        Outcome::Impossible(_) => {
            Some(Status::new(Tone::Bad, format!("Cannot be undone: {}; there is no way back", facts())))
        }
        Outcome::Plan(_) | Outcome::GaveUp(_) => None,
    }
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
