//! The fewest bits that hold one set of every choice: what the bound counts.
//!
//! Found by trying the sets of one choice after the other, and leaving off as soon as what is left cannot be enough.

/// How many steps may be taken to find what all covers share; beyond it, nothing is said of them.
const MOST_STEPS: usize = 4_000;

/// Choices in groups: no bit stands in two of them.
pub(super) fn apart(choices: &[Vec<u128>]) -> Vec<Vec<&[u128]>> {
    let mut groups: Vec<(u128, Vec<&[u128]>)> = Vec::new();
    for choice in choices {
        let mut span = span(choice);
        let mut joined = vec![choice.as_slice()];
        let mut others = Vec::new();
        for (bits, members) in groups {
            if bits & span == 0 {
                others.push((bits, members));
            } else {
                span |= bits;
                joined.extend(members);
            }
        }
        others.push((span, joined));
        groups = others;
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

fn span(choice: &[u128]) -> u128 {
    choice.iter().fold(0, |all, set| all | set)
}

/// How many more bits this choice takes at least.
fn more(choice: &[u128], chosen: u128) -> u32 {
    choice.iter().map(|set| (set & !chosen).count_ones()).min().unwrap_or_default()
}

/// At least so many more bits: choices that have none in common are added up.
fn at_least(choices: &[&[u128]], chosen: u128) -> u32 {
    let mut open: Vec<(u32, u128)> = choices
        .iter()
        .map(|choice| (more(choice, chosen), span(choice) & !chosen))
        .filter(|(fewest, _)| *fewest > 0)
        .collect();
    open.sort_unstable_by_key(|(fewest, span)| (std::cmp::Reverse(*fewest), span.count_ones()));
    let (mut sum, mut used) = (0, 0);
    for (fewest, span) in open {
        if span & used == 0 {
            sum += fewest;
            used |= span;
        }
    }
    sum
}

/// The choice to go on with: of those that are open, the one with the fewest sets.
fn next<'a>(choices: &[&'a [u128]], chosen: u128) -> Option<&'a [u128]> {
    let open = choices.iter().copied().filter(|choice| more(choice, chosen) > 0);
    open.min_by_key(|choice| choice.len())
}

/// The fewest bits of any cover.
pub(super) fn cheapest(choices: &[&[u128]]) -> u32 {
    let mut best = u32::MAX;
    go_down(choices, 0, &mut best);
    best
}

fn go_down(choices: &[&[u128]], chosen: u128, best: &mut u32) {
    let count = chosen.count_ones();
    if count.saturating_add(at_least(choices, chosen)) >= *best {
        return;
    }
    let Some(choice) = next(choices, chosen) else {
        *best = count;
        return;
    };
    let mut sets: Vec<u128> = choice.iter().map(|set| set | chosen).collect();
    sets.sort_unstable_by_key(|set| set.count_ones());
    for set in sets {
        go_down(choices, set, best);
    }
}

/// What covers of so many bits have in common.
pub(super) struct Covers {
    /// The bits of all of them.
    pub(super) every: u128,
    /// The bits of any of them.
    pub(super) any: u128,
    /// Are there no larger ones?
    pub(super) is_all: bool,
    steps: usize,
}

/// What all covers of at most so many bits have in common.
pub(super) fn covers(choices: &[&[u128]], most: u32) -> Covers {
    let largest = choices.iter().filter_map(|choice| choice.iter().map(|set| set.count_ones()).max()).sum::<u32>();
    let mut found = Covers { every: u128::MAX, any: 0, is_all: largest <= most, steps: 0 };
    collect(choices, 0, most, &mut found);
    if found.steps > MOST_STEPS {
        let any = choices.iter().fold(0, |all, choice| all | span(choice));
        return Covers { every: 0, any, ..found };
    }
    found
}

fn collect(choices: &[&[u128]], chosen: u128, most: u32, found: &mut Covers) {
    found.steps += 1;
    if found.steps > MOST_STEPS || chosen.count_ones() + at_least(choices, chosen) > most {
        return;
    }
    match next(choices, chosen) {
        None => {
            found.every &= chosen;
            found.any |= chosen;
        }
        Some(choice) => choice.iter().for_each(|set| collect(choices, set | chosen, most, found)),
    }
}
