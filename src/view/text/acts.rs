//! Acts in words: what was done, and what it changed.

use crate::access::{AccessChange, Question};
use crate::decide::{Kept, kept_roles, readings_behind};
use crate::domain::{
    Act, Command, MemberOption, PersonId, Platform, PlatformId, RoleId, SpaceSubject, StageAct, UserRight,
};
use crate::view::lens::list;
use crate::view::{Lens, Tone};

/// So many people are named in a sentence.
const MOST_NAMED: usize = 3;

/// "Ana adds ben@brightwell.example to Hull-7 as Author".
#[must_use]
pub fn act(lens: &Lens<'_>, command: &Command) -> String {
    match command {
        Command::Do { by, on, act } => format!("{} {}", lens.first(*by), predicate(lens, *on, act)),
        Command::Stage(act) => stage(lens, act),
    }
}

fn predicate(lens: &Lens<'_>, on: PlatformId, act: &Act) -> String {
    let at = lens.short(on);
    let switched = |on: bool| if on { "turns on" } else { "turns off" };
    match act {
        Act::SetOption { option: MemberOption::GrantWithoutLicense, on: true } => {
            format!("allows roles without license at {at}")
        }
        Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false } => {
            format!("no longer allows roles without license at {at}")
        }
        Act::SetOption { option, on } => {
            format!("{} “{}” at {at}", switched(*on), option.label())
        }
        Act::SetLocations { .. } => format!("chooses the locations offered at {at}"),
        Act::SetDefaultRoles { .. } => format!("chooses the default roles at {at}"),
        Act::Invite { emails, right, .. } => {
            let emails: Vec<String> = emails.iter().map(ToString::to_string).collect();
            // A guest is an External; anything else is worth a word (R75, C27).
            let right = if *right == UserRight::External { String::new() } else { format!(" as {}", right.label()) };
            format!("invites {} to {at}{right}", list(&emails))
        }
        Act::ResendInvitation { person } => format!("sends {} the invitation to {at} again", lens.first(*person)),
        Act::CancelInvitation { person } => format!("takes {} invitation to {at} back", lens.possessive(*person)),
        Act::AcceptInvitation { .. } => format!("accepts the invitation to {at}"),
        Act::SwitchPlatform => format!("switches to {at}"),
        Act::GrantRole { person, role, terms } => {
            let how = if terms.assign_license { "with a license" } else { "without license" };
            format!("grants {} {} at {at}, {how}", lens.first(*person), lens.role_short(*role))
        }
        Act::UngrantRole { person, role } => {
            format!("takes {} from {} at {at}", lens.role_short(*role), lens.first(*person))
        }
        Act::SetAssignLicense { person, role, on: true } => {
            format!("assigns {} a {} license of {at}", lens.first(*person), lens.role_short(*role))
        }
        Act::SetAssignLicense { person, role, on: false } => {
            format!("takes {} {} license of {at} back", lens.possessive(*person), lens.role_short(*role))
        }
        Act::SetRestrictUsage { person, role, on: false } => {
            format!("lets {} take the {} license along", lens.first(*person), lens.role_short(*role))
        }
        Act::SetRestrictUsage { person, role, on: true } => {
            format!("keeps {} {} license at {at}", lens.possessive(*person), lens.role_short(*role))
        }
        Act::RemoveAccess { person } => format!("removes {} access to {at}", lens.possessive(*person)),
        Act::GiveAccessBack { person } => format!("gives {} access to {at} back", lens.first(*person)),
        Act::RemoveMember { person } => format!("removes {} from {at}", lens.first(*person)),
        Act::ChangeRight { person, right } => {
            format!("makes {} {} at {at}", lens.first(*person), right.label())
        }
        Act::JoinOrganization { .. } | Act::LeaveOrganization { .. } => employment(lens, on, act),
        Act::CreateSpace { name, .. } => format!("creates the space {name} at {at}"),
        Act::SetSpaceSetting { setting, on } => {
            format!("{} “{}” at {at}", switched(*on), setting.label())
        }
        Act::AddSpaceMember { .. }
        | Act::ChangeSpaceMember { .. }
        | Act::RemoveSpaceMember { .. }
        | Act::RemoveCredential { .. }
        | Act::EditSpaceProperties { .. } => in_space(lens, on, act),
        Act::MoveItem { item, to } => format!("moves {} to {}", item_name(lens, on, *item), lens.space(on, *to)),
        Act::ShareItem { item, email } => format!("shares {} with {email}", item_name(lens, on, *item)),
        Act::CreateGroup { name, .. } => format!("defines the group {name} at {at}"),
        Act::JoinGroup { group, person } => {
            format!("puts {} into the group {}", lens.first(*person), group_name(lens, on, *group))
        }
        Act::LeaveGroup { group, person } => {
            format!("takes {} out of the group {}", lens.first(*person), group_name(lens, on, *group))
        }
        Act::GrantGroupRole { group, role } => {
            format!("grants {} to the group {}", lens.role_short(*role), group_name(lens, on, *group))
        }
        Act::UngrantGroupRole { group, role } => {
            format!("takes {} from the group {}", lens.role_short(*role), group_name(lens, on, *group))
        }
        Act::Several { what, .. } => format!("{what} at {at}"),
    }
}

