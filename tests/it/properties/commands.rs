//! Few ids, so that they collide, and any command at any time: what the properties are tried on.

use crate::support::*;
use crossinvite::decide;
use crossinvite::domain::*;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::{Arc, LazyLock};

pub(super) const PLATFORMS: [&str; 3] = ["H", "G", "K"];
/// The administrators of the three platforms, a guest and an outsider.
const PEOPLE: [&str; 5] = ["Ana", "Gus", "Kim", "Ben", "Zoe"];
pub(super) const ROLES: [&str; 4] = [IFW, CSV, XWA, CREATOR];
const SPACES: [&str; 2] = [COMMON, "Room"];
const ORGANIZATIONS: [&str; 3] = ["Company", "Unit", "Supplier"];
const GROUPS: [&str; 2] = ["Crew", "Partners"];
const ITEMS: [&str; 2] = ["Plan", "Brief"];
/// A space and a group that are made on the way.
const ANNEX: &str = "Annex";
const DAYS: std::ops::Range<u32> = 0..25;

fn email(person: &str) -> Email {
    Email::new(&format!("{person}@example.org"))
}

/// The start: three companies with small pools; Ben is at home on G and invited to H. Platforms and roles in the given
/// order.
pub(super) fn start(platforms: &[&str], roles: Vec<Role>) -> World {
    let mut commands: Vec<Command> = PEOPLE.iter().map(|name| add_person(name, email(name).as_str())).collect();
    let basics = [licensed(IFW), licensed(CSV)];
    let everything = ROLES.map(licensed);
    for platform in platforms.iter().copied() {
        let administrator = PEOPLE[PLATFORMS.iter().position(|known| *known == platform).unwrap()];
        let right = UserRight::Administrator;
        commands.push(add_platform(platform, "Company"));
        commands.push(add_organization(platform, "Unit", OrganizationKind::BusinessUnit));
        commands.push(add_organization(platform, "Supplier", OrganizationKind::Supplier));
        commands.extend([pool(platform, IFW, 4, 20), pool(platform, CSV, 3, 15), pool(platform, CREATOR, 1, 20)]);
        if platform != "K" {
            commands.push(pool(platform, XWA, 2, 10));
        }
        commands.push(add_member(platform, administrator, Membership::Active, right, &["Company"], &basics));
        commands.push(add_space(platform, "Room"));
        commands.push(put_into_space(platform, "Room", person(administrator), whole(AccessRole::LeaderAndOwner)));
        commands.push(add_item(platform, "Room", "Plan", "Unit"));
        commands.push(add_item(platform, COMMON, "Brief", "Company"));
    }
    commands.push(add_member("G", "Ben", Membership::Active, UserRight::Member, &["Unit"], &everything));
    commands.push(add_member("K", "Zoe", Membership::Active, UserRight::Member, &[], &[licensed(IFW)]));
    commands.push(add_group("G", "Crew", &["Ben", "Gus"]));
    commands.push(stage_option("H", MemberOption::GrantWithoutLicense, true));
    commands.push(stage_option("G", MemberOption::GrantWithoutLicense, true));
    commands.push(add_member("H", "Ben", Membership::Pending, UserRight::External, &[], &ROLES.map(bare)));
    played(&World::new(Arc::new(RoleCatalog::new(roles).unwrap())), &commands)
}

/// Ben brings his licenses to H, works there, and is in a space alone and through a group.
pub(super) fn with_ben_at_work(start: &World) -> World {
    let author = GrantedAccess::whole(AccessRole::Author);
    let commands = [
        gus().frees("Ben", IFW),
        gus().frees("Ben", CSV),
        gus().frees("Ben", CREATOR),
        ben().accepts(),
        add_group("H", "Crew", &["Ben"]),
        ana().does(Act::GrantGroupRole { group: "Crew".into(), role: XWA.into() }),
        ana().adds("Room", group("Crew"), author),
        ana().adds("Room", person("Ben"), GrantedAccess::whole(AccessRole::Contributor)),
    ];
    played(start, &commands)
}

pub(super) fn few_roles() -> Vec<Role> {
    role_list().into_iter().filter(|role| ROLES.contains(&role.id.as_str())).collect()
}

pub fn the_start() -> World {
    static START: LazyLock<World> = LazyLock::new(|| start(&PLATFORMS, few_roles()));
    START.clone()
}

fn later_start() -> World {
    static START: LazyLock<World> = LazyLock::new(|| with_ben_at_work(&the_start()));
    START.clone()
}

