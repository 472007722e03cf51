//! *Default roles to assign*: what people get who are invited by a member (R106, F8, C21).

use super::refusal_of;
use crate::domain::{Act, Command, InvitedRole, PersonId, Platform, PlatformId, RoleId};
use crate::view::build::dialogs::{is_short, lists};
use crate::view::draft::terms;
use crate::view::lens::{count, list};
use crate::view::{InviteDraft, Lens, OpenSheet, RoleChoices, SheetBody, SheetData, SheetDraft, Status, Tone, draft};

/// The link beside the option, with the roles that hold now ticked.
pub(in crate::view::build) fn open(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> OpenSheet {
    let mut roles = draft::new_draft(lens.world, platform.id);
    for (role, terms) in &platform.default_roles {
        let invited =
            InvitedRole { role: *role, assign_license: terms.assign_license, restrict_usage: terms.restrict_usage };
        roles.roles.insert(*role, invited);
    }
    let probe = Command::new(viewer, platform.id, order(lens, platform, &roles));
    OpenSheet {
        label: "(select default roles to assign)".into(),
        draft: SheetDraft::DefaultRoles { platform: platform.id, roles: Box::new(roles), only_selected: false },
        refusal: refusal_of(lens, &probe).filter(|_| !platform.is_administered_by(viewer)),
    }
}

/// What *Apply* submits. While every grant takes a license, so do these (C21).
fn order(lens: &Lens<'_>, platform: &Platform, draft: &InviteDraft) -> Act {
    Act::SetDefaultRoles { roles: draft.roles.values().map(|invited| terms(lens.world, platform, invited)).collect() }
}

/// The dialog.
pub(super) fn default_roles(
    lens: &Lens<'_>,
    platform: PlatformId,
    draft: &InviteDraft,
    only_selected: bool,
) -> Option<SheetData> {
    let found = lens.world.platform(platform)?;
    let viewer = lens.viewer(platform)?;
    let (mut with_licenses, mut without) = lists(lens, found, draft, 0);
    if only_selected {
        with_licenses.retain(|role| role.is_ticked);
        without.retain(|role| role.is_ticked);
    }
    let command = Command::new(viewer, platform, order(lens, found, draft));
    let option_on = found.grants_without_license();
    let ticked = draft.roles.len();
    let body = RoleChoices { with_licenses, without_license: option_on.then_some(without), ticked };
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: "Default roles to assign".into(),
        lead: "New members will be granted the following roles:".into(),
        notes: notes(lens, found, draft),
        body: SheetBody::Roles(body),
        commit: Some(lens.control("Apply", command, None)),
    })
}

/// What these roles mean for somebody who is invited by sharing.
fn notes(lens: &Lens<'_>, platform: &Platform, draft: &InviteDraft) -> Vec<Status> {
    let mut notes = Vec::new();
    if !platform.grants_without_license() {
        let words = "Every grant takes a license here, so each new member takes one of each role.";
        notes.push(Status::new(Tone::Neutral, words));
        return notes;
    }
    let asked = draft.roles.values().map(|invited| terms(lens.world, platform, invited));
    let taken: Vec<RoleId> = asked.filter(|invited| invited.assign_license).map(|invited| invited.role).collect();
    notes.push(if taken.is_empty() {
        Status::new(Tone::Caution, "No license is given. People without one on a platform of their own cannot connect.")
    } else {
        let names: Vec<String> = taken.iter().map(|role| lens.role_short(*role)).collect();
        let words =
            format!("Each new member takes {} here: {}.", count(taken.len(), "license", "licenses"), list(&names));
        Status::new(Tone::Neutral, words)
    });
    if taken.iter().any(|role| is_short(lens, platform, *role, 1)) {
        notes.push(Status::new(Tone::Caution, "Without a license left, an invitation by sharing is refused."));
    }
    notes
}
