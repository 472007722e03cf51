//! Switches that belong to a whole platform, and the switchable readings of the guides.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The four switches of *Configure Members Options* (R89).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MemberOption {
    /// `OPT-A`: automatically ungrant expired roles from members or groups (R90).
    UngrantExpiredRoles,
    /// `OPT-B`: allow administrators to grant roles without assigning automatically the associated license (R8, R93).
    GrantWithoutLicense,
    /// `OPT-C`: allow platform members to invite external users (R102).
    MemberInvitations,
    /// `OPT-D`: allow administrators to manage member's platform locations (R107).
    PlatformLocations,
}

impl MemberOption {
    /// All four, in the order of the screen.
    pub const ALL: [Self; 4] =
        [Self::UngrantExpiredRoles, Self::GrantWithoutLicense, Self::MemberInvitations, Self::PlatformLocations];

    /// The section heading, exact (rules 4.3); guides use it as the option's name (C4).
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::UngrantExpiredRoles => "Licenses expiration",
            Self::GrantWithoutLicense => "Invitations from administrators",
            Self::MemberInvitations => "Invitations from members",
            Self::PlatformLocations => "Member's platform locations",
        }
    }

    /// The text of the switch, exact (F2).
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::UngrantExpiredRoles => "Automatically ungrant expired roles from members or groups",
            Self::GrantWithoutLicense => {
                "Allow administrators to grant roles without assigning automatically the associated license"
            }
            Self::MemberInvitations => {
                "Allow platform members to invite external users (for instance when sharing content)."
            }
            Self::PlatformLocations => "Allow administrators to manage member's platform locations",
        }
    }
}

/// Which member options are on.
pub type MemberOptions = BTreeSet<MemberOption>;

/// The switches of *Manage Settings* in the Collaborative Spaces Control Center (F16–F19, R137, R149–R151).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpaceSetting {
    /// `CS-COMMON`: give access to all new users to the Common Space (R34, F16).
    CommonSpaceForNewUsers,
    /// `CS-PUBREADER`: the access role Public Reader is offered (R150).
    PublicReader,
    /// `CS-READER`: the access role Reader is offered (R151).
    Reader,
    /// `CS-RESTRICTED`: restricted access roles are offered (R137).
    RestrictedRoles,
    /// `CS-ASSOC-LO`: Leader and Owner are one row (R149).
    AssociateLeaderAndOwner,
    /// `CS-PENDEXT`: pending external users can be picked in spaces (R144).
    PendingExternals,
}

impl SpaceSetting {
    /// All, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::CommonSpaceForNewUsers,
        Self::PublicReader,
        Self::Reader,
        Self::RestrictedRoles,
        Self::AssociateLeaderAndOwner,
        Self::PendingExternals,
    ];

    /// The label, exact where the product's own is known (F16–F19).
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::CommonSpaceForNewUsers => "Give access to all new users to the Common Space",
            Self::PublicReader => "Public Reader",
            Self::Reader => "Reader",
            Self::RestrictedRoles => "Restricted roles",
            Self::AssociateLeaderAndOwner => "Associate Leader and Owner",
            Self::PendingExternals => "Pending external users can be added to spaces",
        }
    }
}

/// Which space settings are on.
pub type SpaceSettings = BTreeSet<SpaceSetting>;

/// Where the guides leave a choice open (rules 2.1). Each has a default and one alternative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reading {
    /// Must the grant-without-license option be on at the home at the time of use (C1)? Default: yes. Alternative: not asked.
    HomeOptionNotAsked,
    /// Adding to a space asks for a usable CSV license, not only its grant (C10).
    UsableCsvWhenAdding,
    /// New externals get the Common Space too (C11).
    CommonSpaceForExternals,
    /// Prerequisites must be owned only when the license is assigned (C16).
    LenientPurchase,
    /// The expiry option also ungrants roles whose foreign licenses are all expired (C18).
    UngrantForeignExpired,
    /// The first attempt makes a member active even when the login gate refuses (C29).
    AcceptFirst,
    /// A license is locked for 30 days (1 day for SOLIDWORKS roles) from first use (F46, F47).
    LicenseLock,
}

impl Reading {
    /// The closed list.
    pub const ALL: [Self; 7] = [
        Self::HomeOptionNotAsked,
        Self::UsableCsvWhenAdding,
        Self::CommonSpaceForExternals,
        Self::LenientPurchase,
        Self::UngrantForeignExpired,
        Self::AcceptFirst,
        Self::LicenseLock,
    ];
}

/// The readings switched to their alternative.
pub type Readings = BTreeSet<Reading>;
