//! Other ways to the same goals, and how they rank.
//!
//! Each is the shortest one that does without something of the shortest of all: without one of its acts, without the
//! licenses it takes of a platform, or without taking anything from anybody, and none goes further than the shortest does
//! (taking people out to invite them again, inviting them for licenses only). So each is proven shortest of its kind, and
//! none is the same acts in another order.

use super::search::plan_within;
use super::{Constraints, Goal, Limits, Outcome, Plan};
use crate::access::{AccessChange, Question};
use crate::domain::{Act, Command, PersonId, PlatformId, RoleId, World};
use serde::Serialize;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// By what ways are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub enum Measure {
    /// How many acts it has.
    #[default]
    Acts,
    /// How many people must act.
    People,
    /// How many licenses it takes.
    Licenses,
    /// How much becomes accessible.
    Opens,
}

impl Measure {
    /// All, in the order in which ways are ranked.
    pub const ALL: [Self; 4] = [Self::Acts, Self::People, Self::Licenses, Self::Opens];
}

/// A way and what it costs, told by its own steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// The way.
    pub plan: Plan,
    /// Who must act.
    pub people: BTreeSet<PersonId>,
    /// How many licenses it takes, of whatever platform; those given back on the way are not set against them.
    pub licenses: i64,
    /// What is accessible after it and was not before: what was asked for, and what else opens.
    pub opens: BTreeSet<Question>,
    /// What was accessible before it and is not after it.
    pub shuts: BTreeSet<Question>,
}

impl From<Plan> for Alternative {
    fn from(plan: Plan) -> Self {
        let people = plan.commands().filter_map(Command::actor).collect();
        let licenses = plan.steps.iter().flat_map(|step| &step.takes).map(|take| take.count.max(0)).sum();
        let (mut opens, mut shuts) = (BTreeSet::new(), BTreeSet::new());
        for change in plan.steps.iter().flat_map(|step| &step.changes) {
            // What opens again after it shut stands as it did, and the other way round.
            if change.is_gain() && !shuts.remove(&change.question) {
                opens.insert(change.question);
            }
            if change.is_loss() && !opens.remove(&change.question) {
                shuts.insert(change.question);
            }
        }
        Self { plan, people, licenses, opens, shuts }
    }
}

impl Alternative {
    /// What it costs by this measure.
    #[must_use]
    pub fn cost(&self, measure: Measure) -> i64 {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        match measure {
            Measure::Acts => count(self.plan.steps.len()),
            Measure::People => count(self.people.len()),
            Measure::Licenses => self.licenses,
            Measure::Opens => count(self.opens.len()),
        }
    }

    /// By this measure first, then fewer acts, fewer people, fewer licenses, less that opens, less that shuts.
    #[must_use]
    pub fn rank(&self, first: Measure) -> impl Ord + use<> {
        (self.cost(first), Measure::ALL.map(|measure| self.cost(measure)), self.shuts.len())
    }
}

/// Up to `most` ways, the best first; the first is the shortest there is. None when there is no way, or none was found.
///
/// `limits` are those of each search; `watch` hears how many worlds were looked at in all and may end it, which leaves
/// the ways found so far.
#[must_use]
pub fn alternatives(
    world: &World,
    start: &World,
    goals: &[Goal],
    rules: &Constraints,
    (limits, most): (Limits, usize),
    watch: &dyn Fn(usize) -> ControlFlow<()>,
) -> Vec<Alternative> {
    let (done, latest) = (Cell::new(0), Cell::new(0));
    let find = |rules: &Constraints, widest: usize| -> Option<(Alternative, usize)> {
        let counted = |looked_at: usize| {
            latest.set(done.get() + looked_at);
            watch(latest.get())
        };
        let (outcome, width) = plan_within(world, start, goals, rules, (limits, widest), &counted);
        done.set(latest.get());
        match outcome {
            Outcome::Plan(plan) => Some((Alternative::from(plan), width)),
            Outcome::Impossible(_) | Outcome::GaveUp(_) => None,
        }
    };
    let Some((best, width)) = find(rules, usize::MAX) else { return Vec::new() };
    let mut kinds = BTreeSet::from([kind_of(&best)]);
    let mut others = Vec::new();
    for narrower in without_something(&best, rules) {
        if watch(done.get()).is_break() {
            break;
        }
        if let Some((other, _)) = find(&narrower, width)
            && kinds.insert(kind_of(&other))
        {
            others.push(other);
        }
    }
    others.sort_by_key(|way| way.rank(Measure::Acts));
    [best].into_iter().chain(others).take(most).collect()
}

/// The same question with something of this way ruled out.
fn without_something(best: &Alternative, rules: &Constraints) -> Vec<Constraints> {
    let mut narrower = Vec::new();
    let takes = best.plan.steps.iter().flat_map(|step| &step.takes).filter(|take| take.count > 0);
    for platform in takes.map(|take| take.platform).collect::<BTreeSet<_>>() {
        let mut rules = rules.clone();
        rules.no_license_of.insert(platform);
        narrower.push(rules);
    }
    if !rules.keep_access && best.plan.steps.iter().any(|step| step.changes.iter().any(AccessChange::is_loss)) {
        narrower.push(Constraints { keep_access: true, ..rules.clone() });
    }
    for command in best.plan.commands() {
        let mut rules = rules.clone();
        rules.without.push(command.clone());
        narrower.push(rules);
    }
    narrower
}

/// What a way consists of, whatever the order and the small print: two ways of one kind are not worth telling apart.
type Kind = (BTreeSet<String>, BTreeSet<(PlatformId, RoleId, i64)>);

fn kind_of(way: &Alternative) -> Kind {
    let acts = way.plan.commands().map(outline).collect();
    let takes = way.plan.steps.iter().flat_map(|step| &step.takes);
    (acts, takes.map(|take| (take.platform, take.role, take.count)).collect())
}

/// Who does what to whom, without the small print of an invitation or a line in a space.
fn outline(command: &Command) -> String {
    let Command::Do { by, on, act } = command else { return format!("{command:?}") };
    if let Act::Invite { emails, .. } = act {
        return format!("{by} {on} invites {emails:?}");
    }
    if let Act::AddSpaceMember { space, who, .. } | Act::ChangeSpaceMember { space, who, .. } = act {
        return format!("{by} {on} adds {who:?} to {space}");
    }
    format!("{by} {on} {act:?}")
}
