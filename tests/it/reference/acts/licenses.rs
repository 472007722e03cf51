//! Roles, licenses and groups: what the rules say of them.

use super::{Judge, when};
use crossinvite::domain::*;

impl Judge<'_> {
    fn has_role(&self, person: PersonId, role: RoleId) -> Vec<Code> {
        let is_member = self.standing(person).is_some();
        let lacks = when(is_member && !self.is_granted(person, role), Code::RoleNotGranted);
        [self.reachable(person, true), lacks].concat()
    }

    pub(super) fn ungrant(&self, person: PersonId, role: RoleId) -> Vec<Code> {
        let only_by_group = self.is_granted(person, role) && !self.is_granted_directly(person, role);
        let mut codes = self.has_role(person, role);
        codes.extend(when(only_by_group, Code::GrantedThroughGroup));
        // A seat that stays, because a group grants the role too, is not taken back.
        codes.extend(when(
            self.is_locked(person, role) && !self.is_granted_by_group(person, role, None),
            Code::SeatLocked,
        ));
        codes
    }

    fn is_granted_by_group(&self, person: PersonId, role: RoleId, but: Option<GroupId>) -> bool {
        let groups = self.answers.rules.in_group.iter().filter(|(who, at, _)| (*who, *at) == (person, self.at()));
        let mut others = groups.map(|(_, _, group)| *group).filter(|group| Some(*group) != but);
        others.any(|group| self.answers.rules.group_role.contains(&(self.at(), group, role)))
    }

    pub(super) fn without_seat(&self, people: &[PersonId], role: RoleId) -> usize {
        people.iter().filter(|person| !self.has_seat(**person, role)).count()
    }

    /// E5: a seat each with the option off, none with it on; fixed kinds always take one.
    fn group_terms(&self, role: RoleId) -> GrantTerms {
        let is_fixed = self.world.roles().get(role).unwrap().kind == RoleKind::LinkedFixed;
        if self.has_option() && !is_fixed { GrantTerms::without_license() } else { GrantTerms::with_license() }
    }

    pub(super) fn join_group(&self, group: GroupId, person: PersonId) -> Vec<Code> {
        if !self.platform.groups.contains_key(&group) {
            return vec![Code::NoMatch];
        }
        let already = self.answers.rules.in_group.contains(&(person, self.at(), group));
        let mut codes = when(already, Code::AlreadyMember);
        codes.extend(self.reachable(person, self.standing(person) == Some(Membership::Active)));
        for (_, _, role) in self.answers.rules.group_role.iter().filter(|(at, of, _)| (*at, *of) == (self.at(), group))
        {
            if !self.has_seat(person, *role) {
                codes.extend(self.terms(*role, self.group_terms(*role), 1));
            }
        }
        codes
    }

    pub(super) fn leave_group(&self, group: GroupId, person: PersonId) -> Vec<Code> {
        if !self.platform.groups.contains_key(&group) {
            return vec![Code::NoMatch];
        }
        let is_in = self.answers.rules.in_group.contains(&(person, self.at(), group));
        if is_in { Vec::new() } else { self.reachable(person, false) }
    }

    fn members_of(&self, group: GroupId) -> Vec<PersonId> {
        let of_group = self.answers.rules.in_group.iter().filter(|(_, at, of)| (*at, *of) == (self.at(), group));
        of_group.map(|(person, _, _)| *person).collect()
    }

    pub(super) fn grant_to_group(&self, group: GroupId, role: RoleId) -> Vec<Code> {
        let mut codes = when(!self.platform.groups.contains_key(&group), Code::NoMatch);
        codes.extend(when(self.answers.rules.group_role.contains(&(self.at(), group, role)), Code::AlreadyMember));
        let persons = self.without_seat(&self.members_of(group), role);
        codes.extend(self.terms(role, self.group_terms(role), persons));
        codes
    }

    pub(super) fn ungrant_group(&self, group: GroupId, role: RoleId) -> Vec<Code> {
        if !self.platform.groups.contains_key(&group) {
            return vec![Code::NoMatch];
        }
        let lacks = !self.answers.rules.group_role.contains(&(self.at(), group, role));
        let goes = |person: &PersonId| {
            let stays = self.is_granted_directly(*person, role) || self.is_granted_by_group(*person, role, Some(group));
            self.is_locked(*person, role) && !stays
        };
        let locked = self.members_of(group).iter().any(goes);
        [when(lacks, Code::RoleNotGranted), when(locked, Code::SeatLocked)].concat()
    }

    pub(super) fn assign(&self, person: PersonId, role: RoleId, on: bool) -> Vec<Code> {
        let is_fixed = self.world.roles().get(role).unwrap().kind == RoleKind::LinkedFixed;
        let mut codes = self.has_role(person, role);
        codes.extend(when(!self.has_option() || is_fixed, Code::SwitchHidden));
        if on && !self.has_seat(person, role) {
            let is_listed = self.owns(role) || !self.answers.rules.linked.contains(&(role,));
            codes.extend(when(!is_listed, Code::RoleNotListed));
            codes.extend(self.not_purchased(role, true));
            codes.extend(when(self.remaining(role) == 0, Code::NotEnoughLicenses));
        }
        codes.extend(when(!on && self.is_locked(person, role), Code::SeatLocked));
        codes
    }

    pub(super) fn restrict(&self, person: PersonId, role: RoleId) -> Vec<Code> {
        let kind = self.world.roles().get(role).unwrap().kind;
        let is_free = [RoleKind::Platform, RoleKind::LinkedReusable].contains(&kind);
        let is_shown = self.has_option() && is_free && self.has_seat(person, role);
        [self.has_role(person, role), when(!is_shown, Code::SwitchHidden)].concat()
    }
}
