//! What must hold in any world, whatever is tried. `commands` makes up the worlds and what is tried in them.

mod commands;

pub use commands::{any_world, some_commands, the_start};

use crate::support::*;
use commands::with_ben_at_work;
use commands::{PLATFORMS, ROLES, a_start, after, an_access, an_organization, any_command, few_roles, start};
use crossinvite::access::{EffectiveAccess, Explanation, Question, can_read, changes, cure, explain, standing};
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::session::{Session, Submitted};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::{BTreeMap, BTreeSet};

// ---- What is looked at

/// Everything that can be asked about these platforms.
pub fn all_questions(world: &World) -> Vec<Question> {
    let mut questions = Vec::new();
    for who in world.people().map(|person| person.id) {
        for platform in PLATFORMS {
            questions.push(can_connect(who.as_str(), platform));
            questions.extend(ROLES.map(|id| role(who.as_str(), platform, id)));
            let spaces = world.platform(platform.into()).unwrap().spaces.keys();
            questions.extend(spaces.map(|id| space(who.as_str(), platform, id.as_str())));
        }
    }
    questions
}

pub fn all_answers(world: &World) -> BTreeMap<Question, Explanation> {
    all_questions(world).into_iter().map(|question| (question, explain(world, question))).collect()
}

/// Who reads which item where.
pub fn all_reads(world: &World) -> BTreeSet<(PersonId, PlatformId, ItemId)> {
    world.people().flat_map(|person| reads_of(world, person.id)).collect()
}

/// Which items somebody reads, and where.
fn reads_of(world: &World, person: PersonId) -> BTreeSet<(PersonId, PlatformId, ItemId)> {
    let all = world.platforms().flat_map(|platform| {
        let items = platform.spaces.values().flat_map(|space| space.items.keys());
        items.map(|item| (person, platform.id, *item))
    });
    all.filter(|(person, platform, item)| can_read(world, *person, *platform, *item)).collect()
}

fn label(explanation: &Explanation) -> Option<String> {
    explanation.access.as_ref().filter(|_| explanation.holds()).map(EffectiveAccess::label)
}

/// E3 once more, in the words of the rules: whose license makes the role usable.
fn usable(world: &World, person: PersonId, at: PlatformId, role: RoleId) -> Option<PlatformId> {
    let platform = world.platform(at)?;
    let is_active = platform.member(person)?.membership == Membership::Active;
    let today = world.today();
    let is_valid = |p: &Platform| p.seat(person, role).is_some() && today <= p.pools[&role].expires;
    let foreign = |p: &&Platform| {
        let is_free = p.seat(person, role).is_some_and(|seat| !seat.restricted);
        let has_access = p.member(person).is_some_and(|member| member.membership != Membership::NoAccess);
        let asked = !world.reads(Reading::HomeOptionNotAsked);
        p.id != at
            && is_valid(p)
            && is_free
            && (has_access || world.kind(role) == RoleKind::NotLinked)
            && platform.grants_without_license()
            && (p.grants_without_license() || !asked)
    };
    let source = if is_valid(platform) { Some(at) } else { world.platforms().find(foreign).map(|home| home.id) };
    let needs_hold =
        world.roles().prerequisites(role).iter().all(|needed| usable(world, person, at, *needed).is_some());
    source.filter(|_| is_active && platform.is_granted(person, role) && needs_hold)
}

