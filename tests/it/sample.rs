//! A window full of hand-made data: Aldermoor Marine, Brightwell Tooling and, as a variant, Corvane Studio.

use crossinvite::access::Question;
use crossinvite::domain::*;
use crossinvite::ui::layout::{Shell, WindowData};
use crossinvite::view::*;

mod tabs;

pub use tabs::{crowded, other_tabs};

/// Everything a window shows, owned.
pub struct Sample {
    pub top_bar: TopBarData,
    pub guide: GuideData,
    pub bridge: BridgeData,
    pub platforms: Vec<PlatformPanelData>,
    pub board: BoardData,
    pub inquiry: InquiryData,
    pub timeline: TimelineData,
    pub invite: Option<InviteData>,
    pub add_member: Option<AddMemberData>,
    pub script: ScriptData,
    pub selection: Selection,
}

impl Sample {
    /// The same by reference.
    pub fn data(&self) -> WindowData<'_> {
        WindowData {
            top_bar: &self.top_bar,
            guide: Some(&self.guide),
            bridge: &self.bridge,
            platforms: &self.platforms,
            board: Some(&self.board),
            inquiry: Some(&self.inquiry),
            timeline: &self.timeline,
            invite: self.invite.as_ref(),
            add_member: self.add_member.as_ref(),
            sheet: None,
            preview: None,
            script: &self.script,
            marked: None,
            refused: None,
            shell: Shell::default(),
            selection: &self.selection,
        }
    }
}

const ALDERMOOR: &str = "aldermoor";
const BRIGHTWELL: &str = "brightwell";
const CORVANE: &str = "corvane";

pub fn platform(slug: &str) -> PlatformId {
    PlatformId::new(slug)
}

pub fn person(slug: &str) -> PersonId {
    PersonId::new(slug)
}

pub fn role(slug: &str) -> RoleId {
    RoleId::new(slug)
}

/// Is this role usable by Ben there?
pub fn usable(slug: &str, at: &str) -> Question {
    Question::RoleUsable { person: person("ben"), platform: platform(at), role: role(slug) }
}

fn connects(at: &str) -> Question {
    Question::CanConnect { person: person("ben"), platform: platform(at) }
}

fn opens(space: &str, at: &str) -> Question {
    Question::SpaceAccess { person: person("ben"), platform: platform(at), space: SpaceId::new(space) }
}

fn command(by: &str, on: &str, act: Act) -> Command {
    Command::new(person(by), platform(on), act)
}

fn control(label: &str, command: Command) -> Control {
    Control { label: label.into(), command, refusal: None, source: None, tried: None, spot: None, is_marked: false }
}

fn refused(mut control: Control, why: &str) -> Control {
    control.refusal = Some(why.into());
    control
}

fn seen(name: &str) -> SeenItem {
    SeenItem { name: name.into(), share: opener(&format!("Share {name}")), shared_with: Vec::new() }
}

fn opener(label: &str) -> OpenSheet {
    OpenSheet { label: label.into(), draft: SheetDraft::Readings, refusal: None }
}

fn face(slug: &str, name: &str, color: usize, presence: Presence) -> Face {
    let initials = name.chars().take(2).collect();
    Face { person: person(slug), initials, name: name.into(), color, presence, is_focused: slug == "ben" }
}

fn good(text: &str) -> Status {
    Status::new(Tone::Good, text)
}

fn bad(text: &str) -> Status {
    Status::new(Tone::Bad, text)
}

fn waits(text: &str) -> Status {
    Status::new(Tone::Waiting, text)
}

fn neutral(text: &str) -> Status {
    Status::new(Tone::Neutral, text)
}

fn absent() -> Status {
    Status::new(Tone::Absent, "–")
}

