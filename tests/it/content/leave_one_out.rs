//! Each guide with one act left out: the fact that must fail does, for the right reason, on the right side, and the act
//! mends it when it is done late. The table is written from the rules by hand. Acts that are refused later are skipped.

use super::built_in;
use crossinvite::access::{Question, changes, explain};
use crossinvite::content::{Goal, Rehearsal, first_open, is_finished};
use crossinvite::decide;
use crossinvite::domain::{Code, Command, PersonId, PlatformId, Refusal, RoleId, SpaceId, World};
use crossinvite::view::{Lens, Selection, build, text};

/// An obstacle, where it stands, and the rule that is named for it.
type Reason = (Code, &'static str, &'static str);

/// What is asked about the guest on the host.
#[derive(Debug, Clone, Copy)]
enum Fact {
    /// Can connect.
    Connect,
    /// The role is usable.
    Role(&'static str),
    /// The space opens.
    Space(&'static str),
}

use Fact::{Connect, Role, Space};

/// What the act is about where no fact fails by it.
#[derive(Debug, Clone, Copy)]
enum Besides {
    /// Nothing further.
    Nothing,
    /// The space opens at this level, and should not: done late, the act closes it for this reason.
    Open(&'static str, &'static str, Reason),
    /// The guest can connect, and still works at home.
    AtHome(&'static str),
    /// The item cannot be read: it lies in this space still.
    Unread(&'static str, &'static str),
    /// Nobody's access differs, and all goals are met.
    NoEffect,
}

/// One act left out.
struct Row {
    act: usize,
    /// The step of the guide that stays open, and a rule it names.
    step: (usize, &'static str),
    /// The first refusal that follows.
    refused: Option<Reason>,
    /// What fails in the end, each with its headline.
    fails: Vec<(Fact, Reason)>,
    /// What the act itself would have removed: named without it, gone once it is done.
    cause: Option<(Fact, Reason)>,
    besides: Besides,
}

fn row(act: usize, step: (usize, &'static str)) -> Row {
    Row { act, step, refused: None, fails: Vec::new(), cause: None, besides: Besides::Nothing }
}

impl Row {
    fn refused(self, code: Code, at: &'static str, rule: &'static str) -> Self {
        Self { refused: Some((code, at, rule)), ..self }
    }

    fn fails(mut self, fact: Fact, code: Code, at: &'static str, rule: &'static str) -> Self {
        self.fails.push((fact, (code, at, rule)));
        self
    }

    /// What the act would have removed is no headline: another obstacle stands before it.
    fn because(self, fact: Fact, code: Code, at: &'static str, rule: &'static str) -> Self {
        Self { cause: Some((fact, (code, at, rule))), ..self }
    }

    /// The first of what fails is what the act would have removed.
    fn directly(self) -> Self {
        Self { cause: self.fails.first().copied(), ..self }
    }

    fn besides(self, besides: Besides) -> Self {
        Self { besides, ..self }
    }
}

/// A guide that is played: who is the guest, and where.
struct Play {
    rehearsal: Rehearsal,
    start: World,
    solution: Vec<Command>,
    person: PersonId,
    host: PlatformId,
}

impl Play {
    fn question(&self, fact: Fact) -> Question {
        let (person, platform) = (self.person, self.host);
        match fact {
            Connect => Question::CanConnect { person, platform },
            Role(role) => Question::RoleUsable { person, platform, role: RoleId::new(role) },
            Space(space) => Question::SpaceAccess { person, platform, space: SpaceId::new(space) },
        }
    }

    /// The world after these acts, with the first that is refused.
    fn after<'a>(
        &self,
        world: &World,
        acts: impl Iterator<Item = &'a Command>,
    ) -> (World, Option<(&'a Command, Refusal, World)>) {
        let (mut world, mut first) = (world.clone(), None);
        for command in acts {
            match decide::act(&world, command) {
                Ok((after, _)) => world = after,
                Err(refusal) => first = first.or(Some((command, refusal, world.clone()))),
            }
        }
        (world, first)
    }

    /// The reasons of a no, each with the source that is shown with it.
    fn reasons(&self, world: &World, fact: Fact) -> Vec<(Code, PlatformId, String)> {
        let question = self.question(fact);
        let explanation = explain(world, question);
        let shown = look(world, |lens| build::why(lens, question).failing);
        assert_eq!(shown.len(), explanation.failing().count());
        explanation.failing().zip(shown).map(|(check, shown)| (check.code, check.at, shown.source)).collect()
    }

    fn is_named(&self, world: &World, fact: Fact, (code, at, rule): Reason) -> bool {
        let reasons = self.reasons(world, fact);
        reasons.iter().any(|(found, place, source)| *found == code && place.as_str() == at && names(source, rule))
    }

    fn check(&self, row: &Row) {
        let label = format!("{} without act {}", self.rehearsal.id, row.act);
        let others = self.solution.iter().enumerate().filter(|(index, _)| *index != row.act);
        let (world, refused) = self.after(&self.start, others.map(|(_, command)| command));
        self.check_refused(&label, row.refused, refused);
        self.check_step(&label, row, &world);
        for (fact, reason) in &row.fails {
            let reasons = self.reasons(&world, *fact);
            let (code, at, source) = reasons.first().unwrap_or_else(|| panic!("{label}: {fact:?} holds"));
            assert_eq!((*code, at.as_str()), (reason.0, reason.1), "{label}: {fact:?}");
            assert!(names(source, reason.2), "{label}: {fact:?}: {} is not named in “{source}”", reason.2);
        }
        let (mended, _) = self.after(&world, self.solution.iter().skip(row.act));
        assert!(is_finished(&self.rehearsal, &mended, &self.start), "{label}: done late, it does not end well");
        if let Some((fact, reason)) = row.cause {
            assert!(self.is_named(&world, fact, reason), "{label}: {fact:?}: {:?}", self.reasons(&world, fact));
            assert!(!self.is_named(&mended, fact, reason), "{label}: {fact:?}: {reason:?} stays");
        }
        self.check_besides(&label, row.besides, &world, &mended);
        let finished = is_finished(&self.rehearsal, &world, &self.start);
        assert_eq!(finished, matches!(row.besides, Besides::NoEffect), "{label}");
    }

    fn check_refused(&self, label: &str, expected: Option<Reason>, found: Option<(&Command, Refusal, World)>) {
        let Some((command, refusal, then)) = found else { return assert_eq!(None, expected, "{label}") };
        let (code, at, rule) = expected.unwrap_or_else(|| panic!("{label}: refused: {command:?} {refusal:?}"));
        assert_eq!((refusal.code, refusal.platform), (code, Some(PlatformId::new(at))), "{label}: {command:?}");
        let source = look(&then, |lens| text::tried(lens, &refusal, command).source);
        assert!(names(&source, rule), "{label}: {rule} is not named in “{source}”");
    }

    /// The guide stands at the step of the act, which names the rule.
    fn check_step(&self, label: &str, row: &Row, world: &World) {
        let (number, rule) = row.step;
        assert_eq!(first_open(&self.rehearsal, world, &self.start), Some(number - 1), "{label}");
        let step = &self.rehearsal.steps[number - 1];
        assert!(step.solution.iter().any(|command| **command == self.solution[row.act]), "{label}: {}", step.title);
        assert!(step.rules.iter().any(|named| named == rule), "{label}: {rule} is not among {:?}", step.rules);
    }

    fn check_besides(&self, label: &str, besides: Besides, world: &World, mended: &World) {
        let works_on = |world: &World| world.person(self.person).unwrap().connected;
        match besides {
            Besides::Nothing => {}
            Besides::Open(space, level, reason) => {
                let access = explain(world, self.question(Space(space)));
                assert!(access.holds(), "{label}");
                assert_eq!(access.access.map(|access| access.label()).as_deref(), Some(level), "{label}");
                assert!(
                    self.is_named(mended, Space(space), reason),
                    "{label}: {:?}",
                    self.reasons(mended, Space(space))
                );
            }
            Besides::AtHome(home) => {
                assert!(explain(world, self.question(Connect)).holds(), "{label}");
                assert_eq!(works_on(world), Some(PlatformId::new(home)), "{label}");
                assert_eq!(works_on(mended), Some(self.host), "{label}");
            }
            Besides::Unread(item, space) => {
                let (person, platform, item) = (self.person, self.host, item.into());
                let reads = Goal::CanRead { person, platform, item };
                let lies = world.platform(platform).unwrap().space(space.into()).unwrap().items.contains_key(&item);
                assert!(lies && !reads.is_met(world, &self.start), "{label}");
                assert!(reads.is_met(mended, &self.start), "{label}");
            }
            Besides::NoEffect => {
                let (whole, _) = self.after(&self.start, self.solution.iter());
                assert_eq!(changes(world, &whole), [], "{label}");
            }
        }
    }
}

/// Is the rule among those a source names?
fn names(source: &str, rule: &str) -> bool {
    source.split([' ', ',']).any(|word| word == rule)
}

/// What is shown of a world.
fn look<T>(world: &World, shown: impl Fn(&Lens<'_>) -> T) -> T {
    shown(&Lens { world, before: None, changes: &[], selection: &Selection::default() })
}

fn play(id: &str, person: &str, host: &str, table: &[Row]) {
    let (rehearsal, start) = built_in(id);
    let solution: Vec<Command> = rehearsal.solution().cloned().collect();
    let acts: Vec<usize> = table.iter().map(|row| row.act).collect();
    assert_eq!(acts, (0..solution.len()).collect::<Vec<_>>(), "{id}: a row for each act");
    let play = Play { rehearsal, start, solution, person: PersonId::new(person), host: PlatformId::new(host) };
    table.iter().for_each(|row| play.check(row));
}

#[test]
fn the_own_license_guide() {
    use Code::*;
    let (host, home) = ("aldermoor", "brightwell");
    let csv = RoleId::csv();
    let table = [
        // Option at the host: no grant without license, so no invitation (R8, R97).
        row(0, (1, "R8"))
            .refused(SwitchHidden, host, "R97")
            .fails(Connect, NotInvited, host, "R17")
            .fails(Role("XWA"), NotInvited, host, "R17")
            .because(Role("XWA"), HostOptionOff, host, "R8"),
        // Option at home: the restrictions cannot be lifted (R9, R97), accepting fails (W2).
        row(1, (2, "R9"))
            .refused(SwitchHidden, home, "R97")
            .fails(Connect, HomeOptionOff, home, "R9")
            .fails(Space("hull-7"), Pending, host, "R113")
            .directly(),
        // Restriction on CSV (W5).
        row(2, (3, "R13"))
            .fails(Role("CSV"), HomeLicenseRestricted, home, "R13")
            .fails(Role("XWA"), PrerequisiteBlocked(csv), host, "F43")
            .fails(Space("hull-7"), CsvNotUsable, host, "R127")
            .directly(),
        // Restriction on IFW (W3).
        row(3, (4, "R13"))
            .refused(HomeLicenseRestricted, home, "R13")
            .fails(Connect, HomeLicenseRestricted, home, "R13")
            .directly(),
        // Invitation.
        row(4, (5, "R17")).refused(NotInvited, host, "R17").fails(Connect, NotInvited, host, "R17").directly(),
        // Space.
        row(5, (6, "R81")).fails(Space("hull-7"), NoMembership, host, "R78").directly(),
        // Acceptance.
        row(6, (7, "R113"))
            .refused(Pending, host, "R113")
            .fails(Space("hull-7"), Pending, host, "R113")
            .fails(Role("IFW"), Pending, host, "R113")
            .directly(),
        // Switch.
        row(7, (8, "R84")).besides(Besides::AtHome(home)),
    ];
    play("own-license", "ben", host, &table);
}

#[test]
fn the_consultant_guide() {
    use Code::*;
    let (host, home) = ("aldermoor", "larkfield");
    let table = [
        // Option at the host (R45).
        row(0, (1, "R45")).refused(SwitchHidden, host, "R97").fails(Connect, NotInvited, host, "R17").because(
            Connect,
            HostOptionOff,
            host,
            "R45",
        ),
        // Invitation: there is nobody to take out of Common Space (R38).
        row(1, (2, "R50")).refused(NotInvited, host, "R17").fails(Connect, NotInvited, host, "R17").directly(),
        // Kept out of Common Space (R34, W19).
        row(2, (3, "R39")).besides(Besides::Open("common-space", "Author", (NoMembership, host, "R40"))),
        // The blank space: nothing can be moved there, nobody added.
        row(3, (4, "R42"))
            .refused(NoMatch, host, "R140")
            .fails(Space("study"), NoMembership, host, "R40")
            .fails(Space("hull-7"), NoMembership, host, "R78")
            .directly(),
        // The data stays where the consultant is not (R42).
        row(4, (4, "R42"))
            .fails(Space("hull-7"), NoMembership, host, "R78")
            .besides(Besides::Unread("rudder-bracket", "hull-7")),
        // Access to the space (R41).
        row(5, (4, "R43")).fails(Space("study"), NoMembership, host, "R40").directly(),
        // Acceptance.
        row(6, (5, "R113")).refused(Pending, host, "R113").fails(Space("study"), Pending, host, "R113").directly(),
        // Switch.
        row(7, (6, "R84")).besides(Besides::AtHome(home)),
    ];
    play("consultant", "theo", host, &table);
}

#[test]
fn the_cross_collaboration_guide() {
    use Code::*;
    let (host, home) = ("brightwell", "aldermoor");
    let table = [
        // Option at the host.
        row(0, (1, "R68")).refused(SwitchHidden, host, "R97").fails(Connect, NotInvited, host, "R17").because(
            Connect,
            HostOptionOff,
            host,
            "R8",
        ),
        // Invitations from members: not needed when an administrator invites (C3).
        row(1, (2, "R103")).besides(Besides::NoEffect),
        // Platform locations, at the host and at home: no effect on access (C2).
        row(2, (3, "R107")).besides(Besides::NoEffect),
        row(3, (4, "R70")).besides(Besides::NoEffect),
        // The option at home, which the guide omits (C1).
        row(4, (5, "R9")).refused(SwitchHidden, home, "R97").fails(Connect, HomeOptionOff, home, "R9").directly(),
        // Restriction on IFW.
        row(5, (6, "R71"))
            .refused(HomeLicenseRestricted, home, "R71")
            .fails(Connect, HomeLicenseRestricted, home, "R71")
            .directly(),
        // Restriction on CSV.
        row(6, (7, "R71"))
            .fails(Role("CSV"), HomeLicenseRestricted, home, "R71")
            .fails(Space("jig-12"), CsvNotUsable, host, "R127")
            .directly(),
        // Invitation.
        row(7, (8, "R72")).refused(NotInvited, host, "R17").fails(Connect, NotInvited, host, "R17").directly(),
        // Space.
        row(8, (9, "R81")).fails(Space("jig-12"), NoMembership, host, "R78").directly(),
        // Acceptance.
        row(9, (10, "R113")).refused(Pending, host, "R113").fails(Space("jig-12"), Pending, host, "R113").directly(),
        // Switch.
        row(10, (11, "R84")).besides(Besides::AtHome(home)),
    ];
    play("cross-collaboration", "cleo", host, &table);
}
