//! The rules for Casbin: facts as links (`g`: who is what on which platform; `g2`: who is in which list), one policy
//! line for each platform a license can come from, and the conditions in the matcher. Casbin has no prerequisites, so
//! the caller asks once for each role that is needed.

use crate::access::Question;
use crate::domain::{Membership, PersonId, PlatformId, RoleId, World};
use crate::{parts, town};
use casbin::{CoreApi, DefaultModel, Enforcer, MemoryAdapter, MgmtApi};

pub struct Casbin {
    roles: Enforcer,
    spaces: Enforcer,
}

const ROLES: &str = r#"
[request_definition]
r = sub, dom, granted, seat, free, valid

[policy_definition]
p = home

[role_definition]
g = _, _, _

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = g(r.sub, r.granted, r.dom) && ((p.home == r.dom && g(r.sub, r.seat, r.dom) && g("platform", r.valid, r.dom)) || (p.home != r.dom && g("platform", "allows", r.dom) && g("platform", "allows", p.home) && g(r.sub, r.free, p.home) && g("platform", r.valid, p.home)))
"#;

const SPACES: &str = r#"
[request_definition]
r = sub, dom, list

[policy_definition]
p = list, dom

[role_definition]
g = _, _, _

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = r.dom == p.dom && r.list == p.list && g(r.sub, "active", r.dom) && g(r.sub, p.list, r.dom)
"#;

fn line(words: [&str; 3]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

impl Casbin {
    pub fn new(world: &World) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let enforcer = |model: &'static str| async move {
                let model = DefaultModel::from_str(model).await.expect("a model");
                Enforcer::new(model, MemoryAdapter::default()).await.expect("an enforcer")
            };
            let (mut roles, mut spaces) = (enforcer(ROLES).await, enforcer(SPACES).await);
            let homes = town::PLATFORMS.iter().map(|home| vec![(*home).to_owned()]).collect();
            roles.add_policies(homes).await.expect("policies");
            let (in_roles, in_spaces, lists) = facts(world);
            roles.add_grouping_policies(in_roles).await.expect("links");
            spaces.add_grouping_policies(in_spaces).await.expect("links");
            spaces.add_policies(lists).await.expect("policies");
            Self { roles, spaces }
        })
    }

    pub fn answer(&self, world: &World, question: Question) -> bool {
        let (person, platform) = parts(question);
        match question {
            Question::RoleUsable { role, .. } => {
                self.is_active(person, platform) && self.is_unblocked(world, person, platform, role)
            }
            Question::SpaceAccess { space, .. } => {
                let request = (person.as_str(), platform.as_str(), space.as_str());
                self.spaces.enforce(request).expect("an answer")
                    && self.is_unblocked(world, person, platform, RoleId::new("CSV"))
            }
            Question::CanConnect { .. } => false,
        }
    }

    /// Casbin keeps the links in a graph, which can be asked without a policy.
    fn is_active(&self, person: PersonId, platform: PlatformId) -> bool {
        let manager = self.spaces.get_role_manager();
        let manager = manager.read();
        manager.has_link(person.as_str(), "active", Some(platform.as_str()))
    }

    fn is_unblocked(&self, world: &World, person: PersonId, platform: PlatformId, role: RoleId) -> bool {
        let [granted, seat, free, valid] = ["granted", "seat", "free", "valid"].map(|what| format!("{what}/{role}"));
        let request = (person.as_str(), platform.as_str(), &*granted, &*seat, &*free, &*valid);
        self.roles.enforce(request).expect("an answer")
            && world
                .roles()
                .prerequisites(role)
                .iter()
                .all(|needed| self.is_unblocked(world, person, platform, *needed))
    }
}

type Lines = Vec<Vec<String>>;

fn facts(world: &World) -> (Lines, Lines, Lines) {
    let (mut roles, mut spaces, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    for platform in world.platforms() {
        let dom = platform.id.as_str();
        if platform.grants_without_license() {
            roles.push(line(["platform", "allows", dom]));
        }
        for (role, _) in platform.pools.iter().filter(|(_, pool)| !town::is_expired(world, pool)) {
            roles.push(line(["platform", &format!("valid/{role}"), dom]));
        }
        for (person, member) in &platform.members {
            let sub = person.as_str();
            let is_removed = member.membership == Membership::NoAccess;
            if member.membership == Membership::Active {
                spaces.push(line([sub, "active", dom]));
            }
            for role in platform.granted_roles(member) {
                roles.push(line([sub, &format!("granted/{role}"), dom]));
            }
            for (role, seat) in &member.seats {
                roles.push(line([sub, &format!("seat/{role}"), dom]));
                if !seat.restricted && !is_removed {
                    roles.push(line([sub, &format!("free/{role}"), dom]));
                }
            }
        }
        for space in platform.spaces.values() {
            lists.push(vec![space.id.to_string(), dom.to_owned()]);
            spaces.extend(space.entries.keys().map(|person| line([person.as_str(), space.id.as_str(), dom])));
            spaces.extend(space.groups.keys().map(|group| line([group.as_str(), space.id.as_str(), dom])));
        }
        for group in platform.groups.values() {
            spaces.extend(group.members.iter().map(|person| line([person.as_str(), group.id.as_str(), dom])));
        }
    }
    (roles, spaces, lists)
}
