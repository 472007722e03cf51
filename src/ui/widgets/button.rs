//! Buttons: plain, primary, quiet like a link, small, and with an icon alone.

use std::sync::Arc;

use egui::{Color32, Galley, Rect, Response, Role, Stroke, StrokeKind, Ui, vec2};
use lucide_icons::Icon;

use super::{Enabled, paint};
use crate::ui::theme::{Colors, Tokens};
use crate::ui::{fonts, theme};

/// How loud a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loudness {
    Plain,
    Primary,
    Quiet,
    Bare,
}

/// A button in the making; the functions of this module are the common ones.
#[must_use = "a button is drawn by `show`"]
pub struct Button<'a> {
    text: &'a str,
    name: Option<&'a str>,
    icon: Option<Icon>,
    shortcut: Option<&'a str>,
    loudness: Loudness,
    small: bool,
    chosen: bool,
    min_width: f32,
    ink: Option<Color32>,
    enabled: Enabled,
}

impl<'a> Button<'a> {
    /// A plain button.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            name: None,
            icon: None,
            shortcut: None,
            loudness: Loudness::Plain,
            small: false,
            chosen: false,
            min_width: 0.0,
            ink: None,
            enabled: Ok(()),
        }
    }

    /// A square button with an icon alone; `name` is its accessible name and its tooltip.
    pub fn icon_only(icon: Icon, name: &'a str) -> Self {
        let mut button = Self::new("").icon(icon).name(name);
        button.loudness = Loudness::Bare;
        button
    }

    /// The one button of a place that is most likely wanted.
    pub fn primary(mut self) -> Self {
        self.loudness = Loudness::Primary;
        self
    }

    /// Text in the accent, without a frame.
    pub fn quiet(mut self) -> Self {
        self.loudness = Loudness::Quiet;
        self
    }

    /// A frame, also around an icon alone.
    pub fn framed(mut self) -> Self {
        self.loudness = Loudness::Plain;
        self
    }

    /// Lower and with smaller text.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Another accessible name than the text.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// The key that does the same, shown after the text.
    pub fn shortcut(mut self, shortcut: &'a str) -> Self {
        self.shortcut = Some(shortcut);
        self
    }

    /// Drawn as switched on.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// At least this wide.
    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// Another colour for text and icon.
    pub fn ink(mut self, ink: Color32) -> Self {
        self.ink = Some(ink);
        self
    }

    /// Whether it can be used, or why not.
    pub fn enabled(mut self, enabled: Enabled) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = theme::tokens(ui);
        let size = if self.small { tokens.size.small } else { tokens.size.body };
        let height = if self.small { tokens.size.small_control } else { tokens.size.control };
        let family = if self.loudness == Loudness::Primary { fonts::semibold() } else { fonts::medium() };
        let icon = self.icon.map(|icon| paint::glyph(ui, icon, size + tokens.icon.beside));
        let text = (!self.text.is_empty()).then(|| paint::line(ui, self.text, size, family));
        let shortcut = self.shortcut.map(|keys| paint::line(ui, keys, tokens.size.caption, fonts::regular()));
        let padding = match (self.loudness, self.small) {
            (Loudness::Quiet, _) => tokens.space.hair,
            (_, true) => tokens.space.base,
            (_, false) => tokens.space.row,
        };
        let parts = [icon, text, shortcut];
        let width: f32 = parts.iter().flatten().map(|part| part.size().x).sum();
        let gaps = parts.iter().flatten().count().saturating_sub(1) as f32 * tokens.space.near;
        let width = if self.text.is_empty() { height } else { (width + gaps + 2.0 * padding).max(self.min_width) };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), paint::sense(&self.enabled));
        let name = self.name.unwrap_or(self.text);
        if self.chosen {
            paint::announce_chosen(&response, Role::Button, &self.enabled, true, name);
        } else {
            paint::announce(&response, Role::Button, &self.enabled, name);
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, &response, rect, padding, parts);
        }
        let tooltip = self.text.is_empty() && self.enabled.is_ok();
        let response = paint::explain(response, self.enabled);
        if tooltip { response.on_hover_text(name) } else { response }
    }

    fn paint(&self, ui: &Ui, response: &Response, rect: Rect, padding: f32, parts: [Option<Arc<Galley>>; 3]) {
        let tokens = theme::tokens(ui);
        let color = &tokens.color;
        let usable = self.enabled.is_ok();
        let hovered = usable && response.hovered();
        let pressed = usable && response.is_pointer_button_down_on();
        let painter = ui.painter();
        let radius = tokens.radius.control;
        let (fill, edge, ink) = if usable { self.colours(tokens, hovered, pressed) } else { self.pale(color) };
        painter.rect(rect, radius, fill, Stroke::new(tokens.stroke.line, edge), StrokeKind::Inside);
        if let [Some(icon), None, None] = parts {
            paint::centred(painter, rect.center(), icon, ink);
        } else {
            let [icon, text, shortcut] = parts;
            let content: f32 =
                [&icon, &text, &shortcut].into_iter().flatten().map(|part| part.size().x + tokens.space.near).sum();
            let slack = (rect.width() - 2.0 * padding - (content - tokens.space.near)).max(0.0);
            let mut left = rect.min.x + padding + slack / 2.0;
            let quiet = if self.loudness == Loudness::Primary || !usable { ink } else { color.faint };
            for (part, colour) in [(icon, ink), (text, ink), (shortcut, quiet)] {
                if let Some(part) = part {
                    let from = left;
                    let under = part.size().y / 2.0;
                    left = paint::from_left(painter, left, rect.center().y, part, colour);
                    if hovered && self.loudness == Loudness::Quiet {
                        painter.hline(from..=left, rect.center().y + under, Stroke::new(tokens.stroke.line, colour));
                    }
                    left += tokens.space.near;
                }
            }
        }
        paint::focus_ring(ui, response, rect, radius);
    }

    /// Fill, edge and ink of a button that can be used.
    fn colours(&self, tokens: &Tokens, hovered: bool, pressed: bool) -> (Color32, Color32, Color32) {
        let (color, shade) = (&tokens.color, &tokens.shade);
        let rest = match self.loudness {
            Loudness::Primary => color.accent,
            Loudness::Plain => color.control,
            Loudness::Quiet | Loudness::Bare => Color32::TRANSPARENT,
        };
        let fill = match (self.loudness, pressed, hovered) {
            (Loudness::Primary, true, _) => color.accent.lerp_to_gamma(color.panel, shade.pressed),
            (Loudness::Primary, false, true) => color.accent.lerp_to_gamma(color.text, shade.hovered),
            (Loudness::Plain | Loudness::Bare, true, _) => color.pressed,
            (Loudness::Plain | Loudness::Bare, false, true) => color.hover,
            _ if self.chosen => color.accent_tint,
            _ => rest,
        };
        let edge = match self.loudness {
            Loudness::Plain if self.chosen => color.accent,
            Loudness::Plain => color.line_strong,
            Loudness::Primary | Loudness::Quiet | Loudness::Bare => Color32::TRANSPARENT,
        };
        let ink = self.ink.unwrap_or(match self.loudness {
            Loudness::Primary => color.on_accent,
            Loudness::Quiet => color.accent,
            Loudness::Bare if !hovered && !self.chosen => color.dim,
            Loudness::Plain | Loudness::Bare => color.text,
        });
        (fill, edge, ink)
    }

    /// Fill, edge and ink of a button that cannot be used: still readable, since its reason matters.
    fn pale(&self, color: &Colors) -> (Color32, Color32, Color32) {
        let edge = match self.loudness {
            Loudness::Plain | Loudness::Primary => color.line,
            Loudness::Quiet | Loudness::Bare => Color32::TRANSPARENT,
        };
        let ink = match self.loudness {
            Loudness::Bare => color.line_strong,
            Loudness::Plain if self.text.is_empty() => color.line_strong,
            Loudness::Plain | Loudness::Primary | Loudness::Quiet => color.faint,
        };
        (Color32::TRANSPARENT, edge, ink)
    }
}

