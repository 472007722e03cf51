//! Connecting: an active member whose IFW is usable (E4, F37, F40, F42). A pending person is judged as if active.

use super::{Judge, membership, role};
use crate::domain::{PersonId, PlatformId, RoleId, World};

/// Judges the membership without pending, then IFW. Returns whose license of IFW serves.
pub fn judge(world: &World, person: PersonId, platform: PlatformId, judge: &mut Judge<'_>) -> Option<PlatformId> {
    membership::judge_without_pending(world, person, platform, judge);
    role::judge(world, person, platform, RoleId::ifw(), judge)
}
