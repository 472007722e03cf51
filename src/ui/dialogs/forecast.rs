//! What the guest will see, in the last step of the wizard, and what would give less.

use egui::Ui;

use crate::ui::panels::parts::wrapped;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, InviteEdit, UiCommand, text, theme};
use crate::view::{DraftChange, ForecastData};

/// Draws it below the summary.
pub(super) fn forecast_ui(ui: &mut Ui, data: &ForecastData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    widgets::dashed_box(ui, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.tight;
        wrapped(ui, text::strong(ui, &data.title));
        for line in &data.lines {
            widgets::Status::new(line.tone, &line.text).plain_text().show(ui);
        }
        for less in &data.narrower {
            ui.horizontal_wrapped(|ui| {
                if Button::new(&less.label).small().show(ui).clicked() {
                    queue.push(UiCommand::EditInvite(match less.change {
                        DraftChange::Right(right) => InviteEdit::Right(right),
                        DraftChange::Terms(invited) => InviteEdit::Terms(invited),
                        DraftChange::LeaveOut(role) => InviteEdit::Tick(role, false),
                    }));
                }
                wrapped(ui, text::dim(ui, &less.words));
            });
        }
    });
}
