//! A member's card: closed it says who and what, open it has the roles with their switches.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::menu::{self, Item};
use super::rows::At;
use super::{organizations, paint, parts, platform_head, role_table};
use crate::domain::PlatformId;
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{Control, GrantChoice, MemberCard, MemberDetails, Tone};

/// Draws the card over the whole width.
pub(super) fn member_ui(ui: &mut Ui, platform: PlatformId, card: &MemberCard, at: At, queue: &mut CommandQueue) {
    let style = if card.details.is_some() { CardStyle::Selected } else { CardStyle::Plain };
    let shown = widgets::card(ui, style, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let head = head_ui(ui, platform, card, queue);
        at.tell(ui, &head);
        if let Some(details) = &card.details {
            details_ui(ui, card, details, queue);
        }
    });
    if card.details.is_some() && card.has_changed {
        // Under the pointer nothing moves: whoever clicked here looks here already.
        let is_pointed_at = ui.rect_contains_pointer(shown.response.rect);
        parts::newly(ui, "just changed", shown.response.rect, is_pointed_at);
    }
    parts::mark(ui, shown.response.rect.shrink(theme::tokens(ui).space.tight), card.is_marked);
}

fn head_ui(ui: &mut Ui, platform: PlatformId, card: &MemberCard, queue: &mut CommandQueue) -> Response {
    let tokens = theme::tokens(ui);
    let is_narrow = ui.available_width() < width_of(ui, card);
    let head = tokens.row.member_head;
    let height = if is_narrow { head + tokens.row.line } else { head };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let response = ui.interact(
        rect.expand2(vec2(tokens.space.row, tokens.space.base)),
        ui.scope_id().with("card"),
        Sense::click(),
    );
    let is_open = card.details.is_some();
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &card.face.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(is_open);
        node.set_description(format!("{}, {}", card.subtitle.text, card.summary));
    });
    if response.hovered() && !is_open {
        ui.painter().rect_filled(response.rect, tokens.radius.control, tokens.color.hover);
    }
    paint::focus_ring(ui, &response, response.rect);
    parts::changed(ui, rect.expand2(vec2(tokens.space.near, tokens.space.tight)), card.has_changed, "card");
    if response.clicked() {
        queue.push(UiCommand::ToggleMember { platform, person: card.face.person });
    }
    let size = tokens.size.avatar;
    let place = Rect::from_min_size(pos2(rect.min.x, rect.min.y + (head - size) / 2.0), vec2(size, size));
    paint::row(ui, place, "face", |ui| parts::face_ui(ui, &card.face, size, queue));
    let right = paint::row_end(ui, rect, "end", |ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.tight;
        let name = format!("Details of {}", card.face.name);
        if widgets::icon_button(ui, Icon::Info, &name).clicked() {
            queue.push(UiCommand::ToggleMember { platform, person: card.face.person });
        }
        if !is_narrow {
            widgets::tag(ui, &card.summary);
        }
        ui.min_rect().min.x
    });
    head_words(ui, card, rect, right - tokens.space.base, is_narrow);
    response
}

/// The width that name and summary need side by side; with less the summary stands under the name.
fn width_of(ui: &Ui, card: &MemberCard) -> f32 {
    let tokens = theme::tokens(ui);
    let (size, space, ink) = (&tokens.size, &tokens.space, tokens.color.text);
    let width = |words: &str, size: f32| paint::line(ui, words, size, fonts::semibold(), ink, f32::INFINITY).size().x;
    let words = width(&card.face.name, size.strong).max(width(&card.subtitle.text, size.small));
    size.avatar
        + space.row
        + words
        + space.base
        + width(&card.summary, size.caption)
        + space.gap
        + space.tight
        + size.target
}

