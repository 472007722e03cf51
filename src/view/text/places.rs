//! Where the control of an act is: the place to show, and the menu path to it in the platform's own labels.

use crate::domain::{Act, Command, PersonId, PlatformId, StageAct};
use crate::view::{Lens, Spot};

/// Where the control of an act is, to be shown. None when it has no place of its own.
#[must_use]
pub fn spot_of(lens: &Lens<'_>, command: &Command) -> Option<Spot> {
    let (by, on, act) = match command {
        Command::Do { by, on, act } => (by, on, act),
        Command::Stage(StageAct::SetPool { platform, .. }) => return Some(Spot::Pools(*platform)),
        Command::Stage(_) => return None,
    };
    Some(match act {
        Act::SetOption { option, .. } => Spot::Option(*on, *option),
        Act::SetSpaceSetting { setting, .. } => Spot::Setting(*on, *setting),
        Act::Invite { .. } => Spot::InviteButton(*on),
        Act::AcceptInvitation { .. } => Spot::Mail(where_they_are(lens, *by)?, *by),
        Act::SwitchPlatform => Spot::PlatformMenu(where_they_are(lens, *by).unwrap_or(*on), *by),
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
    })
}

/// The platform on whose panel a person is seen: where they work now, else at home.
fn where_they_are(lens: &Lens<'_>, person: PersonId) -> Option<PlatformId> {
    lens.world.person(person).and_then(|found| found.connected).or_else(|| lens.home(person))
}

/// The menu path to the control of an act.
#[must_use]
pub fn place_of(lens: &Lens<'_>, command: &Command) -> Option<String> {
    spot_of(lens, command).map(|spot| path(lens, spot))
}

/// The same from the start, for somebody in front of the real platform (R5, R67, R79).
#[must_use]
pub fn way_to(lens: &Lens<'_>, command: &Command) -> Option<String> {
    let place = place_of(lens, command)?;
    Some(match place.split_once(" › ") {
        Some(("Members", rest)) => format!("Platform Management › Members › {rest}"),
        Some(("Spaces", rest)) => {
            format!("Platform Management › Content › Collaborative Spaces Control Center › {rest}")
        }
        _ => place,
    })
}

/// The menu path to a place, without the platform's name.
#[must_use]
pub fn path(lens: &Lens<'_>, spot: Spot) -> String {
    match spot {
        Spot::Option(_, option) => format!("Members › Configure Members Options › {}", option.heading()),
        Spot::Setting(_, setting) => format!("Spaces › Manage Settings › {}", setting.label()),
        Spot::InviteButton(_) => "Members › Invite & Grant Roles › Invite members…".to_owned(),
        Spot::Member(_, person) | Spot::GrantRole(_, person) => {
            format!("Members › Invite & Grant Roles › {}", lens.first(person))
        }
        Spot::AssignLicense(_, person, role) => format!(
            "Members › Invite & Grant Roles › {} › {} › Assign License",
            lens.first(person),
            lens.role_short(role)
        ),
        Spot::RestrictUsage(_, person, role) => format!(
            "Members › Invite & Grant Roles › {} › {} › Restrict Usage to this Platform",
            lens.first(person),
            lens.role_short(role)
        ),
        Spot::Space(platform, space) => format!("Spaces › {} › Manage Members", lens.space(platform, space)),
        Spot::Mail(_, person) => format!("{} mail", lens.possessive(person)),
        Spot::PlatformMenu(_, person) => format!("the platform list of {}, near the profile icon", lens.first(person)),
        Spot::Pools(_) => "Members › Licenses".to_owned(),
    }
}
