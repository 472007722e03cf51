//! Fills the two dialogs: *Invite members* and *Add member(s)* (F3, F6, F20, R22, R23, R132–R147).

use super::Sought;
use super::forecast::forecast;
use super::spaces::{detail, door};
use crate::access::grant_obstacles;
use crate::decide::{self, Found, RoleList, role_list};
use crate::domain::{
    AccessRole, Act, Code, Command, Email, Event, GrantTerms, GrantedAccess, InvitedRole, MemberOption, Membership,
    OrganizationKind, PersonId, Platform, PlatformId, RoleId, SpaceSetting, SpaceSubject, UserRight,
};
use crate::view::draft::{addresses, chosen_right, email_problem, terms};
use crate::view::lens::{count, list};
use crate::view::{
    AddMemberData, AddMemberDraft, InviteData, InviteDraft, Lens, Listing, MatchRow, RefusedTry, Rows, Status, Tone,
    TriedData, WizardRole, WizardStep, WizardSwitch, text,
};

/// What *Invite* would submit.
#[must_use]
pub fn invite_order(lens: &Lens<'_>, platform: PlatformId, draft: &InviteDraft) -> Option<Command> {
    let found = lens.world.platform(platform)?;
    let by = lens.viewer(platform)?;
    let right = chosen_right(draft);
    let location = draft.location.filter(|_| found.has_option(MemberOption::PlatformLocations));
    let roles: Vec<InvitedRole> = lens
        .world
        .roles()
        .iter()
        .filter_map(|role| draft.roles.get(&role.id))
        .filter(|invited| role_list(lens.world, found, invited.role) != RoleList::Neither)
        .map(|invited| terms(lens.world, found, invited))
        .collect();
    let emails = addresses(&draft.emails);
    Some(Command::new(by, platform, Act::Invite { emails, right, location, organization: draft.organization, roles }))
}

/// The wizard. Which roles the guest holds at home stands in it only as the guest’s own word (R49).
#[must_use]
pub fn invite(
    lens: &Lens<'_>,
    platform: PlatformId,
    draft: &InviteDraft,
    guest_note: Option<String>,
    sought: Option<Sought<'_>>,
) -> Option<InviteData> {
    let found = lens.world.platform(platform)?;
    let command = invite_order(lens, platform, draft);
    let refusal = command.as_ref().and_then(|command| {
        let refusal = decide::refusal(lens.world, command)?;
        Some(text::refusal_sentence(lens, &refusal, command))
    });
    let right = chosen_right(draft);
    let persons = decide::newcomers(lens.world, found, &addresses(&draft.emails));
    // As long as there is no address, the lists stand for one person.
    let persons = if draft.emails.trim().is_empty() { 1 } else { persons };
    let (with_licenses, without) = lists(lens, found, draft, persons);
    let option_on = found.grants_without_license();
    Some(InviteData {
        platform,
        platform_name: found.name.to_string(),
        color: lens.color(platform),
        step: draft.step,
        email_problem: email_problem(&draft.emails),
        recognized: recognized(lens, found, draft),
        rights: UserRight::ALL
            .into_iter()
            .map(|right| (right, right.label().into(), right_help(right).into()))
            .collect(),
        right,
        right_caution: (right == UserRight::Administrator)
            .then(|| "Somebody with administrator rights may change everything here.".to_owned()),
        locations: found.has_option(MemberOption::PlatformLocations).then(|| found.locations.clone()),
        organizations: found
            .organizations
            .iter()
            .filter(|(_, organization)| organization.kind == OrganizationKind::Supplier)
            .map(|(id, organization)| (*id, organization.name.to_string()))
            .collect(),
        selected: lens
            .world
            .roles()
            .iter()
            .filter(|role| draft.roles.contains_key(&role.id))
            .map(|role| role.name.to_string())
            .collect(),
        with_licenses,
        without_license: option_on.then_some(without),
        list_note: (!option_on).then(|| {
            format!(
                "There is no list of roles without license and no Assign License switch: “{}” is off at {}.",
                MemberOption::GrantWithoutLicense.heading(),
                lens.short(platform)
            )
        }),
        guest_note,
        warnings: warnings(lens, found, draft),
        summary: summary(lens, found, draft, command.as_ref()),
        tried: command.as_ref().and_then(|command| tried(lens, command)),
        forecast: (draft.step == WizardStep::AdditionalApps).then(|| forecast(lens, found, draft, sought)).flatten(),
        command,
        refusal,
    })
}

