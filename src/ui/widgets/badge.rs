//! Small marks around a word or a number.

use egui::{Color32, CornerRadius, Response, Stroke, StrokeKind, Ui, vec2};

use super::{explained, paint};
use crate::ui::{fonts, theme, theme::PlatformColors};
use crate::view::Tone;

/// What colours a badge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BadgeStyle {
    /// A statement.
    Tone(Tone),
    /// A platform.
    Platform(PlatformColors),
}

impl From<Tone> for BadgeStyle {
    fn from(tone: Tone) -> Self {
        Self::Tone(tone)
    }
}

impl From<PlatformColors> for BadgeStyle {
    fn from(colors: PlatformColors) -> Self {
        Self::Platform(colors)
    }
}

/// A word on a tint, such as "host".
pub fn badge(ui: &mut Ui, text: &str, style: impl Into<BadgeStyle>) -> Response {
    let tokens = theme::tokens(ui);
    let (ink, fill) = match style.into() {
        BadgeStyle::Tone(tone) => (tokens.tone(tone), tokens.tone_tint(tone)),
        BadgeStyle::Platform(colors) => (colors.ink, colors.fill),
    };
    let galley = paint::line(ui, text, tokens.size.caption, fonts::medium());
    let size = galley.size() + vec2(tokens.space.gap, tokens.space.tight);
    let (rect, response) = paint::mark(ui, size, text);
    let radius = CornerRadius::same((size.y / 2.0) as u8);
    ui.painter().rect_filled(rect, radius, fill);
    paint::centred(ui.painter(), rect.center(), galley, ink);
    explained(response, text)
}

/// A word in a quiet outline, such as "5 roles".
pub fn tag(ui: &mut Ui, text: &str) -> Response {
    let tokens = theme::tokens(ui);
    outlined(ui, text, tokens.color.line_strong, Color32::TRANSPARENT)
}

/// A key or a combination of keys.
pub fn key_cap(ui: &mut Ui, keys: &str) -> Response {
    let tokens = theme::tokens(ui);
    outlined(ui, keys, tokens.color.line_strong, tokens.color.field)
}

fn outlined(ui: &mut Ui, text: &str, edge: Color32, fill: Color32) -> Response {
    let tokens = theme::tokens(ui);
    let galley = paint::line(ui, text, tokens.size.caption, fonts::regular());
    let (rect, response) = paint::mark(ui, galley.size() + vec2(tokens.space.gap, tokens.space.near), text);
    ui.painter().rect(rect, tokens.radius.small, fill, Stroke::new(tokens.stroke.line, edge), StrokeKind::Inside);
    paint::centred(ui.painter(), rect.center(), galley, tokens.color.dim);
    response
}

/// A number in a round mark; `label` says what is counted, such as "2 unread messages".
pub fn counter(ui: &mut Ui, count: usize, tone: Tone, label: &str) -> Response {
    let tokens = theme::tokens(ui);
    let galley = paint::line(ui, &count.to_string(), tokens.size.caption, fonts::semibold());
    let height = tokens.size.step;
    let size = vec2((galley.size().x + tokens.space.base).max(height), height);
    let (rect, response) = paint::mark(ui, size, label);
    ui.painter().rect_filled(rect, height / 2.0, tokens.tone_tint(tone));
    paint::centred(ui.painter(), rect.center(), galley, tokens.tone(tone));
    response
}
