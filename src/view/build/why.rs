//! Fills the *Why* panel: failing checks first and open, each with place, switch, person and the guide's sentence.

use crate::access::rules::space::concerns;
use crate::access::{Check, Explanation, Question, cure, explain};
use crate::domain::{Act, Code, Command, MemberOption, PlatformId, RoleId};
use crate::view::lens::count;
use crate::view::text::capitalize;
use crate::view::{CheckData, Closed, Lens, Look, PassingData, ShowMe, Status, Tone, WhyData, text};

/// What is asked when nobody asked: the first cut of the person in focus on a host, else whether they can connect.
#[must_use]
pub fn default_question(lens: &Lens<'_>) -> Option<Question> {
    let person = lens.selection.focus.filter(|person| lens.world.person(*person).is_some())?;
    let hosts = lens.hosts(person);
    let platform = hosts.first().copied().or_else(|| lens.home(person))?;
    let connect = Question::CanConnect { person, platform };
    let explanation = explain(lens.world, connect);
    let ifw = Question::RoleUsable { person, platform, role: RoleId::ifw() };
    if !explanation.holds() {
        return Some(ifw);
    }
    let asked = crate::access::diff::questions(lens.world, person, platform);
    let granted = |question: &Question| match question {
        Question::RoleUsable { role, .. } => {
            lens.world.platform(platform).is_some_and(|found| found.is_granted(person, *role))
        }
        Question::SpaceAccess { space, .. } => lens
            .world
            .platform(platform)
            .and_then(|found| Some((found, found.space(*space)?)))
            .is_some_and(|(found, space)| concerns(found, space, person)),
        Question::CanConnect { .. } => false,
    };
    asked
        .iter()
        .filter(|question| granted(question))
        .find(|question| !explain(lens.world, **question).holds())
        .or_else(|| asked.iter().rev().find(|question| granted(question)))
        .copied()
        .or(Some(connect))
}

/// The panel for a question.
#[must_use]
pub fn why(lens: &Lens<'_>, question: Question) -> WhyData {
    let explanation = explain(lens.world, question);
    let failing: Vec<&Check> = explanation.failing().collect();
    let passing: Vec<&Check> = explanation.passing().collect();
    if !lens.is_open(Look::Checks(question)) {
        return closed(text::question(lens, question, failing.is_empty()), question);
    }
    let closed = (!failing.is_empty() && !lens.is_open(Look::Cure(question))).then(|| cure_of(question));
    WhyData {
        title: text::question(lens, question, failing.is_empty()),
        closed,
        verdict: verdict(lens, &explanation, failing.len()),
        failing: failing.into_iter().map(|check| check_data(lens, question, check)).collect(),
        passing: passing_lines(lens, &explanation, &passing),
    }
}

/// What a look at the cure opens, and what it costs.
fn cure_of(question: Question) -> Closed {
    Closed {
        label: "Show what cures it",
        sentence: "Counts as a look: whose turn it is, where, and a button that does it.",
        look: Look::Cure(question),
    }
}

/// *How to* in a drill, before anybody looked at the cure.
pub(super) fn closed_cure(lens: &Lens<'_>, question: Question) -> WhyData {
    let title = text::question(lens, question, false);
    WhyData { closed: Some(cure_of(question)), ..closed(title, question) }
}

/// The panel of a drill before anybody looked.
fn closed(title: String, question: Question) -> WhyData {
    WhyData {
        title,
        verdict: Status::new(Tone::Neutral, "Closed while you look for it yourself"),
        failing: Vec::new(),
        passing: Vec::new(),
        closed: Some(Closed {
            label: "Look at the checks",
            sentence: "Counts as a look: every check of this fact, the failing ones first.",
            look: Look::Checks(question),
        }),
    }
}

/// What holds, line by line; a line that rests on a reading of the guides says so.
fn passing_lines(lens: &Lens<'_>, explanation: &Explanation, passing: &[&Check]) -> Vec<PassingData> {
    let line = |check: &&Check| PassingData {
        sentence: capitalize(&text::passing(lens, explanation.question, check)),
        reading: check.reading.map(|reading| text::reading(lens.world, reading)),
    };
    passing.iter().map(line).collect()
}

fn verdict(lens: &Lens<'_>, explanation: &Explanation, failing: usize) -> Status {
    let all = explanation.checks.len();
    if failing > 0 {
        let verb = if failing == 1 { "fails" } else { "fail" };
        return Status::new(Tone::Bad, format!("{failing} of {} {verb}", count(all, "check", "checks")));
    }
    let person = explanation.question.person();
    let is_active = lens
        .world
        .member(person, explanation.question.platform())
        .is_some_and(|member| member.membership == crate::domain::Membership::Active);
    if matches!(explanation.question, Question::CanConnect { .. }) && !is_active {
        return Status::new(Tone::Waiting, "Accepting would succeed");
    }
    Status::new(Tone::Good, format!("All {} hold", count(all, "check", "checks")))
}

fn check_data(lens: &Lens<'_>, question: Question, check: &Check) -> CheckData {
    let is_open = lens.is_open(Look::Cure(question));
    let cure = cure(lens.world, question, check).filter(|_| is_open);
    let whose_turn = cure.as_ref().and_then(|command| {
        let (person, platform) = (command.actor()?, command.platform()?);
        let is_own = check.code == Code::Pending;
        let at = if is_own { lens.home(person).unwrap_or(platform) } else { platform };
        Some((format!("{}, {}", lens.first(person), lens.short(at)), lens.color(at)))
    });
    let mut sentence = text::sentence(lens, question, check);
    if let Some(at) =
        cure.as_ref().filter(|_| !matches!(check.code, Code::HostOptionOff | Code::HomeOptionOff)).and_then(allows_at)
    {
        sentence.push_str(&format!(" Before that, {} allows roles without license.", lens.short(at)));
    }
    CheckData {
        headline: capitalize(&text::headline(lens, question, check)),
        sentence,
        whose_turn,
        quote: text::quote(check.code),
        source: text::source(check.code),
        reading: check.reading.map(|reading| text::reading(lens.world, reading)),
        show: cure
            .as_ref()
            .filter(|_| is_open)
            .and_then(|command| text::spot_of(lens, command))
            .map(|spot| show_me(lens, spot)),
        do_it: cure.map(|command| {
            let label = match command.actor() {
                Some(person) => format!("Do it as {}", lens.first(person)),
                None => "Renew".to_owned(),
            };
            lens.control(label, command, None)
        }),
        follow: check.follow.map(|question| (text::question(lens, question, false), question)),
    }
}

/// Where the act allows roles without license, when it is that.
fn allows_at(command: &Command) -> Option<PlatformId> {
    match command {
        Command::Do { on, act: Act::SetOption { option: MemberOption::GrantWithoutLicense, on: true }, .. } => {
            Some(*on)
        }
        _ => None,
    }
}

/// A place with the words for it.
pub(super) fn show_me(lens: &Lens<'_>, spot: crate::view::Spot) -> ShowMe {
    ShowMe { spot, path: text::path(lens, spot) }
}

/// Whose turn an act is: first name and platform, with the platform's colour.
pub(super) fn actor_of(lens: &Lens<'_>, command: &Command) -> Option<(String, PlatformId)> {
    let person = command.actor()?;
    let at = lens.home(person).or_else(|| command.platform())?;
    Some((lens.first(person), at))
}
