//! The search: A* over worlds, told apart by everything but their messages, unless a goal speaks of those.

use super::bound::{Bits, Need, Needs, Obstacle, Reason, Ways};
use super::moves::Moves;
use super::order::{Freedom, has_choices, may_serve, only_opens};
use super::scope::Scope;
use super::step::{Plan, steps_of};
use super::wants::{loss, ruled_out, wanted};
use super::{Constraints, Goal};
use crate::decide;
use crate::domain::{Command, Event, Platform, World};
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
    /// Many times what the built-in rehearsals take.
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
    plan_within(world, start, goals, rules, (limits, usize::MAX), watch).0
}

/// The same, among scopes up to this wide (see [`Scope::widening`]), and how wide a scope it took.
pub(super) fn plan_within(
    world: &World,
    start: &World,
    goals: &[Goal],
    rules: &Constraints,
    (limits, widest): (Limits, usize),
    watch: &dyn Fn(usize) -> ControlFlow<()>,
) -> (Outcome, usize) {
    if let Some(obstacle) = loss(world, goals, rules) {
        return (Outcome::Impossible(vec![obstacle]), 0);
    }
    let mut found = (Outcome::Impossible(Vec::new()), 0);
    for (width, scope) in Scope::widening(world, start, goals, rules).into_iter().enumerate() {
        if width > widest {
            break;
        }
        found = (search(world, start, goals, rules, (limits, scope), watch), width);
        if !matches!(found.0, Outcome::Impossible(_)) {
            break;
        }
    }
    found
}

fn search(
    world: &World,
    start: &World,
    goals: &[Goal],
    rules: &Constraints,
    (limits, scope): (Limits, Scope),
    watch: &dyn Fn(usize) -> ControlFlow<()>,
) -> Outcome {
    let mut search = Search {
        start,
        goals,
        rules,
        scope,
        bits: Bits::without(ruled_out(world, rules)),
        nodes: Vec::new(),
        known: BTreeMap::new(),
        open: BinaryHeap::new(),
        shut: BTreeSet::new(),
        freedom: Freedom::default(),
    };
    search.freedom = Freedom::of(world, &search.scope, rules);
    match search.bound(world) {
        Ok((left, needs)) => {
            let prints = prints_of(world, None);
            let node = Node {
                world: world.clone(),
                prints,
                needs: Some(needs),
                left,
                way: None,
                acts: 0,
                harm: 0,
                level: Some(left),
            };
            search.add(node);
        }
        Err(obstacles) => search.shut = obstacles,
    }
    let mut looked_at = 0;
    while let Some(Reverse(place)) = search.open.pop() {
        let Some(node) = search.nodes.get_mut(place.node) else { continue };
        if node.level != Some(place.left) || place.all - place.left != node.acts {
            continue;
        }
        let is_judged = node.needs.is_some();
        // What may be the end is only looked at once more.
        if place.left > 0 && (looked_at == limits.worlds || watch(looked_at).is_break()) {
            return Outcome::GaveUp(looked_at);
        }
        if !is_judged && search.judge(place) {
            continue;
        }
        if place.left == 0 {
            return Outcome::Plan(steps_of(world, &search.way_to(place.node)));
        }
        looked_at += 1;
        search.go_on(world, place);
    }
    Outcome::Impossible(search.obstacles(world))
}

/// At least so many acts are missing: the bound of the search. None when no way is left.
#[must_use]
pub fn at_least(world: &World, start: &World, goals: &[Goal], rules: &Constraints) -> Option<usize> {
    if goals.iter().all(|goal| goal.is_met(world, start)) {
        return Some(0);
    }
    let scope = Scope::of(world, start, goals, rules);
    match wanted(world, start, (goals, rules, &scope), &mut Bits::without(ruled_out(world, rules))) {
        Ways::Shut(_) => None,
        Ways::Open(needs) => usize::try_from(needs.fewest().max(1)).ok(),
    }
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
    /// What tells its platforms from others.
    prints: Vec<u64>,
    /// What every way from here needs; looked for only when it is this world's turn.
    needs: Option<Needs>,
    /// At least so many acts are missing, as far as it is known.
    left: u32,
    way: Option<(usize, Command)>,
    acts: u32,
    harm: u32,
    /// Up to how many acts the ways looked for next may still have; none when there is nothing more to try.
    level: Option<u32>,
}

