//! The meaning of a rehearsal: everything it names is there, every step can tick, every rule number exists.

use super::error::{Misfit, Noun, Problem};
use super::format::{ExpectedRefusal, Kind, LessonStep, Rehearsal, StepSpot};
use super::located::only;
use super::plain;
use super::{Goal, List, Located, Mention, Ordinal, setup::COMMON_SPACE, setup::known};
use crate::domain::lettering::unseen;
use crate::domain::{
    Act, Command, GroupId, ItemId, OrganizationId, PersonId, PlatformId, RoleId, SpaceId, SpaceSubject, StageAct, World,
};

/// The highest numbers of worked cases and of drills.
const LAST_CASE: u32 = 25;
const LAST_DRILL: u32 = 32;

/// Rule numbers: a letter and the highest number.
const RULES: [(char, u32); 6] = [('R', 159), ('C', 35), ('F', 62), ('E', 13), ('D', 32), ('T', 28)];

/// Checks everything besides the start.
///
/// Fails with the first thing that does not fit. `start` is the world that was set up from it.
pub fn validate(rehearsal: &Rehearsal, start: &World) -> Result<(), Misfit> {
    plain::id(only::ID, &rehearsal.id)?;
    text(only::TITLE, "title", &rehearsal.title)?;
    text(only::BRIEF, "brief", &rehearsal.brief)?;
    if let Some(guide) = &rehearsal.guide {
        text(0, "title of the guide", &guide.title)?;
        text(0, "short name of the guide", &guide.short)?;
    }
    let names = Names::new(rehearsal, start);
    check_kind(rehearsal, &names)?;
    if let Some(focus) = rehearsal.focus {
        names.person(only::FOCUS, focus)?;
    }
    for viewer in &rehearsal.viewers {
        names.member(viewer.ordinal(), viewer.person, viewer.platform, start)?;
    }
    for note in &rehearsal.guest_notes {
        names.person(note.ordinal(), note.from)?;
        names.platform(note.ordinal(), note.platform)?;
        text(note.ordinal(), "text", &note.text)?;
    }
    for note in &rehearsal.notes {
        text(note.ordinal(), "text", &note.text)?;
        rules(note.ordinal(), &note.rules)?;
    }
    for step in &rehearsal.steps {
        check_step(step, &names)?;
    }
    names.goals(&rehearsal.goals)?;
    for watch in &rehearsal.watches {
        text(watch.ordinal(), "label", &watch.label)?;
        names.goal(watch.ordinal(), &watch.goal)?;
    }
    for alternative in &rehearsal.alternatives {
        text(alternative.ordinal(), "title", &alternative.title)?;
        any_text(alternative.ordinal(), "note", alternative.note.as_ref())?;
        names.commands(&alternative.solution)?;
        alternative.goals.as_ref().map_or(Ok(()), |goals| names.goals(goals))?;
        names.refused(alternative.ordinal(), alternative.refused.as_ref())?;
    }
    for expectation in &rehearsal.expectations {
        let (after, steps) = (expectation.after, rehearsal.steps.len());
        if after > steps {
            return Err(Misfit::new(expectation.ordinal(), Problem::NoStep { after, steps }));
        }
        if expectation.goals.is_empty() && expectation.refused.is_none() {
            return Err(Misfit::new(expectation.ordinal(), Problem::ExpectsNothing));
        }
        names.goals(&expectation.goals)?;
        names.refused(expectation.ordinal(), expectation.refused.as_ref())?;
    }
    Ok(())
}

