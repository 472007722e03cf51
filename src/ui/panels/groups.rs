//! The User Groups app: who is in a group, which roles it grants, which spaces it opens.

use egui::{Align, Label, Layout, Rect, Sense, Ui, pos2, vec2};
use lucide_icons::Icon;

use super::member_card::control_item;
use super::rows::{At, rows_ui};
use super::{card_head, menu, paint, parts, platform_head};
use crate::domain::PlatformId;
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{Control, GroupMemberRow, GroupRoleRow, GroupRow, GroupsData, Listing, Rows, Tone};

/// Draws the groups of `platform`; `typed` is the name typed for a new one.
pub(super) fn groups_ui(ui: &mut Ui, platform: PlatformId, data: &GroupsData, typed: &str, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(text::strong(ui, "User Groups").size(tokens.size.title));
    ui.add_space(tokens.space.row);
    if data.groups.is_empty() {
        parts::wrapped(
            ui,
            text::dim(ui, "No group is defined here yet. A group grants its roles and spaces to everybody in it."),
        );
        ui.add_space(tokens.space.base);
    }
    rows_ui(ui, Listing::Groups(platform), &data.groups, tokens.usual.card, queue, |ui, group, at, queue| {
        ui.push_id(group.group, |ui| group_ui(ui, platform, group, at, queue));
        ui.add_space(theme::tokens(ui).space.near);
    });
    if let Some(note) = &data.note {
        widgets::Status::new(Tone::Neutral, note).small().show(ui);
    }
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "New group");
    ui.add_space(tokens.space.tight);
    ui.horizontal(|ui| {
        let mut name = typed.to_owned();
        let width = tokens.width.name_field.hold(ui.available_width() - tokens.width.button_beside);
        let field = widgets::text_field(ui, &mut name, "Name of the new group", "Name", width);
        if field.changed() {
            queue.push(UiCommand::EditNewGroup { platform, name });
        }
        parts::submit_on_enter(ui, &field, &data.create, queue);
        parts::control_button(ui, &data.create, Button::new(&data.create.label), queue);
    });
    parts::tried_ui(ui, data.create.tried.as_ref(), queue);
}

fn group_ui(ui: &mut Ui, platform: PlatformId, group: &GroupRow, at: At, queue: &mut CommandQueue) {
    let style = if group.is_open { CardStyle::Selected } else { CardStyle::Plain };
    widgets::card(ui, style, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let head = card_head::Head {
            icon: Icon::Users,
            name: &group.name,
            under: &group.summary,
            is_open: group.is_open,
            has_changed: group.has_changed,
        };
        if card_head::head_ui(ui, &head, at) {
            queue.push(UiCommand::ToggleGroup { platform, group: group.group });
        }
        if group.is_open {
            open_ui(ui, platform, group, queue);
        }
    });
}

fn open_ui(ui: &mut Ui, platform: PlatformId, group: &GroupRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "Members");
    if group.members.is_empty() {
        ui.label(text::dim(ui, "Nobody yet."));
    }
    let listing = Listing::GroupMembers(platform, group.group);
    rows_ui(ui, listing, &group.members, tokens.usual.group_member, queue, |ui, member, at, queue| {
        ui.push_id(member.face.person, |ui| member_ui(ui, member, at, queue));
    });
    ui.add_space(tokens.space.base);
    let listing = Listing::Joins(platform, group.group);
    list_button(ui, listing, ("Add to group", "Who joins"), &group.joins, "Everybody here is in it.", queue);
    ui.add_space(tokens.space.row);
    widgets::section_heading(ui, "Roles of the group");
    if group.roles.is_empty() {
        ui.label(text::dim(ui, "It grants no role."));
    }
    for role in &group.roles {
        ui.push_id(&role.name, |ui| role_ui(ui, role, queue));
    }
    ui.add_space(tokens.space.base);
    let words = ("Grant role to group", "Roles that can be granted");
    list_button(ui, listing, words, &Rows::whole(group.grants.clone()), "It grants every role.", queue);
    if !group.spaces.is_empty() {
        ui.add_space(tokens.space.row);
        widgets::section_heading(ui, "Spaces");
        for (space, access) in &group.spaces {
            ui.horizontal(|ui| {
                ui.label(text::icon(Icon::Folder, tokens.icon.text).color(tokens.color.faint));
                widgets::name(ui, text::body(ui, format!("{space} · {access}")));
            });
        }
    }
    for caution in &group.cautions {
        ui.add_space(tokens.space.tight);
        widgets::Status::new(Tone::Caution, caution).small().show(ui);
    }
    let members = group.members.iter().map(|member| &member.leave);
    let roles = group.roles.iter().map(|role| &role.ungrant);
    for control in members.chain(roles).chain(group.joins.iter()).chain(&group.grants) {
        ui.push_id(("tried", &control.label), |ui| parts::tried_ui(ui, control.tried.as_ref(), queue));
    }
}

/// A button with a list of controls.
fn list_button(
    ui: &mut Ui,
    listing: Listing,
    (name, part): (&str, &str),
    controls: &Rows<Control>,
    empty: &str,
    queue: &mut CommandQueue,
) {
    if controls.is_empty() {
        ui.label(text::faint(ui, empty));
        return;
    }
    let tokens = theme::tokens(ui);
    let button = platform_head::drop_button(ui, name, name, tokens.width.long_choice, tokens.size.control);
    menu::drop_from(&button, tokens.width.long_list, |ui| {
        menu::part(ui, part);
        menu::lines_ui(ui, listing, controls, queue, |ui, control, queue| {
            control_item(ui, &control.label, control, queue);
        });
    });
}

fn member_ui(ui: &mut Ui, member: &GroupMemberRow, at: At, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.row.item), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.min.y + 0.5, egui::Stroke::new(tokens.stroke.line, tokens.color.line));
    let size = tokens.size.small_avatar;
    let face = Rect::from_min_size(pos2(rect.min.x, rect.center().y - size / 2.0), vec2(size, size));
    paint::row(ui, face, "face", |ui| parts::face_ui(ui, &member.face, size, queue));
    let right = paint::row_end(ui, rect, "controls", |ui| {
        let button = Button::icon_only(Icon::Trash2, &member.leave.label).small();
        parts::control_button(ui, &member.leave, button, queue);
        ui.min_rect().min.x
    });
    let gap = tokens.space.base;
    let words = Rect::from_min_max(pos2(face.max.x + gap, rect.min.y), pos2(right - gap, rect.max.y));
    paint::row(ui, words, "words", |ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let name = ui.label(text::body(ui, &member.face.name));
        at.tell(ui, &name);
        ui.add(Label::new(text::small(ui, &member.detail).color(tokens.color.dim)).truncate());
    });
}

fn role_ui(ui: &mut Ui, role: &GroupRoleRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::divider(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(tokens.row.item);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = Button::icon_only(Icon::Trash2, &role.ungrant.label).small();
            parts::control_button(ui, &role.ungrant, button, queue);
            ui.label(text::small(ui, &role.detail).color(tokens.color.dim));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::name(ui, text::body(ui, &role.name).family(fonts::regular()));
            });
        });
    });
}
