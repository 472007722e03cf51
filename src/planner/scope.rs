//! What goals speak of, and what those facts hang on: the ground that moves are made from.

use super::{Constraints, Goal};
use crate::access::is_signed_in;
use crate::domain::{
    AccessRole, GrantedAccess, ItemId, LocationId, MemberOption, Membership, PersonId, PlatformId, RoleId, SpaceId,
    SpaceSetting, UserRight, World,
};
use std::collections::{BTreeMap, BTreeSet};

mod ends;

/// People, roles, spaces, items and switches that a way to the goals may touch.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    /// Who needs which roles where, prerequisites included.
    pub(super) hosts: BTreeMap<(PersonId, PlatformId), BTreeSet<RoleId>>,
    /// Whose facts may have to be undone, on any platform.
    pub(super) undone: BTreeSet<PersonId>,
    pub(super) at_work: BTreeSet<(PersonId, PlatformId)>,
    pub(super) spaces: BTreeMap<(PlatformId, SpaceId), BTreeSet<GrantedAccess>>,
    pub(super) items: BTreeSet<(PlatformId, ItemId)>,
    pub(super) options: BTreeSet<(PlatformId, MemberOption)>,
    pub(super) settings: BTreeSet<(PlatformId, SpaceSetting)>,
    pub(super) rights: BTreeMap<(PersonId, PlatformId), BTreeSet<UserRight>>,
    /// Do organizations bear on a goal?
    pub(super) by_organization: BTreeSet<PlatformId>,
    /// Where people are to be.
    pub(super) locations: BTreeSet<(PersonId, PlatformId, LocationId)>,
    /// What members who invite are to grant, with or without licenses.
    pub(super) default_roles: Vec<(PlatformId, Vec<RoleId>, Option<bool>)>,
    /// Do messages bear on a goal?
    pub(super) by_message: bool,
    /// Who may have to lack a role, so that an invitation may leave it out.
    pub(super) lacking: BTreeSet<(PersonId, PlatformId)>,
    /// Spaces that are asked for and not there yet.
    pub(super) missing: BTreeSet<(PlatformId, SpaceId)>,
    /// Who must be able to open spaces where, in the end.
    pub(super) kept: BTreeSet<(PersonId, PlatformId)>,
    /// Who must be able to connect where, in the end.
    pub(super) present: BTreeSet<(PersonId, PlatformId)>,
    /// Who must be able to use which roles where in the end, with the roles they need.
    pub(super) used: BTreeSet<(PersonId, RoleId, PlatformId)>,
    /// Whose licenses of which platform must serve elsewhere, in the end.
    pub(super) lent: BTreeSet<(PersonId, PlatformId)>,
    /// Whose licenses of which roles must be there again after somebody is taken out and invited again.
    pub(super) restored: BTreeMap<(PersonId, PlatformId), BTreeSet<RoleId>>,
    /// Does a goal ask for items apart from others, so that a new space may help?
    pub(super) apart: bool,
    /// Who is not taken out from where.
    stays: BTreeSet<(PersonId, PlatformId)>,
    /// Where somebody may be invited: where they are, were, or are to be. None: everywhere.
    homes: Option<BTreeMap<PersonId, BTreeSet<PlatformId>>>,
}

impl Scope {
    pub(super) fn of(world: &World, start: &World, goals: &[Goal], rules: &Constraints) -> Self {
        let mut scope = Self::default();
        scope.ends(world, goals);
        scope.ends(world, &rules.keep);
        for goal in goals.iter().chain(&rules.keep) {
            scope.add(world, start, goal);
        }
        for platform in world.platforms() {
            let mut administrators = world.administrators(platform.id);
            if !administrators.any(|person| is_signed_in(world, person, platform.id)) {
                for (person, member) in &platform.members {
                    if member.right == UserRight::Administrator {
                        scope.needs(world, *person, platform.id, &[RoleId::ifw()]);
                    }
                }
            }
        }
        let people = scope.people();
        if people.len() > 1 || !scope.items.is_empty() {
            let invites = scope.items.iter().map(|(platform, _)| (*platform, MemberOption::MemberInvitations));
            scope.options.extend(invites.collect::<Vec<_>>());
        }
        scope
    }

    pub(super) fn people(&self) -> BTreeSet<PersonId> {
        self.hosts.keys().map(|(person, _)| *person).chain(self.undone.iter().copied()).collect()
    }

    /// The roles a person needs on this platform.
    pub(super) fn roles_on(&self, person: PersonId, platform: PlatformId) -> BTreeSet<RoleId> {
        self.hosts.get(&(person, platform)).cloned().unwrap_or_default()
    }

