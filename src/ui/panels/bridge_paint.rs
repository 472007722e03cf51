//! The lines of the bridge: flows with their heads and cuts, invitations with their envelopes.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::bridge_plan::{Placed, Plan, Row, What};
use super::{paint, parts};
use crate::ui::{fonts, theme};
use crate::view::{BridgeData, Envelope, Flow, Lane};

/// The way of one row across the gap, from where it starts to where it goes.
pub(super) struct Track {
    /// The line, from its start to its end.
    path: Vec<Pos2>,
    /// The free place between the stations for this row.
    room: Rect,
    /// Does it run from the right to the left?
    is_leftward: bool,
    /// Where the straight part starts and ends, in the direction of the line.
    straight: (f32, f32),
    /// Does it start and end in the same column?
    is_bracket: bool,
    /// Does it bend towards a station?
    is_bent: bool,
    /// Does the state stand under the line?
    is_stacked: bool,
}

impl Track {
    /// The way of `row`; none when there is no station to start from.
    pub(super) fn new(plan: &Plan, row: &Row, by: Vec2) -> Option<Self> {
        let sizes = &theme::measures().bridge;
        let gutter = sizes.gutter;
        let placed = |place: Option<usize>| place.and_then(|place| plan.stations.get(place));
        let from = placed(row.from)?;
        let to = placed(row.to);
        let left = plan.stations.iter().filter(|placed| placed.is_left).map(|placed| placed.rect.max.x);
        let right = plan.stations.iter().filter(|placed| !placed.is_left).map(|placed| placed.rect.min.x);
        let left = left.fold(0.0_f32, f32::max);
        let right = right.fold(f32::INFINITY, f32::min);
        let right = if right.is_finite() { right } else { left + sizes.station_width.0 };
        let room = Rect::from_min_max(pos2(left, row.top), pos2(right, row.top + row.height)).translate(by);
        let y = match row.what {
            What::Lane(_) if plan.is_stacked => room.max.y - row.height * sizes.stacked_foot,
            What::Lane(_) => room.max.y - sizes.foot,
            What::Envelope(_) | What::More(_) => room.center().y,
        };
        let start = anchor(from, y, by);
        let is_leftward = !from.is_left;
        let inward = |placed: &Placed| if placed.is_left { gutter } else { -gutter };
        let mut path = bend(start, pos2(start.x + inward(from), y));
        let is_bracket = to.is_some_and(|to| to.is_left == from.is_left);
        let far = if is_leftward { room.min.x + gutter } else { room.max.x - gutter };
        match to {
            Some(to) if is_bracket => {
                let end = pos2(start.x, to.rect.center().y + by.y);
                path.push(pos2(start.x + inward(from), end.y));
                path.push(end);
            }
            Some(to) => {
                let end = anchor(to, y, by);
                let mut last = bend(end, pos2(end.x + inward(to), y));
                last.reverse();
                path.append(&mut last);
            }
            None => path.push(pos2(room.center().x, y)),
        }
        let straight = (start.x + inward(from), far);
        let is_bent = path.windows(2).any(|pair| pair.first().map(|point| point.y) != pair.last().map(|point| point.y));
        Some(Self { path, room, is_leftward, straight, is_bracket, is_bent, is_stacked: plan.is_stacked })
    }

    /// What reacts to the pointer.
    pub(super) fn hit(&self) -> Rect {
        self.room.shrink2(vec2(theme::measures().space.near, 0.0))
    }

    /// The height of the straight part.
    fn y(&self) -> f32 {
        self.path.get(1).or(self.path.first()).map_or(self.room.center().y, |point| point.y)
    }
}

/// Where a line meets a station.
fn anchor(placed: &Placed, y: f32, by: Vec2) -> Pos2 {
    let rect = placed.rect.translate(by);
    let x = if placed.is_left { rect.max.x } else { rect.min.x };
    // Clear of the round corners.
    let inset = theme::measures().space.gap;
    pos2(x, y.min(rect.max.y - inset).max(rect.min.y + inset))
}

