//! The smaller dialogs: what is typed in them, and what they show. All are drawn by one sheet.

use super::{
    AddMemberDraft, AdvancedTable, Control, FromMessageData, GroupPick, InviteDraft, Rows, Status, WizardRole,
    WizardSwitch,
};
use crate::diagnosis::Symptom;
use crate::domain::{
    Act, Command, GrantTerms, ItemId, LocationId, PersonId, PlatformId, RoleId, SpaceId, SpaceSubject, StageAct,
};
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
    /// *Edit properties* of a space (F24, F26).
    Properties {
        /// Where.
        platform: PlatformId,
        /// Which space.
        space: SpaceId,
        /// Its title, as typed.
        name: String,
    },
    /// *Set the stage*: what the trainer puts there (E1).
    Stage(super::StageDraft),
    /// *Grant role*, with the choice of both switches (R97–R99).
    Grant {
        /// Where.
        platform: PlatformId,
        /// To whom.
        person: PersonId,
        /// Which role.
        role: RoleId,
        /// The switches as they stand.
        terms: GrantTerms,
    },
    /// *Share* (R104, R105).
    Share {
        /// Where.
        platform: PlatformId,
        /// What.
        item: ItemId,
        /// A name or an address.
        typed: String,
    },
    /// *Import Members*: lines of the administrators' own format (F30).
    Import {
        /// Where.
        platform: PlatformId,
        /// What was pasted, typed or read from a file.
        text: String,
        /// Are only the lines shown that cannot be imported?
        only_problems: bool,
    },
    /// Licenses of a role, set by the trainer.
    Pool {
        /// Where.
        platform: PlatformId,
        /// Of which role.
        role: RoleId,
        /// How many, as typed.
        purchased: String,
        /// The last valid day, as typed.
        last_day: String,
    },
    /// The clock, moved by the trainer.
    Clock {
        /// A day, as typed.
        typed: String,
    },
    /// The readings of the guides.
    Readings,
    /// A message to somebody whose turn it is.
    Message(Box<MessageDraft>),
    /// *From the message*: what is reported, about whom and where; left out: chosen by who is in focus.
    FromMessage {
        /// What is reported.
        symptom: Option<Symptom>,
        /// Whom it is about.
        person: Option<PersonId>,
        /// Where.
        platform: Option<PlatformId>,
    },
    /// What can be opened: lessons, situations or drills.
    Library(super::Mode),
}

/// A message that is ready to be copied, and can still be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageDraft {
    /// To whom.
    pub to: PersonId,
    /// The first name.
    pub name: String,
    /// The words.
    pub text: String,
}

impl SheetDraft {
    /// Is the dialog through when this was done?
    #[must_use]
    pub fn is_done_by(&self, command: &Command) -> bool {
        let act = match command {
            Command::Do { act, .. } => act,
            Command::Stage(act) => {
                return matches!((self, act), (Self::Pool { .. }, StageAct::SetPool { .. }));
            }
        };
        match self {
            Self::Properties { .. } => matches!(act, Act::EditSpaceProperties { .. }),
            Self::Grant { .. } => matches!(act, Act::GrantRole { .. }),
            Self::Share { .. } => matches!(act, Act::ShareItem { .. }),
            Self::Locations { .. } => matches!(act, Act::SetLocations { .. }),
            Self::DefaultRoles { .. } => matches!(act, Act::SetDefaultRoles { .. }),
            Self::AddGroups(_) => matches!(act, Act::AddSpaceMember { who: SpaceSubject::Group(_), .. }),
            Self::Advanced { .. }
            | Self::Import { .. }
            | Self::Stage(_)
            | Self::Pool { .. }
            | Self::Clock { .. }
            | Self::Readings
            | Self::Message(_)
            | Self::FromMessage { .. }
            | Self::Library(_) => false,
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
    /// A title to type.
    Properties,
    /// A form with what the trainer can put on the stage.
    Stage(super::StageForm),
    /// The two switches of a grant.
    Grant(GrantData),
    /// People to share with.
    Share(ShareData),
    /// Lines to import, and what becomes of each.
    Import(ImportData),
    /// Two numbers to type.
    Pool,
    /// Steps of the clock.
    Clock(Box<ClockData>),
    /// Switches of the readings.
    Readings(Vec<ReadingRow>),
    /// The words of a message.
    Message,
    /// What is reported, and its causes.
    FromMessage(Box<FromMessageData>),
    /// What can be opened.
    Library(super::LibraryData),
}

/// A role that can be granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GrantChoice {
    /// Is it in the list of roles without any license (R109)?
    pub is_without_license: bool,
    /// Grants it on the usual terms.
    pub control: Control,
    /// Asks for the terms first, where there is a choice.
    pub ask: Option<OpenSheet>,
}

/// The two switches of a grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GrantData {
    /// *Assign License*.
    pub assign: WizardSwitch,
    /// *Restrict Usage to this Platform*.
    pub restrict: WizardSwitch,
}

/// What *Share* shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShareData {
    /// Members who match what was typed.
    pub matches: Rows<ShareMatch>,
    /// With whom it is shared already.
    pub shared_with: Vec<String>,
}

/// A member to share with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShareMatch {
    /// The name, or the address of somebody who has not accepted.
    pub title: String,
    /// "External (Pending)".
    pub detail: String,
    /// Shares it.
    pub control: Control,
}

/// What *Import Members* shows before anything is done (F30).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportData {
    /// The fields of a line, in order.
    pub pattern: String,
    /// A line as it could be.
    pub example: String,
    /// "3 lines will be imported", "1 line is left out", or why the text cannot be read at all.
    pub summary: Vec<Status>,
    /// What becomes of each line, in order; the first of very many.
    pub lines: Vec<Status>,
    /// How many further lines are not shown.
    pub more: usize,
    /// Is there a line that cannot be imported?
    pub has_problems: bool,
}

/// What the clock shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClockData {
    /// "+1 day", "+10 days".
    pub steps: Vec<Control>,
    /// Goes to the day on which the next licenses have expired, and which they are.
    pub expiry: Option<(Control, String)>,
    /// Goes to the typed day.
    pub go: Control,
}

/// One open choice of the guides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingRow {
    /// What it is about.
    pub title: String,
    /// The reading that holds while the switch is off.
    pub default: String,
    /// The reading that holds while it is on.
    pub alternative: String,
    /// The rules concerned.
    pub source: String,
    /// Is the switch on?
    pub is_alternative: bool,
    /// Flips it.
    pub control: Control,
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
