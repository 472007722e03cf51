//! What all themes share: every size, space, radius and duration, named by what it is for. What each is for and how much
//! it is stands in `assets/theme/measures.ron`, and only there.

use ron::Value;

/// The least and the most of something that grows and shrinks with its room.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Span(pub f32, pub f32);

impl Span {
    /// `wanted`, kept between the two; where they cross, the least counts.
    pub fn hold(self, wanted: f32) -> f32 {
        wanted.min(self.1).max(self.0)
    }
}

/// What a line of the file comes to; none when it is something else.
trait Measure: Sized {
    fn read(value: &Value) -> Option<Self>;
}

impl Measure for f32 {
    fn read(value: &Value) -> Option<Self> {
        let Value::Number(number) = value else { return None };
        #[expect(clippy::cast_possible_truncation, reason = "points and seconds of a screen")]
        Some(number.into_f64() as Self)
    }
}

impl Measure for u8 {
    fn read(value: &Value) -> Option<Self> {
        let number = f32::read(value)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
        (number.fract() == 0.0 && (0.0..=255.0).contains(&number)).then_some(number as Self)
    }
}

impl Measure for Span {
    fn read(value: &Value) -> Option<Self> {
        let Value::Seq(values) = value else { return None };
        let [least, most] = values.as_slice() else { return None };
        Some(Self(f32::read(least)?, f32::read(most)?))
    }
}

/// The names of a part of the file that were not asked for yet, each with what it holds. Read by hand: a reader that serde
/// writes for each group is many times as large.
struct Part {
    name: &'static str,
    left: ron::Map,
}

impl Part {
    fn of(name: &'static str, value: Value) -> Result<Self, String> {
        let Value::Map(left) = value else { return Err(format!("`{name}` is no group of names and values")) };
        Ok(Self { name, left })
    }

    fn take(&mut self, name: &str) -> Result<Value, String> {
        let value = self.left.remove(&Value::String(name.to_owned()));
        value.ok_or_else(|| format!("`{}.{name}` is missing", self.name))
    }

    fn measure<M: Measure>(&mut self, name: &str) -> Result<M, String> {
        let value = self.take(name)?;
        M::read(&value).ok_or_else(|| format!("`{}.{name}` is no such value: {value:?}", self.name))
    }

    fn end(self) -> Result<(), String> {
        match self.left.keys().next() {
            Some(Value::String(unknown)) => Err(format!("`{}.{unknown}` is not known", self.name)),
            Some(unknown) => Err(format!("`{}` holds {unknown:?}, which is no name", self.name)),
            None => Ok(()),
        }
    }
}

