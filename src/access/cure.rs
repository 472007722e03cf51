//! Who can remove an obstacle, where, and by which act (rules 7.1). The same act serves *Do it*, hints and plans.

use super::{Check, Question, grant_obstacles, is_signed_in};
use crate::domain::{
    AccessRole, Act, Code, Command, Day, Door, Event, GrantTerms, InvitedRole, MemberOption, Membership, PersonId,
    PlatformId, RoleId, SpaceSubject, StageAct, UserRight, Via, World, apply,
};
use std::collections::BTreeSet;

/// How many days a renewed license is valid from today.
const RENEWAL_DAYS: u32 = 365;

/// The act that removes the obstacle of this check, or the first of several: whoever is no member is invited first.
/// What is offered can be done now, or an earlier obstacle of the same explanation stands in its way. None when the obstacle
/// has its reasons elsewhere ([`Check::follow`]) or nobody can act.
#[must_use]
pub fn cure(world: &World, question: Question, check: &Check) -> Option<Command> {
    let person = question.person();
    let at = check.at;
    let role = check.role;
    match check.code {
        Code::NotInvited => invite(world, question),
        Code::Pending => Some(Command::new(person, at, Act::AcceptInvitation { via: Via::Email })),
        Code::AccessRemoved | Code::HomeAccessRemoved => as_administrator(world, at, Act::GiveAccessBack { person }),
        _ if world.member(person, at).is_none() && is_cured_on_a_member(check.code) => invite(world, question),
        Code::RoleNotGranted => grant(world, person, at, role?, Need::Usable),
        Code::PrerequisiteNotGranted(needed) => grant(world, person, at, needed, Need::Usable),
        Code::HostOptionOff | Code::HomeOptionOff => allow_without_license(world, at),
        Code::NoLicenseAnywhere | Code::HomeNoLicense => license(world, person, at, role?),
        // A license of a kind that is always restricted stays so (F35).
        Code::HomeLicenseRestricted if !world.kind(role?).can_be_unrestricted() => None,
        Code::HomeLicenseRestricted if world.platform(at).is_some_and(|home| !home.grants_without_license()) => {
            allow_without_license(world, at)
        }
        Code::HomeLicenseRestricted => {
            as_administrator(world, at, Act::SetRestrictUsage { person, role: role?, on: false })
        }
        Code::HomeLicenseExpired | Code::Expired => renew(world, at, role?),
        Code::NoMembership | Code::NoValidCredential => {
            let Question::SpaceAccess { space, .. } = question else { return None };
            let act = Act::AddSpaceMember {
                space,
                who: SpaceSubject::Person(person),
                role: AccessRole::Author,
                restricted: false,
                organization: None,
                door: Door::ControlCenter,
            };
            as_administrator(world, at, act)
        }
        Code::PrerequisiteBlocked(_) | Code::CsvNotUsable => None,
        // Refusals are no checks of a decision.
        Code::NotAdministrator
        | Code::NotSignedIn
        | Code::NotOwner
        | Code::RestrictedRolesOnly
        | Code::OtherOrganization
        | Code::MemberInvitesOff
        | Code::EmailMissing
        | Code::AlreadyMember
        | Code::NoMatch
        | Code::UnknownOrganization
        | Code::AccessRoleNotOffered
        | Code::BaseRoleRequired
        | Code::RoleNotListed
        | Code::SwitchHidden
        | Code::PrerequisiteNotPurchased(_)
        | Code::NotEnoughLicenses
        | Code::OptionInUse
        | Code::LastAdministrator
        | Code::GrantedThroughGroup
        | Code::SeatLocked => None,
    }
}

/// Does what cures this need a member to act on?
fn is_cured_on_a_member(code: Code) -> bool {
    matches!(
        code,
        Code::RoleNotGranted
            | Code::PrerequisiteNotGranted(_)
            | Code::NoLicenseAnywhere
            | Code::HomeNoLicense
            | Code::NoMembership
            | Code::NoValidCredential
    )
}

/// An administrator of the platform who can act: one who can connect, if there is any.
#[must_use]
pub fn acting_administrator(world: &World, platform: PlatformId) -> Option<PersonId> {
    let mut all = world.administrators(platform).peekable();
    let first = all.peek().copied();
    all.find(|person| is_signed_in(world, *person, platform)).or(first)
}

