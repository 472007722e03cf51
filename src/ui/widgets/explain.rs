//! What a label means, on request: while the pointer rests on it, or by Shift+F1 while its control has the keyboard.

use egui::{Context, Id, Response};

use crate::view::text::glossary;

/// The control that had the keyboard, and its word.
type InFocus = (Id, &'static str);

fn key() -> Id {
    Id::unique("the word of what has the keyboard")
}

/// A label that the glossary knows explains itself.
pub fn explained(response: Response, label: &str) -> Response {
    note_word(&response, label);
    match glossary::explained(label) {
        Some(sentence) => response.on_hover_text(sentence),
        None => response,
    }
}

/// Words for hovering, with the meaning of the label under them when the glossary knows it.
pub fn with_meaning(words: &str, label: &str) -> String {
    glossary::explained(label).map_or_else(|| words.to_owned(), |meaning| format!("{words}\n{meaning}"))
}

/// Remembers the word of a control that has the keyboard, where its explanation on hovering is drawn elsewhere.
pub fn note_word(response: &Response, label: &str) {
    if response.has_focus()
        && let Some(word) = glossary::word_of(label)
    {
        response.ctx.data_mut(|data| data.insert_temp::<InFocus>(key(), (response.id, word.label)));
    }
}

/// The word of the control that has the keyboard, if it is one that is explained.
pub fn word_in_focus(context: &Context) -> Option<&'static str> {
    let (id, word) = context.data(|data| data.get_temp::<InFocus>(key()))?;
    (context.memory(egui::Memory::focused) == Some(id)).then_some(word)
}
