//! The rules as PDDL actions: what an administrator and a guest can do, and what follows at once.
//!
//! Nothing here knows a world; what the world says stands in the problem. An act of the engine costs 1. What belongs to
//! an act but needs choices or cases of its own (the roles of an invitation, licenses given back by a removal, who is
//! put out by it) are actions that cost nothing and are due before anything else: `settled` says that none is due.
//! After `finish` nothing is done any more; what can be used and opened then is found out by actions that cost nothing.
//! So there are no axioms and no conditional effects, which the best heuristics do not understand.

use std::fmt::Write as _;

/// An active or pending guest whose 3DSwymer would work here: a license of this platform, or one of home that may travel.
const CONNECTS: &str = "(granted ?g ?p role-ifw) (other ?p ?h)
      (or (seat ?g ?p role-ifw)
          (and (option ?p) (option ?h) (seat ?g ?h role-ifw) (not (bound ?g ?h role-ifw)) (not (no-access ?g ?h))))";

/// The opposite, for a guest who works here.
const CANNOT: &str = "(other ?p ?h)
      (or (not (active ?g ?p)) (not (granted ?g ?p role-ifw))
          (and (not (seat ?g ?p role-ifw))
               (or (not (option ?p)) (not (option ?h)) (not (seat ?g ?h role-ifw)) (bound ?g ?h role-ifw)
                   (no-access ?g ?h))))";

