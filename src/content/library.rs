//! What comes with the program: rehearsals in teaching order, worked cases, drills.

use super::{ContentError, Loaded, load};
use serde::{Deserialize, de::IgnoredAny};

/// What a file that comes with the program is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// A lesson, or a situation to play with.
    Rehearsal,
    /// A worked case of the rules.
    Case,
    /// Something broken, to be found and put right.
    Drill,
}

impl Shelf {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Rehearsal, Self::Case, Self::Drill];

    /// The word for one of its files, as in the file itself.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Rehearsal => "rehearsal",
            Self::Case => "case",
            Self::Drill => "drill",
        }
    }

    /// The heading of its list.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Rehearsal => "Rehearsals",
            Self::Case => "Worked cases",
            Self::Drill => "Drills",
        }
    }

    /// Its files, in order.
    #[must_use]
    pub fn files(self) -> &'static [BuiltIn] {
        match self {
            Self::Rehearsal => &BUILT_IN,
            Self::Case => &CASES,
            Self::Drill => &DRILLS,
        }
    }
}

/// A file that comes with the program.
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

/// What a list shows of a file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename = "Rehearsal")]
pub struct Head {
    /// What it is about; of a drill, the message of whoever reports it.
    pub brief: String,
    #[serde(default)]
    steps: Vec<IgnoredAny>,
}

impl Head {
    /// Is there a lesson in it?
    #[must_use]
    pub fn has_lesson(&self) -> bool {
        !self.steps.is_empty()
    }
}

macro_rules! built_in {
    ($folder:literal, $id:literal, $title:literal) => {
        BuiltIn {
            id: $id,
            title: $title,
            file: concat!($id, ".ron"),
            text: include_str!(concat!("../../assets/rehearsals/", $folder, $id, ".ron")),
        }
    };
}

/// The rehearsals, in teaching order: the three guides of an invitation, the two pages of the documentation that stand
/// behind them, then what takes all of it together.
pub const BUILT_IN: [BuiltIn; 8] = [
    built_in!("", "own-license", "Ben works at Aldermoor with his own license"),
    built_in!("", "consultant", "A consultant studies one part and sees nothing else"),
    built_in!("", "cross-collaboration", "Cleo follows the jig at Brightwell"),
    built_in!("", "member-options", "Four options, and what each one does"),
    built_in!("", "space-members", "Who opens Hull-7, and why"),
    built_in!("", "two-suppliers", "Two suppliers on one hull"),
    built_in!("", "empty-stage", "Empty stage"),
    built_in!("", "bare-stage", "Bare stage"),
];

/// The worked cases of the rules, by number.
pub const CASES: [BuiltIn; 26] = [
    built_in!("cases/", "w01", "W1: Own license, complete path"),
    built_in!("cases/", "w02", "W2: Home option never switched on"),
    built_in!("cases/", "w03", "W3: Restriction left on for the base role only"),
    built_in!("cases/", "w05", "W5: Base role free, Collaborative Industry Innovator restricted"),
    built_in!("cases/", "w06", "W6: Assign License forgotten"),
    built_in!("cases/", "w08", "W8: License expired at home"),
    built_in!("cases/", "w10", "W10: A group gives more than the individual role"),
    built_in!("cases/", "w11", "W11: Group and missing Collaborative Industry Innovator"),
    built_in!("cases/", "w12", "W12: Credential lost with the organization"),
    built_in!("cases/", "w13a", "W13a: Pending member in a space"),
    built_in!("cases/", "w13b", "W13b: A pending internal person"),
    built_in!("cases/", "w13c", "W13c: Wrong address"),
    built_in!("cases/", "w14", "W14: Owner (Restricted)"),
    built_in!("cases/", "w16a", "W16a: Invitation by a member: the option is off"),
    built_in!("cases/", "w16b", "W16b: Invitation by a member: a guest with own licenses"),
    built_in!("cases/", "w16c", "W16c: Invitation by a member: no platform at all"),
    built_in!("cases/", "w16d", "W16d: Invitation by a member: on licenses of the host"),
    built_in!("cases/", "w16e", "W16e: Invitation by a member: no license left"),
    built_in!("cases/", "w16f", "W16f: Sharing with a member"),
    built_in!("cases/", "w16g", "W16g: Sharing with a pending member"),
    built_in!("cases/", "w18a", "W18a: Prerequisites: the base role"),
    built_in!("cases/", "w18b", "W18b: Prerequisites: Industry Innovator left out"),
    built_in!("cases/", "w18c", "W18c: Prerequisites: never purchased"),
    built_in!("cases/", "w18d", "W18d: Prerequisites: a linked role never purchased"),
    built_in!("cases/", "w19a", "W19a: Common Space and “no data”"),
    built_in!("cases/", "w19b", "W19b: Common Space and externals"),
];

