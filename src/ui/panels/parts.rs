//! What stands in more than one panel: controls with their refusals, marks of *Show me*, marks of change, faces.

use egui::epaint::RectShape;
use egui::layers::ShapeIdx;
use egui::{
    Align, Color32, Label, Layout, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};
use lucide_icons::Icon;

use super::{paint, rows};
use crate::access::Question;
use crate::domain::Command;
use crate::ui::widgets::{self, Button, Enabled};
use crate::ui::{CommandQueue, UiCommand, text, theme};
use crate::view::{Control, Face, Presence, ShowMe, Status, TriedData};

/// The words for a screen reader where the last act changed something.
const CHANGED: &str = "changed by the last act";

/// Can this control be used, or why not?
pub fn enabled(control: &Control) -> Enabled {
    reason(control.reason().as_ref())
}

/// Can it be used, or why not?
pub fn reason(refusal: Option<&String>) -> Enabled {
    refusal.map_or(Ok(()), |why| Err(why.clone()))
}

/// A button that submits the command of its control; disabled with its reason.
pub fn control_button(ui: &mut Ui, control: &Control, button: Button<'_>, queue: &mut CommandQueue) -> Response {
    let response = button.enabled(enabled(control)).show(ui);
    super::preview::offer(ui, &response, &control.command);
    if response.clicked() {
        queue.push(UiCommand::Submit(control.command.clone()));
    }
    mark(ui, response.rect, control.is_marked);
    response
}

/// Was Enter pressed in a field? Where something was typed in the same frame, that is said only in the next one: until then
/// what was found, and what would be done, are those of the text before.
pub fn is_entered(ui: &Ui, field: &Response) -> bool {
    let (waits, now) = (field.id.with("Enter waits for what was typed"), ui.ctx().cumulative_pass_nr());
    // The library may take two passes for a frame.
    let is_due = ui.data_mut(|data| data.remove_temp::<u64>(waits)).is_some_and(|pass| pass + 2 >= now);
    let is_pressed = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if is_pressed && field.changed() {
        ui.data_mut(|data| data.insert_temp(waits, now));
        ui.ctx().request_repaint();
        return false;
    }
    is_pressed || is_due
}

/// Enter in a field does what the button beside it does.
pub fn submit_on_enter(ui: &Ui, field: &Response, control: &Control, queue: &mut CommandQueue) {
    if is_entered(ui, field) && control.refusal.is_none() {
        queue.push(UiCommand::Submit(control.command.clone()));
    }
}

/// Enter in a field that searches adds the first one found that can be added, `first`, with what that is called. True: it
/// would, and its row is to say so.
pub fn enter_adds(
    ui: &Ui,
    (field, typed): (&Response, &str),
    first: Option<(&str, &Command)>,
    queue: &mut CommandQueue,
) -> bool {
    let first = first.filter(|_| !typed.trim().is_empty());
    if is_entered(ui, field) {
        // What stays open takes the next name.
        field.request_focus();
        if let Some((_, command)) = first {
            queue.push(UiCommand::Submit(command.clone()));
        }
    }
    let Some((name, _)) = first else { return false };
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_description(format!("Enter: {name}")));
    field.has_focus()
}

/// A button with a list of words; what was picked from it. `name` says what is chosen, `shown` is chosen now.
pub fn choice_ui<'a>(ui: &mut Ui, width: f32, name: &str, shown: &str, options: &'a [String]) -> Option<&'a String> {
    let height = theme::tokens(ui).size.control;
    let button = super::platform_head::drop_button(ui, shown, &format!("{name}: {shown}"), width, height);
    let mut picked = None;
    super::menu::drop_from(&button, width.max(theme::tokens(ui).width.list), |ui| {
        for option in options {
            if super::menu::item(ui, &super::menu::Item::new(option).chosen(option == shown)) {
                picked = Some(option);
            }
        }
    });
    picked
}

/// A button for what a person tries in earnest. With a refusal it can still be tried: the answer appears there.
pub fn trying_button(ui: &mut Ui, control: &Control, button: Button<'_>, queue: &mut CommandQueue) -> Response {
    let response = button.show(ui);
    super::preview::offer(ui, &response, &control.command);
    if response.clicked() {
        queue.push(UiCommand::Submit(control.command.clone()));
    }
    mark(ui, response.rect, control.is_marked);
    match control.reason() {
        Some(why) => {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(why.as_str()));
            response.on_hover_text(why)
        }
        None => response,
    }
}

/// A switch that submits the command of its control. With a refusal it can still be tried: the answer appears there.
pub fn control_switch(ui: &mut Ui, on: bool, control: &Control, queue: &mut CommandQueue) -> Response {
    let mut shown = on;
    let response = widgets::switch(ui, &mut shown, &control.label);
    super::preview::offer(ui, &response, &control.command);
    if response.clicked() {
        queue.push(UiCommand::Submit(control.command.clone()));
    }
    let pill = Rect::from_center_size(response.rect.center(), widgets::pill_size(ui));
    mark(ui, pill, control.is_marked);
    match control.reason() {
        Some(why) => {
            lock(ui, pill, on);
            widgets::note_word(&response, &control.label);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(why.as_str()));
            response.on_hover_text(why)
        }
        None => widgets::explained(response, &control.label),
    }
}

