//! The rules as Cedar policies: everything is permitted, and each condition that is not met forbids. So Cedar's
//! diagnostics name every reason, as ours do.
//!
//! A person is an entity; each membership is a record in it (state, granted roles, licenses, those that stay at home).
//! A platform is an entity (its switch, its expired roles). Being in a space, directly or through a user group, is
//! being `in` its list. Cedar has no quantifier over platforms and no functions, so the policies are written out for
//! each home and each prerequisite, as somebody using Cedar would generate them.

use crate::access::Question;
use crate::domain::{Membership, PlatformId, RoleId, World};
use crate::{parts, town};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet, Request,
    RestrictedExpression,
};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

pub struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
}

fn uid(kind: &str, id: &str) -> EntityUid {
    let kind: EntityTypeName = kind.parse().expect("a name of a type");
    EntityUid::from_type_name_and_id(kind, EntityId::new(id))
}

fn roles(all: impl IntoIterator<Item = RoleId>) -> RestrictedExpression {
    RestrictedExpression::new_set(all.into_iter().map(|role| RestrictedExpression::new_string(role.to_string())))
}

impl Cedar {
    pub fn new(world: &World) -> Self {
        let policies = policies(world);
        let policies: PolicySet = policies.parse().unwrap_or_else(|error| panic!("{error}\n{policies}"));
        Self { authorizer: Authorizer::new(), policies, entities: entities(world) }
    }

    pub fn request(&self, _world: &World, question: Question) -> Request {
        let (person, platform) = parts(question);
        let (action, resource) = match question {
            Question::RoleUsable { role, .. } => ("use", uid("RoleAt", &format!("{platform}/{role}"))),
            Question::SpaceAccess { space, .. } => ("open", uid("Space", &format!("{platform}/{space}"))),
            Question::CanConnect { .. } => ("use", uid("RoleAt", &format!("{platform}/IFW"))),
        };
        let action = uid("Action", action);
        Request::new(uid("Person", person.as_str()), action, resource, Context::empty(), None).expect("a request")
    }

    pub fn answer(&self, request: &Request) -> bool {
        let response = self.authorizer.is_authorized(request, &self.policies, &self.entities);
        debug_assert_eq!(response.diagnostics().errors().count(), 0, "{:?}", response.diagnostics());
        response.decision() == Decision::Allow
    }
}

/// Is the role granted here, and does a license serve: one of here, else one of another platform that may travel?
fn unblocked(world: &World, host: PlatformId, role: RoleId) -> String {
    let here = format!("principal.{host}");
    let mut text = format!("{here}.granted.contains(\"{role}\") && (");
    write!(text, "({here}.seats.contains(\"{role}\") && !Platform::\"{host}\".expired.contains(\"{role}\"))").unwrap();
    for home in town::PLATFORMS.iter().filter(|home| **home != host.as_str()) {
        write!(
            text,
            " || (Platform::\"{host}\".allows && principal has {home} && principal.{home}.seats.contains(\"{role}\") \
             && !principal.{home}.removed && Platform::\"{home}\".allows \
             && !principal.{home}.restricted.contains(\"{role}\") \
             && !Platform::\"{home}\".expired.contains(\"{role}\"))"
        )
        .unwrap();
    }
    text.push(')');
    for needed in world.roles().prerequisites(role) {
        write!(text, " && {}", unblocked(world, host, *needed)).unwrap();
    }
    text
}

