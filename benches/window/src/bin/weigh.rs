//! Measures both programs in one run, by turns: from the start to the first frame on screen, what they hold in memory
//! two seconds later, and how large they are.
//!
//! Needs X11 (or Xvfb, then without a GPU). Arguments: the program of crossinvite; another empty window to weigh it beside,
//! if not the one that is built like it.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt, EventMask};
use x11rb::rust_connection::RustConnection;

/// How often each is started; the first start warms the disk and is not counted.
const RUNS: usize = 9;

/// How long a window may take to appear.
const PATIENCE: Duration = Duration::from_secs(30);

struct Found {
    start: Duration,
    /// Proportional set size, in KiB.
    memory: u64,
}

/// A window that is narrower than this is none that a person would wait for.
const NARROW: u16 = 200;

/// Listens to what appears on the screen. Asking again and again would take one of the cores that the program starts on.
fn screen() -> Result<RustConnection, String> {
    let (x, number) = x11rb::connect(None).map_err(|error| format!("no X server: {error}; set DISPLAY"))?;
    let root = x.setup().roots.get(number).ok_or("the X server has no screen")?.root;
    let wish = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
    x.change_window_attributes(root, &wish)
        .map_err(|error| error.to_string())?
        .check()
        .map_err(|error| error.to_string())?;
    Ok(x)
}

/// Waits for the next window that appears.
fn appears(x: &RustConnection, begun: Instant) -> Result<Duration, String> {
    while begun.elapsed() < PATIENCE {
        match x.poll_for_event().map_err(|error| error.to_string())? {
            Some(Event::MapNotify(event)) => {
                let at = begun.elapsed();
                let shape = x.get_geometry(event.window).map_err(|error| error.to_string())?.reply();
                if shape.is_ok_and(|shape| shape.width >= NARROW) {
                    return Ok(at);
                }
            }
            Some(_) => {}
            None => std::thread::sleep(Duration::from_micros(200)),
        }
    }
    Err("no window appears".to_owned())
}

/// Starts the program, waits for its window, lets it rest, reads its memory, ends it. eframe shows its window only
/// when the first frame is painted.
fn once(x: &RustConnection, program: &str, arguments: &[&str]) -> Result<Found, String> {
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start {program}: {error}"))?;
    let pid = child.id().to_string();
    let start = appears(x, begun);
    std::thread::sleep(Duration::from_secs(2));
    let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let _ = child.kill();
    let _ = child.wait();
    let memory = rollup
        .lines()
        .find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok())
        .ok_or_else(|| format!("{program} ended before it could be weighed"))?;
    Ok(Found { start: start.map_err(|error| format!("{program}: {error}"))?, memory })
}

fn median<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

fn run() -> Result<(), String> {
    let ours = std::env::args().nth(1).unwrap_or_else(|| "target/release/crossinvite".to_owned());
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let empty = std::env::args().nth(2).unwrap_or_else(|| here.with_file_name("empty").display().to_string());
    let x = screen()?;
    let programs: [(&str, &str, &[&str]); 2] =
        [("empty eframe window", &empty, &[]), ("crossinvite", &ours, &["--fresh"])];
    let mut starts = [Vec::new(), Vec::new()];
    let mut memories = [Vec::new(), Vec::new()];
    for turn in 0..=RUNS {
        for (place, (_, program, arguments)) in programs.iter().enumerate() {
            let found = once(&x, program, arguments)?;
            if turn > 0 {
                starts[place].push(found.start);
                memories[place].push(found.memory);
            }
        }
    }
    let mut rows = Vec::new();
    for (place, (name, program, _)) in programs.iter().enumerate() {
        let size = std::fs::metadata(program).map_err(|error| format!("{program}: {error}"))?.len();
        let start = median(starts[place].clone()).unwrap_or_default();
        let memory = median(memories[place].clone()).unwrap_or_default();
        println!(
            "{name:>20}: first frame {:>4} ms (median of {RUNS}), memory {:>5.1} MiB, size {:>4.1} MiB",
            start.as_millis(),
            memory as f64 / 1024.0,
            size as f64 / 1024.0 / 1024.0
        );
        rows.push((start.as_secs_f64(), memory as f64, size as f64));
    }
    if let [(start, memory, size), (own_start, own_memory, own_size)] = rows.as_slice() {
        for (what, ratio, goal) in [
            ("first frame", own_start / start, 1.1),
            ("memory", own_memory / memory, 1.2),
            ("size", own_size / size, 1.5),
        ] {
            let word = if ratio <= goal { "kept" } else { "MISSED" };
            println!("{what:>20}: {ratio:.2} times an empty window, goal {goal}: {word}");
        }
    }
    Ok(())
}

fn main() {
    if let Err(error) = run() {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
