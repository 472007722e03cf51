//! A person as a round mark with initials.

use egui::{Color32, Response, Role, Sense, Stroke, Ui, vec2};

use super::paint;
use crate::ui::{fonts, theme, theme::PlatformColors};

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AvatarState {
    /// Is here.
    #[default]
    Here,
    /// Has been invited, has not come yet.
    Invited,
    /// Belongs here, is on another platform now.
    Away,
    /// Is here and in focus.
    Focused,
}

/// Draws a person; a click is for putting them in focus. `label` is the full name.
pub fn avatar(
    ui: &mut Ui,
    initials: &str,
    colors: PlatformColors,
    state: AvatarState,
    size: f32,
    label: &str,
) -> Response {
    let tokens = theme::tokens(ui);
    let target = size.max(tokens.size.target);
    let (rect, response) = ui.allocate_exact_size(vec2(target, target), Sense::click());
    paint::announce(&response, Role::Button, &Ok(()), label);
    if ui.is_rect_visible(rect) {
        let color = &tokens.color;
        let (centre, radius) = (rect.center(), size / 2.0);
        let (fill, ink) = match state {
            AvatarState::Here | AvatarState::Focused => (colors.fill, colors.ink),
            AvatarState::Invited => (Color32::TRANSPARENT, color.faint),
            AvatarState::Away => (color.raised, color.faint),
        };
        let painter = ui.painter();
        painter.circle_filled(centre, radius, fill);
        let ring = if response.hovered() { colors.ink } else { color.faint };
        match state {
            AvatarState::Here if response.hovered() => {
                paint::ring(painter, centre, radius, Stroke::new(tokens.stroke.mark, colors.line));
            }
            AvatarState::Here => {}
            AvatarState::Away => {
                paint::ring(
                    painter,
                    centre,
                    radius,
                    Stroke::new(tokens.stroke.line, if response.hovered() { ring } else { color.line_strong }),
                );
            }
            AvatarState::Invited => {
                paint::dashed_circle(painter, centre, radius, Stroke::new(size / 21.0, ring));
            }
            AvatarState::Focused => {
                paint::ring(
                    painter,
                    centre,
                    radius,
                    Stroke::new((size / 18.0).max(tokens.stroke.strong), color.accent),
                );
            }
        }
        let text = paint::line(ui, initials, (size * 0.38).round(), fonts::semibold());
        paint::centred(painter, centre, text, ink);
        paint::focus_ring(ui, &response, rect, (target / 2.0) as u8);
    }
    response.on_hover_text(label)
}
