//! What the shell itself has to say: a notice, the path field that stands in for a native dialog, and the question
//! before unsaved work is left.

use super::picker::Purpose;
use std::path::PathBuf;

use crate::ui::layout::WindowData;
use crate::ui::{CommandQueue, LeaveChoice, UiCommand, commands, present, text, theme, widgets};
use crate::view::Tone;
use egui::{Align, Align2, Area, Context, Frame, Key, Layout, Modal, Order, Ui, vec2};
use lucide_icons::Icon;
use std::time::Duration;

/// Something to be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Good news or bad.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
    /// The sentence for an audience, where the other names a path.
    pub in_public: Option<String>,
    /// When it was told, in seconds since the start.
    pub since: f64,
    /// When it leaves.
    pub leaves: f64,
    /// The command that could not be called, and why: it leaves as soon as that is no longer so.
    pub refused: Option<(UiCommand, String)>,
}

impl Notice {
    /// Something told at this time.
    #[must_use]
    pub fn new(tone: Tone, text: String, now: f64) -> Self {
        let leaves = now + f64::from(theme::measures().stay.notice);
        Self { tone, text, in_public: None, since: now, leaves, refused: None }
    }

    /// Does it tell why a command cannot be called, and that is no longer so?
    #[must_use]
    pub fn is_past(&self, data: &WindowData<'_>) -> bool {
        self.refused.as_ref().is_some_and(|(command, why)| {
            let now = commands::row(command).and_then(|row| row.enabled(data).err());
            now.as_ref() != Some(why)
        })
    }
}

/// The path field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathPrompt {
    /// What it is for.
    pub purpose: Purpose,
    /// What is typed.
    pub path: String,
    /// Does it wait for its first frame, to take the keyboard?
    pub is_new: bool,
    /// What came of the last try, when it went wrong.
    pub problem: Option<String>,
    /// The file that is there already, once it was said that it would be replaced.
    pub replaces: Option<PathBuf>,
}

/// Shows a notice over the end of the timeline, where nothing is to be clicked; while presenting in the strip that the
/// story leaves free for it. What went wrong stays until it is dismissed; the rest leaves by itself, but not while the
/// pointer or the keyboard is at it.
pub fn notice_ui(context: &Context, notice: &mut Notice, is_presenting: bool, queue: &mut CommandQueue) {
    let (shown, has_keyboard) = if is_presenting {
        strip_ui(context, notice, queue)
    } else {
        let inset = theme::measures().space.gap;
        let mut has_keyboard = false;
        let shown = sheet(context, "Notice", Align2::RIGHT_BOTTOM, vec2(-inset, -inset), |ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                has_keyboard = dismiss_ui(ui, queue);
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.add_space(theme::tokens(ui).space.tight);
                    widgets::status(ui, notice.tone, &notice.text);
                    // The same news twice are two.
                    widgets::live(ui, notice.since.to_bits(), &notice.text);
                });
            });
        });
        (shown, has_keyboard)
    };
    if notice.tone == Tone::Bad {
        return;
    }
    let now = context.input(|input| input.time);
    if shown.contains_pointer() || has_keyboard {
        notice.leaves = notice.leaves.max(now + f64::from(theme::measures().stay.notice_after));
    }
    if now < notice.leaves {
        context.request_repaint_after(Duration::from_secs_f64(notice.leaves - now));
    } else {
        queue.push(UiCommand::DismissNotice);
    }
}

/// The button that takes a notice away. Has it the keyboard?
fn dismiss_ui(ui: &mut Ui, queue: &mut CommandQueue) -> bool {
    let dismiss = widgets::icon_button(ui, Icon::X, "Dismiss");
    if dismiss.clicked() {
        queue.push(UiCommand::DismissNotice);
    }
    dismiss.has_focus()
}

/// A notice before an audience: one line in the strip over the story, where nothing else ever stands. Has it the keyboard?
fn strip_ui(context: &Context, notice: &Notice, queue: &mut CommandQueue) -> (egui::Response, bool) {
    let words = notice.in_public.as_ref().unwrap_or(&notice.text);
    let strip = present::strip(context.content_rect());
    let mut has_keyboard = false;
    let area = Area::new(egui::Id::unique("notice before an audience")).order(Order::Foreground);
    let shown = area.fixed_pos(strip.min).constrain(false).show(context, |ui| {
        ui.set_width(strip.width());
        ui.set_height(strip.height());
        widgets::region(ui, "Notice", |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                has_keyboard = dismiss_ui(ui, queue);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    widgets::Status::new(notice.tone, words).one_line().show(ui);
                });
                widgets::live(ui, notice.since.to_bits(), words);
            });
        });
    });
    (shown.response, has_keyboard)
}