/// The actions that speak of any objects.
const ACTIONS: &[(&str, &str, &str, &str, bool)] = &[
    // name, parameters, precondition, effect, is it an act?
    ("allow", "?a - admin ?p - platform", "(administers ?a ?p) (not (option ?p))", "(option ?p)", true),
    (
        "show-pending",
        "?a - admin ?p - platform",
        "(administers ?a ?p) (not (pending-externals ?p))",
        "(pending-externals ?p)",
        true,
    ),
    (
        "hide-pending",
        "?a - admin ?p - platform",
        "(administers ?a ?p) (pending-externals ?p)",
        "(not (pending-externals ?p))",
        true,
    ),
    (
        "common-on",
        "?a - admin ?p - platform",
        "(administers ?a ?p) (not (common-for-new ?p))",
        "(common-for-new ?p)",
        true,
    ),
    (
        "common-off",
        "?a - admin ?p - platform",
        "(administers ?a ?p) (common-for-new ?p)",
        "(not (common-for-new ?p))",
        true,
    ),
    // ---- Licenses
    (
        "unrestrict",
        "?a - admin ?p - platform ?g - guest ?r - role",
        "(administers ?a ?p) (present ?g ?p) (option ?p) (can-travel ?r) (granted ?g ?p ?r) (seat ?g ?p ?r) (bound ?g ?p ?r)",
        "(not (bound ?g ?p ?r)) (loose ?g ?p ?r)",
        true,
    ),
    (
        "restrict",
        "?a - admin ?p - platform ?g - guest ?r - role",
        "(administers ?a ?p) (present ?g ?p) (option ?p) (can-travel ?r) (granted ?g ?p ?r) (seat ?g ?p ?r) (not (bound ?g ?p ?r))",
        "(bound ?g ?p ?r) (not (loose ?g ?p ?r)) (judging ?g) (not (settled))",
        true,
    ),
    (
        "grant-without",
        "?a - admin ?p - platform ?g - guest ?r - role",
        "(administers ?a ?p) (present ?g ?p) (not (granted ?g ?p ?r)) (option ?p) (grants-without ?p ?r)",
        "(granted ?g ?p ?r) (loose ?g ?p ?r)",
        true,
    ),
    (
        "grant-with",
        "?a - admin ?p - platform ?g - guest ?r - role ?n ?m - count",
        "(administers ?a ?p) (present ?g ?p) (not (granted ?g ?p ?r)) (grants-with ?p ?r) (left ?p ?r ?n) (next ?m ?n)",
        "(granted ?g ?p ?r) (seat ?g ?p ?r) (bound ?g ?p ?r) (not (left ?p ?r ?n)) (left ?p ?r ?m)",
        true,
    ),
    (
        "grant-free",
        "?a - admin ?p - platform ?g - guest ?r - role ?n ?m - count",
        "(administers ?a ?p) (present ?g ?p) (not (granted ?g ?p ?r)) (grants-with ?p ?r) (option ?p) (can-travel ?r) (left ?p ?r ?n) (next ?m ?n)",
        "(granted ?g ?p ?r) (seat ?g ?p ?r) (loose ?g ?p ?r) (not (left ?p ?r ?n)) (left ?p ?r ?m)",
        true,
    ),
    (
        "ungrant",
        "?a - admin ?p - platform ?g - guest ?r - role",
        "(administers ?a ?p) (present ?g ?p) (granted ?g ?p ?r) (not (seat ?g ?p ?r))",
        "(not (granted ?g ?p ?r)) (not (loose ?g ?p ?r)) (judging ?g) (not (settled))",
        true,
    ),
    (
        "ungrant-licensed",
        "?a - admin ?p - platform ?g - guest ?r - role ?n ?m - count",
        "(administers ?a ?p) (present ?g ?p) (granted ?g ?p ?r) (seat ?g ?p ?r) (left ?p ?r ?n) (next ?n ?m)",
        "(not (granted ?g ?p ?r)) (not (loose ?g ?p ?r)) (not (seat ?g ?p ?r)) (not (bound ?g ?p ?r)) (not (left ?p ?r ?n)) (left ?p ?r ?m) (judging ?g) (not (settled))",
        true,
    ),
    (
        "assign",
        "?a - admin ?p - platform ?g - guest ?r - role ?n ?m - count",
        "(administers ?a ?p) (present ?g ?p) (granted ?g ?p ?r) (not (seat ?g ?p ?r)) (option ?p) (can-go-without ?r) (grants-with ?p ?r) (left ?p ?r ?n) (next ?m ?n)",
        "(seat ?g ?p ?r) (bound ?g ?p ?r) (not (loose ?g ?p ?r)) (not (left ?p ?r ?n)) (left ?p ?r ?m)",
        true,
    ),
    (
        "take-back",
        "?a - admin ?p - platform ?g - guest ?r - role ?n ?m - count",
        "(administers ?a ?p) (present ?g ?p) (granted ?g ?p ?r) (seat ?g ?p ?r) (option ?p) (can-go-without ?r) (left ?p ?r ?n) (next ?n ?m)",
        "(not (seat ?g ?p ?r)) (not (bound ?g ?p ?r)) (loose ?g ?p ?r) (not (left ?p ?r ?n)) (left ?p ?r ?m) (judging ?g) (not (settled))",
        true,
    ),
    // ---- Memberships
    (
        "remove-access",
        "?a - admin ?p - platform ?g - guest",
        "(administers ?a ?p) (active ?g ?p)",
        "(not (active ?g ?p)) (not (present ?g ?p)) (no-access ?g ?p) (judging ?g) (not (settled))",
        true,
    ),
    (
        "give-access-back",
        "?a - admin ?p - platform ?g - guest",
        "(administers ?a ?p) (no-access ?g ?p)",
        "(not (no-access ?g ?p)) (active ?g ?p) (present ?g ?p)",
        true,
    ),
    (
        "invite-external",
        "?a - admin ?p - platform ?g - guest",
        "(administers ?a ?p) (out ?g ?p)",
        "(not (out ?g ?p)) (pending ?g ?p) (present ?g ?p) (external ?g ?p) (inviting ?g ?p) (not (settled))",
        true,
    ),
    (
        "invite-member",
        "?a - admin ?p - platform ?g - guest",
        "(administers ?a ?p) (out ?g ?p) (not (common-for-new ?p))",
        "(not (out ?g ?p)) (pending ?g ?p) (present ?g ?p) (inviting ?g ?p) (not (settled))",
        true,
    ),
    (
        "invite-member-common",
        "?a - admin ?p - platform ?g - guest ?s - space",
        "(administers ?a ?p) (out ?g ?p) (common-for-new ?p) (common ?p ?s)",
        "(not (out ?g ?p)) (pending ?g ?p) (present ?g ?p) (listed ?g ?s) (in ?g ?s author) (inviting ?g ?p) (not (settled))",
        true,
    ),
    (
        "accept-staying",
        "?g - guest ?p ?h ?q - platform",
        "(pending ?g ?p) (at ?g ?q) CONNECTS",
        "(not (pending ?g ?p)) (active ?g ?p)",
        true,
    ),
    (
        "accept-signing-in",
        "?g - guest ?p ?h - platform",
        "(pending ?g ?p) (nowhere ?g) CONNECTS",
        "(not (pending ?g ?p)) (active ?g ?p) (not (nowhere ?g)) (at ?g ?p)",
        true,
    ),
    (
        "switch",
        "?g - guest ?p ?h ?q - platform",
        "(active ?g ?p) (at ?g ?q) (not (at ?g ?p)) CONNECTS",
        "(not (at ?g ?q)) (at ?g ?p)",
        true,
    ),
    (
        "switch-from-nowhere",
        "?g - guest ?p ?h - platform",
        "(active ?g ?p) (nowhere ?g) CONNECTS",
        "(not (nowhere ?g)) (at ?g ?p)",
        true,
    ),
    // ---- Spaces and items
    (
        "add-active",
        "?a - admin ?p - platform ?g - guest ?s - space ?l - level",
        "(administers ?a ?p) (space-of ?s ?p) (made ?s) (offered ?l) (not (listed ?g ?s)) (active ?g ?p) (granted ?g ?p role-csv)",
        "(listed ?g ?s) (in ?g ?s ?l)",
        true,
    ),
    (
        "add-pending",
        "?a - admin ?p - platform ?g - guest ?s - space ?l - level",
        "(administers ?a ?p) (space-of ?s ?p) (made ?s) (offered ?l) (not (listed ?g ?s)) (pending ?g ?p) (or (not (external ?g ?p)) (pending-externals ?p))",
        "(listed ?g ?s) (in ?g ?s ?l)",
        true,
    ),
    (
        "change",
        "?a - admin ?p - platform ?g - guest ?s - space ?k ?l - level",
        "(administers ?a ?p) (space-of ?s ?p) (offered ?l) (in ?g ?s ?k) (not (in ?g ?s ?l))",
        "(not (in ?g ?s ?k)) (in ?g ?s ?l)",
        true,
    ),
    (
        "take-out",
        "?a - admin ?p - platform ?g - guest ?s - space ?l - level",
        "(administers ?a ?p) (space-of ?s ?p) (in ?g ?s ?l)",
        "(not (in ?g ?s ?l)) (not (listed ?g ?s))",
        true,
    ),
    (
        "create-space",
        "?a - admin ?p - platform ?s - space",
        "(administers ?a ?p) (space-of ?s ?p) (not (made ?s))",
        "(made ?s) (reads-in ?a ?s)",
        true,
    ),
    (
        "move",
        "?a - admin ?p - platform ?i - item ?s ?t - space",
        "(administers ?a ?p) (space-of ?s ?p) (space-of ?t ?p) (made ?t) (holds ?s ?i) (not (holds ?t ?i))",
        "(not (holds ?s ?i)) (holds ?t ?i)",
        true,
    ),
    (
        "share",
        "?a - admin ?p - platform ?i - item ?s - space ?g - guest",
        "(administers ?a ?p) (space-of ?s ?p) (reads-in ?a ?s) (holds ?s ?i) (present ?g ?p) (not (shared ?i ?g))",
        "(shared ?i ?g)",
        true,
    ),
];

