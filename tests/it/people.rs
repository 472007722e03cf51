//! Who comes from where, and in which order people stand.

use crate::support::*;
use crossinvite::access;
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
    assert_eq!(touched_by(&[reading(Reading::HomeOptionNotAsked)]), everybody, "a reading bears on all");
    assert_eq!(touched_by(&[add_platform("N", "Newcomer")]), everybody, "so does a new platform");
}
