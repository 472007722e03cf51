//! The controls and marks of the window. Each names itself to screen readers, and tests find it by that name.
//!
//! A control that cannot be used now says why: its `…_enabled` variant takes `Err(reason)`, can still be reached with
//! the keyboard, and shows the reason on hover, on focus, and as its accessible description.

mod avatar;
mod badge;
mod button;
mod callout;
mod card;
mod explain;
mod field;
mod live;
mod logo;
mod marks;
mod name;
mod paint;
mod region;
mod row;
mod segmented;
mod status;
mod step;
mod switch;
mod tabs;

pub use avatar::{AvatarState, avatar};
pub use badge::{BadgeStyle, badge, counter, key_cap, tag};
pub use button::{
    Button, button, button_enabled, icon_button, icon_button_enabled, primary_button, primary_button_enabled,
    quiet_button, quiet_button_enabled, small_button, small_button_enabled,
};
pub use callout::{callout, callout_in, dashed_box, quote};
pub use card::{CardStyle, card, clickable_card, panel_frame};
pub use explain::{explained, note_word, with_meaning, word_in_focus};
pub use field::{drop_down, drop_line, focus_when_new, search_field, text_area, text_field};
pub use live::live;
pub use logo::logo;
pub use marks::{column_heading, divider, path, platform_mark, section_heading, watch_mark};
pub use name::name;
pub use region::region;
pub use row::{row, row_of};
pub use segmented::segmented;
pub use status::{Status, status};
pub use step::{StepState, progress_ring, step_marker};
pub use switch::{pill_size, switch, switch_enabled, switch_row};
pub use tabs::{Tab, tab_bar, tabs};

/// Whether a control can be used, or why not: the reason is shown.
pub type Enabled = Result<(), String>;
