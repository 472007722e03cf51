//! Spaces and their members as a panel shows them (R79–R81, F21, F22, F25).

use super::{Control, Face, OpenSheet, Rows, Status};
use crate::access::Question;
use crate::domain::{AccessRole, GroupId, OrganizationId, PersonId};
use serde::Serialize;

/// A line of the member list (F22).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpaceMemberRow {
    /// Who.
    pub face: Face,
    /// The name, or the address followed by "(pending)".
    pub title: String,
    /// The access role as listed.
    pub role: String,
    /// "Author · Hulls": one for each organization (R114–R116).
    pub credentials: Vec<String>,
    /// What it really opens now.
    pub access: Status,
    /// What to ask when the status is clicked.
    pub question: Question,
    /// The other levels, each with its control; `None` for the present one.
    pub levels: Vec<(String, Option<Control>)>,
    /// All content, or only that of one's own organization, at the same level (R136, R138).
    pub scopes: Vec<(String, Option<Control>)>,
    /// Takes the person out.
    pub remove: Control,
    /// What is worth a second look (C34).
    pub caution: Option<String>,
}

/// A group in the member list (R112, R117).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpaceGroupRow {
    /// Which.
    pub group: GroupId,
    /// Its name.
    pub title: String,
    /// The access role as listed.
    pub role: String,
    /// "Author · Aldermoor": a group's organization is always the host company.
    pub credential: String,
    /// "opens for 1 of 2 members" (R157).
    pub access: Status,
    /// The other levels.
    pub levels: Vec<(String, Option<Control>)>,
    /// All content, or only what the host company owns.
    pub scopes: Vec<(String, Option<Control>)>,
    /// Takes the group out.
    pub remove: Control,
    /// Outsiders in a group with a restricted access role (C24).
    pub caution: Option<String>,
}

/// The further doors to the members of a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpaceDoors {
    /// *Add group(s)*.
    pub groups: OpenSheet,
    /// *Advanced*.
    pub advanced: OpenSheet,
    /// *Edit properties*.
    pub properties: OpenSheet,
    /// Puts new content into the space, as the trainer.
    pub new_item: OpenSheet,
}

/// What *Add group(s)* shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupPick {
    /// Groups that match what was typed.
    pub matches: Vec<GroupMatch>,
    /// What to do when nothing matches.
    pub hint: String,
    /// The access roles offered: role, label, explanation.
    pub roles: Vec<(AccessRole, String, String)>,
    /// The chosen one.
    pub role: AccessRole,
    /// *Enable restricted access*: is it ticked? None: it is not offered (R137).
    pub restricted: Option<bool>,
}

/// A group that can be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupMatch {
    /// Its name.
    pub title: String,
    /// "2 members · Aldermoor".
    pub detail: String,
    /// Adds it.
    pub control: Control,
    /// Outsiders in a group with a restricted access role (C24).
    pub caution: Option<String>,
}

/// The *Advanced* table: a row for each member, a column for each organization (R135, C26, F25).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AdvancedTable {
    /// The organizations.
    pub columns: Vec<(OrganizationId, String)>,
    /// Members of the space, then people who match what was typed.
    pub rows: Rows<AdvancedRow>,
}

/// A member's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AdvancedRow {
    /// Who.
    pub person: PersonId,
    /// The name or the address.
    pub title: String,
    /// One cell for each column.
    pub cells: Vec<AdvancedCell>,
    /// Takes the person out; none for people who are not in.
    pub remove: Option<Control>,
}

/// A single credential.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AdvancedCell {
    /// The organization.
    pub organization: String,
    /// Does the person belong to it? Then the cell is grey (F25).
    pub belongs: bool,
    /// "Author", "Author (Restricted)" or "–".
    pub shown: String,
    /// What it can be changed to; `None` for the present one.
    pub levels: Vec<(String, Option<Control>)>,
}
