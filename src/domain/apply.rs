//! Recording what happened: one match, no rules, cannot fail.

use super::{
    CollabSpace, Day, Event, LicensePool, Member, Organization, OrganizationId, OrganizationKind, Person, PersonId,
    Platform, PlatformId, RoleId, Seat, SpaceEntry, SpaceId, SpaceSetting, UserGroup, World, roll,
};
use imbl::{OrdMap, OrdSet, Vector};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Records one event. An event about something that is not there changes nothing.
pub fn apply(world: &mut World, event: &Event) {
    record(world, event);
    roll::follow(world, event);
}

#[expect(clippy::too_many_lines, reason = "one line or two per event; splitting would hide what is missing")]
fn record(world: &mut World, event: &Event) {
    match event {
        Event::PersonAdded { person, name, email } => add_person(world, *person, name.clone(), *email),
        Event::PlatformAdded { platform, name, company, company_name } => {
            add_platform(world, *platform, name, *company, company_name);
        }
        Event::OrganizationAdded { platform, organization, name, kind } => on_platform(world, *platform, |p| {
            p.organizations.insert(*organization, Organization { name: name.clone(), kind: *kind });
        }),
        Event::PoolSet { platform, role, purchased, expires } => on_platform(world, *platform, |p| {
            let assigned = p.pools.get(role).map_or(0, |pool| pool.assigned);
            p.pools.insert(*role, LicensePool { purchased: *purchased, assigned, expires: *expires });
        }),
        Event::ClockSet { day } => world.today = *day,
        Event::ReadingSet { reading, alternative } => set(&mut world.readings, *reading, *alternative),
        Event::OptionSet { platform, option, on } => {
            on_platform(world, *platform, |p| set(&mut p.options, *option, *on));
        }
        Event::SpaceSettingSet { platform, setting, on } => {
            on_platform(world, *platform, |p| set(&mut p.space_settings, *setting, *on));
        }
        Event::LocationsSet { platform, locations } => {
            on_platform(world, *platform, |p| p.locations.clone_from(locations));
        }
        Event::DefaultRolesSet { platform, roles } => {
            on_platform(world, *platform, |p| p.default_roles.clone_from(roles));
        }
        Event::MemberAdded { platform, person, membership, right, location, organizations } => {
            let Some(email) = world.person(*person).map(|known| known.email) else { return };
            on_platform(world, *platform, |p| {
                let member = Member {
                    membership: *membership,
                    right: *right,
                    email,
                    location: *location,
                    organizations: organizations.clone(),
                    grants: BTreeSet::new(),
                    seats: BTreeMap::new(),
                    groups: BTreeSet::new(),
                };
                p.members.insert(*person, Arc::new(member));
            });
        }
        Event::MembershipChanged { platform, person, membership } => {
            on_member(world, *platform, *person, |m| m.membership = *membership);
        }
        Event::MemberRemoved { platform, person } => on_platform(world, *platform, |p| remove_member(p, *person)),
        Event::RightChanged { platform, person, right } => on_member(world, *platform, *person, |m| m.right = *right),
        Event::OrganizationJoined { platform, person, organization } => on_member(world, *platform, *person, |m| {
            m.organizations.insert(*organization);
        }),
        Event::OrganizationLeft { platform, person, organization } => on_member(world, *platform, *person, |m| {
            m.organizations.remove(organization);
        }),
        Event::RoleGranted { platform, person, role } => on_member(world, *platform, *person, |m| {
            m.grants.insert(*role);
        }),
        Event::RoleUngranted { platform, person, role } => on_member(world, *platform, *person, |m| {
            m.grants.remove(role);
        }),
        Event::LicenseAssigned { platform, person, role, restricted } => {
            assign_license(world, *platform, *person, *role, *restricted);
        }
        Event::LicenseReleased { platform, person, role } => release_license(world, *platform, *person, *role),
        Event::UsageRestricted { platform, person, role, restricted } => {
            on_seat(world, *platform, *person, *role, |seat| seat.restricted = *restricted);
        }
        Event::LicenseFirstUsed { platform, person, role, day } => {
            on_seat(world, *platform, *person, *role, |seat| seat.first_use = Some(*day));
        }
        Event::GroupAdded { platform, group, name } => on_platform(world, *platform, |p| {
            let added = UserGroup { id: *group, name: name.clone(), members: OrdSet::new(), roles: BTreeSet::new() };
            p.groups.insert(*group, Arc::new(added));
        }),
        Event::GroupJoined { platform, group, person } => on_platform(world, *platform, |p| {
            if let (Some(group), Some(member)) = (p.groups.get_mut(group), p.members.get_mut(person)) {
                Arc::make_mut(group).members.insert(*person);
                Arc::make_mut(member).groups.insert(group.id);
            }
        }),
        Event::GroupLeft { platform, group, person } => on_platform(world, *platform, |p| {
            if let (Some(group), Some(member)) = (p.groups.get_mut(group), p.members.get_mut(person)) {
                Arc::make_mut(group).members.remove(person);
                Arc::make_mut(member).groups.remove(&group.id);
            }
        }),
        Event::GroupRoleGranted { platform, group, role } => on_group(world, *platform, *group, |g| {
            g.roles.insert(*role);
        }),
        Event::GroupRoleUngranted { platform, group, role } => on_group(world, *platform, *group, |g| {
            g.roles.remove(role);
        }),
        Event::ItemShared { platform, item, person } => on_platform(world, *platform, |p| {
            p.shares.insert((*item, *person));
        }),
        Event::LoginRefused { .. } => {}
        Event::SpaceAdded { platform, space, name, is_common } => on_platform(world, *platform, |p| {
            p.spaces.insert(*space, Arc::new(empty_space(*space, name, *is_common)));
        }),
        Event::SpaceRenamed { platform, space, name } => on_space(world, *platform, *space, |s| s.name = name.clone()),
        Event::CredentialSet { platform, space, person, organization, access } => {
            on_space(world, *platform, *space, |s| {
                s.entries.entry(*person).or_insert_with(SpaceEntry::new).insert(*organization, *access);
            });
        }
        Event::CredentialRemoved { platform, space, person, organization } => {
            on_space(world, *platform, *space, |s| {
                if let Some(entry) = s.entries.get_mut(person) {
                    entry.remove(organization);
                }
            });
        }
        Event::SpaceEntryRemoved { platform, space, person } => on_space(world, *platform, *space, |s| {
            s.entries.remove(person);
        }),
        Event::GroupAccessSet { platform, space, group, access } => on_space(world, *platform, *space, |s| {
            s.groups.insert(*group, *access);
        }),
        Event::GroupAccessRemoved { platform, space, group } => on_space(world, *platform, *space, |s| {
            s.groups.remove(group);
        }),
        Event::ItemAdded { platform, space, item, name, owner } => on_space(world, *platform, *space, |s| {
            s.items.insert(*item, super::Item { name: name.clone(), owner: *owner });
        }),
        Event::ItemOwnerSet { platform, space, item, owner } => on_space(world, *platform, *space, |s| {
            if let Some(item) = s.items.get_mut(item) {
                item.owner = *owner;
            }
        }),
        Event::ItemMoved { platform, item, from, to } => on_platform(world, *platform, |p| {
            let moved = p.spaces.get_mut(from).and_then(|space| Arc::make_mut(space).items.remove(item));
            if let (Some(content), Some(space)) = (moved, p.spaces.get_mut(to)) {
                Arc::make_mut(space).items.insert(*item, content);
            }
        }),
        Event::MessageSent { person, message } => on_person(world, *person, |p| p.messages.push_back(*message)),
        Event::Connected { person, platform } => on_person(world, *person, |p| p.connected = Some(*platform)),
        Event::Disconnected { person } => on_person(world, *person, |p| p.connected = None),
    }
}

