//! Possible causes of a report in words: what they are, what is so, and why one is excluded.

use super::causes::{group_name, role_names};
use super::{capitalize, headline, passing, refusal_cure, refusal_headline, sentence};
use crate::decide::Hidden;
use crate::diagnosis::{Evidence, Finding, Report, Suspect};
use crate::domain::{Code, Command};
use crate::view::Lens;

/// A possible cause in a few words, whether it fits or not.
#[must_use]
pub fn suspect_headline(lens: &Lens<'_>, report: Report, finding: &Finding) -> String {
    let (person, at) = (lens.first(report.person), lens.short(report.platform));
    let evidence = &finding.evidence;
    let roles = role_names(lens, &evidence.roles);
    match finding.suspect {
        Suspect::Obstacle(code) => match (&evidence.check, finding.fits) {
            (Some((question, check)), true) => capitalize(&headline(lens, *question, check)),
            _ => capitalize(super::refusals::name(code)),
        },
        Suspect::Refused(code) => match &evidence.refused {
            Some((command, refusal)) => capitalize(&refusal_headline(lens, refusal, command)),
            None => capitalize(super::refusals::name(code)),
        },
        Suspect::OtherAddress => match evidence.other {
            Some(other) => format!("The invitation went to {}", lens.name(other)),
            None => "The invitation went to another address".to_owned(),
        },
        Suspect::Locations => "Member's platform locations".to_owned(),
        Suspect::OtherRoleExpired if finding.fits => format!("Still granted, though expired: {roles}"),
        Suspect::OtherRoleExpired => "Another role has expired and is still granted".to_owned(),
        Suspect::NotPickedWithoutCsv => format!("{person} lacks Collaborative Industry Innovator at {at}"),
        Suspect::PendingHidden => "Pending external users are not offered in spaces".to_owned(),
        Suspect::PendingHasNoName => format!("{person} has not accepted, and has no name yet"),
        Suspect::InCommonSpace => format!("{person} is in the Common Space"),
        Suspect::GroupGives => match evidence.group {
            Some(group) => format!("The group {} gives more", group_name(lens, report.platform, group)),
            None => "A group gives more".to_owned(),
        },
        Suspect::ItemShared => format!("Something was shared with {person}"),
        Suspect::ListedBelow if finding.fits => format!("It is in the lower list: {roles}"),
        Suspect::ListedBelow => "It is in the lower list".to_owned(),
        Suspect::OptionOff => format!("{at} does not allow roles without license"),
        Suspect::AlreadyGranted if finding.fits => format!("Granted already: {roles}"),
        Suspect::AlreadyGranted => "It is granted already".to_owned(),
        Suspect::NoAssign(hidden) | Suspect::NoRestrict(hidden) => hidden_words(hidden, &at).to_owned(),
        Suspect::ConcernsAssigning => "The red text concerns assigning only".to_owned(),
        Suspect::LicenseNeeded => format!("At {at} every role takes a license, and none is left"),
        Suspect::LicenseAssigned if finding.fits => format!("Assign License is on for {person}: {roles}"),
        Suspect::LicenseAssigned => format!("Assign License is on for {person}"),
        Suspect::AlreadyOff => "The option is off already".to_owned(),
        Suspect::SettingOff(setting) => format!("“{}” is off", setting.label()),
    }
}

fn hidden_words(hidden: Hidden, at: &str) -> String {
    match hidden {
        Hidden::OptionOff => format!("{at} does not allow roles without license"),
        Hidden::Fixed => "This kind of license is always assigned and always restricted".to_owned(),
        Hidden::NoneOwned => format!("{at} owns no license of the role"),
        Hidden::NotAssigned => format!("No license of {at} is assigned"),
        Hidden::NotLinked => "The license is not linked to a platform".to_owned(),
    }
}

/// What is so, and what to do: for a cause that fits.
#[must_use]
pub fn suspect_sentence(lens: &Lens<'_>, report: Report, finding: &Finding) -> String {
    let (person, at) = (lens.first(report.person), lens.short(report.platform));
    let evidence = &finding.evidence;
    let roles = role_names(lens, &evidence.roles);
    match finding.suspect {
        Suspect::Obstacle(_) => {
            evidence.check.as_ref().map_or_else(String::new, |(question, check)| sentence(lens, *question, check))
        }
        Suspect::Refused(_) => {
            evidence.refused.as_ref().map_or_else(String::new, |(command, refusal)| tried(lens, command, refusal))
        }
        Suspect::OtherAddress => match evidence.other {
            Some(other) => format!(
                "{at} invited {}, and {person} signs in with another address. Invite exactly that one.",
                lens.name(other)
            ),
            None => String::new(),
        },
        Suspect::OtherRoleExpired => {
            format!("One expired role is enough to stop the others. Take it away, or let {at} ungrant expired roles.")
        }
        Suspect::NotPickedWithoutCsv => {
            format!("Only people with this role can be picked for a space. Grant it to {person} at {at}.")
        }
        Suspect::PendingHidden => format!("Turn it on in Manage Settings, or wait until {person} has accepted."),
        Suspect::PendingHasNoName => "Type the whole address instead of the name.".to_owned(),
        Suspect::InCommonSpace => format!(
            "Whoever is invited as a Member gets the Common Space by itself. Take {person} out, or invite as External."
        ),
        Suspect::GroupGives => {
            let space = evidence.space.map_or_else(String::new, |space| lens.space(report.platform, space));
            format!("The highest level counts in {space}. Take {person} out of the group, or lower the group.")
        }
        Suspect::ItemShared => "A shared item can be read without any space.".to_owned(),
        Suspect::ListedBelow => {
            "Scroll down to “Available roles without any license”, or search for the role there.".to_owned()
        }
        Suspect::OptionOff => {
            "With that option off there are no Assign License switches and no second list of roles.".to_owned()
        }
        Suspect::AlreadyGranted => "What is granted is no longer offered.".to_owned(),
        Suspect::NoAssign(_) => format!("So it is for {roles}."),
        Suspect::NoRestrict(hidden) => match hidden {
            Hidden::OptionOff => format!("While that option is off the switch is not shown: {roles}."),
            Hidden::NotAssigned => format!("There is nothing to restrict without one: {roles}."),
            Hidden::NotLinked => format!("There is nothing to restrict, it serves everywhere: {roles}."),
            Hidden::Fixed | Hidden::NoneOwned => format!("So it is for {roles}."),
        },
        Suspect::ConcernsAssigning => {
            format!("Leave Assign License off: the role is granted all the same. None is left of {roles}.")
        }
        Suspect::LicenseNeeded => "Allow roles without license, or buy more.".to_owned(),
        Suspect::LicenseAssigned => {
            format!("Switch Assign License off for {person}; the roles stay granted.")
        }
        Suspect::AlreadyOff => "There is nothing to turn off.".to_owned(),
        Suspect::SettingOff(_) => "It is offered once it is on in Manage Settings.".to_owned(),
        Suspect::Locations => String::new(),
    }
}

