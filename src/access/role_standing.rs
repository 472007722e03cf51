//! How far a role has come on its way to be usable, as one word: read off an explanation, for places with little room.

use super::Explanation;
use crate::domain::{Code, PlatformId, RoleId};

/// How far a role has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleStanding {
    /// Access to the platform was removed (F13).
    Removed,
    /// No license serves.
    Cut {
        /// The first reason.
        code: Code,
        /// Where it stands.
        at: PlatformId,
        /// How many further reasons there are.
        more: usize,
    },
    /// A license would serve, but the person is not invited.
    Uninvited,
    /// A license would serve, but the role is not granted here.
    NotGranted,
    /// A license serves, but a prerequisite is missing or blocked (F43).
    WaitsFor {
        /// Whose license serves.
        source: PlatformId,
        /// The prerequisite.
        needed: RoleId,
    },
    /// Everything is there but the acceptance (R113).
    Ready {
        /// Whose license will serve.
        source: PlatformId,
    },
    /// Usable.
    Open {
        /// Whose license serves.
        source: PlatformId,
    },
}

impl RoleStanding {
    /// Reads it off the explanation of [`super::Question::RoleUsable`].
    #[must_use]
    pub fn of(explanation: &Explanation) -> Self {
        let codes = explanation.codes();
        let has = |code: Code| codes.contains(&code);
        if has(Code::AccessRemoved) {
            return Self::Removed;
        }
        let Some(source) = explanation.source else {
            let mut reasons = explanation.failing().filter(|check| check.code.is_about_source());
            return match reasons.next() {
                Some(first) => Self::Cut { code: first.code, at: first.at, more: reasons.count() },
                // Without a source there is always a reason; should the engine ever forget it, say what is known.
                None => Self::Cut { code: Code::NoLicenseAnywhere, at: explanation.question.platform(), more: 0 },
            };
        };
        let needed = codes.iter().find_map(|code| code.prerequisite());
        match needed {
            _ if has(Code::NotInvited) => Self::Uninvited,
            _ if has(Code::RoleNotGranted) => Self::NotGranted,
            Some(needed) => Self::WaitsFor { source, needed },
            None if has(Code::Pending) => Self::Ready { source },
            None => Self::Open { source },
        }
    }
}
