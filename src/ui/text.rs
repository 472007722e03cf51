//! Text in its sizes and weights. `look` is a `&Ui` or a `&Context`, of which the colours of the theme are taken.

use egui::{Context, RichText};
use lucide_icons::Icon;

use super::{fonts, theme};
use crate::view::Tone;

/// Text of any size, with lines as far apart as suits it.
pub fn sized(look: &Context, text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).size(size).line_height(Some(line_height(size))).color(theme::tokens(look).color.text)
}

/// How far apart the lines of a text of this size stand, in whole points.
pub fn line_height(size: f32) -> f32 {
    (size * 1.34).round()
}

/// Plain text.
pub fn body(look: &Context, text: impl Into<String>) -> RichText {
    sized(look, text, theme::tokens(look).size.body)
}

/// Text a little heavier: a label of a control.
pub fn medium(look: &Context, text: impl Into<String>) -> RichText {
    body(look, text).family(fonts::medium())
}

/// A name, or the word that counts in a row.
pub fn strong(look: &Context, text: impl Into<String>) -> RichText {
    sized(look, text, theme::tokens(look).size.strong).family(fonts::semibold())
}

/// Smaller text.
pub fn small(look: &Context, text: impl Into<String>) -> RichText {
    sized(look, text, theme::tokens(look).size.small)
}

/// The smallest text: badges, heads of columns.
pub fn caption(look: &Context, text: impl Into<String>) -> RichText {
    let tokens = theme::tokens(look);
    sized(look, text, tokens.size.caption).color(tokens.color.dim)
}

/// Secondary text.
pub fn dim(look: &Context, text: impl Into<String>) -> RichText {
    body(look, text).color(theme::tokens(look).color.dim)
}

/// The quietest text: sources, paths.
pub fn faint(look: &Context, text: impl Into<String>) -> RichText {
    small(look, text).color(theme::tokens(look).color.faint)
}

/// The name of a panel.
pub fn title(look: &Context, text: impl Into<String>) -> RichText {
    sized(look, text, theme::tokens(look).size.title).family(fonts::semibold())
}

/// The name of a page.
pub fn heading(look: &Context, text: impl Into<String>) -> RichText {
    sized(look, text, theme::tokens(look).size.heading).family(fonts::semibold())
}

/// Read from ten metres.
pub fn display(look: &Context, text: impl Into<String>) -> RichText {
    sized(look, text, theme::tokens(look).size.display).family(fonts::semibold())
}

/// An icon as text. Screen readers cannot read it: give its widget an accessible name.
pub fn icon(icon: Icon, size: f32) -> RichText {
    RichText::new(char::from(icon).to_string()).family(fonts::icons()).size(size)
}

/// The icon that says the same as the colour of a statement.
pub fn tone_icon(tone: Tone) -> Icon {
    match tone {
        Tone::Good => Icon::Check,
        Tone::Bad => Icon::X,
        Tone::Waiting => Icon::Clock,
        Tone::Caution => Icon::TriangleAlert,
        Tone::Neutral => Icon::Info,
        Tone::Absent => Icon::Minus,
    }
}
