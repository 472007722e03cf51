//! User groups: made, joined, left, and the roles they grant (E5, F28, F29, C19).

use crate::support::Answer::{No, Usable};
use crate::support::*;
use crossinvite::decide::{Kept, kept_roles};
use crossinvite::domain::{Code::*, *};
use crossinvite::session::Session;
use crossinvite::view::{Lens, Selection, build, text};

fn group_act(act: fn(GroupId, PersonId) -> Act, person: &str) -> Command {
    ana().does(act("Partners".into(), person.into()))
}

fn joins(person: &str) -> Command {
    group_act(|group, person| Act::JoinGroup { group, person }, person)
}

fn leaves(person: &str) -> Command {
    group_act(|group, person| Act::LeaveGroup { group, person }, person)
}

fn grants_group(role: &str) -> Command {
    ana().does(Act::GrantGroupRole { group: "Partners".into(), role: role.into() })
}

fn partners(world: &World) -> World {
    let create = cleo().does(Act::CreateGroup { group: "Partners".into(), name: "Partners".into() });
    played(world, &[create, joins("Cleo")])
}

/// R129, R130: any member makes a group; an external does not; the name is used once.
#[test]
fn members_make_groups_and_only_connected_people_are_in_them() {
    let world = partners(&b0());
    let again = cleo().does(Act::CreateGroup { group: "Partners".into(), name: "Partners".into() });
    refused(&world, again, AlreadyMember, "H");
    let by_guest = ben().at("H").does(Act::CreateGroup { group: "Guests".into(), name: "Guests".into() });
    refused(&w1(), by_guest, NotAdministrator, "H");
    refused(&partners(&invited()), joins("Ben"), NoMatch, "H");
    refused(&world, joins("Cleo"), AlreadyMember, "H");
    refused(&world, leaves("Ana"), NoMatch, "H");
    refused(&world, leaves("Ben"), NotInvited, "H");
}

/// F46, E5: a locked license that stays with a group does not hold the direct grant.
#[test]
fn a_locked_license_that_stays_with_a_group_stops_nobody() {
    let alone = played(&partners(&b0()), &[reading(Reading::LicenseLock), connect("Cleo", "H")]);
    refused(&alone, ana().ungrants("Cleo", CSV), SeatLocked, "H");
    let world = played(&alone, &[grants_group(CSV), ana().ungrants("Cleo", CSV)]);
    check_access(&world, role("Cleo", "H", CSV), Usable("H"));
}

/// E5, E2: with the option off a group's role takes a license each, or the whole act is refused.
#[test]
fn a_groups_role_takes_a_license_for_each_while_the_option_is_off() {
    let world = played(&partners(&b0()), &[grants_group(XWA)]);
    check_pools(&world, "H", &[(XWA, "2/2")]);
    check_access(&world, role("Cleo", "H", XWA), Usable("H"));
    refused(&world, grants_group(XWA), AlreadyMember, "H");

    let full = played(&partners(&b0()), &[pool("H", XWA, 1, 365)]);
    refused(&full, grants_group(XWA), NotEnoughLicenses, "H");
    // Ana holds one already, so her joining takes none.
    let joined = played(&world, &[joins("Ana")]);
    check_pools(&joined, "H", &[(XWA, "2/2")]);
}

/// E5, R85: with the option on a group grants without license.
#[test]
fn a_groups_role_comes_without_license_while_the_option_is_on() {
    let world = played(&partners(&su()), &[grants_group(XWA)]);
    check_pools(&world, "H", &[(XWA, "1/2")]);
    check_access(&world, role("Cleo", "H", XWA), No(&[NoLicenseAnywhere]));
    let assigned = played(&world, &[ana().assigns("Cleo", XWA)]);
    check_access(&assigned, role("Cleo", "H", XWA), Usable("H"));
}

/// F29, F28: a group's role cannot be taken from one person; it goes with the group, and the license with it.
#[test]
fn a_role_through_a_group_goes_only_with_the_group() {
    let world = played(&partners(&b0()), &[grants_group(XWA)]);
    refused(&world, ana().ungrants("Cleo", XWA), GrantedThroughGroup, "H");
    let left = played(&world, &[leaves("Cleo")]);
    check_pools(&left, "H", &[(XWA, "1/2")]);
    check_access(&left, role("Cleo", "H", XWA), No(&[RoleNotGranted, NoLicenseAnywhere]));
    let ungrant = ana().does(Act::UngrantGroupRole { group: "Partners".into(), role: XWA.into() });
    check_pools(&played(&world, &[ungrant]), "H", &[(XWA, "1/2")]);
}

