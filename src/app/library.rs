//! What can be opened: lessons, situations and drills, as lists of their own.

use crate::content::{BUILT_IN, BuiltIn, CASES, DRILLS, Head};
use crate::view::{LibraryLine, Mode, SheetData, Took, build};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The heads of all built-in files, by id. Read once, when somebody looks.
fn heads() -> &'static BTreeMap<&'static str, Head> {
    static HEADS: OnceLock<BTreeMap<&'static str, Head>> = OnceLock::new();
    HEADS.get_or_init(|| BuiltIn::all().filter_map(|built_in| Some((built_in.id, built_in.head()?))).collect())
}

/// The files of a part of the library, in order.
fn files(mode: Mode) -> Vec<&'static BuiltIn> {
    let has_lesson = |built_in: &&BuiltIn| heads().get(built_in.id).is_some_and(Head::has_lesson);
    match mode {
        Mode::Learn => BUILT_IN.iter().filter(has_lesson).collect(),
        Mode::Explore => BUILT_IN.iter().filter(|built_in| !has_lesson(built_in)).chain(&CASES).collect(),
        Mode::Drill => DRILLS.iter().collect(),
    }
}

/// The list of a part of the library.
#[must_use]
pub fn sheet(mode: Mode, done: &BTreeMap<String, Took>, open: &str) -> SheetData {
    let brief = |id: &str| heads().get(id).map(|head| head.brief.as_str()).unwrap_or_default();
    let line = |built_in: &BuiltIn| -> LibraryLine {
        build::library_line(built_in.id, built_in.title, brief(built_in.id), done, built_in.id == open)
    };
    build::library(mode, files(mode).into_iter().map(line).collect())
}

/// The drill to solve after this one: the next that is not done, from the start again at the end.
#[must_use]
pub fn next_drill(done: &BTreeMap<String, Took>, open: &str) -> Option<(String, String)> {
    let place = DRILLS.iter().position(|drill| drill.id == open).map_or(0, |place| place + 1);
    let mut order = DRILLS.iter().cycle().skip(place).take(DRILLS.len());
    let next = order.find(|drill| drill.id != open && !done.contains_key(drill.id))?;
    Some((next.id.to_owned(), next.title.to_owned()))
}
