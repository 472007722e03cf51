//! Every widget of the kit on one page, laid out as in the window.

mod platform;

use crossinvite::ui::text;
use crossinvite::ui::theme;
use crossinvite::ui::widgets::*;
use crossinvite::view::Tone;
use egui::{Align, Layout, Margin, Rect, Ui, UiBuilder, pos2};
use lucide_icons::Icon;

/// What one can change on the page.
pub struct Page {
    mode: usize,
    tabs: [usize; 2],
    options: [bool; 4],
    name: String,
    search: String,
}

impl Default for Page {
    fn default() -> Self {
        Self { mode: 0, tabs: [0, 0], options: [false, true, false, false], name: String::new(), search: String::new() }
    }
}

/// The width and height of the page in points.
pub const SIZE: [f32; 2] = [1400.0, 900.0];

fn place(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt((rect.min.x as i32, rect.min.y as i32)));
    add(&mut child);
}

/// Draws the page.
pub fn gallery_ui(ui: &mut Ui, page: &mut Page) {
    let bg = theme::tokens(ui).color.bg;
    ui.painter().rect_filled(ui.ctx().content_rect(), 0, bg);
    let at = |x0: f32, y0: f32, x1: f32, y1: f32| Rect::from_min_max(pos2(x0, y0), pos2(x1, y1));
    place(ui, at(0.0, 0.0, SIZE[0], 44.0), |ui| bar(ui, page));
    place(ui, at(12.0, 56.0, 250.0, 888.0), guide);
    place(ui, at(262.0, 56.0, 690.0, 888.0), |ui| {
        platform::platform_ui(ui, page, 0, "Aldermoor Marine", "host");
    });
    place(ui, at(702.0, 56.0, 1130.0, 888.0), |ui| {
        platform::platform_ui(ui, page, 1, "Brightwell Tooling", "home");
    });
    place(ui, at(1142.0, 56.0, 1388.0, 888.0), |ui| why(ui, page));
}

fn bar(ui: &mut Ui, page: &mut Page) {
    let tokens = theme::tokens(ui);
    ui.painter().rect_filled(ui.max_rect(), 0, tokens.color.bar);
    ui.painter().hline(ui.max_rect().x_range(), 43.5, egui::Stroke::new(1.0, tokens.color.line));
    egui::Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            logo(ui, 22.0);
            ui.label(text::title(ui, "crossinvite"));
            drop_down(ui, "rehearsal", "Rehearsal", "Invite with own license", |ui| {
                ui.selectable_label(true, "Invite with own license")
            });
            segmented(ui, &mut page.mode, &["Learn", "Explore", "Drill"], "Mode");
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                primary_button(ui, "Present");
                Button::new("Search commands").shortcut("Ctrl K").show(ui);
                Button::icon_only(Icon::Redo2, "Redo").framed().enabled(Err("Nothing was undone.".to_owned())).show(ui);
                Button::icon_only(Icon::Undo2, "Undo").framed().show(ui);
                ui.label(text::dim(ui, "to the goal · Brightwell 1, Ben 1"));
                ui.label(text::strong(ui, "2 actions"));
            });
        });
    });
}

fn guide(ui: &mut Ui) {
    panel_frame(ui, None, |ui| {
        region(ui, "Guide", |ui| {
            ui.set_min_size(ui.available_size());
            section_heading(ui, "Guide");
            ui.label(text::title(ui, "Ben works at Aldermoor with his own license"));
            ui.horizontal(|ui| {
                progress_ring(ui, 5.0 / 7.0, 16.0, "5 of 7 done");
                ui.label(text::dim(ui, "5 of 7 done"));
            });
            ui.add_space(6.0);
            let steps = [
                (StepState::Done, "Allow roles without license at Aldermoor"),
                (StepState::Done, "… and at Brightwell"),
                (StepState::Current(4), "Lift the restriction for 3DSwymer"),
                (StepState::Todo(7), "Ben accepts and switches to Aldermoor"),
            ];
            for (state, words) in steps {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    step_marker(ui, state);
                    ui.vertical(|ui| {
                        let rich = match state {
                            StepState::Done => text::dim(ui, words),
                            StepState::Current(_) => text::strong(ui, words),
                            StepState::Todo(_) => text::body(ui, words),
                        };
                        ui.label(rich);
                        if matches!(state, StepState::Current(_)) {
                            quote(
                                ui,
                                "Disable Restrict Usage to This Platform for each license they wish to use",
                                "Own-license guide, step 2",
                            );
                            row(ui, |ui| {
                                button(ui, "Show me");
                                small_button(ui, "Hint");
                                quiet_button(ui, "Skip");
                            });
                        }
                    });
                });
                ui.add_space(4.0);
            }
            divider(ui);
            section_heading(ui, "Watches");
            for (holds, words) in [(true, "Aldermoor gives no license away"), (false, "Ben can open Hull-7")] {
                ui.horizontal(|ui| {
                    watch_mark(ui, holds, if holds { "holds" } else { "does not hold" });
                    ui.label(text::body(ui, words));
                });
            }
            divider(ui);
            samples(ui);
        });
    });
}

