//! Small things between other things: headings, lines, paths, marks.

use egui::{Label, Response, Role, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::{explained, paint};
use crate::ui::{fonts, text, theme, theme::PlatformColors};

/// The quiet heading of a section; screen readers jump from heading to heading.
pub fn section_heading(ui: &mut Ui, words: &str) -> Response {
    let tokens = theme::tokens(ui);
    let rich = text::small(ui, words).family(fonts::semibold()).color(tokens.color.dim);
    let response = ui.add(Label::new(rich));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.clear_value();
        node.set_label(words);
    });
    explained(response, words)
}

/// The head of a column.
pub fn column_heading(ui: &mut Ui, words: &str) -> Response {
    let rich = text::caption(ui, words).family(fonts::medium());
    let response = ui.add(Label::new(rich));
    explained(response, words)
}

/// A quiet line over the whole width.
pub fn divider(ui: &mut Ui) -> Response {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.stroke.line), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(tokens.stroke.line, tokens.color.line));
    response
}

/// Where something is found: "Members › Invite & Grant Roles › Ben".
pub fn path(ui: &mut Ui, places: &[&str]) -> Response {
    let rich = text::faint(ui, places.join(" \u{203a} "));
    ui.add(Label::new(rich).wrap())
}

/// The square in the colour of a platform, before its name.
pub fn platform_mark(ui: &mut Ui, colors: PlatformColors) -> Response {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(tokens.size.dot), Sense::hover());
    ui.painter().rect_filled(rect, tokens.radius.mark, colors.ink);
    response
}

/// A watch at a glance: a green disc while it holds, a red diamond when it does not. `label` says which.
pub fn watch_mark(ui: &mut Ui, holds: bool, label: &str) -> Response {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let (rect, response) = paint::mark(ui, Vec2::splat(tokens.size.dot), label);
    let centre = rect.center();
    if holds {
        ui.painter().circle_filled(centre, rect.width() * 0.45, color.ok);
    } else {
        // A diamond looks smaller than a disc as wide.
        let reach = rect.width() * 0.55;
        let corners = [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)];
        let points = corners.map(|(x, y)| pos2(centre.x + x, centre.y + y)).to_vec();
        ui.painter().add(Shape::convex_polygon(points, color.bad, Stroke::NONE));
    }
    response
}
