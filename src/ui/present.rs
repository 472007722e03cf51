//! The story on the whole screen: the bridge, what was just done, where, and what it changed. No bars, no paths.

use egui::{Align, Layout, Order, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, pos2, vec2};
use lucide_icons::Icon;

use super::layout::{self, LayoutState, WindowData};
use super::widgets::{self, Button};
use super::{CommandQueue, UiCommand, commands, dialogs, fonts, panels, text, theme};

/// How large the story is on a screen of so many points, in percent: as large as fits, from 100 to 300.
#[must_use]
pub fn zoom_for(points: Vec2) -> u16 {
    let narrow = &theme::measures().narrow;
    // Stays in code: from 100 to 300 percent, in steps of ten.
    let fits = (points.x / narrow.story).min(points.y / narrow.story_height).clamp(1.0, 3.0);
    (fits * 10.0).floor() as u16 * 10
}

/// The strip at the top of the screen that the story leaves free: a notice stands there, and moves and covers nothing.
#[must_use]
pub fn strip(screen: Rect) -> Rect {
    let theme::Measures { space, size, .. } = theme::measures();
    let mut strip = screen.shrink2(vec2(space.gap, 0.0));
    strip.min.y += space.hair;
    strip.max.y = strip.min.y + size.small_control;
    strip
}

/// Draws the story; `stroke` is the key that was just pressed.
pub fn present_ui(
    ui: &mut Ui,
    data: &WindowData<'_>,
    state: &mut LayoutState,
    stroke: Option<&str>,
    queue: &mut CommandQueue,
) {
    let mut full = ui.max_rect();
    full.min.y = strip(full).max.y;
    let place = egui::UiBuilder::new().max_rect(full).id_salt("presented");
    story_ui(&mut ui.new_child(place), data, state, stroke, queue);
    pointer_ui(ui, data.shell.pointer_before);
}

/// As large as there is room for it, or scrolled over.
fn story_ui(
    ui: &mut Ui,
    data: &WindowData<'_>,
    state: &mut LayoutState,
    stroke: Option<&str>,
    queue: &mut CommandQueue,
) {
    let full = ui.max_rect();
    let tokens = theme::tokens(ui);
    let least = vec2(tokens.narrow.least_story, tokens.narrow.least_story_height);
    if full.width() >= least.x && full.height() >= least.y {
        whole_ui(ui, data, state, stroke, queue);
    } else {
        ScrollArea::both().id_salt("present").auto_shrink(false).show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(full.size().max(least), Sense::hover());
            layout::at(ui, rect, "story", |ui| whole_ui(ui, data, state, stroke, queue));
        });
    }
}

fn whole_ui(
    ui: &mut Ui,
    data: &WindowData<'_>,
    state: &mut LayoutState,
    stroke: Option<&str>,
    queue: &mut CommandQueue,
) {
    let tokens = theme::tokens(ui);
    let full = ui.max_rect();
    let margin = if full.width() > tokens.narrow.story_margin { tokens.space.page } else { tokens.space.gap };
    let mut inner = full.shrink2(vec2(margin, tokens.space.gap));
    // The strip for notices is margin enough.
    inner.min.y = full.min.y;
    let foot = Rect::from_min_max(pos2(inner.min.x, inner.max.y - tokens.row.presenting), inner.max);
    let told = told(ui, data, inner.width());
    // What there is no room for is scrolled to.
    let share = if data.shell.with_panels { tokens.share.told_with_panels } else { tokens.share.told };
    let told_top = foot.min.y - told.height.min(inner.height() * share) - tokens.space.base;
    let mut above = inner;
    above.max.y = told_top - tokens.space.row;
    panels::preview::remember(ui, data.preview);
    if data.shell.with_panels {
        let (bridge, below) = shared(data, tokens, above);
        if let Some(bridge) = bridge {
            layout::at(ui, bridge, "bridge", |ui| panels::bridge_ui(ui, data.bridge, queue));
        }
        layout::at(ui, below, "platforms", |ui| layout::platforms_ui(ui, data, state, queue));
    } else {
        layout::at(ui, above, "bridge", |ui| panels::story_bridge_ui(ui, data.bridge, queue));
    }
    let line = Stroke::new(tokens.stroke.line, tokens.color.line);
    ui.painter().hline(inner.x_range(), told_top - tokens.space.near, line);
    let place = Rect::from_min_max(pos2(inner.min.x, told_top), pos2(inner.max.x, foot.min.y));
    layout::at(ui, place, "told", |ui| told_ui(ui, &told));
    layout::at(ui, foot, "foot", |ui| foot_ui(ui, data, stroke, queue));
    layout::announce_change(ui, data);
    dialogs::dialogs_ui(ui, data, state, queue);
    panels::preview_ui(ui, data.preview, &data.selection.preview, queue);
}

