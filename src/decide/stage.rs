//! Setting the stage: what the trainer arranges. It cannot arrange a world that could not be (E1, E11).

use super::{Scene, grants::Wanted, grants::qualifying_organizations, groups, invite, login, options};
use crate::access::is_signed_in;
use crate::domain::lettering::{is_same_name, name_problem};
use crate::domain::{
    Code, Event, GrantTerms, GrantedAccess, ItemId, LocationId, MemberRole, Membership, OrganizationId, PersonId,
    Platform, PlatformId, Refusal, SpaceId, SpaceSubject, StageAct, UserRight, World, apply_all,
};

pub(super) fn decide(world: &World, act: &StageAct) -> Result<Vec<Event>, Refusal> {
    if let StageAct::Several { acts, .. } = act {
        return several(world, acts);
    }
    let is_readable = act.names().into_iter().all(|name| name_problem(name).is_none());
    refuse_if(!is_readable, Refusal::anywhere(Code::NoMatch))?;
    match act {
        StageAct::AddPerson { person, name, email } => {
            let is_known = world.person(*person).is_some() || world.person_by_email(*email).is_some();
            refuse_if(is_known, Refusal::anywhere(Code::AlreadyMember).about(*person))?;
            refuse_if(!email.is_address(), Refusal::anywhere(Code::EmailMissing).about(*person))?;
            let name = name.as_deref().map(Into::into);
            Ok(vec![Event::PersonAdded { person: *person, name, email: *email }])
        }
        StageAct::AddPlatform { platform, name, company, company_name } => {
            // Panels, sentences and flows name a platform; two of one name could not be told apart.
            let is_taken = |other: &Platform| other.id == *platform || is_same_name(&other.name, name);
            refuse_if(world.platforms().any(is_taken), Refusal::new(Code::AlreadyMember, *platform))?;
            Ok(platform_events(*platform, name, *company, company_name))
        }
        StageAct::Several { .. } => Ok(Vec::new()),
        StageAct::SetClock { day } if *day == world.today() => Ok(Vec::new()),
        StageAct::SetClock { day } => Ok(vec![Event::ClockSet { day: *day }]),
        StageAct::SetReading { reading, alternative } if world.reads(*reading) == *alternative => Ok(Vec::new()),
        StageAct::SetReading { reading, alternative } => {
            Ok(vec![Event::ReadingSet { reading: *reading, alternative: *alternative }])
        }
        StageAct::AddOrganization { platform, .. }
        | StageAct::SetPool { platform, .. }
        | StageAct::SetOption { platform, .. }
        | StageAct::SetSpaceSetting { platform, .. }
        | StageAct::SetLocations { platform, .. }
        | StageAct::SetDefaultRoles { platform, .. }
        | StageAct::AddMember { platform, .. }
        | StageAct::AddSpace { platform, .. }
        | StageAct::AddGroup { platform, .. }
        | StageAct::AddSpaceMember { platform, .. }
        | StageAct::AddItem { platform, .. }
        | StageAct::SetItemOwner { platform, .. }
        | StageAct::GrantGroupRole { platform, .. }
        | StageAct::ShareItem { platform, .. }
        | StageAct::SetFirstUse { platform, .. }
        | StageAct::Connect { platform, .. } => {
            let found = world.platform(*platform).ok_or_else(|| Refusal::new(Code::NoMatch, *platform))?;
            on_platform(&Scene { world, platform: found, by: PersonId::new("") }, act)
        }
    }
}

/// Each act on top of the one before; the first that is refused refuses all.
fn several(world: &World, acts: &[StageAct]) -> Result<Vec<Event>, Refusal> {
    let mut after = world.clone();
    let mut events = Vec::new();
    for act in acts {
        let more = decide(&after, act)?;
        apply_all(&mut after, &more);
        events.extend(more);
    }
    Ok(events)
}

fn refuse_if(is_so: bool, refusal: Refusal) -> Result<(), Refusal> {
    if is_so { Err(refusal) } else { Ok(()) }
}

fn platform_events(platform: PlatformId, name: &str, company: OrganizationId, company_name: &str) -> Vec<Event> {
    vec![
        Event::PlatformAdded { platform, name: name.into(), company, company_name: company_name.into() },
        Event::SpaceAdded {
            platform,
            space: SpaceId::new("common-space"),
            name: "Common Space".into(),
            is_common: true,
        },
    ]
}

