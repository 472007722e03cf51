//! The keyboard never gets lost: when what has it vanishes, its neighbour takes over, and when a dialog
//! closes, or a list by key, what opened it has it again. The parts of the window can be walked through.

use egui::style::ScrollAnimation;
use egui::{Context, Id, Key, LayerId, Modifiers, Popup, Pos2, Rect, Response, Ui};

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

/// The button of a list that drops down has the keyboard while that is open, by whatever it was opened, and again when
/// a key closes it. After a click it has not: the arrows step through time. To be called after the list; `is_drawn`:
/// was it drawn in this pass?
pub(super) fn keep_at_list(button: &Response, list: Id, is_drawn: bool) {
    if button.clicked() {
        button.request_focus();
    }
    if !is_drawn || button.clicked() || Popup::is_id_open(&button.ctx, list) {
        return;
    }
    if button.ctx.input(|input| input.pointer.any_click()) {
        button.ctx.data_mut(|data| data.insert_temp(Id::unique(LET_GO), true));
    } else {
        button.request_focus();
    }
}

/// The keys of a list that drops down. Home and End go to its first and its last line, also where that is drawn only
/// once it is in view; a letter goes to the next line that begins with it. To be called inside its scroll area, after the
/// lines.
pub(super) fn keys_of_list(ui: &Ui) {
    /// For so many passes it is gone on, until all is drawn.
    const LASTS: u64 = 3;
    let key = Id::unique(("the end of a list that is gone to", ui.layer_id()));
    let now = ui.ctx().cumulative_pass_nr();
    if ui.ctx().text_edit_focused() {
        return;
    }
    typed_in_list(ui);
    let pressed = ui.input_mut(|input| {
        let is_home = input.consume_key(Modifiers::NONE, Key::Home);
        let is_end = input.consume_key(Modifiers::NONE, Key::End);
        (is_home || is_end).then_some(is_end)
    });
    let pending = ui.data(|data| data.get_temp::<(bool, u64)>(key)).filter(|(_, until)| now <= *until);
    let Some((is_end, until)) = pressed.map(|is_end| (is_end, now + LASTS)).or(pending) else { return };
    ui.data_mut(|data| data.insert_temp(key, (is_end, until)));
    let whole = ui.min_rect();
    let edge = if is_end { whole.max.y } else { whole.min.y };
    let edge = Rect::from_x_y_ranges(whole.x_range(), edge..=edge);
    ui.scroll_to_rect_animation(edge, None, ScrollAnimation::none());
    let line = ui.ctx().viewport(|viewport| {
        let all = viewport.this_pass.widgets.get_layer(ui.layer_id());
        let mut lines = all.filter(|line| line.enabled && line.sense.is_focusable() && !line.sense.senses_drag());
        if is_end { lines.last() } else { lines.next() }.map(|line| line.id)
    });
    if let Some(line) = line {
        ui.memory_mut(|memory| memory.request_focus(line));
    }
    ui.ctx().request_repaint();
}

/// The lines of the list that is open, as they were drawn in one pass.
#[derive(Debug, Clone, Default)]
struct Lines {
    pass: u64,
    lines: Vec<(Id, String)>,
}

/// What was typed in an open list just now, to go on with.
#[derive(Debug, Clone, Default)]
struct Typed {
    letters: String,
    at: f64,
}

fn lines_id(layer: LayerId) -> Id {
    layer.id.with("lines")
}

/// Notes a line of a list that drops down, so that it is found by its first letters.
pub(super) fn note_line(line: &Response, label: &str) {
    let pass = line.ctx.cumulative_pass_nr();
    line.ctx.data_mut(|data| {
        let known = data.get_temp_mut_or_default::<Lines>(lines_id(line.layer_id));
        if known.pass != pass {
            *known = Lines { pass, lines: Vec::new() };
        }
        known.lines.push((line.id, label.to_lowercase()));
    });
}

/// A letter typed in a list that drops down goes to the next line that begins with it; letters typed in quick succession
/// go to the line that begins with all of them. To be called inside its scroll area, after the lines.
fn typed_in_list(ui: &Ui) {
    /// Letters that come within so many seconds belong together. Stays in code: as in the lists of desktops.
    const TOGETHER: f64 = 0.8;
    let (now, fresh) = ui.input(|input| {
        let is_plain = !input.modifiers.command && !input.modifiers.alt;
        let texts = input.events.iter().filter_map(|event| match event {
            egui::Event::Text(text) if is_plain => Some(text.to_lowercase()),
            _ => None,
        });
        (input.time, texts.collect::<String>())
    });
    let fresh = fresh.trim();
    if fresh.is_empty() || has_another_list(ui) {
        return;
    }
    let key = Id::unique("what was typed in a list");
    let before = ui.data(|data| data.get_temp::<Typed>(key)).filter(|typed| now - typed.at < TOGETHER);
    let letters = before.map_or_else(String::new, |typed| typed.letters) + fresh;
    ui.data_mut(|data| data.insert_temp(key, Typed { letters: letters.clone(), at: now }));
    let lines = ui.data(|data| data.get_temp::<Lines>(lines_id(ui.layer_id()))).unwrap_or_default().lines;
    let focused = ui.memory(egui::Memory::focused);
    let here = lines.iter().position(|(id, _)| Some(*id) == focused);
    let from = |first: usize, start: &str| {
        let in_turn = lines.iter().skip(first).chain(lines.iter().take(first));
        in_turn.clone().find(|(_, label)| label.starts_with(start)).map(|(id, _)| *id)
    };
    // All letters together may still be the line that has the keyboard; one letter again goes on from it.
    let is_one_again = letters.chars().all(|letter| fresh.starts_with(letter));
    let all = if is_one_again { None } else { from(here.unwrap_or_default(), &letters) };
    if let Some(line) = all.or_else(|| from(here.map_or(0, |here| here + 1), fresh)) {
        ui.memory_mut(|memory| memory.request_focus(line));
        if let Some(response) = ui.ctx().read_response(line) {
            ui.scroll_to_rect_animation(response.rect, None, ScrollAnimation::none());
        }
        ui.ctx().request_repaint();
    }
}

/// Has another list the keyboard, that this one opened or that opened it?
fn has_another_list(ui: &Ui) -> bool {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let other = focused.map(|line| line.layer_id).filter(|layer| *layer != ui.layer_id());
    let lines = other.and_then(|layer| ui.data(|data| data.get_temp::<Lines>(lines_id(layer))));
    lines.is_some_and(|lines| lines.pass == ui.ctx().cumulative_pass_nr())
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
