//! *Import Members*: the administrators' own line format, line by line (F30, F7, F9).

use super::built_in;
use crossinvite::content::csv::{Import, ImportError, Outcome, import};
use crossinvite::domain::{
    Code, Command, MemberOption, Membership, PersonId, PlatformId, RoleId, StageAct, UserRight, World,
};
use crossinvite::session::Session;

const HOST: &str = "aldermoor";

fn start() -> World {
    built_in("own-license").1
}

/// The host grants roles without license.
fn open() -> World {
    let mut session = Session::new(start());
    let option = MemberOption::GrantWithoutLicense;
    session.submit(Command::Stage(StageAct::SetOption { platform: HOST.into(), option, on: true })).expect("accepted");
    session.world().clone()
}

fn imported(world: &World, text: &str) -> Import {
    import(world, "ana".into(), HOST.into(), text).unwrap_or_else(|error| panic!("{error}"))
}

/// The world after an import.
fn after(world: &World, import: &Import) -> World {
    let mut session = Session::new(world.clone());
    if let Some(command) = &import.command {
        session.submit(command.clone()).expect("what was judged is accepted");
        assert_eq!(session.steps().count(), 1, "one undo takes it back");
    }
    session.world().clone()
}

fn sentences(import: &Import) -> Vec<&str> {
    import.lines.iter().map(|line| line.sentence.as_str()).collect()
}

/// F30, F43: what a granted role lacks is counted with what the person has by the line and by lines before it.
#[test]
fn each_line_knows_which_prerequisites_its_roles_lack() {
    let text = "lea@aldermoor.example;user;employee;IFW,XWA\n\
                lea@aldermoor.example;user;employee;CSV\n\
                tom@corvane.example;member;contractor;CSV\n\
                cleo@aldermoor.example;user;employee;IFW,CSV,XWA\n\
                zoe@corvane.example;member;contractor;XWA,IFW\n\
                zoe@corvane.example;member;contractor;IFW\n";
    let import = imported(&open(), text);
    let lacking: Vec<_> = import.lines.iter().map(|line| (line.outcome, line.lacking.clone())).collect();
    let (xwa, csv) = (RoleId::new("XWA"), RoleId::csv());
    assert_eq!(lacking.first(), Some(&(Outcome::Done, vec![(xwa, vec![csv])])), "lea has no CSV yet");
    assert_eq!(lacking.get(1), Some(&(Outcome::Done, vec![])), "CSV alone lacks nothing: she has IFW");
    assert_eq!(lacking.get(2), Some(&(Outcome::Refused(Code::BaseRoleRequired), vec![])), "nothing is done");
    assert_eq!(lacking.get(4), Some(&(Outcome::Done, vec![(xwa, vec![csv])])), "whatever the order in the field");
    assert!(lacking.get(3).is_some_and(|(_, lacking)| lacking.is_empty()), "{lacking:?}");
    assert_eq!(lacking.get(5).map(|(outcome, _)| *outcome), Some(Outcome::AlreadySo), "{lacking:?}");
    assert!(
        lacking.get(5).is_some_and(|(_, lacking)| lacking.is_empty()),
        "a line that grants nothing warns of nothing"
    );
}

/// F9, F30, R98: rights and agreement make the user right; while every grant takes a license, so does an import.
#[test]
fn each_line_invites_with_its_right_and_roles() {
    let text = "user;rights;agreement;roles;mail;remove;passport;force;location\n\
                lea@aldermoor.example;admin;employee;IFW,CSV;;;;;\n\
                tom@corvane.example;member;contractor;ifw;yes;;;;\n";
    let import = imported(&start(), text);
    assert_eq!(
        sentences(&import),
        [
            "line 2, lea@aldermoor.example: invited as Administrator, IFW with a license, CSV with a license",
            "line 3, tom@corvane.example: invited as External, IFW with a license",
        ]
    );
    let world = after(&start(), &import);
    let host = world.platform(PlatformId::new(HOST)).expect("the host");
    let right = |email: &str| host.member(PersonId::new(email)).map(|member| (member.right, member.membership));
    assert_eq!(right("lea@aldermoor.example"), Some((UserRight::Administrator, Membership::Pending)));
    assert_eq!(right("tom@corvane.example"), Some((UserRight::External, Membership::Pending)));
    assert_eq!(host.pools.get(&RoleId::ifw()).map(|pool| pool.assigned), Some(4));
}

