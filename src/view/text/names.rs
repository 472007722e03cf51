//! Names that cannot be used, in words.

use crate::domain::Command;
use crate::domain::lettering::{LONGEST_NAME, NameProblem, name_problem, shown};

/// How much of an odd text a sentence repeats.
const MOST_REPEATED: usize = 60;

/// What is wrong with a name that an act brings: what it is, and what to do.
pub(super) fn odd_name(command: &Command) -> Option<(String, &'static str)> {
    let (name, problem) = command.names().into_iter().find_map(|name| Some((name, name_problem(name)?)))?;
    Some(match problem {
        NameProblem::Empty => ("the name is empty".to_owned(), "Type a name first."),
        NameProblem::Long(length) => {
            (format!("this name has {length} characters; up to {LONGEST_NAME} are allowed"), "Type a shorter one.")
        }
        NameProblem::Unseen(found) => (
            format!("“{}” has a character that cannot be seen, {found}", brief(name)),
            "Take it out, or type the name again.",
        ),
    })
}

/// The beginning of a text, with what cannot be seen written out.
pub(super) fn brief(text: &str) -> String {
    let beginning: String = text.chars().take(MOST_REPEATED).collect();
    let more = if beginning.len() < text.len() { "…" } else { "" };
    format!("{}{more}", shown(&beginning))
}
