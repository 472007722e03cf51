//! What is drawn, word by word: nothing that matters is cut off, covered or drawn at the wrong place, at any size.

use crossinvite::access::Question;
use crossinvite::app::desk::Desk;
use crossinvite::app::files::open_built_in;
use crossinvite::app::headless::desk_at;
use crossinvite::app::model::DeskFacts;
use crossinvite::planner::Limits;
use crossinvite::ui::layout::{LayoutState, Shell, window_ui};
use crossinvite::ui::{CommandQueue, UiCommand, present, theme};
use crossinvite::view::build;
use egui::epaint::ClippedShape;
use egui::{Pos2, Rect, Role, Shape, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// A built-in rehearsal at a step of its solution.
fn at(rehearsal: &str, step: usize) -> Desk {
    desk_at(open_built_in(rehearsal).unwrap(), Some(step)).unwrap()
}

/// The first rehearsal after its solution, with one restriction forgotten: one flow is open, one cut, one waits.
fn cut() -> Desk {
    let mut desk = at("own-license", 0);
    let solution: Vec<_> = desk.rehearsal().solution().cloned().collect();
    for (_, command) in solution.into_iter().enumerate().filter(|(place, _)| *place != 2) {
        desk.run(UiCommand::Submit(command));
    }
    let (person, platform, role) = ("ben".into(), "aldermoor".into(), "CSV".into());
    desk.run(UiCommand::Ask(Question::RoleUsable { person, platform, role }));
    desk.think(Limits::default());
    desk
}

/// The window, or the story as it is presented, drawn until it rests.
fn drawn(desk: Desk, size: Vec2, presents: Option<Shell>) -> Harness<'static> {
    let mut layout = LayoutState::default();
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(30)
        .with_context_setup(|context| {
            theme::install(context);
            theme::freeze(context);
            theme::set_dark(context, true);
        })
        .renderer(crate::kit::Soft::default())
        .build_ui(move |ui| {
            let model = desk.model(&DeskFacts::default());
            let mut data = model.window(desk.selection());
            let mut ui = crate::kit::whole(ui);
            let queue = &mut CommandQueue::default();
            match presents {
                Some(shell) => {
                    data.shell = shell;
                    present::present_ui(&mut ui, &data, &mut layout, None, queue);
                }
                None => window_ui(&mut ui, &data, &mut layout, queue),
            }
        });
    harness.run();
    harness
}

/// Words as they are drawn.
#[derive(Debug)]
pub struct Words {
    pub text: String,
    pub rect: Rect,
    /// Has it an ellipsis at its end or within?
    pub is_elided: bool,
    /// Has it one at its end, or is a part of it out of view?
    pub is_cut: bool,
    pub size: f32,
}

/// Every text that is drawn.
fn words(harness: &Harness<'_>) -> Vec<Words> {
    words_in(harness.output())
}

/// Every text of a frame.
pub fn words_in(output: &egui::FullOutput) -> Vec<Words> {
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &output.shapes {
        each(shape, &mut |shape| {
            if let Shape::Text(text) = shape {
                let rect = text.visual_bounding_rect();
                let is_elided = text.galley.elided || text.galley.text().trim_matches('…').contains('…');
                let is_cut = text.galley.elided || !clip_rect.expand(1.0).contains_rect(rect);
                let size = text.galley.job.sections.first().map_or(0.0, |section| section.format.font_id.size);
                found.push(Words { text: text.galley.text().to_owned(), rect, is_elided, is_cut, size });
            }
        });
    }
    found
}

fn each(shape: &Shape, look: &mut impl FnMut(&Shape)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| each(shape, look)),
        shape => look(shape),
    }
}

fn rect_of(harness: &Harness<'_>, role: Role, label: &str) -> Rect {
    harness.get_by_role_and_label(role, label).rect()
}