fn top_bar() -> TopBarData {
    TopBarData {
        title: "Invite with own license".into(),
        mode: Mode::Learn,
        rehearsals: vec![
            ("own-license".into(), "Invite with own license".into()),
            ("lend".into(), "Invite and lend a license".into()),
            ("three".into(), "Three companies, one hull".into()),
        ],
        recent: vec!["rehearsals/acceptance.ron".into()],
        headline: "2 actions to the goal".into(),
        brief: "2 actions".into(),
        detail: "Brightwell 1, Ben 1".into(),
        undo: Ok("Ana added ben@brightwell.example to Hull-7".into()),
        redo: Err("Nothing was undone.".into()),
        is_unsaved: false,
        aside: None,
        add_platform: Ok(()),
    }
}

fn step(number: usize, title: &str, is_done: bool) -> StepData {
    StepData {
        number,
        title: title.into(),
        is_done,
        is_current: false,
        quote: None,
        source: None,
        note: None,
        has_no_effect: false,
        show: None,
        do_it: None,
    }
}

pub fn lift(on: bool) -> Command {
    command("gus", BRIGHTWELL, Act::SetRestrictUsage { person: person("ben"), role: role("IFW"), on })
}

fn show_restrict() -> ShowMe {
    ShowMe {
        spot: Spot::RestrictUsage(platform(BRIGHTWELL), person("ben"), role("IFW")),
        path: "Members › Invite & Grant Roles › Ben › 3DSwymer".into(),
    }
}

fn guide() -> GuideData {
    let mut current = step(4, "Lift the restriction for 3DSwymer", false);
    current.is_current = true;
    current.quote = Some("Disable Restrict Usage to This Platform for each license they wish to use".into());
    current.source = Some("Own-license guide, step 2".into());
    current.show = Some(show_restrict());
    current.do_it = Some(control("Do it as Gus", lift(false)));
    GuideData {
        drill: None,
        next: None,
        title: "Ben works at Aldermoor with his own license".into(),
        brief:
            "Aldermoor Marine invites Ben of Brightwell Tooling to Hull-7. He is to use the licenses that Brightwell \
                pays for; Aldermoor gives none away."
                .into(),
        progress: "5 of 7 done".into(),
        is_finished: false,
        steps: vec![
            step(1, "Allow roles without license at Aldermoor", true),
            step(2, "… and at Brightwell", true),
            step(3, "Lift the restriction for Industry Innovator", true),
            current,
            step(5, "Invite Ben, roles without license", true),
            step(6, "Give him Hull-7 as Author", true),
            step(7, "Ben accepts and switches to Aldermoor", false),
        ],
        notes: vec!["The guide is silent about a home that turns its option off again later.".into()],
        watches: vec![
            good("Aldermoor gives no license away"),
            bad("Ben can open Hull-7"),
            good("No guest in Common Space"),
        ],
    }
}

fn station(
    slug: &str,
    name: &str,
    color: usize,
    tag: &str,
    people: Vec<Face>,
    presence: &str,
    licenses: &str,
) -> Station {
    Station {
        platform: platform(slug),
        name: name.into(),
        color,
        tags: vec![tag.into()],
        people: Rows::whole(people),
        presence: presence.into(),
        licenses: licenses.into(),
        has_changed: false,
    }
}

/// One more person at a station.
fn add_face(station: &mut Station, face: Face) {
    station.people.rows.push(face);
    station.people.total += 1;
}

fn lane(who: &str, from: &str, to: &str, name: &str, flow: Flow, words: Status, question: Question) -> Lane {
    Lane {
        person: person(who),
        from: platform(from),
        to: platform(to),
        role: name.into(),
        title: name.into(),
        flow,
        brief: [words.text.clone(), words.text.clone()],
        words,
        question,
        has_changed: false,
    }
}

