//! Why a command cannot be called now, as a sentence.

use super::layout::WindowData;
use super::widgets::Enabled;
use crate::view::{Dialog, InquiryBody, Way};

/// Why files are left alone before an audience.
pub const PRIVATE: &str = "Not while presenting: everybody would see your files.";

/// Nothing stands in the way.
pub(super) fn always(_: &WindowData<'_>) -> Enabled {
    Ok(())
}

/// It would show files and their places.
pub(super) fn is_private(data: &WindowData<'_>) -> Enabled {
    if data.shell.is_presenting { Err(PRIVATE.to_owned()) } else { Ok(()) }
}

/// It is known where to save, or may be asked.
pub(super) fn can_save(data: &WindowData<'_>) -> Enabled {
    if data.shell.has_file { Ok(()) } else { is_private(data) }
}

/// Something can be undone.
pub(super) fn has_past(data: &WindowData<'_>) -> Enabled {
    data.top_bar.undo.as_ref().map(|_| ()).map_err(Clone::clone)
}

/// Something can be done again.
pub(super) fn has_future(data: &WindowData<'_>) -> Enabled {
    data.top_bar.redo.as_ref().map(|_| ()).map_err(Clone::clone)
}

/// There is a later act.
pub(super) fn has_next_step(data: &WindowData<'_>) -> Enabled {
    has_future(data).map_err(|_| "This is the last act.".to_owned())
}

/// There is something to play.
pub(super) fn can_play(data: &WindowData<'_>) -> Enabled {
    if data.shell.is_playing || data.shell.is_presenting && data.script.next.is_ok() {
        return Ok(());
    }
    has_future(data).map_err(|_| "This is the last act; go back in time first.".to_owned())
}

/// The script goes on.
pub(super) fn has_script(data: &WindowData<'_>) -> Enabled {
    data.script.next.as_ref().map(|_| ()).map_err(Clone::clone)
}

/// The script was left.
pub(super) fn is_off_script(data: &WindowData<'_>) -> Enabled {
    if data.script.left_at.is_some() { Ok(()) } else { Err("The script was not left.".to_owned()) }
}

/// The story is presented.
pub(super) fn is_presenting(data: &WindowData<'_>) -> Enabled {
    if data.shell.is_presenting { Ok(()) } else { Err("Only while presenting.".to_owned()) }
}

/// Nothing stands where the story would be told; leaving it is always possible.
pub(super) fn can_present(data: &WindowData<'_>) -> Enabled {
    if data.shell.is_presenting {
        return Ok(());
    }
    if data.shell.asks_for_path {
        return Err("Type the path or cancel first: the audience must not see it.".to_owned());
    }
    let open = match data.selection.dialog() {
        None => return Ok(()),
        Some(Dialog::Invite) => Some("Invite members"),
        Some(Dialog::AddMember) => data.add_member.map(|add| add.title.as_str()),
        Some(Dialog::Sheet) => data.sheet.map(|sheet| sheet.title.as_str()),
    };
    open.map_or(Ok(()), |name| Err(format!("Close “{name}” first: it would cover the story.")))
}

/// Something was put aside.
pub(super) fn has_aside(data: &WindowData<'_>) -> Enabled {
    data.top_bar.aside.as_ref().map(|_| ()).ok_or_else(|| "Nothing was left with unsaved acts.".to_owned())
}

/// Another company can join.
pub(super) fn has_company(data: &WindowData<'_>) -> Enabled {
    data.top_bar.add_platform.clone()
}

/// A question is open.
pub(super) fn has_question(data: &WindowData<'_>) -> Enabled {
    if data.shell.is_presenting {
        Err("Not while presenting.".to_owned())
    } else if data.inquiry.is_none() {
        Err("Put a person into focus first.".to_owned())
    } else {
        Ok(())
    }
}

/// A search is under way.
pub(super) fn is_searching(data: &WindowData<'_>) -> Enabled {
    let searches = data.inquiry.is_some_and(|inquiry| match &inquiry.body {
        InquiryBody::HowTo(how_to) => how_to.way == Way::Searching,
        InquiryBody::Why(_) | InquiryBody::WhyNot(_) | InquiryBody::WhoCan(_) => false,
    });
    if searches { Ok(()) } else { Err("Nothing is being searched for.".to_owned()) }
}

/// It can be larger.
pub(super) fn can_zoom_in(data: &WindowData<'_>) -> Enabled {
    if data.shell.zoom < data.shell.most_zoom() { Ok(()) } else { Err("This is the largest.".to_owned()) }
}

/// It can be smaller.
pub(super) fn can_zoom_out(data: &WindowData<'_>) -> Enabled {
    if data.shell.zoom > 100 { Ok(()) } else { Err("This is the smallest.".to_owned()) }
}
