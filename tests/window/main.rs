//! The guides, played to the end by a mouse and a keyboard in the real window.
//!
//! Needs `Xvfb` and `xdotool`, and the feature `inspection`: the names of the widgets and their places are asked from the
//! running window; everything is done by moving, pressing and typing on its screen. `WINDOW_PICTURES=folder` keeps the
//! photographs; `WINDOW_PROGRAM=file` drives another build of the program than the one of this test.

#[cfg(test)]
mod driver;
#[cfg(test)]
mod screen;

use driver::Window;
use egui::{Role, Theme};

const ALDERMOOR: &str = "Aldermoor Marine";
const BRIGHTWELL: &str = "Brightwell Tooling";
const LARKFIELD: &str = "Larkfield Consulting";
const GRANT: &str = "Allow administrators to grant roles without assigning automatically the associated license";
const MEMBERS_INVITE: &str = "Allow platform members to invite external users (for instance when sharing content).";
const LOCATIONS: &str = "Allow administrators to manage member's platform locations";
const SWYMER: &str = "3DSwymer (Collaborative Business Innovator)";
const INNOVATOR: &str = "Collaborative Industry Innovator";
const SOLIDWORKS: &str = "3DEXPERIENCE SOLIDWORKS Standard";

/// What an administrator, a member and everybody does in a panel.
impl Window {
    fn option(&mut self, platform: &str, label: &str) {
        self.click(platform, Role::Tab, "Members");
        self.set(platform, Role::Switch, label, true);
    }

    fn open_member(&mut self, platform: &str, name: &str) {
        self.click(platform, Role::Tab, "Members");
        self.set(platform, Role::Button, name, true);
    }

    fn lift_restriction(&mut self, platform: &str, role: &str) {
        self.set(platform, Role::Switch, &format!("Restrict Usage to this Platform, {role}"), false);
    }

    fn invite(&mut self, platform: &str, email: &str, right: &str, roles: &[&str]) {
        self.click(platform, Role::Tab, "Members");
        self.click(platform, Role::Button, "Invite members…");
        let wizard = "Invite members";
        self.fill(wizard, "User email", email);
        self.set(wizard, Role::Button, right, true);
        self.click(wizard, Role::Button, "Next");
        for role in roles {
            self.set(wizard, Role::CheckBox, role, true);
            self.set(wizard, Role::Switch, &format!("Assign License, {role}"), false);
        }
        self.click(wizard, Role::Button, "Next");
        self.click(wizard, Role::Button, "Invite");
        self.see(platform, email);
    }

    fn look_through(&mut self, platform: &str, from: &str, to: &str) {
        self.click(platform, Role::Button, &format!("Signed in: {from}…"));
        self.click("", Role::MenuItem, &format!("{to}…"));
        let first = to.split(' ').next().unwrap_or(to);
        self.see(platform, &format!("Signed in: {first}"));
    }

    fn add_to_space(&mut self, platform: &str, space: &str, email: &str, level: &str) {
        self.click(platform, Role::Tab, "Spaces");
        self.click(platform, Role::Button, space);
        self.click(platform, Role::Button, "Add member(s)…");
        let dialog = &format!("Add member(s): {space}");
        self.fill(dialog, "Enter a name or a login", email);
        self.set(dialog, Role::Button, level, true);
        self.click(dialog, Role::Button, "Add …");
    }

    fn accept(&mut self, platform: &str) {
        self.click(platform, Role::Tab, "Mail");
        self.click(platform, Role::Button, "Accept invitation (Notification)");
    }

    fn switch(&mut self, platform: &str, who: &str, to: &str) {
        self.click(platform, Role::Button, &format!("Signed in: {who}…"));
        self.click("", Role::MenuItem, to);
    }
}

