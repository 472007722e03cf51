//! What the desk wishes to know of the planner: how far the goal is, the way that is shown, the way back.

use super::desk::Desk;
use super::searcher::{Job, MOST_WAYS};
use crate::access::Question;
use crate::planner::{Goal, Limits, Outcome, alternatives, plan};
use crate::view::build::{self, Sought};
use crate::view::{Found, FoundWays, Wish};
use std::ops::ControlFlow;

impl Desk {
    /// What the rehearsal asks for.
    #[must_use]
    pub fn goals(&self) -> Vec<Goal> {
        self.rehearsal().goals.iter().map(|goal| Goal::clone(goal)).collect()
    }

    /// What it watches.
    #[must_use]
    pub fn watched(&self) -> Vec<Goal> {
        self.rehearsal().watches.iter().map(|watch| watch.goal.clone()).collect()
    }

    /// The question of the inquiry.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        self.selection().question.or_else(|| build::default_question(&self.lens()))
    }

    /// What the view needs of the planner.
    #[must_use]
    pub fn sought<'a>(&'a self, goals: &'a [Goal], watched: &'a [Goal]) -> Sought<'a> {
        Sought { at: self.session().cursor(), start: self.session().start(), goals, watched, answers: &self.answers }
    }

    /// What is not known yet of what the window shows, the most urgent first.
    #[must_use]
    pub fn wishes(&self) -> Vec<Wish> {
        let (session, lens, goals, watched) = (self.session(), self.lens(), self.goals(), self.watched());
        let (at, sought) = (session.cursor(), self.sought(&goals, &watched));
        let shown = self.question().and_then(|question| build::way_wish(&lens, question, sought));
        let door = build::door_wish(&lens, &self.selection().preview, at);
        let before = session.step(at).map(|step| step.parent);
        let far = |at: usize| Wish::free(at, goals.clone());
        let mut wishes: Vec<Wish> = vec![far(at)];
        wishes.extend(shown.into_iter().chain(door).chain(before.map(far)));
        let start = session.start();
        wishes.retain(|wish| {
            let is_met = |goal: &Goal| wish.after.is_empty() && goal.is_met(session.world_at(wish.at), start);
            self.answers.get(wish).is_none() && !wish.goals.iter().all(is_met)
        });
        wishes
    }

    /// What other ways are to be found to, once the shortest one is known and shown.
    #[must_use]
    pub fn other_wish(&self) -> Option<Wish> {
        let (goals, watched) = (self.goals(), self.watched());
        let wish = build::ways_wish(&self.lens(), self.question()?, self.sought(&goals, &watched))?;
        let plan = self.answers.get(&wish).and_then(Outcome::plan)?;
        (!plan.steps.is_empty() && self.answers.ways(&wish).is_none()).then_some(wish)
    }

    /// The same as searches to be made.
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        let wishes = self.wishes().into_iter().map(|wish| (wish, false));
        let others = self.other_wish().map(|wish| (wish, true));
        wishes.chain(others).filter_map(|(wish, others)| self.job(wish, others)).collect()
    }

    fn job(&self, wish: Wish, others: bool) -> Option<Job> {
        let world = wish.world(self.session())?;
        Some(Job { wish, others, world, start: self.session().start().clone() })
    }

    /// Searches at once for every shortest way that is shown, for pictures and where no window waits.
    pub fn think(&mut self, limits: Limits) {
        for Job { wish, world, start, .. } in self.jobs().into_iter().filter(|job| !job.others) {
            let outcome = plan(&world, &start, &wish.goals, &wish.rules, limits);
            self.answers.note(Found { wish, outcome });
        }
    }

    /// Searches at once for other ways than the one that is shown.
    pub fn think_of_ways(&mut self, limits: Limits) {
        if let Some(Job { wish, world, start, .. }) = self.other_wish().and_then(|wish| self.job(wish, true)) {
            let on = |_| ControlFlow::Continue(());
            let ways = alternatives(&world, &start, &wish.goals, &wish.rules, (limits, MOST_WAYS), &on);
            self.answers.note_ways(FoundWays { wish, ways, is_whole: true });
        }
    }
}
