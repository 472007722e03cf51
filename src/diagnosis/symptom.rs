//! What people report, and what can be behind it (rules, section 5).

use super::Suspect;
use crate::decide::Hidden;
use crate::domain::{Code, RoleId, SpaceSetting};

/// What a user or an administrator reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Symptom {
    /// "Sorry, Access Denied. You have not been invited" (D1).
    AccessDenied,
    /// "You have not been granted a 3DEXPERIENCE License" (D2, D14, D26).
    NoLicense,
    /// The other company is not in the list of platforms (D30).
    PlatformNotListed,
    /// Was put out in the middle of the work (D32).
    PutOut,
    /// It worked until Monday (D23).
    WorkedBefore,
    /// The app is in the list and does not start (D12, D24).
    AppDoesNotStart,
    /// Connects, and sees no data (D9).
    NoData,
    /// In the list of the space, and opens nothing (D11).
    ListedOpensNothing,
    /// The group is in the space, one of its people gets nothing (D22).
    GroupOpensNothing,
    /// The space does not open any more (D17).
    LostSpace,
    /// Shown as an address with "(pending)" (D15).
    ShownPending,
    /// Cannot be found in *Add member(s)* (D10, D16).
    NotFound,
    /// Sees or reads more than was meant (D31).
    SeesTooMuch,
    /// Can do more in a space than was given (D20).
    DoesTooMuch,
    /// Cannot be taken out of a space, or it changes nothing (D21).
    CannotBeTakenOut,
    /// The wanted role is in neither list (D3, D4).
    RoleInNeitherList,
    /// No switch *Assign License*, no second list (D5).
    NoAssignSwitch,
    /// No switch *Restrict Usage to this Platform* (D6).
    NoRestrictSwitch,
    /// "Not enough licenses available (0 remaining)" (D8).
    NotEnoughLicenses,
    /// The license counter went up (D7).
    CounterWentUp,
    /// A role or license cannot be taken away (D7, D27).
    CannotBeUngranted,
    /// A role cannot be granted though licenses are left (D28).
    CannotBeGranted,
    /// The option cannot be turned off (D13).
    OptionStaysOn,
    /// Cannot open *Configure Members Options* (D29).
    NoControlCenter,
    /// An owner cannot add a colleague (D18).
    OwnerIsRefused,
    /// *Enable restricted access*, or the Reader, is missing (D19).
    LevelNotOffered,
    /// No mail came after sharing (D25).
    NoMail,
}

/// The codes of membership and license that keep somebody from connecting.
const LICENSE: [Code; 9] = [
    Code::RoleNotGranted,
    Code::HostOptionOff,
    Code::NoLicenseAnywhere,
    Code::HomeNoLicense,
    Code::HomeAccessRemoved,
    Code::HomeOptionOff,
    Code::HomeLicenseRestricted,
    Code::HomeLicenseExpired,
    Code::Expired,
];

impl Symptom {
    /// All, those of users first, then those of administrators.
    pub const ALL: [Self; 27] = [
        Self::AccessDenied,
        Self::NoLicense,
        Self::PlatformNotListed,
        Self::PutOut,
        Self::WorkedBefore,
        Self::AppDoesNotStart,
        Self::NoData,
        Self::ListedOpensNothing,
        Self::GroupOpensNothing,
        Self::LostSpace,
        Self::NoMail,
        Self::OwnerIsRefused,
        Self::NoControlCenter,
        Self::ShownPending,
        Self::NotFound,
        Self::SeesTooMuch,
        Self::DoesTooMuch,
        Self::CannotBeTakenOut,
        Self::RoleInNeitherList,
        Self::NoAssignSwitch,
        Self::NoRestrictSwitch,
        Self::NotEnoughLicenses,
        Self::CounterWentUp,
        Self::CannotBeUngranted,
        Self::CannotBeGranted,
        Self::OptionStaysOn,
        Self::LevelNotOffered,
    ];

    /// Is it what the person sees, and not what an administrator says of the person?
    #[must_use]
    pub fn is_of_user(self) -> bool {
        self <= Self::LostSpace || matches!(self, Self::NoMail | Self::OwnerIsRefused | Self::NoControlCenter)
    }

