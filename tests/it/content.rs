//! What is written: every built-in file loads and keeps its promises; bad files say where and why.

use crossinvite::content::{BUILT_IN, Loaded, Rehearsal, check};
use crossinvite::domain::World;

fn built_in(id: &str) -> (Rehearsal, World) {
    let found = BUILT_IN.iter().find(|built_in| built_in.id == id).expect("a built-in rehearsal");
    match found.load().unwrap_or_else(|error| panic!("{error}")) {
        Loaded::Rehearsal { rehearsal, start } => (*rehearsal, *start),
        Loaded::Session { .. } => panic!("{id} is a session"),
    }
}

#[test]
fn every_built_in_rehearsal_keeps_its_promises() {
    for entry in BUILT_IN {
        let (rehearsal, _) = built_in(entry.id);
        assert_eq!((rehearsal.id.as_str(), rehearsal.title.as_str()), (entry.id, entry.title));
        let report = check(&rehearsal);
        assert!(report.passed(), "{}\n{report}", entry.id);
    }
}
