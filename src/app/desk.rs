//! The desk: an open rehearsal, its history and what is selected. Everything the window does, without a window.

use super::{companies, drilling, library, places, script};
use crate::access::{AccessChange, changes};
use crate::content::{Kind, Rehearsal, lesson};
use crate::domain::{Command, PersonId, PlatformId};
use crate::session::{Session, Submitted};
use crate::ui::UiCommand;
use crate::ui::layout::{Shell, WindowData};
use crate::view::build::{self, TopBarFacts};
use crate::view::{
    AddMemberData, AddMemberDraft, BoardData, BridgeData, DrillBook, GuideData, InviteData, Lens, Mode,
    PlatformPanelData, PreviewData, RefusedTry, ScriptData, Selection, SheetData, SheetDraft, Spot, Status,
    TimelineData, Took, TopBarData, WhyData, draft, lens::tone_of,
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
    /// The open question.
    pub why: Option<WhyData>,
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
            why: self.why.as_ref(),
            timeline: &self.timeline,
            invite: self.invite.as_ref(),
            add_member: self.add_member.as_ref(),
            sheet: self.sheet.as_ref(),
            preview: self.preview.as_ref(),
            script: &self.script,
            marked: self.marked.as_deref(),
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
    /// The drills that were solved, by id, each with the best it took.
    pub drills_done: BTreeMap<String, Took>,
}

/// An open rehearsal with its history and selection.
#[derive(Debug, Clone)]
pub struct Desk {
    rehearsal: Rehearsal,
    session: Session,
    selection: Selection,
    changes: Vec<AccessChange>,
}

impl Desk {
    /// A desk with this rehearsal at its start, or a saved session of it.
    #[must_use]
    pub fn new(rehearsal: Rehearsal, session: Session) -> Self {
        let mut selection = Selection {
            scenes: lesson::scenes(&rehearsal),
            focus: rehearsal.focus.or_else(|| session.start().people().last().map(|person| person.id)),
            ..Selection::default()
        };
        selection.drill = matches!(rehearsal.kind, Kind::Drill { .. }).then(DrillBook::default);
        for viewer in &rehearsal.viewers {
            selection.viewers.insert(viewer.platform, viewer.person);
        }
        let mut desk = Self { rehearsal, session, selection, changes: Vec::new() };
        desk.open_home_card();
        desk.moved();
        desk
    }

    /// The rehearsal.
    #[must_use]
    pub fn rehearsal(&self) -> &Rehearsal {
        &self.rehearsal
    }

