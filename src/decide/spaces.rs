//! Spaces and their members (R39, R78–R82, R111–R159, C25, C26, C31, E7, E13).

use super::{Scene, grants::qualifying_organizations};
use crate::access::{Question, Scope, explain};
use crate::domain::lettering::name_problem;
use crate::domain::{
    AccessRole, Code, CollabSpace, Door, Event, GrantedAccess, GroupId, ItemId, Membership, Message, MessageKind,
    OrganizationId, PersonId, Platform, Reading, Refusal, RoleId, SpaceId, SpaceSetting, SpaceSubject, UserRight,
    World,
};

/// What is asked for in *Add member(s)* or *Manage Members*.
pub(super) struct Order {
    space: SpaceId,
    who: SpaceSubject,
    access: GrantedAccess,
    door: Door,
}

impl Order {
    pub(super) fn new(space: SpaceId, who: SpaceSubject, role: AccessRole, restricted: bool, door: Door) -> Self {
        Self { space, who, access: GrantedAccess { role, restricted }, door }
    }
}

/// Does the platform offer this access role (R137, R148–R151)? Settings decide what is offered, not what works.
#[must_use]
pub fn is_offered(platform: &Platform, access: GrantedAccess) -> bool {
    let joined = platform.has_setting(SpaceSetting::AssociateLeaderAndOwner);
    let role_offered = match access.role {
        AccessRole::PublicReader => platform.has_setting(SpaceSetting::PublicReader) && !access.restricted,
        AccessRole::Reader => platform.has_setting(SpaceSetting::Reader),
        AccessRole::Contributor | AccessRole::Author => true,
        AccessRole::Leader | AccessRole::Owner => !joined,
        AccessRole::LeaderAndOwner => joined,
    };
    role_offered && (!access.restricted || platform.has_setting(SpaceSetting::RestrictedRoles))
}

/// May this person be picked for a space (C10, E13)? Members and externals with CSV, by their line in the list (R127,
/// R128, R140), and pending externals while a setting shows them (R144). Fails with the obstacle.
pub fn may_be_picked(world: &World, platform: &Platform, person: PersonId) -> Result<(), Refusal> {
    let refuse = |code| Err(Refusal::new(code, platform.id).about(person));
    let Some(member) = platform.member(person) else { return refuse(Code::NotInvited) };
    match member.membership {
        Membership::NoAccess => refuse(Code::AccessRemoved),
        Membership::Pending => {
            let is_hidden =
                member.right == UserRight::External && !platform.has_setting(SpaceSetting::PendingExternals);
            if is_hidden { refuse(Code::NoMatch) } else { Ok(()) }
        }
        Membership::Active => {
            let question = Question::RoleUsable { person, platform: platform.id, role: RoleId::csv() };
            let strict = world.reads(Reading::UsableCsvWhenAdding);
            let is_granted = platform.is_granted(person, RoleId::csv());
            if is_granted && (!strict || explain(world, question).holds()) {
                return Ok(());
            }
            let refusal = Refusal::new(Code::NoMatch, platform.id).about(person).of_role(RoleId::csv());
            let readings = is_granted.then_some(Reading::UsableCsvWhenAdding).into_iter().collect();
            Err(Refusal { readings, ..refusal })
        }
    }
}

impl Scene<'_> {
    /// A space of this name, without its surrounding blanks; no other space of the platform has it.
    pub(super) fn new_space(&self, space: SpaceId, name: &str) -> Result<Event, Refusal> {
        let spaces = &self.platform.spaces;
        if spaces.contains_key(&space) {
            return Err(self.refuse(Code::AlreadyMember));
        }
        let name = self.free_name(name, spaces.values().map(|other| &*other.name))?;
        Ok(Event::SpaceAdded { platform: self.platform.id, space, name: name.into(), is_common: false })
    }

    /// The name as it is kept, when nothing else bears it and it can be read.
    pub(super) fn free_name<'n>(
        &self,
        name: &'n str,
        mut others: impl Iterator<Item = &'n str>,
    ) -> Result<&'n str, Refusal> {
        let name = name.trim();
        if others.any(|other| other == name) {
            return Err(self.refuse(Code::AlreadyMember));
        }
        if name_problem(name).is_some() {
            return Err(self.refuse(Code::NoMatch));
        }
        Ok(name)
    }
}

