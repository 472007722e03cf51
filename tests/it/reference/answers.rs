//! Answers: what the rules derive, sorted and put into words as E12 and C23 ask.

use super::facts::facts;
use super::rules::Rules;
use crossinvite::access::{Question, Scope};
use crossinvite::domain::*;
use std::collections::{BTreeMap, BTreeSet};

/// A failing reason, with the home it stands on when it is the reason of a home.
pub type Reason = (Code, Option<PlatformId>);

/// The answer to one question.
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Answer {
    /// Connects (a Pending person: would connect), usable, enters.
    pub holds: bool,
    /// All failing reasons, headline first.
    pub reasons: Vec<Reason>,
    /// Whose license makes the role usable; for a role that is usable.
    pub source: Option<PlatformId>,
    /// The effective access by the paths that exist, as it is shown; for a space with a path.
    pub label: Option<String>,
    /// How far reading reaches in the space, by the paths that exist.
    pub reading: Option<Scope>,
    /// How far ownership reaches in the space, by the paths that exist.
    pub ownership: Option<Scope>,
}

/// Everything derived from one world.
pub struct Answers<'a> {
    world: &'a World,
    /// The facts and all that follows from them.
    pub rules: Rules,
}

impl<'a> Answers<'a> {
    /// What follows from the facts of this world.
    pub fn of(world: &'a World) -> Self {
        Self::derived(world, facts(world))
    }

    /// What follows from these facts.
    pub fn derived(world: &'a World, mut rules: Rules) -> Self {
        rules.run();
        Self { world, rules }
    }

    /// The answers to all questions about people, platforms, roles and spaces.
    pub fn all(&self) -> BTreeMap<Question, Answer> {
        let mut answers = BTreeMap::new();
        let Rules { person, platform, role, space, .. } = &self.rules;
        for (person, platform) in person.iter().flat_map(|(who,)| platform.iter().map(|(at, _)| (*who, *at))) {
            answers.insert(Question::CanConnect { person, platform }, Answer::default());
            let roles = role.iter().map(|(role,)| Question::RoleUsable { person, platform, role: *role });
            answers.extend(roles.map(|question| (question, Answer::default())));
            let spaces = space.iter().filter(|(at, _)| *at == platform);
            let spaces = spaces.map(|(_, space)| Question::SpaceAccess { person, platform, space: *space });
            answers.extend(spaces.map(|question| (question, Answer::default())));
        }
        self.add_verdicts(&mut answers);
        self.add_reasons(&mut answers);
        self.add_levels(&mut answers);
        answers
    }

    fn add_verdicts(&self, answers: &mut BTreeMap<Question, Answer>) {
        let Rules { connects, usable, source, enters, cannot_connect, member, .. } = &self.rules;
        for (person, platform) in connects {
            set(answers, Question::CanConnect { person: *person, platform: *platform }).holds = true;
        }
        // E4: for a Pending person, would accepting succeed?
        for (person, platform, membership) in member {
            let is_kept_out = cannot_connect.iter().any(|(who, at, _, _)| (who, at) == (person, platform));
            if *membership == Membership::Pending && !is_kept_out {
                set(answers, Question::CanConnect { person: *person, platform: *platform }).holds = true;
            }
        }
        for (person, platform, role) in usable {
            let usable = set(answers, Question::RoleUsable { person: *person, platform: *platform, role: *role });
            usable.holds = true;
            let found = source.iter().find(|(who, at, what, _)| (who, at, what) == (person, platform, role));
            usable.source = found.map(|(_, _, _, from)| *from);
        }
        for (person, platform, space) in enters {
            set(answers, Question::SpaceAccess { person: *person, platform: *platform, space: *space }).holds = true;
        }
    }

    fn add_reasons(&self, answers: &mut BTreeMap<Question, Answer>) {
        let Rules { standing, trouble, cannot_connect, no_access, role, .. } = &self.rules;
        for (person, platform, code) in standing {
            for (role,) in role {
                let role = Question::RoleUsable { person: *person, platform: *platform, role: *role };
                set(answers, role).reasons.push((*code, None));
            }
        }
        for (person, platform, role, code, at) in trouble {
            let role = Question::RoleUsable { person: *person, platform: *platform, role: *role };
            set(answers, role).reasons.push(reason(*code, *at));
        }
        for (person, platform, code, at) in cannot_connect {
            let connecting = Question::CanConnect { person: *person, platform: *platform };
            set(answers, connecting).reasons.push(reason(*code, *at));
        }
        for (person, platform, space, code, at) in no_access {
            let space = Question::SpaceAccess { person: *person, platform: *platform, space: *space };
            set(answers, space).reasons.push(reason(*code, *at));
        }
        for answer in answers.values_mut() {
            answer
                .reasons
                .sort_by_key(|(code, home)| (rank(self.world, *code), home.map(|at| self.world.position(at))));
        }
    }

