//! A screen of its own: Xvfb, its picture, and a mouse and a keyboard on it.

use image::{Rgb, RgbImage};
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

    /// Closes the window whose title has these words.
    pub fn close(&self, title: &str) {
        self.hand(&["search", "--name", title, "windowquit"]);
    }

    /// What is on the screen now.
    pub fn picture(&self) -> RgbImage {
        let path = self.memory.path().join("Xvfb_screen0");
        decode(&std::fs::read(path).expect("the memory of the screen")).expect("an XWD picture")
    }

    /// Keeps what is on the screen now, where `WINDOW_PICTURES` says; fails if it is blank or partial.
    pub fn photograph(&self, name: &str) {
        let picture = self.picture();
        if let Some(folder) = std::env::var_os("WINDOW_PICTURES") {
            std::fs::create_dir_all(&folder).expect("a folder for the pictures");
            picture.save(Path::new(&folder).join(format!("{name}.png"))).expect("the picture can be written");
        }
        if let Err(fault) = judge(&picture) {
            panic!("the picture {name} is not whole: {fault}");
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

/// Says what is wrong with a picture of the whole window, if anything: a part that is blank, or black all over.
pub fn judge(picture: &RgbImage) -> Result<(), String> {
    let [width, height] = SIZE;
    if picture.dimensions() != (width, height) {
        return Err(format!("its size is {:?}", picture.dimensions()));
    }
    let corners = [(2, 2), (width - 3, 2), (2, height - 3), (width - 3, height - 3)];
    if let Some(corner) = corners.iter().find(|(x, y)| picture.get_pixel(*x, *y).0 == [0, 0, 0]) {
        return Err(format!("it is black at {corner:?}"));
    }
    // The middle of every part of the window has words in it: many colours, and not one that covers nearly all.
    let (columns, rows) = (4, 3);
    for (column, row) in (0..columns).flat_map(|column| (0..rows).map(move |row| (column, row))) {
        let (w, h) = (width / columns, height / rows);
        let mut counts = std::collections::BTreeMap::<[u8; 3], u32>::new();
        for (x, y) in (0..w).flat_map(|x| (0..h).map(move |y| (x, y))) {
            *counts.entry(picture.get_pixel(column * w + x, row * h + y).0).or_default() += 1;
        }
        let most = counts.values().max().copied().unwrap_or_default();
        if counts.len() < 40 || most > w * h * 985 / 1000 {
            return Err(format!(
                "the part {} from the left, {} from the top has {} colours, one on {most} of {} pixels",
                column + 1,
                row + 1,
                counts.len(),
                w * h
            ));
        }
    }
    Ok(())
}
