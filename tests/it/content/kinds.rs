//! The start in all its parts, starts that go on from another one, worked cases and drills.

use super::bad_files::{GOOD, says, spoilt};
use super::built_in;
use crossinvite::app::model::DeskFacts;
use crossinvite::app::{files, headless::desk_at};
use crossinvite::content::{
    BUILT_IN, BuiltIn, CASES, DRILLS, Kind, Loaded, Rehearsal, check, load, progress, save, to_ron,
};
use crossinvite::decide;
use crossinvite::domain::{Command, Day, PersonId, RoleId, StageAct, World, rulebook};
use crossinvite::session::Session;
use std::collections::BTreeSet;

fn read(text: &str) -> (Rehearsal, World) {
    match load(text, "mine.ron").unwrap_or_else(|error| panic!("{error}")) {
        Loaded::Rehearsal { rehearsal, start } => (*rehearsal, *start),
        Loaded::Session { .. } => panic!("a session"),
    }
}

/// A rehearsal with this start.
fn starting(start: &str) -> String {
    format!("Rehearsal(version: 1, id: \"mine\", title: \"Mine\", brief: \"A start.\", start: ({start}))")
}

/// R90, R104, R107, F28, F46: what a group grants, a location, an item shared singly, the first use of a license.
#[test]
fn a_start_says_everything_that_can_be_so() {
    let text = GOOD
        .replace("                members: [\n", "                locations: [\"Europe\", \"Asia\"],\n                members: [\n")
        .replace("(person: \"ana\", right: Administrator, roles: [(role: \"IFW\")])", "(person: \"ana\", right: Administrator, location: \"Asia\", roles: [(role: \"IFW\", first_use: 2)])")
        .replace("                spaces: [\n", "                groups: [(id: \"crew\", name: \"Crew\", members: [\"ana\"], roles: [\"CSV\"])],\n                spaces: [\n")
        .replace("role: Author)]),", "role: Author)], items: [(id: \"crane\", name: \"Crane\", shared_with: [\"ben\"])]),");
    let (rehearsal, world) = read(&text);
    let host = world.platform("host".into()).expect("the host");
    let ana = host.member("ana".into()).expect("Ana");
    assert_eq!(ana.location, Some("Asia".into()));
    assert!(host.is_granted("ana".into(), RoleId::csv()) && !ana.grants.contains(&RoleId::csv()));
    assert!(ana.seats.contains_key(&RoleId::csv()), "a group takes a license while roles are not granted without");
    assert_eq!(ana.seats.get(&RoleId::ifw()).and_then(|seat| seat.first_use), Some(Day(2)));
    assert!(host.shares.contains(&("crane".into(), PersonId::new("ben"))));
    let (again, same) = read(&to_ron(&rehearsal));
    assert_eq!((again, same), (rehearsal, world));
}

#[test]
fn what_such_a_start_cannot_have_is_told_where() {
    spoilt(
        "(person: \"ben\", roles",
        "^(person: \"ben\", location: \"Mars\", roles",
        "there is no location `Mars` @; none is described in this file",
    );
    spoilt(
        "                spaces: [\n",
        "                groups: [^(id: \"crew\", name: \"Crew\", members: [\"ben\"], roles: [\"CSV\", \"CSV\"])],\n                spaces: [\n",
        "the role `CSV` is there twice among the roles of the group `crew` @; name each role once there",
    );
    spoilt(
        "role: Author)]),",
        "role: Author)], items: [^(id: \"crane\", name: \"Crane\", shared_with: [\"zoe\"])]),",
        "there is no person `zoe` @; allowed are `ana`, `ben`",
    );
    let option = "                members: [\n                    (person: \"ana\"";
    let text = GOOD
        .replacen(option, &format!("                options: [GrantWithoutLicense],\n{option}"), 1)
        .replacen("(role: \"CSV\")]", "(role: \"CSV\", assign_license: false, first_use: 1)]", 1);
    let error = load(&text, "mine.ron").expect_err("no license").to_string();
    assert!(
        error.starts_with("`ben` holds no license of `CSV` of `host` that could have been used at `mine.ron`:27:60;"),
        "{error}"
    );
}