/// The act by an administrator who can connect; none when there is nobody.
fn as_administrator(world: &World, on: PlatformId, act: Act) -> Option<Command> {
    let by = world.administrators(on).find(|person| is_signed_in(world, *person, on))?;
    Some(Command::new(by, on, act))
}

fn allow_without_license(world: &World, on: PlatformId) -> Option<Command> {
    as_administrator(world, on, Act::SetOption { option: MemberOption::GrantWithoutLicense, on: true })
}

/// Is it enough that the role can be used from elsewhere, or must the license be one of this platform?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Usable,
    License,
}

/// Grants the role on terms the platform can keep; where that takes the option, allows roles without license first.
fn grant(world: &World, person: PersonId, on: PlatformId, role: RoleId, need: Need) -> Option<Command> {
    let elsewhere = world.platforms().any(|other| other.id != on && other.seat(person, role).is_some());
    let prefers_own = elsewhere || !world.platform(on)?.owns(role);
    if let Some(terms) = terms(world, on, role, need, prefers_own) {
        return as_administrator(world, on, Act::GrantRole { person, role, terms });
    }
    terms(&with_option(world, on), on, role, need, prefers_own).and_then(|_| allow_without_license(world, on))
}

/// The first terms on which the platform can grant the role now: without a license first, where the person may bring one.
fn terms(world: &World, on: PlatformId, role: RoleId, need: Need, prefers_own: bool) -> Option<GrantTerms> {
    let platform = world.platform(on)?;
    let (with, without) = (GrantTerms::with_license(), GrantTerms::without_license());
    let choices: &[GrantTerms] = match (need, prefers_own) {
        (Need::License, _) => &[with],
        (Need::Usable, true) => &[without, with],
        (Need::Usable, false) => &[with, without],
    };
    choices.iter().find(|terms| grant_obstacles(world, platform, role, **terms, 1).is_empty()).copied()
}

/// The same world with roles without license allowed there.
fn with_option(world: &World, on: PlatformId) -> World {
    let mut after = world.clone();
    apply(&mut after, &Event::OptionSet { platform: on, option: MemberOption::GrantWithoutLicense, on: true });
    after
}

/// A license of this platform for the person, whose access comes back first where it was removed.
fn license(world: &World, person: PersonId, at: PlatformId, role: RoleId) -> Option<Command> {
    let platform = world.platform(at)?;
    if platform.member(person)?.membership == Membership::NoAccess {
        return as_administrator(world, at, Act::GiveAccessBack { person });
    }
    if !platform.is_granted(person, role) {
        return grant(world, person, at, role, Need::License);
    }
    terms(world, at, role, Need::License, false)?;
    as_administrator(world, at, Act::SetAssignLicense { person, role, on: true })
}

fn renew(world: &World, platform: PlatformId, role: RoleId) -> Option<Command> {
    let purchased = world.platform(platform)?.pools.get(&role)?.purchased;
    let expires = Day(world.today().0.saturating_add(RENEWAL_DAYS));
    Some(Command::Stage(StageAct::SetPool { platform, role, purchased, expires }))
}

/// An invitation with the base roles and, for a role question, that role with everything it needs (F43): without
/// license where the host allows it and the person is a member somewhere, whose license could serve. What the platform
/// cannot grant is left out; where the option would let it grant more, roles without license are allowed first.
fn invite(world: &World, question: Question) -> Option<Command> {
    let (person, on) = (question.person(), question.platform());
    let email = world.person(person)?.email;
    let belongs_somewhere = world.platforms().any(|other| other.member(person).is_some());
    let mut wanted = BTreeSet::from([RoleId::ifw(), RoleId::csv()]);
    if let Question::RoleUsable { role, .. } = question {
        wanted.extend(world.roles().with_prerequisites(&[role]));
    }
    let invited = |world: &World| -> Vec<InvitedRole> {
        let terms = |role: &RoleId| Some((*role, terms(world, on, *role, Need::Usable, belongs_somewhere)?));
        let fitting = wanted.iter().filter_map(terms);
        fitting
            .map(|(role, terms)| InvitedRole {
                role,
                assign_license: terms.assign_license,
                restrict_usage: terms.restrict_usage,
            })
            .collect()
    };
    let roles = invited(world);
    if invited(&with_option(world, on)).len() > roles.len() {
        return allow_without_license(world, on);
    }
    roles.iter().find(|invited| invited.role == RoleId::ifw())?;
    let act =
        Act::Invite { emails: vec![email], right: UserRight::External, location: None, organization: None, roles };
    as_administrator(world, on, act)
}
