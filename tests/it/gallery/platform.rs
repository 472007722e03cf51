//! The panel of one platform.

use crossinvite::ui::text;
use crossinvite::ui::theme::{self, PlatformColors};
use crossinvite::ui::widgets::*;
use crossinvite::view::Tone;
use egui::{Align, Layout, Ui};
use lucide_icons::Icon;

use super::Page;

/// Draws the panel of the platform at this place.
pub(super) fn platform_ui(ui: &mut Ui, page: &mut Page, side: usize, name: &str, badge_text: &str) {
    let colors = theme::tokens(ui).platform(side);
    let mut unseen = 0;
    panel_frame(ui, Some(colors.ink), |ui| {
        region(ui, name, |ui| {
            ui.set_min_size(ui.available_size());
            head(ui, side, name, badge_text, colors);
            let accent = theme::tokens(ui).color.accent;
            let tab = page.tabs.get_mut(side).unwrap_or(&mut unseen);
            tabs(
                ui,
                tab,
                &[
                    Tab { label: "Members", ..Tab::default() },
                    Tab { label: "Spaces", ..Tab::default() },
                    Tab { label: "Groups", ..Tab::default() },
                    Tab { label: "Mail", count: side * 2, note: "2 invitations to accept" },
                    Tab { label: "Ana’s view", ..Tab::default() },
                ],
                accent,
            );
            ui.add_space(4.0);
            section_heading(ui, "Configure Members Options");
            options(ui, page);
            ui.add_space(6.0);
            row(ui, |ui| {
                section_heading(ui, "Invite & Grant Roles");
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| button(ui, "Invite members…"));
            });
            clickable_card(ui, CardStyle::Plain, "Gus Lindqvist", |ui| {
                person(ui, colors, "Gu", "Gus Lindqvist", AvatarState::Here);
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
    row(ui, |ui| {
        platform_mark(ui, colors);
        ui.label(text::title(ui, name));
        badge(ui, badge_text, colors);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            drop_down(ui, "signed in", "Signed in", "Ana · Administrator", |_| ());
            icon_button(ui, Icon::Bell, "Notifications");
        });
    });
    row_of(ui, 64.0, |ui| {
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
        "Allow administrators to manage member's platform locations",
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
    row_of(ui, 36.0, |ui| {
        avatar(ui, initials, colors, state, 28.0, &format!("{name}, focus"));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.label(text::strong(ui, name));
            if state == AvatarState::Invited {
                ui.label(text::body(ui, "External (Pending)").color(theme::tokens(ui).tone(Tone::Waiting)));
            } else {
                ui.label(text::dim(ui, "Administrator · Brightwell"));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| tag(ui, "2 roles"));
    });
}

fn roles(ui: &mut Ui, page: &mut Page) {
    egui::Grid::new("roles").num_columns(3).min_col_width(0.0).spacing([18.0, 4.0]).show(ui, |ui| {
        for head in ["Role", "Assign License", "Usable here"] {
            column_heading(ui, head);
        }
        ui.end_row();
        let rows = [
            ("3DSwymer", Tone::Bad, "restricted at home"),
            ("Industry Innovator", Tone::Good, "own license"),
            ("SOLIDWORKS Standard", Tone::Waiting, "needs 3DSwymer"),
        ];
        for ((role, tone, words), on) in rows.into_iter().zip(&mut page.options) {
            ui.label(text::body(ui, role));
            let enabled = if tone == Tone::Waiting { Err("No license is free.".to_owned()) } else { Ok(()) };
            switch_enabled(ui, on, &format!("Assign License: {role}"), enabled);
            status(ui, tone, words);
            ui.end_row();
        }
    });
}