/// F7: without the option the number is limited by the licenses; with it, the role alone is granted when none is left.
#[test]
fn when_the_licenses_run_out_the_option_decides() {
    let text: String = (1..=3).map(|n| format!("p{n}@aldermoor.example;;;IFW\n")).collect();
    let closed = imported(&start(), &text);
    let outcomes: Vec<Outcome> = closed.lines.iter().map(|line| line.outcome).collect();
    assert_eq!(outcomes, [Outcome::Done, Outcome::Done, Outcome::Refused(Code::NotEnoughLicenses)]);
    assert_eq!(sentences(&closed)[2], "line 3, p3@aldermoor.example: not imported because no license remains (IFW)");
    let open = imported(&open(), &text);
    assert!(sentences(&open)[2].ends_with("invited as Member, IFW without a license"), "{:?}", open.lines);
}

/// A line is done whole or not at all; the others are not held up.
#[test]
fn nothing_is_half_done_and_a_bad_line_holds_up_nobody() {
    let text = "cleo@aldermoor.example;admin;;IFW,CSV,XWA,XEN\n\
                nobody\n\
                lea@aldermoor.example;;;IFW,ZZZ\n\
                tom@corvane.example;;contractor;CSV\n\
                kim@corvane.example;;contractor;IFW\n";
    let import = imported(&start(), text);
    let outcomes: Vec<Outcome> = import.lines.iter().map(|line| line.outcome).collect();
    assert_eq!(
        outcomes,
        [
            Outcome::Refused(Code::RoleNotListed),
            Outcome::Wrong(1),
            Outcome::Wrong(4),
            Outcome::Refused(Code::BaseRoleRequired),
            Outcome::Done
        ]
    );
    assert_eq!(
        sentences(&import)[1],
        "line 2, column 1 (user): `nobody` is no address; write an address such as `ben@brightwell.example`"
    );
    assert!(
        sentences(&import)[2]
            .starts_with("line 3, column 4 (roles): there is no role `ZZZ`; allowed are IFW, CSV, XWA, "),
        "{:?}",
        import.lines[2]
    );
    let (before, world) = (start(), after(&start(), &import));
    assert_eq!(world.member("cleo".into(), HOST.into()), before.member("cleo".into(), HOST.into()));
    assert_eq!(world.people().count(), before.people().count() + 1);
}

/// F13, F30: who is there gets what is missing; whoever is to be removed goes; the last administrator stays (F14).
#[test]
fn members_get_what_is_missing_or_go() {
    let text = "cleo@aldermoor.example;admin;;IFW,CSV,XWA\n\
                cleo@aldermoor.example;admin;;IFW\n\
                lea@aldermoor.example;;;IFW\n\
                lea@aldermoor.example;;;;;remove\n\
                zoe@elsewhere.example;;;;;yes\n";
    let import = imported(&start(), text);
    assert_eq!(
        sentences(&import),
        [
            "line 1, cleo@aldermoor.example: the user right becomes Administrator; XWA is granted with a license",
            "line 2, cleo@aldermoor.example: is so already",
            "line 3, lea@aldermoor.example: invited as Member, IFW with a license",
            "line 4, lea@aldermoor.example: the invitation is taken back",
            "line 5, zoe@elsewhere.example: not imported because the person is not invited under this address",
        ]
    );
    let world = after(&start(), &import);
    let host = world.platform(PlatformId::new(HOST)).expect("the host");
    assert!(host.is_administered_by("cleo".into()));
    assert!(host.member("lea@aldermoor.example".into()).is_none());
    let last = imported(&start(), "ana@aldermoor.example;;;;;1\n");
    assert_eq!(last.lines[0].outcome, Outcome::Refused(Code::LastAdministrator));
    assert_eq!(last.command, None);
}

