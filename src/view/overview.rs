//! The panels that look at all platforms at once: bridge, access board, why, guide, timeline, top bar.

use super::{Closed, Control, DrillGuide, Face, Mode, Rows, ShowMe, Status, Tone};
use crate::access::Question;
use crate::domain::{PersonId, PlatformId};
use serde::Serialize;

/// The picture above the panels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BridgeData {
    /// One per platform, in the order of the panels.
    pub stations: Vec<Station>,
    /// License flows of the person in focus first, then of other guests.
    pub lanes: Vec<Lane>,
    /// Invitations on their way.
    pub envelopes: Vec<Envelope>,
    /// How many further guests and invitations there are, of whom no flow is drawn.
    pub more: usize,
    /// What is said when there is nothing between the platforms.
    pub empty: Option<String>,
}

/// One platform on the bridge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Station {
    /// Which.
    pub platform: PlatformId,
    /// Its name.
    pub name: String,
    /// Its colour index.
    pub color: usize,
    /// "host", "home".
    pub tags: Vec<String>,
    /// Who is there, and who is invited: the first of them, and how many in all.
    pub people: Rows<Face>,
    /// "Ana, Cleo · Ben is invited".
    pub presence: String,
    /// "9 of 14 licenses in use, 0 given to guests".
    pub licenses: String,
    /// Did the last act change the license counters?
    pub has_changed: bool,
}

/// How a license flow stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Flow {
    /// It arrives: the role is usable with the home license.
    Open,
    /// It is cut near this platform.
    Cut(PlatformId),
    /// Nothing is wrong with this license, but it waits for something else.
    Waiting,
}

/// One license flow from a home to a host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Whose license.
    pub person: PersonId,
    /// The home.
    pub from: PlatformId,
    /// The host.
    pub to: PlatformId,
    /// The role's name.
    pub role: String,
    /// The same as it is written: "Ben’s 3DSwymer" where flows of several people are drawn.
    pub title: String,
    /// How it stands.
    pub flow: Flow,
    /// The same in words: "cut at Brightwell: Restrict Usage is on".
    pub words: Status,
    /// The same in fewer words, for where those do not fit, and in the fewest.
    pub brief: [String; 2],
    /// What to ask when it is clicked.
    pub question: Question,
    /// Did the last act change it?
    pub has_changed: bool,
}

/// An invitation on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Envelope {
    /// From the inviting platform.
    pub from: PlatformId,
    /// To the platform where the invitee works; none: to somebody on no platform.
    pub to: Option<PlatformId>,
    /// To whom.
    pub person: PersonId,
    /// "Invitation to Ben, pending".
    pub words: String,
}

/// The access board of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardData {
    /// The person in focus.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// People who can be put into focus instead.
    pub choices: Rows<(PersonId, String)>,
    /// One column per platform: name and colour.
    pub columns: Vec<(PlatformId, String, usize)>,
    /// Rows.
    pub rows: Vec<BoardRow>,
    /// "2 gained, 0 lost" since the last act.
    pub summary: Option<String>,
}

/// One fact over all platforms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardRow {
    /// "Can connect", a role, a space.
    pub label: String,
    /// The whole name, for the tooltip.
    pub full: String,
    /// Does a group of rows begin here?
    pub starts_group: bool,
    /// One cell per column.
    pub cells: Vec<BoardCell>,
}

/// What a cell of the access board says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellWords {
    /// "yes", "no", "own license", "license given", "waits", "Author (own organization)", "–".
    pub status: Status,
    /// What is written of it: "own", "given", "Brightwell’s"; the whole where that is short.
    pub brief: String,
    /// The same where not even that has room: "Author".
    pub briefest: String,
}

impl From<Status> for CellWords {
    fn from(status: Status) -> Self {
        Self { brief: status.text.clone(), briefest: status.text.clone(), status }
    }
}

/// One fact on one platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardCell {
    /// What it says.
    pub words: CellWords,
    /// What to ask when it is clicked.
    pub question: Option<Question>,
    /// Did the last act change it?
    pub has_changed: bool,
    /// Is this the question that is open?
    pub is_open: bool,
}

/// The *Why* panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhyData {
    /// "Why can't Ben use 3DSwymer at Aldermoor?"
    pub title: String,
    /// "1 of 6 checks fails" or "All 6 checks hold".
    pub verdict: Status,
    /// Failing checks, first and open.
    pub failing: Vec<CheckData>,
    /// Checks that hold.
    pub passing: Vec<PassingData>,
    /// What can still be looked at, while the book of a drill is closed.
    pub closed: Option<Closed>,
}

