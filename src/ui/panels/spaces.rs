//! The Collaborative Spaces Control Center, or what 3DSpace shows to others.

use egui::{Align, Label, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::member_card::control_item;
use super::menu::{self, Item};
use super::{paint, parts, platform_head};
use crate::domain::PlatformId;
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{Control, ItemRow, SettingRow, SpaceMemberRow, SpaceRow, SpacesData};

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
    for space in &data.spaces {
        ui.push_id(space.space, |ui| space_ui(ui, platform, space, queue));
        ui.add_space(tokens.space.near);
    }
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
    widgets::section_heading(ui, "New space");
    ui.add_space(theme::tokens(ui).space.tight);
    ui.horizontal(|ui| {
        let mut name = typed.to_owned();
        let width = (ui.available_width() - 130.0).clamp(80.0, 260.0);
        if widgets::text_field(ui, &mut name, "Name of the new space", "Name", width).changed() {
            queue.push(UiCommand::EditNewSpace { platform, name });
        }
        parts::control_button(ui, create, Button::new(&create.label), queue);
    });
    parts::tried_ui(ui, create.tried.as_ref(), queue);
}

fn setting_ui(ui: &mut Ui, setting: &SettingRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.tight);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        parts::control_switch(ui, setting.on, &setting.control, queue);
        ui.vertical(|ui| {
            ui.add_space(3.0);
            let words = Label::new(text::body(ui, &setting.label)).wrap().sense(Sense::CLICK);
            if ui.add(words).on_hover_text(&setting.help).clicked() {
                queue.push(UiCommand::Submit(setting.control.command.clone()));
            }
        });
    });
    parts::tried_ui(ui, setting.control.tried.as_ref(), queue);
    ui.add_space(tokens.space.tight);
}

fn space_ui(ui: &mut Ui, platform: PlatformId, space: &SpaceRow, queue: &mut CommandQueue) {
    let style = if space.is_open { CardStyle::Selected } else { CardStyle::Plain };
    let shown = widgets::card(ui, style, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head_ui(ui, platform, space, queue);
        if space.is_open {
            open_ui(ui, platform, space, queue);
        }
    });
    parts::mark(ui, shown.response.rect.shrink(3.0), space.is_marked);
}

fn head_ui(ui: &mut Ui, platform: PlatformId, space: &SpaceRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let response = ui.interact(rect.expand2(vec2(10.0, 7.0)), ui.scope_id().with("space"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, space.is_open, &space.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(space.is_open);
        node.set_description(format!("{}, {}", space.visibility, space.summary));
    });
    if response.hovered() && !space.is_open {
        ui.painter().rect_filled(response.rect, tokens.radius.control, tokens.color.hover);
    }
    paint::focus_ring(ui, &response, response.rect);
    parts::changed(ui, rect.expand2(vec2(6.0, 3.0)), space.has_changed, "space");
    if response.clicked() {
        queue.push(UiCommand::ToggleSpace { platform, space: space.space });
    }
    let color = &tokens.color;
    let icon = if space.is_open { Icon::FolderOpen } else { Icon::Folder };
    paint::from_left(ui.painter(), rect.min.x + 2.0, rect.center().y, paint::glyph(ui, icon, 18.0, color.dim));
    let left = rect.min.x + 32.0;
    let width = rect.max.x - left - 24.0;
    let name = paint::line(ui, &space.name, tokens.size.strong, fonts::semibold(), color.text, width);
    let words = format!("{} · {}", space.visibility, space.summary);
    let under = paint::line(ui, &words, tokens.size.small, fonts::regular(), color.dim, width);
    paint::from_left(ui.painter(), left, rect.min.y + 9.0, name);
    paint::from_left(ui.painter(), left, rect.min.y + 27.0, under);
    let chevron = if space.is_open { Icon::ChevronUp } else { Icon::ChevronDown };
    let mark = paint::glyph(ui, chevron, 15.0, color.faint);
    paint::from_left(ui.painter(), rect.max.x - 16.0, rect.center().y, mark);
}

