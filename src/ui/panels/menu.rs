//! Lists that drop down from a button: lines with a mark, a tick and a reason.

use egui::containers::menu::{MenuState, SubMenu, find_menu_root};
use egui::style::ScrollAnimation;
use egui::{Align, Color32, Id, Key, Modifiers, Popup, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use lucide_icons::Icon;

use super::rows::rows_ui;
use super::{paint, preview};
use crate::domain::Command;
use crate::ui::widgets::Enabled;
use crate::ui::{CommandQueue, fonts, list_keys, text, theme};
use crate::view::{Listing, Rows};

/// One line of a list.
pub(super) struct Item<'a> {
    /// What is written.
    pub label: &'a str,
    /// Is it the one that holds now?
    pub is_chosen: bool,
    /// A square in this colour stands before it.
    pub mark: Option<Color32>,
    /// Can it be chosen, or why not?
    pub enabled: Enabled,
    /// Why it will be refused, when it can be tried all the same.
    pub caution: Option<&'a str>,
    /// The key that does the same.
    pub key: &'a str,
    /// How many messages wait behind it.
    pub unread: usize,
    /// What choosing it does in the world, for *What if*.
    pub commands: &'a [Command],
}

impl<'a> Item<'a> {
    /// A plain line.
    pub fn new(label: &'a str) -> Self {
        Self { label, is_chosen: false, mark: None, enabled: Ok(()), caution: None, key: "", unread: 0, commands: &[] }
    }

    /// The line that holds now is ticked.
    pub fn chosen(mut self, is_chosen: bool) -> Self {
        self.is_chosen = is_chosen;
        self
    }

    /// A square in this colour before it.
    pub fn mark(mut self, colour: Color32) -> Self {
        self.mark = Some(colour);
        self
    }

    /// So many messages wait behind it.
    pub fn unread(mut self, unread: usize) -> Self {
        self.unread = unread;
        self
    }

    /// Choosing it does this in the world.
    pub fn does(self, command: &'a Command) -> Self {
        self.does_all(std::slice::from_ref(command))
    }

    /// Choosing it does these, one after the other.
    pub fn does_all(mut self, commands: &'a [Command]) -> Self {
        self.commands = commands;
        self
    }

    /// It can be tried, but will be refused for this reason.
    pub fn caution(mut self, why: Option<&'a str>) -> Self {
        self.caution = why;
        self
    }

    /// The key that does the same stands at the end.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = key;
        self
    }

    /// Whether it can be chosen, or why not.
    pub fn enabled(mut self, enabled: Enabled) -> Self {
        self.enabled = enabled;
        self
    }
}

/// Drops `add` down from a button when it is clicked.
pub(super) fn drop_from(button: &Response, width: f32, add: impl FnOnce(&mut Ui)) {
    drop_towards(button, width, egui::RectAlign::BOTTOM_START, add);
}

/// The same, with another edge in line with the button.
pub(super) fn drop_towards(button: &Response, width: f32, align: egui::RectAlign, add: impl FnOnce(&mut Ui)) {
    let popup = Popup::menu(button).align(align);
    let id = popup.get_id();
    let width = wide_enough(&button.ctx, id, width);
    let drawn = popup.width(width).show(|ui| {
        ui.set_width(width);
        let tokens = theme::tokens(ui);
        ui.spacing_mut().item_spacing.y = tokens.space.hair;
        let screen = ui.ctx().content_rect();
        // At least down to the foot of the window, if it is below its button.
        let below = screen.max.y - button.rect.max.y - tokens.space.section;
        let most = (screen.height() * tokens.share.list).max(tokens.width.list_height).max(below);
        // The library would stop at 400 points.
        ui.set_max_height(most);
        let mut area = ScrollArea::vertical().max_height(most);
        if note_opening(ui) {
            // From the top; the line that holds now then comes into view by itself.
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            add(ui);
            list_keys::keys_of_list(ui);
        });
    });
    list_keys::keep_at_list(button, id, drawn.is_some());
    if drawn.is_some() && wide_enough(&button.ctx, id, width) > width {
        button.ctx.request_discard("the lines of a list are longer than thought");
    }
}

/// How wide the longest line of an open list wants to be, and when it was drawn last.
#[derive(Debug, Clone, Copy)]
struct Longest {
    wanted: f32,
    last: u64,
}

