//! The whole window as a person uses it: regions and labels, clicks and keys. No coordinates.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crossinvite::app::files;
use crossinvite::app::window::{App, Options, Thinking};
use crossinvite::content::BUILT_IN;
use crossinvite::ui::theme;
use egui::accesskit::{Action, Toggled};
use egui::{Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable, by};
use egui_kittest::{Harness, Node};

/// The size at which stories are played.
pub const USUAL: Vec2 = vec2(1600.0, 1000.0);

/// The smallest size that is looked at.
pub const SMALL: Vec2 = vec2(1280.0, 720.0);

/// The regions that stand in every window.
pub const GUIDE: &str = "Guide";
pub const BRIDGE: &str = "Bridge";
pub const BOARD: &str = "Access board";
pub const WHY: &str = "Why";
pub const TOP: &str = "Top bar";
pub const TIMELINE: &str = "Timeline";
pub const WIZARD: &str = "Invite members";

/// The option that both platforms need.
pub const OPTION: &str = "Allow administrators to grant roles without assigning automatically the associated license";

/// What can be clicked.
const CLICKABLE: [Role; 6] = [Role::Button, Role::Switch, Role::CheckBox, Role::Tab, Role::MenuItem, Role::RadioButton];

/// What a fact says, without what the last act did to it and what an act would do to it.
fn plain(words: &str) -> String {
    let marks = [", would be gained", ", would be lost", ", changed by the last act"];
    marks.iter().fold(words, |words, mark| words.strip_suffix(mark).unwrap_or(words)).to_owned()
}

/// The window with a person before it.
pub struct Screen {
    harness: Harness<'static, App>,
}

/// What a window writes down for the next start.
#[derive(Default)]
pub struct Kept(std::collections::BTreeMap<String, String>);

impl eframe::Storage for Kept {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }

    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }

    fn flush(&mut self) {}
}

impl Kept {
    /// The same, changed by hand where `from` stands.
    pub fn spoiled(&self, from: &str, to: &str) -> Self {
        assert!(self.0.values().any(|value| value.contains(from)), "{from} is not in {:?}", self.0);
        Self(self.0.iter().map(|(key, value)| (key.clone(), value.replace(from, to))).collect())
    }
}

/// A file dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

impl Screen {
    /// A built-in rehearsal at the usual size.
    pub fn open(id: &str) -> Self {
        Self::open_at(id, USUAL)
    }

    /// A built-in rehearsal at this size.
    pub fn open_at(id: &str, size: Vec2) -> Self {
        Self::open_with(id, size, Thinking::Never)
    }

    /// A built-in rehearsal whose shortest ways are searched for before each frame.
    pub fn open_thinking(id: &str) -> Self {
        Self::open_thinking_at(id, USUAL)
    }

    /// The same at this size.
    pub fn open_thinking_at(id: &str, size: Vec2) -> Self {
        Self::open_with(id, size, Thinking::AtOnce(2_000))
    }

    fn open_with(id: &str, size: Vec2, thinking: Thinking) -> Self {
        let opened = files::open_built_in(id).expect("a built-in rehearsal");
        let mut harness =
            Harness::builder().with_size(size).with_max_steps(30).renderer(crate::kit::Soft::default()).build_eframe(
                |cc| {
                    let dark = Some(true);
                    let options =
                        Options { is_forgetful: true, dark, asks_for_paths: true, thinking, ..Options::default() };
                    let app = App::new(&cc.egui_ctx, None, opened, None, &options);
                    theme::freeze(&cc.egui_ctx);
                    app
                },
            );
        harness.run();
        Self { harness }
    }

    /// A built-in rehearsal in a window that remembers what the one before wrote down.
    pub fn open_remembering(id: &str, kept: &Kept) -> Self {
        Self::remembering(id, kept, false)
    }

    /// A window in which nothing is named: it goes on with what was open last.
    pub fn open_again(kept: &Kept) -> Self {
        Self::remembering(BUILT_IN[0].id, kept, true)
    }

