//! Fills the Members Control Center: options, member cards, license counters.

use super::{organizations, sheets};
use crate::access::{self, Question, RoleStanding, explain};
use crate::decide;
use crate::domain::{
    Act, Code, Command, Member, MemberOption, Membership, PersonId, Platform, PlatformId, RoleId, UserRight,
};
use crate::view::lens::{count, list};
use crate::view::{
    Control, Lens, Listing, MemberCard, MemberDetails, MembersData, OptionRow, PoolRow, RoleRow, Rows, Spot, StageKind,
    Status, SwitchCell, TabData, Tone, text,
};
use std::collections::BTreeSet;

/// The tab: open for administrators, closed with the way out for everybody else (R28, R29).
pub(super) fn members(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> TabData {
    let is_administrator = platform.is_administered_by(viewer);
    if !is_administrator {
        let ask = lens.administrators(platform.id).unwrap_or_else(|| "nobody yet".to_owned());
        return TabData::Closed {
            title: "Members Control Center".into(),
            reason: format!("{} is not an administrator here. Ask {ask}.", lens.first(viewer)),
            pools: Vec::new(),
            is_pools_marked: false,
        };
    }
    let id = platform.id;
    let invite = Act::Invite {
        emails: Vec::new(),
        right: UserRight::External,
        location: None,
        organization: None,
        roles: Vec::new(),
    };
    let refused = decide::refusal(lens.world, &Command::new(viewer, id, invite.clone()));
    let invite_refusal = refused
        .filter(|refusal| matches!(refusal.code, Code::NotAdministrator | Code::NotSignedIn))
        .map(|refusal| text::refusal_sentence(lens, &refusal, &Command::new(viewer, id, invite)));
    TabData::Members(MembersData {
        options: MemberOption::ALL.into_iter().map(|option| option_row(lens, platform, viewer, option)).collect(),
        counter: format!("Members | {}", platform.members.len()),
        invite_refusal,
        is_invite_marked: lens.is_marked(Spot::InviteButton(id)),
        import: sheets::open_import(lens, id),
        members: cards(lens, platform, viewer),
        pools: pools(lens, platform),
        is_pools_marked: lens.is_marked(Spot::Pools(id)),
    })
}

/// Members in the order in which they became known.
fn cards(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> Rows<MemberCard> {
    let id = platform.id;
    let sought = lens.selection.marked.and_then(|spot| match spot {
        Spot::Member(on, person)
        | Spot::AssignLicense(on, person, _)
        | Spot::RestrictUsage(on, person, _)
        | Spot::GrantRole(on, person) => (on == id).then_some(person),
        _ => None,
    });
    let crowd = &lens.world.roll(id).members;
    let members = crowd.iter().filter_map(|person| Some((person, platform.member(person)?)));
    let rows = Rows::fill(lens, Listing::Members(id), crowd.len(), members, |(person, member)| {
        card(lens, platform, viewer, person, member)
    });
    let place = sought.and_then(|person| lens.world.person(person)).map(|found| crowd.before(found.place));
    Rows { sought: place, ..rows }
}

fn option_row(lens: &Lens<'_>, platform: &Platform, viewer: PersonId, option: MemberOption) -> OptionRow {
    let on = platform.has_option(option);
    let command = Command::new(viewer, platform.id, Act::SetOption { option, on: !on });
    let in_use = on && !lens.world.roll(platform.id).blockers.is_empty();
    let note = match option {
        MemberOption::GrantWithoutLicense if in_use => Some("in use"),
        MemberOption::PlatformLocations => Some("no effect on access"),
        MemberOption::MemberInvitations if on => Some("everybody may invite"),
        MemberOption::UngrantExpiredRoles | MemberOption::GrantWithoutLicense | MemberOption::MemberInvitations => None,
    };
    let help = [Some(text::option_help(option).to_owned()), text::caution(lens, &command)];
    OptionRow {
        option,
        heading: option.heading().into(),
        label: option.label().into(),
        on,
        control: lens.control(option.label(), command, Some(Spot::Option(platform.id, option))),
        note: note.map(Into::into),
        help: help.into_iter().flatten().collect::<Vec<_>>().join(" "),
        locations: if option == MemberOption::PlatformLocations { platform.locations.clone() } else { Vec::new() },
        link: match option {
            MemberOption::MemberInvitations => Some(sheets::open_default_roles(lens, platform, viewer)),
            MemberOption::PlatformLocations => Some(sheets::open_locations(lens, platform, viewer)),
            MemberOption::UngrantExpiredRoles | MemberOption::GrantWithoutLicense => None,
        },
    }
}

pub(super) fn pools(lens: &Lens<'_>, platform: &Platform) -> Vec<PoolRow> {
    let before = lens.before.and_then(|world| world.platform(platform.id));
    lens.world
        .roles()
        .iter()
        .filter_map(|role| platform.pools.get(&role.id).map(|pool| (role, pool)))
        .map(|(role, pool)| PoolRow {
            role: role.id,
            name: role.short.to_string(),
            assigned: pool.assigned,
            purchased: pool.purchased,
            travelling: travelling(lens, platform, role.id),
            has_changed: before.is_some_and(|old| old.pools.get(&role.id) != Some(pool)),
            is_expired: platform.is_expired(role.id, lens.world.today()),
            edit: sheets::open_pool(lens, platform, role.id),
            expiry: if platform.is_expired(role.id, lens.world.today()) {
                format!("expired on day {}", pool.expires.0)
            } else {
                format!("valid to day {}", pool.expires.0)
            },
        })
        .collect()
}

/// How many assigned licenses of this platform may serve elsewhere.
pub(super) fn travelling(lens: &Lens<'_>, platform: &Platform, role: RoleId) -> u32 {
    access::travelling(lens.world, platform, role)
}

/// "External (Pending)", "Administrator · Aldermoor".
pub(super) fn subtitle(lens: &Lens<'_>, platform: &Platform, person: PersonId, member: &Member) -> Status {
    subtitle_from(lens.home(person), lens, platform, member)
}

/// The same of somebody whose home is known.
fn subtitle_from(home: Option<PlatformId>, lens: &Lens<'_>, platform: &Platform, member: &Member) -> Status {
    let right = member.right.label();
    match member.membership {
        Membership::Pending => Status::new(Tone::Waiting, format!("{right} (Pending)")),
        Membership::NoAccess => Status::new(Tone::Bad, "No Access"),
        Membership::Active => {
            let units: Vec<&str> = member
                .organizations
                .iter()
                .filter(|id| member.organizations.len() == 1 || **id != platform.host_company)
                .filter_map(|id| platform.organizations.get(id).map(|organization| &*organization.name))
                .collect();
            let words = match (home.filter(|home| *home != platform.id), units.as_slice()) {
                (Some(home), []) => format!("{right} · from {}", lens.short(home)),
                (None, []) => right.to_owned(),
                (_, units) => format!("{right} · {}", units.join(", ")),
            };
            Status::new(Tone::Neutral, words)
        }
    }
}

fn card(lens: &Lens<'_>, platform: &Platform, viewer: PersonId, person: PersonId, member: &Member) -> MemberCard {
    let id = platform.id;
    let is_open = lens.selection.open_members.get(&id) == Some(&person);
    let before = lens.before.and_then(|world| world.member(person, id));
    let home = lens.home(person);
    MemberCard {
        face: lens.face_from(home, person, id),
        subtitle: subtitle_from(home, lens, platform, member),
        summary: summary(platform, member),
        has_changed: lens.before.is_some() && before != Some(member),
        is_marked: lens.is_marked(Spot::Member(id, person)),
        details: is_open.then(|| details(lens, platform, viewer, person, member)),
    }
}

fn summary(platform: &Platform, member: &Member) -> String {
    let roles = platform.granted_roles(member).collect::<BTreeSet<RoleId>>().len();
    let words = count(roles, "role", "roles");
    if roles > 0 && member.seats.is_empty() { format!("{words}, no license taken") } else { words }
}

fn details(lens: &Lens<'_>, platform: &Platform, viewer: PersonId, person: PersonId, member: &Member) -> MemberDetails {
    let id = platform.id;
    let granted = |role: RoleId| platform.grants_to(member, role);
    let on_platform: Vec<RoleId> = lens.world.roles().iter().map(|role| role.id).collect();
    MemberDetails {
        email: member.email.to_string(),
        location: member.location.map(|location| location.to_string()),
        roles: on_platform
            .iter()
            .filter(|role| granted(**role))
            .map(|role| role_row(lens, platform, viewer, person, *role))
            .collect(),
        organizations: organizations::rows(lens, platform, viewer, person, member),
        joins: organizations::joins(lens, platform, viewer, person, member),
        declare: sheets::open_stage(
            "Declare organization…",
            StageKind::Organization,
            &[("On platform", &platform.name)],
        ),
        grantable: sheets::grant_choices(lens, platform, viewer, person),
        is_grant_marked: lens.is_marked(Spot::GrantRole(id, person)),
        rights: UserRight::ALL
            .into_iter()
            .map(|right| {
                let act = Act::ChangeRight { person, right };
                let control = lens.control(right.label(), Command::new(viewer, id, act), None);
                (right.label().to_owned(), (right != member.right).then_some(control))
            })
            .collect(),
        buttons: buttons(lens, platform, viewer, person, member),
        warnings: warnings(lens, platform, person, member),
    }
}

fn buttons(lens: &Lens<'_>, platform: &Platform, viewer: PersonId, person: PersonId, member: &Member) -> Vec<Control> {
    let control = |label: &str, act: Act| lens.control(label, Command::new(viewer, platform.id, act), None);
    match member.membership {
        Membership::Pending => vec![
            control("Resend Invitation", Act::ResendInvitation { person }),
            control("Take invitation back", Act::CancelInvitation { person }),
        ],
        Membership::Active => vec![
            control("Remove Access", Act::RemoveAccess { person }),
            control("Remove member", Act::RemoveMember { person }),
        ],
        Membership::NoAccess => vec![
            control("Give access back", Act::GiveAccessBack { person }),
            control("Remove member", Act::RemoveMember { person }),
        ],
    }
}

/// States of the details worth a second look: the two switches of IFW and CSV should match (F33), a prerequisite is
/// missing (W18), a guest is an administrator (C27).
fn warnings(lens: &Lens<'_>, platform: &Platform, person: PersonId, member: &Member) -> Vec<String> {
    let mut found = Vec::new();
    let (ifw, csv) = (RoleId::ifw(), RoleId::csv());
    if platform.grants_to(member, ifw) && platform.grants_to(member, csv) {
        let switches = |role: RoleId| member.seats.get(&role).map(|seat| seat.restricted);
        if switches(ifw) != switches(csv) {
            found.push(format!(
                "{} and {} should have the same two switches; here they differ.",
                lens.role_short(ifw),
                lens.role_short(csv)
            ));
        }
    }
    let roles = lens.world.roles().iter().filter(|role| platform.grants_to(member, role.id));
    found.extend(roles.filter_map(|role| without_prerequisites(lens, platform, person, role.id)));
    let kept = decide::kept_roles(lens.world, platform, person).into_iter();
    found.extend(kept.map(|kept| text::kept(lens, platform.id, person, kept)));
    if member.right == UserRight::Administrator && lens.is_guest(person, platform) {
        found.push("A guest with administrator rights may change everything here.".to_owned());
    }
    found
}

/// What a role lacks here besides itself (F43, W18): it can be granted, and stays blocked.
pub(super) fn without_prerequisites(
    lens: &Lens<'_>,
    platform: &Platform,
    person: PersonId,
    role: RoleId,
) -> Option<String> {
    let explanation = explain(lens.world, Question::RoleUsable { person, platform: platform.id, role });
    let missing = explanation.missing_prerequisites();
    let missing: Vec<String> = missing.into_iter().map(|needed| lens.role_short(needed)).collect();
    let verb = if missing.len() == 1 { "is" } else { "are" };
    let short = lens.role_short(role);
    (!missing.is_empty()).then(|| format!("{short} needs {}, which {verb} not granted here.", list(&missing)))
}

fn role_row(lens: &Lens<'_>, platform: &Platform, viewer: PersonId, person: PersonId, role: RoleId) -> RoleRow {
    let id = platform.id;
    let question = Question::RoleUsable { person, platform: id, role };
    let command = |act: Act| Command::new(viewer, id, act);
    let now = usable(lens, question);
    let seat = |lens: &Lens<'_>| lens.world.platform(id).and_then(|found| found.seat(person, role).copied());
    let has_changed = lens.differs(&now, |lens| usable(lens, question)) || lens.differs(&seat(lens), seat);
    RoleRow {
        role,
        name: lens.role_short(role),
        assign: assign_cell(lens, platform, person, role, &command),
        restrict: restrict_cell(lens, platform, person, role, &command),
        usable: now,
        question,
        through: through(platform, person, role),
        ungrant: lens.control("Take role away", command(Act::UngrantRole { person, role }), None),
        has_changed,
    }
}

/// The user groups that bring the role.
fn through(platform: &Platform, person: PersonId, role: RoleId) -> Option<String> {
    let groups = platform.member(person)?.groups.iter().filter_map(|group| platform.groups.get(group));
    let names: Vec<String> =
        groups.filter(|group| group.roles.contains(&role)).map(|group| group.name.to_string()).collect();
    (!names.is_empty()).then(|| format!("Granted through group {}", list(&names)))
}

fn assign_cell(
    lens: &Lens<'_>,
    platform: &Platform,
    person: PersonId,
    role: RoleId,
    command: &dyn Fn(Act) -> Command,
) -> SwitchCell {
    let is_assigned = platform.seat(person, role).is_some();
    if let Err(hidden) = decide::assign_switch(lens.world, platform, role, is_assigned) {
        let (words, reason) = text::assign_hidden(hidden, is_assigned, &lens.short(platform.id));
        return SwitchCell::Hidden { words: words.into(), reason };
    }
    let label = format!("Assign License, {}", lens.role_short(role));
    let act = Act::SetAssignLicense { person, role, on: !is_assigned };
    let control = lens.control(label, command(act), Some(Spot::AssignLicense(platform.id, person, role)));
    SwitchCell::Shown { on: is_assigned, control: Box::new(control) }
}

fn restrict_cell(
    lens: &Lens<'_>,
    platform: &Platform,
    person: PersonId,
    role: RoleId,
    command: &dyn Fn(Act) -> Command,
) -> SwitchCell {
    let seat = platform.seat(person, role);
    if let Err(hidden) = decide::restrict_switch(lens.world, platform, role, seat.is_some()) {
        let (words, reason) = text::restrict_hidden(hidden);
        return SwitchCell::Hidden { words: words.into(), reason: reason.into() };
    }
    let on = seat.is_some_and(|seat| seat.restricted);
    let label = format!("Restrict Usage to this Platform, {}", lens.role_short(role));
    let act = Act::SetRestrictUsage { person, role, on: !on };
    let control = lens.control(label, command(act), Some(Spot::RestrictUsage(platform.id, person, role)));
    SwitchCell::Shown { on, control: Box::new(control) }
}

/// Usable here or not, in a few words.
pub(super) fn usable(lens: &Lens<'_>, question: Question) -> Status {
    let explanation = explain(lens.world, question);
    if lens.is_book_closed() && !explanation.holds() {
        return Status::new(Tone::Bad, "not usable");
    }
    text::row_words(lens, RoleStanding::of(&explanation), question.person(), question.platform())
}
