//! The smaller dialogs: what is typed in them, and what they show. All are drawn by one sheet.

use super::{AddMemberDraft, AdvancedTable, Control, GroupPick, InviteDraft, Status, WizardRole};
use crate::domain::{Act, Command, LocationId, PlatformId, SpaceId, SpaceSubject};
use serde::Serialize;

/// A dialog that is open, with what was typed and ticked in it so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetDraft {
    /// *(select location)*: which locations an invitation offers (R108).
    Locations {
        /// Where.
        platform: PlatformId,
        /// The ticked ones, in the order of ticking.
        chosen: Vec<LocationId>,
        /// A location that is not in the list yet.
        typed: String,
    },
    /// *(select default roles to assign)* (R106, F8).
    DefaultRoles {
        /// Where.
        platform: PlatformId,
        /// Ticked roles, their switches and the search, as in the wizard.
        roles: Box<InviteDraft>,
        /// *View selected roles only*.
        only_selected: bool,
    },
    /// *Add group(s)* (F20, R117, R157).
    AddGroups(AddMemberDraft),
    /// *Advanced*: members by organizations (R135, F25).
    Advanced {
        /// Where.
        platform: PlatformId,
        /// Which space.
        space: SpaceId,
        /// People who are not in yet, by name or address.
        typed: String,
    },
}

impl SheetDraft {
    /// Is the dialog through when this was done?
    #[must_use]
    pub fn is_done_by(&self, command: &Command) -> bool {
        let Command::Do { act, .. } = command else { return false };
        match self {
            Self::Locations { .. } => matches!(act, Act::SetLocations { .. }),
            Self::DefaultRoles { .. } => matches!(act, Act::SetDefaultRoles { .. }),
            Self::AddGroups(_) => matches!(act, Act::AddSpaceMember { who: SpaceSubject::Group(_), .. }),
            Self::Advanced { .. } => false,
        }
    }
}

/// A dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetData {
    /// The platform it stands over; none: over the whole window.
    pub platform: Option<PlatformId>,
    /// The colour index of the platform.
    pub color: Option<usize>,
    /// The title; also the name of the region.
    pub title: String,
    /// The sentence under it.
    pub lead: String,
    /// What is in it.
    pub body: SheetBody,
    /// What to know before it is done.
    pub notes: Vec<Status>,
    /// The button at the foot; none: every control in it acts at once.
    pub commit: Option<Control>,
}

/// What is in a dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum SheetBody {
    /// Locations to tick.
    Locations(Vec<LocationChoice>),
    /// Roles to tick, with their switches.
    Roles(RoleChoices),
    /// Groups to add to a space.
    Groups(GroupPick),
    /// Members by organizations.
    Advanced(AdvancedTable),
}

/// A location to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocationChoice {
    /// Which.
    pub location: LocationId,
    /// Is it ticked?
    pub is_ticked: bool,
}

/// The roles of *Default roles to assign* (F8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleChoices {
    /// "Available roles with licenses".
    pub with_licenses: Vec<WizardRole>,
    /// "Available roles without any license"; none while the option is off.
    pub without_license: Option<Vec<WizardRole>>,
    /// How many are ticked.
    pub ticked: usize,
}

/// Opens a dialog from a place; greyed with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenSheet {
    /// What is written on it.
    pub label: String,
    /// What is opened; already filled with what holds now.
    #[serde(skip)]
    pub draft: SheetDraft,
    /// Why it cannot be used now.
    pub refusal: Option<String>,
}
