//! One picture of the window: what has come since the last, then what is shown, then what was asked for.

use super::{App, LAST_KEY, MEMORY_KEY};
use crate::app::first::Screen;
use crate::app::last::Last;
use crate::app::{motion, notices};
use crate::ui::layout::window_ui;
use crate::ui::{UiCommand, present};
use crate::view::SheetDraft;
use egui::{Context, ViewportCommand};

impl App {
    /// What the last picture of an earlier window was drawn on.
    pub(in crate::app) fn screen(&self) -> Option<Screen> {
        self.memory.screen
    }

    /// One picture of the window: what has come since the last, then what is shown.
    pub(in crate::app) fn picture(&mut self, ui: &mut egui::Ui) {
        self.take_in(&ui.ctx().clone());
        self.draw(ui);
    }

    /// Notes that there is something to see now; what waited for that begins with the next frame, which is asked for.
    pub(in crate::app) fn note_seen(&mut self, context: &Context) {
        if std::mem::replace(&mut self.is_seen, true) {
            return;
        }
        self.model = None;
        context.request_repaint();
        if std::mem::take(&mut self.asks_for_motion) {
            self.less_motion = motion::ask(context.clone());
        }
    }

    fn take_in(&mut self, context: &Context) {
        self.now = context.input(|input| input.time);
        self.take_motion(context);
        self.take_picked();
        self.take_found();
        self.forget_what_is_covered(context);
        self.dismiss_tooltip(context);
        self.shortcuts(context);
        let dropped = context.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.queue.push(match &self.desk.selection().sheet {
                Some(SheetDraft::Import { platform, .. }) => UiCommand::ImportPath { platform: *platform, path },
                _ => UiCommand::OpenPath(path),
            });
        }
        if context.input(|input| input.viewport().close_requested()) && !self.may_close && self.would_lose() {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            self.queue.push(UiCommand::Quit);
        }
        self.title(context);
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        self.build_model(ui.ctx());
        let Self { desk, queue, model, memory, notice, prompt, shell, path, .. } = self;
        let context = ui.ctx().clone();
        if let Some(model) = model {
            let mut data = model.window(desk.selection());
            data.shell = shell.facts(path.is_some(), prompt.is_some());
            notice.take_if(|notice| notice.is_past(&data));
            if shell.is_presenting() {
                present::present_ui(ui, &data, &mut memory.layout, shell.stroke(&context), queue);
            } else {
                window_ui(ui, &data, &mut memory.layout, queue);
            }
            shell.overlays(&context, &data, queue);
        }
        if let Some(notice) = notice {
            notices::notice_ui(&context, notice, shell.is_presenting(), queue);
        }
        // Paths are nobody's business while presenting.
        if let Some(prompt) = prompt.as_ref().filter(|_| !shell.is_presenting()) {
            notices::prompt_ui(ui.ctx(), prompt, queue);
        }
        if self.is_asking {
            let leaving = self.leaving();
            notices::leave_ui(ui.ctx(), &leaving, &mut self.queue);
        }
        self.run_commands(&context);
        self.shell.after_frame(&context, self.is_asking);
    }
}

impl eframe::App for App {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.take_in(context);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
        self.note_seen(ui.ctx());
        self.memory.screen = Some(Screen::of(ui.ctx()));
    }

    /// What everything is drawn on: the background of the theme. It is never painted over as a whole, and stands before the
    /// first frame, so that nothing flashes.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        !self.is_forgetful
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if !self.is_forgetful {
            self.memory.folded.clone_from(&self.desk.selection().folded);
            self.memory.order.clone_from(&self.desk.selection().order);
            let last = Last::of(&self.desk, self.source.as_deref());
            let both: [(&str, &dyn erased_serde::Serialize); 2] = [(MEMORY_KEY, &self.memory), (LAST_KEY, &last)];
            for (key, value) in both {
                eframe::set_value(storage, key, &value);
            }
        }
    }
}
