//! Goals: typed predicates over derived access and facts, never a comparison of whole states, so any route counts.

use crate::access::{Explanation, Question, can_read, explain, rules::space::paths, rules::space::paths_of, standing};
use crate::domain::{
    AccessRole, Code, CollabSpace, Day, Email, GroupId, ItemId, LocationId, MemberOption, Membership, MessageKind,
    OrganizationId, PersonId, Platform, PlatformId, RoleId, SpaceId, SpaceSetting, UserRight, World,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How a license of a platform stands for one person and role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SeatState {
    /// None is assigned.
    None,
    /// One is assigned, restricted or not.
    Assigned,
    /// One is assigned, *Restrict Usage to this Platform* is on.
    Restricted,
    /// One is assigned and may be used elsewhere.
    Unrestricted,
}

/// Something that can be true or not.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields name what is meant: person, platform, role, space, item")]
pub enum Goal {
    /// Active, and able to connect (E4).
    Connects { person: PersonId, platform: PlatformId },
    /// Not able to connect; for a pending person: accepting would fail. With `code`: for this first reason.
    CannotConnect {
        person: PersonId,
        platform: PlatformId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<Code>,
    },
    /// The membership stands so.
    IsMember { person: PersonId, platform: PlatformId, state: Membership },
    /// There is no membership.
    IsNoMember { person: PersonId, platform: PlatformId },
    /// A member with this user right.
    HasRight { person: PersonId, platform: PlatformId, right: UserRight },
    /// The address is pending or active; with `right`: with this right; with `roles`: at least these are granted.
    Invited {
        platform: PlatformId,
        email: Email,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        right: Option<UserRight>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        roles: Vec<RoleId>,
    },
    /// The role is usable; with `from`: on the license of that platform.
    RoleUsable {
        person: PersonId,
        platform: PlatformId,
        role: RoleId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<PlatformId>,
    },
    /// The role is not usable, for this first reason; with `at`: on that platform's side.
    RoleBlocked {
        person: PersonId,
        platform: PlatformId,
        role: RoleId,
        code: Code,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<PlatformId>,
    },
    /// The role is granted, directly or through a group.
    Granted { person: PersonId, platform: PlatformId, role: RoleId },
    /// The role is not granted.
    NotGranted { person: PersonId, platform: PlatformId, role: RoleId },
    /// The license of the platform stands so.
    Seat { person: PersonId, platform: PlatformId, role: RoleId, is: SeatState },
    /// The space opens; with `label`: exactly so, as in `Author` or `Author (own organization)`.
    SpaceAccess {
        person: PersonId,
        platform: PlatformId,
        space: SpaceId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
    /// The space does not open; with `code`: for this first reason.
    NoSpaceAccess {
        person: PersonId,
        platform: PlatformId,
        space: SpaceId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<Code>,
    },
    /// The person is in the member list of the space; with `role`: at this level.
    InSpaceList {
        person: PersonId,
        platform: PlatformId,
        space: SpaceId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<AccessRole>,
    },
    /// The person is not in the member list of the space.
    NotInSpaceList { person: PersonId, platform: PlatformId, space: SpaceId },
    /// Some space holds the item and has the person in it, whether or not it opens yet.
    IsGiven { person: PersonId, platform: PlatformId, item: ItemId },
    /// The person can read the item now.
    CanRead { person: PersonId, platform: PlatformId, item: ItemId },
    /// The person can read these items and nothing else on the platform.
    ReadsOnly { person: PersonId, platform: PlatformId, items: Vec<ItemId> },
    /// Nobody from outside is in the member list of the space: no External, and no guest under another right.
    NoExternalIn { platform: PlatformId, space: SpaceId },
    /// Nobody from outside owns a space: no External, and no guest under another right.
    NoExternalOwner { platform: PlatformId },
    /// The member option is on or off.
    OptionIs { platform: PlatformId, option: MemberOption, on: bool },
    /// The space setting is on or off.
    SettingIs { platform: PlatformId, setting: SpaceSetting, on: bool },
    /// So many licenses of the role are assigned.
    Pool { platform: PlatformId, role: RoleId, assigned: u32 },
    /// As many licenses of every role are assigned as at the start.
    PoolsUnchanged { platform: PlatformId },
    /// The person works on the platform now.
    IsConnectedTo { person: PersonId, platform: PlatformId },
    /// The question has exactly these reasons, in order; without `role` and `space`: can the person connect?
    HasReasons {
        person: PersonId,
        platform: PlatformId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<RoleId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        space: Option<SpaceId>,
        codes: Vec<Code>,
    },
    /// The platform location of the person.
    HasLocation { person: PersonId, platform: PlatformId, location: LocationId },
    /// Exactly these roles are granted when a member invites; with `assign_license`: all with the switch so.
    DefaultRolesAre {
        platform: PlatformId,
        roles: Vec<RoleId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assign_license: Option<bool>,
    },
    /// The person is employed in the organization.
    InOrganization { person: PersonId, platform: PlatformId, organization: OrganizationId },
    /// The person is in the group.
    InGroup { person: PersonId, platform: PlatformId, group: GroupId },
    /// The group is in the space; with `role`: at this level.
    GroupInSpace {
        group: GroupId,
        platform: PlatformId,
        space: SpaceId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<AccessRole>,
    },
    /// The person is in the list of the space with exactly these credentials, as in `Hulls-Author`.
    HasCredentials { person: PersonId, platform: PlatformId, space: SpaceId, credentials: Vec<String> },
    /// Exactly these messages about the platform came in, oldest first.
    HasMessages { person: PersonId, platform: PlatformId, messages: Vec<MessageKind> },
    /// It is this day, or later.
    DayReached { day: Day },
    /// The goal is not met.
    Not(Box<Goal>),
    /// Every one is met.
    All(Vec<Goal>),
    /// At least one is met.
    Any(Vec<Goal>),
}

impl From<Question> for Goal {
    /// The fact that a question asks about.
    fn from(question: Question) -> Self {
        match question {
            Question::CanConnect { person, platform } => Self::Connects { person, platform },
            Question::RoleUsable { person, platform, role } => Self::RoleUsable { person, platform, role, from: None },
            Question::SpaceAccess { person, platform, space } => {
                Self::SpaceAccess { person, platform, space, label: None }
            }
        }
    }
}

impl Goal {
    /// Is it true in this world? `start` is the world before the first act.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm per goal, each a line or two")]
    pub fn is_met(&self, world: &World, start: &World) -> bool {
        match self {
            Self::Connects { person, platform } => {
                standing(world, Question::CanConnect { person: *person, platform: *platform }).holds
            }
            Self::CannotConnect { person, platform, code } => {
                fails_for(world, Question::CanConnect { person: *person, platform: *platform }, *code)
            }
            Self::IsMember { person, platform, state } => {
                world.member(*person, *platform).is_some_and(|member| member.membership == *state)
            }
            Self::IsNoMember { person, platform } => world.member(*person, *platform).is_none(),
            Self::HasRight { person, platform, right } => {
                world.member(*person, *platform).is_some_and(|member| member.right == *right)
            }
            Self::Invited { platform, email, right, roles } => is_invited(world, *platform, *email, *right, roles),
            Self::RoleUsable { person, platform, role, from } => {
                let explanation = role_use(world, *person, *platform, *role);
                explanation.holds() && (from.is_none() || explanation.source == *from)
            }
            Self::RoleBlocked { person, platform, role, code, at } => role_use(world, *person, *platform, *role)
                .headline()
                .is_some_and(|check| check.code == *code && at.is_none_or(|at| check.at == at)),
            Self::Granted { person, platform, role } => is_granted(world, *person, *platform, *role),
            Self::NotGranted { person, platform, role } => !is_granted(world, *person, *platform, *role),
            Self::Seat { person, platform, role, is } => has_seat(world, *person, *platform, *role, *is),
            Self::SpaceAccess { person, platform, space, label } => {
                let question = Question::SpaceAccess { person: *person, platform: *platform, space: *space };
                let stands = standing(world, question);
                stands.holds && (label.is_none() || stands.label == *label)
            }
            Self::NoSpaceAccess { person, platform, space, code } => {
                let question = Question::SpaceAccess { person: *person, platform: *platform, space: *space };
                fails_for(world, question, *code)
            }
            Self::InSpaceList { person, platform, space, role } => on_list(world, *person, *platform, *space, *role),
            Self::NotInSpaceList { person, platform, space } => !on_list(world, *person, *platform, *space, None),
            Self::IsGiven { person, platform, item } => world.platform(*platform).is_some_and(|found| {
                let with_item = |space: &CollabSpace| space.items.contains_key(item);
                found.spaces.values().any(|space| with_item(space) && paths(found, space, *person).is_some())
            }),
            Self::CanRead { person, platform, item } => can_read(world, *person, *platform, *item),
            Self::ReadsOnly { person, platform, items } => world.platform(*platform).is_some_and(|found| {
                let mut all = found.spaces.values().flat_map(|space| space.items.keys());
                all.all(|item| can_read(world, *person, found.id, *item) == items.contains(item))
            }),
            Self::NoExternalIn { platform, space } => {
                world.outsiders(*platform).into_iter().all(|person| !on_list(world, person, *platform, *space, None))
            }
            Self::NoExternalOwner { platform } => owns_nothing(world, *platform),
            Self::OptionIs { platform, option, on } => {
                world.platform(*platform).is_some_and(|found| found.has_option(*option) == *on)
            }
            Self::SettingIs { platform, setting, on } => {
                world.platform(*platform).is_some_and(|found| found.has_setting(*setting) == *on)
            }
            Self::Pool { platform, role, assigned } => {
                let pool = world.platform(*platform).and_then(|found| found.pools.get(role));
                pool.map_or(0, |pool| pool.assigned) == *assigned
            }
            Self::PoolsUnchanged { platform } => assigned(world, *platform) == assigned(start, *platform),
            Self::IsConnectedTo { person, platform } => {
                world.person(*person).is_some_and(|person| person.connected == Some(*platform))
            }
            Self::HasReasons { person, platform, role, space, codes } => {
                explain(world, question(*person, *platform, *role, *space)).codes() == *codes
            }
            Self::HasLocation { person, platform, location } => {
                world.member(*person, *platform).is_some_and(|member| member.location == Some(*location))
            }
            Self::DefaultRolesAre { platform, roles, assign_license } => {
                has_default_roles(world, *platform, roles, *assign_license)
            }
            Self::InOrganization { person, platform, organization } => {
                world.member(*person, *platform).is_some_and(|member| member.organizations.contains(organization))
            }
            Self::InGroup { person, platform, group } => world
                .platform(*platform)
                .and_then(|platform| platform.groups.get(group))
                .is_some_and(|group| group.members.contains(person)),
            Self::GroupInSpace { group, platform, space, role } => world
                .platform(*platform)
                .and_then(|platform| platform.space(*space))
                .and_then(|space| space.groups.get(group))
                .is_some_and(|access| role.is_none_or(|role| access.role == role)),
            Self::HasCredentials { person, platform, space, credentials } => {
                let platform = world.platform(*platform);
                platform
                    .and_then(|found| written_credentials(found, *person, *space))
                    .is_some_and(|found| found == sorted(credentials))
            }
            Self::HasMessages { person, platform, messages } => world.person(*person).is_some_and(|person| {
                let about = person.messages.iter().filter(|message| message.platform == *platform);
                about.map(|message| message.kind).eq(messages.iter().copied())
            }),
            Self::DayReached { day } => world.today() >= *day,
            Self::Not(goal) => !goal.is_met(world, start),
            Self::All(goals) => goals.iter().all(|goal| goal.is_met(world, start)),
            Self::Any(goals) => goals.iter().any(|goal| goal.is_met(world, start)),
        }
    }
}

fn question(person: PersonId, platform: PlatformId, role: Option<RoleId>, space: Option<SpaceId>) -> Question {
    match (role, space) {
        (Some(role), _) => Question::RoleUsable { person, platform, role },
        (None, Some(space)) => Question::SpaceAccess { person, platform, space },
        (None, None) => Question::CanConnect { person, platform },
    }
}

fn has_default_roles(world: &World, platform: PlatformId, roles: &[RoleId], assign: Option<bool>) -> bool {
    let wanted: BTreeSet<RoleId> = roles.iter().copied().collect();
    world.platform(platform).is_some_and(|found| {
        found.default_roles.keys().copied().collect::<BTreeSet<_>>() == wanted
            && found.default_roles.values().all(|terms| assign.is_none_or(|assign| terms.assign_license == assign))
    })
}

/// The person's credentials in the space as they are written: organization and access role (R119).
pub(super) fn written_credentials(platform: &Platform, person: PersonId, space: SpaceId) -> Option<Vec<String>> {
    let entry = platform.space(space)?.entries.get(&person)?;
    let written = entry.iter().map(|(organization, access)| {
        let name = platform.organizations.get(organization).map_or(organization.as_str(), |found| &found.name);
        let restricted = if access.restricted { " (Restricted)" } else { "" };
        format!("{name}-{}{restricted}", access.role.label())
    });
    Some(sorted(&written.collect::<Vec<_>>()))
}

fn sorted(texts: &[String]) -> Vec<String> {
    let mut texts = texts.to_vec();
    texts.sort();
    texts
}

fn role_use(world: &World, person: PersonId, platform: PlatformId, role: RoleId) -> Explanation {
    explain(world, Question::RoleUsable { person, platform, role })
}

fn fails_for(world: &World, question: Question, code: Option<Code>) -> bool {
    let explanation = explain(world, question);
    !explanation.holds() && code.is_none_or(|code| explanation.headline().is_some_and(|check| check.code == code))
}

fn is_invited(world: &World, platform: PlatformId, email: Email, right: Option<UserRight>, roles: &[RoleId]) -> bool {
    let Some(person) = world.person_by_email(email).map(|person| person.id) else { return false };
    world.member(person, platform).is_some_and(|member| {
        member.membership != Membership::NoAccess && right.is_none_or(|right| member.right == right)
    }) && roles.iter().all(|role| is_granted(world, person, platform, *role))
}

fn is_granted(world: &World, person: PersonId, platform: PlatformId, role: RoleId) -> bool {
    world.platform(platform).is_some_and(|platform| platform.is_granted(person, role))
}

fn has_seat(world: &World, person: PersonId, platform: PlatformId, role: RoleId, state: SeatState) -> bool {
    let seat = world.platform(platform).and_then(|platform| platform.seat(person, role));
    match state {
        SeatState::None => seat.is_none(),
        SeatState::Assigned => seat.is_some(),
        SeatState::Restricted => seat.is_some_and(|seat| seat.restricted),
        SeatState::Unrestricted => seat.is_some_and(|seat| !seat.restricted),
    }
}

fn on_list(world: &World, person: PersonId, platform: PlatformId, space: SpaceId, role: Option<AccessRole>) -> bool {
    let entry = world
        .platform(platform)
        .and_then(|platform| platform.space(space))
        .and_then(|space| space.entries.get(&person));
    entry.is_some_and(|entry| role.is_none_or(|role| entry.values().any(|access| access.role == role)))
}

fn owns_nothing(world: &World, platform: PlatformId) -> bool {
    world.platform(platform).is_some_and(|found| {
        world.roll(platform).outsiders.iter().all(|person| {
            let member = found.member(person);
            let owns = |space: &CollabSpace| {
                paths_of(found, space, person, member).is_some_and(|access| access.ownership().is_some())
            };
            !found.spaces.values().map(Arc::as_ref).any(owns)
        })
    })
}

/// The assigned licenses by role; a role without any counts as none.
fn assigned(world: &World, platform: PlatformId) -> Vec<(RoleId, u32)> {
    let pools = world.platform(platform).map(|platform| &platform.pools);
    pools
        .into_iter()
        .flatten()
        .filter(|(_, pool)| pool.assigned > 0)
        .map(|(role, pool)| (*role, pool.assigned))
        .collect()
}
