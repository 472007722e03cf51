//! The whole window: where each panel stands, and how wide it is.

use std::collections::BTreeMap;

use egui::{CursorIcon, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::edges::{self, Pull, edge_x, edge_y};
use super::panels::{self, Form};
use super::theme::{self, Span, Tokens};
use super::{CommandQueue, UiCommand, dialogs, widgets};
use crate::domain::PlatformId;
use crate::view::{
    AddMemberData, BoardData, BridgeData, GuideData, InquiryBody, InquiryData, InviteData, PlatformPanelData,
    PreviewData, ScriptData, Selection, SheetData, Spot, StepData, TimelineData, TopBarData,
};

/// Everything the window shows.
#[derive(Debug, Clone, Copy)]
pub struct WindowData<'a> {
    /// The bar along the top.
    pub top_bar: &'a TopBarData,
    /// The guide, when there is one.
    pub guide: Option<&'a GuideData>,
    /// The bridge.
    pub bridge: &'a BridgeData,
    /// The platforms, in order.
    pub platforms: &'a [PlatformPanelData],
    /// The access board of the person in focus.
    pub board: Option<&'a BoardData>,
    /// The open question.
    pub inquiry: Option<&'a InquiryData>,
    /// The timeline.
    pub timeline: &'a TimelineData,
    /// The *Invite members* wizard, while it is open.
    pub invite: Option<&'a InviteData>,
    /// The *Add member(s)* dialog, while it is open.
    pub add_member: Option<&'a AddMemberData>,
    /// The smaller dialog that is open.
    pub sheet: Option<&'a SheetData>,
    /// What the act under the pointer would change.
    pub preview: Option<&'a PreviewData>,
    /// The story at this moment.
    pub script: &'a ScriptData,
    /// Where *Show me* points, in words.
    pub marked: Option<&'a str>,
    /// What was refused just now, as a sentence for screen readers.
    pub refused: Option<&'a str>,
    /// How the window itself stands.
    pub shell: Shell,
    /// What is typed and selected.
    pub selection: &'a Selection,
}

/// How the window itself stands, beside what it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shell {
    /// Is the timeline played?
    pub is_playing: bool,
    /// Is the story presented?
    pub is_presenting: bool,
    /// Do the platforms stand below the bridge while presenting?
    pub with_panels: bool,
    /// How large everything is, in percent.
    pub zoom: u16,
    /// Is there a file to save to?
    pub has_file: bool,
    /// Is a path being typed?
    pub asks_for_path: bool,
    /// Do keys of one letter work?
    pub has_letter_keys: bool,
    /// Where the pointer was, in the points of before, when the zoom changed last.
    pub pointer_before: Option<egui::Pos2>,
}

impl Shell {
    /// The largest zoom, in percent.
    #[must_use]
    pub fn most_zoom(self) -> u16 {
        if self.is_presenting { 300 } else { 200 }
    }
}

impl Default for Shell {
    fn default() -> Self {
        Self {
            is_playing: false,
            is_presenting: false,
            with_panels: false,
            zoom: 100,
            has_file: false,
            asks_for_path: false,
            has_letter_keys: true,
            pointer_before: None,
        }
    }
}

/// How large the parts beside the platforms were drawn, in points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Drawn {
    /// The width of the guide.
    pub guide: f32,
    /// The width of the right column.
    pub side: f32,
    /// The height of the access board.
    pub board: f32,
}

/// How the operator has arranged the window.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct LayoutState {
    /// How wide each platform's panel is against the others; 1 when nothing was dragged.
    pub shares: BTreeMap<PlatformId, f32>,
    /// The width of the guide, once it was dragged.
    pub guide: Option<f32>,
    /// The width of the right column, once it was dragged.
    pub side: Option<f32>,
    /// The height of the access board, once it was dragged.
    pub board: Option<f32>,
    /// How high the bridge was drawn last, in which room and with how many stations.
    #[serde(skip)]
    pub bridge: Option<(Vec2, usize, f32)>,
    /// How large the other parts were drawn last.
    #[serde(skip)]
    pub drawn: Drawn,
    /// Where each platform's panel was drawn last.
    #[serde(skip)]
    pub rects: BTreeMap<PlatformId, [f32; 4]>,
}

impl LayoutState {
    /// The same without sizes that no window has, such as a file that was changed by hand can bring.
    #[must_use]
    pub fn sane(self) -> Self {
        // Stays in code: what any screen can have at all.
        let is_size = |size: &f32| (1.0..=20_000.0).contains(size);
        // Stays in code: what dragging can come to at all.
        let shares = self.shares.into_iter().filter(|(_, share)| (0.01..=100.0).contains(share)).collect();
        let [guide, side, board] = [self.guide, self.side, self.board].map(|size| size.filter(is_size));
        Self { shares, guide, side, board, ..self }
    }
}

