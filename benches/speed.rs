//! The speed of the parts that must be fast, without a GPU: `cargo bench`.
//!
//! - `decision`: one answer with all its checks, and the sets of facts that hold it up, in the first rehearsal and in a
//!   world of 500 people;
//! - `frame`: the whole window, from the world to triangles, beside the demo windows of `egui_demo_lib`;
//! - `preview`: what an act would change: fork the world, act, compare the access of everybody touched;
//! - `act`: four platforms with 10, 100 and 1,000 people each. `whole` is everything between a click and the next
//!   picture: decide, record, find the differences, build all that is shown, lay it out. `model` and `layout` are parts
//!   of it; `at rest` is a frame in which nothing happened. A tab or a list that is open is named;
//! - `scroll`: one frame while the list of members runs under the wheel, of 500 and of 10,000 members.

#![expect(clippy::expect_used, reason = "a bench that cannot be set up has nothing to measure")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use crossinvite::access::{Question, causes, changes, explain};
use crossinvite::app::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::desk_at;
use crossinvite::app::model::{DeskFacts, WindowModel};
use crossinvite::decide;
use crossinvite::domain::{
    AccessRole, Act, Command, Day, Email, GroupId, MemberOption, MemberRole, Membership, OrganizationId, PersonId,
    PlatformId, RoleId, SpaceId, SpaceSubject, StageAct, UserRight, World,
};
use crossinvite::session::Session;
use crossinvite::ui::layout::{LayoutState, window_ui};
use crossinvite::ui::{CommandQueue, UiCommand, fonts, theme};
use crossinvite::view::PanelTab;
use std::hint::black_box;
use std::time::Duration;

const STAFF: usize = 500;
const SPACES: usize = 20;

/// The first rehearsal after this many steps of its solution.
fn desk(step: usize) -> Desk {
    open_built_in("own-license").and_then(|opened| desk_at(opened, Some(step))).expect("a built-in rehearsal")
}

/// The same moment with many more people at home, and many more spaces on the host that the guest is in.
fn crowded(world: &World, staff: usize) -> World {
    let (host, home) = (PlatformId::new("aldermoor"), PlatformId::new("brightwell"));
    let mut world = world.clone();
    let mut play = |command: Command| world = decide::act(&world, &command).expect("the stage can be set").0;
    for number in 0..staff {
        let person = PersonId::new(&format!("staff-{number}"));
        let email = Email::new(&format!("staff-{number}@brightwell.example"));
        let roles = ["IFW", "CSV"].map(|role| MemberRole {
            role: RoleId::new(role),
            assign_license: false,
            restrict_usage: None,
        });
        play(Command::Stage(StageAct::AddPerson { person, name: None, email }));
        play(Command::Stage(StageAct::AddMember {
            platform: home,
            person,
            membership: Membership::Active,
            right: UserRight::Member,
            location: None,
            organizations: Vec::new(),
            roles: roles.to_vec(),
        }));
    }
    for number in 0..SPACES {
        let space = SpaceId::new(&format!("space-{number}"));
        let ana = PersonId::new("ana");
        let name = format!("Space {number}").as_str().into();
        play(Command::new(ana, host, Act::CreateSpace { space, name }));
        let who = SpaceSubject::Person(PersonId::new("ben"));
        let door = crossinvite::domain::Door::default();
        play(Command::new(
            ana,
            host,
            Act::AddSpaceMember { space, who, role: AccessRole::Author, organization: None, restricted: false, door },
        ));
    }
    world
}

fn decisions(criterion: &mut Criterion) {
    let desk = desk(8);
    let small = desk.lens().world;
    let large = crowded(small, STAFF);
    let (person, platform) = (PersonId::new("ben"), PlatformId::new("aldermoor"));
    let questions = [
        ("role", Question::RoleUsable { person, platform, role: RoleId::new("CSV") }),
        ("space", Question::SpaceAccess { person, platform, space: SpaceId::new("hull-7") }),
    ];
    let mut group = criterion.benchmark_group("decision");
    for (world, size) in [(small, "4 people"), (&large, "504 people")] {
        for (name, question) in questions {
            assert!(explain(world, question).holds(), "the guest is there");
            group.bench_function(format!("{name}, {size}"), |bench| bench.iter(|| explain(black_box(world), question)));
            let name = format!("what holds it up, {name}, {size}");
            group.bench_function(name, |bench| bench.iter(|| causes(black_box(world), question)));
        }
    }
}

fn previews(criterion: &mut Criterion) {
    let desk = desk(8);
    let small = desk.lens().world;
    let large = crowded(small, STAFF);
    // The flow of one license is cut; without it nothing opens on the host.
    let role = RoleId::new("IFW");
    let act = Act::SetRestrictUsage { person: PersonId::new("ben"), role, on: true };
    let command = Command::new(PersonId::new("gus"), PlatformId::new("brightwell"), act);
    let mut group = criterion.benchmark_group("preview");
    for (world, size) in [(small, "4 people"), (&large, "504 people")] {
        let preview = |world: &World| {
            let (after, _) = decide::act(world, &command).expect("the act is possible");
            changes(world, &after)
        };
        assert!(!preview(world).is_empty(), "it changes something");
        group
            .bench_function(format!("fork, act, difference, {size}"), |bench| bench.iter(|| preview(black_box(world))));
    }
}