/// The drills, by number.
pub const DRILLS: [BuiltIn; 32] = [
    built_in!("drills/", "d01", "D1: “You have not been invited”"),
    built_in!("drills/", "d02", "D2: “You have not been granted a license”"),
    built_in!("drills/", "d03", "D3: The role is in neither list"),
    built_in!("drills/", "d04", "D4: The role is missing at first glance"),
    built_in!("drills/", "d05", "D5: No Assign License switch"),
    built_in!("drills/", "d06", "D6: No Restrict Usage switch"),
    built_in!("drills/", "d07", "D7: The guest costs us licenses"),
    built_in!("drills/", "d08", "D8: “Not enough licenses available”"),
    built_in!("drills/", "d09", "D9: Connected, and nothing to see"),
    built_in!("drills/", "d10", "D10: He cannot be found in Add member(s)"),
    built_in!("drills/", "d11", "D11: In the list, but nothing opens"),
    built_in!("drills/", "d12", "D12: SOLIDWORKS is granted and cannot be used"),
    built_in!("drills/", "d13", "D13: The option cannot be turned off"),
    built_in!("drills/", "d14", "D14: The locations do not help"),
    built_in!("drills/", "d15", "D15: Added, but “(pending)”"),
    built_in!("drills/", "d16", "D16: Search finds nobody"),
    built_in!("drills/", "d17", "D17: A space lost over night"),
    built_in!("drills/", "d18", "D18: An Owner cannot add a colleague"),
    built_in!("drills/", "d19", "D19: The box for restricted access is missing"),
    built_in!("drills/", "d20", "D20: A Contributor who edits"),
    built_in!("drills/", "d21", "D21: Removed, and still in"),
    built_in!("drills/", "d22", "D22: One of the group has no access"),
    built_in!("drills/", "d23", "D23: It worked for months"),
    built_in!("drills/", "d24", "D24: SOLIDWORKS does not start"),
    built_in!("drills/", "d25", "D25: Shared, and no mail goes out"),
    built_in!("drills/", "d26", "D26: Invited by sharing, and cannot connect"),
    built_in!("drills/", "d27", "D27: The role cannot be ungranted"),
    built_in!("drills/", "d28", "D28: Licenses left, and still not granted"),
    built_in!("drills/", "d29", "D29: Configure Members Options is closed"),
    built_in!("drills/", "d30", "D30: The other company is gone from the list"),
    built_in!("drills/", "d31", "D31: The guest sees too much"),
    built_in!("drills/", "d32", "D32: Lost within minutes"),
];

impl BuiltIn {
    /// Everything that comes with the program.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        Shelf::ALL.into_iter().flat_map(Shelf::files)
    }

    /// What the window offers to open: rehearsals and drills, id and title.
    #[must_use]
    pub fn offered() -> Vec<(String, String)> {
        let offered = BUILT_IN.iter().chain(&DRILLS);
        offered.map(|built_in| (built_in.id.to_owned(), built_in.title.to_owned())).collect()
    }

    /// Reads it. A test proves that each can be read.
    pub fn load(&self) -> Result<Loaded, ContentError> {
        load(self.text, self.file)
    }

    /// What it is about, and whether it has a lesson: read without building its situation. None: it cannot be read.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        super::read::options().from_str(self.text).ok()
    }

    /// The one with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::all().find(|built_in| built_in.id == id)
    }
}
