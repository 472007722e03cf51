//! Who comes from where, and in which order people stand.

use crate::support::*;
use crossinvite::access::{self, Matter, Question};
use crossinvite::domain::*;
use std::collections::BTreeSet;

/// Two platforms and Ben, who has no license and no organization anywhere.
fn nobody_anywhere() -> World {
    let commands = [
        add_platform("H", "Aldermoor"),
        add_platform("G", "Brightwell"),
        pool("H", IFW, 5, 30),
        pool("G", IFW, 5, 30),
        stage_option("H", MemberOption::GrantWithoutLicense, true),
        stage_option("G", MemberOption::GrantWithoutLicense, true),
        add_person("Ben", BEN_MAIL),
    ];
    played(&World::new(catalog()), &commands)
}

/// Where Ben comes from when this is his standing on H and on G: his right, his organizations, his roles.
fn home(standing: [(UserRight, &[&str], &[MemberRole]); 2]) -> Option<PlatformId> {
    let [host, other] = ["H", "G"]
        .into_iter()
        .zip(standing)
        .map(|(platform, (right, organizations, roles))| {
            add_member(platform, "Ben", Membership::Active, right, organizations, roles)
        })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    played(&nobody_anywhere(), &[host, other]).home("Ben".into())
}

#[test]
fn people_come_from_the_platform_that_employs_them() {
    use UserRight::{External, Member};
    let (none, license): (&[MemberRole], &[MemberRole]) = (&[], &[licensed(IFW)]);
    let g = Some(PlatformId::new("G"));
    let h = Some(PlatformId::new("H"));
    assert_eq!(home([(Member, &[], license), (Member, &["Brightwell"], none)]), g, "whoever employs them comes first");
    assert_eq!(home([(External, &["Aldermoor"], none), (Member, &["Brightwell"], none)]), g, "a guest is not employed");
    assert_eq!(home([(Member, &[], none), (External, &[], license)]), g, "then a license of theirs");
    assert_eq!(home([(External, &[], license), (External, &[], license)]), h, "of two licenses the first");
    assert_eq!(home([(External, &[], none), (Member, &[], none)]), g, "then where they are no guest");
    assert_eq!(home([(External, &[], none), (External, &[], none)]), h, "then the first they are on");
    assert_eq!(nobody_anywhere().home("Ben".into()), None, "whoever is nowhere comes from nowhere");
}

// R33, R75
#[test]
fn a_guest_is_from_outside_under_any_right() {
    use UserRight::{External, Member};
    let (none, license): (&[MemberRole], &[MemberRole]) = (&[], &[licensed(IFW)]);
    let is_outsider = |right: UserRight| {
        let active = Membership::Active;
        let there = [
            add_member("H", "Ben", active, right, &[], none),
            add_member("G", "Ben", active, Member, &["Brightwell"], license),
        ];
        let world = played(&nobody_anywhere(), &there);
        let of = |platform: &str| world.is_outsider("Ben".into(), platform.into());
        for platform in ["H", "G"] {
            assert_eq!(world.outsiders(platform.into()).contains(&"Ben".into()), of(platform), "{platform}");
        }
        ["H", "G"].map(of)
    };
    assert_eq!(is_outsider(External), [true, false]);
    assert_eq!(is_outsider(Member), [true, false]);
    assert!(!nobody_anywhere().is_outsider("Ben".into(), "H".into()), "whoever is not there is no outsider there");
}

/// Whom the act bears on, in the world in which all is set up.
fn touched_by(commands: &[Command]) -> Vec<&'static str> {
    let before = w1();
    let touched = access::touched(&before, &played(&before, commands));
    touched.into_iter().map(PersonId::as_str).collect()
}

