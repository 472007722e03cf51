//! Reading one item: through a space that opens, or because it was shared with the person (C30, E7, R138).

use crate::access::{EffectiveAccess, Question, Scope, explain, is_signed_in};
use crate::domain::{ItemId, PersonId, PlatformId, World};

/// Can the person read the item now? Only on the platform where it is (R62, R104), in spaces that open to them (R32, R40,
/// R43), and of restricted access only what their organization owns (R64, R138).
#[must_use]
pub fn can_read(world: &World, person: PersonId, platform: PlatformId, item: ItemId) -> bool {
    let Some(found) = world.platform(platform) else { return false };
    if found.shares.contains(&(item, person)) && is_signed_in(world, person, platform) {
        return true;
    }
    found.spaces.values().any(|space| {
        let Some(content) = space.items.get(&item) else { return false };
        let explanation = explain(world, Question::SpaceAccess { person, platform, space: space.id });
        explanation.holds()
            && match explanation.access.as_ref().and_then(EffectiveAccess::reading) {
                None => false,
                Some(Scope::All) => true,
                Some(Scope::Own(organizations)) => organizations.contains(&content.owner),
            }
    })
}
