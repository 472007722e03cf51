//! The story as it is told: which act of the script this is, where it is done, what comes next, and the way back.

use super::Status;
use crate::domain::PlatformId;
use serde::Serialize;

/// Where the session stands against the script of the rehearsal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScriptData {
    /// "Step 4 of 7 · at Brightwell", "The start", or that the script was left.
    pub place: String,
    /// Where it was done, if on a platform.
    pub on: Option<PlatformId>,
    /// What was just done, or the title at the start.
    pub sentence: String,
    /// Where it is done, from menu to switch.
    pub path: Option<String>,
    /// The guide's own words, and where they stand.
    pub quote: Option<(String, String)>,
    /// At the start: who wants what from whom.
    pub brief: Option<String>,
    /// What the act changed.
    pub effect: Option<Status>,
    /// What comes next, or why nothing does.
    pub next: Result<String, String>,
    /// The last step on the script, when it was left: the way back.
    pub left_at: Option<usize>,
}
