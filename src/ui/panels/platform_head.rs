//! The header of a platform panel: name, bell, the drop-down near the profile icon, fold.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::menu::{self, Item};
use super::{paint, parts};
use crate::ui::widgets;
use crate::ui::{CommandQueue, UiCommand, fonts, theme, theme::Tokens};
use crate::view::text::invitations_to_accept;
use crate::view::{Listing, PanelTab, PlatformPanelData};

/// What the headers of all panels in a row have room for, so that they look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The right beside the name of who is signed in.
    pub with_right: bool,
    /// What the platform is in the story.
    pub with_tags: bool,
}

impl Form {
    /// Everything.
    pub const WHOLE: Self = Self { with_right: true, with_tags: true };

    /// What all of the two have room for.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { with_right: self.with_right && other.with_right, with_tags: self.with_tags && other.with_tags }
    }

    /// What a panel of this width has room for.
    #[must_use]
    pub fn of(ui: &Ui, data: &PlatformPanelData, width: f32) -> Self {
        let tokens = theme::tokens(ui);
        let (space, button) = (&tokens.space, tokens.size.control);
        let row = width - space.inset - space.base;
        let name = mark_width(tokens) + name_width(ui, data) + space.base;
        let caption = data.viewer.as_ref().map_or("", |viewer| viewer.caption.as_str());
        let whole = caption_width(ui, caption);
        let tags: f32 = data.tags.iter().map(|tag| tag_width(ui, tag) + space.tight).sum();
        if width < tokens.narrow.platform_head {
            return Self { with_right: whole <= row - button - space.near, with_tags: name + tags <= row - button };
        }
        let most = tokens.width.signed_in.hold(row - name - 2.0 * (button + space.tight));
        let with_right = whole <= most;
        let short = caption_width(ui, caption.split(" · ").next().unwrap_or_default());
        let used = if with_right { whole } else { short.min(most) };
        Self { with_right, with_tags: name + tags + used + 2.0 * (button + space.base) <= row }
    }
}

/// The square in the colour of the platform, and the space behind it.
fn mark_width(tokens: &Tokens) -> f32 {
    tokens.size.dot + tokens.space.base
}

/// The width of the drop-down with these words.
fn caption_width(ui: &Ui, words: &str) -> f32 {
    let tokens = theme::tokens(ui);
    paint::line(ui, words, tokens.size.body, fonts::medium(), tokens.color.text, f32::INFINITY).size().x
        + around(tokens, tokens.space.button)
}

fn tag_width(ui: &Ui, tag: &str) -> f32 {
    let tokens = theme::tokens(ui);
    paint::line(ui, tag, tokens.size.caption, fonts::medium(), tokens.color.text, f32::INFINITY).size().x
        + tokens.space.gap
}

/// Draws the header at the top of `rect`; returns its height.
pub(super) fn head_ui(ui: &mut Ui, data: &PlatformPanelData, rect: Rect, form: Form, queue: &mut CommandQueue) -> f32 {
    let tokens = theme::tokens(ui);
    let (space, button, height) = (&tokens.space, tokens.size.control, tokens.row.platform_head);
    let mut first = rect.shrink2(vec2(space.inset, 0.0));
    first.max.x = rect.max.x - space.base;
    first.max.y = first.min.y + height;
    // In the middle of what the coloured edge leaves.
    first.min.y += tokens.stroke.top_edge;
    if rect.width() >= tokens.narrow.platform_head {
        let left = paint::row_end(ui, first, "controls", |ui| {
            ui.spacing_mut().item_spacing.x = space.tight;
            fold(ui, data, queue);
            let name = mark_width(tokens) + name_width(ui, data) + space.base + button + space.tight;
            let most = tokens.width.signed_in.hold(ui.available_width() - name);
            signed_in(ui, data, most, form, queue);
            bell(ui, data, queue);
            ui.min_rect().min.x
        });
        name(ui, data, first, left - space.base, form);
        return height;
    }
    let left = paint::row_end(ui, first, "fold", |ui| {
        fold(ui, data, queue);
        ui.min_rect().min.x
    });
    name(ui, data, first, left, form);
    let mut second = first;
    second.min.y = first.max.y - space.tight;
    second.max.y = second.min.y + button;
    paint::row_end(ui, second, "bell", |ui| bell(ui, data, queue));
    paint::row(ui, second, "person", |ui| signed_in(ui, data, second.width() - button - space.near, form, queue));
    second.max.y + space.base - rect.min.y
}

