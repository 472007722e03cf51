//! *What if*: what the act under the pointer would change, in a box beside its control.

use egui::{Area, Frame, Id, Order, Rect, Response, Ui, vec2};

use crate::domain::Command;
use crate::ui::widgets::{self, Status};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::PreviewData;

/// The widest the box gets.
const WIDTH: f32 = 300.0;

/// The control under the pointer in one frame.
#[derive(Clone)]
struct Wish {
    command: Command,
    rect: Rect,
    frame: u64,
}

fn wish_id() -> Id {
    Id::unique("what if")
}

/// Remembers that the pointer rests on a control which would do this.
pub(super) fn offer(ui: &Ui, response: &Response, command: &Command) {
    // What was just clicked says nothing about its way back until the pointer has been elsewhere.
    let muted = Id::unique("what if is muted");
    if response.clicked() {
        ui.data_mut(|memory| memory.insert_temp(muted, response.id));
    }
    if response.hovered() && ui.data(|memory| memory.get_temp::<Id>(muted)) != Some(response.id) {
        ui.data_mut(|memory| memory.remove::<Id>(muted));
        let wish = Wish { command: command.clone(), rect: response.rect, frame: ui.ctx().cumulative_frame_nr() };
        ui.data_mut(|memory| memory.insert_temp(wish_id(), wish));
    }
}

/// Asks for the preview of the control under the pointer, and shows it when it is there.
pub fn preview_ui(ui: &Ui, data: Option<&PreviewData>, shown: Option<&Command>, queue: &mut CommandQueue) {
    let frame = ui.ctx().cumulative_frame_nr();
    let wish = ui.data(|memory| memory.get_temp::<Wish>(wish_id())).filter(|wish| wish.frame == frame);
    let wanted = wish.as_ref().map(|wish| &wish.command);
    if wanted != shown {
        queue.push(UiCommand::Preview(wanted.cloned()));
        return;
    }
    let (Some(wish), Some(data)) = (wish, data) else { return };
    let tokens = theme::tokens(ui);
    let place = wish.rect.left_bottom() + vec2(0.0, tokens.space.near);
    let area = Area::new(wish_id()).order(Order::Tooltip).fixed_pos(place).constrain(true).interactable(false);
    area.show(ui.ctx(), |ui| {
        let shadow = ui.visuals().popup_shadow;
        Frame::new().fill(tokens.color.raised).corner_radius(tokens.radius.card).shadow(shadow).show(ui, |ui| {
            ui.set_max_width(WIDTH);
            widgets::region(ui, "What if", |ui| {
                widgets::dashed_box(ui, |ui| {
                    ui.set_width(WIDTH - 2.0 * tokens.space.inset);
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
