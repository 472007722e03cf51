//! The manual for authors: every example in it can be read, and nothing of the format is missing from it.

use crossinvite::content::{
    self, Alternative, Expectation, Goal, Kind, LessonStep, Note, Rehearsal, StepSpot, load, start,
};
use crossinvite::domain::{Act, Code, Command, Reading, Role, StageAct};
use serde::de::DeserializeOwned;

const MANUAL: &str = include_str!("../../../assets/rehearsals/FORMAT.md");

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn reads<T: DeserializeOwned>(block: &str) {
    if let Err(error) = options().from_str::<T>(block) {
        panic!("{error}\n{block}");
    }
}

#[test]
fn every_example_of_the_manual_can_be_read() {
    let mut count = 0;
    for part in MANUAL.split("```ron ").skip(1) {
        let (kind, rest) = part.split_once('\n').expect("a kind");
        let (block, _) = rest.split_once("```").expect("an end");
        match kind {
            "rehearsal" => {
                let loaded = load(block, "FORMAT.md").unwrap_or_else(|error| panic!("{error}"));
                let content::Loaded::Rehearsal { rehearsal, .. } = loaded else { panic!("a session") };
                let report = content::check(&rehearsal);
                assert!(report.passed(), "{report}");
            }
            "session" => drop(load(block, "FORMAT.md").unwrap_or_else(|error| panic!("{error}"))),
            "notes" => reads::<Vec<Note>>(block),
            "start" => reads::<start::Start>(block),
            "kinds" => reads::<Vec<Kind>>(block),
            "platform" => reads::<start::PlatformStart>(block),
            "roles" => reads::<Vec<Role>>(block),
            "spots" => reads::<Vec<StepSpot>>(block),
            "steps" => reads::<Vec<LessonStep>>(block),
            "expectations" => reads::<Vec<Expectation>>(block),
            "alternatives" => reads::<Vec<Alternative>>(block),
            "goals" => reads::<Vec<Goal>>(block),
            "acts" => reads::<Vec<Act>>(block),
            "stage" => reads::<Vec<StageAct>>(block),
            other => panic!("an example of unknown kind {other}"),
        }
        count += 1;
    }
    assert_eq!(count, MANUAL.matches("```ron").count());
    assert_eq!(count, 14);
}

/// The names that are allowed where `zzz` stands.
fn allowed<T: DeserializeOwned>(wrong: &str) -> &'static [&'static str] {
    match options().from_str::<T>(wrong).err().expect("an error").code {
        ron::Error::NoSuchEnumVariant { expected, .. } | ron::Error::NoSuchStructField { expected, .. } => expected,
        other => panic!("{other}"),
    }
}

#[test]
fn nothing_of_the_format_is_missing_from_the_manual() {
    let variants = [
        allowed::<Goal>("Zzz"),
        allowed::<Act>("Zzz"),
        allowed::<StageAct>("Zzz"),
        allowed::<Command>("Zzz"),
        allowed::<StepSpot>("Zzz"),
        allowed::<Code>("Zzz"),
        allowed::<Reading>("Zzz"),
        allowed::<Kind>("Zzz"),
        allowed::<crossinvite::domain::MessageKind>("Zzz"),
        allowed::<crossinvite::domain::MemberOption>("Zzz"),
        allowed::<crossinvite::domain::SpaceSetting>("Zzz"),
        allowed::<crossinvite::domain::AccessRole>("Zzz"),
        allowed::<crossinvite::domain::RoleKind>("Zzz"),
    ];
    for name in variants.into_iter().flatten() {
        assert!(MANUAL.contains(&format!("`{name}")), "{name}");
    }
    let fields = [
        allowed::<Rehearsal>("(zzz: 1)"),
        allowed::<start::Start>("(zzz: 1)"),
        allowed::<start::PlatformStart>("(zzz: 1)"),
        allowed::<start::MemberStart>("(zzz: 1)"),
        allowed::<start::SpaceStart>("(zzz: 1)"),
        allowed::<start::SpaceMemberStart>("(zzz: 1)"),
        allowed::<start::ItemStart>("(zzz: 1)"),
        allowed::<start::GroupStart>("(zzz: 1)"),
        allowed::<start::HeldRoleStart>("(zzz: 1)"),
        allowed::<content::Symptom>("(zzz: 1)"),
        allowed::<start::PoolStart>("(zzz: 1)"),
        allowed::<LessonStep>("(zzz: 1)"),
        allowed::<Expectation>("(zzz: 1)"),
        allowed::<Alternative>("(zzz: 1)"),
        allowed::<Role>("(zzz: 1)"),
    ];
    for name in fields.into_iter().flatten() {
        assert!(MANUAL.contains(&format!("`{name}")) || MANUAL.contains(&format!("{name}: ")), "{name}");
    }
}

#[test]
fn the_manual_names_the_built_in_roles_and_rehearsals_use_its_words() {
    for role in content::roles::built_in() {
        assert!(MANUAL.contains(&format!("`{}`", role.id)), "{}", role.id);
    }
}
