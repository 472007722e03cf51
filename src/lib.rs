//! crossinvite: two companies' platforms side by side, an invitation with its own license, live and with reasons.

pub mod access;
pub mod domain;
pub mod raster;
pub mod ui;
pub mod view;
