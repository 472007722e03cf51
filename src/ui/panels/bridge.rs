//! The bridge: who is where, which license reaches which role, which invitation is on its way, where a flow is cut.

use egui::{FontId, Pos2, Rect, Role, Sense, Ui, Vec2, pos2, vec2};

use super::bridge_paint::{self, Saying, Track};
use super::bridge_plan::{self, Plan, Row, What};
use super::{paint, parts, preview};
use crate::domain::PlatformId;
use crate::ui::widgets;
use crate::ui::{CommandQueue, UiCommand, fonts, text, theme};
use crate::view::{BridgeData, Face, Presence, Station};

/// The height that the bridge takes at this width, at most `most`.
pub fn bridge_height(data: &BridgeData, width: f32, most: f32) -> f32 {
    bridge_plan::plan(data, width, most, false).height
}

/// The least room that the bridge is given at this width: three flows and an invitation.
pub fn bridge_least(width: f32) -> f32 {
    let bridge = &theme::measures().bridge;
    if bridge_plan::is_stacked(width) { bridge.least_stacked } else { bridge.least }
}

/// Draws the bridge over the whole of `ui`.
pub fn bridge_ui(ui: &mut Ui, data: &BridgeData, queue: &mut CommandQueue) {
    drawn(ui, data, false, queue);
}

/// The same where it is all there is to see.
pub fn story_bridge_ui(ui: &mut Ui, data: &BridgeData, queue: &mut CommandQueue) {
    drawn(ui, data, true, queue);
}

/// How the rows are drawn.
#[derive(Clone, Copy)]
struct Look {
    /// Where the plan lies.
    by: Vec2,
    /// How the flows say where they stand.
    said: Saying,
    /// Is the bridge all there is to see?
    is_story: bool,
}

fn drawn(ui: &mut Ui, data: &BridgeData, is_story: bool, queue: &mut CommandQueue) {
    widgets::region(ui, "Bridge", |ui| {
        let full = ui.available_rect_before_wrap();
        let plan = bridge_plan::plan(data, full.width(), full.height(), is_story);
        let by = full.min.to_vec2() + vec2(0.0, ((full.height() - plan.height) / 2.0).max(0.0));
        let look = Look { by, said: Saying::of(ui, data, &plan, is_story), is_story };
        for row in &plan.rows {
            row_ui(ui, data, &plan, row, look, queue);
        }
        for (station, placed) in data.stations.iter().zip(&plan.stations) {
            station_ui(ui, station, placed.rect.translate(by), is_story, queue);
        }
        if let Some(words) = &data.empty {
            empty_ui(ui, words, &plan, full);
        }
    });
}

fn empty_ui(ui: &Ui, words: &str, plan: &Plan, full: Rect) {
    let tokens = theme::tokens(ui);
    let station = plan.stations.first().map_or(0.0, |placed| placed.rect.width() + tokens.space.gap);
    let place = full.shrink2(vec2(station, tokens.space.base));
    let galley = paint::lines(
        ui,
        words,
        tokens.size.body,
        fonts::regular(),
        tokens.color.dim,
        place.width().max(tokens.width.least_words),
    );
    let rect = Rect::from_center_size(place.center(), galley.size());
    paint::centred(ui.painter(), place.center(), galley);
    let response = ui.interact(rect, ui.scope_id().with("empty"), Sense::hover());
    paint::announce(&response, Role::Label, words);
}

/// The places inside a station, by its height.
struct Inside {
    title_size: f32,
    title: f32,
    faces: f32,
    face_size: f32,
    /// The size of the words, of the presence and of the licenses.
    words: (f32, f32),
    /// Where the presence stands; none: beside the faces.
    presence: Option<f32>,
}

impl Inside {
    fn of(ui: &Ui, rect: Rect, is_story: bool, people: usize) -> Self {
        let tokens = theme::tokens(ui);
        let (size, space, bridge) = (&tokens.size, &tokens.space, &tokens.bridge);
        let words = (size.caption, size.caption);
        match rect.height() {
            height if height < bridge.low_station => {
                let low = Self::stacked(size.strong, size.small_avatar, words, [space.base, space.tight]);
                Self { presence: None, ..low }
            }
            height if height < bridge.usual_station => {
                Self::stacked(size.title, size.small_avatar, words, [space.base, space.tight])
            }
            height if is_story && height > bridge.story_station => {
                let width = rect.width() - 2.0 * space.inset;
                let all_fit = people as f32 * (size.large_avatar + space.base) - space.base <= width;
                let face_size = if all_fit { size.large_avatar } else { size.avatar };
                Self::stacked(size.heading, face_size, (size.body, size.small), [space.inset, space.base])
            }
            _ => {
                let is_slim = rect.width() < bridge.slim_station;
                let face_size = if is_slim { size.small_avatar } else { size.avatar };
                Self::stacked(size.title, face_size, words, [space.inset, space.base])
            }
        }
    }