/// The places of the bridge and of the platforms below it. Where its stations are so many that nothing could be read in
/// the panels, they have all of it.
fn shared(data: &WindowData<'_>, tokens: &theme::Tokens, above: Rect) -> (Option<Rect>, Rect) {
    let most = tokens.bridge.presented.hold(above.height() * tokens.share.presented_bridge);
    // It cannot be lower than its stations need, so it may be higher than it should.
    let height = panels::bridge_height(data.bridge, above.width(), most);
    let bridge = above.with_max_y(above.min.y + height.min(above.height() * tokens.share.most_bridge));
    let below = above.with_min_y(bridge.max.y + tokens.space.base);
    // Two have a station each: there is always room for the one picture that everybody is to remember.
    let is_pair = data.platforms.len() <= 2;
    let least = tokens.row.presented_panel + layout::bar_of_platforms(data, above.width());
    if !is_pair && below.height() < least { (None, above) } else { (Some(bridge), below) }
}

/// The words of the story, laid out, and how high they are.
struct Told {
    lines: Vec<(std::sync::Arc<egui::Galley>, String)>,
    height: f32,
}

fn told(ui: &Ui, data: &WindowData<'_>, width: f32) -> Told {
    let tokens = theme::tokens(ui);
    let (color, size) = (&tokens.color, &tokens.size);
    let script = data.script;
    let is_short = data.shell.with_panels || ui.max_rect().height() < tokens.narrow.low_story;
    let lay = |words: &str, size: f32, family: egui::FontFamily, ink: egui::Color32, rows: usize| {
        let mut job = egui::text::LayoutJob::simple(
            words.to_owned(),
            egui::FontId::new(size, family),
            ink,
            width.max(tokens.width.least_words),
        );
        job.wrap.max_rows = rows;
        (ui.painter().layout_job(job), words.to_owned())
    };
    let mut lines = vec![lay(&script.place, size.strong, fonts::regular(), color.dim, 1)];
    let large = if is_short { size.heading } else { size.display };
    lines.push(lay(&script.sentence, large, fonts::bold(), color.text, 2));
    let is_whole = !data.shell.with_panels;
    if let Some(path) = script.path.as_ref().filter(|_| is_whole) {
        lines.push(lay(path, size.title, fonts::regular(), color.dim, 2));
    }
    if let Some(effect) = &script.effect {
        lines.push(lay(&effect.text, size.title, fonts::medium(), tokens.tone(effect.tone), 2));
    }
    if let Some((words, source)) = script.quote.as_ref().filter(|_| is_whole) {
        lines.push(lay(&format!("“{words}”  {source}"), size.body, fonts::regular(), color.dim, 2));
    }
    if let Some(brief) = script.brief.as_ref() {
        lines.push(lay(brief, size.title, fonts::regular(), color.dim, if is_short { 2 } else { 4 }));
    }
    let gaps = tokens.space.near * lines.len() as f32;
    let height = lines.iter().map(|(galley, _)| galley.size().y).sum::<f32>() + gaps;
    Told { lines, height }
}

