//! The member list of a space: persons with their credentials, groups with theirs.

use egui::{Rect, Sense, Stroke, Ui, pos2, vec2};
use lucide_icons::Icon;

use super::member_card::control_item;
use super::menu::{self, Item};
use super::rows::At;
use super::{paint, parts, platform_head};
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, fonts, text, theme};
use crate::view::{Control, SpaceGroupRow, SpaceMemberRow, Tone};

/// Choices of which one holds: the label, and the control of those that do not.
type Choices = [(String, Option<Control>)];

/// What both kinds of rows have.
struct Row<'a> {
    title: &'a str,
    under: &'a str,
    /// The same as it is written.
    brief: &'a str,
    role: &'a str,
    levels: &'a Choices,
    scopes: &'a Choices,
    remove: &'a Control,
    remove_name: String,
    caution: Option<&'a String>,
    at: Option<At>,
}

/// A person's row.
pub(super) fn member_ui(ui: &mut Ui, member: &SpaceMemberRow, at: At, queue: &mut CommandQueue) {
    let credentials =
        if member.credentials.is_empty() { "no credentials left".to_owned() } else { member.credentials.join(", ") };
    // The level stands in the list of levels already, unless the credentials differ in it.
    let level = format!("{} · ", member.role);
    let own: Option<Vec<&str>> = member.credentials.iter().map(|one| one.strip_prefix(&level)).collect();
    // The company that stands there is that of the credential, which need not be the one the person comes from.
    let brief = match own.filter(|own| !own.is_empty()) {
        Some(own) => format!("{}: {}", if own.len() > 1 { "Credentials" } else { "Credential" }, own.join(", ")),
        None => credentials.clone(),
    };
    let row = Row {
        title: &member.title,
        under: &credentials,
        brief: &brief,
        role: &member.role,
        levels: &member.levels,
        scopes: &member.scopes,
        remove: &member.remove,
        remove_name: format!("Remove {}", member.title),
        caution: member.caution.as_ref(),
        at: Some(at),
    };
    let picture = |ui: &mut Ui, queue: &mut CommandQueue| {
        parts::face_ui(ui, &member.face, theme::tokens(ui).size.small_avatar, queue);
    };
    row_ui(ui, &row, queue, picture, |ui, queue| {
        parts::asking(ui, &member.access, &member.title, member.question, queue);
    });
}

/// A group's row.
pub(super) fn group_ui(ui: &mut Ui, group: &SpaceGroupRow, queue: &mut CommandQueue) {
    let row = Row {
        title: &group.title,
        under: &group.credential,
        brief: &group.credential,
        role: &group.role,
        levels: &group.levels,
        scopes: &group.scopes,
        remove: &group.remove,
        remove_name: format!("Remove {}", group.title),
        caution: group.caution.as_ref(),
        at: None,
    };
    let picture = |ui: &mut Ui, _: &mut CommandQueue| {
        let tokens = theme::tokens(ui);
        ui.add_space((tokens.size.small_avatar - tokens.icon.head) / 2.0);
        ui.label(text::icon(Icon::Users, tokens.icon.head).color(tokens.color.dim));
    };
    row_ui(ui, &row, queue, picture, |ui, _| {
        widgets::Status::new(group.access.tone, &group.access.text).small().show(ui);
    });
}

fn row_ui(
    ui: &mut Ui,
    row: &Row<'_>,
    queue: &mut CommandQueue,
    picture: impl FnOnce(&mut Ui, &mut CommandQueue),
    access: impl FnOnce(&mut Ui, &mut CommandQueue),
) {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let is_narrow = ui.available_width() < tokens.narrow.space_member;
    let below = if is_narrow { tokens.size.target } else { 0.0 };
    let height = tokens.row.space_member + below;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.min.y + 0.5, Stroke::new(tokens.stroke.line, color.line));
    let mut first = rect;
    first.max.y = rect.min.y + tokens.row.space_member;
    let size = tokens.size.small_avatar;
    let face = Rect::from_min_size(pos2(first.min.x, first.center().y - size / 2.0), vec2(size, size));
    paint::row(ui, face, "face", |ui| picture(ui, queue));
    let right = paint::row_end(ui, first, "controls", |ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.tight;
        let button = Button::icon_only(Icon::Trash2, &row.remove_name).small();
        parts::control_button(ui, row.remove, button, queue);
        choices_ui(ui, row, queue);
        ui.min_rect().min.x
    });
    let left = face.max.x + tokens.space.base;
    let (share, mut place) = if is_narrow {
        (1.0, Rect::from_min_max(pos2(left, first.max.y), rect.max))
    } else {
        let share = tokens.share.space_member_name;
        let middle = left + (right - left) * share;
        (share, Rect::from_min_max(pos2(middle, first.min.y), pos2(right - tokens.space.near, first.max.y)))
    };
    let width = (right - left) * share - tokens.space.base;
    let title = paint::name(ui, row.title, tokens.size.body, fonts::regular(), color.text, width);
    let under = paint::line(ui, row.brief, tokens.size.small, fonts::regular(), color.dim, width);
    let words = Rect::from_min_size(pos2(left, first.min.y), vec2(width.max(1.0), first.height()));
    let response = ui.interact(words, ui.scope_id().with("words"), Sense::hover());
    paint::announce(&response, egui::Role::Label, &format!("{}: {}", row.title, row.under));
    if let Some(at) = row.at {
        at.tell(ui, &response);
    }
    response.on_hover_text(row.under);
    paint::two_lines(ui, left, first.center().y, title, under);
    place.max.x = place.max.x.max(place.min.x + tokens.width.least_words);
    paint::row(ui, place, "access", |ui| access(ui, queue));
    if let Some(caution) = row.caution {
        widgets::Status::new(Tone::Caution, caution).small().show(ui);
    }
    let choices = row.levels.iter().chain(row.scopes).filter_map(|(_, control)| control.as_ref());
    for control in choices.chain(std::iter::once(row.remove)) {
        ui.push_id(("tried", &control.label), |ui| parts::tried_ui(ui, control.tried.as_ref(), queue));
    }
}

fn choices_ui(ui: &mut Ui, row: &Row<'_>, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    if row.levels.is_empty() {
        ui.label(text::dim(ui, row.role));
        return;
    }
    let name = format!("Access role of {}: {}", row.title, row.role);
    let button = platform_head::drop_button(ui, row.role, &name, tokens.width.choice, tokens.size.small_control);
    menu::drop_from(&button, tokens.width.long_list, |ui| {
        list_ui(ui, row.levels, queue);
        if !row.scopes.is_empty() {
            menu::part(ui, "Content");
            list_ui(ui, row.scopes, queue);
        }
    });
}

/// The lines of a list of choices; the one that holds is ticked.
pub(in crate::ui) fn list_ui(ui: &mut Ui, choices: &Choices, queue: &mut CommandQueue) {
    for (label, control) in choices {
        match control {
            Some(control) => control_item(ui, label, control, queue),
            None => {
                menu::item(ui, &Item::new(label).chosen(true));
            }
        }
    }
}

/// A small button with a list of choices.
pub(in crate::ui) fn choice_button(
    ui: &mut Ui,
    width: f32,
    shown: &str,
    name: &str,
    choices: &Choices,
    queue: &mut CommandQueue,
) {
    let tokens = theme::tokens(ui);
    let width = width.max(tokens.width.least_words);
    let button = platform_head::drop_button(ui, shown, name, width, tokens.size.small_control);
    menu::drop_from(&button, tokens.width.list, |ui| list_ui(ui, choices, queue));
}
