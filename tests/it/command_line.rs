//! The program itself, started with wrong command lines: one sentence that says what, where and what to do.

use std::path::Path;
use std::process::{Command, Output};

/// Starts the program as a shell would, without a display.
fn start(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_crossinvite"));
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        program.env_remove(variable);
    }
    program.args(arguments).output().expect("the program starts")
}

/// What it says of a command line that it refuses: nothing but one line, with the exit status of a wrong call.
#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = start(arguments);
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    assert!(said.ends_with('\n') && said.lines().count() == 1, "{arguments:?}: {said}");
    for raw in ["os error", "error:", "invalid digit", "panicked", "Usage", "--help'"] {
        assert!(!said.contains(raw), "{arguments:?}: {said}");
    }
    said.trim_end().strip_prefix("crossinvite: ").expect("the name of the program").to_owned()
}

#[track_caller]
fn says(arguments: &[&str], sentence: &str) {
    assert_eq!(refused(arguments), sentence, "{arguments:?}");
}

#[track_caller]
fn begins(arguments: &[&str], words: &str, ends: &str) {
    let said = refused(arguments);
    assert!(said.starts_with(words) && said.ends_with(ends), "{arguments:?}: {said}");
}

const HELP: &str = "`crossinvite --help` lists what is allowed";
const EXPLAIN: &str = "`crossinvite explain --help` lists what is allowed";
const RENDER: &str = "`crossinvite render --help` lists what is allowed";
const BEN: [&str; 6] = ["explain", "own-license", "--person", "ben", "--platform", "aldermoor"];

/// BEN with more.
fn ben(more: &[&'static str]) -> Vec<&'static str> {
    [&BEN, more].concat()
}

#[test]
fn options_that_are_not_there_or_stand_alone() {
    says(&["--no-such-option"], &format!("there is no option `--no-such-option` here; {HELP}"));
    says(&["--fresch"], &format!("there is no option `--fresch` here; perhaps --fresh is meant; {HELP}"));
    says(&["-x"], &format!("there is no option `-x` here; {HELP}"));
    says(&["--theme"], &format!("--theme stands without a value; write --theme and one of dark, light; {HELP}"));
    says(&["--theme", "blue"], &format!("--theme: `blue` is not among dark, light; write one of them; {HELP}"));
    says(&["list", "--theme"], "there is no option `--theme` here; `crossinvite list --help` lists what is allowed");
    says(
        &["explain", "own-license", "--person"],
        &format!("--person stands without a value; write --person PERSON with one; {EXPLAIN}"),
    );
    says(
        &["render", "own-license", "--step"],
        &format!("--step stands without a value; write --step STEP with one; {RENDER}"),
    );
    says(
        &["list", "--json", "--json"],
        "--json stands there twice; write it once; `crossinvite list --help` lists what is allowed",
    );
    says(
        &ben(&["--role", "IFW", "--space", "hull-7"]),
        &format!("--role does not go with --space; leave one of them out; {EXPLAIN}"),
    );
}

#[test]
fn words_that_are_too_many_or_missing() {
    says(
        &["own-license", "consultant"],
        &format!("`consultant` is one word too many; name one rehearsal at a time; {HELP}"),
    );
    for before in [&["own-license"][..], &["--fresh"], &["--theme", "dark"]] {
        says(
            &[before, &["check"]].concat(),
            &format!("`check` is a command, and a command stands first; leave out what stands before it; {HELP}"),
        );
    }
    says(
        &["render", "own-license", "consultant", "--out", "x.png"],
        &format!("`consultant` is one word too many; name one rehearsal at a time; {RENDER}"),
    );
    says(
        &["list", "own-license"],
        "`own-license` is one word too many; this command takes no rehearsal; `crossinvite list --help` lists what is \
         allowed",
    );
    says(
        &["explain"],
        &format!(
            "`crossinvite explain` lacks --person PERSON, --platform PLATFORM and REHEARSAL; write that too; {EXPLAIN}"
        ),
    );
    says(&["render", "own-license"], &format!("`crossinvite render` lacks --out OUT; write that too; {RENDER}"));
    says(
        &["help", "nothing"],
        &format!("there is no command `nothing`; there are list, check, explain, plan, differences, render; {HELP}"),
    );
    let built_in = "; built in are own-license, ";
    let ends = ": `crossinvite list` names all, and a path to a file does as well";
    for unknown in ["check-this", ""] {
        let words = format!("no rehearsal is called `{unknown}`{built_in}");
        begins(&[unknown], &words, ends);
        begins(&["explain", unknown, "--person", "ben", "--platform", "aldermoor"], &words, ends);
        begins(&["plan", unknown], &words, ends);
        begins(&["render", unknown, "--out", "x.png"], &words, ends);
    }
}

/// A file or a rehearsal stands where a command could: a first word that is nearly a command is taken for one, unless a
/// file has that name.
#[test]
fn a_misspelt_command_is_told_which_one_is_meant() {
    let meant = |typed: &str, meant: &str| format!("there is no command `{typed}`; perhaps `{meant}` is meant; {HELP}");
    says(&["explian", "own-license"], &meant("explian", "explain"));
    says(&["explian", "own-license", "--person", "ben", "--platform", "aldermoor"], &meant("explian", "explain"));
    for (typed, name) in [
        ("explian", "explain"),
        ("lst", "list"),
        ("chek", "check"),
        ("Plan", "plan"),
        ("plann", "plan"),
        ("rendr", "render"),
        ("difference", "differences"),
        ("diferrences", "differences"),
    ] {
        says(&[typed], &meant(typed, name));
        says(&[typed, "own-license"], &meant(typed, name));
    }
    // What is near to nothing is a rehearsal that is not there.
    begins(&["export"], "no rehearsal is called `export`", "does as well");
    begins(&["lost-license"], "no rehearsal is called `lost-license`", "does as well");
}

#[test]
fn a_file_with_nearly_the_name_of_a_command_still_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("plam"), "no rehearsal").expect("it is written");
    let mut program = Command::new(env!("CARGO_BIN_EXE_crossinvite"));
    let output = program.arg("plam").current_dir(folder.path()).output().expect("the program starts");
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(!said.contains("perhaps") && said.contains("`plam`:1:1"), "it is read, and is no rehearsal: {said}");
}

