//! How many acts at least: sets of acts that no way can spare.
//!
//! A `Need` names a class of acts of which every way must have one. An act that can be in two classes which are needed
//! together is named by both: each of the choices lists both classes, so that it is counted once. Where there are several
//! ways, each is a set of needs; the smallest set is a lower bound for all of them.
//! When no way is left, the [`Obstacle`]s say why.

use super::cover::{apart, cheapest, covers};
use crate::domain::{Code, GrantedAccess, ItemId, MemberOption, PersonId, PlatformId, RoleId, SpaceId, SpaceSetting};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Why nothing helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Reason {
    /// The obstacle of a rule, and no act of a person removes it.
    Rule(Code),
    /// The plan may take no license of this platform.
    LicenseForbidden,
    /// Nobody who is allowed to act in this plan can do what is needed there.
    NobodyMayAct,
    /// It is a matter of the day, and no act of a person moves the clock.
    OnlyTime,
    /// What must stay as it is stands in the way, or the goals exclude each other.
    GoalsExclude,
    /// Every way that can be gone ends before the goal, each for reasons of its own.
    EveryWayEnds,
}

/// A condition that nothing can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Obstacle {
    /// Why.
    pub reason: Reason,
    /// Where it stands; of [`Reason::EveryWayEnds`] just the first platform.
    pub at: PlatformId,
    /// The role it is about.
    pub role: Option<RoleId>,
    /// The person it is about.
    pub person: Option<PersonId>,
}

/// A class of acts of which one is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    Option(PlatformId, MemberOption, bool),
    Setting(PlatformId, SpaceSetting, bool),
    /// An invitation by an administrator, or access given back: one act may bring several people.
    Bring(PlatformId),
    Accept(PersonId, PlatformId),
    Switch(PersonId, PlatformId),
    Remove(PersonId, PlatformId),
    /// A grant or a license of one role, for the person or, without one, for a group.
    Role(PlatformId, RoleId, Option<PersonId>),
    Unrestrict(PersonId, PlatformId, RoleId),
    /// The role is ungranted, or its license given back or restricted, for the person alone.
    Release(PersonId, PlatformId, RoleId),
    /// Giving back licenses of others or of a group.
    Free(PlatformId),
    /// The person joins a group.
    Join(PlatformId, PersonId),
    /// A line in a space, of the person or, without one, of a group.
    Path(PlatformId, SpaceId, Option<PersonId>),
    /// A line of a group in a space at exactly this level.
    Level(PlatformId, SpaceId, GrantedAccess),
    /// A space that is not there yet.
    Create(PlatformId, SpaceId),
    /// The person alone loses access, or a group.
    Lose(PersonId),
    /// What a group loses, or whatever else is of no other need and takes away.
    LoseTogether,
    Organization(PersonId, PlatformId),
    Right(PersonId, PlatformId),
    Locations(PlatformId),
    DefaultRoles(PlatformId),
    Move(PlatformId, ItemId),
    /// Sharing any item with the person.
    Share(PlatformId, PersonId),
}

/// How many sets of needs are told apart where one of several ways is enough; beyond it, needs are left out.
const MOST_SETS: usize = 64;

/// Needs as bits: those of every way, and choices. Every way has, beside `must`, one set of each choice.
#[derive(Debug, Clone, Default)]
pub(super) struct Needs {
    must: u128,
    /// None of `must` stands in any. One need may stand in several: what serves one choice may serve another.
    choices: Vec<Vec<u128>>,
}

/// What is needed, or why nothing helps.
#[derive(Debug, Clone)]
pub(super) enum Ways {
    Open(Needs),
    Shut(BTreeSet<Obstacle>),
}

impl Needs {
    /// The fewest acts of any way.
    pub(super) fn fewest(&self) -> u32 {
        self.must.count_ones() + apart(&self.choices).iter().map(|choices| cheapest(choices)).sum::<u32>()
    }

    /// For ways of at most so many acts: the needs that all of them have, those that any has, and whether longer ways
    /// could have others.
    pub(super) fn within(&self, acts: u32) -> (u128, u128, bool) {
        let spare = acts.saturating_sub(self.fewest());
        let (mut every, mut any, mut is_all) = (self.must, self.must, true);
        for choices in apart(&self.choices) {
            let found = covers(&choices, cheapest(&choices) + spare);
            every |= found.every;
            any |= found.any;
            is_all &= found.is_all;
        }
        (every, any, is_all)
    }