/// Asks for a path where no native dialog can be shown.
pub fn prompt_ui(context: &Context, prompt: &PathPrompt, queue: &mut CommandQueue) {
    let (title, action, ending, hint) = match prompt.purpose {
        Purpose::Open => ("Open a rehearsal", "Open", ".ron", "folder/rehearsal.ron"),
        Purpose::Save => ("Save this session", "Save", ".ron", "folder/rehearsal.ron"),
        Purpose::SaveMessage => ("Save this message", "Save", ".txt or .md", "folder/message.txt"),
        Purpose::Import(_) => ("Open lines to import", "Open", ".csv", "folder/members.csv"),
    };
    // It may stand over a dialog that was clicked after it was first shown.
    context.move_to_top(egui::LayerId::new(Order::Foreground, egui::Id::unique(("sheet", title))));
    sheet(context, title, Align2::CENTER_CENTER, vec2(0.0, -theme::measures().row.palette_top), |ui| {
        ui.label(text::title(ui, title));
        ui.label(text::dim(ui, format!("No system file dialog answers here. Type the path of a {ending} file.")));
        let mut path = prompt.path.clone();
        let field =
            widgets::text_field(ui, &mut path, "Path", hint, ui.available_width() - theme::tokens(ui).space.hair);
        if prompt.is_new {
            field.request_focus();
        }
        if field.changed() || prompt.is_new {
            queue.push(UiCommand::EditPath(path.clone()));
        }
        if let Some(problem) = &prompt.problem {
            widgets::status(ui, Tone::Bad, problem);
        }
        widgets::live(ui, "problem", prompt.problem.as_deref().unwrap_or_default());
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        widgets::row(ui, |ui| {
            let enabled = if path.trim().is_empty() { Err("Type a path first.".to_owned()) } else { Ok(()) };
            let is_ready = enabled.is_ok();
            if widgets::primary_button_enabled(ui, action, enabled).clicked() || entered && is_ready {
                queue.push(UiCommand::ConfirmPath);
            }
            if widgets::button(ui, "Cancel").clicked() {
                queue.push(UiCommand::CancelPath);
            }
        });
    });
    if context.input(|input| input.key_pressed(Key::Escape)) {
        queue.push(UiCommand::CancelPath);
    }
}

/// What would be lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// Acts of what is open.
    pub is_unsaved: bool,
    /// Acts of what was put aside: its title.
    pub aside: Option<String>,
}

impl Leaving {
    fn words(&self) -> String {
        match (&self.aside, self.is_unsaved) {
            (None, _) => "The acts of this session are not in a file yet.".to_owned(),
            (Some(title), false) => format!("“{title}” was put aside with acts that are not in a file yet."),
            (Some(title), true) => {
                format!("The acts of this session, and those of “{title}” that was put aside, are not in a file yet.")
            }
        }
    }
}

/// Asks what becomes of unsaved work.
pub fn leave_ui(context: &Context, leaving: &Leaving, queue: &mut CommandQueue) {
    let frame = Frame::popup(&context.style_of(context.theme())).inner_margin(theme::tokens(context).space.gap);
    let modal = Modal::new(egui::Id::unique("leave")).frame(frame).show(context, |ui| {
        ui.set_width(theme::tokens(ui).width.notice);
        widgets::region(ui, "Unsaved work", |ui| {
            ui.spacing_mut().item_spacing.y = theme::tokens(ui).space.base;
            ui.label(text::title(ui, "Save what you did?"));
            ui.label(text::dim(ui, leaving.words()));
            widgets::row(ui, |ui| {
                let mut choice = None;
                if leaving.is_unsaved {
                    if widgets::primary_button(ui, "Save…").clicked() {
                        choice = Some(LeaveChoice::Save);
                    }
                } else if widgets::primary_button(ui, "Bring it back").clicked() {
                    choice = Some(LeaveChoice::BringBack);
                }
                if widgets::button(ui, "Leave without saving").clicked() {
                    choice = Some(LeaveChoice::Discard);
                }
                if widgets::button(ui, "Stay").clicked() {
                    choice = Some(LeaveChoice::Stay);
                }
                if let Some(choice) = choice {
                    queue.push(UiCommand::Leave(choice));
                }
            });
        });
    });
    if modal.should_close() {
        queue.push(UiCommand::Leave(LeaveChoice::Stay));
    }
}

fn sheet(
    context: &Context,
    name: &str,
    anchor: Align2,
    offset: egui::Vec2,
    add: impl FnOnce(&mut Ui),
) -> egui::Response {
    let shown = Area::new(egui::Id::unique(("sheet", name))).order(Order::Foreground).anchor(anchor, offset).show(
        context,
        |ui| {
            let tokens = theme::tokens(ui);
            Frame::new()
                .fill(tokens.color.raised)
                .stroke(egui::Stroke::new(tokens.stroke.line, tokens.color.line_strong))
                .corner_radius(tokens.radius.panel)
                .inner_margin(tokens.space.gap)
                .shadow(ui.visuals().window_shadow)
                .show(ui, |ui| {
                    ui.set_width(tokens.width.notice.min(context.content_rect().width() - 2.0 * tokens.space.page));
                    ui.spacing_mut().item_spacing.y = tokens.space.base;
                    widgets::region(ui, name, add);
                });
        },
    );
    shown.response
}