/// What the obstacle of a check says, looked up in the world: is it really absent?
fn is_absent(world: &World, question: Question, check: &crossinvite::access::Check) -> bool {
    let (who, at) = (question.person(), question.platform());
    let member = world.member(who, at);
    let there = world.platform(check.at).unwrap();
    let clear = |role| {
        explain(world, Question::RoleUsable { person: who, platform: at, role })
            .codes()
            .iter()
            .all(|code| code.is_membership())
    };
    let elsewhere = || world.platforms().filter(|other| other.id != at);
    match check.code {
        Code::NotInvited => member.is_some(),
        Code::Pending => member.is_none_or(|member| member.membership != Membership::Pending),
        Code::AccessRemoved => member.is_none_or(|member| member.membership != Membership::NoAccess),
        Code::RoleNotGranted => world.platform(at).unwrap().is_granted(who, check.role.unwrap()),
        Code::HostOptionOff => world.platform(at).unwrap().grants_without_license(),
        Code::HomeOptionOff => there.grants_without_license(),
        Code::NoLicenseAnywhere => elsewhere().any(|other| other.member(who).is_some()),
        Code::HomeNoLicense => elsewhere().any(|other| other.seat(who, check.role.unwrap()).is_some()),
        Code::HomeAccessRemoved => there.member(who).unwrap().membership != Membership::NoAccess,
        Code::HomeLicenseRestricted => !there.seat(who, check.role.unwrap()).unwrap().restricted,
        Code::HomeLicenseExpired | Code::Expired => world.today() <= there.pools[&check.role.unwrap()].expires,
        Code::PrerequisiteNotGranted(needed) => there.is_granted(who, needed),
        Code::PrerequisiteBlocked(needed) => clear(needed),
        Code::CsvNotUsable => clear(RoleId::ifw()) && clear(RoleId::csv()),
        Code::NoMembership | Code::NoValidCredential => {
            let Question::SpaceAccess { space, .. } = question else { return false };
            let space = there.space(space).unwrap();
            let own = space.entries.get(&who).is_some_and(|entry| !entry.is_empty());
            own || there.groups_of(who).any(|group| space.groups.contains_key(&group.id))
        }
        _ => false,
    }
}

/// The invariants of one world.
fn assert_possible(world: &World) {
    for platform in world.platforms() {
        let id = platform.id;
        for (role, pool) in &platform.pools {
            let seats = platform.members.values().filter(|member| member.seats.contains_key(role)).count();
            assert_eq!(pool.assigned as usize, seats, "{role} on {id}");
            assert!(pool.assigned <= pool.purchased, "(1) {role} on {id}");
        }
        for (who, member) in &platform.members {
            for (role, seat) in &member.seats {
                assert!(platform.is_granted(*who, *role), "(13) {who} {role} on {id}: a license without its role");
                assert!(world.kind(*role).is_linked() || !seat.restricted, "(13) {who} {role} on {id}");
            }
            if !platform.grants_without_license() {
                for role in ROLES.map(RoleId::new).into_iter().filter(|role| platform.is_granted(*who, *role)) {
                    let seat = member.seats.get(&role);
                    let fits = seat.is_some_and(|seat| seat.restricted || !world.kind(role).is_linked());
                    assert!(fits, "(4) {who} {role} on {id}");
                }
            }
        }
    }
    for who in world.people() {
        let Some(at) = who.connected else { continue };
        assert_eq!(world.member(who.id, at).map(|member| member.membership), Some(Membership::Active), "(14) {who:?}");
        assert!(explain(world, can_connect(who.id.as_str(), at.as_str())).holds(), "(14) {who:?}");
    }
}

/// The invariants of all answers in one world.
fn assert_answers(world: &World) {
    for (question, explanation) in all_answers(world) {
        let (who, at) = (question.person(), question.platform());
        let context = || format!("{question:?}\n{explanation:#?}\n{world:#?}");
        let codes = explanation.codes();
        assert_eq!(explanation.holds(), codes.is_empty(), "a no names a reason: {}", context());
        assert!(codes.is_sorted_by_key(|code| code.rank()), "{}", context());
        for check in &explanation.checks {
            assert_eq!(check.holds, is_absent(world, question, check), "{check:?} lies: {}", context());
        }
        let member = world.member(who, at);
        let is_active = member.is_some_and(|member| member.membership == Membership::Active);
        match question {
            Question::CanConnect { .. } => {
                let is_pending = member.is_some_and(|member| member.membership == Membership::Pending);
                let expected = usable(world, who, at, RoleId::ifw()).is_some();
                assert!(is_pending || explanation.holds() == expected, "{}", context());
            }
            Question::RoleUsable { role, .. } => {
                let expected = usable(world, who, at, role);
                assert_eq!(explanation.holds(), expected.is_some(), "{}", context());
                if explanation.holds() {
                    assert!(is_active && world.platform(at).unwrap().is_granted(who, role), "(3) {}", context());
                    assert_eq!(explanation.source, expected, "{}", context());
                    let is_foreign = explanation.source != Some(at);
                    assert!(!is_foreign || world.platform(at).unwrap().grants_without_license(), "(5) {}", context());
                }
            }
            Question::SpaceAccess { space, .. } => {
                if explanation.holds() {
                    assert!(usable(world, who, at, RoleId::csv()).is_some(), "(6) {}", context());
                }
                assert_eq!(explanation.access, paths(world, who, at, space), "(7) {}", context());
            }
        }
    }
}

