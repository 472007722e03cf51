//! The Collaborative Spaces Control Center, or what 3DSpace shows to others.

use egui::{Align, Label, Layout, Sense, Ui, vec2};
use lucide_icons::Icon;

use super::member_card::control_item;
use super::rows::{At, rows_ui};
use super::{card_head, menu, parts, platform_head, preview, space_members};
use crate::domain::PlatformId;
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{Control, ItemRow, Listing, OpenSheet, SettingRow, SpaceRow, SpacesData};

/// Draws the spaces of `platform`.
///
/// `typed` is the name typed for a new space.
pub fn spaces_ui(ui: &mut Ui, platform: PlatformId, data: &SpacesData, typed: &str, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(text::strong(ui, &data.title).size(tokens.size.title));
    ui.add_space(tokens.space.row);
    if data.spaces.is_empty() {
        parts::wrapped(ui, text::dim(ui, "No space can be seen here."));
    }
    rows_ui(ui, Listing::Spaces(platform), &data.spaces, tokens.usual.card, queue, |ui, space, at, queue| {
        ui.push_id(space.space, |ui| space_ui(ui, platform, space, at, queue));
        ui.add_space(theme::tokens(ui).space.near);
    });
    if let Some(create) = &data.create {
        ui.add_space(tokens.space.base);
        create_ui(ui, platform, create, typed, queue);
    }
    if !data.settings.is_empty() {
        ui.add_space(tokens.space.gap);
        widgets::section_heading(ui, "Manage Settings");
        ui.add_space(tokens.space.tight);
        for setting in &data.settings {
            widgets::divider(ui);
            ui.push_id(setting.setting, |ui| setting_ui(ui, setting, queue));
        }
    }
}

fn create_ui(ui: &mut Ui, platform: PlatformId, create: &Control, typed: &str, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::section_heading(ui, "New space");
    ui.add_space(tokens.space.tight);
    ui.horizontal(|ui| {
        let mut name = typed.to_owned();
        let width = tokens.width.name_field.hold(ui.available_width() - tokens.width.button_beside);
        let field = widgets::text_field(ui, &mut name, "Name of the new space", "Name", width);
        if field.changed() {
            queue.push(UiCommand::EditNewSpace { platform, name });
        }
        parts::submit_on_enter(ui, &field, create, queue);
        parts::control_button(ui, create, Button::new(&create.label), queue);
    });
    parts::tried_ui(ui, create.tried.as_ref(), queue);
}

fn setting_ui(ui: &mut Ui, setting: &SettingRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.tight);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.base;
        parts::control_switch(ui, setting.on, &setting.control, queue);
        ui.vertical(|ui| {
            ui.add_space(tokens.space.tight);
            let words = Label::new(text::body(ui, &setting.label)).wrap().sense(Sense::CLICK);
            let words = ui.add(words);
            preview::offer(ui, &words, &setting.control.command);
            if words.on_hover_text(&setting.help).clicked() {
                queue.push(UiCommand::Submit(setting.control.command.clone()));
            }
        });
    });
    parts::tried_ui(ui, setting.control.tried.as_ref(), queue);
    ui.add_space(tokens.space.tight);
}

fn space_ui(ui: &mut Ui, platform: PlatformId, space: &SpaceRow, at: At, queue: &mut CommandQueue) {
    let style = if space.is_open { CardStyle::Selected } else { CardStyle::Plain };
    let shown = widgets::card(ui, style, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let under = format!("{} · {}", space.visibility, space.summary);
        let head = card_head::Head {
            icon: if space.is_open { Icon::FolderOpen } else { Icon::Folder },
            name: &space.name,
            under: &under,
            is_open: space.is_open,
            has_changed: space.has_changed,
        };
        if card_head::head_ui(ui, &head, at) {
            queue.push(UiCommand::ToggleSpace { platform, space: space.space });
        }
        if space.is_open {
            open_ui(ui, platform, space, queue);
        }
    });
    parts::mark(ui, shown.response.rect.shrink(theme::tokens(ui).space.tight), space.is_marked);
}

fn open_ui(ui: &mut Ui, platform: PlatformId, space: &SpaceRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    if let Some(refusal) = &space.manage_refusal {
        widgets::Status::new(crate::view::Tone::Neutral, refusal).small().show(ui);
        ui.add_space(tokens.space.tight);
    }
    widgets::section_heading(ui, "Manage Members");
    let listing = Listing::SpaceMembers(platform, space.space);
    rows_ui(ui, listing, &space.members, tokens.usual.space_member, queue, |ui, member, at, queue| {
        ui.push_id(member.face.person, |ui| space_members::member_ui(ui, member, at, queue));
    });
    for group in &space.groups {
        ui.push_id(("group", group.group), |ui| space_members::group_ui(ui, group, queue));
    }
    ui.add_space(tokens.space.base);
    add_ui(ui, platform, space, queue);
    content_ui(ui, space, queue);
}

