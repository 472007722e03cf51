//! What two worlds differ in, as access: the three facts of every person touched.

use super::rules::Seen;
use super::{Question, explain_to, touched};
use crate::domain::{Code, Membership, PersonId, PlatformId, World};
use serde::Serialize;
use std::collections::BTreeSet;

/// How a fact stands, without its checks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Standing {
    /// Does it hold?
    pub holds: bool,
    /// Whose license serves, where it holds (roles, connecting).
    pub source: Option<PlatformId>,
    /// The level (spaces).
    pub label: Option<String>,
    /// The first obstacle.
    pub headline: Option<Code>,
}

/// One fact that stands differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccessChange {
    /// The fact.
    pub question: Question,
    /// How it stood.
    pub before: Standing,
    /// How it stands.
    pub after: Standing,
}

impl AccessChange {
    /// Was something gained?
    #[must_use]
    pub fn is_gain(&self) -> bool {
        !self.before.holds && self.after.holds
    }

    /// Was something lost?
    #[must_use]
    pub fn is_loss(&self) -> bool {
        self.before.holds && !self.after.holds
    }
}

/// How a fact stands now. Connecting counts for active members only: a pending person has not connected yet.
#[must_use]
pub fn standing(world: &World, question: Question) -> Standing {
    standing_of(&Seen::new(world, question.person(), question.platform()), question)
}

fn standing_of(seen: &Seen<'_>, question: Question) -> Standing {
    let explanation = explain_to(seen, question);
    let membership = seen.member().map(|member| member.membership);
    let is_waiting = matches!(question, Question::CanConnect { .. }) && membership == Some(Membership::Pending);
    let holds = explanation.holds() && !is_waiting;
    let headline = explanation.headline().map(|check| check.code).or(is_waiting.then_some(Code::Pending));
    Standing {
        holds,
        source: explanation.source.filter(|_| holds),
        label: holds.then(|| explanation.access.as_ref().map(super::EffectiveAccess::label)).flatten(),
        headline,
    }
}

/// Every question that can be asked about a person on a platform: connecting, each role granted or licensed anywhere,
/// each space.
#[must_use]
pub fn questions(world: &World, person: PersonId, platform: PlatformId) -> Vec<Question> {
    let mut questions = vec![Question::CanConnect { person, platform }];
    let mut concerning = BTreeSet::new();
    for (on, member) in world.platforms().filter_map(|on| Some((on, on.member(person)?))) {
        concerning.extend(on.granted_roles(member).chain(member.seats.keys().copied()));
    }
    for role in world.roles().iter() {
        if concerning.contains(&role.id) {
            questions.push(Question::RoleUsable { person, platform, role: role.id });
        }
    }
    if let Some(found) = world.platform(platform) {
        questions.extend(found.spaces.keys().map(|space| Question::SpaceAccess { person, platform, space: *space }));
    }
    questions
}

/// Everything that stands differently in `after`, person by person.
#[must_use]
pub fn changes(before: &World, after: &World) -> Vec<AccessChange> {
    let mut found = Vec::new();
    let touched = touched(before, after);
    if touched.is_empty() {
        return found;
    }
    for person in after.in_order(touched) {
        for platform in after.platforms() {
            let asked = questions(after, person, platform.id);
            let known: BTreeSet<Question> = asked.iter().copied().collect();
            let gone = questions(before, person, platform.id).into_iter().filter(|question| !known.contains(question));
            let seen = [before, after].map(|world| Seen::new(world, person, platform.id));
            let [then, now] = &seen;
            for question in asked.iter().copied().chain(gone) {
                let (was, is) = (standing_of(then, question), standing_of(now, question));
                if (was.holds, was.source, &was.label) != (is.holds, is.source, &is.label)
                    || was.headline != is.headline
                {
                    found.push(AccessChange { question, before: was, after: is });
                }
            }
        }
    }
    found
}
