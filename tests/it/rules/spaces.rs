//! Spaces: two doors, credentials, groups, restricted access, and what the paths give together.

use crate::support::Answer::{Level, No, Yes};
use crate::support::*;
use crossinvite::access::{Scope, can_read, explain};
use crossinvite::domain::{
    AccessRole::{Author, Contributor, Leader, LeaderAndOwner, Owner, PublicReader, Reader},
    Code::*,
    *,
};

fn set(on: &[SpaceSetting], off: &[SpaceSetting]) -> World {
    let mut world = b0();
    for setting in on {
        play(&mut world, &ana().sets_space(*setting, true));
    }
    for setting in off {
        play(&mut world, &ana().sets_space(*setting, false));
    }
    world
}

/// H with restricted access roles, and Leader and Owner apart.
fn open() -> World {
    set(&[SpaceSetting::RestrictedRoles, SpaceSetting::Reader], &[SpaceSetting::AssociateLeaderAndOwner])
}

/// Which organizations' content the person may read in a space; none for all of it.
fn reads(world: &World, who: &str, in_space: &str) -> Option<Vec<String>> {
    let access = explain(world, space(who, "H", in_space)).access.unwrap();
    match access.reading().unwrap() {
        Scope::All => None,
        Scope::Own(organizations) => Some(organizations.iter().map(ToString::to_string).collect()),
    }
}

/// R26, R33, R41, R43, R78, R79, R80, R81, R155: an administrator opens one space to one person at one level.
#[test]
fn an_administrator_opens_a_space() {
    let add = ana().adds("Hull-7", person("Cleo"), whole(Author));
    let (platform, who) = ("H".into(), "Cleo".into());
    let kind = MessageKind::SpaceNotification("Hull-7".into());
    let events = vec![
        Event::CredentialSet {
            platform,
            space: "Hull-7".into(),
            person: who,
            organization: "Hulls".into(),
            access: whole(Author),
        },
        Event::MessageSent { person: who, message: Message { kind, platform, from: "Ana".into() } },
    ];
    check(&b0(), add.clone(), Ok(events));
    let world = played(&b0(), &[add]);
    check_access(&world, space("Cleo", "H", "Hull-7"), Level("Author"));
    check_access(&world, space("Cleo", "H", "Dock"), No(&[NoMembership]));
}

/// R58, R64: the host takes it away again, at once, and nothing else is open.
#[test]
fn an_administrator_closes_a_space() {
    let world = played(&w1(), &[ana().takes_out("Hull-7", person("Ben"))]);
    for closed in [COMMON, "Hull-7", "Dock"] {
        check_access(&world, space("Ben", "H", closed), No(&[NoMembership]));
    }
    check_access(&world, can_connect("Ben", "H"), Yes);
    check(&world, ana().takes_out("Hull-7", person("Ben")), Err((NoMatch, "H")));
    check(&b0(), cleo().takes_out("Hull-7", person("Ana")), Err((NotAdministrator, "H")));
}

/// R35, R36, R37, R38, R39: the Common Space is closed for newcomers, or for one person alone.
#[test]
fn the_common_space_is_closed_in_two_ways() {
    let invite = || ana().invites(BEN_MAIL, UserRight::Member, &own_license_roles());
    check(&su(), ana().takes_out(COMMON, person("Ben")), Err((NotInvited, "H")));
    let one = played(&su(), &[invite(), ana().takes_out(COMMON, person("Ben"))]);
    let off = ana().sets_space(SpaceSetting::CommonSpaceForNewUsers, false);
    let all = played(&su(), &[off.clone(), invite()]);
    // Whoever is in when the setting goes off stays in, and can be taken out all the same.
    let stays = played(&su(), &[invite(), off]);
    let both = played(&stays, &[ana().takes_out(COMMON, person("Ben"))]);
    for (world, access) in
        [(stays, Level("Author")), (one, No(&[NoMembership])), (all, No(&[NoMembership])), (both, No(&[NoMembership]))]
    {
        let world = played(&world, &[ben().accepts()]);
        check_access(&world, space("Ben", "H", COMMON), access);
        check_access(&world, space("Cleo", "H", COMMON), Level("Author"));
    }
}

