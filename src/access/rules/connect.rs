//! Connecting: an active member whose IFW is usable (E4, F37, F40, F42). A pending person is judged as if active.

use super::{Judge, Seen, membership, role};
use crate::access::Check;
use crate::domain::{PlatformId, RoleId};

/// Judges IFW and the membership without pending. Returns whose license of IFW serves: a guest’s own, from home (R24).
pub fn judge(seen: &Seen<'_>, judge: &mut Judge<'_>) -> Option<PlatformId> {
    let mut opens = true;
    let source = role::judge(seen, RoleId::ifw(), &mut |check: Check| {
        opens &= check.holds;
        judge(check);
    });
    membership::judge_without_pending(seen, membership::accepted_by(seen, || opens), judge);
    source
}
