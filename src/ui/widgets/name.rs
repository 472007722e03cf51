//! A name on one line, the middle of which gives way where it has no room.

use std::sync::Arc;

use egui::{FontSelection, Label, Response, RichText, Role, Ui, WidgetInfo, WidgetText};

use crate::ui::text;

/// Draws a name; the whole of it is told on hovering and to screen readers.
pub fn name(ui: &mut Ui, words: RichText) -> Response {
    let whole = words.text().to_owned();
    let job = WidgetText::from(words).into_layout_job(ui.style(), FontSelection::Default, ui.text_valign());
    let format = Arc::unwrap_or_clone(job).sections.into_iter().next().map(|section| section.format);
    let galley = text::name(ui, &whole, &format.unwrap_or_default(), (ui.available_width(), 1));
    let is_whole = galley.text() == whole;
    let response = ui.add(Label::new(galley));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &whole));
    if is_whole { response } else { response.on_hover_text(whole) }
}
