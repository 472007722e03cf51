//! What a role takes that is to be usable: a license here, or one from elsewhere that may serve.

use super::*;

impl Wants<'_> {
    /// Are there licenses to take? When none is left, somebody gives one back first.
    pub(super) fn stock(&mut self, platform: &Platform, role: RoleId) -> Ways {
        if self.rules.no_license_of.contains(&platform.id) {
            return Ways::shut(Reason::LicenseForbidden, platform.id, Some(role), None);
        }
        if !platform.owns(role) {
            return Ways::shut(Reason::Rule(Code::NotEnoughLicenses), platform.id, Some(role), None);
        }
        if let Some(shut) = self.unowned_prerequisite(platform, role) {
            return shut;
        }
        if platform.remaining(role) > 0 {
            return Ways::free();
        }
        let holders = self.scope.people().into_iter().filter(|person| platform.seat(*person, role).is_some());
        holders.fold(self.bits.of(Need::Free(platform.id)), |ways, person| {
            let removed = self.taken_out(person, platform.id);
            let released = self.bits.of(Need::Release(person, platform.id, role));
            let elsewhere = self.seat_elsewhere(person, platform, role);
            ways.or(removed.or(released).and(elsewhere))
        })
    }

    /// Whoever loses the use of a license elsewhere, and uses the role elsewhere in the end, gets one again, or may use
    /// it again. Who uses it here alone may be restricted to it.
    pub(super) fn seat_again(&mut self, person: PersonId, at: PlatformId, role: RoleId) -> Ways {
        if !self.scope.uses_role(person, role, Some(at)) {
            return Ways::free();
        }
        let Some(others) = self.seat_elsewhere_than(person, at, role) else { return Ways::free() };
        let again = others.or(self.bits.of(Need::Unrestrict(person, at, role)));
        match self.world.platform(at) {
            Some(found) => again.or(self.gives_seat(person, found, role)),
            None => again,
        }
    }

    /// Whoever gives up the last license there is here, and uses the role in the end, gets one elsewhere, or somebody
    /// else gives up one.
    fn seat_elsewhere(&mut self, person: PersonId, platform: &Platform, role: RoleId) -> Ways {
        if !self.lasts || !self.scope.uses_role(person, role, None) {
            return Ways::free();
        }
        let Some(others) = self.seat_elsewhere_than(person, platform.id, role) else { return Ways::free() };
        let mut others = others.or(self.bits.of(Need::Free(platform.id)));
        let holders = self.scope.people().into_iter();
        for other in holders.filter(|other| *other != person && platform.seat(*other, role).is_some()) {
            let released = self.bits.of(Need::Release(other, platform.id, role));
            others = others.or(released).or(self.taken_out(other, platform.id));
        }
        others
    }

    /// An act that gives the person a license of the role on another platform than this; none when they have one.
    fn seat_elsewhere_than(&mut self, person: PersonId, at: PlatformId, role: RoleId) -> Option<Ways> {
        let has_one = |found: &Platform| found.id != at && found.seat(person, role).is_some();
        if self.world.platforms().any(has_one) {
            return None;
        }
        // What nobody can do anyway is left for others to say.
        let mut ways = Ways::shut(Reason::GoalsExclude, at, Some(role), Some(person));
        for found in self.world.platforms().filter(|found| found.id != at) {
            let given = self.gives_seat(person, found, role);
            ways = ways.or(given);
        }
        Some(ways)
    }

    /// Whatever gives the person a license of this platform that may be kept.
    fn gives_seat(&mut self, person: PersonId, platform: &Platform, role: RoleId) -> Ways {
        let at = platform.id;
        let may_hold = platform.owns(role) && !self.rules.no_license_of.contains(&at);
        if !may_hold || !self.scope.may_come(person, at) || self.is_counted_out(platform, role) {
            return Ways::shut(Reason::GoalsExclude, at, Some(role), Some(person));
        }
        self.seat_acts(person, platform, role)
    }

    /// Whatever may come with a license for the person: a grant, coming to the platform, or a group.
    fn seat_acts(&mut self, person: PersonId, platform: &Platform, role: RoleId) -> Ways {
        let at = platform.id;
        let given = self.bits.of(Need::Role(at, role, Some(person))).or(self.back(person, at));
        if platform.groups.is_empty() {
            given
        } else {
            given.or(self.bits.of(Need::Role(at, role, None))).or(self.bits.of(Need::Join(at, person)))
        }
    }

    /// So many licenses of the role are to be assigned: if there are fewer, one is given, if more, one given back.
    pub(super) fn pooled(&mut self, platform: PlatformId, role: RoleId, assigned: u32) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let now = found.pools.get(&role).map_or(0, |pool| pool.assigned);
        if now == assigned {
            return Ways::free();
        }
        let people = self.scope.people();
        let (ways, is_unasked) = if now < assigned {
            let brought = self.bits.of(Need::Bring(platform));
            let given = people.into_iter().fold(brought, |ways, person| {
                let more = self.seat_acts(person, found, role);
                ways.or(more)
            });
            // Sharing takes no administrator.
            (given, has_items(found))
        } else {
            let freed = self.bits.of(Need::Free(platform));
            let returned = people.into_iter().fold(freed, |ways, person| {
                let released = self.bits.of(Need::Release(person, platform, role));
                ways.or(released).or(self.taken_out(person, platform))
            });
            // Nor does a login that sheds what has expired.
            let sheds = found.is_expired(role, self.world.today()) || self.world.reads(Reading::UngrantForeignExpired);
            (returned, sheds)
        };
        if is_unasked { ways } else { ways.and(self.administered(platform)) }
    }

    /// The act that gives a role or its license: nothing more for somebody who is invited anyway.
    pub(super) fn role_act(&mut self, who: Seatee<'_>, role: RoleId) -> Ways {
        let Seatee { person, platform, .. } = who;
        if platform.member(person).is_none() {
            return Ways::free();
        }
        let act = self.administered_bit(platform.id, Need::Role(platform.id, role, Some(person)));
        let again = self.again(who);
        let ways = act.or(again);
        if platform.groups.is_empty() {
            return ways;
        }
        let by_group = self.bits.of(Need::Role(platform.id, role, None));
        let offers = |group: &UserGroup| group.roles.contains(&role);
        ways.or(self.by_group(person, platform, by_group, offers))
    }

    /// What a group is given serves the person who is in one, or joins it; where one offers it already, joining is enough.
    pub(super) fn by_group(
        &mut self,
        person: PersonId,
        platform: &Platform,
        given: Ways,
        offers: impl Fn(&UserGroup) -> bool,
    ) -> Ways {
        let joins = self.bits.of(Need::Join(platform.id, person));
        if platform.groups.values().any(|group| offers(group) && !group.members.contains(&person)) {
            return given.or(joins);
        }
        let is_in_one = platform.groups_of(person).next().is_some();
        if is_in_one { given } else { given.and(joins) }
    }

    /// A license of the platform, newly taken.
    pub(super) fn new_seat(&mut self, who: Seatee<'_>, role: RoleId) -> Ways {
        if self.lasts && self.is_counted_out(who.platform, role) {
            return Ways::shut(Reason::GoalsExclude, who.platform.id, Some(role), Some(who.person));
        }
        let member = self.member(who.person, who.platform.id);
        let stock = self.stock(who.platform, role);
        let act = self.role_act(who, role);
        member.and(stock).and(act)
    }

    /// May nobody of the plan hold a license of the role in the end, because as many must be assigned as at the start?
    ///
    /// So it is where only others held them then and hold them still, and nothing takes theirs: there are no groups, and
    /// there are enough licenses for everybody of the plan ([`Moves`](super::moves) touch those of others only when they
    /// run short; what others hold does not change otherwise, so neither does this).
    pub(super) fn is_counted_out(&self, platform: &Platform, role: RoleId) -> bool {
        if !self.counted.contains(&platform.id) || platform.groups.values().next().is_some() {
            return false;
        }
        let people = self.scope.people();
        let seats = |found: &Platform| found.members.values().filter(|one| one.seats.contains_key(&role)).count();
        let of_plan = people.iter().filter(|person| platform.seat(**person, role).is_some()).count();
        let wanting = people.len() - of_plan;
        let is_short = usize::try_from(platform.remaining(role)).is_ok_and(|left| left < wanting);
        let before = self.start.platform(platform.id).map_or(0, seats);
        !is_short && before <= seats(platform) - of_plan
    }

    /// A license that serves here: one of this platform, or one from elsewhere (E3).
    pub(super) fn source(&mut self, who: Seatee<'_>, role: RoleId, from: Option<PlatformId>) -> Ways {
        let Seatee { person, platform, works_there } = who;
        let asked = Source { person, platform: platform.id, role, from, works_there, lasts: self.lasts };
        if let Some(known) = self.known.sources.get(&asked) {
            return known.clone();
        }
        let ways = self.source_of(who, role, from);
        self.known.sources.insert(asked, ways.clone());
        ways
    }

    fn source_of(&mut self, who: Seatee<'_>, role: RoleId, from: Option<PlatformId>) -> Ways {
        let Seatee { person, platform, .. } = who;
        let is_expired = platform.is_expired(role, self.world.today());
        let has_seat = platform.seat(person, role).is_some();
        if has_seat && !is_expired && from.is_none_or(|from| from == platform.id) {
            return Ways::free();
        }
        let mut ways = if from.is_some_and(|from| from != platform.id) {
            Ways::shut(Reason::GoalsExclude, platform.id, Some(role), Some(person))
        } else if is_expired {
            Ways::shut(Reason::Rule(Code::Expired), platform.id, Some(role), Some(person))
        } else {
            self.new_seat(who, role)
        };
        for home in self.world.platforms().filter(|home| home.id != platform.id) {
            if from.is_none_or(|from| from == home.id) {
                let mut serves = self.serves(person, home, role);
                let allows = self.allows_without_license(platform);
                serves = serves.and(allows);
                if has_seat && !is_expired {
                    let through_group = platform.groups_of(person).any(|group| group.roles.contains(&role));
                    let back = if self.is_stuck(person, platform, role) {
                        Ways::shut(Reason::Rule(Code::SeatLocked), platform.id, Some(role), Some(person))
                    } else if through_group {
                        Ways::free()
                    } else {
                        self.administered_bit(platform.id, Need::Release(person, platform.id, role))
                    };
                    let again = self.again(who);
                    serves = serves.and(back.or(again));
                }
                ways = ways.or(serves);
            }
        }
        ways
    }

    /// Is the license locked, so that no act takes it back (F46)? Whoever is in a group may lose it with the group, and
    /// what has expired at a login.
    pub(super) fn is_stuck(&self, person: PersonId, platform: &Platform, role: RoleId) -> bool {
        let is_locked = |seat: &Seat| locked_until(self.world, role, seat).is_some();
        platform.groups.is_empty()
            && !platform.is_expired(role, self.world.today())
            && !self.world.reads(Reading::UngrantForeignExpired)
            && platform.seat(person, role).is_some_and(is_locked)
    }

    /// The act alone, where the plan may take somebody out.
    pub(super) fn taken_out(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        if self.scope.may_go(person, platform) {
            self.bits.of(Need::Remove(person, platform))
        } else {
            Ways::shut(Reason::GoalsExclude, platform, None, Some(person))
        }
    }

    /// Taken out: nobody is whose license is locked.
    pub(super) fn removed(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        if !self.scope.may_go(person, platform) {
            return Ways::shut(Reason::GoalsExclude, platform, None, Some(person));
        }
        let mut roles = found.member(person).into_iter().flat_map(|member| member.seats.keys().copied());
        match roles.find(|role| self.is_stuck(person, found, *role)) {
            Some(role) => Ways::shut(Reason::Rule(Code::SeatLocked), platform, Some(role), Some(person)),
            None if self.is_missed(person, found) => Ways::shut(Reason::GoalsExclude, platform, None, Some(person)),
            None => self.administered_bit(platform, Need::Remove(person, platform)),
        }
    }

    /// Does the person hold a license that must stay assigned, and that no act of a plan assigns again? The role is
    /// nobody's in the plan.
    fn is_missed(&self, person: PersonId, platform: &Platform) -> bool {
        if !self.counted.contains(&platform.id) || !platform.groups.is_empty() {
            return false;
        }
        let people = self.scope.people();
        let assigned = |found: &Platform, role: RoleId| found.pools.get(&role).map_or(0, |pool| pool.assigned);
        let is_given = |role: RoleId| {
            platform.default_roles.contains_key(&role)
                || self.scope.hosts.values().any(|roles| roles.contains(&role))
                || self.scope.default_roles.iter().any(|(_, roles, _)| roles.contains(&role))
                || people.iter().any(|other| *other != person && platform.is_granted(*other, role))
                || self.scope.restored.get(&(person, platform.id)).is_some_and(|roles| roles.contains(&role))
        };
        let mut seats = platform.member(person).into_iter().flat_map(|member| member.seats.keys().copied());
        seats.any(|role| {
            let then = self.start.platform(platform.id).map_or(0, |found| assigned(found, role));
            assigned(platform, role) <= then && !is_given(role)
        })
    }

    /// A license of this home that may be used elsewhere (E3 *foreign*).
    pub(super) fn serves(&mut self, person: PersonId, home: &Platform, role: RoleId) -> Ways {
        if home.is_expired(role, self.world.today()) {
            return Ways::shut(Reason::Rule(Code::HomeLicenseExpired), home.id, Some(role), Some(person));
        }
        let seat = if home.seat(person, role).is_some() {
            self.unrestricted(person, home, role)
        } else if self.world.kind(role) == RoleKind::LinkedFixed {
            Ways::shut(Reason::Rule(Code::HomeLicenseRestricted), home.id, Some(role), Some(person))
        } else {
            self.new_seat(Seatee { person, platform: home, works_there: false }, role)
        };
        if self.world.reads(Reading::HomeOptionNotAsked) { seat } else { seat.and(self.allows_without_license(home)) }
    }

    /// The license that is there may be used elsewhere (R99, F61).
    pub(super) fn unrestricted(&mut self, person: PersonId, home: &Platform, role: RoleId) -> Ways {
        let kind = self.world.kind(role);
        let Some(seat) = home.seat(person, role).filter(|_| kind.is_linked()) else { return Ways::free() };
        let present = self.member(person, home.id);
        if !seat.restricted {
            return present;
        }
        if !kind.can_be_unrestricted() {
            return Ways::shut(Reason::Rule(Code::HomeLicenseRestricted), home.id, Some(role), Some(person));
        }
        let act = self.administered_bit(home.id, Need::Unrestrict(person, home.id, role));
        let again = self.again(Seatee { person, platform: home, works_there: false });
        let allowed = self.allows_without_license(home);
        present.and(act.or(again)).and(allowed)
    }
}
