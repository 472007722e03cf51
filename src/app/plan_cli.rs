//! `crossinvite plan`: the shortest way to a goal, as text or JSON.

use super::cli::{json_text, parse_step, say};
use super::files::open_named;
use super::goal_arg;
use super::headless::desk_at;
use crate::access::AccessChange;
use crate::content::Goal;
use crate::domain::World;
use crate::planner::{Alternative, Constraints, Distance, Limits, Only, Outcome, Plan, alternatives, plan as find};
use crate::view::lens::count;
use crate::view::{Lens, text};
use anyhow::bail;
use clap::Args;
use std::ops::ControlFlow;

#[derive(Debug, Args)]
pub(super) struct PlanArgs {
    /// A built-in rehearsal or a file
    rehearsal: String,
    /// What must hold in the end, such as `connect:ben@aldermoor` or `role:ben@aldermoor:XWA`; several with commas or
    /// repeated; left out: the goals of the rehearsal
    #[arg(long)]
    goal: Vec<String>,
    /// What must hold after every act, written like a goal
    #[arg(long)]
    keep: Vec<String>,
    /// No act may assign a license of this platform; can be repeated
    #[arg(long, value_name = "PLATFORM")]
    no_license_of: Vec<String>,
    /// Only this person may act, or only people of this platform
    #[arg(long, value_name = "PERSON OR PLATFORM")]
    only: Option<String>,
    /// Nobody may lose what they have: what is accessible now stays so after every act
    #[arg(long)]
    keep_access: bool,
    /// People may be taken out of where they are to be, and invited again, where that saves acts
    #[arg(long)]
    take_out: bool,
    /// How many different ways to show, the best first
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = parse_ways, allow_negative_numbers = true)]
    ways: usize,
    /// After how many acts of the solution, or of the saved session
    #[arg(long, value_parser = parse_step, allow_negative_numbers = true)]
    step: Option<usize>,
    /// How many situations may be looked at before giving up
    #[arg(long, default_value_t = Limits::default().worlds, value_parser = parse_limit, allow_negative_numbers = true)]
    limit: usize,
    /// As JSON
    #[arg(long)]
    json: bool,
}

fn parse_ways(text: &str) -> Result<usize, String> {
    let ways = text.parse().ok().filter(|ways| *ways > 0);
    ways.ok_or_else(|| format!("`{text}` is no number of ways; write a whole number from 1, such as 3"))
}

fn parse_limit(text: &str) -> Result<usize, String> {
    let limit = text.parse().ok().filter(|limit| *limit > 0);
    limit.ok_or_else(|| format!("`{text}` is no number of situations; write a whole number from 1, such as 100000"))
}

/// Prints the plan; the exit status is 0 only if there is one.
pub(super) fn plan(args: &PlanArgs) -> anyhow::Result<bool> {
    let desk = desk_at(open_named(&args.rehearsal)?, args.step)?;
    let lens = desk.lens();
    let goals = if args.goal.is_empty() {
        let goals: Vec<Goal> = desk.rehearsal().goals.iter().map(|goal| Goal::clone(goal)).collect();
        if goals.is_empty() {
            bail!(
                "“{}” has no goals of its own; say one with --goal, such as connect:PERSON@PLATFORM",
                desk.rehearsal().title
            );
        }
        goals
    } else {
        goal_arg::goals(lens.world, &args.goal)?
    };
    let rules = constraints(lens.world, args)?;
    let (start, limits) = (desk.session().start(), Limits { worlds: args.limit });
    if let Some(fact) = rules.keep.iter().find(|fact| !fact.is_met(lens.world, start)) {
        let fact = fact.describe(lens.world);
        bail!("“{fact}” cannot stay so, for it is not so at this step; make it a --goal, or choose another --step");
    }
    let outcome = find(lens.world, start, &goals, &rules, limits);
    let others = if args.ways > 1 && outcome.plan().is_some_and(|plan| !plan.steps.is_empty()) {
        let on = |_| ControlFlow::Continue(());
        alternatives(lens.world, start, &goals, &rules, (limits, args.ways), &on).split_off(1)
    } else {
        Vec::new()
    };
    if args.json {
        say(&json_text(&json(&outcome, &others))?)?;
    } else {
        say(&words(&lens, &goals, &rules, &outcome))?;
        for (number, other) in others.iter().enumerate() {
            say(&other_lines(&lens, number + 2, other).join("\n"))?;
        }
    }
    Ok(outcome.plan().is_some())
}

fn constraints(world: &World, args: &PlanArgs) -> anyhow::Result<Constraints> {
    let mut rules = Constraints {
        keep: goal_arg::goals(world, &args.keep)?,
        keep_access: args.keep_access,
        take_out: args.take_out,
        ..Constraints::default()
    };
    for platform in &args.no_license_of {
        rules.no_license_of.insert(goal_arg::platform(world, platform)?.id);
    }
    rules.only = match &args.only {
        None => None,
        Some(name) => Some(match goal_arg::platform(world, name) {
            Ok(platform) => Only::Platform(platform.id),
            Err(no_platform) => match goal_arg::person(world, name) {
                Ok(person) => Only::Person(person),
                Err(nobody) => bail!("{nobody}; and {no_platform}"),
            },
        }),
    };
    Ok(rules)
}

