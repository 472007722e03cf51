//! Which file is opened or saved: native dialogs, and the path field that stands in for them.

use super::App;
use crate::app::files;
use crate::app::notices::PathPrompt;
use crate::app::picker::{self, Picked, Purpose};
use crate::ui::UiCommand;
use crate::ui::reasons::PRIVATE;
use crate::view::{MessageDraft, Tone};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::mpsc::TryRecvError;

/// What to do about a file that would be lost.
const REPLACE: &str = "press Save again to replace it, or type another name";

impl App {
    pub(super) fn pick(&mut self, context: &Context, purpose: Purpose) {
        if self.shell.is_presenting() {
            self.waiting = None;
            self.tell(Tone::Neutral, PRIVATE.to_owned());
            return;
        }
        // One dialog at a time; a second answer would have nowhere to go.
        if self.picking.is_some() {
            return;
        }
        if self.asks_for_paths {
            self.ask_for_path(purpose);
            return;
        }
        self.picking = Some((purpose, picker::pick(context.clone(), purpose, self.suggestion(purpose))));
    }

    /// Takes the answer of a native dialog.
    pub(super) fn take_picked(&mut self) {
        let Some((purpose, receiver)) = &self.picking else { return };
        let purpose = *purpose;
        let picked = match receiver.try_recv() {
            Ok(picked) => picked,
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => Picked::Unavailable,
        };
        self.picking = None;
        match picked {
            Picked::Path(path) => self.use_path(purpose, path),
            Picked::Cancelled => self.waiting = None,
            Picked::Unavailable => self.ask_for_path(purpose),
        }
    }

    /// Shows the field for a path.
    pub(super) fn ask_for_path(&mut self, purpose: Purpose) {
        let path = self.suggestion(purpose);
        self.prompt = Some(PathPrompt { purpose, path, is_new: true, problem: None, replaces: None });
        self.model = None;
    }

    /// Saves to the file that is open, unless somebody else wrote it meanwhile: then it is asked first.
    pub(super) fn save_again(&mut self, path: &Path) {
        let now = files::stamp(path);
        if now.is_none() || now == self.stamp {
            self.save(path);
            return;
        }
        if self.shell.is_presenting() {
            let words = "The file was changed by somebody else. Leave the presentation to save.";
            self.tell(Tone::Caution, words.to_owned());
            return;
        }
        let problem = Some(format!("`{}` has changed since it was opened; {REPLACE}", path.display()));
        let (purpose, replaces) = (Purpose::Save, Some(path.to_owned()));
        let path = path.display().to_string();
        self.prompt = Some(PathPrompt { purpose, path, is_new: true, problem, replaces });
    }

    /// The name that is offered for a file.
    fn suggestion(&self, purpose: Purpose) -> String {
        match (purpose, &self.message) {
            (Purpose::Save, _) => format!("{}.{}", self.desk.rehearsal().id, files::EXTENSION),
            (Purpose::SaveMessage, Some(message)) => format!("message-to-{}.txt", message.name.to_lowercase()),
            (Purpose::Open | Purpose::SaveMessage | Purpose::Import(_), _) => String::new(),
        }
    }

    /// Asks where a message is saved.
    pub(super) fn save_message(&mut self, context: &Context, message: MessageDraft) {
        self.message = Some(message);
        self.pick(context, Purpose::SaveMessage);
    }

    fn write_message(&mut self, path: &Path) {
        let Some(message) = &self.message else { return };
        match files::write(path, &message.text) {
            Ok(()) => {
                self.message = None;
                self.prompt = None;
                self.tell_path(Tone::Good, format!("Saved to {}", path.display()), "Saved.");
            }
            Err(error) => self.fail(&error),
        }
        self.model = None;
    }

    pub(super) fn use_path(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.queue.push(UiCommand::OpenPath(path)),
            Purpose::Save => self.queue.push(UiCommand::SavePath(path)),
            Purpose::SaveMessage => self.write_message(&path),
            Purpose::Import(platform) => self.queue.push(UiCommand::ImportPath { platform, path }),
        }
    }

    pub(super) fn edit_path(&mut self, path: String) {
        if let Some(prompt) = &mut self.prompt {
            if prompt.path != path {
                prompt.problem = None;
                prompt.replaces = None;
            }
            prompt.path = path;
            prompt.is_new = false;
        }
    }

    /// Uses the typed path. The field stays until that is open or saved.
    pub(super) fn confirm_path(&mut self) {
        if let Some(prompt) = &mut self.prompt {
            let mut path = PathBuf::from(prompt.path.trim());
            if path.extension().is_none() {
                match prompt.purpose {
                    Purpose::Open | Purpose::Import(_) => false,
                    Purpose::Save => path.set_extension(files::EXTENSION),
                    Purpose::SaveMessage => path.set_extension("txt"),
                };
            }
            let purpose = prompt.purpose;
            let writes = matches!(purpose, Purpose::Save | Purpose::SaveMessage);
            if writes && path.exists() && self.path.as_ref() != Some(&path) && prompt.replaces.as_ref() != Some(&path) {
                prompt.problem = Some(format!("`{}` is there already; {REPLACE}", path.display()));
                prompt.replaces = Some(path);
                prompt.is_new = true;
                return;
            }
            self.use_path(purpose, path);
        }
    }

    pub(super) fn cancel_path(&mut self) {
        self.prompt = None;
        self.waiting = None;
    }
}
