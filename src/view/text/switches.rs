//! What stands in the place of a license switch that is not offered.

use crate::decide::Hidden;

/// In place of *Assign License*: a few words and the reason, for a role whose license is assigned or not.
#[must_use]
pub fn assign_hidden(hidden: Hidden, is_assigned: bool, platform: &str) -> (&'static str, String) {
    match hidden {
        Hidden::OptionOff => (
            if is_assigned { "assigned" } else { "–" },
            "The switch appears when roles may be granted without license; until then every grant takes a license."
                .into(),
        ),
        Hidden::Fixed => ("always assigned", "Licenses of this kind are always assigned.".into()),
        Hidden::NoneOwned | Hidden::NotAssigned | Hidden::NotLinked => {
            ("none owned", format!("{platform} has no license of this role."))
        }
    }
}

/// In place of *Restrict Usage to this Platform*: a few words and the reason.
#[must_use]
pub fn restrict_hidden(hidden: Hidden) -> (&'static str, &'static str) {
    match hidden {
        Hidden::NotAssigned | Hidden::NoneOwned => {
            ("–", "Without a license of this platform there is nothing to restrict.")
        }
        Hidden::NotLinked => {
            ("not linked to a platform", "This license cannot be restricted; it serves on every platform.")
        }
        Hidden::OptionOff => (
            "restricted",
            "The switch appears when roles may be granted without license; until then the license stays on this \
             platform.",
        ),
        Hidden::Fixed => ("always restricted", "Licenses of this kind always stay on their platform."),
    }
}
