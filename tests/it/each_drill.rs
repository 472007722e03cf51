//! The questions asked from the broken state of every drill: how to, what if, who can, whose turn it is, what cannot
//! simply be undone, and what a guest would see.

use crate::agreement::controls;
use crate::how_to::{LIMITS, desk, how_to, to_goal};
use crossinvite::access::{Question, what_can};
use crossinvite::app::{Desk, model::DeskFacts};
use crossinvite::content::{DRILLS, lesson};
use crossinvite::decide;
use crossinvite::domain::{Act, Command, PersonId, PlatformId, UserRight, Via};
use crossinvite::planner::{Constraints, WayBack, plan, way_back};
use crossinvite::ui::{InviteEdit, UiCommand};
use crossinvite::view::{
    DraftChange, ForecastData, HowToDraft, Inquiry, InquiryBody, InviteData, PanelTab, SheetDraft, Tone, Way,
    WizardStep,
};
use std::collections::BTreeSet;

#[test]
fn from_every_broken_state_how_to_says_the_way_and_do_all_cures_it() {
    for drill in DRILLS {
        let mut desk = desk(drill.id, 0);
        let data = how_to(&mut desk, to_goal());
        // What only the trainer can mend, no act of a person does.
        if desk.rehearsal().solution().any(|command| matches!(command, Command::Stage(_))) {
            let Way::Impossible(reasons) = data.way else { panic!("{}: {:?}", drill.id, data.way) };
            assert!(!reasons.is_empty(), "{}", drill.id);
            continue;
        }
        let Way::Acts { lines, all } = data.way else { panic!("{}: {:?}", drill.id, data.way) };
        assert_eq!(lines.len(), all.len(), "{}", drill.id);
        assert!(data.verdict.text.ends_with("proven shortest"), "{}: {}", drill.id, data.verdict.text);
        assert!(lines.iter().all(|line| line.act.contains(' ') && line.whose_turn.is_some()), "{}", drill.id);
        assert!(lines.first().is_some_and(|line| line.do_it.as_ref().is_some_and(|it| it.refusal.is_none())));
        desk.run(UiCommand::SubmitAll(all.clone()));
        assert_eq!(desk.session().depth(), all.len(), "{}: each act is a step of its own", drill.id);
        let (world, start) = (desk.session().world(), desk.session().start());
        assert!(lesson::is_finished(desk.rehearsal(), world, start), "{}", drill.id);
    }
}

#[test]
fn from_every_broken_state_the_fact_in_question_has_a_way_or_a_reason() {
    for drill in DRILLS {
        let mut desk = desk(drill.id, 0);
        let data = how_to(&mut desk, HowToDraft::default());
        match data.way {
            Way::Holds => assert_eq!(data.verdict.tone, Tone::Good, "{}", drill.id),
            Way::Acts { lines, .. } => assert!(!lines.is_empty(), "{}", drill.id),
            Way::Impossible(reasons) => {
                assert!(!reasons.is_empty() && reasons.iter().all(|reason| reason.contains(' ')), "{}", drill.id);
            }
            Way::Searching | Way::GaveUp(_) => panic!("{}: {}", drill.id, data.verdict.text),
        }
    }
}

#[test]
fn from_every_broken_state_why_who_can_what_if_and_the_messages_answer_too() {
    for drill in DRILLS {
        let mut desk = desk(drill.id, 0);
        let data = how_to(&mut desk, to_goal());
        if let Way::Acts { lines, all } = &data.way {
            // What if: the first act is told before it is done, and changes nothing.
            let before = desk.session().depth();
            desk.run(UiCommand::Preview(all.iter().take(1).cloned().collect()));
            let model = desk.model(&DeskFacts::default());
            let preview = model.preview.unwrap_or_else(|| panic!("{}: no preview", drill.id));
            assert!(preview.title.contains(' '), "{}: {}", drill.id, preview.title);
            assert_eq!(desk.session().depth(), before, "{}", drill.id);
            // Whose turn it is: each of those people gets a message with their acts and nobody else's.
            let messages = model.inquiry.expect("a question").messages;
            let turns: Vec<&str> = lines
                .iter()
                .map(|line| line.whose_turn.as_ref().expect("somebody’s turn").0.split(',').next().unwrap())
                .collect();
            let mut written = BTreeSet::new();
            for message in messages {
                let SheetDraft::Message(draft) = message.draft else { panic!("{}: a message", drill.id) };
                let name = draft.text.strip_prefix("Hello ").and_then(|text| text.split(',').next());
                let name = name.unwrap_or_else(|| panic!("{}: {}", drill.id, draft.text)).to_owned();
                let is_numbered =
                    |line: &&str| line.split_once(". ").is_some_and(|(no, _)| no.parse::<usize>().is_ok());
                let acts = draft.text.lines().filter(is_numbered).count();
                assert_eq!(acts, turns.iter().filter(|turn| **turn == name).count(), "{}: {}", drill.id, draft.text);
                assert!(written.insert(name), "{}: one message each", drill.id);
            }
            assert_eq!(written, turns.iter().map(|turn| (*turn).to_owned()).collect(), "{}", drill.id);
        }
        desk.run(UiCommand::Inquire(Inquiry::Why));
        let body = desk.model(&DeskFacts::default()).inquiry.map(|inquiry| inquiry.body);
        let Some(InquiryBody::Why(why)) = body else { panic!("{}: {body:?}", drill.id) };
        assert!(why.title.ends_with('?') && !why.verdict.text.is_empty(), "{}: {why:?}", drill.id);
        assert!(!why.failing.is_empty() || !why.passing.is_empty() || why.closed.is_some(), "{}: {why:?}", drill.id);
        desk.run(UiCommand::Preview(Vec::new()));
        desk.run(UiCommand::Inquire(Inquiry::WhoCan));
        let body = desk.model(&DeskFacts::default()).inquiry.map(|inquiry| inquiry.body);
        let Some(InquiryBody::WhoCan(who)) = body else { panic!("{}: {body:?}", drill.id) };
        assert!(who.title.ends_with('?') && who.verdict.text.len() > 3, "{}: {who:?}", drill.id);
        assert!(!who.reach_title.is_empty() && !who.choices.is_empty(), "{}: {who:?}", drill.id);
    }
}

