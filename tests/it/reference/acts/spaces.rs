//! Spaces, their members and properties: what the rules say of them.

use super::{Judge, when};
use crossinvite::domain::*;
use std::collections::BTreeSet;

impl Judge<'_> {
    /// Who may act on the members of a space through this door; for an Owner (Restricted) the own organizations.
    fn door(&self, space: SpaceId, door: Door) -> (Vec<Code>, Option<BTreeSet<OrganizationId>>) {
        if door == Door::ControlCenter {
            return (self.gate(), None);
        }
        let rules = &self.answers.rules;
        let is_in = rules.enters.contains(&(self.by, self.at(), space));
        let owns_all = is_in && rules.can.contains(&(self.by, self.at(), space, AccessRole::Owner));
        let own = rules.can_own.iter().filter(|(who, at, there, level, _)| {
            is_in && (*who, *at, *there, *level) == (self.by, self.at(), space, AccessRole::Owner)
        });
        let own: BTreeSet<OrganizationId> = own.map(|(_, _, _, _, organization)| *organization).collect();
        let codes = when(!self.connects(self.by), Code::NotSignedIn);
        let codes = [codes, when(!owns_all && own.is_empty(), Code::NotOwner)].concat();
        (codes, (!owns_all && !own.is_empty()).then_some(own))
    }

    fn not_offered(&self, access: GrantedAccess) -> Vec<Code> {
        let joined = self.is_offered(SpaceSetting::AssociateLeaderAndOwner);
        let row = match access.role {
            // F23 knows no restricted form of it.
            AccessRole::PublicReader => self.is_offered(SpaceSetting::PublicReader) && !access.restricted,
            AccessRole::Reader => self.is_offered(SpaceSetting::Reader),
            AccessRole::Contributor | AccessRole::Author => true,
            AccessRole::Leader | AccessRole::Owner => !joined,
            AccessRole::LeaderAndOwner => joined,
        };
        let form = !access.restricted || self.is_offered(SpaceSetting::RestrictedRoles);
        when(!row || !form, Code::AccessRoleNotOffered)
    }

    /// R115, R116.
    fn organizations(&self, person: PersonId) -> BTreeSet<OrganizationId> {
        let company = self.platform.host_company;
        let all = self.platform.member(person).into_iter().flat_map(|member| member.organizations.iter().copied());
        let without: BTreeSet<OrganizationId> = all.filter(|organization| *organization != company).collect();
        if without.is_empty() { BTreeSet::from([company]) } else { without }
    }

    /// Whose person or group it is: what limits an Owner (Restricted) (R117, R125, C25).
    fn belongs(&self, who: SpaceSubject) -> BTreeSet<OrganizationId> {
        match who {
            SpaceSubject::Person(person) => self.organizations(person),
            SpaceSubject::Group(_) => BTreeSet::from([self.platform.host_company]),
        }
    }

    pub(super) fn add_to_space(
        &self,
        space: SpaceId,
        who: SpaceSubject,
        access: GrantedAccess,
        by_hand: Option<OrganizationId>,
        door: Door,
    ) -> Vec<Code> {
        let (mut codes, own) = self.door(space, door);
        let made = by_hand.map_or_else(|| self.belongs(who), |by_hand| [by_hand].into());
        if let Some(own) = own {
            codes.extend(when(!access.restricted, Code::RestrictedRolesOnly));
            let is_hers = !own.is_disjoint(&made) && !own.is_disjoint(&self.belongs(who));
            codes.extend(when(!is_hers, Code::OtherOrganization));
        }
        codes.extend(match who {
            SpaceSubject::Person(person) => self.reachable(person, self.may_be_picked(person)),
            SpaceSubject::Group(group) => when(!self.platform.groups.contains_key(&group), Code::NoMatch),
        });
        let is_declared = by_hand.is_none_or(|by_hand| self.platform.organizations.contains_key(&by_hand));
        codes.extend(when(!is_declared, Code::UnknownOrganization));
        codes.extend(self.not_offered(access));
        codes
    }

    /// C10, E13.
    pub(in crate::reference) fn may_be_picked(&self, person: PersonId) -> bool {
        let Some(member) = self.platform.member(person) else { return false };
        let csv = RoleId::csv();
        match member.membership {
            Membership::NoAccess => false,
            Membership::Pending => {
                member.right != UserRight::External || self.is_offered(SpaceSetting::PendingExternals)
            }
            Membership::Active if self.world.readings().contains(&Reading::UsableCsvWhenAdding) => {
                self.answers.rules.usable.contains(&(person, self.at(), csv))
            }
            Membership::Active => self.is_granted(person, csv),
        }
    }

    /// The organizations of the credentials of somebody who is in.
    fn carried(&self, space: SpaceId, who: SpaceSubject) -> Option<BTreeSet<OrganizationId>> {
        let space = self.platform.space(space).unwrap();
        match who {
            SpaceSubject::Person(person) => space.entries.get(&person).map(|entry| entry.keys().copied().collect()),
            SpaceSubject::Group(group) => {
                space.groups.contains_key(&group).then(|| BTreeSet::from([self.platform.host_company]))
            }
        }
    }

    /// Who is in; what an Owner (Restricted) may not touch: people of other organizations, credentials of others.
    fn is_in(
        &self,
        space: SpaceId,
        who: SpaceSubject,
        own: Option<&BTreeSet<OrganizationId>>,
        needs_credential: bool,
    ) -> Vec<Code> {
        let carried = self.carried(space, who);
        let other = own.is_some_and(|own| {
            let is_elsewhere = carried.as_ref().is_some_and(|carried| !carried.is_empty() && own.is_disjoint(carried));
            is_elsewhere || own.is_disjoint(&self.belongs(who))
        });
        let is_missing = carried.is_none_or(|carried| carried.is_empty() && needs_credential);
        let missing = match who {
            SpaceSubject::Person(person) => self.reachable(person, false),
            SpaceSubject::Group(_) => vec![Code::NoMatch],
        };
        [when(other, Code::OtherOrganization), if is_missing { missing } else { Vec::new() }].concat()
    }

    pub(super) fn change_in_space(
        &self,
        space: SpaceId,
        who: SpaceSubject,
        access: GrantedAccess,
        door: Door,
    ) -> Vec<Code> {
        let (mut codes, own) = self.door(space, door);
        codes.extend(when(own.is_some() && !access.restricted, Code::RestrictedRolesOnly));
        codes.extend(self.is_in(space, who, own.as_ref(), true));
        codes.extend(self.not_offered(access));
        codes
    }

    pub(super) fn remove_from_space(&self, space: SpaceId, who: SpaceSubject, door: Door) -> Vec<Code> {
        let (mut codes, own) = self.door(space, door);
        codes.extend(self.is_in(space, who, own.as_ref(), false));
        if let SpaceSubject::Person(person) = who {
            codes.extend(self.by_group(space, person, |_| true));
        }
        codes
    }

    /// F25: a group in the space with the level of one of these credentials of a person who is in it.
    fn by_group(&self, space: SpaceId, person: PersonId, counts: impl Fn(OrganizationId) -> bool) -> Vec<Code> {
        let content = self.platform.space(space).unwrap();
        let given = content.entries.get(&person).into_iter().flatten();
        let mut given = given.filter(|(organization, _)| counts(**organization)).map(|(_, access)| access);
        let is_given = given.any(|access| {
            let groups = content.groups.iter().filter(|(_, group)| *group == access);
            let mut groups = groups.filter_map(|(group, _)| self.platform.groups.get(group));
            groups.any(|group| group.members.contains(&person))
        });
        when(is_given, Code::GrantedThroughGroup)
    }

    /// R135, F25: the own column only, and what is there.
    pub(super) fn remove_credential(
        &self,
        space: SpaceId,
        person: PersonId,
        organization: OrganizationId,
        door: Door,
    ) -> Vec<Code> {
        let (mut codes, own) = self.door(space, door);
        let mine =
            |organizations: &BTreeSet<OrganizationId>| own.as_ref().is_none_or(|own| !own.is_disjoint(organizations));
        let is_mine = mine(&BTreeSet::from([organization])) && mine(&self.belongs(SpaceSubject::Person(person)));
        codes.extend(when(!is_mine, Code::OtherOrganization));
        match self.carried(space, SpaceSubject::Person(person)) {
            None => codes.extend(self.reachable(person, false)),
            Some(carried) => codes.extend(when(!carried.contains(&organization), Code::NoMatch)),
        }
        codes.extend(self.by_group(space, person, |other| other == organization));
        codes
    }

    /// R124, F24, F26.
    pub(super) fn edit_properties(&self, space: SpaceId, name: &str, door: Door) -> Vec<Code> {
        let (mut codes, own) = self.door(space, door);
        codes.extend(when(own.is_some(), Code::NotOwner));
        let found = self.platform.space(space).unwrap();
        if *found.name != *name {
            let is_used = self.platform.spaces.values().any(|other| *other.name == *name);
            codes.extend(when(is_used, Code::AlreadyMember));
            codes.extend(when(found.is_common || name.is_empty(), Code::NoMatch));
        }
        codes
    }

    /// R42: by an administrator, or by whoever owns both spaces.
    pub(super) fn move_item(&self, item: ItemId, to: SpaceId) -> Vec<Code> {
        let rules = &self.answers.rules;
        let from = rules.item.iter().find(|(at, _, what, _)| (*at, *what) == (self.at(), item)).map(|found| found.1);
        let exists = |space| rules.space.contains(&(self.at(), space));
        let missing = when(from.is_none() || !exists(to), Code::NoMatch);
        let gate = self.gate();
        if gate.is_empty() {
            return missing;
        }
        let owns = |space| {
            rules.enters.contains(&(self.by, self.at(), space))
                && rules.can.contains(&(self.by, self.at(), space, AccessRole::Owner))
        };
        let owns_both = from.is_none_or(owns) && owns(to);
        let not_signed_in = when(!self.connects(self.by), Code::NotSignedIn);
        [not_signed_in, when(!owns_both, Code::NotOwner), missing].concat()
    }

    /// R111, R130, F9: members make spaces and groups, people from outside do not; id and name are free.
    pub(super) fn create<'n>(
        &self,
        id: &str,
        name: &str,
        others: impl Iterator<Item = (&'n str, &'n str)>,
    ) -> Vec<Code> {
        let right = self.platform.member(self.by).map(|member| member.right);
        let name = name.trim();
        let is_used = others.into_iter().any(|(other, called)| other == id || called == name);
        [
            when(right == Some(UserRight::External), Code::NotAdministrator),
            when(!self.connects(self.by), Code::NotSignedIn),
            when(is_used, Code::AlreadyMember),
            when(name.is_empty(), Code::NoMatch),
        ]
        .concat()
    }
}