/// Before the guest came, or after.
pub(super) fn a_start() -> impl Strategy<Value = World> {
    select(vec![false, true]).prop_map(|later| if later { later_start() } else { the_start() })
}

/// Somebody, more often than not somebody who may be on that platform.
fn a_person(on: &'static str) -> impl Strategy<Value = PersonId> + use<> {
    let likely = match on {
        "H" => vec!["Ana", "Ben", "Ben", "Ben"],
        "G" => vec!["Gus", "Ben", "Ben", "Ben"],
        _ => vec!["Kim", "Ben", "Zoe", "Zoe"],
    };
    prop_oneof![9 => select(likely), 2 => select(PEOPLE.to_vec())].prop_map(PersonId::new)
}

fn a_platform() -> impl Strategy<Value = &'static str> {
    select(vec!["H", "H", "G", "G", "K"])
}

fn a_role() -> impl Strategy<Value = RoleId> {
    select(ROLES.to_vec()).prop_map(RoleId::new)
}

fn a_space() -> impl Strategy<Value = SpaceId> {
    prop_oneof![6 => select(SPACES.to_vec()), 1 => Just(ANNEX)].prop_map(SpaceId::new)
}

fn a_group() -> impl Strategy<Value = GroupId> {
    prop_oneof![6 => select(GROUPS.to_vec()), 1 => Just(ANNEX)].prop_map(GroupId::new)
}

fn an_item() -> impl Strategy<Value = ItemId> {
    select(ITEMS.to_vec()).prop_map(ItemId::new)
}

pub(super) fn an_organization() -> impl Strategy<Value = OrganizationId> {
    select(ORGANIZATIONS.to_vec()).prop_map(OrganizationId::new)
}

fn a_right() -> impl Strategy<Value = UserRight> {
    select(UserRight::ALL.to_vec())
}

pub(super) fn an_access() -> impl Strategy<Value = GrantedAccess> {
    (select(AccessRole::ALL.to_vec()), prop::bool::weighted(0.3))
        .prop_map(|(role, restricted)| GrantedAccess { role, restricted })
}

fn an_offered_access() -> impl Strategy<Value = GrantedAccess> {
    let common = select(vec![AccessRole::Contributor, AccessRole::Author, AccessRole::LeaderAndOwner]);
    prop_oneof![3 => common.prop_map(GrantedAccess::whole), 1 => an_access()]
}

fn terms() -> impl Strategy<Value = GrantTerms> {
    let restrict_usage = prop_oneof![6 => Just(None), 1 => any::<bool>().prop_map(Some)];
    (any::<bool>(), restrict_usage)
        .prop_map(|(assign_license, restrict_usage)| GrantTerms { assign_license, restrict_usage })
}

/// Roles of an invitation: nearly always with IFW, often without any license.
fn invited_roles() -> impl Strategy<Value = Vec<InvitedRole>> {
    let others = prop::sample::subsequence(vec![CSV, XWA, CREATOR], 0..=3);
    (prop::bool::weighted(0.95), others, terms(), prop::bool::weighted(0.6)).prop_map(|(base, others, terms, free)| {
        let terms = if free { GrantTerms::without_license() } else { terms };
        let GrantTerms { assign_license, restrict_usage } = terms;
        let roles = base.then_some(IFW).into_iter().chain(others);
        roles.map(|role| InvitedRole { role: role.into(), assign_license, restrict_usage }).collect()
    })
}

fn who(on: &'static str) -> impl Strategy<Value = SpaceSubject> + use<> {
    prop_oneof![
        4 => a_person(on).prop_map(SpaceSubject::Person),
        1 => a_group().prop_map(SpaceSubject::Group),
    ]
}

fn a_door() -> impl Strategy<Value = Door> {
    prop_oneof![3 => Just(Door::ControlCenter), 1 => Just(Door::ThreeDSpace)]
}

fn act_on_options() -> BoxedStrategy<Act> {
    prop_oneof![
        3 => (select(MemberOption::ALL.to_vec()), prop::bool::weighted(0.7))
            .prop_map(|(option, on)| Act::SetOption { option, on }),
        1 => (select(SpaceSetting::ALL.to_vec()), prop::bool::weighted(0.7))
            .prop_map(|(setting, on)| Act::SetSpaceSetting { setting, on }),
        1 => any::<bool>().prop_map(|some| {
            Act::SetLocations { locations: some.then(|| LocationId::new("Europe")).into_iter().collect() }
        }),
        1 => invited_roles().prop_map(|roles| Act::SetDefaultRoles { roles }),
    ]
    .boxed()
}

