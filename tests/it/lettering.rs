//! Letters that nobody sees, and what is wrong with a name.

use crate::support::*;
use crossinvite::domain::lettering::{
    LONGEST_NAME, NameProblem, Unseen, has_unseen, is_same_name, name_problem, shown, unseen,
};
use crossinvite::domain::{Command, StageAct};

/// Where the first letter stands that cannot be seen.
fn place(text: &str) -> Option<usize> {
    unseen(text).map(|found| found.place)
}

#[test]
fn a_letter_that_is_not_seen_is_found_with_its_place() {
    assert_eq!(unseen("Do\u{200b}ck"), Some(Unseen { place: 3, letter: '\u{200b}' }));
    assert_eq!(unseen("Do\u{200b}ck").unwrap().to_string(), "U+200B at place 3");
    assert_eq!(place("\u{feff}Dock\u{200b}"), Some(1), "the first of two");
    assert_eq!(place("Zoë Łęcka\n\tplans"), None, "what ends a line and what indents it may stand in a text");
    assert_eq!(place(""), None);
}

#[test]
fn letters_that_join_others_belong_to_some_scripts() {
    assert_eq!(place("علی\u{200c}رضا"), None);
    assert_eq!(place("a\u{200c}b"), Some(2), "beside Latin letters it changes nothing");
    assert_eq!(place("ع\u{200c}"), Some(2), "nothing follows that could be joined");
    assert_eq!(place("\u{200c}ع"), Some(1), "nothing stands before it");
    assert_eq!(place("ع\u{200c} ر"), Some(2), "a blank is not joined");
    assert_eq!(place("ع\u{200c}\u{200c}ر"), Some(2), "nor is a letter that is not seen");
    assert_eq!(place("ع\u{200b}ر"), Some(2), "a blank of no width joins nothing");
    assert_eq!(place("葛\u{e0100}"), None);
    assert_eq!(place("❤\u{fe0f}"), None, "the form of a picture is chosen, at the end too");
    assert_eq!(place("❤\u{fe0f}\u{200d}🔥"), None, "one picture of two");
    assert_eq!(place("a\u{fe0f}"), Some(2), "a Latin letter has one form");
    assert_eq!(place("\u{3000}\u{fe0f}"), Some(2), "and a blank none");
}

#[test]
fn what_is_not_seen_is_written_out() {
    assert_eq!(shown("D\u{200b}o\u{7}ck é"), "D[U+200B]o[U+0007]ck é");
    assert!(has_unseen("ع\u{200c}ر"), "whatever stands beside it");
    assert!(!has_unseen("Zoë\n"));
}

#[test]
fn a_name_shows_something_and_is_not_long() {
    assert_eq!(name_problem("Dock"), None);
    assert_eq!(name_problem(" \u{3000}"), Some(NameProblem::Empty));
    assert_eq!(name_problem(&"ü".repeat(LONGEST_NAME)), None);
    assert_eq!(name_problem(&"ü".repeat(LONGEST_NAME + 1)), Some(NameProblem::Long(LONGEST_NAME + 1)));
    let at = |place: usize, letter: char| Some(NameProblem::Unseen(Unseen { place, letter }));
    assert_eq!(name_problem("Do\u{7}ck"), at(3, '\u{7}'));
    assert_eq!(name_problem("Do\u{200b}ck"), at(3, '\u{200b}'));
    assert_eq!(name_problem("D\nock"), at(2, '\n'), "a name is one line");
}

#[test]
fn capitals_and_blanks_make_no_other_name() {
    assert!(is_same_name("Hull  Seven ", "hull seven"));
    assert!(!is_same_name("Hull 7", "Hull 8"));
    assert!(!is_same_name("Hull 7", "Hull7"), "one word is not two");
}

#[test]
fn an_act_of_the_stage_brings_its_names() {
    let platform = add_platform("K", "Kestrel");
    assert_eq!(platform.names(), ["K", "Kestrel"]);
    assert_eq!(add_space("H", "Dock").names(), ["Dock"]);
    assert_eq!(clock(3).names(), [""; 0]);
    let Command::Stage(one) = add_space("H", "Dock") else { panic!("an act of the stage") };
    let Command::Stage(other) = add_group("H", "Crew", &[]) else { panic!("an act of the stage") };
    let several = Command::Stage(StageAct::Several { what: "opens a dock".into(), acts: vec![one, other] });
    assert_eq!(several.names(), ["Dock", "Crew"]);
    assert_eq!(several.summaries(), ["opens a dock"]);
}
