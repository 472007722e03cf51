//! The cast, short verbs for commands, and checks that always ask for the reasons.
//!
//! Platforms are called `H` (host, Aldermoor Marine) and `G` (home, Brightwell Tooling), as in the worked cases.

use crossinvite::access::{Question, explain};
use crossinvite::decide;
use crossinvite::domain::*;
use std::sync::{Arc, LazyLock};

pub const IFW: &str = "IFW";
pub const CSV: &str = "CSV";
pub const XWA: &str = "XWA";
pub const CREATOR: &str = "3D-Creator";
pub const SCULPTOR: &str = "3D-Sculptor";
pub const BEN_MAIL: &str = "ben@brightwell.example";
pub const COMMON: &str = "common-space";

/// Roles in catalog order. `XEN` stands for the kind that is always assigned and restricted, `MYH` needs `SSY`.
pub fn role_list() -> Vec<Role> {
    let role = |id: &str, name: &str, kind, needs: &[&str]| Role {
        id: id.into(),
        name: name.into(),
        short: name.into(),
        kind,
        prerequisites: needs.iter().copied().map(RoleId::new).collect(),
        apps: Vec::new(),
    };
    vec![
        role(IFW, "3DSwymer", RoleKind::Platform, &[]),
        role(CSV, "Collaborative Industry Innovator", RoleKind::Platform, &[IFW]),
        role(XWA, "3DEXPERIENCE SOLIDWORKS Standard", RoleKind::NotLinked, &[IFW, CSV]),
        role("XWB", "3DEXPERIENCE SOLIDWORKS Professional", RoleKind::NotLinked, &[IFW, CSV]),
        role(CREATOR, "3D Creator", RoleKind::LinkedReusable, &[IFW, CSV]),
        role(SCULPTOR, "3D Sculptor", RoleKind::LinkedReusable, &[IFW, CSV]),
        role("XEN", "Product Release Engineer", RoleKind::LinkedFixed, &[IFW, CSV]),
        role("SSY", "Collaborative Designer for CATIA Magic", RoleKind::NotLinked, &[IFW, CSV]),
        role("MYH", "Magic Systems of Systems Architect", RoleKind::NotLinked, &[IFW, CSV, "SSY"]),
    ]
}

/// The catalog of [`role_list`].
pub fn catalog() -> Arc<RoleCatalog> {
    Arc::new(RoleCatalog::new(role_list()).unwrap())
}

// ---- Setting the stage

pub fn add_person(id: &str, email: &str) -> Command {
    Command::Stage(StageAct::AddPerson { person: id.into(), name: Some(id.into()), email: Email::new(email) })
}

pub fn add_platform(id: &str, company: &str) -> Command {
    Command::Stage(StageAct::AddPlatform {
        platform: id.into(),
        name: id.into(),
        company: company.into(),
        company_name: company.into(),
    })
}

pub fn add_organization(platform: &str, id: &str, kind: OrganizationKind) -> Command {
    Command::Stage(StageAct::AddOrganization {
        platform: platform.into(),
        organization: id.into(),
        name: id.into(),
        kind,
    })
}

pub fn pool(platform: &str, role: &str, purchased: u32, expires: u32) -> Command {
    Command::Stage(StageAct::SetPool { platform: platform.into(), role: role.into(), purchased, expires: Day(expires) })
}

/// A role with a license of the platform, restricted where that is possible.
pub fn licensed(role: &str) -> MemberRole {
    MemberRole { role: role.into(), assign_license: true, restrict_usage: None }
}

/// A role without a license of the platform.
pub fn bare(role: &str) -> MemberRole {
    MemberRole { role: role.into(), assign_license: false, restrict_usage: None }
}

pub fn add_member(
    platform: &str,
    person: &str,
    membership: Membership,
    right: UserRight,
    organizations: &[&str],
    roles: &[MemberRole],
) -> Command {
    Command::Stage(StageAct::AddMember {
        platform: platform.into(),
        person: person.into(),
        membership,
        right,
        location: None,
        organizations: organizations.iter().copied().map(OrganizationId::new).collect(),
        roles: roles.to_vec(),
    })
}

