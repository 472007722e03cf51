//! What the labels mean, and what the guides call the same thing elsewhere.

/// A word of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// As it stands in the window.
    pub label: &'static str,
    /// What else it is called.
    pub also: &'static [&'static str],
    /// What it means, in one or two sentences.
    pub meaning: &'static str,
}

/// Every word that is explained on request, in the order of the window.
pub static WORDS: [Word; 41] = [
    word("Platform", &["tenant"], "A company’s own 3DEXPERIENCE environment with its members, licenses and spaces."),
    word("host", &["inviting platform", "invitor’s platform"], "The platform that invites and receives a guest."),
    word("home", &["own platform"], "The platform where a guest already works and holds licenses."),
    word(
        "Guide",
        &["lesson"],
        "The steps of the published guide. A step is done when its goal is true, whichever way that came about.",
    ),
    word("Good to know", &[], "Where the guide is silent, or another guide says something else."),
    word("Watches", &[], "Facts to keep an eye on while you act; each says whether it holds now."),
    word(
        "Members",
        &["Members Control Center", "Platform Management"],
        "Who is on the platform, with which right, roles and licenses.",
    ),
    word(
        "Configure Members Options",
        &["member options"],
        "Switches of the whole platform about inviting and granting. Only administrators see them.",
    ),
    word("Invite & Grant Roles", &[], "The members of the platform; here they are invited and get roles."),
    word(
        "User email",
        &["address"],
        "The address of the guest’s own account. The guest is found by exactly this address.",
    ),
    word(
        "User right",
        &["user type"],
        "Administrator, Member or External. An External comes from another company and sees only what is opened.",
    ),
    word("User location", &["platform location"], "For performance only; no effect on roles, licenses or spaces."),
    word(
        "Organization",
        &["company"],
        "The company or department somebody works for; access in spaces is given per organization.",
    ),
    word(
        "Role",
        &["product", "license trigram"],
        "What lets somebody use a set of apps. A role needs a license to be used.",
    ),
    word(
        "Assign License",
        &["consume a license"],
        "Takes a license of this platform for the role. Off: the role can be used with a license from home.",
    ),
    word(
        "Restrict Usage to this Platform",
        &["Restrict Usage to This Platform"],
        "On: the license stays at home. Off: its owner may use it on other platforms too.",
    ),
    word(
        "Licenses",
        &["license pool", "seats"],
        "How many licenses of each role the platform has, and how many are assigned.",
    ),
    word(
        "Spaces",
        &["3DSpace", "Collaborative Spaces Control Center"],
        "The spaces of the platform and their members.",
    ),
    word(
        "Collaborative space",
        &["3DSpace", "vault", "data vault"],
        "Where data lives. A role alone opens none: one must be added.",
    ),
    word(
        "Common Space",
        &["default space"],
        "The space that new members get into by themselves; externals do not, unless the guides are read otherwise.",
    ),
    word(
        "Automatically ungrant expired roles from members or groups",
        &[],
        "On: at the next login, roles whose license has expired are taken away, except what a valid role needs.",
    ),
    word(
        "Allow administrators to grant roles without assigning automatically the associated license",
        &["grant roles without assigning the associated license"],
        "On: roles can be granted without taking a license here, and two switches appear beside each role.",
    ),
    word(
        "Allow platform members to invite external users (for instance when sharing content).",
        &["Invitation from members"],
        "On: any member may invite outsiders by sharing content. Not needed when an administrator invites.",
    ),
    word(
        "Allow administrators to manage member's platform locations",
        &[],
        "On: invitations offer the chosen locations, for speed only.",
    ),
    word("Groups", &["user groups"], "Members put together: a role or a space given to the group reaches all of them."),
    word(
        "Mail",
        &["notifications"],
        "What the person who is signed in was sent: invitations, and notices about content.",
    ),
    word("View", &["My 3DEXPERIENCE"], "What the person who is signed in sees: apps, spaces and content."),
    word("Clock", &[], "The day on the stage. The trainer moves it: licenses expire, and locks end."),
    word(
        "own license",
        &["license from home"],
        "The role is used with the license that the home platform assigned. A host takes none of its own for it.",
    ),
    word("license given", &[], "The role is used with a license that this platform gives away to a guest."),
    word("ready", &[], "The license is free to be used here, as soon as the invitation is accepted."),
    word("waits", &["pending"], "Nothing is wrong here, but something else must come first. Why says what."),
    word("cut", &[], "The role cannot be used here. Why says which switch, and whose turn it is."),
    word(
        "Why",
        &[],
        "All checks of the fact in question, the failing ones first, each with its place and whose turn it is.",
    ),
    word("Why not", &[], "The smallest sets of facts that must change, or that hold it up."),
    word("How to", &[], "The shortest list of acts that makes it so, from here."),
    word("Who can", &[], "Everybody for whom it holds and for whom it does not, and what differs between two."),
    word("Manage Settings", &[], "Switches of all spaces of the platform, for its administrators."),
    word("Manage Members", &["Add member(s)"], "Who is in the space, at which access role."),
    word(
        "Access role",
        &["credential", "space role"],
        "Reader, Contributor, Author, Leader or Owner: what somebody may do in a space.",
    ),
    word(
        "Access of",
        &["access board"],
        "Three separate facts of one person: can connect, can use a role, can open a space.",
    ),
];

const fn word(label: &'static str, also: &'static [&'static str], meaning: &'static str) -> Word {
    Word { label, also, meaning }
}

impl Word {
    /// "… Also called tenant."
    #[must_use]
    pub fn sentence(&self) -> String {
        if self.also.is_empty() {
            return self.meaning.to_owned();
        }
        format!("{} Also called: {}.", self.meaning, self.also.join(", "))
    }
}

/// The word that this label is or begins with: "Assign License, 3DSwymer" is about *Assign License*.
#[must_use]
pub fn word_of(label: &str) -> Option<&'static Word> {
    let exactly = |label: &str| WORDS.iter().find(|word| word.label == label);
    let of_a_view = || label.ends_with("’s view").then_some("View").and_then(exactly);
    let before = || label.split_once(", ").or_else(|| label.split_once(": ")).and_then(|(first, _)| exactly(first));
    exactly(label).or_else(before).or_else(of_a_view)
}

/// What this label means, when it is explained.
#[must_use]
pub fn explained(label: &str) -> Option<String> {
    word_of(label).map(Word::sentence)
}