/// The width of a list: as much as its longest line needs, up to a most.
fn wide_enough(context: &egui::Context, list: Id, least: f32) -> f32 {
    let measures = theme::measures();
    let now = context.cumulative_pass_nr();
    let known = context.data(|data| data.get_temp::<Longest>(list)).filter(|longest| longest.last + 1 >= now);
    let room = context.content_rect().width() - 2.0 * measures.space.page;
    known.map_or(least, |longest| longest.wanted.min(measures.width.most_list).min(room).max(least))
}

/// Notes how wide a line of the list in this layer wants to be.
fn note_wanted(ui: &Ui, wanted: f32) {
    let (id, last) = (ui.layer_id().id, ui.ctx().cumulative_pass_nr());
    ui.data_mut(|data| {
        let known = data.get_temp::<Longest>(id).filter(|longest| longest.last + 1 >= last);
        let wanted = known.map_or(wanted, |longest| longest.wanted.max(wanted));
        data.insert_temp(id, Longest { wanted: wanted.ceil(), last });
    });
}

/// Since which pass a list is open, and when it was drawn last.
#[derive(Debug, Clone, Copy)]
struct Opening {
    since: u64,
    last: u64,
}

/// A list settles within so many passes: it is measured in the first, and scrolled in the next.
const SETTLES: u64 = 3;

fn opening_id(ui: &Ui) -> Id {
    ui.layer_id().id.with("opening")
}

/// Notes that a list is drawn. True: it was just opened.
fn note_opening(ui: &Ui) -> bool {
    let (id, now) = (opening_id(ui), ui.ctx().cumulative_pass_nr());
    let before = ui.data(|data| data.get_temp::<Opening>(id)).filter(|opening| opening.last + 1 >= now);
    let since = before.map_or(now, |opening| opening.since);
    ui.data_mut(|data| data.insert_temp(id, Opening { since, last: now }));
    is_opening(ui) && {
        ui.ctx().request_repaint();
        since == now
    }
}

/// Is this in a list that drops down, and was opened a moment ago?
pub(super) fn is_opening(ui: &Ui) -> bool {
    let opening = ui.data(|data| data.get_temp::<Opening>(opening_id(ui)));
    opening.is_some_and(|opening| ui.ctx().cumulative_pass_nr() < opening.since + SETTLES)
}

/// The lines of a long list, of which those in view are drawn, each by `line`.
pub(super) fn lines_ui<T>(
    ui: &mut Ui,
    listing: Listing,
    lines: &Rows<T>,
    queue: &mut CommandQueue,
    mut line: impl FnMut(&mut Ui, &T, &mut CommandQueue),
) {
    let guess = theme::tokens(ui).usual.menu_line;
    rows_ui(ui, listing, lines, guess, queue, |ui, content, _, queue| line(ui, content, queue));
}

/// The heading of a part of a list.
pub(super) fn part(ui: &mut Ui, words: &str) {
    let tokens = theme::tokens(ui);
    let galley = paint::line(
        ui,
        words,
        tokens.size.caption,
        fonts::medium(),
        tokens.color.dim,
        ui.available_width() - tokens.space.gap,
    );
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.row.menu_part), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    paint::from_left(ui.painter(), rect.min.x + tokens.space.base, rect.center().y, galley);
}

/// A line that opens a further list beside it: under the pointer, by a click, by → or Enter. ← and Esc lead back.
pub(super) fn sub_menu(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    let tokens = theme::tokens(ui);
    let size = vec2(ui.available_width(), tokens.row.menu_line);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let list = SubMenu::id_from_widget_id(response.id);
    let is_open = MenuState::from_ui(ui, |state, _| state.open_item == Some(list));
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, label));
    list_keys::note_line(&response, label);
    if response.hovered() || response.has_focus() || is_open {
        ui.painter().rect_filled(rect, tokens.radius.control, tokens.color.hover);
    }
    let base = tokens.space.base;
    let words = paint::line(ui, label, tokens.size.body, fonts::regular(), tokens.color.text, rect.width());
    paint::from_left(ui.painter(), rect.min.x + base, rect.center().y, words);
    let chevron = paint::glyph(ui, Icon::ChevronRight, tokens.icon.text, tokens.color.dim);
    paint::from_left(ui.painter(), rect.max.x - base - tokens.icon.text, rect.center().y, chevron);
    let outer = find_menu_root(ui).unique_id;
    let width = ui.available_width();
    let is_shown = SubMenu::new().show(ui, &response, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = theme::tokens(ui).space.hair;
        add(ui);
        list_keys::keys_of_inner_list(ui);
        // Esc takes one list away; where the pointer rests on this line, that would open again at once.
        if !response.contains_pointer() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            MenuState::from_id(ui.ctx(), outer, |state| state.open_item = None);
            response.request_focus();
        }
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_shown.is_some()));
}

