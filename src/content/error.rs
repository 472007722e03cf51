//! What can be wrong with a file: one sentence each, with file, line and column, and with what is allowed there.

use super::{Ordinal, format::VERSIONS, plain, words::obstacle};
use crate::domain::lettering::Unseen;
use crate::domain::{Code, Email, PersonId, PlatformId, RoleId, StageAct, role::CatalogError};
use std::fmt;

/// The largest file that is read.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the file, as it was given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`:{}:{}", self.file, self.line, self.column)
    }
}

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// Nothing but space and comments.
    #[error("the file is empty at {place}; a rehearsal begins with `Rehearsal(`, a saved session with `Session(`")]
    Empty {
        /// The first character.
        place: Place,
    },
    /// Neither a rehearsal nor a session.
    #[error(
        "the file begins with `{found}` at {place}; a rehearsal begins with `Rehearsal(`, a saved session with `Session(`"
    )]
    Unknown {
        /// Where the text begins.
        place: Place,
        /// What stands there.
        found: String,
    },
    /// Too large.
    #[error("the file is too large at {place}; up to 16 MiB are read, this has {}", size(*bytes))]
    TooLarge {
        /// The first character that is too much.
        place: Place,
        /// Its size.
        bytes: u64,
    },
    /// Not text.
    #[error("the file is not readable text at {place}; it must be UTF-8 without control characters")]
    NotText {
        /// The first byte that is no text.
        place: Place,
    },
    /// Brackets inside brackets without end.
    #[error("there are too many brackets inside each other at {place}; {limit} levels are read")]
    TooDeep {
        /// The bracket that is too much.
        place: Place,
        /// How many are read.
        limit: usize,
    },
    /// A version of the format that is not known.
    #[error("version {found} of the format is not known at {place}; this program reads version {}", versions())]
    Version {
        /// Where it stands.
        place: Place,
        /// The version.
        found: String,
    },
    /// The form is wrong: brackets, names of fields, kinds of values.
    #[error("{problem} at {place}; {allowed}")]
    Form {
        /// Where it stands.
        place: Place,
        /// What is wrong.
        problem: String,
        /// What is allowed there.
        allowed: String,
    },
    /// The form is right, the meaning is not.
    #[error("{problem} at {place}; {}", problem.allowed())]
    Meaning {
        /// Where it stands.
        place: Place,
        /// What is wrong.
        problem: Problem,
    },
}

impl ContentError {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> &Place {
        match self {
            Self::Empty { place }
            | Self::Unknown { place, .. }
            | Self::TooLarge { place, .. }
            | Self::NotText { place }
            | Self::TooDeep { place, .. }
            | Self::Version { place, .. }
            | Self::Form { place, .. }
            | Self::Meaning { place, .. } => place,
        }
    }
}

/// A size for people, and to the byte: 16 MiB and one byte more are both "16.0 MiB".
fn size(bytes: u64) -> String {
    const MIB: u64 = 1024 * 1024;
    format!("{}.{} MiB ({bytes} bytes)", bytes / MIB, bytes % MIB * 10 / MIB)
}

fn versions() -> String {
    VERSIONS.map(|version| version.to_string()).join(", ")
}

/// A problem of meaning and the element that has it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}; {}", problem.allowed())]
pub struct Misfit {
    /// The number of the element in its file; 0 for the file as a whole.
    pub ordinal: Ordinal,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Misfit {
    /// A problem of this element.
    #[must_use]
    pub fn new(ordinal: Ordinal, problem: Problem) -> Self {
        Self { ordinal, problem }
    }
}

/// What is named by an id in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words of the format")]
pub enum Noun {
    Person,
    Platform,
    Role,
    Space,
    Item,
    Organization,
    Group,
    Location,
    Rehearsal,
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Person => "person",
            Self::Platform => "platform",
            Self::Role => "role",
            Self::Space => "space",
            Self::Item => "item",
            Self::Organization => "organization",
            Self::Group => "group",
            Self::Location => "location",
            Self::Rehearsal => "built-in rehearsal",
        })
    }
}

