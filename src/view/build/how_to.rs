//! Fills *How to*, the distance to the goal, and the messages to the people whose turn it is.

use super::ways::{chosen, ways};
use super::why::show_me;
use crate::access::{AccessChange, Question, standing};
use crate::decide;
use crate::domain::{Act, Command, PersonId, World};
use crate::planner::{Constraints, Goal, Obstacle, Only, Outcome, Plan, PlanStep, Reason};
use crate::session::StepId;
use crate::view::lens::{count, tone_of};
use crate::view::{
    ActLine, Answers, Choice, DistanceData, HowToData, HowToDraft, Lens, Status, Together, TogetherChoice,
    TogetherLine, Tone, Way, Wish, text,
};

/// What a search needs beside the lens: where we stand, what the rehearsal asks for, what was found.
#[derive(Clone, Copy)]
pub struct Sought<'a> {
    /// The step we stand on.
    pub at: StepId,
    /// The world before the first act.
    pub start: &'a World,
    /// What the rehearsal asks for.
    pub goals: &'a [Goal],
    /// What the rehearsal watches.
    pub watched: &'a [Goal],
    /// What was found so far.
    pub answers: &'a Answers,
}

/// The way that the tab shows, as a search.
#[must_use]
pub fn how_to_wish(lens: &Lens<'_>, question: Question, sought: Sought<'_>) -> Wish {
    let draft = lens.selection.how_to;
    let mut goals = if is_whole(draft, sought.goals) { sought.goals.to_vec() } else { vec![question.into()] };
    let holds = |goal: &Goal| goal.is_met(lens.world, sought.start);
    let mut keep = Vec::new();
    for beside in together(lens, question, sought) {
        let goal = beside.goal();
        if (beside.stays || !beside.so) && holds(&goal) {
            keep.push(goal);
        } else if !goals.contains(&goal) {
            goals.push(goal);
        }
    }
    if draft.watched_stays {
        keep.extend(sought.watched.iter().filter(|goal| holds(goal)).cloned());
    }
    let rules = Constraints {
        keep,
        no_license_of: draft.no_license_of_host.then(|| question.platform()).into_iter().collect(),
        only: draft.only.map(Only::Person),
        keep_access: draft.nobody_loses,
        take_out: draft.take_out,
        ..Constraints::default()
    };
    Wish { at: sought.at, after: Vec::new(), goals, rules }
}

/// What is asked for beside the fact in question.
fn together(lens: &Lens<'_>, question: Question, sought: Sought<'_>) -> Vec<Together> {
    let is_whole = is_whole(lens.selection.how_to, sought.goals);
    lens.selection.together.iter().copied().filter(|it| is_whole || it.fact != question).collect()
}

/// Is it about the goal of the rehearsal?
fn is_whole(draft: HowToDraft, goals: &[Goal]) -> bool {
    draft.to_goal && !goals.is_empty()
}

/// The tab for a question.
#[must_use]
pub fn how_to(lens: &Lens<'_>, question: Question, sought: Sought<'_>) -> HowToData {
    let draft = lens.selection.how_to;
    let is_whole = is_whole(draft, sought.goals);
    let wish = how_to_wish(lens, question, sought);
    let is_met = wish.goals.iter().all(|goal| goal.is_met(lens.world, sought.start));
    let outcome = sought.answers.get(&wish);
    let (verdict, detail, way) = match outcome {
        _ if is_met => (Status::new(Tone::Good, "It is so already"), String::new(), Way::Holds),
        None => {
            let looked_at = count(sought.answers.looked_at, "situation", "situations");
            let detail =
                if sought.answers.looked_at > 0 { format!("{looked_at} looked at so far") } else { String::new() };
            (Status::new(Tone::Waiting, "Searching for the shortest way…"), detail, Way::Searching)
        }
        Some(outcome) => found(lens, &wish, outcome),
    };
    let shortest = outcome.and_then(Outcome::plan).filter(|plan| !is_met && !plan.steps.is_empty());
    HowToData {
        title: if is_whole {
            "How is the goal of this rehearsal reached?".into()
        } else {
            text::how_to(lens, question)
        },
        verdict,
        proof: shortest
            .filter(|plan| chosen(lens, plan).is_none())
            .map(|plan| proof(lens, plan, draft))
            .unwrap_or_default(),
        detail,
        targets: targets(draft, sought.goals),
        options: options(lens, draft, question, sought),
        together: together_lines(lens, question, sought),
        remember: remember(lens, question, is_whole),
        forget: forget(lens, question, is_whole),
        way,
        ways: shortest.map(|plan| ways(lens, &wish, sought, plan)),
        goals: if is_whole { goal_lines(lens, sought) } else { Vec::new() },
    }
}

