//! A plan of another planner, read back as acts of the engine.

use crate::domain::{
    AccessRole, Act, Command, Door, GrantTerms, InvitedRole, ItemId, MemberOption, PersonId, PlatformId, RoleId,
    SpaceId, SpaceSetting, SpaceSubject, UserRight, Via, World,
};
use crate::problem::{NEW_SPACE, item_name, level_name, person_name, platform_name, role_name, space_name};

/// The acts behind the lines of a plan, such as `(switch person-ben at-aldermoor at-brightwell at-brightwell)`. What
/// costs nothing belongs to the act before it, or is no act.
pub fn commands(world: &World, plan: &str) -> Result<Vec<Command>, String> {
    let mut found: Vec<Command> = Vec::new();
    for line in plan.lines().map(str::trim).filter(|line| line.starts_with('(')) {
        let words: Vec<&str> = line.trim_matches(['(', ')']).split_whitespace().collect();
        let Some((name, arguments)) = words.split_first() else { continue };
        let names = Names { world, arguments };
        match names.read(name).ok_or_else(|| format!("no act is called so: {line}"))? {
            Line::Act(command) => found.push(*command),
            Line::Tick(invited) => match found.last_mut() {
                Some(Command::Do { act: Act::Invite { roles, .. }, .. }) => roles.push(invited),
                _ => return Err(format!("a role without an invitation: {line}")),
            },
            Line::Due => {}
        }
    }
    Ok(found)
}

enum Line {
    Act(Box<Command>),
    /// A role of the invitation before it.
    Tick(InvitedRole),
    /// What follows by itself.
    Due,
}

struct Names<'a> {
    world: &'a World,
    arguments: &'a [&'a str],
}