/// R42, R111: a new space is empty but for its creator, who owns it.
#[test]
fn whoever_creates_a_space_owns_it() {
    let world = played(&b0(), &[cleo().creates("Study")]);
    assert_eq!(credentials(&world, "H", "Study", "Cleo"), Some(vec!["Hulls-Leader & Owner".into()]));
    check_access(&world, space("Ana", "H", "Study"), No(&[NoMembership]));
    check(&world, ana().creates("Study"), Err((AlreadyMember, "H")));
    check(&b0(), ana().creates("  "), Err((NoMatch, "H")));
    check(&b0(), ben().creates("Study"), Err((NotSignedIn, "H")));
    check(&w1(), ben().creates("Study"), Err((NotAdministrator, "H")));
}

/// R42: an item is moved by an administrator, or by an owner of both spaces; what is seen follows.
#[test]
fn moving_an_item_changes_who_reaches_it() {
    let world = played(&b0(), &[add_item("H", "Hull-7", "Plan", "Hulls"), cleo().creates("Study")]);
    let there = |world: &World, space: &str| {
        world.platform("H".into()).unwrap().space(space.into()).unwrap().items.contains_key(&ItemId::new("Plan"))
    };
    check(&world, cleo().moves("Plan", "Study"), Err((NotOwner, "H")));
    let moved = played(&world, &[ana().moves("Plan", "Study")]);
    assert!(there(&moved, "Study") && !there(&moved, "Hull-7"));
    already_so(&moved, ana().moves("Plan", "Study"));
    check(&moved, cleo().moves("Plan", "Hull-7"), Err((NotOwner, "H")));
    let owner_of_both = played(&moved, &[ana().adds("Hull-7", person("Cleo"), whole(LeaderAndOwner))]);
    assert!(there(&played(&owner_of_both, &[cleo().moves("Plan", "Hull-7")]), "Hull-7"));
    check(&world, ana().moves("Nothing", "Study"), Err((NoMatch, "H")));
    check(&world, ana().moves("Plan", "Nowhere"), Err((NoMatch, "H")));
}

/// R135, F25: *Advanced* takes a single credential away; the line goes with the last one.
#[test]
fn a_single_credential_is_taken_away_by_hand() {
    let door = Door::ControlCenter;
    let add = |organization| ana().adds_by_hand(door, "Hull-7", person("Cleo"), whole(Author), organization);
    let world = played(&b0(), &[add("Hulls"), add("Engines")]);
    let one = played(&world, &[ana().takes_credential(door, "Hull-7", "Cleo", "Hulls")]);
    assert_eq!(credentials(&one, "H", "Hull-7", "Cleo"), Some(vec!["Engines-Author".into()]));
    check_access(&one, space("Cleo", "H", "Hull-7"), Level("Author"));
    check(&one, ana().takes_credential(door, "Hull-7", "Cleo", "Hulls"), Err((NoMatch, "H")));
    let none = played(&one, &[ana().takes_credential(door, "Hull-7", "Cleo", "Engines")]);
    assert_eq!(credentials(&none, "H", "Hull-7", "Cleo"), None, "the line is gone, too");
    check_access(&none, space("Cleo", "H", "Hull-7"), No(&[NoMembership]));
    check(&world, cleo().takes_credential(Door::ThreeDSpace, "Hull-7", "Cleo", "Hulls"), Err((NotOwner, "H")));
    check(&world, cleo().takes_credential(door, "Hull-7", "Cleo", "Hulls"), Err((NotAdministrator, "H")));
    let by_group = played(
        &world,
        &[
            add_group("H", "Crew", &["Cleo"]),
            ana().adds("Hull-7", group("Crew"), whole(Author)),
            ana().adds_by_hand(door, "Hull-7", person("Cleo"), whole(Contributor), "Engines"),
        ],
    );
    check(&by_group, ana().takes_credential(door, "Hull-7", "Cleo", "Hulls"), Err((GrantedThroughGroup, "H")));
    played(&by_group, &[ana().takes_credential(door, "Hull-7", "Cleo", "Engines")]);
}

/// R124, F24, F26: the title of a space is edited by an administrator or an Owner; the Common Space keeps its name.
#[test]
fn the_title_of_a_space_is_edited_by_an_owner() {
    let (door, app) = (Door::ControlCenter, Door::ThreeDSpace);
    let world = played(&b0(), &[cleo().creates("Study")]);
    let named = |world: &World| world.platform("H".into()).unwrap().space("Study".into()).unwrap().name.to_string();
    assert_eq!(named(&played(&world, &[cleo().renames(app, "Study", " Study of the hull ")])), "Study of the hull");
    assert_eq!(named(&played(&world, &[ana().renames(door, "Study", "Ribs")])), "Ribs");
    already_so(&world, ana().renames(door, "Study", "Study"));
    check(&world, ana().renames(door, "Study", "Dock"), Err((AlreadyMember, "H")));
    check(&world, ana().renames(door, "Study", "  "), Err((NoMatch, "H")));
    check(&world, ana().renames(door, "Nowhere", "Ribs"), Err((NoMatch, "H")));
    check(&world, ana().renames(door, COMMON, "Ribs"), Err((NoMatch, "H")));
    check(&world, ana().renames(app, "Study", "Ribs"), Err((NotOwner, "H")));
    check(&world, cleo().renames(door, "Study", "Ribs"), Err((NotAdministrator, "H")));
    check(&with_dora(), actor("Dora", "H").renames(app, "Dock", "Ribs"), Err((NotOwner, "H")));
}

