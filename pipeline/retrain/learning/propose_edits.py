"""Errors to edits that would mend them: vetoes, relabels, and words more or less at one end."""

from collections.abc import Iterable, Iterator

from pipeline.evaluation.gold import Span
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.features import DocWords
from pipeline.extract.user_rules.rule_set import EditRule
from pipeline.retrain.learning.evidence import Evidence

TESTS: tuple[tuple[str, ...], ...] = (
    ("text",),
    ("last",),
    ("first",),
    ("left",),
    ("right",),
    ("before",),
    ("after",),
    ("first", "last"),
    ("left", "right"),
    ("text", "left"),
    ("text", "right"),
    ("last", "left"),
    ("last", "right"),
    ("first", "left"),
    ("first", "right"),
    ("shape", "left"),
    ("shape", "right"),
    ("shape", "first"),
    ("shape", "last"),
    ("shape", "before"),
    ("shape", "after"),
    ("cut",),
    ("defined",),
    ("part_of",),
    ("also",),
    ("common",),
    ("doubted",),
    ("doubted", "shape"),
    ("doubted", "left_shape"),
    ("doubted", "right_shape"),
    ("shape", "defined"),
    ("shape", "part_of"),
    ("shape", "common"),
    ("left", "common"),
    ("shape", "left_shape"),
    ("shape", "right_shape"),
    ("left", "right_shape"),
    ("right", "left_shape"),
    ("left_shape", "right_shape"),
    ("shape", "left_shape", "after"),
    ("shape", "left_shape", "right_shape"),
    ("shape", "defined", "right_shape"),
    ("shape", "part_of", "right"),
    ("shape", "part_of", "after"),
    ("found_by",),
    ("found_by", "shape"),
    ("found_by", "left_shape"),
    ("found_by", "right_shape"),
    ("found_by", "before"),
    ("found_by", "after"),
    ("found_by", "shape", "right_shape"),
    ("found_by", "shape", "left_shape"),
    ("left_shape", "after"),
    ("right_shape", "before"),
    ("last", "after"),
    ("first", "before"),
)
"""What an edit asks besides the label, the general before the particular."""

MOST_WORDS = 3
"""Most words that an edit takes from or adds to one end."""

_ENDS = {
    "trim_left": {"first"},
    "trim_right": {"last"},
    "grow_left": {"left", "left_shape"},
    "grow_right": {"right", "right_shape"},
    "whole_words": {"cut"},
}
"""Tests of which a change of an end must make one, so that it sees a word that it takes or adds."""


def edit_candidates(article: Evidence) -> Iterator[EditRule]:
    """Give the edits that would mend an error of this article; their ids are empty."""
    for named, asked in article.features:
        if Span(*named[:3]) in article.truth:
            continue
        for do, to, by in _mends(article, named):
            needed = _ENDS.get(do)
            for tests in TESTS:
                if (needed is None or needed & set(tests)) and all(asked[test] for test in tests):
                    when = {"label": asked["label"], **{test: asked[test] for test in tests}}
                    yield EditRule("", when, do, to, by)


def _mends(article: Evidence, named: Candidate) -> Iterator[tuple[str, str | None, int]]:
    """Say what would make a wrong mention right: what to do, to which label, by how many words."""
    met = [t for t in article.truth if t.start < named.end and named.start < t.end]
    if not met:
        yield "veto", None, 0
    for truth in met:
        if (truth.start, truth.end) == (named.start, named.end):
            yield "relabel", truth.label, 0
        elif truth.label == named.label:
            yield from _new_ends(article.words, named, truth)


def _new_ends(words: DocWords, named: Candidate, truth: Span) -> Iterator[tuple[str, str | None, int]]:
    first, stop = words.range(named.start, named.end)
    left, right = (a - b for a, b in zip(words.range(truth.start, truth.end), (first, stop), strict=True))
    if (left, right) == (0, 0) and named.start == truth.start:
        yield "whole_words", None, 0
    changes = {"trim_left": left, "grow_left": -left, "trim_right": -right, "grow_right": right}
    wanted = [(do, by) for do, by in changes.items() if by > 0]
    if len(wanted) == 1 and wanted[0][1] <= MOST_WORDS:
        yield wanted[0][0], None, wanted[0][1]


def same_edit(rule: EditRule) -> tuple[object, ...]:
    """Give what tells edits apart, whatever their ids."""
    return tuple(sorted(rule.when.items())), rule.do, rule.to, rule.by


def distinct_edits(rules: Iterable[EditRule]) -> list[EditRule]:
    """Drop edits that are there already."""
    return list({same_edit(rule): rule for rule in rules}.values())
