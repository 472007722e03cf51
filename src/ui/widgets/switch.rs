//! A switch: a pill with a knob, right when it is on.

use egui::{Align, Layout, Rect, Response, Role, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2};

use super::{Enabled, paint};
use crate::ui::{fonts, theme};

/// The size of the pill.
pub fn pill_size(ui: &Ui) -> Vec2 {
    let size = &theme::tokens(ui).size;
    vec2(size.switch_width, size.switch_height)
}

/// A switch that can be used. `label` is its accessible name; show it beside the switch too, or use [`switch_row`].
pub fn switch(ui: &mut Ui, on: &mut bool, label: &str) -> Response {
    switch_enabled(ui, on, label, Ok(()))
}

/// A switch that says why it cannot be used.
pub fn switch_enabled(ui: &mut Ui, on: &mut bool, label: &str, enabled: Enabled) -> Response {
    let pill = pill_size(ui);
    let size = vec2(pill.x, pill.y.max(theme::tokens(ui).size.target));
    let (rect, response) = ui.allocate_exact_size(size, paint::sense(&enabled));
    let pill = Rect::from_center_size(rect.center(), pill);
    toggle(ui, response, pill, on, label, enabled)
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
    let pill = pill_size(ui);
    let indent = pill.x + tokens.space.base;
    let full = ui.available_width();
    // How wide the right end is shows only when it is drawn, so the width of the last frame counts.
    let end_id = ui.scope_id().with(("the right end of", label));
    let known: Option<f32> = ui.data(|data| data.get_temp(end_id));
    let end = known.unwrap_or(0.0);
    let room = (full - indent - end).max(pill.x);
    let words = paint::lines(ui, label, tokens.size.body, fonts::regular(), room);
    let height = (words.size().y + tokens.space.near).max(tokens.size.target);
    let (rect, response) = ui.allocate_exact_size(vec2(full, height), paint::sense(&enabled));
    let pill = Rect::from_center_size(pos2(rect.min.x + pill.x / 2.0, rect.center().y), pill);
    let ink = if enabled.is_ok() { tokens.color.text } else { tokens.color.faint };
    paint::from_left(ui.painter(), rect.min.x + indent, rect.center().y, words, ink);
    let response = toggle(ui, response, pill, on, label, enabled);
    let corner = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)).id_salt(label);
    let mut child = ui.new_child(corner);
    trailing(&mut child);
    let drawn = child.min_rect().width();
    let drawn = if drawn > 0.0 { drawn + tokens.space.row } else { 0.0 };
    if known != Some(drawn) {
        ui.data_mut(|data| data.insert_temp(end_id, drawn));
        ui.request_discard("the right end of a switch row has another width");
    }
    response
}

fn toggle(ui: &Ui, mut response: Response, pill: Rect, on: &mut bool, label: &str, enabled: Enabled) -> Response {
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    paint::announce_chosen(&response, Role::Switch, &enabled, *on, label);
    if ui.is_rect_visible(pill) {
        let tokens = theme::tokens(ui);
        let color = &tokens.color;
        let share = ui.animate_bool_responsive(response.id, *on);
        let painter = paint::painter(ui, &enabled);
        let mut track = color.track.lerp_to_gamma(color.track_on, share);
        if response.hovered() && enabled.is_ok() {
            track = track.lerp_to_gamma(color.text, tokens.shade.switch_hovered);
        }
        let radius = pill.height() / 2.0;
        painter.rect(
            pill,
            radius,
            track,
            Stroke::new(tokens.stroke.line, color.line_strong.gamma_multiply(1.0 - share)),
            StrokeKind::Inside,
        );
        let travel = egui::lerp(pill.min.x + radius..=pill.max.x - radius, share);
        painter.circle_filled(
            pos2(travel, pill.center().y),
            radius - tokens.space.hair,
            color.knob.lerp_to_gamma(color.knob_on, share),
        );
        paint::focus_ring(ui, &response, pill, radius as u8);
    }
    paint::explain(response, enabled)
}
