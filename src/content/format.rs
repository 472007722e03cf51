//! A rehearsal as it is written: situation, lesson, solution, expectations. `assets/rehearsals/FORMAT.md` is its manual.

use super::error::{Misfit, Noun, Problem};
use super::located::{field, only, unnumbered};
use super::{BUILT_IN, Goal, List, Start, read};
use crate::domain::{Code, Command, MemberOption, PersonId, PlatformId, Role, RoleId, SpaceId, SpaceSetting};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// The versions of the format that can be read.
pub const VERSIONS: [u32; 1] = [1];

/// The version of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Version(pub u32);

impl Default for Version {
    fn default() -> Self {
        Self(1)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let version = u32::deserialize(deserializer)?;
        if VERSIONS.contains(&version) {
            Ok(Self(version))
        } else {
            Err(D::Error::custom(format!("{UNREADABLE_VERSION}{version}")))
        }
    }
}

/// How an error about the version begins, before it is told apart.
pub(super) const UNREADABLE_VERSION: &str = "unreadable version ";

/// A situation with a lesson on it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rehearsal {
    /// The version of the format.
    pub version: Version,
    /// A slug that no other rehearsal has.
    #[serde(deserialize_with = "field::<{ only::ID }, _, _>")]
    pub id: String,
    /// The title.
    #[serde(deserialize_with = "field::<{ only::TITLE }, _, _>")]
    pub title: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Kind::is_rehearsal", deserialize_with = "field::<{ only::KIND }, _, _>")]
    pub kind: Kind,
    /// The guide it teaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<Guide>,
    /// A few plain sentences: who wants what from whom.
    #[serde(deserialize_with = "field::<{ only::BRIEF }, _, _>")]
    pub brief: String,
    /// Where the guide is silent, or another disagrees.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: List<Note>,
    /// Roles beside the built-in ones, or in their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: List<Role>,
    /// The start situation.
    pub start: Start,
    /// The person whose access is shown at the opening.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "field::<{ only::FOCUS }, _, _>")]
    pub focus: Option<PersonId>,
    /// Through whose eyes each panel is seen at the opening; left out: an administrator's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub viewers: List<Viewer>,
    /// What a guest told a host (R49).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guest_notes: List<GuestNote>,
    /// The lesson.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: List<LessonStep>,
    /// What it is all for: the state that any route may reach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: List<Goal>,
    /// Facts to keep an eye on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watches: List<Watch>,
    /// Other routes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: List<Alternative>,
    /// What must hold, or be refused, along the solution.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: List<Expectation>,
}

/// What a file is for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Kind {
    /// A lesson, or a situation to play with.
    #[default]
    Rehearsal,
    /// A worked case of the rules: how something comes out, proven.
    Case {
        /// Its number, such as `W10` or `W16a`.
        number: String,
        /// The rules it rests on.
        rules: Vec<String>,
    },
    /// Something is broken: find it and put it right. The brief is the message of whoever reports it.
    Drill {
        /// Its number, such as `D2`.
        number: String,
        /// Who reports it.
        from: PersonId,
        /// What is wrong, told only afterwards.
        fault: String,
        /// The rules it rests on.
        rules: Vec<String>,
        /// How it shows.
        symptom: Box<Symptom>,
    },
}

impl Kind {
    /// The word for it: `rehearsal`, `case` or `drill`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Rehearsal => "rehearsal",
            Self::Case { .. } => "case",
            Self::Drill { .. } => "drill",
        }
    }

    fn is_rehearsal(&self) -> bool {
        *self == Self::Rehearsal
    }
}

/// How a fault shows: facts that are so, or a try that is refused. Both are over when it is cured.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// What is so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: List<Goal>,
    /// What is refused, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<ExpectedRefusal>,
}

/// A published guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Its public title.
    pub title: String,
    /// A short name for narrow places, such as `Own-license guide`.
    pub short: String,
}

/// A remark with the rules it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// A plain sentence or two.
    pub text: String,
    /// Rule numbers such as `C7`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
}