#[test]
fn values_that_cannot_be() {
    let step = "is no step; write a whole number from 0 (the start), such as 3";
    says(&["render", "own-license", "--step", "x", "--out", "x.png"], &format!("--step: `x` {step}; {RENDER}"));
    says(&ben(&["--step", "1.5"]), &format!("--step: `1.5` {step}; {EXPLAIN}"));
    says(
        &["plan", "own-license", "--step", ""],
        &format!("--step: `` {step}; `crossinvite plan --help` lists what is allowed"),
    );
    says(&ben(&["--step", "-1"]), &format!("--step: `-1` {step}; {EXPLAIN}"));
    says(&["render", "own-license", "--step", "-1", "--out", "x.png"], &format!("--step: `-1` {step}; {RENDER}"));
    says(
        &["render", "own-license", "--scale", "-1", "--out", "x.png"],
        &format!("--scale: `-1` is no scale; write a number from 0.5 to 4, such as 1.5; {RENDER}"),
    );
    for wrong in ["0", "-3", "many"] {
        says(
            &["plan", "own-license", "--ways", wrong],
            &format!(
                "--ways: `{wrong}` is no number of ways; write a whole number from 1, such as 3; \
                 `crossinvite plan --help` lists what is allowed"
            ),
        );
    }
    says(&ben(&["--step", "9"]), "step 9 is too far; the solution has 8 steps; allowed are 0 (the start) to 8");
    says(
        &["render", "empty-stage", "--step", "1", "--out", "x.png"],
        "step 1 is too far; the solution has no steps; leave --step out",
    );
    for size in ["1x1", "huge", "9000x9000", "1600x"] {
        says(
            &["render", "own-license", "--size", size, "--out", "x.png"],
            &format!(
                "--size: `{size}` is no size; write width x height in pixels from 320x240 to 8192x8192, such as \
                 1600x1000; {RENDER}"
            ),
        );
    }
    says(
        &["render", "own-license", "--scale", "9", "--out", "x.png"],
        &format!("--scale: `9` is no scale; write a number from 0.5 to 4, such as 1.5; {RENDER}"),
    );
    says(
        &["render", "own-license", "--present", "loud", "--out", "x.png"],
        &format!("--present: `loud` is not among story, platforms; write one of them; {RENDER}"),
    );
    says(
        &["plan", "own-license", "--limit", "0"],
        "--limit: `0` is no number of situations; write a whole number from 1, such as 100000; \
         `crossinvite plan --help` lists what is allowed",
    );
    says(&["render", "own-license", "--out", "x.jpg"], "`x.jpg` does not end in .png; a picture is written as PNG");
}

