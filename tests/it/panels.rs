//! The panels, found by region and label as a screen reader finds them; and pictures of the whole window.

use std::path::PathBuf;

use crossinvite::raster;
use crossinvite::ui::layout::{LayoutState, WindowData, window_ui};
use crossinvite::ui::{CommandQueue, InviteEdit, UiCommand, theme};
use crossinvite::view::{PanelTab, WizardStep};
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::sample::{self, Sample};

/// A window with what was asked for in it.
struct Window {
    sample: Sample,
    layout: LayoutState,
    asked: Vec<UiCommand>,
}

fn open(sample: Sample) -> Harness<'static, Window> {
    let window = Window { sample, layout: LayoutState::default(), asked: Vec::new() };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1600.0, 1000.0))
        .with_context_setup(|ctx| {
            theme::install(ctx);
            theme::freeze(ctx);
        })
        .build_ui_state(show, window);
    harness.run();
    harness
}

/// Draws the window without the margin of the harness.
fn show(ui: &mut egui::Ui, window: &mut Window) {
    let mut queue = CommandQueue::default();
    let mut full = crate::kit::whole(ui);
    window_ui(&mut full, &window.sample.data(), &mut window.layout, &mut queue);
    // What the pointer passes over on its way asks for a preview; that is not what was clicked.
    window.asked.extend(queue.drain().into_iter().filter(|asked| !matches!(asked, UiCommand::Preview(_))));
}

/// Clicks what has this label in this region; returns what was asked for.
fn click(sample: Sample, region: &str, role: Role, label: &str) -> Vec<UiCommand> {
    let mut harness = open(sample);
    let part = harness.get_by_role_and_label(Role::Region, region);
    part.get_all_by_role_and_label(role, label).next().expect("it is there").click();
    harness.run();
    std::mem::take(&mut harness.state_mut().asked)
}

#[test]
fn a_switch_of_one_platform_submits_its_command() {
    let asked = click(sample::two_platforms(), "Brightwell Tooling", Role::Switch, "Restrict Usage to this Platform");
    assert_eq!(asked, vec![UiCommand::Submit(sample::lift(false))]);
}

#[test]
fn a_switch_that_will_refuse_can_still_be_tried() {
    let label = "Allow administrators to grant roles without assigning automatically the associated license";
    let asked = click(sample::two_platforms(), "Aldermoor Marine", Role::Switch, label);
    assert!(matches!(asked.as_slice(), [UiCommand::Submit(_)]), "{asked:?}");
}

#[test]
fn a_card_opens_by_a_click_anywhere_on_its_head() {
    let asked = click(sample::two_platforms(), "Aldermoor Marine", Role::Button, "Cleo Brandt");
    let cleo = UiCommand::ToggleMember { platform: sample::platform("aldermoor"), person: sample::person("cleo") };
    assert_eq!(asked, vec![cleo]);
}

#[test]
fn a_flow_on_the_bridge_asks_why() {
    let label = "3DSwymer: cut at Brightwell: Restrict Usage is on";
    let asked = click(sample::two_platforms(), "Bridge", Role::Button, label);
    assert_eq!(asked, vec![UiCommand::Ask(sample::usable("IFW", "aldermoor"))]);
}

#[test]
fn an_avatar_on_the_bridge_puts_the_person_into_focus() {
    let asked = click(sample::two_platforms(), "Bridge", Role::Button, "Cleo Brandt, works here now");
    assert_eq!(asked, vec![UiCommand::Focus(sample::person("cleo"))]);
}

#[test]
fn a_cell_of_the_board_asks_its_question() {
    let asked = click(sample::two_platforms(), "Access board", Role::Button, "3DSwymer at Brightwell: own license");
    assert_eq!(asked, vec![UiCommand::Ask(sample::usable("IFW", "brightwell"))]);
}

#[test]
fn the_reason_of_a_disabled_button_is_its_description() {
    let harness = open(sample::two_platforms());
    let part = harness.get_by_role_and_label(Role::Region, "Brightwell Tooling");
    let button = part.get_by_label("Invite members…");
    assert!(button.accesskit_node().is_disabled());
    let reason = button.accesskit_node().description();
    assert_eq!(reason.as_deref(), Some("Gus has no license left to invite with."));
}

#[test]
fn the_button_of_the_other_platform_opens_the_wizard() {
    let asked = click(sample::two_platforms(), "Aldermoor Marine", Role::Button, "Invite members…");
    assert_eq!(asked, vec![UiCommand::OpenInvite(sample::platform("aldermoor"))]);
}

