//! The panels of the window. Each takes its plain data and the queue: it draws the one and pushes into the other.

pub mod board;
pub mod bridge;
mod bridge_paint;
mod bridge_plan;
mod card_head;
mod groups;
pub mod guide;
mod how_to;
pub mod inquiry;
mod license_pools;
pub mod mail;
mod member_card;
pub mod members;
mod menu;
mod organizations;
mod paint;
pub mod parts;
mod person_view;
pub mod platform;
mod platform_head;
mod platform_tabs;
pub mod preview;
mod role_table;
pub(in crate::ui) mod rows;
pub(super) mod space_members;
pub mod spaces;
pub mod timeline;
pub mod top_bar;
mod ways;
mod who_can;
mod why;
mod why_not;

pub use board::board_ui;
pub use bridge::{bridge_height, bridge_least, bridge_ui, story_bridge_ui};
pub use guide::guide_ui;
pub use inquiry::inquiry_ui;
pub use mail::mail_ui;
pub use members::members_ui;
pub use person_view::person_view_ui;
pub use platform::platform_panel_ui;
pub use platform_head::Form;
pub use preview::preview_ui;
pub use spaces::spaces_ui;
pub use timeline::timeline_ui;
pub use top_bar::top_bar_ui;

/// What stands in the place of the platforms while there are none.
pub(super) fn bare_ui(ui: &mut egui::Ui, queue: &mut super::CommandQueue) {
    use super::{UiCommand, text, widgets};
    use crate::view::{SheetDraft, StageDraft};
    panel_at(ui, ui.max_rect(), None);
    widgets::region(ui, "Stage", |ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.vertical_centered(|ui| {
            ui.spacing_mut().item_spacing.y = super::theme::tokens(ui).space.base;
            ui.label(text::title(ui, "Nothing is on the stage yet"));
            parts::wrapped(ui, text::dim(ui, "Set up platforms, people, licenses and spaces, or let a company join."));
            if widgets::primary_button(ui, "Set the stage…").clicked() {
                queue.push(UiCommand::SetSheet(Some(SheetDraft::Stage(StageDraft::EMPTY))));
            }
            if widgets::button(ui, "Add a company").clicked() {
                queue.push(UiCommand::AddPlatform);
            }
        });
    });
}

/// Paints the body of a panel; with `edge` its top edge is in that colour.
pub(super) fn panel_at(ui: &egui::Ui, rect: egui::Rect, edge: Option<egui::Color32>) {
    paint::panel(ui, rect, edge);
}
