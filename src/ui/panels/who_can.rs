//! *Who can*: everybody who reaches the fact, everything the person reaches, and comparisons.

use egui::Ui;

use super::inquiry::head_ui;
use super::parts;
use crate::ui::widgets;
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{ReachRow, WhoCanData};

/// Draws the tab.
pub(super) fn who_can_ui(ui: &mut Ui, data: &WhoCanData, queue: &mut CommandQueue) {
    head_ui(ui, &data.title, &data.verdict);
    for (place, row) in data.people.iter().enumerate() {
        ui.push_id(place, |ui| {
            ui.spacing_mut().item_spacing.y = theme::tokens(ui).space.hair;
            ui.label(text::strong(ui, &row.name));
            parts::asking(ui, &row.status, &row.name, row.question, queue);
        });
    }
    if let Some(more) = &data.more {
        parts::wrapped(ui, text::dim(ui, more));
    }
    ui.add_space(theme::tokens(ui).space.tight);
    widgets::divider(ui);
    ui.add_space(theme::tokens(ui).space.tight);
    widgets::section_heading(ui, &data.reach_title);
    compare_ui(ui, data, queue);
    if let Some((here, there)) = &data.sides {
        parts::wrapped(ui, text::dim(ui, format!("{here}, beside {there}")));
    }
    if data.reach.is_empty() {
        let words = if data.sides.is_some() { "Nothing differs." } else { "Nothing yet." };
        parts::wrapped(ui, text::dim(ui, words));
    }
    for (place, row) in data.reach.iter().enumerate() {
        ui.push_id(("reach", place), |ui| row_ui(ui, row, data.sides.as_ref(), queue));
    }
}

fn compare_ui(ui: &mut Ui, data: &WhoCanData, queue: &mut CommandQueue) {
    ui.horizontal_wrapped(|ui| {
        ui.label(text::dim(ui, "Compare with"));
        widgets::drop_down(ui, "compare", "Compare with", &data.compared, |ui| {
            for choice in &data.choices {
                if widgets::drop_line(ui, choice.label == data.compared, &choice.label) {
                    queue.push(UiCommand::Compare(choice.comparison));
                }
            }
        });
    });
}

fn row_ui(ui: &mut Ui, row: &ReachRow, sides: Option<&(String, String)>, queue: &mut CommandQueue) {
    ui.spacing_mut().item_spacing.y = theme::tokens(ui).space.hair;
    ui.label(text::strong(ui, &row.what));
    match (&row.there, sides) {
        (Some(there), Some((left, right))) => {
            let here = crate::view::Status::new(row.here.tone, format!("{left}: {}", row.here.text));
            parts::asking(ui, &here, &row.what, row.question, queue);
            let words = format!("{right}: {}", there.text);
            widgets::Status::new(there.tone, &words).show(ui);
        }
        _ => {
            parts::asking(ui, &row.here, &row.what, row.question, queue);
        }
    }
}
