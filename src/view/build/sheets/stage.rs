//! *Set the stage*: the form of the trainer, and the act it comes to (E1).

use super::stage_acts;
use crate::domain::{Command, StageAct};
use crate::view::{
    FieldLabel, FormField, FormInput, Lens, OpenSheet, SheetBody, SheetData, SheetDraft, StageDraft, StageForm,
    StageKind, Status, Tone,
};

/// A button that opens the form with these fields filled in.
pub(in crate::view::build) fn open(label: &str, kind: StageKind, values: &[(FieldLabel, &str)]) -> OpenSheet {
    let draft = SheetDraft::Stage(StageDraft::with(kind, values));
    OpenSheet { label: label.to_owned(), draft, refusal: None }
}

/// The dialog.
pub(super) fn stage(lens: &Lens<'_>, draft: &StageDraft) -> SheetData {
    let mut form = Form { lens, draft, fields: Vec::new() };
    let act = stage_acts::act(&mut form);
    let nothing = || StageAct::Several { what: String::new(), acts: Vec::new() };
    let (act, missing) = match act {
        Ok(act) => (act, None),
        Err(missing) => (nothing(), Some(missing)),
    };
    let is_so = missing.is_none() && crate::decide::decide(lens.world, &Command::Stage(act.clone())) == Ok(Vec::new());
    let mut commit = lens.control("Set", Command::Stage(act), None);
    commit.refusal = missing.or(commit.refusal).or_else(|| is_so.then(|| "It is so already.".to_owned()));
    SheetData {
        platform: None,
        color: None,
        title: "Set the stage".into(),
        lead: "The trainer puts it there, whatever the platforms allow their people; it is one step on the timeline."
            .into(),
        body: SheetBody::Stage(StageForm { kind: draft.kind, fields: form.fields }),
        notes: commit.refusal.iter().map(|why| Status::new(Tone::Neutral, why)).collect(),
        commit: Some(commit),
    }
}

/// The form while it is filled.
pub(super) struct Form<'a> {
    pub(super) lens: &'a Lens<'a>,
    pub(super) draft: &'a StageDraft,
    fields: Vec<FormField>,
}

impl Form<'_> {
    fn value(&self, label: FieldLabel) -> String {
        self.draft.values.get(label).cloned().unwrap_or_default()
    }

    /// Words, trimmed; the sentence when nothing was typed.
    pub(super) fn words(&mut self, label: FieldLabel, hint: &'static str) -> Result<String, String> {
        let value = self.value(label);
        let words = value.trim().to_owned();
        self.fields.push(FormField { label, input: FormInput::Text { value, hint } });
        if words.is_empty() { Err(format!("“{label}” is empty.")) } else { Ok(words) }
    }

    /// A whole number.
    pub(super) fn number(&mut self, label: FieldLabel, usual: &'static str) -> Result<u32, String> {
        let value = self.draft.values.get(label).cloned().unwrap_or_else(|| usual.to_owned());
        let number = value.trim().parse();
        self.fields.push(FormField { label, input: FormInput::Text { value, hint: usual } });
        number.map_err(|_| format!("“{label}” is a whole number."))
    }

    /// One of these, the first while none was chosen.
    pub(super) fn choice<T>(&mut self, label: FieldLabel, options: Vec<(T, String)>) -> Result<T, String> {
        let wanted = self.value(label);
        let labels: Vec<String> = options.iter().map(|(_, label)| label.clone()).collect();
        let place = labels.iter().position(|label| *label == wanted).unwrap_or_default();
        let chosen = labels.get(place).cloned();
        self.fields.push(FormField { label, input: FormInput::Choice { chosen, options: labels } });
        let mut options = options.into_iter().skip(place);
        options.next().map(|(value, _)| value).ok_or_else(|| format!("There is nothing to choose for “{label}” yet."))
    }

    /// On or off.
    pub(super) fn tick(&mut self, label: FieldLabel, usual: bool) -> bool {
        let on = self.draft.values.get(label).map_or(usual, |value| value == "on");
        self.fields.push(FormField { label, input: FormInput::Tick(on) });
        on
    }

    /// Any of these.
    pub(super) fn ticks<T>(&mut self, label: FieldLabel, options: Vec<(T, String)>) -> Vec<T> {
        let value = self.value(label);
        let is_ticked = |label: &str| value.lines().any(|ticked| ticked == label);
        let labels = options.iter().map(|(_, label)| (label.clone(), is_ticked(label))).collect();
        self.fields.push(FormField { label, input: FormInput::Ticks(labels) });
        options.into_iter().filter(|(_, label)| is_ticked(label)).map(|(value, _)| value).collect()
    }
}
