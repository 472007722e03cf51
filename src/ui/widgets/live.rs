//! Words for screen readers alone.

use egui::{AsIdSalt, Rect, Role, Sense, Ui, Vec2, WidgetInfo, accesskit::Live};

/// Words that are read out whenever they change, wherever the keyboard is; nothing is drawn. Each `salt` is a place
/// of its own: a change of one leaves the others unsaid.
pub fn live(ui: &Ui, salt: impl AsIdSalt, words: &str) {
    let corner = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
    let response = ui.interact(corner, ui.scope_id().with(("live", egui::IdSalt::new(&salt))), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
