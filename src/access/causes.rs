//! Why not, and why so: the smallest sets of facts that decide a question.
//!
//! A question that is answered *no* has sets of missing facts: bring about all of one set and the answer is *yes*; leave
//! one out and it stays *no*. A question that is answered *yes* has sets of facts that hold it up: take all of one set
//! away and it breaks; leave one standing and it holds. Both are the same search over the same [`Atom`]s.
//!
//! No rule is stated here a second time. [`atoms`] lists the facts a question can hang on (E3, E6, E7, E12); whether a
//! set decides it is found out by turning exactly those facts in a fork of the world and asking [`explain`] again. More
//! facts never make an answer worse (E11), so a set that decides can be thinned out one by one, and the sets that are
//! left out are found through what meets every known set: when everything but such a meeting set still decides, there is
//! one more.

use super::{Atom, Question, explain};
use crate::domain::{PersonId, Platform, PlatformId, Reading, RoleId, World};
use std::collections::BTreeSet;

/// How often the engine may be asked; reached only where dozens of licenses or groups could serve.
const MOST_TRIES: usize = 6000;

/// How many sets are looked for.
const MOST_SETS: usize = 96;

/// The smallest sets of facts that decide a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Causes {
    /// The question.
    pub question: Question,
    /// The answer as it stands.
    pub holds: bool,
    /// Each set, turned whole, turns the answer; no part of it does. Those that are easiest to act on come first.
    pub sets: Vec<Vec<Atom>>,
    /// Are these all there are? False only where there are very many.
    pub is_complete: bool,
}

/// The smallest sets of facts that keep the fact from holding or, when it holds, that keep it so.
#[must_use]
pub fn causes(world: &World, question: Question) -> Causes {
    let holds = explain(world, question).holds();
    let mut search = Search {
        world,
        question,
        holds,
        atoms: atoms(world, question).into_iter().filter(|atom| atom.holds(world) == holds).take(128).collect(),
        tries: 0,
    };
    let mut found = Vec::new();
    let is_complete = search.run(&mut found);
    let mut sets: Vec<Vec<Atom>> = found.into_iter().map(|set| search.members(set).collect()).collect();
    sets.sort_by_cached_key(|set| (burden(world, set), set.clone()));
    Causes { question, holds, sets, is_complete }
}

/// What makes a set hard to act on: licenses that are not there to be assigned, licenses it takes, facts to turn, sides
/// that must act.
fn burden(world: &World, set: &[Atom]) -> (usize, usize, usize, usize) {
    let is_short = |atom: &&Atom| {
        let Atom::License { platform, role, .. } = atom else { return false };
        world.platform(*platform).is_some_and(|found| found.remaining(*role) == 0)
    };
    let sides: BTreeSet<PlatformId> = set.iter().map(|atom| atom.platform()).collect();
    let licenses = set.iter().filter(|atom| matches!(atom, Atom::License { .. })).count();
    (set.iter().filter(is_short).count(), licenses, set.len(), sides.len())
}

/// The facts the question can hang on. A license counts where the person is a member, a group where it has what is
/// wanted: a membership or a group grant made up for this one question would be a detour to what can be given directly.
#[must_use]
pub fn atoms(world: &World, question: Question) -> Vec<Atom> {
    let (person, platform) = (question.person(), question.platform());
    let Some(host) = world.platform(platform) else { return Vec::new() };
    let mut atoms = BTreeSet::new();
    let wanted = match question {
        Question::CanConnect { .. } => {
            atoms.insert(Atom::Member { person, platform });
            vec![RoleId::ifw()]
        }
        Question::RoleUsable { role, .. } => {
            atoms.insert(Atom::Active { person, platform });
            vec![role]
        }
        Question::SpaceAccess { space, .. } => {
            atoms.insert(Atom::Active { person, platform });
            atoms.insert(Atom::Entry { person, platform, space });
            for group in host.space(space).into_iter().flat_map(|space| space.groups.keys().copied()) {
                atoms.insert(Atom::GroupAccess { platform, group, space });
                atoms.insert(Atom::InGroup { person, platform, group });
            }
            vec![RoleId::ifw(), RoleId::csv()]
        }
    };
    for role in with_prerequisites(world, wanted) {
        role_atoms(world, person, host, role, &mut atoms);
    }
    atoms.into_iter().collect()
}

/// The roles and everything they need, directly or through others.
fn with_prerequisites(world: &World, mut open: Vec<RoleId>) -> BTreeSet<RoleId> {
    let mut found = BTreeSet::new();
    while let Some(role) = open.pop() {
        if found.insert(role) {
            open.extend(world.roles().prerequisites(role));
        }
    }
    found
}

