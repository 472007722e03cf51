//! What stands in the smaller dialogs of the Members Control Center: locations and roles to tick.

use egui::Ui;

use super::invite;
use crate::domain::LocationId;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, InviteEdit, UiCommand, theme};
use crate::view::{LocationChoice, RoleChoices, SheetDraft};

/// Locations to tick, and a field for another one.
pub(super) fn locations_ui(ui: &mut Ui, locations: &[LocationChoice], draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Locations { platform, chosen, typed } = draft else { return };
    let tokens = theme::tokens(ui);
    let mut wish = |chosen: Vec<LocationId>, typed: String| {
        queue.push(UiCommand::SetSheet(Some(SheetDraft::Locations { platform: *platform, chosen, typed })));
    };
    for choice in locations {
        let mut on = choice.is_ticked;
        widgets::divider(ui);
        if widgets::switch_row(ui, &mut on, choice.location.as_str(), Ok(()), |_| ()).changed() {
            let mut chosen = chosen.clone();
            chosen.retain(|location| *location != choice.location);
            if on {
                chosen.push(choice.location);
            }
            wish(chosen, typed.clone());
        }
    }
    ui.add_space(tokens.space.base);
    ui.horizontal(|ui| {
        let mut other = typed.clone();
        let width = (ui.available_width() - 90.0).clamp(80.0, 260.0);
        if widgets::text_field(ui, &mut other, "Another location", "Another location", width).changed() {
            wish(chosen.clone(), other);
        }
        let name = typed.trim();
        let enabled = if name.is_empty() { Err("Type its name first.".to_owned()) } else { Ok(()) };
        if Button::new("Add location").enabled(enabled).show(ui).clicked() {
            let mut chosen = chosen.clone();
            let location = LocationId::new(name);
            if !chosen.contains(&location) {
                chosen.push(location);
            }
            wish(chosen, String::new());
        }
    });
}

/// Roles to tick with their switches, all or only the selected ones (F8).
pub(super) fn roles_ui(ui: &mut Ui, roles: &RoleChoices, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::DefaultRoles { platform, roles: typed, only_selected } = draft else { return };
    let tokens = theme::tokens(ui);
    let mut search = typed.search.clone();
    let width = ui.available_width() - 2.0;
    if widgets::search_field(ui, &mut search, "Search Roles", width).changed() {
        queue.push(UiCommand::EditSheetRoles(InviteEdit::Search(search)));
    }
    let mut place = usize::from(*only_selected);
    if widgets::segmented(ui, &mut place, &["View all", "View selected roles only"], "Roles shown").changed() {
        queue.push(UiCommand::SetSheet(Some(SheetDraft::DefaultRoles {
            platform: *platform,
            roles: typed.clone(),
            only_selected: place == 1,
        })));
    }
    ui.add_space(tokens.space.tight);
    // The lists are those of the wizard; what they ask for is meant for this dialog.
    let mut asked = CommandQueue::default();
    invite::list_ui(ui, "Available roles with licenses", &roles.with_licenses, typed, &mut asked);
    if let Some(without) = &roles.without_license {
        ui.add_space(tokens.space.base);
        invite::list_ui(ui, "Available roles without any license", without, typed, &mut asked);
    }
    for command in asked.drain() {
        queue.push(match command {
            UiCommand::EditInvite(edit) => UiCommand::EditSheetRoles(edit),
            other => other,
        });
    }
}
