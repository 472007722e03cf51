//! The history: branches stay, undo and redo move in it, the timeline shows the line we are on.

use crate::support::*;
use crossinvite::domain::{AccessRole::Author, *};
use crossinvite::session::{Session, StepId, Submitted};

fn invite() -> Command {
    ana().invites(BEN_MAIL, UserRight::External, &own_license_roles())
}

fn open_dock() -> Command {
    ana().adds("Dock", person("Cleo"), whole(Author))
}

/// A session that took these acts from SU; each must be a new step.
fn session(commands: &[Command]) -> Session {
    let mut session = Session::new(su());
    for command in commands {
        assert!(matches!(session.submit(command.clone()), Ok(Submitted::Done(_))));
    }
    session
}

fn children(session: &Session, of: StepId) -> Vec<StepId> {
    session.children(of).map(|(step, _)| step).collect()
}

#[test]
fn a_new_session_stands_at_its_start() {
    let mut session = Session::new(su());
    assert_eq!((session.cursor(), session.depth(), session.line()), (0, 0, vec![]));
    assert_eq!(session.world(), session.start());
    assert!(session.step(0).is_none() && session.world_before().is_none());
    assert!(!session.undo() && !session.redo());
    assert!(session.seek(0));
}

#[test]
fn a_refused_act_and_an_idle_one_leave_no_step() {
    let mut session = session(&[invite()]);
    let before = session.world().clone();
    assert!(session.submit(invite()).is_err());
    assert_eq!(session.submit(ana().allows_roles_without_license()), Ok(Submitted::AlreadySo));
    assert_eq!((session.world(), session.cursor(), session.steps().count()), (&before, 1, 1));
}

#[test]
fn undo_and_redo_walk_the_same_line() {
    let mut session = session(&[invite(), ben().accepts(), open_dock()]);
    let worlds: Vec<World> = (0..=3).map(|step| session.world_at(step).clone()).collect();
    for expected in [2, 1, 0] {
        assert!(session.undo());
        assert_eq!((session.cursor(), session.world()), (expected, &worlds[expected]));
        assert_eq!(session.line(), [1, 2, 3], "the future stays in the line");
    }
    for expected in [1, 2, 3] {
        assert!(session.redo());
        assert_eq!((session.cursor(), session.world()), (expected, &worlds[expected]));
    }
    assert_eq!(session.world_before(), Some(&worlds[2]));
}

#[test]
fn another_act_after_undo_begins_a_branch_and_the_old_one_stays() {
    let mut session = session(&[invite(), ben().accepts()]);
    let old = session.world().clone();
    session.undo();
    assert_eq!(session.submit(open_dock()), Ok(Submitted::Done(3)));
    assert_eq!((session.line(), session.past(3)), (vec![1, 3], vec![1, 3]));
    assert_eq!(children(&session, 1), [2, 3]);
    assert_eq!(children(&session, 2), [0; 0]);
    assert_eq!(session.world_at(2), &old);
    assert_eq!(session.step(2).map(|step| step.parent), Some(1));
}

#[test]
fn redo_follows_the_last_branch() {
    let mut session = session(&[invite(), ben().accepts()]);
    session.undo();
    session.submit(open_dock()).unwrap();
    session.undo();
    assert_eq!(session.next(1), Some(3));
    assert!(session.redo());
    assert_eq!(session.cursor(), 3);
    // Having looked at the other branch makes it the last one.
    assert!(session.seek(2));
    session.undo();
    assert!(session.redo());
    assert_eq!(session.cursor(), 2);
}

#[test]
fn doing_again_what_was_undone_follows_the_old_future() {
    let mut session = session(&[invite(), ben().accepts(), open_dock()]);
    session.seek(1);
    assert_eq!(session.submit(ben().accepts()), Ok(Submitted::Done(2)));
    assert_eq!((session.steps().count(), session.line()), (3, vec![1, 2, 3]));
}

#[test]
fn branches_can_begin_at_the_start() {
    let mut session = session(&[invite()]);
    session.undo();
    session.submit(open_dock()).unwrap();
    assert_eq!((children(&session, 0), session.line()), (vec![1, 2], vec![2]));
    session.seek(0);
    assert_eq!(session.next(0), Some(2));
    session.seek(1);
    session.seek(0);
    assert_eq!((session.next(0), session.line()), (Some(1), vec![1]));
}

#[test]
fn seeking_makes_the_line_of_the_step_the_present_one() {
    let mut session = session(&[invite(), ben().accepts()]);
    session.seek(0);
    session.submit(open_dock()).unwrap();
    session.submit(cleo().switches()).unwrap();
    assert_eq!(session.line(), [3, 4]);
    assert!(session.seek(1));
    assert_eq!((session.line(), session.depth()), (vec![1, 2], 1));
    assert!(session.seek(4));
    assert_eq!((session.line(), session.past(4), session.depth()), (vec![3, 4], vec![3, 4], 2));
    assert!(!session.seek(5));
    assert_eq!(session.cursor(), 4);
}

#[test]
fn an_unknown_step_gives_the_start() {
    let session = session(&[invite()]);
    assert_eq!(session.world_at(99), session.start());
    assert_eq!((session.past(99), session.next(99)), (vec![], session.next(0)));
}