    fn remembering(id: &str, kept: &Kept, resumes: bool) -> Self {
        let opened = files::open_built_in(id).expect("a built-in rehearsal");
        let mut harness =
            Harness::builder().with_size(USUAL).with_max_steps(30).renderer(crate::kit::Soft::default()).build_eframe(
                |cc| {
                    let dark = Some(true);
                    let options = Options { dark, asks_for_paths: true, resumes, ..Options::default() };
                    let app = App::new(&cc.egui_ctx, Some(kept), opened, None, &options);
                    theme::freeze(&cc.egui_ctx);
                    app
                },
            );
        harness.run();
        Self { harness }
    }

    /// What the window writes down when it is closed.
    pub fn kept(&mut self) -> Kept {
        let mut kept = Kept::default();
        eframe::App::save(self.harness.state_mut(), &mut kept);
        kept
    }

    /// With `GALLERY_DIR` set, draws the window as it stands, dark and light, into that folder.
    pub fn picture(&mut self, name: &str) {
        let Some(folder) = std::env::var_os("GALLERY_DIR") else { return };
        for dark in [false, true] {
            theme::set_dark(&self.harness.ctx, dark);
            self.harness.run();
            let picture = self.harness.render().expect("a picture");
            let theme = if dark { "dark" } else { "light" };
            picture.save(Path::new(&folder).join(format!("{name}-{theme}.png"))).expect("the picture can be written");
        }
    }

    /// The frame that was drawn last.
    pub fn output(&self) -> &egui::FullOutput {
        self.harness.output()
    }

