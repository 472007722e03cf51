//! Things side by side, centred on one line.

use egui::{Align, InnerResponse, Layout, Ui, vec2};

use crate::ui::theme;

/// A row as high as a button. In `ui.horizontal` the first things would stand higher than a button that comes later.
pub fn row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let height = theme::tokens(ui).size.control;
    row_of(ui, height, add)
}

/// A row of this height over the whole width, everything centred on its middle.
pub fn row_of<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(height);
        add(ui)
    })
}
