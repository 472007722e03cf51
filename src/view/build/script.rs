//! Fills the story: what the script has come to.

use super::why::{actor_of, show_me};
use crate::domain::Command;
use crate::session::Session;
use crate::view::{Lens, ScriptData, Spot, Status, Tone, text};

/// Where the session stands against the script, and what the rehearsal says there.
#[derive(Debug, Clone)]
pub struct ScriptFacts<'a> {
    /// Title and brief of the rehearsal.
    pub title: (&'a str, &'a str),
    /// Acts of the script that are done, and all of them.
    pub progress: (usize, usize),
    /// What the script does next.
    pub next: Option<&'a Command>,
    /// The last step on the script, when it was left.
    pub left_at: Option<usize>,
    /// The guide's words for the last act.
    pub quote: Option<(&'a str, &'a str)>,
    /// Where the last act is done.
    pub spot: Option<Spot>,
    /// Has the last act reached what the rehearsal asks for?
    pub reaches_goal: bool,
}

/// The story at this moment.
#[must_use]
pub fn script(lens: &Lens<'_>, session: &Session, facts: &ScriptFacts<'_>) -> ScriptData {
    let (done, all) = facts.progress;
    let last = session.step(session.cursor());
    let on = last.and_then(|step| actor_of(lens, &step.command)).map(|(_, platform)| platform);
    let at = on.map_or_else(String::new, |platform| format!(" · at {}", lens.short(platform)));
    let place = match (last, facts.left_at) {
        (_, Some(_)) => format!("Your own order since step {done}{at}"),
        (None, None) if all == 0 => "Free play".to_owned(),
        (None, None) => format!("The start · {all} steps"),
        (Some(_), None) if all == 0 => format!("Free play{at}"),
        (Some(_), None) => format!("Step {done} of {all}{at}"),
    };
    let next = match facts.next {
        Some(command) => Ok(text::act(lens, command)),
        None if all == 0 => Err("This rehearsal has no script.".to_owned()),
        None if facts.left_at.is_some() => Err("Nothing of the guide is left to do here.".to_owned()),
        None => Err("This is the end of the script.".to_owned()),
    };
    let (effect, tone) = match text::effect(lens, lens.changes) {
        (_, Tone::Neutral) if facts.reaches_goal => ("the goal is reached".to_owned(), Tone::Good),
        (effect, tone) if facts.reaches_goal => (format!("{effect}; the goal is reached"), tone),
        told => told,
    };
    let is_told = last.is_some() && facts.left_at.is_none();
    ScriptData {
        place,
        on,
        sentence: last.map_or_else(|| facts.title.0.to_owned(), |step| text::act(lens, &step.command)),
        path: facts.spot.filter(|_| is_told).map(|spot| show_me(lens, spot).path),
        quote: facts.quote.filter(|_| is_told).map(|(words, source)| (words.to_owned(), source.to_owned())),
        brief: (last.is_none() && !facts.title.1.is_empty()).then(|| facts.title.1.to_owned()),
        effect: last.is_some().then(|| Status::new(tone, text::capitalize(&effect))),
        next,
        left_at: facts.left_at,
    }
}
