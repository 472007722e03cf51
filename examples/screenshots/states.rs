//! States that are drawn on purpose: long and foreign names, very many people and spaces, licenses that ran out, an act
//! that is refused, a search that is not over.

use super::{after, at};
use crossinvite::app::desk::Desk;
use crossinvite::domain::{
    AccessRole, Act, Command, Day, Email, InvitedRole, MemberOption, MemberRole, Membership, OrganizationId, PersonId,
    PlatformId, RoleId, SpaceId, SpaceSubject, StageAct, UserRight,
};
use crossinvite::ui::UiCommand;
use crossinvite::view::{HowToDraft, Inquiry, PanelTab, SheetDraft};

/// Sixty letters.
const LONG: &str = "Maximiliane Freifrau von Hohenwaldeck-Sonnenschein zu Auerbach";

/// Names as they are: long, with accents, in other scripts.
const NAMES: [(&str, &str); 8] = [
    ("max", LONG),
    ("kos", "Κωνσταντίνος Παπαδημητρίου"),
    ("eka", "Екатерина Владимировна Рождественская"),
    ("zoe", "Zoë Þórhallsdóttir-Świętosławska"),
    ("nam", "Nguyễn Thị Hồng Phượng"),
    ("ila", "İlayda Çağrı Öztürk"),
    ("yuk", "髙橋 由紀子（造船設計部）"),
    ("min", "김민준"),
];

fn several(what: &str, acts: Vec<StageAct>) -> UiCommand {
    UiCommand::Submit(Command::Stage(StageAct::Several { what: what.to_owned(), acts }))
}

fn licensed(roles: &[&str]) -> Vec<MemberRole> {
    let role = |role: &&str| MemberRole { role: RoleId::new(role), assign_license: true, restrict_usage: None };
    roles.iter().map(role).collect()
}

fn person(id: &str, name: &str, mail: &str) -> StageAct {
    StageAct::AddPerson { person: PersonId::new(id), name: Some(name.to_owned()), email: Email::new(mail) }
}

fn member(platform: PlatformId, id: &str, right: UserRight, roles: &[&str]) -> StageAct {
    StageAct::AddMember {
        platform,
        person: PersonId::new(id),
        membership: Membership::Active,
        right,
        location: None,
        organizations: Vec::new(),
        roles: licensed(roles),
    }
}

/// A third company whose names are long or written in other scripts, and a guest of it at Aldermoor.
pub(super) fn long_names() -> anyhow::Result<Desk> {
    let platform = PlatformId::new("nav");
    let mut acts = vec![StageAct::AddPlatform {
        platform,
        name: "Compañía Naviera de Construcción y Reparación de Buques".into(),
        company: OrganizationId::new("nav"),
        company_name: "Compañía Naviera de Construcción y Reparación".into(),
    }];
    for role in ["IFW", "CSV"] {
        acts.push(StageAct::SetPool { platform, role: RoleId::new(role), purchased: 9, expires: Day(365) });
    }
    for (place, (id, name)) in NAMES.into_iter().enumerate() {
        let right = if place == 0 { UserRight::Administrator } else { UserRight::Member };
        acts.push(person(id, name, &format!("{id}.with.a.rather.long.address@naviera.example")));
        acts.push(member(platform, id, right, &["IFW", "CSV"]));
    }
    acts.push(StageAct::SetOption { platform, option: MemberOption::GrantWithoutLicense, on: true });
    acts.push(StageAct::Connect { person: PersonId::new("max"), platform });
    let space = SpaceId::new("long");
    let aldermoor = PlatformId::new("aldermoor");
    let name = "Rumpf 7 – Vorschiff, Mittelschiff und Achterschiff einschließlich aller Gußformen".to_owned();
    acts.push(StageAct::AddSpace { platform: aldermoor, space, name });
    let invite = Act::Invite {
        emails: vec![Email::new("max.with.a.rather.long.address@naviera.example")],
        right: UserRight::External,
        location: None,
        organization: None,
        roles: ["IFW", "CSV"]
            .map(|role| InvitedRole { role: RoleId::new(role), assign_license: false, restrict_usage: None })
            .to_vec(),
    };
    Ok(after(
        at("own-license", 8)?,
        [
            several("A third company is set up", acts),
            UiCommand::SetViewer { platform: aldermoor, person: PersonId::new("ana") },
            UiCommand::Submit(Command::new(PersonId::new("ana"), aldermoor, invite)),
            UiCommand::SetTab { platform: aldermoor, tab: PanelTab::Members },
            UiCommand::Focus(PersonId::new("max")),
        ],
    ))
}

