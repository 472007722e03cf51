//! What the panels are told, where no click is needed to see it.

use crossinvite::app::files;
use crossinvite::app::headless::desk_at;
use crossinvite::domain::{Act, Command, PersonId, PlatformId};
use crossinvite::ui::UiCommand;
use crossinvite::view::{PanelTab, TabData, build};

/// F13, R84, E4: somebody whose access was removed while at work is put out, and finds a way back in.
#[test]
fn whoever_was_put_out_can_sign_in_again() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let (ana, ben, host) = (PersonId::new("ana"), PersonId::new("ben"), PlatformId::new("aldermoor"));
    for act in [Act::RemoveAccess { person: ben }, Act::GiveAccessBack { person: ben }] {
        desk.run(UiCommand::Submit(Command::new(ana, host, act)));
    }
    let panel = build::panel(&desk.lens(), desk.lens().world.platform(host).unwrap());
    assert!(panel.viewers.iter().all(|viewer| viewer.person != ben));
    let [back] = panel.sign_in.rows.as_slice() else { panic!("{:?}", panel.sign_in) };
    assert_eq!((back.label.as_str(), &back.refusal), ("Ben Okafor", &None));
    desk.run(UiCommand::Submit(back.command.clone()));
    assert_eq!(desk.lens().viewer(host), Some(ben));
}

/// C30: a shared item is seen apart from the spaces.
#[test]
fn what_was_shared_with_somebody_is_seen_apart_from_the_spaces() {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(8)).unwrap();
    let (ana, ben, host) = (PersonId::new("ana"), PersonId::new("ben"), PlatformId::new("aldermoor"));
    let world = desk.lens().world.clone();
    let space = world.platform(host).unwrap().space("hull-7".into()).unwrap();
    let (item, content) = space.items.iter().next().unwrap();
    let email = world.person(ben).unwrap().email;
    desk.run(UiCommand::Submit(Command::new(ana, host, Act::ShareItem { item: *item, email })));
    desk.run(UiCommand::SetViewer { platform: host, person: ben });
    desk.run(UiCommand::SetTab { platform: host, tab: PanelTab::View });
    let panel = build::panel(&desk.lens(), desk.lens().world.platform(host).unwrap());
    let TabData::View(seen) = panel.content else { panic!("{:?}", panel.content) };
    let shared = seen.spaces.iter().find(|space| space.name == "Shared with you").unwrap();
    let names: Vec<&str> = shared.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, [&*content.name]);
}
