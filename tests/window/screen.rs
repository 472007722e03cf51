//! A screen of its own: Xvfb, its picture, and a mouse and a keyboard on it.

use image::{Rgb, RgbImage};
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

/// The size of the screen, and of the window on it.
pub const SIZE: [u32; 2] = [1600, 1000];

/// What a hand needs between pressing and letting go; without it clicks are lost.
const PRESS: Duration = Duration::from_millis(200);

/// A running X server without a monitor.
pub struct Screen {
    server: Child,
    display: String,
    memory: TempDir,
}

impl Screen {
    /// Starts a server on a display that is free.
    pub fn start() -> Self {
        let memory = tempfile::tempdir().expect("a folder for the picture of the screen");
        let [width, height] = SIZE;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24"), "-fbdir"])
            .arg(memory.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts; install the packages xvfb and xdotool");
        let mut number = String::new();
        let answer = server.stdout.take().expect("its output");
        BufReader::new(answer).read_line(&mut number).expect("the number of the display");
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Self { server, display: format!(":{}", number.trim()), memory }
    }

    /// The value of `DISPLAY`.
    pub fn display(&self) -> &str {
        &self.display
    }

    fn hand(&self, words: &[&str]) {
        let done = Command::new("xdotool").args(words).env("DISPLAY", &self.display).output();
        let done = done.expect("xdotool starts; install the packages xvfb and xdotool");
        assert!(done.status.success(), "xdotool {words:?}: {}", String::from_utf8_lossy(&done.stderr));
        sleep(PRESS);
    }

    /// Moves the mouse.
    pub fn point(&self, x: f64, y: f64) {
        self.hand(&["mousemove", &x.round().to_string(), &y.round().to_string()]);
    }

    /// Moves the mouse and clicks.
    pub fn click(&self, x: f64, y: f64) {
        self.point(x, y);
        self.hand(&["mousedown", "1"]);
        self.hand(&["mouseup", "1"]);
    }

    /// Turns the wheel by some notches, up when negative.
    pub fn wheel(&self, notches: i32) {
        let button = if notches < 0 { "4" } else { "5" };
        for _ in 0..notches.abs() {
            self.hand(&["click", button]);
        }
    }

    /// Types a text into what has the keyboard of the window with this title.
    pub fn type_text(&self, title: &str, text: &str) {
        self.focus(title);
        self.hand(&["type", "--delay", "40", text]);
    }

    /// Gives the keyboard to the window whose title has these words.
    pub fn focus(&self, title: &str) {
        self.hand(&["search", "--name", title, "windowfocus"]);
    }

    /// Presses keys, such as `ctrl+q`.
    pub fn press(&self, title: &str, keys: &str) {
        self.focus(title);
        self.hand(&["key", keys]);
    }

    /// What is on the screen now.
    pub fn picture(&self) -> RgbImage {
        let path = self.memory.path().join("Xvfb_screen0");
        decode(&std::fs::read(path).expect("the memory of the screen")).expect("an XWD picture")
    }

    /// Keeps a picture, where `WINDOW_PICTURES` says.
    pub fn keep(picture: &RgbImage, name: &str) {
        if let Some(folder) = std::env::var_os("WINDOW_PICTURES") {
            std::fs::create_dir_all(&folder).expect("a folder for the pictures");
            picture.save(Path::new(&folder).join(format!("{name}.png"))).expect("the picture can be written");
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Reads an uncompressed true-colour picture in the format of `xwd`.
fn decode(bytes: &[u8]) -> Option<RgbImage> {
    let word = |place: usize| -> Option<u32> {
        let four = bytes.get(place * 4..place * 4 + 4)?;
        Some(u32::from_be_bytes(four.try_into().ok()?))
    };
    let [head, width, height, order, bits, line, colors] =
        [word(0)?, word(4)?, word(5)?, word(7)?, word(11)?, word(12)?, word(19)?];
    if bits != 32 {
        return None;
    }
    let pixels = bytes.get((head + colors * 12) as usize..)?;
    let mut picture = RgbImage::new(width, height);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let at = (y * line + x * 4) as usize;
        let four: [u8; 4] = pixels.get(at..at + 4)?.try_into().ok()?;
        let [_, red, green, blue] =
            if order == 0 { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }.to_be_bytes();
        *pixel = Rgb([red, green, blue]);
    }
    Some(picture)
}

/// How many colours a part of a picture has, counted to ten: a word has more than two, a blank place has one.
pub fn colours(picture: &RgbImage, [left, top, right, bottom]: [u32; 4]) -> usize {
    let mut found = BTreeSet::new();
    for (x, y) in (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))) {
        found.insert(picture.get_pixel(x, y).0);
        if found.len() == 10 {
            break;
        }
    }
    found.len()
}
