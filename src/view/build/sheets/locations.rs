//! *(select location)*: which locations an invitation offers (R107, R108, F11).

use super::refusal_of;
use crate::domain::{Act, Command, LocationId, PersonId, Platform, PlatformId};
use crate::view::{Lens, LocationChoice, OpenSheet, SheetBody, SheetData, SheetDraft, Status, Tone};

/// Sites that can always be ticked, beside those the stage knows.
const SITES: [&str; 3] = ["Europe", "Asia", "North America"];

/// The link beside the option.
pub(in crate::view::build) fn open(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> OpenSheet {
    let chosen = platform.locations.clone();
    let probe = Command::new(viewer, platform.id, Act::SetLocations { locations: chosen.clone() });
    OpenSheet {
        label: "(select location)".into(),
        draft: SheetDraft::Locations { platform: platform.id, chosen, typed: String::new() },
        refusal: refusal_of(lens, &probe),
    }
}

/// The dialog.
pub(super) fn locations(lens: &Lens<'_>, platform: PlatformId, chosen: &[LocationId]) -> Option<SheetData> {
    let viewer = lens.viewer(platform)?;
    let mut known: Vec<LocationId> = SITES.into_iter().map(LocationId::new).collect();
    let elsewhere = lens.world.platforms().flat_map(|other| other.locations.iter().copied());
    for location in elsewhere.chain(chosen.iter().copied()) {
        if !known.contains(&location) {
            known.push(location);
        }
    }
    let act = Act::SetLocations { locations: chosen.to_vec() };
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: "Select location".into(),
        lead: "These locations are offered in the field User location of an invitation.".into(),
        body: SheetBody::Locations(
            known
                .into_iter()
                .map(|location| LocationChoice { location, is_ticked: chosen.contains(&location) })
                .collect(),
        ),
        notes: vec![Status::new(
            Tone::Neutral,
            "A location makes the platform faster for its members. It has no effect on access.",
        )],
        commit: Some(lens.control("Apply", Command::new(viewer, platform, act), None)),
    })
}
