//! The titles of the inquiry: one fact, asked about in several ways.

use crate::access::Question;
use crate::view::Lens;

/// "What keeps Ben from using 3DSwymer at Aldermoor?"; while it holds: "What keeps it so that Ben can …?".
#[must_use]
pub fn why_not(lens: &Lens<'_>, question: Question, holds: bool) -> String {
    let person = lens.first(question.person());
    let at = lens.short(question.platform());
    let (can, ing) = match question {
        Question::CanConnect { .. } => (format!("connect to {at}"), format!("connecting to {at}")),
        Question::RoleUsable { role, .. } => {
            let role = lens.role_short(role);
            (format!("use {role} at {at}"), format!("using {role} at {at}"))
        }
        Question::SpaceAccess { platform, space, .. } => {
            let space = lens.space(platform, space);
            (format!("open {space} at {at}"), format!("opening {space} at {at}"))
        }
    };
    if holds {
        format!("On what does it rest that {person} can {can}?")
    } else {
        format!("What keeps {person} from {ing}?")
    }
}

/// "How does Ben get to use 3DSwymer at Aldermoor?"
#[must_use]
pub fn how_to(lens: &Lens<'_>, question: Question) -> String {
    let person = lens.first(question.person());
    let at = lens.short(question.platform());
    match question {
        Question::CanConnect { .. } => format!("How does {person} get to connect to {at}?"),
        Question::RoleUsable { role, .. } => format!("How does {person} get to use {} at {at}?", lens.role_short(role)),
        Question::SpaceAccess { platform, space, .. } => {
            format!("How does {person} get to open {} at {at}?", lens.space(platform, space))
        }
    }
}

/// "Who can use 3DSwymer at Aldermoor?"
#[must_use]
pub fn who_can(lens: &Lens<'_>, question: Question) -> String {
    let at = lens.short(question.platform());
    match question {
        Question::CanConnect { .. } => format!("Who can connect to {at}?"),
        Question::RoleUsable { role, .. } => format!("Who can use {} at {at}?", lens.role_short(role)),
        Question::SpaceAccess { platform, space, .. } => {
            format!("Who can open {} at {at}?", lens.space(platform, space))
        }
    }
}
