//! What somebody will see once they accept an invitation, found by sending and accepting it on a fork of the world; and
//! the smallest changes of the draft that give less and keep its purpose.

use super::Sought;
use super::dialogs::invite_order;
use crate::access::{Question, Standing, explain, what_can};
use crate::decide;
use crate::domain::{Act, Command, InvitedRole, PersonId, Platform, PlatformId, RoleId, UserRight, Via, World};
use crate::view::draft::{addresses, chosen_right};
use crate::view::lens::list;
use crate::view::{DraftChange, ForecastData, InviteDraft, Lens, Narrower, Status, Tone, text};

/// How many changes are offered.
const MOST_CHANGES: usize = 3;

/// What comes of the draft; none while it would be refused. With several addresses the first one stands for all.
pub(super) fn forecast(
    lens: &Lens<'_>,
    platform: &Platform,
    draft: &InviteDraft,
    sought: Option<Sought<'_>>,
) -> Option<ForecastData> {
    let sent = send(lens, platform.id, draft)?;
    let now = Lens { world: &sent.world, before: None, changes: &[], ..*lens };
    let others = addresses(&draft.emails).len().saturating_sub(1);
    let and_others = if others > 0 { format!(" and {others} more") } else { String::new() };
    let (name, at) = (now.first(sent.person), now.short(platform.id));
    let lines = if sent.accepts { lines(&now, &sent) } else { vec![refused(&now, &sent)] };
    Some(ForecastData {
        title: format!("What {name}{and_others} will see at {at} on accepting"),
        lines,
        narrower: if sent.accepts { narrower(lens, platform, draft, (&sent, sought)) } else { Vec::new() },
    })
}

/// The world after the invitation was sent and, where that is possible, accepted.
struct Sent {
    world: World,
    person: PersonId,
    platform: PlatformId,
    accepts: bool,
    /// Licenses of the platform that were taken.
    taken: u32,
}

fn send(lens: &Lens<'_>, platform: PlatformId, draft: &InviteDraft) -> Option<Sent> {
    let order = invite_order(lens, platform, draft)?;
    let (world, events) = decide::act(lens.world, &order).ok()?;
    if events.is_empty() {
        return None;
    }
    let email = addresses(&draft.emails).first().copied()?;
    let person = world.person_by_email(email)?.id;
    let assigned = |world: &World| -> u32 {
        world.platform(platform).map_or(0, |found| found.pools.values().map(|pool| pool.assigned).sum())
    };
    let taken = assigned(&world).saturating_sub(assigned(lens.world));
    let accept = Command::new(person, platform, Act::AcceptInvitation { via: Via::Email });
    Some(match decide::act(&world, &accept) {
        Ok((world, _)) => Sent { world, person, platform, accepts: true, taken },
        Err(_) => Sent { world, person, platform, accepts: false, taken },
    })
}

/// What is open to the guest there.
fn open(sent: &Sent) -> Vec<(Question, Standing)> {
    let all = what_can(&sent.world, sent.person).into_iter();
    all.filter(|(question, standing)| standing.holds && question.platform() == sent.platform).collect()
}

fn lines(now: &Lens<'_>, sent: &Sent) -> Vec<Status> {
    let open = open(sent);
    let mut roles: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for (question, standing) in &open {
        match question {
            Question::CanConnect { .. } => {}
            Question::RoleUsable { role, .. } => roles.push(now.role_short(*role)),
            Question::SpaceAccess { space, .. } => {
                let level = standing.label.clone().unwrap_or_default();
                let words = format!("all content of {}, as {level}", now.space(sent.platform, *space));
                lines.push(Status::new(Tone::Caution, words));
            }
        }
    }
    let apps = if roles.is_empty() { "no role that works".to_owned() } else { format!("usable: {}", list(&roles)) };
    lines.insert(0, Status::new(Tone::Good, apps));
    if lines.len() == 1 {
        lines.push(Status::new(Tone::Neutral, "no space and no data until somebody adds them to a space"));
    }
    let blocked = blocked_roles(sent);
    if !blocked.is_empty() {
        let names: Vec<String> = blocked.iter().map(|role| now.role_short(*role)).collect();
        lines.push(Status::new(Tone::Bad, format!("granted and still not usable: {}", list(&names))));
    }
    lines
}

