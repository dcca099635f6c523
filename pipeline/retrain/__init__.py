"""From a person's corrections to rules, with proof: scoring, proposals, the history of rule sets."""
