//! What happened: facts, never results that could be computed.

use super::{
    Day, Email, GrantTerms, GrantedAccess, GroupId, ItemId, LocationId, MemberOption, Membership, Message,
    OrganizationId, OrganizationKind, PersonId, PlatformId, Reading, RoleId, SpaceId, SpaceSetting, UserRight,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One fact that came about. Field names are those of the entities they change.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields carry the names of the entity fields they set")]
pub enum Event {
    /// A person or a bare address became known.
    PersonAdded { person: PersonId, name: Option<Arc<str>>, email: Email },
    /// A platform was set up.
    PlatformAdded { platform: PlatformId, name: Arc<str>, company: OrganizationId, company_name: Arc<str> },
    /// An organization was declared.
    OrganizationAdded { platform: PlatformId, organization: OrganizationId, name: Arc<str>, kind: OrganizationKind },
    /// Licenses were bought or their last day set.
    PoolSet { platform: PlatformId, role: RoleId, purchased: u32, expires: Day },
    /// The clock moved.
    ClockSet { day: Day },
    /// A reading of the guides was chosen.
    ReadingSet { reading: Reading, alternative: bool },
    /// A member option was turned on or off.
    OptionSet { platform: PlatformId, option: MemberOption, on: bool },
    /// A space setting was turned on or off.
    SpaceSettingSet { platform: PlatformId, setting: SpaceSetting, on: bool },
    /// The offered locations were chosen.
    LocationsSet { platform: PlatformId, locations: Vec<LocationId> },
    /// The default roles were chosen.
    DefaultRolesSet { platform: PlatformId, roles: BTreeMap<RoleId, GrantTerms> },
    /// A person became a member.
    MemberAdded {
        platform: PlatformId,
        person: PersonId,
        membership: Membership,
        right: UserRight,
        location: Option<LocationId>,
        organizations: BTreeSet<OrganizationId>,
    },
    /// A membership moved on.
    MembershipChanged { platform: PlatformId, person: PersonId, membership: Membership },
    /// A member was removed completely; licenses were released before.
    MemberRemoved { platform: PlatformId, person: PersonId },
    /// A member got another user right.
    RightChanged { platform: PlatformId, person: PersonId, right: UserRight },
    /// A member joined an organization.
    OrganizationJoined { platform: PlatformId, person: PersonId, organization: OrganizationId },
    /// A member left an organization.
    OrganizationLeft { platform: PlatformId, person: PersonId, organization: OrganizationId },
    /// A role was granted directly.
    RoleGranted { platform: PlatformId, person: PersonId, role: RoleId },
    /// A direct grant was taken away.
    RoleUngranted { platform: PlatformId, person: PersonId, role: RoleId },
    /// A license was taken from the pool.
    LicenseAssigned { platform: PlatformId, person: PersonId, role: RoleId, restricted: bool },
    /// A license went back to the pool.
    LicenseReleased { platform: PlatformId, person: PersonId, role: RoleId },
    /// The restriction of a license was switched.
    UsageRestricted { platform: PlatformId, person: PersonId, role: RoleId, restricted: bool },
    /// A license was used for the first time on its own platform (F46).
    LicenseFirstUsed { platform: PlatformId, person: PersonId, role: RoleId, day: Day },
    /// A group was defined.
    GroupAdded { platform: PlatformId, group: GroupId, name: Arc<str> },
    /// A person joined a group.
    GroupJoined { platform: PlatformId, group: GroupId, person: PersonId },
    /// A space was created.
    SpaceAdded { platform: PlatformId, space: SpaceId, name: Arc<str>, is_common: bool },
    /// A space got another title.
    SpaceRenamed { platform: PlatformId, space: SpaceId, name: Arc<str> },
    /// A person got a credential, or another level in it.
    CredentialSet {
        platform: PlatformId,
        space: SpaceId,
        person: PersonId,
        organization: OrganizationId,
        access: GrantedAccess,
    },
    /// A credential was taken away; the person's line in the space stays (R122).
    CredentialRemoved { platform: PlatformId, space: SpaceId, person: PersonId, organization: OrganizationId },
    /// A person's line in a space was removed.
    SpaceEntryRemoved { platform: PlatformId, space: SpaceId, person: PersonId },
    /// A group was put into a space, or got another level.
    GroupAccessSet { platform: PlatformId, space: SpaceId, group: GroupId, access: GrantedAccess },
    /// A group was taken out of a space.
    GroupAccessRemoved { platform: PlatformId, space: SpaceId, group: GroupId },
    /// An item appeared in a space.
    ItemAdded { platform: PlatformId, space: SpaceId, item: ItemId, name: Arc<str>, owner: OrganizationId },
    /// An item belongs to another organization now.
    ItemOwnerSet { platform: PlatformId, space: SpaceId, item: ItemId, owner: OrganizationId },
    /// An item went from one space to another.
    ItemMoved { platform: PlatformId, item: ItemId, from: SpaceId, to: SpaceId },
    /// A person left a group.
    GroupLeft { platform: PlatformId, group: GroupId, person: PersonId },
    /// A role was granted to a group.
    GroupRoleGranted { platform: PlatformId, group: GroupId, role: RoleId },
    /// A role was taken from a group.
    GroupRoleUngranted { platform: PlatformId, group: GroupId, role: RoleId },
    /// An item was shared with a single person.
    ItemShared { platform: PlatformId, item: ItemId, person: PersonId },
    /// A login was tried and refused, though it had effects (E9).
    LoginRefused { person: PersonId, platform: PlatformId },
    /// A message arrived.
    MessageSent { person: PersonId, message: Message },
    /// A person works on this platform now.
    Connected { person: PersonId, platform: PlatformId },
    /// A person works on no platform now.
    Disconnected { person: PersonId },
}