/// All paths of a person into a space, together.
fn paths(world: &World, who: PersonId, at: PlatformId, space: SpaceId) -> Option<EffectiveAccess> {
    let platform = world.platform(at).unwrap();
    let space = platform.space(space).unwrap();
    let mut access = EffectiveAccess::default();
    for (group, granted) in space.groups.iter().rev() {
        if platform.groups[group].members.contains(&who) {
            access.add(*granted, platform.host_company);
        }
    }
    for (organization, granted) in space.entries.get(&who).into_iter().flatten() {
        access.add(*granted, *organization);
    }
    (!access.is_empty()).then_some(access)
}

/// The cross-platform law (12): with everything set up, the base roles work.
fn assert_set_up_guests_get_in(world: &World) {
    let basics = [RoleId::ifw(), RoleId::csv()];
    for who in world.people().map(|person| person.id) {
        for (host, home) in PLATFORMS.into_iter().flat_map(|host| PLATFORMS.map(|home| (host, home))) {
            let (host, home) = (world.platform(host.into()).unwrap(), world.platform(home.into()).unwrap());
            let state = |p: &Platform| p.member(who).map(|member| member.membership);
            let is_set_up = host.id != home.id
                && state(host) == Some(Membership::Active)
                && !matches!(state(home), None | Some(Membership::NoAccess))
                && host.grants_without_license()
                && home.grants_without_license()
                && basics.iter().all(|role| {
                    let seat = home.seat(who, *role);
                    host.is_granted(who, *role)
                        && seat.is_some_and(|seat| !seat.restricted && !home.is_expired(*role, world.today()))
                });
            for base in basics.into_iter().filter(|_| is_set_up) {
                assert!(explain(world, role(who.as_str(), host.id.as_str(), base.as_str())).holds(), "(12) {world:#?}");
            }
        }
    }
}

/// The invariants of one accepted command.
fn assert_fair(command: &Command, before: &World, after: &World) {
    let same_pools = || before.platforms().all(|p| p.pools == after.platform(p.id).unwrap().pools);
    if let Some(on) = command.platform() {
        for other in before.platforms().filter(|other| other.id != on) {
            assert_eq!(Some(other), after.platform(other.id), "(10, 11) {command:?}");
        }
        // Whoever is not on the platform is not touched at all.
        let is_there = |person| [before, after].iter().any(|world| world.member(person, on).is_some());
        for person in before.people().map(|person| person.id).filter(|person| !is_there(*person)) {
            let connected = |world: &World| world.person(person).unwrap().connected;
            let reads = |world| reads_of(world, person);
            assert_eq!(
                (connected(before), reads(before)),
                (connected(after), reads(after)),
                "(10) {person} {command:?}"
            );
        }
    }
    for platform in before.platforms().filter(|platform| before.administrators(platform.id).next().is_some()) {
        assert!(after.administrators(platform.id).next().is_some(), "(15) {command:?}");
    }
    let Command::Do { on, act, .. } = command else { return };
    match act {
        Act::Invite { roles, .. } if roles.iter().all(|invited| !invited.assign_license) => {
            assert!(same_pools(), "(2) {command:?}");
        }
        Act::SetOption { option: MemberOption::PlatformLocations, .. } | Act::SetLocations { .. } => {
            assert_eq!(all_answers(before), all_answers(after), "(8) {command:?}");
            assert_eq!(all_reads(before), all_reads(after), "(8) {command:?}");
        }
        Act::SetRestrictUsage { on: restricted, .. } => {
            let (was, is) = (all_reads(before), all_reads(after));
            let (less, more) = if *restricted { (&is, &was) } else { (&was, &is) };
            assert!(less.is_subset(more), "(9) {command:?}: {was:?} became {is:?}");
            let here = |reads: BTreeSet<(PersonId, PlatformId, ItemId)>| -> BTreeSet<_> {
                reads.into_iter().filter(|(_, at, _)| at == on).collect()
            };
            assert_eq!(here(was), here(is), "(9) {command:?}");
            for (question, was) in all_answers(before) {
                let is = explain(after, question);
                let (less, more) = if *restricted { (&is, &was) } else { (&was, &is) };
                assert!(!less.holds() || more.holds(), "(9) {command:?} {question:?}");
                assert_eq!(was.access, is.access, "(9) {command:?} {question:?}");
                if question.platform() == *on {
                    assert_eq!(was, is, "(9) {command:?} {question:?}");
                }
            }
        }
        Act::RemoveSpaceMember { .. } | Act::RemoveCredential { .. } => {
            for (question, was) in all_answers(before) {
                let is = explain(after, question);
                assert!(!is.holds() || was.holds(), "(7) {command:?} {question:?}");
                // Whatever is left is no more than what was there.
                if let (Some(was), Some(is)) = (&was.access, &is.access) {
                    assert!(is.reading().is_none() || was.reading().is_some(), "(7) {command:?} {question:?}");
                    assert!(is.ownership().is_none() || was.ownership().is_some(), "(7) {command:?} {question:?}");
                }
            }
        }
        _ => {}
    }
}

