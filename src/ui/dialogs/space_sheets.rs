//! The further doors to the members of a space: *Add group(s)* and *Advanced*.

use egui::{Align, Label, Layout, ScrollArea, Ui, vec2};

use crate::domain::{AccessRole, PlatformId, SpaceId};
use crate::ui::panels::parts::{self as shared, wrapped};
use crate::ui::panels::rows::{At, rows_ui};
use crate::ui::panels::space_members::choice_button;
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{
    AddMemberDraft, AdvancedCell, AdvancedRow, AdvancedTable, GroupMatch, GroupPick, Listing, SheetDraft, Tone,
};

/// The three doors, in order.
const DOORS: [&str; 3] = ["Add member(s)", "Add group(s)", "Advanced"];

/// The tabs that lead from one door to the others; `present` is the place of the open one.
pub(super) fn doors_ui(ui: &mut Ui, platform: PlatformId, space: SpaceId, present: usize, queue: &mut CommandQueue) {
    let mut chosen = present;
    if !widgets::segmented(ui, &mut chosen, &DOORS, "Ways to add").changed() {
        return;
    }
    queue.push(UiCommand::CloseAddMember);
    queue.push(match chosen {
        0 => UiCommand::SetSheet(None),
        1 => UiCommand::SetSheet(Some(SheetDraft::AddGroups(AddMemberDraft {
            platform,
            space,
            search: String::new(),
            role: AccessRole::Author,
            restricted: false,
        }))),
        _ => UiCommand::SetSheet(Some(SheetDraft::Advanced { platform, space, typed: String::new() })),
    });
    if chosen == 0 {
        queue.push(UiCommand::OpenAddMember { platform, space });
    }
}

/// Groups to add, with the access role they get.
pub(super) fn groups_ui(ui: &mut Ui, data: &GroupPick, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::AddGroups(draft) = draft else { return };
    let tokens = theme::tokens(ui);
    let mut search = draft.search.clone();
    let width = ui.available_width() - tokens.space.hair;
    let field = widgets::search_field(ui, &mut search, "Enter the name of a group", width);
    let first = data.matches.iter().position(|group| group.control.reason().is_none());
    let control = first.and_then(|place| data.matches.get(place)).map(|group| &group.control);
    let enters = control.map(|control| (control.label.as_str(), &control.command));
    let first = first.filter(|_| shared::enter_adds(ui, (&field, &draft.search), enters, queue));
    let mut wish = |draft: AddMemberDraft| queue.push(UiCommand::SetSheet(Some(SheetDraft::AddGroups(draft))));
    if field.changed() {
        wish(AddMemberDraft { search, ..draft.clone() });
    }
    if let Some(restricted) = data.restricted {
        let mut on = restricted;
        if widgets::switch_row(ui, &mut on, "Enable restricted access", Ok(()), |_| ()).changed() {
            wish(AddMemberDraft { restricted: on, ..draft.clone() });
        }
    }
    widgets::section_heading(ui, "Access role");
    for (role, label, help) in &data.roles {
        let is_chosen = *role == data.role;
        if super::invite::choice_ui(ui, is_chosen, label, help) && !is_chosen {
            wish(AddMemberDraft { role: *role, ..draft.clone() });
        }
    }
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "Groups");
    if data.matches.is_empty() {
        wrapped(ui, text::dim(ui, &data.hint));
    }
    for (place, group) in data.matches.iter().enumerate() {
        ui.push_id(&group.title, |ui| match_ui(ui, group, first == Some(place), queue));
    }
}

fn match_ui(ui: &mut Ui, group: &GroupMatch, is_entered: bool, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let style = if is_entered { CardStyle::Selected } else { CardStyle::Plain };
    widgets::card(ui, style, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.hair;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                shared::control_button(ui, &group.control, Button::new("Add").name(&group.control.label), queue);
                if is_entered {
                    widgets::key_cap(ui, "Enter");
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    widgets::name(ui, text::strong(ui, &group.title));
                    ui.add(Label::new(text::small(ui, &group.detail).color(tokens.color.dim)).truncate());
                });
            });
        });
        if let Some(caution) = &group.caution {
            widgets::Status::new(Tone::Caution, caution).small().show(ui);
        }
    });
    shared::tried_ui(ui, group.control.tried.as_ref(), queue);
}

