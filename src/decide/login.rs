//! Accepting an invitation and switching platform: each is a login (R83, R84, R91, R113, C29, E4, E9).

use super::Scene;
use crate::access::{Explanation, Question, explain};
use crate::domain::{Code, Event, MemberOption, Membership, PersonId, Reading, Refusal, RoleId, World, apply_all};
use std::collections::BTreeSet;

pub(super) fn accept(scene: &Scene<'_>) -> Result<Vec<Event>, Refusal> {
    let Scene { world, platform, by } = *scene;
    let person = world.person(by).ok_or_else(|| scene.refuse(Code::NoMatch).about(by))?;
    match scene.member(by)?.membership {
        Membership::Active => return Err(scene.refuse(Code::AlreadyMember).about(by)),
        Membership::NoAccess => return Err(scene.refuse(Code::AccessRemoved).about(by)),
        Membership::Pending => {}
    }
    let mut events = expired_roles(scene);
    let after = after(world, &events);
    let gate = explain(&after, Question::CanConnect { person: by, platform: platform.id });
    let opens = gate.holds();
    if opens || world.reads(Reading::AcceptFirst) {
        events.push(Event::MembershipChanged { platform: platform.id, person: by, membership: Membership::Active });
    }
    if opens {
        events.extend(first_uses(&after, by, scene));
        // Accepting is signing in. Somebody at work elsewhere stays there until they switch (R84).
        if person.connected.is_none() {
            events.push(Event::Connected { person: by, platform: platform.id });
        }
    }
    if events.is_empty() { Err(refusal(scene, &gate)) } else { Ok(events) }
}

pub(super) fn switch(scene: &Scene<'_>) -> Result<Vec<Event>, Refusal> {
    let Scene { world, platform, by } = *scene;
    let person = world.person(by).ok_or_else(|| scene.refuse(Code::NoMatch).about(by))?;
    match scene.member(by)?.membership {
        Membership::Pending => return Err(scene.refuse(Code::Pending).about(by)),
        Membership::NoAccess => return Err(scene.refuse(Code::AccessRemoved).about(by)),
        Membership::Active => {}
    }
    if person.connected == Some(platform.id) {
        return Ok(Vec::new());
    }
    let mut events = expired_roles(scene);
    let after = after(world, &events);
    let gate = explain(&after, Question::CanConnect { person: by, platform: platform.id });
    if gate.holds() {
        events.extend(first_uses(&after, by, scene));
        events.push(Event::Connected { person: by, platform: platform.id });
    }
    if events.is_empty() { Err(refusal(scene, &gate)) } else { Ok(events) }
}

fn after(world: &World, events: &[Event]) -> World {
    let mut after = world.clone();
    apply_all(&mut after, events);
    after
}

/// The message of F37 or F38, with everything that is in the way.
fn refusal(scene: &Scene<'_>, gate: &Explanation) -> Refusal {
    let mut codes = gate.codes().into_iter();
    let code = codes.next().unwrap_or(Code::NotSignedIn);
    let headline = gate.headline();
    Refusal {
        platform: headline.map(|check| check.at).or(Some(scene.platform.id)),
        role: headline.and_then(|check| check.role),
        person: Some(scene.by),
        reading: headline.and_then(|check| check.reading),
        further: codes.collect(),
        ..scene.refuse(code)
    }
}

/// Licenses of this platform that the person uses here for the first time (F46).
pub(super) fn first_uses(world: &World, person: PersonId, scene: &Scene<'_>) -> Vec<Event> {
    let platform = scene.platform.id;
    let seats = world.member(person, platform).map(|member| &member.seats);
    seats
        .into_iter()
        .flatten()
        .filter(|(_, seat)| seat.first_use.is_none())
        .map(|(role, _)| Event::LicenseFirstUsed { platform, person, role: *role, day: world.today() })
        .collect()
}

/// What the expiry option ungrants at this login (R90–R92, C17, C18, E9).
fn expired_roles(scene: &Scene<'_>) -> Vec<Event> {
    let Scene { world, platform, by } = *scene;
    let Some(member) = platform.member(by).filter(|_| platform.has_option(MemberOption::UngrantExpiredRoles)) else {
        return Vec::new();
    };
    let today = world.today();
    let protected: BTreeSet<RoleId> = member
        .seats
        .keys()
        .filter(|role| !platform.is_expired(**role, today) && platform.is_granted(by, **role))
        .flat_map(|role| world.roles().all_prerequisites(*role))
        .collect();
    let mut events = Vec::new();
    for role in member.grants.iter().copied() {
        let has_seat = member.seats.contains_key(&role);
        let expired_here = has_seat && platform.is_expired(role, today);
        let expired_elsewhere = !has_seat && world.reads(Reading::UngrantForeignExpired) && {
            let mut homes = world.platforms().filter(|home| home.seat(by, role).is_some()).peekable();
            homes.peek().is_some() && homes.all(|home| home.is_expired(role, today))
        };
        let keeps_last_way_in = role == RoleId::ifw() && scene.is_last_administrator(by);
        if (expired_here || expired_elsewhere) && !protected.contains(&role) && !keeps_last_way_in {
            events.push(Event::RoleUngranted { platform: platform.id, person: by, role });
            if has_seat && !platform.groups_of(by).any(|group| group.roles.contains(&role)) {
                events.push(Event::LicenseReleased { platform: platform.id, person: by, role });
            }
        }
    }
    events
}
