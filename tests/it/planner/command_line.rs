//! `crossinvite plan`, as it is typed.

use std::process::{Command, Output};

fn plan(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_crossinvite")).arg("plan").args(arguments).output().expect("it runs")
}

fn complaint(arguments: &[&str]) -> String {
    let output = plan(arguments);
    assert!(!output.status.success(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn a_goal_that_cannot_be_read_names_the_forms_and_the_names_there_are() {
    assert!(complaint(&["own-license", "--goal", "fly:ben@aldermoor"]).contains("is no goal; write connect:"));
    assert!(complaint(&["own-license", "--goal", "connect:bob@aldermoor"]).contains("nobody is called `bob`"));
    assert!(complaint(&["own-license", "--goal", "role:ben@aldermoor:NIX"]).contains("no role is called `NIX`"));
    assert!(complaint(&["own-license", "--goal", "connect:ben@nowhere"]).contains("no platform is called `nowhere`"));
}

#[test]
fn a_step_that_is_not_there_is_named() {
    let said = complaint(&["own-license", "--goal", "connect:ben@aldermoor", "--step", "99"]);
    assert!(said.contains("step 99 is too far"), "{said}");
}

#[test]
fn as_json_a_plan_has_its_acts_sides_steps_and_other_ways() {
    let output = plan(&["own-license", "--goal", "connect:ben@aldermoor", "--ways", "3", "--json"]);
    assert!(output.status.success());
    let json = json(&output);
    assert_eq!(json["outcome"], "plan");
    let steps = json["steps"].as_array().unwrap();
    assert_eq!(json["acts"], steps.len());
    assert!(steps.iter().all(|step| step["command"].is_object() && step["changes"].is_array()));
    assert!(!json["alternatives"].as_array().unwrap().is_empty());
    let by_side: u64 = json["by_side"].as_array().unwrap().iter().map(|side| side[1].as_u64().unwrap()).sum();
    assert_eq!(json["acts"], by_side);
}

// R28, R29: what only administrators may do, nobody else does for them
#[test]
fn when_there_is_no_way_it_says_what_nothing_can_change_and_fails() {
    let arguments = ["own-license", "--goal", "connect:ben@aldermoor", "--only", "ben"];
    let said = complaint(&arguments);
    assert!(said.contains("Nothing that people can do leads there:"), "{said}");
    assert!(said.contains("Under these conditions:\n  only Ben acts\n"), "{said}");
    assert!(said.contains("its administrators would have to act, and may not in this plan"), "{said}");
    let output = plan(&[&arguments[..], &["--json"]].concat());
    let json = json(&output);
    assert_eq!(json["outcome"], "impossible");
    assert!(json["obstacles"].as_array().unwrap().iter().any(|it| it["reason"] == "NobodyMayAct"), "{json}");
}
