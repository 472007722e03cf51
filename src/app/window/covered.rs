//! What opens above the panels, and what the controls below it had to say.

use super::App;
use crate::view::Dialog;
use egui::{Context, PointerState};

/// What stands above the panels, and the pointer while it is put aside.
#[derive(Debug, Clone, Default)]
pub(super) struct Above {
    /// A dialog of the platforms.
    dialog: Option<Dialog>,
    /// Is there a sheet of the window?
    has_sheet: bool,
    resting: Option<PointerState>,
}

impl App {
    /// When something opens by key above what the pointer rests on, the pointer is at nothing for one frame: what the
    /// control below had to say on hovering goes, and does not come back under what covers it.
    pub(super) fn forget_what_is_covered(&mut self, context: &Context) {
        let has_sheet = self.shell.has_overlay() || self.is_asking || self.prompt.is_some();
        let dialog = self.desk.selection().dialog();
        let before = std::mem::replace(&mut self.above, Above { dialog, has_sheet, resting: None });
        let is_new = dialog.is_some() && dialog != before.dialog || has_sheet && !before.has_sheet;
        let is_at_rest = |pointer: &PointerState| {
            !pointer.any_down() && pointer.time_since_last_click() > pointer.time_since_last_movement()
        };
        let above = &mut self.above;
        context.input_mut(|input| {
            let has_moved = input.pointer.latest_pos().is_some();
            if let Some(resting) = before.resting.filter(|_| !has_moved) {
                input.pointer = resting;
            } else if is_new && is_at_rest(&input.pointer) {
                above.resting = Some(std::mem::take(&mut input.pointer));
            }
        });
        if above.resting.is_some() {
            context.request_repaint();
        }
    }
}