/// Cases and drills have a number of the rules; a drill has a symptom, and goals that say when it is cured.
fn check_kind(rehearsal: &Rehearsal, names: &Names) -> Result<(), Misfit> {
    let wrong = |problem| Err(Misfit::new(only::KIND, problem));
    match &rehearsal.kind {
        Kind::Rehearsal => Ok(()),
        Kind::Case { number, rules } => {
            numbered(number, "case", 'W', LAST_CASE)?;
            self::rules(only::KIND, rules)
        }
        Kind::Drill { number, from, fault, rules, symptom } => {
            numbered(number, "drill", 'D', LAST_DRILL)?;
            text(only::KIND, "fault", fault)?;
            self::rules(only::KIND, rules)?;
            names.person(only::KIND, *from)?;
            names.goals(&symptom.goals)?;
            names.refused(only::KIND, symptom.refused.as_ref())?;
            if symptom.goals.is_empty() && symptom.refused.is_none() {
                return wrong(Problem::DrillWithoutSymptom);
            }
            if rehearsal.goals.is_empty() { wrong(Problem::DrillWithoutGoals) } else { Ok(()) }
        }
    }
}

fn numbered(number: &str, what: &'static str, letter: char, last: u32) -> Result<(), Misfit> {
    let digits = number.strip_prefix(letter).map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_lowercase()));
    let is_number = digits.is_some_and(|digits| {
        !digits.starts_with(['0', '+']) && digits.parse::<u32>().is_ok_and(|number| number <= last)
    });
    if is_number {
        return Ok(());
    }
    Err(Misfit::new(only::KIND, Problem::WrongNumber { number: number.to_owned(), what, letter, last }))
}

fn check_step(step: &Located<LessonStep>, names: &Names) -> Result<(), Misfit> {
    text(step.ordinal(), "title", &step.title)?;
    any_text(step.ordinal(), "quote", step.quote.as_ref())?;
    any_text(step.ordinal(), "source", step.source.as_ref())?;
    any_text(step.ordinal(), "note", step.note.as_ref())?;
    rules(step.ordinal(), &step.rules)?;
    if step.goals.is_empty() {
        return Err(Misfit::new(step.ordinal(), Problem::NoGoals { title: step.title.clone() }));
    }
    if let Some(spot) = step.spot {
        spot_mentions(spot).into_iter().try_for_each(|mention| names.mention(step.ordinal(), mention))?;
    }
    names.goals(&step.goals)?;
    names.commands(&step.solution)
}

fn text(ordinal: Ordinal, what: &'static str, value: &str) -> Result<(), Misfit> {
    if value.trim().is_empty() {
        return Err(Misfit::new(ordinal, Problem::NoText { what }));
    }
    if value.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Misfit::new(ordinal, Problem::ControlCharacter { what: format!("the {what}") }));
    }
    match unseen(value) {
        None => Ok(()),
        Some(found) => Err(Misfit::new(ordinal, Problem::Unseen { what: format!("the {what}"), found })),
    }
}

/// A text that may be left out; when it is there, it is one.
fn any_text(ordinal: Ordinal, what: &'static str, value: Option<&String>) -> Result<(), Misfit> {
    value.map_or(Ok(()), |value| text(ordinal, what, value))
}

fn rules(ordinal: Ordinal, rules: &[String]) -> Result<(), Misfit> {
    let is_rule = |rule: &str| {
        RULES.iter().any(|(letter, last)| {
            rule.strip_prefix(*letter)
                .filter(|number| !number.starts_with('0') && !number.starts_with('+'))
                .and_then(|number| number.parse::<u32>().ok())
                .is_some_and(|number| number <= *last)
        })
    };
    match rules.iter().find(|rule| !is_rule(rule)) {
        None => Ok(()),
        Some(rule) => Err(Misfit::new(ordinal, Problem::NoRule { rule: rule.clone() })),
    }
}

/// Everything that can be named: what is there at the start, and what the solutions bring about.
struct Names {
    people: Vec<PersonId>,
    platforms: Vec<PlatformId>,
    roles: Vec<RoleId>,
    spaces: Vec<SpaceId>,
    items: Vec<ItemId>,
    organizations: Vec<OrganizationId>,
    groups: Vec<GroupId>,
}

