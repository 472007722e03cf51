//! Questions and checks in words: what holds, what fails, where it is cured.

use super::{capitalize, found_obstacle};
use crate::access::cure::acting_administrator;
use crate::access::{Check, Question, cure, is_signed_in};
use crate::domain::{Code, MemberOption, Membership, PlatformId, RoleId, World, rulebook};
use crate::planner::{Constraints, Goal, Limits, Outcome, plan};
use crate::view::Lens;

/// "Why can’t Ben use 3DSwymer at Aldermoor?"
#[must_use]
pub fn question(lens: &Lens<'_>, question: Question, holds: bool) -> String {
    let person = lens.first(question.person());
    let at = lens.short(question.platform());
    let member = lens.world.member(question.person(), question.platform());
    let is_pending = member.is_some_and(|member| member.membership == Membership::Pending);
    match (question, holds) {
        (Question::CanConnect { .. }, true) if is_pending => {
            format!("On accepting, can {person} connect to {at}?")
        }
        (Question::CanConnect { .. }, true) => format!("Why can {person} connect to {at}?"),
        (Question::CanConnect { .. }, false) => format!("Why can’t {person} connect to {at}?"),
        (Question::RoleUsable { role, .. }, true) => format!("Why can {person} use {} at {at}?", lens.role_short(role)),
        (Question::RoleUsable { role, .. }, false) => {
            format!("Why can’t {person} use {} at {at}?", lens.role_short(role))
        }
        (Question::SpaceAccess { space, platform, .. }, true) => {
            format!("Why can {person} open {} at {at}?", lens.space(platform, space))
        }
        (Question::SpaceAccess { space, platform, .. }, false) => {
            format!("Why can’t {person} open {} at {at}?", lens.space(platform, space))
        }
    }
}

/// The obstacle in a few words.
#[must_use]
pub fn headline(lens: &Lens<'_>, question: Question, check: &Check) -> String {
    let person = lens.first(question.person());
    let own = lens.possessive(question.person());
    let at = lens.short(check.at);
    let role = |role: Option<RoleId>| role.map_or_else(String::new, |role| lens.role_short(role));
    match check.code {
        Code::NotInvited => format!("{person} is not invited to {at}"),
        Code::Pending => format!("{person} has not accepted the invitation yet"),
        Code::AccessRemoved | Code::HomeAccessRemoved => format!("{own} access to {at} was removed"),
        Code::RoleNotGranted => format!("{} is not granted at {at}", role(check.role)),
        Code::HostOptionOff => format!("{at} does not allow roles without license"),
        Code::NoLicenseAnywhere => format!("{person} holds no license anywhere"),
        Code::HomeNoLicense => format!("{person} holds no {} license at home", role(check.role)),
        Code::HomeOptionOff => format!("{at} does not allow roles without license"),
        Code::HomeLicenseRestricted => format!("{own} license is kept at {at}"),
        Code::HomeLicenseExpired => format!("{own} license at {at} has expired"),
        Code::Expired => format!("the license of {at} has expired"),
        Code::PrerequisiteNotGranted(needed) => format!("it needs {}, which is not granted", lens.role_short(needed)),
        Code::PrerequisiteBlocked(needed) => format!("it waits for {}", lens.role_short(needed)),
        Code::CsvNotUsable => match check.follow {
            Some(Question::RoleUsable { role, .. }) => format!("{} is not usable yet", lens.role_short(role)),
            _ => "Collaborative Industry Innovator is not usable".to_owned(),
        },
        Code::NoMembership => format!("{person} is not in the space"),
        Code::NoValidCredential => format!("{own} credentials in the space are gone"),
        _ => super::refusals::name(check.code).to_owned(),
    }
}

/// The obstacle in a sentence that names the switch. Where nobody can cure it, what makes that impossible.
#[must_use]
pub fn sentence(lens: &Lens<'_>, question: Question, check: &Check) -> String {
    let is_curable = cure(lens.world, question, check).is_some();
    let told = told(lens, question, check, is_curable);
    // What has its reasons elsewhere is cured there; whatever nobody cures now says why.
    if check.follow.is_some() || is_curable {
        return told;
    }
    match beyond_cure(lens, question, check) {
        Some(why) if is_advice(check.code) => why,
        Some(why) if told.is_empty() => why,
        Some(why) => format!("{told} {why}"),
        None => told,
    }
}

