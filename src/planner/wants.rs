//! What goals want: from each fact that does not hold yet back to the acts that no way can spare.
//!
//! Every rule here is optimistic: it may ask for too little, never for too much (the bound stays a lower one), and it
//! calls a goal out of reach only when nothing that people can do removes the obstacle.

use super::bound::{Bits, Need, Reason, Ways};
use super::scope::Scope;
use super::{Constraints, Goal, SeatState};
use crate::access::is_signed_in;
use crate::domain::{
    Code, MemberOption, Membership, PersonId, Platform, PlatformId, Reading, RoleId, RoleKind, UserRight, World,
};
use std::collections::{BTreeMap, BTreeSet};

mod lines;

const WITHOUT_LICENSE: MemberOption = MemberOption::GrantWithoutLicense;

/// The goals in one world.
pub(super) struct Wants<'a> {
    world: &'a World,
    start: &'a World,
    rules: &'a Constraints,
    scope: &'a Scope,
    bits: &'a mut Bits,
    administered: BTreeMap<PlatformId, Ways>,
    /// Platforms that must have as many licenses assigned as at the start.
    counted: BTreeSet<PlatformId>,
    /// Is what is wanted to hold in the end, not for a moment only?
    lasts: bool,
}

/// The fewest acts that any way from this world to the goals has, or why there is none.
pub(super) fn wanted(
    world: &World,
    start: &World,
    (goals, rules, scope): (&[Goal], &Constraints, &Scope),
    bits: &mut Bits,
) -> Ways {
    let counted = goals.iter().filter_map(|goal| {
        let Goal::PoolsUnchanged { platform } = goal else { return None };
        Some(*platform)
    });
    let counted = counted.collect();
    let mut wants = Wants { world, start, rules, scope, bits, administered: BTreeMap::new(), counted, lasts: true };
    wants.all(goals)
}

/// What a person needs on a platform.
#[derive(Clone, Copy)]
struct Seatee<'p> {
    person: PersonId,
    platform: &'p Platform,
    /// Must the person be active there in the end?
    works_there: bool,
}

impl<'a> Wants<'a> {
    fn all(&mut self, goals: &[Goal]) -> Ways {
        goals.iter().fold(Ways::free(), |ways, goal| {
            let more = self.goal(goal);
            ways.and(more)
        })
    }

