//! The clock, which the trainer moves, and the day licenses end (E1).

use crate::domain::{Command, Day, StageAct};
use crate::view::{ClockData, Lens, SheetBody, SheetData, Status, Tone};

/// The dialog.
pub(super) fn clock(lens: &Lens<'_>, typed: &str) -> SheetData {
    let today = lens.world.today();
    let to = |label: String, day: Day| lens.control(label, Command::Stage(StageAct::SetClock { day }), None);
    let later = |label: &str, days: u32| match today.0.checked_add(days) {
        Some(day) => to(label.into(), Day(day)),
        None => to(label.into(), Day(u32::MAX)).greyed(format!("The clock ends on day {}.", u32::MAX)),
    };
    let steps = vec![later("+1 day", 1), later("+10 days", 10)];
    let expiry = next_expiry(lens).map(|(day, what)| (to(format!("To day {}", day.0), day), what));
    let wanted: Option<u32> = typed.trim().parse().ok();
    let mut go = to("Go to this day".into(), wanted.map_or(today, Day));
    if wanted.is_none() {
        go = go.greyed(format!("Type a day as a whole number from 0 to {}.", u32::MAX));
    }
    SheetData {
        platform: None,
        color: None,
        title: "Clock".into(),
        lead: format!("It is day {}. The trainer moves the clock; nobody on a platform can.", today.0),
        body: SheetBody::Clock(Box::new(ClockData { steps, expiry, go })),
        notes: vec![Status::new(
            Tone::Neutral,
            "A license is valid on its last day and expired on the next. Roles are ungranted at a login, not by the \
             clock.",
        )],
        commit: None,
    }
}

/// The first day on which licenses that are valid today have expired, and which.
fn next_expiry(lens: &Lens<'_>) -> Option<(Day, String)> {
    let today = lens.world.today();
    let pools = lens.world.platforms().flat_map(|platform| {
        platform.pools.iter().filter(|(_, pool)| pool.purchased > 0).map(move |(role, pool)| (platform, *role, pool))
    });
    let valid: Vec<_> = pools.filter(|(_, _, pool)| pool.expires >= today && pool.expires.0 < u32::MAX).collect();
    let last = valid.iter().map(|(_, _, pool)| pool.expires).min()?;
    let mut names: Vec<String> = valid
        .iter()
        .filter(|(_, _, pool)| pool.expires == last)
        .map(|(platform, role, _)| format!("{} of {}", lens.role_short(*role), lens.short(platform.id)))
        .collect();
    let more = names.len().saturating_sub(2);
    names.truncate(2);
    let words = names.join(", ");
    let words = if more > 0 {
        format!("the first day without {words} and {more} more")
    } else {
        format!("the first day without {words}")
    };
    Some((Day(last.0.saturating_add(1)), words))
}
