//! Acts worth trying in a world: those of people on what the goals hang on. Whether one is possible, `decide` says.
//!
//! Left out is only what cannot make a way shorter: an act of a second administrator who could do the same, an
//! invitation with roles nobody asks for, the same act through another door, a license that would serve nobody.

mod invitations;

use super::Constraints;
use super::scope::Scope;
use crate::access::{can_read, is_signed_in, rules::space::paths};
use crate::domain::{
    Act, Command, Door, GrantTerms, InvitedRole, Member, MemberOption, Membership, PersonId, Platform, PlatformId,
    RoleId, SpaceId, SpaceSubject, Via, World,
};
use std::collections::BTreeSet;

/// A space that a plan creates.
const NEW_SPACE: (&str, &str) = ("new-space", "New space");

/// `hull-8` is called `Hull 8`.
fn title_of(space: SpaceId) -> String {
    let words = space.as_str().replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) struct Moves<'a> {
    pub(super) world: &'a World,
    pub(super) scope: &'a Scope,
    pub(super) rules: &'a Constraints,
    pub(super) found: Vec<Command>,
}

impl<'a> Moves<'a> {
    /// All acts worth trying here.
    pub(super) fn of(world: &'a World, scope: &'a Scope, rules: &'a Constraints) -> Vec<Command> {
        let mut moves = Self { world, scope, rules, found: Vec::new() };
        let people = scope.people();
        for platform in world.platforms() {
            for person in &people {
                moves.by_oneself(platform, *person);
            }
            let Some(by) = moves.administrator(platform.id) else {
                moves.without_administrator(platform);
                continue;
            };
            moves.switches(platform, by);
            moves.offers(platform, by);
            moves.invitations(platform, by, &people);
            for person in &people {
                moves.memberships(platform, by, *person);
                moves.roles(platform, by, *person);
            }
            moves.groups(platform, by, &people);
            moves.freed_licenses(platform, by, &people);
            moves.spaces(platform, by, Door::ControlCenter, &people);
            moves.missing_spaces(platform, by);
            moves.items(platform, by, &people);
        }
        moves.found
    }

    fn push(&mut self, by: PersonId, on: PlatformId, act: Act) {
        self.found.push(Command::new(by, on, act));
    }

    /// One is enough: all administrators of a platform can do the same.
    fn administrator(&self, platform: PlatformId) -> Option<PersonId> {
        self.world
            .administrators(platform)
            .find(|person| self.rules.permits(self.world, *person) && is_signed_in(self.world, *person, platform))
    }

    fn by_oneself(&mut self, platform: &Platform, person: PersonId) {
        let Some(member) = platform.member(person) else { return };
        if !self.rules.permits(self.world, person) {
            return;
        }
        if member.membership == Membership::Pending {
            self.push(person, platform.id, Act::AcceptInvitation { via: Via::Email });
        }
        let wanted = self.scope.at_work.iter().any(|(who, _)| *who == person) || self.scope.undone.contains(&person);
        if member.membership == Membership::Active && wanted {
            self.push(person, platform.id, Act::SwitchPlatform);
        }
    }

    fn switches(&mut self, platform: &Platform, by: PersonId) {
        let without = MemberOption::GrantWithoutLicense;
        let mut options: BTreeSet<(MemberOption, bool)> = BTreeSet::from([(without, true)]);
        let has_groups = platform.groups.values().next().is_some();
        if has_groups || !self.scope.undone.is_empty() {
            options.insert((without, false));
        }
        if platform.pools.keys().any(|role| platform.is_expired(*role, self.world.today())) {
            options.extend([true, false].map(|on| (MemberOption::UngrantExpiredRoles, on)));
        }
        let asked = self.scope.options.iter().filter(|(on, _)| *on == platform.id);
        options.extend(asked.flat_map(|(_, option)| [true, false].map(|on| (*option, on))));
        for (option, on) in options {
            if platform.has_option(option) != on {
                self.push(by, platform.id, Act::SetOption { option, on });
            }
        }
        let settings: Vec<_> = self.scope.settings.iter().filter(|(on, _)| *on == platform.id).copied().collect();
        for (_, setting) in settings {
            self.push(by, platform.id, Act::SetSpaceSetting { setting, on: !platform.has_setting(setting) });
        }
    }

