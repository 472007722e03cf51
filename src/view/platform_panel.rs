//! One platform as the person signed in there sees it.

use super::{
    Control, GrantChoice, GroupsData, OpenSheet, PanelTab, Rows, SpaceDoors, SpaceGroupRow, SpaceMemberRow, Spot,
    Status, SwitchCell,
};
use crate::access::Question;
use crate::domain::{Command, LocationId, MemberOption, PersonId, PlatformId, RoleId, SpaceId, SpaceSetting};
use serde::Serialize;

/// How a person's avatar is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Presence {
    /// Works on this platform now.
    Here,
    /// A member who works elsewhere or nowhere now.
    Away,
    /// Invited, not accepted yet.
    Invited,
    /// Access was removed.
    NoAccess,
}

/// A person as a small picture with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Face {
    /// Who.
    pub person: PersonId,
    /// Two letters.
    pub initials: String,
    /// The name, or the address of somebody without a name.
    pub name: String,
    /// The colour: the index of the person's home platform.
    pub color: usize,
    /// How to draw it.
    pub presence: Presence,
    /// Is this the person in focus?
    pub is_focused: bool,
}

/// A whole panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlatformPanelData {
    /// Which platform.
    pub platform: PlatformId,
    /// Its name; also the name of the region.
    pub name: String,
    /// Its colour index.
    pub color: usize,
    /// "host", "home", both or none, in the story being played.
    pub tags: Vec<String>,
    /// Who is signed in, through whose eyes the panel looks.
    pub viewer: Option<ViewerData>,
    /// The people who can be played here.
    pub viewers: Rows<ViewerChoice>,
    /// Does an invitation wait for somebody else who works here?
    pub others_unread: bool,
    /// People who are connected nowhere and can come in here: sign in, or accept the invitation.
    pub sign_in: Rows<Control>,
    /// The one of them whose try was refused just now.
    pub refused_sign_in: Option<Control>,
    /// The signed-in person's platform list, for the drop-down near the profile icon (R84).
    pub platform_list: Vec<PlatformChoice>,
    /// How many invitations the signed-in person has not accepted yet.
    pub bell: usize,
    /// Which tab is open.
    pub tab: PanelTab,
    /// The tab captions, in order: "Members", "Spaces", "Groups", "Mail", "Ana's view".
    pub tab_labels: Vec<String>,
    /// Is the panel folded to a strip?
    pub is_folded: bool,
    /// The content of the open tab.
    pub content: TabData,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViewerData {
    /// The person.
    pub face: Face,
    /// First name and right, "Ana · Administrator".
    pub caption: String,
}

/// Somebody who can be played on this panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViewerChoice {
    /// Who.
    pub person: PersonId,
    /// "Ana Moreau · Administrator".
    pub label: String,
    /// Is this the one played now?
    pub is_current: bool,
    /// How many invitations wait for this person.
    pub unread: usize,
}

/// A line of the platform list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlatformChoice {
    /// The platform.
    pub platform: PlatformId,
    /// Its colour index.
    pub color: usize,
    /// Is the person there now?
    pub is_current: bool,
    /// Goes there; label: the platform's name.
    pub control: Control,
}

/// The open tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum TabData {
    /// Nobody is signed in here, or the tab is not for this person: a sentence that says what to do.
    Closed {
        /// What this place is.
        title: String,
        /// Why it is closed and who can open it.
        reason: String,
        /// The license counters, which the trainer can set even while nobody is signed in; else empty.
        pools: Vec<PoolRow>,
        /// Are they marked by *Show me*?
        is_pools_marked: bool,
    },
    /// Members.
    Members(MembersData),
    /// Spaces.
    Spaces(SpacesData),
    /// Groups.
    Groups(GroupsData),
    /// Mail.
    Mail(MailData),
    /// What the person sees.
    View(PersonViewData),
}

