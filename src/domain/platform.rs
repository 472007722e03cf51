//! One company's platform (T1).

use super::{
    CollabSpace, Day, GrantTerms, GroupId, ItemId, LocationId, Member, MemberOption, MemberOptions, OrganizationId,
    PersonId, PlatformId, RoleId, SpaceId, SpaceSetting, SpaceSettings, UserGroup,
};
use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What kind of organization it is, seen from the platform (T19, T20, C34).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OrganizationKind {
    /// The company that owns the platform.
    HostCompany,
    /// A part of the company.
    BusinessUnit,
    /// Another company, declared here.
    Supplier,
}

/// An organization declared on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Organization {
    /// The display name.
    pub name: Arc<str>,
    /// Company, unit or supplier.
    pub kind: OrganizationKind,
}

/// The licenses a platform bought for one role (E10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LicensePool {
    /// How many were bought. A role is *owned* when this is not 0, expired or not (C16).
    pub purchased: u32,
    /// How many are assigned; kept in step with the seats.
    pub assigned: u32,
    /// The last day on which the licenses are valid.
    pub expires: Day,
}

impl LicensePool {
    /// How many can still be assigned.
    #[must_use]
    pub fn remaining(&self) -> u32 {
        self.purchased.saturating_sub(self.assigned)
    }
}

/// One company's instance of the 3DEXPERIENCE platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Platform {
    /// The id.
    pub id: PlatformId,
    /// The display name.
    pub name: Arc<str>,
    /// The company that owns it (T20).
    pub host_company: OrganizationId,
    /// All organizations declared here, the host company included.
    pub organizations: BTreeMap<OrganizationId, Organization>,
    /// The member options that are on.
    pub options: MemberOptions,
    /// The locations offered in an invitation (R108).
    pub locations: Vec<LocationId>,
    /// Roles granted when a member invites (R106).
    pub default_roles: BTreeMap<RoleId, GrantTerms>,
    /// The space settings that are on.
    pub space_settings: SpaceSettings,
    /// Licenses by role.
    pub pools: BTreeMap<RoleId, LicensePool>,
    /// Members by person.
    pub members: OrdMap<PersonId, Arc<Member>>,
    /// Collaborative spaces.
    pub spaces: OrdMap<SpaceId, Arc<CollabSpace>>,
    /// User groups.
    pub groups: OrdMap<GroupId, Arc<UserGroup>>,
    /// Items shared with single persons (R104).
    pub shares: OrdSet<(ItemId, PersonId)>,
}

impl Platform {
    /// Is the option on?
    #[must_use]
    pub fn has_option(&self, option: MemberOption) -> bool {
        self.options.contains(&option)
    }

    /// May roles be granted here without a license (`OPT-B`)?
    #[must_use]
    pub fn grants_without_license(&self) -> bool {
        self.has_option(MemberOption::GrantWithoutLicense)
    }

    /// Is the space setting on?
    #[must_use]
    pub fn has_setting(&self, setting: SpaceSetting) -> bool {
        self.space_settings.contains(&setting)
    }

    /// The membership of a person.
    #[must_use]
    pub fn member(&self, person: PersonId) -> Option<&Member> {
        self.members.get(&person).map(Arc::as_ref)
    }

    /// Is the person an Active Administrator here?
    #[must_use]
    pub fn is_administered_by(&self, person: PersonId) -> bool {
        self.member(person).is_some_and(Member::is_active_administrator)
    }

    /// Does the platform own the role: has it ever bought licenses of it (C16)?
    #[must_use]
    pub fn owns(&self, role: RoleId) -> bool {
        self.pools.get(&role).is_some_and(|pool| pool.purchased > 0)
    }

    /// How many licenses of the role can still be assigned.
    #[must_use]
    pub fn remaining(&self, role: RoleId) -> u32 {
        self.pools.get(&role).map_or(0, LicensePool::remaining)
    }

    /// Have the licenses of this role expired by that day? A role without a pool has nothing to expire.
    #[must_use]
    pub fn is_expired(&self, role: RoleId, today: Day) -> bool {
        self.pools.get(&role).is_some_and(|pool| today > pool.expires)
    }

    /// The space every platform starts with (T16).
    #[must_use]
    pub fn common_space(&self) -> Option<&CollabSpace> {
        self.spaces.values().map(Arc::as_ref).find(|space| space.is_common)
    }

    /// The space with this id.
    #[must_use]
    pub fn space(&self, space: SpaceId) -> Option<&CollabSpace> {
        self.spaces.get(&space).map(Arc::as_ref)
    }

    /// The user groups a person is in.
    pub fn groups_of(&self, person: PersonId) -> impl Iterator<Item = &UserGroup> {
        self.member(person).into_iter().flat_map(|member| self.groups_in(member))
    }

    /// The user groups a member is in.
    pub fn groups_in<'a>(&'a self, member: &'a Member) -> impl Iterator<Item = &'a UserGroup> {
        member.groups.iter().filter_map(|group| self.groups.get(group)).map(Arc::as_ref)
    }

    /// Is the role granted to the person, directly or through a group (E3)?
    #[must_use]
    pub fn is_granted(&self, person: PersonId, role: RoleId) -> bool {
        self.member(person).is_some_and(|member| self.grants_to(member, role))
    }

    /// Is the role granted to the member, directly or through a group (E3)?
    #[must_use]
    pub fn grants_to(&self, member: &Member, role: RoleId) -> bool {
        member.grants.contains(&role) || self.groups_in(member).any(|group| group.roles.contains(&role))
    }

    /// The roles granted to the member, directly or through groups; one that comes twice is named twice.
    pub fn granted_roles<'a>(&'a self, member: &'a Member) -> impl Iterator<Item = RoleId> + use<'a> {
        member.grants.iter().chain(self.groups_in(member).flat_map(|group| &group.roles)).copied()
    }

    /// The person's license of a role.
    #[must_use]
    pub fn seat(&self, person: PersonId, role: RoleId) -> Option<&super::Seat> {
        self.member(person).and_then(|member| member.seats.get(&role))
    }
}
