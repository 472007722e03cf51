//! What a platform may grant, and on which terms (R23, R96–R99, R109, E2).

use super::Scene;
use super::switches::{assign_switch, restrict_switch};
use crate::domain::{
    AccessRole, Code, Event, GrantTerms, GrantedAccess, OrganizationId, PersonId, Platform, Reading, Refusal, RoleId,
    SpaceSetting, UserRight, World,
};
use std::collections::BTreeMap;

/// Which list of the roles page a role is in (R22, R23, R109).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleList {
    /// *Available roles with licenses*: the platform owns it.
    WithLicenses,
    /// *Available roles without any license*: not owned, not linked, and the option is on.
    WithoutAnyLicense,
    /// Neither.
    Neither,
}

/// Which list the role is in on this platform.
#[must_use]
pub fn role_list(world: &World, platform: &Platform, role: RoleId) -> RoleList {
    if platform.owns(role) {
        RoleList::WithLicenses
    } else if world.roles().get(role).is_some() && !world.kind(role).is_linked() && platform.grants_without_license() {
        RoleList::WithoutAnyLicense
    } else {
        RoleList::Neither
    }
}

/// The organizations a person's new credentials carry: every one they are employed in but the company; the company
/// when there is no other (R115, R116, C34).
#[must_use]
pub fn qualifying_organizations(platform: &Platform, person: PersonId) -> Vec<OrganizationId> {
    let member = platform.member(person);
    let employed = member.iter().flat_map(|member| member.organizations.iter().copied());
    qualifying(platform, employed)
}

/// The same for organizations that are not recorded yet.
pub(super) fn qualifying(
    platform: &Platform,
    employed: impl IntoIterator<Item = OrganizationId>,
) -> Vec<OrganizationId> {
    let units: Vec<OrganizationId> =
        employed.into_iter().filter(|organization| *organization != platform.host_company).collect();
    if units.is_empty() { vec![platform.host_company] } else { units }
}

/// One grant to be checked: the role, its switches, and for how many persons.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) role: RoleId,
    pub(super) terms: GrantTerms,
    pub(super) persons: u32,
}

impl Scene<'_> {
    /// May these roles be granted on these terms? The refusal that comes first in E12 is the headline.
    pub(super) fn check_grants(&self, wanted: &[Wanted]) -> Result<(), Refusal> {
        let mut refusals: Vec<Refusal> = wanted.iter().flat_map(|grant| self.grant_obstacles(*grant)).collect();
        refusals
            .sort_by_key(|refusal| (refusal.code.rank(), refusal.role.map(|role| self.world.roles().position(role))));
        let mut refusals = refusals.into_iter();
        match refusals.next() {
            None => Ok(()),
            Some(headline) => Err(Refusal { further: refusals.map(|refusal| refusal.code).collect(), ..headline }),
        }
    }

    fn grant_obstacles(&self, wanted: Wanted) -> Vec<Refusal> {
        let Wanted { role, terms, persons } = wanted;
        let list = role_list(self.world, self.platform, role);
        let mut found = Vec::new();
        if list == RoleList::Neither {
            found.push(self.refuse(Code::RoleNotListed).of_role(role));
            return found;
        }
        if !self.offers_terms(role, terms) {
            found.push(self.refuse(Code::SwitchHidden).of_role(role));
        }
        let is_lenient = self.world.reads(Reading::LenientPurchase);
        if self.platform.owns(role) && (terms.assign_license || !is_lenient) {
            for needed in self.world.roles().all_prerequisites(role) {
                if !self.platform.owns(needed) {
                    let refusal = self.refuse(Code::PrerequisiteNotPurchased(needed)).of_role(role);
                    let reading = (!terms.assign_license).then_some(Reading::LenientPurchase);
                    found.push(Refusal { reading, ..refusal });
                }
            }
        }
        if terms.assign_license && self.platform.remaining(role) < persons {
            found.push(self.refuse(Code::NotEnoughLicenses).of_role(role));
        }
        found
    }

    /// Are the two switches offered in this position (R97–R99, F5, F34, F35)?
    fn offers_terms(&self, role: RoleId, terms: GrantTerms) -> bool {
        let is_linked = self.world.kind(role).is_linked();
        let may_leave_license = assign_switch(self.world, self.platform, role, true).is_ok();
        let may_choose_usage = restrict_switch(self.world, self.platform, role, terms.assign_license).is_ok();
        let usage_fits = match terms.restrict_usage {
            None => true,
            Some(false) => !is_linked || may_choose_usage,
            Some(true) => is_linked && terms.assign_license || may_choose_usage,
        };
        (terms.assign_license || may_leave_license) && usage_fits
    }

    /// The events of a grant that was checked: the role, and the license when one is taken.
    pub(super) fn grant_events(&self, person: PersonId, role: RoleId, terms: GrantTerms) -> Vec<Event> {
        let platform = self.platform.id;
        let mut events = vec![Event::RoleGranted { platform, person, role }];
        if terms.assign_license {
            let restricted = self.starts_restricted(role, terms);
            events.push(Event::LicenseAssigned { platform, person, role, restricted });
        }
        events
    }

    /// New licenses start restricted for linked kinds, unless the switch was moved (E2, F5).
    pub(super) fn starts_restricted(&self, role: RoleId, terms: GrantTerms) -> bool {
        self.world.kind(role).is_linked() && terms.restrict_usage.unwrap_or(true)
    }

    /// Adds the roles' default terms by role; doubles keep the last.
    pub(super) fn terms_by_role(roles: &[crate::domain::InvitedRole]) -> BTreeMap<RoleId, GrantTerms> {
        roles.iter().map(|invited| (invited.role, invited.terms())).collect()
    }

    /// The Common Space entry a new member gets at once, when the setting says so (R34, C11, E5).
    pub(super) fn common_space_events(
        &self,
        person: PersonId,
        right: UserRight,
        organizations: impl IntoIterator<Item = OrganizationId>,
    ) -> Vec<Event> {
        let wanted = right != UserRight::External || self.world.reads(Reading::CommonSpaceForExternals);
        let Some(space) = self.platform.common_space() else { return Vec::new() };
        if !wanted || !self.platform.has_setting(SpaceSetting::CommonSpaceForNewUsers) {
            return Vec::new();
        }
        let role = if right == UserRight::Administrator { AccessRole::LeaderAndOwner } else { AccessRole::Author };
        qualifying(self.platform, organizations)
            .into_iter()
            .map(|organization| Event::CredentialSet {
                platform: self.platform.id,
                space: space.id,
                person,
                organization,
                access: GrantedAccess::whole(role),
            })
            .collect()
    }
}
