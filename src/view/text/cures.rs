//! What to do about a refused act, in words: never nothing, and never to ask oneself.

use super::names::odd_name;
use super::{assign_hidden, capitalize, edits_space, restrict_hidden};
use crate::decide::{self, MOST_ADDRESSES, assign_switch, restrict_switch};
use crate::domain::{Code, Command, MemberOption, Platform, Refusal};
use crate::view::Lens;

/// What the sentences name.
struct Scene<'a> {
    lens: &'a Lens<'a>,
    refusal: &'a Refusal,
    /// Where the act was refused.
    at: String,
    /// Whom it is about.
    person: String,
    /// The role in question.
    role: String,
    /// Who can help: the administrators by name.
    ask: String,
    /// Does the actor administer that platform?
    is_own: bool,
}

impl<'a> Scene<'a> {
    fn new(lens: &'a Lens<'a>, refusal: &'a Refusal, command: &Command) -> Self {
        let at = refusal.platform.map_or_else(|| "this platform".to_owned(), |platform| lens.short(platform));
        let person = refusal.person.map_or_else(|| "this person".to_owned(), |person| lens.first(person));
        let role = refusal.role.map_or_else(|| "this role".to_owned(), |role| lens.role_short(role));
        let platform = refusal.platform.and_then(|platform| lens.world.platform(platform));
        let is_own = platform.zip(command.actor()).is_some_and(|(platform, actor)| platform.is_administered_by(actor));
        let names = platform.map(|platform| lens.administrators(platform.id));
        let ask = names.flatten().unwrap_or_else(|| "an administrator".to_owned());
        Self { lens, refusal, at, person, role, ask, is_own }
    }

    /// To do it, for who can; to ask for it, for everybody else.
    fn request(&self, what: &str) -> String {
        if self.is_own { format!("{} first.", capitalize(what)) } else { self.ask_for(what) }
    }

    fn ask_for(&self, what: &str) -> String {
        format!("Ask {} at {} to {what}.", self.ask, self.at)
    }

    /// Whoever administers the platform does this.
    fn by_administrator(&self, does: &str, doing: &str) -> String {
        if self.is_own { format!("{}.", capitalize(doing)) } else { format!("{} at {} {does}.", self.ask, self.at) }
    }

    fn platform(&self) -> Option<&'a Platform> {
        self.refusal.platform.and_then(|platform| self.lens.world.platform(platform))
    }

    /// Has the platform no license of the role to assign?
    fn has_none_left(&self) -> bool {
        self.platform().zip(self.refusal.role).is_some_and(|(platform, role)| platform.remaining(role) == 0)
    }

    fn grants_without_license(&self) -> bool {
        self.platform().is_some_and(Platform::grants_without_license)
    }

    /// An obstacle with reasons of its own.
    fn behind(&self, what: &str) -> String {
        format!("See why {} cannot use {what} at {}, and mend that first.", self.person, self.at)
    }

    /// A switch of a role, or the choice of a location, that is not offered.
    fn hidden(&self) -> String {
        let Some((platform, role)) = self.platform().zip(self.refusal.role) else {
            let option = MemberOption::PlatformLocations.heading();
            return self.request(&format!("turn on “{option}” in Configure Members Options"));
        };
        let is_assigned = self.refusal.person.is_some_and(|person| platform.seat(person, role).is_some());
        let world = self.lens.world;
        match (assign_switch(world, platform, role, true), restrict_switch(world, platform, role, is_assigned)) {
            (Err(decide::Hidden::OptionOff), _) => {
                let words = self.request("allow roles without license in Configure Members Options");
                format!("{words} The switch appears only then.")
            }
            (Err(hidden), _) => assign_hidden(hidden, is_assigned, &self.at).1,
            (Ok(()), Err(hidden)) => restrict_hidden(hidden).1.to_owned(),
            (Ok(()), Ok(())) => "Choose a position of the switch that is offered.".to_owned(),
        }
    }

    fn unrestrict(&self) -> String {
        let first = "allow roles without license in Configure Members Options";
        let then = format!("Restrict Usage to this Platform off for {}", self.role);
        if self.grants_without_license() {
            self.by_administrator(&format!("switches {then}"), &format!("switch {then}"))
        } else {
            // Only then is the switch shown (R97, C1).
            format!("{} Then switch {then}.", self.request(first))
        }
    }

    fn locked(&self) -> String {
        let seat = self.refusal.role.and_then(|role| Some((role, self.platform()?.seat(self.refusal.person?, role)?)));
        let until = seat.and_then(|(role, seat)| decide::locked_until(self.lens.world, role, seat));
        match until {
            Some(day) => format!("Wait until day {}, when the lock ends.", day.0),
            None => "Wait until the lock ends.".to_owned(),
        }
    }

    fn no_match(&self) -> String {
        match (self.refusal.person, self.refusal.role) {
            (Some(_), Some(needed)) if !self.refusal.readings.is_empty() => self.behind(&self.lens.role_short(needed)),
            (Some(_), Some(_)) => format!("Grant {} to {} at {}.", self.role, self.person, self.at),
            (Some(_), None) => format!(
                "Look {} up under Members: only who has accepted, and still has access, can be chosen.",
                self.person
            ),
            (None, _) => "Choose one of the matches.".to_owned(),
        }
    }

    fn not_enough(&self) -> String {
        if self.grants_without_license() {
            return "Switch Assign License off: the role can be granted without a license.".to_owned();
        }
        let words = self.request("allow roles without license in Configure Members Options");
        format!("{words} Or {} buys licenses.", self.at)
    }

    /// A credential in the space is missing (C31).
    fn entering(&self) -> String {
        format!("An Owner of the space, or {} through the control center, adds {}.", self.ask, self.person)
    }
}