/// One frame of `ui` at 1600 x 1000: layout and tessellation.
fn frame(ctx: &egui::Context, ui: impl FnMut(&mut egui::Ui)) -> usize {
    frame_after(ctx, Vec::new(), ui)
}

/// The same after these events.
fn frame_after(ctx: &egui::Context, events: Vec<egui::Event>, ui: impl FnMut(&mut egui::Ui)) -> usize {
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1600.0, 1000.0));
    let input = egui::RawInput { screen_rect: Some(screen), events, ..Default::default() };
    let mut output = ctx.run_ui(input, ui);
    output.textures_delta.clear();
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    let desk = desk(8);
    let context = egui::Context::default();
    theme::install(&context);
    let mut layout = LayoutState::default();
    group.bench_function("crossinvite", |bench| {
        bench.iter(|| {
            let model = desk.model(&DeskFacts::default());
            frame(&context, |ui| {
                let data = model.window(desk.selection());
                window_ui(ui, &data, &mut layout, &mut CommandQueue::default());
            })
        });
    });
    let context = egui::Context::default();
    fonts::install(&context);
    let mut demo = egui_demo_lib::DemoWindows::default();
    group.bench_function("egui demo windows", |bench| {
        bench.iter(|| frame(&context, |ui| demo.ui(ui)));
    });
}

/// Four platforms with `staff` more people each. Every tenth is a guest on the next platform; all are in a group, a
/// tenth of them in each of ten spaces and all of them in the eleventh.
fn four_platforms(staff: usize) -> Desk {
    let opened = open_built_in("own-license").expect("a built-in rehearsal");
    let mut world = desk(8).lens().world.clone();
    let mut play = |act: StageAct| world = decide::act(&world, &Command::Stage(act)).expect("the stage can be set").0;
    let all = ["aldermoor", "brightwell", "coldharbour", "dunmere"].map(PlatformId::new);
    for platform in all {
        if platform.as_str() > "c" {
            let name = platform.as_str().to_owned();
            let company = OrganizationId::new(platform.as_str());
            play(StageAct::AddPlatform { platform, name: name.clone(), company, company_name: name });
        }
        for role in ["IFW", "CSV"] {
            let purchased = u32::try_from(staff).expect("few people") + 100;
            play(StageAct::SetPool { platform, role: RoleId::new(role), purchased, expires: Day(365) });
        }
        let option = MemberOption::GrantWithoutLicense;
        play(StageAct::SetOption { platform, option, on: true });
    }
    for (at, platform) in all.into_iter().enumerate() {
        for number in 0..staff {
            let person = worker(platform, number);
            let email = Email::new(&format!("{person}@example.com"));
            play(StageAct::AddPerson { person, name: Some(format!("Staff {number:05}")), email });
            play(membership(platform, person, true, number % 10 == 0));
        }
        let Some(host) = all.get((at + 1) % all.len().max(1)).copied() else { continue };
        for number in (0..staff).step_by(10) {
            play(membership(host, worker(platform, number), false, false));
        }
        play(StageAct::Connect { person: worker(platform, 0), platform });
    }
    for platform in all {
        let members: Vec<PersonId> = (0..staff).map(|number| worker(platform, number)).collect();
        let (group, name) = (GroupId::new("everybody"), "Everybody".to_owned());
        play(StageAct::AddGroup { platform, group, name, members: members.clone() });
        for number in 0..11 {
            let space = SpaceId::new(&format!("space-{number}"));
            play(StageAct::AddSpace { platform, space, name: format!("Space {number}") });
            let every = if number == 10 { 1 } else { 10 };
            for person in members.iter().skip(number % 10 * usize::from(every > 1)).step_by(every) {
                let (who, role) = (SpaceSubject::Person(*person), AccessRole::Author);
                play(StageAct::AddSpaceMember { platform, space, who, role, restricted: false, organization: None });
            }
        }
    }
    Desk::new(opened.rehearsal, Session::new(world))
}

fn worker(platform: PlatformId, number: usize) -> PersonId {
    PersonId::new(&format!("{platform}-{number}"))
}

fn membership(platform: PlatformId, person: PersonId, at_home: bool, administers: bool) -> StageAct {
    let roles = ["IFW", "CSV"].map(|role| MemberRole {
        role: RoleId::new(role),
        assign_license: at_home,
        restrict_usage: at_home.then_some(false),
    });
    let right = match (at_home, administers) {
        (true, true) => UserRight::Administrator,
        (true, false) => UserRight::Member,
        (false, _) => UserRight::External,
    };
    StageAct::AddMember {
        platform,
        person,
        membership: Membership::Active,
        right,
        location: None,
        organizations: Vec::new(),
        roles: roles.to_vec(),
    }
}

