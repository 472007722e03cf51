//! One-way doors: for every kind of act it is decided how it can be undone, and each decision is played.

use crate::support::*;
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::planner::*;
use std::collections::BTreeSet;

const ZOE: &str = "zoe@elsewhere.example";

/// What is expected of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Back {
    /// There is nothing that anybody would want back.
    Nothing,
    /// So many acts bring everything back.
    Acts(usize),
    /// Nothing does.
    Never,
}
use Back::{Acts, Never, Nothing};

/// Ben at work on H, with groups, locations, items and somebody else who can be invited.
fn start() -> World {
    let commands = [
        add_person("Zoe", ZOE),
        add_item("H", "Hull-7", "Bow", "Hulls"),
        add_group("H", "Crew", &["Ben"]),
        ana().sets(MemberOption::PlatformLocations, true),
        ana().does(Act::SetLocations { locations: vec!["Europe".into()] }),
        ana().sets(MemberOption::MemberInvitations, true),
    ];
    played(&w1(), &commands)
}

fn shares(with: &str) -> Command {
    ana().does(Act::ShareItem { item: "Bow".into(), email: Email::new(with) })
}

fn zoe_invited() -> Command {
    ana().invites(ZOE, UserRight::External, &[taken(IFW)])
}

fn on_group(act: fn(GroupId, PersonId) -> Act, person: &str) -> Command {
    ana().does(act("Crew".into(), person.into()))
}

/// Every kind of act: what stands before it, the act, how it is undone.
fn cases() -> Vec<(Vec<Command>, Command, Back)> {
    let join = |group, person| Act::JoinGroup { group, person };
    let leave = |group, person| Act::LeaveGroup { group, person };
    let crew_gets = ana().does(Act::GrantGroupRole { group: "Crew".into(), role: CREATOR.into() });
    let cleo_in = ana().adds("Hull-7", person("Cleo"), whole(AccessRole::Author));
    let roles = vec![taken(IFW)];
    let door = Door::ControlCenter;
    let both = [MemberOption::MemberInvitations, MemberOption::PlatformLocations];
    let several = Act::Several {
        what: "turns two options off".into(),
        acts: both.map(|option| Act::SetOption { option, on: false }).to_vec(),
    };
    vec![
        (vec![], ana().sets(MemberOption::UngrantExpiredRoles, true), Acts(1)),
        (vec![], ana().does(Act::SetLocations { locations: vec!["Asia".into()] }), Acts(1)),
        (vec![], ana().does(Act::SetDefaultRoles { roles }), Acts(1)),
        (vec![], zoe_invited(), Acts(1)),
        (vec![ana().removes_access("Ben")], ana().invites(BEN_MAIL, UserRight::External, &[]), Acts(1)),
        (vec![zoe_invited()], ana().resends("Zoe"), Nothing),
        (vec![zoe_invited()], ana().cancels("Zoe"), Acts(1)),
        (vec![zoe_invited()], actor("Zoe", "H").accepts(), Nothing),
        (vec![], ben().at("G").switches(), Acts(1)),
        (vec![], ana().grants("Ben", CREATOR, GrantTerms::without_license()), Acts(1)),
        (vec![], ana().ungrants("Ben", XWA), Acts(1)),
        (vec![], ana().assigns("Ben", XWA), Acts(1)),
        (vec![], ana().takes_back("Cleo", CSV), Acts(1)),
        // Ben is put out where he works; that he goes back to work is his own matter.
        (vec![], gus().restricts("Ben", IFW), Acts(1)),
        (vec![], ana().removes_access("Cleo"), Acts(1)),
        (vec![ana().removes_access("Cleo")], ana().gives_back("Cleo"), Acts(1)),
        // Invited, accepted, and put into the group and the space again.
        (vec![], ana().removes("Ben"), Acts(4)),
        (vec![], ana().makes("Cleo", UserRight::Administrator), Acts(1)),
        (vec![], ana().puts_into("Cleo", "Engines"), Acts(1)),
        // The credentials went with the organization: into it, into the space and into Common Space again.
        (vec![cleo_in.clone()], ana().takes_out_of("Cleo", "Hulls"), Acts(3)),
        (vec![], ana().creates("Mould-3"), Never),
        (vec![], ana().sets_space(SpaceSetting::Reader, true), Acts(1)),
        (vec![], cleo_in.clone(), Acts(1)),
        (vec![], ana().changes(door, "Hull-7", person("Ben"), whole(AccessRole::Contributor)), Acts(1)),
        (vec![], ana().takes_out("Hull-7", person("Ben")), Acts(1)),
        (vec![], ana().adds("Dock", group("Crew"), whole(AccessRole::Author)), Acts(1)),
        (
            vec![ana().puts_into("Cleo", "Engines"), cleo_in.clone()],
            ana().takes_credential(door, "Hull-7", "Cleo", "Engines"),
            Acts(1),
        ),
        (vec![], ana().renames(door, "Dock", "Pier"), Acts(1)),
        (vec![], ana().moves("Bow", "Dock"), Acts(1)),
        (vec![], shares(ZOE), Acts(1)),
        (vec![], shares("cleo@aldermoor.example"), Never),
        (vec![], ana().does(Act::CreateGroup { group: "Yard".into(), name: "Yard".into() }), Never),
        (vec![], on_group(join, "Cleo"), Acts(1)),
        (vec![], on_group(leave, "Ben"), Acts(1)),
        (vec![], crew_gets.clone(), Acts(1)),
        (vec![crew_gets], ana().does(Act::UngrantGroupRole { group: "Crew".into(), role: CREATOR.into() }), Acts(1)),
        (vec![], ana().does(several), Acts(2)),
    ]
}

