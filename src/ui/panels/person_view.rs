//! What the signed-in person sees: apps, spaces, content.

use egui::{Align, Layout, Ui};
use lucide_icons::Icon;

use super::{parts, spaces};
use crate::ui::widgets::{self, CardStyle};
use crate::ui::{CommandQueue, text, theme};
use crate::view::{AppsRow, PersonViewData, SeenSpace};

/// Draws the view of a person.
pub fn person_view_ui(ui: &mut Ui, data: &PersonViewData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::section_heading(ui, "Apps by role");
    if data.apps.is_empty() {
        parts::wrapped(ui, text::dim(ui, "No roles, no apps."));
    }
    for (place, row) in data.apps.iter().enumerate() {
        ui.push_id(("apps", place), |ui| apps_ui(ui, row, queue));
    }
    ui.add_space(tokens.space.row);
    widgets::section_heading(ui, "Spaces and content");
    if let Some(nothing) = &data.nothing {
        parts::wrapped(ui, text::dim(ui, nothing));
    }
    for (place, space) in data.spaces.iter().enumerate() {
        ui.push_id(("space", place), |ui| space_ui(ui, space, queue));
    }
}

fn apps_ui(ui: &mut Ui, row: &AppsRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::card(ui, CardStyle::Plain, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.tight;
        parts::wrapped(ui, text::strong(ui, &row.role));
        parts::asking(ui, &row.status, &row.role, row.question, queue);
        if !row.apps.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = tokens.space.tight;
                for app in &row.apps {
                    widgets::tag(ui, app);
                }
            });
        }
    });
}

fn space_ui(ui: &mut Ui, space: &SeenSpace, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::card(ui, CardStyle::Plain, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.tight;
        ui.horizontal(|ui| {
            ui.label(text::icon(Icon::Folder, tokens.icon.tab).color(tokens.color.dim));
            ui.label(text::strong(ui, &space.name));
            parts::asking(ui, &space.access, &space.name, space.question, queue);
        });
        for item in &space.items {
            ui.horizontal(|ui| {
                ui.add_space(tokens.space.inset);
                ui.label(text::icon(Icon::File, tokens.icon.text).color(tokens.color.faint));
                ui.label(text::body(ui, &item.name));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    spaces::share_button(ui, &item.share, queue);
                });
            });
            spaces::shared_ui(ui, &item.shared_with);
        }
    });
}