#[test]
fn an_act_bears_on_those_it_touches_and_on_nobody_else() {
    let everybody: Vec<&str> =
        w1().people().map(|person| person.id.as_str()).collect::<BTreeSet<_>>().into_iter().collect();
    assert!(everybody.len() > 2);
    assert_eq!(touched_by(&[]), [""; 0]);
    assert_eq!(touched_by(&[gus().restricts("Ben", IFW)]), ["Ben"]);
    assert_eq!(touched_by(&[gus().sets(MemberOption::MemberInvitations, true)]), [""; 0], "it opens nothing by itself");
    assert_eq!(touched_by(&[ana().takes_out("Hull-7", person("Ben"))]), ["Ben"]);
    let crew = add_group("H", "Crew", &["Ben", "Cleo"]);
    let role = ana().does(Act::GrantGroupRole { group: "Crew".into(), role: CREATOR.into() });
    assert_eq!(touched_by(&[crew.clone(), role.clone()]), ["Ben", "Cleo"]);
    let opens = ana().adds("Dock", group("Crew"), whole(AccessRole::Author));
    let between = |first: &[Command], then: &[Command]| {
        let before = played(&w1(), first);
        access::touched(&before, &played(&before, then)).into_iter().map(PersonId::as_str).collect::<Vec<_>>()
    };
    assert_eq!(
        between(std::slice::from_ref(&crew), &[role]),
        ["Ben", "Cleo"],
        "a role of a group bears on its members"
    );
    assert_eq!(
        between(std::slice::from_ref(&crew), &[opens]),
        ["Ben", "Cleo"],
        "so does a space that opens to the group"
    );
    let joins = ana().does(Act::JoinGroup { group: "Crew".into(), person: "Ana".into() });
    assert_eq!(between(&[crew], &[joins]), ["Ana"], "who joins bears on nobody else");
    assert_eq!(touched_by(&[reading(Reading::HomeOptionNotAsked)]), everybody, "a reading bears on all");
    assert_eq!(touched_by(&[add_platform("N", "Newcomer")]), everybody, "so does a new platform");
}

// R113, F13, R84: the rolls follow every act, and forget who is gone
#[test]
fn the_roll_of_a_platform_says_who_is_what_there() {
    let names = |crowd: &Crowd| crowd.iter().map(PersonId::as_str).collect::<Vec<_>>();
    let world = w1();
    let roll = world.roll("H".into());
    assert_eq!(names(&roll.members), ["Ana", "Cleo", "Ben"]);
    assert_eq!((roll.members.len(), roll.members.is_empty()), (3, false));
    assert!(roll.pending.is_empty() && roll.removed.is_empty());
    assert_eq!(names(&roll.administrators), ["Ana"]);
    assert_eq!(names(&roll.guests), ["Ben"]);
    assert_eq!(names(&world.roll("G".into()).sent), ["Ben"]);
    let place = |id: &str| world.person(id.into()).unwrap().place;
    let before: Vec<usize> = ["Ana", "Cleo", "Ben"].map(|id| roll.members.before(place(id))).into();
    assert_eq!(before, [0, 1, 2], "Gus stands before Ben among all, and is not on this platform");
    assert_eq!(names(&invited().roll("H".into()).pending), ["Ben"]);
    let removed = played(&world, &[ana().removes_access("Ben")]);
    assert_eq!(names(&removed.roll("H".into()).removed), ["Ben"]);
    let gone = played(&removed, &[ana().removes("Ben")]);
    assert_eq!(names(&gone.roll("H".into()).members), ["Ana", "Cleo"]);
    assert!(gone.roll("H".into()).guests.is_empty() && gone.roll("G".into()).sent.is_empty());
}

// R9, R13, R91, F61: what may serve elsewhere, counted without looking at everybody
#[test]
fn licenses_travel_as_far_as_their_home_goes() {
    let travels =
        |world: &World, role: &str| access::travelling(world, world.platform("G".into()).unwrap(), role.into());
    assert_eq!(travels(&b0(), IFW), 0, "the home allows no role without license");
    assert_eq!(travels(&w1(), IFW), 1, "of two the one that is not restricted");
    assert_eq!(travels(&w1(), CREATOR), 0, "restricted");
    assert_eq!(travels(&w1(), XWA), 1, "not linked");
    let removed = played(&w1(), &[gus().removes_access("Ben")]);
    assert_eq!(travels(&removed, IFW), 0, "a linked license stays where access was removed");
    assert_eq!(travels(&removed, XWA), 1, "one that is not linked does not");
    assert_eq!(travels(&played(&w1(), &[clock(366)]), IFW), 0, "expired");
}