/// Every flow says whole where it stands, somewhere on the bridge.
fn assert_all_states_are_said(harness: &Harness<'_>, desk: &Desk, when: &str) {
    let bridge = rect_of(harness, Role::Region, "Bridge");
    let drawn: Vec<Words> = words(harness).into_iter().filter(|words| bridge.contains(words.rect.center())).collect();
    let lanes = build::bridge(&desk.lens()).lanes;
    assert!(!lanes.is_empty());
    for lane in lanes {
        let says = |words: &&Words| {
            [&lane.words.text, &lane.brief[0], &lane.brief[1]].iter().any(|said| words.text.ends_with(*said))
        };
        let said = drawn.iter().find(says).unwrap_or_else(|| panic!("{when}: nothing says {:?}", lane.brief));
        assert!(!said.is_cut, "{when}: {said:?} is cut off");
    }
}

/// WCAG 2.2, 1.4.4: twice as large as usual on a full screen, which leaves half of the points; and the least window.
#[test]
fn at_200_percent_every_state_and_the_goal_can_be_read() {
    for (desk, name) in [(cut(), "cut"), (at("own-license", 5), "invited"), (at("own-license", 8), "done")] {
        for size in [vec2(960.0, 540.0), vec2(960.0, 600.0), vec2(1280.0, 720.0)] {
            let when = format!("{name}, {size:?}");
            let harness = drawn(desk.clone(), size, None);
            assert_all_states_are_said(&harness, &desk, &when);
            let goal = desk.model(&DeskFacts::default());
            let goal = &goal.window(desk.selection()).top_bar.brief;
            let said =
                words(&harness).into_iter().find(|words| words.rect.max.y < 46.0 && words.text.contains(&**goal));
            let said = said.unwrap_or_else(|| panic!("{when}: the bar does not say {goal}"));
            assert!(!said.is_cut, "{when}: {said:?}");
        }
    }
}

/// What stands in the top bar keeps clear of its neighbours in the least window, too.
#[test]
fn nothing_in_the_top_bar_lies_on_anything_else() {
    for size in [vec2(900.0, 600.0), vec2(960.0, 540.0), vec2(1280.0, 720.0)] {
        let mut desk = cut();
        desk.run(UiCommand::Undo);
        desk.think(Limits::default());
        let harness = drawn(desk, size, None);
        let mut all: Vec<Rect> = words(&harness)
            .into_iter()
            .filter(|words| words.rect.max.y < 46.0 && words.rect.is_positive())
            .map(|words| words.rect.shrink(0.5))
            .collect();
        assert!(all.len() > 6, "{size:?}: {all:?}");
        all.sort_by(|one, other| one.min.x.total_cmp(&other.min.x));
        for pair in all.windows(2) {
            assert!(pair[0].max.x <= pair[1].min.x, "{size:?}: {pair:?} overlap");
        }
    }
}

/// The tint of a change lies behind the words of a narrow card, not over them.
#[test]
fn what_changed_is_tinted_behind_its_words() {
    let mut desk = at("own-license", 4);
    desk.run(UiCommand::AddPlatform);
    let invite = desk.rehearsal().solution().nth(4).unwrap().clone();
    desk.run(UiCommand::Submit(invite));
    let harness = drawn(desk, vec2(1280.0, 720.0), None);
    let shapes = clipped(&harness);
    let tint = theme::tokens_of(egui::Theme::Dark).color.accent_tint.gamma_multiply(0.6);
    let mut tints = 0;
    for (place, (clip, shape)) in shapes.iter().enumerate() {
        let Shape::Rect(rect) = shape else { continue };
        if rect.fill != tint {
            continue;
        }
        tints += 1;
        let seen = rect.rect.intersect(*clip);
        for (_, shape) in &shapes[..place] {
            let Shape::Text(text) = shape else { continue };
            let words = text.galley.text();
            assert!(!seen.contains(text.visual_bounding_rect().center()), "the tint at {seen:?} covers {words:?}");
        }
    }
    assert!(tints > 3, "{tints} tints");
}

/// Every shape that is drawn, in order.
fn flat(harness: &Harness<'_>) -> Vec<Shape> {
    clipped(harness).into_iter().map(|(_, shape)| shape).collect()
}

/// The same, each with the part of the window it is drawn in.
fn clipped(harness: &Harness<'_>) -> Vec<(Rect, Shape)> {
    let mut all = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
        each(shape, &mut |shape| all.push((*clip_rect, shape.clone())));
    }
    all
}