    /// The roles a person needs on other platforms, for which a license of this one may serve.
    pub(super) fn roles_elsewhere(&self, person: PersonId, platform: PlatformId) -> BTreeSet<RoleId> {
        let others = self.hosts.iter().filter(|((who, on), _)| *who == person && *on != platform);
        others.flat_map(|(_, roles)| roles.iter().copied()).collect()
    }

    fn needs(&mut self, world: &World, person: PersonId, platform: PlatformId, roles: &[RoleId]) {
        self.hosts.entry((person, platform)).or_default().extend(world.roles().with_prerequisites(roles));
    }

    /// Facts of a member may have to be undone; of somebody who is not there, there is nothing to undo yet.
    fn undo(&mut self, world: &World, person: PersonId, platform: PlatformId, roles: &[RoleId]) {
        self.needs(world, person, platform, roles);
        self.lacking.insert((person, platform));
        if world.member(person, platform).is_some() {
            self.undone.insert(person);
        }
    }

    fn must_be_there(&mut self, world: &World, platform: PlatformId, space: SpaceId) {
        if world.platform(platform).is_some_and(|found| found.space(space).is_none()) {
            self.missing.insert((platform, space));
        }
    }

    /// Whoever keeps the grant-without-license option in use: it goes off only after their grants are undone (R100).
    fn users(&mut self, world: &World, platform: PlatformId) {
        let Some(found) = world.platform(platform) else { return };
        for blocker in crate::decide::blockers(world, found) {
            self.undo(world, blocker.person, platform, &[blocker.role]);
        }
    }

    fn levels(&mut self, platform: PlatformId, space: SpaceId, levels: impl IntoIterator<Item = GrantedAccess>) {
        for access in levels {
            self.spaces.entry((platform, space)).or_default().insert(access);
            let setting = match access.role {
                AccessRole::PublicReader => Some(SpaceSetting::PublicReader),
                AccessRole::Reader => Some(SpaceSetting::Reader),
                AccessRole::Leader | AccessRole::Owner | AccessRole::LeaderAndOwner => {
                    Some(SpaceSetting::AssociateLeaderAndOwner)
                }
                AccessRole::Contributor | AccessRole::Author => None,
            };
            self.settings.extend(setting.map(|setting| (platform, setting)));
            if access.restricted {
                self.settings.insert((platform, SpaceSetting::RestrictedRoles));
                self.by_organization.insert(platform);
            }
        }
        self.settings.insert((platform, SpaceSetting::PendingExternals));
    }

    /// An item that must be read, or not: through spaces at any width, or shared.
    fn item(&mut self, world: &World, platform: PlatformId, item: ItemId) {
        self.items.insert((platform, item));
        let spaces: Vec<SpaceId> =
            world.platform(platform).into_iter().flat_map(|found| found.spaces.keys().copied()).collect();
        for space in spaces {
            self.levels(platform, space, [GrantedAccess::whole(AccessRole::Author)]);
        }
    }

    fn common_space(&mut self, world: &World, platform: PlatformId, space: SpaceId) {
        let is_common =
            world.platform(platform).and_then(|found| found.common_space()).is_some_and(|it| it.id == space);
        if is_common {
            self.settings.insert((platform, SpaceSetting::CommonSpaceForNewUsers));
        }
    }

    fn member_may_help(&mut self, person: PersonId, platform: PlatformId) {
        self.rights.entry((person, platform)).or_default().insert(UserRight::Member);
    }

