//! How it looks: theme, widgets, panels and dialogs. Reads view data, writes into the command queue.

pub mod command;

pub use command::{CommandQueue, InviteEdit, UiCommand};