/// How wide the first column of the table is, and each of the others: as wide as fits, and no narrower than readable.
fn widths(ui: &Ui, organizations: usize) -> [f32; 2] {
    let tokens = theme::tokens(ui);
    let width = &tokens.width;
    let full = ui.available_width() - tokens.space.scroll;
    let member = width.table_member.hold(full * tokens.share.table_member);
    let spacing = ui.spacing().item_spacing.x * organizations as f32;
    [member, width.table_cell.hold((full - member - spacing) / organizations.max(1) as f32)]
}

/// The table of single credentials.
pub(super) fn advanced_ui(ui: &mut Ui, data: &AdvancedTable, draft: &SheetDraft, queue: &mut CommandQueue) {
    let SheetDraft::Advanced { platform, space, typed } = draft else { return };
    let tokens = theme::tokens(ui);
    let mut search = typed.clone();
    let width = ui.available_width() - tokens.space.hair;
    if widgets::search_field(ui, &mut search, "Enter a name or a login", width).changed() {
        let draft = SheetDraft::Advanced { platform: *platform, space: *space, typed: search };
        queue.push(UiCommand::SetSheet(Some(draft)));
    }
    ui.add_space(tokens.space.tight);
    let [first, other] = widths(ui, data.columns.len());
    ScrollArea::horizontal().id_salt("table").auto_shrink([false, true]).show(ui, |ui| {
        ui.vertical(|ui| {
            ui.horizontal(|ui| {
                cell(ui, first, |ui| drop(widgets::column_heading(ui, "Member")));
                for (_, name) in &data.columns {
                    cell(ui, other, |ui| drop(widgets::column_heading(ui, name)));
                }
            });
            rows_ui(ui, Listing::Sheet, &data.rows, tokens.usual.table_row, queue, |ui, row, at, queue| {
                ui.push_id(row.person, |ui| row_ui(ui, row, at, [first, other], queue));
            });
            ui.add_space(tokens.space.base);
        });
    });
    for row in data.rows.iter() {
        let levels = row.cells.iter().flat_map(|cell| &cell.levels).filter_map(|(_, control)| control.as_ref());
        for control in levels.chain(&row.remove) {
            ui.push_id(("tried", row.person, &control.label), |ui| {
                shared::tried_ui(ui, control.tried.as_ref(), queue);
            });
        }
    }
}

fn row_ui(ui: &mut Ui, row: &AdvancedRow, at: At, [first, other]: [f32; 2], queue: &mut CommandQueue) {
    ui.horizontal(|ui| {
        cell(ui, first, |ui| {
            if let Some(remove) = &row.remove {
                let button = Button::icon_only(lucide_icons::Icon::Trash2, &remove.label).small();
                shared::control_button(ui, remove, button, queue);
            } else {
                ui.label(text::faint(ui, "not in"));
            }
            let title = widgets::name(ui, text::body(ui, &row.title));
            at.tell(ui, &title);
        });
        for credential in &row.cells {
            cell(ui, other, |ui| cell_ui(ui, row, credential, queue));
        }
    });
}

/// A single credential; shaded where the person belongs to the organization (F25).
fn cell_ui(ui: &mut Ui, row: &AdvancedRow, cell: &AdvancedCell, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    if cell.belongs {
        let rect = ui.max_rect().shrink2(vec2(0.0, tokens.stroke.line));
        ui.painter().rect_filled(rect, tokens.radius.small, tokens.color.track.gamma_multiply(tokens.shade.belongs));
        ui.add_space(tokens.space.tight);
    }
    let belongs = if cell.belongs { "belongs to it, " } else { "" };
    let name = format!("{} for {}: {belongs}{}", row.title, cell.organization, cell.shown);
    let width = ui.available_width();
    choice_button(ui, width, &cell.shown, &name, &cell.levels, queue);
}

/// A cell of the table: of this width, centred in height.
fn cell(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let size = vec2(width, theme::tokens(ui).row.item);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.set_max_width(width);
        add(ui);
    });
}
