//! How a statement is meant: the window turns it into a colour *and* an icon *and* the text says it in words.

use serde::Serialize;

/// What kind of news a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Tone {
    /// It holds, it works, it is done.
    Good,
    /// It fails, it is cut, it is refused.
    Bad,
    /// It is on its way: pending, waiting for something else.
    Waiting,
    /// It is worth a second look, nothing is broken.
    Caution,
    /// Plain information.
    Neutral,
    /// Not applicable here.
    Absent,
}
