//! *Import Members*: lines to paste or to read from a file, and what will become of each.

use egui::{Align, Layout, Ui};
use lucide_icons::Icon;

use crate::ui::panels::parts as shared;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{ImportData, SheetDraft};

/// The lines, a way to read them from a file, and what each will do.
pub(super) fn import_ui(ui: &mut Ui, data: &ImportData, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Import { platform, text: pasted, only_problems } = draft else { return };
    let tokens = theme::tokens(ui);
    let wish = |text: String, only_problems: bool| {
        UiCommand::SetSheet(Some(SheetDraft::Import { platform: *platform, text, only_problems }))
    };
    ui.horizontal(|ui| {
        widgets::section_heading(ui, "Lines");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::new("Open a .csv file…").icon(Icon::FolderOpen).small().show(ui).clicked() {
                queue.push(UiCommand::PickImport(*platform));
            }
        });
    });
    shared::wrapped(ui, text::faint(ui, format!("Each line reads {}", data.pattern)));
    let mut typed = pasted.clone();
    let field = widgets::text_area(ui, &mut typed, "Lines to import", &data.example, 7);
    widgets::focus_when_new(&field);
    if field.changed() {
        queue.push(wish(typed, *only_problems));
    }
    if data.summary.is_empty() {
        return;
    }
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "What each line will do");
    for status in &data.summary {
        widgets::Status::new(status.tone, &status.text).strong().plain_text().show(ui);
    }
    if data.has_problems || *only_problems {
        let mut shown = *only_problems;
        let label = "Show only lines that are left out";
        if widgets::switch_row(ui, &mut shown, label, Ok(()), |_| ()).changed() {
            queue.push(wish(pasted.clone(), shown));
        }
    }
    for line in &data.lines {
        widgets::divider(ui);
        widgets::Status::new(line.tone, &line.text).plain_text().show(ui);
    }
    if data.more > 0 {
        shared::wrapped(ui, text::faint(ui, format!("… and {} more lines, judged like these.", data.more)));
    }
}