/// With four platforms two companies stand in a column: the dots begin at the one that invites.
#[test]
fn an_invitation_starts_at_the_company_that_sends_it() {
    let mut desk = at("two-suppliers", 12);
    desk.run(UiCommand::AddPlatform);
    let harness = drawn(desk, vec2(1600.0, 1000.0), None);
    let envelope = rect_of(&harness, Role::Button, "Invitation to Kim, pending");
    let bridge = harness.get_by_role_and_label(Role::Region, "Bridge");
    let face = |name: &str| bridge.get_by_role_and_label(Role::Button, name).rect();
    let sender = face("Ana Moreau, works here now");
    let other = face("Ida Solberg, works here now");
    assert!(envelope.center().y > sender.max.y + 40.0, "else the way would be straight");
    let ink = theme::tokens_of(egui::Theme::Dark).color.wait.gamma_multiply(0.8);
    let dots = flat(&harness).into_iter().filter_map(|shape| match shape {
        Shape::LineSegment { points: [from, _], stroke } if stroke.color == ink => Some(from),
        _ => None,
    });
    let kims: Vec<Pos2> = dots.filter(|dot| dot.x < envelope.min.x + 20.0).collect();
    let first = kims.iter().filter(|dot| dot.y > sender.max.y + 20.0).min_by(|a, b| a.x.total_cmp(&b.x));
    let first = first.expect("dots on the way to Kim");
    let (to_sender, to_other) = ((first.y - sender.center().y).abs(), (first.y - other.center().y).abs());
    assert!(to_sender < to_other, "the dots begin at {first:?}; Ana is at {sender:?}, Ida at {other:?}");
}

/// While presenting with the platforms below, they leave the bridge whole.
#[test]
fn presented_platforms_do_not_cover_the_bridge() {
    let shell = Shell { is_presenting: true, with_panels: true, ..Shell::default() };
    // Where the bridge would leave nothing but their heads, they have its place.
    let harness = drawn(at("two-suppliers", 14), vec2(914.0, 514.0), Some(shell));
    assert!(harness.query_by_role_and_label(Role::Region, "Bridge").is_none());
    for (size, rehearsal, step) in [((1220.0, 760.0), "two-suppliers", 14), ((842.0, 526.0), "own-license", 5)] {
        let harness = drawn(at(rehearsal, step), vec2(size.0, size.1), Some(shell));
        let bridge = rect_of(&harness, Role::Region, "Bridge");
        let panel = rect_of(&harness, Role::Region, "Aldermoor Marine");
        let low = words(&harness)
            .into_iter()
            .filter(|words| words.rect.center().y < panel.min.y)
            .map(|words| words.rect.max.y);
        let lowest = low.fold(0.0, f32::max);
        assert!(lowest < panel.min.y, "{rehearsal}: words at {lowest}, the panels begin at {}", panel.min.y);
        let stations = flat(&harness).into_iter().filter_map(|shape| match shape {
            Shape::Rect(rect) if rect.rect.min.y >= bridge.min.y && rect.rect.width() > 120.0 => Some(rect.rect),
            _ => None,
        });
        for station in stations.filter(|rect| rect.max.y < panel.max.y && rect.min.y < panel.min.y - 20.0) {
            assert!(station.max.y < panel.min.y + 4.0, "{rehearsal}: {station:?} reaches under the panels");
        }
    }
}

/// The story is told in letters that are read from afar: larger than those of the window, whole, and not too many.
#[test]
fn the_presented_bridge_is_written_large() {
    let shell = Shell { is_presenting: true, ..Shell::default() };
    for (desk, size) in [(cut(), vec2(842.0, 526.0)), (at("two-suppliers", 14), vec2(914.0, 514.0))] {
        let harness = drawn(desk.clone(), size, Some(shell));
        assert_all_states_are_said(&harness, &desk, "presented");
        for lane in build::bridge(&desk.lens()).lanes {
            let small = theme::tokens_of(egui::Theme::Dark).size.small;
            let said = words(&harness).into_iter().find(|words| words.text.contains(&*lane.title)).expect("the flow");
            assert!(said.size > small + 2.0 && !said.is_cut, "{said:?}");
        }
    }
}

