//! The *Invite members* wizard: Members, Roles, Additional Apps.

use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, pos2, vec2};
use lucide_icons::Icon;

use super::{forecast, steady};
use crate::domain::InvitedRole;
use crate::ui::panels::parts::{self as shared, wrapped};
use crate::ui::panels::preview;
use crate::ui::widgets::{self, Button, CardStyle, StepState};
use crate::ui::{CommandQueue, InviteEdit, UiCommand, fonts, text, theme};
use crate::view::{InviteData, InviteDraft, Tone, WizardRole, WizardStep, WizardSwitch};

/// The steps, in order.
const STEPS: [(WizardStep, &str); 3] =
    [(WizardStep::Members, "Members"), (WizardStep::Roles, "Roles"), (WizardStep::AdditionalApps, "Additional Apps")];

/// What a role says that another one needs.
const NEEDED: &str = "needed";

/// Draws the wizard over the whole of `ui`.
pub fn invite_ui(ui: &mut Ui, data: &InviteData, draft: &InviteDraft, queue: &mut CommandQueue) {
    let [head, body, foot] = super::parts(ui);
    at(ui, head, |ui| head_ui(ui, data, queue));
    at(ui, body, |ui| {
        steps_ui(ui, data);
        ui.add_space(theme::tokens(ui).space.base);
        let area = ScrollArea::vertical().id_salt(("step", data.step)).auto_shrink(false);
        steady::scroll(ui, area, |ui| {
            ui.set_max_width(body.width() - theme::tokens(ui).space.row);
            match data.step {
                WizardStep::Members => members_ui(ui, data, draft, queue),
                WizardStep::Roles => roles_ui(ui, data, draft, queue),
                WizardStep::AdditionalApps => summary_ui(ui, data, queue),
            }
            ui.add_space(theme::tokens(ui).space.row);
        });
    });
    at(ui, foot, |ui| foot_ui(ui, data, foot, queue));
}

fn at(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) {
    let salt = rect.min.y as i32;
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(salt));
    add(&mut child);
}

fn head_ui(ui: &mut Ui, data: &InviteData, queue: &mut CommandQueue) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if widgets::icon_button(ui, Icon::X, "Close").clicked() {
            queue.push(UiCommand::CloseInvite);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let tokens = theme::tokens(ui);
            widgets::platform_mark(ui, tokens.platform(data.color));
            let title = format!("Invite members · {}", data.platform_name);
            widgets::name(ui, text::title(ui, title));
        });
    });
}

fn steps_ui(ui: &mut Ui, data: &InviteData) {
    let present = STEPS.iter().position(|(step, _)| *step == data.step).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::tokens(ui).space.near;
        for (place, (_, name)) in STEPS.iter().enumerate() {
            if place > 0 {
                ui.label(text::faint(ui, "›"));
            }
            let state = match place.cmp(&present) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Current(place + 1),
                std::cmp::Ordering::Greater => StepState::Todo(place + 1),
            };
            widgets::step_marker(ui, state);
            let words = if place == present { text::strong(ui, *name) } else { text::dim(ui, *name) };
            ui.label(words);
        }
    });
}

fn members_ui(ui: &mut Ui, data: &InviteData, draft: &InviteDraft, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = tokens.space.near;
    widgets::section_heading(ui, "User email");
    let mut emails = draft.emails.clone();
    let width = ui.available_width() - tokens.space.hair;
    let hint = "name@company.example; separate several by \";\"";
    let field = widgets::text_field(ui, &mut emails, "User email", hint, width);
    widgets::focus_when_new(&field);
    if field.changed() {
        queue.push(UiCommand::EditInvite(InviteEdit::Emails(emails)));
    }
    if shared::is_entered(ui, &field) && data.email_problem.is_none() {
        queue.push(UiCommand::EditInvite(InviteEdit::Step(WizardStep::Roles)));
    }
    if let Some(problem) = data.email_problem.as_ref().filter(|_| !draft.emails.trim().is_empty()) {
        widgets::status(ui, Tone::Bad, problem);
    }
    for status in &data.recognized {
        widgets::status(ui, status.tone, &status.text);
    }
    if let Some(note) = &data.guest_note {
        widgets::status(ui, Tone::Neutral, note);
    }
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "User right");
    for (right, label, help) in &data.rights {
        let is_chosen = *right == data.right;
        if choice_ui(ui, is_chosen, label, help) && !is_chosen {
            queue.push(UiCommand::EditInvite(InviteEdit::Right(*right)));
        }
    }
    if let Some(caution) = &data.right_caution {
        widgets::status(ui, Tone::Caution, caution);
    }
    organization_ui(ui, data, draft, queue);
    if let Some(locations) = &data.locations {
        ui.add_space(tokens.space.base);
        widgets::section_heading(ui, "User location");
        let shown = draft.location.map_or("None", |location| location.as_str());
        widgets::drop_down(ui, "location", "User location", shown, |ui| {
            if widgets::drop_line(ui, draft.location.is_none(), "None") {
                queue.push(UiCommand::EditInvite(InviteEdit::Location(None)));
            }
            for location in locations {
                let is_chosen = draft.location == Some(*location);
                if widgets::drop_line(ui, is_chosen, location.as_str()) {
                    queue.push(UiCommand::EditInvite(InviteEdit::Location(Some(*location))));
                }
            }
        });
    }
}

