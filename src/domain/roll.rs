//! Who is where, platform by platform: kept in step with every event, so that nobody is looked for among everybody.
//! It follows from the rest of the world and tells no two worlds apart.

use super::blockers::{self, Blockers};
use super::{Event, Membership, PersonId, Platform, PlatformId, RoleId, UserRight, World};
use imbl::OrdMap;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// People in the order in which they became known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Crowd(OrdMap<usize, PersonId>);

impl Crowd {
    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Is nobody in it?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everybody, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = PersonId> {
        self.0.values().copied()
    }

    /// How many come before the person with this place among everybody.
    #[must_use]
    pub fn before(&self, place: usize) -> usize {
        self.0.range(..place).count()
    }

    fn set(&mut self, place: usize, person: PersonId, is_in: bool) {
        if is_in {
            self.0.insert(place, person);
        } else {
            self.0.remove(&place);
        }
    }
}

/// The people of one platform, by what they are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roll {
    /// Every member.
    pub members: Crowd,
    /// Active Administrators (T6).
    pub administrators: Crowd,
    /// Whoever works here now (R84).
    pub here: Crowd,
    /// Active or pending members who work nowhere now.
    pub outside: Crowd,
    /// Members who have not accepted yet (R113).
    pub pending: Crowd,
    /// Members whose access was removed (F13).
    pub removed: Crowd,
    /// Members whose home is another platform.
    pub guests: Crowd,
    /// Members from outside: under the right External, or guests under any right (R33, R75).
    pub outsiders: Crowd,
    /// People of this platform who are guests on another.
    pub sent: Crowd,
    /// The grants that keep the grant-without-license option in use, or would (E8).
    pub blockers: Blockers,
    /// By role: holders whose license stays here, by its switch or because their access was removed (R99, F13).
    pub bound: BTreeMap<RoleId, Crowd>,
}

/// The roll of a platform that is not there.
static NOBODY: LazyLock<Roll> = LazyLock::new(Roll::default);

/// The rolls of all platforms. They follow from the world, so any two are alike to comparisons of worlds.
#[derive(Debug, Clone, Default)]
pub(super) struct Rolls(OrdMap<PlatformId, Arc<Roll>>);

impl PartialEq for Rolls {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Rolls {}

impl std::hash::Hash for Rolls {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

impl Rolls {
    pub(super) fn get(&self, platform: PlatformId) -> &Roll {
        self.0.get(&platform).map_or(&NOBODY, Arc::as_ref)
    }
}

/// What somebody is on one platform.
#[derive(Debug, Default, PartialEq, Eq)]
struct Stand {
    /// In the order of [`Roll::crowds`].
    is_in: [bool; 9],
    bound: Vec<RoleId>,
    blocking: Vec<blockers::Grant>,
}

impl Roll {
    fn crowds(&self) -> [&Crowd; 9] {
        let Self { members, administrators, here, outside, pending, removed, guests, outsiders, sent, .. } = self;
        [here, members, administrators, outside, pending, removed, guests, outsiders, sent]
    }

    fn crowds_mut(&mut self) -> [&mut Crowd; 9] {
        let Self { members, administrators, here, outside, pending, removed, guests, outsiders, sent, .. } = self;
        [here, members, administrators, outside, pending, removed, guests, outsiders, sent]
    }

    /// How the person with this place is entered.
    fn stand(&self, place: usize, person: PersonId) -> Stand {
        let bound = self.bound.iter().filter(|(_, crowd)| crowd.0.contains_key(&place)).map(|(role, _)| *role);
        Stand {
            is_in: self.crowds().map(|crowd| crowd.0.contains_key(&place)),
            bound: bound.collect(),
            blocking: self.blockers.of(person),
        }
    }

