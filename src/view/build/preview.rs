//! Fills *What if*: what an act would gain and lose, found by doing it on a fork of the world.

use crate::access::{AccessChange, changes};
use crate::decide;
use crate::domain::Command;
use crate::view::{Lens, PreviewData, Status, Tone, text};

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
    Some(PreviewData { title: format!("If {}", text::act(&next, command)), lines })
}

/// Pools that would give or get licenses.
fn license_lines(lens: &Lens<'_>, next: &Lens<'_>) -> Vec<Status> {
    let mut lines = Vec::new();
    for (was, is) in lens.world.platforms().zip(next.world.platforms()) {
        let assigned =
            |platform: &crate::domain::Platform| -> u32 { platform.pools.values().map(|p| p.assigned).sum() };
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

fn licenses(number: u32) -> String {
    crate::view::lens::count(usize::try_from(number).unwrap_or(usize::MAX), "license", "licenses")
}
