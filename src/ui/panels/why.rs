//! Why: the checks of one question, failing ones first and open.

use egui::Ui;
use lucide_icons::Icon;

use super::inquiry::head_ui;
use super::parts;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{CheckData, Closed, Tone, WhyData};

/// Draws the tab.
pub(super) fn why_ui(ui: &mut Ui, data: &WhyData, is_guided: bool, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    head_ui(ui, &data.title, &data.verdict);
    for (place, check) in data.failing.iter().enumerate() {
        let is_first = place == 0 && !is_guided;
        ui.push_id(place, |ui| failing_ui(ui, check, is_first, queue));
    }
    if !data.passing.is_empty() {
        ui.add_space(tokens.space.tight);
        if !data.failing.is_empty() {
            widgets::divider(ui);
            ui.add_space(tokens.space.tight);
        }
        for check in &data.passing {
            widgets::Status::new(Tone::Good, &check.sentence).plain_text().show(ui);
            if let Some(reading) = &check.reading {
                ui.horizontal_top(|ui| {
                    // Under the words, clear of the mark.
                    ui.add_space(tokens.size.body + tokens.icon.beside_small + tokens.space.base);
                    parts::wrapped(ui, text::faint(ui, reading));
                });
            }
        }
    }
    if let Some(closed) = &data.closed {
        closed_ui(ui, closed, queue);
    }
}

/// What a drill keeps closed, and the button that opens it.
fn closed_ui(ui: &mut Ui, closed: &Closed, queue: &mut CommandQueue) {
    ui.add_space(theme::tokens(ui).space.tight);
    if Button::new(closed.label).icon(Icon::Eye).show(ui).clicked() {
        queue.push(UiCommand::Look(closed.look));
    }
    parts::wrapped(ui, text::faint(ui, closed.sentence));
}

fn failing_ui(ui: &mut Ui, check: &CheckData, is_first: bool, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.hair);
    widgets::callout(ui, Tone::Bad, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.tight;
        widgets::Status::new(Tone::Bad, &check.headline).strong().show(ui);
        parts::wrapped(ui, text::dim(ui, &check.sentence));
        if let Some((who, color)) = &check.whose_turn {
            let mut job = egui::text::LayoutJob::default();
            let name = text::strong(ui, who).color(tokens.platform(*color).ink);
            for part in [text::dim(ui, "Whose turn: "), name] {
                part.append_to(&mut job, ui.style(), egui::FontSelection::Default, egui::Align::Center);
            }
            ui.add(egui::Label::new(job).wrap());
        }
        if let Some(show) = &check.show {
            parts::path_ui(ui, show);
        }
        match &check.quote {
            Some(words) => {
                widgets::quote(ui, words, &check.source);
            }
            None => {
                parts::wrapped(ui, text::faint(ui, &check.source));
            }
        }
        if let Some(reading) = &check.reading {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = tokens.space.near;
                ui.label(text::icon(Icon::BookOpen, tokens.icon.text).color(tokens.color.caution));
                parts::wrapped(ui, text::small(ui, reading).color(tokens.color.caution));
            });
        }
        buttons(ui, check, is_first, queue);
    });
    parts::tried_ui(ui, check.do_it.as_ref().and_then(|control| control.tried.as_ref()), queue);
}

/// One button of all has the accent: of the first check, unless the guide has it.
fn buttons(ui: &mut Ui, check: &CheckData, is_first: bool, queue: &mut CommandQueue) {
    if check.show.is_some() || check.do_it.is_some() {
        ui.add_space(theme::tokens(ui).space.hair);
        ui.horizontal_wrapped(|ui| {
            parts::show_button(ui, check.show.as_ref(), queue);
            if let Some(control) = &check.do_it {
                let button = Button::new(&control.label);
                let button = if is_first { button.primary() } else { button };
                parts::control_button(ui, control, button, queue);
            }
        });
    }
    if let Some((words, question)) = &check.follow
        && parts::link(ui, words).clicked()
    {
        queue.push(UiCommand::Ask(*question));
    }
}
