//! How far a role has come, in words: along a flow of the bridge, in a member's role row, in a cell of the board.

use crate::access::RoleStanding;
use crate::domain::{Code, PersonId, PlatformId};
use crate::view::{CellWords, Lens, Status, Tone};

/// Whose license serves a person on a platform (R24).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum License {
    /// Their own, which their home platform assigned to them, wherever they use it.
    Own,
    /// One that the platform gives them as a guest.
    Given,
    /// One of a third platform.
    Of(PlatformId),
}

impl License {
    /// Whose it is, when the license of `source` serves the person on the platform `here`.
    #[must_use]
    pub fn of(lens: &Lens<'_>, person: PersonId, source: PlatformId, here: PlatformId) -> Self {
        match () {
            () if !lens.world.is_outsider(person, source) => Self::Own,
            () if source == here => Self::Given,
            () => Self::Of(source),
        }
    }

    /// In the words of the guides.
    #[must_use]
    pub fn words(self, lens: &Lens<'_>) -> String {
        match self {
            Self::Own => "own license".to_owned(),
            Self::Given => "license given".to_owned(),
            Self::Of(platform) => format!("license of {}", lens.short(platform)),
        }
    }

    /// The same where it is known that a license is spoken of.
    fn brief(self, lens: &Lens<'_>) -> String {
        match self {
            Self::Own => "own".to_owned(),
            Self::Given => "given".to_owned(),
            Self::Of(platform) => format!("{}’s", lens.short(platform)),
        }
    }
}

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
            let license = License::of(lens, person, source, to);
            let whose = match license {
                License::Own => lens.possessive(person),
                License::Given | License::Of(_) => "the".to_owned(),
            };
            Status::new(Tone::Good, format!("{whose} {} {verb}", license.words(lens)))
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

/// In the row of a role of the person on the platform `here`.
#[must_use]
pub fn row_words(lens: &Lens<'_>, standing: RoleStanding, person: PersonId, here: PlatformId) -> Status {
    let from = |source: PlatformId| License::of(lens, person, source, here).words(lens);
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

/// In a cell of the access board on the platform `here`: one short word. Its row is about licenses.
#[must_use]
pub fn cell_words(lens: &Lens<'_>, standing: RoleStanding, person: PersonId, here: PlatformId) -> CellWords {
    match standing {
        RoleStanding::Removed => Status::new(Tone::Bad, "no access").into(),
        RoleStanding::Open { source } => {
            let license = License::of(lens, person, source, here);
            let brief = license.brief(lens);
            let status = Status::new(Tone::Good, license.words(lens));
            CellWords { status, brief: brief.clone(), briefest: brief }
        }
        RoleStanding::Ready { .. } => Status::new(Tone::Waiting, "ready").into(),
        RoleStanding::WaitsFor { .. } => Status::new(Tone::Waiting, "waits").into(),
        RoleStanding::Cut { .. } | RoleStanding::NotGranted | RoleStanding::Uninvited => {
            Status::new(Tone::Bad, "cut").into()
        }
    }
}
