//! The same questions on the same data, asked of crossinvite's engine, of Cedar and of Casbin.
//!
//! The engine is compiled from its own sources, without the window, so that this needs neither a display nor a driver.
//! Every answer is compared first; times are told only when all agree. See README.md.

#[path = "../../../src/access/mod.rs"]
#[allow(dead_code, unused_imports)]
mod access;
mod by_casbin;
mod by_cedar;
#[path = "../../../src/decide/mod.rs"]
#[allow(dead_code, unused_imports)]
mod decide;
#[path = "../../../src/domain/mod.rs"]
#[allow(dead_code, unused_imports)]
mod domain;
mod town;

use access::{Question, explain};
use cpu_time::ThreadTime;
use std::hint::black_box;
use std::time::Duration;

/// How many questions are asked of each world.
const QUESTIONS: usize = 2_000;

/// The nanoseconds of processor time of one answer: the best of several rounds. Whatever else runs on the machine takes
/// its own time and not ours.
fn time(questions: usize, rounds: usize, mut ask_all: impl FnMut()) -> f64 {
    let round = |_| {
        let start = ThreadTime::now();
        ask_all();
        start.elapsed()
    };
    let best = (0..rounds).map(round).min().unwrap_or(Duration::MAX);
    best.as_nanos() as f64 / questions as f64
}

fn main() {
    println!(
        "| people | yes of {QUESTIONS} | ours, with all reasons | Cedar | Casbin | ours / Cedar | ours / Casbin | ours / ours at 100 | the same of few |"
    );
    println!("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut first = None;
    for people in [100, 1_000, 10_000] {
        let world = town::world(people);
        let questions = town::questions(&world, QUESTIONS);
        let cedar = by_cedar::Cedar::new(&world);
        let casbin = by_casbin::Casbin::new(&world);
        let requests: Vec<_> = questions.iter().map(|question| cedar.request(&world, *question)).collect();
        let mut yes = 0;
        for (question, request) in questions.iter().zip(&requests) {
            let ours = explain(&world, *question).holds();
            assert_eq!(ours, cedar.answer(request), "Cedar answers otherwise: {question:?}");
            assert_eq!(ours, casbin.answer(&world, *question), "Casbin answers otherwise: {question:?}");
            yes += usize::from(ours);
        }
        let few = &questions[..QUESTIONS / 20];
        let ours = time(QUESTIONS, 15, || {
            for question in &questions {
                black_box(explain(black_box(&world), *question));
            }
        });
        // The same questions at every size in number and reach, so that what grows is the search and not the memory.
        let again = time(few.len(), 200, || {
            for question in few {
                black_box(explain(black_box(&world), *question));
            }
        });
        let theirs = time(QUESTIONS, 7, || {
            for request in &requests {
                black_box(cedar.answer(black_box(request)));
            }
        });
        let others = time(few.len(), 3, || {
            for question in few {
                black_box(casbin.answer(&world, *question));
            }
        });
        let (at_first, again_at_first) = *first.get_or_insert((ours, again));
        println!(
            "| {people} | {yes} | {:.2} µs | {:.2} µs | {:.1} µs | {:.3} | {:.4} | {:.2} | {:.2} |",
            ours / 1e3,
            theirs / 1e3,
            others / 1e3,
            ours / theirs,
            ours / others,
            ours / at_first,
            again / again_at_first,
        );
    }
}

/// Whom and where a question is about, for the peers.
fn parts(question: Question) -> (domain::PersonId, domain::PlatformId) {
    (question.person(), question.platform())
}
