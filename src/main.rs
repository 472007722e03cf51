//! The program: the window, or the same engine on the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    crossinvite::app::cli::run()
}
