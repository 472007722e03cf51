//! The theme files parse, and every text and mark can be seen on every surface it is used on.

use super::*;

fn themes() -> [(&'static str, Tokens); 2] {
    [("dark", Tokens::parse(DARK, MEASURES).expect("dark")), ("light", Tokens::parse(LIGHT, MEASURES).expect("light"))]
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

fn rgb(color: Color32) -> [f64; 3] {
    [color.r(), color.g(), color.b()].map(linear)
}

/// Contrast as WCAG 2.2 counts it.
fn contrast(one: Color32, other: Color32) -> f64 {
    let luminance = |color| {
        let [r, g, b] = rgb(color);
        0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
    };
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

fn assert_contrast(theme: &str, least: f64, inks: &[(&str, Color32)], surfaces: &[(&str, Color32)]) {
    for (ink_name, ink) in inks {
        for (surface_name, surface) in surfaces {
            let found = contrast(*ink, *surface);
            assert!(found >= least, "{theme}: {ink_name} on {surface_name} is {found:.2}, needs {least}");
        }
    }
}

fn surfaces(c: &Colors) -> [(&'static str, Color32); 6] {
    [("bg", c.bg), ("bar", c.bar), ("panel", c.panel), ("raised", c.raised), ("field", c.field), ("control", c.control)]
}

#[test]
fn both_themes_share_their_measures() {
    let [(_, dark), (_, light)] = themes();
    assert_eq!(*dark, *light);
    assert_eq!(*dark, *measures());
    assert_eq!((dark.color.platforms.len(), light.color.platforms.len()), (6, 6));
}

#[test]
fn an_unknown_field_is_refused() {
    assert!(Tokens::parse(&DARK.replace("scrim:", "scrin:"), MEASURES).is_err());
}

#[test]
fn what_is_wrong_with_a_measure_is_said_with_its_group() {
    assert_eq!(Measures::parse(MEASURES), Ok(*measures()));
    let wrong = |from: &str, to: &str| Measures::parse(&MEASURES.replacen(from, to, 1)).expect_err("refused");
    assert_eq!(wrong("quick: ", "quik: "), "`time.quick` is missing");
    assert_eq!(wrong("quick: ", "quik: 1.0, quick: "), "`time.quik` is not known");
    assert!(wrong("mark: 3,", "mark: 300,").starts_with("`radius.mark` is no such value"));
    assert!(wrong("mark: 3,", "mark: 3.5,").starts_with("`radius.mark` is no such value"));
    assert_eq!(wrong("    time: (", "    times: ("), "`measures.time` is missing");
    assert!(wrong("    time: (", "    time: (,").contains(':'), "what is no such file is told with its place");
}

/// The values of a group of `measures.ron`, by name, with the comment that says what each is for.
fn group(name: &str) -> Vec<(&'static str, Vec<f32>, &'static str)> {
    let head = format!("    {name}: (");
    let lines = MEASURES.lines().skip_while(move |line| *line != head).skip(1);
    let lines = lines.take_while(|line| line.trim() != "),").map(|line| {
        let (name, rest) = line.trim().split_once(": ").expect("a name");
        let (value, comment) = rest.split_once("//").unwrap_or((rest, ""));
        let parts =
            value.split(|letter: char| !letter.is_ascii_digit() && letter != '.').filter(|part| !part.is_empty());
        (name, parts.map(|part| part.parse().expect("a number")).collect(), comment.trim())
    });
    let found: Vec<_> = lines.collect();
    assert!(!found.is_empty(), "{name} is a group of measures.ron");
    found
}

fn groups() -> Vec<&'static str> {
    MEASURES.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix(": (")).collect()
}

/// Fails for the values of a group that are not so.
fn assert_each(name: &str, is_so: impl Fn(&str, f32) -> bool, what: &str) {
    for (field, values, _) in group(name) {
        for value in values {
            assert!(is_so(field, value), "{name}.{field} is {value}, but {what}");
        }
    }
}

#[test]
fn every_space_is_on_the_rhythm() {
    let what = "spaces are multiples of 4; 2 and 6 where text needs them";
    assert_each("space", |_, value| value % 4.0 == 0.0 || [2.0, 6.0].contains(&value), what);
}

#[test]
fn every_text_size_is_of_the_scale() {
    const SCALE: [f32; 7] = [11.0, 12.0, 13.0, 15.0, 18.0, 22.0, 28.0];
    let texts: Vec<_> = group("size").into_iter().filter(|(.., comment)| comment.starts_with("Text:")).collect();
    assert_eq!(texts.len(), 7, "the comment of a text size starts so");
    for (field, values, _) in texts {
        assert!(values.iter().all(|value| SCALE.contains(value)), "size.{field} is {values:?}, none of {SCALE:?}");
    }
}

#[test]
fn whatever_moves_is_there_within_300_milliseconds() {
    assert_each("time", |_, value| value > 0.0 && value < 0.3, "motion is never in the way");
}

#[test]
fn whatever_one_can_hit_is_large_enough() {
    let what = "what one hits is at least 24 high and wide (WCAG 2.5.8)";
    let is_target = |field: &str| field.ends_with("target") || field.ends_with("control");
    assert_each("size", |field, value| !is_target(field) || value >= 24.0, what);
    assert_each("row", |field, value| field == "line" || value >= 24.0, what);
    let is_row = |field: &str| field.ends_with("lane") || field == "envelope";
    assert_each("bridge", |field, value| !is_row(field) || value >= 24.0, what);
    assert_each("width", |_, value| value >= 16.0, "that is no width");
}

#[test]
fn shares_are_shares_and_the_least_is_less_than_the_most() {
    for name in ["share", "shade"] {
        assert_each(name, |_, value| value > 0.0 && value < 1.0, "a share lies between 0 and 1");
    }
    for name in groups() {
        for (field, values, _) in group(name) {
            assert!(values.is_sorted_by(|least, most| least < most), "{name}.{field} is {values:?}");
        }
    }
    let narrow = measures().narrow;
    let windows = [narrow.least_window, narrow.window, narrow.top_bar, narrow.tight_window];
    assert!(windows.is_sorted(), "{windows:?}");
}

#[test]
fn every_measure_says_what_it_is_for() {
    for name in groups() {
        for (field, _, comment) in group(name) {
            assert!(comment.ends_with('.') && comment.len() > 4, "{name}.{field}: {comment:?}");
        }
    }
}

#[test]
fn a_span_holds_what_is_wanted() {
    let span = Span(10.0, 20.0);
    assert_eq!([5.0, 15.0, 25.0].map(|wanted| span.hold(wanted)), [10.0, 15.0, 20.0]);
    assert_eq!(Span(10.0, 5.0).hold(7.0), 10.0, "where there is too little room, the least counts");
}

#[test]
fn text_is_readable_on_every_surface() {
    for (theme, t) in themes() {
        let c = &t.color;
        let everywhere = [
            ("text", c.text),
            ("dim", c.dim),
            ("accent", c.accent),
            ("ok", c.ok),
            ("bad", c.bad),
            ("wait", c.wait),
            ("caution", c.caution),
            ("faint", c.faint),
        ];
        assert_contrast(theme, 4.5, &everywhere, &surfaces(c));
        // Under the pointer, on chosen lines and in callouts as well: reasons and sources stand there.
        let tints = [
            ("hover", c.hover),
            ("accent_tint", c.accent_tint),
            ("ok_tint", c.ok_tint),
            ("bad_tint", c.bad_tint),
            ("wait_tint", c.wait_tint),
            ("caution_tint", c.caution_tint),
        ];
        assert_contrast(theme, 4.5, &everywhere, &tints);
        // What is pressed can be used, so nothing faint is on it.
        let usable: Vec<_> = everywhere.into_iter().filter(|(name, _)| *name != "faint").collect();
        assert_contrast(theme, 4.5, &usable, &[("pressed", c.pressed)]);
        assert_contrast(theme, 4.5, &[("on_accent", c.on_accent)], &[("accent", c.accent)]);
        for platform in &c.platforms {
            let ink = [("platform ink", platform.ink)];
            let fills = [("its fill", platform.fill), ("bg", c.bg), ("panel", c.panel), ("raised", c.raised)];
            assert_contrast(theme, 4.5, &ink, &fills);
            assert_contrast(theme, 4.5, &ink, &tints);
        }
    }
}

#[test]
fn marks_can_be_seen() {
    for (theme, t) in themes() {
        let c = &t.color;
        assert_contrast(
            theme,
            3.0,
            &[("knob", c.knob)],
            &[("track", c.track), ("panel", c.panel), ("raised", c.raised)],
        );
        assert_contrast(theme, 3.0, &[("knob_on", c.knob_on)], &[("track_on", c.track_on)]);
        assert_contrast(
            theme,
            3.0,
            &[("track_on", c.track_on), ("invited ring", c.faint), ("edge", c.edge)],
            &surfaces(c),
        );
        assert_contrast(theme, 3.0, &[("check in a done step", c.panel)], &[("ok", c.ok)]);
    }
}

/// How a colour looks to somebody without one kind of cones (Machado, Oliveira and Fernandes 2009).
fn seen(color: Color32, by: [[f64; 3]; 3]) -> [f64; 3] {
    let rgb = rgb(color);
    let mixed =
        by.map(|row| row.iter().zip(rgb).map(|(weight, channel)| weight * channel).sum::<f64>().clamp(0.0, 1.0));
    let [x, y, z] = [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]]
        .map(|row| row.iter().zip(mixed).map(|(weight, channel)| weight * channel).sum::<f64>())
        .map(|share| if share > 0.008_856 { share.cbrt() } else { 7.787 * share + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The cones that somebody has, and how colours mix without the others.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "no red cones",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "no green cones",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_82, 0.042_94, 0.968_881]],
    ),
    (
        "no blue cones",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.3039]],
    ),
];

