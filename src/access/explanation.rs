//! A decision is its list of checks.

use super::Question;
use crate::domain::{AccessRole, Code, OrganizationId, PlatformId, Reading, RoleId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One condition of a decision: the obstacle it looks for, where, and whether that obstacle is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Check {
    /// The obstacle. It is reported when the check does not hold; when it holds, the obstacle is absent.
    pub code: Code,
    /// Is the condition met?
    pub holds: bool,
    /// The platform whose state was looked at, and where it is cured.
    pub at: PlatformId,
    /// The role that was looked at, when it is about one.
    pub role: Option<RoleId>,
    /// The reading of the guides it depends on, when another reading would not ask (rules 2.1).
    pub reading: Option<Reading>,
    /// The question behind it, when the obstacle has reasons of its own.
    pub follow: Option<Question>,
}

/// How far a capability reaches inside a space.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Scope {
    /// All content.
    All,
    /// Content of these organizations only (R138).
    Own(BTreeSet<OrganizationId>),
}

/// What a person may do in a space: the union over all paths, scope kept per capability (C23).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct EffectiveAccess {
    pub(super) levels: BTreeMap<AccessRole, Scope>,
}

/// A decision with all its checks, in the order of E12.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Explanation {
    /// What was asked.
    pub question: Question,
    /// Every condition that was judged.
    pub checks: Vec<Check>,
    /// Whose license makes the role usable, when there is one (E3).
    pub source: Option<PlatformId>,
    /// What the person would reach in the space by the paths that exist (E7), whatever the gate says.
    pub access: Option<EffectiveAccess>,
}

impl Explanation {
    /// The verdict: every check holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.holds)
    }

    /// The checks that fail, in order.
    pub fn failing(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| !check.holds)
    }

    /// The checks that hold, in order.
    pub fn passing(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| check.holds)
    }

    /// The first failing check.
    #[must_use]
    pub fn headline(&self) -> Option<&Check> {
        self.failing().next()
    }

    /// The codes of all failing checks, in order, each once.
    #[must_use]
    pub fn codes(&self) -> Vec<Code> {
        let mut codes: Vec<Code> = Vec::new();
        for check in self.failing() {
            if !codes.contains(&check.code) {
                codes.push(check.code);
            }
        }
        codes
    }
}
