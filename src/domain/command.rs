//! What somebody tries to do, as whom, and on which platform.

use super::{
    AccessRole, Email, GroupId, ItemId, LocationId, MemberOption, OrganizationId, PersonId, PlatformId, RoleId,
    SpaceId, SpaceSetting, StageAct, UserRight,
};
use serde::{Deserialize, Serialize};

/// A try: by a person on a platform, or by the trainer who sets the stage.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Command {
    /// A person acts on a platform (R4).
    Do {
        /// Who acts.
        by: PersonId,
        /// Where.
        on: PlatformId,
        /// What.
        act: Act,
    },
    /// The trainer sets the stage: what nobody on a platform can do (E1).
    Stage(StageAct),
}

impl Command {
    /// A person's act.
    #[must_use]
    pub fn new(by: PersonId, on: PlatformId, act: Act) -> Self {
        Self::Do { by, on, act }
    }

    /// Who acts, when it is a person.
    #[must_use]
    pub fn actor(&self) -> Option<PersonId> {
        match self {
            Self::Do { by, .. } => Some(*by),
            Self::Stage(_) => None,
        }
    }

    /// The platform acted on, when it is a person's act.
    #[must_use]
    pub fn platform(&self) -> Option<PlatformId> {
        match self {
            Self::Do { on, .. } => Some(*on),
            Self::Stage(_) => None,
        }
    }

    /// The display names it brings with it.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Do { act, .. } => act.names(),
            Self::Stage(act) => act.names(),
        }
    }

    /// What it says that several acts come to.
    #[must_use]
    pub fn summaries(&self) -> Vec<&str> {
        match self {
            Self::Do { act, .. } => act.summaries(),
            Self::Stage(act) => act.summaries(),
        }
    }
}

/// How a role is granted: the two switches of R98 and R99.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantTerms {
    /// *Assign License*: is a license of this platform taken (R98)?
    pub assign_license: bool,
    /// *Restrict Usage to this Platform* (R99), when the switch is offered and was touched; otherwise restricted for
    /// linked kinds.
    #[serde(default)]
    pub restrict_usage: Option<bool>,
}

impl GrantTerms {
    /// The role without a license of this platform.
    #[must_use]
    pub fn without_license() -> Self {
        Self { assign_license: false, restrict_usage: None }
    }

    /// The role with a license of this platform, restricted when that is possible.
    #[must_use]
    pub fn with_license() -> Self {
        Self { assign_license: true, restrict_usage: None }
    }
}

/// One role of an invitation (R50, R74).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvitedRole {
    /// The role.
    pub role: RoleId,
    /// *Assign License* (R98).
    pub assign_license: bool,
    /// *Restrict Usage to this Platform* (R99), when offered and touched.
    #[serde(default)]
    pub restrict_usage: Option<bool>,
}

impl InvitedRole {
    /// The two switches.
    #[must_use]
    pub fn terms(self) -> GrantTerms {
        GrantTerms { assign_license: self.assign_license, restrict_usage: self.restrict_usage }
    }
}

/// The two ways to a space's members (C31).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Door {
    /// The 3DSpace app, as an owner of the space (R124).
    ThreeDSpace,
    /// The Collaborative Spaces Control Center, as an administrator (R79).
    #[default]
    ControlCenter,
}

/// Where an invitation is accepted from (R83).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Via {
    /// The link in the e-mail.
    #[default]
    Email,
    /// The notification on the platform the person works on.
    Notification,
}

/// Who is in a space: a person or a group (R112).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpaceSubject {
    /// A single person.
    Person(PersonId),
    /// A user group.
    Group(GroupId),
}

