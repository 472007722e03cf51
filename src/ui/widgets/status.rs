//! A statement: an icon, and the words in its colour.

use std::sync::Arc;

use egui::{Color32, FontId, Galley, Response, Role, Sense, Stroke, Ui, vec2};

use super::paint;
use crate::ui::{fonts, text, theme};
use crate::view::Tone;

/// A statement in the making; [`status`] is the common one.
#[must_use = "a statement is drawn by `show`"]
pub struct Status<'a> {
    tone: Tone,
    text: &'a str,
    strong: bool,
    small: bool,
    plain_text: bool,
    one_line: bool,
    link: Option<&'a str>,
}

impl<'a> Status<'a> {
    /// A statement; without a text it is the icon alone.
    pub fn new(tone: Tone, text: &'a str) -> Self {
        Self { tone, text, strong: false, small: false, plain_text: false, one_line: false, link: None }
    }

    /// In the weight of a headline.
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// In smaller text.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Only the icon is coloured, as in a list of checks.
    pub fn plain_text(mut self) -> Self {
        self.plain_text = true;
        self
    }

    /// In one line; what there is no room for is told on hovering.
    pub fn one_line(mut self) -> Self {
        self.one_line = true;
        self
    }

    /// Can be clicked, under this accessible name ("Why can Ben not use 3DSwymer?").
    pub fn link(mut self, name: &'a str) -> Self {
        self.link = Some(name);
        self
    }

    /// Draws it, over several lines if need be.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = theme::tokens(ui);
        let size = if self.small { tokens.size.small } else { tokens.size.body };
        let family = if self.strong { fonts::semibold() } else { fonts::regular() };
        let icon = paint::glyph(ui, text::tone_icon(self.tone), size + tokens.icon.beside_small);
        let indent = icon.size().x + if self.plain_text { tokens.space.base } else { tokens.space.tight };
        let room = (ui.available_width() - indent).max(tokens.size.target);
        let rows = if self.one_line { 1 } else { usize::MAX };
        let words = text::few_lines(ui, self.text, FontId::new(size, family), Color32::PLACEHOLDER, (room, rows));
        let is_cut = words.elided;
        let width = if self.text.is_empty() { icon.size().x } else { indent + words.size().x };
        let height = words.size().y.max(icon.size().y);
        let sense = if self.link.is_some() { Sense::click() } else { Sense::hover() };
        let height = if self.link.is_some() { height.max(tokens.size.target) } else { height };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        match self.link {
            Some(name) => paint::announce(&response, Role::Button, &Ok(()), name),
            None => paint::announce(
                &response,
                Role::Label,
                &Ok(()),
                if self.text.is_empty() { silent(self.tone) } else { self.text },
            ),
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, &response, icon, words, indent, size);
        }
        if is_cut { response.on_hover_text(self.text) } else { response }
    }

    fn paint(&self, ui: &Ui, response: &Response, icon: Arc<Galley>, words: Arc<Galley>, indent: f32, size: f32) {
        let (tokens, rect) = (theme::tokens(ui), response.rect);
        let ink = tokens.tone(self.tone);
        let text_ink: Color32 = if self.plain_text { tokens.color.text } else { ink };
        let top = rect.center().y - words.size().y / 2.0;
        let painter = ui.painter();
        // The thin signs have empty space around them: moved out, they stand in line with text above and below.
        let is_thin = matches!(self.tone, Tone::Good | Tone::Bad | Tone::Absent);
        let left = rect.min.x - if is_thin { tokens.space.hair } else { 0.0 };
        let middle = top + text::line_height(size) / 2.0 + 0.5;
        if self.strong {
            paint::from_left(painter, left + 0.5, middle, icon.clone(), ink);
        }
        paint::from_left(painter, left, middle, icon, ink);
        let corner = egui::pos2(rect.min.x + indent, top);
        if response.hovered() && self.link.is_some() {
            painter.hline(corner.x..=rect.max.x, top + words.size().y - 1.0, Stroke::new(tokens.stroke.line, ink));
        }
        painter.galley(corner, words, text_ink);
        paint::focus_ring(ui, response, rect, tokens.radius.small);
    }
}

/// What a statement without words says to a screen reader.
fn silent(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "yes",
        Tone::Bad => "no",
        Tone::Waiting => "waiting",
        Tone::Caution => "look here",
        Tone::Neutral => "information",
        Tone::Absent => "not applicable",
    }
}

/// A statement: an icon, and the words in its colour.
pub fn status(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    Status::new(tone, text).show(ui)
}
