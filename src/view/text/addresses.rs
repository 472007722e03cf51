//! Addresses that cannot be used, in words.

use crate::decide::{self, AddressProblem, MOST_ADDRESSES};
use crate::domain::{Act, Command};

/// What is wrong with the typed addresses, and what to type.
#[must_use]
pub fn address_problem(problem: AddressProblem) -> String {
    match problem {
        AddressProblem::Missing => "Type the address the person signs in with at home.".to_owned(),
        AddressProblem::Odd(email) => {
            format!("“{email}” is no address: it needs one @ with a name before and a company after it.")
        }
        AddressProblem::TooMany => format!("At most {MOST_ADDRESSES} addresses in one invitation."),
    }
}

/// Why an act is refused for its addresses, in a few words.
pub(super) fn refused_address(command: &Command) -> String {
    let problem = match command {
        Command::Do { act: Act::Invite { emails, .. }, .. } => decide::address_problem(emails),
        Command::Do { act: Act::ShareItem { email, .. }, .. } => decide::address_problem(&[*email]),
        Command::Do { .. } | Command::Stage(_) => None,
    };
    match problem {
        Some(AddressProblem::Odd(email)) => format!("“{email}” is no address"),
        Some(AddressProblem::TooMany) => format!("there are more than {MOST_ADDRESSES} addresses"),
        Some(AddressProblem::Missing) | None => "the address is empty".to_owned(),
    }
}
