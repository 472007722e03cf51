//! The theme files parse, and every text and mark can be seen on every surface it is used on.

use super::*;

fn themes() -> [(&'static str, Tokens); 2] {
    [("dark", Tokens::parse(DARK).expect("dark")), ("light", Tokens::parse(LIGHT).expect("light"))]
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
fn the_sizes_of_the_files_are_the_fallback_too() {
    for (_, tokens) in themes() {
        let fallback = Tokens::default();
        assert_eq!(
            (tokens.space, tokens.radius, tokens.size, tokens.time),
            (fallback.space, fallback.radius, fallback.size, fallback.time)
        );
        assert_eq!(tokens.color.platforms.len(), 6);
    }
}

#[test]
fn an_unknown_field_is_refused() {
    assert!(Tokens::parse(&DARK.replace("quick:", "quik:")).is_err());
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
