//! Membership: invited, accepted, access not removed (R17, R113, F13).

use super::{Judge, check};
use crate::domain::{Code, Membership, PersonId, PlatformId, World};

/// Judges the membership whole.
pub fn judge(world: &World, person: PersonId, platform: PlatformId, judge: &mut Judge<'_>) {
    judge_without_pending(world, person, platform, judge);
    if let Some(member) = world.member(person, platform)
        && member.membership != Membership::NoAccess
    {
        judge(check(Code::Pending, member.membership == Membership::Active, platform));
    }
}

/// Judges the membership as if a pending person were active (E4).
pub fn judge_without_pending(world: &World, person: PersonId, platform: PlatformId, judge: &mut Judge<'_>) {
    let member = world.member(person, platform);
    judge(check(Code::NotInvited, member.is_some(), platform));
    if member.is_some_and(|member| member.membership == Membership::NoAccess) {
        judge(check(Code::AccessRemoved, false, platform));
    }
}
