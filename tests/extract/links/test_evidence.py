"""What speaks for an answer, one kind of evidence at a time."""

from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.extract.links.evidence import KNOWN, evidence_in_words, what_speaks
from pipeline.extract.links.features import BLOCKS, FACTS, columns_of_block, facts

TABLES = [f"pairs.{table}.weight" for one in KNOWN for table in one.tables]


class Model:
    """Looks at one column of the facts alone."""

    def __init__(self, column: int) -> None:
        self.column, self.network = column, SimpleNamespace(weights=dict.fromkeys(TABLES, np.zeros((5, 2))))

    def changed(self, changes):
        return self

    def scores(self, asked):
        return SimpleNamespace(answers=1 / (1 + np.exp(-asked.answers.facts[:, self.column])))


class Told(SimpleNamespace):
    """Stands for what is asked, and for its answers."""

    def _replace(self, **changes):
        return Told(**{**vars(self), **changes})


def test_each_column_of_the_facts_is_of_one_kind():
    assert sorted(column for one in KNOWN for column in one.facts) == list(range(FACTS))
    assert [column for name, _ in BLOCKS for column in columns_of_block(name)] == list(range(FACTS))


def test_blocks_of_another_width_or_order_are_no_facts():
    blocks = {name: np.zeros((2, width)) for name, width in BLOCKS}
    assert facts(blocks).shape == (2, FACTS)
    with pytest.raises(AssertionError, match="'akin': 3"):
        facts({**blocks, "akin": np.zeros((2, 3))})
    with pytest.raises(AssertionError):
        facts(dict(reversed(blocks.items())))


@pytest.mark.parametrize(
    ("block", "what"),
    [
        ("told", "what the patterns say of it"),
        ("known", "how often and where the article names it"),
        ("akin", "the words that the title or name shares with it"),
        ("spoken", "the body of the speaker"),
        ("meant", "the noun beside it"),
        ("among", "what it answers elsewhere in the article"),
    ],
)
def test_the_kind_that_a_model_looks_at_speaks(block, what):
    table = np.zeros((2, FACTS))
    table[0, columns_of_block(block)[0]] = 4.0
    asked = Told(answers=Told(question=np.array([0, 1]), facts=table, rules=[]))
    model = Model(columns_of_block(block)[0])
    for_one, _ = what_speaks(model, asked, model.scores(asked))
    assert for_one[0].what == what and for_one[0].odds > 1 and not any(weight.odds for weight in for_one[1:])
    assert evidence_in_words(for_one).startswith(f"for it speak {what} +")
