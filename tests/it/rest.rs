//! The window at rest: nobody does anything, and nothing is drawn again.

use crossinvite::app::files::open_built_in;
use crossinvite::app::window::{App, Options};
use egui_kittest::Harness;

/// Simulated seconds of rest, and the seconds of one step.
const REST: f32 = 10.0;
const STEP: f32 = 0.25;

/// The whole window with the first rehearsal, at rest after its first frames.
fn window() -> Harness<'static, App> {
    let mut harness =
        Harness::builder().with_size(egui::vec2(1600.0, 1000.0)).with_step_dt(STEP).with_max_steps(60).build_eframe(
            |cc| {
                let opened = open_built_in("own-license").expect("a built-in rehearsal");
                let options = Options { is_forgetful: true, ..Options::default() };
                App::new(&cc.egui_ctx, None, opened, None, &options)
            },
        );
    harness.run();
    harness
}

/// In how many frames of the rest a repaint was asked for, now or within the rest.
fn repaints(harness: &mut Harness<'_, App>) -> usize {
    let frames = (REST / STEP).ceil() as usize;
    (0..frames)
        .filter(|_| {
            harness.step();
            let root = harness.output().viewport_output.get(&egui::ViewportId::ROOT).expect("the window");
            root.repaint_delay.as_secs_f32() < REST
        })
        .count()
}

#[test]
fn the_window_at_rest_repaints_0_times_in_10_seconds() {
    let mut harness = window();
    assert_eq!(repaints(&mut harness), 0);
}

#[test]
fn the_window_rests_again_after_an_act() {
    use egui::Role;
    use egui_kittest::kittest::Queryable as _;
    let mut harness = window();
    let label = "Allow administrators to grant roles without assigning automatically the associated license";
    let platform = harness.get_by_role_and_label(Role::Region, "Aldermoor Marine");
    platform.get_by_role_and_label(Role::Switch, label).click();
    harness.run();
    assert_eq!(harness.state().desk().session().steps().count(), 1, "the act is done");
    harness.remove_cursor();
    harness.run();
    assert_eq!(repaints(&mut harness), 0);
}
