//! What opens above the panels, what the controls below it had to say, and what Esc takes away: one thing for each press,
//! the topmost first.

use super::App;
use crate::app::places;
use crate::ui::UiCommand;
use crate::view::Dialog;
use egui::{Context, Event, Key, Modifiers, Order, PointerState};

/// What stands above the panels, and the pointer while it is put aside.
#[derive(Debug, Clone, Default)]
pub(super) struct Above {
    /// A dialog of the platforms.
    dialog: Option<Dialog>,
    /// Is there a sheet of the window?
    has_sheet: bool,
    resting: Option<PointerState>,
    /// Does it stay aside until it is moved?
    until_moved: bool,
}

impl App {
    /// When something opens by key above what the pointer rests on, the pointer is at nothing for one frame: what the
    /// control below had to say on hovering goes, and does not come back under what covers it.
    pub(super) fn forget_what_is_covered(&mut self, context: &Context) {
        let has_sheet = self.shell.has_overlay() || self.is_asking || self.prompt.is_some();
        let dialog = self.desk.selection().dialog();
        let now = Above { dialog, has_sheet, ..Above::default() };
        let before = std::mem::replace(&mut self.above, now);
        let is_new = dialog.is_some() && dialog != before.dialog || has_sheet && !before.has_sheet;
        let is_at_rest = |pointer: &PointerState| {
            !pointer.any_down() && pointer.time_since_last_click() > pointer.time_since_last_movement()
        };
        let above = &mut self.above;
        context.input_mut(|input| {
            let has_moved = input.pointer.latest_pos().is_some();
            let is_turned = input.events.iter().any(|event| matches!(event, Event::MouseWheel { .. }));
            if let Some(resting) = before.resting.filter(|_| !has_moved) {
                if before.until_moved && !is_turned {
                    (above.resting, above.until_moved) = (Some(resting), true);
                } else {
                    input.pointer = resting;
                }
            } else if is_new && is_at_rest(&input.pointer) {
                above.resting = Some(std::mem::take(&mut input.pointer));
            }
        });
        if above.resting.is_some() && !above.until_moved {
            context.request_repaint();
        }
    }

    /// Esc takes away what a control says on hovering before it closes anything, until the pointer is moved again.
    pub(super) fn dismiss_tooltip(&mut self, context: &Context) {
        // What a greyed control says while it has the keyboard goes with the keyboard.
        let with_keyboard = self.shell.keyboard().map(|id| id.with("popup"));
        let says = |layer: &egui::LayerId| layer.order == Order::Tooltip && Some(layer.id) != with_keyboard;
        let has_tooltip = context.memory(|memory| memory.areas().visible_layer_ids().iter().any(says));
        let above = &mut self.above;
        context.input_mut(|input| {
            if has_tooltip && !input.pointer.any_down() && input.consume_key(Modifiers::NONE, Key::Escape) {
                above.resting = Some(std::mem::take(&mut input.pointer));
                above.until_moved = true;
            }
        });
    }

    /// Does Esc close something in this frame that lies over the window: the dialog on top, then the notice? A list that
    /// drops down, the palette and the pages of help close themselves.
    pub(super) fn is_escape_taken(&mut self, context: &Context) -> bool {
        let asks_for_path = self.prompt.is_some() && !self.shell.is_presenting();
        let is_open = asks_for_path || self.shell.has_overlay() || egui::Popup::is_any_open(context);
        if is_open || !context.input(|input| input.key_pressed(Key::Escape)) {
            return false;
        }
        let selection = self.desk.selection();
        let notice = self.notice.as_ref().map(|_| UiCommand::DismissNotice);
        // A wizard in which somebody has typed stays, and what is behind it stays too.
        let closed = places::closed_by_escape(selection).or(notice);
        let is_taken = closed.is_some() || selection.dialog().is_some();
        self.queue.extend(closed);
        is_taken
    }
}
