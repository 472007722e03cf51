//! A long list of which only a part is filled in: what is drawn, and some more around it.

use super::Lens;
use crate::domain::{Crowd, GroupId, PersonId, PlatformId, SpaceId};
use serde::Serialize;

/// A list that can be long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Listing {
    /// The member cards of a platform.
    Members(PlatformId),
    /// The people who can be played on a panel.
    Viewers(PlatformId),
    /// The people who can sign in on a panel.
    SignIn(PlatformId),
    /// The people who can be put into focus.
    Focus,
    /// The spaces of a platform.
    Spaces(PlatformId),
    /// The persons in a space.
    SpaceMembers(PlatformId, SpaceId),
    /// The groups of a platform.
    Groups(PlatformId),
    /// The persons in a group.
    GroupMembers(PlatformId, GroupId),
    /// The persons who can be put into a group.
    Joins(PlatformId, GroupId),
    /// The messages of the person who is signed in on a panel.
    Mail(PlatformId),
    /// The people who match what is typed in *Add member(s)*.
    Matches,
    /// The people who match what is typed in the open dialog, or stand in its table.
    Sheet,
}

impl Listing {
    /// How many rows are filled in: as many as usually fit on a screen, few where a list drops down.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Members(_) | Self::Spaces(_) | Self::Groups(_) | Self::Mail(_) => 16,
            Self::SpaceMembers(..) | Self::GroupMembers(..) | Self::Matches | Self::Sheet => 32,
            Self::Viewers(_) | Self::SignIn(_) | Self::Focus | Self::Joins(..) => 12,
        }
    }

    /// Does it drop down from a button, so that a line is found by its first letters?
    #[must_use]
    pub fn drops_down(self) -> bool {
        matches!(self, Self::Viewers(_) | Self::SignIn(_) | Self::Focus | Self::Joins(..))
    }

    /// How many rows are filled in until the window asks for others. For each who can sign in the whole login is decided;
    /// where they are many, that waits until the list has dropped down.
    fn at_first(self, total: usize) -> usize {
        match self {
            Self::SignIn(_) if total > self.most() => 0,
            _ => self.most(),
        }
    }
}

/// The rows of a list that are filled in, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rows<T> {
    /// How many rows there are.
    pub total: usize,
    /// The place of the first that is filled in.
    pub first: usize,
    /// Those that are filled in.
    pub rows: Vec<T>,
    /// The place of the row that *Show me* leads to, or that is the chosen one.
    pub sought: Option<usize>,
    /// What is written in all rows, of a long list that dropped down; else nothing.
    #[serde(skip)]
    pub labels: Vec<String>,
}

impl<T> Rows<T> {
    /// Nothing.
    #[must_use]
    pub fn none() -> Self {
        Self::whole(Vec::new())
    }

    /// All of them.
    #[must_use]
    pub fn whole(rows: Vec<T>) -> Self {
        Self { total: rows.len(), first: 0, rows, sought: None, labels: Vec::new() }
    }

    /// Those of `all` that can be seen, filled in. `total` says how many there are.
    pub fn fill<I>(
        lens: &Lens<'_>,
        listing: Listing,
        total: usize,
        all: impl Iterator<Item = I>,
        row: impl FnMut(I) -> T,
    ) -> Self {
        let (wanted, most) = lens.selection.reached.get(&listing).copied().unwrap_or((0, listing.at_first(total)));
        let first = wanted.min(total.saturating_sub(most));
        let rows = all.skip(first).take(most).map(row).collect();
        Self { total, first, rows, sought: None, labels: Vec::new() }
    }

    /// Those of a crowd that can be seen, filled in.
    pub fn of_crowd(lens: &Lens<'_>, listing: Listing, crowd: &Crowd, row: impl FnMut(PersonId) -> T) -> Self {
        Self::fill(lens, listing, crowd.len(), crowd.iter(), row)
    }

    /// With what is written in all rows, where only some of them are filled in and the window has asked for others.
    #[must_use]
    pub fn labelled(self, lens: &Lens<'_>, listing: Listing, all: impl Iterator<Item = String>) -> Self {
        let is_needed = self.rows.len() < self.total && lens.selection.reached.contains_key(&listing);
        Self { labels: if is_needed { all.collect() } else { Vec::new() }, ..self }
    }

    /// The row at this place comes into view.
    #[must_use]
    pub fn seeking(self, place: Option<usize>) -> Self {
        Self { sought: place, ..self }
    }

    /// Is there no row?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// The rows that are filled in.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.iter()
    }

    /// The row at this place, when it is filled in.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&T> {
        place.checked_sub(self.first).and_then(|place| self.rows.get(place))
    }
}
