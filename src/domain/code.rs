//! Why something is not so: the codes of E12, their order, and refusals.

use super::{Blockers, PersonId, PlatformId, Reading, RoleId};
use serde::{Deserialize, Serialize};

/// One obstacle. The order of the variants is the order in which they are reported (E12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Code {
    /// No membership on the platform under this identity (R17, F38).
    NotInvited,
    /// Invited, never connected (R113).
    Pending,
    /// The membership is No Access (F13).
    AccessRemoved,
    /// Granted neither directly nor through a group (R19, R85).
    RoleNotGranted,
    /// A home holds a license, but the host does not allow roles without license (R8, R45).
    HostOptionOff,
    /// No license, and the person is a member of no other platform (R103, C22).
    NoLicenseAnywhere,
    /// A member elsewhere, but no license of this role anywhere (R19, R77, C14).
    HomeNoLicense,
    /// The home license is linked and access to that home was removed (F61).
    HomeAccessRemoved,
    /// The home does not allow roles without license (R9, C1).
    HomeOptionOff,
    /// The home license is restricted to its platform (R13, R14, R99).
    HomeLicenseRestricted,
    /// The home license has expired (R95, C18).
    HomeLicenseExpired,
    /// The license of this platform has expired (R91, C17).
    Expired,
    /// A direct prerequisite is not granted (F43).
    PrerequisiteNotGranted(RoleId),
    /// A prerequisite is granted but blocked (E3).
    PrerequisiteBlocked(RoleId),
    /// CSV or IFW is blocked (R127, R157).
    CsvNotUsable,
    /// No entry in the space and no group path (R40, R78).
    NoMembership,
    /// An entry in the space, but its credentials are gone (R118–R123).
    NoValidCredential,
    /// The act needs an Active Administrator of this platform (R28, R29).
    NotAdministrator,
    /// The actor is not Active here or cannot connect (R4, E4).
    NotSignedIn,
    /// The actor does not own the space (R124, F24).
    NotOwner,
    /// An Owner (Restricted) chose an unrestricted access role (R126).
    RestrictedRolesOnly,
    /// An Owner (Restricted) acts on another organization (R125, C25).
    OtherOrganization,
    /// Members may not invite here (R102, R103).
    MemberInvitesOff,
    /// There is no address, one that is none, or more than an invitation takes (R73, F10).
    EmailMissing,
    /// Already there: the address, the role, the name.
    AlreadyMember,
    /// Not there, not in the state the act needs, or not to be picked (R140, E13).
    NoMatch,
    /// The organization is not declared here, or the person is not in it.
    UnknownOrganization,
    /// A space setting does not offer this access role (R137, R149–R151).
    AccessRoleNotOffered,
    /// IFW was left out (F8, F40).
    BaseRoleRequired,
    /// The role is in neither list (R23, R109).
    RoleNotListed,
    /// The switch or field is not offered (R97, R107, F5, F34, F35).
    SwitchHidden,
    /// An owned role whose prerequisite is not owned (R96, C16).
    PrerequisiteNotPurchased(RoleId),
    /// No license remains to be assigned (R98, F6).
    NotEnoughLicenses,
    /// The option is in use (R100, R101, E8).
    OptionInUse,
    /// The only Active Administrator would go (F14).
    LastAdministrator,
    /// The role or the access comes through a group (F25, F29).
    GrantedThroughGroup,
    /// The license is locked (F46, F47).
    SeatLocked,
}

