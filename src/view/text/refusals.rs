//! Refused acts in words: what is in the way, and what to do.

use super::names::odd_name;
use super::refusal_cure;
use crate::domain::{Act, BlockerReason, Code, Command, Refusal, World};
use crate::view::{Lens, RefusedTry, TriedData};

/// The obstacle's name in plain words, for places without a person.
pub(super) fn name(code: Code) -> &'static str {
    match code {
        Code::NotInvited => "not invited",
        Code::Pending => "pending",
        Code::AccessRemoved => "access removed",
        Code::RoleNotGranted => "role not granted",
        Code::HostOptionOff => "option off at the host",
        Code::NoLicenseAnywhere => "no license anywhere",
        Code::HomeNoLicense => "no license at home",
        Code::HomeAccessRemoved => "access removed at home",
        Code::HomeOptionOff => "option off at home",
        Code::HomeLicenseRestricted => "license restricted at home",
        Code::HomeLicenseExpired => "license expired at home",
        Code::Expired => "license expired",
        Code::PrerequisiteNotGranted(_) => "prerequisite not granted",
        Code::PrerequisiteBlocked(_) => "prerequisite blocked",
        Code::CsvNotUsable => "Collaborative Industry Innovator not usable",
        Code::NoMembership => "not in the space",
        Code::NoValidCredential => "credentials gone",
        Code::NotAdministrator => "not an administrator",
        Code::NotSignedIn => "not signed in",
        Code::NotOwner => "not an owner",
        Code::RestrictedRolesOnly => "restricted roles only",
        Code::OtherOrganization => "another organization",
        Code::MemberInvitesOff => "members may not invite",
        Code::EmailMissing => "address missing",
        Code::AlreadyMember => "already there",
        Code::NoMatch => "no match",
        Code::UnknownOrganization => "unknown organization",
        Code::AccessRoleNotOffered => "access role not offered",
        Code::BaseRoleRequired => "3DSwymer is required",
        Code::RoleNotListed => "role in neither list",
        Code::SwitchHidden => "switch not offered",
        Code::PrerequisiteNotPurchased(_) => "prerequisite not purchased",
        Code::NotEnoughLicenses => "not enough licenses",
        Code::OptionInUse => "option in use",
        Code::LastAdministrator => "last administrator",
        Code::GrantedThroughGroup => "granted through a group",
        Code::SeatLocked => "license locked",
    }
}

/// What is in the way, as a sentence.
#[must_use]
pub fn refusal_headline(lens: &Lens<'_>, refusal: &Refusal, command: &Command) -> String {
    let at = refusal.platform.map_or_else(|| "this platform".to_owned(), |platform| lens.short(platform));
    let person = refusal.person.map_or_else(|| "this person".to_owned(), |person| lens.first(person));
    let role = refusal.role.map_or_else(|| "this role".to_owned(), |role| lens.role_short(role));
    let is_login = matches!(command, Command::Do { act: Act::AcceptInvitation { .. } | Act::SwitchPlatform, .. });
    match refusal.code {
        Code::NotInvited if is_login => {
            format!("Sorry, Access Denied. {person} has not been invited to {at} under this address")
        }
        Code::NotInvited => format!("{person} is no member of {at}"),
        Code::Pending => format!("{person} has not accepted the invitation to {at} yet"),
        Code::AccessRemoved => format!("{person}’s access to {at} was removed"),
        code if is_login && (code == Code::RoleNotGranted || code.is_about_source()) => {
            "You have not been granted a 3DEXPERIENCE License".to_owned()
        }
        Code::RoleNotGranted => format!("{person} has no {role} at {at}"),
        Code::NotAdministrator => format!("{person} is not an administrator of {at}"),
        Code::NotSignedIn => format!("{person} is not signed in to {at}"),
        Code::NotOwner if edits_space(command).is_some() => {
            format!("{person} is no Owner of this space without restriction")
        }
        Code::NotOwner => format!("{person} does not own this space"),
        Code::RestrictedRolesOnly => "an Owner (Restricted) gives restricted access roles only".to_owned(),
        Code::OtherOrganization => "an Owner (Restricted) manages only their own organization".to_owned(),
        Code::MemberInvitesOff => format!("members may not invite external users to {at}"),
        Code::EmailMissing => super::addresses::refused_address(command),
        Code::AlreadyMember => match (refusal.person, refusal.role) {
            (Some(_), Some(_)) => format!("{role} is already granted to {person}"),
            (Some(_), None) => format!("{person} is already a member of {at}"),
            (None, _) => "this name is already used".to_owned(),
        },
        Code::NoMatch if odd_name(command).is_some() => {
            odd_name(command).map_or_else(String::new, |(headline, _)| headline)
        }
        Code::NoMatch if edits_space(command).is_some_and(|name| !name.trim().is_empty()) => {
            "the Common Space keeps its name".to_owned()
        }
        Code::NoMatch => match refusal.role {
            Some(needed) if !refusal.readings.is_empty() => {
                format!("{person} cannot use {} at {at}", lens.role_short(needed))
            }
            Some(needed) if refusal.person.is_some() => format!("{person} needs {} first", lens.role_short(needed)),
            Some(_) | None => match refusal.person {
                Some(_) => format!("{person} cannot be chosen for this"),
                None => "nothing matches".to_owned(),
            },
        },
        Code::UnknownOrganization => format!("this organization is not declared at {at}"),
        Code::AccessRoleNotOffered => format!("{at} does not offer this access role"),
        Code::BaseRoleRequired => "every invitation carries 3DSwymer".to_owned(),
        Code::RoleNotListed => format!("{role} is in neither list at {at}"),
        Code::SwitchHidden => match refusal.role {
            Some(_) => format!("this switch is not offered for {role} at {at}"),
            None => format!("locations are not offered at {at}"),
        },
        Code::PrerequisiteNotPurchased(needed) => {
            format!("{at} owns {role} but never bought {}", lens.role_short(needed))
        }
        Code::NotEnoughLicenses => not_enough(remaining(lens, refusal)),
        Code::OptionInUse => format!("the option is in use at {at}"),
        Code::LastAdministrator => format!("{person} is the only administrator of {at}"),
        Code::GrantedThroughGroup => "it comes through a user group".to_owned(),
        Code::SeatLocked => format!("the {role} license is locked"),
        other => name(other).to_owned(),
    }
}