fn tried(lens: &Lens<'_>, command: &Command) -> Option<TriedData> {
    let found = lens.selection.refused.as_ref().filter(|tried| tried.command == *command);
    found.map(|RefusedTry { command, refusal, .. }| text::tried(lens, refusal, command))
}

fn right_help(right: UserRight) -> &'static str {
    match right {
        UserRight::Member => "Uses granted roles, may create spaces, gets the Common Space",
        UserRight::Administrator => "May also use the control centers",
        UserRight::External => "Belongs to another company: granted spaces only",
    }
}

fn recognized(lens: &Lens<'_>, platform: &Platform, draft: &InviteDraft) -> Vec<Status> {
    addresses(&draft.emails).into_iter().map(|email| recognize(lens, platform, email)).collect()
}

fn recognize(lens: &Lens<'_>, platform: &Platform, email: Email) -> Status {
    let Some(person) = lens.world.person_by_email(email) else {
        return Status::new(Tone::Caution, format!("{email}: nobody in this rehearsal signs in with this address"));
    };
    match platform.member(person.id).map(|member| member.membership) {
        Some(Membership::NoAccess) => Status::new(
            Tone::Caution,
            format!("{email}: gets the removed access back; right and roles stay as they were"),
        ),
        Some(_) => Status::new(Tone::Bad, format!("{email}: already a member here")),
        None => Status::new(Tone::Good, format!("{email}: new here")),
    }
}

/// Both lists of the roles page, filtered by the search, for so many persons.
pub(super) fn lists(
    lens: &Lens<'_>,
    platform: &Platform,
    draft: &InviteDraft,
    persons: u32,
) -> (Vec<WizardRole>, Vec<WizardRole>) {
    let wanted = draft.search.trim().to_lowercase();
    let of = |list: RoleList| {
        lens.world
            .roles()
            .iter()
            .filter(|role| role_list(lens.world, platform, role.id) == list)
            .filter(|role| {
                wanted.is_empty()
                    || role.name.to_lowercase().contains(&wanted)
                    || role.id.as_str().to_lowercase().contains(&wanted)
            })
            .map(|role| wizard_role(lens, platform, draft, role.id, persons))
            .collect()
    };
    // The filter hides the first list; the second one holds only what is not linked to a platform (R109, C35).
    let is_filtered = draft.only_without_license && platform.grants_without_license();
    let owned = if is_filtered { Vec::new() } else { of(RoleList::WithLicenses) };
    (owned, of(RoleList::WithoutAnyLicense))
}

/// Are there too few licenses of the role for so many persons (R98, F6)?
pub(super) fn is_short(lens: &Lens<'_>, platform: &Platform, role: RoleId, persons: u32) -> bool {
    let obstacles = grant_obstacles(lens.world, platform, role, GrantTerms::with_license(), persons);
    obstacles.iter().any(|obstacle| obstacle.code == Code::NotEnoughLicenses)
}

