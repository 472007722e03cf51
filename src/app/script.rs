//! The script: the solution of the rehearsal, played act by act. Leaving it is allowed; the way back is known.

use crate::content::{Kind, Rehearsal, lesson};
use crate::domain::{Command, World};
use crate::planner::Goal;
use crate::session::{Session, StepId};
use crate::view::{
    Lens, ScriptData, Spot,
    build::{self, LessonStep},
    text,
};

/// Where a session stands against the script of its rehearsal.
#[derive(Debug, Clone, Copy)]
pub struct Script<'a> {
    /// How many acts of the script are done.
    pub done: usize,
    /// How many there are.
    pub all: usize,
    /// The act that was done last, and the one before it, by their places in the script; what would have changed
    /// nothing and was passed over is neither.
    pub last: [Option<usize>; 2],
    /// What the script does next; none at its end, and off the script.
    pub next: Option<&'a Command>,
    /// The last step on the script, when it was left.
    pub left_at: Option<StepId>,
}

/// Follows the session along the script.
#[must_use]
pub fn follow<'a>(rehearsal: &'a Rehearsal, session: &Session) -> Script<'a> {
    // A drill has to be solved, not played.
    let acts: Vec<&Command> =
        if matches!(rehearsal.kind, Kind::Drill { .. }) { Vec::new() } else { rehearsal.solution().collect() };
    let mut done = 0;
    let mut at = 0;
    let mut last = [None, None];
    for step in session.past(session.cursor()) {
        done = skip_idle(&acts, done, session.world_at(at));
        let is_next = session.step(step).is_some_and(|found| acts.get(done).is_some_and(|act| **act == found.command));
        if !is_next {
            let left_at = (!acts.is_empty()).then_some(at);
            return Script { done, all: acts.len(), last, next: None, left_at };
        }
        last = [Some(done), last[0]];
        done += 1;
        at = step;
    }
    done = skip_idle(&acts, done, session.world());
    Script { done, all: acts.len(), last, next: acts.get(done).copied(), left_at: None }
}

/// An act that would change nothing here is passed over.
fn skip_idle(acts: &[&Command], mut done: usize, world: &World) -> usize {
    while acts.get(done).is_some_and(|act| crate::decide::decide(world, act).is_ok_and(|events| events.is_empty())) {
        done += 1;
    }
    done
}

/// The step after this one that did the same act already, so that playing again makes no second branch.
#[must_use]
pub fn done_before(session: &Session, command: &Command) -> Option<StepId> {
    session.children(session.cursor()).find(|(_, step)| step.command == *command).map(|(id, _)| id)
}

/// The step of the lesson that the act at this place of the script belongs to.
#[must_use]
pub fn lesson_step(rehearsal: &Rehearsal, act: usize) -> Option<usize> {
    let mut before = 0;
    rehearsal.steps.iter().position(|step| {
        before += step.solution.len();
        act < before
    })
}

/// The story at this moment.
#[must_use]
pub fn told(lens: &Lens<'_>, rehearsal: &Rehearsal, session: &Session, goals: &[Goal]) -> ScriptData {
    let place = follow(rehearsal, session);
    let [last, before] = place.last.map(|act| act.and_then(|act| lesson_step(rehearsal, act)));
    let step = last.and_then(|step| rehearsal.steps.get(step));
    // The guide's words are about a step as a whole: told with its first act.
    let quoted = step.filter(|_| last != before);
    // Where it was done: whoever switched platform stood elsewhere then.
    let then = lens.before.map_or(*lens, |world| Lens { world, ..*lens });
    let act = session.step(session.cursor()).map(|step| &step.command);
    let own_spot = act.and_then(|act| text::spot_of(&then, act));
    let own = place.next.is_none().then(|| next_of_guide(rehearsal, session)).flatten();
    let start = session.start();
    let is_met = |world: &World| !goals.is_empty() && goals.iter().all(|goal| goal.is_met(world, start));
    let facts = build::ScriptFacts {
        reaches_goal: is_met(lens.world) && lens.before.is_some_and(|before| !is_met(before)),
        title: (&rehearsal.title, &rehearsal.brief),
        progress: (place.done, place.all),
        next: place.next.or(own.as_ref()),
        left_at: place.left_at,
        quote: quoted.and_then(|step| step.quote.as_deref().zip(step.source.as_deref())),
        spot: own_spot.or_else(|| step.and_then(|step| step.spot).map(spot)),
    };
    build::script(lens, session, &facts)
}

/// Off the script: what the first step that is not done does next, as far as that is possible here.
#[must_use]
pub fn next_of_guide(rehearsal: &Rehearsal, session: &Session) -> Option<Command> {
    let steps = lesson_steps(rehearsal, session);
    let step = steps.into_iter().find(|step| !step.is_done)?;
    let acts = |act: &Command| crate::decide::decide(session.world(), act).is_ok_and(|events| !events.is_empty());
    step.solution.into_iter().find(acts)
}

/// The place of a step as the window knows it.
#[must_use]
pub fn spot(step: crate::content::StepSpot) -> Spot {
    use crate::content::StepSpot as S;
    match step {
        S::Option { platform, option } => Spot::Option(platform, option),
        S::Setting { platform, setting } => Spot::Setting(platform, setting),
        S::InviteButton { platform } => Spot::InviteButton(platform),
        S::Member { platform, person } => Spot::Member(platform, person),
        S::AssignLicense { platform, person, role } => Spot::AssignLicense(platform, person, role),
        S::RestrictUsage { platform, person, role } => Spot::RestrictUsage(platform, person, role),
        S::GrantRole { platform, person } => Spot::GrantRole(platform, person),
        S::Space { platform, space } => Spot::Space(platform, space),
        S::Mail { platform, person } => Spot::Mail(platform, person),
        S::PlatformMenu { platform, person } => Spot::PlatformMenu(platform, person),
        S::Pools { platform } => Spot::Pools(platform),
    }
}

/// The steps of the lesson as they stand now. A drill keeps its solution to itself.
#[must_use]
pub fn lesson_steps<'a>(rehearsal: &'a Rehearsal, session: &Session) -> Vec<LessonStep<'a>> {
    let done = lesson::progress(rehearsal, session.world(), session.start());
    let is_drill = matches!(rehearsal.kind, Kind::Drill { .. });
    rehearsal
        .steps
        .iter()
        .zip(done)
        .map(|(step, is_done)| LessonStep {
            title: &step.title,
            is_done,
            quote: step.quote.as_deref().filter(|_| !is_drill),
            source: step.source.as_deref().filter(|_| !is_drill),
            note: step.note.as_deref().filter(|_| !is_drill),
            has_no_effect: step.no_effect_on_access && !is_drill,
            spot: step.spot.map(spot).filter(|_| !is_drill),
            solution: if is_drill { Vec::new() } else { step.solution.iter().map(|act| act.value.clone()).collect() },
        })
        .collect()
}