/// Records events in order.
pub fn apply_all(world: &mut World, events: &[Event]) {
    for event in events {
        apply(world, event);
    }
}

fn set<T: Ord>(switches: &mut BTreeSet<T>, switch: T, on: bool) {
    if on {
        switches.insert(switch);
    } else {
        switches.remove(&switch);
    }
}

fn on_person(world: &mut World, person: PersonId, change: impl FnOnce(&mut Person)) {
    if let Some(person) = world.people.get_mut(&person) {
        change(Arc::make_mut(person));
    }
}

fn on_platform(world: &mut World, platform: PlatformId, change: impl FnOnce(&mut Platform)) {
    if let Some(found) = world.platforms.iter_mut().find(|found| found.id == platform) {
        change(Arc::make_mut(found));
    }
}

fn on_member(world: &mut World, platform: PlatformId, person: PersonId, change: impl FnOnce(&mut Member)) {
    on_platform(world, platform, |p| {
        if let Some(member) = p.members.get_mut(&person) {
            change(Arc::make_mut(member));
        }
    });
}

fn on_seat(world: &mut World, platform: PlatformId, person: PersonId, role: RoleId, change: impl FnOnce(&mut Seat)) {
    on_member(world, platform, person, |member| {
        if let Some(seat) = member.seats.get_mut(&role) {
            change(seat);
        }
    });
}

