//! A goal as a plain sentence, and what a goal speaks of.

use super::{Goal, SeatState};
use crate::domain::{
    Code, GroupId, ItemId, Membership, MessageKind, OrganizationId, PersonId, PlatformId, RoleId, SpaceId, World,
};

/// Something a goal or an act speaks of by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mention {
    /// A person.
    Person(PersonId),
    /// A platform.
    Platform(PlatformId),
    /// A role.
    Role(RoleId),
    /// A space.
    Space(SpaceId),
    /// An item.
    Item(ItemId),
    /// An organization.
    Organization(OrganizationId),
    /// A user group.
    Group(GroupId),
}

impl Goal {
    /// What it asks for, as a plain sentence without a stop.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm per goal, each a line or two")]
    pub fn describe(&self, world: &World) -> String {
        let who = |person: &PersonId| person_name(world, *person);
        let at = |platform: &PlatformId| platform_name(world, *platform);
        let what = |role: &RoleId| role_name(world, *role);
        match self {
            Self::Connects { person, platform } => format!("{} can connect to {}", who(person), at(platform)),
            Self::CannotConnect { person, platform, code } => {
                format!("{} cannot connect to {}{}", who(person), at(platform), because(*code))
            }
            Self::IsMember { person, platform, state } => {
                let state = match state {
                    Membership::Pending => "is pending on",
                    Membership::Active => "is an active member of",
                    Membership::NoAccess => "has no access to",
                };
                format!("{} {state} {}", who(person), at(platform))
            }
            Self::IsNoMember { person, platform } => format!("{} is no member of {}", who(person), at(platform)),
            Self::HasRight { person, platform, right } => {
                format!("{} has the user right {} on {}", who(person), right.label(), at(platform))
            }
            Self::Invited { platform, email, right, roles } => {
                let right = right.map(|right| format!(" as {}", right.label())).unwrap_or_default();
                let names: Vec<String> = roles.iter().map(what).collect();
                let with = if names.is_empty() { String::new() } else { format!(", with {}", listed(&names)) };
                format!("{email} is invited to {}{right}{with}", at(platform))
            }
            Self::RoleUsable { person, platform, role, from } => {
                let from = from.map(|home| format!(", on the license of {}", at(&home))).unwrap_or_default();
                format!("{} can use {} on {}{from}", who(person), what(role), at(platform))
            }
            Self::RoleBlocked { person, platform, role, code, at: side } => {
                let side = side.map(|side| format!(" at {}", at(&side))).unwrap_or_default();
                let reason = because(Some(*code));
                format!("{} cannot use {} on {}{reason}{side}", who(person), what(role), at(platform))
            }
            Self::Granted { person, platform, role } => {
                format!("{} is granted to {} on {}", what(role), who(person), at(platform))
            }
            Self::NotGranted { person, platform, role } => {
                format!("{} is not granted to {} on {}", what(role), who(person), at(platform))
            }
            Self::Seat { person, platform, role, is } => {
                let (who, what, at) = (who(person), what(role), at(platform));
                match is {
                    SeatState::None => format!("{who} holds no license of {what} of {at}"),
                    SeatState::Assigned => format!("{who} holds a license of {what} of {at}"),
                    SeatState::Restricted => format!("{who}’s license of {what} is restricted to {at}"),
                    SeatState::Unrestricted => format!("{who}’s license of {what} of {at} may be used elsewhere"),
                }
            }
            Self::SpaceAccess { person, platform, space, label } => {
                let label = label.as_ref().map(|label| format!(" as {label}")).unwrap_or_default();
                format!("{} can open {} on {}{label}", who(person), space_name(world, *platform, *space), at(platform))
            }
            Self::NoSpaceAccess { person, platform, space, code } => {
                let space = space_name(world, *platform, *space);
                format!("{} cannot open {space} on {}{}", who(person), at(platform), because(*code))
            }
            Self::InSpaceList { person, platform, space, role } => {
                let role = role.map(|role| format!(" as {}", role.label())).unwrap_or_default();
                format!("{} is in the list of {}{role}", who(person), space_name(world, *platform, *space))
            }
            Self::NotInSpaceList { person, platform, space } => {
                format!("{} is not in the list of {}", who(person), space_name(world, *platform, *space))
            }
            Self::IsGiven { person, platform, item } => {
                format!("{} is in a space that holds {}", who(person), item_name(world, *platform, *item))
            }
            Self::CanRead { person, platform, item } => {
                format!("{} can read {}", who(person), item_name(world, *platform, *item))
            }
            Self::ReadsOnly { person, platform, items } if items.is_empty() => {
                format!("{} can read nothing on {}", who(person), at(platform))
            }
            Self::ReadsOnly { person, platform, items } => {
                let names: Vec<String> = items.iter().map(|item| item_name(world, *platform, *item)).collect();
                format!("{} can read {} and nothing else on {}", who(person), listed(&names), at(platform))
            }
            Self::NoExternalIn { platform, space } => {
                format!("no external is in {} on {}", space_name(world, *platform, *space), at(platform))
            }
            Self::NoExternalOwner { platform } => format!("no external owns a space on {}", at(platform)),
            Self::OptionIs { platform, option, on } => {
                format!("“{}” of {} is {}", option.label(), at(platform), on_off(*on))
            }
            Self::SettingIs { platform, setting, on } => {
                format!("“{}” of {} is {}", setting.label(), at(platform), on_off(*on))
            }
            Self::Pool { platform, role, assigned } => {
                format!("the number of licenses of {} assigned on {} is {assigned}", what(role), at(platform))
            }
            Self::PoolsUnchanged { platform } => {
                format!("as many licenses are assigned on {} as at the start", at(platform))
            }
            Self::IsConnectedTo { person, platform } => format!("{} works on {}", who(person), at(platform)),
            Self::HasReasons { person, platform, role, space, codes } => {
                let nothing = codes.is_empty();
                let fact = match (role, space) {
                    (Some(role), _) => format!("use {} on {}", what(role), at(platform)),
                    (None, Some(space)) => format!("open {}", space_name(world, *platform, *space)),
                    (None, None) => format!("connect to {}", at(platform)),
                };
                let reasons: Vec<String> = codes.iter().map(|code| super::words::obstacle(*code)).collect();
                if nothing {
                    format!("nothing keeps {} from being able to {fact}", who(person))
                } else {
                    format!("{} cannot {fact}, because {}", who(person), listed(&reasons))
                }
            }
            Self::HasLocation { person, platform, location } => {
                format!("the location of {} on {} is {location}", who(person), at(platform))
            }
            Self::DefaultRolesAre { platform, roles, assign_license } => {
                let names: Vec<String> = roles.iter().map(what).collect();
                let switch = assign_license.map(|on| format!(", with Assign License {}", on_off(on)));
                format!("the default roles of {} are {}{}", at(platform), listed(&names), switch.unwrap_or_default())
            }
            Self::InOrganization { person, platform, organization } => {
                let found = world.platform(*platform).and_then(|found| found.organizations.get(organization));
                let name = found.map_or_else(|| organization.to_string(), |found| found.name.to_string());
                format!("{} is employed in {name}", who(person))
            }
            Self::InGroup { person, platform, group } => {
                format!("{} is in the group {}", who(person), group_name(world, *platform, *group))
            }
            Self::GroupInSpace { group, platform, space, role } => {
                let role = role.map(|role| format!(" as {}", role.label())).unwrap_or_default();
                let group = group_name(world, *platform, *group);
                format!("the group {group} is in the list of {}{role}", space_name(world, *platform, *space))
            }
            Self::HasCredentials { person, platform, space, credentials } if credentials.is_empty() => {
                let space = space_name(world, *platform, *space);
                format!("{} is in the list of {space} without any credential", who(person))
            }
            Self::HasCredentials { person, platform, space, credentials } => {
                let space = space_name(world, *platform, *space);
                let written: Vec<String> = credentials.iter().map(|found| format!("{space}-{found}")).collect();
                format!("{} has {}", who(person), listed(&written))
            }
            Self::HasMessages { person, platform, messages } => {
                let names: Vec<String> = messages.iter().map(|kind| message_name(*kind).to_owned()).collect();
                let names = if names.is_empty() { "nothing".to_owned() } else { listed(&names) };
                format!("{} got {names} about {}", who(person), at(platform))
            }
            Self::DayReached { day } => format!("it is day {} or later", day.0),
            Self::Not(goal) => format!("it is not so that {}", goal.describe(world)),
            Self::All(goals) => joined(goals, world, ", and "),
            Self::Any(goals) => joined(goals, world, ", or "),
        }
    }

