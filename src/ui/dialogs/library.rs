//! What can be opened: lessons, situations and drills, each with what it is about and whether it was done.

use egui::{Align, Label, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::widgets;
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{LibraryData, LibraryLine, Mode, SheetDraft, Tone};

/// The three parts as tabs, and the lines of the open one.
pub(super) fn library_ui(ui: &mut Ui, data: &LibraryData, queue: &mut CommandQueue) {
    let mut chosen = Mode::ALL.iter().position(|mode| *mode == data.mode).unwrap_or_default();
    let labels = Mode::ALL.map(Mode::label);
    if widgets::segmented(ui, &mut chosen, &labels, "Part of the library").changed()
        && let Some(mode) = Mode::ALL.get(chosen)
    {
        queue.push(UiCommand::SetSheet(Some(SheetDraft::Library(*mode))));
    }
    ui.add_space(theme::tokens(ui).space.tight);
    ui.spacing_mut().item_spacing.y = 0.0;
    let has_numbers = data.lines.iter().any(|line| !line.number.is_empty());
    for line in &data.lines {
        ui.push_id(&line.id, |ui| line_ui(ui, line, has_numbers, queue));
    }
}

fn line_ui(ui: &mut Ui, line: &LibraryLine, has_numbers: bool, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.row.library_line), Sense::click());
    let name = if line.number.is_empty() { line.title.clone() } else { format!("{}: {}", line.number, line.title) };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, line.is_current, &name));
    let words = line.done.clone().unwrap_or_else(|| line.brief.clone());
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words.as_str()));
    if response.has_focus() {
        response.scroll_to_me(None);
    }
    if response.hovered() || response.has_focus() || line.is_current {
        let fill = if line.is_current { tokens.color.accent_tint } else { tokens.color.hover };
        ui.painter().rect_filled(rect, tokens.radius.control, fill);
    }
    ui.painter().hline(rect.x_range(), rect.max.y - 0.5, Stroke::new(tokens.stroke.line, tokens.color.line));
    let inner = rect.shrink2(vec2(tokens.space.base, tokens.space.near));
    let mut words = inner;
    if has_numbers {
        let place = Rect::from_min_max(inner.min, pos2(inner.min.x + tokens.width.number, inner.max.y));
        part(ui, place, Layout::left_to_right(Align::Center), |ui| drop(ui.label(text::dim(ui, &line.number))));
        words.min.x = place.max.x;
    }
    if let Some(done) = &line.done {
        let place = Rect::from_min_max(pos2(inner.max.x - tokens.width.done, inner.min.y), inner.max);
        words.max.x = place.min.x - tokens.space.base;
        part(ui, place, Layout::right_to_left(Align::Center), |ui| {
            widgets::Status::new(Tone::Good, done).small().show(ui);
        });
    }
    part(ui, words, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.hair;
        widgets::name(ui, text::strong(ui, &line.title));
        ui.add(Label::new(text::small(ui, &line.brief).color(tokens.color.dim)).truncate().selectable(false));
    });
    if response.on_hover_text(&line.brief).clicked() {
        queue.push(UiCommand::OpenRehearsal(line.id.clone()));
    }
}

fn part(ui: &mut Ui, rect: Rect, layout: Layout, add: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout));
    add(&mut child);
}