fn told_ui(ui: &mut Ui, told: &Told) {
    let near = theme::tokens(ui).space.near;
    widgets::region(ui, "Story", |ui| {
        ScrollArea::vertical().id_salt("told").auto_shrink(false).show(ui, |ui| {
            let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), told.height), Sense::hover());
            let mut at = whole.min;
            for (place, (galley, words)) in told.lines.iter().enumerate() {
                let rect = Rect::from_min_size(at, galley.size());
                ui.painter().galley(at, galley.clone(), theme::tokens(ui).color.text);
                let response = ui.interact(rect, ui.scope_id().with(("line", place)), Sense::hover());
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
                at.y = rect.max.y + near;
            }
        });
    });
}

/// The controls for who holds only a mouse, the way back when the script was left, and the key that was pressed.
fn foot_ui(ui: &mut Ui, data: &WindowData<'_>, stroke: Option<&str>, queue: &mut CommandQueue) {
    widgets::region(ui, "Presenting", |ui| {
        let place = ui.max_rect();
        let left_to_right = egui::UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(left_to_right, |ui| {
            if data.script.left_at.is_some()
                && Button::new("Back to the script").icon(Icon::Undo2).primary().show(ui).clicked()
            {
                queue.push(UiCommand::BackToScript);
            }
            if let Some(keys) = stroke {
                widgets::key_cap(ui, keys);
            }
        });
        let right_to_left = egui::UiBuilder::new().max_rect(place).layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(right_to_left, |ui| {
            ui.spacing_mut().item_spacing.x = theme::tokens(ui).space.tight;
            let play = if data.shell.is_playing { (Icon::Pause, "Pause") } else { (Icon::Play, "Play") };
            let is_at_end = data.script.next.is_err();
            let forward = if is_at_end { UiCommand::StepForward } else { UiCommand::NextAct };
            let controls = [
                (Icon::X, "Leave the presentation", UiCommand::TogglePresent),
                (Icon::Columns2, "Platforms below the bridge", UiCommand::TogglePresentPanels),
                (Icon::ChevronRight, "Next act", forward),
                (play.0, play.1, UiCommand::TogglePlay),
                (Icon::ChevronLeft, "One step back", UiCommand::StepBack),
            ];
            for (icon, name, command) in controls {
                let enabled = commands::row(&command).map_or(Ok(()), |row| row.enabled(data));
                if Button::icon_only(icon, name).enabled(enabled).show(ui).clicked() {
                    queue.push(command);
                }
            }
            ui.add_space(theme::tokens(ui).space.base);
            if ui.available_width() > theme::tokens(ui).narrow.story_keys {
                let letters = if data.shell.has_letter_keys { "P platforms · " } else { "" };
                ui.label(text::faint(ui, format!("← → steps · Space plays · {letters}Esc leaves")));
            }
        });
    });
}

/// A ring around the pointer while it moves, so that everybody sees it. After a change of zoom it waits until the pointer moves:
/// where it is in the new points is not known before.
fn pointer_ui(ui: &Ui, before: Option<egui::Pos2>) {
    let (at, idle) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.time_since_last_movement()));
    let Some(at) = at.filter(|at| before != Some(*at)) else { return };
    let tokens = theme::tokens(ui);
    let left = f64::from(tokens.stay.pointed - idle);
    if left <= 0.0 {
        return;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
    let layer = egui::LayerId::new(Order::Tooltip, egui::Id::unique("the ring around the pointer"));
    let painter = ui.ctx().layer_painter(layer);
    let (radius, accent) = (tokens.size.pointer / 2.0, tokens.color.accent);
    painter.circle_filled(at, radius, accent.gamma_multiply(tokens.shade.pointer));
    painter.circle_stroke(at, radius, Stroke::new(tokens.stroke.strong, accent));
}
