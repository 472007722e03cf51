//! A saved session: the rehearsal itself, every step that was taken, and where we stood. Loading replays each step.

use super::error::{Misfit, Noun, Problem};
use super::format::Version;
use super::located::{field, only};
use super::{List, Located, Mention, Rehearsal, build, plain, validate, validate::validate};
use crate::domain::{Command, PlatformId, SpaceSubject, StageAct, World};
use crate::session::{Session, StepId, Submitted};
use serde::{Deserialize, Serialize};

/// A session as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Session", deny_unknown_fields)]
pub struct SavedSession {
    /// The version of the format.
    pub version: Version,
    /// The rehearsal, whole, so that the file stands alone.
    pub rehearsal: Rehearsal,
    /// Every step in the order in which it was taken; the first is number 1.
    pub steps: List<SavedStep>,
    /// Where we stood; 0 is the start.
    #[serde(deserialize_with = "field::<{ only::CURSOR }, _, _>")]
    pub cursor: StepId,
    /// The last step of the line we were on, which redo leads to.
    #[serde(deserialize_with = "field::<{ only::LAST }, _, _>")]
    pub last: StepId,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedStep {
    /// The step it was taken from; 0 is the start.
    pub parent: StepId,
    /// What was done.
    pub command: Command,
}

impl SavedSession {
    /// What is to be written of a session.
    #[must_use]
    pub fn of(rehearsal: &Rehearsal, session: &Session) -> Self {
        let saved = |(_, step): (StepId, &crate::session::Step)| {
            Located::new(SavedStep { parent: step.parent, command: step.command.clone() })
        };
        Self {
            version: Version::default(),
            rehearsal: rehearsal.clone(),
            steps: session.steps().map(saved).collect(),
            cursor: session.cursor(),
            last: session.line().last().copied().unwrap_or(0),
        }
    }

    /// Plays every step again from the start.
    ///
    /// Fails with the first step that is refused now, changes nothing or does not follow one before it.
    pub fn replay(&self) -> Result<Session, Misfit> {
        let start = build(&self.rehearsal)?;
        validate(&self.rehearsal, &start)?;
        let mut session = Session::new(start);
        for (index, saved) in self.steps.iter().enumerate() {
            let step = index + 1;
            let wrong = |problem| Misfit::new(saved.ordinal(), problem);
            if saved.parent >= step || !session.seek(saved.parent) {
                return Err(wrong(Problem::ReplayOrder { step, parent: saved.parent }));
            }
            plain::command(saved.ordinal(), &saved.command)?;
            match session.submit(saved.command.clone()) {
                Ok(Submitted::Done(id)) if id == step => {}
                Ok(Submitted::Done(_) | Submitted::AlreadySo) => return Err(wrong(Problem::ReplayIdle { step })),
                Err(refusal) => {
                    let refused = Problem::ReplayRefused { step, code: refusal.code };
                    let named = unknown(&saved.command, session.world());
                    let named = named.map(|(noun, id, known)| Problem::ReplayUnknown { step, noun, id, known });
                    return Err(wrong(named.unwrap_or(refused)));
                }
            }
        }
        for (ordinal, cursor) in [(only::LAST, self.last), (only::CURSOR, self.cursor)] {
            if !session.seek(cursor) {
                return Err(Misfit::new(ordinal, Problem::NoCursor { cursor, steps: self.steps.len() }));
            }
        }
        Ok(session)
    }
}

/// The first person or platform that a refused command names and that is not there, with those that are.
pub(super) fn unknown(command: &Command, world: &World) -> Option<(Noun, String, Vec<String>)> {
    let mentions = match command {
        Command::Do { by, on, act } => {
            let named = [Mention::Person(*by), Mention::Platform(*on)];
            named.into_iter().chain(validate::act_mentions(act)).collect()
        }
        Command::Stage(act) => stage_mentions(act),
    };
    mentions.into_iter().find_map(|mention| match mention {
        Mention::Person(id) if world.person(id).is_none() => {
            let known = world.people().map(|person| person.id.to_string()).collect();
            Some((Noun::Person, id.to_string(), known))
        }
        Mention::Platform(id) if world.platform(id).is_none() => {
            let known = world.platforms().map(|platform| platform.id.to_string()).collect();
            Some((Noun::Platform, id.to_string(), known))
        }
        Mention::Person(_)
        | Mention::Platform(_)
        | Mention::Role(_)
        | Mention::Space(_)
        | Mention::Item(_)
        | Mention::Organization(_)
        | Mention::Group(_) => None,
    })
}

/// The persons and platforms that an act of the trainer takes for granted.
fn stage_mentions(act: &StageAct) -> Vec<Mention> {
    let on = |platform: &PlatformId| vec![Mention::Platform(*platform)];
    match act {
        StageAct::AddMember { platform, person, .. }
        | StageAct::ShareItem { platform, person, .. }
        | StageAct::SetFirstUse { platform, person, .. }
        | StageAct::Connect { person, platform } => {
            vec![Mention::Person(*person), Mention::Platform(*platform)]
        }
        StageAct::AddSpaceMember { platform, who: SpaceSubject::Person(person), .. } => {
            vec![Mention::Platform(*platform), Mention::Person(*person)]
        }
        StageAct::AddGroup { platform, members, .. } => {
            on(platform).into_iter().chain(members.iter().map(|person| Mention::Person(*person))).collect()
        }
        StageAct::AddOrganization { platform, .. }
        | StageAct::SetPool { platform, .. }
        | StageAct::SetOption { platform, .. }
        | StageAct::SetSpaceSetting { platform, .. }
        | StageAct::SetLocations { platform, .. }
        | StageAct::SetDefaultRoles { platform, .. }
        | StageAct::AddSpace { platform, .. }
        | StageAct::AddSpaceMember { platform, .. }
        | StageAct::AddItem { platform, .. }
        | StageAct::SetItemOwner { platform, .. }
        | StageAct::GrantGroupRole { platform, .. } => on(platform),
        StageAct::Several { .. }
        | StageAct::AddPerson { .. }
        | StageAct::AddPlatform { .. }
        | StageAct::SetClock { .. }
        | StageAct::SetReading { .. } => Vec::new(),
    }
}

/// A session as text that can be read again.
#[must_use]
pub fn save(rehearsal: &Rehearsal, session: &Session) -> String {
    super::file::written("Session", &SavedSession::of(rehearsal, session))
}
