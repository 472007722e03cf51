//! The typeface: Inter in four weights, the icon font, and fallbacks for signs that Inter lacks.
//!
//! The window, the tests and the pictures share this, so that all of them show the same letters.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.otf");
const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-Bold.otf");

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

/// All families with their fallbacks.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let weights = [("regular", REGULAR), ("medium", MEDIUM), ("semibold", SEMIBOLD), ("bold", BOLD)];
    for (name, bytes) in weights {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(bytes)));
    }
    fonts.font_data.insert(ICONS.into(), Arc::new(FontData::from_static(lucide_icons::LUCIDE_FONT_BYTES)));
    let proportional = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let monospace = fonts.families.get(&FontFamily::Monospace).cloned().unwrap_or_default();
    let with_fallbacks = |first: &str| -> Vec<String> {
        let mut names = vec![first.to_owned()];
        for name in ["regular".to_owned()].iter().chain(&monospace).chain(&proportional) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    };
    fonts.families.insert(FontFamily::Proportional, with_fallbacks("regular"));
    for family in [medium(), semibold(), bold()] {
        let FontFamily::Name(name) = &family else {
            continue;
        };
        let names = with_fallbacks(name);
        fonts.families.insert(family, names);
    }
    let mut mono = monospace.clone();
    mono.push("regular".to_owned());
    fonts.families.insert(FontFamily::Monospace, mono);
    fonts.families.insert(icons(), with_fallbacks(ICONS));
    fonts
}

/// Gives the window these fonts.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}
