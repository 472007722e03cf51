//! The access board: separate facts of one person, one column per platform.

use std::sync::Arc;

use egui::{
    Color32, FontFamily, Galley, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::menu::{self, Item};
use super::{paint, parts, preview};
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme, widgets};
use crate::view::{BoardCell, BoardData, BoardRow, Listing};

/// About so many letters of the summary fit on a line.
const LETTERS: usize = 40;

/// How high the board of this width wants to be, for that it needs no scrolling.
pub fn board_height(ui: &Ui, data: &BoardData, width: f32) -> f32 {
    let tokens = theme::tokens(ui);
    let columns = Columns::of(ui, data, 0.0, width - 2.0 * tokens.space.inset);
    let size = label_size(ui, data, columns.first);
    let rows: f32 =
        data.rows.iter().map(|row| row_height(ui, row, &label(ui, row, size, columns.first), columns.each)).sum();
    let lines = data.summary.as_ref().map_or(0, |summary| 1 + summary.chars().count() / LETTERS);
    let space = &tokens.space;
    let summary = if lines > 0 { space.base + text::line_height(tokens.size.small) * lines as f32 } else { 0.0 };
    let head = tokens.size.target + space.tight + heads_height(ui, data, columns.each);
    // The frame of the panel is around it.
    2.0 * space.inset + head + rows + summary
}

/// Draws the board over the whole of `ui`. Where its columns do not fit they scroll sideways, below their headings and
/// beside the names of the rows.
pub fn board_ui(ui: &mut Ui, data: &BoardData, queue: &mut CommandQueue) {
    widgets::region(ui, "Access board", |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, data, queue);
        let key = ui.scope_id().with("scrolled sideways");
        let mut columns = Columns::of(ui, data, ui.max_rect().min.x, ui.available_width());
        columns.scrolled = ui.data(|memory| memory.get_temp(key)).filter(|_| columns.is_wide()).unwrap_or_default();
        columns_ui(ui, data, columns);
        let area = ScrollArea::new([columns.is_wide(), true]).id_salt("board").auto_shrink(false);
        let shown = area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let size = label_size(ui, data, columns.first);
            for row in &data.rows {
                row_ui(ui, data, row, (columns, size), queue);
            }
            if let Some(summary) = &data.summary {
                ui.add_space(theme::tokens(ui).space.near);
                ui.set_max_width(columns.room);
                parts::wrapped(ui, text::faint(ui, summary));
            }
        });
        let scrolled = shown.state.clamped_offset().x;
        ui.data_mut(|memory| memory.insert_temp(key, scrolled));
        // Stays in code: finer than can be seen.
        if columns.is_wide() && (scrolled - columns.scrolled).abs() > 0.1 {
            ui.ctx().request_repaint();
        }
    });
}

/// Where the columns stand.
#[derive(Debug, Clone, Copy)]
struct Columns {
    /// The left edge of the board.
    left: f32,
    /// The width of the board.
    room: f32,
    /// The width of the names of the rows.
    first: f32,
    /// The width of each other column.
    each: f32,
    count: f32,
    /// How far they are scrolled sideways.
    scrolled: f32,
}

impl Columns {
    fn of(ui: &Ui, data: &BoardData, left: f32, room: f32) -> Self {
        let tokens = theme::tokens(ui);
        let platforms = data.columns.len().max(1);
        let share = match platforms {
            ..=2 => tokens.share.board_of_two,
            3 => tokens.share.board_of_three,
            _ => tokens.share.board_of_four,
        };
        let count = platforms as f32;
        let each = tokens.width.board_cell.hold(room * share / count);
        // No word of a name is to be broken, as long as the other columns keep the width they need at least.
        let words = longest_word(ui, data).min(room / 2.0);
        let names = tokens.width.board_names.max(words);
        let heads = longest_head(ui, data).max(longest_cell(ui, data));
        if platforms > 3 && room - each * count < names {
            let each = each.max(tokens.width.board_wide_cell).max(heads);
            return Self { left, room, first: names, each, count, scrolled: 0.0 };
        }
        let most = ((room - words) / count).max(tokens.width.board_cell.0);
        let each = each.max(heads).min(most);
        Self { left, room, first: room - each * count, each, count, scrolled: 0.0 }
    }