pub(super) fn create(scene: &Scene<'_>, space: SpaceId, name: &str) -> Result<Vec<Event>, Refusal> {
    if scene.platform.member(scene.by).is_some_and(|member| member.right == UserRight::External) {
        return Err(scene.refuse(Code::NotAdministrator).about(scene.by));
    }
    scene.needs_signed_in()?;
    let mut events = vec![scene.new_space(space, name)?];
    let platform = scene.platform.id;
    for organization in qualifying_organizations(scene.platform, scene.by) {
        let access = GrantedAccess::whole(AccessRole::LeaderAndOwner);
        events.push(Event::CredentialSet { platform, space, person: scene.by, organization, access });
    }
    Ok(events)
}

/// Adds one person or group to one space under one access role, restricted or not (R41, R80, R81, R111, R112, R136,
/// R153, R154); a person also before they accept (R82), and each is notified (R156).
pub(super) fn add(scene: &Scene<'_>, order: &Order, by_hand: Option<OrganizationId>) -> Result<Vec<Event>, Refusal> {
    let reach = scene.pass_door(order.space, order.door)?;
    scene.check_reach(&reach, order.who, Some(order.access))?;
    if let Some(organization) = by_hand {
        scene.within(&reach, vec![organization])?;
    }
    let space = scene.space(order.space)?;
    match order.who {
        SpaceSubject::Person(person) => may_be_picked(scene.world, scene.platform, person)?,
        SpaceSubject::Group(group) => scene.group(group)?,
    }
    if by_hand.is_some_and(|organization| !scene.platform.organizations.contains_key(&organization)) {
        return Err(scene.refuse(Code::UnknownOrganization));
    }
    scene.check_offered(order.access)?;
    let platform = scene.platform.id;
    Ok(match order.who {
        SpaceSubject::Group(group) => {
            vec![Event::GroupAccessSet { platform, space: space.id, group, access: order.access }]
        }
        SpaceSubject::Person(person) => {
            let organizations = match by_hand {
                Some(organization) => vec![organization],
                None => scene.within(&reach, qualifying_organizations(scene.platform, person))?,
            };
            let mut events = scene.credentials(space, person, organizations, order.access);
            let message = Message { kind: MessageKind::SpaceNotification(space.id), platform, from: scene.by };
            events.push(Event::MessageSent { person, message });
            events
        }
    })
}

pub(super) fn change(scene: &Scene<'_>, order: &Order) -> Result<Vec<Event>, Refusal> {
    let reach = scene.pass_door(order.space, order.door)?;
    scene.check_reach(&reach, order.who, Some(order.access))?;
    let space = scene.space(order.space)?;
    let platform = scene.platform.id;
    match order.who {
        SpaceSubject::Group(group) => {
            let present = space.groups.get(&group).ok_or_else(|| scene.refuse(Code::NoMatch))?;
            scene.check_offered(order.access)?;
            let event = Event::GroupAccessSet { platform, space: space.id, group, access: order.access };
            Ok(if *present == order.access { Vec::new() } else { vec![event] })
        }
        SpaceSubject::Person(person) => {
            let entry = space.entries.get(&person).filter(|entry| !entry.is_empty());
            let entry = entry.ok_or_else(|| scene.missing(person))?;
            let mut organizations = scene.within(&reach, entry.keys().copied().collect())?;
            scene.check_offered(order.access)?;
            organizations.retain(|organization| entry.get(organization) != Some(&order.access));
            Ok(scene.credentials(space, person, organizations, order.access))
        }
    }
}

