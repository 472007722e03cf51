//! *How to*: the shortest list of acts that makes a fact true, or reaches the goal of the rehearsal.

use super::{Control, ShowMe, Status};
use crate::access::{Question, standing};
use crate::domain::{Command, PersonId, World};
use crate::planner::{Goal, Measure};
use serde::Serialize;

/// What is chosen in the tab *How to*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HowToDraft {
    /// To the goal of the rehearsal, not only to the fact in focus.
    pub to_goal: bool,
    /// No act may assign a license of the host.
    pub no_license_of_host: bool,
    /// Nobody loses what they have, not even on the way.
    pub nobody_loses: bool,
    /// What is watched and holds now stays so after every act.
    pub watched_stays: bool,
    /// People may be taken out and invited again, where that saves acts.
    pub take_out: bool,
    /// Only this person may act.
    pub only: Option<PersonId>,
    /// By what the other ways are sorted.
    pub measure: Measure,
}

impl HowToDraft {
    /// The same, with the ways sorted by this.
    #[must_use]
    pub fn measured(self, measure: Measure) -> Self {
        Self { measure, ..self }
    }
}

/// A fact that is asked for beside the one in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Together {
    /// The fact.
    pub fact: Question,
    /// Must it be so, or must it not?
    pub so: bool,
    /// Was it so when it was chosen, and is to stay so on the whole way? Else the way leads to it.
    pub stays: bool,
}

impl Together {
    /// What is asked of the fact in this world: it stays as it is, or becomes what it is not.
    #[must_use]
    pub fn of(fact: Question, so: bool, world: &World) -> Self {
        Self { fact, so, stays: standing(world, fact).holds == so }
    }

    /// The same as a goal.
    #[must_use]
    pub fn goal(self) -> Goal {
        let goal = Goal::from(self.fact);
        if self.so { goal } else { Goal::Not(Box::new(goal)) }
    }
}

/// The tab *How to*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HowToData {
    /// "How does Ben get to use 3DSwymer at Aldermoor?"
    pub title: String,
    /// "3 acts, proven shortest", "It is so already", "No act of a person leads there".
    pub verdict: Status,
    /// What *shortest* is measured against; empty where there is nothing to prove.
    pub proof: String,
    /// "Brightwell 1, Ben 2".
    pub detail: String,
    /// What can be asked for instead of the fact: the goal of the rehearsal, when there is one.
    pub targets: Vec<Choice>,
    /// The conditions that can be set, each on or off.
    pub options: Vec<Choice>,
    /// The facts that are asked for together with this one.
    pub together: Vec<TogetherLine>,
    /// Asks for the fact in question together with others; none where it already is, or is not in question.
    pub remember: Option<TogetherChoice>,
    /// Does not ask for it with others any more; none where it is not remembered.
    pub forget: Option<TogetherChoice>,
    /// What was found.
    pub way: Way,
    /// The other ways, where there is one at all.
    pub ways: Option<WaysData>,
    /// What the goal of the rehearsal asks for, each met or not; empty for a single fact.
    pub goals: Vec<Status>,
}

/// A choice of the tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is written on it.
    pub label: String,
    /// Is it chosen?
    pub is_on: bool,
    /// What is chosen then.
    #[serde(skip)]
    pub draft: HowToDraft,
}

/// A fact that is asked for together with the one in question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TogetherLine {
    /// The fact, and whether it holds now.
    pub fact: Status,
    /// "and Ben can connect to Aldermoor: comes too".
    pub words: String,
    /// What can be asked of it: "stays so" or "ends", "comes too" or "does not come"; or nothing any more.
    pub choices: Vec<TogetherChoice>,
}

/// A choice of the facts that are asked for together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TogetherChoice {
    /// What is written on it.
    pub label: String,
    /// Is it chosen?
    pub is_on: bool,
    /// What is asked for then.
    pub facts: Vec<Together>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Way {
    /// Nothing has to be done.
    Holds,
    /// It is being searched for.
    Searching,
    /// The acts, in order.
    Acts {
        /// One line for each.
        lines: Vec<ActLine>,
        /// All of them, for *Do all*.
        all: Vec<Command>,
    },
    /// No act of a person leads there: the conditions that nothing can change.
    Impossible(Vec<String>),
    /// None was found: what to know about that.
    GaveUp(String),
}

/// All ways that are known, with what each costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaysData {
    /// What they can be sorted by; empty while there is nothing to sort.
    pub orders: Vec<Choice>,
    /// The ways in that order.
    pub ways: Vec<WayLine>,
    /// "Looking for other ways…", "There is no other way.": what to know about the list.
    pub note: Option<String>,
    /// Is the search for them running, stopped or through?
    pub search: WaySearch,
}

/// How far the search for other ways is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum WaySearch {
    /// It can be stopped.
    Running,
    /// It was stopped, and can be made again.
    Stopped,
    /// Nothing more will be found.
    Through,
}

/// One way and what it costs in each measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayLine {
    /// "The shortest way", "Way 2".
    pub title: String,
    /// "8 acts".
    pub acts: String,
    /// "Ana, Gus and Ben act".
    pub people: String,
    /// "takes no license", "takes 3 licenses of Aldermoor".
    pub licenses: String,
    /// "opens nothing else", "also opens: Ben can use 3D Creator at Aldermoor".
    pub opens: String,
    /// What somebody has and would lose.
    pub loses: Option<String>,
    /// The first act that the shortest way does without.
    pub differs: Option<String>,
    /// Are its steps shown?
    pub is_chosen: bool,
    /// Its acts; none for the shortest.
    #[serde(skip)]
    pub commands: Option<Vec<Command>>,
}

/// One act of the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActLine {
    /// "Gus lets Ben take the 3DSwymer license along".
    pub act: String,
    /// "Gus, Brightwell", with the platform's colour index.
    pub whose_turn: Option<(String, usize)>,
    /// Where the control is.
    pub path: Option<String>,
    /// "takes 1 Industry Innovator license of Aldermoor".
    pub takes: Vec<Status>,
    /// What opens and what is lost.
    pub effects: Vec<Status>,
    /// Goes to the control; for the next act only.
    pub show: Option<ShowMe>,
    /// Does it as the right person; for the next act only.
    pub do_it: Option<Control>,
}

/// How far the goal of the rehearsal is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DistanceData {
    /// "2 actions to the goal".
    pub headline: String,
    /// "2 actions".
    pub brief: String,
    /// "Brightwell 1, Ben 1", or why the goal cannot be reached.
    pub detail: String,
    /// "2 actions to the goal (−1)": how the last act changed it.
    pub change: Option<Status>,
}
