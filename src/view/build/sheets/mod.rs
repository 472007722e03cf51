//! Fills the smaller dialogs: one file per dialog.

mod advanced;
mod clock;
mod default_roles;
mod from_message;
mod grant;
mod groups;
mod import;
mod locations;
mod pool;
mod properties;
mod readings;
mod share;
mod stage;
mod stage_acts;

pub(super) use default_roles::open as open_default_roles;
pub(super) use grant::choices as grant_choices;
pub(super) use import::open as open_import;
pub(super) use locations::open as open_locations;
pub(super) use pool::open as open_pool;
pub(super) use properties::open as open_properties;
pub(super) use share::{open as open_share, shared_with};
pub(super) use stage::open as open_stage;

use crate::decide;
use crate::domain::Command;
use crate::view::{Lens, SheetData, SheetDraft, text};

/// The dialog that is open; none when what it is about is not there at this moment.
#[must_use]
pub fn sheet(lens: &Lens<'_>, draft: &SheetDraft) -> Option<SheetData> {
    match draft {
        SheetDraft::Locations { platform, chosen, .. } => locations::locations(lens, *platform, chosen),
        SheetDraft::DefaultRoles { platform, roles, only_selected } => {
            default_roles::default_roles(lens, *platform, roles, *only_selected)
        }
        SheetDraft::Grant { platform, person, role, terms } => grant::grant(lens, *platform, *person, *role, *terms),
        SheetDraft::Share { platform, item, typed } => share::share(lens, *platform, *item, typed),
        SheetDraft::Import { platform, text, only_problems } => import::import(lens, *platform, text, *only_problems),
        SheetDraft::Pool { platform, role, purchased, last_day } => {
            pool::pool(lens, *platform, *role, purchased, last_day)
        }
        SheetDraft::Properties { platform, space, name } => properties::properties(lens, *platform, *space, name),
        SheetDraft::Stage(draft) => Some(stage::stage(lens, draft)),
        SheetDraft::Clock { typed } => Some(clock::clock(lens, typed)),
        // What can be opened is known to the window, not to a world.
        SheetDraft::Library(_) => None,
        SheetDraft::Readings => Some(readings::readings(lens)),
        SheetDraft::Message(draft) => Some(super::message::sheet(lens, draft)),
        SheetDraft::FromMessage { symptom, person, platform } => {
            from_message::from_message(lens, *symptom, *person, *platform)
        }
        SheetDraft::AddGroups(draft) => groups::add_groups(lens, draft),
        SheetDraft::Advanced { platform, space, typed } => advanced::advanced(lens, *platform, *space, typed),
    }
}

/// Why this would be refused, as a sentence.
fn refusal_of(lens: &Lens<'_>, command: &Command) -> Option<String> {
    let refusal = decide::refusal(lens.world, command)?;
    Some(text::refusal_sentence(lens, &refusal, command))
}
