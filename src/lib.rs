//! crossinvite: two companies' platforms side by side, an invitation with its own license, live and with reasons.

pub mod access;
pub mod app;
pub mod content;
pub mod decide;
pub mod domain;
pub mod raster;
pub mod session;
pub mod ui;
pub mod view;