/// Declares the groups and their fields, which are in points or seconds unless they say otherwise.
macro_rules! measures {
    ($($(#[$doc:meta])* $group:ident: $Group:ident { $($name:ident $(: $kind:ty)?,)* })*) => {
        /// All of them, as `assets/theme/measures.ron` has them.
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub struct Measures {
            $($(#[$doc])* pub $group: $Group,)*
        }

        impl Measures {
            /// Reads the file.
            ///
            /// # Errors
            /// Says what is missing, not known, or no such value, and in which group.
            pub fn parse(text: &str) -> Result<Self, String> {
                let mut file = Part::of("measures", ron::from_str(text).map_err(|error| error.to_string())?)?;
                let read = Self { $($group: $Group::read(file.take(stringify!($group))?)?,)* };
                file.end()?;
                Ok(read)
            }
        }
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Default)]
            pub struct $Group {
                $(#[doc = concat!("`", stringify!($group), ".", stringify!($name), "` of the file.")]
                pub $name: measures!(@kind $($kind)?),)*
            }

            impl $Group {
                fn read(value: Value) -> Result<Self, String> {
                    let mut group = Part::of(stringify!($group), value)?;
                    let read = Self { $($name: group.measure(stringify!($name))?,)* };
                    group.end()?;
                    Ok(read)
                }
            }
        )*
    };
    (@kind) => { f32 };
    (@kind $kind:ty) => { $kind };
}

measures! {
    /// Distances: steps of an eight-point rhythm, halved and quartered where things belong together.
    space: Spaces {
        hair, tight, near, base, row, inset, gap, section, page, panels, tabs, button, scroll,
    }
    /// Corner radii.
    radius: Radii {
        mark: u8, small: u8, control: u8, card: u8, panel: u8,
    }
    /// Widths of lines.
    stroke: Strokes {
        line, mark, strong, focus, top_edge, callout_edge, dash, dash_gap,
    }
    /// Shadows: how far each falls, and how soft it is.
    shadow: Shadows {
        panel_drop: u8, panel_blur: u8, popup_drop: u8, popup_blur: u8, window_drop: u8, window_blur: u8,
    }
    /// Type sizes, all of one scale; and the sizes of controls and marks.
    size: Sizes {
        caption, small, body, strong, title, heading, display, line_gap, control, small_control, target,
        point_target, small_avatar, avatar, large_avatar, switch_width, switch_height, tick_box, tick_inner, step,
        count, dot, news, sign, point, bar, scroll_bar, pointer, logo,
    }
    /// Sizes of icons.
    icon: Icons {
        knob, mark, text, tab, head, empty, beside, beside_small,
    }
    /// Heights of rows and bars.
    row: Rows {
        top_bar, timeline, presenting, platform_head, tabs, line, member_head, card_head, space_member, item,
        low_item, pool, board, board_head, least_board, least_inquiry, menu_line, menu_part, palette_top,
        palette_line, library_line, dialog_head, dialog_foot, presented_panel,
    }
    /// What a row of a long list takes at least, with what is between; only for rows that were not drawn yet.
    usual: UsualRows {
        member, card, space_member, group_member, match_card, message, table_row, menu_line,
    }
    /// Widths of columns, lists and fields, and heights of what scrolls.
    width: Widths {
        guide: Span, guide_beside_two, guide_beside_three, guide_beside_four, least_guide, side: Span, tight_side,
        narrow_side, side_beside_three, least_side, platform, folded, nudge, resize, points_apart: Span,
        rehearsal: Span, mode, signed_in: Span, board_cell: Span, board_wide_cell, board_names,
        pool_bar: Span, low_assign: Span, low_restrict: Span, assign: Span, restrict: Span, usable: Span, list, long_list, list_height, menu,
        rehearsals, combo_height, short_choice, choice, long_choice, name_field: Span, button_beside, number_field,
        least_words, paragraph, tooltip, preview, palette, help, help_height, keys, dialog: Span, dialog_height,
        short_dialog_height, clock, table, table_member: Span, table_cell: Span, message, message_height, sheet,
        sheet_height, number, done, notice, kinds, ticks_height, most_list, presented,
    }
    /// Where the layout changes: under these widths and heights there is no room for all of it.
    narrow: Narrow {
        least_window, least_window_height, window, top_bar, tight_window, low_guide, low_members, platform_head,
        option, short_option, invite_head, invite_words, invite_buttons, role_table, role_blocks, space_member,
        pool, least_story, least_story_height, story, story_height, story_margin, low_story, story_keys,
    }
    /// Shares of the room there is, from 0 to 1.
    share: Shares {
        guide, most_guide, side, side_per_platform, most_side, board, watches, bridge_of_two, bridge_of_three,
        most_bridge, presented_bridge, told, told_with_panels, rehearsal, narrow_rehearsal, board_of_two,
        board_of_three, board_of_four,
        low_assign, low_restrict, assign, restrict, usable, space_member_name, pool_bar, faces, list, help,
        short_dialog, table_member,
    }
    /// The bridge: its stations, and a row for each flow and invitation.
    bridge: Bridge {
        story_lane, wide_lane, lane, low_lane, stacked_story_lane, stacked_wide_lane, stacked_lane,
        stacked_low_lane, stacked_gap, envelope, more, margin, between, station_width: Span, station_share,
        story_station_share, lone_station, station, low_station, usual_station, story_station, slim_station, least,
        least_stacked, most, presented: Span, gutter, foot, stacked_foot, flow, waiting_flow, dash, dash_gap, head,
        cut, cut_from_station: Span, cut_share, envelope_width, envelope_height, dot, dot_gap,
    }
    /// Durations of what moves, in seconds.
    time: Times {
        quick, calm, tooltip,
    }
    /// How long something stays that goes by itself, in seconds.
    stay: Stays {
        pointed, keys, act, notice, notice_after,
    }
    /// How much of a colour stays, from 0 to 1.
    shade: Shades {
        disabled, pressed, hovered, switch_hovered, panel_shadow, changed, halo, undone, way, pointer, belongs,
        scroll_at_rest, scroll_near, scroll_held, scroll_groove,
    }
}