/// Members of a space, and its title.
fn in_space(lens: &Lens<'_>, on: PlatformId, act: &Act) -> String {
    match act {
        Act::AddSpaceMember { space, who, role, .. } => {
            format!("adds {} to {} as {}", subject(lens, on, *who), lens.space(on, *space), role.label())
        }
        Act::ChangeSpaceMember { space, who, role, .. } => {
            format!("makes {} {} of {}", subject(lens, on, *who), role.label(), lens.space(on, *space))
        }
        Act::RemoveSpaceMember { space, who, .. } => {
            format!("takes {} out of {}", subject(lens, on, *who), lens.space(on, *space))
        }
        Act::RemoveCredential { space, person, organization, .. } => format!(
            "takes {} credential for {} in {} away",
            lens.possessive(*person),
            organization_name(lens, on, *organization),
            lens.space(on, *space)
        ),
        Act::EditSpaceProperties { name, .. } => {
            format!("renames a space at {} to {}", lens.short(on), name.trim())
        }
        _ => String::new(),
    }
}

pub(super) fn group_name(lens: &Lens<'_>, on: PlatformId, group: crate::domain::GroupId) -> String {
    let found = lens.world.platform(on).and_then(|platform| platform.groups.get(&group));
    found.map_or_else(|| group.to_string(), |group| group.name.to_string())
}

/// Organizations joined and left.
fn employment(lens: &Lens<'_>, on: PlatformId, act: &Act) -> String {
    match act {
        Act::JoinOrganization { person, organization } => {
            format!("puts {} into {}", lens.first(*person), organization_name(lens, on, *organization))
        }
        Act::LeaveOrganization { person, organization } => {
            format!("takes {} out of {}", lens.first(*person), organization_name(lens, on, *organization))
        }
        _ => String::new(),
    }
}

pub(super) fn organization_name(
    lens: &Lens<'_>,
    on: PlatformId,
    organization: crate::domain::OrganizationId,
) -> String {
    let found = lens.world.platform(on).and_then(|platform| platform.organizations.get(&organization));
    found.map_or_else(|| organization.to_string(), |found| found.name.to_string())
}

pub(super) fn item_name(lens: &Lens<'_>, on: PlatformId, item: crate::domain::ItemId) -> String {
    let found = lens.world.platform(on).and_then(|platform| {
        platform.spaces.values().find_map(|space| space.items.get(&item).map(|item| item.name.to_string()))
    });
    found.unwrap_or_else(|| item.to_string())
}

fn subject(lens: &Lens<'_>, on: PlatformId, who: SpaceSubject) -> String {
    match who {
        SpaceSubject::Person(person) => lens.first(person),
        SpaceSubject::Group(group) => format!("the group {}", group_name(lens, on, group)),
    }
}

