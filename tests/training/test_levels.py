"""Levels of confidence are tried wherever they were imported, and are as they were afterwards."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.names import confidence, doubtful, shown
from pipeline.training.levels import LevelScore, Reader, at_level, levels, report, tried
from pipeline.training.sets import Annotated

TEXT = "Kasoa bought a mill in May."


@Language.component("half_sure_of_kasoa")
def half_sure_of_kasoa(doc: Doc) -> Doc:
    span = doc.char_span(0, 5, label="ORG")
    assert span is not None
    doc.ents = (span,)
    doc.spans["model"] = [span]
    doc.spans["model"].attrs["scores"] = [0.55]
    return doc


@pytest.fixture(scope="module")
def reader() -> Reader:
    nlp = spacy.blank("en")
    nlp.add_pipe("half_sure_of_kasoa")
    for name in ("press_sentences", "press_names", "press_roles", "press_organisations", "press_people"):
        nlp.add_pipe(name)
    return Reader(nlp, [Annotated("a", "test", TEXT, ((0, 5, "ORG"),))])


def test_a_level_is_set_wherever_it_is_read() -> None:
    assert shown.SURE == doubtful.SURE == confidence.SURE
    before = confidence.SURE
    with at_level("SURE", 0.5):
        assert shown.SURE == doubtful.SURE == confidence.SURE == levels()["SURE"] == 0.5
    assert shown.SURE == doubtful.SURE == confidence.SURE == before


def test_a_level_is_as_it_was_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), at_level("DOUBTFUL", 0.1):
        raise ZeroDivisionError
    assert levels()["DOUBTFUL"] == confidence.DOUBTFUL != 0.1


def test_few_levels_are_enough() -> None:
    """Each question to a score is asked at one of these: a new one must move a set that no rule was made for."""
    assert set(levels()) == {"SURE", "LIKELY", "DOUBTFUL", "EVEN", "UNSAID"}


def test_a_set_is_scored_at_each_level(reader: Reader) -> None:
    found = list(tried({"one": reader}, "DOUBTFUL", (0.5, 0.6)))
    assert [(one.value, one.by_label["ORG"]["f"]) for one in found] == [(0.5, 100.0), (0.6, 0.0)]
    assert [one.by_label["ORG"]["f"] for one in tried({"one": reader}, "DOUBTFUL", (0.5,))] == [100.0]


def test_the_level_of_now_has_a_star() -> None:
    score = {"ORG": {"p": 50.0, "r": 50.0, "f": 50.0, "n": 4.0}}
    lines = report([LevelScore("SURE", value, "one", score) for value in (0.5, 0.6)], {"SURE": 0.6}).splitlines()
    assert [line.split()[1:4] for line in lines[1:]] == [["0.50", "one", "50.0"], ["0.60*", "one", "50.0"]]
