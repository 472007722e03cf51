//! The bar along the top: which rehearsal, files, what is open, undo and redo.

use egui::{Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use lucide_icons::Icon;
use std::path::PathBuf;

use super::menu::{self, Item};
use super::paint;
use crate::ui::layout::WindowData;
use crate::ui::widgets::{self, Button, Enabled};
use crate::ui::{CommandQueue, UiCommand, ZoomBy, commands, edges, fonts, text, theme};
use crate::view::{Mode, SheetDraft, StageDraft, TopBarData};

/// Has the window no room for words that an icon says as well?
fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < theme::tokens(ui).narrow.top_bar
}

/// Has it room for the three modes side by side?
fn is_wide(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() > theme::tokens(ui).narrow.tight_window
}

/// Draws the bar over the whole width of `ui`.
pub fn top_bar_ui(ui: &mut Ui, data: &WindowData<'_>, queue: &mut CommandQueue) {
    let bar = ui.max_rect();
    let tokens = theme::tokens(ui);
    ui.painter().rect_filled(bar, 0, tokens.color.bar);
    ui.painter().hline(bar.x_range(), bar.max.y - 0.5, Stroke::new(tokens.stroke.line, tokens.color.line));
    widgets::region(ui, "Top bar", |ui| {
        let inner = bar.shrink2(vec2(tokens.space.inset, 0.0));
        let left = paint::row(ui, inner, "left", |ui| {
            start(ui, data, queue);
            ui.min_rect().max.x
        });
        let right = paint::row_end(ui, inner, "right", |ui| {
            end(ui, data, queue);
            ui.min_rect().min.x
        });
        middle(ui, data.top_bar, bar, left + tokens.space.gap, right - tokens.space.gap);
    });
}

fn start(ui: &mut Ui, data: &WindowData<'_>, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.x = tokens.space.base;
    widgets::logo(ui, tokens.size.logo);
    if !is_narrow(ui) {
        ui.label(text::title(ui, "crossinvite"));
        ui.add_space(tokens.space.tight);
    }
    rehearsals(ui, data, queue);
    modes(ui, data.top_bar, queue);
    let file = chevron_button(ui, "File", "File", tokens.width.short_choice);
    menu::drop_from(&file, tokens.width.menu, |ui| files(ui, data, queue));
    let view = chevron_button(ui, "View", "View", tokens.width.short_choice);
    menu::drop_from(&view, tokens.width.menu, |ui| views(ui, data, queue));
    if data.top_bar.is_unsaved {
        ui.label(text::faint(ui, "not saved"));
    }
}

fn rehearsals(ui: &mut Ui, data: &WindowData<'_>, queue: &mut CommandQueue) {
    let bar = data.top_bar;
    let tokens = theme::tokens(ui);
    let share = if is_narrow(ui) { tokens.share.narrow_rehearsal } else { tokens.share.rehearsal };
    let width = tokens.width.rehearsal.hold(ui.available_width() * share);
    let name = format!("Rehearsal: {}", bar.title);
    let shown = chevron_button(ui, &bar.title, &name, width);
    menu::drop_from(&shown, tokens.width.rehearsals, |ui| {
        entry(ui, data, &UiCommand::Restart, queue);
        if data.top_bar.aside.is_some() {
            entry(ui, data, &UiCommand::BringBack, queue);
        }
        menu::part(ui, "Rehearsals");
        for (rehearsal, title) in &bar.rehearsals {
            if menu::item(ui, &Item::new(title).chosen(*title == bar.title)) {
                queue.push(UiCommand::OpenRehearsal(rehearsal.clone()));
            }
        }
    });
}

/// Learn, explore or drill: each opens its list. Where there is little room, one button opens the present one.
fn modes(ui: &mut Ui, bar: &TopBarData, queue: &mut CommandQueue) {
    let is_wide = is_wide(ui);
    let shown: &[Mode] = if is_wide { &Mode::ALL } else { std::slice::from_ref(&bar.mode) };
    let tokens = theme::tokens(ui);
    let shown_at = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.hair;
        let mut all = Rect::NOTHING;
        for mode in shown {
            let name = format!("{}: what there is", mode.label());
            let is_present = *mode == bar.mode;
            let ink = if is_present { tokens.color.text } else { tokens.color.dim };
            let button = Button::new(mode.label()).name(&name).quiet().small().ink(ink).chosen(is_present && is_wide);
            let button = if is_wide { button.min_width(tokens.width.mode) } else { button };
            let response = button.show(ui).on_hover_text(commands::hint(&open_library(*mode)));
            all |= response.rect;
            if response.clicked() {
                queue.push(open_library(*mode));
            }
        }
        all
    });
    let frame = shown_at.inner.expand(tokens.space.hair);
    ui.painter().rect_stroke(
        frame,
        tokens.radius.control,
        Stroke::new(tokens.stroke.line, tokens.color.line_strong),
        StrokeKind::Outside,
    );
}

