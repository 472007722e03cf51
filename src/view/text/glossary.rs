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
pub const WORDS: [Word; 24] = [
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

/// What this label means, when it is explained.
#[must_use]
pub fn explained(label: &str) -> Option<String> {
    WORDS.iter().find(|word| word.label == label).map(Word::sentence)
}