// ---- One-way doors

/// Everything in a piece of what the window shows that would submit something and is not greyed, each once.
pub fn acting(shown: &serde_json::Value, found: &mut Vec<Command>) {
    let mut all = Vec::new();
    controls(shown, &mut all);
    for (command, is_greyed) in all {
        if !is_greyed && !found.contains(&command) {
            found.push(command);
        }
    }
}

/// Every act that a control of the panels would do now, whichever tab, card and space is open.
pub fn all_acts(desk: &mut Desk) -> Vec<Command> {
    let world = desk.session().world().clone();
    let platforms: Vec<PlatformId> = world.platforms().map(|platform| platform.id).collect();
    let mut found = Vec::new();
    let mut look = |desk: &Desk| {
        let model = desk.model(&DeskFacts::default());
        acting(&serde_json::to_value(&model.platforms).unwrap(), &mut found);
    };
    for found in world.platforms() {
        desk.run(UiCommand::SetTab { platform: found.id, tab: PanelTab::Members });
        for person in found.members.keys() {
            desk.run(UiCommand::ToggleMember { platform: found.id, person: *person });
            look(desk);
        }
        desk.run(UiCommand::SetTab { platform: found.id, tab: PanelTab::Spaces });
        for space in found.spaces.keys() {
            desk.run(UiCommand::ToggleSpace { platform: found.id, space: *space });
            look(desk);
        }
    }
    for tab in [PanelTab::Members, PanelTab::Spaces, PanelTab::Groups, PanelTab::View, PanelTab::Mail] {
        for platform in &platforms {
            desk.run(UiCommand::SetTab { platform: *platform, tab });
        }
        look(desk);
    }
    found
}

#[test]
fn in_every_drill_what_cannot_simply_be_undone_says_so_before_and_nothing_else_does() {
    let (mut doors, mut opposites, mut unknown) = (0, 0, 0);
    let mut kinds = Vec::new();
    for drill in DRILLS {
        let mut desk = desk(drill.id, 0);
        for act in all_acts(&mut desk) {
            let before = desk.session().world().clone();
            let back = way_back(&before, std::slice::from_ref(&act));
            // Searching takes long in a debug build: a few acts of each kind.
            if matches!(back, WayBack::Search(_)) {
                let Command::Do { act, .. } = &act else { continue };
                let kind = std::mem::discriminant(act);
                if kinds.iter().filter(|known| **known == kind).count() == 5 {
                    continue;
                }
                kinds.push(kind);
            }
            desk.run(UiCommand::Preview(vec![act.clone()]));
            desk.think(LIMITS);
            let preview = desk.model(&DeskFacts::default()).preview;
            let door = preview.and_then(|preview| preview.door).map(|door| door.text);
            match (&back, door) {
                (WayBack::Opposites(back), None) => {
                    let mut there = desk.clone();
                    there.run(UiCommand::Submit(act.clone()));
                    for act in back {
                        there.run(UiCommand::Submit(act.clone()));
                    }
                    let after = there.session().world();
                    assert_eq!(crossinvite::access::changes(&before, after), [], "{}: {act:?}", drill.id);
                    assert_eq!(there.session().depth(), desk.session().depth() + 1 + back.len(), "{}", drill.id);
                    opposites += 1;
                }
                (WayBack::Nothing, None) => {}
                // It is said only where the way back is longer than the act.
                (WayBack::Search(goals), None) => {
                    let (after, _) = decide::act(&before, &act).unwrap();
                    let found = plan(&after, &before, goals, &Constraints::default(), LIMITS);
                    let acts = found.plan().map(|plan| plan.steps.len());
                    assert!(acts.is_some_and(|acts| acts <= 1), "{}: {act:?}: {found:?}", drill.id);
                }
                (WayBack::Search(_), Some(door)) if door.starts_with("Perhaps cannot be undone: ") => unknown += 1,
                (WayBack::Search(_) | WayBack::Never(_), Some(door)) => {
                    assert!(door.starts_with("Cannot ") && door.contains(": "), "{}: {door}", drill.id);
                    doors += 1;
                }
                (back, door) => panic!("{}: {act:?}: {back:?} and {door:?}", drill.id),
            }
        }
    }
    assert!(doors > 20 && opposites > 200, "{doors} doors, {opposites} that are turned back");
    assert!(unknown <= 1, "of {unknown} acts it is not known how they are undone");
}

