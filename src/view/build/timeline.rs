//! Fills the timeline and the top bar.

use super::why::actor_of;
use crate::session::{Session, StepId};
use crate::view::lens::count;
use crate::view::{DistanceData, Lens, Mode, Status, TimePoint, TimelineData, Tone, TopBarData, text};

/// The timeline of the line we are on; `distance` is how the last act changed the distance to the goal.
#[must_use]
pub fn timeline(lens: &Lens<'_>, session: &Session, distance: Option<Status>) -> TimelineData {
    let cursor = session.cursor();
    let depth = session.depth();
    let mut points =
        vec![TimePoint { step: 0, color: None, label: "Start".into(), is_current: cursor == 0, is_future: false }];
    for (index, step) in session.line().into_iter().enumerate() {
        let Some(found) = session.step(step) else { continue };
        points.push(TimePoint {
            step,
            color: actor_of(lens, &found.command).map(|(_, platform)| lens.color(platform)),
            label: text::act(lens, &found.command),
            is_current: step == cursor,
            is_future: index >= depth,
        });
    }
    let (effect, tone) = text::effect(lens, lens.changes);
    let last = session.step(cursor);
    let further = last.map(|step| {
        let login = text::login_effects(lens, &step.command);
        login.into_iter().chain(text::readings_told(lens, &step.command))
    });
    let effect = std::iter::once(effect).chain(further.into_iter().flatten()).collect::<Vec<_>>().join("; ");
    TimelineData {
        day: format!("day {}", lens.world.today().0),
        points,
        sentence: last.map_or_else(|| "The start".to_owned(), |step| text::capitalize(&text::act(lens, &step.command))),
        effect: if last.is_some() { effect } else { String::new() },
        tone: if last.is_some() { tone } else { Tone::Neutral },
        distance,
        branches: branches(lens, session, cursor),
    }
}

/// What else was tried: the other futures from here, and what is kept of those that the last act left.
fn branches(lens: &Lens<'_>, session: &Session, cursor: StepId) -> Vec<(String, StepId)> {
    let next = session.next(cursor);
    let others = session.children(cursor).filter(|(id, _)| Some(*id) != next);
    let others = others.map(|(id, step)| (format!("Another future: {}", text::act(lens, &step.command)), id));
    let parent = session.step(cursor).map(|step| step.parent);
    let left = parent.into_iter().flat_map(|parent| session.children(parent)).filter(|(id, _)| *id != cursor);
    let left =
        left.map(|(id, _)| (format!("{} kept on another branch", count(session.length_from(id), "act", "acts")), id));
    others.chain(left).collect()
}

/// What the top bar needs from outside the world.
#[derive(Debug, Clone)]
pub struct TopBarFacts {
    /// The title of the rehearsal.
    pub title: String,
    /// Which part of the library it is from.
    pub mode: Mode,
    /// Built-in rehearsals: id and title.
    pub rehearsals: Vec<(String, String)>,
    /// Recently used files.
    pub recent: Vec<String>,
    /// Has the work changed since it was saved?
    pub is_unsaved: bool,
    /// The title of what was put aside.
    pub aside: Option<String>,
    /// How far the goal is.
    pub distance: DistanceData,
    /// Can another platform join?
    pub has_more_platforms: bool,
}

/// Where *Add platform* ends, and how it goes on from there.
const NO_MORE_COMPANIES: &str =
    "All companies of the cast are on the stage. File › Set the stage… › Platform adds any other, by its name.";

/// The top bar.
#[must_use]
pub fn top_bar(lens: &Lens<'_>, session: &Session, facts: TopBarFacts) -> TopBarData {
    let TopBarFacts { title, mode, rehearsals, recent, is_unsaved, aside, distance, has_more_platforms } = facts;
    let DistanceData { headline, brief, detail, .. } = distance;
    let undo = match session.step(session.cursor()) {
        Some(step) => Ok(text::act(lens, &step.command)),
        None => Err("This is the start; there is nothing to undo.".to_owned()),
    };
    let redo = match session.next(session.cursor()).and_then(|next| session.step(next)) {
        Some(step) => Ok(text::act(lens, &step.command)),
        None => Err("Nothing was undone.".to_owned()),
    };
    let add_platform = if has_more_platforms { Ok(()) } else { Err(NO_MORE_COMPANIES.to_owned()) };
    TopBarData { title, mode, rehearsals, recent, headline, brief, detail, undo, redo, is_unsaved, aside, add_platform }
}