fn bridge() -> BridgeData {
    BridgeData {
        stations: vec![
            station(
                ALDERMOOR,
                "Aldermoor Marine",
                0,
                "host",
                vec![
                    face("ana", "Ana Moreau", 0, Presence::Here),
                    face("cleo", "Cleo Brandt", 0, Presence::Here),
                    face("ben", "Ben Okafor", 1, Presence::Invited),
                ],
                "Ana, Cleo · Ben is invited",
                "2 of 4 licenses in use, 0 given away",
            ),
            station(
                BRIGHTWELL,
                "Brightwell Tooling",
                1,
                "home",
                vec![face("gus", "Gus Lindqvist", 1, Presence::Here), face("ben", "Ben Okafor", 1, Presence::Here)],
                "Gus, Ben",
                "2 of 2 licenses in use, 1 free to travel",
            ),
        ],
        lanes: vec![
            lane(
                "ben",
                BRIGHTWELL,
                ALDERMOOR,
                "3DSwymer",
                Flow::Cut(platform(BRIGHTWELL)),
                bad("cut at Brightwell: Restrict Usage is on"),
                usable("IFW", ALDERMOOR),
            ),
            lane(
                "ben",
                BRIGHTWELL,
                ALDERMOOR,
                "Collaborative Industry Innovator",
                Flow::Open,
                good("Ben’s own license reaches Aldermoor"),
                usable("CSV", ALDERMOOR),
            ),
            lane(
                "ben",
                BRIGHTWELL,
                ALDERMOOR,
                "3DEXPERIENCE SOLIDWORKS Standard",
                Flow::Waiting,
                waits("waits for 3DSwymer"),
                usable("XWA", ALDERMOOR),
            ),
        ],
        envelopes: vec![Envelope {
            from: platform(ALDERMOOR),
            to: Some(platform(BRIGHTWELL)),
            person: person("ben"),
            words: "Invitation to Ben, pending".into(),
        }],
        more: 0,
        empty: None,
    }
}

fn option(on: &str, by: &str, which: MemberOption, is_on: bool, heading: &str, label: &str) -> OptionRow {
    OptionRow {
        option: which,
        heading: heading.into(),
        label: label.into(),
        on: is_on,
        control: control(label, command(by, on, Act::SetOption { option: which, on: !is_on })),
        note: None,
        help: format!("What “{label}” does."),
        locations: Vec::new(),
        link: None,
    }
}

fn options(on: &str, by: &str) -> Vec<OptionRow> {
    let mut rows = vec![
        option(
            on,
            by,
            MemberOption::UngrantExpiredRoles,
            false,
            "Roles",
            "Automatically ungrant expired roles from members or groups",
        ),
        option(
            on,
            by,
            MemberOption::GrantWithoutLicense,
            true,
            "Roles",
            "Allow administrators to grant roles without assigning automatically the associated license",
        ),
        option(
            on,
            by,
            MemberOption::MemberInvitations,
            false,
            "Invitations from members",
            "Allow platform members to invite external users",
        ),
        option(
            on,
            by,
            MemberOption::PlatformLocations,
            false,
            "Locations",
            "Allow administrators to manage member's platform locations",
        ),
    ];
    rows[1].note = Some("in use".into());
    rows[1].control.refusal = Some("Two members have roles without a license. Take those roles away first.".into());
    rows
}

fn card(slug: &str, name: &str, color: usize, presence: Presence, subtitle: Status, summary: &str) -> MemberCard {
    MemberCard {
        face: face(slug, name, color, presence),
        subtitle,
        summary: summary.into(),
        has_changed: false,
        is_marked: false,
        details: None,
    }
}

fn shown(on: bool, control: Control) -> SwitchCell {
    SwitchCell::Shown { on, control: Box::new(control) }
}

