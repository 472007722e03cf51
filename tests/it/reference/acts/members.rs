//! Options, invitations and logins: what the rules say of them.

use super::super::answers::Answers;
use super::super::facts::after_login;
use super::super::rules::Rules;
use super::{Fate, Judge, is_address, when};
use crossinvite::access::Question;
use crossinvite::domain::*;
use std::collections::BTreeSet;

impl Judge<'_> {
    /// E8.
    pub(super) fn option_off(&self) -> Fate {
        let mut blockers = BTreeSet::new();
        for (person, _, role) in self.answers.rules.grant.iter().filter(|(_, at, _)| *at == self.at()) {
            let is_linked = self.answers.rules.linked.contains(&(*role,));
            let blocks = |reason| Blocker { reason, person: *person, role: *role };
            if !self.has_seat(*person, *role) {
                blockers.insert(blocks(BlockerReason::NoLicenseAssigned));
            } else if is_linked && self.answers.rules.seat.contains(&(*person, self.at(), *role, false)) {
                blockers.insert(blocks(BlockerReason::UsageNotRestricted));
            }
        }
        match self.headline(&self.gate()) {
            Fate::Accepted if !blockers.is_empty() => Fate::Refused(Code::OptionInUse, blockers),
            fate => fate,
        }
    }

    /// R108: the locations are chosen beside their option; R107: the field is there while it is on.
    pub(super) fn locations(&self, locations: &[LocationId]) -> Vec<Code> {
        let nameless = locations.iter().any(|location| location.as_str().trim().is_empty());
        [when(!self.manages_locations(), Code::SwitchHidden), when(nameless, Code::NoMatch)].concat()
    }

    fn manages_locations(&self) -> bool {
        self.platform.options.contains(&MemberOption::PlatformLocations)
    }

    /// R106, F8, C21: the base role is ticked and locked; the lists and switches are those of an invitation. No license
    /// is taken yet.
    pub(super) fn default_roles(&self, roles: &[InvitedRole]) -> Vec<Code> {
        let has_base = roles.iter().any(|role| role.role == RoleId::ifw());
        let mut codes = when(!has_base, Code::BaseRoleRequired);
        codes.extend(roles.iter().flat_map(|role| self.terms(role.role, role.terms(), 0)));
        codes
    }

    pub(super) fn invite(
        &self,
        emails: &[Email],
        location: Option<LocationId>,
        organization: Option<OrganizationId>,
        roles: &[InvitedRole],
    ) -> Vec<Code> {
        // F10: one to ten in one dialog.
        let fits = (1..=10).contains(&emails.len()) && emails.iter().all(|email| is_address(email.as_str()));
        let mut codes = when(!fits, Code::EmailMissing);
        let addresses: BTreeSet<Email> = emails.iter().copied().collect();
        let mut new = 0;
        for email in addresses {
            let known = self.world.person_by_email(email).and_then(|person| self.standing(person.id));
            match known {
                None => new += 1,
                Some(Membership::NoAccess) => {}
                Some(Membership::Pending | Membership::Active) => codes.push(Code::AlreadyMember),
            }
        }
        if new == 0 {
            // Right and roles are not applied to somebody who comes back (E5): nobody looks at them.
            return codes;
        }
        let is_declared =
            organization.is_none_or(|organization| self.platform.organizations.contains_key(&organization));
        codes.extend(when(!is_declared, Code::UnknownOrganization));
        // Without the option there is no field; with it, only what is offered can be picked.
        let has_field = self.manages_locations();
        let is_odd = |location: LocationId| !self.platform.locations.contains(&location);
        codes.extend(when(location.is_some() && !has_field, Code::SwitchHidden));
        codes.extend(when(has_field && location.is_some_and(is_odd), Code::NoMatch));
        codes.extend(when(!roles.iter().any(|role| role.role == RoleId::ifw()), Code::BaseRoleRequired));
        codes.extend(roles.iter().flat_map(|role| self.terms(role.role, role.terms(), new)));
        codes
    }

    /// R102–R106, E5: an outsider gets exactly the default roles, IFW always among them.
    pub(super) fn share(&self, item: ItemId, email: Email) -> Vec<Code> {
        let standing = self.world.person_by_email(email).and_then(|person| self.standing(person.id));
        let mut codes = when(!self.connects(self.by), Code::NotSignedIn);
        let reads = self.answers.rules.reads.contains(&(self.by, self.at(), item));
        codes.extend(when(!reads, Code::NoMatch));
        codes.extend(when(!is_address(email.as_str()), Code::EmailMissing));
        codes.extend(when(standing == Some(Membership::NoAccess), Code::AccessRemoved));
        if standing.is_none() {
            codes.extend(when(
                !self.platform.options.contains(&MemberOption::MemberInvitations),
                Code::MemberInvitesOff,
            ));
            let mut roles = self.platform.default_roles.clone();
            // Not chosen: with a license, when there is such a license here.
            let base = GrantTerms { assign_license: self.owns(RoleId::ifw()), restrict_usage: None };
            roles.entry(RoleId::ifw()).or_insert(base);
            for (role, terms) in roles {
                // C21: without the option, Assign License is always on.
                let terms = if self.has_option() { terms } else { GrantTerms::with_license() };
                codes.extend(self.terms(role, terms, 1));
            }
        }
        codes
    }

    /// E4, E5, E9; C29.
    pub(super) fn accept(&self) -> Fate {
        let refused = |code| Fate::Refused(code, BTreeSet::new());
        match self.standing(self.by) {
            None => refused(Code::NotInvited),
            Some(Membership::NoAccess) => refused(Code::AccessRemoved),
            Some(Membership::Active) => refused(Code::AlreadyMember),
            Some(Membership::Pending) => self.login(self.world.readings().contains(&Reading::AcceptFirst)),
        }
    }

    pub(super) fn switch(&self) -> Fate {
        let refused = |code| Fate::Refused(code, BTreeSet::new());
        match self.standing(self.by) {
            None => refused(Code::NotInvited),
            Some(Membership::NoAccess) => refused(Code::AccessRemoved),
            Some(Membership::Pending) => refused(Code::Pending),
            // To stay where one is, is no login.
            Some(Membership::Active) if self.world.person(self.by).unwrap().connected == Some(self.at()) => {
                Fate::Tried { gets_in: true }
            }
            Some(Membership::Active) => self.login(false),
        }
    }

    /// An attempt that takes roles away is no refusal, though the gate stays closed.
    fn login(&self, gets_in_anyway: bool) -> Fate {
        let Rules { loses, group_loses, .. } = &self.answers.rules;
        let takes_roles = loses.iter().any(|(who, at, _)| (*who, *at) == (self.by, self.at()))
            || group_loses.iter().any(|(who, at, _, _)| (*who, *at) == (self.by, self.at()));
        let after = after_login(self.world, &self.answers.rules, self.by, self.at());
        let question = Question::CanConnect { person: self.by, platform: self.at() };
        let reasons = Answers::derived(self.world, after).all().remove(&question).unwrap().reasons;
        match reasons.first() {
            None => Fate::Tried { gets_in: true },
            Some(_) if gets_in_anyway => Fate::Tried { gets_in: true },
            Some(_) if takes_roles => Fate::Tried { gets_in: false },
            Some((code, _)) => Fate::Refused(*code, BTreeSet::new()),
        }
    }
}
