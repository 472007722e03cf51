//! What is shown: plain data per panel, and the only place where facts become sentences. Never egui.

pub mod tone;

pub use tone::Tone;
