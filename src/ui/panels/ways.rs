//! The ways in *How to*: a short list with what each costs; choosing one shows its steps.

use egui::{Id, PointerButton, Response, Ui};

use super::{how_to, parts};
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{WayLine, WaySearch, WaysData};

/// Draws the list.
pub(super) fn ways_ui(ui: &mut Ui, data: &WaysData, queue: &mut CommandQueue) {
    how_to::part(ui, "Other ways");
    how_to::choices_ui(ui, &data.orders, queue);
    // A single way needs no choice.
    if data.ways.len() > 1 {
        for way in &data.ways {
            way_ui(ui, way, queue);
        }
    }
    if let Some(note) = &data.note {
        parts::wrapped(ui, text::dim(ui, note));
    }
    match data.search {
        WaySearch::Through => {}
        WaySearch::Running => {
            if Button::new("Stop looking").small().show(ui).clicked() {
                queue.push(UiCommand::StopSearching);
            }
        }
        WaySearch::Stopped => {
            if Button::new("Look again").small().show(ui).clicked() {
                queue.push(UiCommand::SearchAgain);
            }
        }
    }
}

fn way_ui(ui: &mut Ui, way: &WayLine, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let shown = if way.is_chosen { ", its steps are shown" } else { "" };
    let costs = [Some(&way.people), Some(&way.licenses), Some(&way.opens), way.loses.as_ref(), way.differs.as_ref()];
    let words: Vec<&str> = costs.into_iter().flatten().map(String::as_str).collect();
    let name = format!("{}: {}, {}{shown}", way.title, way.acts, words.join(", "));
    let style = if way.is_chosen { CardStyle::Selected } else { CardStyle::Plain };
    let card = widgets::clickable_card(ui, style, &name, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.hair;
        parts::wrapped(ui, text::strong(ui, format!("{} · {}", way.title, way.acts)));
        for cost in [&way.people, &way.licenses, &way.opens] {
            parts::wrapped(ui, text::small(ui, cost).color(tokens.color.dim));
        }
        if let Some(lost) = &way.loses {
            parts::wrapped(ui, text::small(ui, lost).color(tokens.tone(crate::view::Tone::Bad)));
        }
        if let Some(differs) = &way.differs {
            parts::wrapped(ui, text::faint(ui, differs));
        }
    });
    if card.response.clicked_by(PointerButton::Primary) {
        lead_up(ui);
    }
    if card.response.clicked() {
        queue.push(UiCommand::ChooseWay(way.commands.clone()));
    }
}

fn chosen_id() -> Id {
    Id::unique("a way was chosen")
}

/// What was just clicked below changes the answer: the next frame leads up to it. By keyboard the focus stays in view.
pub(super) fn lead_up(ui: &Ui) {
    ui.ctx().data_mut(|data| data.insert_temp(chosen_id(), true));
}

/// Leads up to the answer and its steps, where something below them was just chosen.
pub(super) fn lead_to_steps(head: &Response) {
    if head.ctx.data_mut(|data| data.remove_temp::<bool>(chosen_id())).unwrap_or_default() {
        head.scroll_to_me(Some(egui::Align::Min));
    }
}
