//! The shell: the desk with its open rehearsal, the window around it, files, and the command line. The only place for
//! eframe, native dialogs, the file system, threads and `anyhow`.

pub mod cli;
pub mod desk;
mod drilling;
pub mod files;
mod first;
mod goal_arg;
pub mod headless;
mod last;
mod library;
pub mod model;
mod motion;
pub mod notices;
pub mod picker;
mod places;
mod plan_cli;
mod remembered;
pub mod script;
pub mod searcher;
pub mod shell;
pub mod thinking;
pub mod window;
mod wrong_args;

pub use desk::Desk;
pub use model::WindowModel;
