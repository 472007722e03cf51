//! *Why not*: what keeps a fact from holding, or what keeps it.

use egui::Ui;

use super::inquiry::head_ui;
use crate::ui::widgets;
use crate::view::WhyNotData;

/// Draws the tab.
pub(super) fn why_not_ui(ui: &mut Ui, data: &WhyNotData) {
    head_ui(ui, &data.title, &data.verdict);
    for line in &data.lines {
        widgets::Status::new(line.tone, &line.text).plain_text().show(ui);
    }
}
