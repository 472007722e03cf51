//! *Grant role*: a role for a member, with the choice of both switches (R74, R97–R99).

use crate::decide::{RoleList, assign_switch, restrict_switch, role_list};
use crate::domain::{Act, Command, GrantTerms, PersonId, Platform, PlatformId, RoleId};
use crate::view::build::members::without_prerequisites;
use crate::view::{
    GrantChoice, GrantData, Lens, OpenSheet, SheetBody, SheetData, SheetDraft, Status, Tone, WizardSwitch, text,
};

/// The roles that can still be granted. Where both switches are fixed the line grants at once; else it asks.
pub(in crate::view::build) fn choices(
    lens: &Lens<'_>,
    platform: &Platform,
    viewer: PersonId,
    person: PersonId,
) -> Vec<GrantChoice> {
    lens.world
        .roles()
        .iter()
        .filter(|role| !platform.is_granted(person, role.id))
        .filter_map(|role| {
            let list = role_list(lens.world, platform, role.id);
            (list != RoleList::Neither).then(|| choice(lens, platform, viewer, person, role.id, list))
        })
        .collect()
}

fn choice(
    lens: &Lens<'_>,
    platform: &Platform,
    viewer: PersonId,
    person: PersonId,
    role: RoleId,
    list: RoleList,
) -> GrantChoice {
    let has_choice = has_choice(lens, platform, role);
    let free = platform.grants_without_license() && lens.world.kind(role).can_be_unassigned();
    let terms = if free { GrantTerms::without_license() } else { GrantTerms::with_license() };
    let label = if terms.assign_license { format!("{} (takes a license)", lens.role(role)) } else { lens.role(role) };
    let act = Act::GrantRole { person, role, terms };
    let ask = has_choice.then(|| OpenSheet {
        label: format!("{}…", lens.role(role)),
        draft: SheetDraft::Grant { platform: platform.id, person, role, terms },
        refusal: None,
    });
    GrantChoice {
        is_without_license: list == RoleList::WithoutAnyLicense,
        control: lens.control(label, Command::new(viewer, platform.id, act), None),
        ask,
    }
}

/// Is one of the two switches offered for this role?
fn has_choice(lens: &Lens<'_>, platform: &Platform, role: RoleId) -> bool {
    platform.owns(role)
        && (assign_switch(lens.world, platform, role, false).is_ok()
            || restrict_switch(lens.world, platform, role, true).is_ok())
}

/// The dialog.
pub(super) fn grant(
    lens: &Lens<'_>,
    platform: PlatformId,
    person: PersonId,
    role: RoleId,
    terms: GrantTerms,
) -> Option<SheetData> {
    let found = lens.world.platform(platform)?;
    let viewer = lens.viewer(platform)?;
    found.member(person)?;
    let command = Command::new(viewer, platform, Act::GrantRole { person, role, terms });
    let assign = match assign_switch(lens.world, found, role, terms.assign_license) {
        Ok(()) => WizardSwitch::Shown { on: terms.assign_license, disabled: None },
        Err(hidden) => WizardSwitch::Hidden(text::assign_hidden(hidden, terms.assign_license, &lens.short(platform)).1),
    };
    let restrict = match restrict_switch(lens.world, found, role, terms.assign_license) {
        Ok(()) => WizardSwitch::Shown { on: terms.restrict_usage.unwrap_or(true), disabled: None },
        Err(hidden) => WizardSwitch::Hidden(text::restrict_hidden(hidden).1.to_owned()),
    };
    let (remaining, owned) = (found.remaining(role), found.pools.get(&role).map_or(0, |pool| pool.purchased));
    let tone = if remaining == 0 { Tone::Bad } else { Tone::Neutral };
    let left = if remaining == 0 { text::not_enough(remaining) } else { format!("{remaining} of {owned} remaining") };
    let mut notes = vec![Status::new(tone, left)];
    notes.extend(without_prerequisites(lens, found, person, role).map(|warning| Status::new(Tone::Caution, warning)));
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: format!("Grant role: {}", lens.role_short(role)),
        lead: format!("{} gets {} at {}.", lens.name(person), lens.role(role), lens.platform(platform)),
        body: SheetBody::Grant(GrantData { assign, restrict }),
        notes,
        commit: Some(lens.control("Grant", command, None)),
    })
}