/// The width of the whole name.
fn name_width(ui: &Ui, data: &PlatformPanelData) -> f32 {
    let tokens = theme::tokens(ui);
    let size = tokens.size.title;
    paint::line(ui, &data.name, size, fonts::semibold(), tokens.color.text, f32::INFINITY).size().x
}

/// The square, the name and, while there is room, what the platform is in the story.
fn name(ui: &mut Ui, data: &PlatformPanelData, row: Rect, right: f32, form: Form) {
    let tokens = theme::tokens(ui);
    let colors = tokens.platform(data.color);
    let middle = row.center().y;
    let dot = tokens.size.dot;
    let square = Rect::from_center_size(pos2(row.min.x + dot / 2.0, middle), vec2(dot, dot));
    ui.painter().rect_filled(square, tokens.radius.mark, colors.ink);
    let left = row.min.x + mark_width(tokens);
    let size = tokens.size.title;
    let galley = paint::line(ui, &data.name, size, fonts::semibold(), tokens.color.text, right - left);
    let place =
        Rect::from_center_size(pos2(left + galley.size().x / 2.0, middle), vec2(galley.size().x, tokens.size.target));
    let response = ui.interact(place, ui.scope_id().with("name"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &data.name));
    let mut end = paint::from_left(ui.painter(), left, middle, galley) + tokens.space.base;
    response.on_hover_text(&data.name);
    for tag in data.tags.iter().filter(|_| form.with_tags) {
        let width = tag_width(ui, tag);
        if end + width > right {
            break;
        }
        let height = tokens.size.target;
        let place = Rect::from_min_size(pos2(end, middle - height / 2.0), vec2(width, height));
        paint::row(ui, place, ("tag", tag), |ui| widgets::badge(ui, tag, colors));
        end += width + tokens.space.tight;
    }
}

fn fold(ui: &mut Ui, data: &PlatformPanelData, queue: &mut CommandQueue) {
    let name = format!("Fold {}", data.name);
    if widgets::icon_button(ui, Icon::ChevronsLeft, &name).clicked() {
        queue.push(UiCommand::ToggleFold(data.platform));
    }
}

fn bell(ui: &mut Ui, data: &PlatformPanelData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let name = format!("Notifications: {}", invitations_to_accept(data.bell));
    let response = widgets::icon_button(ui, Icon::Bell, &name);
    if data.bell > 0 {
        // On the shoulder of the bell.
        let size = tokens.size.count;
        let centre = response.rect.center() + vec2(size, -size) * 0.4;
        ui.painter().circle_filled(centre, size / 2.0, tokens.color.accent);
        let count = data.bell.min(99).to_string();
        let galley = paint::line(ui, &count, tokens.size.caption, fonts::bold(), tokens.color.on_accent, size);
        paint::centred(ui.painter(), centre, galley);
    }
    if response.clicked() {
        queue.push(UiCommand::SetTab { platform: data.platform, tab: PanelTab::Mail });
    }
}