impl Names {
    fn new(rehearsal: &Rehearsal, start: &World) -> Self {
        let spaces: Vec<_> = start.platforms().flat_map(|platform| platform.spaces.values()).collect();
        let items = spaces.iter().flat_map(|space| space.items.keys().copied());
        let mut names = Self {
            people: start.people().map(|person| person.id).collect(),
            platforms: start.platforms().map(|platform| platform.id).collect(),
            roles: start.roles().iter().map(|role| role.id).collect(),
            items: items.collect(),
            organizations: start.platforms().flat_map(|platform| platform.organizations.keys().copied()).collect(),
            groups: start.platforms().flat_map(|platform| platform.groups.keys().copied()).collect(),
            spaces: spaces.iter().map(|space| space.id).chain([SpaceId::new(COMMON_SPACE)]).collect(),
        };
        names.spaces.sort_unstable();
        names.spaces.dedup();
        let others = rehearsal.alternatives.iter().flat_map(|other| other.solution.iter().map(|found| &found.value));
        for command in rehearsal.solution().chain(others) {
            names.learn(command);
        }
        names
    }

    /// What an act brings about can be named too.
    fn learn(&mut self, command: &Command) {
        match command {
            Command::Do { act: Act::CreateSpace { space, .. }, .. }
            | Command::Stage(StageAct::AddSpace { space, .. }) => self.spaces.push(*space),
            Command::Do { act: Act::Invite { emails, .. }, .. } => {
                self.people.extend(emails.iter().map(|email| PersonId::new(email.as_str())));
            }
            Command::Stage(StageAct::AddPerson { person, .. }) => self.people.push(*person),
            Command::Stage(StageAct::AddPlatform { platform, .. }) => self.platforms.push(*platform),
            Command::Stage(StageAct::AddItem { item, .. }) => self.items.push(*item),
            Command::Stage(StageAct::AddOrganization { organization, .. }) => self.organizations.push(*organization),
            Command::Do { act: Act::CreateGroup { group, .. }, .. }
            | Command::Stage(StageAct::AddGroup { group, .. }) => self.groups.push(*group),
            Command::Do { act: Act::ShareItem { email, .. }, .. } => self.people.push(PersonId::new(email.as_str())),
            Command::Do { .. } | Command::Stage(_) => {}
        }
    }

    fn person(&self, ordinal: Ordinal, id: PersonId) -> Result<(), Misfit> {
        known(ordinal, Noun::Person, id, &self.people)
    }

    fn platform(&self, ordinal: Ordinal, id: PlatformId) -> Result<(), Misfit> {
        known(ordinal, Noun::Platform, id, &self.platforms)
    }

    fn member(&self, ordinal: Ordinal, person: PersonId, platform: PlatformId, start: &World) -> Result<(), Misfit> {
        self.person(ordinal, person)?;
        self.platform(ordinal, platform)?;
        match start.member(person, platform) {
            Some(_) => Ok(()),
            None => Err(Misfit::new(ordinal, Problem::NoMember { person, platform })),
        }
    }

    fn mention(&self, ordinal: Ordinal, mention: Mention) -> Result<(), Misfit> {
        match mention {
            Mention::Person(id) => self.person(ordinal, id),
            Mention::Platform(id) => self.platform(ordinal, id),
            Mention::Role(id) => known(ordinal, Noun::Role, id, &self.roles),
            Mention::Space(id) => known(ordinal, Noun::Space, id, &self.spaces),
            Mention::Item(id) => known(ordinal, Noun::Item, id, &self.items),
            Mention::Organization(id) => known(ordinal, Noun::Organization, id, &self.organizations),
            Mention::Group(id) => known(ordinal, Noun::Group, id, &self.groups),
        }
    }

    fn goal(&self, ordinal: Ordinal, goal: &Goal) -> Result<(), Misfit> {
        goal.mentions().into_iter().try_for_each(|mention| self.mention(ordinal, mention))
    }

    fn goals(&self, goals: &List<Goal>) -> Result<(), Misfit> {
        goals.iter().try_for_each(|goal| self.goal(goal.ordinal(), goal))
    }

    fn refused(&self, ordinal: Ordinal, refused: Option<&ExpectedRefusal>) -> Result<(), Misfit> {
        refused.map_or(Ok(()), |refused| self.command(ordinal, &refused.command))
    }

