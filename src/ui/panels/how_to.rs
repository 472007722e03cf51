//! *How to*: the shortest list of acts, with who, where, what it takes and what opens.

use egui::{Label, PointerButton, Ui};
use lucide_icons::Icon;

use super::inquiry::head_ui;
use super::{parts, preview, ways};
use crate::ui::widgets::{self, Button, StepState};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{ActLine, Choice, HowToData, OpenSheet, Status, TogetherChoice, Tone, Way};

/// Draws the tab; `messages` go to the people whose turn it is.
pub(super) fn how_to_ui(ui: &mut Ui, data: &HowToData, messages: &[OpenSheet], queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    choices_ui(ui, &data.targets, queue);
    let verdict = head_ui(ui, &data.title, &data.verdict);
    ways::lead_to_steps(&verdict);
    if !data.proof.is_empty() {
        verdict.on_hover_text(&data.proof);
    }
    if !data.detail.is_empty() {
        parts::wrapped(ui, text::dim(ui, &data.detail));
    }
    for line in &data.together {
        parts::wrapped(ui, text::small(ui, &line.words).color(tokens.color.dim));
    }
    match &data.way {
        Way::Holds => {}
        Way::Searching => {
            if Button::new("Stop searching").small().show(ui).clicked() {
                queue.push(UiCommand::StopSearching);
            }
        }
        Way::Acts { lines, all } => {
            ui.add_space(tokens.space.hair);
            for (place, line) in lines.iter().enumerate() {
                ui.push_id(place, |ui| line_ui(ui, place, line, queue));
            }
            foot_ui(ui, all, messages, queue);
        }
        Way::Impossible(sentences) => {
            widgets::callout(ui, Tone::Bad, |ui| {
                let is_free = data.detail.is_empty();
                let words = if is_free { "Nothing can change this:" } else { "Under them nothing can change this:" };
                parts::wrapped(ui, text::strong(ui, words));
                for sentence in sentences {
                    parts::bullet(ui, sentence);
                }
            });
        }
        Way::GaveUp(words) => {
            parts::wrapped(ui, text::dim(ui, words));
            if Button::new("Search again").small().show(ui).clicked() {
                queue.push(UiCommand::SearchAgain);
            }
        }
    }
    if let Some(ways) = &data.ways {
        ways::ways_ui(ui, ways, queue);
    }
    together_ui(ui, data, queue);
    part(ui, "Conditions");
    if choices_ui(ui, &data.options, queue) {
        ways::lead_up(ui);
    }
    // What comes of them, for the answer above may be out of sight.
    if data.options.iter().any(|option| option.is_on) {
        widgets::Status::new(data.verdict.tone, &data.verdict.text).small().show(ui);
    }
    if !data.goals.is_empty() {
        part(ui, "What the goal asks for");
        for goal in &data.goals {
            widgets::Status::new(goal.tone, &goal.text).small().plain_text().show(ui);
        }
    }
}

/// A line and the heading of what follows.
pub(super) fn part(ui: &mut Ui, heading: &str) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.near);
    widgets::divider(ui);
    ui.add_space(tokens.space.tight);
    parts::wrapped(ui, text::small(ui, heading).color(tokens.color.dim));
}

/// Choices side by side, those that hold drawn as switched on. True: one was clicked with the pointer.
pub(super) fn choices_ui(ui: &mut Ui, choices: &[Choice], queue: &mut CommandQueue) -> bool {
    let mut is_pointed = false;
    if choices.is_empty() {
        return is_pointed;
    }
    ui.horizontal_wrapped(|ui| {
        for choice in choices {
            let response = Button::new(&choice.label).small().chosen(choice.is_on).show(ui);
            is_pointed |= response.clicked_by(PointerButton::Primary);
            if response.clicked() {
                queue.push(UiCommand::SetHowTo(choice.draft));
            }
        }
    });
    is_pointed
}

