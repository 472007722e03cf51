//! Fills the list of ways in *How to*: what each costs in each measure, in words.

use super::{Sought, how_to_wish};
use crate::access::Question;
use crate::decide;
use crate::domain::World;
use crate::planner::{Alternative, Measure, Plan};
use crate::view::lens::{count, list};
use crate::view::{Choice, Inquiry, Lens, Look, WayLine, WaySearch, WaysData, Wish, text};
use std::collections::BTreeSet;

/// Of more people than this only the number is told.
const MOST_NAMES: usize = 3;

/// The search for other ways than the one that *How to* shows; none while it is closed.
#[must_use]
pub fn ways_wish(lens: &Lens<'_>, question: Question, sought: Sought<'_>) -> Option<Wish> {
    let is_open = lens.selection.inquiry == Inquiry::HowTo && lens.is_open(Look::Cure(question));
    is_open.then(|| how_to_wish(lens, question, sought))
}

/// The way that was chosen instead of the shortest, where it can be gone from here.
pub(super) fn chosen(lens: &Lens<'_>, shortest: &Plan) -> Option<Plan> {
    let way = lens.selection.way.as_ref()?;
    let plan = Plan::along(lens.world, way);
    (plan.steps.len() == way.len() && !is_same(&plan, shortest)).then_some(plan)
}

/// The same acts, in whatever order?
fn is_same(one: &Plan, other: &Plan) -> bool {
    one.steps.len() == other.steps.len() && one.commands().all(|act| other.commands().any(|same| same == act))
}

/// Every way that is known, the shortest among them, in the order that is chosen.
pub(super) fn ways(lens: &Lens<'_>, wish: &Wish, sought: Sought<'_>, shortest: &Plan) -> WaysData {
    let found = sought.answers.ways(wish);
    let mut all = vec![Alternative::from(shortest.clone())];
    let others = found.into_iter().flat_map(|found| &found.ways);
    all.extend(others.filter(|way| !is_same(&way.plan, shortest)).cloned());
    let chosen = chosen(lens, shortest);
    if let Some(followed) = chosen.clone().filter(|plan| !all.iter().any(|way| is_same(&way.plan, plan))) {
        all.push(Alternative::from(followed));
    }
    let is_chosen = |way: &Alternative| is_same(&way.plan, chosen.as_ref().unwrap_or(shortest));
    // What every way opens comes along whichever is chosen.
    let mut common: BTreeSet<Question> = all.first().map(|way| way.opens.clone()).unwrap_or_default();
    common.retain(|fact| all.iter().all(|way| way.opens.contains(fact)));
    let mut numbered: Vec<(usize, &Alternative)> = all.iter().enumerate().collect();
    let measure = lens.selection.how_to.measure;
    numbered.sort_by_key(|(_, way)| way.rank(measure));
    let lines = numbered.iter().map(|(place, way)| WayLine {
        title: if *place == 0 { "The shortest way".to_owned() } else { format!("Way {}", place + 1) },
        is_chosen: is_chosen(way),
        commands: (*place > 0).then(|| way.plan.commands().cloned().collect()),
        ..line(lens, way, shortest, &common)
    });
    let ways: Vec<WayLine> = lines.collect();
    let is_sorted = ways.len() > 1;
    let (note, search) = match found {
        None => (Some(looking(sought)), WaySearch::Running),
        Some(found) if !found.is_whole => {
            (Some("The search was stopped; there may be more.".to_owned()), WaySearch::Stopped)
        }
        Some(_) if ways.len() == 1 => {
            let words = "None was found that does without something of the shortest.";
            (Some(words.to_owned()), WaySearch::Through)
        }
        Some(_) => (None, WaySearch::Through),
    };
    WaysData { orders: if is_sorted { orders(lens) } else { Vec::new() }, ways, note, search }
}

fn looking(sought: Sought<'_>) -> String {
    match sought.answers.looked_at {
        0 => "Looking for other ways…".to_owned(),
        looked_at => {
            format!("Looking for other ways… {} looked at so far", count(looked_at, "situation", "situations"))
        }
    }
}

fn orders(lens: &Lens<'_>) -> Vec<Choice> {
    let draft = lens.selection.how_to;
    let choice = |measure: Measure| Choice {
        label: match measure {
            Measure::Acts => "fewest acts",
            Measure::People => "fewest people",
            Measure::Licenses => "fewest licenses",
            Measure::Opens => "opens least",
        }
        .to_owned(),
        is_on: draft.measure == measure,
        draft: draft.measured(measure),
    };
    Measure::ALL.map(choice).into()
}

fn line(lens: &Lens<'_>, way: &Alternative, shortest: &Plan, common: &BTreeSet<Question>) -> WayLine {
    let (after, differs) = play(lens, way, shortest);
    let end = Lens { world: &after, before: None, ..*lens };
    let more: Vec<Question> = way.opens.difference(common).copied().collect();
    let lost: Vec<Question> = way.shuts.iter().copied().collect();
    WayLine {
        title: String::new(),
        acts: count(way.plan.steps.len(), "act", "acts"),
        people: people(&end, way),
        licenses: licenses(&end, way),
        opens: facts(&end, &more).map_or_else(|| "opens nothing more".to_owned(), |facts| format!("also: {facts}")),
        loses: facts(&end, &lost).map(|facts| format!("no longer: {facts}")),
        differs: differs.map(|act| format!("with: {act}")),
        is_chosen: false,
        commands: None,
    }
}

/// The world at the end of the way, and its first act that the shortest way has not.
fn play(lens: &Lens<'_>, way: &Alternative, shortest: &Plan) -> (World, Option<String>) {
    let (mut world, mut differs) = (lens.world.clone(), None);
    for command in way.plan.commands() {
        let Ok((after, _)) = decide::act(&world, command) else { break };
        if differs.is_none() && !shortest.commands().any(|act| act == command) {
            differs = Some(text::act(&Lens { world: &after, before: None, ..*lens }, command));
        }
        world = after;
    }
    (world, differs)
}

/// "Ana, Gus and Ben act".
fn people(lens: &Lens<'_>, way: &Alternative) -> String {
    if way.people.len() > MOST_NAMES {
        return format!("{} people act", way.people.len());
    }
    let mut names: Vec<String> = Vec::new();
    for person in way.plan.commands().filter_map(crate::domain::Command::actor) {
        let name = lens.first(person);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    format!("{} {}", list(&names), if names.len() == 1 { "acts" } else { "act" })
}

/// "takes 2 licenses of Aldermoor".
fn licenses(lens: &Lens<'_>, way: &Alternative) -> String {
    let takes = || way.plan.steps.iter().flat_map(|step| &step.takes).filter(|take| take.count > 0);
    let by_platform = lens.platforms().into_iter().filter_map(|platform| {
        let taken: i64 = takes().filter(|take| take.platform == platform.id).map(|take| take.count).sum();
        let taken = usize::try_from(taken).ok().filter(|taken| *taken > 0)?;
        Some(format!("{} of {}", count(taken, "license", "licenses"), lens.short(platform.id)))
    });
    let taken: Vec<String> = by_platform.collect();
    if taken.is_empty() { "takes no license".to_owned() } else { format!("takes {}", list(&taken)) }
}

/// "Ben can open Dock, and 2 more"; none when there is nothing to tell.
fn facts(lens: &Lens<'_>, facts: &[Question]) -> Option<String> {
    let (first, rest) = facts.split_first()?;
    let first = text::fact(lens, *first);
    Some(if rest.is_empty() { first } else { format!("{first}, and {} more", rest.len()) })
}
