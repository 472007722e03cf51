//! The window at rest: nobody does anything, and nothing is drawn again.

use crossinvite::app::files::open_built_in;
use crossinvite::app::window::{App, Options, Thinking};
use egui_kittest::Harness;

/// Simulated seconds of rest, and the seconds of one step.
const REST: f32 = 10.0;
const STEP: f32 = 0.25;

/// Frames of a sixtieth of a second that take 300 ms: all motion must be over before.
const MOTION: usize = 18;

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
    settle(&mut harness);
    harness
}

/// Until nothing is searched beside the window any more, and everything found is shown.
fn settle(harness: &mut Harness<'_, App>) {
    harness.run();
    while harness.state().is_searching() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.run();
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
    settle(&mut harness);
    assert_eq!(repaints(&mut harness), 0);
}

/// The whole script, act by act, each watched frame by frame: how many frames asked for the next one at once.
fn moving_frames(still: bool) -> Vec<usize> {
    use crossinvite::ui::theme;
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1600.0, 1000.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(120)
        .build_eframe(|cc| {
            let opened = open_built_in("own-license").expect("a built-in rehearsal");
            let options = Options { is_forgetful: true, thinking: Thinking::Never, ..Options::default() };
            App::new(&cc.egui_ctx, None, opened, None, &options)
        });
    // The harness itself has switched motion off by now.
    theme::set_motion(&harness.ctx, !still);
    harness.run();
    let mut counts = Vec::new();
    for act in 1..=8 {
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
        harness.step();
        assert_eq!(harness.state().desk().session().steps().count(), act);
        let moves = |harness: &Harness<'_, App>| {
            let root = harness.output().viewport_output.get(&egui::ViewportId::ROOT).expect("the window");
            root.repaint_delay.as_secs_f32() < 0.1
        };
        let mut frames = 0;
        while moves(&harness) && frames < 100 {
            harness.step();
            frames += 1;
        }
        counts.push(frames);
    }
    counts
}

#[test]
fn motion_is_short_and_can_be_switched_off() {
    let moving = moving_frames(false);
    assert!(moving.iter().all(|frames| *frames < MOTION), "{moving:?}");
    assert!(moving.iter().any(|frames| *frames > 8), "nothing moves: {moving:?}");
    let still = moving_frames(true);
    assert!(still.iter().all(|frames| *frames <= 4), "{still:?}");
}