#[test]
fn a_refusal_can_be_dismissed_where_it_is_shown() {
    let asked = click(sample::after_a_try(), "Aldermoor Marine", Role::Button, "Dismiss");
    assert_eq!(asked, vec![UiCommand::DismissRefusal]);
}

#[test]
fn a_tab_opens_in_its_own_platform() {
    let asked = click(sample::two_platforms(), "Brightwell Tooling", Role::Tab, "Mail");
    assert_eq!(asked, vec![UiCommand::SetTab { platform: sample::platform("brightwell"), tab: PanelTab::Mail }]);
}

#[test]
fn do_it_as_the_right_person_stands_with_the_failing_check_and_in_the_guide() {
    for region in ["Why", "Guide"] {
        let asked = click(sample::two_platforms(), region, Role::Button, "Do it as Gus");
        assert_eq!(asked, vec![UiCommand::Submit(sample::lift(false))], "{region}");
    }
}

#[test]
fn a_point_of_the_timeline_is_jumped_to() {
    let asked = click(sample::two_platforms(), "Timeline", Role::Button, "Ana invites ben@brightwell.example");
    assert_eq!(asked, vec![UiCommand::Seek(4)]);
}

#[test]
fn undo_says_what_it_takes_back_and_redo_why_it_cannot() {
    let asked =
        click(sample::two_platforms(), "Top bar", Role::Button, "Undo: Ana added ben@brightwell.example to Hull-7");
    assert_eq!(asked, vec![UiCommand::Undo]);
    let harness = open(sample::two_platforms());
    let redo = harness.get_by_label("Redo");
    assert_eq!(redo.accesskit_node().description().as_deref(), Some("Nothing was undone."));
}

#[test]
fn the_wizard_goes_on_to_the_roles() {
    let asked = click(sample::with_wizard(WizardStep::Members), "Invite members", Role::Button, "Next");
    assert_eq!(asked, vec![UiCommand::EditInvite(InviteEdit::Step(WizardStep::Roles))]);
}

#[test]
fn a_role_of_the_wizard_is_ticked() {
    let label = "3DEXPERIENCE SOLIDWORKS Standard";
    let asked = click(sample::with_wizard(WizardStep::Roles), "Invite members", Role::CheckBox, label);
    assert_eq!(asked, vec![UiCommand::EditInvite(InviteEdit::Tick(sample::role("XWA"), true))]);
}

#[test]
fn the_person_menu_looks_through_other_eyes() {
    let mut harness = open(sample::two_platforms());
    let part = harness.get_by_role_and_label(Role::Region, "Aldermoor Marine");
    part.get_by_label("Signed in: Ana · Administrator").click();
    harness.run();
    harness.get_by_label("Ben Okafor · External").click();
    harness.run();
    let ben = UiCommand::SetViewer { platform: sample::platform("aldermoor"), person: sample::person("ben") };
    assert_eq!(harness.state().asked, vec![ben]);
}

#[test]
fn a_divider_makes_one_panel_wider_and_its_neighbour_narrower() {
    let mut harness = open(sample::two_platforms());
    let edges = |window: &Window, slug: &str| window.layout.rects[&sample::platform(slug)];
    let before = edges(harness.state(), "aldermoor");
    let from = egui::pos2(before[2] + theme::measures().space.panels / 2.0, before[3] - 200.0);
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + egui::vec2(60.0, 0.0));
    harness.run();
    harness.drop_at(from + egui::vec2(60.0, 0.0));
    harness.run();
    let after = edges(harness.state(), "aldermoor");
    let other = edges(harness.state(), "brightwell");
    assert!((after[2] - before[2] - 60.0).abs() < 2.0, "{before:?} {after:?}");
    assert!((other[0] - after[2] - theme::measures().space.panels).abs() < 0.5);
}

#[test]
fn a_window_at_rest_asks_for_no_more_frames() {
    let mut harness = open(sample::after_a_try());
    assert!(harness.try_run().is_ok());
}

#[test]
fn the_name_of_a_new_space_is_typed_as_it_is() {
    let mut harness = open(sample::other_tabs());
    harness.get_by_role_and_label(Role::TextInput, "Name of the new space").focus();
    harness.run();
    harness.key_press(egui::Key::End);
    harness.get_by_role_and_label(Role::TextInput, "Name of the new space").type_text("2");
    harness.run();
    let typed = UiCommand::EditNewSpace { platform: sample::platform("aldermoor"), name: "Deck 2".into() };
    assert_eq!(harness.state().asked, vec![typed]);
}