/// Four platforms, two hundred members, forty spaces.
pub(super) fn many() -> anyhow::Result<Desk> {
    let (home, host) = (PlatformId::new("brightwell"), PlatformId::new("aldermoor"));
    let mut acts = Vec::new();
    for number in 0..200 {
        let id = format!("staff-{number}");
        acts.push(person(&id, &format!("Staff {number:03}"), &format!("{id}@brightwell.example")));
        acts.push(member(home, &id, UserRight::Member, &[]));
    }
    for number in 0..40 {
        let space = SpaceId::new(&format!("dock-{number}"));
        acts.push(StageAct::AddSpace { platform: host, space, name: format!("Dock {number:02}") });
        acts.push(StageAct::AddSpaceMember {
            platform: host,
            space,
            who: SpaceSubject::Person(PersonId::new("ben")),
            role: AccessRole::Reader,
            restricted: false,
            organization: None,
        });
    }
    let wishes =
        [several("Two hundred members and forty spaces", acts), UiCommand::AddPlatform, UiCommand::AddPlatform];
    Ok(after(at("own-license", 8)?, wishes))
}

/// The finished rehearsal long after the licenses ran out.
pub(super) fn expired() -> anyhow::Result<Desk> {
    let clock = UiCommand::Submit(Command::Stage(StageAct::SetClock { day: Day(400) }));
    let aldermoor = PlatformId::new("aldermoor");
    Ok(after(at("own-license", 8)?, [clock, UiCommand::SetTab { platform: aldermoor, tab: PanelTab::Members }]))
}

/// The option that cannot go off: everybody in the way.
pub(super) fn refused() -> anyhow::Result<Desk> {
    let (ana, aldermoor) = (PersonId::new("ana"), PlatformId::new("aldermoor"));
    let off = Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false };
    let look = [
        UiCommand::SetViewer { platform: aldermoor, person: ana },
        UiCommand::SetTab { platform: aldermoor, tab: PanelTab::Members },
        UiCommand::Submit(Command::new(ana, aldermoor, off)),
    ];
    Ok(after(at("own-license", 8)?, look))
}

/// The shortest way is still being looked for.
pub(super) fn busy() -> anyhow::Result<Desk> {
    let mut desk = at("two-suppliers", 0)?;
    desk.run(UiCommand::Inquire(Inquiry::HowTo));
    desk.run(UiCommand::SetHowTo(HowToDraft { to_goal: true, ..HowToDraft::default() }));
    Ok(desk)
}

/// What an act would change, before it is done.
pub(super) fn previewed() -> anyhow::Result<Desk> {
    let restrict = Act::SetRestrictUsage { person: PersonId::new("ben"), role: RoleId::new("CSV"), on: true };
    let act = Command::new(PersonId::new("gus"), PlatformId::new("brightwell"), restrict);
    Ok(after(at("own-license", 8)?, [UiCommand::Preview(vec![act])]))
}

/// The lines of an import, some of them wrong.
pub(super) fn import() -> anyhow::Result<Desk> {
    let text = "lee@brightwell.example;external;;IFW,CSV\nno address;external\nana@aldermoor.example;member;;IFW\nkai@corvane.example;chief;;IFW\n";
    let draft =
        SheetDraft::Import { platform: PlatformId::new("aldermoor"), text: text.to_owned(), only_problems: false };
    let as_ana = UiCommand::SetViewer { platform: PlatformId::new("aldermoor"), person: PersonId::new("ana") };
    Ok(after(at("own-license", 8)?, [as_ana, UiCommand::SetSheet(Some(draft))]))
}

/// The causes that fit what somebody reports.
pub(super) fn from_message() -> anyhow::Result<Desk> {
    Ok(after(
        at("d02", 0)?,
        [UiCommand::SetSheet(Some(SheetDraft::FromMessage { symptom: None, person: None, platform: None }))],
    ))
}
