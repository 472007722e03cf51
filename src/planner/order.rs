//! Which acts have to be tried first, and which can wait: what keeps the search narrow without losing the shortest way.
//!
//! From a world with the [`Ways`] `W1, W2 …` every way to the goals holds, for one `W` at least, an act of each need of
//! it. So with `h` the size of the smallest `W`:
//!
//! - A way that begins with an act of no need of the smallest ones has at least `h + 1` acts: the rest of it must still
//!   hold all of `W`. Such acts wait until nothing shorter is left.
//! - If a need is in every `W` of up to `n` acts, each way of up to `n` acts holds an act for it. If that act is possible
//!   now, can only open doors and shuts none ([`only_opens`]), it may as well come first: nothing that came before it
//!   becomes impossible or turns out otherwise, and the end is the same. Of all orders only that one is tried.

use super::Constraints;
use super::bound::Need;
use super::scope::Scope;
use crate::domain::{
    Act, Command, GrantTerms, MemberOption, PersonId, PlatformId, Reading, RoleId, SpaceSetting, SpaceSubject, World,
};

/// Does the act let a license of the role be used elsewhere?
#[expect(clippy::wildcard_enum_match_arm, reason = "no other act does")]
fn unrestricts(act: &Act, who: PersonId, of: RoleId) -> bool {
    match act {
        Act::SetRestrictUsage { person, role, on: false } => *person == who && *role == of,
        Act::GrantRole { person, role, terms: GrantTerms { restrict_usage: Some(false), .. } } => {
            *person == who && *role == of
        }
        _ => false,
    }
}

/// May this act be the one of that need? In doubt it may, which only makes the search look at more.
#[expect(clippy::wildcard_enum_match_arm, reason = "a need names its acts; no other serves it")]
pub(super) fn may_serve(world: &World, command: &Command, need: &Need) -> bool {
    let Command::Do { by, on, act } = command else { return true };
    match *need {
        Need::Option(at, which, to) => {
            *on == at && matches!(act, Act::SetOption { option, on } if *option == which && *on == to)
        }
        Need::Setting(at, which, to) => {
            *on == at && matches!(act, Act::SetSpaceSetting { setting, on } if *setting == which && *on == to)
        }
        Need::Locations(at) => *on == at && matches!(act, Act::SetLocations { .. }),
        Need::DefaultRoles(at) => *on == at && matches!(act, Act::SetDefaultRoles { .. }),
        Need::Bring(at) => *on == at && matches!(act, Act::Invite { .. } | Act::GiveAccessBack { .. }),
        Need::Accept(who, at) => *by == who && *on == at && matches!(act, Act::AcceptInvitation { .. }),
        // Or whatever puts the person out where they work, so that accepting signs them in.
        Need::Switch(who, at) => (*by == who && *on == at && *act == Act::SwitchPlatform) || takes_away(act),
        Need::Remove(who, at) => {
            *on == at
                && matches!(act, Act::RemoveMember { person } | Act::CancelInvitation { person } if *person == who)
        }
        Need::Role(at, of, who) => {
            *on == at
                && match act {
                    Act::GrantRole { person, role, .. } | Act::SetAssignLicense { person, role, on: true } => {
                        *role == of && who == Some(*person)
                    }
                    Act::GrantGroupRole { role, .. } => *role == of && who.is_none(),
                    _ => false,
                }
        }
        Need::Unrestrict(who, at, of) => *on == at && unrestricts(act, who, of),
        // An expiry at a login releases, too.
        Need::Release(who, at, of) => *on == at && (is_release_of(act, who, of) || *by == who && is_login(act)),
        Need::Free(at) => *on == at && (takes_away(act) || is_login(act)),
        Need::Join(at, who) => *on == at && matches!(act, Act::JoinGroup { person, .. } if *person == who),
        Need::Create(at, of) => *on == at && matches!(act, Act::CreateSpace { space, .. } if *space == of),
        Need::Lose(who) => is_loss_of(act, who) || *by == who && is_login(act),
        Need::LoseTogether => matches!(act, Act::UngrantGroupRole { .. } | Act::SetOption { on: false, .. }),
        Need::Path(at, of, who) => {
            *on == at
                && match act {
                    Act::AddSpaceMember { space, who: subject, .. }
                    | Act::ChangeSpaceMember { space, who: subject, .. }
                    | Act::RemoveSpaceMember { space, who: subject, .. } => {
                        *space == of
                            && match *subject {
                                SpaceSubject::Person(person) => who == Some(person),
                                SpaceSubject::Group(_) => who.is_none(),
                            }
                    }
                    Act::RemoveCredential { space, person, .. } => *space == of && who == Some(*person),
                    _ => false,
                }
        }
        Need::Level(at, of, level) => {
            *on == at
                && match act {
                    Act::AddSpaceMember { space, who: SpaceSubject::Group(_), role, restricted, .. }
                    | Act::ChangeSpaceMember { space, who: SpaceSubject::Group(_), role, restricted, .. } => {
                        *space == of && *role == level.role && *restricted == level.restricted
                    }
                    _ => false,
                }
        }
        Need::Organization(who, at) => {
            *on == at
                && matches!(act, Act::JoinOrganization { person, .. } | Act::LeaveOrganization { person, .. } if *person == who)
        }
        Need::Right(who, at) => *on == at && matches!(act, Act::ChangeRight { person, .. } if *person == who),
        Need::Move(at, of) => *on == at && matches!(act, Act::MoveItem { item, .. } if *item == of),
        Need::Share(at, who) => {
            let known = world.person(who).map(|person| person.email);
            *on == at
                && matches!(act, Act::ShareItem { email, .. }
                    if known.is_some_and(|known| known == *email) || known.is_none() && email.as_str() == who.as_str())
        }
    }
}