// R155, R156: whoever is listed, even without a credential, and whoever comes in through a group
#[test]
fn a_space_concerns_who_is_listed_or_comes_through_a_group() {
    let concerns = |world: &World, space: &str, person: &str| {
        let platform = world.platform("H".into()).unwrap();
        access::rules::space::concerns(platform, platform.space(space.into()).unwrap(), person.into())
    };
    let world = w1();
    assert!(concerns(&world, "Hull-7", "Ben"));
    assert!(!concerns(&world, "Dock", "Ben") && !concerns(&world, "Hull-7", "Cleo"));
    let adds = ana().adds("Hull-7", person("Cleo"), whole(AccessRole::Author));
    let emptied = played(&world, &[adds, ana().takes_out_of("Cleo", "Hulls")]);
    assert_eq!(credentials(&emptied, "H", "Hull-7", "Cleo"), Some(vec![]));
    assert!(concerns(&emptied, "Hull-7", "Cleo"), "no credential is left, the place in the list is");
    let opens = put_into_space("H", "Dock", group("Crew"), whole(AccessRole::Reader));
    let group = played(&world, &[add_group("H", "Crew", &["Ben"]), opens]);
    assert!(concerns(&group, "Dock", "Ben") && !concerns(&group, "Dock", "Cleo"));
}

// R17, R73: an address identifies a person by its letters, whatever its capitals and blanks
#[test]
fn an_address_is_known_by_its_letters() {
    let address = Email::new(" Ben@Brightwell.example ");
    assert_eq!(address, Email::new(BEN_MAIL));
    assert_eq!((format!("{address}"), format!("{address:?}")), (BEN_MAIL.to_owned(), BEN_MAIL.to_owned()));
    assert!(Email::new("  ").is_empty() && !address.is_empty());
    assert!(address.is_address());
    let longest = format!("{}@b.example", "x".repeat(Email::LONGEST - "@b.example".len()));
    assert!(Email::new(&longest).is_address());
    let odd =
        ["", "ben", "@b.example", "ben@", "ben@b@c.example", "be n@b.example", "b,c@b.example", "b\u{200b}@b.example"];
    for address in odd.into_iter().map(str::to_owned).chain([format!("x{longest}"), "b\u{7}@b.example".to_owned()]) {
        assert!(!Email::new(&address).is_address(), "{address}");
    }
}

// What is to be seen of a role, and what two platforms differ in
#[test]
fn a_role_concerns_who_has_it_with_a_license_or_without() {
    let names = |matter| {
        let all = access::who_can(&w1(), "H".into(), matter).into_iter();
        all.map(|(person, standing)| (person.as_str(), standing.holds)).collect::<Vec<_>>()
    };
    assert_eq!(names(Matter::Role(XWA.into())), [("Ana", true), ("Ben", true)]);
    assert_eq!(names(Matter::Platform), [("Ana", true), ("Cleo", true), ("Ben", true)]);
}

// A space of one name is one matter; whose license serves differs by nature
#[test]
fn platforms_differ_in_roles_and_in_spaces_of_one_name() {
    let world = played(&w1(), &[ana().assigns("Ben", IFW)]);
    let found = access::between_platforms(&world, "Ben".into(), "G".into(), "H".into());
    let asked: Vec<(Question, Question)> = found.iter().map(|found| (found.one, found.other)).collect();
    let role_on_both = |id: &str| (role("Ben", "G", id), role("Ben", "H", id));
    let common = (space("Ben", "G", COMMON), space("Ben", "H", COMMON));
    assert_eq!(asked, [role_on_both(CREATOR), role_on_both(SCULPTOR), common]);
    assert!(found.iter().all(|found| found.here.holds && !found.there.holds));
}

#[test]
fn platforms_stand_in_the_order_of_the_file() {
    let world = with_k(&b0());
    let places = ["H", "G", "K", "nowhere"].map(|id| world.position(id.into()));
    assert_eq!(places, [0, 1, 2, usize::MAX]);
}
