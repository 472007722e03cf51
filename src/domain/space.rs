//! Collaborative spaces, access roles and credentials (T14–T18).

use super::{GroupId, ItemId, OrganizationId, PersonId, SpaceId};
use imbl::OrdMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The level inside a space (T17, F23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AccessRole {
    /// Sees public content only; opens nothing here.
    PublicReader,
    /// Reads.
    Reader,
    /// Also makes evaluation content.
    Contributor,
    /// Also makes definition content.
    Author,
    /// Also makes design resources.
    Leader,
    /// Reads, manages members, edits properties.
    Owner,
    /// Leader and Owner in one row (R148).
    LeaderAndOwner,
}

impl AccessRole {
    /// All, lowest first.
    pub const ALL: [Self; 7] = [
        Self::PublicReader,
        Self::Reader,
        Self::Contributor,
        Self::Author,
        Self::Leader,
        Self::Owner,
        Self::LeaderAndOwner,
    ];

    /// The exact label (rules 4.3).
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::PublicReader => "Public Reader",
            Self::Reader => "Reader",
            Self::Contributor => "Contributor",
            Self::Author => "Author",
            Self::Leader => "Leader",
            Self::Owner => "Owner",
            Self::LeaderAndOwner => "Leader & Owner",
        }
    }
}

/// An access role as it was given: whole or restricted to one's own organization (T22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantedAccess {
    /// The level.
    pub role: AccessRole,
    /// Only content of one's own organization (R138)?
    #[serde(default)]
    pub restricted: bool,
}

impl GrantedAccess {
    /// The unrestricted level.
    #[must_use]
    pub fn whole(role: AccessRole) -> Self {
        Self { role, restricted: false }
    }
}

/// What lets somebody into a space: space (implied), organization and access role (T18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Credential {
    /// The organization it carries.
    pub organization: OrganizationId,
    /// The level given.
    pub access: GrantedAccess,
}

/// A person's line in the member list of a space: one level per organization, possibly none left (E7).
pub type SpaceEntry = BTreeMap<OrganizationId, GrantedAccess>;

/// A piece of content.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    /// The display name.
    pub name: Arc<str>,
    /// The organization that owns it (R138).
    pub owner: OrganizationId,
}

/// A collaborative space (vault): the unit of data access (R33).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CollabSpace {
    /// The id.
    pub id: SpaceId,
    /// The display name.
    pub name: Arc<str>,
    /// Is it the Common Space of its platform?
    pub is_common: bool,
    /// Persons in it.
    pub entries: OrdMap<PersonId, SpaceEntry>,
    /// Groups in it; a group's organization is always the host company (R117).
    pub groups: BTreeMap<GroupId, GrantedAccess>,
    /// Its content.
    pub items: BTreeMap<ItemId, Item>,
}
