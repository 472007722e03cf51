//! The window: draws the desk, carries out wishes, opens and saves files.

mod covered;
mod frame;
mod leaving;
mod paths;
mod searches;
mod telling;

use covered::Above;
use leaving::Aside;
pub use searches::Thinking;

use super::desk::Desk;
use super::files::{self, MOST_RECENT, Opened, Stamp};
use super::first::Screen;
use super::last::Last;
use super::model::{DeskFacts, WindowModel};
use super::motion;
use super::notices::{Notice, PathPrompt};
use super::picker::{self, Picked, Purpose};
use super::searcher::Searcher;
use super::shell::ShellState;
use crate::content;
use crate::domain::PlatformId;
use crate::ui::layout::LayoutState;
use crate::ui::{CommandQueue, UiCommand, edges, focus, theme};
use crate::view::{MessageDraft, SheetDraft, Tone, Took};
use egui::{Context, ThemePreference, ViewportCommand};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

/// The key under which the window remembers itself.
const MEMORY_KEY: &str = "crossinvite";

/// The key of what was open last: apart, so that what cannot be read of it costs nothing else.
const LAST_KEY: &str = "last";

/// What the window remembers from one start to the next.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Memory {
    recent: Vec<PathBuf>,
    layout: LayoutState,
    dark: Option<bool>,
    /// In percent.
    zoom: Option<u16>,
    /// Motion on or off; none: as the system has it, where it says.
    moves: Option<bool>,
    /// Keys of one letter are off.
    no_letter_keys: bool,
    /// Panels folded to a strip.
    folded: BTreeSet<PlatformId>,
    /// The order of the panels.
    order: Vec<PlatformId>,
    /// The drills that were solved, by id, each with the best it took.
    drills_done: BTreeMap<String, Took>,
    /// What the last picture was drawn on.
    screen: Option<Screen>,
}

/// How to open the window.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Dark or light; none: as remembered, else as the system has it.
    pub dark: Option<bool>,
    /// Is what was remembered left alone, neither read nor written?
    pub is_forgetful: bool,
    /// Does it open what was open last, if that is remembered and can still be read?
    pub resumes: bool,
    /// Is a path typed into a field of the window, instead of chosen in a native dialog?
    pub asks_for_paths: bool,
    /// Where shortest ways are searched for.
    pub thinking: Thinking,
    /// Are programs of the system asked whether it wants less motion?
    pub asks_system: bool,
}

/// The application.
pub struct App {
    desk: Desk,
    queue: CommandQueue,
    model: Option<WindowModel>,
    memory: Memory,
    is_forgetful: bool,
    asks_for_paths: bool,
    thinking: Thinking,
    searcher: Option<Searcher>,
    /// The message that is being saved.
    message: Option<MessageDraft>,
    /// The file that is saved to.
    path: Option<PathBuf>,
    /// The file from which what is open was read; a rehearsal is never written over.
    source: Option<PathBuf>,
    /// What that file was like when it was read or written.
    stamp: Option<Stamp>,
    saved: usize,
    notice: Option<Notice>,
    prompt: Option<PathPrompt>,
    picking: Option<(Purpose, Receiver<Picked>)>,
    /// The wish that waits until unsaved work is saved or left.
    waiting: Option<UiCommand>,
    is_asking: bool,
    may_close: bool,
    title: String,
    shell: ShellState,
    /// Is the system still to be asked whether it wants less motion?
    asks_for_motion: bool,
    /// Its answer, which may still come.
    less_motion: Option<Receiver<()>>,
    /// What was open before with acts that are in no file.
    aside: Option<Aside>,
    /// What stood above the panels in the frame before.
    above: Above,
    /// Has the person seen anything yet?
    is_seen: bool,
    /// Seconds since the start, as of this frame.
    now: f64,
}

impl App {
    /// The application with this rehearsal or session open, unless it is to go on with what was open last.
    #[must_use]
    pub fn new(
        context: &Context,
        storage: Option<&dyn eframe::Storage>,
        opened: Opened,
        path: Option<PathBuf>,
        options: &Options,
    ) -> Self {
        let app = Self::prepared(context, storage, opened, path, options);
        app.settle(context);
        app
    }

