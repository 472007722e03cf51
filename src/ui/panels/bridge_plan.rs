//! Where everything on the bridge stands: two columns of stations, and one row for each flow and invitation.

use egui::{Rect, pos2, vec2};

use crate::domain::PlatformId;
use crate::ui::theme::{self, Bridge};
use crate::view::{BridgeData, Flow};

/// What the bridge is built of.
fn sizes() -> &'static Bridge {
    &theme::measures().bridge
}

/// The heights that a flow's row can have, from the largest: two where the story has the whole screen, with room, and
/// without.
fn lanes(is_stacked: bool) -> [f32; 4] {
    let size = sizes();
    if is_stacked {
        [size.stacked_story_lane, size.stacked_wide_lane, size.stacked_lane, size.stacked_low_lane]
    } else {
        [size.story_lane, size.wide_lane, size.lane, size.low_lane]
    }
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// The flow at this place.
    Lane(usize),
    /// The invitation at this place.
    Envelope(usize),
    /// So many flows are not shown.
    More(usize),
}

/// One row across the gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row {
    /// What it shows.
    pub what: What,
    /// Its top and its height.
    pub top: f32,
    /// Its height.
    pub height: f32,
    /// The station it starts from.
    pub from: Option<usize>,
    /// The station it goes to.
    pub to: Option<usize>,
}

/// A station in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    /// Where.
    pub rect: Rect,
    /// Is it in the left column?
    pub is_left: bool,
}

/// Everything in its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Plan {
    /// The stations, in the order of the data.
    pub stations: Vec<Placed>,
    /// The rows, from the top down.
    pub rows: Vec<Row>,
    /// The height that all of it takes.
    pub height: f32,
    /// Does the state of a flow stand under its line?
    pub is_stacked: bool,
}

/// The rows that belong to one station of the fuller column.
#[derive(Debug, Clone, Default)]
struct Group {
    station: usize,
    rows: Vec<(What, Option<usize>, Option<usize>)>,
    hidden: usize,
}

impl Group {
    fn height(&self, lane: f32) -> f32 {
        let rows: f32 = self.rows.iter().map(|(what, ..)| row_height(*what, lane)).sum();
        rows + if self.hidden > 0 { sizes().more } else { 0.0 }
    }

    fn lanes(&self) -> usize {
        self.rows.iter().filter(|(what, ..)| matches!(what, What::Lane(_))).count()
    }

    /// Leaves out a flow: the last one that is open, else the last that waits. What is cut is what one looks for.
    fn shorten(&mut self, data: &BridgeData) {
        let flow = |what: &What| match what {
            What::Lane(place) => data.lanes.get(*place).map(|lane| lane.flow),
            What::Envelope(_) | What::More(_) => None,
        };
        let rank = |flow: Flow| match flow {
            Flow::Open => 2,
            Flow::Waiting => 1,
            Flow::Cut(_) => 0,
        };
        let flows = self.rows.iter().enumerate().filter_map(|(place, (what, ..))| Some((rank(flow(what)?), place)));
        if let Some((_, place)) = flows.max() {
            self.rows.remove(place);
            self.hidden += 1;
        }
    }
}

fn row_height(what: What, lane: f32) -> f32 {
    match what {
        What::Lane(_) => lane,
        What::Envelope(_) => sizes().envelope,
        What::More(_) => sizes().more,
    }
}

/// The place of a platform among the stations.
fn station(data: &BridgeData, platform: PlatformId) -> Option<usize> {
    data.stations.iter().position(|station| station.platform == platform)
}

/// Which stations stand on the left: as many flows as possible shall cross the gap.
pub(super) fn left_column(data: &BridgeData) -> Vec<bool> {
    let count = data.stations.len();
    let alone = || (0..count).map(|place| place == 0).collect::<Vec<bool>>();
    if count <= 2 || count > 10 {
        return alone();
    }
    let pairs: Vec<(usize, usize)> = data
        .lanes
        .iter()
        .map(|lane| (lane.from, lane.to))
        .chain(data.envelopes.iter().filter_map(|envelope| envelope.to.map(|to| (envelope.from, to))))
        .filter_map(|(from, to)| Some((station(data, from)?, station(data, to)?)))
        .collect();
    // The first station is always on the left, so only the others are tried.
    let best = (0..(1_usize << (count - 1)) - 1)
        .map(|mask| (mask << 1) | 1)
        .max_by_key(|mask| {
            let is_left = |place: &usize| mask >> place & 1 == 1;
            let crossing = pairs.iter().filter(|(from, to)| is_left(from) != is_left(to)).count();
            let left = (0..count).filter(is_left).count();
            let fuller = left.max(count - left);
            (crossing, count - fuller, count - left)
        })
        .unwrap_or(1);
    (0..count).map(|place| best >> place & 1 == 1).collect()
}

