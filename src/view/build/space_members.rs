//! Fills the member list of a space: persons with their credentials, groups with theirs (R112–R123, F22, F25, C24, C34).

use super::groups::{caution, outsiders};
use super::organizations::{access_words, name};
use super::sheets;
use super::spaces::{door, opens};
use crate::access::{Question, explain};
use crate::decide;
use crate::domain::{
    AccessRole, Act, CollabSpace, Command, GrantedAccess, Membership, PersonId, Platform, SpaceEntry, SpaceSetting,
    SpaceSubject, UserGroup,
};
use crate::view::lens::count;
use crate::view::{
    AddMemberDraft, Control, Lens, Listing, OpenSheet, Rows, SheetDraft, SpaceDoors, SpaceGroupRow, SpaceMemberRow,
    StageKind, Status, Tone,
};

/// Choices of which one holds: the label, and the control of those that do not.
type Choices = Vec<(String, Option<Control>)>;

/// Every person in the list, in the order in which they became known.
pub(super) fn members(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
) -> Rows<SpaceMemberRow> {
    let listed = lens.world.in_order(space.entries.keys().copied());
    let entries = listed.iter().filter_map(|person| Some((*person, space.entries.get(person)?)));
    Rows::fill(lens, Listing::SpaceMembers(platform.id, space.id), listed.len(), entries, |(person, entry)| {
        member_row(lens, platform, space, viewer, person, entry)
    })
}

fn member_row(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
    person: PersonId,
    entry: &SpaceEntry,
) -> SpaceMemberRow {
    let id = platform.id;
    let who = SpaceSubject::Person(person);
    let question = Question::SpaceAccess { person, platform: id, space: space.id };
    let is_pending = platform.member(person).is_some_and(|member| member.membership == Membership::Pending);
    let title = if is_pending {
        let email = platform.member(person).map_or_else(String::new, |member| member.email.to_string());
        format!("{email} (pending)")
    } else {
        lens.name(person)
    };
    // Another level keeps the restriction; the list shows the bare name (F22).
    let restricted = !entry.is_empty() && entry.values().all(|access| access.restricted);
    let present = entry.values().map(|access| access.role).max().map(|role| GrantedAccess { role, restricted });
    let remove = Act::RemoveSpaceMember { space: space.id, who, door: door(platform, viewer) };
    let reaches_all = entry.get(&platform.host_company).is_some_and(|access| access.restricted);
    let caution = (reaches_all && lens.is_guest(person, platform)).then(|| {
        let company = name(platform, platform.host_company);
        format!("The credential carries {company}: restricted, it still opens everything {company} owns.")
    });
    SpaceMemberRow {
        face: lens.face(person, id),
        title,
        role: present.map_or_else(|| "no credentials".to_owned(), |access| access.role.label().to_owned()),
        credentials: entry
            .iter()
            .map(|(organization, access)| format!("{} · {}", access.role.label(), name(platform, *organization)))
            .collect(),
        access: opened(lens, question, present),
        question,
        levels: levels(lens, platform, space, viewer, who, present, restricted),
        scopes: present.map_or_else(Vec::new, |access| scopes(lens, platform, space, viewer, who, access)),
        remove: lens.control(
            format!("Take {} out of {}", lens.first(person), space.name),
            Command::new(viewer, id, remove),
            None,
        ),
        caution,
    }
}

/// Does it open? The level is said only where it is not the one that was given: through a group, or restricted.
fn opened(lens: &Lens<'_>, question: Question, given: Option<GrantedAccess>) -> Status {
    let status = opens(lens, question);
    let is_as_given = given.is_some_and(|given| status.text == given.role.label());
    if status.tone == Tone::Good && is_as_given { Status::new(Tone::Good, "open") } else { status }
}

/// The levels offered, at the same restriction.
fn levels(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
    who: SpaceSubject,
    present: Option<GrantedAccess>,
    restricted: bool,
) -> Choices {
    let held = present.map(|access| access.role);
    AccessRole::ALL
        .into_iter()
        .filter(|role| Some(*role) == held || decide::is_offered(platform, GrantedAccess { role: *role, restricted }))
        .map(|role| {
            let access = GrantedAccess { role, restricted };
            let control = change(lens, platform, space, viewer, who, access, role.label());
            (role.label().to_owned(), (Some(role) != held).then_some(control))
        })
        .collect()
}