    /// The same, but that the zoom is still the one of the library, by which it opens the window meanwhile.
    pub(super) fn prepared(
        context: &Context,
        storage: Option<&dyn eframe::Storage>,
        opened: Opened,
        path: Option<PathBuf>,
        options: &Options,
    ) -> Self {
        picker::listen();
        let remembered = storage.filter(|_| !options.is_forgetful);
        let memory: Option<Memory> = remembered.and_then(|storage| eframe::get_value(storage, MEMORY_KEY));
        let memory = memory.map(|memory| Memory { layout: memory.layout.sane(), ..memory }).unwrap_or_default();
        theme::install(context);
        match options.dark.or(memory.dark) {
            Some(dark) => theme::set_dark(context, dark),
            None => context.set_theme(ThemePreference::System),
        }
        let last: Option<Last> = remembered.and_then(|storage| eframe::get_value(storage, LAST_KEY));
        let last = last.filter(|_| options.resumes);
        let resumed = last.as_ref().map(Last::open);
        let (opened, source, lost) = match resumed {
            Some(Ok(again)) => (again, last.as_ref().and_then(Last::file).map(Path::to_owned), None),
            Some(Err(error)) => (opened, path, Some(error)),
            None => (opened, path, None),
        };
        let path = source.clone().filter(|_| opened.is_session);
        let mut desk = Desk::new(opened.rehearsal, opened.session);
        if let Some(last) = last.filter(|_| lost.is_none()) {
            last.recall(&mut desk);
        }
        let saved = mark_of(&desk);
        let mut shell = ShellState::new(context, memory.zoom);
        shell.set_letter_keys(!memory.no_letter_keys);
        theme::set_motion(context, memory.moves.unwrap_or_else(motion::system_moves));
        let asks_for_motion = options.asks_system && memory.moves.is_none();
        let mut app = Self {
            desk,
            queue: CommandQueue::default(),
            model: None,
            memory,
            is_forgetful: options.is_forgetful,
            asks_for_paths: options.asks_for_paths,
            thinking: options.thinking,
            searcher: None,
            message: None,
            stamp: path.as_deref().and_then(files::stamp),
            path,
            source,
            saved,
            notice: None,
            prompt: None,
            picking: None,
            waiting: None,
            is_asking: false,
            may_close: false,
            title: String::new(),
            shell,
            asks_for_motion,
            less_motion: None,
            aside: None,
            above: Above::default(),
            is_seen: false,
            now: 0.0,
        };
        app.fold();
        if let Some(error) = lost {
            app.tell_lost(&error);
        }
        app
    }

    /// Brings about what waits until there is a window.
    pub(super) fn settle(&self, context: &Context) {
        self.shell.show_zoom(context);
    }