fn role_row(
    by: &str,
    on: &str,
    slug: &str,
    name: &str,
    assign: (bool, bool),
    restrict: Option<bool>,
    usable_here: Status,
) -> RoleRow {
    let ben = person("ben");
    let id = role(slug);
    let assign_control =
        control("Assign License", command(by, on, Act::SetAssignLicense { person: ben, role: id, on: !assign.0 }));
    let restrict_control = |is_on: bool| {
        control(
            "Restrict Usage to this Platform",
            command(by, on, Act::SetRestrictUsage { person: ben, role: id, on: !is_on }),
        )
    };
    RoleRow {
        role: id,
        name: name.into(),
        assign: shown(
            assign.0,
            if assign.1 { refused(assign_control, "No license of this role is left.") } else { assign_control },
        ),
        restrict: match restrict {
            Some(is_on) => shown(is_on, restrict_control(is_on)),
            None => SwitchCell::Hidden {
                words: if assign.0 { "not linked to a platform".into() } else { "no license taken".into() },
                reason: "The switch is offered for assigned licenses that are linked to a platform.".into(),
            },
        },
        usable: usable_here,
        question: usable(slug, on),
        through: None,
        ungrant: control(&format!("Ungrant {name}"), command(by, on, Act::UngrantRole { person: ben, role: id })),
        has_changed: false,
    }
}

fn details(by: &str, on: &str, roles: Vec<RoleRow>) -> MemberDetails {
    let ben = person("ben");
    MemberDetails {
        email: "ben@brightwell.example".into(),
        location: None,
        roles,
        organizations: Vec::new(),
        joins: Vec::new(),
        declare: opener("Declare organization…"),
        grantable: vec![GrantChoice {
            is_without_license: false,
            control: control(
                "3D Creator",
                command(
                    by,
                    on,
                    Act::GrantRole { person: ben, role: role("TDC"), terms: GrantTerms::without_license() },
                ),
            ),
            ask: None,
        }],
        is_grant_marked: false,
        rights: vec![
            (
                "Member".into(),
                Some(refused(
                    control("Member", command(by, on, Act::ChangeRight { person: ben, right: UserRight::Member })),
                    "Ben does not belong to the company.",
                )),
            ),
            ("External".into(), None),
        ],
        buttons: vec![
            refused(
                control("Resend Invitation", command(by, on, Act::ResendInvitation { person: ben })),
                "Ben has accepted already.",
            ),
            control("Remove Access", command(by, on, Act::RemoveAccess { person: ben })),
        ],
        warnings: Vec::new(),
    }
}

fn pools() -> Vec<PoolRow> {
    let pool = |slug: &str, name: &str, assigned, purchased, lent| PoolRow {
        role: role(slug),
        name: name.into(),
        assigned,
        purchased,
        travelling: lent,
        has_changed: false,
        expiry: "expires on day 365".into(),
        is_expired: false,
        edit: opener(&format!("Licenses of {name}…")),
    };
    vec![
        pool("IFW", "3DSwymer", 2, 4, 0),
        pool("CSV", "Collaborative Industry Innovator", 2, 4, 1),
        pool("XWA", "SOLIDWORKS Standard", 2, 2, 0),
    ]
}

fn panel(slug: &str, name: &str, color: usize, tag: &str, admin: (&str, &str), content: TabData) -> PlatformPanelData {
    let first = admin.1.split(' ').next().unwrap_or_default();
    PlatformPanelData {
        platform: platform(slug),
        name: name.into(),
        color,
        tags: vec![tag.into()],
        viewer: Some(ViewerData {
            face: face(admin.0, admin.1, color, Presence::Here),
            caption: format!("{first} · Administrator"),
        }),
        viewers: Rows::whole(vec![
            ViewerChoice {
                person: person(admin.0),
                label: format!("{} · Administrator", admin.1),
                is_current: true,
                unread: 0,
            },
            ViewerChoice {
                person: person("ben"), label: "Ben Okafor · External".into(), is_current: false, unread: 1
            },
        ]),
        others_unread: true,
        sign_in: Rows::none(),
        refused_sign_in: None,
        platform_list: vec![PlatformChoice {
            platform: platform(slug),
            color,
            is_current: true,
            control: control(name, command(admin.0, slug, Act::SwitchPlatform)),
        }],
        bell: usize::from(color == 0),
        tab: PanelTab::Members,
        tab_labels: vec!["Members".into(), "Spaces".into(), "Groups".into(), "Mail".into(), format!("{first}’s view")],
        is_folded: false,
        content,
    }
}