/// What can be wrong with the meaning of a rehearsal or a session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the words of the sentence")]
pub enum Problem {
    #[error("there is no {noun} `{id}`")]
    Unknown { noun: Noun, id: String, known: Vec<String> },
    #[error("the {noun} `{id}` is there already")]
    Twice { noun: Noun, id: String },
    #[error("`{person}` is not a member of `{platform}`")]
    NoMember { person: PersonId, platform: PlatformId },
    #[error("the role `{role}` needs `{prerequisite}`, which is not described")]
    UnknownPrerequisite { role: RoleId, prerequisite: RoleId },
    #[error("the role `{role}` is its own prerequisite, directly or through others")]
    PrerequisiteCycle { role: RoleId },
    #[error("`{person}` is to hold a license of `{role}`, but `{platform}` has none left")]
    TooFewLicenses { person: PersonId, role: RoleId, platform: PlatformId },
    #[error("`{role}` cannot be granted because its prerequisite `{needed}` was never purchased on `{platform}`")]
    NotPurchased { role: RoleId, needed: RoleId, platform: PlatformId },
    #[error("`{role}` cannot be granted because `{platform}` does not own it")]
    NotOwned { role: RoleId, platform: PlatformId },
    #[error("`{role}` cannot be granted because `purchased` is 0 in its pool on `{platform}`")]
    NothingPurchased { role: RoleId, platform: PlatformId },
    #[error("the switches of `{role}` are not offered in this position on `{platform}`")]
    SwitchHidden { role: RoleId, platform: PlatformId },
    #[error("`{person}` cannot connect to `{platform}` because {}", obstacle(*code))]
    CannotConnect { person: PersonId, platform: PlatformId, code: Code },
    #[error("`{person}` works on two platforms at once")]
    ConnectedTwice { person: PersonId },
    #[error("`{person}` is not an active member and cannot be in a group")]
    NotActiveForGroup { person: PersonId },
    #[error("`{person}` holds no license of `{role}` of `{platform}` that could have been used")]
    NoSeat { person: PersonId, role: RoleId, platform: PlatformId },
    #[error("`IFW` is missing among the default roles")]
    DefaultsWithoutBase,
    #[error("the address of `{person}` is empty")]
    NoAddress { person: PersonId },
    #[error("the address `{email}` of `{person}` is none")]
    OddAddress { person: PersonId, email: Email },
    #[error("{}", plain::wrong_id(id))]
    WrongId { id: String },
    #[error("{what} is empty")]
    NoName { what: String },
    #[error("{what} has {length} characters")]
    LongName { what: String, length: usize, limit: usize },
    #[error("{what} has a character that cannot be seen, {found}")]
    Unseen { what: String, found: Unseen },
    #[error("the platforms `{first}` and `{second}` have the same name `{name}`")]
    SameName { name: String, first: PlatformId, second: PlatformId },
    #[error("{what} has a control character in it")]
    ControlCharacter { what: String },
    #[error("`{first}` and `{second}` have the same address `{email}`")]
    SameAddress { email: Email, first: PersonId, second: PersonId },
    #[error("the role `{role}` is there twice among the {what}")]
    RoleTwice { role: RoleId, what: String },
    #[error("there are {found} {what}")]
    TooMany { what: &'static str, found: usize, limit: usize },
    #[error("{purchased} licenses of `{role}` are too many")]
    TooManyLicenses { role: RoleId, purchased: u32 },
    #[error("the {what} is empty")]
    NoText { what: &'static str },
    #[error("the step `{title}` has no goals")]
    NoGoals { title: String },
    #[error("`{rule}` is no rule number")]
    NoRule { rule: String },
    #[error("`{number}` is no number of a {what}")]
    WrongNumber { number: String, what: &'static str, letter: char, last: u32 },
    #[error("the drill has no goals")]
    DrillWithoutGoals,
    #[error("the drill has no symptom")]
    DrillWithoutSymptom,
    #[error("there is no step {after}")]
    NoStep { after: usize, steps: usize },
    #[error("the expectation asks for nothing")]
    ExpectsNothing,
    #[error("the act is not possible because {}", obstacle(*code))]
    Impossible { code: Code },
    #[error("this act of the past is refused because {}", obstacle(*code))]
    PastRefused { code: Code },
    #[error("this act of the past changes nothing")]
    PastIdle,
    #[error("step {step} of the session is refused on replay because {}", obstacle(*code))]
    ReplayRefused { step: usize, code: Code },
    #[error("step {step} of the session changes nothing")]
    ReplayIdle { step: usize },
    #[error("step {step} of the session names the {noun} `{id}`, which is not there then")]
    ReplayUnknown { step: usize, noun: Noun, id: String, known: Vec<String> },
    #[error("step {step} of the session follows step {parent}, which is not before it")]
    ReplayOrder { step: usize, parent: usize },
    #[error("the session stands at step {cursor}, which is not there")]
    NoCursor { cursor: usize, steps: usize },
}

impl Problem {
    /// What is allowed instead, as a clause.
    #[must_use]
    pub fn allowed(&self) -> String {
        match self {
            Self::ReplayUnknown { known, .. } => format!("there are {}", ticked(known)),
            Self::Unknown { known, .. } if known.is_empty() => "none is described in this file".to_owned(),
            Self::Unknown { known, .. } => format!("allowed are {}", ticked(known)),
            Self::Twice { noun, .. } => format!("describe each {noun} once, with a name of its own"),
            Self::NoMember { platform, .. } => format!("list the person under `members` of `{platform}` first"),
            Self::UnknownPrerequisite { .. } => "describe it under `roles` or leave it out".to_owned(),
            Self::PrerequisiteCycle { .. } => "prerequisites may not lead back to the role".to_owned(),
            Self::TooFewLicenses { .. } => {
                "raise `purchased` in its pool, or say `assign_license: false` where the option allows it".to_owned()
            }
            Self::NotPurchased { needed, .. } => format!("add a pool of `{needed}` with `purchased: 1` or more"),
            Self::NotOwned { .. } => "add a pool of it; without one, only roles that are not linked to a platform can \
                                      be granted, with `GrantWithoutLicense` on and `assign_license: false`"
                .to_owned(),
            Self::NothingPurchased { .. } => "raise it; with 0, only roles that are not linked to a platform can be \
                                              granted, with `GrantWithoutLicense` on and `assign_license: false`"
                .to_owned(),
            Self::SwitchHidden { .. } => "`assign_license: false` and `restrict_usage: false` take \
                                          `GrantWithoutLicense` among the `options`, and a kind of role that has the \
                                          switch"
                .to_owned(),
            Self::CannotConnect { .. } => {
                "an active member whose role `IFW` is usable there can be connected".to_owned()
            }
            Self::ConnectedTwice { .. } => "a person works on one platform at a time".to_owned(),
            Self::NotActiveForGroup { .. } => "only members with `membership: Active` can be in a group".to_owned(),
            Self::NoSeat { .. } => "`first_use` goes with `assign_license: true`".to_owned(),
            Self::DefaultsWithoutBase => "every invitation grants `IFW`".to_owned(),
            Self::NoAddress { .. } => "everybody signs in with an address".to_owned(),
            Self::OddAddress { .. } => {
                "an address has one `@` with a name before and a company after it, and no spaces, quotation marks, \
                 brackets, commas or semicolons"
                    .to_owned()
            }
            Self::WrongId { .. } => {
                format!("an id has 1 to {} letters, digits, `-`, `_`, `.`, `@` or `+`", plain::LONGEST_ID)
            }
            Self::LongName { limit, .. } => format!("up to {limit} are allowed"),
            Self::Unseen { .. } => "take it out".to_owned(),
            Self::SameName { .. } => {
                "give each platform a name of its own; small and capital letters and spaces make no difference"
                    .to_owned()
            }
            Self::ControlCharacter { .. } => "write plain text without `\\u` and the like".to_owned(),
            Self::SameAddress { .. } => {
                "give each person an address of their own; small and capital letters and spaces \
                                         around it make no difference"
                    .to_owned()
            }
            Self::RoleTwice { .. } => "name each role once there".to_owned(),
            Self::TooMany { what, limit, .. } => format!("up to {limit} {what} are allowed in a rehearsal"),
            Self::TooManyLicenses { .. } => {
                format!("a whole number from 0 to {} is expected", plain::MAX_PURCHASED)
            }
            Self::NoText { .. } | Self::NoName { .. } => "write a few words".to_owned(),
            Self::NoGoals { .. } => "a step ticks when its goals are true, so it needs at least one".to_owned(),
            Self::NoRule { .. } => {
                "allowed are R1 to R159, C1 to C35, F1 to F62, E1 to E13, D1 to D32 and T1 to T28".to_owned()
            }
            Self::WrongNumber { letter, last, .. } => {
                format!("allowed are {letter}1 to {letter}{last}, with a small letter for a part of one")
            }
            Self::DrillWithoutGoals => "say in `goals` what is true when it is cured".to_owned(),
            Self::DrillWithoutSymptom => {
                "give its `symptom` some `goals`, or `refused` with a command and a code".to_owned()
            }
            Self::NoStep { steps, .. } | Self::NoCursor { steps, .. } => steps_to(*steps),
            Self::ExpectsNothing => "give it `goals`, or `refused` with a command and a code".to_owned(),
            Self::Impossible { .. } => "the start must be a situation that could come about".to_owned(),
            Self::PastRefused { .. } | Self::PastIdle => {
                "what is in `past` must have been possible then, and must have had an effect".to_owned()
            }
            Self::ReplayRefused { .. } | Self::ReplayIdle { .. } => {
                "the file was left as it is; take that step and those that follow it out, or open the rehearsal anew"
                    .to_owned()
            }
            Self::ReplayOrder { step, .. } => steps_to(step.saturating_sub(1)),
        }
    }

    /// Why a catalog is not one.
    pub(super) fn of_catalog(error: &CatalogError) -> Self {
        match error {
            CatalogError::Twice(role) => Self::Twice { noun: Noun::Role, id: role.to_string() },
            CatalogError::Unknown { role, prerequisite } => {
                Self::UnknownPrerequisite { role: *role, prerequisite: *prerequisite }
            }
            CatalogError::Cycle(role) => Self::PrerequisiteCycle { role: *role },
            CatalogError::Missing(role) => Self::Unknown { noun: Noun::Role, id: role.to_string(), known: Vec::new() },
        }
    }

    /// Why the start cannot be set so.
    pub(super) fn of_refusal(act: &StageAct, refusal: &crate::domain::Refusal) -> Self {
        let platform = refusal.platform.unwrap_or_else(|| PlatformId::new(""));
        let role = refusal.role.unwrap_or_else(RoleId::ifw);
        let person = refusal.person.unwrap_or_else(|| PersonId::new(""));
        match (refusal.code, act) {
            (Code::NotSignedIn, _) => Self::CannotConnect { person, platform, code: Code::NotSignedIn },
            (Code::NotEnoughLicenses, _) => Self::TooFewLicenses { person, role, platform },
            (Code::PrerequisiteNotPurchased(needed), _) => Self::NotPurchased { role, needed, platform },
            (Code::RoleNotListed, _) => Self::NotOwned { role, platform },
            (Code::SwitchHidden, _) => Self::SwitchHidden { role, platform },
            (Code::BaseRoleRequired, _) => Self::DefaultsWithoutBase,
            (Code::EmailMissing, StageAct::AddPerson { email, .. }) if !email.is_empty() => {
                Self::OddAddress { person, email: *email }
            }
            (Code::EmailMissing, _) => Self::NoAddress { person },
            (Code::NotInvited, _) => Self::NoMember { person, platform },
            (Code::NoMatch, StageAct::AddGroup { .. }) => Self::NotActiveForGroup { person },
            (Code::AlreadyMember, StageAct::AddPlatform { platform, .. }) => {
                Self::Twice { noun: Noun::Platform, id: platform.to_string() }
            }
            (Code::AlreadyMember, StageAct::AddOrganization { organization, .. }) => {
                Self::Twice { noun: Noun::Organization, id: organization.to_string() }
            }
            (Code::AlreadyMember, StageAct::AddSpace { space, .. }) => {
                Self::Twice { noun: Noun::Space, id: space.to_string() }
            }
            (Code::AlreadyMember, StageAct::AddItem { item, .. }) => {
                Self::Twice { noun: Noun::Item, id: item.to_string() }
            }
            (Code::AlreadyMember, StageAct::AddGroup { group, .. }) => {
                Self::Twice { noun: Noun::Group, id: group.to_string() }
            }
            (Code::NoMatch, StageAct::SetFirstUse { .. }) => Self::NoSeat { person, role, platform },
            (Code::AlreadyMember, StageAct::GrantGroupRole { group, .. }) => {
                Self::RoleTwice { role, what: format!("roles of the group `{group}`") }
            }
            (Code::AlreadyMember, _) => Self::Twice { noun: Noun::Person, id: person.to_string() },
            (code, _) => Self::Impossible { code },
        }
    }
}

/// The steps that can be named while there are so many.
#[must_use]
pub fn steps_to(last: usize) -> String {
    match last {
        0 => "allowed is only 0 (the start)".to_owned(),
        _ => format!("allowed are 0 (the start) to {last}"),
    }
}

/// Names in backticks, in a row.
pub(super) fn ticked<S: AsRef<str>>(names: &[S]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}
