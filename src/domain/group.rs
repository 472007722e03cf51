//! User groups (T21).

use super::{GroupId, PersonId, RoleId};
use imbl::OrdSet;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A named set of persons, with the roles it grants them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UserGroup {
    /// The id.
    pub id: GroupId,
    /// The display name.
    pub name: Arc<str>,
    /// Who is in it.
    pub members: OrdSet<PersonId>,
    /// Roles granted to everybody in it.
    pub roles: BTreeSet<RoleId>,
}
