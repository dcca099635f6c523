"""Words to word pieces and shapes."""

import pytest
import spacy

from pipeline.extract.model.windows import shaped_words, texts_of
from pipeline.extract.model.wordpiece import CASES, GAPS, SHAPES, WordPiece, case_of, shape_id

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    "rama",
    "##ph",
    "##osa",
    "sao",
    "'",
    "s",
    "u",
    ".",
    "in",
    "oslo",
]


@pytest.fixture
def wordpiece() -> WordPiece:
    return WordPiece(PIECES)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Ramaphosa's", ["rama", "##ph", "##osa", "'", "s"]),
        ("São", ["sao"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("xyz", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("." * 40, ["."] * 12),
    ],
)
def test_pieces(wordpiece, word, pieces):
    assert [PIECES[at] for at in wordpiece.pieces(word)] == pieces


ROWS = """
the lower|Oslo title|NASA upper|A letter|U.S. dotted|eBay inner
McKay mixed|1,200 digits|3M numeric|( mark|€ other|don't lower
"""


@pytest.mark.parametrize(("word", "case"), [row.split() for row in ROWS.replace("\n", "|").strip("|").split("|")])
def test_case(word, case):
    assert case_of(word) == case


def test_shape_ids_are_all_different():
    ids = {shape_id(case, gap, first=first) for case in CASES for gap in GAPS for first in (True, False)}
    assert ids == set(range(SHAPES))


def gaps(text: str, wordpiece: WordPiece) -> list[str]:
    doc = spacy.blank("en")(text)
    _, shaped = shaped_words(doc, texts_of(doc), wordpiece)
    return [GAPS[shapes[0] // 2 % len(GAPS)] for _, shapes in shaped]


def test_gaps(wordpiece):
    assert gaps("in Oslo.\nin\n\nOslo", wordpiece) == ["paragraph", "space", "glued", "line", "paragraph"]


def test_lines_of_a_wrapped_text_are_no_gaps(wordpiece):
    wrapped = "in Oslo\nin\nOslo\nin\nin"
    assert gaps(wrapped, wordpiece)[2:] == ["space"] * 4