/// R138: who owns an item is set by the trainer, and decides who of a restricted space reads it.
#[test]
fn the_organization_that_owns_an_item_is_set_by_the_trainer() {
    let owner = |organization: &str| {
        let (platform, item, owner) = ("H".into(), "Plan".into(), organization.into());
        Command::Stage(StageAct::SetItemOwner { platform, item, owner })
    };
    let world = played(&with_dora(), &[add_item("H", "Dock", "Plan", "Aldermoor")]);
    let reads = |world: &World| can_read(world, "Dora".into(), "H".into(), ItemId::new("Plan"));
    assert!(!reads(&world));
    assert!(reads(&played(&world, &[owner("Brightwell")])));
    already_so(&world, owner("Aldermoor"));
    check(&world, owner("Nobody"), Err((UnknownOrganization, "H")));
    check(&with_dora(), owner("Brightwell"), Err((NoMatch, "H")));
}

/// R112: only members and pending members of the platform can be in a space.
#[test]
fn an_outsider_must_be_invited_first() {
    let add = |who: &str| ana().adds("Hull-7", person(who), whole(Author));
    check(&su(), add("Ben"), Err((NotInvited, "H")));
    check(&su(), add("nobody"), Err((NotInvited, "H")));
    played(&invited(), &[add("Ben")]);
    let removed = played(&w1(), &[ana().removes_access("Ben")]);
    check(&removed, add("Ben"), Err((AccessRemoved, "H")));
    check(&su(), ana().adds("Nowhere", person("Cleo"), whole(Author)), Err((NoMatch, "H")));
}

/// R127, R140, D10: an Active person without CSV cannot be picked; with the grant, they can (C10).
#[test]
fn picking_needs_industry_innovator() {
    let add = || ana().adds("Hull-7", person("Cleo"), whole(Author));
    let without = played(&b0(), &[ana().ungrants("Cleo", CSV)]);
    let refusal = refused(&without, add(), NoMatch, "H");
    assert_eq!((refusal.role, refusal.readings), (Some(RoleId::csv()), vec![]));
    let unlicensed = played(&b0(), &[ana().allows_roles_without_license(), ana().takes_back("Cleo", CSV)]);
    played(&unlicensed, &[add()]);
    let usable_needed = played(&unlicensed, &[reading(Reading::UsableCsvWhenAdding)]);
    let refusal = refused(&usable_needed, add(), NoMatch, "H");
    assert_eq!(refusal.readings, [Reading::UsableCsvWhenAdding]);
    // Pending persons are not asked under either reading.
    played(&invited(), &[reading(Reading::UsableCsvWhenAdding), ana().adds("Dock", person("Ben"), whole(Author))]);
}

/// R144: pending externals are picked only while the setting is on, through both doors.
#[test]
fn pending_externals_are_picked_only_while_the_setting_is_on() {
    let closed = played(&invited(), &[ana().sets_space(SpaceSetting::PendingExternals, false)]);
    check(&closed, ana().adds("Dock", person("Ben"), whole(Author)), Err((NoMatch, "H")));
    check(&closed, ana().adds_as_owner("Dock", person("Ben"), whole(Author)), Err((NoMatch, "H")));
    let accepted = played(&closed, &[ben().accepts()]);
    played(&accepted, &[ana().adds("Dock", person("Ben"), whole(Author))]);
}

