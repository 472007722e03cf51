//! Drills in the window: the book is closed at first, looking is counted, and the list knows what is done.

use crate::screen::*;
use egui::Key;

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const DRILLS: &str = "Drills";
const HINTS: [&str; 4] = ["Which side?", "Which place?", "Which switch?", "What cures it?"];

/// Solves D2 on the real switches.
fn cure(screen: &mut Screen) {
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, Industry Innovator");
    screen.pick(BRIGHTWELL, "Signed in: ", "Ben Okafor · Member");
    screen.click(BRIGHTWELL, "Mail");
    screen.click(BRIGHTWELL, "Accept invitation (Notification)");
}

// D2, R13
#[test]
fn nothing_in_a_drill_gives_the_cure_away_unasked() {
    let screen = Screen::open("d02");
    screen.see(GUIDE, "You have not been granted a 3DEXPERIENCE License");
    for region in [GUIDE, WHY, BRIDGE, BOARD, BRIGHTWELL] {
        for word in ["Do it", "Show me", "Whose turn", "Restrict Usage is on", "restricted at home", "is kept at"] {
            screen.does_not_see(region, word);
        }
    }
    screen.see(WHY, "Closed while you look for it yourself");
    screen.see(BRIDGE, "does not arrive");
    screen.see(GUIDE, "0 looks so far");
}

#[test]
fn looking_is_allowed_counted_and_never_paid_twice_for_one_moment() {
    let mut screen = Screen::open("d02");
    screen.click(WHY, "Look at the checks");
    screen.see(WHY, "Restrict Usage to this Platform is on for 3DSwymer");
    screen.does_not_see(WHY, "Do it");
    screen.see(GUIDE, "1 look so far");
    screen.click(WHY, "Show what cures it");
    screen.see(WHY, "Do it as Gus");
    screen.see(WHY, "Whose turn");
    screen.see(GUIDE, "2 looks so far");
    // Another fact is another look; coming back is none.
    screen.click(
        BOARD,
        &screen.texts(BOARD).into_iter().find(|text| text.starts_with("Can connect at Aldermoor")).unwrap(),
    );
    screen.see(WHY, "Closed while you look for it yourself");
    // The moment after an act is another one; undo leads back to the open book.
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, Industry Innovator");
    screen.see(GUIDE, "2 looks so far");
    screen.shortcut(Key::Z);
    screen.see(GUIDE, "2 looks so far");
    assert_eq!(screen.app().desk().session().steps().count(), 1, "a look is no act");
}

#[test]
fn hints_come_in_strengths_and_the_strongest_does_it() {
    let mut screen = Screen::open("d02");
    assert_eq!(screen.reason(GUIDE, HINTS[1]).as_deref(), Some("Ask “Which side?” first."));
    let told = [
        "Look at Brightwell Tooling.",
        "Look in Members › Invite & Grant Roles › Ben › 3DSwymer.",
        "It is Members › Invite & Grant Roles › Ben › 3DSwymer › Restrict Usage to this Platform.",
        "Gus lets Ben take the 3DSwymer license along.",
    ];
    for (hint, words) in HINTS.into_iter().zip(told) {
        screen.does_not_see(GUIDE, words);
        screen.click(GUIDE, hint);
        screen.see(GUIDE, words);
    }
    screen.see(GUIDE, "4 looks so far");
    screen.picture("drill-hints");
    screen.click(GUIDE, "Do it as Gus");
    screen.see(TIMELINE, "Gus lets Ben take the 3DSwymer license along");
    assert!(screen.is_enabled(GUIDE, HINTS[0]), "the next act has hints of its own");
}

#[test]
fn the_finish_says_what_it_took_and_offers_the_next_drill() {
    let mut screen = Screen::open("d02");
    cure(&mut screen);
    screen.see(GUIDE, "It works again.");
    screen.see(GUIDE, "It took 3 acts and 0 looks: found without looking it up.");
    screen.see(GUIDE, "The shortest way takes 3 acts.");
    screen.see(GUIDE, "What was wrong: ");
    screen.see(GUIDE, "Next: D3: The role is in neither list");
    screen.does_not_see(WHY, "Closed while you look for it yourself");
    screen.picture("drill-finish");
    screen.shortcut(Key::Z);
    screen.does_not_see(GUIDE, "It works again.");
    screen.see(WHY, "Closed while you look for it yourself");
}

