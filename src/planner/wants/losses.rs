//! What must be lost on the way: items that must not be read, the place where somebody works now.
//!
//! These are asked last: an act counts as loss of the person only when no other need names it, so the needs must be known.

use super::*;
use crate::access::{EffectiveAccess, Scope as AccessScope, can_read};
use crate::domain::ItemId;

impl Wants<'_> {
    /// Needs that speak of losses, and those of the goals inside.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few goals ask for a loss")]
    pub(super) fn losses(&mut self, goals: &[Goal]) -> Ways {
        goals.iter().fold(Ways::free(), |ways, goal| {
            if goal.is_met(self.world, self.start) {
                return ways;
            }
            let more = match goal {
                Goal::ReadsOnly { person, platform, items } => {
                    let keeps = self.keeps_gate(goals, *person, *platform);
                    self.reads_nothing_but(*person, *platform, items, keeps)
                }
                Goal::IsConnectedTo { person, platform } => self.leaves_for(*person, *platform),
                Goal::Not(inner) => match inner.as_ref() {
                    Goal::CanRead { person, platform, item } => self.unread(*person, *platform, *item, false),
                    _ => Ways::free(),
                },
                Goal::All(goals) => self.losses(goals),
                _ => Ways::free(),
            };
            ways.and(more)
        })
    }

    /// Whatever takes from this person alone, or from a group of theirs. Members removed are named apart.
    fn loses(&mut self, person: PersonId) -> Ways {
        let releases: Vec<Need> = self
            .bits
            .known()
            .iter()
            .copied()
            .filter(|need| matches!(need, Need::Free(_)) || matches!(need, Need::Release(who, ..) if *who == person))
            .collect();
        let mut ways = self.bits.of(Need::Lose(person));
        for need in releases {
            ways = ways.or(self.bits.of(need));
        }
        let has_groups = self.world.platforms().any(|found| !found.groups.is_empty());
        if has_groups || !self.is_held_by_options() {
            ways = ways.or(self.bits.of(Need::LoseTogether));
        }
        let on: Vec<PlatformId> =
            self.world.platforms().filter(|found| found.member(person).is_some()).map(|found| found.id).collect();
        on.into_iter().fold(ways, |ways, platform| ways.or(self.bits.of(Need::Remove(person, platform))))
    }

    /// The option to grant without license cannot go off while a license serves through it, if all that is needed to
    /// read is linked (R100, R101).
    fn is_held_by_options(&self) -> bool {
        [RoleId::ifw(), RoleId::csv()].into_iter().all(|role| self.world.kind(role).is_linked())
    }

    /// Where licenses expire, logins take roles away and licenses taken block others: nothing is counted.
    fn is_timeless(&self) -> bool {
        let today = self.world.today();
        !self.world.reads(Reading::UngrantForeignExpired)
            && self.world.platforms().all(|found| found.pools.keys().all(|role| !found.is_expired(*role, today)))
    }

    /// Must the person be able to open spaces there in the end?
    #[expect(clippy::wildcard_enum_match_arm, reason = "two goals ask for it")]
    fn keeps_gate(&self, goals: &[Goal], who: PersonId, at: PlatformId) -> bool {
        let csv = RoleId::csv();
        goals.iter().any(|goal| match goal {
            Goal::SpaceAccess { person, platform, .. } => *person == who && *platform == at,
            Goal::RoleUsable { person, platform, role, .. } => {
                let behind = *role == csv || self.world.roles().all_prerequisites(*role).contains(&csv);
                *person == who && *platform == at && behind
            }
            Goal::All(goals) => self.keeps_gate(goals, who, at),
            _ => false,
        })
    }

    /// What is read now and must not be.
    fn reads_nothing_but(&mut self, person: PersonId, platform: PlatformId, items: &[ItemId], keeps: bool) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let all = found.spaces.values().flat_map(|space| space.items.keys().map(move |item| (space, *item)));
        let opens = |space: &CollabSpace, item: ItemId| {
            found.shares.contains(&(item, person))
                || space.items.get(&item).is_some_and(|content| {
                    match paths(found, space, person).as_ref().and_then(EffectiveAccess::reading) {
                        None => false,
                        Some(AccessScope::All) => true,
                        Some(AccessScope::Own(organizations)) => organizations.contains(&content.owner),
                    }
                })
        };
        let is_read = |space: &CollabSpace, item: ItemId| {
            can_read(self.world, person, platform, item) || keeps && opens(space, item)
        };
        let read = all.filter(|(_, item)| !items.contains(item)).filter(|(space, item)| is_read(space, *item));
        let read: Vec<ItemId> = read.map(|(_, item)| item).collect();
        read.into_iter().fold(Ways::free(), |ways, item| {
            let more = self.unread(person, platform, item, keeps);
            ways.and(more)
        })
    }

    /// The item is read and must not be: the person loses something, or the item goes elsewhere. Where roles are kept,
    /// losing them is not enough.
    fn unread(&mut self, person: PersonId, platform: PlatformId, item: ItemId, keeps: bool) -> Ways {
        let Some(found) = self.world.platform(platform).filter(|_| self.is_timeless()) else { return Ways::free() };
        let mut ways = if keeps { self.bits.of(Need::Remove(person, platform)) } else { self.loses(person) };
        if found.shares.contains(&(item, person)) {
            return ways;
        }
        ways = ways.or(self.bits.of(Need::Move(platform, item)));
        for space in found.spaces.values().filter(|space| space.items.contains_key(&item)) {
            if space.entries.contains_key(&person) {
                ways = ways.or(self.bits.of(Need::Path(platform, space.id, Some(person))));
                ways = ways.or(self.bits.of(Need::Organization(person, platform)));
            }
            if found.groups_of(person).any(|group| space.groups.contains_key(&group.id)) {
                ways = ways.or(self.line_of_group(platform, space.id));
            }
        }
        ways
    }

    /// Whoever works elsewhere switches, or is put out there and signs in by accepting (C29).
    fn leaves_for(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        let Some(found) = self.world.platform(platform).filter(|_| self.is_timeless()) else { return Ways::free() };
        let is_active = found.member(person).is_some_and(|member| member.membership == Membership::Active);
        let is_elsewhere = self.world.person(person).is_some_and(|known| known.connected.is_some());
        let switch = self.bits.of(Need::Switch(person, platform));
        if is_active {
            let again = self.again(Seatee { person, platform: found, works_there: true });
            switch.or(again)
        } else if is_elsewhere {
            let loses = self.loses(person);
            switch.or(loses)
        } else {
            Ways::free()
        }
    }
}
