//! What goals want: from each fact that does not hold yet back to the acts that no way can spare.
//!
//! Every rule here is optimistic: it may ask for too little, never for too much (the bound stays a lower one), and it
//! calls a goal out of reach only when nothing that people can do removes the obstacle.

use super::bound::{Bits, Need, Reason, Ways};
use super::scope::{Scope, levels_for};
use super::{Constraints, Goal, SeatState};
use crate::access::{is_signed_in, rules::space::paths};
use crate::decide::locked_until;
use crate::domain::{
    AccessRole, Code, CollabSpace, Email, GrantedAccess, ItemId, LocationId, MemberOption, Membership, PersonId,
    Platform, PlatformId, Reading, RoleId, RoleKind, Seat, SpaceId, SpaceSetting, UserGroup, UserRight, World,
};
use std::collections::{BTreeMap, BTreeSet};

mod kept;
mod licenses;
mod losses;
mod spaces;

pub(super) use kept::{loss, ruled_out};

/// Of how many members it is asked who may sign in to share; of more, somebody may.
const MOST_MEMBERS: usize = 12;

const WITHOUT_LICENSE: MemberOption = MemberOption::GrantWithoutLicense;

/// The goals in one world.
pub(super) struct Wants<'a> {
    world: &'a World,
    start: &'a World,
    rules: &'a Constraints,
    scope: &'a Scope,
    bits: &'a mut Bits,
    known: Known,
    /// Platforms that must have as many licenses assigned as at the start.
    counted: BTreeSet<PlatformId>,
    /// Is what is wanted to hold in the end, not for a moment only?
    lasts: bool,
}

/// What was found out already, for the same is asked again and again.
#[derive(Clone, Default)]
struct Known {
    administered: BTreeMap<PlatformId, Ways>,
    shareable: BTreeMap<(PlatformId, Option<ItemId>), Ways>,
    sources: BTreeMap<Source, Ways>,
}

/// A role of a person on a platform, in the end or for a moment, with a license from one platform or from any.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Source {
    person: PersonId,
    platform: PlatformId,
    role: RoleId,
    from: Option<PlatformId>,
    works_there: bool,
    lasts: bool,
}

