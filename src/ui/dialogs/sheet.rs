//! The sheet of the smaller dialogs: title, sentence, content, notes, and a button at the foot.

use egui::{Align, Layout, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};
use lucide_icons::Icon;

use super::{from_message, import, library, sheet_bodies as bodies, space_sheets, stage_form, steady};
use crate::ui::layout::LayoutState;
use crate::ui::panels::parts::{self as shared, wrapped};
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{Control, SheetBody, SheetData, SheetDraft};

/// Over its platform's panel; the clock above the timeline, the readings in the middle of the window.
pub(super) fn place(ui: &Ui, state: &LayoutState, data: &SheetData) -> Rect {
    // Where there is no room for the whole window, as much of it as is on the screen.
    let full = ui.max_rect().intersect(ui.ctx().content_rect());
    let tokens = theme::tokens(ui);
    let (width, edge) = (&tokens.width, tokens.space.panels);
    let is_short =
        matches!(data.body, SheetBody::Grant(_) | SheetBody::Pool | SheetBody::Properties | SheetBody::Share(_));
    // In the middle of the window, with a little of it around.
    let room = full.size() - vec2(tokens.space.gap, tokens.space.page);
    match (data.platform, &data.body) {
        (Some(platform), _) => {
            let mut place = super::place(ui, state, platform);
            if matches!(data.body, SheetBody::Advanced(_)) {
                place = place.expand2(vec2((width.table - place.width()).max(0.0) / 2.0, 0.0));
                place = place.translate(vec2((full.min.x + edge - place.min.x).max(0.0), 0.0));
                place = place.translate(vec2((full.max.x - edge - place.max.x).min(0.0), 0.0));
            }
            if is_short {
                place.max.y = place
                    .max
                    .y
                    .min(place.min.y + width.short_dialog_height.max(place.height() * tokens.share.short_dialog));
            }
            place
        }
        (None, SheetBody::Clock(_)) => {
            let size = vec2(width.clock, width.short_dialog_height);
            let above = tokens.row.timeline + 2.0 * (tokens.space.inset + edge);
            Rect::from_min_size(pos2(full.min.x + tokens.space.gap, full.max.y - size.y - above), size)
        }
        (None, SheetBody::Message) => {
            let most = vec2(width.message, width.message_height);
            Rect::from_center_size(full.center(), room.min(most))
        }
        (None, _) => {
            let most = vec2(width.sheet, width.sheet_height);
            Rect::from_center_size(full.center(), room.min(most))
        }
    }
}

/// Draws a dialog over the whole of `ui`.
pub(super) fn sheet_ui(ui: &mut Ui, data: &SheetData, draft: &SheetDraft, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let [head, mut body, foot] = super::parts(ui);
    if data.commit.is_none() {
        body.max.y = foot.max.y;
    }
    let mut top = ui.new_child(UiBuilder::new().max_rect(head).id_salt("head"));
    head_ui(&mut top, data, queue);
    let mut sheet = ui.new_child(UiBuilder::new().max_rect(body).id_salt("body"));
    steady::scroll(&mut sheet, ScrollArea::vertical().auto_shrink(false), |ui| {
        ui.set_max_width(body.width() - tokens.space.row);
        ui.spacing_mut().item_spacing.y = tokens.space.near;
        match draft {
            SheetDraft::AddGroups(draft) => space_sheets::doors_ui(ui, draft.platform, draft.space, 1, queue),
            SheetDraft::Advanced { platform, space, .. } => space_sheets::doors_ui(ui, *platform, *space, 2, queue),
            _ => {}
        }
        wrapped(ui, text::dim(ui, &data.lead));
        ui.add_space(tokens.space.tight);
        match &data.body {
            SheetBody::Locations(locations) => bodies::locations_ui(ui, locations, draft, queue),
            SheetBody::Roles(roles) => bodies::roles_ui(ui, roles, draft, queue),
            SheetBody::Grant(grant) => bodies::grant_ui(ui, grant, draft, queue),
            SheetBody::Share(share) => bodies::share_ui(ui, share, data.commit.as_ref(), draft, queue),
            SheetBody::Pool => bodies::pool_ui(ui, data.commit.as_ref(), draft, queue),
            SheetBody::Clock(clock) => bodies::clock_ui(ui, clock, draft, queue),
            SheetBody::Readings(rows) => bodies::readings_ui(ui, rows, queue),
            SheetBody::Message => bodies::message_ui(ui, draft, queue),
            SheetBody::FromMessage(data) => from_message::from_message_ui(ui, data, queue),
            SheetBody::Import(lines) => import::import_ui(ui, lines, draft, queue),
            SheetBody::Properties => bodies::properties_ui(ui, draft, queue),
            SheetBody::Stage(form) => stage_form::stage_ui(ui, form, draft, queue),
            SheetBody::Library(lines) => library::library_ui(ui, lines, queue),
            SheetBody::Groups(pick) => space_sheets::groups_ui(ui, pick, draft, queue),
            SheetBody::Advanced(table) => space_sheets::advanced_ui(ui, table, draft, queue),
        }
        ui.add_space(tokens.space.base);
        for note in &data.notes {
            widgets::status(ui, note.tone, &note.text);
        }
        if let Some(commit) = &data.commit {
            shared::tried_ui(ui, commit.tried.as_ref(), queue);
        }
        ui.add_space(tokens.space.row);
    });
    if let Some(commit) = &data.commit {
        let mut bottom = ui.new_child(UiBuilder::new().max_rect(foot).id_salt("foot"));
        foot_ui(&mut bottom, commit, foot, queue);
    }
}

fn head_ui(ui: &mut Ui, data: &SheetData, queue: &mut CommandQueue) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if widgets::icon_button(ui, Icon::X, "Close").clicked() {
            queue.push(UiCommand::SetSheet(None));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(color) = data.color {
                widgets::platform_mark(ui, theme::tokens(ui).platform(color));
            }
            widgets::name(ui, text::title(ui, &data.title));
        });
    });
}

fn foot_ui(ui: &mut Ui, commit: &Control, foot: Rect, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let line = Stroke::new(tokens.stroke.line, tokens.color.line);
    ui.painter().hline(foot.x_range(), foot.min.y, line);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        shared::control_button(ui, commit, Button::new(&commit.label).primary(), queue);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if widgets::quiet_button(ui, "Cancel").clicked() {
                queue.push(UiCommand::SetSheet(None));
            }
        });
    });
}
