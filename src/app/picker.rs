//! Native file dialogs on a thread of their own, with a way to know that there is none.
//!
//! The dialog library answers the same for "cancelled" and for "no dialog service", and tells the difference only
//! through the log; [`Watcher`] listens there.

use crate::domain::PlatformId;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};

static DIALOG_FAILED: AtomicBool = AtomicBool::new(false);

/// The log target that says no dialog could be shown.
const FAILURE_TARGET: &str = "rfd::backend::xdg_desktop_portal";

/// A log that only listens for failed dialogs.
pub struct Watcher;

impl log::Log for Watcher {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() == log::Level::Error
    }

    fn log(&self, record: &log::Record<'_>) {
        if record.level() == log::Level::Error && record.target() == FAILURE_TARGET {
            DIALOG_FAILED.store(true, Ordering::SeqCst);
        }
    }

    fn flush(&self) {}
}

/// Starts listening. A second call changes nothing.
pub fn listen() {
    static WATCHER: Watcher = Watcher;
    if log::set_logger(&WATCHER).is_ok() {
        log::set_max_level(log::LevelFilter::Error);
    }
}

/// What a dialog is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Choose a file to open.
    Open,
    /// Choose where to save.
    Save,
    /// Choose where to save a message.
    SaveMessage,
    /// Choose lines to import on this platform.
    Import(PlatformId),
}

/// What came of a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// This file.
    Path(PathBuf),
    /// The person closed it.
    Cancelled,
    /// There is no dialog service here: show the path field.
    Unavailable,
}

/// Opens a dialog in the background; the answer comes through the channel and asks for a repaint.
#[must_use]
pub fn pick(context: egui::Context, purpose: Purpose, suggestion: String) -> Receiver<Picked> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        DIALOG_FAILED.store(false, Ordering::SeqCst);
        let dialog = match purpose {
            Purpose::Open | Purpose::Save => {
                rfd::FileDialog::new().add_filter("crossinvite", &[super::files::EXTENSION])
            }
            Purpose::SaveMessage => rfd::FileDialog::new().add_filter("Text", &["txt", "md"]),
            Purpose::Import(_) => rfd::FileDialog::new().add_filter("CSV", &["csv", "txt"]),
        };
        let answer = match purpose {
            Purpose::Open | Purpose::Import(_) => dialog.pick_file(),
            Purpose::Save | Purpose::SaveMessage => dialog.set_file_name(suggestion).save_file(),
        };
        let picked = match answer {
            Some(path) => Picked::Path(path),
            None if DIALOG_FAILED.load(Ordering::SeqCst) => Picked::Unavailable,
            None => Picked::Cancelled,
        };
        // Nobody waits any more when the window was closed meanwhile.
        let _ = sender.send(picked);
        context.request_repaint();
    });
    receiver
}
