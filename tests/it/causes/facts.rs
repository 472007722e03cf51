//! Single facts: each turns alone and turns back, is the obstacle it should be, and names the act that turns it.

use crate::support::*;
use crossinvite::access::{Atom, Question};
use crossinvite::domain::*;

fn at(platform: &str) -> PlatformId {
    platform.into()
}

fn active(platform: &str) -> Atom {
    Atom::Active { person: "Ben".into(), platform: at(platform) }
}

fn member(platform: &str) -> Atom {
    Atom::Member { person: "Ben".into(), platform: at(platform) }
}

fn grant(platform: &str, role: &str) -> Atom {
    Atom::Grant { person: "Ben".into(), platform: at(platform), role: role.into() }
}

fn license(platform: &str, role: &str) -> Atom {
    Atom::License { person: "Ben".into(), platform: at(platform), role: role.into() }
}

fn unrestricted(platform: &str, role: &str) -> Atom {
    Atom::Unrestricted { person: "Ben".into(), platform: at(platform), role: role.into() }
}

fn valid(platform: &str, role: &str) -> Atom {
    Atom::Valid { platform: at(platform), role: role.into() }
}

fn entry() -> Atom {
    Atom::Entry { person: "Ben".into(), platform: at("H"), space: "Hull-7".into() }
}

fn in_crew() -> Atom {
    Atom::InGroup { person: "Ben".into(), platform: at("H"), group: "Crew".into() }
}

fn crew_has_csv() -> Atom {
    Atom::GroupGrant { platform: at("H"), group: "Crew".into(), role: CSV.into() }
}

fn crew_in_space() -> Atom {
    Atom::GroupAccess { platform: at("H"), group: "Crew".into(), space: "Hull-7".into() }
}

/// W1 with a group that has Ben, a role and access to the space: every fact there is holds on H or on G.
fn world() -> World {
    let group_role = ana().does(Act::GrantGroupRole { group: "Crew".into(), role: CSV.into() });
    let access = put_into_space("H", "Hull-7", group("Crew"), whole(AccessRole::Reader));
    played(&w1(), &[add_group("H", "Crew", &["Ben"]), group_role, access])
}

/// Facts of every kind that hold in [`world`], on both sides where both have them.
fn facts() -> Vec<Atom> {
    let options = ["H", "G"].map(|platform| Atom::Option { platform: at(platform) });
    let licenses = ["H", "G"].map(|platform| valid(platform, IFW));
    let of_ben = [active("H"), member("G"), grant("H", XWA), license("G", IFW), unrestricted("G", IFW), entry()];
    let of_group = [in_crew(), crew_has_csv(), crew_in_space()];
    options.into_iter().chain(licenses).chain(of_ben).chain(of_group).collect()
}

// What decides a question is found by turning facts: a fact that does not turn, or turns another, would go unnoticed
#[test]
fn each_fact_turns_alone_and_turns_back() {
    for day in [0, 5] {
        let mut world = world();
        if day > 0 {
            play(&mut world, &clock(day));
        }
        for turned in facts() {
            let mut fork = world.clone();
            assert!(turned.holds(&world), "{turned:?}");
            turned.flip(&mut fork);
            for atom in facts() {
                // Without a license there is none whose use could be free
                let along = turned == license("G", IFW) && atom == unrestricted("G", IFW);
                assert_eq!(atom.holds(&fork), atom != turned && !along, "{atom:?} after {turned:?} on day {day}");
            }
            assert!(day == 0 || fork.today() == world.today(), "{turned:?} needs no other day");
            let today = fork.today();
            turned.flip(&mut fork);
            assert!(turned.holds(&fork), "{turned:?} on day {day}");
            assert_eq!(fork.today(), today, "{turned:?}");
        }
    }
}

