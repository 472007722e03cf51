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

/// The targets that are too small as the window stands, and how many there are.
pub fn too_small(screen: &Screen, when: &str, found: &mut Vec<String>) -> usize {
    let mut measured = 0;
    for (role, name, rect, reacts) in screen.nodes() {
        let is_target = reacts && ![Role::Label, Role::ScrollBar, Role::Window].contains(&role);
        measured += usize::from(is_target);
        if is_target && (rect.width() < TARGET - 0.6 || rect.height() < TARGET - 0.6) {
            found.push(format!("{when}: {role:?} “{name}” is {:.0}x{:.0}", rect.width(), rect.height()));
        }
    }
    measured
}

#[test]
fn every_target_is_at_least_24_points_high_and_wide() {
    let mut found = Vec::new();
    let mut measured = 0;
    for built_in in BUILT_IN {
        screens(built_in.id, |screen, when| {
            measured += too_small(screen, &format!("{}, {when}", built_in.id), &mut found);
        });
    }
    assert!(measured > 2000, "{measured}");
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

/// What is said now that was not said before.
fn newly_said(screen: &Screen, before: &[String]) -> Vec<String> {
    screen.announced().into_iter().filter(|words| !before.contains(words)).collect()
}

/// R13, R97: a switch that refuses says so, each time it is tried, and the story of the last act stays unsaid.
#[test]
fn a_refusal_is_announced_each_time() {
    let mut screen = Screen::open("own-license");
    for _ in 0..5 {
        screen.keys(egui::Modifiers::COMMAND, Key::Enter);
    }
    let before = screen.announced();
    screen.click("Aldermoor Marine", OPTION);
    let first = newly_said(&screen, &before);
    assert_eq!(first.len(), 1, "{first:#?}");
    assert!(first[0].starts_with("Not done: ") && first[0].len() > 40, "{first:#?}");
    let shown = screen.texts("Aldermoor Marine");
    let headline = first[0].trim_start_matches("Not done: ").split(". ").next().expect("a headline");
    assert!(shown.iter().any(|text| text.to_lowercase().contains(&headline.to_lowercase())), "{headline}: {shown:#?}");
    let before = screen.announced();
    screen.click("Aldermoor Marine", OPTION);
    let second = newly_said(&screen, &before);
    assert_eq!(second, [first[0].replacen("Not done", "Still not done", 1)]);
    screen.click("Aldermoor Marine", "Dismiss");
    assert!(newly_said(&screen, &before).is_empty(), "what is dismissed is said no more");
}

#[test]
fn a_notice_and_what_is_wrong_with_a_path_are_announced() {
    let folder = std::env::temp_dir().join(format!("crossinvite-said-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("said.ron");
    let mut screen = Screen::open("own-license");
    screen.shortcut(Key::O);
    screen.type_into("Open a rehearsal", "Path", &path.display().to_string());
    let before = screen.announced();
    screen.click("Open a rehearsal", "Open");
    let news = newly_said(&screen, &before);
    assert!(news.len() == 1 && news[0].contains("said.ron"), "{news:#?}");
    screen.click("Open a rehearsal", "Cancel");
    screen.shortcut(Key::S);
    screen.type_over("Save this session", "Path", &path.display().to_string());
    let before = screen.announced();
    screen.click("Save this session", "Save");
    assert_eq!(newly_said(&screen, &before), [format!("Saved to {}", path.display())]);
    std::fs::remove_dir_all(folder).expect("it was written");
}

#[test]
fn what_a_search_came_to_is_announced() {
    let mut screen = Screen::open_thinking("own-license");
    let before = screen.announced();
    screen.shortcut(Key::Num3);
    let news = newly_said(&screen, &before);
    assert!(news.len() == 1 && news[0].contains("acts"), "{news:#?}");
    screen.see("How to", news[0].split(": ").last().expect("the verdict"));
}
