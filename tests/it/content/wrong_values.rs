//! Files with too much in them, with doubles, and with ids, names and numbers that cannot be.

use super::bad_files::{GOOD, ID, marked, says, spoilt};
use crossinvite::content::load;
use crossinvite::domain::{Role, RoleCatalog, RoleKind, role::CatalogError};

/// The good file with a chain of so many roles more, each needing the one before; the last is marked.
fn chain(length: usize) -> String {
    let role = |n: usize| {
        let needed = if n == 0 { "IFW".to_owned() } else { format!("R{}", n - 1) };
        let mark = if n + 1 == length { "^" } else { "" };
        format!("{mark}(id: \"R{n}\", name: \"R\", short: \"R\", kind: NotLinked, prerequisites: [\"{needed}\"]),\n")
    };
    let roles: String = (0..length).map(role).collect();
    GOOD.replacen("    roles: [\n", &format!("    roles: [\n{roles}"), 1)
}

#[test]
fn a_long_chain_of_roles_is_read_and_a_longer_one_refused() {
    load(&chain(498).replace('^', ""), "mine.ron").unwrap_or_else(|error| panic!("{error}"));
    let cycle = chain(498).replacen("[\"IFW\"]", "[\"R497\"]", 1).replace('^', "");
    let error = load(&cycle, "mine.ron").expect_err("a cycle").to_string();
    assert!(error.starts_with("the role `R0` is its own prerequisite, directly or through others at `mine.ron`:7:1;"));
    let surplus = chain(3_000).replace('^', "").replacen("(id: \"R500\"", "^(id: \"R500\"", 1);
    let (text, line, column) = marked(&surplus);
    says(
        &text,
        &format!("there are 3002 roles at `mine.ron`:{line}:{column}; up to 500 roles are allowed in a rehearsal"),
    );
}

#[test]
fn long_chains_of_prerequisites_are_checked_at_once() {
    let role = |id: String, needed: String| Role {
        id: id.as_str().into(),
        name: "R".into(),
        short: "R".into(),
        kind: RoleKind::NotLinked,
        prerequisites: vec![needed.as_str().into()],
        apps: Vec::new(),
    };
    let base = [role("IFW".to_owned(), "CSV".to_owned()), role("CSV".to_owned(), "R0".to_owned())];
    let of = |last: &str| {
        let needed = |n: usize| if n == 99_999 { last.to_owned() } else { format!("R{}", n + 1) };
        let mut roles: Vec<Role> = (0..100_000).map(|n| role(format!("R{n}"), needed(n))).collect();
        roles.extend(base.clone());
        roles
    };
    assert_eq!(RoleCatalog::new(of("R70000")), Err(CatalogError::Cycle("R70000".into())));
    assert_eq!(RoleCatalog::new(of("IFW")), Err(CatalogError::Cycle("R0".into())));
    let mut open = of("IFW");
    if let Some(last) = open.iter_mut().find(|role| role.id.as_str() == "R99999") {
        last.prerequisites.clear();
    }
    let catalog = RoleCatalog::new(open).expect("a chain");
    assert_eq!(catalog.all_prerequisites("IFW".into()).len(), 100_001);
}

#[test]
fn too_much_is_told_with_the_limit() {
    spoilt(
        "(role: \"IFW\", purchased: 2)",
        "^(role: \"IFW\", purchased: 1000001)",
        "1000001 licenses of `IFW` are too many @; a whole number from 0 to 1000000 is expected",
    );
    let people: String = (2..10_000).map(|n| format!("(id: \"p{n}\", email: \"p{n}@h.example\"),\n")).collect();
    let last = "^(id: \"surplus\", email: \"surplus@h.example\"),\n";
    let old = "            (id: \"ana\", name: \"Ana\"";
    let ben = "            (id: \"ben\", name: \"Ben\", email: \"ben@h.example\"),\n";
    let text = GOOD.replacen(old, &format!("{people}{old}"), 1).replacen(ben, &format!("{ben}{last}"), 1);
    let (text, line, column) = marked(&text);
    let allowed = "are allowed in a rehearsal";
    says(&text, &format!("there are 10001 people at `mine.ron`:{line}:{column}; up to 10000 people {allowed}"));
    let platform = |n: usize| format!("(id: \"p{n}\", name: \"P{n}\", company: (id: \"p{n}\", name: \"P\")),\n");
    let platforms: String = (0..7).map(platform).collect();
    let list = "        platforms: [\n";
    load(&GOOD.replacen(list, &format!("{list}{platforms}"), 1), "mine.ron").expect("eight platforms");
    let text = GOOD.replacen(list, &format!("{list}{platforms}{}", platform(7)), 1);
    let text =
        text.replacen("            (\n                id: \"host\"", "            ^(\n                id: \"host\"", 1);
    let (text, line, column) = marked(&text);
    says(&text, &format!("there are 9 platforms at `mine.ron`:{line}:{column}; up to 8 platforms {allowed}"));
}

