//! Obstacles in a few plain words, for the sentences of goals, reports and errors.

use crate::domain::Code;

/// The obstacle as a clause: "because …", "refused: …".
#[must_use]
pub fn obstacle(code: Code) -> String {
    let words = match code {
        Code::NotInvited => "the person is not invited under this address",
        Code::Pending => "the invitation is not accepted yet",
        Code::AccessRemoved => "the access was removed",
        Code::RoleNotGranted => "the role is not granted",
        Code::HostOptionOff => "the host does not allow roles without license",
        Code::NoLicenseAnywhere => "there is no license on any platform",
        Code::HomeNoLicense => "the home holds no license of the role",
        Code::HomeAccessRemoved => "the access to the home was removed",
        Code::HomeOptionOff => "the home does not allow roles without license",
        Code::HomeLicenseRestricted => "the license is restricted to the home",
        Code::HomeLicenseExpired => "the license of the home has expired",
        Code::Expired => "the license has expired",
        Code::PrerequisiteNotGranted(role) => return format!("the prerequisite {role} is not granted"),
        Code::PrerequisiteBlocked(role) => return format!("the prerequisite {role} cannot be used"),
        Code::CsvNotUsable => "Collaborative Industry Innovator or 3DSwymer cannot be used",
        Code::NoMembership => "the person is not in the space",
        Code::NoValidCredential => "no valid credential is left in the space",
        Code::NotAdministrator => "it takes an active administrator of this platform",
        Code::NotSignedIn => "the person cannot be signed in there",
        Code::NotOwner => "it takes an owner of the space",
        Code::RestrictedRolesOnly => "a restricted owner may give restricted access only",
        Code::OtherOrganization => "a restricted owner may manage only their own organization",
        Code::MemberInvitesOff => "members may not invite there",
        Code::EmailMissing => "there is no address, one that is none, or more than ten",
        Code::AlreadyMember => "it is there already",
        Code::NoMatch => "there is no match for it",
        Code::UnknownOrganization => "the organization is not declared there",
        Code::AccessRoleNotOffered => "this level is not offered there",
        Code::BaseRoleRequired => "3DSwymer (IFW) may not be left out",
        Code::RoleNotListed => "the role is in neither list of the platform",
        Code::SwitchHidden => "the switch is not offered",
        Code::PrerequisiteNotPurchased(role) => return format!("the prerequisite {role} was never purchased there"),
        Code::NotEnoughLicenses => "no license remains",
        Code::OptionInUse => "the option is in use",
        Code::LastAdministrator => "the last administrator would go",
        Code::GrantedThroughGroup => "it comes through a group",
        Code::SeatLocked => "the license is locked",
    };
    words.to_owned()
}
