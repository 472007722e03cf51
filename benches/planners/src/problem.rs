//! A world and its goals as a PDDL problem. What the rules of `rules.rs` do not cover is refused, not passed over.

use crate::access::{Question, explain, grant_obstacles, is_signed_in};
use crate::decide::blockers;
use crate::domain::{
    AccessRole, Event, GrantTerms, MemberOption, Membership, PersonId, Platform, PlatformId, RoleId, SpaceId,
    SpaceSetting, UserRight, World, apply,
};
use crate::planner::Goal;
use crate::rules::{Named, RoleFact};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The space a plan may create on a platform.
pub const NEW_SPACE: &str = "new-space";

/// An id as PDDL spells it.
fn word(text: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    text.chars().map(letter).collect()
}

pub fn role_name(role: RoleId) -> String {
    format!("role-{}", word(role.as_str()))
}

pub fn person_name(person: PersonId) -> String {
    format!("person-{}", word(person.as_str()))
}

pub fn platform_name(platform: PlatformId) -> String {
    format!("at-{}", word(platform.as_str()))
}

pub fn space_name(platform: PlatformId, space: &str) -> String {
    format!("space-{}-{}", word(platform.as_str()), word(space))
}

pub fn item_name(platform: PlatformId, item: &str) -> String {
    format!("item-{}-{}", word(platform.as_str()), word(item))
}

pub fn level_name(level: AccessRole) -> String {
    word(level.label()).replace("---", "-and-")
}

/// A world with what is wanted in it.
pub struct Problem<'a> {
    pub world: &'a World,
    pub start: &'a World,
    pub goals: &'a [Goal],
}