/// Draws the whole window and pushes what was asked for. A window without room for all of it scrolls.
pub fn window_ui(ui: &mut Ui, data: &WindowData<'_>, state: &mut LayoutState, queue: &mut CommandQueue) {
    let full = ui.max_rect();
    panels::preview::remember(ui, data.preview);
    let tokens = theme::tokens(ui);
    let least = vec2(tokens.narrow.least_window, tokens.narrow.least_window_height);
    if full.width() >= least.x && full.height() >= least.y {
        whole_ui(ui, data, state, queue);
        return;
    }
    ScrollArea::both().id_salt("window").auto_shrink(false).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(full.size().max(least), Sense::hover());
        at(ui, rect, "whole", |ui| whole_ui(ui, data, state, queue));
    });
}

/// Everything, with at least the least room.
fn whole_ui(ui: &mut Ui, data: &WindowData<'_>, state: &mut LayoutState, queue: &mut CommandQueue) {
    let full = ui.max_rect();
    let tokens = theme::tokens(ui);
    let gap = tokens.space.panels;
    let mut bar = full;
    bar.max.y = bar.min.y + tokens.row.top_bar;
    at(ui, bar, "top bar", |ui| panels::top_bar_ui(ui, data, queue));
    let mut rest = full.shrink(gap);
    rest.min.y = bar.max.y + gap;
    let mut bottom = rest;
    bottom.min.y = bottom.max.y - tokens.row.timeline - 2.0 * tokens.space.inset;
    rest.max.y = bottom.min.y - gap;
    if let Some(guide) = data.guide {
        let width = guide_width(tokens, data.platforms.len(), full.width(), state);
        let place = Rect::from_min_size(rest.min, vec2(width, rest.height()));
        rest.min.x = place.max.x + gap;
        state.drawn.guide = width;
        let pull = edge_x(ui, place.max.x + gap / 2.0, rest, "Edge of the guide");
        framed(ui, place, "guide", |ui| panels::guide_ui(ui, guide, queue));
        state.guide = edges::pulled(pull, state.guide, |by| width + by);
    }
    // Drawn in reading order, which is the order of Tab: the guide, the middle, the right column, the timeline.
    let side = (data.board.is_some() || data.inquiry.is_some()).then(|| {
        let width = side_width(tokens, data, full.width(), state);
        let place = Rect::from_min_max(pos2(rest.max.x - width, rest.min.y), rest.max);
        rest.max.x = place.min.x - gap;
        place
    });
    centre_ui(ui, data, rest, state, queue);
    if let Some(place) = side {
        state.drawn.side = place.width();
        let pull = edge_x(ui, place.min.x - gap / 2.0, rest, "Edge of the access board");
        side_ui(ui, data, place, state, queue);
        state.side = edges::pulled(pull, state.side, |by| place.width() - by);
    }
    framed(ui, bottom, "timeline", |ui| panels::timeline_ui(ui, data, queue));
    announce_change(ui, data);
    dialogs::dialogs_ui(ui, data, state, queue);
    panels::preview_ui(ui, data.preview, &data.selection.preview, queue);
}

/// How wide the guide is, beside so many platforms.
fn guide_width(tokens: &Tokens, platforms: usize, full: f32, state: &LayoutState) -> f32 {
    let (width, narrow, share) = (&tokens.width, &tokens.narrow, &tokens.share);
    let usual = match platforms {
        _ if full >= narrow.tight_window => width.guide.hold(full * share.guide),
        4.. => width.guide_beside_four,
        3 => width.guide_beside_three,
        _ if full < narrow.window => width.guide_beside_three,
        _ => width.guide_beside_two,
    };
    Span(width.least_guide, full * share.most_guide).hold(state.guide.unwrap_or(usual))
}

/// How wide the right column is.
fn side_width(tokens: &Tokens, data: &WindowData<'_>, full: f32, state: &LayoutState) -> f32 {
    let (width, narrow, share) = (&tokens.width, &tokens.narrow, &tokens.share);
    let more = data.platforms.len().saturating_sub(2).min(2) as f32;
    // With four platforms their panels need what they have, so the board grows at the cost of the guide.
    let usual = if full < narrow.window && more < 1.0 {
        width.narrow_side
    } else if full < narrow.tight_window {
        width.tight_side + width.side_beside_three * more.min(1.0)
    } else {
        width.side.hold(full * (share.side + share.side_per_platform * more))
    };
    Span(width.least_side, full * share.most_side).hold(state.side.unwrap_or(usual))
}