/// The doors to the members: persons, groups, single credentials.
fn add_ui(ui: &mut Ui, platform: PlatformId, space: &SpaceRow, queue: &mut CommandQueue) {
    let space_between = theme::tokens(ui).space;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space_between.base, space_between.near);
        let add = Button::new("Add member(s)…").enabled(parts::reason(space.manage_refusal.as_ref()));
        if add.show(ui).clicked() {
            queue.push(UiCommand::OpenAddMember { platform, space: space.space });
        }
        let Some(doors) = &space.doors else { return };
        for door in [&doors.groups, &doors.advanced] {
            let why = space.manage_refusal.as_ref().or(door.refusal.as_ref());
            open_button(ui, door, why, queue);
        }
        open_button(ui, &doors.properties, doors.properties.refusal.as_ref(), queue);
    });
}

/// A button that opens a dialog, greyed with its reason.
fn open_button(ui: &mut Ui, open: &OpenSheet, why: Option<&String>, queue: &mut CommandQueue) {
    if Button::new(&open.label).enabled(parts::reason(why)).show(ui).clicked() {
        queue.push(UiCommand::SetSheet(Some(open.draft.clone())));
    }
}

/// What is in the space, and a way to put more there.
fn content_ui(ui: &mut Ui, space: &SpaceRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.row);
    widgets::section_heading(ui, "Content");
    for item in &space.items {
        ui.push_id(&item.name, |ui| item_ui(ui, item, queue));
    }
    if let Some(doors) = &space.doors {
        ui.add_space(tokens.space.tight);
        open_button(ui, &doors.new_item, None, queue);
    }
}

fn item_ui(ui: &mut Ui, item: &ItemRow, queue: &mut CommandQueue) {
    ui.horizontal(|ui| {
        let tokens = theme::tokens(ui);
        ui.set_min_height(tokens.row.item);
        ui.label(text::icon(Icon::File, tokens.icon.text).color(tokens.color.faint));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !item.moves.is_empty() {
                let name = format!("Move {}", item.name);
                let button =
                    platform_head::drop_button(ui, "Move", &name, tokens.width.short_choice, tokens.size.small_control);
                menu::drop_from(&button, theme::tokens(ui).width.list, |ui| {
                    menu::part(ui, "Move to");
                    for control in &item.moves {
                        control_item(ui, &control.label, control, queue);
                    }
                });
            }
            share_button(ui, &item.share, queue);
            owner_ui(ui, item, queue);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::name(ui, text::body(ui, &item.name));
            });
        });
    });
    shared_ui(ui, &item.shared_with);
    for control in item.moves.iter().chain(item.owners.iter().filter_map(|(_, control)| control.as_ref())) {
        parts::tried_ui(ui, control.tried.as_ref(), queue);
    }
}

/// The organization that owns an item: it decides what restricted access opens (R138).
fn owner_ui(ui: &mut Ui, item: &ItemRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let name = format!("Owner of {}: {}", item.name, item.owner);
    let words = format!("Owner: {}", item.owner);
    let button = platform_head::drop_button(ui, &words, &name, tokens.width.choice, tokens.size.small_control);
    menu::drop_from(&button, theme::tokens(ui).width.list, |ui| {
        menu::part(ui, "Owned by; the trainer sets it");
        space_members::list_ui(ui, &item.owners, queue);
    });
}

/// *Share*, greyed with its reason.
pub(super) fn share_button(ui: &mut Ui, share: &OpenSheet, queue: &mut CommandQueue) {
    let button = Button::new("Share").name(&share.label).small().enabled(parts::reason(share.refusal.as_ref()));
    if button.show(ui).clicked() {
        queue.push(UiCommand::SetSheet(Some(share.draft.clone())));
    }
}

/// With whom an item is shared.
pub(super) fn shared_ui(ui: &mut Ui, shared_with: &[String]) {
    if !shared_with.is_empty() {
        ui.horizontal(|ui| {
            let tokens = theme::tokens(ui);
            ui.add_space(tokens.icon.text + tokens.space.base);
            parts::wrapped(ui, text::faint(ui, format!("shared with {}", shared_with.join(", "))));
        });
    }
}
