//! The command line: the window, or the same engine without one.

use super::files::{self, open_named};
use super::first::{self, First};
use super::goal_arg;
use super::headless::{Presents, Shot, desk_at, drawn};
use super::remembered::Kept;
use super::window::{App, Options};
use super::wrong_args;
use crate::access::Question;
use crate::content::{self, BUILT_IN, BuiltIn, Shelf};
use crate::view::{WhyData, build};
use anyhow::{Context as _, bail};
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// A rehearsal room for cross-platform invitations on the 3DEXPERIENCE platform.
#[derive(Debug, Parser)]
#[command(name = "crossinvite", version, about, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Headless>,
    /// A built-in rehearsal or a file to open in the window; left out: what was open last
    rehearsal: Option<String>,
    /// Dark or light; left out: as last time, or as the system has it
    #[arg(long)]
    theme: Option<Look>,
    /// Open the window as on the first day: nothing remembered is read or written
    #[arg(long)]
    fresh: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Look {
    Dark,
    Light,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Presented {
    Story,
    Platforms,
}

#[derive(Debug, Subcommand)]
enum Headless {
    /// List the built-in rehearsals, worked cases and drills
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Play the solution of rehearsals and test everything they promise; the exit status is 0 only if all of it holds
    Check {
        /// Built-in rehearsals or files; left out: all built-in ones
        rehearsals: Vec<String>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Say why a person can or cannot connect, use a role, or open a space
    Explain(Explain),
    /// Find the shortest way to a goal, proven, with whose turn each act is and what it takes
    Plan(super::plan_cli::PlanArgs),
    /// Tell how this differs from the real platform: readings, simplifications, what is inferred
    Differences {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Draw the window at a step of the solution, without a display
    Render(Render),
}

#[derive(Debug, Args)]
struct Explain {
    /// A built-in rehearsal or a file
    rehearsal: String,
    /// Who, by id, name or address
    #[arg(long)]
    person: String,
    /// Where, by id or name
    #[arg(long)]
    platform: String,
    /// Which role, by code or name; left out: whether the person can connect
    #[arg(long, conflicts_with = "space")]
    role: Option<String>,
    /// Which space, by id or name
    #[arg(long)]
    space: Option<String>,
    /// After how many acts of the solution, or of the saved session
    #[arg(long, value_parser = parse_step, allow_negative_numbers = true)]
    step: Option<usize>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct Render {
    /// A built-in rehearsal or a file
    rehearsal: String,
    /// After how many acts of the solution, or of the saved session
    #[arg(long, value_parser = parse_step, allow_negative_numbers = true)]
    step: Option<usize>,
    /// Width and height in pixels
    #[arg(long, default_value = "1600x1000", value_parser = parse_size)]
    size: [usize; 2],
    /// Pixels per point
    #[arg(long, default_value_t = 1.0, value_parser = parse_scale, allow_negative_numbers = true)]
    scale: f32,
    /// Dark or light
    #[arg(long, default_value = "dark")]
    theme: Look,
    /// As it is presented on a large screen: the story alone, or with the platforms
    #[arg(long, value_name = "HOW", num_args = 0..=1, default_missing_value = "story")]
    present: Option<Presented>,
    /// The PNG file to write
    #[arg(long)]
    out: PathBuf,
}

/// The largest side of a picture.
const LARGEST: usize = 8192;

fn parse_size(text: &str) -> Result<[usize; 2], String> {
    let wrong = || {
        format!(
            "`{text}` is no size; write width x height in pixels from 320x240 to {LARGEST}x{LARGEST}, such as 1600x1000"
        )
    };
    let (width, height) = text.split_once('x').ok_or_else(wrong)?;
    let size = [width.parse().map_err(|_| wrong())?, height.parse().map_err(|_| wrong())?];
    let [width, height] = size;
    if (320..=LARGEST).contains(&width) && (240..=LARGEST).contains(&height) { Ok(size) } else { Err(wrong()) }
}

pub(super) fn parse_step(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| format!("`{text}` is no step; write a whole number from 0 (the start), such as 3"))
}

fn parse_scale(text: &str) -> Result<f32, String> {
    let wrong = || format!("`{text}` is no scale; write a number from 0.5 to 4, such as 1.5");
    let scale: f32 = text.parse().map_err(|_| wrong())?;
    if (0.5..=4.0).contains(&scale) { Ok(scale) } else { Err(wrong()) }
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refused(&error),
    };
    let done = match cli.command {
        None => window(cli.rehearsal.as_deref(), &cli),
        Some(Headless::List { json }) => list(json),
        Some(Headless::Check { ref rehearsals, json }) => check(rehearsals, json),
        Some(Headless::Explain(ref explain)) => self::explain(explain),
        Some(Headless::Plan(ref args)) => super::plan_cli::plan(args),
        Some(Headless::Differences { json }) => differences(json),
        Some(Headless::Render(ref render)) => self::render(render),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            complain(&files::sentence(&error));
            ExitCode::from(2)
        }
    }
}

/// The commands, with whether each takes rehearsals.
fn known() -> Vec<(String, bool)> {
    let commands = Cli::command();
    let all = commands.get_subcommands();
    all.map(|command| (command.get_name().to_owned(), command.get_positionals().next().is_some())).collect()
}

/// Help and version as they are; what was typed wrong as one sentence.
fn refused(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let typed = std::env::args_os().nth(1);
    complain(&wrong_args::sentence(error, &known(), typed.as_ref().and_then(|word| word.to_str())));
    ExitCode::from(2)
}

/// Prints. A reader that went away is no error of ours; a full disk is.
pub(super) fn say(text: &str) -> anyhow::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::stdout();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot print; free some space, or print elsewhere")
        }
        _ => Ok(()),
    }
}

