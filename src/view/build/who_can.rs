//! Fills *Who can*: everybody who reaches the fact in focus, everything the person reaches, and comparisons.

use crate::access::{
    Difference, Explanation, Matter, Question, Standing, between_moments, between_people, between_platforms, explain,
    standing, what_can,
};
use crate::domain::{PersonId, PlatformId};
use crate::session::Session;
use crate::view::text::capitalize;
use crate::view::{CompareChoice, Comparison, Lens, Look, ReachRow, Status, Tone, WhoCanData, WhoRow, text};

/// How many people are listed; the rest is counted.
const MOST_PEOPLE: usize = 40;

/// The tab for a question; `session` has the moments that can be compared.
#[must_use]
pub fn who_can(lens: &Lens<'_>, question: Question, session: &Session) -> WhoCanData {
    let person = question.person();
    let matter = Matter::of(question);
    let mut all = crate::access::who_can(lens.world, question.platform(), matter);
    if !all.iter().any(|(known, _)| *known == person) {
        all.push((person, standing(lens.world, question)));
        all.sort_by_key(|(_, standing)| !standing.holds);
    }
    let able = all.iter().filter(|(_, standing)| standing.holds).count();
    let more = all.len().saturating_sub(MOST_PEOPLE);
    let people = all.iter().take(MOST_PEOPLE);
    let people = people.map(|(person, _)| row(lens, matter.asked_of(*person, question.platform()))).collect();
    let (sides, reach) = reach(lens, question, session);
    WhoCanData {
        title: text::who_can(lens, question),
        verdict: Status::new(Tone::Neutral, format!("{able} of {} {}", all.len(), among(matter))),
        people,
        more: (more > 0).then(|| format!("and {more} more")),
        reach_title: match sides {
            None => format!("What {} can", lens.first(person)),
            Some(_) => "What differs".to_owned(),
        },
        compared: compared(lens, lens.selection.compare, session),
        choices: choices(lens, question, session),
        sides,
        reach,
    }
}

/// Among whom it was looked: whoever has nothing to do with it is left out.
fn among(matter: Matter) -> &'static str {
    match matter {
        Matter::Platform => "members",
        Matter::Role(_) => "people who have the role",
        Matter::Space(_) => "people with a way into it",
    }
}

fn row(lens: &Lens<'_>, question: Question) -> WhoRow {
    let explanation = explain(lens.world, question);
    let status = match explanation.headline() {
        // The reason is what a drill asks for.
        Some(_) if !lens.is_open(Look::Checks(question)) => Status::new(Tone::Bad, "Not now"),
        Some(check) => Status::new(Tone::Bad, capitalize(&text::headline(lens, question, check))),
        None if !standing(lens.world, question).holds => Status::new(Tone::Waiting, "Accepting would succeed"),
        None => Status::new(Tone::Good, by_what(lens, &explanation)),
    };
    WhoRow { name: lens.name(question.person()), status, question }
}

/// By what it holds: whose license, or at which level.
fn by_what(lens: &Lens<'_>, explanation: &Explanation) -> String {
    match (&explanation.access, explanation.source) {
        (Some(access), _) => format!("as {}", access.label()),
        (None, Some(source)) => format!("with a license of {}", lens.short(source)),
        (None, None) => "yes".to_owned(),
    }
}

/// Everything the person reaches; in a comparison, what the two sides differ in, with their names.
fn reach(lens: &Lens<'_>, question: Question, session: &Session) -> (Option<(String, String)>, Vec<ReachRow>) {
    let (person, platform) = (question.person(), question.platform());
    let first = |person: PersonId| lens.first(person);
    let short = |platform: PlatformId| lens.short(platform);
    let differing = |found: Vec<Difference>, with_platform: bool| {
        let row = |it: Difference| ReachRow {
            what: what(lens, it.one, with_platform),
            here: words(lens, it.one, &it.here),
            there: Some(words(lens, it.other, &it.there)),
            question: it.one,
        };
        found.into_iter().map(row).collect()
    };
    match lens.selection.compare {
        Comparison::None => {
            let held = what_can(lens.world, person).into_iter().filter(|(_, standing)| standing.holds);
            let row = |(question, standing): (Question, Standing)| ReachRow {
                what: what(lens, question, true),
                here: words(lens, question, &standing),
                there: None,
                question,
            };
            (None, held.map(row).collect())
        }
        Comparison::Person(other) => {
            let sides = (first(person), first(other));
            (Some(sides), differing(between_people(lens.world, person, other), true))
        }
        Comparison::Platform(other) => {
            let sides = (short(platform), short(other));
            (Some(sides), differing(between_platforms(lens.world, person, platform, other), false))
        }
        Comparison::Moment(step) => {
            let sides = ("now".to_owned(), compared(lens, lens.selection.compare, session));
            (Some(sides), differing(between_moments(lens.world, session.world_at(step), person), true))
        }
    }
}

/// "3DSwymer at Aldermoor", "Hull-7", "Connecting to Aldermoor".
fn what(lens: &Lens<'_>, question: Question, with_platform: bool) -> String {
    let at = if with_platform { format!(" at {}", lens.short(question.platform())) } else { String::new() };
    match question {
        Question::CanConnect { .. } if with_platform => format!("Connecting to {}", lens.short(question.platform())),
        Question::CanConnect { .. } => "Connecting".to_owned(),
        Question::RoleUsable { role, .. } => format!("{}{at}", lens.role_short(role)),
        Question::SpaceAccess { platform, space, .. } => format!("{}{at}", lens.space(platform, space)),
    }
}

/// "yes", "as Author", "own license"; "no" with nothing more, its reason is a click away.
fn words(lens: &Lens<'_>, question: Question, standing: &Standing) -> Status {
    if !standing.holds {
        return Status::new(Tone::Absent, "no");
    }
    let words = match (&standing.label, standing.source) {
        (Some(label), _) => format!("as {label}"),
        (None, Some(source)) => text::License::of(lens, question.person(), source, question.platform()).words(lens),
        (None, None) => "yes".to_owned(),
    };
    Status::new(Tone::Good, words)
}

/// What is chosen, in words.
fn compared(lens: &Lens<'_>, comparison: Comparison, session: &Session) -> String {
    match comparison {
        Comparison::None => "nothing".to_owned(),
        Comparison::Person(person) => lens.name(person),
        Comparison::Platform(platform) => lens.platform(platform),
        Comparison::Moment(step) => moment(lens, step, session),
    }
}

/// "the start", "after Ana invited ben@…".
fn moment(lens: &Lens<'_>, step: usize, session: &Session) -> String {
    match session.step(step) {
        Some(found) => format!("after {}", text::act(lens, &found.command)),
        None => "the start".to_owned(),
    }
}

/// Other people, other platforms, other moments of the line we are on.
fn choices(lens: &Lens<'_>, question: Question, session: &Session) -> Vec<CompareChoice> {
    let people = lens.world.people().map(|person| person.id).filter(|person| *person != question.person());
    let people = people.take(MOST_PEOPLE).map(Comparison::Person);
    let platforms = lens.world.platforms().map(|platform| platform.id);
    let platforms = platforms.filter(|platform| *platform != question.platform()).map(Comparison::Platform);
    let moments = std::iter::once(0).chain(session.line()).filter(|step| *step != session.cursor());
    let all = std::iter::once(Comparison::None).chain(people).chain(platforms).chain(moments.map(Comparison::Moment));
    all.map(|comparison| CompareChoice { label: compared(lens, comparison, session), comparison }).collect()
}