fn on_space(world: &mut World, platform: PlatformId, space: SpaceId, change: impl FnOnce(&mut CollabSpace)) {
    on_platform(world, platform, |p| {
        if let Some(space) = p.spaces.get_mut(&space) {
            change(Arc::make_mut(space));
        }
    });
}

fn on_group(world: &mut World, platform: PlatformId, group: super::GroupId, change: impl FnOnce(&mut UserGroup)) {
    on_platform(world, platform, |p| {
        if let Some(group) = p.groups.get_mut(&group) {
            change(Arc::make_mut(group));
        }
    });
}

fn add_person(world: &mut World, id: PersonId, name: Option<Arc<str>>, email: super::Email) {
    // An id that was known before keeps its place; nobody is put out by a new name.
    let known = world.people.get(&id).map(|known| (known.place, known.connected));
    let (place, connected) = known.unwrap_or((world.cast.len(), None));
    world.people.insert(id, Arc::new(Person { id, place, name, email, connected, messages: Vector::new() }));
    if known.is_none() {
        world.cast.push_back(id);
    }
    world.by_email.insert(email, id);
}

fn add_platform(world: &mut World, id: PlatformId, name: &Arc<str>, company: OrganizationId, company_name: &Arc<str>) {
    let host = Organization { name: company_name.clone(), kind: OrganizationKind::HostCompany };
    let platform = Platform {
        id,
        name: name.clone(),
        host_company: company,
        organizations: BTreeMap::from([(company, host)]),
        options: BTreeSet::new(),
        locations: Vec::new(),
        default_roles: BTreeMap::new(),
        // Initial values of rules 4.4.
        space_settings: BTreeSet::from([
            SpaceSetting::CommonSpaceForNewUsers,
            SpaceSetting::AssociateLeaderAndOwner,
            SpaceSetting::PendingExternals,
        ]),
        pools: BTreeMap::new(),
        members: OrdMap::new(),
        spaces: OrdMap::new(),
        groups: OrdMap::new(),
        shares: OrdSet::new(),
    };
    match world.platforms.iter_mut().find(|found| found.id == id) {
        Some(found) => *found = Arc::new(platform),
        None => world.platforms.push(Arc::new(platform)),
    }
}

fn empty_space(id: SpaceId, name: &Arc<str>, is_common: bool) -> CollabSpace {
    CollabSpace {
        id,
        name: name.clone(),
        is_common,
        entries: OrdMap::new(),
        groups: BTreeMap::new(),
        items: BTreeMap::new(),
    }
}

fn remove_member(platform: &mut Platform, person: PersonId) {
    let groups = platform.members.remove(&person).map(|member| member.groups.clone()).unwrap_or_default();
    let in_spaces: Vec<SpaceId> =
        platform.spaces.iter().filter(|(_, space)| space.entries.contains_key(&person)).map(|(id, _)| *id).collect();
    for space in in_spaces {
        if let Some(space) = platform.spaces.get_mut(&space) {
            Arc::make_mut(space).entries.remove(&person);
        }
    }
    for group in groups {
        if let Some(group) = platform.groups.get_mut(&group) {
            Arc::make_mut(group).members.remove(&person);
        }
    }
    let shared: Vec<_> = platform.shares.iter().filter(|(_, with)| *with == person).copied().collect();
    for share in shared {
        platform.shares.remove(&share);
    }
}

fn assign_license(world: &mut World, platform: PlatformId, person: PersonId, role: RoleId, restricted: bool) {
    on_platform(world, platform, |p| {
        let Some(member) = p.members.get_mut(&person) else { return };
        let seat = Seat { restricted, first_use: None };
        if Arc::make_mut(member).seats.insert(role, seat).is_none() {
            let fresh = LicensePool { purchased: 0, assigned: 0, expires: Day(u32::MAX) };
            p.pools.entry(role).or_insert(fresh).assigned += 1;
        }
    });
}

fn release_license(world: &mut World, platform: PlatformId, person: PersonId, role: RoleId) {
    on_platform(world, platform, |p| {
        let Some(member) = p.members.get_mut(&person) else { return };
        if Arc::make_mut(member).seats.remove(&role).is_some()
            && let Some(pool) = p.pools.get_mut(&role)
        {
            pool.assigned = pool.assigned.saturating_sub(1);
        }
    });
}
