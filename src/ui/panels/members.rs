//! The Members Control Center: options, invitations, members, license counters.

use egui::{Align, Label, Layout, Role, Sense, Ui, WidgetInfo, vec2};
use lucide_icons::Icon;

use super::member_card::member_ui;
use super::rows::rows_ui;
use super::{license_pools, paint, parts, preview};
use crate::domain::PlatformId;
use crate::ui::widgets::{self, Button};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{Listing, MembersData, OpenSheet, OptionRow};

/// The section of the members.
const INVITE: &str = "Invite & Grant Roles";

/// The app all of this belongs to.
const CENTER: &str = "Members Control Center";

/// The section of the options.
const OPTIONS: &str = "Configure Members Options";

/// Draws the control center of `platform`.
pub fn members_ui(ui: &mut Ui, platform: PlatformId, data: &MembersData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    if options_head(ui, data) {
        ui.add_space(tokens.space.tight);
        let is_low = ui.clip_rect().height() < tokens.narrow.low_members;
        for row in &data.options {
            widgets::divider(ui);
            ui.push_id(row.option, |ui| option_ui(ui, row, is_low, queue));
        }
    }
    ui.add_space(tokens.space.row);
    invite_head(ui, platform, data, queue);
    ui.add_space(tokens.space.base);
    rows_ui(ui, Listing::Members(platform), &data.members, tokens.usual.member, queue, |ui, card, at, queue| {
        ui.push_id(card.face.person, |ui| member_ui(ui, platform, card, at, queue));
        ui.add_space(theme::tokens(ui).space.near);
    });
    if !data.pools.is_empty() {
        ui.add_space(tokens.space.row);
        license_pools::pools_ui(ui, &data.pools, data.is_pools_marked, queue);
    }
}

/// The heading of the options, which folds them away; says whether they are shown. What is marked or was tried there
/// brings them back.
fn options_head(ui: &mut Ui, data: &MembersData) -> bool {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let id = ui.scope_id().with("options are folded");
    let is_wanted = data.options.iter().any(|row| row.control.is_marked || row.control.tried.is_some());
    let mut is_folded = ui.data(|memory| memory.get_temp::<bool>(id).unwrap_or_default()) && !is_wanted;
    // The chevron stands behind the words, and how many are on where they are not seen.
    let behind = tokens.icon.text + tokens.space.tight + if is_folded { tokens.width.short_choice } else { 0.0 };
    let room = (ui.available_width() - behind, text::NAME_LINES);
    let words =
        |ui: &Ui, ink: egui::Color32| paint::name_over(ui, OPTIONS, tokens.size.small, fonts::semibold(), ink, room);
    let height = tokens.size.target.max(words(ui, color.dim).size().y);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, OPTIONS));
    if response.clicked() {
        is_folded = !is_folded;
        ui.data_mut(|memory| memory.insert_temp(id, is_folded));
    }
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(!is_folded));
    let ink = if response.hovered() { color.text } else { color.dim };
    let space = &tokens.space;
    let end = paint::from_left(ui.painter(), rect.min.x, rect.center().y, words(ui, ink));
    let icon = if is_folded { Icon::ChevronRight } else { Icon::ChevronDown };
    let icon = paint::glyph(ui, icon, tokens.icon.text, color.faint);
    let mut end = paint::from_left(ui.painter(), end + space.tight, rect.center().y, icon);
    if is_folded {
        let on = data.options.iter().filter(|row| row.on).count();
        let words = format!("{on} of {} on", data.options.len());
        let words =
            paint::line(ui, &words, tokens.size.caption, fonts::regular(), color.dim, rect.max.x - end - space.base);
        end = paint::from_left(ui.painter(), end + space.base, rect.center().y, words);
    }
    let words = paint::line(ui, CENTER, tokens.size.caption, fonts::regular(), color.faint, f32::INFINITY);
    let left = rect.max.x - words.size().x;
    if left - end > tokens.space.page {
        paint::from_left(ui.painter(), left, rect.center().y, words);
    }
    paint::focus_ring(ui, &response, rect);
    !is_folded
}

