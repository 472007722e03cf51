//! What one types into or picks from.

use egui::{Align2, AsIdSalt, Color32, ComboBox, InnerResponse, Margin, Response, TextEdit, Ui, vec2};
use lucide_icons::Icon;

use super::paint;
use crate::ui::{fonts, list_keys, text, theme};

/// A text field of one line. `label` is its accessible name; `hint` is shown while it is empty.
pub fn text_field(ui: &mut Ui, value: &mut String, label: &str, hint: &str, width: f32) -> Response {
    let edit = field(ui, value, hint, width);
    let response = ui.add(edit).accessible_name(label);
    paint::follow_focus(&response);
    response
}

/// A text field of several lines, which scrolls when there are more of them. `label` is its accessible name.
pub fn text_area(ui: &mut Ui, value: &mut String, label: &str, hint: &str, rows: usize) -> Response {
    let tokens = theme::tokens(ui);
    let hint = text::small(ui, hint).color(tokens.color.faint);
    let height = ui.text_style_height(&egui::TextStyle::Body) * rows as f32 + 2.0 * tokens.space.base;
    let edit = TextEdit::multiline(value)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .desired_rows(rows)
        .frame(egui::Frame::NONE.inner_margin(inside(ui)));
    // The frame stands around what scrolls, so that it is whole wherever that stands.
    let frame =
        egui::Frame::new().fill(tokens.color.field).corner_radius(tokens.radius.small).inner_margin(tokens.stroke.line);
    let area = egui::ScrollArea::vertical().id_salt(label).max_height(height).min_scrolled_height(height);
    let shown = frame.show(ui, |ui| area.show(ui, |ui| ui.add(edit)).inner);
    let response = shown.inner.accessible_name(label);
    let ink = if response.has_focus() { tokens.color.accent } else { tokens.color.line_strong };
    let edge = egui::Stroke::new(if response.has_focus() { tokens.stroke.focus } else { tokens.stroke.line }, ink);
    ui.painter().rect_stroke(shown.response.rect, tokens.radius.small, edge, egui::StrokeKind::Inside);
    paint::follow_focus(&response);
    response
}

/// Gives the keyboard to a field in the first frame in which it is there again, and brings it into view.
pub fn focus_when_new(response: &Response) {
    let key = response.id.with("was there in pass");
    let pass = response.ctx.cumulative_pass_nr();
    let before = response.ctx.data(|memory| memory.get_temp::<u64>(key));
    response.ctx.data_mut(|memory| memory.insert_temp(key, pass));
    if before.is_none_or(|before| before + 1 < pass) {
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// A text field for searching, with its icon; `hint` is its accessible name too.
pub fn search_field(ui: &mut Ui, value: &mut String, hint: &str, width: f32) -> Response {
    let tokens = theme::tokens(ui);
    let icon = text::icon(Icon::Search, tokens.icon.text).color(tokens.color.faint);
    let edit = field(ui, value, hint, width).prefix(icon);
    let response = ui.add(edit).accessible_name(hint);
    paint::follow_focus(&response);
    response
}

/// Around what is typed.
fn inside(ui: &Ui) -> Margin {
    let space = &theme::tokens(ui).space;
    Margin::from(vec2(space.base, space.tight))
}

fn field<'a>(ui: &Ui, value: &'a mut String, hint: &str, width: f32) -> TextEdit<'a> {
    let tokens = theme::tokens(ui);
    let hint = text::body(ui, hint).color(tokens.color.faint);
    TextEdit::singleline(value)
        .hint_text(hint)
        .desired_width(width)
        .margin(inside(ui))
        .align(Align2::LEFT_CENTER)
        .min_size(vec2(0.0, tokens.size.control))
}

/// A line of a list that drops down; is it clicked?
pub fn drop_line(ui: &mut Ui, is_chosen: bool, label: &str) -> bool {
    let response = ui.selectable_label(is_chosen, label);
    list_keys::note_line(&response, label);
    response.clicked()
}

/// A list that drops down, of [`drop_line`]s. `label` is its accessible name. Of long words the middle gives way.
pub fn drop_down<R>(
    ui: &mut Ui,
    id: impl AsIdSalt,
    label: &str,
    selected_text: &str,
    add: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    ui.scope(|ui| {
        let tokens = theme::tokens(ui);
        ui.spacing_mut().interact_size.y = tokens.size.control;
        let widgets = &mut ui.visuals_mut().widgets;
        widgets.inactive.bg_stroke.color = tokens.color.line_strong;
        widgets.hovered.bg_stroke.color = tokens.color.line_strong;
        let spacing = ui.spacing();
        let around = 2.0 * spacing.button_padding.x + spacing.icon_width + spacing.icon_spacing + tokens.space.tight;
        let room = ui.available_width().max(tokens.width.short_choice) - around;
        let fits = |words: &str| paint::line(ui, words, tokens.size.body, fonts::medium()).size().x <= room;
        let selected_text = text::shortened(selected_text, fits);
        let shown = ComboBox::from_id_salt(id)
            .selected_text(selected_text)
            .width(0.0)
            .icon(|ui, rect, _, _| {
                let tokens = theme::tokens(ui);
                let chevron = paint::glyph(ui, Icon::ChevronDown, tokens.icon.text);
                let ink: Color32 = tokens.color.dim;
                paint::centred(ui.painter(), rect.center(), chevron, ink);
            })
            .show_ui(ui, |ui| {
                let added = add(ui);
                list_keys::keys_of_list(ui);
                added
            });
        // The library names the list so.
        list_keys::keep_at_list(&shown.response, shown.response.id.with("popup"), shown.inner.is_some());
        InnerResponse::new(shown.inner, shown.response.accessible_name(label))
    })
    .inner
}