/// What to do about it, as a sentence.
#[must_use]
pub fn refusal_cure(lens: &Lens<'_>, refusal: &Refusal, command: &Command) -> String {
    let scene = Scene::new(lens, refusal, command);
    let Scene { at, person, role, ask, .. } = &scene;
    match refusal.code {
        Code::NotInvited if scene.is_own => format!("Invite {person} first, with exactly the address of their home."),
        Code::NotInvited => format!("Ask {ask} for an invitation to exactly this address."),
        Code::Pending => "Accept it from the mail first.".to_owned(),
        Code::AccessRemoved | Code::HomeAccessRemoved => scene.request("give access back"),
        Code::RoleNotGranted => scene.request(&format!("grant {role}")),
        Code::HostOptionOff | Code::HomeOptionOff => scene.by_administrator(
            "allows roles without license in Configure Members Options",
            "allow roles without license in Configure Members Options",
        ),
        Code::NoLicenseAnywhere | Code::HomeNoLicense if scene.has_none_left() => {
            format!("{at} buys a license of {role} first.")
        }
        Code::NoLicenseAnywhere | Code::HomeNoLicense => {
            scene.by_administrator(&format!("assigns a license of {role}"), &format!("assign a license of {role}"))
        }
        Code::HomeLicenseRestricted => scene.unrestrict(),
        Code::HomeLicenseExpired | Code::Expired => format!("Renew the {role} licenses of {at}."),
        Code::PrerequisiteNotGranted(needed) => {
            scene.request(&format!("grant {} to {person}", lens.role_short(needed)))
        }
        Code::PrerequisiteBlocked(needed) => scene.behind(&lens.role_short(needed)),
        Code::CsvNotUsable => scene.behind(&lens.role_short(crate::domain::RoleId::csv())),
        Code::NoMembership => scene.entering(),
        Code::NoValidCredential => format!("{} The credentials went with the organization.", scene.entering()),
        Code::NotAdministrator => format!("Ask {ask}."),
        Code::NotSignedIn => format!("{person} needs access to {at} and a usable 3DSwymer license first."),
        Code::NotOwner if edits_space(command).is_some() => "Ask an Owner of the space.".to_owned(),
        Code::NotOwner => format!("Ask an Owner of the space, or {ask} through the control center."),
        Code::RestrictedRolesOnly => "Choose a restricted access role, or ask an Owner.".to_owned(),
        Code::OtherOrganization => "Ask an Owner of the space.".to_owned(),
        Code::MemberInvitesOff => scene.by_administrator("turns it on, or invites", "turn it on, or invite yourself"),
        Code::EmailMissing => {
            format!("Type up to {MOST_ADDRESSES} addresses, each as the person signs in with at home.")
        }
        Code::AlreadyMember if refusal.person.is_none() => "Choose another.".to_owned(),
        Code::AlreadyMember => "Nothing is left to do, or choose another.".to_owned(),
        Code::NoMatch => odd_name(command).map_or_else(|| scene.no_match(), |(_, todo)| todo.to_owned()),
        Code::UnknownOrganization => "Declare it first, or choose another.".to_owned(),
        Code::AccessRoleNotOffered => {
            scene.by_administrator("offers it in Manage Settings", "offer it in Manage Settings first")
        }
        Code::BaseRoleRequired => "Leave 3DSwymer ticked.".to_owned(),
        Code::RoleNotListed => {
            format!(
                "A role linked to a platform can be granted only where it was bought; {at} buys it or uses another."
            )
        }
        Code::SwitchHidden => scene.hidden(),
        Code::PrerequisiteNotPurchased(needed) => format!("{at} buys {} first.", lens.role_short(needed)),
        Code::NotEnoughLicenses => scene.not_enough(),
        Code::OptionInUse => "Assign a license to everybody listed, restrict it again, or remove them.".to_owned(),
        Code::LastAdministrator => "Make somebody else an administrator first.".to_owned(),
        Code::GrantedThroughGroup => "Change the group instead.".to_owned(),
        Code::SeatLocked => scene.locked(),
    }
}
