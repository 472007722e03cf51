//! From the message: what a user reports, and which of its possible causes fit this state.
//!
//! [`diagnose`] is the way in. Nothing is decided here: whether a suspect fits is read off [`explain`](crate::access) and
//! [`decide`](crate::decide), which are asked about this very person and platform.

#![warn(clippy::wildcard_enum_match_arm)]

mod attempts;
mod look;
mod obstacles;
mod symptom;

pub use symptom::Symptom;

use crate::access::{Check, Question};
use crate::decide::Hidden;
use crate::domain::{
    Code, Command, GroupId, ItemId, PersonId, PlatformId, Refusal, RoleId, SpaceId, SpaceSetting, World,
};

/// Something that can be behind a symptom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Suspect {
    /// A check of the decision fails for this reason; of codes about a prerequisite, any.
    Obstacle(Code),
    /// What is tried is refused for this reason; of codes about a prerequisite, any.
    Refused(Code),
    /// The invitation went to another address (R17, F38).
    OtherAddress,
    /// Platform locations, which never matter (R107, C2).
    Locations,
    /// Another role whose licenses have expired is still granted (R90, F49).
    OtherRoleExpired,
    /// Only people with Collaborative Industry Innovator can be picked (R127, C10).
    NotPickedWithoutCsv,
    /// Pending external users are not offered in spaces (R144).
    PendingHidden,
    /// Pending people have no name; their address must be typed (R142, R143).
    PendingHasNoName,
    /// In the Common Space (R34, R37).
    InCommonSpace,
    /// A group gives more than the person's own entry (R158, R159).
    GroupGives,
    /// An item was shared with the person (C30).
    ItemShared,
    /// It is in the lower list (R22, R23).
    ListedBelow,
    /// Roles may not be granted without a license on this platform (R8, R97).
    OptionOff,
    /// It is granted already.
    AlreadyGranted,
    /// *Assign License* is not offered.
    NoAssign(#[serde(skip)] Hidden),
    /// *Restrict Usage* is not offered.
    NoRestrict(#[serde(skip)] Hidden),
    /// The text concerns assigning only; the role goes without (R98, F6).
    ConcernsAssigning,
    /// Without the option every role takes a license, and none is left (R98).
    LicenseNeeded,
    /// A license of this platform is assigned to the person (R50, R74).
    LicenseAssigned,
    /// The option is off already.
    AlreadyOff,
    /// A space setting is off (R137, R150, R151).
    SettingOff(SpaceSetting),
}

/// What was looked at. What a suspect has nothing to do with stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The check of a decision, with its question.
    pub check: Option<(Question, Check)>,
    /// What was tried and refused.
    pub refused: Option<(Command, Refusal)>,
    /// The roles it is about.
    pub roles: Vec<RoleId>,
    /// The space.
    pub space: Option<SpaceId>,
    /// The group.
    pub group: Option<GroupId>,
    /// The item.
    pub item: Option<ItemId>,
    /// Another person or address.
    pub other: Option<PersonId>,
}

/// A suspect, looked at in this state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub suspect: Suspect,
    /// Does it fit this state?
    pub fits: bool,
    /// What was seen.
    pub evidence: Evidence,
    /// The act that cures it, or the first of several; none when nothing is to be done or nobody can.
    pub cure: Option<Command>,
}

/// Who reports what: the person it is about, and the platform they speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// What is reported.
    pub symptom: Symptom,
    /// Whom it is about.
    pub person: PersonId,
    /// Where.
    pub platform: PlatformId,
}

/// Every suspect of the symptom: those that fit this state first, each part in the order of likelihood.
#[must_use]
pub fn diagnose(world: &World, report: Report) -> Vec<Finding> {
    let suspects = report.symptom.suspects();
    let obstacles = obstacles::of(world, report);
    let refusals = attempts::refusals(world, report);
    let mut found: Vec<Finding> = suspects
        .into_iter()
        .map(|suspect| {
            if let Suspect::Obstacle(code) = suspect {
                obstacles::finding(world, report, &obstacles, code)
            } else if let Suspect::Refused(code) = suspect {
                attempts::finding(world, report, &refusals, code)
            } else {
                look::finding(world, report, suspect)
            }
        })
        .collect();
    found.sort_by_key(|finding| !finding.fits);
    found
}

/// Are these the same reason, whichever prerequisite they are about?
fn is_same(one: Code, other: Code) -> bool {
    one.rank() == other.rank()
}