pub fn add_space(platform: &str, space: &str) -> Command {
    Command::Stage(StageAct::AddSpace { platform: platform.into(), space: space.into(), name: space.into() })
}

pub fn add_group(platform: &str, group: &str, members: &[&str]) -> Command {
    Command::Stage(StageAct::AddGroup {
        platform: platform.into(),
        group: group.into(),
        name: group.into(),
        members: members.iter().copied().map(PersonId::new).collect(),
    })
}

pub fn put_into_space(platform: &str, space: &str, who: SpaceSubject, access: GrantedAccess) -> Command {
    Command::Stage(StageAct::AddSpaceMember {
        platform: platform.into(),
        space: space.into(),
        who,
        role: access.role,
        restricted: access.restricted,
        organization: None,
    })
}

pub fn add_item(platform: &str, space: &str, item: &str, owner: &str) -> Command {
    Command::Stage(StageAct::AddItem {
        platform: platform.into(),
        space: space.into(),
        item: item.into(),
        name: item.into(),
        owner: owner.into(),
    })
}

pub fn stage_option(platform: &str, option: MemberOption, on: bool) -> Command {
    Command::Stage(StageAct::SetOption { platform: platform.into(), option, on })
}

pub fn connect(person: &str, platform: &str) -> Command {
    Command::Stage(StageAct::Connect { person: person.into(), platform: platform.into() })
}

pub fn clock(day: u32) -> Command {
    Command::Stage(StageAct::SetClock { day: Day(day) })
}

/// Switches a reading of the guides to its alternative.
pub fn reading(reading: Reading) -> Command {
    Command::Stage(StageAct::SetReading { reading, alternative: true })
}

// ---- People at work

/// Somebody who acts on a platform.
#[derive(Clone, Copy)]
pub struct Actor {
    pub who: PersonId,
    pub on: PlatformId,
}

pub fn actor(who: &str, on: &str) -> Actor {
    Actor { who: who.into(), on: on.into() }
}

/// Administrator of H.
pub fn ana() -> Actor {
    actor("Ana", "H")
}

/// Member of H, employed in Hulls.
pub fn cleo() -> Actor {
    actor("Cleo", "H")
}

/// Administrator of G.
pub fn gus() -> Actor {
    actor("Gus", "G")
}

/// The guest from G, as he acts on H.
pub fn ben() -> Actor {
    actor("Ben", "H")
}

/// An invited role without a license of the inviting platform.
pub fn own(role: &str) -> InvitedRole {
    InvitedRole { role: role.into(), assign_license: false, restrict_usage: None }
}

/// An invited role with a license of the inviting platform.
pub fn taken(role: &str) -> InvitedRole {
    InvitedRole { role: role.into(), assign_license: true, restrict_usage: None }
}

/// The roles of W1: the guest brings all three licenses.
pub fn own_license_roles() -> [InvitedRole; 3] {
    [own(IFW), own(CSV), own(XWA)]
}

/// A single person as a member of a space.
pub fn person(id: &str) -> SpaceSubject {
    SpaceSubject::Person(id.into())
}

/// A group as a member of a space.
pub fn group(id: &str) -> SpaceSubject {
    SpaceSubject::Group(id.into())
}

/// An access role for all content.
pub fn whole(role: AccessRole) -> GrantedAccess {
    GrantedAccess::whole(role)
}

/// An access role for content of one's own organization.
pub fn restricted(role: AccessRole) -> GrantedAccess {
    GrantedAccess { role, restricted: true }
}

impl Actor {
    pub fn at(self, platform: &str) -> Self {
        Self { on: platform.into(), ..self }
    }

    pub fn does(self, act: Act) -> Command {
        Command::new(self.who, self.on, act)
    }

    pub fn sets(self, option: MemberOption, on: bool) -> Command {
        self.does(Act::SetOption { option, on })
    }