fn found(lens: &Lens<'_>, wish: &Wish, outcome: &Outcome) -> (Status, String, Way) {
    match outcome {
        Outcome::Plan(shortest) => {
            let other = chosen(lens, shortest);
            let plan = other.as_ref().unwrap_or(shortest);
            let acts = count(plan.steps.len(), "act", "acts");
            let more = plan.steps.len() - shortest.steps.len().min(plan.steps.len());
            let words = match (&other, more) {
                (None, _) => format!("{acts}, proven shortest"),
                (Some(_), 0) => format!("{acts}, another way, as short"),
                (Some(_), more) => format!("{acts}, another way, {more} more than the shortest"),
            };
            let all = plan.commands().cloned().collect();
            let way = Way::Acts { lines: lines(lens, plan), all };
            let (turns, rules) = (by_turn(lens, plan), chosen_rules(&wish.rules));
            let detail =
                if rules > 0 { format!("{turns} · under {}", count(rules, "condition", "conditions")) } else { turns };
            (Status::new(Tone::Neutral, words), detail, way)
        }
        Outcome::Impossible(obstacles) => {
            let sentences = reasons(lens, obstacles, &wish.rules);
            let is_free = chosen_rules(&wish.rules) == 0;
            let detail = if is_free { "" } else { "Without the conditions chosen here there may be a way." };
            (Status::new(Tone::Bad, "No act of a person leads there"), detail.to_owned(), Way::Impossible(sentences))
        }
        Outcome::GaveUp(looked_at) => {
            let words = format!("{} looked at.", count(*looked_at, "situation", "situations"));
            (Status::new(Tone::Caution, "No way was found yet"), String::new(), Way::GaveUp(words))
        }
    }
}

/// How many conditions narrow the way.
fn chosen_rules(rules: &Constraints) -> usize {
    let single = [rules.only.is_some(), rules.keep_access, !rules.keep.is_empty(), !rules.no_license_of.is_empty()];
    single.into_iter().filter(|is_on| *is_on).count()
}

/// What the shortest way is shorter than, or as short as.
fn proof(lens: &Lens<'_>, plan: &Plan, draft: HowToDraft) -> String {
    let takes_out = |command: &Command| {
        matches!(command, Command::Do { act: Act::RemoveMember { .. } | Act::RemoveAccess { .. }, .. })
    };
    let words = if draft.take_out {
        "No other way has fewer acts, not even where people are taken out and invited again."
    } else if plan.commands().any(takes_out) {
        "No other way has fewer acts. It takes somebody out, for the goal or because nothing else leads there."
    } else {
        "Of the ways that leave everybody where they are, none has fewer acts. With “also by taking people out” they \
         may be taken out and invited again."
    };
    // With two companies everybody has to do with both.
    let third = " Nobody is first invited to a company that they have nothing to do with, only for its licenses.";
    format!("{words}{}", if lens.world.platforms().count() > 2 { third } else { "" })
}

