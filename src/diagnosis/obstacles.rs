//! Suspects that are checks of a decision: the questions a symptom is about, asked, and followed to their base facts.

use super::{Evidence, Finding, Report, Suspect, Symptom, is_same};
use crate::access::{Check, Explanation, Question, cure, explain};
use crate::domain::{Code, PersonId, Platform, RoleId, World};
use std::collections::BTreeSet;

/// The answers to everything the symptom is about, and to what stands behind them.
pub(super) fn of(world: &World, report: Report) -> Vec<Explanation> {
    let mut open = questions(world, report);
    open.reverse();
    let mut asked: BTreeSet<Question> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(question) = open.pop() {
        if !asked.insert(question) {
            continue;
        }
        let explanation = explain(world, question);
        open.extend(explanation.failing().filter_map(|check| check.follow));
        found.push(explanation);
    }
    found
}

fn questions(world: &World, report: Report) -> Vec<Question> {
    let Report { symptom, person, platform } = report;
    let Some(found) = world.platform(platform) else { return Vec::new() };
    let connect = Question::CanConnect { person, platform };
    let role = |role: RoleId| Question::RoleUsable { person, platform, role };
    let space = |space: &crate::domain::SpaceId| Question::SpaceAccess { person, platform, space: *space };
    match symptom {
        Symptom::AccessDenied | Symptom::NoLicense | Symptom::PutOut => vec![connect],
        Symptom::PlatformNotListed => vec![role(RoleId::ifw())],
        Symptom::AppDoesNotStart | Symptom::WorkedBefore => {
            let roles = world.roles().iter().map(|role| role.id);
            let concerns = |role: &RoleId| found.is_granted(person, *role);
            std::iter::once(connect).chain(roles.filter(concerns).map(role)).collect()
        }
        Symptom::NoData | Symptom::ShownPending => {
            // The spaces made for work before the Common Space.
            let mut spaces: Vec<_> = found.spaces.values().collect();
            spaces.sort_by_key(|space| (!is_in(found, space, person), space.is_common));
            spaces.into_iter().map(|found| space(&found.id)).collect()
        }
        Symptom::ListedOpensNothing | Symptom::GroupOpensNothing | Symptom::LostSpace => {
            let mut spaces: Vec<_> = found.spaces.values().filter(|space| is_in(found, space, person)).collect();
            if spaces.is_empty() {
                spaces = found.spaces.values().collect();
            }
            spaces.sort_by_key(|space| space.is_common);
            spaces.into_iter().map(|found| space(&found.id)).collect()
        }
        Symptom::NotFound => vec![role(RoleId::csv())],
        Symptom::NoMail
        | Symptom::OwnerIsRefused
        | Symptom::NoControlCenter
        | Symptom::SeesTooMuch
        | Symptom::DoesTooMuch
        | Symptom::CannotBeTakenOut
        | Symptom::RoleInNeitherList
        | Symptom::NoAssignSwitch
        | Symptom::NoRestrictSwitch
        | Symptom::NotEnoughLicenses
        | Symptom::CounterWentUp
        | Symptom::CannotBeUngranted
        | Symptom::CannotBeGranted
        | Symptom::OptionStaysOn
        | Symptom::LevelNotOffered => Vec::new(),
    }
}

/// Has the person an entry or a group in the space, whatever opens?
fn is_in(platform: &Platform, space: &crate::domain::CollabSpace, person: PersonId) -> bool {
    space.entries.contains_key(&person) || platform.groups_of(person).any(|group| space.groups.contains_key(&group.id))
}

/// Does an obstacle with this code stand in one of the answers?
pub(super) fn finding(world: &World, report: Report, answers: &[Explanation], code: Code) -> Finding {
    let suspect = Suspect::Obstacle(code);
    let all = || answers.iter().flat_map(|answer| answer.checks.iter().map(|check| (answer.question, *check)));
    let failing = all().find(|(_, check)| !check.holds && is_same(check.code, code));
    if let Some((question, check)) = failing.filter(|_| is_behind(report, answers, code)) {
        let evidence = Evidence { roles: check.role.into_iter().collect(), ..of_check(question, check) };
        return Finding { suspect, fits: true, evidence, cure: cure(world, question, &check) };
    }
    let holding = all().find(|(_, check)| check.holds && is_same(check.code, code));
    let evidence = holding.map(|(question, check)| of_check(question, check)).unwrap_or_default();
    Finding { suspect, fits: false, evidence, cure: None }
}

fn of_check(question: Question, check: Check) -> Evidence {
    let space = match question {
        Question::SpaceAccess { space, .. } => Some(space),
        Question::CanConnect { .. } | Question::RoleUsable { .. } => None,
    };
    Evidence { check: Some((question, check)), space, ..Evidence::default() }
}

/// Whoever has a way into any space is not without data for want of one.
fn is_behind(report: Report, answers: &[Explanation], code: Code) -> bool {
    let has_way = |answer: &Explanation| answer.access.as_ref().is_some_and(|access| access.reading().is_some());
    !(report.symptom == Symptom::NoData && code == Code::NoMembership && answers.iter().any(has_way))
}