    fn enter(&mut self, place: usize, person: PersonId, was: &Stand, is: &Stand) {
        for (crowd, is_in) in self.crowds_mut().into_iter().zip(is.is_in) {
            crowd.set(place, person, is_in);
        }
        for role in was.bound.iter().filter(|role| !is.bound.contains(role)) {
            self.bound.entry(*role).or_default().set(place, person, false);
        }
        for role in &is.bound {
            self.bound.entry(*role).or_default().set(place, person, true);
        }
        if was.blocking != is.blocking {
            self.blockers.set(person, &was.blocking, &is.blocking);
        }
    }
}

/// Brings the rolls in step with an event that was recorded.
pub(super) fn follow(world: &mut World, event: &Event) {
    match event {
        Event::PlatformAdded { platform, .. } => {
            world.rolls.0.insert(*platform, Arc::default());
        }
        Event::MemberAdded { person, .. }
        | Event::MembershipChanged { person, .. }
        | Event::MemberRemoved { person, .. }
        | Event::RightChanged { person, .. }
        | Event::OrganizationJoined { person, .. }
        | Event::OrganizationLeft { person, .. }
        | Event::RoleGranted { person, .. }
        | Event::RoleUngranted { person, .. }
        | Event::LicenseAssigned { person, .. }
        | Event::LicenseReleased { person, .. }
        | Event::UsageRestricted { person, .. }
        | Event::GroupJoined { person, .. }
        | Event::GroupLeft { person, .. }
        | Event::Connected { person, .. }
        | Event::Disconnected { person } => enter(world, *person),
        Event::GroupRoleGranted { platform, group, .. } | Event::GroupRoleUngranted { platform, group, .. } => {
            let found = world.platform(*platform).and_then(|found| found.groups.get(group));
            for person in found.map(|group| group.members.clone()).unwrap_or_default() {
                enter(world, person);
            }
        }
        Event::SpaceRenamed { .. }
        | Event::ItemOwnerSet { .. }
        | Event::PersonAdded { .. }
        | Event::OrganizationAdded { .. }
        | Event::PoolSet { .. }
        | Event::ClockSet { .. }
        | Event::ReadingSet { .. }
        | Event::OptionSet { .. }
        | Event::SpaceSettingSet { .. }
        | Event::LocationsSet { .. }
        | Event::DefaultRolesSet { .. }
        | Event::LicenseFirstUsed { .. }
        | Event::GroupAdded { .. }
        | Event::ItemShared { .. }
        | Event::LoginRefused { .. }
        | Event::SpaceAdded { .. }
        | Event::CredentialSet { .. }
        | Event::CredentialRemoved { .. }
        | Event::SpaceEntryRemoved { .. }
        | Event::GroupAccessSet { .. }
        | Event::GroupAccessRemoved { .. }
        | Event::ItemAdded { .. }
        | Event::ItemMoved { .. }
        | Event::MessageSent { .. } => {}
    }
}

/// Enters a person anew on every platform.
fn enter(world: &mut World, person: PersonId) {
    let Some(place) = world.person(person).map(|known| known.place) else { return };
    let home = world.home(person);
    let is_abroad = world.platforms().any(|platform| Some(platform.id) != home && platform.member(person).is_some());
    for at in 0..world.platforms.len() {
        let Some(platform) = world.platforms.get(at) else { continue };
        let (id, is) = (platform.id, stand(world, platform, person, home, is_abroad));
        let was = world.rolls.get(id).stand(place, person);
        if was != is
            && let Some(roll) = world.rolls.0.get_mut(&id)
        {
            Arc::make_mut(roll).enter(place, person, &was, &is);
        }
    }
}

/// What the person is on this platform.
fn stand(world: &World, platform: &Platform, person: PersonId, home: Option<PlatformId>, is_abroad: bool) -> Stand {
    let connected = world.person(person).and_then(|known| known.connected);
    let here = connected == Some(platform.id);
    let is_home = home == Some(platform.id);
    let Some(member) = platform.member(person) else {
        return Stand { is_in: [here, false, false, false, false, false, false, false, false], ..Stand::default() };
    };
    let is_removed = member.membership == Membership::NoAccess;
    Stand {
        is_in: [
            here,
            true,
            member.is_active_administrator(),
            connected.is_none() && !is_removed,
            member.membership == Membership::Pending,
            is_removed,
            !is_home,
            !is_home || member.right == UserRight::External,
            is_home && is_abroad,
        ],
        blocking: blockers::grants(world, platform, member),
        bound: member.seats.iter().filter(|(_, seat)| seat.restricted || is_removed).map(|(role, _)| *role).collect(),
    }
}
