//! A named part of the window.

use egui::{InnerResponse, Role, Ui, UiBuilder};

/// Everything that `add` draws belongs to the region `name`.
///
/// Panels side by side repeat every label, so screen readers and tests ask for the region first.
pub fn region<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let part = UiBuilder::new().id_salt(name).accessibility_role(Role::Region).accessibility_label(name);
    ui.scope_builder(part, add)
}