// R8, R9, R13, F13, F61, R85, R91, R113: the same fact is another obstacle at the host than at a home
#[test]
fn a_fact_that_is_missing_is_the_obstacle_of_its_side() {
    let question = role("Ben", "H", IFW);
    let code = |world: &World, atom: Atom| atom.check(world, question).map(|check| check.code);
    let world = world();
    let expected = [
        (Atom::Option { platform: at("H") }, Code::HostOptionOff),
        (Atom::Option { platform: at("G") }, Code::HomeOptionOff),
        (license("H", IFW), Code::NoLicenseAnywhere),
        (license("G", IFW), Code::HomeNoLicense),
        (valid("H", IFW), Code::Expired),
        (valid("G", IFW), Code::HomeLicenseExpired),
        (unrestricted("G", IFW), Code::HomeLicenseRestricted),
        (grant("H", IFW), Code::RoleNotGranted),
    ];
    for (atom, obstacle) in expected {
        assert_eq!(code(&world, atom), Some(obstacle), "{atom:?}");
        assert_eq!(atom.rules(&world, question), obstacle.rules(), "{atom:?}");
    }
    let removed = played(&world, &[ana().removes_access("Ben"), gus().removes_access("Ben")]);
    assert_eq!(code(&removed, active("H")), Some(Code::AccessRemoved));
    assert_eq!(code(&removed, member("G")), Some(Code::HomeAccessRemoved));
    assert_eq!(code(&invited(), active("H")), Some(Code::Pending));
    assert_eq!(code(&su(), active("H")), Some(Code::NotInvited));
    assert_eq!(code(&w1(), entry()), Some(Code::NoValidCredential));
    assert_eq!(code(&su(), entry()), Some(Code::NoMembership));
    for (atom, rules) in
        [(in_crew(), ["F28", "F29"]), (crew_has_csv(), ["F28", "F29"]), (crew_in_space(), ["R155", "R157"])]
    {
        assert_eq!(code(&world, atom), None, "{atom:?} is read off what the group gives");
        assert_eq!(atom.rules(&world, question), rules);
    }
}

/// The acts that turn these facts, as they stand in this world.
#[track_caller]
fn check_acts(world: &World, question: Question, expected: &[(Atom, Command)]) {
    for (atom, act) in expected {
        assert_eq!(atom.act(world, question).as_ref(), Some(act), "{atom:?}");
    }
}

#[test]
fn a_fact_that_holds_names_the_act_that_takes_it_away() {
    let leaves = |group: &str| Act::LeaveGroup { group: group.into(), person: "Ben".into() };
    let ungrants = |group: &str| Act::UngrantGroupRole { group: group.into(), role: CSV.into() };
    let expected = [
        (Atom::Option { platform: at("H") }, ana().sets(MemberOption::GrantWithoutLicense, false)),
        (active("H"), ana().removes_access("Ben")),
        (member("G"), gus().removes_access("Ben")),
        (grant("H", XWA), ana().ungrants("Ben", XWA)),
        (license("G", IFW), gus().takes_back("Ben", IFW)),
        (unrestricted("G", IFW), gus().restricts("Ben", IFW)),
        (entry(), ana().takes_out("Hull-7", person("Ben"))),
        (in_crew(), ana().does(leaves("Crew"))),
        (crew_has_csv(), ana().does(ungrants("Crew"))),
        (crew_in_space(), ana().takes_out("Hull-7", group("Crew"))),
        // Nobody takes time away; the clock does
        (valid("H", IFW), clock(366)),
    ];
    check_acts(&world(), role("Ben", "H", IFW), &expected);
    check_acts(&invited(), role("Ben", "H", IFW), &[(member("H"), ana().cancels("Ben"))]);
}

// R155, F28, F29: what a group gives comes about by the acts on the group
#[test]
fn a_missing_fact_about_a_group_names_the_act_on_the_group() {
    let world = played(&w1(), &[add_group("H", "Crew", &[])]);
    let joins = Act::JoinGroup { group: "Crew".into(), person: "Ben".into() };
    let gets = Act::GrantGroupRole { group: "Crew".into(), role: CSV.into() };
    let expected = [
        (in_crew(), ana().does(joins)),
        (crew_has_csv(), ana().does(gets)),
        (crew_in_space(), ana().adds("Hull-7", group("Crew"), whole(AccessRole::Author))),
    ];
    check_acts(&world, space("Ben", "H", "Hull-7"), &expected);
}
