//! The widgets, found by their names as a screen reader finds them.

use crossinvite::raster::{self, Picture, SoftRenderer};
use crossinvite::ui::theme;
use crossinvite::ui::widgets::*;
use egui::{Key, Role, Ui};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, TestRenderer};

use super::gallery::{self, Page};

/// The CPU renderer, as the harness wants it.
#[derive(Default)]
pub struct Soft(SoftRenderer);

impl TestRenderer for Soft {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.0.apply(delta);
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        Ok(self.0.paint_output(ctx, output))
    }
}

/// The whole window, without the margin that the harness leaves.
pub fn whole(ui: &mut Ui) -> Ui {
    let mut full = ui.new_child(egui::UiBuilder::new().max_rect(ui.ctx().content_rect()));
    full.set_clip_rect(ui.ctx().content_rect());
    full
}

/// A window that shows `ui` with our theme.
fn window<'a, S: 'a>(state: S, ui: impl FnMut(&mut Ui, &mut S) + 'a) -> Harness<'a, S> {
    Harness::builder()
        .with_size(egui::vec2(600.0, 400.0))
        .with_context_setup(|ctx| {
            theme::install(ctx);
            theme::freeze(ctx);
        })
        .renderer(Soft::default())
        .build_ui_state(ui, state)
}

#[test]
fn a_switch_toggles_by_click_and_by_key() {
    let mut harness = window(false, |ui, on| {
        switch(ui, on, "Allow it");
    });
    harness.get_by_role_and_label(Role::Switch, "Allow it").click();
    harness.run();
    assert!(*harness.state());
    harness.get_by_label("Allow it").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(!*harness.state());
}

#[test]
fn a_click_on_the_text_of_a_switch_row_counts() {
    let mut harness = window(false, |ui, on| {
        switch_row(ui, on, "Allow platform members to invite external users", Ok(()), |_| ());
    });
    harness.get_by_label_contains("Allow platform members").click();
    harness.run();
    assert!(*harness.state());
}

#[test]
fn a_switch_that_cannot_be_used_stays_and_says_why() {
    let mut harness = window(false, |ui, on| {
        switch_enabled(ui, on, "Assign License", Err("No license is free.".to_owned()));
    });
    harness.get_by_label("Assign License").click();
    harness.run();
    assert!(!*harness.state(), "it stays off");
    let node = harness.get_by_label("Assign License");
    assert!(node.accesskit_node().is_disabled());
    assert_eq!(node.accesskit_node().description().as_deref(), Some("No license is free."));
    harness.get_by_label("Assign License").hover();
    harness.run_steps(60);
    harness.get_by_label("No license is free.");
}

#[test]
fn the_reason_is_shown_while_the_control_has_the_keyboard() {
    let mut harness = window((), |ui, ()| {
        primary_button_enabled(ui, "Do it", Err("Ben has to accept first.".to_owned()));
    });
    harness.key_press(Key::Tab);
    harness.run();
    harness.get_by_label("Ben has to accept first.");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.get_by_label("Do it").is_focused());
}

#[test]
fn a_button_is_clicked_by_key_once() {
    let mut harness = window(0, |ui, clicks| {
        if button(ui, "Show me").clicked() {
            *clicks += 1;
        }
    });
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), 1);
}

#[test]
fn regions_keep_equal_buttons_apart() {
    let mut harness = window([0, 0], |ui, clicks| {
        for (place, name) in ["Aldermoor", "Brightwell"].into_iter().enumerate() {
            region(ui, name, |ui| {
                panel_frame(ui, None, |ui| {
                    if button(ui, "Invite members…").clicked() {
                        clicks[place] += 1;
                    }
                });
            });
        }
    });
    harness.get_by_role_and_label(Role::Region, "Brightwell").get_by_label("Invite members…").click();
    harness.run();
    assert_eq!(*harness.state(), [0, 1]);
}

#[test]
fn tabs_and_choices_are_chosen_by_name() {
    let mut harness = window((0, 0), |ui, (tab, mode)| {
        let ink = theme::tokens(ui).color.accent;
        tabs(
            ui,
            tab,
            &[Tab { label: "Members", ..Tab::default() }, Tab { label: "Mail", count: 2, note: "2 wait" }],
            ink,
        );
        segmented(ui, mode, &["Learn", "Explore", "Drill"], "Mode");
    });
    harness.get_by_role_and_label(Role::Tab, "Mail").click();
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Drill").click();
    harness.run();
    assert_eq!(*harness.state(), (1, 2));
    let mail = harness.get_by_label("Mail");
    assert_eq!(mail.accesskit_node().is_selected(), Some(true));
    assert_eq!(mail.accesskit_node().description().as_deref(), Some("2 wait"));
}

#[test]
fn a_card_is_clicked_as_a_whole_and_its_switch_by_itself() {
    let mut harness = window((0, false), |ui, (clicks, on)| {
        let shown = clickable_card(ui, CardStyle::Plain, "Ben Okafor", |ui| switch(ui, on, "Restrict"));
        if shown.response.clicked() {
            *clicks += 1;
        }
    });
    harness.get_by_label("Restrict").click();
    harness.run();
    assert_eq!(*harness.state(), (0, true));
    harness.get_by_label("Ben Okafor").click();
    harness.run();
    assert_eq!(*harness.state(), (1, true));
}

