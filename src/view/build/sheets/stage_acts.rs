//! The acts of *Set the stage*: which fields each needs, and what it comes to.

use super::stage::Form;
use crate::domain::{
    AccessRole, Day, Email, GroupId, InvitedRole, ItemId, LocationId, MemberOption, MemberRole, Membership,
    OrganizationId, OrganizationKind, PersonId, Platform, PlatformId, RoleId, SpaceId, SpaceSetting, SpaceSubject,
    StageAct, UserRight,
};
use crate::view::StageKind;
use crate::view::build::organizations::kind_words;
use crate::view::build::spaces::slug;
use crate::view::text::capitalize;

/// What a part of the form gives, or what is missing.
type Filled<T> = Result<T, String>;

/// The act of the form as it stands; every field is asked for, whatever is missing.
pub(super) fn act(form: &mut Form<'_>) -> Filled<StageAct> {
    match form.draft.kind {
        StageKind::Platform => platform(form),
        StageKind::Person => person(form),
        StageKind::SignedIn => {
            let (who, platform) = (someone(form), platform_of(form));
            Ok(StageAct::Connect { person: who?, platform: platform?.0 })
        }
        StageKind::Organization
        | StageKind::Licenses
        | StageKind::Option
        | StageKind::Locations
        | StageKind::DefaultRoles
        | StageKind::Setting => on_platform(form),
        StageKind::Member => member(form),
        StageKind::FirstUse => first_use(form),
        StageKind::Space
        | StageKind::SpaceMember
        | StageKind::Item
        | StageKind::ItemOwner
        | StageKind::SharedItem
        | StageKind::Group
        | StageKind::GroupRole => content(form),
    }
}

fn platform(form: &mut Form<'_>) -> Filled<StageAct> {
    let (name, company) = (form.words("Name", "Corvane Studio"), form.words("Host company", "Corvane"));
    let (name, company_name) = (name?, company?);
    let platform = free(&name, |id| form.lens.world.platform(PlatformId::new(id)).is_some());
    let company = OrganizationId::new(&named(&company_name));
    Ok(StageAct::AddPlatform { platform: PlatformId::new(&platform), name, company, company_name })
}

fn person(form: &mut Form<'_>) -> Filled<StageAct> {
    let (name, email) = (form.words("Name", "Lo Castellan"), form.words("User email", "lo@corvane.example"));
    let (name, email) = (name?, email?);
    if !email.contains('@') {
        return Err("“User email” is an address such as lo@corvane.example.".into());
    }
    let first = name.split_whitespace().next().unwrap_or_default();
    let id = free(first, |id| form.lens.world.person(PersonId::new(id)).is_some());
    Ok(StageAct::AddPerson { person: PersonId::new(&id), name: Some(name), email: Email::new(&email) })
}

/// What stands on a platform beside people and content.
fn on_platform(form: &mut Form<'_>) -> Filled<StageAct> {
    let platform = platform_of(form);
    match form.draft.kind {
        StageKind::Organization => {
            let kinds = [OrganizationKind::BusinessUnit, OrganizationKind::Supplier];
            let kind = form.choice("Kind", kinds.map(|kind| (kind, capitalize(kind_words(kind)))).to_vec());
            let name = form.words("Name", "Hulls");
            let ((platform, found), name) = (platform?, name?);
            let id = free(&name, |id| found.organizations.contains_key(&OrganizationId::new(id)));
            Ok(StageAct::AddOrganization { platform, organization: OrganizationId::new(&id), name, kind: kind? })
        }
        StageKind::Licenses => {
            let role = form.choice("Role", roles(form));
            let (purchased, last) = (form.number("Purchased", "5"), form.number("Last valid day", "365"));
            Ok(StageAct::SetPool { platform: platform?.0, role: role?, purchased: purchased?, expires: Day(last?) })
        }
        StageKind::Option => {
            let options = MemberOption::ALL.map(|option| (option, option.heading().to_owned())).to_vec();
            let (option, on) = (form.choice("Member option", options), form.tick("On", true));
            Ok(StageAct::SetOption { platform: platform?.0, option: option?, on })
        }
        StageKind::Setting => {
            let settings = SpaceSetting::ALL.map(|setting| (setting, setting.label().to_owned())).to_vec();
            let (setting, on) = (form.choice("Space setting", settings), form.tick("On", true));
            Ok(StageAct::SetSpaceSetting { platform: platform?.0, setting: setting?, on })
        }
        StageKind::Locations => {
            let typed = form.words("Locations", "Europe; Asia")?;
            let locations = typed.split(';').map(str::trim).filter(|word| !word.is_empty()).map(LocationId::new);
            Ok(StageAct::SetLocations { platform: platform?.0, locations: locations.collect() })
        }
        _ => {
            let ticked = form.ticks("Roles", roles(form));
            let assign_license = form.tick("Assign License", true);
            let roles = ticked.into_iter().map(|role| InvitedRole { role, assign_license, restrict_usage: None });
            Ok(StageAct::SetDefaultRoles { platform: platform?.0, roles: roles.collect() })
        }
    }
}