#[test]
fn all_drills_are_listed_by_what_is_reported_with_those_that_are_done() {
    let mut screen = Screen::open("d02");
    cure(&mut screen);
    screen.shortcut(Key::D);
    let drills: Vec<String> =
        screen.texts(DRILLS).into_iter().filter(|text| text.starts_with('D') && !text.contains("writes: ")).collect();
    let drills = drills.iter().filter(|text| text.contains(": ")).count();
    assert_eq!(drills, 32);
    screen.see(DRILLS, "1 of 32 done.");
    screen.see(DRILLS, "done: 3 acts, 0 looks");
    screen.see(DRILLS, "I accepted the invitation of Aldermoor.");
    screen.picture("drills");
    let open = "D9: Connected, and nothing to see";
    assert!(screen.reason(DRILLS, open).is_some_and(|brief| brief.contains("writes")), "the message, for readers");
    screen.click(DRILLS, open);
    assert_eq!(screen.app().desk().rehearsal().id, "d09");
    assert!(!screen.has_region(DRILLS), "it closes");
    // It is remembered when another one is open.
    screen.click(TOP, "Drill: what there is");
    screen.see(DRILLS, "1 of 32 done.");
}

#[test]
fn what_is_done_is_remembered_at_the_next_start_with_the_best_it_took() {
    let mut screen = Screen::open_remembering("d02", &Kept::default());
    screen.click(WHY, "Look at the checks");
    cure(&mut screen);
    let kept = screen.kept();
    let mut next = Screen::open_remembering("d02", &kept);
    next.shortcut(Key::D);
    next.see(DRILLS, "done: 3 acts, 1 look");
    next.click(DRILLS, "Close");
    cure(&mut next);
    next.shortcut(Key::D);
    next.see(DRILLS, "done: 3 acts, 0 looks");
}

/// D7: what cures it is the clock, so no act does; but a drill never says that it cannot be cured.
#[test]
fn a_drill_that_only_time_cures_does_not_say_that_nothing_does() {
    let screen = Screen::open_thinking("d07");
    screen.see(TOP, "No act reaches the goal today");
    assert!(screen.all_texts().iter().all(|text| !text.contains("cannot be reached")));
}

#[test]
fn looks_count_on_after_the_next_start() {
    let mut screen = Screen::open_remembering("d02", &Kept::default());
    screen.click(WHY, "Look at the checks");
    screen.toggle(BRIGHTWELL, "Restrict Usage to this Platform, Industry Innovator");
    screen.click(GUIDE, HINTS[0]);
    screen.see(GUIDE, "2 looks so far");
    // The act was in no file, so the hint after it is no longer open; both looks were taken all the same.
    let mut again = Screen::open_again(&screen.kept());
    assert_eq!(again.app().desk().session().steps().count(), 0);
    again.see(GUIDE, "2 looks so far");
    again.see(WHY, "Restrict Usage to this Platform is on for 3DSwymer");
    again.click(GUIDE, HINTS[0]);
    again.see(GUIDE, "3 looks so far");
    let mut third = Screen::open_again(&again.kept());
    cure(&mut third);
    third.see(GUIDE, "It took 3 acts and 3 looks");
    let other = Screen::open_remembering("d02", &third.kept());
    other.see(GUIDE, "0 looks so far");
}

#[test]
fn lessons_and_situations_have_lists_of_their_own() {
    let mut screen = Screen::open("own-license");
    screen.click(TOP, "Learn: what there is");
    screen.see("Lessons", "A consultant studies one part and sees nothing else");
    screen.picture("lessons");
    screen.click("Lessons", "Explore");
    screen.see("Situations", "Empty stage");
    screen.see("Situations", "Owner (Restricted)");
    screen.click("Situations", "Drill");
    screen.click(DRILLS, "Close");
    screen.shortcut(Key::K);
    screen.type_text("drills");
    screen.key(Key::Enter);
    assert!(screen.has_region(DRILLS));
}

#[test]
fn outside_drills_everything_is_open() {
    let screen = Screen::open("own-license");
    screen.see(WHY, "Do it as");
    screen.see(GUIDE, "Do it as");
    screen.does_not_see(GUIDE, "looks so far");
    screen.see(ALDERMOOR, "Ana Moreau");
}

/// The shortest way that the finish names: among the first situations that the planner looks at there is none shorter,
/// and where it comes to an answer, none at all.
#[test]
fn the_cure_that_is_counted_against_is_the_shortest_that_is_found() {
    use crossinvite::planner::{Constraints, Goal, Limits, Outcome, plan};
    let (mut shorter, mut proven) = (Vec::new(), Vec::new());
    for drill in &crossinvite::content::DRILLS {
        let opened = crossinvite::app::files::open_built_in(drill.id).expect("a built-in drill");
        let goals: Vec<Goal> = opened.rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
        let (start, cure) = (opened.session.world(), opened.rehearsal.solution().count());
        match plan(start, start, &goals, &Constraints::default(), Limits { worlds: 60 }) {
            Outcome::Plan(plan) if plan.steps.len() < cure => shorter.push((drill.id, plan.steps.len(), cure)),
            Outcome::Plan(_) => proven.push(drill.id),
            Outcome::Impossible(_) | Outcome::GaveUp(_) => {}
        }
    }
    assert_eq!(shorter, [], "drill, shortest, cure");
    assert!(proven.len() >= 12, "{proven:?}");
}
