//! Searches on a thread of their own: a frame never waits for them, and only the newest wishes count.

use crate::domain::World;
use crate::planner::{Limits, alternatives, plan_watched};
use crate::ui::UiCommand;
use crate::view::{Found, FoundWays, Wish};
use egui::Context;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How many situations a search in the window may look at: twenty thousand of them took three gigabytes.
const LIMIT: Limits = Limits { worlds: 3_000 };

/// How many each search for another way may look at: there is one for every act that could be done without.
const LIMIT_OF_OTHERS: Limits = Limits { worlds: 2_000 };

/// How many ways are told apart at most.
pub(super) const MOST_WAYS: usize = 6;

/// The time between two words about how far a search is.
const BREATH: Duration = Duration::from_millis(250);

/// A search to be made.
#[derive(Debug)]
pub struct Job {
    /// What is wished for.
    pub wish: Wish,
    /// Other ways than the shortest, which is known by then.
    pub others: bool,
    /// Where the way begins.
    pub world: World,
    /// The world before the first act.
    pub start: World,
}

/// What the window and the thread share.
#[derive(Debug, Default)]
struct Desired {
    jobs: Vec<Job>,
    /// The running search, and whether it is for other ways.
    running: Option<(Wish, bool)>,
    /// The running search is not wanted any more: its answer is nobody's.
    is_stale: bool,
    /// The person stopped the running search: it gives up.
    is_stopped: bool,
    is_closed: bool,
}

#[derive(Debug, Default)]
struct Shared {
    desired: Mutex<Desired>,
    more: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Desired> {
        self.desired.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread, as the window sees it.
#[derive(Debug)]
pub struct Searcher {
    shared: Arc<Shared>,
    news: Receiver<UiCommand>,
}

impl Searcher {
    /// Starts the thread; it asks for a frame when it has something to tell.
    #[must_use]
    pub fn start(context: Context) -> Self {
        let shared = Arc::new(Shared::default());
        let (sender, news) = channel();
        let of_thread = Arc::clone(&shared);
        std::thread::spawn(move || work(&of_thread, &sender, &context));
        Self { shared, news }
    }

    /// These searches, in this order, and no other ones any more. What is running goes on while it is still wanted; a
    /// search for other ways only while nothing more urgent is.
    pub fn want(&self, mut jobs: Vec<Job>) {
        let mut desired = self.shared.lock();
        let running = desired.running.clone();
        if let Some(running) = running.filter(|_| !desired.is_stale) {
            let place = jobs.iter().position(|job| (&job.wish, job.others) == (&running.0, running.1));
            let goes_on = place.filter(|place| *place == 0 || !running.1);
            desired.is_stale = goes_on.is_none();
            if let Some(place) = goes_on {
                jobs.remove(place);
            }
        }
        desired.jobs = jobs;
        drop(desired);
        self.shared.more.notify_one();
    }

    /// Another rehearsal is open: nothing that was wished for counts any more.
    pub fn forget(&self) {
        let mut desired = self.shared.lock();
        desired.jobs.clear();
        desired.is_stale = desired.running.is_some();
        drop(desired);
        while self.news.try_recv().is_ok() {}
    }

    /// The person does not want to wait: the running search gives up.
    pub fn stop(&self) {
        self.shared.lock().is_stopped = true;
    }

    /// Is anything searched or waiting to be told?
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let desired = self.shared.lock();
        desired.running.is_some() || !desired.jobs.is_empty()
    }

    /// What the thread has to tell.
    pub fn news(&self) -> impl Iterator<Item = UiCommand> {
        self.news.try_iter()
    }
}

impl Drop for Searcher {
    fn drop(&mut self) {
        let mut desired = self.shared.lock();
        desired.is_closed = true;
        desired.is_stale = true;
        drop(desired);
        self.shared.more.notify_one();
    }
}

fn work(shared: &Shared, sender: &Sender<UiCommand>, context: &Context) {
    while let Some(job) = next(shared) {
        let last = Mutex::new(Instant::now());
        let watch = |looked_at: usize| {
            let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
            if last.elapsed() >= BREATH {
                *last = Instant::now();
                // Nobody listens any more when the window was closed meanwhile.
                let _ = sender.send(UiCommand::LookedAt(looked_at));
                context.request_repaint();
            }
            let desired = shared.lock();
            if desired.is_stale || desired.is_stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let (world, start, goals, rules) = (&job.world, &job.start, &job.wish.goals, &job.wish.rules);
        if job.others {
            let ways = alternatives(world, start, goals, rules, (LIMIT_OF_OTHERS, MOST_WAYS), &watch);
            let is_whole = !shared.lock().is_stopped;
            let found = FoundWays { wish: job.wish, ways, is_whole };
            finish(shared, sender, context, UiCommand::FoundWays(Box::new(found)));
        } else {
            let outcome = plan_watched(world, start, goals, rules, LIMIT, &watch);
            finish(shared, sender, context, UiCommand::Found(Box::new(Found { wish: job.wish, outcome })));
        }
    }
}

/// Waits for a search to be made; none when the window is closed.
fn next(shared: &Shared) -> Option<Job> {
    let mut desired = shared.lock();
    loop {
        if desired.is_closed {
            return None;
        }
        if desired.jobs.is_empty() {
            desired = shared.more.wait(desired).unwrap_or_else(PoisonError::into_inner);
            continue;
        }
        let job = desired.jobs.remove(0);
        desired.running = Some((job.wish.clone(), job.others));
        desired.is_stale = false;
        desired.is_stopped = false;
        return Some(job);
    }
}

/// Tells the answer, unless it is nobody's. All is told before the search counts as over, so that nothing comes late.
fn finish(shared: &Shared, sender: &Sender<UiCommand>, context: &Context, found: UiCommand) {
    let mut desired = shared.lock();
    if !desired.is_stale {
        let _ = sender.send(found);
        context.request_repaint();
    }
    desired.running = None;
}