/// What is said to screen readers when it changes: the last act and what it changed, what *Show me* marks; apart from
/// that, a refusal, and what a search came to.
pub(super) fn announce_change(ui: &Ui, data: &WindowData<'_>) {
    let mut words = format!("{}. {}", data.timeline.sentence, data.timeline.effect);
    if let Some(path) = data.marked {
        words = format!("{words} Shown: {path}");
    }
    widgets::live(ui, "news", &words);
    widgets::live(ui, "refused", data.refused.unwrap_or_default());
    let found = data.inquiry.and_then(|inquiry| match &inquiry.body {
        InquiryBody::HowTo(how_to) => Some(format!("{}: {}", how_to.title, how_to.verdict.text)),
        InquiryBody::Why(_) | InquiryBody::WhyNot(_) | InquiryBody::WhoCan(_) => None,
    });
    widgets::live(ui, "found", &found.unwrap_or_default());
}

/// The middle: the bridge above the platforms.
fn centre_ui(ui: &mut Ui, data: &WindowData<'_>, rect: Rect, state: &mut LayoutState, queue: &mut CommandQueue) {
    if data.platforms.is_empty() {
        at(ui, rect, "bare", |ui| panels::bare_ui(ui, queue));
        return;
    }
    let theme::Measures { share, bridge: sizes, space, .. } = theme::measures();
    let is_full = data.bridge.stations.len() > 2;
    let share_of_middle = if is_full { share.bridge_of_three } else { share.bridge_of_two };
    let least = panels::bridge_least(rect.width());
    let most = Span(least, sizes.most).hold(rect.height() * share_of_middle);
    let wanted = panels::bridge_height(data.bridge, rect.width(), most).min(rect.height() * share.most_bridge);
    // It grows with what crosses, and does not shrink again: what stands below shall not move under the pointer.
    let kept =
        state.bridge.filter(|(room, stations, _)| *room == rect.size() && *stations == data.bridge.stations.len());
    let height = kept.map_or(wanted, |(_, _, height)| height.max(wanted));
    state.bridge = Some((rect.size(), data.bridge.stations.len(), height));
    let bridge = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    at(ui, bridge, "bridge", |ui| panels::bridge_ui(ui, data.bridge, queue));
    let mut below = rect;
    below.min.y = bridge.max.y + space.row;
    at(ui, below, "platforms", |ui| platforms_ui(ui, data, state, queue));
}

/// The platforms side by side.
pub(super) fn platforms_ui(ui: &mut Ui, data: &WindowData<'_>, state: &mut LayoutState, queue: &mut CommandQueue) {
    let rect = ui.max_rect();
    let space = &theme::tokens(ui).space;
    let (room, taken, needed) = shares(data, rect.width());
    if room >= needed {
        row_of_panels(ui, data, rect, room, state, queue);
        return;
    }
    ScrollArea::horizontal().id_salt("platforms").auto_shrink(false).show(ui, |ui| {
        let (place, _) =
            ui.allocate_exact_size(vec2(needed + taken, (rect.height() - space.scroll).max(1.0)), Sense::hover());
        row_of_panels(ui, data, place, needed, state, queue);
        follow(ui, data, state);
    });
}

/// What open panels have of this width, what is taken of it, and what they need.
fn shares(data: &WindowData<'_>, whole: f32) -> (f32, f32, f32) {
    let theme::Measures { width, space, .. } = theme::measures();
    let open = data.platforms.iter().filter(|platform| !platform.is_folded).count();
    let gaps = space.panels * data.platforms.len().saturating_sub(1) as f32;
    let taken = gaps + width.folded * (data.platforms.len() - open) as f32;
    let each = if data.shell.is_presenting { legible_width(whole) } else { width.platform };
    (whole - taken, taken, each * open as f32)
}

/// What a place that holds the panels has for the bar by which they are scrolled sideways.
pub(super) fn bar_of_platforms(data: &WindowData<'_>, whole: f32) -> f32 {
    let (room, _, needed) = shares(data, whole);
    if room >= needed { 0.0 } else { theme::measures().space.scroll }
}

/// What was followed last: the marked place, what has the keyboard, and the act that is told with its platform.
#[derive(Debug, Clone, Default)]
struct Followed {
    marked: Option<Spot>,
    focused: Option<egui::Id>,
    told: Option<(PlatformId, String)>,
}

