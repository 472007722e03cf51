//! The search: A* over worlds, told apart by everything but their messages, unless a goal speaks of those.

use super::bound::{Bits, Obstacle, Reason, Ways};
use super::moves::Moves;
use super::scope::Scope;
use super::step::{Plan, steps_of};
use super::wants::wanted;
use super::{Constraints, Goal};
use crate::decide;
use crate::domain::{Command, Event, World};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;

/// How far a search may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many worlds may be looked at.
    pub worlds: usize,
}

impl Default for Limits {
    /// Many times what one guest on one host takes. Several guests who must not see each other's items take more.
    fn default() -> Self {
        Self { worlds: 2_000 }
    }
}

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The shortest way; empty when the goals hold already.
    Plan(Plan),
    /// There is none, because of this.
    Impossible(Vec<Obstacle>),
    /// None was found among so many worlds: the limit was reached, or whoever watched ended the search.
    GaveUp(usize),
}

impl Outcome {
    /// The plan, when there is one.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Plan(plan) => Some(plan),
            Self::Impossible(_) | Self::GaveUp(_) => None,
        }
    }
}

/// The shortest list of acts after which all goals hold.
///
/// `start` is the world before the first act of the rehearsal, which some goals count from.
#[must_use]
pub fn plan(world: &World, start: &World, goals: &[Goal], rules: &Constraints, limits: Limits) -> Outcome {
    plan_watched(world, start, goals, rules, limits, &|_| ControlFlow::Continue(()))
}

/// The same, beside something else: before each world it looks at, the search says how many it has looked at, and ends
/// with [`Outcome::GaveUp`] as soon as the answer is [`ControlFlow::Break`].
#[must_use]
pub fn plan_watched(
    world: &World,
    start: &World,
    goals: &[Goal],
    rules: &Constraints,
    limits: Limits,
    watch: &dyn Fn(usize) -> ControlFlow<()>,
) -> Outcome {
    let scope = Scope::of(world, start, goals, rules);
    let mut search = Search {
        start,
        goals,
        rules,
        bits: Bits::default(),
        nodes: Vec::new(),
        known: BTreeMap::new(),
        by_message: scope.by_message,
    };
    let mut open: BinaryHeap<Reverse<Place>> = BinaryHeap::new();
    let mut shut = BTreeSet::new();
    match search.bound(world) {
        Ok(bound) => {
            search.nodes.push(Node { world: world.clone(), way: None, acts: 0, harm: 0, is_done: false });
            search.known.insert(print_of(world, search.by_message), vec![0]);
            open.push(Reverse(Place { all: bound, left: bound, harm: 0, node: 0 }));
        }
        Err(obstacles) => shut = obstacles,
    }
    let mut looked_at = 0;
    while let Some(Reverse(place)) = open.pop() {
        let Some(node) = search.nodes.get_mut(place.node) else { continue };
        if node.is_done || place.all - place.left != node.acts {
            continue;
        }
        node.is_done = true;
        let (here, acts, harm) = (node.world.clone(), node.acts, node.harm);
        if place.left == 0 {
            return Outcome::Plan(steps_of(world, &search.way_to(place.node)));
        }
        if looked_at == limits.worlds || watch(looked_at).is_break() {
            return Outcome::GaveUp(looked_at);
        }
        looked_at += 1;
        for command in Moves::of(&here, &scope, rules) {
            let Ok((after, events)) = decide::act(&here, &command) else { continue };
            if events.is_empty() || !rules.allow(&here, &command, &events, &after, start) {
                continue;
            }
            let step = Step { from: place.node, command, acts: acts + 1, harm: harm + harm_of(&events) };
            match search.reach(after, step) {
                Ok(Some(place)) => open.push(Reverse(place)),
                Ok(None) => {}
                Err(obstacles) => shut.extend(obstacles),
            }
        }
    }
    Outcome::Impossible(search.obstacles(world, shut))
}

/// Where to go on: the fewest acts in all first, then the nearest to the goals, then the least harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    all: u32,
    left: u32,
    harm: u32,
    node: usize,
}

struct Node {
    world: World,
    way: Option<(usize, Command)>,
    acts: u32,
    harm: u32,
    is_done: bool,
}

struct Step {
    from: usize,
    command: Command,
    acts: u32,
    harm: u32,
}

struct Search<'a> {
    start: &'a World,
    goals: &'a [Goal],
    rules: &'a Constraints,
    bits: Bits,
    nodes: Vec<Node>,
    known: BTreeMap<u64, Vec<usize>>,
    /// Do messages tell worlds apart?
    by_message: bool,
}