#[expect(clippy::too_many_lines, reason = "one arm per act, each a few lines")]
fn on_platform(scene: &Scene<'_>, act: &StageAct) -> Result<Vec<Event>, Refusal> {
    let Platform { id: platform, .. } = *scene.platform;
    match act {
        StageAct::AddOrganization { organization, name, kind, .. } => {
            let is_known = scene.platform.organizations.contains_key(organization);
            refuse_if(is_known, scene.refuse(Code::AlreadyMember))?;
            let name = name.as_str().into();
            Ok(vec![Event::OrganizationAdded { platform, organization: *organization, name, kind: *kind }])
        }
        StageAct::SetPool { role, purchased, expires, .. } => {
            refuse_if(scene.world.roles().get(*role).is_none(), scene.refuse(Code::NoMatch).of_role(*role))?;
            let assigned = scene.platform.pools.get(role).map_or(0, |pool| pool.assigned);
            refuse_if(assigned > *purchased, scene.refuse(Code::NotEnoughLicenses).of_role(*role))?;
            let present = scene.platform.pools.get(role).map(|pool| (pool.purchased, pool.expires));
            let event = Event::PoolSet { platform, role: *role, purchased: *purchased, expires: *expires };
            Ok(if present == Some((*purchased, *expires)) { Vec::new() } else { vec![event] })
        }
        StageAct::SetOption { option, on, .. } => {
            if scene.platform.has_option(*option) == *on {
                return Ok(Vec::new());
            }
            if *option == crate::domain::MemberOption::GrantWithoutLicense && !*on {
                options::refuse_if_in_use(scene)?;
            }
            Ok(vec![Event::OptionSet { platform, option: *option, on: *on }])
        }
        StageAct::SetSpaceSetting { setting, on, .. } if scene.platform.has_setting(*setting) == *on => Ok(Vec::new()),
        StageAct::SetSpaceSetting { setting, on, .. } => {
            Ok(vec![Event::SpaceSettingSet { platform, setting: *setting, on: *on }])
        }
        StageAct::SetLocations { locations, .. } => {
            Ok(vec![Event::LocationsSet { platform, locations: locations.clone() }])
        }
        StageAct::SetDefaultRoles { roles, .. } => options::check_default_roles(scene, roles),
        StageAct::AddMember { person, membership, right, location, organizations, roles, .. } => {
            let (person, membership, right, location) = (*person, *membership, *right, *location);
            add_member(scene, &Newcomer { person, membership, right, location, organizations, roles })
        }
        StageAct::AddSpace { space, name, .. } => Ok(vec![scene.new_space(*space, name)?]),
        StageAct::AddGroup { group, name, members, .. } => {
            let mut events = vec![scene.new_group(*group, name)?];
            for person in members {
                let is_active = scene.member(*person)?.membership == Membership::Active;
                refuse_if(!is_active, scene.refuse(Code::NoMatch).about(*person))?;
                events.push(Event::GroupJoined { platform, group: *group, person: *person });
            }
            Ok(events)
        }
        StageAct::AddSpaceMember { space, who, role, restricted, organization, .. } => {
            let access = GrantedAccess { role: *role, restricted: *restricted };
            add_to_space(scene, *space, *who, access, *organization)
        }
        StageAct::AddItem { space, item, name, owner, .. } => {
            scene.platform.space(*space).ok_or_else(|| scene.refuse(Code::NoMatch))?;
            let is_taken = scene.platform.spaces.values().any(|other| other.items.contains_key(item));
            refuse_if(is_taken, scene.refuse(Code::AlreadyMember))?;
            let is_declared = scene.platform.organizations.contains_key(owner);
            refuse_if(!is_declared, scene.refuse(Code::UnknownOrganization))?;
            let name = name.as_str().into();
            Ok(vec![Event::ItemAdded { platform, space: *space, item: *item, name, owner: *owner }])
        }
        StageAct::SetItemOwner { item, owner, .. } => set_item_owner(scene, *item, *owner),
        StageAct::GrantGroupRole { group, role, .. } => groups::grant_to(scene, *group, *role),
        StageAct::ShareItem { item, person, .. } => {
            scene.member(*person)?;
            let is_there = scene.platform.spaces.values().any(|space| space.items.contains_key(item));
            refuse_if(!is_there, scene.refuse(Code::NoMatch))?;
            let is_shared = scene.platform.shares.contains(&(*item, *person));
            let event = Event::ItemShared { platform, item: *item, person: *person };
            Ok(if is_shared { Vec::new() } else { vec![event] })
        }
        StageAct::SetFirstUse { person, role, day, .. } => {
            let seat = scene.platform.seat(*person, *role);
            let seat = seat.ok_or_else(|| scene.refuse(Code::NoMatch).about(*person).of_role(*role))?;
            let event = Event::LicenseFirstUsed { platform, person: *person, role: *role, day: *day };
            Ok(if seat.first_use == Some(*day) { Vec::new() } else { vec![event] })
        }
        StageAct::Connect { person, .. } => {
            let can = is_signed_in(scene.world, *person, platform);
            refuse_if(!can, scene.refuse(Code::NotSignedIn).about(*person))?;
            let mut events = login::first_uses(scene.world, *person, scene);
            events.push(Event::Connected { person: *person, platform });
            Ok(events)
        }
        StageAct::Several { .. }
        | StageAct::AddPerson { .. }
        | StageAct::AddPlatform { .. }
        | StageAct::SetClock { .. }
        | StageAct::SetReading { .. } => Ok(Vec::new()),
    }
}

