//! Every colour, size and duration by meaning, read from `assets/theme`; and how plain egui widgets look.

mod colors;
mod style;

use std::sync::LazyLock;

use egui::{Color32, Context, Theme, ThemePreference};
use serde::Deserialize;

use crate::view::Tone;
pub use colors::{Colors, PlatformColors};

/// The text of the two themes that are built in.
const DARK: &str = include_str!("../../../assets/theme/dark.ron");
const LIGHT: &str = include_str!("../../../assets/theme/light.ron");

static DARK_TOKENS: LazyLock<Tokens> = LazyLock::new(|| built_in(DARK));
static LIGHT_TOKENS: LazyLock<Tokens> = LazyLock::new(|| built_in(LIGHT));

/// One theme: what everything in the window is drawn with.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// Colours by meaning.
    pub color: Colors,
    /// Distances.
    pub space: Spaces,
    /// Corner radii.
    pub radius: Radii,
    /// Type sizes and the sizes of controls.
    pub size: Sizes,
    /// Durations.
    pub time: Times,
}

/// Distances in points, in a rhythm of eight.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spaces {
    /// Between a mark and its neighbour that touch almost.
    pub hair: f32,
    /// Between an icon and its text.
    pub tight: f32,
    /// Between things of one row.
    pub near: f32,
    /// The unit: between two controls.
    pub base: f32,
    /// Between rows, and inside cards.
    pub row: f32,
    /// Inside panels.
    pub inset: f32,
    /// Between groups.
    pub gap: f32,
    /// Between sections.
    pub section: f32,
    /// Around a whole page.
    pub page: f32,
}

/// Corner radii in points.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Radii {
    /// Tags, and what sits inside a control.
    pub small: u8,
    /// Buttons and fields.
    pub control: u8,
    /// Cards.
    pub card: u8,
    /// Panels and windows.
    pub panel: u8,
}

/// Type sizes and the sizes of controls, in points.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// Badges and sources.
    pub caption: f32,
    /// Secondary text.
    pub small: f32,
    /// Text.
    pub body: f32,
    /// Names.
    pub strong: f32,
    /// The name of a panel.
    pub title: f32,
    /// The name of a page.
    pub heading: f32,
    /// Read from ten metres.
    pub display: f32,
    /// An icon beside text.
    pub icon: f32,
    /// The height of a button or field.
    pub control: f32,
    /// The height of a small button.
    pub small_control: f32,
    /// The least width and height of anything one can hit.
    pub target: f32,
    /// A person, in a list.
    pub avatar: f32,
    /// Extra space between the lines of a text.
    pub line_gap: f32,
    /// The width of the ring around what has the keyboard.
    pub focus_ring: f32,
    /// The coloured top edge of a platform's panel.
    pub top_edge: f32,
    /// The coloured left edge of a callout.
    pub callout_edge: f32,
}

/// Durations in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// A control answers.
    pub quick: f32,
    /// Something moves from one place to another.
    pub calm: f32,
    /// Until a tooltip appears.
    pub tooltip: f32,
}

impl Default for Spaces {
    fn default() -> Self {
        Self {
            hair: 2.0,
            tight: 4.0,
            near: 6.0,
            base: 8.0,
            row: 12.0,
            inset: 14.0,
            gap: 16.0,
            section: 24.0,
            page: 32.0,
        }
    }
}

impl Default for Radii {
    fn default() -> Self {
        Self { small: 4, control: 7, card: 9, panel: 12 }
    }
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            caption: 11.0,
            small: 12.0,
            body: 13.0,
            strong: 13.0,
            title: 15.0,
            heading: 18.0,
            display: 28.0,
            icon: 15.0,
            control: 28.0,
            small_control: 24.0,
            target: 24.0,
            avatar: 32.0,
            line_gap: 2.0,
            focus_ring: 2.0,
            top_edge: 3.0,
            callout_edge: 3.0,
        }
    }
}

impl Default for Times {
    fn default() -> Self {
        Self { quick: 0.11, calm: 0.24, tooltip: 0.25 }
    }
}

impl Tokens {
    /// Reads a theme file.
    ///
    /// # Errors
    /// Says where and why the text is not a theme.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text)
    }

    /// The colours of the platform at this place in the row; they repeat after the last.
    pub fn platform(&self, index: usize) -> PlatformColors {
        let count = self.color.platforms.len().max(1);
        self.color.platforms.get(index % count).copied().unwrap_or_default()
    }

    /// The ink of a statement.
    pub fn tone(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Good => self.color.ok,
            Tone::Bad => self.color.bad,
            Tone::Waiting => self.color.wait,
            Tone::Caution => self.color.caution,
            Tone::Neutral => self.color.dim,
            Tone::Absent => self.color.faint,
        }
    }

    /// The tint behind a statement.
    pub fn tone_tint(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Good => self.color.ok_tint,
            Tone::Bad => self.color.bad_tint,
            Tone::Waiting => self.color.wait_tint,
            Tone::Caution => self.color.caution_tint,
            Tone::Neutral | Tone::Absent => self.color.hover,
        }
    }
}

/// A built-in theme; should it ever be unreadable, the sizes stay and the colours are missing, without a panic.
fn built_in(text: &str) -> Tokens {
    Tokens::parse(text).unwrap_or_else(|error| {
        log::error!("a built-in theme cannot be read: {error}");
        Tokens::default()
    })
}

/// The tokens of one of the two themes.
pub fn tokens_of(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Dark => &DARK_TOKENS,
        Theme::Light => &LIGHT_TOKENS,
    }
}

/// The tokens of the theme that is shown now.
pub fn tokens(ctx: &Context) -> &'static Tokens {
    tokens_of(ctx.theme())
}

/// Sets the fonts and both themes. Once, before the first frame.
pub fn install(ctx: &Context) {
    super::fonts::install(ctx);
    for theme in [Theme::Dark, Theme::Light] {
        ctx.style_mut_of(theme, |style| style::apply(style, theme, tokens_of(theme)));
    }
}

/// Shows the dark theme, or the light one.
pub fn set_dark(ctx: &Context, dark: bool) {
    ctx.set_theme(if dark { ThemePreference::Dark } else { ThemePreference::Light });
}

/// Stops everything that moves: for pictures, and for people who want no motion.
pub fn freeze(ctx: &Context) {
    set_motion(ctx, false);
}

/// Do things move?
pub fn moves(ctx: &Context) -> bool {
    ctx.global_style().animation_time > 0.0
}

/// Switches motion on or off.
pub fn set_motion(ctx: &Context, moves: bool) {
    for theme in [Theme::Dark, Theme::Light] {
        ctx.style_mut_of(theme, |style| {
            style.animation_time = if moves { tokens_of(theme).time.quick } else { 0.0 };
            style.visuals.text_cursor.blink = moves;
            style.scroll_animation = if moves {
                let calm = tokens_of(theme).time.calm;
                egui::style::ScrollAnimation::new(1000.0, egui::Rangef::new(calm / 2.0, calm))
            } else {
                egui::style::ScrollAnimation::none()
            };
        });
    }
}

#[cfg(test)]
mod tests;