fn complain(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "crossinvite: {text}");
}

pub(super) fn json_text(value: &dyn erased_serde::Serialize) -> anyhow::Result<String> {
    serde_json::to_string_pretty(value).context("cannot write this as JSON")
}

fn list(json: bool) -> anyhow::Result<bool> {
    if json {
        let entry = |shelf: Shelf, file: &BuiltIn| serde_json::json!({ "kind": shelf.word(), "id": file.id, "title": file.title });
        let all: Vec<_> =
            Shelf::ALL.iter().flat_map(|shelf| shelf.files().iter().map(|file| entry(*shelf, file))).collect();
        say(&json_text(&all)?)?;
    } else {
        let lists = Shelf::ALL.map(|shelf| {
            let lines = shelf.files().iter().map(|file| format!("\n  {:<20} {}", file.id, file.title));
            format!("{}{}", shelf.heading(), lines.collect::<String>())
        });
        say(&lists.join("\n\n"))?;
    }
    Ok(true)
}

fn check(names: &[String], json: bool) -> anyhow::Result<bool> {
    let all: Vec<String> =
        if names.is_empty() { BuiltIn::all().map(|built_in| built_in.id.to_owned()).collect() } else { names.to_vec() };
    let mut passed = true;
    let mut reports = Vec::new();
    for name in &all {
        match open_named(name) {
            Ok(opened) => {
                let report = if opened.is_session {
                    content::check_session(&opened.rehearsal, &opened.session)
                } else {
                    content::check(&opened.rehearsal)
                };
                passed &= report.passed();
                if json {
                    reports.push(serde_json::json!({ "file": name, "passed": report.passed(), "report": report }));
                } else {
                    say(&format!("{name}\n{report}"))?;
                }
            }
            Err(error) => {
                passed = false;
                if json {
                    let sentence = files::sentence(&error);
                    reports.push(serde_json::json!({ "file": name, "passed": false, "error": sentence }));
                } else {
                    complain(&files::sentence(&error));
                }
            }
        }
    }
    if json {
        say(&json_text(&reports)?)?;
    }
    Ok(passed)
}

fn explain(args: &Explain) -> anyhow::Result<bool> {
    let desk = desk_at(open_named(&args.rehearsal)?, args.step)?;
    let lens = desk.lens();
    let person = goal_arg::person(lens.world, &args.person)?;
    let found = goal_arg::platform(lens.world, &args.platform)?;
    let platform = found.id;
    let question = match (&args.role, &args.space) {
        (Some(role), _) => Question::RoleUsable { person, platform, role: goal_arg::role(lens.world, role)? },
        (None, Some(space)) => Question::SpaceAccess { person, platform, space: goal_arg::space(found, space)? },
        (None, None) => Question::CanConnect { person, platform },
    };
    let explanation = crate::access::explain(lens.world, question);
    let why = build::why(&lens, question);
    if args.json {
        say(&json_text(&serde_json::json!({
            "holds": explanation.holds(),
            "codes": explanation.codes(),
            "explanation": explanation,
            "access": explanation.access.as_ref().map(crate::access::EffectiveAccess::label),
            "why": why,
        }))?)?;
    } else {
        say(&why_text(&why))?;
    }
    Ok(true)
}

fn differences(json: bool) -> anyhow::Result<bool> {
    let page = content::differences::page(None);
    say(&if json { json_text(&page)? } else { content::differences::text(&page) })?;
    Ok(true)
}

fn why_text(why: &WhyData) -> String {
    let mut lines = vec![why.title.clone(), why.verdict.text.clone()];
    for check in &why.failing {
        lines.push(format!("  ✕ {}", check.headline));
        lines.push(format!("    {}", check.sentence));
        if let Some((turn, _)) = &check.whose_turn {
            lines.push(format!("    whose turn: {turn}"));
        }
        if let Some(show) = &check.show {
            lines.push(format!("    where: {}", show.path));
        }
        if let Some(quote) = &check.quote {
            lines.push(format!("    “{quote}”"));
        }
        lines.push(format!("    {}", check.source));
        if let Some(reading) = &check.reading {
            lines.push(format!("    {reading}"));
        }
    }
    for check in &why.passing {
        lines.push(format!("  ✓ {}", check.sentence));
        lines.extend(check.reading.iter().map(|reading| format!("    {reading}")));
    }
    lines.join("\n")
}

