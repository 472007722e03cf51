//! What is selected in the smaller places of the window.

use crate::domain::{PlatformId, World};
use crate::ui::{InviteEdit, UiCommand};
use crate::view::{Dialog, InviteDraft, Listing, Selection, draft};

/// Wishes that concern the smaller dialogs and the groups. False: it is the window's.
pub(super) fn select(selection: &mut Selection, command: UiCommand) -> bool {
    match command {
        UiCommand::Reach { listing, first, count } => {
            selection.reached.insert(listing, (first, count));
        }
        UiCommand::SetSheet(draft) => {
            selection.reached.remove(&Listing::Sheet);
            if draft.is_some() && selection.sheet.is_none() {
                selection.open(Dialog::Sheet);
            }
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