/// The declared organization the person works for: the credentials in spaces carry it (C34).
fn organization_ui(ui: &mut Ui, data: &InviteData, draft: &InviteDraft, queue: &mut CommandQueue) {
    if data.organizations.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui);
    ui.add_space(tokens.space.base);
    widgets::section_heading(ui, "Organization");
    let chosen = data.organizations.iter().find(|(id, _)| draft.organization == Some(*id));
    let shown = chosen.map_or("None", |(_, name)| name.as_str());
    widgets::drop_down(ui, "organization", "Organization", shown, |ui| {
        if widgets::drop_line(ui, draft.organization.is_none(), "None") {
            queue.push(UiCommand::EditInvite(InviteEdit::Organization(None)));
        }
        for (id, name) in &data.organizations {
            if widgets::drop_line(ui, draft.organization == Some(*id), name.as_str()) {
                queue.push(UiCommand::EditInvite(InviteEdit::Organization(Some(*id))));
            }
        }
    });
    wrapped(ui, text::faint(ui, "Restricted access in a space opens what this organization owns."));
}

/// One of several choices with its explanation; is it clicked?
pub(super) fn choice_ui(ui: &mut Ui, is_chosen: bool, label: &str, help: &str) -> bool {
    let tokens = theme::tokens(ui);
    let style = if is_chosen { CardStyle::Selected } else { CardStyle::Plain };
    let shown = widgets::clickable_card(ui, style, label, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.hair;
        ui.horizontal_top(|ui| {
            let size = tokens.size.tick_box;
            let (rect, _) = ui.allocate_exact_size(vec2(size, text::line_height(tokens.size.strong)), Sense::hover());
            let ink = if is_chosen { tokens.color.accent } else { tokens.color.faint };
            ui.painter().circle_stroke(rect.center(), size * 0.45, egui::Stroke::new(tokens.stroke.mark, ink));
            if is_chosen {
                ui.painter().circle_filled(rect.center(), size * 0.22, ink);
            }
            ui.vertical(|ui| {
                ui.label(text::strong(ui, label));
                wrapped(ui, text::small(ui, help).color(tokens.color.dim));
            });
        });
    });
    ui.ctx().accesskit_node_builder(shown.response.id, |node| node.set_selected(is_chosen));
    shown.response.clicked()
}

fn roles_ui(ui: &mut Ui, data: &InviteData, draft: &InviteDraft, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = tokens.space.near;
    let mut search = draft.search.clone();
    let width = ui.available_width() - tokens.space.hair;
    if widgets::search_field(ui, &mut search, "Search for a role", width).changed() {
        queue.push(UiCommand::EditInvite(InviteEdit::Search(search)));
    }
    let count = format!("Selected | {}", data.selected.len());
    widgets::section_heading(ui, &count);
    selected_ui(ui, &data.selected);
    ui.add_space(tokens.space.tight);
    lists_ui(ui, &data.with_licenses, data.without_license.as_deref(), draft, queue);
    if let Some(note) = &data.list_note {
        widgets::status(ui, Tone::Neutral, note);
    }
}

/// The chosen roles. One line whatever is chosen, so that the lists below stay where they are; the rest is counted.
fn selected_ui(ui: &mut Ui, selected: &[String]) {
    let tokens = theme::tokens(ui);
    let size = vec2(ui.available_width(), tokens.size.target);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = tokens.space.tight;
        if selected.is_empty() {
            ui.label(text::dim(ui, "Nothing yet."));
        }
        let of = |words: &str| {
            let words = egui::WidgetText::from(text::caption(ui, words));
            words.into_galley(ui, None, f32::INFINITY, egui::TextStyle::Body).size().x + tokens.space.section
        };
        let (mut room, mut shown) = (size.x, 0);
        for (place, name) in selected.iter().enumerate() {
            let rest = selected.len() - place - 1;
            let others = if rest > 0 { of(&others(rest)) } else { 0.0 };
            if of(name) + others > room {
                break;
            }
            room -= of(name);
            shown += 1;
        }
        let hidden = selected.get(shown..).unwrap_or_default();
        for name in selected.iter().take(shown) {
            widgets::tag(ui, name);
        }
        if !hidden.is_empty() {
            let names = hidden.join(", ");
            let rest = ui.label(text::dim(ui, others(hidden.len()))).on_hover_text(&names);
            ui.ctx().accesskit_node_builder(rest.id, |node| node.set_description(names));
        }
    });
}

