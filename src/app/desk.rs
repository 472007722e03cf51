//! The desk: an open rehearsal, its history and what is selected. Everything the window does, without a window.

use super::{drilling, places, script};
use crate::access::{AccessChange, changes};
use crate::content::{Kind, Rehearsal, companies, lesson};
use crate::domain::{Command, PersonId, PlatformId};
use crate::session::{Session, Submitted};
use crate::ui::UiCommand;
use crate::view::{
    AddMemberDraft, Answers, Dialog, DrillBook, HowToDraft, Inquiry, Lens, Listing, Look, Looked, PanelTab, RefusedTry,
    Selection, SheetDraft, Spot, Took, draft, text,
};

/// An open rehearsal with its history and selection.
#[derive(Debug, Clone)]
pub struct Desk {
    rehearsal: Rehearsal,
    session: Session,
    selection: Selection,
    changes: Vec<AccessChange>,
    pub(super) answers: Answers,
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
        let mut desk = Self { rehearsal, session, selection, changes: Vec::new(), answers: Answers::default() };
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
            UiCommand::MovePanel { platform, to } => self.move_panel(platform, to),
            UiCommand::SubmitAll(commands) => {
                for command in commands {
                    self.submit(command);
                    if self.selection.refused.is_some() {
                        break;
                    }
                }
            }
            UiCommand::Found(found) => self.answers.note(*found),
            UiCommand::FoundWays(found) => self.answers.note_ways(*found),
            UiCommand::LookedAt(situations) => self.answers.looked_at = situations,
            UiCommand::SearchAgain => self.answers.forget_given_up(),
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
                // A wizard that waits below another dialog comes back with what was typed.
                if self.selection.invite.as_ref().is_none_or(|(open, _)| *open != platform) {
                    self.selection.invite = Some((platform, draft::new_draft(self.session.world(), platform)));
                }
                self.selection.open(Dialog::Invite);
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
            UiCommand::SetSheet(Some(draft @ SheetDraft::FromMessage { symptom: Some(_), .. })) => {
                // In a drill, to be told the causes is a look like any other.
                if let Some(question) = self.question() {
                    self.select(UiCommand::Look(Look::Checks(question)));
                }
                return self.select(UiCommand::SetSheet(Some(draft)));
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
                selection.way = None;
            }
            UiCommand::Ask(question) => {
                selection.focus = Some(question.person());
                selection.question = Some(question);
                selection.how_to.to_goal = false;
                selection.way = None;
            }
            UiCommand::Inquire(inquiry) => self.inquire(inquiry),
            UiCommand::SetHowTo(draft) => self.ask_how_to(draft),
            UiCommand::SetTogether(facts) => {
                selection.way = None;
                selection.together = facts;
            }
            UiCommand::ChooseWay(way) => selection.way = way,
            UiCommand::Compare(comparison) => selection.compare = comparison,
            UiCommand::Show(spot) => self.show(spot),
            UiCommand::SetViewer { platform, person } => {
                selection.viewers.insert(platform, person);
                self.open_what_they_see(platform, person);
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
            UiCommand::Preview(commands) => selection.preview = commands,
            UiCommand::DismissRefusal => selection.refused = None,
            UiCommand::OpenAddMember { platform, space } => {
                let role = crate::domain::AccessRole::Author;
                selection.add_member =
                    Some(AddMemberDraft { platform, space, search: String::new(), role, restricted: false });
                selection.open(Dialog::AddMember);
                selection.refused = None;
            }
            UiCommand::EditAddMember { search, role, restricted } => {
                selection.reached.remove(&Listing::Matches);
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
            other => return places::select(selection, other),
        }
        true
    }

    /// Whoever is no administrator begins with their own view, not with a closed control center.
    fn open_what_they_see(&mut self, platform: PlatformId, person: PersonId) {
        let is_administrator = self.session.world().administrators(platform).any(|other| other == person);
        let tab = self.selection.tabs.get(&platform).copied().unwrap_or_default();
        if !is_administrator && tab == PanelTab::Members {
            self.selection.tabs.insert(platform, PanelTab::View);
        }
    }