/// The words of a line, beside its marks and its key, in a list of this width.
fn words_of(ui: &Ui, item: &Item<'_>, width: f32, key: f32) -> std::sync::Arc<egui::Galley> {
    let tokens = theme::tokens(ui);
    let (color, space) = (&tokens.color, &tokens.space);
    let ink = if item.enabled.is_ok() { color.text } else { color.faint };
    let family = if item.is_chosen { fonts::medium() } else { fonts::regular() };
    let before = if item.mark.is_some() { tokens.size.dot + space.base } else { 0.0 };
    // A tick, a lock or the key stands at the end.
    let after = if item.key.is_empty() { tokens.icon.text + space.base } else { key + space.row };
    let count = if item.unread > 0 { tokens.size.count + space.near } else { 0.0 };
    let beside = 2.0 * space.base + before + after + count;
    let whole = paint::line(ui, item.label, tokens.size.body, family.clone(), ink, f32::INFINITY).size().x;
    note_wanted(ui, whole + beside);
    paint::name_over(ui, item.label, tokens.size.body, family, ink, (width - beside, text::NAME_LINES))
}

/// A line that can be chosen; choosing closes the list.
pub(super) fn item(ui: &mut Ui, item: &Item<'_>) -> bool {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let usable = item.enabled.is_ok();
    let sense = if usable { Sense::click() } else { Sense::focusable_noninteractive() };
    let width = ui.available_width();
    let keys = paint::line(ui, item.key, tokens.size.small, fonts::regular(), color.dim, width / 2.0);
    let words = words_of(ui, item, width, keys.size().x);
    let height = tokens.row.menu_line + words.size().y - paint::row_height(&words);
    let (rect, mut response) = ui.allocate_exact_size(vec2(width, height), sense);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, usable, item.is_chosen, item.label));
    list_keys::note_line(&response, item.label);
    if item.is_chosen && is_opening(ui) {
        ui.scroll_to_rect_animation(rect, Some(Align::Center), ScrollAnimation::none());
    }
    if usable && response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, tokens.radius.control, color.hover);
    }
    let space = &tokens.space;
    let mut left = rect.min.x + space.base;
    if let Some(colour) = item.mark {
        let dot = tokens.size.dot;
        let square = egui::Rect::from_center_size(egui::pos2(left + dot / 2.0, rect.center().y), vec2(dot, dot));
        ui.painter().rect_filled(square, tokens.radius.mark, colour);
        left += dot + space.base;
    }
    let mark = tokens.icon.text + space.base;
    paint::from_left(ui.painter(), rect.max.x - keys.size().x - space.base, rect.center().y, keys);
    paint::from_left(ui.painter(), left, rect.center().y, words);
    if item.unread > 0 {
        let size = tokens.size.count;
        let count =
            paint::line(ui, &item.unread.to_string(), tokens.size.caption, fonts::bold(), color.on_accent, size);
        let right = rect.max.x - space.base - if item.is_chosen { mark } else { 0.0 };
        let centre = egui::pos2(right - size / 2.0, rect.center().y);
        ui.painter().circle_filled(centre, size / 2.0, color.accent);
        paint::centred(ui.painter(), centre, count);
        let words = crate::view::text::invitations_to_accept(item.unread);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words));
    }
    if item.caution.is_some() {
        let lock = paint::glyph(ui, Icon::Lock, tokens.icon.text, color.faint);
        paint::from_left(ui.painter(), rect.max.x - mark, rect.center().y, lock);
    } else if item.is_chosen {
        let tick = paint::glyph(ui, Icon::Check, tokens.icon.text, color.accent);
        paint::from_left(ui.painter(), rect.max.x - mark, rect.center().y, tick);
    }
    if let Some(why) = item.enabled.as_ref().err().map(String::as_str).or(item.caution) {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(why));
        response = response.on_hover_text(why);
    }
    if !item.commands.is_empty() {
        preview::offer_all(ui, &response, item.commands);
    }
    let is_clicked = response.clicked();
    if is_clicked {
        ui.close();
    }
    is_clicked
}