fn json(outcome: &Outcome, others: &[Alternative]) -> serde_json::Value {
    match outcome {
        Outcome::Plan(plan) => {
            let distance = Distance::from(plan);
            serde_json::json!({
                "outcome": "plan",
                "acts": distance.acts,
                "by_side": distance.by_side,
                "steps": plan.steps,
                "alternatives": others,
            })
        }
        Outcome::Impossible(obstacles) => serde_json::json!({ "outcome": "impossible", "obstacles": obstacles }),
        Outcome::GaveUp(worlds) => serde_json::json!({ "outcome": "gave up", "situations": worlds }),
    }
}

/// The conditions of the plan, a line each.
fn conditions(lens: &Lens<'_>, rules: &Constraints) -> Vec<String> {
    let keeps = rules.keep.iter().map(|fact| format!("  stays so: {}", fact.describe(lens.world)));
    let licenses = rules.no_license_of.iter().map(|platform| format!("  no license of {}", lens.short(*platform)));
    let only = rules.only.map(|only| match only {
        Only::Person(person) => format!("  only {} acts", lens.first(person)),
        Only::Platform(platform) => format!("  only members of {} act", lens.short(platform)),
    });
    let loses = rules.keep_access.then(|| "  nobody loses what they have".to_owned());
    let out = rules.take_out.then(|| "  also by taking people out".to_owned());
    keeps.chain(licenses).chain(only).chain(loses).chain(out).collect()
}

fn words(lens: &Lens<'_>, goals: &[Goal], rules: &Constraints, outcome: &Outcome) -> String {
    let wanted: Vec<String> = goals.iter().map(|goal| format!("  {}", goal.describe(lens.world))).collect();
    let mut lines = vec!["Wanted:".to_owned()];
    lines.extend(wanted);
    let conditions = conditions(lens, rules);
    if !conditions.is_empty() {
        lines.push("Under these conditions:".to_owned());
        lines.extend(conditions);
    }
    match outcome {
        Outcome::Plan(plan) if plan.steps.is_empty() => lines.push("It is so already.".to_owned()),
        Outcome::Plan(plan) => lines.extend(plan_lines(lens, plan, "The shortest way has")),
        Outcome::Impossible(obstacles) => {
            lines.push("Nothing that people can do leads there:".to_owned());
            lines.extend(obstacles.iter().map(|obstacle| format!("  {}", text::found_obstacle(lens, obstacle))));
        }
        Outcome::GaveUp(worlds) => {
            lines.push(format!("No way was found in {worlds} situations; allow more with --limit."));
        }
    }
    lines.join("\n")
}

fn other_lines(lens: &Lens<'_>, number: usize, other: &Alternative) -> Vec<String> {
    let people = count(other.people.len(), "person acts", "people act");
    let licenses = usize::try_from(other.licenses).unwrap_or_default();
    let licenses = count(licenses, "license is taken", "licenses are taken");
    let opens = count(other.opens.len(), "thing opens", "things open");
    let mut lines = vec![String::new(), format!("Way {number}: {people}, {licenses}, {opens}.")];
    lines.extend(plan_lines(lens, &other.plan, "It has"));
    lines
}

fn plan_lines(lens: &Lens<'_>, plan: &Plan, has: &str) -> Vec<String> {
    let distance = Distance::from(plan);
    let sides: Vec<String> =
        distance.by_side.iter().map(|(platform, acts)| format!("{acts} at {}", lens.short(*platform))).collect();
    let acts = count(distance.acts, "act", "acts");
    let mut lines = vec![format!("{has} {acts}: {}.", sides.join(", "))];
    // Names come from the moment before each act, so that a person who becomes known has one.
    let mut world = lens.world.clone();
    for (index, step) in plan.steps.iter().enumerate() {
        let Ok((after, _)) = crate::decide::act(&world, &step.command) else { break };
        let now = Lens { world: &after, before: None, ..*lens };
        lines.push(format!("{:>3}. {}", index + 1, text::act(&now, &step.command)));
        if let Some(side) = step.side {
            lines.push(format!("     whose turn: {}", now.short(side)));
        }
        if let Some(place) = text::place_of(&now, &step.command) {
            lines.push(format!("     where: {place}"));
        }
        lines.extend(step.takes.iter().map(|take| format!("     {}", text::took(&now, *take))));
        let facts = |sign: char, fits: fn(&AccessChange) -> bool| -> Vec<String> {
            let changed = step.changes.iter().filter(|change| fits(change));
            changed.map(|change| format!("     {sign} {}", text::fact(&now, change.question))).collect()
        };
        lines.extend(facts('+', AccessChange::is_gain));
        lines.extend(facts('−', AccessChange::is_loss));
        world = after;
    }
    lines
}
