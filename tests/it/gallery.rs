//! Every widget of the kit on one page, laid out as in the window.

use crossinvite::ui::text;
use crossinvite::ui::theme::{self, PlatformColors};
use crossinvite::ui::widgets::*;
use crossinvite::view::Tone;
use egui::{Align, Layout, Margin, Rect, Ui, UiBuilder, pos2};
use lucide_icons::Icon;

/// What one can change on the page.
pub struct Page {
    mode: usize,
    tab: [usize; 2],
    options: [bool; 4],
    name: String,
    search: String,
}

impl Default for Page {
    fn default() -> Self {
        Self { mode: 0, tab: [0, 0], options: [false, true, false, false], name: String::new(), search: String::new() }
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
    place(ui, at(262.0, 56.0, 690.0, 888.0), |ui| platform(ui, page, 0, "Aldermoor Marine", "host"));
    place(ui, at(702.0, 56.0, 1130.0, 888.0), |ui| platform(ui, page, 1, "Brightwell Tooling", "home"));
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
                            ui.horizontal(|ui| {
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
        });
    });
}

fn platform(ui: &mut Ui, page: &mut Page, side: usize, name: &str, badge_text: &str) {
    let colors = theme::tokens(ui).platform(side);
    panel_frame(ui, Some(colors.ink), |ui| {
        region(ui, name, |ui| {
            ui.set_min_size(ui.available_size());
            head(ui, side, name, badge_text, colors);
            let accent = theme::tokens(ui).color.accent;
            tabs(
                ui,
                &mut page.tab[side],
                &[
                    Tab { label: "Members", count: 0 },
                    Tab { label: "Spaces", count: 0 },
                    Tab { label: "Groups", count: 0 },
                    Tab { label: "Mail", count: side * 2 },
                    Tab { label: "Ana’s view", count: 0 },
                ],
                accent,
            );
            ui.add_space(4.0);
            section_heading(ui, "Configure Members Options");
            options(ui, page);
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                section_heading(ui, "Invite & Grant Roles");
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| button(ui, "Invite members…"));
            });
            clickable_card(ui, CardStyle::Plain, "Gus Lindqvist", |ui| {
                person(ui, colors, "Gu", "Gus Lindqvist", AvatarState::Here)
            });
            card(ui, CardStyle::Selected, |ui| {
                person(
                    ui,
                    colors,
                    "Be",
                    "Ben Okafor",
                    if side == 0 { AvatarState::Invited } else { AvatarState::Focused },
                );
                roles(ui, page);
                ui.add_space(4.0);
                dashed_box(ui, |ui| {
                    let accent = theme::tokens(ui).color.accent;
                    ui.label(text::strong(ui, "If you switch this off").color(accent));
                    Status::new(Tone::Good, "Ben can connect to Aldermoor, and SOLIDWORKS Standard is usable there")
                        .plain_text()
                        .show(ui);
                });
            });
            ui.horizontal(|ui| {
                text_field(ui, &mut page.name, "Name", "Name of the person", 180.0);
                search_field(ui, &mut page.search, "Find a person", 180.0);
            });
        });
    });
}

fn head(ui: &mut Ui, side: usize, name: &str, badge_text: &str, colors: PlatformColors) {
    ui.horizontal(|ui| {
        platform_mark(ui, colors);
        ui.label(text::title(ui, name));
        badge(ui, badge_text, colors);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            drop_down(ui, "signed in", "Signed in", "Ana · Administrator", |_| ());
            icon_button(ui, Icon::Bell, "Notifications");
        });
    });
    ui.horizontal(|ui| {
        avatar(ui, "An", colors, AvatarState::Here, 32.0, "Ana Moreau");
        avatar(ui, "Cl", colors, AvatarState::Focused, 32.0, "Cleo Brandt");
        avatar(ui, "Be", colors, AvatarState::Invited, 32.0, "Ben Okafor, invited");
        avatar(ui, "Ki", colors, AvatarState::Away, 32.0, "Kim Sato, away");
        avatar(ui, "An", theme::tokens(ui).platform(side + 2), AvatarState::Here, 64.0, "Ana, large");
        avatar(ui, "Be", colors, AvatarState::Invited, 64.0, "Ben, large");
    });
}

fn options(ui: &mut Ui, page: &mut Page) {
    let labels = [
        "Automatically ungrant expired roles",
        "Allow administrators to grant roles without assigning automatically the associated license",
        "Allow platform members to invite external users",
        "Allow administrators to manage member’s platform locations",
    ];
    for (place, (label, on)) in labels.into_iter().zip(&mut page.options).enumerate() {
        divider(ui);
        let enabled = if place == 3 { Err("Only a platform with two locations has this.".to_owned()) } else { Ok(()) };
        switch_row(ui, on, label, enabled, |ui| {
            if place == 1 {
                tag(ui, "in use");
            }
        });
    }
}

fn person(ui: &mut Ui, colors: PlatformColors, initials: &str, name: &str, state: AvatarState) {
    ui.horizontal(|ui| {
        avatar(ui, initials, colors, state, 28.0, &format!("{name}, focus"));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.label(text::strong(ui, name));
            if state == AvatarState::Invited {
                ui.label(text::toned(ui, Tone::Waiting, "External (Pending)"));
            } else {
                ui.label(text::dim(ui, "Administrator · Brightwell"));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| tag(ui, "2 roles"));
    });
}

fn roles(ui: &mut Ui, page: &mut Page) {
    egui::Grid::new("roles").num_columns(3).min_col_width(110.0).show(ui, |ui| {
        for head in ["Role", "Assign License", "Usable here"] {
            column_heading(ui, head);
        }
        ui.end_row();
        let rows = [
            ("3DSwymer", Tone::Bad, "restricted at home"),
            ("Industry Innovator", Tone::Good, "from Brightwell"),
            ("SOLIDWORKS Standard", Tone::Waiting, "needs 3DSwymer"),
        ];
        for (place, (role, tone, words)) in rows.into_iter().enumerate() {
            ui.label(text::body(ui, role));
            let enabled = if place == 2 { Err("No license is free.".to_owned()) } else { Ok(()) };
            switch_enabled(ui, &mut page.options[place], &format!("Assign License: {role}"), enabled);
            status(ui, tone, words);
            ui.end_row();
        }
    });
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