    /// The history.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The lens on this moment.
    #[must_use]
    pub fn lens(&self) -> Lens<'_> {
        Lens {
            world: self.session.world(),
            before: self.session.world_before(),
            changes: &self.changes,
            selection: &self.selection,
        }
    }

    /// Carries out a wish that concerns the desk. False: it is the window's (files, theme, quitting).
    pub fn run(&mut self, command: UiCommand) -> bool {
        match command {
            UiCommand::Submit(command) => self.submit(command),
            UiCommand::Undo => {
                self.session.undo();
                self.moved();
            }
            UiCommand::Redo => {
                self.session.redo();
                self.moved();
            }
            UiCommand::Seek(step) => self.seek(step),
            UiCommand::StepBack => return self.run(UiCommand::Undo),
            UiCommand::StepForward => return self.run(UiCommand::Redo),
            UiCommand::Restart | UiCommand::ToStart => self.seek(0),
            UiCommand::ToEnd => {
                let end = self.session.line().last().copied();
                self.seek(end.unwrap_or_default());
            }
            UiCommand::NextAct => self.next_act(),
            UiCommand::BackToScript => {
                if let Some(step) = script::follow(&self.rehearsal, &self.session).left_at {
                    self.seek(step);
                }
            }
            UiCommand::AddPlatform => {
                if let Some(company) = companies::next(self.session.world()) {
                    self.submit(company);
                }
            }
            UiCommand::OpenInvite(platform) => {
                self.selection.invite = Some((platform, draft::new_draft(self.session.world(), platform)));
                self.selection.refused = None;
            }
            UiCommand::EditInvite(edit) => {
                if let Some((platform, draft)) = &mut self.selection.invite {
                    places::edit_roles(self.session.world(), *platform, draft, edit);
                }
                self.selection.refused = None;
            }
            UiCommand::EditSheetRoles(edit) => {
                if let Some(SheetDraft::DefaultRoles { platform, roles, .. }) = &mut self.selection.sheet {
                    places::edit_roles(self.session.world(), *platform, roles, edit);
                }
                self.selection.refused = None;
            }
            UiCommand::CloseInvite => {
                self.selection.invite = None;
                self.selection.refused = None;
            }
            other => return self.select(other),
        }
        true
    }

    /// Wishes that only change what is selected.
    fn select(&mut self, command: UiCommand) -> bool {
        let selection = &mut self.selection;
        match command {
            UiCommand::Focus(person) => {
                selection.focus = Some(person);
                selection.question = None;
            }
            UiCommand::Ask(question) => {
                selection.focus = Some(question.person());
                selection.question = Some(question);
            }
            UiCommand::Show(spot) => self.show(spot),
            UiCommand::SetViewer { platform, person } => {
                selection.viewers.insert(platform, person);
            }
            UiCommand::SetTab { platform, tab } => {
                selection.tabs.insert(platform, tab);
            }
            UiCommand::ToggleMember { platform, person } => {
                if selection.open_members.get(&platform) == Some(&person) {
                    selection.open_members.remove(&platform);
                } else {
                    selection.open_members.insert(platform, person);
                    selection.focus = Some(person);
                    selection.question = None;
                }
            }
            UiCommand::ToggleSpace { platform, space } => {
                if selection.open_spaces.get(&platform) == Some(&space) {
                    selection.open_spaces.remove(&platform);
                } else {
                    selection.open_spaces.insert(platform, space);
                }
            }
            UiCommand::ToggleFold(platform) => {
                if !selection.folded.remove(&platform) {
                    selection.folded.insert(platform);
                }
            }
            UiCommand::Visit { platform, tab } => {
                selection.folded.remove(&platform);
                selection.tabs.insert(platform, tab);
            }
            UiCommand::Preview(command) => selection.preview = command,
            UiCommand::DismissRefusal => selection.refused = None,
            UiCommand::OpenAddMember { platform, space } => {
                let role = crate::domain::AccessRole::Author;
                selection.add_member =
                    Some(AddMemberDraft { platform, space, search: String::new(), role, restricted: false });
                selection.refused = None;
            }
            UiCommand::EditAddMember { search, role, restricted } => {
                if let Some(draft) = &mut selection.add_member {
                    draft.restricted = restricted;
                    draft.search = search;
                    draft.role = role;
                }
            }
            UiCommand::CloseAddMember => {
                selection.add_member = None;
                selection.refused = None;
            }
            UiCommand::EditNewSpace { platform, name } => {
                selection.new_space.insert(platform, name);
            }
            other => return places::select(selection, other),
        }
        true
    }

    fn seek(&mut self, step: usize) {
        self.session.seek(step);
        self.moved();
    }

    /// Does what the script does next; where it was done before, time only moves there.
    fn next_act(&mut self) {
        let Some(command) = script::follow(&self.rehearsal, &self.session).next.cloned() else {
            // At its end, and off the script, time goes on where there is more of it.
            self.session.redo();
            return self.moved();
        };
        match script::done_before(&self.session, &command) {
            Some(step) => {
                self.seek(step);
                self.follow(&command);
            }
            None => self.submit(command),
        }
    }

    fn submit(&mut self, command: Command) {
        match self.session.submit(command.clone()) {
            Ok(Submitted::Done(_)) => {
                self.close_sheet(&command);
                self.moved();
                self.follow(&command);
            }
            Ok(Submitted::AlreadySo) => {
                self.close_sheet(&command);
                self.selection.refused = None;
            }
            Err(refusal) => self.selection.refused = Some(RefusedTry { command, refusal }),
        }
    }

    /// The dialog that asked for this is through; the form of the stage is ready for the next name.
    fn close_sheet(&mut self, command: &Command) {
        if let (Some(SheetDraft::Stage(draft)), Command::Stage(_)) = (&mut self.selection.sheet, command) {
            for typed in ["Name", "Host company", "User email", "Roles", "Members"] {
                draft.values.remove(typed);
            }
        }
        if self.selection.sheet.as_ref().is_some_and(|sheet| sheet.is_done_by(command)) {
            self.selection.sheet = None;
        }
    }

    /// After time moved: the marks of the moment before are gone, what changed is found anew.
    fn moved(&mut self) {
        self.selection.refused = None;
        self.selection.marked = None;
        self.selection.preview = None;
        let is_over = lesson::is_finished(&self.rehearsal, self.session.world(), self.session.start());
        if let Some(book) = &mut self.selection.drill {
            (book.at, book.is_over) = (self.session.cursor(), is_over);
        }
        self.changes =
            self.session.world_before().map(|before| changes(before, self.session.world())).unwrap_or_default();
        let world = self.session.world();
        if self.selection.focus.is_none_or(|person| world.person(person).is_none()) {
            self.selection.focus = world.people().last().map(|person| person.id);
            self.selection.question = None;
        }
    }

    /// Turns the panels to what was just done.
    fn follow(&mut self, command: &Command) {
        places::follow(&mut self.selection, self.session.world(), command);
    }

    /// Goes to a control: the right panel, tab, person and card, and marks it.
    fn show(&mut self, spot: Spot) {
        let platform = spot.platform();
        let viewer = match spot {
            Spot::Mail(_, person) | Spot::PlatformMenu(_, person) => Some(person),
            _ => self.administrator_here(platform),
        };
        let selection = &mut self.selection;
        selection.marked = Some(spot);
        selection.folded.remove(&platform);
        if let Some(viewer) = viewer {
            selection.viewers.insert(platform, viewer);
        }
        if let Some(tab) = spot.tab() {
            selection.tabs.insert(platform, tab);
        }
        match spot {
            Spot::Member(_, person)
            | Spot::AssignLicense(_, person, _)
            | Spot::RestrictUsage(_, person, _)
            | Spot::GrantRole(_, person) => {
                selection.open_members.insert(platform, person);
            }
            Spot::Space(_, space) => {
                selection.open_spaces.insert(platform, space);
            }
            Spot::Option(..)
            | Spot::Setting(..)
            | Spot::InviteButton(_)
            | Spot::Mail(..)
            | Spot::PlatformMenu(..)
            | Spot::Pools(_) => {}
        }
    }

    /// An administrator who works on the platform now; the one already looked through, if it is one.
    fn administrator_here(&self, platform: PlatformId) -> Option<PersonId> {
        let lens = self.lens();
        let here = lens.people_here(platform);
        let all: Vec<PersonId> = lens.world.administrators(platform).filter(|person| here.contains(person)).collect();
        let current = lens.viewer(platform).filter(|person| all.contains(person));
        current.or_else(|| all.first().copied())
    }

    /// At the opening, the card of the person in focus is open at home: the switches of the story are in view.
    fn open_home_card(&mut self) {
        let lens = self.lens();
        let place = self.selection.focus.and_then(|person| lens.home(person).map(|home| (home, person)));
        if let Some((home, person)) = place {
            self.selection.open_members.insert(home, person);
        }
    }

    /// Everything the window shows now.
    #[must_use]
    pub fn model(&self, facts: &DeskFacts) -> WindowModel {
        let lens = self.lens();
        let question = self.selection.question.or_else(|| build::default_question(&lens));
        let steps = script::lesson_steps(&self.rehearsal, &self.session);
        let done = steps.iter().filter(|step| step.is_done).count();
        let turn = steps.iter().find(|step| !step.is_done).and_then(|step| script::turn(&self.lens(), step));
        let top_bar = TopBarFacts {
            title: facts.file.clone().unwrap_or_else(|| self.rehearsal.title.clone()),
            mode: drilling::mode(&self.rehearsal),
            rehearsals: facts.rehearsals.clone(),
            recent: facts.recent.clone(),
            is_unsaved: facts.is_unsaved,
            progress: (done, steps.len()),
            turn,
            has_more_platforms: companies::next(self.session.world()).is_some(),
        };
        let notes = drilling::notes(&self.rehearsal, &self.session);
        let watches = self.watches();
        WindowModel {
            top_bar: build::top_bar(&lens, &self.session, top_bar),
            guide: build::guide(
                &lens,
                &self.rehearsal.title,
                &self.rehearsal.brief,
                &notes,
                &steps,
                watches,
                self.following(facts),
                drilling::guide(&lens, &self.rehearsal, &self.session),
            ),
            bridge: build::bridge(&lens),
            platforms: lens.world.platforms().map(|platform| build::panel(&lens, platform)).collect(),
            board: build::board(&lens, question),
            why: question.map(|question| build::why(&lens, question)),
            timeline: build::timeline(&lens, &self.session),
            invite: self
                .selection
                .invite
                .as_ref()
                .and_then(|(platform, draft)| build::invite(&lens, *platform, draft, self.guest_note(*platform))),
            add_member: self.selection.add_member.as_ref().and_then(|draft| build::add_member(&lens, draft)),
            sheet: self.selection.sheet.as_ref().and_then(|draft| match draft {
                SheetDraft::Library(mode) => Some(library::sheet(*mode, &facts.drills_done, &self.rehearsal.id)),
                draft => build::sheet(&lens, draft),
            }),
            preview: self.selection.preview.as_ref().and_then(|command| build::preview(&lens, command)),
            script: script::told(&lens, &self.rehearsal, &self.session),
            marked: self.selection.marked.map(|spot| crate::view::text::path(&lens, spot)),
        }
    }

    /// What the drill took, when it is one and over.
    #[must_use]
    pub fn took(&self) -> Option<Took> {
        drilling::took(&self.selection, &self.session)
    }

    /// The rehearsal after the open one, in teaching order; after a drill, the next one that is not done yet.
    fn following(&self, facts: &DeskFacts) -> Option<(String, String)> {
        if drilling::mode(&self.rehearsal) == Mode::Drill {
            return library::next_drill(&facts.drills_done, &self.rehearsal.id);
        }
        let place = facts.rehearsals.iter().position(|(id, _)| *id == self.rehearsal.id)?;
        facts.rehearsals.get(place + 1).cloned()
    }

    fn guest_note(&self, platform: PlatformId) -> Option<String> {
        let lens = self.lens();
        self.rehearsal
            .guest_notes
            .iter()
            .find(|note| note.platform == platform)
            .map(|note| format!("{}: “{}”", lens.first(note.from), note.text))
    }

    fn watches(&self) -> Vec<Status> {
        let (world, start) = (self.session.world(), self.session.start());
        self.rehearsal
            .watches
            .iter()
            .map(|watch| Status::new(tone_of(watch.goal.is_met(world, start)), watch.label.clone()))
            .collect()
    }
}
