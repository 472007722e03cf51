//! Fills the access board: three separate facts per platform for the person in focus (C28).

use crate::access::rules::space::concerns;
use crate::access::{AccessChange, Question, RoleStanding, explain};
use crate::domain::{Code, Membership, PersonId, PlatformId, RoleId, SpaceId};
use crate::view::{BoardCell, BoardData, BoardRow, CellWords, Lens, Listing, Rows, Status, Tone, text};
use std::collections::BTreeSet;

/// Up to so many spaces are listed whole; beyond, only those that concern the person.
const ALL_SPACES: usize = 12;

/// The board of the person in focus; none when there is nobody.
#[must_use]
pub fn board(lens: &Lens<'_>, open: Option<Question>) -> Option<BoardData> {
    let person = lens.selection.focus.filter(|person| lens.world.person(*person).is_some())?;
    let columns: Vec<(PlatformId, String, usize)> = lens
        .platforms()
        .into_iter()
        .map(|platform| (platform.id, lens.short(platform.id), lens.color(platform.id)))
        .collect();
    let mut rows = vec![connect_row(lens, person, &columns, open)];
    for (index, role) in roles(lens, person).into_iter().enumerate() {
        let mut row = role_row(lens, person, role, &columns, open);
        row.starts_group = index == 0;
        rows.push(row);
    }
    for (index, (name, spaces)) in spaces(lens, person).into_iter().enumerate() {
        let mut row = space_row(lens, person, &name, &spaces, &columns, open);
        row.starts_group = index == 0;
        rows.push(row);
    }
    let own: Vec<AccessChange> =
        lens.changes.iter().filter(|change| change.question.person() == person).cloned().collect();
    let summary = lens.before.map(|_| text::effect(lens, &own).0);
    Some(BoardData { person, name: lens.name(person), choices: choices(lens), columns, rows, summary })
}

/// Everybody who can be put into focus.
fn choices(lens: &Lens<'_>) -> Rows<(PersonId, String)> {
    let cast = lens.world.cast();
    let chosen = lens.world.cast().position(|other| Some(other) == lens.selection.focus);
    Rows::fill(lens, Listing::Focus, cast.len(), cast, |person| (person, lens.name(person)))
        .labelled(lens, Listing::Focus, lens.world.cast().map(|person| lens.name(person)))
        .seeking(chosen)
}