fn wizard_role(lens: &Lens<'_>, platform: &Platform, draft: &InviteDraft, role: RoleId, persons: u32) -> WizardRole {
    let ticked = draft.roles.get(&role).map(|invited| terms(lens.world, platform, invited));
    let pool = platform.pools.get(&role);
    let remaining = platform.remaining(role);
    let is_short = is_short(lens, platform, role, persons);
    let assign_license = ticked.is_some_and(|invited| invited.assign_license);
    let assign = match decide::assign_switch(lens.world, platform, role, false) {
        Err(decide::Hidden::OptionOff) => WizardSwitch::Hidden("takes a license".into()),
        Err(hidden) => WizardSwitch::Hidden(text::assign_hidden(hidden, true, "").0.into()),
        Ok(()) => {
            let disabled = (is_short && !assign_license).then(|| text::not_enough(remaining));
            WizardSwitch::Shown { on: assign_license, disabled }
        }
    };
    let restrict = match decide::restrict_switch(lens.world, platform, role, assign_license) {
        Err(hidden) => WizardSwitch::Hidden(text::restrict_hidden(hidden).0.into()),
        Ok(()) => {
            let on = ticked.and_then(|invited| invited.restrict_usage).unwrap_or(true);
            WizardSwitch::Shown { on, disabled: None }
        }
    };
    WizardRole {
        role,
        name: lens.role(role),
        is_ticked: ticked.is_some(),
        locked: (role == RoleId::ifw()).then(|| "Every platform user needs 3DSwymer; it is always ticked.".into()),
        is_ticked_along: draft.ticked_along.contains(&role),
        assign,
        restrict,
        remaining: match pool.filter(|pool| pool.purchased > 0) {
            Some(_) if is_short => Status::new(Tone::Bad, text::not_enough(remaining)),
            Some(pool) => Status::new(Tone::Neutral, format!("{remaining} of {} remaining", pool.purchased)),
            None => Status::new(Tone::Absent, "no license here"),
        },
    }
}

/// What does not stop the invitation but should be seen (W18 b, C7).
fn warnings(lens: &Lens<'_>, platform: &Platform, draft: &InviteDraft) -> Vec<String> {
    let mut found = Vec::new();
    for role in draft.roles.keys() {
        let needed = lens.world.roles().prerequisites(*role).iter().copied();
        let missing: Vec<RoleId> = needed.filter(|needed| !draft.roles.contains_key(needed)).collect();
        if !missing.is_empty() {
            found.push(text::needs_too(lens, *role, &missing));
        }
    }
    let asked = draft.roles.values().map(|invited| terms(lens.world, platform, invited));
    let taken: Vec<String> =
        asked.filter(|invited| invited.assign_license).map(|invited| lens.role_short(invited.role)).collect();
    if !taken.is_empty() && platform.grants_without_license() {
        found.push(format!(
            "Assign License is on for {}: a license of {} is taken for each. Switch it off for guests who bring their own.",
            list(&taken),
            lens.short(platform.id)
        ));
    }
    found
}

/// What sending would do, read off the events of the act itself.
fn summary(lens: &Lens<'_>, platform: &Platform, draft: &InviteDraft, command: Option<&Command>) -> Vec<Status> {
    let emails: Vec<String> = addresses(&draft.emails).iter().map(ToString::to_string).collect();
    let mut lines = vec![
        Status::new(Tone::Neutral, format!("{} invited as {}", list(&emails), chosen_right(draft).label())),
        Status::new(Tone::Neutral, format!("{} granted", count(draft.roles.len(), "role", "roles"))),
    ];
    let Some(events) = command.and_then(|command| decide::decide(lens.world, command).ok()) else { return lines };
    let taken = events.iter().filter(|event| matches!(event, Event::LicenseAssigned { .. })).count();
    let name = lens.short(platform.id);
    lines.push(if taken == 0 {
        Status::new(Tone::Good, format!("no license of {name} is taken"))
    } else {
        Status::new(Tone::Caution, format!("{} of {name} taken", count(taken, "license", "licenses")))
    });
    lines.push(if events.iter().any(|event| matches!(event, Event::CredentialSet { .. })) {
        Status::new(Tone::Caution, "the Common Space opens to them")
    } else {
        Status::new(Tone::Neutral, "no space opens yet; add them to one afterwards")
    });
    lines
}

