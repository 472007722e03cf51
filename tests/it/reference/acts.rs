//! What becomes of an act: accepted, or refused with which headline. Predicted from the rules, and the engine beside it.

use super::answers::Answers;
use super::compare::told;
use super::facts::after_login;
use super::rules::Rules;
use crossinvite::access::Question;
use crossinvite::decide;
use crossinvite::domain::*;
use std::collections::BTreeSet;

/// What becomes of an act.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// It is done, or was so already.
    Accepted,
    /// A login came to something: somebody got in, or expired roles went and the gate stayed closed (E9).
    Tried { gets_in: bool },
    /// It is refused with this headline; for an option in use, because of these grants.
    Refused(Code, BTreeSet<Blocker>),
}

/// Engine and rules agree on the fate of this act, where the rules say something about it.
#[track_caller]
pub fn agree_on(world: &World, command: &Command) {
    if let Some((found, expected)) = fates(world, command) {
        assert_eq!(found, expected, "left: engine, right: rules\n{command:?}\n{}", told(world));
    }
}

/// What becomes of the act as the engine does it, and as the rules say.
fn fates(world: &World, command: &Command) -> Option<(Fate, Fate)> {
    let Command::Do { by, on, act } = command else { return None };
    let judge = Judge::new(world, *by, world.platform(*on).unwrap());
    let expected = judge.fate(act)?;
    let found = match decide::act(world, command) {
        Ok((after, _)) if matches!(act, Act::AcceptInvitation { .. } | Act::SwitchPlatform) => {
            let is_active = after.member(*by, *on).unwrap().membership == Membership::Active;
            let works = after.person(*by).unwrap().connected == Some(*on);
            Fate::Tried { gets_in: if *act == Act::SwitchPlatform { works } else { is_active } }
        }
        Ok(_) => Fate::Accepted,
        Err(refusal) => Fate::Refused(refusal.code, refusal.blockers.into_iter().collect()),
    };
    Some((found, expected))
}

pub(super) struct Judge<'a> {
    world: &'a World,
    answers: Answers<'a>,
    by: PersonId,
    platform: &'a Platform,
}

/// The refusals in the order of E12. What is said of the person acted on stands in the place of `NoMatch` (7.1).
#[expect(clippy::wildcard_enum_match_arm, reason = "the other codes refuse no act judged here")]
fn rank(code: Code) -> usize {
    use Code::*;
    match code {
        NotAdministrator => 0,
        NotSignedIn => 1,
        NotOwner => 2,
        RestrictedRolesOnly => 3,
        OtherOrganization => 4,
        MemberInvitesOff => 5,
        EmailMissing => 6,
        AlreadyMember => 7,
        NotInvited | AccessRemoved | RoleNotGranted | NoMatch => 8,
        UnknownOrganization => 9,
        AccessRoleNotOffered => 10,
        BaseRoleRequired => 11,
        RoleNotListed => 12,
        SwitchHidden => 13,
        PrerequisiteNotPurchased(_) => 14,
        NotEnoughLicenses => 15,
        OptionInUse => 16,
        LastAdministrator => 17,
        GrantedThroughGroup => 18,
        SeatLocked => 19,
        _ => panic!("{code:?} refuses no act"),
    }
}

/// Codes that hold, as a list.
fn when(holds: bool, code: Code) -> Vec<Code> {
    if holds { vec![code] } else { Vec::new() }
}

/// R17, R73: something before and after the one @, and no blanks.
fn is_address(email: &str) -> bool {
    let parts: Vec<&str> = email.split('@').collect();
    parts.len() == 2
        && parts.iter().all(|part| !part.is_empty())
        && email.split_whitespace().collect::<String>() == email
}

impl<'a> Judge<'a> {
    /// Somebody who acts on a platform.
    pub(super) fn new(world: &'a World, by: PersonId, platform: &'a Platform) -> Self {
        Self { world, answers: Answers::of(world), by, platform }
    }
}