// ---- Before it is sent

const STRANGER: &str = "stranger@elsewhere.example";

/// The last step of the wizard there, for somebody whom nobody knows; none where nobody may open it.
fn wizard(desk: &mut Desk, platform: PlatformId, right: UserRight) -> Option<InviteData> {
    desk.run(UiCommand::OpenInvite(platform));
    desk.run(UiCommand::EditInvite(InviteEdit::Emails(STRANGER.into())));
    desk.run(UiCommand::EditInvite(InviteEdit::Right(right)));
    desk.run(UiCommand::EditInvite(InviteEdit::Tick("CSV".into(), true)));
    desk.run(UiCommand::EditInvite(InviteEdit::Step(WizardStep::AdditionalApps)));
    desk.model(&DeskFacts::default()).invite
}

/// What is open to the stranger after the invitation was sent and accepted; none where accepting is refused.
fn sees(desk: &Desk, platform: PlatformId, order: &Command) -> Option<BTreeSet<Question>> {
    let mut desk = desk.clone();
    desk.run(UiCommand::Submit(order.clone()));
    let person: PersonId = desk.session().world().people().find(|person| person.email.as_str() == STRANGER)?.id;
    let depth = desk.session().depth();
    desk.run(UiCommand::Submit(Command::new(person, platform, Act::AcceptInvitation { via: Via::Email })));
    let there = |question: &Question| question.platform() == platform;
    let open = what_can(desk.session().world(), person).into_iter().filter(|(_, standing)| standing.holds);
    (desk.session().depth() > depth).then(|| open.map(|(question, _)| question).filter(there).collect())
}

#[test]
fn in_every_drill_the_wizard_says_before_it_is_sent_what_the_guest_then_sees() {
    let (mut accepted, mut refused, mut narrower) = (0, 0, 0);
    for drill in DRILLS {
        let desk = desk(drill.id, 0);
        let platforms: Vec<PlatformId> = desk.lens().world.platforms().map(|platform| platform.id).collect();
        for (platform, right) in
            platforms.into_iter().flat_map(|at| [(at, UserRight::External), (at, UserRight::Member)])
        {
            let mut asked = desk.clone();
            let Some(data) = wizard(&mut asked, platform, right) else { continue };
            let Some(forecast) = data.forecast else {
                assert!(data.refusal.is_some(), "{} at {platform}: nothing is said, and nothing refused", drill.id);
                continue;
            };
            let order = data.command.expect("an invitation");
            let Some(open) = sees(&desk, platform, &order) else {
                assert!(forecast.lines[0].text.starts_with("nothing yet, accepting would be refused"), "{forecast:?}");
                refused += 1;
                continue;
            };
            let is_space = |question: &&Question| matches!(question, Question::SpaceAccess { .. });
            let told = forecast.lines.iter().filter(|line| line.text.starts_with("all content of ")).count();
            assert_eq!(told, open.iter().filter(is_space).count(), "{} at {platform}: {forecast:?}", drill.id);
            accepted += 1;
            narrower += narrows(&mut asked, &desk, platform, &forecast, &open);
        }
    }
    assert!(
        accepted > 20 && refused > 5 && narrower > 10,
        "{accepted} accepted, {refused} refused, {narrower} changes"
    );
}

/// Every change that is offered is a smaller invitation: it still connects, every role still works, and less is open,
/// taken or granted.
fn narrows(
    asked: &mut Desk,
    desk: &Desk,
    platform: PlatformId,
    forecast: &ForecastData,
    open: &BTreeSet<Question>,
) -> usize {
    for less in &forecast.narrower {
        let mut changed = asked.clone();
        changed.run(UiCommand::EditInvite(match less.change {
            DraftChange::Right(right) => InviteEdit::Right(right),
            DraftChange::Terms(terms) => InviteEdit::Terms(terms),
            DraftChange::LeaveOut(role) => InviteEdit::Tick(role, false),
        }));
        let data = changed.model(&DeskFacts::default()).invite.expect("the wizard stays open");
        let order = data.command.expect("an invitation");
        let now = sees(desk, platform, &order).unwrap_or_else(|| panic!("{less:?}: it is refused"));
        assert!(now.is_subset(open), "{less:?} opens more");
        let gone: Vec<&Question> = open.difference(&now).collect();
        assert!(gone.iter().all(|fact| matches!(fact, Question::SpaceAccess { .. })), "{less:?} loses {gone:?}");
    }
    forecast.narrower.len()
}
