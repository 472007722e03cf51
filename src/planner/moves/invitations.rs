//! Invitations worth trying: of whom, with which right and roles, on which terms.

use super::Moves;
use crate::access::grant_obstacles;
use crate::decide::{MOST_ADDRESSES, newcomers};
use crate::domain::{
    Act, Email, GrantTerms, InvitedRole, LocationId, Membership, OrganizationId, PersonId, Platform, RoleId, UserRight,
};
use std::collections::BTreeSet;

/// How many roles of an invitation get their switches one by one; of more, all are alike.
const MOST_SINGLE_ROLES: usize = 6;

impl Moves<'_> {
    /// Those who are not there, alone and together: one invitation may bring several.
    pub(super) fn invitations(&mut self, platform: &Platform, by: PersonId, people: &BTreeSet<PersonId>) {
        let is_out =
            |person: &PersonId| platform.member(*person).is_none_or(|member| member.membership == Membership::NoAccess);
        let may_come = |person: &PersonId| self.scope.may_come(*person, platform.id);
        let out: Vec<PersonId> = people.iter().copied().filter(|person| is_out(person) && may_come(person)).collect();
        for party in parties(&out) {
            if party.iter().any(|person| platform.member(*person).is_none()) {
                self.invite(platform, by, &party);
            }
        }
    }

    pub(super) fn invite(&mut self, platform: &Platform, by: PersonId, party: &[PersonId]) {
        let here: BTreeSet<RoleId> =
            party.iter().flat_map(|person| self.scope.roles_on(*person, platform.id)).collect();
        let elsewhere: BTreeSet<RoleId> = party
            .iter()
            .flat_map(|person| self.scope.roles_elsewhere(*person, platform.id))
            .filter(|role| platform.owns(*role))
            .collect();
        if here.is_empty() && elsewhere.is_empty() {
            return;
        }
        let emails: Vec<Email> = party
            .iter()
            .map(|person| self.world.person(*person).map_or_else(|| Email::new(person.as_str()), |known| known.email))
            .collect();
        let is_lacking = |person: &PersonId| {
            self.scope.undone.contains(person) || self.scope.lacking.contains(&(*person, platform.id))
        };
        let may_leave_out = party.iter().any(is_lacking);
        let mut others = BTreeSet::new();
        for person in party {
            others.extend(self.scope.rights.get(&(*person, platform.id)).into_iter().flatten().copied());
        }
        others.remove(&UserRight::External);
        // Of two ways of one length the one that keeps a guest a guest comes first (R75, C27).
        let rights: Vec<UserRight> = std::iter::once(UserRight::External).chain(others).collect();
        let mut organizations: Vec<Option<OrganizationId>> = vec![None];
        if self.scope.by_organization.contains(&platform.id) {
            organizations.extend(platform.organizations.keys().copied().map(Some));
        }
        let mut locations: Vec<Option<LocationId>> = vec![None];
        let asked = self.scope.locations.iter().filter(|(person, on, _)| *on == platform.id && party.contains(person));
        locations.extend(asked.map(|(_, _, location)| Some(*location)));
        let fresh = newcomers(self.world, platform, &emails);
        let restored: BTreeSet<RoleId> = party
            .iter()
            .filter(|person| self.scope.may_go(**person, platform.id))
            .flat_map(|person| self.scope.restored.get(&(*person, platform.id)).into_iter().flatten().copied())
            .collect();
        let asked = (&here, &elsewhere, &restored);
        for roles in self.combinations((platform, fresh), asked, may_leave_out) {
            for right in &rights {
                for organization in &organizations {
                    for location in &locations {
                        let act = Act::Invite {
                            emails: emails.clone(),
                            right: *right,
                            location: *location,
                            organization: *organization,
                            roles: roles.clone(),
                        };
                        self.push(by, platform.id, act);
                    }
                }
            }
        }
    }

    /// Every way to set the switches of the roles of an invitation that so many people may be sent.
    pub(super) fn combinations(
        &self,
        (platform, fresh): (&Platform, u32),
        (here, elsewhere, restored): (&BTreeSet<RoleId>, &BTreeSet<RoleId>, &BTreeSet<RoleId>),
        may_leave_out: bool,
    ) -> Vec<Vec<InvitedRole>> {
        let mut all: BTreeSet<RoleId> = here.union(elsewhere).chain(restored).copied().collect();
        all.insert(RoleId::ifw());
        let mut combinations: Vec<Vec<InvitedRole>> = vec![Vec::new()];
        let single = all.len() <= MOST_SINGLE_ROLES;
        for role in all {
            let can_be_absent = role != RoleId::ifw() && (may_leave_out || !here.contains(&role));
            let mut choices: Vec<Option<GrantTerms>> = Vec::new();
            if here.contains(&role) || role == RoleId::ifw() {
                choices.extend(self.terms(platform, role, elsewhere.contains(&role) || may_leave_out).map(Some));
            } else if elsewhere.contains(&role) {
                choices.push(Some(self.carried(role)));
            } else {
                choices.push(Some(GrantTerms::with_license()));
            }
            choices.retain(|terms| {
                terms.is_none_or(|terms| grant_obstacles(self.world, platform, role, terms, fresh).is_empty())
            });
            if can_be_absent {
                choices.push(None);
            }
            if !single {
                choices.truncate(1);
            }
            combinations = combinations
                .into_iter()
                .flat_map(|roles| {
                    choices.iter().map(move |terms| {
                        let mut roles = roles.clone();
                        roles.extend(terms.map(|terms| InvitedRole {
                            role,
                            assign_license: terms.assign_license,
                            restrict_usage: terms.restrict_usage,
                        }));
                        roles
                    })
                })
                .collect();
        }
        combinations
    }

    /// Without license, with one, and with one to take along when it may serve elsewhere.
    pub(super) fn terms(
        &self,
        platform: &Platform,
        role: RoleId,
        elsewhere: bool,
    ) -> impl Iterator<Item = GrantTerms> + use<> {
        let with = platform.owns(role).then(GrantTerms::with_license);
        let along = (elsewhere && platform.owns(role)).then(|| self.carried(role));
        let without = self.world.kind(role).can_be_unassigned().then(GrantTerms::without_license);
        let along = along.filter(|terms| *terms != GrantTerms::with_license());
        without.into_iter().chain(with).chain(along)
    }

    /// A license that may serve elsewhere.
    pub(super) fn carried(&self, role: RoleId) -> GrantTerms {
        let free = self.world.kind(role).can_be_unrestricted().then_some(false);
        GrantTerms { assign_license: true, restrict_usage: free }
    }
}

/// Everybody alone, any two and any three, and all together as far as one invitation goes.
fn parties(out: &[PersonId]) -> Vec<Vec<PersonId>> {
    let mut parties: Vec<Vec<PersonId>> = vec![Vec::new()];
    for person in out {
        let with = parties.iter().filter(|party| party.len() < 3).map(|party| [party.as_slice(), &[*person]].concat());
        let with: Vec<Vec<PersonId>> = with.collect();
        parties.extend(with);
    }
    parties.retain(|party| !party.is_empty());
    if (4..=MOST_ADDRESSES).contains(&out.len()) {
        parties.push(out.to_vec());
    }
    parties
}
