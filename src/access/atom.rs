//! The single facts that access hangs on: each is so or not so, and can be turned in a fork of the world.
//!
//! An atom says nothing about who may turn it or in which order; [`Atom::act`] names the act, [`crate::decide`] judges it.

use super::{Check, Question, cure::acting_administrator, cure::cure};
use crate::domain::{
    AccessRole, Act, Code, Command, Day, Door, Event, GrantedAccess, GroupId, MemberOption, Membership, PersonId,
    PlatformId, RoleId, SpaceId, SpaceSubject, StageAct, UserRight, World, apply,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// One fact, stated so that it helps: option on, license held, usage unrestricted.
///
/// The order of the variants is the order in which facts are turned: a membership before what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[expect(missing_docs, reason = "the fields are whom, where and what")]
pub enum Atom {
    /// Roles may be granted without a license there (R8, R9).
    Option { platform: PlatformId },
    /// A member, invited or active, whose access was not removed (F13, F61). Enough to try to connect, and at a home.
    Member { person: PersonId, platform: PlatformId },
    /// An active member: invited, accepted, access not removed (R17, R113, F13).
    Active { person: PersonId, platform: PlatformId },
    /// The role is granted to the person directly (R19, R85).
    Grant { person: PersonId, platform: PlatformId, role: RoleId },
    /// The person is in the group.
    InGroup { person: PersonId, platform: PlatformId, group: GroupId },
    /// The group has the role (F28, F29).
    GroupGrant { platform: PlatformId, group: GroupId, role: RoleId },
    /// A license of that platform is assigned to the person (R85).
    License { person: PersonId, platform: PlatformId, role: RoleId },
    /// That license may be used elsewhere (R13, R99). Without a license there is none that might.
    Unrestricted { person: PersonId, platform: PlatformId, role: RoleId },
    /// The licenses of that role have not expired there (R91, R95).
    Valid { platform: PlatformId, role: RoleId },
    /// The person has a credential of their own in the space (R112).
    Entry { person: PersonId, platform: PlatformId, space: SpaceId },
    /// The group is in the space (R155, R157).
    GroupAccess { platform: PlatformId, group: GroupId, space: SpaceId },
}

impl Atom {
    /// Where it stands, and where it is turned.
    #[must_use]
    pub fn platform(self) -> PlatformId {
        match self {
            Self::Option { platform }
            | Self::Member { platform, .. }
            | Self::Active { platform, .. }
            | Self::Grant { platform, .. }
            | Self::InGroup { platform, .. }
            | Self::GroupGrant { platform, .. }
            | Self::License { platform, .. }
            | Self::Unrestricted { platform, .. }
            | Self::Valid { platform, .. }
            | Self::Entry { platform, .. }
            | Self::GroupAccess { platform, .. } => platform,
        }
    }

    /// Is it so?
    #[must_use]
    pub fn holds(self, world: &World) -> bool {
        let Some(found) = world.platform(self.platform()) else { return false };
        let membership = |person| found.member(person).map(|member| member.membership);
        match self {
            Self::Option { .. } => found.grants_without_license(),
            Self::Member { person, .. } => membership(person).is_some_and(|it| it != Membership::NoAccess),
            Self::Active { person, .. } => membership(person) == Some(Membership::Active),
            Self::Grant { person, role, .. } => {
                found.member(person).is_some_and(|member| member.grants.contains(&role))
            }
            Self::InGroup { person, group, .. } => {
                found.groups.get(&group).is_some_and(|group| group.members.contains(&person))
            }
            Self::GroupGrant { group, role, .. } => {
                found.groups.get(&group).is_some_and(|group| group.roles.contains(&role))
            }
            Self::License { person, role, .. } => found.seat(person, role).is_some(),
            Self::Unrestricted { person, role, .. } => found.seat(person, role).is_some_and(|seat| !seat.restricted),
            Self::Valid { role, .. } => !found.is_expired(role, world.today()),
            Self::Entry { person, space, .. } => found
                .space(space)
                .and_then(|space| space.entries.get(&person))
                .is_some_and(|credentials| !credentials.is_empty()),
            Self::GroupAccess { group, space, .. } => {
                found.space(space).is_some_and(|space| space.groups.contains_key(&group))
            }
        }
    }

    /// Turns it, and nothing else that bears on access. A new license starts restricted when its kind is linked (E2).
    pub fn flip(self, world: &mut World) {
        let on = !self.holds(world);
        if let Self::Valid { platform, role } = self {
            return set_valid(world, platform, role, on);
        }
        for event in self.events(world, on) {
            apply(world, &event);
        }
    }

    fn events(self, world: &World, on: bool) -> Vec<Event> {
        let Some(found) = world.platform(self.platform()) else { return Vec::new() };
        let author = GrantedAccess::whole(AccessRole::Author);
        match self {
            Self::Option { platform } => {
                vec![Event::OptionSet { platform, option: MemberOption::GrantWithoutLicense, on }]
            }
            Self::Member { person, platform } => set_member(world, person, platform, Membership::Pending, on),
            Self::Active { person, platform } => set_member(world, person, platform, Membership::Active, on),
            Self::Grant { person, platform, role } if on => vec![Event::RoleGranted { platform, person, role }],
            Self::Grant { person, platform, role } => vec![Event::RoleUngranted { platform, person, role }],
            Self::InGroup { person, platform, group } if on => vec![Event::GroupJoined { platform, group, person }],
            Self::InGroup { person, platform, group } => vec![Event::GroupLeft { platform, group, person }],
            Self::GroupGrant { platform, group, role } if on => {
                vec![Event::GroupRoleGranted { platform, group, role }]
            }
            Self::GroupGrant { platform, group, role } => vec![Event::GroupRoleUngranted { platform, group, role }],
            Self::License { person, platform, role } if on => {
                vec![Event::LicenseAssigned { platform, person, role, restricted: world.kind(role).is_linked() }]
            }
            Self::License { person, platform, role } => vec![Event::LicenseReleased { platform, person, role }],
            Self::Unrestricted { person, platform, role } => {
                vec![Event::UsageRestricted { platform, person, role, restricted: !on }]
            }
            Self::Entry { person, platform, space } if on => {
                let organization = found.host_company;
                vec![Event::CredentialSet { platform, space, person, organization, access: author }]
            }
            Self::Entry { person, platform, space } => vec![Event::SpaceEntryRemoved { platform, space, person }],
            Self::GroupAccess { platform, group, space } if on => {
                vec![Event::GroupAccessSet { platform, space, group, access: author }]
            }
            Self::GroupAccess { platform, group, space } => vec![Event::GroupAccessRemoved { platform, space, group }],
            Self::Valid { .. } => Vec::new(),
        }
    }

    /// The obstacle it is while it does not hold, as a check of the decision would report it. Facts about a group are no
    /// check of their own: they are read off what the group gives.
    #[must_use]
    pub fn check(self, world: &World, question: Question) -> Option<Check> {
        let is_here = self.platform() == question.platform();
        let (code, role) = match self {
            Self::Option { .. } if is_here => (Code::HostOptionOff, None),
            Self::Option { .. } => (Code::HomeOptionOff, None),
            Self::Member { person, platform } | Self::Active { person, platform } => {
                let code = match world.member(person, platform).map(|member| member.membership) {
                    None => Code::NotInvited,
                    Some(Membership::NoAccess) if is_here => Code::AccessRemoved,
                    Some(Membership::NoAccess) => Code::HomeAccessRemoved,
                    Some(Membership::Pending | Membership::Active) => Code::Pending,
                };
                (code, None)
            }
            Self::Grant { role, .. } => (Code::RoleNotGranted, Some(role)),
            Self::License { role, .. } if is_here => (Code::NoLicenseAnywhere, Some(role)),
            Self::License { role, .. } => (Code::HomeNoLicense, Some(role)),
            Self::Unrestricted { role, .. } => (Code::HomeLicenseRestricted, Some(role)),
            Self::Valid { role, .. } if is_here => (Code::Expired, Some(role)),
            Self::Valid { role, .. } => (Code::HomeLicenseExpired, Some(role)),
            Self::Entry { person, space, platform } => {
                let found = world.platform(platform).and_then(|found| found.space(space));
                let is_listed = found.is_some_and(|space| space.entries.contains_key(&person));
                (if is_listed { Code::NoValidCredential } else { Code::NoMembership }, None)
            }
            Self::InGroup { .. } | Self::GroupGrant { .. } | Self::GroupAccess { .. } => return None,
        };
        Some(Check { code, holds: self.holds(world), at: self.platform(), role, reading: None, follow: None })
    }

    /// The numbers of the rules that make it count.
    #[must_use]
    pub fn rules(self, world: &World, question: Question) -> &'static [&'static str] {
        match self.check(world, question) {
            Some(check) => check.code.rules(),
            None if matches!(self, Self::GroupAccess { .. }) => &["R155", "R157"],
            None => &["F28", "F29"],
        }
    }

    /// The act that turns it, or the first of several; whoever can do it is its actor. None when nobody can.
    #[must_use]
    pub fn act(self, world: &World, question: Question) -> Option<Command> {
        if self.holds(world) { self.taking_away(world) } else { self.bringing_about(world, question) }
    }

    fn bringing_about(self, world: &World, question: Question) -> Option<Command> {
        if let Some(check) = self.check(world, question) {
            return cure(world, question, &check);
        }
        let act = match self {
            Self::InGroup { person, group, .. } => Act::JoinGroup { group, person },
            Self::GroupGrant { group, role, .. } => Act::GrantGroupRole { group, role },
            Self::GroupAccess { group, space, .. } => Act::AddSpaceMember {
                space,
                who: SpaceSubject::Group(group),
                role: AccessRole::Author,
                restricted: false,
                organization: None,
                door: Door::ControlCenter,
            },
            Self::Option { .. }
            | Self::Member { .. }
            | Self::Active { .. }
            | Self::Grant { .. }
            | Self::License { .. }
            | Self::Unrestricted { .. }
            | Self::Valid { .. }
            | Self::Entry { .. } => return None,
        };
        self.by_administrator(world, act)
    }

    fn taking_away(self, world: &World) -> Option<Command> {
        let door = Door::ControlCenter;
        let act = match self {
            Self::Option { .. } => Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false },
            Self::Member { person, platform } | Self::Active { person, platform } => {
                match world.member(person, platform)?.membership {
                    Membership::Pending => Act::CancelInvitation { person },
                    Membership::Active | Membership::NoAccess => Act::RemoveAccess { person },
                }
            }
            Self::Grant { person, role, .. } => Act::UngrantRole { person, role },
            Self::InGroup { person, group, .. } => Act::LeaveGroup { group, person },
            Self::GroupGrant { group, role, .. } => Act::UngrantGroupRole { group, role },
            Self::License { person, role, .. } => Act::SetAssignLicense { person, role, on: false },
            Self::Unrestricted { person, role, .. } => Act::SetRestrictUsage { person, role, on: true },
            Self::Entry { person, space, .. } => {
                Act::RemoveSpaceMember { space, who: SpaceSubject::Person(person), door }
            }
            Self::GroupAccess { group, space, .. } => {
                Act::RemoveSpaceMember { space, who: SpaceSubject::Group(group), door }
            }
            // Nobody takes time away; the clock does.
            Self::Valid { platform, role } => {
                let pool = world.platform(platform)?.pools.get(&role)?;
                return Some(Command::Stage(StageAct::SetClock { day: Day(pool.expires.0.saturating_add(1)) }));
            }
        };
        self.by_administrator(world, act)
    }

    fn by_administrator(self, world: &World, act: Act) -> Option<Command> {
        acting_administrator(world, self.platform()).map(|by| Command::new(by, self.platform(), act))
    }
}