/// What costs nothing and is due at once.
const DUE: &[(&str, &str, &str, &str)] = &[
    (
        "tick-without",
        "?g - guest ?p - platform ?r - role",
        "(inviting ?g ?p) (not (granted ?g ?p ?r)) (option ?p) (grants-without ?p ?r)",
        "(granted ?g ?p ?r) (loose ?g ?p ?r)",
    ),
    (
        "tick-with",
        "?g - guest ?p - platform ?r - role ?n ?m - count",
        "(inviting ?g ?p) (not (granted ?g ?p ?r)) (grants-with ?p ?r) (left ?p ?r ?n) (next ?m ?n)",
        "(granted ?g ?p ?r) (seat ?g ?p ?r) (bound ?g ?p ?r) (not (left ?p ?r ?n)) (left ?p ?r ?m)",
    ),
    (
        "tick-free",
        "?g - guest ?p - platform ?r - role ?n ?m - count",
        "(inviting ?g ?p) (not (granted ?g ?p ?r)) (grants-with ?p ?r) (option ?p) (can-travel ?r) (left ?p ?r ?n) (next ?m ?n)",
        "(granted ?g ?p ?r) (seat ?g ?p ?r) (loose ?g ?p ?r) (not (left ?p ?r ?n)) (left ?p ?r ?m)",
    ),
    (
        "send",
        "?g - guest ?p - platform",
        "(inviting ?g ?p) (granted ?g ?p role-ifw)",
        "(not (inviting ?g ?p)) (settled)",
    ),
    (
        "release",
        "?g - guest ?p - platform ?r - role ?n ?m - count",
        "(removing ?g ?p) (seat ?g ?p ?r) (left ?p ?r ?n) (next ?n ?m)",
        "(not (seat ?g ?p ?r)) (not (bound ?g ?p ?r)) (not (left ?p ?r ?n)) (left ?p ?r ?m)",
    ),
    (
        "stays",
        "?g - guest ?p ?h - platform",
        "(judging ?g) (at ?g ?p) (active ?g ?p) CONNECTS",
        "(not (judging ?g)) (settled)",
    ),
    (
        "put-out",
        "?g - guest ?p ?h - platform",
        "(judging ?g) (at ?g ?p) CANNOT",
        "(not (judging ?g)) (settled) (not (at ?g ?p)) (nowhere ?g)",
    ),
    ("was-nowhere", "?g - guest", "(judging ?g) (nowhere ?g)", "(not (judging ?g)) (settled)"),
    ("finish", "", "(settled)", "(not (settled)) (over)"),
    (
        "opens",
        "?g - guest ?p - platform ?s - space ?l - level",
        "(over) (space-of ?s ?p) (uses ?g ?p role-ifw) (uses ?g ?p role-csv) (in ?g ?s ?l)",
        "(opens ?g ?s)",
    ),
    ("reads-there", "?g - guest ?s - space ?i - item", "(opens ?g ?s) (holds ?s ?i)", "(reads ?g ?i)"),
    (
        "reads-shared",
        "?g - guest ?p - platform ?s - space ?i - item",
        "(over) (space-of ?s ?p) (holds ?s ?i) (shared ?i ?g) (uses ?g ?p role-ifw)",
        "(reads ?g ?i)",
    ),
];

