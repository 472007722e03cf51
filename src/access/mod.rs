//! What follows from what is: three facts per person and platform, each with all its checks (C28, E3–E7).
//!
//! [`explain`] is the way in. A verdict is computed from the checks and nowhere else; [`Explanation`] says how.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod atom;
pub mod causes;
pub mod cure;
pub mod diff;
pub mod explanation;
pub mod grants;
pub mod question;
pub mod reach;
pub mod role_standing;
pub mod rules;
pub mod switches;
pub mod touched;

pub use atom::Atom;
pub use causes::{Causes, causes};
pub use cure::cure;
pub use diff::{AccessChange, Standing, changes, standing};
pub use explanation::{Check, EffectiveAccess, Explanation, Scope};
pub use grants::{RoleList, grant_obstacles, role_list};
pub use question::Question;
pub use reach::{Difference, Matter, between_moments, between_people, between_platforms, what_can, who_can};
pub use role_standing::RoleStanding;
pub use rules::item::can_read;
pub use rules::role::travelling;
pub use switches::{Hidden, assign_switch, restrict_switch};
pub use touched::touched;

use crate::domain::{Membership, PersonId, PlatformId, World};
use rules::Seen;

/// Answers a question with every check that was judged, in the order of E12. It reads the world as it is, so every act
/// counts at once (R61, R110).
#[must_use]
pub fn explain(world: &World, question: Question) -> Explanation {
    explain_to(&Seen::new(world, question.person(), question.platform()), question)
}

/// The same about somebody who was looked up already.
fn explain_to(seen: &Seen<'_>, question: Question) -> Explanation {
    // As many as a decision usually has.
    let mut checks = Vec::with_capacity(8);
    let mut judge = |check: Check| checks.push(check);
    let mut source = None;
    let mut access = None;
    match question {
        Question::CanConnect { .. } => source = rules::connect::judge(seen, &mut judge),
        Question::RoleUsable { role, .. } => {
            rules::membership::judge(seen, &mut judge);
            source = rules::role::judge(seen, role, &mut judge);
        }
        Question::SpaceAccess { space, .. } => access = rules::space::judge(seen, space, &mut judge),
    }
    checks.sort_by_key(|check| check.code.rank());
    Explanation { question, checks, source, access }
}

/// Is the person Active on the platform and able to connect (E4)? Whoever acts there needs it (R4).
#[must_use]
pub fn is_signed_in(world: &World, person: PersonId, platform: PlatformId) -> bool {
    let seen = Seen::new(world, person, platform);
    let mut holds = seen.member().is_some_and(|member| member.membership == Membership::Active);
    if holds {
        rules::connect::judge(&seen, &mut |check: Check| holds &= check.holds);
    }
    holds
}
