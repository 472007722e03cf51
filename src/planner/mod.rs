//! What could be: the shortest way from a world to a goal, and how far it is.
//!
//! [`plan`] is the way in, and [`plan_watched`] for a search that can be stopped from beside. It tries acts through
//! [`decide`](crate::decide) alone, so nothing is assumed that is not granted, and stops when no shorter way can be left: the search is A*, its lower [`bound`] counts acts that no way can
//! spare, and `order` says which acts must be tried first and which can wait. A goal that nothing can reach is answered
//! with the [`Obstacle`]s that nobody can remove. [`alternatives()`] finds other ways; [`at_least`] is the bound alone.
//!
//! What is tried ([`moves`]) are the acts of people on what the goals speak of and on what those facts hang on. Plans
//! found no user groups, choose no locations or default roles and make nobody an administrator unless a goal says so,
//! touch nobody the goals do not speak of unless licenses run short, invite with the roles that goals ask for and what
//! these need (of more than six roles all on the same terms), one to three people or all together, leave it to
//! administrators to move items, and never bundle acts into one step ([`Act::Several`](crate::domain::Act::Several)),
//! which would make every way one act long. Two things are tried only when there is no other way: taking somebody out who
//! is to be there, to invite them again ([`Constraints::take_out`] asks for it, and brings back licenses that must be
//! assigned as before), and inviting somebody to a company that they have nothing to do with, only for its licenses.
//! Whoever was a member at the start counts as to be there, too. Shortest means shortest of those ways.
//!
//! How it is known: `tests/it/planner/exhaustive.rs` compares plans and bound with breadth-first search over every state
//! of two small worlds; from every state of every built-in solution the distance falls by one along the plan; and
//! `benches/planners` compares lengths with an established planner. `cargo bench --bench plans` lists what is given up.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod alternatives;
pub mod back;
pub mod bound;
pub mod constraint;
mod cover;
pub mod goal;
pub mod moves;
mod order;
mod scope;
mod search;
pub mod step;
mod wants;
pub mod way_back;

pub use alternatives::{Alternative, Measure, alternatives};
pub use back::facts_before;
pub use bound::{Obstacle, Reason};
pub use constraint::{Constraints, Only};
pub use goal::{Goal, SeatState};
pub use search::{Limits, Outcome, at_least, plan, plan_watched};
pub use step::{Distance, Plan, PlanStep, Take, distance};
pub use way_back::{Stays, WayBack, way_back};
