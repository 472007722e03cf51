//! A window of eframe with nothing in it: what the toolkit itself costs.

use eframe::egui;

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("Nothing");
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        // As large as the window it stands beside: without a GPU the picture itself is much of what is weighed.
        viewport: egui::ViewportBuilder::default().with_inner_size([1600.0, 1000.0]),
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty))))
}
