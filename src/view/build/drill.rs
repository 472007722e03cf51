//! Fills what a drill shows: its hints, what it took, and the list of all.

use crate::domain::{Command, PlatformId, StageAct};
use crate::view::lens::count;
use crate::view::{
    Control, DrillBook, DrillGuide, Hint, HintRow, Lens, LibraryData, LibraryLine, Look, Mode, SheetBody, SheetData,
    Spot, Took, text,
};
use std::collections::BTreeMap;

/// The drill in the guide. `solution` are the acts that cure it, `took` what it took when it is over.
#[must_use]
pub fn drill(lens: &Lens<'_>, book: &DrillBook, solution: &[Command], took: Option<Took>) -> DrillGuide {
    let next = next_act(lens, solution);
    DrillGuide {
        looks: format!("{} so far", count(book.looks(), "look", "looks")),
        hints: match next {
            Some(command) if !book.is_over => hints(lens, book, command),
            Some(_) | None => Vec::new(),
        },
        took: took.map(|took| took_words(took, solution.len())).unwrap_or_default(),
    }
}

/// The first act of the solution that would still change something here.
fn next_act<'a>(lens: &Lens<'_>, solution: &'a [Command]) -> Option<&'a Command> {
    let would_change =
        |command: &&Command| crate::decide::decide(lens.world, command).is_ok_and(|events| !events.is_empty());
    solution.iter().find(would_change)
}

fn hints(lens: &Lens<'_>, book: &DrillBook, command: &Command) -> Vec<HintRow> {
    let mut before = None;
    Hint::ALL
        .into_iter()
        .map(|hint| {
            let look = Look::Hint(hint);
            let is_told = book.is_open(look);
            let row = HintRow {
                label: label(hint),
                told: is_told.then(|| told(lens, hint, command)),
                look,
                refusal: before.map(|weaker| format!("Ask “{}” first.", label(weaker))),
                do_it: (is_told && hint == Hint::Cure).then(|| do_it(lens, command)),
            };
            if before.is_none() && !is_told {
                before = Some(hint);
            }
            row
        })
        .collect()
}

fn label(hint: Hint) -> &'static str {
    match hint {
        Hint::Side => "Which side?",
        Hint::Place => "Which place?",
        Hint::Switch => "Which switch?",
        Hint::Cure => "What cures it?",
    }
}

/// What a hint says of the next act.
fn told(lens: &Lens<'_>, hint: Hint, command: &Command) -> String {
    let place = place(lens, command);
    match hint {
        Hint::Side => side(command).map_or_else(
            || "No platform: it is a matter of time, and the trainer moves the clock.".to_owned(),
            |platform| format!("Look at {}.", lens.platform(platform)),
        ),
        Hint::Place => match place.rsplit_once(" › ") {
            Some((outer, _)) => format!("Look in {outer}."),
            None => format!("Look in {place}."),
        },
        Hint::Switch => format!("It is {place}."),
        Hint::Cure => format!("{}.", text::act(lens, command)),
    }
}

/// The platform an act is done on.
fn side(command: &Command) -> Option<PlatformId> {
    match command {
        Command::Do { on, .. } => Some(*on),
        Command::Stage(StageAct::SetPool { platform, .. } | StageAct::Connect { platform, .. }) => Some(*platform),
        Command::Stage(_) => None,
    }
}

/// Where it is done, with the labels of the platform.
fn place(lens: &Lens<'_>, command: &Command) -> String {
    match command {
        Command::Stage(StageAct::SetPool { platform, role, .. }) => {
            format!("{} › {}", text::path(lens, Spot::Pools(*platform)), lens.role_short(*role))
        }
        Command::Stage(_) => "the timeline › Clock".to_owned(),
        Command::Do { .. } => text::place_of(lens, command).unwrap_or_else(|| "the panel".to_owned()),
    }
}

fn do_it(lens: &Lens<'_>, command: &Command) -> Control {
    let who = command.actor().map_or_else(|| "the trainer".to_owned(), |person| lens.first(person));
    lens.control(format!("Do it as {who}"), command.clone(), None)
}

/// "3 acts and 2 looks", and the shortest way.
fn took_words(took: Took, shortest: usize) -> Vec<String> {
    let acts = count(took.acts, "act", "acts");
    let looks = count(took.looks, "look", "looks");
    let shortest = count(shortest, "act", "acts");
    let verdict = if took.looks == 0 { "found without looking it up" } else { "each look at a check or a hint counts" };
    vec![format!("It took {acts} and {looks}: {verdict}."), format!("The shortest way takes {shortest}.")]
}

/// What can be opened, in one part of the library.
#[must_use]
pub fn library(mode: Mode, lines: Vec<LibraryLine>) -> SheetData {
    let done = lines.iter().filter(|line| line.done.is_some()).count();
    let (title, lead) = match mode {
        Mode::Learn => {
            ("Lessons", "Step by step, with the guides’ own words; any route that gets there counts.".to_owned())
        }
        Mode::Explore => (
            "Situations",
            "Nothing to reach: look, try, undo. The worked cases show how something comes out.".to_owned(),
        ),
        Mode::Drill => (
            "Drills",
            format!(
                "Something is broken; the message is as it was sent. Find it and put it right. {done} of {} done.",
                lines.len()
            ),
        ),
    };
    SheetData {
        platform: None,
        color: None,
        title: title.into(),
        lead,
        body: SheetBody::Library(LibraryData { mode, lines }),
        notes: Vec::new(),
        commit: None,
    }
}

/// A line of the library; what was done stands in `done`.
#[must_use]
pub fn library_line(
    id: &str,
    title: &str,
    brief: &str,
    done: &BTreeMap<String, Took>,
    is_current: bool,
) -> LibraryLine {
    let (number, title) = title.split_once(": ").filter(|(number, _)| number.len() < 5).unwrap_or(("", title));
    LibraryLine {
        id: id.to_owned(),
        number: number.to_owned(),
        title: title.to_owned(),
        brief: brief.to_owned(),
        done: done
            .get(id)
            .map(|took| format!("done: {}, {}", count(took.acts, "act", "acts"), count(took.looks, "look", "looks"))),
        is_current,
    }
}
