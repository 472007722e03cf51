//! Fills *Who can*: everybody for whom the fact in focus holds, and what stops the others.

use crate::access::{Explanation, Question, explain, standing};
use crate::domain::PersonId;
use crate::view::text::capitalize;
use crate::view::{Lens, Status, Tone, WhoCanData, WhoRow, text};

/// The tab for a question: the same question about everybody known, those who can first.
#[must_use]
pub fn who_can(lens: &Lens<'_>, question: Question) -> WhoCanData {
    let rows = |holds: bool| {
        let all = lens.world.people().map(move |person| about(question, person.id));
        all.filter(move |asked| standing(lens.world, *asked).holds == holds).map(|asked| row(lens, asked))
    };
    let mut people: Vec<WhoRow> = rows(true).collect();
    let able = people.len();
    people.extend(rows(false));
    WhoCanData {
        title: text::who_can(lens, question),
        verdict: Status::new(Tone::Neutral, format!("{able} of {} people", people.len())),
        people,
    }
}

/// The same question about somebody else.
fn about(question: Question, person: PersonId) -> Question {
    match question {
        Question::CanConnect { platform, .. } => Question::CanConnect { person, platform },
        Question::RoleUsable { platform, role, .. } => Question::RoleUsable { person, platform, role },
        Question::SpaceAccess { platform, space, .. } => Question::SpaceAccess { person, platform, space },
    }
}

fn row(lens: &Lens<'_>, question: Question) -> WhoRow {
    let explanation = explain(lens.world, question);
    let status = match explanation.headline() {
        Some(check) => Status::new(Tone::Bad, capitalize(&text::headline(lens, question, check))),
        None if !standing(lens.world, question).holds => Status::new(Tone::Waiting, "Accepting would succeed"),
        None => Status::new(Tone::Good, reach(lens, &explanation)),
    };
    WhoRow { name: lens.name(question.person()), status, question }
}

/// By what it holds: whose license, or at which level.
fn reach(lens: &Lens<'_>, explanation: &Explanation) -> String {
    match (&explanation.access, explanation.source) {
        (Some(access), _) => format!("as {}", access.label()),
        (None, Some(source)) => format!("with a license of {}", lens.short(source)),
        (None, None) => "yes".to_owned(),
    }
}
