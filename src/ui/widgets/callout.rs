//! Text that stands apart: with an edge, in a dashed box, quoted.

use egui::{Color32, Frame, InnerResponse, Label, Margin, Response, Stroke, Ui, vec2};

use super::paint;
use crate::ui::{text, theme};
use crate::view::Tone;

/// Text with an edge on its left in the colour of a statement.
pub fn callout<R>(ui: &mut Ui, tone: Tone, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let colour = theme::tokens(ui).tone(tone);
    callout_in(ui, colour, add)
}

/// Text with an edge on its left in any colour.
pub fn callout_in<R>(ui: &mut Ui, colour: Color32, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = theme::tokens(ui);
    let (width, above) = (tokens.stroke.callout_edge, tokens.space.hair as i8);
    let margin = Margin { left: (width + tokens.space.base) as i8, right: 0, top: above, bottom: above };
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        add(ui)
    });
    let mut edge = shown.response.rect;
    edge.max.x = edge.min.x + width;
    ui.painter().rect_filled(edge, width / 2.0, colour);
    shown
}

/// A dashed box in the accent: what would be, but is not yet.
pub fn dashed_box<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = theme::tokens(ui);
    let frame = Frame::new()
        .inner_margin(Margin::from(vec2(tokens.space.row, tokens.space.base)))
        .corner_radius(tokens.radius.control);
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        add(ui)
    });
    let stroke = Stroke::new(tokens.stroke.line, tokens.color.accent);
    paint::dashed_rect(ui, shown.response.rect, f32::from(tokens.radius.control), stroke);
    shown
}

/// A sentence of a guide, and where it stands.
pub fn quote(ui: &mut Ui, words: &str, source: &str) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme::tokens(ui).space.hair;
        let sentence = text::dim(ui, format!("\u{201c}{words}\u{201d}"));
        ui.add(Label::new(sentence).wrap());
        let origin = text::faint(ui, source);
        ui.add(Label::new(origin).wrap());
    })
    .response
}
