//! Measures both programs in one run, by turns: from the start to the first frame on screen, what they hold in memory
//! two seconds later, and how large they are.
//!
//! Needs X11 (or Xvfb, then without a GPU) and xdotool. Argument: the program of crossinvite.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each is started; the first start warms the disk and is not counted.
const RUNS: usize = 9;

/// How long a window may take to appear.
const PATIENCE: Duration = Duration::from_secs(30);

struct Found {
    start: Duration,
    /// Proportional set size, in KiB.
    memory: u64,
}

/// Starts the program, waits for its window, lets it rest, reads its memory, ends it. eframe shows its window only
/// when the first frame is painted.
fn once(program: &str, arguments: &[&str]) -> Result<Found, String> {
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start {program}: {error}"))?;
    let pid = child.id().to_string();
    let is_visible = || {
        let found = Command::new("xdotool").args(["search", "--onlyvisible", "--pid", &pid]).output();
        found.is_ok_and(|found| !found.stdout.is_empty())
    };
    let mut start = None;
    while begun.elapsed() < PATIENCE && start.is_none() {
        start = is_visible().then(|| begun.elapsed());
    }
    std::thread::sleep(Duration::from_secs(2));
    let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let _ = child.kill();
    let _ = child.wait();
    let memory = rollup
        .lines()
        .find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok())
        .ok_or_else(|| format!("{program} ended before it could be weighed"))?;
    let start = start.ok_or_else(|| format!("{program} shows no window; is there an X server?"))?;
    Ok(Found { start, memory })
}

fn median<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

fn run() -> Result<(), String> {
    let ours = std::env::args().nth(1).unwrap_or_else(|| "target/release/crossinvite".to_owned());
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let empty = here.with_file_name("empty").display().to_string();
    let programs: [(&str, &str, &[&str]); 2] =
        [("empty eframe window", &empty, &[]), ("crossinvite", &ours, &["--fresh"])];
    let mut starts = [Vec::new(), Vec::new()];
    let mut memories = [Vec::new(), Vec::new()];
    for turn in 0..=RUNS {
        for (place, (_, program, arguments)) in programs.iter().enumerate() {
            let found = once(program, arguments)?;
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
