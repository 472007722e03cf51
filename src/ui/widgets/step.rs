//! Where one is in a list of steps.

use egui::{Response, Shape, Stroke, Ui, vec2};
use lucide_icons::Icon;

use super::paint;
use crate::ui::{fonts, theme};

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It holds.
    Done,
    /// It is the next one; its number.
    Current(usize),
    /// It is still to do; its number.
    Todo(usize),
}

/// The round mark before a step.
pub fn step_marker(ui: &mut Ui, state: StepState) -> Response {
    let tokens = theme::tokens(ui);
    let (color, stroke, size) = (&tokens.color, &tokens.stroke, tokens.size.step);
    let label = match state {
        StepState::Done => "done".to_owned(),
        StepState::Current(number) => format!("step {number}, next"),
        StepState::Todo(number) => format!("step {number}"),
    };
    let (rect, response) = paint::mark(ui, vec2(size, size), &label);
    let (painter, centre, radius) = (ui.painter(), rect.center(), size / 2.0);
    let (number, edge, ink) = match state {
        StepState::Done => {
            painter.circle_filled(centre, radius, color.ok);
            paint::centred(painter, centre, paint::glyph(ui, Icon::Check, tokens.icon.mark), color.panel);
            return response;
        }
        StepState::Current(number) => {
            painter.circle_filled(centre, radius, color.accent_tint);
            (number, Stroke::new(stroke.mark, color.accent), color.accent)
        }
        StepState::Todo(number) => (number, Stroke::new(stroke.line, color.faint), color.dim),
    };
    paint::ring(painter, centre, radius, edge);
    paint::centred(painter, centre, paint::line(ui, &number.to_string(), tokens.size.caption, fonts::semibold()), ink);
    response
}

/// A ring that closes as `share` goes from 0 to 1; `label` says the same in words ("5 of 7 done").
pub fn progress_ring(ui: &mut Ui, share: f32, size: f32, label: &str) -> Response {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let (rect, response) = paint::mark(ui, vec2(size, size), label);
    let width = (size / 8.0).max(tokens.stroke.strong);
    let (painter, radius) = (ui.painter(), (size - width) / 2.0);
    paint::ring(painter, rect.center(), size / 2.0, Stroke::new(width, color.track));
    let share = share.clamp(0.0, 1.0);
    let ink = if share >= 1.0 { color.ok } else { color.accent };
    if share > 0.0 {
        painter.add(Shape::line(paint::arc(rect.center(), radius, 0.0, share), Stroke::new(width, ink)));
    }
    response
}