    /// All of it.
    fn width(&self) -> f32 {
        self.first + self.each * self.count
    }

    /// Is there not enough room for all columns?
    fn is_wide(&self) -> bool {
        self.width() > self.room + 0.5
    }

    /// Where a column begins, as it is scrolled.
    fn at(&self, place: usize) -> f32 {
        self.left + self.first + self.each * place as f32 - self.scrolled
    }

    /// What draws the columns, but not over the names of the rows.
    fn beside_names(&self, ui: &mut Ui, rect: Rect) -> Ui {
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
        // A highlight reaches a little out of its cell.
        let edge = self.left + self.first - theme::tokens(ui).space.near;
        child.shrink_clip_rect(Rect::everything_right_of(edge).with_max_x(self.left + self.room));
        child
    }
}

fn head(ui: &mut Ui, data: &BoardData, queue: &mut CommandQueue) {
    ui.horizontal(|ui| {
        let tokens = theme::tokens(ui);
        ui.spacing_mut().item_spacing.x = tokens.space.near;
        widgets::section_heading(ui, "Access of");
        let width = ui.available_width();
        let name = format!("Person in focus: {}", data.name);
        let button = super::platform_head::bare_drop_button(ui, &data.name, &name, width);
        menu::drop_from(&button, tokens.width.list, |ui| {
            menu::part(ui, "Put into focus");
            menu::lines_ui(ui, Listing::Focus, &data.choices, queue, |ui, (person, label), queue| {
                if menu::item(ui, &Item::new(label).chosen(*person == data.person)) {
                    queue.push(UiCommand::Focus(*person));
                }
            });
        });
    });
    ui.add_space(theme::tokens(ui).space.tight);
}

fn columns_ui(ui: &mut Ui, data: &BoardData, columns: Columns) {
    let tokens = theme::tokens(ui);
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), heads_height(ui, data, columns.each)), Sense::hover());
    let ui = columns.beside_names(ui, rect);
    let each = columns.each;
    for (place, (platform, name, color)) in data.columns.iter().enumerate() {
        let left = columns.at(place);
        let ink = tokens.platform(*color).ink;
        let galley = head_words(&ui, name, ink, each);
        let place = Rect::from_min_size(pos2(left, rect.min.y), vec2(each, rect.height()));
        paint::from_left(ui.painter(), left, rect.center().y, galley);
        let response = ui.interact(place, ui.scope_id().with(("column", platform)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, name));
        response.on_hover_text(name);
    }
}

/// The name of a platform over its column of this width, laid out: small on one line, else smaller and over several.
fn head_words(ui: &Ui, name: &str, ink: Color32, each: f32) -> Arc<Galley> {
    let tokens = theme::tokens(ui);
    let whole = paint::line(ui, name, tokens.size.small, fonts::medium(), ink, f32::INFINITY);
    if whole.size().x <= each - tokens.space.near {
        return whole;
    }
    if !name.contains(char::is_whitespace) {
        // A word is not broken.
        return paint::line(ui, name, tokens.size.caption, fonts::medium(), ink, each - tokens.space.tight);
    }
    let room = (each - tokens.space.tight, text::NAME_LINES);
    paint::name_over(ui, name, tokens.size.caption, fonts::medium(), ink, room)
}

/// How high the heads of columns of this width are.
fn heads_height(ui: &Ui, data: &BoardData, each: f32) -> f32 {
    let tokens = theme::tokens(ui);
    let heights = data.columns.iter().map(|(_, name, _)| head_words(ui, name, tokens.color.text, each).size().y);
    heights.fold(0.0, f32::max).max(tokens.row.board_head - tokens.space.tight) + tokens.space.tight
}

/// How wide words of the first column or of the heads are on one line.
fn width_of(ui: &Ui, words: &str, size: f32, family: FontFamily) -> f32 {
    paint::line(ui, words, size, family, theme::tokens(ui).color.text, f32::INFINITY).size().x
}

/// The width that the longest word of all labels needs, when they are small.
fn longest_word(ui: &Ui, data: &BoardData) -> f32 {
    let tokens = theme::tokens(ui);
    let words = data.rows.iter().flat_map(|row| row.label.split_whitespace());
    let width = |word: &str| width_of(ui, word, tokens.size.small, fonts::regular());
    words.map(width).fold(0.0, f32::max) + tokens.space.base
}

