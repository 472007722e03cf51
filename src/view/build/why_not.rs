//! Fills *Why not*: the smallest sets of facts that keep a fact from holding; while it holds, those that hold it up.

use super::why::show_me;
use crate::access::{Atom, Question, causes};
use crate::decide;
use crate::domain::Command;
use crate::view::lens::count;
use crate::view::{CauseFact, CauseSet, Lens, Status, Tone, WhyNotData, text};
use std::collections::BTreeSet;

/// How many sets are shown; the rest is counted.
const MOST_SETS: usize = 4;

/// The tab for a question.
#[must_use]
pub fn why_not(lens: &Lens<'_>, question: Question) -> WhyNotData {
    let found = causes(lens.world, question);
    let title = text::why_not(lens, question, found.holds);
    // What stood in a set before is said again without its place and its act.
    let mut told = BTreeSet::new();
    let mut facts = |set: &[Atom]| -> Vec<CauseFact> {
        set.iter().map(|atom| fact(lens, question, *atom, told.insert(*atom))).collect()
    };
    let (verdict, mut sets) = if found.holds {
        let (single, joint): (Vec<_>, Vec<_>) = found.sets.iter().partition(|set| set.len() == 1);
        let mut sets = Vec::new();
        if !single.is_empty() {
            let atoms: Vec<Atom> = single.into_iter().flatten().copied().collect();
            sets.push(CauseSet { title: "Take away any one of these and it breaks".into(), facts: facts(&atoms) });
        }
        sets.extend(joint.into_iter().map(|set| CauseSet { title: broken_by(set.len()), facts: facts(set) }));
        let all: BTreeSet<Atom> = found.sets.iter().flatten().copied().collect();
        (Status::new(Tone::Good, format!("It rests on {}", count(all.len(), "fact", "facts"))), sets)
    } else {
        let least = found.sets.first().map_or(0, Vec::len);
        let words = match (found.sets.len(), least) {
            (0, _) => "Nothing that could be changed here would help".to_owned(),
            (1, 1) => "One thing must change".to_owned(),
            (1, least) => format!("{least} things must change, all of them"),
            (ways, 1) => format!("One change is enough; {ways} ways"),
            (ways, least) => format!("{least} changes are enough; {ways} ways"),
        };
        let mut titled =
            |(place, set): (usize, &Vec<Atom>)| CauseSet { title: way(place, set.len()), facts: facts(set) };
        // What is not shown need not be put into words.
        let shown = found.sets.iter().take(MOST_SETS).enumerate();
        (Status::new(Tone::Bad, words), shown.map(&mut titled).collect())
    };
    let known = if found.holds { sets.len() } else { found.sets.len() };
    sets.truncate(MOST_SETS);
    let more = known.saturating_sub(sets.len());
    let at_least = if found.is_complete { "" } else { "at least " };
    let more = (more > 0).then(|| format!("and {at_least}{}", count(more, "more way", "more ways")));
    WhyNotData { title, verdict, sets, more }
}

fn way(place: usize, facts: usize) -> String {
    let (first, together) = match facts {
        1 => ("This must change", ""),
        2 => ("Both of these must change", ", both together"),
        _ => ("All of these must change", ", all together"),
    };
    if place == 0 { first.to_owned() } else { format!("Or instead{together}") }
}

fn broken_by(facts: usize) -> String {
    let number = if facts == 2 { "both of these" } else { "all of these" };
    format!("Or take {number} away")
}

fn fact(lens: &Lens<'_>, question: Question, atom: Atom, is_new: bool) -> CauseFact {
    let holds = atom.holds(lens.world);
    let act = atom.act(lens.world, question);
    let status = if holds {
        Status::new(Tone::Good, text::is_so(lens, atom))
    } else {
        Status::new(Tone::Bad, text::must_be(lens, atom, act.is_some()))
    };
    if !is_new {
        return CauseFact { status, whose_turn: None, show: None, do_it: None, source: String::new() };
    }
    let whose_turn = act.as_ref().and_then(|command| {
        let person = command.actor()?;
        let at = if person == question.person() { lens.home(person)? } else { atom.platform() };
        Some((format!("{}, {}", lens.first(person), lens.short(at)), lens.color(at)))
    });
    let spot = act.as_ref().and_then(|act| text::spot_of(lens, act));
    let turns = |command: &Command| match decide::act(lens.world, command) {
        Ok((after, _)) => atom.holds(&after) != holds,
        Err(_) => true,
    };
    let do_it = act.filter(|command| !holds && turns(command)).map(|command| {
        let label = command.actor().map_or_else(|| "Renew".into(), |person| format!("Do it as {}", lens.first(person)));
        lens.control(label, command, None)
    });
    CauseFact {
        status,
        whose_turn,
        show: spot.map(|spot| show_me(lens, spot)),
        do_it,
        source: source(lens, question, atom),
    }
}

/// The guide that says so; about groups the guides say nothing of their own.
fn source(lens: &Lens<'_>, question: Question, atom: Atom) -> String {
    match atom.check(lens.world, question) {
        Some(check) => text::source(check.code),
        None => format!("Public documentation · {}", atom.rules(lens.world, question).join(", ")),
    }
}