/// Each condition once, as a sentence; that goals exclude each other only when there is nothing plainer to say, or
/// something was chosen to stay so.
fn reasons(lens: &Lens<'_>, obstacles: &[Obstacle], rules: &Constraints) -> Vec<String> {
    let is_plain = |obstacle: &&Obstacle| obstacle.reason != Reason::GoalsExclude || !rules.keep.is_empty();
    let plain: Vec<&Obstacle> = obstacles.iter().filter(is_plain).collect();
    let told = if plain.is_empty() { obstacles.iter().collect() } else { plain };
    let mut sentences: Vec<String> = Vec::new();
    for obstacle in told {
        if obstacle.reason == Reason::EveryWayEnds && obstacles.len() > 1 {
            let words = text::capitalize(&text::found_obstacle(lens, obstacle));
            sentences.push(format!("{words}; where they end:"));
            continue;
        }
        let sentence = text::capitalize(&text::found_obstacle(lens, obstacle));
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

fn targets(draft: HowToDraft, goals: &[Goal]) -> Vec<Choice> {
    if goals.is_empty() {
        return Vec::new();
    }
    let choice = |label: &str, to_goal: bool| Choice {
        label: label.to_owned(),
        is_on: draft.to_goal == to_goal,
        draft: HowToDraft { to_goal, ..draft },
    };
    vec![choice("This fact", false), choice("To the goal of this rehearsal", true)]
}

/// What is asked of each fact beside the one in question, with the contrary and the way back.
fn together_lines(lens: &Lens<'_>, question: Question, sought: Sought<'_>) -> Vec<TogetherLine> {
    let all = &lens.selection.together;
    let line = |it: Together| {
        let holds = standing(lens.world, it.fact).holds;
        let asked = |it: Together| match (it.so, it.stays) {
            (true, true) => "stays so",
            (true, false) => "comes too",
            (false, _) if holds => "ends",
            (false, _) => "does not come",
        };
        let choice = |so: bool| {
            let other = if it.so == so { it } else { Together::of(it.fact, so, lens.world) };
            let facts = all.iter().map(|one| if one.fact == it.fact { other } else { *one }).collect();
            TogetherChoice { label: asked(other).to_owned(), is_on: it.so == so, facts }
        };
        let without = TogetherChoice {
            label: "Forget".to_owned(),
            is_on: false,
            facts: all.iter().copied().filter(|other| other.fact != it.fact).collect(),
        };
        let fact = Status::new(tone_of(holds), text::fact(lens, it.fact));
        let words = format!("and {}: {}", fact.text, asked(it));
        TogetherLine { fact, words, choices: vec![choice(true), choice(false), without] }
    };
    together(lens, question, sought).into_iter().map(line).collect()
}

/// Asks for the fact in question whatever else is asked about, too.
fn remember(lens: &Lens<'_>, question: Question, is_whole: bool) -> Option<TogetherChoice> {
    let mut facts = lens.selection.together.clone();
    let is_known = facts.iter().any(|it| it.fact == question);
    facts.push(Together::of(question, true, lens.world));
    let label = "Remember this fact".to_owned();
    (!is_known && !is_whole).then_some(TogetherChoice { label, is_on: false, facts })
}

/// Takes the fact in question from what is remembered.
fn forget(lens: &Lens<'_>, question: Question, is_whole: bool) -> Option<TogetherChoice> {
    let all = &lens.selection.together;
    let facts: Vec<Together> = all.iter().copied().filter(|it| it.fact != question).collect();
    let is_known = facts.len() < all.len() && !is_whole;
    is_known.then(|| TogetherChoice { label: "Forget this fact".to_owned(), is_on: false, facts })
}

/// The conditions: no license of the host, nobody loses anything, what is watched stays so, people may be taken out, and
/// for every platform's administrator that nobody else acts.
fn options(lens: &Lens<'_>, draft: HowToDraft, question: Question, sought: Sought<'_>) -> Vec<Choice> {
    let host = Choice {
        label: format!("no license of {}", lens.short(question.platform())),
        is_on: draft.no_license_of_host,
        draft: HowToDraft { no_license_of_host: !draft.no_license_of_host, ..draft },
    };
    let keeps = Choice {
        label: "nobody loses what they have".to_owned(),
        is_on: draft.nobody_loses,
        draft: HowToDraft { nobody_loses: !draft.nobody_loses, ..draft },
    };
    let watched = Choice {
        label: "what is watched stays so".to_owned(),
        is_on: draft.watched_stays,
        draft: HowToDraft { watched_stays: !draft.watched_stays, ..draft },
    };
    let watched = Some(watched).filter(|_| !sought.watched.is_empty());
    let out = Choice {
        label: "also by taking people out".to_owned(),
        is_on: draft.take_out,
        draft: HowToDraft { take_out: !draft.take_out, ..draft },
    };
    let administrators = lens
        .world
        .platforms()
        .filter_map(|platform| crate::access::cure::acting_administrator(lens.world, platform.id));
    let mut known: Vec<PersonId> = Vec::new();
    for person in administrators {
        if !known.contains(&person) {
            known.push(person);
        }
    }
    let only = known.into_iter().map(|person| {
        let is_on = draft.only == Some(person);
        let only = (!is_on).then_some(person);
        Choice { label: format!("only {}", lens.first(person)), is_on, draft: HowToDraft { only, ..draft } }
    });
    [host, keeps].into_iter().chain(watched).chain([out]).chain(only).collect()
}

fn goal_lines(lens: &Lens<'_>, sought: Sought<'_>) -> Vec<Status> {
    let line = |goal: &Goal| Status::new(tone_of(goal.is_met(lens.world, sought.start)), goal.describe(lens.world));
    sought.goals.iter().map(line).collect()
}

/// Plays the acts and tells each one in the words of the moment after it, when whoever becomes known has a name.
fn lines(lens: &Lens<'_>, plan: &Plan) -> Vec<ActLine> {
    let mut world = lens.world.clone();
    let mut lines = Vec::new();
    for step in &plan.steps {
        let Ok((after, _)) = decide::act(&world, &step.command) else { break };
        let now = Lens { world: &after, before: None, ..*lens };
        lines.push(line(lens, &now, step, lines.is_empty()));
        world = after;
    }
    lines
}

fn line(here: &Lens<'_>, now: &Lens<'_>, step: &PlanStep, is_next: bool) -> ActLine {
    let facts = |fits: fn(&AccessChange) -> bool, tone: Tone, sign: char| {
        let changed = step.changes.iter().filter(move |change| fits(change));
        changed.map(move |change| Status::new(tone, format!("{sign} {}", text::fact(now, change.question))))
    };
    let gained = facts(AccessChange::is_gain, Tone::Good, '+');
    let do_it = is_next.then(|| {
        let who = step.command.actor().map(|person| format!("Do it as {}", here.first(person)));
        here.control(who.unwrap_or_else(|| "Do it".to_owned()), step.command.clone(), None)
    });
    let turn = |side| step.command.actor().map(|person| (turn_words(now, person, side), now.color(side)));
    ActLine {
        act: text::act(now, &step.command),
        whose_turn: step.side.and_then(turn),
        path: text::place_of(now, &step.command),
        takes: step
            .takes
            .iter()
            .map(|take| Status::new(if take.count > 0 { Tone::Caution } else { Tone::Neutral }, text::took(now, *take)))
            .collect(),
        effects: gained.chain(facts(AccessChange::is_loss, Tone::Bad, '−')).collect(),
        show: if is_next { text::spot_of(here, &step.command).map(|spot| show_me(here, spot)) } else { None },
        do_it,
    }
}

fn turn_words(lens: &Lens<'_>, person: PersonId, side: crate::domain::PlatformId) -> String {
    format!("{}, {}", lens.first(person), lens.short(side))
}

/// "Brightwell 1, Ben 2": administrators by their platform, invitees by their name, in the order of their first turn.
#[must_use]
pub fn by_turn(lens: &Lens<'_>, plan: &Plan) -> String {
    let mut turns: Vec<(String, usize)> = Vec::new();
    for step in &plan.steps {
        let Some(name) = turn_of(lens, step) else { continue };
        match turns.iter_mut().find(|(known, _)| *known == name) {
            Some((_, acts)) => *acts += 1,
            None => turns.push((name, 1)),
        }
    }
    let words: Vec<String> = turns.into_iter().map(|(name, acts)| format!("{name} {acts}")).collect();
    words.join(", ")
}

fn turn_of(lens: &Lens<'_>, step: &PlanStep) -> Option<String> {
    match &step.command {
        Command::Do { by, act: Act::AcceptInvitation { .. } | Act::SwitchPlatform, .. } => Some(lens.first(*by)),
        Command::Do { .. } | Command::Stage(_) => step.side.map(|side| lens.short(side)),
    }
}

/// How far the goal of the rehearsal is; `before` is the step before the last act.
#[must_use]
pub fn distance(lens: &Lens<'_>, sought: Sought<'_>, before: Option<StepId>) -> DistanceData {
    if sought.goals.is_empty() {
        let free = "Free play".to_owned();
        return DistanceData { brief: free.clone(), headline: free, ..DistanceData::default() };
    }
    let length = |at: StepId, world: &World| {
        if sought.goals.iter().all(|goal| goal.is_met(world, sought.start)) {
            return Some(0);
        }
        sought.answers.get(&Wish::free(at, sought.goals.to_vec()))?.plan().map(|plan| plan.steps.len())
    };
    let now = length(sought.at, lens.world);
    let outcome = sought.answers.get(&Wish::free(sought.at, sought.goals.to_vec()));
    let (headline, detail) = match (now, outcome) {
        (Some(0), _) => ("The goal is reached".to_owned(), String::new()),
        (Some(acts), Some(Outcome::Plan(plan))) => (actions(acts), by_turn(lens, plan)),
        (_, Some(Outcome::Impossible(obstacles))) => {
            let why = reasons(lens, obstacles, &Constraints::default()).into_iter().next();
            // Every drill can be cured, if only by waiting; that it takes the clock is for whoever looks to find out.
            let words = if lens.selection.drill.is_some() {
                "No act reaches the goal today"
            } else {
                "The goal cannot be reached"
            };
            (words.to_owned(), why.unwrap_or_default())
        }
        (_, Some(Outcome::GaveUp(_))) => ("The goal is far".to_owned(), "no way was found yet".to_owned()),
        _ => ("Counting the actions to the goal…".to_owned(), String::new()),
    };
    // In a drill, how many is told; on which side is for whoever looks for it to find out.
    let detail = if lens.is_book_closed() { String::new() } else { detail };
    let was = before.zip(lens.before).and_then(|(at, world)| length(at, world));
    let brief = now.filter(|acts| *acts > 0).map(|acts| count(acts, "action", "actions"));
    DistanceData {
        brief: brief.unwrap_or_else(|| headline.clone()),
        headline,
        detail,
        change: was.zip(now).and_then(|(was, now)| change(was, now)),
    }
}

fn actions(acts: usize) -> String {
    format!("{} to the goal", count(acts, "action", "actions"))
}

/// "2 actions to the goal (−1)"; nothing when the act neither helped nor hindered.
fn change(was: usize, now: usize) -> Option<Status> {
    let words = if now == 0 { "the goal is reached".to_owned() } else { actions(now) };
    match was.cmp(&now) {
        std::cmp::Ordering::Greater => Some(Status::new(Tone::Good, format!("{words} (−{})", was - now))),
        std::cmp::Ordering::Less => Some(Status::new(Tone::Bad, format!("{words} (+{})", now - was))),
        std::cmp::Ordering::Equal => None,
    }
}
