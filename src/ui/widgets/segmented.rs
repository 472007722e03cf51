//! A few choices in one groove, of which exactly one holds.

use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::paint;
use crate::ui::{fonts, theme};

/// Draws the choices; `chosen` is the place of the one that holds. The response says `changed`.
pub fn segmented(ui: &mut Ui, chosen: &mut usize, choices: &[&str], label: &str) -> Response {
    let group = UiBuilder::new().id_salt(label).accessibility_role(Role::RadioGroup).accessibility_label(label);
    let mut changed = false;
    let shown = ui.scope_builder(group, |ui| {
        let tokens = theme::tokens(ui);
        let color = &tokens.color;
        let texts: Vec<_> =
            choices.iter().map(|text| paint::line(ui, text, tokens.size.body, fonts::semibold())).collect();
        let padding = 2.0 * tokens.space.row;
        let width: f32 = texts.iter().map(|text| text.size().x + padding).sum();
        let height = tokens.size.control;
        let (groove, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let radius = tokens.radius.control;
        ui.painter().rect_filled(groove, radius, color.field);
        let mut left = groove.min.x;
        let mut focused = None;
        for (place, (choice, bold)) in choices.iter().zip(texts).enumerate() {
            let rect = egui::Rect::from_min_size(egui::pos2(left, groove.min.y), vec2(bold.size().x + padding, height));
            left = rect.max.x;
            let response = ui.interact(rect, ui.scope_id().with(place), Sense::click());
            if response.clicked() && *chosen != place {
                *chosen = place;
                changed = true;
            }
            let is_chosen = *chosen == place;
            paint::announce_chosen(&response, Role::RadioButton, &Ok(()), is_chosen, choice);
            let (text, ink) = if is_chosen {
                (bold, color.text)
            } else {
                (
                    paint::line(ui, choice, tokens.size.body, fonts::regular()),
                    if response.hovered() { color.text } else { color.dim },
                )
            };
            if is_chosen {
                ui.painter().rect(
                    rect,
                    radius,
                    color.hover,
                    Stroke::new(tokens.stroke.line, color.line_strong),
                    StrokeKind::Inside,
                );
            }
            paint::centred(ui.painter(), rect.center(), text, ink);
            if response.has_focus() {
                focused = Some((response, rect));
            }
        }
        ui.painter().rect_stroke(
            groove,
            radius,
            Stroke::new(tokens.stroke.line, color.line_strong),
            StrokeKind::Inside,
        );
        if let Some((response, rect)) = focused {
            paint::focus_ring(ui, &response, rect, radius);
        }
    });
    let mut response = shown.response;
    if changed {
        response.mark_changed();
    }
    response
}
