//! How far a role has come, in words: along a flow of the bridge, in a member's role row, in a cell of the board.

use crate::access::RoleStanding;
use crate::domain::{Code, PersonId, PlatformId};
use crate::view::{Lens, Status, Tone};

/// Along the flow from a home to a host.
#[must_use]
pub fn lane_words(
    lens: &Lens<'_>,
    standing: RoleStanding,
    person: PersonId,
    from: PlatformId,
    to: PlatformId,
) -> Status {
    let host = lens.short(to);
    let first = || lens.first(person);
    match standing {
        RoleStanding::Open { source } | RoleStanding::Ready { source } | RoleStanding::WaitsFor { source, .. }
            if source == to =>
        {
            Status::new(Tone::Caution, format!("not needed: a license of {host} is taken"))
        }
        RoleStanding::Removed => Status::new(Tone::Bad, format!("stopped: access to {host} was removed")),
        RoleStanding::Uninvited => {
            Status::new(Tone::Waiting, format!("free to travel, {} is not invited yet", first()))
        }
        RoleStanding::NotGranted => Status::new(Tone::Waiting, format!("not granted at {host}")),
        RoleStanding::WaitsFor { needed, .. } => {
            Status::new(Tone::Waiting, format!("waits for {}", lens.role_short(needed)))
        }
        RoleStanding::Ready { .. } => Status::new(Tone::Waiting, format!("will reach {host} once {} accepts", first())),
        RoleStanding::Open { source } => {
            let verb = if source == from { format!("reaches {host}") } else { "serves".to_owned() };
            let license = license_from(lens, person, source, to);
            let whose = match license.starts_with("own") {
                true => lens.possessive(person),
                false => "the".to_owned(),
            };
            Status::new(Tone::Good, format!("{whose} {license} {verb}"))
        }
        RoleStanding::Cut { code, at, .. } => {
            let reason = match code {
                Code::HostOptionOff | Code::HomeOptionOff => "no roles without license",
                Code::HomeLicenseRestricted => "Restrict Usage is on",
                Code::HomeLicenseExpired | Code::Expired => "the license has expired",
                Code::HomeAccessRemoved => "access was removed",
                _ => "no license is held",
            };
            Status::new(Tone::Bad, format!("cut at {}: {reason}", lens.short(at)))
        }
    }
}

/// The same in a few words, for a narrow bridge, and in fewer still: where a flow is cut is drawn, so that why is enough.
#[must_use]
pub fn lane_brief(lens: &Lens<'_>, standing: RoleStanding, person: PersonId, to: PlatformId) -> [String; 2] {
    let brief = match standing {
        RoleStanding::Open { source } | RoleStanding::Ready { source } | RoleStanding::WaitsFor { source, .. }
            if source == to =>
        {
            "not needed".to_owned()
        }
        RoleStanding::Removed => "access removed".to_owned(),
        RoleStanding::Uninvited => "not invited yet".to_owned(),
        RoleStanding::NotGranted => "not granted".to_owned(),
        RoleStanding::WaitsFor { needed, .. } => format!("waits for {}", lens.role_short(needed)),
        RoleStanding::Ready { .. } => format!("once {} accepts", lens.first(person)),
        RoleStanding::Open { .. } => format!("reaches {}", lens.short(to)),
        RoleStanding::Cut { code, at, .. } => {
            let reason = match code {
                Code::HostOptionOff | Code::HomeOptionOff => "option off",
                Code::HomeLicenseRestricted => "restricted",
                Code::HomeLicenseExpired | Code::Expired => "expired",
                Code::HomeAccessRemoved => "access removed",
                _ => "no license",
            };
            return [format!("cut at {}: {reason}", lens.short(at)), reason.to_owned()];
        }
    };
    [brief.clone(), brief]
}

/// Whose license serves the person on the platform `here`, in the words of the guides (R24): their own, which their home
/// platform assigned to them, wherever they use it; one that the host gives them; one of a third platform.
#[must_use]
pub fn license_from(lens: &Lens<'_>, person: PersonId, source: PlatformId, here: PlatformId) -> String {
    match () {
        () if !lens.world.is_outsider(person, source) => "own license".to_owned(),
        () if source == here => "license given".to_owned(),
        () => format!("license of {}", lens.short(source)),
    }
}

/// In the row of a role of the person on the platform `here`.
#[must_use]
pub fn row_words(lens: &Lens<'_>, standing: RoleStanding, person: PersonId, here: PlatformId) -> Status {
    let from = |source: PlatformId| license_from(lens, person, source, here);
    match standing {
        RoleStanding::Open { source } => Status::new(Tone::Good, from(source)),
        RoleStanding::Ready { source } if source == here => Status::new(Tone::Waiting, from(source)),
        RoleStanding::Ready { source } => Status::new(Tone::Waiting, format!("{} on accepting", from(source))),
        RoleStanding::Removed => Status::new(Tone::Bad, "no access"),
        RoleStanding::Uninvited => Status::new(Tone::Bad, "not invited"),
        RoleStanding::NotGranted => Status::new(Tone::Bad, "not granted"),
        RoleStanding::WaitsFor { needed, .. } => {
            Status::new(Tone::Waiting, format!("needs {}", lens.role_short(needed)))
        }
        RoleStanding::Cut { code, at, .. } => {
            let words = match code {
                Code::HomeLicenseRestricted => "restricted at home".to_owned(),
                Code::HomeOptionOff | Code::HostOptionOff => format!("not allowed at {}", lens.short(at)),
                Code::HomeLicenseExpired | Code::Expired => "expired".to_owned(),
                Code::HomeAccessRemoved => "removed at home".to_owned(),
                _ => "no license".to_owned(),
            };
            Status::new(Tone::Bad, words)
        }
    }
}

/// In a cell of the access board on the platform `here`: one short word.
#[must_use]
pub fn cell_words(lens: &Lens<'_>, standing: RoleStanding, person: PersonId, here: PlatformId) -> Status {
    match standing {
        RoleStanding::Removed => Status::new(Tone::Bad, "no access"),
        RoleStanding::Open { source } => Status::new(Tone::Good, license_from(lens, person, source, here)),
        RoleStanding::Ready { .. } => Status::new(Tone::Waiting, "ready"),
        RoleStanding::WaitsFor { .. } => Status::new(Tone::Waiting, "waits"),
        RoleStanding::Cut { .. } | RoleStanding::NotGranted | RoleStanding::Uninvited => Status::new(Tone::Bad, "cut"),
    }
}