/// The lock on the knob of a switch that will refuse.
fn lock(ui: &Ui, pill: Rect, on: bool) {
    let tokens = theme::tokens(ui);
    let radius = pill.height() / 2.0;
    let (x, ink) =
        if on { (pill.max.x - radius, tokens.color.track_on) } else { (pill.min.x + radius, tokens.color.panel) };
    let icon = paint::glyph(ui, Icon::Lock, tokens.icon.knob, ink);
    paint::centred(ui.painter(), egui::pos2(x, pill.center().y), icon);
}

/// The refusal that came back, if any, under the control that was tried.
pub fn tried_ui(ui: &mut Ui, tried: Option<&TriedData>, queue: &mut CommandQueue) {
    let Some(tried) = tried else { return };
    ui.add_space(theme::tokens(ui).space.tight);
    let shown = widgets::callout(ui, crate::view::Tone::Caution, |ui| {
        ui.spacing_mut().item_spacing.y = theme::tokens(ui).space.tight;
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if Button::icon_only(Icon::X, "Dismiss").small().show(ui).clicked() {
                queue.push(UiCommand::DismissRefusal);
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(theme::tokens(ui).space.tight);
                ui.add(Label::new(text::strong(ui, &tried.headline)).wrap());
            });
        });
        wrapped(ui, text::body(ui, &tried.cure));
        for (title, sentences) in &tried.blockers {
            ui.add_space(theme::tokens(ui).space.hair);
            wrapped(ui, text::medium(ui, title));
            for sentence in sentences {
                bullet(ui, sentence);
            }
        }
        wrapped(ui, text::faint(ui, &tried.source));
    });
    newly(ui, "tried", shown.response.rect, false);
    ui.add_space(theme::tokens(ui).space.tight);
}

/// A line of a list.
pub fn bullet(ui: &mut Ui, sentence: &str) {
    ui.horizontal_top(|ui| {
        ui.label(text::dim(ui, "·"));
        wrapped(ui, text::dim(ui, sentence));
    });
}

/// Words over as many lines as they need that ask for something when clicked.
pub fn link(ui: &mut Ui, words: &str) -> Response {
    let ink = theme::tokens(ui).color.accent;
    let label = Label::new(text::medium(ui, words).color(ink)).wrap().sense(Sense::click());
    let response = ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    paint::focus_ring(ui, &response, response.rect.expand(theme::tokens(ui).space.hair));
    response
}

/// Text over as many lines as it needs.
pub fn wrapped(ui: &mut Ui, words: egui::RichText) -> Response {
    ui.add(Label::new(words).wrap())
}

/// The ring of *Show me* around a place, which comes into view when it is newly marked.
pub fn mark(ui: &mut Ui, rect: Rect, is_marked: bool) {
    if !is_marked {
        return;
    }
    let tokens = theme::tokens(ui);
    let ring = rect.expand(tokens.space.tight);
    let radius = tokens.radius.card.min((ring.height() / 2.0) as u8);
    ui.painter().rect_stroke(ring, radius, Stroke::new(tokens.stroke.strong, tokens.color.accent), StrokeKind::Inside);
    newly(ui, "marked", rect, false);
}

/// Brings `rect` into view when it was not there in the pass before, unless it is to stay where it is.
pub(super) fn newly(ui: &Ui, what: &str, rect: Rect, stays: bool) {
    if is_new(ui, what) && !stays {
        ui.scroll_to_rect(rect.expand(theme::tokens(ui).space.section), Some(Align::Center));
    }
}

/// Was there nothing by this name in the pass before?
pub(super) fn is_new(ui: &Ui, what: &str) -> bool {
    let key = ui.scope_id().with((what, "pass"));
    let now = ui.ctx().cumulative_pass_nr();
    let before = ui.data_mut(|memory| {
        let before = memory.get_temp::<u64>(key);
        memory.insert_temp(key, now);
        before
    });
    let was_there =
        before.is_some_and(|pass| pass + 2 >= now || rows::sought_since(ui).is_some_and(|since| pass >= since));
    !was_there
}

/// The place of a tint behind what is drawn next, for when its size is known only afterwards.
pub(super) fn behind(ui: &Ui) -> ShapeIdx {
    ui.painter().add(Shape::Noop)
}

/// A calm tint behind what the last act changed, with a bar at its left edge and the words for it.
pub fn changed(ui: &Ui, rect: Rect, has_changed: bool, salt: impl egui::AsIdSalt) {
    changed_beside(ui, behind(ui), rect, rect, has_changed, salt);
}

