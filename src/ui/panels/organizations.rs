//! The organizations of a member: what they are employed in, and what leaving costs.

use egui::{Align, Label, Layout, Ui, vec2};
use lucide_icons::Icon;

use super::member_card::control_item;
use super::menu::{self, Item};
use super::{parts, platform_head};
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{MemberDetails, OrganizationRow};

/// Draws the organizations of a member, and ways to join or to declare another one.
pub(super) fn organizations_ui(ui: &mut Ui, details: &MemberDetails, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "Organizations");
    if details.organizations.is_empty() {
        ui.label(text::faint(ui, "Employed in none: credentials carry the company."));
    }
    for row in &details.organizations {
        widgets::divider(ui);
        ui.push_id(&row.name, |ui| row_ui(ui, row, queue));
    }
    ui.add_space(tokens.space.tight);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(tokens.space.base, tokens.space.near);
        if !details.joins.is_empty() {
            let name = "Join organization";
            let button = platform_head::drop_button(ui, name, name, tokens.width.long_choice, tokens.size.control);
            menu::drop_from(&button, tokens.width.long_list, |ui| {
                menu::part(ui, "Organizations declared here");
                for control in &details.joins {
                    control_item(ui, &control.label, control, queue);
                }
            });
        }
        if widgets::quiet_button(ui, &details.declare.label).clicked() {
            queue.push(UiCommand::SetSheet(Some(details.declare.draft.clone())));
        }
    });
    for control in details.joins.iter().chain(details.organizations.iter().map(|row| &row.leave)) {
        ui.push_id(("tried", &control.label), |ui| parts::tried_ui(ui, control.tried.as_ref(), queue));
    }
}

fn row_ui(ui: &mut Ui, row: &OrganizationRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(tokens.size.target);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = tokens.space.tight;
            let name = format!("Leave {}", row.name);
            parts::control_button(ui, &row.leave, Button::icon_only(Icon::Trash2, &name).small(), queue);
            if !row.moves.is_empty() {
                move_menu(ui, row, queue);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = tokens.space.base;
                ui.label(text::body(ui, &row.name));
                ui.add(Label::new(text::small(ui, &row.kind).color(tokens.color.dim)).truncate());
            });
        });
    });
    if !row.loses.is_empty() {
        let words = format!("Leaving takes {}.", row.loses.join(", "));
        parts::wrapped(ui, text::faint(ui, words));
    }
}

/// Moving is leaving and joining: two acts, one after the other (R120).
fn move_menu(ui: &mut Ui, row: &OrganizationRow, queue: &mut CommandQueue) {
    let name = format!("Move from {}", row.name);
    let tokens = theme::tokens(ui);
    let height = tokens.size.small_control;
    let button = platform_head::drop_button(ui, "Move", &name, tokens.width.short_choice, height);
    menu::drop_from(&button, tokens.width.list, |ui| {
        menu::part(ui, "Move to; no credential follows");
        for (label, commands) in &row.moves {
            if menu::item(ui, &Item::new(label).enabled(parts::enabled(&row.leave)).does_all(commands)) {
                for command in commands {
                    queue.push(UiCommand::Submit(command.clone()));
                }
            }
        }
    });
}
