//! Companies that can join the stage: a third and a fourth platform, each as good as the first (fictional).

use crate::domain::{
    Command, Day, Email, MemberRole, Membership, OrganizationId, PersonId, PlatformId, RoleId, StageAct, UserRight,
    World,
};

/// The last valid day of the licenses a new company brings.
const LICENSES_EXPIRE: Day = Day(365);

/// A company that may join: platform, name, company, administrator, member.
struct Company {
    platform: &'static str,
    name: &'static str,
    company: &'static str,
    company_name: &'static str,
    domain: &'static str,
    administrator: (&'static str, &'static str),
    member: (&'static str, &'static str),
}

const COMPANIES: [Company; 4] = [
    Company {
        platform: "corvane",
        name: "Corvane Studio",
        company: "corvane",
        company_name: "Corvane",
        domain: "corvane.example",
        administrator: ("lo", "Lo Castellan"),
        member: ("kim", "Kim Adeyemi"),
    },
    Company {
        platform: "dunmere",
        name: "Dunmere Castings",
        company: "dunmere",
        company_name: "Dunmere",
        domain: "dunmere.example",
        administrator: ("ida", "Ida Solberg"),
        member: ("raf", "Raf Moreno"),
    },
    Company {
        platform: "eskholm",
        name: "Eskholm Systems",
        company: "eskholm",
        company_name: "Eskholm",
        domain: "eskholm.example",
        administrator: ("uma", "Uma Petrov"),
        member: ("joel", "Joel Tamm"),
    },
    Company {
        platform: "fenwick",
        name: "Fenwick Yards",
        company: "fenwick",
        company_name: "Fenwick",
        domain: "fenwick.example",
        administrator: ("nia", "Nia Conti"),
        member: ("sol", "Sol Berger"),
    },
];

/// The act that sets up the next company that is not there yet; none when all are.
#[must_use]
pub fn next(world: &World) -> Option<Command> {
    let company = COMPANIES.iter().find(|company| {
        world.platform(PlatformId::new(company.platform)).is_none()
            && world.person(PersonId::new(company.administrator.0)).is_none()
            && world.person(PersonId::new(company.member.0)).is_none()
    })?;
    let what = format!("{} is set up", company.name);
    Some(Command::Stage(StageAct::Several { what, acts: acts(company) }))
}

fn acts(company: &Company) -> Vec<StageAct> {
    let platform = PlatformId::new(company.platform);
    let organization = OrganizationId::new(company.company);
    let mut acts = vec![StageAct::AddPlatform {
        platform,
        name: company.name.into(),
        company: organization,
        company_name: company.company_name.into(),
    }];
    let roles = ["IFW", "CSV", "XWA"].map(RoleId::new);
    for role in roles {
        acts.push(StageAct::SetPool { platform, role, purchased: 3, expires: LICENSES_EXPIRE });
    }
    let cast = [(company.administrator, UserRight::Administrator, 2), (company.member, UserRight::Member, 3)];
    for ((id, name), right, licenses) in cast {
        let person = PersonId::new(id);
        acts.push(StageAct::AddPerson {
            person,
            name: Some(name.into()),
            email: Email::new(&format!("{id}@{}", company.domain)),
        });
        acts.push(StageAct::AddMember {
            platform,
            person,
            membership: Membership::Active,
            right,
            location: None,
            organizations: vec![organization],
            roles: roles
                .into_iter()
                .take(licenses)
                .map(|role| MemberRole { role, assign_license: true, restrict_usage: None })
                .collect(),
        });
        acts.push(StageAct::Connect { person, platform });
    }
    acts
}
