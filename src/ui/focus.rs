//! The keyboard never gets lost: when what has it vanishes, its neighbour takes over, and when a dialog
//! closes, or a list by key, what opened it has it again. The parts of the window can be walked through.

use egui::{Context, Id, Key, LayerId, Pos2, Rect, Ui};

/// Where the keyboard was in one layer.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Held {
    layer: LayerId,
    id: Id,
    at: Pos2,
}

/// Remembers where the keyboard was, one place for each layer that is open.
#[derive(Debug, Clone, Default)]
pub struct Keeper {
    trail: Vec<Held>,
    /// What the keyboard was brought to last; what does not take it is not asked again.
    tried: Option<Id>,
}

/// Where it is noted that the keyboard is to be let go after this frame.
const LET_GO: &str = "let the keyboard go";

/// The keyboard is let go on purpose after this frame.
pub(super) fn let_go_after_frame(context: &Context) {
    context.data_mut(|data| data.insert_temp(Id::unique(LET_GO), true));
}

impl Keeper {
    /// Looks at the frame that was just drawn, and brings the keyboard back when it was lost.
    ///
    /// `is_answered_first`: is a sheet open that must be answered first? `is_escape_taken`: did Esc close something, so
    /// that it takes the keyboard from nothing?
    pub fn after_frame(&mut self, context: &Context, is_answered_first: bool, is_escape_taken: bool) {
        if context.data_mut(|data| data.remove_temp::<bool>(Id::unique(LET_GO))).is_some() {
            self.let_go(context);
        }
        let focused = context.memory(egui::Memory::focused);
        if is_answered_first && enter_modal(context, focused) {
            return;
        }
        let found = focused
            .and_then(|id| context.viewport(|viewport| viewport.this_pass.widgets.get(id).map(|widget| (id, *widget))));
        if let Some((id, widget)) = found {
            self.tried = None;
            self.hold(Held { layer: widget.layer_id, id, at: widget.rect.center() });
            return;
        }
        if focused.is_some() {
            // It was not drawn in this frame; in the next one it is forgotten.
            context.request_repaint();
            return;
        }
        if self.trail.is_empty() {
            return;
        }
        let (is_pressed, is_escaped) =
            context.input(|input| (input.pointer.any_pressed(), input.key_pressed(Key::Escape)));
        if is_pressed {
            self.trail.clear();
            return;
        }
        self.trail.retain(|held| is_open(context, held.layer));
        let Some(held) = self.trail.last().copied() else { return };
        if is_escaped {
            // Esc lets go of the keyboard; in a sheet or a list it closes that first.
            if held.layer.order == egui::Order::Background && !is_escape_taken {
                self.trail.clear();
            }
            context.request_repaint();
            return;
        }
        let next = nearest(context, held);
        if next == self.tried {
            self.trail.pop();
            self.tried = None;
        } else if let Some(id) = next {
            self.tried = next;
            context.memory_mut(|memory| memory.request_focus(id));
            context.request_repaint();
        }
    }

    /// What has the keyboard, or had it when Esc was pressed in this frame.
    #[must_use]
    pub fn held(&self) -> Option<Id> {
        self.trail.last().map(|held| held.id)
    }

    /// Lets the keyboard go on purpose.
    pub fn let_go(&mut self, context: &Context) {
        self.trail.clear();
        self.tried = None;
        context.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
    }

    fn hold(&mut self, held: Held) {
        if let Some(place) = self.trail.iter().position(|other| other.layer == held.layer) {
            self.trail.truncate(place);
        }
        self.trail.push(held);
    }
}

/// A sheet that must be answered first takes the keyboard when something below has it, or nothing. True: it did.
fn enter_modal(context: &Context, focused: Option<Id>) -> bool {
    let Some(modal) = context.memory(egui::Memory::top_modal_layer) else { return false };
    let first = context.viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let layer = focused.and_then(|id| widgets.get(id)).map(|widget| widget.layer_id);
        let is_below = layer.is_none_or(|layer| layer.order == egui::Order::Background);
        let mut all = widgets.get_layer(modal).filter(|widget| widget.enabled && widget.sense.is_focusable());
        all.find(|widget| is_below && widget.interact_rect.is_positive() && widget.sense.senses_click())
            .map(|widget| widget.id)
    });
    let Some(first) = first else { return false };
    context.memory_mut(|memory| memory.request_focus(first));
    context.request_repaint();
    true
}