/// R124: in 3DSpace it takes an owner of that space; the control center takes an administrator (C31).
#[test]
fn each_door_asks_its_own_question() {
    let world = played(&b0(), &[cleo().creates("Study")]);
    let add = |who: Actor, space| who.adds_as_owner(space, person("Ana"), whole(Author));
    played(&world, &[add(cleo(), "Study")]);
    check(&world, add(cleo(), "Hull-7"), Err((NotOwner, "H")));
    check(&world, add(cleo(), COMMON), Err((NotOwner, "H")));
    check(&world, add(ana(), "Study"), Err((NotOwner, "H")));
    check(&world, cleo().adds("Study", person("Ana"), whole(Author)), Err((NotAdministrator, "H")));
    played(&world, &[ana().adds("Study", person("Ana"), whole(Author))]);
    check(&world, add(ben(), "Study"), Err((NotSignedIn, "H")));
    let no_gate = played(&world, &[ana().ungrants("Cleo", CSV)]);
    check(&no_gate, add(cleo(), "Study"), Err((NotOwner, "H")));
}

/// R137, R148, R149, R150, R151, D19: the settings decide which access roles are offered.
#[test]
fn settings_decide_which_access_roles_are_offered() {
    let add = |access| ana().adds("Dock", person("Cleo"), access);
    for always in [Contributor, Author, LeaderAndOwner] {
        played(&b0(), &[add(whole(always))]);
    }
    for never in [PublicReader, Reader, Leader, Owner] {
        check(&b0(), add(whole(never)), Err((AccessRoleNotOffered, "H")));
    }
    check(&b0(), add(restricted(Author)), Err((AccessRoleNotOffered, "H")));
    let all = set(
        &[SpaceSetting::PublicReader, SpaceSetting::Reader, SpaceSetting::RestrictedRoles],
        &[SpaceSetting::AssociateLeaderAndOwner],
    );
    for offered in [PublicReader, Reader, Contributor, Author, Leader, Owner] {
        played(&all, &[add(whole(offered))]);
    }
    check(&all, add(whole(LeaderAndOwner)), Err((AccessRoleNotOffered, "H")));
    for offered in [Reader, Contributor, Author, Leader, Owner] {
        played(&all, &[add(restricted(offered))]);
    }
    check(&all, add(restricted(PublicReader)), Err((AccessRoleNotOffered, "H")));
    let group_too = played(&b0(), &[add_group("H", "Crew", &["Cleo"])]);
    check(&group_too, ana().adds("Dock", group("Crew"), whole(Reader)), Err((AccessRoleNotOffered, "H")));
}

/// E7: what was given keeps working when its setting goes off.
#[test]
fn existing_credentials_outlive_their_setting() {
    let world = played(&open(), &[ana().adds("Dock", person("Cleo"), whole(Reader))]);
    let off = played(&world, &[ana().sets_space(SpaceSetting::Reader, false)]);
    check_access(&off, space("Cleo", "H", "Dock"), Level("Reader"));
}

/// R129, R112, R117, E12: a group must be defined; what is not there comes before what is not offered.
#[test]
fn a_group_must_be_defined() {
    check(&b0(), ana().adds("Dock", group("Crew"), whole(Author)), Err((NoMatch, "H")));
    check(&b0(), ana().adds("Dock", group("Crew"), whole(Reader)), Err((NoMatch, "H")));
    let world = played(&b0(), &[add_group("H", "Crew", &["Cleo"])]);
    check(&world, ana().takes_out("Dock", group("Crew")), Err((NoMatch, "H")));
    let world = played(&world, &[ana().adds("Dock", group("Crew"), whole(Author))]);
    check_access(&world, space("Cleo", "H", "Dock"), Level("Author"));
    let world = played(&world, &[ana().takes_out("Dock", group("Crew"))]);
    check_access(&world, space("Cleo", "H", "Dock"), No(&[NoMembership]));
}

/// R114, R115, R116: one credential per organization, the company only where there is no other.
#[test]
fn credentials_follow_the_organizations() {
    let of = |organizations: &[&str]| {
        let roles = [licensed(IFW), licensed(CSV)];
        let add = add_member("H", "Dan", Membership::Active, UserRight::Member, organizations, &roles);
        let world = played(&b0(), &[add_person("Dan", "dan@aldermoor.example"), add]);
        let world = played(&world, &[ana().adds("Dock", person("Dan"), whole(Author))]);
        credentials(&world, "H", "Dock", "Dan").unwrap()
    };
    assert_eq!(of(&[]), ["Aldermoor-Author"]);
    assert_eq!(of(&["Aldermoor"]), ["Aldermoor-Author"]);
    assert_eq!(of(&["Aldermoor", "Hulls"]), ["Hulls-Author"]);
    assert_eq!(of(&["Hulls", "Engines"]), ["Engines-Author", "Hulls-Author"]);
}

