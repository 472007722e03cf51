//! Mail and notifications of the signed-in person.

use egui::{Align, Layout, Ui};
use lucide_icons::Icon;

use super::parts;
use super::rows::{At, rows_ui};
use crate::domain::PlatformId;
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, text, theme};
use crate::view::{Listing, MailData, MessageRow};

/// Draws the messages, newest first.
pub fn mail_ui(ui: &mut Ui, platform: PlatformId, data: &MailData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.label(text::strong(ui, &data.title).size(tokens.size.title));
    if let Some(waiting) = &data.waiting {
        parts::wrapped(ui, text::dim(ui, crate::view::text::capitalize(waiting)));
    }
    ui.add_space(tokens.space.near);
    if data.messages.is_empty() {
        parts::wrapped(ui, text::dim(ui, "Nothing has arrived yet."));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    rows_ui(ui, Listing::Mail(platform), &data.messages, tokens.usual.message, queue, |ui, message, at, queue| {
        ui.push_id(at.place(), |ui| message_ui(ui, message, at, queue));
        ui.add_space(theme::tokens(ui).space.near);
    });
}

fn message_ui(ui: &mut Ui, message: &MessageRow, at: At, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    widgets::card(ui, CardStyle::Plain, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens.space.base;
            let icon = if message.is_email { Icon::Mail } else { Icon::Bell };
            ui.label(text::icon(icon, tokens.icon.head).color(tokens.platform(message.color).ink));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = tokens.space.tight;
                let subject = parts::wrapped(ui, text::strong(ui, &message.subject));
                at.tell(ui, &subject);
                parts::wrapped(
                    ui,
                    text::small(ui, format!("{} · {}", message.kind, message.from)).color(tokens.color.dim),
                );
                if let Some(state) = &message.state {
                    widgets::status(ui, state.tone, &state.text);
                }
                if let Some(control) = &message.control {
                    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                        let name = format!("{} ({})", control.label, message.kind);
                        parts::trying_button(ui, control, Button::new(&control.label).name(&name).primary(), queue);
                    });
                    parts::tried_ui(ui, control.tried.as_ref(), queue);
                }
            });
        });
    });
}