/// How wide a panel is before an audience that has too many of them: as many as are legible share this width.
fn legible_width(room: f32) -> f32 {
    let theme::Measures { width, space, .. } = theme::measures();
    let many = ((room + space.panels) / (width.presented + space.panels)).floor().max(1.0);
    (room + space.panels) / many - space.panels
}

/// Brings a panel into view sideways when something in it is shown or gets the keyboard, and before an audience the one
/// where the last act was done: a scroll area that goes up and down, as every panel has one, keeps such a wish to itself.
fn follow(ui: &Ui, data: &WindowData<'_>, state: &LayoutState) {
    let key = ui.scope_id().with("followed");
    let now = Followed {
        marked: data.selection.marked,
        focused: ui.memory(egui::Memory::focused),
        told: data.script.on.filter(|_| data.shell.is_presenting).map(|on| (on, data.script.sentence.clone())),
    };
    let before: Followed = ui.data(|memory| memory.get_temp(key)).unwrap_or_default();
    ui.data_mut(|memory| memory.insert_temp(key, now.clone()));
    let Followed { marked, focused, told } = now;
    let told = told.filter(|told| before.told.as_ref() != Some(told)).map(|(on, _)| on);
    let marked = marked.filter(|spot| before.marked.as_ref() != Some(spot)).map(Spot::platform);
    let focused_before = before.focused;
    let shown = marked.or(told).and_then(|platform| state.rects.get(&platform));
    let hidden = focused.filter(|_| focused != focused_before).and_then(|id| ui.ctx().read_response(id));
    let hidden = hidden.filter(|response| !response.interact_rect.is_positive());
    let entered = hidden.and_then(|response| {
        let x = response.rect.center().x;
        state.rects.values().find(|[left, _, right, _]| (*left..=*right).contains(&x))
    });
    if let Some([x0, y0, x1, y1]) = shown.or(entered) {
        ui.scroll_to_rect(Rect::from_min_max(pos2(*x0, *y0), pos2(*x1, *y1)), None);
    }
}

fn row_of_panels(
    ui: &mut Ui,
    data: &WindowData<'_>,
    rect: Rect,
    room: f32,
    state: &mut LayoutState,
    queue: &mut CommandQueue,
) {
    let platforms = data.platforms;
    let tokens = theme::tokens(ui);
    let widths = widths(platforms, room, state);
    let fitting = platforms.iter().zip(&widths).filter(|(platform, _)| !platform.is_folded);
    let form = fitting.fold(Form::WHOLE, |form, (platform, width)| form.and(Form::of(ui, platform, *width)));
    state.rects.clear();
    panel_edges(ui, platforms, &widths, rect, room, state);
    let mut moved = None;
    let mut left = rect.min.x;
    for (platform, width) in platforms.iter().zip(&widths) {
        let panel = Rect::from_min_size(pos2(left, rect.min.y), vec2(*width, rect.height()));
        let grip = Rect::from_min_size(panel.min, vec2(*width, tokens.row.platform_head));
        let grip = ui.interact(grip, ui.scope_id().with(("move", platform.platform)), Sense::DRAG);
        grip.widget_info(|| WidgetInfo::labeled(Role::TitleBar, true, format!("Header of {}", platform.name)));
        moved = moved.or(grip.drag_stopped().then_some(platform.platform));
        if grip.dragged() {
            ui.set_cursor_icon(CursorIcon::Grabbing);
        }
        state.rects.insert(platform.platform, [panel.min.x, panel.min.y, panel.max.x, panel.max.y]);
        at(ui, panel, ("platform", platform.platform), |ui| {
            panels::platform_panel_ui(ui, platform, data.selection, form, queue);
        });
        left = panel.max.x + tokens.space.panels;
    }
    if let (Some(platform), Some(at)) = (moved, ui.input(|input| input.pointer.latest_pos())) {
        let to = platforms.iter().position(|other| {
            state.rects.get(&other.platform).is_some_and(|[left, _, right, _]| (*left..=*right).contains(&at.x))
        });
        if let Some(to) = to.filter(|to| platforms.get(*to).is_some_and(|other| other.platform != platform)) {
            queue.push(UiCommand::MovePanel { platform, to });
        }
    }
}

