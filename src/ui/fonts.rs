//! The typeface: Inter in four weights, and the icons.
//!
//! The window, the tests and the pictures share this, so that all of them show the same letters. The files have only what
//! is shown, so that the program is small and starts fast: `assets/fonts/README.md` says how they are made.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.otf");
const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-Bold.otf");
const LUCIDE: &[u8] = include_bytes!("../../assets/fonts/Lucide.ttf");

/// The name of the icon family.
const ICONS: &str = "lucide";

/// Plain text.
pub fn regular() -> FontFamily {
    FontFamily::Proportional
}

/// The weight between text and names: buttons, tabs.
pub fn medium() -> FontFamily {
    FontFamily::Name("medium".into())
}

/// The weight of names and headings.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The heaviest weight: what is read from afar.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The icon font: `char::from(lucide_icons::Icon::Check)` in this family.
pub fn icons() -> FontFamily {
    FontFamily::Name(ICONS.into())
}

/// All families: each weight falls back on the regular one, which has more letters.
///
/// egui's own fonts are left out: what Inter lacks is taken from the fonts of the machine.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files = [("regular", REGULAR), ("medium", MEDIUM), ("semibold", SEMIBOLD), ("bold", BOLD), (ICONS, LUCIDE)];
    for (name, bytes) in files {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(bytes)));
    }
    for family in [regular(), FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".to_owned()]);
    }
    for name in ["medium", "semibold", "bold", ICONS] {
        fonts.families.insert(FontFamily::Name(name.into()), vec![name.to_owned(), "regular".to_owned()]);
    }
    fonts
}

/// Gives the window these fonts.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}
