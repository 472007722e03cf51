//! What can be hit is large enough, and what a screen reader walks through has its place: over the screens of all
//! rehearsals (WCAG 2.2: 2.5.8, 1.3.1, 4.1.2, 4.1.3).

use crate::screen::*;
use crossinvite::content::BUILT_IN;
use egui::{Key, Role};

/// The least side of a target, in points.
const TARGET: f32 = 24.0;

/// Every screen of a rehearsal worth measuring: start and end, every tab, the wizard, the menus.
fn screens(id: &str, mut look: impl FnMut(&Screen, &str)) {
    let mut screen = Screen::open(id);
    look(&screen, "at the start");
    let platforms: Vec<String> =
        screen.app().desk().session().world().platforms().map(|platform| platform.name.to_string()).collect();
    for platform in &platforms {
        for tab in screen.tabs(platform) {
            screen.click(platform, &tab);
            look(&screen, &format!("{tab} of {platform}"));
        }
        screen.click(platform, "Members");
    }
    if let Some(first) = platforms.first() {
        screen.click(first, "Invite members…");
        look(&screen, "the wizard");
        screen.click(WIZARD, "Close");
    }
    screen.drop_down(TOP, "View");
    look(&screen, "a menu");
    screen.key(Key::Escape);
    screen.shortcut(Key::K);
    look(&screen, "the palette");
    screen.key(Key::Escape);
    while screen.sees(GUIDE, "Do it as ") {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    look(&screen, "at the end");
    screen.key(Key::F5);
    look(&screen, "presented");
}

#[test]
fn every_target_is_at_least_24_points_high_and_wide() {
    let mut found = std::collections::BTreeSet::new();
    let mut measured = 0;
    for built_in in BUILT_IN {
        screens(built_in.id, |screen, when| {
            for (role, name, rect, reacts) in screen.nodes() {
                let is_target = reacts && ![Role::Label, Role::ScrollBar, Role::Window].contains(&role);
                measured += usize::from(is_target);
                if is_target && (rect.width() < TARGET - 0.6 || rect.height() < TARGET - 0.6) {
                    let size = format!("{:.0}x{:.0}", rect.width(), rect.height());
                    found.insert(format!("{role:?} “{name}”: {size} ({}, {when})", built_in.id));
                }
            }
        });
    }
    assert!(measured > 2000, "{measured}");
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{} targets are too small:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_named_part_of_the_window_has_its_place() {
    for built_in in BUILT_IN {
        screens(built_in.id, |screen, when| {
            let mut regions = 0;
            for (role, name, rect, _) in screen.nodes() {
                if role == Role::Region {
                    regions += 1;
                    assert!(!name.is_empty(), "a region without a name, {when}");
                    assert!(rect.width() > 20.0 && rect.height() > 12.0, "“{name}” is {rect:?}, {when}");
                }
            }
            assert!(regions >= 3, "{regions} regions {when}");
        });
    }
}

#[test]
fn what_an_act_changed_is_announced() {
    let mut screen = Screen::open("own-license");
    let label = screen.label_from(GUIDE, "Do it as ");
    screen.click(GUIDE, &label);
    let news = screen.announced();
    assert!(news[0].starts_with("Ana allows roles without license at Aldermoor. "), "{news:?}");
    let show = screen.label_from(GUIDE, "Show me");
    screen.click(GUIDE, &show);
    let news = screen.announced();
    assert!(news[0].starts_with("Ana allows roles without license at Aldermoor. "), "{news:?}");
    assert!(news[0].contains("Shown: Members › "), "{news:?}");
}