fn stage(lens: &Lens<'_>, act: &StageAct) -> String {
    match act {
        StageAct::Several { what, .. } => what.clone(),
        StageAct::AddPerson { name, email, .. } => {
            format!("{} joins the cast", name.clone().unwrap_or_else(|| email.to_string()))
        }
        StageAct::AddPlatform { name, .. } => format!("{name} is set up"),
        StageAct::AddOrganization { name, platform, .. } => format!("{name} is declared at {}", lens.short(*platform)),
        StageAct::SetPool { platform, role, purchased, expires } => format!(
            "{} has {purchased} {} licenses until day {}",
            lens.short(*platform),
            lens.role_short(*role),
            expires.0
        ),
        StageAct::SetOption { platform, option, .. } => {
            format!("“{}” is set at {}", option.label(), lens.short(*platform))
        }
        StageAct::SetSpaceSetting { platform, setting, .. } => {
            format!("“{}” is set at {}", setting.label(), lens.short(*platform))
        }
        StageAct::SetLocations { platform, .. } => format!("locations are set at {}", lens.short(*platform)),
        StageAct::SetDefaultRoles { platform, .. } => format!("default roles are set at {}", lens.short(*platform)),
        StageAct::AddMember { platform, person, .. } => {
            format!("{} is a member of {}", lens.first(*person), lens.short(*platform))
        }
        StageAct::AddSpace { platform, name, .. } => format!("{name} is there at {}", lens.short(*platform)),
        StageAct::AddGroup { platform, name, .. } => format!("the group {name} is there at {}", lens.short(*platform)),
        StageAct::AddSpaceMember { platform, space, .. } => {
            format!("{} has a new member", lens.space(*platform, *space))
        }
        StageAct::AddItem { name, .. } => format!("{name} is there"),
        StageAct::SetItemOwner { platform, item, owner } => {
            format!("{} belongs to {}", item_name(lens, *platform, *item), organization_name(lens, *platform, *owner))
        }
        StageAct::GrantGroupRole { platform, group, role } => {
            format!("{} gets {}", group_name(lens, *platform, *group), lens.role_short(*role))
        }
        StageAct::ShareItem { platform, item, person } => {
            format!("{} is shared with {}", item_name(lens, *platform, *item), lens.first(*person))
        }
        StageAct::SetFirstUse { person, role, day, .. } => {
            format!("{} first used {} on day {}", lens.first(*person), lens.role_short(*role), day.0)
        }
        StageAct::Connect { person, platform } => {
            format!("{} works at {}", lens.first(*person), lens.short(*platform))
        }
        StageAct::SetClock { day } => format!("it is day {}", day.0),
        StageAct::SetReading { reading, alternative } => {
            let words = super::reading_words(*reading);
            let side = if *alternative { "the other way" } else { "the usual way" };
            format!("“{}” is read {side}", words.title)
        }
    }
}

/// What the last act changed, in words: what was gained, what was lost, or that nothing opens yet.
#[must_use]
pub fn effect(lens: &Lens<'_>, changes: &[AccessChange]) -> (String, Tone) {
    let words = |fits: fn(&AccessChange) -> bool| -> Vec<String> {
        changes.iter().filter(|change| fits(change)).map(|change| fact(lens, change.question)).collect()
    };
    let (gained, lost) = (words(AccessChange::is_gain), words(AccessChange::is_loss));
    let shortened = |mut words: Vec<String>| {
        let more = words.len().saturating_sub(3);
        words.truncate(3);
        let text = words.join(", ");
        if more > 0 { format!("{text} and {more} more") } else { text }
    };
    match (gained.is_empty(), lost.is_empty()) {
        (true, true) if !changes.is_empty() => ("nothing opens yet".to_owned(), Tone::Neutral),
        (true, true) => ("nothing opened or closed".to_owned(), Tone::Neutral),
        (false, true) => (format!("gained: {}", shortened(gained)), Tone::Good),
        (true, false) => (format!("lost: {}", shortened(lost)), Tone::Bad),
        (false, false) => (format!("gained: {}; lost: {}", shortened(gained), shortened(lost)), Tone::Caution),
    }
}

