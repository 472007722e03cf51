//! How many acts at least: sets of acts that no way can spare.
//!
//! A `Need` names a class of acts of which every way must have one; no act is in two classes that can be needed
//! together. Where there are several ways, each is a set of needs; the smallest set is a lower bound for all of them.
//! When no way is left, the [`Obstacle`]s say why.

use crate::domain::{Code, ItemId, MemberOption, PersonId, PlatformId, RoleId, SpaceId, SpaceSetting};
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
}

/// A condition that nothing can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Obstacle {
    /// Why.
    pub reason: Reason,
    /// Where it stands.
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
    /// A grant or a license of one role; without a person where one act may serve several.
    Role(PlatformId, RoleId, Option<PersonId>),
    Unrestrict(PersonId, PlatformId, RoleId),
    Release(PersonId, PlatformId, RoleId),
    /// Joining a group that has already what is missing.
    Join(PlatformId),
    Path(PlatformId, SpaceId, Option<PersonId>),
    Move(PlatformId, ItemId),
    /// Sharing any item with the person.
    Share(PlatformId, PersonId),
}

/// How many alternatives are told apart; beyond it only what they share is counted.
const MOST_WAYS: usize = 48;

/// Alternatives, each a set of needs as bits; or why there is none.
#[derive(Debug, Clone)]
pub(super) enum Ways {
    Open(Vec<u128>),
    Shut(BTreeSet<Obstacle>),
}

impl Ways {
    /// Nothing is needed.
    pub(super) fn free() -> Self {
        Self::Open(vec![0])
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
            (Self::Open(one), Self::Open(two)) => {
                Self::Open(least(one.iter().flat_map(|a| two.iter().map(move |b| a | b)).collect()))
            }
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
            (Self::Open(mut one), Self::Open(two)) => {
                one.extend(two);
                Self::Open(least(one))
            }
        }
    }

    /// The fewest acts of any way.
    pub(super) fn fewest(&self) -> Option<u32> {
        match self {
            Self::Open(ways) => ways.iter().map(|way| way.count_ones()).min(),
            Self::Shut(_) => None,
        }
    }
}

/// Only sets that contain no other one; what all share when there are too many.
fn least(mut ways: Vec<u128>) -> Vec<u128> {
    ways.sort_unstable_by_key(|way| (way.count_ones(), *way));
    ways.dedup();
    let mut kept: Vec<u128> = Vec::new();
    for way in ways {
        if !kept.iter().any(|smaller| smaller & way == *smaller) {
            kept.push(way);
        }
    }
    if kept.len() > MOST_WAYS {
        let shared = kept.iter().fold(u128::MAX, |all, way| all & way);
        kept = vec![shared];
    }
    kept
}

/// Gives each need its bit. A need beyond the last bit is not counted, which keeps the bound a lower one.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits {
    known: BTreeMap<Need, u32>,
}

impl Bits {
    pub(super) fn of(&mut self, need: Need) -> Ways {
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let bit = *self.known.entry(need).or_insert(next);
        Ways::Open(vec![1_u128.checked_shl(bit).unwrap_or(0)])
    }
}