    /// What an invitation offers: locations, and the roles of those whom members invite.
    fn offers(&mut self, platform: &Platform, by: PersonId) {
        let scope = self.scope;
        for (_, _, location) in scope.locations.iter().filter(|(_, on, _)| *on == platform.id) {
            if !platform.locations.contains(location) {
                let locations = platform.locations.iter().copied().chain([*location]).collect();
                self.push(by, platform.id, Act::SetLocations { locations });
            }
        }
        for (_, roles, assign) in scope.default_roles.iter().filter(|(on, _, _)| *on == platform.id) {
            for assign_license in assign.map_or_else(|| vec![true, false], |one| vec![one]) {
                let invited = |role: &RoleId| InvitedRole { role: *role, assign_license, restrict_usage: None };
                let act = Act::SetDefaultRoles { roles: roles.iter().map(invited).collect() };
                self.push(by, platform.id, act);
            }
        }
    }

    fn memberships(&mut self, platform: &Platform, by: PersonId, person: PersonId) {
        let Some(member) = platform.member(person) else { return };
        let on = platform.id;
        if member.membership == Membership::NoAccess {
            self.push(by, on, Act::GiveAccessBack { person });
        }
        if self.scope.by_message && member.membership == Membership::Pending {
            self.push(by, on, Act::ResendInvitation { person });
        }
        let undone = self.scope.undone.contains(&person);
        let may_go = self.scope.may_go(person, on);
        if undone && may_go && member.membership == Membership::Active {
            self.push(by, on, Act::RemoveAccess { person });
        }
        let rights = self.scope.rights.get(&(person, on)).cloned().unwrap_or_default();
        for right in rights.into_iter().filter(|right| *right != member.right) {
            self.push(by, on, Act::ChangeRight { person, right });
        }
        if self.scope.by_organization.contains(&platform.id) {
            for organization in platform.organizations.keys().copied() {
                self.push(
                    by,
                    on,
                    if member.organizations.contains(&organization) {
                        Act::LeaveOrganization { person, organization }
                    } else {
                        Act::JoinOrganization { person, organization }
                    },
                );
            }
        }
        if may_go {
            self.push(by, on, Act::RemoveMember { person });
        }
    }

    fn roles(&mut self, platform: &Platform, by: PersonId, person: PersonId) {
        let Some(member) = platform.member(person) else { return };
        let (here, elsewhere) =
            (self.scope.roles_on(person, platform.id), self.scope.roles_elsewhere(person, platform.id));
        let undone = self.scope.undone.contains(&person);
        let mut all: BTreeSet<RoleId> = here.union(&elsewhere).copied().collect();
        if undone {
            all.extend(member.grants.iter().chain(member.seats.keys()));
        }
        for role in all {
            let is_here = here.contains(&role);
            let serves = elsewhere.contains(&role);
            self.role(platform, by, (person, member), (role, is_here, serves || undone), undone);
        }
    }

    fn role(
        &mut self,
        platform: &Platform,
        by: PersonId,
        (person, member): (PersonId, &Member),
        (role, is_here, serves): (RoleId, bool, bool),
        undone: bool,
    ) {
        let on = platform.id;
        if !member.grants.contains(&role) {
            let along = (serves && platform.owns(role)).then(|| self.carried(role));
            let here = self.terms(platform, role, serves).filter(|_| is_here);
            let terms: BTreeSet<GrantTerms> = here.chain(along).collect();
            for terms in terms {
                self.push(by, on, Act::GrantRole { person, role, terms });
            }
        } else if undone {
            self.push(by, on, Act::UngrantRole { person, role });
        }
        match member.seats.get(&role) {
            None if platform.is_granted(person, role) && platform.owns(role) => {
                self.push(by, on, Act::SetAssignLicense { person, role, on: true });
            }
            Some(seat) => {
                if undone || serves && seat.restricted {
                    self.push(by, on, Act::SetRestrictUsage { person, role, on: !seat.restricted });
                }
                if undone {
                    self.push(by, on, Act::SetAssignLicense { person, role, on: false });
                }
            }
            None => {}
        }
    }