    fn move_panel(&mut self, platform: PlatformId, to: usize) {
        let mut order: Vec<PlatformId> = self.lens().platforms().iter().map(|found| found.id).collect();
        order.retain(|other| *other != platform);
        order.insert(to.min(order.len()), platform);
        self.selection.order = order;
    }

    fn seek(&mut self, step: usize) {
        self.session.seek(step);
        self.moved();
    }

    /// Does what the script does next; where it was done before, time only moves there.
    fn next_act(&mut self) {
        let scripted = script::follow(&self.rehearsal, &self.session).next.cloned();
        let Some(command) = scripted.or_else(|| script::next_of_guide(&self.rehearsal, &self.session)) else {
            // At its end, time goes on where there is more of it.
            self.session.redo();
            return self.moved();
        };
        match script::done_before(&self.session, &command) {
            Some(step) => {
                self.seek(step);
                self.follow(&command);
            }
            None => self.submit(command.clone()),
        }
        // The audience sees where it was done.
        if let Some(spot) = text::spot_of(&self.lens(), &command).filter(|_| self.selection.refused.is_none())
            && !matches!(spot, Spot::Mail(..) | Spot::PlatformMenu(..))
        {
            self.show(spot);
        }
    }

    fn submit(&mut self, command: Command) {
        let from = self.session.cursor();
        match self.session.submit(command.clone()) {
            Ok(Submitted::Done(to)) => {
                self.answers.done(from, to, &command);
                self.close_sheet(&command);
                let way = self.selection.way.take();
                self.moved();
                self.selection.way = way.and_then(|way| rest_of(way, &command));
                self.follow(&command);
            }
            Ok(Submitted::AlreadySo) => {
                self.close_sheet(&command);
                self.selection.refused = None;
            }
            Err(refusal) => {
                let before = self.selection.refused.take();
                let is_again = before.is_some_and(|tried| tried.command == command && !tried.is_again);
                self.selection.refused = Some(RefusedTry { command, refusal, is_again });
            }
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
        self.selection.preview = Vec::new();
        self.selection.way = None;
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

    /// Turns to a way of asking. How to leads to the goal of the rehearsal, unless somebody asked about a fact.
    fn inquire(&mut self, inquiry: Inquiry) {
        let is_new = self.selection.inquiry != inquiry;
        if is_new && inquiry == Inquiry::HowTo {
            self.selection.how_to.to_goal = self.selection.question.is_none();
            self.selection.way = None;
        }
        self.selection.inquiry = inquiry;
    }

    /// Asks *How to* under these conditions. In another order the ways stay what they are.
    fn ask_how_to(&mut self, draft: HowToDraft) {
        if draft.measured(self.selection.how_to.measure) != self.selection.how_to {
            self.selection.way = None;
        }
        self.selection.how_to = draft;
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
        let works_here =
            |person: &PersonId| lens.world.person(*person).is_some_and(|found| found.connected == Some(platform));
        let is_administrator =
            |person: &PersonId| lens.world.platform(platform).is_some_and(|found| found.is_administered_by(*person));
        let current = lens.viewer(platform).filter(is_administrator);
        current.or_else(|| lens.world.administrators(platform).find(works_here))
    }

    /// At the opening, the card of the person in focus is open at home: the switches of the story are in view.
    fn open_home_card(&mut self) {
        let lens = self.lens();
        let place = self.selection.focus.and_then(|person| lens.home(person).map(|home| (home, person)));
        if let Some((home, person)) = place {
            self.selection.open_members.insert(home, person);
        }
    }

    /// Goes on counting from what was looked at in this drill before.
    pub(super) fn take_up(&mut self, looked: &Looked) {
        let session = &self.session;
        let is_there = |at: usize| at == 0 || session.steps().any(|(step, _)| step == at);
        if let Some(book) = &mut self.selection.drill {
            book.take_up(looked, is_there);
        }
    }

    /// What the drill took, when it is one and over.
    #[must_use]
    pub fn took(&self) -> Option<Took> {
        drilling::took(&self.selection, &self.rehearsal, &self.session)
    }
}

/// What is left of a way after this act; none when the act was not its next one, or its last.
fn rest_of(mut way: Vec<Command>, done: &Command) -> Option<Vec<Command>> {
    let is_next = way.first() == Some(done);
    if is_next {
        way.remove(0);
    }
    (is_next && !way.is_empty()).then_some(way)
}