/// The edges between panels that are open. They lie under the panels, so that no click is taken away.
fn panel_edges(
    ui: &Ui,
    platforms: &[PlatformPanelData],
    widths: &[f32],
    rect: Rect,
    room: f32,
    state: &mut LayoutState,
) {
    let average = room / widths.len().max(1) as f32;
    let (gap, least) = (theme::tokens(ui).space.panels, theme::tokens(ui).width.platform);
    let mut left = rect.min.x;
    let pairs = platforms.iter().zip(widths).zip(platforms.iter().zip(widths).skip(1));
    for ((platform, width), (next, next_width)) in pairs {
        let panel = Rect::from_min_size(pos2(left, rect.min.y), vec2(*width, rect.height()));
        left = panel.max.x + gap;
        if platform.is_folded || next.is_folded {
            continue;
        }
        match edge_x(ui, panel.max.x + gap / 2.0, panel, &format!("Edge of {}", platform.name)) {
            Some(Pull::By(by)) => {
                let by = by.clamp((least - width).min(0.0), (next_width - least).max(0.0));
                state.shares.insert(platform.platform, (width + by) / average);
                state.shares.insert(next.platform, (next_width - by) / average);
                keep_others(platforms, widths, [platform.platform, next.platform], average, state);
            }
            Some(Pull::Usual) => state.shares.clear(),
            None => {}
        }
    }
}

/// While two panels share an edge that is dragged, the others keep their width.
fn keep_others(
    platforms: &[PlatformPanelData],
    widths: &[f32],
    moved: [PlatformId; 2],
    average: f32,
    state: &mut LayoutState,
) {
    for (platform, width) in platforms.iter().zip(widths) {
        if !moved.contains(&platform.platform) && !platform.is_folded {
            state.shares.insert(platform.platform, width / average);
        }
    }
}

/// The width of every panel, by its share and never under the least.
fn widths(platforms: &[PlatformPanelData], room: f32, state: &LayoutState) -> Vec<f32> {
    let width = &theme::measures().width;
    let of = |platform: &PlatformPanelData| state.shares.get(&platform.platform).copied().unwrap_or(1.0);
    // Stays in code: however little is remembered of it, a panel is not nothing, since sums of it are divided by.
    let share = |platform: &PlatformPanelData| if platform.is_folded { 0.0 } else { of(platform).max(0.05) };
    let all: f32 = platforms.iter().map(share).sum();
    let open = platforms.iter().filter(|platform| !platform.is_folded).count() as f32;
    let spare = (room - width.platform * open).max(0.0);
    let wish = |platform: &PlatformPanelData| room * share(platform) / all.max(f32::EPSILON);
    let over: f32 = platforms.iter().map(|platform| (wish(platform) - width.platform).max(0.0)).sum();
    platforms
        .iter()
        .map(|platform| {
            if platform.is_folded {
                width.folded
            } else {
                width.platform + (wish(platform) - width.platform).max(0.0) * spare / over.max(f32::EPSILON)
            }
        })
        .collect()
}

/// The right column: the access board above, the inquiry below.
fn side_ui(ui: &mut Ui, data: &WindowData<'_>, rect: Rect, state: &mut LayoutState, queue: &mut CommandQueue) {
    let mut below = rect;
    if let Some(board) = data.board {
        let tokens = theme::tokens(ui);
        let (gap, row) = (tokens.space.panels, &tokens.row);
        let wanted = panels::board::board_height(ui, board, rect.width()).min(rect.height() * tokens.share.board);
        let most = rect.height() - row.least_inquiry;
        let height = Span(row.least_board, most).hold(state.board.unwrap_or(wanted));
        let height = if data.inquiry.is_some() { height } else { rect.height() };
        let place = Rect::from_min_size(rect.min, vec2(rect.width(), height));
        state.drawn.board = height;
        let pull = edge_y(ui, place.max.y + gap / 2.0, rect, "Edge below the access board");
        framed(ui, place, "board", |ui| panels::board_ui(ui, board, queue));
        below.min.y = place.max.y + gap;
        state.board = edges::pulled(pull, state.board, |by| height + by);
    }
    let is_next = |step: &StepData| step.is_current && !step.is_done && step.do_it.is_some();
    let is_guided = data.guide.is_some_and(|guide| guide.steps.iter().any(is_next));
    if let Some(data) = data.inquiry {
        framed(ui, below, "inquiry", |ui| panels::inquiry_ui(ui, data, is_guided, queue));
    }
}

/// Runs `add` at a place.
pub(super) fn at(ui: &mut Ui, rect: Rect, salt: impl egui::AsIdSalt, add: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(salt));
    add(&mut child);
}

/// Runs `add` in a panel at a place.
fn framed(ui: &mut Ui, rect: Rect, salt: impl egui::AsIdSalt, add: impl FnOnce(&mut Ui)) {
    panels::panel_at(ui, rect, None);
    let tokens = theme::tokens(ui);
    at(ui, rect.shrink(tokens.space.inset), salt, |ui| {
        ui.shrink_clip_rect(rect.shrink(tokens.stroke.line));
        add(ui);
    });
}
