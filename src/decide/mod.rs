//! What may happen: a command becomes events, or a refusal with its code. One file per area, one line per act.
//!
//! Refusals are checked in the order of E12, so the first one found is the headline.

#![warn(clippy::wildcard_enum_match_arm)]

mod aftermath;
mod gate;
mod grants;
mod groups;
mod invite;
mod licenses;
mod login;
mod membership;
mod options;
mod readings;
mod search;
mod share;
mod spaces;
mod stage;

pub use crate::access::{Hidden, RoleList, assign_switch, restrict_switch, role_list};
pub use grants::qualifying_organizations;
pub use invite::{AddressProblem, MOST_ADDRESSES, address_problem, newcomers};
pub use licenses::locked_until;
pub use login::{Kept, kept_roles};
pub use options::blockers;
pub use readings::readings_behind;
pub use search::{Found, search};
pub use spaces::{is_offered, may_be_picked};

use crate::domain::{Act, Code, Command, Event, PersonId, Platform, Refusal, World, apply_all};

/// What would happen. The same answer serves the act itself, greyed controls, previews and plans.
///
/// Fails with the obstacle in the order of E12. An empty list means that everything is as wanted already.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    outcome(world, command).map(|(_, events)| events)
}

/// Why it would be refused, if it would be: the refusal of [`decide`], without working out what follows from the act.
#[must_use]
pub fn refusal(world: &World, command: &Command) -> Option<Refusal> {
    itself(world, command).err()
}

/// Decides and records: the world after the act, with what happened.
pub fn act(world: &World, command: &Command) -> Result<(World, Vec<Event>), Refusal> {
    let (after, events) = outcome(world, command)?;
    Ok((after.unwrap_or_else(|| world.clone()), events))
}

/// The world after the act, where it changes anything, and what happened.
fn outcome(world: &World, command: &Command) -> Result<(Option<World>, Vec<Event>), Refusal> {
    let mut events = itself(world, command)?;
    if events.is_empty() {
        return Ok((None, events));
    }
    let mut after = world.clone();
    apply_all(&mut after, &events);
    let consequences = aftermath::of(world, &after);
    apply_all(&mut after, &consequences);
    events.extend(consequences);
    Ok((Some(after), events))
}

/// What happens by the act itself; what follows from it refuses nothing.
fn itself(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Do { by, on, act } => {
            let platform = world.platform(*on).ok_or_else(|| Refusal::anywhere(Code::NoMatch))?;
            decide_act(&Scene { world, platform, by: *by }, act)
        }
        Command::Stage(act) => stage::decide(world, act),
    }
}

/// Who acts where, in which world.
#[derive(Clone, Copy)]
struct Scene<'a> {
    world: &'a World,
    platform: &'a Platform,
    by: PersonId,
}

fn decide_act(scene: &Scene<'_>, act: &Act) -> Result<Vec<Event>, Refusal> {
    match act {
        Act::SetOption { option, on } => options::set_option(scene, *option, *on),
        Act::SetLocations { locations } => options::set_locations(scene, locations),
        Act::SetDefaultRoles { roles } => options::set_default_roles(scene, roles),
        Act::SetSpaceSetting { setting, on } => options::set_space_setting(scene, *setting, *on),
        Act::Invite { emails, right, location, organization, roles } => {
            let order =
                invite::Order { emails, right: *right, location: *location, organization: *organization, roles };
            invite::invite(scene, &order)
        }
        Act::ResendInvitation { person } => invite::resend(scene, *person),
        Act::CancelInvitation { person } => membership::cancel_invitation(scene, *person),
        Act::AcceptInvitation { via } => login::accept(scene, *via),
        Act::SwitchPlatform => login::switch(scene),
        Act::GrantRole { person, role, terms } => licenses::grant(scene, *person, *role, *terms),
        Act::UngrantRole { person, role } => licenses::ungrant(scene, *person, *role),
        Act::SetAssignLicense { person, role, on: true } => licenses::assign(scene, *person, *role),
        Act::SetAssignLicense { person, role, on: false } => licenses::take_back(scene, *person, *role),
        Act::SetRestrictUsage { person, role, on } => licenses::restrict(scene, *person, *role, *on),
        Act::RemoveAccess { person } => membership::remove_access(scene, *person),
        Act::GiveAccessBack { person } => membership::give_access_back(scene, *person),
        Act::RemoveMember { person } => membership::remove(scene, *person),
        Act::ChangeRight { person, right } => membership::change_right(scene, *person, *right),
        Act::JoinOrganization { person, organization } => membership::join(scene, *person, *organization),
        Act::LeaveOrganization { person, organization } => membership::leave(scene, *person, *organization),
        Act::CreateSpace { space, name } => spaces::create(scene, *space, name),
        Act::AddSpaceMember { space, who, role, restricted, organization, door } => {
            let order = spaces::Order::new(*space, *who, *role, *restricted, *door);
            spaces::add(scene, &order, *organization)
        }
        Act::ChangeSpaceMember { space, who, role, restricted, door } => {
            spaces::change(scene, &spaces::Order::new(*space, *who, *role, *restricted, *door))
        }
        Act::RemoveSpaceMember { space, who, door } => spaces::remove(scene, *space, *who, *door),
        Act::RemoveCredential { space, person, organization, door } => {
            spaces::remove_credential(scene, *space, *person, *organization, *door)
        }
        Act::EditSpaceProperties { space, name, door } => spaces::edit_properties(scene, *space, name, *door),
        Act::MoveItem { item, to } => spaces::move_item(scene, *item, *to),
        Act::ShareItem { item, email } => share::share(scene, *item, *email),
        Act::CreateGroup { group, name } => groups::create(scene, *group, name),
        Act::JoinGroup { group, person } => groups::join(scene, *group, *person),
        Act::LeaveGroup { group, person } => groups::leave(scene, *group, *person),
        Act::GrantGroupRole { group, role } => groups::grant(scene, *group, *role),
        Act::UngrantGroupRole { group, role } => groups::ungrant(scene, *group, *role),
        Act::Several { acts, .. } => several(scene, acts),
    }
}

/// Each act on top of the one before; the first that is refused refuses all.
fn several(scene: &Scene<'_>, acts: &[Act]) -> Result<Vec<Event>, Refusal> {
    let mut world = scene.world.clone();
    let mut events = Vec::new();
    for one in acts {
        let (after, more) = act(&world, &Command::new(scene.by, scene.platform.id, one.clone()))?;
        world = after;
        events.extend(more);
    }
    Ok(events)
}
