//! Bad files: each is answered with one sentence that says what, where and what is allowed.

use super::built_in;
use crossinvite::content::{BUILT_IN, ContentError, load, load_bytes, save};
use crossinvite::session::Session;

pub(super) const ID: &str = "an id has 1 to 64 letters, digits, `-`, `_`, `.`, `@` or `+`";

/// A small file that is right. Each test spoils one line of it.
pub(super) const GOOD: &str = r#"Rehearsal(
    version: 1,
    id: "small",
    title: "Small",
    brief: "One platform.",
    roles: [
        (id: "AAA", name: "Role A", short: "A", kind: NotLinked, prerequisites: ["IFW"]),
        (id: "BBB", name: "Role B", short: "B", kind: NotLinked, prerequisites: ["AAA"]),
    ],
    start: (
        people: [
            (id: "ana", name: "Ana", email: "ana@h.example"),
            (id: "ben", name: "Ben", email: "ben@h.example"),
        ],
        platforms: [
            (
                id: "host",
                name: "Host",
                company: (id: "host", name: "Host"),
                pools: [
                    (role: "IFW", purchased: 2),
                    (role: "CSV", purchased: 2),
                ],
                members: [
                    (person: "ana", right: Administrator, roles: [(role: "IFW")]),
                    (person: "ben", roles: [(role: "IFW"), (role: "CSV")]),
                ],
                spaces: [
                    (id: "dock", name: "Dock", members: [(who: Person("ana"), role: Author)]),
                ],
            ),
        ],
        connected: [
            (person: "ana", platform: "host"),
        ],
    ),
    focus: "ana",
    steps: [
        (
            title: "Option on",
            rules: ["R8"],
            goals: [OptionIs(platform: "host", option: GrantWithoutLicense, on: true)],
            solution: [Do(by: "ana", on: "host", act: SetOption(option: GrantWithoutLicense, on: true))],
        ),
    ],
    expectations: [
        (after: 1, goals: [Connects(person: "ana", platform: "host")]),
    ],
)
"#;

/// The good file with one piece replaced; `^` in the new piece marks where the error stands.
fn spoil(old: &str, new: &str) -> (String, usize, usize) {
    assert_eq!(GOOD.matches(old).count(), 1, "{old}");
    marked(&GOOD.replacen(old, new, 1))
}

pub(super) fn marked(text: &str) -> (String, usize, usize) {
    let (before, after) = text.split_once('^').expect("a mark");
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (format!("{before}{after}"), line, column)
}

pub(super) fn says(text: &str, sentence: &str) {
    let error = load(text, "mine.ron").expect_err("a bad file");
    assert_eq!(error.to_string(), sentence);
}

/// The same for an error that stands elsewhere than the piece.
fn spoilt_elsewhere(old: &str, new: &str, sentence: &str) {
    assert_eq!(GOOD.matches(old).count(), 1, "{old}");
    says(&GOOD.replacen(old, new, 1), sentence);
}

/// The whole sentence, place included; a lone `@` in the sentence stands for the place.
pub(super) fn spoilt(old: &str, new: &str, sentence: &str) {
    let (text, line, column) = spoil(old, new);
    says(&text, &sentence.replacen(" @;", &format!(" at `mine.ron`:{line}:{column};"), 1));
}

