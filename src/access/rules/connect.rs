//! Connecting: an active member whose IFW is usable (E4, F37, F40, F42). A pending person is judged as if active.

use super::{Judge, Seen, membership, role};
use crate::domain::{PlatformId, RoleId};

/// Judges the membership without pending, then IFW. Returns whose license of IFW serves.
pub fn judge(seen: &Seen<'_>, judge: &mut Judge<'_>) -> Option<PlatformId> {
    membership::judge_without_pending(seen, judge);
    role::judge(seen, RoleId::ifw(), judge)
}
