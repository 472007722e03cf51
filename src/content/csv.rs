//! *Import Members*: the administrators' own line format (F30). Text in, one outcome per line out; nothing is done here.
//!
//! A line reads `user;rights;agreement;roles;mail;remove;passport;force;location`. A line is done whole or not at all,
//! judged by the same [`crate::decide`] as a click, on top of the lines before it. A line that cannot be done does not
//! hold up the others: the format is one order per person, and every line says what became of it.

use super::error::MAX_BYTES;
use super::words::obstacle;
use crate::access::{Question, explain};
use crate::decide;
use crate::domain::lettering::{has_unseen, shown};
use crate::domain::{
    Act, Code, Command, Email, GrantTerms, InvitedRole, LocationId, Membership, PersonId, PlatformId, RoleId,
    UserRight, World,
};
use serde::Serialize;

/// The fields of a line, in order.
pub const FIELDS: [&str; 9] =
    ["user", "rights", "agreement", "roles", "mail", "remove", "passport", "force", "location"];

/// The most lines that are read.
pub const MAX_LINES: usize = 10_000;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// One outcome per line that has anything on it, in order.
    pub lines: Vec<LineOutcome>,
    /// Everything that can be done, as one act, so that one undo takes it back; none when there is nothing to do.
    pub command: Option<Command>,
}

/// What became of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineOutcome {
    /// The line in the text, from 1.
    pub line: u64,
    /// The address on it; empty when there is none.
    pub user: String,
    /// What it is.
    pub outcome: Outcome,
    /// The same as a sentence: what it does, or what is wrong, where, and what is allowed.
    pub sentence: String,
    /// What it does, in order; empty when nothing is to be done or it cannot be done.
    #[serde(skip)]
    pub acts: Vec<Act>,
    /// Roles it grants that stay blocked, each with the prerequisites the person has not got here (F43).
    pub lacking: Vec<(RoleId, Vec<RoleId>)>,
}

/// What a line comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Outcome {
    /// It can be done.
    Done,
    /// Everything on it is so already.
    AlreadySo,
    /// The platform refuses it, for this reason.
    Refused(Code),
    /// It cannot be understood; the number is that of the field, from 1.
    Wrong(usize),
}

impl LineOutcome {
    fn left_out(line: u64, user: String, outcome: Outcome, sentence: String) -> Self {
        Self { line, user, outcome, sentence, acts: Vec::new(), lacking: Vec::new() }
    }

    /// Is the line as it should be: done, or so already?
    #[must_use]
    pub fn is_ok(&self) -> bool {
        matches!(self.outcome, Outcome::Done | Outcome::AlreadySo)
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing on any line.
    #[error("there is no line to import; each reads {}", pattern())]
    Empty,
    /// Too much of it.
    #[error("the file is too large; up to {MAX_LINES} lines and {} MiB are read", MAX_BYTES / 1024 / 1024)]
    TooLarge,
    /// The text is no table.
    #[error("line {line} cannot be read; each reads {}", pattern())]
    NoTable {
        /// The line, from 1.
        line: u64,
    },
}

fn pattern() -> String {
    format!("`{}`", FIELDS.join(";"))
}

/// Reads a file that `by` imports on the platform `on`.
///
/// Comes back with an outcome for each line and, when anything can be done, one command for all of it. Fails when the
/// text is no such table at all.
pub fn import(world: &World, by: PersonId, on: PlatformId, text: &str) -> Result<Import, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .trim(::csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut desk = Desk { world: world.clone(), by, on, acts: Vec::new() };
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, ::csv::Position::line);
            ImportError::NoTable { line }
        })?;
        let line = record.position().map_or(1, ::csv::Position::line);
        // A file that was opened below pasted lines brings its heading along.
        let is_heading = record.iter().next().is_some_and(|first| first.eq_ignore_ascii_case("user"));
        if is_heading || record.iter().all(str::is_empty) {
            continue;
        }
        if lines.len() == MAX_LINES {
            return Err(ImportError::TooLarge);
        }
        lines.push(desk.take(line, &record));
    }
    if lines.is_empty() {
        return Err(ImportError::Empty);
    }
    let done = lines.iter().filter(|line| line.outcome == Outcome::Done).count();
    let what = format!("imports {done} {}", if done == 1 { "line" } else { "lines" });
    let command = (done > 0).then(|| Command::new(by, on, Act::Several { what, acts: desk.acts }));
    Ok(Import { lines, command })
}

