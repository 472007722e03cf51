//! Fills the organizations of a member: what they are employed in, and what leaving costs (R115–R123, C34).

use crate::domain::{Act, Command, GrantedAccess, Member, OrganizationId, OrganizationKind, PersonId, Platform};
use crate::view::{Control, Lens, OrganizationRow};

/// "Hulls"; the id where none is declared.
pub(super) fn name(platform: &Platform, organization: OrganizationId) -> String {
    platform.organizations.get(&organization).map_or_else(|| organization.to_string(), |found| found.name.to_string())
}

/// "Author" or "Author (Restricted)" (R152).
pub(super) fn access_words(access: GrantedAccess) -> String {
    if access.restricted { format!("{} (Restricted)", access.role.label()) } else { access.role.label().to_owned() }
}

/// "business unit".
pub(super) fn kind_words(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::HostCompany => "company",
        OrganizationKind::BusinessUnit => "business unit",
        OrganizationKind::Supplier => "supplier",
    }
}

/// Each organization of the member, with the credentials that would go with it.
pub(super) fn rows(
    lens: &Lens<'_>,
    platform: &Platform,
    viewer: PersonId,
    person: PersonId,
    member: &Member,
) -> Vec<OrganizationRow> {
    let command = |act: Act| Command::new(viewer, platform.id, act);
    let others = |from: OrganizationId| {
        let free = platform.organizations.keys().filter(move |to| **to != from && !member.organizations.contains(to));
        free.map(move |to| {
            let leave = command(Act::LeaveOrganization { person, organization: from });
            let join = command(Act::JoinOrganization { person, organization: *to });
            (name(platform, *to), [leave, join])
        })
    };
    let declared = platform.organizations.iter().filter(|(id, _)| member.organizations.contains(id));
    declared
        .map(|(id, organization)| OrganizationRow {
            name: organization.name.to_string(),
            kind: kind_words(organization.kind).into(),
            leave: lens.control(
                format!("Take {} out of {}", lens.first(person), organization.name),
                command(Act::LeaveOrganization { person, organization: *id }),
                None,
            ),
            loses: credentials_with(platform, person, *id),
            moves: others(*id).collect(),
        })
        .collect()
}

/// The organizations to join.
pub(super) fn joins(
    lens: &Lens<'_>,
    platform: &Platform,
    viewer: PersonId,
    person: PersonId,
    member: &Member,
) -> Vec<Control> {
    let free = platform.organizations.iter().filter(|(id, _)| !member.organizations.contains(id));
    free.map(|(id, organization)| {
        let act = Act::JoinOrganization { person, organization: *id };
        let label = format!("{} ({})", organization.name, kind_words(organization.kind));
        lens.control(label, Command::new(viewer, platform.id, act), None)
    })
    .collect()
}

/// The credentials that carry this organization, as the guides write them: "Hull-7-Hulls-Author" (R119).
fn credentials_with(platform: &Platform, person: PersonId, organization: OrganizationId) -> Vec<String> {
    let held = platform.spaces.values().filter_map(|space| {
        let access = space.entries.get(&person)?.get(&organization)?;
        Some(format!("{}-{}-{}", space.name, name(platform, organization), access_words(*access)))
    });
    held.collect()
}
