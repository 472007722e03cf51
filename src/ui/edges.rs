//! The edges between the parts of the window: dragged, moved with the arrow keys, or by name from *View* and the
//! palette; a double click gives a part its usual size back.

use egui::{CursorIcon, EventFilter, Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::layout::{LayoutState, WindowData};
use super::widgets::Enabled;
use super::{UiCommand, theme};
use crate::domain::PlatformId;

/// A part of the window whose size can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The guide: its width.
    Guide,
    /// The right column: its width.
    Side,
    /// The access board: its height.
    Board,
    /// The panel of a platform: its width.
    Platform(PlatformId),
}

/// How the size of a part changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resize {
    /// It gets larger.
    Larger(Part),
    /// It gets smaller.
    Smaller(Part),
    /// All parts are as large as usual.
    Usual,
}

/// What is done to an edge in a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Pull {
    /// It is moved so far.
    By(f32),
    /// The usual size is asked for.
    Usual,
}

/// The size that is kept after a pull; none: the usual one.
pub(super) fn pulled(pull: Option<Pull>, kept: Option<f32>, size: impl FnOnce(f32) -> f32) -> Option<f32> {
    match pull {
        Some(Pull::By(by)) => Some(size(by)),
        Some(Pull::Usual) => None,
        None => kept,
    }
}

/// Every change of size that can be called by name: the name, the change, and whether it can be made.
#[must_use]
pub fn resizes(data: &WindowData<'_>) -> Vec<(String, UiCommand, Enabled)> {
    let mut all = Vec::new();
    let mut add = |words: [String; 2], part: Part, enabled: &Enabled| {
        for (name, resize) in words.into_iter().zip([Resize::Larger(part), Resize::Smaller(part)]) {
            all.push((name, UiCommand::Resize(resize), enabled.clone()));
        }
    };
    let wide = |what: &str| [format!("Wider: {what}"), format!("Narrower: {what}")];
    if data.shell.is_presenting {
        return all;
    }
    if data.guide.is_some() {
        add(wide("guide"), Part::Guide, &Ok(()));
    }
    if data.board.is_some() || data.inquiry.is_some() {
        add(wide("access board"), Part::Side, &Ok(()));
    }
    if data.board.is_some() && data.inquiry.is_some() {
        add(["Taller: access board".to_owned(), "Shorter: access board".to_owned()], Part::Board, &Ok(()));
    }
    let open = data.platforms.iter().filter(|platform| !platform.is_folded).count();
    for platform in data.platforms {
        let enabled = if platform.is_folded {
            Err("It is folded.".to_owned())
        } else if open < 2 {
            Err("It is the only open panel.".to_owned())
        } else {
            Ok(())
        };
        add(wide(&platform.name), Part::Platform(platform.platform), &enabled);
    }
    all.push(("Usual sizes".to_owned(), UiCommand::Resize(Resize::Usual), Ok(())));
    all
}

/// Changes the size of a part, from how it was drawn last; drawing keeps it within its bounds.
pub fn resize(state: &mut LayoutState, resize: Resize) {
    let (part, by) = match resize {
        Resize::Larger(part) => (part, theme::measures().width.resize),
        Resize::Smaller(part) => (part, -theme::measures().width.resize),
        Resize::Usual => {
            (state.guide, state.side, state.board) = (None, None, None);
            state.shares.clear();
            return;
        }
    };
    match part {
        Part::Guide => state.guide = Some(state.drawn.guide + by),
        Part::Side => state.side = Some(state.drawn.side + by),
        Part::Board => state.board = Some(state.drawn.board + by),
        Part::Platform(platform) => {
            // The others give way, or take the room, in equal parts.
            let widths = state.rects.iter().map(|(id, [left, _, right, _])| (*id, right - left));
            let widths: Vec<_> = widths.filter(|(_, width)| *width > theme::measures().width.folded).collect();
            let others = widths.len().saturating_sub(1).max(1) as f32;
            let average = widths.iter().map(|(_, width)| width).sum::<f32>() / widths.len().max(1) as f32;
            for (id, width) in widths {
                let width = if id == platform { width + by } else { width - by / others };
                state.shares.insert(id, width.max(1.0) / average.max(1.0));
            }
        }
    }
}

/// An edge that can be moved sideways, around `x`: what is done to it in this frame. To be called before the parts at
/// its sides are drawn: it is as wide as a target must be, and what lies over it keeps its clicks.
pub(super) fn edge_x(ui: &Ui, x: f32, span: Rect, name: &str) -> Option<Pull> {
    let half = theme::tokens(ui).size.target / 2.0;
    let hit = Rect::from_min_max(pos2(x - half, span.min.y), pos2(x + half, span.max.y));
    let response = edge(ui, hit, name).on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
    if is_shown(&response) {
        let (line, inset) = edge_line(ui);
        ui.painter().vline(x, span.min.y + inset..=span.max.y - inset, line);
    }
    let by_key = nudged(ui, &response, [Key::ArrowLeft, Key::ArrowRight]);
    pull(&response, response.drag_delta().x, by_key)
}

/// An edge that can be moved up and down, in the same way.
pub(super) fn edge_y(ui: &Ui, y: f32, span: Rect, name: &str) -> Option<Pull> {
    let half = theme::tokens(ui).size.target / 2.0;
    let hit = Rect::from_min_max(pos2(span.min.x, y - half), pos2(span.max.x, y + half));
    let response = edge(ui, hit, name).on_hover_and_drag_cursor(CursorIcon::ResizeVertical);
    if is_shown(&response) {
        let (line, inset) = edge_line(ui);
        ui.painter().hline(span.min.x + inset..=span.max.x - inset, y, line);
    }
    let by_key = nudged(ui, &response, [Key::ArrowUp, Key::ArrowDown]);
    pull(&response, response.drag_delta().y, by_key)
}

/// How the edge is drawn, and how far from the corners of the panels at its sides.
fn edge_line(ui: &Ui) -> (Stroke, f32) {
    let tokens = theme::tokens(ui);
    (Stroke::new(tokens.stroke.strong, tokens.color.accent), f32::from(tokens.radius.panel))
}

fn is_shown(response: &Response) -> bool {
    response.hovered() || response.dragged() || response.has_focus()
}

fn pull(response: &Response, dragged: f32, by_key: Option<f32>) -> Option<Pull> {
    if response.double_clicked() {
        Some(Pull::Usual)
    } else if response.dragged() {
        Some(Pull::By(dragged))
    } else {
        by_key.map(Pull::By)
    }
}

fn edge(ui: &Ui, hit: Rect, name: &str) -> Response {
    let response = ui.interact(hit, ui.scope_id().with(name), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    response
}

/// How far the two keys, back and on, move an edge that has the keyboard.
fn nudged(ui: &Ui, response: &Response, [back, on]: [Key; 2]) -> Option<f32> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let steps = ui.input(|input| input.num_presses(on) as f32 - input.num_presses(back) as f32);
    (steps != 0.0).then_some(steps * theme::measures().width.nudge)
}
