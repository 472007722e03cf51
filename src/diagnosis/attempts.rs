//! Suspects that are refusals: what the report says was tried is tried in this state, and the refusal is read.

use super::{Evidence, Finding, Report, Suspect, Symptom, is_same};
use crate::access::can_read;
use crate::access::cure::acting_administrator;
use crate::decide;
use crate::domain::{
    AccessRole, Act, Blocker, BlockerReason, Code, Command, Door, Email, GrantTerms, GroupId, InvitedRole,
    MemberOption, PersonId, Platform, Refusal, RoleId, SpaceSubject, UserRight, World,
};

/// How many colleagues an owner is supposed to try.
const MOST_COLLEAGUES: usize = 20;

/// What was refused, in the order it was tried.
pub(super) fn refusals(world: &World, report: Report) -> Vec<(Command, Refusal)> {
    let tried = |command: Command| decide::refusal(world, &command).map(|refusal| (command, refusal));
    attempts(world, report).into_iter().filter_map(tried).collect()
}

fn attempts(world: &World, report: Report) -> Vec<Command> {
    let Report { symptom, person, platform } = report;
    let Some(found) = world.platform(platform) else { return Vec::new() };
    let as_person = |act| Command::new(person, platform, act);
    let by_administrator = |acts: Vec<Act>| -> Vec<Command> {
        let by = acting_administrator(world, platform);
        by.into_iter().flat_map(|by| acts.iter().map(move |act| Command::new(by, platform, act.clone()))).collect()
    };
    match symptom {
        Symptom::OptionStaysOn => {
            by_administrator(vec![Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false }])
        }
        Symptom::NoControlCenter => {
            let on = !found.grants_without_license();
            vec![as_person(Act::SetOption { option: MemberOption::GrantWithoutLicense, on })]
        }
        Symptom::CannotBeTakenOut => {
            let listed = found.spaces.values().filter(|space| space.entries.contains_key(&person));
            let who = SpaceSubject::Person(person);
            let out = listed.map(|space| Act::RemoveSpaceMember { space: space.id, who, door: Door::ControlCenter });
            by_administrator(out.collect())
        }
        Symptom::OwnerIsRefused => colleagues(world, found, person).into_iter().map(as_person).collect(),
        Symptom::NoMail => {
            let email = Email::new("somebody@outside.example");
            let items = found.spaces.values().flat_map(|space| space.items.keys().copied());
            let read = items.filter(|item| can_read(world, person, platform, *item));
            read.take(1).map(|item| as_person(Act::ShareItem { item, email })).collect()
        }
        Symptom::CannotBeUngranted | Symptom::CounterWentUp => by_administrator(takings(world, found, person)),
        Symptom::RoleInNeitherList => {
            let roles = missing_roles(world, found, person).into_iter();
            by_administrator(roles.map(|role| invitation_or_grant(world, found, person, role, false)).collect())
        }
        Symptom::CannotBeGranted => {
            let roles = missing_roles(world, found, person).into_iter().filter(|role| found.remaining(*role) > 0);
            by_administrator(roles.map(|role| invitation_or_grant(world, found, person, role, true)).collect())
        }
        Symptom::AccessDenied
        | Symptom::NoLicense
        | Symptom::PlatformNotListed
        | Symptom::PutOut
        | Symptom::WorkedBefore
        | Symptom::AppDoesNotStart
        | Symptom::NoData
        | Symptom::ListedOpensNothing
        | Symptom::GroupOpensNothing
        | Symptom::LostSpace
        | Symptom::ShownPending
        | Symptom::NotFound
        | Symptom::SeesTooMuch
        | Symptom::DoesTooMuch
        | Symptom::NoAssignSwitch
        | Symptom::NoRestrictSwitch
        | Symptom::NotEnoughLicenses
        | Symptom::LevelNotOffered => Vec::new(),
    }
}

/// Every colleague an owner may want to add as Author to a space they are in, in both ways.
fn colleagues(world: &World, platform: &Platform, owner: PersonId) -> Vec<Act> {
    let own = platform.spaces.values().filter(|space| space.entries.contains_key(&owner));
    let add = |space, person, restricted| Act::AddSpaceMember {
        space,
        who: SpaceSubject::Person(person),
        role: AccessRole::Author,
        restricted,
        organization: None,
        door: Door::ThreeDSpace,
    };
    own.flat_map(|space| {
        let members = world.roll(platform.id).members.iter();
        let others = members.filter(|person| *person != owner && !space.entries.contains_key(person));
        let others: Vec<PersonId> = others.take(MOST_COLLEAGUES).collect();
        others.into_iter().flat_map(move |person| [false, true].map(|restricted| add(space.id, person, restricted)))
    })
    .collect()
}