fn tried(lens: &Lens<'_>, command: &Command, refusal: &crate::domain::Refusal) -> String {
    let cure = refusal_cure(lens, refusal, command);
    if !refusal.blockers.is_empty() {
        let names: Vec<String> = refusal
            .blockers
            .iter()
            .take(4)
            .map(|blocker| format!("{}, {}", lens.first(blocker.person), lens.role_short(blocker.role)))
            .collect();
        return format!("{cure} It is about: {}.", names.join("; "));
    }
    if cure.is_empty() { super::refusal_sentence(lens, refusal, command) } else { cure }
}

/// Why a cause does not fit this state.
#[must_use]
pub fn excluded(lens: &Lens<'_>, report: Report, finding: &Finding) -> String {
    let (person, at) = (lens.first(report.person), lens.short(report.platform));
    let evidence: &Evidence = &finding.evidence;
    match finding.suspect {
        Suspect::Obstacle(code) => {
            let seen = evidence.check.as_ref().map(|(question, check)| passing(lens, *question, check));
            seen.filter(|words| !words.is_empty()).unwrap_or_else(|| absent(lens, report, code))
        }
        Suspect::Refused(_) => "it is not refused for this reason here".to_owned(),
        Suspect::OtherAddress => format!("no unknown address is waiting at {at}, or {person} is a member"),
        Suspect::Locations => "locations say where data is kept; they have no effect on licenses".to_owned(),
        Suspect::OtherRoleExpired => format!("no expired role is granted to {person} at {at}"),
        Suspect::NotPickedWithoutCsv => format!("{person} is not refused for want of it"),
        Suspect::PendingHidden => format!("they are offered, or {person} is not pending"),
        Suspect::PendingHasNoName => format!("{person} is not waiting with only an address"),
        Suspect::InCommonSpace => format!("{person} is not in it"),
        Suspect::GroupGives => format!("no group of {person} gives more than {person} has alone"),
        Suspect::ItemShared => format!("nothing is shared with {person} alone"),
        Suspect::ListedBelow => "no role that could be wanted stands there".to_owned(),
        Suspect::OptionOff => format!("{at} allows it"),
        Suspect::AlreadyGranted => format!("{person} has no role at {at}"),
        Suspect::NoAssign(_) | Suspect::NoRestrict(_) => format!("no role of {person} is in this case"),
        Suspect::ConcernsAssigning => format!("no pool of {at} is empty, or roles cannot go without license there"),
        Suspect::LicenseNeeded => format!("{at} allows roles without license, or licenses are left"),
        Suspect::LicenseAssigned => format!("no license of {at} is assigned to {person}"),
        Suspect::AlreadyOff => "it is on".to_owned(),
        Suspect::SettingOff(_) => "it is on".to_owned(),
    }
}

/// For obstacles that were not even judged: the state they would be found in is not this one.
fn absent(lens: &Lens<'_>, report: Report, code: Code) -> String {
    let (person, at) = (lens.first(report.person), lens.short(report.platform));
    let member = lens.world.member(report.person, report.platform);
    match code {
        Code::NotInvited if member.is_some() => format!("{person} is known at {at}"),
        Code::Pending | Code::AccessRemoved if member.is_none() => format!("{person} is no member of {at}"),
        Code::AccessRemoved => format!("{person} has access to {at}"),
        Code::Pending => format!("{person} has accepted"),
        Code::RoleNotGranted | Code::PrerequisiteNotGranted(_) => "what is needed is granted".to_owned(),
        Code::HostOptionOff => format!("no license of another platform waits for {at} to allow it"),
        Code::NoLicenseAnywhere => format!("{person} is a member of another platform, or holds a license"),
        Code::HomeNoLicense => format!("{person} holds a license, here or at home"),
        Code::HomeAccessRemoved => format!("{person} has access at home"),
        Code::HomeOptionOff => "no home is asked to allow it".to_owned(),
        Code::HomeLicenseRestricted => "no license at home is restricted where it matters".to_owned(),
        Code::HomeLicenseExpired => "no license at home has expired where it matters".to_owned(),
        Code::Expired => format!("no license of {at} that {person} needs has expired"),
        Code::NoMembership => format!("{person} has a way into a space"),
        Code::NoValidCredential => "no credentials were lost".to_owned(),
        _ => "nothing points to it".to_owned(),
    }
}
