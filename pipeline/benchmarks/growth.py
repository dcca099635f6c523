"""How the time of finders and of the whole pipeline grows with texts that nobody writes: it should follow their length.

An exponent of 1 is time in proportion to the text, 2 is its square.
"""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import spacy

from pipeline.extract.assemble import load
from pipeline.extract.document.tokens import tokenise
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder
from pipeline.values.measures.reader import MeasureReader, Value
from pipeline.values.money.finder import MoneyFinder
from pipeline.values.organisations.forms import organisation_forms, organisation_runs
from pipeline.values.percentages import PercentageFinder
from pipeline.values.text.sentences import Sentences
from pipeline.values.titles.titles import titles_of

PIECES = (
    "9", ",", ".", "$", " ", "\n", "-", "(", "½", "a", "'", "1,", "1.", "1 ", "$1 ", "$1-", "1% ", "US$", "$(", "$5m(",
    "million ", "one ", "five and ", "half a ", "May ", "May 1 ", "2024 ", "2024-", "first ", "last ", "Q1 ", "U.S.",
    "rose by ", "5% of ", "$5 to ", "from ", "between ", "three months ended ", "Monday to ", "1\u00a0000\u00a0", "% ",
)  # fmt: skip
"""What a hostile text repeats where values are looked for."""

WORDS = (
    "Kasoa ", "A. ", "A & ", "O'", "minister ", "President ", "Ltd ", "said ", "\u201c", "(KTL) ", "of the ", "; ",
    "The ", "Bank of ", "KTL, ", "Ama Boateng ", "<DOC>", "\U0001f600", "1% to ",
)  # fmt: skip
"""What it repeats where names, titles and quotations are."""

RUNS = {
    "tokens": ("!", "$", "'s"),
    "sentences": (".", "?!", ". "),
    "bodies": ("Kasoa ", "O'", "O'Neil ", "Mr ", "Ltd ", "A & ", "A and ", "Kasoa University, "),
}
"""What it repeats where tokens, ends of sentences and organisations are looked for, in longer texts."""
LONGER = 4
"""By how much longer these are: they take less time a letter."""

READERS = ("money", "percentages", "dates", "measures", *RUNS, "pressfacts")
"""What is measured: the finders of values, what cuts a text up, organisations by their form, and the whole pipeline."""

LEAST_SECONDS = 0.05
"""Less than this says nothing about growth on a noisy machine: such a text counts as harmless."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What a reader made of a repeated piece: seconds of processor time for the longer text, and the exponent."""

    reader: str
    piece: str
    seconds: float
    exponent: float


def readers() -> dict[str, Callable[[str], object]]:
    """Give every reader by name; each takes a text."""
    rules = load_rulebook()
    money, percentages, dates = MoneyFinder(rules), PercentageFinder(rules), DateFinder(rules)
    measures, nlp = MeasureReader(rules), load()

    def measured(text: str) -> None:
        values = [Value(one.start, one.end, True, None) for one in percentages.find(text)]
        list(measures.read(text, values, ()))

    def dated(text: str) -> None:
        dates.find(text, published=date(2025, 3, 12))

    forms = organisation_forms(rules.organisation_words, rules.sentence_starts, titles_of(rules).patterns)

    def ran(text: str) -> None:
        for _ in organisation_runs(text, forms):
            pass

    cut = (partial(tokenise, spacy.blank("en")), Sentences().starts, ran)
    found = (money.find, percentages.find, dated, measured, *cut, nlp)
    return dict(zip(READERS, found, strict=True))


def measure(
    names: Iterable[str] = READERS, *, characters: int = 4_000, times: int = 4, pieces: Sequence[str] = ()
) -> Iterator[Growth]:
    """Measure readers over each piece, repeated to some characters and to `times` as many."""
    made = readers()
    for name in names:
        own = RUNS.get(name) or (PIECES if name != "pressfacts" else (*PIECES, *WORDS))
        size = characters * (LONGER if name in RUNS else 1)
        for piece in pieces or own:
            short, long = (_seconds(made[name], piece * (n // len(piece))) for n in (size, size * times))
            exponent = math.log(long / short, times) if long > LEAST_SECONDS else 1.0
            yield Growth(name, piece, long, exponent)


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return max(time.process_time() - started, 1e-6)


def report(growths: Iterable[Growth], *, most: int = 3) -> str:
    """Lay out the steepest pieces of each reader as a table.

    >>> print(report([Growth("money", "$1-", 0.5, 1.04), Growth("money", "9", 0.1, 1.91)], most=1))
    reader       piece             exponent  seconds
    money        '9'                   1.91     0.10
    """
    lines = [f"{'reader':12} {'piece':16} {'exponent':>9} {'seconds':>8}"]
    by_reader: dict[str, list[Growth]] = {}
    for one in growths:
        by_reader.setdefault(one.reader, []).append(one)
    for found in by_reader.values():
        steepest = sorted(found, key=lambda one: -one.exponent)[:most]
        lines += [f"{g.reader:12} {g.piece!r:16} {g.exponent:9.2f} {g.seconds:8.2f}" for g in steepest]
    return "\n".join(lines)