/// Takes a person or a group out of a space, the Common Space too (R35, R37, R39): whoever is in it, which takes an
/// invitation first (R38).
pub(super) fn remove(scene: &Scene<'_>, space: SpaceId, who: SpaceSubject, door: Door) -> Result<Vec<Event>, Refusal> {
    let reach = scene.pass_door(space, door)?;
    scene.check_reach(&reach, who, None)?;
    let space = scene.space(space)?;
    let platform = scene.platform.id;
    match who {
        SpaceSubject::Group(group) => {
            space.groups.get(&group).ok_or_else(|| scene.refuse(Code::NoMatch))?;
            Ok(vec![Event::GroupAccessRemoved { platform, space: space.id, group }])
        }
        SpaceSubject::Person(person) => {
            let entry = space.entries.get(&person).ok_or_else(|| scene.missing(person))?;
            let all: Vec<OrganizationId> = entry.keys().copied().collect();
            let mine = scene.within(&reach, all.clone())?;
            scene.not_through_group(space, person, entry.values())?;
            if mine.len() == all.len() {
                return Ok(vec![Event::SpaceEntryRemoved { platform, space: space.id, person }]);
            }
            let removed = |organization| Event::CredentialRemoved { platform, space: space.id, person, organization };
            Ok(mine.into_iter().map(removed).collect())
        }
    }
}

/// A single credential, by hand (R135, F25). The person's line goes with the last one, as when all of them are taken
/// out at once (inferred).
pub(super) fn remove_credential(
    scene: &Scene<'_>,
    space: SpaceId,
    person: PersonId,
    organization: OrganizationId,
    door: Door,
) -> Result<Vec<Event>, Refusal> {
    let reach = scene.pass_door(space, door)?;
    scene.check_reach(&reach, SpaceSubject::Person(person), None)?;
    scene.within(&reach, vec![organization])?;
    let space = scene.space(space)?;
    let entry = space.entries.get(&person).ok_or_else(|| scene.missing(person))?;
    let access = entry.get(&organization).ok_or_else(|| scene.refuse(Code::NoMatch).about(person))?;
    scene.not_through_group(space, person, std::iter::once(access))?;
    let platform = scene.platform.id;
    Ok(vec![if entry.len() == 1 {
        Event::SpaceEntryRemoved { platform, space: space.id, person }
    } else {
        Event::CredentialRemoved { platform, space: space.id, person, organization }
    }])
}

/// The title of a space: an administrator's or an Owner's, not an Owner (Restricted)'s (F24). The Common Space keeps
/// its name (F26).
pub(super) fn edit_properties(
    scene: &Scene<'_>,
    space: SpaceId,
    name: &str,
    door: Door,
) -> Result<Vec<Event>, Refusal> {
    if scene.pass_door(space, door)?.0.is_some() {
        return Err(scene.refuse(Code::NotOwner).about(scene.by));
    }
    let (found, name) = (scene.space(space)?, name.trim());
    if *found.name == *name {
        return Ok(Vec::new());
    }
    let name = scene.free_name(name, scene.platform.spaces.values().map(|other| &*other.name))?;
    if found.is_common {
        return Err(scene.refuse(Code::NoMatch));
    }
    Ok(vec![Event::SpaceRenamed { platform: scene.platform.id, space, name: name.into() }])
}

/// Moving content changes who can reach it (R42): an administrator, or an owner of both spaces.
pub(super) fn move_item(scene: &Scene<'_>, item: ItemId, to: SpaceId) -> Result<Vec<Event>, Refusal> {
    let from = scene.platform.spaces.values().find(|space| space.items.contains_key(&item)).map(|space| space.id);
    if scene.needs_administrator().is_err() {
        for space in from.into_iter().chain([to]) {
            if scene.pass_door(space, Door::ThreeDSpace)?.0.is_some() {
                return Err(scene.refuse(Code::NotOwner).about(scene.by));
            }
        }
    }
    let from = from.ok_or_else(|| scene.refuse(Code::NoMatch))?;
    scene.space(to)?;
    if from == to {
        return Ok(Vec::new());
    }
    Ok(vec![Event::ItemMoved { platform: scene.platform.id, item, from, to }])
}

/// Whom the actor may manage: everybody, or only these organizations (Owner (Restricted), R125).
struct Reach(Option<Vec<OrganizationId>>);

