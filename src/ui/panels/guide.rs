//! The guide: what is to be done, step by step, with the guide's own words, and the watches.

use egui::style::ScrollAnimation;
use egui::text::LayoutJob;
use egui::{Label, ScrollArea, Ui};
use lucide_icons::Icon;

use super::parts;
use crate::ui::widgets::{self, Button, StepState};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{DrillGuide, GuideData, Status, StepData, Tone};

/// Where there is little height, the story is shortened to so many lines.
const STORY_ROWS: usize = 3;

/// Draws the guide over the whole of `ui`.
pub fn guide_ui(ui: &mut Ui, data: &GuideData, queue: &mut CommandQueue) {
    widgets::region(ui, "Guide", |ui| {
        let full = ui.available_rect_before_wrap();
        let watches = watches_height(ui, data, full.width()).min(full.height() * theme::tokens(ui).share.watches);
        let mut steps = full;
        steps.max.y -= watches;
        super::paint::within(ui, steps, "steps", |ui| {
            ScrollArea::vertical().id_salt("guide").auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(full.width() - theme::tokens(ui).space.scroll);
                head(ui, data, queue);
                for step in &data.steps {
                    step_ui(ui, step, queue);
                }
                if let Some(drill) = &data.drill {
                    drill_ui(ui, drill, queue);
                }
                notes(ui, data);
                ui.add_space(theme::tokens(ui).space.base);
            });
        });
        if watches > 0.0 {
            let mut below = full;
            below.min.y = steps.max.y;
            super::paint::within(ui, below, "watches", |ui| watches_ui(ui, data));
        }
    });
}

/// What is reached, and where it goes on.
fn finish_ui(ui: &mut Ui, data: &GuideData, queue: &mut CommandQueue) {
    let top = ui.cursor().min;
    widgets::callout(ui, Tone::Good, |ui| {
        ui.spacing_mut().item_spacing.y = theme::tokens(ui).space.near;
        let took = data.drill.as_ref().map(|drill| drill.took.as_slice()).unwrap_or_default();
        let words = if took.is_empty() { "Everything this rehearsal asks for is done." } else { "It works again." };
        widgets::status(ui, Tone::Good, words);
        for sentence in took {
            parts::wrapped(ui, text::body(ui, sentence));
        }
        if let Some((id, title)) = &data.next {
            parts::wrapped(ui, text::small(ui, format!("Next: {title}")));
            if Button::new("Open the next one").primary().show(ui).clicked() {
                queue.push(UiCommand::OpenRehearsal(id.clone()));
            }
        }
    });
    let rect = egui::Rect::from_min_max(top, egui::pos2(ui.max_rect().max.x, ui.cursor().min.y));
    parts::newly(ui, "finished", rect, false);
}

fn head(ui: &mut Ui, data: &GuideData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = tokens.space.near;
    widgets::section_heading(ui, "Guide");
    parts::wrapped(ui, text::title(ui, &data.title)).on_hover_text(&data.brief);
    if !data.steps.is_empty() {
        let done = data.steps.iter().filter(|step| step.is_done).count();
        ui.horizontal(|ui| {
            let share = done as f32 / data.steps.len() as f32;
            widgets::progress_ring(ui, share, tokens.icon.text, &data.progress);
            ui.label(text::dim(ui, &data.progress));
        });
    }
    if data.is_finished {
        finish_ui(ui, data, queue);
    }
    // The story makes room once it is under way.
    let is_under_way = data.steps.iter().any(|step| step.is_done);
    // The message of a drill stays, for it is what there is to go by.
    if !data.brief.is_empty() && data.drill.is_some() {
        parts::wrapped(ui, text::small(ui, &data.brief).color(tokens.color.dim));
    } else if !data.brief.is_empty() && !is_under_way {
        story_ui(ui, &data.brief);
    }
    ui.add_space(tokens.space.near);
}