    pub fn sets_space(self, setting: SpaceSetting, on: bool) -> Command {
        self.does(Act::SetSpaceSetting { setting, on })
    }

    pub fn allows_roles_without_license(self) -> Command {
        self.sets(MemberOption::GrantWithoutLicense, true)
    }

    pub fn invites(self, email: &str, right: UserRight, roles: &[InvitedRole]) -> Command {
        self.invites_all(&[email], right, roles)
    }

    pub fn invites_all(self, emails: &[&str], right: UserRight, roles: &[InvitedRole]) -> Command {
        self.does(Act::Invite {
            emails: emails.iter().copied().map(Email::new).collect(),
            right,
            location: None,
            organization: None,
            roles: roles.to_vec(),
        })
    }

    pub fn invites_into(self, email: &str, organization: &str, roles: &[InvitedRole]) -> Command {
        self.does(Act::Invite {
            emails: vec![Email::new(email)],
            right: UserRight::External,
            location: None,
            organization: Some(organization.into()),
            roles: roles.to_vec(),
        })
    }

    pub fn accepts(self) -> Command {
        self.does(Act::AcceptInvitation { via: Via::Email })
    }

    pub fn switches(self) -> Command {
        self.does(Act::SwitchPlatform)
    }

    pub fn grants(self, person: &str, role: &str, terms: GrantTerms) -> Command {
        self.does(Act::GrantRole { person: person.into(), role: role.into(), terms })
    }

    pub fn ungrants(self, person: &str, role: &str) -> Command {
        self.does(Act::UngrantRole { person: person.into(), role: role.into() })
    }

    pub fn assigns(self, person: &str, role: &str) -> Command {
        self.does(Act::SetAssignLicense { person: person.into(), role: role.into(), on: true })
    }

    pub fn takes_back(self, person: &str, role: &str) -> Command {
        self.does(Act::SetAssignLicense { person: person.into(), role: role.into(), on: false })
    }

    pub fn frees(self, person: &str, role: &str) -> Command {
        self.does(Act::SetRestrictUsage { person: person.into(), role: role.into(), on: false })
    }

    pub fn restricts(self, person: &str, role: &str) -> Command {
        self.does(Act::SetRestrictUsage { person: person.into(), role: role.into(), on: true })
    }

    pub fn removes_access(self, person: &str) -> Command {
        self.does(Act::RemoveAccess { person: person.into() })
    }

    pub fn gives_back(self, person: &str) -> Command {
        self.does(Act::GiveAccessBack { person: person.into() })
    }

    pub fn removes(self, person: &str) -> Command {
        self.does(Act::RemoveMember { person: person.into() })
    }

    pub fn cancels(self, person: &str) -> Command {
        self.does(Act::CancelInvitation { person: person.into() })
    }

    pub fn resends(self, person: &str) -> Command {
        self.does(Act::ResendInvitation { person: person.into() })
    }

    pub fn makes(self, person: &str, right: UserRight) -> Command {
        self.does(Act::ChangeRight { person: person.into(), right })
    }

    pub fn puts_into(self, person: &str, organization: &str) -> Command {
        self.does(Act::JoinOrganization { person: person.into(), organization: organization.into() })
    }

    pub fn takes_out_of(self, person: &str, organization: &str) -> Command {
        self.does(Act::LeaveOrganization { person: person.into(), organization: organization.into() })
    }

    pub fn creates(self, space: &str) -> Command {
        self.does(Act::CreateSpace { space: space.into(), name: space.into() })
    }

    /// As an administrator, in the control center.
    pub fn adds(self, space: &str, who: SpaceSubject, access: GrantedAccess) -> Command {
        self.adds_through(Door::ControlCenter, space, who, access)
    }

    /// As an owner, in 3DSpace.
    pub fn adds_as_owner(self, space: &str, who: SpaceSubject, access: GrantedAccess) -> Command {
        self.adds_through(Door::ThreeDSpace, space, who, access)
    }

