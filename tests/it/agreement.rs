//! Six answers to one question: the decision, its checks, who can, what somebody can, the world forked for a preview,
//! and the world after the act. And the rolls, from which people are found without looking at everybody.

use crate::properties::{all_answers, all_questions, all_reads, any_world, some_commands, the_start};
use crate::reference::wide;
use crossinvite::access::{Explanation, Matter, Question, Standing, can_read, explain, is_signed_in, standing};
use crossinvite::access::{travelling, what_can, who_can};
use crossinvite::app::headless::desk_at;
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::session::Session;
use crossinvite::ui::UiCommand;
use crossinvite::view::PanelTab;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A platform, every role and every space of it: whatever can be asked there.
fn matters(world: &World, platform: &Platform) -> Vec<Matter> {
    let roles = world.roles().iter().map(|role| Matter::Role(role.id));
    let spaces = platform.spaces.keys().map(|space| Matter::Space(*space));
    std::iter::once(Matter::Platform).chain(roles).chain(spaces).collect()
}

/// The two lists of the window, *Who can* and what somebody reaches, name exactly those of whom the fact holds when
/// everybody is asked about everything, each once and as it stands; those who reach it stand first.
#[track_caller]
pub fn assert_lists(world: &World) {
    let people: Vec<PersonId> = world.people().map(|person| person.id).collect();
    let mut reached: BTreeMap<PersonId, BTreeSet<Question>> = BTreeMap::new();
    for platform in world.platforms() {
        for matter in matters(world, platform) {
            let listed = who_can(world, platform.id, matter);
            let context = || format!("{matter:?} on {}: {listed:#?}", platform.id);
            assert!(listed.is_sorted_by_key(|(_, stands)| !stands.holds), "{}", context());
            let named: BTreeMap<PersonId, &Standing> = listed.iter().map(|(who, stands)| (*who, stands)).collect();
            assert_eq!(named.len(), listed.len(), "nobody twice: {}", context());
            for person in &people {
                let question = matter.asked_of(*person, platform.id);
                let stands = standing(world, question);
                match named.get(person) {
                    Some(listed) => assert_eq!(**listed, stands, "{}", context()),
                    None => assert!(!stands.holds, "{person} is left out: {}", context()),
                }
                if stands.holds {
                    reached.entry(*person).or_default().insert(question);
                }
            }
        }
    }
    for person in people {
        let listed = what_can(world, person);
        let asked: BTreeSet<Question> = listed.iter().map(|(question, _)| *question).collect();
        assert_eq!(asked.len(), listed.len(), "nothing twice: {listed:#?}");
        let holding = listed.iter().filter(|(_, stands)| stands.holds).map(|(question, _)| *question);
        assert_eq!(holding.collect::<BTreeSet<_>>(), reached.remove(&person).unwrap_or_default(), "{person}");
        for (question, stands) in listed {
            assert_eq!(stands, standing(world, question), "{question:?}");
        }
    }
}

/// The world forked for a preview of the act is the world after it, and deciding leaves the first as it was.
#[track_caller]
pub fn assert_forked(world: &World, command: &Command, after: &World) {
    let mut fork = world.clone();
    let events = decide::decide(&fork, command).expect("what is accepted is accepted again");
    assert_eq!(&fork, world, "deciding changes nothing: {command:?}");
    apply_all(&mut fork, &events);
    assert_eq!(&fork, after, "{command:?}");
}

/// The decision is its checks, the standing says the same, and both lists hold exactly what the decision says.
fn assert_agrees(world: &World) -> Result<(), TestCaseError> {
    for (question, answer) in &all_answers(world) {
        let (person, platform) = (question.person(), question.platform());
        prop_assert_eq!(answer.holds(), answer.checks.iter().all(|check| check.holds));
        prop_assert_eq!(answer.holds(), answer.codes().is_empty());
        let member = world.member(person, platform);
        let is_active = member.is_some_and(|member| member.membership == Membership::Active);
        let stands = standing(world, *question);
        match question {
            Question::CanConnect { .. } => {
                prop_assert_eq!(is_signed_in(world, person, platform), answer.holds() && is_active);
                let is_pending = member.is_some_and(|member| member.membership == Membership::Pending);
                prop_assert_eq!(stands.holds, answer.holds() && !is_pending);
            }
            Question::RoleUsable { .. } | Question::SpaceAccess { .. } => {
                prop_assert_eq!(stands.holds, answer.holds());
            }
        }
    }
    assert_lists(world);
    assert_items(world)
}

/// Whoever may read an item has a space that opens it, or it was shared with them.
fn assert_items(world: &World) -> Result<(), TestCaseError> {
    for platform in world.platforms() {
        for (space, item) in platform.spaces.values().flat_map(|space| space.items.keys().map(|item| (space.id, *item)))
        {
            for person in world.people().map(|person| person.id) {
                if !can_read(world, person, platform.id, item) {
                    continue;
                }
                let opens = explain(world, Question::SpaceAccess { person, platform: platform.id, space }).holds();
                prop_assert!(opens || platform.shares.contains(&(item, person)), "{:?} reads {:?}", person, item);
            }
        }
    }
    Ok(())
}

