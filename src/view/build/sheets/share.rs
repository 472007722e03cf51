//! *Share*: an item for a member, or for an address that is invited by it (R102–R106, C22, C30).

use crate::access::can_read;
use crate::decide;
use crate::domain::{Act, Command, Email, Event, ItemId, Membership, PersonId, Platform, PlatformId, RoleId};
use crate::view::lens::{count, list};
use crate::view::{
    Lens, Listing, OpenSheet, Rows, ShareData, ShareMatch, SheetBody, SheetData, SheetDraft, Status, Tone,
};

/// The button beside an item.
pub(in crate::view::build) fn open(lens: &Lens<'_>, platform: &Platform, item: ItemId, viewer: PersonId) -> OpenSheet {
    let reads = can_read(lens.world, viewer, platform.id, item);
    OpenSheet {
        label: format!("Share {}", item_name(platform, item)),
        draft: SheetDraft::Share { platform: platform.id, item, typed: String::new() },
        refusal: (!reads)
            .then(|| format!("{} cannot read it, so there is nothing to share for them.", lens.first(viewer))),
    }
}

/// The people an item was shared with, in the order in which they became known.
pub(in crate::view::build) fn shared_with(lens: &Lens<'_>, platform: &Platform, item: ItemId) -> Vec<String> {
    let shares = platform.shares.iter().filter(|(shared, _)| *shared == item).map(|(_, with)| *with);
    lens.world.in_order(shares).into_iter().map(|person| lens.name(person)).collect()
}

fn item_name(platform: &Platform, item: ItemId) -> String {
    let found = platform.spaces.values().find_map(|space| space.items.get(&item));
    found.map_or_else(|| item.to_string(), |found| found.name.to_string())
}

/// The dialog.
pub(super) fn share(lens: &Lens<'_>, platform: PlatformId, item: ItemId, typed: &str) -> Option<SheetData> {
    let found = lens.world.platform(platform)?;
    let viewer = lens.viewer(platform)?;
    let command = |email: Email| Command::new(viewer, platform, Act::ShareItem { item, email });
    let wanted = typed.trim().to_lowercase();
    let is_address = decide::address_problem(&[Email::new(typed)]).is_none();
    let fits = |person: &PersonId| {
        let Some(member) = found.member(*person) else { return false };
        let is_named = member.membership != Membership::Pending && lens.name(*person).to_lowercase().contains(&wanted);
        *person != viewer && !wanted.is_empty() && (is_named || member.email.as_str().starts_with(&wanted))
    };
    let people: Vec<PersonId> = lens.world.roll(platform).members.iter().filter(fits).collect();
    let members = people.iter().filter_map(|person| Some((*person, found.member(*person)?)));
    let matches = Rows::fill(lens, Listing::Sheet, people.len(), members, |(person, member)| {
        let title = lens.face(person, platform).name;
        ShareMatch {
            control: lens.control(format!("Share with {title}"), command(member.email), None),
            detail: super::super::spaces::detail(lens, found, person),
            title,
        }
    });
    let typed_command = command(Email::new(typed));
    let mut commit = lens.control("Share", typed_command.clone(), None);
    if !is_address {
        commit = commit.greyed("Type a whole address, or pick a member from the matches.");
    }
    let name = item_name(found, item);
    Some(SheetData {
        platform: Some(platform),
        color: Some(lens.color(platform)),
        title: format!("Share: {name}"),
        lead: "Who gets it can read this one item once they can connect; no space opens by it.".into(),
        notes: if is_address { outcome(lens, found, &typed_command, typed.trim()) } else { Vec::new() },
        body: SheetBody::Share(ShareData { matches, shared_with: shared_with(lens, found, item) }),
        commit: Some(commit),
    })
}

/// What sharing with the typed address would do, read off the events of the act.
fn outcome(lens: &Lens<'_>, platform: &Platform, command: &Command, address: &str) -> Vec<Status> {
    let events = match decide::decide(lens.world, command) {
        Ok(events) => events,
        Err(refusal) => {
            let words = crate::view::text::refusal_sentence(lens, &refusal, command);
            return vec![Status::new(Tone::Caution, words)];
        }
    };
    if events.is_empty() {
        return vec![Status::new(Tone::Neutral, "It is shared with this address already.")];
    }
    if !events.iter().any(|event| matches!(event, Event::MemberAdded { .. })) {
        return vec![Status::new(
            Tone::Good,
            format!("{address} is a member here: nothing is sent, the item is shared."),
        )];
    }
    let is_granted =
        |wanted: RoleId| events.iter().any(|event| matches!(event, Event::RoleGranted { role, .. } if *role == wanted));
    let roles = lens.world.roles().iter();
    let granted: Vec<String> = roles.filter(|role| is_granted(role.id)).map(|role| role.short.to_string()).collect();
    let taken = events.iter().filter(|event| matches!(event, Event::LicenseAssigned { .. })).count();
    let name = lens.short(platform.id);
    vec![
        Status::new(Tone::Caution, format!("{address} is no member: an invitation to {name} is sent by itself.")),
        Status::new(Tone::Neutral, format!("External, with the default roles: {}.", list(&granted))),
        if taken == 0 {
            Status::new(Tone::Good, format!("No license of {name} is taken; they need their own."))
        } else {
            Status::new(
                Tone::Caution,
                format!(
                    "{} of {name} {} taken.",
                    count(taken, "license", "licenses"),
                    if taken == 1 { "is" } else { "are" }
                ),
            )
        },
    ]
}
