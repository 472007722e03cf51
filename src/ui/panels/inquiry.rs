//! The inquiry: a row of tabs, and the one that is open below it. The region bears the name of the open tab.

use egui::{Rect, Response, ScrollArea, Ui};

use super::{how_to, paint, parts, who_can, why, why_not};
use crate::ui::widgets::{self, Tab};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{InquiryBody, InquiryData, Status};

/// How high the row of tabs is.
/// Draws the panel over the whole of `ui`.
/// `is_guided`: the guide has a next act of its own, and the accent.
pub fn inquiry_ui(ui: &mut Ui, data: &InquiryData, is_guided: bool, queue: &mut CommandQueue) {
    widgets::region(ui, data.open.name(), |ui| {
        let full = ui.available_rect_before_wrap();
        let mut head = full;
        let tokens = theme::tokens(ui);
        head.min.y -= tokens.space.near;
        head.max.y = head.min.y + tokens.row.tabs;
        paint::within(ui, head, "ways", |ui| tabs_ui(ui, data, queue));
        let body = Rect::from_min_max(egui::pos2(full.min.x, head.max.y + tokens.space.near), full.max);
        paint::within(ui, body, data.open.name(), |ui| {
            ScrollArea::vertical().id_salt((data.open, data.question)).auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = tokens.space.near;
                match &data.body {
                    InquiryBody::Why(why) => {
                        why::why_ui(ui, why, is_guided, queue);
                        how_to::messages_ui(ui, &data.messages, queue);
                        if widgets::quiet_button(ui, "From the message…").clicked() {
                            queue.push(super::top_bar::from_message());
                        }
                    }
                    InquiryBody::WhyNot(why_not) => why_not::why_not_ui(ui, why_not, queue),
                    InquiryBody::HowTo(how_to) => how_to::how_to_ui(ui, how_to, &data.messages, queue),
                    InquiryBody::WhoCan(who_can) => who_can::who_can_ui(ui, who_can, queue),
                }
                ui.add_space(tokens.space.base);
            });
        });
    });
}

fn tabs_ui(ui: &mut Ui, data: &InquiryData, queue: &mut CommandQueue) {
    let tabs: Vec<Tab<'_>> = data.tabs.iter().map(|(_, label)| Tab { label, ..Tab::default() }).collect();
    let mut chosen = data.tabs.iter().position(|(inquiry, _)| *inquiry == data.open).unwrap_or_default();
    let ink = theme::tokens(ui).color.accent;
    if widgets::tabs(ui, &mut chosen, &tabs, ink).changed()
        && let Some((inquiry, _)) = data.tabs.get(chosen)
    {
        queue.push(UiCommand::Inquire(*inquiry));
    }
}

/// The question in full, and the answer in a few words.
pub(super) fn head_ui(ui: &mut Ui, title: &str, verdict: &Status) -> Response {
    let ink = theme::tokens(ui).color.dim;
    parts::wrapped(ui, text::small(ui, title).family(fonts::semibold()).color(ink));
    widgets::Status::new(verdict.tone, &verdict.text).strong().plain_text().show(ui)
}
