//! How long a plan and a preview take, over all states of all built-in files and over random ones: `cargo bench plans`.
//!
//! What is measured is what the window asks for: the way to the goals of a file and of its next step, from every step of
//! its script and from where random acts lead; and what an act would change (fork the world, act, compare the access of
//! everybody touched). The report names the middle, the 99th percentile and the worst, and says *missed* where a goal of
//! the issue is not reached or a search gives up; the run itself does not fail, for a busy machine is no error.
//!
//! `CROSSINVITE_SLOWEST=20 cargo bench plans` lists the slowest searches.

#![expect(clippy::expect_used, reason = "a bench that cannot be set up has nothing to measure")]

use crossinvite::access::changes;
use crossinvite::content::{BuiltIn, Goal, Loaded, Rehearsal};
use crossinvite::decide;
use crossinvite::domain::{
    AccessRole, Act, Command, Door, GrantTerms, InvitedRole, MemberOption, Membership, PersonId, PlatformId, RoleId,
    SpaceSubject, UserRight, Via, World,
};
use crossinvite::planner::{Constraints, Limits, Outcome, plan};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Random states in all.
const RANDOM: usize = 1_000;
/// Acts of a random walk at most.
const WALK: usize = 12;
/// The promises of issue 4.
const PLAN_P99: Duration = Duration::from_millis(50);
const PREVIEW_P99: Duration = Duration::from_millis(5);

/// A state and what is wanted there.
struct Problem {
    name: String,
    start: World,
    world: World,
    goals: Vec<Goal>,
}

fn main() {
    // `cargo test --benches` only asks whether it runs.
    let is_trial = std::env::args().any(|argument| argument == "--test");
    let files: Vec<(Rehearsal, World)> = BuiltIn::all().map(read).collect();
    let mut scripts = Vec::new();
    files.iter().for_each(|(rehearsal, start)| along_script(rehearsal, start, &mut scripts));
    let mut random = random_states(&files, if is_trial { 5 } else { RANDOM });
    if is_trial {
        scripts.truncate(5);
        random.truncate(5);
    }
    let kept = [
        plans("scripts", &scripts),
        plans("random", &random),
        previews("scripts", &scripts),
        previews("random", &random),
    ];
    let missed = kept.iter().filter(|is_kept| !**is_kept).count();
    if missed > 0 {
        println!("missed: {missed} of {} promises", kept.len());
    } else {
        println!("all promises are kept");
    }
}

fn read(file: &BuiltIn) -> (Rehearsal, World) {
    match file.load().expect("a built-in file") {
        Loaded::Rehearsal { rehearsal, start } => (*rehearsal, *start),
        Loaded::Session { rehearsal, session } => (*rehearsal, session.start().clone()),
    }
}

/// The goals of the file from every step of its script, and those of each part where it begins.
fn along_script(rehearsal: &Rehearsal, start: &World, problems: &mut Vec<Problem>) {
    let whole: Vec<Goal> = rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
    let mut world = start.clone();
    let mut done = 0;
    let mut add = |name: String, world: &World, goals: Vec<Goal>| {
        if !goals.is_empty() {
            problems.push(Problem { name, start: start.clone(), world: world.clone(), goals });
        }
    };
    for (number, step) in rehearsal.steps.iter().enumerate() {
        let goals = step.goals.iter().map(|goal| Goal::clone(goal)).collect();
        add(format!("{} part {}", rehearsal.id, number + 1), &world, goals);
        for command in &step.solution {
            add(format!("{} after {done}", rehearsal.id), &world, whole.clone());
            world = decide::act(&world, command).expect("the script can be played").0;
            done += 1;
        }
    }
    add(format!("{} after {done}", rehearsal.id), &world, whole);
}

/// Always the same chance.
struct Chance(u64);

impl Chance {
    fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        // Knuth's multiplier; the upper half is well mixed.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let count = u64::try_from(among.len()).ok().filter(|count| *count > 0)?;
        usize::try_from((self.0 >> 33) % count).ok().and_then(|index| among.get(index))
    }
}

/// From the start of a file, some acts of whoever can act; wanted is what the file wants, or one of the three facts.
fn random_states(files: &[(Rehearsal, World)], count: usize) -> Vec<Problem> {
    let mut chance = Chance(2);
    let lengths: Vec<usize> = (1..=WALK).collect();
    let mut problems = Vec::new();
    while problems.len() < count {
        let Some((rehearsal, start)) = chance.pick(files) else { return problems };
        let mut world = start.clone();
        for _ in 0..chance.pick(&lengths).copied().unwrap_or(1) {
            if let Some((after, _)) = chance.pick(&acts(&world)).and_then(|act| decide::act(&world, act).ok()) {
                world = after;
            }
        }
        let whole: Vec<Goal> = rehearsal.goals.iter().map(|goal| Goal::clone(goal)).collect();
        let facts: Vec<Goal> = facts(&world);
        let wants_whole = !whole.is_empty() && chance.pick(&[true, false]) == Some(&true);
        let goals = if wants_whole { whole } else { chance.pick(&facts).cloned().into_iter().collect() };
        if !goals.is_empty() {
            let name = format!("{} by chance {}: {goals:?}", rehearsal.id, problems.len());
            problems.push(Problem { name, start: start.clone(), world, goals });
        }
    }
    problems
}

