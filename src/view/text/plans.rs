//! Plans in words: what an act takes, and why there is no way.

use crate::domain::{Act, Code, Command};
use crate::planner::{Obstacle, Reason, Stays, Take};
use crate::view::Lens;
use crate::view::lens::count;

/// "takes 1 Industry Innovator license of Aldermoor", or gives one back.
#[must_use]
pub fn took(lens: &Lens<'_>, take: Take) -> String {
    let verb = if take.count > 0 { "takes" } else { "gives back" };
    let number = usize::try_from(take.count.unsigned_abs()).unwrap_or(usize::MAX);
    let role = lens.role_short(take.role);
    let licenses = count(number, &format!("{role} license"), &format!("{role} licenses"));
    format!("{verb} {licenses} of {}", lens.short(take.platform))
}

/// Why there is no way, as a sentence without a stop.
#[must_use]
pub fn found_obstacle(lens: &Lens<'_>, obstacle: &Obstacle) -> String {
    let at = lens.short(obstacle.at);
    let role = obstacle.role.map(|role| lens.role_short(role));
    let of_role = role.as_ref().map(|role| format!(" of {role}")).unwrap_or_default();
    match obstacle.reason {
        Reason::LicenseForbidden => format!("{at}: the plan may take no license{of_role} there"),
        Reason::NobodyMayAct => match obstacle.person {
            Some(person) => format!("{at}: {} would have to act, and may not in this plan", lens.first(person)),
            None => format!("{at}: its administrators would have to act, and may not in this plan"),
        },
        Reason::EveryWayEnds => "every way that can be gone ends before the goal".to_owned(),
        Reason::OnlyTime => "it is a matter of the day, and no act of a person moves the clock".to_owned(),
        Reason::GoalsExclude => {
            let whose = obstacle.person.map(|person| match &role {
                Some(role) => format!(" for {} {role}", lens.possessive(person)),
                None => format!(" for {}", lens.first(person)),
            });
            format!("{at}: what is wanted{} and what must stay so exclude each other", whose.unwrap_or_default())
        }
        Reason::Rule(Code::NotAdministrator) => format!("{at}: no administrator is left who could act"),
        Reason::Rule(Code::NotEnoughLicenses) => format!("{at}: there is no license{of_role} to take"),
        Reason::Rule(code) => {
            let about = role.map(|role| format!("{role}: ")).unwrap_or_default();
            format!("{at}: {about}{}", crate::content::words::obstacle(code))
        }
    }
}

/// What no act takes away again, told before these acts are done, as a sentence without a stop.
#[must_use]
pub fn stays(lens: &Lens<'_>, commands: &[Command], what: Stays) -> String {
    match what {
        Stays::Space(..) | Stays::Group(..) => {
            let name = commands.iter().find_map(|command| made(command, what)).unwrap_or_default();
            let kind = if matches!(what, Stays::Space(..)) { "space" } else { "group" };
            format!("nobody can delete the {kind} {name} again")
        }
        Stays::Shared(platform, item, person) => {
            let (item, first) = (super::acts::item_name(lens, platform, item), lens.first(person));
            format!("{first} keeps reading {item}, until {first} is removed from {}", lens.short(platform))
        }
        Stays::Locked(platform, person, role, until) => {
            let (own, role) = (lens.possessive(person), lens.role_short(role));
            format!("{own} {role} license of {} is locked until day {}", lens.short(platform), until.0)
        }
    }
}

/// The name of what an act makes.
fn made(command: &Command, what: Stays) -> Option<String> {
    let Command::Do { on, act, .. } = command else { return None };
    match (act, what) {
        (Act::CreateSpace { space, name }, Stays::Space(at, made)) if (*on, *space) == (at, made) => Some(name.clone()),
        (Act::CreateGroup { group, name }, Stays::Group(at, made)) if (*on, *group) == (at, made) => Some(name.clone()),
        (Act::Several { acts, .. }, _) => {
            acts.iter().find_map(|act| made(&Command::Do { by: command.actor()?, on: *on, act: act.clone() }, what))
        }
        _ => None,
    }
}