/// What the timeline says that a command did.
fn effect(start: &World, command: Command) -> String {
    let mut session = Session::new(start.clone());
    session.submit(command).expect("accepted");
    let selection = Selection::default();
    let lens = Lens { world: session.world(), before: Some(start), changes: &[], selection: &selection };
    build::timeline(&lens, &session, None).effect
}

/// What the person keeps on H, and the sentence for each.
fn kept(world: &World, person: &str) -> (Vec<Kept>, Vec<String>) {
    let platform = world.platform("H".into()).unwrap();
    let kept = kept_roles(world, platform, person.into());
    let selection = Selection::default();
    let lens = Lens { world, before: None, changes: &[], selection: &selection };
    let words = kept.iter().map(|kept| text::kept(&lens, "H".into(), person.into(), *kept)).collect();
    (kept, words)
}

const DESIGNER: &str = "Collaborative Designer for CATIA Magic";

/// R90, R91, C19: an expired role reached through a group goes from the group itself, hence from everybody in it.
#[test]
fn the_expiry_option_takes_an_expired_role_from_the_group() {
    let granted = played(&partners(&b0()), &[pool("H", "SSY", 2, 365), joins("Ana"), grants_group("SSY")]);
    check_pools(&granted, "H", &[("SSY", "2/2")]);
    let expired =
        played(&granted, &[ana().sets(MemberOption::UngrantExpiredRoles, true), pool("H", "SSY", 2, 5), clock(6)]);
    let after = played(&expired, &[cleo().switches()]);
    assert!(after.platform("H".into()).unwrap().groups[&GroupId::new("Partners")].roles.is_empty());
    check_pools(&after, "H", &[("SSY", "0/2")]);
    let said = effect(&expired, cleo().switches());
    let words = format!("expired and ungranted: {DESIGNER} from the group Partners, and so from Ana too");
    assert!(said.contains(&words), "{said}");
}

/// C19: the log names the group, whoever else loses the role by it, and nobody who keeps it.
#[test]
fn the_timeline_names_the_group_and_who_else_loses_its_role() {
    let option = ana().sets(MemberOption::UngrantExpiredRoles, true);
    let alone = played(&partners(&b0()), &[pool("H", "SSY", 4, 365), grants_group("SSY")]);
    let expire = [option, pool("H", "SSY", 4, 5), clock(6)];
    let said = effect(&played(&alone, &expire), cleo().switches());
    assert!(said.contains(&format!("{DESIGNER} from the group Partners")), "{said}");
    assert!(!said.contains("too"), "nobody else is in it: {said}");
    // Ana has the role of her own besides, until she logs in herself.
    let besides = played(&alone, &[ana().grants("Ana", "SSY", GrantTerms::with_license()), joins("Ana")]);
    let said = effect(&played(&besides, &expire), cleo().switches());
    assert!(said.contains("from the group Partners") && !said.contains("too"), "{said}");
    // A grant of one’s own that goes is told apart from the group’s.
    let own = [pool("H", "SSY", 4, 365), ana().grants("Cleo", "SSY", GrantTerms::with_license())];
    let both = played(&played(&partners(&b0()), &own), &[grants_group("SSY"), joins("Ana")]);
    let said = effect(&played(&both, &expire), cleo().switches());
    assert!(
        said.contains(&format!("expired and ungranted: {DESIGNER}; expired and ungranted: {DESIGNER} from")),
        "{said}"
    );
    // Of many the first are named.
    let crowd: Vec<Command> = ["a", "b", "c", "d", "e"]
        .into_iter()
        .flat_map(|id| {
            let roles = [licensed(IFW), licensed(CSV)];
            let member = add_member("H", id, Membership::Active, UserRight::Member, &["Aldermoor"], &roles);
            [add_person(id, &format!("{id}@aldermoor.example")), member, joins(id)]
        })
        .collect();
    let room = [pool("H", IFW, 9, 365), pool("H", CSV, 9, 365), pool("H", "SSY", 9, 365)];
    let many = played(&played(&alone, &room), &crowd);
    let said = effect(&played(&many, &[expire[0].clone(), pool("H", "SSY", 9, 5), clock(6)]), cleo().switches());
    assert!(said.ends_with("2 more too") || said.contains("and 2 more too"), "{said}");
}

