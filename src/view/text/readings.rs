//! The readings of the guides, both sides in words (rules 2.1).

use super::capitalize;
use crate::domain::{Reading, World};

/// One open choice in words.
pub struct ReadingWords {
    /// What it is about.
    pub title: &'static str,
    /// The reading this program starts with.
    pub default: &'static str,
    /// The other one.
    pub alternative: &'static str,
    /// The rules concerned.
    pub source: &'static str,
}

/// What an answer that hangs on a reading says of it: that there are two, and the one that holds here.
#[must_use]
pub fn reading(world: &World, reading: Reading) -> String {
    format!("{}.", capitalize(&reading_clause(world, reading)))
}

/// The same to go on a sentence with.
#[must_use]
pub fn reading_clause(world: &World, reading: Reading) -> String {
    let words = reading_words(reading);
    let side = if world.reads(reading) { words.alternative } else { words.default };
    let mut letters = side.trim_end_matches('.').chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    format!("one of two readings ({}): {}", words.title, first.chain(letters.clone()).collect::<String>())
}

/// Both sides of a reading.
#[must_use]
pub fn reading_words(reading: Reading) -> ReadingWords {
    let words = |title, default, alternative, source| ReadingWords { title, default, alternative, source };
    match reading {
        Reading::HomeOptionNotAsked => words(
            "Home option at time of use",
            "The home must allow roles without license while its license is used elsewhere (own-license guide).",
            "Only the host’s option is asked at time of use (member options page).",
            "C1 · R9, R97",
        ),
        Reading::UsableCsvWhenAdding => words(
            "License check when adding to a space",
            "An active person needs Collaborative Industry Innovator granted.",
            "An active person needs it usable, license included.",
            "C10 · R127",
        ),
        Reading::CommonSpaceForExternals => words(
            "Common Space for externals",
            "New members get the Common Space, externals do not (product documentation).",
            "All new users get it, externals too (consultant guide).",
            "C11 · R34, R75",
        ),
        Reading::LenientPurchase => words(
            "Prerequisites must be purchased",
            "Strict: whoever owns a role must own its prerequisites to grant it, with or without license.",
            "Lenient: only when the license is assigned.",
            "C16 · R96",
        ),
        Reading::UngrantForeignExpired => words(
            "Expired licenses of other platforms",
            "The expiry option looks only at licenses of its own platform.",
            "The expiry option also ungrants a role without license here when all licenses elsewhere have expired.",
            "C18 · R90, R91",
        ),
        Reading::AcceptFirst => words(
            "Accepting when the license check fails",
            "The person has not connected: the invitation stays pending.",
            "The first attempt makes the member active; each login is then refused.",
            "C29 · R113",
        ),
        Reading::LicenseLock => words(
            "License lock",
            "A license can be taken back at any time.",
            "A license is locked for 30 days from first use, SOLIDWORKS roles for 1 day.",
            "F46, F47, F48, F54",
        ),
    }
}