fn render(args: &Render) -> anyhow::Result<bool> {
    let desk = desk_at(open_named(&args.rehearsal)?, args.step)?;
    let presents = match args.present {
        None => Presents::No,
        Some(Presented::Story) => Presents::Story,
        Some(Presented::Platforms) => Presents::Platforms,
    };
    if args.out.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("png")) {
        bail!("`{}` does not end in .png; a picture is written as PNG", args.out.display());
    }
    let shot = Shot { size: args.size, scale: args.scale, dark: args.theme == Look::Dark, presents };
    let (image, missing) = drawn(&desk, shot);
    let saved = image.save_with_format(&args.out, image::ImageFormat::Png);
    saved.map_err(|error| match error {
        image::ImageError::IoError(error) => files::cannot_write(&args.out, &error),
        other => anyhow::anyhow!("cannot write `{}`: {other}; choose another size", args.out.display()),
    })?;
    if !missing.is_empty() {
        let letters: String = missing.into_iter().collect();
        complain(&format!(
            "no font on this machine has {letters}, drawn as boxes; install one that has and render again"
        ));
    }
    Ok(true)
}

/// The name under which the library keeps its memory, and the file in which it does.
const APP_ID: &str = "crossinvite";
const MEMORY_FILE: &str = "app.ron";

/// The size of the window at its first opening, and the least it can have.
const FIRST_SIZE: [f32; 2] = [1600.0, 1000.0];
const LEAST_SIZE: [f32; 2] = [960.0, 600.0];

fn window(rehearsal: Option<&str>, cli: &Cli) -> anyhow::Result<bool> {
    let first = BUILT_IN.first().map(|built_in| built_in.id).unwrap_or_default();
    let name = rehearsal.unwrap_or(first);
    let known = known();
    if known.iter().any(|(command, _)| command == name) {
        bail!("{}; `crossinvite --help` lists what is allowed", wrong_args::late(name));
    }
    if let Some(problem) = wrong_args::misspelt(name, &known).filter(|_| BuiltIn::find(name).is_none()) {
        bail!("{problem}; `crossinvite --help` lists what is allowed");
    }
    let opened = open_named(name)?;
    let path = BuiltIn::find(name).is_none().then(|| PathBuf::from(name));
    let options = Options {
        dark: cli.theme.map(|look| look == Look::Dark),
        is_forgetful: cli.fresh,
        resumes: rehearsal.is_none() && !cli.fresh,
        asks_system: true,
        ..Options::default()
    };
    // The library itself reads the size of the last window and its own memory; on the first day it finds nothing.
    let nothing = cli.fresh.then(tempfile::tempdir).transpose();
    let nothing =
        nothing.context("no temporary folder for --fresh, which keeps its memory apart; leave --fresh out")?;
    let folder = eframe::storage_dir(APP_ID).filter(|_| !cli.fresh);
    let kept = folder.map(|folder| Kept::read(&folder.join(MEMORY_FILE))).unwrap_or_default();
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_icon(icon())
            .with_app_id(APP_ID)
            .with_title("crossinvite")
            .with_inner_size(FIRST_SIZE)
            .with_min_inner_size(LEAST_SIZE),
        renderer: eframe::Renderer::Glow,
        // It smooths gradients, of which there are none; without a graphics card every pixel would pay for it.
        dithering: false,
        // The context has them.
        system_font_fallback: false,
        persist_window: !cli.fresh,
        persistence_path: nothing.as_ref().map(|folder| folder.path().join(MEMORY_FILE)),
        ..eframe::NativeOptions::default()
    };
    let context = first::context(&kept);
    let first = First::begin(&context, FIRST_SIZE.into(), move |context| {
        App::prepared(context, Some(&kept), opened, path, &options)
    });
    let first = first.context("no thread for the first picture; close other programs")?;
    let made = Box::new(move |creation: &eframe::CreationContext<'_>| {
        let app = first.finish()?;
        app.settle(&creation.egui_ctx);
        Ok(Box::new(app) as Box<dyn eframe::App>)
    });
    let created = eframe::run_native_ext(APP_ID, native, Some(context), made);
    match created {
        Ok(()) => Ok(true),
        Err(error) => bail!("{}", window_sentence(&error)),
    }
}

/// The icon of the window; an empty one, should it ever be unreadable, is no reason not to open.
fn icon() -> egui::IconData {
    const ICON: &[u8] = include_bytes!("../../assets/icon/crossinvite-256.png");
    eframe::icon_data::from_png_bytes(ICON).unwrap_or_default()
}

/// Why no window could open, and what to do.
fn window_sentence(error: &eframe::Error) -> String {
    let instead = "`crossinvite check`, `explain`, `plan` and `render` work without a window";
    match error {
        eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_) => format!(
            "no window can open: neither Wayland nor X11 answers; start it in a desktop session or set DISPLAY; {instead}"
        ),
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
            format!("no window can open: OpenGL does not start; install a graphics driver (on Linux Mesa); {instead}")
        }
        other => format!("no window can open: {other}; {instead}"),
    }
}
