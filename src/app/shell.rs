//! How the window stands: zoom, playing, presenting, the palette and the page of keys.

use crate::ui::keys_page::{keys_ui, words_ui};
use crate::ui::layout::{Shell, WindowData};
use crate::ui::palette::{Palette, palette_ui};
use crate::ui::{CommandQueue, UiCommand, ZoomBy, commands, focus, present, theme, widgets};
use egui::{Context, Event, Modifiers, ViewportCommand};
use std::time::Duration;

/// How much one step of the zoom is, in percent.
const ZOOM_STEP: u16 = 10;

/// What the window remembers of itself from frame to frame.
#[derive(Debug, Default)]
pub struct ShellState {
    facts: Shell,
    /// The zoom of the window while it is not presenting.
    usual_zoom: u16,
    keeper: focus::Keeper,
    palette: Option<Palette>,
    are_keys_shown: bool,
    /// The word that is explained, while the page of words is open.
    word: Option<&'static str>,
    /// When the next act is played.
    next_beat: Option<f64>,
    /// Did Esc, in this frame, close something that lay over the window?
    is_escape_taken: bool,
    /// The key that was pressed last, and when.
    stroke: Option<(String, f64)>,
}

impl ShellState {
    /// A window at this zoom, in percent, which [`Self::show_zoom`] then brings about.
    #[must_use]
    pub fn new(context: &Context, zoom: Option<u16>) -> Self {
        let usual_zoom = zoom.unwrap_or(100).clamp(100, Shell::default().most_zoom());
        context.options_mut(|options| {
            // Both are commands of the table, with their own bounds and their own question before leaving.
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
        });
        Self { usual_zoom, facts: Shell { zoom: usual_zoom, ..Shell::default() }, ..Self::default() }
    }

    /// Brings about the zoom that the window has.
    pub fn show_zoom(&self, context: &Context) {
        context.set_zoom_factor(f32::from(self.facts.zoom) / 100.0);
    }

    /// How the window stands, for what is drawn; `has_file`: is there a file to save to? `asks_for_path`: is a path typed?
    #[must_use]
    pub fn facts(&self, has_file: bool, asks_for_path: bool) -> Shell {
        Shell { is_playing: self.next_beat.is_some(), has_file, asks_for_path, ..self.facts }
    }

