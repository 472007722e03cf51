//! What must be lost on the way: items that must not be read, the place where somebody works now.

use super::*;
use crate::access::{EffectiveAccess, Question, Scope as AccessScope, can_read, standing};
use crate::domain::{Event, apply};

impl Wants<'_> {
    /// Needs that speak of losses, and those of the goals inside.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few goals ask for a loss")]
    pub(super) fn losses(&mut self, goals: &[Goal]) -> Ways {
        goals.iter().fold(Ways::free(), |ways, goal| {
            // What is not read only because somebody is not there yet must be lost all the same.
            let is_met = goal.is_met(self.world, self.start);
            let more = match goal {
                Goal::ReadsOnly { person, platform, items } => self.reads_nothing_but(*person, *platform, items),
                Goal::Not(inner) if let Goal::CanRead { person, platform, item } = inner.as_ref() => {
                    self.unread(*person, *platform, *item)
                }
                _ if is_met => return ways,
                Goal::IsConnectedTo { person, platform } => self.leaves_for(*person, *platform),
                Goal::CannotConnect { person, platform, .. } => {
                    self.breaks(Question::CanConnect { person: *person, platform: *platform })
                }
                Goal::Not(inner) => match inner.as_ref() {
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

    /// Whatever ends that these roles can be used there: the person loses one of them, or access, by an administrator of
    /// this platform or of one whose license serves.
    fn loses(&mut self, person: PersonId, platform: PlatformId, roles: &BTreeSet<RoleId>) -> Ways {
        self.roles_lost(person, platform, roles).or(self.access_lost(person, platform, roles))
    }

    /// Where that stands on which the use of these roles rests now: there, and where a license serves from.
    fn supports(&self, person: PersonId, platform: PlatformId, roles: &BTreeSet<RoleId>) -> Vec<PlatformId> {
        let seats = |found: &Platform| -> BTreeSet<RoleId> {
            found.member(person).into_iter().flat_map(|member| member.seats.keys().copied()).collect()
        };
        let own = self.world.platform(platform).map(seats).unwrap_or_default();
        let lent: BTreeSet<RoleId> = roles.difference(&own).copied().collect();
        let serves = |found: &&Platform| found.id != platform && !seats(found).is_disjoint(&lent);
        let others = self.world.platforms().filter(serves).map(|found| found.id);
        std::iter::once(platform).chain(others).collect()
    }

    /// Whatever takes one of these roles from this person: alone, with the membership, or from a group of theirs.
    fn roles_lost(&mut self, person: PersonId, platform: PlatformId, roles: &BTreeSet<RoleId>) -> Ways {
        let has_groups = self.has_groups();
        let mut ways = Ways::shut(Reason::GoalsExclude, platform, None, Some(person));
        for at in self.supports(person, platform, roles) {
            let removed = self.out_for_good(person, at, Need::Remove(person, at));
            ways = ways.or(removed);
            for role in roles {
                let released = self.administered_bit(at, Need::Release(person, at, *role));
                ways = ways.or(released.and(self.seat_again(person, at, *role)));
            }
            if has_groups {
                ways = ways.or(self.administered_bit(at, Need::Free(at)));
            }
        }
        if has_groups || !self.is_held_by_options() {
            ways = ways.or(self.lost_together(person, platform, roles));
        }
        ways
    }

    fn has_groups(&self) -> bool {
        self.world.platforms().any(|found| !found.groups.is_empty())
    }

    /// A group loses, or an option goes off, where these roles rest on it.
    fn lost_together(&mut self, person: PersonId, platform: PlatformId, roles: &BTreeSet<RoleId>) -> Ways {
        let nobody = Ways::shut(Reason::GoalsExclude, platform, None, Some(person));
        self.supports(person, platform, roles).into_iter().fold(nobody, |ways, at| {
            let off = self.administered_bit(at, Need::Option(at, WITHOUT_LICENSE, false));
            let more = self.administered_bit(at, Need::LoseTogether);
            ways.or(more.or(off))
        })
    }

    /// Access is taken where these roles rest on it, or a group is left.
    fn access_lost(&mut self, person: PersonId, platform: PlatformId, roles: &BTreeSet<RoleId>) -> Ways {
        let has_groups = self.has_groups();
        let nobody = Ways::shut(Reason::GoalsExclude, platform, None, Some(person));
        self.supports(person, platform, roles).into_iter().fold(nobody, |ways, at| {
            // A group may be left, where there are any, without being brought again.
            let more = if has_groups {
                self.administered_bit(at, Need::Lose(person))
            } else {
                self.out_for_good(person, at, Need::Lose(person))
            };
            ways.or(more)
        })
    }

    /// The person goes out; whoever must be there in the end, or whose license must serve from there, is brought back.
    fn out_for_good(&mut self, person: PersonId, at: PlatformId, out: Need) -> Ways {
        if !self.scope.may_go(person, at) {
            return Ways::shut(Reason::GoalsExclude, at, None, Some(person));
        }
        let out = self.administered_bit(at, out);
        if !self.scope.present.contains(&(person, at)) && !self.scope.lent.contains(&(person, at)) {
            return out;
        }
        out.and(self.back(person, at))
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
        let asked = match question {
            Question::CanConnect { .. } => self.world.roles().with_prerequisites(&[RoleId::ifw()]),
            Question::RoleUsable { role, .. } => self.world.roles().with_prerequisites(&[RoleId::ifw(), role]),
            Question::SpaceAccess { .. } => self.world.roles().with_prerequisites(&[RoleId::ifw(), RoleId::csv()]),
        };
        let loses = self.loses(question.person(), question.platform(), &asked);
        // The license of a role that is not linked serves through an option that may go off.
        match question {
            Question::RoleUsable { person, platform, .. } => loses.or(self.lost_together(person, platform, &asked)),
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
        let roles = self.world.roles().with_prerequisites(&[RoleId::ifw(), RoleId::csv()]);
        let loses = self.loses(person, platform, &roles);
        let line = self.bits.of(Need::Path(platform, space, Some(person)));
        let given = self.line_of_group(platform, space);
        let owned = self.owned(found, inside);
        let moved = self.administered_bit(platform, Need::Organization(person, platform));
        loses.or(line.or(given).and(owned)).or(moved)
    }

    /// What is read now, or as soon as the person is there, and must not be.
    fn reads_nothing_but(&mut self, person: PersonId, platform: PlatformId, items: &[ItemId]) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let all: BTreeSet<ItemId> = found.spaces.values().flat_map(|space| space.items.keys().copied()).collect();
        all.into_iter().filter(|item| !items.contains(item)).fold(Ways::free(), |ways, item| {
            let more = self.unread(person, platform, item);
            ways.and(more)
        })
    }

    /// The item must not be read: the person loses something, or the item goes elsewhere. Whoever must connect in the end
    /// keeps what that takes; where all roles are kept that open spaces, losing others is not enough.
    fn unread(&mut self, person: PersonId, platform: PlatformId, item: ItemId) -> Ways {
        let Some(found) = self.world.platform(platform).filter(|_| self.is_timeless()) else { return Ways::free() };
        let keeps = self.scope.kept.contains(&(person, platform));
        let stays = self.scope.present.contains(&(person, platform));
        let is_shared = found.shares.contains(&(item, person));
        let is_open = is_shared || found.spaces.values().any(|space| opens(found, space, person, item));
        if !is_open {
            return Ways::free();
        }
        let is_read = can_read(self.world, person, platform, item);
        if !(is_read || keeps || stays && self.would_read(person, platform, item)) {
            return Ways::free();
        }
        let ways = if keeps || stays && is_shared {
            self.out_for_good(person, platform, Need::Remove(person, platform))
        } else if stays {
            let mut roles = self.world.roles().with_prerequisites(&[RoleId::csv()]);
            roles.remove(&RoleId::ifw());
            self.roles_lost(person, platform, &roles).or(self.access_lost(person, platform, &roles))
        } else {
            let roles = self.world.roles().with_prerequisites(&[RoleId::ifw(), RoleId::csv()]);
            self.loses(person, platform, &roles)
        };
        if is_shared {
            return ways;
        }
        let mut kept_out = self.bits.of(Need::Move(platform, item));
        let mut owned = self.administered(platform);
        for space in found.spaces.values().filter(|space| space.items.contains_key(&item)) {
            owned = owned.or(self.owned(found, space));
            if space.entries.contains_key(&person) {
                kept_out = kept_out.or(self.bits.of(Need::Path(platform, space.id, Some(person))));
                kept_out = kept_out.or(self.bits.of(Need::Organization(person, platform)));
            }
            if found.groups_of(person).any(|group| space.groups.contains_key(&group.id)) {
                // Or the person leaves the group.
                kept_out = kept_out.or(self.line_of_group(platform, space.id));
                // Leaving it may also give back a license (`Free`).
                kept_out = kept_out.or(self.bits.of(Need::Lose(person))).or(self.bits.of(Need::Free(platform)));
            }
        }
        ways.or(kept_out.and(owned))
    }

    /// Would the item be read if the person accepted now?
    fn would_read(&self, person: PersonId, platform: PlatformId, item: ItemId) -> bool {
        let mut there = self.world.clone();
        apply(&mut there, &Event::MembershipChanged { platform, person, membership: Membership::Active });
        can_read(&there, person, platform, item)
    }

    /// Whoever works elsewhere switches, or is put out there and signs in by accepting (C29).
    fn leaves_for(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        let Some(found) = self.world.platform(platform).filter(|_| self.is_timeless()) else { return Ways::free() };
        let elsewhere = self.world.person(person).and_then(|known| known.connected);
        let switch = self.bits.of(Need::Switch(person, platform));
        if self.is_active(person, platform) {
            let again = self.again(Seatee { person, platform: found, works_there: true });
            switch.or(again)
        } else if let Some(elsewhere) = elsewhere {
            let roles = self.world.roles().with_prerequisites(&[RoleId::ifw()]);
            let loses = self.loses(person, elsewhere, &roles);
            switch.or(loses)
        } else {
            Ways::free()
        }
    }
}

/// Does a way into the space show this item there, whatever the roles?
pub(super) fn opens(platform: &Platform, space: &CollabSpace, person: PersonId, item: ItemId) -> bool {
    let Some(content) = space.items.get(&item) else { return false };
    match paths(platform, space, person).as_ref().and_then(EffectiveAccess::reading) {
        None => false,
        Some(AccessScope::All) => true,
        Some(AccessScope::Own(organizations)) => organizations.contains(&content.owner),
    }
}