/// R118, R119, R120, R121, R122, R123: only credentials with the organization that was left go; joining gives none.
#[test]
fn leaving_an_organization_deletes_its_credentials_only() {
    let by_hand =
        |organization| ana().adds_by_hand(Door::ControlCenter, "Dock", person("Cleo"), whole(Author), organization);
    let world = played(&b0(), &[by_hand("Hulls"), by_hand("Engines"), by_hand("Aldermoor")]);
    let world = played(&world, &[ana().takes_out_of("Cleo", "Hulls")]);
    let stay = ["Aldermoor-Author".to_owned(), "Engines-Author".to_owned()];
    assert_eq!(credentials(&world, "H", "Dock", "Cleo"), Some(stay.to_vec()));
    let joined = played(&world, &[ana().puts_into("Cleo", "Hulls")]);
    assert_eq!(credentials(&joined, "H", "Dock", "Cleo"), Some(stay.to_vec()));
    check_access(&joined, space("Cleo", "H", COMMON), No(&[NoValidCredential]));
}

/// R135: Advanced sets single credentials, also of an organization the person does not belong to (C26).
#[test]
fn advanced_sets_single_credentials() {
    let add =
        |organization| ana().adds_by_hand(Door::ControlCenter, "Dock", person("Cleo"), whole(Author), organization);
    check(&b0(), add("Brightwell"), Err((UnknownOrganization, "H")));
    let world = played(&b0(), &[add("Engines")]);
    assert_eq!(credentials(&world, "H", "Dock", "Cleo"), Some(vec!["Engines-Author".into()]));
}

/// R111, R112, R128, R153, R154: persons, externals among them, and groups are added one after the other, any number, each
/// with an access role of its own; but only to a space that is there.
#[test]
fn members_are_added_one_after_the_other() {
    let world = played(&w1(), &[add_group("H", "Crew", &["Ana"])]);
    check(&world, ana().adds("Nowhere", person("Cleo"), whole(Author)), Err((NoMatch, "H")));
    let mut world = played(
        &world,
        &[
            ana().adds("Dock", person("Cleo"), whole(Contributor)),
            ana().adds("Dock", person("Ben"), whole(Author)),
            ana().adds("Dock", group("Crew"), whole(Contributor)),
        ],
    );
    let roles = [own(IFW), own(CSV)];
    for nth in 0..20 {
        let mail = format!("new-{nth}@elsewhere.example");
        play(&mut world, &ana().invites(&mail, UserRight::External, &roles));
        play(&mut world, &ana().adds("Dock", person(&mail), whole(Author)));
    }
    assert_eq!(credentials(&world, "H", "Dock", "Ana"), Some(vec!["Aldermoor-Leader & Owner".into()]));
    assert_eq!(credentials(&world, "H", "Dock", "Cleo"), Some(vec!["Hulls-Contributor".into()]));
    assert_eq!(credentials(&world, "H", "Dock", "Ben"), Some(vec!["Aldermoor-Author".into()]));
    let dock = world.platform("H".into()).unwrap().space("Dock".into()).unwrap();
    assert_eq!((dock.entries.len(), dock.groups.len()), (23, 1));
}

/// R81, R154, E7: adding again replaces the credential of the same organization; others stay.
#[test]
fn adding_again_replaces_the_credential_of_the_same_organization() {
    let world = played(
        &b0(),
        &[
            ana().adds_by_hand(Door::ControlCenter, "Dock", person("Cleo"), whole(Author), "Engines"),
            ana().adds("Dock", person("Cleo"), whole(Contributor)),
            ana().adds("Dock", person("Cleo"), whole(LeaderAndOwner)),
        ],
    );
    let both = ["Engines-Author".to_owned(), "Hulls-Leader & Owner".to_owned()];
    assert_eq!(credentials(&world, "H", "Dock", "Cleo"), Some(both.to_vec()));
    let one_level = played(&world, &[ana().changes(Door::ControlCenter, "Dock", person("Cleo"), whole(Contributor))]);
    check_access(&one_level, space("Cleo", "H", "Dock"), Level("Contributor"));
}