#[test]
fn what_is_there_twice_is_told_before_anything_else() {
    let ben = "(id: \"ben\", name: \"Ben\", email: \"ben@h.example\")";
    spoilt(
        ben,
        "^(id: \"ben\", name: \"Ben\", email: \" ANA@h.Example \")",
        "`ana` and `ben` have the same address `ana@h.example` @; give each person an address of their own; small and \
         capital letters and spaces around it make no difference",
    );
    spoilt(
        ben,
        "^(id: \"ana\", name: \"Ben\", email: \"ben@h.example\")",
        "the person `ana` is there already @; describe each person once, with a name of its own",
    );
    let company = "company: (id: \"host\", name: \"Host\"),\n";
    spoilt(
        company,
        &format!("{company}organizations: [^(id: \"host\", name: \"Again\")],\n"),
        "the organization `host` is there already @; describe each organization once, with a name of its own",
    );
    let (text, line, column) = marked(&GOOD.replacen(
        "        platforms: [\n",
        "        platforms: [(id: \"host\", name: \"P\", company: (id: \"p\", name: \"P\")),\n^",
        1,
    ));
    let twice = "describe each platform once, with a name of its own";
    says(&text, &format!("the platform `host` is there already at `mine.ron`:{line}:{}; {twice}", column + 12));
    spoilt(
        "(role: \"CSV\", purchased: 2)",
        "^(role: \"IFW\", purchased: 2)",
        "the role `IFW` is there twice among the pools of `host` @; name each role once there",
    );
    spoilt(
        "(role: \"IFW\"), (role: \"CSV\")",
        "(role: \"IFW\"), ^(role: \"IFW\")",
        "the role `IFW` is there twice among the roles of `ben` on `host` @; name each role once there",
    );
    spoilt(
        company,
        &format!("{company}default_roles: [(role: \"IFW\"), ^(role: \"IFW\")],\n"),
        "the role `IFW` is there twice among the default roles of `host` @; name each role once there",
    );
}

#[test]
fn two_platforms_have_two_names() {
    let allowed = "give each platform a name of its own; small and capital letters and spaces make no difference";
    let list = "        platforms: [\n";
    for (name, odd) in [("Host", "Host"), (" HOST ", "Host")] {
        let other = format!("{list}(id: \"other\", name: \"{name}\", company: (id: \"o\", name: \"O\")),\n");
        let text = GOOD.replacen(list, &other, 1).replacen(
            "            (\n                id: \"host\"",
            "            ^(\n                id: \"host\"",
            1,
        );
        let (text, line, column) = marked(&text);
        let same = format!("the platforms `other` and `host` have the same name `{odd}`");
        says(&text, &format!("{same} at `mine.ron`:{line}:{column}; {allowed}"));
    }
}