/// Roles that are granted there and do not work.
fn blocked_roles(sent: &Sent) -> Vec<RoleId> {
    let Some(found) = sent.world.platform(sent.platform) else { return Vec::new() };
    let (person, platform) = (sent.person, sent.platform);
    let granted = sent.world.roles().iter().map(|role| role.id).filter(|role| found.is_granted(person, *role));
    granted
        .filter(|role| !explain(&sent.world, Question::RoleUsable { person, platform, role: *role }).holds())
        .collect()
}

fn refused(now: &Lens<'_>, sent: &Sent) -> Status {
    let question = Question::CanConnect { person: sent.person, platform: sent.platform };
    let explanation = explain(&sent.world, question);
    let reason = explanation.headline().map(|check| text::headline(now, question, check));
    let reason = reason.map_or_else(String::new, |reason| format!(": {reason}"));
    Status::new(Tone::Bad, format!("nothing yet, accepting would be refused{reason}"))
}

/// Single changes of the draft after which everybody still connects and every role works that worked, and yet less is
/// open, less granted or less taken, and nothing that the rehearsal asks for is lost.
fn narrower(
    lens: &Lens<'_>,
    platform: &Platform,
    draft: &InviteDraft,
    (sent, sought): (&Sent, Option<Sought<'_>>),
) -> Vec<Narrower> {
    let keeps = |after: &Sent| {
        sought.is_none_or(|it| {
            it.goals.iter().all(|goal| !goal.is_met(&sent.world, it.start) || goal.is_met(&after.world, it.start))
        })
    };
    let mut found = Vec::new();
    for change in changes(draft, sent) {
        let mut less = draft.clone();
        match change {
            DraftChange::Right(right) => less.right = Some(right),
            DraftChange::Terms(invited) => {
                less.roles.insert(invited.role, invited);
            }
            DraftChange::LeaveOut(role) => {
                less.roles.remove(&role);
            }
        }
        let Some(after) = send(lens, platform.id, &less).filter(|after| after.accepts && keeps(after)) else {
            continue;
        };
        if let Some(words) = saving(lens, sent, &after, change) {
            found.push(Narrower { label: label(lens, change), words, change });
        }
    }
    found.truncate(MOST_CHANGES);
    found
}

/// What can be left out: rights, licenses, and roles that will not work anyway.
fn changes(draft: &InviteDraft, sent: &Sent) -> Vec<DraftChange> {
    let right = (chosen_right(draft) != UserRight::External).then_some(DraftChange::Right(UserRight::External));
    let without = draft.roles.values().filter(|invited| invited.assign_license);
    let without = without
        .map(|invited| DraftChange::Terms(InvitedRole { assign_license: false, restrict_usage: None, ..*invited }));
    let useless = blocked_roles(sent).into_iter().filter(|role| draft.roles.contains_key(role));
    right.into_iter().chain(without).chain(useless.map(DraftChange::LeaveOut)).collect()
}

/// What the change saves; none when something that worked is lost, or nothing is saved.
fn saving(lens: &Lens<'_>, before: &Sent, after: &Sent, change: DraftChange) -> Option<String> {
    let (was, is) = (open(before), open(after));
    let keeps = |(question, _): &(Question, Standing)| is.iter().any(|(other, _)| other == question);
    let spaces: Vec<String> = was
        .iter()
        .filter(|fact| !keeps(fact))
        .map(|(question, _)| match question {
            Question::SpaceAccess { space, platform, .. } => Some(lens.space(*platform, *space)),
            // Connecting and roles are what the invitation is for.
            Question::CanConnect { .. } | Question::RoleUsable { .. } => None,
        })
        .collect::<Option<_>>()?;
    let at = lens.short(before.platform);
    let now = Lens { world: &before.world, before: None, changes: &[], ..*lens };
    let first = now.first(before.person);
    match change {
        _ if !spaces.is_empty() => Some(format!("keeps {first} out of {}", list(&spaces))),
        DraftChange::Terms(_) if after.taken < before.taken => {
            Some(format!("takes no license of {at}; it works all the same"))
        }
        DraftChange::LeaveOut(_) => Some("it would not work anyway".to_owned()),
        DraftChange::Terms(_) | DraftChange::Right(_) => None,
    }
}

fn label(lens: &Lens<'_>, change: DraftChange) -> String {
    match change {
        DraftChange::Right(right) => format!("Invite as {}", right.label()),
        DraftChange::Terms(invited) => format!("No license for {}", lens.role_short(invited.role)),
        DraftChange::LeaveOut(role) => format!("Leave out {}", lens.role_short(role)),
    }
}
