import numpy as np
import pytest

from pipeline.extract.links.spans import behind_verb, best_span, stands_apart


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
