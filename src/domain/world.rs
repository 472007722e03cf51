//! Everything that is, at one moment. Cheap to clone: maps share what did not change.

use super::roll::{Roll, Rolls};
use super::{
    Day, Email, Member, Person, PersonId, Platform, PlatformId, Reading, Readings, RoleCatalog, RoleId, RoleKind,
    UserRight,
};
use imbl::{OrdMap, Vector};
use std::collections::BTreeSet;
use std::sync::Arc;

/// All platforms and people, the clock and the readings. Changed only by [`super::apply()`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct World {
    pub(super) roles: Arc<RoleCatalog>,
    pub(super) readings: Readings,
    pub(super) today: Day,
    pub(super) people: OrdMap<PersonId, Arc<Person>>,
    pub(super) by_email: OrdMap<Email, PersonId>,
    /// In the order of the world file, which is the order of reporting. So few that one is found by looking at each.
    pub(super) platforms: Vec<Arc<Platform>>,
    pub(super) cast: Vector<PersonId>,
    pub(super) rolls: Rolls,
}

impl World {
    /// A world with roles and nothing else.
    #[must_use]
    pub fn new(roles: Arc<RoleCatalog>) -> Self {
        Self {
            roles,
            readings: Readings::new(),
            today: Day(0),
            people: OrdMap::new(),
            by_email: OrdMap::new(),
            platforms: Vec::new(),
            cast: Vector::new(),
            rolls: Rolls::default(),
        }
    }

    /// The role catalog.
    #[must_use]
    pub fn roles(&self) -> &RoleCatalog {
        &self.roles
    }

    /// How the role's license is tied.
    #[must_use]
    pub fn kind(&self, role: RoleId) -> RoleKind {
        self.roles.kind(role)
    }

    /// The day of the simulated clock.
    #[must_use]
    pub fn today(&self) -> Day {
        self.today
    }

    /// Is this reading switched to its alternative?
    #[must_use]
    pub fn reads(&self, alternative: Reading) -> bool {
        self.readings.contains(&alternative)
    }

    /// The readings switched to their alternative.
    #[must_use]
    pub fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The platforms in the order of the world file.
    pub fn platforms(&self) -> impl Iterator<Item = &Platform> {
        self.platforms.iter().map(Arc::as_ref)
    }

    /// The platform with this id.
    #[must_use]
    pub fn platform(&self, id: PlatformId) -> Option<&Platform> {
        self.platforms().find(|platform| platform.id == id)
    }

    /// Where the platform stands in the order of the world file.
    #[must_use]
    pub fn position(&self, id: PlatformId) -> usize {
        self.platforms().position(|platform| platform.id == id).unwrap_or(usize::MAX)
    }

    /// People and bare addresses in the order in which they became known.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.cast.iter().filter_map(|id| self.person(*id))
    }

    /// The ids of people and bare addresses in the order in which they became known.
    pub fn cast(&self) -> impl ExactSizeIterator<Item = PersonId> {
        self.cast.iter().copied()
    }

    /// Those of the people who are known, in the order in which they became so.
    #[must_use]
    pub fn in_order(&self, people: impl IntoIterator<Item = PersonId>) -> Vec<PersonId> {
        let place = |person: PersonId| Some((self.person(person)?.place, person));
        let mut known: Vec<(usize, PersonId)> = people.into_iter().filter_map(place).collect();
        known.sort_unstable();
        known.dedup();
        known.into_iter().map(|(_, person)| person).collect()
    }

    /// Who is what on a platform, found without looking at everybody.
    #[must_use]
    pub fn roll(&self, platform: PlatformId) -> &Roll {
        self.rolls.get(platform)
    }

    /// Is this member from outside: under the right External, or a guest under any right? For a guest who was invited as
    /// a Member is still one of another company (R33, R75).
    #[must_use]
    pub fn is_outsider(&self, person: PersonId, platform: PlatformId) -> bool {
        self.member(person, platform)
            .is_some_and(|member| member.right == UserRight::External || self.home(person) != Some(platform))
    }

    /// Everybody from outside there; found by the roll, without asking where each member comes from.
    #[must_use]
    pub fn outsiders(&self, platform: PlatformId) -> BTreeSet<PersonId> {
        self.roll(platform).outsiders.iter().collect()
    }

    /// Where the person comes from: the platform that employs them, else the first with a license of theirs, else the
    /// first they are on.
    #[must_use]
    pub fn home(&self, person: PersonId) -> Option<PlatformId> {
        let (mut licensed, mut internal, mut anywhere) = (None, None, None);
        for platform in self.platforms() {
            let Some(member) = platform.member(person) else { continue };
            let is_internal = member.right != UserRight::External;
            if is_internal && !member.organizations.is_empty() {
                return Some(platform.id);
            }
            licensed = licensed.or_else(|| (!member.seats.is_empty()).then_some(platform.id));
            internal = internal.or_else(|| is_internal.then_some(platform.id));
            anywhere = anywhere.or(Some(platform.id));
        }
        licensed.or(internal).or(anywhere)
    }

    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id).map(Arc::as_ref)
    }

    /// Who signs in with this address (R17).
    #[must_use]
    pub fn person_by_email(&self, email: Email) -> Option<&Person> {
        self.by_email.get(&email).and_then(|id| self.person(*id))
    }

    /// The membership of a person on a platform.
    #[must_use]
    pub fn member(&self, person: PersonId, platform: PlatformId) -> Option<&Member> {
        self.platform(platform).and_then(|platform| platform.member(person))
    }

    /// The active administrators of a platform, in the order in which people became known.
    pub fn administrators(&self, platform: PlatformId) -> impl Iterator<Item = PersonId> {
        self.roll(platform).administrators.iter()
    }
}
