//! What keeps the grant-without-license option in use (E8, R100, R101, C20).

use super::{Member, PersonId, Platform, RoleId, World};
use imbl::OrdSet;
use serde::{Serialize, Serializer};

/// Why one grant keeps the option in use (R101, C20: the two groups).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum BlockerReason {
    /// No license assigned: typically guests on a host.
    NoLicenseAssigned,
    /// Usage not restricted: typically own staff on a home.
    UsageNotRestricted,
}

/// One grant that keeps the option in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Blocker {
    /// In which way.
    pub reason: BlockerReason,
    /// Whose grant.
    pub person: PersonId,
    /// Of which role.
    pub role: RoleId,
}

/// All of them: in their two groups, then by person, then in the order of the role catalog. The roll of a platform keeps
/// them from act to act, so a refusal has them at hand however many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Blockers(OrdSet<(BlockerReason, PersonId, usize, RoleId)>);

/// A grant that keeps the option in use, its person left out: why, the place of the role in the catalog, the role.
pub(super) type Grant = (BlockerReason, usize, RoleId);

impl Blockers {
    /// Does nothing keep the option in use?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first of them.
    #[must_use]
    pub fn first(&self) -> Option<Blocker> {
        self.iter().next()
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = Blocker> {
        self.0.iter().map(|(reason, person, _, role)| Blocker { reason: *reason, person: *person, role: *role })
    }

    /// The grants of one person.
    pub(super) fn of(&self, person: PersonId) -> Vec<Grant> {
        let reasons = [BlockerReason::NoLicenseAssigned, BlockerReason::UsageNotRestricted];
        let from = |reason| (reason, person, 0, RoleId::new(""));
        let all = reasons.into_iter().flat_map(|reason| {
            self.0.range(from(reason)..).take_while(move |(why, whose, _, _)| (*why, *whose) == (reason, person))
        });
        all.map(|(reason, _, place, role)| (*reason, *place, *role)).collect()
    }

    /// The person's grants are these now, and were those.
    pub(super) fn set(&mut self, person: PersonId, were: &[Grant], are: &[Grant]) {
        for (reason, place, role) in were {
            self.0.remove(&(*reason, person, *place, *role));
        }
        for (reason, place, role) in are {
            self.0.insert((*reason, person, *place, *role));
        }
    }
}

impl Serialize for Blockers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// The grants of a member that keep the option in use: the license is missing, or it is linked and its use not
/// restricted. Pending and No Access members count.
pub(super) fn grants(world: &World, platform: &Platform, member: &Member) -> Vec<Grant> {
    let reason = |role: RoleId| match member.seats.get(&role) {
        None => Some(BlockerReason::NoLicenseAssigned),
        Some(seat) if world.kind(role).is_linked() && !seat.restricted => Some(BlockerReason::UsageNotRestricted),
        Some(_) => None,
    };
    let mut found: Vec<Grant> = platform
        .granted_roles(member)
        .filter_map(|role| Some((reason(role)?, world.roles().position(role), role)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