/// A membership comes about in the state that is wanted; taken away, its access is removed.
fn set_member(world: &World, person: PersonId, platform: PlatformId, wanted: Membership, on: bool) -> Vec<Event> {
    let membership = if on { wanted } else { Membership::NoAccess };
    if world.member(person, platform).is_some() {
        return vec![Event::MembershipChanged { platform, person, membership }];
    }
    let organizations = BTreeSet::new();
    vec![Event::MemberAdded { platform, person, membership, right: UserRight::External, location: None, organizations }]
}

/// Licenses expire on the day before, or never. On day 0 there is no day before: then everything moves on by one day.
fn set_valid(world: &mut World, platform: PlatformId, role: RoleId, on: bool) {
    if !on && world.today() == Day(0) {
        let pools: Vec<_> = world
            .platforms()
            .flat_map(|found| found.pools.iter().map(|(role, pool)| (found.id, *role, *pool)))
            .collect();
        for (platform, role, pool) in pools {
            let expires = Day(pool.expires.0.saturating_add(1));
            apply(world, &Event::PoolSet { platform, role, purchased: pool.purchased, expires });
        }
        apply(world, &Event::ClockSet { day: Day(1) });
    }
    let Some(purchased) = world.platform(platform).map(|found| found.pools.get(&role).map_or(0, |it| it.purchased))
    else {
        return;
    };
    let expires = if on { Day(u32::MAX) } else { Day(world.today().0.saturating_sub(1)) };
    apply(world, &Event::PoolSet { platform, role, purchased, expires });
}