fn aldermoor() -> PlatformPanelData {
    let mut ben = card(
        "ben",
        "ben@brightwell.example",
        1,
        Presence::Invited,
        waits("External (Pending)"),
        "3 roles, no license taken",
    );
    ben.details = Some(details(
        "ana",
        ALDERMOOR,
        vec![
            role_row("ana", ALDERMOOR, "IFW", "3DSwymer", (false, false), None, bad("restricted at home")),
            role_row(
                "ana",
                ALDERMOOR,
                "CSV",
                "Collaborative Industry Innovator",
                (false, false),
                None,
                good("own license"),
            ),
            role_row(
                "ana",
                ALDERMOOR,
                "XWA",
                "3DEXPERIENCE SOLIDWORKS Standard",
                (false, true),
                None,
                waits("needs 3DSwymer"),
            ),
        ],
    ));
    let content = TabData::Members(MembersData {
        options: options(ALDERMOOR, "ana"),
        counter: "Members | 3".into(),
        invite_refusal: None,
        is_invite_marked: false,
        import: opener("Import Members…"),
        members: Rows::whole(vec![
            card("ana", "Ana Moreau", 0, Presence::Here, neutral("Administrator · Aldermoor"), "5 roles"),
            card("cleo", "Cleo Brandt", 0, Presence::Here, neutral("Member · Hulls"), "2 roles"),
            ben,
        ]),
        pools: pools(),
        is_pools_marked: false,
    });
    panel(ALDERMOOR, "Aldermoor Marine", 0, "host", ("ana", "Ana Moreau"), content)
}

fn brightwell() -> PlatformPanelData {
    let mut ben = card("ben", "Ben Okafor", 1, Presence::Here, neutral("Member · Brightwell"), "5 roles");
    ben.details = Some(details(
        "gus",
        BRIGHTWELL,
        vec![
            role_row("gus", BRIGHTWELL, "IFW", "3DSwymer", (true, false), Some(true), good("own license")),
            role_row(
                "gus",
                BRIGHTWELL,
                "CSV",
                "Collaborative Industry Innovator",
                (true, false),
                Some(false),
                good("own license"),
            ),
            role_row("gus", BRIGHTWELL, "XWA", "SOLIDWORKS Standard", (true, false), None, good("own license")),
        ],
    ));
    let content = TabData::Members(MembersData {
        options: options(BRIGHTWELL, "gus"),
        counter: "Members | 2".into(),
        invite_refusal: Some("Gus has no license left to invite with.".into()),
        is_invite_marked: false,
        import: opener("Import Members…"),
        members: Rows::whole(vec![
            card("gus", "Gus Lindqvist", 1, Presence::Here, neutral("Administrator · Brightwell"), "2 roles"),
            ben,
        ]),
        pools: pools(),
        is_pools_marked: false,
    });
    panel(BRIGHTWELL, "Brightwell Tooling", 1, "home", ("gus", "Gus Lindqvist"), content)
}

fn cell(status: Status, question: Question) -> BoardCell {
    BoardCell { words: status.into(), question: Some(question), has_changed: false, is_open: false }
}

fn board_row(label: &str, full: &str, cells: Vec<BoardCell>) -> BoardRow {
    BoardRow { label: label.into(), full: full.into(), starts_group: false, cells }
}