/// E7: changing needs somebody who is in, and an access role that is offered.
#[test]
fn changing_needs_an_entry() {
    let change = |who, access| ana().changes(Door::ControlCenter, "Dock", who, access);
    check(&b0(), change(person("Cleo"), whole(Author)), Err((NoMatch, "H")));
    check(&b0(), change(group("Crew"), whole(Author)), Err((NoMatch, "H")));
    let gone = played(&w1(), &[ana().removes_access("Ben")]);
    for (world, code) in [(b0(), NotInvited), (gone, AccessRemoved)] {
        check(&world, change(person("Ben"), whole(Author)), Err((code, "H")));
        check(&world, ana().takes_out("Dock", person("Ben")), Err((code, "H")));
    }
    let world = played(
        &b0(),
        &[
            add_group("H", "Crew", &["Cleo"]),
            ana().adds("Dock", person("Cleo"), whole(Author)),
            ana().adds("Dock", group("Crew"), whole(Author)),
        ],
    );
    for who in [person("Cleo"), group("Crew")] {
        already_so(&world, change(who, whole(Author)));
        check(&world, change(who, whole(Reader)), Err((AccessRoleNotOffered, "H")));
        played(&world, &[change(who, whole(Contributor))]);
    }
    check(
        &world,
        cleo().changes(Door::ControlCenter, "Dock", person("Cleo"), whole(Author)),
        Err((NotAdministrator, "H")),
    );
    let lost = played(&world, &[ana().takes_out_of("Cleo", "Hulls")]);
    check(&lost, change(person("Cleo"), whole(Contributor)), Err((NoMatch, "H")));
}

/// R136, R138, R152, C34: restricted access reaches the content of one's own organization; a guest without a declared
/// one has the host company's.
#[test]
fn restricted_access_reaches_the_own_organization() {
    let world = played(&open(), &[ana().adds("Dock", person("Cleo"), restricted(Author))]);
    check_access(&world, space("Cleo", "H", "Dock"), Level("Author (own organization)"));
    assert_eq!(reads(&world, "Cleo", "Dock"), Some(vec!["Hulls".into()]));
    let unticked = played(&open(), &[ana().adds("Dock", person("Cleo"), whole(Author))]);
    assert_eq!(reads(&unticked, "Cleo", "Dock"), None);
    let guest = played(&w1(), &[ana().sets_space(SpaceSetting::RestrictedRoles, true)]);
    let guest = played(&guest, &[ana().adds("Dock", person("Ben"), restricted(Author))]);
    assert_eq!(reads(&guest, "Ben", "Dock"), Some(vec!["Aldermoor".into()]));
    assert_eq!(reads(&guest, "Ben", "Hull-7"), None);
    let two = played(
        &world,
        &[ana().adds_by_hand(Door::ControlCenter, "Dock", person("Cleo"), restricted(Author), "Engines")],
    );
    assert_eq!(reads(&two, "Cleo", "Dock"), Some(vec!["Engines".into(), "Hulls".into()]));
    check_access(&two, space("Cleo", "H", "Dock"), Level("Author (own organization)"));
}

/// R158, R159: the label is the union of all paths, scope by scope (C23).
#[test]
fn the_label_is_the_union_of_all_paths() {
    use restricted as own;
    let cases = [
        (whole(Contributor), whole(Author), "Author"),
        (whole(Owner), whole(Reader), "Owner"),
        (whole(Owner), whole(Author), "Author & Owner"),
        (whole(Owner), whole(Leader), "Leader & Owner"),
        (own(Leader), whole(Contributor), "Leader (own organization) + Contributor (all)"),
        (own(Contributor), whole(Leader), "Leader"),
        (own(Author), whole(Author), "Author"),
        (own(Author), own(Contributor), "Author (own organization)"),
        (own(Owner), whole(Reader), "Owner (own organization) + Reader (all)"),
        (own(Leader), whole(Owner), "Leader (own organization) + Owner (all)"),
        (own(Owner), whole(Author), "Owner (own organization) + Author (all)"),
    ];
    for (one, other, label) in cases {
        for (individual, through_group) in [(one, other), (other, one)] {
            let world = played(
                &open(),
                &[
                    add_group("H", "Crew", &["Cleo"]),
                    ana().adds("Dock", person("Cleo"), individual),
                    ana().adds("Dock", group("Crew"), through_group),
                ],
            );
            check_access(&world, space("Cleo", "H", "Dock"), Level(label));
        }
    }
}

/// R150: Public Reader opens nothing here.
#[test]
fn public_reader_opens_nothing() {
    let world =
        played(&set(&[SpaceSetting::PublicReader], &[]), &[ana().adds("Dock", person("Cleo"), whole(PublicReader))]);
    let access = explain(&world, space("Cleo", "H", "Dock")).access.unwrap();
    assert_eq!((access.reading(), access.ownership()), (None, None));
    assert_eq!(access.label(), "Public Reader");
    // As a narrower line it adds nothing.
    let narrow = put_into_space("H", "Dock", group("Crew"), restricted(PublicReader));
    let both = [add_group("H", "Crew", &["Cleo"]), ana().adds("Dock", person("Cleo"), whole(Author)), narrow];
    check_access(&played(&b0(), &both), space("Cleo", "H", "Dock"), Level("Author"));
}