/// An act that is possible, and where it leads.
struct Step {
    command: Command,
    after: World,
    harm: u32,
}

struct Search<'a> {
    start: &'a World,
    goals: &'a [Goal],
    rules: &'a Constraints,
    scope: Scope,
    bits: Bits,
    nodes: Vec<Node>,
    known: BTreeMap<u64, Vec<usize>>,
    open: BinaryHeap<Reverse<Place>>,
    shut: BTreeSet<Obstacle>,
    freedom: Freedom,
}

impl Search<'_> {
    /// The fewest acts that may still be needed and the needs behind it, or why none will do.
    fn bound(&mut self, world: &World) -> Result<(u32, Needs), BTreeSet<Obstacle>> {
        if self.goals.iter().all(|goal| goal.is_met(world, self.start)) {
            return Ok((0, Needs::default()));
        }
        match wanted(world, self.start, (self.goals, self.rules, &self.scope), &mut self.bits) {
            Ways::Shut(obstacles) => Err(obstacles),
            Ways::Open(needs) => Ok((needs.fewest().max(1), needs)),
        }
    }

    /// Tries the acts that a way of so few acts may begin with (see [`order`](super::order)); the others wait.
    fn go_on(&mut self, first: &World, place: Place) {
        let Some(node) = self.nodes.get_mut(place.node) else { return };
        let level = place.left;
        let Some(needs) = &node.needs else { return };
        let (every, any, is_last_level) = needs.within(level);
        let is_exact = level == needs.fewest();
        let (here, acts, harm, prints) = (node.world.clone(), node.acts, node.harm, node.prints.clone());
        let moves = Moves::of(&here, &self.scope, self.rules);
        let try_out = |command: &Command| -> Option<Step> {
            let (after, events) = decide::act(&here, command).ok()?;
            let is_allowed = !events.is_empty()
                && self.rules.allow(&here, command, &events, &after, self.start)
                && self.rules.keeps_access(first, &here, &after);
            is_allowed.then(|| Step { command: command.clone(), after, harm: harm + harm_of(&events) })
        };
        let early = self.early(&here, (every, any), is_exact, &moves, &try_out);
        let (steps, goes_on) = match early {
            Some((steps, has_choices)) => (steps, has_choices || !is_last_level),
            None if is_exact => {
                let needs: Vec<Need> = self.bits.needs(any).map(|(_, need)| need).collect();
                let serves = |command: &&Command| needs.iter().any(|need| may_serve(&here, command, need));
                (moves.iter().filter(serves).filter_map(try_out).collect(), true)
            }
            None => (moves.iter().filter_map(try_out).collect(), false),
        };
        let next = goes_on.then_some(level + 1);
        if let Some(node) = self.nodes.get_mut(place.node) {
            node.level = next;
        }
        if let Some(left) = next {
            self.open.push(Reverse(Place { all: place.all + 1, left, ..place }));
        }
        for step in steps {
            self.reach((place.node, &here, &prints), acts + 1, step);
        }
    }

    /// The acts of one need that all ways share, when they may come first: these, and whether there were several.
    fn early(
        &self,
        here: &World,
        (every, any): (u128, u128),
        is_exact: bool,
        moves: &[Command],
        try_out: &impl Fn(&Command) -> Option<Step>,
    ) -> Option<(Vec<Step>, bool)> {
        let all: Vec<Need> = self.bits.needs(any).map(|(_, need)| need).collect();
        self.bits.needs(every).find_map(|(_, need)| {
            let has_choices = has_choices(&need);
            if has_choices && !is_exact || !only_opens(here, &self.scope, self.freedom, &need, &all) {
                return None;
            }
            let steps: Vec<Step> =
                moves.iter().filter(|command| may_serve(here, command, &need)).filter_map(try_out).collect();
            let is_whole = if let Need::Share(at, _) = need {
                steps.len() == self.scope.items.iter().filter(|(on, _)| *on == at).count()
            } else if has_choices {
                !steps.is_empty()
            } else {
                steps.len() == 1
            };
            is_whole.then_some((steps, has_choices))
        })
    }

    fn add(&mut self, node: Node) {
        let index = self.nodes.len();
        let Some(level) = node.level else { return };
        let print = print_of(&node.world, &node.prints, self.scope.by_message);
        self.known.entry(print).or_default().push(index);
        self.open.push(Reverse(Place { all: node.acts + level, left: level, harm: node.harm, node: index }));
        self.nodes.push(node);
    }

    /// Notes a world that an act leads to, unless it was reached as fast before.
    fn reach(&mut self, (from, before, prints): (usize, &World, &[u64]), acts: u32, step: Step) {
        let Step { command, after, harm } = step;
        let prints = prints_of(&after, Some((before, prints)));
        let print = print_of(&after, &prints, self.scope.by_message);
        let same = self.known.get(&print).into_iter().flatten().copied();
        let is_known = |index: &usize| {
            self.nodes.get(*index).is_some_and(|node| is_same(&node.world, &after, self.scope.by_message))
        };
        if let Some(index) = same.into_iter().find(is_known) {
            let Some(node) = self.nodes.get_mut(index) else { return };
            let is_fresh = node.level == Some(node.left);
            if (node.acts, node.harm) <= (acts, harm) || !is_fresh && node.acts <= acts {
                return;
            }
            let left = node.left;
            // The messages may be others.
            (node.world, node.way, node.acts, node.harm) = (after, Some((from, command)), acts, harm);
            node.level = Some(left);
            self.open.push(Reverse(Place { all: acts + left, left, harm, node: index }));
            return;
        }
        // One act brings no more than one act nearer.
        let left = self.nodes.get(from).map_or(0, |node| node.left.saturating_sub(1));
        let way = Some((from, command));
        self.add(Node { world: after, prints, needs: None, left, way, acts, harm, level: Some(left) });
    }

    /// Asks what a world needs whose turn it is; true when it is not its turn after all, for more acts are missing than
    /// was known, or there is no way on.
    fn judge(&mut self, place: Place) -> bool {
        let Some(world) = self.nodes.get(place.node).map(|node| node.world.clone()) else { return true };
        let bound = self.bound(&world);
        let Some(node) = self.nodes.get_mut(place.node) else { return true };
        match bound {
            Ok((left, needs)) => {
                node.needs = Some(needs);
                if left <= place.left && (place.left == 0 || left > 0) {
                    return false;
                }
                node.left = left;
                node.level = Some(left);
                self.open.push(Reverse(Place { all: node.acts + left, left, ..place }));
            }
            Err(obstacles) => {
                node.level = None;
                self.shut.extend(obstacles);
            }
        }
        true
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

    /// What stood in the way from the start; else that every way ended, and where.
    fn obstacles(&self, world: &World) -> Vec<Obstacle> {
        let at = world.platforms().next().map(|platform| platform.id);
        let ended = at.map(|at| Obstacle { reason: Reason::EveryWayEnds, at, role: None, person: None });
        ended.into_iter().filter(|_| !self.nodes.is_empty()).chain(self.shut.iter().copied()).collect()
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

/// What tells platforms apart, one number for each. Those that an act left alone are the same as before it.
fn prints_of(world: &World, before: Option<(&World, &[u64])>) -> Vec<u64> {
    let fresh = |platform: &Platform| {
        let mut hasher = DefaultHasher::new();
        platform.hash(&mut hasher);
        hasher.finish()
    };
    let Some((before, prints)) = before else { return world.platforms().map(fresh).collect() };
    let mut old = before.platforms().zip(prints);
    world
        .platforms()
        .map(|platform| match old.next() {
            Some((same, print)) if std::ptr::eq(same, platform) => *print,
            Some(_) | None => fresh(platform),
        })
        .collect()
}

/// What tells worlds apart: everything but the messages, on which nothing rests unless a goal speaks of them.
fn print_of(world: &World, prints: &[u64], by_message: bool) -> u64 {
    let mut hasher = DefaultHasher::new();
    (world.today(), world.readings(), prints).hash(&mut hasher);
    world.people().for_each(|person| (person.id, person.connected).hash(&mut hasher));
    if by_message {
        world.people().for_each(|person| person.messages.len().hash(&mut hasher));
    }
    hasher.finish()
}

fn is_same(one: &World, two: &World, by_message: bool) -> bool {
    let connected = |world: &World| -> Vec<_> { world.people().map(|person| (person.id, person.connected)).collect() };
    one.today() == two.today()
        && one.readings() == two.readings()
        && connected(one) == connected(two)
        && one.platforms().count() == two.platforms().count()
        && one.platforms().zip(two.platforms()).all(|(one, two)| std::ptr::eq(one, two) || one == two)
        && (!by_message || one.people().map(|person| &person.messages).eq(two.people().map(|person| &person.messages)))
}
