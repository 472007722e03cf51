//! What the window asks for: panels push these, the shell drains them once a frame.

use crate::access::Question;
use crate::domain::{
    AccessRole, Command, GroupId, InvitedRole, LocationId, OrganizationId, PersonId, PlatformId, RoleId, SpaceId,
    UserRight,
};
use crate::view::{
    Comparison, Found, FoundWays, HowToDraft, Inquiry, Listing, Look, MessageDraft, PanelTab, SheetDraft, Spot,
    Together, WizardStep,
};
use std::path::PathBuf;

/// One wish of the operator.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the variants say it; fields carry the names of the selection they set")]
pub enum UiCommand {
    /// Try this in the world.
    Submit(Command),
    /// Take the last act back.
    Undo,
    /// Do the undone act again.
    Redo,
    /// Jump to a step of the timeline.
    Seek(usize),
    /// One step back in time; nothing is lost.
    StepBack,
    /// One step forward in time, where there is one.
    StepForward,
    /// To the start of the timeline.
    ToStart,
    /// To the end of the line we are on.
    ToEnd,
    /// Play the timeline from here, or pause.
    TogglePlay,
    /// Do the next act of the script.
    NextAct,
    /// Go back to where the script was left.
    BackToScript,
    /// Put a person into focus.
    Focus(PersonId),
    /// Look at something that a drill keeps closed; it counts.
    Look(Look),
    /// Open a question in the inquiry.
    Ask(Question),
    /// Ask about it in this way.
    Inquire(Inquiry),
    /// Compare the person in question with something.
    Compare(Comparison),
    /// Choose what *How to* is asked for, and under which conditions.
    SetHowTo(HowToDraft),
    /// Choose the facts that *How to* asks for beside the one in question.
    SetTogether(Vec<Together>),
    /// Show the steps of this way in *How to*; none: of the shortest.
    ChooseWay(Option<Vec<Command>>),
    /// Do all of these, each a step of its own.
    SubmitAll(Vec<Command>),
    /// A search beside the window came to this.
    Found(Box<Found>),
    /// A search beside the window found these ways.
    FoundWays(Box<FoundWays>),
    /// So many situations has the running search looked at.
    LookedAt(usize),
    /// End the running search.
    StopSearching,
    /// Search again for what was not found.
    SearchAgain,
    /// Put a text on the clipboard.
    CopyText(String),
    /// Ask for a file and write a message to it.
    SaveMessage(Box<MessageDraft>),
    /// Go to a control and mark it.
    Show(Spot),
    /// Look through this person's eyes.
    SetViewer { platform: PlatformId, person: PersonId },
    /// Open a tab.
    SetTab { platform: PlatformId, tab: PanelTab },
    /// Open or close a member card.
    ToggleMember { platform: PlatformId, person: PersonId },
    /// Open or close a space.
    ToggleSpace { platform: PlatformId, space: SpaceId },
    /// Open or close a group.
    ToggleGroup { platform: PlatformId, group: GroupId },
    /// Fill in other rows of a long list: `count` of them from the place `first` on.
    Reach { listing: Listing, first: usize, count: usize },
    /// Fold a panel to a strip, or unfold it.
    ToggleFold(PlatformId),
    /// Put a panel at this place in the row; the bridge and the board follow.
    MovePanel { platform: PlatformId, to: usize },
    /// Unfold a panel, open a tab of it, and take the keyboard there.
    Visit { platform: PlatformId, tab: PanelTab },
    /// Take the keyboard to the next part of the window.
    NextRegion,
    /// Take the keyboard to the part before.
    PreviousRegion,
    /// Show what these acts would change, one after the other; none: show nothing.
    Preview(Vec<Command>),
    /// Forget the refusal that is shown.
    DismissRefusal,