fn member(form: &mut Form<'_>) -> Filled<StageAct> {
    let platform = platform_of(form);
    let person = someone(form);
    let states = [
        (Membership::Active, "Active".to_owned()),
        (Membership::Pending, "Pending".to_owned()),
        (Membership::NoAccess, "No Access".to_owned()),
    ];
    let membership = form.choice("State", states.to_vec());
    let mut rights: Vec<(UserRight, String)> =
        UserRight::ALL.into_iter().map(|right| (right, right.label().to_owned())).collect();
    rights.sort_by_key(|(right, _)| *right != UserRight::Member);
    let right = form.choice("User right", rights);
    let (platform, found) = platform?;
    let company = found.host_company;
    let mut all: Vec<(Vec<OrganizationId>, String)> =
        organizations(found).into_iter().map(|(id, label)| (vec![id], label)).collect();
    all.sort_by_key(|(ids, _)| !ids.contains(&company));
    all.push((Vec::new(), "Employed in none".into()));
    let organizations = form.choice("Organization", all);
    let mut sites = vec![(None, "None chosen".to_owned())];
    sites.extend(found.locations.iter().map(|site| (Some(*site), site.to_string())));
    let location = if found.locations.is_empty() { Ok(None) } else { form.choice("User location", sites) };
    let ticked = form.ticks("Roles", roles(form));
    let assign_license = form.tick("Assign License", true);
    let restricts = form.tick("Restrict Usage to this Platform", true);
    // Only a license that was assigned can be used elsewhere, and only of some kinds is it a choice (E2).
    let free = |role: RoleId| {
        let can = crate::decide::restrict_switch(form.lens.world, found, role, assign_license).is_ok();
        (assign_license && !restricts && can).then_some(false)
    };
    let roles =
        ticked.into_iter().map(|role| MemberRole { role, assign_license, restrict_usage: free(role) }).collect();
    let (person, membership, right) = (person?, membership?, right?);
    Ok(StageAct::AddMember {
        platform,
        person,
        membership,
        right,
        location: location?,
        organizations: organizations?,
        roles,
    })
}

fn first_use(form: &mut Form<'_>) -> Filled<StageAct> {
    let (platform, person) = (platform_of(form), someone(form));
    let (role, day) = (form.choice("Role", roles(form)), form.number("Day", "0"));
    Ok(StageAct::SetFirstUse { platform: platform?.0, person: person?, role: role?, day: Day(day?) })
}

/// Spaces, what is in them, and groups.
fn content(form: &mut Form<'_>) -> Filled<StageAct> {
    let (platform, found) = platform_of(form)?;
    match form.draft.kind {
        StageKind::Space => {
            let name = form.words("Name", "Hull-7")?;
            let id = free(&name, |id| found.space(SpaceId::new(id)).is_some());
            Ok(StageAct::AddSpace { platform, space: SpaceId::new(&id), name })
        }
        StageKind::SpaceMember => space_member(form, found),
        StageKind::Item => {
            let space = form.choice("Space", spaces(found));
            let (name, owner) = (form.words("Name", "Rudder bracket"), form.choice("Owner", organizations(found)));
            let name = name?;
            let id = free(&name, |id| items(found).iter().any(|(item, _)| *item == ItemId::new(id)));
            Ok(StageAct::AddItem { platform, space: space?, item: ItemId::new(&id), name, owner: owner? })
        }
        StageKind::ItemOwner => {
            let (item, owner) = (form.choice("Item", items(found)), form.choice("Owner", organizations(found)));
            Ok(StageAct::SetItemOwner { platform, item: item?, owner: owner? })
        }
        StageKind::SharedItem => {
            let (item, person) = (form.choice("Item", items(found)), form.choice("Person", members(form, found)));
            Ok(StageAct::ShareItem { platform, item: item?, person: person? })
        }
        StageKind::Group => {
            let name = form.words("Name", "Reviewers");
            let members = form.ticks("Members", members(form, found));
            let name = name?;
            let id = free(&name, |id| found.groups.contains_key(&GroupId::new(id)));
            Ok(StageAct::AddGroup { platform, group: GroupId::new(&id), name, members })
        }
        _ => {
            let groups = found.groups.values().map(|group| (group.id, group.name.to_string())).collect();
            let (group, role) = (form.choice("User group", groups), form.choice("Role", roles(form)));
            Ok(StageAct::GrantGroupRole { platform, group: group?, role: role? })
        }
    }
}

