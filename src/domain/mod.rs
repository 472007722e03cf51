//! What is, and how it may change: entities, commands, events, the rulebook. No decision is taken here.
//!
//! Glossary (the field's own words; the guides' synonyms in brackets):
//!
//! - [`Platform`] one company's instance (tenant). *Host*: the inviting one. *Home*: where the invitee holds licenses.
//! - [`Member`] a person's membership of a platform; [`Membership`] none, pending, active or no access.
//! - [`Role`] a set of apps granted to a person; [`LicensePool`] what the platform bought; [`Seat`] one license of it,
//!   assigned to one person, which makes a granted role usable.
//! - [`CollabSpace`] (vault, loosely 3DSpace) the unit of data access; [`Credential`] what lets a person into it.
//! - [`Command`] what somebody tries to do; [`Event`] what happened; [`Code`] why something is not so.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod apply;
pub mod blockers;
pub mod code;
pub mod command;
pub mod event;
pub mod group;
pub mod ids;
pub mod lettering;
pub mod member;
pub mod options;
pub mod person;
pub mod platform;
pub mod role;
pub mod roll;
pub mod rulebook;
pub mod space;
pub mod stage_act;
pub mod world;

pub use apply::{apply, apply_all};
pub use blockers::{Blocker, BlockerReason, Blockers};
pub use code::{Code, Refusal};
pub use command::{Act, Command, Door, GrantTerms, InvitedRole, SpaceSubject, Via};
pub use event::Event;
pub use group::UserGroup;
pub use ids::{Email, GroupId, ItemId, LocationId, OrganizationId, PersonId, PlatformId, RoleId, SpaceId};
pub use member::{Member, Membership, Seat, UserRight};
pub use options::{MemberOption, MemberOptions, Reading, Readings, SpaceSetting, SpaceSettings};
pub use person::{Message, MessageKind, Person};
pub use platform::{LicensePool, Organization, OrganizationKind, Platform};
pub use role::{Role, RoleCatalog, RoleKind};
pub use roll::{Crowd, Roll};
pub use space::{AccessRole, CollabSpace, Credential, GrantedAccess, Item, SpaceEntry};
pub use stage_act::{MemberRole, StageAct};
pub use world::World;

/// A day of the simulated clock; day 0 is the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Day(pub u32);
