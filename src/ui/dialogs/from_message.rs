//! *From the message*: the reports to choose from, then their causes, fitting ones first.

use egui::{Label, Ui};

use crate::diagnosis::Symptom;
use crate::domain::{PersonId, PlatformId};
use crate::ui::panels::parts::{self as shared, wrapped};
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{FindingRow, FromMessageData, SheetDraft, Tone};

/// Draws the body of the sheet.
pub(super) fn from_message_ui(ui: &mut Ui, data: &FromMessageData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    scene_ui(ui, data, queue);
    ui.add_space(tokens.space.tight);
    let Some(chosen) = data.symptom else {
        for (title, symptoms) in &data.symptoms {
            widgets::section_heading(ui, title);
            for symptom in symptoms {
                if Button::new(&symptom.words).quiet().ink(tokens.color.text).show(ui).clicked() {
                    queue.push(wish(Some(symptom.symptom), data.person, data.platform));
                }
            }
            ui.add_space(tokens.space.near);
        }
        return;
    };
    let words = data.symptoms.iter().flat_map(|(_, rows)| rows).find(|row| row.symptom == chosen);
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(text::strong(ui, words.map_or("", |row| &row.words))).wrap());
        if widgets::quiet_button(ui, "Another message").clicked() {
            queue.push(wish(None, data.person, data.platform));
        }
    });
    widgets::Status::new(data.verdict.tone, &data.verdict.text).strong().plain_text().show(ui);
    for (place, row) in data.fitting.iter().enumerate() {
        ui.push_id(("fits", place), |ui| fitting_ui(ui, row, queue));
    }
    if !data.excluded.is_empty() {
        ui.add_space(tokens.space.near);
        widgets::section_heading(ui, "Excluded at this moment");
        for row in &data.excluded {
            let words = format!("{}: {}", row.headline, row.sentence);
            widgets::Status::new(Tone::Absent, &words).small().show(ui);
        }
    }
}

fn wish(symptom: Option<Symptom>, person: PersonId, platform: PlatformId) -> UiCommand {
    let draft = SheetDraft::FromMessage { symptom, person: Some(person), platform: Some(platform) };
    UiCommand::SetSheet(Some(draft))
}

/// Whom it is about, and where.
fn scene_ui(ui: &mut Ui, data: &FromMessageData, queue: &mut CommandQueue) {
    ui.horizontal_wrapped(|ui| {
        ui.label(text::dim(ui, "About"));
        widgets::drop_down(ui, "about", "About whom", &data.person_name, |ui| {
            for (person, name) in &data.people {
                if widgets::drop_line(ui, *person == data.person, name) {
                    queue.push(wish(data.symptom, *person, data.platform));
                }
            }
        });
        ui.label(text::dim(ui, "on the platform"));
        widgets::drop_down(ui, "where", "On which platform", &data.platform_name, |ui| {
            for (platform, name) in &data.platforms {
                if widgets::drop_line(ui, *platform == data.platform, name) {
                    queue.push(wish(data.symptom, data.person, *platform));
                }
            }
        });
    });
}

fn fitting_ui(ui: &mut Ui, row: &FindingRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::callout(ui, Tone::Bad, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.tight;
        widgets::Status::new(Tone::Bad, &row.headline).strong().plain_text().show(ui);
        wrapped(ui, text::dim(ui, &row.sentence));
        if let Some((who, color)) = &row.whose_turn {
            wrapped(ui, text::small(ui, format!("Whose turn: {who}")).color(tokens.platform(*color).ink));
        }
        if let Some(show) = &row.show {
            shared::path_ui(ui, show);
        }
        ui.horizontal_wrapped(|ui| {
            if let Some(show) = &row.show {
                let name = format!("Show me {}: {}", show.path, row.headline);
                if Button::new("Show me").name(&name).show(ui).clicked() {
                    queue.push(UiCommand::SetSheet(None));
                    queue.push(UiCommand::Show(show.spot));
                }
            }
            if let Some(control) = &row.do_it {
                let name = format!("{}: {}", control.label, row.headline);
                shared::control_button(ui, control, Button::new(&control.label).name(&name), queue);
            }
            if let Some((words, question)) = &row.ask
                && Button::new(words).quiet().name(&format!("{words} {}", row.headline)).show(ui).clicked()
            {
                queue.push(UiCommand::SetSheet(None));
                queue.push(UiCommand::Ask(*question));
            }
        });
    });
    shared::tried_ui(ui, row.do_it.as_ref().and_then(|control| control.tried.as_ref()), queue);
}
