//! Plans in words: where the control of an act is, what it takes, and why there is no way.

use crate::domain::{Act, Code, Command};
use crate::planner::{Obstacle, Reason, Take};
use crate::view::lens::count;
use crate::view::{Lens, Spot};

/// Where the control of an act is, with the platform's own labels.
#[must_use]
pub fn place_of(lens: &Lens<'_>, command: &Command) -> Option<String> {
    let Command::Do { by, on, act } = command else { return None };
    let spot = match act {
        Act::SetOption { option, .. } => Spot::Option(*on, *option),
        Act::SetSpaceSetting { setting, .. } => Spot::Setting(*on, *setting),
        Act::Invite { .. } => Spot::InviteButton(*on),
        Act::AcceptInvitation { .. } => Spot::Mail(*on, *by),
        Act::SwitchPlatform => Spot::PlatformMenu(*on, *by),
        Act::GrantRole { person, .. } => Spot::GrantRole(*on, *person),
        Act::SetAssignLicense { person, role, .. } => Spot::AssignLicense(*on, *person, *role),
        Act::SetRestrictUsage { person, role, .. } => Spot::RestrictUsage(*on, *person, *role),
        Act::UngrantRole { person, .. }
        | Act::RemoveAccess { person }
        | Act::GiveAccessBack { person }
        | Act::RemoveMember { person }
        | Act::ChangeRight { person, .. }
        | Act::ResendInvitation { person }
        | Act::CancelInvitation { person }
        | Act::JoinOrganization { person, .. }
        | Act::LeaveOrganization { person, .. } => Spot::Member(*on, *person),
        Act::AddSpaceMember { space, .. }
        | Act::ChangeSpaceMember { space, .. }
        | Act::RemoveSpaceMember { space, .. }
        | Act::RemoveCredential { space, .. }
        | Act::EditSpaceProperties { space, .. }
        | Act::MoveItem { to: space, .. } => Spot::Space(*on, *space),
        Act::SetLocations { .. }
        | Act::SetDefaultRoles { .. }
        | Act::CreateSpace { .. }
        | Act::ShareItem { .. }
        | Act::CreateGroup { .. }
        | Act::JoinGroup { .. }
        | Act::LeaveGroup { .. }
        | Act::GrantGroupRole { .. }
        | Act::UngrantGroupRole { .. }
        | Act::Several { .. } => return None,
    };
    Some(super::path(lens, spot))
}

/// "takes 1 Industry Innovator license of Aldermoor", or gives one back.
#[must_use]
pub fn took(lens: &Lens<'_>, take: Take) -> String {
    let verb = if take.count > 0 { "takes" } else { "gives back" };
    let number = usize::try_from(take.count.unsigned_abs()).unwrap_or(usize::MAX);
    let role = lens.role_short(take.role);
    let licenses = count(number, &format!("{role} license"), &format!("{role} licenses"));
    format!("{verb} {licenses} of {}", lens.short(take.platform))
}

/// Why there is no way, as a sentence without a stop.
#[must_use]
pub fn found_obstacle(lens: &Lens<'_>, obstacle: &Obstacle) -> String {
    let at = lens.short(obstacle.at);
    let role = obstacle.role.map(|role| lens.role_short(role));
    let of_role = role.as_ref().map(|role| format!(" of {role}")).unwrap_or_default();
    match obstacle.reason {
        Reason::LicenseForbidden => format!("{at}: the plan may take no license{of_role} there"),
        Reason::NobodyMayAct => match obstacle.person {
            Some(person) => format!("{at}: {} would have to act, and may not in this plan", lens.first(person)),
            None => format!("{at}: its administrators would have to act, and may not in this plan"),
        },
        Reason::OnlyTime => "it is a matter of the day, and no act of a person moves the clock".to_owned(),
        Reason::GoalsExclude => format!("{at}: what is wanted and what must stay exclude each other"),
        Reason::Rule(Code::NotAdministrator) => format!("{at}: no administrator is left who could act"),
        Reason::Rule(Code::NotEnoughLicenses) => format!("{at}: there is no license{of_role} to take"),
        Reason::Rule(code) => {
            let about = role.map(|role| format!("{role}: ")).unwrap_or_default();
            format!("{at}: {about}{}", crate::content::words::obstacle(code))
        }
    }
}
