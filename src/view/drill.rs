//! A drill: the book stays closed at first. Looking is allowed and counted; it is no act and stands in no log.

use super::Control;
use crate::access::Question;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How much a hint tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Hint {
    /// On which platform to look.
    Side,
    /// In which place of it.
    Place,
    /// Which switch or button.
    Switch,
    /// What cures it, ready to be done.
    Cure,
}

impl Hint {
    /// All, the weakest first.
    pub const ALL: [Self; 4] = [Self::Side, Self::Place, Self::Switch, Self::Cure];
}

/// One thing looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Look {
    /// The checks of one fact.
    Checks(Question),
    /// What cures one fact.
    Cure(Question),
    /// A hint about the next act.
    Hint(Hint),
}

/// The closed book of a drill: what was looked at, each at its moment. Going back to a moment, by undo or along the
/// timeline, finds open what was opened there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DrillBook {
    /// The step of the timeline we stand on.
    pub at: usize,
    /// Is the drill over? Then everything is open.
    pub is_over: bool,
    looks: BTreeSet<(usize, Look)>,
    /// Looks at moments that are there no more, for the acts that led to them were left unsaved: they count still.
    bygone: usize,
}

/// What was looked at, to be written down.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Looked {
    looks: Vec<(usize, Look)>,
    bygone: usize,
}

impl DrillBook {
    /// Looks at something, now.
    pub fn look(&mut self, look: Look) {
        if !self.is_over {
            self.looks.insert((self.at, look));
        }
    }

    /// Is this open now?
    #[must_use]
    pub fn is_open(&self, look: Look) -> bool {
        self.is_over || self.looks.contains(&(self.at, look))
    }

    /// How often somebody looked.
    #[must_use]
    pub fn looks(&self) -> usize {
        self.looks.len() + self.bygone
    }

    /// All looks, to be written down.
    #[must_use]
    pub fn looked(&self) -> Looked {
        Looked { looks: self.looks.iter().copied().collect(), bygone: self.bygone }
    }

    /// Takes up what was written down; `is_there`: is this step of the timeline there still?
    pub fn take_up(&mut self, looked: &Looked, is_there: impl Fn(usize) -> bool) {
        let looks = looked.looks.iter().copied();
        let (there, bygone): (Vec<_>, Vec<_>) = looks.partition(|(step, _)| is_there(*step));
        self.looks = there.into_iter().collect();
        self.bygone = looked.bygone.saturating_add(bygone.len());
    }
}

/// What a drill took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Took {
    /// Looks at checks, hints and cures.
    pub looks: usize,
    /// Acts, those taken back among them.
    pub acts: usize,
}

/// The drill in the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DrillGuide {
    /// "2 looks so far".
    pub looks: String,
    /// The hints, the weakest first.
    pub hints: Vec<HintRow>,
    /// At the finish: what it took, against the shortest way.
    pub took: Vec<String>,
}

/// A hint, told or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HintRow {
    /// "Which side?"
    pub label: &'static str,
    /// What it tells, once it was asked for.
    pub told: Option<String>,
    /// What asks for it.
    #[serde(skip)]
    pub look: Look,
    /// Why it cannot be asked for yet.
    pub refusal: Option<String>,
    /// Does it; with the strongest hint, once it was asked for.
    pub do_it: Option<Control>,
}

/// What can be looked at in the *Why* panel while the book is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Closed {
    /// What is written on the button.
    pub label: &'static str,
    /// What it costs, and why.
    pub sentence: &'static str,
    /// What it opens.
    #[serde(skip)]
    pub look: Look,
}

/// The parts of the library, as the bar along the top has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Mode {
    /// Lessons.
    Learn,
    /// Situations without a lesson.
    Explore,
    /// Drills.
    Drill,
}

impl Mode {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Learn, Self::Explore, Self::Drill];

    /// The word for it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Learn => "Learn",
            Self::Explore => "Explore",
            Self::Drill => "Drill",
        }
    }
}

/// What can be opened, as a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LibraryData {
    /// Which part it is.
    pub mode: Mode,
    /// Its lines.
    pub lines: Vec<LibraryLine>,
}

/// A line of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LibraryLine {
    /// Its id.
    pub id: String,
    /// "D2", where it has a number.
    pub number: String,
    /// Its title; of a drill, how it shows.
    pub title: String,
    /// Of a drill, the message of whoever reports it; else what it is about.
    pub brief: String,
    /// "done: 3 acts, 0 looks", once it was.
    pub done: Option<String>,
    /// Is it the one that is open?
    pub is_current: bool,
}
