//! What no act may do, because something must stay so after every act.

use crate::access::{Question, standing};
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

/// What must not be in the end although something else that must be cannot do without it; none where that is not plain.
/// The scope knows who must use what in the end, for the goals and for what stays so.
pub(super) fn contradiction(goals: &[Goal], rules: &Constraints, scope: &Scope) -> Option<Obstacle> {
    let all: Vec<&Goal> = goals.iter().chain(&rules.keep).collect();
    all.iter().find_map(|fact| excludes(fact, &all, scope))
}

/// What somebody has and a goal takes away, where nobody may lose anything.
pub(in crate::planner) fn loss(world: &World, goals: &[Goal], rules: &Constraints) -> Option<Obstacle> {
    let lost = |goal: &Goal| {
        let question = closed(goal)?;
        standing(world, question).holds.then_some(Obstacle {
            reason: Reason::GoalsExclude,
            at: question.platform(),
            role: None,
            person: Some(question.person()),
        })
    };
    rules.keep_access.then(|| goals.iter().find_map(lost)).flatten()
}

/// What must not be so, where a goal asks for just that.
#[expect(clippy::wildcard_enum_match_arm, reason = "three kinds of facts can be asked about")]
fn closed(goal: &Goal) -> Option<Question> {
    match goal {
        Goal::CannotConnect { person, platform, code: None } => {
            Some(Question::CanConnect { person: *person, platform: *platform })
        }
        Goal::NoSpaceAccess { person, platform, space, code: None } => {
            Some(Question::SpaceAccess { person: *person, platform: *platform, space: *space })
        }
        Goal::Not(fact) => match &**fact {
            Goal::Connects { person, platform } => Some(Question::CanConnect { person: *person, platform: *platform }),
            Goal::RoleUsable { person, platform, role, from: None } => {
                Some(Question::RoleUsable { person: *person, platform: *platform, role: *role })
            }
            Goal::SpaceAccess { person, platform, space, label: None } => {
                Some(Question::SpaceAccess { person: *person, platform: *platform, space: *space })
            }
            _ => None,
        },
        _ => None,
    }
}

fn excludes(fact: &Goal, all: &[&Goal], scope: &Scope) -> Option<Obstacle> {
    let exclude = |at: PlatformId, role: Option<RoleId>, person: PersonId| Obstacle {
        reason: Reason::GoalsExclude,
        at,
        role,
        person: Some(person),
    };
    match closed(fact)? {
        Question::CanConnect { person, platform } => {
            scope.used.contains(&(person, RoleId::ifw(), platform)).then(|| exclude(platform, None, person))
        }
        Question::RoleUsable { person, platform, role } => {
            scope.used.contains(&(person, role, platform)).then(|| exclude(platform, Some(role), person))
        }
        Question::SpaceAccess { person, platform, space } => {
            let is_it = |goal: &Goal| {
                let Goal::SpaceAccess { person: who, platform: at, space: of, .. } = goal else { return false };
                (*who, *at, *of) == (person, platform, space)
            };
            all.iter().any(|goal| is_it(goal)).then(|| exclude(platform, None, person))
        }
    }
}
