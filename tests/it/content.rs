//! What is written: every built-in file loads and keeps its promises, bad files say where and why, the manual is right.

mod bad_files;
mod csv;
mod kinds;
mod leave_one_out;
mod manual;
mod wrong_values;

use crossinvite::access::diff::questions;
use crossinvite::content::{
    BUILT_IN, BuiltIn, Goal, Loaded, Rehearsal, build, check, first_open, is_finished, load, progress, roles, save,
    to_ron,
};
use crossinvite::decide;
use crossinvite::domain::{Act, Command, MemberOption, PlatformId, RoleId, World};
use crossinvite::session::Session;

fn built_in(id: &str) -> (Rehearsal, World) {
    let found = BuiltIn::find(id).expect("a built-in rehearsal");
    match found.load().unwrap_or_else(|error| panic!("{error}")) {
        Loaded::Rehearsal { rehearsal, start } => (*rehearsal, *start),
        Loaded::Session { .. } => panic!("{id} is a session"),
    }
}

fn loaded_session(text: &str) -> (Rehearsal, Session) {
    match load(text, "saved.ron").unwrap_or_else(|error| panic!("{error}")) {
        Loaded::Session { rehearsal, session } => (*rehearsal, *session),
        Loaded::Rehearsal { .. } => panic!("a rehearsal"),
    }
}

#[test]
fn every_built_in_file_keeps_its_promises() {
    for entry in BuiltIn::all() {
        let (rehearsal, _) = built_in(entry.id);
        assert_eq!((rehearsal.id.as_str(), rehearsal.title.as_str()), (entry.id, entry.title));
        let report = check(&rehearsal);
        assert!(report.passed(), "{}\n{report}", entry.id);
    }
}

#[test]
fn the_head_of_every_file_says_what_is_in_it() {
    for entry in BuiltIn::all() {
        let (rehearsal, _) = built_in(entry.id);
        let head = entry.head().expect(entry.id);
        assert_eq!((head.brief.as_str(), head.has_lesson()), (rehearsal.brief.as_str(), !rehearsal.steps.is_empty()));
    }
}

#[test]
fn no_step_is_done_at_the_start() {
    for entry in BUILT_IN {
        let (rehearsal, start) = built_in(entry.id);
        assert!(progress(&rehearsal, &start, &start).iter().all(|done| !done), "{}", entry.id);
        assert!(!is_finished(&rehearsal, &start, &start), "{}", entry.id);
        assert_eq!(first_open(&rehearsal, &start, &start), (!rehearsal.steps.is_empty()).then_some(0));
    }
}

#[test]
fn steps_tick_in_the_order_of_the_solution_and_no_tick_is_lost_on_the_way() {
    for entry in BUILT_IN {
        let (rehearsal, start) = built_in(entry.id);
        let mut world = start.clone();
        for (index, step) in rehearsal.steps.iter().enumerate() {
            for command in &step.solution {
                (world, _) = decide::act(&world, command).expect("accepted");
            }
            let done = progress(&rehearsal, &world, &start);
            assert!(done[..=index].iter().all(|done| *done), "{} step {}: {done:?}", entry.id, index + 1);
        }
        assert_eq!(first_open(&rehearsal, &world, &start), None);
        assert_eq!(is_finished(&rehearsal, &world, &start), !rehearsal.goals.is_empty());
    }
}

#[test]
fn everybody_with_a_name_starts_at_work_on_their_own_platform() {
    for entry in BUILT_IN {
        let (_, start) = built_in(entry.id);
        for person in start.people() {
            let platform = person.connected.unwrap_or_else(|| panic!("{}: {}", entry.id, person.id));
            assert!(start.member(person.id, platform).is_some());
        }
    }
}

#[test]
fn own_license_starts_from_the_base_state_of_the_worked_cases() {
    let (_, start) = built_in("own-license");
    let pools = |platform: &str| -> Vec<(String, u32, u32, u32)> {
        let platform = start.platform(PlatformId::new(platform)).expect("a platform");
        let mut pools: Vec<_> = platform
            .pools
            .iter()
            .map(|(role, pool)| (role.to_string(), pool.assigned, pool.purchased, pool.expires.0))
            .collect();
        pools.sort();
        pools
    };
    let row = |role: &str, assigned, purchased| (role.to_owned(), assigned, purchased, 365);
    assert_eq!(
        pools("aldermoor"),
        [row("3D-Creator", 1, 1), row("3D-Sculptor", 1, 1), row("CSV", 2, 4), row("IFW", 2, 4), row("XWA", 1, 2)]
    );
    assert_eq!(
        pools("brightwell"),
        [row("3D-Creator", 1, 1), row("3D-Sculptor", 1, 1), row("CSV", 2, 2), row("IFW", 2, 2), row("XWA", 1, 1)]
    );
    let expected = [
        ("ana", "aldermoor", "common-space", Some("Leader & Owner")),
        ("cleo", "aldermoor", "common-space", Some("Author")),
        ("ana", "aldermoor", "hull-7", Some("Leader & Owner")),
        ("ana", "aldermoor", "dock", Some("Leader & Owner")),
        ("cleo", "aldermoor", "hull-7", None),
        ("gus", "brightwell", "common-space", Some("Leader & Owner")),
        ("ben", "brightwell", "common-space", Some("Author")),
    ];
    for (person, platform, space, label) in expected {
        let goal = match label {
            Some(label) => Goal::SpaceAccess {
                person: person.into(),
                platform: platform.into(),
                space: space.into(),
                label: Some(label.to_owned()),
            },
            None => Goal::NoSpaceAccess {
                person: person.into(),
                platform: platform.into(),
                space: space.into(),
                code: None,
            },
        };
        assert!(goal.is_met(&start, &start), "{}", goal.describe(&start));
    }
    for platform in start.platforms() {
        assert!(platform.options.is_empty());
        assert_eq!(platform.default_roles.keys().copied().collect::<Vec<_>>(), [RoleId::csv(), RoleId::ifw()]);
        for (person, member) in &platform.members {
            for (role, seat) in &member.seats {
                assert_eq!(seat.restricted, start.kind(*role).is_linked(), "{person} {role}");
            }
        }
    }
}