fn is_open(context: &Context, layer: LayerId) -> bool {
    context.viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).next().is_some())
}

/// What had the keyboard, if it is still there; else what stands nearest to its place.
fn nearest(context: &Context, held: Held) -> Option<Id> {
    context.viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        if widgets.get(held.id).is_some_and(|widget| widget.enabled && widget.sense.is_focusable()) {
            return Some(held.id);
        }
        let far = |rect: Rect| rect.distance_sq_to_pos(held.at);
        let all = widgets.get_layer(held.layer).filter(|widget| widget.enabled && widget.sense.is_focusable());
        let seen = all.filter(|widget| widget.interact_rect.is_positive());
        seen.min_by(|one, other| far(one.rect).total_cmp(&far(other.rect))).map(|widget| widget.id)
    })
}

/// A part of the window and what can have the keyboard in it.
#[derive(Debug, Clone)]
struct Part {
    name: String,
    stops: Vec<Id>,
}

/// The parts drawn in one pass.
#[derive(Debug, Clone, Default)]
struct Parts {
    pass: u64,
    parts: Vec<Part>,
}

fn parts_id() -> Id {
    Id::unique("the parts of the window")
}

/// How many widgets this layer has by now: to be asked before a part is drawn, and handed to [`end_part`].
pub(super) fn begin_part(ui: &Ui) -> usize {
    ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(ui.layer_id()).count())
}

/// Notes what a part has drawn since `begun`, and says how far it reaches.
pub(super) fn end_part(ui: &Ui, name: &str, begun: usize) -> Rect {
    let (reach, stops) = ui.ctx().viewport(|viewport| {
        let mut reach = Rect::NOTHING;
        let mut stops = Vec::new();
        for widget in viewport.this_pass.widgets.get_layer(ui.layer_id()).skip(begun) {
            if widget.interact_rect.is_positive() {
                reach |= widget.interact_rect;
            }
            if widget.enabled && widget.sense.is_focusable() {
                stops.push(widget.id);
            }
        }
        (reach, stops)
    });
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let known = data.get_temp_mut_or_default::<Parts>(parts_id());
        if known.pass != pass {
            *known = Parts { pass, parts: Vec::new() };
        }
        known.parts.push(Part { name: name.to_owned(), stops });
    });
    reach
}

/// Takes the keyboard to the next part of the window, or to the one before.
pub fn to_next_part(context: &Context, is_back: bool) {
    let parts = context.data(|data| data.get_temp::<Parts>(parts_id())).unwrap_or_default().parts;
    let parts: Vec<Part> = parts.into_iter().filter(|part| !part.stops.is_empty()).collect();
    if parts.is_empty() {
        return;
    }
    let focused = context.memory(egui::Memory::focused);
    let here = focused.and_then(|id| parts.iter().position(|part| part.stops.contains(&id)));
    let next = match (here, is_back) {
        (None, false) => 0,
        (None, true) => parts.len() - 1,
        (Some(here), false) => (here + 1) % parts.len(),
        (Some(here), true) => (here + parts.len() - 1) % parts.len(),
    };
    focus_first(context, parts.get(next));
}

/// Takes the keyboard to the part of this name.
pub fn to_part(context: &Context, name: &str) {
    let parts = context.data(|data| data.get_temp::<Parts>(parts_id())).unwrap_or_default().parts;
    focus_first(context, parts.iter().find(|part| part.name == name));
}

fn focus_first(context: &Context, part: Option<&Part>) {
    if let Some(first) = part.and_then(|part| part.stops.first()) {
        context.memory_mut(|memory| memory.request_focus(*first));
        context.request_repaint();
    }
}
