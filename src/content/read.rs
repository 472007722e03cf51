//! From text to type: RON, with every error of form as a sentence.

use super::error::{ContentError, MAX_BYTES, Misfit, Place, ticked};
use super::format::{UNREADABLE_VERSION, Version};
use super::located::{FOUND, Ordinal, counting};
use super::plain::MAX_PURCHASED;
use ron::error::{Error as Form, SpannedError};
use serde::{Deserialize, de::DeserializeOwned};

/// How many brackets inside each other are read.
pub const MAX_DEPTH: usize = 64;

/// How files are read and written: values of optional fields stand without `Some`.
pub(super) fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .with_recursion_limit(MAX_DEPTH)
}

/// The bytes of a file as text.
///
/// Fails when there are too many, or when they are no text.
pub fn text<'a>(bytes: &'a [u8], file: &str) -> Result<&'a str, ContentError> {
    if bytes.len() > MAX_BYTES {
        let readable = bytes.get(..MAX_BYTES).unwrap_or_default();
        let place = end_of(&String::from_utf8_lossy(readable), file);
        return Err(ContentError::TooLarge { place, bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX) });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let is_foreign = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
            match text.char_indices().find(|(_, c)| is_foreign(c)) {
                None => Ok(text),
                Some((at, _)) => Err(ContentError::NotText { place: end_of(text.get(..at).unwrap_or_default(), file) }),
            }
        }
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Err(ContentError::NotText { place: end_of(&String::from_utf8_lossy(before), file) })
        }
    }
}

/// The place right after this text.
fn end_of(before: &str, file: &str) -> Place {
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.chars().rev().take_while(|c| *c != '\n').count();
    Place { file: file.to_owned(), line, column }
}

/// The text without the space and the comments it begins with.
fn without_remarks(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        rest = if rest.starts_with("//") {
            rest.split_once('\n').map_or("", |(_, after)| after)
        } else if rest.starts_with("/*") {
            after_remark(rest).unwrap_or_default()
        } else {
            return rest;
        };
    }
}

/// Where a comment begins that has no end, in a text that begins with nothing but space and comments.
fn endless_remark(text: &str) -> Option<usize> {
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let next = if rest.starts_with("//") {
            rest.split_once('\n').map_or("", |(_, after)| after)
        } else if rest.starts_with("/*") {
            let Some(after) = after_remark(rest) else { return Some(text.len() - rest.len()) };
            after
        } else {
            return None;
        };
        rest = next.trim_start();
    }
    None
}

/// The text after the comment it begins with; comments may stand inside comments. None: it does not end.
fn after_remark(text: &str) -> Option<&str> {
    let (mut rest, mut depth) = (text, 0_usize);
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix("/*") {
            (rest, depth) = (inside, depth + 1);
        } else if let Some(outside) = rest.strip_prefix("*/") {
            (rest, depth) = (outside, depth.saturating_sub(1));
        } else {
            let mut chars = rest.chars();
            chars.next();
            rest = chars.as_str();
        }
        if depth == 0 {
            return Some(rest);
        }
    }
    None
}

