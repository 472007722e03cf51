//! One binary for all integration tests. `content` plays the rehearsals and reads bad files; `kit` looks at the widgets,
//! `gallery` draws them all; `panels` looks at the window with the data of `sample`.

mod content;
mod gallery;
mod kit;
#[cfg(test)]
mod panels;
#[cfg(test)]
mod sample;
