//! Every colour, size and duration by meaning, read from `assets/theme`; and how plain egui widgets look.

mod colors;
mod measures;
mod style;

use std::sync::LazyLock;

use egui::epaint::RectShape;
use egui::{Color32, Context, CornerRadius, Rect, Stroke, StrokeKind, Theme, ThemePreference};

use crate::view::Tone;
pub use colors::{Colors, PlatformColors};
pub use measures::*;

/// The colours of the two themes that are built in, and what both share.
const DARK: &str = include_str!("../../../assets/theme/dark.ron");
const LIGHT: &str = include_str!("../../../assets/theme/light.ron");
const MEASURES: &str = include_str!("../../../assets/theme/measures.ron");

static DARK_TOKENS: LazyLock<Tokens> = LazyLock::new(|| built_in(DARK));
static LIGHT_TOKENS: LazyLock<Tokens> = LazyLock::new(|| built_in(LIGHT));

/// One theme: its own colours, and what all themes share.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tokens {
    /// Colours by meaning.
    pub color: Colors,
    measures: Measures,
}

/// `tokens.space.base` reads as if the theme had it of its own.
impl std::ops::Deref for Tokens {
    type Target = Measures;

    fn deref(&self) -> &Measures {
        &self.measures
    }
}

impl Tokens {
    /// Reads the colours of a theme, and what all themes share.
    ///
    /// # Errors
    /// Says where and why one of the texts is not such a file.
    pub fn parse(colors: &str, measures: &str) -> Result<Self, String> {
        let color = ron::from_str(colors).map_err(|error| error.to_string())?;
        Ok(Self { color, measures: Measures::parse(measures)? })
    }

    /// The colours of the platform at this place in the row; they repeat after the last.
    pub fn platform(&self, index: usize) -> PlatformColors {
        let count = self.color.platforms.len().max(1);
        self.color.platforms.get(index % count).copied().unwrap_or_default()
    }

    /// The shadow under a panel that fills `rect`. Its rim alone: the panel covers the rest, and where there is no graphics
    /// card, what is covered takes as long to draw as what is seen.
    pub fn panel_shadow(&self, rect: Rect) -> RectShape {
        let color = self.color.shadow.gamma_multiply(self.shade.panel_shadow);
        let shadow = style::shadow(self.shadow.panel_drop, self.shadow.panel_blur, Color32::TRANSPARENT);
        let rim = Stroke::new(f32::from(self.radius.panel), color);
        RectShape {
            stroke: rim,
            stroke_kind: StrokeKind::Inside,
            ..shadow.as_shape(rect, CornerRadius::same(self.radius.panel))
        }
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

/// A built-in theme. That it can be read is tested; should it not be, nothing is seen, but nothing panics either.
fn built_in(colors: &str) -> Tokens {
    Tokens::parse(colors, MEASURES).unwrap_or_else(|error| {
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

/// What all themes share, for where nothing is drawn yet.
pub fn measures() -> &'static Measures {
    &DARK_TOKENS.measures
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
