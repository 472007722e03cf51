//! Reading and writing files: a rehearsal, or a saved session, told apart by the word they begin with.

use super::error::ContentError;
use super::{Rehearsal, SavedSession, build, read, validate};
use crate::domain::World;
use crate::session::Session;

/// What was in a file.
#[derive(Debug, Clone)]
pub enum Loaded {
    /// A rehearsal, with the world it starts from.
    Rehearsal {
        /// What is written.
        rehearsal: Box<Rehearsal>,
        /// The start.
        start: Box<World>,
    },
    /// A saved session, played up to where it stood.
    Session {
        /// The rehearsal it is a session of.
        rehearsal: Box<Rehearsal>,
        /// Its history.
        session: Box<Session>,
    },
}

/// Reads a file. `file` is its name, for error messages.
///
/// Fails with the first thing that is wrong; nothing is kept of a file that is wrong.
pub fn load(text: &str, file: &str) -> Result<Loaded, ContentError> {
    load_bytes(text.as_bytes(), file)
}

/// Reads a file from its bytes.
///
/// Fails as [`load`] does, and when the bytes are no text.
pub fn load_bytes(bytes: &[u8], file: &str) -> Result<Loaded, ContentError> {
    let text = read::text(bytes, file)?;
    match read::first_word(text, file)? {
        ("Rehearsal", _) => {
            let rehearsal: Rehearsal = read::parse(text, file)?;
            let rehearsal = rehearsal.whole().map_err(|misfit| read::locate::<Rehearsal>(text, file, misfit))?;
            let start = build(&rehearsal)
                .and_then(|start| validate::validate(&rehearsal, &start).map(|()| start))
                .map_err(|misfit| read::locate::<Rehearsal>(text, file, misfit))?;
            Ok(Loaded::Rehearsal { rehearsal: Box::new(rehearsal), start: Box::new(start) })
        }
        ("Session", _) => {
            let mut saved: SavedSession = read::parse(text, file)?;
            let whole = saved.rehearsal.whole();
            saved.rehearsal = whole.map_err(|misfit| read::locate::<SavedSession>(text, file, misfit))?;
            let session = saved.replay().map_err(|misfit| read::locate::<SavedSession>(text, file, misfit))?;
            Ok(Loaded::Session { rehearsal: Box::new(saved.rehearsal), session: Box::new(session) })
        }
        (found, place) => Err(ContentError::Unknown { place, found: found.to_owned() }),
    }
}

/// A rehearsal as text that can be read again.
#[must_use]
pub fn to_ron(rehearsal: &Rehearsal) -> String {
    written("Rehearsal", rehearsal)
}

/// The text of a value. By its table of functions, not by its type: each type of the format would have a writer of its own.
pub(super) fn written(name: &str, value: &dyn erased_serde::Serialize) -> String {
    let config = ron::ser::PrettyConfig::new().indentor("    ");
    let body = read::options().to_string_pretty(value, config).unwrap_or_default();
    format!("{name}{body}\n")
}
