//! Why: the checks of one question, failing ones first and open.

use egui::{ScrollArea, Ui};
use lucide_icons::Icon;

use super::{paint, parts};
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{CheckData, Closed, Tone, WhyData};

/// Draws the panel over the whole of `ui`.
pub fn why_ui(ui: &mut Ui, data: &WhyData, queue: &mut CommandQueue) {
    widgets::region(ui, "Why", |ui| {
        ScrollArea::vertical().id_salt("why").auto_shrink(false).show(ui, |ui| {
            let tokens = theme::tokens(ui);
            ui.spacing_mut().item_spacing.y = tokens.space.near;
            let title = text::small(ui, &data.title).family(fonts::semibold()).color(tokens.color.dim);
            parts::wrapped(ui, title);
            widgets::Status::new(data.verdict.tone, &data.verdict.text).strong().plain_text().show(ui);
            for (place, check) in data.failing.iter().enumerate() {
                ui.push_id(place, |ui| failing_ui(ui, check, queue));
            }
            if !data.passing.is_empty() {
                ui.add_space(tokens.space.tight);
                if !data.failing.is_empty() {
                    widgets::divider(ui);
                    ui.add_space(tokens.space.tight);
                }
                for sentence in &data.passing {
                    widgets::Status::new(Tone::Good, sentence).plain_text().show(ui);
                }
            }
            if let Some(closed) = &data.closed {
                closed_ui(ui, closed, queue);
            }
            ui.add_space(tokens.space.base);
        });
    });
}

/// What a drill keeps closed, and the button that opens it.
fn closed_ui(ui: &mut Ui, closed: &Closed, queue: &mut CommandQueue) {
    ui.add_space(theme::tokens(ui).space.tight);
    if Button::new(closed.label).icon(Icon::Eye).show(ui).clicked() {
        queue.push(UiCommand::Look(closed.look));
    }
    parts::wrapped(ui, text::faint(ui, closed.sentence));
}

fn failing_ui(ui: &mut Ui, check: &CheckData, queue: &mut CommandQueue) {
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
                ui.label(text::icon(Icon::BookOpen, 13.0).color(tokens.color.caution));
                parts::wrapped(ui, text::small(ui, reading).color(tokens.color.caution));
            });
        }
        buttons(ui, check, queue);
    });
    parts::tried_ui(ui, check.do_it.as_ref().and_then(|control| control.tried.as_ref()), queue);
}

fn buttons(ui: &mut Ui, check: &CheckData, queue: &mut CommandQueue) {
    if check.show.is_some() || check.do_it.is_some() {
        ui.add_space(theme::tokens(ui).space.hair);
        ui.horizontal_wrapped(|ui| {
            parts::show_button(ui, check.show.as_ref(), queue);
            if let Some(control) = &check.do_it {
                parts::control_button(ui, control, Button::new(&control.label).primary(), queue);
            }
        });
    }
    if let Some((words, question)) = &check.follow
        && link_ui(ui, words)
    {
        queue.push(UiCommand::Ask(*question));
    }
}

/// A question that leads on, over as many lines as it needs: was it clicked?
fn link_ui(ui: &mut Ui, words: &str) -> bool {
    let tokens = theme::tokens(ui);
    let (ink, width) = (tokens.color.accent, ui.available_width());
    let galley = paint::lines(ui, words, tokens.size.body, fonts::medium(), ink, width);
    let size = egui::vec2(width, (galley.size().y + 6.0).max(tokens.size.target));
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    paint::announce(&response, egui::Role::Button, words);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(egui::pos2(rect.min.x, top), galley, ink);
    paint::focus_ring(ui, &response, rect);
    response.clicked()
}
