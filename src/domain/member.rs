//! A person's membership of one platform.

use super::{Day, Email, GroupId, LocationId, OrganizationId, RoleId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where a membership stands (T7, T8). No membership at all is the absence of a [`Member`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Membership {
    /// Invited, never connected (R113).
    Pending,
    /// Has connected once.
    Active,
    /// Access removed; profile and roles kept (F13).
    NoAccess,
}

/// What a member may do on the platform (F9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum UserRight {
    /// Uses granted roles, may create spaces.
    Member,
    /// May also use the control centers (T6).
    Administrator,
    /// Does not belong to the company: granted spaces only (T5, R75).
    External,
}

impl UserRight {
    /// All rights, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Member, Self::Administrator, Self::External];

    /// The exact label (F9).
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Administrator => "Administrator",
            Self::External => "External",
        }
    }
}

/// One license of a platform's pool, assigned to one person for one role (T10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seat {
    /// Is *Restrict Usage to this Platform* on (R99)?
    pub restricted: bool,
    /// The day its holder first connected to the seat's own platform (F46).
    pub first_use: Option<Day>,
}

/// A person's membership of one platform, with what was granted and assigned there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Member {
    /// Pending, active or no access.
    pub membership: Membership,
    /// Member, Administrator or External.
    pub right: UserRight,
    /// The address that was invited.
    pub email: Email,
    /// The platform location, when one was chosen (R107).
    pub location: Option<LocationId>,
    /// Organizations of this platform the person is employed in, the company included (R115).
    pub organizations: BTreeSet<OrganizationId>,
    /// Roles granted directly (R85).
    pub grants: BTreeSet<RoleId>,
    /// Licenses assigned (R85).
    pub seats: BTreeMap<RoleId, Seat>,
    /// The user groups the person is in here; kept in step with the groups.
    pub groups: BTreeSet<GroupId>,
}

impl Member {
    /// Is this an Active Administrator: one who may use the control centers (T6, R28)?
    #[must_use]
    pub fn is_active_administrator(&self) -> bool {
        self.right == UserRight::Administrator && self.membership == Membership::Active
    }
}