    fn groups(&mut self, platform: &Platform, by: PersonId, people: &BTreeSet<PersonId>) {
        let on = platform.id;
        let roles: BTreeSet<RoleId> = people
            .iter()
            .flat_map(|person| {
                let (here, elsewhere) = (self.scope.roles_on(*person, on), self.scope.roles_elsewhere(*person, on));
                here.into_iter().chain(elsewhere).collect::<Vec<_>>()
            })
            .collect();
        for group in platform.groups.values() {
            for person in people.iter().copied().filter(|person| platform.member(*person).is_some()) {
                let group_id = group.id;
                self.push(
                    by,
                    on,
                    if group.members.contains(&person) {
                        Act::LeaveGroup { group: group_id, person }
                    } else {
                        Act::JoinGroup { group: group_id, person }
                    },
                );
            }
            for role in roles.iter().copied() {
                if !group.roles.contains(&role) {
                    self.push(by, on, Act::GrantGroupRole { group: group.id, role });
                } else if !self.scope.undone.is_empty() {
                    self.push(by, on, Act::UngrantGroupRole { group: group.id, role });
                }
            }
        }
    }

    /// When licenses run short, those of others may be given back.
    fn freed_licenses(&mut self, platform: &Platform, by: PersonId, people: &BTreeSet<PersonId>) {
        let on = platform.id;
        if self.rules.no_license_of.contains(&on) {
            return;
        }
        let mut short: BTreeSet<RoleId> = BTreeSet::new();
        for role in self.scope.hosts.values().flatten() {
            let wanting = people.iter().filter(|person| platform.seat(**person, *role).is_none()).count();
            if platform.owns(*role) && usize::try_from(platform.remaining(*role)).is_ok_and(|left| left < wanting) {
                short.insert(*role);
            }
        }
        for role in short {
            for (holder, member) in &platform.members {
                if !member.seats.contains_key(&role) {
                    continue;
                }
                let (person, is_subject) = (*holder, people.contains(holder));
                for group in platform.groups_of(person).filter(|group| group.roles.contains(&role)) {
                    self.push(by, on, Act::UngrantGroupRole { group: group.id, role });
                    if !is_subject {
                        self.push(by, on, Act::LeaveGroup { group: group.id, person });
                    }
                }
                self.push(by, on, Act::UngrantRole { person, role });
                self.push(by, on, Act::SetAssignLicense { person, role, on: false });
                if !is_subject {
                    self.push(by, on, Act::RemoveMember { person });
                }
            }
        }
    }

    fn spaces(&mut self, platform: &Platform, by: PersonId, door: Door, people: &BTreeSet<PersonId>) {
        let on = platform.id;
        let wanted = self.scope.spaces.iter().filter(|((at, _), _)| *at == on);
        let mut wanted: Vec<(SpaceId, Vec<_>)> =
            wanted.map(|((_, space), levels)| (*space, levels.iter().copied().collect())).collect();
        let new = SpaceId::new(NEW_SPACE.0);
        if self.scope.apart && platform.space(new).is_some() {
            let level = crate::domain::GrantedAccess::whole(crate::domain::AccessRole::Author);
            wanted.push((new, vec![level]));
        }
        let groups: Vec<SpaceSubject> = platform.groups.keys().map(|group| SpaceSubject::Group(*group)).collect();
        for (space, levels) in wanted {
            let Some(inside) = platform.space(space) else { continue };
            let members = people.iter().filter(|person| platform.member(**person).is_some());
            let subjects: Vec<SpaceSubject> =
                members.map(|person| SpaceSubject::Person(*person)).chain(groups.iter().copied()).collect();
            for who in subjects {
                let is_in = match who {
                    SpaceSubject::Person(person) => inside.entries.contains_key(&person),
                    SpaceSubject::Group(group) => inside.groups.contains_key(&group),
                };
                if is_in {
                    self.push(by, on, Act::RemoveSpaceMember { space, who, door });
                }
                for level in &levels {
                    let (role, restricted) = (level.role, level.restricted);
                    if is_in {
                        self.push(by, on, Act::ChangeSpaceMember { space, who, role, restricted, door });
                    }
                    let mut organizations = vec![None];
                    if self.scope.by_organization.contains(&on) && matches!(who, SpaceSubject::Person(_)) {
                        organizations.extend(platform.organizations.keys().copied().map(Some));
                    }
                    for organization in organizations {
                        self.push(by, on, Act::AddSpaceMember { space, who, role, restricted, organization, door });
                    }
                }
            }
        }
    }

