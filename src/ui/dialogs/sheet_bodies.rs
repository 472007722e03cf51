//! What stands in the smaller dialogs: locations and roles to tick, a grant, sharing, licenses, clock, readings.

use egui::{Align, Label, Layout, Ui};

use super::invite;
use crate::domain::{GrantTerms, LocationId};
use crate::ui::panels::parts as shared;
use crate::ui::panels::rows::rows_ui;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, InviteEdit, UiCommand, text, theme};
use crate::view::{
    ClockData, Control, GrantData, Listing, LocationChoice, MessageDraft, ReadingRow, RoleChoices, ShareData,
    SheetDraft, WizardSwitch,
};

/// How many lines of a message are in view.
const MESSAGE_ROWS: usize = 16;

/// The words of a message, which can still be changed, and what becomes of them.
pub(super) fn message_ui(ui: &mut Ui, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Message(draft) = draft else { return };
    ui.horizontal(|ui| {
        if widgets::primary_button(ui, "Copy").clicked() {
            queue.push(UiCommand::CopyText(draft.text.clone()));
        }
        if widgets::button(ui, "Save…").clicked() {
            queue.push(UiCommand::SaveMessage(draft.clone()));
        }
    });
    ui.add_space(theme::tokens(ui).space.near);
    let mut words = draft.text.clone();
    if widgets::text_area(ui, &mut words, "Words of the message", "", MESSAGE_ROWS).changed() {
        let changed = MessageDraft { text: words, ..MessageDraft::clone(draft) };
        queue.push(UiCommand::SetSheet(Some(SheetDraft::Message(Box::new(changed)))));
    }
}

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
        let width = tokens.width.name_field.hold(ui.available_width() - tokens.width.button_beside);
        let field = widgets::text_field(ui, &mut other, "Another location", "Another location", width);
        if field.changed() {
            wish(chosen.clone(), other);
        }
        let name = typed.trim();
        let is_entered = shared::is_entered(ui, &field) && !name.is_empty();
        let enabled = if name.is_empty() { Err("Type its name first.".to_owned()) } else { Ok(()) };
        if Button::new("Add location").enabled(enabled).show(ui).clicked() || is_entered {
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
    let width = ui.available_width() - theme::tokens(ui).space.hair;
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
    invite::lists_ui(ui, &roles.with_licenses, roles.without_license.as_deref(), typed, &mut asked);
    for command in asked.drain() {
        queue.push(match command {
            UiCommand::EditInvite(edit) => UiCommand::EditSheetRoles(edit),
            other => other,
        });
    }
}

/// The two switches of a grant.
pub(super) fn grant_ui(ui: &mut Ui, data: &GrantData, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Grant { platform, person, role, terms } = draft else { return };
    let mut wish = |terms: GrantTerms| {
        let (platform, person, role) = (*platform, *person, *role);
        queue.push(UiCommand::SetSheet(Some(SheetDraft::Grant { platform, person, role, terms })));
    };
    if let Some(on) = switch_ui(ui, "Assign License", &data.assign) {
        wish(GrantTerms { assign_license: on, restrict_usage: None });
    }
    widgets::divider(ui);
    if let Some(on) = switch_ui(ui, "Restrict Usage to this Platform", &data.restrict) {
        wish(GrantTerms { restrict_usage: Some(on), ..*terms });
    }
}

/// A switch, or the words in its place; the new state when it was flipped.
fn switch_ui(ui: &mut Ui, label: &str, switch: &WizardSwitch) -> Option<bool> {
    match switch {
        WizardSwitch::Shown { on, disabled } => {
            let mut shown = *on;
            let enabled = shared::reason(disabled.as_ref());
            widgets::switch_row(ui, &mut shown, label, enabled, |_| ()).changed().then_some(shown)
        }
        WizardSwitch::Hidden(words) => {
            shared::wrapped(ui, text::dim(ui, format!("{label}: {words}")));
            None
        }
    }
}

/// How many licenses, and their last day.
pub(super) fn pool_ui(ui: &mut Ui, commit: Option<&Control>, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Pool { platform, role, purchased, last_day } = draft else { return };
    let mut typed = [purchased.clone(), last_day.clone()];
    let mut has_changed = false;
    for (field, label) in typed.iter_mut().zip(["Purchased", "Last valid day"]) {
        widgets::section_heading(ui, label);
        let response = widgets::text_field(ui, field, label, "0", theme::tokens(ui).width.number_field);
        if label == "Purchased" {
            widgets::focus_when_new(&response);
        }
        has_changed |= response.changed();
        if let Some(commit) = commit {
            shared::submit_on_enter(ui, &response, commit, queue);
        }
    }
    let [purchased, last_day] = typed;
    if has_changed {
        let draft = SheetDraft::Pool { platform: *platform, role: *role, purchased, last_day };
        queue.push(UiCommand::SetSheet(Some(draft)));
    }
}