/// A plain button.
pub fn button(ui: &mut Ui, text: &str) -> Response {
    Button::new(text).show(ui)
}

/// A plain button that says why it cannot be used.
pub fn button_enabled(ui: &mut Ui, text: &str, enabled: Enabled) -> Response {
    Button::new(text).enabled(enabled).show(ui)
}

/// The one button of a place that is most likely wanted.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    Button::new(text).primary().show(ui)
}

/// A primary button that says why it cannot be used.
pub fn primary_button_enabled(ui: &mut Ui, text: &str, enabled: Enabled) -> Response {
    Button::new(text).primary().enabled(enabled).show(ui)
}

/// A button that looks like a link.
pub fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    Button::new(text).quiet().show(ui)
}

/// A link-like button that says why it cannot be used.
pub fn quiet_button_enabled(ui: &mut Ui, text: &str, enabled: Enabled) -> Response {
    Button::new(text).quiet().enabled(enabled).show(ui)
}

/// A lower button.
pub fn small_button(ui: &mut Ui, text: &str) -> Response {
    Button::new(text).small().show(ui)
}

/// A lower button that says why it cannot be used.
pub fn small_button_enabled(ui: &mut Ui, text: &str, enabled: Enabled) -> Response {
    Button::new(text).small().enabled(enabled).show(ui)
}

/// An icon alone; `name` is its accessible name and its tooltip.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    Button::icon_only(icon, name).show(ui)
}

/// An icon alone that says why it cannot be used.
pub fn icon_button_enabled(ui: &mut Ui, icon: Icon, name: &str, enabled: Enabled) -> Response {
    Button::icon_only(icon, name).enabled(enabled).show(ui)
}