/// How many are not shown.
fn others(count: usize) -> String {
    format!("and {count} more")
}

/// Both lists of roles, and the filter that leaves only the second (R22, R23, R109, C35).
pub(super) fn lists_ui(
    ui: &mut Ui,
    with_licenses: &[WizardRole],
    without_license: Option<&[WizardRole]>,
    draft: &InviteDraft,
    queue: &mut CommandQueue,
) {
    let mut is_filtered = draft.only_without_license;
    if without_license.is_some()
        && widgets::switch_row(ui, &mut is_filtered, "Roles without any license", Ok(()), |_| ()).changed()
    {
        queue.push(UiCommand::EditInvite(InviteEdit::OnlyWithoutLicense(is_filtered)));
    }
    if without_license.is_none() || !draft.only_without_license {
        list_ui(ui, "Available roles with licenses", with_licenses, draft, queue);
    }
    if let Some(roles) = without_license {
        ui.add_space(theme::tokens(ui).space.base);
        list_ui(ui, "Available roles without any license", roles, draft, queue);
    }
}

fn list_ui(ui: &mut Ui, title: &str, roles: &[WizardRole], draft: &InviteDraft, queue: &mut CommandQueue) {
    widgets::section_heading(ui, title);
    if roles.is_empty() {
        ui.label(text::dim(ui, "None."));
    }
    ui.push_id(title, |ui| {
        for role in roles {
            widgets::divider(ui);
            ui.push_id(role.role, |ui| role_ui(ui, role, draft, queue));
        }
    });
}

fn role_ui(ui: &mut Ui, role: &WizardRole, draft: &InviteDraft, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let ink = tokens.tone(role.remaining.tone);
    let width = |words: egui::RichText| {
        let galley = egui::WidgetText::from(words).into_galley(ui, None, f32::INFINITY, egui::TextStyle::Body);
        galley.size().x
    };
    let words = width(text::body(ui, &role.name)) + width(text::small(ui, &role.remaining.text));
    let tag = if role.is_ticked_along { width(text::caption(ui, NEEDED)) + 3.0 * tokens.space.base } else { 0.0 };
    // Beside the box, and with room between the two.
    let both = words + tag + tokens.size.target + tokens.space.page;
    let fits = both <= ui.available_width();
    ui.horizontal(|ui| {
        ui.set_min_height(tokens.size.target);
        if tick_ui(ui, role) {
            queue.push(UiCommand::EditInvite(InviteEdit::Tick(role.role, !role.is_ticked)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if fits {
                ui.label(text::small(ui, &role.remaining.text).color(ink));
            }
            if role.is_ticked_along {
                widgets::tag(ui, NEEDED);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::name(ui, text::body(ui, &role.name));
            });
        });
    });
    if !fits {
        ui.horizontal(|ui| {
            ui.add_space(tokens.size.target);
            ui.label(text::small(ui, &role.remaining.text).color(ink));
        });
    }
    if role.is_ticked {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(tokens.size.target);
            ui.spacing_mut().item_spacing.x = tokens.space.base;
            let terms = draft.roles.get(&role.role).copied().unwrap_or(InvitedRole {
                role: role.role,
                assign_license: is_on(&role.assign),
                restrict_usage: None,
            });
            if let Some(on) = terms_ui(ui, "Assign License", role, &role.assign) {
                let terms = InvitedRole { assign_license: on, ..terms };
                queue.push(UiCommand::EditInvite(InviteEdit::Terms(terms)));
            }
            if let Some(on) = terms_ui(ui, "Restrict Usage to this Platform", role, &role.restrict) {
                let terms = InvitedRole { restrict_usage: Some(on), ..terms };
                queue.push(UiCommand::EditInvite(InviteEdit::Terms(terms)));
            }
        });
    }
}

fn is_on(switch: &WizardSwitch) -> bool {
    matches!(switch, WizardSwitch::Shown { on: true, .. })
}

