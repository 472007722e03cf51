//! The moment that is looked at, and how everything in it is called.

use super::{Control, Face, Presence, RefusedTry, Selection, Spot, Tone, text};
use crate::access::AccessChange;
use crate::content::companies;
use crate::decide;
use crate::domain::{Command, Membership, Person, PersonId, Platform, PlatformId, RoleId, SpaceId, World};

/// One moment with what the last act changed in it and what is selected.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    /// Everything that is.
    pub world: &'a World,
    /// The world before the last act, when there was one.
    pub before: Option<&'a World>,
    /// What the last act changed.
    pub changes: &'a [AccessChange],
    /// What is selected on screen.
    pub selection: &'a Selection,
}

impl<'a> Lens<'a> {
    /// The platforms in the order of their panels.
    #[must_use]
    pub fn platforms(&self) -> Vec<&'a Platform> {
        let order = &self.selection.order;
        let place = |platform: &&Platform| order.iter().position(|id| *id == platform.id).unwrap_or(usize::MAX);
        let mut all: Vec<&Platform> = self.world.platforms().collect();
        all.sort_by_key(place);
        all
    }

    /// The full name, or the address of somebody without a name.
    #[must_use]
    pub fn name(&self, person: PersonId) -> String {
        self.world.person(person).map_or(person.as_str(), called).to_owned()
    }

    /// The first name, or the part of the address before the @.
    #[must_use]
    pub fn first(&self, person: PersonId) -> String {
        first(self.world.person(person).map_or(person.as_str(), called)).to_owned()
    }

    /// "Ben’s".
    #[must_use]
    pub fn possessive(&self, person: PersonId) -> String {
        format!("{}’s", self.first(person))
    }

    /// The platform's display name.
    #[must_use]
    pub fn platform(&self, platform: PlatformId) -> String {
        self.world.platform(platform).map_or_else(|| platform.to_string(), |found| found.name.to_string())
    }

    /// The first word of the platform's name, enough to tell it from the others; else the whole name.
    #[must_use]
    pub fn short(&self, platform: PlatformId) -> String {
        let Some(found) = self.world.platform(platform) else { return platform.to_string() };
        let short = found.name.split(' ').next().unwrap_or_default();
        let begins = |name: &str| name.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let twice = self.world.platforms().filter(|other| begins(&other.name)).count() > 1;
        if twice { found.name.to_string() } else { short.to_owned() }
    }

    /// The colour index of a platform: for the companies of the built-in rehearsals their own, the same in every
    /// rehearsal; for any other, and where that is taken, the first that is free in the order of the world file.
    #[must_use]
    pub fn color(&self, platform: PlatformId) -> usize {
        let mut taken = Vec::new();
        for other in self.world.platforms() {
            let own = companies::color(other.id);
            let free = || (0..).find(|color| !taken.contains(color)).unwrap_or_default();
            let color = own.filter(|color| !taken.contains(color)).unwrap_or_else(free);
            if other.id == platform {
                return color;
            }
            taken.push(color);
        }
        taken.len()
    }

    /// The full name of a role.
    #[must_use]
    pub fn role(&self, role: RoleId) -> String {
        self.world.roles().get(role).map_or_else(|| role.to_string(), |found| found.name.to_string())
    }

    /// The short name of a role.
    #[must_use]
    pub fn role_short(&self, role: RoleId) -> String {
        self.world.roles().get(role).map_or_else(|| role.to_string(), |found| found.short.to_string())
    }

    /// The name of a space.
    #[must_use]
    pub fn space(&self, platform: PlatformId, space: SpaceId) -> String {
        self.world
            .platform(platform)
            .and_then(|found| found.space(space))
            .map_or_else(|| space.to_string(), |found| found.name.to_string())
    }

    /// Where the person comes from: the platform that employs them, else the first with a license of theirs, else the
    /// first they are on.
    #[must_use]
    pub fn home(&self, person: PersonId) -> Option<PlatformId> {
        self.world.home(person)
    }

    /// Is the person on this platform as a guest: a member whose home is another one?
    #[must_use]
    pub fn is_guest(&self, person: PersonId, platform: &Platform) -> bool {
        platform.member(person).is_some() && self.home(person) != Some(platform.id)
    }

    /// The platforms the person is a guest on.
    #[must_use]
    pub fn guest_on(&self, person: PersonId) -> Vec<PlatformId> {
        let home = self.home(person);
        let is_guest = |on: &&Platform| Some(on.id) != home && on.member(person).is_some();
        self.world.platforms().filter(is_guest).map(|on| on.id).collect()
    }

    /// "host", "home" or both: who receives guests, who sends them. Before anybody is invited, the person in focus
    /// tells.
    #[must_use]
    pub fn tags(&self, platform: &Platform) -> Vec<String> {
        let hosts = |platform: &Platform| !self.world.roll(platform.id).guests.is_empty();
        let sends = |platform: &Platform| !self.world.roll(platform.id).sent.is_empty();
        let mut tags = Vec::new();
        let nobody_yet = !self.world.platforms().any(hosts);
        let focus_home = self.selection.focus.and_then(|person| self.home(person));
        let could_host = |person: PersonId| self.hosts(person).contains(&platform.id);
        if hosts(platform) || nobody_yet && self.selection.focus.is_some_and(could_host) {
            tags.push("host".to_owned());
        }
        if sends(platform) || nobody_yet && focus_home == Some(platform.id) {
            tags.push("home".to_owned());
        }
        tags
    }

    /// The hosts of a person: platforms they are a guest on; before any invitation, the one the
    /// rehearsal is about, else one that could invite them.
    #[must_use]
    pub fn hosts(&self, person: PersonId) -> Vec<PlatformId> {
        let guest_on = self.guest_on(person);
        if !guest_on.is_empty() {
            return guest_on;
        }
        let home = self.home(person);
        if let Some(scene) = self.selection.scenes.get(&person) {
            return Some(*scene).filter(|scene| Some(*scene) != home).into_iter().collect();
        }
        let others: Vec<PlatformId> =
            self.world.platforms().map(|other| other.id).filter(|other| Some(*other) != home).collect();
        if others.len() == 1 { others } else { others.into_iter().take(1).collect() }
    }

    /// The person as a picture on this platform.
    #[must_use]
    pub fn face(&self, person: PersonId, on: PlatformId) -> Face {
        self.face_from(self.home(person), person, on)
    }

    /// The same of somebody whose home is known.
    #[must_use]
    pub fn face_from(&self, home: Option<PlatformId>, person: PersonId, on: PlatformId) -> Face {
        let (known, member) = (self.world.person(person), self.world.member(person, on));
        let name = known.map_or(person.as_str(), called);
        let is_here = known.and_then(|known| known.connected) == Some(on);
        let (presence, name_here) = match member {
            // Until somebody accepts, the platform knows the address only (F12, R142).
            Some(member) if member.membership == Membership::Pending => (Presence::Invited, member.email.as_str()),
            Some(member) if member.membership == Membership::NoAccess => (Presence::NoAccess, name),
            Some(_) | None if is_here => (Presence::Here, name),
            Some(_) | None => (Presence::Away, name),
        };
        Face {
            person,
            initials: initials(first(name)),
            name: name_here.to_owned(),
            color: self.color(home.unwrap_or(on)),
            presence,
            is_focused: self.selection.focus == Some(person),
        }
    }

    /// Whose eyes the panel looks through: the chosen person while they work here, else an administrator who does,
    /// else anybody who does.
    #[must_use]
    pub fn viewer(&self, platform: PlatformId) -> Option<PersonId> {
        let works_here = |person: &PersonId| self.world.person(*person).and_then(|p| p.connected) == Some(platform);
        let chosen = self.selection.viewers.get(&platform).copied().filter(works_here);
        chosen
            .or_else(|| self.world.administrators(platform).find(works_here))
            .or_else(|| self.world.roll(platform).here.iter().next())
    }

    /// Does what is shown `now` look different from before the last act?
    #[must_use]
    pub fn differs<T: PartialEq>(&self, now: &T, shown: impl Fn(&Lens<'_>) -> T) -> bool {
        self.before.is_some_and(|world| shown(&Lens { world, before: None, ..*self }) != *now)
    }

    /// The administrators of a platform by their first names, no more than a few of them; none if there are none.
    #[must_use]
    pub fn administrators(&self, platform: PlatformId) -> Option<String> {
        let crowd = &self.world.roll(platform).administrators;
        self.few(crowd.iter(), crowd.len(), 4)
    }

    /// "Ana, Gus and 3 more": at most so many people by their first names; none where there is nobody.
    #[must_use]
    pub fn few(&self, people: impl Iterator<Item = PersonId>, total: usize, most: usize) -> Option<String> {
        let mut names: Vec<String> = people.take(most).map(|person| self.first(person)).collect();
        if total > most {
            names.push(format!("{} more", total - most));
        }
        (!names.is_empty()).then(|| list(&names))
    }

    /// A control for this command, with the refusal that `decide` has for it.
    #[must_use]
    pub fn control(&self, label: impl Into<String>, command: Command, spot: Option<Spot>) -> Control {
        let refusal = decide::refusal(self.world, &command);
        let tried = self.selection.refused.as_ref().filter(|tried| tried.command == command);
        Control {
            label: label.into(),
            source: refusal.as_ref().map(|refusal| text::refusal_source(self.world, refusal)),
            refusal: refusal.map(|refusal| text::refusal_sentence(self, &refusal, &command)),
            tried: tried.map(|RefusedTry { refusal, command, .. }| text::tried(self, refusal, command)),
            is_marked: spot.is_some() && self.selection.marked == spot,
            spot,
            command,
        }
    }

    /// Is a drill being solved, so that nothing gives its cure away unasked?
    #[must_use]
    pub fn is_book_closed(&self) -> bool {
        self.selection.drill.as_ref().is_some_and(|book| !book.is_over)
    }

    /// Can this be seen now? Outside drills everything can.
    #[must_use]
    pub fn is_open(&self, look: super::Look) -> bool {
        self.selection.drill.as_ref().is_none_or(|book| book.is_open(look))
    }

    /// Is this place marked by *Show me*?
    #[must_use]
    pub fn is_marked(&self, spot: Spot) -> bool {
        self.selection.marked == Some(spot)
    }
}

/// What somebody is called: by the full name, without one by the address.
fn called(person: &Person) -> &str {
    person.name.as_deref().unwrap_or_else(|| person.email.as_str())
}

/// The first name, or the part of an address before the @.
fn first(name: &str) -> &str {
    name.split([' ', '@']).next().unwrap_or(name)
}

/// The first two letters, as a picture has room for.
fn initials(first: &str) -> String {
    let mut letters = first.chars();
    let head = letters.next().into_iter().flat_map(char::to_uppercase);
    head.chain(letters.next()).collect()
}

/// Are both the same? What no act touched is the very same, and need not be looked at.
#[must_use]
pub(super) fn is_same<T: PartialEq>(one: &T, other: &T) -> bool {
    std::ptr::eq(one, other) || one == other
}

/// "3 members", "1 member".
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// "Ana, Cleo and Ben".
#[must_use]
pub fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// The tone of a yes or a no.
#[must_use]
pub fn tone_of(holds: bool) -> Tone {
    if holds { Tone::Good } else { Tone::Bad }
}
