//! The mark of the program: two halves of one square, each reaching into the other.

use egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme;

/// Draws the mark.
pub fn logo(ui: &mut Ui, size: f32) -> Response {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, "crossinvite"));
    let (left, right) = (tokens.platform(0).ink, tokens.platform(1).ink);
    let radius = (size * 0.24).round() as u8;
    let (middle, bar) = (rect.center(), size * 0.085);
    let painter = ui.painter();
    let west = Rect::from_min_max(rect.min, pos2(middle.x, rect.max.y));
    let east = Rect::from_min_max(pos2(middle.x, rect.min.y), rect.max);
    painter.rect_filled(west, CornerRadius { nw: radius, sw: radius, ..CornerRadius::ZERO }, left);
    painter.rect_filled(east, CornerRadius { ne: radius, se: radius, ..CornerRadius::ZERO }, right);
    let reach = size * 0.26;
    let tongue = Rect::from_min_max(pos2(middle.x - reach, middle.y - bar), pos2(middle.x + reach, middle.y + bar));
    painter.rect_filled(tongue, (bar * 0.9) as u8, tokens.color.bg);
    response
}
