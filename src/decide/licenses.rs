//! Roles and licenses of single members (R85, R96–R99, F29, F48).

use super::{Scene, grants::Wanted};
use crate::access::{Hidden, assign_switch, restrict_switch};
use crate::domain::{Code, Day, Event, GrantTerms, Member, PersonId, Reading, Refusal, RoleId, Seat, World};

/// Days for which a license is locked from first use (F46), and for SOLIDWORKS roles (F47).
const LOCK_DAYS: u32 = 30;
const SHORT_LOCK_DAYS: u32 = 1;

pub(super) fn grant(
    scene: &Scene<'_>,
    person: PersonId,
    role: RoleId,
    terms: GrantTerms,
) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    if scene.member(person)?.grants.contains(&role) {
        return Err(scene.refuse(Code::AlreadyMember).about(person).of_role(role));
    }
    let member = scene.present_member(person)?;
    if scene.world.roles().get(role).is_none() {
        return Err(scene.refuse(Code::NoMatch).of_role(role));
    }
    // A license that came with a group's grant is already there.
    let persons = u32::from(!member.seats.contains_key(&role));
    scene.check_grants(&[Wanted { role, terms, persons }])?;
    let terms = GrantTerms { assign_license: terms.assign_license && persons > 0, ..terms };
    Ok(scene.grant_events(person, role, terms))
}

pub(super) fn ungrant(scene: &Scene<'_>, person: PersonId, role: RoleId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let member = scene.present_member(person)?;
    let through_group = scene.platform.groups_of(person).any(|group| group.roles.contains(&role));
    if !member.grants.contains(&role) {
        let code = if through_group { Code::GrantedThroughGroup } else { Code::RoleNotGranted };
        return Err(scene.refuse(code).about(person).of_role(role));
    }
    // While a group grants the role too, the license stays where it is.
    if !through_group {
        scene.refuse_locked(member, person, role)?;
    }
    let platform = scene.platform.id;
    let mut events = vec![Event::RoleUngranted { platform, person, role }];
    if !through_group && member.seats.contains_key(&role) {
        events.push(Event::LicenseReleased { platform, person, role });
    }
    Ok(events)
}

pub(super) fn assign(scene: &Scene<'_>, person: PersonId, role: RoleId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let member = granted(scene, person, role)?;
    needs_assign_switch(scene, person, role)?;
    if member.seats.contains_key(&role) {
        return Ok(Vec::new());
    }
    scene.check_grants(&[Wanted { role, terms: GrantTerms::with_license(), persons: 1 }])?;
    let restricted = scene.starts_restricted(role, GrantTerms::with_license());
    Ok(vec![Event::LicenseAssigned { platform: scene.platform.id, person, role, restricted }])
}

pub(super) fn take_back(scene: &Scene<'_>, person: PersonId, role: RoleId) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let member = granted(scene, person, role)?;
    needs_assign_switch(scene, person, role)?;
    if !member.seats.contains_key(&role) {
        return Ok(Vec::new());
    }
    scene.refuse_locked(member, person, role)?;
    Ok(vec![Event::LicenseReleased { platform: scene.platform.id, person, role }])
}

/// *Restrict Usage*, for one person and one role (R12).
pub(super) fn restrict(
    scene: &Scene<'_>,
    person: PersonId,
    role: RoleId,
    restricted: bool,
) -> Result<Vec<Event>, Refusal> {
    scene.needs_administrator()?;
    let member = granted(scene, person, role)?;
    let seat = member.seats.get(&role);
    let offered = restrict_switch(scene.world, scene.platform, role, seat.is_some());
    let Some(seat) = seat.filter(|_| offered.is_ok()) else {
        return Err(scene.refuse(Code::SwitchHidden).about(person).of_role(role));
    };
    if seat.restricted == restricted {
        return Ok(Vec::new());
    }
    Ok(vec![Event::UsageRestricted { platform: scene.platform.id, person, role, restricted }])
}

/// Refuses while *Assign License* is not offered (R97, F35). A role that is not owned is refused by what it lacks.
fn needs_assign_switch(scene: &Scene<'_>, person: PersonId, role: RoleId) -> Result<(), Refusal> {
    let is_assigned = scene.platform.seat(person, role).is_some();
    match assign_switch(scene.world, scene.platform, role, is_assigned) {
        Ok(()) | Err(Hidden::NoneOwned) => Ok(()),
        Err(_) => Err(scene.refuse(Code::SwitchHidden).about(person).of_role(role)),
    }
}

fn granted<'a>(scene: &Scene<'a>, person: PersonId, role: RoleId) -> Result<&'a Member, Refusal> {
    let member = scene.present_member(person)?;
    if scene.platform.is_granted(person, role) {
        Ok(member)
    } else {
        Err(scene.refuse(Code::RoleNotGranted).about(person).of_role(role))
    }
}

impl Scene<'_> {
    /// A locked license cannot be taken back, its role not ungranted (F46, F47; a switchable reading).
    pub(super) fn refuse_locked(&self, member: &Member, person: PersonId, role: RoleId) -> Result<(), Refusal> {
        let is_locked = member.seats.get(&role).is_some_and(|seat| locked_until(self.world, role, seat).is_some());
        if is_locked {
            let refusal = self.refuse(Code::SeatLocked).about(person).of_role(role);
            return Err(Refusal { readings: vec![Reading::LicenseLock], ..refusal });
        }
        Ok(())
    }
}

/// The day on which the license is free to be taken back, while that reading holds and the day is to come (F46, F47).
#[must_use]
pub fn locked_until(world: &World, role: RoleId, seat: &Seat) -> Option<Day> {
    if !world.reads(Reading::LicenseLock) {
        return None;
    }
    let is_short = matches!(role.as_str(), "XWA" | "XWB" | "XWC");
    let days = if is_short { SHORT_LOCK_DAYS } else { LOCK_DAYS };
    let until = Day(seat.first_use?.0.saturating_add(days));
    (world.today() < until).then_some(until)
}
