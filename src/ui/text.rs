//! Text in its sizes and weights, and names that have too little room. `look` is a `&Ui` or a `&Context`, of which the
//! colours of the theme are taken.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context, FontId, Galley, RichText};
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

/// A long name takes so many lines in a list, on the board, at the head of a section. Stays in code: a count.
pub const NAME_LINES: usize = 2;

/// Words over at most `rows` lines of this width, laid out but not painted; the last ends in `…` where there is more.
pub fn few_lines(look: &Context, words: &str, font: FontId, ink: Color32, (width, rows): (f32, usize)) -> Arc<Galley> {
    let line_height = Some(line_height(font.size));
    let format = TextFormat { line_height, ..TextFormat::simple(font, ink) };
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap.max_width = width.max(1.0);
    job.wrap.max_rows = rows;
    look.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A name over at most `rows` lines of this width, laid out but not painted. Where it needs more its middle gives way:
/// names that begin alike differ at their end.
pub fn name(look: &Context, words: &str, format: &TextFormat, (width, rows): (f32, usize)) -> Arc<Galley> {
    // The blank at the end of a line takes no room; else it would begin the next one. Stays in code: no font has a wider.
    let blank = if rows > 1 { 0.3 * format.font_id.size } else { 0.0 };
    let lay = |words: &str| {
        let mut job = LayoutJob::single_section(words.to_owned(), format.clone());
        job.wrap.max_width = width.max(1.0) + blank;
        job.wrap.max_rows = rows;
        job.wrap.break_anywhere = rows == 1;
        look.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let whole = lay(words);
    if whole.elided { lay(&shortened(words, |words| !lay(words).elided)) } else { whole }
}

/// As much of the beginning and of the end of a name as `fits`, with `…` between them.
pub fn shortened(name: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(name) {
        return name.to_owned();
    }
    let letters: Vec<char> = name.chars().collect();
    let (mut least, mut most) = (0, letters.len().saturating_sub(1));
    while least < most {
        let kept = (least + most).div_ceil(2);
        if fits(&ends(&letters, kept)) {
            least = kept;
        } else {
            most = kept - 1;
        }
    }
    ends(&letters, least)
}

/// So many letters of a name: its last word whole where that leaves something of the beginning, else half from each
/// end.
fn ends(letters: &[char], kept: usize) -> String {
    let is_gap = |letter: &&char| letter.is_whitespace();
    let word = letters.iter().rev().take_while(|letter| !is_gap(letter)).count();
    // Stays in code: up to three quarters go to the last word, and no less than a third to the end.
    let end = if 4 * word <= 3 * kept { word.max(kept / 3) } else { kept / 2 };
    let from = letters.len().saturating_sub(end);
    // Rather from the next word on than from within one, where that is not far.
    let part = letters.iter().skip(from).position(|letter| letter.is_whitespace()).map_or(0, |gap| gap + 1);
    let is_within = letters.iter().take(from).next_back().is_some_and(|letter| !letter.is_whitespace());
    let end = if is_within && 2 * part <= end { end - part } else { end };
    let from = letters.len().saturating_sub(end);
    let begin: String = letters.iter().take(kept - end).collect();
    let rest: String = letters.iter().skip(from).collect();
    let is_whole_word = letters.iter().take(from).next_back().filter(is_gap).is_some();
    let gap = if is_whole_word { " " } else { "" };
    format!("{}…{gap}{}", begin.trim_end(), rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As if every letter were as wide as any other.
    fn within(name: &str, most: usize) -> String {
        shortened(name, |words| words.chars().count() <= most)
    }

    #[test]
    fn what_names_differ_in_is_kept() {
        assert_eq!(within("SOLIDWORKS Standard", 19), "SOLIDWORKS Standard");
        assert_eq!(within("SOLIDWORKS Standard", 14), "SOLI… Standard");
        assert_eq!(within("SOLIDWORKS Professional", 18), "SOLI… Professional");
        assert_eq!(within("Four options, and what each one does", 27), "Four options, and… one does");
    }

    #[test]
    fn of_one_long_word_both_ends_are_kept() {
        assert_eq!(within("Schiffsdieselmotorenwerk", 11), "Schif…nwerk");
        assert_eq!(within("Ana", 1), "…");
        assert_eq!(within("", 0), "");
    }

    #[test]
    fn it_never_has_more_letters_than_fit_and_hardly_fewer() {
        let name = "Collaborative Designer for SOLIDWORKS at the yard";
        for most in 1..name.chars().count() {
            let short = within(name, most);
            let letters = short.chars().count();
            assert!(letters <= most && letters + 3 > most, "{short} for {most}");
        }
    }
}
