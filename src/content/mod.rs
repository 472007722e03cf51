//! What is written: rehearsals as files, with situation, lesson, solution and expectations; saved sessions.
//!
//! A file is read ([`load`]), its start is set up through the same door as any act ([`setup`]), its meaning is checked
//! ([`validate`]). A [`Rehearsal`] is then played: [`lesson`] says which steps are done, [`check()`] proves that the
//! solution works.

pub mod check;
pub mod companies;
pub mod csv;
pub mod differences;
pub mod error;
pub mod file;
pub mod format;
pub mod goal_text;
pub mod lesson;
pub mod library;
pub mod located;
pub mod plain;
pub mod read;
pub mod roles;
pub mod session_file;
pub mod setup;
pub mod start;
pub mod validate;
pub mod words;

pub use crate::planner::{Goal, SeatState};
pub use check::{Report, ReportLine, check, check_session};
pub use error::{ContentError, Misfit, Noun, Place, Problem};
pub use file::{Loaded, load, load_bytes, to_ron};
pub use format::{
    Alternative, Expectation, ExpectedRefusal, GuestNote, Guide, Kind, LessonStep, Note, Rehearsal, StepSpot, Symptom,
    Version, Viewer, Watch,
};
pub use goal_text::Mention;
pub use lesson::{first_open, is_finished, progress};
pub use library::{BUILT_IN, BuiltIn, CASES, DRILLS, Head, Shelf};
pub use located::{List, Located, Ordinal};
pub use session_file::{SavedSession, SavedStep, save};
pub use setup::build;
pub use start::Start;