fn open_library(mode: Mode) -> UiCommand {
    UiCommand::SetSheet(Some(SheetDraft::Library(mode)))
}

fn files(ui: &mut Ui, data: &WindowData<'_>, queue: &mut CommandQueue) {
    for command in [UiCommand::Open, UiCommand::Save, UiCommand::SaveAs] {
        entry(ui, data, &command, queue);
    }
    if !data.top_bar.recent.is_empty() {
        menu::part(ui, "Recent");
        for path in &data.top_bar.recent {
            if menu::item(ui, &Item::new(path)) {
                queue.push(UiCommand::OpenPath(PathBuf::from(path)));
            }
        }
    }
    menu::part(ui, "Program");
    entry(ui, data, &UiCommand::SetSheet(Some(SheetDraft::Stage(StageDraft::EMPTY))), queue);
    entry(ui, data, &UiCommand::SetSheet(Some(SheetDraft::Readings)), queue);
    entry(ui, data, &UiCommand::Quit, queue);
}

/// What is shown, and how: by the headings of other programs, the sizes in a list of their own.
fn views(ui: &mut Ui, data: &WindowData<'_>, queue: &mut CommandQueue) {
    let parts: [(&str, &[UiCommand]); 4] = [
        ("Show", &[UiCommand::TogglePresent, from_message()]),
        ("Zoom", &[ZoomBy::In, ZoomBy::Out, ZoomBy::Reset].map(UiCommand::Zoom)),
        ("Appearance", &[UiCommand::ToggleTheme, UiCommand::ToggleMotion]),
        (
            "Keyboard and words",
            &[UiCommand::TogglePalette, UiCommand::ToggleKeys, UiCommand::ToggleLetterKeys, UiCommand::Explain("")],
        ),
    ];
    for (place, (title, commands)) in parts.into_iter().enumerate() {
        menu::part(ui, title);
        for command in commands {
            entry(ui, data, command, queue);
        }
        if place == 2 {
            menu::sub_menu(ui, "Sizes", |ui| sizes(ui, data, queue));
        }
    }
}

fn sizes(ui: &mut Ui, data: &WindowData<'_>, queue: &mut CommandQueue) {
    for (name, command, enabled) in edges::resizes(data) {
        if menu::item(ui, &Item::new(&name).enabled(enabled)) {
            queue.push(command);
        }
    }
}

/// Opens *From the message* about the person in focus.
pub(super) fn from_message() -> UiCommand {
    UiCommand::SetSheet(Some(SheetDraft::FromMessage { symptom: None, person: None, platform: None }))
}

/// A line of a menu, as the table of commands has it.
fn entry(ui: &mut Ui, data: &WindowData<'_>, command: &UiCommand, queue: &mut CommandQueue) {
    let Some(row) = commands::row(command) else { return };
    let key = row.key().unwrap_or_default();
    let line = Item::new(row.name).enabled(row.enabled(data)).key(&key);
    if menu::item(ui, &line) {
        queue.push(command.clone());
    }
}

/// A button with a chevron, its words cut off where they would be wider than `width`.
fn chevron_button(ui: &mut Ui, words: &str, name: &str, width: f32) -> egui::Response {
    let tokens = theme::tokens(ui);
    super::platform_head::drop_button(ui, words, name, width, tokens.size.control)
}