/// The *Add member(s)* dialog: the row in which somebody types decides the access role (R139).
#[must_use]
pub fn add_member(lens: &Lens<'_>, draft: &AddMemberDraft) -> Option<AddMemberData> {
    let platform = lens.world.platform(draft.platform)?;
    let space = platform.space(draft.space)?;
    let by = lens.viewer(draft.platform)?;
    let door = door(platform, by);
    let offered = decide::is_offered(platform, GrantedAccess { role: draft.role, restricted: true });
    let restricted = platform.has_setting(SpaceSetting::RestrictedRoles).then_some(draft.restricted && offered);
    let found = decide::search(lens.world, platform, &draft.search);
    let able: Vec<PersonId> = found.iter().filter(|found| found.obstacle.is_none()).map(|found| found.person).collect();
    let matches = Rows::fill(lens, Listing::Matches, able.len(), able.into_iter(), |person| {
        let act = Act::AddSpaceMember {
            space: space.id,
            who: SpaceSubject::Person(person),
            role: draft.role,
            restricted: restricted.unwrap_or_default(),
            organization: None,
            door,
        };
        MatchRow {
            person,
            title: title(lens, platform, person),
            detail: detail(lens, platform, person),
            command: Command::new(by, platform.id, act),
            warning: pending_without_csv(lens, platform, person),
        }
    });
    let shown = matches.iter().find_map(|row| tried(lens, &row.command));
    Some(AddMemberData {
        platform: platform.id,
        color: lens.color(platform.id),
        space: space.id,
        title: format!("Add member(s): {}", space.name),
        roles: AccessRole::ALL
            .into_iter()
            .filter(|role| decide::is_offered(platform, GrantedAccess::whole(*role)))
            .map(|role| (role, row_label(role, restricted), role_help(role).to_owned()))
            .collect(),
        role: draft.role,
        restricted,
        hint: hint(lens, &draft.search, &found),
        matches,
        tried: shown,
    })
}

/// "Author", or "Author (Restricted)" while *Enable restricted access* is ticked (R152); Public Reader has no such form.
pub(super) fn row_label(role: AccessRole, restricted: Option<bool>) -> String {
    let restricted = restricted == Some(true) && role != AccessRole::PublicReader;
    super::organizations::access_words(GrantedAccess { role, restricted })
}

pub(super) fn role_help(role: AccessRole) -> &'static str {
    match role {
        AccessRole::PublicReader => "Sees public content only",
        AccessRole::Reader => "Reads",
        AccessRole::Contributor => "Reads, and adds evaluation content such as reviews",
        AccessRole::Author => "Also creates definition content such as products and parts",
        AccessRole::Leader => "Also creates design resources such as libraries",
        AccessRole::Owner => "Reads, manages members, edits properties",
        AccessRole::LeaderAndOwner => "Everything: content, resources, members, properties",
    }
}

/// Who is pending shows in that an address stands where the name will (R146).
pub(super) fn title(lens: &Lens<'_>, platform: &Platform, person: PersonId) -> String {
    match platform.member(person) {
        Some(member) if member.membership == Membership::Pending => member.email.to_string(),
        _ => lens.name(person),
    }
}

pub(super) fn pending_without_csv(lens: &Lens<'_>, platform: &Platform, person: PersonId) -> Option<String> {
    let is_pending = platform.member(person).is_some_and(|member| member.membership == Membership::Pending);
    (is_pending && !platform.is_granted(person, RoleId::csv()))
        .then(|| format!("{} is not granted; the space will not open without it.", lens.role(RoleId::csv())))
}

/// What the search means when nobody can be picked (D10, D16).
fn hint(lens: &Lens<'_>, typed: &str, found: &[Found]) -> String {
    if typed.trim().is_empty() {
        return "Enter a name or a login; the Enter key adds the first one found. Somebody who has not accepted yet \
                has no name: type the address, an external’s in full."
            .into();
    }
    if found.iter().any(|found| found.obstacle.is_none()) {
        return String::new();
    }
    let blocked = found.iter().find_map(|found| {
        let obstacle = found.obstacle.as_ref()?;
        Some((lens.name(found.person), lens.role(obstacle.role?), obstacle.readings.first().copied()))
    });
    match blocked {
        Some((name, role, None)) => format!("{name} is a member but needs {role} first."),
        Some((name, role, Some(reading))) => {
            format!("{name} is a member but cannot use {role} here. {}", text::reading(lens.world, reading))
        }
        None => "Nobody matches. People who have not accepted have no name yet: type the whole address. Outsiders are \
                 invited to the platform first."
            .into(),
    }
}