fn head_words(ui: &Ui, card: &MemberCard, rect: Rect, right: f32, is_narrow: bool) {
    let tokens = theme::tokens(ui);
    let left = rect.min.x + tokens.size.avatar + tokens.space.row;
    let width = right - left;
    let name = paint::name(ui, &card.face.name, tokens.size.strong, fonts::semibold(), tokens.color.text, width);
    let tone = tokens.tone(card.subtitle.tone);
    let subtitle = paint::line(ui, &card.subtitle.text, tokens.size.small, fonts::regular(), tone, width);
    let middle = rect.min.y + tokens.row.member_head / 2.0;
    paint::two_lines(ui, left, middle, name, subtitle);
    if is_narrow {
        let ink = tokens.color.faint;
        let summary = paint::line(ui, &card.summary, tokens.size.small, fonts::regular(), ink, width);
        paint::from_left(ui.painter(), left, middle + 1.5 * tokens.row.line, summary);
    }
}

fn details_ui(ui: &mut Ui, card: &MemberCard, details: &MemberDetails, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    if !card.face.name.contains('@') {
        ui.label(text::faint(ui, &details.email));
        ui.add_space(tokens.space.tight);
    }
    if let Some(location) = &details.location {
        ui.label(text::faint(ui, format!("Location: {location} (for speed only)")));
        ui.add_space(tokens.space.tight);
    }
    role_table::roles_ui(ui, &details.roles, queue);
    for warning in &details.warnings {
        ui.add_space(tokens.space.tight);
        widgets::Status::new(Tone::Caution, warning).small().show(ui);
    }
    organizations::organizations_ui(ui, details, queue);
    ui.add_space(tokens.space.base);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(tokens.space.base, tokens.space.near);
        ui.horizontal_wrapped(|ui| {
            grant_menu(ui, details, queue);
            right_menu(ui, details, queue);
            for control in &details.buttons {
                parts::control_button(ui, control, Button::new(&control.label), queue);
            }
        });
    });
    let rights = details.rights.iter().filter_map(|(_, control)| control.as_ref());
    let grants = details.grantable.iter().map(|choice| &choice.control);
    for control in grants.chain(rights).chain(&details.buttons) {
        ui.push_id(("tried", &control.label), |ui| parts::tried_ui(ui, control.tried.as_ref(), queue));
    }
}

fn grant_menu(ui: &mut Ui, details: &MemberDetails, queue: &mut CommandQueue) {
    if details.grantable.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui);
    let button = platform_head::drop_button(ui, "Grant role", "Grant role", tokens.width.choice, tokens.size.control);
    parts::mark(ui, button.rect, details.is_grant_marked);
    menu::drop_from(&button, tokens.width.long_list, |ui| {
        for (heading, without) in
            [("Available roles with licenses", false), ("Available roles without any license", true)]
        {
            let listed = details.grantable.iter().filter(|choice| choice.is_without_license == without);
            if listed.clone().next().is_some() {
                menu::part(ui, heading);
            }
            for choice in listed {
                grant_item(ui, choice, queue);
            }
        }
    });
}

/// Grants at once, or asks for the terms where there is a choice.
fn grant_item(ui: &mut Ui, choice: &GrantChoice, queue: &mut CommandQueue) {
    match &choice.ask {
        None => control_item(ui, &choice.control.label, &choice.control, queue),
        Some(ask) => {
            if menu::item(ui, &Item::new(&ask.label).enabled(parts::reason(ask.refusal.as_ref()))) {
                queue.push(UiCommand::SetSheet(Some(ask.draft.clone())));
            }
        }
    }
}

fn right_menu(ui: &mut Ui, details: &MemberDetails, queue: &mut CommandQueue) {
    let Some((present, _)) = details.rights.iter().find(|(_, control)| control.is_none()) else {
        return;
    };
    let tokens = theme::tokens(ui);
    let words = format!("User right: {present}");
    let button = platform_head::drop_button(ui, &words, &words, tokens.width.long_choice, tokens.size.control);
    menu::drop_from(&button, tokens.width.list, |ui| {
        for (label, control) in &details.rights {
            match control {
                Some(control) => control_item(ui, label, control, queue),
                None => {
                    menu::item(ui, &Item::new(label).chosen(true));
                }
            }
        }
    });
}

/// A line of a list that submits its control's command.
pub(super) fn control_item(ui: &mut Ui, label: &str, control: &Control, queue: &mut CommandQueue) {
    if menu::item(ui, &Item::new(label).enabled(parts::enabled(control)).does(&control.command)) {
        queue.push(UiCommand::Submit(control.command.clone()));
    }
}