/// From a station to the straight part, with a bend in the gutter when they differ in height.
fn bend(station: Pos2, straight: Pos2) -> Vec<Pos2> {
    if (station.y - straight.y).abs() < 0.5 {
        return vec![pos2(station.x, straight.y), straight];
    }
    let middle = (station.x + straight.x) / 2.0;
    let curve = egui::epaint::CubicBezierShape::from_points_stroke(
        [station, pos2(middle, station.y), pos2(middle, straight.y), straight],
        false,
        Color32::TRANSPARENT,
        Stroke::NONE,
    );
    // Stays in code: finer than can be seen.
    curve.flatten(Some(0.2))
}

/// The first part of a path, up to a share of its length.
fn part_of(path: &[Pos2], share: f32) -> Vec<Pos2> {
    let length: f32 = path.windows(2).map(distance).sum();
    let mut left = length * share.clamp(0.0, 1.0);
    let mut shown: Vec<Pos2> = path.first().copied().into_iter().collect();
    for pair in path.windows(2) {
        let step = distance(pair);
        let (Some(from), Some(to)) = (pair.first(), pair.last()) else { break };
        if step >= left {
            shown.push(*from + (*to - *from) * (left / step.max(f32::EPSILON)));
            break;
        }
        shown.push(*to);
        left -= step;
    }
    shown
}

fn distance(pair: &[Pos2]) -> f32 {
    match pair {
        [from, to] => from.distance(*to),
        _ => 0.0,
    }
}

/// How all flows of a bridge say where they stand: alike.
#[derive(Clone, Copy)]
pub(super) struct Saying {
    /// The size of the words.
    size: f32,
    words: Wording,
}

/// In how many words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wording {
    Full,
    Few,
    Fewest,
}

impl Saying {
    /// As large as fits where the story is all there is to see, and in full when every flow has room for it.
    pub(super) fn of(ui: &Ui, data: &BridgeData, plan: &Plan, is_story: bool) -> Self {
        let size = &theme::tokens(ui).size;
        let tracks: Vec<(&Lane, Track)> = plan
            .rows
            .iter()
            .filter_map(|row| {
                let What::Lane(place) = row.what else { return None };
                Some((data.lanes.get(place)?, Track::new(plan, row, Vec2::ZERO)?))
            })
            .collect();
        let high = tracks.iter().map(|(_, track)| track.room.height()).fold(f32::INFINITY, f32::min);
        let all_fit = |size: f32, words: Wording| {
            let said = Self { size, words };
            tracks.iter().all(|(lane, track)| said.fits(ui, data, lane, track))
        };
        // Half a point less: the rows are as high as these, but for what is lost in counting.
        let bridge = &theme::tokens(ui).bridge;
        let (for_title, for_heading) = if plan.is_stacked {
            (bridge.stacked_wide_lane - 0.5, bridge.stacked_story_lane - 0.5)
        } else {
            (bridge.lane - 0.5, bridge.wide_lane - 0.5)
        };
        let large: &[f32] = match high {
            high if !is_story || high < for_title => &[],
            high if high < for_heading => &[size.title],
            _ => &[size.heading, size.title],
        };
        let large = large.iter().flat_map(|size| [(*size, Wording::Full), (*size, Wording::Few)]);
        let small = [(size.small, Wording::Full), (size.small, Wording::Few)];
        let fitting = large.chain(small).find(|(size, words)| all_fit(*size, *words));
        let (size, words) = fitting.unwrap_or((size.small, Wording::Fewest));
        Self { size, words }
    }

    fn fits(self, ui: &Ui, data: &BridgeData, lane: &Lane, track: &Track) -> bool {
        let room = room_for_words(track, cut_place(data, lane, track));
        let ink = theme::tokens(ui).color.text;
        let name = paint::line(ui, &lane.title, self.size, fonts::semibold(), ink, f32::INFINITY).size().x;
        let state = self.state(ui, lane, track, ink, f32::INFINITY).size().x;
        if track.is_stacked {
            let below = room_for_words(track, None);
            return name <= room.1 - room.0 && state <= below.1 - below.0;
        }
        name + state <= room.1 - room.0
    }

