//! *Set the stage*: what the trainer can put there, as a form (E1).

use serde::Serialize;
use std::collections::BTreeMap;

/// What is put on the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub enum StageKind {
    /// A company's platform.
    #[default]
    Platform,
    /// A business unit or a supplier of a platform.
    Organization,
    /// Licenses of a role.
    Licenses,
    /// Somebody in the cast.
    Person,
    /// A membership with roles and licenses.
    Member,
    /// Who works where.
    SignedIn,
    /// The day a license was first used.
    FirstUse,
    /// A member option.
    Option,
    /// The locations an invitation offers.
    Locations,
    /// The roles granted when a member invites.
    DefaultRoles,
    /// A setting of the spaces.
    Setting,
    /// A collaborative space.
    Space,
    /// Somebody in a space.
    SpaceMember,
    /// Content of a space.
    Item,
    /// The organization that owns an item.
    ItemOwner,
    /// An item shared with one person.
    SharedItem,
    /// A user group.
    Group,
    /// A role of a group.
    GroupRole,
}

impl StageKind {
    /// All, in the order of the form, each part under its heading.
    pub const PARTS: [(&'static str, &'static [Self]); 4] = [
        ("Company", &[Self::Platform, Self::Organization, Self::Licenses]),
        ("People", &[Self::Person, Self::Member, Self::SignedIn, Self::FirstUse]),
        ("Switches", &[Self::Option, Self::Locations, Self::DefaultRoles, Self::Setting]),
        (
            "Spaces and groups",
            &[
                Self::Space,
                Self::SpaceMember,
                Self::Item,
                Self::ItemOwner,
                Self::SharedItem,
                Self::Group,
                Self::GroupRole,
            ],
        ),
    ];

    /// The word for it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Platform => "Platform",
            Self::Organization => "Organization",
            Self::Licenses => "Licenses",
            Self::Person => "Person",
            Self::Member => "Member",
            Self::SignedIn => "Signed in",
            Self::FirstUse => "First use of a license",
            Self::Option => "Member option",
            Self::Locations => "Locations",
            Self::DefaultRoles => "Default roles",
            Self::Setting => "Space setting",
            Self::Space => "Collaborative space",
            Self::SpaceMember => "Member of a space",
            Self::Item => "Item",
            Self::ItemOwner => "Owner of an item",
            Self::SharedItem => "Shared item",
            Self::Group => "User group",
            Self::GroupRole => "Role of a group",
        }
    }
}

/// What is asked for, in the words of the form.
pub type FieldLabel = &'static str;

/// What was chosen and typed so far. A field that is not here stands at its first choice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StageDraft {
    /// What is put on the stage.
    pub kind: StageKind,
    /// What stands in the fields: typed words, the label of a choice, or the ticked labels, one on each line.
    pub values: BTreeMap<FieldLabel, String>,
}

impl StageDraft {
    /// A form as it opens.
    pub const EMPTY: Self = Self { kind: StageKind::Platform, values: BTreeMap::new() };

    /// A form with these fields filled in.
    #[must_use]
    pub fn with(kind: StageKind, values: &[(FieldLabel, &str)]) -> Self {
        Self { kind, values: values.iter().map(|(label, value)| (*label, (*value).to_owned())).collect() }
    }

    /// The same form with another value in a field.
    #[must_use]
    pub fn set(&self, label: FieldLabel, value: String) -> Self {
        let mut draft = self.clone();
        draft.values.insert(label, value);
        draft
    }
}

/// The form as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageForm {
    /// What is put on the stage.
    pub kind: StageKind,
    /// Its fields, in order.
    pub fields: Vec<FormField>,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// Its label, which is also its name.
    pub label: FieldLabel,
    /// What is put into it.
    pub input: FormInput,
}

/// What is put into a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum FormInput {
    /// Words: what stands there, and an example.
    Text {
        /// What stands there.
        value: String,
        /// An example.
        hint: &'static str,
    },
    /// One of these.
    Choice {
        /// The chosen one; none where there is nothing to choose from.
        chosen: Option<String>,
        /// All.
        options: Vec<String>,
    },
    /// On or off.
    Tick(bool),
    /// Any of these.
    Ticks(Vec<(String, bool)>),
}