/// What cannot be seen makes two names of one, or no name at all.
#[test]
fn letters_that_nobody_sees_are_told_with_their_place() {
    for (letter, code) in [
        ('\u{200b}', "U+200B"),
        ('\u{ad}', "U+00AD"),
        ('\u{2060}', "U+2060"),
        ('\u{3164}', "U+3164"),
        ('\u{2800}', "U+2800"),
        ('\u{e0041}', "U+E0041"),
        ('\u{202e}', "U+202E"),
        ('\u{2066}', "U+2066"),
        ('\u{2028}', "U+2028"),
        ('\u{2029}', "U+2029"),
        ('\u{feff}', "U+FEFF"),
        ('\u{200d}', "U+200D"),
    ] {
        let says = |what: &str, place: usize| {
            format!("{what} has a character that cannot be seen, {code} at place {place} @; take it out")
        };
        let dock = "(id: \"dock\", name: \"Dock\"";
        spoilt(dock, &format!("^(id: \"dock\", name: \"Do{letter}ck\""), &says("the name of the space `dock`", 3));
        spoilt(dock, &format!("^(id: \"dock\", name: \"{letter}\""), &says("the name of the space `dock`", 1));
        spoilt("title: \"Small\"", &format!("title: ^\"Sm{letter}all\""), &says("the title", 3));
        spoilt(
            "(id: \"ben\", name: \"Ben\", email: \"ben@h.example\")",
            &format!("^(id: \"ben\", name: \"Ben\", email: \"b{letter}en@h.example\")"),
            &says("the address of the person `ben`", 2),
        );
        let act = "Do(by: \"ana\", on: \"host\", act: SetOption(option: GrantWithoutLicense, on: true))";
        let odd = format!("Do(by: \"ana\", on: \"host\", act: CreateSpace(space: \"s\", name: \"S{letter}\"))");
        spoilt(act, &format!("{act}, ^{odd}"), &says("a name in this act", 2));
    }
    for name in ["علی\u{200c}رضا", "क्\u{200d}ष", "葛\u{e0100}", "❤\u{fe0f}", "Zoë Łęcka"] {
        let text = GOOD.replacen("name: \"Dock\"", &format!("name: \"{name}\""), 1);
        load(&text, "mine.ron").unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// The sentence on what several acts come to is shown on the timeline, so it is a line like other names.
#[test]
fn what_several_acts_come_to_is_a_short_line() {
    let act = "Do(by: \"ana\", on: \"host\", act: SetOption(option: GrantWithoutLicense, on: true))";
    let several =
        |what: &str| act.replace("act: SetOption(", &format!("act: Several(what: \"{what}\", acts: [SetOption("));
    let several = |what: &str| several(what).replace("on: true))", "on: true)]))");
    load(&GOOD.replacen(act, &several("turns it on"), 1), "mine.ron").unwrap_or_else(|error| panic!("{error}"));
    for (what, problem) in [
        (" ".to_owned(), "is empty @; write a few words"),
        ("a\\nb".to_owned(), "has a control character in it @; write plain text without `\\u` and the like"),
        ("x".repeat(100_000), "has 100000 characters @; up to 1000 are allowed"),
        ("a\u{200b}".to_owned(), "has a character that cannot be seen, U+200B at place 2 @; take it out"),
    ] {
        spoilt(act, &format!("^{}", several(&what)), &format!("what these acts come to {problem}"));
        let stage = format!("Stage(Several(what: \"{what}\", acts: [SetClock(day: 3)]))");
        spoilt(act, &format!("{act}, ^{stage}"), &format!("what these acts come to {problem}"));
    }
}

#[test]
fn ids_and_names_that_cannot_be_read_are_told() {
    let dock = "(id: \"dock\", name: \"Dock\"";
    for (id, shown) in [
        ("".to_owned(), "the id is empty".to_owned()),
        ("  ".to_owned(), "the id is empty".to_owned()),
        ("a dock".to_owned(), "`a dock` is no id".to_owned()),
        ("d\\u{202e}k".to_owned(), "`d\\u{202e}k` is no id".to_owned()),
        ("d".repeat(65), format!("the id `{}…` has 65 characters", "d".repeat(64))),
    ] {
        spoilt(dock, &format!("^(id: \"{id}\", name: \"Dock\""), &format!("{shown} @; {ID}"));
        let role = format!("^(id: \"{id}\", name: \"Role B\"");
        spoilt("(id: \"BBB\", name: \"Role B\"", &role, &format!("{shown} @; {ID}"));
    }
    let few = "write a few words";
    let plain = "write plain text without `\\u` and the like";
    let long = "x".repeat(201);
    for (name, begin, end, allowed) in [
        (" ", "the name of the ", " is empty", few),
        ("a\\u{7}b", "the name of the ", " has a control character in it", plain),
        ("a\\nb", "the name of the ", " has a control character in it", plain),
        (long.as_str(), "the name of the ", " has 201 characters", "up to 200 are allowed"),
    ] {
        let says = |what: &str| format!("{begin}{what}{end} @; {allowed}");
        spoilt(dock, &format!("^(id: \"dock\", name: \"{name}\""), &says("space `dock`"));
        let ana = format!("^(id: \"ana\", name: \"{name}\"");
        spoilt("(id: \"ana\", name: \"Ana\"", &ana, &says("person `ana`"));
        let item = format!("{dock}, items: [^(id: \"crane\", name: \"{name}\")]");
        spoilt(dock, &item, &says("item `crane`"));
        let host = format!("^(\n                id: \"host\",\n                name: \"{name}\"");
        spoilt("(\n                id: \"host\",\n                name: \"Host\"", &host, &says("platform `host`"));
    }
    let just = GOOD.replacen("name: \"Dock\"", &format!("name: \"{}\"", "x".repeat(200)), 1);
    load(&just.replacen("id: \"dock\"", &format!("id: \"{}\"", "d".repeat(64)), 1), "mine.ron").expect("just so long");
}

#[test]
fn comments_may_stand_inside_comments() {
    load(&format!("/* a /* b */ c */ // d\n{GOOD}"), "mine.ron").unwrap_or_else(|error| panic!("{error}"));
    for (text, place) in
        [("/* a /* b */ Recipe(", "1:1"), ("// d\n /* Rehearsal(", "2:2"), ("/* a */ /*", "1:9"), ("/*", "1:1")]
    {
        says(text, &format!("the comment does not end at `mine.ron`:{place}; a comment `/*` ends with `*/`"));
    }
}

#[test]
fn numbers_that_cannot_be_are_told_with_those_that_can() {
    let pool = "(role: \"IFW\", purchased: 2)";
    for (number, what) in [
        ("99999999999", "this number is too large"),
        ("4.5", "this is no whole number"),
        ("4e3", "this is no whole number"),
        ("-3", "this number is too small"),
        ("many", "this is no number"),
    ] {
        let new = format!("(role: \"IFW\", purchased: ^{number})");
        spoilt(pool, &new, &format!("{what} @; a whole number from 0 to 1000000 is expected"));
        let new = format!("(role: \"IFW\", purchased: 2, expires: ^{number})");
        spoilt(pool, &new, &format!("{what} @; a whole number from 0 to 4294967295 is expected"));
    }
    spoilt(
        "(after: 1, goals",
        "(after: ^1.5, goals",
        "this is no whole number @; a whole number from 0 (the start) to the number of the last step is expected",
    );
}
