//! The only place where facts become sentences.

mod acts;
mod addresses;
mod causes;
mod checks;
mod cures;
pub mod glossary;
mod inquiries;
mod labels;
mod names;
mod places;
mod plans;
mod readings;
mod refusals;
mod requests;
mod standing;
mod suspects;
mod switches;
mod symptoms;

pub use acts::{act, effect, fact, kept, login_effects, readings_told};
pub use addresses::address_problem;
pub use causes::{group_name, is_so, must_be, role_names};
pub use checks::{headline, passing, question, quote, sentence, source};
pub use cures::refusal_cure;
pub use inquiries::{how_to, who_can, why_not};
pub use labels::{caution, invitations_to_accept, needs_too, option_help, setting_help};
pub use places::{path, place_of, spot_of, way_to};
pub use plans::{found_obstacle, stays, took};
pub use readings::{ReadingWords, reading, reading_clause, reading_words};
pub use refusals::{capitalize, not_enough, refusal_headline, refusal_sentence, refusal_source, refused, tried};
pub use requests::request;
pub use standing::{License, cell_words, lane_brief, lane_words, row_words};
pub use suspects::{excluded, suspect_headline, suspect_sentence};
pub use switches::{assign_hidden, restrict_hidden};
pub use symptoms::symptom;

use refusals::edits_space;
