//! The license counters: what is assigned of what was bought, as numbers and as a bar, and what has expired.

use std::sync::Arc;

use egui::{Galley, Rect, Role, Sense, Ui, vec2};
use lucide_icons::Icon;

use super::{paint, parts};
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, fonts, theme};
use crate::view::{PoolRow, Tone};

/// The license counters: what is assigned of what was bought, as numbers and as a bar.
pub(super) fn pools_ui(ui: &mut Ui, pools: &[PoolRow], is_marked: bool, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let top = ui.cursor().min;
    widgets::section_heading(ui, "Licenses");
    ui.add_space(tokens.space.tight);
    let numbers = |pool: &PoolRow| {
        let ink = match pool.is_expired {
            true => tokens.tone(Tone::Bad),
            false if pool.assigned >= pool.purchased => tokens.color.wait,
            false => tokens.color.dim,
        };
        paint::line(ui, &pool_numbers(pool), tokens.size.small, fonts::regular(), ink, f32::INFINITY)
    };
    let galleys: Vec<_> = pools.iter().map(numbers).collect();
    let column = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
    for (pool, words) in pools.iter().zip(galleys) {
        widgets::divider(ui);
        ui.push_id(pool.role, |ui| pool_ui(ui, pool, words, column, queue));
    }
    let rect = Rect::from_min_max(top, egui::pos2(ui.max_rect().max.x, ui.cursor().min.y));
    parts::mark(ui, rect, is_marked);
}

/// "2 of 4 used, 1 may travel".
fn pool_numbers(pool: &PoolRow) -> String {
    let free = if pool.travelling > 0 { format!(", {} may travel", pool.travelling) } else { String::new() };
    let expired = if pool.is_expired { "expired, " } else { "" };
    format!("{expired}{} of {} used{free}", pool.assigned, pool.purchased)
}

fn pool_ui(ui: &mut Ui, pool: &PoolRow, words: Arc<Galley>, column: f32, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let width = ui.available_width();
    let is_narrow = width < tokens.narrow.pool;
    let (line_height, space) = (tokens.row.pool, &tokens.space);
    let height = if is_narrow { line_height + words.size().y + space.near } else { line_height };
    let (whole, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut rect = whole;
    rect.max.y = rect.min.y + line_height;
    parts::changed(ui, whole.expand2(vec2(space.near, 0.0)), pool.has_changed, ("pool", pool.role));
    let edit = paint::row_end(ui, rect, "edit", |ui| {
        let button = Button::icon_only(Icon::Pencil, &pool.edit.label).small();
        if button.show(ui).on_hover_text("Set number and last day (for the trainer)").clicked() {
            queue.push(UiCommand::SetSheet(Some(pool.edit.draft.clone())));
        }
        ui.min_rect().min.x
    });
    rect.max.x = edit - space.near;
    let middle = rect.center().y;
    let is_full = pool.assigned >= pool.purchased;
    let bar_width = tokens.width.pool_bar.hold(width * tokens.share.pool_bar);
    let below = rect.max.y + words.size().y / 2.0;
    let (right, line) = if is_narrow { (whole.max.x, below) } else { (rect.max.x, middle) };
    let left = if is_narrow { whole.min.x } else { right - words.size().x };
    let numbers_end = paint::from_left(ui.painter(), left, line, words);
    let bar_left = if is_narrow { right - bar_width } else { right - column - bar_width - space.row };
    let mut bar =
        Rect::from_min_size(egui::pos2(bar_left, line - tokens.size.bar / 2.0), vec2(bar_width, tokens.size.bar));
    bar.min.x = if is_narrow { bar.min.x.max(numbers_end + space.base) } else { bar.min.x };
    let name_end = if is_narrow { rect.max.x } else { bar.min.x - space.row };
    ui.painter().rect_filled(bar, tokens.size.bar / 2.0, color.track);
    let share = pool.assigned as f32 / pool.purchased.max(1) as f32;
    let mut filled = bar;
    filled.max.x = bar.min.x + bar.width() * share.min(1.0);
    let ink = match pool.is_expired {
        true => tokens.tone(Tone::Bad),
        false if is_full => color.wait,
        false => color.track_on,
    };
    ui.painter().rect_filled(filled, tokens.size.bar / 2.0, ink);
    let name = paint::name(ui, &pool.name, tokens.size.body, fonts::regular(), color.text, name_end - rect.min.x);
    paint::from_left(ui.painter(), rect.min.x, middle, name);
    let free = match pool.travelling {
        0 => String::new(),
        count => format!("{count} may be used on other platforms, "),
    };
    let (assigned, purchased) = (pool.assigned, pool.purchased);
    let full = format!("{}: {assigned} of {purchased} licenses assigned, {free}{}", pool.name, pool.expiry);
    paint::announce(&response, Role::Label, &full);
    response.on_hover_text(full);
}
