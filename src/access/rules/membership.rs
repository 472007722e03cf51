//! Membership: invited, accepted, access not removed (R17, R113, F13).

use super::{Judge, Seen, check};
use crate::domain::{Code, Membership};

/// Judges the membership whole.
pub fn judge(seen: &Seen<'_>, judge: &mut Judge<'_>) {
    judge_without_pending(seen, judge);
    if let Some(member) = seen.member
        && member.membership != Membership::NoAccess
    {
        judge(check(Code::Pending, member.membership == Membership::Active, seen.platform));
    }
}

/// Judges the membership as if a pending person were active (E4).
pub fn judge_without_pending(seen: &Seen<'_>, judge: &mut Judge<'_>) {
    judge(check(Code::NotInvited, seen.member.is_some(), seen.platform));
    if seen.member.is_some_and(|member| member.membership == Membership::NoAccess) {
        judge(check(Code::AccessRemoved, false, seen.platform));
    }
}
