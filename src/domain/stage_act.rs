//! What the trainer can do: set the stage, move the clock. No person on a platform can (E1).

use super::{
    AccessRole, Day, Email, GroupId, InvitedRole, ItemId, LocationId, MemberOption, Membership, OrganizationId,
    OrganizationKind, PersonId, PlatformId, Reading, RoleId, SpaceId, SpaceSetting, SpaceSubject, UserRight,
};
use serde::{Deserialize, Serialize};

/// A role somebody already has when the stage is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberRole {
    /// The role.
    pub role: RoleId,
    /// Is a license of the platform assigned?
    pub assign_license: bool,
    /// Is its use restricted to the platform? Left out: restricted for linked kinds.
    #[serde(default)]
    pub restrict_usage: Option<bool>,
}

/// What the trainer can do: set the stage, move the clock.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum StageAct {
    /// Several at once, as one step: all or nothing.
    Several {
        /// What it comes to, as a sentence.
        what: String,
        /// The acts, in order.
        acts: Vec<StageAct>,
    },
    /// Introduce a person.
    AddPerson {
        /// The id.
        person: PersonId,
        /// The name; none for somebody who is only an address.
        name: Option<String>,
        /// The address.
        email: Email,
    },
    /// Set up a platform with its Common Space.
    AddPlatform {
        /// The id.
        platform: PlatformId,
        /// The display name.
        name: String,
        /// The company that owns it.
        company: OrganizationId,
        /// The company's name.
        company_name: String,
    },
    /// Declare an organization.
    AddOrganization {
        /// Where.
        platform: PlatformId,
        /// The id.
        organization: OrganizationId,
        /// The display name.
        name: String,
        /// What it is to the platform.
        kind: OrganizationKind,
    },
    /// Buy licenses, or give some back; set their last day.
    SetPool {
        /// Where.
        platform: PlatformId,
        /// Of which role.
        role: RoleId,
        /// How many in all.
        purchased: u32,
        /// The last valid day.
        expires: Day,
    },
    /// Set a member option.
    SetOption {
        /// Where.
        platform: PlatformId,
        /// Which.
        option: MemberOption,
        /// On or off.
        on: bool,
    },
    /// Set a space setting.
    SetSpaceSetting {
        /// Where.
        platform: PlatformId,
        /// Which.
        setting: SpaceSetting,
        /// On or off.
        on: bool,
    },
    /// Offer these locations.
    SetLocations {
        /// Where.
        platform: PlatformId,
        /// The locations.
        locations: Vec<LocationId>,
    },
    /// Set the default roles.
    SetDefaultRoles {
        /// Where.
        platform: PlatformId,
        /// The roles.
        roles: Vec<InvitedRole>,
    },
    /// Make a person a member, with roles and licenses.
    AddMember {
        /// Where.
        platform: PlatformId,
        /// Who.
        person: PersonId,
        /// Pending, active or no access.
        membership: Membership,
        /// The user right.
        right: UserRight,
        /// The platform location, when one was chosen (R107).
        #[serde(default)]
        location: Option<LocationId>,
        /// The organizations the person is employed in.
        organizations: Vec<OrganizationId>,
        /// The roles.
        roles: Vec<MemberRole>,
    },
    /// Create a space without members.
    AddSpace {
        /// Where.
        platform: PlatformId,
        /// The id.
        space: SpaceId,
        /// The display name.
        name: String,
    },
    /// Define a user group.
    AddGroup {
        /// Where.
        platform: PlatformId,
        /// The id.
        group: GroupId,
        /// The display name.
        name: String,
        /// Who is in it.
        members: Vec<PersonId>,
    },
    /// Put somebody into a space.
    AddSpaceMember {
        /// Where.
        platform: PlatformId,
        /// Which space.
        space: SpaceId,
        /// Who.
        who: SpaceSubject,
        /// The level.
        role: AccessRole,
        /// Restricted to one's own organization?
        restricted: bool,
        /// The organization; left out: as R115 and R116 say.
        organization: Option<OrganizationId>,
    },
    /// Put content into a space.
    AddItem {
        /// Where.
        platform: PlatformId,
        /// Which space.
        space: SpaceId,
        /// The id.
        item: ItemId,
        /// The display name.
        name: String,
        /// The organization that owns it.
        owner: OrganizationId,
    },
    /// Say which organization owns an item (R138).
    SetItemOwner {
        /// Where.
        platform: PlatformId,
        /// Which item.
        item: ItemId,
        /// The organization that owns it from now on.
        owner: OrganizationId,
    },
    /// Grant a role to a group, with a license each where that is the rule (E5).
    GrantGroupRole {
        /// Where.
        platform: PlatformId,
        /// Which group.
        group: GroupId,
        /// Which role.
        role: RoleId,
    },
    /// Let an item have been shared with a single person (R104, C30).
    ShareItem {
        /// Where.
        platform: PlatformId,
        /// Which item.
        item: ItemId,
        /// With whom; a member, pending or not.
        person: PersonId,
    },
    /// Say on which day a license was used for the first time on its own platform (F46).
    SetFirstUse {
        /// Where.
        platform: PlatformId,
        /// Whose license.
        person: PersonId,
        /// Of which role.
        role: RoleId,
        /// The day.
        day: Day,
    },
    /// Let a person work on a platform.
    Connect {
        /// Who.
        person: PersonId,
        /// Where.
        platform: PlatformId,
    },
    /// Move the clock.
    SetClock {
        /// To which day.
        day: Day,
    },
    /// Choose a reading of the guides (rules 2.1).
    SetReading {
        /// Which.
        reading: Reading,
        /// The alternative (true) or the default (false).
        alternative: bool,
    },
}

impl StageAct {
    /// The display names it brings with it.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        if let Self::AddOrganization { name, .. }
        | Self::AddSpace { name, .. }
        | Self::AddGroup { name, .. }
        | Self::AddItem { name, .. }
        | Self::AddPerson { name: Some(name), .. } = self
        {
            vec![name]
        } else if let Self::AddPlatform { name, company_name, .. } = self {
            vec![name, company_name]
        } else if let Self::SetLocations { locations, .. } = self {
            locations.iter().map(|location| location.as_str()).collect()
        } else if let Self::Several { acts, .. } = self {
            acts.iter().flat_map(Self::names).collect()
        } else {
            Vec::new()
        }
    }

    /// What it says that several acts come to.
    #[must_use]
    pub fn summaries(&self) -> Vec<&str> {
        let Self::Several { what, acts } = self else { return Vec::new() };
        std::iter::once(what.as_str()).chain(acts.iter().flat_map(Self::summaries)).collect()
    }
}
