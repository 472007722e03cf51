//! The User Groups app as a panel shows it (R129, R130, F28, F29).

use super::{Control, Face, Rows};
use crate::domain::GroupId;
use serde::Serialize;

/// The groups of a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupsData {
    /// Every group.
    pub groups: Rows<GroupRow>,
    /// Why groups cannot be changed by the person signed in, when they cannot.
    pub note: Option<String>,
    /// What would create the group whose name is typed.
    pub create: Control,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupRow {
    /// Which.
    pub group: GroupId,
    /// Its name.
    pub name: String,
    /// "2 members, 1 role, in Hull-7".
    pub summary: String,
    /// Is it open?
    pub is_open: bool,
    /// Did the last act change it?
    pub has_changed: bool,
    /// Who is in it, when open.
    pub members: Rows<GroupMemberRow>,
    /// Who can be put into it; the label is the name.
    pub joins: Rows<Control>,
    /// The roles it grants, when open.
    pub roles: Vec<GroupRoleRow>,
    /// The roles it could grant; the label is the role's name.
    pub grants: Vec<Control>,
    /// The spaces it is in: name and access role.
    pub spaces: Vec<(String, String)>,
    /// What is worth a second look (C24).
    pub cautions: Vec<String>,
}

/// Somebody in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupMemberRow {
    /// Who.
    pub face: Face,
    /// "External · from Brightwell".
    pub detail: String,
    /// Takes the person out.
    pub leave: Control,
}

/// A role that a group grants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupRoleRow {
    /// Its name.
    pub name: String,
    /// "2 of 3 members hold a license".
    pub detail: String,
    /// Takes it from the group.
    pub ungrant: Control,
}