/// The story: whole where there is room, else its first lines and a way to the rest, so that the first step is in view.
fn story_ui(ui: &mut Ui, brief: &str) {
    let tokens = theme::tokens(ui);
    let ink = tokens.color.dim;
    let id = ui.scope_id().with("the whole story");
    let is_low = ui.clip_rect().height() < tokens.narrow.low_guide;
    let is_open = ui.data(|memory| memory.get_temp::<bool>(id).unwrap_or_default());
    if !is_low || is_open {
        parts::wrapped(ui, text::small(ui, brief).color(ink));
    } else {
        let font = egui::FontId::new(tokens.size.small, fonts::regular());
        let mut job = LayoutJob::simple(brief.to_owned(), font, ink, ui.available_width());
        job.wrap.max_rows = STORY_ROWS;
        ui.add(Label::new(job)).on_hover_text(brief);
    }
    if is_low {
        let words = if is_open { "Less" } else { "The whole story" };
        if Button::new(words).quiet().small().show(ui).clicked() {
            ui.data_mut(|memory| memory.insert_temp(id, !is_open));
        }
    }
}

fn step_ui(ui: &mut Ui, step: &StepData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let state = match (step.is_done, step.is_current) {
        (true, _) => StepState::Done,
        (false, true) => StepState::Current(step.number),
        (false, false) => StepState::Todo(step.number),
    };
    let mut needed = f32::INFINITY;
    let drawn = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.base;
        widgets::step_marker(ui, state);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = tokens.space.tight;
            let words = match state {
                StepState::Done => text::dim(ui, &step.title),
                StepState::Current(_) => text::strong(ui, &step.title),
                StepState::Todo(_) => text::body(ui, &step.title),
            };
            ui.add(Label::new(words).wrap());
            if step.has_no_effect {
                widgets::tag(ui, "no effect on access");
            }
            if step.is_current && !step.is_done {
                needed = open_step(ui, step, queue);
            }
        });
    });
    if step.is_current {
        let rect = drawn.response.rect;
        follow(ui, step.number, rect.with_max_y(rect.max.y.min(needed)));
    }
    ui.add_space(tokens.space.tight);
}

/// The step that was followed last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Followed(usize);

/// Another moment is opened: its current step is brought into view anew.
pub fn forget_followed(context: &egui::Context) {
    context.data_mut(egui::util::IdTypeMap::remove_by_type::<Followed>);
}

/// Brings the current step into view once, when it becomes the current one: at once, but for the step after the one
/// that was just done, to which the eye is led.
fn follow(ui: &Ui, number: usize, rect: egui::Rect) {
    let id = egui::Id::unique("the current step");
    let before = ui.data(|memory| memory.get_temp::<Followed>(id)).map(|Followed(step)| step);
    if before != Some(number) {
        ui.data_mut(|memory| memory.insert_temp(id, Followed(number)));
        let is_next = before.is_some_and(|before| before + 1 == number);
        let animation = if is_next { ui.style().scroll_animation } else { ScrollAnimation::none() };
        ui.scroll_to_rect_animation(rect, None, animation);
    }
}

/// What is to be done and why; down to where it must be seen comes out.
fn open_step(ui: &mut Ui, step: &StepData, queue: &mut CommandQueue) -> f32 {
    let tokens = theme::tokens(ui);
    let source = step.source.as_deref().unwrap_or_default();
    // Where there is little room, what to do comes before why.
    let is_low = ui.clip_rect().height() < tokens.narrow.low_guide;
    if is_low {
        step_buttons(ui, step, queue);
    }
    let done_at = ui.cursor().min.y;
    match &step.quote {
        Some(words) => {
            widgets::quote(ui, words, source);
        }
        None if !source.is_empty() => {
            parts::wrapped(ui, text::faint(ui, source));
        }
        None => {}
    }
    if let Some(note) = &step.note {
        parts::wrapped(ui, text::small(ui, note));
    }
    if let Some(show) = &step.show {
        parts::path_ui(ui, show);
    }
    if !is_low {
        step_buttons(ui, step, queue);
    }
    ui.add_space(tokens.space.tight);
    if is_low { done_at } else { f32::INFINITY }
}

fn step_buttons(ui: &mut Ui, step: &StepData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    if step.show.is_some() || step.do_it.is_some() {
        ui.add_space(tokens.space.hair);
        ui.horizontal_wrapped(|ui| {
            parts::show_button(ui, step.show.as_ref(), queue);
            if let Some(control) = &step.do_it {
                parts::control_button(ui, control, Button::new(&control.label).primary(), queue);
            }
        });
        parts::tried_ui(ui, step.do_it.as_ref().and_then(|control| control.tried.as_ref()), queue);
    }
    ui.add_space(tokens.space.tight);
}