/// Where the reader stopped, in bytes, moved on to the next thing that is written there.
fn offset_of(error: &SpannedError, text: &str) -> usize {
    let ron::error::Position { line, col } = error.span.start;
    let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(line_start..).unwrap_or_default();
    let in_line = rest.char_indices().nth(col.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    let rest = rest.get(in_line..).unwrap_or_default();
    text.len() - without_remarks(rest).len()
}

/// The place where the reader stopped.
fn place_of(error: &SpannedError, text: &str, file: &str) -> Place {
    end_of(text.get(..offset_of(error, text)).unwrap_or_default(), file)
}

/// A number that cannot be: where it begins and what is wrong with it.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other errors are not about numbers")]
fn wrong_number(error: &SpannedError, text: &str) -> Option<(usize, &'static str)> {
    let (before, after) = text.split_at_checked(offset_of(error, text))?;
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    let head = digits.strip_suffix('-').unwrap_or(digits);
    let (start, is_cut) = (head.len(), head.len() < before.len());
    let number = text.get(start..).unwrap_or_default();
    match &error.code {
        Form::IntegerOutOfBounds | Form::ExpectedInteger if number.starts_with('-') => {
            Some((start, "this number is too small"))
        }
        Form::IntegerOutOfBounds => Some((start, "this number is too large")),
        Form::InvalidIntegerDigit { .. } if number.starts_with(|c: char| c.is_ascii_digit()) => {
            Some((start, "this is no whole number"))
        }
        Form::ExpectedInteger | Form::InvalidIntegerDigit { .. } => Some((start, "this is no number")),
        Form::ExpectedComma | Form::ExpectedStructLikeEnd | Form::ExpectedArrayEnd
            if is_cut && after.starts_with(['.', 'e', 'E']) && !head.ends_with(|c: char| c.is_alphanumeric()) =>
        {
            Some((start, "this is no whole number"))
        }
        _ => None,
    }
}

/// The numbers that are allowed in the field after which this text ends.
fn numbers(before: &str) -> String {
    let name = before.trim_end().strip_suffix(':').unwrap_or_default().trim_end();
    let field = name.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    match field {
        "parent" | "cursor" | "last" | "after" => {
            "a whole number from 0 (the start) to the number of the last step is expected".to_owned()
        }
        "purchased" => format!("a whole number from 0 to {MAX_PURCHASED} is expected"),
        _ => format!("a whole number from 0 to {} is expected", u32::MAX),
    }
}

/// The word the text begins with, and where; space and comments do not count.
///
/// Fails when there is nothing else.
pub(super) fn first_word<'a>(text: &'a str, file: &str) -> Result<(&'a str, Place), ContentError> {
    let rest = without_remarks(text);
    let place = end_of(text.get(..text.len() - rest.len()).unwrap_or_default(), file);
    if let Some(at) = endless_remark(text) {
        let place = end_of(text.get(..at).unwrap_or_default(), file);
        let (problem, allowed) = sentence(&Form::UnclosedBlockComment);
        return Err(ContentError::Form { place, problem, allowed });
    }
    if rest.is_empty() {
        let place = Place { file: file.to_owned(), line: 1, column: 1 };
        return Err(ContentError::Empty { place });
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let word = rest.get(..end).filter(|word| !word.is_empty());
    let first = rest.char_indices().nth(1).map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest));
    Ok((word.unwrap_or(first), place))
}

/// Reads a value.
///
/// Fails with the first error of form.
pub(super) fn parse<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, ContentError> {
    counting(None, || options().from_str::<T>(text)).map_err(|error| {
        let is_newer =
            || counting(None, || options().from_str::<Header>(&headless(text, file))).err().filter(is_version);
        let error = if is_version(&error) { error } else { is_newer().unwrap_or(error) };
        form(&error, text, file)
    })
}

/// Where an error of meaning stands: the text is read once more and the element made to fail.
pub(super) fn locate<T: DeserializeOwned>(text: &str, file: &str, misfit: Misfit) -> ContentError {
    let place = element::<T>(text, misfit.ordinal).map_or_else(
        || first_word(text, file).map_or_else(|error| error.place().clone(), |(_, place)| place),
        |error| place_of(&error, text, file),
    );
    ContentError::Meaning { place, problem: misfit.problem }
}

fn element<T: DeserializeOwned>(text: &str, ordinal: Ordinal) -> Option<SpannedError> {
    let result = counting(Some(ordinal), || options().from_str::<T>(text));
    result.err().filter(|error| error.code == Form::Message(FOUND.to_owned()))
}

/// Just the version, whatever else is in the file.
#[derive(Deserialize)]
struct Header {
    #[serde(rename = "version")]
    _version: Version,
}

/// The text with its first word blanked out, so that any kind of file can be read as a header.
fn headless(text: &str, file: &str) -> String {
    let word = first_word(text, file).map_or("", |(word, _)| word);
    let (before, rest) = text.split_at(text.len() - without_remarks(text).len());
    format!("{before}{}{}", " ".repeat(word.chars().count()), rest.strip_prefix(word).unwrap_or(rest))
}

fn is_version(error: &SpannedError) -> bool {
    matches!(&error.code, Form::Message(text) if text.starts_with(UNREADABLE_VERSION))
}