/// What came of curing.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cured {
    Yes,
    /// Nobody can do anything about this one.
    Beyond(Code),
}

/// Cures the first obstacle, and the first again, until there is none or nobody can cure it. What is offered can be done.
fn cure_all(world: &World, question: Question) -> Cured {
    let mut world = world.clone();
    for _ in 0..40 {
        let mut asked = question;
        let command = loop {
            let explanation = explain(&world, asked);
            let Some(headline) = explanation.headline().copied() else { break None };
            let connecting = can_connect(asked.person().as_str(), asked.platform().as_str());
            // Somebody who has been invited can accept when connecting would succeed.
            if headline.code == Code::Pending && !explain(&world, connecting).holds() {
                asked = connecting;
                continue;
            }
            match (cure(&world, asked, &headline), headline.follow) {
                (Some(command), _) => break Some(command),
                (None, Some(behind)) => asked = behind,
                (None, None) => return Cured::Beyond(headline.code),
            }
        };
        let Some(command) = command else { return Cured::Yes };
        match decide::act(&world, &command) {
            Err(refusal) => panic!("{command:?} is offered for {asked:?}: {refusal:?}\n{world:#?}"),
            Ok((next, events)) => {
                assert!(!events.is_empty(), "{command:?} cures nothing of {asked:?}\n{world:#?}");
                world = next;
            }
        }
    }
    panic!("no end to the cures of {question:?}\n{world:#?}")
}