/// R157: a group path is as good as one's own, for everybody who has CSV.
#[test]
fn a_group_opens_the_space_to_its_members_with_industry_innovator() {
    let world = played(
        &b0(),
        &[
            add_group("H", "Crew", &["Ana", "Cleo"]),
            ana().adds("Dock", group("Crew"), whole(Contributor)),
            ana().ungrants("Cleo", CSV),
        ],
    );
    check_access(&world, space("Cleo", "H", "Dock"), No(&[CsvNotUsable]));
    check_access(&world, space("Ana", "H", "Dock"), Level("Leader & Owner"));
}

/// R158, F25: an individual entry stays while a group gives the same, and only then.
#[test]
fn an_entry_that_a_group_repeats_cannot_be_removed() {
    let both = |own_level, through_group| {
        played(
            &open(),
            &[
                add_group("H", "Crew", &["Cleo"]),
                ana().adds("Dock", person("Cleo"), own_level),
                ana().adds("Dock", group("Crew"), through_group),
            ],
        )
    };
    let take_out = || ana().takes_out("Dock", person("Cleo"));
    check(&both(whole(Author), whole(Author)), take_out(), Err((GrantedThroughGroup, "H")));
    check(&both(restricted(Author), restricted(Author)), take_out(), Err((GrantedThroughGroup, "H")));
    played(&both(whole(Author), restricted(Author)), &[take_out()]);
    played(&both(whole(Author), whole(Leader)), &[take_out()]);
}

/// R156: adding sends a link to the space.
#[test]
fn adding_sends_a_link_to_the_space() {
    let world = played(&b0(), &[ana().adds("Dock", person("Cleo"), whole(Author))]);
    assert_eq!(messages(&world, "Cleo"), [MessageKind::SpaceNotification("Dock".into())]);
}

/// H with the supplier Brightwell; Dora, of Brightwell, is Owner (Restricted) of Dock.
fn with_dora() -> World {
    let roles = [licensed(IFW), licensed(CSV)];
    played(
        &open(),
        &[
            add_organization("H", "Brightwell", OrganizationKind::Supplier),
            add_person("Dora", "dora@brightwell.example"),
            add_member("H", "Dora", Membership::Active, UserRight::External, &["Brightwell"], &roles),
            ana().adds("Dock", person("Dora"), restricted(Owner)),
            add_person("Dan", "dan@brightwell.example"),
            add_member("H", "Dan", Membership::Pending, UserRight::External, &["Brightwell", "Hulls"], &roles),
        ],
    )
}

/// R124, R125: an Owner (Restricted) makes, changes and removes only credentials of their own organization.
#[test]
fn an_owner_restricted_manages_the_own_organization_only() {
    let dora = actor("Dora", "H");
    let world = with_dora();
    let added = played(&world, &[dora.adds_as_owner("Dock", person("Dan"), restricted(Author))]);
    assert_eq!(credentials(&added, "H", "Dock", "Dan"), Some(vec!["Brightwell-Author (Restricted)".into()]));

    let both = played(&world, &[ana().adds("Dock", person("Dan"), restricted(Author))]);
    let changed = played(&both, &[dora.changes(Door::ThreeDSpace, "Dock", person("Dan"), restricted(Contributor))]);
    let mixed = ["Brightwell-Contributor (Restricted)".to_owned(), "Hulls-Author (Restricted)".to_owned()];
    assert_eq!(credentials(&changed, "H", "Dock", "Dan"), Some(mixed.to_vec()));
    let removed = played(&both, &[dora.takes_out_as_owner("Dock", person("Dan"))]);
    assert_eq!(credentials(&removed, "H", "Dock", "Dan"), Some(vec!["Hulls-Author (Restricted)".into()]));
    let gone = played(&added, &[dora.takes_out_as_owner("Dock", person("Dan"))]);
    assert_eq!(credentials(&gone, "H", "Dock", "Dan"), None);
    check(&world, dora.takes_out_as_owner("Dock", person("Ana")), Err((OtherOrganization, "H")));
    check(
        &world,
        dora.changes(Door::ThreeDSpace, "Dock", person("Ana"), restricted(Author)),
        Err((OtherOrganization, "H")),
    );
}

