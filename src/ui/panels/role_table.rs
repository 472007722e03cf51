//! The roles of a member: granted, licensed, restricted, usable.

use egui::{Rect, Sense, Stroke, Ui, pos2, vec2};
use lucide_icons::Icon;

use super::{paint, parts};
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, fonts, text, theme, theme::Tokens};
use crate::view::{RoleRow, SwitchCell};

/// The heads of the two columns of switches.
const HEADS: [&str; 2] = ["Assign License", "Restrict Usage to this Platform"];

/// The places of the columns.
#[derive(Clone, Copy)]
struct Columns {
    name: f32,
    assign: f32,
    restrict: f32,
    /// Its own column, or none: then it stands under the name.
    usable: Option<f32>,
}

impl Columns {
    /// Columns for this width; none when a table does not fit.
    fn fit(tokens: &Tokens, available: f32) -> Option<Self> {
        let (width, share) = (&tokens.width, &tokens.share);
        let rest = available - tokens.size.small_control;
        if rest < tokens.narrow.role_blocks {
            return None;
        }
        if rest < tokens.narrow.role_table {
            let assign = width.low_assign.hold(rest * share.low_assign);
            let restrict = width.low_restrict.hold(rest * share.low_restrict);
            return Some(Self { name: rest - assign - restrict, assign, restrict, usable: None });
        }
        let assign = width.assign.hold(rest * share.assign);
        let restrict = width.restrict.hold(rest * share.restrict);
        let usable = width.usable.hold(rest * share.usable);
        Some(Self { name: rest - assign - restrict - usable, assign, restrict, usable: Some(usable) })
    }
}

/// Draws the table, or one block per role where a table does not fit.
pub(super) fn roles_ui(ui: &mut Ui, roles: &[RoleRow], queue: &mut CommandQueue) {
    if roles.is_empty() {
        ui.label(text::dim(ui, "No roles yet."));
        return;
    }
    let columns = Columns::fit(theme::tokens(ui), ui.available_width());
    if let Some(columns) = columns {
        heads_ui(ui, columns);
    }
    for role in roles {
        ui.push_id(role.role, |ui| {
            match columns {
                Some(columns) => row_ui(ui, role, columns, queue),
                None => block_ui(ui, role, queue),
            }
            if let Some(words) = &role.through {
                parts::wrapped(ui, text::faint(ui, words.as_str()));
            }
            for cell in [&role.assign, &role.restrict] {
                if let SwitchCell::Shown { control, .. } = cell {
                    parts::tried_ui(ui, control.tried.as_ref(), queue);
                }
            }
            parts::tried_ui(ui, role.ungrant.tried.as_ref(), queue);
        });
    }
}

fn heads_ui(ui: &mut Ui, columns: Columns) {
    let tokens = theme::tokens(ui);
    let widths = [columns.name, columns.assign, columns.restrict, columns.usable.unwrap_or(0.0)];
    let words = ["Role", HEADS[0], HEADS[1], "Usable here"];
    let galleys: Vec<_> = words
        .iter()
        .zip(widths)
        .map(|(words, width)| {
            paint::lines(ui, words, tokens.size.caption, fonts::medium(), tokens.color.dim, width - tokens.space.base)
        })
        .collect();
    let height = galleys.iter().zip(widths).filter(|(_, width)| *width > 0.0).map(|(galley, _)| galley.size().y);
    let height = height.fold(0.0_f32, f32::max) + tokens.space.base;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut left = rect.min.x;
    for (galley, width) in galleys.into_iter().zip(widths) {
        if width > 0.0 {
            let top = rect.max.y - tokens.space.tight - galley.size().y;
            ui.painter().galley(pos2(left, top), galley, tokens.color.dim);
        }
        left += width;
    }
}

