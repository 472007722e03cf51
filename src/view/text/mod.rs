//! The only place where facts become sentences.

mod acts;
mod addresses;
mod checks;
pub mod glossary;
mod labels;
mod plans;
mod readings;
mod refusals;
mod standing;
mod switches;

pub use acts::{act, effect, fact, kept, login_effects};
pub use addresses::address_problem;
pub use checks::{headline, passing, path, question, quote, reading, sentence, source, spot_of};
pub use labels::{option_help, setting_help};
pub use plans::{found_obstacle, place_of, took};
pub use readings::{ReadingWords, reading_words};
pub use refusals::{capitalize, refusal_cure, refusal_headline, refusal_sentence, tried};
pub use standing::{cell_words, lane_words, row_words};
pub use switches::{assign_hidden, restrict_hidden};