    /// Everything it speaks of.
    pub fn mentions(&self) -> Vec<Mention> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect(&self, found: &mut Vec<Mention>) {
        use Mention as M;
        match self {
            Self::Connects { person, platform }
            | Self::CannotConnect { person, platform, .. }
            | Self::IsMember { person, platform, .. }
            | Self::IsNoMember { person, platform }
            | Self::HasRight { person, platform, .. }
            | Self::IsConnectedTo { person, platform } => found.extend([M::Person(*person), M::Platform(*platform)]),
            Self::Invited { platform, roles, .. } => {
                found.push(M::Platform(*platform));
                found.extend(roles.iter().map(|role| M::Role(*role)));
            }
            Self::RoleUsable { person, platform, role, from: other }
            | Self::RoleBlocked { person, platform, role, at: other, .. } => {
                found.extend([M::Person(*person), M::Platform(*platform), M::Role(*role)]);
                found.extend(other.map(M::Platform));
            }
            Self::Granted { person, platform, role }
            | Self::NotGranted { person, platform, role }
            | Self::Seat { person, platform, role, .. } => {
                found.extend([M::Person(*person), M::Platform(*platform), M::Role(*role)]);
            }
            Self::SpaceAccess { person, platform, space, .. }
            | Self::NoSpaceAccess { person, platform, space, .. }
            | Self::InSpaceList { person, platform, space, .. }
            | Self::NotInSpaceList { person, platform, space } => {
                found.extend([M::Person(*person), M::Platform(*platform), M::Space(*space)]);
            }
            Self::IsGiven { person, platform, item } | Self::CanRead { person, platform, item } => {
                found.extend([M::Person(*person), M::Platform(*platform), M::Item(*item)]);
            }
            Self::ReadsOnly { person, platform, items } => {
                found.extend([M::Person(*person), M::Platform(*platform)]);
                found.extend(items.iter().map(|item| M::Item(*item)));
            }
            Self::NoExternalIn { platform, space } => found.extend([M::Platform(*platform), M::Space(*space)]),
            Self::Pool { platform, role, .. } => found.extend([M::Platform(*platform), M::Role(*role)]),
            Self::NoExternalOwner { platform }
            | Self::OptionIs { platform, .. }
            | Self::SettingIs { platform, .. }
            | Self::PoolsUnchanged { platform } => found.push(M::Platform(*platform)),
            Self::HasReasons { person, platform, role, space, .. } => {
                found.extend([M::Person(*person), M::Platform(*platform)]);
                found.extend(role.map(M::Role).into_iter().chain(space.map(M::Space)));
            }
            Self::HasLocation { person, platform, .. } | Self::HasMessages { person, platform, .. } => {
                found.extend([M::Person(*person), M::Platform(*platform)]);
            }
            Self::DefaultRolesAre { platform, roles, .. } => {
                found.push(M::Platform(*platform));
                found.extend(roles.iter().map(|role| M::Role(*role)));
            }
            Self::InOrganization { person, platform, organization } => {
                found.extend([M::Person(*person), M::Platform(*platform), M::Organization(*organization)]);
            }
            Self::InGroup { person, platform, group } => {
                found.extend([M::Person(*person), M::Platform(*platform), M::Group(*group)]);
            }
            Self::GroupInSpace { group, platform, space, .. } => {
                found.extend([M::Group(*group), M::Platform(*platform), M::Space(*space)]);
            }
            Self::HasCredentials { person, platform, space, .. } => {
                found.extend([M::Person(*person), M::Platform(*platform), M::Space(*space)]);
            }
            Self::DayReached { .. } => {}
            Self::Not(goal) => goal.collect(found),
            Self::All(goals) | Self::Any(goals) => goals.iter().for_each(|goal| goal.collect(found)),
        }
    }
}

