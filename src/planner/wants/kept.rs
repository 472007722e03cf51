//! What no act may do, because something must stay so after every act.

use crate::domain::{PersonId, PlatformId, Reading, RoleId, World};
use crate::planner::bound::{Need, Obstacle, Reason};
use crate::planner::scope::Scope;
use crate::planner::{Constraints, Goal};
use std::collections::BTreeMap;

/// The classes of acts that always end what must stay so. Of other acts that end it, only trying tells.
pub(in crate::planner) fn ruled_out(world: &World, rules: &Constraints) -> BTreeMap<Need, Obstacle> {
    let mut found = BTreeMap::new();
    for fact in &rules.keep {
        add(world, fact, true, &mut found);
    }
    found
}

#[expect(clippy::wildcard_enum_match_arm, reason = "a few facts are ended by one class of acts whatever else is so")]
fn add(world: &World, fact: &Goal, is_so: bool, found: &mut BTreeMap<Need, Obstacle>) {
    let mut never = |need: Need, at: PlatformId, person: Option<PersonId>| {
        found.insert(need, Obstacle { reason: Reason::GoalsExclude, at, role: None, person });
    };
    match fact {
        Goal::OptionIs { platform, option, on } => {
            never(Need::Option(*platform, *option, *on != is_so), *platform, None);
        }
        Goal::SettingIs { platform, setting, on } => {
            never(Need::Setting(*platform, *setting, *on != is_so), *platform, None);
        }
        // Whoever accepts is connected, and so is whoever turns to the platform.
        Goal::Connects { person, platform } if !is_so => {
            if !world.reads(Reading::AcceptFirst) {
                never(Need::Accept(*person, *platform), *platform, Some(*person));
            }
            never(Need::Switch(*person, *platform), *platform, Some(*person));
        }
        Goal::CannotConnect { person, platform, code: None } if is_so => {
            let connects = Goal::Connects { person: *person, platform: *platform };
            add(world, &connects, false, found);
        }
        Goal::IsConnectedTo { person, platform } if !is_so => {
            never(Need::Switch(*person, *platform), *platform, Some(*person));
        }
        Goal::Not(fact) => add(world, fact, !is_so, found),
        Goal::All(facts) if is_so => facts.iter().for_each(|fact| add(world, fact, true, found)),
        Goal::Any(facts) if !is_so => facts.iter().for_each(|fact| add(world, fact, false, found)),
        _ => {}
    }
}

/// What must not come although the goals cannot do without it; none where that is not plain.
pub(super) fn contradiction(goals: &[Goal], rules: &Constraints, scope: &Scope) -> Option<Obstacle> {
    rules.keep.iter().find_map(|fact| excludes(fact, goals, scope))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "four kinds of facts can plainly be in the way")]
fn excludes(fact: &Goal, goals: &[Goal], scope: &Scope) -> Option<Obstacle> {
    let exclude = |at: PlatformId, role: Option<RoleId>, person: PersonId| Obstacle {
        reason: Reason::GoalsExclude,
        at,
        role,
        person: Some(person),
    };
    match fact {
        Goal::CannotConnect { person, platform, code: None } => {
            excludes(&Goal::Not(Box::new(Goal::Connects { person: *person, platform: *platform })), goals, scope)
        }
        Goal::NoSpaceAccess { person, platform, space, code: None } => {
            let opens = |goal: &Goal| matches!(goal, Goal::SpaceAccess { person: who, platform: at, space: of, .. } if (who, at, of) == (person, platform, space));
            goals.iter().any(opens).then(|| exclude(*platform, None, *person))
        }
        Goal::Not(fact) => match &**fact {
            Goal::Connects { person, platform } => {
                scope.used.contains(&(*person, RoleId::ifw(), *platform)).then(|| exclude(*platform, None, *person))
            }
            Goal::RoleUsable { person, platform, role, from: None } => {
                scope.used.contains(&(*person, *role, *platform)).then(|| exclude(*platform, Some(*role), *person))
            }
            Goal::SpaceAccess { person, platform, space, label: None } => {
                let closed = Goal::NoSpaceAccess { person: *person, platform: *platform, space: *space, code: None };
                excludes(&closed, goals, scope)
            }
            _ => None,
        },
        _ => None,
    }
}
