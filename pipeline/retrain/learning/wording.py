"""Rules in plain words, and ids that say where a rule came from."""

import re
from collections.abc import Callable
from typing import Any

from pipeline.extract.user_rules.rule_set import DecidedCells, EditRule, PatternRule
from pipeline.retrain.learning.rule_kinds import kind_of

_TESTS = {
    "text": "{} itself",
    "first": "beginning with {}",
    "last": "ending in {}",
    "left": "after {}",
    "right": "before {}",
    "shape": "written {}",
    "left_shape": "after a word written {}",
    "right_shape": "before a word written {}",
    "before": "after {}",
    "after": "before {}",
    "found_by": "found by {}",
    "cut": "that leaves out {} of its word",
    "defined": "that the article defines after {}",
    "part_of": "that is part of a longer {}",
    "also": "that is more often {} in the article",
    "doubted": "that the model found at few of its places",
    "common": "that the article has in lower case too",
}
_SHAPES = {
    "lower": "small",
    "title": "with a capital",
    "upper": "in capitals",
    "mixed": "in capitals and small letters",
}
_DOES = {
    "veto": "no mention: {what}",
    "relabel": "{to} instead: {what}",
    "whole_words": "whole words: {what}",
    "trim_left": "{by} words less on the left: {what}",
    "trim_right": "{by} words less on the right: {what}",
    "grow_left": "{by} words more on the left: {what}",
    "grow_right": "{by} words more on the right: {what}",
}


def describe(rule: EditRule | PatternRule) -> str:
    """Say what a rule does.

    >>> describe(EditRule("", {"label": "ORG", "last": "Act"}, "veto"))
    "no mention: ORG ending in 'Act'"
    """
    if isinstance(rule, EditRule):
        tests = [_TESTS[test].format(_value(test, value)) for test, value in rule.when.items() if test != "label"]
        what = " ".join([rule.when["label"], " and ".join(tests)])
        return _DOES[rule.do].format(what=what, to=rule.to, by=rule.by).replace(" 1 words ", " a word ")
    sides = [f"after {' '.join(rule.left)!r}"] * bool(rule.left) + [f"before {' '.join(rule.right)!r}"] * bool(
        rule.right
    )
    return " ".join([f"{rule.label}: {pattern_words(rule)!r}", *sides])


_TITLE_KINDS = {
    "head": "a title may end in {!r}",
    "rank": "{!r} before a name is a title",
    "modifier": "{!r} may stand in a title, before its noun",
}
_ROWS: dict[str, Callable[[Any], str]] = {
    "titles": lambda row: " or ".join(_TITLE_KINDS.get(row.kind, row.kind + " {!r}").format(w) for w in row.words),
    "quote_verbs": lambda row: f"{', '.join(row.words)!r} is a verb of saying",
    "aliases": lambda row: f"one body: {' = '.join(map(repr, row.words))}",
    "currencies": lambda row: f"{' '.join(row.before + row.after)!r} is {row.code}",
    "scales": lambda row: f"{', '.join(row.words)!r} is {row.factor}",
}


def describe_row(file: str, row: Any) -> str:
    """Say what a row that was learned for a rule file does, and which file.

    >>> from pipeline.rulebook.rows import WordList
    >>> describe_row("titles", WordList("user_head_reeve", "head", ("reeve",)))
    "a title may end in 'reeve' (titles.csv)"
    """
    what = _ROWS[file](row) if file in _ROWS else row.id
    return f"{what} ({file}.csv)"


def pattern_words(rule: PatternRule) -> str:
    """Write a pattern in words; a capitalised word is `Xx`, several are `Xx...`."""
    if isinstance(rule.pattern, str):
        return rule.pattern
    words = []
    for token in rule.pattern:
        exact = token.get("ORTH")
        words.append(exact if isinstance(exact, str) else "Xx..." if "OP" in token else "Xx")
    return " ".join(words)


def describe_decided(row: DecidedCells) -> str:
    """Say what was decided about a row: `people in a1f5: Ada Obi: title is head`."""
    if row.table == "mentions" and row.anchor:
        return f"{row.cells['label'] or 'no mention'} in {row.article_id}: {row.anchor.words!r}"
    cells = "; ".join(f"{column} is {value or 'not stated'}" for column, value in row.cells.items())
    what = row.anchor.words if row.anchor else row.name
    return f"{row.table} in {row.article_id}: {what}: {cells or row.action}"


def _value(test: str, value: str) -> str:
    if "shape" in test:
        one, form = value.startswith("one_"), value.removeprefix("one_")
        return ("as one word " if one else "") + _SHAPES[form]
    return value if test in ("defined", "part_of", "also", "before", "after", "found_by") else repr(value)


def rule_id(version: str, number: int, rule: EditRule | PatternRule) -> str:
    """Give a rule an id that says its version, its kind and its words.

    >>> rule_id("3", 12, EditRule("", {"label": "ORG", "last": "Act"}, "veto"))
    '3.12-veto-org-act'
    """
    if isinstance(rule, EditRule):
        parts = [rule.do, *(value.removeprefix("one_") for value in rule.when.values())]
    else:
        parts = [kind_of(rule), rule.label, pattern_words(rule), *rule.left, *rule.right]
    slug = "-".join(filter(None, (re.sub(r"\W+", "-", part.lower()).strip("-") for part in parts)))
    return f"{version}.{number}-{slug[:48].strip('-')}"
