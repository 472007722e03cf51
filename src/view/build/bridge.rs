//! Fills the bridge: who is where, which license reaches which role across the gap, and where a flow is cut.

use super::members::travelling;
use crate::access::{Explanation, Question, RoleStanding, explain};
use crate::domain::{Crowd, PersonId, Platform, PlatformId, RoleId};
use crate::view::{BridgeData, Envelope, Face, Flow, Lane, Lens, Presence, Rows, Station, Status, Tone, text};

/// How many roles are shown for somebody who is not invited yet: the two base roles and one more.
const PROSPECTIVE_ROLES: usize = 3;

/// How many people of a platform are shown, and of how many guests the flows: more than there is room for.
const MOST_FACES: usize = 16;
const MOST_GUESTS: usize = 12;

/// The picture of this moment.
#[must_use]
pub fn bridge(lens: &Lens<'_>) -> BridgeData {
    let stations: Vec<Station> = lens.platforms().into_iter().map(|platform| station(lens, platform)).collect();
    let (mut lanes, more_guests) = lanes(lens);
    let first = lanes.first().map(|lane| lane.person);
    if lanes.iter().any(|lane| Some(lane.person) != first) {
        for lane in &mut lanes {
            lane.title = format!("{} {}", lens.possessive(lane.person), lane.role);
        }
    }
    let (envelopes, more_invited) = envelopes(lens);
    let nothing = match stations.len() {
        0 => "No platform yet.",
        1 => "One platform alone: no license can cross yet.",
        _ => "No license crosses between the platforms now, and no invitation is on its way.",
    };
    let empty = (lanes.is_empty() && envelopes.is_empty()).then(|| nothing.to_owned());
    BridgeData { stations, lanes, envelopes, more: more_guests + more_invited, empty }
}

fn station(lens: &Lens<'_>, platform: &Platform) -> Station {
    let id = platform.id;
    let roll = lens.world.roll(id);
    let faces = roll.members.iter().map(|person| lens.face(person, id));
    let rows: Vec<Face> = faces.filter(|face| face.presence != Presence::NoAccess).take(MOST_FACES).collect();
    let people = Rows { total: roll.members.len() - roll.removed.len(), ..Rows::whole(rows) };
    let before = lens.before.and_then(|world| world.platform(id));
    Station {
        platform: id,
        name: platform.name.to_string(),
        color: lens.color(id),
        tags: lens.tags(platform),
        presence: presence(lens, &people),
        licenses: licenses(lens, platform),
        has_changed: before.is_some_and(|old| old.pools != platform.pools),
        people,
    }
}

/// "Ana, Cleo · Ben is invited".
fn presence(lens: &Lens<'_>, people: &Rows<Face>) -> String {
    let names = |fits: fn(Presence) -> bool| -> Vec<String> {
        people.iter().filter(|face| fits(face.presence)).map(|face| lens.first(face.person)).collect()
    };
    let here = names(|presence| presence == Presence::Here);
    let away = names(|presence| presence == Presence::Away);
    let invited = names(|presence| presence == Presence::Invited);
    let mut parts = Vec::new();
    if !here.is_empty() {
        parts.push(here.join(", "));
    }
    if !away.is_empty() {
        parts.push(format!("{} away", away.join(", ")));
    }
    if !invited.is_empty() {
        parts.push(format!("{} invited", invited.join(", ")));
    }
    let more = people.total - people.rows.len();
    if more > 0 {
        parts.push(format!("{more} more"));
    }
    if parts.is_empty() { "nobody here".into() } else { parts.join(" · ") }
}

/// "9 of 13 licenses in use, 0 given to guests" on a host, "…, 2 free to travel" on a home.
fn licenses(lens: &Lens<'_>, platform: &Platform) -> String {
    let assigned: u64 = platform.pools.values().map(|pool| u64::from(pool.assigned)).sum();
    let purchased: u64 = platform.pools.values().map(|pool| u64::from(pool.purchased)).sum();
    let mut words = format!("{assigned} of {purchased} licenses in use");
    let guests = &lens.world.roll(platform.id).guests;
    if !guests.is_empty() {
        let given: usize =
            guests.iter().filter_map(|person| platform.member(person)).map(|member| member.seats.len()).sum();
        words.push_str(&format!(", {given} given to guests"));
    }
    let free: u32 = lens.world.roles().iter().map(|role| travelling(lens, platform, role.id)).sum();
    if free > 0 && guests.is_empty() {
        words.push_str(&format!(", {free} free to travel"));
    }
    words
}

/// Licenses of the person in focus first, then those of other guests; and how many guests are left out.
fn lanes(lens: &Lens<'_>) -> (Vec<Lane>, usize) {
    let focus = lens.selection.focus;
    let all: Vec<&Crowd> = lens.world.platforms().map(|platform| &lens.world.roll(platform.id).guests).collect();
    let places: usize = all.iter().map(|guests| guests.len()).sum();
    // The first guests of all are among the first of each platform.
    let first = lens.world.in_order(all.into_iter().flat_map(|guests| guests.iter().take(MOST_GUESTS + 1)));
    let others: Vec<PersonId> = first.into_iter().filter(|person| Some(*person) != focus).take(MOST_GUESTS).collect();
    let shown = focus.iter().chain(&others);
    let drawn: usize = shown.map(|person| lens.guest_on(*person).len()).sum();
    let mut lanes = Vec::new();
    for person in focus.into_iter().chain(others) {
        let is_focus = Some(person) == focus;
        for host in lens.hosts(person) {
            let is_guest = lens.world.member(person, host).is_some();
            if is_focus || is_guest {
                lanes.extend(lanes_to(lens, person, host));
            }
        }
    }
    (lanes, places.saturating_sub(drawn))
}

