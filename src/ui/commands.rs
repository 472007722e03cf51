//! The one table of commands: menus, tooltips, keys, the palette and the page of keys read it.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

pub use super::keys::{Group, Keys, When, key_text};
use super::layout::WindowData;
use super::reasons::{
    always, can_play, can_present, can_save, can_zoom_in, can_zoom_out, has_aside, has_company, has_future,
    has_next_step, has_past, has_question, has_script, is_off_script, is_presenting, is_private, is_searching,
};
use super::widgets::Enabled;
use super::{CommandQueue, UiCommand, ZoomBy};
use crate::view::{Inquiry, Mode, SheetDraft, StageDraft};

/// One command that a person can call by name.
#[derive(Debug)]
pub struct Row {
    /// What it does.
    pub command: UiCommand,
    /// Its name in menus and in the palette.
    pub name: &'static str,
    /// One sentence.
    pub help: &'static str,
    /// Where it belongs.
    pub group: Group,
    /// Its keys, the first one shown.
    pub keys: &'static [Keys],
    /// Why it cannot be called now.
    reason: fn(&WindowData<'_>) -> Enabled,
}

impl Row {
    /// Can it be called now, or why not?
    ///
    /// # Errors
    /// The reason, as a sentence.
    pub fn enabled(&self, data: &WindowData<'_>) -> Enabled {
        (self.reason)(data)
    }

    /// Is one of its keys pressed in this frame? The key is used up.
    pub fn is_pressed(&self, context: &Context) -> bool {
        self.keys.iter().any(|keys| {
            context.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(keys.modifiers, keys.key)))
        })
    }

    /// The key that is shown, if it has one.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        self.keys.first().map(Keys::text)
    }
}

use When::{Always, Idle, NotTyping};

