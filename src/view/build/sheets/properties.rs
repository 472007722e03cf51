//! *Edit properties*: the title of a space (F21, F24, F26).

use super::refusal_of;
use crate::domain::lettering::LONGEST_NAME;
use crate::domain::{Act, CollabSpace, Command, PersonId, Platform, PlatformId, SpaceId};
use crate::view::build::spaces::door;
use crate::view::{Lens, OpenSheet, SheetBody, SheetData, SheetDraft, Status, Tone};

/// The button in an open space, greyed for those who could change nothing.
pub(in crate::view::build) fn open(
    lens: &Lens<'_>,
    platform: &Platform,
    space: &CollabSpace,
    viewer: PersonId,
) -> OpenSheet {
    // Another title, and none that is refused for its length.
    let beginning: String = space.name.chars().take(LONGEST_NAME / 2).collect();
    let probe = edit(platform, space.id, format!("{beginning} (edited)"), viewer);
    OpenSheet {
        label: "Edit properties…".into(),
        draft: SheetDraft::Properties { platform: platform.id, space: space.id, name: space.name.to_string() },
        refusal: refusal_of(lens, &probe),
    }
}

fn edit(platform: &Platform, space: SpaceId, name: String, viewer: PersonId) -> Command {
    Command::new(viewer, platform.id, Act::EditSpaceProperties { space, name, door: door(platform, viewer) })
}

/// The dialog.
pub(super) fn properties(lens: &Lens<'_>, platform: PlatformId, space: SpaceId, typed: &str) -> Option<SheetData> {
    let found = lens.world.platform(platform)?;
    let space = found.space(space)?;
    let viewer = lens.viewer(platform)?;
    let mut commit = lens.control("Save", edit(found, space.id, typed.trim().to_owned(), viewer), None);
    if typed.trim().is_empty() {
        commit.refusal = Some("Type a title first.".into());
    } else if typed.trim() == &*space.name {
        commit.refusal = Some("Nothing is changed yet.".into());
    }
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: format!("Properties: {}", space.name),
        lead: "Visibility is Private: only its members see it.".into(),
        body: SheetBody::Properties,
        notes: vec![Status::new(Tone::Neutral, "Access does not change: it follows the space, not its title.")],
        commit: Some(commit),
    })
}