/// The width that the longest word of all heads of columns needs, when they are small.
fn longest_head(ui: &Ui, data: &BoardData) -> f32 {
    let tokens = theme::tokens(ui);
    let words = data.columns.iter().flat_map(|(_, name, _)| name.split_whitespace());
    let width = |word: &str| width_of(ui, word, tokens.size.caption, fonts::medium());
    let longest = words.map(width).fold(0.0, f32::max) + tokens.space.near;
    longest.min(tokens.width.board_cell.1)
}

/// The width that the longest word of all cells needs beside its icon, when they are small.
fn longest_cell(ui: &Ui, data: &BoardData) -> f32 {
    let tokens = theme::tokens(ui);
    let cells = data.rows.iter().flat_map(|row| &row.cells);
    let words = cells.flat_map(|cell| cell.words.briefest.split_whitespace());
    let width = |word: &str| width_of(ui, word, tokens.size.caption, fonts::semibold());
    words.map(width).fold(0.0, f32::max) + tokens.size.caption + tokens.space.tight + tokens.space.near
}

/// The size of all labels of the first column: smaller when one of them would not fit otherwise.
fn label_size(ui: &Ui, data: &BoardData, first: f32) -> f32 {
    let tokens = theme::tokens(ui);
    let room = first - tokens.space.base;
    let on_a_line = |row: &BoardRow| width_of(ui, &row.label, tokens.size.body, fonts::regular()) <= room;
    if data.rows.iter().all(on_a_line) { tokens.size.body } else { tokens.size.small }
}

/// The label of a row, laid out.
fn label(ui: &Ui, row: &BoardRow, size: f32, first: f32) -> Arc<Galley> {
    let tokens = theme::tokens(ui);
    let room = (first - tokens.space.base, text::NAME_LINES);
    paint::name_over(ui, &row.label, size, fonts::regular(), tokens.color.text, room)
}

/// How high a row with this label is, with cells of this width.
fn row_height(ui: &Ui, row: &BoardRow, label: &Galley, each: f32) -> f32 {
    let tokens = theme::tokens(ui);
    let cells = row.cells.iter().map(|cell| said(ui, cell, each).words.size().y).fold(0.0, f32::max);
    tokens.row.board.max(label.size().y.max(cells) + tokens.space.base)
}

fn row_ui(ui: &mut Ui, data: &BoardData, row: &BoardRow, (columns, size): (Columns, f32), queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let width = if columns.is_wide() { columns.width() } else { ui.available_width() };
    let first = columns.first;
    let words = label(ui, row, size, first);
    let height = row_height(ui, row, &words, columns.each);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let line = if row.starts_group { tokens.color.line_strong } else { tokens.color.line };
    ui.painter().hline(rect.x_range(), rect.min.y + 0.5, Stroke::new(tokens.stroke.line, line));
    paint::from_left(ui.painter(), columns.left, rect.center().y, words);
    let names = Rect::from_min_size(pos2(columns.left, rect.min.y), vec2(first, height));
    let response = ui.interact(names, ui.scope_id().with(("row", &row.full)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &row.full));
    response.on_hover_text(&row.full);
    let mut cells = columns.beside_names(ui, rect);
    for (place, cell) in row.cells.iter().enumerate() {
        let corner = pos2(columns.at(place), rect.min.y);
        let platform = data.columns.get(place).map_or("", |(_, name, _)| name.as_str());
        let place = Rect::from_min_size(corner, vec2(columns.each, height));
        cell_ui(&mut cells, place, cell, &format!("{} at {platform}", row.full), columns, queue);
    }
}

