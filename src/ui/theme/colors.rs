//! The colours of a theme, each named by what it means.

use egui::Color32;
use serde::{Deserialize, Deserializer, de::Error as _};

/// Declares the colours once: as fields, as a fallback, and as a list that the tests walk through.
macro_rules! colors {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Colours by meaning.
        #[derive(Debug, Clone, PartialEq, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Colors {
            $($(#[$doc])* #[serde(deserialize_with = "from_hex")] pub $name: Color32,)*
            /// One set per platform, in the order of the platforms.
            pub platforms: Vec<PlatformColors>,
        }
    };
}

colors! {
    /// Behind everything.
    bg,
    /// The bar along the top.
    bar,
    /// Panels.
    panel,
    /// Cards on panels.
    raised,
    /// Text fields, and the groove of a segmented control.
    field,
    /// Buttons.
    control,
    /// A control under the pointer.
    hover,
    /// A control being pressed.
    pressed,
    /// Quiet lines between things.
    line,
    /// Edges of buttons and tags, whose text says what they are.
    line_strong,
    /// Edges of fields and boxes, which cannot be seen without.
    edge,
    /// The shadow under panels, menus and windows.
    shadow,
    /// Over everything that a dialog makes wait.
    scrim,
    /// Text.
    text,
    /// Secondary text.
    dim,
    /// Sources, paths, hints.
    faint,
    /// The groove of a switch that is off.
    track,
    /// The groove of a switch that is on.
    track_on,
    /// The knob of a switch that is off.
    knob,
    /// The knob of a switch that is on.
    knob_on,
    /// Text on the accent.
    on_accent,
    /// The one accent: what is chosen, what is next, links.
    accent,
    /// Behind what is chosen.
    accent_tint,
    /// It holds.
    ok,
    /// Behind what holds.
    ok_tint,
    /// It fails.
    bad,
    /// Behind what fails.
    bad_tint,
    /// It is on its way.
    wait,
    /// Behind what is on its way.
    wait_tint,
    /// Worth a second look.
    caution,
    /// Behind what is worth a second look.
    caution_tint,
}

/// The colours of one platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformColors {
    /// Text and strong marks.
    #[serde(deserialize_with = "from_hex")]
    pub ink: Color32,
    /// The tint behind them.
    #[serde(deserialize_with = "from_hex")]
    pub fill: Color32,
    /// Lines around the tint.
    #[serde(deserialize_with = "from_hex")]
    pub line: Color32,
}

/// Reads "#rrggbb" or "#rrggbbaa".
fn from_hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text).map_err(|_| D::Error::custom(format!("{text:?} is not a colour such as \"#1b2028\"")))
}