#[test]
fn the_options_fold_away_and_come_back() {
    let mut harness = open(sample::two_platforms());
    let count = |harness: &Harness<'_, Window>| {
        let part = harness.get_by_role_and_label(Role::Region, "Aldermoor Marine");
        part.query_all_by_label_contains("Automatically ungrant").count()
    };
    let before = count(&harness);
    for expected in [0, before] {
        let part = harness.get_by_role_and_label(Role::Region, "Aldermoor Marine");
        part.get_by_label("Configure Members Options").click();
        harness.run();
        assert_eq!(count(&harness), expected);
    }
}

#[test]
fn many_flows_and_many_acts_stay_within_their_places() {
    let harness = open(sample::crowded());
    let bridge = harness.get_by_role_and_label(Role::Region, "Bridge");
    assert!(bridge.query_by_label_contains("more").is_some());
    let timeline = harness.get_by_role_and_label(Role::Region, "Timeline");
    assert!(timeline.query_by_label("now: act 290").is_some());
}

/// One picture: its name, size, scale, theme and content.
type Shot = (&'static str, [usize; 2], f32, bool, fn() -> Sample);

fn draw(shot: &Shot, folder: &std::path::Path) {
    let (name, size, scale, dark, content) = shot;
    let sample = content();
    let mut layout = LayoutState::default();
    let picture = raster::render(*size, *scale, *dark, 4, |ui| {
        let data: WindowData<'_> = sample.data();
        window_ui(ui, &data, &mut layout, &mut CommandQueue::default());
    });
    picture.save(folder.join(format!("{name}.png"))).expect("the picture can be written");
}

/// The drop-down near the profile icon, open.
fn menu_picture(folder: &std::path::Path) {
    let window = Window { sample: sample::two_platforms(), layout: LayoutState::default(), asked: Vec::new() };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 720.0))
        .with_context_setup(|ctx| {
            theme::install(ctx);
            theme::freeze(ctx);
        })
        .renderer(super::kit::Soft::default())
        .build_ui_state(show, window);
    harness.run();
    harness.get_by_label("Signed in: Ana · Administrator").click();
    harness.run();
    let picture = harness.render().expect("it can be drawn");
    picture.save(folder.join("menu-dark.png")).expect("the picture can be written");
}

#[test]
fn pictures_of_the_window() {
    let Ok(folder) = std::env::var("CROSSINVITE_PICTURES") else { return };
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let usual = [1600, 1000];
    let shots: [Shot; 16] = [
        ("crowded-dark", usual, 1.0, true, sample::crowded),
        ("three-small-dark", [1280, 720], 1.0, true, sample::three_platforms),
        ("two-dark", usual, 1.0, true, sample::two_platforms),
        ("two-light", usual, 1.0, false, sample::two_platforms),
        ("two-small-dark", [1280, 720], 1.0, true, sample::two_platforms),
        ("two-small-light", [1280, 720], 1.0, false, sample::two_platforms),
        ("two-large-dark", [2560, 1440], 1.5, true, sample::two_platforms),
        ("three-dark", usual, 1.0, true, sample::three_platforms),
        ("three-small-light", [1280, 720], 1.0, false, sample::three_platforms),
        ("four-dark", usual, 1.0, true, sample::four_platforms),
        ("four-small-dark", [1280, 720], 1.0, true, sample::four_platforms),
        ("tried-dark", usual, 1.0, true, sample::after_a_try),
        ("tabs-light", usual, 1.0, false, sample::other_tabs),
        ("wizard-members-dark", usual, 1.0, true, || sample::with_wizard(WizardStep::Members)),
        ("wizard-roles-light", usual, 1.0, false, || sample::with_wizard(WizardStep::Roles)),
        ("wizard-apps-small-dark", [1280, 720], 1.0, true, || sample::with_wizard(WizardStep::AdditionalApps)),
    ];
    for shot in &shots {
        draw(shot, &folder);
    }
    menu_picture(&folder);
}

/// However little room there is (a zoom of 400 %, a strip of a window), everything is drawn and scrolls.
#[test]
fn a_window_without_room_scrolls_instead_of_failing() {
    for size in [[320, 240], [499, 900], [960, 400], [700, 500], [320, 2000]] {
        let sample = sample::two_platforms();
        let mut layout = LayoutState::default();
        let image = raster::render(size, 1.0, true, 2, |ui| {
            window_ui(ui, &sample.data(), &mut layout, &mut CommandQueue::default());
        });
        assert_eq!([image.width() as usize, image.height() as usize], size);
    }
}
