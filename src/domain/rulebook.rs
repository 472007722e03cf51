//! The rulebook: what the guides say, rule by rule.