    /// Open the *Invite members* wizard.
    OpenInvite(PlatformId),
    /// Change the wizard's draft.
    EditInvite(InviteEdit),
    /// Close the wizard.
    CloseInvite,
    /// Open the *Add member(s)* dialog.
    OpenAddMember { platform: PlatformId, space: SpaceId },
    /// Type into it.
    EditAddMember { search: String, role: AccessRole, restricted: bool },
    /// Close it.
    CloseAddMember,
    /// Open a smaller dialog, change what is typed in it, or close it.
    SetSheet(Option<SheetDraft>),
    /// Ask for a file with lines for *Import Members*.
    PickImport(PlatformId),
    /// Read this file; its lines come after those that stand there.
    ImportPath { platform: PlatformId, path: PathBuf },
    /// Tick or set a role in the open dialog of roles.
    EditSheetRoles(InviteEdit),
    /// Type the name of a new space.
    EditNewSpace { platform: PlatformId, name: String },

    /// Type the name of a new group.
    EditNewGroup { platform: PlatformId, name: String },

    /// Start a built-in rehearsal.
    OpenRehearsal(String),
    /// Open again what was put aside when another rehearsal was opened.
    BringBack,
    /// Start the open rehearsal anew.
    Restart,
    /// Add a platform to the stage.
    AddPlatform,
    /// Ask for a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Save to the known file, or ask.
    Save,
    /// Ask for a file and save to it.
    SaveAs,
    /// Save to this file.
    SavePath(PathBuf),
    /// Type into the path field that stands in for a native dialog.
    EditPath(String),
    /// Use the typed path.
    ConfirmPath,
    /// Close the path field.
    CancelPath,
    /// Forget a notice.
    DismissNotice,
    /// Answer whether unsaved work may be left.
    Leave(LeaveChoice),
    /// Dark or light.
    ToggleTheme,
    /// Motion on or off.
    ToggleMotion,
    /// A part of the window larger, smaller, or as usual.
    Resize(super::edges::Resize),
    /// Keys of one letter on or off.
    ToggleLetterKeys,
    /// Tell why a command cannot be called now, for as long as that is so.
    SayWhyNot {
        /// The command.
        command: Box<Self>,
        /// Why, as the table of commands says it.
        why: String,
    },
    /// Everything larger, smaller, or as drawn.
    Zoom(ZoomBy),
    /// Present, or leave it.
    TogglePresent,
    /// While presenting: the platforms below the bridge, or only the bridge.
    TogglePresentPanels,
    /// The palette of all commands, or close it.
    TogglePalette,
    /// The page of all keys, or close it.
    ToggleKeys,
    /// The page of all words, with this one first.
    Explain(&'static str),
    /// Close the window.
    Quit,
}

/// How the zoom changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoomBy {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// As drawn.
    Reset,
}

/// What becomes of unsaved work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeaveChoice {
    /// Save it first.
    Save,
    /// See what was put aside first.
    BringBack,
    /// Leave it.
    Discard,
    /// Stay here.
    Stay,
}

/// A change of the wizard's draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InviteEdit {
    /// Go to a step.
    Step(WizardStep),
    /// The field *User email*.
    Emails(String),
    /// The field *User right*.
    Right(UserRight),
    /// The field *User location*.
    Location(Option<LocationId>),
    /// The organization the person works for.
    Organization(Option<OrganizationId>),
    /// The role search.
    Search(String),
    /// The filter *Roles without any license*.
    OnlyWithoutLicense(bool),
    /// Tick or untick a role.
    Tick(RoleId, bool),
    /// Set the switches of a ticked role.
    Terms(InvitedRole),
}

/// What was asked for during one frame.
#[derive(Debug, Default)]
pub struct CommandQueue {
    commands: Vec<UiCommand>,
}

impl CommandQueue {
    /// Asks for something.
    pub fn push(&mut self, command: UiCommand) {
        self.commands.push(command);
    }

    /// Asks for all of these.
    pub fn extend(&mut self, commands: impl IntoIterator<Item = UiCommand>) {
        self.commands.extend(commands);
    }

    /// Everything asked for, in order; the queue is empty afterwards.
    pub fn drain(&mut self) -> Vec<UiCommand> {
        std::mem::take(&mut self.commands)
    }
}