    /// The state behind the name of the role, or under it.
    fn state(self, ui: &Ui, lane: &Lane, track: &Track, ink: Color32, width: f32) -> Arc<Galley> {
        let [few, fewest] = &lane.brief;
        let words = match self.words {
            Wording::Full => &lane.words.text,
            Wording::Few => few,
            Wording::Fewest => fewest,
        };
        let dot = if track.is_stacked { "" } else { "  ·  " };
        let parts = [
            (dot, self.size, fonts::regular(), theme::tokens(ui).color.faint),
            (words.as_str(), self.size, fonts::regular(), ink),
        ];
        paint::spans(ui, &parts, width)
    }
}

/// Draws a flow of licenses from a home to a host.
pub(super) fn lane(ui: &Ui, data: &BridgeData, lane: &Lane, track: &Track, said: Saying, response: &Response) {
    let tokens = theme::tokens(ui);
    let (color, bridge) = (&tokens.color, &tokens.bridge);
    let ink = tokens.tone(lane.words.tone);
    let inner = track.hit().shrink2(vec2(tokens.space.base, tokens.stroke.line));
    if response.hovered() {
        ui.painter().rect_filled(inner, tokens.radius.control, color.raised);
    }
    let tint = track.room.shrink2(vec2(tokens.space.tight, tokens.stroke.line));
    // The bar ends above the line and its head.
    let bar = tint.with_max_y(track.y() - bridge.head * 0.7);
    let salt = ("lane", lane.person, lane.from, lane.to, &lane.role);
    parts::changed_beside(ui, parts::behind(ui), tint, bar, lane.has_changed, salt);
    let cut = cut_place(data, lane, track);
    let length: f32 = track.path.windows(2).map(distance).sum();
    let target =
        cut.map_or(1.0, |cut| track.path.first().map_or(1.0, |start| (cut.x - start.x).abs() / length.max(1.0)));
    let time = tokens.time.calm * parts::motion(ui);
    let share = ui.ctx().animate_value_with_time(response.id.with("reach"), target, time);
    let shown = part_of(&track.path, share);
    let painter = ui.painter();
    match lane.flow {
        Flow::Waiting => {
            painter.extend(Shape::dashed_line(
                &track.path,
                Stroke::new(bridge.waiting_flow, ink),
                bridge.dash,
                bridge.dash_gap,
            ));
        }
        Flow::Open | Flow::Cut(_) => {
            painter.add(Shape::line(track.path.clone(), Stroke::new(bridge.waiting_flow, color.track)));
            painter.add(Shape::line(shown, Stroke::new(bridge.flow, ink)));
        }
    }
    // Stays in code: as good as there.
    if lane.flow == Flow::Open && share > 0.98 {
        head(ui, track, ink);
    }
    if let Some(cut) = cut {
        mark_cut(ui, cut, ink);
    }
    words(ui, lane, track, cut, said);
    paint::focus_ring(ui, response, inner);
}

/// Where the flow is cut: near the platform that cuts it.
fn cut_place(data: &BridgeData, lane: &Lane, track: &Track) -> Option<Pos2> {
    let Flow::Cut(platform) = lane.flow else { return None };
    let (start, end) = track.straight;
    let reach = (end - start).abs();
    let sizes = &theme::measures().bridge;
    let near = sizes.cut_from_station.hold(reach * sizes.cut_share);
    let is_at_home = platform == lane.from || !data.stations.iter().any(|station| station.platform == platform);
    let from_start = if is_at_home || track.is_bracket { near } else { reach - near };
    let direction = if track.is_leftward { -1.0 } else { 1.0 };
    Some(pos2(start + direction * from_start, track.y()))
}

fn mark_cut(ui: &Ui, centre: Pos2, ink: Color32) {
    let tokens = theme::tokens(ui);
    let (painter, stroke) = (ui.painter(), Stroke::new(tokens.stroke.strong, ink));
    let radius = tokens.bridge.cut / 2.0;
    painter.circle(centre, radius, tokens.color.bg, stroke);
    let reach = radius * 0.36;
    for (from, to) in [(vec2(-reach, -reach), vec2(reach, reach)), (vec2(-reach, reach), vec2(reach, -reach))] {
        painter.line_segment([centre + from, centre + to], stroke);
    }
}

