//! What opens above the panels, and what the controls below it had to say.

use super::App;
use crate::view::Dialog;
use egui::{Context, PointerState};

/// What stands above the panels: a dialog of the platforms, a sheet of the window.
pub(super) type Above = (Option<Dialog>, bool);

impl App {
    /// When something opens by key above what the pointer rests on, the pointer is at nothing until it moves: what the
    /// control below had to say on hovering does not stand above what covers it.
    pub(super) fn forget_what_is_covered(&mut self, context: &Context) {
        let has_sheet = self.shell.has_overlay() || self.is_asking || self.prompt.is_some();
        let above = (self.desk.selection().dialog(), has_sheet);
        let (dialog, sheet) = std::mem::replace(&mut self.above, above);
        let is_new = above.0.is_some() && above.0 != dialog || has_sheet && !sheet;
        let is_at_rest = |pointer: &PointerState| {
            !pointer.any_down() && pointer.time_since_last_click() > pointer.time_since_last_movement()
        };
        context.input_mut(|input| {
            if is_new && is_at_rest(&input.pointer) {
                input.pointer = PointerState::default();
            }
        });
    }
}
