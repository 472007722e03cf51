//! One binary for all integration tests. `kit` looks at the widgets, `gallery` draws them all; `panels` looks at the
//! window with the data of `sample`.

mod gallery;
mod kit;
#[cfg(test)]
mod panels;
#[cfg(test)]
mod sample;
