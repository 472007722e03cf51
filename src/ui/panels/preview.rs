//! *What if*: what the act under the pointer would change, in a box beside its control.

use egui::{Area, Frame, Id, Key, Order, Rect, Response, Shape, Stroke, Ui, vec2};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::access::Question;
use crate::domain::Command;
use crate::ui::widgets::{self, Status};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{PreviewData, Tone};

/// The control under the pointer in one frame.
#[derive(Clone)]
struct Wish {
    commands: Vec<Command>,
    rect: Rect,
    frame: u64,
    /// Asked for with the key, which counts more than where the pointer rests.
    by_key: bool,
}

fn wish_id() -> Id {
    Id::unique("what if")
}

/// Held while a control has the keyboard, it shows what hovering shows.
pub const KEY: Key = Key::W;

/// Remembers that the pointer rests on a control which would do this, or that it has the keyboard and is asked with the
/// key.
pub fn offer(ui: &Ui, response: &Response, command: &Command) {
    offer_all(ui, response, std::slice::from_ref(command));
}

/// The same for a control that would do all of these, one after the other.
pub fn offer_all(ui: &Ui, response: &Response, commands: &[Command]) {
    // What was just clicked says nothing about its way back until the pointer has been elsewhere.
    let muted = Id::unique("what if is muted");
    if response.clicked() {
        ui.data_mut(|memory| memory.insert_temp(muted, response.id));
    }
    let frame = ui.ctx().cumulative_frame_nr();
    if response.has_focus() && ui.input(|input| input.key_down(KEY) && input.modifiers.is_none()) {
        let wish = Wish { commands: commands.to_vec(), rect: response.rect, frame, by_key: true };
        ui.data_mut(|memory| memory.insert_temp(wish_id(), wish));
        return;
    }
    let is_asked = |wish: &Wish| wish.by_key && wish.frame == frame;
    if ui.data(|memory| memory.get_temp::<Wish>(wish_id())).is_some_and(|wish| is_asked(&wish)) {
        return;
    }
    if response.hovered() && ui.data(|memory| memory.get_temp::<Id>(muted)) != Some(response.id) {
        ui.data_mut(|memory| memory.remove::<Id>(muted));
        let wish = Wish { commands: commands.to_vec(), rect: response.rect, frame, by_key: false };
        ui.data_mut(|memory| memory.insert_temp(wish_id(), wish));
    }
}

/// Everything that would be gained (true) or lost.
type Marks = Arc<BTreeMap<Question, bool>>;

fn marks_id() -> Id {
    Id::unique("what if marks")
}

/// Remembers what is marked in this frame, for every place where one of these facts stands.
pub fn remember(ui: &Ui, data: Option<&PreviewData>) {
    let marks: Marks = Arc::new(data.iter().flat_map(|data| data.marks.iter().copied()).collect());
    ui.data_mut(|memory| memory.insert_temp(marks_id(), marks));
}

/// What would become of the fact, in words for its name.
pub(super) fn would(ui: &Ui, question: Question) -> Option<&'static str> {
    let marks = ui.data(|memory| memory.get_temp::<Marks>(marks_id()))?;
    Some(if *marks.get(&question)? { ", would be gained" } else { ", would be lost" })
}

/// Marks the place where a fact stands that would be gained or lost: a dashed frame and a sign.
pub(super) fn mark(ui: &Ui, rect: Rect, question: Question) {
    let Some(words) = would(ui, question) else { return };
    let tokens = theme::tokens(ui);
    let is_gain = words.ends_with("gained");
    let ink = tokens.tone(if is_gain { Tone::Good } else { Tone::Bad });
    let stroke = &tokens.stroke;
    let path = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(Shape::dashed_line(&path, Stroke::new(stroke.mark, ink), stroke.dash, stroke.dash_gap));
    // On the corner, so that it covers no word.
    let (centre, radius) = (rect.right_top(), tokens.size.sign / 2.0);
    let arm = radius * 0.55;
    ui.painter().circle_filled(centre, radius, ink);
    let line = Stroke::new(stroke.mark, tokens.color.panel);
    ui.painter().hline(centre.x - arm..=centre.x + arm, centre.y, line);
    if is_gain {
        ui.painter().vline(centre.x, centre.y - arm..=centre.y + arm, line);
    }
}

/// Asks for the preview of the control under the pointer, and shows it when it is there.
pub fn preview_ui(ui: &Ui, data: Option<&PreviewData>, shown: &[Command], queue: &mut CommandQueue) {
    let frame = ui.ctx().cumulative_frame_nr();
    let wish = ui.data(|memory| memory.get_temp::<Wish>(wish_id())).filter(|wish| wish.frame == frame);
    let wanted: &[Command] = wish.as_ref().map_or(&[], |wish| &wish.commands);
    if wanted != shown {
        queue.push(UiCommand::Preview(wanted.to_vec()));
        return;
    }
    let (Some(wish), Some(data)) = (wish, data) else { return };
    let tokens = theme::tokens(ui);
    let place = wish.rect.left_bottom() + vec2(0.0, tokens.space.near);
    let area = Area::new(wish_id()).order(Order::Tooltip).fixed_pos(place).constrain(true).interactable(false);
    area.show(ui.ctx(), |ui| {
        let shadow = ui.visuals().popup_shadow;
        Frame::new().fill(tokens.color.raised).corner_radius(tokens.radius.card).shadow(shadow).show(ui, |ui| {
            ui.set_max_width(tokens.width.preview);
            widgets::region(ui, "What if", |ui| {
                widgets::dashed_box(ui, |ui| {
                    ui.set_width(tokens.width.preview - 2.0 * tokens.space.row);
                    ui.spacing_mut().item_spacing.y = tokens.space.tight;
                    ui.add(egui::Label::new(text::strong(ui, &data.title).color(tokens.color.accent)).wrap());
                    for line in data.lines.iter().chain(&data.door) {
                        Status::new(line.tone, &line.text).small().show(ui);
                    }
                });
            });
        });
    });
}