/// Everybody connecting, with every role and space, on every platform, and the contrary of each.
fn facts(world: &World) -> Vec<Goal> {
    let mut facts = Vec::new();
    for found in world.platforms() {
        let platform = found.id;
        for person in world.people().map(|person| person.id) {
            facts.push(Goal::Connects { person, platform });
            let roles = found.pools.keys().map(|role| Goal::RoleUsable { person, platform, role: *role, from: None });
            facts.extend(roles);
            let spaces =
                found.spaces.keys().map(|space| Goal::SpaceAccess { person, platform, space: *space, label: None });
            facts.extend(spaces);
        }
    }
    let contrary: Vec<Goal> = facts.iter().map(|fact| Goal::Not(Box::new(fact.clone()))).collect();
    facts.extend(contrary);
    facts
}

/// What everybody could try in this world, possible or not.
fn acts(world: &World) -> Vec<Command> {
    let mut found = Vec::new();
    for platform in world.platforms() {
        let on = platform.id;
        for person in world.people() {
            let own = [Act::AcceptInvitation { via: Via::Email }, Act::SwitchPlatform];
            found.extend(own.map(|act| Command::new(person.id, on, act)));
        }
        let Some(by) = world.administrators(on).next() else { continue };
        let mut does = |act: Act| found.push(Command::new(by, on, act));
        [true, false].into_iter().for_each(|is_on| {
            does(Act::SetOption { option: MemberOption::GrantWithoutLicense, on: is_on });
        });
        for person in world.people() {
            about(world, on, person.id, &mut does);
        }
    }
    found
}

fn about(world: &World, on: PlatformId, person: PersonId, does: &mut dyn FnMut(Act)) {
    let (Some(platform), Some(known)) = (world.platform(on), world.person(person)) else { return };
    let roles: Vec<RoleId> = platform.pools.keys().copied().collect();
    let Some(member) = platform.member(person) else {
        for assign_license in [true, false] {
            let invited = |role: &RoleId| InvitedRole { role: *role, assign_license, restrict_usage: None };
            let roles = roles.iter().map(invited).collect();
            let (emails, right) = (vec![known.email], UserRight::External);
            does(Act::Invite { emails, right, location: None, organization: None, roles });
        }
        return;
    };
    does(match member.membership {
        Membership::Active => Act::RemoveAccess { person },
        Membership::NoAccess => Act::GiveAccessBack { person },
        Membership::Pending => Act::RemoveMember { person },
    });
    for role in roles {
        does(Act::GrantRole { person, role, terms: GrantTerms::with_license() });
        does(Act::GrantRole { person, role, terms: GrantTerms::without_license() });
        does(Act::UngrantRole { person, role });
        for is_on in [true, false] {
            does(Act::SetAssignLicense { person, role, on: is_on });
            does(Act::SetRestrictUsage { person, role, on: is_on });
        }
    }
    for space in platform.spaces.keys().copied() {
        let (who, door) = (SpaceSubject::Person(person), Door::default());
        does(Act::AddSpaceMember { space, who, role: AccessRole::Author, organization: None, restricted: false, door });
        does(Act::RemoveSpaceMember { space, who, door });
    }
}

fn plans(which: &str, problems: &[Problem]) -> bool {
    let mut times: Vec<(Duration, &str)> = Vec::new();
    let (mut ways, mut none, mut given_up) = (0, 0, Vec::new());
    for problem in problems {
        let (rules, limits) = (Constraints::default(), Limits::default());
        let begun = Instant::now();
        let outcome = black_box(plan(&problem.world, &problem.start, &problem.goals, &rules, limits));
        times.push((begun.elapsed(), &problem.name));
        match outcome {
            Outcome::Plan(_) => ways += 1,
            Outcome::Impossible(_) => none += 1,
            Outcome::GaveUp(_) => given_up.push(&problem.name),
        }
    }
    println!(
        "plans, {which}: {} searches, {ways} ways, {none} without a way, {} given up",
        problems.len(),
        given_up.len()
    );
    given_up.iter().for_each(|name| println!("  given up, missed: {name}"));
    let is_in_time = report(&mut times, PLAN_P99);
    is_in_time && given_up.is_empty()
}

fn previews(which: &str, problems: &[Problem]) -> bool {
    let mut times: Vec<(Duration, &str)> = Vec::new();
    for problem in problems {
        for command in acts(&problem.world) {
            let begun = Instant::now();
            let Ok((after, _)) = decide::act(&problem.world, &command) else { continue };
            black_box(changes(&problem.world, &after));
            times.push((begun.elapsed(), &problem.name));
        }
    }
    println!("previews, {which}: {} acts", times.len());
    report(&mut times, PREVIEW_P99)
}

/// Prints the percentiles; true when the promise is kept.
fn report(times: &mut [(Duration, &str)], promise: Duration) -> bool {
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1)));
    let (Some((p50, _)), Some((p99, _)), Some((worst, name))) = (at(50), at(99), times.last()) else { return true };
    let verdict = if *p99 <= promise { "kept" } else { "missed" };
    println!("  p50 {p50:.2?}, p99 {p99:.2?} (promised: {promise:.0?}, {verdict}), worst {worst:.2?}: {name}");
    let slowest = std::env::var("CROSSINVITE_SLOWEST").ok().and_then(|count| count.parse().ok()).unwrap_or(0);
    times.iter().rev().take(slowest).for_each(|(time, name)| println!("    {time:.2?} {name}"));
    *p99 <= promise
}