    fn adds_through(self, door: Door, space: &str, who: SpaceSubject, access: GrantedAccess) -> Command {
        self.does(Act::AddSpaceMember {
            space: space.into(),
            who,
            role: access.role,
            restricted: access.restricted,
            organization: None,
            door,
        })
    }

    /// The Advanced view: the organization by hand.
    pub fn adds_by_hand(
        self,
        door: Door,
        space: &str,
        who: SpaceSubject,
        access: GrantedAccess,
        organization: &str,
    ) -> Command {
        self.does(Act::AddSpaceMember {
            space: space.into(),
            who,
            role: access.role,
            restricted: access.restricted,
            organization: Some(organization.into()),
            door,
        })
    }

    pub fn changes(self, door: Door, space: &str, who: SpaceSubject, access: GrantedAccess) -> Command {
        self.does(Act::ChangeSpaceMember {
            space: space.into(),
            who,
            role: access.role,
            restricted: access.restricted,
            door,
        })
    }

    pub fn takes_out(self, space: &str, who: SpaceSubject) -> Command {
        self.does(Act::RemoveSpaceMember { space: space.into(), who, door: Door::ControlCenter })
    }

    pub fn takes_out_as_owner(self, space: &str, who: SpaceSubject) -> Command {
        self.does(Act::RemoveSpaceMember { space: space.into(), who, door: Door::ThreeDSpace })
    }

    pub fn takes_credential(self, door: Door, space: &str, person: &str, organization: &str) -> Command {
        let (space, person, organization) = (space.into(), person.into(), organization.into());
        self.does(Act::RemoveCredential { space, person, organization, door })
    }

    pub fn renames(self, door: Door, space: &str, name: &str) -> Command {
        self.does(Act::EditSpaceProperties { space: space.into(), name: name.into(), door })
    }

    pub fn moves(self, item: &str, to: &str) -> Command {
        self.does(Act::MoveItem { item: item.into(), to: to.into() })
    }
}

// ---- Worlds

/// The commands that build the base state B0.
pub fn b0_commands() -> Vec<Command> {
    use AccessRole::LeaderAndOwner;
    use Membership::Active;
    use UserRight::{Administrator, Member};
    let mut commands = vec![
        add_platform("H", "Aldermoor"),
        add_organization("H", "Hulls", OrganizationKind::BusinessUnit),
        add_organization("H", "Engines", OrganizationKind::BusinessUnit),
        add_platform("G", "Brightwell"),
        add_person("Ana", "ana@aldermoor.example"),
        add_person("Cleo", "cleo@aldermoor.example"),
        add_person("Gus", "gus@brightwell.example"),
        add_person("Ben", BEN_MAIL),
    ];
    for (platform, counts) in [("H", [4, 4, 2, 1, 1]), ("G", [2, 2, 1, 1, 1])] {
        for (role, purchased) in [IFW, CSV, XWA, CREATOR, SCULPTOR].into_iter().zip(counts) {
            commands.push(pool(platform, role, purchased, 365));
        }
    }
    let everything = [IFW, CSV, XWA, CREATOR, SCULPTOR].map(licensed);
    let basics = [IFW, CSV].map(licensed);
    commands.extend([
        add_member("H", "Ana", Active, Administrator, &["Aldermoor"], &everything),
        add_member("H", "Cleo", Active, Member, &["Hulls"], &basics),
        add_member("G", "Gus", Active, Administrator, &["Brightwell"], &basics),
        add_member("G", "Ben", Active, Member, &["Brightwell"], &everything),
        add_space("H", "Hull-7"),
        add_space("H", "Dock"),
        put_into_space("H", "Hull-7", person("Ana"), whole(LeaderAndOwner)),
        put_into_space("H", "Dock", person("Ana"), whole(LeaderAndOwner)),
    ]);
    for platform in ["H", "G"] {
        let roles = vec![taken(IFW), taken(CSV)];
        commands.push(Command::Stage(StageAct::SetDefaultRoles { platform: platform.into(), roles }));
    }
    commands
}