/// What a line asks for.
struct Order {
    email: Email,
    /// What the person is from then on; a field that was left empty leaves it as it is.
    right: UserRight,
    roles: Vec<RoleId>,
    is_removal: bool,
    location: Option<LocationId>,
    remarks: Vec<&'static str>,
}

/// Whose employee a person is (F9).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Agreement {
    Employee,
    Contractor,
}

/// The words of a field, each with what it means. The platform takes every other word for the usual one; here it is
/// told, so that a slip does not make somebody what nobody wanted (F9, F30).
const RIGHTS: [(&str, UserRight); 7] = [
    ("admin", UserRight::Administrator),
    ("administrator", UserRight::Administrator),
    ("1", UserRight::Administrator),
    ("member", UserRight::Member),
    ("user", UserRight::Member),
    ("0", UserRight::Member),
    ("external", UserRight::External),
];
const AGREEMENTS: [(&str, Agreement); 5] = [
    ("employee", Agreement::Employee),
    ("0", Agreement::Employee),
    ("contractor", Agreement::Contractor),
    ("external", Agreement::Contractor),
    ("1", Agreement::Contractor),
];
const MAILS: [(&str, bool); 8] = [
    ("true", true),
    ("yes", true),
    ("mail", true),
    ("1", true),
    ("false", false),
    ("no", false),
    ("nomail", false),
    ("0", false),
];
const REMOVALS: [(&str, bool); 7] =
    [("remove", true), ("true", true), ("yes", true), ("1", true), ("false", false), ("no", false), ("0", false)];

/// What the word in a field means; none for an empty one.
///
/// Fails when the word is not among these.
fn meant<T: Copy>(number: usize, value: &str, words: &[(&str, T)]) -> Result<Option<T>, Wrong> {
    if value.is_empty() {
        return Ok(None);
    }
    let found = words.iter().find(|(word, _)| value.eq_ignore_ascii_case(word));
    found.map(|(_, meaning)| Some(*meaning)).ok_or_else(|| {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let allowed = format!("allowed are {}, or nothing", known.join(", "));
        Wrong { field: number, problem: format!("`{}` is not known here", shown(value)), allowed }
    })
}

/// A field that cannot be understood: its number, what is wrong, what is allowed.
struct Wrong {
    field: usize,
    problem: String,
    allowed: String,
}

/// The platform as it is after the lines so far.
struct Desk {
    world: World,
    by: PersonId,
    on: PlatformId,
    acts: Vec<Act>,
}

impl Desk {
    fn take(&mut self, line: u64, record: &::csv::StringRecord) -> LineOutcome {
        let user = record.get(0).unwrap_or_default().to_owned();
        let order = match self.understood(record) {
            Ok(order) => order,
            Err(Wrong { field, problem, allowed }) => {
                let name = FIELDS.get(field.saturating_sub(1)).copied().unwrap_or("too many");
                let sentence = format!("line {line}, column {field} ({name}): {problem}; {allowed}");
                return LineOutcome::left_out(line, user, Outcome::Wrong(field), sentence);
            }
        };
        let acts = self.acts_of(&order);
        let (mut after, mut done) = (self.world.clone(), Vec::new());
        for act in acts {
            match decide::act(&after, &Command::new(self.by, self.on, act.clone())) {
                Ok((_, events)) if events.is_empty() => {}
                Ok((next, _)) => {
                    after = next;
                    done.push(act);
                }
                // Whoever is to go and is known, but not here, is gone already.
                Err(refusal) if order.is_removal && refusal.code == Code::NotInvited && self.knows(order.email) => {}
                Err(refusal) => {
                    let role = refusal.role.map(|role| format!(" ({role})")).unwrap_or_default();
                    let sentence =
                        format!("line {line}, {user}: not imported because {}{role}", obstacle(refusal.code));
                    return LineOutcome::left_out(line, user, Outcome::Refused(refusal.code), sentence);
                }
            }
        }
        let outcome = if done.is_empty() { Outcome::AlreadySo } else { Outcome::Done };
        let sentence = format!("line {line}, {user}: {}", said(&done, &order));
        self.world = after;
        self.acts.extend(done.iter().cloned());
        let lacking = self.lacking(&order, &done);
        LineOutcome { line, user, outcome, sentence, acts: done, lacking }
    }

