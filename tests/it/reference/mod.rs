//! A second evaluator, written from the rules alone, and the engine beside it.
//!
//! - `facts` takes a world apart, `rules` derives, `answers` puts into words, `compare` compares.
//! - `small` walks the reachable states of a small world, `wide` makes up larger ones.
//! - `acts` predicts what becomes of an act, `search` who is found.

mod acts;
mod answers;
mod compare;
mod facts;
mod rules;
mod search;
pub mod small;
pub mod wide;
