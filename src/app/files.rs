//! Reading and writing files. A save is whole or not at all.

use crate::content::{self, BUILT_IN, BuiltIn, ContentError, Loaded};
use crate::session::Session;
use anyhow::{Context as _, bail};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::Path;

/// The ending of our files.
pub const EXTENSION: &str = "ron";

/// How a saved session begins.
const SESSION: &str = "Session(";

/// How many recently used files are remembered.
pub const MOST_RECENT: usize = 8;

/// What was opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The rehearsal.
    pub rehearsal: content::Rehearsal,
    /// Its history; a fresh one for a rehearsal.
    pub session: Session,
    /// Was it a saved session? Saving goes to its file again, but never over a rehearsal.
    pub is_session: bool,
}

impl From<Loaded> for Opened {
    fn from(loaded: Loaded) -> Self {
        match loaded {
            Loaded::Rehearsal { rehearsal, start } => {
                Self { rehearsal: *rehearsal, session: Session::new(*start), is_session: false }
            }
            Loaded::Session { rehearsal, session } => {
                Self { rehearsal: *rehearsal, session: *session, is_session: true }
            }
        }
    }
}

/// Opens a built-in rehearsal. Fails when there is none with this id, naming those there are.
pub fn open_built_in(id: &str) -> anyhow::Result<Opened> {
    let Some(built_in) = BuiltIn::find(id) else {
        let known: Vec<&str> = BUILT_IN.iter().map(|built_in| built_in.id).collect();
        bail!(
            "no rehearsal is called `{id}`; built in are {}, the worked cases and the drills: `crossinvite list` names \
             all, and a path to a file does as well",
            known.join(", ")
        );
    };
    Ok(built_in.load()?.into())
}

/// Opens a file. Fails with what is wrong and where; nothing else is touched.
pub fn open(path: &Path) -> anyhow::Result<Opened> {
    let bytes = read(path, EXTENSION)?;
    let mut loaded = content::load_bytes(&bytes, &path.display().to_string());
    // No more than one byte too many was read; the size it has is that of the file.
    if let Err(ContentError::TooLarge { bytes, .. }) = &mut loaded {
        *bytes = std::fs::metadata(path).map_or(*bytes, |metadata| metadata.len().max(*bytes));
    }
    Ok(loaded?.into())
}

/// Reads lines to import. Fails when it is no text in UTF-8.
pub fn read_text(path: &Path) -> anyhow::Result<String> {
    let name = path.display().to_string();
    let bytes = read(path, "csv")?;
    if bytes.len() > content::error::MAX_BYTES {
        bail!("`{name}` is too large; up to {} MiB are read", content::error::MAX_BYTES / 1024 / 1024);
    }
    let text = String::from_utf8(bytes);
    let mut text = text.ok().with_context(|| format!("`{name}` is no text in UTF-8; save it as “CSV UTF-8” first"))?;
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        text = rest.to_owned();
    }
    Ok(text)
}

/// The bytes of a file, at most one more than may be read.
fn read(path: &Path, ending: &str) -> anyhow::Result<Vec<u8>> {
    let name = path.display().to_string();
    let cannot_open = |error: std::io::Error| anyhow::anyhow!("{}", no_file(&name, ending, &error));
    let metadata = std::fs::metadata(path).map_err(cannot_open)?;
    if metadata.is_dir() {
        bail!("`{name}` is a folder; choose a file that ends in .{ending}");
    }
    if !metadata.is_file() {
        bail!("`{name}` is no ordinary file; choose a file that ends in .{ending}");
    }
    let file = std::fs::File::open(path).map_err(cannot_open)?;
    let most = u64::try_from(content::error::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(cannot_open)?;
    Ok(bytes)
}

/// Why a file cannot be opened, and what to do; the number of the system error tells nobody anything.
fn no_file(name: &str, ending: &str, error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => {
            format!("there is no file `{name}`; check the path, or choose one that ends in .{ending}")
        }
        ErrorKind::PermissionDenied => {
            format!("`{name}` may not be read; ask for the right to read it, or choose another file")
        }
        kind => format!("`{name}` cannot be opened: {}; choose another file", std::io::Error::from(kind)),
    }
}

/// Opens what the command line names: a built-in id, else a file.
pub fn open_named(name: &str) -> anyhow::Result<Opened> {
    if BuiltIn::find(name).is_some() {
        return open_built_in(name);
    }
    let path = Path::new(name);
    if !path.exists() && !name.contains(['/', '\\', '.']) {
        return open_built_in(name);
    }
    open(path)
}

/// What tells whether a file was written by somebody else meanwhile: when it was, and its size.
pub type Stamp = (std::time::SystemTime, u64);

/// What a file is like now; none when it is not there or does not say.
#[must_use]
pub fn stamp(path: &Path) -> Option<Stamp> {
    let found = std::fs::metadata(path).ok()?;
    Some((found.modified().ok()?, found.len()))
}

/// Writes a text whole or not at all: to a file beside it first, then in its place. What could not be read again is
/// not written.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let name = path.display().to_string();
    if text.len() > content::error::MAX_BYTES {
        let bytes = text.len();
        anyhow::bail!(
            "cannot write `{name}`: a file of {bytes} bytes could not be opened again, the most is 16 MiB; undo some \
             steps or begin anew"
        );
    }
    // Only by its ending is it found again among the files that can be opened.
    if text.starts_with(SESSION) && path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case(EXTENSION)) {
        anyhow::bail!(
            "`{name}` does not end in .{EXTENSION}, so it would not be offered for opening; write `{}`",
            path.with_extension(EXTENSION).display()
        );
    }
    // A link stays a link, and a file that was there keeps who may read it.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = std::fs::metadata(path).ok();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The error would name the file that stands in for a moment, which tells nobody anything.
    let failed = |error: std::io::Error| cannot_write(Path::new(&name), &error);
    let mut file = beside(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    if let Some(before) = before {
        file.as_file().set_permissions(before.permissions()).map_err(failed)?;
    }
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// A new file in this folder that others may read as far as the person lets them (the umask), like any file.
fn beside(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Why a file cannot be written, and what to do.
pub(super) fn cannot_write(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let todo = match error.kind() {
        ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(path);
            return anyhow::anyhow!(
                "cannot write `{}`: there is no folder `{}`; make it first, or choose a folder that exists and may be written to",
                path.display(),
                folder.display()
            );
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "free some space, or choose another place",
        _ => "choose a folder that exists and may be written to",
    };
    anyhow::anyhow!("cannot write `{}`: {}; {todo}", path.display(), std::io::Error::from(error.kind()))
}

/// A sentence with its reason, for people.
#[must_use]
pub fn sentence(error: &anyhow::Error) -> String {
    let mut parts: Vec<String> = error.chain().map(ToString::to_string).collect();
    parts.dedup();
    parts.join(": ")
}