impl Names<'_> {
    fn argument(&self, place: usize) -> Option<&str> {
        self.arguments.get(place).copied()
    }

    fn person(&self, place: usize) -> Option<PersonId> {
        let name = self.argument(place)?;
        self.world.people().map(|known| known.id).find(|id| person_name(*id) == name)
    }

    fn platform_called(&self, name: &str) -> Option<PlatformId> {
        self.world.platforms().map(|found| found.id).find(|id| platform_name(*id) == name)
    }

    fn platform(&self, place: usize) -> Option<PlatformId> {
        self.platform_called(self.argument(place)?)
    }

    fn role(&self, place: usize) -> Option<RoleId> {
        let name = self.argument(place)?;
        self.world.roles().iter().map(|role| role.id).find(|id| role_name(*id) == name)
    }

    fn space(&self, on: PlatformId, place: usize) -> Option<SpaceId> {
        let name = self.argument(place)?;
        let known = self.world.platform(on)?.spaces.keys().copied().find(|id| space_name(on, id.as_str()) == name);
        known.or_else(|| (space_name(on, NEW_SPACE) == name).then(|| SpaceId::new(NEW_SPACE)))
    }

    fn item(&self, on: PlatformId, place: usize) -> Option<ItemId> {
        let name = self.argument(place)?;
        let mut all = self.world.platform(on)?.spaces.values().flat_map(|space| space.items.keys().copied());
        all.find(|id| item_name(on, id.as_str()) == name)
    }

    fn level(&self, place: usize) -> Option<AccessRole> {
        let name = self.argument(place)?;
        AccessRole::ALL.into_iter().find(|level| level_name(*level) == name)
    }

    fn read(&self, name: &str) -> Option<Line> {
        let invited = |terms: GrantTerms| -> Option<Line> {
            let GrantTerms { assign_license, restrict_usage } = terms;
            Some(Line::Tick(InvitedRole { role: self.role(2)?, assign_license, restrict_usage }))
        };
        let free = GrantTerms { assign_license: true, restrict_usage: Some(false) };
        let (without, with) = (GrantTerms::without_license(), GrantTerms::with_license());
        match name {
            "tick-without" => return invited(without),
            "tick-with" => return invited(with),
            "tick-free" => return invited(free),
            "send" | "release" | "stays" | "put-out" | "was-nowhere" | "finish" | "opens" | "reads-there"
            | "reads-shared" => return Some(Line::Due),
            _ if name.starts_with("uses-") || name.starts_with("removed-") => return Some(Line::Due),
            _ => {}
        }
        let by = self.person(0)?;
        let command = |on: PlatformId, act: Act| Some(Line::Act(Box::new(Command::new(by, on, act))));
        if let Some(platform) = name.strip_prefix("forbid-") {
            let act = Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false };
            return command(self.platform_called(platform)?, act);
        }
        if let Some(platform) = name.strip_prefix("remove-").and_then(|platform| self.platform_called(platform)) {
            return command(platform, Act::RemoveMember { person: self.person(1)? });
        }
        let on = self.platform(1)?;
        command(on, self.act(name, on, (without, with, free))?)
    }

    /// What the first two arguments, who and where, do not say.
    fn act(&self, name: &str, on: PlatformId, terms: (GrantTerms, GrantTerms, GrantTerms)) -> Option<Act> {
        let (without, with, free) = terms;
        let person = || self.person(2);
        let role = || self.role(3);
        let setting = |setting, on| Act::SetSpaceSetting { setting, on };
        let grant = |terms| Some(Act::GrantRole { person: person()?, role: role()?, terms });
        let invite = |right| {
            let email = self.world.person(person()?)?.email;
            let (location, organization) = (None, None);
            Some(Act::Invite { emails: vec![email], right, location, organization, roles: Vec::new() })
        };
        let (restricted, door) = (false, Door::ControlCenter);
        Some(match name {
            "allow" => Act::SetOption { option: MemberOption::GrantWithoutLicense, on: true },
            "show-pending" => setting(SpaceSetting::PendingExternals, true),
            "hide-pending" => setting(SpaceSetting::PendingExternals, false),
            "common-on" => setting(SpaceSetting::CommonSpaceForNewUsers, true),
            "common-off" => setting(SpaceSetting::CommonSpaceForNewUsers, false),
            "unrestrict" => Act::SetRestrictUsage { person: person()?, role: role()?, on: false },
            "restrict" => Act::SetRestrictUsage { person: person()?, role: role()?, on: true },
            "grant-without" => return grant(without),
            "grant-with" => return grant(with),
            "grant-free" => return grant(free),
            "ungrant" | "ungrant-licensed" => Act::UngrantRole { person: person()?, role: role()? },
            "assign" => Act::SetAssignLicense { person: person()?, role: role()?, on: true },
            "take-back" => Act::SetAssignLicense { person: person()?, role: role()?, on: false },
            "remove-access" => Act::RemoveAccess { person: person()? },
            "give-access-back" => Act::GiveAccessBack { person: person()? },
            "invite-external" => return invite(UserRight::External),
            "invite-member" | "invite-member-common" => return invite(UserRight::Member),
            "accept-staying" | "accept-signing-in" => Act::AcceptInvitation { via: Via::Email },
            "switch" | "switch-from-nowhere" => Act::SwitchPlatform,
            "add-active" | "add-pending" => {
                let (space, who) = (self.space(on, 3)?, SpaceSubject::Person(person()?));
                Act::AddSpaceMember { space, who, role: self.level(4)?, restricted, organization: None, door }
            }
            "change" => {
                let (space, who) = (self.space(on, 3)?, SpaceSubject::Person(person()?));
                Act::ChangeSpaceMember { space, who, role: self.level(5)?, restricted, door }
            }
            "take-out" => {
                Act::RemoveSpaceMember { space: self.space(on, 3)?, who: SpaceSubject::Person(person()?), door }
            }
            "create-space" => Act::CreateSpace { space: self.space(on, 2)?, name: "New space".to_owned() },
            "move" => Act::MoveItem { item: self.item(on, 2)?, to: self.space(on, 4)? },
            "share" => {
                let email = self.world.person(self.person(4)?)?.email;
                Act::ShareItem { item: self.item(on, 2)?, email }
            }
            _ => return None,
        })
    }
}