/// Every command that a person can call by name, in the order of the page of keys.
pub static TABLE: [Row; 41] = [
    Row {
        command: UiCommand::Undo,
        name: "Undo",
        help: "Takes the last act back; it stays on the timeline",
        group: Group::Time,
        keys: &[Keys::ctrl(Key::Z, NotTyping)],
        reason: has_past,
    },
    Row {
        command: UiCommand::Redo,
        name: "Redo",
        help: "Does the undone act again",
        group: Group::Time,
        keys: &[Keys::ctrl_shift(Key::Z, NotTyping), Keys::ctrl(Key::Y, NotTyping)],
        reason: has_future,
    },
    Row {
        command: UiCommand::StepBack,
        name: "One step back",
        help: "Goes one act back in time",
        group: Group::Time,
        keys: &[Keys::plain(Key::ArrowLeft, Idle), Keys::plain(Key::OpenBracket, NotTyping)],
        reason: has_past,
    },
    Row {
        command: UiCommand::StepForward,
        name: "One step forward",
        help: "Goes one act forward in time",
        group: Group::Time,
        keys: &[Keys::plain(Key::ArrowRight, Idle), Keys::plain(Key::CloseBracket, NotTyping)],
        reason: has_next_step,
    },
    Row {
        command: UiCommand::ToStart,
        name: "Go to the start",
        help: "Goes to the start of the timeline",
        group: Group::Time,
        keys: &[Keys::plain(Key::Home, Idle)],
        reason: has_past,
    },
    Row {
        command: UiCommand::ToEnd,
        name: "Go to the last act",
        help: "Goes to the end of the timeline",
        group: Group::Time,
        keys: &[Keys::plain(Key::End, Idle)],
        reason: has_next_step,
    },
    Row {
        command: UiCommand::TogglePlay,
        name: "Play or pause",
        help: "Plays the timeline act by act, or pauses it",
        group: Group::Time,
        keys: &[Keys::plain(Key::Space, Idle)],
        reason: can_play,
    },
    Row {
        command: UiCommand::NextAct,
        name: "Next act of the script",
        help: "Does what the rehearsal does next",
        group: Group::Time,
        keys: &[Keys::ctrl(Key::Enter, NotTyping)],
        reason: has_script,
    },
    Row {
        command: UiCommand::BackToScript,
        name: "Back to the script",
        help: "Goes to the act after which the script was left; what was tried stays on the timeline",
        group: Group::Time,
        keys: &[Keys::ctrl(Key::Backspace, NotTyping)],
        reason: is_off_script,
    },
    Row {
        command: UiCommand::BringBack,
        name: "Back to what was open before",
        help: "Opens again what was left with acts that are in no file",
        group: Group::File,
        keys: &[],
        reason: has_aside,
    },
    Row {
        command: UiCommand::Restart,
        name: "Start this rehearsal again",
        help: "Goes to the start; what was done stays on the timeline",
        group: Group::Time,
        keys: &[],
        reason: has_past,
    },
    Row {
        command: UiCommand::TogglePalette,
        name: "Find a command, a person, a place…",
        help: "Everything by name, with its key",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::K, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::NextRegion,
        name: "Next part of the window",
        help: "Takes the keyboard to the next panel",
        group: Group::Go,
        keys: &[Keys::plain(Key::F6, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::PreviousRegion,
        name: "Previous part of the window",
        help: "Takes the keyboard to the panel before",
        group: Group::Go,
        keys: &[Keys::shift(Key::F6, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::Inquire(Inquiry::Why),
        name: "Why",
        help: "The checks of the open question, failing ones first",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::Num1, Always)],
        reason: has_question,
    },
    Row {
        command: UiCommand::Inquire(Inquiry::WhyNot),
        name: "Why not",
        help: "What keeps the fact from holding, or what keeps it holding",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::Num2, Always)],
        reason: has_question,
    },
    Row {
        command: UiCommand::Inquire(Inquiry::HowTo),
        name: "How to",
        help: "The shortest list of acts that makes the fact true, or reaches the goal",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::Num3, Always)],
        reason: has_question,
    },
    Row {
        command: UiCommand::Inquire(Inquiry::WhoCan),
        name: "Who can",
        help: "Everybody for whom the fact holds, and everybody for whom it does not",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::Num4, Always)],
        reason: has_question,
    },
    Row {
        command: UiCommand::SetSheet(Some(SheetDraft::FromMessage { symptom: None, person: None, platform: None })),
        name: "From the message…",
        help: "Choose what a user reports: which causes fit this moment, and why the others do not",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::Num5, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::StopSearching,
        name: "Stop searching",
        help: "Ends the search for the shortest way that is running",
        group: Group::Go,
        keys: &[],
        reason: is_searching,
    },
    Row {
        command: UiCommand::AddPlatform,
        name: "Add platform",
        help: "Another company joins the stage",
        group: Group::Go,
        keys: &[],
        reason: has_company,
    },
    Row {
        command: UiCommand::SetSheet(Some(SheetDraft::Clock { typed: String::new() })),
        name: "Clock…",
        help: "Moves the clock to another day, as the trainer",
        group: Group::Time,
        keys: &[],
        reason: always,
    },
    Row {
        command: UiCommand::SetSheet(Some(SheetDraft::Library(Mode::Learn))),
        name: "Lessons…",
        help: "Every lesson, with what it is about",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::L, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::SetSheet(Some(SheetDraft::Library(Mode::Explore))),
        name: "Situations…",
        help: "The empty stage and the worked cases, to explore",
        group: Group::Go,
        keys: &[],
        reason: always,
    },
    Row {
        command: UiCommand::SetSheet(Some(SheetDraft::Library(Mode::Drill))),
        name: "Drills…",
        help: "Every drill by what is reported, and which are done",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::D, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::SetSheet(Some(SheetDraft::Stage(StageDraft::EMPTY))),
        name: "Set the stage…",
        help: "Platforms, people, licenses, spaces: what the trainer puts there",
        group: Group::Go,
        keys: &[Keys::ctrl(Key::E, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::SetSheet(Some(SheetDraft::Readings)),
        name: "Readings…",
        help: "Where the guides disagree: which of them is followed",
        group: Group::View,
        keys: &[],
        reason: always,
    },
    Row {
        command: UiCommand::ToggleKeys,
        name: "Keys",
        help: "Shows every key on one page",
        group: Group::View,
        keys: &[Keys::plain(Key::F1, Always), Keys::plain(Key::Questionmark, NotTyping)],
        reason: always,
    },
    Row {
        command: UiCommand::Explain(""),
        name: "Words",
        help: "What the control that has the keyboard means, and all other labels; what the guides call them elsewhere",
        group: Group::View,
        keys: &[Keys::shift(Key::F1, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::ToggleTheme,
        name: "Dark or light theme",
        help: "Switches between the dark and the light theme",
        group: Group::View,
        keys: &[],
        reason: always,
    },
    Row {
        command: UiCommand::ToggleMotion,
        name: "Motion on or off",
        help: "Whether envelopes cross, people move and flows close before your eyes",
        group: Group::View,
        keys: &[],
        reason: always,
    },
    Row {
        command: UiCommand::ToggleLetterKeys,
        name: "Keys of one letter on or off",
        help: "Whether P, ?, [ and ] work by themselves; off, spoken words cannot press them",
        group: Group::View,
        keys: &[],
        reason: always,
    },
    Row {
        command: UiCommand::Zoom(ZoomBy::In),
        name: "Larger",
        help: "Zooms in: everything larger, up to 200 %; while presenting up to 300 %",
        group: Group::View,
        keys: &[Keys::ctrl(Key::Plus, Always), Keys::ctrl(Key::Equals, Always)],
        reason: can_zoom_in,
    },
    Row {
        command: UiCommand::Zoom(ZoomBy::Out),
        name: "Smaller",
        help: "Zooms out: everything smaller, down to 100 %",
        group: Group::View,
        keys: &[Keys::ctrl(Key::Minus, Always)],
        reason: can_zoom_out,
    },
    Row {
        command: UiCommand::Zoom(ZoomBy::Reset),
        name: "Reset zoom",
        help: "Everything as large as usual; while presenting, as large as the screen allows",
        group: Group::View,
        keys: &[Keys::ctrl(Key::Num0, Always)],
        reason: always,
    },
    Row {
        command: UiCommand::TogglePresent,
        name: "Present",
        help: "The story on the whole screen, in large type; leaves it again",
        group: Group::Present,
        keys: &[Keys::plain(Key::F5, Always)],
        reason: can_present,
    },
    Row {
        command: UiCommand::TogglePresentPanels,
        name: "Platforms below the bridge",
        help: "Shows the platforms, to act off the script; where they are many, in the place of the bridge",
        group: Group::Present,
        keys: &[Keys::plain(Key::P, NotTyping)],
        reason: is_presenting,
    },
    Row {
        command: UiCommand::Open,
        name: "Open…",
        help: "Opens a rehearsal or a saved session",
        group: Group::File,
        keys: &[Keys::ctrl(Key::O, Always)],
        reason: is_private,
    },
    Row {
        command: UiCommand::Save,
        name: "Save",
        help: "Saves this session",
        group: Group::File,
        keys: &[Keys::ctrl(Key::S, Always)],
        reason: can_save,
    },
    Row {
        command: UiCommand::SaveAs,
        name: "Save as…",
        help: "Saves this session to another file",
        group: Group::File,
        keys: &[Keys::ctrl_shift(Key::S, Always)],
        reason: is_private,
    },
    Row {
        command: UiCommand::Quit,
        name: "Quit",
        help: "Closes the window; unsaved work is asked about",
        group: Group::File,
        keys: &[Keys::ctrl(Key::Q, Always)],
        reason: always,
    },
];

/// The row of a command, if it can be called by name.
#[must_use]
pub fn row(command: &UiCommand) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.command == *command)
}

/// "Takes the last act back (Ctrl+Z)": what a tooltip adds to the name of a control.
#[must_use]
pub fn hint(command: &UiCommand) -> String {
    row(command).map_or_else(String::new, |row| match row.key() {
        Some(key) => format!("{} ({key})", row.help),
        None => row.help.to_owned(),
    })
}

/// What the keys of this frame ask for. While presenting, the arrows run the script and Esc leaves, unless something else
/// has taken it (`is_escape_taken`). A key whose command cannot be called now says why.
///
/// A sheet that must be answered first keeps all keys to itself: ask only when there is none.
pub fn pressed(context: &Context, data: &WindowData<'_>, is_escape_taken: bool, queue: &mut CommandQueue) {
    let is_typing = context.text_edit_focused();
    let has_list = egui::Popup::is_any_open(context);
    let is_idle = !has_list && context.memory(|memory| memory.focused().is_none());
    let taken = |key: Key, modifiers: Modifiers| {
        context.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
    };
    if data.shell.is_presenting {
        let on = if data.script.next.is_ok() { UiCommand::NextAct } else { UiCommand::StepForward };
        let keys = [
            (Key::Escape, is_idle && !is_escape_taken, UiCommand::TogglePresent),
            (Key::ArrowRight, is_idle, on.clone()),
            // A presenter's remote sends these: they count wherever the keyboard is, but not in a text.
            (Key::PageDown, !is_typing, on),
            (Key::PageUp, !is_typing, UiCommand::StepBack),
        ];
        for (key, counts, command) in keys {
            if counts && taken(key, Modifiers::NONE) {
                call(&command, data, queue);
            }
        }
    }
    let all = || TABLE.iter().flat_map(|row| row.keys.iter().map(move |keys| (row, keys)));
    // Where Shift is held, its keys come before those of the same letter without it.
    let shifted = all().filter(|(_, keys)| keys.modifiers.shift);
    for (row, keys) in shifted.chain(all().filter(|(_, keys)| !keys.modifiers.shift)) {
        let counts = match keys.when {
            Always => true,
            // An open list goes to the line that begins with the letter.
            NotTyping => !(is_typing || has_list && keys.is_letter()),
            Idle => is_idle,
        };
        let is_off = keys.is_letter() && !data.shell.has_letter_keys;
        if counts && !is_off && taken(keys.key, keys.modifiers) {
            call(&row.command, data, queue);
        }
    }
}

/// Calls a command of the table, or says why that cannot be.
fn call(command: &UiCommand, data: &WindowData<'_>, queue: &mut CommandQueue) {
    queue.push(match row(command).map(|row| row.enabled(data)) {
        Some(Err(why)) => UiCommand::SayWhyNot { command: Box::new(command.clone()), why },
        _ => command.clone(),
    });
}