/// The role alone: what a group loses, or access removed, has needs of its own.
#[expect(clippy::wildcard_enum_match_arm, reason = "few acts take a role from one person")]
fn is_release_of(act: &Act, who: PersonId, of: RoleId) -> bool {
    match act {
        Act::UngrantRole { person, role }
        | Act::SetAssignLicense { person, role, on: false }
        | Act::SetRestrictUsage { person, role, on: true } => *person == who && *role == of,
        _ => false,
    }
}

fn is_loss_of(act: &Act, who: PersonId) -> bool {
    matches!(act, Act::RemoveAccess { person } | Act::LeaveGroup { person, .. } if *person == who)
}

fn is_login(act: &Act) -> bool {
    matches!(act, Act::AcceptInvitation { .. } | Act::SwitchPlatform)
}

fn takes_away(act: &Act) -> bool {
    matches!(
        act,
        Act::RemoveMember { .. }
            | Act::CancelInvitation { .. }
            | Act::RemoveAccess { .. }
            | Act::UngrantRole { .. }
            | Act::UngrantGroupRole { .. }
            | Act::LeaveGroup { .. }
            | Act::SetAssignLicense { on: false, .. }
            | Act::SetRestrictUsage { on: true, .. }
            | Act::SetOption { on: false, .. }
    )
}

/// When the order of acts cannot matter to what they do.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Freedom {
    /// Settings that offer more may come first.
    settings: bool,
    /// What lets licenses serve elsewhere may come first.
    licenses: bool,
}

impl Freedom {
    /// What holds for the whole search.
    ///
    /// Nothing may come first when something must hold after every act. Setting licenses free lets people in earlier
    /// than before; that tells nothing apart unless a closed door has effects of its own: accepting before one can
    /// connect (C29), a login that only sheds expired roles (E9), somebody who is put out by losing a license and then
    /// signs in by accepting.
    pub(super) fn of(world: &World, scope: &Scope, rules: &Constraints) -> Self {
        let settings = rules.keep.is_empty() && !rules.keep_access;
        let expiry = MemberOption::UngrantExpiredRoles;
        let sheds = world.platforms().any(|found| {
            let is_asked = scope.options.contains(&(found.id, expiry));
            let expires = found.pools.keys().any(|role| found.is_expired(*role, world.today()));
            expires && (found.has_option(expiry) || is_asked || !scope.undone.is_empty())
        });
        let licenses = settings && !world.reads(Reading::AcceptFirst) && !sheds;
        Self { settings, licenses }
    }
}