/// "3DSwymer has expired here; kept: prerequisite of SOLIDWORKS Standard" (R92, C17, C19, E9); whose, when it is
/// somebody else in the group.
#[must_use]
pub fn kept(lens: &Lens<'_>, on: PlatformId, person: PersonId, found: Kept) -> String {
    let Kept { role, by, main } = found;
    let why = match main {
        None => "the last administrator needs it".to_owned(),
        Some(main) if by == person => format!("prerequisite of {}", lens.role_short(main)),
        Some(main) => format!("prerequisite of {} {}", lens.possessive(by), lens.role_short(main)),
    };
    let is_here = lens.world.platform(on).is_some_and(|platform| platform.seat(person, role).is_some());
    let place = if is_here { "here" } else { "elsewhere" };
    format!("{} has expired {place}; kept: {why}.", lens.role_short(role))
}

/// What the expiry option did at a login: the roles it took, from a group as well, and those it kept (R90–R92, C19, E9).
#[must_use]
pub fn login_effects(lens: &Lens<'_>, command: &Command) -> Option<String> {
    let Command::Do { by, on, act: Act::SwitchPlatform | Act::AcceptInvitation { .. } } = command else { return None };
    let (now, before) = (lens.world.platform(*on)?, lens.before?.platform(*on)?);
    let mut words: Vec<String> = Vec::new();
    let grants = |platform: &Platform| platform.member(*by).map(|member| member.grants.clone()).unwrap_or_default();
    let kept_grants = grants(now);
    let gone = short_names(lens, |role| grants(before).contains(&role) && !kept_grants.contains(&role));
    if !gone.is_empty() {
        words.push(format!("expired and ungranted: {}", list(&gone)));
    }
    for group in before.groups_of(*by) {
        let kept_roles = now.groups.get(&group.id).map(|group| &group.roles);
        let gone = |role: RoleId| group.roles.contains(&role) && !kept_roles.is_some_and(|kept| kept.contains(&role));
        let names = short_names(lens, gone);
        if !names.is_empty() {
            let losers = group.members.iter().copied().filter(|other| other != by);
            let losers =
                losers.filter(|other| group.roles.iter().any(|role| gone(*role) && !now.is_granted(*other, *role)));
            words.push(format!(
                "expired and ungranted: {} from the group {}{}",
                list(&names),
                group.name,
                too(lens, losers)
            ));
        }
    }
    words.extend(kept_roles(lens.world, now, *by).into_iter().map(|found| {
        let sentence = kept(lens, *on, *by, found);
        sentence.trim_end_matches('.').to_owned()
    }));
    (!words.is_empty()).then(|| words.join("; "))
}

/// The short names of the roles that fit, in the order of the catalogue.
fn short_names(lens: &Lens<'_>, fits: impl Fn(RoleId) -> bool) -> Vec<String> {
    lens.world.roles().iter().filter(|role| fits(role.id)).map(|role| role.short.to_string()).collect()
}

/// ", and so from Gus too": whoever else is meant; of many the first are named.
fn too(lens: &Lens<'_>, people: impl Iterator<Item = PersonId>) -> String {
    let people = lens.world.in_order(people);
    let total = people.len();
    lens.few(people.into_iter(), total, MOST_NAMED)
        .map(|names| format!(", and so from {names} too"))
        .unwrap_or_default()
}

/// The readings by which the act ended as it did, to go on the sentence with; those of everyday acts only where they were
/// chosen (rules 2.1).
#[must_use]
pub fn readings_told(lens: &Lens<'_>, command: &Command) -> Vec<String> {
    let Some(before) = lens.before else { return Vec::new() };
    let is_login = matches!(command, Command::Do { act: Act::SwitchPlatform | Act::AcceptInvitation { .. }, .. });
    if !is_login && before.readings().is_empty() {
        return Vec::new();
    }
    let behind = readings_behind(before, command).into_iter();
    let told = behind.filter(|reading| is_login || before.reads(*reading));
    told.map(|reading| super::reading_clause(before, reading)).collect()
}

/// "Ben can open Hull-7".
#[must_use]
pub fn fact(lens: &Lens<'_>, question: Question) -> String {
    let person = lens.first(question.person());
    let at = lens.short(question.platform());
    match question {
        Question::CanConnect { .. } => format!("{person} can connect to {at}"),
        Question::RoleUsable { role, .. } => format!("{person} can use {} at {at}", lens.role_short(role)),
        Question::SpaceAccess { platform, space, .. } => format!("{person} can open {}", lens.space(platform, space)),
    }
}
