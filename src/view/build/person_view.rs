//! Fills what the signed-in person sees: apps by role, spaces, content.

use super::members::usable;
use crate::access::{Question, can_read, explain};
use crate::domain::{CollabSpace, PersonId, Platform};
use crate::view::{AppsRow, Lens, PersonViewData, SeenSpace, Status, Tone};

/// What the person sees on this platform.
pub(super) fn person_view(lens: &Lens<'_>, platform: &Platform, person: PersonId) -> PersonViewData {
    let apps = lens
        .world
        .roles()
        .iter()
        .filter(|role| platform.is_granted(person, role.id))
        .map(|role| {
            let question = Question::RoleUsable { person, platform: platform.id, role: role.id };
            AppsRow {
                role: role.name.to_string(),
                apps: role.apps.iter().map(ToString::to_string).collect(),
                status: usable(lens, question),
                question,
            }
        })
        .collect();
    let mut spaces: Vec<SeenSpace> =
        platform.spaces.values().filter_map(|space| seen_space(lens, platform, space, person)).collect();
    spaces.extend(shared(lens, platform, person));
    let first = lens.first(person);
    let nothing =
        spaces.is_empty().then(|| format!("Signed in, no data: {first} is in no space here, so no content opens."));
    PersonViewData { apps, spaces, nothing }
}

/// Single items that were shared with the person; not space access (C30).
fn shared(lens: &Lens<'_>, platform: &Platform, person: PersonId) -> Option<SeenSpace> {
    let is_shared = |item| platform.shares.contains(&(item, person)) && can_read(lens.world, person, platform.id, item);
    let contents = platform.spaces.values().flat_map(|space| &space.items);
    let items: Vec<String> =
        contents.filter(|(item, _)| is_shared(**item)).map(|(_, item)| item.name.to_string()).collect();
    let question = Question::CanConnect { person, platform: platform.id };
    let access = Status::new(Tone::Good, "single items");
    (!items.is_empty()).then(|| SeenSpace { name: "Shared with you".into(), access, question, items })
}

fn seen_space(lens: &Lens<'_>, platform: &Platform, space: &CollabSpace, person: PersonId) -> Option<SeenSpace> {
    let question = Question::SpaceAccess { person, platform: platform.id, space: space.id };
    let explanation = explain(lens.world, question);
    let access = explanation.access.as_ref()?;
    if !explanation.holds() {
        let closed = Status::new(Tone::Bad, "closed");
        return Some(SeenSpace { name: space.name.to_string(), access: closed, question, items: Vec::new() });
    }
    let items = space
        .items
        .iter()
        .filter(|(item, _)| can_read(lens.world, person, platform.id, **item))
        .map(|(_, item)| item.name.to_string())
        .collect();
    let access = Status::new(Tone::Good, access.label());
    Some(SeenSpace { name: space.name.to_string(), access, question, items })
}