/// The Members Control Center.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MembersData {
    /// *Configure Members Options*.
    pub options: Vec<OptionRow>,
    /// "Members | 3".
    pub counter: String,
    /// Opens the wizard; the reason when it cannot be used.
    pub invite_refusal: Option<String>,
    /// Is the button *Invite members…* marked by *Show me*?
    pub is_invite_marked: bool,
    /// Opens *Import Members*, with what was pasted there before.
    pub import: OpenSheet,
    /// *Invite & Grant Roles*: the cards.
    pub members: Rows<MemberCard>,
    /// The license counters.
    pub pools: Vec<PoolRow>,
    /// Are the counters marked by *Show me*?
    pub is_pools_marked: bool,
}

/// One member option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionRow {
    /// Which.
    pub option: MemberOption,
    /// The section heading of the screen, such as "Invitations from administrators".
    pub heading: String,
    /// The switch text, exact.
    pub label: String,
    /// Is it on?
    pub on: bool,
    /// Flips it.
    pub control: Control,
    /// A few words at the end of the row, such as "in use" or "no effect on access".
    pub note: Option<String>,
    /// What it does, and what else the guides call it.
    pub help: String,
    /// The locations offered, for the location option.
    pub locations: Vec<LocationId>,
    /// The link beside the switch: *(select location)*, *(select default roles to assign)* (R106, R108).
    pub link: Option<OpenSheet>,
}

/// A license counter (E10, F51).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PoolRow {
    /// The role.
    pub role: RoleId,
    /// Its short name.
    pub name: String,
    /// How many are assigned.
    pub assigned: u32,
    /// How many were bought.
    pub purchased: u32,
    /// How many of the assigned ones may be used elsewhere.
    pub travelling: u32,
    /// Did the last act change it?
    pub has_changed: bool,
    /// "expires on day 365".
    pub expiry: String,
    /// Have the licenses expired?
    pub is_expired: bool,
    /// Opens the trainer's dialog of the number and the last day.
    pub edit: OpenSheet,
}

/// A member's card, with details when open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberCard {
    /// The picture; its name is the title: name, or address while pending (F12).
    pub face: Face,
    /// "External (Pending)", "Administrator · Aldermoor".
    pub subtitle: Status,
    /// "3 roles, no license taken".
    pub summary: String,
    /// Did the last act change something here?
    pub has_changed: bool,
    /// Is the card marked by *Show me*?
    pub is_marked: bool,
    /// The details, when the card is open.
    pub details: Option<MemberDetails>,
}

/// The details behind the information icon (R12, F4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberDetails {
    /// The address.
    pub email: String,
    /// The platform location, when one was chosen (R107).
    pub location: Option<String>,
    /// Role rows.
    pub roles: Vec<RoleRow>,
    /// The organizations the person is employed in here (R115, C34).
    pub organizations: Vec<OrganizationRow>,
    /// Organizations to join; the label says which and of what kind.
    pub joins: Vec<Control>,
    /// Declares another organization, as the trainer.
    pub declare: OpenSheet,
    /// Roles that can still be granted, each with its control.
    pub grantable: Vec<GrantChoice>,
    /// Is the grant list marked by *Show me*?
    pub is_grant_marked: bool,
    /// The user right as a choice: every right with its control; `None` for the present one.
    pub rights: Vec<(String, Option<Control>)>,
    /// *Resend Invitation*, *Remove Access* and so on.
    pub buttons: Vec<Control>,
    /// States worth a second look (F33).
    pub warnings: Vec<String>,
}

/// An organization a member is employed in (R115–R123).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganizationRow {
    /// Its name.
    pub name: String,
    /// "business unit", "supplier", "company".
    pub kind: String,
    /// Takes the person out; credentials with it go (R118).
    pub leave: Control,
    /// The credentials that go, as "Hull-7-Hulls-Author" (R119).
    pub loses: Vec<String>,
    /// Moving elsewhere is leaving and joining; no credential follows (R120).
    pub moves: Vec<(String, [Command; 2])>,
}

/// One role of a member (F4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleRow {
    /// Which role.
    pub role: RoleId,
    /// Its name.
    pub name: String,
    /// *Assign License*.
    pub assign: SwitchCell,
    /// *Restrict Usage to this Platform*.
    pub restrict: SwitchCell,
    /// Usable here or not, in a few words.
    pub usable: Status,
    /// What to ask when the status is clicked.
    pub question: Question,
    /// "Granted through group Suppliers", for a role that a user group brings (F25).
    pub through: Option<String>,
    /// Takes the role away.
    pub ungrant: Control,
    /// Did the last act change this row?
    pub has_changed: bool,
}

