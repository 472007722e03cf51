//! A named part of the window.

use egui::{InnerResponse, Role, Ui, UiBuilder, accesskit};

use crate::ui::focus;

/// Everything that `add` draws belongs to the region `name`.
///
/// Panels side by side repeat every label, so screen readers and tests ask for the region first.
pub fn region<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let part = UiBuilder::new().id_salt(name).accessibility_role(Role::Region).accessibility_label(name);
    let begun = focus::begin_part(ui);
    let mut whole = egui::Rect::NOTHING;
    let shown = ui.scope_builder(part, |ui| {
        whole = ui.max_rect().intersect(ui.clip_rect());
        add(ui)
    });
    // What stands in it is placed by hand, so its own rectangle would be empty: the drawn one counts.
    let reach = focus::end_part(ui, name, begun);
    let bounds = if reach.is_positive() { reach } else { whole };
    ui.ctx().accesskit_node_builder(shown.response.id, |node| {
        node.set_bounds(accesskit::Rect {
            x0: bounds.min.x.into(),
            y0: bounds.min.y.into(),
            x1: bounds.max.x.into(),
            y1: bounds.max.y.into(),
        });
    });
    shown
}
