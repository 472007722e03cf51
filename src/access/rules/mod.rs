//! One rule a file. Each hands its checks to a judge; who only wants the verdict listens without collecting.

pub mod connect;
pub mod item;
pub mod membership;
pub mod role;
pub mod space;

use super::Check;
use crate::domain::{Code, PlatformId, RoleId};

/// Receives every check of a decision.
pub type Judge<'a> = dyn FnMut(Check) + 'a;

/// A check without role, reading or question behind it.
fn check(code: Code, holds: bool, at: PlatformId) -> Check {
    Check { code, holds, at, role: None, reading: None, follow: None }
}

/// A check about a role.
fn role_check(code: Code, holds: bool, at: PlatformId, role: RoleId) -> Check {
    Check { role: Some(role), ..check(code, holds, at) }
}