    /// What the roles that were granted to somebody lack.
    fn lacking(&self, order: &Order, done: &[Act]) -> Vec<(RoleId, Vec<RoleId>)> {
        let grants = done.iter().any(|act| matches!(act, Act::Invite { .. } | Act::GrantRole { .. }));
        let person = self.world.person_by_email(order.email).map(|person| person.id);
        let Some(person) = person.filter(|_| grants) else { return Vec::new() };
        let lacks = |role: &RoleId| {
            let question = Question::RoleUsable { person, platform: self.on, role: *role };
            (*role, explain(&self.world, question).missing_prerequisites())
        };
        order.roles.iter().map(lacks).filter(|(_, missing)| !missing.is_empty()).collect()
    }

    /// What somebody is here so far; a member who is yet to come.
    fn present_right(&self, email: Email) -> UserRight {
        let person = self.world.person_by_email(email);
        let member = person.and_then(|person| self.world.member(person.id, self.on));
        member.map_or(UserRight::Member, |member| member.right)
    }

    fn knows(&self, email: Email) -> bool {
        self.world.person_by_email(email).is_some()
    }

    /// The order of a line.
    ///
    /// Fails with the first field that cannot be understood.
    fn understood(&self, record: &::csv::StringRecord) -> Result<Order, Wrong> {
        let field = |at: usize| record.get(at).unwrap_or_default();
        let wrong = |field: usize, problem: String, allowed: String| Err(Wrong { field, problem, allowed });
        let surplus = record.iter().skip(FIELDS.len()).any(|value| !value.is_empty());
        if surplus {
            let allowed = format!("a line reads {}", pattern());
            return wrong(FIELDS.len() + 1, format!("there are {} fields", record.len()), allowed);
        }
        if !Email::new(field(0)).is_address() {
            let problem = if field(0).is_empty() {
                "the address is empty".to_owned()
            } else if has_unseen(field(0)) {
                format!("`{}` has a character that cannot be seen", shown(field(0)))
            } else {
                format!("`{}` is no address", field(0))
            };
            return wrong(1, problem, "write an address such as `ben@brightwell.example`".to_owned());
        }
        let rights = meant(2, field(1), &RIGHTS)?;
        let agreement = meant(3, field(2), &AGREEMENTS)?;
        if rights == Some(UserRight::External) && agreement == Some(Agreement::Employee) {
            let problem = format!("`{}` does not go with the rights `{}`", field(2), field(1));
            return wrong(3, problem, "an external user is no employee; leave one of them empty".to_owned());
        }
        let roles = self.roles(field(3))?;
        let right = right(rights, agreement, self.present_right(Email::new(field(0))));
        let mut remarks = remarks(meant(5, field(4), &MAILS)?.unwrap_or(true), field(6), field(7));
        if right == UserRight::Administrator && agreement == Some(Agreement::Contractor) {
            remarks.push("`agreement` makes no difference to an administrator here");
        }
        Ok(Order {
            email: Email::new(field(0)),
            right,
            roles,
            is_removal: meant(6, field(5), &REMOVALS)?.unwrap_or(false),
            location: (!field(8).is_empty()).then(|| LocationId::new(field(8))),
            remarks,
        })
    }

    /// The roles of a field, each once, in the order of the catalog.
    ///
    /// Fails with the first that there is not.
    fn roles(&self, field: &str) -> Result<Vec<RoleId>, Wrong> {
        let mut roles = Vec::new();
        for trigram in field.split(',').map(str::trim).filter(|trigram| !trigram.is_empty()) {
            let role = self.world.roles().iter().find(|role| role.id.as_str().eq_ignore_ascii_case(trigram));
            let Some(role) = role else {
                let known: Vec<&str> = self.world.roles().iter().map(|role| role.id.as_str()).collect();
                let allowed = format!("allowed are {}, separated by commas", known.join(", "));
                return Err(Wrong { field: 4, problem: format!("there is no role `{}`", shown(trigram)), allowed });
            };
            if !roles.contains(&role.id) {
                roles.push(role.id);
            }
        }
        roles.sort_by_key(|role| self.world.roles().iter().position(|known| known.id == *role));
        Ok(roles)
    }

