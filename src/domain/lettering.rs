//! Letters that nobody sees: two names that look alike must be alike, and a name must show something.

use std::fmt;

/// The longest display name, in characters.
pub const LONGEST_NAME: usize = 200;

/// A character that cannot be seen, or that turns the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unseen {
    /// Where it stands, in characters from 1.
    pub place: usize,
    /// Which it is.
    pub letter: char,
}

impl fmt::Display for Unseen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "U+{:04X} at place {}", u32::from(self.letter), self.place)
    }
}

/// The first character of a text that cannot be seen. What ends a line and what indents it may stand in a text.
#[must_use]
pub fn unseen(text: &str) -> Option<Unseen> {
    let mut before = None;
    let mut letters = text.chars().enumerate().peekable();
    while let Some((index, letter)) = letters.next() {
        let after = letters.peek().map(|(_, after)| *after);
        if is_unseen(letter) && !(joins(letter) && is_joined(before) && (selects(letter) || is_joined(after))) {
            return Some(Unseen { place: index + 1, letter });
        }
        before = Some(letter);
    }
    None
}

/// Does it show nothing, or turn what stands beside it?
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Some scripts are not written right without them: Persian and Indian letters are joined or kept apart, and the form
/// of a Chinese letter or of a picture is chosen. Beside a plain Latin letter they change nothing that is seen.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}') || selects(letter)
}

fn selects(letter: char) -> bool {
    matches!(letter, '\u{180b}'..='\u{180d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn is_joined(letter: Option<char>) -> bool {
    letter
        .is_some_and(|letter| !letter.is_ascii() && !letter.is_whitespace() && (!is_unseen(letter) || selects(letter)))
}

/// Can any of its characters not be seen, whatever stands beside it? For what is no word of a language.
#[must_use]
pub fn has_unseen(text: &str) -> bool {
    text.chars().any(is_unseen)
}

/// A text with what cannot be seen written out.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut shown = String::new();
    for letter in text.chars() {
        if is_unseen(letter) || letter.is_control() {
            shown.push_str(&format!("[U+{:04X}]", u32::from(letter)));
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// What is wrong with a display name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameProblem {
    /// It shows nothing.
    Empty,
    /// It has so many characters, more than [`LONGEST_NAME`].
    Long(usize),
    /// It has a character that cannot be seen.
    Unseen(Unseen),
}

/// What is wrong with a display name; none when it can be read.
#[must_use]
pub fn name_problem(name: &str) -> Option<NameProblem> {
    let control = name.chars().enumerate().find(|(_, letter)| letter.is_control());
    let control = control.map(|(index, letter)| Unseen { place: index + 1, letter });
    let length = name.chars().count();
    match control.or_else(|| unseen(name)) {
        _ if name.trim().is_empty() => Some(NameProblem::Empty),
        _ if length > LONGEST_NAME => Some(NameProblem::Long(length)),
        found => found.map(NameProblem::Unseen),
    }
}

/// Are these the same name to whoever reads or hears them? Capitals and blanks make no difference.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split_whitespace().map(str::to_lowercase).collect() };
    words(one) == words(other)
}