/// The base state B0.
pub fn b0() -> World {
    static B0: LazyLock<World> = LazyLock::new(|| played(&World::new(catalog()), &b0_commands()));
    B0.clone()
}

/// The standard set-up SU.
pub fn su_commands() -> [Command; 4] {
    [
        ana().allows_roles_without_license(),
        gus().allows_roles_without_license(),
        gus().frees("Ben", IFW),
        gus().frees("Ben", CSV),
    ]
}

/// B0 with the standard set-up.
pub fn su() -> World {
    played(&b0(), &su_commands())
}

/// W1 up to the sent invitation.
pub fn invited() -> World {
    played(&su(), &[ana().invites(BEN_MAIL, UserRight::External, &own_license_roles())])
}

/// W1 to its end: Ben is Active on H, Author in Hull-7, and works on H.
pub fn w1() -> World {
    let add = ana().adds("Hull-7", person("Ben"), whole(AccessRole::Author));
    played(&invited(), &[add, ben().accepts()])
}

/// A third platform K with Kim as its administrator; Kim's license of IFW is K's own.
pub fn with_k(world: &World) -> World {
    let commands = [
        add_platform("K", "Kestrel"),
        add_person("Kim", "kim@kestrel.example"),
        pool("K", IFW, 5, 365),
        add_member("K", "Kim", Membership::Active, UserRight::Administrator, &["Kestrel"], &[licensed(IFW)]),
    ];
    played(world, &commands)
}

/// The world after these commands, each of which must be accepted and do something.
#[track_caller]
pub fn played(world: &World, commands: &[Command]) -> World {
    let mut world = world.clone();
    for command in commands {
        play(&mut world, command);
    }
    world
}

/// Plays one command that must be accepted and do something.
#[track_caller]
pub fn play(world: &mut World, command: &Command) -> Vec<Event> {
    match decide::act(world, command) {
        Ok((after, events)) => {
            assert!(!events.is_empty(), "nothing happened: {command:?}");
            *world = after;
            events
        }
        Err(refusal) => panic!("refused: {command:?}\n{refusal:?}"),
    }
}

// ---- Checks

/// What is expected of a command: these events, or a refusal with this code on this platform.
pub type Then<'a> = Result<Vec<Event>, (Code, &'a str)>;

/// In this world, this command has this outcome.
#[track_caller]
pub fn check(given: &World, when: Command, then: Then<'_>) {
    let outcome = decide::decide(given, &when);
    match then {
        Ok(events) => assert_eq!(outcome, Ok(events), "{when:?}"),
        Err((code, platform)) => {
            refused(given, when, code, platform);
        }
    }
}

/// The command is refused for this reason on this platform.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a command is written where it is checked")]
pub fn refused(given: &World, when: Command, code: Code, platform: &str) -> Refusal {
    match decide::decide(given, &when) {
        Ok(events) => panic!("accepted: {when:?}\n{events:?}"),
        Err(refusal) => {
            assert_eq!((refusal.code, refusal.platform), (code, Some(platform.into())), "{when:?}\n{refusal:?}");
            refusal
        }
    }
}

/// The command is accepted and changes nothing.
#[track_caller]
pub fn already_so(given: &World, when: Command) {
    check(given, when, Ok(Vec::new()));
}

/// May the person connect?
pub fn can_connect(person: &str, platform: &str) -> Question {
    Question::CanConnect { person: person.into(), platform: platform.into() }
}

/// Is the role usable?
pub fn role(person: &str, platform: &str, role: &str) -> Question {
    Question::RoleUsable { person: person.into(), platform: platform.into(), role: role.into() }
}

/// What opens in the space?
pub fn space(person: &str, platform: &str, space: &str) -> Question {
    Question::SpaceAccess { person: person.into(), platform: platform.into(), space: space.into() }
}