/// The grants that keep the grant-without-license option in use (E8), found by looking at everybody.
fn blockers(world: &World, platform: &Platform) -> Vec<Blocker> {
    let of = |wanted: BlockerReason| {
        platform.members.iter().flat_map(move |(person, member)| {
            let granted = world.roles().iter().filter(|role| platform.is_granted(*person, role.id));
            let blocking = granted.filter(move |role| match member.seats.get(&role.id) {
                None => wanted == BlockerReason::NoLicenseAssigned,
                Some(seat) => wanted == BlockerReason::UsageNotRestricted && role.kind.is_linked() && !seat.restricted,
            });
            blocking.map(move |role| Blocker { reason: wanted, person: *person, role: role.id })
        })
    };
    of(BlockerReason::NoLicenseAssigned).chain(of(BlockerReason::UsageNotRestricted)).collect()
}

/// The rolls say what looking at everybody says.
fn assert_rolls(world: &World) -> Result<(), TestCaseError> {
    for platform in world.platforms() {
        let roll = world.roll(platform.id);
        let among = |fits: &dyn Fn(PersonId, &Member) -> bool| -> Vec<PersonId> {
            let members = world.people().filter_map(|person| Some((person.id, platform.member(person.id)?)));
            members.filter(|(person, member)| fits(*person, member)).map(|(person, _)| person).collect()
        };
        let listed = |crowd: &Crowd| crowd.iter().collect::<Vec<_>>();
        let connected = |person: PersonId| world.person(person).and_then(|person| person.connected);
        let home = |person: PersonId| world.home(person);
        let is_abroad = |person: PersonId| {
            world.platforms().any(|other| home(person) != Some(other.id) && other.member(person).is_some())
        };
        prop_assert_eq!(listed(&roll.members), among(&|_, _| true));
        prop_assert_eq!(listed(&roll.administrators), among(&|_, member| member.is_active_administrator()));
        prop_assert_eq!(listed(&roll.pending), among(&|_, member| member.membership == Membership::Pending));
        prop_assert_eq!(listed(&roll.removed), among(&|_, member| member.membership == Membership::NoAccess));
        let outside = |person: PersonId, member: &Member| {
            connected(person).is_none() && member.membership != Membership::NoAccess
        };
        prop_assert_eq!(listed(&roll.outside), among(&outside));
        prop_assert_eq!(listed(&roll.guests), among(&|person, _| home(person) != Some(platform.id)));
        prop_assert_eq!(listed(&roll.outsiders), among(&|person, _| world.is_outsider(person, platform.id)));
        prop_assert_eq!(listed(&roll.sent), among(&|person, _| home(person) == Some(platform.id) && is_abroad(person)));
        let here: Vec<PersonId> =
            world.people().map(|person| person.id).filter(|person| connected(*person) == Some(platform.id)).collect();
        prop_assert_eq!(listed(&roll.here), here);
        prop_assert_eq!(roll.blockers.iter().collect::<Vec<_>>(), blockers(world, platform));
        for role in world.roles().iter() {
            let is_bound = |_: PersonId, member: &Member| {
                let stays = |seat: &Seat| seat.restricted || member.membership == Membership::NoAccess;
                member.seats.get(&role.id).is_some_and(stays)
            };
            let bound = roll.bound.get(&role.id).map(listed).unwrap_or_default();
            prop_assert_eq!(bound, among(&is_bound));
            let assigned = platform.pools.get(&role.id).map_or(0, |pool| pool.assigned) as usize;
            prop_assert_eq!(assigned, among(&|_, member| member.seats.contains_key(&role.id)).len());
            prop_assert_eq!(travelling(world, platform, role.id) as usize, free(world, platform, role).len());
        }
        for person in world.people().map(|person| person.id) {
            let groups = platform.groups.values().filter(|group| group.members.contains(&person));
            let groups: Vec<GroupId> = groups.map(|group| group.id).collect();
            let of: Vec<GroupId> = platform.groups_of(person).map(|group| group.id).collect();
            prop_assert_eq!(groups, of);
        }
    }
    Ok(())
}

