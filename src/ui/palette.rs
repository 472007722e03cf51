//! The palette: every command, person, place and rehearsal by name, with its key and, greyed, the reason.

use egui::{Context, Key, Modal, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::layout::WindowData;
use super::widgets::{self, Enabled};
use super::{CommandQueue, UiCommand, commands, edges, fonts, text, theme, theme::Span};
use crate::access::Question;
use crate::domain::{MemberOption, SpaceSetting};
use crate::view::text::glossary::WORDS;
use crate::view::{HowToData, InquiryBody, InquiryData, PanelTab, SheetDraft, Spot, Tone, Way};

/// At least and at most so many lines are seen at once. Stays in code: a count.
const LINES: [f32; 2] = [3.0, 15.0];

/// The tabs of a panel, in the order of their captions.
const TABS: [PanelTab; 5] = [PanelTab::Members, PanelTab::Spaces, PanelTab::Groups, PanelTab::Mail, PanelTab::View];

/// What is typed, and which line is chosen.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    query: String,
    chosen: usize,
    is_old: bool,
}

/// One line of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// What it is: "Person", "Rehearsal", or what a command does.
    pub about: String,
    /// Its key.
    pub key: Option<String>,
    /// What it asks for.
    pub command: UiCommand,
    /// Can it be called, or why not?
    pub enabled: Enabled,
}

impl Entry {
    fn place(name: String, about: &str, command: UiCommand) -> Self {
        Self { name, about: about.to_owned(), key: None, command, enabled: Ok(()) }
    }
}

/// What the open tab of the inquiry offers: all acts of the way, and the messages.
fn of_inquiry(inquiry: &InquiryData) -> Vec<Entry> {
    let mut all = Vec::new();
    if let InquiryBody::HowTo(HowToData { way: Way::Acts { all: acts, .. }, title, .. }) = &inquiry.body {
        let name = format!("Do all {} acts of the way in How to", acts.len());
        all.push(Entry::place(name, title, UiCommand::SubmitAll(acts.clone())));
    }
    all.extend(inquiry.messages.iter().map(|message| {
        let open = UiCommand::SetSheet(Some(message.draft.clone()));
        Entry::place(message.label.clone(), "What is to be done on that side, in words to send", open)
    }));
    all
}

