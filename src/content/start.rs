//! The start situation as it is written: people, platforms, who works where.

use super::List;
use super::located::{field, only};
use crate::domain::{
    AccessRole, Command, Day, Email, GroupId, ItemId, LocationId, MemberOption, Membership, OrganizationId,
    OrganizationKind, PersonId, PlatformId, Reading, RoleId, SpaceId, SpaceSetting, SpaceSubject, UserRight,
};
use serde::{Deserialize, Serialize};

/// The last valid day of licenses when a pool does not say.
pub const LAST_DAY: Day = Day(365);

/// Everything that is so before the first act.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// A built-in rehearsal whose start this one goes on from; gone once the file is read.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "field::<{ only::BASE }, _, _>")]
    pub base: Option<String>,
    /// The day of the clock.
    #[serde(default)]
    pub day: Day,
    /// Readings of the guides that are switched to their alternative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Everybody who plays a part.
    #[serde(default)]
    pub people: List<PersonStart>,
    /// The platforms, in the order of the panels.
    #[serde(default)]
    pub platforms: List<PlatformStart>,
    /// Who works where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub connected: List<ConnectedStart>,
    /// What was done before the opening, in order: part of the start, not of the history.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub past: List<Command>,
}

impl Start {
    /// This start on top of another one: the other's people, platforms and past come first.
    #[must_use]
    pub fn on(self, base: Self) -> Self {
        fn joined<T>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
            first.into_iter().chain(second).collect()
        }
        Self {
            base: base.base,
            day: self.day.max(base.day),
            readings: joined(base.readings, self.readings),
            people: joined(base.people, self.people),
            platforms: joined(base.platforms, self.platforms),
            connected: joined(base.connected, self.connected),
            past: joined(base.past, self.past),
        }
    }
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonStart {
    /// The id, a slug such as `ben`.
    pub id: PersonId,
    /// The full name; none for somebody who is only an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address the person signs in with (R17).
    pub email: Email,
}

/// A platform with everything on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformStart {
    /// The id, a slug such as `aldermoor`.
    pub id: PlatformId,
    /// The display name.
    pub name: String,
    /// The company that owns the platform (T20).
    pub company: CompanyStart,
    /// Business units and declared suppliers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizations: List<OrganizationStart>,
    /// The licenses it bought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pools: List<PoolStart>,
    /// The member options that are on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<MemberOption>,
    /// Space settings that differ from their initial value (rules 4.4).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settings: List<SettingStart>,
    /// The locations offered in an invitation (R108).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<LocationId>,
    /// The roles granted when a member invites (R106).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub default_roles: List<RoleStart>,
    /// Who is a member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: List<MemberStart>,
    /// User groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: List<GroupStart>,
    /// Collaborative spaces; `common-space` is there by itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spaces: List<SpaceStart>,
}

/// The company that owns a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanyStart {
    /// The id.
    pub id: OrganizationId,
    /// The display name.
    pub name: String,
}

/// A business unit or a declared supplier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationStart {
    /// The id.
    pub id: OrganizationId,
    /// The display name.
    pub name: String,
    /// A part of the company, or another company declared here.
    #[serde(default = "business_unit")]
    pub kind: OrganizationKind,
}

/// The licenses bought for one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PoolStart {
    /// The role.
    pub role: RoleId,
    /// How many in all.
    pub purchased: u32,
    /// The last valid day.
    #[serde(default = "last_day")]
    pub expires: Day,
}

/// A space setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingStart {
    /// Which.
    pub setting: SpaceSetting,
    /// On or off.
    pub on: bool,
}

/// A role with its two switches (R98, R99).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleStart {
    /// The role.
    pub role: RoleId,
    /// *Assign License*.
    #[serde(default = "yes")]
    pub assign_license: bool,
    /// *Restrict Usage to this Platform*; left out: on for linked roles with a license.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restrict_usage: Option<bool>,
}

/// A role somebody has, with its two switches and how long its license is in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldRoleStart {
    /// The role.
    pub role: RoleId,
    /// *Assign License*.
    #[serde(default = "yes")]
    pub assign_license: bool,
    /// *Restrict Usage to this Platform*; left out: on for linked roles with a license.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restrict_usage: Option<bool>,
    /// The day the license was first used here (F46); left out: not yet, or the day of the clock for somebody at work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_use: Option<Day>,
}

/// A membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberStart {
    /// Who.
    pub person: PersonId,
    /// The user right.
    #[serde(default = "member")]
    pub right: UserRight,
    /// Pending, active or no access.
    #[serde(default = "active")]
    pub membership: Membership,
    /// The platform location, one of those the platform offers (R107).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationId>,
    /// Where the person is employed: the company, units, a declared supplier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<OrganizationId>,
    /// Is the person in the Common Space? Left out: as the setting and the right say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub common_space: Option<bool>,
    /// The roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: List<HeldRoleStart>,
}

/// A user group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupStart {
    /// The id.
    pub id: GroupId,
    /// The display name.
    pub name: String,
    /// Who is in it; active members only (F28).
    #[serde(default)]
    pub members: Vec<PersonId>,
    /// The roles it grants to everybody in it (R90, F28).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
}

/// A collaborative space with its members and content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpaceStart {
    /// The id; `common-space` is the one every platform has.
    pub id: SpaceId,
    /// The display name; left out only for the Common Space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who is in it. The Common Space needs only those who are not in by themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: List<SpaceMemberStart>,
    /// Its content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: List<ItemStart>,
}

/// Somebody in a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpaceMemberStart {
    /// `Person("ben")` or `Group("partners")`.
    pub who: SpaceSubject,
    /// The level.
    pub role: AccessRole,
    /// Only content of one's own organization?
    #[serde(default, skip_serializing_if = "is_false")]
    pub restricted: bool,
    /// The organization of the credential; left out: as R115 and R116 say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationId>,
}

/// A piece of content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemStart {
    /// The id, unique on its platform.
    pub id: ItemId,
    /// The display name.
    pub name: String,
    /// The organization that owns it; left out: the company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OrganizationId>,
    /// Members it was shared with singly (R104, C30).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_with: Vec<PersonId>,
}

/// Somebody at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConnectedStart {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub platform: PlatformId,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that the derive asks for")]
pub(super) fn is_false(value: &bool) -> bool {
    !*value
}

fn last_day() -> Day {
    LAST_DAY
}

fn business_unit() -> OrganizationKind {
    OrganizationKind::BusinessUnit
}

fn member() -> UserRight {
    UserRight::Member
}

fn active() -> Membership {
    Membership::Active
}