impl Judge<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "a reasonable subset of acts")]
    fn fate(&self, act: &Act) -> Option<Fate> {
        let codes = match act {
            Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false } => return Some(self.option_off()),
            Act::SetOption { .. } | Act::SetSpaceSetting { .. } => self.gate(),
            Act::Invite { emails, location: None, organization, roles, .. } => {
                [self.gate(), self.invite(emails, *organization, roles)].concat()
            }
            Act::ResendInvitation { person } | Act::CancelInvitation { person } => {
                let waits = self.standing(*person) == Some(Membership::Pending);
                [self.gate(), self.reachable(*person, waits)].concat()
            }
            Act::AcceptInvitation { via: Via::Email } => return Some(self.accept()),
            Act::SwitchPlatform => return Some(self.switch()),
            Act::GrantRole { person, role, terms } => {
                let already = when(self.is_granted_directly(*person, *role), Code::AlreadyMember);
                [
                    self.gate(),
                    self.reachable(*person, true),
                    already,
                    self.terms(*role, *terms, self.without_seat(&[*person], *role)),
                ]
                .concat()
            }
            Act::UngrantRole { person, role } => [self.gate(), self.ungrant(*person, *role)].concat(),
            Act::SetAssignLicense { person, role, on } => [self.gate(), self.assign(*person, *role, *on)].concat(),
            Act::SetRestrictUsage { person, role, .. } => [self.gate(), self.restrict(*person, *role)].concat(),
            Act::RemoveAccess { person } => {
                let works = self.standing(*person) == Some(Membership::Active);
                [self.gate(), self.reachable(*person, works), self.last(*person)].concat()
            }
            Act::GiveAccessBack { person } => {
                let gone = when(self.standing(*person).is_none(), Code::NotInvited);
                let there = self.standing(*person).is_some_and(|standing| standing != Membership::NoAccess);
                [self.gate(), gone, when(there, Code::NoMatch)].concat()
            }
            Act::RemoveMember { person } => {
                let gone = when(self.standing(*person).is_none(), Code::NotInvited);
                let seats = self.platform.member(*person).into_iter().flat_map(|member| member.seats.keys());
                let locked = when(seats.into_iter().any(|role| self.is_locked(*person, *role)), Code::SeatLocked);
                [self.gate(), gone, self.last(*person), locked].concat()
            }
            Act::ChangeRight { person, right } => {
                let demoted = if *right == UserRight::Administrator { Vec::new() } else { self.last(*person) };
                [self.gate(), self.reachable(*person, true), demoted].concat()
            }
            Act::JoinOrganization { person, organization } => {
                let unknown = !self.platform.organizations.contains_key(organization);
                [self.gate(), self.reachable(*person, true), when(unknown, Code::UnknownOrganization)].concat()
            }
            Act::LeaveOrganization { person, organization } => {
                let member = self.platform.member(*person);
                let unknown = !member.is_some_and(|member| member.organizations.contains(organization));
                [self.gate(), self.reachable(*person, true), when(unknown, Code::UnknownOrganization)].concat()
            }
            Act::AddSpaceMember { space, who, role, restricted, organization, door } => {
                let access = GrantedAccess { role: *role, restricted: *restricted };
                self.add_to_space(*space, *who, access, *organization, *door)
            }
            Act::ChangeSpaceMember { space, who, role, restricted, door } => {
                let access = GrantedAccess { role: *role, restricted: *restricted };
                self.change_in_space(*space, *who, access, *door)
            }
            Act::RemoveSpaceMember { space, who, door } => self.remove_from_space(*space, *who, *door),
            Act::RemoveCredential { space, person, organization, door } => {
                self.remove_credential(*space, *person, *organization, *door)
            }
            Act::EditSpaceProperties { space, name, door } => self.edit_properties(*space, name.trim(), *door),
            Act::ShareItem { item, email } => self.share(*item, *email),
            Act::JoinGroup { group, person } => [self.gate(), self.join_group(*group, *person)].concat(),
            Act::LeaveGroup { group, person } => [self.gate(), self.leave_group(*group, *person)].concat(),
            Act::GrantGroupRole { group, role } => [self.gate(), self.grant_to_group(*group, *role)].concat(),
            Act::UngrantGroupRole { group, role } => [self.gate(), self.ungrant_group(*group, *role)].concat(),
            _ => return None,
        };
        Some(self.headline(&codes))
    }

    fn headline(&self, codes: &[Code]) -> Fate {
        let place = |code: &Code| match *code {
            Code::PrerequisiteNotPurchased(role) => (rank(*code), self.world.roles().position(role)),
            Code::NoMatch => (rank(*code), 3),
            code => (rank(code), 0),
        };
        let first = codes.iter().min_by_key(|code| place(code));
        first.map_or(Fate::Accepted, |code| Fate::Refused(*code, BTreeSet::new()))
    }

    // ---- What is so

    fn at(&self) -> PlatformId {
        self.platform.id
    }

    fn standing(&self, person: PersonId) -> Option<Membership> {
        self.platform.member(person).map(|member| member.membership)
    }

    fn connects(&self, person: PersonId) -> bool {
        self.answers.rules.connects.contains(&(person, self.at()))
    }

    fn is_granted(&self, person: PersonId, role: RoleId) -> bool {
        self.answers.rules.grant.contains(&(person, self.at(), role))
    }

    fn is_granted_directly(&self, person: PersonId, role: RoleId) -> bool {
        self.answers.rules.granted.contains(&(person, self.at(), role))
    }

    fn has_seat(&self, person: PersonId, role: RoleId) -> bool {
        self.answers.rules.has_seat.contains(&(person, self.at(), role))
    }

    fn has_option(&self) -> bool {
        self.platform.options.contains(&MemberOption::GrantWithoutLicense)
    }

    fn is_offered(&self, setting: SpaceSetting) -> bool {
        self.platform.space_settings.contains(&setting)
    }

    fn owns(&self, role: RoleId) -> bool {
        self.platform.pools.get(&role).is_some_and(|pool| pool.purchased > 0)
    }

    /// E10: purchased less the seats there are.
    fn remaining(&self, role: RoleId) -> usize {
        let seats = self.answers.rules.seat.iter().filter(|(_, at, what, _)| (*at, *what) == (self.at(), role));
        let purchased = self.platform.pools.get(&role).map_or(0, |pool| pool.purchased as usize);
        purchased.saturating_sub(seats.count())
    }

    /// 2.1: 30 days from first use, 1 day for SOLIDWORKS roles.
    fn is_locked(&self, person: PersonId, role: RoleId) -> bool {
        let days = if ["XWA", "XWB", "XWC"].contains(&role.as_str()) { 1 } else { 30 };
        let seat = self.platform.member(person).and_then(|member| member.seats.get(&role));
        let first_use = seat.and_then(|seat| seat.first_use);
        let is_recent = first_use.is_some_and(|first| self.world.today().0 < first.0 + days);
        self.world.readings().contains(&Reading::LicenseLock) && is_recent
    }

    // ---- Conditions

    /// An administrator who is signed in.
    fn gate(&self) -> Vec<Code> {
        let is_administrator = self.answers.rules.administrator.contains(&(self.by, self.at()));
        let mut codes = when(!is_administrator, Code::NotAdministrator);
        codes.extend(when(!self.connects(self.by), Code::NotSignedIn));
        codes
    }

    /// The person acted on is a member with access, in the state the act needs.
    fn reachable(&self, person: PersonId, fits: bool) -> Vec<Code> {
        match self.standing(person) {
            None => vec![Code::NotInvited],
            Some(Membership::NoAccess) => vec![Code::AccessRemoved],
            Some(Membership::Pending | Membership::Active) => when(!fits, Code::NoMatch),
        }
    }

    fn last(&self, person: PersonId) -> Vec<Code> {
        let is_last = self.answers.rules.is_last_administrator.contains(&(person, self.at()));
        when(is_last, Code::LastAdministrator)
    }

    /// Granting on these terms to so many persons.
    fn terms(&self, role: RoleId, terms: GrantTerms, persons: usize) -> Vec<Code> {
        let kind = self.world.roles().get(role).unwrap().kind;
        let is_free = [RoleKind::Platform, RoleKind::LinkedReusable].contains(&kind);
        let is_fixed = kind == RoleKind::LinkedFixed;
        let is_listed = self.owns(role) || self.has_option() && kind == RoleKind::NotLinked;
        let mut codes = when(!is_listed, Code::RoleNotListed);
        codes.extend(when(!terms.assign_license && (!self.has_option() || is_fixed), Code::SwitchHidden));
        let restrict_is_shown = self.has_option() && terms.assign_license && is_free;
        // To name what is so anyway is not to touch the switch.
        let anyway = match kind {
            RoleKind::NotLinked => Some(false),
            RoleKind::Platform | RoleKind::LinkedReusable | RoleKind::LinkedFixed => {
                terms.assign_license.then_some(true)
            }
        };
        let touches = terms.restrict_usage.is_some() && terms.restrict_usage != anyway;
        codes.extend(when(touches && !restrict_is_shown, Code::SwitchHidden));
        let takes_seat = terms.assign_license || is_fixed || !self.has_option();
        codes.extend(self.not_purchased(role, takes_seat));
        codes.extend(when(takes_seat && self.remaining(role) < persons, Code::NotEnoughLicenses));
        codes
    }

    /// C16: an owned role wants all its prerequisites owned.
    fn not_purchased(&self, role: RoleId, takes_seat: bool) -> Vec<Code> {
        let is_lenient = self.world.readings().contains(&Reading::LenientPurchase);
        if !self.owns(role) || is_lenient && !takes_seat {
            return Vec::new();
        }
        let needs = self.answers.rules.needs_deep.iter().filter(|(main, _)| *main == role);
        needs
            .filter(|(_, needed)| !self.owns(*needed))
            .map(|(_, needed)| Code::PrerequisiteNotPurchased(*needed))
            .collect()
    }

    // ---- Options and members

    /// E8.
    fn option_off(&self) -> Fate {
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

    fn invite(&self, emails: &[Email], organization: Option<OrganizationId>, roles: &[InvitedRole]) -> Vec<Code> {
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
        codes.extend(when(!roles.iter().any(|role| role.role == RoleId::ifw()), Code::BaseRoleRequired));
        codes.extend(roles.iter().flat_map(|role| self.terms(role.role, role.terms(), new)));
        codes
    }

    /// R102–R106, E5: an outsider gets exactly the default roles, IFW always among them.
    fn share(&self, item: ItemId, email: Email) -> Vec<Code> {
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
    fn accept(&self) -> Fate {
        let refused = |code| Fate::Refused(code, BTreeSet::new());
        match self.standing(self.by) {
            None => refused(Code::NotInvited),
            Some(Membership::NoAccess) => refused(Code::AccessRemoved),
            Some(Membership::Active) => refused(Code::AlreadyMember),
            Some(Membership::Pending) => self.login(self.world.readings().contains(&Reading::AcceptFirst)),
        }
    }

    fn switch(&self) -> Fate {
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

    // ---- Roles and licenses

    fn has_role(&self, person: PersonId, role: RoleId) -> Vec<Code> {
        let is_member = self.standing(person).is_some();
        let lacks = when(is_member && !self.is_granted(person, role), Code::RoleNotGranted);
        [self.reachable(person, true), lacks].concat()
    }

    fn ungrant(&self, person: PersonId, role: RoleId) -> Vec<Code> {
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

    // ---- Groups

    fn is_granted_by_group(&self, person: PersonId, role: RoleId, but: Option<GroupId>) -> bool {
        let groups = self.answers.rules.in_group.iter().filter(|(who, at, _)| (*who, *at) == (person, self.at()));
        let mut others = groups.map(|(_, _, group)| *group).filter(|group| Some(*group) != but);
        others.any(|group| self.answers.rules.group_role.contains(&(self.at(), group, role)))
    }

    fn without_seat(&self, people: &[PersonId], role: RoleId) -> usize {
        people.iter().filter(|person| !self.has_seat(**person, role)).count()
    }

    /// E5: a seat each with the option off, none with it on; fixed kinds always take one.
    fn group_terms(&self, role: RoleId) -> GrantTerms {
        let is_fixed = self.world.roles().get(role).unwrap().kind == RoleKind::LinkedFixed;
        if self.has_option() && !is_fixed { GrantTerms::without_license() } else { GrantTerms::with_license() }
    }

    fn join_group(&self, group: GroupId, person: PersonId) -> Vec<Code> {
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

    fn leave_group(&self, group: GroupId, person: PersonId) -> Vec<Code> {
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

    fn grant_to_group(&self, group: GroupId, role: RoleId) -> Vec<Code> {
        let mut codes = when(!self.platform.groups.contains_key(&group), Code::NoMatch);
        codes.extend(when(self.answers.rules.group_role.contains(&(self.at(), group, role)), Code::AlreadyMember));
        let persons = self.without_seat(&self.members_of(group), role);
        codes.extend(self.terms(role, self.group_terms(role), persons));
        codes
    }

    fn ungrant_group(&self, group: GroupId, role: RoleId) -> Vec<Code> {
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

    fn assign(&self, person: PersonId, role: RoleId, on: bool) -> Vec<Code> {
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

    fn restrict(&self, person: PersonId, role: RoleId) -> Vec<Code> {
        let kind = self.world.roles().get(role).unwrap().kind;
        let is_free = [RoleKind::Platform, RoleKind::LinkedReusable].contains(&kind);
        let is_shown = self.has_option() && is_free && self.has_seat(person, role);
        [self.has_role(person, role), when(!is_shown, Code::SwitchHidden)].concat()
    }

    // ---- Spaces

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

    fn add_to_space(
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
    pub(super) fn may_be_picked(&self, person: PersonId) -> bool {
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

    fn change_in_space(&self, space: SpaceId, who: SpaceSubject, access: GrantedAccess, door: Door) -> Vec<Code> {
        let (mut codes, own) = self.door(space, door);
        codes.extend(when(own.is_some() && !access.restricted, Code::RestrictedRolesOnly));
        codes.extend(self.is_in(space, who, own.as_ref(), true));
        codes.extend(self.not_offered(access));
        codes
    }

    fn remove_from_space(&self, space: SpaceId, who: SpaceSubject, door: Door) -> Vec<Code> {
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
    fn remove_credential(
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
    fn edit_properties(&self, space: SpaceId, name: &str, door: Door) -> Vec<Code> {
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
}