fn cell_ui(ui: &mut Ui, rect: Rect, cell: &BoardCell, about: &str, columns: Columns, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let status = &cell.words.status;
    let sense = if cell.question.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("cell", about)), sense);
    let mut name = format!("{about}: {}", status.text);
    if cell.has_changed {
        name.push_str(", changed by the last act");
    }
    if let Some(would) = cell.question.and_then(|question| preview::would(ui, question)) {
        name.push_str(would);
    }
    let role = if cell.question.is_some() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::selected(role, true, cell.is_open, &name));
    let place = rect.shrink2(vec2(0.0, tokens.space.hair)).translate(vec2(-tokens.space.tight, 0.0));
    if cell.question.is_some() && response.hovered() {
        ui.painter().rect_filled(place, tokens.radius.small, color.hover);
    }
    let id = ui.scope_id().with(("changed", about));
    let calm = tokens.time.calm * parts::motion(ui);
    let share = ui.ctx().animate_bool_with_time(id, cell.has_changed, calm);
    if share > 0.0 {
        let tint = tokens.tone_tint(status.tone).gamma_multiply(share);
        ui.painter().rect_filled(place, tokens.radius.small, tint);
        parts::changed_dot(ui, place.right_top() + vec2(-tokens.size.news, tokens.size.news) / 2.0);
    }
    if cell.is_open {
        ui.painter().rect_stroke(
            place,
            tokens.radius.small,
            Stroke::new(tokens.stroke.mark, color.accent),
            StrokeKind::Inside,
        );
    }
    cell_words(ui, rect, cell);
    if let Some(question) = cell.question {
        preview::mark(ui, place, question);
    }
    paint::focus_ring(ui, &response, place);
    if cell.is_open && parts::is_new(ui, about) || columns.is_wide() && response.gained_focus() {
        // What is under the names of the rows is not in view.
        let under = if columns.is_wide() { columns.first } else { 0.0 };
        let rect = rect.with_min_x(rect.min.x - under);
        ui.scroll_to_rect(rect.expand2(vec2(0.0, rect.height() / 2.0)), None);
    }
    widgets::note_word(&response, &status.text);
    if let Some(question) = cell.question
        && response.on_hover_text(widgets::with_meaning(&format!("{name}. Why?"), &status.text)).clicked()
    {
        queue.push(UiCommand::Ask(question));
    }
}

/// What is written in a cell, laid out.
struct Said {
    /// The size of the icon; 0: none.
    icon: f32,
    /// From the icon to the words.
    gap: f32,
    words: Arc<Galley>,
}

/// Icon and word in a cell of this width: smaller where they do not fit, the word alone where not even that does, and
/// several words one under the other.
fn said(ui: &Ui, cell: &BoardCell, width: f32) -> Said {
    let tokens = theme::tokens(ui);
    let ink = tokens.tone(cell.words.status.tone);
    let family = if cell.is_open { fonts::semibold() } else { fonts::regular() };
    let has_icon = cell.words.status.text.chars().any(char::is_alphanumeric);
    let (whole, short) = (cell.words.brief.as_str(), cell.words.briefest.as_str());
    let (body, caption, space) = (tokens.size.body, tokens.size.caption, &tokens.space);
    let forms = [
        (whole, body, body, space.tight, space.base),
        (whole, caption, caption, space.tight, space.near),
        (short, caption, caption, space.tight, space.near),
        (short, caption, 0.0, 0.0, space.tight),
    ];
    let room = |icon: f32, gap: f32, margin: f32| width - margin - if has_icon { icon + gap } else { 0.0 };
    let fits = |(words, size, icon, gap, margin): &(&str, f32, f32, f32, f32)| {
        width_of(ui, words, *size, family.clone()) <= room(*icon, *gap, *margin)
    };
    let fitting = forms.into_iter().find(fits).map(|(words, size, icon, gap, _)| (words, size, icon, gap, 1));
    let (words, size, icon, gap, lines) = fitting.unwrap_or((short, caption, caption, space.tight, text::NAME_LINES));
    let room = if lines > 1 { room(icon, gap, space.near) } else { f32::INFINITY };
    let words = paint::name_over(ui, words, size, family, ink, (room, lines));
    Said { icon: if has_icon { icon } else { 0.0 }, gap, words }
}

fn cell_words(ui: &Ui, rect: Rect, cell: &BoardCell) {
    let Said { icon, gap, words } = said(ui, cell, rect.width());
    let mut left = rect.min.x;
    if icon > 0.0 {
        let status = &cell.words.status;
        let icon = paint::glyph(ui, text::tone_icon(status.tone), icon, theme::tokens(ui).tone(status.tone));
        left = paint::from_left(ui.painter(), left, rect.center().y, icon) + gap;
    }
    paint::from_left(ui.painter(), left, rect.center().y, words);
}
