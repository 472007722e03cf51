//! What is reported, in the words of who reports it.

use crate::diagnosis::Symptom;

/// The words of the report.
#[must_use]
pub fn symptom(symptom: Symptom) -> &'static str {
    match symptom {
        Symptom::AccessDenied => "“Sorry, Access Denied. You have not been invited to the platform”",
        Symptom::NoLicense => "“You have not been granted a 3DEXPERIENCE License”",
        Symptom::PlatformNotListed => "“The other company is not in my list of platforms”",
        Symptom::PutOut => "“I was put out in the middle of my work”",
        Symptom::WorkedBefore => "“It worked until Monday, and nobody has changed anything”",
        Symptom::AppDoesNotStart => "“The app is in my list and does not start”",
        Symptom::NoData => "“I am in, all my apps are there, but I see no data”",
        Symptom::ListedOpensNothing => "“I am in the list of the space, and it does not open”",
        Symptom::GroupOpensNothing => "“Our group is in the space; my colleague opens it, I do not”",
        Symptom::LostSpace => "“Yesterday I worked in the space, today it does not open”",
        Symptom::NoMail => "“I shared it with an outsider, and no mail came”",
        Symptom::OwnerIsRefused => "“I own the space and cannot add my colleague”",
        Symptom::NoControlCenter => "“I cannot open Configure Members Options”",
        Symptom::ShownPending => "“The list shows an address with (Pending) instead of the name”",
        Symptom::NotFound => "“I cannot find the guest in Add member(s)”",
        Symptom::SeesTooMuch => "“The guest sees more than the one project”",
        Symptom::DoesTooMuch => "“Somebody can do more in the space than I gave”",
        Symptom::CannotBeTakenOut => "“I cannot take somebody out of the space, or it changes nothing”",
        Symptom::RoleInNeitherList => "“The role is in neither list”",
        Symptom::NoAssignSwitch => "“There is no Assign License switch, and no second list”",
        Symptom::NoRestrictSwitch => "“Restrict Usage is not there”",
        Symptom::NotEnoughLicenses => "“Not enough licenses available (0 remaining)”",
        Symptom::CounterWentUp => "“Our license counter went up because of the guest”",
        Symptom::CannotBeUngranted => "“The role or its license cannot be taken away”",
        Symptom::CannotBeGranted => "“Licenses are left, and the role cannot be granted”",
        Symptom::OptionStaysOn => "“The option cannot be turned off”",
        Symptom::LevelNotOffered => "“Enable restricted access, or Reader, is missing”",
    }
}