fn space_member(form: &mut Form<'_>, found: &Platform) -> Filled<StageAct> {
    let space = form.choice("Space", spaces(found));
    let people = members(form, found).into_iter().map(|(person, label)| (SpaceSubject::Person(person), label));
    let groups = found.groups.values().map(|group| (SpaceSubject::Group(group.id), format!("Group {}", group.name)));
    let who = form.choice("Member", people.chain(groups).collect());
    let mut levels: Vec<(AccessRole, String)> =
        AccessRole::ALL.into_iter().map(|role| (role, role.label().to_owned())).collect();
    levels.sort_by_key(|(role, _)| *role != AccessRole::Author);
    let role = form.choice("Access role", levels);
    let restricted = form.tick("Enable restricted access", false);
    let mut all = vec![(None, "As in Add member(s)".to_owned())];
    all.extend(organizations(found).into_iter().map(|(id, label)| (Some(id), label)));
    let organization = form.choice("Organization", all);
    Ok(StageAct::AddSpaceMember {
        platform: found.id,
        space: space?,
        who: who?,
        role: role?,
        restricted,
        organization: organization?,
    })
}

// ---- What can be chosen

fn platform_of<'a>(form: &mut Form<'a>) -> Filled<(PlatformId, &'a Platform)> {
    let lens = form.lens;
    let all = lens.world.platforms().map(|platform| ((platform.id, platform), platform.name.to_string()));
    form.choice("On platform", all.collect())
}

fn someone(form: &mut Form<'_>) -> Filled<PersonId> {
    let all = form.lens.world.people().map(|person| (person.id, form.lens.name(person.id))).collect();
    form.choice("Who", all)
}

fn roles(form: &Form<'_>) -> Vec<(RoleId, String)> {
    form.lens.world.roles().iter().map(|role| (role.id, role.name.to_string())).collect()
}

fn organizations(platform: &Platform) -> Vec<(OrganizationId, String)> {
    platform.organizations.iter().map(|(id, found)| (*id, found.name.to_string())).collect()
}

fn spaces(platform: &Platform) -> Vec<(SpaceId, String)> {
    let mut all: Vec<_> = platform.spaces.values().map(|space| (space.is_common, space.id, space)).collect();
    all.sort_by_key(|(is_common, ..)| *is_common);
    all.into_iter().map(|(_, id, space)| (id, space.name.to_string())).collect()
}

fn items(platform: &Platform) -> Vec<(ItemId, String)> {
    let all = platform.spaces.values().flat_map(|space| space.items.iter());
    all.map(|(id, item)| (*id, item.name.to_string())).collect()
}

fn members(form: &Form<'_>, platform: &Platform) -> Vec<(PersonId, String)> {
    let known = form.lens.world.people().filter(|person| platform.member(person.id).is_some());
    known.map(|person| (person.id, form.lens.name(person.id))).collect()
}

/// The id a name gets; "x" where nothing of it can stand in one.
fn named(name: &str) -> String {
    let slug = slug(name);
    if slug.is_empty() { "x".into() } else { slug }
}

/// The same, or the first with a number behind it that is free.
fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let id = named(name);
    if !is_taken(&id) {
        return id;
    }
    let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
    numbered.into_iter().find(|id| !is_taken(id)).unwrap_or(id)
}