fn row_ui(ui: &mut Ui, role: &RoleRow, columns: Columns, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let (ink, space) = (tokens.color.text, &tokens.space);
    let status_width = columns.usable.unwrap_or(columns.name) - tokens.size.small_control - space.tight;
    let name = paint::lines(ui, &role.name, tokens.size.body, fonts::regular(), ink, columns.name - space.base);
    let status = paint::lines(ui, &role.usable.text, tokens.size.body, fonts::regular(), ink, status_width);
    let status_height = (status.size().y + space.tight).max(tokens.size.target);
    let height = match columns.usable {
        Some(_) => name.size().y.max(status_height) + space.near,
        None => name.size().y + status_height + space.base,
    };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height.max(tokens.row.low_item)), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.min.y + 0.5, Stroke::new(tokens.stroke.line, tokens.color.line));
    let inner = rect.shrink2(vec2(-space.tight, space.hair));
    parts::changed(ui, inner, role.has_changed, "row");
    let column =
        |left: f32, width: f32| Rect::from_min_size(pos2(rect.min.x + left, rect.min.y), vec2(width, rect.height()));
    let name_height = name.size().y;
    let mut below = column(0.0, columns.name);
    match columns.usable {
        Some(_) => {
            paint::from_left(ui.painter(), rect.min.x, rect.center().y, name);
        }
        None => {
            ui.painter().galley(pos2(rect.min.x, rect.min.y + space.tight), name, ink);
            below.min.y += space.tight + name_height;
        }
    }
    let place = match columns.usable {
        Some(width) => column(columns.name + columns.assign + columns.restrict, width - space.base),
        None => below,
    };
    paint::row(ui, place, "usable", |ui| parts::asking(ui, &role.usable, &role.name, role.question, queue));
    let assign = column(columns.name, columns.assign - space.near);
    paint::row(ui, assign, "assign", |ui| cell_ui(ui, &role.assign, queue));
    let restrict = column(columns.name + columns.assign, columns.restrict - space.base);
    paint::row(ui, restrict, "restrict", |ui| cell_ui(ui, &role.restrict, queue));
    paint::row_end(ui, rect, "take", |ui| take_ui(ui, role, queue));
}

fn cell_ui(ui: &mut Ui, cell: &SwitchCell, queue: &mut CommandQueue) {
    match cell {
        SwitchCell::Shown { on, control } => {
            parts::control_switch(ui, *on, control, queue);
        }
        SwitchCell::Hidden { words, reason } => {
            parts::wrapped(ui, text::small(ui, words).color(theme::tokens(ui).color.faint)).on_hover_text(reason);
        }
    }
}

fn take_ui(ui: &mut Ui, role: &RoleRow, queue: &mut CommandQueue) {
    let name = format!("Ungrant {}", role.name);
    let button = Button::icon_only(Icon::Trash2, &name).small();
    parts::control_button(ui, &role.ungrant, button, queue);
}

/// One role in a narrow panel: everything under its name.
fn block_ui(ui: &mut Ui, role: &RoleRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let (top, behind) = (ui.cursor().min, parts::behind(ui));
    widgets::divider(ui);
    ui.add_space(tokens.space.tight);
    ui.horizontal_top(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            take_ui(ui, role, queue);
            ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.add_space(tokens.space.tight);
                parts::wrapped(ui, text::medium(ui, &role.name));
            });
        });
    });
    parts::asking(ui, &role.usable, &role.name, role.question, queue);
    for (head, cell) in HEADS.iter().zip([&role.assign, &role.restrict]) {
        ui.horizontal_top(|ui| {
            let is_shown = matches!(cell, SwitchCell::Shown { .. });
            cell_ui(ui, cell, queue);
            if is_shown {
                ui.vertical(|ui| {
                    ui.add_space(tokens.space.tight);
                    parts::wrapped(ui, text::small(ui, *head));
                });
            }
        });
    }
    ui.add_space(tokens.space.tight);
    let rect = Rect::from_min_max(top, pos2(ui.max_rect().max.x, ui.cursor().min.y));
    let rect = rect.expand2(vec2(tokens.space.near, 0.0));
    parts::changed_behind(ui, behind, rect, role.has_changed, "block");
}
