//! How it looks: theme, widgets, panels and dialogs. Reads view data, writes into the command queue.

pub mod command;
pub mod commands;
pub mod dialogs;
pub mod edges;
pub mod focus;
pub mod fonts;
pub mod keys;
pub mod keys_page;
pub mod layout;
mod list_keys;
pub mod palette;
pub mod panels;
pub mod present;
pub(crate) mod reasons;
pub mod text;
pub mod theme;
pub mod widgets;

pub use command::{CommandQueue, InviteEdit, LeaveChoice, UiCommand, ZoomBy};
