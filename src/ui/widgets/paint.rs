//! What the widgets share: sensing, the ring around what has the keyboard, reasons, and small painting helpers.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontFamily, FontId, Galley, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use lucide_icons::Icon;

use super::Enabled;
use crate::ui::{fonts, text, theme};

/// What a control reacts to. Without a click it can still have the keyboard, so that its reason can be read.
pub(super) fn sense(enabled: &Enabled) -> Sense {
    match enabled {
        Ok(()) => Sense::click(),
        Err(_) => Sense::focusable_noninteractive(),
    }
}

/// The painter for a control: paler when it cannot be used.
pub(super) fn painter(ui: &Ui, enabled: &Enabled) -> Painter {
    let mut painter = ui.painter().clone();
    if enabled.is_err() {
        painter.multiply_opacity(theme::tokens(ui).shade.disabled);
    }
    painter
}

/// Brings what gets the keyboard into view.
pub(super) fn follow_focus(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Tells screen readers and tests what this is.
pub(super) fn announce(response: &Response, role: Role, enabled: &Enabled, label: &str) {
    let usable = response.enabled() && enabled.is_ok();
    response.widget_info(|| WidgetInfo::labeled(role, usable, label));
    follow_focus(response);
}

/// Tells screen readers and tests what this is, and whether it is on.
pub(super) fn announce_chosen(response: &Response, role: Role, enabled: &Enabled, chosen: bool, label: &str) {
    let usable = response.enabled() && enabled.is_ok();
    response.widget_info(|| WidgetInfo::selected(role, usable, chosen, label));
    follow_focus(response);
}

/// Shows why a control cannot be used: on hover, while it has the keyboard, and to screen readers.
pub(super) fn explain(response: Response, enabled: Enabled) -> Response {
    let Err(reason) = enabled else {
        return response;
    };
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(reason.as_str()));
    if response.has_focus() {
        if !is_covered(&response) {
            response.show_tooltip_text(reason);
        }
        response
    } else {
        response.on_hover_text(reason.as_str()).on_disabled_hover_text(reason)
    }
}

/// Does something stand above it: a dialog, a sheet?
fn is_covered(response: &Response) -> bool {
    let above = response.ctx.layer_id_at(response.rect.center());
    above.is_some_and(|above| above != response.layer_id && above.order > response.layer_id.order)
}

/// The ring around what has the keyboard, a little outside of `rect`.
pub(super) fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: impl Into<CornerRadius>) {
    if response.has_focus() {
        let tokens = theme::tokens(ui);
        let stroke = Stroke::new(tokens.stroke.focus, tokens.color.accent);
        let radius: CornerRadius = radius.into();
        let away = tokens.space.hair;
        let radius = radius + CornerRadius::from(away);
        ui.painter().rect_stroke(rect.expand(away), radius, stroke, StrokeKind::Outside);
    }
}

/// A line of text, laid out but not painted yet.
pub(super) fn line(ui: &Ui, text: &str, size: f32, family: FontFamily) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), FontId::new(size, family), Color32::PLACEHOLDER)
}

/// Text of at most this width, laid out over as many lines as it needs.
pub(super) fn lines(ui: &Ui, words: &str, size: f32, family: FontFamily, width: f32) -> Arc<Galley> {
    text::few_lines(ui, words, FontId::new(size, family), Color32::PLACEHOLDER, (width, usize::MAX))
}

/// An icon, laid out but not painted yet.
pub(super) fn glyph(ui: &Ui, icon: Icon, size: f32) -> Arc<Galley> {
    line(ui, &char::from(icon).to_string(), size, fonts::icons())
}

/// Paints a laid out text with its centre at `centre`.
pub(super) fn centred(painter: &Painter, centre: Pos2, galley: Arc<Galley>, colour: Color32) {
    let corner = centre - galley.size() / 2.0;
    painter.galley(corner, galley, colour);
}

/// Paints a laid out text from `left` on, centred on the height `middle`; returns where it ends.
pub(super) fn from_left(painter: &Painter, left: f32, middle: f32, galley: Arc<Galley>, colour: Color32) -> f32 {
    let size = galley.size();
    painter.galley(pos2(left, middle - size.y / 2.0), galley, colour);
    left + size.x
}

/// Room for a mark of this size that nobody can click.
pub(super) fn mark(ui: &mut Ui, size: Vec2, label: &str) -> (Rect, Response) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
    (rect, response)
}

/// A ring whose outer edge has this radius; egui itself draws the stroke of a circle outside of it.
pub(super) fn ring(painter: &Painter, centre: Pos2, radius: f32, stroke: Stroke) {
    painter.circle_stroke(centre, radius - stroke.width, stroke);
}

/// A dashed circle.
pub(super) fn dashed_circle(painter: &Painter, centre: Pos2, radius: f32, stroke: Stroke) {
    // Stays in code: as many dashes as fit evenly, so that the ring closes without a seam.
    let dashes = (radius * std::f32::consts::TAU / (radius * 0.28).clamp(5.5, 12.0)).round().max(6.0);
    let pitch = radius * std::f32::consts::TAU / dashes;
    painter.extend(Shape::dashed_line(&arc(centre, radius, 0.0, 1.0), stroke, pitch * 0.58, pitch * 0.42));
}

/// Points along a circle, as shares of a turn from the top, clockwise.
pub(super) fn arc(centre: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    let steps = 64_u8;
    (0..=steps)
        .map(|step| {
            let share = from + (to - from) * f32::from(step) / f32::from(steps);
            let angle = share * std::f32::consts::TAU - std::f32::consts::FRAC_PI_2;
            centre + radius * vec2(angle.cos(), angle.sin())
        })
        .collect()
}

/// A dashed rectangle with round corners.
pub(super) fn dashed_rect(ui: &Ui, rect: Rect, radius: f32, stroke: Stroke) {
    let rect = rect.shrink(stroke.width / 2.0);
    let inner = rect.shrink(radius);
    // Stays in code: quarters of a turn.
    let corners = [
        (pos2(inner.max.x, inner.min.y), 0.0),
        (inner.max, 0.25),
        (pos2(inner.min.x, inner.max.y), 0.5),
        (inner.min, 0.75),
    ];
    // Stays in code: each corner is a quarter of a turn.
    let mut outline: Vec<Pos2> =
        corners.iter().flat_map(|&(centre, turn)| arc(centre, radius, turn, turn + 0.25)).collect();
    outline.extend(outline.first().copied());
    let dash = &theme::tokens(ui).stroke;
    ui.painter().extend(Shape::dashed_line(&outline, stroke, dash.dash, dash.dash_gap));
}