/// The title that a space is to get, when the act edits its properties.
pub(super) fn edits_space(command: &Command) -> Option<&str> {
    match command {
        Command::Do { act: Act::EditSpaceProperties { name, .. }, .. } => Some(name),
        _ => None,
    }
}

/// The platform's own words where a pool has too few licenses (F6).
#[must_use]
pub fn not_enough(remaining: u32) -> String {
    format!("Not enough licenses available ({remaining} remaining)")
}

/// How many licenses are left of the role that was refused.
fn remaining(lens: &Lens<'_>, refusal: &Refusal) -> u32 {
    let platform = refusal.platform.and_then(|platform| lens.world.platform(platform));
    platform.zip(refusal.role).map_or(0, |(platform, role)| platform.remaining(role))
}

/// Headline and cure in one line, for tooltips.
#[must_use]
pub fn refusal_sentence(lens: &Lens<'_>, refusal: &Refusal, command: &Command) -> String {
    let headline = capitalize(&refusal_headline(lens, refusal, command));
    format!("{headline}. {}", refusal_cure(lens, refusal, command)).trim_end().to_owned()
}

/// The guide, the rules, and the readings a refusal rests on.
#[must_use]
pub fn refusal_source(world: &World, refusal: &Refusal) -> String {
    let readings = refusal.readings.iter().map(|reading| super::reading(world, *reading));
    [super::source(refusal.code)].into_iter().chain(readings).collect::<Vec<_>>().join(" · ")
}

/// The refusal as it is shown where it was tried, blockers in their two groups (C20).
#[must_use]
pub fn tried(lens: &Lens<'_>, refusal: &Refusal, command: &Command) -> TriedData {
    let group = |reason: BlockerReason, title: &str| {
        let lines: Vec<String> = refusal
            .blockers
            .iter()
            .filter(|blocker| blocker.reason == reason)
            .map(|blocker| format!("{} · {}", lens.name(blocker.person), lens.role_short(blocker.role)))
            .collect();
        (!lines.is_empty()).then(|| (title.to_owned(), lines))
    };
    TriedData {
        headline: capitalize(&refusal_headline(lens, refusal, command)),
        cure: refusal_cure(lens, refusal, command),
        source: refusal_source(lens.world, refusal),
        blockers: [
            group(BlockerReason::NoLicenseAssigned, "No license assigned"),
            group(BlockerReason::UsageNotRestricted, "Usage not restricted"),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// The refusal for who hears it only: that nothing was done, why, and what to do about it.
#[must_use]
pub fn refused(lens: &Lens<'_>, tried: &RefusedTry) -> String {
    let still = if tried.is_again { "Still not done" } else { "Not done" };
    let headline = refusal_headline(lens, &tried.refusal, &tried.command);
    format!("{still}: {headline}. {}", refusal_cure(lens, &tried.refusal, &tried.command))
}

/// The same with a capital letter.
#[must_use]
pub fn capitalize(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
