//! Long lists: only the rows in view are drawn, and a few around them, so that Tab finds the next one. A list whose
//! rows are all filled in is short enough to be drawn whole.

use std::collections::BTreeMap;

use egui::style::ScrollAnimation;
use egui::{Align, Id, Rect, Response, Role, Ui, UiBuilder, pos2, vec2};

use crate::ui::{CommandQueue, UiCommand, list_keys};
use crate::view::{Listing, Rows};

/// So many rows are drawn beyond the view, and beyond the one that has the keyboard.
const AROUND: usize = 2;

/// At least so many rows are filled in beyond those that are drawn, so that not every turn of the wheel asks for more.
const SPARE: usize = 6;

/// The keyboard is followed so many rows out of view.
const LEASH: usize = 40;

/// Where a row stands in its list.
#[derive(Debug, Clone, Copy)]
pub(in crate::ui) struct At(usize);

impl At {
    /// The place, from 0.
    pub fn place(self) -> usize {
        self.0
    }

    /// Tells a screen reader the place; the list itself says how many there are.
    pub fn tell(self, ui: &Ui, response: &Response) {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_position_in_set(self.0);
        });
    }
}

/// What is known of the heights of a list, and what it was last asked to show.
#[derive(Debug, Clone, Default)]
struct Heights {
    width: f32,
    total: usize,
    /// Of a row that is not open: the least that was measured.
    usual: f32,
    /// Of rows that differ.
    others: BTreeMap<usize, f32>,
    sought: Option<usize>,
    since: u64,
    focused: Option<usize>,
}

impl Heights {
    fn of(&self, place: usize) -> f32 {
        self.others.get(&place).copied().unwrap_or(self.usual)
    }

    /// How far below the top of the list a row begins.
    fn top_of(&self, place: usize) -> f32 {
        let extra: f32 = self.others.range(..place).map(|(_, height)| height - self.usual).sum();
        place as f32 * self.usual + extra
    }

    /// The row at this distance from the top of the list.
    fn row_at(&self, distance: f32) -> usize {
        let (mut top, mut next) = (0.0, 0);
        for (place, height) in &self.others {
            let run = (*place - next) as f32 * self.usual;
            if top + run > distance {
                break;
            }
            top += run + height;
            next = *place + 1;
            if top > distance {
                return *place;
            }
        }
        let further = ((distance - top) / self.usual).floor().max(0.0) as usize;
        (next + further).min(self.total)
    }

    /// Notes a measured height; says whether everything moves by it.
    fn learn(&mut self, place: usize, height: f32) -> bool {
        if height < self.usual - 0.5 {
            self.usual = height;
            self.others.clear();
            return true;
        }
        if height > self.usual + 0.5 {
            self.others.insert(place, height);
        } else {
            self.others.remove(&place);
        }
        false
    }
}

/// Since when a row of a long list is sought that may be out of view, and when that was last so.
#[derive(Debug, Clone, Copy)]
struct Sought {
    since: u64,
    last: u64,
}

fn sought_id() -> Id {
    Id::unique("the row that is sought")
}

/// The pass since which a row of a long list is sought: what was brought into view since then is not brought there
/// again when it is only scrolled to.
pub(super) fn sought_since(ui: &Ui) -> Option<u64> {
    let now = ui.ctx().cumulative_pass_nr();
    let sought = ui.data(|data| data.get_temp::<Sought>(sought_id()))?;
    (sought.last + 2 >= now).then_some(sought.since)
}

/// Draws a list. `guess` is the height of a row, rather too much than too little; `row` draws one.
pub(in crate::ui) fn rows_ui<T>(
    ui: &mut Ui,
    listing: Listing,
    list: &Rows<T>,
    guess: f32,
    queue: &mut CommandQueue,
    row: impl FnMut(&mut Ui, &T, At, &mut CommandQueue),
) {
    let part = UiBuilder::new().accessibility_role(Role::List);
    let shown = ui.scope_builder(part, |ui| list_ui(ui, listing, list, guess, queue, row));
    ui.ctx().accesskit_node_builder(shown.response.id, |node| node.set_size_of_set(list.total));
}

