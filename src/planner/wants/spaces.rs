//! What a way into a space takes, and what only an administrator's hand changes.

use super::*;
use crate::access::{Question, standing};

impl Wants<'_> {
    /// In the space, at whatever level. A new member may get the Common Space by the way (R34).
    pub(super) fn path(&mut self, person: PersonId, platform: PlatformId, space: SpaceId) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let Some(inside) = found.space(space) else { return self.created(person, platform, space) };
        if paths(found, inside, person).is_some() {
            return Ways::free();
        }
        let ways = self.path_act(person, found, inside, None);
        let common = self.common(person, found, inside);
        ways.or(common)
    }

    /// The Common Space by the way: for somebody who is invited, or taken out and invited again.
    pub(super) fn common(&mut self, person: PersonId, platform: &Platform, space: &CollabSpace) -> Ways {
        let at = platform.id;
        let externals = self.world.reads(Reading::CommonSpaceForExternals);
        // One invitation may bring several people, with a right that one of them needs.
        let rights = self.scope.rights.iter().filter(|((_, on), _)| *on == at).flat_map(|(_, rights)| rights);
        let others = rights.into_iter().any(|right| *right != UserRight::External);
        if !space.is_common || !externals && !others {
            return Ways::shut(Reason::GoalsExclude, at, None, Some(person));
        }
        let brought = if platform.member(person).is_none() { Ways::free() } else { self.out_and_in(person, at) };
        if platform.has_setting(SpaceSetting::CommonSpaceForNewUsers) {
            return brought;
        }
        brought.and(self.bits.of(Need::Setting(at, SpaceSetting::CommonSpaceForNewUsers, true)))
    }

    /// In the space so that its label reads like this. Without groups a line of one's own must change; a level that one
    /// has not yet must be given, and so be offered.
    pub(super) fn path_at(
        &mut self,
        person: PersonId,
        platform: PlatformId,
        space: SpaceId,
        label: Option<&str>,
    ) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let Some(inside) = found.space(space) else { return self.created(person, platform, space) };
        let now = paths(found, inside, person).map(|access| access.label());
        let Some(label) = label.filter(|label| now.as_deref() != Some(*label)) else {
            return self.path(person, platform, space);
        };
        let common = self.common(person, found, inside);
        let levels = levels_for(Some(label));
        let [level] = levels.as_slice() else { return self.path(person, platform, space) };
        let own = inside.entries.get(&person);
        let has_level = own.is_some_and(|entry| entry.values().any(|access| access == level))
            || inside.groups.iter().any(|(group, access)| {
                access == level && found.groups.get(group).is_some_and(|group| group.members.contains(&person))
            });
        if has_level {
            // Other lines must go, or their organizations; by which acts depends.
            return Ways::free();
        }
        let mut given = self.path_act(person, found, inside, Some(*level));
        let needs = [
            (level.restricted, SpaceSetting::RestrictedRoles),
            (level.role == AccessRole::Reader, SpaceSetting::Reader),
            (level.role == AccessRole::PublicReader, SpaceSetting::PublicReader),
        ];
        let is_offered_by_group = inside.groups.values().any(|access| access == level);
        for (_, setting) in needs.into_iter().filter(|(is_asked, _)| *is_asked) {
            if !found.has_setting(setting) && !is_offered_by_group {
                given = given.and(self.administered_bit(platform, Need::Setting(platform, setting, true)));
            }
        }
        given.or(common)
    }

    /// An act that gives a line in the space: at this level, or at any.
    pub(super) fn path_act(
        &mut self,
        person: PersonId,
        platform: &Platform,
        space: &CollabSpace,
        level: Option<GrantedAccess>,
    ) -> Ways {
        let at = platform.id;
        let mut ways = self.bits.of(Need::Path(at, space.id, Some(person)));
        if !platform.groups.is_empty() {
            let given = match level {
                Some(level) => self.bits.of(Need::Level(at, space.id, level)),
                None => self.line_of_group(at, space.id),
            };
            let fits = |access: &GrantedAccess| level.is_none_or(|level| level == *access);
            ways =
                ways.or(self.by_group(person, platform, given, |group| space.groups.get(&group.id).is_some_and(fits)));
        }
        let owned = self.owned(platform, space);
        ways.and(owned)
    }

    /// Somebody manages the space: an administrator of the platform, or an owner who can open it (C31).
    pub(super) fn owned(&mut self, platform: &Platform, space: &CollabSpace) -> Ways {
        let at = platform.id;
        let owners: Vec<PersonId> = platform
            .members
            .keys()
            .copied()
            .filter(|owner| {
                self.rules.permits(self.world, *owner)
                    && paths(platform, space, *owner).is_some_and(|access| access.ownership().is_some())
            })
            .collect();
        let opens = |person: &PersonId| {
            standing(self.world, Question::SpaceAccess { person: *person, platform: at, space: space.id }).holds
        };
        if owners.iter().any(opens) {
            return Ways::free();
        }
        let administered = self.administered(at);
        owners.into_iter().fold(administered, |ways, owner| {
            let more = self.temporary(|wants| wants.works(owner, at, &[RoleId::ifw(), RoleId::csv()]));
            ways.or(more)
        })
    }

    /// A line of a group, at any level: the same act may serve somebody who needs exactly one.
    pub(super) fn line_of_group(&mut self, at: PlatformId, space: SpaceId) -> Ways {
        let asked = self.scope.spaces.get(&(at, space)).cloned().unwrap_or_default();
        asked.into_iter().fold(self.bits.of(Need::Path(at, space, None)), |ways, level| {
            ways.or(self.bits.of(Need::Level(at, space, level)))
        })
    }

    /// A space that is not there yet is made first; whoever makes it is in it.
    fn created(&mut self, person: PersonId, platform: PlatformId, space: SpaceId) -> Ways {
        let makers = self.rules.permits(self.world, person);
        let made = self.bits.of(Need::Create(platform, space));
        if makers { made } else { made.and(self.bits.of(Need::Path(platform, space, Some(person)))) }
    }

    /// Taken out and brought back.
    pub(super) fn out_and_in(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        let out = self.removed(person, platform);
        out.and(self.back(person, platform))
    }

    /// Brought back, by an invitation or by sharing an item.
    pub(super) fn back(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        self.bits.of(Need::Bring(platform)).or(self.bits.of(Need::Share(platform, person)))
    }

    // ---- What is to be undone, and the rest

    /// The role is granted no longer. Through a group, or at a login that sheds what expired, it may go in other ways.
    pub(super) fn ungranted(&mut self, person: PersonId, platform: PlatformId, role: RoleId) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let may_lapse = found.is_expired(role, self.world.today()) || self.world.reads(Reading::UngrantForeignExpired);
        if may_lapse || found.groups_of(person).any(|group| group.roles.contains(&role)) {
            return Ways::free();
        }
        let taken = self.bits.of(Need::Release(person, platform, role));
        taken.or(self.taken_out(person, platform))
    }

    pub(super) fn not_in_list(&mut self, person: PersonId, platform: PlatformId, space: SpaceId) -> Ways {
        let shared = self.world.platform(platform).is_some_and(|found| found.groups.values().next().is_some());
        if shared {
            return Ways::free();
        }
        let out = self.bits.of(Need::Path(platform, space, Some(person)));
        out.or(self.taken_out(person, platform))
    }

    /// A line in the space that is to be another one.
    pub(super) fn line(&mut self, person: PersonId, platform: PlatformId, space: SpaceId) -> Ways {
        let shared = self.world.platform(platform).is_some_and(|found| found.groups.values().next().is_some());
        if shared {
            return Ways::free();
        }
        let moved = self.bits.of(Need::Organization(person, platform));
        let again = self.taken_out(person, platform).or(self.bits.of(Need::Bring(platform)));
        self.bits.of(Need::Path(platform, space, Some(person))).or(moved).or(again)
    }

    /// A location is chosen in an invitation, where the platform offers it (R107, R108).
    pub(super) fn located(&mut self, person: PersonId, platform: PlatformId, location: LocationId) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let mut ways = self.administered_bit(platform, Need::Bring(platform));
        if found.member(person).is_some() {
            ways = ways.and(self.taken_out(person, platform));
        }
        if !found.has_option(MemberOption::PlatformLocations) {
            ways = ways.and(self.bits.of(Need::Option(platform, MemberOption::PlatformLocations, true)));
        }
        if !found.locations.contains(&location) {
            ways = ways.and(self.bits.of(Need::Locations(platform)));
        }
        ways
    }

    pub(super) fn invited(&mut self, platform: PlatformId, email: Email, roles: &[RoleId]) -> Ways {
        let known = self.world.person_by_email(email).map(|person| person.id);
        let Some(person) = known else {
            return self.bring(PersonId::new(email.as_str()), platform, &roles.iter().copied().collect());
        };
        let mut ways = self.member(person, platform);
        if let Some(found) = self.world.platform(platform).filter(|found| found.member(person).is_some()) {
            for role in roles {
                let granted = self.granted(Seatee { person, platform: found, works_there: false }, *role);
                ways = ways.and(granted);
            }
        }
        ways
    }

    /// Whoever comes into a space to read one item reads the others as well, unless access is restricted to their own
    /// (R136), or items are moved.
    fn kept_apart(&mut self, found: &Platform, space: &CollabSpace, item: ItemId, only: Option<&[ItemId]>) -> Ways {
        let others = only.map(|only| space.items.keys().copied().filter(|other| !only.contains(other)));
        let others: Vec<ItemId> = others.into_iter().flatten().collect();
        let is_offered = found.has_setting(SpaceSetting::RestrictedRoles);
        if others.is_empty() || is_offered || space.groups.values().any(|access| access.restricted) {
            return Ways::free();
        }
        let setting = Need::Setting(found.id, SpaceSetting::RestrictedRoles, true);
        let restricted = self.administered_bit(found.id, setting);
        let moved = self.bits.of(Need::Move(found.id, item));
        let all =
            others.into_iter().fold(Ways::free(), |ways, other| ways.and(self.bits.of(Need::Move(found.id, other))));
        restricted.or(moved).or(all)
    }

    /// Shared with the person, or in a space that opens (C30, E7). With `only`: these and nothing else.
    pub(super) fn reads(
        &mut self,
        person: PersonId,
        platform: PlatformId,
        item: ItemId,
        only: Option<&[ItemId]>,
    ) -> Ways {
        let connects = self.works(person, platform, &[RoleId::ifw()]);
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        if found.shares.contains(&(item, person)) {
            return connects;
        }
        let can_share = self.shareable(platform, Some(item));
        let mut ways = self.bits.of(Need::Share(platform, person)).and(can_share);
        let mut in_spaces: Option<Ways> = None;
        for space in found.spaces.values() {
            let has_path = paths(found, space, person).is_some();
            let more = match (space.items.contains_key(&item), has_path) {
                (true, false) => {
                    let path = self.path(person, platform, space.id);
                    let apart = self.kept_apart(found, space, item, only);
                    path.and(apart)
                }
                (true, true) => Ways::free(),
                (false, true) => self.bits.of(Need::Move(platform, item)),
                (false, false) => continue,
            };
            in_spaces = Some(match in_spaces {
                None => more,
                Some(before) => before.or(more),
            });
        }
        if let Some(in_spaces) = in_spaces {
            // What other goals ask for anyway need not be told apart here.
            let gate = if self.scope.kept.contains(&(person, platform)) {
                Ways::free()
            } else {
                self.works(person, platform, &[RoleId::ifw(), RoleId::csv()])
            };
            ways = ways.or(in_spaces.and(gate));
        }
        connects.and(ways)
    }
}