    /// Name, faces and presence one below the other, so far from the top and from each other.
    fn stacked(title_size: f32, face_size: f32, words: (f32, f32), [top, gap]: [f32; 2]) -> Self {
        let title_height = text::line_height(title_size);
        let faces = top + title_height + gap + face_size / 2.0;
        let presence = faces + face_size / 2.0 + gap + text::line_height(words.0) / 2.0;
        Self { title_size, title: top + title_height / 2.0, faces, face_size, words, presence: Some(presence) }
    }
}

/// One station: name, what it is in the story, who is there, licenses.
fn station_ui(ui: &mut Ui, station: &Station, rect: Rect, is_story: bool, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let color = &tokens.color;
    paint::panel(ui, rect, Some(tokens.platform(station.color).ink));
    let inside = Inside::of(ui, rect, is_story, station.people.total);
    let inner = rect.shrink2(vec2(tokens.space.inset, 0.0));
    let y = rect.min.y + inside.faces;
    let half = inside.face_size / 2.0;
    let mut faces = Rect::from_min_max(pos2(inner.min.x, y - half), pos2(inner.max.x, y + half));
    faces.max.x = title_ui(ui, station, inner, rect.min.y + inside.title, (inside.title_size, y));
    // Where the presence stands beside them, it has its part of the row.
    let share = if inside.presence.is_none() { tokens.share.faces } else { 1.0 };
    let end = faces_ui(ui, station, faces, (inside.face_size, share), queue);
    let Some(presence_y) = inside.presence else {
        // Clear of the ring around the last of them.
        let left = end + tokens.space.row;
        paint::from_left(ui.painter(), left, y, presence(ui, station, inside.words.0, faces.max.x - left));
        return;
    };
    let y = rect.min.y + presence_y;
    let presence = presence(ui, station, inside.words.0, inner.width());
    let top = y + presence.size().y / 2.0 + tokens.space.hair;
    paint::from_left(ui.painter(), inner.min.x, y, presence);
    let size = inside.words.1;
    let rows = if rect.max.y - top > 2.0 * text::line_height(size) + tokens.space.tight { 2 } else { 1 };
    let wrap = (inner.width(), rows);
    let font = FontId::new(size, fonts::regular());
    let words = text::few_lines(ui, &station.licenses, font, color.dim, wrap);
    let line = Rect::from_min_size(pos2(inner.min.x, top), words.size()).expand2(vec2(tokens.space.near, 0.0));
    parts::changed(ui, line, station.has_changed, ("licenses", station.platform));
    ui.painter().galley(pos2(inner.min.x, top), words, color.dim);
    let response = ui.interact(line, ui.scope_id().with(("station", station.platform)), Sense::hover());
    paint::announce(&response, Role::Label, &format!("{}: {}. {}", station.name, station.presence, station.licenses));
    response.on_hover_text(&station.licenses);
}

fn presence(ui: &Ui, station: &Station, size: f32, width: f32) -> std::sync::Arc<egui::Galley> {
    paint::line(ui, &station.presence, size, fonts::regular(), theme::tokens(ui).color.dim, width)
}

/// The name with its tags, which stand at the end of the row of faces when they do not fit beside it.
/// Returns how far the faces may reach.
fn title_ui(ui: &mut Ui, station: &Station, inner: Rect, y: f32, (size, faces_y): (f32, f32)) -> f32 {
    let tokens = theme::tokens(ui);
    let (colors, space) = (tokens.platform(station.color), &tokens.space);
    let tags: Vec<f32> = station
        .tags
        .iter()
        .map(|tag| paint::line(ui, tag, tokens.size.caption, fonts::medium(), colors.ink, f32::INFINITY))
        .map(|words| words.size().x + space.gap + space.hair)
        .collect();
    let tags_width: f32 = tags.iter().sum();
    let lay = |size: f32| paint::line(ui, &station.name, size, fonts::semibold(), tokens.color.text, inner.width());
    // A long name is set smaller before it is cut; where the story has the screen, before its tags leave it, too.
    let beside = if size > tokens.size.title { tags_width + space.tight } else { 0.0 };
    let sizes = [size, tokens.size.title, tokens.size.strong].into_iter().filter(|smaller| *smaller <= size);
    let all = sizes.map(lay).collect::<Vec<_>>();
    let fits = |galley: &&std::sync::Arc<egui::Galley>| !galley.elided && galley.size().x + beside <= inner.width();
    let whole = |galley: &&std::sync::Arc<egui::Galley>| !galley.elided;
    let fitting = all.iter().take(2).find(fits).or(all.iter().find(whole)).or(all.last());
    let Some(name) = fitting.cloned() else { return inner.max.x };
    let end = paint::from_left(ui.painter(), inner.min.x, y, name) + space.near;
    let fits = end + tags_width <= inner.max.x + space.hair;
    let (mut left, middle) = if fits { (end, y) } else { (inner.max.x - tags_width + space.hair, faces_y) };
    let reach = if fits { inner.max.x } else { left - space.tight };
    for (tag, width) in station.tags.iter().zip(tags) {
        let height = tokens.size.target;
        let place = Rect::from_min_size(pos2(left, middle - height / 2.0), vec2(width, height));
        paint::row(ui, place, ("tag", tag, station.platform), |ui| widgets::badge(ui, tag, colors));
        left += width;
    }
    reach
}