/// Through whose eyes a panel is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Viewer {
    /// Which panel.
    pub platform: PlatformId,
    /// Whose eyes.
    pub person: PersonId,
}

/// What a guest told the people of a host platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuestNote {
    /// On which panel it is kept.
    pub platform: PlatformId,
    /// Who told it.
    pub from: PersonId,
    /// What was told.
    pub text: String,
}

/// One step of the lesson. It ticks itself when all its goals are true.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonStep {
    /// What is to be done, in a few words.
    pub title: String,
    /// The guide's own words, exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Where the words stand, such as `Own-license guide, step 2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Rule numbers such as `R13`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// What the guide does not say here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The guide asks for it, but it has no effect on access.
    #[serde(default, skip_serializing_if = "super::start::is_false")]
    pub no_effect_on_access: bool,
    /// Where it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<StepSpot>,
    /// When all of these are true, the step is done.
    pub goals: List<Goal>,
    /// Acts that do it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub solution: List<Command>,
}

/// A place on a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields name what is meant: platform, person, role, space")]
pub enum StepSpot {
    /// A member option.
    Option { platform: PlatformId, option: MemberOption },
    /// A space setting.
    Setting { platform: PlatformId, setting: SpaceSetting },
    /// The button that opens the invitation wizard.
    InviteButton { platform: PlatformId },
    /// A member's card.
    Member { platform: PlatformId, person: PersonId },
    /// *Assign License* of a member's role.
    AssignLicense { platform: PlatformId, person: PersonId, role: RoleId },
    /// *Restrict Usage to this Platform* of a member's role.
    RestrictUsage { platform: PlatformId, person: PersonId, role: RoleId },
    /// The roles that can still be granted to a member.
    GrantRole { platform: PlatformId, person: PersonId },
    /// A space with its members.
    Space { platform: PlatformId, space: SpaceId },
    /// The mail of a person, on this panel.
    Mail { platform: PlatformId, person: PersonId },
    /// The drop-down that switches platform, on the panel where the person is.
    PlatformMenu { platform: PlatformId, person: PersonId },
    /// The license counters.
    Pools { platform: PlatformId },
}

/// A fact to keep an eye on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// A few words, such as `Ben can open Hull-7`.
    pub label: String,
    /// The fact.
    pub goal: Goal,
}

/// Another route from the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// What is different.
    pub title: String,
    /// A plain sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// All acts from the start on.
    pub solution: List<Command>,
    /// What is true at its end; left out: the goals of the rehearsal and of all its steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goals: Option<List<Goal>>,
    /// What is not possible at its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<ExpectedRefusal>,
}

/// Something that must hold after a step of the solution, or a try that must be refused there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// After which step; 0 is the start.
    pub after: usize,
    /// What is true then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: List<Goal>,
    /// What is not possible then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<ExpectedRefusal>,
}

/// A try and the reason for which it must be refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedRefusal {
    /// What is tried.
    pub command: Command,
    /// The reason.
    pub code: Code,
}

impl Rehearsal {
    /// The same with the start written out: the start of its base comes first.
    ///
    /// Fails when no built-in rehearsal has the name of the base.
    pub fn whole(mut self) -> Result<Self, Misfit> {
        let Some(base) = self.start.base.take() else { return Ok(self) };
        let Some(found) = BUILT_IN.iter().find(|built_in| built_in.id == base) else {
            let known = BUILT_IN.iter().map(|built_in| built_in.id.to_owned()).collect();
            return Err(Misfit::new(only::BASE, Problem::Unknown { noun: Noun::Rehearsal, id: base, known }));
        };
        // A test proves that every built-in text can be read.
        let parsed = unnumbered(|| read::parse::<Self>(found.text, found.file)).unwrap_or_default();
        self.start = self.start.on(parsed.whole()?.start);
        Ok(self)
    }

    /// All acts of the lesson's solution, in order.
    pub fn solution(&self) -> impl Iterator<Item = &Command> {
        self.steps.iter().flat_map(|step| step.solution.iter().map(|command| &command.value))
    }
}
