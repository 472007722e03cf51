//! All integration tests in one binary.
//!
//! - `worked_cases`: the worked cases of the rules, under their own names.
//! - `rules`: the rules one by one, accepted and refused; every test names its rule.
//! - `properties`: what must hold in any world, whatever is tried.
//! - `session`: the history.
//! - `tidy`: what must hold for the source text.
//! - `support`: the cast, short verbs and checks.

mod properties;
mod rules;
mod session;
mod support;
mod tidy;
mod worked_cases;