#[test]
fn the_built_in_roles_are_a_catalog_with_both_base_roles_first() {
    let catalog = roles::catalog(&Vec::new()).expect("a catalog");
    let ids: Vec<&str> = catalog.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(&ids[..3], ["IFW", "CSV", "XWA"]);
    assert_eq!(ids.len(), 15);
    assert!(catalog.iter().all(|role| !role.apps.is_empty() && !role.short.is_empty()));
}

#[test]
fn a_rehearsal_written_and_read_again_is_the_same() {
    for entry in BUILT_IN {
        let (rehearsal, start) = built_in(entry.id);
        let Ok(Loaded::Rehearsal { rehearsal: again, start: start_again }) = load(&to_ron(&rehearsal), "again.ron")
        else {
            panic!("{}", entry.id);
        };
        assert_eq!(*again, rehearsal);
        assert_eq!(*start_again, start);
        assert_eq!(build(&rehearsal).expect("a start"), start);
    }
}

#[test]
fn a_session_with_branches_written_and_read_again_is_the_same() {
    let (rehearsal, start) = built_in("own-license");
    let mut session = Session::new(start);
    for command in rehearsal.solution() {
        session.submit(command.clone()).expect("accepted");
    }
    session.seek(2);
    let on = Act::SetOption { option: MemberOption::PlatformLocations, on: true };
    session.submit(Command::new("gus".into(), "brightwell".into(), on)).expect("accepted");
    session.seek(8);
    session.undo();
    session.undo();
    let text = save(&rehearsal, &session);
    let (again, loaded) = loaded_session(&text);
    assert_eq!(again, rehearsal);
    assert_eq!(loaded.cursor(), 6);
    assert_eq!(loaded.line(), session.line());
    assert_eq!(loaded.steps().count(), 9);
    for (step, _) in session.steps() {
        assert_eq!(loaded.world_at(step), session.world_at(step));
    }
    assert_eq!(save(&again, &loaded), text);
    let (_, untouched) = loaded_session(&save(&rehearsal, &Session::new(build(&rehearsal).expect("a start"))));
    assert_eq!((untouched.cursor(), untouched.steps().count()), (0, 0));
}

#[test]
fn goals_ask_the_same_as_the_questions_behind_them_and_read_as_sentences() {
    for entry in BUILT_IN {
        let (rehearsal, start) = built_in(entry.id);
        let goals = rehearsal.steps.iter().flat_map(|step| step.goals.iter()).chain(&rehearsal.goals);
        for goal in goals {
            let sentence = goal.describe(&start);
            assert!(!sentence.ends_with('.') && !sentence.is_empty(), "{sentence}");
            let negated = Goal::Not(Box::new(goal.value.clone()));
            assert_ne!(goal.is_met(&start, &start), negated.is_met(&start, &start));
        }
        for person in start.people() {
            for platform in start.platforms() {
                assert!(!questions(&start, person.id, platform.id).is_empty());
            }
        }
    }
}

#[test]
fn a_broken_rehearsal_is_reported_line_by_line() {
    let (mut rehearsal, _) = built_in("own-license");
    rehearsal.steps[3].solution.clear();
    let report = check(&rehearsal);
    assert!(!report.passed());
    let failed: Vec<&str> =
        report.lines.iter().filter(|line| !line.ok).map(|line| line.sentence.as_str()).take(2).collect();
    assert_eq!(
        failed,
        [
            "after step 4: Ben Okafor’s license of 3DSwymer of Brightwell Tooling may be used elsewhere",
            "step 7: `AcceptInvitation` by `ben` on `aldermoor` is accepted (refused: the license is restricted to the home)",
        ]
    );
    assert!(report.to_string().contains("\nFAIL after step 4: Ben"));
    assert!(serde_json::to_string(&report).expect("json").starts_with("{\"title\":\"Ben works"));
}