/// The arrow head where an open flow arrives.
fn head(ui: &Ui, track: &Track, ink: Color32) {
    let Some(tip) = track.path.last().copied() else { return };
    let bridge = &theme::tokens(ui).bridge;
    let back = if track.is_leftward != track.is_bracket { bridge.head } else { -bridge.head };
    let wing = bridge.head * 0.7;
    // The round join of the line reaches beyond its tip.
    let tip = tip + vec2(back * 0.22, 0.0);
    let wings = vec![tip + vec2(back, -wing), tip, tip + vec2(back, wing)];
    ui.painter().add(Shape::line(wings, Stroke::new(bridge.flow, ink)));
}

/// From where to where there is room for words above the line, clear of the mark of a cut.
fn room_for_words(track: &Track, cut: Option<Pos2>) -> (f32, f32) {
    let theme::Measures { space, bridge, .. } = theme::measures();
    let bent = if track.is_bent { bridge.gutter } else { 0.0 };
    let clear = bridge.cut / 2.0 + space.near;
    let mut left = track.room.min.x + space.row + bent;
    let mut right = track.room.max.x - space.row - bent;
    if let Some(cut) = cut {
        if cut.x > track.room.center().x {
            right = cut.x - clear;
        } else {
            left = cut.x + clear;
        }
    }
    (left, right)
}

/// The role above the line; the state behind it, or under the line.
fn words(ui: &Ui, lane: &Lane, track: &Track, cut: Option<Pos2>, said: Saying) {
    let tokens = theme::tokens(ui);
    let (left, right) = room_for_words(track, cut);
    let ink = tokens.tone(lane.words.tone);
    // When not even that fits, the name of the role gives way: the state is the news.
    let state = said.state(ui, lane, track, ink, f32::INFINITY);
    let name_width = if track.is_stacked { right - left } else { right - left - state.size().x };
    let name = name(ui, lane, said.size, name_width);
    let above = |height: f32| track.y() - tokens.space.near - height / 2.0;
    let (mut after, mut y) = (left, above(state.size().y));
    if let Some(name) = name {
        y = above(name.size().y);
        after = paint::from_left(ui.painter(), left, y, name);
    }
    let mut place = (after, right);
    if track.is_stacked {
        // Below the name where it fits there; else from the edge, under the mark.
        let fits = left + state.size().x <= right;
        place = if fits { (left, right) } else { room_for_words(track, None) };
        let radius = tokens.bridge.cut / 2.0;
        let is_under_cut = cut.is_some_and(|cut| place.0 + state.size().x > cut.x - radius);
        let clear = if is_under_cut { radius + tokens.stroke.line } else { tokens.space.near };
        y = track.y() + clear + state.size().y / 2.0;
    }
    let (from, to) = place;
    paint::from_left(ui.painter(), from, y, said.state(ui, lane, track, ink, to - from));
}

/// The role as it is written; where a whole name has no room, whose it is is shortened before which role it is. None when
/// there is hardly room for a letter.
fn name(ui: &Ui, lane: &Lane, size: f32, width: f32) -> Option<Arc<Galley>> {
    let ink = theme::tokens(ui).color.text;
    let lay = |words: &str, width: f32| paint::name(ui, words, size, fonts::semibold(), ink, width);
    let least = 3.0 * size;
    if width < least {
        return None;
    }
    let whose = lane.title.strip_suffix(lane.role.as_str()).unwrap_or_default().trim_end();
    let role = lay(&format!(" {}", lane.role), f32::INFINITY).size().x;
    let for_whose = width - role;
    if whose.is_empty() || lay(&lane.title, f32::INFINITY).size().x <= width {
        return Some(lay(&lane.title, width));
    }
    if for_whose < least {
        return Some(lay(&lane.role, width));
    }
    let mut short = whose.to_owned();
    while !short.is_empty() && lay(&format!("{short}…"), f32::INFINITY).size().x > for_whose {
        short.pop();
    }
    Some(lay(&format!("{short}… {}", lane.role), width))
}