/// Everything that can be found: what the guide wants next, then the commands, people, places and rehearsals.
#[must_use]
pub fn entries(data: &WindowData<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    let current = data.guide.and_then(|guide| guide.steps.iter().find(|step| step.is_current && !step.is_done));
    if let Some(step) = current {
        if let Some(control) = &step.do_it {
            all.push(Entry {
                name: format!("{}: {}", control.label, step.title),
                about: "The next step of the guide".to_owned(),
                key: None,
                command: UiCommand::Submit(control.command.clone()),
                enabled: control.refusal.clone().map_or(Ok(()), Err),
            });
        }
        if let Some(show) = &step.show {
            all.push(Entry::place(format!("Show me {}", show.path), "Place", UiCommand::Show(show.spot)));
        }
    }
    all.extend(commands::TABLE.iter().map(|row| Entry {
        name: row.name.to_owned(),
        about: row.help.to_owned(),
        key: row.key(),
        command: row.command.clone(),
        enabled: row.enabled(data),
    }));
    all.extend(data.inquiry.map(of_inquiry).unwrap_or_default());
    if let Some(board) = data.board {
        let people = board.choices.iter();
        all.extend(people.map(|(person, name)| Entry::place(name.clone(), "Person", UiCommand::Focus(*person))));
    }
    for (place, platform) in data.platforms.iter().enumerate() {
        let id = platform.platform;
        let visit = UiCommand::Visit { platform: id, tab: platform.tab };
        all.push(Entry::place(platform.name.clone(), "Platform", visit));
        for (label, tab) in platform.tab_labels.iter().zip(TABS) {
            let name = format!("{label} of {}", platform.name);
            all.push(Entry::place(name, "Tab", UiCommand::Visit { platform: id, tab }));
        }
        let import = SheetDraft::Import {
            platform: id,
            text: data.selection.imports.get(&id).cloned().unwrap_or_default(),
            only_problems: false,
        };
        let name = format!("Import Members… at {}", platform.name);
        all.push(Entry::place(name, "Lines of a .csv file", UiCommand::SetSheet(Some(import))));
        let invite = format!("Invite members… at {}", platform.name);
        all.push(Entry::place(invite, "Shows the button", UiCommand::Show(Spot::InviteButton(id))));
        for option in MemberOption::ALL {
            let name = format!("{} at {}", option.label(), platform.name);
            all.push(Entry::place(name, "Switch", UiCommand::Show(Spot::Option(id, option))));
        }
        for setting in SpaceSetting::ALL {
            let name = format!("{} at {}", setting.label(), platform.name);
            all.push(Entry::place(name, "Switch", UiCommand::Show(Spot::Setting(id, setting))));
        }
        let fold = if platform.is_folded { "Unfold" } else { "Fold" };
        all.push(Entry::place(format!("{fold} {}", platform.name), "Panel", UiCommand::ToggleFold(id)));
        let last = data.platforms.len().saturating_sub(1);
        let sides = [("left", place.checked_sub(1)), ("right", (place < last).then_some(place + 1))];
        for (side, to) in sides {
            let command = UiCommand::MovePanel { platform: id, to: to.unwrap_or(place) };
            let mut entry = Entry::place(format!("Move {} to the {side}", platform.name), "Panel", command);
            entry.enabled = to.map(|_| ()).ok_or_else(|| format!("It is the last one on the {side}."));
            all.push(entry);
        }
        for viewer in platform.viewers.iter() {
            let name = format!("Look through the eyes of {} at {}", viewer.label, platform.name);
            all.push(Entry::place(name, "Person", UiCommand::SetViewer { platform: id, person: viewer.person }));
        }
    }
    all.extend(sizes(data));
    all.extend(facts(data));
    all.extend(WORDS.iter().map(|word| {
        Entry::place(format!("What is “{}”?", word.label), &word.sentence(), UiCommand::Explain(word.label))
    }));
    let rehearsals = data.top_bar.rehearsals.iter();
    all.extend(
        rehearsals.map(|(id, title)| Entry::place(title.clone(), "Rehearsal", UiCommand::OpenRehearsal(id.clone()))),
    );
    all
}

/// The parts of the window, larger and smaller.
fn sizes(data: &WindowData<'_>) -> impl Iterator<Item = Entry> {
    edges::resizes(data).into_iter().map(|(name, command, enabled)| Entry {
        enabled,
        ..Entry::place(name, "Size of a part of the window", command)
    })
}

/// The facts of the person in focus, role by role and space by space; and the spaces themselves.
fn facts(data: &WindowData<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    let Some(board) = data.board else { return all };
    for row in &board.rows {
        for (cell, (_, platform, _)) in row.cells.iter().zip(&board.columns) {
            let Some(question) = cell.question else { continue };
            let name = format!("Why? {} at {platform}: {}", row.full, cell.words.status.text);
            all.push(Entry::place(name, &format!("Access of {}", board.name), UiCommand::Ask(question)));
            if let Question::SpaceAccess { platform: at, space, .. } = question {
                let name = format!("{} at {platform}", row.full);
                all.push(Entry::place(name, "Collaborative space", UiCommand::Show(Spot::Space(at, space))));
            }
            if let Question::RoleUsable { platform: at, person, role } = question
                && cell.words.status.tone != Tone::Absent
            {
                let switches = [
                    ("Restrict Usage to this Platform", Spot::RestrictUsage(at, person, role)),
                    ("Assign License", Spot::AssignLicense(at, person, role)),
                ];
                for (switch, spot) in switches {
                    let name = format!("{switch}, {} of {} at {platform}", row.full, board.name);
                    all.push(Entry::place(name, "Switch of a role", UiCommand::Show(spot)));
                }
            }
        }
    }
    all
}