/// The answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer<'a> {
    /// Not so; with the reasons, in order.
    No(&'a [Code]),
    /// May connect.
    Yes,
    /// Usable, with a license of this platform.
    Usable(&'a str),
    /// Access with this label.
    Level(&'a str),
}

/// The question has this answer, with exactly these reasons.
#[track_caller]
pub fn check_access(world: &World, question: Question, answer: Answer<'_>) {
    let explanation = explain(world, question);
    let context = format!("{question:?}\n{:#?}", explanation.checks);
    let codes = explanation.codes();
    match answer {
        Answer::No(expected) => {
            assert!(!expected.is_empty(), "a no has a reason");
            assert_eq!(codes, expected, "{context}");
            assert!(!explanation.holds(), "{context}");
        }
        Answer::Yes | Answer::Usable(_) | Answer::Level(_) => {
            assert_eq!(codes, [], "{context}");
            assert!(explanation.holds(), "{context}");
        }
    }
    match answer {
        Answer::Usable(source) => assert_eq!(explanation.source, Some(source.into()), "{context}"),
        Answer::Level(label) => {
            assert_eq!(explanation.access.map(|access| access.label()).as_deref(), Some(label), "{context}");
        }
        Answer::No(_) | Answer::Yes => {}
    }
}

/// Among the reasons is this one, and it stands on this platform.
#[track_caller]
pub fn check_reason_at(world: &World, question: Question, code: Code, platform: &str) {
    let explanation = explain(world, question);
    let stands = explanation.failing().any(|check| check.code == code && check.at == platform.into());
    assert!(stands, "{question:?}\n{:#?}", explanation.checks);
}

/// The pools of a platform read so: `("IFW", "2/4")` is 2 assigned of 4 purchased.
#[track_caller]
pub fn check_pools(world: &World, platform: &str, expected: &[(&str, &str)]) {
    let found = world.platform(platform.into()).unwrap();
    for (role, reading) in expected {
        let pool = found.pools.get(&RoleId::new(role)).unwrap();
        assert_eq!(format!("{}/{}", pool.assigned, pool.purchased), *reading, "{role} on {platform}");
    }
}

/// No pool of any platform differs between the two worlds.
#[track_caller]
pub fn check_pools_unchanged(before: &World, after: &World) {
    for platform in before.platforms() {
        assert_eq!(platform.pools, after.platform(platform.id).unwrap().pools, "{}", platform.id);
    }
}

/// Where the membership stands; none when there is none.
pub fn state(world: &World, person: &str, platform: &str) -> Option<Membership> {
    world.member(person.into(), platform.into()).map(|member| member.membership)
}

/// The platform the person works on.
pub fn works_on(world: &World, person: &str) -> Option<PlatformId> {
    world.person(person.into()).unwrap().connected
}

/// The person's credentials in a space, written `Organization-Access role`; none when there is no entry.
pub fn credentials(world: &World, platform: &str, space: &str, person: &str) -> Option<Vec<String>> {
    let space = world.platform(platform.into()).unwrap().space(space.into()).unwrap();
    let entry = space.entries.get(&PersonId::new(person))?;
    let written = |organization: &OrganizationId, access: &GrantedAccess| {
        let suffix = if access.restricted { " (Restricted)" } else { "" };
        format!("{organization}-{}{suffix}", access.role.label())
    };
    Some(entry.iter().map(|(organization, access)| written(organization, access)).collect())
}

/// The kinds of all messages the person got.
pub fn messages(world: &World, person: &str) -> Vec<MessageKind> {
    world.person(person.into()).unwrap().messages.iter().map(|message| message.kind).collect()
}

/// The blockers of a refusal, written `person role`, for one of the two groups.
pub fn blocked_by(refusal: &Refusal, reason: BlockerReason) -> Vec<String> {
    let of_reason = refusal.blockers.iter().filter(|blocker| blocker.reason == reason);
    of_reason.map(|blocker| format!("{} {}", blocker.person, blocker.role)).collect()
}