#[test]
fn names_that_are_not_there() {
    let people = "; there are ana, cleo, gus, ben";
    says(
        &["explain", "own-license", "--person", "bob", "--platform", "aldermoor"],
        &format!("nobody is called `bob`{people}"),
    );
    says(
        &["explain", "own-license", "--person", "ben", "--platform", "mars"],
        "no platform is called `mars`; there are aldermoor, brightwell",
    );
    begins(
        &ben(&["--role", "ZZZ"]),
        "no role is called `ZZZ`; there are IFW (3DSwymer), CSV (Industry Innovator), ",
        "",
    );
    says(
        &ben(&["--space", "nowhere"]),
        "no space of Aldermoor Marine is called `nowhere`; there are common-space, dock, hull-7",
    );
    let plan = |option: &'static str, value: &'static str| ["plan", "own-license", option, value];
    begins(&plan("--goal", ""), "`` is no goal; write connect:PERSON@PLATFORM, ", "");
    begins(&plan("--keep", "dance:ben@aldermoor"), "`dance:ben@aldermoor` is no goal; write ", "");
    begins(
        &plan("--keep", "connect:ben@aldermoor"),
        "“Ben Okafor can connect to Aldermoor Marine” cannot stay so, for it is not so at this step; ",
        "",
    );
    says(&plan("--goal", "connect:bob@aldermoor"), &format!("nobody is called `bob`{people}"));
    says(&plan("--no-license-of", "mars"), "no platform is called `mars`; there are aldermoor, brightwell");
    says(
        &plan("--only", "mars"),
        &format!("nobody is called `mars`{people}; and no platform is called `mars`; there are aldermoor, brightwell"),
    );
    let deep = "not-".repeat(20_000) + "connect:ben@mars";
    says(&["plan", "own-license", "--goal", &deep], "no platform is called `mars`; there are aldermoor, brightwell");
}

/// What is written on the screen can be typed: names as well as ids, capitals or not.
#[test]
fn names_do_as_well_as_ids() {
    let by_id = ["explain", "own-license", "--person", "ben", "--platform", "aldermoor"];
    let by_name = ["explain", "own-license", "--person", "Ben Okafor", "--platform", "ALDERMOOR Marine"];
    let by_address = ["explain", "own-license", "--person", "Ben@Brightwell.example", "--platform", "Aldermoor"];
    for (option, id, others) in [
        ("--role", "XWB", &["xwb", "3DEXPERIENCE SOLIDWORKS Professional", "solidworks professional"][..]),
        ("--role", "CSV", &["csv", "Collaborative Industry Innovator"]),
        ("--space", "hull-7", &["Hull-7", "HULL-7"]),
    ] {
        let expected = start(&[&by_id[..], &[option, id]].concat());
        assert_eq!(expected.status.code(), Some(0), "{}", String::from_utf8_lossy(&expected.stderr));
        for call in [by_id, by_name, by_address] {
            for other in others {
                let output = start(&[&call[..], &[option, other]].concat());
                assert_eq!(output.stdout, expected.stdout, "{other}: {}", String::from_utf8_lossy(&output.stderr));
            }
        }
    }
    let goal = start(&["plan", "own-license", "--goal", "role:Ben Okafor@Aldermoor Marine:3DSwymer"]);
    assert_eq!(goal.status.code(), Some(0), "{}", String::from_utf8_lossy(&goal.stderr));
}

#[test]
fn a_name_of_two_people_asks_for_the_id() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("twins.ron");
    let people = "people: [(id: \"kim\", name: \"Kim Roe\", email: \"kim@a.example\"), \
                  (id: \"kim-2\", name: \"Kim Roe\", email: \"roe@a.example\")]";
    let text = format!("Rehearsal(version: 1, id: \"twins\", title: \"T\", brief: \"B.\", start: ({people}))");
    std::fs::write(&path, text).unwrap();
    let file = path.to_str().unwrap();
    says(
        &["explain", file, "--person", "kim roe", "--platform", "aldermoor"],
        "several are called `kim roe`: kim, kim-2; write one of these",
    );
}