fn board() -> BoardData {
    let pair = |label: &str, full: &str, slug: &str, host: Status, home: Status| {
        board_row(label, full, vec![cell(host, usable(slug, ALDERMOOR)), cell(home, usable(slug, BRIGHTWELL))])
    };
    let mut rows = vec![
        board_row(
            "Can connect",
            "Can connect",
            vec![cell(bad("no"), connects(ALDERMOOR)), cell(good("yes"), connects(BRIGHTWELL))],
        ),
        pair("3DSwymer", "3DSwymer", "IFW", bad("no"), good("own license")),
        pair("Industry Innovator", "Collaborative Industry Innovator", "CSV", good("own license"), good("own license")),
        pair("SOLIDWORKS Std", "3DEXPERIENCE SOLIDWORKS Standard", "XWA", waits("waits"), good("own license")),
        pair("3D Creator", "3D Creator", "TDC", absent(), good("own license")),
        board_row(
            "Hull-7",
            "Hull-7",
            vec![cell(bad("closed"), opens("hull-7", ALDERMOOR)), cell(absent(), opens("hull-7", BRIGHTWELL))],
        ),
        board_row(
            "Common Space",
            "Common Space",
            vec![cell(absent(), opens("common", ALDERMOOR)), cell(good("Author"), opens("common", BRIGHTWELL))],
        ),
    ];
    rows[1].starts_group = true;
    rows[1].cells[0].is_open = true;
    rows[2].cells[0].has_changed = true;
    rows[5].starts_group = true;
    BoardData {
        person: person("ben"),
        name: "Ben Okafor".into(),
        choices: Rows::whole(vec![(person("ben"), "Ben Okafor".into()), (person("ana"), "Ana Moreau".into())]),
        columns: vec![(platform(ALDERMOOR), "Aldermoor".into(), 0), (platform(BRIGHTWELL), "Brightwell".into(), 1)],
        rows,
        summary: None,
    }
}

fn inquiry() -> InquiryData {
    let tabs = Inquiry::ALL.map(|inquiry| (inquiry, inquiry.name().to_owned())).into();
    let question = Question::CanConnect { person: "ben".into(), platform: "aldermoor".into() };
    InquiryData { open: Inquiry::Why, question, tabs, body: InquiryBody::Why(why()), messages: Vec::new() }
}

fn why() -> WhyData {
    WhyData {
        closed: None,
        title: "Why can’t Ben use 3DSwymer at Aldermoor?".into(),
        verdict: bad("1 of 6 checks fails"),
        failing: vec![CheckData {
            headline: "His license is kept at Brightwell".into(),
            sentence: "Restrict Usage to this Platform is on for 3DSwymer.".into(),
            whose_turn: Some(("Gus, Brightwell".into(), 1)),
            quote: Some("Disable Restrict Usage to This Platform for each license they wish to use".into()),
            source: "Own-license guide, step 2 · documented".into(),
            reading: None,
            show: Some(show_restrict()),
            do_it: Some(control("Do it as Gus", lift(false))),
            follow: None,
        }],
        passing: [
            "Ben is invited to Aldermoor",
            "3DSwymer is granted to him there",
            "Aldermoor allows roles without license",
            "Brightwell allows it too",
            "He holds a valid license at Brightwell",
        ]
        .map(|sentence| PassingData { sentence: sentence.into(), reading: None })
        .to_vec(),
    }
}

fn timeline() -> TimelineData {
    let point = |step: usize, color: Option<usize>, label: &str| TimePoint {
        step,
        color,
        label: label.into(),
        is_current: step == 5,
        is_future: step > 5,
    };
    TimelineData {
        day: "day 0".into(),
        points: vec![
            point(0, None, "The start"),
            point(1, Some(0), "Ana allows roles without license"),
            point(2, Some(1), "Gus allows roles without license"),
            point(3, Some(1), "Gus lifts the restriction for Industry Innovator"),
            point(4, Some(0), "Ana invites ben@brightwell.example"),
            point(5, Some(0), "Ana adds Ben to Hull-7 as Author"),
            point(6, Some(1), "Gus lifts the restriction for 3DSwymer"),
        ],
        sentence: "Ana adds ben@brightwell.example to Hull-7 as Author".into(),
        effect: "nothing opens yet: Ben has not connected".into(),
        tone: Tone::Neutral,
        distance: None,
        branches: Vec::new(),
    }
}

