//! Acts as requests to the person whose turn it is: plain words with the labels of the platform's own switches.

use super::acts::{group_name, item_name, organization_name};
use crate::domain::{Act, Command, InvitedRole, PlatformId, SpaceSubject};
use crate::view::Lens;
use crate::view::lens::list;

/// "Turn off “Restrict Usage to this Platform” for the role 3DSwymer of Ben Okafor."
#[must_use]
pub fn request(lens: &Lens<'_>, command: &Command) -> String {
    let Command::Do { on, act, .. } = command else { return super::act(lens, command) };
    let words = members(lens, *on, act).or_else(|| content(lens, *on, act));
    words.unwrap_or_else(|| super::act(lens, command)) + "."
}

fn turn(on: bool) -> &'static str {
    if on { "Turn on" } else { "Turn off" }
}

/// What stands in the Members Control Center, and what an invitee does.
fn members(lens: &Lens<'_>, at: PlatformId, act: &Act) -> Option<String> {
    let name = |person: &crate::domain::PersonId| lens.name(*person);
    Some(match act {
        Act::SetOption { option, on } => format!("{} “{}”", turn(*on), option.label()),
        Act::Invite { emails, right, roles, .. } => {
            let emails: Vec<String> = emails.iter().map(ToString::to_string).collect();
            let roles: Vec<String> = roles.iter().map(|role| invited(lens, *role)).collect();
            let with = if roles.is_empty() { String::new() } else { format!(", with the roles {}", list(&roles)) };
            format!("Invite {} as {}{with}", list(&emails), right.label())
        }
        Act::ResendInvitation { person } => format!("Send {} the invitation again", name(person)),
        Act::CancelInvitation { person } => format!("Take the invitation of {} back", name(person)),
        Act::AcceptInvitation { .. } => {
            format!("Accept the invitation to {}; it is in your mail", lens.platform(at))
        }
        Act::SwitchPlatform => {
            format!("Switch to {} in the list of platforms near your profile icon", lens.platform(at))
        }
        Act::GrantRole { person, role, terms } => {
            let how = if terms.assign_license { "on" } else { "off" };
            format!("Grant {} the role {}, with “Assign License” {how}", name(person), lens.role(*role))
        }
        Act::UngrantRole { person, role } => format!("Take the role {} from {}", lens.role(*role), name(person)),
        Act::SetAssignLicense { person, role, on } => {
            format!("{} “Assign License” for the role {} of {}", turn(*on), lens.role(*role), name(person))
        }
        Act::SetRestrictUsage { person, role, on } => {
            let (turn, role) = (turn(*on), lens.role(*role));
            format!("{turn} “Restrict Usage to this Platform” for the role {role} of {}", name(person))
        }
        Act::RemoveAccess { person } => format!("Remove the access of {}", name(person)),
        Act::GiveAccessBack { person } => format!("Give {} the access back", name(person)),
        Act::RemoveMember { person } => format!("Remove {} from the members", name(person)),
        Act::ChangeRight { person, right } => {
            format!("Change the user right of {} to {}", name(person), right.label())
        }
        Act::JoinOrganization { person, organization } => {
            format!("Put {} into the organization {}", name(person), organization_name(lens, at, *organization))
        }
        Act::LeaveOrganization { person, organization } => {
            format!("Take {} out of the organization {}", name(person), organization_name(lens, at, *organization))
        }
        _ => return None,
    })
}

/// "3DSwymer (Assign License off)".
fn invited(lens: &Lens<'_>, invited: InvitedRole) -> String {
    let how = if invited.assign_license { "on" } else { "off" };
    format!("{} (Assign License {how})", lens.role(invited.role))
}

/// What stands in spaces and groups.
fn content(lens: &Lens<'_>, at: PlatformId, act: &Act) -> Option<String> {
    let who = |who: &SpaceSubject| match who {
        SpaceSubject::Person(person) => lens.name(*person),
        SpaceSubject::Group(group) => format!("the group {}", group_name(lens, at, *group)),
    };
    Some(match act {
        Act::CreateSpace { name, .. } => format!("Create the space {name}"),
        Act::SetSpaceSetting { setting, on } => format!("{} “{}”", turn(*on), setting.label()),
        Act::AddSpaceMember { space, who: added, role, .. } => {
            format!("Add {} to the space {} as {}", who(added), lens.space(at, *space), role.label())
        }
        Act::ChangeSpaceMember { space, who: changed, role, .. } => {
            format!("Make {} {} of the space {}", who(changed), role.label(), lens.space(at, *space))
        }
        Act::RemoveSpaceMember { space, who: removed, .. } => {
            format!("Take {} out of the space {}", who(removed), lens.space(at, *space))
        }
        Act::MoveItem { item, to } => {
            format!("Move {} to the space {}", item_name(lens, at, *item), lens.space(at, *to))
        }
        Act::ShareItem { item, email } => format!("Share {} with {email}", item_name(lens, at, *item)),
        Act::CreateGroup { name, .. } => format!("Define the user group {name}"),
        Act::JoinGroup { group, person } => {
            format!("Put {} into the user group {}", lens.name(*person), group_name(lens, at, *group))
        }
        Act::LeaveGroup { group, person } => {
            format!("Take {} out of the user group {}", lens.name(*person), group_name(lens, at, *group))
        }
        Act::GrantGroupRole { group, role } => {
            format!("Grant the role {} to the user group {}", lens.role(*role), group_name(lens, at, *group))
        }
        Act::UngrantGroupRole { group, role } => {
            format!("Take the role {} from the user group {}", lens.role(*role), group_name(lens, at, *group))
        }
        _ => return None,
    })
}
