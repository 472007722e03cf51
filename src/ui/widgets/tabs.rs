//! Underlined tabs, with a count where something waits.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::{explained, note_word, paint, with_meaning};
use crate::ui::{fonts, theme};

/// One tab.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tab<'a> {
    /// Its name.
    pub label: &'a str,
    /// How many things wait there; none are not shown.
    pub count: usize,
    /// What is counted, in words: "2 invitations to accept".
    pub note: &'a str,
}

/// Draws tabs without counts: see [`tabs`].
pub fn tab_bar(ui: &mut Ui, chosen: &mut usize, labels: &[&str], ink: Color32) -> Response {
    let tabs_without_counts: Vec<Tab<'_>> = labels.iter().map(|&label| Tab { label, ..Tab::default() }).collect();
    tabs(ui, chosen, &tabs_without_counts, ink)
}

/// Draws tabs over the whole width, the chosen one underlined in `ink`. The response says `changed`.
pub fn tabs(ui: &mut Ui, chosen: &mut usize, tabs: &[Tab<'_>], ink: Color32) -> Response {
    let list = UiBuilder::new().accessibility_role(Role::TabList);
    let mut changed = false;
    let shown = ui.scope_builder(list, |ui| {
        let tokens = theme::tokens(ui);
        let widths_at = |size: f32| -> Vec<f32> {
            let width = |tab: &Tab<'_>| {
                let count = if tab.count > 0 { tokens.space.near + tokens.size.count } else { 0.0 };
                paint::line(ui, tab.label, size, fonts::semibold()).size().x + count
            };
            tabs.iter().map(width).collect()
        };
        let available = ui.available_width();
        let between = tabs.len().saturating_sub(1).max(1) as f32;
        let usual = widths_at(tokens.size.body);
        // In a narrow panel smaller letters keep the last tab inside it.
        let is_narrow = usual.iter().sum::<f32>() + between * tokens.space.base > available;
        let (size, widths) =
            if is_narrow { (tokens.size.small, widths_at(tokens.size.small)) } else { (tokens.size.body, usual) };
        let gap = ((available - widths.iter().sum::<f32>()) / between).clamp(tokens.space.base, tokens.space.tabs);
        let (bar, _) = ui.allocate_exact_size(vec2(available, tokens.row.tabs), Sense::hover());
        ui.painter().hline(bar.x_range(), bar.max.y - 0.5, Stroke::new(tokens.stroke.line, tokens.color.line));
        let mut left = bar.min.x;
        for (place, (tab, width)) in tabs.iter().zip(widths).enumerate() {
            let rect = Rect::from_min_size(pos2(left, bar.min.y), vec2(width, bar.height()));
            left = rect.max.x + gap;
            let hit = rect.expand2(vec2(gap / 2.0, 0.0)).intersect(bar.expand(gap / 2.0));
            let response = ui.interact(hit, ui.scope_id().with(place), Sense::click());
            if response.clicked() && *chosen != place {
                *chosen = place;
                changed = true;
            }
            paint_tab(ui, &response, rect, tab, (*chosen == place, size), ink);
            // Where something is new, that is its description.
            if tab.count > 0 {
                note_word(&response, tab.label);
                let response = response.on_hover_text(with_meaning(tab.note, tab.label));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(tab.note));
            } else {
                explained(response, tab.label);
            }
        }
    });
    let mut response = shown.response;
    if changed {
        response.mark_changed();
    }
    response
}

fn paint_tab(ui: &Ui, response: &Response, rect: Rect, tab: &Tab<'_>, (chosen, size): (bool, f32), ink: Color32) {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    paint::announce_chosen(response, Role::Tab, &Ok(()), chosen, tab.label);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(chosen);
    });
    let (family, colour) = match (chosen, response.hovered()) {
        (true, _) => (fonts::semibold(), color.text),
        (false, true) => (fonts::regular(), color.text),
        (false, false) => (fonts::regular(), color.dim),
    };
    let text = paint::line(ui, tab.label, size, family);
    let painter = ui.painter();
    let end = paint::from_left(painter, rect.min.x, rect.center().y, text, colour);
    if tab.count > 0 {
        let centre = pos2(end + tokens.space.near + tokens.size.count / 2.0, rect.center().y);
        painter.circle_filled(centre, tokens.size.count / 2.0, color.accent_tint);
        let count = paint::line(ui, &tab.count.to_string(), tokens.size.caption, fonts::semibold());
        paint::centred(painter, centre, count, color.accent);
    }
    if chosen {
        painter.hline(
            rect.min.x..=rect.max.x,
            rect.max.y - tokens.stroke.strong / 2.0,
            Stroke::new(tokens.stroke.strong, ink),
        );
    }
    paint::focus_ring(ui, response, rect.shrink2(vec2(-tokens.space.tight, tokens.space.tight)), tokens.radius.small);
}
