//! Names of things: readable slugs, interned, so that an id is as cheap as a number and reads as a word.

use super::lettering;
use internment::Intern;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

/// A word that is kept once. In the order of its letters; the first sixteen are at hand, so that words are told apart
/// without looking them up, which is what a search among thousands of people comes to.
#[derive(Clone, Copy)]
struct Word {
    head: [u64; 2],
    /// One pointer and not two, as `str` would need: ids are copied and kept everywhere.
    word: Intern<String>,
}

impl Word {
    fn new(word: &str) -> Self {
        let mut letters = word.bytes();
        let mut eight = || u64::from_be_bytes(std::array::from_fn(|_| letters.next().unwrap_or_default()));
        Self { head: [eight(), eight()], word: Intern::from_ref(word) }
    }

    fn as_str(self) -> &'static str {
        self.word.as_ref()
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for Word {}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.word.hash(state);
    }
}

impl PartialOrd for Word {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Word {
    fn cmp(&self, other: &Self) -> Ordering {
        self.head
            .cmp(&other.head)
            .then_with(|| if self.word == other.word { Ordering::Equal } else { self.as_str().cmp(other.as_str()) })
    }
}

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Word);

        impl $name {
            /// The id with this slug.
            #[must_use]
            pub fn new(slug: &str) -> Self {
                Self(Word::new(slug))
            }

            /// The slug.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                self.0.as_str()
            }
        }

        impl From<&str> for $name {
            fn from(slug: &str) -> Self {
                Self::new(slug)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(|slug| Self::new(&slug))
            }
        }
    };
}

slug!(
    /// A person: the 3DEXPERIENCE ID behind one address (T24).
    PersonId
);
slug!(
    /// A 3DEXPERIENCE platform (T1).
    PlatformId
);
slug!(
    /// A role, by its trigram such as `IFW` (F44).
    RoleId
);
slug!(
    /// A collaborative space, unique on its platform (T14).
    SpaceId
);
slug!(
    /// An organization declared on a platform (T19).
    OrganizationId
);
slug!(
    /// A user group, unique on its platform (T21).
    GroupId
);
slug!(
    /// An item of content, unique on its platform.
    ItemId
);
slug!(
    /// A platform location (T23).
    LocationId
);

/// The base roles are named in every decision; to look them up once is enough.
static IFW: LazyLock<RoleId> = LazyLock::new(|| RoleId::new("IFW"));
static CSV: LazyLock<RoleId> = LazyLock::new(|| RoleId::new("CSV"));

impl RoleId {
    /// 3DSwymer (Collaborative Business Innovator): without it nobody connects (F40, F42).
    #[must_use]
    pub fn ifw() -> Self {
        *IFW
    }

    /// Collaborative Industry Innovator: without it no space opens (R127).
    #[must_use]
    pub fn csv() -> Self {
        *CSV
    }
}

/// An e-mail address as it identifies a person: trimmed, in lower case (R17).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(Word);

impl Email {
    /// The longest address, in bytes: no mail goes to a longer one.
    pub const LONGEST: usize = 254;

    /// The address in its identifying form.
    #[must_use]
    pub fn new(address: &str) -> Self {
        Self(Word::new(&address.trim().to_lowercase()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.as_str()
    }

    /// Is there nothing in it (R73)?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.as_str().is_empty()
    }

    /// Has it the form of one: a name, one @, a company, and nothing that separates addresses or cannot be seen (R17)?
    #[must_use]
    pub fn is_address(self) -> bool {
        let Some((name, host)) = self.as_str().split_once('@') else { return false };
        let is_odd = |c: char| c.is_whitespace() || c.is_control() || "\"(),:;<>[\\]".contains(c);
        !name.is_empty()
            && !host.is_empty()
            && !host.contains('@')
            && self.as_str().len() <= Self::LONGEST
            && !self.as_str().contains(is_odd)
            && !lettering::has_unseen(self.as_str())
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Email {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|address| Self::new(&address))
    }
}
