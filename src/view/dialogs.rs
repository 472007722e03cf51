//! The two dialogs of the platform: *Invite members* and *Add member(s)*.

use super::{Rows, Status, TriedData, WizardStep};
use crate::domain::{
    AccessRole, Command, InvitedRole, LocationId, OrganizationId, PersonId, PlatformId, RoleId, SpaceId, UserRight,
};
use serde::Serialize;

/// The *Invite members* wizard (F3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InviteData {
    /// On which platform.
    pub platform: PlatformId,
    /// Its name.
    pub platform_name: String,
    /// Its colour index.
    pub color: usize,
    /// The open step.
    pub step: WizardStep,
    /// What is wrong with the addresses, if anything; *Next* waits for it.
    pub email_problem: Option<String>,
    /// Who is behind the typed addresses.
    pub recognized: Vec<Status>,
    /// The rights to choose from: right, label, explanation.
    pub rights: Vec<(UserRight, String, String)>,
    /// The chosen right.
    pub right: UserRight,
    /// A caution about the right (C27).
    pub right_caution: Option<String>,
    /// The locations offered; none while the option is off.
    pub locations: Option<Vec<LocationId>>,
    /// The organizations declared here that the person may work for: id and name; none when there is nothing to choose.
    pub organizations: Vec<(OrganizationId, String)>,
    /// "Selected": names of ticked roles.
    pub selected: Vec<String>,
    /// "Available roles with licenses".
    pub with_licenses: Vec<WizardRole>,
    /// "Available roles without any license"; none while the option is off.
    pub without_license: Option<Vec<WizardRole>>,
    /// Why a list is missing or short (D3, D5).
    pub list_note: Option<String>,
    /// What the guest told the host, as a note (R49).
    pub guest_note: Option<String>,
    /// Warnings that do not stop the invitation (W18).
    pub warnings: Vec<String>,
    /// What sending would do, line by line.
    pub summary: Vec<Status>,
    /// What the guest will see by default once they accept; in the last step.
    pub forecast: Option<ForecastData>,
    /// What *Invite* would submit.
    pub command: Option<Command>,
    /// Why it would be refused.
    pub refusal: Option<String>,
    /// The refusal that came back when it was tried.
    pub tried: Option<TriedData>,
}

/// What somebody will see once they accept the invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForecastData {
    /// "What Ben will see at Aldermoor on accepting".
    pub title: String,
    /// One line for each thing that opens, or why accepting would be refused.
    pub lines: Vec<Status>,
    /// The smallest changes of the draft that narrow it without losing what it is for.
    pub narrower: Vec<Narrower>,
}

/// A change of the draft that gives less and keeps its purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Narrower {
    /// "Invite as External".
    pub label: String,
    /// "keeps Ben out of Common Space".
    pub words: String,
    /// The change.
    #[serde(skip)]
    pub change: DraftChange,
}

/// One change of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftChange {
    /// Another right.
    Right(UserRight),
    /// Other switches of a role.
    Terms(InvitedRole),
    /// A role left out.
    LeaveOut(RoleId),
}

/// One role in the wizard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WizardRole {
    /// Which.
    pub role: RoleId,
    /// Its name.
    pub name: String,
    /// Is it ticked?
    pub is_ticked: bool,
    /// Why it cannot be unticked (IFW) .
    pub locked: Option<String>,
    /// Was it ticked along as a prerequisite?
    pub is_ticked_along: bool,
    /// *Assign License*, shown when ticked. The commands inside are not used; the wizard keeps a draft.
    pub assign: WizardSwitch,
    /// *Restrict Usage to this Platform*.
    pub restrict: WizardSwitch,
    /// "3 of 4 remaining" or the exact red text "Not enough licenses available (0 remaining)".
    pub remaining: Status,
}

/// A switch of the wizard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum WizardSwitch {
    /// Offered.
    Shown {
        /// Is it on?
        on: bool,
        /// Why it is grey.
        disabled: Option<String>,
    },
    /// Not offered, and why.
    Hidden(String),
}

/// The *Add member(s)* dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AddMemberData {
    /// On which platform.
    pub platform: PlatformId,
    /// Its colour index.
    pub color: usize,
    /// Which space.
    pub space: SpaceId,
    /// "Add member(s): Hull-7".
    pub title: String,
    /// The access roles offered: role, label, explanation.
    pub roles: Vec<(AccessRole, String, String)>,
    /// The chosen one.
    pub role: AccessRole,
    /// *Enable restricted access*: is it ticked? None: it is not offered here (R136, R137).
    pub restricted: Option<bool>,
    /// The matches of what was typed: who, title, detail, what *Add member(s)* would submit or why not.
    pub matches: Rows<MatchRow>,
    /// What the search means when nothing matches (D10, D16).
    pub hint: String,
    /// The refusal that came back when it was tried.
    pub tried: Option<TriedData>,
}

/// One match of the search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatchRow {
    /// Who.
    pub person: PersonId,
    /// The name or the address.
    pub title: String,
    /// "External (Pending)".
    pub detail: String,
    /// What choosing does.
    pub command: Command,
    /// A warning that does not stop it (C10).
    pub warning: Option<String>,
}