fn joined(goals: &[Goal], world: &World, between: &str) -> String {
    let sentences: Vec<String> = goals.iter().map(|goal| goal.describe(world)).collect();
    sentences.join(between)
}

fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

fn because(code: Option<Code>) -> String {
    code.map(|code| format!(", because {}", super::words::obstacle(code))).unwrap_or_default()
}

fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// The name of a person, or the address, or the id.
pub(super) fn person_name(world: &World, person: PersonId) -> String {
    let found = world.person(person);
    found.map_or_else(
        || person.as_str().to_owned(),
        |found| found.name.as_ref().map_or_else(|| found.email.as_str().to_owned(), ToString::to_string),
    )
}

pub(super) fn platform_name(world: &World, platform: PlatformId) -> String {
    world.platform(platform).map_or_else(|| platform.as_str().to_owned(), |found| found.name.to_string())
}

fn role_name(world: &World, role: RoleId) -> String {
    world.roles().get(role).map_or_else(|| role.as_str().to_owned(), |found| found.short.to_string())
}

fn space_name(world: &World, platform: PlatformId, space: SpaceId) -> String {
    let found = world.platform(platform).and_then(|platform| platform.space(space));
    found.map_or_else(|| space.as_str().to_owned(), |found| found.name.to_string())
}

fn group_name(world: &World, platform: PlatformId, group: GroupId) -> String {
    let found = world.platform(platform).and_then(|platform| platform.groups.get(&group));
    found.map_or_else(|| group.to_string(), |found| found.name.to_string())
}

fn message_name(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::InvitationEmail => "the invitation by email",
        MessageKind::InvitationNotification => "the invitation as a notification",
        MessageKind::SpaceNotification(_) => "the link to a space",
    }
}

fn item_name(world: &World, platform: PlatformId, item: ItemId) -> String {
    let found = world.platform(platform).and_then(|platform| {
        platform.spaces.values().find_map(|space| space.items.get(&item)).map(|item| item.name.to_string())
    });
    found.unwrap_or_else(|| item.as_str().to_owned())
}
