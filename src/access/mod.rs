//! What follows from what is: three facts per person and platform, each with all its checks (R28, C28, E3–E7).
//!
//! The ways in are [`explain`] and the shortcuts [`can_connect`], [`role_usable`] and [`space_access`], which return the
//! same [`Explanation`]. A verdict is computed from the checks and nowhere else.

pub mod explanation;
pub mod question;

pub use explanation::{Check, EffectiveAccess, Explanation, Scope};
pub use question::Question;
