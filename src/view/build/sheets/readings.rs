//! *Readings*: where the guides leave a choice open (rules 2.1).

use crate::domain::{Command, Reading, StageAct};
use crate::view::{Lens, ReadingRow, SheetBody, SheetData, text};

/// The dialog.
pub(super) fn readings(lens: &Lens<'_>) -> SheetData {
    let rows = Reading::ALL.into_iter().map(|reading| {
        let is_alternative = lens.world.reads(reading);
        let words = text::reading_words(reading);
        let command = Command::Stage(StageAct::SetReading { reading, alternative: !is_alternative });
        ReadingRow {
            title: words.title.into(),
            default: words.default.into(),
            alternative: words.alternative.into(),
            source: words.source.into(),
            is_alternative,
            control: lens.control(format!("Read differently: {}", words.title), command, None),
        }
    });
    SheetData {
        platform: None,
        color: None,
        title: "Readings".into(),
        lead: "The guides leave these open or disagree. Off is the reading this program starts with; on is the other \
               one. Nothing else can be switched."
            .into(),
        body: SheetBody::Readings(rows.collect()),
        notes: Vec::new(),
        commit: None,
    }
}
