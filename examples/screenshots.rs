//! Draws the pictures of the README into `screenshots/`: `cargo run --example screenshots`.

use crossinvite::access::Question;
use crossinvite::app::desk::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::{Shot, desk_at, picture};
use crossinvite::domain::{PersonId, PlatformId, RoleId};
use crossinvite::ui::UiCommand;
use std::path::Path;

const FOLDER: &str = "screenshots";

/// The desk of a rehearsal at a step of its solution.
fn at(rehearsal: &str, step: usize) -> anyhow::Result<Desk> {
    desk_at(open_built_in(rehearsal)?, Some(step))
}

/// The same, with the question whether a person can use a role on a platform.
fn asking(mut desk: Desk, person: &str, platform: &str, role: &str) -> Desk {
    let (person, platform, role) = (PersonId::new(person), PlatformId::new(platform), RoleId::new(role));
    desk.run(UiCommand::Ask(Question::RoleUsable { person, platform, role }));
    desk
}

fn main() -> anyhow::Result<()> {
    let finished = || Ok::<Desk, anyhow::Error>(asking(at("own-license", 8)?, "ben", "aldermoor", "IFW"));
    let cut = || Ok::<Desk, anyhow::Error>(asking(at("own-license", 3)?, "ben", "aldermoor", "IFW"));
    let pictures = [
        ("first-view", at("own-license", 0)?, true, [1600, 1000]),
        ("first-view-light", at("own-license", 0)?, false, [1600, 1000]),
        ("cut", cut()?, true, [1600, 1000]),
        ("cut-light", cut()?, false, [1600, 1000]),
        ("finished", finished()?, true, [1600, 1000]),
        ("finished-light", finished()?, false, [1600, 1000]),
        ("three-platforms", at("two-suppliers", 6)?, true, [1920, 1080]),
        ("three-platforms-light", at("two-suppliers", 6)?, false, [1920, 1080]),
    ];
    std::fs::create_dir_all(FOLDER)?;
    for (name, desk, dark, size) in pictures {
        let path = Path::new(FOLDER).join(format!("{name}.png"));
        picture(&desk, Shot { size, scale: 1.0, dark }).save(&path)?;
        println!("{}", path.display());
    }
    Ok(())
}
