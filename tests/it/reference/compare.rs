//! The engine and the rules, question by question.

use super::answers::{Answer, Answers, reason};
use crate::agreement::assert_lists;
use crossinvite::access::{EffectiveAccess, Explanation, Question, can_read, explain};
use crossinvite::domain::*;
use std::fmt::Write;

/// Engine and rules give the same answers in this world: verdict, reasons in order, source, effective access. And the
/// engine agrees with itself: who can, and what somebody can, are those of whom the answers hold.
#[track_caller]
pub fn agree(world: &World) {
    assert_lists(world);
    let answers = Answers::of(world);
    for (person,) in &answers.rules.person {
        for (at, _, item, _) in &answers.rules.item {
            let found = can_read(world, *person, *at, *item);
            let expected = answers.rules.reads.contains(&(*person, *at, *item));
            assert_eq!(found, expected, "left: engine, right: rules\n{person} reads {item} on {at}\n{}", told(world));
        }
    }
    for (question, expected) in answers.all() {
        assert_eq!(expected.holds, expected.reasons.is_empty(), "the rules agree with themselves: {question:?}");
        let found = of_engine(&explain(world, question));
        assert_eq!(found, expected, "left: engine, right: rules\n{question:?}\n{}", told(world));
    }
}

/// The engine's answer in the words of the rules.
fn of_engine(explanation: &Explanation) -> Answer {
    let is_role = matches!(explanation.question, Question::RoleUsable { .. });
    let access = explanation.access.as_ref().filter(|access| !access.is_empty());
    Answer {
        holds: explanation.holds(),
        reasons: explanation.failing().map(|check| reason(check.code, check.at)).collect(),
        source: explanation.source.filter(|_| is_role && explanation.holds()),
        label: access.map(EffectiveAccess::label),
        reading: access.and_then(|access| access.reading().cloned()),
        ownership: access.and_then(|access| access.ownership().cloned()),
    }
}

/// The world in a few lines.
pub fn told(world: &World) -> String {
    let mut text = format!("day {}, readings {:?}\n", world.today().0, world.readings());
    for person in world.people() {
        writeln!(text, "{} works on {:?}", person.id, person.connected).unwrap();
    }
    for platform in world.platforms() {
        writeln!(text, "{} {:?} {:?}", platform.id, platform.options, platform.space_settings).unwrap();
        writeln!(text, "  organizations {:?}", platform.organizations.keys()).unwrap();
        for (role, pool) in &platform.pools {
            writeln!(text, "  {role} {}/{} until {}", pool.assigned, pool.purchased, pool.expires.0).unwrap();
        }
        for (person, member) in &platform.members {
            let Member { membership, right, organizations, grants, seats, .. } = member.as_ref();
            writeln!(text, "  {person} {membership:?} {right:?} {organizations:?} {grants:?}").unwrap();
            for (role, seat) in seats {
                writeln!(text, "    {role} restricted {} used {:?}", seat.restricted, seat.first_use).unwrap();
            }
        }
        for (group, content) in &platform.groups {
            writeln!(text, "  group {group} {:?} {:?}", content.members, content.roles).unwrap();
        }
        for (space, content) in &platform.spaces {
            writeln!(text, "  space {space} {:?} {:?}", content.entries, content.groups).unwrap();
            let items = content.items.iter().map(|(item, content)| format!("{item} of {}", content.owner));
            writeln!(text, "    {:?}", items.collect::<Vec<_>>()).unwrap();
        }
        writeln!(text, "  shared {:?}", platform.shares).unwrap();
    }
    text
}