/// All content or one's own organization's, at the same level; only where restricted roles are offered or held.
fn scopes(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
    who: SpaceSubject,
    present: GrantedAccess,
) -> Choices {
    if !platform.has_setting(SpaceSetting::RestrictedRoles) && !present.restricted {
        return Vec::new();
    }
    [(false, "All content"), (true, "Only content of the own organization")]
        .into_iter()
        .map(|(restricted, label)| {
            let access = GrantedAccess { restricted, ..present };
            let control = change(lens, platform, space, viewer, who, access, label);
            (label.to_owned(), (restricted != present.restricted).then_some(control))
        })
        .collect()
}

fn change(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
    who: SpaceSubject,
    access: GrantedAccess,
    label: &str,
) -> Control {
    let GrantedAccess { role, restricted } = access;
    let door = door(platform, viewer);
    let act = Act::ChangeSpaceMember { space: space.id, who, role, restricted, door };
    lens.control(label, Command::new(viewer, platform.id, act), None)
}

/// The groups in the list; a group's organization is always the host company (R117).
pub(super) fn groups(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
) -> Vec<SpaceGroupRow> {
    let held = space.groups.iter().filter_map(|(group, access)| Some((platform.groups.get(group)?, *access)));
    held.map(|(group, access)| {
        let who = SpaceSubject::Group(group.id);
        let remove = Act::RemoveSpaceMember { space: space.id, who, door: door(platform, viewer) };
        SpaceGroupRow {
            group: group.id,
            title: group.name.to_string(),
            role: access.role.label().to_owned(),
            credential: format!("{} · {}", access.role.label(), name(platform, platform.host_company)),
            access: opens_for(lens, platform, space, group, access),
            levels: levels(lens, platform, space, viewer, who, Some(access), access.restricted),
            scopes: scopes(lens, platform, space, viewer, who, access),
            remove: lens.control(
                format!("Take {} out of {}", group.name, space.name),
                Command::new(viewer, platform.id, remove),
                None,
            ),
            caution: group_caution(lens, platform, group, access.restricted, &space.name),
        }
    })
    .collect()
}

/// For how many of the group the space opens (R157): members without CSV get nothing.
fn opens_for(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    group: &UserGroup,
    access: GrantedAccess,
) -> Status {
    let all = group.members.len();
    let opened = group
        .members
        .iter()
        .filter(|person| {
            let question = Question::SpaceAccess { person: **person, platform: platform.id, space: space.id };
            explain(lens.world, question).holds()
        })
        .count();
    let tone = if all > 0 && opened == 0 { Tone::Bad } else { Tone::Neutral };
    Status::new(tone, format!("{}, opens for {opened} of {}", access_words(access), count(all, "member", "members")))
}

/// C24, for a group that is in a space or would be added to it.
pub(super) fn group_caution(
    lens: &Lens<'_>,
    platform: &Platform,
    group: &UserGroup,
    restricted: bool,
    space: &str,
) -> Option<String> {
    let outsiders = outsiders(lens, platform, group);
    (restricted && !outsiders.is_empty()).then(|| caution(lens, platform, &outsiders, space))
}

/// The further doors to the members of a space.
pub(super) fn doors(lens: &Lens<'_>, platform: &Platform, space: &CollabSpace, viewer: PersonId) -> SpaceDoors {
    let refusal = platform
        .groups
        .is_empty()
        .then(|| format!("No group is defined at {} yet; the tab Groups makes one.", lens.short(platform.id)));
    let draft = AddMemberDraft {
        platform: platform.id,
        space: space.id,
        search: String::new(),
        role: AccessRole::Author,
        restricted: false,
    };
    SpaceDoors {
        groups: OpenSheet { label: "Add group(s)…".into(), draft: SheetDraft::AddGroups(draft), refusal },
        advanced: OpenSheet {
            label: "Advanced…".into(),
            draft: SheetDraft::Advanced { platform: platform.id, space: space.id, typed: String::new() },
            refusal: None,
        },
        properties: sheets::open_properties(lens, platform, space, viewer),
        new_item: sheets::open_stage(
            "New item…",
            StageKind::Item,
            &[("On platform", &platform.name), ("Space", &space.name)],
        ),
    }
}
