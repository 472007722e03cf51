//! Keys: which are pressed together, when they count, and how they are written.

use egui::{Key, Modifiers};

/// Where a command belongs on the page of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Steps and plays.
    Time,
    /// Goes to something.
    Go,
    /// Changes how things are shown.
    View,
    /// While presenting.
    Present,
    /// Files and the program.
    File,
}

impl Group {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Time, Self::Go, Self::View, Self::Present, Self::File];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Time => "Time",
            Self::Go => "Going places",
            Self::View => "View",
            Self::Present => "While presenting",
            Self::File => "Files and program",
        }
    }
}

/// When a key counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Always, also while somebody types.
    Always,
    /// While nobody types: it could be a letter, or belong to the text field.
    NotTyping,
    /// Only while nothing has the keyboard and no list is open: then it can belong to nothing else.
    Idle,
}

/// A key, or several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    /// What is held.
    pub modifiers: Modifiers,
    /// What is pressed.
    pub key: Key,
    /// When it counts.
    pub when: When,
}

impl Keys {
    /// With Ctrl held.
    pub(super) const fn ctrl(key: Key, when: When) -> Self {
        Self { modifiers: Modifiers::COMMAND, key, when }
    }

    /// With Ctrl and Shift held.
    pub(super) const fn ctrl_shift(key: Key, when: When) -> Self {
        Self { modifiers: Modifiers::COMMAND.plus(Modifiers::SHIFT), key, when }
    }

    /// By itself.
    pub(super) const fn plain(key: Key, when: When) -> Self {
        Self { modifiers: Modifiers::NONE, key, when }
    }

    /// With Shift held.
    pub(super) const fn shift(key: Key, when: When) -> Self {
        Self { modifiers: Modifiers::SHIFT, key, when }
    }

    /// Is it a letter or a sign by itself, which spoken words could press (WCAG 2.1.4)?
    #[must_use]
    pub fn is_letter(&self) -> bool {
        let is_named = key_text(self.key).chars().count() > 1;
        let is_arrow = matches!(self.key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown);
        !self.modifiers.command && !is_named && !is_arrow
    }

    /// As it stands on the keyboard: "Ctrl+Shift+Z".
    #[must_use]
    pub fn text(&self) -> String {
        let mut parts = Vec::new();
        if self.modifiers.command {
            parts.push(if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" });
        }
        if self.modifiers.shift {
            parts.push("Shift");
        }
        parts.push(key_text(self.key));
        parts.join("+")
    }
}

/// What is written on a key.
#[must_use]
pub fn key_text(key: Key) -> &'static str {
    match key {
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Questionmark => "?",
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "−",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Escape => "Esc",
        key => key.name(),
    }
}