fn invite_head(ui: &mut Ui, platform: PlatformId, data: &MembersData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let (color, height) = (&tokens.color, tokens.size.control);
    let heading = |ui: &mut Ui| {
        ui.add(Label::new(text::small(ui, INVITE).family(fonts::semibold()).color(color.dim)).truncate());
        ui.add(Label::new(text::caption(ui, &data.counter)).truncate());
    };
    // In a narrow panel the heading has a line of its own.
    let is_narrow = ui.available_width() < tokens.narrow.invite_head;
    if is_narrow {
        heading(ui);
        ui.add_space(tokens.space.tight);
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let left = paint::row_end(ui, rect, "invite", |ui| {
        let enabled = parts::reason(data.invite_refusal.as_ref());
        let response = Button::new("Invite members…").enabled(enabled).show(ui);
        if response.clicked() {
            queue.push(UiCommand::OpenInvite(platform));
        }
        parts::mark(ui, response.rect, data.is_invite_marked);
        let import = if rect.width() < tokens.narrow.invite_buttons {
            Button::icon_only(Icon::FileInput, &data.import.label).framed()
        } else {
            Button::new(&data.import.label)
        };
        let opened = import.enabled(parts::reason(data.invite_refusal.as_ref())).show(ui);
        if opened.clicked() {
            queue.push(UiCommand::SetSheet(Some(data.import.draft.clone())));
        }
        opened.rect.min.x
    });
    let mut rest = rect;
    rest.max.x = left - tokens.space.base;
    if is_narrow {
        return;
    }
    if rest.width() < tokens.narrow.invite_words {
        paint::within(ui, rest.translate(vec2(0.0, -tokens.space.tight)), "heading", heading);
    } else {
        paint::row(ui, rest, "heading", |ui| {
            widgets::section_heading(ui, INVITE);
            ui.add(Label::new(text::caption(ui, &data.counter)).truncate());
        });
    }
}

fn option_ui(ui: &mut Ui, row: &OptionRow, is_low: bool, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.tight);
    if is_low {
        short_option_ui(ui, row, queue);
        ui.add_space(tokens.space.hair);
        parts::tried_ui(ui, row.control.tried.as_ref(), queue);
        return;
    }
    ui.label(text::caption(ui, &row.heading));
    let is_narrow = ui.available_width() < tokens.narrow.option;
    let note_width = row.note.as_ref().filter(|_| !is_narrow).map_or(0.0, |note| {
        paint::line(ui, note, tokens.size.caption, fonts::regular(), tokens.color.dim, f32::INFINITY).size().x
            + tokens.space.gap
            + tokens.space.base
    });
    let words_width = ui.available_width() - tokens.size.switch_width - tokens.space.base - note_width;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.base;
        parts::control_switch(ui, row.on, &row.control, queue);
        ui.vertical(|ui| {
            ui.set_width(words_width);
            option_words(ui, row, tokens.size.body, queue);
            option_more(ui, row, queue);
            if let (Some(note), true) = (&row.note, is_narrow) {
                widgets::tag(ui, note);
            }
        });
        if let (Some(note), false) = (&row.note, is_narrow) {
            ui.vertical(|ui| {
                ui.add_space(tokens.space.hair);
                widgets::tag(ui, note);
            });
        }
    });
    parts::tried_ui(ui, row.control.tried.as_ref(), queue);
    ui.add_space(tokens.space.hair);
}

/// The switch with its label in small type, without the heading. Hovering says the rest.
fn short_option_ui(ui: &mut Ui, row: &OptionRow, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    // The guides speak of the heading: it stands where they lead.
    if row.control.is_marked {
        ui.label(text::caption(ui, &row.heading));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.base;
        parts::control_switch(ui, row.on, &row.control, queue);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(note) = row.note.as_ref().filter(|_| ui.available_width() > tokens.narrow.short_option) {
                widgets::tag(ui, note);
            }
            if let Some(link) = &row.link {
                sheet_link(ui, link, true, queue);
            }
            option_words(ui, row, tokens.size.small, queue);
        });
    });
}

/// The text of a switch: a click on it counts too, and hovering says what the option does.
fn option_words(ui: &mut Ui, row: &OptionRow, size: f32, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width();
    let galley = paint::lines(ui, &row.label, size, fonts::regular(), tokens.color.text, width);
    let height = (galley.size().y + tokens.space.near).max(tokens.size.target);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.control.label));
    let top = if galley.rows.len() > 1 { tokens.space.tight } else { (height - galley.size().y) / 2.0 };
    ui.painter().galley(rect.min + vec2(0.0, top), galley, tokens.color.text);
    preview::offer(ui, &response, &row.control.command);
    let note = row.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    if response.on_hover_text(format!("{}: {}{note}", row.heading, row.help)).clicked() {
        queue.push(UiCommand::Submit(row.control.command.clone()));
    }
}

/// What stands under the words of a switch: its link and the locations.
fn option_more(ui: &mut Ui, row: &OptionRow, queue: &mut CommandQueue) {
    if let Some(link) = &row.link {
        let tokens = theme::tokens(ui);
        let size = tokens.size.small;
        let words = paint::line(ui, &link.label, size, fonts::medium(), egui::Color32::PLACEHOLDER, f32::INFINITY);
        sheet_link(ui, link, words.size().x + tokens.space.gap > ui.available_width(), queue);
    }
    if !row.locations.is_empty() {
        let names: Vec<&str> = row.locations.iter().map(|location| location.as_str()).collect();
        parts::wrapped(ui, text::faint(ui, format!("Locations: {}", names.join(", "))));
    }
}

/// A link that opens a dialog, greyed with its reason; an icon where its words do not fit.
fn sheet_link(ui: &mut Ui, link: &OpenSheet, is_narrow: bool, queue: &mut CommandQueue) {
    let ink = theme::tokens(ui).color.accent;
    let button =
        if is_narrow { Button::icon_only(Icon::ListChecks, &link.label) } else { Button::new(&link.label).quiet() };
    let button = button.small().ink(ink).enabled(parts::reason(link.refusal.as_ref()));
    if button.show(ui).clicked() {
        queue.push(UiCommand::SetSheet(Some(link.draft.clone())));
    }
}
