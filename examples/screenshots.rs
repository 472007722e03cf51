//! Draws the pictures of the README into `screenshots/`: `cargo run --example screenshots`.

use crossinvite::access::Question;
use crossinvite::app::desk::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::{Presents, Shot, desk_at, picture};
use crossinvite::domain::{PersonId, PlatformId, RoleId};
use crossinvite::ui::UiCommand;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use std::path::Path;

const FOLDER: &str = "screenshots";

/// The desk of a rehearsal at a step of its solution.
fn at(rehearsal: &str, step: usize) -> anyhow::Result<Desk> {
    desk_at(open_built_in(rehearsal)?, Some(step))
}

/// The first rehearsal with its whole solution, but this act of it forgotten.
fn forgetting(act: usize) -> anyhow::Result<Desk> {
    let mut desk = at("own-license", 0)?;
    let solution: Vec<_> = desk.rehearsal().solution().cloned().collect();
    for (_, command) in solution.into_iter().enumerate().filter(|(place, _)| *place != act) {
        desk.run(UiCommand::Submit(command));
    }
    Ok(desk)
}

/// The same, with the question whether a person can use a role on a platform.
fn asking(mut desk: Desk, person: &str, platform: &str, role: &str) -> Desk {
    let (person, platform, role) = (PersonId::new(person), PlatformId::new(platform), RoleId::new(role));
    desk.run(UiCommand::Ask(Question::RoleUsable { person, platform, role }));
    desk
}

/// Writes a small file: no transparency, packed as well as can be.
fn write(picture: image::RgbaImage, path: &Path) -> anyhow::Result<()> {
    let picture = image::DynamicImage::ImageRgba8(picture).to_rgb8();
    let file = std::io::BufWriter::new(std::fs::File::create(path)?);
    picture.write_with_encoder(PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive))?;
    Ok(())
}

fn main() -> anyhow::Result<()> {
    let window = [1600, 1000];
    let pictures = [
        ("first-view", at("own-license", 0)?, window),
        // Restrict Usage to this Platform was left on for one of the licenses.
        ("cut", asking(forgetting(2)?, "ben", "aldermoor", "CSV"), window),
        ("finished", asking(at("own-license", 8)?, "ben", "aldermoor", "IFW"), window),
        ("three-platforms", at("two-suppliers", 14)?, [1920, 1080]),
    ];
    std::fs::create_dir_all(FOLDER)?;
    for (name, desk, size) in &pictures {
        for (dark, look) in [(true, "dark"), (false, "light")] {
            let path = Path::new(FOLDER).join(format!("{name}-{look}.png"));
            write(picture(desk, Shot { size: *size, scale: 1.0, dark, presents: Presents::No }), &path)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
