//! Each guide with one act left out: the fact that must fail does, for the right reason, on the right side. The table is
//! written from the rules by hand. Acts that are refused later are skipped.

use super::built_in;
use crossinvite::access::{Question, explain};
use crossinvite::content::Goal;
use crossinvite::decide;
use crossinvite::domain::{Code, PersonId, PlatformId, RoleId, SpaceId};

/// What is wrong in the end.
enum Wrong {
    /// The person cannot connect: first reason, side, rule.
    Connect(Code, &'static str, &'static str),
    /// The role cannot be used.
    Role(&'static str, Code, &'static str, &'static str),
    /// The space does not open.
    Space(&'static str, Code, &'static str, &'static str),
    /// The space opens, and should not.
    OpenSpace(&'static str),
    /// The person may connect, but works elsewhere.
    StillAtHome,
    /// Nothing: the act has no effect on access.
    Nothing,
}

use Wrong::{Connect, Nothing, OpenSpace, Role, Space, StillAtHome};

/// The act left out, the first refusal that follows, and what is wrong in the end.
type Row = (usize, Option<Code>, Vec<Wrong>);

fn play(id: &str, person: &str, host: &str, table: &[Row]) {
    let (rehearsal, start) = built_in(id);
    let solution: Vec<_> = rehearsal.solution().cloned().collect();
    assert_eq!(table.iter().map(|row| row.0).collect::<Vec<_>>(), (0..solution.len()).collect::<Vec<_>>());
    let (person, platform) = (PersonId::new(person), PlatformId::new(host));
    for (left_out, first_refusal, wrongs) in table {
        let mut world = start.clone();
        let mut refused = None;
        for (index, command) in solution.iter().enumerate() {
            if index == *left_out {
                continue;
            }
            match decide::act(&world, command) {
                Ok((after, _)) => world = after,
                Err(refusal) => refused = refused.or(Some(refusal.code)),
            }
        }
        let label = format!("{id} without act {left_out}");
        assert_eq!(refused, *first_refusal, "{label}");
        let finished = rehearsal.goals.iter().all(|goal| goal.is_met(&world, &start));
        assert_eq!(finished, wrongs.iter().all(|wrong| matches!(wrong, Nothing)), "{label}");
        for wrong in wrongs {
            let (question, expected) = match wrong {
                Connect(code, at, rule) => (Question::CanConnect { person, platform }, (code, at, rule)),
                Role(role, code, at, rule) => {
                    (Question::RoleUsable { person, platform, role: RoleId::new(role) }, (code, at, rule))
                }
                Space(space, code, at, rule) => {
                    (Question::SpaceAccess { person, platform, space: SpaceId::new(space) }, (code, at, rule))
                }
                OpenSpace(space) => {
                    let question = Question::SpaceAccess { person, platform, space: SpaceId::new(space) };
                    assert!(explain(&world, question).holds(), "{label}");
                    continue;
                }
                StillAtHome => {
                    assert!(Goal::Connects { person, platform }.is_met(&world, &start), "{label}");
                    assert!(!Goal::IsConnectedTo { person, platform }.is_met(&world, &start), "{label}");
                    continue;
                }
                Nothing => continue,
            };
            let explanation = explain(&world, question);
            let headline = explanation.headline().unwrap_or_else(|| panic!("{label}: {question:?} holds"));
            let (code, at, rule) = expected;
            assert_eq!((headline.code, headline.at.as_str()), (*code, *at), "{label}: {question:?}");
            assert!(headline.code.rules().contains(rule), "{label}: {rule} is not among {:?}", headline.code.rules());
        }
    }
}

#[test]
fn the_own_license_guide() {
    let (host, home) = ("aldermoor", "brightwell");
    let csv = RoleId::csv();
    let table: Vec<Row> = vec![
        // Option at the host: no grant without license, so no invitation (R8, R97).
        (0, Some(Code::SwitchHidden), vec![Connect(Code::NotInvited, host, "R17")]),
        // Option at home: the restrictions cannot be lifted (R9, R97), accepting fails (W2).
        (
            1,
            Some(Code::SwitchHidden),
            vec![Connect(Code::HomeOptionOff, home, "R9"), Space("hull-7", Code::Pending, host, "R113")],
        ),
        // Restriction on CSV (W5).
        (
            2,
            None,
            vec![
                Role("CSV", Code::HomeLicenseRestricted, home, "R13"),
                Role("XWA", Code::PrerequisiteBlocked(csv), host, "F43"),
                Space("hull-7", Code::CsvNotUsable, host, "R127"),
            ],
        ),
        // Restriction on IFW (W3).
        (3, Some(Code::HomeLicenseRestricted), vec![Connect(Code::HomeLicenseRestricted, home, "R13")]),
        // Invitation.
        (4, Some(Code::NotInvited), vec![Connect(Code::NotInvited, host, "R17")]),
        // Space.
        (5, None, vec![Space("hull-7", Code::NoMembership, host, "R78")]),
        // Acceptance.
        (
            6,
            Some(Code::Pending),
            vec![Space("hull-7", Code::Pending, host, "R113"), Role("IFW", Code::Pending, host, "R113")],
        ),
        // Switch.
        (7, None, vec![StillAtHome]),
    ];
    play("own-license", "ben", host, &table);
}

#[test]
fn the_consultant_guide() {
    let host = "aldermoor";
    let table: Vec<Row> = vec![
        // Option at the host (R45).
        (0, Some(Code::SwitchHidden), vec![Connect(Code::NotInvited, host, "R17")]),
        // Invitation: there is nobody to take out of Common Space (R38).
        (1, Some(Code::NotInvited), vec![Connect(Code::NotInvited, host, "R17")]),
        // Kept out of Common Space (R34, W19).
        (2, None, vec![OpenSpace("common-space")]),
        // The blank space: nothing can be moved there, nobody added.
        (
            3,
            Some(Code::NoMatch),
            vec![Space("study", Code::NoMembership, host, "R40"), Space("hull-7", Code::NoMembership, host, "R78")],
        ),
        // The data stays where the consultant is not (R42).
        (4, None, vec![Space("hull-7", Code::NoMembership, host, "R78"), OpenSpace("study")]),
        // Access to the space (R41).
        (5, None, vec![Space("study", Code::NoMembership, host, "R40")]),
        // Acceptance.
        (6, Some(Code::Pending), vec![Space("study", Code::Pending, host, "R113")]),
        // Switch.
        (7, None, vec![StillAtHome]),
    ];
    play("consultant", "theo", host, &table);
}

#[test]
fn the_cross_collaboration_guide() {
    let (host, home) = ("brightwell", "aldermoor");
    let table: Vec<Row> = vec![
        // Option at the host.
        (0, Some(Code::SwitchHidden), vec![Connect(Code::NotInvited, host, "R17")]),
        // Invitations from members: not needed when an administrator invites (C3).
        (1, None, vec![Nothing]),
        // Platform locations, at the host and at home: no effect on access (C2).
        (2, None, vec![Nothing]),
        (3, None, vec![Nothing]),
        // The option at home, which the guide omits (C1).
        (4, Some(Code::SwitchHidden), vec![Connect(Code::HomeOptionOff, home, "R9")]),
        // Restriction on IFW.
        (5, Some(Code::HomeLicenseRestricted), vec![Connect(Code::HomeLicenseRestricted, home, "R71")]),
        // Restriction on CSV.
        (
            6,
            None,
            vec![
                Role("CSV", Code::HomeLicenseRestricted, home, "R71"),
                Space("jig-12", Code::CsvNotUsable, host, "R127"),
            ],
        ),
        // Invitation.
        (7, Some(Code::NotInvited), vec![Connect(Code::NotInvited, host, "R17")]),
        // Space.
        (8, None, vec![Space("jig-12", Code::NoMembership, host, "R78")]),
        // Acceptance.
        (9, Some(Code::Pending), vec![Space("jig-12", Code::Pending, host, "R113")]),
        // Switch.
        (10, None, vec![StillAtHome]),
    ];
    play("cross-collaboration", "cleo", host, &table);
}