    /// What can be behind it, the likeliest first.
    #[must_use]
    pub fn suspects(self) -> Vec<Suspect> {
        use Suspect::{Obstacle, Refused};
        let license = || LICENSE.map(Obstacle).to_vec();
        let with = |first: &[Suspect], rest: Vec<Suspect>| [first, &rest].concat();
        match self {
            Self::AccessDenied => {
                vec![Suspect::OtherAddress, Obstacle(Code::NotInvited), Obstacle(Code::AccessRemoved)]
            }
            Self::NoLicense => with(&[], [license(), vec![Suspect::Locations]].concat()),
            Self::PlatformNotListed => [Code::Pending, Code::AccessRemoved, Code::NotInvited].map(Obstacle).to_vec(),
            Self::PutOut => with(&[Obstacle(Code::AccessRemoved), Obstacle(Code::NotInvited)], license()),
            Self::WorkedBefore => with(&[Obstacle(Code::AccessRemoved)], license()),
            Self::AppDoesNotStart => {
                let base = Code::PrerequisiteNotGranted(RoleId::ifw());
                with(&[Suspect::OtherRoleExpired], [license(), vec![Obstacle(base)]].concat())
            }
            Self::NoData => with(
                &[Code::NoMembership, Code::NoValidCredential, Code::Pending, Code::AccessRemoved].map(Obstacle),
                license(),
            ),
            Self::ListedOpensNothing | Self::GroupOpensNothing => with(
                &[Code::Pending, Code::NoValidCredential, Code::NoMembership, Code::AccessRemoved].map(Obstacle),
                license(),
            ),
            Self::LostSpace => {
                let first = [Code::NoValidCredential, Code::NoMembership, Code::AccessRemoved].map(Obstacle);
                with(&first, license())
            }
            Self::ShownPending => vec![Obstacle(Code::Pending)],
            Self::NotFound => vec![
                Obstacle(Code::NotInvited),
                Obstacle(Code::AccessRemoved),
                Suspect::NotPickedWithoutCsv,
                Suspect::PendingHidden,
                Suspect::PendingHasNoName,
            ],
            Self::SeesTooMuch => vec![Suspect::InCommonSpace, Suspect::GroupGives, Suspect::ItemShared],
            Self::DoesTooMuch => vec![Suspect::GroupGives],
            Self::CannotBeTakenOut => vec![Refused(Code::GrantedThroughGroup), Suspect::GroupGives],
            Self::RoleInNeitherList => {
                vec![Suspect::ListedBelow, Refused(Code::RoleNotListed), Suspect::OptionOff, Suspect::AlreadyGranted]
            }
            Self::NoAssignSwitch => vec![Suspect::OptionOff, Suspect::NoAssign(Hidden::Fixed)],
            Self::NoRestrictSwitch => [Hidden::OptionOff, Hidden::NotAssigned, Hidden::NotLinked, Hidden::Fixed]
                .map(Suspect::NoRestrict)
                .to_vec(),
            Self::NotEnoughLicenses => vec![Suspect::ConcernsAssigning, Suspect::LicenseNeeded],
            Self::CounterWentUp => vec![Suspect::LicenseAssigned, Refused(Code::SeatLocked)],
            Self::CannotBeUngranted => {
                [Code::GrantedThroughGroup, Code::SeatLocked, Code::SwitchHidden].map(Refused).to_vec()
            }
            Self::CannotBeGranted => [
                Code::PrerequisiteNotPurchased(RoleId::ifw()),
                Code::NotEnoughLicenses,
                Code::RoleNotListed,
                Code::NotInvited,
            ]
            .map(Refused)
            .to_vec(),
            Self::OptionStaysOn => vec![Refused(Code::OptionInUse), Suspect::AlreadyOff],
            Self::NoControlCenter => [Code::NotAdministrator, Code::NotSignedIn].map(Refused).to_vec(),
            Self::OwnerIsRefused => {
                [Code::RestrictedRolesOnly, Code::OtherOrganization, Code::NotOwner, Code::NotSignedIn]
                    .map(Refused)
                    .to_vec()
            }
            Self::LevelNotOffered => [SpaceSetting::RestrictedRoles, SpaceSetting::Reader, SpaceSetting::PublicReader]
                .map(Suspect::SettingOff)
                .to_vec(),
            Self::NoMail => [Code::MemberInvitesOff, Code::NotSignedIn, Code::NoMatch].map(Refused).to_vec(),
        }
    }
}