fn role_atoms(world: &World, person: PersonId, host: &Platform, role: RoleId, atoms: &mut BTreeSet<Atom>) {
    let platform = host.id;
    atoms.insert(Atom::Grant { person, platform, role });
    for group in host.groups.values().filter(|group| group.roles.contains(&role)) {
        atoms.insert(Atom::GroupGrant { platform, group: group.id, role });
        atoms.insert(Atom::InGroup { person, platform, group: group.id });
    }
    atoms.insert(Atom::License { person, platform, role });
    atoms.insert(Atom::Valid { platform, role });
    let kind = world.kind(role);
    if kind.is_linked() && !kind.can_be_unrestricted() {
        return;
    }
    for home in world.platforms().filter(|home| home.id != host.id && home.member(person).is_some()) {
        atoms.insert(Atom::Option { platform });
        let platform = home.id;
        if !world.reads(Reading::HomeOptionNotAsked) {
            atoms.insert(Atom::Option { platform });
        }
        atoms.insert(Atom::License { person, platform, role });
        atoms.insert(Atom::Valid { platform, role });
        if kind.is_linked() {
            atoms.insert(Atom::Member { person, platform });
            atoms.insert(Atom::Unrestricted { person, platform, role });
        }
    }
}

/// A set of atoms, one bit each.
type Set = u128;

struct Search<'a> {
    world: &'a World,
    question: Question,
    holds: bool,
    /// Those that stand as the answer does; only turning them can turn it.
    atoms: Vec<Atom>,
    tries: usize,
}

impl Search<'_> {
    fn members(&self, set: Set) -> impl Iterator<Item = Atom> {
        self.atoms.iter().enumerate().filter(move |(place, _)| set >> place & 1 == 1).map(|(_, atom)| *atom)
    }

    /// Does turning these turn the answer?
    fn decides(&mut self, set: Set) -> bool {
        self.tries += 1;
        let mut fork = self.world.clone();
        self.members(set).for_each(|atom| atom.flip(&mut fork));
        explain(&fork, self.question).holds() != self.holds
    }

    /// Takes out of a set that decides whatever can be spared.
    fn thinned(&mut self, mut set: Set) -> Set {
        for place in 0..self.atoms.len() {
            let without = set & !(1 << place);
            if without != set && self.decides(without) {
                set = without;
            }
        }
        set
    }

    /// Collects every smallest set. `meeting` are the smallest sets that meet every one found so far.
    fn run(&mut self, found: &mut Vec<Set>) -> bool {
        let all = (0..self.atoms.len()).fold(0, |set: Set, place| set | 1 << place);
        let mut meeting: BTreeSet<Set> = BTreeSet::from([0]);
        let mut settled: BTreeSet<Set> = BTreeSet::new();
        while let Some(next) = meeting.iter().find(|set| !settled.contains(*set)).copied() {
            if self.tries > MOST_TRIES || found.len() >= MOST_SETS || meeting.len() > MOST_TRIES {
                return false;
            }
            if self.decides(all & !next) {
                let new = self.thinned(all & !next);
                meeting = met(&meeting, new);
                found.push(new);
            } else {
                settled.insert(next);
            }
        }
        true
    }
}

/// The smallest sets that meet what these meet, and `new` as well.
fn met(meeting: &BTreeSet<Set>, new: Set) -> BTreeSet<Set> {
    let (mut kept, missing): (BTreeSet<Set>, Vec<Set>) = {
        let (kept, missing): (Vec<Set>, Vec<Set>) = meeting.iter().partition(|set| **set & new != 0);
        (kept.into_iter().collect(), missing)
    };
    for set in missing {
        for place in (0..Set::BITS).filter(|place| new >> place & 1 == 1) {
            let wider = set | 1 << place;
            if !kept.iter().any(|other| other & wider == *other) {
                kept.insert(wider);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_meets_all_found_sets_stays_minimal() {
        let sets = |sets: &[Set]| sets.iter().copied().collect::<BTreeSet<Set>>();
        assert_eq!(met(&sets(&[0b001, 0b010]), 0b101), sets(&[0b001, 0b110]), "{{a, b}} is more than {{a}}");
        assert_eq!(met(&sets(&[0]), 0b11), sets(&[0b01, 0b10]));
        assert_eq!(met(&sets(&[0b01, 0b10]), 0b11), sets(&[0b01, 0b10]), "what meets it already stays");
    }
}