    fn and(mut self, other: Self) -> Self {
        self.add_must(other.must);
        for choice in other.choices {
            self.add_choice(choice);
        }
        self
    }

    /// Needed anyway: no choice has to count it.
    fn add_must(&mut self, bits: u128) {
        if bits & !self.must == 0 {
            return;
        }
        self.must |= bits;
        let choices = std::mem::take(&mut self.choices);
        for choice in choices {
            self.add_choice(choice);
        }
    }

    fn add_choice(&mut self, choice: Vec<u128>) {
        let choice = least(choice.into_iter().map(|set| set & !self.must).collect());
        match choice.as_slice() {
            [] | [0] => {}
            [only] => self.add_must(*only),
            _ if self.choices.contains(&choice) => {}
            _ => self.choices.push(choice),
        }
    }

    /// As one choice. Where that is too much, only what all its sets share is counted.
    fn sets(&self) -> Vec<u128> {
        self.choices.iter().fold(vec![self.must], |sets, choice| {
            if sets.len() * choice.len() <= MOST_SETS {
                least(sets.iter().flat_map(|a| choice.iter().map(move |b| a | b)).collect())
            } else {
                let shared = choice.iter().fold(u128::MAX, |all, set| all & set);
                sets.into_iter().map(|set| set | shared).collect()
            }
        })
    }
}

impl Ways {
    /// Nothing is needed.
    pub(super) fn free() -> Self {
        Self::Open(Needs::default())
    }

    pub(super) fn shut(reason: Reason, at: PlatformId, role: Option<RoleId>, person: Option<PersonId>) -> Self {
        Self::Shut(BTreeSet::from([Obstacle { reason, at, role, person }]))
    }

    /// Both are needed.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Shut(mut one), Self::Shut(two)) => {
                one.extend(two);
                Self::Shut(one)
            }
            (Self::Shut(why), Self::Open(_)) | (Self::Open(_), Self::Shut(why)) => Self::Shut(why),
            (Self::Open(one), Self::Open(two)) => Self::Open(one.and(two)),
        }
    }

    /// One of the two is enough.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Shut(mut one), Self::Shut(two)) => {
                one.extend(two);
                Self::Shut(one)
            }
            (Self::Shut(_), open) | (open, Self::Shut(_)) => open,
            (Self::Open(one), Self::Open(two)) => {
                let mut needs = Needs::default();
                needs.add_choice(one.sets().into_iter().chain(two.sets()).collect());
                Self::Open(needs)
            }
        }
    }
}

/// Only sets that contain no other one. Of too many, the largest become one with the most similar: what both share.
fn least(mut sets: Vec<u128>) -> Vec<u128> {
    sets.sort_unstable_by_key(|set| (set.count_ones(), *set));
    sets.dedup();
    let mut kept: Vec<u128> = Vec::new();
    for set in sets {
        if !kept.iter().any(|smaller| smaller & set == *smaller) {
            kept.push(set);
        }
    }
    while kept.len() > MOST_SETS {
        let Some(last) = kept.pop() else { break };
        let nearest = kept.iter_mut().max_by_key(|set| (**set & last).count_ones());
        if let Some(nearest) = nearest {
            *nearest &= last;
        }
    }
    kept
}

/// Gives each need its bit. A need beyond the last bit is not counted, which keeps the bound a lower one.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits {
    known: BTreeMap<Need, u32>,
    needs: Vec<Need>,
    ruled_out: BTreeMap<Need, Obstacle>,
}

impl Bits {
    /// Where no act may serve these needs.
    pub(super) fn without(ruled_out: BTreeMap<Need, Obstacle>) -> Self {
        Self { ruled_out, ..Self::default() }
    }

    pub(super) fn of(&mut self, need: Need) -> Ways {
        if let Some(obstacle) = self.ruled_out.get(&need) {
            return Ways::Shut(BTreeSet::from([*obstacle]));
        }
        let next = u32::try_from(self.needs.len()).unwrap_or(u32::MAX);
        let bit = *self.known.entry(need).or_insert(next);
        if bit == next {
            self.needs.push(need);
        }
        Ways::Open(Needs { must: 1_u128.checked_shl(bit).unwrap_or(0), choices: Vec::new() })
    }

    /// The needs of a set, each with its bit.
    pub(super) fn needs(&self, set: u128) -> impl Iterator<Item = (u128, Need)> {
        let bits = (0_u32..u128::BITS).map(|bit| 1_u128 << bit);
        bits.zip(&self.needs).filter(move |(bit, _)| set & bit != 0).map(|(bit, need)| (bit, *need))
    }
}
