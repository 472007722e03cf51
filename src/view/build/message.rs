//! Writes the messages to the people whose turn it is: what to do on their side, in order, in plain words.

use crate::decide;
use crate::domain::{Command, PersonId, World};
use crate::planner::Plan;
use crate::view::{Lens, MessageDraft, OpenSheet, SheetBody, SheetData, SheetDraft, text};

/// "Message to Gus…" for everybody who has to act, in the order of their first turn. `purpose` is what it is for, as
/// sentences without a stop.
#[must_use]
pub fn messages(lens: &Lens<'_>, plan: &Plan, purpose: &[String]) -> Vec<OpenSheet> {
    let mut people: Vec<PersonId> = Vec::new();
    for person in plan.steps.iter().filter_map(|step| step.command.actor()) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let open = |person: PersonId| OpenSheet {
        label: format!("Message to {}…", lens.first(person)),
        draft: SheetDraft::Message(Box::new(MessageDraft {
            to: person,
            name: lens.first(person),
            text: message(lens, plan, person, purpose),
        })),
        refusal: None,
    };
    people.into_iter().map(open).collect()
}

/// The whole message to one person.
fn message(lens: &Lens<'_>, plan: &Plan, to: PersonId, purpose: &[String]) -> String {
    let acts = own_first(lens.world, plan, to);
    let mut lines = vec![format!("Hello {},", lens.first(to)), String::new()];
    match purpose {
        [one] => lines.push(format!("this is what we want to reach: {one}.")),
        several => {
            lines.push("this is what we want to reach:".to_owned());
            lines.extend(several.iter().map(|one| format!("- {one}")));
        }
    }
    lines.extend([String::new(), ask(lens, &acts, to), String::new()]);
    let mut number = 0;
    let mut waiting: Vec<String> = Vec::new();
    let mut world = lens.world.clone();
    for command in &acts {
        let Ok((after, _)) = decide::act(&world, command) else { break };
        world = after;
        let now = Lens { world: &world, before: None, ..*lens };
        if command.actor() != Some(to) {
            waiting.push(text::act(&now, command));
            continue;
        }
        if !waiting.is_empty() {
            lines.push(format!("   (Please wait for this: {}.)", waiting.join("; ")));
            waiting.clear();
        }
        number += 1;
        lines.push(format!("{number}. {}", text::request(&now, command)));
        lines.extend(text::way_to(&now, command).map(|place| format!("   {place}")));
    }
    lines.push(String::new());
    if !waiting.is_empty() {
        lines.push(format!("The rest is not yours: {}.", waiting.join("; ")));
        lines.push(String::new());
    }
    lines.push("Thank you very much!".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

/// "Please do these 2 things at Brightwell Tooling, in this order:"
fn ask(lens: &Lens<'_>, acts: &[Command], to: PersonId) -> String {
    let own: Vec<&Command> = acts.iter().filter(|command| command.actor() == Some(to)).collect();
    let at = own.first().and_then(|command| command.platform()).map(|platform| lens.platform(platform));
    let at = at.map(|at| format!(" at {at}")).unwrap_or_default();
    match own.len() {
        1 => format!("Please do this{at}:"),
        number => format!("Please do these {number} things{at}, in this order:"),
    }
}

/// The acts of the plan, those of this person first where that comes to the same: then nobody has to wait.
fn own_first(world: &World, plan: &Plan, to: PersonId) -> Vec<Command> {
    let as_planned: Vec<Command> = plan.commands().cloned().collect();
    let (mut moved, others): (Vec<Command>, Vec<Command>) =
        as_planned.iter().cloned().partition(|command| command.actor() == Some(to));
    moved.extend(others);
    let end = |acts: &[Command]| {
        let mut world = world.clone();
        for command in acts {
            let (after, events) = decide::act(&world, command).ok()?;
            world = (!events.is_empty()).then_some(after)?;
        }
        Some(world)
    };
    match (end(&as_planned), end(&moved)) {
        (Some(one), Some(other)) if one.platforms().eq(other.platforms()) => moved,
        _ => as_planned,
    }
}

/// The sheet with a message.
#[must_use]
pub fn sheet(lens: &Lens<'_>, draft: &MessageDraft) -> SheetData {
    SheetData {
        platform: None,
        color: lens.home(draft.to).map(|home| lens.color(home)),
        title: format!("Message to {}", draft.name),
        lead: "Copy it into a mail or save it. Change the words as you like; nothing is sent from here.".to_owned(),
        body: SheetBody::Message,
        notes: Vec::new(),
        commit: None,
    }
}
