//! Suspects that are neither a check nor a refusal: facts of the platform, read where the acts read them.

use super::{Evidence, Finding, Report, Suspect, attempts::missing_roles};
use crate::access::cure::acting_administrator;
use crate::access::rules::space::paths;
use crate::access::{Question, cure, explain};
use crate::decide::{Hidden, RoleList, assign_switch, may_be_picked, restrict_switch, role_list};
use crate::domain::{
    Act, Code, Command, Door, GrantTerms, GrantedAccess, MemberOption, Membership, PersonId, Platform, RoleId,
    SpaceSetting, SpaceSubject, World,
};

/// Looks at one suspect.
pub(super) fn finding(world: &World, report: Report, suspect: Suspect) -> Finding {
    let scene = world.platform(report.platform).map(|platform| Scene { world, platform, person: report.person });
    let seen = scene.and_then(|scene| scene.see(suspect));
    let fits = seen.is_some();
    let (evidence, cure) = seen.unwrap_or_default();
    Finding { suspect, fits, evidence, cure }
}

type Seen = Option<(Evidence, Option<Command>)>;

#[derive(Clone, Copy)]
struct Scene<'a> {
    world: &'a World,
    platform: &'a Platform,
    person: PersonId,
}

impl Scene<'_> {
    /// What speaks for the suspect, with its cure; none when it does not fit.
    fn see(self, suspect: Suspect) -> Seen {
        match suspect {
            Suspect::OtherAddress => self.other_address(),
            Suspect::OtherRoleExpired => self.other_role_expired(),
            Suspect::NotPickedWithoutCsv => self.not_picked(true),
            Suspect::PendingHidden => self.not_picked(false),
            Suspect::PendingHasNoName => {
                let member = self.platform.member(self.person)?;
                let is_pickable = may_be_picked(self.world, self.platform, self.person).is_ok();
                (member.membership == Membership::Pending && is_pickable).then(Default::default)
            }
            Suspect::InCommonSpace => self.in_common_space(),
            Suspect::GroupGives => self.group_gives(),
            Suspect::ItemShared => {
                let (item, _) = self.platform.shares.iter().find(|(_, with)| *with == self.person)?;
                Some((Evidence { item: Some(*item), ..Evidence::default() }, None))
            }
            Suspect::ListedBelow => self.listed_below(),
            Suspect::OptionOff => {
                (!self.platform.grants_without_license()).then(|| (Evidence::default(), self.allow()))
            }
            Suspect::AlreadyGranted => {
                let roles = self.granted_roles();
                (!roles.is_empty()).then(|| (of_roles(roles), None))
            }
            Suspect::NoAssign(hidden) => self.hidden(hidden, assign_switch),
            Suspect::NoRestrict(hidden) => self.hidden(hidden, restrict_switch),
            Suspect::ConcernsAssigning => self.short(true),
            Suspect::LicenseNeeded => self.short(false),
            Suspect::LicenseAssigned => self.license_assigned(),
            Suspect::AlreadyOff => (!self.platform.grants_without_license()).then(Default::default),
            Suspect::SettingOff(setting) => {
                let act = Act::SetSpaceSetting { setting, on: true };
                (!self.platform.has_setting(setting)).then(|| (Evidence::default(), self.by_administrator(act)))
            }
            // Platform locations bear on nothing; the others are looked at elsewhere.
            Suspect::Locations | Suspect::Obstacle(_) | Suspect::Refused(_) => None,
        }
    }

    fn by_administrator(self, act: Act) -> Option<Command> {
        acting_administrator(self.world, self.platform.id).map(|by| Command::new(by, self.platform.id, act))
    }

    fn allow(self) -> Option<Command> {
        self.by_administrator(Act::SetOption { option: MemberOption::GrantWithoutLicense, on: true })
    }

    fn granted_roles(self) -> Vec<RoleId> {
        let all = self.world.roles().iter().map(|role| role.id);
        all.filter(|role| self.platform.is_granted(self.person, *role)).collect()
    }

    /// Somebody nobody knows by name waits here, and the person does not.
    fn other_address(self) -> Seen {
        let question = Question::CanConnect { person: self.person, platform: self.platform.id };
        let explanation = explain(self.world, question);
        let check = explanation.failing().find(|check| check.code == Code::NotInvited)?;
        let is_stranger = |id: &&PersonId| {
            let is_pending = self.platform.member(**id).is_some_and(|it| it.membership == Membership::Pending);
            is_pending && self.world.person(**id).is_some_and(|found| found.name.is_none())
        };
        let other = self.platform.members.keys().find(is_stranger)?;
        let evidence = Evidence { other: Some(*other), check: Some((question, *check)), ..Evidence::default() };
        Some((evidence, cure(self.world, question, check)))
    }

    /// Some role works, another one has expired and is still granted.
    fn other_role_expired(self) -> Seen {
        let is_expired = |role: &RoleId| {
            self.platform.seat(self.person, *role).is_some() && self.platform.is_expired(*role, self.world.today())
        };
        let (expired, others): (Vec<RoleId>, Vec<RoleId>) = self.granted_roles().into_iter().partition(is_expired);
        if expired.is_empty() || others.is_empty() {
            return None;
        }
        let act = Act::UngrantRole { person: self.person, role: *expired.first()? };
        Some((of_roles(expired), self.by_administrator(act)))
    }

    /// Refused in *Add member(s)*, for want of CSV or because pending external users are not offered.
    fn not_picked(self, for_csv: bool) -> Seen {
        let refusal = may_be_picked(self.world, self.platform, self.person).err()?;
        if refusal.code != Code::NoMatch || refusal.role.is_some() != for_csv {
            return None;
        }
        let act = match refusal.role {
            Some(role) if !self.platform.is_granted(self.person, role) => {
                let without = self.platform.grants_without_license();
                let terms = if without { GrantTerms::without_license() } else { GrantTerms::with_license() };
                Some(Act::GrantRole { person: self.person, role, terms })
            }
            Some(_) => None,
            None => Some(Act::SetSpaceSetting { setting: SpaceSetting::PendingExternals, on: true }),
        };
        Some((of_roles(refusal.role.into_iter().collect()), act.and_then(|act| self.by_administrator(act))))
    }

    fn in_common_space(self) -> Seen {
        let space = self.platform.common_space()?;
        space.entries.get(&self.person)?;
        let who = SpaceSubject::Person(self.person);
        let act = Act::RemoveSpaceMember { space: space.id, who, door: Door::ControlCenter };
        Some((Evidence { space: Some(space.id), ..Evidence::default() }, self.by_administrator(act)))
    }

    /// Without the group the person would have less.
    fn group_gives(self) -> Seen {
        self.platform.spaces.values().find_map(|space| {
            let with = paths(self.platform, space, self.person)?;
            let mut less = crate::domain::CollabSpace::clone(space);
            let (group, _) = space.groups.iter().find(|(group, _): &(_, &GrantedAccess)| {
                self.platform.groups_of(self.person).any(|of| of.id == **group)
            })?;
            less.groups.remove(group);
            if paths(self.platform, &less, self.person).is_some_and(|without| without == with) {
                return None;
            }
            let act = Act::LeaveGroup { group: *group, person: self.person };
            let evidence = Evidence { space: Some(space.id), group: Some(*group), ..Evidence::default() };
            Some((evidence, self.by_administrator(act)))
        })
    }

    fn listed_below(self) -> Seen {
        let below = |role: &RoleId| role_list(self.world, self.platform, *role) == RoleList::WithoutAnyLicense;
        let roles: Vec<RoleId> =
            missing_roles(self.world, self.platform, self.person).into_iter().filter(below).collect();
        let first = *roles.first()?;
        let grant = Act::GrantRole { person: self.person, role: first, terms: GrantTerms::without_license() };
        let cure = self.platform.member(self.person).and_then(|_| self.by_administrator(grant));
        Some((of_roles(roles), cure))
    }

    /// The roles of the person whose switch is hidden for this reason.
    fn hidden(self, hidden: Hidden, switch: fn(&World, &Platform, RoleId, bool) -> Result<(), Hidden>) -> Seen {
        let reason = |role: &RoleId| {
            let is_assigned = self.platform.seat(self.person, *role).is_some();
            switch(self.world, self.platform, *role, is_assigned).err()
        };
        let roles: Vec<RoleId> = self.granted_roles().into_iter().filter(|role| reason(role) == Some(hidden)).collect();
        let cure = if hidden == Hidden::OptionOff { self.allow() } else { None };
        (!roles.is_empty()).then(|| (of_roles(roles), cure))
    }

    /// Roles without a license left, on a platform that does or does not grant without one.
    fn short(self, grants_without: bool) -> Seen {
        let is_short = |role: &RoleId| self.platform.owns(*role) && self.platform.remaining(*role) == 0;
        let roles: Vec<RoleId> = self.world.roles().iter().map(|role| role.id).filter(is_short).collect();
        let fits = !roles.is_empty() && self.platform.grants_without_license() == grants_without;
        let cure = if grants_without { None } else { self.allow() };
        fits.then(|| (of_roles(roles), cure))
    }

    fn license_assigned(self) -> Seen {
        let member = self.platform.member(self.person)?;
        let roles: Vec<RoleId> = member.seats.keys().copied().collect();
        let act = Act::SetAssignLicense { person: self.person, role: *roles.first()?, on: false };
        Some((of_roles(roles), self.by_administrator(act)))
    }
}

fn of_roles(roles: Vec<RoleId>) -> Evidence {
    Evidence { roles, ..Evidence::default() }
}
