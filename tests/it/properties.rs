//! What must hold in any world, whatever is tried: few ids, so that they collide, and any command at any time.

use crate::support::*;
use crossinvite::access::{EffectiveAccess, Explanation, Question, changes, cure, explain, standing};
use crossinvite::decide;
use crossinvite::domain::*;
use crossinvite::session::{Session, Submitted};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

const PLATFORMS: [&str; 3] = ["H", "G", "K"];
/// The administrators of the three platforms, a guest and an outsider.
const PEOPLE: [&str; 5] = ["Ana", "Gus", "Kim", "Ben", "Zoe"];
const ROLES: [&str; 4] = [IFW, CSV, XWA, CREATOR];
const SPACES: [&str; 2] = [COMMON, "Room"];
const ORGANIZATIONS: [&str; 3] = ["Company", "Unit", "Supplier"];
const GROUPS: [&str; 2] = ["Crew", "Partners"];
const DAYS: std::ops::Range<u32> = 0..25;

// ---- Worlds and commands

fn email(person: &str) -> Email {
    Email::new(&format!("{person}@example.org"))
}

/// The start: three companies with small pools; Ben is at home on G and invited to H. Platforms and roles in the given
/// order.
fn start(platforms: &[&str], roles: Vec<Role>) -> World {
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
fn with_ben_at_work(start: &World) -> World {
    let author = GrantedAccess::whole(AccessRole::Author);
    let commands = [
        gus().frees("Ben", IFW),
        gus().frees("Ben", CSV),
        gus().frees("Ben", CREATOR),
        ben().accepts(),
        add_group("H", "Crew", &["Ben"]),
        ana().adds("Room", group("Crew"), author),
        ana().adds("Room", person("Ben"), GrantedAccess::whole(AccessRole::Contributor)),
    ];
    played(start, &commands)
}

fn few_roles() -> Vec<Role> {
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
fn a_start() -> impl Strategy<Value = World> {
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
    select(SPACES.to_vec()).prop_map(SpaceId::new)
}

fn an_organization() -> impl Strategy<Value = OrganizationId> {
    select(ORGANIZATIONS.to_vec()).prop_map(OrganizationId::new)
}

fn a_right() -> impl Strategy<Value = UserRight> {
    select(UserRight::ALL.to_vec())
}

fn an_access() -> impl Strategy<Value = GrantedAccess> {
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
        1 => select(GROUPS.to_vec()).prop_map(|group| SpaceSubject::Group(group.into())),
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

/// The act of an administrator, now and then tried by somebody else.
fn administration() -> BoxedStrategy<Command> {
    a_platform()
        .prop_flat_map(|platform| {
            let act = prop_oneof![
                3 => act_on_options(),
                4 => act_on_invitations(platform),
                3 => act_on_members(platform),
                6 => act_on_licenses(platform),
                5 => act_on_spaces(platform),
            ];
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
        1 => (a_platform(), select(SPACES.to_vec()), who("G"), an_access())
            .prop_map(|(platform, space, who, access)| put_into_space(platform, space, who, access)),
        1 => (a_platform(), a_person("G")).prop_map(|(platform, person)| connect(person.as_str(), platform)),
    ]
    .boxed()
}

fn any_command() -> BoxedStrategy<Command> {
    prop_oneof![8 => administration(), 3 => login(), 2 => staging(), 1 => staging_at_once()].boxed()
}

pub fn some_commands() -> impl Strategy<Value = Vec<Command>> {
    prop::collection::vec(any_command(), 0..30)
}

/// The world after those of the commands that are accepted.
fn after(start: &World, commands: &[Command]) -> World {
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

// ---- What is looked at

/// Everything that can be asked about these platforms.
pub fn all_questions(world: &World) -> Vec<Question> {
    let mut questions = Vec::new();
    for who in world.people().map(|person| person.id) {
        for platform in PLATFORMS {
            questions.push(can_connect(who.as_str(), platform));
            questions.extend(ROLES.map(|id| role(who.as_str(), platform, id)));
            questions.extend(SPACES.map(|id| space(who.as_str(), platform, id)));
        }
    }
    questions
}

pub fn all_answers(world: &World) -> BTreeMap<Question, Explanation> {
    all_questions(world).into_iter().map(|question| (question, explain(world, question))).collect()
}

fn label(explanation: &Explanation) -> Option<String> {
    explanation.access.as_ref().filter(|_| explanation.holds()).map(EffectiveAccess::label)
}

/// E3 once more, in the words of the rules: whose license makes the role usable.
fn usable(world: &World, person: PersonId, at: PlatformId, role: RoleId) -> Option<PlatformId> {
    let platform = world.platform(at)?;
    let is_active = platform.member(person)?.membership == Membership::Active;
    let today = world.today();
    let is_valid = |p: &Platform| p.seat(person, role).is_some() && today <= p.pools[&role].expires;
    let foreign = |p: &&Platform| {
        let is_free = p.seat(person, role).is_some_and(|seat| !seat.restricted);
        let has_access = p.member(person).is_some_and(|member| member.membership != Membership::NoAccess);
        let asked = !world.reads(Reading::HomeOptionNotAsked);
        p.id != at
            && is_valid(p)
            && is_free
            && (has_access || world.kind(role) == RoleKind::NotLinked)
            && platform.grants_without_license()
            && (p.grants_without_license() || !asked)
    };
    let source = if is_valid(platform) { Some(at) } else { world.platforms().find(foreign).map(|home| home.id) };
    let needs_hold =
        world.roles().prerequisites(role).iter().all(|needed| usable(world, person, at, *needed).is_some());
    source.filter(|_| is_active && platform.is_granted(person, role) && needs_hold)
}

/// What the obstacle of a check says, looked up in the world: is it really absent?
fn is_absent(world: &World, question: Question, check: &crossinvite::access::Check) -> bool {
    let (who, at) = (question.person(), question.platform());
    let member = world.member(who, at);
    let there = world.platform(check.at).unwrap();
    let clear = |role| {
        explain(world, Question::RoleUsable { person: who, platform: at, role })
            .codes()
            .iter()
            .all(|code| code.is_membership())
    };
    let elsewhere = || world.platforms().filter(|other| other.id != at);
    match check.code {
        Code::NotInvited => member.is_some(),
        Code::Pending => member.is_none_or(|member| member.membership != Membership::Pending),
        Code::AccessRemoved => member.is_none_or(|member| member.membership != Membership::NoAccess),
        Code::RoleNotGranted => world.platform(at).unwrap().is_granted(who, check.role.unwrap()),
        Code::HostOptionOff => world.platform(at).unwrap().grants_without_license(),
        Code::HomeOptionOff => there.grants_without_license(),
        Code::NoLicenseAnywhere => elsewhere().any(|other| other.member(who).is_some()),
        Code::HomeNoLicense => elsewhere().any(|other| other.seat(who, check.role.unwrap()).is_some()),
        Code::HomeAccessRemoved => there.member(who).unwrap().membership != Membership::NoAccess,
        Code::HomeLicenseRestricted => !there.seat(who, check.role.unwrap()).unwrap().restricted,
        Code::HomeLicenseExpired | Code::Expired => world.today() <= there.pools[&check.role.unwrap()].expires,
        Code::PrerequisiteNotGranted(needed) => there.is_granted(who, needed),
        Code::PrerequisiteBlocked(needed) => clear(needed),
        Code::CsvNotUsable => clear(RoleId::ifw()) && clear(RoleId::csv()),
        Code::NoMembership | Code::NoValidCredential => {
            let Question::SpaceAccess { space, .. } = question else { return false };
            let space = there.space(space).unwrap();
            let own = space.entries.get(&who).is_some_and(|entry| !entry.is_empty());
            own || there.groups_of(who).any(|group| space.groups.contains_key(&group.id))
        }
        _ => false,
    }
}

/// The invariants of one world.
fn assert_possible(world: &World) {
    for platform in world.platforms() {
        let id = platform.id;
        for (role, pool) in &platform.pools {
            let seats = platform.members.values().filter(|member| member.seats.contains_key(role)).count();
            assert_eq!(pool.assigned as usize, seats, "{role} on {id}");
            assert!(pool.assigned <= pool.purchased, "(1) {role} on {id}");
        }
        for (who, member) in &platform.members {
            for (role, seat) in &member.seats {
                assert!(platform.is_granted(*who, *role), "(13) {who} {role} on {id}: a license without its role");
                assert!(world.kind(*role).is_linked() || !seat.restricted, "(13) {who} {role} on {id}");
            }
            if !platform.grants_without_license() {
                for role in ROLES.map(RoleId::new).into_iter().filter(|role| platform.is_granted(*who, *role)) {
                    let seat = member.seats.get(&role);
                    let fits = seat.is_some_and(|seat| seat.restricted || !world.kind(role).is_linked());
                    assert!(fits, "(4) {who} {role} on {id}");
                }
            }
        }
    }
    for who in world.people() {
        let Some(at) = who.connected else { continue };
        assert_eq!(world.member(who.id, at).map(|member| member.membership), Some(Membership::Active), "(14) {who:?}");
        assert!(explain(world, can_connect(who.id.as_str(), at.as_str())).holds(), "(14) {who:?}");
    }
}

/// The invariants of all answers in one world.
fn assert_answers(world: &World) {
    for (question, explanation) in all_answers(world) {
        let (who, at) = (question.person(), question.platform());
        let context = || format!("{question:?}\n{explanation:#?}\n{world:#?}");
        let codes = explanation.codes();
        assert_eq!(explanation.holds(), codes.is_empty(), "a no names a reason: {}", context());
        assert!(codes.is_sorted_by_key(|code| code.rank()), "{}", context());
        for check in &explanation.checks {
            assert_eq!(check.holds, is_absent(world, question, check), "{check:?} lies: {}", context());
        }
        let member = world.member(who, at);
        let is_active = member.is_some_and(|member| member.membership == Membership::Active);
        match question {
            Question::CanConnect { .. } => {
                let is_pending = member.is_some_and(|member| member.membership == Membership::Pending);
                let expected = usable(world, who, at, RoleId::ifw()).is_some();
                assert!(is_pending || explanation.holds() == expected, "{}", context());
            }
            Question::RoleUsable { role, .. } => {
                let expected = usable(world, who, at, role);
                assert_eq!(explanation.holds(), expected.is_some(), "{}", context());
                if explanation.holds() {
                    assert!(is_active && world.platform(at).unwrap().is_granted(who, role), "(3) {}", context());
                    assert_eq!(explanation.source, expected, "{}", context());
                    let is_foreign = explanation.source != Some(at);
                    assert!(!is_foreign || world.platform(at).unwrap().grants_without_license(), "(5) {}", context());
                }
            }
            Question::SpaceAccess { space, .. } => {
                if explanation.holds() {
                    assert!(usable(world, who, at, RoleId::csv()).is_some(), "(6) {}", context());
                }
                assert_eq!(explanation.access, paths(world, who, at, space), "(7) {}", context());
            }
        }
    }
}

/// All paths of a person into a space, together.
fn paths(world: &World, who: PersonId, at: PlatformId, space: SpaceId) -> Option<EffectiveAccess> {
    let platform = world.platform(at).unwrap();
    let space = platform.space(space).unwrap();
    let mut access = EffectiveAccess::default();
    for (group, granted) in space.groups.iter().rev() {
        if platform.groups[group].members.contains(&who) {
            access.add(*granted, platform.host_company);
        }
    }
    for (organization, granted) in space.entries.get(&who).into_iter().flatten() {
        access.add(*granted, *organization);
    }
    (!access.is_empty()).then_some(access)
}

/// The cross-platform law (12): with everything set up, the base roles work.
fn assert_set_up_guests_get_in(world: &World) {
    let basics = [RoleId::ifw(), RoleId::csv()];
    for who in world.people().map(|person| person.id) {
        for (host, home) in PLATFORMS.into_iter().flat_map(|host| PLATFORMS.map(|home| (host, home))) {
            let (host, home) = (world.platform(host.into()).unwrap(), world.platform(home.into()).unwrap());
            let state = |p: &Platform| p.member(who).map(|member| member.membership);
            let is_set_up = host.id != home.id
                && state(host) == Some(Membership::Active)
                && !matches!(state(home), None | Some(Membership::NoAccess))
                && host.grants_without_license()
                && home.grants_without_license()
                && basics.iter().all(|role| {
                    let seat = home.seat(who, *role);
                    host.is_granted(who, *role)
                        && seat.is_some_and(|seat| !seat.restricted && !home.is_expired(*role, world.today()))
                });
            for base in basics.into_iter().filter(|_| is_set_up) {
                assert!(explain(world, role(who.as_str(), host.id.as_str(), base.as_str())).holds(), "(12) {world:#?}");
            }
        }
    }
}

/// The invariants of one accepted command.
fn assert_fair(command: &Command, before: &World, after: &World) {
    let same_pools = || before.platforms().all(|p| p.pools == after.platform(p.id).unwrap().pools);
    if let Some(on) = command.platform() {
        for other in before.platforms().filter(|other| other.id != on) {
            assert_eq!(Some(other), after.platform(other.id), "(10, 11) {command:?}");
        }
    }
    for platform in before.platforms().filter(|platform| before.administrators(platform.id).next().is_some()) {
        assert!(after.administrators(platform.id).next().is_some(), "(15) {command:?}");
    }
    let Command::Do { on, act, .. } = command else { return };
    match act {
        Act::Invite { roles, .. } if roles.iter().all(|invited| !invited.assign_license) => {
            assert!(same_pools(), "(2) {command:?}");
        }
        Act::SetOption { option: MemberOption::PlatformLocations, .. } | Act::SetLocations { .. } => {
            assert_eq!(all_answers(before), all_answers(after), "(8) {command:?}");
        }
        Act::SetRestrictUsage { on: restricted, .. } => {
            for (question, was) in all_answers(before) {
                let is = explain(after, question);
                let (less, more) = if *restricted { (&is, &was) } else { (&was, &is) };
                assert!(!less.holds() || more.holds(), "(9) {command:?} {question:?}");
                assert_eq!(was.access, is.access, "(9) {command:?} {question:?}");
                if question.platform() == *on {
                    assert_eq!(was, is, "(9) {command:?} {question:?}");
                }
            }
        }
        Act::RemoveSpaceMember { .. } | Act::RemoveCredential { .. } => {
            for (question, was) in all_answers(before) {
                let is = explain(after, question);
                assert!(!is.holds() || was.holds(), "(7) {command:?} {question:?}");
                // Whatever is left is no more than what was there.
                if let (Some(was), Some(is)) = (&was.access, &is.access) {
                    assert!(is.reading().is_none() || was.reading().is_some(), "(7) {command:?} {question:?}");
                    assert!(is.ownership().is_none() || was.ownership().is_some(), "(7) {command:?} {question:?}");
                }
            }
        }
        _ => {}
    }
}

/// What came of curing.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cured {
    Yes,
    /// Nobody can do anything about this one.
    Beyond(Code),
}

/// Cures the first obstacle, and the first again, until there is none or nobody can cure it. What is offered can be done.
fn cure_all(world: &World, question: Question) -> Cured {
    let mut world = world.clone();
    for _ in 0..40 {
        let mut asked = question;
        let command = loop {
            let explanation = explain(&world, asked);
            let Some(headline) = explanation.headline().copied() else { break None };
            let connecting = can_connect(asked.person().as_str(), asked.platform().as_str());
            // Somebody who has been invited can accept when connecting would succeed.
            if headline.code == Code::Pending && !explain(&world, connecting).holds() {
                asked = connecting;
                continue;
            }
            match (cure(&world, asked, &headline), headline.follow) {
                (Some(command), _) => break Some(command),
                (None, Some(behind)) => asked = behind,
                (None, None) => return Cured::Beyond(headline.code),
            }
        };
        let Some(command) = command else { return Cured::Yes };
        match decide::act(&world, &command) {
            Err(refusal) => panic!("{command:?} is offered for {asked:?}: {refusal:?}\n{world:#?}"),
            Ok((next, events)) => {
                assert!(!events.is_empty(), "{command:?} cures nothing of {asked:?}\n{world:#?}");
                world = next;
            }
        }
    }
    panic!("no end to the cures of {question:?}\n{world:#?}")
}

// ---- Properties

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// E11 (1), (4), (13), (14), (10), (11), (2), (15), (8), (9), (7): after every accepted command.
    #[test]
    fn every_step_is_fair_and_leads_to_a_possible_world(start in a_start(), commands in some_commands()) {
        let mut world = start;
        for command in &commands {
            if let Ok((next, _)) = decide::act(&world, command) {
                assert_fair(command, &world, &next);
                assert_possible(&next);
                world = next;
            }
        }
    }

    /// E3, E4, E6, E7, E11 (3), (5), (6), (7), (12), E12: in every world.
    #[test]
    fn explanations_do_not_lie(world in any_world()) {
        assert_answers(&world);
        assert_set_up_guests_get_in(&world);
    }

    /// A refused command says what it is refused for, and a session does not move.
    #[test]
    fn a_refused_command_changes_nothing(commands in some_commands()) {
        let mut session = Session::new(the_start());
        for command in commands {
            let (before, cursor, steps) = (session.world().clone(), session.cursor(), session.steps().count());
            if let Err(refusal) = session.submit(command) {
                prop_assert!(refusal.code != Code::OptionInUse || !refusal.blockers.is_empty());
                prop_assert_eq!((session.world(), session.cursor(), session.steps().count()), (&before, cursor, steps));
            }
        }
    }

    /// The preview is the commit: the same events, the same world.
    #[test]
    fn a_preview_equals_the_commit(commands in some_commands()) {
        let mut session = Session::new(the_start());
        for command in commands {
            let preview = decide::decide(session.world(), &command);
            let mut fork = session.world().clone();
            apply_all(&mut fork, preview.as_deref().unwrap_or(&[]));
            let submitted = session.submit(command);
            prop_assert_eq!(&fork, session.world());
            prop_assert_eq!(submitted.is_err(), preview.is_err());
            prop_assert_eq!(submitted == Ok(Submitted::AlreadySo), preview == Ok(Vec::new()));
        }
    }

    /// The recorded events, and the recorded commands, each give every world of the history again.
    #[test]
    fn the_log_is_the_truth(commands in some_commands()) {
        let mut session = Session::new(the_start());
        for command in &commands {
            session.submit(command.clone()).ok();
        }
        let (mut replayed, mut decided) = (the_start(), the_start());
        for (nth, step) in session.line().into_iter().enumerate() {
            let recorded = session.step(step).unwrap();
            apply_all(&mut replayed, &recorded.events);
            decided = decide::act(&decided, &recorded.command).unwrap().0;
            prop_assert_eq!(&replayed, session.world_at(step));
            prop_assert_eq!(&decided, session.world_at(step));
            prop_assert_eq!(session.past(step).len(), nth + 1);
        }
        prop_assert_eq!(&replayed, session.world());
    }

    /// Undo and redo are nothing together; seeking the nth step gives the world of the first n.
    #[test]
    fn undo_then_redo_is_nothing(commands in some_commands(), nth in any::<prop::sample::Index>()) {
        let mut session = Session::new(the_start());
        let mut worlds = vec![the_start()];
        for command in commands {
            if let Ok(Submitted::Done(_)) = session.submit(command) {
                worlds.push(session.world().clone());
            }
        }
        let end = session.cursor();
        if session.undo() {
            prop_assert_eq!(session.world(), &worlds[worlds.len() - 2]);
            prop_assert!(session.redo());
        }
        prop_assert_eq!((session.cursor(), session.world()), (end, &worlds[worlds.len() - 1]));
        let nth = nth.index(worlds.len());
        let step = nth.checked_sub(1).map_or(0, |index| session.line()[index]);
        prop_assert!(session.seek(step));
        prop_assert_eq!((session.world(), session.depth()), (&worlds[nth], nth));
    }

    /// The headline can be cured, and the next, until the answer is yes or nobody can do anything.
    #[test]
    fn curing_comes_to_an_end(world in any_world(), nth in prop::collection::vec(any::<prop::sample::Index>(), 8)) {
        let questions = all_questions(&world);
        for nth in nth {
            cure_all(&world, *nth.get(&questions));
        }
    }

    /// Neither the order of the platforms nor that of the roles decides anything but the order of the reasons.
    #[test]
    fn the_order_of_the_data_decides_nothing(later in any::<bool>(), commands in some_commands()) {
        let reversed_roles = few_roles().into_iter().rev().collect();
        let (mut one, mut other) = (the_start(), start(&["K", "G", "H"], reversed_roles));
        if later {
            (one, other) = (with_ben_at_work(&one), with_ben_at_work(&other));
        }
        for command in &commands {
            match (decide::act(&one, command), decide::act(&other, command)) {
                (Ok((next_one, _)), Ok((next_other, _))) => (one, other) = (next_one, next_other),
                (Err(refused), Err(also)) => prop_assert_eq!(refused.code.rank(), also.code.rank()),
                (this, that) => prop_assert!(false, "{:?}: {:?} or {:?}", command, this.map(drop), that.map(drop)),
            }
        }
        for platform in PLATFORMS.map(PlatformId::new) {
            prop_assert_eq!(one.platform(platform), other.platform(platform));
        }
        for (question, answer) in all_answers(&one) {
            let also = explain(&other, question);
            let set = |explanation: &Explanation| explanation.codes().into_iter().collect::<BTreeSet<Code>>();
            prop_assert_eq!(set(&answer), set(&also), "{:?}", question);
            prop_assert_eq!(label(&answer), label(&also), "{:?}", question);
        }
    }

    /// Every command can be written down and read again.
    #[test]
    fn commands_survive_ron(command in any_command()) {
        let text = ron::to_string(&command).unwrap();
        prop_assert_eq!(ron::from_str::<Command>(&text).unwrap(), command);
    }

    /// (7) The union of paths: order does not matter, a path adds nothing twice, and every path is within the union.
    #[test]
    fn access_is_a_union(given in prop::collection::vec((an_access(), an_organization()), 1..5)) {
        let union = |paths: &[(GrantedAccess, OrganizationId)]| {
            let mut access = EffectiveAccess::default();
            for (granted, organization) in paths {
                access.add(*granted, *organization);
            }
            access
        };
        let all = union(&given);
        let mut reversed = given.clone();
        reversed.reverse();
        prop_assert_eq!(&union(&reversed), &all);
        for path in &given {
            prop_assert_eq!(&union(&[&given[..], std::slice::from_ref(path)].concat()), &all);
            let opens = |role: AccessRole| role > AccessRole::PublicReader;
            prop_assert_eq!(all.reading().is_some(), given.iter().any(|(access, _)| opens(access.role)));
        }
        prop_assert_eq!(all.ownership().is_some(), given.iter().any(|(access, _)| matches!(access.role, AccessRole::Owner | AccessRole::LeaderAndOwner)));
        prop_assert!(!all.is_empty() && !all.label().is_empty());
    }
}

proptest! {
    // Every step of every case asks everything twice: fewer cases do.
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// What two worlds differ in is exactly what stands differently, for every person and platform.
    #[test]
    fn differences_are_complete(start in a_start(), commands in some_commands()) {
        let mut before = start;
        for command in commands {
            let Ok((after, _)) = decide::act(&before, &command) else { continue };
            let told: BTreeSet<Question> = changes(&before, &after).into_iter().map(|change| change.question).collect();
            for question in all_questions(&after) {
                let concerns = match question {
                    // Roles that the person has nowhere are not told.
                    Question::RoleUsable { person, role, .. } => [&before, &after].iter().any(|world| {
                        world.platforms().any(|p| p.is_granted(person, role) || p.seat(person, role).is_some())
                    }),
                    Question::CanConnect { .. } | Question::SpaceAccess { .. } => true,
                };
                let differs = standing(&before, question) != standing(&after, question);
                prop_assert_eq!(told.contains(&question), concerns && differs, "{:?} {:?}", command, question);
            }
            before = after;
        }
    }
}

/// A sample of sequences that is the same every time.
fn sample() -> Vec<Vec<Command>> {
    let mut runner = TestRunner::deterministic();
    (0..100).map(|_| some_commands().new_tree(&mut runner).unwrap().current()).collect()
}

/// The properties above prove little unless much of what is tried is accepted, and of many kinds.
#[test]
fn much_of_what_is_tried_is_accepted() {
    let (mut tried, mut accepted) = (0, 0);
    let mut kinds = BTreeSet::new();
    let mut refusals = BTreeSet::new();
    for commands in sample() {
        let mut world = the_start();
        for command in commands {
            tried += 1;
            match decide::act(&world, &command) {
                Ok((next, events)) => {
                    accepted += usize::from(!events.is_empty());
                    kinds.extend(events.iter().map(std::mem::discriminant).map(|kind| format!("{kind:?}")));
                    world = next;
                }
                Err(refusal) => {
                    refusals.insert(refusal.code.rank());
                }
            }
        }
    }
    assert!(accepted * 3 >= tried, "{accepted} of {tried} accepted, {refusals:?}");
    assert!(kinds.len() >= 22, "only {} kinds of events", kinds.len());
    assert!(refusals.len() >= 16, "only {} kinds of refusals", refusals.len());
}

/// Cures are worth having: most of the time they lead to a yes.
#[test]
fn most_obstacles_can_be_cured() {
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    for commands in sample() {
        let world = after(&the_start(), &commands);
        for question in all_questions(&world).into_iter().step_by(7) {
            *ends.entry(format!("{:?}", cure_all(&world, question))).or_default() += 1;
        }
    }
    let all: usize = ends.values().sum();
    assert!(ends["Yes"] * 2 > all, "{ends:?}");
}
