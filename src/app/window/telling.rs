//! What the window tells: notices, and what was switched in it.

use super::App;
use crate::app::files;
use crate::app::notices::Notice;
use crate::ui::{UiCommand, commands, theme};
use crate::view::Tone;
use egui::Context;

/// Within so many seconds the same reason is not told again.
const SAID_AGAIN: f64 = 2.0;

impl App {
    /// Tells what went wrong: at the path field when that is open, so that what was typed can be mended.
    pub(super) fn fail(&mut self, error: &anyhow::Error) {
        let sentence = files::sentence(error);
        match &mut self.prompt {
            Some(prompt) => {
                prompt.problem = Some(sentence);
                prompt.is_new = true;
            }
            None => self.tell_path(Tone::Bad, sentence, "That file cannot be used. Leave the presentation to see why."),
        }
    }

    pub(super) fn tell(&mut self, tone: Tone, text: String) {
        self.notice = Some(Notice::new(tone, text, self.now));
    }

    /// Tells something that names a path; an audience reads `in_public` instead.
    pub(super) fn tell_path(&mut self, tone: Tone, text: String, in_public: &str) {
        let notice = Notice::new(tone, text, self.now);
        self.notice = Some(Notice { in_public: Some(in_public.to_owned()), ..notice });
    }

    /// What was open last cannot be opened any more; something else is.
    pub(super) fn tell_lost(&mut self, error: &anyhow::Error) {
        let title = &self.desk.rehearsal().title;
        let words = format!(
            "What was open last cannot be opened again: {}. “{title}” is open instead.",
            files::sentence(error)
        );
        self.tell_path(Tone::Bad, words, "What was open last cannot be opened again.");
    }

    /// Tells why a command cannot be called, for as long as that is so. A key that is held says it once.
    pub(super) fn say_why_not(&mut self, command: UiCommand, why: String) {
        let name = commands::row(&command).map_or("", |row| row.name);
        let words = format!("{name}: {why}");
        let is_said =
            self.notice.as_ref().is_some_and(|notice| notice.text == words && self.now - notice.since < SAID_AGAIN);
        if !is_said {
            let notice = Notice::new(Tone::Neutral, words, self.now);
            self.notice = Some(Notice { refused: Some((command, why)), ..notice });
        }
    }

    pub(super) fn toggle_letter_keys(&mut self) {
        let on = !self.shell.has_letter_keys();
        self.shell.set_letter_keys(on);
        self.memory.no_letter_keys = !on;
        let words = if on { "Keys of one letter are on." } else { "Keys of one letter are off." };
        self.tell(Tone::Neutral, words.to_owned());
    }

    pub(super) fn toggle_theme(&mut self, context: &Context) {
        let dark = context.theme() != egui::Theme::Dark;
        theme::set_dark(context, dark);
        self.memory.dark = Some(dark);
    }

    /// Takes the wish of the system for less motion; who has switched it meanwhile has it their way.
    pub(super) fn take_motion(&mut self, context: &Context) {
        let is_wished = self.less_motion.as_ref().is_some_and(|wish| wish.try_recv().is_ok());
        if is_wished && self.memory.moves.is_none() {
            theme::set_motion(context, false);
        }
    }

    pub(super) fn toggle_motion(&mut self, context: &Context) {
        let moves = !theme::moves(context);
        theme::set_motion(context, moves);
        self.memory.moves = Some(moves);
        let words = if moves { "Motion is on." } else { "Motion is off." };
        self.tell(Tone::Neutral, words.to_owned());
    }
}
