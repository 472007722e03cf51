//! Draws the pictures of the README into `screenshots/`: `cargo run --example screenshots`. With the name of a folder
//! behind `--` it draws every screen there is into that.

mod states;

use crossinvite::access::Question;
use crossinvite::app::desk::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::{Presents, Shot, desk_at, picture};
use crossinvite::domain::{PersonId, PlatformId, RoleId};
use crossinvite::planner::Limits;
use crossinvite::ui::UiCommand;
use crossinvite::view::{HowToDraft, Inquiry, Look, Mode, PanelTab, SheetDraft};
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

/// A desk after these wishes, with every search done.
fn after(mut desk: Desk, wishes: impl IntoIterator<Item = UiCommand>) -> Desk {
    for wish in wishes {
        desk.run(wish);
    }
    desk.think(Limits::default());
    desk
}

/// The same tab on both platforms of the first rehearsal.
fn tab(step: usize, tab: PanelTab) -> anyhow::Result<Desk> {
    let platforms = ["aldermoor", "brightwell"].map(PlatformId::new);
    Ok(after(at("own-license", step)?, platforms.map(|platform| UiCommand::SetTab { platform, tab })))
}

/// The first fact of a drill, with its cure looked at.
fn looked_at(drill: &str, inquiry: Inquiry) -> anyhow::Result<Desk> {
    let desk = at(drill, 0)?;
    let look = desk.question().map(|question| UiCommand::Look(Look::Cure(question)));
    Ok(after(desk, look.into_iter().chain([UiCommand::Inquire(inquiry)])))
}

/// A picture: its name, what is on the desk, and how large.
struct Picture {
    name: &'static str,
    desk: Desk,
    size: [usize; 2],
    scale: f32,
    presents: Presents,
    /// Is it one of those that the front page shows?
    is_shown: bool,
}

impl Picture {
    fn new(name: &'static str, desk: Desk) -> Self {
        Self { name, desk, size: [1600, 1000], scale: 1.0, presents: Presents::No, is_shown: false }
    }

    fn sized(self, size: [usize; 2], scale: f32) -> Self {
        Self { size, scale, ..self }
    }

    fn shown(self) -> Self {
        Self { is_shown: true, ..self }
    }

    fn presented(self, presents: Presents) -> Self {
        Self { presents, ..self }
    }
}

fn pictures() -> anyhow::Result<Vec<Picture>> {
    let aldermoor = PlatformId::new("aldermoor");
    let to_goal = HowToDraft { to_goal: true, ..HowToDraft::default() };
    let how_to = [UiCommand::Inquire(Inquiry::HowTo), UiCommand::SetHowTo(to_goal)];
    // Restrict Usage to this Platform was left on for one of the licenses.
    let cut = || anyhow::Ok(asking(forgetting(2)?, "ben", "aldermoor", "CSV"));
    let companies = |count: usize| std::iter::repeat_n(UiCommand::AddPlatform, count);
    Ok(vec![
        Picture::new("first-view", after(at("own-license", 0)?, [])).shown(),
        Picture::new("cut", after(cut()?, [])).shown(),
        Picture::new("finished", after(asking(at("own-license", 7)?, "ben", "aldermoor", "IFW"), [])).shown(),
        Picture::new("three-platforms", after(at("two-suppliers", 14)?, [])).sized([1920, 1080], 1.0).shown(),
        Picture::new("how-to", after(at("own-license", 0)?, how_to)).shown(),
        Picture::new("why-not", looked_at("d02", Inquiry::WhyNot)?).shown(),
        Picture::new("drill", after(at("d02", 0)?, [])).shown(),
        Picture::new("presented", after(cut()?, [])).presented(Presents::Story).shown(),
        Picture::new("presented-platforms", after(cut()?, [])).presented(Presents::Platforms),
        Picture::new("who-can", after(at("own-license", 8)?, [UiCommand::Inquire(Inquiry::WhoCan)])),
        Picture::new("spaces", tab(6, PanelTab::Spaces)?),
        Picture::new("groups", tab(6, PanelTab::Groups)?),
        Picture::new("mail", tab(6, PanelTab::Mail)?),
        Picture::new("views", tab(6, PanelTab::View)?),
        Picture::new("wizard", after(at("own-license", 4)?, [UiCommand::OpenInvite(aldermoor)])),
        Picture::new(
            "library",
            after(at("own-license", 0)?, [UiCommand::SetSheet(Some(SheetDraft::Library(Mode::Drill)))]),
        ),
        Picture::new("readings", after(at("own-license", 0)?, [UiCommand::SetSheet(Some(SheetDraft::Readings))])),
        Picture::new("low", after(cut()?, [])).sized([1280, 720], 1.0),
        Picture::new("small", after(cut()?, [])).sized([1280, 800], 1.0),
        Picture::new("large", after(cut()?, [])).sized([2560, 1440], 1.5),
        Picture::new("four-platforms", after(at("own-license", 8)?, companies(2))),
        Picture::new("four-small", after(at("own-license", 8)?, companies(2))).sized([1280, 800], 1.0),
        Picture::new("bare-stage", after(at("bare-stage", 0)?, [])),
        Picture::new("lesson", after(at("space-members", 6)?, [])),
        Picture::new("long-names", states::long_names()?).sized([1920, 1080], 1.0),
        Picture::new("long-names-low", states::long_names()?).sized([1280, 720], 1.0),
        Picture::new("long-names-presented", states::long_names()?).presented(Presents::Story),
        Picture::new("many", states::many()?).sized([1920, 1080], 1.0),
        Picture::new("expired", states::expired()?),
        Picture::new("refused", states::refused()?),
        Picture::new("busy", states::busy()?),
        Picture::new("what-if", states::previewed()?),
        Picture::new("import", states::import()?),
        Picture::new("from-message", states::from_message()?),
        Picture::new("three-presented", after(at("two-suppliers", 14)?, [])).presented(Presents::Story),
    ])
}

/// Without a folder the pictures of the front page are drawn; with one, all there are, into it.
fn main() -> anyhow::Result<()> {
    let wanted = std::env::args().nth(1);
    let folder = wanted.as_deref().unwrap_or(FOLDER);
    std::fs::create_dir_all(folder)?;
    for Picture { name, desk, size, scale, presents, is_shown } in &pictures()? {
        if wanted.is_none() && !is_shown {
            continue;
        }
        for (dark, look) in [(true, "dark"), (false, "light")] {
            let path = Path::new(folder).join(format!("{name}-{look}.png"));
            write(picture(desk, Shot { size: *size, scale: *scale, dark, presents: *presents }), &path)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
