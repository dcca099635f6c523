"""Names are replaced in all their places of an article, by others of their label and length; tags stay."""

import random
from string import ascii_lowercase

import pytest

from pipeline.extract.model.wordpiece import CASES, GAPS, WordPiece
from pipeline.training import renamed as module
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.renamed import behind, collected, names_in, renamed
from pipeline.training.sets import Annotated
from pipeline.training.words import blank_press

SPECIAL = ("[UNK]", "[CLS]", "[SEP]", "[MASK]", ".")
WORDPIECE = WordPiece([*SPECIAL, *ascii_lowercase, *(f"##{letter}" for letter in ascii_lowercase)])


def article(text: str, *names: tuple[str, str], known: bool = True) -> Prepared:
    spans, at = [], 0
    for name, label in names:
        at = text.index(name, at)
        spans.append((at, at + len(name), label))
        at += len(name)
    unknown = () if known else ((0, len(text)),)
    return prepare(Annotated("a", "press", text, tuple(spans), unknown, has_roles=True), blank_press(), WORDPIECE)


ADA = ("Ada Lo", "PERSON")
MINE = article("Ada Lo of Rye met Bo. Ada Lo left.", ADA, ("Rye", "LOC"), ("Bo", "PERSON"), ADA)
YOURS = article("\n\nCy Poe and Ito saw Fez.", ("Cy Poe", "PERSON"), ("Ito", "PERSON"), ("Fez", "LOC"))


@pytest.fixture(autouse=True)
def always(monkeypatch):
    monkeypatch.setattr(module, "CHANCE", 1.0)


def word(pieces: tuple[int, ...]) -> str:
    return "".join(WORDPIECE.vocabulary[at].removeprefix("##") for at in pieces)


def test_names_are_found_with_their_labels():
    assert list(names_in(MINE)) == [(0, 2, "PERSON"), (3, 4, "LOC"), (5, 6, "PERSON"), (7, 9, "PERSON")]
    assert not list(names_in(article("Ada left.", ("Ada", "PERSON"), known=False)))


def test_other_names_stand_in_the_same_places():
    found = renamed(MINE, collected([YOURS]), random.Random(0))
    assert " ".join(map(word, found.pieces)) == "cy poe of fez met ito . cy poe left ."
    assert (found.allowed == MINE.allowed).all() and found.offsets == MINE.offsets


def test_what_stands_before_a_name_stays():
    found = renamed(MINE, collected([YOURS]), random.Random(0))
    gaps = [[mark // 2 % len(GAPS) for mark in marks[:1]] for marks in found.shapes]
    assert gaps == [[mark // 2 % len(GAPS) for mark in marks[:1]] for marks in MINE.shapes]


def test_a_shape_keeps_its_case_and_takes_the_gap():
    new = WORDPIECE.shaped("NASA", "space")[1]
    moved = behind(WORDPIECE.shaped("Ada", "paragraph")[1], new)
    assert moved == WORDPIECE.shaped("NASA", "paragraph")[1]
    assert {mark // 2 // len(GAPS) for mark in moved} == {CASES.index("upper")}


def test_the_same_draw_gives_the_same_names():
    names = collected([MINE, YOURS])
    once, twice = (renamed(MINE, names, random.Random(4)).pieces for _ in range(2))
    assert once == twice


def test_a_name_is_drawn_as_often_as_another_however_often_articles_have_it():
    assert collected([MINE, MINE, YOURS]) == collected([MINE, YOURS])
