//! What stands behind the platform's own labels.

use crate::domain::{Act, Command, MemberOption, Reading, RoleId, SpaceSetting, World};
use crate::view::Lens;
use crate::view::lens::{self, list};

/// What the option does, and what else the guides call it (C2–C4).
#[must_use]
pub fn option_help(option: MemberOption) -> &'static str {
    match option {
        MemberOption::UngrantExpiredRoles => {
            "At a member’s next login, roles whose license has expired here are taken away, except prerequisites of a \
             role that is still valid."
        }
        MemberOption::GrantWithoutLicense => {
            "Roles can be granted without taking a license of this platform, and two switches appear: Assign License \
             and Restrict Usage to this Platform. Also called “grant roles without assigning the associated license”. \
             It can go off again only while nobody uses it."
        }
        MemberOption::MemberInvitations => {
            "Any member may invite outsiders by sharing content; they get the default roles. Not needed when an \
             administrator invites. Also called “Invitation from members”."
        }
        MemberOption::PlatformLocations => {
            "Adds a location to the invitation, for performance only. No effect on roles, licenses or spaces."
        }
    }
}

/// What to think of before an option is switched: who may invite from then on (C3, F15), and what sharing takes (C20).
#[must_use]
pub fn caution(lens: &Lens<'_>, command: &Command) -> Option<String> {
    match command {
        Command::Do { act: Act::SetOption { option: MemberOption::MemberInvitations, on: true }, .. } => Some(
            "Every member may invite outsiders then. Unless all of them should, leave inviting to administrators."
                .to_owned(),
        ),
        Command::Do { on, act: Act::SetOption { option: MemberOption::GrantWithoutLicense, on: false }, .. } => {
            let platform = lens.world.platform(*on)?;
            let spared = |role: RoleId| platform.default_roles.get(&role).is_some_and(|terms| !terms.assign_license);
            let roles = lens.world.roles().iter().filter(|role| spared(role.id));
            let roles: Vec<String> = roles.map(|role| role.short.to_string()).collect();
            (!roles.is_empty()).then(|| {
                format!(
                    "Each sharing that invites somebody takes a license of {} then: the default roles give {} without \
                     one now.",
                    lens.short(*on),
                    list(&roles)
                )
            })
        }
        _ => None,
    }
}

/// "3D Creator needs 3DSwymer too; without it the role stays blocked" (F43, W18 b).
#[must_use]
pub fn needs_too(lens: &Lens<'_>, role: RoleId, missing: &[RoleId]) -> String {
    let missing: Vec<String> = missing.iter().map(|needed| lens.role_short(*needed)).collect();
    format!("{} needs {} too; without it the role stays blocked.", lens.role_short(role), list(&missing))
}

/// What the setting does in this world, which may read the guides in another way (C11).
#[must_use]
pub fn setting_help(world: &World, setting: SpaceSetting) -> &'static str {
    match setting {
        SpaceSetting::CommonSpaceForNewUsers if world.reads(Reading::CommonSpaceForExternals) => {
            "Everybody new gets into the Common Space, externals too. People already in it stay."
        }
        SpaceSetting::CommonSpaceForNewUsers => {
            "New members get into the Common Space; externals do not. People already in it stay."
        }
        SpaceSetting::PublicReader => "Offers the access role Public Reader in spaces.",
        SpaceSetting::Reader => "Offers the access role Reader in spaces.",
        SpaceSetting::RestrictedRoles => "Offers access roles that reach only content of one’s own organization.",
        SpaceSetting::AssociateLeaderAndOwner => "Leader and Owner are one row; off: two rows.",
        SpaceSetting::PendingExternals => "A pending external can be picked in Add member(s), by the full address.",
    }
}

/// "1 invitation to accept": what is counted at the bell and at *Mail*, where one invitation can come as an email and as
/// a notification, and other messages ask for nothing.
#[must_use]
pub fn invitations_to_accept(count: usize) -> String {
    match count {
        0 => "no invitation to accept".to_owned(),
        _ => lens::count(count, "invitation to accept", "invitations to accept"),
    }
}
