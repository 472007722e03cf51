//! The other tabs of a platform, and a platform with many people and spaces.

use super::*;

fn space_member(
    slug: &str,
    title: &str,
    color: usize,
    presence: Presence,
    level: &str,
    access: Status,
) -> SpaceMemberRow {
    SpaceMemberRow {
        face: face(slug, title, color, presence),
        title: title.into(),
        role: level.into(),
        credentials: vec![format!("{level} · Aldermoor")],
        scopes: Vec::new(),
        caution: None,
        access,
        question: opens("hull-7", ALDERMOOR),
        levels: vec![
            (level.into(), None),
            ("Reader".into(), Some(control("Reader", command("ana", ALDERMOOR, Act::SwitchPlatform)))),
        ],
        remove: control("Remove", command("ana", ALDERMOOR, Act::SwitchPlatform)),
    }
}

/// The other tabs: spaces on the left, mail on the right.
pub fn other_tabs() -> Sample {
    let mut sample = two_platforms();
    let hull = SpaceId::new("hull-7");
    let settings = SpaceSetting::ALL.map(|setting| SettingRow {
        setting,
        label: format!("Setting {setting:?}"),
        on: setting == SpaceSetting::RestrictedRoles,
        control: control("setting", command("ana", ALDERMOOR, Act::SetSpaceSetting { setting, on: true })),
        help: "What it does.".into(),
    });
    let space = |slug: &str, name: &str, is_open: bool| SpaceRow {
        space: SpaceId::new(slug),
        name: name.into(),
        visibility: "Private".into(),
        summary: "3 members, 2 items".into(),
        is_open,
        is_marked: false,
        has_changed: false,
        manage_refusal: None,
        members: Rows::whole(vec![
            space_member("ana", "Ana Moreau", 0, Presence::Here, "Owner", good("opens all")),
            space_member("ben", "ben@brightwell.example (pending)", 1, Presence::Invited, "Author", bad("closed")),
        ]),
        groups: Vec::new(),
        doors: None,
        items: vec![ItemRow {
            name: "Hull assembly".into(),
            owner: "Aldermoor".into(),
            owners: vec![("Aldermoor".into(), None)],
            share: opener("Share Hull assembly"),
            shared_with: Vec::new(),
            moves: vec![control(
                "Common Space",
                command("ana", ALDERMOOR, Act::MoveItem { item: ItemId::new("hull"), to: hull }),
            )],
        }],
    };
    sample.selection.new_space.insert(platform(ALDERMOOR), "Deck ".into());
    let create = Act::CreateSpace { space: SpaceId::new("deck"), name: "Deck".into() };
    let panel = &mut sample.platforms[0];
    panel.tab = PanelTab::Spaces;
    panel.content = TabData::Spaces(SpacesData {
        title: "Collaborative Spaces Control Center".into(),
        spaces: Rows::whole(vec![space("hull-7", "Hull-7", true), space("common", "Common Space", false)]),
        settings: settings.to_vec(),
        create: Some(control("Create space", command("ana", ALDERMOOR, create))),
    });
    let panel = &mut sample.platforms[1];
    panel.tab = PanelTab::Mail;
    let accept = Act::AcceptInvitation { via: Via::Email };
    panel.content = TabData::Mail(MailData {
        title: "Ben’s mail and notifications".into(),
        waiting: Some("1 invitation to accept".into()),
        messages: Rows::whole(vec![
            MessageRow {
                kind: "Email".into(),
                is_email: true,
                color: 0,
                subject: "Ana Moreau invites you to Aldermoor Marine".into(),
                from: "Aldermoor Marine, day 0".into(),
                control: Some(control("Accept", command("ben", BRIGHTWELL, accept))),
                state: None,
            },
            MessageRow {
                kind: "Notification".into(),
                is_email: false,
                color: 1,
                subject: "You were granted SOLIDWORKS Standard".into(),
                from: "Gus Lindqvist".into(),
                control: None,
                state: Some(good("read")),
            },
        ]),
    });
    sample
}

/// Three hundred acts, a dozen flows and a row of guests.
pub fn crowded() -> Sample {
    let mut sample = two_platforms();
    let start = sample.timeline.points.remove(0);
    sample.timeline.points = (0..300)
        .map(|step| TimePoint {
            step,
            color: (step > 0).then_some(step % 2),
            label: format!("act {step}"),
            is_current: step == 290,
            is_future: step > 290,
        })
        .collect();
    sample.timeline.branches = vec![("The other future: Gus refuses".into(), start.step)];
    for place in 0..9 {
        let mut lane = sample.bridge.lanes[place % 3].clone();
        lane.role = format!("Role {place}");
        sample.bridge.lanes.push(lane);
        let name = format!("{place}x Guest");
        add_face(&mut sample.bridge.stations[0], face(&format!("guest-{place}"), &name, 1, Presence::Here));
    }
    sample
}