fn script() -> ScriptData {
    ScriptData {
        place: "Step 6 of 8 · at Aldermoor".into(),
        on: Some("aldermoor".into()),
        sentence: "Ana adds Ben to Hull-7 as Author".into(),
        path: Some("Aldermoor › Spaces › Hull-7".into()),
        quote: None,
        brief: None,
        effect: None,
        next: Ok("Ben accepts the invitation to Aldermoor".into()),
        left_at: None,
    }
}

/// The window of the drawing.
pub fn two_platforms() -> Sample {
    Sample {
        top_bar: top_bar(),
        guide: guide(),
        bridge: bridge(),
        platforms: vec![aldermoor(), brightwell()],
        board: board(),
        inquiry: inquiry(),
        timeline: timeline(),
        invite: None,
        add_member: None,
        script: script(),
        selection: Selection::default(),
    }
}

fn corvane() -> PlatformPanelData {
    let content = TabData::View(PersonViewData {
        apps: vec![AppsRow {
            role: "3DSwymer".into(),
            apps: vec!["3DSwym".into(), "3DDashboard".into(), "3DDrive".into()],
            status: good("own license"),
            question: usable("IFW", CORVANE),
        }],
        spaces: vec![SeenSpace {
            name: "Interiors".into(),
            access: good("Owner"),
            question: opens("interiors", CORVANE),
            items: vec![seen("Cabin layout"), seen("Galley")],
        }],
        nothing: None,
    });
    let mut panel = panel(CORVANE, "Corvane Studio", 2, "home", ("lou", "Lou Petrov"), content);
    panel.tab = PanelTab::View;
    panel
}

/// A third platform, whose guest works at the host already.
pub fn three_platforms() -> Sample {
    let mut sample = two_platforms();
    sample.platforms.push(corvane());
    sample.bridge.stations.push(station(
        CORVANE,
        "Corvane Studio",
        2,
        "home",
        vec![face("lou", "Lou Petrov", 2, Presence::Here), face("kim", "Kim Sato", 2, Presence::Away)],
        "Lou · Kim works at Aldermoor",
        "3 of 5 licenses in use, 1 free to travel",
    ));
    add_face(&mut sample.bridge.stations[0], face("kim", "Kim Sato", 2, Presence::Here));
    let kim = Question::RoleUsable { person: person("kim"), platform: platform(ALDERMOOR), role: role("IFW") };
    sample.bridge.lanes.push(lane(
        "kim",
        CORVANE,
        ALDERMOOR,
        "3DSwymer",
        Flow::Open,
        good("Kim’s own license reaches Aldermoor"),
        kim,
    ));
    sample.board.columns.push((platform(CORVANE), "Corvane".into(), 2));
    for row in &mut sample.board.rows {
        row.cells.push(BoardCell { words: absent().into(), question: None, has_changed: false, is_open: false });
    }
    sample
}

/// A fourth platform, where somebody of the third is invited too.
pub fn four_platforms() -> Sample {
    let mut sample = three_platforms();
    let mut fourth = corvane();
    fourth.platform = platform("dunmore");
    fourth.name = "Dunmore Yards".into();
    fourth.color = 3;
    sample.platforms.push(fourth);
    sample.bridge.stations.push(station(
        "dunmore",
        "Dunmore Yards",
        3,
        "host",
        vec![face("rae", "Rae Dunn", 3, Presence::Here)],
        "Rae",
        "1 of 2 licenses in use",
    ));
    let kim = Question::CanConnect { person: person("kim"), platform: platform("dunmore") };
    let cut = Flow::Cut(platform("dunmore"));
    sample.bridge.lanes.push(lane(
        "kim",
        CORVANE,
        "dunmore",
        "3DSwymer",
        cut,
        bad("cut at Dunmore: grants with license only"),
        kim,
    ));
    sample.board.columns.push((platform("dunmore"), "Dunmore".into(), 3));
    for row in &mut sample.board.rows {
        row.cells.push(BoardCell { words: absent().into(), question: None, has_changed: false, is_open: false });
    }
    sample
}