/// Does the act only open doors, and is it alone in its need? It is known to be possible now.
///
/// - *Restricted roles*, *Reader*, *Public Reader* and pending externals: read only where a level is offered or a person
///   picked, and more is then possible. Locations likewise.
/// - *Grant roles without license*, where there are no user groups and default roles take a license anyway: only those
///   two read it in a way that gives less (E5, C21).
/// - *Restrict Usage* lifted: read only where a license serves elsewhere, and where the option goes off again, which
///   nothing asks for.
/// - A line in a space, or an item shared, for somebody who is a member and is neither brought, taken out nor moved
///   between organizations: read only where access is judged. With several levels to choose from, all are tried.
#[expect(clippy::wildcard_enum_match_arm, reason = "only a few needs bear on somebody's lines")]
pub(super) fn only_opens(world: &World, scope: &Scope, freedom: Freedom, need: &Need, others: &[Need]) -> bool {
    let is_member = |at, person| world.member(person, at).is_some();
    let moves = |at: PlatformId, who| {
        others.iter().any(|other| match other {
            Need::Setting(on, ..) => *on == at,
            Need::Remove(person, on) | Need::Organization(person, on) | Need::Right(person, on) => {
                *person == who && *on == at
            }
            _ => false,
        })
    };
    match *need {
        Need::Setting(_, setting, true) => {
            freedom.settings
                && matches!(
                    setting,
                    SpaceSetting::RestrictedRoles
                        | SpaceSetting::Reader
                        | SpaceSetting::PublicReader
                        | SpaceSetting::PendingExternals
                )
        }
        Need::Option(_, MemberOption::PlatformLocations, true) => freedom.settings,
        Need::Locations(at) => freedom.settings && scope.locations.iter().filter(|(_, on, _)| *on == at).count() == 1,
        Need::Option(at, MemberOption::GrantWithoutLicense, true) => {
            freedom.licenses && is_plain(world, scope, at) && !may_be_put_out(world, scope)
        }
        Need::Unrestrict(_, at, _) => {
            let is_locked = world.reads(Reading::LicenseLock);
            freedom.licenses && is_plain(world, scope, at) && !may_be_put_out(world, scope) && !is_locked
        }
        Need::Path(at, _, Some(person)) | Need::Share(at, person) => {
            freedom.settings && is_member(at, person) && !moves(at, person)
        }
        Need::Option(..)
        | Need::Setting(..)
        | Need::DefaultRoles(_)
        | Need::Bring(_)
        | Need::Accept(..)
        | Need::Switch(..)
        | Need::Remove(..)
        | Need::Role(..)
        | Need::Release(..)
        | Need::Free(_)
        | Need::Join(..)
        | Need::Create(..)
        | Need::Lose(_)
        | Need::LoseTogether
        | Need::Path(..)
        | Need::Level(..)
        | Need::Organization(..)
        | Need::Right(..)
        | Need::Move(..) => false,
    }
}

/// May a need only be put first where every way is exactly one act of each need, because it has several acts?
pub(super) fn has_choices(need: &Need) -> bool {
    matches!(need, Need::Path(..) | Need::Share(..))
}

/// Could somebody who is to be at work elsewhere stay where they are on a second license, when they lose the first one?
fn may_be_put_out(world: &World, scope: &Scope) -> bool {
    scope.at_work.iter().filter(|(person, _)| scope.undone.contains(person)).any(|(person, _)| {
        let connected = world.person(*person).and_then(|known| known.connected);
        let mut others = world.platforms().filter(|found| Some(found.id) != connected);
        others.any(|found| found.seat(*person, RoleId::ifw()).is_some())
    })
}

/// No groups, and whoever is invited by sharing gets licenses whether or not they could go without.
fn is_plain(world: &World, scope: &Scope, at: PlatformId) -> bool {
    let asked = scope.options.contains(&(at, MemberOption::GrantWithoutLicense));
    let rewritten = scope.default_roles.iter().any(|(on, _, _)| *on == at);
    !asked
        && !rewritten
        && world.platform(at).is_some_and(|found| {
            found.groups.values().next().is_none()
                && found.default_roles.values().all(|terms| terms.assign_license && terms.restrict_usage.is_none())
        })
}
