//! What becomes of an act: accepted, or refused with which headline. Predicted from the rules, and the engine beside it.
//!
//! Here stand the acts and what is common to them; `members`, `licenses` and `spaces` say what each kind asks for.

mod licenses;
mod members;
mod spaces;

use super::answers::Answers;
use super::compare::told;
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

/// Do the rules say something about this act?
pub fn is_judged(world: &World, command: &Command) -> bool {
    fates(world, command).is_some()
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
        Err(refusal) => Fate::Refused(refusal.code, refusal.blockers.iter().collect()),
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
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others stand below")]
    fn fate(&self, act: &Act) -> Option<Fate> {
        let codes = match act {
            Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false } => return Some(self.option_off()),
            Act::SetOption { .. } | Act::SetSpaceSetting { .. } => self.gate(),
            Act::SetLocations { locations } => [self.gate(), self.locations(locations)].concat(),
            Act::SetDefaultRoles { roles } => [self.gate(), self.default_roles(roles)].concat(),
            Act::Invite { emails, location, organization, roles, .. } => {
                [self.gate(), self.invite(emails, *location, *organization, roles)].concat()
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
            Act::Several { acts, .. } => return self.several(acts),
            _ => self.in_spaces_and_groups(act)?,
        };
        Some(self.headline(&codes))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the acts on spaces, content and groups")]
    fn in_spaces_and_groups(&self, act: &Act) -> Option<Vec<Code>> {
        Some(match act {
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
            Act::MoveItem { item, to } => self.move_item(*item, *to),
            Act::CreateSpace { space, name } => {
                let spaces = self.platform.spaces.values().map(|other| (other.id.as_str(), &*other.name));
                self.create(space.as_str(), name, spaces)
            }
            Act::CreateGroup { group, name } => {
                let groups = self.platform.groups.values().map(|other| (other.id.as_str(), &*other.name));
                self.create(group.as_str(), name, groups)
            }
            Act::JoinGroup { group, person } => [self.gate(), self.join_group(*group, *person)].concat(),
            Act::LeaveGroup { group, person } => [self.gate(), self.leave_group(*group, *person)].concat(),
            Act::GrantGroupRole { group, role } => [self.gate(), self.grant_to_group(*group, *role)].concat(),
            Act::UngrantGroupRole { group, role } => [self.gate(), self.ungrant_group(*group, *role)].concat(),
            _ => return None,
        })
    }

    /// F30: nothing half done. Each act is judged on top of the one before; the first that is refused refuses all.
    fn several(&self, acts: &[Act]) -> Option<Fate> {
        let mut world = self.world.clone();
        for act in acts {
            let fate = Judge::new(&world, self.by, world.platform(self.at()).unwrap()).fate(act)?;
            if matches!(fate, Fate::Refused(..)) {
                return Some(fate);
            }
            // Where the rules and the engine part here, the comparison of that act alone tells it.
            world = decide::act(&world, &Command::new(self.by, self.at(), act.clone())).ok()?.0;
        }
        Some(Fate::Accepted)
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
}