/// F9, F30: a word that says nothing here is told with its place; nobody becomes what nobody wrote.
#[test]
fn words_that_are_not_known_are_told_and_nothing_is_done() {
    let says = |line: &str, sentence: &str| {
        let import = imported(&start(), line);
        assert_eq!(sentences(&import), [sentence], "{line}");
        assert_eq!(import.command, None, "{line}");
    };
    let rights = "allowed are admin, administrator, 1, member, user, 0, external, or nothing";
    says("lea@a.example;boss;;IFW", &format!("line 1, column 2 (rights): `boss` is not known here; {rights}"));
    says("lea@a.example;адмін;;IFW", &format!("line 1, column 2 (rights): `адмін` is not known here; {rights}"));
    says(
        "lea@a.example;;guest;IFW",
        "line 1, column 3 (agreement): `guest` is not known here; allowed are employee, 0, contractor, external, 1, or \
         nothing",
    );
    says(
        "lea@a.example;;;IFW;never",
        "line 1, column 5 (mail): `never` is not known here; allowed are true, yes, mail, 1, false, no, nomail, 0, or \
         nothing",
    );
    says(
        "cleo@aldermoor.example;;;;;delete",
        "line 1, column 6 (remove): `delete` is not known here; allowed are remove, true, yes, 1, false, no, 0, or \
         nothing",
    );
    says(
        "lea@a.example;External;Employee;IFW",
        "line 1, column 3 (agreement): `Employee` does not go with the rights `External`; an external user is no \
         employee; leave one of them empty",
    );
}

/// R17: what separates addresses, or cannot be seen, is in none.
#[test]
fn odd_addresses_are_told() {
    for (typed, problem) in [
        ("le\u{200b}a@a.example", "`le[U+200B]a@a.example` has a character that cannot be seen"),
        ("\"x;y\"@a.b", "`x;y@a.b` is no address"),
        ("\"x,y@a.b\"", "`x,y@a.b` is no address"),
        ("<lea@a.example>", "`<lea@a.example>` is no address"),
    ] {
        let import = imported(&start(), &format!("{typed};;;IFW"));
        let said = format!("line 1, column 1 (user): {problem}; write an address such as `ben@brightwell.example`");
        assert_eq!(sentences(&import), [said.as_str()], "{typed}");
    }
}

/// F9: plain words are taken as what they say.
#[test]
fn plain_words_mean_what_they_say() {
    for (rights, agreement, right) in [
        ("Administrator", "", UserRight::Administrator),
        ("external", "", UserRight::External),
        ("EXTERNAL", "contractor", UserRight::External),
        ("member", "external", UserRight::External),
        ("", "1", UserRight::External),
        ("user", "employee", UserRight::Member),
        ("0", "0", UserRight::Member),
        ("", "", UserRight::Member),
    ] {
        let import = imported(&start(), &format!("lea@a.example;{rights};{agreement};IFW;yes;no"));
        let said = format!("line 1, lea@a.example: invited as {right:?}, IFW with a license");
        assert_eq!(sentences(&import), [said.as_str()], "{rights};{agreement}");
    }
}

/// F9: a field that is empty leaves things as they are.
#[test]
fn empty_fields_leave_the_user_right_as_it_is() {
    let start = after(&start(), &imported(&start(), "tom@corvane.example;;contractor;IFW"));
    for (line, said) in [
        ("tom@corvane.example;;;CSV", "CSV is granted with a license"),
        ("tom@corvane.example;member;;", "is so already"),
        ("tom@corvane.example;;employee;", "the user right becomes Member"),
        ("tom@corvane.example;admin;;", "the user right becomes Administrator"),
        ("ana@aldermoor.example;;;", "is so already"),
        (
            "ana@aldermoor.example;;contractor;",
            "is so already; `agreement` makes no difference to an administrator here",
        ),
        ("cleo@aldermoor.example;;;", "is so already"),
        ("cleo@aldermoor.example;;contractor;", "the user right becomes External"),
        ("cleo@aldermoor.example;external;;", "the user right becomes External"),
    ] {
        let import = imported(&start, line);
        assert!(sentences(&import)[0].ends_with(&format!(": {said}")), "{line}: {:?}", import.lines);
    }
    let unseated = imported(&start, "ana@aldermoor.example;member;;");
    assert_eq!(unseated.lines[0].outcome, Outcome::Refused(Code::LastAdministrator));
}