/// What is found: every word stands in the name or beside it; names that begin so come first. What matches equally well
/// keeps its order, but that which only explains a word comes after what does something or leads somewhere.
#[must_use]
pub fn found(entries: Vec<Entry>, query: &str) -> Vec<Entry> {
    let query = query.trim().to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let rank = |entry: &Entry| {
        let name = entry.name.to_lowercase();
        let about = entry.about.to_lowercase();
        if !words.iter().all(|word| name.contains(word) || about.contains(word)) {
            return None;
        }
        let begins = |word: &&str| name.split_whitespace().any(|part| part.starts_with(word));
        Some(match () {
            () if name.starts_with(&query) => 0,
            () if words.iter().all(begins) => 1,
            () if words.iter().all(|word| name.contains(word)) => 2,
            () => 3,
        })
    };
    // What cannot be called now comes last.
    let explains = |entry: &Entry| matches!(entry.command, UiCommand::Explain(word) if !word.is_empty());
    let mut ranked: Vec<((bool, u8, bool), Entry)> = entries
        .into_iter()
        .filter_map(|entry| rank(&entry).map(|rank| ((entry.enabled.is_err(), rank, explains(&entry)), entry)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// Draws the palette and pushes what was chosen. False: it is closed.
pub fn palette_ui(context: &Context, state: &mut Palette, data: &WindowData<'_>, queue: &mut CommandQueue) -> bool {
    let mut is_open = true;
    let id = egui::Id::unique("palette");
    // From the top down, so that nothing moves while the list gets shorter.
    let place = Modal::default_area(id).anchor(egui::Align2::CENTER_TOP, vec2(0.0, top(context)));
    let modal = Modal::new(id).area(place).show(context, |ui| {
        let tokens = theme::tokens(ui);
        let width = tokens.width.palette.min(context.content_rect().width() - 2.0 * tokens.space.page);
        ui.set_width(width);
        widgets::region(ui, "Palette", |ui| {
            let steps = arrows(ui);
            let field = widgets::search_field(ui, &mut state.query, "Find a command, a person, a place…", width);
            let is_new = !std::mem::replace(&mut state.is_old, true);
            if is_new {
                field.request_focus();
            }
            let found = found(entries(data), &state.query);
            if field.changed() {
                state.chosen = 0;
            }
            let last = found.len().saturating_sub(1);
            state.chosen = state.chosen.saturating_add_signed(steps).min(last);
            let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let clicked = lines_ui(ui, state, &found, (is_new, steps != 0 || field.changed()));
            let called = clicked.or_else(|| found.get(state.chosen).filter(|_| is_entered).cloned());
            if let Some(entry) = called.filter(|entry| entry.enabled.is_ok()) {
                is_open = false;
                if entry.command != UiCommand::TogglePalette {
                    queue.push(entry.command);
                }
            } else if is_entered {
                field.request_focus();
            }
            say_chosen(ui, state, &found);
        });
    });
    is_open && !modal.should_close()
}

/// How far below the top of the window it stands: nearer where the window is low.
fn top(context: &Context) -> f32 {
    let theme::Measures { space, row, narrow, .. } = theme::measures();
    if context.content_rect().height() > narrow.least_window_height { row.palette_top } else { space.gap }
}

/// How many lines the arrows go down in this frame.
fn arrows(ui: &Ui) -> isize {
    ui.input_mut(|input| {
        let mut steps = 0;
        for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 8), (Key::PageUp, -8)] {
            // Several presses can come in one frame.
            steps += by * isize::try_from(input.count_and_consume_key(Modifiers::NONE, key)).unwrap_or_default();
        }
        steps
    })
}

/// The lines that were found; `is_new`: the palette was opened just now, and begins at its top; `has_moved`: another line is
/// chosen than before.
fn lines_ui(ui: &mut Ui, state: &Palette, found: &[Entry], (is_new, has_moved): (bool, bool)) -> Option<Entry> {
    let mut clicked = None;
    let tokens = theme::tokens(ui);
    if found.is_empty() {
        ui.add_space(tokens.space.base);
        ui.label(text::dim(ui, "Nothing is called so."));
        return None;
    }
    let row = &tokens.row;
    // Down to the foot of the window, with a little left around it.
    let room = ui.ctx().content_rect().max.y - ui.cursor().min.y - tokens.space.section;
    let [least, most] = LINES;
    // Whole lines: none is cut through.
    let height = Span(least, most).hold((room / row.palette_line).floor()) * row.palette_line;
    let list = egui::UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label("Found");
    ui.scope_builder(list, |ui| {
        // Also after there was little to show, which the library would take for all the room there is.
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        let area = if is_new { area.vertical_scroll_offset(0.0) } else { area };
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, entry) in found.iter().enumerate() {
                let is_chosen = place == state.chosen;
                let response = line_ui(ui, entry, is_chosen, place);
                if is_chosen && has_moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(entry.clone());
                }
            }
        });
    });
    clicked
}

