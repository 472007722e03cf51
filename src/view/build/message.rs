//! Writes the messages to the people whose turn it is: what to do on their side, in order, in plain words.

use crate::decide;
use crate::domain::{PersonId, World};
use crate::planner::{Plan, PlanStep};
use crate::view::{Lens, MessageDraft, OpenSheet, SheetBody, SheetData, SheetDraft, text};

/// "Message to Gus…" for everybody who has to act, in the order of their first turn. `purpose` is what it is for, as a
/// sentence without a stop.
#[must_use]
pub fn messages(lens: &Lens<'_>, plan: &Plan, purpose: &str) -> Vec<OpenSheet> {
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
fn message(lens: &Lens<'_>, plan: &Plan, to: PersonId, purpose: &str) -> String {
    let moments = moments(lens.world, plan);
    let mut lines = vec![
        format!("Hello {},", lens.first(to)),
        String::new(),
        format!("this is what we want to reach: {purpose}."),
        String::new(),
        ask(lens, plan, to),
        String::new(),
    ];
    let mut number = 0;
    let mut waiting: Vec<String> = Vec::new();
    for (step, world) in plan.steps.iter().zip(&moments) {
        let now = Lens { world, before: None, ..*lens };
        if step.command.actor() != Some(to) {
            waiting.push(text::act(&now, &step.command));
            continue;
        }
        if !waiting.is_empty() {
            lines.push(format!("   (Please wait for this: {}.)", waiting.join("; ")));
            waiting.clear();
        }
        number += 1;
        lines.push(format!("{number}. {}", text::request(&now, &step.command)));
        lines.extend(text::place_of(&now, &step.command).map(|place| format!("   {place}")));
    }
    lines.push(String::new());
    if !waiting.is_empty() {
        lines.push(format!("What comes after that is not yours: {}.", waiting.join("; ")));
        lines.push(String::new());
    }
    lines.push("Thank you very much!".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

/// "Please do these 2 things at Brightwell Tooling, in this order:"
fn ask(lens: &Lens<'_>, plan: &Plan, to: PersonId) -> String {
    let own: Vec<&PlanStep> = plan.steps.iter().filter(|step| step.command.actor() == Some(to)).collect();
    let at = own.first().and_then(|step| step.command.platform()).map(|platform| lens.platform(platform));
    let at = at.map(|at| format!(" at {at}")).unwrap_or_default();
    match own.len() {
        1 => format!("Please do this{at}:"),
        number => format!("Please do these {number} things{at}, in this order:"),
    }
}

/// The world after each act.
fn moments(world: &World, plan: &Plan) -> Vec<World> {
    let mut worlds = Vec::new();
    let mut world = world.clone();
    for command in plan.commands() {
        let Ok((after, _)) = decide::act(&world, command) else { break };
        worlds.push(after.clone());
        world = after;
    }
    worlds
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
