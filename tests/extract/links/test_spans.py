import numpy as np
import pytest

from pipeline.extract.links.spans import behind_verb, best_span, stands_apart, without
from pipeline.extract.links.words import LABELS, Words


def test_stretches_that_share_words_speak_for_each_other():
    chances = np.zeros((20, 12), np.float32)
    chances[3, 2] = 0.3  # total net revenue
    chances[4, 1] = 0.25  # net revenue
    chances[5, 0] = 0.1  # revenue
    chances[12, 0] = 0.35  # costs
    first, words, share, other = best_span(chances, (12, 1))
    assert (first, words) == (4, 2)
    assert 0.5 < share < 0.65
    assert 0.34 < other < 0.36


def test_a_name_alone_measures_nothing() -> None:
    labels = ["ORG", "ORG", None, "LOC", "PERSON", "DATE"]
    label = np.array([LABELS.index(one) + 1 if one else 0 for one in labels])
    nothing = np.zeros(len(labels), np.int64)
    names = Words(*[nothing] * 5, label, np.array([1, 0, 2, 1, 5, 1]), *[nothing] * 3).names()
    assert [*zip(names.first.tolist(), names.size.tolist(), strict=True)] == [(0, 2), (3, 1), (4, 1)]
    chances = without(np.full((4, 3), 0.5, np.float32), names.first, names.size)
    assert [*zip(*np.nonzero(chances == 0), strict=True)] == [(0, 1), (3, 0)]


@pytest.mark.parametrize(
    ("text", "value", "measure", "apart"),
    [
        ("The vase made $900 with fees.", "$900", "fees", True),
        ("It earned $9m a year, said its treasurer.", "$9m", "treasurer", True),
        ("It will pay $9m, less a discount.", "$9m", "discount", True),
        ("It paid $9m, a record fine.", "$9m", "record fine", False),
        ("They got $8m and $9m, respectively, in grants.", "$9m", "grants", False),
        ("It has $9m in cash.", "$9m", "cash", False),
    ],
)
def test_what_another_part_says_is_not_what_a_value_measures(text: str, value: str, measure: str, apart: bool) -> None:
    assert stands_apart(text, text.index(value) + len(value), text.index(measure)) is apart


@pytest.mark.parametrize(
    ("measure", "other", "cut"),
    [
        ("Police seized cars", "cars", True),
        ("permit face fines", "fines", False),
        ("record adjusted profit", "profit", False),
        ("cost of cars", "cars", False),
        ("adjusted profit", "profit", False),
        ("cars", "cars", False),
    ],
)
def test_a_measure_that_is_a_sentence_is_its_object(measure: str, other: str, cut: bool) -> None:
    assert behind_verb(measure, other) is cut
