//! How it looks: theme, widgets, panels and dialogs. Reads view data, writes into the command queue.

pub mod command;
pub mod dialogs;
pub mod fonts;
pub mod layout;
pub mod panels;
pub mod text;
pub mod theme;
pub mod widgets;

pub use command::{CommandQueue, InviteEdit, LeaveChoice, UiCommand};
