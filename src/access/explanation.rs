//! A decision is its list of checks.

use super::Question;
use crate::domain::{AccessRole, Code, GrantedAccess, OrganizationId, PlatformId, Reading, RoleId};
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
    /// The reading of the guides it depends on: read in the other way, it could stand differently (rules 2.1).
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

impl EffectiveAccess {
    /// Adds a path: its capabilities, for all content or for content of one organization.
    pub fn add(&mut self, granted: GrantedAccess, organization: OrganizationId) {
        for capability in capabilities(granted.role) {
            match self.levels.get_mut(capability) {
                Some(Scope::All) => {}
                Some(Scope::Own(organizations)) if granted.restricted => {
                    organizations.insert(organization);
                }
                Some(Scope::Own(_)) | None => {
                    let scope =
                        if granted.restricted { Scope::Own(BTreeSet::from([organization])) } else { Scope::All };
                    self.levels.insert(*capability, scope);
                }
            }
        }
    }

    /// Is there no path?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// How far the owner's rights reach, when there are any (F24).
    #[must_use]
    pub fn ownership(&self) -> Option<&Scope> {
        self.levels.get(&AccessRole::Owner)
    }

    /// How far reading reaches, when anything can be read.
    #[must_use]
    pub fn reading(&self) -> Option<&Scope> {
        self.levels.get(&AccessRole::Reader)
    }

    /// Per scope the highest name, the narrower line first (C23).
    fn names(&self) -> (Option<String>, Option<String>) {
        let name = |is_whole: bool| {
            let of_scope = self.levels.iter().filter(|(_, scope)| (**scope == Scope::All) == is_whole);
            let mut highest: Option<AccessRole> = None;
            let mut owns = false;
            for (level, _) in of_scope {
                if *level == AccessRole::Owner {
                    owns = true;
                } else {
                    highest = Some(*level);
                }
            }
            match (highest, owns) {
                (None, false) => None,
                (Some(level), false) => Some(level.label().to_owned()),
                (Some(level), true) if level > AccessRole::Reader => Some(format!("{} & Owner", level.label())),
                (_, true) => Some(AccessRole::Owner.label().to_owned()),
            }
        };
        (name(false), name(true))
    }

    /// The first name of the label, without its scope.
    #[must_use]
    pub fn brief(&self) -> String {
        let (own, whole) = self.names();
        own.or(whole).unwrap_or_default()
    }

    /// The label of C23: per scope the highest name, the narrower line first.
    #[must_use]
    pub fn label(&self) -> String {
        match self.names() {
            (None, None) => String::new(),
            (None, Some(whole)) => whole,
            (Some(own), None) => format!("{own} (own organization)"),
            (Some(own), Some(whole)) => format!("{own} (own organization) + {whole} (all)"),
        }
    }
}

/// What an access role lets its holder do, named by the role that brings it (F23). Whatever a Public Reader sees, the
/// others see too; so a narrower line of it beside a wider one adds nothing (C23).
fn capabilities(role: AccessRole) -> &'static [AccessRole] {
    use AccessRole::{Author, Contributor, Leader, LeaderAndOwner, Owner, PublicReader, Reader};
    match role {
        PublicReader => &[PublicReader],
        Reader => &[PublicReader, Reader],
        Contributor => &[PublicReader, Reader, Contributor],
        Author => &[PublicReader, Reader, Contributor, Author],
        Leader => &[PublicReader, Reader, Contributor, Author, Leader],
        Owner => &[PublicReader, Reader, Owner],
        LeaderAndOwner => &[PublicReader, Reader, Contributor, Author, Leader, Owner],
    }
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

    /// The prerequisites of the role that are not granted; with them missing it can be granted, and stays blocked (F43).
    #[must_use]
    pub fn missing_prerequisites(&self) -> Vec<RoleId> {
        let missing = |code: Code| if let Code::PrerequisiteNotGranted(needed) = code { Some(needed) } else { None };
        self.codes().into_iter().filter_map(missing).collect()
    }
}