fn form(error: &SpannedError, text: &str, file: &str) -> ContentError {
    let place = place_of(error, text, file);
    if let Form::Message(message) = &error.code
        && let Some(found) = message.strip_prefix(UNREADABLE_VERSION)
    {
        return ContentError::Version { place, found: found.to_owned() };
    }
    if error.code == Form::ExceededRecursionLimit {
        return ContentError::TooDeep { place, limit: MAX_DEPTH };
    }
    if let Some((start, problem)) = wrong_number(error, text) {
        let before = text.get(..start).unwrap_or_default();
        return ContentError::Form {
            place: end_of(before, file),
            problem: problem.to_owned(),
            allowed: numbers(before),
        };
    }
    let (problem, allowed) = sentence(&error.code);
    ContentError::Form { place, problem, allowed }
}

/// What is wrong and what is allowed, in the words of the format.
#[expect(clippy::wildcard_enum_match_arm, reason = "the reader may learn new errors; those get their own words")]
fn sentence(error: &Form) -> (String, String) {
    let pair = |problem: &str, allowed: &str| (problem.to_owned(), allowed.to_owned());
    match error {
        Form::NoSuchStructField { expected, found, .. } => {
            (format!("the field `{found}` is not known"), format!("allowed here are {}", ticked(expected)))
        }
        Form::NoSuchEnumVariant { expected, found, .. } => {
            (format!("`{found}` is not known"), format!("allowed here are {}", ticked(expected)))
        }
        Form::MissingStructField { field, .. } => {
            (format!("the field `{field}` is missing"), "it may not be left out here".to_owned())
        }
        Form::DuplicateStructField { field, .. } => {
            (format!("the field `{field}` is there twice"), "give it once".to_owned())
        }
        Form::ExpectedDifferentStructName { found, .. } => {
            (format!("`{found}` does not belong here"), "begin with `(`".to_owned())
        }
        Form::InvalidValueForType { expected, found } => (format!("{found} does not fit"), expects(expected)),
        Form::ExpectedDifferentLength { expected, found } => (format!("there are {found} values"), expects(expected)),
        Form::Eof => pair("the text ends too early", "a bracket or a quotation mark is still open"),
        Form::ExpectedArray => pair("this is no list", "a list begins with `[`"),
        Form::ExpectedArrayEnd => pair("the list does not end", "a comma or `]` is expected"),
        Form::ExpectedBoolean => pair("this is no switch position", "`true` or `false` is expected"),
        Form::ExpectedComma => pair("a comma is missing", "values are separated by commas"),
        Form::ExpectedMapColon => pair("the colon is missing", "a field is written `name: value`"),
        Form::ExpectedString | Form::ExpectedByteString => pair("this is no text", "text stands in quotation marks"),
        Form::ExpectedStringEnd => pair("the text does not end", "a closing quotation mark is expected"),
        Form::ExpectedIdentifier | Form::InvalidIdentifier(_) | Form::SuggestRawIdentifier(_) => {
            pair("a name is missing", "a field name or a plain word is expected")
        }
        Form::ExpectedStructLike | Form::ExpectedNamedStructLike(_) | Form::ExpectedUnit => {
            pair("a bracket is missing", "`(` is expected")
        }
        Form::ExpectedStructLikeEnd | Form::ExpectedOptionEnd => {
            pair("the bracket is not closed", "a comma or `)` is expected")
        }
        Form::ExpectedOption => pair("this value does not fit", "the value itself or `None` is expected"),
        Form::UnclosedBlockComment | Form::UnclosedLineComment => {
            pair("the comment does not end", "a comment `/*` ends with `*/`")
        }
        Form::InvalidEscape(_) => pair("this escape is not known", "allowed are `\\n`, `\\t`, `\\\"` and `\\\\`"),
        Form::TrailingCharacters => pair("there is more text after the end", "one rehearsal or session per file"),
        Form::UnexpectedChar(found) => (format!("`{found}` does not belong here"), "take it out".to_owned()),
        Form::Message(text) => (text.clone(), "see FORMAT.md".to_owned()),
        _ => pair("this cannot be read", "see FORMAT.md for what can stand here"),
    }
}

/// What the reader expected, without names of types.
fn expects(expected: &str) -> String {
    let known = ["struct ", "enum ", "tuple struct ", "unit struct ", "newtype struct ", "variant "];
    if known.iter().any(|word| expected.starts_with(word)) {
        "a group of fields in brackets is expected".to_owned()
    } else {
        format!("{expected} is expected")
    }
}
