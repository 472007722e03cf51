//! What follows at once from any act: whoever can no longer connect is put out (E4).

use crate::access::{is_signed_in, touched};
use crate::domain::{Event, World};

/// The people who worked on a platform and can connect to it no longer.
pub(super) fn of(before: &World, after: &World) -> Vec<Event> {
    let touched = touched(before, after);
    if touched.is_empty() {
        return Vec::new();
    }
    after
        .in_order(touched)
        .into_iter()
        .filter_map(|person| after.person(person))
        .filter(|person| person.connected.is_some_and(|platform| !is_signed_in(after, person.id, platform)))
        .map(|person| Event::Disconnected { person: person.id })
        .collect()
}