/// One group of policies for each platform; what concerns another platform fails by its head and costs no condition.
fn policies(world: &World) -> String {
    let mut text = String::from("permit(principal, action, resource);\n");
    for platform in town::PLATFORMS {
        let host = PlatformId::new(platform);
        let here = format!("resource in Platform::\"{platform}\"");
        writeln!(
            text,
            "forbid(principal, action, {here}) unless {{ principal has {platform} }};\n\
             forbid(principal, action, {here}) when {{ principal has {platform} && principal.{platform}.removed }};\n\
             forbid(principal, action, {here}) when {{ principal has {platform} && principal.{platform}.pending }};"
        )
        .unwrap();
        for role in world.roles().iter() {
            writeln!(
                text,
                "forbid(principal, action == Action::\"use\", resource == RoleAt::\"{platform}/{role}\") unless {{ \
                 principal has {platform} && {} }};",
                unblocked(world, host, role.id),
                role = role.id,
            )
            .unwrap();
        }
        writeln!(
            text,
            "forbid(principal, action == Action::\"open\", {here}) unless {{ principal has {platform} && {} }};",
            unblocked(world, host, RoleId::new("CSV")),
        )
        .unwrap();
    }
    text.push_str("forbid(principal, action == Action::\"open\", resource) unless { principal in resource.list };\n");
    text
}

fn entities(world: &World) -> Entities {
    let mut all = Vec::new();
    let none = HashSet::new;
    let mut on: HashMap<EntityUid, HashMap<String, RestrictedExpression>> = HashMap::new();
    let mut parents: HashMap<EntityUid, HashSet<EntityUid>> = HashMap::new();
    let mut group_lists: HashMap<EntityUid, HashSet<EntityUid>> = HashMap::new();
    for platform in world.platforms() {
        let id = platform.id;
        let expired = platform.pools.iter().filter(|(_, pool)| town::is_expired(world, pool)).map(|(role, _)| *role);
        let attributes = HashMap::from([
            ("allows".to_owned(), RestrictedExpression::new_bool(platform.grants_without_license())),
            ("expired".to_owned(), roles(expired)),
        ]);
        let platform_uid = uid("Platform", id.as_str());
        all.push(Entity::new(platform_uid.clone(), attributes, none()).expect("an entity"));
        for role in world.roles().iter() {
            let at = uid("RoleAt", &format!("{id}/{}", role.id));
            all.push(Entity::new(at, HashMap::new(), HashSet::from([platform_uid.clone()])).expect("an entity"));
        }
        for space in platform.spaces.values() {
            let list = uid("List", &format!("{id}/{}", space.id));
            all.push(Entity::new(list.clone(), HashMap::new(), none()).expect("an entity"));
            let attributes = HashMap::from([("list".to_owned(), RestrictedExpression::new_entity_uid(list.clone()))]);
            let space_uid = uid("Space", &format!("{id}/{}", space.id));
            all.push(Entity::new(space_uid, attributes, HashSet::from([platform_uid.clone()])).expect("an entity"));
            for person in space.entries.keys() {
                parents.entry(uid("Person", person.as_str())).or_default().insert(list.clone());
            }
            for group in space.groups.keys() {
                group_lists.entry(uid("Group", &format!("{id}/{group}"))).or_default().insert(list.clone());
            }
        }
        for group in platform.groups.values() {
            let group_uid = uid("Group", &format!("{id}/{}", group.id));
            let lists = group_lists.get(&group_uid).cloned().unwrap_or_default();
            all.push(Entity::new(group_uid.clone(), HashMap::new(), lists).expect("an entity"));
            for person in &group.members {
                parents.entry(uid("Person", person.as_str())).or_default().insert(group_uid.clone());
            }
        }
        for (person, member) in &platform.members {
            let restricted = member.seats.iter().filter(|(_, seat)| seat.restricted).map(|(role, _)| *role);
            let flag = |is_so: bool| RestrictedExpression::new_bool(is_so);
            let record = [
                ("removed", flag(member.membership == Membership::NoAccess)),
                ("pending", flag(member.membership == Membership::Pending)),
                ("granted", roles(platform.granted_roles(member))),
                ("seats", roles(member.seats.keys().copied())),
                ("restricted", roles(restricted)),
            ];
            let record = record.map(|(name, value)| (name.to_owned(), value));
            let record = RestrictedExpression::new_record(record).expect("a record");
            on.entry(uid("Person", person.as_str())).or_default().insert(id.to_string(), record);
        }
    }
    for (person, attributes) in on {
        let above = parents.remove(&person).unwrap_or_default();
        all.push(Entity::new(person, attributes, above).expect("an entity"));
    }
    Entities::from_entities(all, None).expect("entities")
}
