//! The rehearsals that come with the program, in teaching order.

use super::{ContentError, Loaded, load};

/// A rehearsal that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its id, the same as in its text.
    pub id: &'static str,
    /// Its title, the same as in its text.
    pub title: &'static str,
    /// The name of its file.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All of them, in teaching order.
pub const BUILT_IN: [BuiltIn; 5] = [
    BuiltIn {
        id: "own-license",
        title: "Ben works at Aldermoor with his own license",
        file: "own-license.ron",
        text: include_str!("../../assets/rehearsals/own-license.ron"),
    },
    BuiltIn {
        id: "consultant",
        title: "A consultant studies one part and sees nothing else",
        file: "consultant.ron",
        text: include_str!("../../assets/rehearsals/consultant.ron"),
    },
    BuiltIn {
        id: "cross-collaboration",
        title: "Cleo follows the jig at Brightwell",
        file: "cross-collaboration.ron",
        text: include_str!("../../assets/rehearsals/cross-collaboration.ron"),
    },
    BuiltIn {
        id: "two-suppliers",
        title: "Two suppliers on one hull",
        file: "two-suppliers.ron",
        text: include_str!("../../assets/rehearsals/two-suppliers.ron"),
    },
    BuiltIn {
        id: "empty-stage",
        title: "Empty stage",
        file: "empty-stage.ron",
        text: include_str!("../../assets/rehearsals/empty-stage.ron"),
    },
];

impl BuiltIn {
    /// Reads it. A test proves that each can be read.
    pub fn load(&self) -> Result<Loaded, ContentError> {
        load(self.text, self.file)
    }

    /// The one with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|built_in| built_in.id == id)
    }
}
