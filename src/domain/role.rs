//! Roles and their catalog: data, not constants (F44).

use super::RoleId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How a role's license is tied to a platform, and so which switches are offered (F32–F36, E2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RoleKind {
    /// IFW and CSV: linked to a platform, assign and restrict free.
    Platform,
    /// Linked to a platform, reusable elsewhere: assign and restrict free.
    LinkedReusable,
    /// Linked to a platform, always assigned and always restricted.
    LinkedFixed,
    /// Not linked to a platform: assign free, never restricted.
    NotLinked,
}

impl RoleKind {
    /// Is the license linked to a platform?
    #[must_use]
    pub fn is_linked(self) -> bool {
        self != Self::NotLinked
    }

    /// May *Assign License* be chosen?
    #[must_use]
    pub fn can_be_unassigned(self) -> bool {
        self != Self::LinkedFixed
    }

    /// May *Restrict Usage to this Platform* be chosen?
    #[must_use]
    pub fn can_be_unrestricted(self) -> bool {
        matches!(self, Self::Platform | Self::LinkedReusable)
    }
}

/// A set of apps that is granted to a person (T9).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The trigram, such as `XWA`.
    pub id: RoleId,
    /// The full display name.
    pub name: Arc<str>,
    /// A short display name for narrow places.
    pub short: Arc<str>,
    /// How its license is tied to a platform.
    pub kind: RoleKind,
    /// The roles it needs directly.
    #[serde(default)]
    pub prerequisites: Vec<RoleId>,
    /// The apps it brings, by their display names.
    #[serde(default)]
    pub apps: Vec<Arc<str>>,
}

/// All roles of a rehearsal, in the order in which they are shown and judged.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct RoleCatalog {
    roles: Vec<Role>,
    index: BTreeMap<RoleId, usize>,
}

/// Why a catalog is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogError {
    /// Two roles share a trigram.
    #[error("the role `{0}` is described twice")]
    Twice(RoleId),
    /// A prerequisite is not in the catalog.
    #[error("the role `{role}` needs `{prerequisite}`, which is not described; describe it or leave it out")]
    Unknown {
        /// The role that needs it.
        role: RoleId,
        /// What it needs.
        prerequisite: RoleId,
    },
    /// A role needs itself, directly or through others.
    #[error("the role `{0}` is its own prerequisite, directly or through others; a prerequisite may not lead back")]
    Cycle(RoleId),
    /// A base role is missing.
    #[error("the role `{0}` is missing from the catalog; every platform needs it")]
    Missing(RoleId),
}

impl RoleCatalog {
    /// A catalog of these roles. Fails on doubles, unknown prerequisites and cycles. Prerequisites are put into the
    /// order of the catalog, which is the order of reporting (E12).
    pub fn new(mut roles: Vec<Role>) -> Result<Self, CatalogError> {
        let mut index = BTreeMap::new();
        for (position, role) in roles.iter().enumerate() {
            if index.insert(role.id, position).is_some() {
                return Err(CatalogError::Twice(role.id));
            }
        }
        for role in &mut roles {
            role.prerequisites.sort_by_key(|id| index.get(id));
        }
        let catalog = Self { roles, index };
        for base in [RoleId::ifw(), RoleId::csv()] {
            catalog.get(base).ok_or(CatalogError::Missing(base))?;
        }
        for role in &catalog.roles {
            for prerequisite in &role.prerequisites {
                if catalog.get(*prerequisite).is_none() {
                    return Err(CatalogError::Unknown { role: role.id, prerequisite: *prerequisite });
                }
            }
        }
        match catalog.cycle() {
            Some(role) => Err(CatalogError::Cycle(role)),
            None => Ok(catalog),
        }
    }

    /// The first role, in catalog order, of a cycle of prerequisites. Every role and every prerequisite is looked at once.
    fn cycle(&self) -> Option<RoleId> {
        let mut closed = vec![false; self.roles.len()];
        let mut path: Vec<(usize, usize)> = Vec::new();
        let mut depth: Vec<Option<usize>> = vec![None; self.roles.len()];
        for start in 0..self.roles.len() {
            let mut next = Some(start);
            loop {
                if let Some(position) = next.take()
                    && !closed.get(position).copied().unwrap_or(true)
                {
                    if let Some(entered) = depth.get(position).copied().flatten() {
                        let first = path.iter().skip(entered).map(|(on_path, _)| *on_path).min();
                        return first.and_then(|position| self.roles.get(position)).map(|role| role.id);
                    }
                    depth.get_mut(position)?.replace(path.len());
                    path.push((position, 0));
                }
                let Some((position, looked_at)) = path.last_mut() else { break };
                let needed = self.roles.get(*position).and_then(|role| role.prerequisites.get(*looked_at));
                *looked_at += 1;
                if let Some(needed) = needed {
                    next = self.index.get(needed).copied();
                } else {
                    *closed.get_mut(*position)? = true;
                    *depth.get_mut(*position)? = None;
                    path.pop();
                }
            }
        }
        None
    }

    /// The role with this id.
    #[must_use]
    pub fn get(&self, id: RoleId) -> Option<&Role> {
        self.index.get(&id).and_then(|position| self.roles.get(*position))
    }

    /// All roles in catalog order.
    pub fn iter(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter()
    }

    /// Where the role stands in the catalog; unknown ones last.
    #[must_use]
    pub fn position(&self, id: RoleId) -> usize {
        self.index.get(&id).copied().unwrap_or(usize::MAX)
    }

    /// How the role's license is tied; an unknown role counts as not linked.
    #[must_use]
    pub fn kind(&self, id: RoleId) -> RoleKind {
        self.get(id).map_or(RoleKind::NotLinked, |role| role.kind)
    }

    /// The roles this one needs directly, in catalog order.
    #[must_use]
    pub fn prerequisites(&self, id: RoleId) -> &[RoleId] {
        self.get(id).map_or(&[], |role| role.prerequisites.as_slice())
    }

    /// These roles and all they need, directly or through others.
    #[must_use]
    pub fn with_prerequisites(&self, roles: &[RoleId]) -> BTreeSet<RoleId> {
        let behind = roles.iter().flat_map(|role| self.all_prerequisites(*role));
        roles.iter().copied().chain(behind).collect()
    }

    /// The roles this one needs directly or through others, in catalog order. A cycle includes the role itself.
    #[must_use]
    pub fn all_prerequisites(&self, id: RoleId) -> Vec<RoleId> {
        let mut found: BTreeSet<(usize, RoleId)> = BTreeSet::new();
        let mut open: Vec<RoleId> = self.prerequisites(id).to_vec();
        while let Some(next) = open.pop() {
            if found.insert((self.position(next), next)) {
                open.extend_from_slice(self.prerequisites(next));
            }
        }
        found.into_iter().map(|(_, role)| role).collect()
    }
}