fn set_item_owner(scene: &Scene<'_>, item: ItemId, owner: OrganizationId) -> Result<Vec<Event>, Refusal> {
    let found = scene.platform.spaces.values().find_map(|space| space.items.get(&item).map(|content| (space, content)));
    let (space, content) = found.ok_or_else(|| scene.refuse(Code::NoMatch))?;
    let is_declared = scene.platform.organizations.contains_key(&owner);
    refuse_if(!is_declared, scene.refuse(Code::UnknownOrganization))?;
    let event = Event::ItemOwnerSet { platform: scene.platform.id, space: space.id, item, owner };
    Ok(if content.owner == owner { Vec::new() } else { vec![event] })
}

struct Newcomer<'a> {
    person: PersonId,
    membership: Membership,
    right: UserRight,
    location: Option<LocationId>,
    organizations: &'a [OrganizationId],
    roles: &'a [MemberRole],
}

fn add_member(scene: &Scene<'_>, newcomer: &Newcomer<'_>) -> Result<Vec<Event>, Refusal> {
    let Newcomer { person, membership, right, location, organizations, roles } = *newcomer;
    let platform = scene.platform.id;
    refuse_if(scene.world.person(person).is_none(), scene.refuse(Code::NoMatch).about(person))?;
    refuse_if(scene.platform.member(person).is_some(), scene.refuse(Code::AlreadyMember).about(person))?;
    let is_unknown = organizations.iter().any(|organization| !scene.platform.organizations.contains_key(organization));
    refuse_if(is_unknown, scene.refuse(Code::UnknownOrganization).about(person))?;
    let is_elsewhere = location.is_some_and(|location| !scene.platform.locations.contains(&location));
    refuse_if(is_elsewhere, scene.refuse(Code::NoMatch).about(person))?;
    let terms_of =
        |role: &MemberRole| GrantTerms { assign_license: role.assign_license, restrict_usage: role.restrict_usage };
    let wanted: Vec<Wanted> =
        roles.iter().map(|role| Wanted { role: role.role, terms: terms_of(role), persons: 1 }).collect();
    scene.check_grants(&wanted).map_err(|refusal| refusal.about(person))?;
    let mut events = vec![Event::MemberAdded {
        platform,
        person,
        membership,
        right,
        location,
        organizations: organizations.iter().copied().collect(),
    }];
    for role in roles {
        events.extend(scene.grant_events(person, role.role, terms_of(role)));
    }
    events.extend(scene.common_space_events(person, right, organizations.iter().copied()));
    if membership == Membership::Pending {
        let from = scene.world.administrators(platform).next().unwrap_or(person);
        events.extend(invite::messages(scene.world, platform, from, person));
    }
    Ok(events)
}

fn add_to_space(
    scene: &Scene<'_>,
    space: SpaceId,
    who: SpaceSubject,
    access: GrantedAccess,
    organization: Option<OrganizationId>,
) -> Result<Vec<Event>, Refusal> {
    let platform = scene.platform.id;
    scene.platform.space(space).ok_or_else(|| scene.refuse(Code::NoMatch))?;
    let is_unknown = organization.is_some_and(|chosen| !scene.platform.organizations.contains_key(&chosen));
    refuse_if(is_unknown, scene.refuse(Code::UnknownOrganization))?;
    match who {
        SpaceSubject::Group(group) => {
            refuse_if(!scene.platform.groups.contains_key(&group), scene.refuse(Code::NoMatch))?;
            Ok(vec![Event::GroupAccessSet { platform, space, group, access }])
        }
        SpaceSubject::Person(person) => {
            scene.member(person)?;
            let organizations = match organization {
                Some(chosen) => vec![chosen],
                None => qualifying_organizations(scene.platform, person),
            };
            let set = |organization| Event::CredentialSet { platform, space, person, organization, access };
            Ok(organizations.into_iter().map(set).collect())
        }
    }
}
