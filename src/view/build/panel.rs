//! Fills a platform panel: who is signed in, what the drop-down offers, the open tab.

use super::{groups, mail, members, person_view, spaces};
use crate::access::{Question, explain, is_signed_in};
use crate::domain::{Act, Command, Membership, PersonId, Platform, PlatformId, Via};
use crate::view::{
    Control, Lens, PanelTab, PlatformChoice, PlatformPanelData, Spot, TabData, ViewerChoice, ViewerData, text,
};

/// The panel of a platform.
#[must_use]
pub fn panel(lens: &Lens<'_>, platform: &Platform) -> PlatformPanelData {
    let id = platform.id;
    let viewer = lens.viewer(id);
    let tab = lens.selection.tabs.get(&id).copied().unwrap_or_default();
    let view_label = viewer.map_or_else(|| "View".to_owned(), |person| format!("{} view", lens.possessive(person)));
    PlatformPanelData {
        platform: id,
        name: platform.name.to_string(),
        color: lens.color(id),
        tags: lens.tags(platform),
        viewer: viewer.map(|person| ViewerData { face: lens.face(person, id), caption: caption(lens, person, id) }),
        viewers: lens
            .people_here(id)
            .into_iter()
            .map(|person| ViewerChoice {
                person,
                label: format!("{} · {}", lens.name(person), right_label(lens, person, id)),
                is_current: viewer == Some(person),
                unread: mail::open_invitations(lens, person).len(),
            })
            .collect(),
        sign_in: sign_in(lens, platform),
        platform_list: viewer.map(|person| platform_list(lens, person, id)).unwrap_or_default(),
        bell: viewer.map_or(0, |person| mail::open_invitations(lens, person).len()),
        tab,
        tab_labels: vec!["Members".into(), "Spaces".into(), "Groups".into(), "Mail".into(), view_label],
        is_folded: lens.selection.folded.contains(&id),
        content: content(lens, platform, viewer, tab),
    }
}

fn caption(lens: &Lens<'_>, person: PersonId, platform: PlatformId) -> String {
    format!("{} · {}", lens.first(person), right_label(lens, person, platform))
}

fn right_label(lens: &Lens<'_>, person: PersonId, platform: PlatformId) -> &'static str {
    lens.world.member(person, platform).map_or("no member", |member| member.right.label())
}

/// Who works nowhere now and has a way in here: an active member signs in, an invited person accepts.
fn sign_in(lens: &Lens<'_>, platform: &Platform) -> Vec<Control> {
    lens.world
        .people()
        .filter(|person| person.connected.is_none())
        .filter_map(|person| {
            let act = match platform.member(person.id)?.membership {
                Membership::Active => Act::SwitchPlatform,
                Membership::Pending => Act::AcceptInvitation { via: Via::Email },
                Membership::NoAccess => return None,
            };
            Some(lens.control(lens.name(person.id), Command::new(person.id, platform.id, act), None))
        })
        .collect()
}

/// Every platform the person is an active member of (R84).
fn platform_list(lens: &Lens<'_>, person: PersonId, here: PlatformId) -> Vec<PlatformChoice> {
    lens.world
        .platforms()
        .filter(|platform| platform.member(person).is_some_and(|member| member.membership == Membership::Active))
        .map(|platform| PlatformChoice {
            platform: platform.id,
            color: lens.color(platform.id),
            is_current: platform.id == here,
            control: lens.control(
                platform.name.to_string(),
                Command::new(person, platform.id, Act::SwitchPlatform),
                Some(Spot::PlatformMenu(here, person)),
            ),
        })
        .collect()
}

fn content(lens: &Lens<'_>, platform: &Platform, viewer: Option<PersonId>, tab: PanelTab) -> TabData {
    let Some(viewer) = viewer else {
        let is_theirs = tab == PanelTab::Members;
        return TabData::Closed {
            title: "Nobody is signed in".into(),
            reason: who_can_sign_in(lens, platform),
            pools: if is_theirs { members::pools(lens, platform) } else { Vec::new() },
            is_pools_marked: lens.is_marked(Spot::Pools(platform.id)),
        };
    };
    match tab {
        PanelTab::Members => members::members(lens, platform, viewer),
        PanelTab::Spaces => spaces::spaces(lens, platform, viewer),
        PanelTab::Groups => groups::groups(lens, platform, viewer),
        PanelTab::Mail => TabData::Mail(mail::mail(lens, viewer)),
        PanelTab::View => TabData::View(person_view::person_view(lens, platform, viewer)),
    }
}

/// Who of the members can sign in now; those the login would refuse are not among them (E4).
fn who_can_sign_in(lens: &Lens<'_>, platform: &Platform) -> String {
    let is_active =
        |person: &&PersonId| platform.member(**person).is_some_and(|member| member.membership == Membership::Active);
    let active: Vec<PersonId> = platform.members.keys().filter(is_active).copied().collect();
    let able: Vec<String> = active
        .iter()
        .filter(|person| is_signed_in(lens.world, **person, platform.id))
        .map(|person| lens.first(*person))
        .collect();
    match able.as_slice() {
        [] if active.is_empty() => "This platform has no members yet.".to_owned(),
        [] => format!("None of its members can connect now. {}", why_nobody(lens, platform, &active)),
        [_, _, _, _, _, ..] => format!("{} members can sign in.", able.len()),
        _ => format!("{} can sign in.", able.join(", ")),
    }
}

/// Why none of them can connect: the first reason of whoever administers it, as a sentence.
fn why_nobody(lens: &Lens<'_>, platform: &Platform, active: &[PersonId]) -> String {
    let administrator = active.iter().find(|person| platform.is_administered_by(**person));
    let Some(person) = administrator.or(active.first()).copied() else { return String::new() };
    let question = Question::CanConnect { person, platform: platform.id };
    let explanation = explain(lens.world, question);
    explanation.headline().map(|check| text::sentence(lens, question, check)).unwrap_or_default()
}