#[test]
fn a_start_goes_on_from_a_built_in_one_and_a_saved_session_of_it_stands_alone() {
    let past = "Do(by: \"ana\", on: \"aldermoor\", act: LeaveOrganization(person: \"cleo\", organization: \"hulls\"))";
    let text = starting(&format!("base: \"own-license\", day: 3, past: [{past}]"));
    let (rehearsal, world) = read(&text);
    let (_, base) = built_in("own-license");
    assert_eq!(rehearsal.start.base, None);
    assert_eq!(world.today(), Day(3));
    assert_eq!(world.people().count(), base.people().count());
    let cleo = world.member("cleo".into(), "aldermoor".into()).expect("Cleo");
    assert!(cleo.organizations.is_empty());
    let mut session = Session::new(world);
    session.submit(Command::Stage(StageAct::SetClock { day: Day(9) })).expect("accepted");
    let saved = save(&rehearsal, &session);
    assert!(!saved.contains("base:"), "a session must not depend on what comes with the program");
    let Ok(Loaded::Session { session: again, .. }) = load(&saved, "saved.ron") else { panic!("no session") };
    assert_eq!(again.world(), session.world());
}

#[test]
fn a_base_or_a_past_that_cannot_be_is_told_where() {
    let known: Vec<String> = BUILT_IN.iter().map(|built_in| format!("`{}`", built_in.id)).collect();
    let text = starting("base: \"d01\"");
    let column = text.find("\"d01\"").expect("the base") + 1;
    says(
        &text,
        &format!("there is no built-in rehearsal `d01` at `mine.ron`:1:{column}; allowed are {}", known.join(", ")),
    );
    let sentence = |act: &str| {
        load(&starting(&format!("base: \"own-license\", past: [{act}]")), "mine.ron").expect_err("wrong").to_string()
    };
    let place = starting("base: \"own-license\", past: [").find("past: [").expect("the past") + 8;
    let on = |on: bool, who: &str| {
        format!("Do(by: \"{who}\", on: \"aldermoor\", act: SetOption(option: GrantWithoutLicense, on: {on}))")
    };
    assert_eq!(
        sentence(&on(true, "cleo")),
        format!(
            "this act of the past is refused because it takes an active administrator of this platform at `mine.ron`:1:{place}; what is in `past` must have been possible then, and must have had an effect"
        )
    );
    assert_eq!(
        sentence(&on(false, "ana")),
        format!(
            "this act of the past changes nothing at `mine.ron`:1:{place}; what is in `past` must have been possible then, and must have had an effect"
        )
    );
    assert!(
        sentence(&on(true, "zoe"))
            .starts_with(&format!("there is no person `zoe` at `mine.ron`:1:{place}; allowed are `ana`"))
    );
}

/// Every worked case of section 6 of the rules, each with all its lettered parts.
#[test]
fn every_worked_case_is_a_file() {
    let numbers: BTreeSet<u32> = CASES.iter().map(|case| number(case, "case")).collect();
    assert_eq!(numbers, [1, 2, 3, 5, 6, 8, 10, 11, 12, 13, 14, 16, 18, 19].into());
}

/// D1 to D32, each once, each with rules that exist.
#[test]
fn every_drill_is_a_file() {
    let numbers: Vec<u32> = DRILLS.iter().map(|drill| number(drill, "drill")).collect();
    assert_eq!(numbers, (1..=32).collect::<Vec<u32>>());
}

fn number(entry: &BuiltIn, word: &str) -> u32 {
    let (rehearsal, _) = built_in(entry.id);
    assert_eq!(rehearsal.kind.word(), word, "{}", entry.id);
    let (Kind::Case { number, rules } | Kind::Drill { number, rules, .. }) = &rehearsal.kind else {
        panic!("{} is a rehearsal", entry.id)
    };
    assert!(!rules.is_empty(), "{}", entry.id);
    for rule in rules.iter().filter(|rule| rule.starts_with('R')) {
        assert!(rulebook::rule(rule).is_some(), "{}: {rule}", entry.id);
    }
    assert!(rehearsal.title.starts_with(&format!("{number}: ")), "{}", entry.id);
    number.chars().filter(char::is_ascii_digit).collect::<String>().parse().expect("a number")
}

/// The acts of a solution without which everything is reached all the same.
fn needless(rehearsal: &Rehearsal, start: &World) -> Vec<usize> {
    let solution: Vec<Command> = rehearsal.solution().cloned().collect();
    let is_done_without = |left_out: usize| {
        let played = solution.iter().enumerate().filter(|(at, _)| *at != left_out);
        let world = played.fold(start.clone(), |world, (_, command)| match decide::act(&world, command) {
            Ok((after, _)) => after,
            Err(_) => world,
        });
        progress(rehearsal, &world, start).iter().all(|done| *done)
    };
    (0..solution.len()).filter(|at| is_done_without(*at)).map(|at| at + 1).collect()
}

