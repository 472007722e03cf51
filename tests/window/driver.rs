//! The real window: found by the names a screen reader has, used by a mouse and a keyboard.

use super::screen::{SIZE, Screen, colours};
use crossinvite::ui::theme::tokens_of;
use egui::accesskit::{Node, NodeId, Point, Rect, Toggled, TreeUpdate};
use egui::{Role, Theme};
use egui_inspection::{Request, Response, protocol, read_message, write_message};
use image::RgbImage;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{create_dir, read_to_string, write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What the title of the window ends in.
const TITLE: &str = "crossinvite";

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// A widget on the screen.
#[derive(Debug, Clone)]
pub struct Widget {
    /// The names of the regions it is in, outermost first.
    pub regions: Vec<String>,
    pub role: Role,
    pub name: String,
    pub rect: Rect,
    pub is_disabled: bool,
    pub is_on: Option<bool>,
    /// The part of the screen its scrolled text is seen through.
    view: Option<Rect>,
    /// How it stands in the tree.
    depth: usize,
}

impl Widget {
    /// Where its words are on the screen; none if it has no words or cannot be seen as a whole.
    fn pixels(&self) -> Option<[u32; 4]> {
        let has_words = matches!(self.role, Role::Label | Role::Button | Role::Tab | Role::Heading);
        let rect = self.rect;
        let [width, height] = SIZE.map(f64::from);
        let view = self.view.unwrap_or(Rect::new(0.0, 0.0, width, height));
        let is_seen = rect.x0 >= 0.0 && rect.x1 <= width && rect.y0 >= view.y0 && rect.y1 <= view.y1;
        let place = [rect.x0, rect.y0, rect.x1, rect.y1].map(|edge| edge.round() as u32);
        (has_words && !self.name.is_empty() && is_seen && rect.width() >= 8.0 && rect.height() >= 8.0).then_some(place)
    }

    fn is_in(&self, region: &str) -> bool {
        region.is_empty() || self.regions.iter().any(|name| name == region)
    }

    fn is(&self, region: &str, role: Role, name: &str) -> bool {
        let fits = match name.strip_suffix('…') {
            Some(start) => self.name.starts_with(start),
            None => self.name == name,
        };
        fits && self.role == role && self.is_in(region)
    }
}

fn middle(rect: Rect) -> Point {
    Point::new((rect.x0 + rect.x1) / 2.0, (rect.y0 + rect.y1) / 2.0)
}

fn ground(theme: Theme) -> [u8; 3] {
    let [red, green, blue, _] = tokens_of(theme).color.bg.to_array();
    [red, green, blue]
}

/// What is wrong with a picture of the screen. Whole means: as large as the screen, the ground of the theme along its
/// edges, and something drawn wherever the window says that it shows words.
fn fault(picture: &RgbImage, widgets: &[Widget], theme: Theme) -> Option<String> {
    let [width, height] = SIZE;
    if picture.dimensions() != (width, height) {
        return Some(format!("its size is {:?}", picture.dimensions()));
    }
    for (x, y) in [(3, height - 3), (width / 2, height - 3), (3, height / 2), (width - 3, height / 2)] {
        let found = picture.get_pixel(x, y).0;
        if found.iter().zip(ground(theme)).any(|(a, b)| a.abs_diff(b) > 3) {
            return Some(format!("{found:?} at {x},{y} is not the ground of the theme"));
        }
    }
    let shown: Vec<_> = widgets.iter().filter_map(|widget| Some((widget, widget.pixels()?))).collect();
    if shown.len() < 60 {
        return Some(format!("only {} words are shown", shown.len()));
    }
    let blank: Vec<&str> = shown
        .iter()
        .filter(|(_, place)| colours(picture, *place) < 3)
        .map(|(widget, _)| widget.name.as_str())
        .collect();
    (!blank.is_empty()).then(|| format!("nothing is drawn at {blank:?}"))
}

/// The only one, if there is exactly one.
fn one<T>(mut of: impl Iterator<Item = T>) -> Option<T> {
    of.next().filter(|_| of.next().is_none())
}

/// The program in a window of its own.
pub struct Window {
    screen: Screen,
    program: Child,
    peer: TcpStream,
    remembered: TempDir,
}

/// What a window of another day left behind: it was smaller. `--fresh` neither reads it nor writes over it.
const ANOTHER_DAY: &str = r#"{"window": "(normal_geometry:(outer_position_pixels:None,scale_factor:1.0,
    inner_size_points:(x:1280.0,y:800.0)),fullscreen:false,maximized:false)"}"#;