/// What a person can do on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Act {
    /// Turn a member option on or off (R8, R89, R100).
    SetOption {
        /// Which.
        option: MemberOption,
        /// On or off.
        on: bool,
    },
    /// Choose which locations an invitation offers (R108).
    SetLocations {
        /// The offered locations.
        locations: Vec<LocationId>,
    },
    /// Choose the roles granted when a member invites (R106).
    SetDefaultRoles {
        /// The roles.
        roles: Vec<InvitedRole>,
    },
    /// Invite one or several addresses (R15–R24, R46–R51, R72–R77).
    Invite {
        /// The addresses; one act, one fate.
        emails: Vec<Email>,
        /// The user right they get.
        right: UserRight,
        /// The location, while that option is on (R107).
        #[serde(default)]
        location: Option<LocationId>,
        /// The declared organization the invitees are put into (C34, F10).
        #[serde(default)]
        organization: Option<OrganizationId>,
        /// The roles.
        roles: Vec<InvitedRole>,
    },
    /// Send the invitation again (F12).
    ResendInvitation {
        /// To whom.
        person: PersonId,
    },
    /// Take a pending invitation back (F38).
    CancelInvitation {
        /// Whose.
        person: PersonId,
    },
    /// Accept one's own invitation (R83, C29).
    AcceptInvitation {
        /// From where.
        #[serde(default)]
        via: Via,
    },
    /// Work on this platform from now on (R84).
    SwitchPlatform,
    /// Grant a role (R85, R96–R99).
    GrantRole {
        /// To whom.
        person: PersonId,
        /// Which.
        role: RoleId,
        /// With which switches.
        terms: GrantTerms,
    },
    /// Take a role away.
    UngrantRole {
        /// From whom.
        person: PersonId,
        /// Which.
        role: RoleId,
    },
    /// Turn *Assign License* on or off for a granted role (R98, F48).
    SetAssignLicense {
        /// Whose.
        person: PersonId,
        /// Which role.
        role: RoleId,
        /// On or off.
        on: bool,
    },
    /// Turn *Restrict Usage to this Platform* on or off for an assigned license (R13, R71, R99).
    SetRestrictUsage {
        /// Whose.
        person: PersonId,
        /// Which role.
        role: RoleId,
        /// On or off.
        on: bool,
    },
    /// Remove a member's access, profile and roles kept (F13).
    RemoveAccess {
        /// Whose.
        person: PersonId,
    },
    /// Give removed access back (F13).
    GiveAccessBack {
        /// To whom.
        person: PersonId,
    },
    /// Remove a member completely (F13, E5).
    RemoveMember {
        /// Whom.
        person: PersonId,
    },
    /// Change the user right of a member (F14).
    ChangeRight {
        /// Whose.
        person: PersonId,
        /// To what.
        right: UserRight,
    },
    /// Put a member into a declared organization (R115, C34).
    JoinOrganization {
        /// Whom.
        person: PersonId,
        /// Into which.
        organization: OrganizationId,
    },
    /// Take a member out of an organization; their credentials with it go (R118).
    LeaveOrganization {
        /// Whom.
        person: PersonId,
        /// Out of which.
        organization: OrganizationId,
    },
    /// Create a collaborative space; its creator becomes Leader & Owner (R42, R111).
    CreateSpace {
        /// Its id.
        space: SpaceId,
        /// Its name.
        name: String,
    },
    /// Turn a space setting on or off (R34, R137, R149–R151).
    SetSpaceSetting {
        /// Which.
        setting: SpaceSetting,
        /// On or off.
        on: bool,
    },
    /// Add a person or a group to a space (R81, R111–R117).
    AddSpaceMember {
        /// The space.
        space: SpaceId,
        /// Who.
        who: SpaceSubject,
        /// The level.
        role: AccessRole,
        /// Only content of one's own organization (R136)?
        #[serde(default)]
        restricted: bool,
        /// Advanced: the organization by hand (C26).
        #[serde(default)]
        organization: Option<OrganizationId>,
        /// Through which door (C31).
        #[serde(default)]
        door: Door,
    },
    /// Change the level of somebody who is in (E7).
    ChangeSpaceMember {
        /// The space.
        space: SpaceId,
        /// Who.
        who: SpaceSubject,
        /// The new level.
        role: AccessRole,
        /// Only content of one's own organization (R136)?
        #[serde(default)]
        restricted: bool,
        /// Through which door (C31).
        #[serde(default)]
        door: Door,
    },
    /// Take somebody out of a space (R39, E7).
    RemoveSpaceMember {
        /// The space.
        space: SpaceId,
        /// Who.
        who: SpaceSubject,
        /// Through which door (C31).
        #[serde(default)]
        door: Door,
    },
    /// Take a single credential away: *Advanced* (R135, F25).
    RemoveCredential {
        /// The space.
        space: SpaceId,
        /// Whose.
        person: PersonId,
        /// The organization it carries.
        organization: OrganizationId,
        /// Through which door (C31).
        #[serde(default)]
        door: Door,
    },
    /// Edit the properties of a space: its title (F24, F26).
    EditSpaceProperties {
        /// The space.
        space: SpaceId,
        /// The new title.
        name: String,
        /// Through which door (C31).
        #[serde(default)]
        door: Door,
    },
    /// Move an item to another space (R42).
    MoveItem {
        /// The item.
        item: ItemId,
        /// Where to.
        to: SpaceId,
    },
    /// Share an item with an address; an outsider is invited by it (R104–R106, C30).
    ShareItem {
        /// The item.
        item: ItemId,
        /// With whom.
        email: Email,
    },
    /// Define a user group in the User Groups app (R129, R130).
    CreateGroup {
        /// Its id.
        group: GroupId,
        /// Its name.
        name: String,
    },
    /// Put a connected member into a group (F28).
    JoinGroup {
        /// The group.
        group: GroupId,
        /// Who.
        person: PersonId,
    },
    /// Take somebody out of a group (F28, F29).
    LeaveGroup {
        /// The group.
        group: GroupId,
        /// Who.
        person: PersonId,
    },
    /// Grant a role to everybody in a group (R90, E5).
    GrantGroupRole {
        /// The group.
        group: GroupId,
        /// The role.
        role: RoleId,
    },
    /// Take a role from a group.
    UngrantGroupRole {
        /// The group.
        group: GroupId,
        /// The role.
        role: RoleId,
    },
    /// Several acts of the same person on the same platform, as one step: all or nothing. *Import Members* is one (F30).
    Several {
        /// What it comes to, as a few words: `imports 3 lines`.
        what: String,
        /// The acts, in order; each is judged on top of the one before.
        acts: Vec<Act>,
    },
}

impl Act {
    /// The display names it brings with it.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        if let Self::CreateSpace { name, .. }
        | Self::CreateGroup { name, .. }
        | Self::EditSpaceProperties { name, .. } = self
        {
            vec![name]
        } else if let Self::SetLocations { locations } = self {
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