/// The hints of a drill, closed at first.
fn drill_ui(ui: &mut Ui, drill: &DrillGuide, queue: &mut CommandQueue) {
    if drill.hints.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "Hints");
    parts::wrapped(ui, text::faint(ui, format!("Each counts as a look. {}.", drill.looks)));
    for hint in &drill.hints {
        match &hint.told {
            Some(words) => {
                parts::wrapped(ui, text::small(ui, hint.label).color(tokens.color.dim));
                parts::wrapped(ui, text::body(ui, words));
            }
            None => {
                let button = Button::new(hint.label).icon(Icon::Lightbulb).small();
                if button.enabled(parts::reason(hint.refusal.as_ref())).show(ui).clicked() {
                    queue.push(UiCommand::Look(hint.look));
                }
            }
        }
        if let Some(control) = &hint.do_it {
            parts::control_button(ui, control, Button::new(&control.label).primary(), queue);
            parts::tried_ui(ui, control.tried.as_ref(), queue);
        }
    }
}

fn notes(ui: &mut Ui, data: &GuideData) {
    if data.notes.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "Good to know");
    for note in &data.notes {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens.space.near;
            ui.label(text::icon(Icon::Info, tokens.icon.text).color(tokens.color.faint));
            parts::wrapped(ui, text::small(ui, note).color(tokens.color.dim));
        });
    }
}

/// The room that the watches need: a line, the heading, and the lines of each watch.
fn watches_height(ui: &Ui, data: &GuideData, width: f32) -> f32 {
    if data.watches.is_empty() {
        return 0.0;
    }
    let tokens = theme::tokens(ui);
    let (space, line) = (&tokens.space, text::line_height(tokens.size.body));
    let room = width - tokens.size.dot - space.base - space.scroll;
    let lines: f32 = data
        .watches
        .iter()
        .map(|watch| {
            let family = fonts::regular();
            let ink = parts::ink(ui);
            let said = format!("{}  {}", watch.text, watch_words(watch.tone == Tone::Good));
            super::paint::lines(ui, &said, tokens.size.body, family, ink, room).rows.len() as f32 * line + space.near
        })
        .sum();
    lines + tokens.stroke.line + space.tight + text::line_height(tokens.size.small) + 2.0 * space.near
}

fn watch_words(holds: bool) -> &'static str {
    if holds { "holds" } else { "does not hold" }
}

/// The sentence, and behind it in words whether it is so; for a screen reader the mark before it has said that.
fn watch_ui(ui: &mut Ui, watch: &Status, holds: bool) {
    let tokens = theme::tokens(ui);
    let mut job = LayoutJob::default();
    let ink = if holds { tokens.color.ok } else { tokens.color.bad };
    let size = &tokens.size;
    let verdict = watch_words(holds).replace(' ', "\u{a0}");
    let parts = [(watch.text.as_str(), size.body, tokens.color.text), (verdict.as_str(), size.small, ink)];
    for ((words, size, color), before) in parts.into_iter().zip([0.0, tokens.space.near]) {
        let font = egui::FontId::new(size, fonts::regular());
        job.append(
            words,
            before,
            egui::TextFormat {
                line_height: Some(text::line_height(tokens.size.body)),
                ..egui::TextFormat::simple(font, color)
            },
        );
    }
    let response = ui.add(Label::new(job).wrap());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &watch.text));
}

fn watches_ui(ui: &mut Ui, data: &GuideData) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = tokens.space.near;
    widgets::divider(ui);
    ui.add_space(tokens.space.tight);
    widgets::section_heading(ui, "Watches");
    ScrollArea::vertical().id_salt("watches").show(ui, |ui| {
        for watch in &data.watches {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = tokens.space.base;
                let holds = watch.tone == Tone::Good;
                let words = watch_words(holds);
                ui.vertical(|ui| {
                    ui.set_max_width(tokens.size.dot);
                    ui.add_space(tokens.space.tight);
                    widgets::watch_mark(ui, holds, words).on_hover_text(words);
                });
                watch_ui(ui, watch, holds);
            });
        }
    });
}
