//! A wrong command line as one sentence: what is wrong, where, and what to do.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;

const ONE_REHEARSAL: &str = "name one rehearsal at a time";

/// The sentence. `known` are the commands with whether each takes rehearsals, `typed` the first word of the command line.
pub(super) fn sentence(error: &clap::Error, known: &[(String, bool)], typed: Option<&str>) -> String {
    let command = known.iter().find(|(name, _)| Some(name.as_str()) == typed);
    let takes_rehearsal = command.is_none_or(|(_, takes)| *takes);
    let called = command.map_or_else(|| "crossinvite".to_owned(), |(name, _)| format!("crossinvite {name}"));
    if let Some(problem) = typed.filter(|_| command.is_none()).and_then(|word| misspelt(word, known)) {
        return format!("{problem}; `{called} --help` lists what is allowed");
    }
    let problem = match error.kind() {
        ErrorKind::ValueValidation => wrong_value(error),
        ErrorKind::InvalidValue => unlisted_value(error),
        ErrorKind::UnknownArgument => unknown(error, takes_rehearsal),
        ErrorKind::MissingRequiredArgument => missing(error, &called),
        ErrorKind::ArgumentConflict => misplaced(error, known).or_else(|| conflict(error)),
        ErrorKind::InvalidSubcommand => no_command(error, known),
        ErrorKind::InvalidUtf8 => Some("an argument is no readable text; write it in UTF-8".to_owned()),
        _ => None,
    };
    format!("{}; `{called} --help` lists what is allowed", problem.unwrap_or_else(|| plain(error)))
}

/// What the parser itself says, up to the first empty line; hints and the usage follow it.
fn plain(error: &clap::Error) -> String {
    let text = error.to_string();
    let lines: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let sentence = lines.join(" ");
    sentence.strip_prefix("error: ").unwrap_or(&sentence).to_owned()
}

fn wrong_value(error: &clap::Error) -> Option<String> {
    let words = error.source()?;
    Some(format!("{}: {words}", option(first(error, ContextKind::InvalidArg)?)))
}

fn unlisted_value(error: &clap::Error) -> Option<String> {
    let argument = first(error, ContextKind::InvalidArg)?;
    let option = option(argument);
    let allowed = all(error, ContextKind::ValidValue);
    match first(error, ContextKind::InvalidValue).filter(|value| !value.is_empty()) {
        Some(value) => Some(format!("{option}: `{value}` is not among {}; write one of them", allowed.join(", "))),
        None if allowed.is_empty() => {
            Some(format!("{option} stands without a value; write {} with one", bare(argument)))
        }
        None => Some(format!("{option} stands without a value; write {option} and one of {}", allowed.join(", "))),
    }
}

fn unknown(error: &clap::Error, takes_rehearsal: bool) -> Option<String> {
    let argument = first(error, ContextKind::InvalidArg)?;
    if argument.starts_with('-') {
        let meant = first(error, ContextKind::SuggestedArg);
        let meant = meant.map(|meant| format!("; perhaps {meant} is meant")).unwrap_or_default();
        return Some(format!("there is no option `{argument}` here{meant}"));
    }
    let what = if takes_rehearsal { ONE_REHEARSAL } else { "this command takes no rehearsal" };
    Some(format!("`{argument}` is one word too many; {what}"))
}

fn missing(error: &clap::Error, called: &str) -> Option<String> {
    let arguments: Vec<String> = all(error, ContextKind::InvalidArg).into_iter().map(bare).collect();
    let (last, others) = arguments.split_last()?;
    let joined = if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) };
    Some(format!("`{called}` lacks {joined}; write that too"))
}

fn conflict(error: &clap::Error) -> Option<String> {
    let argument = option(first(error, ContextKind::InvalidArg)?);
    let others: Vec<String> = all(error, ContextKind::PriorArg).into_iter().map(option).collect();
    Some(if others.iter().all(|other| *other == argument) {
        format!("{argument} stands there twice; write it once")
    } else {
        format!("{argument} does not go with {}; leave one of them out", others.join(", "))
    })
}

/// A second word: a command that does not stand first, or one rehearsal more.
fn misplaced(error: &clap::Error, known: &[(String, bool)]) -> Option<String> {
    let word = first(error, ContextKind::InvalidSubcommand)?;
    Some(if known.iter().any(|(name, _)| name == word) {
        late(word)
    } else {
        format!("`{word}` is one word too many; {ONE_REHEARSAL}")
    })
}

/// A first word that is no command and no file, but nearly a command: which one is meant.
pub(super) fn misspelt(word: &str, known: &[(String, bool)]) -> Option<String> {
    let names = known.iter().map(|(name, _)| name.as_str());
    let (slips, near) = names.map(|name| (slips(word, name), name)).min()?;
    // One slip in a short word, two in a longer one: `lst`, `explian`.
    let is_near = word != near && slips <= near.len() / 3;
    (is_near && !std::path::Path::new(word).exists())
        .then(|| format!("there is no command `{word}`; perhaps `{near}` is meant"))
}

/// How many slips lie between two words: a letter too many, too few or another, or two that changed places.
fn slips(typed: &str, meant: &str) -> usize {
    let meant: Vec<char> = meant.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=meant.len()).collect();
    let mut last = None;
    for (place, letter) in typed.to_lowercase().chars().enumerate() {
        let mut row = vec![place + 1];
        let mut left = None;
        for ((column, other), (up, over)) in meant.iter().enumerate().zip(above.iter().skip(1).zip(&above)) {
            let beside = row.last().copied().unwrap_or_default();
            let mut least = (beside + 1).min(up + 1).min(over + usize::from(letter != *other));
            if left == Some(letter) && last == Some(*other) && letter != *other {
                let swapped = column.checked_sub(1).and_then(|column| before.get(column));
                least = swapped.map_or(least, |swapped| least.min(swapped + 1));
            }
            row.push(least);
            left = Some(*other);
        }
        last = Some(letter);
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

/// A command that does not stand first.
pub(super) fn late(command: &str) -> String {
    format!("`{command}` is a command, and a command stands first; leave out what stands before it")
}

fn no_command(error: &clap::Error, known: &[(String, bool)]) -> Option<String> {
    let word = first(error, ContextKind::InvalidSubcommand)?;
    let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
    Some(format!("there is no command `{word}`; there are {}", names.join(", ")))
}

/// `--step <STEP>` without what follows.
fn option(argument: &str) -> String {
    bare(argument.split(' ').next().unwrap_or(argument))
}

/// `--step <STEP>` without the brackets.
fn bare(argument: &str) -> String {
    argument.replace(['<', '>', '[', ']'], "").trim_end_matches('.').to_owned()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<&str> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one],
        Some(ContextValue::Strings(several)) => several.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

fn first(error: &clap::Error, kind: ContextKind) -> Option<&str> {
    all(error, kind).first().copied()
}
