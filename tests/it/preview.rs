//! *What if*: what an act would change, shown before it is done, and found by the same function as the act.

use crate::screen::*;
use crossinvite::access::{Question, changes, explain, standing};
use crossinvite::app::files;
use crossinvite::app::headless::desk_at;
use crossinvite::decide;
use crossinvite::domain::{Act, Command, MemberOption, PersonId, PlatformId};
use crossinvite::view::build;

const BRIGHTWELL: &str = "Brightwell Tooling";

#[test]
fn hovering_the_decisive_switch_says_what_it_would_open_and_changes_nothing() {
    let mut screen = Screen::open("own-license");
    for _ in 0..7 {
        let label = screen.label_from(GUIDE, "Do it as ");
        screen.click(GUIDE, &label);
    }
    screen.hover(BRIGHTWELL, "Restrict Usage to this Platform, 3DSwymer");
    screen.see("What if", "If Gus keeps Ben’s 3DSwymer license at Brightwell");
    screen.see("What if", "− Ben can connect to Aldermoor");
    screen.see("What if", "− Ben can open Hull-7");
    screen.see(GUIDE, "7 of 8 done");
    assert_eq!(screen.board("Can connect", "Aldermoor"), "yes");
    screen.hover(BRIGHTWELL, "Members");
    assert!(!screen.has_region("What if"));
}

#[test]
fn along_every_solution_the_preview_counts_what_the_act_then_changes() {
    for id in ["own-license", "consultant", "cross-collaboration", "two-suppliers"] {
        let opened = files::open_built_in(id).unwrap();
        for (step, command) in opened.rehearsal.solution().enumerate() {
            let desk = desk_at(opened.clone(), Some(step)).unwrap();
            let lens = desk.lens();
            let (after, _) = decide::act(lens.world, command).unwrap();
            let found = changes(lens.world, &after);
            let gained = found.iter().filter(|change| change.is_gain()).count();
            let shown = build::preview(&lens, std::slice::from_ref(command)).unwrap();
            let plus = shown.lines.iter().filter(|line| line.text.starts_with('+')).count();
            assert_eq!(plus, gained.min(6), "{id} step {step}: {:?}", shown.lines);
        }
    }
}

// Whose license would serve is no difference where nobody invited the person (found by chance in `properties`)
#[test]
fn an_option_at_home_changes_nothing_where_nobody_invited_the_guest() {
    let opened = files::open_built_in("own-license").unwrap();
    let solution: Vec<Command> = opened.rehearsal.solution().cloned().collect();
    let start = opened.session.start().clone();
    let free = solution.iter().take(2).fold(start, |world, command| decide::act(&world, command).unwrap().0);
    let (person, platform): (PersonId, PlatformId) = ("ben".into(), "aldermoor".into());
    let question = Question::RoleUsable { person, platform, role: "XWA".into() };
    assert_eq!(explain(&free, question).source, Some("brightwell".into()));
    let off = Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false };
    let (after, _) = decide::act(&free, &Command::new("gus".into(), "brightwell".into(), off)).unwrap();
    assert_eq!(standing(&free, question), standing(&after, question));
    assert_eq!(changes(&free, &after), []);
}