// ---- Properties

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// E11 (1), (4), (13), (14), (10), (11), (2), (15), (8), (9), (7): after every accepted command.
    #[test]
    fn every_step_is_fair_and_leads_to_a_possible_world(start in a_start(), commands in some_commands()) {
        let mut world = start;
        for command in &commands {
            if let Ok((next, _)) = decide::act(&world, command) {
                assert_fair(command, &world, &next);
                assert_possible(&next);
                world = next;
            }
        }
    }

    /// E3, E4, E6, E7, E11 (3), (5), (6), (7), (12), E12: in every world.
    #[test]
    fn explanations_do_not_lie(world in any_world()) {
        assert_answers(&world);
        assert_set_up_guests_get_in(&world);
    }

    /// A refused command says what it is refused for, and a session does not move.
    #[test]
    fn a_refused_command_changes_nothing(commands in some_commands()) {
        let mut session = Session::new(the_start());
        for command in commands {
            let (before, cursor, steps) = (session.world().clone(), session.cursor(), session.steps().count());
            if let Err(refusal) = session.submit(command) {
                prop_assert!(refusal.code != Code::OptionInUse || !refusal.blockers.is_empty());
                prop_assert_eq!((session.world(), session.cursor(), session.steps().count()), (&before, cursor, steps));
            }
        }
    }

    /// The preview is the commit: the same events, the same world.
    #[test]
    fn a_preview_equals_the_commit(commands in some_commands()) {
        let mut session = Session::new(the_start());
        for command in commands {
            let preview = decide::decide(session.world(), &command);
            let mut fork = session.world().clone();
            apply_all(&mut fork, preview.as_deref().unwrap_or(&[]));
            let submitted = session.submit(command);
            prop_assert_eq!(&fork, session.world());
            prop_assert_eq!(submitted.is_err(), preview.is_err());
            prop_assert_eq!(submitted == Ok(Submitted::AlreadySo), preview == Ok(Vec::new()));
        }
    }

    /// The recorded events, and the recorded commands, each give every world of the history again.
    #[test]
    fn the_log_is_the_truth(commands in some_commands()) {
        let mut session = Session::new(the_start());
        for command in &commands {
            session.submit(command.clone()).ok();
        }
        let (mut replayed, mut decided) = (the_start(), the_start());
        for (nth, step) in session.line().into_iter().enumerate() {
            let recorded = session.step(step).unwrap();
            apply_all(&mut replayed, &recorded.events);
            decided = decide::act(&decided, &recorded.command).unwrap().0;
            prop_assert_eq!(&replayed, session.world_at(step));
            prop_assert_eq!(&decided, session.world_at(step));
            prop_assert_eq!(session.past(step).len(), nth + 1);
        }
        prop_assert_eq!(&replayed, session.world());
    }

    /// Undo and redo are nothing together; seeking the nth step gives the world of the first n.
    #[test]
    fn undo_then_redo_is_nothing(commands in some_commands(), nth in any::<prop::sample::Index>()) {
        let mut session = Session::new(the_start());
        let mut worlds = vec![the_start()];
        for command in commands {
            if let Ok(Submitted::Done(_)) = session.submit(command) {
                worlds.push(session.world().clone());
            }
        }
        let end = session.cursor();
        if session.undo() {
            prop_assert_eq!(session.world(), &worlds[worlds.len() - 2]);
            prop_assert!(session.redo());
        }
        prop_assert_eq!((session.cursor(), session.world()), (end, &worlds[worlds.len() - 1]));
        let nth = nth.index(worlds.len());
        let step = nth.checked_sub(1).map_or(0, |index| session.line()[index]);
        prop_assert!(session.seek(step));
        prop_assert_eq!((session.world(), session.depth()), (&worlds[nth], nth));
    }

    /// The headline can be cured, and the next, until the answer is yes or nobody can do anything.
    #[test]
    fn curing_comes_to_an_end(world in any_world(), nth in prop::collection::vec(any::<prop::sample::Index>(), 8)) {
        let questions = all_questions(&world);
        for nth in nth {
            cure_all(&world, *nth.get(&questions));
        }
    }

    /// Neither the order of the platforms nor that of the roles decides anything but the order of the reasons.
    #[test]
    fn the_order_of_the_data_decides_nothing(later in any::<bool>(), commands in some_commands()) {
        let reversed_roles = few_roles().into_iter().rev().collect();
        let (mut one, mut other) = (the_start(), start(&["K", "G", "H"], reversed_roles));
        if later {
            (one, other) = (with_ben_at_work(&one), with_ben_at_work(&other));
        }
        for command in &commands {
            match (decide::act(&one, command), decide::act(&other, command)) {
                (Ok((next_one, _)), Ok((next_other, _))) => (one, other) = (next_one, next_other),
                (Err(refused), Err(also)) => prop_assert_eq!(refused.code.rank(), also.code.rank()),
                (this, that) => prop_assert!(false, "{:?}: {:?} or {:?}", command, this.map(drop), that.map(drop)),
            }
        }
        for platform in PLATFORMS.map(PlatformId::new) {
            prop_assert_eq!(one.platform(platform), other.platform(platform));
        }
        prop_assert_eq!(all_reads(&one), all_reads(&other));
        for (question, answer) in all_answers(&one) {
            let also = explain(&other, question);
            let set = |explanation: &Explanation| explanation.codes().into_iter().collect::<BTreeSet<Code>>();
            prop_assert_eq!(set(&answer), set(&also), "{:?}", question);
            prop_assert_eq!(label(&answer), label(&also), "{:?}", question);
        }
    }

    /// Every command can be written down and read again.
    #[test]
    fn commands_survive_ron(command in any_command()) {
        let text = ron::to_string(&command).unwrap();
        prop_assert_eq!(ron::from_str::<Command>(&text).unwrap(), command);
    }

    /// (7) The union of paths: order does not matter, a path adds nothing twice, and every path is within the union.
    #[test]
    fn access_is_a_union(given in prop::collection::vec((an_access(), an_organization()), 1..5)) {
        let union = |paths: &[(GrantedAccess, OrganizationId)]| {
            let mut access = EffectiveAccess::default();
            for (granted, organization) in paths {
                access.add(*granted, *organization);
            }
            access
        };
        let all = union(&given);
        let mut reversed = given.clone();
        reversed.reverse();
        prop_assert_eq!(&union(&reversed), &all);
        for path in &given {
            prop_assert_eq!(&union(&[&given[..], std::slice::from_ref(path)].concat()), &all);
            let opens = |role: AccessRole| role > AccessRole::PublicReader;
            prop_assert_eq!(all.reading().is_some(), given.iter().any(|(access, _)| opens(access.role)));
        }
        prop_assert_eq!(all.ownership().is_some(), given.iter().any(|(access, _)| matches!(access.role, AccessRole::Owner | AccessRole::LeaderAndOwner)));
        prop_assert!(!all.is_empty() && !all.label().is_empty());
    }
}