    #[expect(clippy::too_many_lines, reason = "one arm per goal, each a line or two")]
    fn goal(&mut self, goal: &Goal) -> Ways {
        if goal.is_met(self.world, self.start) {
            return Ways::free();
        }
        match goal {
            Goal::Connects { person, platform } => self.works(*person, *platform, &[RoleId::ifw()]),
            Goal::IsConnectedTo { person, platform } => self.is_at_work(*person, *platform),
            Goal::RoleUsable { person, platform, role, from } => {
                let works = self.works(*person, *platform, &[*role]);
                let Some(found) = self.world.platform(*platform) else { return Ways::free() };
                let source = self.source(Seatee { person: *person, platform: found, works_there: true }, *role, *from);
                works.and(source)
            }
            Goal::SpaceAccess { person, platform, space, label } => {
                let works = self.works(*person, *platform, &[RoleId::ifw(), RoleId::csv()]);
                let path = self.path_at(*person, *platform, *space, label.as_deref());
                works.and(path)
            }
            Goal::InSpaceList { person, platform, space, .. } => {
                let member = self.member(*person, *platform);
                let path = self.path(*person, *platform, *space);
                member.and(path)
            }
            Goal::IsMember { person, platform, state: Membership::Active } => {
                self.temporary(|wants| wants.works(*person, *platform, &[]))
            }
            Goal::IsNoMember { person, platform } => self.administered_bit(*platform, Need::Remove(*person, *platform)),
            Goal::NotGranted { person, platform, role } => self.ungranted(*person, *platform, *role),
            Goal::IsMember { person, platform, state: Membership::Pending } if !self.is_member(*person, *platform) => {
                self.bring(*person, *platform)
            }
            Goal::Granted { person, platform, role } => self.granted_there(*person, *platform, *role),
            Goal::Seat { person, platform, role, is: SeatState::Assigned | SeatState::Unrestricted } => {
                let Some(found) = self.world.platform(*platform) else { return Ways::free() };
                match found.seat(*person, *role) {
                    Some(_) => self.unrestricted(*person, found, *role),
                    None => self.new_seat(Seatee { person: *person, platform: found, works_there: false }, *role),
                }
            }
            Goal::OptionIs { platform, option, on } => {
                self.administered_bit(*platform, Need::Option(*platform, *option, *on))
            }
            Goal::SettingIs { platform, setting, on } => {
                self.administered_bit(*platform, Need::Setting(*platform, *setting, *on))
            }
            Goal::NotInSpaceList { person, platform, space } => self.not_in_list(*person, *platform, *space),
            Goal::HasLocation { person, platform, location } => self.located(*person, *platform, *location),
            Goal::DefaultRolesAre { platform, .. } => self.administered_bit(*platform, Need::DefaultRoles(*platform)),
            Goal::HasCredentials { person, platform, space, .. } => self.line(*person, *platform, *space),
            Goal::InOrganization { person, platform, .. } if self.is_member(*person, *platform) => {
                let joined = self.administered_bit(*platform, Need::Organization(*person, *platform));
                let again = self.out_and_in(*person, *platform);
                joined.or(again)
            }
            Goal::InOrganization { person, platform, .. } | Goal::HasRight { person, platform, .. }
                if !self.is_member(*person, *platform) =>
            {
                self.bring(*person, *platform)
            }
            Goal::HasRight { person, platform, .. } => {
                let changed = self.administered_bit(*platform, Need::Right(*person, *platform));
                let again = self.out_and_in(*person, *platform);
                changed.or(again)
            }
            Goal::Invited { platform, email, roles, .. } => self.invited(*platform, *email, roles),
            Goal::CanRead { person, platform, item } => self.reads(*person, *platform, *item),
            Goal::ReadsOnly { person, platform, items } => items.iter().fold(Ways::free(), |ways, item| {
                let read = Goal::CanRead { person: *person, platform: *platform, item: *item };
                let more = self.goal(&read);
                ways.and(more)
            }),
            Goal::All(goals) => self.all(goals),
            Goal::Any(goals) => {
                let mut each = goals.iter();
                let Some(first) = each.next() else { return Ways::free() };
                let first = self.goal(first);
                each.fold(first, |ways, goal| {
                    let more = self.goal(goal);
                    ways.or(more)
                })
            }
            // At least one act, which the search counts.
            Goal::CannotConnect { .. }
            | Goal::IsMember { .. }
            | Goal::RoleBlocked { .. }
            | Goal::Seat { .. }
            | Goal::NoSpaceAccess { .. }
            | Goal::IsGiven { .. }
            | Goal::NoExternalIn { .. }
            | Goal::NoExternalOwner { .. }
            | Goal::Pool { .. }
            | Goal::PoolsUnchanged { .. }
            | Goal::HasReasons { .. }
            | Goal::InOrganization { .. }
            | Goal::InGroup { .. }
            | Goal::GroupInSpace { .. }
            | Goal::HasMessages { .. }
            | Goal::Not(_) => Ways::free(),
            Goal::DayReached { .. } => match self.world.platforms().next() {
                Some(any) => Ways::shut(Reason::OnlyTime, any.id, None, None),
                None => Ways::free(),
            },
        }
    }

    /// What is needed for a moment only: a license of the platform may be taken for it and given back.
    fn temporary(&mut self, want: impl FnOnce(&mut Self) -> Ways) -> Ways {
        let lasts = std::mem::replace(&mut self.lasts, false);
        let ways = want(self);
        self.lasts = lasts;
        ways
    }

    fn is_member(&self, person: PersonId, platform: PlatformId) -> bool {
        self.world.member(person, platform).is_some()
    }

    // ---- Who can act

