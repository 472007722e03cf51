//! Which readings of the guides an act hangs on (rules 2.1).

use super::itself;
use crate::domain::{Act, Command, Event, Reading, World, apply};

/// Of several acts at once, so many are looked at.
const MOST_ACTS: usize = 8;

/// The readings by which the act ends as it does: read in the other way, it would be refused or come out differently.
/// Found by deciding it under each.
#[must_use]
pub fn readings_behind(world: &World, command: &Command) -> Vec<Reading> {
    match command {
        Command::Do { by, on, act: Act::Several { acts, .. } } => {
            let each = acts.iter().take(MOST_ACTS).map(|act| Command::new(*by, *on, act.clone()));
            let each: Vec<Vec<Reading>> = each.map(|command| readings_behind(world, &command)).collect();
            Reading::ALL.into_iter().filter(|reading| each.iter().any(|found| found.contains(reading))).collect()
        }
        Command::Do { .. } => {
            let found = itself(world, command);
            let differs = |reading: &Reading| {
                let mut other = world.clone();
                apply(&mut other, &Event::ReadingSet { reading: *reading, alternative: !world.reads(*reading) });
                itself(&other, command) != found
            };
            Reading::ALL.into_iter().filter(differs).collect()
        }
        Command::Stage(_) => Vec::new(),
    }
}
