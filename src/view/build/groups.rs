//! Fills the User Groups app (R90, R117, R129, R130, R157, C24, E5, F28, F29).

use super::members::subtitle;
use super::organizations::access_words;
use super::spaces::slug;
use crate::decide::{RoleList, role_list};
use crate::domain::{Act, Command, GroupId, Membership, PersonId, Platform, RoleId, UserGroup};
use crate::view::lens::{count, is_same, list};
use crate::view::{Control, GroupMemberRow, GroupRoleRow, GroupRow, GroupsData, Lens, Listing, Rows, TabData};

/// Everybody sees the groups; administrators change them.
pub(super) fn groups(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> TabData {
    let note = (!platform.is_administered_by(viewer)).then(|| {
        let others = lens.administrators(platform.id).unwrap_or_else(|| "nobody yet".to_owned());
        format!("Members and roles of groups are changed by an administrator: {others}.")
    });
    let all = platform.groups.values();
    TabData::Groups(GroupsData {
        groups: Rows::fill(lens, Listing::Groups(platform.id), platform.groups.len(), all, |group| {
            row(lens, platform, group, viewer)
        }),
        note,
        create: create(lens, platform, viewer),
    })
}

fn create(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> Control {
    let name = lens.selection.new_group.get(&platform.id).cloned().unwrap_or_default();
    let act = Act::CreateGroup { group: GroupId::new(&slug(&name)), name: name.trim().to_owned() };
    let mut control = lens.control("Create group", Command::new(viewer, platform.id, act), None);
    if name.trim().is_empty() && control.refusal.is_some() {
        control = control.greyed("Type a name first.");
    }
    control
}

fn row(lens: &Lens<'_>, platform: &Platform, group: &UserGroup, viewer: PersonId) -> GroupRow {
    let is_open = lens.selection.open_groups.get(&platform.id) == Some(&group.id);
    let before = lens.before.and_then(|world| world.platform(platform.id)).and_then(|old| old.groups.get(&group.id));
    let spaces: Vec<(String, String)> = platform
        .spaces
        .values()
        .filter_map(|space| space.groups.get(&group.id).map(|access| (space.name.to_string(), access_words(*access))))
        .collect();
    let mut summary =
        format!("{}, {}", count(group.members.len(), "member", "members"), count(group.roles.len(), "role", "roles"));
    if !spaces.is_empty() {
        let names: Vec<String> = spaces.iter().map(|(name, _)| name.clone()).collect();
        summary = format!("{summary}, in {}", list(&names));
    }
    let mut shown = GroupRow {
        group: group.id,
        name: group.name.to_string(),
        summary,
        is_open,
        has_changed: lens.before.is_some() && !before.is_some_and(|old| is_same(old.as_ref(), group)),
        members: Rows::none(),
        joins: Rows::none(),
        roles: Vec::new(),
        grants: Vec::new(),
        spaces,
        cautions: Vec::new(),
    };
    if is_open {
        let command = |act: Act| Command::new(viewer, platform.id, act);
        shown.members = members(lens, platform, group, &command);
        shown.joins = joins(lens, platform, group, &command);
        shown.roles = roles(lens, platform, group, &command);
        shown.grants = grants(lens, platform, group, &command);
        shown.cautions = cautions(lens, platform, group);
    }
    shown
}

fn members(
    lens: &Lens<'_>,
    platform: &Platform,
    group: &UserGroup,
    command: &dyn Fn(Act) -> Command,
) -> Rows<GroupMemberRow> {
    let known = lens.world.in_order(group.members.iter().copied());
    Rows::fill(lens, Listing::GroupMembers(platform.id, group.id), known.len(), known.iter(), |person| GroupMemberRow {
        face: lens.face(*person, platform.id),
        detail: platform
            .member(*person)
            .map_or_else(String::new, |member| subtitle(lens, platform, *person, member).text),
        leave: lens.control(
            format!("Take {} out of {}", lens.name(*person), group.name),
            command(Act::LeaveGroup { group: group.id, person: *person }),
            None,
        ),
    })
}

/// Everybody who is not in it; pending people are greyed with the reason (F28).
fn joins(lens: &Lens<'_>, platform: &Platform, group: &UserGroup, command: &dyn Fn(Act) -> Command) -> Rows<Control> {
    let members = &lens.world.roll(platform.id).members;
    let others = || members.iter().filter(|person| !group.members.contains(person));
    let total = members.len().saturating_sub(group.members.len());
    let listing = Listing::Joins(platform.id, group.id);
    let label = |person: PersonId| lens.face(person, platform.id).name;
    Rows::fill(lens, listing, total, others(), |person| {
        let act = Act::JoinGroup { group: group.id, person };
        let mut control = lens.control(label(person), command(act), None);
        let is_pending = platform.member(person).is_some_and(|member| member.membership == Membership::Pending);
        if is_pending && control.refusal.is_some() {
            control = control.greyed("Only people who have connected can be in a group.");
        }
        control
    })
    .labelled(lens, listing, others().map(label))
}

fn roles(
    lens: &Lens<'_>,
    platform: &Platform,
    group: &UserGroup,
    command: &dyn Fn(Act) -> Command,
) -> Vec<GroupRoleRow> {
    let granted = lens.world.roles().iter().filter(|role| group.roles.contains(&role.id));
    granted
        .map(|role| {
            let holding = group.members.iter().filter(|person| platform.seat(**person, role.id).is_some()).count();
            GroupRoleRow {
                name: role.short.to_string(),
                detail: format!("{holding} of {} with a license here", count(group.members.len(), "member", "members")),
                ungrant: lens.control(
                    format!("Take {} from {}", role.short, group.name),
                    command(Act::UngrantGroupRole { group: group.id, role: role.id }),
                    None,
                ),
            }
        })
        .collect()
}

fn grants(lens: &Lens<'_>, platform: &Platform, group: &UserGroup, command: &dyn Fn(Act) -> Command) -> Vec<Control> {
    let can_be = |role: RoleId| {
        role != RoleId::ifw()
            && !group.roles.contains(&role)
            && role_list(lens.world, platform, role) != RoleList::Neither
    };
    lens.world
        .roles()
        .iter()
        .filter(|role| can_be(role.id))
        .map(|role| {
            let act = Act::GrantGroupRole { group: group.id, role: role.id };
            lens.control(role.name.to_string(), command(act), None)
        })
        .collect()
}

/// A group with a restricted access role opens what the host company owns, to outsiders in it too (C24).
fn cautions(lens: &Lens<'_>, platform: &Platform, group: &UserGroup) -> Vec<String> {
    let restricted: Vec<String> = platform
        .spaces
        .values()
        .filter(|space| space.groups.get(&group.id).is_some_and(|access| access.restricted))
        .map(|space| space.name.to_string())
        .collect();
    // First what is at hand; whoever is in the group is looked through only when it matters.
    if restricted.is_empty() {
        return Vec::new();
    }
    let outsiders = outsiders(lens, platform, group);
    if outsiders.is_empty() {
        return Vec::new();
    }
    vec![caution(lens, platform, &outsiders, &list(&restricted))]
}

/// Who in a group is from outside.
pub(super) fn outsiders(lens: &Lens<'_>, platform: &Platform, group: &UserGroup) -> Vec<String> {
    let is_outsider = |person: &&PersonId| lens.world.is_outsider(**person, platform.id);
    group.members.iter().filter(is_outsider).map(|person| lens.first(*person)).collect()
}

/// The words of C24.
pub(super) fn caution(lens: &Lens<'_>, platform: &Platform, outsiders: &[String], space: &str) -> String {
    let company = platform
        .organizations
        .get(&platform.host_company)
        .map_or_else(|| lens.short(platform.id), |organization| organization.name.to_string());
    format!(
        "A group always belongs to {company}: with a restricted access role it opens what {company} owns in {space} to \
         {} too.",
        list(outsiders)
    )
}