impl Search<'_> {
    /// The fewest acts that may still be needed, or why none will do.
    fn bound(&mut self, world: &World) -> Result<u32, BTreeSet<Obstacle>> {
        if self.goals.iter().all(|goal| goal.is_met(world, self.start)) {
            return Ok(0);
        }
        match wanted(world, self.start, self.goals, self.rules, &mut self.bits) {
            Ways::Shut(obstacles) => Err(obstacles),
            ways @ Ways::Open(_) => Ok(ways.fewest().unwrap_or_default().max(1)),
        }
    }

    /// Notes a world that an act leads to, unless it was reached as fast before.
    fn reach(&mut self, world: World, step: Step) -> Result<Option<Place>, BTreeSet<Obstacle>> {
        let print = print_of(&world, self.by_message);
        let same = self.known.get(&print).into_iter().flatten().copied();
        let found = same
            .into_iter()
            .find(|index| self.nodes.get(*index).is_some_and(|node| is_same(&node.world, &world, self.by_message)));
        if let Some(index) = found {
            let Some(node) = self.nodes.get_mut(index) else { return Ok(None) };
            if (node.acts, node.harm) <= (step.acts, step.harm) || node.is_done && node.acts <= step.acts {
                return Ok(None);
            }
            let left = self.bound(&world)?;
            let Some(node) = self.nodes.get_mut(index) else { return Ok(None) };
            *node =
                Node { world, way: Some((step.from, step.command)), acts: step.acts, harm: step.harm, is_done: false };
            return Ok(Some(Place { all: step.acts + left, left, harm: step.harm, node: index }));
        }
        let left = self.bound(&world)?;
        let index = self.nodes.len();
        self.known.entry(print).or_default().push(index);
        let way = Some((step.from, step.command));
        self.nodes.push(Node { world, way, acts: step.acts, harm: step.harm, is_done: false });
        Ok(Some(Place { all: step.acts + left, left, harm: step.harm, node: index }))
    }

    fn way_to(&self, node: usize) -> Vec<Command> {
        let mut way = Vec::new();
        let mut at = self.nodes.get(node);
        while let Some((from, command)) = at.and_then(|node| node.way.as_ref()) {
            way.push(command.clone());
            at = self.nodes.get(*from);
        }
        way.reverse();
        way
    }

    /// What stood in the way: what the rules of reach found, else what no world that can be reached has cured.
    fn obstacles(&self, world: &World, shut: BTreeSet<Obstacle>) -> Vec<Obstacle> {
        if !shut.is_empty() {
            return shut.into_iter().collect();
        }
        let at = world.platforms().next().map(|platform| platform.id);
        let excluded = at.map(|at| Obstacle { reason: Reason::GoalsExclude, at, role: None, person: None });
        excluded.into_iter().collect()
    }
}

/// How much an act takes away or uses up: of ways of one length, the gentler is tried first.
#[expect(clippy::wildcard_enum_match_arm, reason = "only what takes away or uses up weighs")]
fn harm_of(events: &[Event]) -> u32 {
    events
        .iter()
        .map(|event| match event {
            Event::MemberRemoved { .. } | Event::MembershipChanged { .. } => 8,
            Event::RoleUngranted { .. } | Event::GroupRoleUngranted { .. } | Event::LicenseReleased { .. } => 4,
            Event::SpaceEntryRemoved { .. } | Event::CredentialRemoved { .. } | Event::Disconnected { .. } => 2,
            Event::LicenseAssigned { .. } => 1,
            _ => 0,
        })
        .sum()
}

/// What tells worlds apart: everything but the messages, on which nothing rests unless a goal speaks of them.
fn print_of(world: &World, by_message: bool) -> u64 {
    let mut hasher = DefaultHasher::new();
    (world.today(), world.readings()).hash(&mut hasher);
    world.people().for_each(|person| (person.id, person.connected).hash(&mut hasher));
    world.platforms().for_each(|platform| platform.hash(&mut hasher));
    if by_message {
        world.people().for_each(|person| person.messages.len().hash(&mut hasher));
    }
    hasher.finish()
}

fn is_same(one: &World, two: &World, by_message: bool) -> bool {
    one.today() == two.today()
        && one.readings() == two.readings()
        && one
            .people()
            .map(|person| (person.id, person.connected))
            .eq(two.people().map(|person| (person.id, person.connected)))
        && one.platforms().eq(two.platforms())
        && (!by_message || one.people().map(|person| &person.messages).eq(two.people().map(|person| &person.messages)))
}