    /// Somebody administers the platform, now or after signing in.
    fn administered(&mut self, platform: PlatformId) -> Ways {
        if let Some(known) = self.administered.get(&platform) {
            return known.clone();
        }
        // Until it is known, nobody does: an administrator is not signed in by an act of the same administrators.
        let nobody = Ways::shut(Reason::Rule(Code::NotAdministrator), platform, None, None);
        self.administered.insert(platform, nobody.clone());
        let Some(found) = self.world.platform(platform) else { return nobody };
        let could: Vec<PersonId> = found
            .members
            .iter()
            .filter(|(_, member)| member.right == UserRight::Administrator && member.membership != Membership::NoAccess)
            .map(|(person, _)| *person)
            .collect();
        let may: Vec<PersonId> =
            could.iter().copied().filter(|person| self.rules.permits(self.world, *person)).collect();
        let is_active =
            |person: &PersonId| found.is_administered_by(*person) && is_signed_in(self.world, *person, platform);
        let ways = if could.is_empty() {
            nobody
        } else if may.is_empty() {
            Ways::shut(Reason::NobodyMayAct, platform, None, None)
        } else if may.iter().any(is_active) {
            Ways::free()
        } else {
            // What was found out meanwhile assumed that nobody acts here; it does not stand.
            let known = self.administered.clone();
            let ways = may.iter().fold(nobody, |ways, person| {
                let more = self.temporary(|wants| wants.works(*person, platform, &[RoleId::ifw()]));
                ways.or(more)
            });
            self.administered = known;
            ways
        };
        self.administered.insert(platform, ways.clone());
        ways
    }

    fn administered_bit(&mut self, platform: PlatformId, need: Need) -> Ways {
        let administered = self.administered(platform);
        administered.and(self.bits.of(need))
    }

    fn allows_without_license(&mut self, platform: &Platform) -> Ways {
        if platform.grants_without_license() {
            return Ways::free();
        }
        self.administered_bit(platform.id, Need::Option(platform.id, WITHOUT_LICENSE, true))
    }

    // ---- Being there

    /// Brought onto the platform: by an administrator, or by somebody who shares an item (R102).
    fn bring(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        let brought = self.administered_bit(platform, Need::Bring(platform));
        let invites =
            self.world.platform(platform).is_some_and(|found| found.has_option(MemberOption::MemberInvitations));
        let mut shared = self.bits.of(Need::Share(platform, person));
        if !invites {
            let allowed =
                self.administered_bit(platform, Need::Option(platform, MemberOption::MemberInvitations, true));
            shared = shared.and(allowed);
        }
        let has_items = self
            .world
            .platform(platform)
            .is_some_and(|found| found.spaces.values().any(|space| !space.items.is_empty()));
        if self.is_member(person, platform) || !has_items { brought } else { brought.or(shared) }
    }

    /// A member, at least pending.
    fn member(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        match self.world.member(person, platform).map(|member| member.membership) {
            Some(Membership::Active | Membership::Pending) => Ways::free(),
            Some(Membership::NoAccess) | None => self.bring(person, platform),
        }
    }

    /// Taken out and invited again.
    fn again(&mut self, who: Seatee<'_>) -> Ways {
        let (person, platform) = (who.person, who.platform.id);
        let out = self.administered_bit(platform, Need::Remove(person, platform));
        let again = out.and(self.bits.of(Need::Bring(platform)));
        if who.works_there { again.and(self.bits.of(Need::Accept(person, platform))) } else { again }
    }