#[test]
fn ben_comes_with_his_own_license() {
    let mut window = Window::open(&["--fresh", "--theme", "dark"]);
    window.see("Guide", "0 of 8 done");
    window.photograph("own-license-start", Theme::Dark);
    window.option(ALDERMOOR, GRANT);
    window.option(BRIGHTWELL, GRANT);
    window.open_member(BRIGHTWELL, "Ben Okafor");
    for role in ["Industry Innovator", "3DSwymer"] {
        window.lift_restriction(BRIGHTWELL, role);
    }
    window.see("Guide", "4 of 8 done");
    window.invite(ALDERMOOR, "ben@brightwell.example", "External", &[SWYMER, INNOVATOR, SOLIDWORKS]);
    window.add_to_space(ALDERMOOR, "Hull-7", "ben@brightwell.example", "Author");
    window.see("Guide", "6 of 8 done");
    window.look_through(BRIGHTWELL, "Gus", "Ben Okafor");
    window.accept(BRIGHTWELL);
    window.switch(BRIGHTWELL, "Ben", ALDERMOOR);
    window.see("Guide", "8 of 8 done");
    window.see("Guide", "Everything this rehearsal asks for is done.");
    window.photograph("own-license-end", Theme::Dark);
    window.quit();
}

#[test]
fn theo_studies_one_part() {
    let mut window = Window::open(&["--fresh", "--theme", "light", "consultant"]);
    window.see("Guide", "0 of 6 done");
    window.option(ALDERMOOR, GRANT);
    window.invite(ALDERMOOR, "theo@larkfield.example", "Member", &[SWYMER, INNOVATOR, SOLIDWORKS]);
    window.click(ALDERMOOR, Role::Tab, "Spaces");
    window.click(ALDERMOOR, Role::Button, "Common Space");
    window.click(ALDERMOOR, Role::Button, "Remove theo…");
    window.see("Guide", "3 of 6 done");
    window.fill(ALDERMOOR, "Name of the new space", "Study");
    window.click(ALDERMOOR, Role::Button, "Create space");
    window.click(ALDERMOOR, Role::Button, "Hull-7");
    window.click(ALDERMOOR, Role::Button, "Move Rudder bracket");
    window.click("", Role::MenuItem, "Study…");
    window.add_to_space(ALDERMOOR, "Study", "theo@larkfield.example", "Contributor");
    window.see("Guide", "4 of 6 done");
    window.look_through(LARKFIELD, "Iris", "Theo Marsh");
    window.accept(LARKFIELD);
    window.switch(LARKFIELD, "Theo", ALDERMOOR);
    window.see("Guide", "6 of 6 done");
    window.photograph("consultant-end", Theme::Light);
    window.quit();
}

#[test]
fn cleo_follows_the_jig() {
    let mut window = Window::open(&["--fresh", "--theme", "dark", "cross-collaboration"]);
    window.see("Guide", "0 of 11 done");
    window.option(BRIGHTWELL, GRANT);
    window.option(BRIGHTWELL, MEMBERS_INVITE);
    window.option(BRIGHTWELL, LOCATIONS);
    window.option(ALDERMOOR, LOCATIONS);
    window.option(ALDERMOOR, GRANT);
    window.open_member(ALDERMOOR, "Cleo Brandt");
    for role in ["3DSwymer", "Industry Innovator"] {
        window.lift_restriction(ALDERMOOR, role);
    }
    window.see("Guide", "7 of 11 done");
    window.invite(BRIGHTWELL, "cleo@aldermoor.example", "External", &[SWYMER, INNOVATOR]);
    window.add_to_space(BRIGHTWELL, "Jig-12", "cleo@aldermoor.example", "Contributor");
    window.look_through(ALDERMOOR, "Ana", "Cleo Brandt");
    window.accept(ALDERMOOR);
    window.switch(ALDERMOOR, "Cleo", BRIGHTWELL);
    window.see("Guide", "11 of 11 done");
    window.photograph("cross-collaboration-end", Theme::Dark);
    window.quit();
}