    pub fn root(&self) -> Node<'_> {
        self.harness.root()
    }

    /// Is there such a region?
    pub fn has_region(&self, region: &str) -> bool {
        self.harness.query_all_by_role_and_label(Role::Region, region).next().is_some()
    }

    fn region<'a>(&'a self, region: &'a str) -> Node<'a> {
        let mut found = self.harness.query_all_by_role_and_label(Role::Region, region);
        let Some(first) = found.next() else {
            let all: Vec<String> =
                self.harness.query_all_by_role(Role::Region).filter_map(|node| node.accesskit_node().label()).collect();
            panic!("there is no region “{region}”, only {all:?}");
        };
        assert!(found.next().is_none(), "two regions are called “{region}”");
        first
    }

    /// What can be clicked under this label, which must be the only one of its region.
    fn control<'a>(&'a self, region: &'a str, label: &'a str) -> Node<'a> {
        let part = self.region(region);
        let is_clickable = |node: &egui_kittest::kittest::AccessKitNode<'_>| CLICKABLE.contains(&node.role());
        let mut found = part.query_all(by().label(label).predicate(is_clickable));
        let Some(first) = found.next() else {
            let all: Vec<String> =
                part.query_all(by().predicate(is_clickable)).filter_map(|node| node.accesskit_node().label()).collect();
            panic!("nothing called “{label}” can be clicked in “{region}”, only {all:#?}");
        };
        assert!(found.next().is_none(), "“{label}” stands twice in “{region}”");
        first
    }

    /// Clicks a thing, which is scrolled into view first as a person would do, and must then be on the screen.
    fn press(&mut self, region: &str, label: &str) {
        let is_disabled = self.control(region, label).accesskit_node().is_disabled();
        if !self.can_be_hit(region, label) {
            self.control(region, label).scroll_to_me();
            self.harness.run();
        }
        if !is_disabled && !self.can_be_hit(region, label) {
            // Sideways only the keyboard brings it into view.
            self.control(region, label).focus();
            self.harness.run();
            assert!(self.can_be_hit(region, label), "“{label}” of “{region}” cannot be reached");
        }
        self.control(region, label).click();
        self.harness.run();
    }

    /// Scrolls a thing into view.
    pub fn bring(&mut self, region: &str, label: &str) {
        self.control(region, label).scroll_to_me();
        self.harness.run();
    }

    /// Clicks a thing with the pointer where it stands, and scrolls to nothing.
    pub fn press_where_it_is(&mut self, region: &str, label: &str) {
        let at = self.control(region, label).rect().center();
        self.harness.hover_at(at);
        self.harness.run();
        self.harness.drag_at(at);
        self.harness.drop_at(at);
        self.harness.run();
    }

    /// Clicks a button, a tab or whatever has this label.
    pub fn click(&mut self, region: &str, label: &str) {
        let is_disabled = self.control(region, label).accesskit_node().is_disabled();
        assert!(!is_disabled, "“{label}” of “{region}” cannot be used: {:?}", self.reason(region, label));
        self.press(region, label);
    }

    /// Opens the wizard on this platform and types an address; the roles come next.
    pub fn invite_to_roles(&mut self, platform: &str, email: &str) {
        self.click(platform, "Invite members…");
        self.type_into(WIZARD, "User email", email);
        self.click(WIZARD, "Next");
    }

    /// Rests the pointer on a thing.
    pub fn hover(&mut self, region: &str, label: &str) {
        self.control(region, label).scroll_to_me();
        self.harness.run();
        self.control(region, label).hover();
        self.harness.run();
    }

    /// Gives a control the keyboard and holds a key down on it.
    pub fn hold(&mut self, region: &str, label: &str, key: Key) {
        self.control(region, label).focus();
        self.harness.run();
        self.harness.key_down(key);
        self.harness.run();
    }

    /// Lets go of the key.
    pub fn release(&mut self, key: Key) {
        self.harness.key_up(key);
        self.harness.run();
    }

    /// The names of everything that can be clicked in a region.
    pub fn interactive_labels(&self, region: &str) -> Vec<String> {
        let part = self.region(region);
        let is_clickable = |node: &egui_kittest::kittest::AccessKitNode<'_>| CLICKABLE.contains(&node.role());
        part.query_all(by().predicate(is_clickable)).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Of those, what opens and closes something.
    pub fn expandable(&self, region: &str) -> Vec<String> {
        let opens = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.data().is_expanded().is_some();
        let found = self.region(region).query_all(by().predicate(opens)).map(|node| node.accesskit_node().label());
        found.flatten().collect()
    }

    /// Clicks although it cannot be used.
    pub fn click_in_vain(&mut self, region: &str, label: &str) {
        self.press(region, label);
    }

    /// Flips a switch, which then stands the other way.
    pub fn toggle(&mut self, region: &str, label: &str) {
        let before = self.is_on(region, label);
        self.click(region, label);
        assert_ne!(self.is_on(region, label), before, "“{label}” of “{region}” did not move");
    }

    /// Does a switch or a box stand on?
    pub fn is_on(&self, region: &str, label: &str) -> bool {
        self.control(region, label).accesskit_node().toggled() == Some(Toggled::True)
    }

    /// Is the tab or the choice the present one?
    pub fn is_chosen(&self, region: &str, label: &str) -> bool {
        let node = self.control(region, label);
        node.accesskit_node().is_selected() == Some(true) || self.is_on(region, label)
    }

    /// Why something cannot be used, or what it says about itself.
    pub fn reason(&self, region: &str, label: &str) -> Option<String> {
        self.control(region, label).accesskit_node().description()
    }

    /// Can it be used?
    pub fn is_enabled(&self, region: &str, label: &str) -> bool {
        !self.control(region, label).accesskit_node().is_disabled()
    }

    /// Is it on the screen as it stands, without scrolling?
    pub fn is_on_screen(&self, region: &str, label: &str) -> bool {
        self.harness.ctx.content_rect().contains_rect(self.control(region, label).rect())
    }

    /// Clicks the first of several that have the same label.
    pub fn click_first(&mut self, region: &str, label: &str) {
        let part = self.region(region);
        part.get_all_by_role_and_label(Role::Button, label).next().expect("it is there").focus();
        self.harness.run();
        self.harness.key_press(Key::Enter);
        self.harness.run();
    }

    /// The first label of the region that begins so and can be clicked.
    pub fn label_from(&self, region: &str, start: &str) -> String {
        let part = self.region(region);
        let labels: Vec<String> =
            part.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect();
        let found = labels.iter().find(|label| label.starts_with(start));
        found.unwrap_or_else(|| panic!("nothing in “{region}” begins with “{start}”: {labels:#?}")).clone()
    }

    /// Opens the list of a field.
    pub fn open_list(&mut self, region: &str, field: &str) {
        self.region(region).get_by_role_and_label(Role::ComboBox, field).scroll_to_me();
        self.harness.run();
        self.region(region).get_by_role_and_label(Role::ComboBox, field).click();
        self.harness.run();
    }

    /// Picks from a list of a field.
    pub fn choose(&mut self, region: &str, field: &str, line: &str) {
        self.open_list(region, field);
        // The list is drawn above everything else, so last.
        let found = self.harness.query_all_by_role_and_label(Role::Button, line).last();
        found.unwrap_or_else(|| panic!("no line “{line}”")).click();
        self.harness.run();
    }

    /// The tabs of a platform, in order.
    pub fn tabs(&self, platform: &str) -> Vec<String> {
        self.region(platform).query_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Does the pointer reach it as the window stands: is it neither scrolled away nor covered?
    pub fn can_be_hit(&mut self, region: &str, label: &str) -> bool {
        let node = self.control(region, label);
        let id = node.accesskit_node().locate().0;
        node.hover();
        self.harness.run();
        self.harness.ctx.viewport(|found| found.hits.click.as_ref().is_some_and(|hit| hit.id.accesskit_id() == id))
    }

    /// How far two things stand apart sideways.
    pub fn width_of(&self, left: &str, right: &str) -> f32 {
        let at = |label: &str| self.harness.get_by_label(label).rect().center().x;
        at(right) - at(left)
    }

    /// Goes on by Tab until what has this label has the keyboard.
    pub fn press_tab_to(&mut self, label: &str) {
        for _ in 0..300 {
            self.harness.key_press(Key::Tab);
            self.harness.run();
            let found = self.harness.query_all_by_label(label).find(Node::is_focused);
            if found.is_some() {
                self.harness.run();
                return;
            }
        }
        panic!("Tab never comes to “{label}”");
    }

    /// Types into a field, letter by letter, after what stands there.
    pub fn type_into(&mut self, region: &str, field: &str, text: &str) {
        self.focus_field(region, field);
        for letter in text.chars() {
            self.harness.event(egui::Event::Text(letter.to_string()));
            self.harness.step();
        }
        self.harness.run();
    }

    /// Types instead of what stands in a field.
    pub fn type_over(&mut self, region: &str, field: &str, text: &str) {
        self.focus_field(region, field);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run();
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    fn focus_field(&mut self, region: &str, field: &str) {
        let label = format!("“{field}” of “{region}”");
        let part = self.region(region);
        let found: Vec<_> = part.query_all(by().label(field).predicate(is_field)).collect();
        let [node] = found.as_slice() else { panic!("{} fields are {label}", found.len()) };
        node.scroll_to_me();
        node.focus();
        self.harness.run();
        self.harness.key_press(Key::End);
        self.harness.run();
    }

    /// What stands in a field.
    pub fn field(&self, region: &str, field: &str) -> String {
        self.region(region).get(by().label(field).predicate(is_field)).value().unwrap_or_default()
    }

    /// Opens what drops down from the button whose label begins so.
    pub fn drop_down(&mut self, region: &str, button: &str) {
        let label = self.label_from(region, button);
        self.click(region, &label);
    }

    /// Lines of the list that is open.
    pub fn lines(&self) -> Vec<String> {
        self.harness.query_all_by_role(Role::MenuItem).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Rests the pointer on a line of the open list.
    pub fn rest_on_line(&mut self, line: &str) {
        self.harness.get_by_role_and_label(Role::MenuItem, line).hover();
        self.harness.run();
    }

    /// A line of the open list cannot be chosen, and says why.
    pub fn see_line(&self, line: &str, why: &str) {
        let node = self.harness.get_by_role_and_label(Role::MenuItem, line);
        assert!(node.accesskit_node().is_disabled(), "“{line}” can be chosen");
        assert_eq!(node.accesskit_node().description().as_deref(), Some(why));
    }

    /// Picks a line of what drops down.
    pub fn pick(&mut self, region: &str, button: &str, line: &str) {
        self.drop_down(region, button);
        self.take(line);
    }

    /// Takes a line of the list that is open.
    pub fn take(&mut self, line: &str) {
        let lines = self.lines();
        let found: Vec<_> = self.harness.query_all_by_role_and_label(Role::MenuItem, line).collect();
        let [node] = found.as_slice() else { panic!("“{line}” is not once among {lines:?}") };
        let why = node.accesskit_node().description();
        assert!(!node.accesskit_node().is_disabled(), "“{line}” cannot be chosen: {why:?}");
        node.scroll_to_me();
        self.harness.run();
        self.harness.get_by_role_and_label(Role::MenuItem, line).click();
        self.harness.run();
    }

    /// Every text of a region, in reading order.
    pub fn texts(&self, region: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for node in self.region(region).query_all(by().predicate(|_| true)) {
            texts.extend(text_of(&node));
            // A card that opens says in its description what is written under its name.
            let found = node.accesskit_node();
            if found.data().is_expanded().is_some() {
                texts.extend(found.description());
            }
        }
        texts
    }

    pub fn sees(&self, region: &str, text: &str) -> bool {
        self.texts(region).iter().any(|found| found.contains(text))
    }

    /// The text stands in the region.
    pub fn see(&self, region: &str, text: &str) {
        assert!(self.sees(region, text), "“{text}” is not in “{region}”: {:#?}", self.texts(region));
    }

    /// The text stands nowhere in the region.
    pub fn does_not_see(&self, region: &str, text: &str) {
        assert!(!self.sees(region, text), "“{text}” is in “{region}”: {:#?}", self.texts(region));
    }

    /// A cell of the access board in words: "Can connect", "Aldermoor" → "may accept".
    pub fn board(&self, row: &str, column: &str) -> String {
        let about = format!("{row} at {column}: ");
        let texts = self.texts(BOARD);
        let found = texts.iter().find_map(|text| text.strip_prefix(&about));
        let Some(found) = found else { panic!("the board has no “{about}”: {texts:#?}") };
        plain(found)
    }

    /// The words of the lane of a role on the bridge.
    pub fn lane(&self, role: &str) -> String {
        let about = format!("{role}: ");
        let texts = self.texts(BRIDGE);
        let found = texts.iter().find_map(|text| text.strip_prefix(&about));
        let Some(found) = found else { panic!("the bridge has no “{about}”: {texts:#?}") };
        plain(found)
    }

    /// How the guide marks a step: "done", "step 3, next" or "step 4".
    pub fn step(&self, title: &str) -> String {
        self.before(GUIDE, title)
    }

    /// Does a watch hold?
    pub fn holds(&self, watch: &str) -> bool {
        match self.before(GUIDE, watch).as_str() {
            "holds" => true,
            "does not hold" => false,
            other => panic!("“{watch}” is marked “{other}”"),
        }
    }

    fn before(&self, region: &str, text: &str) -> String {
        let texts = self.texts(region);
        let place = texts.iter().position(|found| found == text);
        let Some(place) = place.filter(|place| *place > 0) else {
            panic!("“{text}” is not in “{region}”: {texts:#?}")
        };
        texts[place - 1].clone()
    }

    /// The license counters of a platform, as they stand on its Members tab.
    pub fn counters(&self, platform: &str) -> Vec<String> {
        let texts = self.texts(platform);
        let words = " licenses assigned";
        let counters: Vec<String> =
            texts.iter().filter_map(|text| text.split_once(words)).map(|(counter, _)| counter.to_owned()).collect();
        assert!(!counters.is_empty(), "no counters are seen at {platform}");
        counters
    }

    /// Presses a key with Ctrl or Cmd.
    pub fn shortcut(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    /// Presses a key while others are held.
    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Types into whatever has the keyboard.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Draws one frame in which all of this is typed, and then this key is pressed.
    pub fn frame(&mut self, text: &str, key: Option<Key>) {
        let mut events = Vec::new();
        if !text.is_empty() {
            events.push(egui::Event::Text(text.to_owned()));
        }
        for (key, pressed) in key.into_iter().flat_map(|key| [(key, true), (key, false)]) {
            let modifiers = Modifiers::NONE;
            events.push(egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.harness.input_mut().events.extend(events);
        self.harness.step();
    }

    /// Draws one frame in which this key is pressed so many times.
    pub fn keys_at_once(&mut self, key: Key, times: usize) {
        let modifiers = Modifiers::NONE;
        let event = |pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.harness.input_mut().events.extend((0..times).flat_map(|_| [event(true), event(false)]));
        self.harness.step();
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let all = self.root();
        all.query_all(by().predicate(|_| true))
            .find(Node::is_focused)
            .map(|node| text_of(&node).or_else(|| node.accesskit_node().value()).unwrap_or_default())
    }

    /// The region that holds what has the keyboard.
    pub fn focused_region(&self) -> Option<String> {
        let all = self.root();
        let node = all.query_all(by().predicate(|_| true)).find(Node::is_focused)?;
        let mut at = node.accesskit_node().parent();
        while let Some(found) = at {
            if found.role() == Role::Region {
                return found.label();
            }
            at = found.parent();
        }
        None
    }

    /// Presses a key and draws only the next frames.
    pub fn step_key(&mut self, key: Key) {
        self.harness_step(Modifiers::NONE, key);
    }

    /// Presses a key while others are held, and draws only the next frames.
    pub fn harness_step(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    /// The window as it stands, as a picture.
    pub fn shot(&mut self) -> image::RgbaImage {
        self.harness.render().expect("a picture")
    }

    /// Moves the pointer to the middle of a region; where that is, in pixels.
    pub fn point_at(&mut self, region: &str) -> egui::Pos2 {
        let at = self.region(region).rect().center();
        self.harness.hover_at(at);
        self.harness.step();
        (at.to_vec2() * self.harness.ctx.pixels_per_point()).to_pos2()
    }

    /// Where a region is.
    pub fn rect_of(&self, region: &str) -> egui::Rect {
        self.region(region).rect()
    }

    /// How wide and high a region is.
    pub fn size_of(&self, region: &str) -> Vec2 {
        self.region(region).rect().size()
    }

    /// Drags an edge sideways from a point so far beside its middle.
    pub fn drag_edge(&mut self, edge: &str, beside: f32, by: f32) {
        let at = self.harness.get_by_role_and_label(Role::Splitter, edge).rect().center() + vec2(beside, 0.0);
        self.harness.hover_at(at);
        self.harness.run();
        self.harness.drag_at(at);
        self.harness.run();
        for share in [0.5, 1.0] {
            self.harness.hover_at(at + vec2(by * share, 0.0));
            self.harness.run();
        }
        self.harness.drop_at(at + vec2(by, 0.0));
        self.harness.run();
    }

    /// Clicks an edge twice in a row.
    pub fn double_click_edge(&mut self, edge: &str) {
        let at = self.harness.get_by_role_and_label(Role::Splitter, edge).rect().center();
        self.harness.hover_at(at);
        self.harness.run();
        let button = egui::PointerButton::Primary;
        for pressed in [true, false, true, false] {
            let click = egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE };
            self.harness.input_mut().events.push(click);
        }
        self.harness.run();
    }

    /// Everything that is written anywhere in the window, or told to a screen reader.
    pub fn all_texts(&self) -> Vec<String> {
        let all = self.root();
        let of = |node: Node<'_>| {
            let found = node.accesskit_node();
            [found.label(), found.value(), found.description()]
        };
        all.query_all(by().predicate(|_| true)).flat_map(of).flatten().collect()
    }

    /// How many boxes are shown that say something on hovering.
    pub fn tooltips(&self) -> usize {
        let layers = self.harness.ctx.memory(|memory| memory.areas().visible_layer_ids());
        layers.iter().filter(|layer| layer.order == egui::Order::Tooltip).count()
    }

    /// How large everything is.
    pub fn zoom(&self) -> f32 {
        self.harness.ctx.zoom_factor()
    }

    /// Lets simulated time pass.
    pub fn wait(&mut self, steps: usize) {
        self.harness.run_steps(steps);
    }

    /// What is said to screen readers without being asked.
    pub fn announced(&self) -> Vec<String> {
        let all = self.root();
        let is_live = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.role() == Role::Status;
        all.query_all(by().predicate(is_live)).filter_map(|node| text_of(&node)).collect()
    }

    /// Every node of the tree: role, name, rectangle in points and what it does.
    pub fn nodes(&self) -> Vec<(Role, String, egui::Rect, bool)> {
        let all = self.root();
        all.query_all(by().predicate(|_| true))
            .filter_map(|node| {
                let found = node.accesskit_node();
                let reacts = found.data().supports_action(Action::Click);
                let bounds = found.bounding_box()?;
                let rect = egui::Rect::from_min_max(
                    egui::pos2(bounds.x0 as f32, bounds.y0 as f32),
                    egui::pos2(bounds.x1 as f32, bounds.y1 as f32),
                );
                Some((
                    found.role(),
                    text_of(&node).unwrap_or_default(),
                    rect / self.harness.ctx.pixels_per_point(),
                    reacts,
                ))
            })
            .collect()
    }

    /// Drops a file on the window.
    pub fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
        self.harness.run();
    }

    /// The application behind the window, for what cannot be seen.
    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// Everything that reacts to a person: role, name, and its description when it cannot be used.
    pub fn interactive(&self) -> Vec<Interactive> {
        let reacts = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            let data = node.data();
            // The scroll bars are egui's own; their role says what they are.
            let reacts = data.supports_action(Action::Click) || data.supports_action(Action::Focus);
            reacts && node.role() != Role::ScrollBar
        };
        self.root()
            .query_all(by().predicate(reacts))
            .map(|node| {
                let found = node.accesskit_node();
                Interactive {
                    role: found.role(),
                    name: text_of(&node).unwrap_or_default(),
                    is_disabled: found.is_disabled(),
                    is_toggled: found.toggled().is_some(),
                    is_selected: found.is_selected().is_some(),
                    description: found.description().unwrap_or_default(),
                }
            })
            .collect()
    }
}

/// Something that reacts to a person.
#[derive(Debug)]
pub struct Interactive {
    pub role: Role,
    pub name: String,
    pub is_disabled: bool,
    /// Does it say whether it is on?
    pub is_toggled: bool,
    /// Does it say whether it is the chosen one?
    pub is_selected: bool,
    pub description: String,
}

/// Can one type there, in one line or in several?
fn is_field(node: &egui_kittest::kittest::AccessKitNode<'_>) -> bool {
    matches!(node.role(), Role::TextInput | Role::MultilineTextInput)
}

fn text_of(node: &Node<'_>) -> Option<String> {
    let found = node.accesskit_node();
    let text = if found.role() == Role::Label { found.value() } else { found.label() };
    text.filter(|text| !text.trim().is_empty())
}