/// R92, C19: the group's grant is kept while any member is protected by a valid main role.
#[test]
fn a_group_keeps_an_expired_prerequisite_while_one_member_is_protected() {
    let granted = played(&partners(&b0()), &[pool("H", "SSY", 2, 365), grants_group("SSY"), joins("Ana")]);
    let main = [pool("H", "MYH", 1, 365), ana().grants("Ana", "MYH", GrantTerms::with_license())];
    let expired = played(
        &played(&granted, &main),
        &[ana().sets(MemberOption::UngrantExpiredRoles, true), pool("H", "SSY", 2, 5), clock(6)],
    );
    let after = played(&expired, &[cleo().switches()]);
    assert!(!after.platform("H".into()).unwrap().groups[&GroupId::new("Partners")].roles.is_empty());
    // Cleo keeps it for Ana’s sake, Ana for her own; both are told so.
    let main = Some("MYH".into());
    let (found, words) = kept(&after, "Cleo");
    assert_eq!(found, [Kept { role: "SSY".into(), by: "Ana".into(), main }]);
    let architect = "Magic Systems of Systems Architect";
    assert_eq!(words, [format!("{DESIGNER} has expired here; kept: prerequisite of Ana’s {architect}.")]);
    let (found, words) = kept(&after, "Ana");
    assert_eq!(found, [Kept { role: "SSY".into(), by: "Ana".into(), main }]);
    assert_eq!(words, [format!("{DESIGNER} has expired here; kept: prerequisite of {architect}.")]);
    assert!(effect(&expired, cleo().switches()).contains("kept: prerequisite of Ana’s"));
    // Ben, in no group of hers, keeps nothing; nor does anybody without the option.
    assert_eq!(kept(&after, "Gus").0, []);
    let off = played(&after, &[ana().sets(MemberOption::UngrantExpiredRoles, false)]);
    assert_eq!(kept(&off, "Cleo").0, []);
}

/// C18 read otherwise, R92: a role without license here is protected, too, and said to have expired elsewhere.
#[test]
fn a_role_whose_license_elsewhere_expired_is_kept_for_its_main_role() {
    let pools = ["H", "G"].map(|platform| [pool(platform, "SSY", 1, 365), pool(platform, "MYH", 1, 365)]).concat();
    let home = [gus().grants("Ben", "SSY", GrantTerms::with_license())];
    let start = played(&played(&w1(), &pools), &home);
    let granted = [
        ana().grants("Ben", "SSY", GrantTerms::without_license()),
        ana().grants("Ben", "MYH", GrantTerms::with_license()),
        ana().sets(MemberOption::UngrantExpiredRoles, true),
        pool("G", "SSY", 1, 5),
        clock(6),
    ];
    let default = played(&start, &granted);
    assert_eq!(kept(&default, "Ben").0, [], "nothing of this platform has expired");
    let other = played(&default, &[reading(Reading::UngrantForeignExpired)]);
    let (found, words) = kept(&other, "Ben");
    assert_eq!(found, [Kept { role: "SSY".into(), by: "Ben".into(), main: Some("MYH".into()) }]);
    assert!(
        words[0].starts_with(&format!("{DESIGNER} has expired elsewhere; kept: prerequisite of Magic")),
        "{words:?}"
    );
    let again = played(&other, &[ben().at("G").switches(), ben().switches()]);
    assert!(again.platform("H".into()).unwrap().is_granted("Ben".into(), "SSY".into()), "kept at the login itself");
}

/// E9, E4: a login that fails still ungrants, and says that it failed.
#[test]
fn a_refused_login_with_effects_is_recorded() {
    let expired = played(
        &b0(),
        &[ana().sets(MemberOption::UngrantExpiredRoles, true), pool("H", IFW, 4, 5), pool("H", CSV, 4, 5), clock(6)],
    );
    let events = crossinvite::decide::decide(&expired, &cleo().switches()).unwrap();
    let refused = Event::LoginRefused { person: "Cleo".into(), platform: "H".into() };
    assert!(events.contains(&refused), "{events:?}");
    let after = played(&expired, &[cleo().switches()]);
    check_access(&after, can_connect("Cleo", "H"), No(&[RoleNotGranted, NoLicenseAnywhere]));
}
