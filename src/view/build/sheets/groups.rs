//! *Add group(s)*: a group as a member of a space (R112, R117, R129, R157, C24, C25, F20).

use crate::decide;
use crate::domain::{AccessRole, Act, Command, GrantedAccess, SpaceSetting, SpaceSubject};
use crate::view::build::dialogs::{role_help, row_label};
use crate::view::build::space_members::group_caution;
use crate::view::build::spaces::door;
use crate::view::lens::count;
use crate::view::{AddMemberDraft, GroupMatch, GroupPick, Lens, SheetBody, SheetData};

/// The dialog.
pub(super) fn add_groups(lens: &Lens<'_>, draft: &AddMemberDraft) -> Option<SheetData> {
    let platform = lens.world.platform(draft.platform)?;
    let space = platform.space(draft.space)?;
    let viewer = lens.viewer(draft.platform)?;
    let wanted = draft.search.trim().to_lowercase();
    let offered = decide::is_offered(platform, GrantedAccess { role: draft.role, restricted: true });
    let restricted = platform.has_setting(SpaceSetting::RestrictedRoles).then_some(draft.restricted && offered);
    let company = super::super::organizations::name(platform, platform.host_company);
    let fitting = platform
        .groups
        .values()
        .filter(|group| !space.groups.contains_key(&group.id) && group.name.to_lowercase().contains(&wanted));
    let matches: Vec<GroupMatch> = fitting
        .map(|group| {
            let act = Act::AddSpaceMember {
                space: space.id,
                who: SpaceSubject::Group(group.id),
                role: draft.role,
                restricted: restricted.unwrap_or_default(),
                organization: None,
                door: door(platform, viewer),
            };
            GroupMatch {
                title: group.name.to_string(),
                detail: format!("{} · {company}", count(group.members.len(), "member", "members")),
                control: lens.control(format!("Add {}", group.name), Command::new(viewer, platform.id, act), None),
                caution: group_caution(lens, platform, group, restricted.unwrap_or_default(), &space.name),
            }
        })
        .collect();
    Some(SheetData {
        platform: Some(platform.id),
        color: Some(lens.color(platform.id)),
        title: format!("Add group(s): {}", space.name),
        lead: format!(
            "Everybody in the group who has {} gets in; a group’s organization is always {company}.",
            lens.role_short(crate::domain::RoleId::csv())
        ),
        body: SheetBody::Groups(GroupPick {
            hint: if platform.groups.is_empty() {
                "No group is defined here yet; the tab Groups makes one.".into()
            } else {
                "No group of this name is missing here.".into()
            },
            matches,
            roles: AccessRole::ALL
                .into_iter()
                .filter(|role| decide::is_offered(platform, GrantedAccess::whole(*role)))
                .map(|role| (role, row_label(role, restricted), role_help(role).to_owned()))
                .collect(),
            role: draft.role,
            restricted,
        }),
        notes: Vec::new(),
        commit: None,
    })
}
