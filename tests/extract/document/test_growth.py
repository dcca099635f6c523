"""Texts that nobody writes are cut up and searched as others are; `pressfacts benchmark growth` measures the time."""

from collections.abc import Callable, Sequence

import pytest
import spacy

from pipeline.extract.document.tokens import tokenise
from pipeline.extract.document.view import view_of
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.organisations.forms import in_title_case, organisation_forms, organisation_runs
from pipeline.values.text.sentences import Sentences
from pipeline.values.titles.titles import titles_of

RULES = load_rulebook()
FORMS = organisation_forms(RULES.organisation_words, RULES.sentence_starts, titles_of(RULES).patterns)
NLP = spacy.blank("en")


LONGEST_RUN = 300


def runs(text: str) -> Sequence[object]:
    return list(organisation_runs(text, FORMS))


def starts(text: str) -> Sequence[object]:
    return Sentences().starts(text)


@pytest.mark.parametrize("piece", ["!", "$", "'s"])
def test_spacy_is_given_no_run_that_is_longer_than_a_word(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes affixes off one at a time, each from the whole run."""
    given: list[str] = []
    make = NLP.make_doc
    monkeypatch.setattr(NLP, "make_doc", lambda text: (given.append(text), make(text))[1])
    text = "Volta said " + piece * (16_000 // len(piece)) + " of Leeds."
    assert tokenise(NLP, text).text == text
    assert max(map(len, given)) <= 2 * LONGEST_RUN
    assert len("".join(given)) == len(text)


@pytest.mark.parametrize(
    ("work", "piece", "least"),
    [(starts, ".", 1), (starts, "?!", 1), (starts, ". ", 1), (runs, "Kasoa ", 0), (runs, "O'", 0), (runs, "Mr ", 0),
     (runs, "Ltd ", 0), (runs, "A & ", 0), (runs, "A and ", 0), (runs, "Kasoa University, ", 700)],
)  # fmt: skip
def test_what_is_found_lies_in_the_text_however_long(
    work: Callable[[str], Sequence[object]], piece: str, least: int
) -> None:
    found = [len(work(piece * (size // len(piece)))) for size in (2_000, 16_000)]
    assert least <= found[1] <= 9 * max(found[0], 1)


def test_a_long_run_loses_no_letter() -> None:
    text = "Volta said! " + "!" * 1_000 + " of Leeds, " + "a" * 700 + "\n\nIt rose."
    assert tokenise(NLP, text).text == text


def test_the_sentence_of_a_find_has_an_end() -> None:
    doc = NLP("5% " * 10_000)
    assert len(view_of(doc).sentence(15_000, 15_002)) < 7_000


def test_a_line_without_end_is_no_headline() -> None:
    assert not in_title_case("Kasoa " * 10_000, 30_000)
    assert in_title_case("Kasoa Opens Second Mill In Leeds", 6)
