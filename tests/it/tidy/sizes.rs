//! No size of its own in the code that draws: what a designer wants to change stands in the theme, named by what it is
//! for.

use super::{Source, sources};

/// What a number that is to stay is preceded by, in the comment above its statement.
const STAYS: &str = "Stays in code: ";

/// Calls and fields whose whole numbers are sizes, too.
const WHOLE: [&str; 9] = [
    "Margin::same",
    "Margin::symmetric",
    "CornerRadius::same",
    "rect_filled",
    "rect_stroke",
    "painter.rect",
    "_margin",
    "from_millis",
    "from_secs",
];

/// Calls in which even one point is a size.
const LENGTHS: [&str; 8] =
    ["Stroke::new(", "add_space(", "expand(", "shrink(", "expand2(vec2(", "shrink2(vec2(", "set_width(", "set_height("];

/// A line without its strings and its comment.
fn code_of(line: &str) -> String {
    let mut code = String::new();
    let mut is_string = false;
    let mut before = ' ';
    for letter in line.chars() {
        if letter == '"' && before != '\\' && before != '\'' {
            is_string = !is_string;
        } else if letter == '/' && before == '/' && !is_string {
            code.pop();
            break;
        } else if !is_string {
            code.push(letter);
        }
        before = letter;
    }
    code
}

/// The numbers of a line, each with what is before and behind it.
fn numbers(code: &str) -> Vec<(&str, &str, &str)> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = code.split_at(from).1.find(|letter: char| letter.is_ascii_digit()) {
        let (before, rest) = code.split_at(from + at);
        let mut end = rest.len();
        for (place, letter) in rest.char_indices() {
            // A dot belongs to a number, but two are a range and a name behind one is a call.
            let next = rest.split_at(place + letter.len_utf8()).1.chars().next();
            let is_dot = letter == '.' && !next.is_some_and(|next| next == '.' || next.is_alphabetic());
            if !is_part(letter) && !is_dot {
                end = place;
                break;
            }
        }
        let (number, after) = rest.split_at(end);
        from = before.len() + end;
        // Not within a name, and not the place in a tuple.
        if !before.ends_with(|letter: char| is_part(letter) || letter == '.') || before.ends_with("..") {
            found.push((before, number, after));
        }
    }
    found
}

/// Does the number stand as a whole argument of one of the calls whose whole numbers are sizes?
fn is_whole_size(before: &str, after: &str) -> bool {
    let is_argument = before.trim_end().ends_with(['(', ',']) && after.trim_start().starts_with([',', ')']);
    is_argument && WHOLE.iter().any(|call| before.contains(&format!("{call}(")))
}

/// The sizes in this code that have no name: `line number: line`.
pub(crate) fn bare_sizes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_excused = false;
    for (place, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            is_excused |= line.contains(STAYS);
            continue;
        }
        let code = code_of(line);
        for (before, number, after) in numbers(&code) {
            let plain = number.replace("_f32", "").replace("_f64", "").replace('_', "");
            let is_factor = before.trim_end().ends_with(['*', '/']) || after.trim_start().starts_with('*');
            let is_size = match plain.contains('.').then(|| plain.parse::<f32>()) {
                Some(Ok(0.0)) => false,
                Some(Ok(0.5 | 1.0)) => LENGTHS.iter().any(|call| before.ends_with(call)),
                Some(_) => !is_factor,
                None => plain != "0" && is_whole_size(before, after),
            };
            if is_size && !is_excused {
                found.push(format!("{}: {}", place + 1, line.trim()));
            }
        }
        // The excuse reaches to the end of its statement.
        is_excused &= !code.trim_end().ends_with([';', '}', '{']) && !code.trim().is_empty();
    }
    found.dedup();
    found
}

#[test]
fn sizes_stand_in_the_theme() {
    let all = sources(&["src/ui", "src/app"], &["rs"]);
    let is_drawn = |path: &str| path.starts_with("src/ui") && !path.starts_with(super::THEME_LOADER);
    let drawn = all.iter().filter(|source| is_drawn(&source.path) || source.path == "src/app/notices.rs");
    let of = |source: &Source| -> Vec<String> {
        bare_sizes(&source.text).into_iter().map(|found| format!("{}:{found}", source.path)).collect()
    };
    let found: Vec<String> = drawn.flat_map(of).collect();
    assert_eq!(
        found, [""; 0],
        "give each of these sizes a name in assets/theme/measures.ron and src/ui/theme/measures.rs, or use one that is \
         there; where it is no size, a comment above the statement says why it {STAYS:?} …"
    );
}

/// What stands in the theme is used: a number that changes nothing misleads.
#[test]
fn every_measure_is_used() {
    let theme = include_str!("../../../assets/theme/measures.ron");
    let code: String = sources(&["src/ui", "src/app"], &["rs"]).iter().map(Source::code).collect();
    let names = theme.lines().filter_map(|line| line.strip_prefix("        ")?.split_once(": ").map(|(name, _)| name));
    let is_word = |rest: &str| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    let is_used = |name: &str| code.split(&format!(".{name}")).skip(1).any(is_word);
    let unused: Vec<&str> = names.filter(|name| !is_used(name)).collect();
    assert_eq!(unused, [""; 0], "nothing in the code asks for these");
}

#[test]
fn bare_sizes_are_found() {
    for bare in [
        "const ROW: f32 = 26.0;",
        "ui.add_space(1.0);",
        "let rect = rect.shrink2(vec2(8.0, 0.0));",
        "let left = face.max.x + 11.0;",
        "let width = room.clamp(80.0, 260.0);",
        "painter.hline(x, y, Stroke::new(1.0, ink));",
        "Frame::new().inner_margin(Margin::symmetric(11, 9))",
        "ui.painter().rect_filled(bar, 2, ink);",
        "let frame = frame.inner_margin(20);",
        "ui.set_width(760.0_f32.min(room));",
        "let pause = Duration::from_millis(250);",
        "ui.animate_bool_with_time(id, on, 0.2);",
        "// It is 5.0 high.\nlet height = 5.0;",
        "// Stays in code: a count.\nlet lines = 3.0;\nlet height = 5.0;",
    ] {
        assert_eq!(bare_sizes(bare).len(), 1, "{bare}");
    }
    for fine in [
        "let half = rect.height() / 2.0;",
        "let clear = 2.0 * tokens.space.row;",
        "let share = share.clamp(0.0, 1.0);",
        "painter.hline(x, rect.max.y - 0.5, line);",
        "ui.painter().rect_filled(bar, 0, ink);",
        "let (a, b) = pair.0; for place in 0..10 {}",
        "ui.label(\"at most 99.5 of them\"); // 3.0 of them",
        "// Stays in code: a count.\nlet lines = [\n    3.0,\n    15.0,\n];",
        "let next = place.saturating_sub(1).max(2);",
    ] {
        assert_eq!(bare_sizes(fine), [""; 0], "{fine}");
    }
}