impl Window {
    /// Starts the program with these arguments and waits until it has drawn.
    pub fn open(arguments: &[&str]) -> Self {
        let screen = Screen::start();
        let remembered = tempfile::tempdir().expect("a folder for what is remembered");
        let folder = remembered.path().join(TITLE);
        create_dir(&folder).and_then(|()| write(folder.join("app.ron"), ANOTHER_DAY)).expect("what is remembered");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let program = std::env::var_os("WINDOW_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_crossinvite").into());
        let mut program = Command::new(program)
            .args(arguments)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env("DISPLAY", screen.display())
            .env("XDG_DATA_HOME", remembered.path())
            .env("WINIT_X11_SCALE_FACTOR", "1")
            .env("EGUI_INSPECTION", port.to_string())
            .spawn()
            .expect("the program starts");
        let since = Instant::now();
        let mut peer = loop {
            if let Ok(peer) = TcpStream::connect(port) {
                break peer;
            }
            if let Ok(Some(status)) = program.try_wait() {
                panic!("the program ended: {status}");
            }
            assert!(since.elapsed() < 4 * PATIENCE, "no window opened");
            sleep(Duration::from_millis(50));
        };
        peer.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        protocol::read_handshake(&mut peer).expect("the port of the window");
        Self { screen, program, peer, remembered }
    }

    fn ask(&mut self, request: &Request) -> Response {
        write_message(&mut self.peer, request).expect("the window takes the question");
        read_message(&mut self.peer).expect("the window answers")
    }

    /// Everything on the screen, in reading order.
    pub fn widgets(&mut self) -> Vec<Widget> {
        match self.ask(&Request::GetTree) {
            Response::Tree { accesskit: Some(tree), pixels_per_point, .. } => {
                assert_eq!(pixels_per_point, 1.0, "a point is a pixel");
                flat(&tree)
            }
            other => panic!("no tree: {other:?}"),
        }
    }

    /// Waits until there is exactly what is looked for.
    fn wait_for<T>(&mut self, what: &str, find: impl Fn(&[Widget]) -> Option<T>) -> T {
        let since = Instant::now();
        loop {
            if let Some(found) = find(&self.widgets()) {
                return found;
            }
            if since.elapsed() > PATIENCE {
                let words = self.in_words();
                panic!("{what} is not there. On the screen:\n{words}");
            }
            sleep(Duration::from_millis(60));
        }
    }

    /// The one widget of this role and name in a region; a name that ends in `…` stands for all that begin so.
    fn find(&mut self, region: &str, role: Role, name: &str) -> Widget {
        let what = format!("{role:?} {name:?} in {region:?}");
        self.wait_for(&what, |widgets| one(widgets.iter().filter(|widget| widget.is(region, role, name))).cloned())
    }

    /// Waits for a text in a region.
    pub fn see(&mut self, region: &str, text: &str) {
        let what = format!("the text {text:?} in {region:?}");
        self.wait_for(&what, |widgets| {
            widgets.iter().any(|widget| widget.is_in(region) && widget.name.contains(text)).then_some(())
        });
    }

    /// Clicks a widget with the mouse, after turning the wheel until it can be seen.
    pub fn click(&mut self, region: &str, role: Role, name: &str) {
        let find = |window: &mut Self| window.find(region, role, name);
        self.click_on(find);
    }

    fn click_on(&mut self, find: impl Fn(&mut Self) -> Widget) {
        let mut before = find(self);
        for _ in 0..200 {
            sleep(Duration::from_millis(80));
            let now = find(self);
            let is_at_rest = now.rect == before.rect;
            before = now;
            if !is_at_rest {
                continue;
            }
            let centre = middle(before.rect);
            let Some(view) = before.view.filter(|view| centre.y < view.y0 + 6.0 || centre.y > view.y1 - 6.0) else {
                assert!(!before.is_disabled, "{:?} cannot be used", before.name);
                self.screen.click(centre.x, centre.y);
                return;
            };
            let far = centre.y - middle(view).y;
            // The wheel turns what the mouse is over; the left edge of the text has no controls.
            self.screen.point(centre.x.min(view.x0 - 12.0), middle(view).y);
            self.screen.wheel(if far > 0.0 { 1 } else { -1 } * (far.abs() / 160.0).ceil() as i32);
        }
        panic!("{:?} cannot be brought to view", before.name);
    }

    /// Sets a switch or a box, if it is not so already, and waits until it is.
    pub fn set(&mut self, region: &str, role: Role, name: &str, on: bool) {
        if self.find(region, role, name).is_on != Some(on) {
            self.click(region, role, name);
        }
        let what = format!("{role:?} {name:?} in {region:?} turned {}", if on { "on" } else { "off" });
        self.wait_for(&what, |widgets| {
            one(widgets.iter().filter(|widget| widget.is(region, role, name)))?.is_on.filter(|is| *is == on)
        });
    }

    /// Clicks into a field and types.
    pub fn fill(&mut self, region: &str, field: &str, text: &str) {
        self.click(region, Role::TextInput, field);
        self.screen.type_text(TITLE, text);
    }

    /// Takes the mouse away from every control, so that a picture shows none of them hovered.
    pub fn step_back(&mut self) {
        let [width, height] = SIZE.map(f64::from);
        self.screen.point(width - 4.0, height - 4.0);
        let mut before = String::new();
        for _ in 0..50 {
            sleep(Duration::from_millis(120));
            let now = self.in_words();
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// Photographs the screen; fails if the picture is blank or partial.
    pub fn photograph(&mut self, name: &str, theme: Theme) {
        self.step_back();
        let widgets = self.widgets();
        let mut picture = self.screen.picture();
        Screen::keep(&picture, name);
        if let Some(fault) = fault(&picture, &widgets, theme) {
            panic!("the picture {name}: {fault}");
        }
        // The judge is not blind: with its right half wiped out the same picture is refused.
        let ground = image::Rgb(ground(theme));
        let half = SIZE[0] / 2;
        picture.enumerate_pixels_mut().filter(|(x, _, _)| *x > half).for_each(|(_, _, pixel)| *pixel = ground);
        assert!(fault(&picture, &widgets, theme).is_some(), "half a picture of {name} passes for a whole one");
    }

    /// Quits with unsaved work, which is asked for first, and waits for the program to end well.
    pub fn quit(mut self) {
        self.screen.press(TITLE, "ctrl+q");
        self.click("Unsaved work", Role::Button, "Leave without saving");
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if let Ok(Some(status)) = self.program.try_wait() {
                assert!(status.success(), "the program ended with {status}");
                let kept = read_to_string(self.remembered.path().join(TITLE).join("app.ron"));
                assert_eq!(kept.expect("what is remembered"), ANOTHER_DAY, "--fresh writes over what is remembered");
                return;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("the window does not close");
    }

    /// The screen in words, for a test that failed.
    pub fn in_words(&mut self) -> String {
        let mut words = String::new();
        for widget in self.widgets() {
            let indent = "  ".repeat(widget.depth);
            let Widget { role, name, rect, is_disabled, is_on, .. } = widget;
            let state = match (is_disabled, is_on) {
                (true, _) => " (disabled)",
                (false, Some(true)) => " (on)",
                _ => "",
            };
            let _ = writeln!(
                words,
                "{indent}{role:?} {name:?}{state} {:.0},{:.0} {:.0}x{:.0}",
                rect.x0,
                rect.y0,
                rect.width(),
                rect.height()
            );
        }
        words
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn flat(tree: &TreeUpdate) -> Vec<Widget> {
    let nodes: HashMap<NodeId, &Node> = tree.nodes.iter().map(|(id, node)| (*id, node)).collect();
    let root = tree.tree.as_ref().map(|tree| tree.root).expect("a root");
    let mut found = Vec::new();
    let mut waiting = vec![(root, Vec::<String>::new(), None, 0)];
    while let Some((id, regions, mut view, depth)) = waiting.pop() {
        let Some(node) = nodes.get(&id) else { continue };
        let name = node.label().or(node.value()).unwrap_or_default().to_owned();
        let mut inside = regions.clone();
        if node.role() == Role::Region {
            inside.push(name.clone());
        }
        let bars = node.children().iter().filter_map(|child| nodes.get(child));
        let mut bars = bars.filter(|child| child.role() == Role::ScrollBar).filter_map(|bar| bar.bounds());
        let upright = bars.rfind(|bar| bar.height() > bar.width());
        view = upright.or(view);
        for child in node.children().iter().rev() {
            waiting.push((*child, inside.clone(), view, depth + 1));
        }
        found.push(Widget {
            regions,
            role: node.role(),
            name,
            rect: node.bounds().unwrap_or_default(),
            is_disabled: node.is_disabled(),
            is_on: node.toggled().map(|toggled| toggled == Toggled::True).or(node.is_selected()),
            view,
            depth,
        });
    }
    found
}
