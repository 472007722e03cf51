//! The keys of lists that drop down: Home and End, and the letters a line begins with. The button of a list has the
//! keyboard while that is open.

use egui::containers::menu::MenuState;
use egui::style::ScrollAnimation;
use egui::{Context, Event, Id, Key, LayerId, Modifiers, Popup, Rect, Response, Ui};

use super::focus;

/// For so many passes it is gone on to a line, until that is drawn.
const LASTS: u64 = 3;

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
        focus::let_go_after_frame(&button.ctx);
    } else {
        button.request_focus();
    }
}

/// The keys of a list that a button drops down. Home and End go to its first and its last line, also where that is drawn
/// only once it is in view; a letter goes to the next line that begins with it. To be called inside its scroll area,
/// after the lines.
pub(super) fn keys_of_list(ui: &Ui) {
    if !ui.ctx().text_edit_focused() && !has_another_list(ui) {
        take_keys(ui);
    }
}

/// The same of a list that a line of another list opens: the keys are its own only once the keyboard is in it.
pub(super) fn keys_of_inner_list(ui: &Ui) {
    if layer_of_keyboard(ui) == Some(ui.layer_id()) {
        take_keys(ui);
    }
}

fn layer_of_keyboard(ui: &Ui) -> Option<LayerId> {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    focused.map(|line| line.layer_id)
}

/// Has another list the keyboard, that this one opened?
fn has_another_list(ui: &Ui) -> bool {
    let other = layer_of_keyboard(ui).filter(|layer| *layer != ui.layer_id());
    let lines = other.and_then(|layer| ui.data(|data| data.get_temp::<Lines>(lines_id(layer))));
    lines.is_some_and(|lines| lines.pass == ui.ctx().cumulative_pass_nr())
}

fn take_keys(ui: &Ui) {
    typed_in_list(ui);
    let key = Id::unique(("the end of a list that is gone to", ui.layer_id()));
    let now = ui.ctx().cumulative_pass_nr();
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
        go_to(ui, line);
    }
    ui.ctx().request_repaint();
}

/// Gives a line the keyboard. A list that another line has opened is closed, as the arrows do it.
fn go_to(ui: &Ui, line: Id) {
    let is_elsewhere = ui.memory(egui::Memory::focused) != Some(line);
    ui.memory_mut(|memory| memory.request_focus(line));
    if is_elsewhere {
        MenuState::from_ui(ui, |state, _| state.open_item = None);
    }
}

/// Where a line of a list is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    /// It was drawn.
    Drawn(Id),
    /// It is a row out of view: of which long list, and which row.
    Row(Id, usize),
}