/// The board of four platforms in a small window still has words.
#[test]
fn the_board_of_four_platforms_has_words() {
    let mut desk = at("own-license", 8);
    desk.run(UiCommand::AddPlatform);
    desk.run(UiCommand::AddPlatform);
    let harness = drawn(desk, vec2(1280.0, 720.0), None);
    let board = rect_of(&harness, Role::Region, "Access board");
    let on_board: Vec<Words> =
        words(&harness).into_iter().filter(|words| board.contains(words.rect.center())).collect();
    for word in ["own", "yes", "no", "Can connect"] {
        assert!(on_board.iter().any(|words| words.text == word && !words.is_elided), "no {word}: {on_board:?}");
    }
}

/// The fact whose question is open is in view on the board, however low that is.
#[test]
fn the_open_fact_is_in_view_on_the_board() {
    let mut desk = at("own-license", 8);
    let (person, platform, space) = ("ben".into(), "aldermoor".into(), "hull-7".into());
    desk.run(UiCommand::Ask(Question::SpaceAccess { person, platform, space }));
    let harness = drawn(desk, vec2(1280.0, 720.0), None);
    let board = harness.get_by_role_and_label(Role::Region, "Access board");
    let clip = rect_of(&harness, Role::Region, "Why");
    let open = board
        .query_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
    let open = open.expect("a fact is open").rect();
    assert!(open.max.y < clip.min.y - 30.0, "{open:?} is not above {clip:?}");
}

/// The last word of a long name is the role, whatever the person is called.
#[test]
fn a_long_first_name_leaves_the_role_on_the_bridge() {
    let mut lanes = build::bridge(&at("two-suppliers", 14).lens());
    for lane in &mut lanes.lanes {
        lane.title = format!("Maximiliane-Franziska-Antonia-Eleonora-Henriettes {}", lane.role);
    }
    let data = lanes.clone();
    let mut harness = Harness::builder()
        .with_size(vec2(640.0, 300.0))
        .with_context_setup(|context| {
            theme::install(context);
            theme::freeze(context);
        })
        .build_ui(move |ui| {
            let mut ui = crate::kit::whole(ui);
            crossinvite::ui::panels::bridge_ui(&mut ui, &data, &mut CommandQueue::default());
        });
    harness.run();
    let drawn = words(&harness);
    for lane in lanes.lanes {
        let said = drawn.iter().find(|words| words.text.ends_with(&lane.role));
        assert!(said.is_some_and(|said| !said.is_cut), "{} in {drawn:?}", lane.role);
    }
}

/// A watch says in words, not by its mark alone, whether it holds.
#[test]
fn a_watch_says_whether_it_holds() {
    let harness = drawn(at("own-license", 0), vec2(1600.0, 1000.0), None);
    let drawn = words(&harness);
    assert!(drawn.iter().any(|words| words.text.ends_with("does\u{a0}not\u{a0}hold")), "{drawn:?}");
    assert!(drawn.iter().any(|words| words.text.ends_with("holds") && !words.text.contains('\u{a0}')));
}

/// Nobody is told of what lies between the platforms where there are none.
#[test]
fn an_empty_stage_says_that_it_is_empty() {
    let shell = Shell { is_presenting: true, ..Shell::default() };
    let harness = drawn(at("bare-stage", 0), vec2(842.0, 526.0), Some(shell));
    harness.get_by_role_and_label(Role::Label, "No platform yet.");
}

/// At 1280x800 too a moment that is drawn anew has its current step in view, with the button that does it.
#[test]
fn a_moment_is_drawn_with_its_current_step_in_view() {
    for step in 0..8 {
        let harness = drawn(at("own-license", step), vec2(1280.0, 800.0), None);
        let guide = harness.get_by_role_and_label(Role::Region, "Guide").rect();
        let all = words(&harness);
        let is_button = |words: &&Words| words.text.starts_with("Do it as ") && guide.contains(words.rect.center());
        let button = all.iter().find(is_button).unwrap_or_else(|| panic!("step {step}: no button is in the guide"));
        assert!(!button.is_cut, "step {step}: {button:?}");
    }
}
