//! What can be asked: three separate facts, never one flag (C28).

use crate::domain::{PersonId, PlatformId, RoleId, SpaceId};
use serde::{Deserialize, Serialize};

/// A question about one person on one platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Question {
    /// May the person connect (E4)? For a pending person: would accepting succeed?
    CanConnect {
        /// Who.
        person: PersonId,
        /// Where.
        platform: PlatformId,
    },
    /// Is the role usable, and from whose license (E3)?
    RoleUsable {
        /// Who.
        person: PersonId,
        /// Where.
        platform: PlatformId,
        /// Which role.
        role: RoleId,
    },
    /// What does the person reach in the space (E6, E7)?
    SpaceAccess {
        /// Who.
        person: PersonId,
        /// Where.
        platform: PlatformId,
        /// Which space.
        space: SpaceId,
    },
}

impl Question {
    /// Whom it is about.
    #[must_use]
    pub fn person(self) -> PersonId {
        match self {
            Self::CanConnect { person, .. } | Self::RoleUsable { person, .. } | Self::SpaceAccess { person, .. } => {
                person
            }
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn platform(self) -> PlatformId {
        match self {
            Self::CanConnect { platform, .. }
            | Self::RoleUsable { platform, .. }
            | Self::SpaceAccess { platform, .. } => platform,
        }
    }
}
