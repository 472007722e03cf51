//! One platform as the person signed in there sees it: a header, tabs, and the content of the open tab.

use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::platform_head::{self, Form};
use super::{groups, license_pools, mail, members, paint, parts, person_view, platform_tabs, spaces};
use crate::ui::widgets;
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{PlatformPanelData, Selection, TabData};

/// Draws the panel over the whole of `ui`, frame included. `selection` holds what is being typed; `form` is what the
/// headers of all panels have room for.
pub fn platform_panel_ui(
    ui: &mut Ui,
    data: &PlatformPanelData,
    selection: &Selection,
    form: Form,
    queue: &mut CommandQueue,
) {
    let rect = ui.max_rect();
    let tokens = theme::tokens(ui);
    let colors = tokens.platform(data.color);
    paint::panel(ui, rect, Some(colors.ink));
    ui.shrink_clip_rect(rect);
    widgets::region(ui, &data.name, |ui| {
        if data.is_folded {
            folded_ui(ui, data, rect, queue);
            return;
        }
        let inset = tokens.space.inset;
        let head = platform_head::head_ui(ui, data, rect, form, queue);
        let mut bar = rect.shrink2(vec2(inset, 0.0));
        bar.min.y = rect.min.y + head;
        bar.max.y = bar.min.y + tokens.row.tabs;
        ui.painter().hline(rect.x_range(), bar.min.y - 0.5, egui::Stroke::new(tokens.stroke.line, tokens.color.line));
        ui.painter().hline(rect.x_range(), bar.max.y - 0.5, egui::Stroke::new(tokens.stroke.line, tokens.color.line));
        paint::within(ui, bar, "tabs", |ui| platform_tabs::tabs_ui(ui, data, queue));
        let mut body = rect.shrink2(vec2(inset, 0.0));
        body.min.y = bar.max.y + tokens.stroke.line;
        body.max.x = rect.max.x - tokens.space.hair;
        body.max.y -= tokens.stroke.line;
        paint::within(ui, body, ("body", data.tab), |ui| {
            ui.shrink_clip_rect(Rect::from_min_max(pos2(rect.min.x, body.min.y), body.max));
            ScrollArea::vertical().id_salt(("content", data.tab)).auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(body.width() - inset + tokens.space.hair);
                ui.add_space(tokens.space.row);
                let switches = data.platform_list.iter().map(|choice| &choice.control);
                for control in switches.chain(&data.refused_sign_in) {
                    parts::tried_ui(ui, control.tried.as_ref(), queue);
                }
                content_ui(ui, data, selection, queue);
                ui.add_space(tokens.space.gap);
            });
        });
    });
}

fn content_ui(ui: &mut Ui, data: &PlatformPanelData, selection: &Selection, queue: &mut CommandQueue) {
    match &data.content {
        TabData::Closed { title, reason, pools, is_pools_marked } => {
            closed_ui(ui, title, reason);
            if !pools.is_empty() {
                ui.add_space(theme::tokens(ui).space.section);
                license_pools::pools_ui(ui, pools, *is_pools_marked, queue);
            }
        }
        TabData::Members(members) => members::members_ui(ui, data.platform, members, queue),
        TabData::Spaces(spaces) => {
            let typed = selection.new_space.get(&data.platform).map_or("", String::as_str);
            spaces::spaces_ui(ui, data.platform, spaces, typed, queue);
        }
        TabData::Groups(groups) => {
            let typed = selection.new_group.get(&data.platform).map_or("", String::as_str);
            groups::groups_ui(ui, data.platform, groups, typed, queue);
        }
        TabData::Mail(mail) => mail::mail_ui(ui, data.platform, mail, queue),
        TabData::View(view) => person_view::person_view_ui(ui, view, queue),
    }
}

fn closed_ui(ui: &mut Ui, title: &str, reason: &str) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.section);
    ui.vertical_centered(|ui| {
        ui.label(text::icon(Icon::Lock, tokens.icon.empty).color(tokens.color.faint));
        ui.add_space(tokens.space.tight);
        parts::wrapped(ui, text::strong(ui, title));
        ui.set_max_width(ui.available_width().min(tokens.width.paragraph));
        parts::wrapped(ui, text::dim(ui, reason));
    });
}

/// The strip of a folded panel: a button that unfolds it, and its name from the bottom up.
fn folded_ui(ui: &mut Ui, data: &PlatformPanelData, rect: Rect, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let size = tokens.size.control;
    let top =
        Rect::from_center_size(pos2(rect.center().x, rect.min.y + tokens.row.platform_head / 2.0), vec2(size, size));
    paint::within(ui, top, "unfold", |ui| {
        let name = format!("Unfold {}", data.name);
        if widgets::icon_button(ui, Icon::ChevronsRight, &name).clicked() {
            queue.push(UiCommand::ToggleFold(data.platform));
        }
    });
    let ink = tokens.platform(data.color).ink;
    let galley = paint::line(
        ui,
        &data.name,
        tokens.size.strong,
        fonts::semibold(),
        ink,
        rect.max.y - top.max.y - 2.0 * tokens.space.row,
    );
    let corner = pos2(rect.center().x + galley.size().y / 2.0, top.max.y + tokens.space.row);
    let turned = egui::epaint::TextShape::new(corner, galley, ink).with_angle(std::f32::consts::FRAC_PI_2);
    ui.painter().add(turned);
    let rest = Rect::from_min_max(pos2(rect.min.x, top.max.y), rect.max);
    let response = ui.interact(rest, ui.scope_id().with("strip"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}, folded", data.name)));
    if response.clicked() {
        queue.push(UiCommand::ToggleFold(data.platform));
    }
}
