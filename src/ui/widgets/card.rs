//! Raised cards, and the panels they stand on.

use egui::{
    Color32, CornerRadius, Frame, InnerResponse, Margin, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    epaint::RectShape, vec2,
};

use super::{Enabled, paint};
use crate::ui::theme;

/// How a card looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CardStyle {
    /// Raised a little.
    #[default]
    Plain,
    /// Raised and outlined in the accent: in focus.
    Selected,
    /// An outline without a fill.
    Outline,
}

fn frame(ui: &Ui, style: CardStyle) -> Frame {
    let tokens = theme::tokens(ui);
    let (fill, edge) = match style {
        CardStyle::Plain => (tokens.color.raised, Stroke::new(tokens.stroke.line, tokens.color.line)),
        CardStyle::Selected => (tokens.color.raised, Stroke::new(tokens.stroke.line, tokens.color.accent)),
        CardStyle::Outline => (Color32::TRANSPARENT, Stroke::new(tokens.stroke.line, tokens.color.line)),
    };
    Frame::new()
        .fill(fill)
        .stroke(edge)
        .corner_radius(tokens.radius.card)
        .inner_margin(Margin::from(vec2(tokens.space.row, tokens.space.base)))
}

/// A card over the whole width.
pub fn card<R>(ui: &mut Ui, style: CardStyle, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    frame(ui, style).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        add(ui)
    })
}

/// A card that can be clicked as a whole; what stands on it can still be clicked by itself.
pub fn clickable_card<R>(
    ui: &mut Ui,
    style: CardStyle,
    label: &str,
    add: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let usable: Enabled = Ok(());
    let tokens = theme::tokens(ui);
    let below = ui.painter().add(Shape::Noop);
    let shown = ui.scope_builder(UiBuilder::new().id_salt(label).sense(Sense::click()), |ui| {
        let response = ui.response();
        paint::announce(&response, Role::Button, &usable, label);
        let mut look = frame(ui, style);
        if response.hovered() {
            look = look.fill(tokens.color.hover);
        }
        let shape = (look.fill, look.stroke, look.corner_radius);
        let inner = look.fill(Color32::TRANSPARENT).stroke(Stroke::new(tokens.stroke.line, Color32::TRANSPARENT)).show(
            ui,
            |ui| {
                ui.set_min_width(ui.available_width());
                add(ui)
            },
        );
        (inner.inner, inner.response.rect, shape)
    });
    let (inner, rect, (fill, stroke, radius)) = shown.inner;
    ui.painter().set(below, RectShape::new(rect, radius, fill, stroke, StrokeKind::Inside));
    paint::focus_ring(ui, &shown.response, rect, radius);
    InnerResponse::new(inner, shown.response)
}

/// A panel; with `edge` its top edge is in the colour of its platform.
pub fn panel_frame<R>(ui: &mut Ui, edge: Option<Color32>, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = theme::tokens(ui);
    let radius = CornerRadius::same(tokens.radius.panel);
    let frame = Frame::new()
        .fill(tokens.color.panel)
        .stroke(Stroke::new(tokens.stroke.line, tokens.color.line))
        .corner_radius(radius)
        .inner_margin(Margin::from(tokens.space.inset - tokens.stroke.line));
    let shadow = ui.painter().add(Shape::Noop);
    let Some(colour) = edge else {
        let shown = frame.show(ui, add);
        ui.painter().set(shadow, tokens.panel_shadow(shown.response.rect));
        return shown;
    };
    let mut prepared = frame.begin(ui);
    let (cap, cover) = (ui.painter().add(Shape::Noop), ui.painter().add(Shape::Noop));
    let inner = add(&mut prepared.content_ui);
    let response = prepared.end(ui);
    ui.painter().set(shadow, tokens.panel_shadow(response.rect));
    // The whole outline in the colour, covered again from a little lower: the edge tapers off around the corners.
    let rect = response.rect;
    let thick = tokens.stroke.top_edge;
    let mut head = rect;
    head.max.y = head.min.y + f32::from(tokens.radius.panel);
    let mut below = rect.shrink2(vec2(tokens.stroke.line, 0.0));
    below.min.y += thick;
    let painter = ui.painter().with_clip_rect(head.intersect(ui.clip_rect()));
    painter.set(cap, RectShape::filled(rect, radius, colour));
    painter.set(cover, RectShape::filled(below, radius, tokens.color.panel));
    InnerResponse::new(inner, response)
}
