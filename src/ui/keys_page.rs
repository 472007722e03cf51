//! The pages of help: every key, written from the table of commands; and every word, with what else it is called.

use egui::{Context, Frame, Key, Label, Modal, Modifiers, ScrollArea, Ui};

use super::commands::{Group, Keys, TABLE};
use super::{text, theme, widgets};
use crate::view::text::glossary::WORDS;

/// Keys that are no commands: they belong to whatever has the keyboard.
const COMMON: [(&[&str], &str); 6] = [
    (&["Tab", "Shift+Tab"], "Next and previous control"),
    (&["Enter", "Space"], "Use the control that has the keyboard"),
    (&["W"], "Held: what the control that has the keyboard would change, as when the pointer rests on it"),
    (&["↑", "↓"], "Walk through a list that is open; move an edge or a choice that has the keyboard"),
    (&["→", "PageDown", "PageUp"], "While presenting: the next act; one step back"),
    (&["Esc"], "Close a list or a sheet, or let go of the keyboard; then the arrows step through time"),
];

/// Draws the page of keys. False: it is closed.
pub fn keys_ui(context: &Context) -> bool {
    let is_asked_again = context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F1));
    !is_asked_again
        & page_ui(context, "Keys", |ui| {
            for group in Group::ALL {
                part(ui, group);
            }
            common(ui);
        })
}

/// Draws the page of words, `first` at its top. False: it is closed.
pub fn words_ui(context: &Context, first: &str) -> bool {
    page_ui(context, "Words", |ui| {
        let asked = WORDS.iter().filter(|word| word.label == first);
        for word in asked.chain(WORDS.iter().filter(|word| word.label != first)) {
            let is_asked = word.label == first;
            ui.label(if is_asked { text::title(ui, word.label) } else { text::strong(ui, word.label) });
            ui.add(Label::new(text::dim(ui, word.sentence())).wrap());
            if is_asked {
                widgets::divider(ui);
            }
            ui.add_space(theme::tokens(ui).space.near);
        }
    })
}

/// A page of help in a sheet. False: it is closed.
fn page_ui(context: &Context, title: &str, add: impl FnOnce(&mut Ui)) -> bool {
    let mut is_open = true;
    let frame = Frame::popup(&context.style_of(context.theme())).inner_margin(theme::tokens(context).space.section);
    let modal = Modal::new(egui::Id::unique(("help", title))).frame(frame).show(context, |ui| {
        let room = context.content_rect().size();
        let tokens = theme::tokens(ui);
        ui.set_width(tokens.width.help.min(room.x - 2.0 * tokens.space.page));
        widgets::region(ui, title, |ui| {
            ui.horizontal(|ui| {
                ui.label(text::heading(ui, title));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    is_open &= !widgets::icon_button(ui, lucide_icons::Icon::X, "Close").clicked();
                });
            });
            ui.add_space(tokens.space.base);
            let height = (room.y * tokens.share.help).min(tokens.width.help_height);
            let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
            area.show(ui, |ui| {
                ui.set_width(ui.available_width() - tokens.space.row);
                add(ui);
            });
        });
    });
    is_open && !modal.should_close()
}

fn part(ui: &mut Ui, group: Group) {
    widgets::section_heading(ui, group.title());
    for row in TABLE.iter().filter(|row| row.group == group && !row.keys.is_empty()) {
        line(ui, row.keys.iter().map(Keys::text), row.name, row.help);
    }
    ui.add_space(theme::tokens(ui).space.row);
}

fn common(ui: &mut Ui) {
    widgets::section_heading(ui, "Everywhere");
    for (keys, words) in COMMON {
        line(ui, keys.iter().map(|key| (*key).to_owned()), "", words);
    }
}

/// Keys, and beside them what they do. Where there is no room for two columns, the words stand under the keys.
fn line(ui: &mut Ui, keys: impl Iterator<Item = String>, name: &str, help: &str) {
    let tokens = theme::tokens(ui);
    ui.spacing_mut().item_spacing.y = tokens.space.tight;
    let is_narrow = ui.available_width() < tokens.width.keys + tokens.width.paragraph / 2.0;
    if is_narrow {
        caps(ui, keys);
        sentence(ui, name, help);
        ui.add_space(tokens.space.tight);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.space.gap;
        ui.scope(|ui| {
            ui.set_width(tokens.width.keys);
            caps(ui, keys);
        });
        sentence(ui, name, help);
    });
}

fn caps(ui: &mut Ui, keys: impl Iterator<Item = String>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::tokens(ui).space.near;
        for key in keys {
            widgets::key_cap(ui, &key);
        }
    });
}

fn sentence(ui: &mut Ui, name: &str, help: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::tokens(ui).space.near;
        if !name.is_empty() {
            ui.label(text::medium(ui, name));
        }
        ui.label(text::dim(ui, help));
    });
}