/// One check that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassingData {
    /// "Brightwell allows it too".
    pub sentence: String,
    /// What the reading in force has to do with it.
    pub reading: Option<String>,
}

/// One failing check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckData {
    /// "His license is kept at Brightwell".
    pub headline: String,
    /// "Restrict Usage to this Platform is on for 3DSwymer."
    pub sentence: String,
    /// "Gus, Brightwell", with the platform's colour index.
    pub whose_turn: Option<(String, usize)>,
    /// The guide's sentence, quoted.
    pub quote: Option<String>,
    /// "Own-license guide, step 2 · documentation · R13".
    pub source: String,
    /// What the reading in force has to do with it.
    pub reading: Option<String>,
    /// Goes to the control.
    pub show: Option<ShowMe>,
    /// Does it as the right person; the label is "Do it as Gus".
    pub do_it: Option<Control>,
    /// The question behind it.
    pub follow: Option<(String, Question)>,
}

/// What an act would change, shown before it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PreviewData {
    /// "If Gus lets Ben take the 3DSwymer license along".
    pub title: String,
    /// What would be gained and lost.
    pub lines: Vec<Status>,
    /// The same facts, to be marked wherever they stand: gained or lost.
    pub marks: Vec<(Question, bool)>,
    /// "Cannot simply be undone: …; shortest way back: 4 acts", once it is known.
    pub door: Option<Status>,
}

/// The guide panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuideData {
    /// The title of the rehearsal.
    pub title: String,
    /// What it is about, in a few sentences.
    pub brief: String,
    /// "3 of 9 done".
    pub progress: String,
    /// Is everything done?
    pub is_finished: bool,
    /// The rehearsal that comes after this one, id and title.
    pub next: Option<(String, String)>,
    /// The steps.
    pub steps: Vec<StepData>,
    /// The drill, when it is one.
    pub drill: Option<DrillGuide>,
    /// Where the guide is silent or another disagrees.
    pub notes: Vec<String>,
    /// Standing watches.
    pub watches: Vec<Status>,
}

/// One step of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepData {
    /// Counted from 1.
    pub number: usize,
    /// What is to be done.
    pub title: String,
    /// Has it become true?
    pub is_done: bool,
    /// Is this the first open one?
    pub is_current: bool,
    /// The guide's own words.
    pub quote: Option<String>,
    /// Where they stand: "Own-license guide, step 2".
    pub source: Option<String>,
    /// What to look out for.
    pub note: Option<String>,
    /// Does the guide ask for it, though it changes no access?
    pub has_no_effect: bool,
    /// Where it is done.
    pub show: Option<ShowMe>,
    /// Does it: the next act of the solution; label "Do it as Gus".
    pub do_it: Option<Control>,
}

/// The timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineData {
    /// "day 0".
    pub day: String,
    /// Every step, the present one among them; the first is the start.
    pub points: Vec<TimePoint>,
    /// What the last act was, in words.
    pub sentence: String,
    /// What it changed, in words.
    pub effect: String,
    /// How the effect is meant.
    pub tone: Tone,
    /// "2 actions to the goal (−1)", when the last act changed how far it is.
    pub distance: Option<Status>,
    /// Other futures from here: the words and the step they lead to.
    pub branches: Vec<(String, usize)>,
}

/// One point of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimePoint {
    /// The step to jump to.
    pub step: usize,
    /// The colour index of the platform acted on.
    pub color: Option<usize>,
    /// What happened, for the tooltip and the accessible name.
    pub label: String,
    /// Is it the present?
    pub is_current: bool,
    /// Does it lie in the future (undone)?
    pub is_future: bool,
}

/// The top bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopBarData {
    /// The title of the rehearsal.
    pub title: String,
    /// Which part of the library it is from.
    pub mode: Mode,
    /// The built-in rehearsals: id and title.
    pub rehearsals: Vec<(String, String)>,
    /// Recently used files.
    pub recent: Vec<String>,
    /// The distance in the middle: "2 actions to the goal".
    pub headline: String,
    /// The same where there is little room: "2 actions".
    pub brief: String,
    /// The second half, weaker: whose turn they are, or why the goal cannot be reached.
    pub detail: String,
    /// Undo: what it takes back, or the reason.
    pub undo: Result<String, String>,
    /// Redo: what it does again, or the reason.
    pub redo: Result<String, String>,
    /// Has the work changed since it was saved?
    pub is_unsaved: bool,
    /// The title of what was put aside with acts that are in no file.
    pub aside: Option<String>,
    /// Can another platform join, or why not?
    pub add_platform: Result<(), String>,
}