/// Whoever is gone already needs not go again; an address that nobody has is a slip.
#[test]
fn a_removal_that_was_done_is_so_already() {
    let text = "cleo@aldermoor.example;;;;;remove\nben@brightwell.example;;;;;remove\n\
                nobody@elsewhere.example;;;;;remove\n";
    let first = imported(&start(), text);
    let again = imported(&after(&start(), &first), text);
    assert_eq!(
        sentences(&again),
        [
            "line 1, cleo@aldermoor.example: is so already",
            "line 2, ben@brightwell.example: is so already",
            "line 3, nobody@elsewhere.example: not imported because the person is not invited under this address",
        ]
    );
    assert_eq!(first.lines[0].outcome, Outcome::Done);
    let found = import(&start(), "cleo".into(), HOST.into(), "ben@brightwell.example;;;;;remove").expect("read");
    assert_eq!(found.lines[0].outcome, Outcome::Refused(Code::NotAdministrator));
}

/// R107: a location is chosen in an invitation, among those offered, and only while that is allowed.
#[test]
fn locations_and_fields_without_effect_are_said_so() {
    let line = "lea@aldermoor.example;;;IFW;nomail;;1;;Europe\n";
    assert_eq!(imported(&start(), line).lines[0].outcome, Outcome::Refused(Code::SwitchHidden));
    let mut session = Session::new(start());
    let option = MemberOption::PlatformLocations;
    session.submit(Command::Stage(StageAct::SetOption { platform: HOST.into(), option, on: true })).expect("accepted");
    let locations = vec!["Europe".into()];
    session.submit(Command::Stage(StageAct::SetLocations { platform: HOST.into(), locations })).expect("accepted");
    let import = imported(session.world(), line);
    assert_eq!(
        sentences(&import),
        [
            "line 1, lea@aldermoor.example: invited as Member, IFW with a license; the mail is sent all the same: here every \
          invitation is mailed; `passport` and `force` have no effect here"
        ]
    );
    let world = after(session.world(), &import);
    let member = world.member("lea@aldermoor.example".into(), HOST.into()).expect("invited");
    assert_eq!(member.location, Some("Europe".into()));
}

#[test]
fn only_an_administrator_imports() {
    let found = import(&start(), "cleo".into(), HOST.into(), "lea@aldermoor.example;;;IFW\n").expect("read");
    assert_eq!(found.lines[0].outcome, Outcome::Refused(Code::NotAdministrator));
    assert_eq!(found.command, None);
}

#[test]
fn a_file_that_is_no_table_is_told_so() {
    let fails = |text: &str| import(&start(), "ana".into(), HOST.into(), text).expect_err("no table");
    assert_eq!(fails("\n\n"), ImportError::Empty);
    assert_eq!(fails("\u{feff}user;rights\n"), ImportError::Empty);
    assert_eq!(fails(&"a@b.c;;;IFW\n".repeat(10_001)), ImportError::TooLarge);
    let long = imported(&start(), "a@b.example;;;IFW;;;;;;more\n");
    assert_eq!(
        sentences(&long),
        [
            "line 1, column 10 (too many): there are 10 fields; a line reads `user;rights;agreement;roles;mail;remove;passport;force;location`"
        ]
    );
    for text in ["\"", "a@b.c;\"x", ";;;;;;;;", "\0", "a@b.c\r\n\r\n;;IFW"] {
        let _ = import(&start(), "ana".into(), HOST.into(), text);
    }
}