/// Acts of every sort, by somebody who may do them.
fn acts() -> [(&'static str, Command); 5] {
    let (host, home) = (PlatformId::new("aldermoor"), PlatformId::new("brightwell"));
    let gus = PersonId::new("gus");
    let act = |act: Act| Command::new(gus, home, act);
    let somebody = worker(home, 4);
    let invited =
        vec![crossinvite::domain::InvitedRole { role: RoleId::ifw(), assign_license: false, restrict_usage: None }];
    [
        ("restrict a license", act(Act::SetRestrictUsage { person: "ben".into(), role: RoleId::ifw(), on: true })),
        ("switch an option", act(Act::SetOption { option: MemberOption::MemberInvitations, on: true })),
        ("remove access", act(Act::RemoveAccess { person: somebody })),
        ("take out of a group", act(Act::LeaveGroup { group: GroupId::new("everybody"), person: worker(home, 3) })),
        (
            "invite",
            Command::new(
                "ana".into(),
                host,
                Act::Invite {
                    emails: vec![Email::new("new@example.com")],
                    right: UserRight::External,
                    location: None,
                    organization: None,
                    roles: invited,
                },
            ),
        ),
    ]
}

/// What is open while the act is done.
fn views() -> [(&'static str, Vec<UiCommand>); 3] {
    let platform = PlatformId::new("brightwell");
    let tab = |tab| UiCommand::SetTab { platform, tab };
    [
        ("members", Vec::new()),
        (
            "a space of all",
            vec![tab(PanelTab::Spaces), UiCommand::ToggleSpace { platform, space: SpaceId::new("space-10") }],
        ),
        (
            "a group of all",
            vec![tab(PanelTab::Groups), UiCommand::ToggleGroup { platform, group: GroupId::new("everybody") }],
        ),
    ]
}

/// Everything from a click to the next picture.
fn acting(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("act");
    group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for staff in [10, 100, 1_000] {
        let base = four_platforms(staff);
        let context = egui::Context::default();
        theme::install(&context);
        let mut layout = LayoutState::default();
        let mut draw = |desk: &Desk, model: &WindowModel| {
            frame(&context, |ui| {
                let data = model.window(desk.selection());
                window_ui(ui, &data, &mut layout, &mut CommandQueue::default());
            })
        };
        for (view, commands) in views() {
            let mut desk = base.clone();
            for command in commands {
                desk.run(command);
            }
            let model = desk.model(&DeskFacts::default());
            (0..5).for_each(|_| {
                draw(&desk, &model);
            });
            group.bench_function(format!("model, {view}, 4 x {staff}"), |bench| {
                bench.iter(|| desk.model(&DeskFacts::default()));
            });
            group.bench_function(format!("at rest, {view}, 4 x {staff}"), |bench| bench.iter(|| draw(&desk, &model)));
            for (name, command) in acts() {
                let done = |mut desk: Desk| {
                    desk.run(UiCommand::Submit(command.clone()));
                    assert!(desk.selection().refused.is_none(), "{name}: {:?}", desk.selection().refused);
                    desk
                };
                if view == "members" {
                    group.bench_function(format!("{name}, decide to differences, 4 x {staff}"), |bench| {
                        bench.iter_batched(|| desk.clone(), done, BatchSize::SmallInput);
                    });
                }
                if view == "members" || name == "restrict a license" {
                    group.bench_function(format!("{name}, {view}, whole, 4 x {staff}"), |bench| {
                        bench.iter_batched(
                            || desk.clone(),
                            |desk| {
                                let desk = done(desk);
                                let model = desk.model(&DeskFacts::default());
                                (draw(&desk, &model), desk)
                            },
                            BatchSize::SmallInput,
                        );
                    });
                }
            }
        }
    }
}

/// The wheel over the list of members, down and up again.
fn scrolling(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scroll");
    group.sample_size(20);
    for staff in [STAFF, 10_000] {
        let opened = open_built_in("own-license").expect("a built-in rehearsal");
        let world = crowded(desk(8).lens().world, staff);
        let desk = Desk::new(opened.rehearsal, Session::new(world));
        let model = desk.model(&DeskFacts::default());
        let context = egui::Context::default();
        theme::install(&context);
        let mut layout = LayoutState::default();
        let mut frames = 0_u32;
        group.bench_function(format!("{staff} members"), |bench| {
            bench.iter(|| {
                frames += 1;
                let down = if frames % 200 < 100 { -1.0 } else { 1.0 };
                let wheel = egui::Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    delta: egui::vec2(0.0, 60.0 * down),
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Wheel,
                    modifiers: egui::Modifiers::NONE,
                };
                let events = vec![egui::Event::PointerMoved(egui::pos2(1300.0, 600.0)), wheel];
                frame_after(&context, events, |ui| {
                    let data = model.window(desk.selection());
                    window_ui(ui, &data, &mut layout, &mut CommandQueue::default());
                })
            });
        });
    }
}

criterion_group!(benches, decisions, previews, frames, acting, scrolling);
criterion_main!(benches);