    fn add_levels(&self, answers: &mut BTreeMap<Question, Answer>) {
        let mut levels: BTreeMap<Question, Levels> = BTreeMap::new();
        for (person, platform, space, level) in &self.rules.can {
            let space = Question::SpaceAccess { person: *person, platform: *platform, space: *space };
            levels.entry(space).or_default().whole.insert(*level);
        }
        for (person, platform, space, level, organization) in &self.rules.can_own {
            let space = Question::SpaceAccess { person: *person, platform: *platform, space: *space };
            levels.entry(space).or_default().own.entry(*level).or_default().insert(*organization);
        }
        for (question, levels) in levels {
            let answer = set(answers, question);
            answer.label = Some(levels.label());
            answer.reading = levels.reach(AccessRole::Reader);
            answer.ownership = levels.reach(AccessRole::Owner);
        }
    }
}

fn set(answers: &mut BTreeMap<Question, Answer>, question: Question) -> &mut Answer {
    answers.entry(question).or_default()
}

/// Only codes of homes name a place of their own.
pub fn reason(code: Code, at: PlatformId) -> Reason {
    use Code::{HomeAccessRemoved, HomeLicenseExpired, HomeLicenseRestricted, HomeOptionOff};
    let is_of_a_home = [HomeAccessRemoved, HomeOptionOff, HomeLicenseRestricted, HomeLicenseExpired].contains(&code);
    (code, is_of_a_home.then_some(at))
}

/// The denials in the order of E12; prerequisites in the order of the catalog.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other codes are refusals")]
fn rank(world: &World, code: Code) -> (usize, usize) {
    use Code::*;
    let with_role = |rank, role| (rank, world.roles().position(role));
    match code {
        NotInvited => (0, 0),
        Pending => (1, 0),
        AccessRemoved => (2, 0),
        RoleNotGranted => (3, 0),
        HostOptionOff => (4, 0),
        NoLicenseAnywhere => (5, 0),
        HomeNoLicense => (6, 0),
        HomeAccessRemoved => (7, 0),
        HomeOptionOff => (8, 0),
        HomeLicenseRestricted => (9, 0),
        HomeLicenseExpired => (10, 0),
        Expired => (11, 0),
        PrerequisiteNotGranted(role) => with_role(12, role),
        PrerequisiteBlocked(role) => with_role(13, role),
        CsvNotUsable => (14, 0),
        NoMembership => (15, 0),
        NoValidCredential => (16, 0),
        _ => panic!("{code:?} is no denial"),
    }
}

/// Capabilities in one space.
#[derive(Default)]
struct Levels {
    whole: BTreeSet<AccessRole>,
    own: BTreeMap<AccessRole, BTreeSet<OrganizationId>>,
}

impl Levels {
    fn reach(&self, level: AccessRole) -> Option<Scope> {
        let own = self.own.get(&level).cloned().map(Scope::Own);
        if self.whole.contains(&level) { Some(Scope::All) } else { own }
    }

    /// C23: per scope the highest name, the narrower first.
    fn label(&self) -> String {
        let own = self.own.keys().copied().collect();
        match (name(&own), name(&self.whole)) {
            (None, None) => String::new(),
            (None, Some(whole)) => whole,
            (Some(own), None) => format!("{own} (own organization)"),
            (Some(own), Some(whole)) => format!("{own} (own organization) + {whole} (all)"),
        }
    }
}

/// The highest of Public Reader < Reader < Contributor < Author < Leader, with Owner beside what is more than Reader.
fn name(levels: &BTreeSet<AccessRole>) -> Option<String> {
    use AccessRole::*;
    let ladder = [Leader, Author, Contributor, Reader, PublicReader];
    let highest = ladder.into_iter().find(|level| levels.contains(level));
    if !levels.contains(&Owner) {
        return highest.map(|level| level.label().to_owned());
    }
    let beside = highest.filter(|level| [Leader, Author, Contributor].contains(level));
    Some(beside.map_or_else(|| "Owner".to_owned(), |level| format!("{} & Owner", level.label())))
}
