//! What was open last, to be opened again at the next start: where it comes from, the moment, and what was in view.

use super::desk::Desk;
use super::files::{self, Opened};
use crate::domain::{PersonId, PlatformId, SpaceId};
use crate::ui::UiCommand;
use crate::view::{DrillBook, Inquiry, Looked, PanelTab};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What was open last. Acts that were in no file are not in it: whoever closed the window was asked about them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Last {
    /// Its file; none: it is built in.
    file: Option<PathBuf>,
    /// The id of the rehearsal.
    rehearsal: String,
    /// The step that was looked at.
    step: usize,
    focus: Option<PersonId>,
    inquiry: Inquiry,
    tabs: BTreeMap<PlatformId, PanelTab>,
    viewers: BTreeMap<PlatformId, PersonId>,
    members: BTreeMap<PlatformId, PersonId>,
    spaces: BTreeMap<PlatformId, SpaceId>,
    /// What was looked at in the drill.
    looked: Looked,
}

impl Last {
    /// What is open on the desk now; `file` is where it came from.
    pub(super) fn of(desk: &Desk, file: Option<&Path>) -> Self {
        let selection = desk.selection();
        Self {
            file: file.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned())),
            rehearsal: desk.rehearsal().id.clone(),
            step: desk.session().cursor(),
            focus: selection.focus,
            inquiry: selection.inquiry,
            tabs: selection.tabs.clone(),
            viewers: selection.viewers.clone(),
            members: selection.open_members.clone(),
            spaces: selection.open_spaces.clone(),
            looked: selection.drill.as_ref().map(DrillBook::looked).unwrap_or_default(),
        }
    }

    /// Its file, if it is in one.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Opens it again.
    ///
    /// # Errors
    /// The file is gone or wrong, or nothing built in has this id any more.
    pub(super) fn open(&self) -> anyhow::Result<Opened> {
        match &self.file {
            Some(path) => files::open(path),
            None => files::open_built_in(&self.rehearsal),
        }
    }

    /// Brings back what was in view, as far as it is still there.
    pub(super) fn recall(&self, desk: &mut Desk) {
        desk.take_up(&self.looked);
        desk.run(UiCommand::Seek(self.step));
        let world = desk.session().world().clone();
        let is_here = |platform: &PlatformId| world.platform(*platform).is_some();
        let is_member = |platform: &PlatformId, person: &PersonId| {
            world.platform(*platform).is_some_and(|found| found.member(*person).is_some())
        };
        for (platform, person) in self.viewers.iter().filter(|(platform, person)| is_member(platform, person)) {
            desk.run(UiCommand::SetViewer { platform: *platform, person: *person });
        }
        for (platform, tab) in self.tabs.iter().filter(|(platform, _)| is_here(platform)) {
            desk.run(UiCommand::SetTab { platform: *platform, tab: *tab });
        }
        let open = desk.selection().open_members.clone();
        let shut = open.into_iter().filter(|(platform, person)| self.members.get(platform) != Some(person));
        for (platform, person) in shut {
            desk.run(UiCommand::ToggleMember { platform, person });
        }
        for (platform, person) in self.members.iter().filter(|(platform, person)| is_member(platform, person)) {
            if desk.selection().open_members.get(platform) != Some(person) {
                desk.run(UiCommand::ToggleMember { platform: *platform, person: *person });
            }
        }
        let has_space = |platform: &PlatformId, space: &SpaceId| {
            world.platform(*platform).is_some_and(|found| found.space(*space).is_some())
        };
        for (platform, space) in self.spaces.iter().filter(|(platform, space)| has_space(platform, space)) {
            desk.run(UiCommand::ToggleSpace { platform: *platform, space: *space });
        }
        if let Some(person) = self.focus.filter(|person| world.person(*person).is_some()) {
            desk.run(UiCommand::Focus(person));
        }
        // In a drill the ways of asking are closed until somebody looks.
        if desk.selection().drill.is_none() {
            desk.run(UiCommand::Inquire(self.inquiry));
        }
    }
}
