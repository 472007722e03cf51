//! The licenses of one role: how many were bought, and their last day. The trainer sets both (E1, C16, R96).

use crate::domain::{Command, Day, Platform, PlatformId, RoleId, StageAct};
use crate::view::{Lens, OpenSheet, SheetBody, SheetData, SheetDraft, Status, Tone};

/// The button beside a counter.
pub(in crate::view::build) fn open(lens: &Lens<'_>, platform: &Platform, role: RoleId) -> OpenSheet {
    let (purchased, last) = platform.pools.get(&role).map_or((0, Day(0)), |pool| (pool.purchased, pool.expires));
    OpenSheet {
        label: format!("Licenses of {}…", lens.role_short(role)),
        draft: SheetDraft::Pool {
            platform: platform.id,
            role,
            purchased: purchased.to_string(),
            last_day: last.0.to_string(),
        },
        refusal: None,
    }
}

/// The dialog.
pub(super) fn pool(
    lens: &Lens<'_>,
    platform: PlatformId,
    role: RoleId,
    purchased: &str,
    last_day: &str,
) -> Option<SheetData> {
    let found = lens.world.platform(platform)?;
    let assigned = found.pools.get(&role).map_or(0, |pool| pool.assigned);
    let numbers = purchased.trim().parse::<u32>().ok().zip(last_day.trim().parse::<u32>().ok());
    let (count, day) = numbers.unwrap_or_default();
    let command = Command::Stage(StageAct::SetPool { platform, role, purchased: count, expires: Day(day) });
    let mut commit = lens.control("Set", command, None);
    if numbers.is_none() {
        commit = commit.greyed("Both are whole numbers.");
    } else if count < assigned {
        commit = commit.greyed(format!("{assigned} are assigned; take some back before fewer are owned."));
    }
    let today = lens.world.today();
    let mut notes = vec![Status::new(
        Tone::Neutral,
        format!("{assigned} are assigned. The trainer sets this; nobody on the platform can."),
    )];
    if numbers.is_some() && today > Day(day) {
        notes.push(Status::new(Tone::Caution, format!("Today is day {}: these licenses will have expired.", today.0)));
    }
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: format!("Licenses: {}", lens.role_short(role)),
        lead: format!("What {} bought of {}.", lens.platform(platform), lens.role(role)),
        body: SheetBody::Pool,
        notes,
        commit: Some(commit),
    })
}
