//! The searches of the window: beside it on a thread, or, for tests, before a frame or never.

use super::App;
use crate::app::searcher::Searcher;
use crate::planner::Limits;
use egui::Context;

/// Where shortest ways are searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Thinking {
    /// Beside the window; no frame waits.
    #[default]
    Beside,
    /// Before the frame that shows them, among so many situations.
    AtOnce(usize),
    /// Nowhere: what needs them is not shown.
    Never,
}

impl App {
    /// Is anything searched for beside the window?
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.searcher.as_ref().is_some_and(Searcher::is_busy)
    }

    /// Asks for what is shown and not known yet.
    pub(super) fn think(&mut self, context: &Context) {
        match self.thinking {
            Thinking::Never => {}
            Thinking::AtOnce(worlds) => {
                self.desk.think(Limits { worlds });
                // Other ways are many searches, one for each act that could be spared.
                self.desk.think_of_ways(Limits { worlds: worlds / 8 });
            }
            // The first picture is what a start waits for: a search beside it would take a core from those who draw.
            Thinking::Beside if !self.is_seen => {}
            Thinking::Beside => {
                let jobs = self.desk.jobs();
                if jobs.is_empty() && self.searcher.is_none() {
                    return;
                }
                self.searcher.get_or_insert_with(|| Searcher::start(context.clone())).want(jobs);
            }
        }
    }

    /// Takes what was found beside the window.
    pub(super) fn take_found(&mut self) {
        if let Some(searcher) = &self.searcher {
            self.queue.extend(searcher.news());
        }
    }

    /// Another rehearsal is open.
    pub(super) fn forget_searches(&self) {
        if let Some(searcher) = &self.searcher {
            searcher.forget();
        }
    }

    /// The person does not want to wait.
    pub(super) fn stop_searching(&self) {
        if let Some(searcher) = &self.searcher {
            searcher.stop();
        }
    }
}