fn end(ui: &mut Ui, data: &WindowData<'_>, queue: &mut CommandQueue) {
    ui.spacing_mut().item_spacing.x = theme::tokens(ui).space.base;
    let enabled = commands::row(&UiCommand::TogglePresent).map_or(Ok(()), |row| row.enabled(data));
    let is_usable = enabled.is_ok();
    let present = widgets::primary_button_enabled(ui, "Present", enabled);
    let hint = || commands::hint(&UiCommand::TogglePresent);
    let present = if is_usable { present.on_hover_text(hint()) } else { present };
    if present.clicked() {
        queue.push(UiCommand::TogglePresent);
    }
    let is_dark = ui.ctx().theme() == egui::Theme::Dark;
    let (icon, name) = if is_dark { (Icon::Sun, "Light theme") } else { (Icon::Moon, "Dark theme") };
    if widgets::icon_button(ui, icon, name).clicked() {
        queue.push(UiCommand::ToggleTheme);
    }
    let row = commands::row(&UiCommand::TogglePalette);
    let (name, key) = row.map_or(("", None), |row| (row.name, row.key()));
    let key = key.unwrap_or_default();
    let is_wide = is_wide(ui);
    let find = if is_wide {
        Button::new("Find").icon(Icon::Search).name(name).shortcut(&key)
    } else {
        Button::icon_only(Icon::Search, name).framed()
    };
    if find.show(ui).on_hover_text(commands::hint(&UiCommand::TogglePalette)).clicked() {
        queue.push(UiCommand::TogglePalette);
    }
    let bar = data.top_bar;
    let enabled = bar.add_platform.clone();
    let add = if is_narrow(ui) {
        Button::icon_only(Icon::Plus, "Add platform").framed()
    } else {
        Button::new("Add platform").icon(Icon::Plus)
    };
    if add.enabled(enabled).show(ui).clicked() {
        queue.push(UiCommand::AddPlatform);
    }
    ui.add_space(theme::tokens(ui).space.near);
    let history =
        [(Icon::Redo2, "Redo", &bar.redo, UiCommand::Redo), (Icon::Undo2, "Undo", &bar.undo, UiCommand::Undo)];
    for (icon, name, state, command) in history {
        history_button(ui, icon, name, state, command, queue);
    }
}

/// *Undo* or *Redo*: what it does on hover, or why it cannot.
pub(super) fn history_button(
    ui: &mut Ui,
    icon: Icon,
    name: &str,
    state: &Result<String, String>,
    command: UiCommand,
    queue: &mut CommandQueue,
) {
    let enabled: Enabled = state.as_ref().map(|_| ()).map_err(Clone::clone);
    let full = match state {
        Ok(what) => format!("{name}: {what}"),
        Err(_) => name.to_owned(),
    };
    let is_usable = enabled.is_ok();
    let response = Button::icon_only(icon, &full).framed().enabled(enabled).show(ui);
    let response = if is_usable { response.on_hover_text(commands::hint(&command)) } else { response };
    if response.clicked() {
        queue.push(command);
    }
}

/// What is open, centred in the window, or in the free space when that is too far to one side.
fn middle(ui: &Ui, data: &TopBarData, bar: Rect, left: f32, right: f32) {
    let tokens = theme::tokens(ui);
    let size = tokens.size.body;
    let gap = if data.headline.is_empty() || data.detail.is_empty() { "" } else { "  ·  " };
    let lay = |headline: &str, detail: &str, width: f32| {
        let parts = [
            (headline, size, fonts::semibold(), tokens.color.text),
            (if detail.is_empty() { "" } else { gap }, size, fonts::regular(), tokens.color.dim),
            (detail, size, fonts::regular(), tokens.color.dim),
        ];
        paint::spans(ui, &parts, width)
    };
    if right <= left {
        return;
    }
    // Where not everything fits, how far it is comes before whose turn it is; the rest is told on hovering.
    let detail = data.detail.as_str();
    let (headline, brief) = (data.headline.as_str(), data.brief.as_str());
    let without = if headline.is_empty() { detail } else { "" };
    let forms = [(headline, detail), (brief, detail), (headline, without)];
    let whole = forms.iter().map(|(headline, detail)| lay(headline, detail, f32::INFINITY));
    let fitting = whole.into_iter().find(|galley| galley.size().x <= right - left);
    let galley = fitting.unwrap_or_else(|| lay(brief, without, right - left));
    let half = galley.size().x / 2.0;
    let centre = bar.center().x.max(left + half).min(right - half);
    let rect = Rect::from_center_size(pos2(centre, bar.center().y), galley.size());
    paint::centred(ui.painter(), rect.center(), galley);
    let words = format!("{}{gap}{}", data.headline, data.detail);
    let response = ui.interact(rect, ui.scope_id().with("middle"), egui::Sense::hover());
    paint::announce(&response, egui::Role::Label, &words);
    response.on_hover_text(words);
}
