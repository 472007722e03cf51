//! What is selected in the smaller places of the window.

use crate::domain::{Act, Command, PlatformId, SpaceSubject, World};
use crate::ui::{InviteEdit, UiCommand};
use crate::view::{Dialog, InviteDraft, Listing, PanelTab, Selection, SheetDraft, draft};

/// Wishes that concern the smaller dialogs and the groups. False: it is the window's.
pub(super) fn select(selection: &mut Selection, command: UiCommand) -> bool {
    match command {
        UiCommand::Reach { listing, first, count } => {
            selection.reached.insert(listing, (first, count));
        }
        UiCommand::SetSheet(draft) => {
            if draft.is_some() && selection.sheet.is_none() {
                selection.open(Dialog::Sheet);
            }
            selection.reached.remove(&Listing::Sheet);
            if let Some(SheetDraft::Import { platform, text, .. }) = &draft {
                selection.imports.insert(*platform, text.clone());
            }
            selection.sheet = draft;
            selection.refused = None;
        }
        UiCommand::Look(look) => {
            if let Some(book) = &mut selection.drill {
                book.look(look);
            }
        }
        UiCommand::ToggleGroup { platform, group } => {
            if selection.open_groups.get(&platform) == Some(&group) {
                selection.open_groups.remove(&platform);
            } else {
                selection.open_groups.insert(platform, group);
            }
        }
        UiCommand::EditNewSpace { platform, name } => {
            selection.new_space.insert(platform, name);
        }
        UiCommand::EditNewGroup { platform, name } => {
            selection.new_group.insert(platform, name);
        }
        _ => return false,
    }
    true
}

/// Turns the panels to what was just done; `world` is the one after it.
pub(super) fn follow(selection: &mut Selection, world: &World, command: &Command) {
    let Command::Do { by, on, act } = command else { return };
    match act {
        Act::Invite { emails, .. } => {
            selection.invite = None;
            let invited = emails.first().and_then(|email| world.person_by_email(*email));
            if let Some(person) = invited.map(|person| person.id) {
                selection.open_members.insert(*on, person);
                selection.focus = Some(person);
            }
        }
        Act::AddSpaceMember { space, who, .. } => {
            selection.add_member = None;
            selection.open_spaces.insert(*on, *space);
            if let SpaceSubject::Person(person) = who {
                selection.focus = Some(*person);
            }
        }
        Act::CreateSpace { space, .. } => {
            selection.new_space.remove(on);
            selection.open_spaces.insert(*on, *space);
        }
        Act::CreateGroup { group, .. } => {
            selection.new_group.remove(on);
            selection.open_groups.insert(*on, *group);
        }
        Act::JoinGroup { person, .. } => selection.focus = Some(*person),
        Act::SwitchPlatform => {
            selection.viewers.insert(*on, *by);
            selection.tabs.insert(*on, PanelTab::View);
            selection.focus = Some(*by);
        }
        Act::AcceptInvitation { .. } => selection.focus = Some(*by),
        _ => {}
    }
}

/// What Esc closes: the dialog on top. A wizard in which somebody has typed stays; it has a button.
pub(super) fn closed_by_escape(selection: &Selection) -> Option<UiCommand> {
    let is_blank = |draft: &InviteDraft| draft.emails.trim().is_empty();
    match selection.dialog()? {
        Dialog::Sheet => Some(UiCommand::SetSheet(None)),
        Dialog::AddMember => Some(UiCommand::CloseAddMember),
        Dialog::Invite => {
            selection.invite.as_ref().filter(|(_, draft)| is_blank(draft)).map(|_| UiCommand::CloseInvite)
        }
    }
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
