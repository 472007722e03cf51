//! The built-in fonts have all that the program writes and draws of its own; they are cut down to it.

use crossinvite::ui::fonts;
use egui::{Context, FontFamily, FontId};
use lucide_icons::Icon;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file of this kind under this folder of the package.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(at) = open.pop() {
        if at.is_dir() {
            open.extend(fs::read_dir(&at).unwrap().map(|entry| entry.unwrap().path()));
        } else if at.extension().is_some_and(|extension| extension == ending) {
            found.push(at);
        }
    }
    assert!(!found.is_empty(), "no .{ending} in {folder}");
    found
}

/// Which of these letters no font of a family has, of those that come with the program.
fn missing(family: &FontFamily, letters: &BTreeSet<char>, only_its_own: bool) -> Vec<char> {
    let mut definitions = fonts::definitions();
    if only_its_own {
        definitions.families.values_mut().for_each(|names| names.truncate(1));
    }
    let ctx = Context::default();
    ctx.set_fonts(definitions);
    let mut missing = Vec::new();
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        let font = FontId::new(14.0, family.clone());
        missing =
            ui.fonts_mut(|fonts| letters.iter().copied().filter(|letter| !fonts.has_glyph(&font, *letter)).collect());
    });
    output.textures_delta.clear();
    missing
}

#[test]
fn every_icon_of_the_sources_is_in_the_icon_font() {
    let named: Vec<(String, char)> =
        ('\u{e000}'..='\u{f8ff}').filter_map(|at| Some((format!("{:?}", Icon::try_from(at).ok()?), at))).collect();
    let sources: String = ["src", "tests"]
        .iter()
        .flat_map(|top| files(top, "rs"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let words: BTreeSet<&str> = sources
        .split(|letter: char| !letter.is_alphanumeric() && letter != ':')
        .filter_map(|word| word.strip_prefix("Icon::")?.split(':').next())
        .collect();
    let used: BTreeSet<char> =
        named.iter().filter(|(name, _)| words.contains(name.as_str())).map(|(_, at)| *at).collect();
    assert!(used.len() > 30, "the icons of the sources are found: {words:?}");
    let missing = missing(&fonts::icons(), &used, true);
    let all: Vec<String> = used.iter().map(|at| format!("{:X}", u32::from(*at))).collect();
    assert!(missing.is_empty(), "{missing:X?} are not in Lucide.ttf: make it anew with --unicodes={}", all.join(","));
}

#[test]
fn every_letter_that_the_program_writes_is_in_its_own_fonts() {
    let drawn = ["access", "app", "content", "decide", "diagnosis", "domain", "planner", "session", "ui", "view"];
    let sources = drawn.iter().flat_map(|layer| files(&format!("src/{layer}"), "rs"));
    let sources = sources.filter(|file| !file.ends_with("cli.rs"));
    let written: BTreeSet<char> = sources
        .chain(files("assets", "ron"))
        .map(|file| fs::read_to_string(file).unwrap())
        .flat_map(|text| text.chars().collect::<Vec<_>>())
        .filter(|letter| !letter.is_control())
        .collect();
    assert!(written.contains(&'→') && written.contains(&'…'));
    for family in [fonts::regular(), fonts::medium(), fonts::semibold(), fonts::bold()] {
        let missing = missing(&family, &written, false);
        assert!(missing.is_empty(), "{family:?} lacks {missing:?}");
    }
}

/// Every weight has these letters, of itself or by way of what it falls back on.
fn assert_every_weight_has(letters: &str, only_its_own: bool) {
    let letters: BTreeSet<char> = letters.chars().collect();
    for family in [fonts::regular(), fonts::medium(), fonts::semibold(), fonts::bold()] {
        let missing = missing(&family, &letters, only_its_own);
        assert!(missing.is_empty(), "{family:?} lacks {missing:?}");
    }
}

#[test]
fn letters_that_some_languages_alone_have_are_there_in_every_weight_by_way_of_the_regular_one() {
    assert_every_weight_has("Əliyev Məmmədov Ɓoyi Ɗanladi ɓ ɗ Ɛsi Kɔkɔ Kɛmi Ɣ ɣ Ŋ ŋ Ʋ ʋ ʻOkina ʼ", false);
}

#[test]
fn every_weight_has_the_letters_of_the_languages_it_is_for() {
    let words = "Zoë Łęcka Ångström Παπαδοπούλου Железо Đặng Ñandú Šťastný İstanbul ðþß €";
    assert_every_weight_has(words, true);
}
