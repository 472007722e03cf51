//! Who may act at all (R4, R28, R29, E4).

use super::Scene;
use crate::access::is_signed_in;
use crate::domain::{Code, Member, Membership, PersonId, Refusal};

impl<'a> Scene<'a> {
    /// The refusal with this code, on this platform.
    pub(super) fn refuse(&self, code: Code) -> Refusal {
        Refusal::new(code, self.platform.id)
    }

    /// The act needs an Active Administrator who can connect, here, wherever else they are one (R11, R28, R29).
    pub(super) fn needs_administrator(&self) -> Result<(), Refusal> {
        if !self.platform.is_administered_by(self.by) {
            return Err(self.refuse(Code::NotAdministrator).about(self.by));
        }
        self.needs_signed_in()
    }

    /// The act needs an Active member who can connect (R4).
    pub(super) fn needs_signed_in(&self) -> Result<(), Refusal> {
        if is_signed_in(self.world, self.by, self.platform.id) {
            Ok(())
        } else {
            Err(self.refuse(Code::NotSignedIn).about(self.by))
        }
    }

    /// The person acted on: any membership.
    pub(super) fn member(&self, person: PersonId) -> Result<&'a Member, Refusal> {
        self.platform.member(person).ok_or_else(|| self.refuse(Code::NotInvited).about(person))
    }

    /// The person acted on: pending or active.
    pub(super) fn present_member(&self, person: PersonId) -> Result<&'a Member, Refusal> {
        let member = self.member(person)?;
        if member.membership == Membership::NoAccess {
            return Err(self.refuse(Code::AccessRemoved).about(person));
        }
        Ok(member)
    }

    /// Why the person acted on is not in a space or group: not on the platform, without access, or simply not in.
    pub(super) fn missing(&self, person: PersonId) -> Refusal {
        self.present_member(person).err().unwrap_or_else(|| self.refuse(Code::NoMatch).about(person))
    }

    /// Is this person the only Active Administrator (F14)?
    pub(super) fn is_last_administrator(&self, person: PersonId) -> bool {
        let all = &self.world.roll(self.platform.id).administrators;
        all.len() == 1 && self.platform.is_administered_by(person)
    }
}
