//! What a plan must not do on its way.

use super::Goal;
use crate::access::{AccessChange, changes, standing};
use crate::domain::{Command, Event, PersonId, PlatformId, UserRight, World};
use std::collections::BTreeSet;

/// Who may act at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// This person.
    Person(PersonId),
    /// Whoever belongs to this platform: a member whose right is not External.
    Platform(PlatformId),
}

/// What must hold along the whole way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constraints {
    /// Facts that must hold after every act.
    pub keep: Vec<Goal>,
    /// No act assigns a license of these platforms.
    pub no_license_of: BTreeSet<PlatformId>,
    /// Who may act; left out: everybody.
    pub only: Option<Only>,
    /// Nobody loses what they have: what is accessible to somebody before the plan is so after every act of it.
    pub keep_access: bool,
    /// May people be taken out of where they are to be, to be invited again? That can save acts, and nobody would do it.
    /// Where it is known that there is no other way, they may without asking.
    pub take_out: bool,
    /// Acts that are not to be used.
    pub without: Vec<Command>,
}

impl Constraints {
    /// May this person act in this plan?
    #[must_use]
    pub fn permits(&self, world: &World, person: PersonId) -> bool {
        match self.only {
            None => true,
            Some(Only::Person(only)) => only == person,
            Some(Only::Platform(platform)) => {
                world.member(person, platform).is_some_and(|member| member.right != UserRight::External)
            }
        }
    }

    /// Does everybody still have, after this act, what they had before the whole plan? What the plan itself brought may
    /// go again.
    #[must_use]
    pub fn keeps_access(&self, first: &World, before: &World, after: &World) -> bool {
        let had = |change: &AccessChange| standing(first, change.question).holds;
        !self.keep_access || !changes(before, after).iter().any(|change| change.is_loss() && had(change))
    }

    /// May this act, with these events, be part of the plan? `start` is the world that goals count from.
    #[must_use]
    pub fn allow(&self, before: &World, command: &Command, events: &[Event], after: &World, start: &World) -> bool {
        let takes = |event: &Event| matches!(event, Event::LicenseAssigned { platform, .. } if self.no_license_of.contains(platform));
        command.actor().is_some_and(|actor| self.permits(before, actor))
            && !self.without.contains(command)
            && !events.iter().any(takes)
            && self.keep.iter().all(|fact| fact.is_met(after, start))
    }
}
