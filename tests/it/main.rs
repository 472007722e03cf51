//! One binary for all integration tests.
//!
//! - `arranging`: sizes of the parts, keys of one letter, and what is there again at the next start.
//! - `agreement`: six answers to one question, and the rolls from which people are found.
//! - `causes`: the smallest sets of facts that decide a question; who can and what can.
//! - `command_line`: the program started with wrong command lines.
//! - `commands`: the table of commands, the palette, the page of keys, presenting.
//! - `content` plays the rehearsals and reads bad files.
//! - `diagnosis`: from the message to its causes, over every drill; who can and what can.
//! - `gallery` draws the widgets, `kit` looks at them; `panels` looks at the window with the data of `sample`.
//! - `how_to`: the shortest way, the distance, one-way doors and messages.
//! - `each_drill`: the questions, from the broken state of every drill.
//! - `drills`: closed at first, counted, listed.
//! - `everywhere`: names, roles, states and sizes in every dialog, page and list, at two sizes and on two platforms.
//! - `from_nothing`: a situation built in the window, by its controls alone.
//! - `imports`: *Import Members*.
//! - `keyboard`: every rehearsal by keyboard alone, and the keyboard is never lost.
//! - `legible`: names are told apart where they have little room; words say the same everywhere.
//! - `lettering`: letters that nobody sees, and what is wrong with a name.
//! - `long`: lists of thousands, of which only what is in view is drawn.
//! - `people`: who comes from where, and whom an act bears on.
//! - `places`: every further place of the platforms, used by label.
//! - `planner`: shortest ways, how far it is, and what no way can do.
//! - `preview`: what an act would change, before it is done.
//! - `presenting`: what an audience sees and does not see, and the keys of a presenter.
//! - `properties`: what must hold in any world, whatever is tried.
//! - `readme`: the front page says what the program does.
//! - `questions`: Why not, Who can, From the message, what a guest will see, What if: in the window.
//! - `reach`: every act has a control, on every platform.
//! - `reference`: a second evaluator of the rules, compared with the engine.
//! - `rest`: the window at rest draws nothing.
//! - `rules`: the rules one by one, accepted and refused; every test names its rule.
//! - `seen`: a picture for each group of rules, and what must stand in it.
//! - `session`: the history.
//! - `screen`: the whole window for `files`, `names`, `places`, `stories` and `time`, which use it as people do.
//! - `support`: the cast, short verbs and checks.
//! - `targets`: what can be hit is large enough; regions have places; what changed is announced.
//! - `tidy`: what must hold for the source text.
//! - `typing`: keys in open lists, and Enter together with the last letters.
//! - `views`: what the panels are told.
//! - `ways`: other ways in *How to*, and *What if* of all acts at once.
//! - `worked_cases`: the worked cases of the rules, under their own names.

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod arranging;
#[cfg(test)]
mod causes;
#[cfg(test)]
mod command_line;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod content;
#[cfg(test)]
mod diagnosis;
#[cfg(test)]
mod drills;
#[cfg(test)]
mod each_drill;
#[cfg(test)]
mod everywhere;
#[cfg(test)]
mod files;
#[cfg(test)]
mod fonts;
#[cfg(test)]
mod from_nothing;
#[cfg(test)]
mod gallery;
#[cfg(test)]
mod how_to;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod keyboard;
#[cfg(test)]
mod kit;
#[cfg(test)]
mod legible;
#[cfg(test)]
mod lettering;
#[cfg(test)]
mod long;
#[cfg(test)]
mod looks;
#[cfg(test)]
mod names;
#[cfg(test)]
mod panels;
#[cfg(test)]
mod people;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod places;
#[cfg(test)]
mod planner;
#[cfg(test)]
mod presenting;
#[cfg(test)]
mod preview;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod rest;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod screen;
#[cfg(test)]
mod seen;
#[cfg(test)]
mod session;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod support;
#[cfg(test)]
mod targets;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod time;
#[cfg(test)]
mod typing;
#[cfg(test)]
mod views;
#[cfg(test)]
mod ways;
#[cfg(test)]
mod wizard;
#[cfg(test)]
mod worked_cases;
