//! The timeline: every act as a point, the present one large, the undone ones hollow.

use egui::{Color32, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::paint;
use crate::ui::layout::WindowData;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, commands, fonts, theme};
use crate::view::{SheetDraft, TimePoint, TimelineData};

/// Draws the timeline over the whole of `ui`.
pub fn timeline_ui(ui: &mut Ui, window: &WindowData<'_>, queue: &mut CommandQueue) {
    let data = window.timeline;
    widgets::region(ui, "Timeline", |ui| {
        let tokens = theme::tokens(ui);
        let full = ui.available_rect_before_wrap();
        let mut top = full;
        top.max.y = top.min.y + tokens.size.control;
        let left = paint::row(ui, top, "steps", |ui| {
            steps(ui, window, queue);
            ui.min_rect().max.x
        });
        let mut track = top;
        track.min.x = left + tokens.space.row;
        paint::within(ui, track, "track", |ui| track_ui(ui, data, queue));
        let mut below = full;
        below.min.x = track.min.x;
        below.min.y = top.max.y + tokens.space.tight;
        below.max.y = below.min.y + tokens.size.target;
        paint::row(ui, below, "words", |ui| words(ui, data, queue));
    });
}

fn steps(ui: &mut Ui, window: &WindowData<'_>, queue: &mut CommandQueue) {
    let (icon, play) = if window.shell.is_playing { (Icon::Pause, "Pause") } else { (Icon::Play, "Play the timeline") };
    let buttons = [
        (Icon::ChevronLeft, "One step back", UiCommand::StepBack),
        (icon, play, UiCommand::TogglePlay),
        (Icon::ChevronRight, "One step forward", UiCommand::StepForward),
    ];
    for (icon, name, command) in buttons {
        let enabled = commands::row(&command).map_or(Ok(()), |row| row.enabled(window));
        let is_usable = enabled.is_ok();
        let response = Button::icon_only(icon, name).framed().enabled(enabled).show(ui);
        let response = if is_usable { response.on_hover_text(commands::hint(&command)) } else { response };
        if response.clicked() {
            queue.push(command);
        }
    }
    let name = format!("Clock: {}", window.timeline.day);
    let button = Button::new(&window.timeline.day)
        .name(&name)
        .icon(Icon::CalendarDays)
        .quiet()
        .small()
        .ink(theme::tokens(ui).color.dim);
    if widgets::explained(button.show(ui), &name).clicked() {
        queue.push(UiCommand::SetSheet(Some(SheetDraft::Clock { typed: String::new() })));
    }
}

fn track_ui(ui: &mut Ui, data: &TimelineData, queue: &mut CommandQueue) {
    let available = ui.available_width();
    let spans = data.points.len().saturating_sub(1).max(1) as f32;
    let tokens = theme::tokens(ui);
    let (stroke, hit) = (tokens.stroke.mark, tokens.size.point_target);
    let pitch = tokens.width.points_apart.hold((available - hit) / spans);
    let width = (pitch * spans + hit).max(available);
    ScrollArea::horizontal().id_salt("track").auto_shrink(false).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(width, hit), Sense::hover());
        let color = &tokens.color;
        let middle = rect.center().y;
        ui.painter().hline(rect.x_range(), middle, Stroke::new(stroke, color.line));
        let at = |place: usize| pos2(rect.min.x + hit / 2.0 + pitch * place as f32, middle);
        if let Some(place) = data.points.iter().position(|point| point.is_current) {
            let past = Stroke::new(stroke, color.line_strong);
            ui.painter().hline(rect.min.x..=at(place).x, middle, past);
            follow(ui, place, at(place));
        }
        for (place, point) in data.points.iter().enumerate() {
            point_ui(ui, point, at(place), pitch, queue);
        }
    });
}

/// Keeps the present in view when it moves.
fn follow(ui: &Ui, place: usize, centre: egui::Pos2) {
    let key = ui.scope_id().with("present");
    let before = ui.data_mut(|memory| {
        let before = memory.get_temp::<usize>(key);
        memory.insert_temp(key, place);
        before
    });
    if before != Some(place) {
        let around = egui::Vec2::splat(theme::tokens(ui).space.page);
        ui.scroll_to_rect(Rect::from_center_size(centre, around), None);
    }
}

fn point_ui(ui: &Ui, point: &TimePoint, centre: egui::Pos2, pitch: f32, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let hit = Rect::from_center_size(centre, vec2(pitch.min(tokens.size.point_target), tokens.size.point_target));
    let response = ui.interact(hit, ui.scope_id().with(("point", point.step)), Sense::click());
    let when = match (point.is_current, point.is_future) {
        (true, _) => "now: ",
        (false, true) => "undone: ",
        (false, false) => "",
    };
    let name = format!("{when}{}", point.label);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, point.is_current, &name));
    if ui.is_rect_visible(hit) {
        let ink = point.color.map_or(tokens.color.dim, |index| tokens.platform(index).ink);
        paint_point(ui, point, centre, ink, response.hovered());
        paint::focus_ring(ui, &response, hit.shrink(tokens.stroke.focus));
    }
    if response.on_hover_text(name).clicked() {
        queue.push(UiCommand::Seek(point.step));
    }
}

fn paint_point(ui: &Ui, point: &TimePoint, centre: egui::Pos2, ink: Color32, is_hovered: bool) {
    let tokens = theme::tokens(ui);
    let painter = ui.painter();
    let grow = if is_hovered { tokens.stroke.line } else { 0.0 };
    let radius = tokens.size.point / 2.0 + grow;
    if point.is_current {
        painter.circle_filled(centre, radius * 2.0, tokens.color.accent.gamma_multiply(tokens.shade.halo));
        painter.circle_filled(centre, radius * 1.2, ink);
    } else if point.is_future {
        painter.circle_filled(centre, radius, tokens.color.panel);
        let quiet = Stroke::new(tokens.stroke.mark, ink.gamma_multiply(tokens.shade.undone));
        painter.circle(centre, radius * 0.9, tokens.color.panel, quiet);
    } else {
        painter.circle_filled(centre, radius, ink);
    }
}

fn words(ui: &mut Ui, data: &TimelineData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.x = theme::tokens(ui).space.base;
    for (label, step) in data.branches.iter().take(3) {
        if Button::new(label).quiet().small().icon(Icon::GitBranch).show(ui).clicked() {
            queue.push(UiCommand::Seek(*step));
        }
    }
    let size = tokens.size.body;
    let effect = format!("   {}", data.effect);
    let distance = data.distance.as_ref().map(|status| (format!("   {}", status.text), tokens.tone(status.tone)));
    let (far, far_ink) = distance.unwrap_or((String::new(), tokens.color.dim));
    let spans = [
        (data.sentence.as_str(), size, fonts::medium(), tokens.color.text),
        (effect.as_str(), size, fonts::regular(), tokens.tone(data.tone)),
        (far.as_str(), size, fonts::medium(), far_ink),
    ];
    let galley = paint::spans(ui, &spans, ui.available_width());
    let full = format!("{}{effect}{far}", data.sentence);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    paint::from_left(ui.painter(), rect.min.x, rect.center().y, galley);
    paint::announce(&response, Role::Label, &full);
    response.on_hover_text(full);
}
