//! *Import Members*: what each line will do, before anything is done (F1, F30).

use crate::content::csv::{self, FIELDS, Import, LineOutcome, Outcome};
use crate::domain::{Act, Command, PersonId, PlatformId};
use crate::view::lens::count;
use crate::view::text::capitalize;
use crate::view::{ImportData, Lens, OpenSheet, SheetBody, SheetData, SheetDraft, Status, Tone, text};

/// The most lines that are shown; all are judged and imported.
const MOST_SHOWN: usize = 200;

/// The button that opens it, with what was pasted before.
pub(in crate::view::build) fn open(lens: &Lens<'_>, platform: PlatformId) -> OpenSheet {
    let text = lens.selection.imports.get(&platform).cloned().unwrap_or_default();
    OpenSheet {
        label: "Import Members…".into(),
        draft: SheetDraft::Import { platform, text, only_problems: false },
        refusal: None,
    }
}

/// The dialog.
pub(super) fn import(lens: &Lens<'_>, platform: PlatformId, text: &str, only_problems: bool) -> Option<SheetData> {
    let viewer = lens.viewer(platform)?;
    let (mut lines, mut summary, mut command) = (Vec::new(), Vec::new(), None);
    let refusal = if text.trim().is_empty() {
        Some("Paste lines, or open a file, first.".to_owned())
    } else {
        match csv::import(lens.world, viewer, platform, text) {
            Ok(Import { lines: found, command: found_command }) => {
                summary = summed_up(&found);
                lines = found;
                command = found_command;
                command.is_none().then(|| "Nothing is left to import.".to_owned())
            }
            Err(error) => {
                let why = format!("{}.", capitalize(&error.to_string()));
                summary.push(Status::new(Tone::Bad, &why));
                Some(why)
            }
        }
    };
    let has_problems = lines.iter().any(|line| !line.is_ok());
    lines.retain(|line| !only_problems || !line.is_ok());
    let label = match &command {
        Some(Command::Do { act: Act::Several { what, .. }, .. }) => capitalize(what).replacen("Imports", "Import", 1),
        Some(_) | None => "Import".to_owned(),
    };
    let nothing = || Command::new(viewer, platform, Act::Several { what: String::new(), acts: Vec::new() });
    let mut commit = lens.control(label, command.unwrap_or_else(nothing), None);
    commit.refusal = refusal.or(commit.refusal);
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: "Import Members".into(),
        lead: "One line for each person. Nothing is done until you import; then it is one step that can be undone."
            .into(),
        body: SheetBody::Import(ImportData {
            pattern: FIELDS.join(";"),
            example: format!("lea@{};user;employee;IFW,CSV;;;;;", domain(lens, platform, viewer)),
            more: lines.len().saturating_sub(MOST_SHOWN),
            lines: lines.iter().take(MOST_SHOWN).map(|line| shown(lens, line)).collect(),
            summary,
            has_problems,
        }),
        notes: Vec::new(),
        commit: Some(commit),
    })
}

/// Where the people of the platform have their addresses: as whoever imports has.
fn domain(lens: &Lens<'_>, platform: PlatformId, viewer: PersonId) -> String {
    let email = lens.world.member(viewer, platform).map(|member| member.email);
    let domain = email.as_ref().and_then(|email| email.as_str().split_once('@')).map(|(_, domain)| domain.to_owned());
    domain.unwrap_or_else(|| format!("{platform}.example"))
}

fn shown(lens: &Lens<'_>, line: &LineOutcome) -> Status {
    let tone = match line.outcome {
        Outcome::Done if !line.lacking.is_empty() => Tone::Caution,
        Outcome::Done => Tone::Good,
        Outcome::AlreadySo => Tone::Neutral,
        Outcome::Refused(_) => Tone::Caution,
        Outcome::Wrong(_) => Tone::Bad,
    };
    let done = format!("{}.", capitalize(&line.sentence));
    let warnings = line.lacking.iter().map(|(role, missing)| text::needs_too(lens, *role, missing));
    Status::new(tone, std::iter::once(done).chain(warnings).collect::<Vec<_>>().join(" "))
}

/// How many lines will be imported, are so already, or are left out.
fn summed_up(lines: &[LineOutcome]) -> Vec<Status> {
    let number = |fits: &dyn Fn(&LineOutcome) -> bool| lines.iter().filter(|line| fits(line)).count();
    let done = number(&|line| line.outcome == Outcome::Done);
    let already = number(&|line| line.outcome == Outcome::AlreadySo);
    let left_out = number(&|line| !line.is_ok());
    let say = |number: usize, tone: Tone, one: &str, many: &str| {
        let (lines, verb) = (count(number, "line", "lines"), if number == 1 { one } else { many });
        (number > 0).then(|| Status::new(tone, format!("{lines} {verb}.")))
    };
    // Where nothing is imported, there are no others to be held up.
    let (one, many) = if done > 0 {
        ("is left out; it does not hold up the others", "are left out; they do not hold up the others")
    } else {
        ("is left out", "are left out")
    };
    [
        say(done, Tone::Good, "will be imported", "will be imported"),
        say(already, Tone::Neutral, "is so already", "are so already"),
        say(left_out, Tone::Caution, one, many),
    ]
    .into_iter()
    .flatten()
    .collect()
}