/// How far two colours are apart to these eyes.
fn apart(one: Color32, other: Color32, eye: [[f64; 3]; 3]) -> f64 {
    seen(one, eye).iter().zip(seen(other, eye)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn platforms_are_told_apart_by_everybody() {
    for (theme, tokens) in themes() {
        for (name, eye) in EYES {
            let inks: Vec<_> = tokens.color.platforms.iter().map(|platform| platform.ink).collect();
            for (place, one) in inks.iter().enumerate() {
                for (other_place, other) in inks.iter().enumerate().skip(place + 1) {
                    let distance = apart(*one, *other, eye);
                    assert!(
                        distance > 10.0,
                        "{theme}, {name}: platforms {place} and {other_place} are {distance:.1} apart"
                    );
                }
            }
        }
    }
}

/// A platform's colour must not read as a warning, nor as what is chosen. A statement has its icon and its word too, so
/// to the colour-blind a smaller distance will do than between two platforms, whose marks are alike.
#[test]
fn no_platform_looks_like_a_statement() {
    for (theme, tokens) in themes() {
        let c = &tokens.color;
        let statements = [("ok", c.ok), ("bad", c.bad), ("wait", c.wait), ("caution", c.caution), ("accent", c.accent)];
        for (name, eye) in EYES {
            let least = if name == "all cones" { 15.0 } else { 7.0 };
            for (place, platform) in c.platforms.iter().enumerate() {
                for (statement, ink) in statements {
                    let distance = apart(platform.ink, ink, eye);
                    assert!(
                        distance > least,
                        "{theme}, {name}: platform {place} and {statement} are {distance:.1} apart"
                    );
                }
            }
        }
    }
}