    #[expect(clippy::too_many_lines, reason = "one arm per goal, each a line or two")]
    fn add(&mut self, world: &World, start: &World, goal: &Goal) {
        let (ifw, csv) = (RoleId::ifw(), RoleId::csv());
        match goal {
            Goal::Connects { person, platform } => self.needs(world, *person, *platform, &[ifw]),
            Goal::IsConnectedTo { person, platform } => {
                self.needs(world, *person, *platform, &[ifw]);
                self.at_work.insert((*person, *platform));
            }
            Goal::IsMember { person, platform, state: Membership::Active | Membership::Pending } => {
                self.needs(world, *person, *platform, &[ifw]);
            }
            Goal::CannotConnect { person, platform, .. }
            | Goal::IsMember { person, platform, .. }
            | Goal::IsNoMember { person, platform } => self.undo(world, *person, *platform, &[ifw]),
            Goal::HasRight { person, platform, right } => {
                self.needs(world, *person, *platform, &[ifw]);
                self.rights.entry((*person, *platform)).or_default().insert(*right);
            }
            Goal::Invited { platform, email, right, roles } => {
                let known = world.person_by_email(*email).map(|person| person.id);
                let person = known.unwrap_or_else(|| PersonId::new(email.as_str()));
                let roles: Vec<RoleId> = roles.iter().copied().chain([ifw]).collect();
                self.needs(world, person, *platform, &roles);
                self.rights.entry((person, *platform)).or_default().extend(*right);
            }
            Goal::RoleUsable { person, platform, role, from } => {
                self.needs(world, *person, *platform, &[*role, ifw]);
                if from.is_some_and(|from| from != *platform) && world.member(*person, *platform).is_some() {
                    self.undone.insert(*person);
                }
            }
            Goal::Granted { person, platform, role } => self.needs(world, *person, *platform, &[*role, ifw]),
            Goal::Seat { person, platform, role, is } => {
                use super::SeatState;
                self.needs(world, *person, *platform, &[*role, ifw]);
                // As if the role were needed elsewhere too, so that the license may be left free.
                if *is != SeatState::Assigned {
                    self.undone.insert(*person);
                }
            }
            Goal::RoleBlocked { person, platform, role, .. } | Goal::NotGranted { person, platform, role } => {
                self.undo(world, *person, *platform, &[*role]);
            }
            Goal::SpaceAccess { person, platform, space, label } => {
                self.needs(world, *person, *platform, &[ifw, csv]);
                self.common_space(world, *platform, *space);
                self.member_may_help(*person, *platform);
                self.levels(*platform, *space, levels_for(label.as_deref()));
                self.must_be_there(world, *platform, *space);
            }
            Goal::NoSpaceAccess { person, platform, space, .. } => {
                self.undo(world, *person, *platform, &[ifw, csv]);
                self.levels(*platform, *space, levels_for(None));
                self.common_space(world, *platform, *space);
            }
            Goal::InSpaceList { person, platform, space, role } => {
                self.needs(world, *person, *platform, &[ifw, csv]);
                self.common_space(world, *platform, *space);
                self.member_may_help(*person, *platform);
                self.levels(*platform, *space, [GrantedAccess::whole(role.unwrap_or(AccessRole::Author))]);
                self.must_be_there(world, *platform, *space);
            }
            Goal::NotInSpaceList { person, platform, space } => {
                self.common_space(world, *platform, *space);
                if world.member(*person, *platform).is_some() {
                    self.undo(world, *person, *platform, &[]);
                }
                self.spaces.entry((*platform, *space)).or_default();
            }
            Goal::IsGiven { person, platform, item } | Goal::CanRead { person, platform, item } => {
                self.needs(world, *person, *platform, &[ifw, csv]);
                self.item(world, *platform, *item);
                self.apart |= matches!(goal, Goal::IsGiven { .. });
            }
            Goal::ReadsOnly { person, platform, items } => {
                // Whoever must open spaces there in the end loses no role for it.
                if self.kept.contains(&(*person, *platform)) {
                    self.needs(world, *person, *platform, &[ifw, csv]);
                } else {
                    self.undo(world, *person, *platform, &[ifw, csv]);
                }
                self.apart = true;
                let all: Vec<ItemId> = world
                    .platform(*platform)
                    .into_iter()
                    .flat_map(|found| found.spaces.values().flat_map(|space| space.items.keys().copied()))
                    .collect();
                for item in items.iter().copied().chain(all) {
                    self.item(world, *platform, item);
                }
                for ((on, _), levels) in &mut self.spaces {
                    if on == platform {
                        levels.insert(GrantedAccess { role: AccessRole::Author, restricted: true });
                    }
                }
                self.settings.insert((*platform, SpaceSetting::RestrictedRoles));
                self.settings.insert((*platform, SpaceSetting::CommonSpaceForNewUsers));
                self.by_organization.insert(*platform);
            }
            Goal::NoExternalIn { platform, space } => {
                self.common_space(world, *platform, *space);
                self.spaces.entry((*platform, *space)).or_default();
                self.externals(world, *platform);
            }
            Goal::NoExternalOwner { platform } => {
                let spaces: Vec<SpaceId> =
                    world.platform(*platform).into_iter().flat_map(|found| found.spaces.keys().copied()).collect();
                for space in spaces {
                    self.levels(*platform, space, levels_for(None));
                }
                self.externals(world, *platform);
            }
            Goal::OptionIs { platform, option, on } => {
                self.options.insert((*platform, *option));
                if *option == MemberOption::GrantWithoutLicense && !on {
                    self.users(world, *platform);
                }
            }
            Goal::SettingIs { platform, setting, .. } => {
                self.settings.insert((*platform, *setting));
            }
            // Whoever holds one may give it back, and whoever is known may take one.
            Goal::Pool { platform, role, .. } => {
                for person in world.cast() {
                    self.undo(world, person, *platform, &[*role]);
                }
            }
            Goal::PoolsUnchanged { platform } => {
                self.changed_seats(world, start, *platform);
                for (person, member) in start.platform(*platform).into_iter().flat_map(|found| &found.members) {
                    let seats = member.seats.keys().copied();
                    self.restored.entry((*person, *platform)).or_default().extend(seats);
                }
            }
            Goal::Not(goal) => {
                self.add(world, start, goal);
                let there = self.hosts.keys().filter(|(person, platform)| world.member(*person, *platform).is_some());
                let people: Vec<PersonId> = there.map(|(person, _)| *person).collect();
                self.undone.extend(people);
                self.lacking.extend(self.hosts.keys().copied());
                self.by_organization.extend(self.items.iter().map(|(platform, _)| *platform));
            }
            Goal::HasReasons { person, platform, role, space, .. } => {
                let roles: Vec<RoleId> = [ifw].into_iter().chain(*role).chain(space.map(|_| csv)).collect();
                self.undo(world, *person, *platform, &roles);
                if let Some(space) = space {
                    self.levels(*platform, *space, levels_for(None));
                    self.common_space(world, *platform, *space);
                }
            }
            Goal::HasLocation { person, platform, location } => {
                self.needs(world, *person, *platform, &[ifw]);
                self.options.insert((*platform, MemberOption::PlatformLocations));
                self.locations.insert((*person, *platform, *location));
            }
            Goal::DefaultRolesAre { platform, roles, assign_license } => {
                self.default_roles.push((*platform, roles.clone(), *assign_license));
            }
            Goal::InOrganization { person, platform, .. } => {
                self.needs(world, *person, *platform, &[ifw]);
                self.member_may_help(*person, *platform);
                self.by_organization.insert(*platform);
            }
            Goal::InGroup { person, platform, .. } => self.needs(world, *person, *platform, &[ifw]),
            Goal::GroupInSpace { platform, space, role, .. } => {
                self.levels(*platform, *space, [GrantedAccess::whole(role.unwrap_or(AccessRole::Author))]);
            }
            Goal::HasCredentials { person, platform, space, credentials } => {
                self.undo(world, *person, *platform, &[ifw, csv]);
                self.common_space(world, *platform, *space);
                self.member_may_help(*person, *platform);
                self.by_organization.insert(*platform);
                self.levels(*platform, *space, credentials.iter().flat_map(|written| levels_written(written)));
            }
            Goal::HasMessages { person, platform, .. } => {
                self.undo(world, *person, *platform, &[ifw]);
                self.by_message = true;
            }
            // No act of a person moves the clock.
            Goal::DayReached { .. } => {}
            Goal::All(goals) | Goal::Any(goals) => goals.iter().for_each(|goal| self.add(world, start, goal)),
        }
    }