/// The lines of the list that is open, in one pass.
#[derive(Debug, Clone, Default)]
struct Lines {
    pass: u64,
    lines: Vec<(Place, String)>,
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

fn note(context: &Context, layer: LayerId, lines: impl Iterator<Item = (Place, String)>) {
    let pass = context.cumulative_pass_nr();
    context.data_mut(|data| {
        let known = data.get_temp_mut_or_default::<Lines>(lines_id(layer));
        if known.pass != pass {
            *known = Lines { pass, lines: Vec::new() };
        }
        known.lines.extend(lines);
    });
}

/// Notes a line of a list that drops down, so that it is found by its first letters.
pub(super) fn note_line(line: &Response, label: &str) {
    note(&line.ctx, line.layer_id, std::iter::once((Place::Drawn(line.id), label.to_lowercase())));
}

/// Notes rows of the long list `list` that are out of view; `labels` are those of all its rows, or nothing where no letter
/// leads to them.
pub(super) fn note_rows(ui: &Ui, list: Id, labels: &[String], rows: std::ops::Range<usize>) {
    if labels.is_empty() || letters(ui).is_empty() {
        return;
    }
    let out_of_view = labels.iter().enumerate().take(rows.end).skip(rows.start);
    note(ui.ctx(), ui.layer_id(), out_of_view.map(|(row, label)| (Place::Row(list, row), label.to_lowercase())));
}

/// The row that was out of view when its first letters were typed, and until which pass it is gone to.
#[derive(Debug, Clone, Copy, Default)]
struct Sought {
    row: usize,
    until: u64,
}

/// The row of this long list that is to come into view and to have the keyboard.
pub(super) fn sought_row(ui: &Ui, list: Id) -> Option<usize> {
    let sought = ui.data(|data| data.get_temp::<Sought>(list))?;
    (ui.ctx().cumulative_pass_nr() <= sought.until).then_some(sought.row)
}

/// Gives the keyboard to the line that was noted last, which is that of the row sought.
pub(super) fn found_row(ui: &Ui, list: Id) {
    let lines = ui.data(|data| data.get_temp::<Lines>(lines_id(ui.layer_id()))).unwrap_or_default().lines;
    if let Some((Place::Drawn(line), _)) = lines.last() {
        ui.memory_mut(|memory| memory.request_focus(*line));
        if let Some(response) = ui.ctx().read_response(*line) {
            ui.scroll_to_rect_animation(response.rect, None, ScrollAnimation::none());
        }
        ui.data_mut(|data| data.remove_temp::<Sought>(list));
        ui.ctx().request_repaint();
    }
}

/// What was typed in this frame.
fn letters(ui: &Ui) -> String {
    let typed = ui.input(|input| {
        let is_plain = !input.modifiers.command && !input.modifiers.alt;
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) if is_plain => Some(text.to_lowercase()),
            _ => None,
        });
        texts.collect::<String>()
    });
    typed.trim().to_owned()
}

/// A letter typed in a list that drops down goes to the next line that begins with it; letters typed in quick succession
/// go to the line that begins with all of them.
fn typed_in_list(ui: &Ui) {
    /// Letters that come within so many seconds belong together. Stays in code: as in the lists of desktops.
    const TOGETHER: f64 = 0.8;
    let fresh = letters(ui);
    if fresh.is_empty() {
        return;
    }
    let now = ui.input(|input| input.time);
    let key = Id::unique(("what was typed in a list", ui.layer_id()));
    let before = ui.data(|data| data.get_temp::<Typed>(key)).filter(|typed| now - typed.at < TOGETHER);
    let letters = before.map_or_else(String::new, |typed| typed.letters) + &fresh;
    ui.data_mut(|data| data.insert_temp(key, Typed { letters: letters.clone(), at: now }));
    let lines = ui.data(|data| data.get_temp::<Lines>(lines_id(ui.layer_id()))).unwrap_or_default().lines;
    let focused = ui.memory(egui::Memory::focused);
    let here = lines.iter().position(|(place, _)| focused.is_some_and(|id| *place == Place::Drawn(id)));
    let from = |first: usize, start: &str| {
        let mut in_turn = lines.iter().skip(first).chain(lines.iter().take(first));
        in_turn.find(|(_, label)| label.starts_with(start)).map(|(place, _)| *place)
    };
    // All letters together may still be the line that has the keyboard; one letter again goes on from it.
    let is_one_again = letters.chars().all(|letter| fresh.starts_with(letter));
    let all = if is_one_again { None } else { from(here.unwrap_or_default(), &letters) };
    match all.or_else(|| from(here.map_or(0, |here| here + 1), &fresh)) {
        None => return,
        Some(Place::Drawn(line)) => {
            go_to(ui, line);
            if let Some(response) = ui.ctx().read_response(line) {
                ui.scroll_to_rect_animation(response.rect, None, ScrollAnimation::none());
            }
        }
        Some(Place::Row(list, row)) => {
            // It is filled in, measured and drawn in passes of their own.
            let until = ui.ctx().cumulative_pass_nr() + 3 * LASTS;
            ui.data_mut(|data| data.insert_temp(list, Sought { row, until }));
        }
    }
    ui.ctx().request_repaint();
}
