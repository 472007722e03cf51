//! Painting that several panels share: panels at a given place, laid out text, rows.

use std::sync::Arc;

use egui::{
    Align, Color32, CornerRadius, FontFamily, FontId, Galley, Layout, Painter, Pos2, Rect, Response, Role, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, epaint::RectShape, pos2, text::LayoutJob, text::TextFormat, vec2,
};
use lucide_icons::Icon;

use crate::ui::{fonts, text, theme};

/// One line of text, laid out but not painted; it ends in `…` where it would be wider than `width`.
pub(super) fn line(ui: &Ui, words: &str, size: f32, family: FontFamily, ink: Color32, width: f32) -> Arc<Galley> {
    spans(ui, &[(words, size, family, ink)], width)
}

/// A name on one line; where it would be wider than `width` its middle gives way.
pub(super) fn name(ui: &Ui, words: &str, size: f32, family: FontFamily, ink: Color32, width: f32) -> Arc<Galley> {
    name_over(ui, words, size, family, ink, (width, 1))
}

/// The same over at most `rows` lines.
pub(super) fn name_over(
    ui: &Ui,
    words: &str,
    size: f32,
    family: FontFamily,
    ink: Color32,
    room: (f32, usize),
) -> Arc<Galley> {
    let format =
        TextFormat { font_id: FontId::new(size, family), color: ink, valign: Align::Center, ..TextFormat::default() };
    text::name(ui, words, &format, room)
}

/// One line of differently set words; it ends in `…` where it would be wider than `width`.
pub(super) fn spans(ui: &Ui, parts: &[(&str, f32, FontFamily, Color32)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (words, size, family, ink) in parts {
        let format = TextFormat {
            font_id: FontId::new(*size, family.clone()),
            color: *ink,
            valign: Align::Center,
            ..TextFormat::default()
        };
        job.append(words, 0.0, format);
    }
    job.wrap.max_width = width.max(0.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.painter().layout_job(job)
}

/// Text over as many lines as it needs.
pub(super) fn lines(ui: &Ui, words: &str, size: f32, family: FontFamily, ink: Color32, width: f32) -> Arc<Galley> {
    ui.painter().layout(words.to_owned(), FontId::new(size, family), ink, width.max(1.0))
}

/// How high one of the lines of a laid out text is.
pub(super) fn row_height(galley: &Galley) -> f32 {
    galley.size().y / galley.rows.len().max(1) as f32
}

/// An icon, laid out but not painted.
pub(super) fn glyph(ui: &Ui, icon: Icon, size: f32, ink: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(char::from(icon).to_string(), FontId::new(size, fonts::icons()), ink)
}

/// Paints laid out text from `left` on, centred on `middle`; returns where it ends.
pub(super) fn from_left(painter: &Painter, left: f32, middle: f32, galley: Arc<Galley>) -> f32 {
    let size = galley.size();
    painter.galley(pos2(left, middle - size.y / 2.0), galley, Color32::PLACEHOLDER);
    left + size.x
}

/// Paints a name and what is said under it, centred together on `middle`.
pub(super) fn two_lines(ui: &Ui, left: f32, middle: f32, name: Arc<Galley>, under: Arc<Galley>) {
    let half = theme::tokens(ui).row.line / 2.0;
    from_left(ui.painter(), left, middle - half, name);
    from_left(ui.painter(), left, middle + half, under);
}

/// Paints laid out text around `centre`.
pub(super) fn centred(painter: &Painter, centre: Pos2, galley: Arc<Galley>) {
    painter.galley(centre - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
}

/// Paints the body of a panel; with `edge` its top edge is in that colour.
pub(super) fn panel(ui: &Ui, rect: Rect, edge: Option<Color32>) {
    let tokens = theme::tokens(ui);
    let radius = CornerRadius::same(tokens.radius.panel);
    let painter = ui.painter();
    painter.add(tokens.panel_shadow(rect));
    let line = Stroke::new(tokens.stroke.line, tokens.color.line);
    painter.add(RectShape::new(rect, radius, tokens.color.panel, line, StrokeKind::Inside));
    if let Some(colour) = edge {
        let mut head = rect;
        head.max.y = head.min.y + f32::from(tokens.radius.panel);
        let mut below = rect.shrink2(vec2(tokens.stroke.line, 0.0));
        below.min.y += tokens.stroke.top_edge;
        let painter = painter.with_clip_rect(head.intersect(ui.clip_rect()));
        painter.add(RectShape::filled(rect, radius, colour));
        painter.add(RectShape::filled(below, radius, tokens.color.panel));
    }
}

/// Runs `add` inside `rect`, from the top down, clipped to it.
pub(super) fn within<R>(ui: &mut Ui, rect: Rect, salt: impl egui::AsIdSalt, add: impl FnOnce(&mut Ui) -> R) -> R {
    placed(ui, rect, salt, Layout::top_down(Align::Min), add)
}

/// Runs `add` inside `rect`, from left to right, centred in height.
pub(super) fn row<R>(ui: &mut Ui, rect: Rect, salt: impl egui::AsIdSalt, add: impl FnOnce(&mut Ui) -> R) -> R {
    placed(ui, rect, salt, Layout::left_to_right(Align::Center), add)
}

/// Runs `add` inside `rect`, from right to left, centred in height.
pub(super) fn row_end<R>(ui: &mut Ui, rect: Rect, salt: impl egui::AsIdSalt, add: impl FnOnce(&mut Ui) -> R) -> R {
    placed(ui, rect, salt, Layout::right_to_left(Align::Center), add)
}

fn placed<R>(ui: &mut Ui, rect: Rect, salt: impl egui::AsIdSalt, layout: Layout, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(salt));
    add(&mut child)
}

/// Tells screen readers and tests what this is.
pub(super) fn announce(response: &Response, role: Role, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, response.enabled(), name));
}

/// The ring around what has the keyboard.
pub(super) fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        let tokens = theme::tokens(ui);
        let stroke = Stroke::new(tokens.stroke.focus, tokens.color.accent);
        ui.painter().rect_stroke(rect, tokens.radius.control, stroke, StrokeKind::Outside);
    }
}
