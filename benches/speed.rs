//! The speed of the parts that must be fast, without a GPU: `cargo bench`.
//!
//! - `decision`: one answer with all its checks, and the sets of facts that hold it up, in the first rehearsal and in a
//!   world of 500 people;
//! - `frame`: the whole window, from the world to triangles, beside the demo windows of `egui_demo_lib`;
//! - `preview`: what an act would change: fork the world, act, compare the access of everybody touched.

#![expect(clippy::expect_used, reason = "a bench that cannot be set up has nothing to measure")]

use criterion::{Criterion, criterion_group, criterion_main};
use crossinvite::access::{Question, causes, changes, explain};
use crossinvite::app::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::desk_at;
use crossinvite::app::model::DeskFacts;
use crossinvite::decide;
use crossinvite::domain::{
    AccessRole, Act, Command, Email, MemberRole, Membership, PersonId, PlatformId, RoleId, SpaceId, SpaceSubject,
    StageAct, UserRight, World,
};
use crossinvite::ui::layout::{LayoutState, window_ui};
use crossinvite::ui::{CommandQueue, theme};
use std::hint::black_box;

const STAFF: usize = 500;
const SPACES: usize = 20;

/// The first rehearsal after this many steps of its solution.
fn desk(step: usize) -> Desk {
    open_built_in("own-license").and_then(|opened| desk_at(opened, Some(step))).expect("a built-in rehearsal")
}

/// The same moment with many more people at home, and many more spaces on the host that the guest is in.
fn crowded(world: &World) -> World {
    let (host, home) = (PlatformId::new("aldermoor"), PlatformId::new("brightwell"));
    let mut world = world.clone();
    let mut play = |command: Command| world = decide::act(&world, &command).expect("the stage can be set").0;
    for number in 0..STAFF {
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
    let large = crowded(small);
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
    let large = crowded(small);
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
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1600.0, 1000.0));
    let input = egui::RawInput { screen_rect: Some(screen), ..Default::default() };
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
    let mut demo = egui_demo_lib::DemoWindows::default();
    group.bench_function("egui demo windows", |bench| {
        bench.iter(|| frame(&context, |ui| demo.ui(ui)));
    });
}

criterion_group!(benches, decisions, previews, frames);
criterion_main!(benches);
