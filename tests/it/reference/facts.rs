//! Facts: a world taken apart into relations.

use super::rules::Rules;
use crossinvite::domain::*;

/// The facts of the world, nothing derived yet.
pub fn facts(world: &World) -> Rules {
    let mut rules = Rules::default();
    rules.person = world.people().map(|person| (person.id,)).collect();
    for role in world.roles().iter() {
        rules.role.push((role.id,));
        if role.kind != RoleKind::NotLinked {
            rules.linked.push((role.id,));
        }
        rules.number_of_needs.push((role.id, role.prerequisites.len()));
        let needs = role.prerequisites.iter().enumerate();
        rules.needs.extend(needs.map(|(number, needed)| (role.id, number, *needed)));
    }
    for (place, platform) in world.platforms().enumerate() {
        rules.platform.push((platform.id, place));
        add_platform(&mut rules, world, platform);
        for (person, member) in &platform.members {
            add_member(&mut rules, platform.id, *person, member);
        }
        for (space, content) in &platform.spaces {
            add_space(&mut rules, platform.id, *space, content);
        }
    }
    rules
}

fn add_platform(rules: &mut Rules, world: &World, platform: &Platform) {
    let at = platform.id;
    rules.host_company.push((at, platform.host_company));
    if platform.options.contains(&MemberOption::UngrantExpiredRoles) {
        rules.opt_a.push((at,));
    }
    if platform.options.contains(&MemberOption::GrantWithoutLicense) {
        rules.opt_b.push((at,));
    }
    if !world.readings().contains(&Reading::HomeOptionNotAsked) {
        rules.is_asked.push((at,));
    }
    if world.readings().contains(&Reading::UngrantForeignExpired) {
        rules.looks_abroad.push((at,));
    }
    let expired = platform.pools.iter().filter(|(_, pool)| world.today() > pool.expires);
    rules.expired.extend(expired.map(|(role, _)| (at, *role)));
    for (group, content) in &platform.groups {
        rules.in_group.extend(content.members.iter().map(|person| (*person, at, *group)));
        rules.group_role.extend(content.roles.iter().map(|role| (at, *group, *role)));
    }
    rules.share.extend(platform.shares.iter().map(|(item, person)| (*person, at, *item)));
}

fn add_member(rules: &mut Rules, at: PlatformId, person: PersonId, member: &Member) {
    rules.member.push((person, at, member.membership));
    if (member.right, member.membership) == (UserRight::Administrator, Membership::Active) {
        rules.administrator.push((person, at));
    }
    rules.granted.extend(member.grants.iter().map(|role| (person, at, *role)));
    rules.seat.extend(member.seats.iter().map(|(role, seat)| (person, at, *role, seat.restricted)));
}

fn add_space(rules: &mut Rules, at: PlatformId, space: SpaceId, content: &CollabSpace) {
    rules.space.push((at, space));
    for (person, entry) in &content.entries {
        rules.entry.push((*person, at, space));
        let credentials = entry.iter().map(|(organization, access)| (*person, at, space, *organization, *access));
        rules.credential.extend(credentials);
    }
    rules.item.extend(content.items.iter().map(|(item, content)| (at, space, *item, content.owner)));
    rules.group_credential.extend(content.groups.iter().map(|(group, access)| (at, space, *group, *access)));
}

/// The facts of the world after this person has tried to log in to this platform (E9), from what was derived before.
pub fn after_login(world: &World, before: &Rules, person: PersonId, at: PlatformId) -> Rules {
    let mut after = facts(world);
    let logs_in = before.member.iter().any(|(who, on, membership)| {
        (*who, *on) == (person, at) && [Membership::Pending, Membership::Active].contains(membership)
    });
    if logs_in {
        after.granted.retain(|grant| (grant.0, grant.1) != (person, at) || !before.loses.contains(grant));
        after.group_role.retain(|(on, group, role)| !before.group_loses.contains(&(person, *on, *group, *role)));
        let Rules { granted, group_role, in_group, .. } = &after;
        let is_granted = |who, on, role| {
            granted.contains(&(who, on, role))
                || in_group.iter().any(|(member, there, group)| {
                    (*member, *there) == (who, on) && group_role.contains(&(on, *group, role))
                })
        };
        let seats = before.seat.iter().filter(|(who, on, role, _)| is_granted(*who, *on, *role));
        after.seat = seats.copied().collect();
    }
    after
}
