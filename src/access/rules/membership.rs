//! Membership: invited, accepted, access not removed (R17, R113, F13).

use super::{Judge, Seen, check, role};
use crate::access::Check;
use crate::domain::{Code, Membership, Reading, RoleId};

/// Judges the membership whole: pending is whoever was invited and has never connected (R113).
pub fn judge(seen: &Seen<'_>, judge: &mut Judge<'_>) {
    judge_without_pending(seen, None, judge);
    if let Some(member) = seen.member
        && member.membership != Membership::NoAccess
    {
        let reading = accepted_by(seen, || role::is_unblocked(seen, RoleId::ifw()));
        let is_active = member.membership == Membership::Active;
        judge(Check { reading, ..check(Code::Pending, is_active, seen.platform) });
    }
}

/// The reading on which it hangs whether somebody whom the gate refuses is a pending or an active member (C29).
pub fn accepted_by(seen: &Seen<'_>, opens: impl FnOnce() -> bool) -> Option<Reading> {
    let decided = if seen.world.reads(Reading::AcceptFirst) { Membership::Active } else { Membership::Pending };
    let is_decided = seen.member.is_some_and(|member| member.membership == decided);
    (is_decided && !opens()).then_some(Reading::AcceptFirst)
}

/// Judges the membership as if a pending person were active (E4), by this reading.
pub fn judge_without_pending(seen: &Seen<'_>, reading: Option<Reading>, judge: &mut Judge<'_>) {
    judge(Check { reading, ..check(Code::NotInvited, seen.member.is_some(), seen.platform) });
    if seen.member.is_some_and(|member| member.membership == Membership::NoAccess) {
        judge(check(Code::AccessRemoved, false, seen.platform));
    }
}