/// The box before a role; is it clicked?
fn tick_ui(ui: &mut Ui, role: &WizardRole) -> bool {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let enabled = shared::reason(role.locked.as_ref());
    let sense = if enabled.is_ok() { Sense::click() } else { Sense::focusable_noninteractive() };
    let (rect, mut response) = ui.allocate_exact_size(vec2(tokens.size.target, tokens.size.target), sense);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, role.locked.is_none(), role.is_ticked, &role.name)
    });
    let size = tokens.size.tick_box;
    let square = Rect::from_center_size(pos2(rect.min.x + size / 2.0, rect.center().y), vec2(size, size));
    let (fill, edge) = if role.is_ticked { (color.track_on, color.track_on) } else { (color.field, color.line_strong) };
    let mut painter = ui.painter().clone();
    if role.locked.is_some() {
        painter.multiply_opacity(tokens.shade.disabled);
    }
    painter.rect(
        square,
        tokens.radius.small,
        fill,
        egui::Stroke::new(tokens.stroke.line, edge),
        egui::StrokeKind::Inside,
    );
    if role.is_ticked {
        let id = egui::FontId::new(tokens.icon.mark, fonts::icons());
        painter.text(square.center(), egui::Align2::CENTER_CENTER, char::from(Icon::Check), id, color.knob_on);
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(tokens.stroke.focus, color.accent);
        painter.rect_stroke(square.expand(tokens.space.hair), tokens.radius.small, ring, egui::StrokeKind::Outside);
    }
    if let Some(why) = &role.locked {
        response = response.on_hover_text(why);
    }
    steady::hold(ui, &response);
    response.clicked()
}

/// A switch with its label, which a screen reader hears with the role; the new state when it was flipped.
fn terms_ui(ui: &mut Ui, label: &str, role: &WizardRole, switch: &WizardSwitch) -> Option<bool> {
    match switch {
        WizardSwitch::Shown { on, disabled } => {
            let mut shown = *on;
            let enabled = shared::reason(disabled.as_ref());
            let response = widgets::switch_enabled(ui, &mut shown, &format!("{label}, {}", role.name), enabled);
            ui.label(text::small(ui, label));
            ui.add_space(theme::tokens(ui).space.near);
            response.clicked().then_some(shown)
        }
        WizardSwitch::Hidden(words) => {
            if !words.is_empty() {
                ui.label(text::faint(ui, words));
            }
            None
        }
    }
}

fn summary_ui(ui: &mut Ui, data: &InviteData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = tokens.space.near;
    wrapped(ui, text::dim(ui, "There is nothing to choose here. This is what the invitation will do:"));
    ui.add_space(tokens.space.tight);
    for status in &data.summary {
        widgets::Status::new(status.tone, &status.text).plain_text().show(ui);
    }
    for warning in &data.warnings {
        widgets::status(ui, Tone::Caution, warning);
    }
    if let Some(refusal) = &data.refusal
        && data.tried.is_none()
    {
        ui.add_space(tokens.space.tight);
        widgets::callout(ui, Tone::Caution, |ui| wrapped(ui, text::body(ui, refusal)));
    }
    shared::tried_ui(ui, data.tried.as_ref(), queue);
    if let Some(forecast) = &data.forecast {
        forecast::forecast_ui(ui, forecast, queue);
    }
}

fn foot_ui(ui: &mut Ui, data: &InviteData, foot: Rect, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    ui.painter().hline(foot.x_range(), foot.min.y, egui::Stroke::new(tokens.stroke.line, color.line));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let place = STEPS.iter().position(|(step, _)| *step == data.step).unwrap_or_default();
        match STEPS.get(place + 1) {
            Some((next, _)) => {
                let enabled = match data.step {
                    WizardStep::Members => shared::reason(data.email_problem.as_ref()),
                    WizardStep::Roles | WizardStep::AdditionalApps => Ok(()),
                };
                if widgets::primary_button_enabled(ui, "Next", enabled).clicked() {
                    queue.push(UiCommand::EditInvite(InviteEdit::Step(*next)));
                }
            }
            None => {
                let why = data.refusal.clone().unwrap_or_else(|| "The invitation is not complete yet.".to_owned());
                let enabled = data.command.as_ref().map(|_| ()).ok_or(why);
                let response = widgets::primary_button_enabled(ui, "Invite", enabled);
                if let Some(command) = &data.command {
                    preview::offer(ui, &response, command);
                    if response.clicked() {
                        queue.push(UiCommand::Submit(command.clone()));
                    }
                }
            }
        }
        if let Some((before, _)) = place.checked_sub(1).and_then(|place| STEPS.get(place))
            && Button::new("Back").show(ui).clicked()
        {
            queue.push(UiCommand::EditInvite(InviteEdit::Step(*before)));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if widgets::quiet_button(ui, "Cancel").clicked() {
                queue.push(UiCommand::CloseInvite);
            }
        });
    });
}