    /// Spaces that goals speak of are made, by an administrator or by whoever is to be in them.
    fn missing_spaces(&mut self, platform: &Platform, by: PersonId) {
        let (scope, on) = (self.scope, platform.id);
        let missing = scope.missing.iter().filter(|(at, space)| *at == on && platform.space(*space).is_none());
        for (_, space) in missing {
            let others =
                scope.people().into_iter().filter(|person| *person != by && self.rules.permits(self.world, *person));
            for maker in others.chain([by]).collect::<Vec<_>>() {
                if is_signed_in(self.world, maker, on) {
                    self.push(maker, on, Act::CreateSpace { space: *space, name: title_of(*space) });
                }
            }
        }
    }

    fn items(&mut self, platform: &Platform, by: PersonId, people: &BTreeSet<PersonId>) {
        let on = platform.id;
        let items: Vec<_> = self.scope.items.iter().filter(|(at, _)| *at == on).map(|(_, item)| *item).collect();
        if items.is_empty() {
            return;
        }
        self.shares(platform, &items, people);
        for item in &items {
            for space in platform.spaces.values().filter(|space| !space.items.contains_key(item)) {
                self.push(by, on, Act::MoveItem { item: *item, to: space.id });
            }
        }
        let (space, name) = (SpaceId::new(NEW_SPACE.0), NEW_SPACE.1.to_owned());
        if self.scope.apart && platform.space(space).is_none() {
            self.push(by, on, Act::CreateSpace { space, name });
        }
    }

    fn shares(&mut self, platform: &Platform, items: &[crate::domain::ItemId], people: &BTreeSet<PersonId>) {
        for item in items {
            let mut readers = platform.members.keys().copied();
            let reader = readers.find(|reader| {
                self.rules.permits(self.world, *reader)
                    && is_signed_in(self.world, *reader, platform.id)
                    && can_read(self.world, *reader, platform.id, *item)
            });
            let Some(by) = reader else { continue };
            for person in people {
                let here = self.scope.hosts.contains_key(&(*person, platform.id));
                let Some(email) = self.world.person(*person).map(|known| known.email).filter(|_| here) else {
                    continue;
                };
                self.push(by, platform.id, Act::ShareItem { item: *item, email });
            }
        }
    }

    /// What those who own spaces can do when no administrator can act (C31).
    fn without_administrator(&mut self, platform: &Platform) {
        let people = self.scope.people();
        let owners: BTreeSet<PersonId> = platform
            .spaces
            .values()
            .flat_map(|space| space.entries.keys().map(move |person| (space, *person)))
            .filter(|(space, person)| {
                paths(platform, space, *person).is_some_and(|access| access.ownership().is_some())
            })
            .map(|(_, person)| person)
            .filter(|person| self.rules.permits(self.world, *person))
            .collect();
        for owner in owners {
            self.spaces(platform, owner, Door::ThreeDSpace, &people);
        }
        let items: Vec<_> =
            self.scope.items.iter().filter(|(at, _)| *at == platform.id).map(|(_, item)| *item).collect();
        self.shares(platform, &items, &people);
    }
}