#[test]
fn fields_have_names() {
    let mut harness = window((String::new(), String::new()), |ui, (name, search)| {
        text_field(ui, name, "Name", "who", 200.0);
        search_field(ui, search, "Find a person", 200.0);
        drop_down(ui, "kind", "Kind", "Administrator", |ui| ui.selectable_label(false, "Member"));
    });
    harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    harness.run();
    harness.get_by_label("Name").type_text("Ben");
    harness.run();
    assert_eq!(harness.state().0, "Ben");
    harness.get_by_label("Find a person");
    harness.get_by_role_and_label(Role::ComboBox, "Kind").click();
    harness.run();
    harness.get_by_label("Member");
}

#[test]
fn the_gallery_shows_something_in_both_themes() {
    for dark in [true, false] {
        for (name, scale) in [("1x", 1.0_f32), ("1.5x", 1.5)] {
            let size = gallery::SIZE.map(|points| (points * scale) as usize);
            let mut page = Page::default();
            let picture = raster::render(size, scale, dark, 3, |ui| {
                gallery::gallery_ui(ui, &mut page);
            });
            let first = picture.get_pixel(5, 200);
            let others = picture.pixels().filter(|pixel| *pixel != first).count();
            assert!(others > 100_000, "{others} pixels differ from the background");
            if let Some(folder) = std::env::var_os("GALLERY_DIR") {
                let theme = if dark { "dark" } else { "light" };
                let path = std::path::Path::new(&folder).join(format!("{theme}-{name}.png"));
                picture.save(path).expect("the picture can be written");
            }
        }
    }
}

#[test]
fn the_gallery_names_every_control() {
    let mut harness = window(Page::default(), gallery::gallery_ui);
    harness.set_size(egui::vec2(gallery::SIZE[0], gallery::SIZE[1]));
    harness.run();
    let picture = harness.render().expect("a picture");
    assert_eq!([picture.width() as f32, picture.height() as f32], gallery::SIZE);
    harness.get_by_role_and_label(Role::Region, "Brightwell Tooling").get_by_label("Invite members…");
}

/// How many pixels of a rectangle differ in two pictures.
fn differing(one: &image::RgbaImage, other: &image::RgbaImage, rect: egui::Rect) -> usize {
    let inside = |x: u32, y: u32| rect.contains(egui::pos2(x as f32 + 0.5, y as f32 + 0.5));
    one.enumerate_pixels().filter(|(x, y, pixel)| inside(*x, *y) && other.get_pixel(*x, *y) != *pixel).count()
}

/// Each is compared with the window in which nothing has the keyboard, around its own place: a ring that encloses it.
#[test]
fn what_has_the_keyboard_can_be_seen() {
    let mut harness = window(Page::default(), gallery::gallery_ui);
    harness.set_size(egui::vec2(gallery::SIZE[0], gallery::SIZE[1]));
    harness.run();
    let rest = harness.render().expect("a picture");
    let mut roles = std::collections::BTreeSet::new();
    for name in [
        "Present",
        "Explore",
        "Members",
        "Allow platform members to invite external users",
        "Message to Gus…",
        "Signed in",
        "Find a person",
    ] {
        let side = harness.get_all_by_label(name).last().expect("one of this name");
        side.focus();
        let (role, rect) = (side.accesskit_node().role(), side.rect());
        harness.run();
        let now = harness.render().expect("a picture");
        if let Some(folder) = std::env::var_os("GALLERY_DIR") {
            let path = std::path::Path::new(&folder).join(format!("focus-{name}.png"));
            now.save(path).expect("the picture can be written");
        }
        // The ring of a switch, the smallest, has 270 pixels; the mark of a text field at which one types has 40.
        let changed = differing(&rest, &now, rect.expand(6.0));
        assert!(changed > 200, "{name}: {changed} pixels of {rect:?} tell that it has the keyboard");
        harness.ctx.memory_mut(|memory| memory.surrender_focus(memory.focused().expect("it has the keyboard")));
        harness.run();
        let again = harness.render().expect("a picture");
        assert_eq!(differing(&rest, &again, rect.expand(6.0)), 0, "{name}: the ring stays");
        roles.insert(format!("{role:?}"));
    }
    assert!(roles.len() >= 5, "{roles:?}");
}

#[test]
fn two_pictures_of_one_page_are_the_same() {
    let draw = || Picture { size: [300, 200], scale: 1.25 }.render(true, 2, |ui| drop(primary_button(ui, "Present")));
    assert_eq!(draw(), draw());
}

#[test]
fn a_picture_does_not_depend_on_what_was_written_before() {
    // What is written first is put first into the texture of the glyphs, so the others lie elsewhere in it.
    let draw = |before: &str| {
        let mut is_first = true;
        Picture { size: [300, 200], scale: 1.25 }.render(false, 2, |ui| {
            if std::mem::take(&mut is_first) {
                ui.label(before);
            } else {
                ui.label("The start of day 0: Ben works at Aldermoor");
                ui.heading("Aldermoor Marine");
            }
        })
    };
    assert!(draw("") == draw("Quaint jigs vex the wharf’s €5,000 mould & (xyz) {}[]"));
}
