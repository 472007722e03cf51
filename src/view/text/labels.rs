//! What stands behind the platform's own labels.

use crate::domain::{MemberOption, Reading, SpaceSetting, World};

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
