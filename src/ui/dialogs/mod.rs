//! The two dialogs of the platform. They stand over the panel of their platform and leave the rest usable.

mod add_member;
mod forecast;
mod from_message;
mod import;
mod invite;
mod library;
mod sheet;
mod sheet_bodies;
mod space_sheets;
mod stage_form;
mod steady;

use egui::{Color32, Order, Rect, Ui, Vec2, pos2, vec2};

use super::layout::{LayoutState, WindowData};
use super::{CommandQueue, theme};
use crate::domain::PlatformId;
use crate::view::Dialog;

pub use add_member::add_member_ui;
pub use invite::invite_ui;

/// Draws the dialog on top. The others that are open wait below it.
pub fn dialogs_ui(ui: &mut Ui, data: &WindowData<'_>, state: &LayoutState, queue: &mut CommandQueue) {
    match data.selection.dialog() {
        Some(Dialog::Invite) => {
            if let (Some(invite), Some((_, draft))) = (data.invite, &data.selection.invite) {
                let place = place(ui, state, invite.platform);
                let ink = theme::tokens(ui).platform(invite.color).ink;
                over(ui, "Invite members", place, ink, |ui| invite_ui(ui, invite, draft, queue));
            }
        }
        Some(Dialog::Sheet) => {
            if let (Some(sheet), Some(draft)) = (data.sheet, &data.selection.sheet) {
                let place = sheet::place(ui, state, sheet);
                let tokens = theme::tokens(ui);
                let ink = sheet.color.map_or(tokens.color.accent, |color| tokens.platform(color).ink);
                over(ui, &sheet.title, place, ink, |ui| sheet::sheet_ui(ui, sheet, draft, queue));
            }
        }
        Some(Dialog::AddMember) => {
            if let (Some(add), Some(draft)) = (data.add_member, &data.selection.add_member) {
                let place = place(ui, state, add.platform);
                let ink = theme::tokens(ui).platform(add.color).ink;
                over(ui, &add.title, place, ink, |ui| add_member_ui(ui, add, draft, queue));
            }
        }
        None => {}
    }
}

/// Over the panel of the platform, and at least as wide as a dialog needs.
fn place(ui: &Ui, state: &LayoutState, platform: PlatformId) -> Rect {
    let full = ui.max_rect();
    let [x0, y0, x1, y1] =
        state.rects.get(&platform).copied().unwrap_or([full.min.x, full.min.y, full.max.x, full.max.y]);
    let tokens = theme::tokens(ui);
    // Edge on edge, so that nothing of the panel looks out from behind.
    let panel = Rect::from_min_max(pos2(x0, y0), pos2(x1, y1));
    let size =
        vec2(tokens.width.dialog.hold(panel.width()).min(full.width()), panel.height().max(tokens.width.dialog_height));
    let mut rect = Rect::from_center_size(panel.center(), size);
    rect = rect.translate(vec2(0.0, (panel.max.y - rect.max.y).min(0.0)));
    let overflow = vec2((rect.max.x - full.max.x + tokens.space.panels).max(0.0), 0.0);
    rect = rect.translate(-overflow);
    rect.translate(vec2((full.min.x + tokens.space.panels - rect.min.x).max(0.0), 0.0))
}

/// The same place, moved and made smaller until all of it is on the screen: a window without room for all of it scrolls, and
/// its dialogs do not scroll along.
fn on_screen(ui: &Ui, place: Rect) -> Rect {
    let edge = theme::tokens(ui).space.panels;
    let screen = ui.ctx().content_rect().shrink(edge);
    let place = Rect::from_min_size(place.min, place.size().min(screen.size()));
    let back = (place.max - screen.max).max(Vec2::ZERO);
    let on = (screen.min - (place.min - back)).max(Vec2::ZERO);
    place.translate(on - back)
}

/// A sheet over a panel with the edge of its platform.
fn over(ui: &Ui, name: &str, place: Rect, ink: Color32, add: impl FnOnce(&mut Ui)) {
    let id = egui::Id::unique(("dialog", name));
    let place = on_screen(ui, place);
    egui::Area::new(id).order(Order::Foreground).fixed_pos(place.min).constrain(false).show(ui.ctx(), |ui| {
        let tokens = theme::tokens(ui);
        let shadow = ui.visuals().window_shadow;
        let (rect, sheet) = ui.allocate_exact_size(place.size(), egui::Sense::CLICK);
        sheet.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Dialog, true, name));
        ui.painter().add(shadow.as_shape(rect, tokens.radius.panel));
        super::panels::panel_at(ui, rect, Some(ink));
        let inner = rect.shrink2(vec2(tokens.space.gap, 0.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt("sheet"));
        child.shrink_clip_rect(rect.shrink(tokens.stroke.line));
        super::widgets::region(&mut child, name, add);
    });
}

/// The parts of a sheet: head, body and foot.
fn parts(ui: &Ui) -> [Rect; 3] {
    let full = ui.max_rect();
    let (mut head, mut body, mut foot) = (full, full, full);
    let row = &theme::tokens(ui).row;
    head.max.y = head.min.y + row.dialog_head;
    foot.min.y = foot.max.y - row.dialog_foot;
    body.min.y = head.max.y;
    body.max.y = foot.min.y;
    [head, body, foot]
}