/// Whose license of this role may serve elsewhere, license by license (E3, R99, F13).
fn free(world: &World, home: &Platform, role: &Role) -> Vec<PersonId> {
    let option = world.reads(Reading::HomeOptionNotAsked) || home.grants_without_license();
    let may = |member: &Member| {
        let Some(seat) = member.seats.get(&role.id) else { return false };
        let stays = seat.restricted || member.membership == Membership::NoAccess;
        option && !home.is_expired(role.id, world.today()) && !(role.kind.is_linked() && stays)
    };
    home.members.iter().filter(|(_, member)| may(member)).map(|(person, _)| *person).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Decision, checks, standing, who-can and what-can say the same in any world.
    #[test]
    fn all_answers_to_a_question_agree(world in any_world()) {
        assert_agrees(&world)?;
    }

    /// The same where groups grant roles and open spaces, and items are shared.
    #[test]
    fn who_can_and_what_can_name_everybody_and_everything(world in wide::world()) {
        assert_lists(&world);
        assert_items(&world)?;
    }

    /// Whoever is found by a roll is found by looking at everybody, and the other way round.
    #[test]
    fn the_rolls_are_in_step_with_the_world(commands in some_commands()) {
        let mut world = the_start();
        assert_rolls(&world)?;
        for command in &commands {
            if let Ok((after, _)) = decide::act(&world, command) {
                assert_rolls(&after)?;
                world = after;
            }
        }
    }

    /// The world forked for a preview answers as the world after the act, and so does the history.
    #[test]
    fn a_forked_world_answers_as_the_world_after_the_act(commands in some_commands()) {
        let mut session = Session::new(the_start());
        for command in commands {
            let mut fork = session.world().clone();
            let before = all_answers(&fork);
            let Ok(events) = decide::decide(&fork, &command) else { continue };
            prop_assert_eq!(&all_answers(&fork), &before, "deciding changes nothing");
            apply_all(&mut fork, &events);
            let (after, _) = decide::act(session.world(), &command).unwrap();
            session.submit(command).unwrap();
            prop_assert_eq!(&all_answers(&fork), &all_answers(&after));
            prop_assert_eq!(&all_answers(&fork), &all_answers(session.world()));
            prop_assert_eq!(&fork, session.world());
            prop_assert_eq!(all_reads(&fork), all_reads(session.world()));
            assert_rolls(&fork)?;
        }
    }

    /// Questions asked in any order, and again, get the same answers with the same reasons.
    #[test]
    fn the_order_of_asking_decides_nothing(world in any_world(), step in 1_usize..7) {
        let questions = all_questions(&world);
        let first: Vec<Explanation> = questions.iter().map(|question| explain(&world, *question)).collect();
        let count = questions.len();
        let strides = (0..count).map(|at| at * (step * 2 + 1) % count);
        for at in strides.chain((0..count).rev()) {
            prop_assert_eq!(&explain(&world, questions[at]), &first[at]);
        }
    }
}

/// Every control in a piece of what the window shows: what it submits, and whether it is greyed.
pub fn controls(shown: &serde_json::Value, found: &mut Vec<(Command, bool)>) {
    match shown {
        serde_json::Value::Object(fields) => {
            if let (Some(command), Some(refusal)) = (fields.get("command"), fields.get("refusal"))
                && let Ok(command) = serde_json::from_value(command.clone())
            {
                found.push((command, !refusal.is_null()));
            }
            fields.values().for_each(|value| controls(value, found));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| controls(value, found)),
        _ => {}
    }
}

/// R4: every control of every tab answers as the act itself does, for everybody who can be looked through, at every
/// moment of every lesson.
#[test]
fn a_desk_shows_what_the_engine_answers() {
    let (mut seen, mut refused) = (0, 0);
    for id in ["own-license", "consultant", "cross-collaboration", "member-options", "space-members"] {
        let opened = crossinvite::app::files::open_built_in(id).unwrap();
        let steps = opened.rehearsal.solution().count();
        for step in 0..=steps {
            let mut desk = desk_at(crossinvite::app::files::open_built_in(id).unwrap(), Some(step)).unwrap();
            let platforms: Vec<PlatformId> = desk.lens().world.platforms().map(|platform| platform.id).collect();
            for tab in [PanelTab::Members, PanelTab::Spaces, PanelTab::Groups, PanelTab::Mail, PanelTab::View] {
                for platform in &platforms {
                    desk.run(UiCommand::SetTab { platform: *platform, tab });
                }
                let model = desk.model(&crossinvite::app::model::DeskFacts::default());
                let mut found = Vec::new();
                controls(&serde_json::to_value(&model.platforms).unwrap(), &mut found);
                controls(&serde_json::to_value(&model.guide).unwrap(), &mut found);
                controls(&serde_json::to_value(&model.inquiry).unwrap(), &mut found);
                for (command, is_greyed) in found {
                    let answer = decide::decide(desk.lens().world, &command);
                    assert_eq!(answer.is_err(), is_greyed, "{id} after {step}: {command:?}: {answer:?}");
                    seen += 1;
                    refused += usize::from(is_greyed);
                }
            }
        }
    }
    assert!(seen > 1_000 && refused > 100, "{seen} controls, {refused} of them greyed");
}

/// What is written alphabetically stays so, however long the words are and where they first differ.
#[test]
fn ids_are_in_the_order_of_their_letters() {
    let words =
        ["", "a", "a\u{1}", "ab", "b", "person-1", "person-10", "person-2", "sixteen-letters-", "sixteen-letters-a"];
    let longer = ["sixteen-letters-ab", "sixteen-letters-b", "é", "\u{10ffff}"];
    let all: Vec<&str> = words.into_iter().chain(longer).collect();
    for one in &all {
        for other in &all {
            assert_eq!(PersonId::new(one).cmp(&PersonId::new(other)), one.cmp(other), "{one} and {other}");
            assert_eq!(PersonId::new(one) == PersonId::new(other), one == other);
        }
    }
}