    fn externals(&mut self, world: &World, platform: PlatformId) {
        for person in world.outsiders(platform) {
            self.undo(world, person, platform, &[]);
            self.member_may_help(person, platform);
        }
    }

    /// Whose licenses are others than at the start.
    fn changed_seats(&mut self, world: &World, start: &World, platform: PlatformId) {
        let (Some(now), Some(then)) = (world.platform(platform), start.platform(platform)) else { return };
        let people: BTreeSet<PersonId> = now.members.keys().chain(then.members.keys()).copied().collect();
        for person in people {
            let seats = |found: &crate::domain::Platform| -> BTreeSet<RoleId> {
                found.member(person).into_iter().flat_map(|member| member.seats.keys().copied()).collect()
            };
            let changed: Vec<RoleId> = seats(now).symmetric_difference(&seats(then)).copied().collect();
            if !changed.is_empty() {
                self.undo(world, person, platform, &changed);
            }
        }
    }
}

/// Which levels may bring this label about: all whose own label it is, or those it is made of.
pub(super) fn levels_for(label: Option<&str>) -> Vec<GrantedAccess> {
    let Some(label) = label else { return vec![GrantedAccess::whole(AccessRole::Author)] };
    let mut found = Vec::new();
    for role in AccessRole::ALL {
        let parts = label.split(" + ").map(|part| part.trim_end_matches(" (all)"));
        for part in parts {
            let whole = part.strip_suffix(" (own organization)");
            let is_named = |name: &str| name == role.label() || name.split(" & ").any(|one| one == role.label());
            if is_named(whole.unwrap_or(part)) {
                found.push(GrantedAccess { role, restricted: whole.is_some() });
            }
        }
    }
    found
}

/// The levels a written credential such as `Hulls-Author (Restricted)` may stand for.
fn levels_written(written: &str) -> Vec<GrantedAccess> {
    let (name, restricted) = match written.strip_suffix(" (Restricted)") {
        Some(name) => (name, true),
        None => (written, false),
    };
    let named = AccessRole::ALL.into_iter().filter(|role| name.ends_with(&format!("-{}", role.label())));
    named.map(|role| GrantedAccess { role, restricted }).collect()
}
