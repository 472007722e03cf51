//! *Why not*: the sets of facts that keep a fact from holding, or that hold it up.

use egui::Ui;

use super::inquiry::head_ui;
use super::parts;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, fonts, text, theme};
use crate::view::{CauseFact, WhyNotData};

/// Draws the tab.
pub(super) fn why_not_ui(ui: &mut Ui, data: &WhyNotData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    head_ui(ui, &data.title, &data.verdict);
    for (place, set) in data.sets.iter().enumerate() {
        ui.push_id(place, |ui| {
            ui.add_space(tokens.space.hair);
            let title = text::small(ui, &set.title).family(fonts::semibold()).color(tokens.color.dim);
            parts::wrapped(ui, title);
            let tone = set.facts.first().map_or(crate::view::Tone::Neutral, |fact| fact.status.tone);
            widgets::callout(ui, tone, |ui| {
                ui.spacing_mut().item_spacing.y = tokens.space.tight;
                for (number, fact) in set.facts.iter().enumerate() {
                    if number > 0 {
                        ui.add_space(tokens.space.hair);
                    }
                    ui.push_id(number, |ui| fact_ui(ui, fact, queue));
                }
            });
        });
    }
    if let Some(more) = &data.more {
        parts::wrapped(ui, text::dim(ui, more));
    }
}

fn fact_ui(ui: &mut Ui, fact: &CauseFact, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::Status::new(fact.status.tone, &fact.status.text).plain_text().show(ui);
    let who = fact.whose_turn.as_ref();
    if let Some((who, color)) = who {
        parts::wrapped(ui, text::small(ui, who).color(tokens.platform(*color).ink));
    }
    if let Some(show) = &fact.show {
        parts::path_ui(ui, show);
    }
    if !fact.source.is_empty() {
        parts::wrapped(ui, text::faint(ui, &fact.source));
    }
    if fact.show.is_none() && fact.do_it.is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        parts::show_button(ui, fact.show.as_ref(), queue);
        if let Some(control) = &fact.do_it {
            let name = format!("{}: {}", control.label, fact.status.text);
            parts::control_button(ui, control, Button::new(&control.label).name(&name), queue);
        }
    });
    parts::tried_ui(ui, fact.do_it.as_ref().and_then(|control| control.tried.as_ref()), queue);
}
