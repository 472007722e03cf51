//! The rules as logic: what follows from the facts of a world. Nothing here knows how the engine decides.
//!
//! Universal conditions ("every prerequisite") are counted up one by one, so that the program needs no order of roles.

use ascent::aggregators::min;
use ascent::ascent;
use crossinvite::domain::*;

/// The capabilities an access role gives (F23). Whoever has any sees at least what a Public Reader sees.
pub fn capabilities(role: AccessRole) -> &'static [AccessRole] {
    use AccessRole::*;
    match role {
        PublicReader => &[PublicReader],
        Reader => &[PublicReader, Reader],
        Contributor => &[PublicReader, Reader, Contributor],
        Author => &[PublicReader, Reader, Contributor, Author],
        Leader => &[PublicReader, Reader, Contributor, Author, Leader],
        Owner => &[PublicReader, Reader, Owner],
        LeaderAndOwner => &[PublicReader, Reader, Contributor, Author, Leader, Owner],
    }
}

ascent! {
    pub struct Rules;

    // ---- Facts (E1)

    /// A platform and its place in the world file.
    relation platform(PlatformId, usize);
    relation person(PersonId);
    relation role(RoleId);
    relation linked(RoleId);
    /// Role, running number, direct prerequisite.
    relation needs(RoleId, usize, RoleId);
    relation number_of_needs(RoleId, usize);
    relation opt_a(PlatformId);
    relation opt_b(PlatformId);
    /// Reading S0 asks for the option of this home (C1).
    relation is_asked(PlatformId);
    /// Reading "also foreign" looks from this platform at seats elsewhere (C18).
    relation looks_abroad(PlatformId);
    relation member(PersonId, PlatformId, Membership);
    relation administrator(PersonId, PlatformId);
    relation granted(PersonId, PlatformId, RoleId);
    relation in_group(PersonId, PlatformId, GroupId);
    relation group_role(PlatformId, GroupId, RoleId);
    /// The last column: restricted to its platform.
    relation seat(PersonId, PlatformId, RoleId, bool);
    relation expired(PlatformId, RoleId);
    relation space(PlatformId, SpaceId);
    relation entry(PersonId, PlatformId, SpaceId);
    relation credential(PersonId, PlatformId, SpaceId, OrganizationId, GrantedAccess);
    relation group_credential(PlatformId, SpaceId, GroupId, GrantedAccess);
    relation host_company(PlatformId, OrganizationId);
    /// The last column: the organization that owns it.
    relation item(PlatformId, SpaceId, ItemId, OrganizationId);
    relation share(PersonId, PlatformId, ItemId);

    // ---- Standing

    relation is_member(PersonId, PlatformId);
    is_member(p, t) <-- member(p, t, _);

    relation elsewhere(PlatformId, PlatformId);
    elsewhere(t, h) <-- platform(t, _), platform(h, _), if t != h;

    relation standing(PersonId, PlatformId, Code);
    standing(p, t, Code::NotInvited) <-- person(p), platform(t, _), !is_member(p, t);
    standing(p, t, Code::Pending) <-- member(p, t, Membership::Pending);
    standing(p, t, Code::AccessRemoved) <-- member(p, t, Membership::NoAccess);

    // ---- Role use (E3)

    relation grant(PersonId, PlatformId, RoleId);
    grant(p, t, r) <-- granted(p, t, r);
    grant(p, t, r) <-- in_group(p, t, g), group_role(t, g, r), is_member(p, t);

    relation has_seat(PersonId, PlatformId, RoleId);
    has_seat(p, t, r) <-- seat(p, t, r, _);

    relation local(PersonId, PlatformId, RoleId);
    local(p, t, r) <-- has_seat(p, t, r), !expired(t, r);

    relation option_is_missing(PlatformId);
    option_is_missing(h) <-- is_asked(h), !opt_b(h);

    /// F61: with access removed, only licenses that are not linked go on.
    relation is_barred(PersonId, PlatformId, RoleId);
    is_barred(p, h, r) <-- member(p, h, Membership::NoAccess), linked(r);

    relation lends(PersonId, PlatformId, RoleId);
    lends(p, h, r) <--
        seat(p, h, r, false), grant(p, h, r), !expired(h, r), !option_is_missing(h), !is_barred(p, h, r);

    relation foreign(PersonId, PlatformId, RoleId, PlatformId);
    foreign(p, t, r, h) <-- lends(p, h, r), elsewhere(t, h), opt_b(t);

    relation has_source(PersonId, PlatformId, RoleId);
    has_source(p, t, r) <-- local(p, t, r);
    has_source(p, t, r) <-- foreign(p, t, r, _);

    /// Local first, then the first of the world file.
    relation source(PersonId, PlatformId, RoleId, PlatformId);
    source(p, t, r, t) <-- local(p, t, r);
    source(p, t, r, h) <-- first_foreign(p, t, r, place), platform(h, place), !local(p, t, r);
    relation foreign_place(PersonId, PlatformId, RoleId, usize);
    foreign_place(p, t, r, place) <-- foreign(p, t, r, h), platform(h, place);
    relation first_foreign(PersonId, PlatformId, RoleId, usize);
    first_foreign(p, t, r, first) <--
        foreign(p, t, r, _), agg first = min(place) in foreign_place(p, t, r, place);

    relation usable_so_far(PersonId, PlatformId, RoleId, usize);
    usable_so_far(p, t, r, 0) <-- member(p, t, Membership::Active), grant(p, t, r), has_source(p, t, r);
    usable_so_far(p, t, r, n + 1) <-- usable_so_far(p, t, r, n), needs(r, n, q), usable(p, t, q);
    relation usable(PersonId, PlatformId, RoleId);
    usable(p, t, r) <-- number_of_needs(r, n), usable_so_far(p, t, r, n);

    // ---- What keeps a role from being used, besides the membership (E12). The last column is the place of a home's code.

    relation trouble(PersonId, PlatformId, RoleId, Code, PlatformId);
    trouble(p, t, r, Code::RoleNotGranted, t) <-- person(p), platform(t, _), role(r), !grant(p, t, r);

    relation sourceless(PersonId, PlatformId, RoleId);
    sourceless(p, t, r) <-- person(p), platform(t, _), role(r), !has_source(p, t, r);

    relation has_seat_elsewhere(PersonId, PlatformId, RoleId);
    has_seat_elsewhere(p, t, r) <-- has_seat(p, h, r), elsewhere(t, h);
    relation is_member_elsewhere(PersonId, PlatformId);
    is_member_elsewhere(p, t) <-- is_member(p, h), elsewhere(t, h);

    trouble(p, t, r, Code::Expired, t) <-- sourceless(p, t, r), has_seat(p, t, r);
    trouble(p, t, r, Code::HostOptionOff, t) <-- sourceless(p, t, r), has_seat_elsewhere(p, t, r), !opt_b(t);
    trouble(p, t, r, Code::HomeAccessRemoved, h) <--
        sourceless(p, t, r), has_seat(p, h, r), elsewhere(t, h), is_barred(p, h, r);
    trouble(p, t, r, Code::HomeOptionOff, h) <--
        sourceless(p, t, r), has_seat(p, h, r), elsewhere(t, h), option_is_missing(h);
    trouble(p, t, r, Code::HomeLicenseRestricted, h) <-- sourceless(p, t, r), seat(p, h, r, true), elsewhere(t, h);
    trouble(p, t, r, Code::HomeLicenseExpired, h) <--
        sourceless(p, t, r), has_seat(p, h, r), elsewhere(t, h), expired(h, r);
    trouble(p, t, r, Code::HomeNoLicense, t) <--
        sourceless(p, t, r), !has_seat(p, t, r), !has_seat_elsewhere(p, t, r), is_member_elsewhere(p, t);
    trouble(p, t, r, Code::NoLicenseAnywhere, t) <--
        sourceless(p, t, r), !has_seat(p, t, r), !has_seat_elsewhere(p, t, r), !is_member_elsewhere(p, t);

    trouble(p, t, r, Code::PrerequisiteNotGranted(*q), t) <--
        needs(r, _, q), person(p), platform(t, _), !grant(p, t, q);
    trouble(p, t, r, Code::PrerequisiteBlocked(*q), t) <-- needs(r, _, q), grant(p, t, q), trouble(p, t, q, _, _);

    // ---- Connecting (E4)

    relation cannot_connect(PersonId, PlatformId, Code, PlatformId);
    cannot_connect(p, t, c, t) <-- standing(p, t, c), if *c != Code::Pending;
    cannot_connect(p, t, c, at) <-- trouble(p, t, RoleId::ifw(), c, at);

    relation connects(PersonId, PlatformId);
    connects(p, t) <-- member(p, t, Membership::Active), usable(p, t, RoleId::ifw());

    // ---- Spaces (E6, E7)

    relation path(PersonId, PlatformId, SpaceId, OrganizationId, GrantedAccess);
    path(p, t, s, o, a) <-- credential(p, t, s, o, a);
    path(p, t, s, o, a) <-- group_credential(t, s, g, a), in_group(p, t, g), host_company(t, o);

    relation has_path(PersonId, PlatformId, SpaceId);
    has_path(p, t, s) <-- path(p, t, s, _, _);

    relation no_access(PersonId, PlatformId, SpaceId, Code, PlatformId);
    no_access(p, t, s, c, t) <-- standing(p, t, c), space(t, s);
    no_access(p, t, s, Code::CsvNotUsable, t) <-- trouble(p, t, RoleId::csv(), _, _), space(t, s);
    no_access(p, t, s, Code::CsvNotUsable, t) <-- trouble(p, t, RoleId::ifw(), _, _), space(t, s);
    no_access(p, t, s, Code::NoValidCredential, t) <-- entry(p, t, s), !has_path(p, t, s);
    no_access(p, t, s, Code::NoMembership, t) <-- person(p), space(t, s), !entry(p, t, s), !has_path(p, t, s);

    relation enters(PersonId, PlatformId, SpaceId);
    enters(p, t, s) <-- connects(p, t), usable(p, t, RoleId::csv()), has_path(p, t, s);

    /// Capabilities over all content.
    relation can(PersonId, PlatformId, SpaceId, AccessRole);
    can(p, t, s, capability) <-- path(p, t, s, _, a), if !a.restricted, for capability in capabilities(a.role);
    /// Capabilities over the content of one organization that do not reach over all (C23).
    relation can_own(PersonId, PlatformId, SpaceId, AccessRole, OrganizationId);
    can_own(p, t, s, capability, o) <-- narrow(p, t, s, capability, o), !can(p, t, s, capability);
    relation narrow(PersonId, PlatformId, SpaceId, AccessRole, OrganizationId);
    narrow(p, t, s, capability, o) <-- path(p, t, s, o, a), if a.restricted, for capability in capabilities(a.role);

    /// R138; C30: a shared item asks for no space.
    relation reads(PersonId, PlatformId, ItemId);
    reads(p, t, i) <-- share(p, t, i), connects(p, t);
    reads(p, t, i) <-- item(t, s, i, _), can(p, t, s, AccessRole::Reader), enters(p, t, s);
    reads(p, t, i) <-- item(t, s, i, owner), can_own(p, t, s, AccessRole::Reader, owner), enters(p, t, s);

    // ---- What a login to a platform takes away (E9)

    relation needs_deep(RoleId, RoleId);
    needs_deep(r, q) <-- needs(r, _, q);
    needs_deep(r, s) <-- needs(r, _, q), needs_deep(q, s);

    relation has_another_administrator(PersonId, PlatformId);
    has_another_administrator(p, t) <-- administrator(p, t), administrator(q, t), if p != q;
    relation is_last_administrator(PersonId, PlatformId);
    is_last_administrator(p, t) <-- administrator(p, t), !has_another_administrator(p, t);

    relation is_protected(PersonId, PlatformId, RoleId);
    is_protected(p, t, q) <-- grant(p, t, r), local(p, t, r), needs_deep(r, q);
    is_protected(p, t, RoleId::ifw()) <-- is_last_administrator(p, t);

    relation has_valid_seat_elsewhere(PersonId, PlatformId, RoleId);
    has_valid_seat_elsewhere(p, t, r) <-- local(p, h, r), elsewhere(t, h);
    relation is_due(PersonId, PlatformId, RoleId);
    is_due(p, t, r) <-- has_seat(p, t, r), expired(t, r);
    is_due(p, t, r) <--
        looks_abroad(t), grant(p, t, r), !has_seat(p, t, r),
        has_seat_elsewhere(p, t, r), !has_valid_seat_elsewhere(p, t, r);

    relation loses(PersonId, PlatformId, RoleId);
    loses(p, t, r) <-- opt_a(t), granted(p, t, r), is_due(p, t, r), !is_protected(p, t, r);
    relation group_is_protected(PlatformId, GroupId, RoleId);
    group_is_protected(t, g, r) <-- in_group(p, t, g), is_protected(p, t, r);
    /// Person who logs in, platform, group, role.
    relation group_loses(PersonId, PlatformId, GroupId, RoleId);
    group_loses(p, t, g, r) <--
        opt_a(t), in_group(p, t, g), group_role(t, g, r), is_due(p, t, r), !group_is_protected(t, g, r);
}
