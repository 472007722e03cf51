//! People and the messages they get.

use super::{Email, PersonId, PlatformId, SpaceId};
use imbl::Vector;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Somebody behind one address (T24).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The place among everybody, in the order in which they became known.
    pub place: usize,
    /// The name; an address that nobody introduced has none (R142).
    pub name: Option<Arc<str>>,
    /// The address the person signs in with (R17).
    pub email: Email,
    /// The platform the person works on now (R84).
    pub connected: Option<PlatformId>,
    /// Everything that came in, oldest first.
    pub messages: Vector<Message>,
}

/// How a message came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MessageKind {
    /// The invitation as an e-mail (R83).
    InvitationEmail,
    /// The invitation as a notification inside the platform (R83).
    InvitationNotification,
    /// A link to a collaborative space (R156).
    SpaceNotification(SpaceId),
}

/// One message (T25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    /// How it came in.
    pub kind: MessageKind,
    /// The platform it is about.
    pub platform: PlatformId,
    /// Who caused it.
    pub from: PersonId,
}
