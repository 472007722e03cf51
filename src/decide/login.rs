//! Accepting an invitation and switching platform: each is a login (R83, R84, R91, R113, C29, E4, E9).

use super::Scene;
use crate::access::rules::Seen;
use crate::access::rules::role::has_lapsed_elsewhere;
use crate::access::{Check, Explanation, Question, explain};
use crate::domain::{
    Code, Event, MemberOption, Membership, Message, MessageKind, PersonId, Platform, Reading, Refusal, RoleId, Via,
    World, apply_all,
};
use std::borrow::Cow;
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

/// Works on this platform from now on, and on no other (R84).
pub(super) fn switch(scene: &Scene<'_>) -> Result<Vec<Event>, Refusal> {
    let Scene { world, platform, by } = *scene;
    let person = world.person(by).ok_or_else(|| scene.refuse(Code::NoMatch).about(by))?;
    match scene.member(by)?.membership {
        Membership::Pending => {
            // Whoever tried and failed would be no longer pending as read otherwise.
            let gate = explain(world, Question::CanConnect { person: by, platform: platform.id });
            let by_reading = gate.checks.iter().any(|check| check.reading == Some(Reading::AcceptFirst));
            let readings = by_reading.then_some(Reading::AcceptFirst).into_iter().collect();
            return Err(Refusal { readings, ..scene.refuse(Code::Pending).about(by) });
        }
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

fn after<'a>(world: &'a World, events: &[Event]) -> Cow<'a, World> {
    let mut after = Cow::Borrowed(world);
    if !events.is_empty() {
        apply_all(after.to_mut(), events);
    }
    after
}

/// The message of F37 or F38, with everything that is in the way.
fn refusal(scene: &Scene<'_>, gate: &Explanation) -> Refusal {
    let mut codes = gate.codes().into_iter();
    let code = codes.next().unwrap_or(Code::NotSignedIn);
    let headline = gate.headline();
    // What is in the way, and what comes of that (C1, C18, C29). An option at home that is on is in nobody's way.
    let is_decisive = |check: &&Check| !check.holds || check.reading != Some(Reading::HomeOptionNotAsked);
    let readings: BTreeSet<Reading> =
        gate.checks.iter().filter(is_decisive).filter_map(|check| check.reading).collect();
    Refusal {
        platform: headline.map(|check| check.at).or(Some(scene.platform.id)),
        role: headline.and_then(|check| check.role),
        person: Some(scene.by),
        readings: readings.into_iter().collect(),
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
    let is_lapsed = |role: &RoleId| !protected.contains(role) && has_lapsed(scene, by, *role);
    let mut events = Vec::new();
    let mut gone: Vec<(PersonId, RoleId)> = Vec::new();
    for role in member.grants.iter().copied().filter(is_lapsed) {
        events.push(Event::RoleUngranted { platform: platform.id, person: by, role });
        gone.push((by, role));
    }
    for group in platform.groups_of(by) {
        for role in group.roles.iter().copied().filter(is_lapsed) {
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

/// Prerequisites, direct or not, of roles whose license of this platform is valid (R92); IFW of the last administrator.
fn protected_roles(scene: &Scene<'_>, person: PersonId) -> BTreeSet<RoleId> {
    let mut protected: BTreeSet<RoleId> =
        valid_mains(scene, person).flat_map(|main| scene.world.roles().all_prerequisites(main)).collect();
    if scene.is_last_administrator(person) {
        protected.insert(RoleId::ifw());
    }
    protected
}

/// A role that the expiry option keeps although its license has expired (R92, C17, C19, E9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kept {
    /// The role.
    pub role: RoleId,
    /// Whom it is kept for: the person, or another member of a group that grants it to both.
    pub by: PersonId,
    /// The valid role of theirs that needs it; none when it is kept for the last administrator.
    pub main: Option<RoleId>,
}

/// Roles of the person whose license has expired and which the expiry option keeps all the same (R92, C17, C19, E9).
#[must_use]
pub fn kept_roles(world: &World, platform: &Platform, person: PersonId) -> Vec<Kept> {
    let scene = Scene { world, platform, by: person };
    let Some(member) = platform.member(person).filter(|_| platform.has_option(MemberOption::UngrantExpiredRoles))
    else {
        return Vec::new();
    };
    let lapsed: BTreeSet<RoleId> =
        platform.granted_roles(member).filter(|role| has_lapsed(&scene, person, *role)).collect();
    lapsed.into_iter().filter_map(|role| kept(&scene, person, role)).collect()
}

/// Who keeps the expired role, and by what: the person first, then whoever else is in a group that grants it.
fn kept(scene: &Scene<'_>, person: PersonId, role: RoleId) -> Option<Kept> {
    let groups = scene.platform.groups_of(person).filter(|group| group.roles.contains(&role));
    let others = groups.flat_map(|group| group.members.iter().copied());
    let by = std::iter::once(person).chain(others).find(|other| protected_roles(scene, *other).contains(&role))?;
    // Of several the first of the catalogue.
    let position = |main: &RoleId| scene.world.roles().position(*main);
    Some(Kept { role, by, main: valid_mains(scene, by).filter(|main| needs(scene, *main, role)).min_by_key(position) })
}

/// The roles of the person whose license of this platform is valid.
fn valid_mains<'a>(scene: &'a Scene<'_>, person: PersonId) -> impl Iterator<Item = RoleId> + 'a {
    let Scene { world, platform, .. } = *scene;
    let seats = platform.member(person).into_iter().flat_map(|member| member.seats.keys().copied());
    seats.filter(move |role| !platform.is_expired(*role, world.today()) && platform.is_granted(person, *role))
}

fn needs(scene: &Scene<'_>, main: RoleId, role: RoleId) -> bool {
    scene.world.roles().all_prerequisites(main).contains(&role)
}

/// Has the license behind the grant expired, here or (under its reading) everywhere else?
fn has_lapsed(scene: &Scene<'_>, person: PersonId, role: RoleId) -> bool {
    let Scene { world, platform, .. } = *scene;
    if platform.seat(person, role).is_some() {
        return platform.is_expired(role, world.today());
    }
    world.reads(Reading::UngrantForeignExpired) && has_lapsed_elsewhere(&Seen::new(world, person, platform.id), role)
}