/// A place for every kind of act: a new one does not compile before it has one.
fn place(act: &Act) -> usize {
    match act {
        Act::SetOption { .. } => 0,
        Act::SetLocations { .. } => 1,
        Act::SetDefaultRoles { .. } => 2,
        Act::Invite { .. } => 3,
        Act::ResendInvitation { .. } => 4,
        Act::CancelInvitation { .. } => 5,
        Act::AcceptInvitation { .. } => 6,
        Act::SwitchPlatform => 7,
        Act::GrantRole { .. } => 8,
        Act::UngrantRole { .. } => 9,
        Act::SetAssignLicense { .. } => 10,
        Act::SetRestrictUsage { .. } => 11,
        Act::RemoveAccess { .. } => 12,
        Act::GiveAccessBack { .. } => 13,
        Act::RemoveMember { .. } => 14,
        Act::ChangeRight { .. } => 15,
        Act::JoinOrganization { .. } => 16,
        Act::LeaveOrganization { .. } => 17,
        Act::CreateSpace { .. } => 18,
        Act::SetSpaceSetting { .. } => 19,
        Act::AddSpaceMember { .. } => 20,
        Act::ChangeSpaceMember { .. } => 21,
        Act::RemoveSpaceMember { .. } => 22,
        Act::RemoveCredential { .. } => 23,
        Act::EditSpaceProperties { .. } => 24,
        Act::MoveItem { .. } => 25,
        Act::ShareItem { .. } => 26,
        Act::CreateGroup { .. } => 27,
        Act::JoinGroup { .. } => 28,
        Act::LeaveGroup { .. } => 29,
        Act::GrantGroupRole { .. } => 30,
        Act::UngrantGroupRole { .. } => 31,
        Act::Several { .. } => 32,
    }
}

fn is_same(one: &World, other: &World) -> bool {
    one.platforms().eq(other.platforms())
}