fn wizard_role(slug: &str, name: &str, is_ticked: bool, remaining: Status) -> WizardRole {
    WizardRole {
        role: role(slug),
        name: name.into(),
        is_ticked,
        locked: (slug == "IFW").then(|| "Everybody needs 3DSwymer to connect.".into()),
        is_ticked_along: slug == "CSV",
        assign: WizardSwitch::Shown { on: is_ticked, disabled: None },
        restrict: WizardSwitch::Shown { on: is_ticked, disabled: (slug == "TDC").then(|| "always restricted".into()) },
        remaining,
    }
}

/// The wizard is open over Aldermoor, on this step.
pub fn with_wizard(step: WizardStep) -> Sample {
    let mut sample = two_platforms();
    let draft = InviteDraft { step, emails: "ben@brightwell.example".into(), ..InviteDraft::default() };
    sample.selection.invite = Some((platform(ALDERMOOR), draft));
    sample.selection.open(Dialog::Invite);
    sample.invite = Some(InviteData {
        forecast: None,
        organizations: Vec::new(),
        platform: platform(ALDERMOOR),
        platform_name: "Aldermoor Marine".into(),
        color: 0,
        step,
        email_problem: None,
        recognized: vec![good("Ben Okafor, who works at Brightwell Tooling")],
        rights: vec![
            (UserRight::Member, "Member".into(), "Uses granted roles, may create spaces.".into()),
            (UserRight::Administrator, "Administrator".into(), "May also use the control centers.".into()),
            (UserRight::External, "External".into(), "Does not belong to the company: granted spaces only.".into()),
        ],
        right: UserRight::External,
        right_caution: None,
        locations: None,
        selected: vec!["3DSwymer".into(), "Collaborative Industry Innovator".into()],
        with_licenses: vec![
            wizard_role("IFW", "3DSwymer", true, good("2 of 4 remaining")),
            wizard_role("CSV", "Collaborative Industry Innovator", true, good("2 of 4 remaining")),
            wizard_role(
                "XWA",
                "3DEXPERIENCE SOLIDWORKS Standard",
                false,
                bad("Not enough licenses available (0 remaining)"),
            ),
        ],
        without_license: Some(vec![wizard_role("TDC", "3D Creator", false, neutral("none owned"))]),
        list_note: None,
        guest_note: None,
        warnings: vec!["Ben will take two licenses of Aldermoor.".into()],
        summary: vec![good("An e-mail goes to ben@brightwell.example"), good("He becomes External, pending")],
        command: Some(command("ana", ALDERMOOR, Act::ResendInvitation { person: person("ben") })),
        refusal: None,
        tried: None,
    });
    sample
}

/// A refusal is shown where it was tried, a control is marked, and something has changed.
pub fn after_a_try() -> Sample {
    let mut sample = two_platforms();
    if let Some(TabData::Members(members)) = sample.platforms.first_mut().map(|panel| &mut panel.content) {
        members.options[1].control.tried = Some(TriedData {
            headline: "The option is in use".into(),
            cure: "Take these roles away first, or assign licenses to them; then the option can be turned off.".into(),
            source: "Own-license guide, step 1 · R8, C20".into(),
            blockers: vec![(
                "Roles without a license".into(),
                vec!["Ben: 3DSwymer, Collaborative Industry Innovator".into(), "Ben: SOLIDWORKS Standard".into()],
            )],
        });
    }
    if let Some(TabData::Members(members)) = sample.platforms.last_mut().map(|panel| &mut panel.content)
        && let Some(row) = members
            .members
            .rows
            .last_mut()
            .and_then(|card| card.details.as_mut())
            .and_then(|details| details.roles.first_mut())
    {
        row.has_changed = true;
        if let SwitchCell::Shown { control, .. } = &mut row.restrict {
            control.is_marked = true;
        }
    }
    sample.bridge.lanes[1].has_changed = true;
    sample.bridge.stations[1].has_changed = true;
    sample
}