/// Draws an invitation on its way from the host to where the invitee works.
pub(super) fn envelope(ui: &Ui, envelope: &Envelope, track: &Track, is_story: bool, response: &Response) {
    let tokens = theme::tokens(ui);
    let ink = tokens.color.wait;
    let y = track.room.center().y;
    let size = if is_story { tokens.size.title } else { tokens.size.small };
    let (space, bridge) = (&tokens.space, &tokens.bridge);
    let icon = vec2(bridge.envelope_width, bridge.envelope_height);
    let clear = if track.is_bent { 2.0 * bridge.gutter } else { 0.0 };
    let most = track.room.width() - icon.x - space.page - clear;
    let galley = paint::line(ui, &envelope.words, size, fonts::medium(), ink, most);
    let width = icon.x + space.base + galley.size().x;
    let start = if track.is_leftward { track.room.max.x - width } else { track.room.min.x };
    // Between two stations of one column it rests beside the line, which does not come to the middle.
    let rest = match (track.is_bracket, track.is_leftward) {
        (false, _) => track.room.center().x - width / 2.0,
        (true, false) => track.room.min.x + bridge.gutter + space.base,
        (true, true) => track.room.max.x - bridge.gutter - space.base - width,
    };
    let left = egui::lerp(start..=rest, arrival(ui, response));
    let block = Rect::from_min_size(pos2(left, y - icon.y / 2.0), vec2(width, icon.y));
    let painter = ui.painter();
    let line = Stroke::new(tokens.stroke.mark, ink.gamma_multiply(tokens.shade.way));
    for part in outside(&track.path, block.expand2(vec2(space.base, 0.0))) {
        painter.extend(Shape::dashed_line(&part, line, bridge.dot, bridge.dot_gap));
    }
    let body = Rect::from_min_size(pos2(block.min.x, y - icon.y / 2.0), icon);
    let fill = if response.hovered() { tokens.color.wait_tint } else { tokens.color.bg };
    let edge = Stroke::new(tokens.stroke.strong, ink);
    painter.rect(body, tokens.radius.small, fill, edge, StrokeKind::Inside);
    let (side, above) = (icon.x * 0.1, icon.y * 0.2);
    let flap = vec![
        body.left_top() + vec2(side, above),
        body.center() + vec2(0.0, icon.y * 0.12),
        body.right_top() + vec2(-side, above),
    ];
    painter.add(Shape::line(flap, edge));
    paint::from_left(painter, body.max.x + space.base, y, galley);
    paint::focus_ring(ui, response, block.expand(space.tight));
}

/// The parts of a path before and behind a block that lies on it.
fn outside(path: &[Pos2], block: Rect) -> Vec<Vec<Pos2>> {
    let mut parts = vec![Vec::new()];
    for pair in path.windows(2) {
        let [from, to] = pair else { continue };
        let (from, to) = (*from, *to);
        let is_level = (from.y - to.y).abs() < 0.5;
        let lies_on_it = is_level && block.y_range().contains(from.y);
        let (near, far) = if from.x < to.x { (block.min.x, block.max.x) } else { (block.max.x, block.min.x) };
        let is_before = |x: f32, edge: f32| if near < far { x < edge } else { x > edge };
        if !lies_on_it || !is_before(from.x, far) || !is_before(near, to.x) {
            push(&mut parts, from, to);
            continue;
        }
        if is_before(from.x, near) {
            push(&mut parts, from, pos2(near, from.y));
        }
        parts.push(Vec::new());
        if is_before(far, to.x) {
            push(&mut parts, pos2(far, from.y), to);
        }
    }
    parts.retain(|part| part.len() > 1);
    parts
}

fn push(parts: &mut [Vec<Pos2>], from: Pos2, to: Pos2) {
    let Some(part) = parts.last_mut() else { return };
    if part.is_empty() {
        part.push(from);
    }
    part.push(to);
}

/// How far an envelope has come: it crosses once, when it is new.
fn arrival(ui: &Ui, response: &Response) -> f32 {
    let key = response.id.with("known");
    let is_known = ui.data_mut(|memory| {
        let is_known = memory.get_temp::<bool>(key).unwrap_or_default();
        memory.insert_temp(key, true);
        is_known
    });
    let time = theme::tokens(ui).time.calm * parts::motion(ui);
    if !is_known && time > 0.0 {
        ui.ctx().request_repaint();
    }
    let target = if is_known || time == 0.0 { 1.0 } else { 0.0 };
    let share = ui.ctx().animate_value_with_time(response.id.with("crossing"), target, time);
    // Stays in code: fast at first, then slower, so that it comes to rest.
    share * (2.0 - share)
}
