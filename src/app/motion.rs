//! Does the system ask for less motion? Settings files answer at once; programs of the system are asked beside the
//! window, so that the start does not wait for them, and one that is missing costs nothing.

use egui::Context;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

/// Does the system want motion, as far as a settings file of GTK's or KDE's says? Elsewhere: yes.
#[must_use]
pub fn system_moves() -> bool {
    config_folder().is_none_or(|folder| moves_by(&folder))
}

/// What the settings in a folder say about motion.
fn moves_by(folder: &Path) -> bool {
    let says = |file: &str, words: &[&str]| {
        std::fs::read_to_string(folder.join(file))
            .is_ok_and(|text| text.lines().any(|line| words.contains(&line.replace(' ', "").to_lowercase().as_str())))
    };
    let gtk = ["gtk-enable-animations=0", "gtk-enable-animations=false"];
    let kde = ["animationdurationfactor=0"];
    !(says("gtk-4.0/settings.ini", &gtk) || says("gtk-3.0/settings.ini", &gtk) || says("kdeglobals", &kde))
}

fn config_folder() -> Option<PathBuf> {
    let set = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(".config")))
}

/// A program of the system that knows, and how its answer is read: is less motion wanted?
struct Asked {
    program: &'static str,
    arguments: &'static [&'static str],
    wants_less: fn(&str) -> bool,
}

/// Whom to ask on this system.
fn asked(system: &str) -> Option<Asked> {
    match system {
        "macos" => Some(Asked {
            program: "defaults",
            arguments: &["read", "com.apple.universalaccess", "reduceMotion"],
            wants_less: less_on_macos,
        }),
        "windows" => Some(Asked {
            program: "reg",
            arguments: &["query", r"HKCU\Control Panel\Desktop", "/v", "UserPreferencesMask"],
            wants_less: less_on_windows,
        }),
        "linux" | "freebsd" | "openbsd" | "netbsd" | "dragonfly" => Some(Asked {
            program: "gsettings",
            arguments: &["get", "org.gnome.desktop.interface", "enable-animations"],
            wants_less: less_on_gnome,
        }),
        _ => None,
    }
}

/// "false": no animations.
fn less_on_gnome(answer: &str) -> bool {
    answer.trim() == "false"
}

/// "1": *Reduce motion* is on.
fn less_on_macos(answer: &str) -> bool {
    answer.trim() == "1"
}

/// The mask as one number of hexadecimal digits, lowest byte first; its bit 33, the second of the fifth byte, is
/// *Animation effects*.
fn less_on_windows(answer: &str) -> bool {
    let mask = answer.split_whitespace().skip_while(|word| *word != "REG_BINARY").nth(1);
    let fifth = mask.and_then(|mask| mask.get(8..10)).and_then(|byte| u8::from_str_radix(byte, 16).ok());
    fifth.is_some_and(|byte| byte & 0b10 == 0)
}

/// Asks the system beside the window; what comes is the wish for less motion, or nothing.
pub(super) fn ask(context: Context) -> Option<Receiver<()>> {
    let asked = asked(std::env::consts::OS)?;
    let (sender, receiver) = channel();
    let started = std::thread::Builder::new().name("motion".to_owned()).spawn(move || {
        if wants_less(&asked) && sender.send(()).is_ok() {
            context.request_repaint();
        }
    });
    started.is_ok().then_some(receiver)
}

fn wants_less(asked: &Asked) -> bool {
    let mut program = Command::new(asked.program);
    program.args(asked.arguments).stdin(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        program.creation_flags(CREATE_NO_WINDOW);
    }
    let answer = program.output().ok().filter(|output| output.status.success());
    answer.is_some_and(|output| (asked.wants_less)(&String::from_utf8_lossy(&output.stdout)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_motion_is_read_from_the_settings_files_of_gtk_and_kde() {
        let cases = [
            ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = 0\n", false),
            ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", false),
            ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", true),
            ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", false),
            ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", true),
            ("other.ini", "gtk-enable-animations=0\n", true),
        ];
        for (file, text, moves) in cases {
            let folder = tempfile::tempdir().unwrap();
            assert!(moves_by(folder.path()), "nothing is said");
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
            assert_eq!(moves_by(folder.path()), moves, "{file}: {text}");
        }
    }

    #[test]
    fn less_motion_is_read_from_what_the_system_answers() {
        let windows = |mask: &str| {
            format!(
                "\r\nHKEY_CURRENT_USER\\Control Panel\\Desktop\r\n    UserPreferencesMask    REG_BINARY    {mask}\r\n\r\n"
            )
        };
        let cases = [
            ("linux", "false\n".to_owned(), true),
            ("linux", "true\n".to_owned(), false),
            ("linux", String::new(), false),
            ("macos", "1\n".to_owned(), true),
            ("macos", "0\n".to_owned(), false),
            ("macos", "The domain/default pair does not exist".to_owned(), false),
            ("windows", windows("9012038010000000"), true),
            ("windows", windows("9E1E078012000000"), false),
            ("windows", windows("9E3E0780"), false),
            ("windows", windows("9E3E0780é"), false),
            ("windows", "ERROR: The system was unable to find the specified registry key".to_owned(), false),
        ];
        for (system, answer, less) in cases {
            assert_eq!((asked(system).unwrap().wants_less)(&answer), less, "{system}: {answer}");
        }
        assert!(asked("somewhere").is_none());
    }

    #[test]
    fn a_program_that_is_missing_or_fails_wishes_for_nothing() {
        for program in ["crossinvite-no-such-program", "false"] {
            let asked = Asked { program, arguments: &[], wants_less: |_| true };
            assert!(!wants_less(&asked), "{program}");
        }
    }
}
