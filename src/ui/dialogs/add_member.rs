//! The *Add member(s)* dialog of a space.

use egui::{Align, Label, Layout, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::ui::panels::parts::{self as shared, wrapped};
use crate::ui::panels::preview;
use crate::ui::panels::rows::{At, rows_ui};
use crate::ui::widgets::{self, Button, CardStyle};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{AddMemberData, AddMemberDraft, Listing, MatchRow, Tone};

/// Draws the dialog over the whole of `ui`.
pub fn add_member_ui(ui: &mut Ui, data: &AddMemberData, draft: &AddMemberDraft, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let [head, mut body, foot] = super::parts(ui);
    body.max.y = foot.max.y;
    let mut top = ui.new_child(egui::UiBuilder::new().max_rect(head).id_salt("head"));
    top.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if widgets::icon_button(ui, Icon::X, "Close").clicked() {
            queue.push(UiCommand::CloseAddMember);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            widgets::platform_mark(ui, tokens.platform(data.color));
            widgets::name(ui, text::title(ui, &data.title));
        });
    });
    let mut sheet = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("body"));
    ScrollArea::vertical().auto_shrink(false).show(&mut sheet, |ui| {
        ui.set_max_width(body.width() - tokens.space.row);
        ui.spacing_mut().item_spacing.y = tokens.space.near;
        super::space_sheets::doors_ui(ui, data.platform, data.space, 0, queue);
        widgets::section_heading(ui, "Access role");
        for (role, label, help) in &data.roles {
            let is_chosen = *role == data.role;
            if super::invite::choice_ui(ui, is_chosen, label, help) && !is_chosen {
                let (search, restricted) = (draft.search.clone(), draft.restricted);
                queue.push(UiCommand::EditAddMember { search, role: *role, restricted });
            }
        }
        if let Some(restricted) = data.restricted {
            restricted_ui(ui, restricted, draft, queue);
        }
        ui.add_space(tokens.space.base);
        widgets::section_heading(ui, "Member");
        let first = search_ui(ui, data, draft, queue).then_some(0);
        if data.matches.is_empty() {
            wrapped(ui, text::dim(ui, &data.hint));
        }
        rows_ui(ui, Listing::Matches, &data.matches, tokens.usual.match_card, queue, |ui, person, at, queue| {
            ui.push_id(person.person, |ui| match_ui(ui, person, (at, first == Some(at.place())), queue));
        });
        shared::tried_ui(ui, data.tried.as_ref(), queue);
        ui.add_space(tokens.space.row);
    });
}

/// The field; does Enter in it add the first one found?
fn search_ui(ui: &mut Ui, data: &AddMemberData, draft: &AddMemberDraft, queue: &mut CommandQueue) -> bool {
    let mut search = draft.search.clone();
    let width = ui.available_width() - theme::tokens(ui).space.hair;
    let field = widgets::search_field(ui, &mut search, "Enter a name or a login", width);
    widgets::focus_when_new(&field);
    if field.changed() {
        queue.push(UiCommand::EditAddMember { search, role: draft.role, restricted: draft.restricted });
    }
    let first = data.matches.get(0).map(|person| (add_name(person), &person.command));
    let first = first.as_ref().map(|(name, command)| (name.as_str(), *command));
    shared::enter_adds(ui, (&field, &draft.search), first, queue)
}

fn add_name(person: &MatchRow) -> String {
    format!("Add {}", person.title)
}

/// *Enable restricted access*, which is offered only while the platform has it (R136, R137).
fn restricted_ui(ui: &mut Ui, restricted: bool, draft: &AddMemberDraft, queue: &mut CommandQueue) {
    let mut on = restricted;
    ui.add_space(theme::tokens(ui).space.base);
    if widgets::switch_row(ui, &mut on, "Enable restricted access", Ok(()), |_| ()).changed() {
        let (search, role) = (draft.search.clone(), draft.role);
        queue.push(UiCommand::EditAddMember { search, role, restricted: on });
    }
    wrapped(ui, text::faint(ui, "Restricted: only content of the person’s own organization."));
}

fn match_ui(ui: &mut Ui, person: &MatchRow, (at, is_entered): (At, bool), queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let style = if is_entered { CardStyle::Selected } else { CardStyle::Plain };
    widgets::card(ui, style, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.hair;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = Button::new("Add").name(&add_name(person)).show(ui);
                preview::offer(ui, &button, &person.command);
                if button.clicked() {
                    queue.push(UiCommand::Submit(person.command.clone()));
                }
                if is_entered {
                    widgets::key_cap(ui, "Enter");
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    let title = widgets::name(ui, text::strong(ui, &person.title));
                    at.tell(ui, &title);
                    ui.add(Label::new(text::small(ui, &person.detail).color(tokens.color.dim)).truncate());
                });
            });
        });
        if let Some(warning) = &person.warning {
            widgets::Status::new(Tone::Caution, warning).small().show(ui);
        }
    });
}