    /// What is to be tried for a line, in order.
    fn acts_of(&self, order: &Order) -> Vec<Act> {
        let platform = self.world.platform(self.on);
        let known = self.world.person_by_email(order.email).map(|person| person.id);
        let member = known.and_then(|person| platform.and_then(|on| on.member(person)).map(|found| (person, found)));
        match (order.is_removal, member) {
            (true, _) => {
                let person = known.unwrap_or_else(|| PersonId::new(order.email.as_str()));
                let is_pending = member.is_some_and(|(_, member)| member.membership == Membership::Pending);
                vec![if is_pending { Act::CancelInvitation { person } } else { Act::RemoveMember { person } }]
            }
            (false, Some((person, member))) => {
                let mut acts = Vec::new();
                if member.membership == Membership::NoAccess {
                    acts.push(Act::GiveAccessBack { person });
                }
                if member.right != order.right {
                    acts.push(Act::ChangeRight { person, right: order.right });
                }
                let missing =
                    order.roles.iter().filter(|role| platform.is_none_or(|on| !on.is_granted(person, **role)));
                acts.extend(missing.map(|role| Act::GrantRole { person, role: *role, terms: self.terms(*role) }));
                acts
            }
            (false, None) => {
                let invited = |role: &RoleId| {
                    let GrantTerms { assign_license, restrict_usage } = self.terms(*role);
                    InvitedRole { role: *role, assign_license, restrict_usage }
                };
                vec![Act::Invite {
                    emails: vec![order.email],
                    right: order.right,
                    location: order.location,
                    organization: None,
                    roles: order.roles.iter().map(invited).collect(),
                }]
            }
        }
    }

    /// The format has no field for it: a license is assigned while one is left; without one the role alone is granted
    /// where the platform allows that (inferred from F7 and R74).
    fn terms(&self, role: RoleId) -> GrantTerms {
        let platform = self.world.platform(self.on);
        let can_go_without = platform.is_some_and(crate::domain::Platform::grants_without_license)
            && self.world.kind(role).can_be_unassigned();
        let is_left = platform.is_some_and(|on| on.remaining(role) > 0);
        if can_go_without && !is_left { GrantTerms::without_license() } else { GrantTerms::with_license() }
    }
}

/// The user right that a line comes to. `rights` knows administrators, `agreement` externals; an administrator may be
/// either (F9). None: left as it is.
fn right(rights: Option<UserRight>, agreement: Option<Agreement>, present: UserRight) -> UserRight {
    let is_external = match agreement {
        Some(agreement) => agreement == Agreement::Contractor,
        None => rights == Some(UserRight::External) || present == UserRight::External,
    };
    match rights.unwrap_or(present) {
        UserRight::Administrator => UserRight::Administrator,
        UserRight::Member | UserRight::External if is_external => UserRight::External,
        UserRight::Member | UserRight::External => UserRight::Member,
    }
}

/// What the format can say and the model does not do.
fn remarks(is_mailed: bool, passport: &str, force: &str) -> Vec<&'static str> {
    let mut remarks = Vec::new();
    if !is_mailed {
        remarks.push("the mail is sent all the same: here every invitation is mailed");
    }
    if !passport.is_empty() || !force.is_empty() {
        remarks.push("`passport` and `force` have no effect here");
    }
    remarks
}

/// What a line does, in a few words.
fn said(acts: &[Act], order: &Order) -> String {
    let mut parts: Vec<String> = acts.iter().map(did).collect();
    if parts.is_empty() {
        parts.push("is so already".to_owned());
    }
    let stays = !acts.iter().any(|act| matches!(act, Act::Invite { .. })) && order.location.is_some();
    if stays && !order.is_removal {
        parts.push("the location is chosen in an invitation only and stays as it is".to_owned());
    }
    parts.extend(order.remarks.iter().map(|remark| (*remark).to_owned()));
    parts.join("; ")
}

#[expect(clippy::wildcard_enum_match_arm, reason = "a line comes to these acts only")]
fn did(act: &Act) -> String {
    let with = |assign: bool| if assign { "with a license" } else { "without a license" };
    match act {
        Act::Invite { right, roles, .. } => {
            let roles: Vec<String> =
                roles.iter().map(|role| format!("{} {}", role.role, with(role.assign_license))).collect();
            format!("invited as {right:?}, {}", roles.join(", "))
        }
        Act::ChangeRight { right, .. } => format!("the user right becomes {right:?}"),
        Act::GrantRole { role, terms, .. } => format!("{role} is granted {}", with(terms.assign_license)),
        Act::GiveAccessBack { .. } => "access is given back".to_owned(),
        Act::CancelInvitation { .. } => "the invitation is taken back".to_owned(),
        Act::RemoveMember { .. } => "removed completely".to_owned(),
        _ => String::new(),
    }
}
