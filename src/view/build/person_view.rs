//! Fills what the signed-in person sees: apps by role, spaces, content.

use super::members::usable;
use crate::access::{Question, Scope, explain};
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
    let spaces: Vec<SeenSpace> =
        platform.spaces.values().filter_map(|space| seen_space(lens, platform, space, person)).collect();
    let first = lens.first(person);
    let nothing = spaces
        .is_empty()
        .then(|| format!("Signed in, no data: {first} is in no space here, so no content opens (R40)."));
    PersonViewData { apps, spaces, nothing }
}

fn seen_space(lens: &Lens<'_>, platform: &Platform, space: &CollabSpace, person: PersonId) -> Option<SeenSpace> {
    let question = Question::SpaceAccess { person, platform: platform.id, space: space.id };
    let explanation = explain(lens.world, question);
    let access = explanation.access.as_ref()?;
    if !explanation.holds() {
        let closed = Status::new(Tone::Bad, "closed");
        return Some(SeenSpace { name: space.name.to_string(), access: closed, question, items: Vec::new() });
    }
    let reaches = |owner| match access.reading() {
        None => false,
        Some(Scope::All) => true,
        Some(Scope::Own(organizations)) => organizations.contains(owner),
    };
    let items = space.items.values().filter(|item| reaches(&item.owner)).map(|item| item.name.to_string()).collect();
    let access = Status::new(Tone::Good, access.label());
    Some(SeenSpace { name: space.name.to_string(), access, question, items })
}