/// The drop-down near the profile icon: switch platform, or look through other eyes.
fn signed_in(ui: &mut Ui, data: &PlatformPanelData, width: f32, form: Form, queue: &mut CommandQueue) {
    let caption = data.viewer.as_ref().map_or("Nobody is signed in", |viewer| viewer.caption.as_str());
    let name = format!("Signed in: {caption}");
    let tokens = theme::tokens(ui);
    let fits = form.with_right && caption_width(ui, caption) <= width;
    let short = caption.split(" · ").next().unwrap_or(caption);
    let button = drop_button(ui, if fits { caption } else { short }, &name, width, tokens.size.control);
    parts::mark(ui, button.rect, data.platform_list.iter().any(|choice| choice.control.is_marked));
    if data.others_unread {
        let radius = tokens.size.dot / 2.0;
        ui.painter().circle_filled(button.rect.right_top() + vec2(-radius, radius) / 2.0, radius, tokens.color.accent);
    }
    menu::drop_towards(&button, tokens.width.long_list, egui::RectAlign::BOTTOM_END, |ui| {
        if !data.platform_list.is_empty() {
            menu::part(ui, "Switch platform");
        }
        for choice in &data.platform_list {
            let caution = if choice.is_current { None } else { choice.control.refusal.as_deref() };
            let ink = theme::tokens(ui).platform(choice.color).ink;
            let line = Item::new(&choice.control.label)
                .mark(ink)
                .chosen(choice.is_current)
                .caution(caution)
                .does(&choice.control.command);
            if menu::item(ui, &line) && !choice.is_current {
                queue.push(UiCommand::Submit(choice.control.command.clone()));
            }
        }
        if !data.sign_in.is_empty() {
            menu::part(ui, "Sign in as");
        }
        menu::lines_ui(ui, Listing::SignIn(data.platform), &data.sign_in, queue, |ui, control, queue| {
            let line = Item::new(&control.label).caution(control.refusal.as_deref()).does(&control.command);
            if menu::item(ui, &line) {
                queue.push(UiCommand::Submit(control.command.clone()));
            }
        });
        if !data.viewers.is_empty() {
            menu::part(ui, "Look through the eyes of");
        }
        menu::lines_ui(ui, Listing::Viewers(data.platform), &data.viewers, queue, |ui, viewer, queue| {
            let line = Item::new(&viewer.label).chosen(viewer.is_current).unread(viewer.unread);
            if menu::item(ui, &line) {
                queue.push(UiCommand::SetViewer { platform: data.platform, person: viewer.person });
            }
        });
    });
}

/// A framed button that drops something down; its words end in `…` where they do not fit.
pub(super) fn drop_button(ui: &mut Ui, words: &str, name: &str, width: f32, height: f32) -> Response {
    let edge = theme::tokens(ui).color.line_strong;
    drop_with(ui, words, name, vec2(width, height), Some(edge))
}

/// The same without a frame, in the weight of a name.
pub(super) fn bare_drop_button(ui: &mut Ui, words: &str, name: &str, width: f32) -> Response {
    drop_with(ui, words, name, vec2(width, theme::tokens(ui).size.target), None)
}

/// What a button that drops something down is wider than its words: padding and chevron.
fn around(tokens: &Tokens, padding: f32) -> f32 {
    2.0 * padding + tokens.space.near + tokens.icon.text
}

fn drop_with(ui: &mut Ui, words: &str, name: &str, most: egui::Vec2, edge: Option<Color32>) -> Response {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    let padding = if edge.is_some() { tokens.space.button } else { tokens.space.hair };
    let family = if edge.is_some() { fonts::medium() } else { fonts::semibold() };
    let galley = paint::name(ui, words, tokens.size.body, family, color.text, most.x - around(tokens, padding));
    let width = galley.size().x + around(tokens, padding);
    let (rect, response) = ui.allocate_exact_size(vec2(width, most.y), Sense::click());
    paint::announce(&response, Role::Button, name);
    let is_lit = response.hovered() || egui::Popup::is_id_open(ui.ctx(), egui::Popup::default_response_id(&response));
    let rest = if edge.is_some() { color.control } else { Color32::TRANSPARENT };
    let fill = if is_lit { color.hover } else { rest };
    let stroke = Stroke::new(tokens.stroke.line, edge.unwrap_or(Color32::TRANSPARENT));
    ui.painter().rect(rect, tokens.radius.control, fill, stroke, StrokeKind::Inside);
    paint::from_left(ui.painter(), rect.min.x + padding, rect.center().y, galley);
    let icon = paint::glyph(ui, Icon::ChevronDown, tokens.icon.text, color.dim);
    paint::centred(ui.painter(), pos2(rect.max.x - padding - icon.size().x / 2.0, rect.center().y), icon);
    paint::focus_ring(ui, &response, rect);
    response
}