fn open_ui(ui: &mut Ui, platform: PlatformId, space: &SpaceRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    if let Some(refusal) = &space.manage_refusal {
        widgets::Status::new(crate::view::Tone::Neutral, refusal).small().show(ui);
        ui.add_space(tokens.space.tight);
    }
    widgets::section_heading(ui, "Manage Members");
    for member in &space.members {
        ui.push_id(member.face.person, |ui| member_ui(ui, member, queue));
    }
    ui.add_space(tokens.space.base);
    let add = Button::new("Add member(s)…").enabled(parts::reason(space.manage_refusal.as_ref()));
    if add.show(ui).clicked() {
        queue.push(UiCommand::OpenAddMember { platform, space: space.space });
    }
    if !space.items.is_empty() {
        ui.add_space(tokens.space.row);
        widgets::section_heading(ui, "Content");
        for item in &space.items {
            ui.push_id(&item.name, |ui| item_ui(ui, item, queue));
        }
    }
}

fn item_ui(ui: &mut Ui, item: &ItemRow, queue: &mut CommandQueue) {
    ui.horizontal(|ui| {
        let tokens = theme::tokens(ui);
        ui.label(text::icon(Icon::File, 14.0).color(tokens.color.faint));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !item.moves.is_empty() {
                let name = format!("Move {}", item.name);
                let button = platform_head::drop_button(ui, "Move", &name, 90.0, tokens.size.small_control);
                menu::drop_from(&button, 220.0, |ui| {
                    menu::part(ui, "Move to");
                    for control in &item.moves {
                        control_item(ui, &control.label, control, queue);
                    }
                });
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(text::body(ui, &item.name)).truncate());
            });
        });
    });
    for control in &item.moves {
        parts::tried_ui(ui, control.tried.as_ref(), queue);
    }
}

fn member_ui(ui: &mut Ui, member: &SpaceMemberRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let is_narrow = ui.available_width() < 360.0;
    let height = if is_narrow { 58.0 } else { 36.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.min.y + 0.5, Stroke::new(1.0, tokens.color.line));
    let mut row = rect;
    row.max.y = rect.min.y + 34.0;
    let face = Rect::from_min_size(pos2(row.min.x, row.center().y - 12.0), vec2(24.0, 24.0));
    paint::row(ui, face, "face", |ui| parts::face_ui(ui, &member.face, 24.0, queue));
    let right = paint::row_end(ui, row, "controls", |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let name = format!("Remove {}", member.title);
        let button = Button::icon_only(Icon::Trash2, &name).small();
        parts::control_button(ui, &member.remove, button, queue);
        levels_ui(ui, member, queue);
        ui.min_rect().min.x
    });
    let left = face.max.x + 8.0;
    let (share, mut access) = if is_narrow {
        (1.0, Rect::from_min_max(pos2(left, row.max.y - 4.0), rect.max))
    } else {
        let middle = left + (right - left) * 0.52;
        (0.52, Rect::from_min_max(pos2(middle, row.min.y), pos2(right - 6.0, row.max.y)))
    };
    let width = (right - left) * share - 8.0;
    let title = paint::line(ui, &member.title, tokens.size.body, fonts::regular(), tokens.color.text, width);
    paint::from_left(ui.painter(), left, row.center().y, title);
    access.max.x = access.max.x.max(access.min.x + 40.0);
    paint::row(ui, access, "access", |ui| {
        parts::asking(ui, &member.access, &member.title, member.question, queue);
    });
    let levels = member.levels.iter().filter_map(|(_, control)| control.as_ref());
    for control in levels.chain(std::iter::once(&member.remove)) {
        ui.push_id(("tried", &control.label), |ui| parts::tried_ui(ui, control.tried.as_ref(), queue));
    }
}

fn levels_ui(ui: &mut Ui, member: &SpaceMemberRow, queue: &mut CommandQueue) {
    let height = theme::tokens(ui).size.small_control;
    if member.levels.is_empty() {
        ui.label(text::dim(ui, &member.role));
        return;
    }
    let name = format!("Access role of {}: {}", member.title, member.role);
    let button = platform_head::drop_button(ui, &member.role, &name, 130.0, height);
    menu::drop_from(&button, 200.0, |ui| {
        for (label, control) in &member.levels {
            match control {
                Some(control) => control_item(ui, label, control, queue),
                None => {
                    menu::item(ui, &Item::new(label).chosen(true));
                }
            }
        }
    });
}