/// The facts that are asked for beside the one in question, each with what is asked of it.
fn together_ui(ui: &mut Ui, data: &HowToData, queue: &mut CommandQueue) {
    if data.together.is_empty() && data.remember.is_none() && data.forget.is_none() {
        return;
    }
    part(ui, "Together with");
    let mut choose = |ui: &mut Ui, choice: &TogetherChoice, icon: Option<Icon>| {
        let button = Button::new(&choice.label).small().chosen(choice.is_on);
        let button = if let Some(icon) = icon { button.icon(icon) } else { button };
        let response = button.show(ui);
        if response.clicked_by(PointerButton::Primary) {
            ways::lead_up(ui);
        }
        if response.clicked() {
            queue.push(UiCommand::SetTogether(choice.facts.clone()));
        }
    };
    for (place, line) in data.together.iter().enumerate() {
        ui.push_id(("together", place), |ui| {
            widgets::Status::new(line.fact.tone, &line.fact.text).small().plain_text().show(ui);
            ui.horizontal_wrapped(|ui| {
                for choice in &line.choices {
                    choose(ui, choice, None);
                }
            });
        });
    }
    if let Some(forget) = &data.forget {
        parts::wrapped(ui, text::dim(ui, "This fact is remembered. Ask about another on the access board."));
        choose(ui, forget, None);
    }
    if let Some(remember) = &data.remember {
        if data.together.is_empty() {
            let words = "Remember this fact and ask about another: both are asked for at once.";
            parts::wrapped(ui, text::faint(ui, words));
        }
        choose(ui, remember, Some(Icon::Pin));
    }
}

fn line_ui(ui: &mut Ui, place: usize, line: &ActLine, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let is_next = line.do_it.is_some();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.base;
        widgets::step_marker(ui, if is_next { StepState::Current(place + 1) } else { StepState::Todo(place + 1) });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = tokens.space.hair;
            let words = if is_next { text::strong(ui, &line.act) } else { text::body(ui, &line.act) };
            ui.add(Label::new(words).wrap());
            if let Some((who, color)) = &line.whose_turn {
                parts::wrapped(ui, text::small(ui, who).color(tokens.platform(*color).ink));
            }
            if let Some(path) = &line.path {
                parts::wrapped(ui, text::faint(ui, path));
            }
            for status in line.takes.iter().chain(&line.effects) {
                effect_ui(ui, status);
            }
            if is_next {
                ui.add_space(tokens.space.hair);
                ui.horizontal_wrapped(|ui| {
                    parts::show_button(ui, line.show.as_ref(), queue);
                    if let Some(control) = &line.do_it {
                        parts::control_button(ui, control, Button::new(&control.label).primary(), queue);
                    }
                });
            }
        });
    });
    parts::tried_ui(ui, line.do_it.as_ref().and_then(|control| control.tried.as_ref()), queue);
    ui.add_space(tokens.space.tight);
}

/// What an act takes, opens or closes: its sign or its words say it, the colour only repeats it.
fn effect_ui(ui: &mut Ui, status: &Status) {
    let ink = theme::tokens(ui).tone(status.tone);
    parts::wrapped(ui, text::small(ui, &status.text).color(ink));
}

fn foot_ui(ui: &mut Ui, all: &[crate::domain::Command], messages: &[OpenSheet], queue: &mut CommandQueue) {
    ui.horizontal_wrapped(|ui| {
        if all.len() > 1 {
            let words = format!("Do all {}", all.len());
            let button = Button::new(&words).show(ui);
            preview::offer_all(ui, &button, all);
            if button.on_hover_text("Each is a step of its own on the timeline, and can be undone").clicked() {
                ways::lead_up(ui);
                queue.push(UiCommand::SubmitAll(all.to_vec()));
            }
        }
    });
    messages_ui(ui, messages, queue);
}

/// *Message to Gus…*: opens the sheet with the message.
pub(super) fn messages_ui(ui: &mut Ui, messages: &[OpenSheet], queue: &mut CommandQueue) {
    if messages.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for message in messages {
            if Button::new(&message.label).small().icon(Icon::Mail).show(ui).clicked() {
                queue.push(UiCommand::SetSheet(Some(message.draft.clone())));
            }
        }
    });
}
