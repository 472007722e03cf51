//! *Who can*: everybody for whom the fact holds, and what stops the others.

use egui::Ui;

use super::inquiry::head_ui;
use super::parts;
use crate::ui::{CommandQueue, text};
use crate::view::WhoCanData;

/// Draws the tab.
pub(super) fn who_can_ui(ui: &mut Ui, data: &WhoCanData, queue: &mut CommandQueue) {
    head_ui(ui, &data.title, &data.verdict);
    for row in &data.people {
        ui.label(text::strong(ui, &row.name));
        parts::asking(ui, &row.status, &row.name, row.question, queue);
    }
}