const HEAD: &str = "(define (domain crossinvite)
  (:requirements :adl :action-costs)
  (:types admin guest platform role space item level count)
  (:predicates
    ; never changes
    (administers ?a - admin ?p - platform) (other ?p ?q - platform) (next ?n ?m - count)
    (can-travel ?r - role) (can-go-without ?r - role) (grants-with ?p - platform ?r - role)
    (grants-without ?p - platform ?r - role) (space-of ?s - space ?p - platform) (common ?p - platform ?s - space)
    (offered ?l - level)
    ; platforms
    (option ?p - platform) (pending-externals ?p - platform) (common-for-new ?p - platform)
    (left ?p - platform ?r - role ?n - count)
    ; people on platforms
    (out ?g - guest ?p - platform) (pending ?g - guest ?p - platform) (active ?g - guest ?p - platform)
    (no-access ?g - guest ?p - platform) (present ?g - guest ?p - platform) (external ?g - guest ?p - platform)
    (granted ?g - guest ?p - platform ?r - role) (seat ?g - guest ?p - platform ?r - role)
    (bound ?g - guest ?p - platform ?r - role) (loose ?g - guest ?p - platform ?r - role)
    (at ?g - guest ?p - platform) (nowhere ?g - guest)
    ; spaces and items
    (made ?s - space) (listed ?g - guest ?s - space) (in ?g - guest ?s - space ?l - level)
    (holds ?s - space ?i - item) (shared ?i - item ?g - guest) (reads-in ?a - admin ?s - space)
    ; what is due
    (settled) (inviting ?g - guest ?p - platform) (removing ?g - guest ?p - platform) (judging ?g - guest)
    ; what is so in the end
    (over) (uses ?g - guest ?p - platform ?r - role) (opens ?g - guest ?s - space) (reads ?g - guest ?i - item))
  (:functions (total-cost) - number)
";

/// A role as the rules need to know it.
pub struct RoleFact {
    pub name: String,
    pub needs: Vec<String>,
    /// Is its license linked to a platform, so that restriction and access at home bear on it?
    pub linked: bool,
}

/// What the rules speak of by name, since they speak of all of them.
pub struct Named {
    pub platforms: Vec<String>,
    pub guests: Vec<String>,
    pub roles: Vec<RoleFact>,
    /// Each with its platform.
    pub spaces: Vec<(String, String)>,
    pub items: Vec<(String, String)>,
    pub levels: Vec<String>,
    /// Platforms where somebody else keeps the option in use.
    pub in_use: Vec<String>,
}