fn cell(
    lens: &Lens<'_>,
    question: Question,
    open: Option<Question>,
    words: impl Fn(&Lens<'_>) -> CellWords,
) -> BoardCell {
    let now = words(lens);
    let has_changed = lens.differs(&now, words);
    BoardCell { words: now, question: Some(question), has_changed, is_open: open == Some(question) }
}

fn connect_row(
    lens: &Lens<'_>,
    person: PersonId,
    columns: &[(PlatformId, String, usize)],
    open: Option<Question>,
) -> BoardRow {
    let cells = columns
        .iter()
        .map(|(platform, _, _)| {
            let question = Question::CanConnect { person, platform: *platform };
            cell(lens, question, open, |lens| connect_status(lens, question).into())
        })
        .collect();
    BoardRow { label: "Can connect".into(), full: "Can connect".into(), starts_group: false, cells }
}

fn connect_status(lens: &Lens<'_>, question: Question) -> Status {
    let membership = lens.world.member(question.person(), question.platform()).map(|member| member.membership);
    match (membership, explain(lens.world, question).holds()) {
        (None, _) => Status::new(Tone::Absent, "no"),
        (Some(Membership::Pending), true) => Status::new(Tone::Waiting, "accept"),
        (_, true) => Status::new(Tone::Good, "yes"),
        (_, false) => Status::new(Tone::Bad, "no"),
    }
}

/// Roles granted or licensed to the person anywhere, in catalog order.
fn roles(lens: &Lens<'_>, person: PersonId) -> Vec<RoleId> {
    let mut concerning = BTreeSet::new();
    for (platform, member) in lens.world.platforms().filter_map(|platform| Some((platform, platform.member(person)?))) {
        concerning.extend(platform.granted_roles(member).chain(member.seats.keys().copied()));
    }
    lens.world.roles().iter().map(|role| role.id).filter(|role| concerning.contains(role)).collect()
}

fn role_row(
    lens: &Lens<'_>,
    person: PersonId,
    role: RoleId,
    columns: &[(PlatformId, String, usize)],
    open: Option<Question>,
) -> BoardRow {
    let cells = columns
        .iter()
        .map(|(platform, _, _)| {
            let question = Question::RoleUsable { person, platform: *platform, role };
            cell(lens, question, open, |lens| role_status(lens, question, *platform, role))
        })
        .collect();
    BoardRow { label: lens.role_short(role), full: lens.role(role), starts_group: false, cells }
}

fn role_status(lens: &Lens<'_>, question: Question, platform: PlatformId, role: RoleId) -> CellWords {
    let person = question.person();
    let found = lens.world.platform(platform);
    let is_concerned = found.is_some_and(|found| found.is_granted(person, role) || found.seat(person, role).is_some());
    if !is_concerned {
        return Status::new(Tone::Absent, "–").into();
    }
    text::cell_words(lens, RoleStanding::of(&explain(lens.world, question)), question.person(), platform)
}

/// Spaces by name, so that Common Spaces share a row.
fn spaces(lens: &Lens<'_>, person: PersonId) -> Vec<(String, Vec<(PlatformId, SpaceId)>)> {
    let total: usize = lens.world.platforms().map(|platform| platform.spaces.len()).sum();
    let mut rows: Vec<(String, Vec<(PlatformId, SpaceId)>)> = Vec::new();
    for platform in lens.world.platforms() {
        for space in platform.spaces.values() {
            let concerns = space.is_common || concerns(platform, space, person);
            if total > ALL_SPACES && !concerns {
                continue;
            }
            let place = (platform.id, space.id);
            match rows.iter_mut().find(|(name, _)| *name == *space.name) {
                Some((_, places)) => places.push(place),
                None => rows.push((space.name.to_string(), vec![place])),
            }
        }
    }
    rows.sort_by_key(|(_, places)| places.len() > 1);
    rows
}

fn space_row(
    lens: &Lens<'_>,
    person: PersonId,
    name: &str,
    places: &[(PlatformId, SpaceId)],
    columns: &[(PlatformId, String, usize)],
    open: Option<Question>,
) -> BoardRow {
    let cells = columns
        .iter()
        .map(|(platform, _, _)| match places.iter().find(|(place, _)| place == platform) {
            None => {
                let words = Status::new(Tone::Absent, "–").into();
                BoardCell { words, question: None, has_changed: false, is_open: false }
            }
            Some((_, space)) => {
                let question = Question::SpaceAccess { person, platform: *platform, space: *space };
                cell(lens, question, open, |lens| space_words(lens, question))
            }
        })
        .collect();
    BoardRow { label: name.to_owned(), full: name.to_owned(), starts_group: false, cells }
}

fn space_words(lens: &Lens<'_>, question: Question) -> CellWords {
    let explanation = explain(lens.world, question);
    let codes = explanation.codes();
    let closed = match codes.first() {
        None => {
            let access = explanation.access.unwrap_or_default();
            let status = Status::new(Tone::Good, access.label());
            return CellWords { brief: access.label(), briefest: access.brief(), status };
        }
        Some(Code::NotInvited) => Status::new(Tone::Absent, "closed"),
        Some(_) if codes.contains(&Code::NoMembership) => Status::new(Tone::Absent, "closed"),
        Some(Code::Pending) if codes.len() == 1 => Status::new(Tone::Waiting, "waits"),
        Some(_) => Status::new(Tone::Bad, "closed"),
    };
    closed.into()
}
