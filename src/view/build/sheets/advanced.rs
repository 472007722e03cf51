//! *Advanced*: single credentials in a table, members by organizations (R135, C26, F25).

use crate::access::{EffectiveAccess, Question, Scope, explain};
use crate::decide;
use crate::domain::{
    AccessRole, Act, CollabSpace, Command, GrantedAccess, OrganizationId, PersonId, Platform, PlatformId, SpaceId,
    SpaceSubject,
};
use crate::view::build::dialogs::title;
use crate::view::build::organizations::{access_words, name};
use crate::view::build::spaces::door;
use crate::view::{AdvancedCell, AdvancedRow, AdvancedTable, Lens, Listing, Rows, SheetBody, SheetData, Status, Tone};

/// The line that takes a single credential away, and the one that holds where there is none.
const NO_CREDENTIAL: &str = "No credential";

/// The dialog.
pub(super) fn advanced(lens: &Lens<'_>, platform: PlatformId, space: SpaceId, typed: &str) -> Option<SheetData> {
    let found = lens.world.platform(platform)?;
    let space = found.space(space)?;
    let viewer = lens.viewer(platform)?;
    let columns = columns(lens, found, space, viewer);
    let inside = lens.world.in_order(space.entries.keys().copied());
    let matches = decide::search(lens.world, found, typed).into_iter().filter(|found| found.obstacle.is_none());
    let outside = matches.map(|found| found.person).filter(|person| !space.entries.contains_key(person));
    let all: Vec<PersonId> = inside.into_iter().chain(outside).collect();
    let rows = Rows::fill(lens, Listing::Sheet, all.len(), all.iter(), |person| {
        row(lens, found, space, viewer, *person, &columns)
    });
    let table = AdvancedTable {
        columns: columns.iter().map(|organization| (*organization, name(found, *organization))).collect(),
        rows,
    };
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: format!("Advanced: {}", space.name),
        lead: "One row for each member, one column for each organization: choose single credentials by hand.".into(),
        body: SheetBody::Advanced(table),
        notes: vec![Status::new(
            Tone::Neutral,
            "Shaded: the person belongs to the organization. A credential of another one works too.",
        )],
        commit: None,
    })
}

/// Every declared organization; an Owner (Restricted) sees only their own (F25).
fn columns(lens: &Lens<'_>, platform: &Platform, space: &CollabSpace, viewer: PersonId) -> Vec<OrganizationId> {
    let all = platform.organizations.keys().copied();
    if platform.is_administered_by(viewer) {
        return all.collect();
    }
    let question = Question::SpaceAccess { person: viewer, platform: platform.id, space: space.id };
    match explain(lens.world, question).access.as_ref().and_then(EffectiveAccess::ownership) {
        Some(Scope::Own(own)) => all.filter(|organization| own.contains(organization)).collect(),
        Some(Scope::All) | None => all.collect(),
    }
}

fn row(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
    person: PersonId,
    columns: &[OrganizationId],
) -> AdvancedRow {
    let door = door(platform, viewer);
    let who = SpaceSubject::Person(person);
    let entry = space.entries.get(&person);
    let cells = columns
        .iter()
        .map(|organization| {
            let held = entry.and_then(|entry| entry.get(organization)).copied();
            let choices = AccessRole::ALL
                .into_iter()
                .flat_map(|role| [false, true].map(|restricted| GrantedAccess { role, restricted }));
            let offered = choices.filter(|access| held == Some(*access) || decide::is_offered(platform, *access));
            let none = held.map(|_| {
                let act = Act::RemoveCredential { space: space.id, person, organization: *organization, door };
                lens.control(NO_CREDENTIAL, Command::new(viewer, platform.id, act), None)
            });
            let levels = offered
                .map(|access| {
                    let GrantedAccess { role, restricted } = access;
                    let organization = Some(*organization);
                    let act = Act::AddSpaceMember { space: space.id, who, role, restricted, organization, door };
                    let control = lens.control(access_words(access), Command::new(viewer, platform.id, act), None);
                    (access_words(access), (held != Some(access)).then_some(control))
                })
                .chain([(NO_CREDENTIAL.to_owned(), none)])
                .collect();
            AdvancedCell {
                organization: name(platform, *organization),
                belongs: platform.member(person).is_some_and(|member| member.organizations.contains(organization)),
                shown: held.map_or_else(|| "–".to_owned(), access_words),
                levels,
            }
        })
        .collect();
    let remove = entry.map(|_| {
        let act = Act::RemoveSpaceMember { space: space.id, who, door };
        let label = format!("Remove {}", title(lens, platform, person));
        lens.control(label, Command::new(viewer, platform.id, act), None)
    });
    AdvancedRow { person, title: title(lens, platform, person), cells, remove }
}
