//! What a platform may grant, and on which terms (R23, R96–R99, R109, E2).

use super::Scene;
use crate::access::grant_obstacles;
use crate::domain::{
    AccessRole, Event, GrantTerms, GrantedAccess, OrganizationId, PersonId, Platform, Reading, Refusal, RoleId,
    SpaceSetting, UserRight,
};
use std::collections::BTreeMap;

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

impl Wanted {
    fn obstacles(self, scene: &Scene<'_>) -> Vec<Refusal> {
        grant_obstacles(scene.world, scene.platform, self.role, self.terms, self.persons)
    }
}

impl Scene<'_> {
    /// May these roles be granted on these terms? The refusal that comes first in E12 is the headline.
    pub(super) fn check_grants(&self, wanted: &[Wanted]) -> Result<(), Refusal> {
        let mut refusals: Vec<Refusal> = wanted.iter().flat_map(|grant| grant.obstacles(self)).collect();
        refusals
            .sort_by_key(|refusal| (refusal.code.rank(), refusal.role.map(|role| self.world.roles().position(role))));
        let mut refusals = refusals.into_iter();
        match refusals.next() {
            None => Ok(()),
            Some(headline) => Err(Refusal { further: refusals.map(|refusal| refusal.code).collect(), ..headline }),
        }
    }

    /// The events of a grant that was checked: the role, and the license when one is taken (R98). With *Assign License* off
    /// none is, on any platform, however many are left (R27, R50, R54, R57, R76).
    pub(super) fn grant_events(&self, person: PersonId, role: RoleId, terms: GrantTerms) -> Vec<Event> {
        let platform = self.platform.id;
        let mut events = vec![Event::RoleGranted { platform, person, role }];
        if terms.assign_license {
            let restricted = self.starts_restricted(role, terms);
            events.push(Event::LicenseAssigned { platform, person, role, restricted });
        }
        events
    }

    /// New licenses start restricted for linked kinds, unless the switch was moved (R71, E2, F5).
    pub(super) fn starts_restricted(&self, role: RoleId, terms: GrantTerms) -> bool {
        self.world.kind(role).is_linked() && terms.restrict_usage.unwrap_or(true)
    }

    /// Adds the roles' default terms by role; doubles keep the last.
    pub(super) fn terms_by_role(roles: &[crate::domain::InvitedRole]) -> BTreeMap<RoleId, GrantTerms> {
        roles.iter().map(|invited| (invited.role, invited.terms())).collect()
    }

    /// The Common Space entry a new member gets at once, unless the setting is off (R30, R34, R36, C11, E5). Whoever is in
    /// stays in.
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