#[test]
fn the_good_file_is_good() {
    load(GOOD, "mine.ron").unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn an_empty_file_is_told_so() {
    let sentence =
        "the file is empty at `mine.ron`:1:1; a rehearsal begins with `Rehearsal(`, a saved session with `Session(`";
    for text in ["", "\n \n", "// only a remark", "/* and\n another */\n"] {
        says(text, sentence);
    }
}

#[test]
fn another_kind_of_file_is_told_so() {
    let tail = "a rehearsal begins with `Rehearsal(`, a saved session with `Session(`";
    says("// hm\n  Recipe(eggs: 3)", &format!("the file begins with `Recipe` at `mine.ron`:2:3; {tail}"));
    says("{\"a\": 1}", &format!("the file begins with `{{` at `mine.ron`:1:1; {tail}"));
    says("(version: 1)", &format!("the file begins with `(` at `mine.ron`:1:1; {tail}"));
}

#[test]
fn a_file_that_is_no_text_is_told_so_with_its_place() {
    let sentence = "the file is not readable text at `mine.ron`:2:3; it must be UTF-8 without control characters";
    for bytes in [b"Re\nab\xff\xfe".as_slice(), b"Re\nab\0cd", b"Re\nab\x1b[0m"] {
        assert_eq!(load_bytes(bytes, "mine.ron").expect_err("no text").to_string(), sentence);
    }
    let with_mark = [b"\xef\xbb\xbf".as_slice(), GOOD.as_bytes()].concat();
    assert!(load_bytes(&with_mark, "mine.ron").is_ok());
    assert!(load(&GOOD.replace('\n', "\r\n"), "mine.ron").is_ok());
}

#[test]
fn a_file_that_is_too_large_is_told_so() {
    let text = format!("{GOOD}{}", " ".repeat(16 * 1024 * 1024));
    let error = load(&text, "mine.ron").map(|_| ()).expect_err("too large");
    assert!(matches!(error, ContentError::TooLarge { .. }));
    let sentence = error.to_string();
    let line = GOOD.matches('\n').count() + 1;
    assert!(sentence.starts_with(&format!("the file is too large at `mine.ron`:{line}:")), "{sentence}");
    assert!(
        sentence.ends_with(&format!("; up to 16 MiB are read, this has 16.0 MiB ({} bytes)", text.len())),
        "{sentence}"
    );
}

#[test]
fn brackets_without_end_are_told_so() {
    let start = "Rehearsal(\nversion: 1,\ngoals: [\n";
    for levels in [60, 500, 100_000] {
        let error = load(&format!("{start}{}", "Not(\n".repeat(levels)), "mine.ron").expect_err("too deep");
        assert!(matches!(error, ContentError::TooDeep { .. }), "{error}");
        assert_eq!(
            error.to_string(),
            "there are too many brackets inside each other at `mine.ron`:34:1; 64 levels are read"
        );
    }
}

#[test]
fn another_version_is_told_so_wherever_it_stands() {
    spoilt("version: 1", "version: ^7", "version 7 of the format is not known @; this program reads version 1");
    let remark = load("// a Rehearsal\nRehearsal(new: [(a: 1)], version: 3)", "mine.ron").expect_err("another version");
    assert_eq!(
        remark.to_string(),
        "version 3 of the format is not known at `mine.ron`:2:35; this program reads version 1"
    );
    let (text, line, column) = spoil("version: 1", "novelty: \"x\", version: ^2");
    says(
        &text,
        &format!("version 2 of the format is not known at `mine.ron`:{line}:{column}; this program reads version 1"),
    );
}

#[test]
fn wrong_names_are_told_with_what_is_allowed() {
    spoilt(
        "purchased: 2),\n                    (role: \"CSV\"",
        "^bought: 2),\n                    (role: \"CSV\"",
        "the field `bought` is not known @; allowed here are `role`, `purchased`, `expires`",
    );
    spoilt(
        "right: Administrator",
        "right: ^Boss",
        "`Boss` is not known @; allowed here are `Member`, `Administrator`, `External`",
    );
    spoilt("email: \"ben@h.example\"", "^", "the field `email` is missing @; it may not be left out here");
    spoilt("id: \"small\"", "id: \"small\", ^id: \"b\"", "the field `id` is there twice @; give it once");
}

#[test]
fn wrong_form_is_told_with_what_is_allowed() {
    spoilt("title: \"Small\"", "title: ^Small", "this is no text @; text stands in quotation marks");
    spoilt(
        "(role: \"IFW\", purchased: 2)",
        "(role: \"IFW\", purchased: ^\"2\")",
        "this is no number @; a whole number from 0 to 1000000 is expected",
    );
    spoilt("\"Small\",\n    brief", "\"Small\"\n    ^brief", "a comma is missing @; values are separated by commas");
    spoilt("roles: [\n", "roles: ^(\n", "this is no list @; a list begins with `[`");
    spoilt(
        "goals: [OptionIs(platform: \"host\", option: GrantWithoutLicense, on: true)]",
        "goals: [OptionIs(platform: \"host\", option: GrantWithoutLicense, on: ^1)]",
        "this is no switch position @; `true` or `false` is expected",
    );
    let half = GOOD.split_at(GOOD.find("    focus").expect("a line")).0;
    let error = load(half, "mine.ron").expect_err("half a file").to_string();
    assert_eq!(error, "the text ends too early at `mine.ron`:37:1; a bracket or a quotation mark is still open");
    let double = format!("{GOOD}{GOOD}");
    let error = load(&double, "mine.ron").expect_err("two files in one").to_string();
    assert_eq!(error, "there is more text after the end at `mine.ron`:50:1; one rehearsal or session per file");
}

#[test]
fn ids_that_are_not_described_are_told_with_those_that_are() {
    let people = "allowed are `ana`, `ben`";
    spoilt("(person: \"ben\", roles", "^(person: \"bem\", roles", &format!("there is no person `bem` @; {people}"));
    spoilt("focus: \"ana\"", "focus: ^\"anna\"", &format!("there is no person `anna` @; {people}"));
    spoilt(
        "members: [(who: Person(\"ana\")",
        "members: [^(who: Person(\"zoe\")",
        &format!("there is no person `zoe` @; {people}"),
    );
    spoilt(
        "(person: \"ana\", platform: \"host\"),\n        ],\n    )",
        "^(person: \"ana\", platform: \"hots\"),\n        ],\n    )",
        "there is no platform `hots` @; allowed are `host`",
    );
    spoilt(
        "goals: [Connects(person: \"ana\", platform: \"host\")]",
        "goals: [^Connects(person: \"ana\", platform: \"home\")]",
        "there is no platform `home` @; allowed are `host`",
    );
    spoilt(
        "solution: [Do(by: \"ana\"",
        "solution: [^Do(by: \"cleo\"",
        &format!("there is no person `cleo` @; {people}"),
    );
    let (text, line, column) = spoil("(role: \"CSV\", purchased", "^(role: \"XWS\", purchased");
    let error = load(&text, "mine.ron").expect_err("no such role").to_string();
    let begin = format!("there is no role `XWS` at `mine.ron`:{line}:{column}; allowed are `IFW`, `CSV`, `XWA`, ");
    assert!(error.starts_with(&begin), "{error}");
}

#[test]
fn a_situation_that_could_not_be_is_told_where() {
    spoilt(
        "(role: \"IFW\", purchased: 2),\n                    (role: \"CSV\", purchased: 2),\n                ],\n                members: [\n                    (person: \"ana\", right: Administrator, roles: [(role: \"IFW\")]),\n                    (person: \"ben\"",
        "(role: \"IFW\", purchased: 1),\n                    (role: \"CSV\", purchased: 2),\n                ],\n                members: [\n                    (person: \"ana\", right: Administrator, roles: [(role: \"IFW\")]),\n                    ^(person: \"ben\"",
        "`ben` is to hold a license of `IFW`, but `host` has none left @; raise `purchased` in its pool, or say \
         `assign_license: false` where the option allows it",
    );
    spoilt_elsewhere(
        "(role: \"IFW\", purchased: 2),\n",
        "(role: \"XWA\", purchased: 1),\n",
        "`IFW` cannot be granted because `host` does not own it at `mine.ron`:25:21; add a pool of it; without one, only \
         roles that are not linked to a platform can be granted, with `GrantWithoutLicense` on and `assign_license: false`",
    );
    spoilt(
        "(role: \"IFW\", purchased: 2),\n                    (role: \"CSV\", purchased: 2),\n                ],\n                members: [\n                    (person: \"ana\", right",
        "(role: \"IFW\", purchased: 0),\n                    (role: \"CSV\", purchased: 2),\n                ],\n                members: [\n                    ^(person: \"ana\", right",
        "`IFW` cannot be granted because `purchased` is 0 in its pool on `host` @; raise it; with 0, only roles that are \
         not linked to a platform can be granted, with `GrantWithoutLicense` on and `assign_license: false`",
    );
    spoilt(
        "(role: \"CSV\", purchased: 2),\n                ],\n                members: [\n                    (person: \"ana\", right: Administrator, roles: [(role: \"IFW\")]),\n                    (person: \"ben\", roles: [(role: \"IFW\"), (role: \"CSV\")])",
        "(role: \"XWA\", purchased: 2),\n                ],\n                members: [\n                    (person: \"ana\", right: Administrator, roles: [(role: \"IFW\")]),\n                    ^(person: \"ben\", roles: [(role: \"IFW\"), (role: \"XWA\")])",
        "`XWA` cannot be granted because its prerequisite `CSV` was never purchased on `host` @; add a pool of `CSV` with \
         `purchased: 1` or more",
    );
    spoilt(
        "(person: \"ben\", roles: [(role: \"IFW\")",
        "^(person: \"ben\", roles: [(role: \"IFW\", restrict_usage: false)",
        "the switches of `IFW` are not offered in this position on `host` @; `assign_license: false` and \
         `restrict_usage: false` take `GrantWithoutLicense` among the `options`, and a kind of role that has the switch",
    );
    spoilt(
        "(person: \"ana\", platform: \"host\"),\n        ],\n    )",
        "(person: \"ana\", platform: \"host\"),\n            ^(person: \"ana\", platform: \"host\"),\n        ],\n    )",
        "`ana` works on two platforms at once @; a person works on one platform at a time",
    );
    for odd in ["not an email", "ben", "@h.example", "ben@h@example", "\\\"x;y\\\"@a.b", "a,b@c.d", "<ben@h.example>"] {
        spoilt(
            "(id: \"ben\", name: \"Ben\", email: \"ben@h.example\")",
            &format!("^(id: \"ben\", name: \"Ben\", email: \"{odd}\")"),
            &format!(
                "the address `{}` of `ben` is none @; an address has one `@` with a name before and a company after it, \
                 and no spaces, quotation marks, brackets, commas or semicolons",
                odd.replace('\\', "")
            ),
        );
    }
    spoilt(
        "(id: \"ben\", name: \"Ben\", email: \"ben@h.example\")",
        "^(id: \"ben\", name: \"Ben\", email: \"ana@h.example\")",
        "`ana` and `ben` have the same address `ana@h.example` @; give each person an address of their own; small and \
         capital letters and spaces around it make no difference",
    );
    spoilt(
        "(person: \"ben\", roles: [(role: \"IFW\"), (role: \"CSV\")])",
        "^(person: \"ana\", roles: [(role: \"IFW\"), (role: \"CSV\")])",
        "the person `ana` is there already @; describe each person once, with a name of its own",
    );
}

#[test]
fn somebody_who_cannot_connect_is_told_why() {
    let text = GOOD
        .replace("purchased: 2)", "purchased: 2, expires: 3)")
        .replace("    start: (\n", "    start: (\n        day: 4,\n")
        .replace("connected: [\n            (person", "connected: [\n            ^(person");
    let (text, line, column) = marked(&text);
    says(
        &text,
        &format!(
            "`ana` cannot connect to `host` because the license has expired at `mine.ron`:{line}:{column}; an active \
             member whose role `IFW` is usable there can be connected"
        ),
    );
    let pending = GOOD.replace("right: Administrator, roles", "right: Administrator, membership: Pending, roles");
    let error = load(&pending, "mine.ron").expect_err("pending").to_string();
    assert!(
        error.starts_with("`ana` cannot connect to `host` because the invitation is not accepted yet at "),
        "{error}"
    );
}

#[test]
fn roles_that_are_no_catalog_are_told_where() {
    spoilt(
        "(id: \"AAA\", name: \"Role A\", short: \"A\", kind: NotLinked, prerequisites: [\"IFW\"])",
        "^(id: \"AAA\", name: \"Role A\", short: \"A\", kind: NotLinked, prerequisites: [\"BBB\"])",
        "the role `AAA` is its own prerequisite, directly or through others @; prerequisites may not lead back to the role",
    );
    spoilt(
        "(id: \"BBB\", name: \"Role B\", short: \"B\", kind: NotLinked, prerequisites: [\"AAA\"])",
        "^(id: \"BBB\", name: \"Role B\", short: \"B\", kind: NotLinked, prerequisites: [\"CCC\"])",
        "the role `BBB` needs `CCC`, which is not described @; describe it under `roles` or leave it out",
    );
    spoilt(
        "(id: \"BBB\", name",
        "^(id: \"AAA\", name",
        "the role `AAA` is there already @; describe each role once, with a name of its own",
    );
}

#[test]
fn lessons_that_cannot_work_are_told_where() {
    let step = "(\n            title: \"Option on\",\n            rules: [\"R8\"]";
    let rules = "allowed are R1 to R159, C1 to C35, F1 to F62, E1 to E13, D1 to D32 and T1 to T28";
    for wrong in ["R160", "R0", "X1", "R", "R1a", "8"] {
        let new = format!("^(\n            title: \"Option on\",\n            rules: [\"{wrong}\"]");
        spoilt(step, &new, &format!("`{wrong}` is no rule number @; {rules}"));
    }
    spoilt(
        "(\n            title: \"Option on\"",
        "^(\n            title: \" \"",
        "the title is empty @; write a few words",
    );
    let (text, line, column) = marked(
        &GOOD
            .replace("goals: [OptionIs(platform: \"host\", option: GrantWithoutLicense, on: true)]", "goals: []")
            .replace("(\n            title: \"Option on\"", "^(\n            title: \"Option on\""),
    );
    says(
        &text,
        &format!(
            "the step `Option on` has no goals at `mine.ron`:{line}:{column}; a step ticks when its goals are true, so it \
             needs at least one"
        ),
    );
    spoilt("(after: 1, goals", "^(after: 2, goals", "there is no step 2 @; allowed are 0 (the start) to 1");
    spoilt(
        "(after: 1, goals: [Connects(person: \"ana\", platform: \"host\")])",
        "^(after: 1)",
        "the expectation asks for nothing @; give it `goals`, or `refused` with a command and a code",
    );
    let spot = "rules: [\"R8\"], spot: Member(platform: \"host\", person: \"kim\")";
    let (text, _, _) = spoil("rules: [\"R8\"]", &format!("^{spot}"));
    let error = load(&text, "mine.ron").expect_err("no such person").to_string();
    assert!(error.starts_with("there is no person `kim` at `mine.ron`:39:9; "), "{error}");
    spoilt("id: \"small\"", "id: ^\"a small one\"", &format!("`a small one` is no id @; {ID}"));
    spoilt("title: \"Small\"", "title: ^\" \"", "the title is empty @; write a few words");
    spoilt("brief: \"One platform.\"", "brief: ^\"\"", "the brief is empty @; write a few words");
}

#[test]
fn a_session_that_cannot_be_replayed_names_the_step() {
    let (rehearsal, start) = built_in("own-license");
    let mut session = Session::new(start);
    for command in rehearsal.solution() {
        session.submit(command.clone()).expect("accepted");
    }
    let text = save(&rehearsal, &session);
    let steps = text.rfind("\n    steps: [").expect("the steps");
    let (head, tail) = text.split_at(steps);
    let place = |needle: &str, nth: usize| {
        let at = tail.match_indices(needle).nth(nth).expect("a step").0 + steps;
        let before = text.split_at(at).0;
        (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1)
    };
    let (line, column) = place("(\n            parent", 0);
    let tail_of = |sentence: &str| {
        format!(
            "{sentence}; the file was left as it is; take that step and those that follow it out, or open the rehearsal anew"
        )
    };
    let refused = format!("{head}{}", tail.replacen("by: \"ana\"", "by: \"cleo\"", 1));
    says(
        &refused,
        &tail_of(&format!(
            "step 1 of the session is refused on replay because it takes an active administrator of this platform at \
             `mine.ron`:{line}:{column}"
        )),
    );
    let idle = format!("{head}{}", tail.replacen("on: true", "on: false", 1));
    says(&idle, &tail_of(&format!("step 1 of the session changes nothing at `mine.ron`:{line}:{column}")));
    let (line, column) = place("(\n            parent", 1);
    let order = format!("{head}{}", tail.replacen("parent: 1", "parent: 5", 1));
    says(
        &order,
        &format!(
            "step 2 of the session follows step 5, which is not before it at `mine.ron`:{line}:{column}; allowed are 0 (the \
             start) to 1"
        ),
    );
    for field in ["cursor", "last"] {
        let (text, line, column) =
            marked(&format!("{head}{}", tail.replacen(&format!("{field}: 8"), &format!("{field}: ^9"), 1)));
        says(
            &text,
            &format!(
                "the session stands at step 9, which is not there at `mine.ron`:{line}:{column}; allowed are 0 (the start) \
                 to 8"
            ),
        );
        let no_number = text.replacen(&format!("{field}: 9"), &format!("{field}: -1"), 1);
        says(
            &no_number,
            &format!(
                "this number is too small at `mine.ron`:{line}:{column}; a whole number from 0 (the start) to the number of the \
                 last step is expected"
            ),
        );
    }
    let (line, column) = place("(\n            parent", 0);
    for (old, new, what, known) in [
        ("by: \"ana\"", "by: \"zoe\"", "person `zoe`", "`ana`, "),
        ("on: \"aldermoor\"", "on: \"moor\"", "platform `moor`", "`aldermoor`, "),
    ] {
        let error =
            load(&format!("{head}{}", tail.replacen(old, new, 1)), "mine.ron").expect_err("unknown").to_string();
        let begin = format!(
            "step 1 of the session names the {what}, which is not there then at `mine.ron`:{line}:{column}; there are {known}"
        );
        assert!(error.starts_with(&begin), "{error}");
    }
    let start_gone = text.replacen("purchased: 4", "purchased: 0", 1);
    let error = load(&start_gone, "mine.ron").expect_err("no licenses").to_string();
    assert!(error.contains(" at `mine.ron`:"), "{error}");
}

#[test]
fn no_broken_text_makes_it_panic() {
    for entry in BUILT_IN {
        for end in (0..entry.text.trim_end().len()).step_by(97).filter(|end| entry.text.is_char_boundary(*end)) {
            let sentence = load(entry.text.split_at(end).0, "half.ron").expect_err("half a file").to_string();
            assert!(!sentence.contains("struct ") && !sentence.ends_with('.'), "{sentence}");
        }
        for at in (0..entry.text.len()).step_by(61) {
            let mut bytes = entry.text.as_bytes().to_vec();
            bytes[at] = b"()[],:\"x\\9\0"[at % 11];
            let _ = load_bytes(&bytes, "spoilt.ron");
        }
    }
}