proptest! {
    // Every step of every case asks everything twice: fewer cases do.
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// What two worlds differ in is exactly what stands differently, for every person and platform.
    #[test]
    fn differences_are_complete(start in a_start(), commands in some_commands()) {
        let mut before = start;
        for command in commands {
            let Ok((after, _)) = decide::act(&before, &command) else { continue };
            let told: BTreeSet<Question> = changes(&before, &after).into_iter().map(|change| change.question).collect();
            for question in all_questions(&after) {
                let concerns = match question {
                    // Roles that the person has nowhere are not told.
                    Question::RoleUsable { person, role, .. } => [&before, &after].iter().any(|world| {
                        world.platforms().any(|p| p.is_granted(person, role) || p.seat(person, role).is_some())
                    }),
                    Question::CanConnect { .. } | Question::SpaceAccess { .. } => true,
                };
                let differs = standing(&before, question) != standing(&after, question);
                prop_assert_eq!(told.contains(&question), concerns && differs, "{:?} {:?}", command, question);
            }
            before = after;
        }
    }
}

/// A sample of sequences that is the same every time.
fn sample() -> Vec<Vec<Command>> {
    let mut runner = TestRunner::deterministic();
    (0..100).map(|_| some_commands().new_tree(&mut runner).unwrap().current()).collect()
}

/// The properties above prove little unless much of what is tried is accepted, and of many kinds.
#[test]
fn much_of_what_is_tried_is_accepted() {
    let (mut tried, mut accepted) = (0, 0);
    let mut kinds = BTreeSet::new();
    let mut refusals = BTreeSet::new();
    for (nth, commands) in sample().into_iter().enumerate() {
        let mut world = if nth % 2 == 0 { the_start() } else { with_ben_at_work(&the_start()) };
        for command in commands {
            tried += 1;
            match decide::act(&world, &command) {
                Ok((next, events)) => {
                    accepted += usize::from(!events.is_empty());
                    let name = |event: &Event| format!("{event:?}").split([' ', '(']).next().unwrap().to_owned();
                    kinds.extend(events.iter().map(name));
                    world = next;
                }
                Err(refusal) => {
                    refusals.insert(refusal.code.rank());
                }
            }
        }
    }
    assert!(accepted * 3 >= tried, "{accepted} of {tried} accepted, {refusals:?}");
    assert!(kinds.len() >= 33, "only {} kinds of events: {kinds:?}", kinds.len());
    assert!(refusals.len() >= 18, "only {} kinds of refusals", refusals.len());
}

/// Cures are worth having: most of the time they lead to a yes.
#[test]
fn most_obstacles_can_be_cured() {
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    for commands in sample() {
        let world = after(&the_start(), &commands);
        for question in all_questions(&world).into_iter().step_by(7) {
            *ends.entry(format!("{:?}", cure_all(&world, question))).or_default() += 1;
        }
    }
    let all: usize = ends.values().sum();
    assert!(ends["Yes"] * 2 > all, "{ends:?}");
}