#[test]
fn every_act_of_the_cure_of_a_drill_is_needed() {
    let all = DRILLS.iter().map(|entry| (entry.id, built_in(entry.id)));
    let found: Vec<_> = all.map(|(id, (rehearsal, start))| (id, needless(&rehearsal, &start))).collect();
    let idle: Vec<_> = found.into_iter().filter(|(_, acts)| !acts.is_empty()).collect();
    assert_eq!(idle, [], "cured without these acts");
}

/// In the second lesson two acts show something that a later act makes good again: Cleo added before she changes her unit,
/// and Cleo in the group before she is added to Dock herself.
#[test]
fn every_other_act_of_the_lessons_on_the_documentation_is_needed() {
    let lessons: [(&str, &[usize]); 2] = [("member-options", &[]), ("space-members", &[1, 6])];
    for (id, made_good) in lessons {
        let (rehearsal, start) = built_in(id);
        assert_eq!(needless(&rehearsal, &start), made_good, "{id}");
    }
}

#[test]
fn a_drill_that_is_none_is_reported() {
    let (drill, _) = built_in("d02");
    let mut whole = drill.clone();
    whole.start.past.extend(whole.solution().map(|command| command.clone().into()).collect::<Vec<_>>());
    let report = check(&whole);
    let failed: Vec<&str> = report.lines.iter().filter(|line| !line.ok).map(|line| line.sentence.as_str()).collect();
    assert!(failed.contains(&"the first step is not done at the start"), "{report}");
    assert!(failed.iter().any(|line| line.starts_with("the symptom: ")), "{report}");
    let mut uncured = drill;
    uncured.steps[0].solution.pop();
    uncured.steps[0].solution.remove(0);
    let report = check(&uncured);
    assert!(report.lines.iter().any(|line| !line.ok && line.sentence.starts_with("cured: ")), "{report}");
}

#[test]
fn kinds_that_are_wrong_are_told_where() {
    let with = |kind: &str| GOOD.replacen("    brief:", &format!("    kind: {kind},\n    brief:"), 1);
    let drill = |number: &str, from: &str, symptom: &str| {
        with(&format!("Drill(number: \"{number}\", from: \"{from}\", fault: \"F.\", rules: [], symptom: ({symptom}))"))
    };
    let symptom = "goals: [Connects(person: \"ana\", platform: \"host\")]";
    for (text, sentence) in [
        (
            with("Case(number: \"W26\", rules: [])"),
            "`W26` is no number of a case @; allowed are W1 to W25, with a small letter for a part of one",
        ),
        (
            with("Case(number: \"D1\", rules: [])"),
            "`D1` is no number of a case @; allowed are W1 to W25, with a small letter for a part of one",
        ),
        (
            drill("D33", "ana", symptom),
            "`D33` is no number of a drill @; allowed are D1 to D32, with a small letter for a part of one",
        ),
        (drill("D1", "zoe", symptom), "there is no person `zoe` @; allowed are `ana`, `ben`"),
        (
            drill("D1", "ana", ""),
            "the drill has no symptom @; give its `symptom` some `goals`, or `refused` with a command and a code",
        ),
        (drill("D1", "ana", symptom), "the drill has no goals @; say in `goals` what is true when it is cured"),
    ] {
        says(&text, &sentence.replacen('@', "at `mine.ron`:5:11", 1));
    }
}

/// In the window a drill is its message and a goal; what was wrong is told when it is cured.
#[test]
fn the_window_keeps_the_cure_of_a_drill_to_itself() {
    for entry in DRILLS {
        let (rehearsal, _) = built_in(entry.id);
        let Kind::Drill { fault, .. } = &rehearsal.kind else { panic!("{}", entry.id) };
        let acts = rehearsal.solution().count();
        let guide = |step: usize| {
            let opened = files::open_built_in(entry.id).expect("a drill");
            desk_at(opened, Some(step)).expect("the cure plays").model(&DeskFacts::default())
        };
        let before = guide(0);
        assert_eq!(before.guide.brief, rehearsal.brief);
        assert!(before.guide.notes.is_empty() && !before.guide.is_finished, "{}", entry.id);
        let [step] = before.guide.steps.as_slice() else { panic!("{} has several steps", entry.id) };
        assert!(step.do_it.is_none() && step.show.is_none() && step.note.is_none(), "{}", entry.id);
        let after = guide(acts);
        assert!(after.guide.is_finished, "{}", entry.id);
        let told = format!("What was wrong: {fault}");
        assert_eq!(after.guide.notes.first(), Some(&told), "{}", entry.id);
    }
}
