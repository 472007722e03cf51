//! Whom an act bears on. Worlds share what did not change, so it is found by walking what differs, not everybody.

use crate::domain::{MemberOption, PersonId, Platform, World};
use imbl::ordmap::DiffItem;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everybody whose access may stand differently in `after`; those left out stand as before.
#[must_use]
pub fn touched(before: &World, after: &World) -> BTreeSet<PersonId> {
    let is_new_ground =
        before.readings() != after.readings() || before.platforms().count() != after.platforms().count();
    if is_new_ground {
        return after.cast().collect();
    }
    let mut found = BTreeSet::new();
    for (was, is) in before.platforms().zip(after.platforms()) {
        if std::ptr::eq(was, is) && before.today() == after.today() {
            continue;
        }
        members(was, is, &mut found);
        spaces(was, is, &mut found);
        groups(was, is, &mut found);
        expiry(before, after, was, is, &mut found);
    }
    let option = |platform: &Platform| platform.has_option(MemberOption::GrantWithoutLicense);
    if before.platforms().zip(after.platforms()).any(|(was, is)| option(was) != option(is)) {
        // Whoever is on more than one platform is a guest somewhere: an option of one bears on the licenses of others.
        found.extend(after.platforms().flat_map(|platform| after.roll(platform.id).guests.iter()));
    }
    found
}

fn members(was: &Platform, is: &Platform, found: &mut BTreeSet<PersonId>) {
    found.extend(was.members.diff(&is.members).map(|item| key(&item)));
}

fn key<K: Copy, V>(item: &DiffItem<'_, '_, K, V>) -> K {
    match item {
        DiffItem::Add(key, _) | DiffItem::Remove(key, _) | DiffItem::Update { new: (key, _), .. } => **key,
    }
}

/// Own entries that differ, and the members of groups whose access differs.
fn spaces(was: &Platform, is: &Platform, found: &mut BTreeSet<PersonId>) {
    for item in was.spaces.diff(&is.spaces) {
        let (old, new) = match item {
            DiffItem::Add(_, new) => (None, Some(new)),
            DiffItem::Remove(_, old) => (Some(old), None),
            DiffItem::Update { old, new } => (Some(old.1), Some(new.1)),
        };
        match (old, new) {
            (Some(old), Some(new)) => found.extend(old.entries.diff(&new.entries).map(|item| key(&item))),
            (Some(only), None) | (None, Some(only)) => found.extend(only.entries.keys().copied()),
            (None, None) => {}
        }
        if old.map(|space| &space.groups) == new.map(|space| &space.groups) {
            continue;
        }
        let of_groups = [old, new].into_iter().flatten().flat_map(|space| space.groups.keys());
        for group in of_groups {
            let sides = [was, is].into_iter().filter_map(|side| side.groups.get(group));
            found.extend(sides.flat_map(|group| group.members.iter().copied()));
        }
    }
}

/// The members of groups that grant other roles than before; whoever joined or left is a member who differs.
fn groups(was: &Platform, is: &Platform, found: &mut BTreeSet<PersonId>) {
    for item in was.groups.diff(&is.groups) {
        if let DiffItem::Update { old, new } = &item
            && old.1.roles == new.1.roles
        {
            continue;
        }
        let sides = match item {
            DiffItem::Add(_, new) => [None, Some(new)],
            DiffItem::Remove(_, old) => [Some(old), None],
            DiffItem::Update { old, new } => [Some(old.1), Some(new.1)],
        };
        found.extend(sides.into_iter().flatten().map(Arc::as_ref).flat_map(|group| group.members.iter().copied()));
    }
}

/// Whoever holds a license that expired, or is valid again.
fn expiry(before: &World, after: &World, was: &Platform, is: &Platform, found: &mut BTreeSet<PersonId>) {
    let roles = was.pools.keys().chain(is.pools.keys()).copied();
    let turned: BTreeSet<_> =
        roles.filter(|role| was.is_expired(*role, before.today()) != is.is_expired(*role, after.today())).collect();
    if turned.is_empty() {
        return;
    }
    let holds = |seats: &BTreeMap<_, _>| turned.iter().any(|role| seats.contains_key(role));
    found.extend(is.members.iter().filter(|(_, member)| holds(&member.seats)).map(|(person, _)| *person));
}