    /// The desk, for tests that look behind the window.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The notice that is shown.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Has anything been done since the last save?
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        mark_of(&self.desk) != self.saved
    }

    fn facts(&self) -> DeskFacts {
        DeskFacts {
            file: self.path.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned()),
            rehearsals: content::BuiltIn::offered(),
            recent: self.memory.recent.iter().map(|path| path.display().to_string()).collect(),
            is_unsaved: self.is_unsaved(),
            aside: self.aside.as_ref().map(Aside::title),
            drills_done: self.memory.drills_done.clone(),
        }
    }

    /// A drill that is over is remembered, with the best it took.
    fn note_drill(&mut self) {
        let Some(took) = self.desk.took() else { return };
        let id = self.desk.rehearsal().id.clone();
        let best = self.memory.drills_done.get(&id).map_or(took, |before| took.min(*before));
        self.memory.drills_done.insert(id, best);
    }

    /// Carries out everything asked for in this frame, one line per wish.
    fn run_commands(&mut self, context: &Context) {
        for command in self.queue.drain() {
            context.request_repaint();
            self.model = None;
            match command {
                UiCommand::OpenRehearsal(id) => self.guarded(context, UiCommand::OpenRehearsal(id)),
                UiCommand::OpenPath(path) => self.guarded(context, UiCommand::OpenPath(path)),
                UiCommand::Quit => self.guarded(context, UiCommand::Quit),
                UiCommand::Open => self.pick(context, Purpose::Open),
                UiCommand::Save => match self.path.clone() {
                    Some(path) => self.save_again(&path),
                    None => self.pick(context, Purpose::Save),
                },
                UiCommand::SaveAs => self.pick(context, Purpose::Save),
                UiCommand::SavePath(path) => self.save(&path),
                UiCommand::PickImport(platform) => self.pick(context, Purpose::Import(platform)),
                UiCommand::ImportPath { platform, path } => self.import(platform, &path),
                UiCommand::EditPath(path) => self.edit_path(path),
                UiCommand::ConfirmPath => self.confirm_path(),
                UiCommand::CancelPath => self.cancel_path(),
                UiCommand::SaveMessage(message) => self.save_message(context, *message),
                UiCommand::CopyText(text) => {
                    context.copy_text(text);
                    self.tell(Tone::Good, "Copied to the clipboard.".to_owned());
                }
                UiCommand::StopSearching => self.stop_searching(),
                UiCommand::DismissNotice => self.notice = None,
                UiCommand::BringBack => self.bring_back(context),
                UiCommand::Leave(choice) => self.leave(context, choice),
                UiCommand::ToggleTheme => self.toggle_theme(context),
                UiCommand::Restart => {
                    forget_scrolling(context);
                    self.desk.run(UiCommand::Restart);
                }
                UiCommand::Resize(resize) => edges::resize(&mut self.memory.layout, resize),
                UiCommand::ToggleMotion => self.toggle_motion(context),
                UiCommand::ToggleLetterKeys => self.toggle_letter_keys(),
                UiCommand::SayWhyNot { command, why } => self.say_why_not(*command, why),
                UiCommand::NextRegion => focus::to_next_part(context, false),
                UiCommand::PreviousRegion => focus::to_next_part(context, true),
                UiCommand::Visit { platform, tab } => {
                    self.desk.run(UiCommand::Visit { platform, tab });
                    focus::to_part(context, &self.desk.lens().platform(platform));
                }
                command if self.shell.run(context, &command) => self.memory.zoom = Some(self.shell.zoom()),
                command => {
                    self.desk.run(command);
                }
            }
            self.note_drill();
        }
    }

    fn save(&mut self, path: &Path) {
        let text = content::save(self.desk.rehearsal(), self.desk.session());
        match files::write(path, &text) {
            Ok(()) => {
                self.saved = mark_of(&self.desk);
                self.path = Some(path.to_owned());
                self.source = Some(path.to_owned());
                self.stamp = files::stamp(path);
                self.prompt = None;
                self.remember(path);
                self.tell_path(Tone::Good, format!("Saved to {}", path.display()), "Saved.");
                if let Some(command) = self.waiting.take() {
                    self.queue.push(command);
                }
            }
            Err(error) => {
                // What waits goes on once the field has a path that can be written.
                if self.prompt.is_none() {
                    self.waiting = None;
                }
                self.fail(&error);
            }
        }
    }

    /// Puts the lines of a file below those that stand in *Import Members*.
    fn import(&mut self, platform: PlatformId, path: &Path) {
        match files::read_text(path) {
            Ok(read) => {
                let before = self.desk.selection().imports.get(&platform).cloned().unwrap_or_default();
                let text = if before.trim().is_empty() { read } else { format!("{}\n{read}", before.trim_end()) };
                let draft = SheetDraft::Import { platform, text, only_problems: false };
                self.prompt = None;
                self.desk.run(UiCommand::SetSheet(Some(draft)));
            }
            Err(error) => self.fail(&error),
        }
    }

    fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.memory.recent.retain(|other| *other != path);
        self.memory.recent.insert(0, path);
        self.memory.recent.truncate(MOST_RECENT);
    }

    /// Folds the panels that were folded the last time, and puts them in the order they had.
    fn fold(&mut self) {
        let order = self.memory.order.iter().enumerate();
        let moves: Vec<UiCommand> =
            order.map(|(to, platform)| UiCommand::MovePanel { platform: *platform, to }).collect();
        for wish in moves {
            self.desk.run(wish);
        }
        for platform in self.memory.folded.clone() {
            let is_here = self.desk.session().world().platform(platform).is_some();
            if is_here && !self.desk.selection().folded.contains(&platform) {
                self.desk.run(UiCommand::ToggleFold(platform));
            }
        }
    }

    /// The keys that work everywhere, but not below a sheet that must be answered first.
    fn shortcuts(&mut self, context: &Context) {
        if self.is_asking {
            self.shell.pause();
            return;
        }
        let is_escape_taken = self.is_escape_taken(context);
        let has_future = self.desk.session().next(self.desk.session().cursor()).is_some();
        self.build_model(context);
        let Self { desk, queue, model: Some(model), shell, path, prompt, .. } = self else { return };
        let mut data = model.window(desk.selection());
        data.shell = shell.facts(path.is_some(), prompt.is_some());
        shell.keys(context, &data, (has_future, is_escape_taken), queue);
    }

    /// Builds what is shown, unless it is still as it was.
    fn build_model(&mut self, context: &Context) {
        if self.model.is_none() {
            self.think(context);
            self.model = Some(self.desk.model(&self.facts()));
        }
    }

    fn title(&mut self, context: &Context) {
        let mark = if self.is_unsaved() { "● " } else { "" };
        let path = self.path.as_ref().filter(|_| !self.shell.is_presenting());
        let file = path.and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
        let name = file.unwrap_or_else(|| self.desk.rehearsal().title.clone());
        let title = format!("{mark}{name} – crossinvite");
        if title != self.title {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// Another rehearsal begins at the top of every list, and with the current step of its guide in view.
fn forget_scrolling(context: &Context) {
    crate::ui::panels::guide::forget_followed(context);
    context.memory_mut(|memory| memory.data.remove_by_type::<egui::scroll_area::State>());
}

/// What tells whether anything was done since a save: acts only, for looking back and forth is no work.
fn mark_of(desk: &Desk) -> usize {
    desk.session().steps().count()
}