/// The title of a space.
pub(super) fn properties_ui(ui: &mut Ui, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Properties { platform, space, name } = draft else { return };
    widgets::section_heading(ui, "Title");
    let mut typed = name.clone();
    let width = ui.available_width() - theme::tokens(ui).space.hair;
    let field = widgets::text_field(ui, &mut typed, "Title", "Title", width);
    widgets::focus_when_new(&field);
    if field.changed() {
        let draft = SheetDraft::Properties { platform: *platform, space: *space, name: typed };
        queue.push(UiCommand::SetSheet(Some(draft)));
    }
}

/// Steps of the clock and a day to type.
pub(super) fn clock_ui(ui: &mut Ui, data: &ClockData, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Clock { typed } = draft else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::tokens(ui).space.base;
        for step in data.steps.iter().chain(data.expiry.iter().map(|(control, _)| control)) {
            shared::control_button(ui, step, Button::new(&step.label), queue);
        }
    });
    if let Some((control, words)) = &data.expiry {
        shared::wrapped(ui, text::dim(ui, format!("{}: {words}.", control.label)));
    }
    ui.add_space(theme::tokens(ui).space.tight);
    ui.horizontal(|ui| {
        let mut day = typed.clone();
        let field = widgets::text_field(ui, &mut day, "Day", "Day", theme::tokens(ui).width.number_field);
        widgets::focus_when_new(&field);
        if field.changed() {
            queue.push(UiCommand::SetSheet(Some(SheetDraft::Clock { typed: day })));
        }
        shared::submit_on_enter(ui, &field, &data.go, queue);
        shared::control_button(ui, &data.go, Button::new(&data.go.label), queue);
    });
}

/// A switch for each reading, with both sides in words; the one that holds is the darker one.
pub(super) fn readings_ui(ui: &mut Ui, rows: &[ReadingRow], queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    for row in rows {
        widgets::divider(ui);
        ui.push_id(&row.title, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = tokens.space.base;
                shared::control_switch(ui, row.is_alternative, &row.control, queue);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = tokens.space.hair;
                    ui.add_space(tokens.space.hair);
                    shared::wrapped(ui, text::strong(ui, &row.title));
                    for (side, words, holds) in
                        [("Off", &row.default, !row.is_alternative), ("On", &row.alternative, row.is_alternative)]
                    {
                        let holds_now = if holds { " (holds now)" } else { "" };
                        let words = format!("{side}{holds_now}: {words}");
                        let shown = if holds { text::body(ui, words) } else { text::dim(ui, words) };
                        shared::wrapped(ui, shown);
                    }
                    shared::wrapped(ui, text::faint(ui, &row.source));
                });
            });
            ui.add_space(tokens.space.tight);
        });
    }
}

/// A name or an address, the members who match, and with whom the item is shared already.
pub(super) fn share_ui(
    ui: &mut Ui,
    data: &ShareData,
    commit: Option<&Control>,
    draft: &SheetDraft,
    queue: &mut CommandQueue,
) {
    let SheetDraft::Share { platform, item, typed } = draft else { return };
    let tokens = theme::tokens(ui);
    let mut search = typed.clone();
    let width = ui.available_width() - theme::tokens(ui).space.hair;
    let field = widgets::search_field(ui, &mut search, "Enter a name or an address", width);
    widgets::focus_when_new(&field);
    if field.changed() {
        let draft = SheetDraft::Share { platform: *platform, item: *item, typed: search };
        queue.push(UiCommand::SetSheet(Some(draft)));
    }
    let first = data.matches.get(0).map(|found| &found.control);
    // Where nobody is found, the address itself counts, as in the button at the foot.
    let entered = first.or(commit).filter(|control| control.refusal.is_none());
    let entered = entered.map(|control| (control.label.as_str(), &control.command));
    let is_entered = shared::enter_adds(ui, (&field, typed), entered, queue);
    rows_ui(ui, Listing::Sheet, &data.matches, tokens.usual.card, queue, |ui, found, at, queue| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = Button::new("Share").name(&found.control.label);
                shared::control_button(ui, &found.control, button, queue);
                if is_entered && at.place() == 0 {
                    widgets::key_cap(ui, "Enter");
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = tokens.space.hair;
                    let title = widgets::name(ui, text::strong(ui, &found.title));
                    at.tell(ui, &title);
                    ui.add(Label::new(text::small(ui, &found.detail).color(tokens.color.dim)).truncate());
                });
            });
        });
        shared::tried_ui(ui, found.control.tried.as_ref(), queue);
    });
    if !data.shared_with.is_empty() {
        shared::wrapped(ui, text::dim(ui, format!("Shared with {}.", data.shared_with.join(", "))));
    }
}
