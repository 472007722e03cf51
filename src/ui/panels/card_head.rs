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
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.row.card_head), Sense::hover());
    let response = ui.interact(
        rect.expand2(vec2(tokens.space.row, tokens.space.base)),
        ui.scope_id().with("head"),
        Sense::click(),
    );
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
    parts::changed(ui, rect.expand2(vec2(tokens.space.near, tokens.space.tight)), head.has_changed, "head");
    let icon = paint::glyph(ui, head.icon, tokens.icon.head, color.dim);
    let left = paint::from_left(ui.painter(), rect.min.x, rect.center().y, icon) + tokens.space.row;
    let width = rect.max.x - left - tokens.space.section;
    let name = paint::name(ui, head.name, tokens.size.strong, fonts::semibold(), color.text, width);
    let under = paint::line(ui, head.under, tokens.size.small, fonts::regular(), color.dim, width);
    paint::two_lines(ui, left, rect.center().y, name, under);
    let chevron = if head.is_open { Icon::ChevronUp } else { Icon::ChevronDown };
    let mark = paint::glyph(ui, chevron, tokens.icon.text, color.faint);
    paint::from_left(ui.painter(), rect.max.x - mark.size().x, rect.center().y, mark);
    response.clicked()
}
