//! Four companies that invite each other's people: made through `decide`, as everything is.

use crate::access::Question;
use crate::decide;
use crate::domain::{
    AccessRole, Command, Day, Email, GroupId, LicensePool, MemberOption, MemberRole, Membership, OrganizationId,
    PersonId, Platform, PlatformId, Role, RoleCatalog, RoleId, RoleKind, SpaceId, SpaceSubject, StageAct, UserRight,
    World,
};
use std::sync::Arc;

pub const PLATFORMS: [&str; 4] = ["aldermoor", "brightwell", "coldharbour", "dunmere"];
const SPACES: usize = 20;
const GROUPS: usize = 5;

fn role(id: &str, kind: RoleKind, prerequisites: &[&str]) -> Role {
    Role {
        id: RoleId::new(id),
        name: id.into(),
        short: id.into(),
        kind,
        prerequisites: prerequisites.iter().map(|needed| RoleId::new(needed)).collect(),
        apps: Vec::new(),
    }
}

/// The three roles: two linked to their platform, one that needs both.
fn catalog() -> RoleCatalog {
    let roles = vec![
        role("IFW", RoleKind::Platform, &[]),
        role("CSV", RoleKind::Platform, &["IFW"]),
        role("XWA", RoleKind::LinkedReusable, &["IFW", "CSV"]),
    ];
    RoleCatalog::new(roles).expect("a catalog")
}

struct Stage(World);

impl Stage {
    fn play(&mut self, act: StageAct) {
        let command = Command::Stage(act);
        self.0 = decide::act(&self.0, &command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}")).0;
    }
}

/// The world with this many people, a tenth of them guests elsewhere.
pub fn world(people: usize) -> World {
    let mut stage = Stage(World::new(Arc::new(catalog())));
    let all = PLATFORMS.map(PlatformId::new);
    for platform in all {
        let company = OrganizationId::new(platform.as_str());
        let name = platform.as_str().to_owned();
        stage.play(StageAct::AddPlatform { platform, name: name.clone(), company, company_name: name });
        for role in ["IFW", "CSV", "XWA"] {
            let purchased = u32::try_from(people).expect("few people") + 1;
            // One company let its licenses of one role expire.
            let expires = if platform.as_str() == "dunmere" && role == "XWA" { Day(0) } else { Day(365) };
            stage.play(StageAct::SetPool { platform, role: RoleId::new(role), purchased, expires });
        }
        // One company does not allow roles without license, so nothing of its people travels.
        if platform.as_str() != "coldharbour" {
            stage.play(StageAct::SetOption { platform, option: MemberOption::GrantWithoutLicense, on: true });
        }
    }
    for number in 0..people {
        let person = PersonId::new(&format!("person-{number}"));
        let email = Email::new(&format!("person-{number}@example.com"));
        stage.play(StageAct::AddPerson { person, name: None, email });
        let at = number % 4;
        let restrict = if all[at].as_str() == "coldharbour" { None } else { Some(number % 3 == 0) };
        let held = |assign_license: bool, restrict_usage: Option<bool>| {
            ["IFW", "CSV", "XWA"]
                .into_iter()
                .take(if number % 5 == 0 { 1 } else { 3 })
                .map(|role| MemberRole { role: RoleId::new(role), assign_license, restrict_usage })
                .collect::<Vec<_>>()
        };
        stage.play(member(all[at], person, Membership::Active, UserRight::Member, held(true, restrict)));
        let host = all[(at + 1) % 4];
        if number / 4 % 10 == 0 && host.as_str() != "coldharbour" {
            let state = [Membership::Active, Membership::Pending, Membership::NoAccess][number / 40 % 3];
            stage.play(member(host, person, state, UserRight::External, held(false, None)));
        }
    }
    stage.play(StageAct::SetClock { day: Day(10) });
    for platform in all {
        spaces(&mut stage, platform);
    }
    stage.0
}

fn member(
    platform: PlatformId,
    person: PersonId,
    membership: Membership,
    right: UserRight,
    roles: Vec<MemberRole>,
) -> StageAct {
    StageAct::AddMember { platform, person, membership, right, location: None, organizations: Vec::new(), roles }
}

/// Spaces with a part of the members each, some through groups.
fn spaces(stage: &mut Stage, platform: PlatformId) {
    let members: Vec<PersonId> =
        stage.0.people().map(|person| person.id).filter(|id| stage.0.member(*id, platform).is_some()).collect();
    for number in 0..GROUPS {
        let active =
            |id: &PersonId| stage.0.member(*id, platform).is_some_and(|member| member.membership == Membership::Active);
        let chosen = members.iter().copied().filter(active).skip(number).step_by(GROUPS * 4).collect();
        let group = GroupId::new(&format!("group-{number}"));
        stage.play(StageAct::AddGroup { platform, group, name: format!("Group {number}"), members: chosen });
    }
    for number in 0..SPACES {
        let space = SpaceId::new(&format!("space-{number}"));
        stage.play(StageAct::AddSpace { platform, space, name: format!("Space {number}") });
        let mut add = |who| {
            let role = AccessRole::Author;
            stage.play(StageAct::AddSpaceMember { platform, space, who, role, restricted: false, organization: None });
        };
        members.iter().skip(number).step_by(SPACES).for_each(|person| add(SpaceSubject::Person(*person)));
        add(SpaceSubject::Group(GroupId::new(&format!("group-{}", number % GROUPS))));
    }
}

/// Questions about everybody's roles and spaces, guests asked about as often as others.
pub fn questions(world: &World, count: usize) -> Vec<Question> {
    let everybody: Vec<PersonId> = world.people().map(|person| person.id).collect();
    let guests: Vec<PersonId> = everybody
        .iter()
        .copied()
        .filter(|person| world.platforms().filter(|platform| platform.member(*person).is_some()).count() > 1)
        .collect();
    (0..count)
        .map(|number| {
            let among = if number % 2 == 0 { &guests } else { &everybody };
            let person = among[number / 2 * 7 % among.len()];
            let on: Vec<&Platform> = world.platforms().filter(|platform| platform.member(person).is_some()).collect();
            let anywhere = PlatformId::new(PLATFORMS[number / 3 % 4]);
            let platform = if number % 10 == 9 { anywhere } else { on[number / 2 % on.len()].id };
            match number / 4 % 4 {
                0 => Question::RoleUsable { person, platform, role: RoleId::new("IFW") },
                1 => Question::RoleUsable { person, platform, role: RoleId::new("XWA") },
                _ => {
                    let in_some = |space: &SpaceId| {
                        world
                            .platform(platform)
                            .and_then(|found| found.space(*space))
                            .is_some_and(|space| space.entries.contains_key(&person))
                    };
                    let mut all = (0..SPACES).map(|number| SpaceId::new(&format!("space-{number}")));
                    let space =
                        all.find(in_some).unwrap_or_else(|| SpaceId::new(&format!("space-{}", number % SPACES)));
                    Question::SpaceAccess { person, platform, space }
                }
            }
        })
        .collect()
}

/// Have the licenses of this pool expired?
pub fn is_expired(world: &World, pool: &LicensePool) -> bool {
    world.today() > pool.expires
}
