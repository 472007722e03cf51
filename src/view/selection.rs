//! What the operator has selected on screen: not part of any world, never in the log.

use crate::access::Question;
use crate::domain::{
    AccessRole, Command, GroupId, InvitedRole, LocationId, MemberOption, OrganizationId, PersonId, PlatformId, Refusal,
    RoleId, SpaceId, SpaceSetting, UserRight,
};
use std::collections::{BTreeMap, BTreeSet};

/// The tabs of a platform panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum PanelTab {
    /// The Members Control Center.
    #[default]
    Members,
    /// The Collaborative Spaces Control Center and 3DSpace.
    Spaces,
    /// The User Groups app.
    Groups,
    /// Mail and notifications of the signed-in person.
    Mail,
    /// What the signed-in person sees: apps, spaces, content.
    View,
}

/// A place in the window that can be shown and marked (*Show me*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Spot {
    /// A member option.
    Option(PlatformId, MemberOption),
    /// A space setting.
    Setting(PlatformId, SpaceSetting),
    /// The button that opens the invitation wizard.
    InviteButton(PlatformId),
    /// A member's card.
    Member(PlatformId, PersonId),
    /// *Assign License* of a member's role.
    AssignLicense(PlatformId, PersonId, RoleId),
    /// *Restrict Usage to this Platform* of a member's role.
    RestrictUsage(PlatformId, PersonId, RoleId),
    /// The list of roles that can still be granted to a member.
    GrantRole(PlatformId, PersonId),
    /// A space with its members.
    Space(PlatformId, SpaceId),
    /// The mail of a person, seen on this platform's panel.
    Mail(PlatformId, PersonId),
    /// The drop-down that switches platform, on the panel where the person is now.
    PlatformMenu(PlatformId, PersonId),
    /// The license counters of a platform.
    Pools(PlatformId),
}

impl Spot {
    /// The panel it is in.
    #[must_use]
    pub fn platform(self) -> PlatformId {
        match self {
            Self::Option(platform, _)
            | Self::Setting(platform, _)
            | Self::InviteButton(platform)
            | Self::Member(platform, _)
            | Self::AssignLicense(platform, _, _)
            | Self::RestrictUsage(platform, _, _)
            | Self::GrantRole(platform, _)
            | Self::Space(platform, _)
            | Self::Mail(platform, _)
            | Self::PlatformMenu(platform, _)
            | Self::Pools(platform) => platform,
        }
    }

    /// The tab it is on.
    #[must_use]
    pub fn tab(self) -> Option<PanelTab> {
        match self {
            Self::Option(..)
            | Self::InviteButton(_)
            | Self::Member(..)
            | Self::AssignLicense(..)
            | Self::RestrictUsage(..)
            | Self::GrantRole(..)
            | Self::Pools(_) => Some(PanelTab::Members),
            Self::Setting(..) | Self::Space(..) => Some(PanelTab::Spaces),
            Self::Mail(..) => Some(PanelTab::Mail),
            Self::PlatformMenu(..) => None,
        }
    }
}

/// The steps of the *Invite members* wizard (F3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize)]
pub enum WizardStep {
    /// Addresses, right, location.
    #[default]
    Members,
    /// Both role lists.
    Roles,
    /// Nothing to choose here; the summary before *Invite*.
    AdditionalApps,
}

/// What has been typed and ticked in the *Invite members* wizard so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InviteDraft {
    /// Which step is open.
    pub step: WizardStep,
    /// The field *User email*, several addresses separated by ";".
    pub emails: String,
    /// The chosen right; until somebody chooses, External (C27).
    pub right: Option<UserRight>,
    /// The field *User location*, while it is offered.
    pub location: Option<LocationId>,
    /// The declared organization the invited person works for (C34).
    pub organization: Option<OrganizationId>,
    /// The role search.
    pub search: String,
    /// The filter *Roles without any license* (R109).
    pub only_without_license: bool,
    /// The ticked roles with their switches; ticking brings the prerequisites along (F43).
    pub roles: BTreeMap<RoleId, InvitedRole>,
    /// Roles ticked only because another needs them: shown as such.
    pub ticked_along: BTreeSet<RoleId>,
}