fn lanes_to(lens: &Lens<'_>, person: PersonId, host: PlatformId) -> Vec<Lane> {
    let Some(host) = lens.world.platform(host) else { return Vec::new() };
    let member = host.member(person);
    let is_member = member.is_some();
    let shown = |role: RoleId| member.is_none_or(|member| host.grants_to(member, role));
    let mut lanes = Vec::new();
    for role in lens.world.roles().iter().filter(|role| shown(role.id)) {
        let explanation = explain(lens.world, Question::RoleUsable { person, platform: host.id, role: role.id });
        let home = lane_home(lens, &explanation);
        let home = home.or_else(|| is_member.then(|| lens.home(person)).flatten());
        let Some(home) = home.filter(|home| *home != host.id) else { continue };
        if !is_member && lanes.len() >= PROSPECTIVE_ROLES {
            break;
        }
        lanes.push(lane(lens, &explanation, home, role.id));
    }
    lanes
}

/// Where a flow starts: where the license is that serves, or where the flow is cut; else at the first license there is.
fn lane_home(lens: &Lens<'_>, explanation: &Explanation) -> Option<PlatformId> {
    let (person, host) = (explanation.question.person(), explanation.question.platform());
    let Question::RoleUsable { role, .. } = explanation.question else { return None };
    let decisive = match RoleStanding::of(explanation) {
        RoleStanding::Open { source } | RoleStanding::Ready { source } | RoleStanding::WaitsFor { source, .. } => {
            Some(source)
        }
        RoleStanding::Cut { at, .. } => Some(at),
        RoleStanding::Removed | RoleStanding::Uninvited | RoleStanding::NotGranted => explanation.source,
    };
    let has_seat = |home: &PlatformId| {
        let found = lens.world.platform(*home);
        *home != host && found.is_some_and(|found| found.seat(person, role).is_some())
    };
    decisive.filter(has_seat).or_else(|| lens.world.platforms().map(|home| home.id).find(has_seat))
}

fn lane(lens: &Lens<'_>, explanation: &Explanation, home: PlatformId, role: RoleId) -> Lane {
    let question = explanation.question;
    let host = question.platform();
    let now = stand(lens, explanation, home, host);
    let has_changed = lens.differs(&now, |lens| stand(lens, &explain(lens.world, question), home, host));
    let (flow, words, brief) = now;
    Lane {
        person: question.person(),
        from: home,
        to: host,
        role: lens.role_short(role),
        title: lens.role_short(role),
        flow,
        words,
        brief,
        question,
        has_changed,
    }
}

/// Where the flow stands. The license is judged apart from membership and grant: it may be free before anybody asks.
fn stand(
    lens: &Lens<'_>,
    explanation: &Explanation,
    home: PlatformId,
    host: PlatformId,
) -> (Flow, Status, [String; 2]) {
    let standing = RoleStanding::of(explanation);
    let arrives = matches!(standing, RoleStanding::Open { .. } | RoleStanding::Ready { .. });
    if lens.is_book_closed() && !arrives {
        let words = "does not arrive";
        return (Flow::Cut(host), Status::new(Tone::Bad, words), [words; 2].map(str::to_owned));
    }
    let flow = match standing {
        RoleStanding::Open { source } if source != host => Flow::Open,
        RoleStanding::Removed => Flow::Cut(host),
        RoleStanding::Cut { at, .. } => Flow::Cut(if at == host { host } else { home }),
        RoleStanding::Open { .. }
        | RoleStanding::Ready { .. }
        | RoleStanding::WaitsFor { .. }
        | RoleStanding::Uninvited
        | RoleStanding::NotGranted => Flow::Waiting,
    };
    let person = explanation.question.person();
    let brief = text::lane_brief(lens, standing, person, host);
    (flow, text::lane_words(lens, standing, person, home, host), brief)
}

/// Invitations that nobody has accepted yet, and how many are left out.
fn envelopes(lens: &Lens<'_>) -> (Vec<Envelope>, usize) {
    let envelope = |from: PlatformId, person: PersonId| Envelope {
        from,
        to: lens
            .world
            .person(person)
            .and_then(|found| found.connected)
            .or_else(|| lens.home(person))
            .filter(|to| *to != from),
        person,
        words: format!("Invitation to {}, pending", lens.first(person)),
    };
    let (mut envelopes, mut more) = (Vec::new(), 0);
    for platform in lens.world.platforms() {
        let pending = &lens.world.roll(platform.id).pending;
        envelopes.extend(pending.iter().take(MOST_GUESTS).map(|person| envelope(platform.id, person)));
        more += pending.len().saturating_sub(MOST_GUESTS);
    }
    (envelopes, more)
}
