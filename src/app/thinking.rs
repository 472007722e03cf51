//! What the desk wishes to know of the planner: how far the goal is, the way that is shown, the way back.

use super::desk::Desk;
use super::searcher::Job;
use crate::access::Question;
use crate::planner::{Goal, Limits, plan};
use crate::view::build::{self, Sought};
use crate::view::{Found, Wish};

impl Desk {
    /// What the rehearsal asks for.
    #[must_use]
    pub fn goals(&self) -> Vec<Goal> {
        self.rehearsal().goals.iter().map(|goal| Goal::clone(goal)).collect()
    }

    /// The question of the inquiry.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        self.selection().question.or_else(|| build::default_question(&self.lens()))
    }

    /// What the view needs of the planner.
    #[must_use]
    pub fn sought<'a>(&'a self, goals: &'a [Goal]) -> Sought<'a> {
        Sought { at: self.session().cursor(), start: self.session().start(), goals, answers: &self.answers }
    }

    /// What is not known yet of what the window shows, the most urgent first.
    #[must_use]
    pub fn wishes(&self) -> Vec<Wish> {
        let (session, lens, goals) = (self.session(), self.lens(), self.goals());
        let at = session.cursor();
        let shown = self.question().and_then(|question| build::way_wish(&lens, question, &goals, at));
        let door = self.selection().preview.as_ref().and_then(|command| build::door_wish(&lens, command, at));
        let before = session.step(at).map(|step| step.parent);
        let far = |at: usize| Wish::free(at, goals.clone());
        let mut wishes: Vec<Wish> = vec![far(at)];
        wishes.extend(shown.into_iter().chain(door).chain(before.map(far)));
        let start = session.start();
        wishes.retain(|wish| {
            let is_met = |goal: &Goal| wish.after.is_none() && goal.is_met(session.world_at(wish.at), start);
            self.answers.get(wish).is_none() && !wish.goals.iter().all(is_met)
        });
        wishes
    }

    /// The same as searches to be made.
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        let start = self.session().start();
        let job = |wish: Wish| wish.world(self.session()).map(|world| Job { wish, world, start: start.clone() });
        self.wishes().into_iter().filter_map(job).collect()
    }

    /// Searches at once for everything that is shown, for pictures and where no window waits.
    pub fn think(&mut self, limits: Limits) {
        for Job { wish, world, start } in self.jobs() {
            let outcome = plan(&world, &start, &wish.goals, &wish.rules, limits);
            self.answers.note(Found { wish, outcome });
        }
    }
}