    /// An active member with these roles and all they need (E3, E4).
    fn works(&mut self, person: PersonId, platform: PlatformId, roles: &[RoleId]) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let membership = found.member(person).map(|member| member.membership);
        let mut ways = self.member(person, platform);
        let mut needed: BTreeSet<RoleId> = roles.iter().copied().collect();
        if matches!(membership, None | Some(Membership::Pending)) {
            ways = ways.and(self.accept(person, platform));
            if !self.world.reads(Reading::AcceptFirst) {
                needed.insert(RoleId::ifw());
            }
        }
        let behind: Vec<RoleId> = needed.iter().flat_map(|role| self.world.roles().all_prerequisites(*role)).collect();
        needed.extend(behind);
        let who = Seatee { person, platform: found, works_there: true };
        for role in needed {
            let granted = self.granted(who, role);
            let source = self.source(who, role, None);
            ways = ways.and(granted).and(source);
        }
        ways
    }

    fn accept(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        if self.rules.permits(self.world, person) {
            self.bits.of(Need::Accept(person, platform))
        } else {
            Ways::shut(Reason::NobodyMayAct, platform, None, Some(person))
        }
    }

    fn is_at_work(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        let works = self.works(person, platform, &[RoleId::ifw()]);
        let Some(found) = self.world.platform(platform) else { return works };
        // Whatever else takes something from the person may put them out, and accepting then signs them in.
        if self.scope.undone.contains(&person) {
            return works;
        }
        let membership = found.member(person).map(|member| member.membership);
        let elsewhere = self.world.person(person).and_then(|person| person.connected);
        let switch = self.bits.of(Need::Switch(person, platform));
        if membership == Some(Membership::Active) {
            let again = self.again(Seatee { person, platform: found, works_there: true });
            return works.and(switch.or(again));
        }
        // Whoever is put out where they work signs in by accepting.
        match elsewhere {
            None => works,
            Some(elsewhere) => works.and(switch.or(self.bits.of(Need::Remove(person, elsewhere)))),
        }
    }

    // ---- Roles and licenses

    fn granted_there(&mut self, person: PersonId, platform: PlatformId, role: RoleId) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let member = self.member(person, platform);
        let granted = self.granted(Seatee { person, platform: found, works_there: false }, role);
        member.and(granted)
    }

    /// The role is granted, by an invitation or later.
    fn granted(&mut self, who: Seatee<'_>, role: RoleId) -> Ways {
        if who.platform.is_granted(who.person, role) {
            return Ways::free();
        }
        let can = self.grantable(who.platform, role);
        let act = self.role_act(who, role);
        act.and(can)
    }

    /// May the role be granted here at all, without a license or with one (R23, R96, R97)?
    fn grantable(&mut self, platform: &Platform, role: RoleId) -> Ways {
        let kind = self.world.kind(role);
        let without = if kind.can_be_unassigned() && (platform.owns(role) || !kind.is_linked()) {
            self.allows_without_license(platform)
        } else {
            Ways::shut(Reason::Rule(Code::RoleNotListed), platform.id, Some(role), None)
        };
        let unowned = self.unowned_prerequisite(platform, role);
        let with = self.stock(platform, role);
        match unowned {
            Some(shut) if platform.owns(role) && !self.world.reads(Reading::LenientPurchase) => shut,
            _ => without.or(with),
        }
    }

    fn unowned_prerequisite(&self, platform: &Platform, role: RoleId) -> Option<Ways> {
        let needed = self.world.roles().all_prerequisites(role).into_iter().find(|needed| !platform.owns(*needed))?;
        Some(Ways::shut(Reason::Rule(Code::PrerequisiteNotPurchased(needed)), platform.id, Some(role), None))
    }

    /// Are there licenses to take? When none is left, somebody gives one back first.
    fn stock(&mut self, platform: &Platform, role: RoleId) -> Ways {
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
            let removed = self.bits.of(Need::Remove(person, platform.id));
            let released = self.bits.of(Need::Release(person, platform.id, role));
            ways.or(removed).or(released)
        })
    }

    /// The act that gives a role or its license: nothing more for somebody who is invited anyway.
    fn role_act(&mut self, who: Seatee<'_>, role: RoleId) -> Ways {
        let Seatee { person, platform, .. } = who;
        if platform.member(person).is_none() {
            return Ways::free();
        }
        let shared = platform.groups.values().next().is_some();
        let act = self.administered_bit(platform.id, Need::Role(platform.id, role, (!shared).then_some(person)));
        let again = self.again(who);
        let offered =
            platform.groups.values().any(|group| group.roles.contains(&role) && !group.members.contains(&person));
        let ways = act.or(again);
        if offered { ways.or(self.bits.of(Need::Join(platform.id))) } else { ways }
    }

    /// A license of the platform, newly taken.
    fn new_seat(&mut self, who: Seatee<'_>, role: RoleId) -> Ways {
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
    fn is_counted_out(&self, platform: &Platform, role: RoleId) -> bool {
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
    fn source(&mut self, who: Seatee<'_>, role: RoleId, from: Option<PlatformId>) -> Ways {
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
                    let back = if through_group {
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

    /// A license of this home that may be used elsewhere (E3 *foreign*).
    fn serves(&mut self, person: PersonId, home: &Platform, role: RoleId) -> Ways {
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
    fn unrestricted(&mut self, person: PersonId, home: &Platform, role: RoleId) -> Ways {
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
