//! What could be: the shortest way from a world to a goal, and how far it is.
//!
//! [`plan`] is the way in, and [`plan_watched`] for a search that can be stopped from beside. It tries acts through [`decide`](crate::decide) alone, so nothing is assumed that is not
//! granted, and stops when no shorter way can be left: the search is A*, and its lower [`bound`] counts acts that no
//! way can spare. A goal that nothing can reach is answered with the [`Obstacle`]s that nobody can remove.
//!
//! What is tried ([`moves`]) are the acts of people on what the goals speak of and on what those facts hang on. Plans
//! found no user groups, choose no locations or default roles and make nobody an administrator unless a goal says so, and
//! never bundle acts into one step ([`Act::Several`](crate::domain::Act::Several)), which would make every way one act long.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod alternatives;
pub mod back;
pub mod bound;
pub mod constraint;
pub mod goal;
pub mod moves;
mod order;
mod scope;
mod search;
pub mod step;
mod wants;

pub use alternatives::{Alternative, alternatives};
pub use back::facts_before;
pub use bound::{Obstacle, Reason};
pub use constraint::{Constraints, Only};
pub use goal::{Goal, SeatState};
pub use search::{Limits, Outcome, at_least, plan, plan_watched};
pub use step::{Distance, Plan, PlanStep, Take, distance};
