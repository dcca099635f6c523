"""Missed mentions to patterns that would find them: literal words, endings, heads, and words in their context."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pipeline.evaluation.gold import Span
from pipeline.extract.user_rules.rule_set import Pattern, PatternRule
from pipeline.retrain.learning.evidence import Evidence

NOT_NAMES = "The|A|An|This|That|These|Those|Our|Its|His|Her|Their|In|On|At|For|And|But|As|By|To|From|With|When|While|If"
"""Words that are capitalised at the start of a sentence and begin no name."""

CAPITAL: dict[str, Any] = {"ORTH": {"REGEX": f"^(?!(?:{NOT_NAMES})$)[A-Z][\\w&.-]*$"}}
"""A word that may be part of a name."""


def pattern_candidates(article: Evidence) -> Iterator[PatternRule]:
    """Give the patterns that would find a mention that was missed in this article; their ids are empty."""
    found = {(one.start, one.end, one.label) for one in article.base}
    for truth in sorted(article.truth):
        if tuple(truth) not in found:
            yield from _of_words(article, truth)


def _of_words(article: Evidence, truth: Span) -> Iterator[PatternRule]:
    text = article.words.text[truth.start : truth.end]
    first, stop = article.words.range(truth.start, truth.end)
    words = article.words.words[first:stop]
    if article.words.starts[first : first + 1] != [truth.start] or article.words.ends[stop - 1] != truth.end:
        return
    yield PatternRule("", truth.label, text)
    for pattern in _general(words, truth.label):
        yield PatternRule("", truth.label, pattern)
    sides = list(_sides(article, first, stop))
    for left, right in sides:
        yield PatternRule("", truth.label, text, left, right)
    if truth.label in ("PERSON", "ORG") and all(re.match(CAPITAL["ORTH"]["REGEX"], word) for word in words):
        for left, right in sides:
            if not any(element.startswith("<") for element in left + right):
                yield PatternRule("", truth.label, [CAPITAL] * len(words), left, right)


def _general(words: list[str], label: str) -> Iterator[Pattern]:
    """Give patterns of a name's ending and of its head: `... Research Institute`, `Ministry of ...`."""
    if label not in ("ORG", "LOC") or len(words) < 2 or not words[-1][:1].isupper():
        return
    names = {"ORTH": CAPITAL["ORTH"], "OP": "+"}
    for length in (2, 1):
        if len(words) > length and all(word[:1].isupper() for word in words):
            yield [names, *({"ORTH": word} for word in words[-length:])]
    if len(words) > 2 and words[1] in ("of", "for"):
        yield [{"ORTH": words[0]}, {"ORTH": words[1]}, names]


def _sides(article: Evidence, first: int, stop: int) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give what stands on the left and on the right: a word, or a mention with at most a comma between."""
    words = article.words
    before, after = words.at(first - 1), words.at(stop)
    if before.isalpha():
        yield (before,), ()
    if after.isalpha():
        yield (), (after,)
    if first in article.ends:
        yield (article.ends[first],), ()
    if before == "," and first - 1 in article.ends:
        yield (article.ends[first - 1], ","), ()
    if stop in article.begins:
        yield (), (article.begins[stop],)
    if after == "," and stop + 1 in article.begins:
        yield (), (",", article.begins[stop + 1])


def same_pattern(rule: PatternRule) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Give what tells pattern rules apart, whatever their ids."""
    return rule.label, json.dumps(rule.pattern), rule.left, rule.right