/// Does it still stay after this act? What is shared goes with the person alone.
fn is_there(world: &World, stays: Stays, act: &Command) -> bool {
    match stays {
        Stays::Space(at, space) => world.platform(at).unwrap().space(space).is_some(),
        Stays::Group(at, group) => world.platform(at).unwrap().groups.contains_key(&group),
        Stays::Shared(at, item, person) => {
            let is_out = matches!(act, Command::Do { act: Act::RemoveMember { person: out }, .. } if *out == person);
            is_out || world.platform(at).unwrap().shares.contains(&(item, person))
        }
        Stays::Locked(at, person, role, _) => world.platform(at).unwrap().seat(person, role).is_some(),
    }
}

/// Plays what was decided.
#[track_caller]
fn check_back(before: &World, act: &Command, others: &[Command]) -> Back {
    let (after, _) = decide::act(before, act).unwrap_or_else(|no| panic!("{act:?}: {no:?}"));
    match way_back(before, std::slice::from_ref(act)) {
        WayBack::Nothing => Nothing,
        WayBack::Opposites(back) => {
            assert!(is_same(before, &played(&after, &back)), "{act:?} and {back:?}");
            Acts(back.len())
        }
        WayBack::Search(goals) => {
            assert!(goals.iter().any(|goal| !goal.is_met(&after, before)), "{act:?}: {goals:?}");
            assert!(goals.iter().all(|goal| goal.is_met(before, before)), "{act:?}: {goals:?}");
            let found = plan(&after, before, &goals, &Constraints::default(), Limits::default());
            let Outcome::Plan(plan) = found else { panic!("{act:?}: {found:?}") };
            let back: Vec<Command> = plan.commands().cloned().collect();
            let end = played(&after, &back);
            assert!(goals.iter().all(|goal| goal.is_met(&end, before)), "{act:?}: {back:?}");
            Acts(back.len())
        }
        WayBack::Never(stays) => {
            assert!(!stays.is_empty());
            for other in others {
                let Ok((next, _)) = decide::act(&after, other) else { continue };
                assert!(stays.iter().all(|one| is_there(&next, *one, other)), "{stays:?} after {other:?}");
            }
            Never
        }
    }
}

#[test]
fn for_every_kind_of_act_it_is_decided_how_it_is_undone() {
    let all: Vec<Command> = cases().into_iter().map(|(_, act, _)| act).collect();
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for (given, act, expected) in cases() {
        let found = check_back(&played(&start(), &given), &act, &all);
        if found != expected {
            wrong.push(format!("{act:?}: {found:?} instead of {expected:?}"));
        }
        let Command::Do { act, .. } = &act else { panic!("people act") };
        seen.insert(place(act));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(seen, (0..33).collect(), "every kind of act is there");
}

// F46: under that reading a first use locks the license, so accepting is a door
#[test]
fn accepting_is_a_door_where_licenses_are_locked_from_first_use() {
    let invitation = ana().invites(BEN_MAIL, UserRight::External, &[taken(IFW), taken(CSV)]);
    let free = played(&b0(), std::slice::from_ref(&invitation));
    assert_eq!(check_back(&free, &ben().accepts(), &[]), Nothing);
    let locked = played(&b0(), &[reading(Reading::LicenseLock), invitation]);
    let others = [ana().takes_back("Ben", IFW), ana().ungrants("Ben", IFW), ana().removes("Ben")];
    assert_eq!(check_back(&locked, &ben().accepts(), &others), Never);
}

#[test]
fn acts_done_together_are_undone_together() {
    let before = start();
    let acts = [ana().moves("Bow", "Dock"), ana().renames(Door::ControlCenter, "Dock", "Pier")];
    let WayBack::Opposites(back) = way_back(&before, &acts) else { panic!("{:?}", way_back(&before, &acts)) };
    assert!(is_same(&before, &played(&played(&before, &acts), &back)));
    let made = [ana().creates("Mould-3"), ana().moves("Bow", "Mould-3")];
    assert!(matches!(way_back(&before, &made), WayBack::Never(stays) if stays.len() == 1));
    let there_and_back = [ana().moves("Bow", "Dock"), ana().moves("Bow", "Hull-7")];
    assert_eq!(way_back(&before, &there_and_back), WayBack::Nothing);
}