/// The same behind what is drawn already since `place` was kept free for it.
pub(super) fn changed_behind(ui: &Ui, place: ShapeIdx, rect: Rect, has_changed: bool, salt: impl egui::AsIdSalt) {
    changed_beside(ui, place, rect, rect, has_changed, salt);
}

/// The same with the bar along the left edge of a part of it.
pub(super) fn changed_beside(
    ui: &Ui,
    place: ShapeIdx,
    rect: Rect,
    bar: Rect,
    has_changed: bool,
    salt: impl egui::AsIdSalt,
) {
    let id = ui.scope_id().with(("changed", egui::IdSalt::new(&salt)));
    let share = ui.ctx().animate_bool_with_time(id, has_changed, theme::tokens(ui).time.calm * motion(ui));
    if share > 0.0 {
        let tokens = theme::tokens(ui);
        let tint = tokens.color.accent_tint.gamma_multiply(tokens.shade.changed * share);
        ui.painter().set(place, RectShape::filled(rect, tokens.radius.small, tint));
        // A bar as in the margin of an editor: nothing that is written or drawn in the row comes as far left.
        let bar = bar.shrink2(Vec2::new(0.0, tokens.space.tight)).with_max_x(bar.min.x + tokens.stroke.strong);
        ui.painter().rect_filled(bar, tokens.radius.mark, tokens.color.accent.gamma_multiply(share));
    }
    if has_changed {
        let size = Vec2::splat(theme::tokens(ui).size.news);
        let response = ui.interact(Rect::from_center_size(bar.left_center(), size), id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, CHANGED));
    }
}

/// 1 while things may move, 0 when motion is switched off.
pub(super) fn motion(ui: &Ui) -> f32 {
    if ui.style().animation_time > 0.0 { 1.0 } else { 0.0 }
}

/// How the avatar of a face is drawn.
pub fn avatar_state(face: &Face) -> widgets::AvatarState {
    match face.presence {
        Presence::Invited => widgets::AvatarState::Invited,
        Presence::Away | Presence::NoAccess => widgets::AvatarState::Away,
        Presence::Here if face.is_focused => widgets::AvatarState::Focused,
        Presence::Here => widgets::AvatarState::Here,
    }
}

/// The presence of a face in words.
pub fn presence_words(face: &Face) -> &'static str {
    match face.presence {
        Presence::Here => "works here now",
        Presence::Away => "not here now",
        Presence::Invited => "invited",
        Presence::NoAccess => "access removed",
    }
}

/// The avatar of a face; a click puts the person into focus.
pub fn face_ui(ui: &mut Ui, face: &Face, size: f32, queue: &mut CommandQueue) -> Response {
    let colors = theme::tokens(ui).platform(face.color);
    let label = format!("{}, {}", face.name, presence_words(face));
    let response = widgets::avatar(ui, &face.initials, colors, avatar_state(face), size, &label);
    if face.is_focused && face.presence != Presence::Here {
        let tokens = theme::tokens(ui);
        let stroke = Stroke::new(tokens.stroke.strong, tokens.color.accent);
        ui.painter().circle_stroke(response.rect.center(), size / 2.0 + tokens.space.hair, stroke);
    }
    if response.clicked() {
        queue.push(UiCommand::Focus(face.person));
    }
    response
}

/// A statement that asks its question when clicked.
pub fn asking(ui: &mut Ui, status: &Status, about: &str, question: Question, queue: &mut CommandQueue) -> Response {
    let would = super::preview::would(ui, question).unwrap_or_default();
    let name = format!("Why? {about}: {}{would}", status.text);
    let response = widgets::Status::new(status.tone, &status.text).link(&name).show(ui);
    super::preview::mark(ui, response.rect.expand2(vec2(theme::tokens(ui).space.tight, 0.0)), question);
    if response.clicked() {
        queue.push(UiCommand::Ask(question));
    }
    widgets::explained(response, &status.text)
}

/// *Show me*, when there is a place to show.
pub fn show_button(ui: &mut Ui, show: Option<&ShowMe>, queue: &mut CommandQueue) {
    let Some(show) = show else { return };
    let name = format!("Show me {}", show.path);
    if Button::new("Show me").name(&name).show(ui).on_hover_text(&show.path).clicked() {
        queue.push(UiCommand::Show(show.spot));
    }
}

/// Where something is found.
pub fn path_ui(ui: &mut Ui, show: &ShowMe) {
    wrapped(ui, text::faint(ui, &show.path));
}

/// A small dot with a tooltip, where an act changed a single value.
pub fn changed_dot(ui: &Ui, centre: egui::Pos2) {
    let tokens = theme::tokens(ui);
    ui.painter().circle_filled(centre, tokens.size.news / 2.0, tokens.color.accent);
}

/// The ink of words on a panel.
pub(super) fn ink(ui: &Ui) -> Color32 {
    theme::tokens(ui).color.text
}