/// The people, side by side; the last place says how many more. Returns where they end.
fn faces_ui(ui: &mut Ui, station: &Station, place: Rect, (size, share): (f32, f32), queue: &mut CommandQueue) -> f32 {
    let gap = theme::tokens(ui).space.base;
    let step = size + gap;
    let fit = ((place.width() * share + gap) / step).floor().max(1.0) as usize;
    let filled = station.people.rows.len();
    let shown = if station.people.total > fit { fit.saturating_sub(1).min(filled) } else { filled };
    let mut left = place.min.x;
    // Whoever the story is about is among those who are shown.
    let focus = station.people.iter().skip(shown).find(|face| face.is_focused);
    let first = station.people.iter().take(shown.saturating_sub(usize::from(focus.is_some())));
    for face in first.chain(focus.filter(|_| shown > 0)) {
        let spot = Rect::from_min_size(pos2(left, place.min.y), Vec2::splat(size));
        let spot = spot.translate(travelled(ui, face, station, spot.min));
        paint::row(ui, spot, (station.platform, face.person), |ui| parts::face_ui(ui, face, size, queue));
        left += step;
    }
    let more = station.people.total.saturating_sub(shown);
    if more > 0 {
        let tokens = theme::tokens(ui);
        let words = format!("+{more}");
        let galley = paint::line(ui, &words, tokens.size.small, fonts::medium(), tokens.color.dim, step);
        left = paint::from_left(ui.painter(), left, place.center().y, galley) + gap;
    }
    left - gap
}

/// Whoever works here now and was elsewhere a moment ago comes from there: how far the face still is from its place.
fn travelled(ui: &Ui, face: &Face, station: &Station, place: Pos2) -> Vec2 {
    if face.presence != Presence::Here {
        return Vec2::ZERO;
    }
    let key = egui::Id::unique("who works where").with(face.person);
    let time = theme::tokens(ui).time.calm * parts::motion(ui);
    let now = ui.input(|input| input.time);
    let mut travel: Travel = ui.data(|data| data.get_temp(key)).unwrap_or(Travel {
        at: station.platform,
        place,
        from: place,
        since: f64::NEG_INFINITY,
    });
    if travel.at != station.platform {
        travel = Travel { at: station.platform, place, from: travel.place, since: now };
    }
    travel.place = place;
    ui.data_mut(|data| data.insert_temp(key, travel));
    let share = ((now - travel.since) as f32 / time.max(f32::EPSILON)).clamp(0.0, 1.0);
    if time == 0.0 || share >= 1.0 {
        return Vec2::ZERO;
    }
    ui.request_repaint();
    (travel.from - place) * (1.0 - share) * (1.0 - share)
}

/// Where somebody works, and where they came from.
#[derive(Debug, Clone, Copy)]
struct Travel {
    at: PlatformId,
    place: Pos2,
    from: Pos2,
    since: f64,
}

fn row_ui(ui: &Ui, data: &BridgeData, plan: &Plan, row: &Row, look: Look, queue: &mut CommandQueue) {
    let Some(track) = Track::new(plan, row, look.by) else { return };
    match row.what {
        What::Lane(place) => {
            let Some(lane) = data.lanes.get(place) else { return };
            let id = ui.scope_id().with(("lane", lane.person, lane.from, lane.to, &lane.role));
            let response = ui.interact(track.hit(), id, Sense::click());
            let mut name = format!("{}: {}", lane.role, lane.words.text);
            if lane.has_changed {
                name.push_str(", changed by the last act");
            }
            if let Some(would) = preview::would(ui, lane.question) {
                name.push_str(would);
            }
            paint::announce(&response, Role::Button, &name);
            bridge_paint::lane(ui, data, lane, &track, look.said, &response);
            preview::mark(ui, track.hit().shrink(theme::tokens(ui).space.hair), lane.question);
            if response.on_hover_text(format!("{name}. Why?")).clicked() {
                queue.push(UiCommand::Ask(lane.question));
            }
        }
        What::Envelope(place) => {
            let Some(envelope) = data.envelopes.get(place) else { return };
            let id = ui.scope_id().with(("envelope", envelope.person, envelope.from));
            let response = ui.interact(track.hit(), id, Sense::click());
            paint::announce(&response, Role::Button, &envelope.words);
            bridge_paint::envelope(ui, envelope, &track, look.is_story, &response);
            if response.clicked() {
                queue.push(UiCommand::Focus(envelope.person));
            }
        }
        What::More(count) => {
            let tokens = theme::tokens(ui);
            let words = format!("+{count} more");
            let galley =
                paint::line(ui, &words, tokens.size.small, fonts::medium(), tokens.color.dim, track.hit().width());
            paint::from_left(ui.painter(), track.hit().min.x + tokens.space.row, track.hit().center().y, galley);
            let response = ui.interact(track.hit(), ui.scope_id().with(("more", row.from)), Sense::hover());
            paint::announce(&response, Role::Label, &words);
            response.on_hover_text("The access board of each person shows every license.");
        }
    }
}
