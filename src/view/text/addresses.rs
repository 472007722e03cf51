//! Addresses that cannot be used, in words.

use super::names::brief;
use super::refusals::capitalize;
use crate::decide::{self, AddressProblem, MOST_ADDRESSES};
use crate::domain::lettering::has_unseen;
use crate::domain::{Act, Command, Email, StageAct};

/// What is wrong with the typed addresses, and what to type.
#[must_use]
pub fn address_problem(problem: AddressProblem) -> String {
    match problem {
        AddressProblem::Missing => "Type the address the person signs in with at home.".to_owned(),
        AddressProblem::Odd(email) if has_unseen(email.as_str()) => format!("{}.", capitalize(&odd(email))),
        AddressProblem::Odd(email) => format!(
            "{}: it needs one @ with a name before and a company after it, and no blanks, quotation marks or commas.",
            odd(email)
        ),
        AddressProblem::TooMany => format!("At most {MOST_ADDRESSES} addresses in one invitation."),
    }
}

/// That it is no address, or which of its characters nobody sees.
fn odd(email: Email) -> String {
    if has_unseen(email.as_str()) {
        format!("“{}” has a character that cannot be seen", brief(email.as_str()))
    } else {
        format!("“{}” is no address", brief(email.as_str()))
    }
}

/// Why an act is refused for its addresses, in a few words.
pub(super) fn refused_address(command: &Command) -> String {
    let problem = match command {
        Command::Do { act: Act::Invite { emails, .. }, .. } => decide::address_problem(emails),
        Command::Do { act: Act::ShareItem { email, .. }, .. } => decide::address_problem(&[*email]),
        Command::Stage(StageAct::AddPerson { email, .. }) => decide::address_problem(&[*email]),
        Command::Do { .. } | Command::Stage(_) => None,
    };
    match problem {
        Some(AddressProblem::Odd(email)) => odd(email),
        Some(AddressProblem::TooMany) => format!("there are more than {MOST_ADDRESSES} addresses"),
        Some(AddressProblem::Missing) | None => "the address is empty".to_owned(),
    }
}