/// The whole domain.
pub fn domain(named: &Named) -> String {
    let mut text = HEAD.to_owned();
    let list = |names: &[String]| names.join(" ");
    let roles: Vec<String> = named.roles.iter().map(|role| role.name.clone()).collect();
    let of = |pairs: &[(String, String)]| pairs.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let _ = writeln!(
        text,
        "  (:constants {} - platform {} - guest {} - role {} - space {} - item {} - level)",
        list(&named.platforms),
        list(&named.guests),
        list(&roles),
        list(&of(&named.spaces)),
        list(&of(&named.items)),
        list(&named.levels),
    );
    for (name, parameters, before, after, is_act) in ACTIONS {
        action(&mut text, name, parameters, &format!("(settled) {before}"), after, *is_act);
    }
    for (name, parameters, before, after) in DUE {
        action(&mut text, name, parameters, before, after, false);
    }
    for platform in &named.platforms {
        forbids(&mut text, named, platform);
        removes(&mut text, named, platform);
    }
    for role in &named.roles {
        uses(&mut text, role);
    }
    text + ")\n"
}

fn action(text: &mut String, name: &str, parameters: &str, before: &str, after: &str, is_act: bool) {
    let (before, after) = (before.replace("CONNECTS", CONNECTS).replace("CANNOT", CANNOT), after);
    let parameters = parameters.replace("- count", "- count");
    let cost = u8::from(is_act);
    let _ = writeln!(
        text,
        "  (:action {name}\n    :parameters ({parameters})\n    :precondition (and {before})\n    :effect (and {after} (increase (total-cost) {cost})))"
    );
}

/// The option goes off only when nobody uses it (R100).
fn forbids(text: &mut String, named: &Named, platform: &str) {
    if named.in_use.iter().any(|other| other == platform) {
        return;
    }
    let mut before = format!("(settled) (administers ?a {platform}) (option {platform})");
    for guest in &named.guests {
        for role in &named.roles {
            let _ = write!(before, " (not (loose {guest} {platform} {}))", role.name);
        }
    }
    action(text, &format!("forbid-{platform}"), "?a - admin", &before, &format!("(not (option {platform}))"), true);
}

/// Whoever is taken out loses everything there; each license goes back to its pool.
fn removes(text: &mut String, named: &Named, platform: &str) {
    let mut after = String::new();
    for state in ["pending", "active", "no-access", "present", "external"] {
        let _ = write!(after, " (not ({state} ?g {platform}))");
    }
    for role in &named.roles {
        let _ = write!(after, " (not (granted ?g {platform} {0})) (not (loose ?g {platform} {0}))", role.name);
    }
    for (space, _) in named.spaces.iter().filter(|(_, at)| at == platform) {
        let _ = write!(after, " (not (listed ?g {space}))");
        for level in &named.levels {
            let _ = write!(after, " (not (in ?g {space} {level}))");
        }
    }
    for (item, _) in named.items.iter().filter(|(_, at)| at == platform) {
        let _ = write!(after, " (not (shared {item} ?g))");
    }
    let _ = write!(after, " (out ?g {platform}) (removing ?g {platform}) (not (settled))");
    let before = format!("(settled) (administers ?a {platform}) (not (out ?g {platform}))");
    action(text, &format!("remove-{platform}"), "?a - admin ?g - guest", &before, after.trim(), true);
    let mut left = format!("(removing ?g {platform})");
    for role in &named.roles {
        let _ = write!(left, " (not (seat ?g {platform} {}))", role.name);
    }
    let after = format!("(not (removing ?g {platform})) (judging ?g)");
    action(text, &format!("removed-{platform}"), "?g - guest", &left, &after, false);
}

/// A role is usable on a license of this platform, else on one of home (E3).
fn uses(text: &mut String, role: &RoleFact) {
    let name = &role.name;
    let mut needs = format!("(over) (active ?g ?p) (granted ?g ?p {name})");
    for needed in &role.needs {
        let _ = write!(needs, " (uses ?g ?p {needed})");
    }
    let after = format!("(uses ?g ?p {name})");
    let own = format!("{needs} (seat ?g ?p {name})");
    action(text, &format!("uses-own-{name}"), "?g - guest ?p - platform", &own, &after, false);
    let travels =
        if role.linked { format!(" (not (bound ?g ?h {name})) (not (no-access ?g ?h))") } else { String::new() };
    let home =
        format!("{needs} (not (seat ?g ?p {name})) (other ?p ?h) (option ?p) (option ?h) (seat ?g ?h {name}){travels}");
    action(text, &format!("uses-home-{name}"), "?g - guest ?p ?h - platform", &home, &after, false);
}
