//! Elements that remember where they stood in their file, so that an error of meaning has a line and a column too.
//!
//! The reader of the text tells positions only for errors of form. So every list element takes a number while it is read;
//! when element *n* turns out to be wrong, the text is read once more and element *n* is made to fail.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::cell::{Cell, RefCell};
use std::ops::{Deref, DerefMut};

thread_local! {
    static COUNTED: Cell<usize> = const { Cell::new(0) };
    static IS_NUMBERED: Cell<bool> = const { Cell::new(true) };
    static WANTED: RefCell<Option<usize>> = const { RefCell::new(None) };
}

/// What the reader says when it was made to fail at an element.
pub(super) const FOUND: &str = "the element looked for";

/// The number of an element in its file; 0 when it does not come from a file.
pub type Ordinal = usize;

/// The numbers of fields that a file has once. No list is so long.
pub(super) mod only {
    use super::Ordinal;

    pub(in super::super) const ID: Ordinal = Ordinal::MAX;
    pub(in super::super) const TITLE: Ordinal = Ordinal::MAX - 1;
    pub(in super::super) const BRIEF: Ordinal = Ordinal::MAX - 2;
    pub(in super::super) const FOCUS: Ordinal = Ordinal::MAX - 3;
    pub(in super::super) const CURSOR: Ordinal = Ordinal::MAX - 4;
    pub(in super::super) const LAST: Ordinal = Ordinal::MAX - 5;
    pub(in super::super) const BASE: Ordinal = Ordinal::MAX - 6;
    pub(in super::super) const KIND: Ordinal = Ordinal::MAX - 7;
}

/// An element of a list in a file. Reads and compares as the element itself.
#[derive(Debug, Clone, Copy)]
pub struct Located<T> {
    /// The element.
    pub value: T,
    ordinal: Ordinal,
}

/// A list in a file.
pub type List<T> = Vec<Located<T>>;

impl<T> Located<T> {
    /// An element that does not come from a file.
    pub fn new(value: T) -> Self {
        Self { value, ordinal: 0 }
    }

    /// Its number in its file.
    pub fn ordinal(&self) -> Ordinal {
        self.ordinal
    }
}

impl<T> From<T> for Located<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Located<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: PartialEq> PartialEq for Located<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Located<T> {}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !IS_NUMBERED.get() {
            return T::deserialize(deserializer).map(Self::new);
        }
        let ordinal = COUNTED.get() + 1;
        COUNTED.set(ordinal);
        if is_wanted(ordinal) {
            return Err(D::Error::custom(FOUND));
        }
        T::deserialize(deserializer).map(|value| Self { value, ordinal })
    }
}

fn is_wanted(ordinal: Ordinal) -> bool {
    WANTED.with_borrow(|wanted| *wanted == Some(ordinal))
}

/// Reads a field that a file has once, under a number of its own.
pub(super) fn field<'de, const ORDINAL: Ordinal, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    if is_wanted(ORDINAL) {
        return Err(D::Error::custom(FOUND));
    }
    T::deserialize(deserializer)
}

/// Reads with fresh numbers; `wanted` makes that element fail.
pub(super) fn counting<R>(wanted: Option<Ordinal>, read: impl FnOnce() -> R) -> R {
    COUNTED.set(0);
    WANTED.set(wanted);
    let result = read();
    WANTED.set(None);
    result
}

/// Reads without numbers: what comes from another text has no place in this one.
pub(super) fn unnumbered<R>(read: impl FnOnce() -> R) -> R {
    let before = IS_NUMBERED.replace(false);
    let result = read();
    IS_NUMBERED.set(before);
    result
}
