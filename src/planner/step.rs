//! A plan and how far it is: what each act takes and opens, and whose turn it is.

use super::{Constraints, Goal, Limits, Outcome, plan};
use crate::access::{AccessChange, changes};
use crate::decide;
use crate::domain::{Act, Command, PersonId, PlatformId, RoleId, UserRight, World};
use serde::Serialize;
use std::collections::BTreeMap;

/// The shortest way to the goals.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Plan {
    /// The acts in order.
    pub steps: Vec<PlanStep>,
}

impl Plan {
    /// The acts alone.
    pub fn commands(&self) -> impl Iterator<Item = &Command> {
        self.steps.iter().map(|step| &step.command)
    }

    /// These acts from this world on, each with what it takes and changes; it ends before the first that is refused.
    #[must_use]
    pub fn along(world: &World, commands: &[Command]) -> Self {
        steps_of(world, commands)
    }
}

/// One act of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanStep {
    /// The act: who does what, and where.
    pub command: Command,
    /// Whose turn it is: the platform of the administrator, or where a guest belongs.
    pub side: Option<PlatformId>,
    /// Licenses taken and given back.
    pub takes: Vec<Take>,
    /// Which facts about access stand differently after it.
    pub changes: Vec<AccessChange>,
}

/// How many licenses of a pool an act takes; negative when it gives some back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Take {
    /// Whose license.
    pub platform: PlatformId,
    /// Of which role.
    pub role: RoleId,
    /// How many.
    pub count: i64,
}

/// Plays the acts, which are possible one after the other, and notes what each one brings.
pub(super) fn steps_of(world: &World, commands: &[Command]) -> Plan {
    let mut before = world.clone();
    let mut steps = Vec::new();
    for command in commands {
        let Ok((after, _)) = decide::act(&before, command) else { break };
        steps.push(PlanStep {
            command: command.clone(),
            side: side(&before, command),
            takes: takes(&before, &after),
            changes: changes(&before, &after),
        });
        before = after;
    }
    Plan { steps }
}

fn takes(before: &World, after: &World) -> Vec<Take> {
    let assigned = |world: &World| -> BTreeMap<(PlatformId, RoleId), i64> {
        let pools =
            world.platforms().flat_map(|found| found.pools.iter().map(move |(role, pool)| (found.id, role, pool)));
        pools.map(|(platform, role, pool)| ((platform, *role), i64::from(pool.assigned))).collect()
    };
    let (was, is) = (assigned(before), assigned(after));
    is.into_iter()
        .map(|((platform, role), now)| {
            let count = now - was.get(&(platform, role)).copied().unwrap_or_default();
            Take { platform, role, count }
        })
        .filter(|take| take.count != 0)
        .collect()
}

/// Whose turn an act is: an invitee acts from where they belong, everybody else where they act.
#[must_use]
pub fn side(world: &World, command: &Command) -> Option<PlatformId> {
    let Command::Do { by, on, act } = command else { return None };
    let is_invitee = matches!(act, Act::AcceptInvitation { .. } | Act::SwitchPlatform);
    let home = is_invitee.then(|| home(world, *by)).flatten();
    home.or(Some(*on))
}

/// Where a person belongs: a member with another right than External, employed there when there are several.
fn home(world: &World, person: PersonId) -> Option<PlatformId> {
    let own = || {
        world.platforms().filter_map(|found| {
            found.member(person).filter(|member| member.right != UserRight::External).map(|member| (found.id, member))
        })
    };
    own().find(|(_, member)| !member.organizations.is_empty()).or_else(|| own().next()).map(|(platform, _)| platform)
}

/// How many acts are missing, in all and by side.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Distance {
    /// In all.
    pub acts: usize,
    /// By whose turn they are, in the order of the world file.
    pub by_side: Vec<(PlatformId, usize)>,
}

impl From<&Plan> for Distance {
    fn from(plan: &Plan) -> Self {
        let mut by_side: Vec<(PlatformId, usize)> = Vec::new();
        for side in plan.steps.iter().filter_map(|step| step.side) {
            match by_side.iter_mut().find(|(platform, _)| *platform == side) {
                Some((_, count)) => *count += 1,
                None => by_side.push((side, 1)),
            }
        }
        Self { acts: plan.steps.len(), by_side }
    }
}

/// How far the goals are. None when there is no way, or none was found.
#[must_use]
pub fn distance(world: &World, start: &World, goals: &[Goal], rules: &Constraints, limits: Limits) -> Option<Distance> {
    match plan(world, start, goals, rules, limits) {
        Outcome::Plan(found) => {
            let mut distance = Distance::from(&found);
            distance.by_side.sort_by_key(|(platform, _)| world.position(*platform));
            Some(distance)
        }
        Outcome::Impossible(_) | Outcome::GaveUp(_) => None,
    }
}
