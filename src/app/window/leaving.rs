//! What becomes of work that is in no file when something else is opened or the window closes: it is asked for, or put
//! aside with a way back.

use super::{App, forget_scrolling, mark_of};
use crate::app::desk::Desk;
use crate::app::files::{self, Opened, Stamp};
use crate::app::notices::Leaving;
use crate::content::Kind;
use crate::ui::{LeaveChoice, UiCommand};
use egui::{Context, ViewportCommand};
use std::path::PathBuf;

/// What was open before, with acts that are in no file.
pub(super) struct Aside {
    desk: Desk,
    path: Option<PathBuf>,
    source: Option<PathBuf>,
    stamp: Option<Stamp>,
    saved: usize,
    /// Did somebody say already that it may be left? Then nobody is asked again.
    is_settled: bool,
}

impl Aside {
    pub(super) fn title(&self) -> String {
        self.desk.rehearsal().title.clone()
    }
}

impl App {
    /// A wish that would leave unsaved work asks first. A drill does not: it is put aside, and can be brought back.
    pub(super) fn guarded(&mut self, context: &Context, command: UiCommand) {
        let is_drill = matches!(self.desk.rehearsal().kind, Kind::Drill { .. }) && self.path.is_none();
        let is_lost = match command {
            UiCommand::Quit => self.would_lose(),
            // There is one place beside the desk: what lies there unasked is not pushed out unasked.
            _ => self.is_unsaved() && (!is_drill || self.waits_aside()),
        };
        if is_lost {
            self.waiting = Some(command);
            self.is_asking = true;
        } else {
            self.proceed(context, command, false);
        }
    }

    /// Would closing the window now lose acts that nobody was asked about?
    pub(super) fn would_lose(&self) -> bool {
        self.is_unsaved() || self.waits_aside()
    }

    fn waits_aside(&self) -> bool {
        self.aside.as_ref().is_some_and(|aside| !aside.is_settled)
    }

    /// What the question says.
    pub(super) fn leaving(&self) -> Leaving {
        let closes = matches!(self.waiting, Some(UiCommand::Quit));
        let aside = self.aside.as_ref().filter(|aside| closes && !aside.is_settled);
        Leaving { is_unsaved: self.is_unsaved(), aside: aside.map(Aside::title) }
    }

    fn proceed(&mut self, context: &Context, command: UiCommand, is_settled: bool) {
        match command {
            UiCommand::OpenRehearsal(id) => self.show_opened(context, files::open_built_in(&id), None, is_settled),
            UiCommand::OpenPath(path) => self.show_opened(context, files::open(&path), Some(path), is_settled),
            _ => {
                self.may_close = true;
                context.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    pub(super) fn leave(&mut self, context: &Context, choice: LeaveChoice) {
        self.is_asking = false;
        match choice {
            LeaveChoice::Stay => self.waiting = None,
            LeaveChoice::Discard => {
                if let Some(command) = self.waiting.take() {
                    self.proceed(context, command, true);
                }
            }
            LeaveChoice::Save => self.queue.push(UiCommand::Save),
            LeaveChoice::BringBack => {
                self.waiting = None;
                self.bring_back(context);
            }
        }
    }

    fn show_opened(
        &mut self,
        context: &Context,
        opened: anyhow::Result<Opened>,
        path: Option<PathBuf>,
        is_settled: bool,
    ) {
        match opened {
            Ok(opened) => {
                let is_session = opened.is_session;
                self.exchange(context, Desk::new(opened.rehearsal, opened.session), is_settled);
                self.saved = mark_of(&self.desk);
                self.notice = None;
                self.prompt = None;
                if let Some(path) = &path {
                    self.remember(path);
                }
                self.stamp = path.as_deref().and_then(files::stamp);
                self.source.clone_from(&path);
                self.path = path.filter(|_| is_session);
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Puts a desk in place of the one that is open. That one goes aside when it has acts that are in no file, unless
    /// something lies there that nobody was asked about.
    fn exchange(&mut self, context: &Context, desk: Desk, is_settled: bool) {
        forget_scrolling(context);
        self.memory.layout.bridge = None;
        let has_acts = self.is_unsaved();
        let before = std::mem::replace(&mut self.desk, desk);
        let (path, source, stamp) = (self.path.take(), self.source.take(), self.stamp.take());
        if has_acts && !self.waits_aside() {
            self.aside = Some(Aside { desk: before, path, source, stamp, saved: self.saved, is_settled });
        }
        self.forget_searches();
    }

    /// Exchanges what is open with what was put aside.
    pub(super) fn bring_back(&mut self, context: &Context) {
        let Some(aside) = self.aside.take() else { return };
        self.exchange(context, aside.desk, false);
        self.path = aside.path;
        self.source = aside.source;
        self.stamp = aside.stamp;
        self.saved = aside.saved;
    }
}
