//! A switch: a pill with a knob, right when it is on.

use egui::{Rect, Response, Role, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Enabled, paint};
use crate::ui::{fonts, theme};

/// The pill, in points.
const PILL: egui::Vec2 = vec2(30.0, 17.0);

/// A switch that can be used. `label` is its accessible name; show it beside the switch too, or use [`switch_row`].
pub fn switch(ui: &mut Ui, on: &mut bool, label: &str) -> Response {
    switch_enabled(ui, on, label, Ok(()))
}

/// A switch that says why it cannot be used.
pub fn switch_enabled(ui: &mut Ui, on: &mut bool, label: &str, enabled: Enabled) -> Response {
    let size = vec2(PILL.x, PILL.y.max(theme::tokens(ui).size.target));
    let (rect, response) = ui.allocate_exact_size(size, paint::sense(&enabled));
    let pill = Rect::from_center_size(rect.center(), PILL);
    toggle(ui, response, pill, on, label, &enabled)
}

/// A switch with its text beside it, over the whole width; a click on the text counts too.
///
/// `trailing` draws what stands at the right end, such as a tag.
pub fn switch_row(
    ui: &mut Ui,
    on: &mut bool,
    label: &str,
    enabled: Enabled,
    trailing: impl FnOnce(&mut Ui),
) -> Response {
    let tokens = theme::tokens(ui);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        trailing(ui);
        let indent = PILL.x + 10.0;
        let galley =
            paint::lines(ui, label, tokens.size.body, fonts::regular(), (ui.available_width() - indent).max(40.0));
        let height = (galley.size().y + 6.0).max(tokens.size.target);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), paint::sense(&enabled));
        let pill = Rect::from_center_size(pos2(rect.min.x + PILL.x / 2.0, rect.center().y), PILL);
        let painter = paint::painter(ui, &enabled);
        paint::from_left(&painter, rect.min.x + indent, rect.center().y, galley, tokens.color.text);
        toggle(ui, response, pill, on, label, &enabled)
    })
    .inner
}

fn toggle(ui: &Ui, mut response: Response, pill: Rect, on: &mut bool, label: &str, enabled: &Enabled) -> Response {
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    paint::announce_chosen(&response, Role::Switch, enabled, *on, label);
    if ui.is_rect_visible(pill) {
        let tokens = theme::tokens(ui);
        let color = &tokens.color;
        let share = ui.animate_bool_responsive(response.id, *on);
        let painter = paint::painter(ui, enabled);
        let mut track = color.track.lerp_to_gamma(color.track_on, share);
        if response.hovered() && enabled.is_ok() {
            track = track.lerp_to_gamma(color.text, 0.08);
        }
        let radius = pill.height() / 2.0;
        painter.rect(
            pill,
            radius,
            track,
            Stroke::new(1.0, color.line_strong.gamma_multiply(1.0 - share)),
            StrokeKind::Inside,
        );
        let travel = egui::lerp(pill.min.x + radius..=pill.max.x - radius, share);
        painter.circle_filled(
            pos2(travel, pill.center().y),
            radius - 2.5,
            color.knob.lerp_to_gamma(color.knob_on, share),
        );
        paint::focus_ring(ui, &response, pill, radius as u8);
    }
    paint::explain(response, enabled)
}
