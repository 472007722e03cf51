//! *Set the stage*: what can be put there on the left, its fields on the right.

use egui::{Align, Layout, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use crate::ui::panels::parts as shared;
use crate::ui::widgets;
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{FormField, FormInput, SheetDraft, StageDraft, StageForm, StageKind};

/// Draws the list and the form.
pub(super) fn stage_ui(ui: &mut Ui, data: &StageForm, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Stage(draft) = draft else { return };
    let tokens = theme::tokens(ui);
    let (gap, kinds) = (tokens.space.gap, tokens.width.kinds);
    let room = ui.available_width() - kinds - gap;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(kinds);
            kinds_ui(ui, draft, queue);
        });
        ui.vertical(|ui| {
            ui.set_width(room);
            for field in &data.fields {
                ui.push_id(field.label, |ui| field_ui(ui, field, draft, queue));
            }
        });
    });
}

fn wish(draft: StageDraft) -> UiCommand {
    UiCommand::SetSheet(Some(SheetDraft::Stage(draft)))
}

/// The list; what was typed stays when another line is chosen.
fn kinds_ui(ui: &mut Ui, draft: &StageDraft, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = tokens.space.hair;
    for (heading, kinds) in StageKind::PARTS {
        widgets::section_heading(ui, heading);
        for kind in kinds {
            let is_chosen = *kind == draft.kind;
            if kind_ui(ui, kind.label(), is_chosen) && !is_chosen {
                queue.push(wish(StageDraft { kind: *kind, ..draft.clone() }));
            }
        }
        ui.add_space(tokens.space.tight);
    }
}

/// A line of the list: was it clicked?
fn kind_ui(ui: &mut Ui, label: &str, is_chosen: bool) -> bool {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(tokens.width.kinds, tokens.size.target), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, label));
    let fill = match (is_chosen, response.hovered() || response.has_focus()) {
        (true, _) => Some(tokens.color.accent_tint),
        (false, true) => Some(tokens.color.hover),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, tokens.radius.control, fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(tokens.stroke.focus, tokens.color.accent);
        ui.painter().rect_stroke(rect, tokens.radius.control, ring, StrokeKind::Inside);
    }
    let words = if is_chosen { text::strong(ui, label) } else { text::body(ui, label) };
    let inner = rect.shrink2(vec2(tokens.space.base, 0.0));
    let place = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
    widgets::name(&mut ui.new_child(place), words);
    response.clicked()
}

fn field_ui(ui: &mut Ui, field: &FormField, draft: &StageDraft, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let label = field.label;
    let width = ui.available_width() - tokens.space.hair;
    match &field.input {
        FormInput::Text { value, hint } => {
            ui.label(text::caption(ui, label));
            let mut typed = value.clone();
            if widgets::text_field(ui, &mut typed, label, hint, width).changed() {
                queue.push(wish(draft.set(label, typed)));
            }
        }
        FormInput::Choice { chosen, options } => {
            ui.label(text::caption(ui, label));
            let shown = chosen.as_deref().unwrap_or("none yet");
            if let Some(option) = shared::choice_ui(ui, width, label, shown, options) {
                queue.push(wish(draft.set(label, option.clone())));
            }
        }
        FormInput::Tick(on) => {
            let mut now = *on;
            if widgets::switch_row(ui, &mut now, label, Ok(()), |_| ()).changed() {
                queue.push(wish(draft.set(label, if now { "on" } else { "off" }.to_owned())));
            }
        }
        FormInput::Ticks(lines) => {
            ui.label(text::caption(ui, label));
            ticks_ui(ui, field, lines, draft, queue);
        }
    }
    ui.add_space(tokens.space.base);
}

/// Lines to tick, in a list that scrolls when it is long.
fn ticks_ui(ui: &mut Ui, field: &FormField, lines: &[(String, bool)], draft: &StageDraft, queue: &mut CommandQueue) {
    if lines.is_empty() {
        shared::wrapped(ui, text::faint(ui, "Nobody and nothing is there to tick yet."));
        return;
    }
    let area = UiBuilder::new().layout(Layout::top_down(Align::Min));
    ui.scope_builder(area, |ui| {
        let tokens = theme::tokens(ui);
        let area = ScrollArea::vertical().id_salt(field.label).max_height(tokens.width.ticks_height);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(tokens.space.base, 0.0);
            for (line, is_ticked) in lines {
                let mut on = *is_ticked;
                if widgets::switch_row(ui, &mut on, line, Ok(()), |_| ()).changed() {
                    let ticked = lines.iter().filter(|(other, was)| if other == line { on } else { *was });
                    let ticked: Vec<&str> = ticked.map(|(label, _)| label.as_str()).collect();
                    queue.push(wish(draft.set(field.label, ticked.join("\n"))));
                }
            }
        });
    });
}