impl Code {
    /// Its place in the order of E12; codes of one name share it.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::NotInvited => 0,
            Self::Pending => 1,
            Self::AccessRemoved => 2,
            Self::RoleNotGranted => 3,
            Self::HostOptionOff => 4,
            Self::NoLicenseAnywhere => 5,
            Self::HomeNoLicense => 6,
            Self::HomeAccessRemoved => 7,
            Self::HomeOptionOff => 8,
            Self::HomeLicenseRestricted => 9,
            Self::HomeLicenseExpired => 10,
            Self::Expired => 11,
            Self::PrerequisiteNotGranted(_) => 12,
            Self::PrerequisiteBlocked(_) => 13,
            Self::CsvNotUsable => 14,
            Self::NoMembership => 15,
            Self::NoValidCredential => 16,
            Self::NotAdministrator => 17,
            Self::NotSignedIn => 18,
            Self::NotOwner => 19,
            Self::RestrictedRolesOnly => 20,
            Self::OtherOrganization => 21,
            Self::MemberInvitesOff => 22,
            Self::EmailMissing => 23,
            Self::AlreadyMember => 24,
            Self::NoMatch => 25,
            Self::UnknownOrganization => 26,
            Self::AccessRoleNotOffered => 27,
            Self::BaseRoleRequired => 28,
            Self::RoleNotListed => 29,
            Self::SwitchHidden => 30,
            Self::PrerequisiteNotPurchased(_) => 31,
            Self::NotEnoughLicenses => 32,
            Self::OptionInUse => 33,
            Self::LastAdministrator => 34,
            Self::GrantedThroughGroup => 35,
            Self::SeatLocked => 36,
        }
    }

    /// Does it say something about the membership itself (the codes that "besides membership" leaves out)?
    #[must_use]
    pub fn is_membership(self) -> bool {
        matches!(self, Self::NotInvited | Self::Pending | Self::AccessRemoved)
    }

    /// The prerequisite it is about.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "a code with a role in it carries a prerequisite")]
    pub fn prerequisite(self) -> Option<RoleId> {
        match self {
            Self::PrerequisiteNotGranted(role)
            | Self::PrerequisiteBlocked(role)
            | Self::PrerequisiteNotPurchased(role) => Some(role),
            _ => None,
        }
    }

    /// Does it say why no license serves (E3, the codes of the source)?
    #[must_use]
    pub fn is_about_source(self) -> bool {
        matches!(
            self,
            Self::HostOptionOff
                | Self::NoLicenseAnywhere
                | Self::HomeNoLicense
                | Self::HomeAccessRemoved
                | Self::HomeOptionOff
                | Self::HomeLicenseRestricted
                | Self::HomeLicenseExpired
                | Self::Expired
        )
    }

    /// The rules that explain it: numbers of `R…` and `F…` and `C…` entries.
    #[must_use]
    pub fn rules(self) -> &'static [&'static str] {
        match self {
            Self::NotInvited => &["R17", "F38"],
            Self::Pending => &["R113"],
            Self::AccessRemoved => &["F13"],
            Self::RoleNotGranted => &["R19", "R85"],
            Self::HostOptionOff => &["R8", "R45"],
            Self::NoLicenseAnywhere => &["R103", "C22"],
            Self::HomeNoLicense => &["R77", "R19", "C14"],
            Self::HomeAccessRemoved => &["F61"],
            Self::HomeOptionOff => &["R9", "C1"],
            Self::HomeLicenseRestricted => &["R13", "R14", "R71", "R99"],
            Self::HomeLicenseExpired => &["R95", "C18"],
            Self::Expired => &["R91", "C17"],
            Self::PrerequisiteNotGranted(_) => &["F43"],
            Self::PrerequisiteBlocked(_) => &["F42", "F43"],
            Self::CsvNotUsable => &["R127", "R157"],
            Self::NoMembership => &["R78", "R40", "R112"],
            Self::NoValidCredential => &["R118", "R122", "R123"],
            Self::NotAdministrator => &["R28", "R29"],
            Self::NotSignedIn => &["R4"],
            Self::NotOwner => &["R124", "F24"],
            Self::RestrictedRolesOnly => &["R126"],
            Self::OtherOrganization => &["R125", "C25"],
            Self::MemberInvitesOff => &["R102", "R103"],
            Self::EmailMissing => &["R73", "F10"],
            Self::AlreadyMember => &["R112"],
            Self::NoMatch => &["R140"],
            Self::UnknownOrganization => &["R115"],
            Self::AccessRoleNotOffered => &["R137", "R149", "R150", "R151"],
            Self::BaseRoleRequired => &["F40", "F8"],
            Self::RoleNotListed => &["R23", "R109"],
            Self::SwitchHidden => &["R97", "R107", "F5", "F34"],
            Self::PrerequisiteNotPurchased(_) => &["R96", "C16"],
            Self::NotEnoughLicenses => &["R98", "F6"],
            Self::OptionInUse => &["R100", "R101"],
            Self::LastAdministrator => &["F14"],
            Self::GrantedThroughGroup => &["F29", "F25"],
            Self::SeatLocked => &["F46", "F47"],
        }
    }
}

/// Why a command is not possible.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Refusal {
    /// The headline: binding (E12).
    pub code: Code,
    /// Where it stands.
    pub platform: Option<PlatformId>,
    /// The role it is about.
    pub role: Option<RoleId>,
    /// The person it is about.
    pub person: Option<PersonId>,
    /// Everything that keeps an option in use, for [`Code::OptionInUse`].
    pub blockers: Blockers,
    /// The readings it depends on (rules 2.1).
    pub readings: Vec<Reading>,
    /// Further codes that hold as well.
    pub further: Vec<Code>,
}

impl Refusal {
    /// A refusal for this reason on this platform.
    #[must_use]
    pub fn new(code: Code, platform: PlatformId) -> Self {
        Self {
            code,
            platform: Some(platform),
            role: None,
            person: None,
            blockers: Blockers::default(),
            readings: Vec::new(),
            further: Vec::new(),
        }
    }

    /// A refusal that concerns no single platform.
    #[must_use]
    pub fn anywhere(code: Code) -> Self {
        Self { platform: None, ..Self::new(code, PlatformId::new("")) }
    }

    /// About this person.
    #[must_use]
    pub fn about(mut self, person: PersonId) -> Self {
        self.person = Some(person);
        self
    }

    /// About this role.
    #[must_use]
    pub fn of_role(mut self, role: RoleId) -> Self {
        self.role = Some(role);
        self
    }
}
