//! Fills the smaller dialogs: one file per dialog.

mod advanced;
mod default_roles;
mod groups;
mod locations;

pub(super) use default_roles::open as open_default_roles;
pub(super) use locations::open as open_locations;

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
        SheetDraft::AddGroups(draft) => groups::add_groups(lens, draft),
        SheetDraft::Advanced { platform, space, typed } => advanced::advanced(lens, *platform, *space, typed),
    }
}

/// Why this would be refused, as a sentence.
fn refusal_of(lens: &Lens<'_>, command: &Command) -> Option<String> {
    let refusal = decide::decide(lens.world, command).err()?;
    Some(text::refusal_sentence(lens, &refusal, command))
}
