//! The companies that the built-in rehearsals tell of (fictional), and those that can join the stage: a third and a
//! fourth platform, each as good as the first.

use crate::domain::{
    Command, Day, Email, MemberRole, Membership, OrganizationId, PersonId, PlatformId, RoleId, StageAct, UserRight,
    World,
};

/// The last valid day of the licenses a new company brings.
const LICENSES_EXPIRE: Day = Day(365);

/// A company: its platform, and the colour in which that stands in every rehearsal.
struct Company {
    platform: &'static str,
    color: usize,
    /// What it brings when it joins; none: it stands in rehearsals only.
    joins: Option<Joins>,
}

/// What a company brings when it joins. The company is called by the first word of its platform's name.
struct Joins {
    name: &'static str,
    administrator: (&'static str, &'static str),
    member: (&'static str, &'static str),
}

const COMPANIES: [Company; 7] = [
    Company { platform: "aldermoor", color: 0, joins: None },
    Company { platform: "brightwell", color: 1, joins: None },
    Company {
        platform: "corvane",
        color: 2,
        joins: Some(Joins {
            name: "Corvane Studio",
            administrator: ("lo", "Lo Castellan"),
            member: ("kim", "Kim Adeyemi"),
        }),
    },
    Company {
        platform: "dunmere",
        color: 3,
        joins: Some(Joins {
            name: "Dunmere Castings",
            administrator: ("ida", "Ida Solberg"),
            member: ("raf", "Raf Moreno"),
        }),
    },
    Company {
        platform: "eskholm",
        color: 4,
        joins: Some(Joins {
            name: "Eskholm Systems",
            administrator: ("uma", "Uma Petrov"),
            member: ("joel", "Joel Tamm"),
        }),
    },
    Company {
        platform: "fenwick",
        color: 5,
        joins: Some(Joins {
            name: "Fenwick Yards",
            administrator: ("nia", "Nia Conti"),
            member: ("sol", "Sol Berger"),
        }),
    },
    Company { platform: "larkfield", color: 5, joins: None },
];

/// The colour of the platform of one of these companies; none for any other platform.
#[must_use]
pub fn color(platform: PlatformId) -> Option<usize> {
    COMPANIES.iter().find(|company| company.platform == platform.as_str()).map(|company| company.color)
}

/// The act that sets up the next company that is not there yet; none when all are.
#[must_use]
pub fn next(world: &World) -> Option<Command> {
    let brings = |company: &'static Company| Some((PlatformId::new(company.platform), company.joins.as_ref()?));
    let (platform, joins) = COMPANIES.iter().filter_map(brings).find(|(platform, joins)| {
        world.platform(*platform).is_none()
            && world.person(PersonId::new(joins.administrator.0)).is_none()
            && world.person(PersonId::new(joins.member.0)).is_none()
    })?;
    let what = format!("{} is set up", joins.name);
    Some(Command::Stage(StageAct::Several { what, acts: acts(platform, joins) }))
}

fn acts(platform: PlatformId, company: &Joins) -> Vec<StageAct> {
    let organization = OrganizationId::new(platform.as_str());
    let company_name = company.name.split(' ').next().unwrap_or(company.name);
    let mut acts = vec![StageAct::AddPlatform {
        platform,
        name: company.name.into(),
        company: organization,
        company_name: company_name.into(),
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
            email: Email::new(&format!("{id}@{platform}.example")),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn whoever_joins_has_a_colour_that_no_other_of_the_stage_has() {
        let all: Vec<&Company> = COMPANIES.iter().filter(|company| company.platform != "larkfield").collect();
        let colors: BTreeSet<usize> = all.iter().map(|company| company.color).collect();
        assert_eq!(colors.len(), all.len(), "Larkfield alone shares one; it stands where Fenwick does not");
        assert_eq!(COMPANIES.iter().filter(|company| company.joins.is_some()).count(), 4);
        assert_eq!(color(PlatformId::new("corvane")), Some(2));
        assert_eq!(color(PlatformId::new("somebody")), None);
    }
}
