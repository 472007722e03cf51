//! Fills the panels: one file per panel, one function each, from a [`Lens`](super::Lens).

mod board;
mod bridge;
mod dialogs;
mod drill;
mod groups;
mod guide;
mod mail;
mod members;
mod organizations;
mod panel;
mod person_view;
mod preview;
mod script;
mod sheets;
mod space_members;
mod spaces;
mod timeline;
mod why;

pub use board::board;
pub use bridge::bridge;
pub use dialogs::{add_member, invite, invite_order};
pub use drill::{drill, library, library_line};
pub use guide::{LessonStep, guide};
pub use panel::panel;
pub use preview::preview;
pub use script::{ScriptFacts, script};
pub use sheets::sheet;
pub use timeline::{TopBarFacts, timeline, top_bar};
pub use why::{default_question, why};
