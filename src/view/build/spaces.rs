//! Fills the Collaborative Spaces Control Center and 3DSpace (R79–R81, C31, F19, F21, F22).

use super::members::subtitle;
use super::{organizations, sheets, space_members};
use crate::access::{Question, explain, rules::space::paths};
use crate::decide;
use crate::domain::{
    Act, CollabSpace, Command, Door, PersonId, Platform, SpaceId, SpaceSetting, SpaceSubject, StageAct,
};
use crate::view::lens::{count, is_same};
use crate::view::{ItemRow, Lens, Listing, Rows, SettingRow, SpaceRow, SpacesData, Spot, Status, TabData, Tone, text};
use std::sync::Arc;

/// Administrators see every space and may manage it; others see the spaces they are in.
pub(super) fn spaces(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> TabData {
    let is_administrator = platform.is_administered_by(viewer);
    let mut shown: Vec<&CollabSpace> = platform
        .spaces
        .values()
        .map(Arc::as_ref)
        .filter(|space| is_administrator || paths(platform, space, viewer).is_some())
        .collect();
    shown.sort_by_key(|space| !space.is_common);
    let sought = lens.selection.marked.and_then(|spot| match spot {
        Spot::Space(on, space) if on == platform.id => shown.iter().position(|other| other.id == space),
        _ => None,
    });
    let listing = Listing::Spaces(platform.id);
    let rows = Rows::fill(lens, listing, shown.len(), shown.iter(), |space| row(lens, platform, space, viewer));
    let settings = if is_administrator { SpaceSetting::ALL.as_slice() } else { &[] };
    TabData::Spaces(SpacesData {
        title: if is_administrator { "Collaborative Spaces Control Center" } else { "3DSpace" }.into(),
        spaces: Rows { sought, ..rows },
        settings: settings.iter().map(|setting| setting_row(lens, platform, viewer, *setting)).collect(),
        create: Some(create(lens, platform, viewer)),
    })
}

fn setting_row(lens: &Lens<'_>, platform: &Platform, viewer: PersonId, setting: SpaceSetting) -> SettingRow {
    let on = platform.has_setting(setting);
    let command = Command::new(viewer, platform.id, Act::SetSpaceSetting { setting, on: !on });
    SettingRow {
        setting,
        label: setting.label().into(),
        on,
        control: lens.control(setting.label(), command, Some(Spot::Setting(platform.id, setting))),
        help: text::setting_help(lens.world, setting).into(),
    }
}

fn create(lens: &Lens<'_>, platform: &Platform, viewer: PersonId) -> crate::view::Control {
    let name = lens.selection.new_space.get(&platform.id).cloned().unwrap_or_default();
    let act = Act::CreateSpace { space: free_id(platform, &slug(&name)), name: name.trim().to_owned() };
    let mut control = lens.control("Create space", Command::new(viewer, platform.id, act), None);
    if name.trim().is_empty() && control.refusal.is_some() {
        control = control.greyed("Type a name first.");
    }
    control
}

/// The id itself, or the first with a number behind it that no space has yet: two names can lead to one id.
fn free_id(platform: &Platform, slug: &str) -> SpaceId {
    let slug = if slug.is_empty() { "space" } else { slug };
    let numbered = (2_u32..).map(|number| SpaceId::new(&format!("{slug}-{number}")));
    let mut wishes = std::iter::once(SpaceId::new(slug)).chain(numbered);
    wishes.find(|id| platform.space(*id).is_none()).unwrap_or_else(|| SpaceId::new(slug))
}

/// The id a typed name gets: small letters, digits and hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

/// The door this person has to the space: the control center for administrators, 3DSpace for everybody else (C31).
pub(super) fn door(platform: &Platform, viewer: PersonId) -> Door {
    if platform.is_administered_by(viewer) { Door::ControlCenter } else { Door::ThreeDSpace }
}

fn row(lens: &Lens<'_>, platform: &Platform, space: &CollabSpace, viewer: PersonId) -> SpaceRow {
    let id = platform.id;
    let is_open = lens.selection.open_spaces.get(&id) == Some(&space.id);
    let door = door(platform, viewer);
    let probe = Act::RemoveSpaceMember { space: space.id, who: SpaceSubject::Person(viewer), door };
    let probe = Command::new(viewer, id, probe);
    let closed_door = decide::refusal(lens.world, &probe).filter(|refusal| {
        use crate::domain::Code::{NotAdministrator, NotOwner, NotSignedIn};
        matches!(refusal.code, NotAdministrator | NotOwner | NotSignedIn)
    });
    let before = lens.before.and_then(|world| world.platform(id)).and_then(|old| old.space(space.id));
    let people = count(space.entries.len() + space.groups.len(), "member", "members");
    SpaceRow {
        space: space.id,
        name: space.name.to_string(),
        visibility: "Private".into(),
        summary: format!("{people}, {}", count(space.items.len(), "item", "items")),
        is_open,
        is_marked: lens.is_marked(Spot::Space(id, space.id)),
        has_changed: lens.before.is_some() && !before.is_some_and(|old| is_same(old, space)),
        manage_refusal: closed_door.map(|refusal| text::refusal_sentence(lens, &refusal, &probe)),
        members: if is_open { space_members::members(lens, platform, space, viewer) } else { Rows::none() },
        groups: if is_open { space_members::groups(lens, platform, space, viewer) } else { Vec::new() },
        doors: is_open.then(|| space_members::doors(lens, platform, space, viewer)),
        items: if is_open { items(lens, platform, space, viewer) } else { Vec::new() },
    }
}

fn items(lens: &Lens<'_>, platform: &Platform, space: &CollabSpace, viewer: PersonId) -> Vec<ItemRow> {
    space
        .items
        .iter()
        .map(|(item, content)| ItemRow {
            name: content.name.to_string(),
            owner: organizations::name(platform, content.owner),
            owners: platform
                .organizations
                .iter()
                .map(|(owner, organization)| {
                    let act = StageAct::SetItemOwner { platform: platform.id, item: *item, owner: *owner };
                    let control = lens.control(organization.name.to_string(), Command::Stage(act), None);
                    (organization.name.to_string(), (*owner != content.owner).then_some(control))
                })
                .collect(),
            share: sheets::open_share(lens, platform, *item, viewer),
            shared_with: sheets::shared_with(lens, platform, *item),
            moves: platform
                .spaces
                .values()
                .filter(|other| other.id != space.id)
                .map(|other| {
                    let act = Act::MoveItem { item: *item, to: other.id };
                    lens.control(other.name.to_string(), Command::new(viewer, platform.id, act), None)
                })
                .collect(),
        })
        .collect()
}

/// What a line of the list really opens now.
pub(super) fn opens(lens: &Lens<'_>, question: Question) -> Status {
    let explanation = explain(lens.world, question);
    match explanation.headline().map(|check| check.code) {
        None => Status::new(Tone::Good, explanation.access.map_or_else(String::new, |access| access.label())),
        Some(crate::domain::Code::Pending) => Status::new(Tone::Waiting, "pending"),
        Some(_) => Status::new(Tone::Bad, "opens nothing"),
    }
}

/// The member's line in search results: who and in which state.
pub(super) fn detail(lens: &Lens<'_>, platform: &Platform, person: PersonId) -> String {
    platform.member(person).map_or_else(String::new, |member| subtitle(lens, platform, person, member).text)
}