/// The rows by the station of the fuller column that they belong to.
fn groups(data: &BridgeData, is_left: &[bool], fuller_is_left: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = (0..data.stations.len())
        .filter(|place| is_left.get(*place) == Some(&fuller_is_left))
        .map(|station| Group { station, ..Group::default() })
        .collect();
    let envelopes = data.envelopes.iter().enumerate().map(|(place, envelope)| {
        (What::Envelope(place), station(data, envelope.from), envelope.to.and_then(|to| station(data, to)))
    });
    let lanes = data
        .lanes
        .iter()
        .enumerate()
        .map(|(place, lane)| (What::Lane(place), station(data, lane.from), station(data, lane.to)));
    for row in envelopes.chain(lanes) {
        let (_, from, to) = row;
        let owner = groups.iter().position(|group| from == Some(group.station) || to == Some(group.station));
        if let Some(group) = groups.get_mut(owner.unwrap_or_default()) {
            group.rows.push(row);
        }
    }
    groups
}

/// The least height of a station in a column of groups.
fn least(groups: &[Group], most: f32) -> f32 {
    if groups.len() > 1 { sizes().station } else { sizes().lone_station.min(most) }
}

/// The height of a column of groups.
fn column_height(groups: &[Group], lane: f32, least: f32) -> f32 {
    let stations: f32 = groups.iter().map(|group| (group.height(lane) + 2.0 * sizes().margin).max(least)).sum();
    stations + sizes().between * groups.len().saturating_sub(1) as f32
}

fn station_width(width: f32) -> f32 {
    sizes().station_width.hold(width * sizes().station_share).min(width / 2.0)
}

/// Is a bridge of this width so narrow that the state of a flow stands under its line?
pub(super) fn is_stacked(width: f32) -> bool {
    width - 2.0 * station_width(width) < sizes().stacked_gap
}

/// Plans the bridge into `width` and at most `most` height, with its corner at the origin. With `is_story` it takes the
/// room it is given.
pub(super) fn plan(data: &BridgeData, width: f32, most: f32, is_story: bool) -> Plan {
    let is_left = left_column(data);
    let left = is_left.iter().filter(|is_left| **is_left).count();
    let fuller_is_left = left > is_left.len() - left;
    let mut groups = groups(data, &is_left, fuller_is_left);
    let least = least(&groups, most);
    let [large, medium, ..] = lanes(true);
    let has_height = [large, medium].iter().any(|lane| column_height(&groups, *lane, least) <= most);
    let is_wide = is_story && has_height && !is_stacked(width);
    let is_stacked = is_stacked(width) || is_wide;
    let station_width = if is_wide { width * sizes().story_station_share } else { station_width(width) };
    let lanes = lanes(is_stacked);
    let [.., usual, narrow] = lanes;
    let fits = |lane: &f32| column_height(&groups, *lane, least) <= most;
    let lane = lanes.into_iter().filter(|lane| is_story || *lane <= usual).find(fits).unwrap_or(narrow);
    while column_height(&groups, lane, least) > most {
        let longest = groups.iter_mut().max_by_key(|group| group.lanes());
        match longest {
            Some(group) if group.lanes() > 1 => group.shorten(data),
            Some(_) | None => break,
        }
    }
    // Guests beyond those who are told of are counted with what does not fit below the last station.
    if let Some(group) = groups.last_mut() {
        group.hidden += data.more;
    }
    let height = column_height(&groups, lane, least);
    let nowhere = Placed { rect: Rect::ZERO, is_left: true };
    let mut plan = Plan { stations: vec![nowhere; is_left.len()], rows: Vec::new(), height, is_stacked };
    let column_left = |is_left: bool| if is_left { 0.0 } else { width - station_width };
    let mut top = 0.0;
    for group in groups {
        let own = group.height(lane);
        let tall = (own + 2.0 * sizes().margin).max(least);
        if let Some(placed) = plan.stations.get_mut(group.station) {
            let corner = pos2(column_left(fuller_is_left), top);
            *placed = Placed { rect: Rect::from_min_size(corner, vec2(station_width, tall)), is_left: fuller_is_left };
        }
        push_rows(&mut plan, &group, top + (tall - own) / 2.0, lane);
        top += tall + sizes().between;
    }
    place_others(&mut plan, &is_left, !fuller_is_left, column_left(!fuller_is_left), station_width);
    plan
}

fn push_rows(plan: &mut Plan, group: &Group, from_top: f32, lane: f32) {
    let mut top = from_top;
    for (what, from, to) in &group.rows {
        let height = row_height(*what, lane);
        plan.rows.push(Row { what: *what, top, height, from: *from, to: *to });
        top += height;
    }
    if group.hidden > 0 {
        plan.rows.push(Row {
            what: What::More(group.hidden),
            top,
            height: sizes().more,
            from: Some(group.station),
            to: None,
        });
    }
}

/// The emptier column shares the height evenly.
fn place_others(plan: &mut Plan, is_left: &[bool], side: bool, left: f32, width: f32) {
    let places: Vec<usize> = (0..is_left.len()).filter(|place| is_left.get(*place) == Some(&side)).collect();
    let count = places.len().max(1) as f32;
    let tall = (plan.height - sizes().between * (count - 1.0)) / count;
    for (row, place) in places.into_iter().enumerate() {
        let corner = pos2(left, (tall + sizes().between) * row as f32);
        if let Some(placed) = plan.stations.get_mut(place) {
            *placed = Placed { rect: Rect::from_min_size(corner, vec2(width, tall)), is_left: side };
        }
    }
}