fn act_on_invitations(on: &'static str) -> BoxedStrategy<Act> {
    let emails = prop_oneof![
        9 => a_person(on).prop_map(|person| vec![email(person.as_str())]),
        1 => prop::collection::vec(a_person(on).prop_map(|person| email(person.as_str())), 0..3),
        3 => (0..4_u8).prop_map(|nth| vec![Email::new(&format!("new-{nth}@example.org"))]),
    ];
    let location = prop_oneof![9 => Just(None), 1 => Just(Some(LocationId::new("Europe")))];
    let organization = prop_oneof![3 => Just(None), 1 => an_organization().prop_map(Some)];
    prop_oneof![
        6 => (emails, a_right(), location, organization, invited_roles()).prop_map(
            |(emails, right, location, organization, roles)| Act::Invite { emails, right, location, organization, roles }
        ),
        1 => a_person(on).prop_map(|person| Act::ResendInvitation { person }),
        1 => a_person(on).prop_map(|person| Act::CancelInvitation { person }),
    ]
    .boxed()
}

fn act_on_members(on: &'static str) -> BoxedStrategy<Act> {
    prop_oneof![
        2 => a_person(on).prop_map(|person| Act::RemoveAccess { person }),
        2 => a_person(on).prop_map(|person| Act::GiveAccessBack { person }),
        1 => a_person(on).prop_map(|person| Act::RemoveMember { person }),
        2 => (a_person(on), a_right()).prop_map(|(person, right)| Act::ChangeRight { person, right }),
        2 => (a_person(on), an_organization())
            .prop_map(|(person, organization)| Act::JoinOrganization { person, organization }),
        1 => (a_person(on), an_organization())
            .prop_map(|(person, organization)| Act::LeaveOrganization { person, organization }),
    ]
    .boxed()
}

fn act_on_licenses(on: &'static str) -> BoxedStrategy<Act> {
    prop_oneof![
        3 => (a_person(on), a_role(), terms()).prop_map(|(person, role, terms)| Act::GrantRole { person, role, terms }),
        1 => (a_person(on), a_role()).prop_map(|(person, role)| Act::UngrantRole { person, role }),
        3 => (a_person(on), a_role(), any::<bool>())
            .prop_map(|(person, role, on)| Act::SetAssignLicense { person, role, on }),
        4 => (a_person(on), a_role(), prop::bool::weighted(0.3))
            .prop_map(|(person, role, on)| Act::SetRestrictUsage { person, role, on }),
    ]
    .boxed()
}

fn act_on_spaces(on: &'static str) -> BoxedStrategy<Act> {
    let by_hand = prop_oneof![3 => Just(None), 1 => an_organization().prop_map(Some)];
    prop_oneof![
        5 => (a_space(), who(on), an_offered_access(), by_hand, a_door()).prop_map(
            |(space, who, access, organization, door)| Act::AddSpaceMember {
                space, who, role: access.role, restricted: access.restricted, organization, door,
            }
        ),
        2 => (a_space(), who(on), an_offered_access(), a_door()).prop_map(
            |(space, who, access, door)| Act::ChangeSpaceMember {
                space, who, role: access.role, restricted: access.restricted, door,
            }
        ),
        2 => (a_space(), who(on), a_door()).prop_map(|(space, who, door)| Act::RemoveSpaceMember { space, who, door }),
        1 => (a_space(), a_person(on), an_organization(), a_door()).prop_map(
            |(space, person, organization, door)| Act::RemoveCredential { space, person, organization, door }
        ),
        1 => (a_space(), a_door()).prop_map(|(space, door)| {
            Act::EditSpaceProperties { space, name: format!("{space} anew"), door }
        }),
    ]
    .boxed()
}

fn act_on_groups(on: &'static str) -> BoxedStrategy<Act> {
    prop_oneof![
        4 => (a_group(), a_person(on)).prop_map(|(group, person)| Act::JoinGroup { group, person }),
        2 => (a_group(), a_person(on)).prop_map(|(group, person)| Act::LeaveGroup { group, person }),
        5 => (a_group(), a_role()).prop_map(|(group, role)| Act::GrantGroupRole { group, role }),
        3 => (a_group(), a_role()).prop_map(|(group, role)| Act::UngrantGroupRole { group, role }),
        2 => a_group().prop_map(|group| Act::CreateGroup { group, name: group.to_string() }),
    ]
    .boxed()
}

