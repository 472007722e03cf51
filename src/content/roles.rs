//! The role catalog: built-in data, to which a rehearsal may add (F44).

use super::List;
use crate::domain::{Role, RoleCatalog, role::CatalogError};
use std::collections::BTreeSet;

/// The built-in catalog as text.
pub const ROLES: &str = include_str!("../../assets/roles.ron");

/// The built-in roles, in catalog order. A test proves that the text can be read.
#[must_use]
pub fn built_in() -> Vec<Role> {
    super::read::options().from_str(ROLES).unwrap_or_default()
}

/// The built-in catalog with the roles of a rehearsal; one with a known id takes that role's place.
///
/// Fails on a role that is described twice, on unknown prerequisites and on cycles.
pub fn catalog(extra: &List<Role>) -> Result<RoleCatalog, CatalogError> {
    let mut roles = built_in();
    let known = roles.len();
    let mut seen = BTreeSet::new();
    for role in extra {
        let place = roles.iter().take(known).position(|other| other.id == role.id);
        let is_first = seen.insert(role.id);
        match place.and_then(|place| roles.get_mut(place)) {
            Some(old) if is_first => *old = role.value.clone(),
            _ => roles.push(role.value.clone()),
        }
    }
    RoleCatalog::new(roles)
}
