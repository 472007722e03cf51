//! What is selected in the smaller places of the window, and where a step of a lesson points to.

use crate::domain::{PlatformId, World};
use crate::ui::{InviteEdit, UiCommand};
use crate::view::{InviteDraft, Selection, Spot, draft};

/// Wishes that concern the smaller dialogs and the groups. False: it is the window's.
pub(super) fn select(selection: &mut Selection, command: UiCommand) -> bool {
    match command {
        UiCommand::SetSheet(draft) => {
            selection.sheet = draft;
            selection.refused = None;
        }
        UiCommand::ToggleGroup { platform, group } => {
            if selection.open_groups.get(&platform) == Some(&group) {
                selection.open_groups.remove(&platform);
            } else {
                selection.open_groups.insert(platform, group);
            }
        }
        UiCommand::EditNewGroup { platform, name } => {
            selection.new_group.insert(platform, name);
        }
        _ => return false,
    }
    true
}

/// Changes a draft of roles: of the wizard, or of a dialog that has the same lists.
pub(super) fn edit_roles(world: &World, platform: PlatformId, draft: &mut InviteDraft, edit: InviteEdit) {
    match edit {
        InviteEdit::Step(step) => draft.step = step,
        InviteEdit::Emails(emails) => draft.emails = emails,
        InviteEdit::Right(right) => draft.right = Some(right),
        InviteEdit::Location(location) => draft.location = location,
        InviteEdit::Organization(organization) => draft.organization = organization,
        InviteEdit::Search(search) => draft.search = search,
        InviteEdit::OnlyWithoutLicense(on) => draft.only_without_license = on,
        InviteEdit::Tick(role, true) => draft::tick(world, platform, draft, role),
        InviteEdit::Tick(role, false) => draft::untick(draft, role),
        InviteEdit::Terms(invited) => {
            draft.roles.insert(invited.role, invited);
        }
    }
}

/// The place of a step as the window knows it.
pub(super) fn spot(step: crate::content::StepSpot) -> Spot {
    use crate::content::StepSpot as S;
    match step {
        S::Option { platform, option } => Spot::Option(platform, option),
        S::Setting { platform, setting } => Spot::Setting(platform, setting),
        S::InviteButton { platform } => Spot::InviteButton(platform),
        S::Member { platform, person } => Spot::Member(platform, person),
        S::AssignLicense { platform, person, role } => Spot::AssignLicense(platform, person, role),
        S::RestrictUsage { platform, person, role } => Spot::RestrictUsage(platform, person, role),
        S::GrantRole { platform, person } => Spot::GrantRole(platform, person),
        S::Space { platform, space } => Spot::Space(platform, space),
        S::Mail { platform, person } => Spot::Mail(platform, person),
        S::PlatformMenu { platform, person } => Spot::PlatformMenu(platform, person),
        S::Pools { platform } => Spot::Pools(platform),
    }
}
