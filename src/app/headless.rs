//! Without a window: play a solution to a step, and draw any moment.

use super::desk::Desk;
use super::files::Opened;
use super::first;
use super::model::DeskFacts;
use crate::content::error::steps_to;
use crate::planner::Limits;
use crate::raster;
use crate::ui::layout::{LayoutState, Shell, window_ui};
use crate::ui::present;
use crate::ui::{CommandQueue, UiCommand};
use anyhow::bail;
use std::collections::BTreeSet;

/// How often a picture is laid out before it is drawn, so that sizes settle.
const PASSES: usize = 5;

/// How many situations a picture looks at for each shortest way in it.
const THINKS: Limits = Limits { worlds: 400 };

/// A desk at this step: of the saved line for a session, of the solution for a rehearsal. Step 0 is the start.
///
/// Fails when there are not so many steps, or when the solution is refused on the way.
pub fn desk_at(opened: Opened, step: Option<usize>) -> anyhow::Result<Desk> {
    let has_history = opened.session.steps().next().is_some();
    let solution: Vec<_> = opened.rehearsal.solution().cloned().collect();
    let mut desk = Desk::new(opened.rehearsal, opened.session);
    if has_history {
        let line = desk.session().line();
        let Some(step) = step else { return Ok(desk) };
        let target = if step == 0 { Some(0) } else { line.get(step - 1).copied() };
        let Some(target) = target else {
            bail!("step {step} is too far; this session has {}", steps(line.len()));
        };
        desk.run(UiCommand::Seek(target));
        return Ok(desk);
    }
    let wanted = step.unwrap_or(0);
    if wanted > solution.len() {
        bail!("step {wanted} is too far; the solution has {}", steps(solution.len()));
    }
    for (number, command) in solution.into_iter().take(wanted).enumerate() {
        desk.run(UiCommand::Submit(command));
        if let Some(refused) = &desk.selection().refused {
            let lens = desk.lens();
            let why = crate::view::text::refusal_sentence(&lens, &refused.refusal, &refused.command);
            bail!("step {} of the solution is refused: {why}", number + 1);
        }
    }
    Ok(desk)
}

/// How many steps there are, and which are allowed.
fn steps(count: usize) -> String {
    match count {
        0 => "no steps; leave --step out".to_owned(),
        _ => format!("{}; {}", crate::view::lens::count(count, "step", "steps"), steps_to(count)),
    }
}

/// How a picture is made.
#[derive(Debug, Clone, Copy)]
pub struct Shot {
    /// Pixels across and down.
    pub size: [usize; 2],
    /// Pixels per point.
    pub scale: f32,
    /// Dark or light.
    pub dark: bool,
    /// As it is presented: without and with the platforms, or as the window shows it.
    pub presents: Presents,
}

/// Whether the story is drawn as it is presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Presents {
    /// The window.
    #[default]
    No,
    /// The story alone.
    Story,
    /// The story with the platforms below the bridge.
    Platforms,
}

/// Draws the whole window as it is at this moment.
#[must_use]
pub fn picture(desk: &Desk, shot: Shot) -> image::RgbaImage {
    drawn(desk, shot).0
}

/// The same, and the letters that no font of this machine has either.
#[must_use]
pub fn drawn(desk: &Desk, shot: Shot) -> (image::RgbaImage, BTreeSet<char>) {
    let facts = DeskFacts { rehearsals: crate::content::BuiltIn::offered(), ..DeskFacts::default() };
    let mut desk = desk.clone();
    desk.think(THINKS);
    desk.think_of_ways(THINKS);
    let mut model = desk.model(&facts);
    let mut layout = LayoutState::default();
    let is_presenting = shot.presents != Presents::No;
    let [width, height] = shot.size;
    let points = egui::vec2(width as f32, height as f32) / shot.scale;
    let zoom = if is_presenting { present::zoom_for(points) } else { 100 };
    let with_panels = shot.presents == Presents::Platforms;
    let shell = Shell { is_presenting, with_panels, zoom, ..Shell::default() };
    let scale = shot.scale * f32::from(zoom) / 100.0;
    let window = raster::Picture { size: shot.size, scale };
    raster::render_with(window, shot.dark, PASSES, first::add_system_fonts, |ui| {
        let mut data = model.window(desk.selection());
        data.shell = shell;
        let mut queue = CommandQueue::default();
        if is_presenting {
            present::present_ui(ui, &data, &mut layout, None, &mut queue);
        } else {
            window_ui(ui, &data, &mut layout, &mut queue);
        }
        // Of a list that is higher than usual more rows are in view than were filled in.
        let reached = queue.drain().into_iter().filter(|command| matches!(command, UiCommand::Reach { .. }));
        let reached: Vec<UiCommand> = reached.collect();
        if !reached.is_empty() {
            for command in reached {
                desk.run(command);
            }
            model = desk.model(&facts);
        }
    })
}
