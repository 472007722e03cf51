//! One rule a file. Each hands its checks to a judge; who only wants the verdict listens without collecting.

pub mod connect;
pub mod item;
pub mod membership;
pub mod role;
pub mod space;

use super::Check;
use crate::domain::{Code, Member, PersonId, Platform, PlatformId, RoleId, World};
use std::cell::OnceCell;

/// Receives every check of a decision.
pub type Judge<'a> = dyn FnMut(Check) + 'a;

/// A person as every platform knows them: looked up once for a whole decision, however many rules it takes.
pub struct Seen<'a> {
    world: &'a World,
    person: PersonId,
    /// Where the question stands.
    platform: PlatformId,
    host: Option<&'a Platform>,
    /// The membership there.
    member: Option<&'a Member>,
    /// The memberships of other platforms, in the order of the world file: looked up when they are asked for.
    elsewhere: OnceCell<Vec<(&'a Platform, &'a Member)>>,
    /// Are IFW and CSV free of obstacles? No space opens before they are, so it is judged once for all spaces.
    gate: OnceCell<(bool, bool)>,
}

impl<'a> Seen<'a> {
    /// The person, seen from this platform.
    #[must_use]
    pub fn new(world: &'a World, person: PersonId, platform: PlatformId) -> Self {
        let host = world.platform(platform);
        Self {
            world,
            person,
            platform,
            host,
            member: host.and_then(|host| host.member(person)),
            elsewhere: OnceCell::new(),
            gate: OnceCell::new(),
        }
    }

    /// Have IFW and CSV no code besides membership (E6)?
    fn gate(&self) -> (bool, bool) {
        let judge = || (role::is_unblocked(self, RoleId::ifw()), role::is_unblocked(self, RoleId::csv()));
        *self.gate.get_or_init(judge)
    }

    /// The memberships of other platforms, in the order of the world file.
    fn elsewhere(&self) -> &[(&'a Platform, &'a Member)] {
        self.elsewhere.get_or_init(|| {
            let others = self.world.platforms().filter(|other| other.id != self.platform);
            others.filter_map(|other| Some((other, other.member(self.person)?))).collect()
        })
    }

    /// The membership of the platform where the question stands.
    #[must_use]
    pub fn member(&self) -> Option<&'a Member> {
        self.member
    }
}

/// A check without role, reading or question behind it.
fn check(code: Code, holds: bool, at: PlatformId) -> Check {
    Check { code, holds, at, role: None, reading: None, follow: None }
}

/// A check about a role.
fn role_check(code: Code, holds: bool, at: PlatformId, role: RoleId) -> Check {
    Check { role: Some(role), ..check(code, holds, at) }
}
