"""Where proposed patterns match in annotated articles: each distinct pattern once, and only where its words occur."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Protocol

from spacy.language import Language

from pipeline.extract.user_rules.engine import Match, PatternFinder
from pipeline.extract.user_rules.rule_set import EditRule, Pattern, PatternRule
from pipeline.retrain.learning.evidence import Evidence

Key = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Label, pattern as JSON, left and right: what tells pattern rules apart."""

Sides = set[tuple[str, ...]]


class HasRule(Protocol):
    """Anything that tries a rule."""

    rule: EditRule | PatternRule


def matches_by_trial(
    trials: Mapping[Key, HasRule], evidence: Sequence[Evidence], nlp: Language
) -> dict[Key, dict[int, list[Match]]]:
    """Give the matches of each pattern rule, by the number of the article, where its sides fit what was found there."""
    labels: dict[str, set[str]] = defaultdict(set)
    patterns: dict[str, Pattern] = {}
    for (label, pattern, _, _), trial in trials.items():
        labels[pattern].add(label)
        patterns[pattern] = trial.rule.pattern  # type: ignore[union-attr]
    found: dict[Key, dict[int, list[Match]]] = defaultdict(lambda: defaultdict(list))
    for number, pattern, start, end in _places(patterns, evidence, nlp):
        lefts, rights = _sides(evidence[number], start, end)
        for label, left, right in product(labels[pattern], lefts, rights):
            trial_key = (label, pattern, left, right)
            if trial_key in trials:
                rule: Any = trials[trial_key].rule
                found[trial_key][number].append(Match(start, end, rule))
    return found


def _places(
    patterns: Mapping[str, Pattern], evidence: Sequence[Evidence], nlp: Language
) -> Iterator[tuple[int, str, int, int]]:
    phrases = [PatternRule(key, "ORG", pattern) for key, pattern in patterns.items() if isinstance(pattern, str)]
    yield from _found(PatternFinder(phrases, nlp), range(len(evidence)), evidence)
    where: dict[str, set[int]] = defaultdict(set)
    for number, article in enumerate(evidence):
        for word in set(article.words.words):
            where[word].add(number)
    for key, pattern in patterns.items():
        if not isinstance(pattern, str):
            words = [token["ORTH"] for token in pattern if isinstance(token["ORTH"], str)]
            numbers = set.intersection(*(where[word] for word in words)) if words else range(len(evidence))
            yield from _found(PatternFinder([PatternRule(key, "ORG", pattern)], nlp), sorted(numbers), evidence)


def _found(
    finder: PatternFinder, numbers: Sequence[int], evidence: Sequence[Evidence]
) -> Iterator[tuple[int, str, int, int]]:
    for number in numbers:
        for match in finder.matches(evidence[number].words.doc):
            yield number, match.rule.id, match.start, match.end


def _sides(article: Evidence, start: int, end: int) -> tuple[Sides, Sides]:
    """Give every `left` and `right` that a candidate may ask for and that fits this place."""
    words = article.words
    first, stop = words.range(start, end)
    before, after = words.at(first - 1), words.at(stop)
    lefts: Sides = {(), (before,)}
    rights: Sides = {(), (after,)}
    if first in article.ends:
        lefts.add((article.ends[first],))
    if before == "," and first - 1 in article.ends:
        lefts.add((article.ends[first - 1], ","))
    if stop in article.begins:
        rights.add((article.begins[stop],))
    if after == "," and stop + 1 in article.begins:
        rights.add((",", article.begins[stop + 1]))
    return lefts, rights
