//! Who can, and what can: everybody who reaches something, everything somebody reaches, and what two of them differ in.

use super::diff::{questions, standing};
use super::{Question, Standing};
use crate::domain::{PersonId, Platform, PlatformId, RoleId, SpaceId, World};
use serde::Serialize;
use std::collections::BTreeSet;

/// What can be reached on a platform: a question without its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Matter {
    /// The platform itself.
    Platform,
    /// A role.
    Role(RoleId),
    /// A space.
    Space(SpaceId),
}

impl Matter {
    /// What a question is about, the person left out.
    #[must_use]
    pub fn of(question: Question) -> Self {
        match question {
            Question::CanConnect { .. } => Self::Platform,
            Question::RoleUsable { role, .. } => Self::Role(role),
            Question::SpaceAccess { space, .. } => Self::Space(space),
        }
    }

    /// The question whether this person reaches it.
    #[must_use]
    pub fn asked_of(self, person: PersonId, platform: PlatformId) -> Question {
        match self {
            Self::Platform => Question::CanConnect { person, platform },
            Self::Role(role) => Question::RoleUsable { person, platform, role },
            Self::Space(space) => Question::SpaceAccess { person, platform, space },
        }
    }
}

/// Everybody on the platform whom the matter concerns, with how it stands for them: those who reach it first, each part
/// in the order in which people became known. A role concerns whoever has it granted or licensed, a space whoever has a
/// way into it, the platform its members.
#[must_use]
pub fn who_can(world: &World, platform: PlatformId, matter: Matter) -> Vec<(PersonId, Standing)> {
    let Some(found) = world.platform(platform) else { return Vec::new() };
    let concerned = world.in_order(concerned(found, matter)).into_iter();
    let mut all: Vec<(PersonId, Standing)> =
        concerned.map(|person| (person, standing(world, matter.asked_of(person, platform)))).collect();
    all.sort_by_key(|(_, standing)| !standing.holds);
    all
}

fn concerned(platform: &Platform, matter: Matter) -> BTreeSet<PersonId> {
    let in_groups = |fits: &dyn Fn(&crate::domain::UserGroup) -> bool| -> Vec<PersonId> {
        let groups = platform.groups.values().filter(|group| fits(group));
        groups.flat_map(|group| group.members.iter().copied()).collect()
    };
    match matter {
        Matter::Platform => platform.members.keys().copied().collect(),
        Matter::Role(role) => {
            let has =
                |member: &crate::domain::Member| member.grants.contains(&role) || member.seats.contains_key(&role);
            let direct = platform.members.iter().filter(|(_, member)| has(member)).map(|(person, _)| *person);
            let members = |person: &PersonId| platform.members.contains_key(person);
            direct.chain(in_groups(&|group| group.roles.contains(&role)).into_iter().filter(members)).collect()
        }
        Matter::Space(space) => {
            let Some(space) = platform.space(space) else { return BTreeSet::new() };
            let listed = space.entries.keys().copied();
            listed.chain(in_groups(&|group| space.groups.contains_key(&group.id))).collect()
        }
    }
}

/// Everything that can be asked about a person, platform by platform, with how it stands.
#[must_use]
pub fn what_can(world: &World, person: PersonId) -> Vec<(Question, Standing)> {
    let asked = world.platforms().flat_map(|platform| questions(world, person, platform.id));
    asked.map(|question| (question, standing(world, question))).collect()
}

/// One matter that stands differently: for two people, on two platforms, or at two moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The question on the one side.
    pub one: Question,
    /// How it stands there.
    pub here: Standing,
    /// The question on the other side.
    pub other: Question,
    /// How it stands there.
    pub there: Standing,
}

/// Keeps what looks different: whether it holds, at which level, from whose license.
fn differing(pairs: impl Iterator<Item = (Question, Standing, Question, Standing)>) -> Vec<Difference> {
    let seen = |standing: &Standing| (standing.holds, standing.label.clone(), standing.source);
    pairs
        .filter(|(_, here, _, there)| seen(here) != seen(there))
        .map(|(one, here, other, there)| Difference { one, here, other, there })
        .collect()
}

/// What two people differ in, on every platform.
#[must_use]
pub fn between_people(world: &World, one: PersonId, other: PersonId) -> Vec<Difference> {
    let matters = |person: PersonId, platform: PlatformId| {
        questions(world, person, platform).into_iter().map(Matter::of).collect::<BTreeSet<Matter>>()
    };
    let pairs = world.platforms().flat_map(|platform| {
        let all: BTreeSet<Matter> = matters(one, platform.id).union(&matters(other, platform.id)).copied().collect();
        all.into_iter().map(move |matter| (matter.asked_of(one, platform.id), matter.asked_of(other, platform.id)))
    });
    differing(pairs.map(|(one, other)| (one, standing(world, one), other, standing(world, other))))
}

/// What a person reaches on one platform and not on the other. Spaces of one name are one matter, as the Common Spaces
/// are; a space that is on one platform only cannot differ. Whose license serves differs by nature and does not count.
#[must_use]
pub fn between_platforms(world: &World, person: PersonId, one: PlatformId, other: PlatformId) -> Vec<Difference> {
    let twin = |question: Question| match question {
        Question::SpaceAccess { space, .. } => {
            let name = &world.platform(one)?.space(space)?.name;
            let found = world.platform(other)?.spaces.values().find(|twin| twin.name == *name)?;
            Some(Question::SpaceAccess { person, platform: other, space: found.id })
        }
        Question::CanConnect { .. } | Question::RoleUsable { .. } => Some(Matter::of(question).asked_of(person, other)),
    };
    let bare = |question| Standing { source: None, ..standing(world, question) };
    let pairs = questions(world, person, one).into_iter().filter_map(|question| Some((question, twin(question)?)));
    differing(pairs.map(|(one, other)| (one, bare(one), other, bare(other))))
}

/// What stands differently for a person at two moments.
#[must_use]
pub fn between_moments(now: &World, then: &World, person: PersonId) -> Vec<Difference> {
    let asked = |world: &World| -> BTreeSet<Question> {
        world.platforms().flat_map(|platform| questions(world, person, platform.id)).collect()
    };
    let mut all: Vec<Question> = what_can(now, person).into_iter().map(|(question, _)| question).collect();
    let known: BTreeSet<Question> = all.iter().copied().collect();
    all.extend(asked(then).difference(&known));
    differing(all.into_iter().map(|question| (question, standing(now, question), question, standing(then, question))))
}