/// The fewest acts that any way from this world to the goals has, or why there is none.
#[expect(clippy::wildcard_enum_match_arm, reason = "one kind of goal counts licenses")]
pub(super) fn wanted(
    world: &World,
    start: &World,
    (goals, rules, scope): (&[Goal], &Constraints, &Scope),
    bits: &mut Bits,
) -> Ways {
    let counted = goals.iter().filter_map(|goal| match goal {
        Goal::PoolsUnchanged { platform } => Some(*platform),
        _ => None,
    });
    let counted = counted.collect();
    if let Some(obstacle) = kept::contradiction(goals, rules, scope) {
        return Ways::Shut(BTreeSet::from([obstacle]));
    }
    let mut wants = Wants { world, start, rules, scope, bits, known: Known::default(), counted, lasts: true };
    let gained = wants.all(goals);
    let lost = wants.losses(goals);
    gained.and(lost)
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
            Goal::Connects { person, platform } | Goal::IsConnectedTo { person, platform } => {
                self.works(*person, *platform, &[RoleId::ifw()])
            }
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
            Goal::IsNoMember { person, platform } => self.removed(*person, *platform),
            Goal::NotGranted { person, platform, role } => self.ungranted(*person, *platform, *role),
            Goal::IsMember { person, platform, state: Membership::Pending } if self.is_active(*person, *platform) => {
                self.out_and_in(*person, *platform)
            }
            Goal::IsMember { person, platform, state: Membership::Pending } if !self.is_member(*person, *platform) => {
                self.bring(*person, *platform, &BTreeSet::new())
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
                self.bring(*person, *platform, &BTreeSet::new())
            }
            Goal::HasRight { person, platform, .. } => {
                let changed = self.administered_bit(*platform, Need::Right(*person, *platform));
                let again = self.out_and_in(*person, *platform);
                changed.or(again)
            }
            Goal::Invited { platform, email, roles, .. } => {
                let can = self.invitable(*platform, *email, roles);
                self.invited(*platform, *email, roles).and(can)
            }
            Goal::CanRead { person, platform, item } => self.reads(*person, *platform, *item, None),
            Goal::ReadsOnly { person, platform, items } => items.iter().fold(Ways::free(), |ways, item| {
                let read = Goal::CanRead { person: *person, platform: *platform, item: *item };
                if read.is_met(self.world, self.start) {
                    return ways;
                }
                let more = self.reads(*person, *platform, *item, Some(items));
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
            Goal::Pool { platform, role, assigned } => self.pooled(*platform, *role, *assigned),
            Goal::PoolsUnchanged { platform } => {
                let Some(then) = self.start.platform(*platform) else { return Ways::free() };
                let now = self.world.platform(*platform).into_iter().flat_map(|found| found.pools.keys());
                let roles: BTreeSet<RoleId> = then.pools.keys().chain(now).copied().collect();
                roles.into_iter().fold(Ways::free(), |ways, role| {
                    let assigned = then.pools.get(&role).map_or(0, |pool| pool.assigned);
                    let more = self.pooled(*platform, role, assigned);
                    ways.and(more)
                })
            }
            Goal::RoleBlocked { platform, role, code, .. } => self.timely(*platform, *role, *code),
            // At least one act, which the search counts.
            Goal::CannotConnect { .. }
            | Goal::IsMember { .. }
            | Goal::Seat { .. }
            | Goal::NoSpaceAccess { .. }
            | Goal::IsGiven { .. }
            | Goal::NoExternalIn { .. }
            | Goal::NoExternalOwner { .. }
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

    /// A reason that only time brings about shuts the way until the day has come.
    #[expect(clippy::wildcard_enum_match_arm, reason = "two reasons are a matter of the day")]
    fn timely(&self, platform: PlatformId, role: RoleId, code: Code) -> Ways {
        let asked = self.world.roles().with_prerequisites(&[role, RoleId::ifw()]);
        let is_expired = |found: &Platform| asked.iter().any(|role| found.is_expired(*role, self.world.today()));
        let has_come = match code {
            Code::Expired => self.world.platform(platform).is_some_and(is_expired),
            Code::HomeLicenseExpired => self.world.platforms().any(|found| found.id != platform && is_expired(found)),
            _ => true,
        };
        if has_come { Ways::free() } else { Ways::shut(Reason::OnlyTime, platform, Some(role), None) }
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

    fn is_active(&self, person: PersonId, platform: PlatformId) -> bool {
        self.world.member(person, platform).is_some_and(|member| member.membership == Membership::Active)
    }

    // ---- Who can act

    /// Somebody administers the platform, now or after signing in.
    fn administered(&mut self, platform: PlatformId) -> Ways {
        if let Some(known) = self.known.administered.get(&platform) {
            return known.clone();
        }
        // Until it is known, nobody does: an administrator is not signed in by an act of the same administrators.
        let nobody = Ways::shut(Reason::Rule(Code::NotAdministrator), platform, None, None);
        self.known.administered.insert(platform, nobody.clone());
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
            let known = self.known.clone();
            let ways = may.iter().fold(nobody, |ways, person| {
                let more = self.temporary(|wants| wants.works(*person, platform, &[RoleId::ifw()]));
                ways.or(more)
            });
            self.known = known;
            ways
        };
        self.known.administered.insert(platform, ways.clone());
        ways
    }

    fn administered_bit(&mut self, platform: PlatformId, need: Need) -> Ways {
        let administered = self.administered(platform);
        administered.and(self.bits.of(need))
    }

    /// Somebody on the platform can share the item, or any, now or after signing in: they can open it, or whoever manages
    /// the space lets them (C31).
    fn shareable(&mut self, platform: PlatformId, item: Option<ItemId>) -> Ways {
        if let Some(known) = self.known.shareable.get(&(platform, item)) {
            return known.clone();
        }
        // As for administrators: nobody is signed in by sharing of their own.
        let nobody = Ways::shut(Reason::Rule(Code::NotSignedIn), platform, None, None);
        self.known.shareable.insert((platform, item), nobody.clone());
        let Some(found) = self.world.platform(platform) else { return nobody };
        let may_open = |person: &PersonId| match item {
            None => true,
            Some(item) => {
                found.shares.contains(&(item, *person))
                    || found.spaces.values().any(|space| losses::opens(found, space, *person, item))
            }
        };
        let members = found.members.keys().copied();
        let may: Vec<PersonId> =
            members.filter(|person| self.rules.permits(self.world, *person) && may_open(person)).collect();
        let is_there = |person: &PersonId| is_signed_in(self.world, *person, platform);
        let ways = if may.len() > MOST_MEMBERS || may.iter().any(is_there) {
            Ways::free()
        } else {
            let known = self.known.clone();
            let mut ways = may.into_iter().fold(nobody, |ways, person| {
                let more = self.temporary(|wants| wants.works(person, platform, &[RoleId::ifw()]));
                ways.or(more)
            });
            self.known = known;
            for space in found.spaces.values() {
                if item.is_some_and(|item| space.items.contains_key(&item)) {
                    let owned = self.owned(found, space);
                    ways = ways.or(owned);
                }
            }
            ways
        };
        self.known.shareable.insert((platform, item), ways.clone());
        ways
    }

    fn allows_without_license(&mut self, platform: &Platform) -> Ways {
        if platform.grants_without_license() {
            return Ways::free();
        }
        self.administered_bit(platform.id, Need::Option(platform.id, WITHOUT_LICENSE, true))
    }

    // ---- Being there

    /// Brought onto the platform: by an administrator, or by somebody who shares an item (R102). Roles that are asked for
    /// come with an invitation; whoever comes by sharing gets the default roles, on their terms (R105, C21).
    fn bring(&mut self, person: PersonId, platform: PlatformId, roles: &BTreeSet<RoleId>) -> Ways {
        let brought = self.administered_bit(platform, Need::Bring(platform));
        if self.is_member(person, platform) {
            return brought;
        }
        if !self.scope.may_come(person, platform) {
            return Ways::shut(Reason::GoalsExclude, platform, None, Some(person));
        }
        let Some(found) = self.world.platform(platform) else { return brought };
        if !has_items(found) {
            return brought;
        }
        let can_share = self.shareable(platform, None);
        let mut shared = self.bits.of(Need::Share(platform, person)).and(can_share);
        if !found.has_option(MemberOption::MemberInvitations) {
            let allowed =
                self.administered_bit(platform, Need::Option(platform, MemberOption::MemberInvitations, true));
            shared = shared.and(allowed);
        }
        let is_given = |role: &RoleId| {
            *role == RoleId::ifw()
                || found.default_roles.contains_key(role)
                || self.scope.default_roles.iter().any(|(on, roles, _)| *on == platform && roles.contains(role))
        };
        if found.groups.is_empty() {
            for role in roles.iter().filter(|role| !is_given(role)).copied().collect::<Vec<_>>() {
                let granted = self.administered_bit(platform, Need::Role(platform, role, Some(person)));
                shared = shared.and(granted);
            }
        }
        brought.or(shared)
    }

    /// A member, at least pending.
    fn member(&mut self, person: PersonId, platform: PlatformId) -> Ways {
        self.member_with(person, platform, &BTreeSet::new())
    }

    /// A member; whoever is not there yet comes with these roles.
    fn member_with(&mut self, person: PersonId, platform: PlatformId, roles: &BTreeSet<RoleId>) -> Ways {
        match self.world.member(person, platform).map(|member| member.membership) {
            Some(Membership::Active | Membership::Pending) => Ways::free(),
            Some(Membership::NoAccess) | None => self.bring(person, platform, roles),
        }
    }

    /// Taken out and invited again.
    fn again(&mut self, who: Seatee<'_>) -> Ways {
        let (person, platform) = (who.person, who.platform.id);
        let out = self.removed(person, platform);
        let again = out.and(self.back(person, platform));
        if who.works_there { again.and(self.bits.of(Need::Accept(person, platform))) } else { again }
    }

    /// An active member with these roles and all they need (E3, E4).
    fn works(&mut self, person: PersonId, platform: PlatformId, roles: &[RoleId]) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let membership = found.member(person).map(|member| member.membership);
        let accepts = matches!(membership, None | Some(Membership::Pending));
        let to_accept = (accepts && !self.world.reads(Reading::AcceptFirst)).then(RoleId::ifw);
        let roles: Vec<RoleId> = roles.iter().copied().chain(to_accept).collect();
        let needed = self.world.roles().with_prerequisites(&roles);
        let mut ways = self.member_with(person, platform, &needed);
        if accepts {
            ways = ways.and(self.accept(person, platform));
        }
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

    /// Roles that can never be granted there shut the way; what else an invitation takes, the search counts.
    fn invitable(&mut self, platform: PlatformId, email: Email, roles: &[RoleId]) -> Ways {
        let Some(found) = self.world.platform(platform) else { return Ways::free() };
        let person = self.world.person_by_email(email).map(|person| person.id);
        let open = roles.iter().filter(|role| !person.is_some_and(|person| found.is_granted(person, **role)));
        let all = open.fold(Ways::free(), |ways, role| {
            let more = self.grantable(found, *role);
            ways.and(more)
        });
        if matches!(all, Ways::Shut(_)) { all } else { Ways::free() }
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
}

/// Is there anything to share?
fn has_items(platform: &Platform) -> bool {
    platform.spaces.values().any(|space| !space.items.is_empty())
}
