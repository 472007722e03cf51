//! Searching in the *Add member(s)* dialog: who is found by which words (E13, C10).

use crossinvite::app::files;
use crossinvite::app::headless::desk_at;
use crossinvite::domain::{Act, Command, PlatformId, SpaceId, SpaceSetting, UserRight};
use crossinvite::ui::UiCommand;
use crossinvite::view::AddMemberData;

/// What the dialog shows on Hull-7 when this is typed. Ben is invited with this right and has not accepted.
fn dialog(right: UserRight, pending_externals: bool, has_accepted: bool, typed: &str) -> AddMemberData {
    let mut desk = desk_at(files::open_built_in("own-license").unwrap(), Some(4)).unwrap();
    let host = PlatformId::new("aldermoor");
    let ana = |act| UiCommand::Submit(Command::new("ana".into(), host, act));
    let roles = ["IFW", "CSV"].map(|role| crossinvite::domain::InvitedRole {
        role: role.into(),
        assign_license: false,
        restrict_usage: None,
    });
    let emails = vec![crossinvite::domain::Email::new("ben@brightwell.example")];
    desk.run(ana(Act::Invite { emails, right, location: None, organization: None, roles: roles.to_vec() }));
    desk.run(ana(Act::SetSpaceSetting { setting: SpaceSetting::PendingExternals, on: pending_externals }));
    if has_accepted {
        let accept = Act::AcceptInvitation { via: crossinvite::domain::Via::Email };
        desk.run(UiCommand::Submit(Command::new("ben".into(), host, accept)));
    }
    desk.run(UiCommand::OpenAddMember { platform: host, space: SpaceId::new("hull-7") });
    let role = crossinvite::domain::AccessRole::Contributor;
    desk.run(UiCommand::EditAddMember { search: typed.into(), role, restricted: false });
    desk.model(&crossinvite::app::model::DeskFacts::default()).add_member.unwrap()
}

fn titles(right: UserRight, pending_externals: bool, has_accepted: bool, typed: &str) -> Vec<String> {
    dialog(right, pending_externals, has_accepted, typed).matches.rows.into_iter().map(|row| row.title).collect()
}

const NOBODY: [&str; 0] = [];
const ADDRESS: [&str; 1] = ["ben@brightwell.example"];

/// R142, R144, R145, R146, R147: a pending external has no name and is found by the whole address, if that is allowed.
#[test]
fn w13_a_pending_external_is_found_by_the_whole_address_only() {
    let typed = |text: &str| titles(UserRight::External, true, false, text);
    assert_eq!(typed("Ben"), NOBODY);
    assert_eq!(typed("ben@bri"), NOBODY);
    assert_eq!(typed("BEN@brightwell.example"), ADDRESS);
    assert_eq!(titles(UserRight::External, false, false, "ben@brightwell.example"), NOBODY);
}

/// R143: the beginning of the address is enough for somebody of one’s own, whatever the setting for externals.
#[test]
fn w13_a_pending_internal_person_is_found_by_the_beginning_of_the_address() {
    for setting in [true, false] {
        assert_eq!(titles(UserRight::Member, setting, false, "ben@bri"), ADDRESS);
        assert_eq!(titles(UserRight::Member, setting, false, "Okafor"), NOBODY);
    }
}

/// R139, R141: an active person is found by any part of the name or the beginning of the login; the row decides the role.
#[test]
fn an_active_person_is_found_by_name_or_login_and_the_row_decides_the_role() {
    let typed = |text: &str| titles(UserRight::External, true, true, text);
    assert_eq!(typed("okaf"), ["Ben Okafor"]);
    assert_eq!(typed("ben@"), ["Ben Okafor"]);
    assert_eq!(typed("brightwell"), NOBODY);
    let shown = dialog(UserRight::External, true, true, "okaf");
    let [row] = shown.matches.rows.as_slice() else { panic!("{:?}", shown.matches) };
    let Command::Do { act: Act::AddSpaceMember { role, .. }, .. } = &row.command else { panic!("{:?}", row.command) };
    assert_eq!(role.label(), "Contributor");
}
