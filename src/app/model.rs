//! Everything the window shows of one moment, built from the desk without a window.

use super::desk::Desk;
use super::{drilling, library, script};
use crate::content::companies;
use crate::domain::{Command, PlatformId};
use crate::ui::layout::{Shell, WindowData};
use crate::view::build::{self, TopBarFacts};
use crate::view::{
    AddMemberData, BoardData, BridgeData, GuideData, InquiryData, InviteData, Mode, PlatformPanelData, PreviewData,
    ScriptData, Selection, SheetData, SheetDraft, Status, TimelineData, Took, TopBarData, lens::tone_of,
};
use std::collections::BTreeMap;

/// Everything the window shows of one moment.
#[derive(Debug, Clone)]
pub struct WindowModel {
    /// The bar along the top.
    pub top_bar: TopBarData,
    /// The guide.
    pub guide: GuideData,
    /// The bridge.
    pub bridge: BridgeData,
    /// The platforms, in order.
    pub platforms: Vec<PlatformPanelData>,
    /// The access board of the person in focus.
    pub board: Option<BoardData>,
    /// The open question, and the way it is asked about.
    pub inquiry: Option<InquiryData>,
    /// The timeline.
    pub timeline: TimelineData,
    /// The *Invite members* wizard, while it is open.
    pub invite: Option<InviteData>,
    /// The *Add member(s)* dialog, while it is open.
    pub add_member: Option<AddMemberData>,
    /// The smaller dialog that is open.
    pub sheet: Option<SheetData>,
    /// What the act under the pointer would change.
    pub preview: Option<PreviewData>,
    /// The story at this moment.
    pub script: ScriptData,
    /// Where *Show me* points, in words.
    pub marked: Option<String>,
    /// What was refused just now, as a sentence for screen readers.
    pub refused: Option<String>,
}

impl WindowModel {
    /// The same by reference, as the window takes it.
    #[must_use]
    pub fn window<'a>(&'a self, selection: &'a Selection) -> WindowData<'a> {
        WindowData {
            top_bar: &self.top_bar,
            guide: Some(&self.guide),
            bridge: &self.bridge,
            platforms: &self.platforms,
            board: self.board.as_ref(),
            inquiry: self.inquiry.as_ref(),
            timeline: &self.timeline,
            invite: self.invite.as_ref(),
            add_member: self.add_member.as_ref(),
            sheet: self.sheet.as_ref(),
            preview: self.preview.as_ref(),
            script: &self.script,
            marked: self.marked.as_deref(),
            refused: self.refused.as_deref(),
            shell: Shell::default(),
            selection,
        }
    }
}

/// What the window knows beside the rehearsal, for the top bar.
#[derive(Debug, Clone, Default)]
pub struct DeskFacts {
    /// The name of the file, when there is one.
    pub file: Option<String>,
    /// Built-in rehearsals: id and title.
    pub rehearsals: Vec<(String, String)>,
    /// Recently used files.
    pub recent: Vec<String>,
    /// Has the work changed since it was saved?
    pub is_unsaved: bool,
    /// The title of what was put aside with acts that are in no file.
    pub aside: Option<String>,
    /// The drills that were solved, by id, each with the best it took.
    pub drills_done: BTreeMap<String, Took>,
}

impl Desk {
    /// Everything the window shows now.
    #[must_use]
    pub fn model(&self, facts: &DeskFacts) -> WindowModel {
        let lens = self.lens();
        let question = self.question();
        let (goals, watched) = (self.goals(), self.watched());
        let sought = self.sought(&goals, &watched);
        let before = self.session().step(sought.at).map(|step| step.parent);
        let distance = build::distance(&lens, sought, before);
        let change = distance.change.clone();
        let steps = script::lesson_steps(self.rehearsal(), self.session());
        let top_bar = TopBarFacts {
            title: facts.file.clone().unwrap_or_else(|| self.rehearsal().title.clone()),
            mode: drilling::mode(self.rehearsal()),
            rehearsals: facts.rehearsals.clone(),
            recent: facts.recent.clone(),
            is_unsaved: facts.is_unsaved,
            aside: facts.aside.clone(),
            distance,
            has_more_platforms: companies::next(self.session().world()).is_some(),
        };
        let notes = drilling::notes(self.rehearsal(), self.session());
        let watches = self.watches();
        WindowModel {
            top_bar: build::top_bar(&lens, self.session(), top_bar),
            guide: build::guide(
                &lens,
                &self.rehearsal().title,
                &self.rehearsal().brief,
                &notes,
                &steps,
                watches,
                self.following(facts),
                drilling::guide(&lens, self.rehearsal(), self.session()),
            ),
            bridge: build::bridge(&lens),
            platforms: lens.platforms().into_iter().map(|platform| build::panel(&lens, platform)).collect(),
            board: build::board(&lens, question),
            inquiry: question.map(|question| build::inquiry(&lens, question, sought, self.session())),
            timeline: build::timeline(&lens, self.session(), change),
            invite: self.selection().invite.as_ref().and_then(|(platform, draft)| {
                build::invite(&lens, *platform, draft, self.guest_note(*platform), Some(sought))
            }),
            add_member: self.selection().add_member.as_ref().and_then(|draft| build::add_member(&lens, draft)),
            sheet: self.selection().sheet.as_ref().and_then(|draft| match draft {
                SheetDraft::Library(mode) => Some(library::sheet(*mode, &facts.drills_done, &self.rehearsal().id)),
                draft => build::sheet(&lens, draft),
            }),
            preview: self.preview(&self.selection().preview),
            script: script::told(&lens, self.rehearsal(), self.session(), &goals),
            marked: self.selection().marked.map(|spot| crate::view::text::path(&lens, spot)),
            refused: self.selection().refused.as_ref().map(|tried| crate::view::text::refused(&lens, tried)),
        }
    }

    /// *What if*, with the way back once it is known.
    fn preview(&self, commands: &[Command]) -> Option<PreviewData> {
        let lens = self.lens();
        let mut preview = build::preview(&lens, commands)?;
        preview.door = build::door(&lens, commands, self.session().cursor(), &self.answers);
        Some(preview)
    }

    /// The rehearsal after the open one, in teaching order.
    fn following(&self, facts: &DeskFacts) -> Option<(String, String)> {
        if drilling::mode(self.rehearsal()) == Mode::Drill {
            return library::next_drill(&facts.drills_done, &self.rehearsal().id);
        }
        let place = facts.rehearsals.iter().position(|(id, _)| *id == self.rehearsal().id)?;
        facts.rehearsals.get(place + 1).cloned()
    }

    fn guest_note(&self, platform: PlatformId) -> Option<String> {
        let lens = self.lens();
        self.rehearsal()
            .guest_notes
            .iter()
            .find(|note| note.platform == platform)
            .map(|note| format!("{}: “{}”", lens.first(note.from), note.text))
    }

    fn watches(&self) -> Vec<Status> {
        let (world, start) = (self.session().world(), self.session().start());
        self.rehearsal()
            .watches
            .iter()
            .map(|watch| Status::new(tone_of(watch.goal.is_met(world, start)), watch.label.clone()))
            .collect()
    }
}
