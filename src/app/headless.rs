//! Without a window: play a solution to a step, and draw any moment.

use super::desk::{Desk, DeskFacts};
use super::files::Opened;
use crate::raster;
use crate::ui::layout::{LayoutState, window_ui};
use crate::ui::{CommandQueue, UiCommand};
use anyhow::bail;

/// How often a picture is laid out before it is drawn, so that sizes settle.
const PASSES: usize = 5;

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
            bail!("step {step} is too far; this session has {} steps", line.len());
        };
        desk.run(UiCommand::Seek(target));
        return Ok(desk);
    }
    let wanted = step.unwrap_or(0);
    if wanted > solution.len() {
        bail!("step {wanted} is too far; this solution has {} steps", solution.len());
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

/// How a picture is made.
#[derive(Debug, Clone, Copy)]
pub struct Shot {
    /// Pixels across and down.
    pub size: [usize; 2],
    /// Pixels per point.
    pub scale: f32,
    /// Dark or light.
    pub dark: bool,
}

/// Draws the whole window as it is at this moment.
#[must_use]
pub fn picture(desk: &Desk, shot: Shot) -> image::RgbaImage {
    let facts = DeskFacts { rehearsals: crate::content::BuiltIn::offered(), ..DeskFacts::default() };
    let model = desk.model(&facts);
    let mut layout = LayoutState::default();
    raster::render(shot.size, shot.scale, shot.dark, PASSES, |ui| {
        let data = model.window(desk.selection());
        window_ui(ui, &data, &mut layout, &mut CommandQueue::default());
    })
}
