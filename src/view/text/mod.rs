//! The only place where facts become sentences.

mod acts;
mod checks;
mod labels;
mod plans;
mod refusals;

pub use acts::{act, effect, fact};
pub use checks::{headline, passing, path, question, quote, reading, sentence, source, spot_of};
pub use labels::{option_heading, option_help, option_label, right, setting_help, setting_label};
pub use plans::{found_obstacle, place_of, took};
pub use refusals::{capitalize, refusal_cure, refusal_headline, refusal_sentence, tried};