fn samples(ui: &mut Ui) {
    for tone in [Tone::Good, Tone::Bad, Tone::Waiting, Tone::Caution, Tone::Neutral, Tone::Absent] {
        ui.horizontal(|ui| {
            status(ui, tone, &format!("{tone:?}"));
            badge(ui, &format!("{tone:?}"), tone);
            counter(ui, 12, tone, "12 of them");
        });
    }
    ui.horizontal(|ui| {
        for place in 0..6 {
            let colors = theme::tokens(ui).platform(place);
            avatar(ui, "Be", colors, AvatarState::Here, 28.0, &format!("Ben {place}"));
        }
    });
    ui.horizontal(|ui| {
        for place in 0..6 {
            platform_mark(ui, theme::tokens(ui).platform(place));
        }
        key_cap(ui, "Ctrl K");
        Status::new(Tone::Absent, "").show(ui);
    });
    ui.label(text::heading(ui, "Heading"));
    ui.label(text::display(ui, "Display"));
}

fn why(ui: &mut Ui, page: &mut Page) {
    panel_frame(ui, None, |ui| {
        region(ui, "Why", |ui| {
            ui.set_min_size(ui.available_size());
            section_heading(ui, "Why can’t Ben use 3DSwymer at Aldermoor?");
            ui.label(text::strong(ui, "1 of 6 checks fails"));
            callout(ui, Tone::Bad, |ui| {
                Status::new(Tone::Bad, "His license is kept at Brightwell").strong().show(ui);
                ui.label(text::dim(ui, "Restrict Usage to this Platform is on for 3DSwymer."));
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    ui.label(text::dim(ui, "Whose turn:"));
                    let ink = theme::tokens(ui).platform(1).ink;
                    ui.label(text::strong(ui, "Gus, Brightwell").color(ink));
                });
                path(ui, &["Members", "Invite & Grant Roles", "Ben", "3DSwymer"]);
                ui.label(text::faint(ui, "Own-license guide, step 2 · documented"));
                ui.add_space(2.0);
                ui.horizontal(|ui| {
                    button(ui, "Show me");
                    primary_button_enabled(ui, "Do it as Gus", Ok(()));
                });
            });
            divider(ui);
            for words in [
                "Ben is invited to Aldermoor",
                "3DSwymer is granted to him there",
                "Aldermoor allows roles without license",
            ] {
                Status::new(Tone::Good, words).plain_text().show(ui);
            }
            divider(ui);
            ui.horizontal_wrapped(|ui| {
                button(ui, "Why not");
                button(ui, "How to");
                button_enabled(ui, "Message to Gus…", Err("Nothing to tell yet.".to_owned()));
                primary_button_enabled(ui, "Do all", Err("Ben has to accept first.".to_owned()));
            });
            Status::new(Tone::Bad, "why?").strong().link("Why can Ben not use 3DSwymer?").show(ui);
            divider(ui);
            ui.label("Plain egui widgets");
            let _ = ui.button("A plain button");
            ui.checkbox(&mut page.options[0], "A check box");
            let _ = ui.selectable_label(true, "A chosen line");
            ui.add(egui::Slider::new(&mut page.mode, 0..=10).text("A slider"));
            ui.hyperlink_to("A link", "https://example.com");
            ui.separator();
            ui.monospace("monospace → ✓ ● ◆");
            ui.weak("weak text");
        });
    });
}
