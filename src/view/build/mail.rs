//! Fills mail and notifications of the signed-in person (R83, R156).

use crate::domain::{Act, Command, Membership, Message, MessageKind, PersonId, PlatformId, Via};
use crate::view::{Lens, Listing, MailData, MessageRow, Rows, Spot, Status, Tone, text};

/// Newest first.
pub(super) fn mail(lens: &Lens<'_>, on: PlatformId, person: PersonId) -> MailData {
    let messages = lens.world.person(person).map(|found| found.messages.clone()).unwrap_or_default();
    let newest_first = messages.iter().rev();
    let title = format!("{} mail and notifications", lens.possessive(person));
    let messages =
        Rows::fill(lens, Listing::Mail(on), messages.len(), newest_first, |message| row(lens, person, message));
    let open = open_invitations(lens, person).len();
    MailData { title, waiting: (open > 0).then(|| text::invitations_to_accept(open)), messages }
}

/// The platforms whose invitation the person has not accepted yet.
pub(super) fn open_invitations(lens: &Lens<'_>, person: PersonId) -> Vec<PlatformId> {
    lens.world
        .platforms()
        .filter(|platform| platform.member(person).is_some_and(|member| member.membership == Membership::Pending))
        .map(|platform| platform.id)
        .collect()
}

fn row(lens: &Lens<'_>, person: PersonId, message: &Message) -> MessageRow {
    let platform = message.platform;
    let name = lens.platform(platform);
    let membership = lens.world.member(person, platform).map(|member| member.membership);
    let from = format!("{}, {}", lens.name(message.from), name);
    let is_email = message.kind == MessageKind::InvitationEmail;
    let (subject, control, state) = match message.kind {
        MessageKind::InvitationEmail | MessageKind::InvitationNotification => {
            let via = if is_email { Via::Email } else { Via::Notification };
            let here = lens.world.person(person).and_then(|found| found.connected).unwrap_or(platform);
            let accept = lens.control(
                "Accept invitation",
                Command::new(person, platform, Act::AcceptInvitation { via }),
                Some(Spot::Mail(here, person)),
            );
            let state = match membership {
                Some(Membership::Pending) => None,
                Some(Membership::Active) => Some(Status::new(Tone::Good, "accepted")),
                Some(Membership::NoAccess) => Some(Status::new(Tone::Bad, "access removed")),
                None => Some(Status::new(Tone::Absent, "taken back")),
            };
            let is_open = membership == Some(Membership::Pending);
            (format!("Invitation to {name}"), is_open.then_some(accept), state)
        }
        MessageKind::SpaceNotification(space) => {
            let words = match membership {
                Some(Membership::Pending) => Status::new(Tone::Waiting, "opens once the invitation is accepted"),
                Some(Membership::Active | Membership::NoAccess) | None => {
                    Status::new(Tone::Neutral, "link to the space")
                }
            };
            (format!("{} has been opened to you", lens.space(platform, space)), None, Some(words))
        }
    };
    let kind = if is_email { "Email" } else { "Notification" };
    MessageRow { kind: kind.into(), is_email, color: lens.color(platform), subject, from, control, state }
}
