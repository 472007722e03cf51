//! Fills *From the message*.

use crate::diagnosis::{Finding, Report, Symptom, diagnose};
use crate::domain::{PersonId, PlatformId};
use crate::view::build::why::show_me;
use crate::view::lens::count;
use crate::view::{FindingRow, FromMessageData, Lens, Look, SheetBody, SheetData, Status, SymptomRow, Tone, text};

/// How many people can be chosen from; the one in focus always can.
const MOST_PEOPLE: usize = 60;

/// The sheet; what is left out is the person in focus, and where they are a guest.
pub(super) fn from_message(
    lens: &Lens<'_>,
    symptom: Option<Symptom>,
    person: Option<PersonId>,
    platform: Option<PlatformId>,
) -> Option<SheetData> {
    let known = |person: &PersonId| lens.world.person(*person).is_some();
    let person = person.filter(known).or(lens.selection.focus.filter(known)).or_else(|| lens.world.cast().next())?;
    let asked = lens.selection.question.map(crate::access::Question::platform);
    let platform = platform.or(asked).or_else(|| lens.hosts(person).first().copied()).or_else(|| lens.home(person))?;
    let findings: Vec<(Report, Finding)> = symptom
        .map(|symptom| Report { symptom, person, platform })
        .into_iter()
        .flat_map(|report| diagnose(lens.world, report).into_iter().map(move |finding| (report, finding)))
        .collect();
    let rows = |fits: bool| {
        let part = findings.iter().filter(|(_, finding)| finding.fits == fits);
        part.map(|(report, finding)| row(lens, *report, finding)).collect::<Vec<_>>()
    };
    let (fitting, excluded) = (rows(true), rows(false));
    let mut people: Vec<PersonId> = lens.world.cast().take(MOST_PEOPLE).collect();
    if !people.contains(&person) {
        people.push(person);
    }
    let data = FromMessageData {
        symptom,
        person,
        person_name: lens.name(person),
        people: people.into_iter().map(|person| (person, lens.name(person))).collect(),
        platform,
        platform_name: lens.platform(platform),
        platforms: lens.world.platforms().map(|found| (found.id, lens.platform(found.id))).collect(),
        symptoms: symptoms(),
        verdict: verdict(lens, fitting.len(), person, platform),
        fitting,
        excluded,
    };
    Some(SheetData {
        platform: None,
        color: None,
        title: "From the message".into(),
        lead: match symptom {
            None => "Choose what was reported. The causes that fit this moment are shown, and why the others do not.",
            Some(_) => "What can be behind this report, checked against this moment.",
        }
        .into(),
        body: SheetBody::FromMessage(Box::new(data)),
        notes: Vec::new(),
        commit: None,
    })
}

fn verdict(lens: &Lens<'_>, fitting: usize, person: PersonId, platform: PlatformId) -> Status {
    if fitting == 0 {
        let words = format!("Nothing here would make {} report this at {}", lens.first(person), lens.short(platform));
        return Status::new(Tone::Good, words);
    }
    let verb = if fitting == 1 { "fits" } else { "fit" };
    Status::new(Tone::Bad, format!("{} {verb} this moment", count(fitting, "cause", "causes")))
}

fn symptoms() -> Vec<(String, Vec<SymptomRow>)> {
    let part = |of_user: bool| {
        let all = Symptom::ALL.into_iter().filter(move |symptom| symptom.is_of_user() == of_user);
        all.map(|symptom| SymptomRow { symptom, words: text::symptom(symptom).to_owned() }).collect()
    };
    vec![("What the person says".to_owned(), part(true)), ("What an administrator says".to_owned(), part(false))]
}

fn row(lens: &Lens<'_>, report: Report, finding: &Finding) -> FindingRow {
    let headline = text::suspect_headline(lens, report, finding);
    if !finding.fits {
        let sentence = text::excluded(lens, report, finding);
        return FindingRow { headline, sentence, whose_turn: None, show: None, do_it: None, ask: None };
    }
    let check = finding.evidence.check.as_ref();
    // A drill keeps the cure closed until somebody looks at it; what fits was counted as a look when it was chosen.
    let is_open = match check {
        Some((question, _)) => lens.is_open(Look::Cure(*question)),
        None => !lens.is_book_closed(),
    };
    let cure = finding.cure.as_ref().filter(|_| is_open);
    let spot = cure.and_then(|cure| text::spot_of(lens, cure));
    let whose_turn = cure.and_then(|cure| {
        let actor = cure.actor()?;
        let at = if actor == report.person { lens.home(actor)? } else { cure.platform()? };
        Some((format!("{}, {}", lens.first(actor), lens.short(at)), lens.color(at)))
    });
    let do_it = cure.cloned().map(|cure| {
        let label = cure.actor().map_or_else(|| "Renew".into(), |by| format!("Do it as {}", lens.first(by)));
        lens.control(label, cure, None)
    });
    FindingRow {
        headline,
        sentence: text::suspect_sentence(lens, report, finding),
        whose_turn,
        show: spot.map(|spot| show_me(lens, spot)),
        do_it,
        ask: check.map(|(question, _)| (text::question(lens, *question, false), *question)),
    }
}