    fn commands(&self, commands: &List<Command>) -> Result<(), Misfit> {
        commands.iter().try_for_each(|command| self.command(command.ordinal(), command))
    }

    fn command(&self, ordinal: Ordinal, command: &Command) -> Result<(), Misfit> {
        plain::command(ordinal, command)?;
        let Command::Do { by, on, act } = command else { return Ok(()) };
        self.person(ordinal, *by)?;
        self.platform(ordinal, *on)?;
        act_mentions(act).into_iter().try_for_each(|mention| self.mention(ordinal, mention))
    }
}

/// What a place on a panel speaks of.
fn spot_mentions(spot: StepSpot) -> Vec<Mention> {
    use Mention as M;
    match spot {
        StepSpot::Option { platform, .. }
        | StepSpot::Setting { platform, .. }
        | StepSpot::InviteButton { platform }
        | StepSpot::Pools { platform } => vec![M::Platform(platform)],
        StepSpot::Member { platform, person }
        | StepSpot::GrantRole { platform, person }
        | StepSpot::Mail { platform, person }
        | StepSpot::PlatformMenu { platform, person } => vec![M::Platform(platform), M::Person(person)],
        StepSpot::AssignLicense { platform, person, role } | StepSpot::RestrictUsage { platform, person, role } => {
            vec![M::Platform(platform), M::Person(person), M::Role(role)]
        }
        StepSpot::Space { platform, space } => vec![M::Platform(platform), M::Space(space)],
    }
}

/// The persons, roles, spaces and items an act speaks of.
pub(super) fn act_mentions(act: &Act) -> Vec<Mention> {
    use Mention as M;
    match act {
        Act::SetDefaultRoles { roles } | Act::Invite { roles, .. } => {
            roles.iter().map(|invited| M::Role(invited.role)).collect()
        }
        Act::GrantRole { person, role, .. }
        | Act::UngrantRole { person, role }
        | Act::SetAssignLicense { person, role, .. }
        | Act::SetRestrictUsage { person, role, .. } => vec![M::Person(*person), M::Role(*role)],
        Act::ResendInvitation { person }
        | Act::CancelInvitation { person }
        | Act::RemoveAccess { person }
        | Act::GiveAccessBack { person }
        | Act::RemoveMember { person }
        | Act::ChangeRight { person, .. } => vec![M::Person(*person)],
        Act::JoinOrganization { person, organization } | Act::LeaveOrganization { person, organization } => {
            vec![M::Person(*person), M::Organization(*organization)]
        }
        Act::AddSpaceMember { space, who, .. }
        | Act::ChangeSpaceMember { space, who, .. }
        | Act::RemoveSpaceMember { space, who, .. } => match who {
            SpaceSubject::Person(person) => vec![M::Space(*space), M::Person(*person)],
            SpaceSubject::Group(group) => vec![M::Space(*space), M::Group(*group)],
        },
        Act::RemoveCredential { space, person, organization, .. } => {
            vec![M::Space(*space), M::Person(*person), M::Organization(*organization)]
        }
        Act::EditSpaceProperties { space, .. } => vec![M::Space(*space)],
        Act::MoveItem { item, to } => vec![M::Item(*item), M::Space(*to)],
        Act::ShareItem { item, .. } => vec![M::Item(*item)],
        Act::JoinGroup { person, group } | Act::LeaveGroup { person, group } => {
            vec![M::Person(*person), M::Group(*group)]
        }
        Act::GrantGroupRole { group, role } | Act::UngrantGroupRole { group, role } => {
            vec![M::Role(*role), M::Group(*group)]
        }
        Act::Several { acts, .. } => acts.iter().flat_map(act_mentions).collect(),
        Act::SetOption { .. }
        | Act::CreateGroup { .. }
        | Act::SetLocations { .. }
        | Act::AcceptInvitation { .. }
        | Act::SwitchPlatform
        | Act::CreateSpace { .. }
        | Act::SetSpaceSetting { .. } => Vec::new(),
    }
}
