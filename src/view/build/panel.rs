//! Fills a platform panel: who is signed in, what the drop-down offers, the open tab.

use super::{groups, mail, members, person_view, spaces};
use crate::access::{Question, explain, is_signed_in};
use crate::domain::{Act, Command, Membership, PersonId, Platform, PlatformId, Via};
use crate::view::{
    Control, Lens, Listing, PanelTab, PlatformChoice, PlatformPanelData, Rows, Spot, TabData, ViewerChoice, ViewerData,
    text,
};

/// So many people who can sign in are named; up to so many members they are counted.
const MOST_NAMED: usize = 4;
const MOST_COUNTED: usize = 100;

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
        viewers: viewers(lens, id, viewer),
        others_unread: others_unread(lens, id, viewer),
        sign_in: sign_in(lens, platform),
        refused_sign_in: refused_sign_in(lens, platform),
        platform_list: viewer.map(|person| platform_list(lens, person, id)).unwrap_or_default(),
        bell: viewer.map_or(0, |person| mail::open_invitations(lens, person).len()),
        tab,
        tab_labels: vec!["Members".into(), "Spaces".into(), "Groups".into(), "Mail".into(), view_label],
        is_folded: lens.selection.folded.contains(&id),
        content: content(lens, platform, viewer, tab),
    }
}

/// Through whose eyes the panel can be looked at: everybody who works there now.
fn viewers(lens: &Lens<'_>, platform: PlatformId, viewer: Option<PersonId>) -> Rows<ViewerChoice> {
    let (listing, here) = (Listing::Viewers(platform), &lens.world.roll(platform).here);
    let label = |person: PersonId| format!("{} · {}", lens.name(person), right_label(lens, person, platform));
    Rows::of_crowd(lens, listing, here, |person| ViewerChoice {
        person,
        label: label(person),
        is_current: viewer == Some(person),
        unread: mail::open_invitations(lens, person).len(),
    })
    .labelled(lens, listing, here.iter().map(label))
    .seeking(here.iter().position(|person| viewer == Some(person)))
}

fn caption(lens: &Lens<'_>, person: PersonId, platform: PlatformId) -> String {
    format!("{} · {}", lens.first(person), right_label(lens, person, platform))
}

fn right_label(lens: &Lens<'_>, person: PersonId, platform: PlatformId) -> &'static str {
    lens.world.member(person, platform).map_or("no member", |member| member.right.label())
}

/// Who works nowhere now and has a way in here: an active member signs in, an invited person accepts.
fn sign_in(lens: &Lens<'_>, platform: &Platform) -> Rows<Control> {
    let outside = &lens.world.roll(platform.id).outside;
    let listing = Listing::SignIn(platform.id);
    Rows::of_crowd(lens, listing, outside, |person| sign_in_of(lens, platform, person)).labelled(
        lens,
        listing,
        outside.iter().map(|person| lens.name(person)),
    )
}

fn sign_in_of(lens: &Lens<'_>, platform: &Platform, person: PersonId) -> Control {
    let membership = platform.member(person).map(|member| member.membership);
    let act = match membership {
        Some(Membership::Pending) => Act::AcceptInvitation { via: Via::Email },
        Some(Membership::Active | Membership::NoAccess) | None => Act::SwitchPlatform,
    };
    lens.control(lens.name(person), Command::new(person, platform.id, act), None)
}

/// Whose try to come in was refused just now, from wherever it was tried.
fn refused_sign_in(lens: &Lens<'_>, platform: &Platform) -> Option<Control> {
    let tried = lens.selection.refused.as_ref()?;
    let Command::Do { by, on, .. } = tried.command else { return None };
    let is_outside = on == platform.id && lens.world.roll(on).outside.iter().any(|person| person == by);
    is_outside.then(|| sign_in_of(lens, platform, by)).filter(|control| control.tried.is_some())
}

/// Does an invitation wait for somebody who works here besides the one who is looked through?
fn others_unread(lens: &Lens<'_>, here: PlatformId, viewer: Option<PersonId>) -> bool {
    let works_here = |person: PersonId| lens.world.person(person).and_then(|found| found.connected) == Some(here);
    let mut invited = lens.world.platforms().flat_map(|platform| lens.world.roll(platform.id).pending.iter());
    invited.any(|person| Some(person) != viewer && works_here(person))
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
        PanelTab::Mail => TabData::Mail(mail::mail(lens, platform.id, viewer)),
        PanelTab::View => TabData::View(person_view::person_view(lens, platform, viewer)),
    }
}

/// Who of the members can sign in now; those the login would refuse are not among them (E4).
fn who_can_sign_in(lens: &Lens<'_>, platform: &Platform) -> String {
    let members = &lens.world.roll(platform.id).members;
    let is_active =
        |person: &PersonId| platform.member(*person).is_some_and(|member| member.membership == Membership::Active);
    // Among a great many nobody counts those who can; a few show that there are such.
    let most = if members.len() > MOST_COUNTED { MOST_NAMED + 1 } else { MOST_COUNTED };
    let able = members.iter().filter(|person| is_signed_in(lens.world, *person, platform.id));
    let able: Vec<String> = able.take(most).map(|person| lens.first(person)).collect();
    match able.len() {
        0 if !members.iter().any(|person| is_active(&person)) => "This platform has no members yet.".to_owned(),
        0 => format!("None of its members can connect now. {}", why_nobody(lens, platform)),
        1..=MOST_NAMED => format!("{} can sign in.", able.join(", ")),
        count if members.len() > MOST_COUNTED => format!("{count} and more of its members can sign in."),
        count => format!("{count} members can sign in."),
    }
}

/// Why none of them can connect: the first reason of whoever administers it, as a sentence.
fn why_nobody(lens: &Lens<'_>, platform: &Platform) -> String {
    let is_active =
        |person: &PersonId| platform.member(*person).is_some_and(|member| member.membership == Membership::Active);
    let first = || lens.world.roll(platform.id).members.iter().find(is_active);
    let Some(person) = lens.world.administrators(platform.id).next().or_else(first) else { return String::new() };
    let question = Question::CanConnect { person, platform: platform.id };
    let explanation = explain(lens.world, question);
    explanation.headline().map(|check| text::sentence(lens, question, check)).unwrap_or_default()
}