impl<'a> Scene<'a> {
    /// The two doors: the control center asks for an administrator (R79), 3DSpace for an owner of the space (R124, C31).
    fn pass_door(&self, space: SpaceId, door: Door) -> Result<Reach, Refusal> {
        match door {
            Door::ControlCenter => self.needs_administrator().map(|()| Reach(None)),
            Door::ThreeDSpace => {
                self.needs_signed_in()?;
                let question = Question::SpaceAccess { person: self.by, platform: self.platform.id, space };
                let explanation = explain(self.world, question);
                let access = explanation.access.as_ref().filter(|_| explanation.holds());
                match access.and_then(crate::access::EffectiveAccess::ownership) {
                    None => Err(self.refuse(Code::NotOwner).about(self.by)),
                    Some(Scope::All) => Ok(Reach(None)),
                    Some(Scope::Own(organizations)) => Ok(Reach(Some(organizations.iter().copied().collect()))),
                }
            }
        }
    }

    /// The two limits of an Owner (Restricted) (R125, R126, C25).
    fn check_reach(&self, reach: &Reach, who: SpaceSubject, access: Option<GrantedAccess>) -> Result<(), Refusal> {
        let Reach(Some(own)) = reach else { return Ok(()) };
        if access.is_some_and(|access| !access.restricted) {
            return Err(self.refuse(Code::RestrictedRolesOnly).about(self.by));
        }
        let is_own = match who {
            SpaceSubject::Group(_) => own.contains(&self.platform.host_company),
            SpaceSubject::Person(person) => {
                qualifying_organizations(self.platform, person).iter().any(|organization| own.contains(organization))
            }
        };
        if is_own { Ok(()) } else { Err(self.refuse(Code::OtherOrganization).about(self.by)) }
    }

    /// Those of the organizations that the actor may manage; refused when none of them is.
    fn within(&self, reach: &Reach, mut organizations: Vec<OrganizationId>) -> Result<Vec<OrganizationId>, Refusal> {
        let Reach(Some(own)) = reach else { return Ok(organizations) };
        let had_some = !organizations.is_empty();
        organizations.retain(|organization| own.contains(organization));
        if had_some && organizations.is_empty() {
            return Err(self.refuse(Code::OtherOrganization).about(self.by));
        }
        Ok(organizations)
    }

    /// Refused while a group of the person gives one of these levels in the space (F25).
    fn not_through_group<'b>(
        &self,
        space: &CollabSpace,
        person: PersonId,
        mut given: impl Iterator<Item = &'b GrantedAccess>,
    ) -> Result<(), Refusal> {
        let by_groups: Vec<GrantedAccess> =
            self.platform.groups_of(person).filter_map(|group| space.groups.get(&group.id)).copied().collect();
        let is_covered = given.any(|access| by_groups.contains(access));
        if is_covered { Err(self.refuse(Code::GrantedThroughGroup).about(person)) } else { Ok(()) }
    }

    fn check_offered(&self, access: GrantedAccess) -> Result<(), Refusal> {
        if is_offered(self.platform, access) { Ok(()) } else { Err(self.refuse(Code::AccessRoleNotOffered)) }
    }

    fn space(&self, space: SpaceId) -> Result<&'a CollabSpace, Refusal> {
        self.platform.space(space).ok_or_else(|| self.refuse(Code::NoMatch))
    }

    /// The group must be there first (R129).
    fn group(&self, group: GroupId) -> Result<(), Refusal> {
        self.platform.groups.get(&group).map(|_| ()).ok_or_else(|| self.refuse(Code::NoMatch))
    }

    /// One credential for each of these organizations (R114).
    fn credentials(
        &self,
        space: &CollabSpace,
        person: PersonId,
        organizations: Vec<OrganizationId>,
        access: GrantedAccess,
    ) -> Vec<Event> {
        let set = |organization| Event::CredentialSet {
            platform: self.platform.id,
            space: space.id,
            person,
            organization,
            access,
        };
        organizations.into_iter().map(set).collect()
    }
}
