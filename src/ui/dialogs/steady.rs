//! What was just chosen stays under the pointer, whatever it brings about above it in what scrolls.

use egui::{Id, Response, ScrollArea, Ui};

/// What was chosen, where it stood, and until which pass it is held there.
#[derive(Debug, Clone, Copy)]
struct Held {
    what: Id,
    top: f32,
    until: u64,
    /// By how much it was moved, and in which pass.
    moved: (f32, u64),
}

/// What a choice brings about is drawn within so many passes.
const SETTLES: u64 = 6;

fn held_id() -> Id {
    Id::unique("what was just chosen")
}

/// Notes where a line stood when it was clicked, and how far it was moved since then.
pub(super) fn hold(ui: &Ui, line: &Response) {
    let now = ui.ctx().cumulative_pass_nr();
    let top = line.rect.min.y;
    if line.clicked() {
        let held = Held { what: line.id, top, until: now + SETTLES, moved: (0.0, now) };
        ui.data_mut(|data| data.insert_temp(held_id(), held));
    }
    let held = ui.data(|data| data.get_temp::<Held>(held_id()));
    if let Some(held) = held.filter(|held| held.what == line.id && now <= held.until) {
        let held = Held { moved: (top - held.top, now), ..held };
        ui.data_mut(|data| data.insert_temp(held_id(), held));
    }
}

/// How far the line that is held was moved down in this pass.
fn moved(ui: &Ui) -> f32 {
    let now = ui.ctx().cumulative_pass_nr();
    let held = ui.data(|data| data.get_temp::<Held>(held_id()));
    held.map(|held| held.moved).filter(|(by, pass)| *pass == now && *by > 0.5).map_or(0.0, |(by, _)| by)
}

/// Draws what scrolls. When something appears above the line that is held, it goes out at the top before anybody sees it.
pub(super) fn scroll(ui: &mut Ui, area: ScrollArea, add: impl FnOnce(&mut Ui)) {
    let wish = Id::unique("how far what was chosen is scrolled back");
    let area = match ui.data_mut(|data| data.remove_temp::<f32>(wish)) {
        Some(offset) => area.vertical_scroll_offset(offset),
        None => area,
    };
    let shown = area.show(ui, |ui| {
        add(ui);
        foot(ui);
    });
    let moved = moved(ui);
    if moved > 0.0 {
        let offset = shown.state.unclamped_offset().y + moved;
        ui.data_mut(|data| data.insert_temp(wish, offset));
        ui.ctx().request_discard("what was chosen stays under the pointer");
    }
}

/// As much room at the foot as it takes to hold a line.
fn foot(ui: &mut Ui) {
    let (view, lines, moved) = (ui.clip_rect(), ui.min_rect(), moved(ui));
    let is_scrolled = lines.min.y < view.min.y - 0.5;
    let missing = view.max.y + moved - lines.max.y;
    if (is_scrolled || moved > 0.0) && missing > 0.0 {
        ui.add_space(missing);
    }
}