/// Spaces are made, and items are moved between them and shared.
fn act_on_content(on: &'static str) -> BoxedStrategy<Act> {
    let address = prop_oneof![
        5 => a_person(on).prop_map(|person| email(person.as_str())),
        1 => (0..4_u8).prop_map(|nth| Email::new(&format!("new-{nth}@example.org"))),
    ];
    prop_oneof![
        3 => (an_item(), address).prop_map(|(item, email)| Act::ShareItem { item, email }),
        2 => (an_item(), a_space()).prop_map(|(item, to)| Act::MoveItem { item, to }),
        1 => Just(Act::CreateSpace { space: ANNEX.into(), name: ANNEX.into() }),
    ]
    .boxed()
}

fn an_act(on: &'static str) -> BoxedStrategy<Act> {
    prop_oneof![
        3 => act_on_options(),
        4 => act_on_invitations(on),
        3 => act_on_members(on),
        6 => act_on_licenses(on),
        5 => act_on_spaces(on),
        4 => act_on_groups(on),
        3 => act_on_content(on),
    ]
    .boxed()
}

/// The act of an administrator, now and then tried by somebody else; sometimes several as one step.
fn administration() -> BoxedStrategy<Command> {
    a_platform()
        .prop_flat_map(|platform| {
            let several = prop::collection::vec(an_act(platform), 2..4)
                .prop_map(|acts| Act::Several { what: "Several".into(), acts });
            let act = prop_oneof![12 => an_act(platform), 1 => several];
            let at = PLATFORMS.iter().position(|known| *known == platform).unwrap();
            (prop::option::weighted(0.1, a_person(platform)), act).prop_map(move |(somebody, act)| {
                Command::new(somebody.unwrap_or_else(|| PEOPLE[at].into()), platform.into(), act)
            })
        })
        .boxed()
}

fn login() -> BoxedStrategy<Command> {
    let act = prop_oneof![
        Just(Act::AcceptInvitation { via: Via::Email }),
        Just(Act::SwitchPlatform),
        Just(Act::SwitchPlatform),
    ];
    let somewhere = a_platform().prop_flat_map(|platform| (Just(platform), a_person(platform)));
    (somewhere, act).prop_map(|((on, by), act)| Command::new(by, on.into(), act)).boxed()
}

/// Several acts of the trainer at once, as one step.
fn staging_at_once() -> BoxedStrategy<Command> {
    let acts = prop::collection::vec(staging(), 2..4).prop_map(|commands| {
        let acts = commands.into_iter().filter_map(|command| match command {
            Command::Stage(act) => Some(act),
            Command::Do { .. } => None,
        });
        acts.collect()
    });
    acts.prop_map(|acts| Command::Stage(StageAct::Several { what: "Several".into(), acts })).boxed()
}

fn staging() -> BoxedStrategy<Command> {
    let members = prop::sample::subsequence(PEOPLE.to_vec(), 0..=1);
    prop_oneof![
        4 => prop_oneof![3 => 0..14_u32, 1 => DAYS].prop_map(clock),
        4 => (a_platform(), a_role(), 0..6_u32, DAYS)
            .prop_map(|(platform, role, purchased, expires)| pool(platform, role.as_str(), purchased, expires)),
        2 => (select(Reading::ALL.to_vec()), any::<bool>())
            .prop_map(|(reading, alternative)| Command::Stage(StageAct::SetReading { reading, alternative })),
        1 => (a_platform(), select(GROUPS.to_vec()), members)
            .prop_map(|(platform, group, members)| add_group(platform, group, &members)),
        1 => (a_platform(), select(GROUPS.to_vec()), a_role()).prop_map(|(platform, group, role)| {
            Command::Stage(StageAct::GrantGroupRole { platform: platform.into(), group: group.into(), role })
        }),
        1 => (a_platform(), select(SPACES.to_vec()), who("G"), an_access())
            .prop_map(|(platform, space, who, access)| put_into_space(platform, space, who, access)),
        1 => (a_platform(), a_person("G")).prop_map(|(platform, person)| connect(person.as_str(), platform)),
    ]
    .boxed()
}

pub(super) fn any_command() -> BoxedStrategy<Command> {
    prop_oneof![8 => administration(), 3 => login(), 2 => staging(), 1 => staging_at_once()].boxed()
}

pub fn some_commands() -> impl Strategy<Value = Vec<Command>> {
    prop::collection::vec(any_command(), 0..30)
}

/// The world after those of the commands that are accepted.
pub(super) fn after(start: &World, commands: &[Command]) -> World {
    let mut world = start.clone();
    for command in commands {
        if let Ok((next, _)) = decide::act(&world, command) {
            world = next;
        }
    }
    world
}

pub fn any_world() -> impl Strategy<Value = World> {
    (a_start(), some_commands()).prop_map(|(start, commands)| after(&start, &commands))
}
