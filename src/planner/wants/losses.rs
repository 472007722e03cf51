//! What must be lost on the way: items that must not be read, the place where somebody works now.
//!
//! These are asked last: an act counts as loss of the person only when no other need names it, so the needs must be known.

use super::*;
use crate::access::{EffectiveAccess, Question, Scope as AccessScope, can_read, standing};
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
                    let keeps = self.scope.kept.contains(&(*person, *platform));
                    self.reads_nothing_but(*person, *platform, items, keeps)
                }
                Goal::IsConnectedTo { person, platform } => self.leaves_for(*person, *platform),
                Goal::CannotConnect { person, platform, .. } => {
                    self.breaks(Question::CanConnect { person: *person, platform: *platform })
                }
                Goal::Not(inner) => match inner.as_ref() {
                    Goal::CanRead { person, platform, item } => self.unread(*person, *platform, *item, false),
                    Goal::Connects { person, platform } => {
                        self.breaks(Question::CanConnect { person: *person, platform: *platform })
                    }
                    Goal::RoleUsable { person, platform, role, from: None } => {
                        self.breaks(Question::RoleUsable { person: *person, platform: *platform, role: *role })
                    }
                    Goal::SpaceAccess { person, platform, space, label: None } => {
                        self.closes(*person, *platform, *space)
                    }
                    _ => Ways::free(),
                },
                Goal::NoSpaceAccess { person, platform, space, .. } => self.closes(*person, *platform, *space),
                Goal::All(goals) => self.losses(goals),
                _ => Ways::free(),
            };
            ways.and(more)
        })
    }

    /// Whatever takes from this person, by an administrator of a platform the person is on.
    fn loses(&mut self, person: PersonId) -> Ways {
        let on: Vec<PlatformId> =
            self.world.platforms().filter(|found| found.member(person).is_some()).map(|found| found.id).collect();
        let mut by: Option<Ways> = None;
        for platform in on {
            let more = self.administered(platform);
            by = Some(match by {
                None => more,
                Some(before) => before.or(more),
            });
        }
        let lost = self.losses_of(person);
        by.unwrap_or_else(Ways::free).and(lost)
    }

    /// Whatever takes from this person alone, or from a group of theirs. Members removed are named apart.
    fn losses_of(&mut self, person: PersonId) -> Ways {
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

    /// Somebody who connects, or uses a role, does so no longer.
    fn breaks(&mut self, question: Question) -> Ways {
        if !self.is_timeless() || !standing(self.world, question).holds {
            return Ways::free();
        }
        let loses = self.loses(question.person());
        // The license of a role that is not linked serves through an option that may go off.
        match question {
            Question::RoleUsable { .. } => loses.or(self.bits.of(Need::LoseTogether)),
            Question::CanConnect { .. } | Question::SpaceAccess { .. } => loses,
        }
    }

    /// A space that opens opens no longer.
    fn closes(&mut self, person: PersonId, platform: PlatformId, space: SpaceId) -> Ways {
        let question = Question::SpaceAccess { person, platform, space };
        let Some(found) = self.world.platform(platform).filter(|_| self.is_timeless()) else { return Ways::free() };
        let Some(inside) = found.space(space).filter(|_| standing(self.world, question).holds) else {
            return Ways::free();
        };
        let loses = self.loses(person);
        let line = self.bits.of(Need::Path(platform, space, Some(person)));
        let given = self.line_of_group(platform, space);
        let owned = self.owned(found, inside);
        let moved = self.administered_bit(platform, Need::Organization(person, platform));
        loses.or(line.or(given).and(owned)).or(moved)
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
        let ways = if keeps { self.bits.of(Need::Remove(person, platform)) } else { self.loses(person) };
        if found.shares.contains(&(item, person)) {
            return ways;
        }
        let mut kept_out = self.bits.of(Need::Move(platform, item));
        let mut owned = self.administered(platform);
        for space in found.spaces.values().filter(|space| space.items.contains_key(&item)) {
            owned = self.owned(found, space);
            if space.entries.contains_key(&person) {
                kept_out = kept_out.or(self.bits.of(Need::Path(platform, space.id, Some(person))));
                kept_out = kept_out.or(self.bits.of(Need::Organization(person, platform)));
            }
            if found.groups_of(person).any(|group| space.groups.contains_key(&group.id)) {
                // Or the person leaves the group.
                kept_out = kept_out.or(self.line_of_group(platform, space.id)).or(self.bits.of(Need::Lose(person)));
            }
        }
        ways.or(kept_out.and(owned))
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