/// R125: nor by hand: the organization of the credential counts, not only the person's.
#[test]
fn an_owner_restricted_cannot_choose_another_organization_by_hand() {
    let dora = actor("Dora", "H");
    let add =
        |organization| dora.adds_by_hand(Door::ThreeDSpace, "Dock", person("Dan"), restricted(Author), organization);
    check(&with_dora(), add("Hulls"), Err((OtherOrganization, "H")));
    check(&with_dora(), add("Aldermoor"), Err((OtherOrganization, "H")));
    played(&with_dora(), &[add("Brightwell")]);
}

/// R125: where only credentials of other organizations are left, there is nothing to manage.
#[test]
fn an_owner_restricted_cannot_touch_credentials_of_others() {
    let dora = actor("Dora", "H");
    let by_hand = ana().adds_by_hand(Door::ControlCenter, "Dock", person("Dan"), restricted(Author), "Hulls");
    let world = played(&with_dora(), &[by_hand]);
    let change = dora.changes(Door::ThreeDSpace, "Dock", person("Dan"), restricted(Contributor));
    check(&world, change, Err((OtherOrganization, "H")));
    check(&world, dora.takes_out_as_owner("Dock", person("Dan")), Err((OtherOrganization, "H")));
}

/// R126: an Owner (Restricted) gives restricted access roles only.
#[test]
fn an_owner_restricted_gives_restricted_access_only() {
    let dora = actor("Dora", "H");
    check(&with_dora(), dora.adds_as_owner("Dock", person("Dan"), whole(Author)), Err((RestrictedRolesOnly, "H")));
    check(&with_dora(), dora.adds_as_owner("Dock", person("Cleo"), whole(Author)), Err((RestrictedRolesOnly, "H")));
    check(&with_dora(), dora.adds_as_owner("Hull-7", person("Dan"), restricted(Author)), Err((NotOwner, "H")));
}

/// R117, R125: a group belongs to the host company; only an Owner (Restricted) of that company manages it (C25).
#[test]
fn an_owner_restricted_of_the_host_company_manages_groups() {
    let roles = [licensed(IFW), licensed(CSV)];
    let world = played(&with_dora(), &[add_group("H", "Crew", &["Cleo"])]);
    let add = |who: &str| actor(who, "H").adds_as_owner("Dock", group("Crew"), restricted(Author));
    check(&world, add("Dora"), Err((OtherOrganization, "H")));
    let world = played(
        &world,
        &[
            pool("H", IFW, 6, 365),
            pool("H", CSV, 6, 365),
            add_person("Eve", "eve@aldermoor.example"),
            add_member("H", "Eve", Membership::Active, UserRight::Member, &["Aldermoor"], &roles),
            ana().adds("Dock", person("Eve"), restricted(Owner)),
        ],
    );
    let world = played(&world, &[add("Eve")]);
    check_access(&world, space("Cleo", "H", "Dock"), Level("Author (own organization)"));
    assert_eq!(reads(&world, "Cleo", "Dock"), Some(vec!["Aldermoor".into()]));
}

/// R26, F18: two spaces, or two groups, of one platform never bear one name, whoever makes them and however it is typed.
#[test]
fn a_name_is_borne_once() {
    let world = b0();
    let staged = |act| Command::Stage(act);
    let add =
        |id: &str, name: &str| staged(StageAct::AddSpace { platform: "H".into(), space: id.into(), name: name.into() });
    for name in ["Hull-7", " Hull-7", "Hull-7  "] {
        let create = Act::CreateSpace { space: "another".into(), name: name.into() };
        refused(&world, ana().does(create), AlreadyMember, "H");
        refused(&world, add("another", name), AlreadyMember, "H");
    }
    let empty = crossinvite::decide::decide(&world, &add("another", "  ")).unwrap_err();
    assert_eq!(empty.code, NoMatch);
    let mut after = world;
    play(&mut after, &add("another", " Slipway "));
    assert_eq!(&*after.platform("H".into()).unwrap().space("another".into()).unwrap().name, "Slipway");
    play(&mut after, &add_group("H", "Yard", &[]));
    let group = |name: &str| Act::CreateGroup { group: "other".into(), name: name.into() };
    refused(&after, ana().does(group(" Yard ")), AlreadyMember, "H");
    let staged_group =
        StageAct::AddGroup { platform: "H".into(), group: "other".into(), name: "Yard ".into(), members: Vec::new() };
    refused(&after, staged(staged_group), AlreadyMember, "H");
}
