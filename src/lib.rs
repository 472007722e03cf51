//! crossinvite: two companies' platforms side by side, an invitation with its own license, live and with reasons.
//!
//! # The map
//!
//! Layers point one way, each may use those before it; `tests/it/tidy.rs` reads the files to prove it:
//!
//! | layer | what | the way in |
//! | --- | --- | --- |
//! | [`domain`] | what is: entities, commands, events, codes, the rulebook | [`domain::World`], [`domain::apply()`] |
//! | [`access`] | what follows: three facts, each with all its checks | [`access::explain`] |
//! | [`decide`] | what may happen: a command becomes events or a refusal | [`decide::decide`] |
//! | [`diagnosis`] | what can be behind a message: the causes that fit this state | [`diagnosis::diagnose`] |
//! | [`session`] | what happened: a tree of steps, a cursor for undo and the timeline | [`session::Session`] |
//! | [`planner`] | what could be: the shortest way to a goal, proven; how far it is | [`planner::plan`] |
//! | [`content`] | what is written: rehearsals, saved sessions, lessons, checks | [`content::load`], [`content::check()`] |
//! | [`view`] | what is shown: plain data per panel, and every sentence | [`view::Lens`], [`view::build`] |
//! | [`ui`] | how it looks: theme, widgets, panels; wishes go into a queue | [`ui::layout::window_ui`] |
//! | [`raster`] | pictures of it without a driver | [`raster::render`] |
//! | [`app`] | the shell: desk, window, files, command line | [`app::Desk`], [`app::cli::run`] |
//!
//! # The flow
//!
//! ```text
//! click, key, menu, lesson, command line
//!   └► ui::UiCommand ─► app::Desk::run ─► session.submit(domain::Command)
//!                                            └► decide ─► Err(Refusal): shown where it was tried
//!                                                     └─► Ok(events) ─► apply ─► the next World
//!   ◄── ui panels ◄── view data ◄── access::explain over that World
//! ```
//!
//! # What always holds
//!
//! - A verdict is computed from its checks and nowhere else, so an answer and its reason cannot part.
//! - The world changes only by events; [`domain::apply()`] decides nothing and cannot fail.
//! - The same [`decide::decide`] answers for the act, the greyed control, the guide and the command line.
//! - Acts never change the past: a new act beside an old future keeps both.
//! - No layer below [`app`] knows of files, clocks, threads or the window; nothing there panics on any input.
//!
//! Rule numbers in the documentation (`R13`, `C1`, `F37`, `E12`) are those of the rulebook drawn from five published
//! guides; `assets/rulebook.ron` has the guides' own words.

pub mod access;
pub mod app;
pub mod content;
pub mod decide;
pub mod diagnosis;
pub mod domain;
pub mod planner;
pub mod raster;
pub mod session;
pub mod ui;
pub mod view;
