//! The bridge, the access board and a panel as they are drawn, in both themes, against pictures that were looked at.
//!
//! No GPU is needed. After a change that was meant: `UPDATE_SNAPSHOTS=1 cargo test --test it pictures::`, and look at
//! what changed in `tests/pictures`.

use crate::kit::Soft;
use crossinvite::access::Question;
use crossinvite::app::desk::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::model::DeskFacts;
use crossinvite::ui::layout::{LayoutState, window_ui};
use crossinvite::ui::{CommandQueue, UiCommand, theme};
use egui::{Role, vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, SnapshotOptions, image_snapshot_options};
use image::GenericImageView;

/// The first rehearsal after its solution, with one restriction forgotten: one flow is open, one cut, one waits.
fn cut() -> Desk {
    let opened = open_built_in("own-license").unwrap();
    let mut desk = Desk::new(opened.rehearsal, opened.session);
    let solution: Vec<_> = desk.rehearsal().solution().cloned().collect();
    for (_, command) in solution.into_iter().enumerate().filter(|(place, _)| *place != 2) {
        desk.run(UiCommand::Submit(command));
    }
    let (person, platform, role) = ("ben".into(), "aldermoor".into(), "CSV".into());
    desk.run(UiCommand::Ask(Question::RoleUsable { person, platform, role }));
    desk
}

/// The frame around a part is seen with it.
const AROUND: f32 = 12.0;

/// Draws the window once and holds these parts of it against their pictures.
fn hold(dark: bool, name: &str, parts: &[&str]) {
    let desk = cut();
    let mut layout = LayoutState::default();
    let mut harness = Harness::builder()
        .with_size(vec2(1600.0, 1000.0))
        .with_max_steps(30)
        .with_context_setup(|context| {
            theme::install(context);
            theme::freeze(context);
        })
        .renderer(Soft::default())
        .build_ui(move |ui| {
            let model = desk.model(&DeskFacts::default());
            window_ui(ui, &model.window(desk.selection()), &mut layout, &mut CommandQueue::default());
        });
    theme::set_dark(&harness.ctx, dark);
    harness.run();
    let whole = harness.render().expect("a picture");
    // A few pixels may differ in the last bit of a colour between processors; a moved word differs in hundreds.
    let options = SnapshotOptions::new().output_path("tests/pictures").max_failed_pixels(20_usize);
    for part in parts {
        let rect = harness.get_by_role_and_label(Role::Region, part).rect().expand(AROUND);
        let [left, top, right, bottom] =
            [rect.min.x.floor(), rect.min.y.floor(), rect.max.x.ceil(), rect.max.y.ceil()].map(|at| at.max(0.0) as u32);
        let shown = whole.view(left, top, right - left, bottom - top).to_image();
        let file = format!("{}-{name}", part.to_lowercase().replace(' ', "-"));
        image_snapshot_options(&shown, file, &options);
    }
}

const PARTS: [&str; 3] = ["Bridge", "Access board", "Brightwell Tooling"];

#[test]
fn the_window_looks_as_it_did_in_the_dark() {
    hold(true, "dark", &PARTS);
}

#[test]
fn the_window_looks_as_it_did_in_the_light() {
    hold(false, "light", &PARTS);
}
