//! Several people, groups and sharing: small worlds where a bound that asks for one act too many would hide the way.

use super::check_plan;
use crate::support::*;
use crossinvite::content::Goal;
use crossinvite::domain::*;
use crossinvite::planner::*;

/// Ana of H reads X in the space Hall; four people of no company yet.
fn hall(right: UserRight) -> World {
    let active = Membership::Active;
    let whole = GrantedAccess { role: AccessRole::Author, restricted: false };
    let mut commands = vec![
        add_platform("H", "Aldermoor"),
        pool("H", IFW, 9, 40),
        pool("H", CSV, 9, 40),
        pool("H", XWA, 1, 40),
        stage_option("H", MemberOption::GrantWithoutLicense, true),
        stage_option("H", MemberOption::MemberInvitations, true),
        add_person("Ana", "ana@aldermoor.example"),
        add_member("H", "Ana", active, right, &["Aldermoor"], &[licensed(IFW), licensed(CSV)]),
        connect("Ana", "H"),
        add_space("H", "Hall"),
        put_into_space("H", "Hall", person("Ana"), whole),
        add_item("H", "Hall", "X", "Aldermoor"),
    ];
    for guest in ["Ben", "Cy", "Kim", "Zoe"] {
        commands.push(add_person(guest, &format!("{}@elsewhere.example", guest.to_lowercase())));
    }
    played(&World::new(catalog()), &commands)
}

fn reads(person: &str) -> Goal {
    Goal::CanRead { person: person.into(), platform: "H".into(), item: "X".into() }
}

fn connects(person: &str) -> Goal {
    Goal::Connects { person: person.into(), platform: "H".into() }
}

// R102, R105: whoever comes by sharing gets the platform role without any default role
#[test]
fn sharing_and_accepting_is_enough_with_an_administrator_and_without() {
    for right in [UserRight::Administrator, UserRight::Member] {
        let world = hall(right);
        assert_eq!(check_plan(&world, &world, &[reads("Ben")], &Constraints::default()), 2, "{right:?}");
    }
}

// F10: one invitation has up to ten addresses
#[test]
fn one_invitation_brings_everybody_and_any_two() {
    let world = hall(UserRight::Administrator);
    let four = ["Ben", "Cy", "Kim", "Zoe"].map(connects);
    assert_eq!(check_plan(&world, &world, &four, &Constraints::default()), 5, "one invitation, four accept");
    let invited = played(&world, &[ana().invites("cy@elsewhere.example", UserRight::External, &[taken(IFW)])]);
    let three = ["Ben", "Cy", "Zoe"].map(connects);
    assert_eq!(check_plan(&invited, &invited, &three, &Constraints::default()), 4, "Ben and Zoe come together");
}

// R122, R123: leaving a group shuts the space and gives the license back
#[test]
fn one_act_may_shut_a_space_and_give_a_license_back() {
    let active = Membership::Active;
    let whole = GrantedAccess { role: AccessRole::Author, restricted: false };
    let world = played(
        &hall(UserRight::Administrator),
        &[
            add_member("H", "Ben", active, UserRight::Member, &["Aldermoor"], &[licensed(IFW), licensed(CSV)]),
            add_group("H", "Crew", &["Ben"]),
            put_into_space("H", "Hall", group("Crew"), whole),
            add_space("H", "Loft"),
            put_into_space("H", "Loft", person("Ben"), whole),
            ana().does(Act::GrantGroupRole { group: "Crew".into(), role: XWA.into() }),
            ana().assigns("Ben", XWA),
        ],
    );
    let (ben, platform): (PersonId, PlatformId) = ("Ben".into(), "H".into());
    let assigned = world.platform(platform).unwrap().pools.get(&RoleId::new(XWA)).unwrap().assigned;
    let mut goals = vec![
        Goal::SpaceAccess { person: ben, platform, space: "Loft".into(), label: None },
        Goal::Not(Box::new(reads("Ben"))),
    ];
    goals.push(Goal::Pool { platform, role: XWA.into(), assigned: 0 });
    assert_eq!((assigned, check_plan(&world, &world, &goals, &Constraints::default())), (1, 1));
}

// R17: whoever is to be invited anew goes first, unasked
#[test]
fn a_member_who_is_to_be_pending_is_taken_out_beside_what_else_is_wanted() {
    let active = Membership::Active;
    let ben = add_member("H", "Ben", active, UserRight::Member, &["Aldermoor"], &[licensed(IFW)]);
    let world = played(&hall(UserRight::Administrator), &[ben]);
    let pending = Goal::IsMember { person: "Ben".into(), platform: "H".into(), state: Membership::Pending };
    let goals = [pending, connects("Kim"), connects("Zoe")];
    assert_eq!(check_plan(&world, &world, &goals, &Constraints::default()), 4, "out, one invitation, two accept");
}