fn line_ui(ui: &mut Ui, entry: &Entry, is_chosen: bool, place: usize) -> egui::Response {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let room = ui.available_width() - 2.0 * tokens.space.base;
    let usable = entry.enabled.is_ok();
    let key = entry.key.as_deref().unwrap_or_default();
    let keys = layout(ui, key, tokens.size.small, color.dim, room);
    let room = room - keys.size().x - tokens.space.row;
    let ink = if usable { color.text } else { color.faint };
    // A letter is hardly ever as wide as it is high: what is so short fits, and is laid out only when it is seen.
    let is_short = entry.name.chars().count() as f32 * tokens.size.body < room;
    let name = |ui: &Ui| {
        let format = egui::TextFormat::simple(egui::FontId::new(tokens.size.body, fonts::regular()), ink);
        text::name(ui, &entry.name, &format, (room, text::NAME_LINES))
    };
    let long = (!is_short).then(|| name(ui));
    let more = long.as_ref().map_or(0.0, |name| name.size().y * (1.0 - 1.0 / name.rows.len().max(1) as f32));
    let height = tokens.row.palette_line + more;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("found", place)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, usable, is_chosen, &entry.name));
    let about = entry.enabled.as_ref().err().unwrap_or(&entry.about);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(is_chosen);
        node.set_description(about.as_str());
        if let Some(key) = &entry.key {
            node.set_keyboard_shortcut(key.as_str());
        }
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if is_chosen || response.hovered() {
        let fill = if is_chosen { color.accent_tint } else { color.hover };
        ui.painter().rect_filled(rect, tokens.radius.control, fill);
    }
    let inner = rect.shrink2(vec2(tokens.space.base, tokens.space.tight));
    ui.painter().galley(pos2(inner.max.x - keys.size().x, inner.center().y - keys.size().y / 2.0), keys, color.dim);
    let name = long.unwrap_or_else(|| name(ui));
    let about = layout(ui, about, tokens.size.caption, if usable { color.dim } else { color.faint }, room);
    let below = pos2(inner.min.x, inner.max.y - about.size().y);
    ui.painter().galley(inner.min, name, ink);
    ui.painter().galley(below, about, color.dim);
    response
}

fn layout(ui: &Ui, words: &str, size: f32, ink: egui::Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job =
        egui::text::LayoutJob::simple_singleline(words.to_owned(), egui::FontId::new(size, fonts::regular()), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    ui.painter().layout_job(job)
}

/// The chosen line, said to screen readers while the keyboard stays in the field.
fn say_chosen(ui: &Ui, state: &Palette, found: &[Entry]) {
    let words = found.get(state.chosen).map_or_else(
        || "Nothing found".to_owned(),
        |entry| {
            let about = entry.enabled.as_ref().err().unwrap_or(&entry.about);
            format!("{}. {about}. {} of {}", entry.name, state.chosen + 1, found.len())
        },
    );
    widgets::live(ui, "chosen", &words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, about: &str) -> Entry {
        Entry::place(name.to_owned(), about, UiCommand::Undo)
    }

    #[test]
    fn a_name_that_begins_so_comes_before_one_that_has_it() {
        let all = vec![entry("Save as…", "Saves"), entry("Ben", "A person to save"), entry("Unsaved", "")];
        let names: Vec<String> = found(all, "sav").into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["Save as…", "Unsaved", "Ben"]);
    }

    #[test]
    fn what_explains_a_word_comes_after_what_matches_equally_well() {
        let word = Entry::place("What is a space?".to_owned(), "A place for content", UiCommand::Explain("space"));
        let all = vec![word, entry("Hull-7", "Collaborative space"), entry("Go to a space", "")];
        let names =
            |query: &str| -> Vec<String> { found(all.clone(), query).into_iter().map(|entry| entry.name).collect() };
        assert_eq!(names("space"), ["Go to a space", "What is a space?", "Hull-7"]);
        assert_eq!(names("what is"), ["What is a space?"], "who asks for it has it first");
    }

    #[test]
    fn every_word_must_be_found() {
        let all = vec![entry("Members of Aldermoor", "Tab"), entry("Members of Brightwell", "Tab")];
        let names: Vec<String> = found(all, "mem bri").into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["Members of Brightwell"]);
    }
}