/// Does the sentence say what somebody does about it, rather than what is so?
fn is_advice(code: Code) -> bool {
    matches!(code, Code::RoleNotGranted | Code::PrerequisiteNotGranted(_) | Code::HomeLicenseExpired | Code::Expired)
}

/// Can an administrator of the platform act now?
pub(super) fn is_administered(world: &World, at: PlatformId) -> bool {
    acting_administrator(world, at).is_some_and(|person| is_signed_in(world, person, at))
}

/// Why no act cures this: what nothing can change, else what is in the way now.
fn beyond_cure(lens: &Lens<'_>, question: Question, check: &Check) -> Option<String> {
    let (person, platform) = (question.person(), check.at);
    let goal = match check.code {
        Code::NotInvited => {
            let email = lens.world.person(person)?.email;
            Goal::Invited { platform, email, right: None, roles: vec![RoleId::ifw()] }
        }
        Code::RoleNotGranted => Goal::Granted { person, platform, role: check.role? },
        Code::PrerequisiteNotGranted(role) => Goal::Granted { person, platform, role },
        _ => question.into(),
    };
    // Nothing is searched: the bound alone says what is out of reach.
    let none = Limits { worlds: 0 };
    match plan(lens.world, lens.world, &[goal], &Constraints::default(), none) {
        Outcome::Impossible(obstacles) => {
            let all: Vec<String> = obstacles.iter().take(2).map(|one| found_obstacle(lens, one)).collect();
            Some(format!("Nobody can change this. {}.", capitalize(&all.join("; "))))
        }
        _ if !is_administered(lens.world, platform) => {
            let at = lens.short(platform);
            Some(format!("Nobody can change this now: no administrator of {at} can connect there."))
        }
        _ => Some("No single act cures this; How to knows whether several do.".to_owned()),
    }
}

fn told(lens: &Lens<'_>, question: Question, check: &Check, is_curable: bool) -> String {
    let person = lens.first(question.person());
    let at = lens.short(check.at);
    let role = check.role.map_or_else(String::new, |role| lens.role_short(role));
    match check.code {
        Code::NotInvited => {
            let advice = if is_curable { " An administrator there invites exactly that address." } else { "" };
            format!("{at} has no member with {person}’s address.{advice}")
        }
        Code::Pending => {
            format!("{person} was invited and never connected. The invitation waits in {person}’s mail.")
        }
        Code::AccessRemoved => "The membership is No Access: profile and roles are kept, nothing opens.".to_owned(),
        Code::HomeAccessRemoved => format!("{role} is linked to {at}, and access there was removed."),
        Code::RoleNotGranted if lens.home(question.person()) == Some(check.at) => {
            format!("An administrator of {at} grants {role} to {person}.")
        }
        Code::RoleNotGranted => {
            format!("An administrator of {at} grants {role} to {person}, the same role as at home.")
        }
        Code::HostOptionOff => format!(
            "A license at home could serve, but at {at} “{}” is off.",
            MemberOption::GrantWithoutLicense.label()
        ),
        Code::NoLicenseAnywhere => format!(
            "Nobody else’s license can serve: {person} is a member of no other platform.{}",
            supply(lens, check.at, check.role, is_curable)
        ),
        Code::HomeNoLicense => no_license(lens, question, check, is_curable),
        Code::HomeOptionOff => format!(
            "At {at} “{}” is off. Without it the switch Restrict Usage to this Platform is not even shown there.",
            MemberOption::GrantWithoutLicense.label()
        ),
        Code::HomeLicenseRestricted => format!("Restrict Usage to this Platform is on for {role} at {at}."),
        Code::HomeLicenseExpired | Code::Expired => {
            format!("The {role} licenses of {at} expired; renew them there.")
        }
        Code::PrerequisiteNotGranted(needed) => {
            format!("{} must be granted at {at} as well.", lens.role(needed))
        }
        Code::PrerequisiteBlocked(needed) => {
            format!("Nothing is wrong with this license; {} is blocked for reasons of its own.", lens.role(needed))
        }
        Code::CsvNotUsable => {
            "Spaces open only while Collaborative Industry Innovator and 3DSwymer are usable.".to_owned()
        }
        Code::NoMembership => format!("Nobody has added {person} to it, and no group of {person}’s is in it."),
        Code::NoValidCredential => {
            let advice = if is_curable { format!(" Add {person} again.") } else { String::new() };
            format!("{person} is still listed, but the credentials went with the organization.{advice}")
        }
        _ => String::new(),
    }
}