/// Taking every role and every license from the person.
fn takings(world: &World, platform: &Platform, person: PersonId) -> Vec<Act> {
    let roles = world.roles().iter().map(|role| role.id);
    let granted = roles.filter(|role| platform.is_granted(person, *role));
    granted
        .flat_map(|role| {
            let back = platform.seat(person, role).map(|_| Act::SetAssignLicense { person, role, on: false });
            back.into_iter().chain([Act::UngrantRole { person, role }])
        })
        .collect()
}

/// Roles that could be wanted for the person: what they hold elsewhere first, then the rest of the catalog.
pub(super) fn missing_roles(world: &World, platform: &Platform, person: PersonId) -> Vec<RoleId> {
    let all = world.roles().iter().map(|role| role.id).filter(|role| !platform.is_granted(person, *role));
    let elsewhere = |role: &RoleId| world.platforms().any(|other| other.seat(person, *role).is_some());
    let mut all: Vec<RoleId> = all.collect();
    all.sort_by_key(|role| !elsewhere(role));
    all
}

/// A role for a member is granted, for anybody else it is part of the invitation.
fn invitation_or_grant(world: &World, platform: &Platform, person: PersonId, role: RoleId, license: bool) -> Act {
    let license = license || !platform.grants_without_license();
    let terms = if license { GrantTerms::with_license() } else { GrantTerms::without_license() };
    if platform.member(person).is_some() {
        return Act::GrantRole { person, role, terms };
    }
    let mut roles = vec![role];
    if role != RoleId::ifw() {
        roles.insert(0, RoleId::ifw());
    }
    let invited = |role| InvitedRole { role, assign_license: license, restrict_usage: None };
    Act::Invite {
        emails: world.person(person).map(|person| person.email).into_iter().collect(),
        right: UserRight::External,
        location: None,
        organization: None,
        roles: roles.into_iter().map(invited).collect(),
    }
}

/// Was something refused for this reason?
pub(super) fn finding(world: &World, report: Report, refused: &[(Command, Refusal)], code: Code) -> Finding {
    let suspect = Suspect::Refused(code);
    let mut all = refused.iter().filter(|(_, refusal)| is_same(refusal.code, code));
    let Some((command, refusal)) = all.next().cloned() else {
        return Finding { suspect, fits: false, evidence: Evidence::default(), cure: None };
    };
    let further = all.filter_map(|(_, refusal)| refusal.role);
    let mut roles: Vec<RoleId> = refusal.role.into_iter().collect();
    for role in further {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let cure = remedy(world, report, &refusal);
    let evidence = Evidence { roles, refused: Some((command, refusal)), ..Evidence::default() };
    Finding { suspect, fits: true, evidence, cure }
}

/// The act that takes the refusal away, where one act does.
fn remedy(world: &World, report: Report, refusal: &Refusal) -> Option<Command> {
    let Report { person, platform, .. } = report;
    let found = world.platform(platform)?;
    let by = acting_administrator(world, platform)?;
    let act = if refusal.code == Code::GrantedThroughGroup {
        Act::LeaveGroup { group: group_behind(found, person, refusal.role)?, person }
    } else if refusal.code == Code::MemberInvitesOff {
        Act::SetOption { option: MemberOption::MemberInvitations, on: true }
    } else {
        // An option in use is worked off one by one.
        let Blocker { reason, person, role } = refusal.blockers.first()?;
        match reason {
            BlockerReason::NoLicenseAssigned => Act::SetAssignLicense { person, role, on: true },
            BlockerReason::UsageNotRestricted => Act::SetRestrictUsage { person, role, on: true },
        }
    };
    Some(Command::new(by, platform, act))
}

/// The group that gives the role, or an entry in a space as good as the person's own.
fn group_behind(platform: &Platform, person: PersonId, role: Option<RoleId>) -> Option<GroupId> {
    let gives = |group: &&crate::domain::UserGroup| match role {
        Some(role) => group.roles.contains(&role),
        None => platform
            .spaces
            .values()
            .any(|space| space.entries.contains_key(&person) && space.groups.contains_key(&group.id)),
    };
    platform.groups_of(person).find(gives).map(|group| group.id)
}