    /// Is the story presented?
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.facts.is_presenting
    }

    /// Do keys of one letter work?
    #[must_use]
    pub fn has_letter_keys(&self) -> bool {
        self.facts.has_letter_keys
    }

    /// Whether keys of one letter work.
    pub fn set_letter_keys(&mut self, on: bool) {
        self.facts.has_letter_keys = on;
    }

    /// The zoom to remember, in percent.
    #[must_use]
    pub fn zoom(&self) -> u16 {
        self.usual_zoom
    }

    /// Carries out a wish that concerns the window itself. False: it is another's.
    pub fn run(&mut self, context: &Context, command: &UiCommand) -> bool {
        match command {
            UiCommand::TogglePlay => {
                let now = context.input(|input| input.time);
                self.next_beat = if self.next_beat.is_some() { None } else { Some(now) };
            }
            UiCommand::Zoom(by) => self.change_zoom(context, *by),
            UiCommand::TogglePresent => self.toggle_present(context),
            UiCommand::TogglePresentPanels => self.facts.with_panels = !self.facts.with_panels,
            UiCommand::TogglePalette => {
                self.palette = if self.palette.is_some() { None } else { Some(Palette::default()) }
            }
            UiCommand::Explain("") => self.word = Some(widgets::word_in_focus(context).unwrap_or_default()),
            UiCommand::Explain(word) => self.word = Some(word),
            UiCommand::ToggleKeys => self.are_keys_shown = !self.are_keys_shown,
            _ => return false,
        }
        true
    }

    fn toggle_present(&mut self, context: &Context) {
        self.facts.is_presenting = !self.facts.is_presenting;
        self.facts.with_panels = false;
        self.next_beat = None;
        self.stroke = None;
        self.keeper.let_go(context);
        let zoom = if self.facts.is_presenting { self.fitting_zoom(context) } else { self.usual_zoom };
        self.set_zoom(context, zoom);
        context.send_viewport_cmd(ViewportCommand::Fullscreen(self.facts.is_presenting));
    }

    /// As large as the story can be on this screen.
    fn fitting_zoom(&self, context: &Context) -> u16 {
        let points = context.content_rect().size() * (f32::from(self.facts.zoom) / 100.0);
        present::zoom_for(points)
    }

    fn change_zoom(&mut self, context: &Context, by: ZoomBy) {
        let (now, most) = (self.facts.zoom, self.facts.most_zoom());
        let zoom = match by {
            ZoomBy::In => (now + ZOOM_STEP).min(most),
            ZoomBy::Out => now.saturating_sub(ZOOM_STEP).max(100),
            ZoomBy::Reset if self.facts.is_presenting => self.fitting_zoom(context),
            ZoomBy::Reset => 100,
        };
        self.set_zoom(context, zoom);
        if !self.facts.is_presenting {
            self.usual_zoom = zoom;
        }
    }

    fn set_zoom(&mut self, context: &Context, zoom: u16) {
        if self.facts.zoom != zoom {
            self.facts.pointer_before = context.input(|input| input.pointer.latest_pos());
        }
        self.facts.zoom = zoom;
        self.show_zoom(context);
    }

    /// Does something stand above the window: the palette, the page of keys, the page of words?
    #[must_use]
    pub fn has_overlay(&self) -> bool {
        self.palette.is_some() || self.are_keys_shown || self.word.is_some()
    }

    /// What has the keyboard, or had it when Esc was pressed in this frame.
    #[must_use]
    pub fn keyboard(&self) -> Option<egui::Id> {
        self.keeper.held()
    }

    /// Stops playing: what somebody reads must not change below it.
    pub fn pause(&mut self) {
        self.next_beat = None;
    }

    /// The keys of this frame, and the next act while playing; `is_escape_taken`: does Esc close something already?
    pub fn keys(
        &mut self,
        context: &Context,
        data: &WindowData<'_>,
        (has_future, is_escape_taken): (bool, bool),
        queue: &mut CommandQueue,
    ) {
        self.is_escape_taken = is_escape_taken;
        self.note_stroke(context);
        if self.has_overlay() {
            self.pause();
        }
        if self.are_keys_shown || self.word.is_some() {
            return;
        }
        if self.palette.is_some() {
            let row = commands::row(&UiCommand::TogglePalette);
            if row.is_some_and(|row| row.is_pressed(context)) {
                self.palette = None;
            }
            return;
        }
        // What has the keyboard lets go of it first.
        commands::pressed(context, data, is_escape_taken || self.keeper.held().is_some(), queue);
        self.play(context, has_future, queue);
    }

    fn play(&mut self, context: &Context, has_future: bool, queue: &mut CommandQueue) {
        let Some(beat) = self.next_beat else { return };
        let now = context.input(|input| input.time);
        if now >= beat {
            if has_future {
                queue.push(UiCommand::StepForward);
            } else if self.facts.is_presenting && beat > 0.0 {
                queue.push(UiCommand::NextAct);
            } else {
                self.next_beat = None;
                return;
            }
            self.next_beat = Some(now + f64::from(theme::measures().stay.act));
        }
        context.request_repaint_after(Duration::from_secs_f64((self.next_beat.unwrap_or(now) - now).max(0.01)));
    }

    /// Notes what is pressed, so that the audience sees it.
    fn note_stroke(&mut self, context: &Context) {
        if !self.facts.is_presenting || context.text_edit_focused() {
            return;
        }
        let pressed = context.input(|input| {
            let now = input.time;
            input.events.iter().rev().find_map(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } => Some((stroke_text(*modifiers, *key), now)),
                _ => None,
            })
        });
        if pressed.is_some() {
            self.stroke = pressed;
        }
    }

    /// The key that was pressed a moment ago.
    pub fn stroke(&self, context: &Context) -> Option<&str> {
        let (keys, when) = self.stroke.as_ref()?;
        let left = f64::from(theme::measures().stay.keys) - (context.input(|input| input.time) - when);
        if left <= 0.0 {
            return None;
        }
        context.request_repaint_after(Duration::from_secs_f64(left));
        Some(keys)
    }

    /// The palette and the page of keys, above everything.
    pub fn overlays(&mut self, context: &Context, data: &WindowData<'_>, queue: &mut CommandQueue) {
        if let Some(palette) = &mut self.palette
            && !palette_ui(context, palette, data, queue)
        {
            self.palette = None;
            context.request_repaint();
        }
        if let Some(word) = self.word
            && !words_ui(context, word)
        {
            self.word = None;
            context.request_repaint();
        }
        if self.are_keys_shown && !keys_ui(context) {
            self.are_keys_shown = false;
            context.request_repaint();
        }
    }

    /// After everything is drawn: the keyboard is kept.
    pub fn after_frame(&mut self, context: &Context, is_asking: bool) {
        let is_open = is_asking || self.palette.is_some() || self.are_keys_shown || self.word.is_some();
        self.keeper.after_frame(context, is_open, self.is_escape_taken);
    }
}

fn stroke_text(modifiers: Modifiers, key: egui::Key) -> String {
    let parts = [(modifiers.command, "Ctrl+"), (modifiers.alt, "Alt+"), (modifiers.shift, "Shift+")];
    let held: String = parts.into_iter().filter(|(is_held, _)| *is_held).map(|(_, words)| words).collect();
    format!("{held}{}", commands::key_text(key))
}