/// That nobody holds a license of the role, and who could assign one: where it never travels, the host alone.
fn no_license(lens: &Lens<'_>, question: Question, check: &Check, is_curable: bool) -> String {
    let person = lens.first(question.person());
    let (host, home) = (question.platform(), check.at);
    let role = check.role.map_or_else(String::new, |role| lens.role_short(role));
    // Where Assign License is no choice, nor is Restrict Usage to this Platform (F35).
    if check.role.is_some_and(|role| !lens.world.kind(role).can_be_unassigned()) {
        let here = lens.short(host);
        let supply = supply(lens, host, check.role, is_curable);
        return format!("A {role} license never leaves its platform: {person} needs one of {here}.{supply}");
    }
    let at_home = supply(lens, home, check.role, is_curable);
    format!("No platform holds a {role} license for {person}.{at_home}")
}

/// Whether a platform has a license of the role to assign, as a sentence to go on with; nothing where it has one that
/// nobody can assign now.
fn supply(lens: &Lens<'_>, platform: PlatformId, role: Option<RoleId>, is_curable: bool) -> String {
    let at = lens.short(platform);
    match lens.world.platform(platform).zip(role) {
        Some((found, role)) if !found.owns(role) => format!(" {at} owns none."),
        Some((found, role)) if found.remaining(role) == 0 => format!(" {at} has none left to assign."),
        Some(_) | None if is_curable => format!(" {at} can assign one."),
        Some(_) | None => String::new(),
    }
}

/// A check that holds, as a sentence.
#[must_use]
pub fn passing(lens: &Lens<'_>, question: Question, check: &Check) -> String {
    let person = lens.first(question.person());
    let at = lens.short(check.at);
    let role = check.role.map_or_else(String::new, |role| lens.role_short(role));
    match check.code {
        Code::NotInvited => format!("{person} is a member of {at}"),
        Code::Pending => format!("{person} has accepted"),
        Code::AccessRemoved | Code::HomeAccessRemoved => format!("{person} has access to {at}"),
        Code::RoleNotGranted => format!("{role} is granted at {at}"),
        Code::HostOptionOff => format!("{at} allows roles without license"),
        Code::HomeOptionOff => format!("{at} allows it too"),
        Code::HomeLicenseRestricted => format!("the license of {at} may be used elsewhere"),
        Code::HomeLicenseExpired => format!("{person} holds a valid license at {at}"),
        Code::Expired => format!("{person} holds a license of {at}"),
        Code::PrerequisiteNotGranted(needed) | Code::PrerequisiteBlocked(needed) => {
            format!("{} is usable", lens.role_short(needed))
        }
        Code::CsvNotUsable => "3DSwymer and Collaborative Industry Innovator are usable".to_owned(),
        Code::NoMembership | Code::NoValidCredential => format!("{person} is in the space"),
        _ => String::new(),
    }
}

/// The rule of the rulebook that speaks for a code: the first of its rules that a guide states.
fn spoken_rule(code: Code) -> Option<&'static rulebook::Rule> {
    code.rules().iter().find_map(|id| rulebook::rule(id))
}

/// The guide's own words about an obstacle.
#[must_use]
pub fn quote(code: Code) -> Option<String> {
    spoken_rule(code).map(|rule| rule.quote.clone())
}

/// "Own-license guide, step 2 · guide · R13, R14".
#[must_use]
pub fn source(code: Code) -> String {
    let numbers = code.rules().join(", ");
    match spoken_rule(code) {
        Some(rule) => format!("{} · {} · {numbers}", rule.source(), rule.confidence.label()),
        None => format!("Public documentation · {numbers}"),
    }
}
