//! One binary for all integration tests: `kit` looks at the widgets, `gallery` draws them all.

mod gallery;
mod kit;