/// What has been typed in *Add member(s)*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddMemberDraft {
    /// The platform.
    pub platform: PlatformId,
    /// The space.
    pub space: SpaceId,
    /// The search field: "Enter a name or a login".
    pub search: String,
    /// The level to give.
    pub role: AccessRole,
    /// Is *Enable restricted access* ticked?
    pub restricted: bool,
}

/// A command that was refused, kept to show it where it was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedTry {
    /// What was tried.
    pub command: Command,
    /// Why not.
    pub refusal: Refusal,
    /// Was the same refused just before? It flips from try to try, so that each is said.
    pub is_again: bool,
}

/// The dialogs over the panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// The *Invite members* wizard.
    Invite,
    /// *Add member(s)*.
    AddMember,
    /// A smaller dialog.
    Sheet,
}

/// Everything selected on screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Whose eyes each panel looks through.
    pub viewers: BTreeMap<PlatformId, PersonId>,
    /// The open tab of each panel.
    pub tabs: BTreeMap<PlatformId, PanelTab>,
    /// The open member card of each panel.
    pub open_members: BTreeMap<PlatformId, PersonId>,
    /// The open space of each panel.
    pub open_spaces: BTreeMap<PlatformId, SpaceId>,
    /// The order of the panels; those not in it follow in the order of the world file.
    pub order: Vec<PlatformId>,
    /// Panels folded to a strip.
    pub folded: BTreeSet<PlatformId>,
    /// The platform that the rehearsal is about for a person who is no guest yet.
    pub scenes: BTreeMap<PersonId, PlatformId>,
    /// The person in focus, for board and bridge.
    pub focus: Option<PersonId>,
    /// The question of the inquiry; none: the first cut of the person in focus.
    pub question: Option<Question>,
    /// How it is asked about.
    pub inquiry: super::Inquiry,
    /// What is chosen in *How to*.
    pub how_to: super::HowToDraft,
    /// The facts that *How to* asks for beside the one in question.
    pub together: Vec<super::Together>,
    /// The way whose steps *How to* shows; none: the shortest.
    pub way: Option<Vec<Command>>,
    /// What the person in question is compared with in *Who can*.
    pub compare: super::Comparison,
    /// The wizard that is open, per platform.
    pub invite: Option<(PlatformId, InviteDraft)>,
    /// The *Add member(s)* dialog that is open.
    pub add_member: Option<AddMemberDraft>,
    /// The smaller dialog that is open.
    pub sheet: Option<super::SheetDraft>,
    /// In which order the dialogs were opened; see [`Selection::dialog`].
    pub opened: Vec<Dialog>,
    /// What was pasted into *Import Members*, per platform; closing the dialog loses nothing.
    pub imports: BTreeMap<PlatformId, String>,
    /// The closed book, while a drill is open.
    pub drill: Option<super::DrillBook>,
    /// The refused try that is shown.
    pub refused: Option<RefusedTry>,
    /// The acts whose effects are shown before they are done (*What if*), in order.
    pub preview: Vec<Command>,
    /// The place that is marked now.
    pub marked: Option<Spot>,
    /// How far each long list is scrolled: the first row that is filled in, and how many are.
    pub reached: BTreeMap<super::Listing, (usize, usize)>,
    /// The open group of each panel.
    pub open_groups: BTreeMap<PlatformId, GroupId>,
    /// The name typed for a new group, per platform.
    pub new_group: BTreeMap<PlatformId, String>,
    /// The name typed for a new space, per platform.
    pub new_space: BTreeMap<PlatformId, String>,
}

impl Selection {
    /// The dialog on top: the one opened last. Others that are open wait below it, with what was typed.
    #[must_use]
    pub fn dialog(&self) -> Option<Dialog> {
        let is_open = |dialog: &&Dialog| match dialog {
            Dialog::Invite => self.invite.is_some(),
            Dialog::AddMember => self.add_member.is_some(),
            Dialog::Sheet => self.sheet.is_some(),
        };
        self.opened.iter().rev().find(is_open).copied()
    }

    /// Brings a dialog to the top.
    pub fn open(&mut self, dialog: Dialog) {
        self.opened.retain(|other| *other != dialog);
        self.opened.push(dialog);
    }
}
