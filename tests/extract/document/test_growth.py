"""Time that follows the length of texts that nobody writes; `pressfacts benchmark growth` measures the whole."""

import time
from collections.abc import Callable

import pytest
import spacy

from pipeline.extract.document.tokens import tokenise
from pipeline.extract.document.view import view_of
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.organisations.forms import in_title_case, organisation_forms, organisation_runs
from pipeline.values.text.sentences import Sentences
from pipeline.values.titles.patterns import title_patterns

RULES = load_rulebook()
FORMS = organisation_forms(RULES.organisation_words, RULES.sentence_starts, title_patterns(RULES))
NLP = spacy.blank("en")


def runs(text: str) -> object:
    return list(organisation_runs(text, FORMS))


def starts(text: str) -> object:
    return Sentences().starts(text)


def tokens(text: str) -> object:
    return tokenise(NLP, text)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Give the least of three times, for others work on this machine too."""
    taken = []
    for number in range(3):
        start = time.process_time()
        work(text + " " * number)  # no answer that was kept
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    ("work", "piece"),
    [(tokens, "!"), (tokens, "$"), (tokens, "'s"), (starts, "."), (starts, "?!"), (starts, ". "),
     (runs, "Kasoa "), (runs, "O'"), (runs, "O'Neil "), (runs, "Mr "), (runs, "Ltd "), (runs, "A & "), (runs, "A and "),
     (runs, "Kasoa University, ")],
)  # fmt: skip
def test_time_follows_the_length(work: Callable[[str], object], piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (2_000, 16_000))
    # Eight times the text: 64 times the time where it grows with the square.
    assert seconds(work, long) < 30 * max(seconds(work, short), 0.002)


def test_a_long_run_loses_no_letter() -> None:
    text = "Volta said! " + "!" * 1_000 + " of Leeds, " + "a" * 700 + "\n\nIt rose."
    assert tokenise(NLP, text).text == text


def test_the_sentence_of_a_find_has_an_end() -> None:
    doc = NLP("5% " * 10_000)
    assert len(view_of(doc).sentence(15_000, 15_002)) < 7_000


def test_a_line_without_end_is_no_headline() -> None:
    assert not in_title_case("Kasoa " * 10_000, 30_000)
    assert in_title_case("Kasoa Opens Second Mill In Leeds", 6)
