//! Accepting an invitation and switching platform: each is a login (R83, R84, R91, R113, C29, E4, E9).

use super::Scene;
use crate::access::{Explanation, Question, explain};
use crate::domain::{
    Code, Event, MemberOption, Membership, Message, MessageKind, PersonId, Reading, Refusal, RoleId, Via, World,
    apply_all,
};
use std::collections::BTreeSet;

pub(super) fn accept(scene: &Scene<'_>, via: Via) -> Result<Vec<Event>, Refusal> {
    let Scene { world, platform, by } = *scene;
    let person = world.person(by).ok_or_else(|| scene.refuse(Code::NoMatch).about(by))?;
    match scene.member(by)?.membership {
        Membership::Active => return Err(scene.refuse(Code::AlreadyMember).about(by)),
        Membership::NoAccess => return Err(scene.refuse(Code::AccessRemoved).about(by)),
        Membership::Pending => {}
    }
    // Whoever was on no platform when invited got the mail only (R83).
    let is_there =
        |message: &Message| message.kind == MessageKind::InvitationNotification && message.platform == platform.id;
    if via == Via::Notification && !person.messages.iter().any(is_there) {
        return Err(scene.refuse(Code::NoMatch).about(by));
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
    finish(scene, events, &gate)
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
    finish(scene, events, &gate)
}

/// An attempt that came to nothing is refused; one that failed but had effects is recorded with them (E9).
fn finish(scene: &Scene<'_>, mut events: Vec<Event>, gate: &Explanation) -> Result<Vec<Event>, Refusal> {
    if events.is_empty() {
        return Err(refusal(scene, gate));
    }
    if !gate.holds() {
        events.push(Event::LoginRefused { person: scene.by, platform: scene.platform.id });
    }
    Ok(events)
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

/// What the expiry option ungrants at this login (R90–R92, C17–C19, E9). Licenses whose last grant went are released.
fn expired_roles(scene: &Scene<'_>) -> Vec<Event> {
    let Scene { platform, by, .. } = *scene;
    let Some(member) = platform.member(by).filter(|_| platform.has_option(MemberOption::UngrantExpiredRoles)) else {
        return Vec::new();
    };
    let protected = protected_roles(scene, by);
    let mut events = Vec::new();
    let mut gone: Vec<(PersonId, RoleId)> = Vec::new();
    for role in member.grants.iter().copied().filter(|role| is_lapsed(scene, by, *role, &protected)) {
        events.push(Event::RoleUngranted { platform: platform.id, person: by, role });
        gone.push((by, role));
    }
    for group in platform.groups_of(by) {
        for role in group.roles.iter().copied().filter(|role| is_lapsed(scene, by, *role, &protected)) {
            // The expiry belongs to the pool, so the role goes from the group itself; one protected member keeps it (C19).
            if group.members.iter().any(|other| protected_roles(scene, *other).contains(&role)) {
                continue;
            }
            events.push(Event::GroupRoleUngranted { platform: platform.id, group: group.id, role });
            gone.extend(group.members.iter().map(|person| (*person, role)));
        }
    }
    let mut left = scene.world.clone();
    apply_all(&mut left, &events);
    gone.sort_unstable();
    gone.dedup();
    let is_released = |(person, role): &(PersonId, RoleId)| {
        left.platform(platform.id)
            .is_some_and(|found| found.seat(*person, *role).is_some() && !found.is_granted(*person, *role))
    };
    let released = gone.into_iter().filter(is_released);
    events.extend(released.map(|(person, role)| Event::LicenseReleased { platform: platform.id, person, role }));
    events
}

/// Prerequisites, direct or not, of roles whose license of this platform is valid; IFW of the last administrator.
fn protected_roles(scene: &Scene<'_>, person: PersonId) -> BTreeSet<RoleId> {
    let Scene { world, platform, .. } = *scene;
    let seats = platform.member(person).into_iter().flat_map(|member| member.seats.keys());
    let mut protected: BTreeSet<RoleId> = seats
        .filter(|role| !platform.is_expired(**role, world.today()) && platform.is_granted(person, **role))
        .flat_map(|role| world.roles().all_prerequisites(*role))
        .collect();
    if scene.is_last_administrator(person) {
        protected.insert(RoleId::ifw());
    }
    protected
}

/// Has the license behind the grant expired, here or (under its reading) everywhere else, with nothing to protect it?
fn is_lapsed(scene: &Scene<'_>, person: PersonId, role: RoleId, protected: &BTreeSet<RoleId>) -> bool {
    let Scene { world, platform, .. } = *scene;
    if protected.contains(&role) {
        return false;
    }
    if platform.seat(person, role).is_some() {
        return platform.is_expired(role, world.today());
    }
    let mut homes = world.platforms().filter(|home| home.seat(person, role).is_some()).peekable();
    world.reads(Reading::UngrantForeignExpired)
        && homes.peek().is_some()
        && homes.all(|home| home.is_expired(role, world.today()))
}
