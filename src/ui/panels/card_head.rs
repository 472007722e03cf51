//! The head of a card that opens: an icon, a name, a line under it.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};
use lucide_icons::Icon;

use super::rows::At;
use super::{paint, parts};
use crate::ui::{fonts, theme};

/// What stands in the head.
pub(super) struct Head<'a> {
    /// Before the name.
    pub icon: Icon,
    /// The name, also the accessible one.
    pub name: &'a str,
    /// The line under it.
    pub under: &'a str,
    /// Is the card open?
    pub is_open: bool,
    /// Did the last act change it?
    pub has_changed: bool,
}

/// Draws the head over the whole width; says whether it was clicked.
pub(super) fn head_ui(ui: &mut Ui, head: &Head<'_>, at: At) -> bool {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let response = ui.interact(rect.expand2(vec2(10.0, 7.0)), ui.scope_id().with("head"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, head.is_open, head.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(head.is_open);
        node.set_description(head.under);
    });
    at.tell(ui, &response);
    if response.hovered() && !head.is_open {
        ui.painter().rect_filled(response.rect, tokens.radius.control, color.hover);
    }
    paint::focus_ring(ui, &response, response.rect);
    parts::changed(ui, rect.expand2(vec2(6.0, 3.0)), head.has_changed, "head");
    paint::from_left(ui.painter(), rect.min.x + 2.0, rect.center().y, paint::glyph(ui, head.icon, 18.0, color.dim));
    let left = rect.min.x + 32.0;
    let width = rect.max.x - left - 24.0;
    let name = paint::line(ui, head.name, tokens.size.strong, fonts::semibold(), color.text, width);
    let under = paint::line(ui, head.under, tokens.size.small, fonts::regular(), color.dim, width);
    paint::from_left(ui.painter(), left, rect.min.y + 9.0, name);
    paint::from_left(ui.painter(), left, rect.min.y + 27.0, under);
    let chevron = if head.is_open { Icon::ChevronUp } else { Icon::ChevronDown };
    let mark = paint::glyph(ui, chevron, 15.0, color.faint);
    paint::from_left(ui.painter(), rect.max.x - 16.0, rect.center().y, mark);
    response.clicked()
}