impl Problem<'_> {
    /// Everybody the goals speak of.
    fn guests(&self) -> BTreeSet<PersonId> {
        self.goals.iter().filter_map(about).collect()
    }

    /// Who acts on a platform: one is enough, for all administrators can do the same.
    fn administrator(&self, platform: PlatformId) -> Result<PersonId, String> {
        let guests = self.guests();
        let mut all = self.world.administrators(platform);
        all.find(|person| !guests.contains(person) && is_signed_in(self.world, *person, platform))
            .ok_or_else(|| format!("nobody but guests administers {platform}"))
    }

    /// What the rules leave out must not be there.
    fn is_covered(&self) -> Result<(), String> {
        let world = self.world;
        let refuse = |what: &str| Err(format!("the rules in PDDL do not cover {what}"));
        if world.platforms().count() != 2 {
            return refuse("other than two platforms");
        }
        if !world.readings().is_empty() {
            return refuse("other readings of the guides");
        }
        for platform in world.platforms() {
            if platform.groups.values().next().is_some() {
                return refuse("user groups");
            }
            if platform.pools.keys().any(|role| platform.is_expired(*role, world.today())) {
                return refuse("expired licenses");
            }
            for guest in self.guests() {
                let is_administrator =
                    platform.member(guest).is_some_and(|member| member.right == UserRight::Administrator);
                if is_administrator {
                    return refuse("guests who are administrators");
                }
            }
        }
        Ok(())
    }

    fn roles(&self) -> Vec<RoleId> {
        let owned = |role: &RoleId| {
            self.world.platforms().any(|platform| platform.owns(*role))
                || self.goals.iter().any(|goal| matches!(goal, Goal::RoleUsable { role: wanted, .. } if wanted == role))
        };
        self.world.roles().iter().map(|role| role.id).filter(owned).collect()
    }

    /// Levels that are offered whatever the settings, and those that guests have.
    fn levels(&self) -> BTreeSet<AccessRole> {
        let mut levels = BTreeSet::from([AccessRole::Author, AccessRole::Contributor]);
        for (_, _, level) in self.lines().unwrap_or_default() {
            levels.insert(level);
        }
        levels
    }

    /// Which guest is in which space, at which level.
    fn lines(&self) -> Result<Vec<(PersonId, (PlatformId, SpaceId), AccessRole)>, String> {
        let mut lines = Vec::new();
        for platform in self.world.platforms() {
            for space in platform.spaces.values() {
                for guest in self.guests() {
                    let Some(entry) = space.entries.get(&guest) else { continue };
                    let whole = entry.values().filter(|access| !access.restricted);
                    match (whole.map(|access| access.role).max(), entry.len()) {
                        (Some(level), 1) => lines.push((guest, (platform.id, space.id), level)),
                        _ => return Err("the rules in PDDL do not cover several or restricted credentials".into()),
                    }
                }
            }
        }
        Ok(lines)
    }

    /// What the domain names.
    pub fn named(&self) -> Result<Named, String> {
        self.is_covered()?;
        let world = self.world;
        let mut spaces = Vec::new();
        let mut items = Vec::new();
        for platform in world.platforms() {
            let at = platform_name(platform.id);
            for space in platform.spaces.values() {
                spaces.push((space_name(platform.id, space.id.as_str()), at.clone()));
                items.extend(space.items.keys().map(|item| (item_name(platform.id, item.as_str()), at.clone())));
            }
            spaces.push((space_name(platform.id, NEW_SPACE), at));
        }
        let in_use = world.platforms().filter(|platform| {
            blockers(world, platform).any(|blocker| !self.guests().contains(&blocker.person))
        });
        Ok(Named {
            platforms: world.platforms().map(|platform| platform_name(platform.id)).collect(),
            guests: self.guests().into_iter().map(person_name).collect(),
            roles: self
                .roles()
                .into_iter()
                .map(|role| RoleFact {
                    name: role_name(role),
                    needs: world.roles().prerequisites(role).iter().map(|needed| role_name(*needed)).collect(),
                    linked: world.kind(role).is_linked(),
                })
                .collect(),
            spaces,
            items,
            levels: self.levels().into_iter().map(level_name).collect(),
            in_use: in_use.map(|platform| platform_name(platform.id)).collect(),
        })
    }

    /// The problem.
    pub fn text(&self, name: &str) -> Result<String, String> {
        let mut init: Vec<String> = vec!["(settled)".into(), "(= (total-cost) 0)".into()];
        let most = self.world.platforms().flat_map(|found| found.pools.values()).map(|pool| pool.purchased).max();
        let most = most.unwrap_or(0);
        init.extend((0..most).map(|count| format!("(next n{count} n{})", count + 1)));
        init.extend(["author", "contributor"].map(|level| format!("(offered {level})")));
        let mut admins = BTreeSet::new();
        for platform in self.world.platforms() {
            let by = self.administrator(platform.id)?;
            admins.insert(person_name(by));
            self.platform(platform, by, &mut init)?;
        }
        for role in self.roles() {
            let kind = self.world.kind(role);
            let name = role_name(role);
            if kind.is_linked() && kind.can_be_unrestricted() {
                init.push(format!("(can-travel {name})"));
            }
            if kind.can_be_unassigned() {
                init.push(format!("(can-go-without {name})"));
            }
        }
        for guest in self.guests() {
            let name = person_name(guest);
            match self.world.person(guest).and_then(|known| known.connected) {
                Some(platform) => init.push(format!("(at {name} {})", platform_name(platform))),
                None => init.push(format!("(nowhere {name})")),
            }
        }
        for (guest, (platform, space), level) in self.lines()? {
            let (guest, space) = (person_name(guest), space_name(platform, space.as_str()));
            init.push(format!("(listed {guest} {space})"));
            init.push(format!("(in {guest} {space} {})", level_name(level)));
        }
        let mut text = format!("(define (problem {name})\n  (:domain crossinvite)\n  (:objects");
        let counts: Vec<String> = (0..=most).map(|count| format!("n{count}")).collect();
        let admins: Vec<String> = admins.into_iter().collect();
        let _ = writeln!(text, " {} - admin {} - count)", admins.join(" "), counts.join(" "));
        let _ = writeln!(text, "  (:init\n    {})", init.join("\n    "));
        let mut wanted = vec!["(over)".to_owned()];
        for goal in self.goals {
            self.goal(goal, &mut wanted)?;
        }
        let _ = writeln!(text, "  (:goal (and\n    {}))", wanted.join("\n    "));
        Ok(text + "  (:metric minimize (total-cost)))\n")
    }

    fn platform(&self, platform: &Platform, by: PersonId, init: &mut Vec<String>) -> Result<(), String> {
        let (id, at) = (platform.id, platform_name(platform.id));
        init.push(format!("(administers {} {at})", person_name(by)));
        init.extend(
            self.world
                .platforms()
                .filter(|other| other.id != id)
                .map(|other| format!("(other {at} {})", platform_name(other.id))),
        );
        let flags = [
            (platform.grants_without_license(), "option"),
            (platform.has_setting(SpaceSetting::PendingExternals), "pending-externals"),
            (platform.has_setting(SpaceSetting::CommonSpaceForNewUsers), "common-for-new"),
        ];
        init.extend(flags.iter().filter(|(is_on, _)| *is_on).map(|(_, flag)| format!("({flag} {at})")));
        // What may be granted at all, asked of the engine where the option is on.
        let mut open = self.world.clone();
        apply(&mut open, &Event::OptionSet { platform: id, option: MemberOption::GrantWithoutLicense, on: true });
        let opened = open.platform(id).ok_or("a platform is gone")?;
        for role in self.roles() {
            let name = role_name(role);
            init.push(format!("(left {at} {name} n{})", platform.remaining(role)));
            let may = |terms| grant_obstacles(&open, opened, role, terms, 0).is_empty();
            if may(GrantTerms::without_license()) {
                init.push(format!("(grants-without {at} {name})"));
            }
            if platform.owns(role) && may(GrantTerms::with_license()) {
                init.push(format!("(grants-with {at} {name})"));
            }
        }
        for space in platform.spaces.values() {
            let name = space_name(id, space.id.as_str());
            init.extend([format!("(space-of {name} {at})"), format!("(made {name})")]);
            if space.is_common {
                init.push(format!("(common {at} {name})"));
            }
            init.extend(space.items.keys().map(|item| format!("(holds {name} {})", item_name(id, item.as_str()))));
            let question = Question::SpaceAccess { person: by, platform: id, space: space.id };
            let explanation = explain(self.world, question);
            let reads = explanation.access.as_ref().and_then(crate::access::EffectiveAccess::reading);
            if explanation.holds() && reads.is_some() {
                init.push(format!("(reads-in {} {name})", person_name(by)));
            }
        }
        init.push(format!("(space-of {} {at})", space_name(id, NEW_SPACE)));
        for guest in self.guests() {
            self.guest(platform, guest, init);
        }
        Ok(())
    }

    fn guest(&self, platform: &Platform, guest: PersonId, init: &mut Vec<String>) {
        let (name, at) = (person_name(guest), platform_name(platform.id));
        for (item, with) in &platform.shares {
            if *with == guest {
                init.push(format!("(shared {} {name})", item_name(platform.id, item.as_str())));
            }
        }
        let Some(member) = platform.member(guest) else {
            init.push(format!("(out {name} {at})"));
            return;
        };
        let state = match member.membership {
            Membership::Pending => "pending",
            Membership::Active => "active",
            Membership::NoAccess => "no-access",
        };
        init.push(format!("({state} {name} {at})"));
        if member.membership != Membership::NoAccess {
            init.push(format!("(present {name} {at})"));
        }
        if member.right == UserRight::External {
            init.push(format!("(external {name} {at})"));
        }
        for role in &member.grants {
            init.push(format!("(granted {name} {at} {})", role_name(*role)));
            let seat = member.seats.get(role);
            let is_loose = seat.is_none_or(|seat| self.world.kind(*role).is_linked() && !seat.restricted);
            if is_loose {
                init.push(format!("(loose {name} {at} {})", role_name(*role)));
            }
        }
        for (role, seat) in &member.seats {
            init.push(format!("(seat {name} {at} {})", role_name(*role)));
            // Where nothing is linked nothing is bound, and nothing asks.
            if seat.restricted || !self.world.kind(*role).is_linked() {
                init.push(format!("(bound {name} {at} {})", role_name(*role)));
            }
        }
    }

    fn goal(&self, goal: &Goal, wanted: &mut Vec<String>) -> Result<(), String> {
        match goal {
            Goal::IsConnectedTo { person, platform } => {
                wanted.push(format!("(at {} {})", person_name(*person), platform_name(*platform)));
            }
            Goal::RoleUsable { person, platform, role, from } => {
                let (who, at, what) = (person_name(*person), platform_name(*platform), role_name(*role));
                wanted.push(format!("(uses {who} {at} {what})"));
                // A license of this platform comes first, so one of home serves only where there is none.
                match from {
                    Some(from) if from == platform => wanted.push(format!("(seat {who} {at} {what})")),
                    Some(_) => wanted.push(format!("(not (seat {who} {at} {what}))")),
                    None => {}
                }
            }
            Goal::SpaceAccess { person, platform, space, label } => {
                let (who, name) = (person_name(*person), space_name(*platform, space.as_str()));
                wanted.push(format!("(opens {who} {name})"));
                if let Some(label) = label {
                    let level = AccessRole::ALL.into_iter().find(|level| level.label() == label);
                    let level = level.ok_or_else(|| format!("no single level is called {label}"))?;
                    wanted.push(format!("(in {who} {name} {})", level_name(level)));
                }
            }
            Goal::NotInSpaceList { person, platform, space } => {
                wanted.push(format!(
                    "(not (listed {} {}))",
                    person_name(*person),
                    space_name(*platform, space.as_str())
                ));
            }
            Goal::CanRead { person, platform, item } => {
                wanted.push(format!("(reads {} {})", person_name(*person), item_name(*platform, item.as_str())));
            }
            Goal::PoolsUnchanged { platform } => {
                let start = self.start.platform(*platform).ok_or("the platform was not there at the start")?;
                for role in self.roles() {
                    let left =
                        format!("(left {} {} n{})", platform_name(*platform), role_name(role), start.remaining(role));
                    wanted.push(left);
                }
            }
            other => return Err(format!("the rules in PDDL do not cover the goal {other:?}")),
        }
        Ok(())
    }
}

/// Whom a goal is about.
fn about(goal: &Goal) -> Option<PersonId> {
    match goal {
        Goal::IsConnectedTo { person, .. }
        | Goal::RoleUsable { person, .. }
        | Goal::SpaceAccess { person, .. }
        | Goal::NotInSpaceList { person, .. }
        | Goal::CanRead { person, .. } => Some(*person),
        _ => None,
    }
}