fn list_ui<T>(
    ui: &mut Ui,
    listing: Listing,
    list: &Rows<T>,
    guess: f32,
    queue: &mut CommandQueue,
    mut row: impl FnMut(&mut Ui, &T, At, &mut CommandQueue),
) {
    let total = list.total;
    if list.rows.len() == total {
        for (place, shown) in list.iter().enumerate() {
            row(ui, shown, At(place), queue);
        }
        return;
    }
    let key = ui.scope_id().with(("rows", listing));
    let width = ui.available_width();
    let known = ui.data(|data| data.get_temp::<Heights>(key)).unwrap_or_default();
    let fits = known.total == total && (known.width - width).abs() < 1.0;
    let mut heights =
        if fits { known } else { Heights { width, total, usual: guess, others: BTreeMap::new(), ..known } };
    let corner = ui.cursor().min;
    let (first, last) = range(ui, &heights, corner.y);
    seek(ui, list, &mut heights, corner, first..last);
    let typed = list_keys::sought_row(ui, key);
    if let Some(place) = typed.filter(|place| !(first..last).contains(place)) {
        scroll_to(ui, &heights, corner, place, ScrollAnimation::none());
    }
    ask(ui, listing, list, (first, last), queue);
    list_keys::note_rows(ui, key, &list.labels, 0..first);
    ui.add_space(heights.top_of(first));
    let mut moves = false;
    heights.focused = None;
    for place in first..last {
        let top = ui.cursor().min.y;
        match list.get(place) {
            Some(shown) => {
                row(ui, shown, At(place), queue);
                if typed == Some(place) {
                    list_keys::found_row(ui, key);
                }
                let bottom = ui.cursor().min.y;
                moves |= heights.learn(place, bottom - top);
                if has_keyboard(ui, Rect::from_x_y_ranges(corner.x..=corner.x + width, top..=bottom)) {
                    heights.focused = Some(place);
                }
            }
            None => ui.add_space(heights.of(place)),
        }
    }
    list_keys::note_rows(ui, key, &list.labels, last..total);
    ui.add_space((heights.top_of(total) - heights.top_of(last)).max(0.0));
    ui.data_mut(|data| data.insert_temp(key, heights));
    if moves {
        ui.ctx().request_discard("the rows of a list are lower than thought");
    }
}

/// The rows to draw: those in view, some around them, and those between them and the keyboard.
fn range(ui: &Ui, heights: &Heights, top: f32) -> (usize, usize) {
    let clip = ui.clip_rect();
    let first = heights.row_at(clip.min.y - top).saturating_sub(AROUND);
    let last = (heights.row_at(clip.max.y - top) + 1 + AROUND).min(heights.total);
    match heights.focused {
        Some(focused) if focused + LEASH > first && focused < last + LEASH => {
            (first.min(focused.saturating_sub(AROUND)), last.max((focused + 1 + AROUND).min(heights.total)))
        }
        Some(_) | None => (first, last),
    }
}

/// Brings the row that *Show me* leads to into view, once; in a list that drops down, whenever that opens.
fn seek<T>(ui: &Ui, list: &Rows<T>, heights: &mut Heights, corner: egui::Pos2, drawn: std::ops::Range<usize>) {
    let now = ui.ctx().cumulative_pass_nr();
    if heights.sought != list.sought || super::menu::is_opening(ui) {
        heights.sought = list.sought;
        heights.since = now;
        if let Some(place) = list.sought.filter(|place| !drawn.contains(place)) {
            let is_opening = super::menu::is_opening(ui);
            let animation = if is_opening { ScrollAnimation::none() } else { ui.style().scroll_animation };
            scroll_to(ui, heights, corner, place, animation);
        }
    }
    if heights.sought.is_some() {
        let sought = Sought { since: heights.since, last: now };
        ui.data_mut(|data| data.insert_temp(sought_id(), sought));
    }
}

/// Scrolls a row that is not drawn into view, of the list that begins at `corner`.
fn scroll_to(ui: &Ui, heights: &Heights, corner: egui::Pos2, place: usize, animation: ScrollAnimation) {
    let top = corner + vec2(0.0, heights.top_of(place));
    let rect = Rect::from_min_size(pos2(corner.x, top.y), vec2(heights.width, heights.of(place)));
    ui.scroll_to_rect_animation(rect, Some(Align::Center), animation);
    ui.ctx().request_repaint();
}

/// Asks for the rows that are to be drawn and not filled in, and for the labels of all in a list that drops down; they are
/// there before anybody sees this frame.
fn ask<T>(ui: &Ui, listing: Listing, list: &Rows<T>, (first, last): (usize, usize), queue: &mut CommandQueue) {
    let filled = list.first..list.first + list.rows.len();
    if filled.start <= first && last <= filled.end && (!listing.drops_down() || !list.labels.is_empty()) {
        return;
    }
    let room = (listing.most().saturating_sub(last - first) / 2).max(SPARE);
    let count = (last - first + 2 * room).max(listing.most());
    queue.push(UiCommand::Reach { listing, first: first.saturating_sub(room), count });
    ui.ctx().request_discard("a list was scrolled to rows that are not filled in yet");
}

fn has_keyboard(ui: &Ui, rect: Rect) -> bool {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return false };
    let widget = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(focused).copied());
    widget.is_some_and(|widget| widget.layer_id == ui.layer_id() && rect.contains(widget.rect.center()))
}
