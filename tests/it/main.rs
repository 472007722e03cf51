//! One integration binary; each module says what it proves.

mod content;