// R19, F35: nobody is sent to a platform that has nothing to give.
#[test]
fn where_nobody_owns_a_license_it_says_so() {
    let said = |role: &str| {
        let output = start(&ben(&[]).into_iter().chain(["--role", role]).collect::<Vec<_>>());
        String::from_utf8(output.stdout).unwrap()
    };
    for role in ["UES", "MYH"] {
        let said = said(role);
        assert!(said.contains("license for Ben. Brightwell owns none."), "{role}: {said}");
        assert!(!said.contains("can assign one"), "{role}: {said}");
    }
    let fixed = said("XEN");
    assert!(
        fixed.contains("license never leaves its platform: Ben needs one of Aldermoor. Aldermoor owns none."),
        "{fixed}"
    );
    assert!(!fixed.contains("Brightwell can assign one"), "{fixed}");
}

#[test]
fn a_file_without_anybody_or_anything_in_it() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("bare.ron");
    let file = path.to_str().unwrap();
    let bare = |people: &str| {
        format!("Rehearsal(version: 1, id: \"bare\", title: \"Bare\", brief: \"Nothing.\", start: ({people}))")
    };
    let todo = "at this step; choose another step or another rehearsal";
    std::fs::write(&path, bare("")).unwrap();
    let explain = ["explain", file, "--person", "ben", "--platform", "aldermoor"];
    says(&explain, &format!("nobody is called `ben`; there are no people {todo}"));
    says(
        &["plan", file, "--goal", "connect:ben@aldermoor"],
        &format!("nobody is called `ben`; there are no people {todo}"),
    );
    std::fs::write(&path, bare("people: [(id: \"ben\", email: \"ben@b.example\")]")).unwrap();
    says(&explain, &format!("no platform is called `aldermoor`; there are no platforms {todo}"));
}

#[test]
fn files_that_cannot_be_opened_or_written() {
    let folder = tempfile::TempDir::new().unwrap();
    let inside = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let explain = |file: &str| refused(&["explain", file, "--person", "ben", "--platform", "aldermoor"]);
    assert_eq!(explain("nofile.ron"), "there is no file `nofile.ron`; check the path, or choose one that ends in .ron");
    says(&["nofile.ron"], "there is no file `nofile.ron`; check the path, or choose one that ends in .ron");
    let here = inside("");
    assert_eq!(explain(&here), format!("`{here}` is a folder; choose a file that ends in .ron"));
    let below = inside("a.ron/b.ron");
    std::fs::write(Path::new(&inside("a.ron")), "x").unwrap();
    let said = explain(&below);
    assert!(
        said.starts_with(&format!("`{below}` cannot be opened: ")) && said.ends_with("; choose another file"),
        "{said}"
    );

    let large = inside("large.ron");
    std::fs::write(&large, vec![b' '; 20 * 1024 * 1024]).unwrap();
    let said = explain(&large);
    assert!(said.ends_with("; up to 16 MiB are read, this has 20.0 MiB (20971520 bytes)"), "{said}");

    let nowhere = inside("nowhere/x.png");
    let said = refused(&["render", "own-license", "--size", "320x240", "--out", &nowhere]);
    let folder = inside("nowhere");
    assert_eq!(
        said,
        format!(
            "cannot write `{nowhere}`: there is no folder `{folder}`; make it first, or choose a folder that exists and may \
             be written to"
        )
    );
}

/// `check` goes on with the other files; what it cannot open it names, and fails.
#[test]
fn checking_a_file_that_is_not_there_names_it() {
    let output = start(&["check", "nofile.ron", "empty-stage"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "crossinvite: there is no file `nofile.ron`; check the path, or choose one that ends in .ron\n");
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("empty-stage\n"));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt as _;
    let mut program = Command::new(env!("CARGO_BIN_EXE_crossinvite"));
    let output = program.arg("check").arg(std::ffi::OsStr::from_bytes(b"\xff.ron")).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("crossinvite: an argument is no readable text; write it in UTF-8; "), "{said}");
}