/// The Collaborative Spaces Control Center.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpacesData {
    /// "Collaborative Spaces Control Center" for administrators, "3DSpace" for others.
    pub title: String,
    /// The spaces this person may see here.
    pub spaces: Rows<SpaceRow>,
    /// *Manage Settings*; empty for people who are no administrators.
    pub settings: Vec<SettingRow>,
    /// The typed name and what would create the space.
    pub create: Option<Control>,
}

/// One space setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettingRow {
    /// Which.
    pub setting: SpaceSetting,
    /// The exact label.
    pub label: String,
    /// Is it on?
    pub on: bool,
    /// Flips it.
    pub control: Control,
    /// What it does.
    pub help: String,
}

/// One space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpaceRow {
    /// Which.
    pub space: SpaceId,
    /// Its name.
    pub name: String,
    /// "Private".
    pub visibility: String,
    /// "3 members, 2 items".
    pub summary: String,
    /// Is it open (*Manage Members*)?
    pub is_open: bool,
    /// Is it marked by *Show me*?
    pub is_marked: bool,
    /// Did the last act change it?
    pub has_changed: bool,
    /// Why *Manage Members* cannot be used by this person.
    pub manage_refusal: Option<String>,
    /// Its members, when open.
    pub members: Rows<SpaceMemberRow>,
    /// The groups in it, when open (R112).
    pub groups: Vec<SpaceGroupRow>,
    /// The further doors to its members, when open.
    pub doors: Option<SpaceDoors>,
    /// Its content, by name and owner, with controls that move it elsewhere, when open.
    pub items: Vec<ItemRow>,
}

/// A piece of content in a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemRow {
    /// Its name.
    pub name: String,
    /// The organization that owns it (R138).
    pub owner: String,
    /// The organizations declared here; `None` for the present owner. The trainer sets it.
    pub owners: Vec<(String, Option<Control>)>,
    /// Opens *Share*.
    pub share: OpenSheet,
    /// With whom it is shared (C30).
    pub shared_with: Vec<String>,
    /// Moves it to another space; the label is that space's name.
    pub moves: Vec<Control>,
}

/// Mail and notifications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MailData {
    /// "Ana’s mail and notifications".
    pub title: String,
    /// "1 invitation to accept", when there is one: what the count at the tab says.
    pub waiting: Option<String>,
    /// Newest first.
    pub messages: Rows<MessageRow>,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageRow {
    /// "Email" or "Notification".
    pub kind: String,
    /// Is it an e-mail (envelope) or a notification (bell)?
    pub is_email: bool,
    /// The colour index of the platform it is about.
    pub color: usize,
    /// The subject.
    pub subject: String,
    /// Who sent it, from where.
    pub from: String,
    /// What is left to do: accept, open.
    pub control: Option<Control>,
    /// What became of it.
    pub state: Option<Status>,
}

/// What the signed-in person sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonViewData {
    /// Apps by role.
    pub apps: Vec<AppsRow>,
    /// Spaces with content.
    pub spaces: Vec<SeenSpace>,
    /// "signed in, no data" when no space opens (R40).
    pub nothing: Option<String>,
}

/// The apps of one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppsRow {
    /// The role's name.
    pub role: String,
    /// Its apps.
    pub apps: Vec<String>,
    /// Usable or not.
    pub status: Status,
    /// What to ask when the status is clicked.
    pub question: Question,
}

/// A space the person reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeenSpace {
    /// Its name.
    pub name: String,
    /// "Author".
    pub access: Status,
    /// What to ask.
    pub question: Question,
    /// The content the person reaches.
    pub items: Vec<SeenItem>,
}

/// An item the person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeenItem {
    /// Its name.
    pub name: String,
    /// Opens *Share*.
    pub share: OpenSheet,
    /// With whom it is shared.
    pub shared_with: Vec<String>,
}

/// Where *Show me* leads, with the words for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShowMe {
    /// The place.
    pub spot: Spot,
    /// The menu path, "Members › Invite & Grant Roles › Ben › 3DSwymer".
    pub path: String,
}
