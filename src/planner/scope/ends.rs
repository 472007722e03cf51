//! What must be so in the end, and who is left where they are on the way.

use super::Scope;
use crate::domain::{Membership, PersonId, PlatformId, RoleId, World};
use crate::planner::{Constraints, Goal, SeatState};
use std::collections::{BTreeMap, BTreeSet};

impl Scope {
    /// The scopes of searches, one after the other, as long as there is no way. First nobody is taken out who is to be
    /// there, or was there at the start; then nobody is invited to a company that they have nothing to do with, only for
    /// its licenses.
    pub(in crate::planner) fn widening(world: &World, start: &World, goals: &[Goal], rules: &Constraints) -> Vec<Self> {
        let all = Self::of(world, start, goals, rules);
        let mut near = all.clone();
        near.homes = Some(near.homes_in(world, start));
        let stays = if rules.take_out { BTreeSet::new() } else { all.stays_in(start, goals) };
        let first = (!stays.is_empty()).then(|| Self { stays, ..near.clone() });
        first.into_iter().chain([near, all]).collect()
    }

    fn homes_in(&self, world: &World, start: &World) -> BTreeMap<PersonId, BTreeSet<PlatformId>> {
        let mut homes: BTreeMap<PersonId, BTreeSet<PlatformId>> = BTreeMap::new();
        for (person, platform) in self.hosts.keys().chain(&self.lent) {
            homes.entry(*person).or_default().insert(*platform);
        }
        for found in world.platforms().chain(start.platforms()) {
            for person in found.members.keys() {
                homes.entry(*person).or_default().insert(found.id);
            }
        }
        homes
    }

    /// Who is to be a member where in the end, and where else those people were members at the start.
    fn stays_in(&self, start: &World, goals: &[Goal]) -> BTreeSet<(PersonId, PlatformId)> {
        let mut stays = BTreeSet::new();
        members_in_the_end(goals, &mut stays);
        let people: BTreeSet<PersonId> = stays.iter().map(|(person, _)| *person).collect();
        for found in start.platforms() {
            let there = people.iter().filter(|person| found.member(**person).is_some());
            stays.extend(there.map(|person| (*person, found.id)).filter(|one| !self.lacking.contains(one)));
        }
        stays
    }

    /// Must the person be able to use the role in the end, on another platform than this, or on any?
    pub(in crate::planner) fn uses_role(&self, person: PersonId, role: RoleId, but: Option<PlatformId>) -> bool {
        self.used.iter().any(|(who, of, at)| *who == person && *of == role && but != Some(*at))
    }

    /// May the person be taken out there?
    pub(in crate::planner) fn may_go(&self, person: PersonId, platform: PlatformId) -> bool {
        !self.stays.contains(&(person, platform))
    }

    /// May the person be invited there?
    pub(in crate::planner) fn may_come(&self, person: PersonId, platform: PlatformId) -> bool {
        let Some(homes) = &self.homes else { return true };
        homes.get(&person).is_some_and(|homes| homes.contains(&platform))
    }

    /// What must be so in the end, whatever happens on the way: who connects, and who opens spaces, for which the role
    /// behind every space is usable.
    #[expect(clippy::wildcard_enum_match_arm, reason = "four goals ask for it")]
    pub(super) fn ends(&mut self, world: &World, goals: &[Goal]) {
        let (ifw, csv) = (RoleId::ifw(), RoleId::csv());
        for goal in goals {
            match goal {
                Goal::Connects { person, platform } | Goal::IsConnectedTo { person, platform } => {
                    self.uses(world, *person, *platform, ifw);
                }
                Goal::SpaceAccess { person, platform, .. } => {
                    self.uses(world, *person, *platform, ifw);
                    self.uses(world, *person, *platform, csv);
                    self.kept.insert((*person, *platform));
                }
                Goal::RoleUsable { person, platform, role, from } => {
                    self.uses(world, *person, *platform, *role);
                    self.lent.extend(from.filter(|from| from != platform).map(|from| (*person, from)));
                    if world.roles().with_prerequisites(&[*role]).contains(&csv) {
                        self.kept.insert((*person, *platform));
                    }
                }
                Goal::All(goals) => self.ends(world, goals),
                _ => {}
            }
        }
    }

    /// A role that does not rest on the one for connecting works without it.
    fn uses(&mut self, world: &World, person: PersonId, platform: PlatformId, role: RoleId) {
        let used = world.roles().with_prerequisites(&[role]);
        if used.contains(&RoleId::ifw()) {
            self.present.insert((person, platform));
        }
        self.used.extend(used.into_iter().map(|role| (person, role, platform)));
    }
}

/// Who must be a member where when these goals are met, whatever they are otherwise.
#[expect(clippy::wildcard_enum_match_arm, reason = "the others hold without the membership, or need a new one")]
fn members_in_the_end(goals: &[Goal], found: &mut BTreeSet<(PersonId, PlatformId)>) {
    for goal in goals {
        match goal {
            Goal::Connects { person, platform }
            | Goal::IsConnectedTo { person, platform }
            | Goal::IsMember { person, platform, state: Membership::Active }
            | Goal::HasRight { person, platform, .. }
            | Goal::InOrganization { person, platform, .. }
            | Goal::Granted { person, platform, .. }
            | Goal::SpaceAccess { person, platform, .. }
            | Goal::InSpaceList { person, platform, .. }
            | Goal::CanRead { person, platform, .. }
            | Goal::InGroup { person, platform, .. } => {
                found.insert((*person, *platform));
            }
            Goal::Seat { person, platform, is, .. } if *is != SeatState::None => {
                found.insert((*person, *platform));
            }
            Goal::RoleUsable { person, platform, from, .. } => {
                found.extend([Some(*platform), *from].into_iter().flatten().map(|platform| (*person, platform)));
            }
            Goal::All(goals) => members_in_the_end(goals, found),
            _ => {}
        }
    }
}
